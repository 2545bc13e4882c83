//! Floating-point numbers from text, as `strconv.ParseFloat` reads them. The syntax is checked here; decimal
//! values then come from Rust's own parser, which rounds correctly.

use super::int::{ParseError, underscores_fit};

/// Reads the longest number at the start of `s`: decimal, hexadecimal, or inf, infinity or nan in any case. With
/// `bits` 32 the value is rounded to a float32. Gives the value, the length of the number and the error;
/// [`ParseError::Range`] comes with an infinity, [`ParseError::Syntax`] with zeros.
pub fn parse_float_prefix(s: &[u8], bits: i64) -> (f64, usize, Option<ParseError>) {
    if let Some((value, len)) = special(s) {
        return (value, len, None);
    }
    let bad = (0.0, 0, Some(ParseError::Syntax));
    let Some(number) = Number::scan(s) else { return bad };
    let text = &s[..number.len];
    if text.contains(&b'_') && !underscores_fit(text) {
        return bad;
    }
    let value = if number.hex { number.hexadecimal(text, bits) } else { decimal(text, bits) };
    let error = value.is_infinite().then_some(ParseError::Range);
    (value, number.len, error)
}

/// Reads all of `s` as a number, with the errors of [`parse_float_prefix`].
pub fn parse_float(s: &[u8], bits: i64) -> (f64, Option<ParseError>) {
    match parse_float_prefix(s, bits) {
        (value, len, error) if len == s.len() => (value, error),
        _ => (0.0, Some(ParseError::Syntax)),
    }
}

/// Infinities, with a sign if they like, and nan, which has none.
fn special(s: &[u8]) -> Option<(f64, usize)> {
    let begins =
        |s: &[u8], word: &str| s.get(..word.len()).is_some_and(|w| w.eq_ignore_ascii_case(word.as_bytes()));
    if begins(s, "nan") {
        return Some((f64::NAN, 3));
    }
    let (sign, word) = match s {
        [b'+' | b'-', rest @ ..] => (1, rest),
        _ => (0, s),
    };
    let value = if s.first() == Some(&b'-') { f64::NEG_INFINITY } else { f64::INFINITY };
    if begins(word, "infinity") {
        Some((value, sign + 8))
    } else if begins(word, "inf") {
        Some((value, sign + 3))
    } else {
        None
    }
}

/// Where the parts of a number lie in its text.
struct Number {
    hex: bool,
    /// Where the mantissa begins, after sign and `0x`.
    mantissa: usize,
    /// Where it ends.
    mantissa_end: usize,
    /// The exponent, capped: what is larger overflows or vanishes anyway.
    exponent: i64,
    /// The length of all of it.
    len: usize,
}

impl Number {
    /// Scans the longest number at the start of `s`. An exponent without digits, or a hexadecimal number without
    /// exponent, makes it none at all.
    fn scan(s: &[u8]) -> Option<Number> {
        let mut i = usize::from(matches!(s.first(), Some(b'+' | b'-')));
        let hex = matches!(s.get(i..i + 3), Some([b'0', b'x' | b'X', _]));
        if hex {
            i += 2;
        }
        let mantissa = i;
        let (mut point, mut digits) = (false, false);
        while let Some(&c) = s.get(i) {
            match c {
                b'_' => {}
                b'.' if !point => point = true,
                b'0'..=b'9' => digits = true,
                _ if hex && c.is_ascii_hexdigit() => digits = true,
                _ => break,
            }
            i += 1;
        }
        if !digits {
            return None;
        }
        let mantissa_end = i;
        let mut exponent = 0;
        if s.get(i).is_some_and(|c| c.eq_ignore_ascii_case(if hex { &b'p' } else { &b'e' })) {
            i += 1;
            let negative = s.get(i) == Some(&b'-');
            i += usize::from(matches!(s.get(i), Some(b'+' | b'-')));
            s.get(i).filter(|c| c.is_ascii_digit())?;
            while let Some(&c) = s.get(i).filter(|c| c.is_ascii_digit() || **c == b'_') {
                if c != b'_' && exponent < 10_000 {
                    exponent = exponent * 10 + i64::from(c - b'0');
                }
                i += 1;
            }
            if negative {
                exponent = -exponent;
            }
        } else if hex {
            return None;
        }
        Some(Number { hex, mantissa, mantissa_end, exponent, len: i })
    }

    /// The value of a hexadecimal number, rounded half to even.
    fn hexadecimal(&self, text: &[u8], bits: i64) -> f64 {
        // The value is mantissa * 2^exponent, plus something below its last bit if sticky.
        let (mut mantissa, mut exponent, mut sticky) = (0u64, self.exponent, false);
        let mut point = false;
        for &c in &text[self.mantissa..self.mantissa_end] {
            let Some(d) = (c as char).to_digit(16) else {
                point |= c == b'.';
                continue;
            };
            if mantissa >> 60 == 0 {
                mantissa = mantissa << 4 | u64::from(d);
                exponent -= if point { 4 } else { 0 };
            } else {
                sticky |= d != 0;
                exponent += if point { 0 } else { 4 };
            }
        }
        let (precision, least, most) = if bits == 32 { (24, -149, 127) } else { (53, -1074, 1023) };
        let value = round(mantissa, exponent, sticky, precision, least, most);
        if text.first() == Some(&b'-') { -value } else { value }
    }
}

