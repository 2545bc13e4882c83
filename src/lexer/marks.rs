//! Marks: what the grammar can't see.
//!
//! Go's syntax is LR(1) but for five places where the meaning of a token depends on text arbitrarily far away or
//! on rules outside the grammar. They are settled here, by a pass over the tokens of one top-level item:
//!
//! - [`Kind::BodyBrace`]: a `{` that opens statements. In the header of `if`, `for`, `switch` and `select` it is
//!   the first `{` outside brackets, unless it follows a type written there (`[]T{`, `map[K]V{`, `struct{`).
//!   All other `{` open struct and interface types and the elements of composite literals.
//! - [`Kind::FuncBrace`]: a `{` that opens the body of a function literal.
//! - [`Kind::FuncResult`]: the `func` of a function type that has results, so that `func() (x)` and `func() *x`
//!   are not also calls and products.
//! - [`Kind::FuncDecl`]: the `func` that starts a declaration, not a literal; for scripts.
//! - [`Kind::TypeParams`]: a `[` after the name of a declared type that opens type parameters, not an array.

use std::ops::Range;

use super::brackets::Mates;
use super::token::{Kind, Token};

/// What opened the bracket that the pass is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// `(` or `[`
    Bracket,
    /// A `{` with elements, fields or methods
    Elements,
    /// A `{` with statements
    Statements,
    /// Behind `if`, `for`, `switch` or `select`, before its body
    Header,
}

const UNKNOWN: u32 = u32::MAX;

/// Buffers of [`mark`], to be used again for the next item.
#[derive(Default)]
pub struct Marks {
    /// For starts of types: the index behind the type.
    ends: Vec<u32>,
    inside: Vec<Inside>,
}

/// Marks the tokens of one top-level item, in place. Marks of an earlier pass are forgotten. Where there are only
/// declarations, every item that starts with `func` is one; in scripts it may be a literal.
pub fn mark(
    tokens: &mut [Token],
    item: Range<usize>,
    mates: &Mates,
    buffers: &mut Marks,
    declarations_only: bool,
) {
    let first = item.start;
    let tokens = &mut tokens[item];
    for token in tokens.iter_mut() {
        token.kind = token.kind.unmarked();
    }
    let Marks { ends, inside } = buffers;
    ends.clear();
    ends.resize(tokens.len(), UNKNOWN);
    inside.clear();
    let mut pass = Pass { tokens, first, mates, ends, inside, literal: None, body: None };
    pass.run(declarations_only);
}

struct Pass<'t> {
    /// The tokens of the item; indices count from its start.
    tokens: &'t mut [Token],
    /// Where the item starts in the text.
    first: usize,
    mates: &'t Mates,
    ends: &'t mut [u32],
    inside: &'t mut Vec<Inside>,
    /// Index of a `{` that belongs to a composite literal whatever is around it.
    literal: Option<usize>,
    /// Index of the `{` that opens the body of the declared function.
    body: Option<usize>,
}

