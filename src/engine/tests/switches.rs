//! What a host keeps with tasks, and what it is told of their switches.

use std::cell::Cell;
use std::rc::Rc;

use super::{Local, Log, run};
use crate::engine::{Builder, CallError, Cx, End, Engine, Progress, Switch};

/// `host.Keep(name)` keeps a value that says when it is dropped; `host.Watch(name)` says in the log when the task is switched.
fn with_hooks(builder: Builder, log: &Log) -> Builder {
    let (drops, told) = (log.clone(), log.clone());
    builder
        .blocking("host.Keep", move |cx: &mut Cx, name: String| {
            let name: &'static str = name.leak();
            let old = cx.locals().insert(Local(drops.clone(), name));
            Ok(old.is_some())
        })
        .blocking("host.Watch", move |cx: &mut Cx, name: String| {
            let told = told.clone();
            cx.on_switch(move |_, switch| {
                let sign = match switch {
                    Switch::Enter => "+",
                    Switch::Leave => "-",
                    Switch::Finish => "!",
                };
                told.add(format!("{sign}{name}"));
                true
            });
            Ok(())
        })
}

#[test]
fn a_value_is_dropped_once_however_its_task_ends() {
    let text = r#"
        func task(name string, f func()) phasync.Task {
            return go func() {
                host.Keep(name)
                f()
            }()
        }
        func Run() {
            for _, t := range []phasync.Task{
                task("returns", func() {}),
                task("panics", func() { panic("no") }),
                task("recovers", func() { defer func() { recover() }(); panic("no") }),
                task("exits", func() { runtime.Goexit() }),
                task("waits", func() { time.Sleep(time.Second) }),
            } {
                <-t.Done()
                phasync.Try(func() { await(t) })
                runtime.Gosched()
            }
            t := task("cancelled", func() { time.Sleep(time.Hour) })
            phasync.Yield()
            t.Cancel()
            <-t.Done()
            host.Say("end")
        }"#;
    let want =
        "returns dropped panics dropped recovers dropped exits dropped waits dropped cancelled dropped end";
    assert_eq!(run(text, with_hooks).unwrap(), want);
}

#[test]
fn values_are_dropped_with_the_engine_at_the_latest() {
    let log = Log::default();
    let text = r#"
        func Leave() { host.Keep("main"); go func() { host.Keep("other"); select {} }(); runtime.Gosched() }
        func Die() { host.Keep("dies"); panic("no") }
        func Hang() { host.Keep("hangs"); select {} }
        func Exit() { host.Keep("exits"); os.Exit(3) }"#;
    let mut engine = with_hooks(Engine::builder().file("test.pgo", text), &log).build().unwrap();
    engine.call::<_, ()>("Leave", ()).unwrap();
    assert_eq!(log.take(), "main dropped");
    assert!(matches!(engine.call::<_, ()>("Die", ()), Err(CallError::Panic { .. })));
    assert_eq!(log.take(), "dies dropped");
    assert!(matches!(engine.call::<_, ()>("Hang", ()), Err(CallError::Deadlock { .. })));
    assert_eq!(log.take(), "hangs dropped");
    assert_eq!(engine.call::<_, ()>("Exit", ()), Err(CallError::Exit(3)));
    assert_eq!(log.take(), "exits dropped");
    drop(engine);
    assert_eq!(log.take(), "other dropped");
}

#[test]
fn there_is_one_value_of_each_type() {
    let log = Log::default();
    let says = log.clone();
    let mut engine = Engine::builder()
        .blocking("host.Count", move |cx: &mut Cx| {
            let locals = cx.locals();
            *locals.get_or_insert_with(|| 0u32) += 1;
            assert_eq!(locals.insert("text"), (*locals.get::<u32>().unwrap() > 1).then_some("text"));
            assert_eq!(locals.get::<String>(), None);
            says.add(format!("{}:{}", locals.number(), locals.get::<u32>().unwrap()));
            cx.yield_now()?;
            *cx.locals().get_mut::<u32>().unwrap() += 10;
            Ok(())
        })
        .file("test.pgo", "func Run() { go host.Count(); host.Count(); host.Count() }")
        .build()
        .unwrap();
    engine.call::<_, ()>("Run", ()).unwrap();
    let said = log.take();
    let main = said.split(':').next().unwrap().to_owned();
    let values: Vec<&str> =
        said.split(' ').filter_map(|part| part.strip_prefix(&format!("{main}:"))).collect();
    assert_eq!(values, ["1", "12"], "{said}");
    assert!(engine.locals(main.parse().unwrap()).is_none(), "it has ended");
    assert!(engine.locals(9_999).is_none());
}

