//! What a syntax error says: Go's words for where the generated parser is stuck.
//!
//! Go's compiler has a parser written by hand, whose messages come from the function that is stuck. Here the
//! place is known from the open brackets, and from the tokens that the generated parser would have accepted.

use super::context::{Open, Place};
use crate::lexer::{Kind, Token};
use crate::source::File;

/// The tokens that would have been accepted, by their names in the grammar.
pub struct Expected(Vec<String>);

impl Expected {
    /// Takes LALRPOP's list, whose names have quotes around them.
    pub fn new(names: Vec<String>) -> Expected {
        Expected(names)
    }

    /// Whether the terminal would have been accepted.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|n| n.strip_prefix('"').and_then(|n| n.strip_suffix('"')) == Some(name))
    }

    /// Whether the token would have been accepted.
    pub fn accepts(&self, kind: Kind) -> bool {
        self.has(match kind {
            Kind::Name => "name",
            Kind::Int => "int",
            Kind::Float => "float",
            Kind::Imag => "imag",
            Kind::Rune => "rune",
            Kind::String => "string",
            Kind::Bad => "bad",
            Kind::FuncDecl => "func decl",
            Kind::FuncResult => "func result",
            Kind::BodyBrace => "body {",
            Kind::FuncBrace => "func {",
            Kind::TypeParams => "params [",
            kind => kind.text(),
        })
    }

    fn operand(&self) -> bool {
        self.has("int") && self.has("(")
    }

    fn operator(&self) -> bool {
        self.has("+") && self.has("/")
    }
}

