//! The command line and inputs that are no programs: no input makes the interpreter panic.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, Output, PHASYNC, phasync_with};

type Check = fn() -> Result<(), Failed>;

/// One test a claim about the command.
pub fn trials() -> Vec<Trial> {
    let checks: [(&str, Check); 45] = [
        ("file_is_run_with_its_arguments", file_is_run_with_its_arguments),
        ("standard_input_is_a_script", standard_input_is_a_script),
        ("code_on_the_command_line", code_on_the_command_line),
        ("check_says_nothing_about_a_good_file", check_says_nothing_about_a_good_file),
        ("check_does_not_run", check_does_not_run),
        ("missing_file", missing_file),
        ("directory_without_programs", directory_without_programs),
        ("empty_file", || refused("empty.go", b"", "")),
        ("binary_file", binary_file),
        ("line_of_ten_megabytes", line_of_ten_megabytes),
        ("many_functions_before_a_syntax_error", many_functions_before_a_syntax_error),
        ("nested_parentheses", nested_parentheses),
        ("nested_blocks_and_types", nested_blocks_and_types),
        ("invalid_utf8", || {
            refused("bad.go", b"package main\n\nfunc main() { println(\"\xff\xfe\") }\n", "UTF-8")
        }),
        ("nul_character", || refused("nul.go", b"package main\n\nfunc main() { println(\"\0\") }\n", "NUL")),
        ("variable_of_many_gigabytes", variable_of_many_gigabytes),
        ("functions_that_are_too_large", functions_that_are_too_large),
        ("a_long_chain_of_types", a_long_chain_of_types),
        ("closed_standard_output", closed_standard_output),
        ("reader_that_goes_away", reader_that_goes_away),
        ("reader_that_goes_away_from_who_is_told", reader_that_goes_away_from_who_is_told),
        ("interrupt_stops_a_busy_script", || interrupt("for {\n}")),
        ("interrupt_stops_a_sleeping_script", || interrupt("time.Sleep(time.Hour)")),
        ("interrupt_stops_goroutines_that_hand_over", || {
            interrupt("c := make(chan int)\ngo func() { for { c <- 1 } }()\nfor {\n\t<-c\n}")
        }),
        ("unknown_package_is_named", unknown_package_is_named),
        ("unused_variable_is_a_warning_in_a_script", unused_variable_is_a_warning_in_a_script),
        ("unused_variable_is_an_error_in_a_program", unused_variable_is_an_error_in_a_program),
        ("main_beside_statements_is_refused", main_beside_statements_is_refused),
        ("go_in_an_expression_of_a_go_file_is_one_error", go_in_an_expression_of_a_go_file_is_one_error),
        ("vet_runs_the_checks_that_are_asked_for", vet_runs_the_checks_that_are_asked_for),
        ("unknown_option_is_a_usage_error", unknown_option_is_a_usage_error),
        ("commands_to_come_say_so", commands_to_come_say_so),
        ("a_seed_repeats_the_run", a_seed_repeats_the_run),
        ("a_seed_decides_what_math_rand_gives", a_seed_decides_what_math_rand_gives),
        ("a_program_without_main_is_refused", a_program_without_main_is_refused),
        ("more_goroutines_than_allowed_end_the_program", more_goroutines_than_allowed_end_the_program),
        ("deadlock_names_what_each_goroutine_waits_for", deadlock_names_what_each_goroutine_waits_for),
        ("files_of_several_packages_are_refused", files_of_several_packages_are_refused),
        ("a_wrong_module_file_is_refused", a_wrong_module_file_is_refused),
        ("signals_that_were_ignored_stay_so", signals_that_were_ignored_stay_so),
        ("standard_output_may_be_a_file", standard_output_may_be_a_file),
        ("output_is_seen_while_the_program_computes", output_is_seen_while_the_program_computes),
        ("panic_trace_names_source_lines", panic_trace_names_source_lines),
        ("panic_trace_knows_functions_in_place", panic_trace_knows_functions_in_place),
        ("a_fault_in_place_in_the_library", a_fault_in_place_in_the_library),
    ];
    checks.into_iter().map(|(name, check)| Trial::test(format!("cli/{name}"), check)).collect()
}

