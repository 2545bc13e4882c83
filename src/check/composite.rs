//! Struct and interface types.

use super::Checker;
use super::object::*;
use crate::ast::{
    BinaryOp, Expr, ExprKind, Ident, InterfaceElem, InterfaceType, LitKind, StructType, UnaryOp, expr_string,
    string_value,
};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Symbol};
use crate::types::{Basic, Field, IMethod, IfaceDecl, Qualifier, Term, Type, TypeId};
use std::rc::Rc;

/// More terms than this in a union are refused.
const MAX_TERMS: usize = 100;

/// Whether an expression is a union or a term with a tilde.
pub(super) fn is_union(e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Unary(node) => node.op == UnaryOp::Tilde,
        ExprKind::Binary(node) => node.op == BinaryOp::Or,
        _ => false,
    }
}

/// The name that an embedded field has.
fn embedded_name(e: &Expr) -> Option<&Ident> {
    match &e.kind {
        ExprKind::Ident(ident) => Some(ident),
        ExprKind::Star(inner) if !matches!(inner.kind, ExprKind::Star(_)) => embedded_name(inner),
        ExprKind::Selector(node) => Some(&node.sel),
        ExprKind::Index(node) => embedded_name(&node.x),
        ExprKind::Paren(inner) => embedded_name(inner),
        _ => None,
    }
}

impl Checker {
    pub(super) fn struct_type(&mut self, node: &StructType, def: Option<ObjId>) -> TypeId {
        let mut fields: Vec<Field> = Vec::new();
        let mut spans: Vec<(Symbol, Span)> = Vec::new();
        for line in &node.fields {
            let ty = self.var_type(&line.ty);
            let tag: Rc<str> = match &line.tag {
                // Go's parser lets every literal pass.
                Some((lit, span)) if lit.kind != LitKind::String => {
                    let message = format!(
                        "invalid syntax tree: incorrect tag syntax: {}",
                        super::consts::quote(lit.raw.as_str().as_bytes())
                    );
                    self.err(Code::InvalidType, *span, message);
                    "".into()
                }
                Some((lit, _)) => String::from_utf8_lossy(&string_value(lit.raw.as_str())).as_ref().into(),
                None => "".into(),
            };
            if line.names.is_empty() {
                let Some(name) = embedded_name(&line.ty) else {
                    let message = format!("invalid embedded field type {}", expr_string(&line.ty));
                    self.err(Code::InvalidType, line.ty.place(), message);
                    continue;
                };
                let at = line.ty.place();
                self.add_field(&mut fields, &mut spans, name.name, name.span, ty, true, tag);
                self.check_embedded(at, ty);
                continue;
            }
            for name in &line.names {
                self.add_field(&mut fields, &mut spans, name.name, name.span, ty, false, tag.clone());
            }
        }
        if let Some(def) = def
            && self.obj(def).decl.is_some()
        {
            for &(name, span) in &spans {
                self.field_spans.insert((def, name), span);
            }
        }
        self.tt.intern(Type::Struct(fields.into()))
    }

    #[allow(clippy::too_many_arguments, reason = "the parts of a field")]
    fn add_field(
        &mut self,
        fields: &mut Vec<Field>,
        spans: &mut Vec<(Symbol, Span)>,
        name: Symbol,
        span: Span,
        ty: TypeId,
        embedded: bool,
        tag: Rc<str>,
    ) {
        if !name.is_blank()
            && let Some(&(_, other)) = spans.iter().find(|(n, _)| *n == name)
        {
            let diag = Diagnostic::error(Code::Redeclared, span, format!("{name} redeclared"))
                .with_related(other, format!("other declaration of {name}"));
            self.report(diag);
            return;
        }
        spans.push((name, span));
        let pkg = if name.is_exported() { PkgId::UNIVERSE } else { self.env.pkg };
        fields.push(Field { name, pkg, ty, embedded, tag });
    }

