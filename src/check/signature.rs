//! Function types and the parameters that they declare.

use super::Checker;
use super::object::*;
use crate::ast::{Expr, ExprKind, Field, FuncDecl, FuncType, Ident, expr_string};
use crate::diag::Code;
use crate::source::{Span, Symbol, sym};
use crate::types::{Basic, Signature, Type, TypeId, TypeParamId, TypeParamName};
use std::rc::Rc;

/// A receiver's type as written: `*Base[P, Q]`.
pub(super) struct RecvParts<'a> {
    /// Whether it is a pointer.
    pub ptr: bool,
    /// The base type.
    pub base: &'a Expr,
    /// Its type parameters.
    pub args: Option<&'a [Expr]>,
}

/// Takes a receiver's type apart.
pub(super) fn unpack_recv(e: &Expr) -> RecvParts<'_> {
    let mut base = e.unparen();
    let mut ptr = false;
    if let ExprKind::Star(inner) = &base.kind {
        ptr = true;
        base = inner.unparen();
    }
    match &base.kind {
        ExprKind::Index(node) => RecvParts { ptr, base: &node.x, args: Some(&node.indices) },
        _ => RecvParts { ptr, base, args: None },
    }
}

struct Params {
    objs: Vec<ObjId>,
    idents: Vec<Option<Ident>>,
    types: Vec<TypeId>,
    named: bool,
    variadic: bool,
}

impl Checker {
    /// Checks a function type that stands alone: a type, or a method of an interface.
    pub(super) fn func_type_expr(&mut self, ty: &FuncType) -> TypeId {
        self.signature(None, &[], ty).ty
    }

    /// Checks a signature and declares its parameters in a new scope, which the result names.
    pub(super) fn signature(&mut self, func: Option<&FuncDecl>, tparams: &[Field], ty: &FuncType) -> FuncSig {
        let outer = self.open_scope();
        let mut scope_tparams: Vec<TypeParamId> = self.env.tparams.to_vec();
        let mut recv = None;
        if let Some(fields) = func.and_then(|f| f.recv.as_deref()) {
            recv = self.receiver(fields, &mut scope_tparams);
        }
        let mut own: Rc<[TypeParamId]> = [].into();
        if !tparams.is_empty() {
            let (list, types) = self.declare_tparams(tparams);
            self.resolve_bounds(tparams, &list, types);
            scope_tparams.extend_from_slice(&list);
            own = list;
        }
        let params = self.params(VarKind::Param, &ty.params);
        let results = self.params(VarKind::Result, &ty.results);
        if let Some((ident, obj)) = recv
            && let Some(ident) = ident
        {
            self.declare(self.env.scope, Some(ident.id), obj);
        }
        for p in [&params, &results] {
            for (ident, &obj) in p.idents.iter().zip(&p.objs) {
                if let Some(ident) = ident {
                    self.declare(self.env.scope, Some(ident.id), obj);
                    if ident.name.is_blank() {
                        self.info.set_def(ident.id, obj);
                    }
                }
            }
        }
        let names = (params.named || results.named).then(|| {
            params.objs.iter().chain(&results.objs).map(|&o| self.obj(o).name).collect::<Rc<[Symbol]>>()
        });
        let sig = Signature {
            params: params.types.into(),
            results: results.types.into(),
            variadic: params.variadic,
            tparams: own,
            names,
        };
        let ty = self.tt.intern(Type::Func(Rc::new(sig)));
        let scope = self.env.scope;
        self.env.scope = outer;
        FuncSig {
            ty,
            scope,
            recv: recv.map(|(_, obj)| obj),
            params: params.objs.into(),
            results: results.objs.into(),
            named_results: results.named,
            tparams: scope_tparams.into(),
        }
    }

