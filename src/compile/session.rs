//! Entries of interactive sessions: steps that are marked, values that are shown, functions that replace others.

use hashbrown::HashMap;
use std::rc::Rc;

use super::call::{Callee, Found, FoundKind};
use super::frame::Gen;
use super::unit::{State, Unit};
use crate::ast::Expr;
use crate::bytecode::{FRAME_HEADER, FuncId, Op, RegClass};
use crate::check::Checker;
use crate::check::session::Entry;
use crate::heap::{LayoutId, RMethod};
use crate::types::{ObjId, Type, TypeId};
use crate::vm::{GlobalId, Machine, Program};

/// The function of package fmt that makes the texts of values, and the variable that it puts them into.
const SHOW: &str = "show";
const SHOWN: &str = "shown";

/// An entry, to be run.
#[derive(Clone, Copy, Debug)]
pub struct Started {
    /// What runs it.
    pub func: FuncId,
    /// A byte for each step: 1 when it has been done.
    pub marks: GlobalId,
}

impl State {
    /// What runs an accepted entry. Earlier code means the functions that the entry puts in the place of others from now on.
    pub fn entry(&mut self, chk: &mut Checker, machine: &mut Machine, entry: &Entry) -> Started {
        self.session = true;
        let steps = entry.program.steps() as u64;
        let marks = machine.program.global(steps, LayoutId::NONE);
        let func = self.start_marked(&mut machine.program, entry.program.clone(), Some(marks.0));
        if !entry.rebound.is_empty() || entry.changes_methods() {
            let functions = Unit { chk, program: &mut machine.program, st: self }.renew(entry);
            machine.program.rebind(&functions);
            machine.forget_methods();
        }
        Started { func, marks }
    }

    /// The same for an entry that is only to be looked at.
    pub fn entry_only(&mut self, program: &mut Program, entry: &Entry) -> FuncId {
        self.session = true;
        self.start_marked(program, entry.program.clone(), None)
    }

    /// The variable that holds the texts of the values that were shown last; nothing before any was.
    pub fn shown(&mut self, chk: &mut Checker, program: &mut Program) -> Option<GlobalId> {
        let obj = chk.std_member("fmt", SHOWN)?;
        Some(GlobalId(Unit { chk, program, st: self }.global(obj)))
    }

    /// What a function that others have replaced is now.
    pub(super) fn current(&self, mut obj: ObjId) -> ObjId {
        while let Some(&new) = self.rebound.get(&obj) {
            obj = new;
        }
        obj
    }
}

impl Unit<'_> {
    /// Puts an entry's functions and methods in the place of earlier ones. Gives the numbers of functions that code has to be
    /// changed from and to.
    fn renew(&mut self, entry: &Entry) -> HashMap<FuncId, FuncId> {
        let mut functions = HashMap::new();
        for &(old, new) in &entry.rebound {
            self.st.rebound.insert(old, new);
            let instances: Vec<(Rc<[TypeId]>, FuncId)> = (self.st.funcs.iter())
                .filter(|((obj, _), _)| *obj == old)
                .map(|((_, targs), &id)| (targs.clone(), id))
                .collect();
            for (targs, id) in instances {
                self.st.funcs.remove(&(old, targs.clone()));
                functions.insert(id, self.func(new, targs));
            }
        }
        if entry.changes_methods() {
            for old in entry.replaced_methods() {
                self.keep_method(old);
            }
            let mut dynamic: Vec<TypeId> = self.st.dynamic.iter().copied().collect();
            dynamic.sort();
            for t in dynamic {
                self.add_methods(t);
            }
        }
        functions
    }

    /// Lets interfaces that were checked with a method call it still, though its type has another one of the name now.
    fn keep_method(&mut self, method: ObjId) {
        let Some(sig) = self.chk.func_sig(method) else { return };
        let Some(recv) = sig.recv else { return };
        let recv = self.chk.obj_type(recv);
        let ty = self.chk.obj_type(method);
        let Type::Func(sig) = self.chk.tt.under_shape(ty) else { return };
        let owner = match *self.chk.tt.get(recv) {
            Type::Pointer(base) => base,
            _ => recv,
        };
        // Instances of generic types have it as they are made.
        if self.chk.tt.is_parameterized(owner) {
            return;
        }
        let pointer = self.chk.tt.pointer(owner);
        let (name, pkg) = (self.chk.obj(method).name, self.chk.obj(method).pkg);
        let ptr_recv = owner != recv;
        let holders = if ptr_recv { vec![pointer] } else { vec![owner, pointer] };
        for t in holders {
            let found = Found { path: [].into(), kind: FoundKind::Declared { obj: method, ptr_recv, owner } };
            let sig_type = self.chk.tt.func(sig.params.clone(), sig.results.clone(), sig.variadic);
            let sig_id = self.rtype(sig_type);
            let func = self.iface_entry(t, name, pkg, found, sig.clone());
            let name = self.method_name(name, pkg);
            let id = self.rtype(t);
            self.program.rtypes.keep_method(id, RMethod { name, sig: sig_id, func: func.0 });
        }
    }
}

impl Gen<'_, '_> {
    /// Marks a step as done.
    pub(super) fn mark(&mut self, marks: Option<u32>, step: usize) {
        let Some(marks) = marks else { return };
        let sp = self.b.sp;
        let ptr = self.b.pointer();
        self.b.op_wide(Op::GlobalAddr, ptr, marks, None);
        let one = self.imm(1);
        let (ptr, off) = self.near(ptr, step as u64);
        self.b.op(Op::Store8, ptr, one, off);
        self.b.sp = sp;
    }

    /// Has the texts of an expression's values made.
    pub(super) fn echo(&mut self, e: &Expr) {
        let Some(show) = self.unit.chk.std_member("fmt", SHOW) else { return };
        let sp = self.b.sp;
        let before = self.b.at(e.span);
        let t = self.ty(e);
        let parts = match self.shape(t) {
            Type::Tuple(_) => self.tuple(e.unparen()),
            _ => vec![(self.value(e), t)],
        };
        let ty = self.unit.obj_type(show);
        let func = self.unit.func(show, [].into());
        if let Type::Func(sig) = self.shape(ty) {
            let mut classes = vec![RegClass::Scalar; usize::from(FRAME_HEADER)];
            for &param in sig.params.iter() {
                classes.extend(self.classes(param));
            }
            let window = self.b.alloc(&classes);
            self.spread(&parts, &sig.params, sig.variadic, window + FRAME_HEADER);
            self.emit_call(&Callee::Static(func), &sig, window);
        }
        self.b.at(before);
        self.b.sp = sp;
    }
}
