//! Declarations: the types of declared objects, resolved when they are first asked for.
//!
//! An object is *white* (no type, not in progress), *grey* (on the path of declarations in progress) or
//! *black* (its type is known). Coming back to a grey object is a cycle; `cycle.rs` says which are
//! allowed.

use super::Checker;
use super::checker::Env;
use super::object::*;
use super::operand::{OpMode, Operand};
use crate::ast::{Decl, Expr, Field, FuncDecl, Group, Ident, TypeSpec, ValueSpec, expr_string};
use crate::check::consts::ConstValue;
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Symbol, sym};
use crate::types::{IfaceDecl, Method, Type, TypeId, TypeParamId};
use std::rc::Rc;

impl Checker {
    /// Resolves the declaration of an object.
    pub(super) fn obj_decl(&mut self, id: ObjId) {
        if let Some(at) = self.obj_path.iter().position(|&o| o == id) {
            self.grey(id, at);
            return;
        }
        if self.obj(id).shown.is_some() {
            self.finish_type(id);
            return;
        }
        if self.obj(id).decl.is_none() {
            self.load_std_decl(id);
        }
        let Some(decl) = self.obj(id).decl else {
            self.set_obj_type(id, TypeId::INVALID);
            return;
        };
        let info = &self.decls[decl.0 as usize];
        let (pkg, scope, kind) = (info.pkg, info.file_scope, info.kind.clone());
        // A defined type that the right-hand side of an alias mentions only needs an identity now.
        if let (DeclKind::Type(spec), true) = (&kind, self.env.in_alias)
            && !spec.is_alias()
            && spec.type_params.is_empty()
        {
            self.enter_named(id, [].into());
            self.pending_types.push(id);
            return;
        }
        self.obj_path.push(id);
        let outer = std::mem::replace(
            &mut self.env,
            Env {
                pkg,
                scope,
                decl: None,
                iota: None,
                errpos: None,
                sig: None,
                tparams: [].into(),
                has_call_or_recv: false,
                in_tparams: false,
                in_alias: false,
                script_top: None,
            },
        );
        match kind {
            DeclKind::Const { values, index, iota, inherited } => {
                self.env.decl = Some(decl);
                let init = values.values.get(index);
                self.const_decl(id, values.ty.as_ref(), init, iota, inherited);
            }
            DeclKind::Var { spec, index, group } => {
                self.env.decl = Some(decl);
                let init = if group.is_empty() { spec.values.get(index) } else { spec.values.first() };
                self.var_decl(id, &group, spec.ty.as_ref(), init);
            }
            DeclKind::ScriptVar | DeclKind::Statements => self.set_obj_type(id, TypeId::INVALID),
            DeclKind::Type(spec) => self.type_decl(id, &spec),
            DeclKind::Func(func) => self.func_decl_of(id, decl, &func),
        }
        self.env = outer;
        self.obj_path.pop();
        if !self.env.in_alias {
            self.finish_types();
        }
    }

    /// An object that is in progress was reached again.
    fn grey(&mut self, id: ObjId, at: usize) {
        let valid = self.valid_cycle(id, at);
        match self.obj(id).kind {
            ObjectKind::Const(_) | ObjectKind::Var(_) => {
                if !valid || self.obj(id).shown.is_none() {
                    self.set_obj_type(id, TypeId::INVALID);
                }
            }
            ObjectKind::TypeName { .. } => {
                if !valid || self.obj(id).shown.is_none() {
                    self.set_obj_type(id, TypeId::INVALID);
                }
            }
            ObjectKind::Func(_) => {
                if self.obj(id).shown.is_none() {
                    let empty = self.tt.func([].into(), [].into(), false);
                    self.set_obj_type(id, empty);
                }
            }
            ObjectKind::PkgName { .. } | ObjectKind::Builtin(_) | ObjectKind::Nil => {}
        }
    }

    /// Resolves types that aliases mentioned before they were declared.
    fn finish_types(&mut self) {
        while let Some(id) = self.pending_types.pop() {
            self.finish_pending(id);
        }
    }

    /// Resolves one such type if `id` is one.
    pub(super) fn finish_type(&mut self, id: ObjId) {
        if self.env.in_alias {
            return;
        }
        if let Some(at) = self.pending_types.iter().position(|&p| p == id) {
            self.pending_types.remove(at);
            self.finish_pending(id);
        }
    }

