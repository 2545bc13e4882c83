//! `append`.

use super::frame::{Access, Gen, Key, Var, access};
use super::func::Reg;
use super::growth::Room;
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Op, RegClass, room};
use crate::check::{CallKind, SelectionKind};
use crate::heap::CellKind;
use crate::types::universe::Builtin;
use crate::types::{Type, TypeId};

/// What is added by an instruction of its own.
enum Adds {
    /// One word.
    Word,
    /// Two words.
    Pair,
    /// A byte.
    Byte,
    /// What is added as its type says.
    Other,
}

impl Gen<'_, '_> {
    pub(super) fn append(&mut self, call: NodeId, c: &Call, t: TypeId, dst: Reg) {
        let elem = self.elem(t);
        let values = c.args[1..].iter().map(|arg| (arg, c.ellipsis.is_none().then_some(elem)));
        let done = self.done_first(std::iter::once((&c.args[0], Some(t))).chain(values));
        if c.ellipsis.is_none() && c.args.len() > 1 {
            self.appended_at_once(&c.args);
        }
        self.append_in_order(call, c, (t, elem), dst);
        self.forget_done(done);
    }

    fn append_in_order(&mut self, call: NodeId, c: &Call, (t, elem): (TypeId, TypeId), dst: Reg) {
        let s = self.value_as(&c.args[0], t);
        let rest = &c.args[1..];
        if c.ellipsis.is_some() {
            let from = self.ty(&rest[0]);
            let string = matches!(self.shape(from), Type::Basic(_)) && !self.is_nil(&rest[0]);
            let v = if string { self.value(&rest[0]) } else { self.value_as(&rest[0], t) };
            let op = if string { Op::AppendString } else { Op::AppendSlice };
            let ext = self.ext(elem);
            return self.b.op_ext(op, dst, s, v, ext);
        }
        if rest.is_empty() {
            return self.b.mov(dst, s, 3);
        }
        let slots = self.slots(elem);
        let ext = self.ext_aux(elem, rest.len() as u16);
        let room = self.room(call, elem);
        if let [value] = rest {
            let v = self.value_as(value, elem);
            let op = match self.adds(elem) {
                Adds::Word => Op::AppendWord,
                Adds::Pair => Op::AppendPair,
                Adds::Byte => Op::AppendByte,
                Adds::Other => Op::AppendValues,
            };
            if op != Op::AppendValues {
                let ext = self.ext_aux(elem, room);
                return self.b.op_ext(op, dst, s, v, ext);
            }
            let s = self.with_room(room, s, 1, t, elem);
            return self.b.op_ext(Op::AppendValues, dst, s, v, ext);
        }
        let one = self.classes(elem);
        let classes: Vec<RegClass> = rest.iter().flat_map(|_| one.iter().copied()).collect();
        let first = self.b.alloc(&classes);
        for (i, value) in rest.iter().enumerate() {
            self.value_as_to(value, elem, super::func::nth(first, i, slots));
        }
        let s = self.with_room(room, s, rest.len() as u16, t, elem);
        self.b.op_ext(Op::AppendValues, dst, s, first, ext);
    }

    /// How this call of `append` makes room: see `bytecode::room`.
    fn room(&mut self, call: NodeId, elem: TypeId) -> u16 {
        let Some(kind) = self.growth.room((self.site, call)) else { return room::HEAP };
        let size = self.rtype(elem).size;
        if size == 0 || size > room::BYTES {
            return room::HEAP;
        }
        match kind {
            Room::Steps => room::STEPS,
            Room::Whole => {
                self.made_room.get(&(self.site, call)).map_or(room::HEAP, |&made| room::whole(made))
            }
        }
    }

    /// The slice with room for so many elements.
    fn with_room(&mut self, room: u16, s: Reg, more: u16, t: TypeId, elem: TypeId) -> Reg {
        if room == room::HEAP {
            return s;
        }
        let with = self.temp(t);
        let ext = self.ext_aux(elem, room);
        self.b.op_ext(Op::AppendRoom, with, s, more, ext);
        with
    }

