//! Calls: of functions, methods, closures, interface methods and natives; conversions and builtins are dispatched.

use std::rc::Rc;

use super::frame::{Gen, Var};
use super::func::Reg;
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncId, Instr, Op, RegClass};
use crate::check::{CallKind, Selection, SelectionKind};
use crate::heap::NameId;
use crate::source::Span;
use crate::types::{MemberKind, ObjId, PkgId, Signature, Type, TypeId};

/// What is called, with the operands that are evaluated before the arguments.
pub(super) enum Callee {
    Static(FuncId),
    Native(u32),
    /// A closure in a register.
    Closure(Reg),
    /// A method of the interface in the registers.
    Iface {
        iface: Reg,
        name: NameId,
    },
}

/// A method as found for a concrete type.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Embedded fields from the operand to the receiver.
    pub(super) path: Rc<[u32]>,
    pub(super) kind: FoundKind,
}

#[derive(Clone, Debug)]
pub(super) enum FoundKind {
    /// A declared method of `owner`.
    Declared { obj: ObjId, ptr_recv: bool, owner: TypeId },
    /// A method of the interface at the end of the path.
    Iface { name: NameId },
}

/// How the receiver comes into a call.
pub(super) enum Receiver<'e> {
    None,
    Method { x: &'e Expr, found: Found },
}

/// The arguments of a call as they are written.
#[derive(Clone, Copy)]
pub(super) struct Args<'a> {
    pub(super) list: &'a [Expr],
    /// The last one is spread: `...` stands behind it.
    pub(super) spread: bool,
}

/// A call that is to be made later.
#[derive(Clone, Copy)]
pub(super) struct Called<'a> {
    pub(super) fun: &'a Expr,
    pub(super) args: Args<'a>,
}

impl<'a> Args<'a> {
    pub(super) fn of(call: &'a Call) -> Args<'a> {
        Args { list: &call.args, spread: call.ellipsis.is_some() }
    }
}

impl Gen<'_, '_> {
    /// Whether the expression is a call (not a conversion, builtin or intrinsic).
    pub(super) fn is_plain_call(&mut self, e: &Expr) -> bool {
        match &e.kind {
            ExprKind::Call(c) => {
                self.unit.info().call_kind(c.fun.id) == CallKind::Call && self.intrinsic(&c.fun).is_none()
            }
            _ => false,
        }
    }

    /// `dst` = the value of a call, conversion or builtin.
    pub(super) fn call_to(&mut self, e: &Expr, c: &Call, t: TypeId, dst: Reg) {
        match self.unit.info().call_kind(c.fun.id) {
            CallKind::Conversion => self.conversion(&c.args[0], t, dst),
            CallKind::Builtin(id) => self.builtin(id, e, c, t, dst),
            CallKind::Call => {
                if let Some(op) = self.intrinsic(&c.fun) {
                    return self.intrinsic_call(op, c, dst);
                }
                let free = self.b.sp;
                let result = self.call(e);
                let n = self.slots(t);
                // What was made in place may as well have been made there.
                self.b.mov_from(dst, result, n, free);
            }
        }
    }

    /// The signature of what is called.
    pub(super) fn signature(&mut self, fun: &Expr) -> Rc<Signature> {
        let t = self.ty(fun);
        match self.shape(t) {
            Type::Func(sig) => sig,
            _ => {
                self.unit.bug(fun.span, "a call of no function");
                let unit = self.unit.types().func([].into(), [].into(), false);
                match self.shape(unit) {
                    Type::Func(sig) => sig,
                    _ => unreachable!("a function type has the shape of one"),
                }
            }
        }
    }

    /// Where a call stands: what is called may begin lines before the parenthesis, which is where Go has the call.
    pub(super) fn called_at(&self, e: &Expr) -> Span {
        let e = e.unparen();
        match &e.kind {
            ExprKind::Call(c) if self.unit.chk.sources.text(c.fun.span).contains('\n') => {
                Span { lo: c.fun.span.hi, hi: e.span.hi }
            }
            _ => e.span,
        }
    }

