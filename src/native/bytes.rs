//! The native half of package bytes, over the cores in [`text`](super::text). What changes a text gives a copy, also if
//! there is nothing to change.

use super::fill::{self, ret_position};
use super::strings::{charge_scan, charge_walk, replaced_len};
use super::text::unicode::{Case, is_space};
use super::text::{change, search};
use super::{Done, NativeCx, NativeResult, Row, SliceRef};

/// The functions without body of `stdlib/bytes`.
pub const TABLE: &[Row] = &[
    ("bytes.Compare", compare),
    ("bytes.Contains", contains),
    ("bytes.Count", count),
    ("bytes.Equal", equal),
    ("bytes.EqualFold", equal_fold),
    ("bytes.Index", index),
    ("bytes.IndexAny", index_any),
    ("bytes.IndexByte", index_byte),
    ("bytes.IndexRune", index_rune),
    ("bytes.LastIndex", last_index),
    ("bytes.LastIndexAny", last_index_any),
    ("bytes.LastIndexByte", last_index_byte),
    ("bytes.ToLower", to_lower),
    ("bytes.ToTitle", to_title),
    ("bytes.ToUpper", to_upper),
    ("bytes.ToValidUTF8", to_valid_utf8),
    ("bytes.leading", leading),
    ("bytes.leadingSpace", leading_space),
    ("bytes.repeat", repeat),
    ("bytes.replace", replace),
    ("bytes.trailing", trailing),
    ("bytes.trailingSpace", trailing_space),
    ("encoding/hex.decode", decode_hex),
    ("encoding/hex.encode", encode_hex),
];

/// `func encode(dst, src []byte)`: two digits a byte; there is room for them.
fn encode_hex(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, src) = (cx.slice(), cx.bytes());
    cx.charge(src.len() as u64 >> 4);
    // The texts may overlap, so the digits are made first.
    let digit = |n: u8| b"0123456789abcdef"[usize::from(n)];
    let digits: Vec<u8> = src.iter().flat_map(|&b| [digit(b >> 4), digit(b & 15)]).collect();
    let n = digits.len().min(dst.len as usize);
    if n > 0 {
        cx.mem().bytes_mut(dst.addr, n as u64).copy_from_slice(&digits[..n]);
    }
    Ok(Done)
}

/// `func decode(dst, src []byte) (n int)`: how many bytes were written before what is no pair of digits.
fn decode_hex(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, src) = (cx.slice(), cx.bytes());
    cx.charge(src.len() as u64 >> 4);
    let digit = |c: u8| char::from(c).to_digit(16).map(|n| n as u8);
    let pairs = src.chunks_exact(2).map_while(|pair| Some(digit(pair[0])? << 4 | digit(pair[1])?));
    let bytes: Vec<u8> = pairs.take(dst.len as usize).collect();
    if !bytes.is_empty() {
        cx.mem().bytes_mut(dst.addr, bytes.len() as u64).copy_from_slice(&bytes);
    }
    cx.ret_uint(bytes.len() as u64);
    Ok(Done)
}

fn compare(cx: &mut NativeCx<'_>) -> NativeResult {
    let (a, b) = (cx.bytes(), cx.bytes());
    charge_scan(cx, a);
    cx.ret_int(a.cmp(b) as i64);
    Ok(Done)
}

fn equal(cx: &mut NativeCx<'_>) -> NativeResult {
    let (a, b) = (cx.bytes(), cx.bytes());
    charge_scan(cx, a);
    cx.ret_bool(a == b);
    Ok(Done)
}

fn contains(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.bytes(), cx.bytes());
    charge_scan(cx, s);
    cx.ret_bool(search::index(s, sub).is_some());
    Ok(Done)
}

fn count(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.bytes(), cx.bytes());
    charge_scan(cx, s);
    cx.ret_int(search::count(s, sub) as i64);
    Ok(Done)
}

