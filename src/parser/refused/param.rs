//! Lists of parameters, results and type parameters.

use super::reader::Reader;
use crate::lexer::Kind;
use crate::source::Span;

/// A parameter that was read: before the whole list is known, a name alone may also be a type.
pub(super) struct Param {
    /// Whether something stands there that can only be a name: a type follows.
    pub(super) named: bool,
    /// Whether there is a type, beside the name if there is one.
    pub(super) typed: bool,
    /// Where it begins.
    pub(super) start: Span,
    /// Its `...`.
    pub(super) dots: Option<Span>,
}

/// What a list is of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ListOf {
    /// Parameters: the last may be `...T`.
    Params,
    /// A receiver or results.
    Others,
    TypeParams,
}

impl Reader<'_> {
    /// Parameters, results or a receiver, from behind the `(`. Gives their number.
    pub(super) fn parameters(&mut self, of: ListOf) -> usize {
        let (count, _) = self.parameter_list(None, Kind::RParen, of);
        count
    }

    /// Type parameters, from behind the `[`, or behind the first of them.
    pub(super) fn type_parameters(&mut self, first: Option<Param>) {
        self.parameter_list(first, Kind::RBrack, ListOf::TypeParams);
    }

    /// A list up to `close`, perhaps behind its first element or the name in it. Gives how many there are, and whether they
    /// have names.
    pub(super) fn parameter_list(
        &mut self,
        mut first: Option<Param>,
        close: Kind,
        of: ListOf,
    ) -> (usize, bool) {
        let names_required = of == ListOf::TypeParams;
        let complete = first.as_ref().is_some_and(|first| first.typed);
        if complete && self.got(close) {
            return (1, true);
        }
        let mut list: Vec<Param> = Vec::new();
        let end = self.list("parameter list", Kind::Comma, close, |r| {
            let param = match first.take() {
                Some(param) if param.typed => Some(param),
                Some(param) => r.parameter(Some(param.start), close),
                None => r.parameter(None, close),
            };
            list.extend(param);
            false
        });
        let named = list.iter().filter(|p| p.named && p.typed).count();
        if (named > 0 || names_required) && named < list.len() {
            self.check_names(&list, named, names_required, end);
        }
        self.check_dots(&list, of);
        (list.len(), named > 0)
    }

    /// All parameters must have names, since `named` of them have or the list's kind requires it.
    fn check_names(&mut self, list: &[Param], named: usize, names_required: bool, end: Span) {
        // From right to left, a type is that of the names before it.
        let mut wrong = None;
        let mut has_type = false;
        for param in list.iter().rev() {
            has_type |= param.typed;
            if !has_type || (param.typed && !param.named) {
                wrong = Some(param.start);
            }
        }
        if let Some(at) = wrong {
            let typed = list.iter().filter(|p| p.typed).count();
            let single = if list.len() == 1 { " or invalid array length" } else { "" };
            match (named == typed, names_required) {
                (true, true) => self.syntax_at(end, "missing type constraint"),
                (true, false) => self.syntax_at(end, "missing parameter type"),
                (false, true) => self.syntax_at(at, &format!("missing type parameter name{single}")),
                (false, false) => self.syntax_at(at, "missing parameter name"),
            }
        }
    }

    /// Only the last parameter may be `...T`, and it must have no name beside it.
    fn check_dots(&mut self, list: &[Param], of: ListOf) {
        let wrong = list.iter().enumerate().find_map(|(i, param)| {
            let shared = param.named && i > 0 && !list[i - 1].typed;
            let may = of == ListOf::Params && i + 1 == list.len() && !shared;
            param.dots.filter(|_| !may)
        });
        if let Some(at) = wrong {
            let last_may = of == ListOf::Params;
            self.error_at(
                at,
                if last_may { "can only use ... with final parameter" } else { "invalid use of ..." },
            );
        }
    }

    /// Where Go has the type begin that starts here: behind parentheses, and a function type at its parameters.
    fn type_start(&self) -> Span {
        let mut at = self.at;
        while self.kind_at(at) == Some(Kind::LParen) {
            at += 1;
        }
        self.span_at(at + usize::from(self.kind_at(at) == Some(Kind::Func)))
    }

    /// One parameter, or what follows its name, which is at `name`.
    fn parameter(&mut self, name: Option<Span>, close: Kind) -> Option<Param> {
        let unions = close == Kind::RBrack;
        let start = name.unwrap_or_else(|| self.type_start());
        let typed = Some(Param { named: false, typed: true, start, dots: None });
        if name.is_none() && unions && self.is(Kind::Tilde) {
            self.union(false);
            return typed;
        }
        let mut named = false;
        if name.is_some() || self.got(Kind::Name) {
            match self.kind() {
                Some(Kind::LBrack) => {
                    let is_instance = self.array_or_arguments();
                    let is_union = unions && self.is(Kind::Or);
                    if is_union {
                        self.union(true);
                    }
                    return Some(Param { named: !is_instance, typed: true, start, dots: None });
                }
                Some(Kind::Dot) => {
                    self.qualified_rest();
                    if unions && self.is(Kind::Or) {
                        self.union(true);
                    }
                    return typed;
                }
                Some(Kind::Or) if unions => {
                    self.union(true);
                    return typed;
                }
                _ => named = true,
            }
        }
        let dots = self.span();
        if self.got(Kind::Ellipsis) {
            let dots = Some(dots).filter(|_| self.optional_type().is_some());
            if dots.is_none() {
                self.syntax("... is missing type");
            }
            return Some(Param { named, typed: true, start, dots });
        }
        if unions && self.is(Kind::Tilde) {
            self.union(false);
            return Some(Param { named, typed: true, start, dots: None });
        }
        let typed = self.optional_type().is_some();
        if typed && unions && self.is(Kind::Or) {
            self.union(true);
        }
        if named || typed {
            return Some(Param { named, typed, start, dots: None });
        }
        self.expected(close.text());
        self.skip_to(&[Kind::Comma, close]);
        None
    }
}
