//! `go` and `defer`: calls that happen later, with the operands as they are now.

use super::builtin::Intrinsic;
use super::call::{Args, Called, Callee, Receiver};
use super::frame::Gen;
use super::func::Reg;
use super::open_defer::{Plain, Thunk};
use super::task::Out;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncId, Instr, Op, RegClass};
use crate::check::CallKind;
use crate::types::Signature;

/// What a call thunk captures, and does with the results.
struct Inside<'a> {
    /// How many of the captured words are the callee.
    head: u16,
    /// Where the results go, if they are wanted.
    out: Option<&'a Out>,
    /// Whether the result is a task of which nobody keeps the handle.
    drops: bool,
    /// Whether the method is one of what the pointer in the interface points to.
    copies: bool,
}

/// Where the operands of a call are that have been put aside.
#[derive(Clone, Copy)]
pub(super) enum Words {
    /// In the closure that makes the call.
    Captured,
    /// In registers from this one on.
    At(Reg),
}

impl Gen<'_, '_> {
    /// `go f(x)`
    pub(super) fn go(&mut self, e: &Expr) {
        let sp = self.b.sp;
        let ExprKind::Call(c) = &e.unparen().kind else { return };
        let plain = self.unit.info().call_kind(c.fun.id) == CallKind::Call
            && self.intrinsic(&c.fun).is_none()
            && self.unit.chk.task_form(&c.fun).is_none()
            && !self.unit.chk.starts_task(e);
        if plain {
            let sig = self.signature(&c.fun);
            let (callee, receiver) = self.callee(&c.fun);
            if let Callee::Static(_) | Callee::Closure(_) = callee {
                let (window, args) = self.window(&sig, &receiver, &callee);
                let args = self.receiver(&receiver, args);
                self.args(Args::of(c), &sig, args);
                self.b.at(e.span);
                match callee {
                    Callee::Static(func) => self.b.op_wide(Op::Go, window, func.0, None),
                    Callee::Closure(closure) => {
                        // Go starts the function itself only if it neither takes nor gives anything, and dies of one
                        // that is nil. Else a nil function panics in the goroutine.
                        let done = self.b.label();
                        let itself = sig.params.is_empty() && sig.results.is_empty();
                        if !itself && !matches!(c.fun.unparen().kind, ExprKind::FuncLit(_)) {
                            let call = self.b.label();
                            self.b.branch(Op::JumpTrue, closure, 0, None, call);
                            let func = self.nil_call(e.span);
                            let window = self.b.alloc(&[RegClass::Scalar; FRAME_HEADER as usize]);
                            self.b.op_wide(Op::Go, window, func.0, None);
                            self.b.jump(Op::Jump, done);
                            self.b.place(call);
                        }
                        let id = self.sig_rtype(&sig);
                        self.b.op_ext(Op::GoClosure, window, closure, 0, Instr::ext(id, 0, 0));
                        self.b.place(done);
                    }
                    Callee::Native(_) | Callee::Iface { .. } => {}
                }
                self.b.sp = sp;
                return;
            }
            self.b.sp = sp;
        }
        let thunk = self.call_thunk(e, c);
        let unit = self.unit.types().func([].into(), [].into(), false);
        let id = self.rtype_id(unit);
        let window = self.b.alloc(&[RegClass::Scalar; FRAME_HEADER as usize]);
        self.b.op_ext(Op::GoClosure, window, thunk, 0, Instr::ext(id.0, 0, 0));
        self.b.sp = sp;
    }

    /// A function that calls a nil function.
    fn nil_call(&mut self, span: crate::source::Span) -> FuncId {
        let name = self.name.clone();
        self.synthesize(name, &[], &[], false, span, |g| {
            let nil = g.b.pointer();
            g.b.zero(nil, 1);
            g.b.op(Op::NilCheck, nil, 0, 0);
            g.b.op(Op::Return, 0, 0, 0);
        })
    }

