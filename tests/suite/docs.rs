//! Documentation: the examples in the comments of the standard library run, and print what they say; what packages export
//! beyond Go's own is documented; the programs of the guide print what stands below them.
//!
//! An example is an indented block below a line `Example:`. It ends with a comment `// Output:` and what the program prints.

use std::fs;

use libtest_mimic::{Failed, Trial};
use phasync::source::{StdDecl, StdDeclKind, StdPackage};

use crate::process::{Input, Output, difference, phasync_with, root};

/// The packages that are not Go's.
const OWN: [&str; 3] = ["coro", "phasync", "sched"];

/// A test for each example, and one for each package that has to be documented.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for package in StdPackage::all() {
        for decl in package.decls {
            let comment = package.text_of(decl).1;
            let name = full_name(package, decl);
            for (number, example) in examples(&comment).into_iter().enumerate() {
                let number = if number == 0 { String::new() } else { format!("_{}", number + 1) };
                trials.push(Trial::test(format!("docs/{name}{number}"), move || run(&example)));
            }
        }
    }
    for (number, program) in guide().into_iter().enumerate() {
        trials.push(Trial::test(format!("docs/guide_{}", number + 1), move || run_of_guide(&program)));
    }
    trials.push(Trial::test("docs/of_a_function_has_signature_meaning_errors_and_an_example", of_a_function));
    trials.push(Trial::test("docs/of_types_methods_packages_and_predeclared_names", of_other_names));
    trials.push(Trial::test("docs/of_unknown_names_say_what_there_is", of_unknown_names));
    for path in OWN {
        trials.push(Trial::test(format!("docs/everything_is_documented_in_{path}"), || documented(path)));
    }
    trials
}

/// `phasync.Task.Name`, `coro.New`
fn full_name(package: &StdPackage, decl: &StdDecl) -> String {
    let names = package.names_of(decl).collect::<Vec<_>>().join(",");
    match package.receiver_of(decl) {
        "" => format!("{}.{names}", package.path),
        receiver => format!("{}.{receiver}.{names}", package.path),
    }
}

/// The examples in a comment.
fn examples(comment: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = comment.lines().peekable();
    while let Some(line) = lines.next() {
        if line.trim() != "Example:" {
            continue;
        }
        let mut text = String::new();
        while let Some(line) = lines.next_if(|line| line.is_empty() || line.starts_with('\t')) {
            text.push_str(line.strip_prefix('\t').unwrap_or(line));
            text.push('\n');
        }
        found.push(text.trim_start_matches('\n').to_owned());
    }
    found
}

/// Runs an example as a script.
fn run(example: &str) -> Result<(), Failed> {
    let (code, output) =
        example.rsplit_once("// Output:").ok_or("the example does not say what it prints")?;
    let want: String =
        output.trim().lines().map(|l| l.trim_start_matches("//").trim().to_owned() + "\n").collect();
    let got = run_text(code)?;
    // As for examples of Go: space around lines does not count.
    let printed: String = got.stdout.trim().lines().map(|l| l.trim().to_owned() + "\n").collect();
    let mut wrong = difference("standard output", &want, &printed).unwrap_or_default();
    wrong += &difference("standard error", "", &got.stderr).unwrap_or_default();
    if got.status != Some(0) {
        wrong += &format!("exit status: {:?}\n", got.status);
    }
    if wrong.is_empty() { Ok(()) } else { Err(format!("{code}\n{wrong}").into()) }
}

/// The programs of `docs/guide.md`, each with what it prints.
fn guide() -> Vec<(String, String)> {
    let text = fs::read_to_string(root().join("docs/guide.md")).unwrap_or_default();
    let blocks = text.split("```go\n").skip(1);
    blocks
        .map(|block| {
            let (code, rest) = block.split_once("```").unwrap_or_default();
            let output = rest.trim_start().strip_prefix("```text\n").and_then(|rest| rest.split_once("```"));
            (
                code.to_owned(),
                output.map_or(String::from("(no output is shown)"), |(output, _)| output.to_owned()),
            )
        })
        .collect()
}

fn run_of_guide((code, want): &(String, String)) -> Result<(), Failed> {
    let got = run_text(code)?;
    let mut wrong = difference("standard output", want, &got.stdout).unwrap_or_default();
    wrong += &difference("standard error", "", &got.stderr).unwrap_or_default();
    if wrong.is_empty() && got.status == Some(0) { Ok(()) } else { Err(format!("{code}\n{wrong}").into()) }
}