    /// Calls; gives the register of the first result. `sp` is then behind the results.
    pub(super) fn call(&mut self, e: &Expr) -> Reg {
        let ExprKind::Call(c) = &e.unparen().kind else {
            self.unit.bug(e.span, "no call");
            return 0;
        };
        if let Some(reg) = self.done_reg(e.unparen()) {
            return reg;
        }
        let span = self.called_at(e);
        if let Some(which) = self.unit.chk.task_form(&c.fun) {
            return self.form_call(e.unparen(), c, which);
        }
        let before = self.b.at(span);
        let sig = self.signature(&c.fun);
        let done = self.done_first_in_call(c);
        if let Some((func, small)) = self.small_literal(c, &sig) {
            let called = super::in_place::Called { func, small, call: c, receiver: &Receiver::None, span };
            let result = self.call_in_place(&called);
            self.forget_done(done);
            self.b.at(before);
            return result;
        }
        let (callee, receiver) = self.callee(&c.fun);
        if let Callee::Iface { iface, .. } = callee
            && self.copies_pointee(&c.fun)
        {
            self.b.op(Op::NilCheck, iface + 1, 0, 0);
        }
        if let Some((func, small)) = self.small_callee(&callee, c, &sig) {
            let called = super::in_place::Called { func, small, call: c, receiver: &receiver, span };
            let result = self.call_in_place(&called);
            self.forget_done(done);
            self.b.at(before);
            return result;
        }
        let (window, args) = self.window(&sig, &receiver, &callee);
        if self.b.overflow.registers {
            // The function is refused, and there is nowhere to count on to.
            return window;
        }
        let args = self.receiver(&receiver, args);
        self.args(Args::of(c), &sig, args);
        self.forget_done(done);
        self.b.at(span);
        self.emit_call(&callee, &sig, window);
        self.b.at(before);
        let results: u16 = sig.results.iter().map(|&t| self.slots_subst(t)).sum();
        self.b.sp = window + FRAME_HEADER + results;
        window + FRAME_HEADER
    }

    fn slots_subst(&mut self, t: TypeId) -> u16 {
        let t = self.subst_ty(t);
        self.slots(t)
    }

    /// Registers for the window of a call: its base, and the first argument (receiver included).
    pub(super) fn window(&mut self, sig: &Signature, receiver: &Receiver<'_>, callee: &Callee) -> (Reg, Reg) {
        let mut classes = vec![RegClass::Scalar; FRAME_HEADER as usize];
        for &t in sig.results.iter() {
            let t = self.subst_ty(t);
            classes.extend(self.classes(t));
        }
        let args = classes.len() as u16;
        if let Receiver::Method { found, .. } = receiver {
            let t = self.receiver_type(found);
            classes.extend(self.classes(t));
        }
        if let Callee::Iface { .. } = callee {
            // The machine puts the data word here.
            classes.push(RegClass::Pointer);
        }
        for &t in sig.params.iter() {
            let t = self.subst_ty(t);
            classes.extend(self.classes(t));
        }
        let base = self.b.alloc(&classes);
        let args = base + args + u16::from(matches!(callee, Callee::Iface { .. }));
        (base, args)
    }

    pub(super) fn receiver_type(&mut self, found: &Found) -> TypeId {
        match found.kind {
            FoundKind::Declared { ptr_recv, owner, .. } => {
                if ptr_recv {
                    self.unit.types().pointer(owner)
                } else {
                    owner
                }
            }
            FoundKind::Iface { .. } => TypeId::EMPTY_INTERFACE,
        }
    }

    /// Puts the receiver into its place; gives the register of the next argument.
    pub(super) fn receiver(&mut self, receiver: &Receiver<'_>, args: Reg) -> Reg {
        match receiver {
            Receiver::None => args,
            Receiver::Method { x, found } => {
                self.receiver_to(x, found, args);
                let t = self.receiver_type(found);
                args + self.slots(t)
            }
        }
    }

    /// `dst` = the receiver of a declared method.
    pub(super) fn receiver_to(&mut self, x: &Expr, found: &Found, dst: Reg) {
        let sp = self.b.sp;
        let t = self.ty(x);
        let variable = self.operand_place(x);
        let cell = match variable {
            Place::Mem { ptr, off: 0 } if matches!(x.unparen().kind, ExprKind::Ident(_)) => Some(ptr),
            _ => None,
        };
        let (place, t) = self.follow(variable, t, &found.path);
        match place {
            // The cell of a variable is there.
            Place::Mem { ptr, off: 0 } if cell == Some(ptr) && self.wants_address(t, found) => {
                self.b.mov(dst, ptr, 1);
            }
            place => self.at(x.span, |g| g.adapt_receiver(place, t, found, dst)),
        }
        self.b.sp = sp;
    }

