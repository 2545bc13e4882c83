//! Calls of predeclared functions, and of the standard functions that are instructions.

use super::frame::{BasicExt, Gen};
use super::func::Reg;
use super::open_defer::{Plain, Thunk};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Instr, Op, PrintKind, RegClass};
use crate::check::CallKind;
use crate::source::Span;
use crate::types::universe::Builtin;
use crate::types::{Basic, Type, TypeId};

/// A standard function that is an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Intrinsic {
    /// One operand; as many results as the instruction writes.
    Unary(Op),
    /// Two operands, two results.
    Binary2(Op),
    /// The bits of a float, and back: the register form is the same.
    Same,
    /// An instruction without operands.
    Plain(Op),
    /// An instruction on the receiver, a pointer.
    Receiver(Op),
    /// ... and on one argument.
    ReceiverArg(Op),
    /// `wg.Done()`
    Done,
    /// An instruction with one operand and no result.
    Operand(Op),
}

/// The standard functions that are instructions, by full name.
const INTRINSICS: &[(&str, Intrinsic)] = &[
    ("math.Sqrt", Intrinsic::Unary(Op::Sqrt)),
    ("math.Abs", Intrinsic::Unary(Op::AbsFloat)),
    ("math.Floor", Intrinsic::Unary(Op::Floor)),
    ("math.Float64bits", Intrinsic::Same),
    ("math.Float64frombits", Intrinsic::Same),
    ("math.Float32bits", Intrinsic::Same),
    ("math.Float32frombits", Intrinsic::Same),
    ("math/bits.LeadingZeros64", Intrinsic::Unary(Op::LeadingZeros)),
    ("math/bits.TrailingZeros64", Intrinsic::Unary(Op::TrailingZeros)),
    ("math/bits.TrailingZeros", Intrinsic::Unary(Op::TrailingZeros)),
    ("math/bits.OnesCount64", Intrinsic::Unary(Op::OnesCount)),
    ("math/bits.OnesCount", Intrinsic::Unary(Op::OnesCount)),
    ("math/bits.Mul64", Intrinsic::Binary2(Op::MulHiLo)),
    ("internal/poll.Accept", Intrinsic::Unary(Op::IoAccept)),
    ("internal/poll.Read", Intrinsic::Binary2(Op::IoRead)),
    ("internal/poll.Write", Intrinsic::Binary2(Op::IoWrite)),
    ("internal/coroutine.Resume", Intrinsic::Unary(Op::Resume)),
    ("internal/coroutine.Suspend", Intrinsic::Unary(Op::Suspend)),
    ("phasync.as", Intrinsic::Same),
    ("phasync.bytesOf", Intrinsic::Same),
    ("runtime.Gosched", Intrinsic::Plain(Op::Yield)),
    ("time.Sleep", Intrinsic::Operand(Op::Sleep)),
    ("sync.(*Mutex).Lock", Intrinsic::Receiver(Op::MutexLock)),
    ("sync.(*Mutex).Unlock", Intrinsic::Receiver(Op::MutexUnlock)),
    ("sync.(*RWMutex).Lock", Intrinsic::Receiver(Op::RwLock)),
    ("sync.(*RWMutex).Unlock", Intrinsic::Receiver(Op::RwUnlock)),
    ("sync.(*RWMutex).RLock", Intrinsic::Receiver(Op::RwRLock)),
    ("sync.(*RWMutex).RUnlock", Intrinsic::Receiver(Op::RwRUnlock)),
    ("sync.(*WaitGroup).Add", Intrinsic::ReceiverArg(Op::WaitGroupAdd)),
    ("sync.(*WaitGroup).Done", Intrinsic::Done),
    ("sync.(*WaitGroup).Wait", Intrinsic::Receiver(Op::WaitGroupWait)),
];

/// The intrinsic of this name.
pub(super) fn intrinsic_named(name: &str) -> Option<Intrinsic> {
    INTRINSICS.iter().find(|(n, _)| *n == name).map(|&(_, i)| i)
}

