//! Mending an item with an error, so that the rest of it can be read.
//!
//! The tokens from the error to the next separator are replaced by one "bad" token, or left out, or the bracket
//! that is missing is put in. What is tried grows with each time that the error stays where it is, and ends
//! with leaving out the whole item, so that reading it again comes to an end.

use super::context::{Open, Place};
use super::message::Expected;
use crate::lexer::{Brackets, Kind, Token};
use crate::source::Span;

/// How much is replaced.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Effort {
    /// As little as makes sense
    Little,
    /// The whole statement, element or line
    Line,
    /// The whole item
    Item,
}

impl Effort {
    /// More of it.
    pub fn more(self) -> Effort {
        match self {
            Effort::Little => Effort::Line,
            Effort::Line | Effort::Item => Effort::Item,
        }
    }
}

/// Tokens that replace others.
pub struct Edit {
    /// The first token that is replaced, as an index in the item.
    pub from: usize,
    /// The one behind the last.
    pub to: usize,
    /// What takes their place.
    pub with: Vec<Token>,
}

/// The edit for an error at `tokens[at]` (`at` is the number of tokens for an error at the end).
pub fn repair(tokens: &[Token], at: usize, expected: &Expected, open: &[Open], effort: Effort) -> Edit {
    let span = |i: usize| {
        tokens.get(i).map_or_else(|| tokens.last().map_or(Span::NONE, |t| Span::at(t.span.hi)), |t| t.span)
    };
    let here = span(at);
    let bad = Token::bad(Span::at(here.lo));
    let whole = Edit { from: 0, to: tokens.len(), with: vec![bad] };
    if effort == Effort::Item {
        return whole;
    }
    // `var x := 1`
    if expected.has("=") && tokens.get(at).is_some_and(|token| token.kind == Kind::Define) {
        return Edit { from: at, to: at + 1, with: vec![Token { kind: Kind::Assign, span: here }] };
    }
    let Some(&inner) = open.last() else {
        return at_top(tokens, at, bad, effort);
    };
    if inner.place == Place::Params
        && effort == Effort::Little
        && tokens.get(at).is_some_and(|token| token.kind.unmarked() == Kind::LBrace)
    {
        return Edit { from: at, to: at, with: vec![Token { kind: Kind::RParen, span: Span::at(here.lo) }] };
    }
    if effort == Effort::Little {
        // Before the first clause.
        if expected.has("case") && !expected.has(";") {
            return Edit { from: at, to: next_clause(tokens, at), with: Vec::new() };
        }
        // `if f(x {`: the parenthesis belongs before the body.
        if let Some(closer) = inner.place.closer()
            && inner.place.has_commas()
            && inner.place != Place::Elements
            && in_header(open)
            && tokens.get(at).is_some_and(|token| token.kind.unmarked() == Kind::LBrace)
        {
            return Edit { from: at, to: at, with: vec![Token { kind: closer, span: Span::at(here.lo) }] };
        }
    }
    let sync = next_separator(tokens, at, inner.place);
    let found = tokens.get(sync).map(|token| token.kind);

    // The place does not end before something else does: its bracket is missing.
    if at == sync && effort == Effort::Little {
        let missing = inner.place.closer().filter(|&closer| found != Some(closer));
        if let Some(closer) = missing
            && (found.is_none_or(|found| found.closes())
                || (inner.place.has_commas() && found == Some(Kind::Semi)))
        {
            return put_in(tokens, at, closer, inner, here);
        }
    }
    if effort == Effort::Little {
        // A single token too many.
        let next = tokens.get(at + 1).map(|next| next.kind);
        // A clause that follows must not look like the end of the same line.
        let clause = matches!(found, Some(Kind::Case | Kind::Default));
        let semi = clause.then_some(Token { kind: Kind::Semi, span: here });
        if at < sync && next.is_some_and(|next| expected.accepts(next)) {
            let to = at + 1;
            return Edit { from: at, to, with: semi.filter(|_| to == sync).into_iter().collect() };
        }
        if expected.has("bad") {
            return Edit { from: at, to: sync, with: [Some(bad), semi].into_iter().flatten().collect() };
        }
        if sync > at {
            return Edit { from: at, to: sync, with: semi.into_iter().collect() };
        }
    }
    line(tokens, at, sync, inner, bad)
}

/// An error outside all brackets.
fn at_top(tokens: &[Token], at: usize, bad: Token, effort: Effort) -> Edit {
    let is_func = tokens.first().is_some_and(|token| token.kind.unmarked() == Kind::Func);
    let body = tokens.iter().position(|token| token.kind == Kind::BodyBrace);
    if is_func && effort < Effort::Item {
        // Keep the body: it has errors of its own.
        match body {
            Some(body) if at <= body => return Edit { from: 1, to: body, with: vec![bad] },
            _ => {}
        }
    }
    if effort == Effort::Little && at > 0 && at < tokens.len() {
        // Something behind what may be complete.
        return Edit { from: at, to: tokens.len(), with: Vec::new() };
    }
    Edit { from: 0, to: tokens.len(), with: vec![bad] }
}

