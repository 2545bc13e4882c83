//! Cutting a text into pieces, each given as start and end.

use super::search;
use super::unicode::is_space;
use super::utf8;

/// A part of a text: where it begins and where it ends.
pub type Span = (usize, usize);

/// How many pieces [`split`] gives for at most `n`, or all if `n` is negative.
pub fn piece_count(text: &[u8], sep: &[u8], n: i64) -> usize {
    let all = search::count(text, sep) + 1 - if sep.is_empty() { 2 } else { 0 };
    all.min(usize::try_from(n).unwrap_or(usize::MAX))
}

/// Cuts `text` at every `sep` into the first `count` pieces, the last of which is the rest; a piece keeps the separator
/// that ended it if `keep`. An empty `sep` cuts after every code point. `count` is at most [`piece_count`].
pub fn split(text: &[u8], sep: &[u8], keep: bool, count: usize, mut emit: impl FnMut(Span)) {
    let Some(cuts) = count.checked_sub(1) else { return };
    let kept = if keep { sep.len() } else { 0 };
    let mut start = 0;
    let mut cut = |at: usize| {
        emit((start, at + kept));
        start = at + sep.len();
    };
    match sep {
        [] => utf8::runes(text).take(cuts).for_each(|(at, _, width)| cut(at + width)),
        [byte] => memchr::memchr_iter(*byte, text).take(cuts).for_each(&mut cut),
        _ => memchr::memmem::find_iter(text, sep).take(cuts).for_each(&mut cut),
    }
    emit((start, text.len()));
}

/// The parts of `text` between runs of white space.
pub fn fields(text: &[u8]) -> Vec<Span> {
    let mut fields = Vec::new();
    let mut start = None;
    for (at, r, _) in utf8::runes(text) {
        match (is_space(r), start) {
            (true, Some(from)) => {
                fields.push((from, at));
                start = None;
            }
            (false, None) => start = Some(at),
            (true, None) | (false, Some(_)) => {}
        }
    }
    fields.extend(start.map(|from| (from, text.len())));
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces<'a>(text: &'a str, spans: &[Span]) -> Vec<&'a str> {
        spans.iter().map(|&(from, to)| &text[from..to]).collect()
    }

    #[test]
    fn splits() {
        let all = |text: &'static str, sep: &str, keep, n| {
            let (bytes, sep, mut spans) = (text.as_bytes(), sep.as_bytes(), Vec::new());
            split(bytes, sep, keep, piece_count(bytes, sep, n), |span| spans.push(span));
            pieces(text, &spans)
        };
        assert_eq!(all("a,b,c", ",", false, -1), ["a", "b", "c"]);
        assert_eq!(all("a,b,c", ",", true, 2), ["a,", "b,c"]);
        assert_eq!(all("a, b, ", ", ", false, -1), ["a", "b", ""]);
        assert_eq!(all("", ",", false, -1), [""]);
        assert_eq!(all("", "", false, -1), [""; 0]);
        assert_eq!(all("é世x", "", false, -1), ["é", "世", "x"]);
        assert_eq!(all("é世x", "", false, 2), ["é", "世x"]);
        assert_eq!(all("a,b", ",", false, 1), ["a,b"]);
        assert_eq!(all("a,b", ",", false, 0), [""; 0]);
    }

    #[test]
    fn finds_fields() {
        let text = "  a\u{2003}bc \n d";
        assert_eq!(pieces(text, &fields(text.as_bytes())), ["a", "bc", "d"]);
        assert_eq!((fields(b"  "), fields(b"x")), (vec![], vec![(0, 1)]));
    }
}
