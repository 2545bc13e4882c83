//! Finding a field or method by name, through embedded fields.
//!
//! The search goes level by level: the shallowest level that has the name decides; two finds on it
//! are an ambiguity.

use super::*;
use crate::source::Symbol;

/// What was found.
#[derive(Clone, Debug)]
pub struct Member {
    /// Field or method.
    pub kind: MemberKind,
    /// Field indices from the operand: through embedded fields, and for a field its own index last.
    pub path: Vec<u32>,
    /// Whether a pointer was followed on the way (the operand itself may be it).
    pub indirect: bool,
    /// The field's type, or an interface method's signature; [`TypeId::INVALID`] for declared methods,
    /// whose type only the checker knows.
    pub ty: TypeId,
    /// The type that has the field or method: defined type, struct, interface or type parameter.
    pub recv: TypeId,
}

/// The kind of a [`Member`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MemberKind {
    /// A struct field.
    Field,
    /// A method declared for a defined type.
    Method {
        /// The function object (of the generic type, for a method of an instance).
        obj: ObjId,
        /// Whether its receiver is a pointer.
        ptr_recv: bool,
    },
    /// A method of an interface, or of a type parameter's constraint: its index.
    IfaceMethod(u32),
}

/// The result of a search.
#[derive(Clone, Debug)]
pub enum Lookup {
    /// One field or method.
    Found(Member),
    /// Several at the same depth.
    Ambiguous,
    /// A method with a pointer receiver, on an operand that is not addressable.
    NeedsPointer,
    /// Nothing.
    NotFound,
}

impl Lookup {
    /// The member, if there is one.
    pub fn found(self) -> Option<Member> {
        match self {
            Lookup::Found(m) => Some(m),
            Lookup::Ambiguous | Lookup::NeedsPointer | Lookup::NotFound => None,
        }
    }
}

/// How a name is compared.
#[derive(Clone, Copy)]
struct Wanted {
    pkg: PkgId,
    name: Symbol,
    fold: bool,
}

impl Wanted {
    fn matches(self, pkg: PkgId, name: Symbol) -> bool {
        if name == self.name {
            return pkg == PkgId::UNIVERSE || pkg == self.pkg || self.fold;
        }
        self.fold && name.as_str().to_lowercase() == self.name.as_str().to_lowercase()
    }
}

struct Level {
    ty: TypeId,
    path: Vec<u32>,
    indirect: bool,
    /// The same type was reached in several ways on this level.
    multiple: bool,
}

/// How deep embedding is followed.
const DEPTH: usize = 10_000;

impl TypeTable {
    /// Finds the field or method `name` of a type, as seen from package `pkg`. Methods with pointer
    /// receivers are found for a type that is no pointer only if `addressable`.
    pub fn lookup(&mut self, t: TypeId, addressable: bool, pkg: PkgId, name: Symbol) -> Lookup {
        self.lookup_with(t, addressable, Wanted { pkg, name, fold: false })
    }

    /// As [`TypeTable::lookup`], ignoring case and packages: for error messages.
    pub fn lookup_fold(&mut self, t: TypeId, addressable: bool, pkg: PkgId, name: Symbol) -> Lookup {
        self.lookup_with(t, addressable, Wanted { pkg, name, fold: true })
    }

    fn lookup_with(&mut self, t: TypeId, addressable: bool, wanted: Wanted) -> Lookup {
        if wanted.name.as_str() == "_" {
            return Lookup::NotFound;
        }
        // A defined pointer type has its base's fields, but no methods; tasks have methods of their own.
        if self.as_named(t).is_some_and(|id| !self.is_task(id))
            && let under = self.under(t)
            && matches!(self.get(under), Type::Pointer(_))
        {
            return match self.search(under, false, wanted) {
                Lookup::Found(m) if m.kind != MemberKind::Field => Lookup::NotFound,
                other => other,
            };
        }
        self.search(t, addressable, wanted)
    }

    fn search(&mut self, t: TypeId, addressable: bool, wanted: Wanted) -> Lookup {
        let (base, is_ptr) = self.deref(t);
        if is_ptr && (self.is_interface(base) || self.is_tparam(base)) {
            return Lookup::NotFound;
        }
        let mut current = vec![Level { ty: base, path: Vec::new(), indirect: is_ptr, multiple: false }];
        let mut seen: Vec<TypeId> = Vec::new();
        for _ in 0..DEPTH {
            let mut next: Vec<Level> = Vec::new();
            let mut found: Option<Member> = None;
            for level in &current {
                if let Some(id) = self.as_named(level.ty) {
                    let canon = self.canon(level.ty);
                    if seen.contains(&canon) {
                        continue;
                    }
                    seen.push(canon);
                    if let Some(m) = self.methods(id).iter().find(|m| wanted.matches(m.pkg, m.name)).copied()
                    {
                        if found.is_some() || level.multiple {
                            return Lookup::Ambiguous;
                        }
                        found = Some(Member {
                            kind: MemberKind::Method { obj: m.obj, ptr_recv: m.ptr_recv },
                            path: level.path.clone(),
                            indirect: level.indirect,
                            ty: TypeId::INVALID,
                            recv: level.ty,
                        });
                        continue;
                    }
                }
                match self.under_shape(level.ty) {
                    Type::Struct(fields) => {
                        for (i, f) in fields.iter().enumerate() {
                            if wanted.matches(f.pkg, f.name) {
                                if found.is_some() || level.multiple {
                                    return Lookup::Ambiguous;
                                }
                                let mut path = level.path.clone();
                                path.push(i as u32);
                                found = Some(Member {
                                    kind: MemberKind::Field,
                                    path,
                                    indirect: level.indirect,
                                    ty: f.ty,
                                    recv: level.ty,
                                });
                            } else if f.embedded && found.is_none() {
                                let (ty, is_ptr) = self.deref(f.ty);
                                let mut path = level.path.clone();
                                path.push(i as u32);
                                next.push(Level {
                                    ty,
                                    path,
                                    indirect: level.indirect || is_ptr,
                                    multiple: level.multiple,
                                });
                            }
                        }
                    }
                    Type::Interface(_) | Type::TypeParam(_) => {
                        let Some(iface) = self.iface(level.ty) else { continue };
                        if let Some(i) = iface.methods.iter().position(|m| wanted.matches(m.pkg, m.name)) {
                            if found.is_some() || level.multiple {
                                return Lookup::Ambiguous;
                            }
                            found = Some(Member {
                                kind: MemberKind::IfaceMethod(i as u32),
                                path: level.path.clone(),
                                indirect: level.indirect,
                                ty: iface.methods[i].sig,
                                recv: level.ty,
                            });
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
            if let Some(m) = found {
                if let MemberKind::Method { ptr_recv: true, .. } = m.kind
                    && !m.indirect
                    && !addressable
                {
                    return Lookup::NeedsPointer;
                }
                return Lookup::Found(m);
            }
            if next.is_empty() {
                return Lookup::NotFound;
            }
            current = self.merge_levels(next);
        }
        Lookup::NotFound
    }

    /// Joins equal types of a level into one that is marked as reached several times.
    fn merge_levels(&self, list: Vec<Level>) -> Vec<Level> {
        if list.len() < 2 {
            return list;
        }
        let mut out: Vec<Level> = Vec::with_capacity(list.len());
        for level in list {
            match out.iter_mut().find(|o| self.identical(o.ty, level.ty)) {
                Some(same) => same.multiple = true,
                None => out.push(level),
            }
        }
        out
    }
}
