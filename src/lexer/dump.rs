//! Tokens as text, for golden tests and for people.

use std::fmt::Write;

use super::{Kind, Lexer};
use crate::source::File;

/// A token a line: line, column, and its text; inserted semicolons say so. Errors come last.
pub fn dump(file: &File) -> String {
    let mut out = String::new();
    let mut lexer = Lexer::new(file);
    for token in &mut lexer {
        let (line, col) = file.line_col(token.span.lo);
        let text = file.slice(token.span);
        let text = match token.kind {
            Kind::Semi if text != ";" => "; (line end)".to_owned(),
            Kind::Name => format!("name {text}"),
            Kind::Int | Kind::Float | Kind::Imag | Kind::Rune | Kind::String => {
                format!("{:?} {text:?}", token.kind)
            }
            kind => kind.text().to_owned(),
        };
        // Writing to a string does not fail.
        let _ = writeln!(out, "{line}:{col} {text}");
    }
    for diag in lexer.take_diagnostics() {
        let (line, col) = file.line_col(diag.span.lo);
        let _ = writeln!(out, "error {line}:{col} {}", diag.message);
    }
    out
}
