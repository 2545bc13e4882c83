//! The native half of package strconv, over the cores in [`text`](super::text).

use super::fill::ret_short_str;
use super::text::int::{self, ParseError};
use super::text::quote::{self, Shown};
use super::text::{float, parse_float, unicode};
use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/strconv`.
pub const TABLE: &[Row] = &[
    ("strconv.CanBackquote", can_backquote),
    ("strconv.IsGraphic", is_graphic),
    ("strconv.IsPrint", is_print),
    ("strconv.Itoa", itoa),
    ("strconv.formatFloat", format_float),
    ("strconv.formatInt", format_int),
    ("strconv.formatUint", format_uint),
    ("strconv.parseFloat", parse_float_prefix),
    ("strconv.parseInt", parse_int),
    ("strconv.parseUint", parse_uint),
    ("strconv.quote", quote_text),
    ("strconv.quoteRune", quote_rune),
    ("strconv.unquote", unquote),
];

/// The codes that `stdlib/strconv/errors.pgo` knows: 0 for none.
fn ret_code(cx: &mut NativeCx<'_>, error: Option<ParseError>) {
    cx.ret_int(error.map_or(0, |e| e as i64));
}

fn parse_int(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, base, bits) = (cx.str(), cx.int(), cx.int());
    let (value, error) = int::parse_int(s, base, bits);
    cx.ret_int(value);
    ret_code(cx, error);
    Ok(Done)
}

fn parse_uint(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, base, bits) = (cx.str(), cx.int(), cx.int());
    let (value, error) = int::parse_uint(s, base, bits);
    cx.ret_uint(value);
    ret_code(cx, error);
    Ok(Done)
}

fn parse_float_prefix(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, bits) = (cx.str(), cx.int());
    cx.charge(s.len() as u64 >> 4);
    let (value, len, error) = parse_float::parse_float_prefix(s, bits);
    cx.ret_float(value);
    cx.ret_int(len as i64);
    ret_code(cx, error);
    Ok(Done)
}

fn itoa(cx: &mut NativeCx<'_>) -> NativeResult {
    let n = cx.int();
    let mut digits = int::Digits::default();
    let text = digits.int(n, 10);
    ret_short_str(cx, text)?;
    Ok(Done)
}

fn format_int(cx: &mut NativeCx<'_>) -> NativeResult {
    let (n, base) = (cx.int(), cx.int() as u32);
    let mut digits = int::Digits::default();
    let text = digits.int(n, base);
    ret_short_str(cx, text)?;
    Ok(Done)
}

fn format_uint(cx: &mut NativeCx<'_>) -> NativeResult {
    let (n, base) = (cx.uint(), cx.int() as u32);
    let mut digits = int::Digits::default();
    let text = digits.uint(n, base);
    ret_short_str(cx, text)?;
    Ok(Done)
}

/// Go makes room for so many digits at once; what is larger has no room on any machine.
const MOST_DIGITS: i64 = 1 << 31;

fn format_float(cx: &mut NativeCx<'_>) -> NativeResult {
    let (f, fmt, prec, bits) = (cx.float(), cx.uint() as u8, cx.int(), cx.uint() as u32);
    if prec >= MOST_DIGITS {
        return Err(cx.throw("makeslice: cap out of range"));
    }
    cx.charge(prec.max(0) as u64 >> 6);
    let mut text = Vec::with_capacity(24);
    float::append_float(&mut text, f, fmt, prec, bits);
    ret_short_str(cx, &text)?;
    Ok(Done)
}

fn shown(ascii: bool, graphic: bool) -> Shown {
    match (ascii, graphic) {
        (true, _) => Shown::Ascii,
        (false, true) => Shown::Graphic,
        (false, false) => Shown::Printable,
    }
}

fn quote_text(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, delim, ascii, graphic) = (cx.str(), cx.uint() as u8, cx.bool(), cx.bool());
    cx.charge(s.len() as u64 >> 2);
    let mut out = Vec::new();
    quote::append_quoted(&mut out, s, delim, shown(ascii, graphic));
    cx.ret_str(&out)?;
    Ok(Done)
}

fn quote_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (r, ascii, graphic) = (cx.rune(), cx.bool(), cx.bool());
    let mut out = Vec::new();
    quote::append_quoted_rune(&mut out, r, shown(ascii, graphic));
    cx.ret_str(&out)?;
    Ok(Done)
}

fn unquote(cx: &mut NativeCx<'_>) -> NativeResult {
    let (s, prefix) = (cx.str(), cx.bool());
    cx.charge(s.len() as u64 >> 2);
    match quote::unquote_prefix(s) {
        Some((_, len)) if prefix => {
            cx.ret_substr(s, 0, len);
            cx.ret_bool(true);
        }
        Some((text, len)) if len == s.len() => {
            ret_short_str(cx, &text)?;
            cx.ret_bool(true);
        }
        Some(_) | None => {
            cx.ret_str_raw(0, 0);
            cx.ret_bool(false);
        }
    }
    Ok(Done)
}

fn can_backquote(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.str();
    cx.charge(s.len() as u64 >> 3);
    cx.ret_bool(quote::can_backquote(s));
    Ok(Done)
}

fn is_print(cx: &mut NativeCx<'_>) -> NativeResult {
    let r = cx.rune();
    cx.ret_bool(unicode::is_print(r));
    Ok(Done)
}

fn is_graphic(cx: &mut NativeCx<'_>) -> NativeResult {
    let r = cx.rune();
    cx.ret_bool(unicode::is_graphic(r));
    Ok(Done)
}
