//! Statements.

use super::{BinaryOp, Decl, Expr, Height, Ident, NodeId};
use crate::source::{Pos, Span};

/// A statement.
#[derive(Debug)]
pub struct Stmt {
    /// All of its text.
    pub span: Span,
    /// Longest path to a leaf.
    pub height: Height,
    /// What it is.
    pub kind: StmtKind,
}

/// The kinds of statements.
#[derive(Debug)]
pub enum StmtKind {
    /// Text with a syntax error; it has been reported.
    Bad,
    /// Nothing.
    Empty,
    /// `var`, `const` or `type` in a function
    Decl(Decl),
    /// `label: stmt`
    Labeled {
        /// The label.
        label: Ident,
        /// What it labels; an empty statement before a closing brace.
        stmt: Box<Stmt>,
    },
    /// An expression; the checker says which may stand alone.
    Expr(Expr),
    /// `ch <- value`
    Send(Box<Send>),
    /// `x++`, `x--`
    IncDec {
        /// The operand.
        x: Expr,
        /// Whether it is `++`.
        inc: bool,
        /// Where the operator is.
        op_span: Span,
    },
    /// `a, b = c, d`, `a := b`, `a += b`
    Assign(Box<Assign>),
    /// `go f(x)`; anything but a call has been reported
    Go(Expr),
    /// `defer f(x)`; anything but a call has been reported
    Defer(Expr),
    /// `return x, y`
    Return(Vec<Expr>),
    /// `break`, `continue`, `goto`, `fallthrough`
    Branch {
        /// Which.
        kind: BranchKind,
        /// Its label.
        label: Option<Ident>,
    },
    /// `{ ... }`
    Block(Block),
    /// `if`
    If(Box<If>),
    /// `switch` over values
    Switch(Box<Switch>),
    /// `switch x := y.(type)`
    TypeSwitch(Box<TypeSwitch>),
    /// `select`
    Select(Box<Select>),
    /// `for` without range
    For(Box<For>),
    /// `for ... range`
    Range(Box<Range>),
}

/// Statements in braces.
#[derive(Debug)]
pub struct Block {
    /// From `{` to `}`.
    pub span: Span,
    /// The statements.
    pub stmts: Vec<Stmt>,
    /// Position of `}`, where Go reports a missing return.
    pub rbrace: Pos,
    /// Longest path to a leaf.
    pub height: Height,
}

/// `ch <- value`
#[derive(Debug)]
pub struct Send {
    /// The channel.
    pub chan: Expr,
    /// Where the arrow is.
    pub arrow: Span,
    /// The value.
    pub value: Expr,
}

/// Assignment operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum AssignOp {
    /// `=`
    Assign,
    /// `:=`
    Define,
    /// `+=` and so on
    Op(BinaryOp),
}

/// `a, b = c, d`
#[derive(Debug)]
pub struct Assign {
    /// What is assigned to.
    pub lhs: Vec<Expr>,
    /// How.
    pub op: AssignOp,
    /// Where the operator is.
    pub op_span: Span,
    /// The values.
    pub rhs: Vec<Expr>,
}

/// The statements that jump.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BranchKind {
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `goto`
    Goto,
    /// `fallthrough`
    Fallthrough,
}

impl BranchKind {
    /// The keyword.
    pub fn as_str(self) -> &'static str {
        match self {
            BranchKind::Break => "break",
            BranchKind::Continue => "continue",
            BranchKind::Goto => "goto",
            BranchKind::Fallthrough => "fallthrough",
        }
    }
}

/// `if init; cond { ... } else ...`
#[derive(Debug)]
pub struct If {
    /// Simple statement before the condition.
    pub init: Option<Stmt>,
    /// The condition; bad if it was missing, which has been reported.
    pub cond: Expr,
    /// What runs if it is true.
    pub then: Block,
    /// A block or another `if`.
    pub otherwise: Option<Stmt>,
}

/// `switch init; tag { ... }`
#[derive(Debug)]
pub struct Switch {
    /// Simple statement before the tag.
    pub init: Option<Stmt>,
    /// The value that is compared; none stands for true.
    pub tag: Option<Expr>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// The clauses.
    pub clauses: Vec<CaseClause>,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// `switch init; bind := x.(type) { ... }`
#[derive(Debug)]
pub struct TypeSwitch {
    /// Simple statement before the guard.
    pub init: Option<Stmt>,
    /// The variable that each clause declares.
    pub bind: Option<Ident>,
    /// The interface value.
    pub x: Expr,
    /// The whole guard, `bind := x.(type)`.
    pub guard: Span,
    /// Position of `{`.
    pub lbrace: Pos,
    /// The clauses; their expressions are types, or nil.
    pub clauses: Vec<CaseClause>,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// `case a, b: ...`
#[derive(Debug)]
pub struct CaseClause {
    /// Its number.
    pub id: NodeId,
    /// All of its text.
    pub span: Span,
    /// The values or types; none stands for `default`.
    pub exprs: Option<Vec<Expr>>,
    /// Position of the colon.
    pub colon: Pos,
    /// The statements.
    pub body: Vec<Stmt>,
}

/// `select { ... }`
#[derive(Debug)]
pub struct Select {
    /// The clauses.
    pub clauses: Vec<CommClause>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// `case v := <-ch: ...`
#[derive(Debug)]
pub struct CommClause {
    /// Its number.
    pub id: NodeId,
    /// All of its text.
    pub span: Span,
    /// A send, or a receive as an expression or on the right of an assignment; none stands for `default`. That
    /// it is one of these is the checker's to see.
    pub comm: Option<Stmt>,
    /// Position of the colon.
    pub colon: Pos,
    /// The statements.
    pub body: Vec<Stmt>,
}

/// `for init; cond; post { ... }`
#[derive(Debug)]
pub struct For {
    /// Simple statement before the loop.
    pub init: Option<Stmt>,
    /// The condition; none stands for true.
    pub cond: Option<Expr>,
    /// Simple statement after each round.
    pub post: Option<Stmt>,
    /// The body.
    pub body: Block,
}

/// `for key, value := range x { ... }`
#[derive(Debug)]
pub struct Range {
    /// First iteration variable, or what is assigned to.
    pub key: Option<Expr>,
    /// Second iteration variable, or what is assigned to.
    pub value: Option<Expr>,
    /// Where a third one stands, which nothing permits.
    pub extra: Option<Span>,
    /// Whether it declares the variables (`:=`).
    pub define: bool,
    /// Where the assignment operator is; [`Span::NONE`] without variables.
    pub op_span: Span,
    /// The keyword `range`.
    pub range: Span,
    /// What is ranged over.
    pub x: Expr,
    /// The body.
    pub body: Block,
}
