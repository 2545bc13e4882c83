//! The shapes of types. Everything here is cheap to clone: lists are shared.

use super::{Basic, NamedId, PkgId};
use crate::source::Symbol;
use std::rc::Rc;

/// A type in a [`TypeTable`](super::TypeTable).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TypeId(pub u32);

/// A declared thing: variable, constant, type name, function ... The table is the checker's.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ObjId(pub u32);

/// A type parameter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct TypeParamId(pub u32);

/// What the receiver of a method calls a parameter of its type.
#[derive(Clone, Debug)]
pub struct TypeParamName {
    /// The type's parameter.
    pub param: TypeParamId,
    /// Its name in the method.
    pub name: Symbol,
    /// Where the receiver is, if the name is that of something predeclared.
    pub place: Option<Rc<str>>,
}

macro_rules! basic_ids {
    ($($name:ident = $basic:ident),* $(,)?) => {
        impl TypeId {
            /// The type of what could not be typed; errors about it were already reported.
            pub const INVALID: TypeId = TypeId(0);
            $(#[doc = concat!("The basic type `", stringify!($basic), "`.")]
            pub const $name: TypeId = TypeId(Basic::$basic as u32 + 1);)*
        }
    };
}

basic_ids! {
    BOOL = Bool, INT = Int, INT8 = Int8, INT16 = Int16, INT32 = Int32, INT64 = Int64,
    UINT = Uint, UINT8 = Uint8, UINT16 = Uint16, UINT32 = Uint32, UINT64 = Uint64, UINTPTR = Uintptr,
    FLOAT32 = Float32, FLOAT64 = Float64, COMPLEX64 = Complex64, COMPLEX128 = Complex128,
    STRING = String, UNSAFE_POINTER = UnsafePointer,
    UNTYPED_BOOL = UntypedBool, UNTYPED_INT = UntypedInt, UNTYPED_RUNE = UntypedRune,
    UNTYPED_FLOAT = UntypedFloat, UNTYPED_COMPLEX = UntypedComplex, UNTYPED_STRING = UntypedString,
    UNTYPED_NIL = UntypedNil,
}

impl TypeId {
    /// The empty interface, spelled `interface {}`.
    pub const EMPTY_INTERFACE: TypeId = TypeId(26);
    /// The same type, spelled `any`. Not canonical.
    pub const ANY: TypeId = TypeId(27);
    /// `uint8`, spelled `byte`. Not canonical.
    pub const BYTE: TypeId = TypeId(28);
    /// `int32`, spelled `rune`. Not canonical.
    pub const RUNE: TypeId = TypeId(29);
    /// The empty tuple: the "type" of a call without results.
    pub const UNIT: TypeId = TypeId(30);
    /// `[]byte`, spelled so. Not canonical.
    pub const BYTES: TypeId = TypeId(31);
    /// The predeclared type `error`.
    pub const ERROR: TypeId = TypeId(32);
    /// The predeclared constraint `comparable`.
    pub const COMPARABLE: TypeId = TypeId(33);

    /// The id of a basic type.
    pub fn of(basic: Basic) -> TypeId {
        TypeId(basic as u32 + 1)
    }

    /// Whether this is the invalid type itself.
    pub fn is_invalid(self) -> bool {
        self == TypeId::INVALID
    }
}

/// The direction of a channel type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dir {
    /// `chan T`
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Recv,
}

/// One field of a struct type.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Field {
    /// Its name; for an embedded field the name of its type.
    pub name: Symbol,
    /// The package that an unexported name belongs to; [`PkgId::UNIVERSE`] for an exported one.
    pub pkg: PkgId,
    /// Its type.
    pub ty: TypeId,
    /// Whether it is embedded.
    pub embedded: bool,
    /// Its tag, unquoted; empty if there is none.
    pub tag: Rc<str>,
}

/// A function type. Parameter names are spelling, not identity: a canonical signature has none.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Signature {
    /// The parameters' types, without a receiver. The last of a variadic signature is a slice.
    pub params: Rc<[TypeId]>,
    /// The results' types.
    pub results: Rc<[TypeId]>,
    /// Whether the last parameter is `...T`.
    pub variadic: bool,
    /// The type parameters of a generic function that is not instantiated.
    pub tparams: Rc<[TypeParamId]>,
    /// The names of parameters and results, in that order, if the source has them.
    pub names: Option<Rc<[Symbol]>>,
}

/// A method of an interface.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct IMethod {
    /// Its name.
    pub name: Symbol,
    /// The package of an unexported name; [`PkgId::UNIVERSE`] for an exported one.
    pub pkg: PkgId,
    /// Its signature.
    pub sig: TypeId,
}

/// One term of a union: `T` or `~T`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Term {
    /// Whether the term has a tilde.
    pub tilde: bool,
    /// Its type.
    pub ty: TypeId,
}

/// An interface type, flattened: what it embeds is already part of it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Interface {
    /// All methods, sorted by name.
    pub methods: Rc<[IMethod]>,
    /// The terms of its type set; `None`: all types.
    pub terms: Option<Rc<[Term]>>,
    /// Whether it requires comparability.
    pub comparable: bool,
    /// As declared (explicit methods and embedded elements); spelling only, `None` in canonical types.
    pub decl: Option<Rc<super::IfaceDecl>>,
}

impl Interface {
    /// Whether every type implements it.
    pub fn is_empty(&self) -> bool {
        self.methods.is_empty() && self.terms.is_none() && !self.comparable
    }

    /// Whether it is described by its methods alone, so that variables may have it as their type.
    pub fn is_method_set(&self) -> bool {
        self.terms.is_none() && !self.comparable
    }

    /// Whether no type implements it.
    pub fn has_empty_type_set(&self) -> bool {
        self.terms.as_ref().is_some_and(|t| t.is_empty())
    }

    /// The index of a method, looked up as from package `pkg`.
    pub fn method(&self, pkg: PkgId, name: Symbol) -> Option<usize> {
        self.methods.iter().position(|m| m.name == name && (m.pkg == PkgId::UNIVERSE || m.pkg == pkg))
    }
}

/// A type. `byte`, `rune`, `any` and alias names look like what they stand for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Type {
    /// Something that could not be typed.
    Invalid,
    /// A predeclared type, or an untyped kind.
    Basic(Basic),
    /// A defined type, or an instance of a generic one.
    Named(NamedId),
    /// `*T`
    Pointer(TypeId),
    /// `[]T`
    Slice(TypeId),
    /// `[n]T`
    Array(TypeId, u64),
    /// `map[K]V`
    Map(TypeId, TypeId),
    /// `chan T`
    Chan(Dir, TypeId),
    /// `struct{ ... }`
    Struct(Rc<[Field]>),
    /// `func(...) ...`
    Func(Rc<Signature>),
    /// `interface{ ... }`
    Interface(Rc<Interface>),
    /// The results of a call with none or several, and the type of a comma-ok right-hand side.
    Tuple(Rc<[TypeId]>),
    /// A type parameter.
    #[allow(clippy::enum_variant_names)] // the specification's word
    TypeParam(TypeParamId),
    /// `A | ~B`, only inside constraints.
    Union(Rc<[Term]>),
}
