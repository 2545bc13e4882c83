//! Real numbers: an exact fraction while it is small, a 512-bit float beyond.

use super::bigfloat::{BigFloat, PRECISION, Rounding};
use num_bigint::BigInt;
use num_rational::Ratio;
use num_traits::{One, Signed, ToPrimitive, Zero};
use std::cmp::Ordering;

/// The largest numerator, denominator or binary exponent of an exact fraction, in bits.
pub const MAX_RATIONAL_BITS: u64 = 4096;

/// A real constant.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Real {
    /// An exact fraction in lowest terms.
    Exact(Ratio<BigInt>),
    /// A number too large, too small or too long for an exact fraction.
    Float(BigFloat),
}

impl Real {
    /// Zero.
    pub fn zero() -> Real {
        Real::Exact(Ratio::zero())
    }

    /// The fraction itself, or a float where it is too large for that; `None` when it is infinite.
    pub fn from_ratio(ratio: Ratio<BigInt>) -> Option<Real> {
        if ratio.numer().bits() < MAX_RATIONAL_BITS && ratio.denom().bits() < MAX_RATIONAL_BITS {
            Some(Real::Exact(ratio))
        } else {
            BigFloat::from_ratio(ratio.numer(), ratio.denom()).map(Real::Float)
        }
    }

    /// The integer as a real; `None` when it is too large even for a float.
    pub fn from_int(int: BigInt) -> Option<Real> {
        Real::from_ratio(Ratio::from_integer(int))
    }

    /// `digits * 10^exponent`; `None` when it is infinite.
    pub fn from_decimal(digits: BigInt, exponent: i64) -> Option<Real> {
        // log2(10) < 3.33; the exact fraction is built only where it can be small enough.
        let bits = digits.bits() as i64;
        let limit = MAX_RATIONAL_BITS as i64;
        let high = bits.saturating_add(exponent.saturating_mul(333) / 100);
        if high.abs() <= limit + 64 && exponent.abs() <= limit {
            let power = num_traits::pow(BigInt::from(10), exponent.unsigned_abs() as usize);
            let ratio =
                if exponent < 0 { Ratio::new(digits, power) } else { Ratio::from_integer(digits * power) };
            return Real::from_ratio(ratio);
        }
        BigFloat::from_decimal(digits, exponent).map(Real::Float)
    }

    /// `digits * 2^exponent`; `None` when it is infinite.
    pub fn from_binary(digits: BigInt, exponent: i64) -> Option<Real> {
        let limit = MAX_RATIONAL_BITS as i64;
        if digits.is_zero() {
            return Some(Real::zero());
        }
        if exponent.abs() < limit {
            let power = BigInt::one() << exponent.unsigned_abs();
            let ratio =
                if exponent < 0 { Ratio::new(digits, power) } else { Ratio::from_integer(digits * power) };
            return Real::from_ratio(ratio);
        }
        BigFloat::new(digits, exponent).map(Real::Float)
    }

    /// The exact value of a finite machine float; `None` for infinities and NaN.
    pub fn from_f64(float: f64) -> Option<Real> {
        if !float.is_finite() {
            return None;
        }
        let bits = float.to_bits();
        let fraction = (bits & ((1 << 52) - 1)) as i64;
        let biased = ((bits >> 52) & 0x7ff) as i64;
        let (mantissa, exponent) =
            if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
        let mantissa = if float.is_sign_negative() { -mantissa } else { mantissa };
        Real::from_binary(BigInt::from(mantissa), exponent)
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        match self {
            Real::Exact(ratio) => ratio.numer().sign_i32(),
            Real::Float(float) => float.sign(),
        }
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.sign() == 0
    }

    /// The number as an integer, if it is one. A float so near to an integer that only rounding can be the cause
    /// counts as that integer; one beyond 2^4096 does not count, so that no huge integer comes into being.
    pub fn to_int(&self) -> Option<BigInt> {
        match self {
            Real::Exact(ratio) => ratio.is_integer().then(|| ratio.numer().clone()),
            Real::Float(float) => {
                if float.binary_exponent().unsigned_abs() >= MAX_RATIONAL_BITS {
                    return None;
                }
                const SLACK: u64 = 4;
                let exact = Some(float.clone()).filter(BigFloat::is_int);
                let near =
                    |rounding| float.clone().rounded(PRECISION - SLACK, rounding).filter(BigFloat::is_int);
                let int = exact.or_else(|| near(Rounding::Down)).or_else(|| near(Rounding::Up))?;
                let (mantissa, exponent) = int.parts();
                Some(mantissa << exponent.unsigned_abs())
            }
        }
    }

    /// Whether the number is exactly an integer.
    pub fn is_int(&self) -> bool {
        match self {
            Real::Exact(ratio) => ratio.is_integer(),
            Real::Float(float) => float.is_int(),
        }
    }

    /// The number as a 512-bit float; `None` when it is infinite.
    pub fn to_big_float(&self) -> Option<BigFloat> {
        match self {
            Real::Exact(ratio) => BigFloat::from_ratio(ratio.numer(), ratio.denom()),
            Real::Float(float) => Some(float.clone()),
        }
    }

    /// The nearest `float64` (ties to even); `None` when it overflows.
    pub fn to_f64(&self) -> Option<f64> {
        self.round_to(53, -1022, 1023)
    }

    /// The nearest `float32` (ties to even); `None` when it overflows.
    pub fn to_f32(&self) -> Option<f32> {
        self.round_to(24, -126, 127).map(|wide| wide as f32)
    }

