//! Selectors: qualified names, fields, methods, method values and expressions.

use super::Checker;
use super::info::{Mode, Selection, SelectionKind};
use super::object::*;
use super::operand::{OpMode, Operand, Src};
use crate::ast::expr_string;
use crate::ast::{Expr, ExprKind, Selector};
use crate::diag::Code;
use crate::source::{Span, Symbol, sym};
use crate::types::{Lookup, Member, MemberKind, Signature, Type, TypeId};
use std::rc::Rc;

impl Checker {
    /// The signature of a method, for its receiver's type arguments; or the type of a field.
    pub(super) fn member_type(&mut self, m: &Member) -> TypeId {
        match m.kind {
            MemberKind::Field | MemberKind::IfaceMethod(_) => m.ty,
            MemberKind::Method { obj, .. } => {
                if self.obj(obj).shown.is_none() {
                    self.obj_decl(obj);
                }
                let ty = self.shown(obj);
                match self.tt.as_named(m.recv) {
                    Some(id) => {
                        let subst = self.tt.instance_subst(id);
                        self.tt.subst(ty, &subst)
                    }
                    None => ty,
                }
            }
        }
    }

    /// The type of a method that has type parameters of its own: they are others for each instance of the receiver's type, since
    /// their constraints may mention its type arguments.
    fn with_bounds_of_receiver(&mut self, ty: TypeId, recv: TypeId) -> TypeId {
        let Type::Func(sig) = self.tt.get(ty) else { return ty };
        if sig.tparams.is_empty() {
            return ty;
        }
        let sig = sig.clone();
        let Some(named) = self.tt.as_named(recv) else { return ty };
        let of_receiver = self.tt.instance_subst(named);
        if of_receiver.is_empty() {
            return ty;
        }
        let (own, renaming) = self.rename_tparams(&sig.tparams);
        for &p in &own {
            let bound = self.tt.tparam(p).bound;
            let bound = self.tt.subst(bound, &of_receiver);
            self.tt.set_bound(p, bound);
        }
        let plain = self.without_tparams(&sig);
        let renamed = self.tt.subst(plain, &renaming);
        match self.tt.get(renamed).clone() {
            Type::Func(sig) => {
                self.tt.intern(Type::Func(Rc::new(Signature { tparams: own.into(), ..(*sig).clone() })))
            }
            _ => ty,
        }
    }

