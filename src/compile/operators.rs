//! Unary and binary operators.

use super::frame::{BasicExt, Gen};
use super::func::Reg;
use crate::ast::*;
use crate::bytecode::Op;
use crate::types::{Basic, Type, TypeId};

impl Gen<'_, '_> {
    pub(super) fn unary(&mut self, e: &Expr, u: &Unary, t: TypeId, dst: Reg) {
        match u.op {
            UnaryOp::Plus => self.value_to(&u.x, dst),
            UnaryOp::Neg => {
                let x = self.value_as(&u.x, t);
                match self.basic(t) {
                    b if b.is_float32() => self.b.op(Op::NegFloat32, dst, x, 0),
                    b if b.is_float() => self.b.op(Op::NegFloat, dst, x, 0),
                    b if b.is_complex() => {
                        let op = if b == Basic::Complex64 { Op::NegFloat32 } else { Op::NegFloat };
                        // The operand may be `dst` itself: each part is read before it is written.
                        self.b.op(op, dst, x, 0);
                        self.b.op(op, dst + 1, x + 1, 0);
                    }
                    _ => {
                        self.b.op(Op::NegInt, dst, x, 0);
                        self.narrow(dst, t);
                    }
                }
            }
            UnaryOp::Not => {
                let x = self.value(&u.x);
                self.b.op(Op::Not, dst, x, 0);
            }
            UnaryOp::BitNot => {
                let x = self.value_as(&u.x, t);
                self.b.op(Op::Complement, dst, x, 0);
                self.narrow(dst, t);
            }
            UnaryOp::Addr => self.address_of(&u.x, dst),
            UnaryOp::Recv => self.receive(e, u, dst, None),
            UnaryOp::Tilde => self.unit.bug(e.span, "a tilde in an expression"),
        }
    }

    /// `dst` = `<-x`, and `ok`.
    pub(super) fn receive(&mut self, _e: &Expr, u: &Unary, dst: Reg, ok: Option<Reg>) {
        let ch = self.value(&u.x);
        let t = self.ty(&u.x);
        let elem = match self.chan_elem(t) {
            Some(elem) => elem,
            None => return self.unit.bug(u.x.span, "a receive from no channel"),
        };
        let ext = self.ext(elem);
        match ok {
            Some(ok) => self.b.op_ext(Op::RecvOk, dst, ch, ok, ext),
            None => self.b.op_ext(Op::Recv, dst, ch, 0, ext),
        }
    }

    /// The element type of a channel, also of a type parameter's only channel type.
    pub(super) fn chan_elem(&mut self, t: TypeId) -> Option<TypeId> {
        match self.shape(t) {
            Type::Chan(_, elem) => Some(self.unit.types().canon(elem)),
            _ => None,
        }
    }

    /// The basic type that a type is at bottom; `Int` for others.
    pub(super) fn basic(&mut self, t: TypeId) -> Basic {
        match self.shape(t) {
            Type::Basic(b) => b,
            _ => Basic::Int,
        }
    }

    /// Brings a result back into the range of a sized integer type.
    pub(super) fn narrow(&mut self, r: Reg, t: TypeId) {
        if let Some(op) = narrowing(self.basic(t)) {
            self.b.op(op, r, r, 0);
        }
    }

    pub(super) fn binary(&mut self, e: &Expr, b: &Binary, t: TypeId, dst: Reg) {
        match b.op {
            BinaryOp::LogAnd | BinaryOp::LogOr => self.bool_by_jumps(e, dst),
            op if op.is_comparison() => self.comparison(e, b, dst),
            op if op.is_shift() => {
                let x = self.value_as(&b.x, t);
                self.at(b.op_span.to(e.span), |g| g.shift(op, t, dst, x, &b.y));
            }
            BinaryOp::Add if self.basic(t) == Basic::String => self.concat(e, t, dst),
            op => {
                if let Some(imm) = self.small_const(&b.y, t)
                    && self.arith_imm(op, t, dst, &b.x, imm)
                {
                    return;
                }
                if matches!(op, BinaryOp::Add | BinaryOp::Mul | BinaryOp::And)
                    && let Some(imm) = self.small_const(&b.x, t)
                    && self.arith_imm(op, t, dst, &b.y, imm)
                {
                    return;
                }
                if self.sum_with_product(op, t, dst, &b.x, &b.y) {
                    return;
                }
                let x = self.value_as(&b.x, t);
                let y = self.value_as(&b.y, t);
                self.arith(op, t, dst, x, y);
            }
        }
    }

