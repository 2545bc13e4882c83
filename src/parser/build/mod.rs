//! Constructors of the tree, called by the grammar's actions.
//!
//! They number the nodes, compute spans and heights, and know the rules of the syntax that a grammar does not
//! express well: precedences, grouping of parameters, what a header consists of.

mod decl;
mod expr;
mod stmt;
mod types;

use crate::ast::*;
use crate::diag::{Code, Diagnostic};
use crate::lexer::{Kind, Token};
use crate::source::{File, Span, Symbol};

/// What one run of the grammar gives.
pub enum Item {
    /// `package name`
    Package(Span, Ident),
    /// A declaration.
    Decl(Decl),
    /// A statement that is no declaration.
    Stmt(Stmt),
}

/// A line of a group, or a clause; boxed, because the parser moves what it builds around.
pub type Line<T> = Box<T>;

/// A bracketed list, with its brackets.
pub type List = (Token, Vec<Entry>, Token);

/// A parameter as it is written: it may turn out to be a name or a type when the whole list is known.
pub struct Entry {
    name: Option<Token>,
    ellipsis: Option<Span>,
    ty: Option<Expr>,
    /// Whether the type stands in parentheses, so that it is no name.
    parens: bool,
}

impl Entry {
    /// Something that is a type, or a name whose type comes later.
    pub fn unnamed(ellipsis: Option<Span>, ty: Expr) -> Entry {
        Entry { name: None, ellipsis, ty: Some(ty), parens: false }
    }

    /// A type in parentheses.
    pub fn parenthesized(ty: Expr) -> Entry {
        Entry { parens: true, ..Entry::unnamed(None, ty) }
    }

    /// A name, with or without its type.
    pub fn named(name: Token, ellipsis: Option<Span>, ty: Option<Expr>) -> Entry {
        Entry { name: Some(name), ellipsis, ty, parens: false }
    }
}

/// A parenthesised list of parameters, or a single result.
pub struct Params {
    fields: Vec<Field>,
    span: Span,
}

/// The header of `if` or `switch`.
pub struct Header {
    /// What stands before the semicolon.
    pub init: Option<Stmt>,
    /// The semicolon.
    pub semi: Option<Token>,
    /// What stands behind it.
    pub main: Option<Stmt>,
}

impl Header {
    /// A header; boxed, because the parser moves what it builds around.
    pub fn new(init: Option<Stmt>, semi: Option<Token>, main: Option<Stmt>) -> Box<Header> {
        Box::new(Header { init, semi, main })
    }
}

/// The header of `for`.
pub enum Loop {
    /// No semicolon: nothing or a condition.
    While(Option<Stmt>),
    /// Two semicolons.
    Three {
        /// Before the first.
        init: Option<Stmt>,
        /// Between them.
        cond: Option<Stmt>,
        /// Behind the second.
        post: Option<Stmt>,
    },
    /// A range clause.
    Range {
        /// Iteration variables.
        vars: Vec<Expr>,
        /// `=` or `:=`
        op: Option<Token>,
        /// The keyword.
        range: Span,
        /// What is ranged over.
        x: Expr,
    },
}

impl Loop {
    /// A range clause.
    pub fn range(vars: Vec<Expr>, op: Option<Token>, keyword: Token, x: Expr) -> Box<Loop> {
        Box::new(Loop::Range { vars, op, range: keyword.span, x })
    }
}

/// The state of building the tree of one file.
pub struct Builder<'b> {
    file: &'b File,
    ids: &'b mut NodeIds,
    /// What was reported so far.
    diags: Vec<Diagnostic>,
    /// The first thing that was refused.
    refused: Option<Span>,
    /// `go` expressions that have not turned out to be statements.
    go_exprs: Vec<(NodeId, Span)>,
    /// Instances of types with a value for an argument.
    value_args: Vec<(NodeId, Span)>,
    /// The end of the last list of statements, if its last statement has no semicolon behind it.
    open_end: Option<Span>,
    /// Clauses whose last statement has no semicolon behind it: only the last of a switch may be one.
    open_clauses: Vec<NodeId>,
    /// Whether the nesting limit was reported.
    too_deep: bool,
}

