//! Expressions: values into registers.
//!
//! `value` gives a register that holds the value, perhaps a variable's own; `value_to` puts the value into a given
//! register, which it writes last of all (composite literals excepted: see `writes_early`).

use super::frame::{BasicExt, Gen, Key, Var};
use super::func::{IndexReg, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Instr, Op, PrintKind, data_word, slice_flags};
use crate::check::{Mode, SelectionKind};
use crate::heap::IfaceWord;
use crate::types::{Basic, Type, TypeId};

impl Gen<'_, '_> {
    /// A register with the value of a single-valued expression.
    pub(super) fn value(&mut self, e: &Expr) -> Reg {
        if let Some(reg) = self.hoisted_reg(e).or_else(|| self.done_reg(e)) {
            return reg;
        }
        if self.unit.info().const_val(e.id).is_none() {
            match &e.kind {
                ExprKind::Paren(x) => return self.value(x),
                ExprKind::Ident(_) | ExprKind::Selector(_) | ExprKind::Index(_) | ExprKind::Star(_)
                    if self.is_place(e) =>
                {
                    let t = self.ty(e);
                    return match self.place(e) {
                        Place::Reg(reg) => reg,
                        Place::Mem { ptr, off: 0 } if self.is_indirect(t) => {
                            self.at(e.span, |g| g.b.op(Op::NilCheck, ptr, 0, 0));
                            ptr
                        }
                        place => {
                            let dst = self.temp(t);
                            self.at(e.span, |g| g.load_once(&place, t, dst));
                            dst
                        }
                    };
                }
                ExprKind::Call(_) if self.is_plain_call(e) => return self.call(e),
                ExprKind::Call(c) => {
                    if let Some(reg) = self.header_part(c) {
                        return reg;
                    }
                }
                _ => {}
            }
        }
        let t = self.ty(e);
        let dst = self.temp(t);
        self.value_to(e, dst);
        dst
    }

    /// A register with the value, converted to the type `want` that it is assignable to.
    pub(super) fn value_as(&mut self, e: &Expr, want: TypeId) -> Reg {
        if self.needs_iface(e, want) || self.is_nil(e) || self.retyped_const(e, want) {
            let dst = self.temp(want);
            self.value_as_to(e, want, dst);
            dst
        } else {
            self.value(e)
        }
    }

    /// As `value_as`, and nobody else sees the value's cell if it is indirect.
    pub(super) fn owned_as(&mut self, e: &Expr, want: TypeId) -> Reg {
        if self.is_indirect(want) {
            let dst = self.b.pointer();
            self.value_as_to(e, want, dst);
            dst
        } else {
            self.value_as(e, want)
        }
    }

    /// `dst` = the value converted to the type `want` that it is assignable to.
    pub(super) fn value_as_to(&mut self, e: &Expr, want: TypeId, dst: Reg) {
        let sp = self.b.sp;
        if self.is_nil(e) {
            let n = self.slots(want);
            self.b.zero(dst, n);
        } else if self.needs_iface(e, want) {
            let from = self.ty(e);
            let src = self.owned_as(e, from);
            self.at(e.span, |g| g.make_iface(dst, src, from));
        } else if self.retyped_const(e, want) {
            if let Some(value) = self.unit.info().const_val(e.id).cloned() {
                self.constant(dst, &value, want);
            }
        } else {
            self.value_to(e, dst);
        }
        self.b.sp = sp;
    }

    /// A constant whose recorded type is not the one it is used at (untyped ones in generic code).
    fn retyped_const(&mut self, e: &Expr, want: TypeId) -> bool {
        if self.unit.info().const_val(e.id).is_none() {
            return false;
        }
        let (from, to) = (self.ty(e), want);
        from != to && !self.is_iface(to)
    }

    /// Whether using the expression as a `want` makes an interface value of it.
    pub(super) fn needs_iface(&mut self, e: &Expr, want: TypeId) -> bool {
        self.is_iface(want) && !self.is_nil(e) && {
            let from = self.ty(e);
            !self.is_iface(from)
        }
    }

    /// Whether the expression is the predeclared nil.
    pub(super) fn is_nil(&mut self, e: &Expr) -> bool {
        self.unit.info().mode(e.id) == Mode::Nil
    }

    /// `dst` = the interface that holds the value of concrete type `t` in `src`. An indirect value's cell is given up.
    pub(super) fn make_iface(&mut self, dst: Reg, src: Reg, t: TypeId) {
        self.unit.make_dynamic(t);
        let op = if self.is_indirect(t) { Op::MakeIfaceBox } else { Op::MakeIface };
        let ext = self.ext_of_iface(t);
        self.b.op_ext(op, dst, src, 0, ext);
    }

