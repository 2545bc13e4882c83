//! Statements.

use super::frame::{BasicExt, Gen, Key, OuterTarget, Synth, Target, Var, exit};
use super::func::{IndexReg, Label, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Instr, Op};
use crate::source::{Span, Symbol};
use crate::types::{Basic, ObjId, Type, TypeId};

impl Gen<'_, '_> {
    pub(super) fn block(&mut self, b: &Block) {
        self.stmts(&b.stmts);
    }

    /// Statements in a scope of their own.
    pub(super) fn stmts(&mut self, stmts: &[Stmt]) {
        let sp = self.b.sp;
        for s in stmts {
            self.stmt(s);
        }
        self.b.sp = sp;
    }

    pub(super) fn stmt(&mut self, s: &Stmt) {
        let before = self.b.at(s.span);
        let sp = self.b.sp;
        let label = self.pending_label.take();
        let mut declares = false;
        match &s.kind {
            StmtKind::Bad | StmtKind::Empty => {}
            StmtKind::Decl(decl) => {
                self.decl(decl);
                declares = true;
            }
            StmtKind::Labeled { label, stmt } => {
                let l = self.goto_label(label.name);
                self.b.place(l);
                self.pending_label = Some(label.name);
                self.stmt(stmt);
                self.pending_label = None;
                declares = true;
            }
            StmtKind::Expr(e) => self.effect(e),
            StmtKind::Send(s) => {
                let t = self.ty(&s.chan);
                let ch = self.value(&s.chan);
                if let Some(elem) = self.chan_elem(t) {
                    let v = self.owned_as(&s.value, elem);
                    let ext = self.ext(elem);
                    self.b.op_ext(Op::Send, ch, v, 0, ext);
                }
            }
            StmtKind::IncDec { x, inc, .. } => self.inc_dec(x, *inc),
            StmtKind::Assign(a) => {
                self.assign(a);
                declares = a.op == AssignOp::Define;
            }
            StmtKind::Go(e) => self.go(e),
            StmtKind::Defer(e) => self.defer(e),
            StmtKind::Return(values) => self.ret(values),
            StmtKind::Branch { kind, label } => self.branch_stmt(*kind, label.as_ref(), s.span),
            StmtKind::Block(b) => {
                // A labelled block can be left by `break`.
                match label {
                    Some(_) => {
                        let end = self.b.label();
                        self.push_target(label, Some(end), None);
                        if let Some(t) = self.targets.last_mut() {
                            t.plain = false;
                        }
                        self.block(b);
                        self.targets.pop();
                        self.b.place(end);
                    }
                    None => self.block(b),
                }
            }
            StmtKind::If(i) => self.if_stmt(i),
            StmtKind::Switch(sw) => self.switch(sw, label),
            StmtKind::TypeSwitch(sw) => self.type_switch(sw, label),
            StmtKind::Select(sel) => self.select(sel, label, s.span),
            StmtKind::For(f) => self.for_stmt(f, label),
            StmtKind::Range(r) => self.range(r, label, s.span),
        }
        if !declares {
            self.b.sp = sp;
        }
        self.b.at(before);
    }

    /// An expression statement.
    fn effect(&mut self, e: &Expr) {
        let e = e.unparen();
        match &e.kind {
            ExprKind::Call(c) => {
                if self.is_plain_call(e) {
                    self.call(e);
                    return;
                }
                let t = self.ty(e);
                let dst = if self.unit.info().mode(e.id) == crate::check::Mode::NoValue || t == TypeId::UNIT {
                    self.b.sp
                } else {
                    self.temp(t)
                };
                self.at(e.span, |g| g.call_to(e, c, t, dst));
            }
            _ => {
                self.value(e);
            }
        }
    }

    fn decl(&mut self, decl: &Decl) {
        let Decl::Var(group) = decl else { return };
        for spec in &group.specs {
            let before = self.b.at(spec.span);
            let vars: Vec<Option<ObjId>> = spec.names.iter().map(|n| self.unit.info().def_of(n.id)).collect();
            if spec.values.is_empty() {
                for var in vars.into_iter().flatten() {
                    self.declare_zero(var);
                }
            } else {
                let names: Vec<Assigned> =
                    vars.iter().map(|v| v.map_or(Assigned::Blank, Assigned::New)).collect();
                self.define(names, &spec.values);
            }
            self.b.at(before);
        }
    }

