//! Interactive sessions: entries whose scopes are layered on each other.
//!
//! In: the file of an entry, parsed. Out: an [`Entry`], what it declares and runs; or diagnostics. A session is one package.
//! What accepted entries declare lies in one scope, `top`; an entry is checked in a package scope of its own inside of that, so
//! it may declare anything again. [`Checker::publish`] moves its names up, over those that they shadow.
//!
//! Invariants
//! - A refused entry leaves nothing behind that a later one could see: its objects, types and scopes are numbers that nobody
//!   has, its packages on disk are read again, and methods that it gave to earlier types are taken away.
//! - Earlier code goes on to mean the objects that it was checked with. A function that is declared again with the same type
//!   takes the place of the earlier one in that code too (`Entry::rebound`): the compiler does it.
//! - Names that shadow others are published when what declares them has been executed, so a panic half-way leaves the earlier
//!   ones in sight.

use super::Checker;
use super::checker::{Env, Package};
use super::collect::{Collector, Last, Program, SessionPart, is_script_item};
use super::echo::Echo;
use super::object::*;
use super::scope::ScopeId;
use crate::ast::{Decl, File, Ident, Stmt, StmtKind, TopItem};
use crate::diag::{Code, Diagnostic};
use crate::source::{Symbol, sym};
use crate::types::{Method, NamedId, Subst, Type, TypeId};
use hashbrown::HashMap;
use std::path::Path;
use std::rc::Rc;

/// An accepted entry.
#[derive(Debug)]
pub struct Entry {
    /// What it runs. The last package is the session's.
    pub program: Rc<Program>,
    /// Functions and methods that take the place of earlier ones: the earlier, the new.
    pub rebound: Vec<(ObjId, ObjId)>,
    /// What its last statement shows.
    pub echo: Echo,
    /// The names that it declares, in the order of the text.
    pub names: Vec<EntryName>,
    undo: Undo,
}

/// A name that an entry declares.
#[derive(Clone, Copy, Debug)]
pub struct EntryName {
    /// The name.
    pub name: Symbol,
    /// What it denotes.
    pub obj: ObjId,
    /// The step of the program that gives it its value, if it has one: see [`Program::steps`].
    pub step: Option<usize>,
}

impl Entry {
    /// Whether types of earlier entries have other methods now.
    pub fn changes_methods(&self) -> bool {
        !self.undo.methods.is_empty()
    }

    /// Methods of earlier types that have no successor of the same type.
    pub fn replaced_methods(&self) -> impl Iterator<Item = ObjId> {
        let replaced = self.undo.methods.iter().filter_map(|(_, _, before)| before.map(|m| m.obj));
        replaced.filter(|old| !self.rebound.iter().any(|(before, _)| before == old))
    }
}

/// What has to be undone if an entry is not accepted.
#[derive(Debug, Default)]
struct Undo {
    /// Methods of earlier types: what was there before.
    methods: Vec<(NamedId, ObjId, Option<Method>)>,
    /// Packages on disk that were read.
    packages: Vec<Rc<str>>,
}

/// What is known of a declaration of an earlier entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its name denotes it.
    Visible,
    /// Another declaration has its name.
    Shadowed,
    /// Another function has taken its place everywhere.
    Replaced,
}

/// A declaration of an accepted entry.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// Its name.
    pub name: Symbol,
    /// What was declared. Imports are not listed.
    pub obj: ObjId,
    /// Whether it can still be named.
    pub standing: Standing,
}

/// The state of a session.
#[derive(Debug)]
pub(super) struct Session {
    pkg: PkgId,
    /// What accepted entries declare.
    top: ScopeId,
    /// Everything that was published, in order.
    declared: Vec<Declared>,
    /// Functions whose place others have taken.
    replaced: HashMap<ObjId, ObjId>,
    /// What function literals in the statements of entries belong to, to know what they refer to: one for each entry.
    statements: Vec<DeclId>,
}

