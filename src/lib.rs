//! phasync: the Go language, interpreted.

pub mod ast;
pub mod check;
pub mod diag;
pub mod heap;
pub mod native;
pub mod source;
pub mod types;
