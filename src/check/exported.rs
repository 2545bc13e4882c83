//! What of a package its importers know: the names that it exports, and what these lead to.
//!
//! Go's compiler reads no sources of imported packages but what the compiler wrote of them: exported declarations, the types
//! that these mention, and the bodies of functions that may be inlined. An unexported name that is not among this is not
//! there at all for an importer, and Go says so. Which functions may be inlined is Go's cost model, roughly.

use super::Checker;
use super::object::*;
use crate::ast::*;
use crate::check::CallKind;
use crate::types::{ObjId, PkgId};
use hashbrown::HashSet;
use std::rc::Rc;

/// What a body may cost that is inlined, and what a call in it costs that is not.
const BUDGET: u32 = 80;
const CALL: u32 = 57;

impl Checker {
    /// The unexported objects of a package, already checked, that an importer knows of.
    pub(super) fn shown_to_importers(&mut self, pkg: PkgId) -> Rc<HashSet<ObjId>> {
        if let Some(known) = self.shown_objects.get(&pkg) {
            return known.clone();
        }
        let objects = self.package(pkg).objects.clone();
        let mut todo: Vec<ObjId> = Vec::new();
        let mut methods: Vec<(ObjId, ObjId)> = Vec::new();
        for &obj in &objects {
            match self.receiver_base(obj) {
                Some(base) => methods.push((base, obj)),
                None if self.obj(obj).name.is_exported() => todo.push(obj),
                None => {}
            }
        }
        let mut seen: HashSet<ObjId> = HashSet::new();
        while let Some(obj) = todo.pop() {
            if self.obj(obj).pkg != pkg || !seen.insert(obj) {
                continue;
            }
            let Some(decl) = self.obj(obj).decl else { continue };
            let mut found = Mentions { chk: &*self, objects: Vec::new(), cost: 0 };
            match &self.decls[decl.0 as usize].kind {
                DeclKind::Func(func) => {
                    found.signature(func);
                    found.inlined(func);
                }
                DeclKind::Type(spec) => {
                    spec.type_params.iter().for_each(|field| found.visit_expr(&field.ty));
                    found.visit_expr(&spec.ty);
                }
                DeclKind::Var { spec: values, .. } | DeclKind::Const { values, .. } => {
                    values.ty.iter().for_each(|ty| found.visit_expr(ty));
                }
                DeclKind::ScriptVar | DeclKind::Statements => {}
            }
            let mentioned = found.objects;
            todo.extend(mentioned);
            // The type of a variable need not be written.
            let ty = self.obj_type(obj);
            if let Some(named) = self.tt.as_named(ty) {
                todo.push(self.tt.named(named).obj);
            }
            todo.extend(methods.iter().filter(|(base, _)| *base == obj).map(|&(_, method)| method));
        }
        let shown = Rc::new(seen);
        self.shown_objects.insert(pkg, shown.clone());
        shown
    }

    /// The type that an object is a method of.
    fn receiver_base(&mut self, obj: ObjId) -> Option<ObjId> {
        let ObjectKind::Func(info) = self.obj(obj).kind else { return None };
        if !info.is_method {
            return None;
        }
        let recv = self.func_sig(obj)?.recv?;
        let ty = self.obj_type(recv);
        let base = match self.tt.get(ty) {
            crate::types::Type::Pointer(elem) => *elem,
            _ => ty,
        };
        self.tt.as_named(base).map(|named| self.tt.named(named).obj)
    }
}

/// Collects the objects that a part of a declaration mentions, and what it would cost to inline it.
struct Mentions<'a> {
    chk: &'a Checker,
    objects: Vec<ObjId>,
    cost: u32,
}

impl Mentions<'_> {
    fn signature(&mut self, func: &FuncDecl) {
        let fields = func.ty.params.iter().chain(&func.ty.results).chain(&func.type_params);
        fields.for_each(|field| self.visit_expr(&field.ty));
    }

    /// What the body mentions, if it may be inlined.
    fn inlined(&mut self, func: &FuncDecl) {
        let Some(body) = &func.body else { return };
        let mut inside = Mentions { chk: self.chk, objects: Vec::new(), cost: 0 };
        inside.visit_block(body);
        if inside.cost <= BUDGET {
            self.objects.append(&mut inside.objects);
        }
    }

    /// What a call costs: less if what it calls may be inlined itself.
    fn call(&self, c: &Call) -> u32 {
        let callee = c.fun.unparen().as_ident().and_then(|id| self.chk.info.use_of(id.id));
        let decl = callee.and_then(|obj| self.chk.func_decl(obj));
        let Some(body) = decl.as_ref().and_then(|decl| decl.body.as_ref()) else { return CALL };
        // Only what is seen at once: a function that calls others is not followed.
        let mut inside = Mentions { chk: self.chk, objects: Vec::new(), cost: CALL };
        if body.stmts.len() <= 4 {
            inside.cost = 0;
            let mut plain = Plain(true);
            plain.visit_block(body);
            if plain.0 {
                inside.visit_block(body);
            } else {
                inside.cost = CALL;
            }
        }
        inside.cost.min(CALL)
    }
}

/// Whether nothing is called.
struct Plain(bool);

impl Visitor for Plain {
    fn visit_expr(&mut self, e: &Expr) {
        self.0 &= !matches!(e.kind, ExprKind::Call(_) | ExprKind::FuncLit(_));
        walk_expr(self, e);
    }
}

impl Visitor for Mentions<'_> {
    fn visit_expr(&mut self, e: &Expr) {
        self.cost += 1;
        match &e.kind {
            ExprKind::Ident(id) => self.objects.extend(self.chk.info.use_of(id.id)),
            ExprKind::Call(c) if self.chk.info.call_kind(c.fun.id) == CallKind::Call => {
                self.cost += self.call(c);
            }
            ExprKind::FuncLit(_) => self.cost += 15,
            _ => {}
        }
        walk_expr(self, e);
    }

    fn visit_stmt(&mut self, s: &Stmt) {
        self.cost += match &s.kind {
            StmtKind::Go(_) | StmtKind::Defer(_) | StmtKind::Select(_) => BUDGET + 1,
            _ => 1,
        };
        walk_stmt(self, s);
    }
}
