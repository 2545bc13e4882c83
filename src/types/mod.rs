//! Types: what they are, when two are the same, what they contain.
//!
//! In: nothing but names. Out: [`TypeTable`], which owns every type of a program and hands out
//! [`TypeId`]s. Invariants:
//!
//! * Two canonical ids are equal exactly when the types are identical. [`TypeTable::canon`] maps any
//!   id to its canonical one; everything recorded for later stages is canonical.
//! * An id that is not canonical differs from its canonical one in spelling only (`byte` for `uint8`,
//!   an alias, parameter names); it exists so that an error can say what the program says.
//! * Named types are entered before their declaration is resolved, so recursive types need no patching.

mod basic;
mod display;
mod interface;
mod lookup;
mod method_set;
mod named;
mod predicates;
mod subst;
mod table;
mod task;
mod termlist;
#[cfg(test)]
mod tests;
mod ty;
pub mod universe;

pub use basic::{Basic, BasicInfo};
pub use display::Qualifier;
pub use interface::IfaceDecl;
pub use lookup::{Lookup, Member, MemberKind};
pub use method_set::{MethodEntry, MethodSource};
pub use named::{Method, Named, NamedId};
pub use predicates::Incomparable;
pub use subst::Subst;
pub use table::{PkgId, PkgInfo, TypeTable};
pub use termlist::TermList;
pub use ty::{
    Dir, Field, IMethod, Interface, ObjId, Signature, Term, Type, TypeId, TypeParamId, TypeParamName,
};