fn equal_fold(cx: &mut NativeCx<'_>) -> NativeResult {
    let (a, b) = (cx.bytes(), cx.bytes());
    charge_walk(cx, a);
    cx.ret_bool(search::equal_fold(a, b));
    Ok(Done)
}

fn index(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.bytes(), cx.bytes());
    charge_scan(cx, s);
    ret_position(cx, search::index(s, sub));
    Ok(Done)
}

fn last_index(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, sub) = (cx.bytes(), cx.bytes());
    charge_scan(cx, s);
    ret_position(cx, search::last_index(s, sub));
    Ok(Done)
}

fn index_any(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, chars) = (cx.bytes(), cx.str());
    charge_walk(cx, s);
    ret_position(cx, search::index_any(s, chars));
    Ok(Done)
}

fn last_index_any(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, chars) = (cx.bytes(), cx.str());
    charge_walk(cx, s);
    ret_position(cx, search::last_index_any(s, chars));
    Ok(Done)
}

fn index_byte(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, c) = (cx.bytes(), cx.uint() as u8);
    charge_scan(cx, s);
    ret_position(cx, search::index_byte(s, c));
    Ok(Done)
}

fn last_index_byte(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, c) = (cx.bytes(), cx.uint() as u8);
    charge_scan(cx, s);
    ret_position(cx, search::last_index_byte(s, c));
    Ok(Done)
}

fn index_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, r) = (cx.bytes(), cx.rune());
    charge_scan(cx, s);
    ret_position(cx, search::index_rune(s, r));
    Ok(Done)
}

fn leading(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, cutset) = (cx.bytes(), cx.str());
    let set = search::RuneSet::new(cutset);
    cx.ret_int(search::leading(s, |r| set.contains(r)) as i64);
    Ok(Done)
}

fn trailing(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, cutset) = (cx.bytes(), cx.str());
    let set = search::RuneSet::new(cutset);
    cx.ret_int(search::trailing(s, |r| set.contains(r)) as i64);
    Ok(Done)
}

fn leading_space(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.bytes();
    cx.ret_int(search::leading(s, is_space) as i64);
    Ok(Done)
}

fn trailing_space(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.bytes();
    cx.ret_int(search::trailing(s, is_space) as i64);
    Ok(Done)
}

fn repeat(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, count) = (cx.bytes(), cx.uint());
    fill::ret_bytes(cx, (s.len() as u64).saturating_mul(count), |out| {
        for _ in 0..if s.is_empty() { 0 } else { count } {
            out.push(s);
        }
    })?;
    Ok(Done)
}

fn replace(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, old, new, n) = (cx.bytes(), cx.bytes(), cx.bytes(), cx.int());
    charge_scan(cx, s);
    if s.is_empty() && (n == 0 || !old.is_empty()) {
        // Where there is nothing to replace, Go appends to a nil slice.
        cx.ret_slice(SliceRef { addr: 0, len: 0, cap: 0 });
        return Ok(Done);
    }
    let count = change::replacements(s, old, new, n);
    cx.charge(count as u64);
    let len = replaced_len(s, old, new, count);
    fill::ret_bytes(cx, len, |out| change::replace(s, old, new, count, |piece| out.push(piece)))?;
    Ok(Done)
}

fn to_case(cx: &mut NativeCx<'_>, case: Case) -> NativeResult {
    let s = cx.bytes();
    charge_walk(cx, s);
    match change::to_case_all(s, case) {
        Some(changed) => cx.ret_bytes(&changed)?,
        None => cx.ret_bytes(s)?,
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
    let (s, with) = (cx.bytes(), cx.bytes());
    charge_walk(cx, s);
    let mut len = 0u64;
    change::to_valid(s, with, |piece| len = len.saturating_add(piece.len() as u64));
    fill::ret_bytes(cx, len, |out| {
        change::to_valid(s, with, |piece| out.push(piece));
    })?;
    Ok(Done)
}
