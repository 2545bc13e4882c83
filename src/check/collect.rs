//! Packages: collecting what their files declare, and checking it all.

use super::Checker;
use super::checker::Package;
use super::imports::COMMAND_LINE;
use super::init_order::Initializer;
use super::object::*;
use super::scope::ScopeId;
use super::signature::unpack_recv;
use crate::ast::{Decl, ExprKind, File, FuncDecl, Ident, Stmt, TopItem, TypeSpec, ValueSpec};
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Span, Symbol, sym};
use hashbrown::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A checked package, as the compiler takes it.
#[derive(Debug)]
pub struct PackageInit {
    /// Which.
    pub pkg: PkgId,
    /// The initialisers of its variables, in order.
    pub vars: Vec<Initializer>,
    /// Its `init` functions, in order.
    pub inits: Vec<ObjId>,
}

/// A checked program.
#[derive(Debug, Default)]
pub struct Program {
    /// The packages that are not of the standard library, in the order of initialisation; the main package
    /// is last.
    pub packages: Vec<PackageInit>,
    /// The function `main`, if the main package has one.
    pub main: Option<ObjId>,
    /// The files of a script: their statements, and top-level variables, are the program.
    pub script: Vec<Rc<File>>,
    /// What more there is if it is an entry of a session.
    pub session: Option<SessionPart>,
}

/// What is done with the last statement of an entry, if that is an expression.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Last {
    /// It is a statement like any other.
    #[default]
    Run,
    /// Its values are shown.
    Show,
    /// Nothing: it is the name of something that is no value, and has been shown.
    Skip,
}

/// What an entry of a session has beside a program.
#[derive(Debug, Default)]
pub struct SessionPart {
    /// What is done with the last statement.
    pub last: Last,
    /// The variables that statements declare, with the statement's place among those of the script.
    pub(super) declares: Vec<(ObjId, usize)>,
}

impl Program {
    /// The initialisers of the last package.
    fn initializers(&self) -> &[Initializer] {
        self.packages.last().map_or(&[], |package| &package.vars)
    }

    /// In how many steps the program is executed, as far as a session wants to know: the initialisers of its own variables,
    /// then the statements of a script.
    pub fn steps(&self) -> usize {
        self.initializers().len() + self.script_items().count()
    }

    /// The step that gives a variable its value; none for what has it from the start.
    pub fn step_of(&self, var: ObjId) -> Option<usize> {
        let initializers = self.initializers();
        if let Some(step) = initializers.iter().position(|init| init.lhs.contains(&var)) {
            return Some(step);
        }
        let (_, number) = self.session.as_ref()?.declares.iter().find(|(obj, _)| *obj == var)?;
        Some(initializers.len() + number)
    }

    /// The statements and variable declarations of a script, in order.
    pub fn script_items(&self) -> impl Iterator<Item = &TopItem> {
        self.script.iter().flat_map(|f| &f.items).filter(|item| is_script_item(item))
    }
}

/// Whether an item of a script is executed where it stands.
pub(super) fn is_script_item(item: &TopItem) -> bool {
    matches!(item, TopItem::Stmt(_) | TopItem::Decl(Decl::Var(_)))
}

/// What the files of a package declare.
pub(super) struct Collector {
    pub(super) pkg: PkgId,
    pub(super) scope: ScopeId,
    pub(super) objects: Vec<ObjId>,
    pub(super) inits: Vec<ObjId>,
    pub(super) imports: Vec<PkgId>,
    /// Methods: the object, its receiver's base type name, whether the receiver is a pointer.
    pub(super) methods: Vec<(ObjId, Ident, bool)>,
    pub(super) file_scopes: Vec<ScopeId>,
}

impl Collector {
    /// Nothing yet, of a package whose names are to be declared in `scope`.
    pub(super) fn new(pkg: PkgId, scope: ScopeId) -> Collector {
        Collector {
            pkg,
            scope,
            objects: Vec::new(),
            inits: Vec::new(),
            imports: Vec::new(),
            methods: Vec::new(),
            file_scopes: Vec::new(),
        }
    }
}

