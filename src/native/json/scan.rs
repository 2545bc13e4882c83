//! Where a JSON value ends.

use super::text::unescape;
use crate::native::text::utf8;
use std::borrow::Cow;
use std::collections::HashSet;

/// How deep arrays and objects may be nested.
const MAX_DEPTH: usize = 10000;

/// Passes blanks.
#[inline]
pub fn space(data: &[u8], mut at: usize) -> usize {
    while matches!(data.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

/// The end of the value that begins at `at`; nothing if it is none, or does not end.
pub fn value(data: &[u8], at: usize) -> Option<usize> {
    value_by(data, at, 0, Rules { unique: false, strict: false }).map(|(end, _)| end)
}

/// What is asked of a value besides its syntax.
#[derive(Clone, Copy)]
pub struct Rules {
    /// No object has a name twice.
    pub unique: bool,
    /// Strings are UTF-8, and surrogates come in pairs.
    pub strict: bool,
}

/// An object or array that is open.
struct Open<'a> {
    object: bool,
    names: Names<'a>,
}

/// The names of an object: few of them are looked through.
#[derive(Default)]
struct Names<'a> {
    few: Vec<Cow<'a, [u8]>>,
    many: HashSet<Cow<'a, [u8]>>,
}

impl<'a> Names<'a> {
    /// Whether the name is new.
    fn insert(&mut self, name: Cow<'a, [u8]>) -> bool {
        if !self.many.is_empty() {
            return self.many.insert(name);
        }
        if self.few.contains(&name) {
            return false;
        }
        self.few.push(name);
        if self.few.len() > 16 {
            self.many = self.few.drain(..).collect();
        }
        true
    }
}

/// The end of the value that begins at `at`, with so many others around it, and how it is written if it is a string; nothing
/// if it is none by the rules, or does not end.
pub fn value_by(data: &[u8], mut at: usize, depth: usize, rules: Rules) -> Option<(usize, Written)> {
    let mut open: Vec<Open<'_>> = Vec::new();
    let mut written = Written::default();
    loop {
        // A value begins.
        match *data.get(at)? {
            bracket @ (b'{' | b'[') => {
                let object = bracket == b'{';
                if open.len() + depth >= MAX_DEPTH {
                    return None;
                }
                at = space(data, at + 1);
                if data.get(at) != Some(if object { &b'}' } else { &b']' }) {
                    open.push(Open { object, names: Names::default() });
                    if object {
                        at = key(data, at, rules, &mut open)?;
                    }
                    continue;
                }
                at += 1;
            }
            b'"' => (at, written) = string_by(data, at, rules.strict)?,
            b't' => at = literal(data, at, b"true")?,
            b'f' => at = literal(data, at, b"false")?,
            b'n' => at = literal(data, at, b"null")?,
            _ => at = number(data, at)?,
        }
        // And ends.
        loop {
            let Some(&Open { object, .. }) = open.last() else { return Some((at, written)) };
            at = space(data, at);
            match (*data.get(at)?, object) {
                (b',', true) => {
                    at = key(data, space(data, at + 1), rules, &mut open)?;
                    break;
                }
                (b',', false) => {
                    at = space(data, at + 1);
                    break;
                }
                (b'}', true) | (b']', false) => {
                    at += 1;
                    open.pop();
                }
                _ => return None,
            }
        }
    }
}

/// Passes the name of a member, the colon, and blanks.
fn key<'a>(data: &'a [u8], at: usize, rules: Rules, open: &mut [Open<'a>]) -> Option<usize> {
    if data.get(at) != Some(&b'"') {
        return None;
    }
    let (end, written) = string_by(data, at, rules.strict)?;
    if rules.unique {
        let text = &data[at + 1..end - 1];
        let name = if written.escaped { unescape(text).into() } else { text.into() };
        if !open.last_mut()?.names.insert(name) {
            return None;
        }
    }
    let at = space(data, end);
    (data.get(at) == Some(&b':')).then(|| space(data, at + 1))
}

/// Passes a string.
pub fn string(data: &[u8], at: usize) -> Option<usize> {
    string_by(data, at, false).map(|(end, _)| end)
}

/// How a string is written.
#[derive(Clone, Copy, Default)]
pub struct Written {
    /// It is not what it stands for.
    pub escaped: bool,
    /// RFC 8785 would write it in another way.
    pub unusual: bool,
}

/// Passes a string; if strict, it must be UTF-8.
pub fn string_by(data: &[u8], at: usize, strict: bool) -> Option<(usize, Written)> {
    let mut at = at + 1;
    let mut written = Written::default();
    loop {
        match *data.get(at)? {
            b'"' => return Some((at + 1, written)),
            b'\\' => {
                written.escaped = true;
                at += escape(&data[at..], strict, &mut written)?;
            }
            c if c < b' ' => return None,
            c if c < 0x80 => at += 1,
            _ => {
                let (rune, size) = utf8::decode(&data[at..]);
                if rune == utf8::RUNE_ERROR && size == 1 {
                    if strict {
                        return None;
                    }
                    written = Written { escaped: true, unusual: true };
                }
                at += size;
            }
        }
    }
}

/// The length of an escape.
fn escape(text: &[u8], strict: bool, written: &mut Written) -> Option<usize> {
    match *text.get(1)? {
        b'"' | b'\\' | b'b' | b'f' | b'n' | b'r' | b't' => return Some(2),
        b'/' => {
            written.unusual = true;
            return Some(2);
        }
        b'u' => {}
        _ => return None,
    }
    let digits = text.get(2..6)?;
    let unit = hex4(digits)?;
    written.unusual |=
        unit >= 0x20 || matches!(unit, 8..=10 | 12 | 13) || digits.iter().any(u8::is_ascii_uppercase);
    if !strict || !(0xD800..0xE000).contains(&unit) {
        return Some(6);
    }
    let low = if text.get(6..8)? == b"\\u" { hex4(text.get(8..12)?)? } else { return None };
    (unit < 0xDC00 && (0xDC00..0xE000).contains(&low)).then_some(12)
}

fn hex4(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |n, &c| Some(n << 4 | char::from(c).to_digit(16)?))
}

fn literal(data: &[u8], at: usize, text: &[u8]) -> Option<usize> {
    data[at..].starts_with(text).then(|| at + text.len())
}

fn digits(data: &[u8], mut at: usize) -> Option<usize> {
    let start = at;
    while data.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > start).then_some(at)
}

/// Passes a number.
pub fn number(data: &[u8], mut at: usize) -> Option<usize> {
    if data.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if data.get(at) == Some(&b'0') { at + 1 } else { digits(data, at)? };
    if data.get(at) == Some(&b'.') {
        at = digits(data, at + 1)?;
    }
    if matches!(data.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(data.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(data, at)?;
    }
    Some(at)
}
