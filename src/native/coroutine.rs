//! The natives of package internal/coroutine.

use super::{Block, NativeCx, NativeResult, Row, Thrown};
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/internal/coroutine`.
pub const TABLE: &[Row] = &[
    ("internal/coroutine.Goexit", goexit),
    ("internal/coroutine.New", new_coroutine),
    ("internal/coroutine.Resume", resume),
    ("internal/coroutine.Suspend", suspend),
    ("internal/coroutine.Within", within),
];

/// `func Goexit()`: ends the caller; its deferred calls run.
fn goexit(_: &mut NativeCx<'_>) -> NativeResult {
    Err(Thrown::Goexit.into())
}

/// `func New(f func()) uint32`: a coroutine that will call f, suspended; its number.
fn new_coroutine(cx: &mut NativeCx<'_>) -> NativeResult {
    let f = cx.non_nil()?;
    Ok(Block(SystemCall::NewCoroutine(f)))
}

/// `func Resume(c uint32) bool`: runs the coroutine until it suspends itself (true) or f has returned (false).
fn resume(cx: &mut NativeCx<'_>) -> NativeResult {
    let id = cx.uint() as u32;
    Ok(Block(SystemCall::Resume(id)))
}

/// `func Suspend(c uint32) bool`: the coroutine, which calls this, stops until it is resumed (true). False: it is not the
/// innermost that runs, and was not suspended.
fn suspend(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Suspend(cx.uint() as u32)))
}

/// `func Within(level int) (c uint32, ok bool)`: the coroutine that is so many above the innermost in which the caller runs.
fn within(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Within(cx.uint() as u32)))
}
