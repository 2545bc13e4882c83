//! Entries against those before them.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::engine::{Engine, Outcome, Session};
use crate::host::{Host, IoEvent, MemoryHost};

/// A host whose output can be read while a session has it.
struct Shared {
    inner: MemoryHost,
    out: Rc<RefCell<String>>,
}

impl Host for Shared {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.borrow_mut().push_str(&String::from_utf8_lossy(bytes));
        Ok(())
    }
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_stdout(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read_stdin(buffer)
    }
    fn args(&self) -> &[String] {
        self.inner.args()
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        self.inner.wall()
    }
    fn mono(&self) -> i64 {
        self.inner.mono()
    }
    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        self.inner.poll(wait, events);
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.inner.interrupt()
    }
    fn random(&mut self) -> u64 {
        self.inner.random()
    }
}

/// A session, and what it prints.
struct Talk {
    session: Session,
    out: Rc<RefCell<String>>,
    count: u32,
}

impl Talk {
    fn new() -> Talk {
        let out = Rc::<RefCell<String>>::default();
        let host = Shared { inner: MemoryHost::default(), out: out.clone() };
        let session = Engine::builder().host(Box::new(host)).session().expect("nothing to refuse");
        Talk { session, out, count: 0 }
    }

    /// Enters a text; what it prints and shows, a line each.
    fn enter(&mut self, text: &str) -> String {
        self.count += 1;
        let accepted = self.session.submit(&format!("[{}]", self.count), text);
        let mut shown: String =
            self.session.diagnostics().iter().map(|d| format!("{}\n", d.message)).collect();
        if accepted {
            let outcome = self.session.run();
            shown.push_str(&std::mem::take(&mut *self.out.borrow_mut()));
            match outcome {
                Outcome::Done(values) => {
                    shown.extend(values.iter().map(|v| format!("{} = {}\n", v.ty, v.text)));
                }
                Outcome::Named(text) => shown.push_str(&format!("{text}\n")),
                other => shown.push_str(&format!("{other:?}\n")),
            }
        }
        shown
    }

    /// Enters texts one after the other, and compares what each gives.
    fn check(&mut self, entries: &[(&str, &str)]) {
        for (text, want) in entries {
            let got = self.enter(text);
            assert_eq!(got.trim_end(), *want, "{text}");
        }
    }
}

fn check(entries: &[(&str, &str)]) {
    Talk::new().check(entries);
}

#[test]
fn values_are_shown_with_their_types() {
    check(&[
        ("1 + 2", "int = 3"),
        ("x := 40", ""),
        ("x + 2", "int = 42"),
        ("\"a\" + \"b\\n\"", "string = \"ab\\n\""),
        ("'x'", "rune = 120 'x'"),
        ("2.5", "float64 = 2.5"),
        ("[]string{\"a b\", \"c\"}", "[]string = [\"a b\" \"c\"]"),
        ("map[string][]int{\"a\": nil, \"b\": {1}}", "map[string][]int = map[\"a\":nil \"b\":[1]]"),
        ("type P struct { X int; Name string }", ""),
        ("P{1, \"n\"}", "P = {X:1 Name:\"n\"}"),
        ("&P{}", "*P = &{X:0 Name:\"\"}"),
        ("var e error", ""),
        ("e", "error = nil"),
        ("errors.New(\"bad\")", "error = bad"),
        ("time.Second", "time.Duration = 1s"),
        ("strconv.Atoi(\"12\")", "int = 12\nerror = nil"),
        ("fmt.Println(\"hi\")", "hi"),
        ("x = 3", ""),
        ("x == 3", "bool = true"),
        ("func() {}()", ""),
        ("1 << 70", "untyped int constant = 1180591620717411303424"),
        ("nil", "untyped nil"),
    ]);
}

#[test]
fn what_is_no_value_is_named() {
    check(&[
        ("strings.ToUpper", "func strings.ToUpper(s string) string"),
        ("rand", "package rand // import \"math/rand\""),
        ("fmt", "package fmt"),
        ("len", "built-in function len"),
        ("time.Duration", "type time.Duration int64"),
        ("type P struct { X int }", ""),
        ("P", "type P struct{X int}"),
        ("func max3[T cmp.Ordered](a, b, c T) T { return max(a, b, c) }", ""),
        ("max3", "func max3[T cmp.Ordered](a T, b T, c T) T"),
        ("max3(1, 3, 2)", "int = 3"),
    ]);
}

#[test]
fn nothing_is_executed_twice() {
    check(&[
        ("n := 0", ""),
        ("func f() int { n++; return n }", ""),
        ("f()", "int = 1"),
        ("f()", "int = 2"),
        ("n", "int = 2"),
    ]);
}

