//! More natives than there are stacks.

use crate::engine::{Chan, Cx, Engine};
use crate::vm::coroutine::MAX_STACKS;

/// `n` natives that each wait for a value which is sent after all have begun. Gives how many got one, and how many were
/// refused, with the text of the panic.
fn wait(n: u32) -> (u32, u32, String) {
    let text = r#"
        func Run(n int) (got, refused int, text string) {
            c := make(chan int)
            var begun, done sync.WaitGroup
            begun.Add(n)
            for range n {
                done.Add(1)
                go func() {
                    defer done.Done()
                    defer func() { if r := recover(); r != nil { refused++; text = fmt.Sprint(r) } }()
                    begun.Done()
                    v := host.Wait(c)
                    got += v
                }()
            }
            begun.Wait()
            runtime.Gosched()
            for range n - refused { c <- 1 }
            done.Wait()
            return
        }"#;
    let mut engine = Engine::builder()
        .file("test.pgo", text)
        .blocking("host.Wait", |cx: &mut Cx, c: Chan<i64>| Ok(cx.recv(&c)?.unwrap_or(0)))
        .build()
        .unwrap();
    engine.call("Run", (n,)).unwrap()
}

#[test]
#[cfg_attr(miri, ignore = "a stack is a thread there: too many")]
fn there_are_more_stacks_when_all_holders_wait() {
    assert_eq!(wait(1_000), (1_000, 0, String::new()));
}

#[test]
#[cfg_attr(miri, ignore = "a stack is a thread there: too many")]
fn above_the_limit_natives_are_refused_and_none_hangs() {
    let (got, refused, text) = wait(20_000);
    assert_eq!((got, refused), (MAX_STACKS, 20_000 - MAX_STACKS));
    assert_eq!(text, "16000 native functions wait at once: there are no more native stacks");
}

#[test]
fn who_finds_no_stack_waits_for_one_while_a_holder_can_go_on() {
    // All holders only yield: nobody needs more stacks than there are at first, and the line is served in order.
    let text = r#"
        func Run(n int) []int {
            var order []int
            var done sync.WaitGroup
            for i := range n {
                done.Go(func() { host.Spin(3); order = append(order, i) })
            }
            done.Wait()
            return order
        }"#;
    let live = std::rc::Rc::new(std::cell::Cell::new((0, 0)));
    let counts = live.clone();
    let mut engine = Engine::builder()
        .file("test.pgo", text)
        .blocking("host.Spin", move |cx: &mut Cx, n: i64| {
            let (now, most) = counts.get();
            counts.set((now + 1, most.max(now + 1)));
            for _ in 0..n {
                cx.yield_now()?;
            }
            let (now, most) = counts.get();
            counts.set((now - 1, most));
            Ok(())
        })
        .build()
        .unwrap();
    let order: Vec<u32> = engine.call("Run", (500,)).unwrap();
    assert_eq!(order, (0..500).collect::<Vec<_>>());
    assert_eq!(live.get(), (0, 64));
}

#[test]
fn a_holder_that_spins_does_not_starve_the_line() {
    // The first native can always go on, until it waits: then the line gets stacks, though main never waits.
    let text = r#"
        func Run(n int) int {
            c := make(chan int)
            got, stop := 0, false
            go func() { host.Until(func() bool { return stop }); v := host.Wait(c); got += v }()
            for range n { go func() { v := host.Wait(c); got += v }() }
            for i := range 10 { runtime.Gosched(); stop = i == 5 }
            stop = true
            for range n + 1 {
                for sent := false; !sent; {
                    select {
                    case c <- 1: sent = true
                    default: runtime.Gosched()
                    }
                }
            }
            for got <= n { runtime.Gosched() }
            return got
        }"#;
    let mut engine = Engine::builder()
        .file("test.pgo", text)
        .blocking("host.Wait", |cx: &mut Cx, c: Chan<i64>| Ok(cx.recv(&c)?.unwrap_or(0)))
        .blocking("host.Until", |cx: &mut Cx, f: crate::engine::Func<(), bool>| {
            while !cx.call(&f, ())? {
                cx.yield_now()?;
            }
            Ok(())
        })
        .build()
        .unwrap();
    assert_eq!(engine.call::<_, i64>("Run", (300,)).unwrap(), 301);
}

#[test]
fn stacks_are_used_again() {
    let text = "func Run(n int) (s int) { for i := range n { v := host.Id(i); s += v }; return }";
    let mut engine = Engine::builder()
        .file("test.pgo", text)
        .blocking("host.Id", |cx: &mut Cx, n: i64| {
            cx.yield_now()?;
            Ok(n)
        })
        .build()
        .unwrap();
    assert_eq!(engine.call::<_, i64>("Run", (100_000,)).unwrap(), 4_999_950_000);
}
