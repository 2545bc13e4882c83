//! The syntax tree.
//!
//! In: what the parser saw. Out: a tree with spans everywhere, without tokens and without types: a type is an
//! expression like any other, because the syntax can't tell them apart. Invariants: every expression and every
//! identifier has a [`NodeId`] of its own, dense over all files that shared one [`NodeIds`]; no path from a root
//! to a leaf is longer than [`MAX_DEPTH`], so recursing over the tree is bounded.

mod decl;
mod dump;
mod expr;
mod literal;
mod node;
mod stmt;
mod text;
mod visit;

pub use decl::*;
pub use dump::dump;
pub use expr::*;
pub use literal::{rune_value, string_value};
pub use node::{Height, Ident, MAX_DEPTH, NodeId, NodeIds};
pub use stmt::*;
pub use text::expr_string;
pub use visit::{Visitor, walk_block, walk_decl, walk_expr, walk_file, walk_stmt};
