//! Natives that wait: what they can do, and how they end.

use std::time::Duration;

use super::{Local, Log, run};
use crate::engine::{Builder, CallError, Chan, Config, Cx, Engine, Func, Root, Unwind, Value};

/// `host.Each(f, n)`: calls f with 0 to n-1, and says what it gives.
fn with_each(builder: Builder, log: &Log) -> Builder {
    let log = log.clone();
    builder.blocking("host.Each", move |cx: &mut Cx, f: Func<(i64,), i64>, n: i64| {
        let _local = Local(log.clone(), "each");
        let mut sum = 0;
        for i in 0..n {
            sum += cx.call(&f, (i,))?;
        }
        Ok(sum)
    })
}

#[test]
fn a_native_calls_a_closure_that_receives_from_a_channel() {
    let text = r#"
        func Run() {
            c := make(chan int)
            go func() { for i := range 3 { c <- 10 * (i + 1) } }()
            host.Say(fmt.Sprint(host.Each(func(i int) int { return i + <-c }, 3)))
        }"#;
    assert_eq!(run(text, with_each).unwrap(), "each dropped 63");
}

#[test]
fn a_native_sleeps_while_others_run() {
    let text = r#"
        func Run() {
            go func() {
                for i := range 3 { time.Sleep(4 * time.Millisecond); host.Say(fmt.Sprint("tick ", i)) }
            }()
            start := time.Now()
            host.Nap(10 * time.Millisecond)
            host.Say(time.Since(start).String())
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking("host.Nap", |cx: &mut Cx, time: Duration| cx.sleep(time))
    };
    assert_eq!(run(text, host).unwrap(), "tick 0 tick 1 10ms");
}

#[test]
fn a_native_asks_and_is_answered() {
    let text = r#"
        func Run() {
            ask, answer := make(chan string), make(chan string)
            go func() {
                for q := range ask { answer <- strings.ToUpper(q) }
                close(answer)
            }()
            words, err := host.Talk(ask, answer, []string{"one", "two", "three"})
            host.Say(fmt.Sprint(words, err))
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking(
            "host.Talk",
            |cx: &mut Cx, ask: Chan<String>, answer: Chan<String>, words: Vec<String>| {
                let mut answers = Vec::new();
                for word in words {
                    cx.send(&ask, word)?;
                    match cx.recv(&answer)? {
                        Some(text) => answers.push(text),
                        None => return Ok(Err("closed")),
                    }
                }
                Ok(Ok(answers))
            },
        )
    };
    assert_eq!(run(text, host).unwrap(), "[ONE TWO THREE] <nil>");
}

#[test]
fn natives_are_functions_like_all_others() {
    let text = r#"
        type Doer interface { Do(int) int }
        func Run() {
            done := make(chan bool)
            c := make(chan int)
            go host.Put(c, 5)
            host.Say(fmt.Sprint(<-c))
            func() {
                defer host.Pause("deferred")
                host.Say("body")
            }()
            f := host.Twice
            host.Say(fmt.Sprint(f(4)))
            var d Doer = host.New(3)
            host.Say(fmt.Sprint(d.Do(5), d.(*host.Thing).Do(6)))
            g := d.Do
            go func() { host.Say(fmt.Sprint(g(7))); done <- true }()
            <-done
        }"#;
    let host = |builder: Builder, log: &Log| {
        let log = log.clone();
        builder
            .blocking("host.Put", |cx: &mut Cx, c: Chan<i64>, n: i64| cx.send(&c, n))
            .blocking("host.Pause", move |cx: &mut Cx, text: String| {
                cx.yield_now()?;
                log.add(text);
                Ok(())
            })
            .blocking("host.Twice", |cx: &mut Cx, n: i64| {
                cx.yield_now()?;
                Ok(2 * n)
            })
            .package(
                "host",
                "package host\n
                type Thing struct { N int }
                func New(n int) *Thing { return &Thing{n} }
                func (t *Thing) Do(n int) int",
            )
            .bind_blocking("host.(*Thing).Do", |cx: &mut Cx, thing: Option<Thing>, n: i64| {
                cx.yield_now()?;
                Ok(thing.map_or(0, |t| t.0) + n)
            })
    };
    assert_eq!(run(text, host).unwrap(), "5 body deferred 8 8 9 10");
}

struct Thing(i64);