impl Pass<'_> {
    fn kind(&self, i: usize) -> Kind {
        self.tokens.get(i).map_or(Kind::Semi, |token| token.kind)
    }

    /// What stands before the token: a semicolon at the start.
    fn before(&self, i: usize) -> Kind {
        i.checked_sub(1).map_or(Kind::Semi, |i| self.kind(i))
    }

    /// The index of the closing bracket.
    fn mate(&self, i: usize) -> Option<usize> {
        self.mates.get(self.first + i).map(|mate| mate - self.first)
    }

    fn run(&mut self, declarations_only: bool) {
        self.body = self.declaration(declarations_only);
        for i in 0..self.tokens.len() {
            match self.kind(i) {
                Kind::If | Kind::For | Kind::Switch | Kind::Select => self.inside.push(Inside::Header),
                Kind::Func => self.function(i),
                Kind::LBrack if !self.before(i).ends_operand() && self.before(i) != Kind::Map => {
                    self.type_head(i);
                    self.inside.push(Inside::Bracket);
                }
                Kind::Map | Kind::Struct => self.type_head(i),
                Kind::Type => {
                    self.type_parameters(i);
                    // The grouped form has one declaration a line.
                    if self.kind(i + 1) == Kind::LParen
                        && let Some(end) = self.mate(i + 1)
                    {
                        self.grouped_type_parameters(i + 1, end);
                    }
                }
                Kind::LParen | Kind::LBrack | Kind::TypeParams => self.inside.push(Inside::Bracket),
                Kind::LBrace => {
                    let body = self.body == Some(i) || self.is_body(i);
                    if body {
                        self.tokens[i].kind = Kind::BodyBrace;
                        if self.inside.last() == Some(&Inside::Header) {
                            self.inside.pop();
                        }
                    }
                    self.inside.push(if body { Inside::Statements } else { Inside::Elements });
                }
                // Marked by `function`.
                Kind::FuncBrace => self.inside.push(Inside::Statements),
                kind if kind.closes() => {
                    while self.inside.pop_if(|inside| *inside == Inside::Header).is_some() {}
                    self.inside.pop();
                }
                _ => {}
            }
        }
    }

    /// Marks the `func` of a declaration, and gives the index of its body's `{`.
    fn declaration(&mut self, always: bool) -> Option<usize> {
        if self.kind(0) != Kind::Func {
            return None;
        }
        match self.kind(1) {
            _ if always => {}
            Kind::Name => {}
            // A receiver, a name and parameters; a literal has a body, or a result, there.
            Kind::LParen => {
                let close = self.mate(1)?;
                if self.kind(close + 1) != Kind::Name
                    || matches!(self.kind(close + 2), Kind::LBrace | Kind::Dot)
                {
                    return None;
                }
            }
            _ => return None,
        }
        self.tokens[0].kind = Kind::FuncDecl;
        let mut i = 1;
        while i < self.tokens.len() {
            match self.kind(i) {
                Kind::LBrace if !matches!(self.before(i), Kind::Struct | Kind::Interface) => return Some(i),
                kind if kind.opens() => i = self.mate(i)? + 1,
                _ => i += 1,
            }
        }
        None
    }

    /// Whether the `{` opens statements.
    fn is_body(&self, i: usize) -> bool {
        let before = self.before(i);
        if self.literal == Some(i) || matches!(before, Kind::Struct | Kind::Interface) {
            return false;
        }
        // Behind a call or a literal no composite literal can start: something was forgotten, and an error here
        // is the one to report.
        let behind_value = match before {
            Kind::RParen => {
                self.mate(i - 1).is_some_and(|open| open > 0 && self.kind(open - 1).ends_operand())
            }
            kind => kind.is_literal(),
        };
        if behind_value {
            return true;
        }
        match self.inside.last() {
            Some(Inside::Header) => true,
            None | Some(Inside::Statements) => {
                matches!(
                    before,
                    Kind::Semi | Kind::BodyBrace | Kind::FuncBrace | Kind::Colon | Kind::Else | Kind::RBrace
                )
            }
            Some(Inside::Bracket | Inside::Elements) => false,
        }
    }

    /// Marks a `func` that is not a declaration, and the brace of its body.
    fn function(&mut self, i: usize) {
        let inner = self.ends[i] != UNKNOWN;
        if self.kind(i + 1) == Kind::LParen
            && let Some(close) = self.mate(i + 1)
            && starts_type(self.kind(close + 1))
        {
            self.tokens[i].kind = Kind::FuncResult;
        }
        if !inner
            && let Some(end) = self.type_end(i)
            && self.kind(end) == Kind::LBrace
            && self.body != Some(end)
        {
            self.tokens[end].kind = Kind::FuncBrace;
        }
    }

    /// A type that starts an operand: a `{` behind it opens the elements of a composite literal.
    fn type_head(&mut self, i: usize) {
        if self.ends[i] != UNKNOWN {
            return;
        }
        if let Some(end) = self.type_end(i)
            && self.kind(end) == Kind::LBrace
        {
            self.literal = Some(end);
        }
    }

    /// The index behind the type that starts at `start`; none where there is no complete type. All starts of
    /// types at which this type goes on (`[]`, `map[K]`, `func()`) are noted, so that no type is read twice.
    fn type_end(&mut self, start: usize) -> Option<usize> {
        let mut i = start;
        let mut starts = Vec::new();
        let end = loop {
            if let Some(&end) = self.ends.get(i)
                && end != UNKNOWN
            {
                break end as usize;
            }
            starts.push(i);
            match self.kind(i) {
                Kind::Name => {
                    i += 1;
                    if self.kind(i) == Kind::Dot && self.kind(i + 1) == Kind::Name {
                        i += 2;
                    }
                    if self.kind(i) == Kind::LBrack {
                        i = self.mate(i)? + 1;
                    }
                    break i;
                }
                Kind::Mul | Kind::Chan | Kind::Arrow => i += 1,
                Kind::LBrack => i = self.mate(i)? + 1,
                Kind::Map if self.kind(i + 1) == Kind::LBrack => i = self.mate(i + 1)? + 1,
                Kind::LParen => break self.mate(i)? + 1,
                Kind::Struct | Kind::Interface if self.kind(i + 1) == Kind::LBrace => {
                    break self.mate(i + 1)? + 1;
                }
                Kind::Func | Kind::FuncResult if self.kind(i + 1) == Kind::LParen => {
                    i = self.mate(i + 1)? + 1;
                    if !starts_type(self.kind(i)) {
                        break i;
                    }
                }
                _ => return None,
            }
        };
        for i in starts {
            if let Some(known) = self.ends.get_mut(i) {
                *known = end as u32;
            }
        }
        Some(end)
    }

    /// Marks the type parameters of all declarations in the parentheses `open..close`.
    fn grouped_type_parameters(&mut self, open: usize, close: usize) {
        let mut i = open;
        while i < close {
            if i == open || self.kind(i) == Kind::Semi {
                self.type_parameters(i);
            }
            i = match self.mate(i) {
                Some(mate) if i != open => mate + 1,
                _ => i + 1,
            };
        }
    }

    /// Marks the `[` of a type declaration whose name is the next token, if type parameters follow.
    fn type_parameters(&mut self, before_name: usize) {
        let open = before_name + 2;
        if self.kind(before_name + 1) == Kind::Name
            && self.kind(open) == Kind::LBrack
            && self.opens_type_parameters(open)
        {
            self.tokens[open].kind = Kind::TypeParams;
        }
    }

    /// Decides `type T[...`, by Go's rules: a name alone, or an expression, is the length of an array, unless
    /// what follows the name can only be a constraint, or a comma follows.
    fn opens_type_parameters(&self, open: usize) -> bool {
        if self.kind(open + 1) != Kind::Name {
            return false;
        }
        match self.kind(open + 2) {
            Kind::RBrack => false,
            Kind::Mul | Kind::LParen => {
                let Some(close) = self.mate(open) else { return false };
                let mut depth = 0;
                for token in &self.tokens[open + 2..close] {
                    match token.kind {
                        Kind::Comma if depth == 0 => return true,
                        Kind::Tilde
                        | Kind::Interface
                        | Kind::Struct
                        | Kind::Map
                        | Kind::Chan
                        | Kind::Func
                        | Kind::FuncResult => return true,
                        kind if kind.opens() => depth += 1,
                        kind if kind.closes() => depth -= 1,
                        _ => {}
                    }
                }
                // `P *[]int`: a bracket without an operand before it starts a type.
                (open + 3..close).any(|i| self.kind(i) == Kind::LBrack && !self.before(i).ends_operand())
            }
            Kind::Comma | Kind::LBrack | Kind::Tilde | Kind::Arrow | Kind::Name => true,
            Kind::Interface | Kind::Struct | Kind::Map | Kind::Chan | Kind::Func | Kind::FuncResult => true,
            _ => false,
        }
    }
}

/// Whether a type can start with the token.
fn starts_type(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Name
            | Kind::Mul
            | Kind::LParen
            | Kind::LBrack
            | Kind::Arrow
            | Kind::Func
            | Kind::FuncResult
            | Kind::Map
            | Kind::Chan
            | Kind::Struct
            | Kind::Interface
    )
}
