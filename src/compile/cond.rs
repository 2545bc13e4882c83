//! Conditions: comparisons as values and as jumps.

use super::frame::{BasicExt, Gen};
use super::func::{IndexReg, Label, Reg};
use super::place::Place;
use crate::ast::*;
use crate::bytecode::{Op, RegClass};
use crate::types::{Basic, Type, TypeId};

/// What a comparison compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operands {
    /// One word, signed or too narrow for the sign to matter.
    Int,
    /// 64-bit unsigned.
    Uint,
    Float,
    Float32,
    Str,
    Iface,
    /// Several slots, or several parts of a word: complex numbers, structs, arrays.
    Value,
    /// In a heap cell.
    Mem,
}

impl Gen<'_, '_> {
    /// Jumps to `target` if the condition's value is `when`; else goes on.
    pub(super) fn jump_if(&mut self, e: &Expr, when: bool, target: Label) {
        let sp = self.b.sp;
        let known = match self.unit.info().const_val(e.id) {
            Some(v) => v.as_bool(),
            None => self.const_arg(e).map(|word| word != 0),
        };
        if let Some(v) = known {
            if v == when {
                self.b.jump(Op::Jump, target);
            }
            return;
        }
        match &e.kind {
            _ if self.done_reg(e).is_some() => self.jump_if_true(e, when, target),
            ExprKind::Paren(x) => self.jump_if(x, when, target),
            ExprKind::Unary(u) if u.op == UnaryOp::Not => self.jump_if(&u.x, !when, target),
            ExprKind::Binary(b) if matches!(b.op, BinaryOp::LogAnd | BinaryOp::LogOr) => {
                // `a && b` is false as soon as one is; `a || b` is true as soon as one is.
                let decisive = b.op == BinaryOp::LogOr;
                if when == decisive {
                    self.jump_if(&b.x, when, target);
                    self.jump_if(&b.y, when, target);
                } else {
                    let over = self.b.label();
                    self.jump_if(&b.x, decisive, over);
                    self.jump_if(&b.y, when, target);
                    self.b.place(over);
                }
            }
            ExprKind::Binary(b) if b.op.is_comparison() => {
                let done = self.done_first([(&b.x, None), (&b.y, None)]);
                self.at(e.span, |g| g.compare_jump(b, when, target));
                self.forget_done(done);
            }
            ExprKind::Call(_) if self.jump_in_place(e, when, target) => {}
            _ => {
                let done = self.done_first([(e, None)]);
                self.jump_if_true(e, when, target);
                self.forget_done(done);
            }
        }
        self.b.sp = sp;
    }

    /// Jumps to `target` if the value of a boolean that is not made by jumping is `when`.
    fn jump_if_true(&mut self, e: &Expr, when: bool, target: Label) {
        if let Some((slice, index)) = self.slice_element(e) {
            let op = if when { Op::JumpElemTrue } else { Op::JumpElemFalse };
            return self.at(e.span, |g| {
                g.b.indexed_by(index);
                g.b.branch(op, slice, index.reg, None, target);
            });
        }
        let r = self.value(e);
        let op = if when { Op::JumpTrue } else { Op::JumpFalse };
        self.b.branch(op, r, 0, None, target);
    }

    /// The registers of slice and index of an element of a slice that is yet to be loaded.
    fn slice_element(&mut self, e: &Expr) -> Option<(Reg, IndexReg)> {
        let e = e.unparen();
        if !matches!(e.kind, ExprKind::Index(_)) || self.done_reg(e).is_some() || !self.is_slice_element(e) {
            return None;
        }
        match self.place(e) {
            Place::Elem { slice, index } => Some((slice, index)),
            _ => None,
        }
    }

    fn is_slice_element(&mut self, e: &Expr) -> bool {
        let ExprKind::Index(i) = &e.kind else { return false };
        let x = self.ty(&i.x);
        self.is_place(e) && matches!(self.shape(x), Type::Slice(_))
    }