#[test]
fn everything_can_be_declared_again() {
    check(
        &[
            ("const c = 1", ""),
            ("func useC() int { return c }", ""),
            ("const c = \"two\"", ""),
            ("c", "string = \"two\""),
            ("useC()", "int = 1"),
            ("x := 1", ""),
            ("func useX() int { return x }", ""),
            ("x := \"s\"", ""),
            ("useX()", "int = 1"),
            ("var x, y = 2.5, 3", ""),
            ("x, y", "x, y"),
        ][..10],
    );
    check(&[
        ("type T struct { A int }", ""),
        ("t := T{1}", ""),
        ("type T struct { B string }", ""),
        ("T{\"b\"}", "T = {B:\"b\"}"),
        ("t", "old T = {A:1}"),
        ("t = T{}", "cannot use T{} (value of struct type T) as old T value in assignment"),
        ("import \"strings\"", ""),
        ("strings := 3", ""),
        ("strings", "int = 3"),
        ("import \"strings\"", ""),
        ("strings.Repeat(\"a\", 3)", "string = \"aaa\""),
    ]);
}

#[test]
fn a_function_with_the_same_type_takes_the_place_of_the_earlier_one() {
    check(&[
        ("func g() int { return 1 }", ""),
        ("func f() int { return g() * 10 }", ""),
        ("h := g", ""),
        ("f()", "int = 10"),
        ("func g() int { return 2 }", ""),
        ("f()", "int = 20"),
        ("h()", "int = 1"),
        ("func g() int { return 3 }", ""),
        ("f()", "int = 30"),
        ("func g() string { return \"s\" }", ""),
        ("f()", "int = 30"),
        ("g()", "string = \"s\""),
    ]);
    // Before the caller has run, and for a generic one.
    check(&[
        ("func g() int { return 1 }", ""),
        ("func f() int { return g() }", ""),
        ("func g() int { return 2 }", ""),
        ("f()", "int = 2"),
        ("func m[A any](a A) []A { return []A{a} }", ""),
        ("func k() int { return len(m(1)) + len(m(\"x\")) }", ""),
        ("k()", "int = 2"),
        ("func m[B any](b B) []B { return []B{b, b} }", ""),
        ("k()", "int = 4"),
    ]);
}

#[test]
fn methods_can_be_added_and_declared_again() {
    check(&[
        ("type P struct { X int }", ""),
        ("p := P{3}", ""),
        ("func (p P) Double() int { return 2 * p.X }", ""),
        ("p.Double()", "int = 6"),
        ("func twice(p P) int { return p.Double() }", ""),
        ("type D interface { Double() int }", ""),
        ("var d D = p", ""),
        ("d.Double()", "int = 6"),
        ("func (p P) Double() int { return -p.X }", ""),
        ("twice(p)", "int = -3"),
        ("d.Double()", "int = -3"),
        ("p", "P = {X:3}"),
        ("func (p P) String() string { return fmt.Sprint(\"P\", p.X) }", ""),
        ("p", "P = P3"),
        ("any(p).(fmt.Stringer).String()", "string = \"P3\""),
        // Another type: those who were checked with the earlier one call it.
        ("func (p P) Double() string { return \"new\" }", ""),
        ("p.Double()", "string = \"new\""),
        ("twice(p)", "int = -3"),
        ("d.Double()", "int = -3"),
        ("func (p *P) Set(x int) { p.X = x }", ""),
        ("p.Set(9); p.X", "int = 9"),
    ]);
}

#[test]
fn a_method_whose_receiver_becomes_a_pointer() {
    check(&[
        ("type C struct { N int }", ""),
        ("func (c C) Inc() { c.N++ }", ""),
        ("type I interface { Inc() }", ""),
        ("func call(i I) { i.Inc() }", ""),
        ("c := C{}", ""),
        ("call(c); c.Inc(); c.N", "int = 0"),
        ("func (c *C) Inc() { c.N++ }", ""),
        ("call(&c); c.Inc(); c.N", "int = 2"),
        (
            "call(c)",
            "cannot use c (variable of struct type C) as I value in argument to call: C does not implement I (method Inc has pointer receiver)",
        ),
    ]);
}