impl Gen<'_, '_> {
    /// The intrinsic that a call of `fun` is.
    pub(super) fn intrinsic(&mut self, fun: &Expr) -> Option<Intrinsic> {
        let obj = self.unit.called_function(fun)?;
        self.unit.intrinsic_of(obj)
    }

    /// `dst` = the result of an intrinsic.
    pub(super) fn intrinsic_call(&mut self, i: Intrinsic, c: &Call, dst: Reg) {
        let sp = self.b.sp;
        match i {
            Intrinsic::Unary(op) => {
                let sig = self.signature(&c.fun);
                let x = self.value_as(&c.args[0], sig.params[0]);
                self.b.op(op, dst, x, 0);
            }
            Intrinsic::Binary2(op) => {
                let sig = self.signature(&c.fun);
                let x = self.value_as(&c.args[0], sig.params[0]);
                let y = self.value_as(&c.args[1], sig.params[1]);
                self.b.op(op, dst, x, y);
            }
            Intrinsic::Same => {
                let sig = self.signature(&c.fun);
                self.value_as_to(&c.args[0], sig.params[0], dst);
            }
            Intrinsic::Plain(op) => self.b.op(op, 0, 0, 0),
            Intrinsic::Operand(op) => {
                let sig = self.signature(&c.fun);
                let x = self.value_as(&c.args[0], sig.params[0]);
                self.b.op(op, x, 0, 0);
            }
            Intrinsic::Receiver(_) | Intrinsic::ReceiverArg(_) | Intrinsic::Done => {
                let ExprKind::Selector(s) = &c.fun.unparen().kind else { return };
                let Some(sel) = self.unit.info().selection(c.fun.unparen().id).cloned() else { return };
                let Some(found) = self.find_method(&sel, s.sel.name) else { return };
                let recv = self.receiver_reg(&s.x, &found);
                match i {
                    Intrinsic::Receiver(op) => self.b.op(op, recv, 0, 0),
                    Intrinsic::ReceiverArg(op) => {
                        let n = self.value_as(&c.args[0], TypeId::INT);
                        self.b.op(op, recv, n, 0);
                    }
                    _ => {
                        let n = self.imm(-1);
                        self.b.op(Op::WaitGroupAdd, recv, n, 0);
                    }
                }
            }
        }
        self.b.sp = sp;
    }