impl Checker {
    /// Begins a session in a directory, for imports. Whether there are packages of the host: what initialises them is part of
    /// the first entry, which should be an empty one.
    pub fn begin_session(&mut self, dir: Option<&Path>) -> bool {
        let pkg = self.tt.add_pkg("main", sym::MAIN);
        let universe = self.package(PkgId::UNIVERSE).scope;
        let top = self.scopes.open(Some(universe));
        self.packages.push(Package {
            path: "main".into(),
            name: sym::MAIN,
            scope: top,
            std: false,
            natives: false,
            files: Vec::new(),
            imports: Vec::new(),
            objects: Vec::new(),
            inits: Vec::new(),
        });
        if let Some(dir) = dir {
            self.dirs.insert(pkg, dir.to_path_buf());
        }
        self.scripts.insert(pkg);
        self.session = Some(Session {
            pkg,
            top,
            declared: Vec::new(),
            replaced: HashMap::new(),
            statements: Vec::new(),
        });
        self.import_implicit(&mut Program::default());
        !self.implicit.is_empty()
    }

    /// Checks an entry. With errors there is none, and [`Checker::diags`] has them; otherwise it has the warnings. Unless it is
    /// withdrawn, the entry is to be run, and then published.
    pub fn check_entry(&mut self, file: Rc<File>) -> Option<Entry> {
        let Session { pkg, top, .. } = *self.session.as_ref()?;
        let known: Vec<Rc<str>> = self.by_path.keys().cloned().collect();
        let outer = self.enter(pkg, top);
        let mut undo = Undo::default();
        let mut col = Collector::new(pkg, self.env.scope);
        let (program, rebound, echo) = self.check_layer(&mut col, &file, &mut undo);
        let names = self.entry_names(&col, &program);
        self.leave(pkg, top, outer);
        self.sort_diags();
        undo.packages = self.by_path.keys().filter(|path| !known.contains(path)).cloned().collect();
        let entry = Entry { program: Rc::new(program), rebound, echo, names, undo };
        if self.diags.iter().any(Diagnostic::is_error) {
            self.withdraw(entry);
            return None;
        }
        Some(entry)
    }

    /// Undoes an entry that is not to be run.
    pub fn withdraw(&mut self, entry: Entry) {
        for (named, method, before) in entry.undo.methods.into_iter().rev() {
            self.tt.take_back_method(named, method, before);
        }
        for path in entry.undo.packages {
            // The standard library stays as it is.
            if self.by_path.get(&path).is_some_and(|&pkg| !self.package(pkg).std) {
                self.by_path.remove(&path);
            }
        }
    }

    /// Makes the names of an entry visible to those that follow. `executed` says of each step whether it was. Gives the earlier
    /// declarations that cannot be named any more.
    pub fn publish(&mut self, entry: &Entry, executed: impl Fn(usize) -> bool) -> Vec<ObjId> {
        let mut shadowed = Vec::new();
        let Some(mut session) = self.session.take() else { return shadowed };
        session.replaced.extend(entry.rebound.iter().copied());
        for &EntryName { name, obj, step } in &entry.names {
            if step.is_some_and(|step| !executed(step)) {
                continue;
            }
            let is_import = matches!(self.obj(obj).kind, ObjectKind::PkgName { .. });
            if let Some(before) = self.scopes.get(session.top).get(name)
                && let Some(known) = session.declared.iter_mut().rev().find(|d| d.obj == before)
            {
                let replaced = entry.rebound.contains(&(before, obj));
                known.standing = if replaced { Standing::Replaced } else { Standing::Shadowed };
                if !replaced {
                    shadowed.push(before);
                }
                if let ObjectKind::TypeName { alias: false } = self.objs[before.0 as usize].kind
                    && let Some(named) = self.tt.as_named(self.obj(before).ty)
                {
                    self.tt.set_shadowed(named);
                }
            }
            self.scopes.get_mut(session.top).set(name, obj);
            if !is_import {
                session.declared.push(Declared { name, obj, standing: Standing::Visible });
            }
        }
        self.session = Some(session);
        shadowed
    }

    /// What accepted entries have declared, in order.
    pub fn declared(&self) -> &[Declared] {
        self.session.as_ref().map_or(&[], |session| &session.declared)
    }

    /// The names of a session's own scope: declarations, and the packages that were imported or used.
    pub fn session_names(&self) -> Vec<(Symbol, ObjId)> {
        let Some(session) = &self.session else { return Vec::new() };
        self.scopes.get(session.top).iter().collect()
    }

