//! `phasync test`: the tests of packages, run and told of as `go test` does.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::args::{self, Refused};
use crate::events::{self, Events};
use phasync::engine::{Config, End, Engine, Format, Output, StdHost, Style, Tests, reason};

pub const HELP: &str = "\
usage: phasync test [options] [DIR...]

Runs the tests in the _test.go files of packages, as go test does: tests, examples, seeds of fuzz tests, with -bench
benchmarks. Without DIR it is the package of the current directory; DIR/... stands for all packages below. Each
package runs in its own directory. Exit status: 1 if a test failed, or a package has errors.

  -v                   name each test, and print what it logs
  -run=REGEXP          only tests, examples and fuzz tests that match; parts for levels, divided by slashes
  -skip=REGEXP         not those that match
  -bench=REGEXP        run benchmarks that match, too; -benchmem, -benchtime=1s or 100x
  -count=N             run each so often
  -short, -failfast    what tests ask testing.Short for; start none after one has failed
  -list=REGEXP         print names only
  -timeout=TIME        panic when the tests of a package take longer
  -shuffle=on|N        tests and benchmarks in another order; N gives the same one again
  -json                tell what happens as events, a line of JSON each
  -vet=off             nothing is looked at before tests run, always
  -race                has no effect: goroutines take turns
  -tags=TAG,...        build tags that hold
  -args ...            what is left goes to the tests

`phasync --help` lists options for running (--seed, --virtual-time, --preempt ...), which are taken with two dashes.
";

/// What the command line says.
struct Line {
    /// For the program that runs the tests.
    flags: Vec<String>,
    verbose: bool,
    /// Nothing is kept back until a package is done.
    bench: bool,
    list: bool,
    /// What happens is told as events.
    json: bool,
    dirs: Vec<String>,
    rest: Vec<String>,
    config: Config,
    format: Option<Format>,
}

const WITH_VALUE: &[&str] =
    &["run", "skip", "bench", "benchtime", "count", "timeout", "list", "parallel", "cpu", "shuffle", "vet"];
const PLAIN: &[&str] = &["v", "short", "failfast", "benchmem"];

fn parse(args: &[String]) -> Result<Line, Refused> {
    let mut line = Line {
        flags: Vec::new(),
        verbose: false,
        bench: false,
        list: false,
        json: false,
        dirs: Vec::new(),
        rest: Vec::new(),
        config: Config::default(),
        format: None,
    };
    let mut running = vec!["run".to_owned()];
    let mut at = 0;
    while let Some(arg) = args.get(at) {
        at += 1;
        let Some(flag) = arg.strip_prefix('-').filter(|flag| !flag.is_empty()) else {
            line.dirs.push(arg.clone());
            continue;
        };
        let flag = flag.strip_prefix('-').unwrap_or(flag);
        if flag == "args" {
            line.rest = args[at..].to_vec();
            break;
        }
        let (name, value) = match flag.split_once('=') {
            Some((name, value)) => (name, Some(value.to_owned())),
            None => (flag, None),
        };
        let name = name.strip_prefix("test.").unwrap_or(name);
        let on = value.as_deref() != Some("false");
        if name == "json" && !arg.starts_with("--") {
            line.json = on;
        } else if name == "race" && !arg.starts_with("--") {
            // Goroutines take turns, so nothing is read while it is written.
        } else if PLAIN.contains(&name) {
            line.verbose |= name == "v" && on;
            line.flags.push(format!("-test.{name}={on}"));
        } else if WITH_VALUE.contains(&name) && !(name == "timeout" && arg.starts_with("--")) {
            let value = match value {
                Some(value) => value,
                None => {
                    at += 1;
                    let missing = || Refused(format!("flag needs an argument: -{name}"));
                    args.get(at - 1).cloned().ok_or_else(missing)?
                }
            };
            line.bench |= name == "bench";
            line.list |= name == "list";
            if name == "vet" {
                if value != "off" {
                    return Err(Refused(
                        "test: -vet takes only off: phasync vet is a command of its own".into(),
                    ));
                }
                continue;
            }
            if name == "shuffle" && value != "on" && value != "off" && value.parse::<i64>().is_err() {
                return Err(Refused(format!(
                    "invalid value {value:?} for flag -shuffle: it must be \"on\", \"off\", or an int64"
                )));
            }
            line.flags.push(format!("-test.{name}={value}"));
        } else if name == "tags" && !arg.starts_with("--") {
            let value = match value {
                Some(value) => value,
                None => {
                    at += 1;
                    args.get(at - 1)
                        .cloned()
                        .ok_or_else(|| Refused("flag needs an argument: -tags".into()))?
                }
            };
            running.push(format!("--tags={value}"));
        } else if arg.starts_with("--") {
            running.push(arg.clone());
        } else {
            return Err(Refused(format!("test: {arg} is no option (phasync test --help)")));
        }
    }
    if line.json {
        line.flags.retain(|flag| !flag.starts_with("-test.v="));
        line.flags.push("-test.v=test2json".to_owned());
    }
    // The first, as in Go: parsers of flags that do not know it take what follows for its value.
    line.flags.insert(0, "-test.paniconexit0".to_owned());
    running.push("tests".to_owned());
    let run = args::parse(running.into_iter().map(Into::into))?;
    (line.config, line.format) = (run.config, run.format);
    Ok(line)
}

