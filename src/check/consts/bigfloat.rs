//! A binary floating-point number of 512 bits, for reals whose exact fraction would be too large.
//!
//! Invariant: the mantissa is zero (then the exponent is zero too) or odd, and has at most [`PRECISION`] bits,
//! so equal numbers have equal representations.

use num_bigint::{BigInt, Sign};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// Mantissa size in bits: the precision that Go's compiler computes constants with.
pub const PRECISION: u64 = 512;

/// Exponents beyond this are infinite (or zero, on the small side), as in Go's `math/big`.
const MAX_EXPONENT: i64 = i32::MAX as i64;

/// `mantissa * 2^exponent`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BigFloat {
    mantissa: BigInt,
    exponent: i64,
}

/// The direction in which [`BigFloat::rounded`] drops bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest, ties to even.
    Nearest,
    /// Towards negative infinity.
    Down,
    /// Towards positive infinity.
    Up,
}

impl BigFloat {
    /// Zero.
    pub fn zero() -> BigFloat {
        BigFloat { mantissa: BigInt::zero(), exponent: 0 }
    }

    /// The nearest float to `mantissa * 2^exponent`; `None` when it is infinite.
    pub fn new(mantissa: BigInt, exponent: i64) -> Option<BigFloat> {
        let unrounded = BigFloat { mantissa, exponent };
        unrounded.rounded(PRECISION, Rounding::Nearest)
    }

    /// The nearest float to `numerator / denominator`; `None` when it is infinite or the denominator zero.
    pub fn from_ratio(numerator: &BigInt, denominator: &BigInt) -> Option<BigFloat> {
        BigFloat { mantissa: numerator.clone(), exponent: 0 }
            .div(&BigFloat { mantissa: denominator.clone(), exponent: 0 })
    }

    /// The nearest float to `digits * 10^exponent`; `None` when the exponent is beyond all measure.
    pub fn from_decimal(digits: BigInt, exponent: i64) -> Option<BigFloat> {
        if digits.is_zero() {
            return Some(BigFloat::zero());
        }
        // 10^n = 5^n * 2^n; the power of five is computed with spare bits, so that its errors stay below the last one.
        const SPARE: u64 = 64;
        let magnitude = exponent.unsigned_abs();
        if magnitude > MAX_EXPONENT as u64 {
            return None;
        }
        let mut power = BigFloat { mantissa: BigInt::one(), exponent: 0 };
        let mut base = BigFloat { mantissa: BigInt::from(5), exponent: 0 };
        let mut rest = magnitude;
        while rest > 0 {
            if rest & 1 == 1 {
                power = power.mul_exact(&base).shortened(PRECISION + SPARE);
            }
            base = base.mul_exact(&base).shortened(PRECISION + SPARE);
            rest >>= 1;
        }
        let digits = BigFloat { mantissa: digits, exponent: 0 };
        let scaled =
            if exponent < 0 { digits.div_to(&power, PRECISION + SPARE)? } else { digits.mul_exact(&power) };
        BigFloat::new(scaled.mantissa, scaled.exponent + exponent)
    }

    /// Whether the number is zero.
    pub fn is_zero(&self) -> bool {
        self.mantissa.is_zero()
    }

    /// -1, 0 or 1.
    pub fn sign(&self) -> i32 {
        match self.mantissa.sign() {
            Sign::Minus => -1,
            Sign::NoSign => 0,
            Sign::Plus => 1,
        }
    }

    /// The `e` with `2^(e-1) <= |self| < 2^e`; 0 for zero.
    pub fn binary_exponent(&self) -> i64 {
        if self.is_zero() { 0 } else { self.mantissa.bits() as i64 + self.exponent }
    }

    /// Mantissa and exponent.
    pub fn parts(&self) -> (&BigInt, i64) {
        (&self.mantissa, self.exponent)
    }

    /// Whether the number is an integer.
    pub fn is_int(&self) -> bool {
        self.exponent >= 0
    }

