//! Cutting a file into items, and reading each.

use std::collections::HashSet;
use std::ops::Range;
use std::rc::Rc;

use lalrpop_util::ParseError;

use super::build::{Builder, Item};
use super::context::open_at;
use super::grammar::ItemParser;
use super::message::{Expected, message};
use super::repair::{Effort, repair};
use crate::ast::{Decl, File, NodeIds, TopItem};
use crate::diag::{Code, Diagnostic};
use crate::lexer::{Brackets, Kind, Lexer, Marks, Token, mark};
use crate::source::{self, FileId, SourceMap, Span};

/// What kind of file it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// Go and nothing else: a package clause, imports, declarations.
    Go,
    /// With a package clause as Go, without one a script.
    Pgo,
    /// Declarations alone, as a part of a file has them.
    Declarations,
}

impl Mode {
    /// The mode of a file by its name: `.go` files are Go.
    pub fn of(name: &str) -> Mode {
        if name.ends_with(".go") { Mode::Go } else { Mode::Pgo }
    }
}

/// What parsing gives.
#[derive(Debug)]
pub struct ParseResult {
    /// The tree; parts with errors are bad nodes.
    pub file: File,
    /// All errors, in the order of the text.
    pub diags: Vec<Diagnostic>,
    /// Whether the first error is that the text ends too early: more text could make it right.
    pub incomplete: bool,
}

/// After so many errors the rest of a file is not read.
const MAX_ERRORS: usize = 500;

/// Reads a whole file. Nodes get their numbers from `ids`.
pub fn parse_file(src: &SourceMap, file: FileId, ids: &mut NodeIds, mode: Mode) -> ParseResult {
    let file = src.file(file);
    parse(file, Lexer::new(file), ids, mode)
}

/// Reads the declarations in a part of a file, given in bytes from its start.
pub fn parse_range(src: &SourceMap, file: FileId, range: Range<usize>, ids: &mut NodeIds) -> ParseResult {
    let file = src.file(file);
    parse(file, Lexer::part(file, range), ids, Mode::Declarations)
}

/// Whether a text of a session is right as far as it goes, and goes on behind its end: an open bracket, a binary operator
/// at the end of the last line, a raw string or comment that is not closed.
pub fn is_incomplete(text: &str) -> bool {
    let mut map = SourceMap::new();
    let file = map.add("", text);
    parse_file(&map, file, &mut NodeIds::new(), Mode::Pgo).incomplete
}

fn parse(file: &source::File, mut lexer: Lexer<'_>, ids: &mut NodeIds, mode: Mode) -> ParseResult {
    let mut tokens: Vec<Token> = Vec::with_capacity(file.text.len() / 4);
    tokens.extend(&mut lexer);
    let mut early = lexer.take_diagnostics();
    if file.too_large {
        early.push(Diagnostic::error(Code::SourceTooLarge, Span::at(file.base), "source file too large"));
    }
    let mut driver = Driver {
        file,
        mode,
        tokens,
        cx: Builder::new(file, ids),
        parser: ItemParser::new(),
        marks: Marks::default(),
        errors: early.len(),
        ends_early: false,
        out: File {
            id: file.id,
            span: file.span(),
            package_pos: file.base,
            package: None,
            is_script: mode == Mode::Pgo,
            imports: Vec::new(),
            items: Vec::new(),
        },
    };
    driver.run();
    let ends_early = driver.ends_early;
    let mut diags = driver.cx.into_diagnostics();
    diags.append(&mut early);
    let diags = one_syntax_error_a_line(file, diags);
    let incomplete = match diags.as_slice() {
        [] => false,
        // A raw string or comment without end takes all the text that there is.
        [first, ..] if first.code == Code::Unterminated => takes_lines(file, first.span),
        [..] => ends_early,
    };
    ParseResult { file: driver.out, diags, incomplete }
}

/// Whether what starts at a position may go on over the end of a line.
fn takes_lines(file: &source::File, at: Span) -> bool {
    let rest = &file.text[file.offset(at.lo)..];
    rest.starts_with('`') || rest.starts_with("/*")
}

