//! Logarithms.

use super::exp::{LN2_HI, LN2_LO};
use super::{NAN, frexp, poly};

/// The polynomial of log and log1p, odd and even coefficients.
const L1: f64 = 6.666_666_666_666_735e-1;
const L2: f64 = 3.999_999_999_940_942e-1;
const L3: f64 = 2.857_142_874_366_239e-1;
const L4: f64 = 2.222_219_843_214_978_4e-1;
const L5: f64 = 1.818_357_216_161_805e-1;
const L6: f64 = 1.531_383_769_920_937_3e-1;
const L7: f64 = 1.479_819_860_511_658_6e-1;

/// The natural logarithm, after msun. x = 2**k f with f between √½ and √2. Like Go's assembly it takes the exponent field
/// of a subnormal number at its word.
pub fn log(x: f64) -> f64 {
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x < 0.0 || x.is_nan() && x.is_sign_negative() {
        return NAN;
    }
    if !x.is_finite() {
        return x;
    }
    let bits = x.to_bits();
    let mut f1 = f64::from_bits(bits & 0x000F_FFFF_FFFF_FFFF | 0x3FE0_0000_0000_0000);
    let mut k = ((bits >> 52) as i64 - 0x3FE) as f64;
    if f1 <= std::f64::consts::FRAC_1_SQRT_2 {
        k -= 1.0;
        f1 *= 2.0;
    }
    let f = f1 - 1.0;
    let s = f / (2.0 + f);
    let s2 = s * s;
    let s4 = s2 * s2;
    let t1 = s2 * poly(s4, &[L1, L3, L5, L7]);
    let t2 = s4 * poly(s4, &[L2, L4, L6]);
    let r = t1 + t2;
    let half = 0.5 * f * f;
    k * LN2_HI - ((half - (s * (half + r) + k * LN2_LO)) - f)
}

/// The decimal logarithm.
pub fn log10(x: f64) -> f64 {
    log(x) * std::f64::consts::LOG10_E
}

/// The binary logarithm, exact for powers of two.
pub fn log2(x: f64) -> f64 {
    let (frac, exp) = frexp(x);
    if frac == 0.5 {
        return (exp - 1) as f64;
    }
    log(frac) * std::f64::consts::LOG2_E + exp as f64
}

/// The natural logarithm of 1 + x, exact near 0, after msun.
pub fn log1p(x: f64) -> f64 {
    const SQRT2_LESS_1: f64 = 4.142_135_623_730_950_5e-1;
    const SQRT_HALF_LESS_1: f64 = -2.928_932_188_134_525e-1;
    const SMALL: f64 = 1.0 / (1u64 << 29) as f64;
    const TINY: f64 = 1.0 / (1u64 << 54) as f64;
    const TWO_53: f64 = (1u64 << 53) as f64;
    if x < -1.0 || x.is_nan() {
        return NAN;
    }
    if x == -1.0 {
        return f64::NEG_INFINITY;
    }
    if x == f64::INFINITY {
        return x;
    }
    let size = x.abs();
    let (mut f, mut rest, mut k) = (0.0, 0u64, 1i64);
    if size < SQRT2_LESS_1 {
        if size < SMALL {
            return if size < TINY { x } else { x - x * x * 0.5 };
        }
        if x > SQRT_HALF_LESS_1 {
            (f, rest, k) = (x, 1, 0);
        }
    }
    let mut c = 0.0; // the error of 1 + x
    if k != 0 {
        let mut u = x;
        if size < TWO_53 {
            u = 1.0 + x;
            k = (u.to_bits() >> 52) as i64 - 1023;
            c = if k > 0 { 1.0 - (u - x) } else { x - (u - 1.0) };
            c /= u;
        } else {
            k = (u.to_bits() >> 52) as i64 - 1023;
        }
        rest = u.to_bits() & 0x000F_FFFF_FFFF_FFFF;
        if rest < 0x0006_A09E_667F_3BCD {
            u = f64::from_bits(rest | 0x3FF0_0000_0000_0000);
        } else {
            k += 1;
            u = f64::from_bits(rest | 0x3FE0_0000_0000_0000);
            rest = (0x0010_0000_0000_0000 - rest) >> 2;
        }
        f = u - 1.0;
    }
    let half = 0.5 * f * f;
    let kf = k as f64;
    if rest == 0 {
        // |f| < 2**-20
        if f == 0.0 {
            if k == 0 {
                return 0.0;
            }
            c += kf * LN2_LO;
            return kf * LN2_HI + c;
        }
        let r = half * (1.0 - 0.666_666_666_666_666_6 * f);
        if k == 0 {
            return f - r;
        }
        return kf * LN2_HI - ((r - (kf * LN2_LO + c)) - f);
    }
    let s = f / (2.0 + f);
    let z = s * s;
    let r = z * poly(z, &[L1, L2, L3, L4, L5, L6, L7]);
    if k == 0 {
        return f - (half - s * (half + r));
    }
    kf * LN2_HI - ((half - (s * (half + r) + (kf * LN2_LO + c))) - f)
}
