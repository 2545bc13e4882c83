//! Calls from the host, runs and steps.

use std::cell::RefCell;
use std::rc::Rc;

use crate::engine::{CallError, Called, End, Engine, Func, Progress, ScriptError};

fn engine(text: &str) -> Engine {
    let builder = Engine::builder().virtual_time(true).file("test.pgo", text);
    builder.build().unwrap_or_else(|refused| panic!("{refused}"))
}

#[test]
fn package_variables_are_initialised_before_the_first_call() {
    let text = r#"
        package main
        import "strings"
        var a = b + 1
        var b = len(strings.Repeat("x", 4))
        func init() { a *= 10 }
        func Get() int { return a }
        func Set(n int) { a = n }
        func main() { a++ }"#;
    let mut engine = engine(text);
    assert_eq!(engine.call::<_, i64>("Get", ()).unwrap(), 50);
    engine.call::<_, ()>("Set", (7,)).unwrap();
    // That is not done again.
    assert_eq!(engine.run(), End::Returned);
    assert_eq!(engine.call::<_, i64>("Get", ()).unwrap(), 8);
    assert_eq!(engine.run(), End::Returned);
    assert_eq!(engine.call::<_, i64>("Get", ()).unwrap(), 9);
}

#[test]
fn a_script_is_run_before_its_functions_are_called() {
    let mut engine = engine("n := 5\nfunc Get() int { return n }");
    assert_eq!(engine.run(), End::Returned);
    assert_eq!(engine.call::<_, i64>("Get", ()).unwrap(), 5);
}

#[test]
fn goroutines_go_on_while_something_is_called() {
    let text = r#"
        count := 0
        go func() { for { time.Sleep(time.Second); count++ } }()
        func Wait(n int) int { time.Sleep(time.Duration(n) * time.Second); return count }"#;
    let mut engine = engine(text);
    assert_eq!(engine.run(), End::Returned);
    assert_eq!(engine.call::<_, i64>("Wait", (3,)).unwrap(), 2);
    assert_eq!(engine.call::<_, i64>("Wait", (4,)).unwrap(), 6);
}

