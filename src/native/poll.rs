//! The natives of package internal/poll: what sockets, pipes and terminals have in common. What can fail gives an error number
//! of the system, 0 for none, [`TIMED_OUT`](crate::vm::TIMED_OUT) when the deadline has passed.

use super::{Block, Done, NativeCx, NativeResult, Row, instruction};
use crate::host::{Direction, Handle};
use crate::syscall::{NEVER, SystemCall};
use crate::vm::Attempt;

/// The functions without body of `stdlib/internal/poll`.
pub const TABLE: &[Row] = &[
    ("internal/poll.Accept", instruction),
    ("internal/poll.Close", close),
    ("internal/poll.Pipe", pipe),
    ("internal/poll.Read", instruction),
    ("internal/poll.SetDeadline", set_deadline),
    ("internal/poll.Shutdown", shutdown),
    ("internal/poll.WaitReady", wait_ready),
    ("internal/poll.Write", instruction),
    ("internal/poll.closeWith", close_with),
];

/// The next argument, a handle.
pub(super) fn handle(cx: &mut NativeCx<'_>) -> Handle {
    Handle(cx.uint())
}

/// Writes the words of a result, or zeros, and the error number behind them; or waits.
pub(super) fn settle<const N: usize>(cx: &mut NativeCx<'_>, result: Attempt<[u64; N]>) -> NativeResult {
    let (words, errno) = match result {
        Attempt::Done(words) => (words, 0),
        Attempt::Failed(errno) => ([0; N], errno),
        Attempt::Wait(call) => return Ok(Block(call)),
    };
    for word in words {
        cx.ret_word(word);
    }
    cx.ret_int(errno);
    Ok(Done)
}

/// `func WaitReady(handle int, write bool) (errno int)`
fn wait_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = handle(cx);
    let direction = if cx.bool() { Direction::Write } else { Direction::Read };
    let result = cx.ready(handle, direction);
    settle(cx, result.map(|()| []))
}

/// `func Close(handle int) (errno int)`
pub(super) fn close(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Close(handle(cx))))
}

/// `func closeWith(handle int, object *FD)`: closes the handle when the object is collected.
fn close_with(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, object) = (handle(cx), cx.ptr());
    cx.heap().register_resource(object, handle.0);
    Ok(Done)
}

/// `func Shutdown(handle int, write bool) (errno int)`
fn shutdown(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = handle(cx);
    let direction = if cx.bool() { Direction::Write } else { Direction::Read };
    let result = cx.host().shutdown(handle, direction);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

/// `func SetDeadline(handle int, read, write bool, set bool, in int64)`: in so many nanoseconds, at once if that is not
/// positive, or never if it is not set.
fn set_deadline(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, read, write, set, nanos) = (handle(cx), cx.bool(), cx.bool(), cx.bool(), cx.int());
    if (handle.0 as i64) < 0 {
        return Ok(Done); // it was closed
    }
    let when = match (set, nanos) {
        (false, _) => NEVER,
        (true, ..=0) => i64::MIN,
        (true, nanos) => cx.now().saturating_add(nanos),
    };
    Ok(Block(SystemCall::SetDeadline { handle, read, write, when }))
}

/// `func Pipe() (reader, writer, errno int)`
fn pipe(cx: &mut NativeCx<'_>) -> NativeResult {
    let (reader, writer, errno) = match cx.host().pipe() {
        Ok((reader, writer)) => (reader.0, writer.0, 0),
        Err(errno) => (0, 0, errno),
    };
    cx.ret_uint(reader);
    cx.ret_uint(writer);
    cx.ret_int(i64::from(errno));
    Ok(Done)
}
