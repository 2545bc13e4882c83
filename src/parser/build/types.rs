//! Types, and lists of parameters.

use super::{Builder, Entry, Params, tallest, tallest_field};
use crate::ast::*;
use crate::lexer::Token;
use crate::source::{Span, sym};

/// What a list of entries declares; the words of its errors depend on it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ListOf {
    Parameters,
    TypeParameters,
}

impl Builder<'_> {
    /// `[]T`, `[...]T`
    pub fn array_type(&mut self, l: Token, len: ArrayLen, elem: Expr) -> Expr {
        let below = match &len {
            ArrayLen::Fixed(len) => len.height.max(elem.height),
            ArrayLen::Slice | ArrayLen::Auto(_) => elem.height,
        };
        let span = l.span.to(elem.span);
        self.expr(span, below, ExprKind::ArrayType(Box::new(ArrayType { len, elem })))
    }

    /// `[n]T`; the grammar reads a list in the brackets
    pub fn sized_array(&mut self, l: Token, lens: Vec<Expr>, r: Token, elem: Expr) -> Expr {
        if lens.len() > 1 {
            self.refuse(r.span);
        }
        let len = match lens.into_iter().next() {
            Some(len) => len,
            None => self.bad_expr(r.span),
        };
        self.array_type(l, ArrayLen::Fixed(len), elem)
    }

    /// `map[K]V`
    pub fn map_type(&mut self, keyword: Token, key: Expr, value: Expr) -> Expr {
        let (span, below) = (keyword.span.to(value.span), key.height.max(value.height));
        self.expr(span, below, ExprKind::MapType(Box::new(MapType { key, value })))
    }

    /// `chan T` and its kin
    pub fn chan_type(&mut self, first: Token, dir: ChanDir, elem: Expr) -> Expr {
        let (span, below) = (first.span.to(elem.span), elem.height);
        self.expr(span, below, ExprKind::ChanType(Box::new(ChanType { pos: first.span.lo, dir, elem })))
    }

    /// `struct { ... }`
    pub fn struct_type(&mut self, keyword: Token, l: Token, fields: Vec<StructField>, r: Token) -> Expr {
        let below = tallest(fields.iter().map(|field| &field.ty));
        let node = StructType { fields, lbrace: l.span.lo, rbrace: r.span.lo };
        self.expr(keyword.span.to(r.span), below, ExprKind::StructType(Box::new(node)))
    }

    /// A line of a struct type; without names the field is embedded
    pub fn field(&mut self, names: Vec<Token>, ty: Expr, tag: Option<Token>) -> StructField {
        let names: Vec<Ident> = names.into_iter().map(|name| self.ident(name)).collect();
        let start = names.first().map_or(ty.span, |name| name.span);
        let end = tag.map_or(ty.span, |tag| tag.span);
        let tag = tag.map(|tag| (self.basic_lit(tag), tag.span));
        StructField { span: start.to(end), names, ty, tag }
    }

    /// Reports an embedded type in parentheses
    pub fn parenthesized(&mut self, ty: &Expr) {
        self.refuse(ty.span);
    }

    /// A line of a struct type with several names
    pub fn fields(
        &mut self,
        first: Token,
        mut names: Vec<Token>,
        ty: Expr,
        tag: Option<Token>,
    ) -> StructField {
        names.insert(0, first);
        self.field(names, ty, tag)
    }

    /// `interface { ... }`
    pub fn interface_type(&mut self, keyword: Token, l: Token, elems: Vec<InterfaceElem>, r: Token) -> Expr {
        let heights = elems.iter().map(|elem| match elem {
            InterfaceElem::Method { ty, .. } => ty.height,
            InterfaceElem::Embed(x) => x.height,
        });
        let below = heights.max().unwrap_or(0);
        let node = InterfaceType { elems, lbrace: l.span.lo, rbrace: r.span.lo };
        self.expr(keyword.span.to(r.span), below, ExprKind::InterfaceType(Box::new(node)))
    }

    /// `M(x int) string` of an interface
    pub fn method(&mut self, name: Token, params: Params, results: Option<Params>) -> InterfaceElem {
        let name = self.ident(name);
        InterfaceElem::Method { name, ty: self.signature(name.span, params, results) }
    }

    /// A function type as a type
    pub fn func_type(&mut self, ty: FuncType) -> Expr {
        let (span, below) = (ty.span, ty.height);
        self.expr(span, below, ExprKind::FuncType(Box::new(ty)))
    }

    /// A signature that starts at `start`
    pub fn signature(&mut self, start: Span, mut params: Params, results: Option<Params>) -> FuncType {
        self.check_ellipsis(&mut params.fields, true);
        let mut results = results.unwrap_or(Params { fields: Vec::new(), span: Span::NONE });
        self.check_ellipsis(&mut results.fields, false);
        let below = tallest_field(&params.fields).max(tallest_field(&results.fields));
        FuncType {
            span: start.to(params.span).to(results.span),
            lparen: params.span.lo,
            rparen: params.span.hi.saturating_sub(1),
            params: params.fields,
            results: results.fields,
            height: below.saturating_add(1),
        }
    }

    /// Only the last parameter may be `...T`; results, receivers and type parameters may not.
    pub(super) fn check_ellipsis(&mut self, fields: &mut [Field], last_may: bool) {
        let count = fields.len();
        for (i, field) in fields.iter_mut().enumerate() {
            let may = last_may && i + 1 == count;
            // In `a, b ...T` only the last name is of the final parameter.
            if let Some(ellipsis) = field.ellipsis
                && (!may || field.names.len() > 1)
            {
                self.refuse(ellipsis);
            }
            field.ellipsis.take_if(|_| !may);
        }
    }

    /// `(a, b int, c ...string)`
    pub fn params(&mut self, l: Token, entries: Vec<Entry>, r: Token) -> Params {
        Params { fields: self.group(entries, r, ListOf::Parameters), span: l.span.to(r.span) }
    }

    /// `[P, Q any]`
    pub(super) fn type_params(&mut self, list: (Token, Vec<Entry>, Token)) -> Vec<Field> {
        let (l, entries, r) = list;
        if entries.is_empty() {
            self.refuse(l.span);
        }
        let mut fields = self.group(entries, r, ListOf::TypeParameters);
        self.check_ellipsis(&mut fields, false);
        fields
    }

    /// A result without parentheses
    pub fn result(&mut self, ty: Expr) -> Params {
        let span = ty.span;
        Params { fields: vec![Field { span, names: Vec::new(), ellipsis: None, ty }], span }
    }

    /// Groups the entries of a list by type: in `a, b int` the name `a` was read as a type.
    fn group(&mut self, entries: Vec<Entry>, close: Token, list: ListOf) -> Vec<Field> {
        let any_name = list == ListOf::TypeParameters || entries.iter().any(|entry| entry.name.is_some());
        if !any_name {
            return entries.into_iter().filter_map(unnamed_field).collect();
        }
        let mut fields = Vec::new();
        let mut names: Vec<Ident> = Vec::new();
        for entry in entries {
            let Entry { name, ellipsis, ty, parens } = entry;
            let name = name.map(|name| self.ident(name));
            match (name, ty) {
                (None, Some(Expr { kind: ExprKind::Ident(name), .. })) if ellipsis.is_none() && !parens => {
                    names.push(name)
                }
                (Some(name), None) => names.push(name),
                (None, None) => {}
                (name, Some(ty)) => {
                    names.push(name.unwrap_or_else(|| {
                        // There must be a name.
                        self.refuse(ty.span);
                        Ident { id: self.ids.fresh(), name: sym::BLANK, span: Span::at(ty.span.lo) }
                    }));
                    let names = std::mem::take(&mut names);
                    let span = names.first().map_or(ty.span, |name| name.span).to(ty.span);
                    fields.push(Field { span, names, ellipsis, ty });
                }
            }
        }
        if let Some(first) = names.first() {
            // There must be a type.
            self.refuse(close.span);
            let span = first.span;
            let ty = self.bad_expr(close.span);
            fields.push(Field { span, names, ellipsis: None, ty });
        }
        fields
    }
}

fn unnamed_field(entry: Entry) -> Option<Field> {
    let Entry { ellipsis, ty, .. } = entry;
    let ty = ty?;
    let span = ellipsis.unwrap_or(ty.span).to(ty.span);
    Some(Field { span, names: Vec::new(), ellipsis, ty })
}
