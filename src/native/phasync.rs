//! The natives of package phasync: records of tasks, and waiting at wait words. The types lie in memory as
//! `stdlib/phasync` declares them; see `vm::record`.

use super::{Block, Done, NativeCx, NativeResult, Row};
use crate::heap::{ChanDir, Kind, RTypeId};
use crate::host::{Direction, Handle};
use crate::syscall::{Question, SystemCall, TaskCall, TimerAction, TimerSpec, WaitKey, WaitReason};
use crate::vm::{Attempt, Attended, SIGNALS};

/// The functions without body of `stdlib/phasync`.
pub const TABLE: &[Row] = &[
    ("phasync.adopt", adopt),
    ("phasync.as", same),
    ("phasync.attend", attend),
    ("phasync.attendHandle", attend_handle),
    ("phasync.attendLock", attend_lock),
    ("phasync.awaitEnd", await_end),
    ("phasync.beginCapture", begin_capture),
    ("phasync.bytesOf", same),
    ("phasync.chanReady", chan_ready),
    ("phasync.count", count),
    ("phasync.others", others),
    ("phasync.over", over),
    ("phasync.current", current),
    ("phasync.describe", describe),
    ("phasync.endCapture", end_capture),
    ("phasync.funcName", func_name),
    ("phasync.functionOf", function_of),
    ("phasync.giveAway", give_away),
    ("phasync.halve", halve),
    ("phasync.handleReady", handle_ready),
    ("phasync.heapFigures", heap_figures),
    ("phasync.interrupt", interrupt),
    ("phasync.isNil", is_nil),
    ("phasync.limitMemory", limit_memory),
    ("phasync.limitTasks", limit_tasks),
    ("phasync.lockReady", lock_ready),
    ("phasync.now", now),
    ("phasync.panicking", panicking),
    ("phasync.panickingIn", panicking_in),
    ("phasync.park", park),
    ("phasync.refuseTasks", refuse_tasks),
    ("phasync.runNow", run_now),
    ("phasync.runLater", run_later),
    ("phasync.setAlarm", set_alarm),
    ("phasync.signals", signals),
    ("phasync.stackOf", stack_of),
    ("phasync.stateOf", state_of),
    ("phasync.stopAlarm", stop_alarm),
    ("phasync.unattend", unattend),
    ("phasync.waitIdle", wait_idle),
    ("phasync.waitsFor", waits_for),
    ("phasync.wake", wake),
];

/// `func current() *task`: the record of the caller, nil if it has none.
fn current(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Current)))
}

/// `func adopt(t *task)`: gives the caller, which has none, a record.
fn adopt(cx: &mut NativeCx<'_>) -> NativeResult {
    let record = cx.non_nil()?;
    Ok(Block(SystemCall::Task(TaskCall::Adopt(record))))
}

/// `func as[P any](p *byte) P` and `func bytesOf[T any](p *T) *byte`: a pointer as one of another type.
fn same(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.word();
    cx.ret_word(word);
    Ok(Done)
}

fn start(cx: &mut NativeCx<'_>, now: bool) -> NativeResult {
    let (record, closure) = (cx.non_nil()?, cx.non_nil()?);
    Ok(Block(SystemCall::Task(TaskCall::Start { record, closure, now })))
}

/// `func runLater(t *task, f func())`: starts a task that calls f, at the tail of the queue.
fn run_later(cx: &mut NativeCx<'_>) -> NativeResult {
    start(cx, false)
}

/// `func runNow(t *task, f func())`: the same; the task runs at once.
fn run_now(cx: &mut NativeCx<'_>) -> NativeResult {
    start(cx, true)
}

/// `func awaitEnd(t *task) *task`: waits until t has ended. Not nil: that would close a cycle.
fn await_end(cx: &mut NativeCx<'_>) -> NativeResult {
    let record = cx.non_nil()?;
    Ok(Block(SystemCall::Task(TaskCall::Await(record))))
}

/// `func interrupt(t *task)`: raises t.pending in t.
fn interrupt(cx: &mut NativeCx<'_>) -> NativeResult {
    let record = cx.non_nil()?;
    Ok(Block(SystemCall::Task(TaskCall::Interrupt(record))))
}

/// `func waitIdle()`: waits until nobody else is ready.
fn wait_idle(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::WaitIdle)))
}

/// `func park(word *uint32, what int)`: waits at a wait word.
fn park(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.non_nil()?;
    let reason = match cx.int() {
        0 => WaitReason::Scope,
        1 => WaitReason::Flag,
        2 => WaitReason::Permit,
        3 => WaitReason::Group,
        _ => WaitReason::AnyOf,
    };
    Ok(Block(SystemCall::Acquire { key: WaitKey { addr, tag: 0 }, reason }))
}

