//! The syntax of `go.mod` and `go.work`: lines of words, some in blocks, and what is wrong with them in the words of the go
//! command.

use super::module::{Module, Place, Replaced, Work};
use std::ops::Range;
use std::path::Path;

/// Something wrong in a `go.mod` or `go.work`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where, in bytes of the text.
    pub at: Range<usize>,
    /// The message, in the words of the go command.
    pub message: String,
}

/// Whose file it is: what only matters to the module that is worked at is ignored in a dependency's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Own,
    Dependency,
}

/// Reads a `go.mod`.
pub(super) fn module(root: &Path, text: &str, whose: Whose) -> Result<Module, Vec<Wrong>> {
    let mut module = Module { root: root.to_path_buf(), ..Module::default() };
    let mut named = false;
    let read = |verb: &str, words: &[Word], seen: &mut Seen| {
        if whose == Whose::Dependency && !matches!(verb, "go" | "module" | "require") {
            return Ok(());
        }
        match verb {
            "go" => module.go = seen.go(words, whose)?,
            "module" => {
                if std::mem::replace(&mut named, true) {
                    return Err("repeated module statement".to_owned());
                }
                let [path] = words else { return Err("usage: module module/path".to_owned()) };
                module.path = path.unquoted()?;
            }
            "require" | "exclude" => {
                let required = requirement(verb, words)?;
                module.required.extend(Some(required).filter(|_| verb == "require"));
            }
            "replace" => module.replaced.push(replacement(root, words)?),
            "retract" => interval(words)?,
            "tool" | "ignore" => {
                let [word] = words else {
                    return Err(format!("{verb} directive expects exactly one argument"));
                };
                word.unquoted()?;
            }
            _ => seen.common(verb, words)?,
        }
        Ok(())
    };
    const BLOCKS: &[&str] =
        &["module", "godebug", "require", "exclude", "replace", "retract", "tool", "ignore"];
    module.settings = directives(text, BLOCKS, whose, read)?.settings;
    if module.path.is_empty() {
        let message =
            "missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod";
        return Err(vec![Wrong { at: 0..0, message: message.to_owned() }]);
    }
    Ok(module)
}

/// Reads a `go.work`.
pub(super) fn work(root: &Path, text: &str) -> Result<Work, Vec<Wrong>> {
    let mut work = Work::default();
    let read = |verb: &str, words: &[Word], seen: &mut Seen| {
        match verb {
            "go" => work.go = seen.go(words, Whose::Own)?,
            "use" => {
                let [dir] = words else { return Err("usage: use local/dir".to_owned()) };
                work.used.push(root.join(dir.unquoted()?));
            }
            "replace" => work.replaced.push(replacement(root, words)?),
            _ => seen.common(verb, words)?,
        }
        Ok(())
    };
    work.settings = directives(text, &["godebug", "use", "replace"], Whose::Own, read)?.settings;
    Ok(work)
}

/// Calls `read` for each line with its keyword, which is that of its block if it is in one, and collects what is wrong.
fn directives(
    text: &str,
    blocks: &[&str],
    whose: Whose,
    mut read: impl FnMut(&str, &[Word], &mut Seen) -> Result<(), String>,
) -> Result<Seen, Vec<Wrong>> {
    let (mut wrong, mut seen) = (Vec::new(), Seen::default());
    for part in (Lines { text, at: 0 }).parts().map_err(|syntax| vec![syntax])? {
        let keyword = part.head.first().map_or("", |word| word.text);
        if !part.block {
            if let Err(message) = read(keyword, &part.head[1..], &mut seen) {
                wrong.push(Wrong { at: extent(&part.head), message });
            }
        } else if let ([_], true) = (&part.head[..], blocks.contains(&keyword)) {
            for line in &part.lines {
                if let Err(message) = read(keyword, line, &mut seen) {
                    wrong.push(Wrong { at: extent(line), message });
                }
            }
        } else if whose == Whose::Own {
            let words: Vec<&str> = part.head.iter().map(|word| word.text).collect();
            let message = format!("unknown block type: {}", words.join(" "));
            wrong.push(Wrong { at: extent(&part.head), message });
        }
    }
    if wrong.is_empty() { Ok(seen) } else { Err(wrong) }
}

