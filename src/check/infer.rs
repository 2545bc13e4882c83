//! Type inference: the type arguments that a use of a generic function leaves out.
//!
//! Three sources, in this order: typed arguments against parameter types, the constraints of the type parameters
//! (common underlying types and methods), and at last the default types of untyped constants. What comes out may
//! mention other type parameters, and is simplified until it does not.

use super::Checker;
use super::operand::Operand;
use super::unify::{Match, Unifier};
use crate::source::Span;
use crate::types::{Basic, Subst, Type, TypeId, TypeParamId};

/// Why type arguments could not be inferred.
#[derive(Debug)]
pub(super) struct InferError {
    /// The place: an argument, or the call.
    pub span: Span,
    /// The reason, to be put behind `in call to f, `. Empty if an argument is invalid: that has been reported.
    pub message: String,
}

/// What type arguments are inferred for, which decides how an argument that does not fit is told.
#[derive(Clone, Copy)]
pub(super) enum Inferring<'g> {
    /// A call. Arguments that are generic functions have lost their own type parameters by now; these are their types.
    Call(&'g [(usize, TypeId)]),
    /// A function that is assigned: messages name the types the other way round.
    Assignment,
}

impl Checker {
    /// The complete type arguments for `tparams`, of which `targs` are given (`None` or missing: to be inferred).
    /// `params` are the types of the parameters that `args` are passed for, one by one. Errors that are not about an
    /// argument are `at` the call.
    ///
    /// Type parameters that may also occur in the arguments' types (in recursive calls) must have been renamed.
    pub(super) fn infer(
        &mut self,
        at: Span,
        tparams: &[TypeParamId],
        targs: &[Option<TypeId>],
        params: &[TypeId],
        args: &[Operand],
        inferring: Inferring<'_>,
    ) -> Result<Vec<TypeId>, InferError> {
        let given: Vec<Option<TypeId>> =
            (0..tparams.len()).map(|i| targs.get(i).copied().flatten()).collect();
        if let Some(all) = given.iter().copied().collect::<Option<Vec<_>>>() {
            return Ok(all);
        }
        if args.iter().any(|arg| !arg.is_valid()) {
            return Err(InferError { span: at, message: String::new() });
        }
        // Parameters whose type arguments are given are ordinary ones: assignment rules hold for them.
        let known = substitution(tparams, &given);
        let params = self.tt.subst_all(params, &known);

        let mut unifier = Unifier::new(tparams, &given);
        let mut untyped = Vec::new();
        for (i, (&param, arg)) in params.iter().zip(args).enumerate() {
            if !self.mentions_tparams(tparams, param) && !self.mentions_tparams(tparams, arg.ty) {
                continue;
            }
            if !self.tt.is_untyped(arg.ty) {
                if !unifier.unify(self, param, arg.ty, Match::Assign) {
                    let message = self.argument_mismatch(tparams, &unifier, param, (i, args), inferring);
                    return Err(InferError { span: arg.span(), message });
                }
            } else if let Some(p) = self.tt.as_tparam(param)
                && !arg.is_nil()
            {
                // An untyped constant can only match a parameter whose type is a type parameter by itself.
                untyped.push((p, arg));
            }
        }
        self.use_constraints(at, tparams, &mut unifier)?;
        self.use_defaults(&mut unifier, &untyped)?;
        self.simplify(at, tparams, &given, unifier.inferred())
    }

    /// Why an argument does not fit.
    fn argument_mismatch(
        &mut self,
        tparams: &[TypeParamId],
        unifier: &Unifier,
        param: TypeId,
        (i, args): (usize, &[Operand]),
        inferring: Inferring<'_>,
    ) -> String {
        // Generic functions were matched without their type parameters, but are shown with them.
        let generic: &[(usize, TypeId)] = match inferring {
            Inferring::Call(generic) => generic,
            Inferring::Assignment => &[],
        };
        let as_written = |ty: TypeId| generic.iter().find(|g| args[g.0].ty == ty).map_or(ty, |g| g.1);
        let arg = &args[i];
        let (ty, expr, shown) = (self.ts(as_written(arg.ty)), self.src_str(arg), self.ts(param));
        let inferred: Vec<_> = unifier.inferred().into_iter().map(|ty| ty.map(as_written)).collect();
        if inferred.iter().all(Option::is_none) {
            let names = self.tparam_names(tparams);
            return format!("type {ty} of {expr} does not match {shown} (cannot infer {names})");
        }
        let partly = self.tt.subst(param, &substitution(tparams, &inferred));
        if partly == param {
            return format!("type {ty} of {expr} does not match {shown}");
        }
        let partly = self.ts(partly);
        match inferring {
            Inferring::Call(_) => {
                format!("type {ty} of {expr} does not match inferred type {partly} for {shown}")
            }
            Inferring::Assignment => {
                format!("inferred type {partly} for {shown} does not match type {ty} of {expr}")
            }
        }
    }