    /// The register with the receiver, if that is the address of a variable.
    pub(super) fn receiver_cell(&mut self, x: &Expr, found: &Found) -> Option<Reg> {
        let id = x.unparen().as_ident()?;
        let (t, (_, var)) = (self.ty(x), self.var(id)?);
        match var {
            Var::Cell(cell) if found.path.is_empty() && self.wants_address(t, found) => Some(cell),
            _ => None,
        }
    }

    /// Whether the method wants the address of a value of type `t`.
    fn wants_address(&mut self, t: TypeId, found: &Found) -> bool {
        matches!(found.kind, FoundKind::Declared { ptr_recv: true, .. })
            && !matches!(self.shape(t), Type::Pointer(_))
    }

    /// A register with the receiver that the method wants, a pointer, for an instruction that refuses nil itself.
    pub(super) fn receiver_reg(&mut self, x: &Expr, found: &Found) -> Reg {
        let t = self.ty(x);
        let place = self.operand_place(x);
        let (place, t) = self.follow(place, t, &found.path);
        let is_ptr = matches!(self.shape(t), Type::Pointer(_));
        match place {
            Place::Mem { ptr, off: 0 } if !is_ptr => ptr,
            Place::Reg(reg) if is_ptr => reg,
            place => {
                let recv = self.b.pointer();
                self.at(x.span, |g| g.adapt_receiver(place, t, found, recv));
                recv
            }
        }
    }

    /// `dst` = the receiver that the method wants, from the value of type `t` at `place`.
    pub(super) fn adapt_receiver(&mut self, place: Place, t: TypeId, found: &Found, dst: Reg) {
        let is_ptr = matches!(self.shape(t), Type::Pointer(_));
        match found.kind {
            FoundKind::Declared { ptr_recv: true, .. } if !is_ptr => self.place_address(place, t, dst),
            FoundKind::Declared { ptr_recv: false, owner, .. } if is_ptr && t != owner => {
                let place = self.pointee(&place, t);
                self.load(&place, owner, dst);
            }
            FoundKind::Declared { .. } | FoundKind::Iface { .. } => self.load(&place, t, dst),
        }
    }

    /// What a call expression calls.
    pub(super) fn callee<'e>(&mut self, fun: &'e Expr) -> (Callee, Receiver<'e>) {
        let fun = fun.unparen();
        // A generic method may be given its type arguments: `x.m[int](y)`.
        let selected = match &fun.kind {
            ExprKind::Index(i) => i.x.unparen(),
            _ => fun,
        };
        if let ExprKind::Selector(s) = &selected.kind
            && let Some(sel) = self.unit.info().selection(selected.id).cloned()
            && (selected.id == fun.id || matches!(sel.kind, SelectionKind::Method { .. }))
            && let Some(found) = self.find_method(&sel, s.sel.name)
        {
            return match found.kind {
                FoundKind::Declared { obj, owner, .. } => {
                    let callee = self.method_callee(obj, owner, Some(s.sel.id));
                    (callee, Receiver::Method { x: &s.x, found })
                }
                FoundKind::Iface { name } => {
                    let iface = self.b.alloc(&[RegClass::Scalar, RegClass::IfaceData]);
                    self.receiver_to(&s.x, &found, iface);
                    (Callee::Iface { iface, name }, Receiver::None)
                }
            };
        }
        if let Some((obj, targs)) = self.func_object(fun) {
            return (self.func_callee(obj, targs), Receiver::None);
        }
        (Callee::Closure(self.value(fun)), Receiver::None)
    }

    fn func_callee(&mut self, obj: ObjId, targs: Rc<[TypeId]>) -> Callee {
        // What is an instruction is called as a function where it cannot be made in place.
        let native = self.unit.native_of(obj).filter(|_| self.unit.intrinsic_of(obj).is_none());
        match native {
            Some(native) => Callee::Native(native),
            None => Callee::Static(self.unit.func(obj, targs)),
        }
    }

    /// A declared method as a callee; `name` is where it is selected, if it may be generic itself.
    pub(super) fn method_callee(&mut self, obj: ObjId, owner: TypeId, name: Option<NodeId>) -> Callee {
        let mut targs = self.unit.targs_of(owner);
        if let Some(own) = name.and_then(|id| self.unit.info().instance(id).cloned()) {
            targs = targs.iter().copied().chain(own.iter().map(|&t| self.subst_ty(t))).collect();
        }
        self.func_callee(obj, targs)
    }

