//! What the go command says about the head of a file: its package clause and its imports.
//!
//! Before anything is compiled, the go command reads the heads of all files to find the packages that are needed, with a
//! parser that has words of its own. A file whose head is wrong goes no further, so only the first error there is told.
//! Like it, this works in two steps: [`Scan`] finds out where the head ends, or that it is wrong; then [`Reader`] looks
//! for the error in the head, or in the whole file.

use crate::diag::{Code, Diagnostic};
use crate::lexer::{is_digit, is_letter};
use crate::source::{File, Span, wrong_build_line};

/// The error in the head of a file, if there is one.
pub(super) fn error(file: &File) -> Option<Diagnostic> {
    let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
    let skipped = file.text.len() - text.len();
    let end = Scan { bytes: text.as_bytes(), at: 0 }.head().unwrap_or(text.len());
    let mut reader = Reader { text: &text[..end], at: 0, newline: false, errors: Vec::new() };
    reader.file();
    let (at, message) = reader.errors.into_iter().min()?;
    let lo = file.base + (skipped + at) as u32;
    let hi = (lo + 1).min(file.span().hi);
    Some(Diagnostic::error(Code::Head, Span { lo, hi: hi.max(lo) }, message))
}

/// What the go command does not understand in a line `//go:build`.
pub(super) fn build_line(file: &File) -> Option<Diagnostic> {
    let (at, message) = wrong_build_line(&file.text)?;
    Some(Diagnostic::error(Code::BuildLine, Span::at(file.base + at as u32), message))
}

/// Finds the end of the head, by its letters alone.
struct Scan<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Scan<'_> {
    /// Where what follows the imports begins; none if the head is wrong.
    fn head(&mut self) -> Option<usize> {
        self.keyword(b"package")?;
        self.name()?;
        while self.peek()? == Some(b'i') {
            self.keyword(b"import")?;
            if self.peek()? != Some(b'(') {
                self.import()?;
                continue;
            }
            self.at += 1;
            loop {
                match self.peek()? {
                    Some(b')') => break,
                    Some(_) => self.import()?,
                    None => return None,
                }
            }
            self.at += 1;
        }
        Some(self.at)
    }

    /// The next byte that is no space and in no comment; nothing at all if a comment is wrong.
    fn peek(&mut self) -> Option<Option<u8>> {
        loop {
            let rest = &self.bytes[self.at..];
            match rest {
                [b' ' | b'\x0c' | b'\t' | b'\r' | b'\n' | b';', ..] => self.at += 1,
                [b'/', b'/', ..] => {
                    self.at += rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
                }
                [b'/', b'*', inside @ ..] => self.at += inside.windows(2).position(|two| two == b"*/")? + 4,
                [b'/', ..] => return None,
                [byte, ..] => return Some(Some(*byte)),
                [] => return Some(None),
            }
        }
    }

    fn in_name(byte: Option<&u8>) -> bool {
        byte.is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'_' || b >= 0x80)
    }

    fn keyword(&mut self, word: &[u8]) -> Option<()> {
        self.peek()?;
        let found = self.bytes[self.at..].starts_with(word);
        let ends = !Scan::in_name(self.bytes.get(self.at + word.len()));
        self.at += word.len();
        (found && ends).then_some(())
    }

    fn name(&mut self) -> Option<()> {
        self.peek()?;
        let first = self.at;
        while Scan::in_name(self.bytes.get(self.at)) {
            self.at += 1;
        }
        (self.at > first).then_some(())
    }

    fn import(&mut self) -> Option<()> {
        match self.peek()? {
            Some(b'.') => self.at += 1,
            Some(byte) if Scan::in_name(Some(&byte)) => self.name()?,
            _ => {}
        }
        let quote = self.peek()?.filter(|quote| matches!(quote, b'"' | b'`'))?;
        self.at += 1;
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                _ if byte == quote => return Some(()),
                b'\\' if quote == b'"' => self.at += 1,
                b'\n' if quote == b'"' => return None,
                _ => {}
            }
        }
    }
}