/// Drops what was reported twice, and syntax errors on lines that have one already: they are mostly consequences
/// of the one that was found first. Then sorts.
fn one_syntax_error_a_line(file: &source::File, mut diags: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let (mut lines, mut seen) = (HashSet::new(), HashSet::new());
    diags.retain(|diag| seen.insert((diag.span, diag.message.clone())));
    diags.retain(|diag| {
        !diag.message.starts_with("syntax error") || lines.insert(file.line_col(diag.span.lo).0)
    });
    diags.sort_by_key(|diag| diag.span.lo);
    diags
}

/// Whether marked tokens end in the header of a statement, before its body.
fn header_is_open(tokens: &[Token]) -> bool {
    let mut brackets = Brackets::default();
    let mut header = false;
    for token in tokens {
        if brackets.depth() == 0 {
            match token.kind {
                Kind::If | Kind::For | Kind::Switch => header = true,
                Kind::BodyBrace => header = false,
                _ => {}
            }
        }
        if !brackets.opens(token.kind, ()) {
            brackets.closes(token.kind);
        }
    }
    header
}

struct Driver<'f> {
    file: &'f source::File,
    mode: Mode,
    /// The tokens of the file; repairs change them.
    tokens: Vec<Token>,
    cx: Builder<'f>,
    parser: ItemParser,
    marks: Marks,
    errors: usize,
    /// The first error is at the end of the text.
    ends_early: bool,
    out: File,
}

