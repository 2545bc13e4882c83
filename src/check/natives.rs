//! Functions without body in packages of the host: they are the host's.

use super::Checker;
use super::signature::unpack_recv;
use crate::ast::{Decl, ExprKind, FuncDecl, TopItem};
use crate::source::Span;
use crate::types::ObjId;

impl Checker {
    /// The functions and methods without body of all packages of the host that were imported: `path.Name`, `path.(*Type).Name`
    /// or `path.Type.Name`, and where each is declared.
    pub fn natives(&self) -> Vec<(String, Span)> {
        let mut found = Vec::new();
        for package in self.packages.iter().filter(|package| package.natives) {
            for item in package.files.iter().flat_map(|file| &file.items) {
                if let TopItem::Decl(Decl::Func(func)) = item
                    && func.body.is_none()
                {
                    found.push((format!("{}.{}", package.path, name_in_package(func)), func.name.span));
                }
            }
        }
        found
    }

    /// Whether the package of the function `path.Name` is one of the host and was imported.
    pub fn has_natives_of(&self, name: &str) -> bool {
        let is_of = |path: &str| name.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
        self.packages.iter().any(|package| package.natives && is_of(&package.path))
    }

    /// What the main package declares under a name.
    pub fn main_member(&self, name: &str) -> Option<ObjId> {
        let main = self.packages.iter().rfind(|package| &*package.path == "main")?;
        self.scopes.get(main.scope).get(crate::source::Symbol::intern(name))
    }
}

fn name_in_package(func: &FuncDecl) -> String {
    let Some(field) = func.recv.as_ref().and_then(|fields| fields.first()) else {
        return func.name.name.to_string();
    };
    let parts = unpack_recv(&field.ty);
    let base = match &parts.base.kind {
        ExprKind::Ident(ident) => ident.name.to_string(),
        _ => String::new(),
    };
    if parts.ptr { format!("(*{base}).{}", func.name.name) } else { format!("{base}.{}", func.name.name) }
}