/// `func wake(word *uint32) bool`: wakes who waits longest at a wait word, if anyone does.
fn wake(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.non_nil()?;
    let woken = cx.conc().wake_first(addr).is_some();
    cx.ret_bool(woken);
    Ok(Done)
}

/// A channel in an interface, as something that can be waited for; nothing if it is no channel.
fn channel(cx: &mut NativeCx<'_>) -> Option<Attended> {
    let value = cx.iface();
    if value.ty == RTypeId::NIL {
        return None;
    }
    let ty = cx.rtype(value.ty);
    (ty.kind == Kind::Chan).then_some(Attended::Chan(value.word, ty.dir == ChanDir::Send))
}

/// A lock of package sync, or what is like it, that the pointer in an interface leads to; and what of it is waited for.
fn lock(cx: &mut NativeCx<'_>) -> Attended {
    let at = cx.iface().word;
    match cx.int() {
        0 => Attended::Mutex(at),
        1 => Attended::RwWrite(at),
        2 => Attended::RwRead(at),
        3 => Attended::Group(at),
        _ => Attended::Signal(at, cx.int() as u32),
    }
}

/// `func isNil(e any) bool`: whether it is a nil pointer or channel.
fn is_nil(cx: &mut NativeCx<'_>) -> NativeResult {
    let value = cx.iface();
    let nil = value.ty == RTypeId::NIL
        || value.word == 0 && matches!(cx.rtype(value.ty).kind, Kind::Pointer | Kind::Chan);
    cx.ret_bool(nil);
    Ok(Done)
}

/// `func signals(c any) int`: how often a condition was signalled.
fn signals(cx: &mut NativeCx<'_>) -> NativeResult {
    let cond = cx.iface().word;
    let count = cx.mem().u32(cond + SIGNALS);
    cx.ret_int(i64::from(count));
    Ok(Done)
}

/// `func chanReady(c any) int`: whether a channel is ready, 1 or 0; -1 if it is none.
fn chan_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let ready = channel(cx).map(|chan| i64::from(cx.conc().is_ready(chan)));
    cx.ret_int(ready.unwrap_or(-1));
    Ok(Done)
}

/// `func lockReady(l any, what, seen int) bool`: whether waiting for a lock would not wait.
fn lock_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let what = lock(cx);
    let ready = cx.conc().is_ready(what);
    cx.ret_bool(ready);
    Ok(Done)
}

/// `func handleReady(handle int) bool`: whether reading or accepting would not wait; it would not if it failed.
fn handle_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = Handle(cx.uint());
    let waits = matches!(cx.ready(handle, Direction::Read), Attempt::Wait(_));
    cx.ret_bool(!waits);
    Ok(Done)
}

/// `func attend(word *uint32, c any)`: whoever waits at the wait word is woken when the channel is ready.
fn attend(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.non_nil()?;
    if let Some(chan) = channel(cx) {
        cx.conc().attendance.add(word, chan);
    }
    Ok(Done)
}

/// `func attendLock(word *uint32, l any, what, seen int)`: the same of a lock.
fn attend_lock(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.non_nil()?;
    let what = lock(cx);
    cx.conc().attendance.add(word, what);
    Ok(Done)
}

/// `func attendHandle(word *uint32, handle int)`: the same of what can be read.
fn attend_handle(cx: &mut NativeCx<'_>) -> NativeResult {
    let (word, handle) = (cx.non_nil()?, Handle(cx.uint()));
    cx.state().io.attend(handle, Direction::Read, word);
    Ok(Done)
}

/// `func unattend(word *uint32)`: ends that for all.
fn unattend(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.non_nil()?;
    cx.conc().attendance.remove(word);
    cx.state().io.unattend(word);
    Ok(Done)
}

/// `func halve(half *byte, of *orphan, which int)`: the first is a half of the second.
fn halve(cx: &mut NativeCx<'_>) -> NativeResult {
    let (half, orphan, which) = (cx.non_nil()?, cx.non_nil()?, cx.uint());
    cx.state().halves.add(half, orphan, which);
    Ok(Done)
}

/// `func giveAway(of *orphan, which int, c any)`: a half of the first has been given away as a Go channel.
fn give_away(cx: &mut NativeCx<'_>) -> NativeResult {
    let (orphan, which) = (cx.non_nil()?, cx.uint());
    if let Some(Attended::Chan(chan, sends)) = channel(cx) {
        cx.state().halves.give_away(orphan, which, chan, !sends);
    }
    Ok(Done)
}