    /// The method that a selection of one means, type parameters replaced; none for fields and method expressions.
    pub(super) fn find_method(&mut self, sel: &Selection, name: crate::source::Symbol) -> Option<Found> {
        let owner = self.subst_ty(sel.owner);
        match sel.kind {
            SelectionKind::Method { obj, ptr_recv } => {
                Some(Found { path: sel.path.clone(), kind: FoundKind::Declared { obj, ptr_recv, owner } })
            }
            SelectionKind::InterfaceMethod(_) => {
                if self.is_iface(owner) {
                    let name = self.unit.method_name(name, self.pkg);
                    return Some(Found { path: sel.path.clone(), kind: FoundKind::Iface { name } });
                }
                // A method of a type parameter's constraint: look it up in the type argument.
                let mut found = self.lookup_method(owner, self.pkg, name)?;
                if !sel.path.is_empty() {
                    found.path = sel.path.iter().chain(found.path.iter()).copied().collect();
                }
                Some(found)
            }
            SelectionKind::Field
            | SelectionKind::MethodExpr { .. }
            | SelectionKind::InterfaceMethodExpr(_)
            | SelectionKind::Qualified(_) => None,
        }
    }

    /// Whether a method is called of a variable of an interface type that always holds a pointer, and is one of what
    /// that points to. Go calls such a method directly, so that a nil pointer is dereferenced before the call.
    pub(super) fn copies_pointee(&mut self, fun: &Expr) -> bool {
        let ExprKind::Selector(selector) = &fun.unparen().kind else { return false };
        let method = selector.sel.name;
        let Some(var) = selector.x.unparen().as_ident().and_then(|id| self.unit.info().use_of(id.id)) else {
            return false;
        };
        let Some(t) = self.facts.only_value(var) else { return false };
        let t = self.subst_ty(t);
        matches!(self.shape(t), Type::Pointer(_))
            && self.lookup_method(t, self.pkg, method).is_some_and(|found| {
                matches!(found.kind, FoundKind::Declared { ptr_recv: false, owner, .. } if owner != t)
                    && found.path.is_empty()
            })
    }

    /// Looks up a method of a concrete type or interface by name.
    pub(super) fn lookup_method(
        &mut self,
        t: TypeId,
        pkg: PkgId,
        name: crate::source::Symbol,
    ) -> Option<Found> {
        self.unit.resolve_methods(t);
        let member = self.unit.types().lookup(t, true, pkg, name).found()?;
        let kind = match member.kind {
            MemberKind::Method { obj, ptr_recv } => {
                let owner = self.unit.types().canon(member.recv);
                FoundKind::Declared { obj, ptr_recv, owner }
            }
            MemberKind::IfaceMethod(_) => FoundKind::Iface { name: self.unit.method_name(name, pkg) },
            MemberKind::Field => return None,
        };
        Some(Found { path: member.path.into(), kind })
    }

    /// The declared function that the expression names, and its type arguments.
    pub(super) fn func_object(&mut self, e: &Expr) -> Option<(ObjId, Rc<[TypeId]>)> {
        let e = e.unparen();
        let ident = match &e.kind {
            ExprKind::Ident(id) => id,
            ExprKind::Selector(s) => {
                if let Some(sel) = self.unit.info().selection(e.id)
                    && !matches!(sel.kind, SelectionKind::Qualified(_))
                {
                    return None;
                }
                &s.sel
            }
            ExprKind::Index(i) => return self.func_object(&i.x),
            _ => return None,
        };
        let obj = self.unit.info().use_of(ident.id)?;
        if !self.unit.is_func(obj) {
            return None;
        }
        let targs = self.unit.info().instance(ident.id).cloned();
        let targs: Rc<[TypeId]> = match targs {
            Some(list) => list.iter().map(|&t| self.subst_ty(t)).collect(),
            None => [].into(),
        };
        Some((obj, targs))
    }

    /// The function that the expression names, as a function with code (natives are wrapped).
    pub(super) fn static_callee(&mut self, e: &Expr) -> Option<FuncId> {
        let (obj, targs) = self.func_object(e)?;
        Some(self.unit.func(obj, targs))
    }

    // ---- arguments ----

