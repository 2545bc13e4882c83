//! From the text of a literal to its value.

use super::real::Real;
use super::value::ConstValue;
use crate::ast::{LitKind, rune_value, string_value};
use num_bigint::BigInt;
use num_traits::Zero;

/// Literals longer than this are refused before they are read, as in Go ("excessively long constant").
pub const MAX_LITERAL_LEN: usize = 10_000;

/// Why a literal has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiteralError {
    /// More than [`MAX_LITERAL_LEN`] characters of a number.
    TooLong,
    /// Not a number (the lexer has reported it), or one too large even for an untyped constant.
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
            LitKind::Int => match small_decimal(text) {
                Some(value) => Some(value.into()),
                None => int(text).map(ConstValue::from),
            },
            LitKind::Float => float(text).map(ConstValue::from),
            LitKind::Imag => {
                text.strip_suffix('i').and_then(imaginary).map(|im| ConstValue::from_parts(Real::zero(), im))
            }
            LitKind::Rune => Some(i64::from(rune_value(text)).into()),
            LitKind::String => Some(ConstValue::from_bytes(&string_value(text))),
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

/// The value of most literals: some decimal digits, without a leading zero.
fn small_decimal(text: &str) -> Option<i64> {
    const DIGITS: usize = 18;
    let octal = text.len() > 1 && text.starts_with('0');
    if text.is_empty() || text.len() > DIGITS || octal || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(text.bytes().fold(0, |value, digit| value * 10 + i64::from(digit - b'0')))
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