impl crate::engine::FromValue for Thing {
    fn from_value<'m>(
        values: &mut crate::vm::Values<'m>,
        raw: &crate::vm::Raw<'m>,
    ) -> Result<Thing, crate::engine::Mismatch> {
        let fields = std::collections::HashMap::<String, i64>::from_value(values, raw)?;
        Ok(Thing(fields["N"]))
    }
}

#[test]
fn a_panic_of_the_program_passes_through_natives_and_their_locals_are_dropped() {
    let text = r#"
        func Run() {
            defer func() { host.Say(fmt.Sprint("recovered ", recover())) }()
            defer host.Say("outer deferred")
            host.Each(func(i int) int {
                defer host.Say("inner deferred")
                if i == 1 { panic("no") }
                return 0
            }, 3)
        }"#;
    assert_eq!(
        run(text, with_each).unwrap(),
        "inner deferred inner deferred each dropped outer deferred recovered no"
    );
}

#[test]
fn a_deferred_call_above_a_native_recovers_without_the_native() {
    let text = r#"
        func Run() {
            host.Say(fmt.Sprint(host.Each(func(i int) (n int) {
                defer func() { if recover() != nil { n = 100 } }()
                if i == 1 { panic("no") }
                return 1
            }, 3)))
        }"#;
    assert_eq!(run(text, with_each).unwrap(), "each dropped 102");
}

#[test]
fn goexit_passes_through_natives() {
    let text = r#"
        func Run() {
            done := make(chan bool)
            go func() {
                defer close(done)
                defer host.Say("deferred")
                defer func() { host.Say(fmt.Sprint(recover())) }()
                host.Each(func(int) int { runtime.Goexit(); return 0 }, 3)
            }()
            <-done
        }"#;
    assert_eq!(run(text, with_each).unwrap(), "each dropped <nil> deferred");
}

/// `host.Try(f)`: calls f; gives the text of its panic, and goes on.
fn with_try(builder: Builder, log: &Log) -> Builder {
    let log = log.clone();
    with_each(builder, &log).blocking("host.Try", move |cx: &mut Cx, f: Func<(), ()>| {
        let _local = Local(log.clone(), "try");
        match cx.call(&f, ()) {
            Ok(()) => Ok(String::new()),
            Err(unwind) => {
                let text = cx.recover(unwind)?;
                cx.yield_now()?;
                Ok(text)
            }
        }
    })
}

#[test]
fn a_native_can_stop_a_panic() {
    let text = r#"
        type E struct{}
        func (E) Error() string { return "an error" }
        func Run() {
            defer host.Say("outer deferred")
            host.Say(host.Try(func() { defer host.Say("inner deferred"); panic("one") }))
            host.Say(host.Try(func() { var p *int; *p = 1 }))
            host.Say(host.Try(func() { var a []int; a[len(a)]++ }))
            host.Say(host.Try(func() { panic(errors.New("boxed")) }))
            host.Say("(" + host.Try(func() {}) + ")")
            host.Say(host.Try(func() { host.Each(func(int) int { panic("through two") }, 1) }))
            host.Say(host.Try(func() { defer func() { panic("second") }(); panic("first") }))
        }"#;
    assert_eq!(
        run(text, with_try).unwrap(),
        "inner deferred try dropped one \
         try dropped runtime error: invalid memory address or nil pointer dereference \
         try dropped runtime error: index out of range [0] with length 0 \
         try dropped boxed try dropped () \
         each dropped try dropped through two try dropped second outer deferred"
    );
}

#[test]
fn a_native_can_not_stop_goexit() {
    let text = r#"
        func Run() {
            var wg sync.WaitGroup
            wg.Go(func() {
                defer host.Say("gone")
                host.Try(func() { runtime.Goexit() })
                host.Say("never")
            })
            wg.Wait()
            wg.Go(func() {
                defer host.Say("gone")
                host.Try(func() { defer func() { panic("in between") }(); runtime.Goexit() })
                host.Say("never")
            })
            wg.Wait()
        }"#;
    assert_eq!(run(text, with_try).unwrap(), "try dropped gone try dropped gone");
}

#[test]
fn natives_call_natives_call_natives() {
    let text = r#"
        func down(n int) int {
            if n == 0 { return 0 }
            return host.Each(func(i int) int { return 1 + down(n - 1) }, 1)
        }
        func Run() { host.Say(fmt.Sprint(down(50))) }"#;
    let all = run(text, with_each).unwrap();
    assert!(all.ends_with(" 50"), "{all}");
    assert_eq!(all.matches("each dropped").count(), 50);
}

