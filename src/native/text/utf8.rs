//! UTF-8 with Go's rules: whatever can't be decoded is [`RUNE_ERROR`], one byte wide.

use crate::heap::string::decode_rune;

/// Go's `rune`. Any value may occur, also ones that are no code point.
pub type Rune = i32;

/// Stands for what can't be decoded or encoded.
pub const RUNE_ERROR: Rune = 0xFFFD;
/// The last code point.
pub const MAX_RUNE: Rune = 0x10FFFF;

/// Whether `r` is a code point that can be encoded: in range and no surrogate.
pub fn valid_rune(r: Rune) -> bool {
    (0..0xD800).contains(&r) || (0xE000..=MAX_RUNE).contains(&r)
}

/// The first code point of `s` and its width; `(RUNE_ERROR, 1)` if the encoding is invalid and
/// `(RUNE_ERROR, 0)` if `s` is empty.
#[inline]
pub fn decode(s: &[u8]) -> (Rune, usize) {
    if s.is_empty() { (RUNE_ERROR, 0) } else { decode_rune(s, 0) }
}

/// The last code point of `s` and its width, with the errors of [`decode`].
pub fn decode_last(s: &[u8]) -> (Rune, usize) {
    let Some(&last) = s.last() else { return (RUNE_ERROR, 0) };
    if last < 0x80 {
        return (Rune::from(last), 1);
    }
    let earliest = s.len().saturating_sub(4);
    for start in (earliest..s.len()).rev() {
        if s[start] & 0xC0 != 0x80 {
            let (r, width) = decode(&s[start..]);
            if start + width == s.len() {
                return (r, width);
            }
            break;
        }
    }
    (RUNE_ERROR, 1)
}

/// Whether `s` begins with a whole code point; an invalid byte is one, as it decodes to [`RUNE_ERROR`].
pub fn full_rune(s: &[u8]) -> bool {
    if s.is_empty() || s.len() >= 4 {
        return !s.is_empty();
    }
    // It is not whole if bytes could follow that make it longer; the extremes stand for all of them.
    let grows = |filler: u8| {
        let mut longer = [filler; 4];
        longer[..s.len()].copy_from_slice(s);
        decode(&longer).1 > s.len()
    };
    !grows(0x80) && !grows(0xBF)
}

/// `r` as bytes, which lie in `room`; [`RUNE_ERROR`] if it is no code point.
#[inline]
pub fn encode(r: Rune, room: &mut [u8; 4]) -> &[u8] {
    let c = u32::try_from(r).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    c.encode_utf8(room).as_bytes()
}

/// Appends `r` to `out`; [`RUNE_ERROR`] if it is no code point.
pub fn push(out: &mut Vec<u8>, r: Rune) {
    out.extend_from_slice(encode(r, &mut [0; 4]));
}

/// The number of code points in `s`; each invalid byte counts as one.
pub fn rune_count(s: &[u8]) -> usize {
    match std::str::from_utf8(s) {
        Ok(valid) => valid.chars().count(),
        Err(_) => runes(s).count(),
    }
}

/// Goes over `s` as Go's `range` does: position, code point and width.
pub fn runes(s: &[u8]) -> Runes<'_> {
    Runes { s, at: 0 }
}

/// The iterator of [`runes`].
#[derive(Clone, Debug)]
pub struct Runes<'a> {
    s: &'a [u8],
    at: usize,
}

impl Iterator for Runes<'_> {
    type Item = (usize, Rune, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let at = self.at;
        let (r, width) = decode(self.s.get(at..)?);
        if width == 0 {
            return None;
        }
        self.at += width;
        Some((at, r, width))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_std_decodes() {
        for c in ('\0'..='\u{3000}').chain(['\u{D7FF}', '\u{E000}', '\u{FFFD}', '\u{10000}', '\u{10FFFF}']) {
            let mut bytes = Vec::new();
            push(&mut bytes, c as Rune);
            assert_eq!(bytes, c.to_string().as_bytes());
            assert_eq!(decode(&bytes), (c as Rune, bytes.len()));
            assert_eq!(decode_last(&bytes), (c as Rune, bytes.len()));
            assert!(full_rune(&bytes));
            for cut in 1..bytes.len() {
                assert!(!full_rune(&bytes[..cut]));
                assert_eq!(decode(&bytes[..cut]), (RUNE_ERROR, 1));
            }
        }
    }

    #[test]
    fn refuses_what_is_not_utf8() {
        for bad in [
            &b"\x80"[..],
            b"\xC0\x80",
            b"\xED\xA0\x80",
            b"\xF4\x90\x80\x80",
            b"\xFF",
            b"\xE4\xB8",
            b"\xE0\x80\x80",
        ] {
            assert_eq!(decode(bad), (RUNE_ERROR, 1), "{bad:?}");
            assert_eq!(decode_last(bad), (RUNE_ERROR, 1), "{bad:?}");
        }
        assert_eq!(decode(b""), (RUNE_ERROR, 0));
        assert_eq!(rune_count(b"a\xFFb\xE4\xB8"), 5);
        assert!(full_rune(b"\xC0") && full_rune(b"\xE4\x00") && !full_rune(b"\xE4\xB8") && !full_rune(b""));
        let mut out = Vec::new();
        push(&mut out, 0xD800);
        push(&mut out, -1);
        assert_eq!(out, "\u{FFFD}\u{FFFD}".as_bytes());
    }
}
