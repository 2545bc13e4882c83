//! The golden tests: every script under `tests/` and `examples/` is one test, named after its file.
//!
//! `cargo test --test suite -- FILTER` runs those whose name holds FILTER. Goldens of plain Go
//! come from the real toolchain (`scripts/bless-go`), never from phasync's own output.

mod cli;
mod docs;
mod embed;
mod errors;
mod fuzz;
mod golden;
mod gotest;
mod imports;
mod io;
mod language;
mod modules;
mod opcodes;
mod piped;
mod process;
mod profile;
mod replay;
mod run;
mod seeds;
mod session;
mod spec;
mod stats;
mod std_check;
mod std_index;
mod terminal;
mod vet;
mod watch;

use libtest_mimic::Arguments;

fn main() {
    if let Some(status) = embed::be_the_example() {
        std::process::exit(status);
    }
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(run::trials());
    trials.extend(seeds::trials());
    trials.extend(errors::trials());
    trials.extend(spec::trials());
    trials.extend(modules::trials());
    trials.extend(vet::trials());
    trials.extend(cli::trials());
    trials.extend(docs::trials());
    trials.extend(embed::trials());
    trials.extend(imports::trials());
    trials.extend(io::trials());
    trials.extend(std_index::trials());
    trials.extend(std_check::trials());
    trials.extend(golden::trials());
    trials.extend(gotest::trials());
    trials.extend(fuzz::trials());
    trials.extend(watch::trials());
    trials.extend(piped::trials());
    trials.extend(session::trials());
    trials.extend(replay::trials());
    trials.extend(profile::trials());
    trials.extend(stats::trials());
    let names = trials.iter().map(|trial| trial.name().to_owned()).collect();
    trials.extend(language::trials(names));
    let conclusion = libtest_mimic::run(&args, trials);
    conclusion.exit_if_failed();
    let last = opcodes::trials(&args);
    if !last.is_empty() {
        libtest_mimic::run(&args, last).exit();
    }
}