    /// `dst` = the boolean of a condition that is evaluated by jumping.
    pub(super) fn bool_by_jumps(&mut self, e: &Expr, dst: Reg) {
        let (no, end) = (self.b.label(), self.b.label());
        self.jump_if(e, false, no);
        self.b.constant(dst, 1);
        self.b.jump(Op::Jump, end);
        self.b.place(no);
        self.b.constant(dst, 0);
        self.b.place(end);
    }

    /// The type that both operands are compared at.
    fn common_type(&mut self, b: &Binary) -> TypeId {
        let (x, y) = (self.ty(&b.x), self.ty(&b.y));
        if self.is_nil(&b.x) {
            return y;
        }
        if self.is_nil(&b.y) || x == y {
            return x;
        }
        match (self.is_iface(x), self.is_iface(y)) {
            (false, true) => y,
            (true, false) => x,
            _ if self.unit.info().const_val(b.x.id).is_some() => y,
            _ => x,
        }
    }

    fn operands(&mut self, t: TypeId) -> Operands {
        match self.shape(t) {
            Type::Basic(b) => match b {
                Basic::String | Basic::UntypedString => Operands::Str,
                b if b.is_complex() => Operands::Value,
                b if b.is_float32() => Operands::Float32,
                b if b.is_float() => Operands::Float,
                b if b.is_unsigned() && b.bits() == 64 => Operands::Uint,
                _ => Operands::Int,
            },
            Type::Interface(_) => Operands::Iface,
            Type::Struct(_) | Type::Array(..) => {
                if self.is_indirect(t) {
                    Operands::Mem
                } else {
                    Operands::Value
                }
            }
            _ => Operands::Int,
        }
    }

    /// A comparison with nil: the register whose word is zero for nil.
    fn nil_operand(&mut self, b: &Binary) -> Option<Reg> {
        let other = match (self.is_nil(&b.x), self.is_nil(&b.y)) {
            (_, true) => &b.x,
            (true, false) => &b.y,
            (false, false) => return None,
        };
        if self.is_nil(other) {
            // Only in erroneous programs.
            let r = self.b.scalar();
            self.b.constant(r, 0);
            return Some(r);
        }
        Some(self.value(other))
    }

    fn compare_jump(&mut self, b: &Binary, when: bool, target: Label) {
        use BinaryOp as B;
        // `op` as it must hold for the jump.
        let op = if when {
            b.op
        } else {
            match b.op {
                B::Eq => B::Ne,
                B::Ne => B::Eq,
                B::Lt => B::Ge,
                B::Le => B::Gt,
                B::Gt => B::Le,
                _ => B::Lt,
            }
        };
        if let Some(r) = self.nil_operand(b) {
            let op = if op == B::Eq { Op::JumpEqImm } else { Op::JumpNeImm };
            return self.b.branch(op, r, 0, None, target);
        }
        let t = self.common_type(b);
        let operands = self.operands(t);
        match operands {
            Operands::Int | Operands::Uint => {
                let ordered = !matches!(op, B::Eq | B::Ne);
                if operands == Operands::Int || !ordered {
                    let (e, imm, op) = match (self.small_word(&b.y, t), self.small_word(&b.x, t)) {
                        (Some(imm), _) => (&b.x, imm, op),
                        (None, Some(imm)) => (&b.y, imm, mirrored(op)),
                        (None, None) => return self.compare_words(b, op, t, operands, target),
                    };
                    if imm == 0 && !ordered && self.jump_by_remainder(e, op == B::Eq, target) {
                        return;
                    }
                    let x = self.value_as(e, t);
                    let op = match op {
                        B::Eq => Op::JumpEqImm,
                        B::Ne => Op::JumpNeImm,
                        B::Lt => Op::JumpLtImm,
                        B::Le => Op::JumpLeImm,
                        B::Gt => Op::JumpGtImm,
                        _ => Op::JumpGeImm,
                    };
                    return self.b.branch(op, x, imm as u16, None, target);
                }
                self.compare_words(b, op, t, operands, target)
            }
            Operands::Float => {
                let x = self.value_as(&b.x, t);
                let y = self.value_as(&b.y, t);
                // The negation of `<` is not `>=`: NaN.
                let (op, x, y) = match (b.op, when) {
                    (B::Eq, true) | (B::Ne, false) => (Op::JumpEqFloat, x, y),
                    (B::Ne, true) | (B::Eq, false) => (Op::JumpNeFloat, x, y),
                    (B::Lt, true) => (Op::JumpLtFloat, x, y),
                    (B::Lt, false) => (Op::JumpNotLtFloat, x, y),
                    (B::Le, true) => (Op::JumpLeFloat, x, y),
                    (B::Le, false) => (Op::JumpNotLeFloat, x, y),
                    (B::Gt, true) => (Op::JumpLtFloat, y, x),
                    (B::Gt, false) => (Op::JumpNotLtFloat, y, x),
                    (_, true) => (Op::JumpLeFloat, y, x),
                    (_, false) => (Op::JumpNotLeFloat, y, x),
                };
                self.b.branch(op, x, y, None, target);
            }
            Operands::Str if matches!(op, B::Eq | B::Ne) => {
                let x = self.value_as(&b.x, t);
                let y = self.value_as(&b.y, t);
                let op = if op == B::Eq { Op::JumpEqString } else { Op::JumpNeString };
                self.b.branch(op, x, y, None, target);
            }
            Operands::Str | Operands::Float32 | Operands::Iface | Operands::Value | Operands::Mem => {
                let r = self.b.scalar();
                self.comparison_at(b, t, operands, r);
                let op = if when { Op::JumpTrue } else { Op::JumpFalse };
                self.b.branch(op, r, 0, None, target);
            }
        }
    }

