//! Statements.

use super::assign::Assigned;
use super::frame::{Gen, Key, OuterTarget, Synth, Target, Var, exit};
use super::func::{Label, Reg};
use super::order::Part;
use crate::ast::*;
use crate::bytecode::Op;
use crate::check::CallKind;
use crate::source::{Span, Symbol};
use crate::types::{ObjId, TypeId};

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
        self.move_slices(s);
        let done = self.done_first_in_stmt(s);
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
            StmtKind::Expr(e) if self.unit.chk.starts_task(e) => self.drop_task(e),
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
            StmtKind::Defer(e) => declares = self.defer(e),
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
        self.forget_done(done);
        if !declares {
            self.b.sp = sp;
        }
        self.b.at(before);
    }

    /// Does first what is done in the statement's own expressions, if something is read before it; see `order`.
    fn done_first_in_stmt(&mut self, s: &Stmt) -> usize {
        match &s.kind {
            StmtKind::Expr(e) => match &e.unparen().kind {
                // A call sees to its operands itself.
                ExprKind::Call(c) if self.unit.info().call_kind(c.fun.id) == CallKind::Call => {
                    self.done.len()
                }
                ExprKind::Call(c) => self.done_first(c.args.iter().map(|arg| (arg, None))),
                ExprKind::Unary(u) => self.done_first([(&u.x, None)]),
                _ => self.done.len(),
            },
            StmtKind::Send(s) => {
                let t = self.ty(&s.chan);
                let elem = self.chan_elem(t);
                self.done_first([(&s.chan, None), (&s.value, elem)])
            }
            StmtKind::IncDec { x, .. } => self.done_first([(x, None)]),
            StmtKind::Assign(a) => self.done_first_in_assign(a),
            StmtKind::Go(e) | StmtKind::Defer(e) => match &e.unparen().kind {
                ExprKind::Call(c) if self.unit.info().call_kind(c.fun.id) == CallKind::Call => {
                    self.done_first_in_call(c)
                }
                ExprKind::Call(c) => self.done_first(c.args.iter().map(|arg| (arg, None))),
                _ => self.done.len(),
            },
            StmtKind::Return(values) => {
                let results = self.results.clone();
                let wants = results.iter().map(|&t| Some(t)).chain(std::iter::repeat(None));
                let parts = values.iter().zip(wants);
                if self.returns_first_last(values) {
                    self.done_all_first(parts)
                } else {
                    self.done_first(parts)
                }
            }
            StmtKind::Switch(sw) if sw.init.is_none() => match &sw.tag {
                Some(tag) => self.done_first([(tag, None)]),
                None => self.done.len(),
            },
            StmtKind::TypeSwitch(sw) if sw.init.is_none() => self.done_first([(&sw.x, None)]),
            StmtKind::Range(r) => self.done_first([(&r.x, None)]),
            // Their parts are statements, or are evaluated more than once: conditions see to themselves.
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Decl(_)
            | StmtKind::Labeled { .. }
            | StmtKind::Branch { .. }
            | StmtKind::Block(_)
            | StmtKind::If(_)
            | StmtKind::Switch(_)
            | StmtKind::TypeSwitch(_)
            | StmtKind::Select(_)
            | StmtKind::For(_) => self.done.len(),
        }
    }

    fn done_first_in_assign(&mut self, a: &Assign) -> usize {
        if a.lhs.len() == a.rhs.len() && a.lhs.len() > 1 {
            let targets = self.assigned(a);
            return self.done_first_in_several(&targets, &a.rhs);
        }
        if self.appends_in_memory(a).is_some() {
            return self.done.len();
        }
        let before = self.done.len();
        if let ([place], [value], AssignOp::Assign) = (&a.lhs[..], &a.rhs[..], a.op) {
            self.key_of_appended(place, value);
        }
        // A variable that is only written to is not read.
        let written = |e: &&Expr| {
            a.op == AssignOp::Define || !matches!(a.op, AssignOp::Op(_)) && e.unparen().as_ident().is_some()
        };
        let known = |g: &mut Self, e: &Expr| match a.op {
            AssignOp::Assign => (!matches!(e.as_ident(), Some(id) if id.name.is_blank())).then(|| g.ty(e)),
            AssignOp::Define | AssignOp::Op(_) => None,
        };
        let want = if a.lhs.len() == a.rhs.len() { known(self, a.lhs[0].unparen()) } else { None };
        let places: Vec<&Expr> = a.lhs.iter().filter(|e| !written(e)).collect();
        let values: Vec<Part<'_>> = a.rhs.iter().map(|value| (value, want)).collect();
        match a.op {
            AssignOp::Op(_) => self.done_first(places.into_iter().map(|e| (e, None)).chain(values)),
            AssignOp::Assign | AssignOp::Define => self.done_first_in_places(&places, &values, false),
        };
        before
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
                let done = if names.len() == spec.values.len() && names.len() > 1 {
                    self.done_first_in_several(&names, &spec.values)
                } else {
                    self.done_first(spec.values.iter().map(|value| (value, None)))
                };
                self.define(names, &spec.values);
                self.forget_done(done);
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
        if let Some(exit) = self.in_place {
            return self.return_in_place(values, exit);
        }
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
                let mark = self.b.sp;
                let r = self.value_as(&values[0], t);
                self.b.at(span);
                if r >= mark && self.b.redirect(r, 0, n) {
                    return self.b.op(Op::Return, 0, 0, 0);
                }
                return self.b.op(if n == 1 { Op::Return1 } else { Op::Return2 }, r, 0, 0);
            }
            if named.iter().all(|n| n.is_none()) || !Self::writes_early(&values[0]) {
                self.value_as_to(&values[0], t, 0);
                return self.b.op(Op::Return, 0, 0, 0);
            }
        }
        // If a value panics, deferred calls may recover, and none of the results has been given.
        let cannot_panic = values
            .iter()
            .all(|value| self.unit.info().const_val(value.id).is_some() || self.register_of(value).is_some());
        let direct = !cells && (!self.recovers || cannot_panic) && named.iter().all(|n| n.is_none());
        let mut at = 0;
        if direct {
            for (value, &t) in values.iter().zip(results.iter()) {
                self.value_as_to(value, t, at);
                at += self.slots(t);
            }
            return self.leave();
        }
        let parts: Vec<_> = results.iter().take(values.len()).map(|&t| (self.temp(t), t)).collect();
        let (first, rest) = (parts.iter().zip(values).take(1), parts.iter().zip(values).skip(1));
        let in_order: Vec<_> = if self.returns_first_last(values) {
            rest.chain(first).collect()
        } else {
            first.chain(rest).collect()
        };
        for (&(dst, t), value) in in_order {
            self.value_as_to(value, t, dst);
        }
        self.ret_values(&parts);
    }

    /// Whether the first of several values that are returned is evaluated when the others are: where deferred calls could see
    /// that it has been given.
    fn returns_first_last(&self, values: &[Expr]) -> bool {
        self.recovers && self.in_place.is_none() && self.body_of.is_none() && values.len() > 1
    }

    /// Returns values that are in registers, of types assignable to the results'.
    pub(super) fn ret_values(&mut self, parts: &[(Reg, TypeId)]) {
        let results = self.results.clone();
        let named = self.named_results.clone();
        let mut at = 0;
        for (i, (&(src, from), &t)) in parts.iter().zip(results.iter()).enumerate() {
            let cell = named.get(i).copied().flatten().and_then(|v| self.cell_reg(Key::Obj(v)));
            let n = self.slots(t);
            match cell {
                Some(cell) => {
                    let sp = self.b.sp;
                    let v = self.temp(t);
                    self.convert_assign(v, src, from, t);
                    self.store_mem(cell, 0, v, t);
                    self.b.sp = sp;
                }
                // What was made for a result may as well have been made there.
                None if from == t && self.b.redirect(src, at, n) => {}
                None => self.convert_assign(at, src, from, t),
            }
            at += n;
        }
        self.leave();
    }

    /// Runs deferred calls and returns what is in the results.
    pub(super) fn leave(&mut self) {
        if self.open.is_some() {
            self.run_open();
        } else if self.has_defer_ahead {
            let before = self.at_end();
            self.b.op(Op::RunDefers, 0, 0, 0);
            if let Some(span) = before {
                self.b.at(span);
            }
        }
        self.load_results();
        self.b.op(Op::Return, 0, 0, 0);
        self.go_on_open();
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
                let dst = self.temp(t);
                self.value_as_to(value, t, dst);
                parts.push((dst, t));
            }
            parts
        };
        for (i, (&(src, from), &t)) in parts.iter().zip(results.iter()).enumerate() {
            if let Some(cell) = self.result_cell(i, &info.outer_named) {
                let v = self.temp(t);
                self.convert_assign(v, src, from, t);
                self.store_mem(cell, 0, v, t);
            }
        }
        self.exit_body(exit::RETURN);
        self.b.sp = sp;
    }

    // ---- if ----

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
}
