//! The native half of package strings, over the cores in [`text`](super::text).

use super::fill::{self, ret_position};
use super::text::unicode::Case;
use super::text::{change, search, split};
use super::{Done, NativeCx, NativeResult, Row, SliceRef};
use crate::heap::LayoutId;

/// The functions without body of `stdlib/strings`.
pub const TABLE: &[Row] = &[
    ("strings.Compare", compare),
    ("strings.Contains", contains),
    ("strings.Count", count),
    ("strings.EqualFold", equal_fold),
    ("strings.Fields", fields),
    ("strings.Index", index),
    ("strings.IndexAny", index_any),
    ("strings.IndexByte", index_byte),
    ("strings.IndexRune", index_rune),
    ("strings.Join", join),
    ("strings.LastIndex", last_index),
    ("strings.LastIndexAny", last_index_any),
    ("strings.LastIndexByte", last_index_byte),
    ("strings.Replace", replace),
    ("strings.ToLower", to_lower),
    ("strings.ToTitle", to_title),
    ("strings.ToUpper", to_upper),
    ("strings.ToValidUTF8", to_valid_utf8),
    ("strings.Trim", trim),
    ("strings.TrimLeft", trim_left),
    ("strings.TrimRight", trim_right),
    ("strings.TrimSpace", trim_space),
    ("strings.repeat", repeat),
    ("strings.replacePairs", replace_pairs),
    ("strings.split", split_native),
];

/// What reading through a text costs, in steps of a loop: it goes many bytes at a time.
#[inline]
pub(super) fn charge_scan(cx: &mut NativeCx<'_>, text: &[u8]) {
    cx.charge(text.len() as u64 >> 6);
}

/// What going through a text character by character costs.
#[inline]
pub(super) fn charge_walk(cx: &mut NativeCx<'_>, text: &[u8]) {
    cx.charge(text.len() as u64 >> 3);
}

fn compare(cx: &mut NativeCx<'_>) -> NativeResult {
    let (a, b) = (cx.str(), cx.str());
    cx.ret_int(a.cmp(b) as i64);
    Ok(Done)
}

fn contains(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.str(), cx.str());
    charge_scan(cx, s);
    cx.ret_bool(search::index(s, sub).is_some());
    Ok(Done)
}

fn count(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.str(), cx.str());
    charge_scan(cx, s);
    cx.ret_int(search::count(s, sub) as i64);
    Ok(Done)
}

fn equal_fold(cx: &mut NativeCx<'_>) -> NativeResult {
    let (a, b) = (cx.str(), cx.str());
    charge_walk(cx, a);
    cx.ret_bool(search::equal_fold(a, b));
    Ok(Done)
}

fn index(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.str(), cx.str());
    charge_scan(cx, s);
    ret_position(cx, search::index(s, sub));
    Ok(Done)
}

fn last_index(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.str(), cx.str());
    charge_scan(cx, s);
    ret_position(cx, search::last_index(s, sub));
    Ok(Done)
}

fn index_any(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, chars) = (cx.str(), cx.str());
    charge_walk(cx, s);
    ret_position(cx, search::index_any(s, chars));
    Ok(Done)
}

fn last_index_any(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, chars) = (cx.str(), cx.str());
    charge_walk(cx, s);
    ret_position(cx, search::last_index_any(s, chars));
    Ok(Done)
}

fn index_byte(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, c) = (cx.str(), cx.uint() as u8);
    charge_scan(cx, s);
    ret_position(cx, search::index_byte(s, c));
    Ok(Done)
}

fn last_index_byte(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, c) = (cx.str(), cx.uint() as u8);
    charge_scan(cx, s);
    ret_position(cx, search::last_index_byte(s, c));
    Ok(Done)
}

fn index_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, r) = (cx.str(), cx.rune());
    charge_scan(cx, s);
    ret_position(cx, search::index_rune(s, r));
    Ok(Done)
}

fn trim(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, cutset) = (cx.str(), cx.str());
    let set = search::RuneSet::new(cutset);
    let start = search::leading(s, |r| set.contains(r));
    let end = s.len() - search::trailing(&s[start..], |r| set.contains(r));
    cx.ret_substr(s, start, end - start);
    Ok(Done)
}

fn trim_left(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, cutset) = (cx.str(), cx.str());
    let set = search::RuneSet::new(cutset);
    let start = search::leading(s, |r| set.contains(r));
    cx.ret_substr(s, start, s.len() - start);
    Ok(Done)
}

fn trim_right(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, cutset) = (cx.str(), cx.str());
    let set = search::RuneSet::new(cutset);
    cx.ret_substr(s, 0, s.len() - search::trailing(s, |r| set.contains(r)));
    Ok(Done)
}

fn trim_space(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.str();
    let (start, end) = search::trim_space(s);
    cx.ret_substr(s, start, end - start);
    Ok(Done)
}