    /// A register for each call that must know whether it has made room before.
    pub(super) fn begin_growth(&mut self, body: &Block) {
        for &call in self.growth.clone().wholes(body.span) {
            let made = self.b.scalar();
            self.b.constant(made, 0);
            self.made_room.insert(call, made);
        }
    }

    /// Cuts the capacities of slices that Go moves to the heap before a statement.
    pub(super) fn move_slices(&mut self, s: &Stmt) {
        for &(var, (_, call)) in self.growth.clone().moves(self.site, s.span) {
            let t = self.obj_ty(var);
            let elem = self.elem(t);
            let room = self.room(call, elem);
            if let Some(&Var::Reg(reg)) = self.vars.get(&Key::Obj(var))
                && room != room::HEAP
            {
                let ext = self.ext_aux(elem, room);
                self.b.op_ext(Op::AppendRoom, reg, reg, 0, ext);
            }
        }
    }

    fn adds(&mut self, elem: TypeId) -> Adds {
        let rt = self.rtype(elem);
        match access(&rt.cells) {
            _ if rt.indirect => Adds::Other,
            Access::One(CellKind::W | CellKind::Ptr, 0) if rt.size == 8 => Adds::Word,
            Access::One(CellKind::U8, 0) if rt.size == 1 => Adds::Byte,
            Access::Two if rt.size == 16 => Adds::Pair,
            _ => Adds::Other,
        }
    }

    /// The instruction for `place = append(place, x)` where the place is in memory; nothing if the assignment is something
    /// else. Evaluating `x` changes nothing, so the slice is the same before and after it.
    pub(super) fn appends_in_memory(&mut self, a: &Assign) -> Option<Op> {
        let ([target], [value], AssignOp::Assign) = (&a.lhs[..], &a.rhs[..], a.op) else { return None };
        let value = value.unparen();
        let ExprKind::Call(call) = &value.kind else { return None };
        let [slice, added] = &call.args[..] else { return None };
        if self.unit.info().call_kind(call.fun.id) != CallKind::Builtin(Builtin::Append)
            || !self.same_place(target, slice)
            || !self.only_reads(added)
            || self.register_of(target).is_some()
            // Whether the key or the value fails first, is not to be looked at here.
            || self.is_map_element(target) && !self.is_calm(added)
        {
            return None;
        }
        let (t, from) = (self.ty(target), self.ty(added));
        let elem = self.elem(t);
        let op = match (self.adds(elem), call.ellipsis.is_some()) {
            (Adds::Word, false) => Op::AppendWordMem,
            (Adds::Pair, false) => Op::AppendPairMem,
            (Adds::Byte, false) => Op::AppendByteMem,
            (Adds::Other, false) => Op::AppendValueMem,
            (Adds::Byte, true) if matches!(self.shape(from), Type::Basic(_)) && !self.is_nil(added) => {
                Op::AppendStringMem
            }
            (_, true) => return None,
        };
        (self.room(value.id, elem) == room::HEAP).then_some(op)
    }

    /// What [`Gen::appends_in_memory`] has found.
    pub(super) fn append_in_memory(&mut self, op: Op, target: &Expr, value: &Expr) {
        let ExprKind::Call(call) = &value.kind else { return };
        let added = &call.args[1];
        let (sp, done) = (self.b.sp, self.done.len());
        let t = self.ty(target);
        let elem = self.elem(t);
        if call.ellipsis.is_none() {
            self.appended_at_once(&call.args);
        }
        let place = self.place(target);
        let place = self.entry_of(place);
        match self.to_mem(place, t) {
            Place::Mem { ptr, off } => {
                let may_be_nil = matches!(target.unparen().kind, ExprKind::Selector(_) | ExprKind::Star(_));
                if may_be_nil && !self.is_calm(added) {
                    // The slice is read first.
                    self.b.op(Op::NilCheck, ptr, 0, 0);
                }
                let v = if call.ellipsis.is_some() { self.value(added) } else { self.value_as(added, elem) };
                self.at(value.span, |g| {
                    let (ptr, off) = g.near(ptr, off);
                    let ext = g.ext(elem);
                    g.b.op_ext(op, ptr, v, off, ext);
                });
            }
            // A part of a variable in registers.
            place => self.assign_to(&place, value, t),
        }
        self.forget_done(done);
        self.b.sp = sp;
    }

