//! The natives of package runtime.

use super::{Block, Done, NativeCx, NativeResult, Row, Thrown, instruction};
use crate::host::Handle;
use crate::syscall::{Stacks, SystemCall};
use crate::vm::TRAP;

/// The functions without body of `stdlib/runtime`.
pub const TABLE: &[Row] = &[
    ("runtime.Breakpoint", breakpoint),
    ("runtime.Goexit", goexit),
    ("runtime.Gosched", instruction),
    ("runtime.NumGoroutine", num_goroutine),
    ("runtime.clock", clock),
    ("runtime.collect", collect),
    ("runtime.describe", describe),
    ("runtime.stacks", stacks),
    ("runtime.goid", goid),
    ("runtime.heapStats", heap_stats),
    ("runtime.place", place),
    ("runtime/debug.crashOutput", crash_output),
    ("runtime/debug.limitStack", limit_stack),
];

fn goexit(_: &mut NativeCx<'_>) -> NativeResult {
    Err(Thrown::Goexit.into())
}

/// What Go's traps without a debugger do.
fn breakpoint(cx: &mut NativeCx<'_>) -> NativeResult {
    Err(cx.fatal(TRAP))
}

/// `func crashOutput(handle int)`: -1 is none.
fn crash_output(cx: &mut NativeCx<'_>) -> NativeResult {
    let file = cx.int();
    cx.state().crash_output = (file >= 0).then_some(Handle(file as u64));
    Ok(Done)
}

/// `func limitStack(bytes uint)`
fn limit_stack(cx: &mut NativeCx<'_>) -> NativeResult {
    let bytes = cx.uint();
    cx.state().stack.set(bytes);
    Ok(Done)
}

/// `func clock() uint64`: the wall clock in nanoseconds since 1970.
fn clock(cx: &mut NativeCx<'_>) -> NativeResult {
    let (sec, nsec) = cx.wall();
    cx.ret_uint((sec as u64).wrapping_mul(1_000_000_000).wrapping_add(nsec as u64));
    Ok(Done)
}

fn collect(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Collect))
}

fn num_goroutine(cx: &mut NativeCx<'_>) -> NativeResult {
    let state = cx.state();
    // That which makes the calls of finalizers is the machine's own.
    let n = i64::from(state.goroutines) + state.pulled - i64::from(state.finalizers.is_running());
    cx.ret_int(n);
    Ok(Done)
}

/// `func place(skip int) uintptr`
fn place(cx: &mut NativeCx<'_>) -> NativeResult {
    let skip = u32::try_from(cx.int()).unwrap_or(0);
    Ok(Block(SystemCall::Place { skip }))
}

/// `func describe(place uintptr) (function, file string, line int)`
fn describe(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Describe { place: cx.uint(), whole: true }))
}

/// `func stacks(what int) string`
fn stacks(cx: &mut NativeCx<'_>) -> NativeResult {
    let what = match cx.int() {
        0 => Stacks::Creator,
        1 => Stacks::Others,
        _ => Stacks::Places,
    };
    Ok(Block(SystemCall::Stacks(what)))
}

fn goid(cx: &mut NativeCx<'_>) -> NativeResult {
    let id = cx.state().goroutine;
    cx.ret_int(id as i64);
    Ok(Done)
}

/// `func heapStats() (allocated, inUse, footprint, collections, mallocs, frees, nextGC uint64)`
fn heap_stats(cx: &mut NativeCx<'_>) -> NativeResult {
    let (stats, footprint) = (cx.heap().stats(), cx.heap().footprint());
    cx.ret_uint(stats.allocated_bytes);
    cx.ret_uint(stats.bytes_in_use);
    cx.ret_uint(footprint);
    cx.ret_uint(stats.collections);
    cx.ret_uint(stats.allocated_objects);
    cx.ret_uint(stats.freed_objects);
    cx.ret_uint(stats.next_collection);
    Ok(Done)
}