    /// `dst` = the result of a predeclared function.
    pub(super) fn builtin(&mut self, id: Builtin, e: &Expr, c: &Call, t: TypeId, dst: Reg) {
        let sp = self.b.sp;
        if let [arg] = &c.args[..] {
            let from = self.ty(arg);
            if matches!(self.shape(from), Type::Tuple(_)) {
                let parts = self.tuple(arg.unparen());
                self.builtin_of_parts(id, &parts, t, dst);
                self.b.sp = sp;
                return;
            }
        }
        match id {
            Builtin::Append => self.append(e.id, c, t, dst),
            Builtin::Cap | Builtin::Len => self.len_cap(id, &c.args[0], dst),
            Builtin::Clear => {
                let x = self.ty(&c.args[0]);
                let r = self.value(&c.args[0]);
                match self.shape(x) {
                    Type::Map(..) => {
                        let ext = self.map_ext(x);
                        self.b.op_ext(Op::MapClear, r, 0, 0, ext);
                    }
                    _ => {
                        let elem = self.elem(x);
                        let ext = self.ext(elem);
                        self.b.op_ext(Op::ClearSlice, r, 0, 0, ext);
                    }
                }
            }
            Builtin::Close => {
                let r = self.value(&c.args[0]);
                let site = self.unit.program.site(e.span);
                self.b.op(Op::CloseChan, r, site, 0);
            }
            Builtin::Complex => {
                let part = match self.basic(t) {
                    Basic::Complex64 => TypeId::FLOAT32,
                    _ => TypeId::FLOAT64,
                };
                // Through registers of their own: the parts may mention what `dst` holds.
                let both = self.temp(t);
                self.value_as_to(&c.args[0], part, both);
                self.value_as_to(&c.args[1], part, both + 1);
                self.b.mov(dst, both, 2);
            }
            Builtin::Real | Builtin::Imag => {
                let r = self.value(&c.args[0]);
                self.b.mov(dst, r + u16::from(id == Builtin::Imag), 1);
            }
            Builtin::Copy => {
                let to = self.ty(&c.args[0]);
                let from = self.ty(&c.args[1]);
                let d = self.value(&c.args[0]);
                let s = self.value(&c.args[1]);
                if let Type::Basic(_) = self.shape(from) {
                    self.b.op(Op::CopyString, dst, d, s);
                } else {
                    let elem = self.elem(to);
                    let ext = self.ext(elem);
                    self.b.op_ext(Op::CopySlice, dst, d, s, ext);
                }
            }
            Builtin::Delete => {
                let x = self.ty(&c.args[0]);
                let Type::Map(key, _) = self.shape(x) else { return };
                let m = self.value(&c.args[0]);
                let k = self.owned_as(&c.args[1], key);
                let ext = self.map_ext(x);
                self.b.op_ext(Op::MapDelete, m, k, 0, ext);
            }
            Builtin::Make => self.make(e.span, c, t, dst),
            Builtin::Max | Builtin::Min => self.min_max(id, c, t, dst),
            Builtin::New => {
                let elem = self.elem(t);
                let is_type = self.unit.info().mode(c.args[0].id) == crate::check::Mode::TypeExpr;
                if is_type {
                    self.new_object(dst, elem);
                } else {
                    // new(expression)
                    let v = self.value_as(&c.args[0], elem);
                    let ptr = self.b.pointer();
                    self.new_object(ptr, elem);
                    self.store_mem(ptr, 0, v, elem);
                    self.b.mov(dst, ptr, 1);
                }
            }
            Builtin::Panic => {
                let v = self.value_as(&c.args[0], TypeId::EMPTY_INTERFACE);
                self.at(e.span, |g| g.b.op(Op::Panic, v, 0, 0));
            }
            Builtin::Print | Builtin::Println => self.print(id == Builtin::Println, c),
            Builtin::Recover => self.b.op(Op::Recover, dst, 0, 0),
        }
        self.b.sp = sp;
    }

    /// A predeclared function whose operands are the results of one call.
    fn builtin_of_parts(&mut self, id: Builtin, parts: &[(Reg, TypeId)], t: TypeId, dst: Reg) {
        let (first, first_ty) = parts[0];
        match id {
            Builtin::Append => {
                let elem = self.elem(t);
                let slots = self.slots(elem);
                let one = self.classes(elem);
                let classes: Vec<RegClass> = parts[1..].iter().flat_map(|_| one.iter().copied()).collect();
                let values = self.b.alloc(&classes);
                for (i, &(src, from)) in parts[1..].iter().enumerate() {
                    self.convert_assign(super::func::nth(values, i, slots), src, from, elem);
                }
                let ext = self.ext_aux(elem, parts.len() as u16 - 1);
                self.b.op_ext(Op::AppendValues, dst, first, values, ext);
            }
            Builtin::Copy => match self.shape(parts[1].1) {
                Type::Basic(_) => self.b.op(Op::CopyString, dst, first, parts[1].0),
                _ => {
                    let elem = self.elem(first_ty);
                    let ext = self.ext(elem);
                    self.b.op_ext(Op::CopySlice, dst, first, parts[1].0, ext);
                }
            },
            Builtin::Complex => {
                self.b.mov(dst, first, 1);
                self.b.mov(dst + 1, parts[1].0, 1);
            }
            Builtin::Delete => {
                if let Type::Map(key, _) = self.shape(first_ty) {
                    let k = self.temp(key);
                    self.convert_assign(k, parts[1].0, parts[1].1, key);
                    let ext = self.map_ext(first_ty);
                    self.b.op_ext(Op::MapDelete, first, k, 0, ext);
                }
            }
            Builtin::Print | Builtin::Println => {
                for (i, &(src, from)) in parts.iter().enumerate() {
                    if i > 0 && id == Builtin::Println {
                        self.b.op(Op::Print, PrintKind::Space as u16, 0, 0);
                    }
                    self.print_value(src, from);
                }
                if id == Builtin::Println {
                    self.b.op(Op::Print, PrintKind::Newline as u16, 0, 0);
                }
            }
            Builtin::Max | Builtin::Min => {
                self.b.mov(dst, first, 1);
                self.unit.bug(crate::source::Span::NONE, "min or max of a call with several results");
            }
            Builtin::Cap
            | Builtin::Clear
            | Builtin::Close
            | Builtin::Imag
            | Builtin::Len
            | Builtin::Make
            | Builtin::New
            | Builtin::Panic
            | Builtin::Real
            | Builtin::Recover => {
                self.unit.bug(crate::source::Span::NONE, "a predeclared function with too many operands");
            }
        }
    }

