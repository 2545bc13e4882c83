//! Unification: making two types equal, or assignable, by choosing types for type parameters.
//!
//! Each type parameter to solve for has a slot, which is empty until its type is known. Parameters that were found
//! to be equal share a slot. A slot is filled with the first type met; a later one must unify with it, and may
//! replace it by a better spelling of the same (a defined type, a channel with a direction), so that the order of
//! the arguments does not matter.

use super::Checker;
use crate::types::{Dir, Interface, Lookup, MemberKind, Type, TypeId, TypeParamId};
use std::rc::Rc;

/// Nesting beyond which types are taken for different: some recursive types have no end.
const DEPTH: usize = 100;

/// How exactly types must match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Match {
    /// A defined type matches a literal that has its underlying type, channel directions do not count, and an
    /// interface matches a type that implements it.
    Inexact,
    /// The same at the top, as in an assignment; elements must be identical.
    Assign,
    /// Identical.
    Exact,
}

impl Match {
    /// How elements of types that match so must match.
    fn of_elements(self) -> Match {
        match self {
            Match::Inexact => Match::Inexact,
            Match::Assign | Match::Exact => Match::Exact,
        }
    }
}

/// The state of solving for some type parameters.
#[derive(Debug)]
pub(super) struct Unifier {
    /// The parameters, each with the number of its slot.
    handles: Vec<(TypeParamId, usize)>,
    slots: Vec<Option<TypeId>>,
    depth: usize,
    /// Pairs of interfaces being compared, to end cycles.
    pairs: Vec<(TypeId, TypeId)>,
}

impl Unifier {
    /// Solves for `tparams`, of which some may be known.
    pub fn new(tparams: &[TypeParamId], known: &[Option<TypeId>]) -> Unifier {
        Unifier {
            handles: tparams.iter().enumerate().map(|(i, &p)| (p, i)).collect(),
            slots: (0..tparams.len()).map(|i| known.get(i).copied().flatten()).collect(),
            depth: 0,
            pairs: Vec::new(),
        }
    }

    /// What is known of a parameter that is solved for.
    pub fn at(&self, p: TypeParamId) -> Option<TypeId> {
        self.slots[self.handle(p)?]
    }

    /// Decides a parameter.
    pub fn set(&mut self, p: TypeParamId, t: TypeId) {
        if let Some(handle) = self.handle(p) {
            self.slots[handle] = Some(t);
        }
    }

    /// How many parameters are not known.
    pub fn unknowns(&self) -> usize {
        self.handles.iter().filter(|(_, handle)| self.slots[*handle].is_none()).count()
    }

    /// What is known of all parameters, in their order.
    pub fn inferred(&self) -> Vec<Option<TypeId>> {
        self.handles.iter().map(|&(_, handle)| self.slots[handle]).collect()
    }

    fn handle(&self, p: TypeParamId) -> Option<usize> {
        self.handles.iter().find(|(q, _)| *q == p).map(|&(_, handle)| handle)
    }

    /// The parameter that a type is, if it is solved for.
    fn bound_tparam(&self, checker: &Checker, t: TypeId) -> Option<TypeParamId> {
        checker.tt.as_tparam(t).filter(|&p| self.handle(p).is_some())
    }

    /// Lets two parameters share a slot; fails if both are known.
    fn join(&mut self, x: TypeParamId, y: TypeParamId) -> bool {
        let (Some(hx), Some(hy)) = (self.handle(x), self.handle(y)) else { return false };
        if hx == hy {
            return true;
        }
        let (from, to) = match (self.slots[hx], self.slots[hy]) {
            (Some(_), Some(_)) => return false,
            (Some(_), None) => (hy, hx),
            (None, _) => (hx, hy),
        };
        for (_, handle) in &mut self.handles {
            if *handle == from {
                *handle = to;
            }
        }
        true
    }

    /// Whether `x` and `y` unify; fills slots on the way, also if the answer is no.
    pub fn unify(&mut self, checker: &mut Checker, x: TypeId, y: TypeId, mode: Match) -> bool {
        if checker.tt.identical(x, y) {
            return true;
        }
        if self.depth > DEPTH {
            return false;
        }
        self.depth += 1;
        let unifies = self.nify(checker, x, y, mode);
        self.depth -= 1;
        unifies
    }

