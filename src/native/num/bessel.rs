//! Bessel functions, after msun.

use super::bessel_tables::{P0, P1, Q0, Q1, Ratio};
use super::{NAN, cos, log, poly, sincos};
use std::f64::consts::{FRAC_2_PI, FRAC_2_SQRT_PI};

const FRAC_1_SQRT_PI: f64 = FRAC_2_SQRT_PI / 2.0;
/// 2**129, from where on the expansions are 1.
const HUGE: f64 = f64::from_bits(0x4800_0000_0000_0000);
/// 2**302, from where on orders don't matter.
const VAST: f64 = f64::from_bits(0x52D0_0000_0000_0000);
const TINY: f64 = 1.0 / (1u64 << 27) as f64;

/// The rational function for the range of x ≥ 2, at 1/x².
fn expansion<const N: usize, const D: usize>(x: f64, table: &[Ratio<N, D>; 4]) -> f64 {
    let range = if x >= 8.0 {
        0
    } else if x >= 4.5454 {
        1
    } else if x >= 2.8571 {
        2
    } else {
        3
    };
    let (numerator, denominator) = &table[range];
    let z = 1.0 / (x * x);
    poly(z, numerator) / poly(z, denominator)
}

/// Order 0 for x ≥ 2: the first kind, or the second.
fn large0(x: f64, second: bool) -> f64 {
    let (s, c) = sincos(x);
    let (mut ss, mut cc) = (s - c, s + c);
    // The one that cancels comes from the other.
    if x < f64::MAX / 2.0 {
        let z = -cos(x + x);
        if s * c < 0.0 { cc = z / ss } else { ss = z / cc }
    }
    scaled(x, if second { ss } else { cc }, || {
        let u = 1.0 + expansion(x, &P0);
        let v = (-0.125 + expansion(x, &Q0)) / x;
        if second { u * ss + v * cc } else { u * cc - v * ss }
    })
}

/// Order 1 for x ≥ 2: the first kind, or the second.
fn large1(x: f64, second: bool) -> f64 {
    let (s, c) = sincos(x);
    let (mut ss, mut cc) = (-s - c, s - c);
    if x < f64::MAX / 2.0 {
        let z = cos(x + x);
        if s * c > 0.0 { cc = z / ss } else { ss = z / cc }
    }
    scaled(x, if second { ss } else { cc }, || {
        let u = 1.0 + expansion(x, &P1);
        let v = (0.375 + expansion(x, &Q1)) / x;
        if second { u * ss + v * cc } else { u * cc - v * ss }
    })
}

/// What large0 and large1 have in common: the factor √(1/πx).
fn scaled(x: f64, simple: f64, exact: impl Fn() -> f64) -> f64 {
    FRAC_1_SQRT_PI * if x > HUGE { simple } else { exact() } / x.sqrt()
}

/// The first kind, order 0.
pub fn j0(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return 0.0;
    }
    let x = x.abs();
    if x >= 2.0 {
        return large0(x, false);
    }
    if x < 1.0 / 8192.0 {
        return if x < TINY { 1.0 } else { 1.0 - 0.25 * x * x };
    }
    let z = x * x;
    let r = z * poly(
        z,
        &[
            0.015_624_999_999_999_995,
            -0.000_189_979_294_238_854_72,
            1.829_540_495_327_006_7e-6,
            -4.618_326_885_321_032e-9,
        ],
    );
    let s = poly(
        z,
        &[
            1.0,
            0.015_619_102_946_489_001,
            0.000_116_926_784_663_337_45,
            5.135_465_502_073_181e-7,
            1.166_140_033_337_9e-9,
        ],
    );
    if x < 1.0 {
        return 1.0 + z * (-0.25 + r / s);
    }
    let u = 0.5 * x;
    (1.0 + u) * (1.0 - u) + z * (r / s)
}