    fn finish_pending(&mut self, id: ObjId) {
        let Some(decl) = self.obj(id).decl else { return };
        let info = &self.decls[decl.0 as usize];
        let (pkg, scope, DeclKind::Type(spec)) = (info.pkg, info.file_scope, info.kind.clone()) else {
            return;
        };
        self.obj_path.push(id);
        let outer = self.env.clone();
        self.env = Env {
            pkg,
            scope,
            decl: None,
            iota: None,
            errpos: None,
            sig: None,
            tparams: [].into(),
            has_call_or_recv: false,
            in_tparams: false,
            in_alias: false,
            script_top: None,
        };
        self.type_decl(id, &spec);
        self.env = outer;
        self.obj_path.pop();
    }

    fn const_decl(&mut self, id: ObjId, ty: Option<&Expr>, init: Option<&Expr>, iota: u32, inherited: bool) {
        let saved = (self.env.iota.take(), self.env.errpos.take());
        self.env.iota = Some(ConstValue::from(i64::from(iota)));
        self.const_decl_inner(id, ty, init, inherited);
        (self.env.iota, self.env.errpos) = saved;
    }

    fn const_decl_inner(&mut self, id: ObjId, ty: Option<&Expr>, init: Option<&Expr>, inherited: bool) {
        if let Some(e) = ty {
            let t = self.typ(e);
            if !self.is_const_type(t) {
                let under = self.tt.under(t);
                if !under.is_invalid() {
                    let message = format!("invalid constant type {}", self.ts(t));
                    self.err(Code::NotConstant, e.place(), message);
                }
                self.set_obj_type(id, TypeId::INVALID);
                return;
            }
            self.set_obj_type(id, t);
        }
        let mut x = Operand::invalid();
        if let Some(e) = init {
            if inherited {
                self.env.errpos = Some(self.obj(id).span);
            }
            self.expr(None, &mut x, e);
        }
        self.init_const(id, &mut x);
    }

    fn init_const(&mut self, id: ObjId, x: &mut Operand) {
        let declared = self.obj(id).shown;
        if !x.is_valid() || x.ty.is_invalid() || declared.is_some_and(TypeId::is_invalid) {
            if declared.is_none() {
                self.set_obj_type(id, TypeId::INVALID);
            }
            return;
        }
        if x.mode != OpMode::Const {
            let xs = self.os(x);
            self.err(Code::NotConstant, x.span(), format!("{xs} is not constant"));
            if declared.is_none() {
                self.set_obj_type(id, TypeId::INVALID);
            }
            return;
        }
        let ty = declared.unwrap_or(x.ty);
        self.set_obj_type(id, ty);
        self.assignment(x, Some(ty), "constant declaration");
        if x.is_valid() {
            self.objs[id.0 as usize].kind = ObjectKind::Const(x.val.clone());
        }
    }

    fn var_decl(&mut self, id: ObjId, group: &[ObjId], ty: Option<&Expr>, init: Option<&Expr>) {
        if let Some(e) = ty {
            let t = self.var_type(e);
            self.set_obj_type(id, t);
        }
        let Some(init) = init else {
            if ty.is_none() {
                self.set_obj_type(id, TypeId::INVALID);
            }
            return;
        };
        if group.len() <= 1 {
            let mut x = Operand::invalid();
            let target = match self.obj(id).shown {
                Some(t) => {
                    let name = self.obj(id).name;
                    self.target_of(t, || name.to_string())
                }
                None => None,
            };
            self.expr(target.as_ref(), &mut x, init);
            self.init_var(id, &mut x, "variable declaration");
            return;
        }
        if ty.is_some() {
            let t = self.shown(id);
            for &other in group {
                self.set_obj_type(other, t);
            }
        }
        self.init_vars(group, std::slice::from_ref(init), None);
    }

    /// Enters a defined type under its name, with the methods declared for it.
    fn enter_named(&mut self, id: ObjId, outer: Rc<[TypeParamId]>) -> TypeId {
        let (name, pkg) = (self.obj(id).name, self.obj(id).pkg);
        let local = self.obj(id).decl.is_none().then(|| self.obj(id).span.lo);
        let (named, ty) = self.tt.new_named(name, pkg, id, local, outer);
        self.set_obj_type(id, ty);
        self.note_task(pkg, name, named);
        self.collect_methods(id, named);
        ty
    }

