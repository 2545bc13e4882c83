//! Cutting a text into pieces, each given as start and end.

use super::search::index;
use super::unicode::is_space;
use super::utf8;

/// A part of a text: where it begins and where it ends.
pub type Span = (usize, usize);

/// Cuts `text` at every `sep` into at most `n` pieces, or all if `n` is negative; a piece keeps the separator that
/// ended it if `keep`. An empty `sep` cuts after every code point. `None` stands for Go's nil (`n` is 0).
pub fn split(text: &[u8], sep: &[u8], keep: bool, n: i64) -> Option<Vec<Span>> {
    if n == 0 {
        return None;
    }
    let most = usize::try_from(n).unwrap_or(usize::MAX);
    let mut pieces = Vec::new();
    if sep.is_empty() {
        for (at, _, width) in utf8::runes(text) {
            if pieces.len() + 1 == most {
                pieces.push((at, text.len()));
                break;
            }
            pieces.push((at, at + width));
        }
        return Some(pieces);
    }
    let kept = if keep { sep.len() } else { 0 };
    let mut start = 0;
    let mut cut = |at: usize| {
        pieces.push((start, at + kept));
        start = at + sep.len();
    };
    let limit = most.saturating_sub(1);
    match sep {
        [byte] => memchr::memchr_iter(*byte, text).take(limit).for_each(&mut cut),
        // For a few pieces of a short text, building a searcher costs more than it saves.
        _ if text.len() < 64 => {
            let mut from = 0;
            for _ in 0..limit {
                let Some(at) = index(&text[from..], sep) else { break };
                cut(from + at);
                from += at + sep.len();
            }
        }
        _ => memchr::memmem::find_iter(text, sep).take(limit).for_each(&mut cut),
    }
    pieces.push((start, text.len()));
    Some(pieces)
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
            pieces(text, &split(text.as_bytes(), sep.as_bytes(), keep, n).unwrap())
        };
        assert_eq!(all("a,b,c", ",", false, -1), ["a", "b", "c"]);
        assert_eq!(all("a,b,c", ",", true, 2), ["a,", "b,c"]);
        assert_eq!(all("a, b, ", ", ", false, -1), ["a", "b", ""]);
        assert_eq!(all("", ",", false, -1), [""]);
        assert_eq!(all("", "", false, -1), [""; 0]);
        assert_eq!(all("é世x", "", false, -1), ["é", "世", "x"]);
        assert_eq!(all("é世x", "", false, 2), ["é", "世x"]);
        assert_eq!(all("a,b", ",", false, 1), ["a,b"]);
        assert_eq!(split(b"a", b",", false, 0), None);
        let long = "ab--".repeat(30);
        let spans = split(long.as_bytes(), b"--", true, -1).unwrap();
        assert_eq!((spans.len(), spans[1], spans[30]), (31, (4, 8), (120, 120)));
    }

    #[test]
    fn finds_fields() {
        let text = "  a\u{2003}bc \n d";
        assert_eq!(pieces(text, &fields(text.as_bytes())), ["a", "bc", "d"]);
        assert_eq!((fields(b"  "), fields(b"x")), (vec![], vec![(0, 1)]));
    }
}
