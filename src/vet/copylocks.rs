//! `copylocks`: values that hold a lock and are copied, so that there are two locks where one was meant.

use std::collections::HashSet;

use super::pass::Pass;
use crate::ast::*;
use crate::check::Mode;
use crate::diag::Code;
use crate::source::Span;
use crate::types::universe::Builtin;
use crate::types::{Type, TypeId};

/// What holds a lock of the library's types that programs can name: the chain of types down to it, as their
/// declarations in Go have it. A type without further links is a lock itself.
const LOCKS: [(&str, &[&str], &[&str]); 5] = [
    ("sync", &["Mutex", "RWMutex"], &[]),
    ("sync", &["WaitGroup", "Once", "Cond", "Pool", "Map"], &["sync.noCopy"]),
    (
        "sync/atomic",
        &["Bool", "Int32", "Int64", "Uint32", "Uint64", "Uintptr", "Pointer"],
        &["sync/atomic.noCopy"],
    ),
    ("log", &["Logger"], &["sync.Mutex"]),
    ("net/http", &["Server"], &["sync/atomic.Bool", "sync/atomic.noCopy"]),
];

/// Looks for copied locks.
pub fn run(pass: &mut Pass<'_>) {
    let mut copies = Copies { pass };
    for file in copies.pass.files() {
        walk_file(&mut copies, &file);
    }
}

struct Copies<'p, 'c> {
    pass: &'p mut Pass<'c>,
}

impl Visitor for Copies<'_, '_> {
    fn visit_decl(&mut self, decl: &Decl) {
        match decl {
            Decl::Var(group) => group.specs.iter().for_each(|spec| self.declaration(spec)),
            Decl::Func(func) => {
                let name = func.name.name;
                self.parameters(name.as_str(), func.recv.as_deref().unwrap_or_default());
                self.parameters(name.as_str(), &func.ty.params);
            }
            Decl::Bad(_) | Decl::Import(_) | Decl::Const(_) | Decl::Type(_) => {}
        }
        walk_decl(self, decl);
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Assign(assign) => {
                self.assignment(assign);
            }
            StmtKind::For(node) => {
                if let Some(Stmt { kind: StmtKind::Assign(assign), .. }) = &node.init {
                    self.loop_variables(assign);
                }
            }
            StmtKind::Range(node) => {
                for var in node.key.iter().chain(&node.value) {
                    self.range_variable(var, node.define);
                }
            }
            StmtKind::Return(values) => {
                for value in values {
                    self.copied(value, "return copies lock value".to_owned());
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::FuncLit(func) => self.parameters("func", &func.ty.params),
            ExprKind::CompositeLit(lit) => {
                for elem in &lit.elems {
                    let text = self.pass.text(elem.value.span);
                    let what = format!("literal copies lock value from {text}");
                    self.copied(&elem.value, what);
                }
            }
            ExprKind::Call(call) => self.call(call),
            _ => {}
        }
        walk_expr(self, expr);
    }
}

impl Copies<'_, '_> {
    fn report(&mut self, at: Span, what: String, lock: &[String]) {
        let chain = lock.join(" contains ");
        self.pass.report_with_help(
            Code::CopiedLock,
            at,
            format!("{what}: {chain}"),
            "the copy is another lock: pass and keep a pointer",
        );
    }

    /// Reports a value that is copied, if it holds a lock; whether it does.
    fn copied(&mut self, value: &Expr, what: String) -> bool {
        let Some(lock) = self.lock_in_value(value) else { return false };
        self.report(value.span, what, &lock);
        true
    }

    fn assignment(&mut self, assign: &Assign) -> bool {
        let mut any = false;
        for (i, value) in assign.rhs.iter().enumerate() {
            let Some(target) = assign.lhs.get(i) else { continue };
            let what = format!("assignment copies lock value to {}", self.pass.text(target.span));
            any |= self.copied(value, what);
        }
        any
    }

    /// The variables of a loop are copied from each iteration to the next.
    fn loop_variables(&mut self, assign: &Assign) {
        let copied = assign.rhs.iter().any(|value| self.lock_in_value(value).is_some());
        if assign.op != AssignOp::Define || copied {
            return;
        }
        for var in &assign.lhs {
            let Some(lock) = self.declared_type(var).and_then(|t| self.lock(t)) else { continue };
            let what = format!("for loop iteration copies lock value to {}", self.pass.text(var.span));
            self.report(var.span, what, &lock);
        }
    }

    fn range_variable(&mut self, var: &Expr, define: bool) {
        if var.as_ident().is_some_and(|ident| ident.name.is_blank()) {
            return;
        }
        let ty = if define { self.declared_type(var) } else { Some(self.pass.ty(var)) };
        let Some(lock) = ty.and_then(|t| self.lock(t)) else { return };
        let what = format!("range var {} copies lock", self.pass.text(var.span));
        self.report(var.span, what, &lock);
    }

