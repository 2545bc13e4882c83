//! Making a changed copy of a text.

use super::search;
use super::unicode::{Case, to_case};
use super::utf8;

/// `text` with every letter in a case, or `None` if that changes nothing. Invalid bytes become U+FFFD, if there
/// is anything outside ASCII.
pub fn to_case_all(text: &[u8], case: Case) -> Option<Vec<u8>> {
    if text.is_ascii() {
        let changes =
            |c: &u8| if case == Case::Lower { c.is_ascii_uppercase() } else { c.is_ascii_lowercase() };
        let at = text.iter().position(changes)?;
        let mut out = text.to_vec();
        match case {
            Case::Lower => out[at..].make_ascii_lowercase(),
            Case::Upper | Case::Title => out[at..].make_ascii_uppercase(),
        }
        return Some(out);
    }
    let mut out = Vec::with_capacity(text.len());
    for (_, r, _) in utf8::runes(text) {
        utf8::push(&mut out, to_case(case, r));
    }
    (out != text).then_some(out)
}

/// How many replacements [`replace`] has to make: the first `n` occurrences of `old`, all if `n` is negative. An empty
/// `old` is found before each code point and at the end.
pub fn replacements(text: &[u8], old: &[u8], new: &[u8], n: i64) -> usize {
    if n == 0 || old == new {
        return 0;
    }
    search::count(text, old).min(usize::try_from(n).unwrap_or(usize::MAX))
}

/// Emits `text`, piece by piece, with its first `count` occurrences of `old` replaced by `new`.
pub fn replace(text: &[u8], old: &[u8], new: &[u8], count: usize, mut emit: impl FnMut(&[u8])) {
    let mut copied = 0;
    let mut put = |at: usize| {
        emit(&text[copied..at]);
        emit(new);
        copied = at + old.len();
    };
    match old {
        [] => utf8::runes(text).map(|(at, _, _)| at).chain([text.len()]).take(count).for_each(&mut put),
        [byte] => memchr::memchr_iter(*byte, text).take(count).for_each(&mut put),
        _ => memchr::memmem::find_iter(text, old).take(count).for_each(&mut put),
    }
    emit(&text[copied..]);
}

/// Emits `text`, piece by piece, with each run of invalid bytes replaced by `with`. Gives whether there were any.
pub fn to_valid(text: &[u8], with: &[u8], mut emit: impl FnMut(&[u8])) -> bool {
    let mut any = false;
    let mut bad_before = false;
    // A chunk is valid text, and then at most one invalid sequence, which is no more than three bytes.
    for chunk in text.utf8_chunks() {
        if !chunk.valid().is_empty() {
            bad_before = false;
            emit(chunk.valid().as_bytes());
        }
        if !chunk.invalid().is_empty() && !bad_before {
            (any, bad_before) = (true, true);
            emit(with);
        }
    }
    any
}