    fn type_decl(&mut self, id: ObjId, spec: &TypeSpec) {
        self.later(move |c| {
            let t = c.shown(id);
            if let Some(named) = c.tt.as_named(t) {
                c.valid_type(named);
            }
        });
        if spec.is_alias() {
            let generic = spec.type_params.first().map(|first| first.span);
            if generic.is_none_or(|at| self.since(23, at, |_| "generic type alias".to_string())) {
                self.since(9, spec.name.span, |_| "type alias".to_string());
            }
            self.alias_decl(id, spec);
            return;
        }
        if let Some(first) = spec.type_params.first() {
            self.since(18, first.span, |_| "type parameter".to_string());
        }
        let ty = match self.obj(id).shown {
            Some(ty) => ty,
            None => {
                let outer = self.env.tparams.clone();
                self.enter_named(id, outer)
            }
        };
        let Some(named) = self.tt.as_named(ty) else { return };
        let scope = self.env.scope;
        if !spec.type_params.is_empty() {
            self.open_scope();
            let (list, bounds) = self.declare_tparams(&spec.type_params);
            self.tt.set_tparams(named, list.clone());
            self.resolve_bounds(&spec.type_params, &list, bounds);
        }
        let mut rhs = self.declared_type(&spec.ty, Some(id));
        self.env.scope = scope;
        if self.tt.is_tparam(rhs) {
            self.err(
                Code::InvalidType,
                spec.ty.place(),
                "cannot use a type parameter as RHS in type declaration",
            );
            rhs = TypeId::INVALID;
        }
        self.tt.set_rhs(named, rhs);
        if self.shown(id).is_invalid() {
            self.tt.set_rhs(named, TypeId::INVALID);
        }
    }

    fn alias_decl(&mut self, id: ObjId, spec: &TypeSpec) {
        let scope = self.env.scope;
        let mut tparams: Rc<[TypeParamId]> = [].into();
        if !spec.type_params.is_empty() {
            self.open_scope();
            let (list, bounds) = self.declare_tparams(&spec.type_params);
            self.resolve_bounds(&spec.type_params, &list, bounds);
            tparams = list;
        }
        let was = std::mem::replace(&mut self.env.in_alias, true);
        let mut rhs = self.declared_type(&spec.ty, Some(id));
        self.env.in_alias = was;
        self.env.scope = scope;
        if let Some(p) = self.tt.as_tparam(rhs)
            && tparams.contains(&p)
        {
            self.err(
                Code::InvalidType,
                spec.ty.place(),
                "cannot use type parameter declared in alias declaration as RHS",
            );
            rhs = TypeId::INVALID;
        }
        if self.obj(id).shown.is_some_and(TypeId::is_invalid) || rhs.is_invalid() {
            self.set_obj_type(id, TypeId::INVALID);
            return;
        }
        let (name, pkg) = (self.obj(id).name, self.obj(id).pkg);
        if name.as_str() == "unsafePointer" && self.package(pkg).std {
            // What package reflect cannot write.
            self.set_obj_type(id, TypeId::UNSAFE_POINTER);
            return;
        }
        let alias = self.tt.new_alias(name, pkg, id, [].into(), rhs);
        self.tt.set_alias_tparams(alias, tparams);
        self.set_obj_type(id, alias);
    }

    /// Declares type parameters in the current scope; their constraints follow by
    /// [`Checker::resolve_bounds`].
    pub(super) fn declare_tparams(&mut self, list: &[Field]) -> (Rc<[TypeParamId]>, Vec<TypeId>) {
        let mut params = Vec::new();
        for name in list.iter().flat_map(|f| &f.names) {
            let obj = self.new_obj(name.name, name.span, ObjectKind::TypeName { alias: false }, None);
            let (id, ty) = self.tt.new_tparam(name.name, obj, params.len() as u32);
            if let Some(place) = self.place_of_predeclared(name) {
                self.tt.set_tparam_place(id, place);
            }
            self.set_obj_type(obj, ty);
            self.declare(self.env.scope, Some(name.id), obj);
            params.push(id);
        }
        let types = params.iter().map(|&p| self.tt.tparam_type(p)).collect();
        (params.into(), types)
    }

    /// Resolves the constraints of type parameters that were declared.
    pub(super) fn resolve_bounds(&mut self, list: &[Field], params: &[TypeParamId], _types: Vec<TypeId>) {
        let was = std::mem::replace(&mut self.env.in_tparams, true);
        let mut next = 0;
        for field in list {
            let mut bound = self.bound(&field.ty);
            if self.tt.is_tparam(bound) {
                self.err(Code::InvalidType, field.ty.place(), "cannot use a type parameter as constraint");
                bound = TypeId::INVALID;
            }
            for _ in &field.names {
                if let Some(&p) = params.get(next) {
                    self.tt.set_bound(p, bound);
                }
                next += 1;
            }
        }
        self.env.in_tparams = was;
    }

