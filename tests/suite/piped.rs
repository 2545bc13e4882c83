//! The interactive session without a terminal: entries from a pipe.

use std::fs;
use std::path::PathBuf;

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, phasync_with, root};

type Test = fn() -> Result<(), Failed>;

pub fn trials() -> Vec<Trial> {
    let tests: [(&str, Test); 8] = [
        ("entries_and_programs", entries_and_programs),
        ("a_long_program_takes_time_in_proportion", a_long_program_takes_time_in_proportion),
        ("a_long_literal_takes_time_in_proportion", a_long_literal_takes_time_in_proportion),
        ("what_is_no_text_is_refused", what_is_no_text_is_refused),
        ("the_end_in_the_middle_of_an_entry", the_end_in_the_middle_of_an_entry),
        ("exit_in_a_goroutine_ends_the_session", exit_in_a_goroutine_ends_the_session),
        ("a_goroutine_that_panics_leaves_the_session", a_goroutine_that_panics_leaves_the_session),
        ("names_that_hide_others", names_that_hide_others),
    ];
    tests.into_iter().map(|(name, test)| Trial::test(format!("piped/{name}"), test)).collect()
}

fn dir() -> Result<PathBuf, Failed> {
    let dir = root().join("target/tests/piped");
    fs::create_dir_all(&dir)?;
    Ok(dir)
}

/// Gives a session this input: it must print `stdout`, print each of `errors` to standard error, and end with `status`.
fn session(stdin: &[u8], stdout: &str, errors: &[&str], status: i32) -> Result<(), Failed> {
    let out = phasync_with(&[], Input { dir: &dir()?, stdin })?;
    let told =
        errors.iter().all(|error| out.stderr.contains(error)) && errors.is_empty() == out.stderr.is_empty();
    if out.stdout != stdout || !told || out.status != Some(status) {
        let what = format!("status {:?}\nstdout {:?}\nstderr {:?}", out.status, out.stdout, out.stderr);
        return Err(what.into());
    }
    Ok(())
}

fn entries_and_programs() -> Result<(), Failed> {
    let input = "x := 20\nfunc twice(n int) int {\n\treturn 2 * n\n}\ntwice(x) + 2\n\
        package main\n\nfunc main() { println(`p`) }\n\nfunc f() int { return 7 }\n:vars\nf()\n";
    session(
        input.as_bytes(),
        "int = 42\nx int = 20\nfunc twice(n int) int\nfunc main()\nfunc f() int\nint = 7\n",
        &["p\n"],
        0,
    )
}

/// 50,000 functions: were the text read again with each of its lines, this would take hours.
fn a_long_program_takes_time_in_proportion() -> Result<(), Failed> {
    let mut text = String::from("package main\n\nimport \"fmt\"\n");
    for i in 0..50_000 {
        text.push_str(&format!("\nfunc f{i}() int {{\n\treturn {i}\n}}\n"));
    }
    text.push_str("\nfunc main() { fmt.Println(f49999()) }\n");
    session(text.as_bytes(), "49999\n", &[], 0)
}

fn a_long_literal_takes_time_in_proportion() -> Result<(), Failed> {
    let lines =
        "\t\"not ] in a string\", `)\n`, '}', // nor { in a comment\n".replace("'}'", "\"x\"").repeat(20_000);
    session(format!("x := []string{{\n{lines}}}\nlen(x)\n").as_bytes(), "int = 60000\n", &[], 0)
}

fn what_is_no_text_is_refused() -> Result<(), Failed> {
    session(b"x := \"\xff\xfe\"\n1 + 1\n", "int = 2\n", &["input that is no text: invalid utf-8"], 1)?;
    session(b"func f() {\n\xff\n2 + 2\n", "int = 4\n", &["input that is no text: invalid utf-8"], 1)
}

fn the_end_in_the_middle_of_an_entry() -> Result<(), Failed> {
    session(b"1 + 1\nfunc f() {\n", "int = 2\n", &["syntax error"], 1)?;
    session(b"x := `raw", "", &["string not terminated"], 1)?;
    session(b"3", "int = 3\n", &[], 0)
}

fn exit_in_a_goroutine_ends_the_session() -> Result<(), Failed> {
    let behind = b"go func() { time.Sleep(time.Millisecond); os.Exit(3) }()\ntime.Sleep(time.Hour)\n2\n";
    session(behind, "", &[], 3)?;
    session(b"go os.Exit(4)\n2\n", "", &[], 4)?;
    session(b"os.Exit(5)\n2\n", "", &[], 5)
}

fn a_goroutine_that_panics_leaves_the_session() -> Result<(), Failed> {
    session(b"go panic(\"gone\")\nfmt.Println(\"here\")\n", "here\n", &["panic: gone"], 1)?;
    let deferred = b"func f() { defer func() { panic(2) }(); panic(1) }\nf()\n1\n";
    session(deferred, "int = 1\n", &["panic: 1", "panic: 2"], 1)
}

/// What was entered before keeps what it was checked with.
fn names_that_hide_others() -> Result<(), Failed> {
    let input = "func say(x any) string { return fmt.Sprint(x) }\nfmt := 3\nfmt + 1\nsay(fmt)\n\
        x := 1\nf := func() int { x++; return x }\nx := \"new\"\nf()\nf()\nx\n\
        type T struct{ A int }\nt := T{1}\ntype T struct{ B string }\nT{\"b\"}\nt.A\n";
    let output = "int = 4\nstring = \"3\"\nint = 2\nint = 3\nstring = \"new\"\nT = {B:\"b\"}\nint = 1\n";
    session(input.as_bytes(), output, &["note: a function literal still uses the old x\n"], 0)
}
