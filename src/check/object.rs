//! Declared things. Every name that a program declares is an [`Object`], numbered by [`ObjId`].

use crate::ast::{FuncDecl, TypeSpec, ValueSpec};
use crate::check::consts::ConstValue;
use crate::check::scope::ScopeId;
use crate::source::{Span, Symbol};
use crate::types::universe::Builtin;
pub use crate::types::{ObjId, PkgId};
use crate::types::{TypeId, TypeParamId};
use std::rc::Rc;

/// A declared thing.
#[derive(Clone, Debug)]
pub struct Object {
    /// Its name; empty for unnamed parameters.
    pub name: Symbol,
    /// The package that declares it; [`PkgId::UNIVERSE`] for predeclared names.
    pub pkg: PkgId,
    /// Where its name stands in its declaration; [`Span::NONE`] for predeclared names.
    pub span: Span,
    /// What it is.
    pub kind: ObjectKind,
    /// Its canonical type; [`TypeId::INVALID`] until it is resolved (ask
    /// [`Checker::obj_type`](super::Checker::obj_type)). A generic function's has its type parameters.
    pub ty: TypeId,
    /// The same type as the source spells it; `None` until it is resolved.
    pub shown: Option<TypeId>,
    /// Its declaration, if it is at package level or a method.
    pub decl: Option<DeclId>,
    /// Whether it is used. Meaningful for local variables and imports.
    pub used: bool,
}

/// The kinds of objects.
#[derive(Clone, Debug)]
pub enum ObjectKind {
    /// A variable.
    Var(VarKind),
    /// A constant and its value; `None` if an error kept it from being computed.
    Const(Option<ConstValue>),
    /// A type.
    TypeName {
        /// Whether it is declared with `=`.
        alias: bool,
    },
    /// A function or method.
    Func(FuncInfo),
    /// A package as imported into a file.
    PkgName {
        /// The package.
        imported: PkgId,
        /// The imported path, for messages about packages that could not be found.
        fake: bool,
    },
    /// A predeclared function.
    Builtin(Builtin),
    /// `nil`
    Nil,
}

/// Where a variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VarKind {
    /// At package level.
    Package,
    /// In a function.
    Local,
    /// A parameter.
    Param,
    /// A result.
    Result,
    /// A receiver.
    Recv,
}

/// What is known of a function before its signature is resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FuncInfo {
    /// Whether it is a method.
    pub is_method: bool,
    /// Whether it is a method with a pointer receiver.
    pub ptr_recv: bool,
    /// Whether its body has been checked, or is being checked.
    pub body_checked: bool,
    /// Whether it has a body; without one it is native.
    pub has_body: bool,
}

/// The declaration of a package-level object or method, by number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DeclId(pub u32);

/// The declaration of a package-level object or method.
#[derive(Clone, Debug)]
pub struct DeclInfo {
    /// The package.
    pub pkg: PkgId,
    /// The scope of the file, which has its imports.
    pub file_scope: ScopeId,
    /// What was written.
    pub kind: DeclKind,
    /// Package-level objects that the initialiser or body refers to, for the order of initialisation.
    pub deps: Vec<ObjId>,
}

/// The kinds of declarations.
#[derive(Clone, Debug)]
pub enum DeclKind {
    /// A constant: its own specification, its place in it, and whether type and value come from an earlier one.
    Const {
        /// Where type and values are written.
        values: Rc<ValueSpec>,
        /// The place among the names.
        index: usize,
        /// The value of `iota`.
        iota: u32,
        /// Whether type and values are those of an earlier specification.
        inherited: bool,
    },
    /// A variable.
    Var {
        /// The specification.
        spec: Rc<ValueSpec>,
        /// The place among the names.
        index: usize,
        /// All variables of the specification if one call gives the values of several; empty otherwise.
        group: Rc<[ObjId]>,
    },
    /// A variable that a statement of a script declares: its type is found when the statement is checked.
    ScriptVar,
    /// The statements of an entry of a session: what function literals in them refer to is noted here.
    Statements,
    /// A type.
    Type(Rc<TypeSpec>),
    /// A function or method.
    Func(Rc<FuncDecl>),
}

/// What a function's signature declares, kept for its body.
#[derive(Clone, Debug)]
pub struct FuncSig {
    /// The signature's type, as spelled.
    pub ty: TypeId,
    /// The scope that has its parameters and results.
    pub scope: ScopeId,
    /// The receiver's variable.
    pub recv: Option<ObjId>,
    /// The parameters, named or not.
    pub params: Rc<[ObjId]>,
    /// The results, named or not.
    pub results: Rc<[ObjId]>,
    /// Whether the results are named.
    pub named_results: bool,
    /// The type parameters in scope: of the receiver and of the function itself, and those around a literal.
    pub tparams: Rc<[TypeParamId]>,
}

impl Object {
    /// Whether it is a variable.
    pub fn is_var(&self) -> bool {
        matches!(self.kind, ObjectKind::Var(_))
    }

    /// Whether it is a type name.
    pub fn is_type_name(&self) -> bool {
        matches!(self.kind, ObjectKind::TypeName { .. })
    }

    /// Whether it is a variable at package level.
    pub fn is_package_var(&self) -> bool {
        matches!(self.kind, ObjectKind::Var(VarKind::Package))
    }

    /// The constant's value.
    pub fn const_value(&self) -> Option<&ConstValue> {
        match &self.kind {
            ObjectKind::Const(value) => value.as_ref(),
            _ => None,
        }
    }

    /// What to call it in a message, as Go does.
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            ObjectKind::Var(VarKind::Package) => "package-level variable",
            ObjectKind::Var(VarKind::Local) => "local variable",
            ObjectKind::Var(VarKind::Param) => "parameter",
            ObjectKind::Var(VarKind::Result) => "result variable",
            ObjectKind::Var(VarKind::Recv) => "receiver",
            ObjectKind::Const(_) => "constant",
            ObjectKind::TypeName { alias: true } => "type alias",
            ObjectKind::TypeName { alias: false } => "defined type",
            ObjectKind::Func(info) if info.is_method => "method",
            ObjectKind::Func(_) => "function",
            ObjectKind::PkgName { .. } => "package name",
            ObjectKind::Builtin(_) => "built-in function",
            ObjectKind::Nil => "untyped nil",
        }
    }
}
