//! Floating-point numbers as text, in all the forms of `strconv.FormatFloat`.
//!
//! Decimal digits come from Rust's own formatting, which is exact and, like Go's, gives the shortest digits that
//! read back, or rounds half to even at a given precision; here they are only laid out anew.

use super::int::append_uint;
use std::fmt::Write;

/// Appends `f` in the form `fmt`, one of `b e E f g G x X`; `prec` is the number of digits after the point, for
/// `g` and `G` of all digits, negative for as many as are needed. With `bits` 32, `f` is taken as a float32.
/// A letter that is no form gives `%` and the letter.
pub fn append_float(out: &mut Vec<u8>, f: f64, fmt: u8, prec: i64, bits: u32) {
    let float = if bits == 32 { Float::from_f32(f as f32) } else { Float::from_f64(f) };
    if f.is_nan() {
        return out.extend_from_slice(b"NaN");
    }
    if float.value.is_infinite() {
        return out.extend_from_slice(if float.negative { b"-Inf" } else { b"+Inf" });
    }
    match fmt {
        b'b' => float.binary(out),
        b'x' | b'X' => float.hexadecimal(out, fmt, prec),
        b'e' | b'E' | b'f' | b'g' | b'G' => float.decimal(out, fmt, prec),
        _ => out.extend_from_slice(&[b'%', fmt]),
    }
}

