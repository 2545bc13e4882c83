//! Finding, counting, comparing and trimming.

use super::unicode::{self, is_space};
use super::utf8::{self, RUNE_ERROR, Rune, decode_last};

/// The position of the first `needle` in `text`; an empty one is at 0.
#[inline]
pub fn index(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(0),
        [byte] => index_byte(text, *byte),
        _ if needle.len() > text.len() => None,
        _ => memchr::memmem::find(text, needle),
    }
}

/// The position of the last `needle` in `text`; an empty one is at the end.
pub fn last_index(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [] => Some(text.len()),
        [byte] => last_index_byte(text, *byte),
        _ => memchr::memmem::rfind(text, needle),
    }
}

/// The position of the first byte `c`.
#[inline]
pub fn index_byte(text: &[u8], c: u8) -> Option<usize> {
    memchr::memchr(c, text)
}

/// The position of the last byte `c`.
pub fn last_index_byte(text: &[u8], c: u8) -> Option<usize> {
    memchr::memrchr(c, text)
}

/// How often `needle` occurs without overlap; an empty one before each code point and at the end.
pub fn count(text: &[u8], needle: &[u8]) -> usize {
    match needle {
        [] => utf8::rune_count(text) + 1,
        [byte] => memchr::memchr_iter(*byte, text).count(),
        _ => memchr::memmem::find_iter(text, needle).count(),
    }
}

/// The position of the first code point `r`. [`RUNE_ERROR`] finds invalid bytes too; what is no code point is
/// never found.
pub fn index_rune(text: &[u8], r: Rune) -> Option<usize> {
    if (0..0x80).contains(&r) {
        return index_byte(text, r as u8);
    }
    if r == RUNE_ERROR {
        return utf8::runes(text).find(|&(_, c, _)| c == RUNE_ERROR).map(|(at, _, _)| at);
    }
    if !utf8::valid_rune(r) {
        return None;
    }
    let mut encoded = Vec::with_capacity(4);
    utf8::push(&mut encoded, r);
    index(text, &encoded)
}

/// A set of code points, given as text. Invalid bytes in it stand for [`RUNE_ERROR`].
pub struct RuneSet<'a> {
    ascii: u128,
    others: Option<&'a [u8]>,
}

impl RuneSet<'_> {
    /// The code points of `chars`.
    pub fn new(chars: &[u8]) -> RuneSet<'_> {
        let ascii = chars.iter().filter(|c| c.is_ascii()).fold(0, |set, &c| set | 1u128 << c);
        RuneSet { ascii, others: (!chars.is_ascii()).then_some(chars) }
    }

    /// Whether `r`, which must come from decoding, is in the set.
    #[inline]
    pub fn contains(&self, r: Rune) -> bool {
        if r < 0x80 {
            self.ascii >> r & 1 == 1
        } else {
            self.others.is_some_and(|chars| index_rune(chars, r).is_some())
        }
    }
}

/// The position of the first code point of `text` that is in `chars`.
pub fn index_any(text: &[u8], chars: &[u8]) -> Option<usize> {
    let set = RuneSet::new(chars);
    utf8::runes(text).find(|&(_, r, _)| set.contains(r)).map(|(at, _, _)| at)
}

/// The position of the last code point of `text` that is in `chars`.
pub fn last_index_any(text: &[u8], chars: &[u8]) -> Option<usize> {
    let set = RuneSet::new(chars);
    let end = text.len() - trailing(text, |r| !set.contains(r));
    (end > 0).then(|| end - decode_last(&text[..end]).1)
}

/// How many bytes at the start of `text` are code points for which `f` holds.
#[inline]
pub fn leading(text: &[u8], f: impl Fn(Rune) -> bool) -> usize {
    utf8::runes(text).find(|&(_, r, _)| !f(r)).map_or(text.len(), |(at, _, _)| at)
}

/// How many bytes at the end of `text` are code points for which `f` holds.
#[inline]
pub fn trailing(text: &[u8], f: impl Fn(Rune) -> bool) -> usize {
    let mut end = text.len();
    while end > 0 {
        let (r, width) = decode_last(&text[..end]);
        if !f(r) {
            break;
        }
        end -= width;
    }
    text.len() - end
}

/// The part of `text` between white space at both ends, as start and end; `(len, len)` if there is nothing else.
pub fn trim_space(text: &[u8]) -> (usize, usize) {
    let start = leading(text, is_space);
    (start, text.len() - trailing(&text[start..], is_space))
}

/// Whether both are equal when case is ignored, by simple folding; invalid bytes are equal to U+FFFD.
pub fn equal_fold(a: &[u8], b: &[u8]) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    let (mut a, mut b) = (utf8::runes(a), utf8::runes(b));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some((_, x, _)), Some((_, y, _))) if unicode::equal_fold(x, y) => {}
            (Some(_), Some(_)) | (None, Some(_)) | (Some(_), None) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds() {
        assert_eq!(
            (index(b"chicken", b"ken"), index(b"abc", b""), index(b"a", b"ab")),
            (Some(4), Some(0), None)
        );
        assert_eq!((last_index(b"go gopher", b"go"), last_index(b"abc", b"")), (Some(3), Some(3)));
        assert_eq!((count(b"cheese", b"e"), count("é世".as_bytes(), b""), count(b"aaaa", b"aa")), (3, 3, 2));
        assert_eq!(index_rune(b"a\xffb", RUNE_ERROR), Some(1));
        assert_eq!(
            (index_rune("a世".as_bytes(), '世' as Rune), index_rune(b"a", -1), index_rune(b"a", 0xD800)),
            (Some(1), None, None)
        );
        assert_eq!(index_any("golang世".as_bytes(), "界世".as_bytes()), Some(6));
        assert_eq!(
            (index_any(b"a\xff", "\u{fffd}".as_bytes()), index_any(b"a\xff", b"\xfe")),
            (Some(1), Some(1))
        );
        assert_eq!(
            (last_index_any("go世go".as_bytes(), "世".as_bytes()), last_index_any(b"abc", b"")),
            (Some(2), None)
        );
    }

    #[test]
    fn trims() {
        assert_eq!(trim_space("\u{2003} a b\u{85}\n".as_bytes()), (4, 7));
        assert_eq!((trim_space(b" \t"), trim_space(b"")), ((2, 2), (0, 0)));
        let set = RuneSet::new("¡!".as_bytes());
        assert_eq!(
            (
                leading("¡¡!x".as_bytes(), |r| set.contains(r)),
                trailing("x!¡".as_bytes(), |r| set.contains(r))
            ),
            (5, 3)
        );
    }

    #[test]
    fn folds() {
        assert!(equal_fold(b"Go", b"GO") && equal_fold("ſtraße".as_bytes(), "Straße".as_bytes()));
        assert!(
            !equal_fold(b"a", b"ab")
                && equal_fold(b"\xff", "\u{fffd}".as_bytes())
                && !equal_fold("é".as_bytes(), b"e")
        );
    }
}
