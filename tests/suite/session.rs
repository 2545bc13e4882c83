//! The interactive session, at a pseudo-terminal as a person uses it.

use std::fs;
use std::path::PathBuf;

use libtest_mimic::{Failed, Trial};

use crate::process::root;
use crate::terminal::Terminal;

type Test = fn() -> Result<(), Failed>;

pub fn trials() -> Vec<Trial> {
    let tests: [(&str, Test); 8] = [
        ("a_long_session", a_long_session),
        ("completion_and_history", completion_and_history),
        ("output_and_the_line", output_and_the_line),
        ("a_program_that_is_typed", a_program_that_is_typed),
        ("reading_standard_input", reading_standard_input),
        ("a_flood_of_output", a_flood_of_output),
        ("bytes_that_are_no_text", bytes_that_are_no_text),
        ("interrupts_inside_of_natives", interrupts_inside_of_natives),
    ];
    tests.into_iter().map(|(name, test)| Trial::test(format!("session/{name}"), test)).collect()
}

/// An empty directory of a test's own.
fn home(test: &str) -> Result<PathBuf, Failed> {
    let dir = root().join("target/tests/session").join(test);
    // It may not be there.
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir)?;
    Ok(dir)
}

/// A terminal at prompt `next`.
struct Session {
    terminal: Terminal,
    next: u32,
    entries: u32,
}

impl Session {
    fn start(test: &str) -> Result<Session, Failed> {
        Ok(Session { terminal: Terminal::start(&[], &home(test)?)?, next: 1, entries: 0 })
    }

    /// Enters a text; what it prints.
    fn enter(&mut self, text: &str) -> Result<String, Failed> {
        self.next += u32::from(!text.starts_with(':') || text.starts_with(":time"));
        self.entries += 1;
        self.terminal.enter(text, self.next)
    }

    /// Enters texts, each of which must print exactly what stands beside it.
    fn check(&mut self, entries: &[(&str, &str)]) -> Result<(), Failed> {
        for (text, want) in entries {
            let got = self.enter(text)?;
            if got.trim_end() != *want {
                let what = format!("{text}\n  want {want:?}\n  got  {:?}\n", got.trim_end());
                return Err(self.terminal.failure(&what));
            }
        }
        Ok(())
    }

    /// Enters a text that must print all of the parts.
    fn check_parts(&mut self, text: &str, parts: &[&str]) -> Result<(), Failed> {
        let got = self.enter(text)?;
        self.holds(text, &got, parts)
    }

    fn holds(&self, what: &str, got: &str, parts: &[&str]) -> Result<(), Failed> {
        match parts.iter().find(|part| !got.contains(**part)) {
            Some(part) => Err(self.terminal.failure(&format!("{what}\n  {part:?} is not in\n{got}"))),
            None => Ok(()),
        }
    }

    /// Enters a text that goes on until it is interrupted, when it has printed a line.
    fn interrupt(&mut self, text: &str, line: &str) -> Result<(), Failed> {
        let from = self.terminal.prompt_row() + 1;
        self.terminal.keys(&format!("{text}\r"))?;
        self.terminal.wait(line, |t| (from..=t.cursor_row()).any(|row| t.row(row) == line))?;
        self.terminal.keys("\x03")?;
        self.next += 1;
        self.entries += 1;
        self.terminal.prompt(self.next)?;
        let got = self.terminal.above(from);
        self.holds(text, &got, &["interrupted"])
    }

    fn quit(mut self) -> Result<(), Failed> {
        self.terminal.keys(":quit\r")?;
        match self.terminal.ended()? {
            Some(0) => Ok(()),
            status => Err(self.terminal.failure(&format!("status {status:?}"))),
        }
    }
}

const PROGRAM: &str = r#"package main

import (
	"fmt"
	"os"
	"sort"
)

type Stack[T any] struct{ items []T }

func main() {
	s := &Stack[int]{}
	for i := range 5 {
		s.Push(i * i)
	}
	fmt.Println("top", s.Pop(), total(s.items))
	words := map[string]int{"b": 2, "a": 1}
	for _, k := range keys(words) {
		fmt.Fprintln(os.Stdout, k, words[k])
	}
}

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }

func (s *Stack[T]) Pop() T {
	last := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return last
}

func total(ns []int) (sum int) {
	for _, n := range ns {
		sum += n
	}
	return
}

