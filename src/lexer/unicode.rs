//! Characters as Go classifies and prints them.

use logos::Logos;

/// A tiny lexer used as a table of the two categories that identifiers are made of.
#[derive(Logos, PartialEq, Eq)]
enum Category {
    #[regex(r"\p{L}")]
    Letter,
    #[regex(r"\p{Nd}")]
    Digit,
}

fn category(c: char) -> Option<Category> {
    Category::lexer(c.encode_utf8(&mut [0; 4])).next()?.ok()
}

/// Whether Go counts `c` as a letter.
pub fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || (!c.is_ascii() && category(c) == Some(Category::Letter))
}

/// Whether Go counts `c` as a digit.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || (!c.is_ascii() && category(c) == Some(Category::Digit))
}

/// A character as `%#U` prints it: `U+0040 '@'`.
pub fn code_point(c: char) -> String {
    let number = u32::from(c);
    let hidden =
        c.is_control() || (c.is_whitespace() && c != ' ') || matches!(number, 0xe000..0xf900 | 0xfeff);
    if hidden { format!("U+{number:04X}") } else { format!("U+{number:04X} '{c}'") }
}

/// A character as `%q` prints it.
pub fn quoted(c: char) -> String {
    match c {
        '\n' => r"'\n'".into(),
        '\r' => r"'\r'".into(),
        '\t' => r"'\t'".into(),
        '\\' => r"'\\'".into(),
        '\'' => r"'\''".into(),
        '\0'..' ' | '\x7f' => format!("'\\x{:02x}'", u32::from(c)),
        _ => format!("'{c}'"),
    }
}
