//! The narrow waist between coroutines and the scheduler: what a coroutine asks for when it cannot go on by itself.
//!
//! In: a [`SystemCall`], which a coroutine yields. Out: nothing here acts; the handlers are in `sched`, one for each
//! variant. Invariants
//! - A coroutine that yields a call is suspended *at* the instruction that yields it. Whoever wakes it has already
//!   written the answer into its registers, and it goes on behind that instruction; but who waits for the outside
//!   world is only told that it is worth trying, and executes the instruction again.
//! - Registers are named by index in the frame that yields, never by address.

use crate::bytecode::FuncId;
use crate::host::{Direction, Handle};

/// Names a task of the task table. Ids are reused after a task has ended and nothing refers to it; the number that a
/// program sees is another one, which is not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct TaskId(pub u32);

impl TaskId {
    /// No task.
    pub const NONE: TaskId = TaskId(u32::MAX);
}

/// What a coroutine asks of the scheduler.
///
/// Each variant says who wakes the caller, and with what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SystemCall {
    /// Go to the tail of the ready queue. Woken by its turn.
    Yield,
    /// Start a goroutine; the caller goes on at once.
    Go(Entry),
    /// Send the value at register `value` to the channel. Woken by the receiver that takes the value, or by `close`,
    /// which makes it panic.
    Send { chan: u64, value: u16 },
    /// Receive from the channel into registers from `value`, and whether it was sent into `ok` (if that is not `NO_REG`).
    /// Woken by the sender, who has written both, or by `close`, which has written the zero value.
    Recv { chan: u64, value: u16, ok: u16 },
    /// Wait for one case of select table `table` of function `func`; the chosen case goes to register `dst`. Woken by who
    /// takes part in the chosen case.
    Select { func: FuncId, table: u16, dst: u16 },
    /// Wait for nothing: `select {}` and operations on nil channels. Never woken.
    Forever(WaitReason),
    /// Woken by the clock after so many nanoseconds, which are more than zero.
    Sleep(i64),
    /// Wait for a lock or permit at the address of a [wait word](WaitKey). Woken by who releases it, and owns it then.
    Acquire { key: WaitKey, reason: WaitReason },
    /// Wait until what is open may be read, or written. Woken by the reactor, by the clock when its deadline has passed, or by
    /// who closes it; then the instruction is executed again, and finds out which.
    WaitIo {
        /// What is open.
        handle: Handle,
        /// Which way.
        direction: Direction,
    },
    /// Do the job that the native has put down in [`Io`](crate::vm::Io). Woken by the helper who has done it (or at once, if
    /// nobody else could run meanwhile); then the native is called again, and finds the answer there.
    Offload,
    /// Set the deadlines of what is open: when, in nanoseconds of the scheduler's clock, waiting for it ends; in the past:
    /// at once; [`NEVER`]: not. The caller goes on at once.
    SetDeadline {
        /// What is open.
        handle: Handle,
        /// For reading.
        read: bool,
        /// For writing.
        write: bool,
        /// When.
        when: i64,
    },
    /// Close what is open, and wake all who wait for it: they find out. The error number, 0 for none, goes to result 0 of the
    /// native. The caller goes on at once.
    Close(Handle),
    /// Wait for a signal that the program wants. Woken by its arrival; then the native is called again, and finds it.
    WaitSignal,
    /// Take a native stack; its ticket goes to register `ticket`. Woken, if there is none, by who gives one back. The
    /// instruction is executed again.
    AcquireStack { ticket: u16 },
    /// Start a timer; the answer, its number, goes to result 0 of the native. The caller goes on at once.
    StartTimer(TimerSpec),
    /// Stop a timer; whether it was still to fire goes to result 0. The caller goes on at once.
    StopTimer(u64),
    /// Make a coroutine that will call the closure; this object, which goes to result 0, gets its number. The caller goes on at
    /// once.
    NewCoroutine { closure: u64, object: u64 },
    /// Run a coroutine on top of the caller. Goes on when that suspends itself (result 0 is true) or ends (false).
    Resume(u32),
    /// Suspend this coroutine, which is the innermost of the caller; who resumed it goes on. Goes on when it is resumed again,
    /// and result 0 is true then. If another is the innermost, the caller goes on at once, and result 0 is false.
    Suspend(u32),
    /// The same, with those on top of it: when this coroutine is resumed, the caller goes on.
    SuspendStack(u32),
    /// The object of the coroutine that is so many above the innermost of the caller goes to result 0; 0 if there is none. The
    /// caller goes on at once.
    Within(u32),
    /// Something about tasks with a record; see there.
    Task(TaskCall),
    /// Collect garbage, then go on.
    Collect,
    /// Find where the frame stands that is so many levels above the one that calls; its number, 0 if there is none, goes to
    /// result 0 of the native. The caller goes on at once.
    Place { skip: u32 },
    /// Make the type or function that the native has put down as [`Wanted`](crate::vm::Wanted); its number goes to result 0 of
    /// the native. The caller goes on at once.
    Make,
    /// Say what lies at the place of this number: function, file and line go to results 0 to 4 of the native. The caller
    /// goes on at once.
    Describe { place: u64, whole: bool },
    /// Say where goroutines are, in a text that goes to results 0 and 1 of the native. The caller goes on at once.
    Stacks(Stacks),
}

