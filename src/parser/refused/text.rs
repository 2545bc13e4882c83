//! Tokens and pieces of source text in messages.

use crate::lexer::{Kind, Token};
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

/// Source text in one line, as Go's printer spaces it: blanks around binary operators and behind commas, and nothing of
/// what stands in braces.
pub(super) fn printed(file: &File, tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut before: Option<Kind> = None;
    let mut i = 0;
    while let Some(&token) = tokens.get(i) {
        let kind = token.kind.unmarked();
        let operand_before = before.is_some_and(Kind::ends_operand);
        match kind {
            Kind::Comma => out.push_str(", "),
            Kind::Semi => out.push_str("; "),
            Kind::LBrace => {
                let close = closing(tokens, i);
                if matches!(before, Some(Kind::RParen)) {
                    out.push(' ');
                }
                out.push_str(if close == i + 1 { "{}" } else { "{…}" });
                i = close;
            }
            kind if is_binary(kind) && operand_before => {
                out.push(' ');
                out.push_str(kind.text());
                out.push(' ');
            }
            _ => {
                let word = |kind: Kind| kind == Kind::Name || kind.is_literal() || kind.is_keyword();
                let behind_word = before.is_some_and(|before| word(before) || before == Kind::RParen);
                let tight = matches!(before, Some(Kind::Func | Kind::Map | Kind::Struct | Kind::Interface));
                if behind_word && word(kind)
                    || (behind_word && !tight && kind == Kind::LBrack && word_type(before))
                {
                    out.push(' ');
                }
                out.push_str(file.slice(token.span));
            }
        }
        before = tokens.get(i).map(|token| token.kind.unmarked());
        i += 1;
    }
    out
}

/// Whether a bracket behind this token starts a type.
fn word_type(before: Option<Kind>) -> bool {
    matches!(before, Some(Kind::Chan | Kind::Range))
}

/// Whether the token is written with blanks around it, behind an operand.
fn is_binary(kind: Kind) -> bool {
    super::expr::precedence(kind) > 0
        || matches!(kind, Kind::Assign | Kind::Define | Kind::Arrow)
        || (kind.text().len() > 1 && kind.text().ends_with('='))
}

/// The index of the bracket that closes the one at `open`, or the last index.
fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(open) {
        if token.kind.opens() {
            depth += 1;
        } else if token.kind.closes() {
            depth -= 1;
            if depth == 0 {
                return i;
            }
        }
    }
    tokens.len().saturating_sub(1)
}
