//! Operators on constants. Callers have checked the types; an operator that a kind lacks gives `None`.

use super::real::Real;
use super::value::{ConstKind, ConstValue, Int};
use crate::ast::{BinaryOp, UnaryOp};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Zero};
use std::rc::Rc;

impl ConstValue {
    /// `op self`. `unsigned_bits` is the size of the operand's type when that is unsigned: the complement then
    /// stays within it.
    pub fn unary(&self, op: UnaryOp, unsigned_bits: Option<u32>) -> Option<ConstValue> {
        match (op, self) {
            (UnaryOp::Plus, ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_)) => {
                Some(self.clone())
            }
            (UnaryOp::Neg, ConstValue::Int(Int::Small(small))) => Some(match small.checked_neg() {
                Some(negated) => negated.into(),
                None => (-BigInt::from(*small)).into(),
            }),
            (UnaryOp::Neg, ConstValue::Int(Int::Big(big))) => Some((-&**big).into()),
            (UnaryOp::Neg, ConstValue::Float(real)) => Some(real.neg().into()),
            (UnaryOp::Neg, ConstValue::Complex(parts)) => {
                Some(ConstValue::from_parts(parts.0.neg(), parts.1.neg()))
            }
            (UnaryOp::BitNot, ConstValue::Int(int)) => {
                let complement: BigInt = !int.to_big();
                Some(match unsigned_bits {
                    Some(bits) => {
                        let mask: BigInt = (BigInt::one() << bits) - 1;
                        (complement & mask).into()
                    }
                    None => complement.into(),
                })
            }
            (UnaryOp::Not, ConstValue::Bool(value)) => Some((!value).into()),
            (UnaryOp::Plus | UnaryOp::Neg | UnaryOp::BitNot | UnaryOp::Not, _) => None,
            (UnaryOp::Addr | UnaryOp::Recv | UnaryOp::Tilde, _) => None,
        }
    }

    /// `self op other`. With `truncate`, the quotient of integers is theirs, truncated towards zero; without, it is
    /// exact. `None` for a division by zero, an infinite result, or operands that lack the operator. Comparisons
    /// and shifts have methods of their own.
    pub fn binary(&self, op: BinaryOp, other: &ConstValue, truncate: bool) -> Option<ConstValue> {
        match promote(self, other)? {
            Pair::Bool(a, b) => match op {
                BinaryOp::LogAnd => Some((a && b).into()),
                BinaryOp::LogOr => Some((a || b).into()),
                _ => None,
            },
            Pair::Str(a, b) => match op {
                BinaryOp::Add => Some(ConstValue::Str([a, b].concat().into())),
                _ => None,
            },
            Pair::Int(a, b) => int_binary(op, a, b, truncate),
            Pair::Float(a, b) => match op {
                BinaryOp::Add => a.add(&b),
                BinaryOp::Sub => a.sub(&b),
                BinaryOp::Mul => a.mul(&b),
                BinaryOp::Div => a.div(&b),
                _ => None,
            }
            .map(ConstValue::from),
            Pair::Complex(parts) => {
                let (x, y) = *parts;
                complex_binary(op, &x, &y)
            }
        }
    }

    /// `self << count`, or `self >> count` when `left` is false, of a value of kind `Int`. The caller bounds the
    /// count (Go allows no more than 1,074 to the left).
    pub fn shift(&self, left: bool, count: u32) -> Option<ConstValue> {
        let int = self.as_int()?;
        Some(match int {
            Int::Small(small) if !left => (small >> count.min(63)).into(),
            Int::Small(0) => 0.into(),
            Int::Small(_) | Int::Big(_) if left => (int.to_big() << count).into(),
            Int::Small(_) | Int::Big(_) => (int.to_big() >> count).into(),
        })
    }

    /// `self op other` for a comparison; `None` when the operands can't be compared so.
    pub fn compare(&self, op: BinaryOp, other: &ConstValue) -> Option<bool> {
        let (ordered, ordering) = match promote(self, other)? {
            Pair::Bool(a, b) => (false, a.cmp(&b)),
            Pair::Complex(parts) => {
                let (a, b) = *parts;
                (false, a.0.compare(&b.0).then(a.1.compare(&b.1)))
            }
            Pair::Str(a, b) => (true, a.cmp(b)),
            Pair::Int(a, b) => (true, a.cmp(b)),
            Pair::Float(a, b) => (true, a.compare(&b)),
        };
        match op {
            BinaryOp::Eq => Some(ordering.is_eq()),
            BinaryOp::Ne => Some(ordering.is_ne()),
            BinaryOp::Lt if ordered => Some(ordering.is_lt()),
            BinaryOp::Le if ordered => Some(ordering.is_le()),
            BinaryOp::Gt if ordered => Some(ordering.is_gt()),
            BinaryOp::Ge if ordered => Some(ordering.is_ge()),
            _ => None,
        }
    }
}

