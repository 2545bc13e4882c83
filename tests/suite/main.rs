//! The golden tests: every script under `tests/` and `examples/` is one test, named after its file.
//!
//! `cargo test --test suite -- FILTER` runs those whose name holds FILTER. Goldens of plain Go
//! come from the real toolchain (`scripts/bless-go`), never from phasync's own output.

mod cli;
mod errors;
mod fuzz;
mod golden;
mod imports;
mod io;
mod process;
mod run;
mod session;
mod std_check;
mod std_index;
mod terminal;

use std::collections::HashSet;

use libtest_mimic::Arguments;

fn main() {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(run::trials());
    trials.extend(errors::trials());
    trials.extend(cli::trials());
    trials.extend(imports::trials());
    trials.extend(io::trials());
    trials.extend(std_index::trials());
    trials.extend(std_check::trials());
    trials.extend(golden::trials());
    trials.extend(fuzz::trials());
    trials.extend(session::trials());
    let known = known_failures();
    let trials = trials
        .into_iter()
        .map(|trial| {
            let fails = known.contains(trial.name());
            trial.with_ignored_flag(fails)
        })
        .collect();
    libtest_mimic::run(&args, trials).exit();
}

/// The names in `tests/known-failures.txt`, which has the reason of each.
fn known_failures() -> HashSet<String> {
    let text = std::fs::read_to_string(process::root().join("tests/known-failures.txt")).unwrap_or_default();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next())
        .map(str::to_string)
        .collect()
}
