//! Arithmetic that is more than one machine instruction: complex numbers, and conversions with Go's corners.

/// Complex multiplication, component by component.
#[inline]
pub(super) fn mul_complex(x: [u64; 2], y: [u64; 2]) -> [u64; 2] {
    let [a, b] = x.map(f64::from_bits);
    let [c, d] = y.map(f64::from_bits);
    [(a * c - b * d).to_bits(), (a * d + b * c).to_bits()]
}

/// Complex multiplication in float64, rounded to float32.
#[inline]
pub(super) fn mul_complex64(x: [u64; 2], y: [u64; 2]) -> [u64; 2] {
    let [a, b] = x.map(|v| f64::from(f32::from_bits(v as u32)));
    let [c, d] = y.map(|v| f64::from(f32::from_bits(v as u32)));
    [(a * c - b * d), (a * d + b * c)].map(|v| u64::from((v as f32).to_bits()))
}

/// Complex division in float64, rounded to float32.
pub(super) fn div_complex64(x: [u64; 2], y: [u64; 2]) -> [u64; 2] {
    let wide = |v: u64| f64::from(f32::from_bits(v as u32));
    let [re, im] = divide(x.map(wide), y.map(wide));
    [re, im].map(|v| u64::from((v as f32).to_bits()))
}

/// Complex division.
pub(super) fn div_complex(x: [u64; 2], y: [u64; 2]) -> [u64; 2] {
    divide(x.map(f64::from_bits), y.map(f64::from_bits)).map(f64::to_bits)
}

/// Smith's method for finite operands; for infinities and zeros what C99 (annex G) and Go give.
fn divide([a, b]: [f64; 2], [c, d]: [f64; 2]) -> [f64; 2] {
    let inf = |x: f64, y: f64| x.is_infinite() || y.is_infinite();
    let (mut re, mut im);
    if c.abs() >= d.abs() {
        let ratio = d / c;
        let denominator = c + ratio * d;
        (re, im) = ((a + b * ratio) / denominator, (b - a * ratio) / denominator);
    } else {
        let ratio = c / d;
        let denominator = d + ratio * c;
        (re, im) = ((a * ratio + b) / denominator, (b * ratio - a) / denominator);
    }
    if re.is_nan() && im.is_nan() {
        let unit = |x: f64| if x.is_infinite() { 1f64.copysign(x) } else { 0f64.copysign(x) };
        if c == 0.0 && d == 0.0 && !(a.is_nan() && b.is_nan()) {
            let sign = f64::INFINITY.copysign(c);
            (re, im) = (sign * a, sign * b);
        } else if inf(a, b) && c.is_finite() && d.is_finite() {
            let (a, b) = (unit(a), unit(b));
            (re, im) = (f64::INFINITY * (a * c + b * d), f64::INFINITY * (b * c - a * d));
        } else if inf(c, d) && a.is_finite() && b.is_finite() {
            let (c, d) = (unit(c), unit(d));
            (re, im) = (0.0 * (a * c + b * d), 0.0 * (b * c - a * d));
        }
    }
    [re, im]
}

/// Truncation as amd64 does it: what does not fit gives the smallest integer.
#[inline(always)]
pub(super) fn float_to_int(x: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&x) { x as i64 } else { i64::MIN }
}

/// Truncation to 32 bits as amd64 does it: what does not fit gives the smallest integer of 32 bits.
#[inline(always)]
pub(super) fn float_to_int32(x: f64) -> i64 {
    if x > -2_147_483_649.0 && x < 2_147_483_648.0 { x as i64 } else { i64::from(i32::MIN) }
}

/// Conversion to uint64 as Go compiles it for amd64.
#[inline(always)]
pub(super) fn float_to_uint(x: f64) -> u64 {
    const TOP: f64 = 9_223_372_036_854_775_808.0;
    if x < TOP { float_to_int(x) as u64 } else { (float_to_int(x - TOP) as u64) | 1 << 63 }
}

/// Numbers below this are divided by with a multiplication.
const SMALL: usize = 1 << 15;

/// For each small `d` but 0 and 1, 2⁶⁴ / `d`, rounded down: too small by less than 1, so the quotient of a number below 2⁶⁴ that
/// comes from it is right or one too small.
static RECIPROCALS: [u64; SMALL] = {
    let mut table = [0; SMALL];
    let mut d = 2;
    while d < SMALL as u64 {
        table[d as usize] = ((1u128 << 64) / d as u128) as u64;
        d += 1;
    }
    table
};

/// Quotient and remainder of a division by a small number above 1.
#[inline(always)]
pub(super) fn divide_by_small(x: u64, d: i64) -> Option<(u64, u64)> {
    let reciprocal = *RECIPROCALS.get(d as usize).filter(|_| d > 1)?;
    let d = d as u64;
    let quotient = ((u128::from(x) * u128::from(reciprocal)) >> 64) as u64;
    let remainder = x.wrapping_sub(quotient.wrapping_mul(d));
    Some(if remainder >= d { (quotient + 1, remainder - d) } else { (quotient, remainder) })
}

/// Quotient and remainder of the division of a number without sign by a positive one.
#[inline(always)]
pub(super) fn divide_unsigned(x: u64, d: i64) -> (u64, u64) {
    divide_by_small(x, d).unwrap_or((x, 0))
}

/// What is added to a number before its low bits are cut off, so that they are cut off towards zero.
#[inline(always)]
pub(super) fn towards_zero(x: i64, bits: i64) -> i64 {
    ((x >> 63) as u64 >> ((64 - bits) & 63)) as i64
}

/// Quotient and remainder of any division by a constant that is not 0.
pub(super) fn divide_by_constant(x: i64, d: i64) -> (i64, i64) {
    let Some((quotient, remainder)) = divide_by_small(x.unsigned_abs(), d) else {
        return (x.wrapping_div(d), x.wrapping_rem(d));
    };
    let sign = x >> 63;
    let signed = |magnitude: u64| (magnitude as i64 ^ sign).wrapping_sub(sign);
    (signed(quotient), signed(remainder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_divisors_divide_exactly() {
        for d in (-2..2 * SMALL as i64).filter(|&d| d != 0) {
            let near = |x: i64| (-3..=3).map(move |by| x.wrapping_add(by));
            let powers = (0..64).map(|bit| 1i64 << bit).flat_map(near);
            let most = i64::MAX / d;
            let multiples = [1, 7, most, most / 3].into_iter().flat_map(move |m| near(m.wrapping_mul(d)));
            for x in powers.chain(multiples).chain([i64::MIN, i64::MAX]).flat_map(|x| [x, x.wrapping_neg()]) {
                assert_eq!(divide_by_constant(x, d), (x.wrapping_div(d), x.wrapping_rem(d)), "{x} / {d}");
            }
        }
    }
}
