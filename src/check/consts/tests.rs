//! The expected values were printed by Go's own `go/constant`.

use super::*;
use crate::ast::{BinaryOp, LitKind, UnaryOp};

/// The literal's kind, told from its text.
fn literal(text: &str) -> Option<ConstValue> {
    let hex = text.starts_with("0x");
    let kind = match text.as_bytes()[0] {
        b'"' | b'`' => LitKind::String,
        b'\'' => LitKind::Rune,
        _ if text.ends_with('i') => LitKind::Imag,
        _ if text.contains(['.', 'p']) || (!hex && text.contains('e')) => LitKind::Float,
        _ => LitKind::Int,
    };
    ConstValue::from_literal(kind, text).ok()
}

fn shown(value: Option<ConstValue>) -> String {
    value.map_or("unknown".to_string(), |v| v.to_string())
}

#[test]
fn literals_print_as_go_prints_them() {
    const TABLE: &str = r##"
0 => 0
1 => 1
0x_ff => 255
0b101 => 5
0o17 => 15
017 => 15
1_000_000 => 1000000
18446744073709551616 => 18446744073709551616
1.0 => 1
1.5 => 1.5
0.1 => 0.1
3.14 => 3.14
1e100 => 1e+100
1e+6 => 1e+06
123456.7 => 123456.7
1234567.5 => 1.23457e+06
1e-5 => 1e-05
0.0001 => 0.0001
1e400 => 1e+400
1e-400 => 1e-400
1e5000 => 1e+5000
1.7976931348623159e308 => 1.79769e+308
4.9e-324 => 4.94066e-324
1e-324 => 1e-324
0x1p-2 => 0.25
0x1.8p1 => 3
0x1.921fb54442d18p+1 => 3.14159
2i => (0 + 2i)
0123i => (0 + 123i)
1.5i => (0 + 1.5i)
0x10i => (0 + 16i)
1e400i => (0 + 1e+400i)
'a' => 97
'\n' => 10
'\xff' => 255
'\u1234' => 4660
"abc" => "abc"
"a\nb\x00\xff\u00e9\u200b" => "a\nb\x00\xffé\u200b"
`raw` => "raw"
"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" => "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...
100000000.5 => 1.000000005e+08
0.30000000000000004 => 0.3
5e-2000 => 5e-2000
1e100000 => 1e+100000
3e-100000 => 3e-100000
1e10000000000 => unknown
1e-10000000000 => unknown
9999995e-1 => 999999.5
999999.5 => 999999.5
2.5 => 2.5
1e21 => 1e+21
123456789012345678901234567890.5 => 1.23457e+29
"##;
    for line in TABLE.trim().lines() {
        let (text, want) = line.split_once(" => ").unwrap();
        assert_eq!(shown(literal(text)), want, "{text}");
    }
}

#[test]
fn operators_compute_as_go_does() {
    const TABLE: &str = r##"
7 / 2 => 3.5
7 /= 2 => 3
9223372036854775807 + 1 => 9223372036854775808
1e5000 * 1e5000 => 1e+10000
1 / 3.0 => 0.333333
1.5 + 2i => (1.5 + 2i)
1.5i * 2i => (-3 + 0i)
1i / 3 => (0 + 0.333333i)
"a" + "b" => "ab"
12 &^ 10 => 4
18446744073709551616 ^ 1 => 18446744073709551617
1e4000 - 1.0 => 1e+4000
1e5000 / 1e4999 => 10
'a' + 1.0 => 98
0.1 + 0.2 => 0.3
18446744073709551616 % 1000 => 616
"##;
    for line in TABLE.trim().lines() {
        let (operation, want) = line.split_once(" => ").unwrap();
        let parts: Vec<&str> = operation.split(' ').collect();
        let op = match parts[1] {
            "+" => BinaryOp::Add,
            "-" => BinaryOp::Sub,
            "*" => BinaryOp::Mul,
            "/" => BinaryOp::Div,
            "/=" => BinaryOp::Div,
            "%" => BinaryOp::Rem,
            "^" => BinaryOp::Xor,
            "&^" => BinaryOp::AndNot,
            other => panic!("operator {other}"),
        };
        let (x, y) = (literal(parts[0]).unwrap(), literal(parts[2]).unwrap());
        assert_eq!(shown(x.binary(op, &y, parts[1] == "/=")), want, "{operation}");
    }
}

/// A finite float in C's `%a` notation.
fn hex(text: &str) -> f64 {
    let text = text.strip_prefix("0x").unwrap();
    let (mantissa, exponent) = text.split_once('p').unwrap();
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = u64::from_str_radix(&format!("{whole}{fraction}"), 16).unwrap();
    let exponent: i32 = exponent.parse::<i32>().unwrap() - 4 * fraction.len() as i32;
    // In two steps, since the power alone may underflow.
    digits as f64 * 2f64.powi(exponent / 2) * 2f64.powi(exponent - exponent / 2)
}

