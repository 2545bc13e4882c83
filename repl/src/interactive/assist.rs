//! What helps with editing: completion from a snapshot of the names, highlighting from the lexer, and the parser's word on
//! whether an entry is complete.
//!
//! Invariant: nothing here looks at the machine, which may be running.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::{Arc, PoisonError};

use phasync::engine::{Member, Name, Symbols};
use phasync::lexer::{Kind, Lexer};
use phasync::parser::is_incomplete;
use phasync::source::{SourceMap, StdPackage};
use phasync::types::universe::{BUILTINS, TYPES};
use rustyline::completion::{Completer, FilenameCompleter, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper};

use super::colon::{self, Action, COMMANDS};
use super::machine::Names;

/// The helper of the line editor.
pub struct Assist {
    names: Names,
    files: FilenameCompleter,
    color: bool,
    /// Lines of the text when it was last judged: more than one line more means that it was pasted.
    lines: Cell<usize>,
}

impl Assist {
    /// A helper that completes these names, with colours if the terminal has them.
    pub fn new(names: Names, color: bool) -> Assist {
        Assist { names, files: FilenameCompleter::new(), color, lines: Cell::new(0) }
    }

    /// A new line is going to be edited.
    pub fn begin(&self) {
        self.lines.set(0);
    }

    fn symbols(&self) -> Arc<Symbols> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

// ---- where input ends ----

/// Whether a text has to go on. `pasted`: it did not come line by line.
pub fn goes_on(text: &str, pasted: bool) -> bool {
    let trimmed = text.trim_start();
    if let Some(rest) = trimmed.strip_prefix(':') {
        let (word, operand) = colon::split(rest);
        return colon::command(word).is_ok_and(|command| command.takes_code) && is_incomplete(operand);
    }
    if is_incomplete(text) {
        return true;
    }
    // A program that is typed ends with an empty line behind its main function: its declarations may come in any order.
    is_program(trimmed) && !pasted && !(text.contains("func main(") && text.ends_with('\n'))
}

/// Whether a text begins with a package clause.
pub fn is_program(text: &str) -> bool {
    let mut map = SourceMap::new();
    let file = map.add("", text);
    Lexer::new(map.file(file)).next().is_some_and(|token| token.kind == Kind::Package)
}

impl Validator for Assist {
    fn validate(&self, ctx: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = ctx.input();
        let lines = text.matches('\n').count() + 1;
        let pasted = lines > self.lines.replace(lines) + 1;
        Ok(if goes_on(text, pasted) { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}

// ---- completion ----

/// What a text could go on with at its end: where the word begins, and what it could be.
pub fn complete(symbols: &Symbols, text: &str) -> (usize, Vec<String>) {
    let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let start = text
        .rfind(|c: char| !in_word(c))
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    let chain = &text[start..];
    let Some((path, prefix)) = chain.rsplit_once('.') else {
        return (start, names_with(symbols, chain));
    };
    let at = start + path.len() + 1;
    let mut found: Vec<String> =
        members(symbols, path).into_iter().filter(|name| name.starts_with(prefix)).collect();
    found.sort();
    found.dedup();
    (at, found)
}

/// All names that begin so.
fn names_with(symbols: &Symbols, prefix: &str) -> Vec<String> {
    if prefix.is_empty() {
        return Vec::new();
    }
    let keywords = KEYWORDS.iter().copied();
    let builtins = BUILTINS.iter().map(|row| row.name).chain(TYPES.iter().map(|(name, _)| *name));
    let constants = ["true", "false", "nil", "iota"].into_iter();
    let packages = StdPackage::all().iter().filter(|p| !p.path.contains("internal")).map(|p| p.name);
    let fixed = keywords.chain(builtins).chain(constants).chain(packages).map(str::to_string);
    let mut found: Vec<String> =
        fixed.chain(symbols.names.keys().cloned()).filter(|name| name.starts_with(prefix)).collect();
    found.sort();
    found.dedup();
    found
}

/// What stands behind the dot of a chain of selectors.
fn members(symbols: &Symbols, path: &str) -> Vec<String> {
    let mut parts = path.split('.');
    let Some(first) = parts.next() else { return Vec::new() };
    let rest: Vec<&str> = parts.collect();
    let package = match symbols.names.get(first) {
        Some(Name::Value(ty)) => return members_of(symbols, *ty, &rest),
        Some(Name::Package(path)) => StdPackage::find(path),
        Some(Name::Other) => None,
        None => StdPackage::for_script(first),
    };
    match package {
        Some(package) if rest.is_empty() => {
            let exported = package.names().filter(|name| name.chars().next().is_some_and(char::is_uppercase));
            exported.map(str::to_string).collect()
        }
        _ => Vec::new(),
    }
}

fn members_of(symbols: &Symbols, ty: u32, path: &[&str]) -> Vec<String> {
    let Some(members) = symbols.types.get(&ty) else { return Vec::new() };
    match path.split_first() {
        None => members.iter().map(|member| member.name.clone()).collect(),
        Some((name, rest)) => match members.iter().find(|member| member.name == *name) {
            Some(Member { ty: Some(ty), .. }) => members_of(symbols, *ty, rest),
            _ => Vec::new(),
        },
    }
}

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

impl Completer for Assist {
    type Candidate = Pair;

    fn complete(&self, line: &str, pos: usize, ctx: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let text = &line[..pos];
        let pairs = |words: Vec<String>| -> Vec<Pair> {
            words.into_iter().map(|word| Pair { display: word.clone(), replacement: word }).collect()
        };
        let trimmed = text.trim_start();
        if let Some(command) = trimmed.strip_prefix(':') {
            let at = pos - command.len();
            match command.split_once(char::is_whitespace) {
                None => {
                    let words = COMMANDS.iter().filter(|c| c.name.starts_with(command));
                    return Ok((at, pairs(words.map(|c| format!("{} ", c.name)).collect())));
                }
                Some((word, _)) if colon::command(word).is_ok_and(|c| c.action == Action::Load) => {
                    return self.files.complete(line, pos, ctx);
                }
                Some(_) => {}
            }
        }
        // At the start of a line a tab is a tab.
        if text.rsplit('\n').next().is_some_and(|line| line.trim().is_empty()) {
            return Ok((pos, pairs(vec!["\t".to_string()])));
        }
        let (start, words) = complete(&self.symbols(), text);
        Ok((start, pairs(words)))
    }
}

// ---- highlighting ----

const KEYWORD: &str = "\x1b[35m";
const TEXT: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[36m";
const COMMENT: &str = "\x1b[2m";
const COMMAND: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// The text with colours for keywords, literals and comments.
pub fn highlight(text: &str) -> String {
    let mut map = SourceMap::new();
    let file = map.add("", text);
    let file = map.file(file);
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for token in Lexer::new(file) {
        let (lo, hi) = (file.offset(token.span.lo), file.offset(token.span.hi));
        if lo < at || hi <= lo {
            continue;
        }
        gap(&text[at..lo], &mut out);
        let color = match token.kind {
            Kind::String | Kind::Rune => TEXT,
            Kind::Int | Kind::Float | Kind::Imag => NUMBER,
            kind if kind.is_keyword() => KEYWORD,
            _ => "",
        };
        colored(&text[lo..hi], color, &mut out);
        at = hi;
    }
    gap(&text[at..], &mut out);
    out
}

/// What lies between tokens: white space and comments.
fn gap(text: &str, out: &mut String) {
    match text.find("//").into_iter().chain(text.find("/*")).min() {
        Some(start) => {
            out.push_str(&text[..start]);
            colored(&text[start..], COMMENT, out);
        }
        None => out.push_str(text),
    }
}

/// Colours each line by itself, so that no colour runs over the end of one.
fn colored(text: &str, color: &str, out: &mut String) {
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            out.push('\n');
        }
        if color.is_empty() || line.is_empty() {
            out.push_str(line);
        } else {
            out.push_str(color);
            out.push_str(line);
            out.push_str(PLAIN);
        }
    }
}

impl Highlighter for Assist {
    fn highlight<'l>(&self, line: &'l str, _pos: usize) -> Cow<'l, str> {
        if !self.color {
            return Cow::Borrowed(line);
        }
        let start = line.len() - line.trim_start().len();
        if line[start..].starts_with(':') {
            let end = line[start..].find(char::is_whitespace).map_or(line.len(), |at| start + at);
            let mut out = line[..start].to_string();
            colored(&line[start..end], COMMAND, &mut out);
            out.push_str(&highlight(&line[end..]));
            return Cow::Owned(out);
        }
        Cow::Owned(highlight(line))
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _default: bool) -> Cow<'b, str> {
        if self.color { Cow::Owned(format!("{COMMAND}{prompt}{PLAIN}")) } else { Cow::Borrowed(prompt) }
    }

    fn highlight_char(&self, _line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.color && kind != CmdKind::MoveCursor
    }
}

impl Hinter for Assist {
    type Hint = String;
}

impl Helper for Assist {}
