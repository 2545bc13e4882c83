//! Programs and their host; sessions.

mod blocking;
mod calls;
mod many;
mod session;
mod sockets;
mod switches;
mod values;

use std::cell::RefCell;
use std::rc::Rc;

use super::{Builder, CallError, Engine};

/// What a host and a program tell a test, in order.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn add(&self, text: impl Into<String>) {
        self.0.borrow_mut().push(text.into());
    }

    fn take(&self) -> String {
        self.0.take().join(" ")
    }
}

/// Says in the log that it was dropped.
struct Local(Log, &'static str);

impl Drop for Local {
    fn drop(&mut self) {
        self.0.add(format!("{} dropped", self.1));
    }
}

/// Runs function `Run` of a program twice: once it collects at every safepoint. Gives what it says, which is the same.
fn run(text: &str, host: impl Fn(Builder, &Log) -> Builder) -> Result<String, CallError> {
    let mut before = None;
    for stress in [false, true] {
        let log = Log::default();
        let builder = Engine::builder().virtual_time(true).file("test.pgo", text);
        let config = super::Config { gc_stress: stress, virtual_time: true, ..Default::default() };
        let says = log.clone();
        let builder =
            host(builder.config(config), &log).function("host.Say", move |text: String| says.add(text));
        let mut engine = builder.build().unwrap_or_else(|refused| panic!("{refused}"));
        let result = engine.call::<(), ()>("Run", ());
        drop(engine);
        let result = result.map(|()| log.take());
        if let Some(before) = before.replace(result.clone()) {
            assert_eq!(before, result, "collecting changed the result");
        }
    }
    before.expect("ran twice")
}
