//! The checker: from the syntax tree to a typed program, or to diagnostics.

pub mod consts;
pub mod labels;
pub mod returns;