    fn nify(&mut self, checker: &mut Checker, x: TypeId, y: TypeId, mode: Match) -> bool {
        if let Some(pair) = checker.outcome_pair(x, y) {
            return pair.is_some_and(|(t, u)| self.unify(checker, t, u, Match::Exact));
        }
        let (mut x, mut y) = (x, y);
        // Afterwards a defined type, if there is one, is in y, and a parameter to solve for in x.
        if checker.tt.as_named(x).is_some() || self.bound_tparam(checker, y).is_some() {
            (x, y) = (y, x);
        }
        let literal = !matches!(checker.tt.get(x), Type::Named(_) | Type::TypeParam(_));
        if mode != Match::Exact && checker.tt.as_named(y).is_some() && literal && !checker.tt.is_interface(x)
        {
            y = checker.tt.under(y);
            if checker.tt.identical(x, y) {
                return true;
            }
        }
        match (self.bound_tparam(checker, x), self.bound_tparam(checker, y)) {
            (Some(px), Some(py)) => {
                if self.join(px, py) {
                    return true;
                }
                let (Some(x), Some(y)) = (self.at(px), self.at(py)) else { return false };
                return self.unify(checker, x, y, mode);
            }
            (Some(px), None) => {
                return match self.at(px) {
                    Some(known) => self.refine(checker, px, known, y, mode),
                    None => {
                        self.set(px, y);
                        true
                    }
                };
            }
            (None, _) => {}
        }
        if mode != Match::Exact {
            let (xi, yi) = (as_interface(checker, x), as_interface(checker, y));
            match (xi, yi) {
                (Some(xi), Some(yi)) => return self.common_methods(checker, (x, &xi), (y, &yi)),
                (Some(xi), None) => return self.has_methods(checker, &xi, y),
                (None, Some(yi)) => return self.has_methods(checker, &yi, x),
                (None, None) => {}
            }
        }
        // From here on a type parameter is one that is not solved for.
        if checker.tt.is_tparam(y) {
            (x, y) = (y, x);
        }
        self.shapes(checker, x, y, mode)
    }

    /// A parameter with a known type meets another type.
    fn refine(&mut self, checker: &mut Checker, p: TypeParamId, x: TypeId, y: TypeId, mode: Match) -> bool {
        if !self.unify(checker, x, y, mode) {
            return false;
        }
        let (x_named, y_named) = (checker.tt.as_named(x).is_some(), checker.tt.as_named(y).is_some());
        match (as_interface(checker, x), as_interface(checker, y)) {
            (Some(xi), Some(yi)) => {
                // Which of two names is right can't be known.
                if x_named && y_named {
                    return checker.tt.identical(x, y);
                }
                if xi.methods.len() != yi.methods.len() {
                    return false;
                }
            }
            // Either would do, so the choice would depend on the order.
            (Some(_), None) | (None, Some(_)) => return false,
            (None, None) => {}
        }
        if mode != Match::Exact && !x_named {
            let under = checker.tt.under(y);
            let directed = matches!(checker.tt.get(under), Type::Chan(Dir::Send | Dir::Recv, _));
            if y_named || directed {
                self.set(p, y);
            }
        }
        true
    }

    /// Two interfaces unify if one has all methods of the other.
    fn common_methods(
        &mut self,
        checker: &mut Checker,
        (x, xi): (TypeId, &Interface),
        (y, yi): (TypeId, &Interface),
    ) -> bool {
        if !same_terms(checker, xi, yi) {
            return false;
        }
        if self.pairs.contains(&(x, y)) || self.pairs.contains(&(y, x)) {
            return true;
        }
        let (small, large) = if xi.methods.len() <= yi.methods.len() { (xi, yi) } else { (yi, xi) };
        self.pairs.push((x, y));
        let unify = small.methods.iter().all(|a| {
            let same = large.methods.iter().find(|b| a.name == b.name && a.pkg == b.pkg);
            same.is_some_and(|b| self.unify(checker, a.sig, b.sig, Match::Exact))
        });
        self.pairs.pop();
        unify
    }

