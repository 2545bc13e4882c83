//! The native half of package math/big: arithmetic of magnitudes, which are slices of words, the lowest first and the
//! highest not zero. The numbers are num-bigint's, but for those of a few words.

mod words;

use num_bigint::{BigInt, BigUint, Sign};
use num_integer::Integer;
use num_traits::ToPrimitive;

use super::{Done, NativeCx, NativeResult, Row, Unwind};
use words::{FEW, Words, ret_words};

/// The functions without body of `stdlib/math/big`.
pub const TABLE: &[Row] = &[
    ("math/big.add", add),
    ("math/big.bitwise", bitwise),
    ("math/big.divide", divide),
    ("math/big.euclid", euclid),
    ("math/big.parse", parse),
    ("math/big.power", power),
    ("math/big.shiftLeft", shift_left),
    ("math/big.shiftRight", shift_right),
    ("math/big.squareRoot", square_root),
    ("math/big.subtract", subtract),
    ("math/big.text", text),
    ("math/big.times", times),
];

/// The next argument, a magnitude.
fn magnitude(cx: &mut NativeCx<'_>) -> BigUint {
    number(&words::words(cx))
}

fn number(words: &[u64]) -> BigUint {
    BigUint::new(words.iter().flat_map(|&word| [word as u32, (word >> 32) as u32]).collect())
}

/// Writes the next result, a magnitude.
fn ret_magnitude(cx: &mut NativeCx<'_>, value: &BigUint) -> Result<(), Unwind> {
    let words: Words = value.iter_u64_digits().collect();
    ret_words(cx, &words)
}

/// What working on numbers of so many bits costs, one by the other.
fn charge(cx: &mut NativeCx<'_>, x: u64, y: u64) {
    cx.charge(((x >> 6) + 1).saturating_mul((y >> 6) + 1) >> 3);
}

/// `func add(x, y nat) nat`
fn add(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (words::words(cx), words::words(cx));
    ret_words(cx, &words::sum(&x, &y))?;
    Ok(Done)
}

/// `func subtract(x, y nat) nat`: x is at least y.
fn subtract(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (words::words(cx), words::words(cx));
    ret_words(cx, &words::difference(&x, &y))?;
    Ok(Done)
}

/// `func times(x, y nat) nat`
fn times(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (words::words(cx), words::words(cx));
    charge(cx, 64 * x.len() as u64, 64 * y.len() as u64);
    if x.len().min(y.len()) <= FEW {
        ret_words(cx, &words::product(&x, &y))?;
    } else {
        ret_magnitude(cx, &(number(&x) * number(&y)))?;
    }
    Ok(Done)
}

/// `func divide(x, y nat) (q, r nat)`: y is not 0.
fn divide(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (words::words(cx), words::words(cx));
    charge(cx, 64 * x.len() as u64, 64 * y.len() as u64);
    if let Some((q, r)) = words::quotient(&x, &y) {
        ret_words(cx, &q)?;
        ret_words(cx, &r)?;
        return Ok(Done);
    }
    let (x, y) = (number(&x), number(&y));
    let (q, r) = x.div_rem(&y);
    ret_magnitude(cx, &q)?;
    ret_magnitude(cx, &r)?;
    Ok(Done)
}

/// `func euclid(x, y nat, want bool) (d nat, neg bool, s nat)`: the greatest common divisor, and if it is wanted the factor s
/// of x in d = s·x + t·y that Euclid's algorithm gives.
fn euclid(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (magnitude(cx), magnitude(cx));
    let want = cx.bool();
    charge(cx, x.bits(), y.bits());
    let (mut rest, mut factors) = ([BigInt::from(x), BigInt::from(y)], [BigInt::from(1), BigInt::ZERO]);
    while rest[1] != BigInt::ZERO {
        match many_steps(&rest) {
            Some(by) => {
                rest = transform(&by, &rest);
                if want {
                    factors = transform(&by, &factors);
                }
            }
            None => {
                let [a, b] = rest;
                let (q, r) = (&a / &b, &a % &b);
                rest = [b, r];
                if want {
                    let [s, t] = factors;
                    let next = s - q * &t;
                    factors = [t, next];
                }
            }
        }
    }
    let ([d, _], [s, _]) = (rest, factors);
    ret_magnitude(cx, d.magnitude())?;
    cx.ret_bool(s.sign() == Sign::Minus);
    ret_magnitude(cx, s.magnitude())?;
    Ok(Done)
}

/// As many steps of Euclid's algorithm as the leading bits of two numbers are sure of, as a matrix; none if they are not
/// sure of the first (D. H. Lehmer; D. E. Knuth, The Art of Computer Programming, 4.5.2, algorithm L).
fn many_steps([x, y]: &[BigInt; 2]) -> Option<[[i64; 2]; 2]> {
    let low = x.bits().max(y.bits()).saturating_sub(62);
    let lead = |n: &BigInt| (n >> low).to_i128();
    let (mut x, mut y) = (lead(x)?, lead(y)?);
    let (mut a, mut b, mut c, mut d) = (1_i128, 0_i128, 0_i128, 1_i128);
    while y + c != 0 && y + d != 0 {
        let q = (x + a) / (y + c);
        if q != (x + b) / (y + d) {
            break;
        }
        (a, c) = (c, a - q * c);
        (b, d) = (d, b - q * d);
        (x, y) = (y, x - q * y);
    }
    let small = |n: i128| i64::try_from(n).ok();
    (b != 0).then_some([[small(a)?, small(b)?], [small(c)?, small(d)?]])
}