#[test]
fn rounding_to_machine_floats_is_exact() {
    const TABLE: &str = "
0.1 => 0x1.99999ap-04 0x1.999999999999ap-04
1e-400 => 0x0p+00 0x0p+00
1e400 => +Inf +Inf
16777217 => 0x1p+24 0x1.000001p+24
3.4028235677973366e+38 => 0x1.fffffep+127 0x1.ffffffp+127
3.4028235677973362e+38 => 0x1.fffffep+127 0x1.fffffefffffffp+127
1e-46 => 0x0p+00 0x1.244ce242c5561p-153
7e-46 => 0x0p+00 0x1.ff868bf4d956ap-151
2.2250738585072011e-308 => 0x0p+00 0x1.ffffffffffffep-1023
9007199254740993 => 0x1p+53 0x1p+53
1e23 => 0x1.52d02cp+76 0x1.52d02c7e14af6p+76
5e-324 => 0x0p+00 0x1p-1074
2e-324 => 0x0p+00 0x0p+00
3e-324 => 0x0p+00 0x1p-1074
";
    for line in TABLE.trim().lines() {
        let (text, want) = line.split_once(" => ").unwrap();
        let (want32, want64) = want.split_once(' ').unwrap();
        let value = literal(text).unwrap();
        let finite = |want: &str| (want != "+Inf").then(|| hex(want));
        assert_eq!(value.as_f32().map(f64::from), finite(want32), "float32({text})");
        assert_eq!(value.as_f64(), finite(want64), "float64({text})");
    }
}

#[test]
fn types_represent_what_fits_them() {
    let represent = |text: &str, repr| shown(literal(text).unwrap().represent(repr));
    assert_eq!(represent("255", Repr::Unsigned(8)), "255");
    assert_eq!(represent("256", Repr::Unsigned(8)), "unknown");
    assert_eq!(represent("127", Repr::Signed(8)), "127");
    assert_eq!(represent("128", Repr::Signed(8)), "unknown");
    assert_eq!(represent("18446744073709551615", Repr::Unsigned(64)), "18446744073709551615");
    assert_eq!(represent("18446744073709551616", Repr::Unsigned(64)), "unknown");
    assert_eq!(represent("9223372036854775808", Repr::Signed(64)), "unknown");
    assert_eq!(represent("2.0", Repr::Signed(32)), "2");
    assert_eq!(represent("2.5", Repr::Signed(32)), "unknown");
    assert_eq!(represent("0i", Repr::Signed(32)), "0");
    assert_eq!(represent("1e100", Repr::Float32), "unknown");
    assert_eq!(represent("16777217", Repr::Float32), "1.67772e+07");
    assert_eq!(represent("1", Repr::Complex128), "(1 + 0i)");
    assert_eq!(represent("1", Repr::Str), "unknown");
    assert_eq!(represent("\"a\"", Repr::Str), "\"a\"");
}

#[test]
fn the_smallest_integer_negates_and_divides() {
    let min = literal("9223372036854775808").unwrap().unary(UnaryOp::Neg, None).unwrap();
    assert_eq!(min.as_i64(), Some(i64::MIN));
    let minus_one = ConstValue::from(-1);
    // Go's constants that fit in words are divided as words.
    assert_eq!(shown(min.binary(BinaryOp::Div, &minus_one, true)), "-9223372036854775808");
    assert_eq!(shown(min.binary(BinaryOp::Rem, &minus_one, true)), "0");
    assert_eq!(shown(min.unary(UnaryOp::Neg, None)), "9223372036854775808");
    assert_eq!(shown(min.binary(BinaryOp::Div, &0.into(), true)), "unknown");
    assert_eq!(shown(min.binary(BinaryOp::Rem, &0.into(), true)), "unknown");
}

#[test]
fn complements_respect_unsigned_sizes() {
    let one = ConstValue::from(1);
    assert_eq!(shown(one.unary(UnaryOp::BitNot, None)), "-2");
    assert_eq!(shown(one.unary(UnaryOp::BitNot, Some(8))), "254");
    assert_eq!(shown(ConstValue::from(0).unary(UnaryOp::BitNot, Some(64))), "18446744073709551615");
}

#[test]
fn shifts_have_no_limit_but_the_callers() {
    let value = ConstValue::from(1).shift(true, 100).unwrap();
    assert_eq!(value.to_string(), "1267650600228229401496703205376");
    assert_eq!(shown(value.shift(false, 99)), "2");
    assert_eq!(shown(ConstValue::from(-1).shift(false, 1000)), "-1");
    assert_eq!(shown(ConstValue::from(-3).shift(false, 1)), "-2");
}

#[test]
fn comparisons_cross_kinds() {
    let compare = |a: &str, op, b: &str| literal(a).unwrap().compare(op, &literal(b).unwrap());
    assert_eq!(compare("1", BinaryOp::Eq, "1.0"), Some(true));
    assert_eq!(compare("1e5000", BinaryOp::Gt, "1"), Some(true));
    assert_eq!(compare("1e-5000", BinaryOp::Lt, "1e-4999"), Some(true));
    assert_eq!(compare("\"a\"", BinaryOp::Lt, "\"b\""), Some(true));
    assert_eq!(compare("1i", BinaryOp::Lt, "2i"), None);
    assert_eq!(compare("1i", BinaryOp::Ne, "2"), Some(true));
    assert_eq!(compare("18446744073709551616", BinaryOp::Gt, "9223372036854775807"), Some(true));
    assert_eq!(compare("\"a\"", BinaryOp::Eq, "1"), None);
}

#[test]
fn integers_become_strings() {
    let text = |code: i64| shown(ConstValue::from(code).int_to_string());
    assert_eq!(text(65), "\"A\"");
    assert_eq!(text(0x4e16), "\"世\"");
    assert_eq!(text(-1), "\"\u{fffd}\"");
    assert_eq!(text(0xd800), "\"\u{fffd}\"");
}

#[test]
fn broken_literals_have_no_value() {
    for text in ["0x", "08", "0b2", "1.0e", "0x1p"] {
        assert_eq!(literal(text), None, "{text}");
    }
    let long = "1".repeat(MAX_LITERAL_LEN + 1);
    assert_eq!(ConstValue::from_literal(LitKind::Int, &long), Err(LiteralError::TooLong));
}