/// Emits `text`, piece by piece, with pairs of old and new texts replaced in one pass: at each place the first pair
/// whose old text is found there wins; an empty old text is not found again right after it was. Gives how many
/// replacements there were.
pub fn replace_pairs(text: &[u8], pairs: &[(&[u8], &[u8])], mut emit: impl FnMut(&[u8])) -> usize {
    // For each byte, whether some old text begins with it, so that most places are passed over quickly.
    let mut begins = [false; 256];
    let mut any_empty = false;
    for (old, _) in pairs {
        match old.first() {
            Some(&c) => begins[usize::from(c)] = true,
            None => any_empty = true,
        }
    }
    let (mut at, mut copied, mut count, mut empty_before) = (0, 0, 0, false);
    while at <= text.len() {
        if !any_empty {
            match text[at..].iter().position(|&c| begins[usize::from(c)]) {
                Some(skip) => at += skip,
                None => break,
            }
        }
        let rest = &text[at..];
        let hit = pairs.iter().find(|(old, _)| rest.starts_with(old) && !(old.is_empty() && empty_before));
        empty_before = false;
        let Some((old, new)) = hit else {
            at += 1;
            continue;
        };
        count += 1;
        empty_before = old.is_empty();
        emit(&text[copied..at]);
        emit(new);
        at += old.len();
        copied = at;
    }
    emit(&text[copied..]);
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(s: Option<Vec<u8>>) -> Option<String> {
        s.map(|s| String::from_utf8(s).unwrap())
    }

    #[test]
    fn changes_case() {
        assert_eq!(text(to_case_all("gópher ß ǆ".as_bytes(), Case::Upper)).as_deref(), Some("GÓPHER ß Ǆ"));
        assert_eq!(text(to_case_all("ǆ".as_bytes(), Case::Title)).as_deref(), Some("ǅ"));
        assert_eq!(text(to_case_all(b"a\xffB", Case::Lower)).as_deref(), Some("a\u{fffd}b"));
        assert_eq!((to_case_all(b"abc1", Case::Lower), to_case_all(b"", Case::Upper)), (None, None));
        assert_eq!(text(to_case_all(b"abC", Case::Lower)).as_deref(), Some("abc"));
    }

    #[test]
    fn replaces() {
        let r = |s: &str, old: &str, new: &str, n| {
            let (s, old, new) = (s.as_bytes(), old.as_bytes(), new.as_bytes());
            let (mut out, count) = (Vec::new(), replacements(s, old, new, n));
            replace(s, old, new, count, |piece| out.extend_from_slice(piece));
            (count, String::from_utf8(out).unwrap())
        };
        assert_eq!(r("oink oink oink", "k", "ky", 2), (2, "oinky oinky oink".into()));
        assert_eq!(r("oink oink", "oink", "moo", -1), (2, "moo moo".into()));
        assert_eq!(r("é世", "", "-", -1), (3, "-é-世-".into()));
        assert_eq!(r("é世", "", "-", 2), (2, "-é-世".into()));
        assert_eq!((r("abc", "x", "y", -1).0, r("abc", "a", "y", 0).0, r("abc", "a", "a", -1).0), (0, 0, 0));
        assert_eq!(r("", "", "x", -1), (1, "x".into()));
    }

    #[test]
    fn replaces_pairs() {
        let r = |s: &str, pairs: &[(&str, &str)]| {
            let pairs: Vec<(&[u8], &[u8])> =
                pairs.iter().map(|(a, b)| (a.as_bytes(), b.as_bytes())).collect();
            let mut out = Vec::new();
            let count = replace_pairs(s.as_bytes(), &pairs, |piece| out.extend_from_slice(piece));
            (count > 0).then(|| String::from_utf8(out).unwrap())
        };
        assert_eq!(
            r("<a&b>", &[("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")]).as_deref(),
            Some("&lt;a&amp;b&gt;")
        );
        assert_eq!(r("aaa", &[("a", "1"), ("aa", "2")]).as_deref(), Some("111"));
        assert_eq!(r("aaa", &[("aa", "2"), ("a", "1")]).as_deref(), Some("21"));
        // As Go does it: the empty text comes first at each place, then the others.
        assert_eq!(r("abc", &[("", "X")]).as_deref(), Some("XaXbXcX"));
        assert_eq!(r("abc", &[("b", "Y"), ("", "X")]).as_deref(), Some("XaYXcX"));
        assert_eq!(r("abc", &[("", "X"), ("b", "Y")]).as_deref(), Some("XaXYXcX"));
        assert_eq!((r("abc", &[("x", "y")]), r("", &[])), (None, None));
    }

    #[test]
    fn mends() {
        let r = |s: &[u8]| {
            let mut out = Vec::new();
            let any = to_valid(s, b"?", |piece| out.extend_from_slice(piece));
            (any, String::from_utf8(out).unwrap())
        };
        assert_eq!(r(b"a\xff\xfeb\xc3"), (true, "a?b?".into()));
        assert_eq!(r("é".as_bytes()), (false, "é".into()));
        assert_eq!(r(b""), (false, "".into()));
    }
}