/// Does what the command line says behind `test`; gives the exit status.
pub fn main(args: &[String], style: Style, format: impl Fn(Option<Format>) -> Format) -> u8 {
    if let [first, tags, dir, rest @ ..] = args
        && first == AGAIN
    {
        return again(tags, Path::new(dir), rest);
    }
    let mut line = match parse(args) {
        Ok(line) => line,
        Err(Refused(message)) => {
            eprintln!("phasync: {message}");
            return 2;
        }
    };
    (line.config.diag, line.config.style) = (format(line.format), style);
    let here = line.dirs.is_empty();
    let mut dirs = Vec::new();
    for dir in &line.dirs {
        match dir.strip_suffix("...") {
            Some(start) => matching(start, &mut dirs),
            None => dirs.push(PathBuf::from(dir)),
        }
    }
    if here {
        dirs.push(PathBuf::from("."));
    }
    if dirs.is_empty() {
        eprintln!("phasync: no packages to test");
        return 1;
    }
    let start = std::env::current_dir();
    let mut failed = false;
    for dir in &dirs {
        let dir = match dir.strip_prefix(".") {
            Ok(rest) if rest.as_os_str().is_empty() => PathBuf::from("."),
            Ok(rest) => rest.to_path_buf(),
            Err(_) => dir.clone(),
        };
        let ended = package(&line, &dir, here);
        failed |= ended != Ended::Passed;
        if let Ok(start) = &start {
            let _ = std::env::set_current_dir(start);
        }
        if ended == Ended::Failed && line.flags.iter().any(|flag| flag == "-test.failfast=true") {
            break;
        }
    }
    if failed && !here && !line.json {
        say("FAIL\n");
    }
    u8::from(failed)
}

/// The directories with Go files whose paths begin so; `a/` stands for `a`, too.
fn matching(start: &str, dirs: &mut Vec<PathBuf>) {
    let (top, rest) = start.rsplit_once('/').unwrap_or((".", start));
    let top = if top.is_empty() { Path::new("/") } else { Path::new(top) };
    let mut all = Vec::new();
    below(top, &mut all);
    dirs.extend(all.into_iter().filter(|dir| {
        let under = dir.strip_prefix(top).unwrap_or(dir);
        under.to_string_lossy().starts_with(rest)
    }));
}

/// The directories with Go files at and below one.
fn below(dir: &Path, dirs: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    let (mut any, mut more) = (false, Vec::new());
    for entry in entries.flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        if path.is_dir() {
            let hidden = name.starts_with(['.', '_']) || matches!(name.as_str(), "testdata" | "vendor");
            if !hidden && !path.join("go.mod").exists() {
                more.push(path);
            }
        } else {
            any |= name.ends_with(".go") && !name.starts_with(['.', '_']);
        }
    }
    if any {
        dirs.push(dir.to_path_buf());
    }
    more.sort();
    more.iter().for_each(|dir| below(dir, dirs));
}