    fn check_embedded(&mut self, at: Span, ty: TypeId) {
        self.later(move |c| {
            let (base, is_ptr) = c.tt.deref(ty);
            let message = match c.tt.under_shape(base) {
                Type::Basic(Basic::UnsafePointer) => "embedded field type cannot be unsafe.Pointer",
                Type::Pointer(_) => "embedded field type cannot be a pointer",
                Type::TypeParam(_) => "embedded field type cannot be a (pointer to a) type parameter",
                Type::Interface(_) if is_ptr => "embedded field type cannot be a pointer to an interface",
                _ => return,
            };
            c.err(Code::InvalidType, at, message);
        });
    }

    pub(super) fn interface_type(&mut self, node: &InterfaceType) -> TypeId {
        if node.elems.is_empty() {
            return TypeId::EMPTY_INTERFACE;
        }
        let mut methods: Vec<(IMethod, Span)> = Vec::new();
        let mut embeds: Vec<(TypeId, Span)> = Vec::new();
        for elem in &node.elems {
            match elem {
                InterfaceElem::Embed(e) => {
                    let ty = if is_union(e) { self.union_type(e) } else { self.single_term(e) };
                    // What is no type stays, so that nothing more is said of the interface.
                    embeds.push((ty, e.place()));
                }
                InterfaceElem::Method { name, ty } => {
                    if name.name.is_blank() {
                        self.err(
                            Code::InvalidInterface,
                            name.span,
                            "methods must have a unique non-blank name",
                        );
                        continue;
                    }
                    let sig = self.func_type_expr(ty);
                    if let Some((_, other)) = methods.iter().find(|(m, _)| m.name == name.name) {
                        let diag = Diagnostic::error(
                            Code::Redeclared,
                            name.span,
                            format!("duplicate method {}", name.name),
                        )
                        .with_related(*other, format!("other declaration of method {}", name.name));
                        self.report(diag);
                        continue;
                    }
                    let pkg = if name.name.is_exported() { PkgId::UNIVERSE } else { self.env.pkg };
                    methods.push((IMethod { name: name.name, pkg, sig }, name.span));
                }
            }
        }
        methods.sort_by(|(a, _), (b, _)| a.name.as_str().cmp(b.name.as_str()));
        let decl = IfaceDecl {
            methods: methods.iter().map(|(m, _)| m.clone()).collect(),
            embeds: embeds.iter().map(|&(t, _)| t).collect(),
            implicit: false,
        };
        let ty = self.tt.interface(decl.clone());
        if !embeds.is_empty() {
            self.later(move |c| {
                for &(embed, at) in &embeds {
                    c.check_embed_version(embed, at);
                }
                c.tt.complete(ty);
                let (_, conflicts) = c.tt.flatten(&decl);
                for conflict in conflicts {
                    let first = match conflict.first {
                        Some(i) => embeds[i].1,
                        None => methods
                            .iter()
                            .find(|(m, _)| m.name == conflict.name)
                            .map_or(Span::NONE, |&(_, span)| span),
                    };
                    let diag = Diagnostic::error(
                        Code::Redeclared,
                        embeds[conflict.embed].1,
                        format!("duplicate method {}", conflict.name),
                    )
                    .with_related(first, format!("other declaration of method {}", conflict.name));
                    c.report(diag);
                }
            });
        }
        ty
    }

    /// Before Go 1.18, interfaces embedded interfaces and nothing else.
    fn check_embed_version(&mut self, embed: TypeId, at: Span) {
        let what = match self.tt.under_shape(embed) {
            Type::Interface(_) | Type::Invalid => return,
            Type::Union(_) => "embedding interface element",
            _ => "embedding non-interface type",
        };
        self.since(18, at, |c| format!("{what} {}", c.ts(embed)));
    }

    /// An embedded element that is no union: an interface or any other type.
    fn single_term(&mut self, e: &Expr) -> TypeId {
        let ty = self.typ(e);
        if self.tt.is_tparam(ty) {
            self.err(Code::InvalidInterface, e.place(), "term cannot be a type parameter");
            return TypeId::INVALID;
        }
        ty
    }

