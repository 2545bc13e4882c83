//! Expressions, and what must be known about one to go on as Go does.

use super::param::Param;
use super::reader::Reader;
use super::text::shown;
use crate::ast::ChanDir;
use crate::lexer::Kind;

/// What an operand is, as far as what may follow it depends on that.
pub(super) enum Form {
    Name,
    Selector,
    /// `x[i]`: whether `x` or `i` can only be a value.
    Index {
        value: bool,
    },
    /// A type that elements in braces may follow: array, slice, struct, map.
    Composite,
    Interface,
    Func,
    Chan {
        dir: ChanDir,
        elem: Option<Box<Shape>>,
    },
    /// `x.(type)`
    Guard,
    /// An operation of two operands
    Binary,
    Other,
}

/// How an expression could be split into the name of a type parameter and its constraint: `P *C`, `P (C)`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Split {
    No,
    /// Only if a comma follows: otherwise it is the length of an array.
    BeforeComma,
    Yes,
}

impl Split {
    /// Of an operation or call of a name, whose other part may be a constraint.
    fn of(constraint: bool) -> Split {
        if constraint { Split::Yes } else { Split::BeforeComma }
    }
}

/// An expression or type that was read.
pub(super) struct Shape {
    pub(super) form: Form,
    /// Index of its first token.
    pub(super) from: usize,
    /// Index of the token behind it.
    pub(super) to: usize,
    /// Whether it stands in parentheses.
    pub(super) parens: bool,
    /// Whether it can only be a value, so that it is no type argument.
    value: bool,
    /// Whether it contains a type that is no name, so that it is a constraint.
    constraint: bool,
    split: Split,
}

impl Shape {
    /// Whether it is a name, without parentheses.
    pub(super) fn is_name(&self) -> bool {
        matches!(self.form, Form::Name) && !self.parens
    }

    fn value(mut self) -> Shape {
        self.value = true;
        self
    }
}

/// The precedence of a binary operator, from 1; 0 for other tokens.
pub(super) fn precedence(kind: Kind) -> u8 {
    match kind {
        Kind::LogOr => 1,
        Kind::LogAnd => 2,
        Kind::Eq | Kind::Ne | Kind::Lt | Kind::Le | Kind::Gt | Kind::Ge => 3,
        Kind::Add | Kind::Sub | Kind::Or | Kind::Xor => 4,
        Kind::Mul | Kind::Div | Kind::Rem | Kind::And | Kind::AndNot | Kind::Shl | Kind::Shr => 5,
        _ => 0,
    }
}

