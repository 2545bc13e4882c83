//! Diagnostics as data.
//!
//! Every stage pushes [`Diagnostic`]s with a stable [`Code`] and Go's words; nothing is printed before the edge,
//! where `render` turns them into text.

mod codes;
mod diagnostic;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Label, Severity};
