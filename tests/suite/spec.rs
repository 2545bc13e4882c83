//! The Go specification, section by section: `tests/spec`.
//!
//! A folder a section, in it programs that show what the section's rules accept (`name.out` and the files that
//! `run.rs` knows) and what they refuse (`name.diag`, as in `errors.rs`). A folder with a `go.mod` is one program of
//! several files or packages; its goldens lie beside the folder and bear its name. All goldens come from Go.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, Output, beside, difference, phasync_where, programs, root, test_name};
use crate::{errors, run};

/// One test a program.
pub fn trials() -> Vec<Trial> {
    let mut units: Vec<PathBuf> = programs("tests/spec").into_iter().map(|file| unit(&file)).collect();
    units.dedup();
    units.into_iter().map(|path| Trial::test(test_name(&path), move || check(&path))).collect()
}

/// The outermost folder with a `go.mod` that the file lies in, or the file itself.
fn unit(file: &Path) -> PathBuf {
    let top = root().join("tests");
    let folders = file.ancestors().take_while(|folder| *folder != top);
    folders.filter(|folder| folder.join("go.mod").exists()).last().unwrap_or(file).to_path_buf()
}

fn check(path: &Path) -> Result<(), Failed> {
    if path.is_dir() {
        return check_folder(path, path, None);
    }
    match beside(path, "diag") {
        None => run::check(path, None),
        Some(_) => errors::check(path),
    }
}

/// The program in the folder `dir`, whose goldens lie beside `folder`, with what has been downloaded in `cache`.
pub fn check_folder(folder: &Path, dir: &Path, cache: Option<&Path>) -> Result<(), Failed> {
    let input = || Input { dir, stdin: b"" };
    match beside(folder, "diag") {
        None => {
            let stress = if run::stressed() { &["--gc-stress"][..] } else { &[] };
            let args = [&["run"], stress, &["."]].concat();
            run::compare(folder, &phasync_where(&args, input(), cache)?)
        }
        Some(golden) => is_refused(&golden, &phasync_where(&["check", "--diag=go", "."], input(), cache)?),
    }
}

fn is_refused(golden: &str, got: &Output) -> Result<(), Failed> {
    let mut wrong = String::new();
    if got.status != Some(1) {
        wrong += &format!("exit status: want 1, got {:?}\n", got.status);
    }
    let printed = format!("{}{}", got.stdout, got.stderr);
    wrong += &difference("diagnostics", golden, &printed).unwrap_or_default();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}
