//! Embedding: the example program prints what its golden file says, and the command uses nothing but the engine.
//!
//! The example is compiled into this binary, which starts itself to run it.

#[path = "../../examples/embed/main.rs"]
mod example;

use std::fs;
use std::process::Command;

use libtest_mimic::{Failed, Trial};

use crate::process::{difference, root};

/// The argument with which this binary is the example.
const EXAMPLE: &str = "--be-the-embedding-example";

/// Is the example, if that is what this process was started for. Gives the exit status.
pub fn be_the_example() -> Option<i32> {
    if std::env::args().nth(1).as_deref() != Some(EXAMPLE) {
        return None;
    }
    Some(match example::main() {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("{error}");
            1
        }
    })
}

/// The tests of this file.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::test("embed/example_prints_its_golden_file", example_prints_its_golden_file),
        Trial::test("embed/command_uses_the_engine_only", command_uses_the_engine_only),
    ]
}

fn example_prints_its_golden_file() -> Result<(), Failed> {
    let output = Command::new(std::env::current_exe()?).arg(EXAMPLE).output()?;
    let want = fs::read(root().join("examples/embed/main.out"))?;
    let mut wrong = difference(
        "standard output",
        &String::from_utf8_lossy(&want),
        &String::from_utf8_lossy(&output.stdout),
    );
    if !output.status.success() || !output.stderr.is_empty() {
        wrong.get_or_insert_default().push_str(&String::from_utf8_lossy(&output.stderr));
    }
    wrong.map_or(Ok(()), |wrong| Err(wrong.into()))
}

fn command_uses_the_engine_only() -> Result<(), Failed> {
    let mut wrong = String::new();
    let mut open = vec![root().join("repl/src")];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path)?.flatten().map(|entry| entry.path()));
            continue;
        }
        for (number, line) in fs::read_to_string(&path)?.lines().enumerate() {
            for used in line.split("phasync::").skip(1) {
                if !used.starts_with("engine::") {
                    wrong += &format!("{}:{}: {}\n", path.display(), number + 1, line.trim());
                }
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}
