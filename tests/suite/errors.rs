//! Programs that must be refused: `tests/errors`.
//!
//! Every line with an error bears a comment `// ERROR "text"` (several texts for several errors);
//! `name.diag` is what `phasync check --diag=go` must print, which for a `.go` file is, byte for
//! byte, what Go's own compiler prints.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};

use crate::process::{beside, difference, phasync, programs, test_name};

/// One test a refused program.
pub fn trials() -> Vec<Trial> {
    let files = programs("tests/errors").into_iter();
    files.map(|path| Trial::test(test_name(&path), move || check(&path))).collect()
}

/// Checks the program at `path` and compares what is reported with its golden and its comments.
///
/// # Errors
/// What differs, or that the program could not be checked.
pub fn check(path: &Path) -> Result<(), Failed> {
    let golden = beside(path, "diag").ok_or("there is no golden .diag beside it")?;
    let source = String::from_utf8_lossy(&fs::read(path)?).into_owned();
    let got = phasync(&["check", "--diag=go"], path, &[], "")?;
    let printed = format!("{}{}", got.stdout, got.stderr);

    let mut wrong = String::new();
    if got.status != Some(1) {
        wrong += &format!("exit status: want 1, got {:?}\n", got.status);
    }
    let found = reported(&printed);
    let expected = expected(&source);
    for (line, texts) in &expected {
        match found.get(line) {
            None => wrong += &format!("line {line}: no error, want {texts:?}\n"),
            Some(message) => {
                for text in texts.iter().filter(|text| !message.contains(text.as_str())) {
                    wrong += &format!("line {line}: want {text:?}\n  got {message}\n");
                }
            }
        }
    }
    for (line, message) in found.iter().filter(|(line, _)| !expected.contains_key(line)) {
        wrong += &format!("line {line}: an error that Go does not give: {message}\n");
    }
    wrong += &difference("diagnostics", &golden, &printed).unwrap_or_default();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}

/// The texts that the `// ERROR` comments ask for, by line; `// ERROR@3` speaks about line 3.
fn expected(source: &str) -> BTreeMap<usize, Vec<String>> {
    let mut lines: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for (index, line) in source.lines().enumerate() {
        let Some((_, comment)) = line.split_once("// ERROR") else { continue };
        let (target, texts) = match comment.strip_prefix('@').and_then(|rest| rest.split_once(' ')) {
            Some((number, texts)) => (number.parse().unwrap_or(index + 1), texts),
            None => (index + 1, comment),
        };
        // "one" "two": every second piece between quotes
        let texts = texts.split('"').skip(1).step_by(2).map(str::to_owned);
        lines.entry(target).or_default().extend(texts);
    }
    lines
}

/// The messages that were printed, by line; lines that begin with a tab continue a message.
fn reported(printed: &str) -> BTreeMap<usize, String> {
    let mut lines: BTreeMap<usize, String> = BTreeMap::new();
    let mut current = None;
    for text in printed.lines() {
        if !text.starts_with('\t') {
            current = text.split(':').nth(1).and_then(|number| number.parse().ok());
        }
        if let Some(number) = current {
            let message = lines.entry(number).or_default();
            message.push_str(text);
            message.push('\n');
        }
    }
    lines
}
