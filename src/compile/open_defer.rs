//! Open-coded defers: calls that are deferred in a function's outermost block, and made by the code of its ends.
//!
//! Such a call needs no record: its operands stay in registers of the frame, and which calls are outstanding is known at
//! each instruction ([`OpenSite::outstanding`]). When a panic comes by, the unwinder makes the records, and goes on as with all
//! others.
//!
//! Which functions have open-coded defers, beyond what is said at [`shape`], is Go's choice too: it can be seen in
//! traces, where the frame of a function that is left stands at the return statement if they are, else at the closing brace.

use std::rc::Rc;

use super::builtin::Intrinsic;
use super::call::Callee;
use super::deferred::Words;
use super::frame::{Gen, Key, Var};
use super::func::Reg;
use super::unit::Unit;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncId, Instr, Op, OpenSite, RegClass};
use crate::source::Span;
use crate::types::Signature;

/// How a function defers calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Open-coded.
    Open,
    /// With records, where Go's compiler has them open-coded: in a block that may not be entered.
    Records,
    /// With records, as in Go: in loops, or too many.
    Runtime,
}

/// The most deferred calls that are open-coded, and the most calls in all ends of the function.
const MOST: usize = 8;
const MOST_IN_ENDS: usize = 15;

/// How a function with this body defers calls, some of which may be deferred by bodies of ranges over functions.
pub(super) fn shape(body: &Block) -> Shape {
    let outermost = body.stmts.iter().filter(|s| matches!(s.kind, StmtKind::Defer(_))).count();
    let mut seen = Seen::default();
    body.stmts.iter().for_each(|s| seen.visit_stmt(s));
    if seen.in_loops || seen.defers > MOST || seen.defers * seen.returns > MOST_IN_ENDS {
        Shape::Runtime
    } else if seen.gotos || seen.defers != outermost {
        Shape::Records
    } else {
        Shape::Open
    }
}

#[derive(Default)]
struct Seen {
    loops: u32,
    defers: usize,
    returns: usize,
    in_loops: bool,
    gotos: bool,
}

impl Visitor for Seen {
    fn visit_expr(&mut self, e: &Expr) {
        // Literals are functions of their own.
        if !matches!(e.kind, ExprKind::FuncLit(_)) {
            walk_expr(self, e);
        }
    }

    fn visit_stmt(&mut self, s: &Stmt) {
        let is_loop = matches!(s.kind, StmtKind::For(_) | StmtKind::Range(_));
        match &s.kind {
            StmtKind::Defer(_) => {
                self.defers += 1;
                self.in_loops |= self.loops > 0;
            }
            StmtKind::Return(_) => self.returns += 1,
            StmtKind::Branch { kind: BranchKind::Goto, .. } => self.gotos = true,
            _ => {}
        }
        self.loops += u32::from(is_loop);
        walk_stmt(self, s);
        self.loops -= u32::from(is_loop);
    }
}

/// The open-coded defers of a function in the making, or of one that is made in place in it.
#[derive(Default)]
pub(super) struct Open {
    sites: Vec<Site>,
}

struct Site {
    /// Its number in the function.
    number: usize,
    /// The operands: registers that keep them until the function ends.
    base: Reg,
    /// Behind them: no window of a call begins below while this one is outstanding, or made.
    top: Reg,
    what: What,
    /// The function of the closure that the record would have, whose code the call's is for those who ask where it stands,
    /// and the place of the `defer` statement.
    thunk: Option<(FuncId, Span)>,
}

/// A deferred call, as the ends of the function make it.
enum What {
    /// A closure without parameters.
    Closure,
    /// An instruction.
    Intrinsic(Intrinsic),
    /// `close` of a channel.
    Close(Span),
    /// A call with operands, of which the first so many are the callee.
    Call { callee: Callee, sig: Rc<Signature>, head: u16, classes: Vec<RegClass> },
    /// All else: by the closure that the record would have.
    Thunk { func: FuncId, classes: Vec<RegClass> },
}

/// A closure that makes a deferred call: its function, and the registers that it captures.
pub(super) struct Thunk {
    pub(super) func: FuncId,
    pub(super) base: Reg,
    pub(super) classes: Vec<RegClass>,
    /// What it does, if the code of the function can do that as well.
    pub(super) plain: Option<Plain>,
}

/// See [`What`].
pub(super) enum Plain {
    Close(Span),
    Intrinsic(Intrinsic),
    Call { callee: Callee, sig: Rc<Signature>, head: u16 },
}

impl Unit<'_> {
    /// Whether nothing that a body defers can recover: it unlocks locks, and tells wait groups.
    pub(super) fn never_recovers(&mut self, body: &Block) -> bool {
        body.stmts.iter().all(|s| match &s.kind {
            StmtKind::Defer(call) => self.is_instruction_that_ends(call),
            _ => true,
        })
    }

    /// Whether a call is one of the instructions with which something of package sync ends.
    pub(super) fn is_instruction_that_ends(&mut self, call: &Expr) -> bool {
        let ExprKind::Call(c) = &call.unparen().kind else { return false };
        let instruction = self.called_function(&c.fun).and_then(|obj| self.intrinsic_of(obj));
        matches!(
            instruction,
            Some(Intrinsic::Done | Intrinsic::Receiver(Op::MutexUnlock | Op::RwUnlock | Op::RwRUnlock))
        )
    }
}

