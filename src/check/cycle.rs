//! Declarations that refer to themselves: which may, and errors about those that may not.

use super::Checker;
use super::object::*;
use crate::ast::ExprKind;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::types::{NamedId, Qualifier, Type, TypeId};
use hashbrown::HashMap;

/// Nesting of types beyond which the search for infinite types gives up.
const DEPTH: usize = 500;

impl Checker {
    /// Whether the cycle of declarations from `at` on the path back to its start is allowed; an error is
    /// reported if not.
    pub(super) fn valid_cycle(&mut self, _id: ObjId, at: usize) -> bool {
        let cycle = self.obj_path[at..].to_vec();
        let (mut values, mut definitions) = (0, 0);
        for &o in &cycle {
            match self.obj(o).kind {
                ObjectKind::Const(_) | ObjectKind::Var(_) => values += 1,
                ObjectKind::TypeName { alias } => {
                    // Cycles through lists of type parameters are fine.
                    if self.env.in_tparams && self.obj(o).shown.is_some_and(|t| self.tt.is_generic(t)) {
                        return true;
                    }
                    if !alias {
                        definitions += 1;
                    }
                }
                ObjectKind::Func(_)
                | ObjectKind::PkgName { .. }
                | ObjectKind::Builtin(_)
                | ObjectKind::Nil => {}
            }
        }
        // Cycles of constants and variables alone are reported with the order of initialisation.
        if values == cycle.len() || (values == 0 && definitions > 0) {
            return true;
        }
        self.cycle_error(&cycle);
        false
    }

    fn cycle_name(&self, o: ObjId) -> String {
        let obj = self.obj(o);
        format!("{}{}", self.tt.package_prefix(obj.pkg, Qualifier::Local(self.env.pkg)), obj.name)
    }

    /// Reports a cycle, starting with the object that comes first in the source.
    pub(super) fn cycle_error(&mut self, cycle: &[ObjId]) {
        let Some(start) = (0..cycle.len()).min_by_key(|&i| self.obj(cycle[i]).span.lo) else { return };
        let is_type = self.obj(cycle[start]).is_type_name();
        let places: Vec<(String, Span)> = cycle[start..]
            .iter()
            .chain(&cycle[..start])
            .map(|&o| (self.cycle_name(o), self.obj(o).span))
            .collect();
        self.cycle_of(&places, is_type);
    }

    /// Reports a cycle, given as the names in it and where each of them is.
    fn cycle_of(&mut self, places: &[(String, Span)], of_types: bool) {
        let Some(((name, span), others)) = places.split_first() else { return };
        let what = if of_types { "invalid recursive type" } else { "invalid cycle in declaration" };
        if others.is_empty() {
            self.err(Code::InvalidCycle, *span, format!("{what}: {name} refers to itself"));
            return;
        }
        let of = if of_types { "" } else { " of" };
        let mut diag = Diagnostic::error(Code::InvalidCycle, *span, format!("{what}{of} {name}"));
        for (i, (from, span)) in places.iter().enumerate() {
            let (to, _) = &places[(i + 1) % places.len()];
            diag = diag.with_related(*span, format!("{from} refers to {to}"));
        }
        self.report(diag);
    }

    /// Finds type declarations of a package that lead from name to name back to themselves.
    pub(super) fn direct_cycles(&mut self, objects: &[ObjId]) {
        let mut done: HashMap<ObjId, bool> = HashMap::new();
        for &id in objects {
            let mut path: Vec<ObjId> = Vec::new();
            let mut at = id;
            loop {
                if done.contains_key(&at) {
                    break;
                }
                if let Some(start) = path.iter().position(|&p| p == at) {
                    let cycle = path[start..].to_vec();
                    self.cycle_error(&cycle);
                    for &o in &cycle {
                        self.set_obj_type(o, TypeId::INVALID);
                    }
                    break;
                }
                let Some(DeclInfo { kind: DeclKind::Type(spec), pkg, .. }) = self.decl_of(at) else { break };
                path.push(at);
                let ExprKind::Ident(rhs) = &spec.ty.kind else { break };
                let scope = self.package(*pkg).scope;
                match self.scopes.get(scope).get(rhs.name) {
                    Some(next) if self.obj(next).is_type_name() => at = next,
                    _ => break,
                }
            }
            for o in path {
                done.insert(o, true);
            }
        }
    }

    /// Whether a defined type has a finite size; reports it if not.
    pub(super) fn valid_type(&mut self, named: NamedId) {
        let t = self.tt.named_type(named);
        self.finite(t, &mut Vec::new(), &mut Vec::new());
    }

