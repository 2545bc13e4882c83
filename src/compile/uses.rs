//! Which package variables functions may use that have no code yet, by what the checker has noted of their bodies.
//!
//! Only packages outside of the standard library are looked at: a function of the library mentions none of their variables, and
//! calls none of their functions but through values, and methods that are exported.

use hashbrown::HashSet;

use super::call::FoundKind;
use super::unit::{Source, State};
use crate::bytecode::FuncId;
use crate::check::Checker;
use crate::check::object::ObjectKind;
use crate::types::{ObjId, PkgId};
use crate::vm::GlobalId;

impl State {
    /// The package variables of the program that have been mentioned, so that there may be something in them.
    pub fn variables(&self, chk: &Checker) -> Vec<GlobalId> {
        let own = self.globals().filter(|&(obj, _)| is_own(chk, chk.obj(obj).pkg));
        own.map(|(_, id)| id).collect()
    }

    /// Those that a function may use, itself or through what it calls.
    pub fn uses(&self, chk: &Checker, func: FuncId) -> Vec<GlobalId> {
        match self.sources.get(&func) {
            Some(Source::Decl { obj, .. } | Source::VarInit { obj }) => self.reachable(chk, [*obj]),
            Some(Source::Entry { found, .. } | Source::Expr { found, .. }) => match found.kind {
                FoundKind::Declared { obj, .. } => self.reachable(chk, [obj]),
                FoundKind::Iface { .. } => Vec::new(),
            },
            Some(Source::Native { .. } | Source::Blocking { .. }) => Vec::new(),
            // It has all of the program before it.
            Some(Source::Main(_)) | None => self.variables(chk),
        }
    }

    /// Those that methods may use which can be called without being named: by the library, or through interfaces.
    pub fn uses_of_methods(&self, chk: &Checker) -> Vec<GlobalId> {
        let named: HashSet<_> = chk.tt.interface_methods().collect();
        let own = chk.packages.iter().enumerate().filter(|&(id, _)| is_own(chk, PkgId(id as u32)));
        let methods = own.flat_map(|(_, package)| &package.objects).copied().filter(|&obj| {
            let object = chk.obj(obj);
            matches!(object.kind, ObjectKind::Func(info) if info.is_method)
                && (object.name.is_exported() || named.contains(&object.name))
        });
        self.reachable(chk, methods)
    }

    /// The variables that declarations lead to.
    fn reachable(&self, chk: &Checker, from: impl IntoIterator<Item = ObjId>) -> Vec<GlobalId> {
        let mut todo: Vec<ObjId> = from.into_iter().collect();
        let mut seen: HashSet<ObjId> = todo.iter().copied().collect();
        let mut variables = Vec::new();
        while let Some(obj) = todo.pop() {
            let object = chk.obj(obj);
            if !is_own(chk, object.pkg) {
                continue;
            }
            variables.extend(self.global_of(obj));
            // Variables have their values already: what their initialisers mention does not matter.
            if let (ObjectKind::Func(_), Some(decl)) = (&object.kind, chk.decl_of(obj)) {
                todo.extend(decl.deps.iter().copied().filter(|&dep| seen.insert(dep)));
            }
        }
        variables
    }
}

/// Whether a package is none of the standard library.
fn is_own(chk: &Checker, pkg: PkgId) -> bool {
    !chk.package(pkg).std
}
