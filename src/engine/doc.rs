//! Documentation of names, from the comments above their declarations.

use super::inspect::Kind;
use super::session::Session;
use crate::check::object::{ObjId, ObjectKind};
use crate::source::{Span, StdDeclKind, StdPackage, comment_before};
use crate::types::universe::BUILTINS;

impl Session {
    /// What is known of a name: a declaration of the session, a package of the standard library (by name or path), something
    /// that it declares (`strings.Builder.Len`), or a predeclared function.
    pub fn doc(&mut self, name: &str) -> Option<String> {
        let name = name.trim();
        if let Some(package) = self.package_meant(name) {
            return Some(package_doc(package));
        }
        if let Some(obj) = self.find(name) {
            return match self.std_doc(name) {
                Some(doc) => Some(doc),
                None => self.session_doc(obj),
            };
        }
        let row = BUILTINS.iter().find(|row| row.name == name)?;
        Some(format!("{}\n", row.doc))
    }

    /// The standard package of a name or path, unless the name denotes something else.
    fn package_meant(&mut self, name: &str) -> Option<&'static StdPackage> {
        let names = self.code.checker.session_names();
        match names.iter().find(|(n, _)| n.as_str() == name) {
            Some(&(_, obj)) => match self.code.checker.obj(obj).kind {
                ObjectKind::PkgName { imported, .. } => {
                    StdPackage::find(&self.code.checker.package(imported).path)
                }
                _ => None,
            },
            None => StdPackage::find(name).or_else(|| StdPackage::for_script(name)),
        }
    }

    /// The documentation of something that a standard package declares.
    fn std_doc(&mut self, name: &str) -> Option<String> {
        let (first, rest) = name.split_once('.')?;
        let package = self.package_meant(first)?;
        let (decl, of_type) = match rest.split_once('.') {
            Some((ty, method)) => (package.methods_of(ty).find(|d| d.names == [method])?, None),
            None => (package.decl(rest)?, Some(rest)),
        };
        let (text, comment) = package.text_of(decl);
        let mut doc = match decl.kind {
            StdDeclKind::Func => signature(text).to_string(),
            StdDeclKind::Const | StdDeclKind::Type | StdDeclKind::Var => text.to_string(),
        };
        doc.push('\n');
        doc.push_str(&comment);
        if let (StdDeclKind::Type, Some(ty)) = (decl.kind, of_type) {
            let exported = package.methods_of(ty).filter(|d| d.names.iter().all(|n| is_exported(n)));
            let methods: Vec<&str> = exported.map(|d| signature(package.text_of(d).0)).collect();
            if !methods.is_empty() {
                doc.push('\n');
            }
            for method in methods {
                doc.push_str(method);
                doc.push('\n');
            }
        }
        Some(doc)
    }

    /// The declaration of something that was entered, with the comment above it.
    fn session_doc(&mut self, obj: ObjId) -> Option<String> {
        let (kind, ty) = self.describe(obj)?;
        let checker = &self.code.checker;
        let name = checker.obj(obj).name;
        let span = checker.obj(obj).span;
        let mut doc = match kind {
            Kind::Func => match checker.func_decl(obj) {
                Some(decl) => {
                    let end = decl.body.as_ref().map_or(decl.span.hi, |body| body.span.lo);
                    checker.sources.text(Span::new(decl.span.lo, end)).trim_end().to_string()
                }
                None => format!("func {name}{ty}"),
            },
            Kind::Type => format!("type {name} {ty}"),
            Kind::Const => format!("const {name} {ty}"),
            Kind::Var => format!("var {name} {ty}"),
        };
        doc.push('\n');
        if let Some((file, line, _)) = checker.sources.lookup(span.lo) {
            let start = file.line_starts()[line as usize - 1] as usize;
            doc.push_str(&comment_before(&file.text, start));
        }
        let named = checker.tt.as_named(checker.obj(obj).ty).filter(|_| kind == Kind::Type);
        let methods = named.map_or(&[][..], |named| checker.tt.methods(named));
        for method in methods {
            let Some(decl) = checker.func_decl(method.obj) else { continue };
            let end = decl.body.as_ref().map_or(decl.span.hi, |body| body.span.lo);
            doc.push_str(checker.sources.text(Span::new(decl.span.lo, end)).trim_end());
            doc.push('\n');
        }
        Some(doc)
    }
}

/// The first line of a function's text, without the brace of its body: the library is formatted so.
fn signature(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.trim_end().trim_end_matches('{').trim_end()
}

fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

/// A package: its comment, then what it exports, a line each.
fn package_doc(package: &StdPackage) -> String {
    let mut doc = format!("package {} // import \"{}\"\n{}\n", package.name, package.path, package.doc());
    for decl in package.decls {
        if !decl.receiver.is_empty() {
            continue;
        }
        let exported: Vec<&str> = decl.names.iter().copied().filter(|name| is_exported(name)).collect();
        let Some(first) = exported.first() else { continue };
        let line = match decl.kind {
            StdDeclKind::Func => signature(package.text_of(decl).0).to_string(),
            StdDeclKind::Type if exported.len() == 1 => {
                let text = package.text_of(decl).0;
                let line = text.lines().next().unwrap_or_default();
                if line.ends_with('{') { format!("{line} ... }}") } else { line.to_string() }
            }
            StdDeclKind::Type => format!("type {}", exported.join(", ")),
            StdDeclKind::Const if exported.len() > 4 => {
                format!("const {first} ... // {} constants", exported.len())
            }
            StdDeclKind::Const => format!("const {}", exported.join(", ")),
            StdDeclKind::Var => format!("var {}", exported.join(", ")),
        };
        doc.push_str(&line);
        doc.push('\n');
    }
    doc
}