    /// Checks a constraint. `~T` and `A | B` stand for an interface that embeds them.
    fn bound(&mut self, e: &Expr) -> TypeId {
        if !super::composite::is_union(e) {
            return self.typ(e);
        }
        let union = self.union_type(e);
        if union.is_invalid() {
            return union;
        }
        let ty = self.tt.interface(IfaceDecl { methods: [].into(), embeds: [union].into(), implicit: true });
        self.record_type(e.id, ty);
        ty
    }

    /// Attaches the methods that were collected for a type name.
    fn collect_methods(&mut self, id: ObjId, named: crate::types::NamedId) {
        let Some(methods) = self.methods.remove(&id) else { return };
        let mut seen: Vec<(Symbol, ObjId)> = Vec::new();
        for (method, ptr_recv) in methods {
            let (name, span) = (self.obj(method).name, self.obj(method).span);
            if let Some(&(_, other)) = seen.iter().find(|(n, _)| *n == name) {
                let at = self.place(self.obj(other).span.lo);
                let message = format!("method {}.{name} already declared at {at}", self.obj(id).name);
                self.err(Code::Redeclared, span, message);
                continue;
            }
            seen.push((name, method));
            let pkg = if name.is_exported() { PkgId::UNIVERSE } else { self.obj(method).pkg };
            self.tt.add_method(named, Method { name, pkg, obj: method, ptr_recv });
        }
        self.later(move |c| c.check_field_uniqueness(id, &seen));
    }

    pub(super) fn check_field_uniqueness(&mut self, id: ObjId, methods: &[(Symbol, ObjId)]) {
        let t = self.shown(id);
        let Type::Struct(fields) = self.tt.under_shape(t) else { return };
        for f in fields.iter() {
            if let Some(&(_, method)) = methods.iter().find(|(n, _)| *n == f.name) {
                let message = format!("field and method with the same name {}", f.name);
                let mut diag = Diagnostic::error(Code::Redeclared, self.obj(method).span, message);
                if let Some(&at) = self.field_spans.get(&(id, f.name)) {
                    diag = diag.with_related(at, format!("other declaration of {}", f.name));
                }
                self.report(diag);
            }
        }
    }

    fn func_decl_of(&mut self, id: ObjId, decl: DeclId, func: &Rc<FuncDecl>) {
        // What it is to whom its own signature mentions.
        if self.obj(id).shown.is_none() {
            let empty = self.tt.func([].into(), [].into(), false);
            self.set_obj_type(id, empty);
        }
        let sig = self.signature(Some(func), &func.type_params, &func.ty);
        self.set_obj_type(id, sig.ty);
        let sig = Rc::new(sig);
        self.func_sigs.insert(id, sig.clone());
        let package = self.package(self.env.pkg);
        let (std, natives) = (package.std, package.std || package.natives);
        if func.body.is_none() {
            if !func.type_params.is_empty() && !std {
                self.err(
                    Code::InvalidDeclaration,
                    func.name.span,
                    "generic function is missing function body",
                );
            } else if !natives && (func.name.name != sym::INIT || func.recv.is_some()) {
                let at = if func.recv.is_some() { func.recv_span } else { func.name.span };
                self.bodyless.push(at);
            }
            return;
        }
        if !std {
            self.queue_body(id, decl, sig, func.clone());
        }
    }

    fn queue_body(&mut self, id: ObjId, decl: DeclId, sig: Rc<FuncSig>, func: Rc<FuncDecl>) {
        if let ObjectKind::Func(info) = &mut self.objs[id.0 as usize].kind {
            if info.body_checked {
                return;
            }
            info.body_checked = true;
        }
        self.later(move |c| {
            if let Some(body) = &func.body {
                c.func_body(Some(decl), sig, body, None);
            }
        });
    }

    /// Checks the body of a function whose body is checked on demand (a function of a standard package),
    /// and whatever that needs. Does nothing for functions that were checked already.
    pub fn ensure_body(&mut self, id: ObjId) {
        self.resolve(id);
        let (Some(decl), Some(func), Some(sig)) =
            (self.obj(id).decl, self.func_decl(id), self.func_sigs.get(&id))
        else {
            return;
        };
        let sig = sig.clone();
        let here = std::mem::replace(&mut self.env.pkg, self.decls[decl.0 as usize].pkg);
        self.queue_body(id, decl, sig, func);
        self.process_delayed(0);
        self.env.pkg = here;
    }

    /// Checks the initialiser of a package variable, if that has not happened, and gives the
    /// specification that has it.
    pub fn var_init(&mut self, id: ObjId) -> Option<(Rc<ValueSpec>, usize, Rc<[ObjId]>)> {
        self.resolve(id);
        match &self.decl_of(id)?.kind {
            DeclKind::Var { spec, index, group } => Some((spec.clone(), *index, group.clone())),
            DeclKind::Const { .. }
            | DeclKind::ScriptVar
            | DeclKind::Statements
            | DeclKind::Type(_)
            | DeclKind::Func(_) => None,
        }
    }