    /// A type unifies with an interface if it has its methods.
    fn has_methods(&mut self, checker: &mut Checker, interface: &Interface, t: TypeId) -> bool {
        interface.methods.iter().all(|method| {
            let Lookup::Found(member) = checker.tt.lookup(t, false, method.pkg, method.name) else {
                return false;
            };
            if member.kind == MemberKind::Field {
                return false;
            }
            let sig = checker.member_type(&member);
            // A method with type parameters of its own is none of an interface.
            if matches!(checker.tt.get(sig), Type::Func(sig) if !sig.tparams.is_empty()) {
                return false;
            }
            self.unify(checker, method.sig, sig, Match::Exact)
        })
    }

    /// Types unify if they are built alike from types that unify.
    fn shapes(&mut self, checker: &mut Checker, x: TypeId, y: TypeId, mode: Match) -> bool {
        let elements = mode.of_elements();
        match (checker.tt.get(x).clone(), checker.tt.get(y).clone()) {
            (Type::Basic(a), Type::Basic(b)) => a == b,
            (Type::Array(a, n), Type::Array(b, m)) => n == m && self.unify(checker, a, b, elements),
            (Type::Slice(a), Type::Slice(b)) | (Type::Pointer(a), Type::Pointer(b)) => {
                self.unify(checker, a, b, elements)
            }
            (Type::Map(k, v), Type::Map(l, w)) => {
                self.unify(checker, k, l, elements) && self.unify(checker, v, w, elements)
            }
            (Type::Chan(d, a), Type::Chan(e, b)) => {
                (mode != Match::Exact || d == e) && self.unify(checker, a, b, elements)
            }
            (Type::Struct(fs), Type::Struct(gs)) => {
                fs.len() == gs.len()
                    && fs.iter().zip(gs.iter()).all(|(f, g)| {
                        f.embedded == g.embedded
                            && f.tag == g.tag
                            && f.name == g.name
                            && f.pkg == g.pkg
                            && self.unify(checker, f.ty, g.ty, elements)
                    })
            }
            (Type::Tuple(a), Type::Tuple(b)) => self.lists(checker, &a, &b, mode),
            (Type::Func(f), Type::Func(g)) => {
                f.variadic == g.variadic
                    && self.lists(checker, &f.params, &g.params, elements)
                    && self.lists(checker, &f.results, &g.results, elements)
            }
            (Type::Interface(_), Type::Interface(_)) => {
                let (Some(xi), Some(yi)) = (checker.tt.iface(x), checker.tt.iface(y)) else { return false };
                xi.methods.len() == yi.methods.len() && self.common_methods(checker, (x, &xi), (y, &yi))
            }
            (Type::Named(a), Type::Named(b)) => {
                let (n, m) = (checker.tt.named(a), checker.tt.named(b));
                let (xs, ys) = (n.targs.clone(), m.targs.clone());
                // Arguments first: what they tell makes for better messages even if the types differ.
                self.lists(checker, &xs, &ys, mode) && checker.tt.origin(a) == checker.tt.origin(b)
            }
            // Whatever the parameter stands for has the common underlying type of its constraint.
            (Type::TypeParam(_), _) => match checker.core_type(x) {
                Some(core) => self.unify(checker, core, y, Match::Assign),
                None => false,
            },
            (
                Type::Invalid
                | Type::Basic(_)
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
                | Type::Union(_),
                _,
            ) => false,
        }
    }

    fn lists(&mut self, checker: &mut Checker, xs: &[TypeId], ys: &[TypeId], mode: Match) -> bool {
        xs.len() == ys.len() && xs.iter().zip(ys).all(|(&x, &y)| self.unify(checker, x, y, mode))
    }
}

/// The interface that a type is; type parameters are none.
fn as_interface(checker: &mut Checker, t: TypeId) -> Option<Rc<Interface>> {
    if checker.tt.is_tparam(t) { None } else { checker.tt.iface(t) }
}

/// Whether two interfaces restrict the types that may implement them alike.
fn same_terms(checker: &mut Checker, x: &Interface, y: &Interface) -> bool {
    x.comparable == y.comparable
        && checker.tt.terms_subset(x.terms.as_deref(), y.terms.as_deref())
        && checker.tt.terms_subset(y.terms.as_deref(), x.terms.as_deref())
}
