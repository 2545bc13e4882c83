//! phasync: the Go language, interpreted.

pub mod ast;
pub mod bytecode;
pub mod check;
pub mod compile;
pub mod diag;
pub mod engine;
pub mod heap;
pub mod host;
pub mod lexer;
pub mod native;
pub mod parser;
pub mod sched;
pub mod source;
pub mod syscall;
pub mod task;
pub mod types;
pub mod vm;