/// From the first of the words to the end of the last.
fn extent(words: &[Word]) -> Range<usize> {
    let first = words.first().map_or(0, |word| word.at);
    first..words.last().map_or(first, |word| word.at + word.text.len())
}

/// What has been read: directives that may stand only once, and those of both files.
#[derive(Default)]
struct Seen {
    go: bool,
    toolchain: bool,
    settings: Vec<(String, String)>,
}

impl Seen {
    /// The version of the language.
    fn go(&mut self, words: &[Word], whose: Whose) -> Result<Option<(u32, u32)>, String> {
        if self.go {
            return Err("repeated go statement".to_owned());
        }
        let [version] = words else { return Err("go directive expects exactly one argument".to_owned()) };
        let text = version.text;
        let lax = || whose == Whose::Dependency && language_version(text.trim_start_matches('v')).is_some();
        if !is_go_version(text) && !lax() {
            return Err(format!("invalid go version '{text}': must match format 1.23.0"));
        }
        self.go = true;
        Ok(language_version(text.trim_start_matches('v')))
    }

    /// What `go.mod` and `go.work` have in common, and does not change which packages a program is made of.
    fn common(&mut self, verb: &str, words: &[Word]) -> Result<(), String> {
        match verb {
            "toolchain" => {
                if self.toolchain {
                    return Err("repeated toolchain statement".to_owned());
                }
                let [name] = words else {
                    return Err("toolchain directive expects exactly one argument".to_owned());
                };
                let known = name.text == "default" || name.text == "go1" || name.text.starts_with("go1.");
                if !known {
                    let name = name.text;
                    return Err(format!(
                        "invalid toolchain version '{name}': must match format go1.23.0 or default"
                    ));
                }
                self.toolchain = true;
                Ok(())
            }
            "godebug" => match words {
                [Word { text, .. }] if !text.contains(['"', '`', '\'', ',']) && text.contains('=') => {
                    let (name, value) = text.split_once('=').unwrap_or_default();
                    self.settings.push((name.to_owned(), value.to_owned()));
                    Ok(())
                }
                _ => Err("usage: godebug key=value".to_owned()),
            },
            _ => Err(format!("unknown directive: {verb}")),
        }
    }
}

/// What the words behind `require` say: a module path and a version.
fn requirement(verb: &str, words: &[Word]) -> Result<(String, String), String> {
    let [path, version] = words else { return Err(format!("usage: {verb} module/path v1.2.3")) };
    let (path, version) = (path.unquoted()?, version.unquoted()?);
    let major = major_of(&path).ok_or("invalid module path")?;
    check_major(verb, &path, &version, major)?;
    Ok((path, version))
}

/// What the words behind `replace` say.
fn replacement(root: &Path, words: &[Word]) -> Result<Replaced, String> {
    let arrow = if words.get(1).is_some_and(|word| word.text == "=>") { 1 } else { 2 };
    let (old, new) = match words.get(arrow) {
        Some(word) if word.text == "=>" => (&words[..arrow], &words[arrow + 1..]),
        _ => (words, &[][..]),
    };
    if !matches!(new.len(), 1 | 2) {
        return Err("usage: replace module/path [v1.2.3] => other/module v1.4\n\t or replace module/path [v1.2.3] => \
                    ../local/directory"
            .to_owned());
    }
    let path = old[0].unquoted()?;
    let major = major_of(&path).ok_or_else(|| format!("replace {path}: invalid module path"))?;
    let version = old.get(1).map(Word::unquoted).transpose()?;
    if let Some(version) = &version {
        check_major("replace", &path, version, major)?;
    }
    let with = new[0].unquoted()?;
    let local =
        matches!(with.as_str(), "." | "..") || ["./", "../", "/"].iter().any(|start| with.starts_with(start));
    let by = match new.get(1) {
        None if local && with.contains('\\') => {
            return Err(
                "replacement directory appears to be Windows path (on a non-windows system)".to_owned()
            );
        }
        None if local => Place::Dir(root.join(with)),
        None if with.contains('@') => {
            return Err("replacement module must match format 'path version', not 'path@version'".to_owned());
        }
        None => {
            let rule = "must be directory path (rooted or starting with . or ..)";
            return Err(format!("replacement module without version {rule}"));
        }
        Some(_) if local => {
            return Err(format!("replacement module directory path {with:?} cannot have version"));
        }
        Some(version) => Place::Cache(with, version.unquoted()?),
    };
    Ok(Replaced { path, version, by })
}

