//! The place in the tokens, reporting, and skipping to where reading can go on.

use super::text::describe;
use super::{Errors, MAX_ERRORS, Refused};
use crate::diag::{Code, Diagnostic};
use crate::lexer::{Kind, Token};
use crate::source::{File, Pos, Span};
use std::ops::Range;

/// Nesting beyond which nothing is read any more: a file that is nested deeper has no errors that a person would read.
const MAX_DEPTH: u32 = 400;

/// Where, inside a function, skipping ends in any case: a statement starts there.
const STATEMENTS: [Kind; 14] = [
    Kind::Break,
    Kind::Const,
    Kind::Continue,
    Kind::Defer,
    Kind::Fallthrough,
    Kind::For,
    Kind::Go,
    Kind::Goto,
    Kind::If,
    Kind::Return,
    Kind::Select,
    Kind::Switch,
    Kind::Type,
    Kind::Var,
];

/// A reader of tokens that reports and goes on.
pub(super) struct Reader<'f> {
    pub(super) file: &'f File,
    tokens: &'f [Token],
    /// Index of the token that is looked at.
    pub(super) at: usize,
    /// Whether `go` may stand in an expression.
    pub(super) pgo: bool,
    /// How many tokens are written; brackets that are closed behind them are not.
    written: usize,
    /// Whether there were errors before.
    had_errors: bool,
    /// How many bodies of functions are open.
    pub(super) bodies: u32,
    /// Whether a `{` behind a name opens the elements of a literal. It does not in the header of a statement, where this
    /// is negative, unless brackets are open there.
    pub(super) literals: i32,
    /// See [`Errors`](super::Errors).
    pub(super) superfluous: Vec<Span>,
    /// See [`Errors`](super::Errors).
    cut_short: bool,
    /// See [`Errors`](super::Errors).
    pub(super) clean_bodies: Vec<Range<usize>>,
    /// How many errors there were, with those that are not told because there is one on their line.
    pub(super) reports: u32,
    depth: u32,
    /// Whether the rest was skipped because of a limit.
    gave_up: bool,
    errors: Vec<Diagnostic>,
    /// The line of the last syntax error.
    last_line: u32,
    /// Line and message of the last error of another kind.
    last_other: Option<(u32, String)>,
}

impl<'f> Reader<'f> {
    pub(super) fn new(refused: &Refused<'f>) -> Reader<'f> {
        Reader {
            file: refused.file,
            tokens: refused.tokens,
            at: 0,
            pgo: refused.pgo,
            written: written(refused.tokens),
            had_errors: refused.has_errors,
            bodies: 0,
            literals: 0,
            superfluous: Vec::new(),
            cut_short: false,
            clean_bodies: Vec::new(),
            reports: 0,
            depth: 0,
            gave_up: false,
            errors: Vec::new(),
            last_line: 0,
            last_other: None,
        }
    }

    /// All that was reported.
    pub(super) fn into_errors(self, stopped: Option<Pos>) -> Errors {
        let Reader { errors, superfluous, cut_short, clean_bodies, .. } = self;
        Errors { errors, stopped, superfluous, cut_short, clean_bodies }
    }

    /// Whether something was reported.
    pub(super) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    // ---- the current token ----

    /// Its kind; none at the end of the file.
    pub(super) fn kind(&self) -> Option<Kind> {
        self.kind_at(self.at)
    }

    /// The kind of any token.
    pub(super) fn kind_at(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind.unmarked())
    }

    /// The token as the grammar's marks have it.
    pub(super) fn marked(&self) -> Option<Kind> {
        self.tokens.get(self.at).map(|token| token.kind)
    }

    /// Whether it is this one.
    pub(super) fn is(&self, kind: Kind) -> bool {
        self.kind() == Some(kind)
    }

    /// Whether it is one of these.
    pub(super) fn is_any(&self, kinds: &[Kind]) -> bool {
        self.kind().is_some_and(|kind| kinds.contains(&kind))
    }

    /// Whether the file is at its end.
    pub(super) fn at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Where it is.
    pub(super) fn span(&self) -> Span {
        self.span_at(self.at)
    }

    /// Where a token is; behind the last, the end of the file.
    pub(super) fn span_at(&self, at: usize) -> Span {
        self.tokens.get(at).map_or(Span::at(self.file.span().hi), |token| token.span)
    }

