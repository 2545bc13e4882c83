//! Numbers as Go's standard library computes them: the cores behind the natives of math, math/cmplx and math/rand.
//!
//! In and out: plain numbers; every function is total. The results have the same bits as Go's on amd64, which the last
//! digit that `%v` prints depends on, so each function follows the published algorithm that Go follows (FreeBSD's msun,
//! Cephes, SLEEF), operation by operation: the order of additions and multiplications is not free. Nothing may be fused,
//! but where Go's assembly fuses. The tests compare them with what Go gave for random arguments (`scripts/gen-num-vectors`).

mod bessel;
mod bessel_tables;
mod chacha8;
mod erf;
mod exp;
mod float;
mod gamma;
mod hyperbolic;
mod lagged;
mod lagged_table;
mod log;
mod pow;
mod trig;
#[cfg(test)]
mod vectors;
mod ziggurat;

pub use bessel::{j0, j1, jn, y0, y1, yn};
pub use chacha8::blocks;
pub use erf::{erf, erfc, erfcinv, erfinv};
pub use exp::{exp, exp2, expm1};
pub use float::{
    NAN, dim, frexp, ilogb, ldexp, logb, max, min, modf, nextafter, nextafter32, rem, remainder,
    round_to_even,
};
pub use gamma::{gamma, lgamma};
pub use hyperbolic::{acosh, asinh, atanh, cosh, sinh, tanh};
pub use lagged::{STATE_LEN, fill_state};
pub use log::{log, log1p, log2, log10};
pub use pow::{cbrt, hypot, pow, pow10};
pub use trig::{acos, asin, atan, atan2, cos, reduce_pi, sin, sincos, tan};
pub use ziggurat::{Strip, exp_strip, norm_strip};

/// The polynomial with these coefficients, the constant first, at x, by Horner's rule.
#[inline(always)]
fn poly<const N: usize>(x: f64, coefficients: &[f64; N]) -> f64 {
    let mut sum = coefficients[N - 1];
    for c in coefficients[..N - 1].iter().rev() {
        sum = sum * x + c;
    }
    sum
}
