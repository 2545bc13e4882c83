//! Compares the cores with what Go gave for the same arguments (`vectors.txt`, written by `scripts/gen-num-vectors`).
//! `NUM_VECTORS` may name a larger file.

use super::*;

/// The fields of a line.
struct Line<'a>(std::str::SplitWhitespace<'a>);

impl Line<'_> {
    fn word(&mut self) -> u64 {
        u64::from_str_radix(self.0.next().expect("a field"), 16).expect("a hexadecimal number")
    }

    fn float(&mut self) -> f64 {
        f64::from_bits(self.word())
    }

    fn int(&mut self) -> i64 {
        self.word() as i64
    }
}

/// The bits of a result; all NaNs are one.
fn bits(x: f64) -> u64 {
    if x.is_nan() { NAN.to_bits() } else { x.to_bits() }
}

fn bits32(x: f32) -> u64 {
    u64::from(if x.is_nan() { f32::NAN } else { x }.to_bits())
}

/// The results of a call.
fn call(name: &str, line: &mut Line<'_>) -> Vec<u64> {
    let strip = |strip: Option<Strip>| {
        let s = strip.expect("a strip");
        vec![u64::from(s.sure), bits32(s.scale), bits32(s.density)]
    };
    match name {
        "frexp" => {
            let (frac, exp) = frexp(line.float());
            vec![bits(frac), exp as u64]
        }
        "modf" => {
            let (integer, fraction) = modf(line.float());
            vec![bits(integer), bits(fraction)]
        }
        "sincos" => {
            let (s, c) = sincos(line.float());
            vec![bits(s), bits(c)]
        }
        "lgamma" => {
            let (value, sign) = lgamma(line.float());
            vec![bits(value), sign as u64]
        }
        "ilogb" => vec![ilogb(line.float()) as u64],
        "ldexp" => vec![bits(ldexp(line.float(), line.int()))],
        "jn" => vec![bits(jn(line.int(), line.float()))],
        "yn" => vec![bits(yn(line.int(), line.float()))],
        "pow10" => vec![bits(pow10(line.int()))],
        "nextafter32" => {
            vec![bits32(nextafter32(f32::from_bits(line.word() as u32), f32::from_bits(line.word() as u32)))]
        }
        "fma" => vec![bits(line.float().mul_add(line.float(), line.float()))],
        "norm_strip" => strip(norm_strip(line.word() as usize)),
        "exp_strip" => strip(exp_strip(line.word() as usize)),
        "blocks" => {
            let key = std::array::from_fn(|_| line.word());
            blocks(&key, line.word() as u32).to_vec()
        }
        "seed" => {
            let mut state = [0; STATE_LEN];
            fill_state(&mut state, line.int());
            vec![state[333].wrapping_add(state[606]) as u64]
        }
        "atan2" => vec![bits(atan2(line.float(), line.float()))],
        "dim" => vec![bits(dim(line.float(), line.float()))],
        "hypot" => vec![bits(hypot(line.float(), line.float()))],
        "max" => vec![bits(max(line.float(), line.float()))],
        "min" => vec![bits(min(line.float(), line.float()))],
        "rem" => vec![bits(rem(line.float(), line.float()))],
        "nextafter" => vec![bits(nextafter(line.float(), line.float()))],
        "pow" => vec![bits(pow(line.float(), line.float()))],
        "remainder" => vec![bits(remainder(line.float(), line.float()))],
        _ => vec![bits(unary(name)(line.float()))],
    }
}

fn unary(name: &str) -> fn(f64) -> f64 {
    match name {
        "acos" => acos,
        "acosh" => acosh,
        "asin" => asin,
        "asinh" => asinh,
        "atan" => atan,
        "atanh" => atanh,
        "cbrt" => cbrt,
        "ceil" => f64::ceil,
        "cos" => cos,
        "cosh" => cosh,
        "erf" => erf,
        "erfc" => erfc,
        "erfcinv" => erfcinv,
        "erfinv" => erfinv,
        "exp" => exp,
        "exp2" => exp2,
        "expm1" => expm1,
        "floor" => f64::floor,
        "gamma" => gamma,
        "j0" => j0,
        "j1" => j1,
        "log" => log,
        "log10" => log10,
        "log1p" => log1p,
        "log2" => log2,
        "logb" => logb,
        "reduce_pi" => reduce_pi,
        "round" => f64::round,
        "round_to_even" => round_to_even,
        "sin" => sin,
        "sinh" => sinh,
        "sqrt" => f64::sqrt,
        "tan" => tan,
        "tanh" => tanh,
        "trunc" => f64::trunc,
        "y0" => y0,
        "y1" => y1,
        other => panic!("no function {other}"),
    }
}

#[test]
fn same_bits_as_go() {
    let text = match std::env::var("NUM_VECTORS") {
        Ok(path) => std::fs::read_to_string(path).expect("the file of vectors"),
        Err(_) => include_str!("vectors.txt").to_owned(),
    };
    let (mut lines, mut wrong) = (0, 0);
    for text in text.lines() {
        let mut line = Line(text.split_whitespace());
        let name = line.0.next().expect("a name");
        let got = call(name, &mut line);
        let want: Vec<u64> = std::iter::from_fn(|| line.0.next())
            .map(|word| u64::from_str_radix(word, 16).expect("a hexadecimal number"))
            .collect();
        lines += 1;
        if got != want {
            wrong += 1;
            if wrong <= 40 {
                println!("{text}\n   got {got:x?}");
            }
        }
    }
    assert!(lines > 0);
    assert_eq!(wrong, 0, "of {lines} calls");
}