    fn len_cap(&mut self, id: Builtin, x: &Expr, dst: Reg) {
        let mut t = self.ty(x);
        if let Type::Pointer(elem) = self.shape(t) {
            t = elem;
        }
        match self.shape(t) {
            Type::Array(_, len) => {
                // Not constant: the operand is evaluated for its effects.
                self.value(x);
                self.b.constant(dst, len);
            }
            Type::Map(..) => {
                let r = self.value(x);
                self.b.op(Op::MapLen, dst, r, 0);
            }
            Type::Chan(..) => {
                let r = self.value(x);
                self.b.op(if id == Builtin::Len { Op::ChanLen } else { Op::ChanCap }, dst, r, 0);
            }
            _ => {
                let mark = self.b.sp;
                let r = self.len_reg(x, id == Builtin::Cap);
                self.b.mov_from(dst, r, 1, mark);
            }
        }
    }

    /// The register of `len(x)` or `cap(x)`, if `x` is in registers of its own.
    pub(super) fn header_part(&mut self, c: &Call) -> Option<Reg> {
        let cap = match self.unit.info().call_kind(c.fun.id) {
            CallKind::Builtin(Builtin::Len) => false,
            CallKind::Builtin(Builtin::Cap) => true,
            _ => return None,
        };
        let x = c.args[0].unparen();
        let t = self.ty(x);
        if !matches!(self.shape(t), Type::Slice(_) | Type::Basic(_)) {
            return None;
        }
        let var = self.unit.info().use_of(x.as_ident()?.id)?;
        // The value is that of now, whatever calls do to the variable.
        if self.facts.handed(var) {
            return None;
        }
        let reg = self.register_of(x)?;
        Some(reg + 1 + u16::from(cap))
    }

    /// The register with the length (or capacity) of a string or slice; where it is, the value is not loaded whole.
    pub(super) fn len_reg(&mut self, x: &Expr, cap: bool) -> Reg {
        let part = 1 + u16::from(cap);
        let x = x.unparen();
        if self.is_place(x)
            && self.unit.info().const_val(x.id).is_none()
            && !matches!(x.kind, ExprKind::Index(_))
        {
            let t = self.ty(x);
            let place = self.place(x);
            return match place {
                Place::Reg(reg) => reg + part,
                Place::Mem { ptr, off } => {
                    let dst = self.b.scalar();
                    let (ptr, off) = self.near(ptr, off + 8 * u64::from(part));
                    self.b.op(Op::Load, dst, ptr, off);
                    dst
                }
                place => self.load_to_reg(&place, t) + part,
            };
        }
        self.value(x) + part
    }

