//! Compares the cores with what Go's standard library gave for the same arguments (`vectors.txt`, written by
//! `scripts/gen-text-vectors`). `TEXT_VECTORS` may name a larger file.

use super::parse_float::parse_float;
use super::quote::{Shown, append_quoted, append_quoted_rune, can_backquote, unquote_prefix};
use super::unicode::{self, Case};
use super::{change, float, int, search, split, utf8};

/// The fields of a line, taken one by one.
struct Line<'a>(std::str::Split<'a, char>);

impl Line<'_> {
    fn next(&mut self) -> &str {
        self.0.next().expect("a field")
    }

    fn bytes(&mut self) -> Vec<u8> {
        unhex(self.next())
    }

    fn list(&mut self) -> Option<Vec<Vec<u8>>> {
        match self.next() {
            "nil" => None,
            "" => Some(Vec::new()),
            list => Some(list.split(',').map(unhex).collect()),
        }
    }

    fn int<T: std::str::FromStr<Err = std::num::ParseIntError>>(&mut self) -> T {
        self.next().parse().expect("an integer")
    }

    fn bool(&mut self) -> bool {
        self.next() == "1"
    }

    /// A position, of which -1 is none.
    fn position(&mut self) -> Option<usize> {
        usize::try_from(self.int::<i64>()).ok()
    }
}

fn unhex(s: &str) -> Vec<u8> {
    let digits = s.strip_prefix('x').expect("a text in hexadecimal");
    (0..digits.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&digits[i..i + 2], 16).expect("two digits"))
        .collect()
}

fn made(f: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut out = Vec::new();
    f(&mut out);
    show(&out)
}

fn show(s: &[u8]) -> String {
    s.escape_ascii().to_string()
}

