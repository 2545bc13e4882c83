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
//! | `wait` | queues of waiting tasks, and the hand-over of values |
//! | `watch` | telling what happens to those who watch |
//! | `liveness` | which registers the collector looks at |
//! | `trace` | stacks as text |
//! | `ahead`, `inspect` | what waiting coroutines wait for, and are going to do, for reports |
//! | `cx` | what native functions see |

mod bounds;
mod ahead;
mod cx;
mod exec;
mod inspect;
mod kernel;
mod liveness;
mod machine;
mod panics;
mod program;
mod script;
#[cfg(test)]
mod tests;
mod trace;
mod unwind;
mod wait;
mod watch;

pub use bounds::Bounds;
pub use ahead::{Deed, DeedKind};
pub use cx::{Iface, Mem, NativeCx, NativeState, SliceRef, Thrown, Unwind};
pub(crate) use exec::{GROUP_ADDED, owner};
pub use inspect::{Awaited, Facts, ObjectState, PanicCause};
pub use kernel::Kernel;
pub use machine::{Machine, MachineConfig, Step};
pub use program::{Global, GlobalId, NativeId, Program, WellKnown};
pub use script::Script;
pub use trace::TraceLine;
pub use wait::Conc;
pub use watch::Watch;
