//! Natives whose task is cancelled: they return through their call of `Cx`, drop what is theirs, and what they had been given
//! and not seen goes to the next.

use std::time::Duration;

use super::{Local, Log, run};
use crate::engine::{Builder, Chan, Cx, Func};

/// `host.Take(c)` receives once, `host.Nap(d)` sleeps, `host.Each(f)` calls f, `host.Put(c, n)` sends; each says when it is over.
fn with_waiting(builder: Builder, log: &Log) -> Builder {
    let [take, nap, each, put] = [(); 4].map(|()| log.clone());
    builder
        .blocking("host.Take", move |cx: &mut Cx, c: Chan<String>| {
            let _local = Local(take.clone(), "take");
            let got = cx.recv(&c)?;
            take.add(format!("got {got:?}"));
            Ok(())
        })
        .blocking("host.Nap", move |cx: &mut Cx, time: Duration| {
            let _local = Local(nap.clone(), "nap");
            cx.sleep(time)
        })
        .blocking("host.Each", move |cx: &mut Cx, f: Func<(), ()>| {
            let _local = Local(each.clone(), "each");
            cx.call(&f, ())
        })
        .blocking("host.Put", move |cx: &mut Cx, c: Chan<String>, text: String| {
            let _local = Local(put.clone(), "put");
            // It hides that it must end.
            let _ = cx.send(&c, text);
            put.add("sent or not");
            Ok(())
        })
}

/// Runs `text` with `c`, a channel of strings, and `cancel(t)`, which cancels a task and says what became of it.
fn waiting(text: &str) -> String {
    let text = format!(
        "func cancel(t Task) {{
            t.Cancel(errors.New(`enough`))
            var cancelled *phasync.CancelledError
            phasync.Yield()
            host.Say(fmt.Sprint(t.State(), ` `, errors.As(t.Err(), &cancelled)))
        }}
        func Run() {{
            c := make(chan string)
            {text}
        }}"
    );
    run(&text, with_waiting).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn one_that_waits_at_a_channel() {
    let shown =
        waiting("t := go host.Take(c); phasync.Yield(); cancel(t); go func() { c <- `x` }(); host.Say(<-c)");
    assert_eq!(shown, "take dropped cancelled true x");
    let shown = waiting(
        "t := go host.Put(c, `lost`); phasync.Yield(); cancel(t); go func() { c <- `x` }(); host.Say(<-c)",
    );
    assert_eq!(shown, "sent or not put dropped cancelled true x");
}

#[test]
fn what_it_was_given_goes_to_the_next() {
    // Nobody waits: it is the channel's first again.
    let shown = waiting(
        "t := go host.Take(c)
        phasync.Yield()
        c <- `mine`
        t.Cancel()
        go func() { c <- `later` }()
        host.Say(<-c)
        host.Say(<-c)",
    );
    assert_eq!(shown, "mine take dropped later");
    // A native waits behind it.
    let shown = waiting(
        "t := go host.Take(c)
        u := go host.Take(c)
        phasync.Yield()
        c <- `mine`
        cancel(t)
        await(u)",
    );
    assert_eq!(shown, "take dropped got Some(\"mine\") take dropped cancelled true");
    // The channel has been closed: nothing was given, and nothing comes of it.
    let shown = waiting(
        "t := go host.Take(c)
        phasync.Yield()
        close(c)
        cancel(t)
        v, ok := <-c
        host.Say(fmt.Sprintf(`%q %v`, v, ok))",
    );
    assert_eq!(shown, "take dropped cancelled true \"\" false");
}

#[test]
fn one_that_sleeps() {
    let shown = waiting("t := go host.Nap(time.Hour); phasync.Yield(); cancel(t)");
    assert_eq!(shown, "nap dropped cancelled true");
}

#[test]
fn one_whose_closure_waits() {
    let shown = waiting(
        "t := go host.Each(func() {
            defer host.Say(`deferred`)
            host.Each(func() { host.Take(c) })
        })
        phasync.Yield()
        cancel(t)",
    );
    assert_eq!(shown, "take dropped each dropped deferred each dropped cancelled true");
    let shown = waiting(
        "t := go host.Each(func() {
            defer func() { host.Say(fmt.Sprint(recover() != nil)) }()
            <-c
        })
        phasync.Yield()
        cancel(t)",
    );
    assert_eq!(shown, "true each dropped completed false");
}

#[test]
fn one_that_has_not_begun() {
    let shown = waiting("t := go host.Take(c); cancel(t); u := go host.Take(c); c <- `x`; await(u)");
    assert_eq!(shown, "cancelled true got Some(\"x\") take dropped");
}

#[test]
#[cfg_attr(miri, ignore = "needs sockets, which Miri does not have")]
fn one_that_reads_from_a_socket() {
    let text = r#"
        func Run() {
            l, err := net.Listen("tcp", "127.0.0.1:0")
            if err != nil { panic(err) }
            t := go host.Fetch(l.Addr().String())
            conn, err := l.Accept()
            if err != nil { panic(err) }
            conn.Write([]byte("half"))
            time.Sleep(time.Millisecond)
            t.Cancel()
            // Its end is closed.
            rest, err := io.ReadAll(conn)
            host.Say(fmt.Sprint(len(rest), err, t.State()))
        }
        "#;
    let host = |builder: Builder, log: &Log| {
        let log = log.clone();
        builder.blocking("host.Fetch", move |cx: &mut Cx, address: String| {
            let _local = Local(log.clone(), "fetch");
            let socket = match cx.connect(address.parse().expect("an address"))? {
                Ok(socket) => socket,
                Err(error) => return Err(cx.panic(error.to_string())),
            };
            loop {
                let mut buffer = [0; 8];
                match cx.read(&socket, &mut buffer)? {
                    Ok(0) | Err(_) => return Ok(()),
                    Ok(n) => log.add(format!("read {n}")),
                }
            }
        })
    };
    assert_eq!(run(text, host).unwrap(), "read 4 fetch dropped 0 <nil> cancelled");
}
