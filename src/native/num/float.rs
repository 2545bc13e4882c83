//! The parts of a floating-point number, and remainders.

/// The NaN that Go's math.NaN gives.
pub const NAN: f64 = f64::from_bits(0x7FF8_0000_0000_0001);

/// Bits of the fraction.
const FRACTION: u32 = 52;
/// What the exponent field holds for 2**0.
const BIAS: i64 = 1023;
const EXPONENT_MASK: u64 = 0x7FF << FRACTION;

/// x = y × 2**exp with a y that is not subnormal.
fn normalize(x: f64) -> (f64, i64) {
    if x.abs() < f64::MIN_POSITIVE { (x * (1u64 << 52) as f64, -52) } else { (x, 0) }
}

/// The exponent field, without its bias.
fn exponent(x: f64) -> i64 {
    ((x.to_bits() & EXPONENT_MASK) >> FRACTION) as i64 - BIAS
}

/// frac in [½, 1) (or as x, if that is 0 or not finite) and exp with x = frac × 2**exp.
pub fn frexp(x: f64) -> (f64, i64) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (y, shifted) = normalize(x);
    let fraction = y.to_bits() & !EXPONENT_MASK | ((BIAS - 1) as u64) << FRACTION;
    (f64::from_bits(fraction), exponent(y) + 1 + shifted)
}

/// frac × 2**exp, rounded once.
pub fn ldexp(frac: f64, exp: i64) -> f64 {
    if frac == 0.0 || !frac.is_finite() {
        return frac;
    }
    let (y, shifted) = normalize(frac);
    let mut exp = exp.saturating_add(shifted + exponent(y));
    if exp < -1075 {
        return 0.0f64.copysign(frac);
    }
    if exp > 1023 {
        return f64::INFINITY.copysign(frac);
    }
    let mut scale = 1.0;
    if exp < -1022 {
        exp += 53;
        scale = 1.0 / (1u64 << 53) as f64;
    }
    scale * f64::from_bits(y.to_bits() & !EXPONENT_MASK | ((exp + BIAS) as u64) << FRACTION)
}

/// The binary exponent of x, `i32::MIN` for 0 and `i32::MAX` for what is not finite.
pub fn ilogb(x: f64) -> i64 {
    if x == 0.0 {
        return i64::from(i32::MIN);
    }
    if !x.is_finite() {
        return i64::from(i32::MAX);
    }
    let (y, shifted) = normalize(x);
    exponent(y) + shifted
}

/// The binary exponent of x as a number.
pub fn logb(x: f64) -> f64 {
    if x == 0.0 {
        f64::NEG_INFINITY
    } else if x.is_nan() {
        x
    } else if x.is_infinite() {
        f64::INFINITY
    } else {
        ilogb(x) as f64
    }
}

/// The integer and the fractional part, both with the sign of x.
pub fn modf(x: f64) -> (f64, f64) {
    let integer = x.trunc();
    (integer, (x - integer).copysign(x))
}

/// The nearest integer, of two the even one.
pub fn round_to_even(x: f64) -> f64 {
    x.round_ties_even()
}

/// x - y, 0 if that is negative.
pub fn dim(x: f64, y: f64) -> f64 {
    let v = x - y;
    if v <= 0.0 { 0.0 } else { v }
}

/// The larger; +Inf before NaN, NaN before a number, +0 before -0.
pub fn max(x: f64, y: f64) -> f64 {
    if x == f64::INFINITY || y == f64::INFINITY {
        f64::INFINITY
    } else if x.is_nan() || y.is_nan() {
        NAN
    } else if x == 0.0 && y == 0.0 {
        if x.is_sign_negative() { y } else { x }
    } else if x > y {
        x
    } else {
        y
    }
}

/// The smaller; -Inf before NaN, NaN before a number, -0 before +0.
pub fn min(x: f64, y: f64) -> f64 {
    if x == f64::NEG_INFINITY || y == f64::NEG_INFINITY {
        f64::NEG_INFINITY
    } else if x.is_nan() || y.is_nan() {
        NAN
    } else if x == 0.0 && y == 0.0 {
        if x.is_sign_negative() { x } else { y }
    } else if x < y {
        x
    } else {
        y
    }
}

/// The remainder of x/y with the sign of x. It is exact, so how it is computed does not matter.
pub fn rem(x: f64, y: f64) -> f64 {
    if y == 0.0 || x.is_infinite() || x.is_nan() || y.is_nan() { NAN } else { x % y }
}

/// x less the multiple of y that is nearest, of two the even one.
pub fn remainder(x: f64, y: f64) -> f64 {
    /// Below it, half of y may not be exact.
    const TINY: f64 = f64::from_bits(0x0020_0000_0000_0000);
    if x.is_nan() || y.is_nan() || x.is_infinite() || y == 0.0 {
        return NAN;
    }
    if y.is_infinite() {
        return x;
    }
    let negative = x < 0.0;
    let (mut x, y) = (if negative { -x } else { x }, y.abs());
    if x == y {
        return if negative { -0.0 } else { 0.0 };
    }
    if y <= f64::MAX / 2.0 {
        x = rem(x, y + y);
    }
    if y < TINY {
        if x + x > y {
            x -= y;
            if x + x >= y {
                x -= y;
            }
        }
    } else {
        let half = 0.5 * y;
        if x > half {
            x -= y;
            if x >= half {
                x -= y;
            }
        }
    }
    if negative { -x } else { x }
}

/// The next number after x towards y.
pub fn nextafter(x: f64, y: f64) -> f64 {
    if x.is_nan() || y.is_nan() {
        NAN
    } else if x == y {
        x
    } else if x == 0.0 {
        f64::from_bits(1).copysign(y)
    } else if (y > x) == (x > 0.0) {
        f64::from_bits(x.to_bits() + 1)
    } else {
        f64::from_bits(x.to_bits() - 1)
    }
}

/// The next float32 after x towards y.
pub fn nextafter32(x: f32, y: f32) -> f32 {
    if x.is_nan() || y.is_nan() {
        f32::NAN
    } else if x == y {
        x
    } else if x == 0.0 {
        f32::from_bits(1).copysign(y)
    } else if (y > x) == (x > 0.0) {
        f32::from_bits(x.to_bits() + 1)
    } else {
        f32::from_bits(x.to_bits() - 1)
    }
}
