//! The bodies of functions: parameters and results, deferred calls, scripts, and the end of it all.

use hashbrown::HashSet;

use super::builtin::Intrinsic;
use super::frame::{Gen, Key, Var};
use super::func::Reg;
use super::open_defer::{Shape, shape};
use super::place::Place;
use super::shapes::{Labels, labels_in};
use crate::ast::*;
use crate::bytecode::{FuncFlags, FuncId, Function, Op};
use crate::check::Last;
use crate::check::object::FuncSig;
use crate::source::Span;
use crate::types::ObjId;

impl Gen<'_, '_> {
    /// The body of a declared function or literal, whose parameters begin at `first`; the receiver is the first of them, unless
    /// it is in a place of its own.
    pub(super) fn function(
        &mut self,
        sig: &FuncSig,
        body: &Block,
        receiver: Option<Var>,
        first: Reg,
        defers: bool,
    ) {
        self.has_defer_ahead = defers;
        self.recovers = defers;
        if defers {
            match shape(body) {
                Shape::Open => {
                    self.begin_open();
                    self.recovers = !self.unit.never_recovers(body);
                }
                Shape::Records => {}
                Shape::Runtime => self.closing = Some(Span::at(body.rbrace)),
            }
        }
        self.own_labels = labels_in(body);
        self.named_results =
            sig.results.iter().map(|&r| if sig.named_results { Some(r) } else { None }).collect();
        // The results first: from the first instruction on that may panic, they are what the function returns with.
        let mut at = 0;
        for &r in sig.results.iter() {
            let t = self.obj_ty(r);
            let n = self.slots(t);
            if sig.named_results {
                let var = if self.in_cell(r, t) {
                    let cell = self.b.pointer();
                    self.new_object(cell, t);
                    Var::Cell(cell)
                } else {
                    Var::Reg(at)
                };
                self.vars.insert(Key::Obj(r), var);
            }
            if self.recovers && self.is_indirect(t) {
                self.new_object(at, t);
            } else if sig.named_results || self.recovers {
                self.b.zero(at, n);
            }
            at += n;
        }
        let mut at = first;
        for &p in sig.recv.iter().chain(sig.params.iter()) {
            let t = self.obj_ty(p);
            if let Some(var) = receiver
                && sig.recv == Some(p)
            {
                self.vars.insert(Key::Obj(p), var);
                continue;
            }
            let n = self.slots(t);
            let var = if self.is_indirect(t) {
                // The caller gave a cell of our own.
                Var::Cell(at)
            } else if self.in_cell(p, t) {
                let cell = self.b.pointer();
                self.new_object(cell, t);
                self.store_mem(cell, 0, at, t);
                Var::Cell(cell)
            } else {
                Var::Reg(at)
            };
            self.vars.insert(Key::Obj(p), var);
            at += n;
        }
        self.begin_growth(body);
        self.block(body);
        self.b.at(Span::at(body.rbrace));
        self.leave();
        self.end_open();
        self.finish_defers();
    }

    /// Where a recovered panic goes on.
    fn finish_defers(&mut self) {
        if self.recovers {
            self.defer_exit = self.b.here();
            self.b.op(Op::RunDefers, 0, 0, 0);
            self.load_results();
            self.b.op(Op::Return, 0, 0, 0);
        }
    }

    /// Gives the code to the function; false if it must be made again with long jumps.
    pub(super) fn install(mut self, func: FuncId, flags: FuncFlags, span: Span) -> bool {
        self.b.finish();
        if self.b.overflow.registers {
            self.unit.limit(span, super::TOO_LARGE);
            return true;
        }
        if self.b.overflow.jumps && !self.long_jumps {
            return false;
        }
        let (results, params) = {
            let f = self.unit.program.function(func);
            (f.results, f.params)
        };
        let mut flags = flags | self.unit.file_flags(self.pkg, span);
        if self.recovers {
            flags |= FuncFlags::DEFERS;
        }
        let function = Function {
            name: self.name.clone(),
            results,
            params,
            regs: self.b.classes.len() as u16,
            flags,
            classes: std::mem::take(&mut self.b.classes).into(),
            lines: std::mem::take(&mut self.b.lines),
            unsigned: std::mem::take(&mut self.b.unsigned),
            in_place: std::mem::take(&mut self.b.in_place).into(),
            defer_exit: self.defer_exit,
            open: std::mem::take(&mut self.b.open).into(),
            selects: std::mem::take(&mut self.b.selects),
            code: std::mem::take(&mut self.b.code),
            span,
        };
        self.unit.program.define(func, function);
        true
    }