#[test]
fn a_value_that_was_taken_back_is_not_dropped() {
    let log = Log::default();
    let drops = log.clone();
    let taken = Rc::new(Cell::new(None));
    let to = taken.clone();
    let mut engine = Engine::builder()
        .blocking("host.Pass", move |cx: &mut Cx| {
            cx.locals().insert(Local(drops.clone(), "value"));
            to.set(cx.locals().remove::<Local>());
            Ok(())
        })
        .file("test.pgo", "func Run() { host.Pass() }")
        .build()
        .unwrap();
    engine.call::<_, ()>("Run", ()).unwrap();
    assert_eq!(log.take(), "");
    drop(taken.take());
    assert_eq!(log.take(), "value dropped");
}

#[test]
fn a_task_is_entered_and_left_in_turn_until_it_has_finished() {
    let text = r#"
        func Run() {
            host.Watch("m")
            host.Say("a")
            done := make(chan bool)
            go func() {
                host.Watch("c")
                host.Say("b")
                runtime.Gosched()
                host.Say("d")
                done <- true
            }()
            <-done
            host.Say("e")
            time.Sleep(time.Second)
            host.Say("f")
        }"#;
    assert_eq!(run(text, with_hooks).unwrap(), "a -m b -c +c d !c +m e -m +m f !m");
}

#[test]
fn nothing_runs_between_entering_and_leaving() {
    // However a switch comes about: who is inside is the task that says something.
    let text = r#"
        func each(name string, f func(say func())) phasync.Task {
            return go func() {
                host.Watch(name)
                f(func() { host.Say(name) })
            }()
        }
        func Run() {
            host.Watch("m")
            c, d := make(chan int), make(chan int, 1)
            var mutex sync.Mutex
            var wg sync.WaitGroup
            each("ping", func(say func()) {
                for i := range 20 { say(); c <- i; say(); select { case d <- i: default: }; say() }
                close(c)
            })
            each("pong", func(say func()) { for range c { say(); select { case <-d: case <-time.After(1): }; say() } })
            for _, name := range []string{"x", "y"} {
                wg.Add(1)
                each(name, func(say func()) {
                    defer wg.Done()
                    for range 5 { say(); mutex.Lock(); say(); runtime.Gosched(); mutex.Unlock(); say() }
                })
            }
            each("busy", func(say func()) { for i := range 50_000 { if i % 10_000 == 0 { say() } } })
            each("waits", func(say func()) { say(); wg.Wait(); say() })
            each("parent", func(say func()) {
                say()
                phasync.Go(func() { host.Watch("child"); host.Say("child"); phasync.Yield(); host.Say("child") })
                say()
                t := each("awaited", func(say func()) { say(); time.Sleep(1); say(); panic("no") })
                phasync.Try(func() { await(t) })
                say()
            })
            each("cancelled", func(say func()) { defer say(); say(); time.Sleep(time.Hour) }).Cancel()
            for _, name := range []string{"g"} {
                each(name, func(say func()) {
                    for range coro.New(func(y coro.Yielder[int, any]) { say(); y.Yield(1); say(); time.Sleep(1); say() }).All() { say() }
                })
            }
            for range 100 { host.Say("m"); time.Sleep(1) }
        }"#;
    let said = run(text, with_hooks).unwrap();
    let mut inside = Some("m".to_owned());
    let mut finished = Vec::new();
    for part in said.split(' ') {
        match part.chars().next().unwrap() {
            '+' => {
                assert_eq!(inside.replace(part[1..].to_owned()), None, "{part} in {said}");
                assert!(!finished.contains(&&part[1..]), "{part} in {said}");
            }
            '-' => assert_eq!(inside.take().as_deref(), Some(&part[1..]), "{part} in {said}"),
            '!' => {
                assert_eq!(inside.take().as_deref(), Some(&part[1..]), "{part} in {said}");
                finished.push(&part[1..]);
            }
            // A task that has just begun to be watched was entered before.
            _ => match &inside {
                Some(inside) => assert_eq!(inside, part, "{said}"),
                None => inside = Some(part.to_owned()),
            },
        }
    }
    let mut all = finished.clone();
    all.sort_unstable();
    let want = ["awaited", "busy", "child", "g", "m", "parent", "ping", "pong", "waits", "x", "y"];
    assert_eq!(all, want, "{said}");
}

