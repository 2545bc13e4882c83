//! Products that are added to something, or that something is taken from, at once: `a*b + c`.
//!
//! A product cannot fail and changes nothing, so it may wait until the other operand has been evaluated. It is rounded before
//! the sum is, as Go does on amd64.

use super::frame::{BasicExt, Gen};
use super::func::Reg;
use crate::ast::*;
use crate::bytecode::{Instr, Op};
use crate::types::{Basic, TypeId};

/// A product whose factors have been evaluated.
#[derive(Clone, Copy)]
enum Product {
    Regs(Reg, Reg),
    /// A number times a small constant.
    Imm(Reg, i16),
}

impl Gen<'_, '_> {
    /// `dst = x op y`, where one of them is a product, if there is an instruction for that.
    pub(super) fn sum_with_product(&mut self, op: BinaryOp, t: TypeId, dst: Reg, x: &Expr, y: &Expr) -> bool {
        if !self.has_product_sums(op, t) {
            return false;
        }
        if let Some(factors) = self.factors(y, t) {
            let x = self.value_as(x, t);
            let product = self.product(factors, t);
            self.join(op, dst, t, product, x, true);
            return true;
        }
        let Some(factors) = self.factors(x, t) else { return false };
        let product = self.product(factors, t);
        let y = self.value_as(y, t);
        self.join(op, dst, t, product, y, false);
        true
    }

    /// `dst = x op y`, where `y` is a product and `x` is in a register, if there is an instruction for that.
    pub(super) fn add_product(&mut self, op: BinaryOp, t: TypeId, dst: Reg, x: Reg, y: &Expr) -> bool {
        if !self.has_product_sums(op, t) {
            return false;
        }
        let Some(factors) = self.factors(y, t) else { return false };
        let product = self.product(factors, t);
        self.join(op, dst, t, product, x, true);
        true
    }

    fn has_product_sums(&mut self, op: BinaryOp, t: TypeId) -> bool {
        let basic = self.basic(t);
        match op {
            BinaryOp::Add => is_word(basic) || is_double(basic),
            BinaryOp::Sub => is_double(basic),
            _ => false,
        }
    }

    /// The factors of a product of this type that is yet to be evaluated.
    fn factors<'e>(&mut self, e: &'e Expr, t: TypeId) -> Option<(&'e Expr, &'e Expr)> {
        let e = e.unparen();
        let ExprKind::Binary(b) = &e.kind else { return None };
        let waits = b.op == BinaryOp::Mul
            && self.unit.info().const_val(e.id).is_none()
            && self.done_reg(e).is_none()
            && self.ty(e) == t;
        waits.then_some((&b.x, &b.y))
    }

    fn product(&mut self, (x, y): (&Expr, &Expr), t: TypeId) -> Product {
        if let Some(imm) = self.small_const(y, t) {
            return Product::Imm(self.value_as(x, t), imm);
        }
        if let Some(imm) = self.small_const(x, t) {
            return Product::Imm(self.value_as(y, t), imm);
        }
        let x = self.value_as(x, t);
        let y = self.value_as(y, t);
        Product::Regs(x, y)
    }

    /// `dst` = the product and the other operand, which comes first or second.
    fn join(&mut self, op: BinaryOp, dst: Reg, t: TypeId, product: Product, other: Reg, first: bool) {
        let other = u64::from(other);
        match product {
            Product::Imm(x, imm) => {
                let ext = Instr(other);
                self.b.op_ext(Op::MulImmAddInt, dst, x, imm as u16, ext);
            }
            Product::Regs(x, y) => {
                let op = match (op, first) {
                    (BinaryOp::Add, _) if is_word(self.basic(t)) => Op::MulAddInt,
                    (BinaryOp::Add, _) => Op::MulAddFloat,
                    (_, true) => Op::SubMulFloat,
                    (_, false) => Op::MulSubFloat,
                };
                self.b.op_ext(op, dst, x, y, Instr(other));
            }
        }
    }
}

/// Integers of a whole register, which no sum has to be brought back into the range of.
fn is_word(basic: Basic) -> bool {
    matches!(basic, Basic::Int | Basic::Int64 | Basic::Uint | Basic::Uint64 | Basic::Uintptr)
}

fn is_double(basic: Basic) -> bool {
    basic.is_float() && !basic.is_float32()
}
