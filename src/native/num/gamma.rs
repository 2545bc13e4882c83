//! The Gamma function and its logarithm.

use super::{NAN, cos, exp, log, modf, poly, pow, rem, sin};
use std::f64::consts::PI;

/// The Gamma function of x > 33 by Stirling's formula, as two factors, of which the product may overflow.
fn stirling(x: f64) -> (f64, f64) {
    const SQRT_2PI: f64 = 2.506_628_274_631_000_7;
    const MAX_POW: f64 = 143.01608;
    if x > 200.0 {
        return (f64::INFINITY, 1.0);
    }
    let w = 1.0 / x;
    let w = 1.0
        + w * poly(
            w,
            &[
                0.083_333_333_333_348_22,
                0.003_472_222_216_054_586_6,
                -0.002_681_326_178_057_812_4,
                -0.000_229_549_961_613_378_13,
                0.000_787_311_395_793_093_7,
            ],
        );
    let e = exp(x);
    let (y1, y2) = if x > MAX_POW {
        // x**(x-½) would overflow.
        let v = pow(x, 0.5 * x - 0.25);
        (v, v / e)
    } else {
        (pow(x, x - 0.5) / e, 1.0)
    };
    (y1, SQRT_2PI * w * y2)
}

/// The Gamma function, after Cephes.
pub fn gamma(x: f64) -> f64 {
    if x.is_nan() || x == f64::NEG_INFINITY || x < 0.0 && modf(x).1 == 0.0 {
        return NAN;
    }
    if x == f64::INFINITY {
        return x;
    }
    if x == 0.0 {
        return f64::INFINITY.copysign(x);
    }
    let size = x.abs();
    if size > 33.0 {
        if x >= 0.0 {
            let (y1, y2) = stirling(x);
            return y1 * y2;
        }
        // By reflection. x is not an integer, so it is small enough for i64.
        let mut whole = size.floor();
        let sign = if whole as i64 & 1 == 0 { -1.0 } else { 1.0 };
        let mut z = size - whole;
        if z > 0.5 {
            whole += 1.0;
            z = size - whole;
        }
        z = size * sin(PI * z);
        if z == 0.0 {
            return f64::INFINITY.copysign(sign);
        }
        let (y1, y2) = stirling(size);
        let z = z.abs();
        let d = z * y1 * y2;
        return sign * if d.is_infinite() { PI / z / y1 / y2 } else { PI / d };
    }

    // By Γ(x+1) = x Γ(x) to [2, 3).
    let (mut x, mut z) = (x, 1.0);
    while x >= 3.0 {
        x -= 1.0;
        z *= x;
    }
    while x < 0.0 {
        if x > -1e-09 {
            return small_gamma(x, z);
        }
        z /= x;
        x += 1.0;
    }
    while x < 2.0 {
        if x < 1e-09 {
            return small_gamma(x, z);
        }
        z /= x;
        x += 1.0;
    }
    if x == 2.0 {
        return z;
    }
    x -= 2.0;
    let p = poly(
        x,
        &[
            1.0,
            0.494_214_826_801_497_1,
            0.207_448_227_648_435_98,
            0.047_636_780_045_713_72,
            0.010_421_379_756_176_158,
            0.001_191_351_470_065_863_8,
            0.000_160_119_522_476_751_85,
        ],
    );
    let q = poly(
        x,
        &[
            1.0,
            0.071_430_491_703_027_3,
            -0.234_591_795_718_243_35,
            0.035_823_639_860_549_865,
            0.011_813_978_522_206_043,
            -0.004_456_419_138_517_973,
            0.000_539_605_580_493_303_4,
            -2.315_818_733_241_201_4e-5,
        ],
    );
    z * p / q
}

/// z Γ(x) near 0.
fn small_gamma(x: f64, z: f64) -> f64 {
    const EULER: f64 = 0.577_215_664_901_532_9;
    if x == 0.0 {
        return f64::INFINITY;
    }
    z / ((1.0 + EULER * x) * x)
}