    /// Checks declarations in a function.
    pub(super) fn decl_stmt(&mut self, decl: &Decl) {
        match decl {
            Decl::Bad(_) | Decl::Import(_) | Decl::Func(_) => {}
            Decl::Const(group) => {
                for spec in &group.specs {
                    self.local_consts(spec);
                }
            }
            Decl::Var(group) => self.local_vars(group),
            Decl::Type(group) => {
                for spec in &group.specs {
                    let kind = ObjectKind::TypeName { alias: spec.is_alias() };
                    let obj = self.new_obj(spec.name.name, spec.name.span, kind, None);
                    self.declare(self.env.scope, Some(spec.name.id), obj);
                    self.obj_path.push(obj);
                    self.type_decl(obj, spec);
                    self.obj_path.pop();
                    self.finish_types();
                }
            }
        }
    }

    fn local_consts(&mut self, spec: &Rc<ValueSpec>) {
        let top = self.delayed.len();
        let inherited = spec.inherit.is_some();
        let values = spec.inherit.as_ref().unwrap_or(spec).clone();
        let mut objs = Vec::with_capacity(spec.names.len());
        for (i, name) in spec.names.iter().enumerate() {
            let obj = self.new_obj(name.name, name.span, ObjectKind::Const(None), None);
            self.const_decl(obj, values.ty.as_ref(), values.values.get(i), spec.iota, inherited);
            objs.push(obj);
        }
        self.arity(spec, &spec.names, &values.values, true, inherited);
        self.process_delayed(top);
        for (name, &obj) in spec.names.iter().zip(&objs) {
            self.declare(self.env.scope, Some(name.id), obj);
        }
    }

    fn local_vars(&mut self, group: &Group<ValueSpec>) {
        for spec in &group.specs {
            let top = self.delayed.len();
            let kind = if self.at_script_top() { VarKind::Package } else { VarKind::Local };
            let objs: Rc<[ObjId]> =
                spec.names.iter().map(|n| self.new_var(kind, n.name, n.span, None)).collect();
            let single: Rc<[ObjId]> = [].into();
            for (i, &obj) in objs.iter().enumerate() {
                let (of, init) = match spec.values.len() {
                    n if n == objs.len() => (&single, spec.values.get(i)),
                    1 => (&objs, spec.values.first()),
                    _ => (&single, spec.values.get(i)),
                };
                self.var_decl(obj, of, spec.ty.as_ref(), init);
                if spec.values.len() == 1 {
                    break;
                }
            }
            if spec.ty.is_none() || !spec.values.is_empty() {
                self.arity(spec, &spec.names, &spec.values, false, false);
            }
            self.process_delayed(top);
            for (name, &obj) in spec.names.iter().zip(objs.iter()) {
                self.declare_local(Some(name.id), obj);
            }
        }
    }

    /// Whether declarations here belong to the package of a script.
    pub(super) fn at_script_top(&self) -> bool {
        self.env.script_top == Some(self.env.scope)
    }

    /// Enters a variable of a function, or at the top level of a script.
    pub(super) fn declare_local(&mut self, ident: Option<crate::ast::NodeId>, obj: ObjId) {
        if self.at_script_top() {
            let scope = self.package(self.env.pkg).scope;
            self.declare(scope, ident, obj);
            let pkg = self.env.pkg;
            self.packages[pkg.0 as usize].objects.push(obj);
            return;
        }
        if self.declare(self.env.scope, ident, obj) && !self.obj(obj).name.is_blank() {
            self.locals.push(obj);
        }
    }

    /// Compares the number of names with the number of values.
    pub(super) fn arity(
        &mut self,
        spec: &ValueSpec,
        names: &[Ident],
        values: &[Expr],
        is_const: bool,
        inherited: bool,
    ) {
        let (l, r) = (names.len(), values.len());
        if l < r {
            let extra = &values[l];
            if inherited {
                let message = format!("extra init expr at {}", self.place(extra.span.lo));
                self.err(Code::WrongCount, Span::at(spec.span.lo), message);
            } else {
                let message = format!("extra init expr {}", expr_string(extra));
                self.err(Code::WrongCount, extra.place(), message);
            }
        } else if l > r && (is_const || r != 1) {
            let message = format!("missing init expr for {}", names[r].name);
            self.err(Code::WrongCount, names[r].span, message);
        }
    }
}
