//! Calls of small functions, made in place: the body becomes part of the caller's code.
//!
//! The parameters of a [small](super::small) function are the registers that the arguments are in, a `return` puts the results where the
//! call wants them. What can be seen is the same as with a call: the arguments are evaluated first, then one of the budget is spent, and
//! the function's code says in `Function::in_place` which part of it is whose, so that traces show both.
//!
//! Invariant: what may be preempted, or has a place in reports, is told by the flags of functions, so the flags of both are
//! equal; only that a function belongs to the library is asked of it by its own number, see [`takes_in`](super::small).

use std::rc::Rc;

use super::analyze::Analysis;
use super::assign::Assigned;
use super::call::{Callee, FoundKind, Receiver};
use super::frame::{Gen, Key, Var};
use super::func::{Label, Reg};
use super::growth;
use super::open_defer::Open;
use super::small::Small;
use crate::ast::*;
use crate::bytecode::{FuncId, Op};
use crate::source::Span;
use crate::types::{ObjId, PkgId, Signature, Subst, Type, TypeId};

/// Where the body that is being made in place leaves its results, and goes on.
#[derive(Clone, Copy)]
pub(super) struct Exit {
    results: Reg,
    end: Label,
    /// The statement is the last of the body: its return goes on behind it.
    last: bool,
}

/// A call that is made in place.
pub(super) struct Called<'e> {
    pub(super) func: FuncId,
    pub(super) small: Rc<Small>,
    pub(super) call: &'e Call,
    pub(super) receiver: &'e Receiver<'e>,
    pub(super) span: Span,
}

/// What belongs to the function around, while a body is made in place.
struct Around {
    subst: Rc<Subst>,
    facts: Rc<Analysis>,
    pkg: PkgId,
    results: Rc<[TypeId]>,
    named_results: Rc<[Option<ObjId>]>,
    targets: Vec<super::frame::Target>,
    done: Vec<(NodeId, Reg)>,
    site: growth::Site,
    has_defer_ahead: bool,
    recovers: bool,
    open: Option<Open>,
    body_of: Option<super::frame::BodyInfo>,
    in_place: Option<Exit>,
}

impl Gen<'_, '_> {
    /// The function that is called, if the call can be made in place.
    pub(super) fn small_callee(
        &mut self,
        callee: &Callee,
        c: &Call,
        sig: &Signature,
    ) -> Option<(FuncId, Rc<Small>)> {
        let &Callee::Static(func) = callee else { return None };
        if self.unit.st.session || sig.variadic || c.args.len() != sig.params.len() {
            return None;
        }
        let flags = self.flags?;
        let small = self.unit.small(func, flags)?;
        Some((func, small))
    }