/// sin(-πx) for x ≥ 0.
fn minus_sin_pi(x: f64) -> f64 {
    const TWO_52: f64 = (1u64 << 52) as f64;
    if x < 0.25 {
        return -sin(PI * x);
    }
    let whole = x.floor();
    let (x, eighths) = if whole != x {
        let x = rem(x, 2.0);
        (x, (x * 4.0) as i64)
    } else if x >= 2.0 * TWO_52 {
        (0.0, 0)
    } else {
        let whole = if x < TWO_52 { whole + TWO_52 } else { whole };
        let odd = whole.to_bits() & 1;
        (odd as f64, (odd << 2) as i64)
    };
    -match eighths {
        0 => sin(PI * x),
        1 | 2 => cos(PI * (0.5 - x)),
        3 | 4 => sin(PI * (1.0 - x)),
        5 | 6 => -cos(PI * (x - 1.5)),
        _ => sin(PI * (x - 2.0)),
    }
}

/// The natural logarithm of |Γ(x)|, and the sign of Γ(x), after msun.
pub fn lgamma(x: f64) -> (f64, i64) {
    if !x.is_finite() {
        return (x, 1);
    }
    if x == 0.0 {
        return (f64::INFINITY, 1);
    }
    let size = x.abs();
    if size < 1.0 / (1u128 << 70) as f64 {
        return (-log(size), if x < 0.0 { -1 } else { 1 });
    }
    if x > 0.0 {
        return (positive_lgamma(size), 1);
    }
    if size >= (1u64 << 52) as f64 {
        return (f64::INFINITY, 1);
    }
    let t = minus_sin_pi(size);
    if t == 0.0 {
        return (f64::INFINITY, 1);
    }
    let sign = if t < 0.0 { -1 } else { 1 };
    (log(PI / (t * size).abs()) - positive_lgamma(size), sign)
}

/// The natural logarithm of Γ(x) for x > 0.
fn positive_lgamma(x: f64) -> f64 {
    if x == 1.0 || x == 2.0 {
        return 0.0;
    }
    if x < 2.0 {
        return lgamma_below_two(x);
    }
    if x < 8.0 {
        let whole = x.trunc();
        let y = x - whole;
        let p = y * poly(
            y,
            &[
                -0.077_215_664_901_532_87,
                0.214_982_415_960_608_85,
                0.325_778_796_408_931,
                0.146_350_472_652_464_45,
                0.026_642_270_303_363_86,
                0.001_840_284_514_073_377_2,
                3.194_753_265_841_009e-5,
            ],
        );
        let q = poly(
            y,
            &[
                1.0,
                1.392_005_334_676_210_5,
                0.721_935_547_567_138_1,
                0.171_933_865_632_803_08,
                0.018_645_919_171_565_29,
                0.000_777_942_496_381_893_6,
                7.326_684_307_446_256e-6,
            ],
        );
        let sum = 0.5 * y + p / q;
        // log Γ(y + n) by Γ(x+1) = x Γ(x)
        let mut z = 1.0;
        let mut n = whole - 1.0;
        while n >= 2.0 {
            z *= y + n;
            n -= 1.0;
        }
        return if whole > 2.0 { sum + log(z) } else { sum };
    }
    if x < (1u64 << 58) as f64 {
        let t = log(x);
        let z = 1.0 / x;
        let y = z * z;
        let w = 0.418_938_533_204_672_7
            + z * poly(
                y,
                &[
                    0.083_333_333_333_332_97,
                    -0.002_777_777_777_287_755_4,
                    0.000_793_650_558_643_019_6,
                    -0.000_595_187_557_450_34,
                    0.000_836_339_918_996_282_1,
                    -0.001_630_929_340_965_752_7,
                ],
            );
        return (x - 0.5) * (t - 1.0) + w;
    }
    x * (log(x) - 1.0)
}

