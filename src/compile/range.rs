//! `for ... range`.
//!
//! A range over a function makes a closure of the body. The body's result says whether to go on; a body that is left by
//! a jump or a return first stores an exit code, by which the code after the loop's call goes where the jump goes. The
//! loop's state (a cell of its own) catches calls of the body at the wrong time, as the specification demands:
//! 0 may be called, 1 the body was left, 2 the loop is over, -1 the body is running.

use std::rc::Rc;

use super::frame::{BodyInfo, ExitCodes, Gen, Key, OuterTarget, Synth, Var, exit};
use super::func::{IndexReg, Label, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, Instr, Op, RegClass, ThrowCode};
use crate::check::CallKind;
use crate::source::{Span, Symbol};
use crate::types::{Basic, ObjId, Type, TypeId};

/// A state of a loop over a function.
mod state {
    pub(super) const READY: i64 = 0;
    pub(super) const LEFT: i64 = 1;
    pub(super) const OVER: i64 = 2;
    pub(super) const RUNNING: i64 = -1;
}

impl Gen<'_, '_> {
    pub(super) fn range(&mut self, r: &Range, label: Option<Symbol>, span: Span) {
        let t = self.ty(&r.x);
        let shape = self.shape(t);
        let hoisted = match shape {
            // The body is a function of its own.
            Type::Func(_) => self.hoisted.len(),
            _ => self.hoist(&r.body),
        };
        for e in r.key.iter().chain(&r.value) {
            if let Some(var) = self.iteration_var(r, Some(e)).filter(|&var| self.facts.in_shared_cell(var)) {
                self.declare(var);
            }
        }
        match shape {
            Type::Basic(b) if b == Basic::String || b == Basic::UntypedString => self.range_string(r, label),
            Type::Basic(_) => self.range_int(r, t, label),
            Type::Slice(elem) => self.range_slice(r, elem, label),
            Type::Array(elem, len) => self.range_array(r, t, elem, len, false, label),
            Type::Pointer(array) => {
                if let Type::Array(elem, len) = self.shape(array) {
                    self.range_array(r, array, elem, len, true, label);
                }
            }
            Type::Map(key, elem) => self.range_map(r, t, key, elem, label),
            Type::Chan(_, elem) => self.range_chan(r, elem, label),
            Type::Func(sig) => {
                let Some(&yields) = sig.params.first() else { return };
                let yields = self.subst_ty(yields);
                self.range_func(r, yields, label, span);
            }
            _ => self.unit.bug(r.x.span, "a range over what cannot be ranged over"),
        }
        self.hoisted.truncate(hoisted);
    }

    /// The variable that an iteration variable's expression declares, if it declares one.
    fn iteration_var(&mut self, r: &Range, e: Option<&Expr>) -> Option<ObjId> {
        if !r.define {
            return None;
        }
        let id = e?.as_ident()?;
        self.unit.info().def_of(id.id)
    }

    fn is_blank(e: Option<&Expr>) -> bool {
        e.is_none_or(|e| e.as_ident().is_some_and(|id| id.name.as_str() == "_"))
    }

    /// Declares, or assigns to, an iteration variable at the start of a round. The value is in `src`, of type `t`; the
    /// variable may live there if `adopt`.
    fn bind(&mut self, r: &Range, e: Option<&Expr>, src: Reg, t: TypeId, adopt: bool) {
        if Self::is_blank(e) {
            return;
        }
        if let Some(var) = self.iteration_var(r, e) {
            if self.unit.is_package_var(var) {
                let place = Place::Global(self.unit.global(var));
                return self.store(&place, t, src);
            }
            return match self.vars.get(&Key::Obj(var)).copied() {
                Some(Var::Cell(ptr)) if self.facts.in_shared_cell(var) => {
                    self.store(&Place::Mem { ptr, off: 0 }, t, src);
                }
                _ => self.declare_init(var, src, adopt),
            };
        }
        let Some(e) = e else { return };
        let sp = self.b.sp;
        let want = self.ty(e);
        let place = self.place(e);
        let v = if self.is_iface(want) && !self.is_iface(t) {
            let v = self.temp(want);
            self.make_iface(v, src, t);
            v
        } else {
            src
        };
        self.store(&place, want, v);
        self.b.sp = sp;
    }

