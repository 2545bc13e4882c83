//! Cutting a file into items, and reading each.

use std::ops::Range;
use std::rc::Rc;

use lalrpop_util::ParseError;

use super::build::{Builder, Item};
use super::directives::{Misplaced, misplaced, misplaced_among};
use super::grammar::ItemParser;
use super::refused::{Errors, MAX_ERRORS, Refused};
use crate::ast::{Decl, File, NodeIds, Stmt, TopItem};
use crate::diag::{Code, Diagnostic};
use crate::lexer::{Brackets, Kind, Lexer, Marks, Mates, Token, mark};
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
    /// The tree. Behind text that the grammar refused there is nothing.
    pub file: File,
    /// All errors, in the order of the text.
    pub diags: Vec<Diagnostic>,
    /// Bodies of functions in text that the grammar refused which have no errors themselves.
    pub bodies: Vec<Stmt>,
    /// Whether the first error is that the text ends too early: more text could make it right.
    pub incomplete: bool,
}

/// What is said about text that the grammar refuses without a reason that a person would see.
pub(super) const UNEXPLAINED: &str = "syntax error: unexpected text";

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
    // Hardly any text has more tokens; memory that stays unused costs nothing.
    let mut tokens: Vec<Token> = Vec::with_capacity(file.text.len() / 2);
    tokens.extend(&mut lexer);
    let mut early = lexer.take_diagnostics();
    if early.len() > MAX_ERRORS {
        early.truncate(MAX_ERRORS);
        early.push(Diagnostic::error(
            Code::Syntax,
            Span::at(early[MAX_ERRORS - 1].span.lo),
            "too many errors",
        ));
    }
    if file.too_large {
        early.push(Diagnostic::error(Code::SourceTooLarge, Span::at(file.base), "source file too large"));
    }
    let directives = lexer.take_directives();
    let kept = if directives.is_empty() { Vec::new() } else { tokens.clone() };
    let mut result = read(file, tokens, early, ids, mode);
    if mode == Mode::Go && !directives.is_empty() {
        let Misplaced { by_parser, late } = if result.diags.iter().any(Diagnostic::is_syntax_error) {
            Misplaced { by_parser: misplaced_among(file, &kept, &directives), late: Vec::new() }
        } else {
            misplaced(file, &result.file, &directives)
        };
        let errors = by_parser
            .into_iter()
            .map(|(at, message)| Diagnostic::error(Code::InvalidDeclaration, at, message));
        result.diags.extend(errors);
        result.diags.sort_by_key(|diag| diag.span.lo);
        result.file.misplaced = late;
    }
    result
}

/// Reads tokens, of which there are errors already.
fn read(
    file: &source::File,
    tokens: Vec<Token>,
    mut early: Vec<Diagnostic>,
    ids: &mut NodeIds,
    mode: Mode,
) -> ParseResult {
    let mut driver = Driver::new(file, tokens, &mut *ids, mode);
    driver.run();
    let Driver { tokens, cx, refused: stuck, accepted, out, .. } = driver;
    let clean = early.is_empty() && cx.is_clean();
    let (mut diags, objection) = cx.finish();
    let ends_early = clean && stuck.is_some_and(|at| at >= tokens.len());
    let mut bodies = Vec::new();
    let place = |at: usize| tokens.get(at).map_or(Span::at(file.span().hi), |token| token.span);
    if let Some(at) = stuck.map(place).or(objection) {
        let refused = Refused {
            file,
            tokens: &tokens,
            script: out.is_script,
            pgo: mode == Mode::Pgo,
            has_errors: !early.is_empty(),
        };
        let Errors { mut errors, stopped, superfluous, cut_short, clean_bodies } = refused.errors();
        if !errors.iter().any(Diagnostic::is_syntax_error) {
            let within = |at: Span| superfluous.iter().any(|span| span.lo <= at.lo && at.lo < span.hi);
            let mut kept: Vec<Token> = tokens.iter().copied().filter(|token| !within(token.span)).collect();
            let closed = cut_short && close_brackets(&mut kept, Span::at(file.span().hi));
            if closed || kept.len() < tokens.len() {
                errors.retain(|error| superfluous.iter().any(|span| span.lo == error.span.lo));
                early.append(&mut errors);
                return read(file, kept, early, ids, mode);
            }
        }
        // The items stand in the order of the text.
        let read_already = |at: Span| {
            let behind = accepted.partition_point(|item| item.lo <= at.lo);
            behind > 0 && at.lo < accepted[behind - 1].hi
        };
        for body in clean_bodies {
            if !read_already(tokens[body.start].span) {
                bodies.extend(statement(file, &tokens[body], ids));
            }
        }
        early.retain(|diag| stopped.is_none_or(|at| diag.span.lo <= at));
        // The nesting is beyond what is read again, or the two readers are not of one mind.
        if errors.is_empty() && diags.is_empty() && early.is_empty() {
            errors.push(Diagnostic::error(Code::Syntax, at, UNEXPLAINED));
        }
        // What a later phase of Go's compiler would say is not said when there is such an error.
        if errors.iter().any(Diagnostic::is_syntax_error) {
            diags.retain(|diag| diag.code == Code::NestedTooDeeply);
        }
        diags.append(&mut errors);
    }
    // At one place, what is wrong with a token comes before what is wrong with its place.
    early.append(&mut diags);
    early.sort_by_key(|diag| diag.span.lo);
    let mut diags = early;
    once_a_line(file, &mut diags);
    // The go command reads the heads of files before the compiler does.
    if !diags.is_empty()
        && mode != Mode::Declarations
        && !out.is_script
        && let Some(error) = super::header::error(file)
    {
        diags = vec![error];
    }
    if mode != Mode::Declarations
        && !out.is_script
        && let Some(error) = super::header::build_line(file)
    {
        diags = vec![error];
    }
    let incomplete = match diags.as_slice() {
        [] => false,
        // A raw string or comment without end takes all the text that there is.
        [first, ..] if first.code == Code::Unterminated => takes_lines(file, first.span),
        [..] => ends_early,
    };
    ParseResult { file: out, diags, bodies, incomplete }
}