/// `mantissa * 2^exponent` (and more, if `sticky`) rounded half to even to `precision` bits, none of which is
/// worth less than `2^least`; infinite if it is not below `2^(most + 1)`.
fn round(mantissa: u64, exponent: i64, sticky: bool, precision: i64, least: i64, most: i64) -> f64 {
    if mantissa == 0 {
        return 0.0;
    }
    let len = 64 - i64::from(mantissa.leading_zeros());
    let drop = (len - precision).max(least - exponent);
    let (mut kept, mut exponent) = (mantissa, exponent);
    if drop > 0 {
        exponent += drop;
        // Beyond 64 bits nothing is left, and what was there is less than half.
        let (high, low, half) = match drop {
            1..=63 => (mantissa >> drop, mantissa & ((1 << drop) - 1), 1 << (drop - 1)),
            64 => (0, mantissa, 1 << 63),
            _ => (0, 1, 2),
        };
        let up = low > half || low == half && (sticky || high & 1 == 1);
        kept = high + u64::from(up);
    }
    if kept == 0 {
        return 0.0;
    }
    if exponent + 63 - i64::from(kept.leading_zeros()) > most {
        return f64::INFINITY;
    }
    // Both factors and the product are exact; the second step is for what is not a normal number.
    let (first, second) = (exponent.max(-1000), exponent - exponent.max(-1000));
    kept as f64 * power_of_two(first.min(900)) * power_of_two(first - first.min(900)) * power_of_two(second)
}

/// `2^n` for n from -1000 to 1000.
fn power_of_two(n: i64) -> f64 {
    f64::from_bits(((n.clamp(-1000, 1000) + 1023) as u64) << 52)
}

/// The value of a decimal number whose syntax is known to be right.
fn decimal(text: &[u8], bits: i64) -> f64 {
    let cleaned: Vec<u8> = text.iter().copied().filter(|&c| c != b'_').collect();
    let Ok(cleaned) = std::str::from_utf8(&cleaned) else { return 0.0 };
    // Rust's syntax includes all that got here.
    if bits == 32 {
        cleaned.parse::<f32>().unwrap_or(0.0).into()
    } else {
        cleaned.parse::<f64>().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ParseError::*;

    #[test]
    fn reads_floats() {
        let max = f64::from(f32::MAX);
        for (s, bits, want) in [
            ("1", 64, (1.0, None)),
            ("+1.5e2", 64, (150.0, None)),
            (".5", 64, (0.5, None)),
            ("5.", 64, (5.0, None)),
            (".", 64, (0.0, Some(Syntax))),
            ("", 64, (0.0, Some(Syntax))),
            ("1e", 64, (0.0, Some(Syntax))),
            ("1x", 64, (0.0, Some(Syntax))),
            ("1e400", 64, (f64::INFINITY, Some(Range))),
            ("-1e999999999999999999999", 64, (f64::NEG_INFINITY, Some(Range))),
            ("1e-999999999999999999999", 64, (0.0, None)),
            ("1e39", 32, (f64::INFINITY, Some(Range))),
            ("3.4028235e38", 32, (max, None)),
            ("1_23.50_0_0e+1_2", 64, (1.235e14, None)),
            ("1_e2", 64, (0.0, Some(Syntax))),
            ("0x1p4", 64, (16.0, None)),
            ("-0X1.8P-1", 64, (-0.75, None)),
            ("0x_1_F.8p0", 64, (31.5, None)),
            ("0x1", 64, (0.0, Some(Syntax))),
            ("0x", 64, (0.0, Some(Syntax))),
            ("0x.p1", 64, (0.0, Some(Syntax))),
            ("0x1p-1074", 64, (5e-324, None)),
            ("0x1p-1075", 64, (0.0, None)),
            ("0x1.8p-1075", 64, (5e-324, None)),
            ("0x1.00000000000000000001p-1075", 64, (5e-324, None)),
            ("0x1.fffffffffffffp1023", 64, (f64::MAX, None)),
            ("0x1.fffffffffffff8p1023", 64, (f64::INFINITY, Some(Range))),
            ("0x1.fffffffffffff7fffffp1023", 64, (f64::MAX, None)),
            ("0x1.00000000000008p0", 64, (1.0, None)),
            ("0x1.00000000000008001p0", 64, (1.0 + f64::EPSILON, None)),
            ("0x1.000001p0", 32, (1.0, None)),
            ("0x1.fffffep127", 32, (max, None)),
            ("0x1p128", 32, (f64::INFINITY, Some(Range))),
            ("inf", 64, (f64::INFINITY, None)),
            ("-Infinity", 64, (f64::NEG_INFINITY, None)),
            ("infinit", 64, (0.0, Some(Syntax))),
        ] {
            assert_eq!(parse_float(s.as_bytes(), bits), want, "{s}");
        }
        assert!(parse_float(b"NaN", 64).0.is_nan());
        assert_eq!(parse_float(b"+nan", 64).1, Some(Syntax));
        assert_eq!(parse_float_prefix(b"1.5i", 64), (1.5, 3, None));
        assert_eq!(parse_float_prefix(b"infi", 64), (f64::INFINITY, 3, None));
    }
}
