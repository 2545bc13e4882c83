//! What the fuzzers found: `tests/fuzz-findings`, each file an input that once made the interpreter fail.
//!
//! A finding need not be a program. As Go and as a script, it must be checked and run without a panic, without a
//! signal, without an "internal error", and in time.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, Output, phasync_with, root};

/// One test a finding.
pub fn trials() -> Vec<Trial> {
    let entries = fs::read_dir(root().join("tests/fuzz-findings")).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "input"));
    paths.sort();
    let trial = |path: PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(format!("fuzz-findings/{stem}"), move || check(&path))
    };
    paths.into_iter().map(trial).collect()
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