impl Reader<'_> {
    /// What was read from token `from` on.
    pub(super) fn shape(&self, from: usize, form: Form) -> Shape {
        Shape { form, from, to: self.at, parens: false, value: false, constraint: false, split: Split::No }
    }

    /// The same of a type.
    pub(super) fn shape_of_type(&self, from: usize, form: Form) -> Shape {
        let constraint = matches!(form, Form::Composite | Form::Interface | Form::Func | Form::Chan { .. });
        Shape { constraint, ..self.shape(from, form) }
    }

    /// What `[x` behind the name of a declared type starts, if it is a list of type parameters: its first one.
    pub(super) fn as_type_parameter(&self, x: &Shape) -> Option<Param> {
        let split = x.split == Split::Yes || (x.split == Split::BeforeComma && self.is(Kind::Comma));
        let start = self.span_at(x.from);
        if split {
            return Some(Param { named: true, typed: true, start, dots: None });
        }
        let name = Param { named: true, typed: false, start, dots: None };
        (x.is_name() && !self.is(Kind::RBrack)).then_some(name)
    }

    /// Expressions between commas. Gives the first, if it is the only one.
    pub(super) fn expressions(&mut self) -> Option<Shape> {
        let first = self.expression();
        if !self.is(Kind::Comma) {
            return Some(first);
        }
        while self.got(Kind::Comma) {
            self.expression();
        }
        None
    }

    /// An expression.
    pub(super) fn expression(&mut self) -> Shape {
        self.binary(0)
    }

    fn binary(&mut self, above: u8) -> Shape {
        let x = self.unary();
        self.binary_rest(x, above)
    }

    /// The operators that bind stronger than `above`, and their right operands, behind `x`.
    pub(super) fn binary_rest(&mut self, mut x: Shape, above: u8) -> Shape {
        while let Some(op) = self.kind()
            && precedence(op) > above
        {
            self.next();
            let y = self.binary(precedence(op));
            let split = match op {
                Kind::Mul if x.is_name() => Split::of(y.constraint),
                Kind::Or if x.split == Split::BeforeComma => Split::of(y.constraint),
                Kind::Or => x.split,
                _ => Split::No,
            };
            let constraint = x.constraint || y.constraint;
            x = Shape { constraint, split, ..self.shape(x.from, Form::Binary) }.value();
        }
        x
    }

    fn unary(&mut self) -> Shape {
        let from = self.at;
        if !self.enter() {
            self.leave();
            return self.shape(from, Form::Other);
        }
        let shape = match self.kind() {
            Some(
                op @ (Kind::Mul | Kind::Add | Kind::Sub | Kind::Not | Kind::Xor | Kind::Tilde | Kind::And),
            ) => {
                self.next();
                let x = self.unary();
                let constraint = (x.constraint || op == Kind::Tilde) && op != Kind::And;
                // `*T` may be a type.
                Shape { value: op != Kind::Mul, constraint, ..self.shape(from, Form::Other) }
            }
            Some(Kind::Arrow) => {
                self.next();
                let x = self.unary();
                self.arrow(from, x)
            }
            Some(Kind::Go) if self.pgo => {
                self.next();
                let x = self.operand();
                self.primary_rest(x);
                self.shape(from, Form::Other).value()
            }
            _ => {
                let x = self.operand();
                self.primary_rest(x)
            }
        };
        self.leave();
        shape
    }

    /// `<-x`: a receive, or the type of a channel that is only received from, where `x` is its rest.
    fn arrow(&mut self, from: usize, x: Shape) -> Shape {
        if x.parens || !matches!(x.form, Form::Chan { .. }) {
            return self.shape(from, Form::Other).value();
        }
        // The arrows belong one channel to the left: `<-chan<- chan int` is `<-chan (<-chan int)`.
        let mut at = Some(&x);
        let mut arrow = true;
        let mut wrong = None;
        while let Some(Shape { form: Form::Chan { dir, elem }, parens: false, .. }) = at
            && arrow
        {
            if *dir == ChanDir::Recv {
                wrong = Some("<-".to_string());
            }
            arrow = *dir == ChanDir::Send;
            at = elem.as_deref();
        }
        if arrow {
            let rest = at.map_or(&[][..], |rest| self.tokens(rest.from, rest.to));
            wrong = Some(shown(self.file, rest));
        }
        if let Some(found) = wrong {
            self.syntax(&format!("unexpected {found}, expected chan"));
        }
        let elem = match x.form {
            Form::Chan { elem, .. } => elem,
            _ => None,
        };
        self.shape_of_type(from, Form::Chan { dir: ChanDir::Recv, elem })
    }

    /// An operand, without what may follow it.
    pub(super) fn operand(&mut self) -> Shape {
        let from = self.at;
        match self.kind() {
            Some(Kind::Name) => {
                self.next();
                self.shape(from, Form::Name)
            }
            Some(kind) if kind.is_literal() => {
                self.next();
                self.shape(from, Form::Other).value()
            }
            Some(Kind::LParen) => {
                self.next();
                self.literals += 1;
                let x = self.expression();
                self.literals -= 1;
                self.want(Kind::RParen);
                Shape { from, to: self.at, parens: true, split: Split::No, ..x }
            }
            Some(Kind::Func) => {
                self.next();
                self.signature("function type");
                if !self.is(Kind::LBrace) {
                    return self.shape_of_type(from, Form::Func);
                }
                self.literals += 1;
                self.body();
                self.literals -= 1;
                self.shape(from, Form::Other).value()
            }
            Some(Kind::LBrack | Kind::Chan | Kind::Map | Kind::Struct | Kind::Interface) => {
                let shape = self.ty();
                shape.unwrap_or_else(|| self.shape(from, Form::Other))
            }
            _ => {
                self.expected("expression");
                self.skip_to(&[Kind::RParen, Kind::RBrack, Kind::RBrace]);
                self.shape(from, Form::Other)
            }
        }
    }

    /// Selectors, indices, calls, elements behind an operand.
    pub(super) fn primary_rest(&mut self, mut x: Shape) -> Shape {
        loop {
            x = match self.kind() {
                Some(Kind::Dot) => self.dot(x),
                Some(Kind::LBrack) => self.index(x),
                Some(Kind::LParen) => self.call(x),
                Some(Kind::LBrace) if self.may_have_elements(&x) => {
                    if x.parens {
                        self.syntax("cannot parenthesize type in composite literal");
                    }
                    self.elements();
                    self.shape(x.from, Form::Other).value()
                }
                _ => return x,
            };
        }
    }

    fn dot(&mut self, x: Shape) -> Shape {
        self.next();
        match self.kind() {
            Some(Kind::Name) => {
                self.next();
                self.shape(x.from, Form::Selector)
            }
            Some(Kind::LParen) => {
                self.next();
                let guard = self.got(Kind::Type);
                if !guard {
                    self.ty();
                }
                self.want(Kind::RParen);
                self.shape(x.from, if guard { Form::Guard } else { Form::Other }).value()
            }
            _ => {
                self.expected("name or (");
                self.skip_to(&[Kind::Semi, Kind::RParen]);
                x
            }
        }
    }

    fn index(&mut self, x: Shape) -> Shape {
        self.next();
        if !self.is(Kind::Colon) {
            let mut first = None;
            let mut comma = false;
            if self.is(Kind::RBrack) {
                self.expected("operand");
            } else {
                (first, comma) = self.type_list(false);
            }
            if comma || self.is(Kind::RBrack) {
                self.want(Kind::RBrack);
                let value = x.value || first.is_some_and(|first| first.value);
                let shape = self.shape(x.from, Form::Index { value });
                return Shape { value, ..shape };
            }
        }
        if !self.got(Kind::Colon) {
            self.expected("comma, : or ]");
            self.skip_to(&[Kind::Comma, Kind::Colon, Kind::RBrack]);
        }
        self.literals += 1;
        let middle = !self.is_any(&[Kind::Colon, Kind::RBrack]);
        if middle {
            self.expression();
        }
        if self.is(Kind::Colon) {
            if !middle {
                self.error_at(self.span(), "middle index required in 3-index slice");
            }
            self.next();
            if self.is(Kind::RBrack) {
                self.error_at(self.span(), "final index required in 3-index slice");
            } else {
                self.expression();
            }
        }
        self.literals -= 1;
        self.want(Kind::RBrack);
        self.shape(x.from, Form::Other).value()
    }

    fn call(&mut self, fun: Shape) -> Shape {
        self.next();
        let mut args = 0;
        let mut constraint = false;
        let mut dots = false;
        self.literals += 1;
        self.list("argument list", Kind::Comma, Kind::RParen, |r| {
            constraint = r.expression().constraint;
            args += 1;
            dots = r.got(Kind::Ellipsis);
            dots
        });
        self.literals -= 1;
        let split = if fun.is_name() && args == 1 && !dots { Split::of(constraint) } else { Split::No };
        Shape { split, ..self.shape(fun.from, Form::Other) }.value()
    }

    /// Whether a `{` behind the operand opens the elements of a composite literal.
    fn may_have_elements(&self, x: &Shape) -> bool {
        match x.form {
            Form::Name | Form::Selector => self.literals >= 0,
            Form::Index { value } => self.literals >= 0 && !value,
            Form::Composite => true,
            Form::Interface | Form::Func | Form::Chan { .. } | Form::Guard | Form::Binary | Form::Other => {
                false
            }
        }
    }

    fn elements(&mut self) {
        if !self.enter() {
            return self.leave();
        }
        self.literals += 1;
        self.want(Kind::LBrace);
        self.list("composite literal", Kind::Comma, Kind::RBrace, |r| {
            r.element();
            if r.got(Kind::Colon) {
                r.element();
            }
            false
        });
        self.literals -= 1;
        self.leave();
    }

    fn element(&mut self) {
        if self.is(Kind::LBrace) {
            self.elements();
        } else {
            self.expression();
        }
    }
}
