//! Interface types: flattening what they embed.
//!
//! An interface is flattened when it is entered. One that embeds a type whose declaration is still
//! being resolved cannot be: it is entered *open*, with an id of its own, and completed as soon as its
//! parts are known, by [`TypeTable::iface`] or [`TypeTable::complete`].

use super::*;
use crate::source::Symbol;
use std::rc::Rc;

/// An interface as declared.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct IfaceDecl {
    /// The methods that it spells out.
    pub methods: Rc<[IMethod]>,
    /// What it embeds: interfaces, unions, single types.
    pub embeds: Rc<[TypeId]>,
    /// Whether it stands for a constraint literal such as `~int | string`, and prints as that.
    pub implicit: bool,
}

/// Two methods of the same name and different type meet in an interface.
#[derive(Clone, Copy, Debug)]
pub struct IfaceConflict {
    /// The method.
    pub name: Symbol,
    /// The embedded element that brings in the second one.
    pub embed: usize,
    /// The embedded element that has the first one; `None`: it is declared explicitly.
    pub first: Option<usize>,
}

/// Why an embedded element is not ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenEmbed {
    /// Its declaration is being resolved.
    Pending,
    /// It can be flattened.
    Ready,
}

pub(super) struct OpenIface {
    decl: IfaceDecl,
}

