//! Declarations and files.

use std::rc::Rc;

use super::{BasicLit, Block, Expr, Field, FuncType, Ident, Stmt};
use crate::source::{FileId, Pos, Span};

/// A declaration. Specifications and functions are shared (`Rc`), so that later stages can keep one.
#[derive(Debug)]
pub enum Decl {
    /// Text with a syntax error; it has been reported.
    Bad(Span),
    /// `import`
    Import(Group<ImportSpec>),
    /// `const`
    Const(Group<ValueSpec>),
    /// `type`
    Type(Group<TypeSpec>),
    /// `var`
    Var(Group<ValueSpec>),
    /// `func`
    Func(Rc<FuncDecl>),
}

impl Decl {
    /// All of its text.
    pub fn span(&self) -> Span {
        match self {
            Decl::Bad(span) => *span,
            Decl::Import(group) => group.span,
            Decl::Const(group) | Decl::Var(group) => group.span,
            Decl::Type(group) => group.span,
            Decl::Func(func) => func.span,
        }
    }
}

/// One specification, or several in parentheses.
#[derive(Debug)]
pub struct Group<S> {
    /// All of its text.
    pub span: Span,
    /// The keyword.
    pub keyword: Span,
    /// Whether there are parentheses.
    pub parens: bool,
    /// The specifications.
    pub specs: Vec<Rc<S>>,
}

/// `name "path"`
#[derive(Debug)]
pub struct ImportSpec {
    /// All of its text.
    pub span: Span,
    /// The name that the file uses: an identifier, `_` or `.`.
    pub name: Option<Ident>,
    /// The path, a string literal.
    pub path: BasicLit,
    /// Where the path is.
    pub path_span: Span,
}

/// `a, b int = 1, 2` of a `const` or `var`
#[derive(Debug)]
pub struct ValueSpec {
    /// All of its text.
    pub span: Span,
    /// The names.
    pub names: Vec<Ident>,
    /// The type.
    pub ty: Option<Expr>,
    /// The values.
    pub values: Vec<Expr>,
    /// Its place in its group, from 0; what `iota` is in a `const`.
    pub iota: u32,
    /// In a `const` without type and values: the specification whose type and values are repeated.
    pub inherit: Option<Rc<ValueSpec>>,
}

/// `name[P C] T`, `name = T`
#[derive(Debug)]
pub struct TypeSpec {
    /// All of its text.
    pub span: Span,
    /// The name.
    pub name: Ident,
    /// The type parameters.
    pub type_params: Vec<Field>,
    /// The `=` of an alias.
    pub assign: Option<Span>,
    /// The type.
    pub ty: Expr,
}

impl TypeSpec {
    /// Whether it declares an alias.
    pub fn is_alias(&self) -> bool {
        self.assign.is_some()
    }
}

/// `func (r T) name[P C](...) ... { ... }`
#[derive(Debug)]
pub struct FuncDecl {
    /// All of its text.
    pub span: Span,
    /// The keyword.
    pub keyword: Span,
    /// The receiver, as it is written: a list that should hold one parameter.
    pub recv: Option<Vec<Field>>,
    /// Where the receiver's parentheses are; [`Span::NONE`] without.
    pub recv_span: Span,
    /// The name.
    pub name: Ident,
    /// The type parameters.
    pub type_params: Vec<Field>,
    /// The signature.
    pub ty: FuncType,
    /// The body; none in functions that are not written in the language.
    pub body: Option<Block>,
}

/// A declaration or, in a script, a statement at top level.
#[derive(Debug)]
pub enum TopItem {
    /// A declaration.
    Decl(Decl),
    /// A statement; a top-level `:=` is one too.
    Stmt(Stmt),
}

/// A file.
#[derive(Debug)]
pub struct File {
    /// Which.
    pub id: FileId,
    /// All of its text.
    pub span: Span,
    /// Position of the keyword `package`, or of the start of a script.
    pub package_pos: Pos,
    /// The name in the package clause; none in scripts.
    pub package: Option<Ident>,
    /// Whether it is a script: a `.pgo` file without a package clause.
    pub is_script: bool,
    /// Comments `//go:...` that Go refuses when all else is right, and what it says.
    pub misplaced: Vec<(Span, &'static str)>,
    /// All imports of `items`.
    pub imports: Vec<Rc<ImportSpec>>,
    /// Declarations and statements in the order of the text.
    pub items: Vec<TopItem>,
}
