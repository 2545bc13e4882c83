//! What the language promises: `tests/language/statements.md` has every statement, with the tests that fail without it.
//!
//! A statement begins with `- `; the lines below it, which are indented, name its `tests:` and the rules of `scripts/rules` that
//! it `breaks:`.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use libtest_mimic::{Failed, Trial};

use crate::process::{beside, difference, phasync, programs, root, test_name};

/// The test of the list, which knows the names of all other tests; and those that need more than one file.
pub fn trials(mut names: HashSet<String>) -> Vec<Trial> {
    let go = Trial::test("language/go_code_called_from_a_run_keeps_gos_rule", go_code_keeps_gos_rule);
    names.insert(go.name().to_owned());
    let mut trials: Vec<Trial> = programs("tests/run/names").into_iter().map(in_a_file_of_its_own).collect();
    names.extend(trials.iter().map(|trial| trial.name().to_owned()));
    trials.extend([
        go,
        Trial::test("language/every_statement_has_tests", move || every_statement_has_tests(&names)),
    ]);
    trials
}

/// A Go program that uses the names that scripts have beyond Go does in a `.pgo` file what it does in a `.go` file.
fn in_a_file_of_its_own(path: PathBuf) -> Trial {
    Trial::test(format!("language/{} in a .pgo file", test_name(&path)), move || {
        let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("names");
        fs::create_dir_all(&dir)?;
        let copy = dir.join(path.with_extension("pgo").file_name().ok_or("a file without name")?);
        fs::copy(&path, &copy)?;
        let got = phasync(&["run"], &copy, &[], "")?;
        let want = beside(&path, "out").ok_or("there is no golden .out beside it")?;
        match difference("standard output", &want, &got.stdout) {
            None if got.status == Some(0) => Ok(()),
            None => Err(format!("status {:?}\n{}", got.status, got.stderr).into()),
            Some(wrong) => Err(wrong.into()),
        }
    })
}

/// A statement of the language.
#[derive(Default)]
struct Statement {
    text: String,
    tests: Vec<String>,
    breaks: Vec<String>,
}

fn statements(list: &str) -> Vec<Statement> {
    let names = |text: &str| text.split(',').map(|name| name.trim().to_owned()).collect();
    let mut found: Vec<Statement> = Vec::new();
    for line in list.lines() {
        if let Some(text) = line.strip_prefix("- ") {
            found.push(Statement { text: text.to_owned(), ..Statement::default() });
        } else if let Some(statement) = found.last_mut() {
            if let Some(tests) = line.strip_prefix("  tests: ") {
                statement.tests = names(tests);
            } else if let Some(rules) = line.strip_prefix("  breaks: ") {
                statement.breaks = names(rules);
            }
        }
    }
    found
}

fn every_statement_has_tests(names: &HashSet<String>) -> Result<(), Failed> {
    let list = fs::read_to_string(root().join("tests/language/statements.md"))?;
    let rules = fs::read_to_string(root().join("scripts/rules"))?;
    let statements = statements(&list);
    let mut wrong = String::new();
    for section in ["## 2. ", "## 3. ", "## 4. ", "## 5. "] {
        if !list.contains(section) {
            wrong += &format!("there is no section {section}\n");
        }
    }
    for Statement { text, tests, breaks } in &statements {
        if tests.is_empty() {
            wrong += &format!("no test: {text}\n");
        }
        for test in tests.iter().filter(|test| !names.contains(*test)) {
            wrong += &format!("no test is called {test}: {text}\n");
        }
        for rule in breaks.iter().filter(|rule| !rules.contains(&format!("(\"{rule}\","))) {
            wrong += &format!("scripts/rules has no rule {rule}: {text}\n");
        }
    }
    // What scripts/rules breaks is promised somewhere.
    let broken: HashSet<&str> = statements.iter().flat_map(|s| &s.breaks).map(String::as_str).collect();
    for line in rules.lines() {
        let rule = line.trim().strip_prefix("(\"").and_then(|rest| rest.split_once("\", \""));
        if let Some((rule, _)) = rule
            && !broken.contains(rule)
        {
            wrong += &format!("no statement names the rule {rule} of scripts/rules\n");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}

/// A program of two files: what a file that is Go and nothing else starts dies as in Go, also where a Run waits for it.
fn go_code_keeps_gos_rule() -> Result<(), Failed> {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("go-code-in-a-run");
    fs::create_dir_all(dir.join("lib"))?;
    fs::write(dir.join("go.mod"), "module example.com/mixed\n\ngo 1.24\n")?;
    let lib = "package lib\n\nimport \"sync\"\n\nfunc Start(f func()) { go f() }\n\n\
               func StartOwn(v any) { go func() { panic(v) }() }\n\n\
               func StartInGroup(v any) { var wg sync.WaitGroup; wg.Go(func() { panic(v) }); wg.Wait() }\n";
    fs::write(dir.join("lib/lib.go"), lib)?;
    let run = |body: &str, text: &str| -> Result<(), Failed> {
        let main = dir.join("main.pgo");
        let program = format!(
            "package main\n\nimport (\n\t\"example.com/mixed/lib\"\n\t\"fmt\"\n\t\"phasync\"\n)\n\nvar _ = lib.Start\n\nfunc main() {{\n\
             \tfmt.Println(phasync.Try(func() {{\n\t\tphasync.Run(func() {{\n\t\t\t{body}\n\t\t\tselect {{}}\n\t\t}})\n\t}}))\n}}\n"
        );
        fs::write(&main, program)?;
        let got = phasync(&["run"], &main, &[], "")?;
        let dies = got.status == Some(2) && got.stdout.is_empty() && got.stderr.starts_with(text);
        let caught = got.status == Some(0) && got.stdout.starts_with(text);
        let as_expected = if text.starts_with("panic: ") && body.starts_with("lib") { dies } else { caught };
        if as_expected {
            return Ok(());
        }
        Err(format!("{body}\nstatus {:?}\n{}\n{}", got.status, got.stdout, got.stderr).into())
    };
    run("lib.StartOwn(\"from Go\")", "panic: from Go")?;
    run("lib.StartInGroup(\"from Go\")", "panic: from Go")?;
    // It is the go statement that decides, not whose function it is that is called.
    run("lib.Start(func() { panic(\"from the script\") })", "panic: from the script")?;
    run("go func() { panic(\"of the script\") }()", "panic: of the script")
}
