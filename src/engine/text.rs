//! What can be said of a text alone, while it is typed: whether it is complete, and what its pieces are.

use crate::lexer::{Kind, Lexer};
pub use crate::parser::is_incomplete;
use crate::source::SourceMap;

/// A piece of a text: a token, or what lies between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// The piece.
    pub text: &'t str,
    /// What it is.
    pub kind: PieceKind,
}

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A keyword.
    Keyword,
    /// A string or rune.
    Text,
    /// A number.
    Number,
    /// A comment, perhaps with white space behind it.
    Comment,
    /// Anything else: names, operators, white space.
    Plain,
}

/// The pieces of a text, Go or not, in order: together they are the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut map = SourceMap::new();
    let file = map.add("", text);
    let file = map.file(file);
    let mut found = Vec::new();
    let mut at = 0;
    for token in Lexer::new(file) {
        let (lo, hi) = (file.offset(token.span.lo), file.offset(token.span.hi));
        // Semicolons that the text does not have, and what a text cannot be cut at.
        if lo < at || hi <= lo || !text.is_char_boundary(lo) || !text.is_char_boundary(hi) {
            continue;
        }
        between(&text[at..lo], &mut found);
        let kind = match token.kind {
            Kind::String | Kind::Rune => PieceKind::Text,
            Kind::Int | Kind::Float | Kind::Imag => PieceKind::Number,
            kind if kind.is_keyword() => PieceKind::Keyword,
            _ => PieceKind::Plain,
        };
        found.push(Piece { text: &text[lo..hi], kind });
        at = hi;
    }
    between(&text[at..], &mut found);
    found
}

/// What lies between tokens: white space and comments.
fn between<'t>(text: &'t str, found: &mut Vec<Piece<'t>>) {
    let comment = text.find("//").into_iter().chain(text.find("/*")).min().unwrap_or(text.len());
    let (plain, comment) = text.split_at(comment);
    for (text, kind) in [(plain, PieceKind::Plain), (comment, PieceKind::Comment)] {
        if !text.is_empty() {
            found.push(Piece { text, kind });
        }
    }
}

/// What is open behind the lines that were read so far: brackets, a raw string or a comment. It takes time for each line once,
/// where [`is_incomplete`] takes time for the whole text.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    brackets: usize,
    /// What the text is inside of, which may go on over the ends of lines.
    inside: Option<Inside>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inside {
    RawString,
    Comment,
}

impl Scan {
    /// Reads a line, given without its end.
    pub fn line(&mut self, line: &str) {
        let mut rest = line;
        loop {
            rest = match self.inside {
                Some(Inside::RawString) => match rest.split_once('`') {
                    Some((_, rest)) => rest,
                    None => return,
                },
                Some(Inside::Comment) => match rest.split_once("*/") {
                    Some((_, rest)) => rest,
                    None => return,
                },
                None => rest,
            };
            self.inside = None;
            match self.code(rest) {
                Some((inside, more)) => (self.inside, rest) = (Some(inside), more),
                None => return,
            }
        }
    }

    /// Reads code up to the end of the line, or up to what may go on over it.
    fn code<'t>(&mut self, text: &'t str) -> Option<(Inside, &'t str)> {
        let mut bytes = text.bytes().enumerate();
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'(' | b'[' | b'{' => self.brackets += 1,
                b')' | b']' | b'}' => self.brackets = self.brackets.saturating_sub(1),
                b'"' | b'\'' => {
                    while let Some((_, next)) = bytes.next() {
                        match next {
                            b'\\' => drop(bytes.next()),
                            _ if next == byte => break,
                            _ => {}
                        }
                    }
                }
                b'`' => return Some((Inside::RawString, &text[at + 1..])),
                b'/' if text[at..].starts_with("//") => return None,
                b'/' if text[at..].starts_with("/*") => return Some((Inside::Comment, &text[at + 2..])),
                _ => {}
            }
        }
        None
    }

    /// Whether the text goes on for certain.
    pub fn is_open(&self) -> bool {
        self.brackets > 0 || self.inside.is_some()
    }
}

/// Whether a text begins with a package clause: it is a program, not an entry.
pub fn is_program(text: &str) -> bool {
    let mut map = SourceMap::new();
    let file = map.add("", text);
    Lexer::new(map.file(file)).next().is_some_and(|token| token.kind == Kind::Package)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_goes_on() {
        for (text, open) in [
            ("func f() {", true),
            ("func f() {\n}", false),
            ("x := `a\nb (", true),
            ("x := `a\nb` + \"(\" + '{' ", false),
            ("/* (\n", true),
            ("/* ( */ f( // )", true),
            ("\"\\\"(\"", false),
            ("'\\'' ; f(`", true),
            (")", false),
        ] {
            let mut scan = Scan::default();
            text.lines().for_each(|line| scan.line(line));
            assert_eq!(scan.is_open(), open, "{text}");
            assert!(!open || is_incomplete(text), "{text}");
        }
    }
}