fn transform(by: &[[i64; 2]; 2], [x, y]: &[BigInt; 2]) -> [BigInt; 2] {
    by.map(|[a, b]| x * a + y * b)
}

/// `func power(x, y, m nat) nat`: modulo m, if that is not 0.
fn power(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y, m) = (words::words(cx), words::words(cx), words::words(cx));
    if let (&[x], &[y], []) = (&x[..], &y[..], &m[..])
        && let Some(power) = u32::try_from(y).ok().and_then(|y| u128::from(x).checked_pow(y))
    {
        ret_words(cx, &words::of(power))?;
        return Ok(Done);
    }
    let (x, y, m) = (number(&x), number(&y), number(&m));
    let zero = BigUint::ZERO;
    let result = if m == zero {
        let Ok(exponent) = u32::try_from(&y) else {
            // Only of 0 and 1 there are such powers.
            let small = if x.bits() > 1 { return Err(crate::heap::OutOfMemory.into()) } else { x };
            ret_magnitude(cx, &small)?;
            return Ok(Done);
        };
        if x.bits().saturating_mul(u64::from(exponent)) > 1 << 36 {
            return Err(crate::heap::OutOfMemory.into());
        }
        let bits = x.bits().saturating_mul(u64::from(exponent));
        charge(cx, bits, bits >> 4);
        x.pow(exponent)
    } else {
        charge(cx, m.bits().saturating_mul(y.bits()), m.bits());
        x.modpow(&y, &m)
    };
    ret_magnitude(cx, &result)?;
    Ok(Done)
}

/// `func squareRoot(x nat) nat`
fn square_root(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = magnitude(cx);
    charge(cx, x.bits(), x.bits());
    ret_magnitude(cx, &x.sqrt())?;
    Ok(Done)
}

/// `func shiftLeft(x nat, n uint) nat`
fn shift_left(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, n) = (words::words(cx), cx.uint());
    let by = if x.is_empty() { 0 } else { n };
    if by > 1 << 36 {
        return Err(crate::heap::OutOfMemory.into());
    }
    ret_words(cx, &words::shifted_left(&x, by as usize))?;
    Ok(Done)
}

/// `func shiftRight(x nat, n uint) nat`
fn shift_right(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, n) = (words::words(cx), cx.uint());
    ret_words(cx, &words::shifted_right(&x, n))?;
    Ok(Done)
}

/// `func bitwise(op byte, xneg bool, x nat, yneg bool, y nat) (neg bool, z nat)`, in two's complement without end; op is
/// `&`, `|` or `^`.
fn bitwise(cx: &mut NativeCx<'_>) -> NativeResult {
    let op = cx.uint() as u8;
    let signed = |cx: &mut NativeCx<'_>| {
        let sign = if cx.bool() { Sign::Minus } else { Sign::Plus };
        BigInt::from_biguint(sign, magnitude(cx))
    };
    let (x, y) = (signed(cx), signed(cx));
    let z = match op {
        b'&' => x & y,
        b'|' => x | y,
        _ => x ^ y,
    };
    cx.ret_bool(z.sign() == Sign::Minus);
    ret_magnitude(cx, z.magnitude())?;
    Ok(Done)
}

/// `func text(x nat, base int) string`: a base from 2 to 36.
fn text(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, base) = (words::words(cx), cx.uint() as u32);
    if let Some(x) = words::small(&x)
        && base == 10
    {
        cx.ret_str(x.to_string().as_bytes())?;
        return Ok(Done);
    }
    let x = number(&x);
    charge(cx, x.bits(), x.bits());
    let text = x.to_str_radix(base);
    cx.ret_str(text.as_bytes())?;
    Ok(Done)
}

/// `func parse(digits string, base int) (x nat, ok bool)`: digits of the base alone.
fn parse(cx: &mut NativeCx<'_>) -> NativeResult {
    let (digits, base) = (cx.str(), cx.uint() as u32);
    charge(cx, digits.len() as u64 * 4, digits.len() as u64 * 4);
    if digits.len() <= 38 && base == 10 && !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) {
        let x = digits.iter().fold(0, |x, digit| x * 10 + u128::from(digit - b'0'));
        ret_words(cx, &words::of(x))?;
        cx.ret_bool(true);
        return Ok(Done);
    }
    let plain = !digits.is_empty() && digits.iter().all(|d| d.is_ascii_alphanumeric());
    let x = if plain { BigUint::parse_bytes(digits, base) } else { None };
    ret_magnitude(cx, x.as_ref().unwrap_or(&BigUint::ZERO))?;
    cx.ret_bool(x.is_some());
    Ok(Done)
}