/// `func refuseTasks(v *any)`: whoever starts a task panics with `*v`; nil: nobody does.
fn refuse_tasks(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.state().limits.refusal = cx.ptr();
    Ok(Done)
}

/// `func limitTasks(n int, v *any)`: whoever starts a task while n live panics with `*v`; nil: nobody does.
fn limit_tasks(cx: &mut NativeCx<'_>) -> NativeResult {
    let (n, at) = (cx.int(), cx.ptr());
    cx.state().limits.tasks = (u32::try_from(n).unwrap_or(u32::MAX), at);
    Ok(Done)
}

/// `func limitMemory(bytes int, v *any)`: who runs when more than that is alive panics with `*v`; nil: nobody does.
fn limit_memory(cx: &mut NativeCx<'_>) -> NativeResult {
    let (bytes, at) = (cx.uint(), cx.ptr());
    cx.state().limits.memory = at;
    cx.state().limits.told = false;
    cx.heap().set_soft_limit((at != 0).then_some(bytes));
    Ok(Done)
}

/// `func count() (ready, started int)`
fn count(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Count)))
}

/// `func others() int`
fn others(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Others)))
}

/// `func over() bool`
fn over(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Over)))
}

/// `func heapFigures() (live, allocated, collections int)`: of the last collection.
fn heap_figures(cx: &mut NativeCx<'_>) -> NativeResult {
    let stats = cx.heap().stats();
    cx.ret_uint(stats.live_bytes);
    cx.ret_uint(stats.allocated_bytes);
    cx.ret_uint(stats.collections);
    Ok(Done)
}

/// `func beginCapture() int`: what the caller and tasks that it starts print is kept.
fn begin_capture(cx: &mut NativeCx<'_>) -> NativeResult {
    let state = cx.state();
    let capture = state.captures.begin(state.goroutine);
    cx.ret_uint(capture as u64);
    Ok(Done)
}

/// `func endCapture(capture int) string`: what was kept.
fn end_capture(cx: &mut NativeCx<'_>) -> NativeResult {
    let capture = cx.uint() as usize;
    let state = cx.state();
    let text = state.captures.end(state.goroutine, capture);
    cx.ret_str(&text)?;
    Ok(Done)
}

/// `func setAlarm(a *alarm, when int64) uint64`: a timer that raises a.value in a.task; `when` is on the clock of timers.
fn set_alarm(cx: &mut NativeCx<'_>) -> NativeResult {
    let (alarm, when) = (cx.non_nil()?, cx.int());
    let action = TimerAction::Interrupt(alarm);
    Ok(Block(SystemCall::StartTimer(TimerSpec { when, period: 0, action })))
}

/// `func stopAlarm(alarm uint64) bool`: whether it had still to go off.
fn stop_alarm(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::StopTimer(cx.uint())))
}

/// `func now() int64`: nanoseconds of the clock of timers.
fn now(cx: &mut NativeCx<'_>) -> NativeResult {
    let now = cx.now();
    cx.ret_int(now);
    Ok(Done)
}

/// `func describe(place uintptr) (function, file string, line int)`
fn describe(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Describe { place: cx.uint(), whole: false }))
}

/// `func panicking() any`: the value of the panic that is being unwound.
fn panicking(_: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Panicking(0))))
}

/// `func panickingIn(t *task) any`
fn panicking_in(cx: &mut NativeCx<'_>) -> NativeResult {
    Ok(Block(SystemCall::Task(TaskCall::Panicking(cx.non_nil()?))))
}

/// `func funcName(f any) string`: the name of a function.
fn func_name(cx: &mut NativeCx<'_>) -> NativeResult {
    let f = cx.iface();
    let name = cx.func_name(f.word);
    cx.ret_str(name.as_bytes())?;
    Ok(Done)
}

fn ask(cx: &mut NativeCx<'_>, what: Question) -> NativeResult {
    let record = cx.non_nil()?;
    Ok(Block(SystemCall::Task(TaskCall::Ask { record, what })))
}

/// `func functionOf(t *task) string`
fn function_of(cx: &mut NativeCx<'_>) -> NativeResult {
    ask(cx, Question::Function)
}

/// `func waitsFor(t *task) string`
fn waits_for(cx: &mut NativeCx<'_>) -> NativeResult {
    ask(cx, Question::Waits)
}

/// `func stackOf(t *task) string`
fn stack_of(cx: &mut NativeCx<'_>) -> NativeResult {
    ask(cx, Question::Stack)
}

/// `func stateOf(t *task) int`
fn state_of(cx: &mut NativeCx<'_>) -> NativeResult {
    ask(cx, Question::State)
}