    /// Jumps to `target` if `e`, which is `x % y` or `x & y`, is 0, or is not; whether there is an instruction for it.
    fn jump_by_remainder(&mut self, e: &Expr, if_zero: bool, target: Label) -> bool {
        let e = e.unparen();
        let ExprKind::Binary(b) = &e.kind else { return false };
        let is_known = self.unit.info().const_val(e.id).is_some() || self.done_reg(e).is_some();
        let t = self.ty(e);
        let basic = self.basic(t);
        if is_known || !basic.is_integer() || !matches!(b.op, BinaryOp::Rem | BinaryOp::And) {
            return false;
        }
        let (x, imm) = match (self.small_const(&b.y, t), b.op) {
            (None, BinaryOp::And) => (&b.y, self.small_const(&b.x, t)),
            (imm, _) => (&b.x, imm),
        };
        let is_long = basic.is_unsigned() && basic.bits() == 64;
        let (ops, imm) = match (b.op, imm) {
            (BinaryOp::And, Some(imm)) => ([Op::JumpBits, Op::JumpNoBits], Some(imm)),
            (BinaryOp::And, None) => return false,
            // The sign makes no difference to whether something is left.
            (_, Some(imm)) if imm > 1 && imm & (imm - 1) == 0 => {
                ([Op::JumpBits, Op::JumpNoBits], Some(imm - 1))
            }
            (_, Some(imm)) if imm > 1 && !is_long => ([Op::JumpNotDividesImm, Op::JumpDividesImm], Some(imm)),
            (_, None) if !is_long => ([Op::JumpNotDivides, Op::JumpDivides], None),
            _ => return false,
        };
        let x = self.value_as(x, t);
        let y = match imm {
            Some(imm) => imm as u16,
            None => self.value_as(&b.y, t),
        };
        self.at(e.span, |g| g.b.branch(ops[usize::from(if_zero)], x, y, None, target));
        true
    }

    fn compare_words(&mut self, b: &Binary, op: BinaryOp, t: TypeId, operands: Operands, target: Label) {
        use BinaryOp as B;
        let x = self.value_as(&b.x, t);
        let y = self.value_as(&b.y, t);
        let (lt, le) = if operands == Operands::Uint {
            (Op::JumpLtUint, Op::JumpLeUint)
        } else {
            (Op::JumpLtInt, Op::JumpLeInt)
        };
        let (op, x, y) = match op {
            B::Eq => (Op::JumpEqInt, x, y),
            B::Ne => (Op::JumpNeInt, x, y),
            B::Lt => (lt, x, y),
            B::Le => (le, x, y),
            B::Gt => (lt, y, x),
            _ => (le, y, x),
        };
        self.b.branch(op, x, y, None, target);
    }

