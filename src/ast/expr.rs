//! Expressions, and types, which are expressions too.

use std::rc::Rc;

use super::{Block, Height, Ident, NodeId};
use crate::source::{Pos, Span, Symbol};

/// An expression or a type.
#[derive(Debug)]
pub struct Expr {
    /// Its number.
    pub id: NodeId,
    /// All of its text.
    pub span: Span,
    /// Longest path to a leaf.
    pub height: Height,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of expressions and types.
#[derive(Debug)]
pub enum ExprKind {
    /// Text with a syntax error; it has been reported.
    Bad,
    /// `x`
    Ident(Ident),
    /// `1`, `2.5`, `3i`, `'a'`, `"text"`
    BasicLit(BasicLit),
    /// `func(x int) { ... }`
    FuncLit(Rc<FuncLit>),
    /// `T{...}`, or `{...}` inside another composite literal
    CompositeLit(Box<CompositeLit>),
    /// `(x)`
    Paren(Box<Expr>),
    /// `x.sel`
    Selector(Box<Selector>),
    /// `x[i]`, and `x[T1, T2]`
    Index(Box<Index>),
    /// `x[lo:hi:max]`
    Slice(Box<SliceExpr>),
    /// `x.(T)`, `x.(type)`
    TypeAssert(Box<TypeAssert>),
    /// `f(x, y...)`, conversions too
    Call(Box<Call>),
    /// `*x`, a dereference or a pointer type; the star is where the expression starts
    Star(Box<Expr>),
    /// `-x`, `&x`, `<-x`, `~T`
    Unary(Box<Unary>),
    /// `x + y`, unions `A | B`
    Binary(Box<Binary>),
    /// `[n]T`, `[...]T`, `[]T`
    ArrayType(Box<ArrayType>),
    /// `struct { ... }`
    StructType(Box<StructType>),
    /// `func(...) ...` without a body
    FuncType(Box<FuncType>),
    /// `interface { ... }`
    InterfaceType(Box<InterfaceType>),
    /// `map[K]V`
    MapType(Box<MapType>),
    /// `chan T`, `<-chan T`, `chan<- T`
    ChanType(Box<ChanType>),
    /// `go f(x)` where an expression is expected; the inner expression is the call
    Go(Box<Expr>),
}

/// Kinds of literals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LitKind {
    /// `1`, `0x1f`, `1_000`
    Int,
    /// `1.5`, `0x1p-2`
    Float,
    /// `1i`
    Imag,
    /// `'a'`
    Rune,
    /// `"a"` or a raw string
    String,
}

/// A literal as it is written. A literal with a mistake in it has been reported, and is there as a valid one
/// (`0`, `' '` or `""`).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BasicLit {
    /// What it is.
    pub kind: LitKind,
    /// Its text, quotes included; [`super::string_value`] and [`super::rune_value`] decode it.
    pub raw: Symbol,
}

/// A function literal.
#[derive(Debug)]
pub struct FuncLit {
    /// Number of the expression that it is.
    pub id: NodeId,
    /// Its signature.
    pub ty: FuncType,
    /// Its body.
    pub body: Block,
}

/// A composite literal.
#[derive(Debug)]
pub struct CompositeLit {
    /// Its type; inside another literal it may be left out.
    pub ty: Option<Expr>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// The elements.
    pub elems: Vec<Element>,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// An element of a composite literal.
#[derive(Debug)]
pub struct Element {
    /// Field name, index or key before the colon.
    pub key: Option<Expr>,
    /// The value.
    pub value: Expr,
}

impl Element {
    /// All of its text.
    pub fn span(&self) -> Span {
        self.key.as_ref().map_or(Span::NONE, |key| key.span).to(self.value.span)
    }
}

/// `x.sel`
#[derive(Debug)]
pub struct Selector {
    /// What is selected from.
    pub x: Expr,
    /// Position of the dot.
    pub dot: Pos,
    /// The selected name.
    pub sel: Ident,
}

/// `x[i]`, `x[T1, T2]`
#[derive(Debug)]
pub struct Index {
    /// What is indexed or instantiated.
    pub x: Expr,
    /// Position of `[`.
    pub lbrack: Pos,
    /// Index or type arguments; never empty.
    pub indices: Vec<Expr>,
    /// Position of `]`.
    pub rbrack: Pos,
}

/// `x[lo:hi:max]`
#[derive(Debug)]
pub struct SliceExpr {
    /// What is sliced.
    pub x: Expr,
    /// Position of `[`.
    pub lbrack: Pos,
    /// First index.
    pub lo: Option<Expr>,
    /// Index after the last.
    pub hi: Option<Expr>,
    /// Limit of the capacity.
    pub max: Option<Expr>,
    /// Whether there are two colons.
    pub three: bool,
    /// Position of `]`.
    pub rbrack: Pos,
}

/// `x.(T)`
#[derive(Debug)]
pub struct TypeAssert {
    /// The interface value.
    pub x: Expr,
    /// Position of the dot.
    pub dot: Pos,
    /// The type; none for `x.(type)`.
    pub ty: Option<Expr>,
}

/// `f(x, y...)`
#[derive(Debug)]
pub struct Call {
    /// The function, or the type of a conversion.
    pub fun: Expr,
    /// Position of `(`.
    pub lparen: Pos,
    /// The arguments; some builtins take types.
    pub args: Vec<Expr>,
    /// The `...` after the last argument.
    pub ellipsis: Option<Span>,
    /// Position of `)`.
    pub rparen: Pos,
}

/// Unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnaryOp {
    /// `+`
    Plus,
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `^`
    BitNot,
    /// `&`
    Addr,
    /// `<-`
    Recv,
    /// `~`, only in constraints
    Tilde,
}

