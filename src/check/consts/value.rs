//! The constant itself.

use super::real::Real;
use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};
use std::cmp::Ordering;
use std::rc::Rc;

/// A constant value; cheap to clone.
///
/// The kind is that of the value, not of a type: an untyped float constant may be an `Int` after
/// [`ConstValue::to_int`]. Operators bring their operands to the larger kind first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ConstValue {
    /// A boolean.
    Bool(bool),
    /// A string: any bytes, as Go has it.
    Str(Rc<[u8]>),
    /// An integer or rune.
    Int(Int),
    /// A real number.
    Float(Rc<Real>),
    /// A complex number: real and imaginary part.
    Complex(Rc<(Real, Real)>),
}

/// An integer of any size.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Int {
    /// One that fits.
    Small(i64),
    /// One that does not fit an `i64`.
    Big(Rc<BigInt>),
}

/// The kind of a constant value, in the order in which operands are promoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConstKind {
    /// `true`, `false`.
    Bool,
    /// Strings.
    Str,
    /// Integers and runes.
    Int,
    /// Reals.
    Float,
    /// Complex numbers.
    Complex,
}

impl Int {
    /// The integer in its normal form.
    pub fn from_big(big: BigInt) -> Int {
        match big.to_i64() {
            Some(small) => Int::Small(small),
            None => Int::Big(Rc::new(big)),
        }
    }

    /// The integer as a big one.
    pub fn to_big(&self) -> BigInt {
        match self {
            Int::Small(small) => BigInt::from(*small),
            Int::Big(big) => (**big).clone(),
        }
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        match self {
            Int::Small(small) => small.signum() as i32,
            Int::Big(big) => {
                if big.is_negative() {
                    -1
                } else {
                    1
                }
            }
        }
    }

    /// The number of bits of the magnitude.
    pub fn bit_len(&self) -> u64 {
        match self {
            Int::Small(small) => 64 - small.unsigned_abs().leading_zeros() as u64,
            Int::Big(big) => big.bits(),
        }
    }

    /// The value as an `i64`, if it fits.
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Int::Small(small) => Some(*small),
            Int::Big(_) => None,
        }
    }

    /// The value as a `u64`, if it fits.
    pub fn as_u64(&self) -> Option<u64> {
        match self {
            Int::Small(small) => u64::try_from(*small).ok(),
            Int::Big(big) => big.to_u64(),
        }
    }
}

impl PartialOrd for Int {
    fn partial_cmp(&self, other: &Int) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Int {
    fn cmp(&self, other: &Int) -> Ordering {
        match (self, other) {
            (Int::Small(a), Int::Small(b)) => a.cmp(b),
            (Int::Big(a), Int::Big(b)) => a.cmp(b),
            // A big integer lies beyond every small one, on the side of its sign.
            (Int::Small(_), Int::Big(_)) => 0.cmp(&other.sign()),
            (Int::Big(_), Int::Small(_)) => self.sign().cmp(&0),
        }
    }
}

impl From<i64> for ConstValue {
    fn from(int: i64) -> ConstValue {
        ConstValue::Int(Int::Small(int))
    }
}

impl From<bool> for ConstValue {
    fn from(value: bool) -> ConstValue {
        ConstValue::Bool(value)
    }
}

impl From<&str> for ConstValue {
    fn from(text: &str) -> ConstValue {
        ConstValue::Str(Rc::from(text.as_bytes()))
    }
}

impl From<Real> for ConstValue {
    fn from(real: Real) -> ConstValue {
        ConstValue::Float(Rc::new(real))
    }
}

impl From<BigInt> for ConstValue {
    fn from(int: BigInt) -> ConstValue {
        ConstValue::Int(Int::from_big(int))
    }
}

impl ConstValue {
    /// A string constant of these bytes.
    pub fn from_bytes(bytes: &[u8]) -> ConstValue {
        ConstValue::Str(Rc::from(bytes))
    }

    /// A complex constant.
    pub fn from_parts(re: Real, im: Real) -> ConstValue {
        ConstValue::Complex(Rc::new((re, im)))
    }

    /// The exact value of a finite machine float.
    pub fn from_f64(float: f64) -> Option<ConstValue> {
        Real::from_f64(float).map(ConstValue::from)
    }

    /// The kind of the value.
    pub fn kind(&self) -> ConstKind {
        match self {
            ConstValue::Bool(_) => ConstKind::Bool,
            ConstValue::Str(_) => ConstKind::Str,
            ConstValue::Int(_) => ConstKind::Int,
            ConstValue::Float(_) => ConstKind::Float,
            ConstValue::Complex(_) => ConstKind::Complex,
        }
    }

