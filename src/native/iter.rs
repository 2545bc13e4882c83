//! The natives of package iter: coroutines for `Pull`.

use super::{Block, NativeCx, NativeResult, Row, Thrown};
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/iter`.
pub const TABLE: &[Row] = &[
    ("iter.goexit", goexit),
    ("iter.newCoroutine", new_coroutine),
    ("iter.resume", resume),
    ("iter.suspend", suspend),
];

fn goexit(_: &mut NativeCx<'_>) -> NativeResult {
    Err(Thrown::Goexit.into())
}

/// `func newCoroutine(f func()) uint32`: a coroutine that will call f, suspended; its number.
fn new_coroutine(cx: &mut NativeCx<'_>) -> NativeResult {
    let f = cx.non_nil()?;
    Ok(Block(SystemCall::NewCoroutine(f)))
}

/// `func resume(c uint32) bool`: runs the coroutine until it suspends itself (true) or f has returned (false).
fn resume(cx: &mut NativeCx<'_>) -> NativeResult {
    let id = cx.uint() as u32;
    Ok(Block(SystemCall::Resume(id)))
}

/// `func suspend()`: the coroutine that calls it stops until it is resumed.
fn suspend(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Suspend))
}