    /// `defer f(x)`. Whether registers have to stay until the function ends.
    pub(super) fn defer(&mut self, e: &Expr) -> bool {
        let sp = self.b.sp;
        let ExprKind::Call(c) = &e.unparen().kind else { return false };
        let direct = c.args.is_empty() && self.is_func_value(c);
        if self.open.is_some() {
            self.defer_in_open(e, c, direct);
            return true;
        }
        let closure = if direct { self.value(&c.fun) } else { self.call_thunk(e, c) };
        self.b.at(e.span);
        match self.cell_reg(super::frame::Key::Synth(super::frame::Synth::Token)) {
            // In the body of a range over a function: the function around owns the record.
            Some(cell) if self.body_of.is_some() => {
                let token = self.b.scalar();
                self.b.op(Op::Load, token, cell, 0);
                self.b.op(Op::Defer, closure, token, 1);
            }
            _ => self.b.op(Op::Defer, closure, 0, 0),
        }
        self.b.sp = sp;
        false
    }

    /// The same in a function whose defers are open-coded.
    fn defer_in_open(&mut self, e: &Expr, c: &Call, direct: bool) {
        let builtin = match self.unit.info().call_kind(c.fun.id) {
            CallKind::Builtin(id) => Some(id),
            _ => None,
        };
        let form = self.unit.chk.task_form(&c.fun);
        if direct {
            // What the variable holds now.
            let closure = self.b.pointer();
            let t = self.ty(&c.fun);
            self.value_as_to(&c.fun, t, closure);
            self.b.sp = closure + 1;
            self.b.at(e.span);
            self.defer_closure_open(closure);
        } else if let Some(id) = builtin {
            let thunk = self.builtin_thunk(id, e, c);
            self.b.at(e.span);
            self.defer_open(thunk, None, e.span);
        } else if let Some(which) = form {
            let closure = self.form_thunk(e, which, None);
            self.b.sp = self.b.sp.max(closure + 1);
            self.b.at(e.span);
            self.defer_closure_open(closure);
        } else {
            let drops = self.unit.chk.starts_task(e);
            let thunk = self.thunk(e, Called { fun: &c.fun, args: Args::of(c) }, None, drops);
            self.b.at(e.span);
            let kept = self.kept_receiver(&c.fun);
            self.defer_open(thunk, kept, e.span);
        }
    }

    /// Whether the call is one of a function literal or variable, without parameters.
    fn is_func_value(&mut self, c: &Call) -> bool {
        if self.unit.info().call_kind(c.fun.id) != CallKind::Call {
            return false;
        }
        match &c.fun.unparen().kind {
            ExprKind::FuncLit(_) => true,
            ExprKind::Ident(_) => {
                let sig = self.signature(&c.fun);
                sig.params.is_empty() && self.func_object(&c.fun).is_none()
            }
            _ => false,
        }
    }

    /// A closure without parameters that makes the call with the operands as they are now.
    fn call_thunk(&mut self, e: &Expr, c: &Call) -> Reg {
        if let CallKind::Builtin(id) = self.unit.info().call_kind(c.fun.id) {
            let dst = self.b.pointer();
            let sp = self.b.sp;
            let thunk = self.builtin_thunk(id, e, c);
            self.make_closure(dst, thunk.func, thunk.base, &thunk.classes);
            self.b.sp = sp;
            return dst;
        }
        match self.unit.chk.task_form(&c.fun) {
            Some(which) => self.form_thunk(e, which, None),
            None => {
                let drops = self.unit.chk.starts_task(e);
                self.call_thunk_into(e, Called { fun: &c.fun, args: Args::of(c) }, None, drops)
            }
        }
    }

    /// The same; where the call's results go, if they are wanted; or whether they are a task of which nobody keeps the handle.
    pub(super) fn call_thunk_into(&mut self, e: &Expr, c: Called<'_>, out: Option<&Out>, drops: bool) -> Reg {
        let dst = self.b.pointer();
        let sp = self.b.sp;
        let thunk = self.thunk(e, c, out, drops);
        self.make_closure(dst, thunk.func, thunk.base, &thunk.classes);
        self.b.sp = sp;
        dst
    }