/// Runs a script, whose first line may give options.
fn run_text(code: &str) -> Result<Output, Failed> {
    let dir = root().join("tests");
    let flags = code.lines().next().and_then(|line| line.strip_prefix("// flags:")).unwrap_or_default();
    let args: Vec<&str> = flags.split_whitespace().chain(["-e", code]).collect();
    Ok(phasync_with(&args, Input { dir: &dir, stdin: b"" })?)
}

/// What `phasync doc NAME` prints, and its exit status.
fn doc(name: &str) -> Result<(String, Option<i32>), Failed> {
    let out = phasync_with(&["doc", name], Input { dir: &root(), stdin: b"" })?;
    Ok((out.stdout + &out.stderr, out.status))
}

/// Whether the documentation of each name holds what it is expected to.
fn say(names: &[(&str, &[&str])], status: i32) -> Result<(), Failed> {
    let mut wrong = String::new();
    for (name, wanted) in names {
        let (text, got) = doc(name)?;
        for want in wanted.iter().filter(|want| !text.contains(**want)) {
            wrong += &format!("doc {name} does not say {want:?}:\n{text}\n");
        }
        if got != Some(status) {
            wrong += &format!("doc {name}: exit status {got:?}\n");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}

fn of_a_function() -> Result<(), Failed> {
    let gather = ["func Gather[T any](ts ...Outcome[T]) ([]T, error)\n", "*GatherError", "zero values"];
    let cut = ["func Cut(s, sep string) (before, after string, found bool)\n"];
    // A function that is typed by its arguments has several forms.
    let run = ["func Run(f func())\n", "func Run[A any](f func() A) (a A)\n", "waits for every task"];
    let new = ["func New[Out, In, Ret any](", "Example:", "// Output:", "\t// liftoff\n"];
    let call = ["func Call(f func(t *Task, s *Scheduler)) any\n", "Example:", "early"];
    say(
        &[
            ("phasync.Gather", &gather),
            ("strings.Cut", &cut),
            ("phasync.Run", &run),
            ("coro.New", &new),
            ("sched.Call", &call),
        ],
        0,
    )
}

fn of_other_names() -> Result<(), Failed> {
    say(
        &[
            ("coro", &["package coro // import \"coro\"\n", "type Yielder", "func New["]),
            ("phasync", &["func Gather", "structured concurrency"]),
            (
                "phasync.Task.Done",
                &["func (t Task) Done() <-chan struct{}\n", "closed when the task has ended"],
            ),
            ("phasync.Task", &["type Task", "func (t Task) Cancel(cause ...error) bool\n"]),
            ("sched.Scheduler", &["func (s *Scheduler) Run()\n", "fields that only the package sees"]),
            ("encoding/json.Marshal", &["func Marshal(v any) ([]byte, error)\n"]),
            ("json.Marshal", &["func Marshal(v any) ([]byte, error)\n"]),
            ("await", &["func await(t Task)\n", "and await(t) for any Task[R...]"]),
            ("phasync.Go", &["func Go(f func()) Task\n", "and Go(f, args...) for any function f"]),
            ("len", &["len"]),
        ],
        0,
    )
}

fn of_unknown_names() -> Result<(), Failed> {
    say(
        &[
            ("nothing", &["phasync: nothing is known of nothing\n"]),
            ("strings.Gut", &["package strings has no Gut; phasync doc strings lists what it has\n"]),
            ("strings.Builder.Cut", &["strings.Builder has no method Cut; it has String, Len, Cap, "]),
        ],
        1,
    )
}

/// Whether every exported name of a package has a comment, and every function an example.
fn documented(path: &str) -> Result<(), Failed> {
    let package = StdPackage::find(path).ok_or("no such package")?;
    let mut wrong = String::new();
    if package.doc().is_empty() {
        wrong += "the package\n";
    }
    let is_exported = |name: &str| name.starts_with(char::is_uppercase);
    for decl in package.decls {
        let exported = package.names_of(decl).any(is_exported);
        let of_exported = !decl.is_method() || is_exported(package.receiver_of(decl));
        if !exported || !of_exported {
            continue;
        }
        let name = full_name(package, decl);
        let (text, comment) = package.text_of(decl);
        // What a value is printed as needs no comment, and a group has comments inside.
        let prints = |name| matches!(name, "Error" | "String");
        let plain = decl.is_method() && package.names_of(decl).all(prints) || text.contains("//");
        if comment.is_empty() && !plain {
            wrong += &format!("{name} has no comment\n");
        }
        let is_function = decl.kind == StdDeclKind::Func && !decl.is_method();
        if is_function && examples(&comment).is_empty() {
            wrong += &format!("{name} has no example\n");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.into()) }
}