    /// `make`, at `site`.
    fn make(&mut self, site: Span, c: &Call, t: TypeId, dst: Reg) {
        match self.shape(t) {
            Type::Slice(elem) => {
                let elem = self.subst_ty(elem);
                let len = self.index_value(&c.args[1]).reg;
                let cap = match c.args.get(2) {
                    Some(cap) => self.index_value(cap).reg,
                    None => len,
                };
                let ext = self.ext(elem);
                self.b.op_ext(Op::MakeSlice, dst, len, cap, ext);
            }
            Type::Map(..) => {
                let hint = match c.args.get(1) {
                    Some(hint) => self.index_value(hint).reg,
                    None => self.imm(0),
                };
                let ext = self.map_ext(t);
                self.b.op_ext(Op::MakeMap, dst, hint, 0, ext);
            }
            _ => {
                let size = match c.args.get(1) {
                    Some(size) => self.index_value(size).reg,
                    None => self.imm(0),
                };
                let ext = self.ext(t);
                let site = self.unit.program.site(site);
                self.b.op_ext(Op::MakeChan, dst, size, site, ext);
            }
        }
    }

    fn min_max(&mut self, id: Builtin, c: &Call, t: TypeId, dst: Reg) {
        let best = self.temp(t);
        self.value_as_to(&c.args[0], t, best);
        let n = self.slots(t);
        for arg in &c.args[1..] {
            let sp = self.b.sp;
            let x = self.value_as(arg, t);
            let basic = self.basic(t);
            if basic.is_float() {
                self.float_min_max(id, basic, best, x);
            } else {
                let less = self.b.scalar();
                let (a, b) = if id == Builtin::Min { (x, best) } else { (best, x) };
                let op = match basic {
                    Basic::String => Op::LtString,
                    b if b.is_unsigned() => Op::LtUint,
                    _ => Op::LtInt,
                };
                self.b.op(op, less, a, b);
                let skip = self.b.label();
                self.b.branch(Op::JumpFalse, less, 0, None, skip);
                self.b.mov(best, x, n);
                self.b.place(skip);
            }
            self.b.sp = sp;
        }
        self.b.mov(dst, best, n);
    }

    /// `best` = the smaller or larger float: NaN if one is, and -0 below +0.
    fn float_min_max(&mut self, id: Builtin, basic: Basic, best: Reg, x: Reg) {
        let small = basic.is_float32();
        let (lt, eq) = if small { (Op::LtFloat32, Op::EqFloat32) } else { (Op::LtFloat, Op::EqFloat) };
        let (take, equal, done) = (self.b.label(), self.b.label(), self.b.label());
        let r = self.b.scalar();
        // A NaN stays, and one that comes is taken.
        self.b.op(eq, r, best, best);
        self.b.branch(Op::JumpFalse, r, 0, None, done);
        self.b.op(eq, r, x, x);
        self.b.branch(Op::JumpFalse, r, 0, None, take);
        self.b.op(eq, r, x, best);
        self.b.branch(Op::JumpTrue, r, 0, None, equal);
        let (a, b) = if id == Builtin::Min { (x, best) } else { (best, x) };
        self.b.op(lt, r, a, b);
        self.b.branch(Op::JumpTrue, r, 0, None, take);
        self.b.jump(Op::Jump, done);
        // Equal numbers differ at most in the sign of zero.
        self.b.place(equal);
        self.b.op(if id == Builtin::Min { Op::Or } else { Op::And }, best, best, x);
        self.b.jump(Op::Jump, done);
        self.b.place(take);
        self.b.mov(best, x, 1);
        self.b.place(done);
    }

    fn print(&mut self, line: bool, c: &Call) {
        // All operands are evaluated before anything is written.
        let mut values = Vec::new();
        for arg in &c.args {
            let mut t = self.ty(arg);
            if let Type::Basic(b) = self.shape(t) {
                t = match b {
                    Basic::UntypedNil => TypeId::EMPTY_INTERFACE,
                    _ => t,
                };
            }
            values.push((t, self.value(arg)));
        }
        for (i, &(kind, reg)) in values.iter().enumerate() {
            if line && i > 0 {
                self.b.op(Op::Print, PrintKind::Space as u16, 0, 0);
            }
            self.print_value(reg, kind);
        }
        if line {
            self.b.op(Op::Print, PrintKind::Newline as u16, 0, 0);
        }
    }

