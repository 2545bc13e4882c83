//! The checker: from the syntax tree to a typed program, or to diagnostics.
//!
//! In: the files of a program, parsed. Out: [`Info`](info::Info), tables beside the tree that say what each
//! node is; [`Object`](object::Object)s, what names denote; a [`Program`], what is initialised and run in
//! which order; or [`Diagnostic`](crate::diag::Diagnostic)s in Go's words.
//!
//! Package-level objects are resolved when they are first asked for, so declarations may stand in any
//! order. What needs complete types (bodies, map keys, constraints ...) waits in a list until the
//! declarations in progress are done. Bodies of standard functions are checked when the compiler asks for
//! them, which is why the [`Checker`] lives as long as the program runs. An error does not cause others:
//! what it leaves behind has the invalid type, and nothing is said about that.

mod assign;
mod assignable;
mod binary;
mod builtin;
mod call;
mod checker;
mod collect;
mod composite;
pub mod consts;
mod cycle;
mod decl;
pub mod echo;
mod exported;
mod expr;
pub mod import;
mod imports;
mod index;
mod infer;
pub mod info;
mod init_order;
pub mod labels;
mod literal;
mod loading;
mod mono;
mod natives;
pub mod object;
mod operand;
mod range;
mod record;
pub mod returns;
pub mod scope;
mod selector;
pub mod session;
mod signature;
mod std_pkg;
mod stmt;
mod switch;
pub mod tasks;
mod typeset;
mod typexpr;
mod under;
mod unify;
mod untyped;
mod version;

pub use checker::{Checker, Package};
pub use collect::{Last, PackageInit, Program};
pub use info::{CallKind, Info, Mode, Selection, SelectionKind};
pub use init_order::Initializer;
pub use labels::check_file_branches;

/// Whether a file with these syntax errors is worth checking. As in Go's compiler, errors in literals and
/// the like are; text that the grammar does not allow is not.
pub fn can_check(syntax: &[crate::diag::Diagnostic]) -> bool {
    use crate::diag::Code;
    let unread = [Code::Head, Code::BuildLine];
    !syntax.iter().any(|diag| diag.is_syntax_error() || unread.contains(&diag.code))
}