    /// Whether a value of type `t` has a finite size when it lies in values of the types in `nest`, the outermost
    /// first. `path` holds in addition the types through whose type parameters `t` was reached.
    ///
    /// Declarations are followed as they are written, so that instances do not expand without end: a type parameter
    /// stands for the argument of the innermost instance, which lies in whatever that instance lies in.
    fn finite(&mut self, t: TypeId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        match self.tt.get(t).clone() {
            Type::Named(id) => self.finite_named(id, nest, path),
            Type::Array(elem, _) => self.finite(elem, nest, path),
            Type::Struct(fields) => fields.iter().all(|f| self.finite(f.ty, nest, path)),
            Type::Interface(i) => match &i.decl {
                Some(decl) => decl.embeds.iter().all(|&e| self.finite(e, nest, path)),
                None => true,
            },
            Type::Union(terms) => terms.iter().all(|term| self.finite(term.ty, nest, path)),
            Type::TypeParam(param) => {
                let Some(inst) = nest.pop() else { return true };
                let named = self.tt.named(inst);
                let at = named.tparams.iter().position(|&p| p == param);
                let arg = at.and_then(|at| self.tt.own_targs(inst).get(at).copied());
                let ok = arg.is_none_or(|arg| self.finite(arg, nest, path));
                nest.push(inst);
                ok
            }
            Type::Invalid
            | Type::Basic(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Func(_)
            | Type::Tuple(_) => true,
        }
    }

    fn finite_named(&mut self, id: NamedId, nest: &mut Vec<NamedId>, path: &mut Vec<NamedId>) -> bool {
        if self.valid_types.contains(&id) {
            return true;
        }
        if path.len() > DEPTH {
            return true;
        }
        if nest.iter().any(|&n| self.same_type(n, id)) {
            let start = path.iter().position(|&p| self.same_type(p, id)).unwrap_or(0);
            let cycle = path[start..].to_vec();
            self.infinite(&cycle);
            // Without this type the others are finite.
            for n in [id, self.tt.origin(id)] {
                self.tt.set_rhs(n, TypeId::INVALID);
            }
            return false;
        }
        let Some(rhs) = self.tt.named(self.tt.origin(id)).rhs else { return true };
        path.push(id);
        nest.push(id);
        let ok = self.finite(rhs, nest, path);
        nest.pop();
        path.pop();
        // What a type parameter stands for is another thing wherever the type is used.
        if ok && !self.tt.named_is_generic(id) && !self.tt.is_parameterized(self.tt.named_type(id)) {
            self.valid_types.insert(id);
        }
        ok
    }

    fn same_type(&self, a: NamedId, b: NamedId) -> bool {
        self.tt.identical(self.tt.named_type(a), self.tt.named_type(b))
    }

    /// Reports interface types that lead back to themselves without a name on the way.
    pub(super) fn anonymous_cycles(&mut self) {
        let mut literals = std::mem::take(&mut self.interface_literals);
        literals.sort_by_key(|(span, _)| span.lo);
        let mut known = HashMap::new();
        let mut end = 0;
        for (span, ty) in literals {
            // What stands in another one was looked at with that.
            if span.lo < end {
                continue;
            }
            end = span.hi;
            if self.methods_in_cycle(ty, &mut known) {
                let message = "invalid recursive type: anonymous interface refers to itself \
                               (see https://go.dev/issue/56103)";
                self.err(Code::InvalidCycle, span, message);
                known.values_mut().for_each(|in_cycle| *in_cycle = false);
            }
        }
    }

    fn methods_in_cycle(&mut self, interface: TypeId, known: &mut HashMap<TypeId, bool>) -> bool {
        let Some(interface) = self.tt.iface(interface) else { return false };
        interface.methods.iter().any(|method| self.in_anonymous_cycle(method.sig, known))
    }

    /// Whether a type mentions, without a name between, an interface that leads back to itself. `known` holds the interfaces
    /// that are being looked at (true), and those that are done (false).
    fn in_anonymous_cycle(&mut self, t: TypeId, known: &mut HashMap<TypeId, bool>) -> bool {
        match self.tt.get(t).clone() {
            Type::Invalid | Type::Basic(_) | Type::Named(_) | Type::TypeParam(_) | Type::Union(_) => false,
            Type::Pointer(elem) | Type::Slice(elem) | Type::Array(elem, _) | Type::Chan(_, elem) => {
                self.in_anonymous_cycle(elem, known)
            }
            Type::Map(key, value) => {
                self.in_anonymous_cycle(key, known) || self.in_anonymous_cycle(value, known)
            }
            Type::Struct(fields) => fields.iter().any(|field| self.in_anonymous_cycle(field.ty, known)),
            Type::Func(sig) => {
                sig.params.iter().chain(sig.results.iter()).any(|&t| self.in_anonymous_cycle(t, known))
            }
            Type::Tuple(list) => list.iter().any(|&t| self.in_anonymous_cycle(t, known)),
            Type::Interface(_) => {
                if let Some(&in_cycle) = known.get(&t) {
                    return in_cycle;
                }
                known.insert(t, true);
                if self.methods_in_cycle(t, known) {
                    return true;
                }
                known.insert(t, false);
                false
            }
        }
    }

    /// Reports types of which each lies in the one before, and the first in the last.
    fn infinite(&mut self, cycle: &[NamedId]) {
        let places: Vec<(String, Span)> = cycle
            .iter()
            .map(|&n| match self.instance_spans.get(&n) {
                Some(&span) => (self.ts(self.tt.named_type(n)), span),
                None => (self.cycle_name(self.tt.named(n).obj), self.obj(self.tt.named(n).obj).span),
            })
            .collect();
        self.cycle_of(&places, true);
    }
}