    /// Unifies type parameters with their constraints, as long as that decides one.
    fn use_constraints(
        &mut self,
        at: Span,
        tparams: &[TypeParamId],
        unifier: &mut Unifier,
    ) -> Result<(), InferError> {
        loop {
            let unknowns = unifier.unknowns();
            for &p in tparams {
                let known = unifier.at(p);
                if let Some((core, single)) = self.core_term(p) {
                    match known {
                        Some(known) if !unifier.unify(self, known, core.ty, Match::Inexact) => {
                            return Err(self.unsatisfied(at, p, known, ""));
                        }
                        Some(_) => {}
                        None if single && !core.tilde => unifier.set(p, core.ty),
                        None => {}
                    }
                }
                // The methods of a type that is not fully known can't be asked for yet, and an invalid one may have any.
                if let Some(known) = known
                    && !known.is_invalid()
                    && !self.mentions_tparams(tparams, known)
                {
                    let constraint = self.constraint_of(p);
                    let missing = self.missing_method_with(known, constraint, true, &mut |checker, a, b| {
                        unifier.unify(checker, a, b, Match::Exact)
                    });
                    if let Some(missing) = missing {
                        return Err(self.unsatisfied(at, p, known, &missing));
                    }
                }
            }
            if unifier.unknowns() == unknowns {
                return Ok(());
            }
        }
    }

    fn unsatisfied(&mut self, at: Span, p: TypeParamId, known: TypeId, cause: &str) -> InferError {
        let constraint = self.constraint_of(p);
        let name = self.tt.tparam(p).name;
        let mut message =
            format!("{name} (type {}) does not satisfy {}", self.ts(known), self.ts(constraint));
        if !cause.is_empty() {
            message.push(' ');
            message.push_str(cause);
        }
        InferError { span: at, message }
    }

    /// Gives parameters that only untyped constants were passed for the default type of the largest kind.
    fn use_defaults(
        &mut self,
        unifier: &mut Unifier,
        untyped: &[(TypeParamId, &Operand)],
    ) -> Result<(), InferError> {
        let mut largest: Vec<(TypeParamId, TypeId)> = Vec::new();
        for &(p, arg) in untyped {
            if unifier.at(p).is_some() {
                continue;
            }
            match largest.iter_mut().find(|(q, _)| *q == p) {
                None => largest.push((p, arg.ty)),
                Some((_, max)) => match self.larger_untyped(*max, arg.ty) {
                    Some(larger) => *max = larger,
                    None => {
                        let message = format!(
                            "mismatched types {} and {} (cannot infer {})",
                            self.ts(*max),
                            self.ts(arg.ty),
                            self.tt.tparam(p).name
                        );
                        return Err(InferError { span: arg.span(), message });
                    }
                },
            }
        }
        for (p, ty) in largest {
            unifier.set(p, self.tt.default_type(ty));
        }
        Ok(())
    }

    /// The larger of two untyped kinds: int, rune, float, complex; `None` if they don't mix.
    pub(super) fn larger_untyped(&self, x: TypeId, y: TypeId) -> Option<TypeId> {
        if self.tt.identical(x, y) {
            return Some(x);
        }
        let rank = |t: TypeId| match self.tt.get(t) {
            Type::Basic(Basic::UntypedInt) => Some(0),
            Type::Basic(Basic::UntypedRune) => Some(1),
            Type::Basic(Basic::UntypedFloat) => Some(2),
            Type::Basic(Basic::UntypedComplex) => Some(3),
            _ => None,
        };
        Some(if rank(x)? > rank(y)? { x } else { y })
    }