/// A fresh folder below cargo's. It has a number, because tests that run at the same time name files alike.
pub fn folder(name: &str) -> Result<PathBuf, Failed> {
    static FOLDERS: AtomicU32 = AtomicU32::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("cli-{}-{number}-{name}", std::process::id()));
    fs::create_dir_all(&dir)?;
    Ok(dir)
}

/// Writes a file and runs `phasync ARGS FILE REST` beside it.
fn on_file(args: &[&str], name: &str, text: &[u8], rest: &[&str]) -> Result<Output, Failed> {
    let dir = folder(name)?;
    fs::write(dir.join(name), text)?;
    let all: Vec<&str> = args.iter().copied().chain([name]).chain(rest.iter().copied()).collect();
    let out = phasync_with(&all, Input { dir: &dir, stdin: b"" })?;
    fs::remove_dir_all(&dir)?;
    sane(&out)?;
    Ok(out)
}

/// Whatever happens, the interpreter itself does not panic and is not killed.
fn sane(out: &Output) -> Result<(), Failed> {
    if out.stderr.contains("panicked at") || out.stderr.contains("RUST_BACKTRACE") {
        return Err(format!("the interpreter panicked:\n{}", out.stderr).into());
    }
    if out.status.is_none() {
        return Err(format!("ended by a signal:\n{}", out.stderr).into());
    }
    Ok(())
}

fn expect(what: &str, holds: bool, out: &Output) -> Result<(), Failed> {
    if holds {
        return Ok(());
    }
    let cut = |text: &str| text.chars().take(600).collect::<String>();
    let (stdout, stderr) = (cut(&out.stdout), cut(&out.stderr));
    Err(format!("{what}\nstatus {:?}\nstdout {stdout:?}\nstderr {stderr:?}", out.status).into())
}

/// The file is refused before it runs: status 1, and a message that holds `says`.
fn refused(name: &str, text: &[u8], says: &str) -> Result<(), Failed> {
    let out = on_file(&["run"], name, text, &[])?;
    expect("status 1", out.status == Some(1), &out)?;
    expect("a message", !out.stderr.trim().is_empty(), &out)?;
    expect(&format!("a message about {says:?}"), out.stderr.contains(says), &out)?;
    // a message shows an excerpt, never the whole input
    expect("a short message", out.stderr.len() < 100_000, &out)
}

fn file_is_run_with_its_arguments() -> Result<(), Failed> {
    let script = b"fmt.Println(os.Args[1:])";
    for args in [&["run"][..], &[]] {
        let out = on_file(args, "args.pgo", script, &["a", "--b", "-"])?;
        expect("the arguments", out.stdout == "[a --b -]\n" && out.status == Some(0), &out)?;
    }
    Ok(())
}

fn standard_input_is_a_script() -> Result<(), Failed> {
    let dir = folder("stdin")?;
    let out = phasync_with(&["-"], Input { dir: &dir, stdin: b"fmt.Println(1 + 1)" })?;
    expect("2", out.stdout == "2\n" && out.status == Some(0), &out)
}

fn code_on_the_command_line() -> Result<(), Failed> {
    let dir = folder("code")?;
    let out = phasync_with(&["-e", "fmt.Println(6 * 7)"], Input { dir: &dir, stdin: b"" })?;
    expect("42", out.stdout == "42\n" && out.status == Some(0), &out)
}

const GOOD: &[u8] = b"package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"ran\") }\n";

fn check_says_nothing_about_a_good_file() -> Result<(), Failed> {
    let out = on_file(&["check"], "good.go", GOOD, &[])?;
    expect("nothing", out.stdout.is_empty() && out.stderr.is_empty() && out.status == Some(0), &out)
}

fn check_does_not_run() -> Result<(), Failed> {
    let out = on_file(&["check"], "exit.pgo", b"os.Exit(7)", &[])?;
    expect("status 0", out.status == Some(0), &out)
}

fn missing_file() -> Result<(), Failed> {
    let dir = folder("missing")?;
    let out = phasync_with(&["run", "no_such_file.pgo"], Input { dir: &dir, stdin: b"" })?;
    sane(&out)?;
    expect("status 1 and the name", out.status == Some(1) && out.stderr.contains("no_such_file.pgo"), &out)
}

