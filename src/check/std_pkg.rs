//! Packages of the standard library: declared from the index, parsed on demand.
//!
//! Importing one enters an object for each of its package-level names; the index knows their kinds. The text of a
//! declaration is parsed when its object is first resolved, and the methods of a type are entered then. So a
//! program pays for what it reaches.

use super::Checker;
use super::checker::Package;
use super::collect::PackageInit;
use super::object::*;
use super::scope::ScopeId;
use crate::ast::{Decl, FuncDecl, Ident, TopItem};
use crate::parser::parse_range;
use crate::source::{Span, StdDecl, StdDeclKind, StdPackage, StdSources, Symbol, sym};
use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

/// What is known of the standard packages that were imported.
#[derive(Debug, Default)]
pub(super) struct StdState {
    sources: StdSources,
    packages: HashMap<PkgId, &'static StdPackage>,
    /// Objects whose declaration was not parsed yet.
    unread: HashMap<ObjId, &'static StdDecl>,
    /// The scopes of files, which have their imports.
    file_scopes: HashMap<(PkgId, u32), ScopeId>,
    /// The packages whose `atImport` is called.
    begun: HashSet<PkgId>,
}

impl Checker {
    /// The standard package with an import path, if there is one.
    pub(super) fn import_std(&mut self, path: &str) -> Option<PkgId> {
        if let Some(&id) = self.by_path.get(path) {
            return Some(id);
        }
        let package = StdPackage::find(path)?;
        let name = Symbol::intern(package.name);
        let id = self.tt.add_pkg(package.path, name);
        let universe = self.package(PkgId::UNIVERSE).scope;
        let scope = self.scopes.open(Some(universe));
        self.packages.push(Package {
            path: package.path.into(),
            name,
            scope,
            std: true,
            natives: false,
            files: Vec::new(),
            imports: Vec::new(),
            objects: Vec::new(),
            inits: Vec::new(),
        });
        self.by_path.insert(package.path.into(), id);
        self.std.packages.insert(id, package);
        let here = std::mem::replace(&mut self.env.pkg, id);
        for decl in package.decls.iter().filter(|decl| !decl.is_method()) {
            for name in package.names_of(decl).filter(|name| !matches!(*name, "_" | "init")) {
                let kind = match decl.kind {
                    StdDeclKind::Const => ObjectKind::Const(None),
                    StdDeclKind::Type => ObjectKind::TypeName { alias: false },
                    StdDeclKind::Var => ObjectKind::Var(VarKind::Package),
                    StdDeclKind::Func => ObjectKind::Func(FuncInfo::default()),
                };
                let name = Symbol::intern(name);
                let obj = self.new_obj(name, Span::NONE, kind, None);
                self.std.unread.insert(obj, decl);
                self.scopes.get_mut(scope).set(name, obj);
            }
        }
        self.env.pkg = here;
        Some(id)
    }

    /// Has a standard package's function `atImport` called before the program begins, if it has one: what Go's does in
    /// `init`. Only packages that the program itself imports do so; others are there for their names.
    pub(super) fn std_at_import(&mut self, pkg: PkgId) {
        let Some(init) = self.scopes.get(self.package(pkg).scope).get(sym::AT_IMPORT) else { return };
        if self.std.begun.insert(pkg) {
            self.finished.push(PackageInit { pkg, vars: Vec::new(), inits: vec![init] });
        }
    }

    /// Checks everything in a standard package, which programs never need: for the tests of the library.
    pub fn check_std(&mut self, path: &str) {
        let Some(pkg) = self.import_std(path) else { return };
        let mut objects: Vec<ObjId> =
            self.scopes.get(self.package(pkg).scope).iter().map(|(_, obj)| obj).collect();
        objects.sort();
        for obj in objects {
            let ty = self.obj_type(obj);
            match self.obj(obj).kind {
                ObjectKind::Func(_) => self.ensure_body(obj),
                ObjectKind::TypeName { .. } => {
                    let Some(named) = self.tt.as_named(ty) else { continue };
                    for method in self.tt.methods(named).to_vec() {
                        self.ensure_body(method.obj);
                    }
                }
                ObjectKind::Var(_)
                | ObjectKind::Const(_)
                | ObjectKind::PkgName { .. }
                | ObjectKind::Builtin(_)
                | ObjectKind::Nil => {}
            }
        }
    }

    /// Parses the declaration of an object of the standard library, unless that was done. Other objects that it
    /// declares get theirs too.
    pub(super) fn load_std_decl(&mut self, id: ObjId) {
        let Some(decl) = self.std.unread.remove(&id) else { return };
        let pkg = self.obj(id).pkg;
        let Some(&package) = self.std.packages.get(&pkg) else { return };
        let (file, _) = self.std.sources.span(&mut self.sources, package, decl);
        let range = decl.lo as usize..decl.hi as usize;
        let parsed = parse_range(&self.sources, file, range, &mut self.nodes);
        // The library is tested, so that this is empty in every release.
        self.diags.extend(parsed.diags);
        let file_scope = self.std_file_scope(pkg, package, decl.file);
        let here = std::mem::replace(&mut self.env.pkg, pkg);
        for item in parsed.file.items {
            if let TopItem::Decl(decl) = item {
                self.enter_std_decl(id, file_scope, decl);
            }
        }
        self.env.pkg = here;
    }

