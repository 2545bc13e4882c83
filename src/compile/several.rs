//! Assignments of several values to as many variables and places at once.
//!
//! What the specification promises is that all operands and values are evaluated before anything is assigned. Go's compiler
//! does so only with what an assignment before it could change: that is evaluated *early*, in order. Then the assignments are made one
//! by one, each of which evaluates what is left of its own operands and value. Programs see that by which panic comes first, and by
//! what has been assigned when one comes; so here it is the same.
//!
//! Invariant: what is not early gives the same value before and after the assignments in front of it.

use super::assign::Assigned;
use super::frame::{Gen, Key, Var};
use super::func::Reg;
use super::order::Part;
use super::place::Place;
use crate::ast::*;
use crate::check::{CallKind, SelectionKind};
use crate::types::{ObjId, Type, TypeId};

/// What of a target and its value is evaluated early.
#[derive(Clone, Copy, Default)]
struct Early {
    operands: bool,
    value: bool,
    /// The operands' registers may be those of variables that have been assigned to.
    copied: bool,
}

/// What assignments have changed.
#[derive(Default)]
struct Changed {
    /// Local variables that nothing points to.
    vars: Vec<ObjId>,
    /// Anything in memory.
    memory: bool,
    /// A result that deferred calls can see: what panics must have done so before.
    result: bool,
}

