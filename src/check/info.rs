//! What the checker found out about each node: the input of the compiler.
//!
//! Tables are dense over [`NodeId`]s. Everything is final and canonical once the function (or package)
//! that a node belongs to has been checked: untyped constants have the type that their context gave
//! them. In bodies of generic functions types mention type parameters; the compiler substitutes.

use crate::ast::NodeId;
use crate::check::consts::ConstValue;
use crate::types::universe::Builtin;
use crate::types::{Member, MemberKind, ObjId, PkgId, TypeId};
use hashbrown::HashMap;
use std::rc::Rc;

/// What an expression denotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mode {
    /// Nothing was recorded: not an expression, or not checked.
    #[default]
    None,
    /// A call without result.
    NoValue,
    /// A predeclared function, as the operand of a call.
    Builtin(Builtin),
    /// A type.
    TypeExpr,
    /// A constant; its value is in [`Info::const_val`].
    Const,
    /// An addressable variable.
    Variable,
    /// An element of a map.
    MapIndex,
    /// A value.
    Value,
    /// A receive, type assertion or function call whose second value may be asked for.
    CommaOk,
    /// `nil`; its type is the type that it was converted to.
    Nil,
    /// A package, as the left side of a qualified name.
    PkgName,
}

/// What a selector `x.f` means.
#[derive(Clone, Debug)]
pub struct Selection {
    /// The kind.
    pub kind: SelectionKind,
    /// The type of `x` (canonical).
    pub recv: TypeId,
    /// Field indices from `x`: embedded fields on the way, and for a field its own index last. At each
    /// step a pointer is dereferenced first if the value at hand is one.
    pub path: Rc<[u32]>,
    /// Whether a pointer was followed on the way.
    pub indirect: bool,
    /// The type that has the field or method (canonical): a defined type, struct, interface or type
    /// parameter, without pointer.
    pub owner: TypeId,
    /// The type of the selected field, method value or method expression (canonical).
    pub ty: TypeId,
}

/// The kinds of selectors.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SelectionKind {
    /// A struct field.
    Field,
    /// A method of a value: called, or a method value.
    Method {
        /// The function object (of the generic type, for a method of an instance: `owner` is the
        /// instance).
        obj: ObjId,
        /// Whether its receiver is a pointer: if the value at the end of the path is not one, its
        /// address is taken.
        ptr_recv: bool,
    },
    /// A method of an interface value or of a type parameter: its index in the sorted methods of
    /// `owner`.
    InterfaceMethod(u32),
    /// A method expression `T.m` of a declared method; the receiver is the first parameter.
    MethodExpr {
        /// The function object.
        obj: ObjId,
        /// Whether the declared receiver is a pointer.
        ptr_recv: bool,
    },
    /// A method expression `I.m` of an interface.
    InterfaceMethodExpr(u32),
    /// A qualified name `pkg.obj`.
    Qualified(ObjId),
}

impl Selection {
    /// Whether it is a method whose receiver is a pointer.
    pub fn takes_pointer(&self) -> bool {
        matches!(self.kind, SelectionKind::Method { ptr_recv: true, .. })
    }
}

impl SelectionKind {
    /// The kind for a found member.
    pub(super) fn of(member: &Member, expr: bool) -> SelectionKind {
        match (member.kind, expr) {
            (MemberKind::Field, _) => SelectionKind::Field,
            (MemberKind::Method { obj, ptr_recv }, false) => SelectionKind::Method { obj, ptr_recv },
            (MemberKind::Method { obj, ptr_recv }, true) => SelectionKind::MethodExpr { obj, ptr_recv },
            (MemberKind::IfaceMethod(i), false) => SelectionKind::InterfaceMethod(i),
            (MemberKind::IfaceMethod(i), true) => SelectionKind::InterfaceMethodExpr(i),
        }
    }
}

/// What a call expression is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallKind {
    /// A call of a function, method or function value.
    Call,
    /// A conversion; the type is that of the call's `fun`.
    Conversion,
    /// A predeclared function.
    Builtin(Builtin),
}

const NO_CONST: u32 = u32::MAX;
const NO_OBJ: ObjId = ObjId(u32::MAX);

/// The tables.
#[derive(Default)]
pub struct Info {
    types: Vec<TypeId>,
    modes: Vec<Mode>,
    consts: Vec<u32>,
    const_pool: Vec<ConstValue>,
    uses: Vec<ObjId>,
    defs: Vec<ObjId>,
    implicits: HashMap<NodeId, ObjId>,
    selections: HashMap<NodeId, Selection>,
    instances: HashMap<NodeId, Rc<[TypeId]>>,
    packages: HashMap<NodeId, PkgId>,
}

fn slot<T: Clone>(table: &mut Vec<T>, node: NodeId, empty: T) -> &mut T {
    let i = node.index();
    if i >= table.len() {
        let len = (i + 1).max(table.len() + table.len() / 2);
        table.resize(len, empty);
    }
    &mut table[i]
}

