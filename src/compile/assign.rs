//! Assignments: of one value and of several at once, with an operator, to new variables and to places.
//!
//! Several values at once are in `several.rs`.

use super::frame::{BasicExt, Gen, Key, Var};
use super::func::{IndexReg, Reg};
use super::operators::with_immediate;
use super::place::Place;
use crate::ast::*;
use crate::bytecode::Op;
use crate::source::Span;
use crate::types::{Basic, ObjId, Type, TypeId};

impl Gen<'_, '_> {
    pub(super) fn inc_dec(&mut self, x: &Expr, inc: bool) {
        let t = self.ty(x);
        let place = self.place(x);
        let place = self.entry_place(place, t);
        let basic = self.basic(t);
        if self.add_in_memory(&place, t, Addend::Imm(if inc { 1 } else { -1 })) {
            return;
        }
        let r = self.load_to_reg(&place, t);
        let dst = if let Place::Reg(reg) = place { reg } else { self.temp(t) };
        if basic.is_integer() {
            self.b.op(Op::AddImm, dst, r, if inc { 1 } else { -1i16 as u16 });
            self.narrow(dst, t);
        } else {
            let one = self.temp(t);
            self.constant(one, &crate::check::consts::ConstValue::from(1), t);
            self.arith(if inc { BinaryOp::Add } else { BinaryOp::Sub }, t, dst, r, one);
        }
        self.store(&place, t, dst);
    }

    pub(super) fn assign(&mut self, a: &Assign) {
        match a.op {
            AssignOp::Op(op) => self.assign_op(op, &a.lhs[0], &a.rhs[0], a.op_span),
            AssignOp::Define | AssignOp::Assign => {
                if let Some(op) = self.appends_in_memory(a) {
                    return self.append_in_memory(op, &a.lhs[0], a.rhs[0].unparen());
                }
                let targets = self.assigned(a);
                self.define(targets, &a.rhs);
            }
        }
    }