    /// Remembers which variables are the functions that they are declared with, for good.
    pub(super) fn bind_literals(&mut self, targets: &[Assigned<'_>], values: &[Expr]) {
        for (target, value) in targets.iter().zip(values) {
            if let (&Assigned::New(var), ExprKind::FuncLit(lit)) = (target, &value.unparen().kind)
                && !self.facts.assigned(var)
            {
                self.literals_bound.insert(var, lit.clone());
            }
        }
    }

    /// The literal that is called, if the call can be made in place: it is that of a variable of this very function, whose
    /// variables, which the literal captures, are the same here as where it was made.
    pub(super) fn small_literal(&mut self, c: &Call, sig: &Signature) -> Option<(FuncId, Rc<Small>)> {
        let var = self.unit.info().use_of(c.fun.unparen().as_ident()?.id)?;
        let lit = self.literals_bound.get(&var)?.clone();
        let func = *self.literal_funcs.get(&lit.id)?;
        if self.unit.st.session || sig.variadic || c.args.len() != sig.params.len() {
            return None;
        }
        if let Some(known) = self.unit.st.small.get(&func) {
            return known.clone().map(|small| (func, small));
        }
        let small = self.look_small_literal(lit).map(Rc::new);
        self.unit.st.small.insert(func, small.clone());
        small.map(|small| (func, small))
    }

    /// Makes the call of a small function in place; gives the register of the first result. `sp` is then behind the results.
    pub(super) fn call_in_place(&mut self, called: &Called<'_>) -> Reg {
        let mut classes = Vec::new();
        for &t in called.small.results.iter() {
            classes.extend(self.classes(t));
        }
        let results = self.b.alloc(&classes);
        let sp = self.b.sp;
        let args = self.args_in_place(called);
        let end = self.b.label();
        let (from, around) = self.go_in(called, args, Some(Exit { results, end, last: false }));
        let stmts = called.small.stmts();
        if called.small.defers {
            self.begin_open();
        }
        for (i, s) in stmts.iter().enumerate() {
            if let Some(exit) = &mut self.in_place {
                exit.last = i + 1 == stmts.len() && matches!(s.kind, StmtKind::Return(_));
            }
            self.stmt(s);
        }
        if self.open.is_some() && !matches!(stmts, [.., Stmt { kind: StmtKind::Return(_), .. }]) {
            self.at(called.small.end(), |g| g.run_open());
        }
        if self.b.is_wanted(end) {
            self.b.place(end);
        }
        self.come_out(called, from, around);
        self.b.sp = sp;
        results
    }

    /// Jumps to `target` if the condition is `when` that a small function returns; false if the expression is no call of one.
    pub(super) fn jump_in_place(&mut self, e: &Expr, when: bool, target: Label) -> bool {
        let ExprKind::Call(c) = &e.kind else { return false };
        let Some(named) = self.unit.called_function(&c.fun) else { return false };
        if !self.is_plain_call(e) || self.unit.chk.task_form(&c.fun).is_some() {
            return false;
        }
        let sig = self.signature(&c.fun);
        let (found, receiver) = if self.unit.is_func(named) {
            let (callee, receiver) = self.callee(&c.fun);
            (self.small_callee(&callee, c, &sig), receiver)
        } else {
            (self.small_literal(c, &sig), Receiver::None)
        };
        let Some((func, small)) = found else { return false };
        let [Stmt { kind: StmtKind::Return(values), .. }] = small.stmts() else { return false };
        let [condition] = &values[..] else { return false };
        let span = self.called_at(e);
        let before = self.b.at(span);
        let done = self.done_first_in_call(c);
        let called = Called { func, small: small.clone(), call: c, receiver: &receiver, span };
        let args = self.args_in_place(&called);
        let (from, around) = self.go_in(&called, args, None);
        self.jump_if(condition, when, target);
        self.come_out(&called, from, around);
        self.forget_done(done);
        self.b.at(before);
        true
    }

    /// Puts into `home` what a small function makes and gives the address of; false if the expression is no call of one.
    pub(super) fn new_in_place(&mut self, e: &Expr, c: &Call, home: Reg) -> bool {
        let sig = self.signature(&c.fun);
        let (callee, receiver) = self.callee(&c.fun);
        let Some((func, small)) = self.small_callee(&callee, c, &sig) else { return false };
        let Some(made) = small.made() else { return false };
        let span = self.called_at(e);
        let before = self.b.at(span);
        let (sp, done) = (self.b.sp, self.done_first_in_call(c));
        let called = Called { func, small: small.clone(), call: c, receiver: &receiver, span };
        let args = self.args_in_place(&called);
        let (from, around) = self.go_in(&called, args, None);
        self.value_to(made, home);
        self.come_out(&called, from, around);
        self.forget_done(done);
        self.b.at(before);
        self.b.sp = sp;
        true
    }

    /// Where the arguments are.
    fn args_in_place(&mut self, called: &Called<'_>) -> Vec<Var> {
        let below = self.b.sp;
        let mut args = Vec::new();
        let small = &called.small;
        let mut params = &small.params[..];
        if let (Receiver::Method { x, found }, [param, rest @ ..]) = (called.receiver, params) {
            let as_it_is = matches!(found.kind, FoundKind::Declared { .. }) && found.path.is_empty();
            let is_followed = small.followed(0).is_some();
            args.push(if let Some(reg) = is_followed.then(|| self.receiver_alias(x, found)).flatten() {
                Var::Alias(reg)
            } else if as_it_is && !param.assigned && self.ty(x) == param.ty {
                Var::Reg(self.value(x))
            } else if let Some(cell) = (!param.assigned).then(|| self.receiver_cell(x, found)).flatten() {
                Var::Reg(cell)
            } else {
                let reg = self.temp(param.ty);
                self.receiver_to(x, found, reg);
                Var::Reg(reg)
            });
            params = rest;
        }
        let first = args.len();
        for (i, (param, arg)) in params.iter().zip(&called.call.args).enumerate() {
            let is_followed = small.followed(first + i).is_some();
            args.push(if let Some(reg) = is_followed.then(|| self.argument_alias(arg)).flatten() {
                Var::Alias(reg)
            } else if param.assigned {
                let reg = self.temp(param.ty);
                self.value_as_to(arg, param.ty, reg);
                Var::Reg(reg)
            } else if let Some(word) = self.constant_word(arg, param.ty) {
                Var::Const(word)
            } else {
                Var::Reg(self.value_as(arg, param.ty))
            });
        }
        let types: Vec<TypeId> = small.params.iter().map(|param| param.ty).collect();
        self.part_from_aliases(&mut args, &types, below);
        args
    }

    /// The argument, if it is a constant that fits an immediate, and is in no register either.
    fn constant_word(&mut self, arg: &Expr, t: TypeId) -> Option<i16> {
        if self.hoisted_reg(arg).is_some() || !matches!(self.shape(t), Type::Basic(_)) {
            return None;
        }
        self.small_word(arg, t)
    }

    /// A `return` in a body that is made in place.
    pub(super) fn return_in_place(&mut self, values: &[Expr], exit: Exit) {
        let results = self.results.clone();
        let mut at = exit.results;
        for (value, &t) in values.iter().zip(results.iter()) {
            self.value_as_to(value, t, at);
            at += self.slots(t);
        }
        self.run_open();
        if !exit.last {
            self.b.jump(Op::Jump, exit.end);
        }
        self.go_on_open();
    }

    /// Spends what a call costs, and begins to compile for the function that is called.
    fn go_in(&mut self, called: &Called<'_>, args: Vec<Var>, exit: Option<Exit>) -> (u32, Around) {
        use std::mem::{replace, take};
        let small = &called.small;
        let from = self.b.here();
        self.at(small.span(), |g| g.b.op(Op::Spend, 0, 0, 0));
        for (param, arg) in small.params.iter().zip(args) {
            self.vars.insert(Key::Obj(param.obj), arg);
        }
        let around = Around {
            subst: replace(&mut self.subst, small.subst.clone()),
            facts: replace(&mut self.facts, small.facts.clone()),
            pkg: replace(&mut self.pkg, small.pkg),
            results: replace(&mut self.results, small.results.clone()),
            named_results: replace(&mut self.named_results, [].into()),
            targets: take(&mut self.targets),
            done: take(&mut self.done),
            site: self.site.replace(called.call.fun.id),
            has_defer_ahead: take(&mut self.has_defer_ahead),
            recovers: take(&mut self.recovers),
            open: self.open.take(),
            body_of: self.body_of.take(),
            in_place: replace(&mut self.in_place, exit),
        };
        (from, around)
    }

    fn come_out(&mut self, called: &Called<'_>, from: u32, around: Around) {
        self.subst = around.subst;
        self.facts = around.facts;
        self.pkg = around.pkg;
        self.results = around.results;
        self.named_results = around.named_results;
        self.targets = around.targets;
        self.done = around.done;
        self.site = around.site;
        self.end_open();
        self.has_defer_ahead = around.has_defer_ahead;
        self.recovers = around.recovers;
        self.open = around.open;
        self.body_of = around.body_of;
        self.in_place = around.in_place;
        self.b.end_in_place(from, called.func, called.span);
    }
}