    /// Writes a value of type `t`.
    fn print_value(&mut self, reg: Reg, t: TypeId) {
        let kind = self.print_kind(t);
        self.b.op(Op::Print, kind as u16, reg, 0);
    }

    /// The function of a closure without parameters that calls the predeclared function, and the operands as they are now.
    pub(super) fn builtin_thunk(&mut self, id: Builtin, e: &Expr, c: &Call) -> Thunk {
        let mut classes = Vec::new();
        let mut types = Vec::new();
        for arg in &c.args {
            let t = if id == Builtin::Panic { TypeId::EMPTY_INTERFACE } else { self.ty(arg) };
            classes.extend(self.classes(t));
            types.push(t);
        }
        if id == Builtin::Delete
            && let Type::Map(key, _) = self.shape(types[0])
        {
            types[1] = key;
            classes = self.classes(types[0]);
            classes.extend(self.classes(key));
        }
        let base = self.b.alloc(&classes);
        let mut at = base;
        for (arg, &t) in c.args.iter().zip(&types) {
            self.value_as_to(arg, t, at);
            at += self.slots(t);
        }
        let name = self.name.clone();
        let n = classes.len() as u16;
        let span = e.span;
        let regs = classes.clone();
        let ext = match (id, types.first()) {
            (Builtin::Delete | Builtin::Clear, Some(&t)) if matches!(self.shape(t), Type::Map(..)) => {
                self.map_ext(t)
            }
            (Builtin::Clear | Builtin::Copy, Some(&t)) => {
                let elem = self.elem(t);
                self.ext(elem)
            }
            _ => Instr(0),
        };
        let is_map = types.first().is_some_and(|&t| matches!(self.shape(t), Type::Map(..)));
        let func = self.synthesize(name, &[], &[], true, span, move |g| {
            let first = g.b.alloc(&regs);
            if n > 0 {
                g.load_capture(first, 0, n);
            }
            match id {
                Builtin::Close => {
                    let site = g.unit.program.site(span);
                    g.b.op(Op::CloseChan, first, site, 0);
                }
                Builtin::Delete => {
                    let key = first + 1;
                    g.b.op_ext(Op::MapDelete, first, key, 0, ext);
                }
                Builtin::Clear if is_map => g.b.op_ext(Op::MapClear, first, 0, 0, ext),
                Builtin::Clear => g.b.op_ext(Op::ClearSlice, first, 0, 0, ext),
                Builtin::Panic => g.b.op(Op::Panic, first, 0, 0),
                Builtin::Copy => {
                    let r = g.b.scalar();
                    g.b.op_ext(Op::CopySlice, r, first, first + 3, ext);
                }
                Builtin::Recover => {
                    let r = g.temp(TypeId::EMPTY_INTERFACE);
                    g.b.op(Op::Recover, r, 0, 0);
                }
                Builtin::Print | Builtin::Println => {
                    let mut at = first;
                    for (i, &t) in types.iter().enumerate() {
                        if i > 0 && id == Builtin::Println {
                            g.b.op(Op::Print, PrintKind::Space as u16, 0, 0);
                        }
                        g.print_value(at, t);
                        at += g.slots(t);
                    }
                    if id == Builtin::Println {
                        g.b.op(Op::Print, PrintKind::Newline as u16, 0, 0);
                    }
                }
                Builtin::Append
                | Builtin::Cap
                | Builtin::Complex
                | Builtin::Imag
                | Builtin::Len
                | Builtin::Make
                | Builtin::Max
                | Builtin::Min
                | Builtin::New
                | Builtin::Real => {}
            }
            g.b.op(Op::Return, 0, 0, 0);
        });
        let plain = (id == Builtin::Close).then_some(Plain::Close(span));
        Thunk { func, base, classes, plain }
    }
}