    /// Whether evaluating the operand, should it not fail, changes nothing that can be seen, and runs no other code.
    fn only_reads(&mut self, e: &Expr) -> bool {
        let e = e.unparen();
        if self.unit.info().const_val(e.id).is_some() {
            return true;
        }
        match &e.kind {
            ExprKind::BasicLit(_) | ExprKind::Ident(_) => true,
            ExprKind::Selector(s) => match self.unit.info().selection(e.id).map(|s| s.kind) {
                Some(SelectionKind::Field) => self.only_reads(&s.x),
                Some(SelectionKind::Qualified(_)) | None => true,
                Some(_) => false,
            },
            ExprKind::Index(i) => {
                let x = self.ty(&i.x);
                !matches!(self.shape(x), Type::Func(_))
                    && self.only_reads(&i.x)
                    && self.only_reads(&i.indices[0])
            }
            ExprKind::Slice(s) => {
                let mut bounds = s.lo.iter().chain(&s.hi).chain(&s.max);
                self.only_reads(&s.x) && bounds.all(|bound| self.only_reads(bound))
            }
            ExprKind::Star(x) => self.only_reads(x),
            ExprKind::TypeAssert(a) => self.only_reads(&a.x),
            ExprKind::Unary(u) => u.op != UnaryOp::Recv && self.only_reads(&u.x),
            ExprKind::Binary(b) => self.only_reads(&b.x) && self.only_reads(&b.y),
            ExprKind::CompositeLit(lit) => {
                let t = self.ty(e);
                let t = self.shape(t);
                !matches!(t, Type::Map(..)) && lit.elems.iter().all(|elem| self.only_reads(&elem.value))
            }
            ExprKind::Call(c) => match self.unit.info().call_kind(c.fun.id) {
                CallKind::Conversion | CallKind::Builtin(Builtin::Len | Builtin::Cap) => {
                    self.only_reads(&c.args[0])
                }
                CallKind::Builtin(_) | CallKind::Call => false,
            },
            _ => false,
        }
    }

    /// Whether both expressions name the same place, if nothing happens between them.
    pub(super) fn same_place(&self, x: &Expr, y: &Expr) -> bool {
        let (x, y) = (x.unparen(), y.unparen());
        let info = self.unit.info();
        match (&x.kind, &y.kind) {
            (ExprKind::Ident(a), ExprKind::Ident(b)) => {
                let variable = info.use_of(a.id);
                variable.is_some() && variable == info.use_of(b.id)
            }
            (ExprKind::Star(a), ExprKind::Star(b)) => self.same_place(a, b),
            (ExprKind::Selector(a), ExprKind::Selector(b)) => {
                match (info.selection(x.id), info.selection(y.id)) {
                    (Some(p), Some(q))
                        if p.kind == SelectionKind::Field && q.kind == SelectionKind::Field =>
                    {
                        a.sel.name == b.sel.name && self.same_place(&a.x, &b.x)
                    }
                    (Some(p), Some(q)) => matches!(p.kind, SelectionKind::Qualified(_)) && p.kind == q.kind,
                    (None, None) => {
                        let variable = info.use_of(a.sel.id);
                        variable.is_some() && variable == info.use_of(b.sel.id)
                    }
                    _ => false,
                }
            }
            (ExprKind::Index(a), ExprKind::Index(b)) => {
                let ([i], [j]) = (&a.indices[..], &b.indices[..]) else { return false };
                let same_index = match (info.const_val(i.id), info.const_val(j.id)) {
                    (None, None) => self.same_place(i, j),
                    (i, j) => i == j,
                };
                same_index && self.same_place(&a.x, &b.x)
            }
            _ => false,
        }
    }
}