impl UnaryOp {
    /// The operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            UnaryOp::Plus => "+",
            UnaryOp::Neg => "-",
            UnaryOp::Not => "!",
            UnaryOp::BitNot => "^",
            UnaryOp::Addr => "&",
            UnaryOp::Recv => "<-",
            UnaryOp::Tilde => "~",
        }
    }
}

/// `-x`; the operator is where the expression starts.
#[derive(Debug)]
pub struct Unary {
    /// The operator.
    pub op: UnaryOp,
    /// The operand.
    pub x: Expr,
}

/// Binary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinaryOp {
    /// `||`
    LogOr,
    /// `&&`
    LogAnd,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `&`
    And,
    /// `&^`
    AndNot,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
}

impl BinaryOp {
    /// The operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            BinaryOp::LogOr => "||",
            BinaryOp::LogAnd => "&&",
            BinaryOp::Eq => "==",
            BinaryOp::Ne => "!=",
            BinaryOp::Lt => "<",
            BinaryOp::Le => "<=",
            BinaryOp::Gt => ">",
            BinaryOp::Ge => ">=",
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Or => "|",
            BinaryOp::Xor => "^",
            BinaryOp::Mul => "*",
            BinaryOp::Div => "/",
            BinaryOp::Rem => "%",
            BinaryOp::And => "&",
            BinaryOp::AndNot => "&^",
            BinaryOp::Shl => "<<",
            BinaryOp::Shr => ">>",
        }
    }

    /// Its precedence, from 1 (`||`) to 5 (`*`).
    pub fn precedence(self) -> u8 {
        match self {
            BinaryOp::LogOr => 1,
            BinaryOp::LogAnd => 2,
            BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => 3,
            BinaryOp::Add | BinaryOp::Sub | BinaryOp::Or | BinaryOp::Xor => 4,
            BinaryOp::Mul
            | BinaryOp::Div
            | BinaryOp::Rem
            | BinaryOp::And
            | BinaryOp::AndNot
            | BinaryOp::Shl
            | BinaryOp::Shr => 5,
        }
    }

    /// Whether it is one of `==`, `!=`, `<`, `<=`, `>`, `>=`.
    pub fn is_comparison(self) -> bool {
        self.precedence() == 3
    }

    /// Whether it is `<<` or `>>`.
    pub fn is_shift(self) -> bool {
        matches!(self, BinaryOp::Shl | BinaryOp::Shr)
    }
}

/// `x + y`
#[derive(Debug)]
pub struct Binary {
    /// The operator.
    pub op: BinaryOp,
    /// Where the operator is.
    pub op_span: Span,
    /// Left operand.
    pub x: Expr,
    /// Right operand.
    pub y: Expr,
}

/// The length of an array type.
#[derive(Debug)]
pub enum ArrayLen {
    /// `[]T`
    Slice,
    /// `[...]T`
    Auto(Span),
    /// `[n]T`
    Fixed(Expr),
}

/// `[n]T`, `[...]T`, `[]T`
#[derive(Debug)]
pub struct ArrayType {
    /// The length.
    pub len: ArrayLen,
    /// Type of the elements.
    pub elem: Expr,
}