    /// Checks a selector.
    pub(super) fn selector<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        node: &'a Selector,
        want_type: bool,
    ) {
        *x = Operand::of(e);
        if self.qualified(x, e, node, want_type) {
            return;
        }
        self.selected(x, e, node, want_type);
        x.src = Src::Expr(e);
        if !x.is_valid() {
            x.ty = TypeId::INVALID;
        }
    }

    fn not_exported(&mut self, imported: PkgId, name: Symbol, at: Span) {
        let message = format!("name {name} not exported by package {}", self.package(imported).name);
        self.err(Code::NotExported, at, message);
    }

    /// Checks `pkg.name`; false if the left side is no package.
    fn qualified<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        node: &'a Selector,
        want_type: bool,
    ) -> bool {
        let ExprKind::Ident(ident) = &node.x.kind else { return false };
        let found = match self.lookup(ident.name) {
            Some(obj) => Some(obj),
            None => self.implicit_import(ident),
        };
        let Some(obj) = found else { return false };
        let ObjectKind::PkgName { imported, fake } = self.obj(obj).kind else { return false };
        self.objs[obj.0 as usize].used = true;
        self.info.set_use(ident.id, obj);
        self.info.set_mode(node.x.id, Mode::PkgName);
        self.info.set_package(ident.id, imported);
        if fake {
            return true;
        }
        let sel = node.sel.name;
        let Some(exp) = self.package_member(imported, sel) else {
            if self.is_unexported_in_go(imported, sel) {
                self.not_exported(imported, sel, node.sel.span);
                return true;
            }
            let text = expr_string(e);
            let like = self.member_like(imported, sel);
            let message = match like {
                Some(name) => format!("undefined: {text} (but have {name})"),
                None => format!("undefined: {text}"),
            };
            self.err(Code::Undefined, node.sel.span, message);
            return true;
        };
        if !sel.is_exported() {
            self.not_exported(imported, sel, node.sel.span);
        }
        if self.obj(exp).shown.is_none() {
            self.obj_decl(exp);
        } else {
            self.finish_type(exp);
        }
        self.info.set_use(node.sel.id, exp);
        self.add_dep(exp);
        let ty = self.shown(exp);
        match &self.obj(exp).kind {
            ObjectKind::Const(value) => {
                if ty.is_invalid() {
                    return true;
                }
                x.val = value.clone();
                x.mode = OpMode::Const;
            }
            ObjectKind::TypeName { .. } => x.mode = OpMode::TypeExpr,
            ObjectKind::Var(_) => {
                if ty.is_invalid() {
                    return true;
                }
                x.mode = OpMode::Variable;
            }
            ObjectKind::Func(_) => x.become_value(),
            ObjectKind::PkgName { .. } | ObjectKind::Builtin(_) | ObjectKind::Nil => return true,
        }
        if want_type && x.mode != OpMode::TypeExpr {
            // The caller says that it is no type.
        }
        x.ty = ty;
        let canon = self.tt.canon(ty);
        self.info.set_selection(
            e.id,
            Selection {
                kind: SelectionKind::Qualified(exp),
                recv: TypeId::INVALID,
                path: [].into(),
                indirect: false,
                owner: TypeId::INVALID,
                ty: canon,
            },
        );
        true
    }

    fn selected<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, node: &'a Selector, want_type: bool) {
        self.expr_or_type(x, &node.x, false);
        match x.mode {
            OpMode::Invalid => return,
            OpMode::Builtin(_) => {
                let message = format!("invalid use of {} in selector expression", self.os(x));
                self.err(Code::InvalidOperation, Span::at(node.dot), message);
                x.invalidate();
                return;
            }
            _ => {}
        }
        if !self.is_complete(x.ty) {
            x.invalidate();
            return;
        }
        let sel = node.sel.name;
        if want_type {
            self.err(Code::NotAType, node.sel.span, format!("{} is not a type", expr_string(e)));
            x.invalidate();
            return;
        }
        let under = self.tt.under(x.ty);
        if let Type::Pointer(base) = *self.tt.get(under)
            && !self.is_complete(base)
        {
            x.invalidate();
            return;
        }
        let found = self.tt.lookup(x.ty, x.mode == OpMode::Variable, self.env.pkg, sel);
        let member = match found {
            Lookup::Found(m) => m,
            Lookup::Ambiguous => {
                let message = format!("ambiguous selector {}.{sel}", expr_string(&node.x));
                self.err(Code::AmbiguousMember, node.sel.span, message);
                x.invalidate();
                return;
            }
            Lookup::NeedsPointer => {
                let ts = self.ts(x.ty);
                let message = if x.mode == OpMode::TypeExpr {
                    format!("invalid method expression {ts}.{sel} (needs pointer receiver (*{ts}).{sel})")
                } else {
                    format!("cannot call pointer method {sel} on {ts}")
                };
                self.err(Code::NotAddressable, node.sel.span, message);
                x.invalidate();
                return;
            }
            Lookup::NotFound => {
                if !under.is_invalid() {
                    let why = self.missing_member(x, sel);
                    let message = format!("{}.{sel} undefined ({why})", expr_string(&node.x));
                    self.err(Code::MissingMember, node.sel.span, message);
                }
                x.invalidate();
                return;
            }
        };
        let is_type = x.mode == OpMode::TypeExpr;
        let recv = x.ty;
        let ty = self.member_type(&member);
        let ty = self.with_bounds_of_receiver(ty, member.recv);
        match member.kind {
            MemberKind::Field => {
                if is_type {
                    let message =
                        format!("operand for field selector {sel} must be value of type {}", self.ts(x.ty));
                    self.err(Code::MissingMember, node.x.place(), message);
                    x.invalidate();
                    return;
                }
                x.mode = if x.mode == OpMode::Variable || member.indirect {
                    OpMode::Variable
                } else {
                    OpMode::Value
                };
                x.ty = ty;
            }
            MemberKind::Method { .. } | MemberKind::IfaceMethod(_) => {
                if let MemberKind::Method { obj, .. } = member.kind {
                    self.info.set_use(node.sel.id, obj);
                    self.add_dep(obj);
                }
                x.become_value();
                if is_type {
                    let name = match member.kind {
                        MemberKind::Method { obj, .. } => self.func_sigs.get(&obj).and_then(|sig| sig.recv),
                        MemberKind::Field | MemberKind::IfaceMethod(_) => None,
                    };
                    let name = name.map_or(sym::EMPTY, |recv| self.obj(recv).name);
                    x.ty = self.method_expr_type((recv, name), ty);
                } else {
                    x.ty = ty;
                }
            }
        }
        let (recv, owner, canon) = (self.tt.canon(recv), self.tt.canon(member.recv), self.tt.canon(x.ty));
        self.info.set_selection(
            e.id,
            Selection {
                kind: SelectionKind::of(&member, is_type),
                recv,
                path: member.path.into(),
                indirect: member.indirect,
                owner,
                ty: canon,
            },
        );
    }

    /// The type of a method expression: the receiver becomes the first parameter.
    fn method_expr_type(&mut self, (recv, recv_name): (TypeId, Symbol), method: TypeId) -> TypeId {
        let Type::Func(sig) = self.tt.get(method).clone() else { return method };
        let params: Vec<TypeId> = std::iter::once(recv).chain(sig.params.iter().copied()).collect();
        let names = sig.names.as_ref().map(|names| {
            let first = match names[0] {
                _ if sig.params.is_empty() => sym::EMPTY,
                name if name.as_str().is_empty() => name,
                _ if recv_name.as_str().is_empty() => sym::BLANK,
                _ => recv_name,
            };
            std::iter::once(first).chain(names.iter().copied()).collect::<Rc<[Symbol]>>()
        });
        self.tt.intern(Type::Func(Rc::new(Signature {
            params: params.into(),
            results: sig.results.clone(),
            variadic: sig.variadic,
            tparams: sig.tparams.clone(),
            names,
        })))
    }

    fn missing_member(&mut self, x: &Operand, sel: Symbol) -> String {
        if self.tt.is_interface_ptr(x.ty) {
            return self.interface_ptr_error(x.ty);
        }
        let alt = self.tt.lookup_fold(x.ty, x.mode == OpMode::Variable, self.env.pkg, sel).found();
        self.lookup_error(x.ty, sel, alt.as_ref(), false)
    }

    /// Says that a pointer to an interface is not an interface.
    pub(super) fn interface_ptr_error(&mut self, t: TypeId) -> String {
        let under = self.tt.under(t);
        let of_param = matches!(*self.tt.get(under), Type::Pointer(base) if self.tt.is_tparam(base));
        let ts = self.ts(t);
        if of_param {
            format!("type {ts} is pointer to type parameter, not type parameter")
        } else {
            format!("type {ts} is pointer to interface, not interface")
        }
    }

    /// Explains why a field or method was not found; `alt` is one whose name differs in case or that
    /// belongs to another package.
    pub(super) fn lookup_error(
        &mut self,
        t: TypeId,
        sel: Symbol,
        alt: Option<&Member>,
        literal: bool,
    ) -> String {
        #[derive(PartialEq)]
        enum Problem {
            Missing,
            Misspelled,
            Unexported,
            Inaccessible,
        }
        // As in Go, a single letter has no first character to leave out.
        let tail = |s: &str| -> String { s.chars().skip(usize::from(s.chars().count() > 1)).collect() };
        let mut problem = Problem::Missing;
        let mut name = sym::EMPTY;
        let mut what = "field";
        if let Some(alt) = alt {
            let (n, pkg) = self.declared_name(alt);
            name = n;
            what = if alt.kind == MemberKind::Field { "field" } else { "method" };
            let same_tail = tail(sel.as_str()) == tail(name.as_str());
            problem = if pkg == self.env.pkg {
                Problem::Misspelled
            } else if sel.is_exported() {
                if name.is_exported() {
                    Problem::Misspelled
                } else if same_tail {
                    Problem::Unexported
                } else {
                    Problem::Missing
                }
            } else if name.is_exported() {
                if same_tail { Problem::Misspelled } else { Problem::Missing }
            } else if sel == name {
                Problem::Inaccessible
            } else {
                Problem::Missing
            };
        }
        let ts = self.ts(t);
        if literal {
            return match problem {
                Problem::Missing => format!("unknown field {sel} in struct literal of type {ts}"),
                Problem::Misspelled => {
                    format!("unknown field {sel} in struct literal of type {ts}, but does have {name}")
                }
                Problem::Unexported => {
                    format!(
                        "unknown field {sel} in struct literal of type {ts}, but does have unexported {name}"
                    )
                }
                Problem::Inaccessible => {
                    format!("cannot refer to unexported field {name} in struct literal of type {ts}")
                }
            };
        }
        match problem {
            Problem::Missing => format!("type {ts} has no field or method {sel}"),
            Problem::Misspelled => {
                format!("type {ts} has no field or method {sel}, but does have {what} {name}")
            }
            Problem::Unexported => {
                format!("type {ts} has no field or method {sel}, but does have unexported {what} {name}")
            }
            Problem::Inaccessible => format!("cannot refer to unexported {what} {name}"),
        }
    }

    /// The name of a found member, and the package that declares it.
    fn declared_name(&mut self, m: &Member) -> (Symbol, PkgId) {
        let of_type = self.tt.as_named(m.recv).map(|id| self.tt.named(id).pkg);
        match m.kind {
            MemberKind::Method { obj, .. } => (self.obj(obj).name, self.obj(obj).pkg),
            MemberKind::Field => match (self.tt.under_shape(m.recv), m.path.last()) {
                (Type::Struct(fields), Some(&i)) => {
                    let f = &fields[i as usize];
                    let pkg = if f.pkg == PkgId::UNIVERSE { of_type.unwrap_or(self.env.pkg) } else { f.pkg };
                    (f.name, pkg)
                }
                _ => (sym::EMPTY, PkgId::UNIVERSE),
            },
            MemberKind::IfaceMethod(i) => match self.tt.iface(m.recv) {
                Some(iface) => {
                    let method = &iface.methods[i as usize];
                    let pkg = if method.pkg == PkgId::UNIVERSE {
                        of_type.unwrap_or(self.env.pkg)
                    } else {
                        method.pkg
                    };
                    (method.name, pkg)
                }
                None => (sym::EMPTY, PkgId::UNIVERSE),
            },
        }
    }
}