/// What the cores give and what Go gave.
fn results(line: &mut Line<'_>) -> (String, String) {
    match line.next().to_owned().as_str() {
        "format_float" => {
            let (f, fmt, prec, bits) = (f64::from_bits(line.int()), line.int(), line.int(), line.int());
            (made(|out| float::append_float(out, f, fmt, prec, bits)), show(&line.bytes()))
        }
        "parse_float" => {
            let (value, error) = parse_float(&line.bytes(), line.int());
            let value = if value.is_nan() { 0x7FF8_0000_0000_0001 } else { value.to_bits() };
            (format!("{value} {}", code(error)), format!("{} {}", line.next().to_owned(), line.next()))
        }
        "parse_int" => {
            let (value, error) = int::parse_int(&line.bytes(), line.int(), line.int());
            (format!("{value} {}", code(error)), format!("{} {}", line.next().to_owned(), line.next()))
        }
        "parse_uint" => {
            let (value, error) = int::parse_uint(&line.bytes(), line.int(), line.int());
            (format!("{value} {}", code(error)), format!("{} {}", line.next().to_owned(), line.next()))
        }
        "format_int" => {
            let (n, base) = (line.int(), line.int());
            (made(|out| int::append_int(out, n, base)), show(&line.bytes()))
        }
        "format_uint" => {
            let (n, base) = (line.int(), line.int());
            (made(|out| int::append_uint(out, n, base)), show(&line.bytes()))
        }
        "quote" => {
            let s = line.bytes();
            let ours = [Shown::Printable, Shown::Ascii, Shown::Graphic]
                .map(|shown| made(|out| append_quoted(out, &s, b'"', shown)));
            let theirs = [show(&line.bytes()), show(&line.bytes()), show(&line.bytes())];
            (format!("{ours:?} {}", can_backquote(&s)), format!("{theirs:?} {}", line.bool()))
        }
        "quote_rune" => {
            let r = line.int();
            let ours = [Shown::Printable, Shown::Ascii, Shown::Graphic]
                .map(|shown| made(|out| append_quoted_rune(out, r, shown)));
            (
                format!("{ours:?}"),
                format!("{:?}", [show(&line.bytes()), show(&line.bytes()), show(&line.bytes())]),
            )
        }
        "unquote" => {
            let s = line.bytes();
            let prefix = unquote_prefix(&s);
            let whole = prefix.clone().filter(|(_, len)| *len == s.len());
            let or_error = |s: Option<&[u8]>| s.map_or("bad".into(), show);
            let ours = (
                or_error(whole.as_ref().map(|(out, _)| out.as_slice())),
                or_error(prefix.as_ref().map(|(_, len)| &s[..*len])),
            );
            let mut theirs = || {
                let text = line.bytes();
                if line.next() == "0" { show(&text) } else { "bad".into() }
            };
            (format!("{ours:?}"), format!("{:?}", (theirs(), theirs())))
        }
        "search" => {
            let (s, sep) = (line.bytes(), line.bytes());
            let ours = [
                search::index(&s, &sep),
                search::last_index(&s, &sep),
                Some(search::count(&s, &sep)),
                search::index_any(&s, &sep),
                search::last_index_any(&s, &sep),
            ];
            (format!("{ours:?}"), format!("{:?}", [0; 5].map(|_| line.position())))
        }
        "index_rune" => {
            let ours = search::index_rune(&line.bytes(), line.int());
            (format!("{ours:?}"), format!("{:?}", line.position()))
        }
        "trim" => {
            let (s, cutset) = (line.bytes(), line.bytes());
            let set = search::RuneSet::new(&cutset);
            let (from, to) = search::trim_space(&s);
            let ours = [
                show(&s[search::leading(&s, |r| set.contains(r))..]),
                show(&s[..s.len() - search::trailing(&s, |r| set.contains(r))]),
                show(&s[from..to]),
            ];
            (format!("{ours:?}"), format!("{:?}", [0; 3].map(|_| show(&line.bytes()))))
        }
        "fold" => {
            let ours = search::equal_fold(&line.bytes(), &line.bytes());
            (ours.to_string(), line.bool().to_string())
        }
        "split" => {
            let (s, sep, n) = (line.bytes(), line.bytes(), line.int());
            let ours = [false, true].map(|keep| {
                let mut spans = Vec::new();
                split::split(&s, &sep, keep, split::piece_count(&s, &sep, n), |span| spans.push(span));
                (n != 0).then(|| pieces(&s, &spans))
            });
            (format!("{ours:?}"), format!("{:?}", [line.list(), line.list()]))
        }
        "fields" => {
            let s = line.bytes();
            (format!("{:?}", Some(pieces(&s, &split::fields(&s)))), format!("{:?}", line.list()))
        }
        "case" => {
            let s = line.bytes();
            let ours = [Case::Upper, Case::Lower, Case::Title]
                .map(|case| show(&change::to_case_all(&s, case).unwrap_or(s.clone())));
            (format!("{ours:?}"), format!("{:?}", [0; 3].map(|_| show(&line.bytes()))))
        }
        "replace" => {
            let (s, old, new, n) = (line.bytes(), line.bytes(), line.bytes(), line.int());
            let count = change::replacements(&s, &old, &new, n);
            let emitted =
                made(|out| change::replace(&s, &old, &new, count, |piece| out.extend_from_slice(piece)));
            (emitted, show(&line.bytes()))
        }
        "valid" => {
            let (s, with) = (line.bytes(), line.bytes());
            let mut out = Vec::new();
            change::to_valid(&s, &with, |piece| out.extend_from_slice(piece));
            (show(&out), show(&line.bytes()))
        }
        "pairs" => {
            let (s, list) = (line.bytes(), line.list().expect("pairs"));
            let pairs: Vec<(&[u8], &[u8])> =
                list.chunks(2).map(|p| (p[0].as_slice(), p[1].as_slice())).collect();
            let mut out = Vec::new();
            change::replace_pairs(&s, &pairs, |piece| out.extend_from_slice(piece));
            (show(&out), show(&line.bytes()))
        }
        "utf8" => {
            let s = line.bytes();
            let ours = (
                utf8::decode(&s),
                utf8::decode_last(&s),
                utf8::full_rune(&s),
                utf8::rune_count(&s),
                std::str::from_utf8(&s).is_ok(),
            );
            let mut decoded = || (line.int::<i32>(), line.int::<usize>());
            let theirs = (decoded(), decoded(), line.bool(), line.int::<usize>(), line.bool());
            (format!("{ours:?}"), format!("{theirs:?}"))
        }
        "full" => (utf8::full_rune(&line.bytes()).to_string(), line.bool().to_string()),
        "rune" => {
            let r = line.int();
            let predicates = [
                unicode::is_control,
                unicode::is_digit,
                unicode::is_graphic,
                unicode::is_letter,
                unicode::is_lower,
                unicode::is_mark,
                unicode::is_number,
                unicode::is_print,
                unicode::is_punct,
                unicode::is_space,
                unicode::is_symbol,
                unicode::is_title,
                unicode::is_upper,
            ];
            let mask = predicates.iter().enumerate().fold(0, |mask, (i, is)| mask | i32::from(is(r)) << i);
            let ours = [
                mask,
                unicode::to_upper(r),
                unicode::to_lower(r),
                unicode::to_title(r),
                unicode::simple_fold(r),
            ];
            (format!("{ours:?}"), format!("{:?}", [0; 5].map(|_| line.int::<i32>())))
        }
        other => panic!("no such operation: {other}"),
    }
}

fn code(error: Option<int::ParseError>) -> i32 {
    error.map_or(0, |e| e as i32)
}

fn pieces(s: &[u8], spans: &[split::Span]) -> Vec<Vec<u8>> {
    spans.iter().map(|&(from, to)| s[from..to].to_vec()).collect()
}

#[test]
fn the_cores_give_what_go_gives() {
    let text = match std::env::var_os("TEXT_VECTORS") {
        Some(path) => std::fs::read_to_string(path).expect("the file of vectors"),
        None => include_str!("vectors.txt").to_owned(),
    };
    let mut wrong = Vec::new();
    for line in text.lines() {
        let (ours, theirs) = results(&mut Line(line.split('\t')));
        if ours != theirs {
            wrong.push(format!("{line}\n  ours   {ours}\n  Go's   {theirs}"));
        }
    }
    wrong.truncate(20);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
