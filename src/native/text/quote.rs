//! Go literals of strings and characters: writing them and reading them back.

use super::unicode::{is_graphic, is_print};
use super::utf8::{self, RUNE_ERROR, Rune};

/// What a quoted text may show as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// All that is printable (`%q`).
    Printable,
    /// Printable ASCII only (`%+q`).
    Ascii,
    /// All that is graphic, which adds spaces other than the ASCII one (`%#q` of characters, `QuoteToGraphic`).
    Graphic,
}

/// Appends `s` as a Go literal between two `delim`.
pub fn append_quoted(out: &mut Vec<u8>, s: &[u8], delim: u8, shown: Shown) {
    out.reserve(s.len() + 2);
    out.push(delim);
    for (at, r, width) in utf8::runes(s) {
        if r == RUNE_ERROR && width == 1 {
            append_hex(out, b"\\x", s[at].into(), 2);
        } else {
            append_escaped(out, r, delim, shown);
        }
    }
    out.push(delim);
}

/// Appends `r` as a Go character literal; U+FFFD if it is no code point.
pub fn append_quoted_rune(out: &mut Vec<u8>, r: Rune, shown: Shown) {
    out.push(b'\'');
    append_escaped(out, if utf8::valid_rune(r) { r } else { RUNE_ERROR }, b'\'', shown);
    out.push(b'\'');
}

fn append_escaped(out: &mut Vec<u8>, r: Rune, delim: u8, shown: Shown) {
    if r == Rune::from(delim) || r == Rune::from(b'\\') {
        return out.extend_from_slice(&[b'\\', r as u8]);
    }
    let visible = match shown {
        Shown::Ascii => r < 0x80 && is_print(r),
        Shown::Printable => is_print(r),
        Shown::Graphic => is_graphic(r),
    };
    if visible {
        return utf8::push(out, r);
    }
    let letter = match r {
        0x07 => b'a',
        0x08 => b'b',
        0x0C => b'f',
        0x0A => b'n',
        0x0D => b'r',
        0x09 => b't',
        0x0B => b'v',
        0..0x20 | 0x7F => return append_hex(out, b"\\x", r as u32, 2),
        _ if !utf8::valid_rune(r) => return append_hex(out, b"\\u", RUNE_ERROR as u32, 4),
        _ if r < 0x10000 => return append_hex(out, b"\\u", r as u32, 4),
        _ => return append_hex(out, b"\\U", r as u32, 8),
    };
    out.extend_from_slice(&[b'\\', letter]);
}

fn append_hex(out: &mut Vec<u8>, prefix: &[u8], value: u32, digits: u32) {
    out.extend_from_slice(prefix);
    out.extend((0..digits).rev().map(|i| b"0123456789abcdef"[(value >> (4 * i) & 15) as usize]));
}

/// Whether `s` can stand between backquotes on one line as it is.
pub fn can_backquote(s: &[u8]) -> bool {
    utf8::runes(s).all(|(_, r, width)| match r {
        0x09 => true,
        0..0x20 | 0x7F | 0x60 | 0xFEFF => false,
        RUNE_ERROR => width > 1,
        _ => true,
    })
}

/// Reads the Go literal that `s` begins with: what it stands for and its length in `s`; `None` if there is none.
/// A character literal may be empty of characters only by escapes, as in Go: it holds exactly one, or none.
pub fn unquote_prefix(s: &[u8]) -> Option<(Vec<u8>, usize)> {
    let (&quote, inner) = s.split_first()?;
    let mut out = Vec::new();
    match quote {
        b'`' => {
            let end = inner.iter().position(|&c| c == b'`')?;
            // Carriage returns are no part of a raw string's value.
            out.extend(inner[..end].iter().filter(|&&c| c != b'\r'));
            Some((out, end + 2))
        }
        b'"' | b'\'' => {
            let mut at = 1;
            while *s.get(at)? != quote {
                if s[at] == b'\n' {
                    return None;
                }
                let char = unquote_char(&s[at..], quote)?;
                if char.multibyte {
                    utf8::push(&mut out, char.value);
                } else {
                    out.push(char.value as u8);
                }
                at += char.width;
                if quote == b'\'' {
                    break;
                }
            }
            (*s.get(at)? == quote).then_some((out, at + 1))
        }
        _ => None,
    }
}

