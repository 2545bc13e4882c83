//! Import declarations: which packages they name, what they bring into scope, and which of them nobody uses.

use super::Checker;
use super::collect::{Collector, Program};
use super::import::{FoundPackage, PackageText, add_source};
use super::object::*;
use super::scope::ScopeId;
use crate::ast::{File, Ident, ImportSpec, string_value};
use crate::diag::{Code, Diagnostic};
use crate::parser::{Mode, parse_file};
use crate::source::{Span, StdPackage, Symbol, sym};
use crate::types::TypeId;
use std::path::Path;
use std::rc::Rc;

/// What the go command calls a package of files that are named one by one.
pub(super) const COMMAND_LINE: &str = "command-line-arguments";

impl Checker {
    pub(super) fn import_decl(
        &mut self,
        col: &mut Collector,
        file_scope: ScopeId,
        spec: &ImportSpec,
        program: &mut Program,
    ) {
        let path = String::from_utf8_lossy(&string_value(spec.path.raw.as_str())).into_owned();
        if let Err(problem) = valid_import_path(&path) {
            self.err(Code::InvalidImport, spec.path_span, format!("invalid import path ({problem})"));
            return;
        }
        let found = self.import_package(&path, (spec.span, spec.path_span), program);
        let (imported, fake) = match found {
            Some(id) => (id, false),
            None => (PkgId::UNIVERSE, true),
        };
        let name = match spec.name {
            Some(ident) => ident.name,
            None if fake => Symbol::intern(path.rsplit('/').next().unwrap_or(&path)),
            None => self.package(imported).name,
        };
        if name == sym::INIT {
            self.err(Code::InvalidImport, spec.span, "cannot import package as init - init must be a func");
            return;
        }
        if !fake && !col.imports.contains(&imported) {
            col.imports.push(imported);
        }
        let kind = ObjectKind::PkgName { imported, fake };
        let at = spec.name.map_or(spec.path_span, |n| n.span);
        let obj = self.new_obj(name, at, kind, Some(TypeId::INVALID));
        self.objs[obj.0 as usize].used = fake;
        if let Some(ident) = spec.name {
            self.info.set_def(ident.id, obj);
        }
        self.import_names.push(obj);
        if name == sym::DOT {
            if fake {
                return;
            }
            self.dot_import(file_scope, imported, obj, at);
        } else {
            self.declare(file_scope, None, obj);
        }
    }

    fn dot_import(&mut self, file_scope: ScopeId, imported: PkgId, import: ObjId, at: Span) {
        let scope = self.package(imported).scope;
        let mut names: Vec<(Symbol, ObjId)> =
            self.scopes.get(scope).iter().filter(|(n, _)| n.is_exported()).collect();
        names.sort_by_key(|(n, _)| n.as_str());
        for (name, obj) in names {
            if let Some(other) = self.scopes.get(file_scope).get(name) {
                let diag =
                    Diagnostic::error(Code::Redeclared, at, format!("{name} redeclared in this block"))
                        .with_related(self.obj(other).span, format!("other declaration of {name}"));
                self.report(diag);
                continue;
            }
            self.scopes.get_mut(file_scope).set(name, obj);
            self.dot_imports.insert((file_scope, name), import);
        }
    }