impl Driver<'_> {
    fn run(&mut self) {
        let mut pos = 0;
        let first = self.tokens.first().copied();
        if first.is_some_and(|token| token.kind == Kind::Package) {
            self.out.is_script = false;
        } else if self.mode == Mode::Go {
            let span = first.map_or(Span::at(self.file.span().hi), |token| token.span);
            self.cx.syntax_error(span, "package statement must be first");
            return;
        }
        while pos < self.tokens.len() && self.errors < MAX_ERRORS {
            pos = self.item(pos);
        }
    }

    /// Whether the file consists of declarations only.
    fn declarations_only(&self) -> bool {
        !self.out.is_script
    }

    /// The index of the semicolon that ends the item at `pos`, or the number of tokens.
    fn item_end(&self, pos: usize) -> usize {
        let mut brackets = Brackets::default();
        for (i, token) in self.tokens.iter().enumerate().skip(pos) {
            if token.kind == Kind::Semi && brackets.depth() == 0 {
                return i;
            }
            if !brackets.opens(token.kind, ()) {
                brackets.closes(token.kind);
            }
        }
        self.tokens.len()
    }

    /// The end of a statement with a header: the semicolons written in the header do not end it.
    fn statement_end(&mut self, pos: usize, mut end: usize) -> usize {
        while end < self.tokens.len() && self.file.slice(self.tokens[end].span) == ";" {
            mark(&mut self.tokens[pos..end], &mut self.marks, false);
            if !header_is_open(&self.tokens[pos..end]) {
                break;
            }
            end = self.item_end(end + 1);
        }
        end
    }

    /// Reads the item that starts at `pos`, and gives where the next one does.
    fn item(&mut self, pos: usize) -> usize {
        let mut end = self.item_end(pos);
        let start = self.tokens[pos];
        if !self.declarations_only() {
            end = self.statement_end(pos, end);
        }
        if self.declarations_only() && !start.kind.starts_declaration() && start.kind != Kind::Package {
            return self.not_a_declaration(pos);
        }
        if pos == end {
            return end + 1;
        }
        let mut effort = Effort::Little;
        let mut stuck_at = None;
        loop {
            let declarations_only = self.declarations_only();
            mark(&mut self.tokens[pos..end], &mut self.marks, declarations_only);
            let input = self.tokens[pos..end].iter().enumerate();
            let input = input.map(|(i, &token)| Ok((i as u32, token, i as u32 + 1)));
            let error = match self.parser.parse(&mut self.cx, input) {
                Ok(item) => {
                    self.cx.finish_item(self.mode == Mode::Pgo);
                    self.accept(item, start);
                    return end + 1;
                }
                Err(error) => error,
            };
            self.cx.abandon_item();
            let (at, expected) = match error {
                ParseError::UnrecognizedToken { token: (at, ..), expected } => (at as usize, expected),
                ParseError::ExtraToken { token: (at, ..) } => (at as usize, Vec::new()),
                ParseError::UnrecognizedEof { expected, .. } => (end - pos, expected),
                ParseError::InvalidToken { .. } | ParseError::User { .. } => (end - pos, Vec::new()),
            };
            let expected = Expected::new(expected);
            let found = self.token(pos + at);
            let item = &self.tokens[pos..end];
            let open = open_at(item, at);
            // An error that a repair did not move has been reported.
            if stuck_at == Some(found.span.lo) {
                effort = effort.more();
            } else {
                effort = Effort::Little;
                stuck_at = Some(found.span.lo);
                self.errors += 1;
                let at_end = pos + at >= self.tokens.len();
                self.ends_early |= at_end && self.errors == 1 && self.cx.is_clean();
                if found.kind != Kind::Bad && !(at_end && self.errors > 1) {
                    let (text, shift) = message(self.file, item, at, found, &expected, &open);
                    let span = self.token(pos + at + shift).span;
                    self.cx.syntax_error(span, text);
                }
                if self.errors >= MAX_ERRORS {
                    return self.tokens.len();
                }
            }
            let edit = repair(item, at, &expected, &open, effort);
            let whole = edit.from == 0 && edit.to == item.len();
            self.tokens.splice(pos + edit.from..pos + edit.to, edit.with);
            if whole {
                self.out.items.push(TopItem::Decl(Decl::Bad(start.span)));
                return self.item_end(pos) + 1;
            }
            end = self.item_end(pos);
            if !self.declarations_only() {
                end = self.statement_end(pos, end);
            }
        }
    }

    /// A token of the file; behind the last, an empty one at the end.
    fn token(&self, i: usize) -> Token {
        let end = Span::at(self.file.span().hi);
        self.tokens.get(i).copied().unwrap_or(Token { kind: Kind::Semi, span: end })
    }

    /// Reports a statement where only declarations may be, and skips to the next item that is one.
    fn not_a_declaration(&mut self, mut pos: usize) -> usize {
        let start = self.tokens[pos];
        self.errors += 1;
        let bodiless = matches!(
            self.out.items.last(),
            Some(TopItem::Decl(Decl::Func(func))) if func.body.is_none()
        );
        let text = if start.kind == Kind::LBrace && bodiless {
            "unexpected semicolon or newline before {"
        } else {
            "non-declaration statement outside function body"
        };
        self.cx.syntax_error(start.span, text);
        loop {
            pos = self.item_end(pos) + 1;
            match self.tokens.get(pos) {
                Some(token) if !token.kind.starts_declaration() => {}
                Some(_) | None => return pos,
            }
        }
    }

    fn accept(&mut self, item: Item, start: Token) {
        match item {
            Item::Package(keyword, name) => {
                if self.out.package.is_none() && self.out.items.is_empty() {
                    self.out.package_pos = keyword.lo;
                    self.out.package = Some(name);
                } else {
                    self.misplaced_package(keyword);
                }
            }
            Item::BadPackage(keyword) => {
                if self.out.package.is_some() || !self.out.items.is_empty() {
                    self.misplaced_package(keyword);
                }
            }
            Item::Decl(decl) => {
                if let Decl::Import(group) = &decl {
                    let late = self.out.items.iter().any(|item| match item {
                        TopItem::Decl(decl) => !matches!(decl, Decl::Import(_) | Decl::Bad(_)),
                        TopItem::Stmt(_) => false,
                    });
                    if late && self.declarations_only() {
                        self.cx.syntax_error(start.span, "imports must appear before other declarations");
                    }
                    self.out.imports.extend(group.specs.iter().map(Rc::clone));
                }
                self.out.items.push(TopItem::Decl(decl));
            }
            Item::Stmt(stmt) => self.out.items.push(TopItem::Stmt(stmt)),
        }
    }

    fn misplaced_package(&mut self, keyword: Span) {
        self.cx.syntax_error(keyword, "non-declaration statement outside function body");
    }
}