    /// Binds both iteration variables. Assignments to places happen in parallel: both places are found first.
    fn bind_both(&mut self, r: &Range, key: (Reg, TypeId, bool), value: (Reg, TypeId, bool)) {
        let (k, v) = (r.key.as_ref(), r.value.as_ref());
        if r.define || Self::is_blank(k) || Self::is_blank(v) {
            self.bind(r, k, key.0, key.1, key.2);
            return self.bind(r, v, value.0, value.1, value.2);
        }
        let (Some(k), Some(v)) = (k, v) else { return };
        let sp = self.b.sp;
        let mut stores = Vec::new();
        for (e, (src, t, _)) in [(k, key), (v, value)] {
            let place = self.place(e);
            let place = self.stabilize(place);
            let want = self.ty(e);
            let v = self.temp(want);
            self.convert_assign(v, src, t, want);
            stores.push((place, want, v));
        }
        for (place, want, v) in stores {
            self.store(&place, want, v);
        }
        self.b.sp = sp;
    }

    /// Whether the variable may live in the register that the loop counts in.
    fn may_adopt(&mut self, r: &Range, e: Option<&Expr>) -> bool {
        self.iteration_var(r, e).is_some_and(|v| !self.facts.assigned(v))
    }

    /// The loop around `body`, counting `counter` up to `limit`.
    fn counting(&mut self, counter: Reg, limit: Reg, label: Option<Symbol>, body: impl FnOnce(&mut Self)) {
        let (next, end) = (self.b.label(), self.b.label());
        self.b.constant(counter, 0);
        self.b.branch(Op::JumpLeInt, limit, counter, None, end);
        let top = self.b.label_here();
        self.push_target(label, Some(end), Some(next));
        let sp = self.b.sp;
        body(self);
        self.b.sp = sp;
        self.targets.pop();
        self.b.place(next);
        self.b.branch(Op::IncLoopLtInt, counter, limit, None, top);
        self.b.place(end);
    }

    fn range_int(&mut self, r: &Range, t: TypeId, label: Option<Symbol>) {
        let limit = self.temp(t);
        self.value_as_to(&r.x, t, limit);
        let counter = self.temp(t);
        let adopt = self.may_adopt(r, r.key.as_ref());
        self.counting(counter, limit, label, |g| {
            g.bind(r, r.key.as_ref(), counter, t, adopt);
            g.block(&r.body);
        });
    }

    fn range_slice(&mut self, r: &Range, elem: TypeId, label: Option<Symbol>) {
        let elem = self.subst_ty(elem);
        let s = self.b.alloc(&[RegClass::Pointer, RegClass::Scalar]);
        let sp = self.b.sp;
        let value = self.value(&r.x);
        self.b.mov(s, value, 2);
        self.b.sp = sp;
        let counter = self.b.scalar();
        let adopt = self.may_adopt(r, r.key.as_ref());
        self.counting(counter, s + 1, label, |g| {
            if Self::is_blank(r.value.as_ref()) {
                g.bind(r, r.key.as_ref(), counter, TypeId::INT, adopt);
            } else {
                let v = g.temp(elem);
                g.at(r.x.span, |g| {
                    g.load(&Place::Elem { slice: s, index: IndexReg::signed(counter) }, elem, v)
                });
                g.bind_both(r, (counter, TypeId::INT, adopt), (v, elem, true));
            }
            g.block(&r.body);
        });
    }