    /// The package that an import path leads to; an error is reported if there is none. The whole import is where Go says
    /// that one is missing; all other errors are at its path.
    pub(super) fn import_package(
        &mut self,
        path: &str,
        (whole, at): (Span, Span),
        program: &mut Program,
    ) -> Option<PkgId> {
        let dir = self.dirs.get(&self.env.pkg).cloned();
        if self.is_relative_in_module(path, whole, dir.as_deref()) {
            for message in [
                format!("{path:?} is relative, but relative import paths are not supported in module mode"),
                format!("local import {path:?} in non-local package"),
            ] {
                self.err(Code::MissingPackage, whole, message);
            }
            return None;
        }
        let found = match &mut self.loader {
            Some(loader) => loader.load(path, dir.as_deref()),
            None => Ok(FoundPackage::Std),
        };
        let text = match found {
            Ok(FoundPackage::Std) => {
                self.tt.imported(path);
                let std = self.import_std(path);
                match std {
                    Some(pkg) => self.std_at_import(pkg),
                    None => self.err(Code::MissingPackage, whole, format!("package {path} is not in std")),
                }
                return std;
            }
            Ok(FoundPackage::Text(text)) => text,
            Err(error) => {
                let internal = error.message.starts_with("use of internal package");
                let (code, place) = match () {
                    () if error.invalid => (Code::InvalidImport, at),
                    () if internal => (Code::ClosedPackage, whole),
                    () => (Code::MissingPackage, whole),
                };
                let mut diag = Diagnostic::error(code, place, error.message);
                diag.help = error.help;
                if internal {
                    diag.notes.push(self.way_here());
                }
                self.report(diag);
                return None;
            }
        };
        let key: Rc<str> = text.path.as_str().into();
        let main = self.is_main_package(&text);
        self.imported_at.insert(whole.lo, (!main).then(|| key.clone()));
        if main || self.importing.contains(&key) {
            let own = self.env.pkg == self.main_package();
            if main && !own && self.package(self.main_package()).name == sym::MAIN {
                self.refuse_program(path, whole);
            }
            self.err(Code::ImportCycle, at, format!("import cycle not allowed: {key} imports itself"));
            return None;
        }
        if let Some(&id) = self.by_path.get(&key) {
            return Some(id);
        }
        let mut files = Vec::new();
        let first_diag = self.diags.len();
        let language = text.dir.as_deref().and_then(|dir| self.loader.as_ref()?.language(dir));
        for (name, bytes) in text.files {
            let mode = Mode::of(&name);
            let is_go = name.ends_with(".go");
            let (file, wrong) = add_source(&mut self.sources, name, bytes, text.dir.as_deref());
            self.diags.extend(wrong);
            if is_go {
                self.set_language(file, language);
            }
            let parsed = parse_file(&self.sources, file, &mut self.nodes, mode);
            self.diags.extend(parsed.diags);
            files.push(Rc::new(parsed.file));
        }
        if let (Some(message), Some(dir)) = (self.several_packages(&files), &text.dir) {
            self.diags.truncate(first_diag);
            let dir = std::path::absolute(dir).unwrap_or_else(|_| dir.clone());
            let message = format!("{message} in {}", dir.display());
            self.err(Code::MissingPackage, whole, message);
            return None;
        }
        let name = files.iter().find_map(|f| f.package).map_or(sym::MAIN, |p| p.name);
        if name == sym::MAIN && !text.tested {
            self.refuse_program(path, whole);
            return None;
        }
        self.importing.push(key.clone());
        let readable = super::can_check(&self.diags[first_diag..]);
        let (parsed, of_files) = (self.diags.len(), files.iter().map(|f| f.id).collect::<Vec<_>>());
        let id = self.check_package(&text.path, name, files, text.dir, text.natives, program);
        self.importing.pop();
        if !readable {
            // Most of what was found in it follows from that.
            let found = self.diags.split_off(parsed);
            let own = |diag: &Diagnostic| {
                self.sources.file_of(diag.span.lo).is_some_and(|file| of_files.contains(&file.id))
            };
            let others: Vec<Diagnostic> = found.into_iter().filter(|diag| !own(diag)).collect();
            self.diags.extend(others);
        }
        self.by_path.insert(key, id);
        Some(id)
    }

    /// Whether an import leads from a directory to another, which Go files of a module may not do.
    fn is_relative_in_module(&self, path: &str, at: Span, dir: Option<&Path>) -> bool {
        let relative = path.split('/').next().is_some_and(|first| matches!(first, "." | ".."));
        let is_go = || self.sources.file_of(at.lo).is_some_and(|file| file.name.ends_with(".go"));
        let in_module =
            || self.loader.as_ref().zip(dir).is_some_and(|(loader, dir)| loader.path_of(dir).is_some());
        relative && is_go() && in_module()
    }