    /// The extension word for instructions that make interfaces of values of type `t`, or values of interfaces.
    fn ext_of_iface(&mut self, t: TypeId) -> Instr {
        let rtype = self.rtype(t);
        let word = match rtype.iface_word {
            IfaceWord::Scalar | IfaceWord::Pointer => data_word::VALUE,
            IfaceWord::Boxed if rtype.words && rtype.slots == 2 => data_word::PAIR,
            IfaceWord::Boxed => data_word::OTHER,
        };
        self.ext_aux(t, word)
    }

    /// Moves a value of type `from` in `src` to `dst` as a value of type `to` that it is assignable to.
    pub(super) fn convert_assign(&mut self, dst: Reg, src: Reg, from: TypeId, to: TypeId) {
        if self.is_iface(to) && !self.is_iface(from) {
            self.make_iface(dst, src, from);
        } else {
            let n = self.slots(to);
            self.b.mov(dst, src, n);
        }
    }

    /// Whether `value_to` may write parts of `dst` before all operands are read.
    pub(super) fn writes_early(e: &Expr) -> bool {
        match &e.kind {
            ExprKind::CompositeLit(_) => true,
            ExprKind::Paren(x) => Self::writes_early(x),
            ExprKind::Unary(u) if u.op == UnaryOp::Addr => Self::writes_early(&u.x),
            ExprKind::Call(c) => c.args.iter().any(Self::writes_early),
            _ => false,
        }
    }

    /// `dst` = the value. A value of indirect type is a new cell.
    pub(super) fn value_to(&mut self, e: &Expr, dst: Reg) {
        let sp = self.b.sp;
        self.at(e.span, |g| g.value_to_inner(e, dst));
        self.b.sp = sp;
    }

    fn value_to_inner(&mut self, e: &Expr, dst: Reg) {
        let t = self.ty(e);
        if let Some(value) = self.unit.info().const_val(e.id).cloned() {
            self.constant(dst, &value, t);
            return;
        }
        if let Some(reg) = self.done_reg(e) {
            let n = self.slots(t);
            return self.b.mov(dst, reg, n);
        }
        match &e.kind {
            ExprKind::Paren(x) => self.value_to(x, dst),
            ExprKind::Ident(_) if self.is_nil(e) => {
                let n = self.slots(t);
                self.b.zero(dst, n);
            }
            ExprKind::Ident(_) | ExprKind::Selector(_) | ExprKind::Index(_) | ExprKind::Star(_) => {
                self.name_to(e, t, dst)
            }
            ExprKind::FuncLit(lit) => self.func_lit(lit, dst),
            ExprKind::CompositeLit(lit) => self.composite(lit, t, dst),
            ExprKind::Slice(s) => self.slice_expr(s, t, dst),
            ExprKind::TypeAssert(a) => self.type_assert(a, t, dst, None),
            ExprKind::Call(c) => self.call_to(e, c, t, dst),
            ExprKind::Unary(u) => self.unary(e, u, t, dst),
            ExprKind::Binary(b) => self.binary(e, b, t, dst),
            ExprKind::Go(call) => self.go_task(call, t, dst),
            // Not values; the checker refused them.
            ExprKind::Bad
            | ExprKind::BasicLit(_)
            | ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => self.unit.bug(e.span, "an expression that is no value"),
        }
    }

    /// Names, selections, index expressions, dereferences.
    fn name_to(&mut self, e: &Expr, t: TypeId, dst: Reg) {
        if let ExprKind::Index(i) = &e.kind {
            let x = self.ty(&i.x);
            match self.shape(x) {
                Type::Map(..) if self.unit.info().mode(i.x.id) != Mode::TypeExpr => {
                    return self.map_get(i, x, dst, None);
                }
                Type::Func(_) => return self.func_value(e, dst),
                Type::Basic(_) => {
                    let s = self.value(&i.x);
                    let index = self.index_value(&i.indices[0]);
                    return self.load_element(Op::ElemU8, dst, s, index);
                }
                _ => {}
            }
        }
        if self.is_place(e) {
            let place = self.place(e);
            self.load_once(&place, t, dst);
        } else {
            self.func_value(e, dst);
        }
    }

