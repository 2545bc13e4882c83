//! Open-coded defers: calls that are deferred in a function's outermost block, and made by the code of its ends.
//!
//! Such a call needs no record: its operands stay in registers of the frame, and which calls are outstanding is known at
//! each end of the function. A counter, in a register, tells the unwinder how many are; when a panic comes by, it makes
//! the records ([`OpenDefers`]), and goes on as with all others.
//!
//! Which functions have open-coded defers, beyond what is said at [`shape`], is Go's choice too: it can be seen in
//! traces, where the frame of a function that is left stands at the return statement if they are, else at the closing brace.

use std::rc::Rc;

use super::builtin::Intrinsic;
use super::call::Callee;
use super::deferred::Words;
use super::frame::{Gen, Key, Var};
use super::func::Reg;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncId, Instr, Op, OpenDefers, OpenSite, RegClass};
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

/// The open-coded defers of a function in the making.
pub(super) struct Open {
    /// How many calls are outstanding.
    armed: Reg,
    /// The first instruction at which `armed` has a value: behind the first `defer`. All that stands behind it in the outermost
    /// block is done after it, and what stands before it before.
    from: u32,
    sites: Vec<Site>,
}

struct Site {
    /// The operands: registers that keep them until the function ends.
    base: Reg,
    /// Behind them: no window of a call begins below while this one is outstanding, or made.
    top: Reg,
    what: What,
    /// The function of the closure that the record would have, whose code the call's is for those who ask where it stands,
    /// and the place of the `defer` statement.
    thunk: Option<(FuncId, Span)>,
    /// What the unwinder makes a record of.
    record: OpenSite,
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

impl What {
    /// Whether nobody asks, while this is done, which calls are outstanding: it does not panic, and nothing else is done meanwhile.
    fn never_panics(&self) -> bool {
        let &What::Intrinsic(Intrinsic::Receiver(op)) = self else { return false };
        matches!(op, Op::MutexUnlock | Op::RwUnlock | Op::RwRUnlock)
    }
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

impl Gen<'_, '_> {
    /// Begins a function whose defers are open-coded.
    pub(super) fn begin_open(&mut self) {
        let armed = self.b.scalar();
        self.open = Some(Open { armed, from: u32::MAX, sites: Vec::new() });
    }

    /// Defers a call of the closure in a register.
    pub(super) fn defer_closure_open(&mut self, closure: Reg) {
        let record = OpenSite { makes: None, base: closure, n: 1 };
        self.arm(Site { base: closure, top: self.b.sp, what: What::Closure, thunk: None, record });
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
        let record = OpenSite { makes: Some((func, layout)), base, n: classes.len() as u16 };
        let what = match plain {
            Some(Plain::Close(span)) => What::Close(span),
            Some(Plain::Intrinsic(i)) => What::Intrinsic(i),
            Some(Plain::Call { callee, sig, head }) => What::Call { callee, sig, head, classes },
            None => What::Thunk { func, classes },
        };
        self.arm(Site { base, top: self.b.sp, what, thunk: Some((func, span)), record });
    }

    fn arm(&mut self, site: Site) {
        let Some(open) = &mut self.open else { return };
        open.sites.push(site);
        let (armed, n) = (open.armed, open.sites.len() as u32);
        self.b.op_wide(Op::LoadInt, armed, n, None);
        open.from = open.from.min(self.b.here());
    }

    /// Makes the calls that are outstanding at an end of the function, the last first.
    pub(super) fn run_open(&mut self) {
        let Some(open) = self.open.take() else { return };
        for (left, site) in open.sites.iter().enumerate().rev() {
            let sp = self.b.sp;
            // The block in which the calls are deferred may be over; their operands are not.
            self.b.sp = sp.max(site.top);
            self.b.op(Op::Spend, 0, 0, 0);
            // Behind the last call there is only the return.
            if left > 0 || !site.what.never_panics() {
                self.b.op_wide(Op::LoadInt, open.armed, left as u32, None);
            }
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

    /// What the unwinder has to know.
    pub(super) fn open_defers(&mut self) -> Option<Box<OpenDefers>> {
        let open = self.open.take().filter(|open| !open.sites.is_empty())?;
        let sites = open.sites.iter().map(|site| site.record).collect();
        Some(Box::new(OpenDefers { armed: open.armed, from: open.from, sites }))
    }
}
