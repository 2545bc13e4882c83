//! The facade: from source text to a finished run, and from Rust to a program and back. The only room that knows all others,
//! and all that the command uses.
//!
//! ```text
//! text --lexer, parser--> syntax trees --check--> typed program --compile (a function when it is first called)--> bytecode
//!      --vm, sched--> a run
//! ```
//!
//! A host says what it wants with a [`Builder`], which gives an [`Engine`]: a program that is ready to run, to be stepped, and
//! to be called. Functions of the host, plain ones and such that wait, are packages to the program. Values are copied between the
//! two: see [`convert`].
//!
//! | file | concept |
//! |---|---|
//! | `builder` | what a host says before a program runs |
//! | `config` | how programs run |
//! | `checked` | a program that has been read and checked |
//! | `run` | a program that is ready to run |
//! | `call` | calls from the host |
//! | `natives` | functions of the host |
//! | `session` | a session of entries |
//! | `inspect`, `doc`, `symbols` | what a session tells of itself: types, goroutines, bytecode; documentation; its names |
//! | `testing` | the program that runs the tests of a package |
//! | `text` | what can be said of a text while it is typed |
//! | `code` | the compiler, as the scheduler asks for code |

mod builder;
mod call;
mod checked;
mod code;
mod config;
mod doc;
mod inspect;
mod natives;
mod run;
mod session;
mod stats;
mod symbols;
mod testing;
#[cfg(test)]
mod tests;
mod text;

pub use builder::Builder;
pub use call::CallError;
pub use checked::{Checked, Refused};
pub use config::Config;
pub use doc::documentation;
pub use inspect::{Declaration, Kind};
pub use run::{COUNTS_OPS, Call, Called, Engine};
pub use session::{Outcome, Session, Shown, Turn};
pub use stats::Stats;
pub use symbols::{Member, Name, Symbols};
pub use testing::Tests;
pub use text::{Piece, PieceKind, Scan, is_incomplete, is_program, pieces};

pub use crate::diag::{Format, Style};
pub use crate::heap::OrExit;
pub use crate::host::{Host, MemoryHost, Output, StdHost, reason};
pub use crate::native::convert::{
    self, FromResults, FromValue, IntoArgs, IntoResults, IntoValue, Mismatch, ScriptError, Value,
};
pub use crate::native::{Chan, Func};
pub use crate::sched::{End, Order, Progress, TaskView};
pub use crate::vet::names as vet_checks;
pub use crate::vm::coroutine::{Cx, Root, Socket};
pub use crate::vm::{Raw, Switch, TaskLocals, Unwind, Values};

/// Recording what enters a run from outside, and repeating it: see [`Recorder`](recording::Recorder).
pub mod recording {
    pub use crate::host::{About, Playback, Player, Recorder, Recording};
}

/// What happens in a run, for who watches it: see [`Builder::listener`].
pub mod watch {
    pub use crate::bytecode::FuncId;
    pub use crate::event::{Describe, Event, Kind, Listener, Object, ObjectKind, Place};
    pub use crate::report::{Flame, JsonTrace, TextTrace};
    pub use crate::source::Span;
    pub use crate::syscall::WaitReason;
}

/// What a [`Host`] speaks of: for who gives a program a world of its own.
pub mod world {
    pub use crate::host::{
        Address, Answer, Direction, Errno, Fact, FileJob, FileStat, Handle, IoEvent, Job, JobId, PathBytes,
        PathJob, ProcessId, SignalUse, SocketKind, SocketOption, Spawn, Waker,
    };
}