func keys(m map[string]int) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}
"#;

/// Everything that may happen in a session, in one.
fn a_long_session() -> Result<(), Failed> {
    let mut s = Session::start("long")?;
    redeclaring(&mut s)?;
    s.check(&[
        // Input goes on as long as the parser wants more.
        ("if true {\nfmt.Println(\"in\")\n}", "in"),
        ("sum := 1 +\n2", ""),
        ("sum", "int = 3"),
        ("raw := `one\ntwo`", ""),
        ("raw", "string = \"one\\ntwo\""),
    ])?;
    errors_and_panics(&mut s)?;
    ticker(&mut s)?;
    // Ctrl-C: in a tight loop, in natives that compute, sleep and read, and in goroutines that wait for each other.
    s.check(&[("kept := \"kept\"", "")])?;
    s.interrupt("fmt.Println(\"spinning\"); for {}", "spinning")?;
    s.interrupt("fmt.Println(\"writing\"); _ = fmt.Sprint(make([]int, 1<<28))", "writing")?;
    s.interrupt("fmt.Println(\"asleep\"); time.Sleep(time.Hour)", "asleep")?;
    s.interrupt("var line string; fmt.Println(\"reading\"); fmt.Scanln(&line)", "reading")?;
    s.interrupt(
        "func() { defer fmt.Println(\"deferred\"); fmt.Println(\"busy\"); for { runtime.Gosched() } }()",
        "busy",
    )?;
    s.check(&[("kept", "string = \"kept\"")])?;
    // A deadlock is reported; who waits goes on when a later entry wakes it.
    s.check(&[("ch := make(chan int)", "")])?;
    s.check_parts("<-ch", &["fatal error: all goroutines are asleep - deadlock!", "[chan receive]"])?;
    s.check(&[("go func() { fmt.Println(\"got\", <-ch) }()", "")])?;
    s.check_parts("ch <- 5; time.Sleep(time.Millisecond)", &["got 5"])?;
    s.check(&[("kept", "string = \"kept\"")])?;
    paste(&mut s)?;
    s.check_parts(":vars", &["kept string = \"kept\"", "func total(ns []int) (sum int)", "// old: used by"])?;
    s.check(&[(":reset", ""), (":tasks", "no goroutines")])?;
    s.check_parts("total([]int{1, 2})", &["undefined: total"])?;
    s.check(&[("kept := 1", ""), ("kept", "int = 1")])?;
    if s.entries < 60 {
        return Err(format!("only {} entries", s.entries).into());
    }
    s.quit()
}

/// Everything can be declared again.
fn redeclaring(s: &mut Session) -> Result<(), Failed> {
    s.check(&[
        ("1 + 2", "int = 3"),
        ("\"a\" + `b`", "string = \"ab\""),
        ("x := 40", ""),
        ("x + 2", "int = 42"),
        // A function of the same type takes the place of the earlier one; another shadows it.
        ("func double(n int) int { return 2 * n }", ""),
        ("func four(n int) int { return double(double(n)) }", ""),
        ("four(x)", "int = 160"),
        ("func double(n int) int { return 3 * n }", ""),
        ("four(x)", "int = 360"),
        ("func double(s string) string { return s + s }", "note: four still uses the old double"),
        ("double(\"ab\")", "string = \"abab\""),
        ("four(1)", "int = 9"),
        // Constants and variables.
        ("const limit = 10", ""),
        ("func over(n int) bool { return n > limit }", ""),
        ("const limit = \"none\"", "note: over still uses the old limit"),
        ("over(11)", "bool = true"),
        ("limit", "string = \"none\""),
        ("func seeX() int { return x }", ""),
        ("x := \"text\"", "note: seeX still uses the old x"),
        ("seeX()", "int = 40"),
        ("x", "string = \"text\""),
        ("var a, b = 1.5, 'y'", ""),
        ("b", "rune = 121 'y'"),
        // Methods and types.
        ("type P struct { X, Y int }", ""),
        ("p := P{1, 2}", ""),
        ("func (p P) Sum() int { return p.X + p.Y }", ""),
        ("p.Sum()", "int = 3"),
        ("func (p P) Sum() int { return p.X * 100 + p.Y }", ""),
        ("p.Sum()", "int = 102"),
        ("func (p P) String() string { return fmt.Sprintf(\"<%d %d>\", p.X, p.Y) }", ""),
        ("p", "P = <1 2>"),
        ("type P struct { Name string }", ""),
        ("P{\"n\"}", "P = {Name:\"n\"}"),
        ("p", "old P = <1 2>"),
        ("type N = int", ""),
        ("type N = string", ""),
        ("N(\"n\")", "N = \"n\""),
        // Generic ones, and imports.
        ("type Pair[T any] struct { A, B T }", ""),
        ("Pair[int]{1, 2}", "Pair[int] = {A:1 B:2}"),
        ("func swap[T any](p Pair[T]) Pair[T] { return Pair[T]{p.B, p.A} }", ""),
        ("swap(Pair[string]{\"a\", \"b\"})", "Pair[string] = {A:\"b\" B:\"a\"}"),
        ("type Pair[T any] [2]T", "note: swap still uses the old Pair"),
        ("Pair[int]{3, 4}", "Pair[int] = [3 4]"),
        ("import str \"strings\"", ""),
        ("str.Repeat(\"ab\", 2)", "string = \"abab\""),
        ("import str \"strconv\"", ""),
        ("str.Itoa(7)", "string = \"7\""),
    ])
}