#[test]
fn a_refused_entry_leaves_nothing_behind() {
    check(&[
        ("x := 1", ""),
        ("type T struct{}", ""),
        ("x, y := \"s\", undefined", "undefined: undefined"),
        ("x", "int = 1"),
        ("y", "undefined: y"),
        ("func (T) M() int { return nothing }", "undefined: nothing"),
        ("T{}.M()", "T{}.M undefined (type T has no field or method M)"),
        ("func (T) M() int { return 5 }", ""),
        ("func (T) M() int { return nothing }", "undefined: nothing"),
        ("T{}.M()", "int = 5"),
        (
            "type T int; var z T = \"s\"",
            "cannot use \"s\" (untyped string constant) as T value in variable declaration",
        ),
        ("T{}.M()", "int = 5"),
        ("import \"no/such\"", "package no/such is not in std"),
        ("func f() { undefined() }; import \"strings\"", "undefined: undefined"),
        ("f", "undefined: f"),
        ("if x {", "syntax error: unexpected EOF, expected }"),
        ("x", "int = 1"),
    ]);
}

#[test]
fn a_panic_half_way_leaves_what_was_done() {
    let mut session = Talk::new();
    session.check(&[("x, z := 1, 7", ""), ("var m map[string]int", "")]);
    let died = session.enter("y := 5\nx := 10\nm[\"a\"] = x\nz := 8\nw := 9");
    assert!(died.starts_with("panic: assignment to entry in nil map"), "{died}");
    assert!(died.contains("[3]:3") && died.ends_with("Died\n") && !died.contains("exit status"), "{died}");
    session.check(&[("y", "int = 5"), ("x", "int = 10"), ("z", "int = 7"), ("w", "undefined: w")]);
}

#[test]
fn goroutines_go_on_between_entries() {
    check(&[
        ("in, out := make(chan int), make(chan int)", ""),
        ("go func() { for v := range in { out <- v * v } }()", ""),
        ("in <- 7", ""),
        ("<-out", "int = 49"),
        ("in <- 8; <-out", "int = 64"),
        (
            "time.AfterFunc(time.Millisecond, func() { fmt.Println(\"late\") }); time.Sleep(time.Second)",
            "late",
        ),
    ]);
}

#[test]
fn a_goroutine_that_panics_ends_alone() {
    let mut session = Talk::new();
    session.check(&[("ch := make(chan int)", "")]);
    let died = session.enter("go func() { panic(\"oh\") }(); go func() { ch <- 1 }(); <-ch");
    assert!(died.starts_with("panic: oh\n") && died.ends_with("\nint = 1\n"), "{died}");
}

#[test]
fn a_deadlock_is_survived_and_deferred_calls_run() {
    let mut session = Talk::new();
    session.check(&[("ch := make(chan int)", ""), ("var mu sync.Mutex", "")]);
    let dead =
        session.enter("func() { mu.Lock(); defer mu.Unlock(); defer fmt.Println(\"deferred\"); <-ch }()");
    assert!(dead.starts_with("fatal error: all goroutines are asleep - deadlock!"), "{dead}");
    assert!(dead.ends_with("deferred\nDeadlock\n"), "{dead}");
    session.check(&[("mu.TryLock()", "bool = true"), ("go func() { ch <- 3 }(); <-ch", "int = 3")]);
    for wait in [
        "select { case <-ch: case ch <- 1: }",
        "mu.Lock()",
        "var wg sync.WaitGroup; wg.Add(1); wg.Wait()",
        "select {}",
        "defer func() { <-ch }(); <-ch",
    ] {
        assert!(session.enter(wait).ends_with("Deadlock\n"), "{wait}");
    }
    session.check(&[("go func() { ch <- 4 }(); <-ch", "int = 4")]);
}

#[test]
fn exit_ends_the_entry() {
    check(&[
        ("x := 1", ""),
        ("defer fmt.Println(\"not run\"); os.Exit(3)", "Exit(3)"),
        ("x", "int = 1"),
        ("runtime.Goexit()", ""),
        ("x", "int = 1"),
    ]);
}

#[test]
fn a_whole_program_runs() {
    let program = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar total = add(1, 2)\n\nfunc main() {\n\tunused := 1\n\tfmt.Println(helper(total))\n}\n\nfunc helper(n int) string { return fmt.Sprint(\"n=\", n) }\n\nfunc add(a, b int) int { return a + b }\n";
    check(&[
        (program, "declared and not used: unused\nn=3"),
        ("total", "int = 3"),
        ("helper(5)", "string = \"n=5\""),
        ("main()", "n=3"),
        ("func main() { fmt.Println(\"again\") }", "again"),
        ("fmt.Sprint(1); func main() {}", "string = \"1\""),
    ]);
}

#[test]
fn unused_things_are_no_errors() {
    check(&[
        ("import \"os\"", ""),
        ("{ a := 1 }", "declared and not used: a"),
        ("func f() { b := 2 }", "declared and not used: b"),
        ("c := 3", ""),
        ("1; 2", "1 (untyped int constant) is not used"),
    ]);
}
