//! Reading formats.

/// A directive: `%[3]*.2[2]d`.
#[derive(Debug, PartialEq, Eq)]
pub struct Operation {
    /// All of it.
    pub text: String,
    /// Where it begins in the format, in bytes.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Its flags.
    pub flags: String,
    /// Its verb.
    pub verb: char,
    /// The indices, among the arguments of the call, of what gives width and precision.
    pub stars: Vec<usize>,
    /// The index of the argument that it prints; none for `%%`.
    pub arg: Option<usize>,
    /// Whether it names an argument by its number.
    pub indexed: bool,
}

/// The directives of a format whose arguments begin at an index of the call's. An error says what is wrong with the
/// format, to be read behind the function's name.
pub fn parse(format: &str, first: usize) -> Result<Vec<Operation>, String> {
    let mut operations = Vec::new();
    let (mut at, mut next) = (0, first);
    while let Some(found) = format[at..].find('%') {
        let mut reader = Reader {
            format,
            start: at + found,
            at: at + found + 1,
            first,
            next,
            pending: false,
            indexed: false,
        };
        operations.push(reader.operation()?);
        (at, next) = (reader.at, reader.next);
    }
    Ok(operations)
}

struct Reader<'f> {
    format: &'f str,
    start: usize,
    at: usize,
    first: usize,
    /// The index of the argument that is taken next.
    next: usize,
    /// An argument was named by its number, and not taken yet.
    pending: bool,
    indexed: bool,
}

impl Reader<'_> {
    fn operation(&mut self) -> Result<Operation, String> {
        let flags = self.skip(|c| "#0+- ".contains(c)).to_owned();
        let mut stars = Vec::new();
        self.index()?;
        self.number(&mut stars);
        if self.peek() == Some('.') {
            self.at += 1;
            self.index()?;
            self.number(&mut stars);
        }
        if !self.pending {
            self.index()?;
        }
        let Some(verb) = self.peek() else {
            return Err(format!("format {} is missing verb at end of string", &self.format[self.start..]));
        };
        self.at += verb.len_utf8();
        let arg = (verb != '%').then(|| self.take());
        Ok(Operation {
            text: self.format[self.start..self.at].to_owned(),
            start: self.start,
            end: self.at,
            flags,
            verb,
            stars,
            arg,
            indexed: self.indexed,
        })
    }

    fn peek(&self) -> Option<char> {
        self.format[self.at..].chars().next()
    }

    fn skip(&mut self, of: impl Fn(char) -> bool) -> &str {
        let rest = &self.format[self.at..];
        let taken = &rest[..rest.find(|c| !of(c)).unwrap_or(rest.len())];
        self.at += taken.len();
        taken
    }

    /// Takes the next argument.
    fn take(&mut self) -> usize {
        self.pending = false;
        self.next += 1;
        self.next - 1
    }

    /// `12` or `*`
    fn number(&mut self, stars: &mut Vec<usize>) {
        if self.peek() == Some('*') {
            self.at += 1;
            let star = self.take();
            stars.push(star);
        } else {
            self.skip(|c| c.is_ascii_digit());
        }
    }

    /// `[3]`
    fn index(&mut self) -> Result<(), String> {
        if self.peek() != Some('[') {
            return Ok(());
        }
        let open = self.at + 1;
        self.at = open;
        self.skip(|c| c.is_ascii_digit());
        let Some(close) = self.format[self.at..].find(']').map(|n| self.at + n) else {
            return Err(format!("format {} is missing closing ]", &self.format[self.start..]));
        };
        let text = &self.format[open..close];
        let bad = self.at != close;
        self.at = close + 1;
        match text.parse::<usize>() {
            Ok(number) if !bad && number > 0 && number <= i32::MAX as usize => {
                self.next = self.first + number - 1;
                (self.pending, self.indexed) = (true, true);
                Ok(())
            }
            Ok(_) | Err(_) => Err(format!("format has invalid argument index [{text}]")),
        }
    }
}

/// What looks like a directive in a text that is printed as it is. `%XX` with two hexadecimal digits is that of a URL.
pub fn directive_in(text: &str) -> Option<&str> {
    let mut at = 0;
    while let Some(found) = text[at..].find('%') {
        let start = at + found;
        at = start + 1;
        let Some(end) = directive_end(text, start) else { continue };
        let directive = &text[start..end];
        let bytes = directive.as_bytes();
        at = end;
        if bytes.len() >= 3 && bytes[1].is_ascii_hexdigit() && bytes[2].is_ascii_hexdigit() {
            continue;
        }
        return Some(directive);
    }
    None
}