/// Errors leave everything as it was; a panic leaves what was done before it.
fn errors_and_panics(s: &mut Session) -> Result<(), Failed> {
    s.check_parts("x, z := 5, nothing", &["undefined: nothing"])?;
    s.check_parts("f(]", &["syntax error"])?;
    s.check_parts("var n int = \"s\"", &["cannot use \"s\" (untyped string constant) as int value"])?;
    s.check(&[("x", "string = \"text\""), ("var m map[string]int", "")])?;
    let entry = "u := 1; x := 2.5; m[\"k\"] = u; v := 3; m := 4";
    s.check_parts(entry, &["panic: assignment to entry in nil map", "goroutine", "main.main"])?;
    s.check(&[("u", "int = 1"), ("x", "float64 = 2.5"), ("m", "map[string]int = nil")])?;
    s.check_parts("v", &["undefined: v"])?;
    s.check(&[("x := \"text\"", "")])?;
    s.check_parts(
        "go func() { panic(\"in a goroutine\") }(); time.Sleep(time.Millisecond); 6 * 7",
        &["panic: in a goroutine", "int = 42"],
    )?;
    s.check(&[("os.Exit(3)", "exit status 3 (the session goes on; :quit leaves it)")])?;
    s.check(&[
        (":type x", "string"),
        (":type len", "built-in function len"),
        (":type seeX", "func seeX() int"),
    ])?;
    s.check_parts(":doc strings.ToUpper", &["func ToUpper(s string) string"])?;
    s.check_parts(":dis seeX", &["main.seeX", "Return"])?;
    s.check_parts(":time 1 + 1", &["int = 2", "took"])?;
    s.check_parts(":nonsense", &["there is no command :nonsense"])
}

/// A goroutine prints while a line is half typed.
fn ticker(s: &mut Session) -> Result<(), Failed> {
    const TICKS: u32 = 40;
    let tick = format!(
        "go func() {{ for i := range {TICKS} {{ time.Sleep(3 * time.Millisecond); fmt.Println(\"tick\", i) }} }}()"
    );
    let from = s.terminal.prompt_row() + 1;
    s.check_parts(&tick, &[])?;
    let half = "x + \" and ha";
    let line = format!("[{}]> {half}", s.next);
    s.terminal.keys(half)?;
    for i in [5, 10, 20] {
        let text = format!("tick {i}");
        s.terminal.wait(&format!("{text} above the line"), |t| {
            t.row(t.cursor_row()) == line
                && t.row(t.cursor_row() - 1).starts_with("tick")
                && (from..t.cursor_row()).any(|row| t.row(row) == text)
        })?;
    }
    s.terminal.keys("lf\"\r")?;
    s.next += 1;
    s.entries += 1;
    let last = format!("tick {}", TICKS - 1);
    let prompt = format!("[{}]>", s.next);
    s.terminal.wait("the value and the last tick", |t| {
        let shows = |text: &str| (from..t.cursor_row()).any(|row| t.row(row) == text);
        shows("string = \"text and half\"") && shows(&last) && t.row(t.cursor_row()) == prompt
    })?;
    s.terminal.prompt(s.next)?;
    // Each tick once, in order, alone on its row; and nothing else but the entry.
    let shown = s.terminal.above(from);
    let ticks: Vec<&str> = shown.lines().filter(|row| row.contains("tick")).collect();
    let want: Vec<String> = (0..TICKS).map(|i| format!("tick {i}")).collect();
    if ticks != want || shown.lines().count() != want.len() + 2 {
        return Err(s.terminal.failure("the ticks are not all there, each on a row"));
    }
    Ok(())
}

