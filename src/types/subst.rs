//! Substitution of type arguments for type parameters.

use super::*;
use std::rc::Rc;

/// A map from type parameters to types. Lists are short, so it is searched from the front.
#[derive(Clone, Default, Debug)]
pub struct Subst {
    pairs: Vec<(TypeParamId, TypeId)>,
}

impl Subst {
    /// Maps each parameter to the argument at the same place.
    pub fn new(params: &[TypeParamId], args: &[TypeId]) -> Self {
        Subst { pairs: params.iter().copied().zip(args.iter().copied()).collect() }
    }

    /// What a parameter is mapped to.
    pub fn get(&self, p: TypeParamId) -> Option<TypeId> {
        self.pairs.iter().find(|(q, _)| *q == p).map(|&(_, t)| t)
    }

    /// The number of parameters that are mapped.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether nothing is mapped.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Adds a pair.
    pub fn push(&mut self, p: TypeParamId, t: TypeId) {
        self.pairs.push((p, t));
    }

    /// The pairs, in order.
    pub fn iter(&self) -> impl Iterator<Item = (TypeParamId, TypeId)> + '_ {
        self.pairs.iter().copied()
    }
}

impl TypeTable {
    fn subst_list(&mut self, list: &Rc<[TypeId]>, s: &Subst) -> Rc<[TypeId]> {
        if list.iter().any(|&t| self.is_parameterized(t)) {
            list.iter().map(|&t| self.subst(t, s)).collect()
        } else {
            list.clone()
        }
    }

    /// The type with every mapped type parameter replaced.
    pub fn subst(&mut self, t: TypeId, s: &Subst) -> TypeId {
        if s.is_empty() || !self.is_parameterized(t) {
            return t;
        }
        if let Some(alias) = self.aliases.get(&t) {
            // Keep the spelling of an instance of a generic alias; otherwise substitute in its meaning.
            let (name, pkg, obj, targs, target) =
                (alias.name, alias.pkg, alias.obj, alias.targs.clone(), alias.target);
            let new_target = self.subst(target, s);
            if targs.is_empty() {
                return new_target;
            }
            let targs = self.subst_list(&targs, s);
            return self.new_alias(name, pkg, obj, targs, new_target);
        }
        match self.get(t).clone() {
            Type::Invalid | Type::Basic(_) => t,
            Type::TypeParam(p) => s.get(p).unwrap_or(t),
            Type::Pointer(e) => {
                let e = self.subst(e, s);
                self.intern(Type::Pointer(e))
            }
            Type::Slice(e) => {
                let e = self.subst(e, s);
                self.intern(Type::Slice(e))
            }
            Type::Array(e, n) => {
                let e = self.subst(e, s);
                self.intern(Type::Array(e, n))
            }
            Type::Map(k, v) => {
                let (k, v) = (self.subst(k, s), self.subst(v, s));
                self.intern(Type::Map(k, v))
            }
            Type::Chan(dir, e) => {
                let e = self.subst(e, s);
                self.intern(Type::Chan(dir, e))
            }
            Type::Struct(fields) => {
                let fields = fields.iter().map(|f| Field { ty: self.subst(f.ty, s), ..f.clone() }).collect();
                self.intern(Type::Struct(fields))
            }
            Type::Func(sig) => {
                let params = self.subst_list(&sig.params, s);
                let results = self.subst_list(&sig.results, s);
                self.intern(Type::Func(Rc::new(Signature {
                    params,
                    results,
                    variadic: sig.variadic,
                    tparams: sig.tparams.clone(),
                    names: sig.names.clone(),
                })))
            }
            Type::Interface(_) => self.subst_interface(t, s),
            Type::Tuple(list) => {
                let list = self.subst_list(&list, s);
                self.intern(Type::Tuple(list))
            }
            Type::Union(terms) => {
                let terms = terms.iter().map(|term| Term { ty: self.subst(term.ty, s), ..*term }).collect();
                self.intern(Type::Union(terms))
            }
            // One with too many or too few arguments, which has been told.
            Type::Named(id) if !self.has_arity(id) => TypeId::INVALID,
            Type::Named(id) => {
                let named = self.named(id);
                let (origin, targs) = match named.origin {
                    Some(origin) => (origin, named.targs.clone()),
                    // A local type of a generic function: its identity includes the function's arguments.
                    None => (id, named.outer.iter().map(|&p| self.tparam_type(p)).collect()),
                };
                let new = self.subst_list(&targs, s);
                if new == targs { t } else { self.instance_all(origin, new) }
            }
        }
    }

    /// Substitutes in each type of a list.
    pub fn subst_all(&mut self, list: &[TypeId], s: &Subst) -> Vec<TypeId> {
        list.iter().map(|&t| self.subst(t, s)).collect()
    }
}
