//! Exponentials.

use super::{ldexp, poly};

/// The upper bits of the natural logarithm of 2, and the rest.
pub(super) const LN2_HI: f64 = 6.931_471_803_691_238e-1;
pub(super) const LN2_LO: f64 = 1.908_214_929_270_587_7e-10;

/// e**x. After SLEEF (Naoki Shibata, "Efficient evaluation methods of elementary functions suitable for SIMD
/// computation", 2010), with fused operations: x = k ln 2 + 16 r; a Taylor series gives e**r - 1, and four times
/// (1 + y)² - 1 = y (y + 2) leads to e**(16 r).
pub fn exp(x: f64) -> f64 {
    const LN2_UPPER: f64 = f64::from_bits(0x3FE6_2E42_FEFA_3000);
    const LN2_LOWER: f64 = 0.282_352_905_630_315_77e-12;
    const TAYLOR: [f64; 8] = [
        1.0,
        0.5,
        1.0 / 6.0,
        1.0 / 24.0,
        1.0 / 120.0,
        1.388_888_888_888_889e-3,
        1.984_126_984_126_984e-4,
        2.480_158_730_158_73e-5,
    ];
    if x.is_nan() {
        return x;
    }
    if x > 709.782_712_893_384 {
        return f64::INFINITY;
    }
    if x < -1e6 {
        return 0.0;
    }
    let k = (x * std::f64::consts::LOG2_E).round_ties_even();
    let mut r = (-k).mul_add(LN2_UPPER, x);
    r = (-k).mul_add(LN2_LOWER, r);
    r *= 0.0625;
    let mut sum = TAYLOR[7];
    for c in TAYLOR[..7].iter().rev() {
        sum = sum.mul_add(r, *c);
    }
    let mut y = r * sum;
    y *= y + 2.0;
    y *= y + 2.0;
    y *= y + 2.0;
    y = (y + 2.0).mul_add(y, 1.0);

    // y × 2**k, in two steps where the result is subnormal.
    let exponent = k as i64 + 0x3FF;
    if exponent >= 0x7FF {
        return f64::INFINITY;
    }
    if exponent > 0 {
        return y * f64::from_bits((exponent as u64) << 52);
    }
    if exponent < -52 {
        return 0.0;
    }
    y * f64::from_bits(((exponent + 0x3FE) as u64) << 52) * f64::MIN_POSITIVE
}

/// 2**x, after msun's exp.
pub fn exp2(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x > 1.0239999999999999e+03 {
        return f64::INFINITY;
    }
    if x < -1.0740e+03 {
        return 0.0;
    }
    let k = if x > 0.0 {
        (x + 0.5) as i64
    } else if x < 0.0 {
        (x - 0.5) as i64
    } else {
        0
    };
    let t = x - k as f64;
    let hi = t * LN2_HI;
    let lo = -t * LN2_LO;

    // e**(hi - lo) by a rational function.
    let r = hi - lo;
    let t = r * r;
    let c = r - t * poly(
        t,
        &[
            1.666_666_666_666_666_6e-1,
            -2.777_777_777_701_559_3e-3,
            6.613_756_321_437_934e-5,
            -1.653_390_220_546_525_2e-6,
            4.138_136_797_057_238_5e-8,
        ],
    );
    let y = 1.0 - ((lo - (r * c) / (2.0 - c)) - hi);
    ldexp(y, k)
}

/// e**x - 1, exact near 0, after msun.
pub fn expm1(x: f64) -> f64 {
    const LN2_X56: f64 = 3.881_624_211_135_693_7e1;
    const LN2_HALF_X3: f64 = 1.039_720_770_839_917_9;
    const LN2_HALF: f64 = std::f64::consts::LN_2 / 2.0;
    const OVERFLOW: f64 = 709.782_712_893_384;
    const TINY: f64 = 1.0 / (1u64 << 54) as f64;
    if x.is_nan() || x == f64::INFINITY {
        return x;
    }
    if x == f64::NEG_INFINITY {
        return -1.0;
    }
    let negative = x < 0.0;
    let size = x.abs();
    if size >= LN2_X56 {
        if negative {
            return -1.0;
        }
        if size >= OVERFLOW {
            return f64::INFINITY;
        }
    }

    // x = k ln 2 + r, c the error of r.
    let (mut r, mut c, mut k) = (x, 0.0, 0i64);
    if size > LN2_HALF {
        let (hi, lo);
        if size < LN2_HALF_X3 {
            k = if negative { -1 } else { 1 };
            hi = x - k as f64 * LN2_HI;
            lo = k as f64 * LN2_LO;
        } else {
            let half = if negative { -0.5 } else { 0.5 };
            k = (std::f64::consts::LOG2_E * x + half) as i64;
            let t = k as f64;
            hi = x - t * LN2_HI;
            lo = t * LN2_LO;
        }
        r = hi - lo;
        c = (hi - r) - lo;
    } else if size < TINY {
        return x;
    }

    let half = 0.5 * r;
    let square = r * half;
    let r1 = 1.0
        + square
            * poly(
                square,
                &[
                    -3.333_333_333_333_313e-2,
                    1.587_301_587_254_814_6e-3,
                    -7.936_507_578_674_88e-5,
                    4.008_217_827_329_362e-6,
                    -2.010_992_181_836_243_7e-7,
                ],
            );
    let t = 3.0 - r1 * half;
    let mut e = square * ((r1 - t) / (6.0 - r * t));
    if k == 0 {
        return r - (r * e - square);
    }
    e = r * (e - c) - c;
    e -= square;
    if k == -1 {
        return 0.5 * (r - e) - 0.5;
    }
    if k == 1 {
        if r < -0.25 {
            return -2.0 * (e - (r + 0.5));
        }
        return 1.0 + 2.0 * (r - e);
    }
    // Adds k to the exponent.
    let scaled = |y: f64| f64::from_bits(y.to_bits().wrapping_add((k << 52) as u64));
    if k <= -2 || k > 56 {
        return scaled(1.0 - (e - r)) - 1.0;
    }
    if k < 20 {
        let t = f64::from_bits(0x3FF0_0000_0000_0000 - (0x0020_0000_0000_0000 >> k)); // 1 - 2**-k
        return scaled(t - (e - r));
    }
    let t = f64::from_bits(((0x3FF - k) as u64) << 52); // 2**-k
    scaled(r - (e + t) + 1.0)
}