fn fields(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.str();
    charge_walk(cx, s);
    let spans = split::fields(s);
    let start = s.as_ptr() as u64;
    let parts: Vec<(u64, u64)> =
        spans.iter().map(|&(from, to)| (start + from as u64, (to - from) as u64)).collect();
    cx.ret_str_list(&parts)?;
    Ok(Done)
}

fn split_native(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sep, keep, n) = (cx.str(), cx.str(), cx.bool(), cx.int());
    if n == 0 {
        cx.ret_slice(SliceRef::default());
        return Ok(Done);
    }
    charge_scan(cx, s);
    let count = split::piece_count(s, sep, n);
    cx.charge(count as u64);
    let len = count as u64;
    let addr = cx.heap().alloc(LayoutId::STRING, len.saturating_mul(16))?;
    let (mem, start, mut at) = (cx.mem(), s.as_ptr() as u64, addr);
    split::split(s, sep, keep, count, |(from, to)| {
        if from < to {
            mem.set_u64(at, start + from as u64);
            mem.set_u64(at + 8, (to - from) as u64);
        }
        at += 16;
    });
    cx.ret_slice(SliceRef { addr, len, cap: len });
    Ok(Done)
}

fn join(cx: &mut NativeCx<'_>) -> NativeResult {
    let (list, sep) = (cx.slice(), cx.str());
    let mem = cx.mem();
    let elem = |i: u64| mem.str(list.addr + i * 16);
    if list.len == 1 {
        let only = elem(0);
        cx.ret_substr(only, 0, only.len());
        return Ok(Done);
    }
    let seps = (sep.len() as u64).saturating_mul(list.len.saturating_sub(1));
    let len = (0..list.len).fold(seps, |n, i| n.saturating_add(elem(i).len() as u64));
    cx.charge(list.len);
    fill::ret_str(cx, len, |out| {
        for i in 0..list.len {
            if i > 0 {
                out.push(sep);
            }
            out.push(elem(i));
        }
    })?;
    Ok(Done)
}

fn repeat(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, count) = (cx.str(), cx.uint());
    fill::ret_str(cx, (s.len() as u64).saturating_mul(count), |out| {
        for _ in 0..if s.is_empty() { 0 } else { count } {
            out.push(s);
        }
    })?;
    Ok(Done)
}

fn replace(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, old, new, n) = (cx.str(), cx.str(), cx.str(), cx.int());
    charge_scan(cx, s);
    let count = change::replacements(s, old, new, n);
    if count == 0 {
        cx.ret_substr(s, 0, s.len());
        return Ok(Done);
    }
    cx.charge(count as u64);
    let len = replaced_len(s, old, new, count);
    fill::ret_str(cx, len, |out| change::replace(s, old, new, count, |piece| out.push(piece)))?;
    Ok(Done)
}

/// The length of `s` when `count` times `old` is replaced by `new`.
pub(super) fn replaced_len(s: &[u8], old: &[u8], new: &[u8], count: usize) -> u64 {
    let kept = s.len() as u64 - (old.len() as u64) * count as u64;
    (new.len() as u64).saturating_mul(count as u64).saturating_add(kept)
}

fn replace_pairs(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, list) = (cx.str(), cx.slice());
    charge_walk(cx, s);
    let mem = cx.mem();
    let elem = |i: u64| mem.str(list.addr + i * 16);
    let pairs: Vec<(&[u8], &[u8])> = (0..list.len / 2).map(|i| (elem(2 * i), elem(2 * i + 1))).collect();
    let mut len = 0u64;
    let count = change::replace_pairs(s, &pairs, |piece| len = len.saturating_add(piece.len() as u64));
    if count == 0 {
        cx.ret_substr(s, 0, s.len());
        return Ok(Done);
    }
    fill::ret_str(cx, len, |out| {
        change::replace_pairs(s, &pairs, |piece| out.push(piece));
    })?;
    Ok(Done)
}

fn to_case(cx: &mut NativeCx<'_>, case: Case) -> NativeResult {
    let s = cx.str();
    charge_walk(cx, s);
    match change::to_case_all(s, case) {
        Some(changed) => cx.ret_str(&changed)?,
        None => cx.ret_substr(s, 0, s.len()),
    }
    Ok(Done)
}

fn to_upper(cx: &mut NativeCx<'_>) -> NativeResult {
    to_case(cx, Case::Upper)
}

fn to_lower(cx: &mut NativeCx<'_>) -> NativeResult {
    to_case(cx, Case::Lower)
}

fn to_title(cx: &mut NativeCx<'_>) -> NativeResult {
    to_case(cx, Case::Title)
}

fn to_valid_utf8(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, with) = (cx.str(), cx.str());
    charge_walk(cx, s);
    let mut len = 0u64;
    if !change::to_valid(s, with, |piece| len = len.saturating_add(piece.len() as u64)) {
        cx.ret_substr(s, 0, s.len());
        return Ok(Done);
    }
    fill::ret_str(cx, len, |out| {
        change::to_valid(s, with, |piece| out.push(piece));
    })?;
    Ok(Done)
}