    /// The tokens in a range of indices.
    pub(super) fn tokens(&self, from: usize, to: usize) -> &'f [Token] {
        self.tokens.get(from..to.min(self.tokens.len())).unwrap_or_default()
    }

    /// The current token as messages name it.
    pub(super) fn found(&self) -> String {
        match self.tokens.get(self.at) {
            Some(&token) => describe(self.file, token),
            None => "EOF".to_string(),
        }
    }

    // ---- going on ----

    /// Passes the token.
    pub(super) fn next(&mut self) {
        if !self.at_end() {
            self.at += 1;
        }
    }

    /// Passes the token if it is this one; says whether it was.
    pub(super) fn got(&mut self, kind: Kind) -> bool {
        let there = self.is(kind);
        if there {
            self.next();
        }
        there
    }

    /// Passes this token; another one is reported and passed, too.
    pub(super) fn want(&mut self, kind: Kind) {
        if !self.got(kind) {
            self.expected(named(kind));
            self.next();
        }
    }

    /// Skips to one of these tokens.
    pub(super) fn skip_to(&mut self, stops: &[Kind]) {
        self.skip_until(|kind| stops.contains(&kind));
    }

    /// Skips to a token at which to stop. Inside a function, the start of a statement will do as well.
    pub(super) fn skip_until(&mut self, stop: impl Fn(Kind) -> bool) {
        while let Some(kind) = self.kind() {
            if stop(kind) || (self.bodies > 0 && STATEMENTS.contains(&kind)) {
                break;
            }
            self.next();
        }
    }

    /// Enters one more level of nesting; gives whether there may be one. If not, the rest of the file is skipped.
    pub(super) fn enter(&mut self) -> bool {
        self.depth += 1;
        self.gave_up |= self.depth > MAX_DEPTH || self.errors.len() >= MAX_ERRORS;
        if self.gave_up {
            self.at = self.tokens.len();
        }
        !self.gave_up
    }

    /// Leaves the level.
    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    // ---- reporting ----

    /// Reports an error whose message does not begin with "syntax error": each one once a line.
    pub(super) fn error_at(&mut self, span: Span, message: impl Into<String>) {
        self.reports += 1;
        let said = (self.line(span), message.into());
        if self.last_other.as_ref() != Some(&said) {
            self.push(span, said.1.clone());
            self.last_other = Some(said);
        }
    }

    /// Reports a syntax error: one a line. That the text ends too early follows from an error before.
    pub(super) fn syntax_at(&mut self, span: Span, message: &str) {
        self.reports += 1;
        let line = self.line(span);
        if self.at >= self.written && (self.had_errors || self.has_errors()) {
            self.cut_short = true;
        } else if line != self.last_line {
            self.last_line = line;
            self.push(span, format!("syntax error: {message}"));
        }
    }

    fn line(&self, span: Span) -> u32 {
        self.file.line_col(span.lo).0
    }

    fn push(&mut self, span: Span, message: String) {
        // Errors at the end say nothing when reading was given up before.
        if !self.gave_up {
            self.errors.push(Diagnostic::error(Code::Syntax, span, message));
        }
    }

    /// Reports a syntax error at the current token.
    pub(super) fn syntax(&mut self, message: &str) {
        self.syntax_at(self.span(), message);
    }

    /// `unexpected TOKEN ...`: `rest` tells where, or what was expected.
    pub(super) fn unexpected(&mut self, rest: &str) {
        let message = format!("unexpected {}{rest}", self.found());
        self.syntax(&message);
    }

    /// `unexpected TOKEN, expected ...`
    pub(super) fn expected(&mut self, what: &str) {
        self.unexpected(&format!(", expected {what}"));
    }

    // ---- lists ----

    /// Reads elements up to `close`, each by `element`, which says whether it must be the last. Gives the place of the
    /// closing bracket, or of what stands where it should be.
    pub(super) fn list(
        &mut self,
        what: &str,
        separator: Kind,
        close: Kind,
        mut element: impl FnMut(&mut Self) -> bool,
    ) -> Span {
        let mut last = false;
        while !self.at_end() && !self.is(close) && !last {
            last = element(self);
            if !self.got(separator) && !self.is(close) {
                let (separator, close_text) = (named(separator), named(close));
                self.unexpected(&format!(" in {what}; possibly missing {separator} or {close_text}"));
                self.skip_to(&[Kind::RParen, Kind::RBrack, Kind::RBrace]);
                if !self.is(close) {
                    return self.span();
                }
            }
        }
        let at = self.span();
        self.want(close);
        at
    }
}

/// How many tokens stand in the text, before brackets that are closed at its end.
fn written(tokens: &[Token]) -> usize {
    let is_added = |token: &Token| token.kind.closes() && token.span.lo == token.span.hi;
    tokens.iter().position(is_added).unwrap_or(tokens.len())
}

/// A token as messages name it when it is missing.
fn named(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "name",
        Kind::Comma => "comma",
        Kind::Semi => "semicolon or newline",
        Kind::Chan => "keyword chan",
        kind => kind.text(),
    }
}
