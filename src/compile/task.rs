//! `go f(x)` as an expression: a task.
//!
//! The call becomes a closure without parameters that puts f's results into an object that the task keeps; starting it is a
//! call of a function of package phasync, whose record of the task is the expression's value.

use super::call::{Args, Called};
use super::frame::Gen;
use super::func::Reg;
use crate::ast::{Call, Expr, ExprKind};
use crate::bytecode::{FRAME_HEADER, Op, RegClass};
use crate::check::tasks::{TaskForm, Wide};
use crate::source::{Span, Symbol, sym};
use crate::types::{Field, PkgId, Type, TypeId};

/// Where the results of a call go: the register with the object's address, and type and offset of each.
pub(super) struct Out {
    pub(super) ptr: Reg,
    pub(super) results: Vec<(TypeId, u64)>,
}

/// A call that has rules of its own: it becomes a call of a function of package phasync with other operands.
pub(super) struct Form {
    func: &'static str,
    /// The operands of that call.
    classes: Vec<RegClass>,
    gives: Gives,
}

/// What the function that is called instead gives.
enum Gives {
    /// The record of a task, which is the result.
    Task,
    /// The address of an object with the results.
    Object(Vec<TypeId>),
}

/// The name of a function as an interface, before the address of results and their number.
const STARTS: [RegClass; 5] =
    [RegClass::Pointer, RegClass::Pointer, RegClass::Scalar, RegClass::Scalar, RegClass::IfaceData];

impl Gen<'_, '_> {
    /// `dst` = the task that `go call` starts.
    pub(super) fn go_task(&mut self, call: &Expr, t: TypeId, dst: Reg) {
        let ExprKind::Call(c) = &call.unparen().kind else { return };
        let sp = self.b.sp;
        let form = self.spawning("spawn");
        let (window, args) = self.form_window(&form);
        let which = self.unit.chk.task_form(&c.fun);
        self.spawn_operands(call, Called { fun: &c.fun, args: Args::of(c) }, which, t, args);
        self.finish_form(&form, window, call.span);
        self.b.mov(dst, window + FRAME_HEADER, 1);
        self.b.sp = sp;
    }

    /// A call that has rules of its own, the expression `e`. Gives the register of the first result.
    pub(super) fn form_call(&mut self, e: &Expr, c: &Call, which: TaskForm) -> Reg {
        let form = self.form(c, which);
        let first = match &form.gives {
            Gives::Task => self.b.pointer(),
            Gives::Object(results) => {
                let classes: Vec<RegClass> = results.iter().flat_map(|&t| self.classes(t)).collect();
                self.b.alloc(&classes)
            }
        };
        let sp = self.b.sp;
        let (window, args) = self.form_window(&form);
        let done = self.done_first_in_call(c);
        self.form_operands(e, c, which, args);
        self.forget_done(done);
        let before = self.b.at(e.span);
        self.finish_form(&form, window, e.span);
        self.take_results(&form, window, first);
        self.b.at(before);
        self.b.sp = sp;
        first
    }

    /// A closure that makes such a call with the operands as they are now, and puts the results where `out` says.
    pub(super) fn form_thunk(&mut self, e: &Expr, which: TaskForm, out: Option<&Out>) -> Reg {
        let dst = self.b.pointer();
        let ExprKind::Call(c) = &e.unparen().kind else { return dst };
        let sp = self.b.sp;
        let form = self.form(c, which);
        let mut classes = form.classes.clone();
        classes.extend(out.map(|_| RegClass::Pointer));
        let base = self.b.alloc(&classes);
        self.form_operands(e, c, which, base);
        let n = form.classes.len() as u16;
        if let Some(out) = out {
            self.b.mov(base + n, out.ptr, 1);
        }
        let (name, span, results) = (self.name.clone(), e.span, out.map(|out| out.results.clone()));
        let func = self.synthesize(name, &[], &[], true, span, move |g| {
            let (window, args) = g.form_window(&form);
            g.load_capture(args, 0, n);
            g.finish_form(&form, window, span);
            match results {
                Some(results) => {
                    let classes: Vec<RegClass> = results.iter().flat_map(|&(t, _)| g.classes(t)).collect();
                    let mut src = g.b.alloc(&classes);
                    g.take_results(&form, window, src);
                    let ptr = g.b.pointer();
                    g.load_capture(ptr, n, 1);
                    for &(t, off) in &results {
                        g.store_mem(ptr, off, src, t);
                        src += g.slots(t);
                    }
                }
                None if matches!(form.gives, Gives::Task) => g.discard(window + FRAME_HEADER),
                None => {}
            }
            g.b.op(Op::Return, 0, 0, 0);
        });
        self.make_closure(dst, func, base, &classes);
        self.b.sp = sp;
        dst
    }