    /// The number as `m * 2^e` with `0.5 <= |m| < 1`, the mantissa cut to machine precision; (0, 0) for zero.
    pub fn mantissa_exponent(&self) -> (f64, i64) {
        let (leading, scale, _) = self.leading_bits();
        if leading == 0 {
            return (0.0, 0);
        }
        let length = 128 - leading.leading_zeros() as i64;
        let mantissa = leading as f64 / 2f64.powi(length as i32);
        (if self.sign() < 0 { -mantissa } else { mantissa }, length + scale)
    }

    /// Sum; `None` when it is infinite.
    pub fn add(&self, other: &Real) -> Option<Real> {
        self.apply(other, |a, b| a + b, BigFloat::add)
    }

    /// Difference; `None` when it is infinite.
    pub fn sub(&self, other: &Real) -> Option<Real> {
        self.add(&other.neg())
    }

    /// Product; `None` when it is infinite.
    pub fn mul(&self, other: &Real) -> Option<Real> {
        self.apply(other, |a, b| a * b, BigFloat::mul)
    }

    /// Quotient; `None` when it is infinite or the divisor zero.
    pub fn div(&self, other: &Real) -> Option<Real> {
        if other.is_zero() {
            return None;
        }
        self.apply(other, |a, b| a / b, BigFloat::div)
    }

    /// The number with the other sign.
    pub fn neg(&self) -> Real {
        match self {
            Real::Exact(ratio) => Real::Exact(-ratio),
            Real::Float(float) => Real::Float(float.neg()),
        }
    }

    /// Order of the two numbers.
    pub fn compare(&self, other: &Real) -> Ordering {
        match (self, other) {
            (Real::Exact(a), Real::Exact(b)) => a.cmp(b),
            (Real::Float(a), Real::Float(b)) => a.compare(b),
            // Fractions are far from the limits of a float, so the conversions succeed.
            (Real::Exact(_), Real::Float(b)) => match self.to_big_float() {
                Some(a) => a.compare(b),
                None => self.sign().cmp(&b.sign()),
            },
            (Real::Float(_), Real::Exact(_)) => other.compare(self).reverse(),
        }
    }

    fn apply(
        &self,
        other: &Real,
        exact: fn(&Ratio<BigInt>, &Ratio<BigInt>) -> Ratio<BigInt>,
        float: fn(&BigFloat, &BigFloat) -> Option<BigFloat>,
    ) -> Option<Real> {
        if let (Real::Exact(a), Real::Exact(b)) = (self, other) {
            return Real::from_ratio(exact(a, b));
        }
        float(&self.to_big_float()?, &other.to_big_float()?).map(Real::Float)
    }

    /// The leading 64 or 65 bits of the magnitude as an integer `q`, the scale `s` with `|self| = q * 2^s` up to
    /// what was cut off, and whether anything was.
    fn leading_bits(&self) -> (u128, i64, bool) {
        let one = BigInt::one();
        let (numerator, denominator, exponent) = match self {
            Real::Exact(ratio) => (ratio.numer(), ratio.denom(), 0),
            Real::Float(float) => {
                let (mantissa, exponent) = float.parts();
                (mantissa, &one, exponent)
            }
        };
        if numerator.is_zero() {
            return (0, 0, false);
        }
        let shift = 64 - (numerator.bits() as i64 - denominator.bits() as i64);
        let (dividend, divisor) = if shift >= 0 {
            (numerator.abs() << shift.unsigned_abs(), denominator.clone())
        } else {
            (numerator.abs(), denominator << shift.unsigned_abs())
        };
        let quotient = &dividend / &divisor;
        let cut = &quotient * &divisor != dividend;
        (quotient.to_u128().unwrap_or(u128::MAX), exponent - shift, cut)
    }

    /// Rounds to a binary format with `precision` bits and the given exponents of its smallest and largest normal
    /// numbers.
    fn round_to(&self, precision: i64, min_exponent: i64, max_exponent: i64) -> Option<f64> {
        let (leading, scale, cut) = self.leading_bits();
        if leading == 0 {
            return Some(0.0);
        }
        let top = 127 - leading.leading_zeros() as i64 + scale;
        let last = top.max(min_exponent) - (precision - 1);
        let drop = last - scale;
        // `leading` has at least 64 bits and `precision` is at most 53, so bits are always dropped.
        if drop > 100 {
            return Some(0.0);
        }
        let mut kept = leading >> drop;
        let rest = leading & ((1 << drop) - 1);
        let half = 1u128 << (drop - 1);
        if rest > half || (rest == half && (cut || kept & 1 == 1)) {
            kept += 1;
        }
        if kept == 0 {
            return Some(0.0);
        }
        if 127 - kept.leading_zeros() as i64 + last > max_exponent {
            return None;
        }
        let magnitude = kept as f64 * power_of_two(last);
        Some(if self.sign() < 0 { -magnitude } else { magnitude })
    }
}

/// `2^exponent` for the exponents of machine floats, subnormal ones included.
fn power_of_two(exponent: i64) -> f64 {
    if exponent >= -1022 {
        f64::from_bits(((exponent + 1023) as u64) << 52)
    } else {
        f64::from_bits(1 << (exponent + 1074))
    }
}

/// The sign of a big integer as a number.
trait SignNumber {
    fn sign_i32(&self) -> i32;
}

impl SignNumber for BigInt {
    fn sign_i32(&self) -> i32 {
        if self.is_negative() {
            -1
        } else if self.is_positive() {
            1
        } else {
            0
        }
    }
}