    fn range_array(
        &mut self,
        r: &Range,
        t: TypeId,
        elem: TypeId,
        len: u64,
        by_ptr: bool,
        label: Option<Symbol>,
    ) {
        let elem = self.subst_ty(elem);
        let wants = !Self::is_blank(r.value.as_ref());
        let ptr = self.b.pointer();
        let sp = self.b.sp;
        if by_ptr && (wants || r.value.is_some()) {
            self.value_to(&r.x, ptr);
        } else if wants {
            // The elements are those at the start: a copy.
            let v = self.temp(t);
            self.value_to(&r.x, v);
            if self.is_indirect(t) {
                self.b.mov(ptr, v, 1);
            } else {
                self.new_object(ptr, t);
                self.store_mem(ptr, 0, v, t);
            }
        } else {
            self.b.constant(ptr, 0);
            if r.value.is_some() || self.len_needs_value(&r.x) {
                self.value(&r.x);
            }
        }
        self.b.sp = sp;
        let counter = self.b.scalar();
        let limit = self.imm(len as i64);
        let adopt = self.may_adopt(r, r.key.as_ref());
        self.counting(counter, limit, label, |g| {
            if wants {
                let v = g.temp(elem);
                g.at(r.x.span, |g| {
                    g.load(&Place::ArrayElem { ptr, index: IndexReg::signed(counter), len }, elem, v)
                });
                g.bind_both(r, (counter, TypeId::INT, adopt), (v, elem, true));
            } else {
                g.bind(r, r.key.as_ref(), counter, TypeId::INT, adopt);
            }
            g.block(&r.body);
        });
    }

    fn range_string(&mut self, r: &Range, label: Option<Symbol>) {
        let s = self.b.alloc(&[RegClass::Pointer, RegClass::Scalar]);
        self.value_to(&r.x, s);
        // Position, rune, position of the next.
        let it = self.b.alloc(&[RegClass::Scalar; 3]);
        let (next, end) = (self.b.label(), self.b.label());
        self.b.constant(it + 2, 0);
        let top = self.b.label_here();
        self.b.mov(it, it + 2, 1);
        self.b.branch(Op::RangeString, it, s, None, end);
        self.push_target(label, Some(end), Some(next));
        let sp = self.b.sp;
        let (key_free, value_free) = (self.may_adopt(r, r.key.as_ref()), self.may_adopt(r, r.value.as_ref()));
        self.bind_both(r, (it, TypeId::INT, key_free), (it + 1, TypeId::INT32, value_free));
        self.block(&r.body);
        self.b.sp = sp;
        self.targets.pop();
        self.b.place(next);
        self.b.jump(Op::Loop, top);
        self.b.place(end);
    }

    fn range_map(&mut self, r: &Range, t: TypeId, key: TypeId, elem: TypeId, label: Option<Symbol>) {
        let (key, elem) = (self.subst_ty(key), self.subst_ty(elem));
        let it = self.b.pointer();
        let sp = self.b.sp;
        let m = self.value(&r.x);
        let ext = self.map_ext(t);
        self.b.op_ext(Op::MapIter, it, m, 0, ext);
        self.b.sp = sp;
        let mut classes = self.classes(key);
        let n = classes.len() as u16;
        classes.extend(self.classes(elem));
        let (next, end) = (self.b.label(), self.b.label());
        let top = self.b.label_here();
        let kv = self.b.alloc(&classes);
        self.b.branch(Op::MapNext, it, kv, Some(ext), end);
        self.push_target(label, Some(end), Some(next));
        let sp = self.b.sp;
        self.bind_both(r, (kv, key, true), (kv + n, elem, true));
        self.block(&r.body);
        self.b.sp = sp;
        self.targets.pop();
        self.b.place(next);
        self.b.jump(Op::Loop, top);
        self.b.place(end);
    }

    fn range_chan(&mut self, r: &Range, elem: TypeId, label: Option<Symbol>) {
        let elem = self.subst_ty(elem);
        let ch = self.b.pointer();
        self.value_to(&r.x, ch);
        let v = self.temp(elem);
        let ok = self.b.scalar();
        let (next, end) = (self.b.label(), self.b.label());
        let ext = self.ext(elem);
        self.at(r.x.span, |g| g.b.op_ext(Op::RecvOk, v, ch, ok, ext));
        self.b.branch(Op::JumpFalse, ok, 0, None, end);
        let top = self.b.label_here();
        self.push_target(label, Some(end), Some(next));
        let sp = self.b.sp;
        self.bind(r, r.key.as_ref(), v, elem, true);
        self.block(&r.body);
        self.b.sp = sp;
        self.targets.pop();
        self.b.place(next);
        self.at(r.x.span, |g| {
            g.b.op_ext(Op::RecvLoop, v, ch, ok, ext);
            g.b.branch(Op::LoopTrue, ok, 0, None, top);
        });
        self.b.place(end);
    }