    /// A constant one-word operand that fits an immediate, sign-extended.
    pub(super) fn small_word(&mut self, e: &Expr, t: TypeId) -> Option<i16> {
        if let Some(v) = self.unit.info().const_val(e.id).and_then(|v| v.as_bool()) {
            return Some(i16::from(v));
        }
        self.small_const(e, t)
    }

    /// `dst` = the boolean of a comparison.
    pub(super) fn comparison(&mut self, _e: &Expr, b: &Binary, dst: Reg) {
        if let Some(r) = self.nil_operand(b) {
            let zero = self.b.scalar();
            self.b.constant(zero, 0);
            let op = if b.op == BinaryOp::Eq { Op::EqInt } else { Op::NeInt };
            return self.b.op(op, dst, r, zero);
        }
        let t = self.common_type(b);
        let operands = self.operands(t);
        self.comparison_at(b, t, operands, dst);
    }

    fn comparison_at(&mut self, b: &Binary, t: TypeId, operands: Operands, dst: Reg) {
        let x = self.value_as(&b.x, t);
        let y = self.value_as(&b.y, t);
        self.compare_values(b.op, t, operands, dst, x, y);
    }

    /// `dst` = `x == y` for values of type `t`.
    pub(super) fn equal(&mut self, t: TypeId, dst: Reg, x: Reg, y: Reg) {
        let operands = self.operands(t);
        self.compare_values(BinaryOp::Eq, t, operands, dst, x, y);
    }

    fn compare_values(&mut self, op: BinaryOp, t: TypeId, operands: Operands, dst: Reg, x: Reg, y: Reg) {
        use BinaryOp as B;
        let (x, y) = if matches!(op, B::Gt | B::Ge) { (y, x) } else { (x, y) };
        let equality = matches!(op, B::Eq | B::Ne);
        let lt = matches!(op, B::Lt | B::Gt);
        let pick = |eq, less, less_equal| match (equality, lt) {
            (true, _) => eq,
            (false, true) => less,
            (false, false) => less_equal,
        };
        let negate = op == B::Ne;
        match operands {
            Operands::Int if negate => return self.b.op(Op::NeInt, dst, x, y),
            Operands::Uint if negate => return self.b.op(Op::NeInt, dst, x, y),
            Operands::Int => self.b.op(pick(Op::EqInt, Op::LtInt, Op::LeInt), dst, x, y),
            Operands::Uint => self.b.op(pick(Op::EqInt, Op::LtUint, Op::LeUint), dst, x, y),
            Operands::Float => self.b.op(pick(Op::EqFloat, Op::LtFloat, Op::LeFloat), dst, x, y),
            Operands::Float32 => self.b.op(pick(Op::EqFloat32, Op::LtFloat32, Op::LeFloat32), dst, x, y),
            Operands::Str => self.b.op(pick(Op::EqString, Op::LtString, Op::LeString), dst, x, y),
            Operands::Iface => self.b.op(Op::EqIface, dst, x, y),
            Operands::Value | Operands::Mem => {
                self.unit.make_comparable(t);
                let op = if operands == Operands::Mem { Op::EqMem } else { Op::EqValue };
                let ext = self.ext(t);
                self.b.op_ext(op, dst, x, y, ext);
            }
        }
        if negate {
            self.b.op(Op::Not, dst, dst, 0);
        }
    }

    /// A scalar register holding a constant.
    pub(super) fn imm(&mut self, value: i64) -> Reg {
        let r = self.b.alloc(&[RegClass::Scalar]);
        self.b.constant(r, value as u64);
        r
    }
}

/// The comparison with its operands swapped.
fn mirrored(op: BinaryOp) -> BinaryOp {
    match op {
        BinaryOp::Lt => BinaryOp::Gt,
        BinaryOp::Le => BinaryOp::Ge,
        BinaryOp::Gt => BinaryOp::Lt,
        BinaryOp::Ge => BinaryOp::Le,
        other => other,
    }
}
