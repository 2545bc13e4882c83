//! What helps with editing: completion from a snapshot of the names, colours, and whether an entry is complete.
//!
//! Invariant: nothing here looks at the machine, which may be running.

use std::borrow::Cow;
use std::cell::Cell;
use std::sync::{Arc, PoisonError};

use phasync::engine::{PieceKind, Symbols, is_incomplete, is_program, pieces};
use rustyline::completion::{Completer, FilenameCompleter, Pair};
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper};

use super::above::Above;
use super::colon::{self, Action, COMMANDS};
use super::machine::Names;

/// The helper of the line editor.
pub struct Assist {
    names: Names,
    files: FilenameCompleter,
    color: bool,
    above: Above,
    /// Lines of the text when it was last judged: more than one line more means that it was pasted.
    lines: Cell<usize>,
}

impl Assist {
    /// A helper that completes these names, with colours if the terminal has them, and prints what comes from above.
    pub fn new(names: Names, color: bool, above: Above) -> Assist {
        Assist { names, files: FilenameCompleter::new(), color, above, lines: Cell::new(0) }
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

impl Validator for Assist {
    fn validate(&self, ctx: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = ctx.input();
        let lines = text.matches('\n').count() + 1;
        let pasted = lines > self.lines.replace(lines) + 1;
        Ok(if goes_on(text, pasted) { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}

// ---- completion ----

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
        let (start, words) = self.symbols().complete(text);
        Ok((start, pairs(words)))
    }
}

// ---- highlighting ----

/// Longer texts have no colours: they are drawn anew at each key.
const COLORED: usize = 64 << 10;

const KEYWORD: &str = "\x1b[35m";
const TEXT: &str = "\x1b[32m";
const NUMBER: &str = "\x1b[36m";
const COMMENT: &str = "\x1b[2m";
const COMMAND: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// The text with colours for keywords, literals and comments.
pub fn highlight(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    for piece in pieces(text) {
        let color = match piece.kind {
            PieceKind::Text => TEXT,
            PieceKind::Number => NUMBER,
            PieceKind::Keyword => KEYWORD,
            PieceKind::Comment => COMMENT,
            PieceKind::Plain => "",
        };
        colored(piece.text, color, &mut out);
    }
    out
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
        if !self.color || line.len() > COLORED {
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
        let above = self.above.take();
        let prompt = if self.color { format!("{COMMAND}{prompt}{PLAIN}") } else { prompt.to_string() };
        Cow::Owned(String::from_utf8_lossy(&above).into_owned() + &prompt)
    }

    fn highlight_char(&self, _line: &str, _pos: usize, kind: CmdKind) -> bool {
        self.color && kind != CmdKind::MoveCursor
    }
}

impl Hinter for Assist {
    type Hint = String;
}

impl Helper for Assist {}
