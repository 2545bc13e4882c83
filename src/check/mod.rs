//! The checker: from the syntax tree to a typed program, or to diagnostics.

pub mod consts;
mod expr_string;
pub mod import;
pub mod info;
pub mod labels;
pub mod object;
pub mod returns;
pub mod scope;