/// What is said of the stacks of goroutines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stacks {
    /// Who has started the caller.
    Creator,
    /// That, and all other goroutines, as a panic shows them.
    Others,
    /// Of each other goroutine a line: the numbers of the places of its calls, innermost first.
    Places,
}

/// What package phasync asks of the scheduler: about tasks that have a *record*, an object of the program (its address is
/// given) which says what the program may know of the task, and outlives it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskCall {
    /// The record of the caller, 0 if it has none, goes to result 0 of the native. The caller goes on at once.
    Current,
    /// Make this the record of the caller, which has none. The caller goes on at once.
    Adopt(u64),
    /// Start a task with this record that calls the closure. The caller goes on at once; if `now`, the task runs first, until
    /// it cannot go on, and the caller goes on before everyone else.
    Start { record: u64, closure: u64, now: bool },
    /// Wait until the task of this record has ended. Woken by its end; result 0 is 0 then. If that closes a cycle of waiting
    /// tasks, the caller goes on at once, and result 0 is the record of who waits for it.
    Await(u64),
    /// Raise what is pending in the record in its task: where it waits, or where it waits next. The caller goes on at once.
    Interrupt(u64),
    /// What the task of this record, which has not ended, is doing; see there. The caller goes on at once.
    Ask { record: u64, what: Question },
    /// The panic that is being unwound in the task of this record, which has not ended, or in the caller if it is 0, goes to results 0
    /// and 1: an interface. The caller goes on at once.
    Panicking(u64),
    /// How many tasks are ready besides the caller, and how many were ever started: results 0 and 1. The caller goes on at once.
    Count,
    /// How many tasks there are that could end while the caller does not, but for those of the library: result 0. The caller goes
    /// on at once.
    Others,
    /// Whether nothing can happen any more unless the caller does something: everyone waits, and nothing but a signal can come.
    /// Halves that end then are ended, and it is not so. Result 0; the caller goes on at once.
    Over,
    /// Wait until nobody else is ready. Woken when the queue is empty, before the clock and the outside are asked.
    WaitIdle,
}

/// What package phasync asks about a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// The name of its first function: results 0 and 1.
    Function,
    /// What it waits for, empty if it does not wait: results 0 and 1.
    Waits,
    /// Its stack: results 0 and 1.
    Stack,
    /// 0 if it has not run yet, 1 if it runs, 2 else: result 0.
    State,
}

/// A deadline that never comes.
pub const NEVER: i64 = i64::MAX;

/// What a new goroutine runs: the window of the call is in the caller's frame.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The function.
    pub func: FuncId,
    /// The closure, or 0 for a plain function.
    pub closure: u64,
    /// Register of the caller where the window begins.
    pub window: u16,
}