    /// What the go command says of the files of a directory that are of more than one package.
    pub(super) fn several_packages(&self, files: &[Rc<File>]) -> Option<String> {
        let named = |file: &File| {
            let path = &self.sources.file(file.id).name;
            format!(
                "{} ({})",
                file.package.map_or(sym::MAIN, |p| p.name),
                path.rsplit('/').next().unwrap_or(path)
            )
        };
        let first = files.iter().find(|file| file.package.is_some())?;
        let name = first.package?.name;
        let other = files.iter().find(|file| file.package.is_some_and(|p| p.name != name))?;
        Some(format!("found packages {} and {}", named(first), named(other)))
    }

    fn refuse_program(&mut self, path: &str, at: Span) {
        let message = format!("import \"{path}\" is a program, not an importable package");
        self.err(Code::ClosedPackage, at, message);
    }

    /// Whether a package that is imported is the one that was entered first: of the same files, since a file can also be
    /// run beside the package of its directory.
    fn is_main_package(&self, text: &PackageText) -> bool {
        let Some((file, _)) = text.files.first().filter(|_| !text.tested && text.dir.is_some()) else {
            return false;
        };
        let Ok(file) = std::fs::canonicalize(file) else { return false };
        let files = &self.package(self.main_package()).files;
        let mut names = files.iter().map(|main| &self.sources.file(main.id).name);
        names.any(|name| std::fs::canonicalize(name).is_ok_and(|name| name == file))
    }

    /// The package that was entered first.
    fn main_package(&self) -> PkgId {
        self.dirs.keys().copied().min_by_key(|pkg| pkg.0).unwrap_or(PkgId::UNIVERSE)
    }

    /// The way by which imports have led to the package that is being checked, as the go command tells it.
    fn way_here(&self) -> String {
        let imports = self.importing.iter().map(|path| format!("\n\timports {path}"));
        format!("package {}{}", self.main_path(), imports.collect::<String>())
    }

    /// The path of the main package, as the go command has it.
    pub(super) fn main_path(&self) -> String {
        // The main package is the first that was entered.
        let dir = self.dirs.iter().min_by_key(|(pkg, _)| pkg.0).map(|(_, dir)| dir);
        let main = dir.zip(self.loader.as_ref()).and_then(|(dir, loader)| loader.path_of(dir));
        main.unwrap_or_else(|| COMMAND_LINE.into())
    }

    /// A package that a script uses without importing it.
    pub(super) fn implicit_import(&mut self, ident: &Ident) -> Option<ObjId> {
        if !self.scripts.contains(&self.env.pkg) {
            return None;
        }
        let host = self.implicit.iter().copied().find(|&p| self.package(p).name == ident.name);
        let imported = match host {
            Some(package) => package,
            None => self.import_std(StdPackage::for_script(ident.name.as_str())?.path)?,
        };
        let kind = ObjectKind::PkgName { imported, fake: false };
        let obj = self.new_obj(ident.name, Span::NONE, kind, Some(TypeId::INVALID));
        let universe = self.package(PkgId::UNIVERSE).scope;
        // Beside the predeclared names: any declaration of the script hides it.
        let mut scope = self.env.scope;
        while let Some(parent) = self.scopes.get(scope).parent
            && parent != universe
        {
            scope = parent;
        }
        self.scopes.get_mut(scope).set(ident.name, obj);
        Some(obj)
    }

    /// What a standard package declares under a name, exported or not: for the types that the machine makes values of.
    pub fn std_member(&mut self, path: &str, name: &str) -> Option<ObjId> {
        let pkg = self.import_std(path)?;
        let scope = self.package(pkg).scope;
        self.scopes.get(scope).get(Symbol::intern(name))
    }

    /// Whether a package, which has been read, declares a function of this name.
    pub fn declares_function(&self, pkg: PkgId, name: Symbol) -> bool {
        let obj = self.scopes.get(self.package(pkg).scope).get(name);
        obj.is_some_and(|obj| matches!(self.obj(obj).kind, ObjectKind::Func(_)))
    }

    /// The package of this import path, if it has been read.
    pub fn package_named(&self, path: &str) -> Option<PkgId> {
        let at = self.packages.iter().position(|package| &*package.path == path)?;
        Some(PkgId(at as u32))
    }

