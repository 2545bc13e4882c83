//! Trigonometric functions, after Cephes.

use super::{NAN, poly};
use std::f64::consts::{FRAC_1_PI, FRAC_PI_2, FRAC_PI_4, PI};

/// From here on the reduction needs more bits of π.
const LARGE: f64 = (1u64 << 29) as f64;

/// x ≥ 0 as an even multiple j of π/4, and the rest.
fn reduce(x: f64) -> (u64, f64) {
    /// π/4 in three parts, so that y × A and y × B are exact.
    const A: f64 = 7.853_981_256_484_985e-1;
    const B: f64 = 3.774_894_707_930_798e-8;
    const C: f64 = 2.695_151_429_079_059_5e-15;
    if x >= LARGE {
        return reduce_large(x);
    }
    let mut j = (x * (4.0 * FRAC_1_PI)) as u64;
    let mut y = j as f64;
    if j & 1 == 1 {
        j += 1;
        y += 1.0;
    }
    (j, ((x - y * A) - y * B) - y * C)
}

/// 4/π in binary.
const FOUR_OVER_PI: [u64; 20] = [
    0x0000_0000_0000_0001,
    0x45f3_06dc_9c88_2a53,
    0xf84e_afa3_ea69_bb81,
    0xb6c5_2b32_7887_2083,
    0xfca2_c757_bd77_8ac3,
    0x6e48_dc74_849b_a5c0,
    0x0c92_5dd4_13a3_2439,
    0xfc3b_d639_6253_4e7d,
    0xd104_6bea_5d76_8909,
    0xd338_e04d_68be_fc82,
    0x7323_ac73_06a6_73e9,
    0x3908_bf17_7bf2_5076,
    0x3ff1_2fff_bc0b_301f,
    0xde5e_2316_b414_da3e,
    0xda6c_fd9e_4f96_136e,
    0x9e8c_7ecd_3cbf_d45a,
    0xea4f_758f_d7cb_e2f6,
    0x7a0e_73ef_14a5_25d4,
    0xd7f6_bf62_3f1a_ba10,
    0xac06_608d_f8f6_d757,
];

/// The product of x > 1 and 4/π × 2**shift, of which the 64 bits that end `integer` bits after the binary point's
/// left, and the 64 after them, are given (Payne and Hanek).
fn times_four_over_pi(x: f64, extra: i64) -> (u64, u64) {
    let bits = x.to_bits();
    let exponent = (bits >> 52 & 0x7FF) as i64 - 1023 - 52;
    let mantissa = bits & 0x000F_FFFF_FFFF_FFFF | 1 << 52;
    let position = (exponent + extra) as usize;
    let (digit, shift) = (position / 64, position % 64);
    let window = |i: usize| {
        let pair = u128::from(FOUR_OVER_PI[i]) << 64 | u128::from(FOUR_OVER_PI[i + 1]);
        (pair << shift >> 64) as u64
    };
    let (z0, z1, z2) = (window(digit), window(digit + 1), window(digit + 2));
    let low = u128::from(z1) * u128::from(mantissa) + ((u128::from(z2) * u128::from(mantissa)) >> 64);
    let product = low.wrapping_add(u128::from(z0.wrapping_mul(mantissa)) << 64);
    ((product >> 64) as u64, product as u64)
}

/// The number 0.bits, from the two words of its binary fraction.
fn fraction(hi: u64, lo: u64) -> f64 {
    let zeros = hi.leading_zeros();
    let exponent = u64::from(1023 - (zeros + 1));
    let shifted = ((u128::from(hi) << 64 | u128::from(lo)) << (zeros + 1) >> 64) as u64;
    f64::from_bits(shifted >> 12 | exponent << 52)
}

/// `reduce` for x ≥ 2**29.
fn reduce_large(x: f64) -> (u64, f64) {
    let (hi, lo) = times_four_over_pi(x, 61);
    let mut j = hi >> 61;
    let mut z = fraction(hi << 3 | lo >> 61, lo);
    if j & 1 == 1 {
        j = (j + 1) & 7;
        z -= 1.0;
    }
    (j, z * FRAC_PI_4)
}

/// x less the nearest multiple of π, for the tangents of math/cmplx.
pub fn reduce_pi(x: f64) -> f64 {
    const A: f64 = 3.141_592_502_593_994;
    const B: f64 = 1.509_957_883_172_319_3e-7;
    const C: f64 = 1.078_060_571_631_623_8e-14;
    if x.abs() < (1u64 << 30) as f64 {
        let t = (x / PI + 0.5).trunc();
        return ((x - t * A) - t * B) - t * C;
    }
    if !x.is_finite() {
        return NAN;
    }
    // 1/π is 4/π two bits further on.
    let (hi, lo) = times_four_over_pi(x, 62);
    let mut z = fraction(hi, lo);
    if z > 0.5 {
        z -= 1.0;
    }
    PI * z
}

/// The sine of |z| ≤ π/4.
fn sine(z: f64, zz: f64) -> f64 {
    z + z
        * zz
        * poly(
            zz,
            &[
                -1.666_666_666_666_663e-1,
                8.333_333_333_322_118e-3,
                -1.984_126_982_958_954e-4,
                2.755_731_362_138_572_3e-6,
                -2.505_074_776_285_780_7e-8,
                1.589_623_015_765_465_6e-10,
            ],
        )
}

