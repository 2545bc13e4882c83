//! Types.

use super::expr::{Form, Shape};
use super::param::ListOf;
use super::reader::Reader;
use crate::ast::ChanDir;
use crate::lexer::Kind;

impl Reader<'_> {
    /// A type that must be there.
    pub(super) fn ty(&mut self) -> Option<Shape> {
        let shape = self.optional_type();
        if shape.is_none() {
            self.expected("type");
            self.skip_to(&[Kind::Comma, Kind::Colon, Kind::Semi, Kind::RParen, Kind::RBrack, Kind::RBrace]);
        }
        shape
    }

    /// A type, if one starts here.
    pub(super) fn optional_type(&mut self) -> Option<Shape> {
        if !self.enter() {
            self.leave();
            return None;
        }
        let start = self.at;
        let form = self.type_form();
        self.leave();
        form.map(|form| self.shape_of_type(start, form))
    }

    fn type_form(&mut self) -> Option<Form> {
        match self.kind()? {
            Kind::Mul => {
                self.next();
                self.ty();
                Some(Form::Other)
            }
            Kind::Arrow => {
                self.next();
                self.want(Kind::Chan);
                let elem = self.channel_element().map(Box::new);
                Some(Form::Chan { dir: ChanDir::Recv, elem })
            }
            Kind::Func => {
                self.next();
                self.signature("function type");
                Some(Form::Func)
            }
            Kind::LBrack => {
                self.next();
                if self.got(Kind::RBrack) {
                    self.ty();
                } else {
                    self.array_rest(false);
                }
                Some(Form::Composite)
            }
            Kind::Chan => {
                self.next();
                let dir = if self.got(Kind::Arrow) { ChanDir::Send } else { ChanDir::Both };
                let elem = self.channel_element().map(Box::new);
                Some(Form::Chan { dir, elem })
            }
            Kind::Map => {
                self.next();
                self.want(Kind::LBrack);
                self.ty();
                self.want(Kind::RBrack);
                self.ty();
                Some(Form::Composite)
            }
            Kind::Struct => {
                self.next();
                self.want(Kind::LBrace);
                self.list("struct type", Kind::Semi, Kind::RBrace, |r| {
                    r.field();
                    false
                });
                Some(Form::Composite)
            }
            Kind::Interface => {
                self.next();
                self.want(Kind::LBrace);
                self.list("interface type", Kind::Semi, Kind::RBrace, |r| {
                    r.interface_element();
                    false
                });
                Some(Form::Interface)
            }
            Kind::Name => Some(self.qualified_name()),
            Kind::LParen => {
                self.next();
                self.ty();
                self.want(Kind::RParen);
                Some(Form::Other)
            }
            _ => None,
        }
    }

    /// The rest of an array type, from behind the `[`, or from behind the length.
    pub(super) fn array_rest(&mut self, has_length: bool) {
        if !has_length && !self.got(Kind::Ellipsis) {
            self.literals += 1;
            self.expression();
            self.literals -= 1;
        }
        if self.is(Kind::Comma) {
            self.syntax("unexpected comma; expected ]");
            self.next();
        }
        self.want(Kind::RBrack);
        self.ty();
    }

    fn channel_element(&mut self) -> Option<Shape> {
        let elem = self.optional_type();
        if elem.is_none() {
            self.syntax("missing channel element type");
        }
        elem
    }

    /// Parameters and results behind `func` and a name. `context` says, if it is not empty, what may have no type
    /// parameters.
    pub(super) fn signature(&mut self, context: &str) {
        if self.is(Kind::LBrack) {
            let open = self.span();
            self.next();
            if !context.is_empty() {
                self.syntax_at(open, &format!("{context} must have no type parameters"));
            }
            if self.is(Kind::RBrack) {
                self.syntax("empty type parameter list");
                self.next();
            } else {
                self.type_parameters(None);
            }
        }
        self.want(Kind::LParen);
        self.parameters(ListOf::Params);
        if self.got(Kind::LParen) {
            self.parameters(ListOf::Others);
        } else {
            self.optional_type();
        }
    }

    /// A name, perhaps of another package, perhaps with type arguments.
    pub(super) fn qualified_name(&mut self) -> Form {
        if !self.got(Kind::Name) {
            self.expected("name");
            self.skip_to(&[Kind::Dot, Kind::Semi, Kind::RBrace]);
        }
        self.qualified_rest()
    }

    /// What may follow the first name of a type.
    pub(super) fn qualified_rest(&mut self) -> Form {
        let mut form = Form::Name;
        if self.got(Kind::Dot) {
            self.name();
            form = Form::Selector;
        }
        if self.got(Kind::LBrack) {
            if self.is(Kind::RBrack) {
                self.expected("type argument list");
            } else {
                self.type_list(true);
            }
            self.want(Kind::RBrack);
            form = Form::Index { value: false };
        }
        form
    }

    /// `[...]` behind a name: type arguments, or the rest of an array or slice type. Gives whether they were arguments.
    pub(super) fn array_or_arguments(&mut self) -> bool {
        self.want(Kind::LBrack);
        if self.got(Kind::RBrack) {
            self.ty();
            return false;
        }
        let (_, comma) = self.type_list(false);
        self.want(Kind::RBrack);
        comma || self.optional_type().is_none()
    }

    /// Indices or type arguments. Where only types may stand, `strict`. Gives the first, if it is the only one, and
    /// whether there is a comma.
    pub(super) fn type_list(&mut self, strict: bool) -> (Option<Shape>, bool) {
        self.literals += 1;
        let first = if strict { self.ty() } else { Some(self.expression()) };
        let comma = self.got(Kind::Comma);
        let mut single = true;
        if comma && self.optional_type().is_some() {
            single = false;
            while self.got(Kind::Comma) && self.optional_type().is_some() {}
        }
        self.literals -= 1;
        (first.filter(|_| single), comma)
    }

    /// A literal, if there is one: a tag, an import path.
    pub(super) fn literal(&mut self) -> bool {
        let there = self.kind().is_some_and(Kind::is_literal);
        if there {
            self.next();
        }
        there
    }

    /// A line of a struct.
    fn field(&mut self) {
        match self.kind() {
            Some(Kind::Name) => {
                self.next();
                let embedded = self.is_any(&[Kind::Dot, Kind::Semi, Kind::RBrace])
                    || self.kind().is_some_and(Kind::is_literal);
                if embedded {
                    self.qualified_rest();
                } else {
                    let several = self.is(Kind::Comma);
                    self.more_names();
                    if !several && self.is(Kind::LBrack) {
                        self.array_or_arguments();
                    } else {
                        self.ty();
                    }
                }
                self.tag();
            }
            Some(Kind::Mul) => {
                self.next();
                if self.is(Kind::LParen) {
                    self.parenthesized_field();
                } else {
                    self.qualified_name();
                }
                self.tag();
            }
            Some(Kind::LParen) => {
                self.parenthesized_field();
                self.tag();
            }
            _ => {
                self.expected("field name or embedded type");
                self.skip_to(&[Kind::Semi, Kind::RBrace]);
            }
        }
    }

    /// The tag of a field, if it has one.
    fn tag(&mut self) {
        // That it is a string is asked when types are checked.
        self.literal();
    }

    fn parenthesized_field(&mut self) {
        self.syntax("cannot parenthesize embedded type");
        self.next();
        self.got(Kind::Mul);
        self.qualified_name();
        self.got(Kind::RParen);
    }

    /// A line of an interface.
    fn interface_element(&mut self) {
        if !self.is(Kind::Name) {
            self.union(false);
            return;
        }
        self.next();
        match self.kind() {
            Some(Kind::LParen) => return self.signature("interface method"),
            Some(Kind::LBrack) => {
                if self.bracket_behind_method_name() {
                    return;
                }
            }
            _ => {
                self.qualified_rest();
            }
        }
        self.union(true);
    }

    /// `[...]` behind a name in an interface: type arguments of an embedded type, or type parameters, which no method may
    /// have here. Gives whether it was a method.
    fn bracket_behind_method_name(&mut self) -> bool {
        let open = self.span();
        self.next();
        if self.is(Kind::RBrack) {
            let close = self.span();
            self.next();
            let is_method = self.is(Kind::LParen);
            let what = if is_method { "parameter" } else { "argument" };
            self.error_at(close, format!("empty type {what} list"));
            if is_method {
                self.signature("interface method");
            }
            return is_method;
        }
        let (count, first_named) = self.parameter_list(None, Kind::RBrack, ListOf::Others);
        let close = self.span_at(self.at.saturating_sub(1));
        if first_named || (count == 0 && self.is(Kind::LParen)) {
            self.signature("interface method");
            if first_named {
                self.error_at(open, "interface method must have no type parameters");
                self.superfluous.push(open.to(close));
            }
            return true;
        }
        false
    }

    /// A union of terms; `behind_first` if the first was read.
    pub(super) fn union(&mut self, behind_first: bool) {
        if !behind_first {
            self.term();
        }
        while self.got(Kind::Or) {
            self.term();
        }
    }

    fn term(&mut self) {
        if self.got(Kind::Tilde) {
            self.ty();
        } else if self.optional_type().is_none() {
            self.expected("~ term or type");
            // To any operator, or the end of the element.
            self.skip_until(|kind| {
                (super::expr::precedence(kind) > 0 && kind != Kind::Mul)
                    || matches!(kind, Kind::Not | Kind::Tilde | Kind::Semi)
                    || kind.closes()
            });
        }
    }
}