    /// What a call that has rules of its own becomes.
    fn form(&mut self, c: &Call, which: TaskForm) -> Form {
        match which {
            TaskForm::Go => self.spawning("spawnNow"),
            TaskForm::Await => {
                let t = c.args.first().map_or(TypeId::INVALID, |arg| self.ty(arg));
                let results = self.unit.types().task_results(t).unwrap_or_default().to_vec();
                Form { func: "awaitOut", classes: vec![RegClass::Pointer], gives: Gives::Object(results) }
            }
            TaskForm::Wide(wide) => {
                let sig = self.signature(&c.fun);
                let mut classes = match wide {
                    Wide::ScopeGo => vec![RegClass::Pointer],
                    _ => sig.params.iter().rev().skip(1).flat_map(|&t| self.classes(t)).collect(),
                };
                let starts = |func| (func, STARTS.as_slice());
                let (func, more) = match wide {
                    Wide::Run => ("runOut", &STARTS[..2]),
                    Wide::Protect => ("protectOut", &STARTS[..2]),
                    Wide::FromContext => ("fromContextOut", &STARTS[..2]),
                    Wide::Try => ("tryOut", &[RegClass::Pointer; 3][..]),
                    Wide::Service => starts("startService"),
                    Wide::After => starts("startAfter"),
                    Wide::ScopeGo => starts("startIn"),
                };
                classes.extend(more);
                let gives = match more.len() {
                    2 | 3 => Gives::Object(sig.results.iter().map(|&t| self.subst_ty(t)).collect()),
                    _ => Gives::Task,
                };
                Form { func, classes, gives }
            }
        }
    }

    /// The form of what starts a task: a closure, where the results go, a name, how many results.
    fn spawning(&mut self, func: &'static str) -> Form {
        let mut classes = vec![RegClass::Pointer; 3];
        classes.extend([RegClass::Scalar; 2]);
        Form { func, classes, gives: Gives::Task }
    }

    /// Puts the operands of a form into registers.
    fn form_operands(&mut self, e: &Expr, c: &Call, which: TaskForm, args: Reg) {
        let Some((first, rest)) = c.args.split_first() else {
            return self.unit.bug(e.span, "a form without operands");
        };
        match which {
            TaskForm::Await => self.value_to(first, args),
            TaskForm::Go => {
                let given = Args { list: rest, spread: c.ellipsis.is_some() };
                let t = self.ty(e);
                self.spawn_operands(e, Called { fun: first, args: given }, None, t, args);
            }
            TaskForm::Wide(wide) => self.wide_operands(c, wide, args),
        }
    }

    /// The operands of a function that starts a task, which calls `c`; that may be a call that has rules of its own.
    fn spawn_operands(&mut self, e: &Expr, c: Called<'_>, which: Option<TaskForm>, t: TypeId, args: Reg) {
        let results: Vec<TypeId> = match self.unit.types().task_results(t) {
            Some(results) => results.to_vec(),
            None => return self.unit.bug(e.span, "a task of no type"),
        };
        let sp = self.b.sp;
        let name = match c.fun.unparen().kind {
            ExprKind::FuncLit(_) => format!("{}.func", self.name),
            _ => crate::ast::expr_string(c.fun),
        };
        let out = (!results.is_empty()).then(|| self.results_object(&results));
        let thunk = match which {
            Some(which) => self.form_thunk(e, which, out.as_ref()),
            None => self.call_thunk_into(e, c, out.as_ref(), false),
        };
        self.b.mov(args, thunk, 1);
        match out {
            Some(out) => self.b.mov(args + 1, out.ptr, 1),
            None => self.b.zero(args + 1, 1),
        }
        let name = self.unit.string(name.as_bytes());
        self.b.op_wide(Op::LoadString, args + 2, name, None);
        self.b.constant(args + 4, results.len() as u64);
        self.b.sp = sp;
    }