fn directory_without_programs() -> Result<(), Failed> {
    let dir = folder("directory")?;
    fs::create_dir_all(dir.join("empty"))?;
    let out = phasync_with(&["run", "empty"], Input { dir: &dir, stdin: b"" })?;
    sane(&out)?;
    expect("status 1 and the name", out.status == Some(1) && out.stderr.contains("empty"), &out)
}

fn binary_file() -> Result<(), Failed> {
    let bytes: Vec<u8> = (0..40_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    refused("binary.go", &bytes, "")?;
    refused("binary.pgo", &bytes, "")
}

fn line_of_ten_megabytes() -> Result<(), Failed> {
    let line = b"undefinedName + ".repeat(10 * 1024 * 1024 / 16);
    refused("long.pgo", &line, "")?;
    let word = [b"x := ".as_slice(), &b"a".repeat(10 * 1024 * 1024)].concat();
    refused("word.pgo", &word, "undefined")
}

/// Their bodies are read again, because they are without errors: in a time that grows with the text.
fn many_functions_before_a_syntax_error() -> Result<(), Failed> {
    let text = format!("package main\n{}func broken( {{\n", "func _() {}\n".repeat(150_000));
    refused("many.go", text.as_bytes(), "unexpected {, expected )")
}

/// What the compiler refuses is told as the program's mistake, not as the compiler's.
fn variable_of_many_gigabytes() -> Result<(), Failed> {
    let text = b"package main\n\nvar big [1 << 36]byte\n\nfunc main() { big[0] = 1 }\n";
    refused("big.go", text, "big.go:3: a variable of more than 2 GB")
}

/// More values at once than an operand of an instruction can number.
fn functions_that_are_too_large() -> Result<(), Failed> {
    let ones = vec!["1"; 70_000].join(", ");
    let ints = vec!["int"; 70_000].join(", ");
    for text in [
        format!("var s []int\ns = append(s, {ones})"),
        format!("func f({ints}) {{}}\nf({ones})"),
        format!("func f() ({ints}) {{ return {ones} }}\nf()"),
        format!("func f() ({ints}) {{ return {ones} }}\ng := f\ng()"),
        format!("c := make(chan int)\nselect {{\n{}}}", "case <-c:\n".repeat(70_000)),
        format!("c := make(chan struct{{}})\nselect {{\n{}}}", "case c <- struct{}{}:\n".repeat(40_000)),
    ] {
        let out = on_file(&["run"], "large.pgo", text.as_bytes(), &[])?;
        let said = out.stderr.contains("needs more than 65,000 registers");
        expect("a limit that is told", out.status == Some(1) && said, &out)?;
    }
    Ok(())
}

fn a_long_chain_of_types() -> Result<(), Failed> {
    let chain: String = (0..3_000).map(|i| format!("type T{i} T{}\n", i + 1)).collect();
    let out = on_file(
        &["run"],
        "chain.pgo",
        format!("{chain}type T3000 int\nvar x T0\nfmt.Println(x + 1)\n").as_bytes(),
        &[],
    )?;
    expect("the value", out.stdout == "1\n" && out.status == Some(0), &out)
}

fn nested_parentheses() -> Result<(), Failed> {
    let deep = ["x := ".to_owned(), "(".repeat(100_000), "1".to_owned(), ")".repeat(100_000)].concat();
    refused("parens.pgo", deep.as_bytes(), "")?;
    refused("open.pgo", &b"(".repeat(100_000), "")
}

fn nested_blocks_and_types() -> Result<(), Failed> {
    for (open, close) in
        [("{", "}"), ("func() { ", "}()"), ("if true { ", "}"), ("[]int{", "}"), ("for { ", "}")]
    {
        let deep = [open.repeat(100_000), close.repeat(100_000)].concat();
        refused("deep.pgo", deep.as_bytes(), "")?;
    }
    refused("type.pgo", format!("var x {}int", "[]".repeat(100_000)).as_bytes(), "")?;
    refused("unary.pgo", format!("x := {}1", "-".repeat(100_001)).as_bytes(), "")
}

fn closed_standard_output() -> Result<(), Failed> {
    let dir = folder("closed")?;
    fs::write(dir.join("hello.pgo"), "fmt.Println(\"hello\")")?;
    let mut child = Command::new("sh")
        .args(["-c", "exec \"$0\" run hello.pgo >&-", PHASYNC])
        .current_dir(&dir)
        .stderr(Stdio::piped())
        .spawn()?;
    let status = ended(&mut child)?.ok_or("still running after 5 s")?;
    let mut stderr = String::new();
    child.stderr.take().map_or(Ok(0), |mut pipe| pipe.read_to_string(&mut stderr))?;
    let out = Output { stdout: String::new(), stderr, status: status.code() };
    sane(&out)?;
    expect("status 1 and a message", out.status == Some(1) && !out.stderr.is_empty(), &out)
}

/// A script that says it is ready and then goes on for ever ends with status 130 on Ctrl-C.
fn interrupt(rest: &str) -> Result<(), Failed> {
    // println writes to standard error, which is not buffered
    let mut child = Command::new(PHASYNC)
        .args(["-e", &format!("println(\"ready\")\n{rest}")])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let (sender, ready) = mpsc::channel();
    let pipe = child.stderr.take();
    thread::spawn(move || {
        let mut text = [0; 6];
        let read = pipe.map_or(Ok(0), |mut pipe| pipe.read(&mut text));
        // nobody listens any more when the test has given up
        sender.send(read.is_ok_and(|n| n > 0)).unwrap_or_default();
    });
    if !ready.recv_timeout(Duration::from_secs(10)).unwrap_or(false) {
        child.kill()?;
        child.wait()?;
        return Err("the script did not start".into());
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status()?;
    match ended(&mut child)? {
        Some(status) if status.signal() == Some(2) => Ok(()),
        Some(status) => Err(format!("want to see the interrupt, got {status}").into()),
        None => Err("still running 5 s after the interrupt".into()),
    }
}

/// A script whose output nobody reads any more ends, like any other command.
fn reader_that_goes_away() -> Result<(), Failed> {
    let mut child = Command::new(PHASYNC)
        .args(["-e", "for i := 0; ; i++ {\n\tfmt.Println(i)\n}"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    drop(child.stdout.take());
    match ended(&mut child)? {
        Some(status) if status.signal() == Some(13) => Ok(()),
        Some(status) => Err(format!("want to see the signal of pipes, got {status}").into()),
        None => Err("still writing 5 s after its reader has gone".into()),
    }
}

/// One that ignores SIGPIPE is told by its writes.
fn reader_that_goes_away_from_who_is_told() -> Result<(), Failed> {
    let script = "signal.Ignore(syscall.SIGPIPE)\nfor {\n\tif _, err := fmt.Println(1); errors.Is(err, syscall.EPIPE) {\n\t\tos.Exit(6)\n\t}\n}";
    let mut child =
        Command::new(PHASYNC).args(["-e", script]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    drop(child.stdout.take());
    match ended(&mut child)? {
        Some(status) if status.code() == Some(6) => Ok(()),
        other => Err(format!("want status 6, got {other:?}").into()),
    }
}

/// Who starts a program with `nohup`, or in the background of a script, has it ignore signals; it may ask for them all the same.
fn signals_that_were_ignored_stay_so() -> Result<(), Failed> {
    let script = r#"
syscall.Kill(os.Getpid(), syscall.SIGHUP)
syscall.Kill(os.Getpid(), syscall.SIGINT)
time.Sleep(20 * time.Millisecond)
c := make(chan os.Signal, 1)
signal.Notify(c, syscall.SIGHUP)
syscall.Kill(os.Getpid(), syscall.SIGHUP)
fmt.Println(<-c)
signal.Reset(syscall.SIGHUP)
syscall.Kill(os.Getpid(), syscall.SIGHUP)
time.Sleep(20 * time.Millisecond)
fmt.Println("alive")
"#;
    let out = Command::new("sh")
        .args(["-c", r#"trap "" HUP INT; exec "$0" -e "$1""#, PHASYNC, script])
        .stdin(Stdio::null())
        .output()?;
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    if out.status.success() && text == "hangup\nalive\n" { Ok(()) } else { Err(format!("{out:?}").into()) }
}

/// Standard output that leads to a file is one, and has what was printed before whatever else is done with it.
fn standard_output_may_be_a_file() -> Result<(), Failed> {
    let dir = folder("output-file")?;
    let script = r#"
fmt.Print("hello")
info, err := os.Stdout.Stat()
println(info.Size(), err == nil)
at, err := os.Stdout.Seek(1, io.SeekStart)
fmt.Print("E")
_, err2 := os.Stdout.WriteAt([]byte("!"), 4)
println(at, err == nil, err2 == nil, os.Stdout.Sync() == nil)
syscall.Kill(os.Getpid(), syscall.SIGKILL)
time.Sleep(10 * time.Second)
"#;
    let path = dir.join("out.txt");
    let child = Command::new(PHASYNC)
        .args(["-e", script])
        .stdout(fs::File::create(&path)?)
        .stderr(Stdio::piped())
        .spawn()?;
    let out = child.wait_with_output()?;
    let (told, text) = (String::from_utf8_lossy(&out.stderr).into_owned(), fs::read_to_string(&path)?);
    fs::remove_dir_all(&dir)?;
    if told == "5 true\n1 true true true\n" && text == "hEll!" {
        Ok(())
    } else {
        Err(format!("{told}{text}").into())
    }
}

/// What a program has printed into a pipe is there, even if it only computes from then on.
fn output_is_seen_while_the_program_computes() -> Result<(), Failed> {
    let mut child = Command::new(PHASYNC)
        .args(["-e", "fmt.Println(\"ready\")\nfor {\n}"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let (sender, ready) = mpsc::channel();
    let pipe = child.stdout.take();
    thread::spawn(move || {
        let mut text = [0; 6];
        let read = pipe.map_or(Ok(0), |mut pipe| pipe.read(&mut text));
        sender.send(read.is_ok_and(|n| n > 0)).unwrap_or_default();
    });
    let seen = ready.recv_timeout(Duration::from_secs(10)).unwrap_or(false);
    child.kill()?;
    child.wait()?;
    if seen { Ok(()) } else { Err("nothing came in 10 s".into()) }
}

/// The status of a process that ends within five seconds; else it is killed.
fn ended(child: &mut Child) -> Result<Option<ExitStatus>, Failed> {
    for _ in 0..500 {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(10));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

fn unknown_package_is_named() -> Result<(), Failed> {
    refused(
        "import.go",
        b"package main\n\nimport _ \"no/such/package\"\n\nfunc main() {}\n",
        "no/such/package",
    )
}

fn unused_variable_is_a_warning_in_a_script() -> Result<(), Failed> {
    let out = on_file(&["run"], "unused.pgo", b"func f() {\n\tx := 1\n}\n\nf()\nfmt.Println(\"ran\")", &[])?;
    expect("it runs, with a warning", out.status == Some(0) && out.stdout == "ran\n", &out)?;
    expect("the warning", out.stderr.contains("declared and not used: x"), &out)
}

fn unused_variable_is_an_error_in_a_program() -> Result<(), Failed> {
    refused("unused.pgo", b"package main\n\nfunc main() {\n\tx := 1\n}\n", "declared and not used: x")
}

fn main_beside_statements_is_refused() -> Result<(), Failed> {
    refused("both.pgo", b"fmt.Println(1)\n\nfunc main() {}\n", "main")
}

fn go_in_an_expression_of_a_go_file_is_one_error() -> Result<(), Failed> {
    let text = b"package main\n\nfunc f() int { return 1 }\n\nfunc main() {\n\tt := go f()\n\t_ = t\n}\n";
    let out = on_file(&["check", "--diag=go"], "task.go", text, &[])?;
    let lines = format!("{}{}", out.stdout, out.stderr);
    let wanted = "task.go:6:7: syntax error: unexpected keyword go, expected expression";
    expect("Go's error", out.status == Some(1) && lines.contains(wanted), &out)?;
    expect("no other", lines.matches("task.go:").count() == 1, &out)
}

fn vet_runs_the_checks_that_are_asked_for() -> Result<(), Failed> {
    let script = b"func f() int {\n\treturn 1\n\treturn 2\n}\nfmt.Printf(\"%d\\n\", f(), \"x\")\n";
    let out = on_file(&["vet"], "vet.pgo", script, &[])?;
    let found = out.stderr.contains("vet.pgo:3:2: unreachable code\n")
        && out.stderr.contains("vet.pgo:5:1: fmt.Printf call needs 1 arg but has 2 args\n");
    expect(
        "both are found, and nothing runs",
        out.status == Some(1) && found && out.stdout.is_empty(),
        &out,
    )?;
    let out = on_file(&["vet", "--checks=printf,copylocks"], "vet.pgo", script, &[])?;
    expect("one is found", out.status == Some(1) && !out.stderr.contains("unreachable"), &out)?;
    let out = on_file(&["vet", "--checks=lostcancel"], "vet.pgo", script, &[])?;
    expect("nothing is found", out.status == Some(0) && out.stderr.is_empty(), &out)?;
    let out = on_file(&["vet", "--checks=speling"], "vet.pgo", script, &[])?;
    expect("there is no such check", out.status == Some(2) && out.stderr.contains("the checks are"), &out)?;
    let out = on_file(&["vet"], "vet.pgo", b"x := 1 + \"a\"\nprintln(x)\n", &[])?;
    expect("errors are printed", out.status == Some(1) && out.stderr.contains("mismatched types"), &out)
}

fn unknown_option_is_a_usage_error() -> Result<(), Failed> {
    let out = on_file(&["run", "--no-such-option"], "x.pgo", b"", &[])?;
    expect("status 2 and its name", out.status == Some(2) && out.stderr.contains("--no-such-option"), &out)
}

fn commands_to_come_say_so() -> Result<(), Failed> {
    let dir = folder("commands")?;
    for command in ["step", "explore"] {
        let out = phasync_with(&[command], Input { dir: &dir, stdin: b"" })?;
        sane(&out)?;
        let one_line = out.stderr.trim_end().lines().count() == 1;
        expect(&format!("{command}: status 2, one line"), out.status == Some(2) && one_line, &out)?;
    }
    Ok(())
}

/// Select and map iteration choose by the seed, and by nothing else.
fn a_seed_repeats_the_run() -> Result<(), Failed> {
    let script = br#"a, b := make(chan int, 64), make(chan int, 64)
m := map[int]bool{}
for i := range 64 {
	a <- 0
	b <- 1
	m[i] = true
}
for range 64 {
	select {
	case v := <-a:
		fmt.Print(v)
	case v := <-b:
		fmt.Print(v)
	}
}
for k := range m {
	fmt.Print(" ", k)
}
"#;
    let run = |flags: &[&str]| -> Result<String, Failed> {
        let args: Vec<&str> = ["run"].iter().chain(flags).copied().collect();
        let out = on_file(&args, "seed.pgo", script, &[])?;
        expect("status 0", out.status == Some(0) && out.stdout.len() > 64, &out)?;
        Ok(out.stdout)
    };
    let mut seen = BTreeSet::new();
    for flags in [&[][..], &["--seed=1"], &["--seed=2"], &["--seed=3"]] {
        let first = run(flags)?;
        if run(flags)? != first {
            return Err(format!("two runs with {flags:?} differ").into());
        }
        seen.insert(first);
    }
    if seen.len() < 3 { Err("the seed changes nothing".into()) } else { Ok(()) }
}

/// The functions of both packages follow `--seed`; without it each run has other numbers.
fn a_seed_decides_what_math_rand_gives() -> Result<(), Failed> {
    let script = b"package main\n\nimport (\n\t\"fmt\"\n\t\"math/rand\"\n\tv2 \"math/rand/v2\"\n)\n\nfunc main() {\n\tfmt.Println(rand.Int63(), rand.Perm(9), v2.Uint64(), v2.Float64())\n}\n";
    let run = |flags: &[&str]| -> Result<String, Failed> {
        let args: Vec<&str> = ["run"].iter().chain(flags).copied().collect();
        let out = on_file(&args, "rand.go", script, &[])?;
        expect("status 0", out.status == Some(0), &out)?;
        Ok(out.stdout)
    };
    let [one, again, two] = [run(&["--seed=1"])?, run(&["--seed=1"])?, run(&["--seed=2"])?];
    if one != again || one == two {
        return Err(format!("seed 1 gave {one} and {again}, seed 2 {two}").into());
    }
    if run(&[])? == run(&[])? { Err("two runs without a seed are equal".into()) } else { Ok(()) }
}

/// Go's linker refuses it, so that checking it alone finds nothing.
fn a_program_without_main_is_refused() -> Result<(), Failed> {
    let text = b"package main\n\nfunc helper() {}\n";
    refused("nomain.go", text, "runtime.main_main·f: function main is undeclared in the main package")?;
    refused(
        "lib.go",
        b"package lib\n\nfunc main() {}\n",
        "package command-line-arguments is not a main package",
    )?;
    let out = on_file(&["check"], "nomain.go", text, &[])?;
    expect("nothing to say", out.status == Some(0) && out.stderr.is_empty(), &out)
}

/// As the go command says it, which names the directory and no line.
fn files_of_several_packages_are_refused() -> Result<(), Failed> {
    let dir = folder("several")?;
    for (at, lib) in [("prog", false), ("importer", true)] {
        let prog = dir.join(at);
        let files = if lib { prog.join("lib") } else { prog.clone() };
        fs::create_dir_all(&files)?;
        fs::write(prog.join("go.mod"), "module example.com/m\n\ngo 1.27\n")?;
        let main = "package main\n\nimport \"example.com/m/lib\"\n\nfunc main() { lib.F() }\n";
        fs::write(prog.join("main.go"), if lib { main } else { "package main\n\nfunc main() {}\n" })?;
        fs::write(files.join("a.go"), "package one\n\nfunc F() { x := 1 }\n")?;
        fs::write(files.join("b.go"), if lib { "package two\n" } else { "package one\n" })?;
        let out = phasync_with(&["run", "--diag=go", "."], Input { dir: &prog, stdin: b"" })?;
        let (place, second) = if lib { ("main.go:3:8: ", "two (b.go)") } else { ("", "main (main.go)") };
        let want = format!("{place}found packages one (a.go) and {second} in {}\n", files.display());
        expect(&want, out.status == Some(1) && out.stderr == want, &out)?;
    }
    fs::remove_dir_all(&dir)?;
    Ok(())
}

/// What is wrong in `go.mod` or `go.work` is all that is said, in the words of the go command.
fn a_wrong_module_file_is_refused() -> Result<(), Failed> {
    let dir = folder("wrong-module")?;
    fs::write(dir.join("main.go"), "package main\n\nfunc main() { undefined() }\n")?;
    let refused = |want: &str| {
        let out = phasync_with(&["run", "--diag=go", "."], Input { dir: &dir, stdin: b"" })?;
        expect(want, out.status == Some(1) && out.stderr == want, &out)
    };
    fs::write(dir.join("go.mod"), "module m\n\nrequier a.b/c v1.0.0\ngo 1.x\n")?;
    refused(
        "go.mod:3:1: unknown directive: requier\ngo.mod:4:1: invalid go version '1.x': must match format 1.23.0\n",
    )?;
    fs::write(dir.join("go.mod"), "module m\n")?;
    fs::write(dir.join("go.work"), "go 1.27\nuse . ./b\n")?;
    refused("go.work:2:1: usage: use local/dir\n")?;
    fs::remove_dir_all(&dir)?;
    Ok(())
}

/// `--max-tasks` counts the goroutines that live at once, also those that a timer starts.
fn more_goroutines_than_allowed_end_the_program() -> Result<(), Failed> {
    let script = b"done := make(chan bool)\nfor range 9 {\n\tgo func() { done <- true }()\n}\nfor range 9 {\n\t<-done\n}\nfor range 20 {\n\tgo func() { done <- true }()\n\t<-done\n}\nfmt.Println(\"ok\")\n";
    let out = on_file(&["run", "--max-tasks=10"], "tasks.pgo", script, &[])?;
    expect("ten are enough", out.status == Some(0) && out.stdout == "ok\n", &out)?;
    let out = on_file(&["run", "--max-tasks=9"], "tasks.pgo", script, &[])?;
    let says = "fatal error: too many goroutines: at most 9 may live at once";
    expect("status 2, and why", out.status == Some(2) && out.stderr.starts_with(says), &out)?;
    expect("the place", out.stderr.contains("tasks.pgo:3"), &out)?;
    let script = b"time.AfterFunc(0, func() { fmt.Println(\"never\") })\ntime.Sleep(time.Second)\n";
    let out = on_file(&["run", "--max-tasks=1"], "timer.pgo", script, &[])?;
    expect("status 2, and why", out.status == Some(2) && out.stderr.contains("at most 1 may"), &out)
}

fn deadlock_names_what_each_goroutine_waits_for() -> Result<(), Failed> {
    let script = b"package main\n\nfunc main() {\n\ta, b := make(chan int), make(chan int)\n\tgo func() {\n\t\tb <- <-a\n\t}()\n\ta <- <-b\n}\n";
    let out = on_file(&["run"], "dead.go", script, &[])?;
    let first = out.stderr.lines().next().unwrap_or_default();
    let says = "fatal error: all goroutines are asleep - deadlock!";
    expect("Go's first line, status 2", first == says && out.status == Some(2), &out)?;
    for part in ["goroutine 1 [chan receive", "dead.go:8", "dead.go:6"] {
        expect(&format!("{part:?} in the report"), out.stderr.contains(part), &out)?;
    }
    Ok(())
}

fn panic_trace_names_source_lines() -> Result<(), Failed> {
    let script = b"package main\n\nfunc inner(s []int) int {\n\treturn s[3]\n}\n\nfunc outer() int {\n\treturn inner(nil)\n}\n\nfunc main() {\n\tprintln(outer())\n}\n";
    let out = on_file(&["run"], "trace.go", script, &[])?;
    expect("status 2", out.status == Some(2), &out)?;
    for part in [
        "goroutine 1 [running]:",
        "main.inner",
        "trace.go:4",
        "main.outer",
        "trace.go:8",
        "main.main",
        "trace.go:12",
    ] {
        expect(&format!("{part:?} in the trace"), out.stderr.contains(part), &out)?;
    }
    Ok(())
}

/// Small functions are compiled in the place of their calls; traces tell what is whose all the same.
fn panic_trace_knows_functions_in_place() -> Result<(), Failed> {
    let script = b"package main

func next(i int) int { return i + 1 }
func must(b bool) {
	if !b {
		panic(\"must\")
	}
}
func at(s []int, i int) int { return s[i] }
func main() {
	s := []int{1, 2, 3}
	k := 2
	get := func(i int) int { return at(s, i) }
	defer func() {
		must(recover() == nil)
	}()
	defer func() {
		println(at(s, next(get(k))))
	}()
	println(s[next(k)])
}
";
    let out = on_file(&["run"], "place.go", script, &[])?;
    let stack: Vec<&str> = out.stderr.lines().filter(|line| line.starts_with("main.")).collect();
    let expected =
        ["main.must(...)", "main.main.func2()", "main.at(...)", "main.main.func3()", "main.main()"];
    expect(&format!("{expected:?}"), stack == expected, &out)?;
    let lines: Vec<&str> = out.stderr.lines().filter_map(|line| line.split("place.go:").nth(1)).collect();
    expect("their lines", lines == ["6", "15", "9", "18", "20"], &out)
}

/// Small functions of the library are compiled in place, too; a fault in one has its place in the program all the same.
fn a_fault_in_place_in_the_library() -> Result<(), Failed> {
    let script = b"package main

import \"sync/atomic\"

func main() {
	var p *atomic.Int64
	println(
		p.Load())
}
";
    let out = on_file(&["run"], "place.go", script, &[])?;
    let stack: Vec<&str> = out.stderr.lines().filter(|line| line.ends_with(')')).collect();
    let expected = ["sync/atomic.(*Int64).Load(...)", "main.main()"];
    expect(&format!("{expected:?}"), stack == expected, &out)?;
    let lines: Vec<&str> = out.stderr.lines().filter_map(|line| line.split("place.go:").nth(1)).collect();
    expect("its line", lines == ["8"], &out)
}
