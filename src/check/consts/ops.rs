//! Operators on constants. Callers have checked the types; an operator that a kind lacks gives `None`.

use super::real::Real;
use super::value::{ConstKind, ConstValue, Int};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Zero};
use std::cmp::Ordering;
use std::rc::Rc;

/// A unary operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnaryOp {
    /// `+x`
    Plus,
    /// `-x`
    Minus,
    /// `^x`
    Complement,
    /// `!x`
    Not,
}

/// A binary operator other than comparisons and shifts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`, also on strings
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/` on reals and complex numbers; on integers too it gives the exact quotient
    Quo,
    /// `/` on integers: truncated towards zero
    IntQuo,
    /// `%`
    Rem,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
    /// `&^`
    AndNot,
    /// `&&`
    LogicAnd,
    /// `||`
    LogicOr,
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl ConstValue {
    /// `op self`. `unsigned_bits` is the size of the operand's type when that is unsigned: the complement then
    /// stays within it.
    pub fn unary(&self, op: UnaryOp, unsigned_bits: Option<u32>) -> Option<ConstValue> {
        match (op, self) {
            (UnaryOp::Plus, ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_)) => {
                Some(self.clone())
            }
            (UnaryOp::Minus, ConstValue::Int(Int::Small(small))) => Some(match small.checked_neg() {
                Some(negated) => negated.into(),
                None => (-BigInt::from(*small)).into(),
            }),
            (UnaryOp::Minus, ConstValue::Int(Int::Big(big))) => Some((-&**big).into()),
            (UnaryOp::Minus, ConstValue::Float(real)) => Some(real.neg().into()),
            (UnaryOp::Minus, ConstValue::Complex(parts)) => {
                Some(ConstValue::from_parts(parts.0.neg(), parts.1.neg()))
            }
            (UnaryOp::Complement, ConstValue::Int(int)) => {
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
            (UnaryOp::Plus | UnaryOp::Minus, ConstValue::Bool(_) | ConstValue::Str(_)) => None,
            (UnaryOp::Complement | UnaryOp::Not, _) => None,
        }
    }

    /// `self op other`. `None` for a division by zero, an infinite result, or operands that lack the operator.
    pub fn binary(&self, op: BinaryOp, other: &ConstValue) -> Option<ConstValue> {
        match promote(self, other)? {
            Pair::Bool(a, b) => match op {
                BinaryOp::LogicAnd => Some((a && b).into()),
                BinaryOp::LogicOr => Some((a || b).into()),
                _ => None,
            },
            Pair::Str(a, b) => match op {
                BinaryOp::Add => Some(ConstValue::Str([a, b].concat().into())),
                _ => None,
            },
            Pair::Int(a, b) => int_binary(op, a, b),
            Pair::Float(a, b) => match op {
                BinaryOp::Add => a.add(&b),
                BinaryOp::Sub => a.sub(&b),
                BinaryOp::Mul => a.mul(&b),
                BinaryOp::Quo => a.div(&b),
                _ => None,
            }
            .map(ConstValue::from),
            Pair::Complex(a, b) => complex_binary(op, &a, &b),
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

    /// `self op other`; `None` when the operands can't be compared so.
    pub fn compare(&self, op: CompareOp, other: &ConstValue) -> Option<bool> {
        let ordering = match promote(self, other)? {
            Pair::Bool(a, b) => return equality(op, a == b),
            Pair::Complex(a, b) => {
                let equal = a.0.compare(&b.0).is_eq() && a.1.compare(&b.1).is_eq();
                return equality(op, equal);
            }
            Pair::Str(a, b) => a.cmp(b),
            Pair::Int(a, b) => a.cmp(b),
            Pair::Float(a, b) => a.compare(&b),
        };
        Some(match op {
            CompareOp::Equal => ordering == Ordering::Equal,
            CompareOp::NotEqual => ordering != Ordering::Equal,
            CompareOp::Less => ordering == Ordering::Less,
            CompareOp::LessEqual => ordering != Ordering::Greater,
            CompareOp::Greater => ordering == Ordering::Greater,
            CompareOp::GreaterEqual => ordering != Ordering::Less,
        })
    }
}

/// The result of a comparison that knows only equality.
fn equality(op: CompareOp, equal: bool) -> Option<bool> {
    match op {
        CompareOp::Equal => Some(equal),
        CompareOp::NotEqual => Some(!equal),
        CompareOp::Less | CompareOp::LessEqual | CompareOp::Greater | CompareOp::GreaterEqual => None,
    }
}

/// Two operands of one kind.
enum Pair<'a> {
    Bool(bool, bool),
    Str(&'a [u8], &'a [u8]),
    Int(&'a Int, &'a Int),
    Float(Rc<Real>, Rc<Real>),
    Complex((Real, Real), (Real, Real)),
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
    Some(Pair::Complex(a.parts()?, b.parts()?))
}

fn int_binary(op: BinaryOp, a: &Int, b: &Int) -> Option<ConstValue> {
    if let (Int::Small(a), Int::Small(b)) = (a, b) {
        let (a, b) = (*a, *b);
        let small = match op {
            BinaryOp::Add => a.checked_add(b),
            BinaryOp::Sub => a.checked_sub(b),
            BinaryOp::Mul => a.checked_mul(b),
            BinaryOp::IntQuo => a.checked_div(b),
            BinaryOp::Rem if b != 0 => Some(a.wrapping_rem(b)),
            BinaryOp::And => Some(a & b),
            BinaryOp::Or => Some(a | b),
            BinaryOp::Xor => Some(a ^ b),
            BinaryOp::AndNot => Some(a & !b),
            BinaryOp::Rem | BinaryOp::Quo | BinaryOp::LogicAnd | BinaryOp::LogicOr => None,
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
        BinaryOp::Quo | BinaryOp::IntQuo | BinaryOp::Rem if b.is_zero() => return None,
        BinaryOp::Quo => Real::from_ratio(Ratio::new(a, b))?.into(),
        BinaryOp::IntQuo => (a / b).into(),
        BinaryOp::Rem => (a % b).into(),
        BinaryOp::And => (a & b).into(),
        BinaryOp::Or => (a | b).into(),
        BinaryOp::Xor => (a ^ b).into(),
        BinaryOp::AndNot => (a & !b).into(),
        BinaryOp::LogicAnd | BinaryOp::LogicOr => return None,
    })
}

fn complex_binary(op: BinaryOp, x: &(Real, Real), y: &(Real, Real)) -> Option<ConstValue> {
    let ((a, b), (c, d)) = (x, y);
    let (re, im) = match op {
        BinaryOp::Add => (a.add(c)?, b.add(d)?),
        BinaryOp::Sub => (a.sub(c)?, b.sub(d)?),
        BinaryOp::Mul => (a.mul(c)?.sub(&b.mul(d)?)?, b.mul(c)?.add(&a.mul(d)?)?),
        BinaryOp::Quo => {
            let norm = c.mul(c)?.add(&d.mul(d)?)?;
            let re = a.mul(c)?.add(&b.mul(d)?)?;
            let im = b.mul(c)?.sub(&a.mul(d)?)?;
            (re.div(&norm)?, im.div(&norm)?)
        }
        BinaryOp::IntQuo
        | BinaryOp::Rem
        | BinaryOp::And
        | BinaryOp::Or
        | BinaryOp::Xor
        | BinaryOp::AndNot
        | BinaryOp::LogicAnd
        | BinaryOp::LogicOr => return None,
    };
    Some(ConstValue::from_parts(re, im))
}