/// One character of a literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LiteralChar {
    /// The code point, or the byte of an `\x` or octal escape.
    pub value: Rune,
    /// Whether the value is a code point to be encoded, not a byte.
    pub multibyte: bool,
    /// Its length in the literal.
    pub width: usize,
}

/// Reads the character or escape that `s` begins with, in a literal of the given quote.
fn unquote_char(s: &[u8], quote: u8) -> Option<LiteralChar> {
    let byte = |value: u8, width| Some(LiteralChar { value: value.into(), multibyte: false, width });
    match *s.first()? {
        b'\\' => {}
        c if c < 0x80 => return byte(c, 1),
        _ => {
            let (value, width) = utf8::decode(s);
            return Some(LiteralChar { value, multibyte: true, width });
        }
    }
    let number = |from: usize, len: usize, base: u32| {
        let digits = s.get(from..from + len)?;
        digits.iter().try_fold(0u32, |n, &c| Some(n.wrapping_mul(base) | (c as char).to_digit(base)?))
    };
    match *s.get(1)? {
        b'a' => byte(0x07, 2),
        b'b' => byte(0x08, 2),
        b'f' => byte(0x0C, 2),
        b'n' => byte(b'\n', 2),
        b'r' => byte(b'\r', 2),
        b't' => byte(b'\t', 2),
        b'v' => byte(0x0B, 2),
        b'\\' => byte(b'\\', 2),
        c @ (b'\'' | b'"') => {
            if c == quote {
                byte(c, 2)
            } else {
                None
            }
        }
        b'x' => byte(number(2, 2, 16)? as u8, 4),
        b'0'..=b'7' => byte(u8::try_from(number(1, 3, 8)?).ok()?, 4),
        c @ (b'u' | b'U') => {
            let digits = if c == b'u' { 4 } else { 8 };
            let value = Rune::try_from(number(2, digits, 16)?).ok().filter(|&r| utf8::valid_rune(r))?;
            Some(LiteralChar { value, multibyte: true, width: digits + 2 })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(s: &[u8], shown: Shown) -> String {
        let mut out = Vec::new();
        append_quoted(&mut out, s, b'"', shown);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn quotes() {
        assert_eq!(quoted("a\"b\\'é世\n\x00\x7f".as_bytes(), Shown::Printable), r#""a\"b\\'é世\n\x00\x7f""#);
        assert_eq!(quoted("é世😀\u{a0}".as_bytes(), Shown::Ascii), r#""\u00e9\u4e16\U0001f600\u00a0""#);
        assert_eq!(quoted("\u{a0}\u{feff}\u{fffd}".as_bytes(), Shown::Graphic), "\"\u{a0}\\ufeff\u{fffd}\"");
        assert_eq!(quoted(b"\xff\xc3(", Shown::Printable), r#""\xff\xc3(""#);
        let mut out = Vec::new();
        append_quoted_rune(&mut out, '\'' as Rune, Shown::Printable);
        append_quoted_rune(&mut out, 0xD800, Shown::Ascii);
        append_quoted_rune(&mut out, '"' as Rune, Shown::Ascii);
        assert_eq!(out, br#"'\'''\ufffd''"'"#);
    }

    #[test]
    fn unquotes() {
        let read = |s: &str| unquote_prefix(s.as_bytes());
        assert_eq!(read(r#""a\tb\x41\101\u00e9" rest"#), Some(("a\tbAA\u{e9}".into(), 20)));
        assert_eq!(read("`a\r\\n`x"), Some((b"a\\n".to_vec(), 6)));
        assert_eq!(read("''"), Some((vec![], 2)));
        assert_eq!(read("'ab'"), None);
        assert_eq!(read(r"'\''"), Some((b"'".to_vec(), 4)));
        for bad in [
            "",
            "\"",
            "\"\n\"",
            r#""\'""#,
            r#""\400""#,
            r#""\ud800""#,
            r#""\U00110000""#,
            r#""\Uffffffff""#,
            r#""\x4""#,
            "abc",
        ] {
            assert_eq!(read(bad), None, "{bad}");
        }
        assert_eq!(unquote_prefix(b"\"\xff\""), Some(("\u{fffd}".into(), 3)));
        assert!(
            can_backquote("a\té".as_bytes())
                && !can_backquote(b"`")
                && !can_backquote(b"\xff")
                && !can_backquote(b"\n")
        );
    }
}
