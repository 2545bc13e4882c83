//! Tokens to syntax tree.
//!
//! In: a file of a [`SourceMap`](crate::source::SourceMap). Out: its tree and all its syntax errors. The grammar
//! (`grammar/pgo.lalrpop`) describes one top-level item; [`driver`] cuts the tokens into items and runs it on
//! each. A file with an item that it refuses is read again, by [`refused`], which knows what Go says about it and how
//! Go goes on: so every error of a file is found in one run, and the generated parser needs no states for recovery.
//! Invariants: no input makes the parser panic or recurse deeply; a file without errors is read once.

mod build;
mod directives;
mod driver;
mod header;
mod refused;
#[cfg(test)]
mod tests;

pub use driver::{Mode, ParseResult, is_incomplete, parse_file, parse_range};

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, missing_docs, unused)]
    grammar,
    "/pgo.rs"
);