/// Reads a statement by itself: a block, an expression.
pub(super) fn statement(file: &source::File, tokens: &[Token], ids: &mut NodeIds) -> Option<Stmt> {
    let end = tokens.last()?.span;
    let tokens = tokens.iter().copied().chain([Token { kind: Kind::Semi, span: Span::at(end.hi) }]).collect();
    let mut driver = Driver::new(file, tokens, ids, Mode::Pgo);
    driver.run();
    match (driver.refused, driver.out.items.pop()) {
        (None, Some(TopItem::Stmt(stmt))) => Some(stmt),
        _ => None,
    }
}

/// Leaves out what has been said on the same line: of errors that are no syntax errors, the same message.
fn once_a_line(file: &source::File, diags: &mut Vec<Diagnostic>) {
    let mut last: Option<(u32, String)> = None;
    diags.retain(|diag| {
        if diag.is_syntax_error() {
            return true;
        }
        let said = (file.line_col(diag.span.lo).0, diag.message.clone());
        let new = last.as_ref() != Some(&said);
        last = Some(said);
        new
    });
}

/// Closes all brackets that are open behind the last token. Gives whether there are any.
fn close_brackets(tokens: &mut Vec<Token>, span: Span) -> bool {
    let mut brackets = Brackets::default();
    for token in tokens.iter() {
        if !brackets.opens(token.kind, ()) {
            brackets.closes(token.kind);
        }
    }
    if brackets.depth() > 0 {
        let closers = brackets.closers().chain([Kind::Semi]);
        tokens.extend(closers.map(|kind| Token { kind, span }));
    }
    brackets.depth() > 0
}

/// Whether what starts at a position may go on over the end of a line.
fn takes_lines(file: &source::File, at: Span) -> bool {
    let rest = &file.text[file.offset(at.lo)..];
    rest.starts_with('`') || rest.starts_with("/*")
}

struct Driver<'f> {
    file: &'f source::File,
    mode: Mode,
    tokens: Vec<Token>,
    mates: Mates,
    cx: Builder<'f>,
    parser: ItemParser,
    marks: Marks,
    /// The index of the first token that the grammar refused. The items behind it are read for what Go's parser says
    /// of them by themselves, unless the file is a script.
    refused: Option<usize>,
    /// Where the items are that the grammar did not refuse.
    accepted: Vec<Span>,
    out: File,
}

