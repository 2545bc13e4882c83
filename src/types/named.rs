//! Defined types and instances of generic ones.

use super::*;
use crate::source::{Pos, Symbol};
use std::rc::Rc;

/// A defined type, by number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NamedId(pub u32);

/// A method that is declared for a defined type.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name.
    pub name: Symbol,
    /// The package of an unexported name; [`PkgId::UNIVERSE`] for an exported one.
    pub pkg: PkgId,
    /// The function object. Its type is resolved by the checker when it is asked for.
    pub obj: ObjId,
    /// Whether the receiver is a pointer.
    pub ptr_recv: bool,
}

/// A defined type. An instance shares its origin's name, object and methods.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its name.
    pub name: Symbol,
    /// The package that declares it.
    pub pkg: PkgId,
    /// The type name's object.
    pub obj: ObjId,
    /// The type parameters of a generic type (also of its instances).
    pub tparams: Rc<[TypeParamId]>,
    /// Where it is declared, if that is in a function.
    pub local: Option<Pos>,
    /// The type parameters of the function around a local type: they are part of its identity.
    pub outer: Rc<[TypeParamId]>,
    /// The type that this is an instance of.
    pub origin: Option<NamedId>,
    /// An instance's type arguments: those for `outer`, then those for `tparams`.
    pub targs: Rc<[TypeId]>,
    /// The right-hand side of the declaration; `None` while the declaration is being resolved.
    pub rhs: Option<TypeId>,
    /// The methods, in order of declaration. Empty in instances: ask the origin.
    pub methods: Vec<Method>,
    pub(super) under: Option<TypeId>,
    pub(super) ty: TypeId,
}

/// How many instances the expansion of one instance may expand in turn.
const EXPANSIONS: u32 = 2000;

/// How many instances a chain of definitions may go through before it is taken for one without end.
const INSTANCES_LIMIT: usize = 1000;

impl TypeTable {
    /// Enters a defined type. Its right-hand side follows with [`TypeTable::set_rhs`].
    pub fn new_named(
        &mut self,
        name: Symbol,
        pkg: PkgId,
        obj: ObjId,
        local: Option<Pos>,
        outer: Rc<[TypeParamId]>,
    ) -> (NamedId, TypeId) {
        let id = NamedId(self.named.len() as u32);
        self.named.push(Named {
            name,
            pkg,
            obj,
            tparams: [].into(),
            local,
            outer,
            origin: None,
            targs: [].into(),
            rhs: None,
            methods: Vec::new(),
            under: None,
            ty: TypeId::INVALID,
        });
        let ty = self.intern(Type::Named(id));
        self.named[id.0 as usize].ty = ty;
        (id, ty)
    }

    /// A defined type's data.
    pub fn named(&self, id: NamedId) -> &Named {
        &self.named[id.0 as usize]
    }

    /// The id of a defined type as a type.
    pub fn named_type(&self, id: NamedId) -> TypeId {
        self.named(id).ty
    }

    /// The defined type behind an id, if it is one.
    pub fn as_named(&self, t: TypeId) -> Option<NamedId> {
        match self.get(t) {
            Type::Named(id) => Some(*id),
            _ => None,
        }
    }

    /// The generic type that an instance was made from; any other type itself.
    pub fn origin(&self, id: NamedId) -> NamedId {
        self.named(id).origin.unwrap_or(id)
    }

    /// Sets the type parameters of a generic type.
    pub fn set_tparams(&mut self, id: NamedId, tparams: Rc<[TypeParamId]>) {
        self.named[id.0 as usize].tparams = tparams;
    }

    /// Sets the right-hand side of a declaration.
    pub fn set_rhs(&mut self, id: NamedId, rhs: TypeId) {
        self.named[id.0 as usize].rhs = Some(rhs);
        self.named[id.0 as usize].under = None;
    }

    /// Adds a method to a defined type (not to an instance).
    pub fn add_method(&mut self, id: NamedId, method: Method) {
        self.named[id.0 as usize].methods.push(method);
    }

    /// Adds a method to a defined type, in the place of one of the same name, which is given. Method sets are worked out anew.
    pub fn put_method(&mut self, id: NamedId, method: Method) -> Option<Method> {
        self.method_sets.clear();
        let methods = &mut self.named[id.0 as usize].methods;
        match methods.iter_mut().find(|m| m.name == method.name && m.pkg == method.pkg) {
            Some(place) => Some(std::mem::replace(place, method)),
            None => {
                methods.push(method);
                None
            }
        }
    }

    /// Undoes [`put_method`](Self::put_method), which gave `before`, for the method of this object.
    pub fn take_back_method(&mut self, id: NamedId, obj: ObjId, before: Option<Method>) {
        self.method_sets.clear();
        let methods = &mut self.named[id.0 as usize].methods;
        let Some(at) = methods.iter().position(|m| m.obj == obj) else { return };
        match before {
            Some(before) => methods[at] = before,
            None => {
                methods.remove(at);
            }
        }
    }

    /// Notes that another type has the name of this one now: diagnostics call it old.
    pub fn set_shadowed(&mut self, id: NamedId) {
        self.shadowed.insert(id);
    }

    /// The number that Go gives a type declared in a function: it counts those of the package in the order of the source.
    pub fn local_number(&self, id: NamedId) -> Option<usize> {
        let (pkg, at) = (self.named(id).pkg, self.named(id).local?);
        let before = |named: &&Named| {
            named.pkg == pkg && named.origin.is_none() && named.local.is_some_and(|other| other <= at)
        };
        Some(self.named.iter().filter(before).count())
    }

    /// The methods declared for a type or its origin.
    pub fn methods(&self, id: NamedId) -> &[Method] {
        &self.named(self.origin(id)).methods
    }