    /// A function, method value or method expression as a value.
    fn func_value(&mut self, e: &Expr, dst: Reg) {
        // A generic method may be given its type arguments.
        let selected = match &e.kind {
            ExprKind::Index(i) => i.x.unparen(),
            _ => e,
        };
        if let ExprKind::Selector(s) = &selected.kind
            && let Some(sel) = self.unit.info().selection(selected.id).cloned()
        {
            match sel.kind {
                SelectionKind::Method { .. } | SelectionKind::InterfaceMethod(_) => {
                    return self.method_value(s, selected.id, e, dst);
                }
                SelectionKind::MethodExpr { .. } | SelectionKind::InterfaceMethodExpr(_) => {
                    return self.method_expr(s, selected.id, e, dst);
                }
                SelectionKind::Field | SelectionKind::Qualified(_) => {}
            }
        }
        match self.static_callee(e) {
            Some(func) => self.b.op_wide(Op::LoadFunc, dst, func.0, None),
            None => self.unit.bug(e.span, "a name that is no value"),
        }
    }

    /// An index as a 64-bit register; unsigned and too large is out of range either way.
    pub(super) fn index_value(&mut self, e: &Expr) -> IndexReg {
        if let Some(v) = self.unit.info().const_val(e.id).cloned() {
            let dst = self.b.scalar();
            self.constant(dst, &v, TypeId::INT);
            return IndexReg { reg: dst, unsigned: false, own: true };
        }
        let t = self.ty(e);
        let unsigned = matches!(self.basic(t), Basic::Uint | Basic::Uint64 | Basic::Uintptr);
        let mark = self.b.sp;
        let reg = self.value(e);
        IndexReg { reg, unsigned, own: reg >= mark }
    }

    // ---- slicing ----

    fn slice_expr(&mut self, s: &SliceExpr, t: TypeId, dst: Reg) {
        let mut x = self.ty(&s.x);
        let mut is_ptr = false;
        if let Type::Pointer(elem) = self.shape(x) {
            x = elem;
            is_ptr = true;
        }
        let shape = self.shape(x);
        let operand = match shape {
            Type::Array(..) if !is_ptr => {
                let reg = self.b.pointer();
                self.address_of(&s.x, reg);
                reg
            }
            _ => self.value(&s.x),
        };
        let bounds = self.b.alloc(&[crate::bytecode::RegClass::Scalar; 3]);
        let (mut flags, mut unsigned) = (0, 0);
        for (i, (bound, flag)) in
            [(&s.lo, slice_flags::LO), (&s.hi, slice_flags::HI), (&s.max, slice_flags::MAX)]
                .into_iter()
                .enumerate()
        {
            let reg = bounds + i as u16;
            if let Some(e) = bound {
                flags |= flag;
                let sp = self.b.sp;
                let v = self.index_value(e);
                unsigned |= if v.unsigned { flag } else { 0 };
                self.b.mov_from(reg, v.reg, 1, sp);
                self.b.sp = sp;
            }
        }
        match shape {
            Type::Basic(_) => {
                self.b.unsigned_operands(unsigned);
                self.b.op_ext(Op::SliceString, dst, operand, bounds, Instr::ext(0, flags, 0));
            }
            Type::Array(elem, len) => {
                let size = self.rtype(elem).size as u32;
                let ext = [Instr::ext(size, flags, 0), Instr(len)];
                self.b.unsigned_operands(unsigned);
                self.b.op_exts(Op::SliceArray, dst, operand, bounds, ext);
            }
            _ => {
                let elem = self.elem(t);
                let size = self.rtype(elem).size as u32;
                self.b.unsigned_operands(unsigned);
                self.b.op_ext(Op::SliceSlice, dst, operand, bounds, Instr::ext(size, flags, 0));
            }
        }
    }

    /// The element type of a slice, array, pointer or channel.
    pub(super) fn elem(&mut self, t: TypeId) -> TypeId {
        let e = match self.shape(t) {
            Type::Slice(e) | Type::Array(e, _) | Type::Pointer(e) | Type::Chan(_, e) | Type::Map(_, e) => e,
            Type::Basic(_) => TypeId::UINT8,
            _ => TypeId::INVALID,
        };
        self.unit.types().canon(e)
    }

    // ---- type assertions ----

    /// `dst` = `x.(T)`, and `ok`.
    pub(super) fn type_assert(&mut self, a: &TypeAssert, t: TypeId, dst: Reg, ok: Option<Reg>) {
        let x = self.value(&a.x);
        let from = self.ty(&a.x);
        let target = match &a.ty {
            Some(ty) => self.ty(ty),
            None => t,
        };
        self.assert_value(x, from, target, dst, ok);
        // Nothing writes to the cell that the interface holds.
        if !self.is_iface(target) && self.is_indirect(target) {
            let ext = self.ext(target);
            self.b.op_ext(Op::Clone, dst, dst, 0, ext);
        }
    }