    /// The boolean, if it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            ConstValue::Bool(value) => Some(*value),
            ConstValue::Str(_) | ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_) => None,
        }
    }

    /// The bytes of a string.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            ConstValue::Str(bytes) => Some(bytes),
            ConstValue::Bool(_) | ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_) => None,
        }
    }

    /// The integer, if the value's kind is `Int` (see [`ConstValue::to_int`]).
    pub fn as_int(&self) -> Option<&Int> {
        match self {
            ConstValue::Int(int) => Some(int),
            ConstValue::Bool(_) | ConstValue::Str(_) | ConstValue::Float(_) | ConstValue::Complex(_) => None,
        }
    }

    /// The value as an `i64`, if its kind is `Int` and it fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.as_int().and_then(Int::as_i64)
    }

    /// The value as a `u64`, if its kind is `Int` and it fits.
    pub fn as_u64(&self) -> Option<u64> {
        self.as_int().and_then(Int::as_u64)
    }

    /// The nearest `float64` of a real value; `None` for other kinds and on overflow.
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            ConstValue::Int(Int::Small(small)) => Some(*small as f64),
            ConstValue::Int(Int::Big(big)) => Real::from_int((**big).clone())?.to_f64(),
            ConstValue::Float(real) => real.to_f64(),
            ConstValue::Complex(parts) => {
                if parts.1.is_zero() {
                    parts.0.to_f64()
                } else {
                    None
                }
            }
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// The nearest `float32` of a real value; `None` for other kinds and on overflow.
    pub fn as_f32(&self) -> Option<f32> {
        match self.to_float()? {
            ConstValue::Float(real) => real.to_f32(),
            ConstValue::Bool(_) | ConstValue::Str(_) | ConstValue::Int(_) | ConstValue::Complex(_) => None,
        }
    }

    /// The nearest pair of `float64` (real, imaginary) of a numeric value.
    pub fn as_complex(&self) -> Option<(f64, f64)> {
        let (re, im) = self.parts()?;
        Some((re.to_f64()?, im.to_f64()?))
    }

    /// The sign of a number; of a complex one, 0 iff it is zero. `None` for strings and booleans.
    pub fn sign(&self) -> Option<i32> {
        match self {
            ConstValue::Int(int) => Some(int.sign()),
            ConstValue::Float(real) => Some(real.sign()),
            ConstValue::Complex(parts) => Some(parts.0.sign() | parts.1.sign()),
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// Whether the value is a number equal to zero.
    pub fn is_zero(&self) -> bool {
        self.sign() == Some(0)
    }

    /// The value with kind `Int`, if it is an integer (`2.0`, `3+0i`).
    pub fn to_int(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Int(_) => Some(self.clone()),
            ConstValue::Float(real) => real.to_int().map(ConstValue::from),
            ConstValue::Complex(parts) => {
                if parts.1.is_zero() {
                    parts.0.to_int().map(ConstValue::from)
                } else {
                    None
                }
            }
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// The value with kind `Float`, if it is a real number.
    pub fn to_float(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Int(int) => Real::from_int(int.to_big()).map(ConstValue::from),
            ConstValue::Float(_) => Some(self.clone()),
            ConstValue::Complex(parts) => parts.1.is_zero().then(|| parts.0.clone().into()),
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// The value with kind `Complex`, if it is a number.
    pub fn to_complex(&self) -> Option<ConstValue> {
        self.parts().map(|(re, im)| ConstValue::from_parts(re, im))
    }

    /// The real part of a number, of kind `Int` or `Float`.
    pub fn real(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Int(_) | ConstValue::Float(_) => Some(self.clone()),
            ConstValue::Complex(parts) => Some(parts.0.clone().into()),
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// The imaginary part of a number.
    pub fn imag(&self) -> Option<ConstValue> {
        match self {
            ConstValue::Int(_) | ConstValue::Float(_) => Some(0.into()),
            ConstValue::Complex(parts) => Some(parts.1.clone().into()),
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }

    /// The value times the imaginary unit.
    pub fn times_i(&self) -> Option<ConstValue> {
        let (re, im) = self.parts()?;
        Some(ConstValue::from_parts(im.neg(), re))
    }

    /// The complex number of two real values.
    pub fn complex(re: &ConstValue, im: &ConstValue) -> Option<ConstValue> {
        let (ConstValue::Float(re), ConstValue::Float(im)) = (re.to_float()?, im.to_float()?) else {
            return None;
        };
        Some(ConstValue::from_parts((*re).clone(), (*im).clone()))
    }

    /// The one-character string of an integer: U+FFFD where it is no code point.
    pub fn int_to_string(&self) -> Option<ConstValue> {
        let int = self.as_int()?;
        let character = int
            .as_i64()
            .and_then(|code| u32::try_from(code).ok())
            .and_then(char::from_u32)
            .unwrap_or(char::REPLACEMENT_CHARACTER);
        let text = character.to_string();
        Some(text.as_str().into())
    }

    /// Real and imaginary part of a number.
    pub(super) fn parts(&self) -> Option<(Real, Real)> {
        match self {
            ConstValue::Int(int) => Some((Real::from_int(int.to_big())?, Real::zero())),
            ConstValue::Float(real) => Some(((**real).clone(), Real::zero())),
            ConstValue::Complex(parts) => Some((**parts).clone()),
            ConstValue::Bool(_) | ConstValue::Str(_) => None,
        }
    }
}
