//! `go f(x)` as an expression: a task.
//!
//! The call becomes a closure without parameters that puts f's results into an object that the task keeps; starting it is a
//! call of a function of package phasync, whose record of the task is the expression's value.

use super::call::{Args, Called};
use super::frame::Gen;
use super::func::Reg;
use crate::ast::{Call, Expr, ExprKind};
use crate::bytecode::{FRAME_HEADER, Op, RegClass};
use crate::source::{Symbol, sym};
use crate::types::{Field, PkgId, Type, TypeId};

/// Where the results of a call go: the register with the object's address, and type and offset of each.
pub(super) struct Out {
    pub(super) ptr: Reg,
    pub(super) results: Vec<(TypeId, u64)>,
}

impl Gen<'_, '_> {
    /// `dst` = the task that `go call` starts.
    pub(super) fn go_task(&mut self, call: &Expr, t: TypeId, dst: Reg) {
        let ExprKind::Call(c) = &call.unparen().kind else { return };
        self.start_task(call, Called { fun: &c.fun, args: Args::of(c) }, t, "spawn", dst);
    }

    /// A call of phasync.Go: its first argument is called with the others. Gives the register of the task.
    pub(super) fn go_now(&mut self, e: &Expr, c: &Call) -> Reg {
        let dst = self.b.pointer();
        let Some((fun, args)) = c.args.split_first() else {
            self.unit.bug(e.span, "a task without function");
            return dst;
        };
        let args = Args { list: args, spread: c.ellipsis.is_some() };
        let t = self.ty(e);
        self.start_task(e, Called { fun, args }, t, "spawnNow", dst);
        dst
    }

    /// A call of await: gives the register of the first result.
    pub(super) fn await_task(&mut self, e: &Expr, c: &Call) -> Reg {
        let Some(arg) = c.args.first() else {
            self.unit.bug(e.span, "await of nothing");
            return self.b.sp;
        };
        let t = self.ty(arg);
        let results: Vec<TypeId> = self.unit.types().task_results(t).unwrap_or_default().to_vec();
        let classes: Vec<RegClass> = results.iter().flat_map(|&t| self.classes(t)).collect();
        let first = self.b.alloc(&classes);
        let sp = self.b.sp;
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        classes.extend([RegClass::Pointer; 2]);
        let window = self.b.alloc(&classes);
        let out = window + FRAME_HEADER;
        self.value_to(arg, out + 1);
        let before = self.b.at(e.span);
        match self.unit.phasync_func("awaitOut") {
            Some(func) => self.b.op_wide(Op::Call, window, func.0, None),
            None => self.unit.bug(e.span, "package phasync lacks awaitOut"),
        }
        let (_, offsets) = self.results_layout(&results);
        let mut dst = first;
        for (&t, off) in results.iter().zip(offsets) {
            self.load_mem(dst, out, off, t);
            dst += self.slots(t);
        }
        self.b.at(before);
        self.b.sp = sp;
        first
    }

    /// `dst` = the task that calls `c`, the expression `e`, which `spawn` of package phasync starts.
    fn start_task(&mut self, e: &Expr, c: Called<'_>, t: TypeId, spawn: &str, dst: Reg) {
        let results: Vec<TypeId> = match self.unit.types().task_results(t) {
            Some(results) => results.to_vec(),
            None => return self.unit.bug(e.span, "a task of no type"),
        };
        let sp = self.b.sp;
        // The header, the record, then what spawn is given: the closure, where the results go, a name, how many results.
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        classes.extend([RegClass::Pointer; 4]);
        classes.extend([RegClass::Scalar; 2]);
        let window = self.b.alloc(&classes);
        let args = window + FRAME_HEADER;
        let out = (!results.is_empty()).then(|| self.results_object(&results));
        let thunk = self.call_thunk_into(e, c, out.as_ref());
        self.b.mov(args + 1, thunk, 1);
        match out {
            Some(out) => self.b.mov(args + 2, out.ptr, 1),
            None => self.b.zero(args + 2, 1),
        }
        let name = match c.fun.unparen().kind {
            ExprKind::FuncLit(_) => format!("{}.func", self.name),
            _ => crate::check::expr_string(c.fun),
        };
        let name = self.unit.string(name.as_bytes());
        self.b.op_wide(Op::LoadString, args + 3, name, None);
        self.b.constant(args + 5, results.len() as u64);
        self.b.at(e.span);
        match self.unit.phasync_func(spawn) {
            Some(func) => self.b.op_wide(Op::Call, window, func.0, None),
            None => self.unit.bug(e.span, "package phasync cannot start tasks"),
        }
        self.b.mov(dst, args, 1);
        self.b.sp = sp;
    }

    /// Calls a function of package phasync that starts a task of which nobody keeps the handle.
    pub(super) fn drop_task(&mut self, e: &Expr) {
        let task = self.value(e);
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        classes.push(RegClass::Pointer);
        let window = self.b.alloc(&classes);
        self.b.mov(window + FRAME_HEADER, task, 1);
        self.b.at(e.span);
        match self.unit.phasync_func("discard") {
            Some(func) => self.b.op_wide(Op::Call, window, func.0, None),
            None => self.unit.bug(e.span, "package phasync lacks discard"),
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
