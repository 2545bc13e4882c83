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
mod told;
mod vet;
mod watch;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use libtest_mimic::Arguments;

fn main() {
    if let Some(status) = embed::be_the_example() {
        std::process::exit(status);
    }
    // What the tests start is to notice an interrupt, though a shell may have made the background of a script ignore it: what has
    // an action here is by default there.
    for signal in [libc::SIGINT, libc::SIGHUP] {
        let ends = Arc::new(AtomicBool::new(true));
        if let Err(error) = signal_hook::flag::register_conditional_default(signal, ends) {
            eprintln!("signal {signal}: {error}");
        }
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
    trials.extend(told::trials());
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
