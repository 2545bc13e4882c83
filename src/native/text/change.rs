//! Making a changed copy of a text.

use super::unicode::{Case, to_case};
use super::utf8::{self, RUNE_ERROR};

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

/// `text` with its first `n` occurrences of `old` replaced by `new`, all if `n` is negative, or `None` if that
/// changes nothing. An empty `old` is found before each code point and at the end.
pub fn replace(text: &[u8], old: &[u8], new: &[u8], n: i64) -> Option<Vec<u8>> {
    if n == 0 || old == new {
        return None;
    }
    let most = usize::try_from(n).unwrap_or(usize::MAX);
    let mut out = Vec::new();
    let mut copied = 0;
    let mut put = |at: usize| {
        if copied == 0 {
            out.reserve(text.len());
        }
        out.extend_from_slice(&text[copied..at]);
        out.extend_from_slice(new);
        copied = at + old.len();
    };
    let mut found = false;
    match old {
        [] => {
            for at in utf8::runes(text).map(|(at, _, _)| at).chain([text.len()]).take(most) {
                found = true;
                put(at);
            }
        }
        [byte] => memchr::memchr_iter(*byte, text).take(most).for_each(|at| {
            found = true;
            put(at);
        }),
        _ => memchr::memmem::find_iter(text, old).take(most).for_each(|at| {
            found = true;
            put(at);
        }),
    }
    if !found {
        return None;
    }
    out.extend_from_slice(&text[copied..]);
    Some(out)
}

/// `text` with each run of invalid bytes replaced by `with`, or `None` if it has none.
pub fn to_valid(text: &[u8], with: &[u8]) -> Option<Vec<u8>> {
    if std::str::from_utf8(text).is_ok() {
        return None;
    }
    let mut out = Vec::with_capacity(text.len() + with.len());
    let mut bad_before = false;
    for (at, r, width) in utf8::runes(text) {
        let bad = r == RUNE_ERROR && width == 1;
        if !bad {
            out.extend_from_slice(&text[at..at + width]);
        } else if !bad_before {
            out.extend_from_slice(with);
        }
        bad_before = bad;
    }
    Some(out)
}

/// Replaces in one pass: at each place the first pair whose old text is found there wins; an empty old text is not
/// found again right after it was. `None` if nothing is found.
pub fn replace_pairs(text: &[u8], pairs: &[(&[u8], &[u8])]) -> Option<Vec<u8>> {
    // For each byte, whether some old text begins with it, so that most places are passed over quickly.
    let mut begins = [false; 256];
    let mut any_empty = false;
    for (old, _) in pairs {
        match old.first() {
            Some(&c) => begins[usize::from(c)] = true,
            None => any_empty = true,
        }
    }
    let mut out = Vec::new();
    let (mut at, mut copied, mut found, mut empty_before) = (0, 0, false, false);
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
        found = true;
        empty_before = old.is_empty();
        out.extend_from_slice(&text[copied..at]);
        out.extend_from_slice(new);
        at += old.len();
        copied = at;
    }
    if !found {
        return None;
    }
    out.extend_from_slice(&text[copied..]);
    Some(out)
}

/// The elements with `sep` between them.
pub fn join<'a>(elems: impl ExactSizeIterator<Item = &'a [u8]> + Clone, sep: &[u8]) -> Vec<u8> {
    let seps = sep.len().saturating_mul(elems.len().saturating_sub(1));
    let mut out = Vec::with_capacity(elems.clone().fold(seps, |n, e| n.saturating_add(e.len())));
    for (i, e) in elems.enumerate() {
        if i > 0 {
            out.extend_from_slice(sep);
        }
        out.extend_from_slice(e);
    }
    out
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
        let r =
            |s: &str, old: &str, new: &str, n| text(replace(s.as_bytes(), old.as_bytes(), new.as_bytes(), n));
        assert_eq!(r("oink oink oink", "k", "ky", 2).as_deref(), Some("oinky oinky oink"));
        assert_eq!(r("oink oink", "oink", "moo", -1).as_deref(), Some("moo moo"));
        assert_eq!(r("é世", "", "-", -1).as_deref(), Some("-é-世-"));
        assert_eq!(r("é世", "", "-", 2).as_deref(), Some("-é-世"));
        assert_eq!(
            (r("abc", "x", "y", -1), r("abc", "a", "y", 0), r("abc", "a", "a", -1)),
            (None, None, None)
        );
        assert_eq!(r("", "", "x", -1).as_deref(), Some("x"));
    }

    #[test]
    fn replaces_pairs() {
        let r = |s: &str, pairs: &[(&str, &str)]| {
            let pairs: Vec<(&[u8], &[u8])> =
                pairs.iter().map(|(a, b)| (a.as_bytes(), b.as_bytes())).collect();
            text(replace_pairs(s.as_bytes(), &pairs))
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
    fn joins_and_mends() {
        assert_eq!(join([&b"a"[..], b"b"].into_iter(), b", "), b"a, b");
        assert_eq!(join(std::iter::empty(), b","), b"");
        assert_eq!(text(to_valid(b"a\xff\xfeb\xc3", b"?")).as_deref(), Some("a?b?"));
        assert_eq!(to_valid("é".as_bytes(), b"?"), None);
    }
}