    fn params(&mut self, kind: VarKind, list: &[Field]) -> Params {
        let count = list.iter().map(|field| field.names.len().max(1)).sum();
        let mut out = Params {
            objs: Vec::with_capacity(count),
            idents: Vec::with_capacity(count),
            types: Vec::with_capacity(count),
            named: false,
            variadic: false,
        };
        for field in list {
            let elem = self.var_type(&field.ty);
            let last = field.names.len().saturating_sub(1);
            for i in 0..=last {
                // Of `a, b ...T`, which the parser has refused, only `b` is variadic.
                let variadic = field.ellipsis.is_some() && i == last;
                let ty = if variadic { self.tt.slice(elem) } else { elem };
                let ident = field.names.get(i).copied();
                let (name, span) = ident.map_or((sym::EMPTY, field.span), |ident| (ident.name, ident.span));
                out.objs.push(self.new_var(kind, name, span, Some(ty)));
                out.idents.push(ident);
                out.types.push(ty);
                out.named |= ident.is_some();
                out.variadic |= variadic;
            }
        }
        out
    }

    fn receiver(
        &mut self,
        fields: &[Field],
        tparams: &mut Vec<TypeParamId>,
    ) -> Option<(Option<Ident>, ObjId)> {
        // That there is exactly one is the parser's to say.
        let field = fields.first()?;
        let parts = unpack_recv(&field.ty);
        let ty = match parts.args {
            None => {
                let ty = self.var_type(&field.ty);
                self.of_alias_of_instance(parts.base.place(), ty)
            }
            Some(args) => self.generic_receiver(field, &parts, args, tparams),
        };
        let (name, span) = field.names.first().map_or((sym::EMPTY, field.span), |n| (n.name, n.span));
        let obj = self.new_var(VarKind::Recv, name, span, Some(ty));
        let base_span = Span::new(parts.base.start_pos(), parts.base.span.hi);
        self.later(move |c| c.valid_recv(base_span, ty));
        Some((field.names.first().copied(), obj))
    }

    /// Refuses a receiver that is an alias of an instance, or of a pointer to one.
    fn of_alias_of_instance(&mut self, at: Span, ty: TypeId) -> TypeId {
        let unpointed = |c: &Checker, t: TypeId| match *c.tt.get(t) {
            Type::Pointer(base) if c.tt.as_alias(t).is_none() => base,
            _ => t,
        };
        let mut t = unpointed(self, ty);
        while let Some((_, target)) = self.tt.as_alias(t) {
            t = unpointed(self, target);
            let instance = match self.tt.as_alias(t) {
                Some(_) => self.tt.is_alias_of_generic(t),
                None => self.tt.as_named(t).is_some_and(|id| !self.tt.named(id).tparams.is_empty()),
            };
            if instance {
                let message = format!("cannot define new methods on instantiated type {}", self.ts(t));
                self.err(Code::InvalidReceiver, at, message);
                return TypeId::INVALID;
            }
        }
        ty
    }