/// The cosine of |z| ≤ π/4, by its square.
fn cosine(zz: f64) -> f64 {
    1.0 - 0.5 * zz
        + zz * zz
            * poly(
                zz,
                &[
                    4.166_666_666_666_659_5e-2,
                    -1.388_888_888_887_305_6e-3,
                    2.480_158_728_885_170_4e-5,
                    -2.755_731_417_929_674e-7,
                    2.087_570_084_197_473e-9,
                    -1.135_853_652_138_768_2e-11,
                ],
            )
}

/// The cosine.
pub fn cos(x: f64) -> f64 {
    if !x.is_finite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let j = j & 7;
    let y = if j & 3 == 2 { sine(z, z * z) } else { cosine(z * z) };
    // Negative in the second and third quadrant.
    if j == 2 || j == 4 { -y } else { y }
}

/// The sine.
pub fn sin(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let j = j & 7;
    let y = if j & 3 == 2 { cosine(z * z) } else { sine(z, z * z) };
    if (j > 3) != (x < 0.0) { -y } else { y }
}

/// Sine and cosine.
pub fn sincos(x: f64) -> (f64, f64) {
    if x == 0.0 {
        return (x, 1.0);
    }
    if !x.is_finite() {
        return (NAN, NAN);
    }
    let (j, z) = reduce(x.abs());
    let j = j & 7;
    let (mut s, mut c) = (sine(z, z * z), cosine(z * z));
    if j & 3 == 2 {
        (s, c) = (c, s);
    }
    (if (j > 3) != (x < 0.0) { -s } else { s }, if j == 2 || j == 4 { -c } else { c })
}

/// The tangent.
pub fn tan(x: f64) -> f64 {
    if x == 0.0 || x.is_nan() {
        return x;
    }
    if x.is_infinite() {
        return NAN;
    }
    let (j, z) = reduce(x.abs());
    let zz = z * z;
    let mut y = z;
    if zz > 1e-14 {
        let p =
            poly(zz, &[-1.795_652_519_764_848_8e7, 1.153_516_648_385_874_2e6, -1.309_369_391_813_837_9e4]);
        let q = poly(
            zz,
            &[
                -5.386_957_559_294_546_4e7,
                2.500_838_018_233_579e7,
                -1.320_892_344_402_109_7e6,
                1.368_129_634_706_929_6e4,
                1.0,
            ],
        );
        y = z + z * (zz * p / q);
    }
    if j & 2 == 2 {
        y = -1.0 / y;
    }
    if x < 0.0 { -y } else { y }
}

/// The arctangent of 0 ≤ x ≤ 0.66.
fn small_atan(x: f64) -> f64 {
    let z = x * x;
    let p = poly(
        z,
        &[
            -6.485_021_904_942_025e1,
            -1.228_866_684_490_136_1e2,
            -7.500_855_792_314_705e1,
            -1.615_753_718_733_365_2e1,
            -8.750_608_600_031_904e-1,
        ],
    );
    let q = poly(
        z,
        &[
            1.945_506_571_482_614e2,
            4.853_903_996_359_137e2,
            4.328_810_604_912_902_5e2,
            1.650_270_098_316_988_6e2,
            2.485_846_490_142_306_3e1,
            1.0,
        ],
    );
    x * (z * p / q) + x
}

/// The arctangent of x ≥ 0.
fn positive_atan(x: f64) -> f64 {
    /// What π/2 lacks as a float64.
    const MORE_BITS: f64 = 6.123_233_995_736_766e-17;
    const TAN_3PI_8: f64 = 2.414_213_562_373_095;
    if x <= 0.66 {
        return small_atan(x);
    }
    if x > TAN_3PI_8 {
        return FRAC_PI_2 - small_atan(1.0 / x) + MORE_BITS;
    }
    FRAC_PI_4 + small_atan((x - 1.0) / (x + 1.0)) + 0.5 * MORE_BITS
}

/// The arctangent.
pub fn atan(x: f64) -> f64 {
    if x == 0.0 {
        x
    } else if x > 0.0 {
        positive_atan(x)
    } else {
        -positive_atan(-x)
    }
}

/// The arcsine.
pub fn asin(x: f64) -> f64 {
    if x == 0.0 {
        return x;
    }
    let size = if x < 0.0 { -x } else { x };
    if size > 1.0 {
        return NAN;
    }
    let other = (1.0 - size * size).sqrt();
    let angle =
        if size > 0.7 { FRAC_PI_2 - positive_atan(other / size) } else { positive_atan(size / other) };
    if x < 0.0 { -angle } else { angle }
}

/// The arccosine.
pub fn acos(x: f64) -> f64 {
    FRAC_PI_2 - asin(x)
}

/// The angle of the point (x, y).
pub fn atan2(y: f64, x: f64) -> f64 {
    if y.is_nan() || x.is_nan() {
        return NAN;
    }
    let size = if y == 0.0 {
        if x.is_sign_negative() { PI } else { 0.0 }
    } else if x == 0.0 {
        FRAC_PI_2
    } else if x.is_infinite() {
        match (x > 0.0, y.is_infinite()) {
            (true, true) => FRAC_PI_4,
            (true, false) => 0.0,
            (false, true) => 2.356_194_490_192_345,
            (false, false) => PI,
        }
    } else if y.is_infinite() {
        FRAC_PI_2
    } else {
        let q = atan(y / x);
        return if x >= 0.0 {
            q
        } else if q <= 0.0 {
            q + PI
        } else {
            q - PI
        };
    };
    size.copysign(y)
}