    /// Replaces type parameters in the inferred types until none is left.
    fn simplify(
        &mut self,
        at: Span,
        tparams: &[TypeParamId],
        given: &[Option<TypeId>],
        mut inferred: Vec<Option<TypeId>>,
    ) -> Result<Vec<TypeId>, InferError> {
        self.kill_cycles(tparams, &mut inferred);
        let mut dirty: Vec<usize> = (0..tparams.len()).filter(|&i| given[i].is_none()).collect();
        while !dirty.is_empty() {
            let subst = substitution(tparams, &inferred);
            dirty.retain(|&i| {
                let Some(old) = inferred[i] else { return false };
                let new = self.tt.subst(old, &subst);
                inferred[i] = Some(self.without_spent_tparams(tparams, new));
                new != old
            });
        }
        let mut all = Vec::with_capacity(tparams.len());
        for (&p, ty) in tparams.iter().zip(inferred) {
            match ty {
                Some(ty) if !self.mentions_tparams(tparams, ty) => all.push(ty),
                Some(_) | None => {
                    let data = self.tt.tparam(p);
                    let place = self.place(self.obj(data.obj).span.lo);
                    let message = format!("cannot infer {} (declared at {place})", data.name);
                    return Err(InferError { span: at, message });
                }
            }
        }
        Ok(all)
    }

    /// A generic function passed as an argument is generic no longer once its parameters are inferred.
    fn without_spent_tparams(&mut self, tparams: &[TypeParamId], t: TypeId) -> TypeId {
        match self.tt.get(t).clone() {
            Type::Func(sig) if !sig.tparams.is_empty() && !self.mentions_tparams(tparams, t) => {
                let mut plain = (*sig).clone();
                plain.tparams = [].into();
                self.tt.intern(Type::Func(plain.into()))
            }
            _ => t,
        }
    }

    /// Forgets what was inferred for parameters whose types lead back to themselves: replacing would never end.
    fn kill_cycles(&mut self, tparams: &[TypeParamId], inferred: &mut [Option<TypeId>]) {
        // edges[i]: the parameters that the type of parameter i mentions.
        let edges: Vec<Vec<usize>> = inferred
            .iter()
            .map(|ty| {
                let Some(ty) = *ty else { return Vec::new() };
                (0..tparams.len()).filter(|&j| self.mentions_tparams(&tparams[j..=j], ty)).collect()
            })
            .collect();
        for start in 0..tparams.len() {
            let mut reached = vec![false; tparams.len()];
            let mut stack = edges[start].clone();
            while let Some(at) = stack.pop() {
                if !std::mem::replace(&mut reached[at], true) {
                    stack.extend_from_slice(&edges[at]);
                }
            }
            if reached[start] {
                inferred[start] = None;
            }
        }
    }

    /// Whether a type mentions one of the type parameters. The parameters that a generic function type declares
    /// do not count, uses of them in its signature do.
    pub(super) fn mentions_tparams(&mut self, tparams: &[TypeParamId], t: TypeId) -> bool {
        self.tt.is_parameterized(t) && self.mentions_at(tparams, t, &mut Vec::new())
    }

    fn mentions_at(&mut self, tparams: &[TypeParamId], t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        if !self.tt.is_parameterized(t) || seen.contains(&t) {
            return false;
        }
        seen.push(t);
        let inside: Vec<TypeId> = match self.tt.get(t).clone() {
            Type::TypeParam(p) => return tparams.contains(&p),
            Type::Invalid | Type::Basic(_) => return false,
            Type::Named(id) => {
                let named = self.tt.named(id);
                if named.origin.is_none() {
                    return named.outer.iter().any(|p| tparams.contains(p));
                }
                named.targs.to_vec()
            }
            Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => vec![e],
            Type::Map(k, v) => vec![k, v],
            Type::Struct(fields) => fields.iter().map(|f| f.ty).collect(),
            Type::Func(sig) => sig.params.iter().chain(sig.results.iter()).copied().collect(),
            Type::Interface(_) => match self.tt.iface(t) {
                None => Vec::new(),
                Some(i) => {
                    let terms = i.terms.iter().flat_map(|terms| terms.iter().map(|term| term.ty));
                    i.methods.iter().map(|m| m.sig).chain(terms).collect()
                }
            },
            Type::Tuple(list) => list.to_vec(),
            Type::Union(terms) => terms.iter().map(|term| term.ty).collect(),
        };
        inside.into_iter().any(|t| self.mentions_at(tparams, t, seen))
    }

    /// The names of type parameters in a sentence: `P`, `P and Q`, `P, Q, and R`.
    pub(super) fn tparam_names(&self, tparams: &[TypeParamId]) -> String {
        let names: Vec<&str> = tparams.iter().map(|&p| self.tt.tparam(p).name.as_str()).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => one.to_string(),
            [first, second] => format!("{first} and {second}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
        }
    }
}

/// The substitution of the parameters that are known.
fn substitution(tparams: &[TypeParamId], known: &[Option<TypeId>]) -> Subst {
    let mut subst = Subst::default();
    for (&p, ty) in tparams.iter().zip(known) {
        if let Some(ty) = ty {
            subst.push(p, *ty);
        }
    }
    subst
}