    /// A union `A | ~B`, or one term with a tilde.
    pub(super) fn union_type(&mut self, e: &Expr) -> TypeId {
        let mut parts: Vec<&Expr> = Vec::new();
        let mut at = e;
        while let ExprKind::Binary(node) = &at.kind
            && node.op == BinaryOp::Or
        {
            parts.push(&node.y);
            at = &node.x;
        }
        parts.push(at);
        parts.reverse();
        let mut terms: Vec<(Term, Span)> = Vec::new();
        let mut ok = true;
        for part in &parts {
            let term = self.term(part);
            if terms.len() >= MAX_TERMS {
                let message =
                    format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
                self.err(Code::InvalidInterface, part.place(), message);
                ok = false;
                break;
            }
            terms.push((term, part.place()));
        }
        if !ok {
            return TypeId::INVALID;
        }
        let list = terms.iter().map(|&(t, _)| t).collect();
        let ty = self.tt.intern(Type::Union(list));
        self.record_type(e.id, ty);
        self.later(move |c| c.check_union(&terms));
        ty
    }

    fn term(&mut self, e: &Expr) -> Term {
        let (inner, tilde) = match &e.kind {
            ExprKind::Unary(node) if node.op == UnaryOp::Tilde => (&node.x, true),
            _ => (e, false),
        };
        let mut ty = self.typ(inner);
        if self.tt.is_tparam(ty) {
            let message = if tilde {
                format!("type in term {} cannot be a type parameter", expr_string(e))
            } else {
                "term cannot be a type parameter".to_string()
            };
            self.err(Code::InvalidInterface, inner.place(), message);
            ty = TypeId::INVALID;
        }
        Term { tilde, ty }
    }

    fn check_union(&mut self, terms: &[(Term, Span)]) {
        // Also with those of the interfaces among them.
        let mut all = 0;
        for &(term, at) in terms {
            all += match self.tt.iface(term.ty) {
                Some(set) => set.terms.as_ref().map_or(0, |terms| terms.len()),
                None => 1,
            };
            if all > MAX_TERMS {
                let message =
                    format!("cannot handle more than {MAX_TERMS} union terms (implementation limitation)");
                self.err(Code::InvalidInterface, terms.first().map_or(at, |first| first.1), message);
                return;
            }
        }
        for (i, &(term, at)) in terms.iter().enumerate() {
            if term.ty.is_invalid() {
                continue;
            }
            let under = self.tt.under(term.ty);
            let iface = self.tt.is_interface(term.ty);
            if term.tilde {
                if iface {
                    let message = format!("invalid use of ~ ({} is an interface)", self.ts(term.ty));
                    self.err(Code::InvalidInterface, at, message);
                    continue;
                }
                if !self.tt.identical(under, term.ty) {
                    let message = format!(
                        "invalid use of ~ (underlying type of {} is {})",
                        self.ts(term.ty),
                        self.ts(under)
                    );
                    self.err(Code::InvalidInterface, at, message);
                    continue;
                }
            }
            if iface {
                let Some(set) = self.tt.iface(term.ty) else { continue };
                let ts = self.term_str(term);
                if !set.methods.is_empty() {
                    let message = format!("cannot use {ts} in union ({ts} contains methods)");
                    self.err(Code::InvalidInterface, at, message);
                } else if term.ty == TypeId::COMPARABLE {
                    self.err(Code::InvalidInterface, at, "cannot use comparable in union");
                } else if set.comparable {
                    let message = format!("cannot use {ts} in union ({ts} embeds comparable)");
                    self.err(Code::InvalidInterface, at, message);
                }
                continue;
            }
            let earlier: Vec<Term> = terms[..i].iter().map(|&(t, _)| t).collect();
            for other in earlier {
                if other.ty.is_invalid() || self.tt.is_interface(other.ty) {
                    continue;
                }
                if self.tt.terms_overlap(other, term) {
                    let (a, b) = (self.term_str(term), self.term_str(other));
                    self.err(Code::InvalidInterface, at, format!("overlapping terms {a} and {b}"));
                    break;
                }
            }
        }
    }

    pub(super) fn term_str(&self, term: Term) -> String {
        format!("{}{}", if term.tilde { "~" } else { "" }, self.tt.type_string(term.ty, Qualifier::Path))
    }
}
