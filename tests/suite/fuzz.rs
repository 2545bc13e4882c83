//! What the fuzzers found: `tests/fuzz-findings`, each file an input that once made the interpreter fail.
//!
//! A finding need not be a program. As Go and as a script, it must be checked and run without a panic, without a
//! signal, without an "internal error", and in time.
//!
//! The fuzzers are a workspace of their own, which is not built here; its lock file must know what the interpreter needs.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, Output, phasync_with, root};

/// One test a finding, and one of the lock file.
pub fn trials() -> Vec<Trial> {
    let entries = fs::read_dir(root().join("tests/fuzz-findings")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "input"));
    paths.sort();
    let trial = |path: PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(format!("fuzz-findings/{stem}"), move || check(&path))
    };
    let lock = Trial::test("fuzz-lock-file", lock_file);
    paths.into_iter().map(trial).chain([lock]).collect()
}

/// Without this the fuzzers do not build: `scripts/fuzz` builds what the lock file says.
fn lock_file() -> Result<(), Failed> {
    let [ours, theirs] = ["Cargo.lock", "fuzz/Cargo.lock"]
        .map(|path| fs::read_to_string(root().join(path)).map(|text| needs(&text)));
    let (ours, theirs) = (ours?, theirs?);
    let missing: Vec<_> = ours.iter().filter(|name| !theirs.contains(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("fuzz/Cargo.lock lacks {missing:?}: cargo metadata --manifest-path fuzz/Cargo.toml").into())
}

/// The names of the crates that the interpreter needs to be built.
fn needs(lock: &str) -> Vec<String> {
    let package = lock.split("[[package]]").find(|package| package.contains("name = \"phasync\"\n"));
    let list = package.and_then(|package| package.split_once("dependencies = [")?.1.split_once(']'));
    let lines = list.map_or("", |(list, _)| list).lines().map(|line| line.trim_matches([' ', '"', ',']));
    // A version follows where the lock file has two.
    lines
        .filter_map(|line| line.split(' ').next().filter(|name| !name.is_empty()))
        .map(str::to_owned)
        .collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{}-{stem}", std::process::id()));
    fs::create_dir_all(&dir)?;
    for name in ["finding.go", "finding.pgo"] {
        fs::copy(path, dir.join(name))?;
        for args in [["check", name], ["run", name]] {
            survived(&phasync_with(&args, Input { dir: &dir, stdin: b"" })?)
                .map_err(|what| format!("{} {}: {what}", args[0], args[1]))?;
        }
    }
    fs::remove_dir_all(&dir)?;
    Ok(())
}

/// Whether a process ended in a way that the interpreter means.
fn survived(output: &Output) -> Result<(), String> {
    let bad = match output.status {
        None => true,
        Some(status) => {
            status == 101
                || ["internal error", "internal compiler error"]
                    .iter()
                    .any(|what| output.stderr.contains(what))
        }
    };
    if bad { Err(format!("status {:?}\n{}", output.status, output.stderr)) } else { Ok(()) }
}