    /// The package of a session.
    pub fn session_package(&self) -> Option<PkgId> {
        self.session.as_ref().map(|session| session.pkg)
    }

    /// Who refers to a declaration of an earlier entry: visible functions, methods of visible types; none of them for function
    /// literals in statements.
    pub fn users(&self, of: ObjId) -> Vec<Option<ObjId>> {
        let Some(session) = &self.session else { return Vec::new() };
        let mut users: Vec<Option<ObjId>> = Vec::new();
        let current = |mut obj: ObjId| {
            while let Some(&new) = session.replaced.get(&obj) {
                obj = new;
            }
            obj
        };
        let uses = |decl: Option<&DeclInfo>| {
            decl.is_some_and(|decl| decl.deps.iter().any(|&dep| current(dep) == of))
        };
        for declared in session.declared.iter().filter(|d| d.standing == Standing::Visible) {
            if declared.obj != of && uses(self.decl_of(declared.obj)) {
                users.push(Some(declared.obj));
            }
            let ObjectKind::TypeName { alias: false } = self.obj(declared.obj).kind else { continue };
            let Some(named) = self.tt.as_named(self.obj(declared.obj).ty) else { continue };
            let methods = self.tt.methods(named).iter().map(|m| m.obj);
            users.extend(methods.filter(|&m| uses(self.decl_of(m))).map(Some));
        }
        if session.statements.iter().any(|&decl| uses(self.decls.get(decl.0 as usize))) {
            users.push(None);
        }
        users
    }

    /// The declaration that function literals outside of declarations belong to: that of the entry's statements.
    pub(super) fn statements_decl(&self) -> Option<DeclId> {
        let session = self.session.as_ref()?;
        (session.pkg == self.env.pkg).then(|| session.statements.last().copied())?
    }

    /// Whether an object is one of a session: what refers to it is noted, though it may be declared by a statement.
    pub(super) fn is_of_session(&self, obj: ObjId) -> bool {
        let pkg = self.obj(obj).pkg;
        self.session.as_ref().is_some_and(|session| session.pkg == pkg) && self.obj(obj).is_package_var()
    }

    /// The object of a package-level name: of the entry, or of an earlier one.
    pub(super) fn package_level(&self, scope: ScopeId, name: Symbol) -> Option<ObjId> {
        let own = self.scopes.get(scope).get(name);
        own.or_else(|| {
            let session = self.session.as_ref().filter(|session| session.pkg == self.env.pkg)?;
            self.scopes.get(session.top).get(name)
        })
    }

    fn enter(&mut self, pkg: PkgId, top: ScopeId) -> Env {
        let scope = self.scopes.open(Some(top));
        let outer = self.env.clone();
        self.env.pkg = pkg;
        self.env.scope = scope;
        self.env.decl = None;
        self.env.sig = None;
        let package = &mut self.packages[pkg.0 as usize];
        package.scope = scope;
        package.imports.clear();
        self.mono = super::mono::MonoGraph::default();
        outer
    }

    fn leave(&mut self, pkg: PkgId, top: ScopeId, outer: Env) {
        self.packages[pkg.0 as usize].scope = top;
        self.env = outer;
        self.import_names.clear();
        self.script_mains.clear();
        self.locals.clear();
        self.bodyless.clear();
        self.late.clear();
        self.pending_types.clear();
        self.finished.clear();
    }