impl<'f> Driver<'f> {
    fn new(file: &'f source::File, tokens: Vec<Token>, ids: &'f mut NodeIds, mode: Mode) -> Driver<'f> {
        Driver {
            file,
            mode,
            mates: Mates::of(&tokens),
            tokens,
            cx: Builder::new(file, ids),
            parser: ItemParser::new(),
            marks: Marks::default(),
            refused: None,
            accepted: Vec::new(),
            out: File {
                id: file.id,
                span: file.span(),
                package_pos: file.base,
                package: None,
                is_script: mode == Mode::Pgo,
                misplaced: Vec::new(),
                imports: Vec::new(),
                items: Vec::new(),
            },
        }
    }

    fn run(&mut self) {
        let mut pos = 0;
        let first = self.tokens.first().copied();
        if first.is_some_and(|token| token.kind == Kind::Package) {
            self.out.is_script = false;
        } else if self.mode == Mode::Go {
            self.refuse(0);
            return;
        }
        while pos < self.tokens.len() && (self.refused.is_none() || self.declarations_only()) {
            pos = self.item(pos);
        }
    }

    fn refuse(&mut self, at: usize) {
        self.refused.get_or_insert(at);
        self.cx.forget_item();
    }

    /// Whether the file consists of declarations only.
    fn declarations_only(&self) -> bool {
        !self.out.is_script
    }

    /// The index of the first token from `pos` on that stands outside brackets and has a property, or the number of tokens.
    fn find_outside(&self, mut pos: usize, wanted: impl Fn(Kind) -> bool) -> usize {
        while let Some(token) = self.tokens.get(pos)
            && !wanted(token.kind)
        {
            pos = match self.mates.get(pos) {
                Some(mate) if token.kind.opens() => mate + 1,
                None if token.kind.opens() => return self.tokens.len(),
                _ => pos + 1,
            };
        }
        pos.min(self.tokens.len())
    }

    /// The index of the semicolon that ends the item at `pos`, or the number of tokens.
    fn item_end(&self, pos: usize) -> usize {
        self.find_outside(pos, |kind| kind == Kind::Semi)
    }

    /// The end of a statement with a header: the semicolons written in the header do not end it.
    fn statement_end(&mut self, pos: usize, mut end: usize) -> usize {
        while end < self.tokens.len() && self.file.slice(self.tokens[end].span) == ";" {
            self.mark(pos..end, false);
            if !self.header_is_open(pos, end) {
                break;
            }
            end = self.item_end(end + 1);
        }
        end
    }

    /// Whether the marked tokens `pos..end` end in the header of a statement, before its body.
    fn header_is_open(&self, mut pos: usize, end: usize) -> bool {
        let mut header = false;
        loop {
            pos = self.find_outside(pos, |kind| {
                matches!(kind, Kind::If | Kind::For | Kind::Switch | Kind::BodyBrace)
            });
            if pos >= end {
                return header;
            }
            header = self.tokens[pos].kind != Kind::BodyBrace;
            pos = self.mates.get(pos).unwrap_or(pos) + 1;
        }
    }

    fn mark(&mut self, item: Range<usize>, declarations_only: bool) {
        mark(&mut self.tokens, item, &self.mates, &mut self.marks, declarations_only);
    }

    /// Reads the item that starts at `pos`, and gives where the next one does.
    fn item(&mut self, pos: usize) -> usize {
        let mut end = self.item_end(pos);
        let start = self.tokens[pos];
        let declarations_only = self.declarations_only();
        if !declarations_only {
            end = self.statement_end(pos, end);
        }
        if declarations_only && !start.kind.starts_declaration() && start.kind != Kind::Package {
            self.refuse(pos);
            return end + 1;
        }
        if pos == end {
            return end + 1;
        }
        self.mark(pos..end, declarations_only);
        let input = self.tokens[pos..end].iter().enumerate();
        let input = input.map(|(i, &token)| Ok((i as u32, token, i as u32 + 1)));
        match self.parser.parse(&mut self.cx, input) {
            Ok(item) => {
                self.cx.finish_item(self.mode == Mode::Pgo);
                self.accepted.push(start.span.to(self.tokens[end - 1].span));
                self.accept(item, start);
            }
            Err(ParseError::UnrecognizedToken { token: (at, ..), .. }) => {
                self.refuse(pos + at as usize);
            }
            Err(_) => self.refuse(end),
        }
        end + 1
    }

    fn accept(&mut self, item: Item, start: Token) {
        match item {
            Item::Package(keyword, name) => {
                if self.out.package.is_none() && self.out.items.is_empty() {
                    self.out.package_pos = keyword.lo;
                    self.out.package = Some(name);
                } else {
                    self.cx.refuse(keyword);
                }
            }
            Item::Decl(decl) => {
                if let Decl::Import(group) = &decl {
                    let late = self.out.items.iter().any(|item| match item {
                        TopItem::Decl(decl) => !matches!(decl, Decl::Import(_) | Decl::Bad(_)),
                        TopItem::Stmt(_) => false,
                    });
                    if late && self.declarations_only() {
                        self.cx.refuse(start.span);
                    }
                    self.out.imports.extend(group.specs.iter().map(Rc::clone));
                }
                self.out.items.push(TopItem::Decl(decl));
            }
            Item::Stmt(stmt) => self.out.items.push(TopItem::Stmt(stmt)),
        }
    }
}