#[test]
fn a_handler_that_says_false_is_not_told_again() {
    let log = Log::default();
    let says = log.clone();
    let mut engine = Engine::builder()
        .virtual_time(true)
        .blocking("host.Watch", move |cx: &mut Cx, times: u32| {
            let (says, mut left) = (says.clone(), times);
            cx.on_switch(move |_, switch| {
                left -= 1;
                says.add(format!("{times}:{switch:?}"));
                left > 0
            });
            Ok(())
        })
        .file("test.pgo", "func Run() { host.Watch(1); host.Watch(3); for range 4 { time.Sleep(1) } }")
        .build()
        .unwrap();
    engine.call::<_, ()>("Run", ()).unwrap();
    assert_eq!(log.take(), "1:Leave 3:Leave 3:Enter 3:Leave");
}

#[test]
fn every_main_task_has_its_handlers_and_what_they_keep() {
    let log = Log::default();
    let (says, drops) = (log.clone(), log.clone());
    let text = r#"
        func Run(n int) {
            other := make(chan bool)
            go func() { runtime.Gosched(); close(other) }()
            for range n { runtime.Gosched() }
            <-other
        }
        Run(1)"#;
    let mut engine = Engine::builder()
        .on_main_switch(move |task, switch| {
            let drops = drops.clone();
            if switch == Switch::Enter {
                task.get_or_insert_with(|| Local(drops, "kept"));
            }
            let turns = task.get_or_insert_with(|| 0u32);
            *turns += u32::from(switch == Switch::Enter);
            if switch == Switch::Finish {
                says.add(format!("{turns} turns"));
            }
            true
        })
        .file("test.pgo", text)
        .build()
        .unwrap();
    assert_eq!(engine.run(), End::Returned);
    assert_eq!(log.take(), "3 turns kept dropped");
    engine.call::<_, ()>("Run", (4,)).unwrap();
    assert_eq!(log.take(), "5 turns kept dropped");
}

#[test]
fn between_steps_nobody_is_inside() {
    let log = Log::default();
    let says = log.clone();
    let mut engine = Engine::builder()
        .preempt(Some(100))
        .on_main_switch(move |_, switch| {
            says.add(format!("{switch:?}"));
            true
        })
        .file("test.pgo", "for range 250 {}; func F() {}")
        .build()
        .unwrap();
    engine.start();
    let mut steps = Vec::new();
    loop {
        let progress = engine.step(1);
        steps.push(log.take());
        match progress {
            Progress::Running => {}
            Progress::Ended(End::Returned) => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(steps, ["Enter Leave", "Enter Leave", "Enter Finish"]);
}

#[test]
fn a_host_sets_handlers_from_outside() {
    let log = Log::default();
    let (says, number) = (log.clone(), Rc::new(Cell::new(0)));
    let to = number.clone();
    let mut engine = Engine::builder()
        .blocking("host.Tell", move |cx: &mut Cx| {
            to.set(cx.locals().number());
            Ok(())
        })
        .file("test.pgo", "func Run() { go func() { host.Tell(); select {} }(); runtime.Gosched() }")
        .build()
        .unwrap();
    engine.call::<_, ()>("Run", ()).unwrap();
    engine.locals(number.get()).unwrap().insert(Local(log.clone(), "value"));
    let set = engine.on_switch(number.get(), move |task, switch| {
        says.add(format!("{switch:?} {}", task.get::<Local>().is_some()));
        true
    });
    assert!(set);
    assert!(!engine.on_switch(9_999, |_, _| true), "there is no such task");
    drop(engine);
    assert_eq!(log.take(), "Finish true value dropped");
}