    fn check_layer(
        &mut self,
        col: &mut Collector,
        file: &Rc<File>,
        undo: &mut Undo,
    ) -> (Program, Vec<(ObjId, ObjId)>, Echo) {
        let (pkg, scope) = (col.pkg, col.scope);
        let mut program = Program::default();
        // The name in a package clause does not matter here.
        let name = file.package.map_or(sym::MAIN, |clause| clause.name);
        self.collect_file(col, file, name, &mut program);
        self.check_import_conflicts(col);
        self.methods_of_earlier_types(col, undo);
        self.associate_methods(col);
        let statements = DeclId(self.decls.len() as u32);
        let file_scope = col.file_scopes[0];
        self.decls.push(DeclInfo { pkg, file_scope, kind: DeclKind::Statements, deps: Vec::new() });
        if let Some(session) = &mut self.session {
            session.statements.push(statements);
        }
        let package = &mut self.packages[pkg.0 as usize];
        package.objects = col.objects.clone();
        package.inits = col.inits.clone();
        self.direct_cycles(&col.objects);
        self.resolve_objects(&col.objects);
        let rebound = self.rebound(col, undo);
        let mut echo = Echo::Nothing;
        let mut declares: Vec<(ObjId, usize)> = Vec::new();
        if file.is_script {
            echo = self.entry_statements(file, file_scope, &mut declares);
            program.script.push(file.clone());
        }
        self.process_delayed(0);
        let vars = self.init_order(pkg);
        if !self.diags.iter().any(Diagnostic::is_error) {
            self.check_instances();
            for at in std::mem::take(&mut self.bodyless) {
                self.err(Code::InvalidDeclaration, at, "missing function body");
            }
        }
        // A program that is entered is run; a function main beside statements is a function.
        let runs_main = !file.items.iter().any(|item| matches!(item, TopItem::Stmt(_)));
        let main = self.scopes.get(scope).get(sym::MAIN).filter(|_| runs_main);
        program.main = main.filter(|&main| matches!(self.obj(main).kind, ObjectKind::Func(_)));
        program.packages = self.initialization_order();
        program.packages.push(super::PackageInit { pkg, vars, inits: col.inits.clone() });
        let last = match &echo {
            Echo::Nothing | Echo::Quiet(_) => Last::Run,
            Echo::Values(_) => Last::Show,
            Echo::Text(_) => Last::Skip,
        };
        program.session = Some(SessionPart { last, declares });
        (program, rebound, echo)
    }

    /// Checks the statements of an entry; `declares` gets the variables that each item declares, with the item's number.
    fn entry_statements(
        &mut self,
        file: &File,
        file_scope: ScopeId,
        declares: &mut Vec<(ObjId, usize)>,
    ) -> Echo {
        let outer = self.env.clone();
        let pkg = self.env.pkg;
        self.env.scope = file_scope;
        self.env.script_top = Some(file_scope);
        let mut echo = Echo::Nothing;
        let executed: Vec<&TopItem> = file.items.iter().filter(|i| is_script_item(i)).collect();
        for (number, item) in executed.iter().enumerate() {
            let before = self.package(pkg).objects.len();
            match item {
                TopItem::Decl(decl @ Decl::Var(_)) => self.script_stmt(|c| c.decl_stmt(decl)),
                TopItem::Decl(_) => {}
                TopItem::Stmt(Stmt { kind: StmtKind::Expr(e), .. }) if number + 1 == executed.len() => {
                    self.script_stmt(|c| echo = c.echo(e));
                }
                TopItem::Stmt(stmt) => self.script_stmt(|c| c.stmt(stmt)),
            }
            let new = &self.packages[pkg.0 as usize].objects[before..];
            declares.extend(new.iter().map(|&obj| (obj, number)));
        }
        let mut stmts = file.items.iter().filter_map(|item| match item {
            TopItem::Stmt(stmt) => Some(stmt),
            TopItem::Decl(_) => None,
        });
        let branches = super::labels::check_branches_of(&self.sources, file.span.lo, &mut stmts);
        for diag in branches {
            self.report(diag);
        }
        self.report_unused();
        self.env = outer;
        echo
    }

    /// The names of the entry that was checked last: those of its imports, then those of its package scope.
    fn entry_names(&self, col: &Collector, program: &Program) -> Vec<EntryName> {
        let mut names = Vec::new();
        for &scope in col.file_scopes.iter().chain([&col.scope]) {
            let mut of_scope: Vec<EntryName> = (self.scopes.get(scope).iter())
                .map(|(name, obj)| EntryName { name, obj, step: program.step_of(obj) })
                .collect();
            of_scope.sort_by_key(|n| (self.obj(n.obj).span.lo, n.name.as_str()));
            names.extend(of_scope);
        }
        names
    }