    // ---- functions ----

    fn range_func(&mut self, r: &Range, yields: TypeId, label: Option<Symbol>, span: Span) {
        let Type::Func(sig) = self.shape(yields) else { return };
        let params: Vec<TypeId> = sig.params.iter().map(|&t| self.subst_ty(t)).collect();
        let f = self.b.pointer();
        self.value_to(&r.x, f);
        let id = r.x.id;
        let leaves = self.facts.escapes(id);
        if leaves {
            self.exit_cells();
        }
        if self.facts.body_defers(id) && self.body_of.is_none() {
            let token = self.b.scalar();
            self.b.op(Op::FrameToken, token, 0, 0);
            self.synth(Synth::Token, TypeId::INT, Some(token));
        }
        let st = Synth::State(id.0);
        self.synth(st, TypeId::INT, None);
        let own = self.unit.exit_codes();
        let info = BodyInfo {
            outer_results: self
                .body_of
                .as_ref()
                .map_or_else(|| self.results.clone(), |i| i.outer_results.clone()),
            outer_named: self
                .body_of
                .as_ref()
                .map_or_else(|| self.named_results.clone(), |i| i.outer_named.clone()),
            outer: Rc::new(self.targets_around(label, own)),
            gotos: Rc::default(),
        };
        let body = self.b.pointer();
        self.range_body(id, &params, info.clone(), span, body, |g, first| g.body(r, &params, st, first));
        // f(body)
        let window = self.b.alloc(&[RegClass::Scalar, RegClass::Scalar, RegClass::Scalar, RegClass::Pointer]);
        self.b.mov(window + FRAME_HEADER, body, 1);
        let t = self.unit.types().func([yields].into(), [].into(), false);
        let t = self.unit.types().canon(t);
        let sig = self.rtype_id(t);
        self.at(r.x.span, |g| g.b.op_ext(Op::CallClosure, window, f, 0, Instr::ext(sig.0, 0, 0)));
        self.after_loop(st, &info, leaves, r.x.span);
        if self.body_of.is_none() {
            // The next loop makes cells of its own: code may come to it that has passed this one by.
            self.vars
                .retain(|key, _| !matches!(key, Key::Synth(Synth::Exit | Synth::Token | Synth::Result(_))));
        }
    }

    /// A cell that bodies share.
    fn synth(&mut self, key: Synth, t: TypeId, value: Option<Reg>) {
        let cell = self.b.pointer();
        self.new_object(cell, t);
        if let Some(value) = value {
            self.store_mem(cell, 0, value, t);
        }
        self.vars.insert(Key::Synth(key), Var::Cell(cell));
    }

    /// The cells for exit code and results, shared by all loops of the function.
    fn exit_cells(&mut self) {
        if self.vars.contains_key(&Key::Synth(Synth::Exit)) && self.body_of.is_some() {
            return;
        }
        self.synth(Synth::Exit, TypeId::INT, None);
        let results = self.results.clone();
        for (i, &t) in results.iter().enumerate() {
            self.synth(Synth::Result(i as u16), t, None);
        }
    }

    /// What a body can jump to, the loop itself last.
    fn targets_around(&self, label: Option<Symbol>, own: ExitCodes) -> Vec<OuterTarget> {
        let mut around: Vec<OuterTarget> = match &self.body_of {
            Some(info) => info.outer.iter().cloned().map(OuterTarget::from_inside).collect(),
            None => Vec::new(),
        };
        around.extend(self.targets.iter().map(|t| OuterTarget {
            label: t.label,
            is_loop: t.on_continue.is_some(),
            codes: t.exit,
            own: false,
        }));
        around.push(OuterTarget { label, is_loop: true, codes: own, own: true });
        around
    }