/// Whether the words behind `retract` are a version or an interval of versions.
fn interval(words: &[Word]) -> Result<(), String> {
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let rest = match texts.as_slice() {
        ["[", _, ",", _, "]", rest @ ..] => rest,
        ["[", _, ",", _, ..] => return Err("expected ']' after version".to_owned()),
        ["[", _, ","] => return Err("expected version after ','".to_owned()),
        ["[", _, ..] => return Err("expected ',' after version".to_owned()),
        ["["] => return Err("expected version after '['".to_owned()),
        [_, rest @ ..] => rest,
        [] => return Err("expected '[' or version".to_owned()),
    };
    match rest.first() {
        Some(word) => Err(format!("unexpected token after version: {word:?}")),
        None => Ok(()),
    }
}

/// The major version that a module path ends in (`v2` of `a.b/c/v2`), which is empty of most; none if it is wrong.
fn major_of(path: &str) -> Option<&str> {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if path.starts_with("gopkg.in/") {
        let (_, last) = path.trim_end_matches("-unstable").rsplit_once('.')?;
        let number = last.strip_prefix('v').filter(|number| digits(number))?;
        return (number == "0" || !number.starts_with('0')).then_some(last);
    }
    let last = path.rsplit_once('/').map_or("", |(_, last)| last);
    match last.strip_prefix('v') {
        Some(number) if number.bytes().all(|b| b.is_ascii_digit() || b == b'.') && !number.is_empty() => {
            (digits(number) && !number.starts_with('0') && number != "1").then_some(last)
        }
        _ => Some(""),
    }
}

/// Whether a version agrees with the major version of the module path.
fn check_major(verb: &str, path: &str, version: &str, major: &str) -> Result<(), String> {
    // Others than `v1.2.3` are names of branches, which only the network knows.
    let Some(own) = version.split('.').next().filter(|own| own.len() > 1 && own.starts_with('v')) else {
        return Ok(());
    };
    let fits = match major {
        "" => matches!(own, "v0" | "v1") || version.ends_with("+incompatible"),
        "v1" if version.starts_with("v0.0.0-") => true,
        major => own == major,
    };
    if fits || !own[1..].bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    let should = if major.is_empty() { "v0 or v1" } else { major };
    Err(format!("{verb} {path}: version {version:?} invalid: should be {should}, not {own}"))
}

/// Whether a version of Go is written like `1.23`, `1.23.4` or `1.23rc1`.
fn is_go_version(text: &str) -> bool {
    let number = |text: &str| !text.is_empty() && (text == "0" || !text.starts_with('0'));
    let cut = text.find(|c: char| c.is_ascii_lowercase()).unwrap_or(text.len());
    let (numbers, kind) = text.split_at(cut);
    let parts: Vec<&str> = numbers.split('.').collect();
    let numbers = matches!(parts.len(), 2 | 3)
        && parts[0] != "0"
        && parts.iter().all(|part| number(part) && part.bytes().all(|b| b.is_ascii_digit()));
    let counted = kind.trim_start_matches(|c: char| c.is_ascii_lowercase());
    numbers && (kind.is_empty() || (!counted.is_empty() && counted.bytes().all(|b| b.is_ascii_digit())))
}

/// The numbers of `1.22`, `1.22.1` or `1.23rc1`.
pub(super) fn language_version(text: &str) -> Option<(u32, u32)> {
    let (major, rest) = text.split_once('.')?;
    let minor = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// A word, a text in quotes, or a sign.
#[derive(Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    at: usize,
}