    /// Gives methods to types of earlier entries. What remains in the list belongs to types of this one, or to none.
    fn methods_of_earlier_types(&mut self, col: &mut Collector, undo: &mut Undo) {
        let mut own = Vec::new();
        for (method, recv, ptr) in std::mem::take(&mut col.methods) {
            let Some((named, base, ptr)) = self.earlier_type(col.scope, recv, ptr) else {
                own.push((method, recv, ptr));
                continue;
            };
            let name = self.obj(method).name;
            let new = |&(n, m, _): &(NamedId, ObjId, Option<Method>)| n == named && self.obj(m).name == name;
            if let Some(&(_, other, _)) = undo.methods.iter().find(|m| new(m)) {
                let at = self.place(self.obj(other).span.lo);
                let message = format!("method {}.{name} already declared at {at}", self.obj(base).name);
                self.err(Code::Redeclared, self.obj(method).span, message);
                continue;
            }
            if let ObjectKind::Func(info) = &mut self.objs[method.0 as usize].kind {
                info.ptr_recv = ptr;
            }
            let pkg = if name.is_exported() { PkgId::UNIVERSE } else { self.obj(method).pkg };
            let before = self.tt.put_method(named, Method { name, pkg, obj: method, ptr_recv: ptr });
            undo.methods.push((named, method, before));
            self.later(move |c| c.check_field_uniqueness(base, &[(name, method)]));
        }
        col.methods = own;
    }

    /// The type of an earlier entry that a receiver names.
    fn earlier_type(&self, scope: ScopeId, recv: Ident, ptr: bool) -> Option<(NamedId, ObjId, bool)> {
        let (base, ptr) = self.base_type_name(scope, recv, ptr)?;
        // Those of this entry are not resolved yet.
        let shown = self.obj(base).shown?;
        let named = self.tt.as_named(shown).filter(|&named| self.tt.named(named).obj == base)?;
        Some((named, base, ptr))
    }

    /// The functions and methods of this entry that take the place of earlier ones.
    fn rebound(&mut self, col: &Collector, undo: &Undo) -> Vec<(ObjId, ObjId)> {
        let Some(top) = self.session.as_ref().map(|session| session.top) else { return Vec::new() };
        let mut pairs: Vec<(ObjId, ObjId)> = Vec::new();
        for &new in &col.objects {
            let name = self.obj(new).name;
            if self.scopes.get(col.scope).get(name) == Some(new)
                && let Some(before) = self.scopes.get(top).get(name)
            {
                pairs.push((before, new));
            }
        }
        let methods = undo.methods.iter().filter_map(|(_, new, before)| Some((before.as_ref()?.obj, *new)));
        pairs.extend(methods);
        pairs.retain(|&(before, new)| self.same_function(before, new));
        pairs
    }

    /// Whether two objects are functions, or methods, of the same type: names of type parameters do not matter.
    fn same_function(&mut self, before: ObjId, new: ObjId) -> bool {
        let (Some(a), Some(b)) = (self.func_sigs.get(&before).cloned(), self.func_sigs.get(&new).cloned())
        else {
            return false;
        };
        if a.tparams.len() != b.tparams.len() || a.recv.is_some() != b.recv.is_some() {
            return false;
        }
        let args: Vec<TypeId> = a.tparams.iter().map(|&p| self.tt.tparam_type(p)).collect();
        let subst = Subst::new(&b.tparams, &args);
        let same = |c: &mut Checker, x: TypeId, y: TypeId| {
            let y = c.tt.subst(y, &subst);
            c.tt.identical(x, y)
        };
        for (&p, &q) in a.tparams.iter().zip(b.tparams.iter()) {
            let (x, y) = (self.tt.tparam(p).bound, self.tt.tparam(q).bound);
            if !same(self, x, y) {
                return false;
            }
        }
        let types = |c: &Checker, sig: &FuncSig| -> Option<(Vec<TypeId>, bool)> {
            let Type::Func(shape) = c.tt.get(sig.ty) else { return None };
            let recv = sig.recv.map(|r| c.shown(r));
            let all =
                recv.into_iter().chain(shape.params.iter().copied()).chain(shape.results.iter().copied());
            Some((all.collect(), shape.variadic))
        };
        let (Some((x, dots)), Some((y, other_dots))) = (types(self, &a), types(self, &b)) else {
            return false;
        };
        // The numbers of parameters are equal if those of results are.
        let same_shape = dots == other_dots && x.len() == y.len() && a.results.len() == b.results.len();
        same_shape && x.into_iter().zip(y).all(|(x, y)| same(self, x, y))
    }
}
