//! The order in which the variables of a package are initialised.
//!
//! A variable comes after those that its initialiser refers to, directly or through functions; among those that
//! are ready, the source decides. In: the declarations' dependencies, noted while their bodies were checked. Out:
//! initialisers in order, and errors about variables that need themselves.

use super::Checker;
use super::object::{DeclKind, ObjectKind};
use crate::ast::{Expr, ValueSpec};
use crate::diag::{Code, Diagnostic};
use crate::types::{ObjId, PkgId};
use hashbrown::{HashMap, HashSet};
use std::collections::BTreeSet;
use std::rc::Rc;

/// One step of a package's initialisation: `lhs = value`, or `a, b = value` where one call gives several.
#[derive(Clone, Debug)]
pub struct Initializer {
    /// The variables; blank ones have objects too.
    pub lhs: Rc<[ObjId]>,
    spec: Rc<ValueSpec>,
    index: usize,
}

impl Initializer {
    /// The value.
    pub fn value(&self) -> &Expr {
        &self.spec.values[self.index]
    }
}

/// A constant, variable or function of the package.
#[derive(Default)]
struct Node {
    /// The nodes that refer to it.
    users: BTreeSet<usize>,
    /// The nodes that it refers to.
    needs: BTreeSet<usize>,
}

/// Nodes in the order in which they are to be taken: constants first, then by the number of nodes that they still
/// wait for, then by their place in the source.
type Queue = BTreeSet<(bool, usize, usize)>;

impl Checker {
    /// The initialisers of a package in order. Reports initialisation cycles.
    pub(super) fn init_order(&mut self, pkg: PkgId) -> Vec<Initializer> {
        let objects = self.package(pkg).objects.clone();
        // Types are noted as dependencies only in sessions, and need no initialisation.
        let numbers: HashMap<ObjId, usize> = (objects.iter().enumerate())
            .filter(|(_, obj)| !self.obj(**obj).is_type_name())
            .map(|(i, &obj)| (obj, i))
            .collect();
        let mut nodes: Vec<Node> = objects.iter().map(|_| Node::default()).collect();
        for (i, &obj) in objects.iter().enumerate() {
            for dep in self.init_deps(obj) {
                if let Some(&j) = numbers.get(&dep) {
                    nodes[i].needs.insert(j);
                    nodes[j].users.insert(i);
                }
            }
        }
        let functions: Vec<usize> =
            (0..nodes.len()).filter(|&i| matches!(self.obj(objects[i]).kind, ObjectKind::Func(_))).collect();
        contract(&mut nodes, functions);

        let rank = |checker: &Checker, i: usize, waits: usize| {
            (!matches!(checker.obj(objects[i]).kind, ObjectKind::Const(_)), waits, i)
        };
        let mut waits: Vec<usize> = nodes.iter().map(|node| node.needs.len()).collect();
        let mut queue: Queue = (0..nodes.len())
            .filter(|&i| matches!(self.obj(objects[i]).kind, ObjectKind::Const(_) | ObjectKind::Var(_)))
            .map(|i| rank(self, i, waits[i]))
            .collect();
        let mut order = Vec::new();
        let mut emitted = HashSet::new();
        while let Some((_, left, i)) = queue.pop_first() {
            if left > 0
                && let Some(cycle) = self.find_path(&numbers, objects[i], objects[i], &mut HashSet::new())
            {
                self.report_init_cycle(&cycle);
            }
            for &user in &nodes[i].users {
                let was = rank(self, user, waits[user]);
                waits[user] = waits[user].saturating_sub(1);
                if queue.remove(&was) {
                    queue.insert(rank(self, user, waits[user]));
                }
            }
            if let Some(init) = self.initializer(objects[i])
                && emitted.insert((Rc::as_ptr(&init.spec), init.index))
            {
                order.push(init);
            }
        }
        order
    }

    /// What an object's initialiser or body refers to. A script's variable is initialised where it stands, so it
    /// waits for nothing.
    fn init_deps(&self, obj: ObjId) -> Vec<ObjId> {
        match self.decl_of(obj) {
            None => Vec::new(),
            Some(decl) => match &decl.kind {
                DeclKind::ScriptVar | DeclKind::Statements => Vec::new(),
                // Variables that share a call share what it refers to.
                DeclKind::Var { group, .. } if !group.is_empty() => group
                    .iter()
                    .filter_map(|&var| self.decl_of(var))
                    .flat_map(|decl| decl.deps.clone())
                    .collect(),
                DeclKind::Const { .. } | DeclKind::Var { .. } | DeclKind::Type(_) | DeclKind::Func(_) => {
                    decl.deps.clone()
                }
            },
        }
    }

    fn initializer(&self, obj: ObjId) -> Option<Initializer> {
        match &self.decl_of(obj)?.kind {
            DeclKind::Var { spec, index, group } => {
                if group.is_empty() {
                    spec.values.get(*index)?;
                    Some(Initializer { lhs: [obj].into(), spec: spec.clone(), index: *index })
                } else {
                    spec.values.first()?;
                    Some(Initializer { lhs: group.clone(), spec: spec.clone(), index: 0 })
                }
            }
            DeclKind::Const { .. }
            | DeclKind::ScriptVar
            | DeclKind::Statements
            | DeclKind::Type(_)
            | DeclKind::Func(_) => None,
        }
    }

    /// A path of references from `from` to `to`, last step first.
    fn find_path(
        &self,
        numbers: &HashMap<ObjId, usize>,
        from: ObjId,
        to: ObjId,
        seen: &mut HashSet<ObjId>,
    ) -> Option<Vec<ObjId>> {
        if !seen.insert(from) {
            return None;
        }
        let mut deps: Vec<ObjId> = self.init_deps(from);
        deps.retain(|dep| numbers.contains_key(dep));
        deps.sort_by_key(|dep| numbers[dep]);
        for dep in deps {
            if dep == to {
                return Some(vec![dep]);
            }
            if let Some(mut path) = self.find_path(numbers, dep, to, seen) {
                path.push(dep);
                return Some(path);
            }
        }
        None
    }

    fn report_init_cycle(&mut self, cycle: &[ObjId]) {
        let Some(&first) = cycle.first() else { return };
        let (name, span) = (self.obj(first).name, self.obj(first).span);
        if cycle.len() == 1 {
            self.err(
                Code::InitializationCycle,
                span,
                format!("initialization cycle: {name} refers to itself"),
            );
            return;
        }
        let mut diag =
            Diagnostic::error(Code::InitializationCycle, span, format!("initialization cycle for {name}"));
        let mut at = first;
        for &next in cycle.iter().rev() {
            let text = format!("{} refers to {}", self.obj(at).name, self.obj(next).name);
            diag = diag.with_related(self.obj(at).span, text);
            at = next;
        }
        self.report(diag);
    }
}

/// Takes functions out of the graph, so that what refers to one refers to all that it refers to. Those with few
/// connections go first, since each removal multiplies them.
fn contract(nodes: &mut [Node], mut functions: Vec<usize>) {
    functions.sort_by_key(|&i| nodes[i].users.len() * nodes[i].needs.len());
    for function in functions {
        let Node { users, needs } = std::mem::take(&mut nodes[function]);
        for &user in users.iter().filter(|&&user| user != function) {
            nodes[user].needs.remove(&function);
            for &need in needs.iter().filter(|&&need| need != function) {
                nodes[user].needs.insert(need);
                nodes[need].users.insert(user);
            }
        }
        for &need in &needs {
            nodes[need].users.remove(&function);
        }
    }
}
