//! UTF-8 with Go's rules: whatever can't be decoded is [`RUNE_ERROR`], one byte wide.

/// Go's `rune`. Any value may occur, also ones that are no code point.
pub type Rune = i32;

/// Stands for what can't be decoded or encoded.
pub const RUNE_ERROR: Rune = 0xFFFD;
/// The first code point that takes more than one byte.
pub const RUNE_SELF: Rune = 0x80;
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
    match s.first() {
        None => (RUNE_ERROR, 0),
        Some(&b) if b < 0x80 => (Rune::from(b), 1),
        Some(&b) => decode_long(s, b),
    }
}

/// The allowed second bytes after the lead byte `b`, and the width that it announces; `None` if no character
/// begins so. The second byte is where overlong forms, surrogates and values above U+10FFFF show.
fn second_byte(b: u8) -> Option<(u8, u8, usize)> {
    match b {
        0xC2..=0xDF => Some((0x80, 0xBF, 2)),
        0xE0 => Some((0xA0, 0xBF, 3)),
        0xED => Some((0x80, 0x9F, 3)),
        0xE1..=0xEF => Some((0x80, 0xBF, 3)),
        0xF0 => Some((0x90, 0xBF, 4)),
        0xF1..=0xF3 => Some((0x80, 0xBF, 4)),
        0xF4 => Some((0x80, 0x8F, 4)),
        _ => None,
    }
}

fn decode_long(s: &[u8], b: u8) -> (Rune, usize) {
    let bad = (RUNE_ERROR, 1);
    let Some((lo, hi, width)) = second_byte(b) else { return bad };
    let Some(rest) = s.get(1..width) else { return bad };
    if rest[0] < lo || rest[0] > hi || rest[1..].iter().any(|c| c & 0xC0 != 0x80) {
        return bad;
    }
    let lead = Rune::from(b) & (0x7F >> width);
    (rest.iter().fold(lead, |r, &c| r << 6 | Rune::from(c & 0x3F)), width)
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
    let Some(&b) = s.first() else { return false };
    let Some((lo, hi, width)) = second_byte(b) else { return true };
    if s.len() >= width {
        return true;
    }
    // Too short: whole only if what is there is already wrong.
    s.get(1).is_some_and(|c| !(lo..=hi).contains(c)) || s.get(2).is_some_and(|c| c & 0xC0 != 0x80)
}

/// Appends `r` to `out`; [`RUNE_ERROR`] if it is no code point.
pub fn push(out: &mut Vec<u8>, r: Rune) {
    let c = u32::try_from(r).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
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
