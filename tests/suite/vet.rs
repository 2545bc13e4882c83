//! `phasync vet`: `tests/vet`.
//!
//! `name.go`, or a folder with a `go.mod`, and beside it `name.vet`: what `go vet` finds, in the order of the source.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, beside, difference, phasync_with, root, test_name};

/// One test a program.
pub fn trials() -> Vec<Trial> {
    let entries = fs::read_dir(root().join("tests/vet")).into_iter().flatten().flatten();
    let is_program = |path: &PathBuf| path.is_dir() || path.extension().is_some_and(|ext| ext == "go");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_program).collect();
    paths.sort();
    paths.into_iter().map(|path| Trial::test(test_name(&path), move || check(&path))).collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let want = beside(path, "vet").ok_or("there is no golden .vet beside it")?;
    let (dir, name) = if path.is_dir() {
        (path, ".".to_owned())
    } else {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (path.parent().unwrap_or(path), name)
    };
    let got = phasync_with(&["vet", "--diag=go", &name], Input { dir, stdin: b"" })?;
    let mut wrong = String::new();
    let status = i32::from(!want.is_empty());
    if got.status != Some(status) {
        wrong += &format!("exit status: want {status}, got {:?}\n", got.status);
    }
    let got = got.stderr.replace("./", "");
    wrong += &difference("findings", &want, &got).unwrap_or_default();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}