    /// The body as a function: the parameters begin at `first`.
    fn body(&mut self, r: &Range, params: &[TypeId], st: Synth, first: Reg) {
        self.own_labels = super::shapes::labels_in(&r.body);
        // What is assigned to has the value even if the loop turns out to be over.
        if !r.define {
            self.bind_params(r, params, first);
        }
        if let Some(cell) = self.cell_reg(Key::Synth(st)) {
            let s = self.b.scalar();
            let fine = self.b.label();
            self.b.op(Op::Load, s, cell, 0);
            // Also when this call comes at the wrong time: whoever recovers its panic is caught behind the loop.
            let running = self.imm(state::RUNNING);
            self.b.op(Op::Store, cell, running, 0);
            self.b.branch(Op::JumpEqImm, s, state::READY as u16, None, fine);
            self.b.op(Op::Throw, ThrowCode::RangeState as u16, s, s);
            self.b.place(fine);
        }
        if r.define {
            self.bind_params(r, params, first);
        }
        self.block(&r.body);
        self.body_return(true);
    }

    /// The loop's variables get the parameters of its body, which begin at `first`. In Go, the operands of the second are read
    /// when the first has its value.
    fn bind_params(&mut self, r: &Range, params: &[TypeId], first: Reg) {
        let mut at = first;
        let vars = [r.key.as_ref(), r.value.as_ref()];
        for (i, &t) in params.iter().enumerate() {
            let e = vars.get(i).copied().flatten();
            self.bind(r, e, at, t, true);
            at += self.slots(t);
        }
    }

    /// Ends a round of a loop over a function.
    pub(super) fn body_return(&mut self, go_on: bool) {
        let sp = self.b.sp;
        let states: Vec<Synth> = self
            .vars
            .keys()
            .filter_map(|k| match k {
                Key::Synth(s @ Synth::State(_)) => Some(*s),
                _ => None,
            })
            .collect();
        // The loop's own state is the one that was captured last made: the largest number.
        if let Some(&own) = states.iter().max()
            && let Some(cell) = self.cell_reg(Key::Synth(own))
        {
            let s = self.imm(if go_on { state::READY } else { state::LEFT });
            self.b.op(Op::Store, cell, s, 0);
        }
        self.b.constant(0, u64::from(go_on));
        self.b.op(Op::Return, 0, 0, 0);
        self.b.sp = sp;
    }

    /// What follows the call of the iterator function.
    fn after_loop(&mut self, st: Synth, info: &BodyInfo, leaves: bool, span: Span) {
        if let Some(cell) = self.cell_reg(Key::Synth(st)) {
            let s = self.b.scalar();
            let fine = self.b.label();
            self.b.op(Op::Load, s, cell, 0);
            self.b.branch(Op::JumpNeImm, s, state::RUNNING as u16, None, fine);
            self.at(span, |g| g.b.op(Op::Throw, ThrowCode::RangePanicked as u16, s, s));
            self.b.place(fine);
            let over = self.imm(state::OVER);
            self.b.op(Op::Store, cell, over, 0);
        }
        self.vars.remove(&Key::Synth(st));
        let Some(cell) = self.cell_reg(Key::Synth(Synth::Exit)).filter(|_| leaves) else { return };
        let code = self.b.scalar();
        let done = self.b.label();
        self.b.op(Op::Load, code, cell, 0);
        self.b.branch(Op::JumpEqImm, code, 0, None, done);
        let clear = |g: &mut Self| {
            let zero = g.imm(0);
            g.b.op(Op::Store, cell, zero, 0);
        };
        // Targets of this function.
        let jumps: Vec<(i32, Label)> = self
            .targets
            .iter()
            .flat_map(|t| [(t.exit.on_break, t.on_break), (t.exit.on_continue, t.on_continue)])
            .filter_map(|(code, label)| Some((code, label?)))
            .collect();
        for (number, label) in jumps {
            self.on_code(code, number, |g| {
                clear(g);
                g.b.jump(Op::Jump, label);
            });
        }
        for (name, number) in info.gotos.borrow().iter().copied() {
            if self.body_of.is_none() || self.own_labels.contains(&name) {
                let label = self.goto_label(name);
                self.on_code(code, number, |g| {
                    clear(g);
                    g.b.jump(Op::Loop, label);
                });
            } else if let Some(outer) = &self.body_of {
                outer.gotos.borrow_mut().push((name, number));
            }
        }
        match self.body_of.clone() {
            Some(outer) => {
                // The loop whose body this is.
                if let Some(target) = outer.outer.last().filter(|t| t.own).cloned() {
                    self.on_code(code, target.codes.on_continue, |g| {
                        clear(g);
                        g.body_return(true);
                    });
                    self.on_code(code, target.codes.on_break, |g| {
                        clear(g);
                        g.body_return(false);
                    });
                }
                // Everything else is further out.
                self.body_return(false);
            }
            None => {
                // Bare returns leave the named results as they are; other returns have put the values into their cells.
                let bare = self.results.is_empty() || self.named_results.iter().any(Option::is_some);
                if self.results.is_empty() {
                    self.leave();
                } else if bare {
                    self.on_code(code, exit::RETURN, Self::return_from_cells);
                    self.leave();
                } else {
                    self.return_from_cells();
                }
            }
        }
        self.b.place(done);
    }