/// A whole program, pasted.
fn paste(s: &mut Session) -> Result<(), Failed> {
    let from = s.terminal.prompt_row();
    s.terminal.paste(PROGRAM)?;
    s.terminal.wait("the program", |t| {
        t.above(from).contains("\treturn ks") || t.above(from).contains("return ks")
    })?;
    s.terminal.keys("\r")?;
    s.next += 1;
    s.entries += 1;
    s.terminal.prompt(s.next)?;
    let shown = s.terminal.above(from);
    if !shown.ends_with("top 16 14\na 1\nb 2\n") {
        return Err(s.terminal.failure("the program's output"));
    }
    s.check(&[("total([]int{1, 2, 3})", "int = 6"), ("(&Stack[int]{items: []int{8}}).Pop()", "int = 8")])
}

fn completion_and_history() -> Result<(), Failed> {
    let dir = home("completion")?;
    let mut t = Terminal::start(&[], &dir)?;
    t.enter("type point struct { Width, Height int }", 2)?;
    t.enter("pt := point{3, 4}", 3)?;
    let completes = |t: &mut Terminal, keys: &str, line: &str| {
        t.keys(keys)?;
        t.wait(line, |t| t.row(t.cursor_row()) == line)
    };
    completes(&mut t, "strings.ToUpperS\t", "[3]> strings.ToUpperSpecial")?;
    completes(&mut t, "\x15pt.Wi\t", "[3]> pt.Width")?;
    completes(&mut t, " + pt.He\t", "[3]> pt.Width + pt.Height")?;
    t.keys("\r")?;
    t.prompt(4)?;
    // Several: they are listed.
    t.keys("pt.\t")?;
    t.wait("the list", |t| {
        t.above(t.prompt_row()).contains("Height") && t.row(t.cursor_row()) == "[4]> pt."
    })?;
    // Ctrl-C gives the line up; the number stays.
    t.keys("\x03")?;
    t.prompt(4)?;
    completes(&mut t, ":ty\t", "[4]> :type")?;
    t.keys("\x03")?;
    t.prompt(4)?;
    completes(&mut t, "\x1b[A", "[4]> pt.Width + pt.Height")?;
    t.keys("\x1b[A\r")?;
    t.prompt(5)?;
    t.keys("\x04")?;
    if t.ended()? != Some(0) {
        return Err(t.failure("status"));
    }
    // The next session remembers, entries of several lines too.
    let mut t = Terminal::start(&[], &dir)?;
    completes(&mut t, "\x1b[A", "[1]> pt := point{3, 4}")?;
    t.keys("\x03")?;
    t.prompt(1)?;
    t.enter("if true {\n}", 2)?;
    t.keys("\x12Wid")?;
    t.wait("the search", |t| {
        t.row(t.cursor_row()).contains("(reverse-i-search)`Wid': pt.Width + pt.Height")
    })?;
    t.keys("\x03")?;
    Ok(())
}

fn output_and_the_line() -> Result<(), Failed> {
    let mut s = Session::start("output")?;
    s.check(&[
        // A line that is not ended is ended before the prompt.
        ("fmt.Print(\"no newline\")", "no newline"),
        ("fmt.Fprint(os.Stderr, \"error\")", "error"),
        ("print(\"p\")", "p"),
        ("fmt.Println()", ""),
        ("fmt.Print(\"a\\nb\")", "a\nb"),
    ])?;
    // Nothing is printed during a history search; then all of it is. The first lines may come before the prompt.
    let from = s.terminal.prompt_row();
    s.check_parts(
        "go func() { for i := range 100 { time.Sleep(time.Millisecond); fmt.Println(\"n\", i) } }()",
        &[],
    )?;
    s.terminal.keys("\x12Fpr")?;
    s.terminal.wait("the search", |t| t.row(t.cursor_row()).contains("`Fpr'"))?;
    s.terminal.keys("\x07")?;
    s.terminal.wait("all lines", |t| t.above(from).contains("n 99\n"))?;
    let shown = s.terminal.above(from);
    let lines: Vec<&str> = shown.lines().filter(|line| line.starts_with("n ")).collect();
    let want: Vec<String> = (0..100).map(|i| format!("n {i}")).collect();
    if lines != want {
        let at = lines.iter().zip(&want).take_while(|(line, want)| line == want).count();
        let what = format!("line {at} of {} is not the one that is due:\n{shown}", lines.len());
        return Err(s.terminal.failure(&what));
    }
    s.terminal.prompt(s.next)?;
    s.quit()
}

