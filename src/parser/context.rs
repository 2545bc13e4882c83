//! Where in an item an error is: the brackets and headers that are open there.

use crate::lexer::{Kind, Token};

/// What an open bracket or keyword started.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// Parentheses of a call
    Call,
    /// Parentheses around an expression or a type
    Paren,
    /// Parentheses of parameters, results or a receiver
    Params,
    /// Brackets of type parameters
    TypeParams,
    /// Parentheses of a group of declarations; the keyword
    Group(Kind),
    /// Brackets behind an operand
    Index,
    /// Brackets of an array type
    ArrayLen,
    /// Braces of a composite literal
    Elements,
    /// Braces of a struct type
    Struct,
    /// Braces of an interface type
    Interface,
    /// Braces with statements; the keyword whose body it is, or `func`, or `{` itself
    Block(Kind),
    /// From `if`, `for`, `switch`, `select` to the body
    Header(Kind),
}

/// Something open.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    /// What it is.
    pub place: Place,
    /// Index of the bracket or keyword.
    pub at: usize,
    /// Index of the first token of the current statement, element or line in it.
    pub start: usize,
}

impl Place {
    /// The bracket that closes it; headers have none.
    pub fn closer(self) -> Option<Kind> {
        match self {
            Place::Call | Place::Paren | Place::Params | Place::Group(_) => Some(Kind::RParen),
            Place::TypeParams | Place::Index | Place::ArrayLen => Some(Kind::RBrack),
            Place::Elements | Place::Struct | Place::Interface | Place::Block(_) => Some(Kind::RBrace),
            Place::Header(_) => None,
        }
    }

    /// Whether commas separate what is in it; otherwise semicolons do.
    pub fn has_commas(self) -> bool {
        match self {
            Place::Call
            | Place::Paren
            | Place::Params
            | Place::TypeParams
            | Place::Index
            | Place::ArrayLen
            | Place::Elements => true,
            Place::Group(_) | Place::Struct | Place::Interface | Place::Block(_) | Place::Header(_) => false,
        }
    }

    /// Whether `kind` separates what is in it.
    pub fn separated_by(self, kind: Kind) -> bool {
        match kind {
            Kind::Comma => self.has_commas(),
            Kind::Semi => !self.has_commas(),
            _ => false,
        }
    }
}

/// All that is open before `tokens[at]`, outermost first. The tokens have been marked.
pub fn open_at(tokens: &[Token], at: usize) -> Vec<Open> {
    let mut stack: Vec<Open> = Vec::new();
    let mut in_body = false;
    let second = tokens.get(1).map_or(Kind::Semi, |token| token.kind);
    let declared = tokens.first().is_some_and(|token| token.kind.unmarked() == Kind::Func)
        && matches!(second, Kind::Name | Kind::LParen);
    let kind = |i: usize| tokens.get(i).map_or(Kind::Semi, |token| token.kind);
    for i in 0..at.min(tokens.len()) {
        let before = i.checked_sub(1).map_or(Kind::Semi, kind);
        // Outside all brackets before its body, a declared function has nothing but its signature.
        let signature = declared && !in_body && stack.is_empty();
        let in_interface = stack.last().is_some_and(|open| open.place == Place::Interface);
        let mut push = |place| stack.push(Open { place, at: i, start: i + 1 });
        match kind(i) {
            keyword @ (Kind::If | Kind::For | Kind::Switch | Kind::Select) => push(Place::Header(keyword)),
            Kind::LParen => push(match before {
                Kind::Import | Kind::Const | Kind::Var | Kind::Type => Place::Group(before),
                Kind::Func | Kind::FuncResult | Kind::FuncDecl => Place::Params,
                _ if signature || in_interface => Place::Params,
                _ if before.ends_operand() => Place::Call,
                _ => Place::Paren,
            }),
            Kind::TypeParams => push(Place::TypeParams),
            Kind::LBrack if signature && before == Kind::Name => push(Place::TypeParams),
            Kind::LBrack => push(if before.ends_operand() { Place::Index } else { Place::ArrayLen }),
            Kind::LBrace => push(match before {
                Kind::Struct => Place::Struct,
                Kind::Interface => Place::Interface,
                _ => Place::Elements,
            }),
            Kind::FuncBrace => push(Place::Block(Kind::Func)),
            Kind::BodyBrace => {
                in_body = true;
                let keyword = match stack.last() {
                    Some(&Open { place: Place::Header(keyword), .. }) => {
                        stack.pop();
                        keyword
                    }
                    None if declared => Kind::Func,
                    _ => Kind::LBrace,
                };
                stack.push(Open { place: Place::Block(keyword), at: i, start: i + 1 });
            }
            closer if closer.closes() => {
                if let Some(open) = closed(&stack, closer) {
                    stack.truncate(open);
                }
            }
            separator => {
                if let Some(open) = stack.last_mut() {
                    let label = separator == Kind::Colon && matches!(open.place, Place::Block(_));
                    if label || open.place.separated_by(separator) {
                        open.start = i + 1;
                    }
                }
            }
        }
    }
    stack
}

/// The index of what a closing bracket closes, by the rules of [`Brackets`](crate::lexer::Brackets).
fn closed(stack: &[Open], closer: Kind) -> Option<usize> {
    for (i, open) in stack.iter().enumerate().rev() {
        match open.place.closer() {
            Some(kind) if kind == closer => return Some(i),
            Some(Kind::RBrace) => return None,
            Some(_) | None => {}
        }
    }
    None
}