    /// `dst` = the interface in `x` (of static type `from`) as a `target`. An indirect value is the interface's own cell.
    pub(super) fn assert_value(&mut self, x: Reg, from: TypeId, target: TypeId, dst: Reg, ok: Option<Reg>) {
        // A concrete target gets its methods where values of it are put into interfaces.
        let iface = self.is_iface(target);
        let ext = [self.ext_of_iface(target), self.ext(from)];
        let op = match (iface, ok.is_some()) {
            (true, true) => Op::AssertIfaceOk,
            (true, false) => Op::AssertIface,
            (false, true) => Op::AssertTypeOk,
            (false, false) => Op::AssertType,
        };
        self.b.op_exts(op, dst, x, ok.unwrap_or(0), ext);
    }

    // ---- maps ----

    /// `dst` = `x[key]`, and `ok` in the register behind it.
    pub(super) fn map_get(&mut self, i: &Index, map: TypeId, dst: Reg, ok: Option<Reg>) {
        let Type::Map(key, elem) = self.shape(map) else { return };
        let m = self.value(&i.x);
        let k = self.value_as(&i.indices[0], key);
        let ext = self.map_ext(map);
        let path = self.map_path(key);
        match ok {
            None => self.b.op_ext(path.get(), dst, m, k, ext),
            Some(ok) if ok == dst + self.slots(elem) => self.b.op_ext(path.get_ok(), dst, m, k, ext),
            Some(ok) => {
                // The instruction wants `ok` behind the value.
                let mut classes = self.classes(elem);
                let n = classes.len() as u16;
                classes.push(crate::bytecode::RegClass::Scalar);
                let both = self.b.alloc(&classes);
                self.b.op_ext(path.get_ok(), both, m, k, ext);
                self.b.mov(dst, both, n);
                self.b.mov(ok, both + n, 1);
            }
        }
    }

    /// The extension word of map instructions.
    pub(super) fn map_ext(&mut self, map: TypeId) -> Instr {
        let Type::Map(key, elem) = self.shape(map) else { return Instr(0) };
        let (k, v) = (self.slots(key), self.slots(elem));
        Instr::ext(self.rtype_id(map).0, k, v)
    }

    /// Which instructions serve the key type.
    pub(super) fn map_path(&mut self, key: TypeId) -> MapPath {
        match self.shape(key) {
            Type::Basic(Basic::String) => MapPath::Str,
            Type::Basic(b) if b.is_integer() => MapPath::Int,
            _ => MapPath::Any,
        }
    }

    // ---- print ----

    /// How `print` writes a value of the type.
    pub(super) fn print_kind(&mut self, t: TypeId) -> PrintKind {
        match self.shape(t) {
            Type::Basic(b) => match b {
                Basic::Bool | Basic::UntypedBool => PrintKind::Bool,
                Basic::String | Basic::UntypedString => PrintKind::String,
                Basic::Complex64 => PrintKind::Complex64,
                Basic::Float32 => PrintKind::Float32,
                b if b.is_complex() => PrintKind::Complex,
                b if b.is_float() => PrintKind::Float,
                Basic::UnsafePointer => PrintKind::Pointer,
                b if b.is_unsigned() => PrintKind::Uint,
                _ => PrintKind::Int,
            },
            Type::Slice(_) => PrintKind::Slice,
            Type::Interface(_) => PrintKind::Iface,
            _ => PrintKind::Pointer,
        }
    }

    /// Whether the variable is local to the function or captured.
    pub(super) fn var(&self, e: &Ident) -> Option<(Key, Var)> {
        let obj = self.unit.info_ref().use_of(e.id)?;
        let key = Key::Obj(obj);
        self.vars.get(&key).map(|&v| (key, v))
    }
}

/// Which map instructions serve a key type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MapPath {
    Int,
    Str,
    Any,
}

impl MapPath {
    fn get(self) -> Op {
        match self {
            MapPath::Int => Op::MapGetInt,
            MapPath::Str => Op::MapGetString,
            MapPath::Any => Op::MapGet,
        }
    }

    fn get_ok(self) -> Op {
        match self {
            MapPath::Int => Op::MapGetOkInt,
            MapPath::Str => Op::MapGetOkString,
            MapPath::Any => Op::MapGetOk,
        }
    }

    pub(super) fn entry(self) -> Op {
        match self {
            MapPath::Int => Op::MapEntryInt,
            MapPath::Str => Op::MapEntryString,
            MapPath::Any => Op::MapEntry,
        }
    }

    pub(super) fn set(self) -> Op {
        match self {
            MapPath::Int => Op::MapSetInt,
            MapPath::Str => Op::MapSetString,
            MapPath::Any => Op::MapSet,
        }
    }
}