    /// A receiver of a generic type. Its type parameters are other names for those of the type.
    fn generic_receiver(
        &mut self,
        field: &Field,
        parts: &RecvParts,
        args: &[Expr],
        tparams: &mut Vec<TypeParamId>,
    ) -> TypeId {
        let base = match self.generic_type(parts.base) {
            Ok(t) => match self.tt.as_named(t) {
                Some(id) if self.tt.alias_generic(t).is_none() => Some(id),
                _ => {
                    let message = format!("cannot define new methods on generic alias type {}", self.ts(t));
                    self.err(Code::InvalidReceiver, parts.base.place(), message);
                    None
                }
            },
            Err(cause) => {
                if let Some(cause) = cause {
                    self.err(Code::InvalidReceiver, parts.base.place(), cause);
                }
                None
            }
        };
        let declared: Rc<[TypeParamId]> =
            base.map_or_else(|| [].into(), |id| self.tt.named(id).tparams.clone());
        if base.is_some() && declared.len() != args.len() {
            let s = if args.len() == 1 { "" } else { "s" };
            let message = format!(
                "receiver declares {} type parameter{s}, but receiver base type declares {}",
                args.len(),
                declared.len()
            );
            self.err(Code::InvalidReceiver, parts.base.place(), message);
        }
        let mut names = Vec::new();
        for (i, arg) in args.iter().enumerate() {
            let ExprKind::Ident(ident) = &arg.kind else {
                if !arg.is_bad() {
                    let message =
                        format!("receiver type parameter {} must be an identifier", expr_string(arg));
                    self.err(Code::InvalidReceiver, arg.place(), message);
                }
                continue;
            };
            let known = declared.get(i).filter(|_| declared.len() == args.len());
            let ty = known.map(|&p| self.tt.tparam_type(p));
            let obj = self.new_obj(ident.name, ident.span, ObjectKind::TypeName { alias: false }, ty);
            let ty = match ty {
                Some(ty) => ty,
                // A parameter all the same, of whose constraint nothing is known.
                None => {
                    let (_, ty) = self.tt.new_tparam(ident.name, obj, i as u32);
                    self.set_obj_type(obj, ty);
                    ty
                }
            };
            if let Some(param) = self.tt.as_tparam(ty) {
                let place = self.place_of_predeclared(ident);
                if place.is_some() || self.tt.tparam(param).name != ident.name {
                    names.push(TypeParamName { param, name: ident.name, place });
                }
            }
            self.declare(self.env.scope, Some(ident.id), obj);
            self.info.set_use(ident.id, obj);
            self.record_type(arg.id, ty);
        }
        if !names.is_empty() {
            self.renamed.insert(self.env.scope, names);
        }
        let (Some(id), true) = (base, declared.len() == args.len()) else { return TypeId::INVALID };
        tparams.extend_from_slice(&declared);
        self.since(18, parts.base.place(), |_| "type instantiation".to_string());
        let own: Vec<TypeId> = declared.iter().map(|&p| self.tt.tparam_type(p)).collect();
        let mut ty = self.tt.instance(id, &own);
        if parts.ptr {
            ty = self.tt.pointer(ty);
        }
        self.record_type(field.ty.id, ty);
        ty
    }

    /// What the receiver of the method around calls the parameters of its type, where that is something else.
    pub(super) fn receiver_names(&self) -> &[TypeParamName] {
        let mut scope = Some(self.env.scope).filter(|_| !self.renamed.is_empty());
        while let Some(at) = scope {
            if let Some(names) = self.renamed.get(&at) {
                return names;
            }
            scope = self.scopes.get(at).parent;
        }
        &[]
    }

    /// Where a type parameter is declared, if its name is that of something predeclared.
    pub(super) fn place_of_predeclared(&self, ident: &Ident) -> Option<Rc<str>> {
        let universe = self.package(PkgId::UNIVERSE).scope;
        self.scopes.get(universe).get(ident.name).map(|_| self.place(ident.span.lo).into())
    }

    fn valid_recv(&mut self, at: Span, recv: TypeId) {
        let (base, _) = self.tt.deref(recv);
        if base.is_invalid() {
            return;
        }
        let ts = self.ts(base);
        match self.tt.get(base).clone() {
            Type::Named(id) => {
                if self.tt.named(id).pkg != self.env.pkg {
                    self.err(
                        Code::InvalidReceiver,
                        at,
                        format!("cannot define new methods on non-local type {ts}"),
                    );
                    return;
                }
                let cause = match self.tt.under_shape(base) {
                    Type::Basic(Basic::UnsafePointer) => "unsafe.Pointer",
                    Type::Pointer(_) if self.tt.is_task(id) => return,
                    Type::Pointer(_) | Type::Interface(_) => "pointer or interface type",
                    _ => return,
                };
                self.err(Code::InvalidReceiver, at, format!("invalid receiver type {ts} ({cause})"));
            }
            Type::Basic(_) => {
                self.err(
                    Code::InvalidReceiver,
                    at,
                    format!("cannot define new methods on non-local type {ts}"),
                );
            }
            Type::Invalid => {}
            _ => {
                let ts = self.ts(recv);
                self.err(Code::InvalidReceiver, at, format!("invalid receiver type {ts}"));
            }
        }
    }
}