/// Two operands of one kind.
enum Pair<'a> {
    Bool(bool, bool),
    Str(&'a [u8], &'a [u8]),
    Int(&'a Int, &'a Int),
    Float(Rc<Real>, Rc<Real>),
    Complex(Box<((Real, Real), (Real, Real))>),
}

/// Brings two operands to the larger of their kinds.
fn promote<'a>(a: &'a ConstValue, b: &'a ConstValue) -> Option<Pair<'a>> {
    match (a, b) {
        (ConstValue::Bool(a), ConstValue::Bool(b)) => return Some(Pair::Bool(*a, *b)),
        (ConstValue::Str(a), ConstValue::Str(b)) => return Some(Pair::Str(a, b)),
        (ConstValue::Int(a), ConstValue::Int(b)) => return Some(Pair::Int(a, b)),
        _ => {}
    }
    if a.kind().max(b.kind()) == ConstKind::Float {
        return match (a.to_float()?, b.to_float()?) {
            (ConstValue::Float(a), ConstValue::Float(b)) => Some(Pair::Float(a, b)),
            _ => None,
        };
    }
    Some(Pair::Complex(Box::new((a.parts()?, b.parts()?))))
}

fn int_binary(op: BinaryOp, a: &Int, b: &Int, truncate: bool) -> Option<ConstValue> {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        let (a, b) = (*a, *b);
        let small = match op {
            BinaryOp::Add => a.checked_add(b),
            BinaryOp::Sub => a.checked_sub(b),
            BinaryOp::Mul => a.checked_mul(b),
            // As Go's, which divides in the machine's words: the smallest divided by -1 is itself.
            BinaryOp::Div if truncate && b != 0 => Some(a.wrapping_div(b)),
            BinaryOp::Rem => a.checked_rem(b),
            BinaryOp::And => Some(a & b),
            BinaryOp::Or => Some(a | b),
            BinaryOp::Xor => Some(a ^ b),
            BinaryOp::AndNot => Some(a & !b),
            _ => None,
        };
        if let Some(small) = small {
            return Some(small.into());
        }
    }
    let (a, b) = (a.to_big(), b.to_big());
    Some(match op {
        BinaryOp::Add => (a + b).into(),
        BinaryOp::Sub => (a - b).into(),
        BinaryOp::Mul => (a * b).into(),
        BinaryOp::Div | BinaryOp::Rem if b.is_zero() => return None,
        BinaryOp::Div if truncate => (a / b).into(),
        BinaryOp::Div => Real::from_ratio(Ratio::new(a, b))?.into(),
        BinaryOp::Rem => (a % b).into(),
        BinaryOp::And => (a & b).into(),
        BinaryOp::Or => (a | b).into(),
        BinaryOp::Xor => (a ^ b).into(),
        BinaryOp::AndNot => (a & !b).into(),
        _ => return None,
    })
}

fn complex_binary(op: BinaryOp, x: &(Real, Real), y: &(Real, Real)) -> Option<ConstValue> {
    let ((a, b), (c, d)) = (x, y);
    let (re, im) = match op {
        BinaryOp::Add => (a.add(c)?, b.add(d)?),
        BinaryOp::Sub => (a.sub(c)?, b.sub(d)?),
        BinaryOp::Mul => (a.mul(c)?.sub(&b.mul(d)?)?, b.mul(c)?.add(&a.mul(d)?)?),
        BinaryOp::Div => {
            let norm = c.mul(c)?.add(&d.mul(d)?)?;
            let re = a.mul(c)?.add(&b.mul(d)?)?;
            let im = b.mul(c)?.sub(&a.mul(d)?)?;
            (re.div(&norm)?, im.div(&norm)?)
        }
        _ => return None,
    };
    Some(ConstValue::from_parts(re, im))
}
