//! The iterator over tokens: logos, plus semicolons at line ends, names beyond ASCII, and errors.

use std::ops::Range;

use logos::Logos;

use super::token::{Kind, Token};
use super::unicode::{code_point, is_digit, is_letter};
use crate::diag::{Code, Diagnostic};
use crate::source::{File, LineDirective, Span, line_directive};

/// What the callbacks of logos tell beside the token.
#[derive(Debug)]
pub struct State {
    errors: Vec<(usize, Code, String)>,
    /// The kind of the last number.
    pub(super) number: Kind,
}

impl Default for State {
    fn default() -> State {
        State { errors: Vec::new(), number: Kind::Int }
    }
}

impl State {
    /// Reports a malformed literal.
    pub(super) fn error(&mut self, offset: usize, message: impl Into<String>) {
        self.errors.push((offset, Code::InvalidLiteral, message.into()));
    }

    /// Reports a literal or comment without end.
    pub(super) fn unterminated(&mut self, offset: usize, message: &str) {
        self.errors.push((offset, Code::Unterminated, message.into()));
    }
}

/// Tokens of a file or of a part of it. After the last token the iterator ends; errors are collected, see
/// [`Lexer::take_diagnostics`].
pub struct Lexer<'s> {
    inner: logos::Lexer<'s, Kind>,
    /// Position of the first byte of the text given to logos.
    base: u32,
    /// Whether a line end here would be a semicolon.
    line_open: bool,
    done: bool,
    /// Errors about bytes, found before lexing.
    early: Vec<Diagnostic>,
    /// The file, if all of it is read, and what comments say of where its text comes from.
    whole: Option<&'s File>,
    line_directives: Vec<LineDirective>,
    /// Where comments `//go:...` are.
    directives: Vec<Span>,
}

impl<'s> Lexer<'s> {
    /// The tokens of a whole file. A byte-order mark and a `#!` line at the start are skipped.
    pub fn new(file: &'s File) -> Lexer<'s> {
        let mut start = if file.text.starts_with('\u{feff}') { 3 } else { 0 };
        if file.text[start..].starts_with("#!") {
            start += file.text[start..].find('\n').unwrap_or(file.text.len() - start);
        }
        Lexer { whole: Some(file), ..Lexer::part(file, start..file.text.len()) }
    }

    /// The tokens of a part of a file, given in bytes from its start; the range is clamped to the text.
    pub fn part(file: &'s File, range: Range<usize>) -> Lexer<'s> {
        let start = file.text.floor_char_boundary(range.start.min(file.text.len()));
        let end = file.text.ceil_char_boundary(range.end.clamp(start, file.text.len()));
        let text = &file.text[start..end];
        let base = file.base + start as u32;
        let inner = Kind::lexer(text);
        let early = byte_errors(file, start, end);
        Lexer {
            inner,
            base,
            line_open: false,
            done: false,
            early,
            whole: None,
            line_directives: Vec::new(),
            directives: Vec::new(),
        }
    }

    /// The errors found so far, in the order of the text.
    pub fn take_diagnostics(&mut self) -> Vec<Diagnostic> {
        let mut diags = std::mem::take(&mut self.early);
        let base = self.base;
        let late =
            self.inner.extras.errors.drain(..).map(|(offset, code, message)| {
                Diagnostic::error(code, Span::at(base + offset as u32), message)
            });
        diags.extend(late);
        diags.sort_by_key(|diag| diag.span.lo);
        diags
    }

    /// Where the comments `//go:...` are that were found so far.
    pub fn take_directives(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.directives)
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.base + range.start as u32, self.base + range.end as u32)
    }

    /// Looks whether a comment says where the text behind it comes from.
    #[cold]
    fn look_for_line_directive(&mut self) {
        let Some(file) = self.whole else { return };
        let (start, comment) = (self.inner.span().start, self.inner.slice());
        let at = file.offset(self.base) + start;
        let starts_line = at == 0 || file.text.as_bytes()[at - 1] == b'\n';
        match line_directive(comment, at as u32, starts_line, self.line_directives.last(), &file.name) {
            Some(Ok(directive)) => self.line_directives.push(directive),
            Some(Err((at, message))) => {
                let offset = (file.base + at - self.base) as usize;
                self.inner.extras.errors.push((offset, Code::InvalidLineDirective, message));
            }
            None => {}
        }
    }

