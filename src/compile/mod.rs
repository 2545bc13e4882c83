//! The compiler: from checked functions to bytecode, one function at a time, when it is first called.
//!
//! In: the checker with its tables, and the number of a function. Out: its code in the `Program`, together with the
//! run-time types, strings, globals and further functions that it mentions. A file for each kind of construct.
//! Invariants: `sp` discipline and register classes (`func.rs`); every jump's label is placed; a value of indirect type
//! (more than 16 slots) in a register is either a place's own memory, read at once, or a cell that nobody else sees.

mod aliases;
mod analyze;
mod append;
mod assign;
mod body;
mod builtin;
mod call;
mod closure;
mod composite;
mod cond;
mod consts;
mod conversion;
mod deferred;
mod expr;
mod frame;
mod func;
mod functions;
mod growth;
mod hoist;
mod in_place;
mod loops;
mod open_defer;
mod operators;
mod order;
mod place;
mod product;
mod range;
mod reflect;
mod rtypes;
mod session;
mod several;
mod shapes;
mod small;
mod stmt;
mod switch;
mod task;
mod unit;
mod uses;

/// What is said of a function that an operand's 16 bits are too few for.
const TOO_LARGE: &str = "the function is too large: it needs more than 65,000 registers";

pub use session::Started;
pub use unit::{CompileError, Parts, State};
