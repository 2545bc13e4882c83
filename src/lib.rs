//! phasync: the Go language, interpreted.

pub mod ast;
pub mod bytecode;
pub mod check;
pub mod diag;
pub mod heap;
pub mod host;
pub mod native;
pub mod source;
pub mod syscall;
pub mod types;
pub mod vm;