    /// A constant integer operand that fits an immediate.
    pub(super) fn small_const(&mut self, e: &Expr, t: TypeId) -> Option<i16> {
        if !self.basic(t).is_integer() {
            return None;
        }
        let Some(v) = self.unit.info().const_val(e.id).cloned() else { return self.const_arg(e) };
        let bits = super::consts::bits(&v, self.basic(t))?;
        i16::try_from(bits as i64).ok()
    }

    /// `dst = x op imm` if there is an instruction for it.
    fn arith_imm(&mut self, op: BinaryOp, t: TypeId, dst: Reg, x: &Expr, imm: i16) -> bool {
        let Some((op, imm)) = with_immediate(op, imm, self.basic(t)) else { return false };
        let x = self.value_as(x, t);
        self.b.op(op, dst, x, imm as u16);
        if op != Op::AndImm {
            self.narrow(dst, t);
        }
        true
    }

    /// `dst = x op y` for numbers and strings.
    pub(super) fn arith(&mut self, op: BinaryOp, t: TypeId, dst: Reg, x: Reg, y: Reg) {
        use BinaryOp as B;
        let basic = self.basic(t);
        if basic == Basic::String {
            return self.b.op(Op::Concat, dst, x, y);
        }
        if basic.is_complex() {
            return self.complex(op, basic, dst, x, y);
        }
        let op = if basic.is_float32() {
            match op {
                B::Add => Op::AddFloat32,
                B::Sub => Op::SubFloat32,
                B::Mul => Op::MulFloat32,
                _ => Op::DivFloat32,
            }
        } else if basic.is_float() {
            match op {
                B::Add => Op::AddFloat,
                B::Sub => Op::SubFloat,
                B::Mul => Op::MulFloat,
                _ => Op::DivFloat,
            }
        } else {
            let unsigned = basic.is_unsigned();
            match op {
                B::Add if basic == Basic::Int32 => return self.b.op(Op::AddInt32, dst, x, y),
                B::Add if basic == Basic::Uint32 => return self.b.op(Op::AddUint32, dst, x, y),
                B::Mul if basic == Basic::Uint32 => return self.b.op(Op::MulUint32, dst, x, y),
                B::Add => Op::AddInt,
                B::Sub => Op::SubInt,
                B::Mul => Op::MulInt,
                B::Div if unsigned => Op::DivUint,
                B::Div => Op::DivInt,
                B::Rem if unsigned => Op::RemUint,
                B::Rem => Op::RemInt,
                B::And => return self.b.op(Op::And, dst, x, y),
                B::Or => return self.b.op(Op::Or, dst, x, y),
                B::Xor => return self.b.op(Op::Xor, dst, x, y),
                B::AndNot => return self.b.op(Op::AndNot, dst, x, y),
                B::LogAnd | B::LogOr | B::Eq | B::Ne | B::Lt | B::Le | B::Gt | B::Ge | B::Shl | B::Shr => {
                    debug_assert!(false, "no arithmetic");
                    return;
                }
            }
        };
        self.b.op(op, dst, x, y);
        self.narrow(dst, t);
    }

    fn complex(&mut self, op: BinaryOp, basic: Basic, dst: Reg, x: Reg, y: Reg) {
        let small = basic == Basic::Complex64;
        let parts = match op {
            BinaryOp::Add => [Op::AddFloat, Op::AddFloat32],
            BinaryOp::Sub => [Op::SubFloat, Op::SubFloat32],
            BinaryOp::Mul => {
                return self.b.op(if small { Op::MulComplex64 } else { Op::MulComplex }, dst, x, y);
            }
            _ => return self.b.op(if small { Op::DivComplex64 } else { Op::DivComplex }, dst, x, y),
        };
        let op = parts[small as usize];
        self.b.op(op, dst, x, y);
        self.b.op(op, dst + 1, x + 1, y + 1);
    }

