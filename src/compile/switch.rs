//! `switch`, type switches, `select`.

use super::frame::{BasicExt, Gen};
use super::func::{Label, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Instr, NO_REG, Op, RegClass, SelectCase, SelectTable};
use crate::heap::IfaceWord;
use crate::source::{Span, Symbol};
use crate::types::{Basic, ObjId, Type, TypeId};

/// With fewer cases than this, one comparison after the other is faster than a table: what is compared is foreseen better than
/// where a table leads.
const FEWEST_IN_TABLE: usize = 8;

impl Gen<'_, '_> {
    pub(super) fn switch(&mut self, sw: &Switch, label: Option<Symbol>) {
        if let Some(init) = &sw.init {
            self.stmt(init);
        }
        let end = self.b.label();
        let bodies: Vec<Label> = sw.clauses.iter().map(|_| self.b.label()).collect();
        let mut default = end;
        match &sw.tag {
            None => {
                for (clause, &body) in sw.clauses.iter().zip(&bodies) {
                    match &clause.exprs {
                        None => default = body,
                        Some(exprs) => {
                            exprs.iter().for_each(|e| self.at(e.span, |g| g.jump_if(e, true, body)))
                        }
                    }
                }
            }
            Some(tag) => {
                let t = self.ty(tag);
                // The tag is evaluated once: its register must not be a variable's.
                let reg = self.temp(t);
                self.value_to(tag, reg);
                if let Some(at) = sw.clauses.iter().position(|c| c.exprs.is_none()) {
                    default = bodies[at];
                }
                if !self.table_switch(sw, t, reg, &bodies, default) {
                    for (clause, &body) in sw.clauses.iter().zip(&bodies) {
                        for e in clause.exprs.iter().flatten() {
                            self.at(e.span, |g| g.case_jump(reg, t, e, body));
                        }
                    }
                }
            }
        }
        self.b.jump(Op::Jump, default);
        self.push_target(label, Some(end), None);
        let outer = self.fallthrough.take();
        for (i, clause) in sw.clauses.iter().enumerate() {
            self.b.place(bodies[i]);
            self.fallthrough = bodies.get(i + 1).copied();
            self.stmts(&clause.body);
            self.b.jump(Op::Jump, end);
        }
        self.fallthrough = outer;
        self.targets.pop();
        self.b.place(end);
    }

    /// A switch over integers whose cases are constants that lie close together jumps through a table; false if this is
    /// none.
    fn table_switch(&mut self, sw: &Switch, t: TypeId, tag: Reg, bodies: &[Label], default: Label) -> bool {
        let basic = self.basic(t);
        if !matches!(self.shape(t), Type::Basic(_)) || !basic.is_integer() {
            return false;
        }
        let mut cases: Vec<(i64, Label)> = Vec::new();
        for (clause, &body) in sw.clauses.iter().zip(bodies) {
            for e in clause.exprs.iter().flatten() {
                let value =
                    self.unit.info().const_val(e.id).cloned().and_then(|v| super::consts::bits(&v, basic));
                match value {
                    Some(v) => cases.push((v as i64, body)),
                    None => return false,
                }
            }
        }
        let (Some(&(low, _)), Some(&(high, _))) =
            (cases.iter().min_by_key(|c| c.0), cases.iter().max_by_key(|c| c.0))
        else {
            return false;
        };
        let Some(span) = high.checked_sub(low).filter(|&s| s < 2 * cases.len() as i64 + 8) else {
            return false;
        };
        let Ok(down) = i16::try_from(low.wrapping_neg()) else { return false };
        if cases.len() < FEWEST_IN_TABLE || span >= i64::from(u16::MAX) {
            return false;
        }
        let mut entries = vec![default; span as usize + 1];
        // The first of equal cases wins.
        for &(value, body) in cases.iter().rev() {
            entries[(value - low) as usize] = body;
        }
        self.b.op(Op::JumpTable, tag, entries.len() as u16, down as u16);
        entries.into_iter().for_each(|entry| self.b.jump(Op::Jump, entry));
        true
    }

