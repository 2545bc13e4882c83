//! What a run has cost: `--stats`.

use std::fs;
use std::path::Path;

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, phasync_with};

type Check = fn() -> Result<(), Failed>;

/// One test a claim.
pub fn trials() -> Vec<Trial> {
    let checks: [(&str, Check); 3] = [
        ("collections_and_memory_are_counted", collections_and_memory_are_counted),
        ("goroutines_and_turns_are_counted_alike_in_each_order", goroutines_and_turns_are_counted),
        ("a_run_that_ends_otherwise_has_them_too", a_run_that_ends_otherwise_has_them_too),
    ];
    checks.into_iter().map(|(name, check)| Trial::test(format!("stats/{name}"), check)).collect()
}

/// Runs the text with flags; gives what came out, and each number on standard error, by line.
fn run(name: &str, text: &str, flags: &[&str]) -> Result<(String, Vec<Vec<f64>>), Failed> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("stats-{}-{name}", std::process::id()));
    fs::create_dir_all(&dir)?;
    fs::write(dir.join("p.pgo"), text)?;
    let args: Vec<&str> =
        ["run", "--stats"].into_iter().chain(flags.iter().copied()).chain(["p.pgo"]).collect();
    let output = phasync_with(&args, Input { dir: &dir, stdin: b"" })?;
    let numbers = |line: &str| {
        line.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|word| word.parse().ok()).collect()
    };
    let lines = output
        .stderr
        .lines()
        .filter(|line| ["time: ", "heap: ", "goroutines: "].iter().any(|start| line.starts_with(start)));
    Ok((output.stdout, lines.map(numbers).collect()))
}

fn expect(holds: bool, what: impl FnOnce() -> String) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(what().into()) }
}

fn collections_and_memory_are_counted() -> Result<(), Failed> {
    let text = "\
keep := make([]byte, 3_000_000)
for i := range 40 {
\tlost := make([]byte, 1_000_000)
\tlost[i] = keep[i]
}
runtime.GC()
fmt.Println(len(keep))
";
    let (stdout, lines) = run("memory", text, &[])?;
    expect(stdout == "3000000\n", || stdout)?;
    let [time, heap, _] = &lines[..] else { return Err(format!("{lines:?}").into()) };
    let [elapsed, share, collections, total, longest] = time[..] else {
        return Err(format!("{time:?}").into());
    };
    expect(collections >= 2.0 && longest <= total && total <= elapsed && share <= 100.0, || {
        format!("{time:?}")
    })?;
    let [peak, live, handed_out] = heap[..] else { return Err(format!("{heap:?}").into()) };
    expect((3.0..3.5).contains(&live), || format!("{live} MB alive"))?;
    expect(handed_out >= 43.0 && peak < handed_out && peak >= live, || format!("{heap:?}"))
}

fn goroutines_and_turns_are_counted() -> Result<(), Failed> {
    // Main has a turn at the start and one after each wait; each of the others has two, since it yields once.
    let text = "\
var wg sync.WaitGroup
for range 3 {
\twg.Add(100)
\tfor range 100 {
\t\tgo func() {
\t\t\truntime.Gosched()
\t\t\twg.Done()
\t\t}()
\t}
\twg.Wait()
}
";
    for flags in [&[][..], &["--sched=random", "--seed=5"], &["--sched=lifo"]] {
        let (_, lines) = run("goroutines", text, flags)?;
        let goroutines = lines.last().ok_or("no lines")?;
        expect(goroutines == &[301.0, 101.0, 604.0], || format!("{flags:?}: {lines:?}"))?;
    }
    Ok(())
}

fn a_run_that_ends_otherwise_has_them_too() -> Result<(), Failed> {
    for text in ["os.Exit(3)", "panic(1)", "select {}"] {
        let (_, lines) = run("end", text, &[])?;
        expect(lines.len() == 3, || format!("{text}: {lines:?}"))?;
    }
    Ok(())
}
