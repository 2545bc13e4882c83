//! Functions inside functions: literals, method values, method expressions, and functions that the compiler makes up.

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use super::call::{Callee, Found, FoundKind};
use super::frame::{BodyInfo, Gen, Key, Synth, Var};
use super::func::{Builder, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, Instr, Op, RegClass, ThrowCode};
use crate::check::SelectionKind;
use crate::source::Span;
use crate::types::{ObjId, Signature, Type, TypeId};

/// More registers than this are not filled with captured variables when a closure is called.
const MOST_LOADED: u16 = 16;

/// A variable that a closure captures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Capture {
    pub(super) key: Key,
    /// By reference: the captured slot is the address of its cell.
    pub(super) cell: bool,
    /// The first slot in the closure.
    pub(super) index: u16,
}

impl<'u> Gen<'_, 'u> {
    /// A function being made inside this one; it shares nothing but the unit and the type arguments.
    fn child<'b>(&'b mut self, name: String, long_jumps: bool) -> Gen<'b, 'u> {
        Gen {
            b: Builder::new(long_jumps),
            subst: self.subst.clone(),
            facts: self.facts.clone(),
            vars: HashMap::new(),
            targets: Vec::new(),
            labels: HashMap::new(),
            pending_label: None,
            fallthrough: None,
            hoisted: Vec::new(),
            done: Vec::new(),
            growth: self.growth.clone(),
            site: None,
            made_room: HashMap::new(),
            results: [].into(),
            named_results: [].into(),
            name,
            literals: Rc::default(),
            ranges: 0,
            depth: self.depth,
            closure: None,
            own_labels: HashSet::new(),
            has_defer_ahead: false,
            recovers: false,
            open: None,
            closing: None,
            defer_exit: 0,
            body_of: None,
            params: 0,
            long_jumps,
            pkg: self.pkg,
            flags: self.flags,
            literals_bound: HashMap::new(),
            literal_funcs: HashMap::new(),
            in_place: None,
            unit: &mut *self.unit,
        }
    }

    /// A function without source: a wrapper that neither `recover` nor traces see.
    pub(super) fn synthesize(
        &mut self,
        name: String,
        params: &[TypeId],
        results: &[TypeId],
        closure: bool,
        span: Span,
        body: impl FnOnce(&mut Gen<'_, 'u>),
    ) -> FuncId {
        let mut flags = FuncFlags::WRAPPER;
        if closure {
            flags |= FuncFlags::CLOSURE;
        }
        let func = self.unit.declare(name.clone(), params, results, flags, span);
        let mut g = self.child(name, false);
        g.b.at(span);
        g.begin(params, results, closure);
        body(&mut g);
        g.install(func, flags, span);
        func
    }

    /// Lays out results, parameters and the closure's address.
    pub(super) fn begin(&mut self, params: &[TypeId], results: &[TypeId], closure: bool) -> Reg {
        self.results = results.into();
        for &t in results {
            let classes = self.classes(t);
            self.b.alloc(&classes);
        }
        let first = self.b.sp;
        for &t in params {
            let classes = self.classes(t);
            self.b.alloc(&classes);
        }
        self.params = self.b.sp - first;
        if closure {
            self.closure = Some(self.b.pointer());
        }
        first
    }

    /// `dst` = `n` captured slots from index `index` of this function's closure.
    pub(super) fn load_capture(&mut self, dst: Reg, index: u16, n: u16) {
        let Some(closure) = self.closure else {
            return self.unit.bug(Span::NONE, "a captured variable in a function without a closure");
        };
        match n {
            0 => {}
            1 => self.b.op(Op::LoadCapture, dst, closure, index),
            2 => self.b.op(Op::LoadCapture2, dst, closure, index),
            3 => self.b.op(Op::LoadCapture3, dst, closure, index),
            _ => self.b.op_ext(Op::LoadCaptureN, dst, closure, index, Instr::ext(0, n, 0)),
        }
    }

    /// The registers and index of each capture, and the classes of all.
    fn captures(&mut self, closure: NodeId) -> (Vec<Capture>, Vec<RegClass>) {
        let mut keys: Vec<Key> = self.facts.free(closure).iter().map(|&v| Key::Obj(v)).collect();
        // Bodies of ranges over functions share what the compiler made up for the function around.
        let mut synths: Vec<Synth> =
            self.vars.keys().filter_map(|k| if let Key::Synth(s) = k { Some(*s) } else { None }).collect();
        synths.sort();
        keys.extend(synths.into_iter().map(Key::Synth));
        let mut captures = Vec::new();
        let mut classes = Vec::new();
        for key in keys {
            let Some(&var) = self.vars.get(&key) else { continue };
            let index = classes.len() as u16;
            let cell = matches!(var, Var::Cell(_) | Var::CaptureCell(_));
            match key {
                Key::Obj(obj) if !cell => {
                    let t = self.obj_ty(obj);
                    classes.extend(self.classes(t));
                }
                _ => classes.push(RegClass::Pointer),
            }
            captures.push(Capture { key, cell, index });
        }
        (captures, classes)
    }

    /// `dst` = the closure of a function with these captures.
    fn closure_of(&mut self, dst: Reg, func: FuncId, captures: &[Capture], classes: &[RegClass]) {
        if captures.is_empty() {
            return self.b.op_wide(Op::LoadFunc, dst, func.0, None);
        }
        let sp = self.b.sp;
        let base = self.b.alloc(classes);
        for (i, c) in captures.iter().enumerate() {
            let end = captures.get(i + 1).map_or(classes.len() as u16, |next| next.index);
            let (reg, n) = (base + c.index, end - c.index);
            match self.vars.get(&c.key).copied() {
                Some(Var::Reg(src)) => self.b.mov(reg, src, n),
                Some(Var::Cell(src)) => self.b.mov(reg, src, 1),
                Some(Var::Const(word)) => self.b.constant(reg, i64::from(word) as u64),
                Some(Var::Capture(index) | Var::CaptureCell(index)) if n > 0 => {
                    self.load_capture(reg, index, n);
                }
                Some(Var::Capture(_) | Var::CaptureCell(_)) | None => {}
                // Whatever a closure captures is more than followed.
                Some(Var::Alias(_)) => self.no_pointer(),
            }
        }
        self.make_closure(dst, func, base, classes);
        self.b.sp = sp;
    }

    /// `dst` = a function literal.
    pub(super) fn func_lit(&mut self, lit: &FuncLit, dst: Reg) {
        let (captures, classes) = self.captures(lit.id);
        // A literal is not part of an enclosing range-over-function body's control flow.
        let captures: Vec<Capture> = captures.into_iter().filter(|c| matches!(c.key, Key::Obj(_))).collect();
        let classes = &classes[..captures.last().map_or(0, |c| {
            let Key::Obj(obj) = c.key else { return 0 };
            let n = if c.cell {
                1
            } else {
                let t = self.obj_ty(obj);
                self.slots(t)
            };
            (c.index + n) as usize
        })];
        let n = self.literals.get() + 1;
        self.literals.set(n);
        let name =
            if self.depth > 1 { format!("{}.{n}", self.name) } else { format!("{}.func{n}", self.name) };
        let Some(sig) = self.unit.lit_sig(lit.id) else {
            return self.unit.bug(lit.ty.span, "a literal without a signature");
        };
        let params: Vec<TypeId> = sig.params.iter().map(|&p| self.obj_ty(p)).collect();
        let results: Vec<TypeId> = sig.results.iter().map(|&r| self.obj_ty(r)).collect();
        let has_captures = !captures.is_empty();
        let flags = if has_captures { FuncFlags::CLOSURE } else { FuncFlags::default() };
        let func = self.unit.declare(name.clone(), &params, &results, flags, lit.ty.span);
        for long_jumps in [false, true] {
            let mut g = self.child(name.clone(), long_jumps);
            g.depth = 2;
            let first = g.begin(&params, &results, has_captures);
            g.adopt(lit.id, &captures);
            let defers = g.facts.defers(Some(lit.id));
            g.function(&sig, &lit.body, None, first, defers);
            if g.install(func, flags, lit.ty.span) {
                break;
            }
        }
        self.closure_of(dst, func, &captures, classes);
        self.literal_funcs.insert(lit.id, func);
    }

    /// `dst` = the body of a range over a function, as a function that gives whether to go on.
    pub(super) fn range_body(
        &mut self,
        key: NodeId,
        params: &[TypeId],
        info: BodyInfo,
        span: Span,
        dst: Reg,
        body: impl Fn(&mut Gen<'_, 'u>, Reg),
    ) {
        let (captures, classes) = self.captures(key);
        self.ranges += 1;
        let name = format!("{}-range{}", self.name, self.ranges);
        let depth = (self.depth + 1).min(2);
        let flags = if captures.is_empty() { FuncFlags::default() } else { FuncFlags::CLOSURE };
        let func = self.unit.declare(name.clone(), params, &[TypeId::BOOL], flags, span);
        for long_jumps in [false, true] {
            let mut g = self.child(name.clone(), long_jumps);
            g.depth = depth;
            g.b.at(span);
            let first = g.begin(params, &[TypeId::BOOL], !captures.is_empty());
            g.adopt(key, &captures);
            g.body_of = Some(info.clone());
            body(&mut g, first);
            if g.install(func, flags, span) {
                break;
            }
        }
        self.closure_of(dst, func, &captures, &classes);
    }

    /// Makes the captured variables known to the closure's function. Those that it wants often are loaded now: nobody
    /// assigns to what is captured by value, or to the address of a cell.
    fn adopt(&mut self, closure: NodeId, captures: &[Capture]) {
        let mut left = MOST_LOADED;
        for c in captures {
            let mut var = if c.cell { Var::CaptureCell(c.index) } else { Var::Capture(c.index) };
            if let Key::Obj(obj) = c.key
                && self.facts.wanted_often(closure, obj)
            {
                let t = if c.cell { None } else { Some(self.obj_ty(obj)) };
                let n = t.map_or(1, |t| self.slots(t));
                if n > 0 && n <= left {
                    left -= n;
                    let reg = match t {
                        Some(t) => self.temp(t),
                        None => self.b.pointer(),
                    };
                    self.load_capture(reg, c.index, n);
                    var = if c.cell { Var::Cell(reg) } else { Var::Reg(reg) };
                }
            }
            self.vars.insert(c.key, var);
        }
    }

    // ---- methods as values ----

    /// `dst` = `x.m` as a function value: the receiver is evaluated now.
    pub(super) fn method_value(&mut self, s: &Selector, id: NodeId, e: &Expr, dst: Reg) {
        let Some(sel) = self.unit.info().selection(id).cloned() else { return };
        let Some(found) = self.find_method(&sel, s.sel.name) else {
            return self.unit.bug(e.span, "a method that is not there");
        };
        let t = self.ty(e);
        let Type::Func(sig) = self.shape(t) else { return };
        let sp = self.b.sp;
        let (recv, callee) = match found.kind {
            FoundKind::Declared { obj, ptr_recv, owner } => {
                let recv = if ptr_recv { self.unit.types().pointer(owner) } else { owner };
                (recv, self.method_callee(obj, owner, Some(s.sel.id)))
            }
            FoundKind::Iface { name } => (TypeId::EMPTY_INTERFACE, Callee::Iface { iface: 0, name }),
        };
        let reg = self.temp(recv);
        self.receiver_to(&s.x, &found, reg);
        if let Callee::Iface { .. } = callee {
            self.b.op(Op::NilCheck, reg, 0, 0);
        }
        let classes = self.classes(recv);
        let name = match found.kind {
            FoundKind::Declared { obj, .. } => format!("{}-fm", self.unit.full_name(obj)),
            FoundKind::Iface { .. } => {
                let t = self.ty(&s.x);
                format!("{}-fm", self.unit.method_of(t, s.sel.name))
            }
        };
        let func = self.bound_method(name, &callee, &sig, recv, Span::NONE);
        self.make_closure(dst, func, reg, &classes);
        self.b.sp = sp;
    }

    /// A function with the method's signature that has the receiver as capture.
    fn bound_method(
        &mut self,
        name: String,
        callee: &Callee,
        sig: &Signature,
        recv: TypeId,
        span: Span,
    ) -> FuncId {
        let params: Vec<TypeId> = sig.params.iter().map(|&t| self.subst_ty(t)).collect();
        let results: Vec<TypeId> = sig.results.iter().map(|&t| self.subst_ty(t)).collect();
        let sig = sig.clone();
        let (is_iface, native, func, iface_name) = match *callee {
            Callee::Iface { name, .. } => (true, None, None, Some(name)),
            Callee::Native(n) => (false, Some(n), None, None),
            Callee::Static(f) => (false, None, Some(f), None),
            Callee::Closure(_) => (false, None, None, None),
        };
        let types = params.clone();
        self.synthesize(name, &types, &results, true, span, move |g| {
            let n = g.slots(recv);
            let first = g.result_slots();
            if is_iface {
                let iface = g.temp(recv);
                g.load_capture(iface, 0, n);
                if let Some(name) = iface_name {
                    g.forward(&Callee::Iface { iface, name }, &sig, None, first, &params);
                }
            } else if let Some(n) = native {
                g.forward(&Callee::Native(n), &sig, Some((recv, None)), first, &params);
            } else if let Some(f) = func {
                g.reserve_params(recv, &params);
                let reg = g.temp(recv);
                if n > 0 {
                    g.load_capture(reg, 0, n);
                }
                if g.is_indirect(recv) {
                    // The callee owns its receiver's cell; the closure keeps its own for the next call.
                    let ext = g.ext(recv);
                    g.b.op_ext(Op::Clone, reg, reg, 0, ext);
                }
                g.go_on_as(f, (recv, reg), first, &params);
            }
        })
    }

    /// Slots of the results of the function being made.
    pub(super) fn result_slots(&mut self) -> u16 {
        let results = self.results.clone();
        results.iter().map(|&t| self.slots(t)).sum()
    }

    /// Calls with a receiver (from a register, or from the captures) and the parameters of this function, which begin
    /// at `first`, and returns what the call gives.
    pub(super) fn forward(
        &mut self,
        callee: &Callee,
        sig: &Signature,
        recv: Option<(TypeId, Option<Reg>)>,
        first: Reg,
        params: &[TypeId],
    ) {
        let mut window = vec![RegClass::Scalar; FRAME_HEADER as usize];
        let results = self.results.clone();
        for &t in results.iter() {
            window.extend(self.classes(t));
        }
        let n_results = window.len() as u16 - FRAME_HEADER;
        if let Callee::Iface { .. } = callee {
            window.push(RegClass::Pointer);
        }
        if let Some((t, _)) = recv {
            window.extend(self.classes(t));
        }
        let mut n = 0;
        for &t in params {
            window.extend(self.classes(t));
            n += self.slots(t);
        }
        let base = self.b.alloc(&window);
        let mut at = base + FRAME_HEADER + n_results + u16::from(matches!(callee, Callee::Iface { .. }));
        if let Some((t, src)) = recv {
            let slots = self.slots(t);
            match src {
                Some(src) => self.b.mov(at, src, slots),
                // The callee owns its receiver's cell; the closure keeps its own for the next call.
                None if self.is_indirect(t) => {
                    self.load_capture(at, 0, 1);
                    let ext = self.ext(t);
                    self.b.op_ext(Op::Clone, at, at, 0, ext);
                }
                None if slots > 0 => self.load_capture(at, 0, slots),
                None => {}
            }
            at += slots;
        }
        self.b.mov(at, first, n);
        self.emit_call(callee, sig, base);
        self.b.mov(0, base + FRAME_HEADER, n_results);
        self.b.op(Op::Return, 0, 0, 0);
    }

    /// Sees to it that a receiver and these parameters fit into the first registers, behind the results, and that nothing else
    /// lies there from now on.
    fn reserve_params(&mut self, recv: TypeId, params: &[TypeId]) {
        let mut end = self.result_slots() + self.slots(recv);
        for &t in params {
            end += self.slots(t);
        }
        while self.b.sp < end {
            self.b.scalar();
        }
    }

    /// Goes on as a method, whose receiver is in a register of its own, in this function's frame; the other parameters are at
    /// `rest`.
    fn go_on_as(&mut self, method: FuncId, recv: (TypeId, Reg), rest: Reg, params: &[TypeId]) {
        let (results, slots) = (self.result_slots(), self.slots(recv.0));
        let n = params.iter().map(|&t| self.slots(t)).sum();
        self.b.mov(results + slots, rest, n);
        self.b.mov(results, recv.1, slots);
        self.b.op_wide(Op::TailCall, 0, method.0, None);
    }

    /// `dst` = `T.m`, selected by the expression `id`, a function whose first parameter is the receiver; `e` may name its type
    /// arguments.
    pub(super) fn method_expr(&mut self, s: &Selector, id: NodeId, e: &Expr, dst: Reg) {
        let t = self.ty(e);
        let Type::Func(sig) = self.shape(t) else { return };
        let Some(&recv) = sig.params.first() else { return };
        let recv = self.subst_ty(recv);
        let sel = self.unit.info().selection(id).cloned();
        let pkg = self.pkg;
        let found = match sel.as_ref().map(|s| (s.kind, s.path.clone(), s.owner)) {
            Some((SelectionKind::MethodExpr { obj, ptr_recv }, path, owner)) => {
                let owner = self.subst_ty(owner);
                Some(Found { path, kind: FoundKind::Declared { obj, ptr_recv, owner } })
            }
            _ => self.lookup_method(recv, pkg, s.sel.name),
        };
        let Some(found) = found else {
            return self.unit.bug(e.span, "a method that is not there");
        };
        if let FoundKind::Declared { obj, ptr_recv, owner } = found.kind
            && found.path.is_empty()
            && ptr_recv == (recv != owner)
            && let Callee::Static(method) = self.method_callee(obj, owner, Some(s.sel.id))
        {
            // It is the method itself.
            self.b.op_wide(Op::LoadFunc, dst, method.0, None);
            return;
        }
        let params: Vec<TypeId> = sig.params.iter().map(|&t| self.subst_ty(t)).collect();
        let results: Vec<TypeId> = sig.results.iter().map(|&t| self.subst_ty(t)).collect();
        let rest = Signature { params: sig.params[1..].into(), ..(*sig).clone() };
        let name = self.unit.method_of(recv, s.sel.name);
        let method = s.sel.id;
        let func = self.synthesize(name, &params.clone(), &results, false, Span::NONE, move |g| {
            let first = g.result_slots();
            let after = first + g.slots(recv);
            g.method_wrapper(&found, Some(method), &rest, Place::Reg(first), recv, after, &params[1..]);
        });
        self.b.op_wide(Op::LoadFunc, dst, func.0, None);
    }

    /// The rest of a function that calls a method of the value of type `t` at `place`, and whose other parameters begin
    /// at `rest`. `name` is where the program names the method, if it has type parameters of its own.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn method_wrapper(
        &mut self,
        found: &Found,
        name: Option<NodeId>,
        sig: &Signature,
        place: Place,
        t: TypeId,
        rest: Reg,
        params: &[TypeId],
    ) {
        let place = match place {
            Place::Reg(reg) if self.is_indirect(t) => Place::Mem { ptr: reg, off: 0 },
            place => place,
        };
        let FoundKind::Declared { obj, ptr_recv, owner } = found.kind else {
            return self.promoted_wrapper(found, sig, place, t, rest, params);
        };
        let recv = if ptr_recv { self.unit.types().pointer(owner) } else { owner };
        let callee = self.method_callee(obj, owner, name);
        if let Callee::Static(_) = callee {
            self.reserve_params(recv, params);
        }
        let (place, t) = self.follow(place, t, &found.path);
        if !ptr_recv && found.path.is_empty() && t != owner {
            self.refuse_nil(&place, t, obj);
        }
        let Callee::Static(method) = callee else {
            let reg = self.temp(recv);
            self.adapt_receiver(place, t, found, reg);
            return self.forward(&callee, sig, Some((recv, Some(reg))), rest, params);
        };
        // A receiver of one word can be written where it belongs, if the parameters are where they belong.
        let (results, slots) = (self.result_slots(), self.slots(recv));
        let there = matches!(place, Place::Reg(reg) if reg == results);
        let in_place = rest == results + slots && (slots == 1 || there);
        let reg = if in_place { results } else { self.temp(recv) };
        self.adapt_receiver(place, t, found, reg);
        self.go_on_as(method, (recv, reg), rest, params);
    }

    /// The same for a method of an embedded interface.
    fn promoted_wrapper(
        &mut self,
        found: &Found,
        sig: &Signature,
        place: Place,
        t: TypeId,
        rest: Reg,
        params: &[TypeId],
    ) {
        let FoundKind::Iface { name } = found.kind else { return };
        let (place, t) = self.follow(place, t, &found.path);
        let iface = self.temp(t);
        self.load(&place, t, iface);
        self.forward(&Callee::Iface { iface, name }, sig, None, rest, params);
    }

    /// Panics in Go's words if the pointer of type `t` at `place`, to whose value a method is to be applied, is nil.
    pub(super) fn refuse_nil(&mut self, place: &Place, t: TypeId, method: ObjId) {
        let sp = self.b.sp;
        let ptr = self.load_to_reg(place, t);
        let fine = self.b.label();
        self.b.branch(Op::JumpNeImm, ptr, 0, None, fine);
        let text = self.unit.nil_receiver_text(method);
        let text = self.unit.string(text.as_bytes());
        let reg = self.b.alloc(&[RegClass::Pointer, RegClass::Scalar]);
        self.b.op_wide(Op::LoadString, reg, text, None);
        self.b.op(Op::Throw, ThrowCode::NilReceiver as u16, reg, reg + 1);
        self.b.place(fine);
        self.b.sp = sp;
    }
}
