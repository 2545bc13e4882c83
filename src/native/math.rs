//! The native half of packages math and math/cmplx, over the cores in [`num`](super::num).

use super::num;
use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/math` and `stdlib/math/cmplx`.
pub const TABLE: &[Row] = &[
    ("math.Abs", abs),
    ("math.Acos", acos),
    ("math.Acosh", acosh),
    ("math.Asin", asin),
    ("math.Asinh", asinh),
    ("math.Atan", atan),
    ("math.Atan2", atan2),
    ("math.Atanh", atanh),
    ("math.Cbrt", cbrt),
    ("math.Ceil", ceil),
    ("math.Copysign", copysign),
    ("math.Cos", cos),
    ("math.Cosh", cosh),
    ("math.Dim", dim),
    ("math.Erf", erf),
    ("math.Erfc", erfc),
    ("math.Erfcinv", erfcinv),
    ("math.Erfinv", erfinv),
    ("math.Exp", exp),
    ("math.Exp2", exp2),
    ("math.Expm1", expm1),
    ("math.FMA", fma),
    ("math.Float32bits", float32_bits),
    ("math.Float32frombits", float32_from_bits),
    ("math.Float64bits", float64_bits),
    ("math.Float64frombits", float64_from_bits),
    ("math.Floor", floor),
    ("math.Frexp", frexp),
    ("math.Gamma", gamma),
    ("math.Hypot", hypot),
    ("math.Ilogb", ilogb),
    ("math.J0", j0),
    ("math.J1", j1),
    ("math.Jn", jn),
    ("math.Ldexp", ldexp),
    ("math.Lgamma", lgamma),
    ("math.Log", log),
    ("math.Log10", log10),
    ("math.Log1p", log1p),
    ("math.Log2", log2),
    ("math.Logb", logb),
    ("math.Max", max),
    ("math.Min", min),
    ("math.Mod", rem),
    ("math.Modf", modf),
    ("math.Nextafter", nextafter),
    ("math.Nextafter32", nextafter32),
    ("math.Pow", pow),
    ("math.Pow10", pow10),
    ("math.Remainder", remainder),
    ("math.Round", round),
    ("math.RoundToEven", round_to_even),
    ("math.Sin", sin),
    ("math.Sincos", sincos),
    ("math.Sinh", sinh),
    ("math.Sqrt", sqrt),
    ("math.Tan", tan),
    ("math.Tanh", tanh),
    ("math.Trunc", trunc),
    ("math.Y0", y0),
    ("math.Y1", y1),
    ("math.Yn", yn),
    ("math/cmplx.reducePi", reduce_pi),
];

/// Natives of one float64, by the function that computes them.
macro_rules! unary {
    ($($native:ident = $core:path;)*) => { $(
        fn $native(cx: &mut NativeCx<'_>) -> NativeResult {
            let x = cx.float();
            cx.ret_float($core(x));
            Ok(Done)
        }
    )* };
}

unary! {
    abs = f64::abs;
    acos = num::acos;
    acosh = num::acosh;
    asin = num::asin;
    asinh = num::asinh;
    atan = num::atan;
    atanh = num::atanh;
    cbrt = num::cbrt;
    ceil = f64::ceil;
    cos = num::cos;
    cosh = num::cosh;
    erf = num::erf;
    erfc = num::erfc;
    erfcinv = num::erfcinv;
    erfinv = num::erfinv;
    exp = num::exp;
    exp2 = num::exp2;
    expm1 = num::expm1;
    floor = f64::floor;
    gamma = num::gamma;
    j0 = num::j0;
    j1 = num::j1;
    log = num::log;
    log10 = num::log10;
    log1p = num::log1p;
    log2 = num::log2;
    logb = num::logb;
    reduce_pi = num::reduce_pi;
    round = f64::round;
    round_to_even = num::round_to_even;
    sin = num::sin;
    sinh = num::sinh;
    sqrt = f64::sqrt;
    tan = num::tan;
    tanh = num::tanh;
    trunc = f64::trunc;
    y0 = num::y0;
    y1 = num::y1;
}

/// Natives of two float64s.
macro_rules! binary {
    ($($native:ident = $core:path;)*) => { $(
        fn $native(cx: &mut NativeCx<'_>) -> NativeResult {
            let (x, y) = (cx.float(), cx.float());
            cx.ret_float($core(x, y));
            Ok(Done)
        }
    )* };
}

binary! {
    atan2 = num::atan2;
    copysign = f64::copysign;
    dim = num::dim;
    hypot = num::hypot;
    max = num::max;
    min = num::min;
    nextafter = num::nextafter;
    pow = num::pow;
    rem = num::rem;
    remainder = num::remainder;
}

fn fma(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y, z) = (cx.float(), cx.float(), cx.float());
    cx.ret_float(x.mul_add(y, z));
    Ok(Done)
}

fn frexp(cx: &mut NativeCx<'_>) -> NativeResult {
    let (frac, exp) = num::frexp(cx.float());
    cx.ret_float(frac);
    cx.ret_int(exp);
    Ok(Done)
}

fn ldexp(cx: &mut NativeCx<'_>) -> NativeResult {
    let (frac, exp) = (cx.float(), cx.int());
    cx.ret_float(num::ldexp(frac, exp));
    Ok(Done)
}

fn modf(cx: &mut NativeCx<'_>) -> NativeResult {
    let (integer, fraction) = num::modf(cx.float());
    cx.ret_float(integer);
    cx.ret_float(fraction);
    Ok(Done)
}

fn sincos(cx: &mut NativeCx<'_>) -> NativeResult {
    let (sin, cos) = num::sincos(cx.float());
    cx.ret_float(sin);
    cx.ret_float(cos);
    Ok(Done)
}

fn ilogb(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.float();
    cx.ret_int(num::ilogb(x));
    Ok(Done)
}

fn lgamma(cx: &mut NativeCx<'_>) -> NativeResult {
    let (value, sign) = num::lgamma(cx.float());
    cx.ret_float(value);
    cx.ret_int(sign);
    Ok(Done)
}

/// What a step of a recurrence costs, in steps of a loop of the program; they are charged before they are taken.
fn charge_order(cx: &mut NativeCx<'_>, n: i64) {
    cx.charge(n.unsigned_abs() >> 2);
}

fn jn(cx: &mut NativeCx<'_>) -> NativeResult {
    let (n, x) = (cx.int(), cx.float());
    charge_order(cx, n);
    cx.ret_float(num::jn(n, x));
    Ok(Done)
}

fn yn(cx: &mut NativeCx<'_>) -> NativeResult {
    let (n, x) = (cx.int(), cx.float());
    charge_order(cx, n);
    cx.ret_float(num::yn(n, x));
    Ok(Done)
}

fn pow10(cx: &mut NativeCx<'_>) -> NativeResult {
    let n = cx.int();
    cx.ret_float(num::pow10(n));
    Ok(Done)
}

fn nextafter32(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.float32(), cx.float32());
    cx.ret_float32(num::nextafter32(x, y));
    Ok(Done)
}

// A float in a register is its bits.

fn float64_bits(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.float();
    cx.ret_uint(x.to_bits());
    Ok(Done)
}

fn float64_from_bits(cx: &mut NativeCx<'_>) -> NativeResult {
    let bits = cx.uint();
    cx.ret_float(f64::from_bits(bits));
    Ok(Done)
}

fn float32_bits(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.float32();
    cx.ret_uint(u64::from(x.to_bits()));
    Ok(Done)
}

fn float32_from_bits(cx: &mut NativeCx<'_>) -> NativeResult {
    let bits = cx.uint();
    cx.ret_float32(f32::from_bits(bits as u32));
    Ok(Done)
}