    /// Evaluates the arguments of a call into consecutive registers from `dst`.
    pub(super) fn args(&mut self, c: Args<'_>, sig: &Signature, mut dst: Reg) {
        let params: Vec<TypeId> = sig.params.iter().map(|&t| self.subst_ty(t)).collect();
        // f(g()) with several results of g.
        if let [arg] = c.list {
            let t = self.ty(arg);
            if let Type::Tuple(parts) = self.shape(t)
                && parts.len() != 1
            {
                let src = self.call(arg);
                let mut at = src;
                let mut values = Vec::new();
                for &part in parts.iter() {
                    let part = self.subst_ty(part);
                    values.push((at, part));
                    at += self.slots(part);
                }
                return self.spread(&values, &params, sig.variadic, dst);
            }
        }
        let fixed = params.len() - usize::from(sig.variadic && !c.spread);
        for (arg, &param) in c.list.iter().zip(&params[..fixed]) {
            self.value_as_to(arg, param, dst);
            dst += self.slots(param);
        }
        if fixed < params.len() {
            let rest = &c.list[fixed.min(c.list.len())..];
            let slice = params[fixed];
            if rest.is_empty() {
                return self.b.zero(dst, 3);
            }
            let elem = self.elem(slice);
            self.new_array(dst, elem, rest.len() as u64);
            let size = self.rtype(elem).size;
            for (i, arg) in rest.iter().enumerate() {
                let sp = self.b.sp;
                let v = self.value_as(arg, elem);
                self.store_mem(dst, i as u64 * size, v, elem);
                self.b.sp = sp;
            }
        }
    }

    /// `dst..3` = a slice over a new array of `n` elements.
    pub(super) fn new_array(&mut self, dst: Reg, elem: TypeId, n: u64) {
        let array = self.unit.types().intern(Type::Array(elem, n));
        self.new_object(dst, array);
        self.b.constant(dst + 1, n);
        self.b.constant(dst + 2, n);
    }

    /// Puts values that are in registers into parameters.
    pub(super) fn spread(
        &mut self,
        values: &[(Reg, TypeId)],
        params: &[TypeId],
        variadic: bool,
        mut dst: Reg,
    ) {
        let fixed = params.len() - usize::from(variadic);
        for (&(src, from), &param) in values.iter().zip(&params[..fixed]) {
            self.convert_assign(dst, src, from, param);
            dst += self.slots(param);
        }
        if variadic {
            let rest = &values[fixed.min(values.len())..];
            if rest.is_empty() {
                return self.b.zero(dst, 3);
            }
            let elem = self.elem(params[fixed]);
            self.new_array(dst, elem, rest.len() as u64);
            let size = self.rtype(elem).size;
            for (i, &(src, from)) in rest.iter().enumerate() {
                let sp = self.b.sp;
                let v = self.temp(elem);
                self.convert_assign(v, src, from, elem);
                self.store_mem(dst, i as u64 * size, v, elem);
                self.b.sp = sp;
            }
        }
    }

    /// The call instruction.
    pub(super) fn emit_call(&mut self, callee: &Callee, sig: &Signature, window: Reg) {
        match *callee {
            Callee::Static(func) => self.b.op_wide(Op::Call, window, func.0, None),
            Callee::Native(native) => {
                let id = self.native_sig(native, sig);
                self.b.op_wide(Op::CallNative, window, native, Some(Instr::ext(id, 0, 0)));
            }
            Callee::Closure(closure) => {
                let id = self.sig_rtype(sig);
                self.b.op_ext(Op::CallClosure, window, closure, 0, Instr::ext(id, 0, 0));
            }
            Callee::Iface { iface, name } => {
                let id = self.sig_rtype(sig);
                let results: u16 = sig.results.iter().map(|&t| self.slots_subst(t)).sum();
                let mut ext = [Instr::NO_TYPE; 1 + Instr::CACHED_TYPES];
                ext[0] = Instr(u64::from(name.0) | u64::from(id) << 32);
                self.b.op_exts(Op::CallIface, window, iface, results, ext);
            }
        }
    }

    /// The run-time type of a signature.
    pub(super) fn sig_rtype(&mut self, sig: &Signature) -> u32 {
        let params: Rc<[TypeId]> = sig.params.iter().map(|&t| self.subst_ty(t)).collect();
        let results: Rc<[TypeId]> = sig.results.iter().map(|&t| self.subst_ty(t)).collect();
        let t = self.unit.types().func(params, results, sig.variadic);
        let t = self.unit.types().canon(t);
        self.rtype_id(t).0
    }

    /// The run-time type of a native's signature, receiver included.
    fn native_sig(&mut self, native: u32, sig: &Signature) -> u32 {
        match self.unit.native_receiver(native) {
            None => self.sig_rtype(sig),
            Some(recv) => {
                let params: Rc<[TypeId]> =
                    std::iter::once(recv).chain(sig.params.iter().map(|&t| self.subst_ty(t))).collect();
                let with = Signature { params, ..sig.clone() };
                self.sig_rtype(&with)
            }
        }
    }
}