/// The natural logarithm of Γ(x) for 0 < x < 2: by polynomials around 2, the minimum, and 1.
fn lgamma_below_two(x: f64) -> f64 {
    const MINIMUM: f64 = 1.461_632_144_968_362_2;
    const MINIMUM_LESS_1: f64 = 0.461_632_144_968_362_25;
    const TF: f64 = -0.121_486_290_535_849_61;
    const TT: f64 = -3.638_676_997_039_505e-18;
    /// Which of the three polynomials, and its argument.
    enum Near {
        Two(f64),
        Minimum(f64),
        One(f64),
    }
    let (start, near) = if x <= 0.9 {
        let near = if x >= 0.731_632_144_968_362_3 {
            Near::Two(1.0 - x)
        } else if x >= 0.191_632_144_968_362_26 {
            Near::Minimum(x - MINIMUM_LESS_1)
        } else {
            Near::One(x)
        };
        (-log(x), near)
    } else {
        let near = if x >= 1.731_632_144_968_362_3 {
            Near::Two(2.0 - x)
        } else if x >= 1.191_632_144_968_362_3 {
            Near::Minimum(x - MINIMUM)
        } else {
            Near::One(x - 1.0)
        };
        (0.0, near)
    };
    match near {
        Near::Two(y) => {
            let z = y * y;
            let p1 = poly(
                z,
                &[
                    0.077_215_664_901_532_87,
                    0.067_352_301_053_129_27,
                    0.007_385_550_860_814_029,
                    0.001_192_707_631_833_620_7,
                    0.000_220_862_790_713_908_39,
                    2.521_445_654_512_573_3e-5,
                ],
            );
            let p2 = z * poly(
                z,
                &[
                    0.322_467_033_424_113_6,
                    0.020_580_808_432_516_733,
                    0.002_890_513_836_734_156_3,
                    0.000_510_069_792_153_511_3,
                    0.000_108_011_567_247_583_94,
                    4.486_409_496_189_151_6e-5,
                ],
            );
            let p = y * p1 + p2;
            start + (p - 0.5 * y)
        }
        Near::Minimum(y) => {
            let z = y * y;
            let w = z * y;
            let p1 = poly(
                w,
                &[
                    0.483_836_122_723_810_05,
                    -0.032_788_541_075_985_965,
                    0.006_100_538_702_462_913,
                    -0.001_403_464_699_892_328_4,
                    0.000_315_632_070_903_625_95,
                ],
            );
            let p2 = poly(
                w,
                &[
                    -0.147_587_722_994_593_9,
                    0.017_970_675_081_182_04,
                    -0.003_684_520_167_811_382_6,
                    0.000_881_081_882_437_654,
                    -0.000_312_754_168_375_120_86,
                ],
            );
            let p3 = poly(
                w,
                &[
                    0.064_624_940_239_133_39,
                    -0.010_314_224_129_834_144,
                    0.002_259_647_809_006_124_7,
                    -0.000_538_595_305_356_740_5,
                    0.000_335_529_192_635_519_1,
                ],
            );
            let p = z * p1 - (TT - w * (p2 + y * p3));
            start + (TF + p)
        }
        Near::One(y) => {
            let p1 = y * poly(
                y,
                &[
                    -0.077_215_664_901_532_87,
                    0.632_827_064_025_093_4,
                    1.454_922_501_372_347_7,
                    0.977_717_527_963_372_7,
                    0.228_963_728_064_692_45,
                    0.013_381_091_853_678_766,
                ],
            );
            let p2 = poly(
                y,
                &[
                    1.0,
                    2.455_977_937_130_411_3,
                    2.128_489_763_798_934,
                    0.769_285_150_456_672_8,
                    0.104_222_645_593_369_13,
                    0.003_217_092_422_824_239,
                ],
            );
            start + (-0.5 * y + p1 / p2)
        }
    }
}