    /// Extends a name (or what logos took for a keyword) by characters beyond ASCII.
    fn extend_name(&mut self) {
        loop {
            let Some(c) = self.inner.remainder().chars().next() else { return };
            if !c.is_ascii() {
                if !is_letter(c) && !is_digit(c) {
                    self.bad_character(c, self.inner.span().end, " in identifier");
                }
            } else if !(c.is_ascii_alphanumeric() || c == '_') {
                return;
            }
            self.inner.bump(c.len_utf8());
        }
    }

    /// Reports a character, unless it has been reported with the bytes of the file.
    fn bad_character(&mut self, c: char, offset: usize, place: &str) {
        if c != '\0' && c != '\u{feff}' && c != char::from(File::PLACEHOLDER) {
            let message = format!("invalid character {}{place}", code_point(c));
            self.inner.extras.errors.push((offset, Code::InvalidCharacter, message));
        }
    }

    /// A character that no token starts with. Beyond ASCII it starts a name; otherwise it is skipped.
    fn stray(&mut self) -> Option<Kind> {
        let c = self.inner.slice().chars().next()?;
        let offset = self.inner.span().start;
        if c.is_ascii() || c == '\u{feff}' {
            self.bad_character(c, offset, "");
            return None;
        }
        if is_digit(c) {
            let message = format!("identifier cannot begin with digit {}", code_point(c));
            self.inner.extras.errors.push((offset, Code::InvalidCharacter, message));
        } else if !is_letter(c) {
            self.bad_character(c, offset, " in identifier");
        }
        self.extend_name();
        Some(Kind::Name)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        while !self.done {
            let Some(result) = self.inner.next() else {
                self.done = true;
                if let Some(file) = self.whole.filter(|_| !self.line_directives.is_empty()) {
                    file.set_line_directives(std::mem::take(&mut self.line_directives));
                }
                let end = self.span(self.inner.span()).hi.max(self.base + self.inner.source().len() as u32);
                let open = std::mem::replace(&mut self.line_open, false);
                return open.then_some(Token { kind: Kind::Semi, span: Span::at(end) });
            };
            let kind = match result {
                Ok(Kind::Newline) => {
                    if std::mem::replace(&mut self.line_open, false) {
                        return Some(Token { kind: Kind::Semi, span: self.span(self.inner.span()) });
                    }
                    continue;
                }
                Ok(Kind::LineComment) => {
                    if self.inner.slice().starts_with("//line ") {
                        self.look_for_line_directive();
                    } else if self.inner.slice().starts_with("//go:") {
                        self.directives.push(self.span(self.inner.span()));
                    }
                    continue;
                }
                Ok(Kind::BlockComment) => {
                    if self.inner.slice().starts_with("/*line ") {
                        self.look_for_line_directive();
                    }
                    // A comment over several lines acts like a line end.
                    if self.line_open && self.inner.slice().contains('\n') {
                        self.line_open = false;
                        let start = self.inner.span().start;
                        return Some(Token { kind: Kind::Semi, span: self.span(start..start) });
                    }
                    continue;
                }
                Ok(Kind::Int) => self.inner.extras.number,
                Ok(kind) if kind == Kind::Name || kind.is_keyword() => {
                    match self.inner.remainder().as_bytes().first() {
                        Some(0x80..) => {
                            self.extend_name();
                            Kind::Name
                        }
                        _ => kind,
                    }
                }
                Ok(kind) => kind,
                Err(()) => match self.stray() {
                    Some(kind) => kind,
                    None => continue,
                },
            };
            self.line_open = kind.ends_line();
            return Some(Token { kind, span: self.span(self.inner.span()) });
        }
        None
    }
}

/// Errors about single bytes anywhere in the text, comments and literals included.
fn byte_errors(file: &File, start: usize, end: usize) -> Vec<Diagnostic> {
    let text = &file.text[start..end];
    let at = |offset: usize| Span::at(file.base + (start + offset) as u32);
    let error = |offset, code, message: &str| Diagnostic::error(code, at(offset), message);
    let mut diags = Vec::new();
    diags.extend(
        text.match_indices('\0').map(|(i, _)| error(i, Code::InvalidEncoding, "invalid NUL character")),
    );
    diags.extend(
        text.match_indices('\u{feff}')
            .filter(|&(i, _)| start + i != 0)
            .map(|(i, _)| error(i, Code::InvalidEncoding, "invalid BOM in the middle of the file")),
    );
    let invalid = file.invalid.iter().map(|&offset| offset as usize);
    let inside = invalid.filter(|offset| (start..end).contains(offset));
    diags.extend(inside.map(|offset| error(offset - start, Code::InvalidEncoding, "invalid UTF-8 encoding")));
    diags
}