    /// Returns the values that a body has put into the result cells.
    fn return_from_cells(&mut self) {
        let results = self.results.clone();
        let named = self.named_results.clone();
        let mut parts = Vec::new();
        for (i, &t) in results.iter().enumerate() {
            if let Some(cell) = self.result_cell(i, &named) {
                let v = self.temp(t);
                self.load_mem(v, cell, 0, t);
                parts.push((v, t));
            }
        }
        self.ret_values(&parts);
    }

    /// Where a body puts the result of that index: into the variable, if it has a name, or what Go leaves in it when the
    /// iterator panics would not be there.
    pub(super) fn result_cell(&mut self, i: usize, named: &[Option<ObjId>]) -> Option<Reg> {
        let var = named.get(i).copied().flatten();
        var.and_then(|v| self.cell_reg(Key::Obj(v)))
            .or_else(|| self.cell_reg(Key::Synth(Synth::Result(i as u16))))
    }

    /// Code for one exit code.
    fn on_code(&mut self, code: Reg, number: i32, then: impl FnOnce(&mut Self)) {
        let sp = self.b.sp;
        let skip = self.b.label();
        match i16::try_from(number) {
            Ok(imm) => self.b.branch(Op::JumpNeImm, code, imm as u16, None, skip),
            Err(_) => {
                let n = self.imm(i64::from(number));
                self.b.branch(Op::JumpNeInt, code, n, None, skip);
            }
        }
        then(self);
        self.b.place(skip);
        self.b.sp = sp;
    }
}

/// Finds calls and receives, outside of function literals and constants.
struct Effects<'g, 'a, 'u> {
    g: &'g mut Gen<'a, 'u>,
    found: bool,
}

impl Visitor for Effects<'_, '_, '_> {
    fn visit_expr(&mut self, e: &Expr) {
        if self.g.unit.info().const_val(e.id).is_some() {
            return;
        }
        match &e.kind {
            ExprKind::FuncLit(_) => return,
            ExprKind::Call(c) if self.g.unit.info().call_kind(c.fun.id) != CallKind::Conversion => {
                self.found = true;
            }
            ExprKind::Unary(u) if u.op == UnaryOp::Recv => self.found = true,
            _ => {}
        }
        walk_expr(self, e);
    }
}

impl Gen<'_, '_> {
    /// Whether the length of an array, or of what a pointer to an array points to, can only be had by evaluating the
    /// expression; otherwise it is a constant, and a range that wants no elements does not evaluate it.
    fn len_needs_value(&mut self, array: &Expr) -> bool {
        let mut effects = Effects { g: self, found: false };
        effects.visit_expr(array);
        effects.found
    }
}