    /// What an assignment without operator assigns to.
    pub(super) fn assigned<'e>(&self, a: &'e Assign) -> Vec<Assigned<'e>> {
        let target = |e: &'e Expr| {
            let e = e.unparen();
            match e.as_ident() {
                Some(id) => match self.unit.info().def_of(id.id) {
                    Some(var) if !self.unit.is_package_var(var) => Assigned::New(var),
                    Some(var) => Assigned::Var(var),
                    None if id.name.as_str() == "_" => Assigned::Blank,
                    None => Assigned::Place(e),
                },
                None => Assigned::Place(e),
            }
        };
        a.lhs.iter().map(target).collect()
    }

    /// Assigns values to new variables and places.
    pub(super) fn define(&mut self, targets: Vec<Assigned<'_>>, values: &[Expr]) {
        self.bind_literals(&targets, values);
        if let ([target], [value]) = (&targets[..], values) {
            return self.assign_one(target, value);
        }
        if values.len() == targets.len() {
            return self.assign_several(&targets, values);
        }
        // One call, or a comma-ok form.
        let value = values[0].unparen();
        if self.define_where_it_is(&targets, value) {
            return;
        }
        let news = self.reserve_new(&targets);
        let mark = self.b.sp;
        let stable = targets.iter().any(|t| !matches!(t, Assigned::Place(e) if e.as_ident().is_none()));
        let mut places = Vec::new();
        for target in &targets {
            let place = self.target_place(target);
            places.push(if stable { self.stabilize(place) } else { place });
        }
        let parts = self.tuple(value);
        for (i, (target, &(src, from))) in targets.iter().zip(&parts).enumerate() {
            let want = match self.target_known_ty(target) {
                Some(t) => t,
                None => from,
            };
            let sp = self.b.sp;
            let mut r = src;
            if self.is_iface(want) && !self.is_iface(from) {
                r = self.temp(want);
                self.make_iface(r, src, from);
            }
            self.finish_target(target, news[i], &places[i], r, want);
            self.b.sp = sp;
        }
        self.b.sp = mark;
    }

    /// New variables of the values of a call with several results, or of a comma-ok form, that stay in the registers where those
    /// are. Whether that is possible.
    fn define_where_it_is(&mut self, targets: &[Assigned<'_>], value: &Expr) -> bool {
        if self.done_reg(value).is_some() {
            return false;
        }
        let mut parts = self.tuple_types(value);
        if parts.len() == 1 {
            // Whether there was a value.
            parts.push(TypeId::BOOL);
        }
        if parts.len() != targets.len() {
            return false;
        }
        for (target, &from) in targets.iter().zip(&parts) {
            let stays = match target {
                Assigned::New(var) => {
                    let t = self.obj_ty(*var);
                    t == from && !self.in_cell(*var, t) && !self.is_indirect(t)
                }
                Assigned::Blank => true,
                Assigned::Var(_) | Assigned::Place(_) => false,
            };
            if !stays {
                return false;
            }
        }
        let mark = self.b.sp;
        let values = self.tuple(value);
        let mut end = mark;
        for (target, &(reg, t)) in targets.iter().zip(&values) {
            debug_assert!(reg >= mark || self.slots(t) == 0, "the values are temporary");
            if let Assigned::New(var) = target {
                self.vars.insert(Key::Obj(*var), Var::Reg(reg));
                end = end.max(reg + self.slots(t));
            }
        }
        self.b.sp = end;
        true
    }

    /// The types of the values of a call with several results, or of a comma-ok form.
    fn tuple_types(&mut self, e: &Expr) -> Vec<TypeId> {
        let t = self.ty(e);
        match self.shape(t) {
            Type::Tuple(parts) => parts.iter().map(|&p| self.subst_ty(p)).collect(),
            _ => vec![t],
        }
    }

    /// The values of a call with several results, or of a comma-ok form: registers and types.
    pub(super) fn tuple(&mut self, e: &Expr) -> Vec<(Reg, TypeId)> {
        let parts = self.tuple_types(e);
        if let ExprKind::Call(c) = &e.kind {
            if let Some(i) = self.intrinsic(&c.fun) {
                let both = self.b.alloc(&vec![crate::bytecode::RegClass::Scalar; parts.len()]);
                self.intrinsic_call(i, c, both);
                return parts.iter().enumerate().map(|(i, &t)| (both + i as u16, t)).collect();
            }
            let mut at = self.call(e);
            return parts
                .iter()
                .map(|&t| {
                    let r = at;
                    at += self.slots(t);
                    (r, t)
                })
                .collect();
        }
        let vt = parts[0];
        let ok_ty = parts.get(1).copied().unwrap_or(TypeId::BOOL);
        let dst = self.temp(vt);
        let ok = self.b.scalar();
        self.at(e.span, |g| match &e.kind {
            ExprKind::Index(i) => {
                let map = g.ty(&i.x);
                g.map_get(i, map, dst, Some(ok));
            }
            ExprKind::TypeAssert(a) => g.type_assert(a, vt, dst, Some(ok)),
            ExprKind::Unary(u) => g.receive(e, u, dst, Some(ok)),
            _ => g.unit.bug(e.span, "no comma-ok form"),
        });
        vec![(dst, vt), (ok, ok_ty)]
    }

    pub(super) fn reserve_new(&mut self, targets: &[Assigned<'_>]) -> Vec<Option<Reg>> {
        targets
            .iter()
            .map(|t| match t {
                Assigned::New(var) => {
                    let ty = self.obj_ty(*var);
                    Some(if self.in_cell(*var, ty) { self.b.pointer() } else { self.temp(ty) })
                }
                _ => None,
            })
            .collect()
    }

    pub(super) fn target_place(&mut self, target: &Assigned<'_>) -> Place {
        match target {
            Assigned::New(_) | Assigned::Blank => Place::Blank,
            Assigned::Var(var) => Place::Global(self.unit.global(*var)),
            Assigned::Place(e) => self.place(e),
        }
    }

    /// The place with operands that no assignment changes.
    pub(super) fn stabilize(&mut self, place: Place) -> Place {
        use crate::bytecode::RegClass::{Pointer, Scalar};
        match place {
            Place::Mem { ptr, off } => {
                let copy = self.b.pointer();
                self.b.mov(copy, ptr, 1);
                Place::Mem { ptr: copy, off }
            }
            Place::Elem { slice, index } => {
                let copy = self.b.alloc(&[Pointer, Scalar, Scalar]);
                self.b.mov(copy, slice, 2);
                self.b.mov(copy + 2, index.reg, 1);
                Place::Elem { slice: copy, index: IndexReg { reg: copy + 2, ..index } }
            }
            Place::ArrayElem { ptr, index, len } => {
                let copy = self.b.alloc(&[Pointer, Scalar]);
                self.b.mov(copy, ptr, 1);
                self.b.mov(copy + 1, index.reg, 1);
                Place::ArrayElem { ptr: copy, index: IndexReg { reg: copy + 1, ..index }, len }
            }
            Place::MapElem { map, key, path, ext } => {
                let copy = self.b.pointer();
                self.b.mov(copy, map, 1);
                let n = ext.ext_n();
                let classes: Vec<_> = (0..n).map(|i| self.b.classes[(key + i) as usize]).collect();
                let k = self.b.alloc(&classes);
                self.b.mov(k, key, n);
                Place::MapElem { map: copy, key: k, path, ext }
            }
            other => other,
        }
    }

    /// The type that a value must have to go to the target; none for `_`.
    pub(super) fn target_known_ty(&mut self, target: &Assigned<'_>) -> Option<TypeId> {
        match target {
            Assigned::New(var) | Assigned::Var(var) => Some(self.obj_ty(*var)),
            Assigned::Blank => None,
            Assigned::Place(e) => Some(self.ty(e)),
        }
    }

    pub(super) fn target_ty(&mut self, target: &Assigned<'_>, value: &Expr) -> TypeId {
        match self.target_known_ty(target) {
            Some(t) => t,
            None => self.ty(value),
        }
    }

    pub(super) fn finish_target(
        &mut self,
        target: &Assigned<'_>,
        new: Option<Reg>,
        place: &Place,
        r: Reg,
        t: TypeId,
    ) {
        match (target, new) {
            (Assigned::New(var), Some(home)) => {
                if self.in_cell(*var, t) {
                    self.init_cell(home, r, t);
                    self.vars.insert(Key::Obj(*var), Var::Cell(home));
                } else {
                    let n = self.slots(t);
                    self.b.mov(home, r, n);
                    self.vars.insert(Key::Obj(*var), Var::Reg(home));
                }
            }
            _ => self.store(place, t, r),
        }
    }

    /// `cell` = a new cell with the value in `r`, which is given up.
    fn init_cell(&mut self, cell: Reg, r: Reg, t: TypeId) {
        if self.is_indirect(t) {
            self.b.mov(cell, r, 1);
        } else {
            self.new_object(cell, t);
            self.store_mem(cell, 0, r, t);
        }
    }

    pub(super) fn assign_one(&mut self, target: &Assigned<'_>, value: &Expr) {
        match target {
            Assigned::New(var) if self.declare_alias(*var, value) => {}
            Assigned::New(var) => {
                let t = self.obj_ty(*var);
                if self.in_cell(*var, t) {
                    let cell = self.b.pointer();
                    let sp = self.b.sp;
                    if self.is_indirect(t) {
                        self.value_as_to(value, t, cell);
                    } else {
                        let r = self.value_as(value, t);
                        self.init_cell(cell, r, t);
                    }
                    self.b.sp = sp;
                    self.vars.insert(Key::Obj(*var), Var::Cell(cell));
                    return;
                }
                let mark = self.b.sp;
                let r = self.value_as(value, t);
                let n = self.slots(t);
                let home = if r >= mark && n > 0 {
                    // The temporary becomes the variable.
                    r
                } else {
                    self.b.sp = mark;
                    let home = self.temp(t);
                    self.b.mov(home, r, n);
                    home
                };
                self.b.sp = (home + n).max(mark);
                self.vars.insert(Key::Obj(*var), Var::Reg(home));
            }
            Assigned::Blank => {
                let sp = self.b.sp;
                if !self.is_nil(value) {
                    self.value(value);
                }
                self.b.sp = sp;
            }
            Assigned::Var(_) | Assigned::Place(_) => {
                let (sp, done) = (self.b.sp, self.done.len());
                let t = self.target_ty(target, value);
                if let Assigned::Place(e) = target {
                    self.value_before_operands(e, value);
                }
                let place = self.target_place(target);
                self.assign_to(&place, value, t);
                self.forget_done(done);
                self.b.sp = sp;
            }
        }
    }

    /// The place = the value.
    pub(super) fn assign_to(&mut self, place: &Place, value: &Expr, t: TypeId) {
        match *place {
            Place::Reg(reg) if !Self::writes_early(value) && !self.is_indirect(t) => {
                self.value_as_to(value, t, reg);
            }
            Place::MapElem { .. } => {
                let r = self.owned_as(value, t);
                self.store(place, t, r);
            }
            _ => {
                let r = self.value_as(value, t);
                self.store(place, t, r);
            }
        }
    }

    fn assign_op(&mut self, op: BinaryOp, x: &Expr, y: &Expr, op_span: Span) {
        let done = self.done.len();
        // Go makes `m[k] = m[k] / y` of a division.
        if self.is_map_element(x) && !matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            self.value_before_operands(x, y);
        }
        self.assign_op_in_turn(op, x, y, op_span);
        self.forget_done(done);
    }

    fn assign_op_in_turn(&mut self, op: BinaryOp, x: &Expr, y: &Expr, op_span: Span) {
        let t = self.ty(x);
        let mut place = self.place(x);
        if !op.is_shift() && !matches!(op, BinaryOp::Div | BinaryOp::Rem) && self.is_calm(y) {
            place = self.entry_place(place, t);
            if self.add_calm(op, &place, t, y) {
                return;
            }
        }
        let dst = match place {
            Place::Reg(reg) => reg,
            _ => self.temp(t),
        };
        let r = self.load_to_reg(&place, t);
        self.at(op_span.to(y.span), |g| {
            if op.is_shift() {
                return g.shift(op, t, dst, r, y);
            }
            if let Some(imm) = g.small_const(y, t)
                && let Some((op, imm)) = with_immediate(op, imm, g.basic(t))
            {
                g.b.op(op, dst, r, imm as u16);
                return g.narrow(dst, t);
            }
            if g.add_product(op, t, dst, r, y) {
                return;
            }
            let y = g.value_as(y, t);
            g.arith(op, t, dst, r, y);
        });
        self.store(&place, t, dst);
    }

    /// `place += y` or `place -= y` in one instruction, if there is one. Evaluating `y` can neither fail nor change anything.
    fn add_calm(&mut self, op: BinaryOp, place: &Place, t: TypeId, y: &Expr) -> bool {
        let addend = match (op, self.small_const(y, t)) {
            (BinaryOp::Add, Some(imm)) => Addend::Imm(imm),
            (BinaryOp::Sub, Some(imm)) if imm != i16::MIN => Addend::Imm(-imm),
            (BinaryOp::Add, None) if self.adds_in_memory(place, t) => Addend::Reg(self.value_as(y, t)),
            _ => return false,
        };
        self.add_in_memory(place, t, addend)
    }

    /// Whether there is an instruction that adds to what is at such a place: a 64-bit integer in memory.
    fn adds_in_memory(&mut self, place: &Place, t: TypeId) -> bool {
        let near = match place {
            Place::Mem { off, .. } => u16::try_from(*off).is_ok(),
            Place::Elem { .. } | Place::Global(_) => true,
            _ => false,
        };
        near && self.basic(t).is_integer() && self.rtype(t).size == 8
    }

    /// Adds to what is at a place, if an instruction does that.
    fn add_in_memory(&mut self, place: &Place, t: TypeId, addend: Addend) -> bool {
        if !self.adds_in_memory(place, t) {
            return false;
        }
        if let Place::Elem { slice, index } = *place {
            self.b.indexed_by(index);
            match addend {
                Addend::Imm(n) => self.b.op(Op::AddElemImm, slice, index.reg, n as u16),
                Addend::Reg(y) => self.b.op(Op::AddElem, slice, index.reg, y),
            }
            return true;
        }
        let Place::Mem { ptr, off } = self.to_mem(place.clone(), t) else { return false };
        match addend {
            Addend::Imm(n) => self.b.op(Op::AddMemImm, ptr, n as u16, off as u16),
            Addend::Reg(y) => self.b.op(Op::AddMem, ptr, y, off as u16),
        }
        true
    }

    /// The place of an entry of a map that is read, then written, with nothing between that could fail or change the map: its
    /// address, so that the key is searched once. Only for numbers.
    fn entry_place(&mut self, place: Place, t: TypeId) -> Place {
        if is_number(self.basic(t)) && !self.is_indirect(t) { self.entry_of(place) } else { place }
    }

    /// The address of an entry of a map, which is made if it is not there.
    pub(super) fn entry_of(&mut self, place: Place) -> Place {
        match place {
            Place::MapElem { map, key, path, ext } => {
                let ptr = self.b.pointer();
                self.b.op_ext(path.entry(), ptr, map, key, ext);
                Place::Mem { ptr, off: 0 }
            }
            _ => place,
        }
    }

    /// Whether evaluating the operand does nothing but to compute with local variables and constants.
    pub(super) fn is_calm(&self, e: &Expr) -> bool {
        let e = e.unparen();
        if self.unit.info().const_val(e.id).is_some() {
            return true;
        }
        match &e.kind {
            ExprKind::Ident(id) => {
                self.unit.info().use_of(id.id).is_some_and(|var| self.vars.contains_key(&Key::Obj(var)))
            }
            ExprKind::Binary(b) => {
                let computes = matches!(
                    b.op,
                    BinaryOp::Add
                        | BinaryOp::Sub
                        | BinaryOp::Mul
                        | BinaryOp::And
                        | BinaryOp::Or
                        | BinaryOp::Xor
                        | BinaryOp::AndNot
                );
                computes && self.is_calm(&b.x) && self.is_calm(&b.y)
            }
            _ => false,
        }
    }
}

/// What is added to a place.
#[derive(Clone, Copy)]
enum Addend {
    Imm(i16),
    Reg(Reg),
}

/// What is assigned to.
pub(super) enum Assigned<'e> {
    Blank,
    /// A new local variable.
    New(ObjId),
    /// A package variable that a script's statement declares.
    Var(ObjId),
    Place(&'e Expr),
}

fn is_number(basic: Basic) -> bool {
    basic.is_integer() || basic.is_float() || basic.is_complex()
}
