//! Conversions `T(x)`.

use super::frame::{BasicExt, Gen};
use super::func::Reg;
use super::operators::narrowing;
use crate::ast::Expr;
use crate::bytecode::{Instr, Op};
use crate::types::{Basic, Type, TypeId};

impl Gen<'_, '_> {
    /// `dst` = `t(x)`
    pub(super) fn conversion(&mut self, x: &Expr, t: TypeId, dst: Reg) {
        if self.is_nil(x) {
            let n = self.slots(t);
            return self.b.zero(dst, n);
        }
        let from = self.ty(x);
        let to_shape = self.shape(t);
        if let Some(v) = self.unit.info().const_val(x.id).cloned() {
            let direct = match (&to_shape, &v) {
                (Type::Basic(Basic::String), v) => v.as_bytes().is_some(),
                (Type::Basic(_), v) => v.as_bytes().is_none(),
                _ => false,
            };
            // Generic code converts constants too; they need no run-time conversion (but may be truncated).
            if direct && self.constant_fits(&v, t) {
                return self.constant(dst, &v, t);
            }
        }
        if self.is_iface(t) {
            return self.value_as_to(x, t, dst);
        }
        let from_shape = self.shape(from);
        match (&from_shape, &to_shape) {
            (Type::Basic(f), Type::Basic(to)) if *f != *to => self.basic_conversion(x, *f, *to, t, dst),
            (Type::Basic(_), Type::Slice(elem)) => {
                let s = self.value(x);
                let op = if self.is_byte(*elem) { Op::StringToBytes } else { Op::StringToRunes };
                // That of a constant is copied as it is.
                let exact = u16::from(self.unit.info().const_val(x.id).is_some());
                self.b.op(op, dst, s, exact);
            }
            (Type::Slice(elem), Type::Basic(_)) => {
                let s = self.value(x);
                let op = if self.is_byte(*elem) { Op::BytesToString } else { Op::RunesToString };
                self.b.op(op, dst, s, 0);
            }
            (Type::Slice(_), Type::Pointer(array)) => {
                let s = self.value(x);
                let len = match self.shape(*array) {
                    Type::Array(_, len) => len,
                    _ => 0,
                };
                self.b.op_ext(Op::SliceToArray, dst, s, 0, Instr(len));
            }
            (Type::Slice(_), Type::Array(_, len)) => {
                let s = self.value(x);
                let ptr = self.b.pointer();
                self.b.op_ext(Op::SliceToArray, ptr, s, 0, Instr(*len));
                if *len > 0 {
                    self.load_mem(dst, ptr, 0, t);
                } else if self.is_indirect(t) {
                    self.new_object(dst, t);
                }
            }
            _ => self.value_to(x, dst),
        }
    }

    fn constant_fits(&mut self, v: &crate::check::consts::ConstValue, t: TypeId) -> bool {
        match self.basic(t) {
            b if b.is_integer() => super::consts::bits(v, b).is_some_and(|bits| {
                let (n, neg) = (b.bits(), (bits as i64) < 0 && !b.is_unsigned());
                if b.is_unsigned() {
                    n == 64 || bits < 1 << n
                } else if neg {
                    (bits as i64) >= -(1i64 << (n - 1))
                } else {
                    bits < 1 << (n - 1)
                }
            }),
            _ => true,
        }
    }

    fn is_byte(&mut self, t: TypeId) -> bool {
        matches!(self.shape(t), Type::Basic(Basic::Uint8))
    }

    fn basic_conversion(&mut self, x: &Expr, from: Basic, to: Basic, t: TypeId, dst: Reg) {
        if to == Basic::String {
            let r = self.value(x);
            if from.is_integer() {
                // A uint64 beyond the signed range is no rune either way.
                self.b.op(Op::RuneToString, dst, r, 0);
            } else {
                self.b.mov(dst, r, 2);
            }
            return;
        }
        if from == Basic::UntypedString || from == Basic::UntypedBool || to == Basic::Bool {
            return self.value_to(x, dst);
        }
        let r = self.value(x);
        self.number(dst, r, from, to, t);
    }

    /// `dst` = the number in `r` converted.
    pub(super) fn number(&mut self, dst: Reg, r: Reg, from: Basic, to: Basic, t: TypeId) {
        if from.is_complex() && to.is_complex() {
            let op = match (from == Basic::Complex64, to == Basic::Complex64) {
                (true, false) => Op::Float32ToFloat,
                (false, true) => Op::FloatToFloat32,
                _ => return self.b.mov(dst, r, 2),
            };
            self.b.op(op, dst, r, 0);
            self.b.op(op, dst + 1, r + 1, 0);
            return;
        }
        match (from.is_float(), to.is_float()) {
            (false, false) => {
                // Widening keeps the register form; what may not fit is cut.
                let fits = from.bits() < to.bits() && (from.is_unsigned() || !to.is_unsigned())
                    || from.bits() == to.bits() && from.is_unsigned() == to.is_unsigned();
                match narrowing(self.basic(t)) {
                    Some(op) if !fits => self.b.op(op, dst, r, 0),
                    _ => self.b.mov(dst, r, 1),
                }
            }
            (false, true) => {
                let op = match (from.is_unsigned() && from.bits() == 64, to.is_float32()) {
                    (false, false) => Op::IntToFloat,
                    (true, false) => Op::UintToFloat,
                    (false, true) => Op::IntToFloat32,
                    (true, true) => Op::UintToFloat32,
                };
                self.b.op(op, dst, r, 0);
            }
            (true, false) => {
                let mut src = r;
                if from.is_float32() {
                    src = self.b.scalar();
                    self.b.op(Op::Float32ToFloat, src, r, 0);
                }
                // As Go compiles it for amd64: to what fits 32 signed bits by way of them.
                let op = match (to.is_unsigned(), to.bits()) {
                    (true, 64) => Op::FloatToUint,
                    (true, 32) | (false, 64) => Op::FloatToInt,
                    _ => Op::FloatToInt32,
                };
                self.b.op(op, dst, src, 0);
                self.narrow(dst, t);
            }
            (true, true) => match (from.is_float32(), to.is_float32()) {
                (true, false) => self.b.op(Op::Float32ToFloat, dst, r, 0),
                (false, true) => self.b.op(Op::FloatToFloat32, dst, r, 0),
                _ => self.b.mov(dst, r, 1),
            },
        }
    }
}
