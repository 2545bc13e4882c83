//! Pointers that are no values, since what they point to is in registers.
//!
//! A variable whose address is taken lives in a heap cell, unless only calls get the address that are made in place and do nothing
//! with it but to follow it: `v.add(w)` where `add` is a small method of `*V`. Then the variable stays in registers, and the
//! parameter is another name for them, an *alias*. In the same way `p := &T{...}` makes no object if `p` is only followed.
//!
//! `analyze` finds the candidates, and here is settled which calls they are given to. What a variable in registers means for
//! other code of the function is different in one way: a call may change it ([`Analysis::handed`](super::analyze::Analysis::handed)).
//!
//! Invariant: a variable with an address that gets anywhere else is in a cell. A pointer may well have been declared an alias by the
//! analysis and yet be an ordinary one; the code that is made asks where the variable is.

use std::rc::Rc;

use super::analyze::{Asked, Called, Question};
use super::call::{Found, FoundKind};
use super::frame::{Gen, Key, Var};
use super::func::Reg;
use super::place::Place;
use super::small::Small;
use super::unit::Unit;
use crate::ast::*;
use crate::bytecode::FuncFlags;
use crate::check::{CallKind, Mode};
use crate::source::Span;
use crate::types::{ObjId, Subst, Type, TypeId};

/// A function with more registers in use makes objects, which need one each.
const MOST_REGISTERS: Reg = 16_000;

impl Unit<'_> {
    /// Answers what the analysis asks of a call in a function with these flags.
    pub(super) fn holds(&mut self, question: &Question, subst: &Subst, flags: FuncFlags) -> bool {
        let Some(small) = self.small_called(&question.called, subst, flags) else { return false };
        match question.asked {
            Asked::Follows { param, .. } => {
                small.followed(param).is_some_and(|t| matches!(self.chk.tt.under_shape(t), Type::Pointer(_)))
            }
            Asked::Makes => small.made().is_some(),
        }
    }

    /// The function that is called, if the call is made in place.
    pub(super) fn small_called(
        &mut self,
        called: &Called,
        subst: &Subst,
        flags: FuncFlags,
    ) -> Option<Rc<Small>> {
        let &Called { function, owner, ref instance, args } = called;
        if self.st.session || !self.is_func(function) || self.native_of(function).is_some() {
            return None;
        }
        let sig = self.chk.func_sig(function)?;
        let Type::Func(sig) = self.chk.tt.get(sig.ty).clone() else { return None };
        if sig.variadic || sig.params.len() != args {
            return None;
        }
        let mut replaced = |t: TypeId| {
            let t = self.chk.tt.subst(t, subst);
            self.chk.tt.canon(t)
        };
        let owner = owner.map(&mut replaced);
        let given: Vec<TypeId> = instance.iter().flat_map(|list| list.iter()).map(|&t| replaced(t)).collect();
        let of_owner = owner.map_or_else(|| [].into(), |owner| self.targs_of(owner));
        let targs: Rc<[TypeId]> = of_owner.iter().copied().chain(given).collect();
        // A generic function that is looked at as it is written has no instances of others.
        if targs.iter().any(|&t| self.chk.tt.is_parameterized(t)) {
            return None;
        }
        let func = self.func(function, targs);
        self.small(func, flags)
    }
}

impl Gen<'_, '_> {
    /// Where that is to which the expression, a variable that is an alias, points.
    pub(super) fn alias(&self, e: &Expr) -> Option<Reg> {
        let var = self.unit.info_ref().use_of(e.unparen().as_ident()?.id)?;
        match self.vars.get(&Key::Obj(var)) {
            Some(&Var::Alias(reg)) => Some(reg),
            _ => None,
        }
    }

    /// The registers of the operand, if it is a variable, or part of one, that is in registers.
    fn registers(&mut self, e: &Expr) -> Option<Reg> {
        if !self.is_in_registers(e) {
            return None;
        }
        match self.place(e) {
            Place::Reg(reg) => Some(reg),
            _ => None,
        }
    }