/// The second kind, order 0.
pub fn y0(x: f64) -> f64 {
    if x < 0.0 || x.is_nan() {
        return NAN;
    }
    if x.is_infinite() {
        return 0.0;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x >= 2.0 {
        return large0(x, true);
    }
    const U: [f64; 7] = [
        -0.073_804_295_108_687_23,
        0.176_666_452_509_181_12,
        -0.013_818_567_194_559_69,
        0.000_347_453_432_093_683_65,
        -3.814_070_537_243_641_6e-6,
        1.955_901_370_350_229_2e-8,
        -3.982_051_941_321_034e-11,
    ];
    if x <= TINY {
        return U[0] + FRAC_2_PI * log(x);
    }
    let z = x * x;
    let v = poly(
        z,
        &[
            1.0,
            0.012_730_483_483_412_37,
            7.600_686_273_503_533e-5,
            2.591_508_518_404_578e-7,
            4.411_103_113_326_754_7e-10,
        ],
    );
    poly(z, &U) / v + FRAC_2_PI * j0(x) * log(x)
}

/// The first kind, order 1.
pub fn j1(x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() || x == 0.0 {
        return 0.0;
    }
    let size = x.abs();
    let y = if size >= 2.0 {
        large1(size, false)
    } else if size < TINY {
        // Go forgets the sign here.
        return 0.5 * size;
    } else {
        let z = size * size;
        let r = z * poly(
            z,
            &[-0.0625, 0.001_407_056_669_551_897, -1.599_556_310_840_356e-5, 4.967_279_996_095_844_5e-8],
        );
        let s = poly(
            z,
            &[
                1.0,
                0.019_153_759_953_836_346,
                0.000_185_946_785_588_630_92,
                1.177_184_640_426_236_8e-6,
                5.046_362_570_762_170_4e-9,
                1.235_422_744_261_379_1e-11,
            ],
        );
        0.5 * size + r * size / s
    };
    if x < 0.0 { -y } else { y }
}

/// The second kind, order 1.
pub fn y1(x: f64) -> f64 {
    if x < 0.0 || x.is_nan() {
        return NAN;
    }
    if x.is_infinite() {
        return 0.0;
    }
    if x == 0.0 {
        return f64::NEG_INFINITY;
    }
    if x >= 2.0 {
        return large1(x, true);
    }
    if x <= 1.0 / (1u64 << 54) as f64 {
        return -FRAC_2_PI / x;
    }
    let z = x * x;
    let u = poly(
        z,
        &[
            -0.196_057_090_646_238_94,
            0.050_443_871_663_981_13,
            -0.001_912_568_958_757_635_5,
            2.352_526_005_616_105e-5,
            -9.190_991_580_398_789e-8,
        ],
    );
    let v = poly(
        z,
        &[
            1.0,
            0.019_916_731_823_664_99,
            0.000_202_552_581_025_135_17,
            1.356_088_010_975_162_3e-6,
            6.227_414_523_646_215e-9,
            1.665_592_462_079_920_8e-11,
        ],
    );
    x * (u / v) + FRAC_2_PI * (j1(x) * log(x) - 1.0 / x)
}

/// The first kind, order n: by recurrence upwards while it is stable, else downwards from a continued fraction.
pub fn jn(n: i64, x: f64) -> f64 {
    if x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return 0.0;
    }
    if n == 0 {
        return j0(x);
    }
    if x == 0.0 {
        return 0.0;
    }
    let (n, x) = if n < 0 { (n.wrapping_neg(), -x) } else { (n, x) };
    if n == 1 {
        return j1(x);
    }
    let size = x.abs();
    let nf = n as f64;
    let y = if nf <= size {
        if size >= VAST {
            let (s, c) = sincos(size);
            let sum = match n & 3 {
                0 => c + s,
                1 => -c + s,
                2 => -c - s,
                _ => c - s,
            };
            FRAC_1_SQRT_PI * sum / size.sqrt()
        } else {
            let (mut a, mut b) = (j0(size), j1(size));
            for i in 1..n {
                (a, b) = (b, b * ((i + i) as f64 / size) - a);
            }
            b
        }
    } else if size < 1.0 / (1u64 << 29) as f64 {
        if n > 33 {
            0.0
        } else {
            // (x/2)**n / n!
            let half = size * 0.5;
            let (mut power, mut factorial) = (half, 1.0);
            for i in 2..=n {
                factorial *= i as f64;
                power *= half;
            }
            power / factorial
        }
    } else {
        jn_down(n, size)
    };
    if x < 0.0 && n & 1 == 1 { -y } else { y }
}

/// J of order n > x by recurrence downwards. The ratio of the first two comes from a continued fraction, of which k terms
/// are enough.
fn jn_down(n: i64, x: f64) -> f64 {
    let nf = n as f64;
    let w = n.wrapping_add(n) as f64 / x;
    let h = 2.0 / x;
    let (mut q0, mut z) = (w, w + h);
    let mut q1 = w * z - 1.0;
    let mut k = 1;
    while q1 < 1e9 {
        k += 1;
        z += h;
        (q0, q1) = (q1, z * q1 - q0);
    }
    let m = n.wrapping_add(n);
    let mut t = 0.0;
    let mut i = n.wrapping_add(k).wrapping_mul(2);
    while i >= m {
        t = 1.0 / (i as f64 / x - t);
        i -= 2;
    }
    let (mut a, mut b) = (t, 1.0);
    // Does it overflow on the way?
    let large = nf * log((2.0 / x * nf).abs()) >= 709.782_712_893_384;
    for i in (1..n).rev() {
        let di = (i + i) as f64;
        (a, b) = (b, b * di / x - a);
        if large && b > 1e100 {
            a /= b;
            t /= b;
            b = 1.0;
        }
    }
    t * j0(x) / b
}

/// The second kind, order n, by recurrence.
pub fn yn(n: i64, x: f64) -> f64 {
    if x < 0.0 || x.is_nan() {
        return NAN;
    }
    if x.is_infinite() {
        return 0.0;
    }
    if n == 0 {
        return y0(x);
    }
    let odd = n & 1 == 1;
    if x == 0.0 {
        return if n < 0 && odd { f64::INFINITY } else { f64::NEG_INFINITY };
    }
    let negative = n < 0 && odd;
    let n = n.wrapping_abs();
    let y = if n == 1 {
        y1(x)
    } else if x >= VAST {
        let (s, c) = sincos(x);
        let sum = match n & 3 {
            0 => s - c,
            1 => -s - c,
            2 => -s + c,
            _ => s + c,
        };
        FRAC_1_SQRT_PI * sum / x.sqrt()
    } else {
        let (mut a, mut b) = (y0(x), y1(x));
        for i in 1..n {
            if b == f64::NEG_INFINITY {
                break;
            }
            (a, b) = (b, (i + i) as f64 / x * b - a);
        }
        b
    };
    if negative { -y } else { y }
}
