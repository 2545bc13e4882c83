//! `go` and `defer`: calls that happen later, with the operands as they are now.

use super::builtin::Intrinsic;
use super::call::{Args, Called, Callee, Receiver};
use super::frame::Gen;
use super::func::Reg;
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
                        let id = self.sig_rtype(&sig);
                        self.b.op_ext(Op::GoClosure, window, closure, 0, Instr::ext(id, 0, 0));
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

    /// `defer f(x)`
    pub(super) fn defer(&mut self, e: &Expr) {
        let sp = self.b.sp;
        let ExprKind::Call(c) = &e.unparen().kind else { return };
        let direct = c.args.is_empty() && self.is_func_value(c);
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
            self.builtin_thunk(id, e, c, dst);
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
            self.b.sp = sp;
            return dst;
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
        let func = match self.intrinsic(c.fun).filter(|_| sig.results.is_empty() && out.is_none()) {
            Some(i) => self.intrinsic_thunk(i, &classes, e.span),
            None => self.thunk_function(&callee, &sig, &classes, Inside { head, out, drops, copies }, e.span),
        };
        self.make_closure(dst, func, base, &classes);
        self.b.sp = sp;
        dst
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
            let first = if n > 0 { g.b.alloc(&classes[..head as usize]) } else { 0 };
            if head > 0 {
                g.load_capture(first, 0, head);
            }
            if copies {
                g.b.op(Op::NilCheck, first + 1, 0, 0);
            }
            let mut window = vec![RegClass::Scalar; FRAME_HEADER as usize];
            for &t in sig.results.iter() {
                let t = g.subst_ty(t);
                window.extend(g.classes(t));
            }
            let args = window.len() as u16;
            let iface = matches!(callee, Callee::Iface { .. });
            if iface {
                window.push(RegClass::Pointer);
            }
            window.extend(&classes[head as usize..]);
            let base = g.b.alloc(&window);
            let args = base + args + u16::from(iface);
            if n > head {
                g.load_capture(args, head, n - head);
            }
            let callee = match callee {
                Callee::Closure(_) => Callee::Closure(first),
                Callee::Iface { name, .. } => Callee::Iface { iface: first, name },
                other => other,
            };
            g.emit_call(&callee, &sig, base);
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
}