/// Where a task waits when it does not wait at a channel: the address of a `uint32` in memory that holds the head of
/// the queue, and a number that only the waker understands (a ticket, reader or writer).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WaitKey {
    /// Address of the queue word.
    pub addr: u64,
    /// For the waker.
    pub tag: u32,
}

/// A timer to start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimerSpec {
    /// When it fires first, in nanoseconds of the scheduler's clock.
    pub when: i64,
    /// Nanoseconds between firings; 0 to fire once.
    pub period: i64,
    /// What it does.
    pub action: TimerAction,
}

/// A closure that a timer calls, and on whose behalf.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimedCall {
    /// The address of the closure, which has no parameters.
    pub closure: u64,
    /// The record of the task that has set the timer, or 0. The scheduler fills it in, and what follows.
    pub starter: u64,
    /// The scope in which it has set it, or 0.
    pub scope: u64,
    /// Whether it was a file that is Go and nothing else that has set it.
    pub by_go: bool,
}

/// What a timer does when it fires.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimerAction {
    /// Sends the time to the channel at this address, whose elements are `time.Time`; `loc` is its third word.
    Send { chan: u64, loc: u64 },
    /// Calls a closure in a goroutine of its own.
    Call(TimedCall),
    /// Raises a value in a task, if nothing else is to be raised in it: the address of an alarm, which is the address of the
    /// task's record, and the value.
    Interrupt(u64),
    /// The deadline of what is open has come: waiting for it ends.
    Expire {
        /// What is open.
        handle: Handle,
        /// For which way.
        direction: Direction,
    },
}

/// What a suspended task waits for, as traces name it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum WaitReason {
    ChanReceive,
    ChanSend,
    ChanReceiveNil,
    ChanSendNil,
    Select,
    SelectNil,
    SelectNoCases,
    Sleep,
    Mutex,
    RwRead,
    RwWrite,
    WaitGroup,
    Cond,
    Semaphore,
    Io,
    Helper,
    Signal,
    NativeStack,
    Await,
    Scope,
    Idle,
    Flag,
    Permit,
    Group,
    AnyOf,
}

impl WaitReason {
    /// Go's words for it.
    pub fn text(self) -> &'static str {
        match self {
            WaitReason::ChanReceive => "chan receive",
            WaitReason::ChanSend => "chan send",
            WaitReason::ChanReceiveNil => "chan receive (nil chan)",
            WaitReason::ChanSendNil => "chan send (nil chan)",
            WaitReason::Select | WaitReason::SelectNil => "select",
            WaitReason::SelectNoCases => "select (no cases)",
            WaitReason::Sleep => "sleep",
            WaitReason::Mutex => "sync.Mutex.Lock",
            WaitReason::RwRead => "sync.RWMutex.RLock",
            WaitReason::RwWrite => "sync.RWMutex.Lock",
            WaitReason::WaitGroup => "sync.WaitGroup.Wait",
            WaitReason::Cond => "sync.Cond.Wait",
            WaitReason::Semaphore => "semacquire",
            WaitReason::Io => "IO wait",
            WaitReason::Helper => "syscall",
            WaitReason::Signal => "select (no cases)",
            WaitReason::NativeStack => "native stack",
            WaitReason::Await => "await",
            WaitReason::Scope => "tasks of a scope",
            WaitReason::Idle => "idle",
            WaitReason::Flag => "flag",
            WaitReason::Permit => "semaphore",
            WaitReason::Group => "wait group",
            WaitReason::AnyOf => "phasync.Select",
        }
    }
}

/// The seed of the choices of a run that was given none.
pub const DEFAULT_SEED: u64 = 1;

/// A small seeded generator: the source of every choice among equals (ready cases of a select, orders of a policy).
#[derive(Clone, Debug)]
pub struct Choice(u64);

impl Choice {
    /// The sequence of this seed.
    pub fn new(seed: u64) -> Choice {
        Choice(seed ^ 0x9E37_79B9_7F4A_7C15)
    }

    /// The next 64 bits (SplitMix64).
    #[inline]
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is not 0.
    #[inline]
    pub fn below(&mut self, n: u32) -> u32 {
        ((u64::from(self.next() as u32) * u64::from(n)) >> 32) as u32
    }
}
