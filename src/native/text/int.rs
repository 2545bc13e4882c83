//! Integers to and from text, as strconv has them.

/// Why a number could not be read. The numbers are known to `stdlib/strconv/errors.pgo`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// The value does not fit; the result is the nearest that does.
    Range = 1,
    /// The text is not a number.
    Syntax = 2,
    /// There is no such base.
    Base = 3,
    /// There is no integer type of that many bits.
    BitSize = 4,
}

/// A value, and what was wrong with its text.
pub type Parsed<T> = (T, Option<ParseError>);

/// Reads `s` as `strconv.ParseUint` does: base 0 understands prefixes and underscores, `bits` 0 means 64.
pub fn parse_uint(s: &[u8], base: i64, bits: i64) -> Parsed<u64> {
    if s.is_empty() {
        return (0, Some(ParseError::Syntax));
    }
    let (radix, digits) = match base {
        2..=36 => (base as u32, s),
        0 => prefixed(s),
        _ => return (0, Some(ParseError::Base)),
    };
    let max = match bits {
        0 | 64 => u64::MAX,
        1..64 => (1 << bits) - 1,
        _ => return (0, Some(ParseError::BitSize)),
    };
    let mut n: u64 = 0;
    let mut underscores = false;
    for &c in digits {
        if c == b'_' && base == 0 {
            underscores = true;
            continue;
        }
        let Some(d) = (c as char).to_digit(radix) else { return (0, Some(ParseError::Syntax)) };
        // The digits after one that overflows are not looked at, as in Go.
        match n.checked_mul(radix.into()).and_then(|n| n.checked_add(d.into())) {
            Some(next) if next <= max => n = next,
            _ => return (max, Some(ParseError::Range)),
        }
    }
    if underscores && !underscores_fit(s) {
        return (0, Some(ParseError::Syntax));
    }
    (n, None)
}

/// The base that the prefix of a literal names, and its digits.
fn prefixed(s: &[u8]) -> (u32, &[u8]) {
    match s {
        [b'0', b'b' | b'B', _, ..] => (2, &s[2..]),
        [b'0', b'o' | b'O', _, ..] => (8, &s[2..]),
        [b'0', b'x' | b'X', _, ..] => (16, &s[2..]),
        [b'0', ..] => (8, &s[1..]),
        _ => (10, s),
    }
}

/// Reads `s` as `strconv.ParseInt` does.
pub fn parse_int(s: &[u8], base: i64, bits: i64) -> Parsed<i64> {
    let (negative, digits) = match s {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, s),
    };
    let (n, error) = parse_uint(digits, base, bits);
    if !matches!(error, None | Some(ParseError::Range)) {
        return (0, error);
    }
    let limit = 1u64 << (if bits == 0 { 63 } else { bits - 1 });
    if !negative && n >= limit {
        ((limit - 1) as i64, Some(ParseError::Range))
    } else if negative && n > limit {
        ((limit as i64).wrapping_neg(), Some(ParseError::Range))
    } else if negative {
        ((n as i64).wrapping_neg(), None)
    } else {
        (n as i64, None)
    }
}

/// Whether the underscores of a number stand only between digits, or between a base prefix and a digit.
pub fn underscores_fit(s: &[u8]) -> bool {
    #[derive(PartialEq)]
    enum Before {
        Nothing,
        Digit,
        Underscore,
        Other,
    }
    let s = match s {
        [b'-' | b'+', rest @ ..] => rest,
        _ => s,
    };
    let (mut before, hex, digits) = match s {
        [b'0', b'x' | b'X', rest @ ..] => (Before::Digit, true, rest),
        [b'0', b'b' | b'B' | b'o' | b'O', rest @ ..] => (Before::Digit, false, rest),
        _ => (Before::Nothing, false, s),
    };
    for &c in digits {
        let digit = c.is_ascii_digit() || hex && c.is_ascii_hexdigit();
        if c == b'_' && before != Before::Digit || !digit && c != b'_' && before == Before::Underscore {
            return false;
        }
        before = match c {
            b'_' => Before::Underscore,
            _ if digit => Before::Digit,
            _ => Before::Other,
        };
    }
    before != Before::Underscore
}