    /// The function of such a closure, with its captures in registers that stay in use.
    fn thunk(&mut self, e: &Expr, c: Called<'_>, out: Option<&Out>, drops: bool) -> Thunk {
        let sig = self.signature(c.fun);
        let (callee, receiver) = self.callee(c.fun);
        // What the thunk captures: the callee's operand, then the arguments.
        let mut classes = Vec::new();
        let head = match callee {
            Callee::Static(_) | Callee::Native(_) => 0,
            Callee::Closure(_) => {
                classes.push(RegClass::Pointer);
                1
            }
            Callee::Iface { .. } => {
                classes.extend([RegClass::Scalar, RegClass::IfaceData]);
                2
            }
        };
        let mut arg_classes = Vec::new();
        if let Receiver::Method { found, .. } = &receiver {
            let t = self.receiver_type(found);
            arg_classes.extend(self.classes(t));
        }
        for &t in sig.params.iter() {
            let t = self.subst_ty(t);
            arg_classes.extend(self.classes(t));
        }
        classes.extend(&arg_classes);
        if out.is_some() {
            classes.push(RegClass::Pointer);
        }
        let base = self.b.alloc(&classes);
        if self.b.overflow.registers {
            // The function is refused.
            return Thunk { func: FuncId(0), base: 0, classes: Vec::new(), plain: None };
        }
        if let Some(out) = out {
            self.b.mov(base + classes.len() as u16 - 1, out.ptr, 1);
        }
        match callee {
            Callee::Static(_) | Callee::Native(_) => {}
            Callee::Closure(r) => {
                self.b.mov(base, r, 1);
            }
            Callee::Iface { iface, .. } => self.b.mov(base, iface, 2),
        }
        let args = self.receiver(&receiver, base + head);
        self.args(c.args, &sig, args);
        self.b.at(e.span);
        if let Callee::Closure(_) | Callee::Iface { .. } = callee {
            // A nil function or interface panics when the call is made for a function, now for an interface.
            if let Callee::Iface { .. } = callee {
                self.b.op(Op::NilCheck, base, 0, 0);
            }
        }
        let copies = matches!(callee, Callee::Iface { .. }) && self.copies_pointee(c.fun);
        let plain_result = out.is_none() && !drops && !copies;
        match self.intrinsic(c.fun).filter(|_| sig.results.is_empty() && out.is_none()) {
            Some(i) => {
                let func = self.intrinsic_thunk(i, &classes, e.span);
                Thunk { func, base, classes, plain: Some(Plain::Intrinsic(i)) }
            }
            None => {
                let inside = Inside { head, out, drops, copies };
                let func = self.thunk_function(&callee, &sig, &classes, inside, e.span);
                let plain = plain_result.then_some(Plain::Call { callee, sig, head });
                Thunk { func, base, classes, plain }
            }
        }
    }

    /// A closure without parameters that calls the one in a register, and puts the results where `out` says.
    pub(super) fn closure_thunk(
        &mut self,
        closure: Reg,
        sig: &Signature,
        out: &Out,
        span: crate::source::Span,
    ) -> Reg {
        let dst = self.b.pointer();
        let sp = self.b.sp;
        let classes = [RegClass::Pointer; 2];
        let base = self.b.alloc(&classes);
        self.b.mov(base, closure, 1);
        self.b.mov(base + 1, out.ptr, 1);
        let inside = Inside { head: 1, out: Some(out), drops: false, copies: false };
        let func = self.thunk_function(&Callee::Closure(base), sig, &classes, inside, span);
        self.make_closure(dst, func, base, &classes);
        self.b.sp = sp;
        dst
    }

    /// `dst` = a closure of `func` that captures registers.
    pub(super) fn make_closure(&mut self, dst: Reg, func: FuncId, base: Reg, classes: &[RegClass]) {
        let layout = self.unit.closure_layout(classes);
        let n = classes.len() as u64;
        let ext = Instr(u64::from(base) | n << 16 | u64::from(layout.0) << 32);
        self.b.op_wide(Op::MakeClosure, dst, func.0, Some(ext));
    }