impl Checker {
    /// Checks a program whose main package consists of `files`, which lie in `dir`. Errors are in
    /// [`Checker::diags`] afterwards, in the order of the source.
    pub fn check_program(&mut self, files: Vec<Rc<File>>, dir: Option<&Path>) -> Program {
        let script: Vec<Rc<File>> = files.iter().filter(|f| f.is_script).cloned().collect();
        let mut program = Program::default();
        if let (Some(message), Some(dir)) = (self.several_packages(&files), dir) {
            let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.to_path_buf());
            let dir: PathBuf = dir.components().collect();
            let at = files[0].package.map_or(Span::NONE, |clause| clause.span);
            self.err(Code::SeveralPackages, at, format!("{message} in {}", dir.display()));
            return program;
        }
        let name = files.iter().find_map(|f| f.package).map_or(sym::MAIN, |p| p.name);
        if !script.is_empty() {
            self.import_implicit(&mut program);
        }
        let main = self.check_package("main", name, files, dir.map(Path::to_path_buf), false, &mut program);
        let scope = self.package(main).scope;
        program.main = self
            .scopes
            .get(scope)
            .get(sym::MAIN)
            .filter(|&o| matches!(self.obj(o).kind, ObjectKind::Func(_)));
        program.packages = self.initialization_order();
        program.script = script;
        if let Some(last) = program.packages.iter().position(|p| p.pkg == main) {
            let last = program.packages.remove(last);
            program.packages.push(last);
        }
        if !self.only_loading(main, &program) {
            self.drop_consequences(&program);
            self.sort_diags();
        }
        program
    }

    /// Drops all errors but those of loading, if there are some: a program whose packages are not all there is not checked
    /// at all. In scripts only packages that import each other keep the rest from being told.
    fn only_loading(&mut self, main: PkgId, program: &Program) -> bool {
        let codes: &[Code] = if program.script.is_empty() { &Code::OF_LOADING } else { &[Code::ImportCycle] };
        if !self.diags.iter().any(|diag| codes.contains(&diag.code)) {
            return false;
        }
        let told = self.told_at_loading(main, codes);
        if told.is_empty() {
            return false;
        }
        self.diags = told;
        true
    }

    /// Drops the errors of packages that import one with errors: as Go, which does not check these at all. They may follow
    /// from the others.
    fn drop_consequences(&mut self, program: &Program) {
        let package_of = |diag: &Diagnostic| {
            let (file, ..) = self.sources.lookup(diag.span.lo)?;
            self.packages.iter().position(|p| p.files.iter().any(|f| f.id == file.id))
        };
        let places: Vec<Option<usize>> = self.diags.iter().map(package_of).collect();
        let errors = self.diags.iter().zip(&places).filter(|(diag, _)| diag.is_error());
        let mut wrong: HashSet<usize> = errors.filter_map(|(_, &place)| place).collect();
        if wrong.len() < 2 {
            return;
        }
        // What a package imports stands before it, so one pass finds all.
        let mut behind = HashSet::new();
        for at in program.packages.iter().map(|package| package.pkg.0 as usize) {
            if self.packages[at].imports.iter().any(|import| wrong.contains(&(import.0 as usize))) {
                behind.insert(at);
                wrong.insert(at);
            }
        }
        let mut place = places.into_iter();
        self.diags.retain(|_| place.next().flatten().is_none_or(|at| !behind.contains(&at)));
    }

    /// Takes the packages that were checked, in the order in which they are initialised: of those whose imports are
    /// all initialised, the one with the least import path is next.
    pub(super) fn initialization_order(&mut self) -> Vec<PackageInit> {
        let mut waiting = std::mem::take(&mut self.finished);
        waiting.sort_by(|a, b| self.package(a.pkg).path.cmp(&self.package(b.pkg).path));
        let mut order = Vec::with_capacity(waiting.len());
        while !waiting.is_empty() {
            let imports_waiting = |p: &PackageInit| {
                let imports = &self.package(p.pkg).imports;
                waiting.iter().any(|other| imports.contains(&other.pkg))
            };
            // Packages that import each other have been refused, so one is always ready.
            let next = waiting.iter().position(|p| !imports_waiting(p)).unwrap_or(0);
            order.push(waiting.remove(next));
        }
        order
    }

    /// Why a program that has no errors cannot be run by itself, if it cannot. Go's linker says it, so checking does not.
    pub fn missing_main(&self, program: &Program) -> Option<Diagnostic> {
        if !program.script.is_empty() {
            return None;
        }
        let main = self.package(program.packages.last()?.pkg);
        let clause = main.files.iter().find_map(|file| file.package)?;
        let refused = |code: Code, message: String, help: &str| {
            Some(Diagnostic::error(code, clause.span, message).with_help(help))
        };
        if main.name != sym::MAIN {
            let message = format!("package {} is not a main package", self.main_path());
            return refused(
                Code::NoMainPackage,
                message,
                "a program is `package main`, and starts in its `func main()`",
            );
        }
        if program.main.is_some() {
            return None;
        }
        refused(
            Code::NoMain,
            "function main is undeclared in the main package".to_string(),
            "a program starts in `func main()`; a .pgo file without a package clause needs none",
        )
    }

    /// Imports the packages that a script may use without importing them.
    pub(super) fn import_implicit(&mut self, program: &mut Program) {
        let paths = self.loader.as_ref().map(|loader| loader.implicit()).unwrap_or_default();
        for path in paths {
            let package = self.import_package(&path, (Span::NONE, Span::NONE), program);
            self.implicit.extend(package);
        }
    }

    /// Sorts errors by place. As in Go's compiler, one that only repeats the one before it on its line is dropped, and the
    /// files of a package come in the order in which errors were found in them.
    pub(super) fn sort_diags(&mut self) {
        let mut kept: Vec<Diagnostic> = Vec::with_capacity(self.diags.len());
        let mut found: HashMap<FileId, (FileId, usize)> = HashMap::new();
        for d in std::mem::take(&mut self.diags) {
            let line = |d: &Diagnostic| self.sources.lookup(d.span.lo).map(|(f, l, _)| (f.id, l));
            if let Some((file, _)) = line(&d) {
                let place = found.len();
                let files = self.packages.iter().map(|package| &package.files);
                let package = || files.clone().find(|files| files.iter().any(|f| f.id == file))?.first();
                found.entry(file).or_insert_with(|| (package().map_or(file, |first| first.id), place));
            }
            let repeats = kept.last().is_some_and(|k| k.message == d.message && line(k) == line(&d));
            if !repeats {
                kept.push(d);
            }
        }
        let place = |d: &Diagnostic| self.sources.file_of(d.span.lo).and_then(|file| found.get(&file.id));
        kept.sort_by_key(|d| (place(d), d.span.lo));
        kept.dedup_by(|b, a| a.span.lo == b.span.lo && a.message == b.message);
        self.diags = kept;
    }

    pub(super) fn check_package(
        &mut self,
        path: &str,
        name: Symbol,
        files: Vec<Rc<File>>,
        dir: Option<PathBuf>,
        natives: bool,
        program: &mut Program,
    ) -> PkgId {
        // Go calls a library that is compiled by itself by its own path.
        let shown = if path == "main" && name != sym::MAIN {
            let known =
                dir.as_deref().zip(self.loader.as_ref()).and_then(|(dir, loader)| loader.path_of(dir));
            known.unwrap_or_else(|| COMMAND_LINE.into())
        } else {
            path.to_owned()
        };
        let pkg = self.tt.add_pkg(&shown, name);
        let universe = self.package(PkgId::UNIVERSE).scope;
        let scope = self.scopes.open(Some(universe));
        self.packages.push(Package {
            path: path.into(),
            name,
            scope,
            std: false,
            natives,
            files: files.clone(),
            imports: Vec::new(),
            objects: Vec::new(),
            inits: Vec::new(),
        });
        if let Some(dir) = dir {
            self.dirs.insert(pkg, dir);
        }
        if files.iter().any(|f| f.is_script) {
            self.scripts.insert(pkg);
        }
        let outer = self.env.clone();
        let outer_imports = std::mem::take(&mut self.import_names);
        let outer_interfaces = std::mem::take(&mut self.interface_literals);
        self.env.pkg = pkg;
        self.env.scope = scope;
        self.env.decl = None;
        self.env.sig = None;

        let mut col = Collector::new(pkg, scope);
        for file in &files {
            self.collect_file(&mut col, file, name, program);
        }
        self.check_import_conflicts(&col);
        self.associate_methods(&mut col);
        let package = &mut self.packages[pkg.0 as usize];
        package.objects = col.objects.clone();
        package.inits = col.inits.clone();
        package.imports = col.imports.clone();

        self.direct_cycles(&col.objects);
        self.resolve_objects(&col.objects);
        for (file, &file_scope) in files.iter().zip(&col.file_scopes) {
            if file.is_script {
                self.script_statements(file, file_scope);
            }
            for &(at, message) in &file.misplaced {
                self.late.push((at, Code::InvalidDeclaration, message.to_string()));
            }
        }
        self.process_delayed(0);
        self.unused_imports();
        let vars = self.init_order(pkg);
        // Go's compiler looks for these only in programs without other errors.
        if !self.diags.iter().any(Diagnostic::is_error) {
            self.check_instances();
            self.anonymous_cycles();
            for at in std::mem::take(&mut self.bodyless) {
                self.err(Code::InvalidDeclaration, at, "missing function body");
            }
        }
        let late = std::mem::take(&mut self.late);
        if !self.diags.iter().any(Diagnostic::is_error) {
            for (at, code, message) in late {
                self.err(code, at, message);
            }
        }
        self.finished.push(PackageInit { pkg, vars, inits: col.inits });
        self.import_names = outer_imports;
        self.interface_literals = outer_interfaces;
        self.env = outer;
        pkg
    }

    pub(super) fn collect_file(
        &mut self,
        col: &mut Collector,
        file: &Rc<File>,
        name: Symbol,
        program: &mut Program,
    ) {
        if let Some(clause) = file.package {
            if clause.name.is_blank() {
                self.err(Code::WrongPackage, clause.span, "invalid package name _");
            } else if clause.name != name {
                let message = format!("package {}; expected package {name}", clause.name);
                self.err(Code::WrongPackage, clause.span, message);
            }
        }
        let file_scope = self.scopes.open(Some(col.scope));
        col.file_scopes.push(file_scope);
        for item in &file.items {
            let TopItem::Decl(decl) = item else { continue };
            match decl {
                Decl::Bad(_) => {}
                Decl::Import(group) => {
                    for spec in &group.specs {
                        self.import_decl(col, file_scope, spec, program);
                    }
                }
                Decl::Const(group) => {
                    for spec in &group.specs {
                        self.collect_consts(col, file_scope, spec);
                    }
                }
                Decl::Var(_) if file.is_script => {}
                Decl::Var(group) => {
                    for spec in &group.specs {
                        self.collect_vars(col, file_scope, spec);
                    }
                }
                Decl::Type(group) => {
                    for spec in &group.specs {
                        self.collect_type(col, file_scope, spec);
                    }
                }
                Decl::Func(func) => self.collect_func(col, file_scope, func, file.is_script),
            }
        }
    }

    fn add_decl(&mut self, col: &mut Collector, file_scope: ScopeId, obj: ObjId, kind: DeclKind) {
        let id = DeclId(self.decls.len() as u32);
        self.decls.push(DeclInfo { pkg: col.pkg, file_scope, kind, deps: Vec::new() });
        self.objs[obj.0 as usize].decl = Some(id);
        col.objects.push(obj);
    }

    /// Declares a constant, variable or type of the package.
    fn declare_package_obj(
        &mut self,
        col: &mut Collector,
        file_scope: ScopeId,
        ident: &Ident,
        obj: ObjId,
        kind: DeclKind,
    ) {
        if ident.name == sym::INIT {
            self.err(Code::InvalidDeclaration, ident.span, "cannot declare init - must be func");
            return;
        }
        if ident.name == sym::MAIN && self.package(col.pkg).name == sym::MAIN {
            self.err(Code::InvalidMain, ident.span, "cannot declare main - must be func");
            return;
        }
        self.declare(col.scope, Some(ident.id), obj);
        self.info.set_def(ident.id, obj);
        self.add_decl(col, file_scope, obj, kind);
    }

    fn collect_consts(&mut self, col: &mut Collector, file_scope: ScopeId, spec: &Rc<ValueSpec>) {
        let inherited = spec.inherit.is_some();
        let values = spec.inherit.as_ref().unwrap_or(spec);
        for (index, name) in spec.names.iter().enumerate() {
            let obj = self.new_obj(name.name, name.span, ObjectKind::Const(None), None);
            let kind = DeclKind::Const { values: values.clone(), index, iota: spec.iota, inherited };
            self.declare_package_obj(col, file_scope, name, obj, kind);
        }
        self.arity(spec, &spec.names, &values.values, true, inherited);
    }

    fn collect_vars(&mut self, col: &mut Collector, file_scope: ScopeId, spec: &Rc<ValueSpec>) {
        let objs: Vec<ObjId> =
            spec.names.iter().map(|n| self.new_var(VarKind::Package, n.name, n.span, None)).collect();
        let several = spec.values.len() == 1 && objs.len() > 1;
        let group: Rc<[ObjId]> = if several { objs.as_slice().into() } else { [].into() };
        for (index, (name, &obj)) in spec.names.iter().zip(&objs).enumerate() {
            let kind = DeclKind::Var { spec: spec.clone(), index, group: group.clone() };
            self.declare_package_obj(col, file_scope, name, obj, kind);
            // Variables that one call initialises share its dependencies.
            if several {
                self.objs[obj.0 as usize].decl = self.obj(objs[0]).decl;
            }
        }
        if spec.ty.is_none() || !spec.values.is_empty() {
            self.arity(spec, &spec.names, &spec.values, false, false);
        }
    }

    fn collect_type(&mut self, col: &mut Collector, file_scope: ScopeId, spec: &Rc<TypeSpec>) {
        let kind = ObjectKind::TypeName { alias: spec.is_alias() };
        let obj = self.new_obj(spec.name.name, spec.name.span, kind, None);
        self.declare_package_obj(col, file_scope, &spec.name, obj, DeclKind::Type(spec.clone()));
    }

    fn collect_func(&mut self, col: &mut Collector, file_scope: ScopeId, func: &Rc<FuncDecl>, script: bool) {
        let name = func.name;
        let mut info = FuncInfo { has_body: func.body.is_some(), ..FuncInfo::default() };
        let is_method = func.recv.is_some();
        info.is_method = is_method;
        let base = match &func.recv {
            Some(fields) => fields.first().map(|f| unpack_recv(&f.ty)),
            None => None,
        };
        info.ptr_recv = base.as_ref().is_some_and(|b| b.ptr);
        let obj = self.new_obj(name.name, name.span, ObjectKind::Func(info), None);
        let main = name.name == sym::MAIN && self.package(col.pkg).name == sym::MAIN;
        let special = !is_method && (name.name == sym::INIT || main);
        if let Some(first) = func.type_params.first().filter(|_| !special) {
            let (minor, what) = if is_method { (27, "generic method") } else { (18, "type parameter") };
            self.since(minor, first.span, |_| what.to_string());
        }
        if is_method {
            if let Some(base) = &base
                && let ExprKind::Ident(recv) = &base.base.kind
                && !name.name.is_blank()
            {
                col.methods.push((obj, *recv, base.ptr));
            }
            self.info.set_def(name.id, obj);
        } else {
            if special {
                let code = Code::InvalidMain;
                if let Some(first) = func.type_params.first() {
                    let message = format!("func {} must have no type parameters", name.name);
                    self.err(code, first.span, message);
                }
                if !func.ty.params.is_empty() || !func.ty.results.is_empty() {
                    let message = format!("func {} must have no arguments and no return values", name.name);
                    self.err(code, name.span, message);
                }
            }
            if name.name == sym::INIT {
                self.info.set_def(name.id, obj);
                col.inits.push(obj);
                if func.body.is_none() {
                    self.err(Code::InvalidDeclaration, name.span, "func init must have a body");
                }
            } else {
                self.declare(col.scope, Some(name.id), obj);
                self.info.set_def(name.id, obj);
            }
            if main && script {
                self.script_mains.push(obj);
            }
        }
        self.add_decl(col, file_scope, obj, DeclKind::Func(func.clone()));
    }

    /// Gives methods to the types that their receivers name.
    pub(super) fn associate_methods(&mut self, col: &mut Collector) {
        for (method, recv, ptr) in std::mem::take(&mut col.methods) {
            if let Some((base, ptr)) = self.base_type_name(col.scope, recv, ptr) {
                if let ObjectKind::Func(info) = &mut self.objs[method.0 as usize].kind {
                    info.ptr_recv = ptr;
                }
                self.methods.entry(base).or_default().push((method, ptr));
            }
        }
    }

    /// The defined type that a receiver's name stands for, through aliases.
    pub(super) fn base_type_name(&self, scope: ScopeId, recv: Ident, mut ptr: bool) -> Option<(ObjId, bool)> {
        let mut name = recv.name;
        for _ in 0..100 {
            let obj = self.package_level(scope, name)?;
            let DeclKind::Type(spec) = &self.decl_of(obj)?.kind else { return None };
            if !spec.is_alias() {
                return Some((obj, ptr));
            }
            if !spec.type_params.is_empty() {
                return None;
            }
            let mut ty = spec.ty.unparen();
            if let ExprKind::Star(inner) = &ty.kind {
                if ptr {
                    return None;
                }
                ptr = true;
                ty = inner.unparen();
            }
            name = ty.as_ident()?.name;
        }
        None
    }

    pub(super) fn resolve_objects(&mut self, objects: &[ObjId]) {
        let is_alias = |c: &Checker, o: ObjId| matches!(c.obj(o).kind, ObjectKind::TypeName { alias: true });
        for &o in objects {
            if self.obj(o).is_type_name() && !is_alias(self, o) {
                self.obj_decl(o);
            }
        }
        for &o in objects {
            if is_alias(self, o) {
                self.obj_decl(o);
            }
        }
        for &o in objects {
            if !self.obj(o).is_type_name() {
                self.obj_decl(o);
            }
        }
    }

    // Scripts.

    /// Checks the statements of a script. What they declare at top level belongs to the package.
    fn script_statements(&mut self, file: &Rc<File>, file_scope: ScopeId) {
        let outer = self.env.clone();
        self.env.scope = file_scope;
        self.env.script_top = Some(file_scope);
        let mut first = None;
        for item in &file.items {
            match item {
                TopItem::Decl(decl @ Decl::Var(_)) => self.script_stmt(|c| c.decl_stmt(decl)),
                TopItem::Decl(_) => {}
                TopItem::Stmt(stmt) => {
                    first.get_or_insert(stmt.span);
                    self.script_stmt(|c| c.stmt(stmt));
                }
            }
        }
        let stmts: Vec<&Stmt> = file
            .items
            .iter()
            .filter_map(|item| match item {
                TopItem::Stmt(stmt) => Some(stmt),
                TopItem::Decl(_) => None,
            })
            .collect();
        let branches = super::labels::check_branches_of(&self.sources, file.span.lo, &mut stmts.into_iter());
        for diag in branches {
            self.report(diag);
        }
        self.report_unused();
        self.env = outer;
        if let (Some(&main), Some(at)) = (self.script_mains.first(), first) {
            let diag = Diagnostic::error(
                Code::InvalidMain,
                self.obj(main).span,
                "a script has statements or a func main, not both",
            )
            .with_label(at, "the first statement");
            self.report(diag);
        }
    }

    pub(super) fn script_stmt(&mut self, check: impl FnOnce(&mut Checker)) {
        let top = self.delayed.len();
        check(self);
        self.process_delayed(top);
    }
}
