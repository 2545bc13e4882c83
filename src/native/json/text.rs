//! Strings, numbers and bytes as JSON has them.

use crate::native::text::{float, utf8};

const HEX: &[u8; 16] = b"0123456789abcdef";

/// What is escaped in strings besides what must be.
#[derive(Clone, Copy)]
pub struct Escapes {
    /// <, > and &
    pub html: bool,
    /// U+2028 and U+2029
    pub js: bool,
}

/// Appends a string as JSON: whether it is UTF-8.
pub fn quote(out: &mut Vec<u8>, s: &[u8], escapes: Escapes) -> bool {
    out.push(b'"');
    let mut valid = true;
    let (mut start, mut i) = (0, 0);
    while i < s.len() {
        let c = s[i];
        if c < 0x80 {
            if c >= b' ' && c != b'"' && c != b'\\' && !(escapes.html && matches!(c, b'<' | b'>' | b'&')) {
                i += 1;
                continue;
            }
            out.extend_from_slice(&s[start..i]);
            let short = match c {
                b'\\' | b'"' => c,
                8 => b'b',
                12 => b'f',
                b'\n' => b'n',
                b'\r' => b'r',
                b'\t' => b't',
                _ => 0,
            };
            if short != 0 {
                out.extend_from_slice(&[b'\\', short]);
            } else {
                let hex = |digit: u8| HEX[usize::from(digit)];
                out.extend_from_slice(&[b'\\', b'u', b'0', b'0', hex(c >> 4), hex(c & 15)]);
            }
            i += 1;
            start = i;
            continue;
        }
        let (rune, size) = utf8::decode(&s[i..]);
        if rune == utf8::RUNE_ERROR && size == 1 {
            valid = false;
            out.extend_from_slice(&s[start..i]);
            out.extend_from_slice("\u{fffd}".as_bytes());
        } else if escapes.js && (rune == 0x2028 || rune == 0x2029) {
            out.extend_from_slice(&s[start..i]);
            out.extend_from_slice(b"\\u202");
            out.push(HEX[rune as usize & 15]);
        } else {
            i += size;
            continue;
        }
        i += size;
        start = i;
    }
    out.extend_from_slice(&s[start..]);
    out.push(b'"');
    valid
}

/// Appends a finite number, as ES6 does: with an exponent if it is very large or very small.
pub fn append_float(out: &mut Vec<u8>, f: f64, bits: u32) {
    let abs = f.abs();
    let (small, large) =
        if bits == 64 { (abs < 1e-6, abs >= 1e21) } else { ((abs as f32) < 1e-6, (abs as f32) >= 1e21) };
    let exponent = abs != 0.0 && (small || large);
    let start = out.len();
    float::append_float(out, f, if exponent { b'e' } else { b'f' }, -1, bits);
    // e-09 is e-9.
    let n = out.len();
    if exponent
        && n - start >= 4
        && out[n - 4] == b'e'
        && matches!(out[n - 3], b'-' | b'+')
        && out[n - 2] == b'0'
    {
        out[n - 2] = out[n - 1];
        out.pop();
    }
}

/// Appends bytes in base64.
pub fn append_base64(out: &mut Vec<u8>, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |n: u32| DIGITS[n as usize & 63];
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let n = byte(0) << 16 | byte(1) << 8 | byte(2);
        let mut text = [digit(n >> 18), digit(n >> 12), digit(n >> 6), digit(n)];
        text[chunk.len() + 1..].fill(b'=');
        out.extend_from_slice(&text);
    }
}

/// The bytes that base64 stands for; nothing if it is none.
pub fn from_base64(text: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let mut left: Vec<u8> = text.iter().copied().filter(|c| !matches!(c, b'\r' | b'\n')).collect();
    if !left.len().is_multiple_of(4) {
        return None;
    }
    let padding = left.iter().rev().take(2).take_while(|&&c| c == b'=').count();
    left.truncate(left.len() - padding);
    for chunk in left.chunks(4) {
        let mut n = 0u32;
        for (i, c) in chunk.iter().enumerate() {
            let digit = match c {
                b'A'..=b'Z' => c - b'A',
                b'a'..=b'z' => c - b'a' + 26,
                b'0'..=b'9' => c - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                _ => return None,
            };
            n |= u32::from(digit) << (18 - 6 * i);
        }
        out.extend_from_slice(&n.to_be_bytes()[1..chunk.len()]);
    }
    Some(out)
}

/// What a string stands for, given the text between its quotes.
pub fn unescape(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut i = 0;
    while i < text.len() {
        let c = text[i];
        if c != b'\\' {
            if c < 0x80 {
                out.push(c);
                i += 1;
            } else {
                let (rune, size) = utf8::decode(&text[i..]);
                utf8::push(&mut out, rune);
                i += size;
            }
            continue;
        }
        let c = text[i + 1];
        i += 2;
        match c {
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'u' => {
                let high = hex4(text, i);
                i += 4;
                let mut rune = high as i32;
                if (0xD800..0xE000).contains(&high) {
                    rune = utf8::RUNE_ERROR;
                    if text.get(i..i + 2) == Some(b"\\u") && text.len() >= i + 6 {
                        let low = hex4(text, i + 2);
                        if high < 0xDC00 && (0xDC00..0xE000).contains(&low) {
                            rune = (((high - 0xD800) << 10) + (low - 0xDC00) + 0x10000) as i32;
                            i += 6;
                        }
                    }
                }
                utf8::push(&mut out, rune);
            }
            _ => out.push(c),
        }
    }
    out
}

fn hex4(text: &[u8], at: usize) -> u32 {
    let digits = text.get(at..at + 4).unwrap_or_default();
    digits.iter().fold(0, |n, &c| n << 4 | char::from(c).to_digit(16).unwrap_or(0))
}
