//! The split functions of package bufio.

use super::text::unicode::is_space;
use super::text::utf8;
use super::{Done, Iface, NativeCx, NativeResult, Row, SliceRef, Thrown};
use crate::heap::RTypeId;

/// The functions without body of `stdlib/bufio`.
pub const TABLE: &[Row] =
    &[("bufio.ScanLines", scan_lines), ("bufio.ScanRunes", scan_runes), ("bufio.ScanWords", scan_words)];

/// The arguments: the data, as a slice and as bytes, and whether there is no more.
fn arguments<'a>(cx: &mut NativeCx<'a>) -> (SliceRef, &'a [u8], bool) {
    let data = cx.slice();
    let bytes = if data.len == 0 { &[] } else { cx.mem().bytes(data.addr, data.len) };
    (data, bytes, cx.bool())
}

/// The results: how far to go on, and the part of the data that is the token; there is no error.
fn ret(cx: &mut NativeCx<'_>, advance: usize, data: SliceRef, token: Option<(usize, usize)>) -> NativeResult {
    cx.charge(advance as u64 >> 4);
    let token = token.map_or(SliceRef::default(), |(from, to)| SliceRef {
        addr: data.addr + from as u64,
        len: (to - from) as u64,
        cap: data.cap - from as u64,
    });
    cx.ret_uint(advance as u64);
    cx.ret_slice(token);
    cx.ret_iface(Iface { ty: RTypeId::NIL, word: 0 });
    Ok(Done)
}

fn scan_lines(cx: &mut NativeCx<'_>) -> NativeResult {
    let (data, bytes, at_eof) = arguments(cx);
    let (end, advance) = match super::text::search::index_byte(bytes, b'\n') {
        Some(end) => (end, end + 1),
        None if at_eof && !bytes.is_empty() => (bytes.len(), bytes.len()),
        None => return ret(cx, 0, data, None),
    };
    let end = if bytes[..end].last() == Some(&b'\r') { end - 1 } else { end };
    ret(cx, advance, data, Some((0, end)))
}

fn scan_runes(cx: &mut NativeCx<'_>) -> NativeResult {
    let (data, bytes, at_eof) = arguments(cx);
    let Some(&first) = bytes.first() else {
        return if at_eof { ret(cx, 0, data, None) } else { Err(Thrown::index_out_of_range(0, 0).into()) };
    };
    let (r, width) = utf8::decode(bytes);
    if first < 0x80 || width > 1 {
        return ret(cx, width, data, Some((0, width)));
    }
    if !at_eof && !utf8::full_rune(bytes) {
        return ret(cx, 0, data, None);
    }
    cx.ret_uint(1);
    let mut text = Vec::new();
    utf8::push(&mut text, r);
    cx.ret_bytes(&text)?;
    cx.ret_iface(Iface { ty: RTypeId::NIL, word: 0 });
    Ok(Done)
}

/// Where, from `at` on, the first character stands of which this holds, and its width.
fn find(bytes: &[u8], mut at: usize, wanted: impl Fn(utf8::Rune) -> bool) -> Option<(usize, usize)> {
    while at < bytes.len() {
        let (r, width) = utf8::decode(&bytes[at..]);
        if wanted(r) {
            return Some((at, width));
        }
        at += width;
    }
    None
}

fn scan_words(cx: &mut NativeCx<'_>) -> NativeResult {
    let (data, bytes, at_eof) = arguments(cx);
    let Some((start, _)) = find(bytes, 0, |r| !is_space(r)) else { return ret(cx, bytes.len(), data, None) };
    match find(bytes, start, is_space) {
        Some((end, width)) => ret(cx, end + width, data, Some((start, end))),
        None if at_eof => ret(cx, bytes.len(), data, Some((start, bytes.len()))),
        None => ret(cx, start, data, None),
    }
}