    /// Jumps to `body` if the tag in `reg` equals the case's value.
    fn case_jump(&mut self, reg: Reg, t: TypeId, e: &Expr, body: Label) {
        let sp = self.b.sp;
        let basic = match self.shape(t) {
            Type::Basic(b) => Some(b),
            _ => None,
        };
        let from = self.ty(e);
        if self.is_nil(e) {
            self.b.branch(Op::JumpEqImm, reg, 0, None, body);
        } else if self.is_iface(from) && !self.is_iface(t) {
            // A concrete tag and an interface case: compared as interfaces.
            let equal = self.b.scalar();
            let x = self.temp(from);
            self.make_iface_copy(x, reg, t);
            let v = self.value(e);
            self.equal(from, equal, x, v);
            self.b.branch(Op::JumpTrue, equal, 0, None, body);
        } else if let Some(imm) = self.small_const(e, t).filter(|_| basic.is_some_and(|b| b.is_integer())) {
            self.b.branch(Op::JumpEqImm, reg, imm as u16, None, body);
        } else if basic == Some(Basic::String) {
            let v = self.value_as(e, t);
            self.b.branch(Op::JumpEqString, reg, v, None, body);
        } else if basic.is_some_and(|b| b.is_integer()) {
            let v = self.value_as(e, t);
            self.b.branch(Op::JumpEqInt, reg, v, None, body);
        } else {
            let equal = self.b.scalar();
            let v = self.value_as(e, t);
            self.equal(t, equal, reg, v);
            self.b.branch(Op::JumpTrue, equal, 0, None, body);
        }
        self.b.sp = sp;
    }

    /// `dst` = an interface holding a copy of the value of type `t`.
    fn make_iface_copy(&mut self, dst: Reg, src: Reg, t: TypeId) {
        if self.is_indirect(t) {
            let sp = self.b.sp;
            let copy = self.b.pointer();
            let ext = self.ext(t);
            self.b.op_ext(Op::Clone, copy, src, 0, ext);
            self.make_iface(dst, copy, t);
            self.b.sp = sp;
        } else {
            self.make_iface(dst, src, t);
        }
    }

    /// The clauses stand one behind the other, each behind its tests. A table that the dynamic type chooses from was slower, with
    /// seven types by a third: a processor foresees comparisons better.
    pub(super) fn type_switch(&mut self, sw: &TypeSwitch, label: Option<Symbol>) {
        if let Some(init) = &sw.init {
            self.stmt(init);
        }
        let from = self.ty(&sw.x);
        let x = self.temp(from);
        self.value_to(&sw.x, x);
        let end = self.b.label();
        self.push_target(label, Some(end), None);
        for clause in &sw.clauses {
            let Some(types) = &clause.exprs else { continue };
            let body = self.b.label();
            let mut failed = None;
            for (i, e) in types.iter().enumerate() {
                let before = self.b.at(e.span);
                let next = self.b.label();
                self.type_test(x, e, next);
                if i + 1 < types.len() {
                    self.b.jump(Op::Jump, body);
                    self.b.place(next);
                } else {
                    failed = Some(next);
                }
                self.b.at(before);
            }
            self.b.place(body);
            self.type_clause(clause, x);
            self.b.jump(Op::Jump, end);
            if let Some(next) = failed {
                self.b.place(next);
            }
        }
        if let Some(default) = sw.clauses.iter().find(|clause| clause.exprs.is_none()) {
            self.type_clause(default, x);
        }
        self.targets.pop();
        self.b.place(end);
    }

    /// Goes to `otherwise` unless the interface in `x` has the type, or implements it.
    fn type_test(&mut self, x: Reg, e: &Expr, otherwise: Label) {
        if self.is_nil(e) {
            return self.b.branch(Op::JumpNeImm, x, 0, None, otherwise);
        }
        let t = self.ty(e);
        let op = if self.is_iface(t) { Op::JumpNotIface } else { Op::JumpNotType };
        let ext = self.ext(t);
        self.b.branch(op, x, 0, Some(ext), otherwise);
    }

    /// A clause, whose tests have found its type.
    fn type_clause(&mut self, clause: &CaseClause, x: Reg) {
        let sp = self.b.sp;
        if let Some(var) = self.unit.info().implicit(clause.id) {
            let only = match clause.exprs.as_deref() {
                Some([one]) if !self.is_nil(one) => Some(self.ty(one)),
                _ => None,
            };
            match only {
                Some(t) if !self.is_iface(t) => self.at(clause.span, |g| g.declare_unboxed(var, x, t)),
                // The test has shown that the interface fits; nobody else asks for what is in its registers.
                _ => self.declare_init(var, x, true),
            }
        }
        self.stmts(&clause.body);
        self.b.sp = sp;
    }