    /// The same number with at most `bits` bits of mantissa; `None` when it is infinite.
    pub fn rounded(mut self, bits: u64, rounding: Rounding) -> Option<BigFloat> {
        let have = self.mantissa.bits();
        if have > bits {
            let drop = have - bits;
            let negative = self.mantissa.is_negative();
            let magnitude = self.mantissa.abs();
            let mut kept: BigInt = &magnitude >> drop;
            let rest = magnitude - (&kept << drop);
            let away = match rounding {
                Rounding::Nearest => {
                    let half = BigInt::one() << (drop - 1);
                    match rest.cmp(&half) {
                        Ordering::Less => false,
                        Ordering::Equal => kept.bit(0),
                        Ordering::Greater => true,
                    }
                }
                Rounding::Down => negative && !rest.is_zero(),
                Rounding::Up => !negative && !rest.is_zero(),
            };
            if away {
                kept += 1;
            }
            self.mantissa = if negative { -kept } else { kept };
            self.exponent = self.exponent.saturating_add(drop as i64);
        }
        let number = self.normal();
        match number.binary_exponent() {
            e if e > MAX_EXPONENT => None,
            e if e < -MAX_EXPONENT => Some(BigFloat::zero()),
            _ => Some(number),
        }
    }

    /// Sum; `None` when it is infinite.
    pub fn add(&self, other: &BigFloat) -> Option<BigFloat> {
        if self.is_zero() {
            return Some(other.clone());
        }
        if other.is_zero() {
            return Some(self.clone());
        }
        let (high, low) =
            if self.binary_exponent() >= other.binary_exponent() { (self, other) } else { (other, self) };
        // A number below the last bit of the other changes nothing but the tie; aligning it would need the memory
        // of the whole distance.
        if high.binary_exponent() - low.binary_exponent() > 2 * PRECISION as i64 + 64 {
            return Some(high.clone());
        }
        let exponent = high.exponent.min(low.exponent);
        let a: BigInt = &high.mantissa << (high.exponent - exponent) as u64;
        let b: BigInt = &low.mantissa << (low.exponent - exponent) as u64;
        BigFloat::new(a + b, exponent)
    }

    /// The number with the other sign.
    pub fn neg(&self) -> BigFloat {
        BigFloat { mantissa: -&self.mantissa, exponent: self.exponent }
    }

    /// Product; `None` when it is infinite.
    pub fn mul(&self, other: &BigFloat) -> Option<BigFloat> {
        self.mul_exact(other).rounded(PRECISION, Rounding::Nearest)
    }

    /// Quotient; `None` when it is infinite or the divisor zero.
    pub fn div(&self, other: &BigFloat) -> Option<BigFloat> {
        self.div_to(other, PRECISION)?.rounded(PRECISION, Rounding::Nearest)
    }

    /// Order of the two numbers.
    pub fn compare(&self, other: &BigFloat) -> Ordering {
        let (a, b) = (self.sign(), other.sign());
        if a != b || a == 0 {
            return a.cmp(&b);
        }
        let by_size = self.binary_exponent().cmp(&other.binary_exponent()).then_with(|| {
            let exponent = self.exponent.min(other.exponent);
            let x = self.mantissa.abs() << (self.exponent - exponent) as u64;
            let y = other.mantissa.abs() << (other.exponent - exponent) as u64;
            x.cmp(&y)
        });
        if a > 0 { by_size } else { by_size.reverse() }
    }

    fn mul_exact(&self, other: &BigFloat) -> BigFloat {
        BigFloat { mantissa: &self.mantissa * &other.mantissa, exponent: self.exponent + other.exponent }
    }

    /// The quotient with at least `bits + 1` correct bits and a last bit that is set when something was cut off.
    fn div_to(&self, other: &BigFloat, bits: u64) -> Option<BigFloat> {
        if other.is_zero() {
            return None;
        }
        let (n, d) = (self.mantissa.bits(), other.mantissa.bits());
        let shift = (bits + 2 + d).saturating_sub(n);
        let dividend = self.mantissa.abs() << shift;
        let divisor = other.mantissa.abs();
        let mut quotient = &dividend / &divisor;
        let exact = (&quotient * &divisor) == dividend;
        quotient <<= 1;
        if !exact {
            quotient += 1;
        }
        if self.sign() * other.sign() < 0 {
            quotient = -quotient;
        }
        Some(BigFloat { mantissa: quotient, exponent: self.exponent - other.exponent - shift as i64 - 1 })
    }

    /// Cuts a positive number to `bits` bits.
    fn shortened(self, bits: u64) -> BigFloat {
        let have = self.mantissa.bits();
        if have <= bits {
            return self;
        }
        let drop = have - bits;
        BigFloat { mantissa: self.mantissa >> drop, exponent: self.exponent + drop as i64 }
    }

    fn normal(mut self) -> BigFloat {
        match self.mantissa.trailing_zeros() {
            None => self.exponent = 0,
            Some(0) => {}
            Some(zeros) => {
                self.mantissa >>= zeros;
                self.exponent = self.exponent.saturating_add(zeros as i64);
            }
        }
        self
    }
}