    /// Declares a variable with the zero value.
    pub(super) fn declare_zero(&mut self, var: ObjId) {
        if self.unit.is_package_var(var) {
            let t = self.obj_ty(var);
            let sp = self.b.sp;
            let global = self.unit.global(var);
            let zero = self.b.pointer();
            self.b.op_wide(Op::GlobalAddr, zero, global, None);
            let ext = self.ext(t);
            self.b.op_ext(Op::ZeroMem, zero, 0, 0, ext);
            self.b.sp = sp;
            return;
        }
        let t = self.obj_ty(var);
        if let Var::Reg(reg) = self.declare(var) {
            let n = self.slots(t);
            self.b.zero(reg, n);
        }
    }

    // ---- assignment ----

    fn inc_dec(&mut self, x: &Expr, inc: bool) {
        let t = self.ty(x);
        let place = self.place(x);
        let place = self.entry_place(place, t);
        let basic = self.basic(t);
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

    fn assign(&mut self, a: &Assign) {
        match a.op {
            AssignOp::Op(op) => self.assign_op(op, &a.lhs[0], &a.rhs[0], a.op_span),
            AssignOp::Define | AssignOp::Assign => {
                let targets: Vec<Assigned> = a
                    .lhs
                    .iter()
                    .map(|e| {
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
                    })
                    .collect();
                self.define(targets, &a.rhs);
            }
        }
    }

    /// Assigns values to new variables and places.
    fn define(&mut self, targets: Vec<Assigned<'_>>, values: &[Expr]) {
        if let ([target], [value]) = (&targets[..], values) {
            return self.assign_one(target, value);
        }
        let start = self.b.sp;
        // New variables get their registers first, below everything temporary.
        if values.len() == targets.len() {
            let stable = targets.iter().any(|t| !matches!(t, Assigned::Place(e) if e.as_ident().is_none()));
            let news = self.reserve_new(&targets);
            let mark = self.b.sp;
            let mut places = Vec::new();
            for (i, target) in targets.iter().enumerate() {
                let place = self.target_place(target, news[i]);
                let place = if stable { self.stabilize(place) } else { place };
                places.push(place);
            }
            // What can fail is assigned in order.
            let only_variables =
                !targets.iter().any(|t| matches!(t, Assigned::Place(e) if e.as_ident().is_none()));
            let mut regs = Vec::new();
            for (i, value) in values.iter().enumerate() {
                let want = self.target_ty(&targets[i], value);
                if let Some(home) = self.own_register(&targets[i], news[i], &places[i], want)
                    && (news[i].is_some()
                        || only_variables && self.may_write_early(&targets[i], value, &values[i + 1..]))
                {
                    self.value_as_to(value, want, home);
                    regs.push((home, want));
                    continue;
                }
                let below = self.b.sp;
                let r = self.owned_as(value, want);
                // A variable's own register may be overwritten before it is read.
                let r = if r < below && self.slots(want) > 0 && self.unit.info().const_val(value.id).is_none()
                {
                    let copy = self.temp(want);
                    let n = self.slots(want);
                    self.b.mov(copy, r, n);
                    copy
                } else {
                    r
                };
                regs.push((r, want));
            }
            for (i, target) in targets.iter().enumerate() {
                let (r, t) = regs[i];
                self.finish_target(target, news[i], &places[i], r, t);
            }
            self.b.sp = mark.max(start);
            return;
        }
        // One call, or a comma-ok form.
        let value = values[0].unparen();
        let news = self.reserve_new(&targets);
        let mark = self.b.sp;
        let stable = targets.iter().any(|t| !matches!(t, Assigned::Place(e) if e.as_ident().is_none()));
        let mut places = Vec::new();
        for (target, &new) in targets.iter().zip(&news) {
            let place = self.target_place(target, new);
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

    /// The values of a call with several results, or of a comma-ok form: registers and types.
    pub(super) fn tuple(&mut self, e: &Expr) -> Vec<(Reg, TypeId)> {
        let t = self.ty(e);
        let parts: Vec<TypeId> = match self.shape(t) {
            Type::Tuple(parts) => parts.iter().map(|&p| self.subst_ty(p)).collect(),
            _ => vec![t],
        };
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

    fn reserve_new(&mut self, targets: &[Assigned<'_>]) -> Vec<Option<Reg>> {
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

    /// The register of a variable that is assigned to, if it has one.
    fn own_register(
        &mut self,
        target: &Assigned<'_>,
        new: Option<Reg>,
        place: &Place,
        t: TypeId,
    ) -> Option<Reg> {
        match (target, new) {
            (Assigned::New(var), Some(home)) if !self.in_cell(*var, t) => Some(home),
            _ => match *place {
                Place::Reg(reg) if !self.is_indirect(t) => Some(reg),
                _ => None,
            },
        }
    }

    /// Whether a variable may have its new value before the values behind it are evaluated: they do not use it, and cannot
    /// fail.
    fn may_write_early(&mut self, target: &Assigned<'_>, value: &Expr, later: &[Expr]) -> bool {
        let Assigned::Place(e) = target else { return false };
        let Some(var) = e.unparen().as_ident().and_then(|id| self.unit.info().use_of(id.id)) else {
            return false;
        };
        !Self::writes_early(value) && later.iter().all(|e| self.is_calm(e) && !self.mentions(e, var))
    }

    /// Whether a calm expression uses the variable.
    fn mentions(&self, e: &Expr, var: ObjId) -> bool {
        match &e.unparen().kind {
            ExprKind::Ident(id) => self.unit.info().use_of(id.id) == Some(var),
            ExprKind::Binary(b) => self.mentions(&b.x, var) || self.mentions(&b.y, var),
            _ => false,
        }
    }

    fn target_place(&mut self, target: &Assigned<'_>, _new: Option<Reg>) -> Place {
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
    fn target_known_ty(&mut self, target: &Assigned<'_>) -> Option<TypeId> {
        match target {
            Assigned::New(var) | Assigned::Var(var) => Some(self.obj_ty(*var)),
            Assigned::Blank => None,
            Assigned::Place(e) => Some(self.ty(e)),
        }
    }

    fn target_ty(&mut self, target: &Assigned<'_>, value: &Expr) -> TypeId {
        match self.target_known_ty(target) {
            Some(t) => t,
            None => self.ty(value),
        }
    }

    fn finish_target(&mut self, target: &Assigned<'_>, new: Option<Reg>, place: &Place, r: Reg, t: TypeId) {
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

    fn assign_one(&mut self, target: &Assigned<'_>, value: &Expr) {
        match target {
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
                let sp = self.b.sp;
                let t = self.target_ty(target, value);
                let place = self.target_place(target, None);
                match place {
                    Place::Reg(reg) if !Self::writes_early(value) && !self.is_indirect(t) => {
                        self.value_as_to(value, t, reg);
                    }
                    Place::MapElem { .. } => {
                        let r = self.owned_as(value, t);
                        self.store(&place, t, r);
                    }
                    place => {
                        let r = self.value_as(value, t);
                        self.store(&place, t, r);
                    }
                }
                self.b.sp = sp;
            }
        }
    }

    fn assign_op(&mut self, op: BinaryOp, x: &Expr, y: &Expr, op_span: Span) {
        let t = self.ty(x);
        let mut place = self.place(x);
        if !op.is_shift() && !matches!(op, BinaryOp::Div | BinaryOp::Rem) && self.is_calm(y) {
            place = self.entry_place(place, t);
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
            if let Some(imm) = g.small_const(y, t) {
                let unsigned = g.basic(t).is_unsigned();
                let fused = match op {
                    BinaryOp::Add => Some((Op::AddImm, imm)),
                    BinaryOp::Sub if imm != i16::MIN => Some((Op::AddImm, -imm)),
                    BinaryOp::Mul => Some((Op::MulImm, imm)),
                    BinaryOp::Div if imm > 0 && !unsigned => Some((Op::DivImm, imm)),
                    BinaryOp::Rem if imm > 0 && !unsigned => Some((Op::RemImm, imm)),
                    BinaryOp::And => Some((Op::AndImm, imm)),
                    _ => None,
                };
                if let Some((op, imm)) = fused {
                    g.b.op(op, dst, r, imm as u16);
                    return g.narrow(dst, t);
                }
            }
            let y = g.value_as(y, t);
            g.arith(op, t, dst, r, y);
        });
        self.store(&place, t, dst);
    }

    /// The place of an entry of a map that is read, then written, with nothing between that could fail or change the map: its
    /// address, so that the key is searched once. Only for numbers.
    fn entry_place(&mut self, place: Place, t: TypeId) -> Place {
        match place {
            Place::MapElem { map, key, path, ext } if is_number(self.basic(t)) && !self.is_indirect(t) => {
                let ptr = self.b.pointer();
                self.b.op_ext(path.entry(), ptr, map, key, ext);
                Place::Mem { ptr, off: 0 }
            }
            _ => place,
        }
    }

    /// Whether evaluating the operand does nothing but to compute with local variables and constants.
    fn is_calm(&self, e: &Expr) -> bool {
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

    // ---- jumps ----

    /// The label of a `goto`, made when it is first mentioned.
    pub(super) fn goto_label(&mut self, name: Symbol) -> Label {
        if let Some(&l) = self.labels.get(&name) {
            return l;
        }
        let l = self.b.label();
        self.labels.insert(name, l);
        l
    }

    /// Enters a statement that `break` (and `continue`) go to.
    pub(super) fn push_target(
        &mut self,
        label: Option<Symbol>,
        on_break: Option<Label>,
        on_continue: Option<Label>,
    ) {
        let exit = self.unit.exit_codes();
        self.targets.push(Target { label, on_break, on_continue, plain: true, exit });
    }

    fn branch_stmt(&mut self, kind: BranchKind, label: Option<&Ident>, span: Span) {
        match kind {
            BranchKind::Fallthrough => {
                if let Some(l) = self.fallthrough {
                    self.b.jump(Op::Jump, l);
                }
            }
            BranchKind::Goto => {
                let Some(label) = label else { return };
                self.goto_stmt(label.name);
            }
            BranchKind::Break | BranchKind::Continue => {
                let is_break = kind == BranchKind::Break;
                let name = label.map(|l| l.name);
                if let Some(to) = self.own_target(is_break, name) {
                    self.b.jump(Op::Jump, to);
                    return;
                }
                self.leave_body(name, is_break, span);
            }
        }
    }

    /// Where `break` or `continue` goes to, if that is in this closure.
    fn own_target(&self, is_break: bool, label: Option<Symbol>) -> Option<Label> {
        self.targets.iter().rev().find_map(|t| {
            let to = if is_break { t.on_break } else { t.on_continue };
            let fits = match label {
                Some(name) => t.label == Some(name),
                None => t.plain,
            };
            to.filter(|_| fits)
        })
    }

    /// `goto`, also out of bodies of ranges over functions.
    fn goto_stmt(&mut self, name: Symbol) {
        if let Some(info) = self.body_of.clone()
            && !self.own_labels.contains(&name)
        {
            let code = self.unit.exit_codes().on_break;
            info.gotos.borrow_mut().push((name, code));
            return self.exit_body(code);
        }
        let back = self.labels.get(&name).copied();
        let l = self.goto_label(name);
        // A jump to a label that is already placed is a back-edge.
        let op = if back.is_some_and(|l| self.b.is_placed(l)) { Op::Loop } else { Op::Jump };
        self.b.jump(op, l);
    }

    /// A `break` or `continue` whose target is outside of this closure.
    fn leave_body(&mut self, name: Option<Symbol>, is_break: bool, span: Span) {
        let Some(info) = self.body_of.clone() else {
            return self.unit.bug(span, "a jump without a target");
        };
        let target = info.outer.iter().rev().find(|t: &&OuterTarget| match name {
            Some(n) => t.label == Some(n),
            None => is_break || t.is_loop,
        });
        let Some(target) = target.cloned() else {
            return self.unit.bug(span, "a jump without a target");
        };
        match (target.own, is_break) {
            (true, false) => self.body_return(true),
            (true, true) => self.body_return(false),
            (false, _) => {
                self.exit_body(if is_break { target.codes.on_break } else { target.codes.on_continue })
            }
        }
    }

    /// Leaves the body of a range over a function for a place outside.
    pub(super) fn exit_body(&mut self, code: i32) {
        let sp = self.b.sp;
        if let Some(cell) = self.cell_reg(Key::Synth(Synth::Exit)) {
            let r = self.imm(i64::from(code));
            self.b.op(Op::Store, cell, r, 0);
        }
        self.body_return(false);
        self.b.sp = sp;
    }

    // ---- return ----

    fn ret(&mut self, values: &[Expr]) {
        if let Some(info) = self.body_of.clone() {
            return self.return_from_body(values, &info);
        }
        let results = self.results.clone();
        let named = self.named_results.clone();
        if values.is_empty() {
            return self.leave();
        }
        let span = values[0].span;
        if values.len() == 1 && results.len() > 1 {
            let parts = self.tuple(values[0].unparen());
            return self.ret_values(&parts);
        }
        let cells = named
            .iter()
            .any(|n| n.is_some_and(|v| matches!(self.vars.get(&Key::Obj(v)), Some(Var::Cell(_)))));
        if values.len() == 1 && !cells && !self.has_defer_ahead {
            let t = results[0];
            let n = self.slots(t);
            let indirect = self.is_indirect(t);
            if !indirect && n <= 2 && n > 0 {
                let r = self.value_as(&values[0], t);
                self.b.at(span);
                return self.b.op(if n == 1 { Op::Return1 } else { Op::Return2 }, r, 0, 0);
            }
            if named.iter().all(|n| n.is_none()) || !Self::writes_early(&values[0]) {
                self.value_as_to(&values[0], t, 0);
                return self.b.op(Op::Return, 0, 0, 0);
            }
        }
        let direct = !cells && !self.has_defer_ahead && named.iter().all(|n| n.is_none());
        let mut at = 0;
        if direct {
            for (value, &t) in values.iter().zip(results.iter()) {
                self.value_as_to(value, t, at);
                at += self.slots(t);
            }
            return self.leave();
        }
        let mut parts = Vec::new();
        for (value, &t) in values.iter().zip(results.iter()) {
            let dst = self.temp(t);
            self.value_as_to(value, t, dst);
            parts.push((dst, t));
        }
        self.ret_values(&parts);
    }

    /// Returns values that are in registers, of types assignable to the results'.
    pub(super) fn ret_values(&mut self, parts: &[(Reg, TypeId)]) {
        let results = self.results.clone();
        let named = self.named_results.clone();
        let mut at = 0;
        for (i, (&(src, from), &t)) in parts.iter().zip(results.iter()).enumerate() {
            let cell = named.get(i).copied().flatten().and_then(|v| self.cell_reg(Key::Obj(v)));
            match cell {
                Some(cell) => {
                    let sp = self.b.sp;
                    let v = self.temp(t);
                    self.convert_assign(v, src, from, t);
                    self.store_mem(cell, 0, v, t);
                    self.b.sp = sp;
                }
                None => self.convert_assign(at, src, from, t),
            }
            at += self.slots(t);
        }
        self.leave();
    }

    /// Runs deferred calls and returns what is in the results.
    pub(super) fn leave(&mut self) {
        if self.has_defer_ahead {
            self.b.op(Op::RunDefers, 0, 0, 0);
        }
        self.load_results();
        self.b.op(Op::Return, 0, 0, 0);
    }

    /// Results that live in cells, into the result registers.
    pub(super) fn load_results(&mut self) {
        let results = self.results.clone();
        let named = self.named_results.clone();
        let mut at = 0;
        for (i, &t) in results.iter().enumerate() {
            if let Some(cell) = named.get(i).copied().flatten().and_then(|v| self.cell_reg(Key::Obj(v))) {
                let sp = self.b.sp;
                self.load_mem(at, cell, 0, t);
                self.b.sp = sp;
            }
            at += self.slots(t);
        }
    }

    fn return_from_body(&mut self, values: &[Expr], info: &super::frame::BodyInfo) {
        let sp = self.b.sp;
        if values.is_empty() {
            return self.exit_body(exit::RETURN_NAMED);
        }
        let results = info.outer_results.clone();
        let parts = if values.len() == 1 && results.len() > 1 {
            self.tuple(values[0].unparen())
        } else {
            let mut parts = Vec::new();
            for (value, &t) in values.iter().zip(results.iter()) {
                parts.push((self.value_as(value, t), t));
            }
            parts
        };
        for (i, (&(src, from), &t)) in parts.iter().zip(results.iter()).enumerate() {
            if let Some(cell) = self.cell_reg(Key::Synth(Synth::Result(i as u16))) {
                let v = self.temp(t);
                self.convert_assign(v, src, from, t);
                self.store_mem(cell, 0, v, t);
            }
        }
        self.exit_body(exit::RETURN);
        self.b.sp = sp;
    }

    // ---- if, for ----

    fn if_stmt(&mut self, i: &If) {
        if let Some(init) = &i.init {
            self.stmt(init);
        }
        // `if c { continue }` is a jump.
        if let [Stmt { kind: StmtKind::Branch { kind, label }, .. }] = i.then.stmts.as_slice()
            && let BranchKind::Break | BranchKind::Continue = kind
            && let name = label.as_ref().map(|l| l.name)
            && let Some(to) = self.own_target(*kind == BranchKind::Break, name)
        {
            self.jump_if(&i.cond, true, to);
            if let Some(other) = &i.otherwise {
                self.stmt(other);
            }
            return;
        }
        let (no, end) = (self.b.label(), self.b.label());
        self.jump_if(&i.cond, false, no);
        self.block(&i.then);
        match &i.otherwise {
            Some(other) => {
                self.b.jump(Op::Jump, end);
                self.b.place(no);
                self.stmt(other);
            }
            None => self.b.place(no),
        }
        self.b.place(end);
    }

    fn for_stmt(&mut self, f: &For, label: Option<Symbol>) {
        if let Some(init) = &f.init {
            self.stmt(init);
        }
        let hoisted = self.hoist(&f.body);
        let (next, end) = (self.b.label(), self.b.label());
        let counted = self.counted(f);
        let invert = counted.is_some() || f.cond.as_ref().is_none_or(|c| !has_call(c));
        let top;
        if invert {
            if let Some(cond) = &f.cond {
                self.jump_if(cond, false, end);
            }
            top = self.b.label_here();
        } else {
            top = self.b.label_here();
            if let Some(cond) = &f.cond {
                self.jump_if(cond, false, end);
            }
        }
        self.push_target(label, Some(end), Some(next));
        self.block(&f.body);
        self.targets.pop();
        self.b.place(next);
        self.copy_loop_vars(f);
        if let Some((counter, limit, fused)) = counted {
            let op = match fused {
                Counted::Step(step) => {
                    let ext = Instr(u64::from(limit));
                    self.b.branch(Op::AddLoopLtInt, counter, step, Some(ext), top);
                    self.b.place(end);
                    return self.hoisted.truncate(hoisted);
                }
                Counted::Lt { inc: true } => Op::IncLoopLtInt,
                Counted::Le => Op::IncLoopLeInt,
                Counted::Lt { inc: false } => {
                    if let Some(post) = &f.post {
                        self.stmt(post);
                    }
                    Op::LoopLtInt
                }
            };
            self.b.branch(op, counter, limit, None, top);
        } else {
            if let Some(post) = &f.post {
                self.stmt(post);
            }
            match &f.cond {
                Some(cond) if invert && !self.b.long_jumps => {
                    let from = self.b.jumps();
                    self.jump_if(cond, true, top);
                    self.b.make_back_edges(from, top);
                }
                cond => {
                    if invert && let Some(cond) = cond {
                        self.jump_if(cond, false, end);
                    }
                    self.b.jump(Op::Loop, top);
                }
            }
        }
        self.b.place(end);
        self.hoisted.truncate(hoisted);
    }

    /// A loop `for ...; i < n; i++` over registers: counter, limit, and how it ends.
    fn counted(&mut self, f: &For) -> Option<(Reg, Reg, Counted)> {
        let ExprKind::Binary(b) = &f.cond.as_ref()?.unparen().kind else { return None };
        let (x, y, le) = match b.op {
            BinaryOp::Lt => (&b.x, &b.y, false),
            BinaryOp::Gt => (&b.y, &b.x, false),
            BinaryOp::Le => (&b.x, &b.y, true),
            BinaryOp::Ge => (&b.y, &b.x, true),
            _ => return None,
        };
        let t = self.ty(x);
        let basic = self.basic(t);
        if !basic.is_integer() || basic.is_unsigned() && basic.bits() == 64 {
            return None;
        }
        let counter = self.register_of(x)?;
        let inc_post = matches!(f.post.as_ref()?.kind, StmtKind::IncDec { inc: true, .. });
        let mut le = le;
        let limit = if let Some(v) = self.unit.info().const_val(y.id).cloned() {
            let r = self.b.scalar();
            let bits = super::consts::bits(&v, basic)? as i64;
            // `i <= n` is `i < n + 1`, for which there are more instructions.
            if le && !inc_post && bits < i64::MAX {
                le = false;
                self.b.constant(r, (bits + 1) as u64);
            } else {
                self.b.constant(r, bits as u64);
            }
            r
        } else if let ExprKind::Call(c) = &y.unparen().kind
            && self.unit.info().call_kind(c.fun.id)
                == crate::check::CallKind::Builtin(crate::types::universe::Builtin::Len)
        {
            let s = self.ty(&c.args[0]);
            match self.shape(s) {
                Type::Slice(_) | Type::Basic(_) => self.register_of(&c.args[0])? + 1,
                _ => return None,
            }
        } else {
            self.register_of(y)?
        };
        let word = matches!(basic, Basic::Int | Basic::Int64);
        let inc = match &f.post.as_ref()?.kind {
            StmtKind::IncDec { x: p, inc: true, .. } => self.register_of(p) == Some(counter) && word,
            StmtKind::Assign(a) if a.op == AssignOp::Op(BinaryOp::Add) && word && !le => {
                if self.register_of(&a.lhs[0]) == Some(counter)
                    && let Some(step) = self.step_register(&a.rhs[0], t)
                {
                    return Some((counter, limit, Counted::Step(step)));
                }
                false
            }
            _ => false,
        };
        match (le, inc) {
            (true, true) => Some((counter, limit, Counted::Le)),
            (true, false) => None,
            (false, inc) => Some((counter, limit, Counted::Lt { inc })),
        }
    }

    /// A register with the step of a counted loop: a variable's, or one for a constant.
    fn step_register(&mut self, e: &Expr, t: TypeId) -> Option<Reg> {
        if let Some(v) = self.unit.info().const_val(e.id).cloned() {
            let r = self.b.scalar();
            self.constant(r, &v, t);
            return Some(r);
        }
        self.register_of(e)
    }

    /// The register of a variable that has one.
    fn register_of(&mut self, e: &Expr) -> Option<Reg> {
        let id = e.unparen().as_ident()?;
        match self.var(id)? {
            (_, Var::Reg(reg)) => Some(reg),
            _ => None,
        }
    }

    /// Gives the next round its own copies of the loop's variables that live in cells.
    fn copy_loop_vars(&mut self, f: &For) {
        let Some(StmtKind::Assign(a)) = f.init.as_ref().map(|s| &s.kind) else { return };
        if a.op != AssignOp::Define {
            return;
        }
        for e in &a.lhs {
            let Some(var) = e.as_ident().and_then(|id| self.unit.info().def_of(id.id)) else { continue };
            if let Some(Var::Cell(reg)) = self.vars.get(&Key::Obj(var)).copied() {
                let t = self.obj_ty(var);
                let ext = self.ext(t);
                self.b.op_ext(Op::Clone, reg, reg, 0, ext);
            }
        }
    }
}

/// How a counted loop ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    /// `i < n`, after `i++` or after a statement of its own.
    Lt { inc: bool },
    /// `i++; i <= n`
    Le,
    /// `i += step; i < n`
    Step(Reg),
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

/// Whether evaluating the expression may call something (so that it should not be compiled twice).
fn has_call(e: &Expr) -> bool {
    struct Finder(bool);
    impl Visitor for Finder {
        fn visit_expr(&mut self, e: &Expr) {
            match e.kind {
                ExprKind::FuncLit(_) | ExprKind::Call(_) | ExprKind::CompositeLit(_) => self.0 = true,
                _ => walk_expr(self, e),
            }
        }
    }
    let mut finder = Finder(false);
    finder.visit_expr(e);
    finder.0
}

fn is_number(basic: Basic) -> bool {
    basic.is_integer() || basic.is_float() || basic.is_complex()
}