impl Info {
    /// The type as recorded: an untyped expression whose context asks for no type keeps its untyped kind.
    pub(super) fn raw_ty(&self, node: NodeId) -> TypeId {
        self.types.get(node.index()).copied().unwrap_or(TypeId::INVALID)
    }

    /// The type of an expression or of a type expression; [`TypeId::INVALID`] where none was recorded.
    /// A comma-ok expression whose second value is asked for has a pair, a call with several results a
    /// tuple, one without results [`TypeId::UNIT`]. The type that a predeclared function has in a call
    /// is that of its result.
    pub fn ty(&self, node: NodeId) -> TypeId {
        match self.raw_ty(node) {
            TypeId::UNTYPED_BOOL => TypeId::BOOL,
            TypeId::UNTYPED_INT => TypeId::INT,
            TypeId::UNTYPED_RUNE => TypeId::INT32,
            TypeId::UNTYPED_FLOAT => TypeId::FLOAT64,
            TypeId::UNTYPED_COMPLEX => TypeId::COMPLEX128,
            TypeId::UNTYPED_STRING => TypeId::STRING,
            ty => ty,
        }
    }

    /// What an expression denotes.
    pub fn mode(&self, node: NodeId) -> Mode {
        self.modes.get(node.index()).copied().unwrap_or_default()
    }

    /// The value of a constant expression, as one of its type.
    pub fn const_val(&self, node: NodeId) -> Option<&ConstValue> {
        let &at = self.consts.get(node.index())?;
        self.const_pool.get(at as usize)
    }

    /// The object that an identifier refers to. For a selected name, the function or qualified object;
    /// for a key of a struct literal see [`Info::selection`].
    pub fn use_of(&self, ident: NodeId) -> Option<ObjId> {
        self.uses.get(ident.index()).copied().filter(|&o| o != NO_OBJ)
    }

    /// The object that an identifier declares.
    pub fn def_of(&self, ident: NodeId) -> Option<ObjId> {
        self.defs.get(ident.index()).copied().filter(|&o| o != NO_OBJ)
    }

    /// The variable that a clause of a type switch declares, by the clause's id.
    pub fn implicit(&self, node: NodeId) -> Option<ObjId> {
        self.implicits.get(&node).copied()
    }

    /// What a selector means, by the selector expression's id; for a key of a struct literal the path
    /// to the field, by the key's id.
    pub fn selection(&self, node: NodeId) -> Option<&Selection> {
        self.selections.get(&node)
    }

    /// The type arguments, given or inferred, of a generic function that is used: by the id of the
    /// identifier, or of the selected name of a qualified one.
    pub fn instance(&self, ident: NodeId) -> Option<&Rc<[TypeId]>> {
        self.instances.get(&ident)
    }

    /// The package that an identifier stands for in a qualified name.
    pub fn package(&self, ident: NodeId) -> Option<PkgId> {
        self.packages.get(&ident).copied()
    }

    /// What a call is, from the id of its function expression.
    pub fn call_kind(&self, fun: NodeId) -> CallKind {
        match self.mode(fun) {
            Mode::TypeExpr => CallKind::Conversion,
            Mode::Builtin(id) => CallKind::Builtin(id),
            Mode::None
            | Mode::NoValue
            | Mode::Const
            | Mode::Variable
            | Mode::MapIndex
            | Mode::Value
            | Mode::CommaOk
            | Mode::Nil
            | Mode::PkgName => CallKind::Call,
        }
    }

    pub(super) fn set_type(&mut self, node: NodeId, ty: TypeId) {
        *slot(&mut self.types, node, TypeId::INVALID) = ty;
    }

    pub(super) fn set_mode(&mut self, node: NodeId, mode: Mode) {
        *slot(&mut self.modes, node, Mode::None) = mode;
    }

    pub(super) fn set_const(&mut self, node: NodeId, value: Option<ConstValue>) {
        let Some(value) = value else {
            if let Some(at) = self.consts.get_mut(node.index()) {
                *at = NO_CONST;
            }
            return;
        };
        let at = slot(&mut self.consts, node, NO_CONST);
        match self.const_pool.get_mut(*at as usize) {
            Some(old) => *old = value,
            None => {
                *at = self.const_pool.len() as u32;
                self.const_pool.push(value);
            }
        }
    }

    pub(super) fn set_use(&mut self, ident: NodeId, obj: ObjId) {
        *slot(&mut self.uses, ident, NO_OBJ) = obj;
    }

    pub(super) fn set_def(&mut self, ident: NodeId, obj: ObjId) {
        *slot(&mut self.defs, ident, NO_OBJ) = obj;
    }

    pub(super) fn set_implicit(&mut self, node: NodeId, obj: ObjId) {
        self.implicits.insert(node, obj);
    }

    pub(super) fn set_selection(&mut self, node: NodeId, selection: Selection) {
        self.selections.insert(node, selection);
    }

    pub(super) fn set_instance(&mut self, ident: NodeId, targs: Rc<[TypeId]>) {
        self.instances.insert(ident, targs);
    }

    pub(super) fn set_package(&mut self, ident: NodeId, pkg: PkgId) {
        self.packages.insert(ident, pkg);
    }
}