fn say(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// What a program prints, at once.
struct Through;

impl Write for Through {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The option with which a test starts itself once more: what follows are the build tags, the directory, and what the tests
/// are told.
const AGAIN: &str = "--again";

/// What the tests of a directory are called in `os.Args`: what go test would have built there.
fn binary(tests: &Tests, dir: &Path) -> String {
    let name = format!("{}.test", tests.path.rsplit('/').next().unwrap_or(&tests.path));
    std::path::absolute(dir.join(name)).unwrap_or_default().display().to_string()
}

/// The world of the tests of a directory, in which they can start themselves by that name.
fn world(
    tests: &Tests,
    tags: &str,
    dir: &Path,
    args: impl IntoIterator<Item = String>,
) -> io::Result<StdHost> {
    let (name, dir) = (binary(tests, dir), std::path::absolute(dir)?);
    let mut script = vec![name.clone()];
    script.extend(args);
    let mut host = StdHost::new(script);
    host.again(vec![name], vec!["test".into(), AGAIN.into(), tags.into(), dir.display().to_string()]);
    host.catch_signals()?;
    Ok(host)
}

/// Runs the tests of a directory as a program of their own, where this one runs; gives its exit status.
fn again(tags: &str, dir: &Path, args: &[String]) -> u8 {
    let run = || -> Result<u8, String> {
        let list: Vec<String> = tags.split(',').filter(|tag| !tag.is_empty()).map(String::from).collect();
        let tests = Tests::of(dir, &list)?;
        let host = world(&tests, tags, dir, args.iter().cloned()).map_err(|error| reason(&error))?;
        let builder = Engine::builder().host(Box::new(host));
        let mut engine = tests.program(builder, dir).check().start().map_err(|error| error.to_string())?;
        Ok(engine.run().status() as u8)
    };
    run().unwrap_or_else(|message| {
        eprintln!("phasync: {message}");
        2
    })
}

/// How testing a package ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ended {
    Passed,
    /// Its tests could not be run.
    Refused,
    Failed,
}

/// Tests a package.
fn package(line: &Line, dir: &Path, here: bool) -> Ended {
    let tests = match Tests::of(dir, &line.config.tags) {
        Ok(tests) => tests,
        Err(message) => {
            eprintln!("phasync: {message}");
            say(&format!("FAIL\t{} [setup failed]\n", dir.display()));
            return Ended::Refused;
        }
    };
    let path = &tests.path;
    if !tests.any {
        let text = format!("?   \t{path}\t[no test files]\n");
        if line.json {
            let events = Events::new(path);
            events.begin();
            events.text(&text);
            events.end("skip", 0.0, None);
        } else {
            say(&text);
        }
        return Ended::Passed;
    }
    let mut host =
        match world(&tests, &line.config.tags.join(","), dir, line.flags.iter().chain(&line.rest).cloned()) {
            Ok(host) => host,
            Err(error) => {
                eprintln!("phasync: signals: {}", reason(&error));
                return Ended::Refused;
            }
        };
    let streaming = here || line.bench;
    let kept = Output::new();
    let events = Events::new(path);
    host = if line.json {
        host.with_stdout(events.clone()).with_stderr(events.clone())
    } else if streaming {
        host.with_stdout(Through).with_stderr(Through)
    } else {
        host.with_stdout(kept.clone()).with_stderr(kept.clone())
    };
    let builder = Engine::builder().config(line.config.clone()).host(Box::new(host));
    let program = tests.program(builder, dir).check();
    // What the go command finds before it calls the compiler: packages and files that are missing.
    let missing = program.diagnostics().iter().any(|diag| {
        diag.is_error()
            && (diag.message.contains("package ") || diag.message.starts_with("pattern "))
            && matches!(diag.code.as_str(), "K0001" | "K0003")
    });
    if !program.diagnostics().is_empty() {
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = program.render(line.config.diag, line.config.style, &mut text);
        let text = String::from_utf8_lossy(&text);
        let (of, text) = match missing {
            true => (String::new(), text.strip_prefix("./").unwrap_or(&text).to_owned()),
            false => (format!(" [{path}.test]"), text.into_owned()),
        };
        let text = format!("# {path}{of}\n{text}");
        if line.json && program.has_errors() {
            events::build_failed(&format!("{path} [{path}.test]"), &text);
        } else {
            eprint!("{text}");
        }
    }
    if program.has_errors() {
        let what = if missing { "setup" } else { "build" };
        let text = format!("FAIL\t{path} [{what} failed]\n");
        if line.json {
            events.begin();
            events.text(&text);
            events.end("fail", 0.0, Some(&format!("{path} [{path}.test]")));
        } else {
            say(&text);
        }
        return Ended::Refused;
    }
    if line.json {
        events.begin();
    }
    if let Err(error) = std::env::set_current_dir(dir) {
        eprintln!("phasync: {}: {}", dir.display(), reason(&error));
        return Ended::Refused;
    }
    let begin = Instant::now();
    // What dies has said with which status.
    let (status, said) = match program.start() {
        Ok(mut engine) => {
            let end = engine.run();
            (end.status(), matches!(end, End::Died))
        }
        Err(refused) => {
            eprintln!("phasync: {refused}");
            (1, false)
        }
    };
    let seconds = begin.elapsed().as_secs_f64();
    if line.json {
        let ok = status == 0;
        if ok {
            let note = if events.ran_none() { " [no tests to run]" } else { "" };
            events.text(&format!("ok  \t{path}\t{seconds:.3}s{note}\n"));
        } else {
            events.text(&format!("exit status {status}\n"));
            events.text(&format!("FAIL\t{path}\t{seconds:.3}s\n"));
        }
        events.end(if ok { "pass" } else { "fail" }, seconds, None);
        return if ok { Ended::Passed } else { Ended::Failed };
    }
    let output = kept.take();
    if status == 0 {
        let none =
            output.split(|&byte| byte == b'\n').any(|line| line == b"testing: warning: no tests to run");
        if line.verbose || line.list {
            let _ = io::stdout().write_all(&output);
        }
        let note = if none { " [no tests to run]" } else { "" };
        say(&format!("ok  \t{path}\t{seconds:.3}s{note}\n"));
        return Ended::Passed;
    }
    let of_tests = output.strip_suffix(b"exit status 2\n").filter(|_| said).unwrap_or(&output);
    let _ = io::stdout().write_all(of_tests);
    if output.is_empty() && !said {
        say(&format!("exit status {status}\n"));
    } else if !output.is_empty() && !output.ends_with(b"\n") {
        say("\n");
    }
    say(&format!("FAIL\t{path}\t{seconds:.3}s\n"));
    Ended::Failed
}
