//! Files beside a program that it embeds: comments `//go:embed` and the variables below them.
//!
//! The text of a file is changed before it is read: such a variable gets what is in the files as its value. Nothing else
//! has to know of it, and lines stay where they are.

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

/// Something wrong with a comment: where it is in the changed text, and what is said of it.
pub type Mistake = (usize, String);

/// The text with the values of embedded variables; nothing if there are none.
pub fn embed(text: &[u8], dir: &Path) -> Option<(Vec<u8>, Vec<Mistake>)> {
    const COMMENT: &[u8] = b"//go:embed";
    // The quick search first asks what the processor can do, which on virtual machines takes longer than reading a short text.
    const SHORT: usize = 4096;
    if text.len() > SHORT {
        memchr::memmem::find(text, COMMENT)?;
    } else if !text.windows(COMMENT.len()).any(|part| part == COMMENT) {
        return None;
    }
    let text = std::str::from_utf8(text).ok()?;
    let (mut out, mut mistakes) = (String::with_capacity(text.len()), Vec::new());
    // The patterns that wait for their variable, each with its place.
    let mut patterns: Vec<(usize, String)> = Vec::new();
    let imported = text.lines().any(|line| code_of(line).trim_end().ends_with("\"embed\""));
    let mut raw = false;
    // How many braces are open.
    let mut depth = 0;
    let mut grouped = false;
    for line in text.split_inclusive('\n') {
        let start = out.len();
        let inside = raw;
        let (quotes, opened) = quotes_and_braces(line, raw);
        raw ^= quotes % 2 == 1;
        let in_function = depth > 0;
        depth += opened;
        let trimmed = line.trim_start();
        if inside {
            out.push_str(line);
            continue;
        }
        if let Some(rest) = trimmed.strip_prefix("//go:embed").filter(|rest| rest.starts_with([' ', '\t'])) {
            let at = start + line.len() - rest.len();
            if imported {
                patterns.extend(split(rest, at));
            } else {
                let place = start + line.len() - trimmed.len() + 2;
                let message =
                    "go:embed requires import \"embed\" (or import _ \"embed\", if package is not used)";
                mistakes.push((place, message.to_owned()));
            }
            out.push_str(line);
            continue;
        }
        let blank = trimmed.is_empty() || trimmed.starts_with("//");
        if !blank && !patterns.is_empty() {
            let found = std::mem::take(&mut patterns);
            match variable(line, grouped, in_function) {
                Ok((end, ty)) => {
                    let value = value(&found, dir, ty);
                    out.push_str(&line[..end]);
                    match value {
                        Ok(value) => {
                            let _ = write!(out, " = {value}");
                        }
                        Err(mistake) => mistakes.push(mistake),
                    }
                    out.push_str(&line[end..]);
                    continue;
                }
                Err(message) => mistakes.push((found[0].0 - "go:embed ".len(), message.to_owned())),
            }
        }
        if !blank {
            grouped = (grouped && !trimmed.starts_with(')')) || trimmed.trim_end() == "var (";
        }
        out.push_str(line);
    }
    if let Some((at, _)) = patterns.first() {
        mistakes.push((at - "go:embed ".len(), "misplaced go:embed directive".to_owned()));
    }
    Some((out.into_bytes(), mistakes))
}

/// A line without the comment at its end, if no string holds two slashes.
fn code_of(line: &str) -> &str {
    line.find("//").map_or(line, |at| &line[..at])
}

/// How many quotes of raw strings are in a line, and how many braces it opens more than it closes; other strings and a
/// comment at its end are left out. `raw`: it begins in a raw string.
fn quotes_and_braces(line: &str, raw: bool) -> (usize, i32) {
    let (mut n, mut quote, mut escaped) = (0, raw.then_some('`'), false);
    let mut opened = 0;
    for (at, c) in line.char_indices() {
        match quote {
            Some('`') if c == '`' => (quote, n) = (None, n + 1),
            Some('`') => {}
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if line[at..].starts_with("//") => break,
            None if c == '`' => (quote, n) = (Some(c), n + 1),
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c == '{' => opened += 1,
            None if c == '}' => opened -= 1,
            None => {}
        }
    }
    (n, opened)
}

/// The patterns of a comment: words, some in quotes.
fn split(rest: &str, at: usize) -> Vec<(usize, String)> {
    let (mut list, mut i) = (Vec::new(), 0);
    while let Some(skip) = rest[i..].find(|c: char| !c.is_whitespace()) {
        i += skip;
        let word = &rest[i..];
        let quote = word.chars().next().filter(|c| matches!(c, '"' | '`'));
        let (text, len) = match quote {
            Some(quote) => match word[1..].find(quote) {
                Some(n) => (&word[1..=n], n + 2),
                None => (&word[1..], word.len()),
            },
            None => {
                let n = word.find(char::is_whitespace).unwrap_or(word.len());
                (&word[..n], n)
            }
        };
        list.push((at + i, text.to_owned()));
        i += len;
    }
    list
}

