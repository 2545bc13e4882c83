//! Method sets: every method that a value of a type has, promoted ones included.

use super::*;
use crate::source::Symbol;
use std::rc::Rc;

/// Where a method of a method set comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MethodSource {
    /// Declared for a defined type.
    Declared {
        /// The function object (of the generic type, for an instance: substitute by
        /// [`TypeTable::instance_subst`] of the entry's `recv`).
        obj: ObjId,
        /// Whether its receiver is a pointer.
        ptr_recv: bool,
    },
    /// A method of an (embedded) interface, by its index there.
    Interface(u32),
}

/// One method of a method set.
#[derive(Clone, Debug)]
pub struct MethodEntry {
    /// Its name.
    pub name: Symbol,
    /// The package of an unexported name; [`PkgId::UNIVERSE`] for an exported one.
    pub pkg: PkgId,
    /// The embedded fields from the value to the receiver.
    pub path: Vec<u32>,
    /// Whether a pointer is followed on the way.
    pub indirect: bool,
    /// What is called.
    pub source: MethodSource,
    /// The type that declares it: a defined type or an interface, without pointer.
    pub recv: TypeId,
}

impl TypeTable {
    /// The method set of a type, sorted by name (Go's order of run-time method tables: by name, then
    /// package). For an interface, its methods.
    pub fn method_set(&mut self, t: TypeId) -> Rc<[MethodEntry]> {
        let t = self.canon(t);
        if let Some(set) = self.method_sets.get(&t) {
            return set.clone();
        }
        let mut names: Vec<(Symbol, PkgId)> = Vec::new();
        let (base, _) = self.deref(t);
        self.collect_names(base, &mut names, &mut Vec::new());
        names.sort_by(|a, b| a.0.as_str().cmp(b.0.as_str()).then(a.1.cmp(&b.1)));
        names.dedup();
        let mut set = Vec::with_capacity(names.len());
        for (name, pkg) in names {
            let Lookup::Found(m) = self.lookup(t, false, pkg, name) else { continue };
            let source = match m.kind {
                MemberKind::Field => continue,
                MemberKind::Method { obj, ptr_recv } => MethodSource::Declared { obj, ptr_recv },
                MemberKind::IfaceMethod(i) => MethodSource::Interface(i),
            };
            let recv = self.canon(m.recv);
            set.push(MethodEntry { name, pkg, path: m.path, indirect: m.indirect, source, recv });
        }
        let set: Rc<[MethodEntry]> = set.into();
        self.method_sets.insert(t, set.clone());
        set
    }

    fn collect_names(&mut self, t: TypeId, names: &mut Vec<(Symbol, PkgId)>, seen: &mut Vec<TypeId>) {
        let t = self.canon(t);
        if seen.contains(&t) {
            return;
        }
        seen.push(t);
        if let Some(id) = self.as_named(t) {
            names.extend(self.methods(id).iter().map(|m| (m.name, m.pkg)));
        }
        match self.under_shape(t) {
            Type::Struct(fields) => {
                for f in fields.iter().filter(|f| f.embedded) {
                    let (base, _) = self.deref(f.ty);
                    self.collect_names(base, names, seen);
                }
            }
            Type::Interface(_) | Type::TypeParam(_) => {
                if let Some(iface) = self.iface(t) {
                    names.extend(iface.methods.iter().map(|m| (m.name, m.pkg)));
                }
            }
            Type::Invalid
            | Type::Basic(_)
            | Type::Named(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Array(..)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Func(_)
            | Type::Tuple(_)
            | Type::Union(_) => {}
        }
    }
}