/// `struct { ... }`
#[derive(Debug)]
pub struct StructType {
    /// The fields.
    pub fields: Vec<StructField>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// A line of a struct type.
#[derive(Debug)]
pub struct StructField {
    /// All of its text.
    pub span: Span,
    /// The names; empty for an embedded field, which is named by its type.
    pub names: Vec<Ident>,
    /// The type.
    pub ty: Expr,
    /// The tag, a string literal.
    pub tag: Option<(BasicLit, Span)>,
}

/// Parameters, results or type parameters that are declared together: `a, b int`.
#[derive(Debug)]
pub struct Field {
    /// All of its text.
    pub span: Span,
    /// The names; empty when there is only a type.
    pub names: Vec<Ident>,
    /// The `...` before the type.
    pub ellipsis: Option<Span>,
    /// The type, or the constraint of type parameters.
    pub ty: Expr,
}

/// A signature.
#[derive(Debug)]
pub struct FuncType {
    /// From `func` (or the name, in methods of interfaces) to the last result.
    pub span: Span,
    /// Parameters.
    pub params: Vec<Field>,
    /// Position of the `(` of the parameters.
    pub lparen: Pos,
    /// Position of the `)` of the parameters.
    pub rparen: Pos,
    /// Results.
    pub results: Vec<Field>,
    /// Longest path to a leaf.
    pub height: Height,
}

impl FuncType {
    /// Whether the last parameter is `...T`.
    pub fn is_variadic(&self) -> bool {
        self.params.last().is_some_and(|field| field.ellipsis.is_some())
    }
}

/// `interface { ... }`
#[derive(Debug)]
pub struct InterfaceType {
    /// The lines.
    pub elems: Vec<InterfaceElem>,
    /// Position of `{`.
    pub lbrace: Pos,
    /// Position of `}`.
    pub rbrace: Pos,
}

/// A line of an interface.
#[derive(Debug)]
pub enum InterfaceElem {
    /// `M(x int) string`
    Method {
        /// Its name.
        name: Ident,
        /// Its signature.
        ty: FuncType,
    },
    /// An embedded interface, or a union of terms (`~` and `|` as operators).
    Embed(Expr),
}

/// `map[K]V`
#[derive(Debug)]
pub struct MapType {
    /// Type of the keys.
    pub key: Expr,
    /// Type of the values.
    pub value: Expr,
}

/// Directions of channel types.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanDir {
    /// `chan T`
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Recv,
}

/// `chan T`
#[derive(Debug)]
pub struct ChanType {
    /// Where Go keeps it: where it starts, but at `chan` if the arrow before that was first taken for an operator.
    pub pos: Pos,
    /// The direction.
    pub dir: ChanDir,
    /// Type of the elements.
    pub elem: Expr,
}

impl Expr {
    /// The expression without the parentheses around it.
    pub fn unparen(&self) -> &Expr {
        let mut expr = self;
        while let ExprKind::Paren(inner) = &expr.kind {
            expr = inner;
        }
        expr
    }

    /// The identifier, if it is one (without parentheses).
    pub fn as_ident(&self) -> Option<&Ident> {
        match &self.kind {
            ExprKind::Ident(ident) => Some(ident),
            _ => None,
        }
    }

    /// Whether it stands for text with a syntax error.
    pub fn is_bad(&self) -> bool {
        matches!(self.kind, ExprKind::Bad)
    }

    /// The position at which Go's compiler keeps a node: that of the operator, dot or bracket that makes it what it
    /// is, otherwise the start. Few of its errors are printed there; most are at [`Expr::start_pos`].
    pub fn op_pos(&self) -> Pos {
        match &self.kind {
            ExprKind::Binary(node) => node.op_span.lo,
            ExprKind::Selector(node) => node.dot,
            ExprKind::Index(node) => node.lbrack,
            ExprKind::Slice(node) => node.lbrack,
            ExprKind::TypeAssert(node) => node.dot,
            ExprKind::Call(node) => node.lparen,
            ExprKind::CompositeLit(node) => node.lbrace,
            ExprKind::FuncType(node) => node.lparen,
            ExprKind::ChanType(node) => node.pos,
            _ => self.span.lo,
        }
    }

    /// Where errors about the expression are reported: its text, from [`Expr::start_pos`] on.
    pub fn place(&self) -> Span {
        let lo = self.start_pos();
        Span::new(lo, self.span.hi.max(lo))
    }

    /// The position at which Go's compiler prints errors about an expression: where its text starts, except that a
    /// slice expression starts at its bracket and a function type at its parameters.
    pub fn start_pos(&self) -> Pos {
        let mut expr = self;
        loop {
            expr = match &expr.kind {
                ExprKind::Binary(node) => &node.x,
                ExprKind::Selector(node) => &node.x,
                ExprKind::Index(node) => &node.x,
                ExprKind::TypeAssert(node) => &node.x,
                ExprKind::Call(node) => &node.fun,
                ExprKind::CompositeLit(node) => match &node.ty {
                    Some(ty) => ty,
                    None => return node.lbrace,
                },
                _ => return expr.op_pos(),
            };
        }
    }
}