    /// Declares a variable of the concrete type `t`, which the interface in `x` is known to have.
    fn declare_unboxed(&mut self, var: ObjId, x: Reg, t: TypeId) {
        let rtype = self.rtype(t);
        let (whole, empty) = (rtype.iface_word != IfaceWord::Boxed || rtype.indirect, rtype.size == 0);
        if whole {
            // A register has one class: what is assigned to the variable may not be what the interface is.
            return self.declare_init(var, x + 1, !self.facts.assigned(var));
        }
        let value = self.temp(t);
        if !empty {
            self.load(&Place::Mem { ptr: x + 1, off: 0 }, t, value);
        }
        self.declare_init(var, value, true);
    }

    /// Whether cases name the same channel and direction more than once, as far as their text tells.
    fn repeats(&self, sel: &Select) -> bool {
        let text = |e: &Expr| self.unit.chk.sources.text(e.span);
        let ends = sel.clauses.iter().filter_map(|clause| {
            let comm = clause.comm.as_ref()?;
            match &comm.kind {
                StmtKind::Send(s) => Some((true, text(&s.chan))),
                _ => received_chan(comm).map(|x| (false, text(x))),
            }
        });
        let ends: Vec<_> = ends.collect();
        ends.iter().enumerate().any(|(i, end)| ends[..i].contains(end))
    }

    pub(super) fn select(&mut self, sel: &Select, label: Option<Symbol>, span: Span) {
        let end = self.b.label();
        let mut cases = Vec::new();
        let mut received = Vec::new();
        let mut has_default = false;
        for clause in &sel.clauses {
            let Some(comm) = &clause.comm else {
                has_default = true;
                received.push(None);
                continue;
            };
            let before = self.b.at(comm.span);
            if let StmtKind::Send(s) = &comm.kind {
                let t = self.ty(&s.chan);
                let Some(elem) = self.chan_elem(t) else { continue };
                let done = self.done_first([(&s.chan, None), (&s.value, Some(elem))]);
                let chan = self.copy_of_pointer(&s.chan);
                // The value must stay what it is while the task waits.
                let value = self.temp(elem);
                self.value_as_to(&s.value, elem, value);
                self.forget_done(done);
                cases.push(SelectCase {
                    send: true,
                    chan,
                    value,
                    slots: self.slots(elem),
                    ok: NO_REG,
                    elem: self.rtype_id(elem).0,
                    span: comm.span,
                });
                received.push(None);
            } else if let Some(x) = received_chan(comm) {
                let t = self.ty(x);
                let chan = self.copy_of_pointer(x);
                let Some(elem) = self.chan_elem(t) else { continue };
                let value = self.temp(elem);
                let ok = self.b.scalar();
                cases.push(SelectCase {
                    send: false,
                    chan,
                    value,
                    slots: self.slots(elem),
                    ok,
                    elem: self.rtype_id(elem).0,
                    span: comm.span,
                });
                received.push(Some((value, ok, elem)));
            }
            self.b.at(before);
        }
        if cases.len() > i16::MAX as usize {
            // Its number would not fit into a jump.
            self.unit.limit(span, super::TOO_LARGE);
        }
        // Where each clause goes on.
        let bodies: Vec<Label> = sel.clauses.iter().map(|_| self.b.label()).collect();
        let default = sel.clauses.iter().position(|c| c.comm.is_none());
        let only = match (default, &cases[..]) {
            (Some(default), [only]) => Some((only.clone(), bodies[default])),
            _ => None,
        };
        let table = self.b.selects.len() as u16;
        let repeats = self.repeats(sel);
        self.b.selects.push(SelectTable { cases: cases.into(), has_default, repeats });
        let watched = only.map(|(case, default)| {
            let watched = self.b.label();
            self.at(span, |g| g.only_case(&case, default, watched));
            if default == bodies[0] {
                self.b.jump(Op::Jump, bodies[1]);
            }
            watched
        });
        if watched.is_none() {
            self.choose(sel, table, &bodies, span);
        }
        self.push_target(label, Some(end), None);
        for (i, clause) in sel.clauses.iter().enumerate() {
            self.b.place(bodies[i]);
            let sp = self.b.sp;
            if let (Some((value, ok, elem)), Some(comm)) = (received.get(i).copied().flatten(), &clause.comm)
            {
                self.receive_into(comm, value, ok, elem);
            }
            self.stmts(&clause.body);
            self.b.sp = sp;
            self.b.jump(Op::Jump, end);
        }
        self.targets.pop();
        if let Some(watched) = watched {
            self.b.place(watched);
            self.choose(sel, table, &bodies, span);
        }
        self.b.place(end);
    }