/// `host.Bad(how)`: panics, or overflows its stack.
fn with_bad(builder: Builder, log: &Log) -> Builder {
    let log = log.clone();
    #[allow(unconditional_recursion)]
    fn deep(n: u64) -> u64 {
        let block = std::hint::black_box([n; 64]);
        1 + deep(block[7] + 1) + block[9]
    }
    builder.blocking("host.Bad", move |cx: &mut Cx, how: String| {
        let _local = Local(log.clone(), "bad");
        cx.yield_now()?;
        match how.as_str() {
            "panic" => panic!("a bug in Rust"),
            "deep" => Ok(deep(1) as i64),
            _ => Err(cx.panic("in order")),
        }
    })
}

#[test]
fn a_panic_in_rust_is_one_of_the_program() {
    let text = r#"
        func try(how string) {
            defer func() { host.Say(fmt.Sprintf("%T %v", recover(), how)) }()
            host.Bad(how)
        }
        func Run() { try("panic"); try("thrown"); try("panic") }"#;
    assert_eq!(
        run(text, with_bad).unwrap(),
        "bad dropped string panic bad dropped string thrown bad dropped string panic"
    );
    let text = r#"func Run() { host.Bad("panic") }"#;
    match run(text, with_bad) {
        Err(CallError::Panic { message, report }) => {
            assert_eq!(message, "panic: a bug in Rust");
            assert!(report.contains("host.Bad(...)\n\t$host/host/natives.go:"), "{report}");
            assert!(report.contains("main.Run()\n\ttest.pgo:1"), "{report}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
#[cfg_attr(miri, ignore = "a stack is a thread there, without a limit")]
fn a_stack_overflow_in_rust_is_a_panic_of_the_program() {
    let text = r#"
        func try(how string) {
            defer func() { host.Say(fmt.Sprint(recover())) }()
            host.Bad(how)
        }
        func Run() { for range 3 { try("deep") }; try("thrown") }"#;
    let overflow = "native function host.Bad: stack overflow";
    // What lay on the stack is lost.
    assert_eq!(
        run(text, with_bad).unwrap(),
        format!("{overflow} {overflow} {overflow} bad dropped in order")
    );
}

/// `host.Down(bytes, how)`: asks something of its `Cx` when so many bytes of its stack are in use.
fn with_down(builder: Builder, log: &Log) -> Builder {
    fn down(
        cx: &mut Cx,
        top: usize,
        bytes: usize,
        how: &str,
        f: &Func<(Value,), Value>,
    ) -> Result<usize, Unwind> {
        let block = std::hint::black_box([bytes; 128]);
        let here = block.as_ptr() as usize;
        if top.max(here) - here < bytes {
            let n = down(cx, top.max(here), bytes, how, f)?;
            return Ok(n + (block[1] & 1));
        }
        match how {
            "call" => {
                let nested = (0..63).fold(Value::Nil, |inner, _| Value::List(vec![inner]));
                cx.call(f, (nested,))?;
            }
            "yield" => cx.yield_now()?,
            _ => {
                cx.with_values(|_| ());
            }
        }
        Ok(0)
    }
    let log = log.clone();
    builder.blocking_as(
        "host.Down",
        "func(bytes int, how string, f func(any) any) string",
        move |cx: &mut Cx, bytes: usize, how: String, f: Func<(Value,), Value>| {
            let _local = Local(log.clone(), "down");
            down(cx, 0, bytes, &how, &f)?;
            Ok("fine")
        },
    )
}

#[test]
#[cfg_attr(
    phasync_plain_heap,
    ignore = "frames are larger there, and a stack that is dropped is read where frames were left"
)]
fn what_asks_with_little_stack_left_is_refused_before_anything_is_touched() {
    let text = r#"
        func try(bytes int, how string) {
            defer func() { if r := recover(); r != nil { host.Say(fmt.Sprint(r)) } }()
            f := func(x any) any { return x }
            for range 3 { host.Say(host.Down(bytes, how, f)) }
        }
        func Run() {
            try(1 << 10, "call")
            try(250 << 10, "call")
            try(400 << 10, "call")
            try(400 << 10, "yield")
            try(400 << 10, "values")
        }"#;
    let fine = "down dropped fine down dropped fine down dropped fine";
    let overflow = "down dropped native function host.Down: stack overflow";
    let values = "down dropped a native function has used up its stack";
    assert_eq!(run(text, with_down).unwrap(), format!("{fine} {fine} {overflow} {overflow} {values}"));
}

#[test]
fn a_waiting_send_panics_when_the_channel_is_closed() {
    let text = r#"
        func Run() {
            c := make(chan int)
            go func() { runtime.Gosched(); close(c) }()
            defer func() { host.Say(fmt.Sprint(recover())) }()
            host.Put(c, 1)
        }"#;
    let host = |builder: Builder, log: &Log| {
        let log = log.clone();
        builder.blocking("host.Put", move |cx: &mut Cx, c: Chan<i64>, n: i64| {
            let _local = Local(log.clone(), "put");
            cx.send(&c, n)
        })
    };
    assert_eq!(run(text, host).unwrap(), "put dropped send on closed channel");
    let text = r#"
        func Run() {
            c := make(chan int, 1)
            host.Put(c, 1)
            close(c)
            defer func() { host.Say(fmt.Sprint(recover(), len(c))) }()
            host.Put(c, 1)
        }"#;
    assert_eq!(run(text, host).unwrap(), "put dropped put dropped send on closed channel1");
}

#[test]
fn values_that_a_native_keeps_stay_alive() {
    let text = r#"
        type Node struct { Name string; Next *Node }
        func Run() {
            c := make(chan []string)
            go func() {
                for i := range 20 { c <- []string{fmt.Sprint("s", i), strings.Repeat("x", i)} }
                close(c)
            }()
            prefix := fmt.Sprint("pre", 1)
            n, last := host.Churn(c, func(s string) *Node { return &Node{prefix + s, &Node{s, nil}} })
            node := last.(*Node)
            host.Say(fmt.Sprint(n, " ", node.Name, " ", node.Next.Name))
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking_as(
            "host.Churn",
            "func(c chan []string, f any) (int, any)",
            |cx: &mut Cx, c: Chan<Vec<String>>, f: Func<(String,), Root>| {
                let mut kept: Vec<Root> = Vec::new();
                while let Some(list) = cx.recv(&c)? {
                    kept.push(cx.call(&f, (list.concat(),))?);
                    let garbage: Vec<String> = (0..50).map(|i| format!("garbage {i}")).collect();
                    let scratch: Root = cx.call(&f, (garbage.concat(),))?;
                    drop(scratch);
                }
                let last = kept.pop().ok_or_else(|| cx.panic("nothing was sent"))?;
                Ok((kept.len() as i64, last))
            },
        )
    };
    assert_eq!(run(text, host).unwrap(), "19 pre1s19xxxxxxxxxxxxxxxxxxx s19xxxxxxxxxxxxxxxxxxx");
}

#[test]
fn large_values_go_through_channels() {
    let text = r#"
        type Big struct { A [20]int; Name string }
        func Run() {
            c, d := make(chan Big), make(chan Big, 1)
            go func() { var b Big; for i := range b.A { b.A[i] = i }; b.Name = "big"; c <- b }()
            host.Pass(c, d)
            b := <-d
            host.Say(fmt.Sprint(b.A[19], b.Name))
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking_as("host.Pass", "func(c, d any)", |cx: &mut Cx, c: Chan<Root>, d: Chan<Root>| {
            let Some(big) = cx.recv(&c)? else { return Ok(()) };
            cx.yield_now()?;
            cx.send(&d, big)
        })
    };
    assert_eq!(run(text, host).unwrap(), "19big");
}

#[test]
fn natives_start_goroutines() {
    let text = r#"
        func Run() {
            done := make(chan string)
            host.Start(func(n int, s string) { done <- fmt.Sprint(n, s) })
            host.Say(<-done)
            host.Say(<-done)
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking("host.Start", |cx: &mut Cx, f: Func<(i64, String), ()>| {
            cx.go(&f, (1, "a".to_string()))?;
            cx.go(&f, (2, "b".to_string()))
        })
    };
    assert_eq!(run(text, host).unwrap(), "1a 2b");
}

#[test]
fn natives_run_in_coroutines_of_iterators() {
    let text = r#"
        func Run() {
            next, stop := iter.Pull(func(yield func(int) bool) {
                host.Each(func(i int) int { if !yield(i * i) { panic("stopped") }; return 0 }, 5)
            })
            for range 3 { n, ok := next(); host.Say(fmt.Sprint(n, ok)) }
            defer func() { host.Say(fmt.Sprint(recover())) }()
            stop()
        }"#;
    assert_eq!(run(text, with_each).unwrap(), "0 true 1 true 4 true each dropped stopped");
}

#[test]
fn natives_that_wait_when_the_engine_goes_drop_their_locals() {
    let log = Log::default();
    let says = log.clone();
    let mut engine = Engine::builder()
        .file("test.pgo", "func Run() { for range 3 { go host.Wait(make(chan int)) }; runtime.Gosched() }")
        .blocking("host.Wait", move |cx: &mut Cx, c: Chan<i64>| {
            let _local = Local(says.clone(), "wait");
            // One that does not hear is stopped all the same.
            while cx.recv(&c).is_err() {}
            Ok(())
        })
        .build()
        .unwrap();
    engine.call::<(), ()>("Run", ()).unwrap();
    assert_eq!(log.take(), "");
    drop(engine);
    assert_eq!(log.take(), "wait dropped wait dropped wait dropped");
}

#[test]
fn a_deadlock_names_natives_and_ends_them() {
    let log = Log::default();
    let says = log.clone();
    let mut engine = Engine::builder()
        .file("test.pgo", "func Run() { defer host.Wait(nil); host.Wait(make(chan int)) }")
        .blocking("host.Wait", move |cx: &mut Cx, c: Chan<i64>| {
            let _local = Local(says.clone(), "wait");
            cx.recv(&c)?;
            Ok(())
        })
        .build()
        .unwrap();
    match engine.call::<(), ()>("Run", ()) {
        Err(CallError::Deadlock { report }) => {
            assert!(report.starts_with("fatal error: all goroutines are asleep - deadlock!\n"), "{report}");
            assert!(report.contains("[chan receive]:\nhost.Wait(...)\n"), "{report}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(log.take(), "wait dropped wait dropped");
}

#[test]
fn natives_that_compute_let_others_run_and_hear_of_interrupts() {
    let text = r#"
        func Run() {
            go func() { for i := range 3 { host.Say(fmt.Sprint(i)); runtime.Gosched() } }()
            host.Compute(3)
            host.Say("computed")
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking("host.Compute", |cx: &mut Cx, slices: u64| {
            for _ in 0..slices * 20 {
                cx.charge(1_001)?;
            }
            Ok(())
        })
    };
    assert_eq!(run(text, host).unwrap(), "0 1 2 computed");
    let config = Config { timeout: Some(20_000_000), ..Config::default() };
    let builder = Engine::builder().file("test.pgo", "func Run() { host.Compute(1 << 30) }").config(config);
    let mut engine = host(builder, &Log::default()).build().unwrap();
    match engine.call::<(), ()>("Run", ()) {
        Err(CallError::Panic { message, .. }) => assert_eq!(message, "fatal error: time limit exceeded"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_old_unwind_is_a_panic_again() {
    let text = r#"
        func Run() {
            defer func() { host.Say(fmt.Sprint(recover())) }()
            host.Keep(func() { panic("kept") })
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking("host.Keep", |cx: &mut Cx, f: Func<(), ()>| -> Result<(), Unwind> {
            let Err(unwind) = cx.call(&f, ()) else { return Ok(()) };
            let old = unwind.clone();
            cx.recover(unwind)?;
            cx.yield_now()?;
            Err(old)
        })
    };
    assert_eq!(run(text, host).unwrap(), "kept");
}

#[test]
fn what_was_deferred_around_a_native_that_stops_a_panic_is_done_once() {
    let text = r#"
        type box struct { mu sync.Mutex; n int }
        func (b *box) ask(f func()) {
            b.mu.Lock()
            defer b.mu.Unlock()
            host.Say(host.Tried(f))
            b.n++
        }
        func outer(b *box, f func()) {
            defer host.Say("outer")
            defer b.ask(func() { panic("deferred") })
            b.ask(f)
        }
        func Run() {
            b := new(box)
            outer(b, func() { panic("first") })
            outer(b, func() { var m map[string]int; m["x"] = 1 })
            func() {
                defer func() { host.Say(fmt.Sprint(recover(), b.mu.TryLock(), b.n)) }()
                outer(b, func() { host.Tried(func() { panic("inner") }); panic("second") })
                panic("last")
            }()
        }"#;
    let host = |builder: Builder, _: &Log| {
        builder.blocking("host.Tried", |cx: &mut Cx, f: Func<(), ()>| match cx.call(&f, ()) {
            Ok(()) => Ok(String::from("fine")),
            Err(unwind) => cx.recover(unwind),
        })
    };
    let told = run(text, host).unwrap();
    let wanted =
        "first deferred outer assignment to entry in nil map deferred outer second deferred outer lasttrue 6";
    assert_eq!(told, wanted);
}
