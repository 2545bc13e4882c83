//! Packages encoding/json/jsontext and encoding/json/internal/jsonwire: strings and values that are there as a whole, and
//! right. Whatever else they meet, the half in the language looks at again, to say what is wrong or to fetch more.

use super::append;
use super::scan::{self, Rules, Written};
use super::text::{Escapes, append_float, quote, unescape};
use crate::native::text::parse_float::parse_float;
use crate::native::{Done, NativeCx, NativeResult, Row};

pub const TABLE: &[Row] = &[
    ("encoding/json/internal/jsonwire.quote", quote_string),
    ("encoding/json/internal/jsonwire.scanString", scan_string),
    ("encoding/json/internal/jsonwire.unquote", unquote),
    ("encoding/json/jsontext.reformat", reformat),
    ("encoding/json/jsontext.scanValue", scan_value),
];

/// The results `end int, how StringFlags`.
fn ret_end(cx: &mut NativeCx<'_>, end: Option<(usize, Written)>) -> NativeResult {
    let (end, written) = end.map_or((-1, Written::default()), |(end, written)| (end as i64, written));
    cx.ret_int(end);
    cx.ret_int(i64::from(written.escaped) | i64::from(written.unusual) << 1);
    Ok(Done)
}

/// `func scanString(text []byte, at int, strict bool) (end int, flags StringFlags)`
fn scan_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let (text, at, strict) = (cx.bytes(), cx.uint() as usize, cx.bool());
    let end = scan::string_by(text, at, strict);
    cx.charge(end.map_or(text.len(), |(end, _)| end - at) as u64 >> 5);
    ret_end(cx, end)
}

/// `func scanValue(text []byte, at, depth int, unique, strict bool) (end int, how jsonwire.StringFlags)`
fn scan_value(cx: &mut NativeCx<'_>) -> NativeResult {
    let (text, at, depth) = (cx.bytes(), cx.uint() as usize, cx.uint() as usize);
    let rules = Rules { unique: cx.bool(), strict: cx.bool() };
    let end = scan::value_by(text, at, depth - 1, rules);
    cx.charge(end.map_or(text.len() - at, |(end, _)| end - at) as u64 >> 5);
    ret_end(cx, end)
}

/// `func unquote(dst, text []byte) (out []byte, ok bool)`
fn unquote(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, text) = (cx.slice(), cx.bytes());
    let inner = match text.first() {
        Some(b'"') => scan::string_by(text, 0, true).filter(|(end, _)| *end == text.len()),
        _ => None,
    };
    match inner {
        Some((end, written)) => {
            let inner = &text[1..end - 1];
            if written.escaped {
                append(cx, dst, &unescape(inner))?;
            } else {
                append(cx, dst, inner)?;
            }
        }
        None => cx.ret_slice(dst),
    }
    cx.ret_bool(inner.is_some());
    Ok(Done)
}

/// `func quote(dst []byte, s string, html, js bool) (out []byte, valid bool)`
fn quote_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, s) = (cx.slice(), cx.str());
    let escapes = Escapes { html: cx.bool(), js: cx.bool() };
    let mut out = Vec::with_capacity(s.len() + 2);
    let valid = quote(&mut out, s, escapes);
    append(cx, dst, &out)?;
    cx.ret_bool(valid);
    Ok(Done)
}

/// How values are written; the bits have the same order in the language.
struct Format<'a> {
    escapes: Escapes,
    raw_strings: bool,
    ints: bool,
    floats: bool,
    multiline: bool,
    colon: bool,
    comma: bool,
    prefix: &'a [u8],
    indent: &'a [u8],
}

