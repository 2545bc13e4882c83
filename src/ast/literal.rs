//! What literals mean. The lexer has checked their form and says so in its errors; here wrong ones give
//! something harmless.

/// The bytes of a string literal with its quotes, raw or interpreted. A Go string need not be UTF-8: `"\xff"`.
pub fn string_value(raw: &str) -> Vec<u8> {
    if let Some(body) = raw.strip_prefix('`') {
        // Carriage returns are not part of a raw string.
        return body.strip_suffix('`').unwrap_or(body).bytes().filter(|&b| b != b'\r').collect();
    }
    let body = raw.strip_prefix('"').unwrap_or(raw);
    let mut rest = body.strip_suffix('"').unwrap_or(body);
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        let (unit, len) = escape(&rest[at..]);
        match unit {
            Unit::Byte(byte) => bytes.push(byte),
            Unit::Char(c) => bytes.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
        rest = &rest[at + len..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// The code point of a rune literal with its quotes.
pub fn rune_value(raw: &str) -> u32 {
    let body = raw.strip_prefix('\'').unwrap_or(raw);
    if body.starts_with('\\') {
        match escape(body).0 {
            Unit::Byte(byte) => byte.into(),
            Unit::Char(c) => c.into(),
        }
    } else {
        body.chars().next().map_or(0, u32::from)
    }
}

/// What an escape stands for.
enum Unit {
    Byte(u8),
    Char(char),
}

/// The escape at the start of `text`, and its length in bytes.
fn escape(text: &str) -> (Unit, usize) {
    let number = |from: usize, digits: usize, radix: u32| {
        let end = from + digits;
        (
            text.get(from..end).and_then(|d| u32::from_str_radix(d, radix).ok()).unwrap_or(0),
            end.min(text.len()),
        )
    };
    let simple = |byte: u8| (Unit::Byte(byte), 2);
    match text.as_bytes().get(1) {
        Some(b'a') => simple(7),
        Some(b'b') => simple(8),
        Some(b'f') => simple(12),
        Some(b'n') => simple(b'\n'),
        Some(b'r') => simple(b'\r'),
        Some(b't') => simple(b'\t'),
        Some(b'v') => simple(11),
        Some(&c @ (b'\\' | b'\'' | b'"')) => simple(c),
        Some(b'0'..=b'7') => {
            let (n, len) = number(1, 3, 8);
            (Unit::Byte(n as u8), len)
        }
        Some(b'x') => {
            let (n, len) = number(2, 2, 16);
            (Unit::Byte(n as u8), len)
        }
        Some(&c @ (b'u' | b'U')) => {
            let (n, len) = number(2, if c == b'u' { 4 } else { 8 }, 16);
            (Unit::Char(char::from_u32(n).unwrap_or(char::REPLACEMENT_CHARACTER)), len)
        }
        _ => (Unit::Byte(b'\\'), 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings() {
        assert_eq!(string_value(r#""a\n\x41\101é\u00e9\xff""#), b"a\nAA\xc3\xa9\xc3\xa9\xff");
        assert_eq!(string_value("`a\r\nb\\n`"), b"a\nb\\n");
        assert_eq!(string_value(r#""\"""#), b"\"");
    }

    #[test]
    fn runes() {
        assert_eq!(rune_value("'a'"), 97);
        assert_eq!(rune_value(r"'\''"), 39);
        assert_eq!(rune_value(r"'\U0010ffff'"), 0x10ffff);
        assert_eq!(rune_value(r"'\377'"), 255);
        assert_eq!(rune_value("'世'"), 0x4e16);
    }
}