#[test]
fn calls_come_between_the_steps_of_main() {
    let mut engine = engine("n := 0\nfor n < 1000 { n++; runtime.Gosched() }\nfunc Get() int { return n }");
    engine.start();
    let mut seen = Vec::new();
    loop {
        match engine.step(300) {
            Progress::Running => seen.push(engine.call::<_, i64>("Get", ()).unwrap()),
            Progress::Ended(end) => break assert_eq!(end, End::Returned),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(seen, [301, 602, 903]);
    assert_eq!(engine.call::<_, i64>("Get", ()).unwrap(), 1000);
}

#[test]
fn a_call_is_made_step_by_step() {
    let text = "func Count(n int) (int, error) { s := 0; for i := range n { s += i; runtime.Gosched() }; return s, errors.New(\"done\") }";
    let mut engine = engine(text);
    let f: Func<(i64,), Result<i64, ScriptError>> = engine.function("Count").unwrap();
    let call = engine.begin(&f, (100,)).unwrap();
    let mut steps = 0;
    let result = loop {
        match engine.poll(&call, 10).unwrap() {
            Called::Running => steps += 1,
            Called::Waiting(until) => engine.wait(until),
            Called::Done(result) => break result,
        }
    };
    assert_eq!(result.unwrap_err().text(), "done");
    assert!(steps >= 9, "{steps}");
    assert_eq!(engine.poll(&call, 10).err(), Some(CallError::Over));
}

#[test]
fn a_call_that_is_given_up_runs_its_deferred_calls() {
    let text = r#"
        log := ""
        func Wait() { defer func() { log += "deferred" }(); select {} }
        func Log() string { return log }"#;
    let mut engine = engine(text);
    engine.run();
    let f: Func<(), ()> = engine.function("Wait").unwrap();
    let call = engine.begin(&f, ()).unwrap();
    assert!(matches!(engine.poll(&call, 1), Ok(Called::Running)));
    assert_eq!(engine.call::<_, String>("Log", ()).unwrap(), "deferred");
    assert_eq!(engine.poll(&call, 10).err(), Some(CallError::Over));
}

#[test]
fn whatever_happens_the_next_call_works() {
    let text = r#"
        type E struct{ n int }
        func (e E) Error() string { return fmt.Sprint("E", e.n) }
        func Panic(how int) {
            switch how {
            case 0: panic("text")
            case 1: panic(E{7})
            case 2: var m map[string]int; m["a"] = 1
            case 3: select {}
            case 4: runtime.Goexit()
            case 5: os.Exit(3)
            case 6: go panic("elsewhere"); runtime.Gosched()
            case 7: defer func() { panic("second") }(); panic("first")
            case 8: var mu sync.Mutex; mu.Unlock()
            }
        }
        func Id(n int) int { return n }"#;
    let mut engine = engine(text);
    let message = |engine: &mut Engine, how: i64| match engine.call::<_, ()>("Panic", (how,)) {
        Err(error) => error.to_string(),
        Ok(()) => "none".into(),
    };
    let mut seen = Vec::new();
    for how in 0..9 {
        seen.push(message(&mut engine, how));
        assert_eq!(engine.call::<_, i64>("Id", (how,)).unwrap(), how);
    }
    assert_eq!(
        seen,
        [
            "panic: text",
            "panic: main.E{n:7} [recovered]",
            "panic: assignment to entry in nil map",
            "all goroutines are asleep - deadlock!",
            "the function called runtime.Goexit",
            "the program called os.Exit(3)",
            "panic: elsewhere",
            "panic: first\n\tpanic: second",
            "fatal error: sync: unlock of unlocked mutex",
        ]
        .map(|text| if text.contains("E{n:7}") { "panic: E7" } else { text })
    );
}

#[test]
fn mismatches_are_named() {
    let text = r#"
        type P struct { X, Y int }
        func F(n int, p []P) (string, int8) { return "s", 5 }
        func G[T any](x T) {}"#;
    let mut engine = engine(text);
    let mut error = |name: &str, what: u8| -> String {
        let result = match what {
            0 => engine.call::<_, ()>(name, (1,)),
            1 => engine.call::<_, ()>(name, ("a", 1)),
            2 => engine.call::<_, ()>(name, (1, vec![1])),
            3 => engine.call::<_, ()>(name, (1, vec![std::collections::HashMap::from([("Z", 1)])])),
            4 => engine.call::<_, ()>(name, (1, vec![std::collections::HashMap::from([("X", "a")])])),
            5 => engine.call::<_, (String,)>(name, (1, Vec::<i64>::new())).map(|_| ()),
            6 => engine.call::<_, (String, String)>(name, (1, Vec::<i64>::new())).map(|_| ()),
            _ => engine.call::<_, Result<String, ScriptError>>(name, (1, Vec::<i64>::new())).map(|_| ()),
        };
        result.unwrap_err().to_string()
    };
    assert_eq!(error("F", 0), "1 values instead of 2");
    assert_eq!(error("F", 1), "argument 1: Go's int does not go with Rust's &str");
    assert_eq!(error("F", 2), "argument 2: element 0: Go's main.P does not go with Rust's i32");
    assert_eq!(error("F", 3), "argument 2: element 0: Go's main.P has no exported field Z");
    assert_eq!(error("F", 4), "argument 2: element 0: field X: Go's int does not go with Rust's &str");
    assert_eq!(error("F", 5), "2 results instead of 1");
    assert_eq!(error("F", 6), "result 2: Go's int8 does not go with Rust's String");
    assert_eq!(error("F", 7), "the last result is Go's int8, not error");
    assert_eq!(error("G", 0), "G has type parameters");
    assert_eq!(error("H", 0), "the main package has no function H");
}

#[test]
fn errors_of_the_host_are_found_before_anything_runs() {
    let refused = |builder: crate::engine::Builder| builder.build().err().expect("it has errors").to_string();
    let text = "host.F(\"a\")\n";
    let builder = || Engine::builder().file("test.pgo", text);
    assert_eq!(
        refused(builder().function("host.F", |n: i64| n)),
        "test.pgo:1:8: cannot use \"a\" (untyped string constant) as int value in argument to host.F"
    );
    assert_eq!(
        refused(
            builder()
                .package("host", "package host\nfunc F(s string)\nfunc G()")
                .bind("host.F", |_: String| ())
        ),
        "$host/host/0.go:3:6: the host has no function host.G"
    );
    assert_eq!(
        refused(builder().function("host.F", |_: String| ()).bind("host.G", |n: i64| n)),
        "host.G: no package of the host declares this function"
    );
    assert_eq!(
        refused(builder().function("F", |n: i64| n)),
        "F: a function of the host is named path.Name\ntest.pgo:1:1: undefined: host"
    );
    assert!(
        refused(builder().function("strings.F", |n: i64| n))
            .starts_with("strings: a package of the standard library")
    );
    assert_eq!(
        refused(Engine::builder().file("a.go", "package main\nfunc F()\n")),
        "a.go:2:6: missing function body"
    );
}

#[test]
fn functions_of_the_program_can_be_kept_and_called_later() {
    type Handler = Func<(String,), String>;
    let kept: Rc<RefCell<Option<Handler>>> = Rc::default();
    let keeps = kept.clone();
    let mut engine = Engine::builder()
        .file("test.pgo", "n := 0\nhost.OnEvent(func(s string) string { n++; return fmt.Sprint(s, n) })")
        .function("host.OnEvent", move |f: Handler| *keeps.borrow_mut() = Some(f))
        .build()
        .unwrap();
    assert_eq!(engine.run(), End::Returned);
    let f = kept.take().unwrap();
    assert_eq!(engine.call_func(&f, ("a".to_string(),)).unwrap(), "a1");
    assert_eq!(engine.call_func(&f, ("b".to_string(),)).unwrap(), "b2");
    let mut other = Engine::builder().file("test.pgo", "").build().unwrap();
    let error = other.call_func(&f, ("c".to_string(),)).unwrap_err();
    assert_eq!(error, CallError::Mismatch("a function of another program".into()));
}

#[test]
fn plain_functions_panic_in_the_program() {
    let text = r#"
        func Run() (text string) {
            defer func() { text = fmt.Sprint(recover()) }()
            host.F()
            return
        }"#;
    let builder =
        Engine::builder().file("test.pgo", text).function("host.F", || -> i64 { panic!("no {}", 5) });
    assert_eq!(builder.build().unwrap().call::<_, String>("Run", ()).unwrap(), "no 5");
}

#[test]
fn packages_of_the_host_are_imported_like_others() {
    let text = r#"
        package main
        import ("fmt"; h "example.com/my/host")
        func Run() string { return fmt.Sprint(h.Add(h.One, 2), h.Sum(1, 2, 3)) }"#;
    let mut engine = Engine::builder()
        .file("test.go", text)
        .package("example.com/my/host", "package host\nconst One = 1\nfunc Sum(n ...int) int")
        .bind("example.com/my/host.Sum", |n: Vec<i64>| n.iter().sum::<i64>())
        .function("example.com/my/host.Add", |a: i64, b: i64| a + b)
        .build()
        .unwrap();
    assert_eq!(engine.call::<_, String>("Run", ()).unwrap(), "3 6");
}