impl TypeTable {
    fn embed_state(&mut self, t: TypeId) -> OpenEmbed {
        if t.is_invalid() {
            return OpenEmbed::Ready;
        }
        let under = self.under(t);
        match self.get(under).clone() {
            Type::Invalid => match self.as_named(t) {
                Some(id) if self.rhs(id) == Some(TypeId::INVALID) => OpenEmbed::Ready,
                _ => OpenEmbed::Pending,
            },
            Type::Union(terms) => {
                if terms.iter().all(|term| self.embed_state(term.ty) == OpenEmbed::Ready) {
                    OpenEmbed::Ready
                } else {
                    OpenEmbed::Pending
                }
            }
            Type::Interface(_) if self.open.contains_key(&under) => {
                self.complete(under);
                if self.open.contains_key(&under) { OpenEmbed::Pending } else { OpenEmbed::Ready }
            }
            Type::Basic(_)
            | Type::Named(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Array(..)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Struct(_)
            | Type::Func(_)
            | Type::Interface(_)
            | Type::Tuple(_)
            | Type::TypeParam(_) => OpenEmbed::Ready,
        }
    }

    /// Enters an interface. It may be open; see the file's head.
    pub fn interface(&mut self, decl: IfaceDecl) -> TypeId {
        if decl.embeds.iter().all(|&t| self.embed_state(t) == OpenEmbed::Ready) {
            let (flat, _) = self.flatten(&decl);
            return self.intern(Type::Interface(Rc::new(flat)));
        }
        let mut methods: Vec<IMethod> = decl.methods.to_vec();
        methods.sort_by(|a, b| a.name.as_str().cmp(b.name.as_str()));
        let generic = decl.embeds.iter().any(|&t| self.is_parameterized(t))
            || methods.iter().any(|m| self.is_parameterized(m.sig));
        let shape = Interface {
            methods: methods.into(),
            terms: None,
            comparable: false,
            decl: Some(Rc::new(decl.clone())),
        };
        let id = TypeId(self.types.len() as u32);
        self.push(Type::Interface(Rc::new(shape)), id, generic);
        self.open.insert(id, OpenIface { decl });
        id
    }

    /// Completes an open interface if everything that it embeds is known by now.
    pub fn complete(&mut self, t: TypeId) {
        let Some(open) = self.open.remove(&t) else { return };
        if open.decl.embeds.iter().any(|&e| self.embed_state(e) == OpenEmbed::Pending) {
            self.open.insert(t, open);
            return;
        }
        let (flat, _) = self.flatten(&open.decl);
        let interned = self.intern(Type::Interface(Rc::new(flat.clone())));
        // Aliases have the shape and identity of what they stand for.
        let aliases: Vec<TypeId> = self.aliases.keys().copied().filter(|&a| self.canon(a) == t).collect();
        let (flat, canon) = (Rc::new(flat), self.canon(interned));
        for id in aliases.into_iter().chain([t]) {
            self.types[id.0 as usize] = Type::Interface(flat.clone());
            self.canon[id.0 as usize] = canon;
        }
    }

    /// The interface that a type is, flattened as far as possible: an interface type itself, or for a
    /// type parameter its constraint (a constraint that is no interface is wrapped in one).
    pub fn iface(&mut self, t: TypeId) -> Option<Rc<Interface>> {
        let under = self.under(t);
        match self.get(under).clone() {
            Type::Interface(i) => {
                if self.open.contains_key(&under) {
                    self.complete(under);
                    return match self.get(under) {
                        Type::Interface(i) => Some(i.clone()),
                        _ => None,
                    };
                }
                Some(i)
            }
            Type::TypeParam(p) => Some(self.bound_iface(p)),
            _ => None,
        }
    }

    /// A type parameter's constraint as an interface.
    pub fn bound_iface(&mut self, p: TypeParamId) -> Rc<Interface> {
        let bound = self.tparam(p).bound;
        let under = self.under(bound);
        match self.get(under).clone() {
            Type::Interface(_) => self.iface(under).unwrap_or_else(|| Rc::new(empty_interface())),
            Type::Invalid | Type::TypeParam(_) => Rc::new(empty_interface()),
            Type::Basic(_)
            | Type::Named(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Array(..)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Struct(_)
            | Type::Func(_)
            | Type::Tuple(_)
            | Type::Union(_) => {
                let decl = IfaceDecl { methods: [].into(), embeds: [bound].into(), implicit: true };
                Rc::new(self.flatten(&decl).0)
            }
        }
    }

    /// Flattens an interface and tells which methods collide.
    pub fn flatten(&mut self, decl: &IfaceDecl) -> (Interface, Vec<IfaceConflict>) {
        let mut conflicts = Vec::new();
        let mut methods: Vec<(IMethod, Option<usize>)> =
            decl.methods.iter().map(|m| (m.clone(), None)).collect();
        let mut terms: TermList = None;
        let mut comparable = false;
        for (i, &embed) in decl.embeds.iter().enumerate() {
            let under = self.under(embed);
            let (embedded, embedded_comparable) = match self.get(under).clone() {
                Type::Invalid => continue,
                Type::Interface(_) => {
                    let Some(inner) = self.iface(under) else { continue };
                    for m in inner.methods.iter() {
                        match methods.iter().find(|(o, _)| o.name == m.name && o.pkg == m.pkg) {
                            None => methods.push((m.clone(), Some(i))),
                            Some((other, first)) if !self.identical(other.sig, m.sig) => {
                                conflicts.push(IfaceConflict { name: m.name, embed: i, first: *first });
                            }
                            Some(_) => {}
                        }
                    }
                    (inner.terms.as_ref().map(|t| t.to_vec()), inner.comparable)
                }
                Type::Union(union) => (self.union_terms(&union), false),
                Type::Basic(_)
                | Type::Named(_)
                | Type::Pointer(_)
                | Type::Slice(_)
                | Type::Array(..)
                | Type::Map(..)
                | Type::Chan(..)
                | Type::Struct(_)
                | Type::Func(_)
                | Type::Tuple(_)
                | Type::TypeParam(_) => (Some(vec![Term { tilde: false, ty: embed }]), false),
            };
            terms = self.terms_intersect(terms, embedded);
            comparable |= embedded_comparable;
            if comparable && let Some(list) = terms.take() {
                // Comparability that is spelled out as terms needs no flag.
                let list = list.into_iter().filter(|t| self.comparable_why(t.ty, false).is_ok()).collect();
                terms = Some(list);
                comparable = false;
            }
        }
        methods.sort_by(|(a, _), (b, _)| a.name.as_str().cmp(b.name.as_str()).then(a.pkg.cmp(&b.pkg)));
        let spelled = decl.implicit || !decl.embeds.is_empty();
        let flat = Interface {
            methods: methods.into_iter().map(|(m, _)| m).collect(),
            terms: terms.map(Into::into),
            comparable,
            decl: spelled.then(|| Rc::new(decl.clone())),
        };
        (flat, conflicts)
    }

    fn union_terms(&mut self, union: &[Term]) -> TermList {
        let mut all = Vec::new();
        for &term in union {
            let under = self.under(term.ty);
            match self.get(under) {
                Type::Invalid => {}
                Type::Interface(_) => match self.iface(under).and_then(|i| i.terms.clone()) {
                    None => return None,
                    Some(terms) => {
                        for &t in terms.iter() {
                            self.terms_add(&mut all, t);
                        }
                    }
                },
                _ => {
                    if !term.tilde || self.identical(term.ty, under) {
                        self.terms_add(&mut all, term);
                    }
                }
            }
        }
        Some(all)
    }

    pub(super) fn subst_interface(&mut self, t: TypeId, s: &Subst) -> TypeId {
        self.complete(t);
        let Type::Interface(i) = self.get(t).clone() else { return t };
        if let Some(decl) = &i.decl {
            let methods =
                decl.methods.iter().map(|m| IMethod { sig: self.subst(m.sig, s), ..m.clone() }).collect();
            let embeds = decl.embeds.iter().map(|&e| self.subst(e, s)).collect();
            return self.interface(IfaceDecl { methods, embeds, implicit: decl.implicit });
        }
        let methods = i.methods.iter().map(|m| IMethod { sig: self.subst(m.sig, s), ..m.clone() }).collect();
        let terms =
            i.terms.as_ref().map(|ts| ts.iter().map(|t| Term { ty: self.subst(t.ty, s), ..*t }).collect());
        self.intern(Type::Interface(Rc::new(Interface {
            methods,
            terms,
            comparable: i.comparable,
            decl: None,
        })))
    }
}

fn empty_interface() -> Interface {
    Interface { methods: [].into(), terms: None, comparable: false, decl: None }
}
