//! Programs that run: `tests/run`, `tests/order` and `examples`.
//!
//! `name.go` or `name.pgo` is run; its standard output must equal `name.out`. Beside it may lie
//!
//! - `name.err`: what standard error must begin with (all of it, when the status is 0);
//! - `name.status`: the exit status, when it is not 0;
//! - `name.args`: the script's arguments, one a line; `name.stdin`: its standard input.
//!
//! A first line `// flags: --virtual-time` gives options to the command itself. With `PHASYNC_GC_STRESS` set in the
//! environment every program collects at every safepoint, which finds what the collector does not know of.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Output, beside, difference, phasync, programs, test_name};

/// Folders whose programs print the same under every seed: they are run under these, too.
const SEEDED: [&str; 6] = ["run/chan", "run/select", "run/map", "run/goroutine", "run/coro", "run/sched"];
const SEEDS: [&str; 2] = ["--seed=1", "--seed=20"];

/// What is left out when every program collects at every safepoint, and why.
const NOT_UNDER_STRESS: [(&str, &str); 10] = [
    (
        "run/chan/close_wakes_many",
        "each collection visits 100,000 stacks; close_wakes_a_few does the same with fewer",
    ),
    (
        "run/stdlib/deep_equality_of_long_lists",
        "each of 60,000 collections visits as many objects; deep_equality has short lists",
    ),
    (
        "run/task/a_hundred_thousand_runs_leave_nothing",
        "each of its runs collects some twenty times; the other tests of tasks have few runs",
    ),
    ("run/stdlib/tls/https_between_client_and_server", "its handshakes have ten seconds"),
    ("run/stdlib/tls/both_ends_show_certificates", "what it reads has to come within three seconds"),
    (
        "run/stdlib/x509/certificates_have_all_extensions",
        "its keys are made of some millions of big integers",
    ),
    ("run/stdlib/x509/requests_and_lists", "its keys are made of some millions of big integers"),
    (
        "run/goroutine/deep_stacks_one_after_the_other",
        "each collection visits up to 600,000 frames; deep_recursion_inside_a_goroutine has fewer",
    ),
    (
        "run/fatal/frames_with_arrays_are_too_many",
        "each collection visits a stack that is as large as may be; frames_that_could_make_arrays has a smaller one",
    ),
    (
        "run/fatal/frames_with_arrays_as_parameters_are_too_many",
        "each collection visits a stack that is as large as may be",
    ),
];

/// One test a program, and one more for each seed where seeds matter.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for folder in ["tests/run", "tests/order", "examples"] {
        for path in programs(folder) {
            let name = test_name(&path);
            if SEEDED.iter().any(|folder| name.starts_with(folder)) {
                for seed in SEEDS {
                    trials.push(trial(format!("{name} {seed}"), path.clone(), Some(seed)));
                }
            }
            trials.push(trial(name, path, None));
        }
    }
    trials
}

fn trial(name: String, path: PathBuf, seed: Option<&'static str>) -> Trial {
    let left_out = stressed() && NOT_UNDER_STRESS.iter().any(|(long, _)| test_name(&path) == *long);
    Trial::test(name, move || check(&path, seed)).with_ignored_flag(left_out)
}

/// Runs the program at `path`, under a seed if one is given, and compares what it does with its goldens.
///
/// # Errors
/// What differs, or that the program could not be run.
pub fn check(path: &Path, seed: Option<&str>) -> Result<(), Failed> {
    let flags = flags(path)?;
    let mut args = vec!["run"];
    args.extend(flags.iter().map(String::as_str));
    args.extend(seed);
    if stressed() {
        args.push("--gc-stress");
    }
    let script_args: Vec<String> =
        beside(path, "args").unwrap_or_default().lines().map(str::to_owned).collect();
    let got = phasync(&args, path, &script_args, &beside(path, "stdin").unwrap_or_default())?;
    compare(path, &got)
}

/// Whether every program is to collect at every safepoint.
pub fn stressed() -> bool {
    std::env::var_os("PHASYNC_GC_STRESS").is_some()
}

/// Compares what a program did with the goldens beside its file or folder.
///
/// # Errors
/// What differs.
pub fn compare(path: &Path, got: &Output) -> Result<(), Failed> {
    let want = beside(path, "out").ok_or("there is no golden .out beside it")?;
    let mut wrong = String::new();
    let status: i32 = beside(path, "status").map_or(Ok(0), |text| text.trim().parse())?;
    if got.status != Some(status) {
        wrong += &format!("exit status: want {status}, got {:?}\n", got.status);
    }
    wrong += &difference("standard output", &want, &got.stdout).unwrap_or_default();
    let err = beside(path, "err").unwrap_or_default();
    // A panic's text is followed by traces, which name addresses and the runtime's own frames.
    let lines = if status == 0 { usize::MAX } else { err.lines().count() };
    let head: String = got.stderr.split_inclusive('\n').take(lines).collect();
    wrong += &difference("standard error", &err, &head).unwrap_or_default();
    if wrong.is_empty() {
        return Ok(());
    }
    if !got.stderr.is_empty() && err.is_empty() {
        wrong += &format!("standard error:\n{}", got.stderr.lines().take(12).collect::<Vec<_>>().join("\n"));
    }
    Err(wrong.into())
}

/// The options on the file's `// flags:` line.
pub fn flags(path: &Path) -> Result<Vec<String>, Failed> {
    let source = fs::read(path)?;
    let first = source.split(|&b| b == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first);
    Ok(first.strip_prefix("// flags:").unwrap_or("").split_whitespace().map(str::to_owned).collect())
}
