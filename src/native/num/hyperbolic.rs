//! Hyperbolic functions and their inverses.

use super::{NAN, exp, log, log1p, poly};
use std::f64::consts::LN_2;

/// From here on 1 does not count beside x².
const LARGE: f64 = (1u64 << 28) as f64;

/// The hyperbolic sine; near 0 by a rational function (Hart, 2309).
pub fn sinh(x: f64) -> f64 {
    let size = if x < 0.0 { -x } else { x };
    let y = if size > 21.0 {
        exp(size) * 0.5
    } else if size > 0.5 {
        let e = exp(size);
        (e - 1.0 / e) * 0.5
    } else {
        let square = size * size;
        let p = poly(
            square,
            &[
                -6.307_673_640_497_717e5,
                -8.991_272_022_039_509e4,
                -2.894_211_355_989_564e3,
                -2.630_563_213_397_497e1,
            ],
        );
        let q =
            poly(square, &[-6.307_673_640_497_717e5, 1.521_517_378_790_019e4, -1.736_789_535_582_337e2, 1.0]);
        p * size / q
    };
    if x < 0.0 { -y } else { y }
}

/// The hyperbolic cosine.
pub fn cosh(x: f64) -> f64 {
    let size = x.abs();
    if size > 21.0 {
        return exp(size) * 0.5;
    }
    let e = exp(size);
    (e + 1.0 / e) * 0.5
}

/// The hyperbolic tangent, after Cephes.
pub fn tanh(x: f64) -> f64 {
    const MAX_LOG: f64 = 8.802_969_193_111_305e1; // log(2**127)
    let size = x.abs();
    if size > 0.5 * MAX_LOG {
        return if x < 0.0 { -1.0 } else { 1.0 };
    }
    if size >= 0.625 {
        let y = 1.0 - 2.0 / (exp(2.0 * size) + 1.0);
        return if x < 0.0 { -y } else { y };
    }
    if x == 0.0 {
        return x;
    }
    let s = x * x;
    let p = poly(s, &[-1.614_687_684_417_084_5e3, -9.928_772_310_019_185e1, -9.643_991_794_250_523e-1]);
    let q = poly(s, &[4.844_063_053_251_255e3, 2.235_488_390_601_004_5e3, 1.128_116_784_916_329_3e2, 1.0]);
    x + x * s * p / q
}

/// The inverse hyperbolic sine, after msun.
pub fn asinh(x: f64) -> f64 {
    if !x.is_finite() {
        return x;
    }
    let size = if x < 0.0 { -x } else { x };
    let y = if size > LARGE {
        log(size) + LN_2
    } else if size > 2.0 {
        log(2.0 * size + 1.0 / ((size * size + 1.0).sqrt() + size))
    } else if size < 1.0 / LARGE {
        size
    } else {
        log1p(size + size * size / (1.0 + (1.0 + size * size).sqrt()))
    };
    if x < 0.0 { -y } else { y }
}

/// The inverse hyperbolic cosine, after msun.
pub fn acosh(x: f64) -> f64 {
    if x < 1.0 || x.is_nan() {
        NAN
    } else if x == 1.0 {
        0.0
    } else if x >= LARGE {
        log(x) + LN_2
    } else if x > 2.0 {
        log(2.0 * x - 1.0 / (x + (x * x - 1.0).sqrt()))
    } else {
        let t = x - 1.0;
        log1p(t + (2.0 * t + t * t).sqrt())
    }
}

/// The inverse hyperbolic tangent, after msun.
pub fn atanh(x: f64) -> f64 {
    if !(-1.0..=1.0).contains(&x) {
        return NAN;
    }
    if x.abs() == 1.0 {
        return f64::INFINITY.copysign(x);
    }
    let size = if x < 0.0 { -x } else { x };
    let y = if size < 1.0 / LARGE {
        size
    } else if size < 0.5 {
        let twice = size + size;
        0.5 * log1p(twice + twice * size / (1.0 - size))
    } else {
        0.5 * log1p((size + size) / (1.0 - size))
    };
    if x < 0.0 { -y } else { y }
}
