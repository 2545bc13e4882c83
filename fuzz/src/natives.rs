//! Functions of the host that fuzzed programs may call: each waits in one of the ways in which a native can. None panics in
//! Rust, which would end the fuzzer.

use std::time::Duration;

use phasync::engine::{Builder, Chan, Cx, Func};

/// The longest list of calls that one function makes.
const MOST: i64 = 8;

/// Adds package `host`.
pub fn with_host(builder: Builder) -> Builder {
    builder
        .blocking("host.Nap", |cx: &mut Cx, nanos: i64| {
            cx.sleep(Duration::from_nanos(nanos.clamp(0, 1_000_000) as u64))
        })
        .blocking("host.Put", |cx: &mut Cx, c: Chan<String>, text: String| cx.send(&c, text))
        .blocking("host.Take", |cx: &mut Cx, c: Chan<String>| Ok(cx.recv(&c)?.unwrap_or_default()))
        .blocking("host.Each", |cx: &mut Cx, f: Func<(i64,), String>, n: i64| {
            let mut all = Vec::new();
            for i in 0..n.min(MOST) {
                all.push(cx.call(&f, (i,))?);
                cx.yield_now()?;
            }
            Ok(all)
        })
        .blocking("host.Try", |cx: &mut Cx, f: Func<(), ()>| match cx.call(&f, ()) {
            Ok(()) => Ok(String::new()),
            Err(unwind) => {
                let text = cx.recover(unwind)?;
                cx.yield_now()?;
                Ok(text)
            }
        })
        .blocking("host.Start", |cx: &mut Cx, f: Func<(i64,), ()>, n: i64| {
            for i in 0..n.min(MOST) {
                cx.go(&f, (i,))?;
            }
            Ok(())
        })
        .blocking("host.Fail", |cx: &mut Cx, text: String| -> Result<i64, _> { Err(cx.panic(text)) })
        .function("host.Words", |words: Vec<String>| words.iter().rev().cloned().collect::<Vec<_>>())
}