    /// A name that a package declares.
    pub(super) fn package_member(&mut self, pkg: PkgId, name: Symbol) -> Option<ObjId> {
        let package = self.package(pkg);
        // What a standard package does not export is as good as absent.
        if package.std && !name.is_exported() {
            return None;
        }
        let found = self.scopes.get(package.scope).get(name)?;
        if matches!(self.obj(found).kind, ObjectKind::PkgName { .. }) {
            return None;
        }
        let shown = name.is_exported() || self.shown_to_importers(pkg).contains(&found);
        shown.then_some(found)
    }

    /// An exported name of a package that differs from another one in case only.
    pub(super) fn member_like(&self, pkg: PkgId, name: Symbol) -> Option<Symbol> {
        let lower = name.as_str().to_lowercase();
        let scope = self.package(pkg).scope;
        self.scopes
            .get(scope)
            .iter()
            .map(|(n, _)| n)
            .filter(|n| n.is_exported() && n.as_str().to_lowercase() == lower)
            .min_by_key(|n| n.as_str())
    }

    /// Whether Go's package of the same path declares a name that is not exported, where one with a capital is.
    pub(super) fn is_unexported_in_go(&self, pkg: PkgId, name: Symbol) -> bool {
        // By scripts/gen-unexported.
        let packages = include_str!("unexported.txt").lines();
        let mut words = packages.map(|line| line.split(' '));
        let path = &*self.package(pkg).path;
        words.any(|mut words| words.next() == Some(path) && words.any(|word| word == name.as_str()))
    }

    /// Reports names that both an import of a file and the package declare.
    pub(super) fn check_import_conflicts(&mut self, col: &Collector) {
        for &file_scope in &col.file_scopes {
            let mut names: Vec<(Symbol, ObjId)> = self.scopes.get(file_scope).iter().collect();
            names.sort_by_key(|(n, _)| n.as_str());
            for (name, obj) in names {
                let Some(alt) = self.scopes.get(col.scope).get(name) else { continue };
                let (message, other) = match self.obj(obj).kind {
                    ObjectKind::PkgName { imported, .. } => {
                        let p = self.package(imported);
                        let text = format!(
                            "{name} already declared through import of package {} (\"{}\")",
                            p.name, p.path
                        );
                        (text, self.obj(obj).span)
                    }
                    _ => {
                        let p = self.package(self.obj(obj).pkg);
                        let text = format!(
                            "{name} already declared through dot-import of package {} (\"{}\")",
                            p.name, p.path
                        );
                        (text, self.obj(obj).span)
                    }
                };
                let mut diag = Diagnostic::error(Code::Redeclared, self.obj(alt).span, message);
                if !other.is_none() {
                    diag = diag.with_related(other, format!("other declaration of {name}"));
                }
                self.report(diag);
            }
        }
    }

    pub(super) fn unused_imports(&mut self) {
        for obj in std::mem::take(&mut self.import_names) {
            let o = self.obj(obj);
            let ObjectKind::PkgName { imported, fake } = o.kind else { continue };
            if o.used || fake || o.name.is_blank() {
                continue;
            }
            let (name, span) = (o.name, o.span);
            let path = self.package(imported).path.clone();
            let last = path.rsplit('/').next().unwrap_or(&path);
            let message = if name == sym::DOT || name.as_str() == last {
                format!("\"{path}\" imported and not used")
            } else {
                format!("\"{path}\" imported as {name} and not used")
            };
            self.soft(Code::UnusedImport, span, message);
        }
    }
}

/// What is wrong with an import path, if anything.
fn valid_import_path(path: &str) -> Result<(), String> {
    if path.is_empty() {
        return Err("empty string".to_string());
    }
    const ILLEGAL: &str = "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{FFFD}";
    match path.chars().find(|&c| c.is_control() || c.is_whitespace() || ILLEGAL.contains(c)) {
        Some(c) if c.is_control() => Err(format!("invalid character U+{:04X}", c as u32)),
        Some(c) => Err(format!("invalid character U+{:04X} '{c}'", c as u32)),
        None => Ok(()),
    }
}
