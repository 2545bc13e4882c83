//! What is written about a run, and what the process tells by its status: nothing is lost without a word.

use std::fs::{self, OpenOptions};
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use crate::cli::folder;
use crate::process::{Input, PHASYNC, phasync_with};

type Check = fn() -> Result<(), Failed>;

/// One test a claim.
pub fn trials() -> Vec<Trial> {
    let checks: [(&str, Check); 5] = [
        ("a_command_without_what_it_needs_is_used_wrongly", a_command_without_what_it_needs_is_used_wrongly),
        ("what_cannot_be_written_is_told", what_cannot_be_written_is_told),
        ("no_program_is_overwritten", no_program_is_overwritten),
        ("a_session_says_that_something_went_wrong", a_session_says_that_something_went_wrong),
        ("a_program_from_standard_input_has_tasks", a_program_from_standard_input_has_tasks),
    ];
    checks.into_iter().map(|(name, check)| Trial::test(format!("told/{name}"), check)).collect()
}

/// Runs `phasync ARGS` in a folder that has `hello.pgo`, with standard output to a full disk if that is asked for; gives
/// the status and standard error.
fn run(args: &[&str], full: bool) -> Result<(Option<i32>, String), Failed> {
    let dir = folder("told")?;
    fs::write(dir.join("hello.pgo"), "fmt.Println(\"hello\")\n")?;
    let out = if full { OpenOptions::new().write(true).open("/dev/full")?.into() } else { Stdio::null() };
    let child = Command::new(PHASYNC)
        .args(args)
        .current_dir(&dir)
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(Stdio::piped())
        .spawn()?;
    let out = child.wait_with_output()?;
    if fs::read(dir.join("hello.pgo"))? != b"fmt.Println(\"hello\")\n" {
        return Err(format!("{args:?} has overwritten the program").into());
    }
    Ok((out.status.code(), String::from_utf8_lossy(&out.stderr).into_owned()))
}

fn expect(args: &[&str], full: bool, status: i32, says: &str) -> Result<(), Failed> {
    let (got, told) = run(args, full)?;
    if got == Some(status) && told.contains(says) {
        return Ok(());
    }
    Err(format!("{args:?}: want status {status} and {says:?}, got {got:?} and {told:?}").into())
}

fn a_command_without_what_it_needs_is_used_wrongly() -> Result<(), Failed> {
    for command in ["run", "check", "vet", "dis", "trace"] {
        expect(&[command], false, 2, "phasync: no file\nusage: phasync ")?;
    }
    expect(&["doc"], false, 2, "phasync: no name\nusage: phasync doc NAME;")?;
    expect(&["replay"], false, 2, "phasync: no recording\nusage: phasync replay ")?;
    expect(&["--record=x"], false, 2, "--record: only for a program")
}

fn what_cannot_be_written_is_told() -> Result<(), Failed> {
    if fs::metadata("/dev/full").is_err() {
        return Ok(());
    }
    expect(&["trace", "hello.pgo"], true, 1, "phasync: the trace: no space left on device")?;
    expect(&["trace", "--output=/dev/full", "hello.pgo"], false, 1, "phasync: the trace: no space")?;
    expect(&["--record=/dev/full", "hello.pgo"], false, 1, "phasync: the recording: no space")?;
    expect(&["--profile=/dev/full", "hello.pgo"], false, 1, "phasync: /dev/full: no space")?;
    // What the program itself ends with comes first.
    expect(&["--record=/dev/full", "-e", "os.Exit(3)"], false, 3, "phasync: the recording: no space")
}

fn no_program_is_overwritten() -> Result<(), Failed> {
    for flag in ["--record=hello.pgo", "--profile=./hello.pgo"] {
        expect(&[flag, "hello.pgo"], false, 2, "that is a program")?;
        expect(&[flag, "-e", "fmt.Println(1)"], false, 2, "that is a program")?;
    }
    expect(&["trace", "--output=hello.pgo", "hello.pgo"], false, 2, "that is a program")
}

fn a_session_says_that_something_went_wrong() -> Result<(), Failed> {
    let dir = folder("told")?;
    for (entries, status) in [
        ("y\n:quit\n", 1),
        ("1\n:quit\n", 0),
        ("y\nos.Exit(0)\n", 0),
        ("go func() { panic(\"behind\") }()\n1\n", 1),
        ("go func() { panic(\"behind\") }()\n:quit\n", 1),
    ] {
        let out = phasync_with(&[], Input { dir: &dir, stdin: entries.as_bytes() })?;
        if out.status != Some(status) {
            return Err(format!("{entries:?}: want {status}, got {:?}\n{}", out.status, out.stderr).into());
        }
    }
    Ok(())
}

fn a_program_from_standard_input_has_tasks() -> Result<(), Failed> {
    let text = b"package main\n\nfunc main() { t := go func() int { return 42 }(); println(await(t)) }\n";
    let dir = folder("told")?;
    let out = phasync_with(&["-"], Input { dir: &dir, stdin: text })?;
    if out.stderr != "42\n" || out.status != Some(0) {
        return Err(format!("{:?} {:?}", out.status, out.stderr).into());
    }
    Ok(())
}