    /// `dst = x << y` or `x >> y`.
    pub(super) fn shift(&mut self, op: BinaryOp, t: TypeId, dst: Reg, x: Reg, y: &Expr) {
        let basic = self.basic(t);
        let left = op == BinaryOp::Shl;
        let unsigned = basic.is_unsigned();
        let count = match self.unit.info().const_val(y.id).cloned() {
            Some(v) => super::consts::bits(&v, Basic::Uint),
            None => self.const_arg(y).and_then(|word| u64::try_from(word).ok()),
        };
        if let Some(count) = count {
            match (left, unsigned) {
                (true, _) | (false, true) if count >= 64 => self.b.zero(dst, 1),
                (true, _) => self.b.op(Op::ShlImm, dst, x, count as u16),
                (false, true) => self.b.op(Op::ShrUintImm, dst, x, count as u16),
                (false, false) => self.b.op(Op::ShrIntImm, dst, x, count.min(63) as u16),
            }
        } else {
            let yt = self.ty(y);
            let count = self.value(y);
            if !self.basic(yt).is_unsigned() {
                self.b.op(Op::CheckShift, count, 0, 0);
            }
            let op = match (left, unsigned) {
                (true, _) => Op::Shl,
                (false, true) => Op::ShrUint,
                (false, false) => Op::ShrInt,
            };
            self.b.op(op, dst, x, count);
        }
        if left {
            self.narrow(dst, t);
        }
    }

    /// A chain of string concatenations, all at once.
    fn concat(&mut self, e: &Expr, t: TypeId, dst: Reg) {
        let mut parts = Vec::new();
        self.concat_parts(e, &mut parts);
        if let [x, y] = parts[..] {
            let x = self.value_as(x, t);
            let y = self.value_as(y, t);
            return self.b.op(Op::Concat, dst, x, y);
        }
        let mut classes = Vec::new();
        let one = self.classes(t);
        parts.iter().for_each(|_| classes.extend(&one));
        let first = self.b.alloc(&classes);
        for (i, part) in parts.iter().enumerate() {
            self.value_as_to(part, t, super::func::nth(first, i, 2));
        }
        self.b.op(Op::ConcatN, dst, first, parts.len() as u16);
    }

    fn concat_parts<'e>(&mut self, e: &'e Expr, parts: &mut Vec<&'e Expr>) {
        match &e.kind {
            ExprKind::Binary(b)
                if b.op == BinaryOp::Add
                    && self.unit.info().const_val(e.id).is_none()
                    && parts.len() < 1000 =>
            {
                self.concat_parts(&b.x, parts);
                self.concat_parts(&b.y, parts);
            }
            ExprKind::Paren(x) if self.unit.info().const_val(e.id).is_none() => self.concat_parts(x, parts),
            _ => parts.push(e),
        }
    }
}

/// The instruction for `x op imm` with an integer of this type, and its immediate operand.
pub(super) fn with_immediate(op: BinaryOp, imm: i16, t: Basic) -> Option<(Op, i16)> {
    let power = imm.trailing_zeros() as i16;
    let is_power = imm > 1 && imm == 1 << power;
    Some(match op {
        BinaryOp::Add => (Op::AddImm, imm),
        BinaryOp::Sub if imm != i16::MIN => (Op::AddImm, -imm),
        BinaryOp::Mul => (Op::MulImm, imm),
        BinaryOp::Div if is_power && t.is_unsigned() => (Op::ShrUintImm, power),
        BinaryOp::Div if is_power => (Op::DivPower, power),
        BinaryOp::Div if imm > 0 && t.is_unsigned() => (Op::DivUintImm, imm),
        BinaryOp::Div if imm > 0 => (Op::DivImm, imm),
        BinaryOp::Rem if is_power && t.is_unsigned() => (Op::AndImm, imm - 1),
        BinaryOp::Rem if is_power => (Op::RemPower, power),
        BinaryOp::Rem if imm > 0 && t.is_unsigned() => (Op::RemUintImm, imm),
        BinaryOp::Rem if imm > 0 => (Op::RemImm, imm),
        BinaryOp::And => (Op::AndImm, imm),
        _ => return None,
    })
}

/// The instruction that brings 64 bits into the range of a sized integer type.
pub(super) fn narrowing(basic: Basic) -> Option<Op> {
    match basic {
        Basic::Int8 => Some(Op::ExtI8),
        Basic::Int16 => Some(Op::ExtI16),
        Basic::Int32 => Some(Op::ExtI32),
        Basic::Uint8 => Some(Op::ExtU8),
        Basic::Uint16 => Some(Op::ExtU16),
        Basic::Uint32 => Some(Op::ExtU32),
        _ => None,
    }
}
