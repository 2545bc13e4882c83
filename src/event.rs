//! What happens in a run, for those who watch it: tracing, stepping, the monitor.
//!
//! In: the machine and the scheduler tell, in the order in which things happen. Out: [`Event`]s, given to a [`Listener`].
//! Invariants
//! - A listener changes nothing: with one attached the schedule is the same, step for step.
//! - Steps count up from 1. What caused an event has a smaller step, or is 0: nobody knows, or nothing did.
//! - Whatever is sent is told once, and so is whatever is received. An operation that must wait is told as
//!   [`Kind::Block`], and as [`Kind::Wake`] when whoever came has completed it; one that need not wait is told as what it is.
//!   So a value goes from a `Send`, or a `Block` that sends, to a `Receive`, or a `Wake` of one that receives.

use crate::bytecode::FuncId;
use crate::source::Span;
use crate::syscall::WaitReason;

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its number: from 1, in the order in which things happen.
    pub step: u64,
    /// When, in nanoseconds of the scheduler's clock: virtual time, or since the program began.
    pub time: i64,
    /// The goroutine that did it, or to which it happened, by its number; 0: the scheduler or a timer.
    pub task: u64,
    /// What.
    pub kind: Kind,
    /// What it was done to.
    pub object: Option<Object>,
    /// The function in which the goroutine stands, and where: in the program's own files, as far as that can be said.
    pub func: FuncId,
    /// See `func`.
    pub span: Span,
    /// The step that brought it about: who woke it, which send a receive matches; 0 if there is none.
    pub cause: u64,
    /// The goroutine on the other side, by its number; 0 if there is none.
    pub peer: u64,
}

/// The kinds of events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A goroutine was started: `peer`.
    Spawn {
        /// The function that it runs.
        entry: FuncId,
        /// It is the so-manieth that runs this function, from 1.
        ordinal: u32,
    },
    /// A goroutine has its turn; `cause` made it ready.
    Run,
    /// A goroutine waits.
    Block {
        /// For what.
        reason: WaitReason,
        /// What it wants to send.
        value: Option<String>,
        /// The objects of a select.
        among: Vec<Object>,
        /// When it will go on by itself, on the scheduler's clock.
        until: Option<i64>,
    },
    /// A goroutine that waited is ready again: `cause` completed what it waited for.
    Wake {
        /// What it waited for.
        reason: WaitReason,
        /// Of a select, the case that was chosen, from 0.
        case: Option<u32>,
        /// A receive has got the zero value of a closed channel; a send will panic.
        closed: bool,
    },
    /// A goroutine lets others run.
    Yield,
    /// A goroutine has spent its slice.
    Preempt,
    /// A goroutine has ended: returned, or by Goexit.
    Finish,
    /// A goroutine panicked, and nobody recovered.
    Panic(String),
    /// A channel was made.
    Make {
        /// Its type.
        ty: String,
        /// The size of its buffer.
        cap: u64,
    },
    /// A value was sent: into the buffer, or to `peer`, which waited for it.
    Send {
        /// The value, as `%v` prints it, cut short.
        value: String,
    },
    /// A value was received: the one that `cause` sent.
    Receive {
        /// It is a value that was sent; not the zero value of a closed channel.
        open: bool,
    },
    /// A channel was closed, or what was open.
    Close,
    /// A select need not wait.
    Select {
        /// The chosen case, from 0; none: the default.
        case: Option<u32>,
        /// Among how many that were ready.
        ready: u32,
    },
    /// A lock was taken.
    Lock {
        /// For reading only.
        read: bool,
    },
    /// A lock was given up.
    Unlock {
        /// It was held for reading only.
        read: bool,
    },
    /// The counter of a wait group was changed.
    Add {
        /// By how much.
        by: i64,
        /// What it is now.
        count: i64,
    },
    /// Those who wait for a condition were notified.
    Notify {
        /// All of them; not only the first.
        all: bool,
    },
    /// A timer was started.
    StartTimer {
        /// Its number.
        timer: u64,
        /// When it fires.
        when: i64,
    },
    /// A timer was stopped.
    StopTimer {
        /// Its number.
        timer: u64,
        /// It was still to fire.
        pending: bool,
    },
    /// A timer has fired: it has sent the time, or started `peer`.
    Fire {
        /// Its number.
        timer: u64,
    },
    /// What is open may be read or written: something has happened outside.
    Ready {
        /// It may be read.
        read: bool,
        /// It may be written.
        write: bool,
    },
    /// Work that may block was done by a helper.
    Helped,
    /// A signal has come that the program wants.
    Signal(i32),
    /// Text was written.
    Output {
        /// To standard error.
        stderr: bool,
        /// The bytes; what is not UTF-8 is replaced.
        text: String,
    },
    /// Memory was collected.
    Collect {
        /// Bytes that are alive.
        live: u64,
    },
}