/// A number of units of which 10 to the power of `digits` make one, with so many digits after the point.
fn fixed_point(out: &mut Vec<u8>, scaled: u64, digits: usize) {
    let one = 10u64.pow(digits as u32);
    append_uint(out, scaled / one, 10);
    if digits > 0 {
        out.push(b'.');
        let end = out.len() + digits;
        out.resize(end, b'0');
        let mut rest = scaled % one;
        for digit in out[end - digits..].iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
}

/// A float taken apart: its value is `mantissa * 2^exponent`, both as stored.
struct Float {
    value: f64,
    single: bool,
    negative: bool,
    mantissa: u64,
    exponent: i32,
}

impl Float {
    fn from_f64(f: f64) -> Float {
        Float::from_parts(f, false, f.to_bits(), 52, 11)
    }

    fn from_f32(f: f32) -> Float {
        Float::from_parts(f.into(), true, f.to_bits().into(), 23, 8)
    }

    fn from_parts(value: f64, single: bool, image: u64, mantissa_bits: u32, exponent_bits: u32) -> Float {
        let stored = (image >> mantissa_bits) as i32 & ((1 << exponent_bits) - 1);
        let fraction = image & ((1 << mantissa_bits) - 1);
        let bias = (1 << (exponent_bits - 1)) - 1 + mantissa_bits as i32;
        // Numbers of exponent 0 have no implied one, and the exponent of the next class.
        let implied = u64::from(stored != 0) << mantissa_bits;
        Float {
            value,
            single,
            negative: value.is_sign_negative(),
            mantissa: fraction | implied,
            exponent: stored.max(1) - bias,
        }
    }

    fn sign(&self, out: &mut Vec<u8>) {
        if self.negative {
            out.push(b'-');
        }
    }

    /// `-ddddp±ddd`.
    fn binary(&self, out: &mut Vec<u8>) {
        self.sign(out);
        append_uint(out, self.mantissa, 10);
        out.extend_from_slice(if self.exponent < 0 { b"p-" } else { b"p+" });
        append_uint(out, self.exponent.unsigned_abs().into(), 10);
    }

    /// `-0x1.yyyyp±ddd`.
    fn hexadecimal(&self, out: &mut Vec<u8>, fmt: u8, prec: i64) {
        // The point lies behind bit 60: one digit before it, fifteen after.
        const POINT: u32 = 60;
        let (mut mantissa, mut exponent) = (0, 0);
        if self.mantissa != 0 {
            let shift = self.mantissa.leading_zeros() as i32 - (63 - POINT as i32);
            mantissa = self.mantissa << shift;
            exponent = self.exponent + POINT as i32 - shift;
        }
        if (0..15).contains(&prec) {
            let dropped = POINT - 4 * prec as u32;
            let (kept, extra) = (mantissa >> dropped, mantissa & ((1 << dropped) - 1));
            let half = 1 << (dropped - 1);
            let up = extra > half || extra == half && kept & 1 == 1;
            mantissa = (kept + u64::from(up)) << dropped;
            if mantissa >> (POINT + 1) != 0 {
                mantissa >>= 1;
                exponent += 1;
            }
        }
        let upper = fmt == b'X';
        let digit = |d: u64| {
            let d = b"0123456789abcdef"[(d & 15) as usize];
            if upper { d.to_ascii_uppercase() } else { d }
        };
        self.sign(out);
        out.extend_from_slice(&[b'0', fmt, b'0' + (mantissa >> POINT) as u8]);
        let mut fraction = mantissa << 4;
        if prec > 0 || prec < 0 && fraction != 0 {
            out.push(b'.');
        }
        let mut written = 0;
        while if prec < 0 { fraction != 0 } else { written < prec } {
            out.push(digit(fraction >> 60));
            fraction <<= 4;
            written += 1;
        }
        append_exponent(out, if upper { b'P' } else { b'p' }, exponent);
    }

    /// `-d.ddde±dd` or `-ddd.ddd`.
    fn decimal(&self, out: &mut Vec<u8>, fmt: u8, prec: i64) {
        self.sign(out);
        // Below the smallest float, all digits are zero: no more are asked for, the rest is padded.
        let exact = prec.clamp(0, 1100) as usize;
        let shortest = prec < 0;
        let wanted = match fmt {
            _ if shortest => None,
            b'f' => {
                if let Some(scaled) = self.scaled(exact) {
                    return fixed_point(out, scaled, exact);
                }
                let mut text = DigitText::default();
                // Infallible: the text takes all that it is given.
                let _ = write!(text, "{:.exact$}", self.value.abs());
                out.extend_from_slice(&text.0);
                if prec as usize > exact {
                    out.resize(out.len() + (prec as usize - exact), b'0');
                }
                return;
            }
            b'e' | b'E' => Some(exact),
            _ => Some(exact.max(1) - 1),
        };
        let digits = self.digits(wanted);
        match fmt {
            b'e' | b'E' => {
                digits.with_exponent(out, fmt, if shortest { digits.len() as i64 - 1 } else { prec })
            }
            b'f' => digits.plain(out),
            _ => {
                let letter = if fmt == b'G' { b'E' } else { b'e' };
                let len = digits.len() as i64;
                let point = i64::from(digits.point);
                let precision = if shortest { len } else { prec.max(1) };
                let limit = if shortest {
                    6
                } else if precision > len && len >= point {
                    len
                } else {
                    precision
                };
                if point - 1 < -4 || point > limit {
                    digits.with_exponent(out, letter, precision.min(len) - 1);
                } else {
                    digits.plain(out);
                }
            }
        }
    }

    /// The magnitude times 10 to the power of `digits`, rounded half to even; nothing if that does not fit. It is what most
    /// numbers are printed with, and exact: the product has fewer than 128 bits.
    fn scaled(&self, digits: usize) -> Option<u64> {
        let power = 10u128.pow(u32::try_from(digits).ok().filter(|&digits| digits <= 15)?);
        let product = u128::from(self.mantissa) * power;
        let Ok(shift) = u32::try_from(-self.exponent) else {
            // A product of fewer than 104 bits.
            let shift = self.exponent.unsigned_abs();
            return (shift < 24).then(|| product << shift).and_then(|scaled| u64::try_from(scaled).ok());
        };
        if shift > 104 {
            return Some(0);
        }
        let (kept, rest) = (product >> shift, product & ((1 << shift) - 1));
        let half = (1u128 << shift) >> 1;
        let up = rest > half || rest == half && shift > 0 && kept & 1 == 1;
        u64::try_from(kept + u128::from(up)).ok()
    }

    /// The decimal digits: the shortest that read back, or rounded to `after` digits after the first.
    fn digits(&self, after: Option<usize>) -> Digits {
        if let Some(after) = after {
            return self.rounded(after);
        }
        let mut text = DigitText::default();
        // Infallible, as above.
        let _ = match self.single {
            true => write!(text, "{:e}", self.value.abs() as f32),
            false => write!(text, "{:e}", self.value.abs()),
        };
        let digits = Digits::read(text.0);
        // Of two shortest texts that are equally near, Rust takes the larger and Go the even one.
        if digits.digits.last().is_some_and(|d| d % 2 == 1) && self.is_between(&digits) {
            let even = self.rounded(digits.len() - 1);
            // At a power of two the neighbour below is nearer: what is rounded down may not read back.
            if self.is_read_from(&even) {
                return even;
            }
        }
        digits
    }

    /// Whether the value may lie just between `digits` and its neighbour, that is, have one digit more in all.
    fn is_between(&self, digits: &Digits) -> bool {
        let exponent = self.exponent + self.mantissa.trailing_zeros() as i32;
        exponent >= 0 || -exponent == digits.len() as i32 + 1 - digits.point
    }

    /// Whether `digits` read back as the value.
    fn is_read_from(&self, digits: &Digits) -> bool {
        let mut text = Vec::new();
        digits.with_exponent(&mut text, b'e', digits.len() as i64 - 1);
        let Ok(text) = std::str::from_utf8(&text) else { return false };
        if self.single {
            text.parse::<f32>().is_ok_and(|f| f64::from(f) == self.value.abs())
        } else {
            text.parse::<f64>() == Ok(self.value.abs())
        }
    }

    /// The decimal digits rounded half to even to `after` digits after the first.
    fn rounded(&self, after: usize) -> Digits {
        let mut text = DigitText::default();
        // Infallible, as above.
        let _ = write!(text, "{:.after$e}", self.value.abs());
        Digits::read(text.0)
    }
}

#[derive(Default)]
struct DigitText(Vec<u8>);

impl Write for DigitText {
    fn write_str(&mut self, s: &str) -> std::fmt::Result {
        self.0.extend_from_slice(s.as_bytes());
        Ok(())
    }
}

/// Decimal digits without zeros at their end, and where the point is: 0 for 0.ddd, 1 for d.dd. Zero has no
/// digits and its point at 0.
struct Digits {
    digits: Vec<u8>,
    point: i32,
}

impl Digits {
    /// From `d.ddde-7`.
    fn read(mut text: Vec<u8>) -> Digits {
        let e = text.iter().rposition(|&c| c == b'e').unwrap_or(text.len());
        let exponent = std::str::from_utf8(text.get(e + 1..).unwrap_or_default())
            .ok()
            .and_then(|s| s.parse::<i32>().ok());
        text.truncate(e);
        text.retain(|&c| c != b'.');
        let len = text.iter().rposition(|&c| c != b'0').map_or(0, |last| last + 1);
        text.truncate(len);
        let point = if len == 0 { 0 } else { exponent.unwrap_or(0) + 1 };
        Digits { digits: text, point }
    }

    fn len(&self) -> usize {
        self.digits.len()
    }

    /// The digit at position `i` from the point: 0 is the first after it.
    fn at(&self, i: i64) -> u8 {
        usize::try_from(i + i64::from(self.point))
            .ok()
            .and_then(|i| self.digits.get(i))
            .copied()
            .unwrap_or(b'0')
    }

    /// `d.ddde±dd` with `after` digits after the point.
    fn with_exponent(&self, out: &mut Vec<u8>, letter: u8, after: i64) {
        out.push(self.digits.first().copied().unwrap_or(b'0'));
        if after > 0 {
            out.push(b'.');
            let given = self.digits.get(1..).unwrap_or_default();
            let taken = given.len().min(after as usize);
            out.extend_from_slice(&given[..taken]);
            out.resize(out.len() + (after as usize - taken), b'0');
        }
        append_exponent(out, letter, if self.digits.is_empty() { 0 } else { self.point - 1 });
    }

    /// `ddd.ddd` with all digits there are.
    fn plain(&self, out: &mut Vec<u8>) {
        let point = i64::from(self.point);
        if point > 0 {
            out.extend((-point..0).map(|i| self.at(i)));
        } else {
            out.push(b'0');
        }
        let after = self.len() as i64 - point;
        if after > 0 {
            out.push(b'.');
            out.extend((0..after).map(|i| self.at(i)));
        }
    }
}

/// The letter, a sign and at least two digits.
fn append_exponent(out: &mut Vec<u8>, letter: u8, exponent: i32) {
    out.extend_from_slice(&[letter, if exponent < 0 { b'-' } else { b'+' }]);
    if exponent.abs() < 10 {
        out.push(b'0');
    }
    append_uint(out, exponent.unsigned_abs().into(), 10);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(f: f64, fmt: u8, prec: i64, bits: u32) -> String {
        let mut out = Vec::new();
        append_float(&mut out, f, fmt, prec, bits);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_fits_a_word_is_rounded_as_everything_else() {
        let mut bits = 1u64;
        for round in 0..20_000 {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let near_one = f64::from_bits(bits >> 12 | (1023 - 40 + bits % 100) << 52);
            let halves = (bits >> 40) as f64 / 64.0;
            let digits = round % 16;
            for f in
                [near_one, halves, f64::from_bits(bits)].map(f64::abs).into_iter().filter(|f| f.is_finite())
            {
                assert_eq!(text(f, b'f', digits, 64), format!("{f:.0$}", digits as usize), "{f:e} {digits}");
            }
        }
    }

    #[test]
    fn forms() {
        // Expected texts are Go's.
        for (f, fmt, prec, bits, want) in [
            (0.0, b'e', -1, 64, "0e+00"),
            (-0.0, b'g', -1, 64, "-0"),
            (0.0, b'f', 2, 64, "0.00"),
            (0.0, b'x', -1, 64, "0x0p+00"),
            (1.0, b'x', -1, 64, "0x1p+00"),
            (1.0 / 3.0, b'x', 3, 64, "0x1.555p-02"),
            (1.9999, b'X', 0, 64, "0X1P+01"),
            (5e-324, b'x', -1, 64, "0x1p-1074"),
            (1.0, b'b', -1, 64, "4503599627370496p-52"),
            (1.0, b'b', -1, 32, "8388608p-23"),
            (0.5, b'f', 0, 64, "0"),
            (1.5, b'f', 0, 64, "2"),
            (2.5, b'f', 0, 64, "2"),
            (0.25, b'f', 1, 64, "0.2"),
            (2.5, b'e', 0, 64, "2e+00"),
            (25.0, b'g', 1, 64, "2e+01"),
            (35.0, b'g', 1, 64, "4e+01"),
            (123456.0, b'g', -1, 64, "123456"),
            (1234567.0, b'g', -1, 64, "1.234567e+06"),
            (1e21, b'g', 17, 64, "1e+21"),
            (100000.0, b'g', 6, 64, "100000"),
            (1e6, b'g', 6, 64, "1e+06"),
            (1e-5, b'G', -1, 64, "1E-05"),
            (0.0001, b'g', -1, 64, "0.0001"),
            (0.1, b'g', -1, 32, "0.1"),
            (0.1f32 as f64, b'g', -1, 64, "0.10000000149011612"),
            (0.1, b'f', 20, 64, "0.10000000000000000555"),
            (1e23, b'f', -1, 64, "100000000000000000000000"),
            (5e-324, b'e', -1, 64, "5e-324"),
            (f64::INFINITY, b'f', 1, 64, "+Inf"),
            (1e300, b'f', 1, 32, "+Inf"),
            (f64::NEG_INFINITY, b'q', 1, 64, "-Inf"),
            (-f64::NAN, b'e', 1, 64, "NaN"),
            (-1.0, b'q', 1, 64, "%q"),
        ] {
            assert_eq!(text(f, fmt, prec, bits), want, "{f} {} {prec}", fmt as char);
        }
        assert_eq!(text(1.5, b'f', 3000, 64), format!("1.5{}", "0".repeat(2999)));
        assert_eq!(text(1.5, b'e', 3000, 64), format!("1.5{}e+00", "0".repeat(2999)));
    }

    #[test]
    fn halves_go_to_even() {
        for n in 0..1000u32 {
            let f = f64::from(n) + 0.5;
            let even = n + n % 2;
            assert_eq!(text(f, b'f', 0, 64), even.to_string());
        }
    }
}
