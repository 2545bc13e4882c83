//! Programs whose results may not depend on the order in which tasks run: `tests/seeds`.
//!
//! `name.pgo` is run in virtual time, first in, first out, and then in a random order under each of [`SEEDS`] seeds, all in this
//! process; each time it must print `name.out`. A failure names the seed: `phasync --virtual-time --sched=random --seed=N` repeats
//! the run.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use phasync::engine::{End, Engine, Order, Output};

use crate::process::{beside, difference, programs, test_name};

/// How many seeds.
const SEEDS: u64 = 200;

/// A test for each program.
pub fn trials() -> Vec<Trial> {
    let trial = |path: std::path::PathBuf| Trial::test(test_name(&path), move || check(&path));
    programs("tests/seeds").into_iter().map(trial).collect()
}

fn check(path: &Path) -> Result<(), Failed> {
    let text = fs::read(path)?;
    let want = beside(path, "out").ok_or("there is no golden .out beside it")?;
    run(&text, &want, Order::Fifo, 1).map_err(|wrong| format!("first in, first out:\n{wrong}"))?;
    for seed in 1..=SEEDS {
        run(&text, &want, Order::Random, seed)
            .map_err(|wrong| format!("--sched=random --seed={seed}:\n{wrong}"))?;
    }
    Ok(())
}

fn run(text: &[u8], want: &str, order: Order, seed: u64) -> Result<(), String> {
    let (out, err) = (Output::new(), Output::new());
    let built = Engine::builder()
        .file("main.pgo", text)
        .virtual_time(true)
        .order(order)
        .seed(seed)
        .stdout(out.clone())
        .stderr(err.clone())
        .build();
    let mut engine = built.map_err(|refused| refused.to_string())?;
    let end = engine.run();
    let mut wrong = difference("standard output", want, &out.take_text()).unwrap_or_default();
    wrong += &difference("standard error", "", &err.take_text()).unwrap_or_default();
    if !matches!(end, End::Returned | End::Exit(0)) {
        wrong += &format!("it ended so: {end:?}\n");
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}