/// Whether only parentheses and brackets are open since the header of a statement.
fn in_header(open: &[Open]) -> bool {
    let outside = open.iter().rev().find(|open| match open.place.closer() {
        Some(closer) => closer == Kind::RBrace,
        None => true,
    });
    matches!(outside, Some(Open { place: Place::Header(_), .. }))
}

/// The index of the next clause of a `switch` or `select`, or of what ends its body.
fn next_clause(tokens: &[Token], from: usize) -> usize {
    let mut brackets = Brackets::default();
    for (i, token) in tokens.iter().enumerate().skip(from) {
        let ends = matches!(token.kind, Kind::Case | Kind::Default | Kind::RBrace);
        if brackets.depth() == 0 && ends {
            return i;
        }
        if !brackets.opens(token.kind, ()) {
            brackets.closes(token.kind);
        }
    }
    tokens.len()
}

/// Puts in a missing closing bracket, or the comma that is missing before the one that is there.
fn put_in(tokens: &[Token], at: usize, closer: Kind, inner: Open, here: Span) -> Edit {
    let is_semi = tokens.get(at).is_some_and(|token| token.kind == Kind::Semi);
    if is_semi && tokens.get(at + 1).is_some_and(|token| token.kind == closer) {
        return Edit { from: at, to: at + 1, with: Vec::new() };
    }
    // The line ended too early, but the list goes on: leave out the element that follows.
    if is_semi
        && inner.place != Place::Paren
        && let Some(next) = list_goes_on(tokens, at, closer)
    {
        return Edit { from: at, to: next, with: Vec::new() };
    }
    Edit { from: at, to: at, with: vec![Token { kind: closer, span: Span::at(here.lo) }] }
}

/// The index of the next comma or `closer` outside brackets, unless a statement or another closing bracket comes
/// before it.
fn list_goes_on(tokens: &[Token], from: usize, closer: Kind) -> Option<usize> {
    let mut brackets = Brackets::default();
    for (i, token) in tokens.iter().enumerate().skip(from) {
        let kind = token.kind;
        if brackets.depth() == 0 {
            if kind == Kind::Comma || kind == closer {
                return Some(i);
            }
            let statement = kind.is_keyword() && !is_type_keyword(kind);
            if kind.closes() || statement {
                return None;
            }
        }
        if !brackets.opens(kind, ()) {
            brackets.closes(kind);
        }
    }
    None
}

fn is_type_keyword(kind: Kind) -> bool {
    matches!(kind.unmarked(), Kind::Func | Kind::Struct | Kind::Interface | Kind::Map | Kind::Chan)
}

/// Replaces the whole statement, element or line.
fn line(tokens: &[Token], at: usize, sync: usize, inner: Open, bad: Token) -> Edit {
    let first = tokens.get(inner.start).map(|token| token.kind);
    let from = inner.start.min(at);
    match inner.place {
        Place::Header(_) => match tokens.get(sync).map(|token| token.kind) {
            // The body is worth reading.
            Some(kind) if opens_body(kind) => Edit { from: inner.at + 1, to: sync, with: vec![bad] },
            _ => Edit { from: inner.at, to: sync, with: vec![bad] },
        },
        Place::Block(_) if matches!(first, Some(Kind::Case | Kind::Default)) => {
            let to = match tokens.get(sync).map(|token| token.kind) {
                Some(Kind::Colon) => sync + 1,
                _ => sync,
            };
            let colon = Token { kind: Kind::Colon, span: bad.span };
            Edit { from: inner.start + 1, to: to.max(inner.start + 1), with: vec![bad, colon] }
        }
        _ => Edit { from, to: sync, with: vec![bad] },
    }
}

fn opens_body(kind: Kind) -> bool {
    matches!(kind, Kind::BodyBrace | Kind::FuncBrace)
}

/// The index of the first token from `at` on that separates or closes what is in `place`, past whole brackets.
fn next_separator(tokens: &[Token], at: usize, place: Place) -> usize {
    let mut brackets = Brackets::default();
    for (i, token) in tokens.iter().enumerate().skip(at) {
        let kind = token.kind;
        if brackets.depth() == 0 {
            let stops = match place {
                // A brace behind a stray closing bracket is not marked as a body.
                Place::Header(_) => kind == Kind::Semi || opens_body(kind) || kind == Kind::LBrace,
                Place::Block(_) => {
                    matches!(kind, Kind::Semi | Kind::RBrace | Kind::Case | Kind::Default)
                }
                // A line end inside parentheses is where the error is, or where something was forgotten.
                _ => kind == Kind::Semi || place.separated_by(kind) || kind.closes(),
            };
            if stops {
                return i;
            }
        }
        // A line that ends in parentheses opened behind the error: they are part of what is left out.
        if kind == Kind::Semi && brackets.in_parens() {
            return i;
        }
        if !brackets.opens(kind, ()) {
            brackets.closes(kind);
        }
    }
    tokens.len()
}
