//! Where a program spends its time: `--profile`, `--profile-ops`.

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, phasync_with};

type Check = fn() -> Result<(), Failed>;

/// One test a claim.
pub fn trials() -> Vec<Trial> {
    let checks: [(&str, Check); 5] = [
        ("time_goes_to_the_lines_that_take_it", time_goes_to_the_lines_that_take_it),
        ("each_goroutine_has_its_own_stacks", each_goroutine_has_its_own_stacks),
        ("the_schedule_is_the_same", the_schedule_is_the_same),
        ("the_picture_is_svg_and_needs_a_place", the_picture_is_svg_and_needs_a_place),
        ("instructions_are_counted_where_that_is_free", instructions_are_counted_where_that_is_free),
    ];
    checks.into_iter().map(|(name, check)| Trial::test(format!("profile/{name}"), check)).collect()
}

/// A folder of this test's own.
fn folder(name: &str) -> Result<PathBuf, Failed> {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("profile-{}-{name}", std::process::id()));
    fs::create_dir_all(&dir)?;
    Ok(dir)
}

/// Runs a program with flags; gives what it printed.
fn run(dir: &Path, text: &str, flags: &[&str]) -> Result<(String, String, Option<i32>), Failed> {
    fs::write(dir.join("p.go"), text)?;
    let args: Vec<&str> = ["run"].into_iter().chain(flags.iter().copied()).chain(["p.go"]).collect();
    let output = phasync_with(&args, Input { dir, stdin: b"" })?;
    Ok((output.stdout, output.stderr, output.status))
}

/// Microseconds of the stacks that hold all these texts, and of all.
fn share(dir: &Path, wanted: &[&str]) -> Result<(u64, u64), Failed> {
    let (mut some, mut all) = (0, 0);
    for line in fs::read_to_string(dir.join("p.folded"))?.lines() {
        let (stack, micros) = line.rsplit_once(' ').ok_or_else(|| format!("no time: {line}"))?;
        let micros: u64 = micros.parse().map_err(|_| format!("no number: {line}"))?;
        all += micros;
        if wanted.iter().all(|text| stack.contains(text)) {
            some += micros;
        }
    }
    Ok((some, all))
}

fn expect(holds: bool, what: impl FnOnce() -> String) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(what().into()) }
}

const WORK: &str = "\
package main

func spin(n int) int {
\tsum := 0
\tfor i := range n {
\t\tsum += i & 7
\t}
\treturn sum
}

func main() {
\tc := make(chan int)
\tgo func() {
\t\tfor range 50 {
\t\t\tspin(60_000)
\t\t\tc <- 1
\t\t}
\t\tclose(c)
\t}()
\tfor range c {
\t\tspin(600)
\t}
\tprintln(spin(10))
}
";

fn time_goes_to_the_lines_that_take_it() -> Result<(), Failed> {
    let dir = folder("lines")?;
    run(&dir, WORK, &["--profile=p.folded"])?;
    let (spin, all) = share(&dir, &["main.spin p.go:5"])?;
    let (spin, all) = (spin + share(&dir, &["main.spin p.go:6"])?.0, all);
    expect(spin * 10 > all * 6, || format!("{spin} of {all} µs in the loop of spin"))
}

fn each_goroutine_has_its_own_stacks() -> Result<(), Failed> {
    let dir = folder("goroutines")?;
    run(&dir, WORK, &["--profile=p.folded"])?;
    let (busy, all) = share(&dir, &["goroutine 2: main.main.func1;main.main.func1 p.go:15;main.spin"])?;
    expect(busy * 2 > all, || format!("{busy} of {all} µs in goroutine 2"))
}

fn the_schedule_is_the_same() -> Result<(), Failed> {
    let dir = folder("schedule")?;
    let text = "package main\n\nfunc main() {\n\tdone := make(chan bool)\n\tfor g := range 3 {\n\t\tgo func() {\n\t\t\tfor i := range 30_000 {\n\t\t\t\tif i%5_000 == 0 {\n\t\t\t\t\tprintln(g, i)\n\t\t\t\t}\n\t\t\t}\n\t\t\tdone <- true\n\t\t}()\n\t}\n\tfor range 3 {\n\t\t<-done\n\t}\n}\n";
    for flags in [&["--preempt=777"][..], &["--preempt=100", "--sched=random", "--seed=3"], &[]] {
        let alone = run(&dir, text, flags)?;
        let profiled = run(&dir, text, &[flags, &["--profile=p.folded"]].concat())?;
        expect(alone == profiled, || format!("{flags:?}: {alone:?} and {profiled:?}"))?;
    }
    Ok(())
}

fn the_picture_is_svg_and_needs_a_place() -> Result<(), Failed> {
    let dir = folder("picture")?;
    let (_, stderr, status) = run(&dir, WORK, &["--profile"])?;
    let svg = fs::read_to_string(dir.join("profile.svg"))?;
    expect(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"), || svg.clone())?;
    expect(svg.contains(">goroutine 2: main.main.func1<"), || svg.clone())?;
    expect(status == Some(0) && stderr == "29\n", || format!("{status:?}: {stderr}"))?;
    let (_, stderr, status) = run(&dir, WORK, &["--profile=no/such/folder.svg"])?;
    let told = stderr.contains("no/such/folder.svg: no such file or directory");
    expect(told && status == Some(1), || format!("{status:?}: {stderr}"))
}

fn instructions_are_counted_where_that_is_free() -> Result<(), Failed> {
    let dir = folder("counts")?;
    let (_, stderr, status) = run(&dir, WORK, &["--profile-ops"])?;
    if stderr.contains("a release build does not count") {
        return expect(status == Some(2), || format!("{status:?}"));
    }
    // Each of the 3,030,010 rounds of spin is an addition and a back-edge.
    let line = |name: &str| stderr.lines().find(|line| line.ends_with(&format!(" %  {name}")));
    let count = |name: &str| line(name).and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    let (pair, alone) = (count("AddInt IncLoopLtInt"), count("IncLoopLtInt"));
    expect(pair == Some(3_030_010) && alone >= pair, || format!("{pair:?} {alone:?}\n{stderr}"))
}