    /// Initialises package variables with the value of an expression.
    pub(super) fn initialize(&mut self, lhs: &[ObjId], value: &Expr) {
        if let [var] = lhs {
            let t = self.obj_ty(*var);
            let r = self.value_as(value, t);
            let place = Place::Global(self.unit.global(*var));
            return self.store(&place, t, r);
        }
        let parts = self.tuple(value.unparen());
        for (&var, (src, from)) in lhs.iter().zip(parts) {
            let t = self.obj_ty(var);
            let sp = self.b.sp;
            let v = self.temp(t);
            self.convert_assign(v, src, from, t);
            let place = Place::Global(self.unit.global(var));
            self.store(&place, t, v);
            self.b.sp = sp;
        }
    }

    /// The statements and variable declarations of a script, in order.
    pub(super) fn script(&mut self, items: &[&TopItem], script: &crate::check::Program, marks: Option<u32>) {
        self.has_defer_ahead = self.facts.defers(None);
        self.recovers = self.has_defer_ahead;
        let mut labels = Labels(HashSet::new());
        for item in items {
            if let TopItem::Stmt(s) = item {
                labels.visit_stmt(s);
            }
        }
        self.own_labels = labels.0;
        let last = script.session.as_ref().map_or(Last::Run, |session| session.last);
        let first_step = script.steps() - items.len();
        for (number, item) in items.iter().enumerate() {
            match item {
                TopItem::Stmt(Stmt { kind: StmtKind::Expr(e), .. })
                    if last != Last::Run && number + 1 == items.len() =>
                {
                    if last == Last::Show {
                        self.echo(e);
                    }
                }
                TopItem::Stmt(s) => self.stmt(s),
                TopItem::Decl(decl @ Decl::Var(_)) => self.top_decl(decl),
                TopItem::Decl(_) => {}
            }
            self.mark(marks, first_step + number);
        }
        self.leave();
        self.finish_defers();
    }

    /// `var` at the top level of a script: initialised where it stands.
    fn top_decl(&mut self, decl: &Decl) {
        let Decl::Var(group) = decl else { return };
        for spec in &group.specs {
            let before = self.b.at(spec.span);
            let vars: Vec<Option<ObjId>> = spec.names.iter().map(|n| self.unit.info().def_of(n.id)).collect();
            if spec.values.is_empty() {
                vars.iter().flatten().for_each(|&v| self.declare_zero(v));
            } else if spec.values.len() == vars.len() {
                for (var, value) in vars.iter().zip(&spec.values) {
                    let sp = self.b.sp;
                    match var {
                        Some(var) => self.initialize(&[*var], value),
                        None => {
                            self.value(value);
                        }
                    }
                    self.b.sp = sp;
                }
            } else {
                let sp = self.b.sp;
                let parts = self.tuple(spec.values[0].unparen());
                for (var, (src, from)) in vars.iter().zip(parts) {
                    let Some(var) = var else { continue };
                    let t = self.obj_ty(*var);
                    let v = self.temp(t);
                    self.convert_assign(v, src, from, t);
                    let place = Place::Global(self.unit.global(*var));
                    self.store(&place, t, v);
                }
                self.b.sp = sp;
            }
            self.b.at(before);
        }
    }

    /// The body of a function that is an instruction.
    pub(super) fn intrinsic_body(&mut self, i: Intrinsic, first: Reg) {
        self.intrinsic_on(i, first);
        self.b.op(Op::Return, 0, 0, 0);
    }

    /// The instruction, with its operands in registers from `first` on, and its result in register 0 if it has one.
    pub(super) fn intrinsic_on(&mut self, i: Intrinsic, first: Reg) {
        match i {
            Intrinsic::Unary(op) => self.b.op(op, 0, first, 0),
            Intrinsic::Binary2(op) => self.b.op(op, 0, first, first + 1),
            Intrinsic::Same => self.b.mov(0, first, 1),
            Intrinsic::Plain(op) => self.b.op(op, 0, 0, 0),
            Intrinsic::Operand(op) | Intrinsic::Receiver(op) => self.b.op(op, first, 0, 0),
            Intrinsic::ReceiverArg(op) => self.b.op(op, first, first + 1, 0),
            Intrinsic::Done => {
                let n = self.imm(-1);
                self.b.op(Op::WaitGroupAdd, first, n, 0);
            }
        }
    }
}
