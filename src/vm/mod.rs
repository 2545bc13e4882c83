//! The machine: registers, frames and the interpreter loop.
//!
//! In: a [`Program`] whose functions are compiled when they are first called, and coroutines ([`Script`]). Out:
//! [`Machine::resume`] runs a coroutine until it stops, and says why ([`Step`]).
//!
//! One of the two rooms with unsafe code. What it relies on:
//! - Bytecode is what the verifier (`bytecode::verify`) accepts: operands, jumps and table indices are in range.
//! - Registers hold what their static types say. The checker has proved it, and the compiler preserves it.
//!
//! | file | concept |
//! |---|---|
//! | `program` | the tables that all functions share |
//! | `machine` | what all coroutines share; resuming one |
//! | `script` | a coroutine's stack and frames |
//! | `exec` | the interpreter: a handler for each opcode |
//! | `kernel` | the scheduler, as the machine sees it |
//! | `unwind`, `panics`, `bounds` | deferred calls, panic, recover; the texts of run-time errors |
//! | `ready` | the ready queue |
//! | `profile` | where time is spent |
//! | `wait` | queues of waiting tasks, and the hand-over of values |
//! | `watch` | telling what happens to those who watch |
//! | `liveness` | which registers the collector looks at |
//! | `go_runtime` | the frames of Go's runtime that programs count |
//! | `trace`, `peek` | stacks as text; what sessions read of variables |
//! | `hooks` | what a host keeps with tasks, and whom it tells of switches |
//! | `record` | what the scheduler and package phasync both know of a task |
//! | `pass` | passing on what a task had been given |
//! | `halves` | halves of channels that nobody refers to any more; waiting for a Go channel to be ready |
//! | `ahead`, `inspect` | what waiting coroutines wait for, and are going to do, for reports |
//! | `cx` | what native functions see |
//! | `capture` | what tasks print, for programs that want it themselves |
//! | `io` | who waits for sockets, files and signals |
//! | `coroutine` | native functions that may block, on stacks of their own |
//! | `values` | values, as Rust code makes and takes them apart |
//! | `wanted` | what reflection asks the compiler for |

mod ahead;
mod bounds;
mod capture;
pub mod coroutine;
mod cx;
mod depth;
mod exec;
mod go_runtime;
mod halves;
mod hooks;
mod inspect;
mod io;
mod kept;
mod kernel;
mod liveness;
mod machine;
mod memory;
mod methods;
mod panics;
mod pass;
mod peek;
mod profile;
mod program;
mod reach;
mod ready;
mod record;
mod script;
mod slim;
mod slots;
#[cfg(test)]
mod tests;
mod trace;
mod unwind;
mod values;
mod wait;
mod wanted;
mod watch;

pub use ahead::{Deed, DeedKind};
pub use capture::Captures;
pub use cx::{Iface, NativeCx, SliceRef, Thrown, Unwind};
pub(crate) use exec::owner;
pub(crate) use go_runtime::at as runtime_frame;
pub use halves::{Abandoned, Attended, Halves, SIGNALS};
pub(crate) use hooks::Handler;
pub use hooks::{Switch, TaskLocals};
pub use inspect::{Awaited, Facts, ObjectState, PanicCause};
pub use io::{Attempt, address_words};
pub use kernel::Kernel;
pub(crate) use machine::Held;
pub use machine::{Machine, MachineConfig, Step, TRAP};
pub use memory::Mem;
pub use profile::{Profile, Spot};
pub use program::{GlobalId, HostFn, NativeId, Program};
pub use reach::Uses;
pub use ready::Ready;
pub use record::{Ending, Record, record_flags};
pub use script::{Owner, Script, State};
pub(crate) use values::Words;
pub use values::{HostTypes, Raw, Values};
pub use wanted::Wanted;
pub use watch::Watch;
