//! From the text of a literal to its value.

use super::real::Real;
use super::value::ConstValue;
use num_bigint::BigInt;
use num_traits::Zero;

/// Literals longer than this are refused before they are read, as in Go ("excessively long constant").
pub const MAX_LITERAL_LEN: usize = 10_000;

/// The kind of a literal, as the lexer has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LitKind {
    /// `42`, `0x2A`, `0b1_0`, `0o17`, `017`
    Int,
    /// `1.5`, `1e9`, `0x1p-2`
    Float,
    /// `2i`, `1.5i`, `0x10i`
    Imag,
    /// `'x'`, `'\n'`
    Rune,
    /// `"text"`, `` `raw` ``
    Str,
}

/// Why a literal has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiteralError {
    /// More than [`MAX_LITERAL_LEN`] characters of a number.
    TooLong,
    /// Not a literal of that kind (the lexer has reported it), or a number too large even for an untyped constant.
    Malformed,
}

impl ConstValue {
    /// The value of a literal.
    pub fn from_literal(kind: LitKind, text: &str) -> Result<ConstValue, LiteralError> {
        let number = matches!(kind, LitKind::Int | LitKind::Float | LitKind::Imag);
        if number && text.len() > MAX_LITERAL_LEN {
            return Err(LiteralError::TooLong);
        }
        match kind {
            LitKind::Int => int(text).map(ConstValue::from),
            LitKind::Float => float(text).map(ConstValue::from),
            LitKind::Imag => {
                text.strip_suffix('i').and_then(imaginary).map(|im| ConstValue::from_parts(Real::zero(), im))
            }
            LitKind::Rune => rune_literal(text).map(|rune| i64::from(rune).into()),
            LitKind::Str => string_literal(text).map(|bytes| ConstValue::from_bytes(&bytes)),
        }
        .ok_or(LiteralError::Malformed)
    }
}

/// Splits off the base prefix: the base and the digits, underscores removed.
fn based(text: &str) -> (u32, String) {
    let bytes = text.as_bytes();
    let (base, rest) = match (bytes.first(), bytes.get(1).map(u8::to_ascii_lowercase)) {
        (Some(b'0'), Some(b'x')) => (16, &text[2..]),
        (Some(b'0'), Some(b'b')) => (2, &text[2..]),
        (Some(b'0'), Some(b'o')) => (8, &text[2..]),
        (Some(b'0'), Some(_)) => (8, &text[1..]),
        _ => (10, text),
    };
    (base, rest.replace('_', ""))
}

fn int(text: &str) -> Option<BigInt> {
    let (base, digits) = based(text);
    parse_int(&digits, base)
}

fn parse_int(digits: &str, base: u32) -> Option<BigInt> {
    // Signs are no part of a literal, though the library would take them.
    if digits.is_empty() || !digits.bytes().all(|b| (b as char).is_digit(base)) {
        return None;
    }
    BigInt::parse_bytes(digits.as_bytes(), base)
}

/// An integer or float literal before the `i`. Decimal digits with a leading zero are decimal there, not octal.
fn imaginary(text: &str) -> Option<Real> {
    let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if plain {
        return Real::from_int(parse_int(&text.replace('_', ""), 10)?);
    }
    match based(text).0 {
        2 | 8 if !text.contains(['.', 'e', 'E']) => Real::from_int(int(text)?),
        16 if !text.contains(['.', 'p', 'P']) => Real::from_int(int(text)?),
        _ => float(text),
    }
}

fn float(text: &str) -> Option<Real> {
    let hex = text.starts_with("0x") || text.starts_with("0X");
    let body = if hex { &text[2..] } else { text }.replace('_', "");
    let marker = if hex { ['p', 'P'] } else { ['e', 'E'] };
    let (mantissa, exponent) = match body.split_once(marker) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (body.as_str(), 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = parse_int(&format!("{whole}{fraction}"), if hex { 16 } else { 10 })?;
    if digits.is_zero() {
        return Some(Real::zero());
    }
    let places = fraction.len() as i64;
    if hex {
        Real::from_binary(digits, exponent.saturating_sub(4 * places))
    } else {
        Real::from_decimal(digits, exponent.saturating_sub(places))
    }
}

/// A decimal exponent, cut to a range that is beyond every float.
fn parse_exponent(text: &str) -> Option<i64> {
    const BEYOND: i64 = 1 << 40;
    let (negative, digits) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0i64;
    for digit in digits.chars() {
        value = (value * 10 + i64::from(digit.to_digit(10)?)).min(BEYOND);
    }
    Some(if negative { -value } else { value })
}

/// The code point of a rune literal with its quotes. (`'\xff'` is 255, so it need not be a `char`.)
pub fn rune_literal(text: &str) -> Option<u32> {
    let body = text.strip_prefix('\'')?.strip_suffix('\'')?;
    let mut rest = body;
    let code = match next(&mut rest, '\'')? {
        Unit::Byte(byte) => u32::from(byte),
        Unit::Char(c) => c as u32,
    };
    rest.is_empty().then_some(code)
}

/// The bytes of a string literal with its quotes; a raw string loses its carriage returns.
pub fn string_literal(text: &str) -> Option<Vec<u8>> {
    if let Some(raw) = text.strip_prefix('`') {
        return Some(raw.strip_suffix('`')?.bytes().filter(|b| *b != b'\r').collect());
    }
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut bytes = Vec::with_capacity(rest.len());
    while !rest.is_empty() {
        match next(&mut rest, '"')? {
            Unit::Byte(byte) => bytes.push(byte),
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Some(bytes)
}

/// One element of a quoted literal: `\x41` and `\101` are bytes, everything else characters.
enum Unit {
    Byte(u8),
    Char(char),
}

fn next(rest: &mut &str, quote: char) -> Option<Unit> {
    let mut chars = rest.chars();
    let first = chars.next()?;
    if first != '\\' {
        *rest = chars.as_str();
        return (first != quote && first != '\n').then_some(Unit::Char(first));
    }
    let escape = chars.next()?;
    let simple = match escape {
        'a' => Some('\x07'),
        'b' => Some('\x08'),
        'f' => Some('\x0c'),
        'n' => Some('\n'),
        'r' => Some('\r'),
        't' => Some('\t'),
        'v' => Some('\x0b'),
        '\\' => Some('\\'),
        c if c == quote => Some(c),
        _ => None,
    };
    if let Some(c) = simple {
        *rest = chars.as_str();
        return Some(Unit::Char(c));
    }
    let (start, length, base) = match escape {
        'x' => (2, 2, 16),
        'u' => (2, 4, 16),
        'U' => (2, 8, 16),
        '0'..='7' => (1, 3, 8),
        _ => return None,
    };
    let digits = rest.get(start..start + length)?;
    if !digits.bytes().all(|b| (b as char).is_digit(base)) {
        return None;
    }
    let code = u32::from_str_radix(digits, base).ok()?;
    *rest = &rest[start + length..];
    match escape {
        'u' | 'U' => char::from_u32(code).map(Unit::Char),
        _ => u8::try_from(code).ok().map(Unit::Byte),
    }
}