impl Word<'_> {
    fn unquoted(&self) -> Result<String, String> {
        let Some(inside) = self.text.strip_prefix('"') else {
            return match self.text.contains(['"', '\'', '`']) {
                true => Err("invalid quoted string: unquoted string cannot contain quote".to_owned()),
                false => Ok(self.text.to_owned()),
            };
        };
        // Paths and versions have nothing that needs other escapes.
        let mut out = String::new();
        let mut chars = inside.strip_suffix('"').unwrap_or(inside).chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => match chars.next() {
                    Some(c @ ('\\' | '"')) => out.push(c),
                    _ => return Err("invalid quoted string: invalid syntax".to_owned()),
                },
                c => out.push(c),
            }
        }
        Ok(out)
    }
}

/// A line, or a block of lines.
struct Part<'a> {
    /// The words of the line, at least one; those before the parenthesis of a block.
    head: Vec<Word<'a>>,
    block: bool,
    lines: Vec<Vec<Word<'a>>>,
}

struct Lines<'a> {
    text: &'a str,
    /// What was read already.
    at: usize,
}

impl<'a> Lines<'a> {
    fn parts(mut self) -> Result<Vec<Part<'a>>, Wrong> {
        let mut parts = Vec::new();
        while let Some(mut head) = self.line()? {
            match &head[..] {
                [] => continue,
                [.., open, close] if open.text == "(" && close.text == ")" && head.len() > 2 => {
                    head.truncate(head.len() - 2);
                    parts.push(Part { head, block: true, lines: Vec::new() });
                }
                [.., open] if open.text == "(" && head.len() > 1 => {
                    head.pop();
                    let lines = self.block(&head)?;
                    parts.push(Part { head, block: true, lines });
                }
                _ => parts.push(Part { head, block: false, lines: Vec::new() }),
            }
        }
        Ok(parts)
    }

    /// The lines up to the closing parenthesis.
    fn block(&mut self, head: &[Word<'a>]) -> Result<Vec<Vec<Word<'a>>>, Wrong> {
        let mut lines = Vec::new();
        loop {
            match self.line()? {
                None => {
                    let message = "syntax error (unterminated block started here)";
                    return Err(Wrong { at: extent(head), message: message.to_owned() });
                }
                Some(words) => match &words[..] {
                    [] => {}
                    [close] if close.text == ")" => return Ok(lines),
                    [close, next, ..] if close.text == ")" => {
                        let message = "syntax error (expected newline after closing paren)";
                        return Err(Wrong { at: next.at..next.at, message: message.to_owned() });
                    }
                    _ => lines.push(words),
                },
            }
        }
    }

    /// The words of the next line; none at the end.
    fn line(&mut self) -> Result<Option<Vec<Word<'a>>>, Wrong> {
        if self.at == self.text.len() {
            return Ok(None);
        }
        let mut words = Vec::new();
        loop {
            let rest = &self.text[self.at..];
            let Some(c) = rest.chars().next() else { break };
            let wrong = |message: String| Wrong { at: self.at..self.at + c.len_utf8(), message };
            let length = match c {
                '\n' => {
                    self.at += 1;
                    break;
                }
                ' ' | '\t' | '\r' => {
                    self.at += 1;
                    continue;
                }
                _ if rest.starts_with("//") => {
                    self.at += rest.find('\n').unwrap_or(rest.len());
                    continue;
                }
                _ if rest.starts_with("/*") => return Err(wrong(COMMENTS.to_owned())),
                '(' | ')' | '[' | ']' | '{' | '}' | ',' => 1,
                '"' | '`' => self.quoted(c)?,
                c if !is_part(c) => return Err(wrong(format!("unexpected input character `{c}`"))),
                _ => {
                    let mut end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
                    end = rest[..end].find("//").unwrap_or(end);
                    if let Some(comment) = rest[..end].find("/*") {
                        let at = self.at + comment;
                        return Err(Wrong { at: at..at + 2, message: COMMENTS.to_owned() });
                    }
                    end
                }
            };
            words.push(Word { text: &rest[..length], at: self.at });
            self.at += length;
        }
        Ok(Some(words))
    }

    /// How long the text in quotes is that begins here.
    fn quoted(&self, quote: char) -> Result<usize, Wrong> {
        let mut chars = self.text[self.at..].char_indices().skip(1);
        while let Some((i, c)) = chars.next() {
            match c {
                '\n' => {
                    let at = self.at + i;
                    return Err(Wrong { at: at..at, message: "unexpected newline in string".to_owned() });
                }
                '\\' if quote != '`' => drop(chars.next()),
                c if c == quote => return Ok(i + 1),
                _ => {}
            }
        }
        Err(Wrong { at: self.at..self.text.len(), message: "unexpected EOF in string".to_owned() })
    }
}