    /// The only case of a select with a default: if it is ready, it is executed like the statement that it is. Somebody who
    /// watches is to see a select.
    fn only_case(&mut self, case: &SelectCase, default: Label, watched: Label) {
        let op = if case.send { Op::JumpUnlessSend } else { Op::JumpUnlessRecv };
        self.b.branch(op, case.chan, 0, None, default);
        self.b.branch(Op::JumpWatched, 0, 0, None, watched);
        let ext = Instr::ext(case.elem, case.slots, 0);
        if case.send {
            self.b.op_ext(Op::Send, case.chan, case.value, 0, ext);
        } else {
            self.b.op_ext(Op::RecvOk, case.value, case.chan, case.ok, ext);
        }
    }

    /// Chooses one of the cases, and jumps to the body of its clause.
    fn choose(&mut self, sel: &Select, table: u16, bodies: &[Label], span: Span) {
        let default = sel.clauses.iter().position(|c| c.comm.is_none());
        let chosen = self.b.scalar();
        self.at(span, |g| g.b.op(Op::Select, chosen, table, 0));
        let mut number = 0;
        for (clause, &body) in sel.clauses.iter().zip(bodies) {
            if clause.comm.is_some() {
                // If nothing else is left, there is nothing to ask.
                if default.is_none() && number as usize + 1 == sel.clauses.len() {
                    self.b.jump(Op::Jump, body);
                    continue;
                }
                self.b.branch(Op::JumpEqImm, chosen, number, None, body);
                number = number.wrapping_add(1);
            }
        }
        // What is none of those is the default; or, without one, there is no clause at all, and this is never reached: the
        // code behind a select whose clauses all return must not seem to be.
        match default {
            Some(default) => self.b.jump(Op::Jump, bodies[default]),
            None => {
                let never = self.b.label();
                self.b.place(never);
                self.b.jump(Op::Jump, never);
            }
        }
    }

    /// A register of its own with the value of a pointer-like expression.
    fn copy_of_pointer(&mut self, e: &Expr) -> Reg {
        let reg = self.b.alloc(&[RegClass::Pointer]);
        self.value_to(e, reg);
        reg
    }

    /// Assigns what a receive case received.
    fn receive_into(&mut self, comm: &Stmt, value: Reg, ok: Reg, elem: TypeId) {
        let StmtKind::Assign(a) = &comm.kind else { return };
        for (lhs, (src, t)) in a.lhs.iter().zip([(value, elem), (ok, TypeId::BOOL)]) {
            let lhs = lhs.unparen();
            if lhs.as_ident().is_some_and(|id| id.name.as_str() == "_") {
                continue;
            }
            if let Some(var) = lhs.as_ident().and_then(|id| self.unit.info().def_of(id.id)) {
                if self.unit.is_package_var(var) {
                    let place = Place::Global(self.unit.global(var));
                    self.store(&place, t, src);
                } else {
                    self.declare_init(var, src, true);
                }
                continue;
            }
            let sp = self.b.sp;
            let want = self.ty(lhs);
            let place = self.place(lhs);
            let mut v = src;
            if self.is_iface(want) && !self.is_iface(t) {
                v = self.temp(want);
                self.make_iface(v, src, t);
            }
            self.store(&place, want, v);
            self.b.sp = sp;
        }
    }
}

/// The channel of a receive statement.
fn received_chan(comm: &Stmt) -> Option<&Expr> {
    let e = match &comm.kind {
        StmtKind::Expr(e) => e,
        StmtKind::Assign(a) => a.rhs.first()?,
        _ => return None,
    };
    match &e.unparen().kind {
        ExprKind::Unary(u) if u.op == UnaryOp::Recv => Some(&u.x),
        _ => None,
    }
}