/// A token of the head, as the message shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Token<'t> {
    Name(&'t str),
    Text(&'t str),
    /// A number or rune.
    Literal(&'t str),
    /// A keyword or operator.
    Other(&'t str),
    Newline,
    End,
}

/// Reads the head for the sake of its error.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    /// Whether a line end would be a semicolon.
    newline: bool,
    errors: Vec<(usize, String)>,
}

/// The keywords of the language.
const KEYWORDS: [&str; 25] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// The operators of more than one letter, longer ones first.
const OPERATORS: [&str; 27] = [
    "<<=", ">>=", "&^=", "...", "&&", "||", "<-", "++", "--", "==", "!=", "<=", ">=", ":=", "+=", "-=", "*=",
    "/=", "%=", "&=", "|=", "^=", "<<", ">>", "&^", "->", "//",
];

impl<'t> Reader<'t> {
    fn file(&mut self) {
        let (at, token) = self.next();
        if token != Token::Other("package") {
            return self.expected(at, "'package'", token);
        }
        let (at, token) = self.next();
        if !matches!(token, Token::Name(_)) {
            return self.expected(at, "'IDENT'", token);
        }
        let mut next = self.next();
        if !self.ends(next) {
            return;
        }
        if matches!(next.1, Token::Newline | Token::Other(";")) {
            next = self.next();
        }
        while next.1 == Token::Other("import") && self.errors.is_empty() {
            next = self.next();
            if next.1 != Token::Other("(") {
                next = self.import(next);
                continue;
            }
            next = self.next();
            while !matches!(next.1, Token::Other(")") | Token::End) && self.errors.is_empty() {
                next = self.import(next);
            }
            if next.1 != Token::Other(")") && self.errors.is_empty() {
                self.expected(next.0, "')'", next.1);
            }
            next = self.next();
            if self.errors.is_empty()
                && self.ends(next)
                && matches!(next.1, Token::Newline | Token::Other(";"))
            {
                next = self.next();
            }
        }
    }

    /// One import, from its first token on. Gives the token behind it.
    fn import(&mut self, first: (usize, Token<'t>)) -> (usize, Token<'t>) {
        let mut next = first;
        if matches!(next.1, Token::Name(_) | Token::Other(".")) {
            next = self.next();
        }
        match next.1 {
            Token::Text(_) => {}
            Token::Name(_) | Token::Literal(_) => {
                self.refuse(next.0, "import path must be a string".into());
            }
            Token::Other(_) | Token::Newline | Token::End => {
                self.refuse(next.0, "missing import path".into());
                return next;
            }
        }
        next = self.next();
        if self.ends(next) && matches!(next.1, Token::Newline | Token::Other(";")) {
            next = self.next();
        }
        next
    }

    /// Whether a declaration may end before a token.
    fn ends(&mut self, (at, token): (usize, Token<'t>)) -> bool {
        match token {
            Token::Newline | Token::End | Token::Other(";" | ")" | "}") => true,
            _ => {
                self.expected(at, "';'", token);
                false
            }
        }
    }

    fn expected(&mut self, at: usize, what: &str, token: Token<'_>) {
        let found = match token {
            Token::Name(text) | Token::Text(text) | Token::Literal(text) => text.to_string(),
            Token::Other(text) => format!("'{text}'"),
            Token::Newline => "newline".into(),
            Token::End => "'EOF'".into(),
        };
        self.refuse(at, format!("expected {what}, found {found}"));
    }

    /// Reports what is wrong with the order of the tokens, unless something has been said about the line.
    fn refuse(&mut self, at: usize, message: String) {
        let line = |at: usize| self.text[..at].matches('\n').count();
        if self.errors.last().is_none_or(|&(last, _)| line(last) != line(at)) {
            self.errors.push((at, message));
        }
    }

    fn next(&mut self) -> (usize, Token<'t>) {
        let was_newline = std::mem::replace(&mut self.newline, false);
        loop {
            let rest = &self.text[self.at..];
            let at = self.at;
            let Some(first) = rest.chars().next() else {
                return if was_newline { (at, Token::Newline) } else { (at, Token::End) };
            };
            match first {
                '\n' if was_newline => {
                    self.at += 1;
                    return (at, Token::Newline);
                }
                ' ' | '\t' | '\r' | '\n' => self.at += 1,
                _ if rest.starts_with("//") => self.at += rest.find('\n').unwrap_or(rest.len()),
                _ if rest.starts_with("/*") => match rest[2..].find("*/") {
                    Some(end) => {
                        self.at += end + 4;
                        if was_newline && rest[..end + 4].contains('\n') {
                            return (at, Token::Newline);
                        }
                    }
                    None => {
                        self.errors.push((at, "comment not terminated".into()));
                        self.at = self.text.len();
                    }
                },
                _ => {
                    let token = self.token(first, rest);
                    self.newline = matches!(
                        token,
                        Token::Name(_) | Token::Text(_) | Token::Literal(_) | Token::Other(")" | "]" | "}")
                    );
                    return (at, token);
                }
            }
        }
    }

    fn token(&mut self, first: char, rest: &'t str) -> Token<'t> {
        let start = self.at;
        let in_word = |c: char| is_letter(c) || is_digit(c) || c == '_';
        match first {
            '"' | '`' | '\'' => self.quoted(first, rest),
            _ if first.is_ascii_digit() => {
                let len = rest.find(|c| !in_word(c) && c != '.').unwrap_or(rest.len());
                self.at += len;
                Token::Literal(&rest[..len])
            }
            _ if in_word(first) => {
                let len = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
                self.at += len;
                let word = &rest[..len];
                if KEYWORDS.contains(&word) { Token::Other(word) } else { Token::Name(word) }
            }
            '#' | '$' | '?' | '@' | '\\' | '~' if first != '~' => self.illegal(start, first, rest),
            _ if first.is_ascii_punctuation() => {
                let len = OPERATORS.iter().find(|op| rest.starts_with(**op)).map_or(1, |op| op.len());
                self.at += len;
                Token::Other(&rest[..len])
            }
            _ => self.illegal(start, first, rest),
        }
    }

    fn illegal(&mut self, start: usize, first: char, rest: &'t str) -> Token<'t> {
        let shown = if first.is_control() { String::new() } else { format!(" '{first}'") };
        let message = match first {
            '“' | '”' => format!("curly quotation mark '{first}' (use neutral '\"')"),
            _ => format!("illegal character U+{:04X}{shown}", u32::from(first)),
        };
        self.errors.push((start, message));
        self.at += first.len_utf8();
        Token::Literal(&rest[..first.len_utf8()])
    }

    fn quoted(&mut self, quote: char, rest: &'t str) -> Token<'t> {
        let start = self.at;
        let mut escaped = false;
        let mut ends = None;
        for (i, c) in rest.char_indices().skip(1) {
            if c == '\n' && quote != '`' {
                break;
            }
            if c == quote && !escaped {
                ends = Some(i + 1);
                break;
            }
            escaped = quote != '`' && c == '\\' && !escaped;
        }
        let line = if quote == '`' { rest.len() } else { rest.find('\n').unwrap_or(rest.len()) };
        let len = ends.unwrap_or(line);
        self.at += len;
        let text = &rest[..len];
        match (quote, ends) {
            ('"', None) => self.errors.push((start, "string literal not terminated".into())),
            ('`', None) => self.errors.push((start, "raw string literal not terminated".into())),
            ('\'', None) => self.errors.push((start, "rune literal not terminated".into())),
            ('\'', Some(_)) if !text.contains('\\') && text.chars().count() != 3 => {
                self.errors.push((start, "illegal rune literal".into()));
            }
            _ => {}
        }
        if quote == '\'' { Token::Literal(text) } else { Token::Text(text) }
    }
}