impl Kind {
    /// A word for it, which stays what it is.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Spawn { .. } => "spawn",
            Kind::Run => "run",
            Kind::Block { .. } => "block",
            Kind::Wake { .. } => "wake",
            Kind::Yield => "yield",
            Kind::Preempt => "preempt",
            Kind::Finish => "finish",
            Kind::Panic(_) => "panic",
            Kind::Make { .. } => "make",
            Kind::Send { .. } => "send",
            Kind::Receive { .. } => "receive",
            Kind::Close => "close",
            Kind::Select { .. } => "select",
            Kind::Lock { .. } => "lock",
            Kind::Unlock { .. } => "unlock",
            Kind::Add { .. } => "add",
            Kind::Notify { .. } => "notify",
            Kind::StartTimer { .. } => "start-timer",
            Kind::StopTimer { .. } => "stop-timer",
            Kind::Fire { .. } => "fire",
            Kind::Ready { .. } => "ready",
            Kind::Helped => "helped",
            Kind::Signal(_) => "signal",
            Kind::Output { .. } => "output",
            Kind::Collect { .. } => "collect",
        }
    }
}

/// What goroutines wait at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Its number among those of its kind; channels count in the order in which they are made, others in the order in which
    /// they are first used.
    pub id: u64,
    /// Where a channel was made, another was first used: the name of its variable stands there.
    pub span: Span,
}

/// The kinds of objects.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, PartialOrd, Ord)]
pub enum ObjectKind {
    /// A channel.
    Chan,
    /// A `sync.Mutex`.
    Mutex,
    /// A `sync.RWMutex`.
    RwMutex,
    /// A `sync.WaitGroup`.
    WaitGroup,
    /// A `sync.Cond`.
    Cond,
    /// A socket, pipe, terminal or file that is open.
    Handle,
    /// Something else with a queue.
    Other,
}

impl ObjectKind {
    /// A word for it, which stays what it is.
    pub fn name(self) -> &'static str {
        match self {
            ObjectKind::Chan => "chan",
            ObjectKind::Mutex => "mutex",
            ObjectKind::RwMutex => "rwmutex",
            ObjectKind::WaitGroup => "waitgroup",
            ObjectKind::Cond => "cond",
            ObjectKind::Handle => "handle",
            ObjectKind::Other => "queue",
        }
    }

    /// What a task waits at that waits for this reason.
    pub fn of(reason: WaitReason) -> ObjectKind {
        match reason {
            WaitReason::ChanReceive
            | WaitReason::ChanSend
            | WaitReason::ChanReceiveNil
            | WaitReason::ChanSendNil
            | WaitReason::Select
            | WaitReason::SelectNil
            | WaitReason::SelectNoCases => ObjectKind::Chan,
            WaitReason::Mutex => ObjectKind::Mutex,
            WaitReason::RwRead | WaitReason::RwWrite => ObjectKind::RwMutex,
            WaitReason::WaitGroup => ObjectKind::WaitGroup,
            WaitReason::Cond => ObjectKind::Cond,
            WaitReason::Io => ObjectKind::Handle,
            WaitReason::Sleep
            | WaitReason::Semaphore
            | WaitReason::Helper
            | WaitReason::Signal
            | WaitReason::NativeStack
            | WaitReason::Await
            | WaitReason::Scope
            | WaitReason::Idle
            | WaitReason::Flag
            | WaitReason::Permit
            | WaitReason::Group
            | WaitReason::AnyOf => ObjectKind::Other,
        }
    }
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in bytes, from 1.
    pub col: u32,
}

/// Who knows the program that events speak of.
pub trait Describe {
    /// Where a span begins.
    fn place(&self, span: Span) -> Option<Place>;
    /// A function's name, as traces print it.
    fn function(&self, func: FuncId) -> String;
    /// The variable, field or element that an object is in, as it is written; none if the source does not say.
    fn object(&self, object: &Object) -> Option<String>;
    /// The text of a span, as it is written.
    fn text(&self, span: Span) -> String;
}

/// Who watches.
pub trait Listener {
    /// Something has happened. Events come in order, some time after they happened, but before the run ends.
    fn event(&mut self, event: &Event, program: &dyn Describe);
    /// Nothing will happen for a while, or ever: what is kept back should be shown.
    fn pause(&mut self);
}