impl Gen<'_, '_> {
    /// Does first what is done in the targets and values, if it could not be done in its turn.
    pub(super) fn done_first_in_several(&mut self, targets: &[Assigned<'_>], values: &[Expr]) -> usize {
        let wants: Vec<Option<TypeId>> = targets.iter().map(|target| self.target_known_ty(target)).collect();
        let places = targets.iter().filter_map(|target| match target {
            Assigned::Place(e) if e.as_ident().is_none() => Some(*e),
            _ => None,
        });
        let places: Vec<&Expr> = places.collect();
        let parts: Vec<Part<'_>> = values.iter().zip(wants).collect();
        let (early, visible) = self.early(targets, values);
        let all = visible || !places.is_empty() || early.iter().any(|early| early.operands || early.value);
        self.done_first_in_places(&places, &parts, all)
    }

    /// Assigns values to as many targets.
    pub(super) fn assign_several(&mut self, targets: &[Assigned<'_>], values: &[Expr]) {
        let start = self.b.sp;
        // New variables get their registers first, below everything temporary.
        let news = self.reserve_new(targets);
        let mark = self.b.sp;
        let (early, _) = self.early(targets, values);
        let mut ready = Vec::new();
        for ((target, value), early) in targets.iter().zip(values).zip(&early) {
            let place = early.operands.then(|| {
                let place = self.target_place(target);
                if early.copied { self.stabilize(place) } else { place }
            });
            let reg = early.value.then(|| {
                let want = self.target_ty(target, value);
                self.kept(value, want)
            });
            ready.push((place, reg));
        }
        for (((target, value), &new), (place, reg)) in targets.iter().zip(values).zip(&news).zip(ready) {
            let sp = self.b.sp;
            let want = self.target_ty(target, value);
            match (place, reg) {
                (Some(place), Some(reg)) => self.finish_target(target, new, &place, reg, want),
                (None, Some(reg)) => {
                    let place = self.target_place(target);
                    self.finish_target(target, new, &place, reg, want);
                }
                (Some(place), None) => self.assign_to(&place, value, want),
                (None, None) => self.assign_in_turn(target, new, value, want),
            }
            self.b.sp = sp;
        }
        self.b.sp = mark.max(start);
    }

    /// A register with the value, which nothing changes.
    fn kept(&mut self, value: &Expr, want: TypeId) -> Reg {
        let below = self.b.sp;
        let reg = self.owned_as(value, want);
        let n = self.slots(want);
        if reg >= below || n == 0 || self.unit.info().const_val(value.id).is_some() {
            return reg;
        }
        // A variable's own register may be overwritten before it is read.
        let copy = self.temp(want);
        self.b.mov(copy, reg, n);
        copy
    }

    fn assign_in_turn(&mut self, target: &Assigned<'_>, new: Option<Reg>, value: &Expr, want: TypeId) {
        match (target, new) {
            (Assigned::New(var), Some(home)) if !self.in_cell(*var, want) => {
                self.value_as_to(value, want, home);
                self.vars.insert(Key::Obj(*var), Var::Reg(home));
            }
            (Assigned::New(_), _) => {
                let reg = self.owned_as(value, want);
                self.finish_target(target, new, &Place::Blank, reg, want);
            }
            (Assigned::Blank | Assigned::Var(_), _) => self.assign_one(target, value),
            (Assigned::Place(e), _) if self.is_map_element(e) && self.reading_fails(value) => {
                // The entry is there before its value.
                let place = self.target_place(target);
                let place = self.entry_of(place);
                self.assign_to(&place, value, want);
            }
            (Assigned::Place(_), _) => self.assign_one(target, value),
        }
    }

    /// Which operands and values an assignment before them could change; and whether there is one, but for the last, that other
    /// code could see.
    fn early(&mut self, targets: &[Assigned<'_>], values: &[Expr]) -> (Vec<Early>, bool) {
        let mut changed = Changed::default();
        let (mut all, mut visible) = (Vec::new(), false);
        for (target, value) in targets.iter().zip(values) {
            visible = changed.memory || changed.result;
            let operands = match target {
                Assigned::Place(e) => self.operands_change(e, &changed),
                Assigned::Blank | Assigned::New(_) | Assigned::Var(_) => false,
            };
            let value = self.changes(value, &changed);
            // What is read through a pointer may be in registers, too.
            let copied = !changed.vars.is_empty() || changed.memory;
            all.push(Early { operands, value, copied });
            let var = match target {
                Assigned::Blank => continue,
                Assigned::New(var) => Some(*var),
                Assigned::Var(_) => None,
                Assigned::Place(e) => self.whole(e),
            };
            match var {
                Some(var) if self.recovers && self.named_results.contains(&Some(var)) => {
                    changed.result = true;
                }
                Some(var) if !self.is_shared(var) => changed.vars.push(var),
                _ => changed.memory = true,
            }
        }
        (all, visible)
    }

    /// The local variable that the place is, or is a part of.
    fn whole(&mut self, e: &Expr) -> Option<ObjId> {
        match &e.kind {
            ExprKind::Paren(x) => self.whole(x),
            ExprKind::Ident(id) => {
                let var = self.unit.info().use_of(id.id).or_else(|| self.unit.info().def_of(id.id))?;
                (!self.unit.is_package_var(var)).then_some(var)
            }
            ExprKind::Selector(s) => {
                let selection = self.unit.info().selection(e.id)?;
                let part = selection.kind == SelectionKind::Field && !selection.indirect;
                let x = self.ty(&s.x);
                let part = part && !matches!(self.shape(x), Type::Pointer(_));
                if part { self.whole(&s.x) } else { None }
            }
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                if matches!(self.shape(x), Type::Array(..)) { self.whole(&i.x) } else { None }
            }
            _ => None,
        }
    }

    /// Whether the operands of a place depend on what has been changed.
    fn operands_change(&mut self, e: &Expr, changed: &Changed) -> bool {
        match &e.kind {
            ExprKind::Paren(x) => self.operands_change(x, changed),
            ExprKind::Star(x) => self.changes(x, changed),
            ExprKind::Selector(s) if self.unit.info().selection(e.id).is_some() => {
                let x = self.ty(&s.x);
                let pointer = matches!(self.shape(x), Type::Pointer(_));
                let within = self.unit.info().selection(e.id).is_some_and(|s| s.indirect) && !pointer;
                within && (changed.memory || changed.result)
                    || if pointer || within {
                        self.changes(&s.x, changed)
                    } else {
                        self.operands_change(&s.x, changed)
                    }
            }
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                let array = matches!(self.shape(x), Type::Array(..));
                let of_x =
                    if array { self.operands_change(&i.x, changed) } else { self.changes(&i.x, changed) };
                of_x || self.changes(&i.indices[0], changed)
            }
            _ => false,
        }
    }

    /// Whether the value of an expression depends on what has been changed.
    fn changes(&mut self, e: &Expr, changed: &Changed) -> bool {
        if changed.vars.is_empty() && !changed.memory && !changed.result || self.done_reg(e).is_some() {
            return false;
        }
        if changed.result {
            return true;
        }
        if self.unit.info().const_val(e.id).is_some() {
            return false;
        }
        match &e.kind {
            ExprKind::Paren(x) => self.changes(x, changed),
            ExprKind::Ident(id) => match self.unit.info().use_of(id.id) {
                Some(var) if self.unit.is_var(var) => {
                    changed.vars.contains(&var) || changed.memory && self.is_shared(var)
                }
                _ => false,
            },
            ExprKind::Unary(u) if u.op != UnaryOp::Recv => self.changes(&u.x, changed),
            ExprKind::Binary(b) => self.changes(&b.x, changed) || self.changes(&b.y, changed),
            ExprKind::Call(c) if self.unit.info().call_kind(c.fun.id) == CallKind::Conversion => {
                self.changes(&c.args[0], changed)
            }
            ExprKind::Selector(s) => {
                let x = self.ty(&s.x);
                let pointer = matches!(self.shape(x), Type::Pointer(_));
                let selection = self.unit.info().selection(e.id);
                let memory = pointer || selection.is_none_or(|selection| selection.indirect);
                changed.memory && memory || self.changes(&s.x, changed)
            }
            ExprKind::BasicLit(_) => false,
            // They read memory, or may: all that is in them counts.
            _ => changed.memory || self.mentions_any(e, &changed.vars),
        }
    }

    /// Whether something else than this function's own code can come to the variable.
    fn is_shared(&mut self, var: ObjId) -> bool {
        self.unit.is_package_var(var)
            || self.facts.pointed(var)
            || self.facts.captured(var) && self.facts.in_cell(var)
    }

    /// Whether one of the variables is mentioned anywhere in the expression.
    fn mentions_any(&self, e: &Expr, vars: &[ObjId]) -> bool {
        struct Mentions<'g> {
            info: &'g crate::check::Info,
            vars: &'g [ObjId],
            found: bool,
        }
        impl Visitor for Mentions<'_> {
            fn visit_expr(&mut self, e: &Expr) {
                if let ExprKind::Ident(id) = &e.kind {
                    self.found |= self.info.use_of(id.id).is_some_and(|var| self.vars.contains(&var));
                }
                if !self.found {
                    walk_expr(self, e);
                }
            }
        }
        let mut visitor = Mentions { info: self.unit.info(), vars, found: false };
        visitor.visit_expr(e);
        visitor.found
    }
}