fn a_program_that_is_typed() -> Result<(), Failed> {
    let mut s = Session::start("typed")?;
    // The functions come in any order; an empty line behind main ends it.
    let program = "package main\n\nimport \"fmt\"\n\nfunc help() string { return \"helped\" }\n\nfunc main() {\nfmt.Println(help())\n}\n";
    let from = s.terminal.prompt_row();
    s.terminal.keys(&format!("{}\r", program.replace('\n', "\r")))?;
    s.next += 1;
    s.terminal.prompt(s.next)?;
    let shown = s.terminal.above(from);
    s.holds("the program", &shown, &["\nhelped\n"])?;
    // A file, and what is wrong with one.
    fs::write(root().join("target/tests/session/typed/hello.go"), PROGRAM)?;
    s.check(&[(":load hello.go", "top 16 14\na 1\nb 2")])?;
    s.check_parts(":load nothing.go", &["nothing.go: no such file or directory"])?;
    s.quit()
}

fn reading_standard_input() -> Result<(), Failed> {
    let mut s = Session::start("stdin")?;
    s.check(&[("var name string", "")])?;
    s.terminal.keys("fmt.Print(\"name? \"); fmt.Scanln(&name)\r")?;
    s.terminal.wait("the question", |t| t.row(t.cursor_row()) == "name?")?;
    s.terminal.keys("Ann\r")?;
    s.next += 1;
    s.terminal.prompt(s.next)?;
    s.check(&[("name", "string = \"Ann\"")])?;
    s.quit()
}

fn a_flood_of_output() -> Result<(), Failed> {
    // A screen that scrolls: only its end is to be relied on.
    let mut t = Terminal::with_rows(24, &[], &home("flood")?)?;
    let entries = [
        "var stop atomic.Bool; dry := make(chan bool)",
        "go func() { for !stop.Load() { fmt.Println(\"flood\") }; close(dry) }()",
        // Entries are carried out all the same.
        "stop.Store(true); <-dry",
        "1 + 1",
    ];
    for (text, next) in entries.iter().zip(2..) {
        t.keys(&format!("{text}\r"))?;
        t.prompt_amid_output(next)?;
    }
    if t.row(t.cursor_row() - 1) != "int = 2" {
        return Err(t.failure("the value"));
    }
    Ok(())
}

fn bytes_that_are_no_text() -> Result<(), Failed> {
    let mut s = Session::start("bytes")?;
    s.check(&[("x := 1", "")])?;
    s.terminal.bytes_sent(b"x + \xff\xfe")?;
    s.terminal.wait("the refusal", |t| t.above(t.prompt_row()).contains("input that is no text"))?;
    s.terminal.prompt(s.next)?;
    // What came behind it is the next line.
    s.terminal.keys("\x15")?;
    s.check(&[("x", "int = 1")])?;
    s.quit()
}

/// Ctrl-C while library code that is written in Rust runs, waits, or calls the program.
fn interrupts_inside_of_natives() -> Result<(), Failed> {
    let mut s = Session::start("natives")?;
    s.check(&[("func say() { fmt.Println(\"now\") }", "")])?;
    for text in [
        "sort.Slice(make([]int, 99), func(i, j int) bool { say(); for {} })",
        "say(); for { strings.Repeat(\"abcdefgh\", 1<<20) }",
        "say(); for { fmt.Sprint(make([]int, 1<<16)) }",
        "say(); time.Sleep(time.Hour)",
        "say(); bufio.NewReader(os.Stdin).ReadString('\\n')",
        "l, _ := net.Listen(\"tcp\", \"127.0.0.1:0\"); say(); l.Accept()",
        "func() { defer func() { recover() }(); say(); for {} }()",
    ] {
        s.interrupt(text, "now")?;
    }
    s.check(&[("1 + 1", "int = 2")])?;
    s.quit()
}
