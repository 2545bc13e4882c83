//! The natives of package os/signal.

use super::{Block, Done, NativeCx, NativeResult, Row};
use crate::host::SignalUse;
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/os/signal`.
pub const TABLE: &[Row] =
    &[("os/signal.receive", receive), ("os/signal.use", use_signal), ("os/signal.wanted", wanted)];

/// `func use(signal, how int) (errno int)`: by default (0), delivered (1), ignored (2).
fn use_signal(cx: &mut NativeCx<'_>) -> NativeResult {
    let (signal, how) = (cx.int() as i32, cx.int());
    let usage = match how {
        0 => SignalUse::Default,
        1 => SignalUse::Deliver,
        _ => SignalUse::Ignore,
    };
    if signal == libc::SIGPIPE {
        cx.state().handles_pipes = usage != SignalUse::Default;
    }
    let result = cx.host().use_signal(signal, usage);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

/// `func wanted(any bool)`: whether the program wants any signal; while it does, waiting for ever is no deadlock.
fn wanted(cx: &mut NativeCx<'_>) -> NativeResult {
    let any = cx.bool();
    cx.state().io.wants_signals = any;
    Ok(Done)
}

/// `func receive() (signal int)`: waits for the next signal that the program wants.
fn receive(cx: &mut NativeCx<'_>) -> NativeResult {
    match cx.state().io.signals.pop_front() {
        Some(signal) => {
            cx.ret_int(i64::from(signal));
            Ok(Done)
        }
        None => Ok(Block(SystemCall::WaitSignal)),
    }
}
