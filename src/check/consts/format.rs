//! How messages show constants: as Go's compiler does.

use super::real::Real;
use super::value::{ConstValue, Int};
use std::f64::consts::LOG10_2;
use std::fmt;

/// Strings longer than this many characters, quotes included, are cut.
const MAX_STRING: usize = 72;

impl fmt::Display for ConstValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ConstValue::Bool(value) => write!(f, "{value}"),
            ConstValue::Str(bytes) => f.write_str(&shortened(quote(bytes))),
            ConstValue::Int(int) => write!(f, "{int}"),
            ConstValue::Float(real) => f.write_str(&real_text(real)),
            ConstValue::Complex(parts) => {
                write!(f, "({} + {}i)", real_text(&parts.0), real_text(&parts.1))
            }
        }
    }
}

impl fmt::Display for Int {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Int::Small(small) => write!(f, "{small}"),
            Int::Big(big) => write!(f, "{big}"),
        }
    }
}

/// Six significant digits, more only where a fraction would look like an integer.
fn real_text(real: &Real) -> String {
    if let Some(float) = real.to_f64()
        && (float == 0.0) == real.is_zero()
    {
        let text = general(&format!("{float:.5e}"), 6);
        if !real.is_int() && !text.contains('.') {
            return general(&format!("{float:e}"), 6);
        }
        return text;
    }
    // Beyond float64: mantissa and decimal exponent by logarithms, as the last digits do not matter here.
    let (mantissa, exponent) = real.mantissa_exponent();
    let decimal = exponent as f64 * LOG10_2;
    let mut power = decimal as i64;
    let mut leading = mantissa * power_of_ten(decimal - power as f64);
    if leading.abs() < 1.0 - 0.5e-6 {
        leading *= 10.0;
        power -= 1;
    } else if leading.abs() >= 10.0 {
        leading /= 10.0;
        power += 1;
    }
    format!("{}e{power:+}", general(&format!("{leading:.5e}"), 6))
}

/// Ten to a power between -1 and 1, by square roots: exact enough for six digits, and it needs no library of mathematics.
fn power_of_ten(power: f64) -> f64 {
    let (mut left, mut root, mut result) = (power.abs(), 10f64, 1f64);
    while left > 0.0 {
        root = root.sqrt();
        left *= 2.0;
        if left >= 1.0 {
            left -= 1.0;
            result *= root;
        }
    }
    if power < 0.0 { 1.0 / result } else { result }
}

/// Turns Rust's `d.ddde±n` into C's `%g`: no trailing zeros, an exponent of at least two digits below 1e-4 and
/// from `10^precision` on, plain notation between.
fn general(scientific: &str, precision: i32) -> String {
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let digits: String = mantissa.chars().filter(|c| *c != '.').collect();
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        trimmed => trimmed,
    };
    if exponent < -4 || exponent >= precision {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        let exponent_sign = if exponent < 0 { '-' } else { '+' };
        return format!("{sign}{first}{point}{rest}e{exponent_sign}{:02}", exponent.abs());
    }
    if exponent < 0 {
        let zeros = "0".repeat((-exponent - 1) as usize);
        return format!("{sign}0.{zeros}{digits}");
    }
    let whole = exponent as usize + 1;
    if digits.len() <= whole {
        return format!("{sign}{digits}{}", "0".repeat(whole - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// Cuts a quoted string as Go does: three dots in the place of its end.
fn shortened(quoted: String) -> String {
    if quoted.chars().count() <= MAX_STRING {
        return quoted;
    }
    let mut cut: String = quoted.chars().take(MAX_STRING - 3).collect();
    cut.push_str("...");
    cut
}

/// The bytes as a Go string literal in double quotes.
pub fn quote(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\x07' => out.push_str("\\a"),
                '\x08' => out.push_str("\\b"),
                '\x0c' => out.push_str("\\f"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\x0b' => out.push_str("\\v"),
                ' '..='~' => out.push(c),
                c if c < ' ' || c == '\x7f' => out.push_str(&format!("\\x{:02x}", c as u32)),
                c if is_printable(c) => out.push(c),
                c if (c as u32) < 0x10000 => out.push_str(&format!("\\u{:04x}", c as u32)),
                c => out.push_str(&format!("\\U{:08x}", c as u32)),
            }
        }
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02x}"));
        }
    }
    out.push('"');
    out
}

/// Whether a character beyond ASCII is shown as itself. Rust's escaping has the table; it also escapes combining
/// marks, which Go prints.
fn is_printable(c: char) -> bool {
    c.to_string().escape_debug().count() == 1 || format!("a{c}").escape_debug().count() == 2
}