    /// The function of a call thunk of an instruction without results: loads its operands and executes it.
    fn intrinsic_thunk(&mut self, i: Intrinsic, classes: &[RegClass], span: crate::source::Span) -> FuncId {
        let (name, classes) = (self.name.clone(), classes.to_vec());
        self.synthesize(name, &[], &[], true, span, move |g| {
            let first = g.b.alloc(&classes);
            g.load_capture(first, 0, classes.len() as u16);
            g.intrinsic_body(i, first);
        })
    }

    /// The function of a call thunk: loads what it captured and calls.
    fn thunk_function(
        &mut self,
        callee: &Callee,
        sig: &Signature,
        classes: &[RegClass],
        inside: Inside<'_>,
        span: crate::source::Span,
    ) -> FuncId {
        let Inside { head, out, drops, copies } = inside;
        let name = self.name.clone();
        let sig = sig.clone();
        let out = out.map(|out| out.results.clone());
        // The last capture is where the results go.
        let n = classes.len() as u16 - u16::from(out.is_some());
        let classes = classes[..usize::from(n)].to_vec();
        let callee = match *callee {
            Callee::Static(f) => Callee::Static(f),
            Callee::Native(f) => Callee::Native(f),
            Callee::Closure(r) => Callee::Closure(r),
            Callee::Iface { iface, name } => Callee::Iface { iface, name },
        };
        self.synthesize(name, &[], &[], true, span, move |g| {
            if copies {
                let iface = g.b.alloc(&[RegClass::Scalar, RegClass::IfaceData]);
                g.load_capture(iface, 0, 2);
                g.b.op(Op::NilCheck, iface + 1, 0, 0);
            }
            let base = g.call_again(&callee, &sig, head, &classes, Words::Captured);
            if drops {
                g.discard(base + FRAME_HEADER);
            }
            if let Some(results) = &out {
                let ptr = g.b.pointer();
                g.load_capture(ptr, n, 1);
                let mut src = base + FRAME_HEADER;
                for &(t, off) in results {
                    g.store_mem(ptr, off, src, t);
                    src += g.slots(t);
                }
            }
            g.b.op(Op::Return, 0, 0, 0);
        })
    }

    /// Makes a call whose operands (of these classes; the first `head` are the callee) have been put aside. Gives the
    /// call's window.
    pub(super) fn call_again(
        &mut self,
        callee: &Callee,
        sig: &Signature,
        head: u16,
        classes: &[RegClass],
        words: Words,
    ) -> Reg {
        let n = classes.len() as u16;
        let first = match words {
            Words::At(base) => base,
            Words::Captured if n == 0 => 0,
            Words::Captured => self.b.alloc(&classes[..usize::from(head)]),
        };
        if let Words::Captured = words
            && head > 0
        {
            self.load_capture(first, 0, head);
        }
        let mut window = vec![RegClass::Scalar; FRAME_HEADER as usize];
        for &t in sig.results.iter() {
            let t = self.subst_ty(t);
            window.extend(self.classes(t));
        }
        let args = window.len() as u16;
        let iface = matches!(callee, Callee::Iface { .. });
        if iface {
            window.push(RegClass::Pointer);
        }
        window.extend(&classes[usize::from(head)..]);
        let base = self.b.alloc(&window);
        let args = base + args + u16::from(iface);
        match words {
            Words::Captured if n > head => self.load_capture(args, head, n - head),
            Words::Captured => {}
            Words::At(from) => self.b.mov(args, from + head, n - head),
        }
        let callee = match *callee {
            Callee::Closure(_) => Callee::Closure(first),
            Callee::Iface { name, .. } => Callee::Iface { iface: first, name },
            Callee::Static(func) => Callee::Static(func),
            Callee::Native(native) => Callee::Native(native),
        };
        self.emit_call(&callee, sig, base);
        base
    }
}