/// Room for the text of any integer in any base.
pub struct Digits([u8; 65]);

impl Default for Digits {
    fn default() -> Digits {
        Digits([0; 65])
    }
}

impl Digits {
    /// The text of `n` in a base from 2 to 36, with lower-case digits.
    pub fn uint(&mut self, n: u64, base: u32) -> &[u8] {
        let at = self.write(n, base);
        &self.0[at..]
    }

    /// The text of `n` in a base from 2 to 36, with lower-case digits.
    pub fn int(&mut self, n: i64, base: u32) -> &[u8] {
        let mut at = self.write(n.unsigned_abs(), base);
        if n < 0 {
            at -= 1;
            self.0[at] = b'-';
        }
        &self.0[at..]
    }

    /// Writes the digits at the end, and gives where they begin: at 1 or later, so that a sign fits before them.
    fn write(&mut self, mut n: u64, base: u32) -> usize {
        let mut at = self.0.len();
        let base = u64::from(base.clamp(2, 36));
        loop {
            // A division by a constant is much cheaper, and most numbers are written in base ten.
            let (quotient, digit) = if base == 10 { (n / 10, n % 10) } else { (n / base, n % base) };
            at -= 1;
            self.0[at] = b"0123456789abcdefghijklmnopqrstuvwxyz"[digit as usize];
            n = quotient;
            if n == 0 {
                return at;
            }
        }
    }
}

/// Appends `n` in a base from 2 to 36, with lower-case digits.
pub fn append_uint(out: &mut Vec<u8>, n: u64, base: u32) {
    out.extend_from_slice(Digits::default().uint(n, base));
}

/// Appends `n` in a base from 2 to 36, with lower-case digits.
pub fn append_int(out: &mut Vec<u8>, n: i64, base: u32) {
    out.extend_from_slice(Digits::default().int(n, base));
}

#[cfg(test)]
mod tests {
    use super::ParseError::*;
    use super::*;

    #[test]
    fn reads_integers() {
        assert_eq!(parse_int(b"-9223372036854775808", 10, 64), (i64::MIN, None));
        assert_eq!(parse_int(b"-9223372036854775809", 10, 64), (i64::MIN, Some(Range)));
        assert_eq!(parse_int(b"128", 10, 8), (127, Some(Range)));
        assert_eq!(parse_int(b"-128", 10, 8), (-128, None));
        assert_eq!(parse_int(b"-129", 10, 8), (-128, Some(Range)));
        assert_eq!(parse_int(b"0x_1F", 0, 0), (31, None));
        assert_eq!(parse_int(b"0_7", 0, 0), (7, None));
        assert_eq!(parse_int(b"08", 0, 0), (0, Some(Syntax)));
        assert_eq!(parse_int(b"1__2", 0, 0), (0, Some(Syntax)));
        assert_eq!(parse_int(b"1_2", 10, 0), (0, Some(Syntax)));
        assert_eq!(parse_int(b"", 37, 0), (0, Some(Syntax)));
        assert_eq!(parse_int(b"1", 37, 0), (0, Some(Base)));
        assert_eq!(parse_int(b"1", 10, 65), (0, Some(BitSize)));
        assert_eq!(parse_uint(b"99999999999999999999x", 10, 64), (u64::MAX, Some(Range)));
        assert_eq!(parse_uint(b"300", 10, 8), (255, Some(Range)));
        assert_eq!(parse_uint(b"zz", 36, 0), (1295, None));
    }

    #[test]
    fn writes_integers() {
        let text = |n, base| {
            let mut out = Vec::new();
            append_int(&mut out, n, base);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(text(i64::MIN, 10), "-9223372036854775808");
        assert_eq!(text(i64::MIN, 2), format!("-1{}", "0".repeat(63)));
        assert_eq!(
            (text(0, 10), text(0, 2), text(35, 36), text(-255, 16)),
            ("0".into(), "0".into(), "z".into(), "-ff".into())
        );
    }
}