/// The end of the directive that begins at `start`, if one does.
fn directive_end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let index = |at: usize| {
        let end = digits(at + 1);
        if bytes.get(at) == Some(&b'[') && end > at + 1 && bytes.get(end) == Some(&b']') {
            end + 1
        } else {
            at
        }
    };
    let number = |at: usize| {
        let end = digits(at);
        if end > at {
            return end;
        }
        let star = index(at);
        if bytes.get(star) == Some(&b'*') { star + 1 } else { at }
    };
    let mut at = start + 1;
    while bytes.get(at).is_some_and(|b| b"+-#".contains(b)) {
        at += 1;
    }
    at = number(at);
    if bytes.get(at) == Some(&b'.') {
        at += 1;
    }
    at = index(number(at));
    bytes.get(at).is_some_and(|b| b"bcdefgopqstvxEFGTUX".contains(b)).then_some(at + 1)
}

/// The offset, in the text of a string literal, of a byte of the string that it stands for.
pub fn literal_offset(literal: &str, byte: usize) -> Option<usize> {
    let inner = literal.get(1..literal.len().checked_sub(1)?)?;
    if literal.starts_with('`') {
        // Carriage returns are not part of the string.
        let mut count = 0;
        for (at, c) in inner.bytes().enumerate() {
            if count == byte && c != b'\r' {
                return Some(1 + at);
            }
            count += usize::from(c != b'\r');
        }
        return (count == byte).then_some(1 + inner.len());
    }
    let (mut at, mut count) = (0, 0);
    while at < inner.len() {
        if count >= byte {
            return Some(1 + at);
        }
        let (source, value) = escape(&inner[at..]);
        at += source;
        count += value;
    }
    (count >= byte).then_some(1 + inner.len())
}

/// The length of the first character of a string literal in the source, and in the string.
fn escape(rest: &str) -> (usize, usize) {
    let bytes = rest.as_bytes();
    if bytes[0] != b'\\' {
        let len = rest.chars().next().map_or(1, char::len_utf8);
        return (len, len);
    }
    let rune = |digits: usize| {
        let code = rest.get(2..2 + digits).and_then(|text| u32::from_str_radix(text, 16).ok());
        (2 + digits, code.and_then(char::from_u32).map_or(3, char::len_utf8))
    };
    match bytes.get(1) {
        Some(b'x') => (4, 1),
        Some(b'0'..=b'7') => (4, 1),
        Some(b'u') => rune(4),
        Some(b'U') => rune(8),
        Some(_) | None => (2, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_take_arguments_in_order_or_by_number() {
        let read = |format| {
            parse(format, 1)
                .map(|ops| ops.into_iter().map(|op| (op.text, op.stars, op.arg)).collect::<Vec<_>>())
        };
        assert_eq!(
            read("a %d%% %-5s"),
            Ok(vec![
                ("%d".into(), vec![], Some(1)),
                ("%%".into(), vec![], None),
                ("%-5s".into(), vec![], Some(2)),
            ])
        );
        assert_eq!(read("%[2]*.[1]*[3]f"), Ok(vec![("%[2]*.[1]*[3]f".into(), vec![2, 1], Some(3))]));
        assert_eq!(read("%*d"), Ok(vec![("%*d".into(), vec![1], Some(2))]));
        assert_eq!(read("%[0]d"), Err("format has invalid argument index [0]".into()));
        assert_eq!(read("50%"), Err("format % is missing verb at end of string".into()));
    }

    #[test]
    fn plain_texts_may_look_like_formats() {
        assert_eq!(directive_in("100% sure"), None);
        assert_eq!(directive_in("got %d of %s"), Some("%d"));
        assert_eq!(directive_in("a%2Fb"), None);
        assert_eq!(directive_in("%5.2f"), Some("%5.2f"));
    }

    #[test]
    fn bytes_are_found_in_literals() {
        assert_eq!(literal_offset(r#""a\t%d""#, 2), Some(4));
        assert_eq!(literal_offset(r#""\u00e9%d""#, 2), Some(7));
        assert_eq!(literal_offset("`x%d`", 1), Some(2));
        assert_eq!(literal_offset("\"%d\"", 2), Some(3));
    }
}
