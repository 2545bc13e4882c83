//! Imports between the rooms of `src/` point one way (after Go's `deps_test.go`).

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::root;

/// A room, and the rooms that it may import; `engine`, `host` and `lib` are treated below.
const ALLOWED: [(&str, &[&str]); 20] = [
    ("source", &[]),
    ("ast", &["source"]),
    ("diag", &["source"]),
    ("lexer", &["source", "diag"]),
    ("parser", &["source", "diag", "lexer", "ast"]),
    ("types", &["source"]),
    ("check", &["source", "diag", "ast", "types", "lexer", "parser"]),
    ("vet", &["source", "diag", "ast", "types", "check"]),
    ("bytecode", &["source"]),
    ("heap", &["source"]),
    ("reactor", &[]),
    ("host", &["reactor"]),
    ("syscall", &["bytecode", "heap", "host"]),
    ("event", &["source", "bytecode", "syscall"]),
    // the machine calls natives, and natives speak to the machine: one room in two folders
    ("native", &["source", "heap", "syscall", "event", "host", "vm"]),
    ("vm", &["source", "bytecode", "heap", "syscall", "event", "host", "native"]),
    ("compile", &["source", "diag", "ast", "types", "check", "bytecode", "heap", "vm"]),
    ("task", &["source", "bytecode", "heap", "syscall", "host", "vm", "native"]),
    ("sched", &["source", "bytecode", "heap", "syscall", "event", "host", "vm", "native", "task"]),
    ("report", &["source", "diag", "ast", "types", "check", "bytecode", "syscall", "event", "vm", "sched"]),
];

/// Rooms that know all others.
const TOP: [&str; 2] = ["engine", "lib"];

/// One test a room.
pub fn trials() -> Vec<Trial> {
    let mut rooms = BTreeSet::new();
    let Ok(entries) = fs::read_dir(root().join("src")) else { return Vec::new() };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() || path.extension().is_some_and(|ext| ext == "rs") {
            rooms.insert(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
        }
    }
    let rooms = rooms.into_iter().filter(|room| !TOP.contains(&room.as_str()));
    rooms.map(|room| Trial::test(format!("imports/{room}"), move || check(&room))).collect()
}

fn check(room: &str) -> Result<(), Failed> {
    let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == room) else {
        return Err(format!("src/{room} is not in the table of rooms in {}", file!()).into());
    };
    let mut wrong = String::new();
    for file in files(room) {
        let text = fs::read_to_string(&file)?;
        for (number, line) in text.lines().enumerate() {
            for other in imported(line) {
                let known = other == room || allowed.contains(&other.as_str());
                if !known && ALLOWED.iter().any(|(name, _)| *name == other) || TOP.contains(&other.as_str()) {
                    wrong += &format!("{}:{}: {room} must not import {other}\n", file.display(), number + 1);
                }
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}

/// The Rust files of a room: `src/ROOM.rs` and everything below `src/ROOM/`.
fn files(room: &str) -> Vec<PathBuf> {
    let source = root().join("src");
    let mut found = vec![source.join(room).with_extension("rs")];
    let mut open = vec![source.join(room)];
    while let Some(dir) = open.pop() {
        let Ok(entries) = fs::read_dir(&dir) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                found.push(path);
            }
        }
    }
    // Tests sit beside what they test, and may drive it with the rooms above.
    let is_test = |path: &Path| path.iter().any(|part| part.to_string_lossy().contains("tests"));
    found.retain(|path| path.exists() && !path.strip_prefix(&source).is_ok_and(is_test));
    found
}

/// The rooms that a line names after `crate::`, also in a braced list.
fn imported(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let mut rooms = Vec::new();
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(list) => rooms.extend(list.split(',').map(word)),
            None => rooms.push(word(rest)),
        }
    }
    rooms
}

/// The identifier that a text begins with.
fn word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}