    /// The type of a variable that is declared here.
    fn declared_type(&mut self, var: &Expr) -> Option<TypeId> {
        let obj = self.pass.chk.info.def_of(var.as_ident()?.id)?;
        Some(self.pass.chk.obj_type(obj))
    }

    fn declaration(&mut self, spec: &ValueSpec) {
        for (value, name) in spec.values.iter().zip(&spec.names) {
            self.copied(value, format!("variable declaration copies lock value to {}", name.name));
        }
    }

    fn call(&mut self, call: &Call) {
        // These do not look at the value, or make a new one of it.
        let harmless = [Builtin::Len, Builtin::Cap, Builtin::New];
        if harmless.iter().any(|&builtin| self.pass.calls_builtin(call, builtin)) {
            return;
        }
        for arg in &call.args {
            let what = format!("call of {} copies lock value", self.pass.text(call.fun.span));
            self.copied(arg, what);
        }
    }

    fn parameters(&mut self, func: &str, fields: &[Field]) {
        for field in fields.iter().filter(|field| field.ellipsis.is_none()) {
            let ty = self.pass.chk.info.ty(field.ty.id);
            if let Some(lock) = self.lock(ty) {
                self.report(field.ty.span, format!("{func} passes lock by value"), &lock);
            }
        }
    }

    /// The lock in a value that is copied when the expression is used: new values, and what calls give, are nobody's.
    fn lock_in_value(&mut self, value: &Expr) -> Option<Vec<String>> {
        match &value.unparen().kind {
            ExprKind::CompositeLit(_) | ExprKind::Call(_) => return None,
            ExprKind::Star(x) if matches!(x.kind, ExprKind::Call(_)) => return None,
            _ => {}
        }
        match self.pass.chk.info.mode(value.id) {
            Mode::Const | Mode::Variable | Mode::MapIndex | Mode::Value | Mode::CommaOk => {
                let ty = self.pass.chk.info.ty(value.id);
                self.lock(ty)
            }
            Mode::None | Mode::NoValue | Mode::Builtin(_) | Mode::TypeExpr | Mode::Nil | Mode::PkgName => {
                None
            }
        }
    }

    /// The types from `t` down to the lock that a value of it holds.
    fn lock(&mut self, t: TypeId) -> Option<Vec<String>> {
        self.lock_in(t, &mut HashSet::new())
    }

    fn lock_in(&mut self, mut t: TypeId, seen: &mut HashSet<TypeId>) -> Option<Vec<String>> {
        t = self.pass.chk.tt.canon(t);
        if !seen.insert(t) {
            return None;
        }
        if self.pass.chk.tt.is_tparam(t) {
            let iface = self.pass.chk.tt.iface(t)?;
            for term in iface.terms.iter().flat_map(|terms| terms.iter()) {
                if let Some(mut chain) = self.lock_in(term.ty, seen) {
                    let tilde = if term.tilde { "~" } else { "" };
                    chain.insert(0, format!("{tilde}{}", self.pass.type_name(t)));
                    return Some(chain);
                }
            }
            return None;
        }
        while let Type::Array(elem, _) = self.pass.chk.tt.under_shape(t) {
            t = self.pass.chk.tt.canon(elem);
        }
        if let Type::Tuple(types) = self.pass.chk.tt.get(t).clone() {
            return types.iter().find_map(|&of| self.lock_in(of, seen));
        }
        let Type::Struct(fields) = self.pass.chk.tt.under_shape(t) else { return None };
        if let Some(id) = self.pass.chk.tt.as_named(t) {
            let (pkg, name) = (self.pass.chk.tt.named(id).pkg, self.pass.chk.tt.named(id).name);
            if self.pass.chk.package(pkg).std {
                return self.library_lock(t, &self.pass.path(pkg), name.as_str());
            }
        }
        // A type whose address, but not itself, can be locked.
        let pointer = self.pass.chk.tt.pointer(t);
        if self.is_locker(pointer) && !self.is_locker(t) {
            return Some(vec![self.pass.type_name(t)]);
        }
        let mut chain = fields.iter().find_map(|field| self.lock_in(field.ty, seen))?;
        chain.insert(0, self.pass.type_name(t));
        Some(chain)
    }

    fn library_lock(&self, t: TypeId, path: &str, name: &str) -> Option<Vec<String>> {
        let (_, _, links) = LOCKS.iter().find(|(of, names, _)| *of == path && names.contains(&name))?;
        let mut chain = vec![self.pass.type_name(t)];
        chain.extend(links.iter().map(|&link| link.to_owned()));
        Some(chain)
    }

    fn is_locker(&mut self, t: TypeId) -> bool {
        ["Lock", "Unlock"].iter().all(|name| {
            self.pass.method(t, name).is_some_and(|sig| sig.params.is_empty() && sig.results.is_empty())
        })
    }
}