/// `func reformat(dst, v []byte, at, depth, flags int, prefix, indent string) (out []byte, end int)`
fn reformat(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, text, at, depth) = (cx.slice(), cx.bytes(), cx.uint() as usize, cx.uint() as usize);
    let flags = cx.uint();
    let bit = |n: u32| flags >> n & 1 != 0;
    let format = Format {
        escapes: Escapes { html: bit(2), js: bit(3) },
        raw_strings: bit(4),
        ints: bit(5),
        floats: bit(6),
        multiline: bit(7),
        colon: bit(8),
        comma: bit(9),
        prefix: cx.str(),
        indent: cx.str(),
    };
    let rules = Rules { unique: !bit(0), strict: !bit(1) };
    let end = scan::value_by(text, at, depth - 1, rules).map(|(end, _)| end);
    let mut out = Vec::new();
    if let Some(end) = end {
        out.reserve(end - at);
        format.write(&mut out, &text[at..end], depth, rules.strict);
    }
    cx.charge(text.len() as u64 >> 4);
    append(cx, dst, &out)?;
    cx.ret_int(end.map_or(-1, |end| end as i64));
    Ok(Done)
}

impl Format<'_> {
    fn line(&self, out: &mut Vec<u8>, depth: usize) {
        if self.multiline {
            out.push(b'\n');
            out.extend_from_slice(self.prefix);
            (1..depth).for_each(|_| out.extend_from_slice(self.indent));
        }
    }

    /// Appends a value that is valid, on a level of so many others.
    fn write(&self, out: &mut Vec<u8>, text: &[u8], mut depth: usize, strict: bool) {
        let (mut at, mut opened) = (0, false);
        loop {
            at = scan::space(text, at);
            let Some(&c) = text.get(at) else { return };
            let closes = matches!(c, b']' | b'}');
            if opened && !closes {
                depth += 1;
                self.line(out, depth);
            } else if closes && !opened {
                depth -= 1;
                self.line(out, depth);
            }
            opened = matches!(c, b'{' | b'[');
            let end = match c {
                b'"' => self.string(out, text, at, strict),
                b'-' | b'0'..=b'9' => self.number(out, text, at),
                _ => {
                    out.push(c);
                    Some(at + 1)
                }
            };
            at = end.unwrap_or(text.len());
            match c {
                b',' => {
                    if self.comma {
                        out.push(b' ');
                    }
                    self.line(out, depth);
                }
                b':' if self.colon => out.push(b' '),
                _ => {}
            }
        }
    }

    /// Appends a string and gives its end.
    fn string(&self, out: &mut Vec<u8>, text: &[u8], at: usize, strict: bool) -> Option<usize> {
        let (end, written) = scan::string_by(text, at, strict)?;
        let (whole, escapes) = (&text[at..end], self.escapes.html || self.escapes.js);
        if !escapes && (self.raw_strings || !written.unusual) {
            out.extend_from_slice(whole);
        } else if self.raw_strings {
            self.escape(out, whole);
        } else if written.escaped {
            quote(out, &unescape(&text[at + 1..end - 1]), self.escapes);
        } else {
            quote(out, &text[at + 1..end - 1], self.escapes);
        }
        Some(end)
    }

    /// Appends a string with more escapes, if they are asked for.
    fn escape(&self, out: &mut Vec<u8>, string: &[u8]) {
        let mut rest = string;
        while let Some((&c, after)) = rest.split_first() {
            rest = after;
            match c {
                b'<' | b'>' | b'&' if self.escapes.html => {
                    out.extend_from_slice(format!("\\u00{c:02x}").as_bytes());
                }
                0xE2 if self.escapes.js && matches!(rest, [0x80, 0xA8 | 0xA9, ..]) => {
                    out.extend_from_slice(format!("\\u20{:02x}", rest[1] - 0x80).as_bytes());
                    rest = &rest[2..];
                }
                _ => out.push(c),
            }
        }
    }

    /// Appends a number and gives its end.
    fn number(&self, out: &mut Vec<u8>, text: &[u8], at: usize) -> Option<usize> {
        let end = scan::number(text, at)?;
        let number = &text[at..end];
        let canonic = if number == b"-0" {
            self.ints || self.floats
        } else if number.iter().any(|c| matches!(c, b'.' | b'e' | b'E')) {
            self.floats
        } else {
            self.ints
        };
        if canonic {
            // Zero has no sign, and what is too large is the largest.
            let f = parse_float(number, 64).0.clamp(f64::MIN, f64::MAX);
            append_float(out, if f == 0.0 { 0.0 } else { f }, 64);
        } else {
            out.extend_from_slice(number);
        }
        Some(end)
    }
}
