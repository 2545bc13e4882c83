//! `phasync test` against `go test`: each line of `tests/gotest/commands` is a test, which must print what
//! `scripts/bless-gotest` has had the real one print, times left out.

use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use crate::process::{PHASYNC, root};

/// One test a command.
pub fn trials() -> Vec<Trial> {
    let expected = std::fs::read_to_string(root().join("tests/gotest/expected")).unwrap_or_default();
    let blocks = expected.split("\n$ ").map(|block| block.strip_prefix("$ ").unwrap_or(block));
    let mut trials = Vec::new();
    for block in blocks {
        let (command, want) = block.split_once('\n').unwrap_or((block, ""));
        let (command, want) = (command.trim().to_owned(), want.trim_end().to_owned());
        let name = format!("gotest/{}", command.replace(' ', "_"));
        trials.push(Trial::test(name, move || run(&command, &want)));
    }
    trials.push(Trial::test("gotest/benchmarks_are_measured", benchmarks_are_measured));
    trials.push(Trial::test("gotest/failfast_starts_no_other_package", failfast_starts_no_other_package));
    trials.push(Trial::test("gotest/a_panic_ends_the_tests", a_panic_ends_the_tests));
    trials
}

/// What the command prints, and its status at the end.
fn output(command: &str) -> Result<String, Failed> {
    let mut words = command.split(' ');
    let dir = root().join("tests/gotest").join(words.next().unwrap_or("."));
    // Both streams in one pipe, so that their order is seen.
    let (mut reader, writer) = std::io::pipe()?;
    let errors = writer.try_clone()?;
    let mut child = Command::new(PHASYNC)
        .arg("test")
        .args(words)
        .current_dir(dir)
        .stdin(Stdio::null())
        .stdout(writer)
        .stderr(errors)
        .spawn()?;
    let mut text = String::new();
    std::io::Read::read_to_string(&mut reader, &mut text)?;
    let status = child.wait()?.code().unwrap_or(-1);
    text.push_str(&format!("status {status}"));
    Ok(text)
}

/// Which packages go test still runs depends on how many it runs at once; here it is one after the other.
fn failfast_starts_no_other_package() -> Result<(), Failed> {
    let fast = output(". -failfast ./fail ./pass")?;
    let slow = output(". ./fail ./pass")?;
    if fast.contains("ok  \t") || !slow.contains("ok  \t") || !fast.ends_with("FAIL\nstatus 1") {
        return Err(format!("-failfast:\n{fast}\nwithout:\n{slow}").into());
    }
    Ok(())
}

/// Leaves times out.
fn masked(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = match (line.find(" ("), line.ends_with("s)")) {
            _ if line.starts_with('{') => masked_event(line),
            (Some(at), true) if line.trim_start().starts_with("--- ") => format!("{} (TIME)", &line[..at]),
            _ => match line.splitn(3, '\t').collect::<Vec<_>>().as_slice() {
                [kind, path, rest] if rest.starts_with(|c: char| c.is_ascii_digit()) => {
                    let note = rest.find(' ').map_or("", |at| &rest[at..]);
                    format!("{kind}\t{path}\tTIME{note}")
                }
                _ => line.to_owned(),
            },
        };
        out.push_str(&line);
        out.push('\n');
    }
    out.trim_end().to_owned()
}

/// An event without its times.
fn masked_event(line: &str) -> String {
    let mut line = line.to_owned();
    if let Some(at) = line.find("\"Time\":\"")
        && let Some(end) = line[at..].find("\",")
    {
        line.replace_range(at..at + end + 2, "");
    }
    for (before, after) in [("\"Elapsed\":", "TIME"), (" (", "TIME"), ("\\t", "TIME")] {
        let mut from = 0;
        while let Some(at) = line[from..].find(before).map(|n| from + n + before.len()) {
            let digits = line[at..].find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(0);
            if digits > 0 {
                // The unit, too.
                let unit = usize::from(line[at + digits..].starts_with('s'));
                line.replace_range(at..at + digits + unit, after);
            }
            from = at;
        }
    }
    line
}

fn run(command: &str, want: &str) -> Result<(), Failed> {
    let got = masked(&output(command)?);
    if got == want {
        return Ok(());
    }
    Err(format!("got:\n{got}\n\nwant:\n{want}").into())
}

fn benchmarks_are_measured() -> Result<(), Failed> {
    let text = output("pass -run=^$ -bench=. -benchtime=3x -benchmem")?;
    for part in [
        "goos: linux\n",
        "pkg: example.com/t/pass\n",
        "BenchmarkDouble",
        "       3\t",
        " ns/op\t",
        " B/op\t",
        "\nPASS\nok  \t",
    ] {
        if !text.contains(part) {
            return Err(format!("{part:?} is not in\n{text}").into());
        }
    }
    Ok(())
}

fn a_panic_ends_the_tests() -> Result<(), Failed> {
    let text = output("stops -run=Panic")?;
    let want = [
        "--- FAIL: TestPanic (",
        "    --- FAIL: TestPanic/sub (",
        "        stops_test.go:",
        "panic: ",
        "oh no",
        "\ngoroutine ",
        "exit status 2\nFAIL\texample.com/t/stops\t",
        "status 1",
    ];
    let mut at = 0;
    for part in want {
        match text[at..].find(part) {
            Some(n) => at += n + part.len(),
            None => return Err(format!("{part:?} is not in its place in\n{text}").into()),
        }
    }
    Ok(())
}