/// The type of the variable that a line declares, and where that ends in it.
fn variable(line: &str, grouped: bool, in_function: bool) -> Result<(usize, &str), &'static str> {
    const MISPLACED: &str = "misplaced go:embed directive";
    let code = code_of(line).trim_end();
    let rest = code.trim_start();
    let rest = match rest.strip_prefix("var ") {
        Some(rest) if !rest.starts_with('(') => rest.trim_start(),
        None if grouped => rest,
        _ => return Err(MISPLACED),
    };
    if in_function {
        return Err("go:embed cannot apply to var inside func");
    }
    if rest.contains('=') {
        return Err("go:embed cannot apply to var with initializer");
    }
    let n = rest.find(|c: char| !c.is_alphanumeric() && c != '_').ok_or(MISPLACED)?;
    let ty = rest[n..].trim_start();
    if ty.starts_with(',') {
        return Err("go:embed cannot apply to multiple vars");
    }
    Ok((code.len(), ty))
}

/// What the variable gets.
fn value(patterns: &[(usize, String)], dir: &Path, ty: &str) -> Result<String, Mistake> {
    let mut files: Vec<String> = Vec::new();
    for (at, pattern) in patterns {
        let mut found =
            resolve(dir, pattern).map_err(|message| (*at, format!("pattern {pattern}: {message}")))?;
        files.append(&mut found);
    }
    files.sort();
    files.dedup();
    let read = |name: &str| {
        let text = fs::read(dir.join(name));
        text.map_err(|error: io::Error| (patterns[0].0, format!("pattern {}: {error}", patterns[0].1)))
    };
    if ty.ends_with("FS") {
        let mut out = format!("{}Files(", ty.strip_suffix("FS").unwrap_or_default());
        for name in &files {
            let _ = write!(out, "{}, {}, ", literal(name.as_bytes()), literal(&read(name)?));
        }
        out.push(')');
        return Ok(out);
    }
    let place = patterns[0].0 - "go:embed ".len();
    match files.as_slice() {
        [name] => Ok(format!("{ty}({})", literal(&read(name)?))),
        _ => Err((place, format!("invalid go:embed: multiple files for type {ty}"))),
    }
}

/// The files that a pattern stands for: those that match it, and those in directories that do.
fn resolve(dir: &Path, pattern: &str) -> Result<Vec<String>, String> {
    let (pattern, all) = match pattern.strip_prefix("all:") {
        Some(rest) => (rest, true),
        None => (pattern, false),
    };
    let bad = |part: &str| matches!(part, "" | "..") || part == "." && pattern != ".";
    if pattern.split('/').any(bad) {
        return Err("invalid pattern syntax".to_owned());
    }
    let mut names = vec![String::new()];
    for part in pattern.split('/').filter(|part| *part != ".") {
        let mut next = Vec::new();
        for name in names {
            let Ok(entries) = fs::read_dir(dir.join(&name)) else { continue };
            for entry in entries.flatten() {
                let Ok(file) = entry.file_name().into_string() else { continue };
                if matches(part.as_bytes(), file.as_bytes()) {
                    next.push(if name.is_empty() { file } else { format!("{name}/{file}") });
                }
            }
        }
        names = next;
    }
    let mut files = Vec::new();
    let any = !names.is_empty();
    for name in names {
        let before = files.len();
        if dir.join(&name).is_dir() {
            below(dir, &name, all, &mut files);
            if files.len() == before {
                return Err(format!("cannot embed directory {name}: contains no embeddable files"));
            }
        } else {
            files.push(name);
        }
    }
    if any { Ok(files) } else { Err("no matching files found".to_owned()) }
}

/// The files of a directory and those below it; hidden ones only if all are meant.
fn below(dir: &Path, name: &str, all: bool, files: &mut Vec<String>) {
    let Ok(entries) = fs::read_dir(dir.join(name)) else { return };
    for entry in entries.flatten() {
        let Ok(file) = entry.file_name().into_string() else { continue };
        if !all && file.starts_with(['.', '_']) {
            continue;
        }
        let file = if name.is_empty() { file } else { format!("{name}/{file}") };
        let path = dir.join(&file);
        if path.is_dir() {
            // A directory with a module of its own belongs to that.
            if !path.join("go.mod").exists() {
                below(dir, &file, all, files);
            }
        } else if path.is_file() {
            files.push(file);
        }
    }
}

/// Whether a name matches a pattern, as path.Match has it.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern, name) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => (0..=name.len()).any(|n| matches(rest, &name[n..])),
        ([b'?', rest @ ..], [_, more @ ..]) => matches(rest, more),
        ([b'[', rest @ ..], [c, more @ ..]) => {
            let Some(end) = rest.iter().skip(1).position(|&c| c == b']').map(|n| n + 1) else { return false };
            let (set, negated) = match &rest[..end] {
                [b'^', set @ ..] => (set, true),
                set => (set, false),
            };
            let (mut within, mut i) = (false, 0);
            while i < set.len() {
                if i + 2 < set.len() && set[i + 1] == b'-' {
                    within |= (set[i]..=set[i + 2]).contains(c);
                    i += 3;
                } else {
                    within |= set[i] == *c;
                    i += 1;
                }
            }
            within != negated && matches(&rest[end + 1..], more)
        }
        ([b'\\', p, rest @ ..], [c, more @ ..]) | ([p, rest @ ..], [c, more @ ..]) => {
            p == c && matches(rest, more)
        }
        _ => false,
    }
}

/// A literal of these bytes.
fn literal(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for &byte in bytes {
        let _ = match byte {
            b'"' | b'\\' => write!(out, "\\{}", char::from(byte)),
            b'\n' => write!(out, "\\n"),
            b' '..=b'~' => write!(out, "{}", char::from(byte)),
            _ => write!(out, "\\x{byte:02x}"),
        };
    }
    out.push('"');
    out
}