/// A token as Go's messages name it.
pub fn describe(file: &File, token: Token) -> String {
    let text = file.slice(token.span);
    match token.kind {
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

/// The message for the error at `tokens[at]`, which is `found`: the end of the item has a token of its own. And
/// how many tokens behind the error Go reports it.
pub fn message(
    file: &File,
    tokens: &[Token],
    at: usize,
    found: Token,
    expected: &Expected,
    open: &[Open],
) -> (String, usize) {
    let found_text = describe(file, found);
    let is_end = found_text == "EOF";
    let text = match phrase(tokens, at, found, is_end, expected, open) {
        Phrase::Plain(text) => text,
        Phrase::Behind(text) => return (text, 1),
        Phrase::Where(text) => format!("unexpected {found_text} {text}"),
        Phrase::Expected(text) => format!("unexpected {found_text}, expected {text}"),
        Phrase::Nothing => format!("unexpected {found_text}"),
    };
    (text, 0)
}

/// The part of a message behind the token.
enum Phrase {
    /// A message that does not name the token
    Plain(String),
    /// The same, reported at the next token
    Behind(String),
    /// `in ...`, `at ...`, `after ...`
    Where(String),
    /// What should stand there
    Expected(String),
    Nothing,
}

fn phrase(
    tokens: &[Token],
    at: usize,
    found: Token,
    is_end: bool,
    expected: &Expected,
    open: &[Open],
) -> Phrase {
    let kind = |i: usize| tokens.get(i).map_or(Kind::Semi, |token| token.kind);
    let before = at.checked_sub(1).map_or(Kind::Semi, kind);
    let place = open.last().map(|open| open.place);
    let start = open.last().map_or(0, |open| open.start);
    let wanted = |text: &str| Phrase::Expected(text.into());

    if found.kind == Kind::Define && expected.has("=") && !expected.has(":=") {
        return wanted("=");
    }
    if before == Kind::Else {
        return Phrase::Plain("else must be followed by if or statement block".into());
    }
    if let Some(Place::Header(keyword)) = place
        && let Some(phrase) = in_header(keyword, found, before, &tokens[open_keyword(open)..at], expected)
    {
        return phrase;
    }
    if let Some(place) = place
        && !matches!(place, Place::Block(_))
        && is_end
        && at == start
        && let Some(closer) = place.closer()
    {
        return wanted(closer.text());
    }
    if place == Some(Place::Index) && open.iter().rev().nth(1).is_some_and(|o| o.place == Place::Interface) {
        return Phrase::Plain("interface method must have no type parameters".into());
    }
    if expected.has("string") && matches!(place, Some(Place::Group(Kind::Import)) | None) && imports(tokens) {
        return Phrase::Plain("missing import path".into());
    }
    if place.is_none() && kind(0) == Kind::Package && at > 1 {
        return wanted("semicolon or newline");
    }
    // Behind the signature of a declared function.
    if place.is_none() && kind(0) == Kind::FuncDecl && expected.has("body {") {
        return Phrase::Where("after top level declaration".into());
    }
    if expected.operator() || closes_only(expected, place) {
        return behind_operand(kind(start), expected, place);
    }
    if expected.has("case") || (expected.has("default") && expected.has("}")) {
        return wanted("case or default or }");
    }
    if expected.operand() {
        return match place {
            Some(Place::Index) if before == Kind::LBrack && found.kind == Kind::RBrack => {
                // A slice expression could have a colon here, type arguments could not.
                wanted(if expected.has(":") { "operand" } else { "type argument list" })
            }
            Some(Place::Block(Kind::Switch | Kind::Select)) if at == start => wanted("case or default or }"),
            Some(Place::Block(_)) if at == start => wanted("}"),
            _ => wanted("expression"),
        };
    }
    if before == Kind::Dot && expected.has("name") {
        return wanted(if expected.has("(") { "name or (" } else { "name" });
    }
    let starts_type = expected.has("struct") && expected.has("map");
    match place {
        Some(Place::Struct) if at == start => return wanted("field name or embedded type"),
        Some(Place::Interface) if at == start || before == Kind::Or => return wanted("~ term or type"),
        _ => {}
    }
    let constant = match place {
        Some(Place::Group(keyword)) => keyword == Kind::Const,
        _ => kind(start) == Kind::Const,
    };
    if constant && expected.has("=") {
        return behind_operand(kind(start), expected, place);
    }
    if starts_type {
        return match before {
            Kind::Chan => Phrase::Plain("missing channel element type".into()),
            Kind::Ellipsis => Phrase::Plain("... is missing type".into()),
            Kind::Arrow if kind(at.wrapping_sub(2)) == Kind::Chan => {
                Phrase::Plain("missing channel element type".into())
            }
            Kind::Name | Kind::RBrack | Kind::Assign if declares_type(tokens, start, place) => {
                Phrase::Where("in type declaration".into())
            }
            _ if expected.has(")") && place == Some(Place::Params) => wanted(")"),
            _ => wanted("type"),
        };
    }
    if matches!(before, Kind::Func | Kind::FuncDecl) && at == 1 {
        return wanted("name or (");
    }
    if expected.has("name") {
        return wanted("name");
    }
    // Behind the type of a variable, or the name of a constant.
    if expected.has("=") && place != Some(Place::Params) {
        return behind_operand(kind(start), expected, place);
    }
    for (terminal, text) in [
        ("(", "("),
        ("body {", "{"),
        ("{", "{"),
        (":", ":"),
        ("]", "]"),
        (")", ")"),
        ("[", "["),
        ("chan", "keyword chan"),
        ("}", "}"),
    ] {
        if expected.has(terminal) {
            return wanted(text);
        }
    }
    match place {
        None => Phrase::Where("after top level declaration".into()),
        Some(Place::Block(_)) => Phrase::Where("at end of statement".into()),
        Some(_) => Phrase::Nothing,
    }
}

/// Whether what stands before the error is complete: only separators and brackets could follow.
fn closes_only(expected: &Expected, place: Option<Place>) -> bool {
    match place {
        None => expected.0.is_empty(),
        Some(Place::Block(_) | Place::Header(_)) => expected.has(";") && !expected.operand(),
        Some(Place::Struct | Place::Interface | Place::Group(_)) => {
            expected.has(";") && !expected.has("struct")
        }
        Some(place) if place.has_commas() => expected.has(",") && !expected.operand(),
        Some(_) => false,
    }
}

/// Errors behind something complete.
fn behind_operand(first: Kind, expected: &Expected, place: Option<Place>) -> Phrase {
    let list = |what: &str, separator: &str, closer: &str| {
        Phrase::Where(format!("in {what}; possibly missing {separator} or {closer}"))
    };
    match place {
        None => Phrase::Where("after top level declaration".into()),
        Some(Place::Call) => list("argument list", "comma", ")"),
        Some(Place::Elements) => list("composite literal", "comma", "}"),
        Some(Place::Params) => list("parameter list", "comma", ")"),
        Some(Place::TypeParams) => list("parameter list", "comma", "]"),
        Some(Place::Struct) => list("struct type", "semicolon or newline", "}"),
        Some(Place::Interface) => list("interface type", "semicolon or newline", "}"),
        Some(Place::Group(_)) => list("grouped declaration", "semicolon or newline", ")"),
        Some(Place::Paren) => Phrase::Expected(")".into()),
        Some(Place::ArrayLen) => Phrase::Expected("]".into()),
        Some(Place::Index) if expected.has(":") && expected.has(",") => {
            Phrase::Expected("comma, : or ]".into())
        }
        Some(Place::Index) => Phrase::Expected("]".into()),
        Some(Place::Block(_)) if matches!(first, Kind::Case | Kind::Default) => Phrase::Expected(":".into()),
        // Behind a list of expressions no operator that takes one can follow.
        Some(Place::Block(_)) if expected.has(":=") && !expected.has("++") => {
            Phrase::Expected(":= or = or comma".into())
        }
        Some(Place::Block(_)) => Phrase::Where("at end of statement".into()),
        Some(Place::Header(_)) => Phrase::Expected("semicolon or newline".into()),
    }
}

/// Errors in the header of `if`, `for`, `switch`, `select`; none for those that any expression can have.
fn in_header(
    keyword: Kind,
    found: Token,
    before: Kind,
    header: &[Token],
    expected: &Expected,
) -> Option<Phrase> {
    let name = keyword.text();
    if found.kind == Kind::Var && (before == keyword || expected.operand()) {
        return Some(Phrase::Behind(format!("var declaration not allowed in {name} initializer")));
    }
    let at_brace = matches!(found.kind, Kind::BodyBrace | Kind::LBrace);
    if keyword == Kind::For && at_brace && !expected.has("body {") && before == Kind::Semi {
        return Some(Phrase::Expected("for loop condition".into()));
    }
    if keyword == Kind::Select {
        return Some(Phrase::Plain("missing { after select clause".into()));
    }
    if !expected.has("body {") || expected.operand() {
        return None;
    }
    if expected.has(":=") && !expected.has("++") {
        return Some(Phrase::Expected(":= or = or comma".into()));
    }
    if found.kind != Kind::Semi && !header.iter().any(|token| token.kind == Kind::Semi) {
        return Some(Phrase::Expected("{".into()));
    }
    Some(match keyword {
        Kind::Switch => Phrase::Plain("missing { after switch clause".into()),
        _ => Phrase::Expected(format!("{{ after {name} clause")),
    })
}

/// Whether the item is an import.
fn imports(tokens: &[Token]) -> bool {
    tokens.first().is_some_and(|token| token.kind == Kind::Import)
}

/// The index of the innermost keyword or bracket that is open.
fn open_keyword(open: &[Open]) -> usize {
    open.last().map_or(0, |open| open.at)
}

/// Whether the current line declares a type.
fn declares_type(tokens: &[Token], start: usize, place: Option<Place>) -> bool {
    match place {
        Some(Place::Group(keyword)) => keyword == Kind::Type,
        None | Some(Place::Block(_)) => tokens.get(start).is_some_and(|token| token.kind == Kind::Type),
        Some(_) => false,
    }
}
