//! Watching: reports, traces, and that nothing changes when someone watches.
//!
//! - `tests/report/x.go` dies, or leaves goroutines behind: what standard error says before the traces must equal `x.teach`, and
//!   in the style of Go `x.plain`.
//! - `tests/trace/x.go` is traced: `x.trace` has the lanes, `x.json` the events.
//! - The programs of [`WATCHED`] must print under `phasync trace` what they print without.
//!
//! With `PHASYNC_BLESS=1` in the environment the goldens are written instead of compared.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{beside, difference, phasync, programs, test_name};
use crate::run::flags;

/// Folders whose programs are run with someone watching.
const WATCHED: [&str; 8] = [
    "tests/order",
    "tests/run/chan",
    "tests/run/select",
    "tests/run/goroutine",
    "tests/run/sync",
    "tests/run/time",
    "tests/run/context",
    "tests/watch",
];
/// Orders of the ready queue in which they are run.
const ORDERS: [&[&str]; 2] = [&[], &["--sched=random", "--seed=7"]];

/// All tests.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    let mut add = |path: PathBuf, what: &str, check: fn(&Path) -> Result<(), Failed>| {
        trials.push(Trial::test(format!("{} {what}", test_name(&path)), move || check(&path)));
    };
    for path in programs("tests/report") {
        add(path.clone(), "teach", |path| report(path, "teach"));
        add(path, "plain", |path| report(path, "plain"));
    }
    for path in programs("tests/trace") {
        add(path.clone(), "lanes", |path| trace(path, &["trace"], "trace"));
        add(path, "events", |path| trace(path, &["trace", "--json"], "json"));
    }
    for path in WATCHED.iter().flat_map(|folder| programs(folder)) {
        add(path, "watched", watched);
    }
    trials
}

/// Compares a text with a golden, or writes the golden.
fn golden(path: &Path, extension: &str, what: &str, got: &str) -> Result<(), Failed> {
    if std::env::var_os("PHASYNC_BLESS").is_some() {
        fs::write(path.with_extension(extension), got)?;
        return Ok(());
    }
    let want = beside(path, extension).ok_or("no golden: run with PHASYNC_BLESS=1")?;
    difference(what, &want, got).map_or(Ok(()), |wrong| Err(wrong.into()))
}

fn report(path: &Path, extension: &str) -> Result<(), Failed> {
    let format = if extension == "plain" { "go" } else { extension };
    let mut args = vec!["run".to_owned(), format!("--diag={format}")];
    args.extend(flags(path)?);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let got = phasync(&args, path, &[], "")?;
    // Traces are Go's, and tested where programs are run.
    let before = got.stderr.split("\ngoroutine ").next().unwrap_or_default();
    golden(path, extension, "standard error", before)
}

fn trace(path: &Path, args: &[&str], extension: &str) -> Result<(), Failed> {
    let flags = flags(path)?;
    let args: Vec<&str> = args.iter().copied().chain(flags.iter().map(String::as_str)).collect();
    let got = phasync(&args, path, &[], "")?;
    golden(path, extension, "the trace", &got.stdout)
}

/// Runs a program with and without someone who watches: everything that it does is the same.
fn watched(path: &Path) -> Result<(), Failed> {
    let flags = flags(path)?;
    let flags: Vec<&str> = flags.iter().map(String::as_str).collect();
    let script_args: Vec<String> =
        beside(path, "args").unwrap_or_default().lines().map(str::to_owned).collect();
    let stdin = beside(path, "stdin").unwrap_or_default();
    let unread = format!("watched-{}-{}", std::process::id(), test_name(path).replace('/', "-"));
    let unread = Path::new(env!("CARGO_TARGET_TMPDIR")).join(unread);
    for order in ORDERS {
        let args: Vec<&str> =
            ["run"].into_iter().chain(flags.iter().copied()).chain(order.iter().copied()).collect();
        let alone = phasync(&args, path, &script_args, &stdin)?;
        // The trace itself is of no interest here.
        let output = format!("--output={}", unread.display());
        let args: Vec<&str> = ["trace", &output]
            .into_iter()
            .chain(flags.iter().copied())
            .chain(order.iter().copied())
            .collect();
        let watched = phasync(&args, path, &script_args, &stdin)?;
        if alone.status != watched.status {
            return Err(format!("{order:?}: status {:?}, watched {:?}", alone.status, watched.status).into());
        }
        let differs = difference("standard output", &alone.stdout, &watched.stdout)
            .or_else(|| difference("standard error", &alone.stderr, &watched.stderr));
        if let Some(differs) = differs {
            return Err(format!("{order:?}: {differs}").into());
        }
    }
    fs::remove_file(unread)?;
    Ok(())
}