    /// Whether the type is generic and not instantiated. Aliases are asked for by
    /// [`TypeTable::is_generic`].
    pub fn named_is_generic(&self, id: NamedId) -> bool {
        let named = self.named(id);
        named.origin.is_none() && !named.tparams.is_empty()
    }

    /// The instance of a generic type for type arguments (in number as many as type parameters).
    pub fn instance(&mut self, origin: NamedId, targs: &[TypeId]) -> TypeId {
        let outer: Vec<TypeId> = self.named(origin).outer.iter().map(|&p| self.tparam_type(p)).collect();
        let mut all = outer;
        all.extend_from_slice(targs);
        self.instance_all(origin, all.into())
    }

    /// As [`TypeTable::instance`], with the arguments for the surrounding function's parameters first.
    pub(super) fn instance_all(&mut self, origin: NamedId, targs: Rc<[TypeId]>) -> TypeId {
        if let Some(&id) = self.instances.get(&(origin, targs.clone())) {
            return id;
        }
        let canonical: Rc<[TypeId]> = targs.iter().map(|&t| self.canon(t)).collect();
        let canon = if *canonical == *targs { None } else { Some(self.instance_all(origin, canonical)) };
        let id = NamedId(self.named.len() as u32);
        let from = self.named(origin);
        let named = Named {
            name: from.name,
            pkg: from.pkg,
            obj: from.obj,
            tparams: from.tparams.clone(),
            local: from.local,
            outer: from.outer.clone(),
            origin: Some(origin),
            targs: targs.clone(),
            rhs: None,
            methods: Vec::new(),
            under: None,
            ty: TypeId::INVALID,
        };
        self.named.push(named);
        let ty = self.intern(Type::Named(id));
        self.named[id.0 as usize].ty = ty;
        if let Some(canon) = canon {
            self.canon[ty.0 as usize] = canon;
        }
        self.instances.insert((origin, targs), ty);
        ty
    }

    /// The substitution that makes an instance out of its origin; empty for other types, and for an instance with too
    /// many or too few arguments: that one has no underlying type, and its methods mention the parameters.
    pub fn instance_subst(&self, id: NamedId) -> Subst {
        let named = self.named(id);
        if named.origin.is_none() || named.origin == self.task {
            return Subst::default();
        }
        if !self.has_arity(id) {
            return Subst::default();
        }
        let params: Vec<TypeParamId> = named.outer.iter().chain(named.tparams.iter()).copied().collect();
        Subst::new(&params, &named.targs)
    }

    /// Whether a type has as many type arguments as its origin has parameters, which is wrong only of what a program
    /// wrongly spells out.
    pub(super) fn has_arity(&self, id: NamedId) -> bool {
        let named = self.named(id);
        match named.origin {
            None => true,
            origin if origin == self.task => true,
            Some(_) => named.outer.len() + named.tparams.len() == named.targs.len(),
        }
    }

    /// The type arguments of an instance that the source spells out (not those of an enclosing function).
    pub fn own_targs(&self, id: NamedId) -> &[TypeId] {
        let named = self.named(id);
        if named.origin.is_none() { &[] } else { &named.targs[named.outer.len().min(named.targs.len())..] }
    }

    /// The right-hand side of a named type's declaration, substituted for an instance; `None` while it
    /// is being resolved.
    pub fn rhs(&mut self, id: NamedId) -> Option<TypeId> {
        if let Some(rhs) = self.named(id).rhs {
            return Some(rhs);
        }
        let origin = self.named(id).origin?;
        let rhs = self.named(origin).rhs?;
        if self.task == Some(origin) {
            return Some(rhs);
        }
        let subst = self.instance_subst(id);
        if subst.len() != self.named(id).targs.len() {
            return Some(TypeId::INVALID);
        }
        // An interface is flattened when it is entered: one that embeds instances of itself (an error that is found
        // later) would expand them without end.
        if self.expanding.contains(&id) || self.expanded > EXPANSIONS {
            return None;
        }
        self.expanding.push(id);
        self.expanded += 1;
        let rhs = self.subst(rhs, &subst);
        self.expanding.pop();
        if self.expanding.is_empty() {
            self.expanded = 0;
        }
        self.named[id.0 as usize].rhs = Some(rhs);
        Some(rhs)
    }

    /// The underlying type, spelled as declared. A type parameter is its own. A declaration that is
    /// still being resolved, or that only leads back to itself, gives the invalid type.
    pub fn under(&mut self, t: TypeId) -> TypeId {
        let Type::Named(id) = *self.get(t) else { return t };
        if let Some(under) = self.named(id).under {
            return under;
        }
        let mut at = t;
        let mut instances = 0;
        // A chain that is longer than all types is a cycle.
        for _ in 0..=self.named.len() {
            let Type::Named(next) = *self.get(at) else {
                self.named[id.0 as usize].under = Some(at);
                return at;
            };
            instances += usize::from(self.named(next).origin.is_some());
            if instances > INSTANCES_LIMIT {
                break;
            }
            match self.rhs(next) {
                Some(rhs) => at = rhs,
                None => return TypeId::INVALID,
            }
        }
        TypeId::INVALID
    }

    /// The underlying type, canonical.
    pub fn underlying(&mut self, t: TypeId) -> TypeId {
        let under = self.under(t);
        self.canon(under)
    }

    /// The underlying type of a type of a checked program, as far as somebody has asked for it before.
    pub fn known_under(&self, t: TypeId) -> TypeId {
        match *self.get(t) {
            Type::Named(id) => self.named(id).under.unwrap_or(t),
            _ => t,
        }
    }

    /// A copy of the shape of the underlying type.
    pub fn under_shape(&mut self, t: TypeId) -> Type {
        let under = self.under(t);
        self.get(under).clone()
    }
}