    /// The scope of a file with the packages that it imports.
    fn std_file_scope(&mut self, pkg: PkgId, package: &'static StdPackage, file: u32) -> ScopeId {
        if let Some(&scope) = self.std.file_scopes.get(&(pkg, file)) {
            return scope;
        }
        let package_scope = self.package(pkg).scope;
        let scope = self.scopes.open(Some(package_scope));
        self.std.file_scopes.insert((pkg, file), scope);
        for (name, path) in package.files[file as usize].imports {
            let Some(imported) = self.import_std(path) else { continue };
            let name = if name.is_empty() { self.package(imported).name } else { Symbol::intern(name) };
            if name.is_blank() {
                continue;
            }
            let kind = ObjectKind::PkgName { imported, fake: false };
            let obj = self.new_obj(name, Span::NONE, kind, Some(crate::types::TypeId::INVALID));
            self.scopes.get_mut(scope).set(name, obj);
        }
        scope
    }

    /// Gives the objects of a declaration what it says of them. `method` is the object if it is a method's.
    fn enter_std_decl(&mut self, method: ObjId, file_scope: ScopeId, decl: Decl) {
        match decl {
            Decl::Bad(_) | Decl::Import(_) => {}
            Decl::Const(group) => {
                for spec in &group.specs {
                    let values = spec.inherit.as_ref().unwrap_or(spec);
                    for (index, name) in spec.names.iter().enumerate() {
                        let kind = DeclKind::Const {
                            values: values.clone(),
                            index,
                            iota: spec.iota,
                            inherited: spec.inherit.is_some(),
                        };
                        let obj = self.std_object(name, ObjectKind::Const(None));
                        self.set_std_decl(obj, name, file_scope, kind);
                    }
                }
            }
            Decl::Var(group) => {
                for spec in &group.specs {
                    let objs: Vec<ObjId> = spec
                        .names
                        .iter()
                        .map(|name| self.std_object(name, ObjectKind::Var(VarKind::Package)))
                        .collect();
                    let together = spec.values.len() == 1 && objs.len() > 1;
                    let all: Rc<[ObjId]> = if together { objs.as_slice().into() } else { [].into() };
                    for (index, (name, &obj)) in spec.names.iter().zip(&objs).enumerate() {
                        let kind = DeclKind::Var { spec: spec.clone(), index, group: all.clone() };
                        self.set_std_decl(obj, name, file_scope, kind);
                    }
                }
            }
            Decl::Type(group) => {
                for spec in &group.specs {
                    let kind = ObjectKind::TypeName { alias: spec.is_alias() };
                    let obj = self.std_object(&spec.name, kind.clone());
                    self.objs[obj.0 as usize].kind = kind;
                    self.set_std_decl(obj, &spec.name, file_scope, DeclKind::Type(spec.clone()));
                    self.declare_std_methods(obj);
                }
            }
            Decl::Func(func) => {
                let info = FuncInfo {
                    is_method: func.recv.is_some(),
                    has_body: func.body.is_some(),
                    ..FuncInfo::default()
                };
                let obj = if func.recv.is_some() {
                    method
                } else {
                    self.std_object(&func.name, ObjectKind::Func(info))
                };
                if let ObjectKind::Func(known) = &mut self.objs[obj.0 as usize].kind {
                    *known = FuncInfo { ptr_recv: known.ptr_recv, ..info };
                }
                let name = func.name;
                let func: Rc<FuncDecl> = func;
                self.set_std_decl(obj, &name, file_scope, DeclKind::Func(func));
            }
        }
    }

    /// The object of a declared name; blank names get a new one.
    fn std_object(&mut self, name: &Ident, kind: ObjectKind) -> ObjId {
        let scope = self.package(self.env.pkg).scope;
        match self.scopes.get(scope).get(name.name) {
            Some(obj) => obj,
            None => self.new_obj(name.name, name.span, kind, None),
        }
    }

    fn set_std_decl(&mut self, obj: ObjId, name: &Ident, file_scope: ScopeId, kind: DeclKind) {
        self.std.unread.remove(&obj);
        let id = DeclId(self.decls.len() as u32);
        self.decls.push(DeclInfo { pkg: self.env.pkg, file_scope, kind, deps: Vec::new() });
        let object = &mut self.objs[obj.0 as usize];
        object.span = name.span;
        object.decl = Some(id);
        self.info.set_def(name.id, obj);
    }

    /// Enters the methods of a type, to be attached when the type is resolved.
    fn declare_std_methods(&mut self, type_obj: ObjId) {
        let Some(&package) = self.std.packages.get(&self.env.pkg) else { return };
        let mut methods = Vec::new();
        for decl in package.methods_of(self.obj(type_obj).name.as_str()) {
            let Some(name) = package.names_of(decl).next() else { continue };
            let info = FuncInfo { is_method: true, ptr_recv: decl.pointer, ..FuncInfo::default() };
            let obj = self.new_obj(Symbol::intern(name), Span::NONE, ObjectKind::Func(info), None);
            self.std.unread.insert(obj, decl);
            methods.push((obj, decl.pointer));
        }
        if !methods.is_empty() {
            self.methods.insert(type_obj, methods);
        }
    }
}
