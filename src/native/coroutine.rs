//! The natives of package internal/coroutine.

use super::{Block, Done, NativeCx, NativeResult, Row, Thrown, instruction};
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/internal/coroutine`.
pub const TABLE: &[Row] = &[
    ("internal/coroutine.Count", count),
    ("internal/coroutine.Goexit", goexit),
    ("internal/coroutine.New", new_coroutine),
    ("internal/coroutine.Resume", instruction),
    ("internal/coroutine.Suspend", instruction),
    ("internal/coroutine.SuspendStack", suspend_stack),
    ("internal/coroutine.Within", within),
];

/// `func Count(more int)`: so many more sequences are pulled, or less.
fn count(cx: &mut NativeCx<'_>) -> NativeResult {
    let more = cx.int();
    cx.state().pulled += more;
    Ok(Done)
}

/// `func Goexit()`: ends the caller; its deferred calls run.
fn goexit(_: &mut NativeCx<'_>) -> NativeResult {
    Err(Thrown::Goexit.into())
}

/// `func New(f func()) *Coroutine`: a coroutine that will call f, suspended.
fn new_coroutine(cx: &mut NativeCx<'_>) -> NativeResult {
    let closure = cx.non_nil()?;
    let object = cx.new_coroutine()?;
    Ok(Block(SystemCall::NewCoroutine { closure, object }))
}

/// `func SuspendStack(c *Coroutine) bool`: the coroutine, and those in it in which the caller runs, stop until it is resumed
/// (true). False: the caller does not run in it.
fn suspend_stack(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::SuspendStack(cx.coroutine()?)))
}

/// `func Within(level int) *Coroutine`: the coroutine that is so many above the innermost in which the caller runs.
fn within(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Within(cx.uint() as u32)))
}