impl Gen<'_, '_> {
    /// Begins a function whose defers are open-coded.
    pub(super) fn begin_open(&mut self) {
        self.open = Some(Open::default());
    }

    /// Defers a call of the closure in a register.
    pub(super) fn defer_closure_open(&mut self, closure: Reg) {
        let record = OpenSite { outstanding: Vec::new(), makes: None, base: closure, n: 1 };
        self.defer_site(What::Closure, None, record);
    }

    /// The register of the variable that the receiver of a method is reached through, if it keeps what it has.
    pub(super) fn kept_receiver(&self, method: &Expr) -> Option<Reg> {
        let mut e = method.unparen();
        while let ExprKind::Selector(s) = &e.kind {
            e = s.x.unparen();
        }
        let var = self.unit.info().use_of(e.as_ident()?.id)?;
        match self.vars.get(&Key::Obj(var)) {
            Some(&Var::Reg(reg)) if !self.facts.assigned(var) => Some(reg),
            _ => None,
        }
    }

    /// Defers the call that a closure would make. The registers with its operands must stay. `kept` is one of a variable that
    /// nothing is assigned to, which may be the receiver.
    pub(super) fn defer_open(&mut self, thunk: Thunk, kept: Option<Reg>, span: Span) {
        let Thunk { func, mut base, classes, plain } = thunk;
        // A variable that keeps its value is as good as a copy of it.
        if let (Some(Plain::Intrinsic(_)), [_]) = (&plain, &classes[..])
            && let Some(kept) = kept
            && self.b.take_move(base, kept)
        {
            base = kept;
        }
        let layout = self.unit.closure_layout(&classes).0;
        let record =
            OpenSite { outstanding: Vec::new(), makes: Some((func, layout)), base, n: classes.len() as u16 };
        let what = match plain {
            Some(Plain::Close(span)) => What::Close(span),
            Some(Plain::Intrinsic(i)) => What::Intrinsic(i),
            Some(Plain::Call { callee, sig, head }) => What::Call { callee, sig, head, classes },
            None => What::Thunk { func, classes },
        };
        self.defer_site(what, Some((func, span)), record);
    }

    fn defer_site(&mut self, what: What, thunk: Option<(FuncId, Span)>, record: OpenSite) {
        let (base, top) = (record.base, self.b.sp);
        let number = self.b.begin_outstanding(record);
        if let Some(open) = &mut self.open {
            open.sites.push(Site { number, base, top, what, thunk });
        }
    }

    /// Makes the calls that are outstanding at an end of the function, the last first. They are outstanding again in the code
    /// behind the end, see [`Gen::go_on_open`].
    pub(super) fn run_open(&mut self) {
        let Some(open) = self.open.take() else { return };
        for site in open.sites.iter().rev() {
            let sp = self.b.sp;
            // The block in which the calls are deferred may be over; their operands are not.
            self.b.sp = sp.max(site.top);
            self.b.op(Op::Spend, 0, 0, 0);
            self.b.end_outstanding(site.number, true);
            let from = self.b.here();
            let end = site.thunk.map(|(func, span)| (func, self.b.at(span)));
            match &site.what {
                What::Closure => self.call_closure(site.base),
                What::Intrinsic(i) => self.intrinsic_on(*i, site.base),
                What::Close(span) => {
                    let place = self.unit.program.site(*span);
                    self.b.op(Op::CloseChan, site.base, place, 0);
                }
                What::Call { callee, sig, head, classes } => {
                    self.call_again(callee, sig, *head, classes, Words::At(site.base));
                }
                What::Thunk { func, classes } => {
                    let closure = self.b.pointer();
                    self.make_closure(closure, *func, site.base, classes);
                    self.call_closure(closure);
                }
            }
            if let Some((func, span)) = end {
                self.b.at(span);
                self.b.end_in_place(from, func, span);
            }
            self.b.sp = sp;
        }
        self.open = Some(open);
    }

    fn call_closure(&mut self, closure: Reg) {
        let unit = self.unit.types().func([].into(), [].into(), false);
        let id = self.rtype_id(unit);
        let window = self.b.alloc(&[RegClass::Scalar; FRAME_HEADER as usize]);
        self.b.op_ext(Op::CallClosure, window, closure, 0, Instr::ext(id.0, 0, 0));
    }

    /// Makes the frame stand where it does while what is deferred with records runs at an end of the function. Gives where
    /// it stood.
    pub(super) fn at_end(&mut self) -> Option<Span> {
        let before = self.closing.map(|span| self.b.at(span))?;
        // A frame stands in front of where it goes on, and while deferred calls run that is the instruction that runs them.
        self.b.op(Op::Nop, 0, 0, 0);
        Some(before)
    }

    /// The code behind an end of the function: the calls are outstanding.
    pub(super) fn go_on_open(&mut self) {
        let sites = self.open.iter().flat_map(|open| &open.sites);
        sites.for_each(|site| self.b.go_on_outstanding(site.number));
    }

    /// Behind the code of the function no call is outstanding.
    pub(super) fn end_open(&mut self) {
        let open = self.open.take();
        open.iter().flat_map(|open| &open.sites).for_each(|site| self.b.end_outstanding(site.number, false));
    }
}
