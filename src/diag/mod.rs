//! Diagnostics: data until the edge, then text.
//!
//! Every stage pushes [`Diagnostic`]s with a stable [`Code`] and Go's words; nothing is printed before the edge,
//! where [`render`] turns them into text in one of four [`Format`]s. The only user of ariadne is `draw`.

mod codes;
mod diagnostic;
mod draw;
mod render;

pub use codes::Code;
pub use diagnostic::{Diagnostic, Label, Severity};
pub use render::{Format, Style, quote, render};
