//! Declarations that refer to themselves: which may, and errors about those that may not.

use super::Checker;
use super::object::*;
use crate::ast::ExprKind;
use crate::diag::{Code, Diagnostic};
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
        let first = cycle[start];
        let is_type = self.obj(first).is_type_name();
        let (name, span) = (self.cycle_name(first), self.obj(first).span);
        if let [_] = cycle {
            let message = if is_type {
                format!("invalid recursive type: {name} refers to itself")
            } else {
                format!("invalid cycle in declaration: {name} refers to itself")
            };
            self.err(Code::InvalidCycle, span, message);
            return;
        }
        let message = if is_type {
            format!("invalid recursive type {name}")
        } else {
            format!("invalid cycle in declaration of {name}")
        };
        let mut diag = Diagnostic::error(Code::InvalidCycle, span, message);
        for i in 0..cycle.len() {
            let from = cycle[(start + i) % cycle.len()];
            let to = cycle[(start + i + 1) % cycle.len()];
            diag = diag.with_related(
                self.obj(from).span,
                format!("{} refers to {}", self.cycle_name(from), self.cycle_name(to)),
            );
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
        self.finite(named, &mut Vec::new());
    }

    fn finite(&mut self, named: NamedId, path: &mut Vec<NamedId>) -> bool {
        if let Some(&ok) = self.valid_types.get(&named) {
            return ok;
        }
        if path.len() > DEPTH {
            return true;
        }
        let origin = self.tt.origin(named);
        let seen =
            path.iter().position(|&p| p == named || self.tt.origin(p) == origin && self.nested(path, origin));
        if let Some(start) = seen {
            let cycle: Vec<ObjId> = path[start..].iter().map(|&n| self.tt.named(n).obj).collect();
            self.cycle_error(&cycle);
            for &n in &path[start..].to_vec() {
                self.valid_types.insert(n, false);
                self.tt.set_rhs(n, TypeId::INVALID);
                let origin = self.tt.origin(n);
                self.tt.set_rhs(origin, TypeId::INVALID);
            }
            return false;
        }
        let Some(rhs) = self.tt.rhs(named) else { return true };
        path.push(named);
        let ok = self.finite_type(rhs, path);
        path.pop();
        self.valid_types.entry(named).or_insert(ok);
        ok
    }

    /// Whether many instances of one generic type are nested: their expansion has no end.
    fn nested(&self, path: &[NamedId], origin: NamedId) -> bool {
        path.iter().filter(|&&p| self.tt.origin(p) == origin).count() > 10
    }

    fn finite_type(&mut self, t: TypeId, path: &mut Vec<NamedId>) -> bool {
        if self.finite_types.contains(&t) {
            return true;
        }
        let ok = self.finite_shape(t, path);
        if ok {
            self.finite_types.insert(t);
        }
        ok
    }

    fn finite_shape(&mut self, t: TypeId, path: &mut Vec<NamedId>) -> bool {
        match self.tt.get(t).clone() {
            Type::Named(id) => self.finite(id, path),
            Type::Array(elem, _) => self.finite_type(elem, path),
            Type::Struct(fields) => fields.iter().all(|f| self.finite_type(f.ty, path)),
            Type::Interface(i) => match &i.decl {
                Some(decl) => decl.embeds.iter().all(|&e| self.finite_type(e, path)),
                None => true,
            },
            Type::Union(terms) => terms.iter().all(|term| self.finite_type(term.ty, path)),
            Type::Invalid
            | Type::Basic(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Func(_)
            | Type::Tuple(_)
            | Type::TypeParam(_) => true,
        }
    }
}
