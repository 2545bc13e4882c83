//! Statements.

use super::expr::{Form, Shape};
use super::reader::Reader;
use super::text::shown;
use crate::lexer::Kind;
use crate::source::Span;

/// A simple statement that was read, as far as it matters whether it may be a condition.
enum Simple {
    /// An expression; also a list of expressions, about which something was said.
    Value,
    /// `range x`
    Range,
    /// An assignment, a send, `x++`
    Operation(Operation),
}

struct Operation {
    op: Kind,
    at: Span,
    lhs: Side,
    /// Not there in `x++`.
    rhs: Option<Side>,
}

/// The tokens of what stands on one side of an operator.
struct Side {
    from: usize,
    to: usize,
    /// An operation of two operands, which hides the `=`.
    binary: bool,
}

impl Side {
    fn new(from: usize, to: usize, x: Option<&Shape>) -> Side {
        Side { from, to, binary: x.is_some_and(|x| matches!(x.form, Form::Binary) && !x.parens) }
    }
}

impl Reader<'_> {
    /// The body of a function.
    pub(super) fn body(&mut self) {
        let (from, reports) = (self.at, self.reports);
        self.bodies += 1;
        self.block("");
        self.bodies -= 1;
        if self.reports == reports {
            // Bodies inside of it were clean, too; they are the last ones.
            while self.clean_bodies.pop_if(|inner| inner.start >= from).is_some() {}
            self.clean_bodies.push(from..self.at);
        }
    }

    /// Statements in braces. `context` says, if it is not empty, what they follow.
    fn block(&mut self, context: &str) {
        if !self.got(Kind::LBrace) {
            self.expected(&format!("{{ after {context}"));
            self.skip_to(&[Kind::Name, Kind::RBrace]);
            if self.got(Kind::RBrace) {
                return;
            }
        }
        self.statements();
        self.want(Kind::RBrace);
    }

    fn statements(&mut self) {
        while !self.at_end() && !self.is_any(&[Kind::RBrace, Kind::Case, Kind::Default]) {
            if !self.statement() {
                break;
            }
            if !self.got(Kind::Semi) && !self.is(Kind::RBrace) {
                self.unexpected(" at end of statement");
                self.skip_to(&[Kind::Semi, Kind::RBrace, Kind::Case, Kind::Default]);
                self.got(Kind::Semi);
            }
        }
    }

    /// A statement, if one starts here; gives whether one did.
    pub(super) fn statement(&mut self) -> bool {
        let there = self.enter() && self.statement_here();
        self.leave();
        there
    }

    fn statement_here(&mut self) -> bool {
        let Some(kind) = self.kind() else { return false };
        match kind {
            Kind::Name => {
                let from = self.at;
                let lhs = self.expressions();
                if self.is(Kind::Colon) && lhs.as_ref().is_some_and(Shape::is_name) {
                    return self.labeled();
                }
                self.simple_rest(from, lhs, None);
            }
            Kind::Var => self.declarations(Self::variable),
            Kind::Const => self.declarations(Self::constant),
            Kind::Type => self.declarations(Self::type_declaration),
            Kind::LBrace => self.block(""),
            Kind::For => {
                self.header(Kind::For);
                self.block("for clause");
            }
            Kind::If => self.if_statement(),
            Kind::Switch => self.switch(),
            Kind::Select => self.select(),
            Kind::Fallthrough => self.next(),
            Kind::Break | Kind::Continue => {
                self.next();
                self.got(Kind::Name);
            }
            Kind::Goto => {
                self.next();
                self.name();
            }
            Kind::Go | Kind::Defer => self.call_statement(kind),
            Kind::Return => {
                self.next();
                if !self.is_any(&[Kind::Semi, Kind::RBrace]) {
                    self.expressions();
                }
            }
            // An empty statement.
            Kind::Semi => {}
            Kind::Add | Kind::Sub | Kind::Mul | Kind::And | Kind::Xor | Kind::Not => self.simple(),
            Kind::Func | Kind::LParen | Kind::LBrack | Kind::Struct | Kind::Map | Kind::Chan => self.simple(),
            Kind::Interface | Kind::Arrow => self.simple(),
            kind if kind.is_literal() => self.simple(),
            _ => return false,
        }
        true
    }

    fn declarations(&mut self, one: impl Fn(&mut Self)) {
        self.next();
        self.group(one);
    }

    fn call_statement(&mut self, keyword: Kind) {
        self.next();
        let from = self.at;
        let x = self.operand();
        let x = self.primary_rest(x);
        if x.parens {
            let message = format!("expression in {} must not be parenthesized", keyword.text());
            self.error_at(self.span_at(from), message);
        }
    }

    /// What follows a label; gives whether it is a statement.
    fn labeled(&mut self) -> bool {
        let colon = self.span();
        self.want(Kind::Colon);
        if self.is(Kind::RBrace) || self.statement() {
            return true;
        }
        self.syntax_at(colon, "missing statement after label");
        false
    }

    fn simple(&mut self) {
        self.simple_statement(None);
    }

    /// A simple statement, in a header behind its keyword.
    fn simple_statement(&mut self, keyword: Option<Kind>) -> Simple {
        if keyword == Some(Kind::For) && self.got(Kind::Range) {
            self.expression();
            return Simple::Range;
        }
        let from = self.at;
        let lhs = self.expressions();
        self.simple_rest(from, lhs, keyword)
    }

    /// The rest of a simple statement behind its first expressions; `lhs` is none if there are several.
    fn simple_rest(&mut self, from: usize, lhs: Option<Shape>, keyword: Option<Kind>) -> Simple {
        let at = self.span();
        let side = Side::new(from, self.at, lhs.as_ref());
        match self.kind() {
            Some(assign @ (Kind::Assign | Kind::Define)) => {
                self.next();
                if keyword == Some(Kind::For) && self.got(Kind::Range) {
                    self.expression();
                    return Simple::Range;
                }
                let rhs_from = self.at;
                let rhs = self.expressions();
                let is_guard = rhs.as_ref().is_some_and(|x| matches!(x.form, Form::Guard) && !x.parens);
                if is_guard
                    && assign == Kind::Define
                    && keyword == Some(Kind::Switch)
                    && lhs.as_ref().is_some_and(Shape::is_name)
                {
                    return Simple::Value;
                }
                let rhs = Side::new(rhs_from, self.at, rhs.as_ref());
                Simple::Operation(Operation { op: assign, at, lhs: side, rhs: Some(rhs) })
            }
            Some(op @ (Kind::Inc | Kind::Dec)) if lhs.is_some() => {
                self.next();
                Simple::Operation(Operation { op, at, lhs: side, rhs: None })
            }
            Some(op) if lhs.is_some() && (is_assign_op(op) || op == Kind::Arrow) => {
                self.next();
                let rhs_from = self.at;
                let rhs = self.expression();
                let rhs = Side::new(rhs_from, self.at, Some(&rhs));
                Simple::Operation(Operation { op, at, lhs: side, rhs: Some(rhs) })
            }
            _ => {
                if lhs.is_none() {
                    self.expected(":= or = or comma");
                    self.skip_to(&[Kind::Semi, Kind::RBrace]);
                }
                Simple::Value
            }
        }
    }

    fn if_statement(&mut self) {
        loop {
            self.header(Kind::If);
            self.block("if clause");
            if !self.got(Kind::Else) {
                return;
            }
            match self.kind() {
                Some(Kind::If) => {}
                Some(Kind::LBrace) => return self.block(""),
                _ => {
                    self.syntax("else must be followed by if or statement block");
                    return self.skip_to(&[Kind::Name, Kind::RBrace]);
                }
            }
        }
    }

    /// From the keyword of `if`, `for` or `switch` to the body.
    fn header(&mut self, keyword: Kind) {
        self.want(keyword);
        if self.is(Kind::LBrace) {
            if keyword == Kind::If {
                self.syntax("missing condition in if statement");
            }
            return;
        }
        let outer = std::mem::replace(&mut self.literals, -1);
        self.header_parts(keyword);
        self.literals = outer;
    }

    fn header_parts(&mut self, keyword: Kind) {
        let mut init = None;
        if !self.is(Kind::Semi) {
            if self.got(Kind::Var) {
                let text = keyword.text();
                self.syntax(&format!("var declaration not allowed in {text} initializer"));
            }
            let statement = self.simple_statement(Some(keyword));
            if matches!(statement, Simple::Range) {
                return;
            }
            init = Some(statement);
        }
        let mut semi = None;
        let mut condition = None;
        if self.is(Kind::LBrace) {
            condition = init;
        } else {
            if self.is(Kind::Semi) {
                semi = Some((self.span(), self.found()));
                self.next();
            } else {
                self.want(Kind::LBrace);
                if !self.is(Kind::LBrace) {
                    self.skip_to(&[Kind::LBrace, Kind::RBrace]);
                }
            }
            if keyword == Kind::For {
                if !self.is(Kind::Semi) {
                    if self.is(Kind::LBrace) {
                        self.expected("for loop condition");
                        return;
                    }
                    condition = Some(self.simple_statement(None));
                }
                self.want(Kind::Semi);
                if !self.is(Kind::LBrace)
                    && let Simple::Operation(Operation { op: Kind::Define, at, .. }) =
                        self.simple_statement(None)
                {
                    self.syntax_at(at, "cannot declare in post statement of for loop");
                }
            } else if !self.is(Kind::LBrace) {
                condition = Some(self.simple_statement(Some(keyword)));
            }
        }
        match condition {
            Some(condition) => self.must_be_value(condition),
            None => {
                if keyword == Kind::If
                    && let Some((at, found)) = semi
                {
                    self.syntax_at(
                        at,
                        &match found.as_str() {
                            "semicolon" => "missing condition in if statement".to_string(),
                            _ => format!("unexpected {found}, expected {{ after if clause"),
                        },
                    );
                }
            }
        }
    }

    /// Reports a statement where a condition should be.
    fn must_be_value(&mut self, statement: Simple) {
        let Simple::Operation(Operation { op, at, lhs, rhs }) = statement else { return };
        let text = |side: &Side| shown(self.file, self.tokens(side.from, side.to));
        // What is probably a comparison with a sign too few is set off from that sign.
        let set_off = |side: &Side| match side.binary {
            true => format!("({})", text(side)),
            false => text(side),
        };
        let text = match (op, rhs) {
            (Kind::Assign, Some(rhs)) => format!("assignment {} = {}", set_off(&lhs), set_off(&rhs)),
            (_, Some(rhs)) => format!("{} {} {}", text(&lhs), op.text(), text(&rhs)),
            (_, None) => format!("{}{}", text(&lhs), op.text()),
        };
        self.syntax_at(at, &format!("cannot use {text} as value"));
    }

    fn switch(&mut self) {
        self.header(Kind::Switch);
        self.clauses("switch", |r| {
            r.expressions();
        });
    }

    fn select(&mut self) {
        self.next();
        self.clauses("select", Self::simple);
    }

    /// The body of a `switch` or `select`; `case` reads what follows that word.
    fn clauses(&mut self, keyword: &str, case: impl Fn(&mut Self)) {
        if !self.got(Kind::LBrace) {
            self.syntax(&format!("missing {{ after {keyword} clause"));
            self.skip_to(&[Kind::Case, Kind::Default, Kind::RBrace]);
        }
        while !self.at_end() && !self.is(Kind::RBrace) {
            match self.kind() {
                Some(Kind::Case) => {
                    self.next();
                    case(self);
                }
                Some(Kind::Default) => self.next(),
                _ => {
                    self.expected("case or default or }");
                    self.skip_to(&[Kind::Colon, Kind::Case, Kind::Default, Kind::RBrace]);
                }
            }
            self.want(Kind::Colon);
            self.statements();
        }
        self.want(Kind::RBrace);
    }
}

/// Whether it is `+=` or the like.
fn is_assign_op(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::AddAssign
            | Kind::SubAssign
            | Kind::MulAssign
            | Kind::DivAssign
            | Kind::RemAssign
            | Kind::AndAssign
            | Kind::OrAssign
            | Kind::XorAssign
            | Kind::ShlAssign
            | Kind::ShrAssign
            | Kind::AndNotAssign
    )
}
