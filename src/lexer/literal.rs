//! Literals and comments, scanned by hand for the sake of exact errors.
//!
//! Each function is a callback of logos: it stands behind the first characters, consumes the rest of the token
//! and pushes errors. Wording and positions are those of Go's compiler.

use logos::Lexer;

use super::token::Kind;
use super::unicode::quoted;

/// Characters ahead of the lexer, with error offsets.
struct Cursor<'s> {
    text: &'s str,
    /// Offset of `text` in the file.
    base: usize,
    /// Bytes consumed.
    at: usize,
}

impl<'s> Cursor<'s> {
    fn new(lex: &Lexer<'s, Kind>) -> Cursor<'s> {
        Cursor { text: lex.remainder(), base: lex.span().end, at: 0 }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn char(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn skip_char(&mut self) {
        self.at += self.char().map_or(0, char::len_utf8);
    }

    /// Offset in the file of the next character.
    fn offset(&self) -> usize {
        self.base + self.at
    }
}

fn error(lex: &mut Lexer<'_, Kind>, offset: usize, message: impl Into<String>) {
    lex.extras.error(offset, message);
}

/// `/* ... */`, from behind the first two characters.
pub fn block_comment(lex: &mut Lexer<'_, Kind>) {
    match lex.remainder().find("*/") {
        Some(at) => lex.bump(at + 2),
        None => {
            let start = lex.span().start;
            lex.bump(lex.remainder().len());
            lex.extras.unterminated(start, "comment not terminated");
        }
    }
}

/// A raw string, from behind the first quote.
pub fn raw_string(lex: &mut Lexer<'_, Kind>) {
    match lex.remainder().find('`') {
        Some(at) => lex.bump(at + 1),
        None => {
            let start = lex.span().start;
            lex.bump(lex.remainder().len());
            lex.extras.unterminated(start, "string not terminated");
        }
    }
}

/// An interpreted string, from behind the first quote.
pub fn string(lex: &mut Lexer<'_, Kind>) {
    let mut cursor = Cursor::new(lex);
    loop {
        match cursor.byte() {
            Some(b'"') => {
                cursor.at += 1;
                break;
            }
            Some(b'\\') => {
                cursor.at += 1;
                escape(lex, &mut cursor, '"');
            }
            Some(b'\n') => {
                lex.extras.unterminated(cursor.offset(), "newline in string");
                break;
            }
            Some(_) => {
                let rest = &cursor.text.as_bytes()[cursor.at..];
                let plain = rest.iter().position(|b| matches!(b, b'"' | b'\\' | b'\n'));
                cursor.at += plain.unwrap_or(rest.len());
            }
            None => {
                lex.extras.unterminated(lex.span().start, "string not terminated");
                break;
            }
        }
    }
    lex.bump(cursor.at);
}

/// A rune literal, from behind the first quote.
pub fn rune(lex: &mut Lexer<'_, Kind>) {
    let start = lex.span().start;
    let mut cursor = Cursor::new(lex);
    let mut ok = true;
    let mut count = 0;
    loop {
        match cursor.byte() {
            Some(b'\'') => {
                if ok && count == 0 {
                    error(lex, cursor.offset(), "empty rune literal or unescaped '");
                } else if ok && count > 1 {
                    error(lex, start, "more than one character in rune literal");
                }
                cursor.at += 1;
                break;
            }
            Some(b'\\') => {
                cursor.at += 1;
                ok &= escape(lex, &mut cursor, '\'');
            }
            Some(b'\n') => {
                if ok {
                    lex.extras.unterminated(cursor.offset(), "newline in rune literal");
                }
                break;
            }
            Some(_) => cursor.skip_char(),
            None => {
                if ok {
                    lex.extras.unterminated(start, "rune literal not terminated");
                }
                break;
            }
        }
        count += 1;
    }
    lex.bump(cursor.at);
}

/// An escape, from behind the backslash; gives whether it is a good one. Where the text ends the caller
/// complains.
fn escape(lex: &mut Lexer<'_, Kind>, cursor: &mut Cursor<'_>, quote: char) -> bool {
    let Some(c) = cursor.char() else { return true };
    let (digits, radix, name) = match c {
        'a' | 'b' | 'f' | 'n' | 'r' | 't' | 'v' | '\\' => {
            cursor.at += 1;
            return true;
        }
        _ if c == quote => {
            cursor.at += 1;
            return true;
        }
        '0'..='7' => (3, 8, "octal"),
        'x' => (2, 16, "hexadecimal"),
        'u' => (4, 16, "hexadecimal"),
        'U' => (8, 16, "hexadecimal"),
        _ => {
            error(lex, cursor.offset(), "unknown escape");
            return false;
        }
    };
    if radix == 16 {
        cursor.at += 1;
    }
    let mut value = 0u32;
    for _ in 0..digits {
        let Some(c) = cursor.char() else { return true };
        let Some(digit) = c.to_digit(radix) else {
            error(lex, cursor.offset(), format!("invalid character {} in {name} escape", quoted(c)));
            return false;
        };
        value = value.wrapping_mul(radix).wrapping_add(digit);
        cursor.at += 1;
    }
    if radix == 8 {
        if value > 255 {
            error(lex, cursor.offset(), format!("octal escape value {value} > 255"));
            return false;
        }
    } else if digits > 2 && char::from_u32(value).is_none() {
        error(lex, cursor.offset(), format!("escape is invalid Unicode code point U+{value:04X}"));
        return false;
    }
    true
}

fn radix_name(radix: u32) -> &'static str {
    match radix {
        2 => "binary",
        8 => "octal",
        10 => "decimal",
        _ => "hexadecimal",
    }
}

/// What a run of digits and separators held.
#[derive(Default)]
struct Digits {
    digit: bool,
    separator: bool,
    /// Offset in the file of the first digit that is too great.
    invalid: Option<usize>,
}

impl Digits {
    /// Consumes digits. In a radix up to ten all decimal digits are consumed, so that the error can name the
    /// bad one.
    fn scan(&mut self, cursor: &mut Cursor<'_>, radix: u32) {
        let limit = radix.max(10);
        while let Some(byte) = cursor.byte() {
            if byte == b'_' {
                self.separator = true;
            } else if let Some(digit) = char::from(byte).to_digit(limit) {
                self.digit = true;
                if digit >= radix && self.invalid.is_none() {
                    self.invalid = Some(cursor.offset());
                }
            } else {
                break;
            }
            cursor.at += 1;
        }
    }
}

/// A number, from behind its first digit; tells the kind through [`State::number`](super::scan::State).
pub fn number(lex: &mut Lexer<'_, Kind>) {
    let start = lex.span().start;
    let first = lex.slice();
    let mut cursor = Cursor::new(lex);
    let mut kind = Kind::Int;
    let mut problem: Option<(usize, String)> = None;
    let mut digits = Digits::default();
    // One of 0 (decimal), '0' (octal by a leading zero), 'x', 'o', 'b'.
    let (mut radix, mut prefix) = (10, 0);
    let mut point = first.starts_with('.');
    if point {
        digits.digit = true;
        cursor.at = 0;
    } else {
        if first == "0" {
            (radix, prefix) = match cursor.byte().map(|b| b.to_ascii_lowercase()) {
                Some(b'x') => (16, b'x'),
                Some(b'o') => (8, b'o'),
                Some(b'b') => (2, b'b'),
                _ => (8, b'0'),
            };
            if prefix == b'0' {
                digits.digit = true;
            } else {
                cursor.at += 1;
            }
        } else {
            digits.digit = true;
        }
        digits.scan(&mut cursor, radix);
        if cursor.byte() == Some(b'.') {
            if matches!(prefix, b'o' | b'b') {
                problem =
                    Some((cursor.offset(), format!("invalid radix point in {} literal", radix_name(radix))));
            }
            cursor.at += 1;
            point = true;
        }
    }
    if point {
        kind = Kind::Float;
        digits.scan(&mut cursor, radix);
    }
    if !digits.digit && problem.is_none() {
        problem = Some((cursor.offset(), format!("{} literal has no digits", radix_name(radix))));
    }
    let e = cursor.byte().unwrap_or(0);
    if matches!(e.to_ascii_lowercase(), b'e' | b'p') {
        let hex = e.eq_ignore_ascii_case(&b'p');
        let wanted = match (hex, prefix) {
            (false, b'x' | b'o' | b'b') => Some("decimal"),
            (true, prefix) if prefix != b'x' => Some("hexadecimal"),
            _ => None,
        };
        if let (Some(wanted), None) = (wanted, &problem) {
            let message = format!("{} exponent requires {wanted} mantissa", quoted(char::from(e)));
            problem = Some((cursor.offset(), message));
        }
        cursor.at += 1;
        kind = Kind::Float;
        if matches!(cursor.byte(), Some(b'+' | b'-')) {
            cursor.at += 1;
        }
        let mut exponent = Digits::default();
        exponent.scan(&mut cursor, 10);
        digits.separator |= exponent.separator;
        if !exponent.digit && problem.is_none() {
            problem = Some((cursor.offset(), "exponent has no digits".into()));
        }
    } else if prefix == b'x' && kind == Kind::Float && problem.is_none() {
        problem = Some((cursor.offset(), "hexadecimal mantissa requires a 'p' exponent".into()));
    }
    if cursor.byte() == Some(b'i') {
        kind = Kind::Imag;
        cursor.at += 1;
    }
    lex.bump(cursor.at);
    if let (Kind::Int, Some(offset), None) = (kind, digits.invalid, &problem) {
        let digit = lex.slice().as_bytes()[offset - start];
        problem =
            Some((offset, format!("invalid digit '{}' in {} literal", char::from(digit), radix_name(radix))));
    }
    if digits.separator
        && problem.is_none()
        && let Some(at) = misplaced_separator(lex.slice())
    {
        problem = Some((start + at, "'_' must separate successive digits".into()));
    }
    lex.extras.number = kind;
    if let Some((offset, message)) = problem {
        error(lex, offset, message);
    }
}

/// Offset of the first `_` that does not stand between digits; a radix prefix counts as a digit.
fn misplaced_separator(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (hex, from) = match bytes {
        [b'0', b'x' | b'X', ..] => (true, 2),
        [b'0', b'o' | b'O' | b'b' | b'B', ..] => (false, 2),
        _ => (false, 0),
    };
    let is_digit = |b: u8| b.is_ascii_digit() || (hex && b.is_ascii_hexdigit());
    let mut before_digit = from == 2;
    for (i, &b) in bytes.iter().enumerate().skip(from) {
        if b == b'_' {
            // Of two separators in a row, the second is the wrong one.
            let good = bytes.get(i + 1).is_some_and(|&next| is_digit(next) || next == b'_');
            if !before_digit || !good {
                return Some(i);
            }
            before_digit = false;
        } else {
            before_digit = is_digit(b);
        }
    }
    None
}