impl<'b> Builder<'b> {
    /// A builder for one file.
    pub fn new(file: &'b File, ids: &'b mut NodeIds) -> Builder<'b> {
        Builder {
            file,
            ids,
            diags: Vec::new(),
            refused: None,
            go_exprs: Vec::new(),
            value_args: Vec::new(),
            open_end: None,
            open_clauses: Vec::new(),
            too_deep: false,
        }
    }

    /// Ends an item: reports what could not be an error before the whole of it was known. Only scripts may have `go`
    /// where an expression is expected.
    pub fn finish_item(&mut self, go_is_expression: bool) {
        self.open_clauses.clear();
        for (_, span) in std::mem::take(&mut self.go_exprs) {
            if !go_is_expression {
                self.refuse(span);
            }
        }
        for (_, span) in std::mem::take(&mut self.value_args) {
            self.refuse(span);
        }
    }

    /// Ends an item that the grammar refused: what was pending in it is not reported.
    pub fn forget_item(&mut self) {
        self.open_clauses.clear();
        self.go_exprs.clear();
        self.value_args.clear();
    }

    /// Whether nothing was reported.
    pub fn is_clean(&self) -> bool {
        self.diags.is_empty() && self.refused.is_none()
    }

    /// All that was reported, and the first thing that was refused.
    pub fn finish(self) -> (Vec<Diagnostic>, Option<Span>) {
        (self.diags, self.refused)
    }

    /// Refuses what the grammar accepts but Go's parser does not; what that says, [`refused`](super::refused) knows.
    pub fn refuse(&mut self, span: Span) {
        self.refused.get_or_insert(span);
    }

    fn text(&self, span: Span) -> &'b str {
        self.file.slice(span)
    }

    fn symbol(&self, token: Token) -> Symbol {
        Symbol::intern(self.text(token.span))
    }

    /// Whether a node may have this height; reports the first that may not.
    fn fits(&mut self, height: Height, span: Span) -> bool {
        if height <= MAX_DEPTH {
            return true;
        }
        if !self.too_deep {
            self.too_deep = true;
            let message = format!("nested more than {MAX_DEPTH} levels deep");
            self.diags.push(Diagnostic::error(Code::NestedTooDeeply, span, message));
        }
        false
    }

    /// An expression whose children are at most `below` high. Beyond the limit the children are dropped and a
    /// bad expression takes their place.
    fn expr(&mut self, span: Span, below: Height, kind: ExprKind) -> Expr {
        let id = self.ids.fresh();
        self.expr_with(id, span, below, kind)
    }

    fn expr_with(&mut self, id: NodeId, span: Span, below: Height, kind: ExprKind) -> Expr {
        let height = below.saturating_add(1);
        if self.fits(height, span) {
            Expr { id, span, height, kind }
        } else {
            Expr { id, span, height: 1, kind: ExprKind::Bad }
        }
    }

    /// A statement; the limit works as for expressions.
    fn stmt(&mut self, span: Span, below: Height, kind: StmtKind) -> Stmt {
        let height = below.saturating_add(1);
        if self.fits(height, span) {
            Stmt { span, height, kind }
        } else {
            Stmt { span, height: 1, kind: StmtKind::Bad }
        }
    }

    /// An identifier.
    pub fn ident(&mut self, token: Token) -> Ident {
        Ident { id: self.ids.fresh(), name: self.symbol(token), span: token.span }
    }

    /// A placeholder for what was refused.
    fn bad_expr(&mut self, span: Span) -> Expr {
        self.expr(span, 0, ExprKind::Bad)
    }

    /// A literal. The text of a malformed one, which has been reported, is replaced by a harmless one.
    fn basic_lit(&mut self, token: Token) -> BasicLit {
        let kind = match token.kind {
            Kind::Float => LitKind::Float,
            Kind::Imag => LitKind::Imag,
            Kind::Rune => LitKind::Rune,
            Kind::String => LitKind::String,
            _ => LitKind::Int,
        };
        BasicLit { kind, raw: self.symbol(token) }
    }
}

/// The expression without the parentheses around it.
fn unparen(mut expr: Expr) -> Expr {
    while let ExprKind::Paren(inner) = expr.kind {
        expr = *inner;
    }
    expr
}

/// The height of the highest expression.
fn tallest<'e>(exprs: impl IntoIterator<Item = &'e Expr>) -> Height {
    exprs.into_iter().map(|expr| expr.height).max().unwrap_or(0)
}

/// The height of the highest statement.
fn tallest_stmt<'s>(stmts: impl IntoIterator<Item = &'s Stmt>) -> Height {
    stmts.into_iter().map(|stmt| stmt.height).max().unwrap_or(0)
}

/// The height of the highest type of a list of fields.
fn tallest_field(fields: &[Field]) -> Height {
    tallest(fields.iter().map(|field| &field.ty))
}

/// What all expressions of a list cover.
fn cover(exprs: &[Expr]) -> Span {
    match exprs {
        [] => Span::NONE,
        [only] => only.span,
        [first, .., last] => first.span.to(last.span),
    }
}
