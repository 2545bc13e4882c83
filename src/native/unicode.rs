//! The native halves of packages unicode and unicode/utf8, over the cores in [`text`](super::text).

use super::text::unicode as core;
use super::text::utf8;
use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/unicode` and `stdlib/unicode/utf8`.
pub const TABLE: &[Row] = &[
    ("unicode.IsControl", is_control),
    ("unicode.IsDigit", is_digit),
    ("unicode.IsGraphic", is_graphic),
    ("unicode.IsLetter", is_letter),
    ("unicode.IsLower", is_lower),
    ("unicode.IsMark", is_mark),
    ("unicode.IsNumber", is_number),
    ("unicode.IsPrint", is_print),
    ("unicode.IsPunct", is_punct),
    ("unicode.IsSpace", is_space),
    ("unicode.IsSymbol", is_symbol),
    ("unicode.IsTitle", is_title),
    ("unicode.IsUpper", is_upper),
    ("unicode.SimpleFold", simple_fold),
    ("unicode.ToLower", to_lower),
    ("unicode.ToTitle", to_title),
    ("unicode.ToUpper", to_upper),
    ("unicode/utf8.DecodeLastRune", decode_last_rune),
    ("unicode/utf8.DecodeLastRuneInString", decode_last_rune_in_string),
    ("unicode/utf8.DecodeRune", decode_rune),
    ("unicode/utf8.DecodeRuneInString", decode_rune_in_string),
    ("unicode/utf8.FullRune", full_rune),
    ("unicode/utf8.FullRuneInString", full_rune_in_string),
    ("unicode/utf8.RuneCount", rune_count),
    ("unicode/utf8.RuneCountInString", rune_count_in_string),
    ("unicode/utf8.Valid", valid),
    ("unicode/utf8.ValidString", valid_string),
];

/// Natives that tell something of one code point.
macro_rules! predicates {
    ($($name:ident)*) => { $(
        fn $name(cx: &mut NativeCx<'_>) -> NativeResult {
            let r = cx.rune();
            cx.ret_bool(core::$name(r));
            Ok(Done)
        }
    )* };
}

predicates! {
    is_control is_digit is_graphic is_letter is_lower is_mark is_number is_print is_punct is_space is_symbol is_title is_upper
}

/// Natives that map one code point to another.
macro_rules! mappings {
    ($($name:ident)*) => { $(
        fn $name(cx: &mut NativeCx<'_>) -> NativeResult {
            let r = cx.rune();
            cx.ret_int(core::$name(r).into());
            Ok(Done)
        }
    )* };
}

mappings! { simple_fold to_lower to_title to_upper }

/// Natives that decode a code point, from a slice and from a string.
macro_rules! decoders {
    ($($name:ident = $read:ident $decode:ident;)*) => { $(
        fn $name(cx: &mut NativeCx<'_>) -> NativeResult {
            let text = cx.$read();
            let (r, width) = utf8::$decode(text);
            cx.ret_int(r.into());
            cx.ret_int(width as i64);
            Ok(Done)
        }
    )* };
}

decoders! {
    decode_rune = bytes decode;
    decode_rune_in_string = str decode;
    decode_last_rune = bytes decode_last;
    decode_last_rune_in_string = str decode_last;
}

fn full_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.bytes();
    cx.ret_bool(utf8::full_rune(text));
    Ok(Done)
}

fn full_rune_in_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.str();
    cx.ret_bool(utf8::full_rune(text));
    Ok(Done)
}

fn ret_rune_count(cx: &mut NativeCx<'_>, text: &[u8]) -> NativeResult {
    cx.charge(text.len() as u64 >> 5);
    cx.ret_int(utf8::rune_count(text) as i64);
    Ok(Done)
}

fn rune_count(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.bytes();
    ret_rune_count(cx, text)
}

fn rune_count_in_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.str();
    ret_rune_count(cx, text)
}

fn ret_valid(cx: &mut NativeCx<'_>, text: &[u8]) -> NativeResult {
    cx.charge(text.len() as u64 >> 5);
    cx.ret_bool(std::str::from_utf8(text).is_ok());
    Ok(Done)
}

fn valid(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.bytes();
    ret_valid(cx, text)
}

fn valid_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.str();
    ret_valid(cx, text)
}