const COMMENTS: &str = "mod files must use // comments (not /* */ comments)";

/// Whether a character may be part of a word.
fn is_part(c: char) -> bool {
    !c.is_whitespace() && !c.is_control() && !"()[]{},".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> Vec<(usize, String)> {
        let lines = |at: usize| text[..at].matches('\n').count() + 1;
        let list = module(Path::new("/m"), text, Whose::Own).err().unwrap_or_default();
        list.into_iter().map(|wrong| (lines(wrong.at.start), wrong.message)).collect()
    }

    #[test]
    fn what_is_wrong_is_said_in_the_words_of_the_go_command() {
        let cases: &[(&str, &[(usize, &str)])] = &[
            (
                "module m\nfoo bar\ngo 1.x\n",
                &[(2, "unknown directive: foo"), (3, "invalid go version '1.x': must match format 1.23.0")],
            ),
            ("module m\nrequire a.b/c\n", &[(2, "usage: require module/path v1.2.3")]),
            ("module m\nrequire (\n\ta.b/c v1.2\n", &[(2, "syntax error (unterminated block started here)")]),
            ("module \"m\n", &[(1, "unexpected newline in string")]),
            (
                "module m\nrequire a.b/c v2.0.0\n",
                &[(2, "require a.b/c: version \"v2.0.0\" invalid: should be v0 or v1, not v2")],
            ),
            (
                "module m\nreplace a.b/c => d\n",
                &[(
                    2,
                    "replacement module without version must be directory path (rooted or starting with . or ..)",
                )],
            ),
            ("module m\n)\n", &[(2, "unknown directive: )")]),
            ("module m\nfoo (\n\ta\n)\n", &[(2, "unknown block type: foo")]),
            ("module m\ngo 1.22\ngo 1.23\n", &[(3, "repeated go statement")]),
            ("module m\nmodule n\n", &[(2, "repeated module statement")]),
            ("module m /* x */\n", &[(1, COMMENTS)]),
            (
                "module m\ntoolchain 1.2\n",
                &[(2, "invalid toolchain version '1.2': must match format go1.23.0 or default")],
            ),
            ("module m\nretract [v1.0.0, v1.2.0\n", &[(2, "expected ']' after version")]),
            ("module 'm'\n", &[(1, "invalid quoted string: unquoted string cannot contain quote")]),
        ];
        for (text, expected) in cases {
            let found = wrong(text);
            let found: Vec<(usize, &str)> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }

    #[test]
    fn what_the_go_command_accepts_is_accepted() {
        let text = "// comment\nmodule \"example.com/m/v2\" // mine\n\ngo 1.23rc1\ntoolchain go1.24.1\ngodebug (\n\tx=1\n)\n\
                    require (\n\n\t// why\n\tgopkg.in/yaml.v3 v3.0.1\n\ta.b/c/v5 v5.1.0 // indirect\n\td.e/f v2.0.0+incompatible\n)\n\
                    exclude a.b/c v1.0.0\nretract (\n\tv1.0.0\n\t[v1.1.0, v1.2.0] // bad\n)\ntool a.b/c/cmd\nignore ./x\n\
                    require ()\n";
        assert_eq!(wrong(text), []);
        assert!(["1.23", "1.23.0", "2.0", "1.21rc2"].iter().all(|version| is_go_version(version)));
        assert!(
            ["1", "1.x", "01.2", "1.02", "v1.2", "1.2.3.4", "1.2rc"].iter().all(|text| !is_go_version(text))
        );
    }

    #[test]
    fn the_file_of_a_dependency_is_read_generously() {
        let text = "module m\ngo v1.21\nfuture (\n\tx\n)\nelse 1\nrequire a.b/c v1.0.0\n";
        let module = module(Path::new("/m"), text, Whose::Dependency).unwrap();
        assert_eq!((module.go, module.required.len()), (Some((1, 21)), 1));
    }
}