    /// The operands of a call of a function of package phasync that is given a function with many results.
    fn wide_operands(&mut self, c: &Call, wide: Wide, mut args: Reg) {
        let Some((fun, leading)) = c.args.split_last() else { return };
        let want = self.signature(&c.fun);
        let sp = self.b.sp;
        if wide == Wide::ScopeGo {
            let (_, receiver) = self.callee(&c.fun);
            args = self.receiver(&receiver, args);
        }
        for (arg, &t) in leading.iter().zip(want.params.iter()) {
            let t = self.subst_ty(t);
            self.value_as_to(arg, t, args);
            args += self.slots(t);
        }
        let sig = self.signature(fun);
        let mut results: Vec<TypeId> = sig.results.iter().map(|&t| self.subst_ty(t)).collect();
        let own = results.len();
        if wide == Wide::Try && want.results.len() > own {
            results.push(TypeId::ERROR);
        }
        let closure = self.value(fun);
        let mut out = self.results_object(&results);
        let last = out.results.last().map_or(0, |&(_, off)| off);
        out.results.truncate(own);
        let thunk = self.closure_thunk(closure, &sig, &out, fun.span);
        self.b.mov(args, thunk, 1);
        self.b.mov(args + 1, out.ptr, 1);
        match wide {
            Wide::Run | Wide::Protect | Wide::FromContext => {}
            Wide::Try => {
                let err = self.address(out.ptr, last);
                self.b.mov(args + 2, err, 1);
            }
            Wide::Service | Wide::After | Wide::ScopeGo => {
                self.b.constant(args + 2, own as u64);
                let t = self.ty(fun);
                self.make_iface(args + 3, closure, t);
            }
        }
        self.b.sp = sp;
    }

    /// Registers for the call that a form becomes: its window, and its first operand.
    fn form_window(&mut self, form: &Form) -> (Reg, Reg) {
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        classes.push(RegClass::Pointer);
        classes.extend(&form.classes);
        let window = self.b.alloc(&classes);
        (window, window + FRAME_HEADER + 1)
    }

    /// Makes the call that a form becomes.
    fn finish_form(&mut self, form: &Form, window: Reg, span: Span) {
        let before = self.b.at(span);
        match self.unit.phasync_func(form.func) {
            Some(func) => self.b.op_wide(Op::Call, window, func.0, None),
            None => self.unit.bug(span, "package phasync lacks what a form becomes"),
        }
        self.b.at(before);
    }

    /// Puts the results of a form into registers.
    fn take_results(&mut self, form: &Form, window: Reg, mut dst: Reg) {
        let given = window + FRAME_HEADER;
        match &form.gives {
            Gives::Task => self.b.mov(dst, given, 1),
            Gives::Object(results) => {
                let (_, offsets) = self.results_layout(results);
                for (&t, off) in results.iter().zip(offsets) {
                    self.load_mem(dst, given, off, t);
                    dst += self.slots(t);
                }
            }
        }
    }

    /// Calls a function of package phasync that starts a task of which nobody keeps the handle.
    pub(super) fn drop_task(&mut self, e: &Expr) {
        let task = self.value(e);
        self.b.at(e.span);
        self.discard(task);
    }

    /// Says that nobody keeps the handle of a task.
    pub(super) fn discard(&mut self, task: Reg) {
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        classes.push(RegClass::Pointer);
        let window = self.b.alloc(&classes);
        self.b.mov(window + FRAME_HEADER, task, 1);
        match self.unit.phasync_func("discard") {
            Some(func) => self.b.op_wide(Op::Call, window, func.0, None),
            None => self.unit.bug(Span::NONE, "package phasync lacks discard"),
        }
    }

    /// A new object with room for results.
    fn results_object(&mut self, results: &[TypeId]) -> Out {
        let (object, offsets) = self.results_layout(results);
        let ptr = self.b.pointer();
        self.new_object(ptr, object);
        Out { ptr, results: results.iter().copied().zip(offsets).collect() }
    }

    /// The type of an object with room for results, and where in it they are.
    fn results_layout(&mut self, results: &[TypeId]) -> (TypeId, Vec<u64>) {
        let fields: Vec<Field> = results
            .iter()
            .map(|&ty| Field { name: sym::BLANK, pkg: PkgId::UNIVERSE, ty, embedded: false, tag: "".into() })
            .collect();
        let object = self.unit.types().intern(Type::Struct(fields.into()));
        let object = self.unit.types().canon(object);
        let offsets = self.rtype(object).fields.iter().map(|field| field.off).collect();
        (object, offsets)
    }
}

impl super::unit::Unit<'_> {
    /// A function of package phasync that the compiler calls.
    pub(super) fn phasync_func(&mut self, name: &str) -> Option<crate::bytecode::FuncId> {
        let obj = self.chk.phasync_object(Symbol::intern(name))?;
        Some(self.func(obj, [].into()))
    }
}
