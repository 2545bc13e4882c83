//! Tokens and expressions in messages.

use crate::ast::{NodeIds, Stmt, StmtKind, expr_string};
use crate::lexer::{Kind, Token};
use crate::parser::driver::statement;
use crate::source::File;

/// A token as Go's messages name it.
pub(super) fn describe(file: &File, token: Token) -> String {
    let text = file.slice(token.span);
    match token.kind.unmarked() {
        Kind::Semi if text == ";" => "semicolon".into(),
        Kind::Semi if file.offset(token.span.lo) >= file.text.len() => "EOF".into(),
        Kind::Semi => "newline".into(),
        Kind::Comma => "comma".into(),
        Kind::Name => format!("name {text}"),
        kind if kind.is_literal() => format!("literal {text}"),
        kind if kind.is_keyword() => format!("keyword {}", kind.text()),
        kind => kind.text().into(),
    }
}

/// Expressions between commas as Go's messages show them. One that is none is `<bad expr>`.
pub(super) fn shown(file: &File, tokens: &[Token]) -> String {
    let mut depth = 0;
    let parts = tokens.split(|token| {
        depth += i32::from(token.kind.opens()) - i32::from(token.kind.closes());
        depth == 0 && token.kind == Kind::Comma
    });
    let texts = parts.map(|part| match statement(file, part, &mut NodeIds::new()) {
        Some(Stmt { kind: StmtKind::Expr(x), .. }) => expr_string(&x),
        _ => "<bad expr>".to_string(),
    });
    texts.collect::<Vec<_>>().join(", ")
}
