//! Strings as the handlers of package log/slog write them.

use super::buffer::appended;
use super::text::quote::{Shown, append_quoted};
use super::text::unicode::{is_print, is_space};
use super::text::utf8::{self, RUNE_ERROR};
use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/log/slog`.
pub const TABLE: &[Row] = &[("log/slog.appendJSON", append_json), ("log/slog.appendText", append_text)];

/// `func appendText(b []byte, s string) []byte`: as it is, or as a literal where that would not be clear.
fn append_text(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, s) = (cx.slice(), cx.str());
    cx.charge(s.len() as u64 >> 3);
    let to = if needs_quotes(s) {
        let mut out = Vec::new();
        append_quoted(&mut out, s, b'"', Shown::Printable);
        appended(cx, b, &out)?
    } else {
        appended(cx, b, s)?
    };
    cx.ret_slice(to);
    Ok(Done)
}

fn needs_quotes(s: &[u8]) -> bool {
    s.is_empty()
        || utf8::runes(s).any(|(_, r, _)| match r {
            0..0x80 => r <= 0x20 || r == i32::from(b'"') || r == i32::from(b'='),
            _ => r == RUNE_ERROR || is_space(r) || !is_print(r),
        })
}

/// `func appendJSON(b []byte, s string) []byte`: as a string of JSON, without escapes for HTML.
fn append_json(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, s) = (cx.slice(), cx.str());
    cx.charge(s.len() as u64 >> 3);
    let mut out = Vec::with_capacity(s.len() + 2);
    super::json::append_text(&mut out, s);
    let to = appended(cx, b, &out)?;
    cx.ret_slice(to);
    Ok(Done)
}
