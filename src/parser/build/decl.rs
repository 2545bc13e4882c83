//! Declarations.

use std::rc::Rc;

use super::{Builder, Entry, Item, Line, List, Params, cover};
use crate::ast::*;
use crate::lexer::{Kind, Token};
use crate::source::Span;

/// Specifications of a group, with the span of everything.
fn group<S>(keyword: Token, lines: Vec<Line<S>>, close: Option<Token>, span_of: fn(&S) -> Span) -> Group<S> {
    let specs: Vec<Rc<S>> = lines.into_iter().map(|spec| Rc::new(*spec)).collect();
    let end = close.map(|close| close.span).or_else(|| specs.last().map(|spec| span_of(spec)));
    Group {
        span: keyword.span.to(end.unwrap_or(keyword.span)),
        keyword: keyword.span,
        parens: close.is_some(),
        specs,
    }
}

impl Builder<'_> {
    /// `import`
    pub fn imports(&mut self, keyword: Token, lines: Vec<Line<ImportSpec>>, close: Option<Token>) -> Item {
        Item::Decl(Decl::Import(group(keyword, lines, close, |spec| spec.span)))
    }

    /// `name "path"`
    pub fn import_spec(&mut self, name: Option<Token>, path: Token) -> Line<ImportSpec> {
        if path.kind != Kind::String {
            self.refuse(path.span);
        }
        let span = name.map_or(path.span, |name| name.span).to(path.span);
        let name = name.map(|name| self.ident(name));
        Box::new(ImportSpec { span, name, path: self.basic_lit(path), path_span: path.span })
    }

    /// `const`
    pub fn consts(&mut self, keyword: Token, lines: Vec<Line<ValueSpec>>, close: Option<Token>) -> Decl {
        let mut group = group(keyword, lines, close, |spec: &ValueSpec| spec.span);
        let mut repeated: Option<Rc<ValueSpec>> = None;
        for (iota, spec) in group.specs.iter_mut().enumerate() {
            // Nobody else has the specification yet.
            if let Some(spec) = Rc::get_mut(spec) {
                spec.iota = iota as u32;
                if spec.ty.is_none() && spec.values.is_empty() {
                    spec.inherit = repeated.clone();
                }
            }
            if spec.ty.is_some() || !spec.values.is_empty() {
                repeated = Some(spec.clone());
            }
        }
        Decl::Const(group)
    }

    /// `var`
    pub fn vars(&mut self, keyword: Token, lines: Vec<Line<ValueSpec>>, close: Option<Token>) -> Decl {
        Decl::Var(group(keyword, lines, close, |spec| spec.span))
    }

    /// `type`
    pub fn types(&mut self, keyword: Token, lines: Vec<Line<TypeSpec>>, close: Option<Token>) -> Decl {
        Decl::Type(group(keyword, lines, close, |spec| spec.span))
    }

    /// `a, b int = 1, 2`
    pub fn value_spec(&mut self, names: Vec<Ident>, ty: Option<Expr>, values: Vec<Expr>) -> Line<ValueSpec> {
        let first = names.first().map_or(Span::NONE, |name| name.span);
        let last = names.last().map_or(Span::NONE, |name| name.span);
        let type_span = ty.as_ref().map_or(Span::NONE, |ty| ty.span);
        let span = first.to(last).to(type_span).to(cover(&values));
        Box::new(ValueSpec { span, names, ty, values, iota: 0, inherit: None })
    }

    /// `name[P C] T`
    pub fn type_spec(
        &mut self,
        name: Ident,
        params: Option<List>,
        assign: Option<Token>,
        ty: Expr,
    ) -> Line<TypeSpec> {
        let type_params = params.map(|list| self.type_params(list)).unwrap_or_default();
        let span = name.span.to(ty.span);
        let assign = assign.map(|assign| assign.span);
        Box::new(TypeSpec { span, name, type_params, assign, ty })
    }

    /// `func name(...) { ... }`
    #[allow(clippy::too_many_arguments)]
    pub fn func_decl(
        &mut self,
        keyword: Token,
        recv: Option<Params>,
        name: Ident,
        type_params: Option<(Token, Vec<Entry>, Token)>,
        params: Params,
        results: Option<Params>,
        body: Option<Block>,
    ) -> Item {
        let recv_span = recv.as_ref().map_or(Span::NONE, |recv| recv.span);
        let mut recv = recv.map(|recv| recv.fields);
        if let Some(recv) = &mut recv {
            self.check_ellipsis(recv, false);
        }
        let type_params = type_params.map(|list| self.type_params(list)).unwrap_or_default();
        let ty = self.signature(keyword.span, params, results);
        let span = ty.span.to(body.as_ref().map_or(Span::NONE, |body| body.span));
        let height = ty.height.max(body.as_ref().map_or(0, |body| body.height));
        if !self.fits(height, span) {
            return Item::Decl(Decl::Bad(span));
        }
        Item::Decl(Decl::Func(Rc::new(FuncDecl {
            span,
            keyword: keyword.span,
            recv,
            recv_span,
            name,
            type_params,
            ty,
            body,
        })))
    }

    /// `(r T)` before the name of a method
    pub fn receiver(&mut self, params: Params) -> Params {
        if params.fields.iter().map(|field| field.names.len().max(1)).sum::<usize>() != 1 {
            self.refuse(params.span);
        }
        params
    }
}