    /// Whether the operand is part of a variable in registers, so that to find its place takes no instructions.
    fn is_in_registers(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Paren(x) => self.is_in_registers(x),
            ExprKind::Star(x) => self.alias(x).is_some(),
            ExprKind::Ident(id) => matches!(self.var(id), Some((_, Var::Reg(_)))),
            ExprKind::Selector(s) => {
                let Some(selection) = self.unit.info().selection(e.id) else { return false };
                if !selection.indirect {
                    return self.is_in_registers(&s.x);
                }
                let path = selection.path.clone();
                let x = self.ty(&s.x);
                self.alias(&s.x).is_some() && self.is_within(x, &path[..path.len() - 1])
            }
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                matches!(self.shape(x), Type::Array(..))
                    && self.unit.info().const_val(i.indices[0].id).is_some()
                    && self.is_in_registers(&i.x)
            }
            _ => false,
        }
    }

    /// The registers of what the receiver of a method points to.
    pub(super) fn receiver_alias(&mut self, x: &Expr, found: &Found) -> Option<Reg> {
        let FoundKind::Declared { ptr_recv: true, .. } = found.kind else { return None };
        let t = self.ty(x);
        let place = match self.alias(x) {
            Some(reg) => Place::Pointer(reg),
            None => Place::Reg(self.registers(x)?),
        };
        if !self.is_within(t, &found.path) {
            return None;
        }
        match self.follow(place, t, &found.path) {
            (Place::Pointer(reg), _) => Some(reg),
            (Place::Reg(reg), t) => (!matches!(self.shape(t), Type::Pointer(_))).then_some(reg),
            _ => None,
        }
    }

    /// Whether the fields of a path lie in one another, the first in what the value is or points to; none is a pointer.
    fn is_within(&mut self, t: TypeId, path: &[u32]) -> bool {
        let mut t = match self.shape(t) {
            Type::Pointer(elem) => elem,
            _ => t,
        };
        path.iter().all(|&index| {
            let Type::Struct(fields) = self.shape(t) else { return false };
            t = self.subst_ty(fields[index as usize].ty);
            !matches!(self.shape(t), Type::Pointer(_))
        })
    }

    /// The registers of what an argument points to.
    pub(super) fn argument_alias(&mut self, arg: &Expr) -> Option<Reg> {
        match &arg.unparen().kind {
            ExprKind::Unary(u) if u.op == UnaryOp::Addr => self.registers(&u.x),
            _ => self.alias(arg),
        }
    }

    /// Arguments that are in registers of variables (those below `below`) which the body may change by an alias get registers of
    /// their own.
    pub(super) fn part_from_aliases(&mut self, args: &mut [Var], types: &[TypeId], below: Reg) {
        let mut changed = Vec::new();
        for (arg, &t) in args.iter().zip(types) {
            if let (&Var::Alias(reg), Type::Pointer(elem)) = (arg, self.shape(t)) {
                let elem = self.subst_ty(elem);
                changed.push(reg..reg + self.slots(elem));
            }
        }
        if changed.is_empty() {
            return;
        }
        for (arg, &t) in args.iter_mut().zip(types) {
            let Var::Reg(reg) = *arg else { continue };
            let n = self.slots(t);
            if reg < below && changed.iter().any(|range| reg < range.end && range.start < reg + n) {
                let copy = self.temp(t);
                self.b.mov(copy, reg, n);
                *arg = Var::Reg(copy);
            }
        }
    }

    /// Declares a pointer that is only followed to the new object which it is declared with: its value goes to registers.
    /// Whether that is so.
    pub(super) fn declare_alias(&mut self, var: ObjId, value: &Expr) -> bool {
        if self.unit.st.session || !self.facts.only_followed_to_new(var) || self.done_reg(value).is_some() {
            return false;
        }
        let t = self.obj_ty(var);
        let Type::Pointer(elem) = self.shape(t) else { return false };
        let elem = self.subst_ty(elem);
        if self.is_indirect(elem) || self.b.sp > MOST_REGISTERS {
            return false;
        }
        let home = self.temp(elem);
        match &value.unparen().kind {
            ExprKind::Unary(u) => self.value_to(u.x.unparen(), home),
            ExprKind::Call(c) if self.unit.info().call_kind(c.fun.id) == CallKind::Call => {
                if !self.new_in_place(value.unparen(), c, home) {
                    return false;
                }
            }
            ExprKind::Call(c) if self.unit.info().mode(c.args[0].id) == Mode::TypeExpr => {
                let n = self.slots(elem);
                self.b.zero(home, n);
            }
            ExprKind::Call(c) => self.value_as_to(&c.args[0], elem, home),
            _ => self.unit.bug(value.span, "a new object that is none"),
        }
        self.vars.insert(Key::Obj(var), Var::Alias(home));
        true
    }

    /// Nothing may ask for the value of an alias.
    pub(super) fn no_pointer(&mut self) {
        self.unit.bug(Span::NONE, "the value of a pointer whose pointee is in registers");
    }
}
