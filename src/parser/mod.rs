//! Tokens to syntax tree.
//!
//! In: a file of a [`SourceMap`](crate::source::SourceMap). Out: its tree and all its syntax errors. The grammar
//! (`grammar/pgo.lalrpop`) describes one top-level item; [`driver`] cuts the tokens into items and runs it on
//! each. Where an item has an error, the error is reported in Go's words (`message`), the tokens around it are
//! replaced so that the rest makes sense (`repair`), and the item is read again: so every error of a file is
//! found in one run, and the generated parser needs no states for recovery. Invariants: no input makes the
//! parser panic or recurse deeply; a file without errors is read once.

mod build;
mod context;
mod driver;
mod message;
mod repair;
#[cfg(test)]
mod tests;

pub use driver::{Mode, ParseResult, is_incomplete, parse_file, parse_range};

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, missing_docs, unused)]
    grammar,
    "/pgo.rs"
);
