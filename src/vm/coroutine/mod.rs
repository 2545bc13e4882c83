//! Native coroutines: Rust functions that block in straight-line code.
//!
//! In: a function of the host ([`Body`]), called from bytecode by `RunNative`. Out: the same system calls that script code
//! yields; whether the function waits, or script code that it called, the whole task waits.
//!
//! ```text
//! register stack    [ main ][ host.Each ][ closure ][ host.Fetch ]      frames, innermost last
//!                                |                       |
//! native stacks              [ Rust fn ]             [ Rust fn ]        one for each native frame
//! ```
//!
//! A native coroutine has a frame on the register stack of the task that called it, in the window of the call, and a stack of
//! its own for Rust. So the segments of a task lie in the order of their calls: traces, panics, Goexit and cancellation walk the
//! frames and meet the natives in between. The frame's function is a *stub* that the compiler makes:
//!
//! ```text
//! LoadInt    ticket, 0
//! RunNative  ticket, native, T   takes a stack, runs the function until it is over; then returns
//! Jump       to RunNative        who was woken comes here
//! ```
//!
//! Its registers are results and parameters, then the *ticket* (0, or the number of the coroutine and one), one for the `ok`
//! of a receive, and [`SCRATCH`] for a value that is sent or received.
//!
//! Invariants
//! - The machine runs, or the function does, never both. While the function runs it has the machine; at its next request it
//!   gives it back, and keeps nothing that the collector could take: values that it keeps are [`Root`]s.
//! - A request fails when the task must end, or a panic passes through: the function gets an [`Unwind`] and gives it back to
//!   its caller. Until then every further request fails, too. Only a panic can be stopped ([`Cx::recover`]).
//! - Natives are told to unwind before a deferred call of a frame below them runs.
//! - A function is never dropped half-way. What was running when a program ends is abandoned with the process; when a machine
//!   is dropped, it is told to unwind.
//!
//! | file | concept |
//! |---|---|
//! | `stack` | stacks, by the crate `generator` |
//! | `pool` | who has a stack, and who waits for one |
//! | `run` | the instruction `RunNative`; unwinding through natives |
//! | `cx` | [`Cx`], what the functions see |
//! | `socket` | [`Socket`], and what they do with connections |
//! | `roots` | values that Rust code keeps |

mod cx;
mod pool;
mod roots;
mod run;
mod socket;
mod stack;
#[cfg(test)]
mod tests;

use std::rc::Rc;

pub use cx::Cx;
#[cfg(test)]
pub(crate) use pool::MAX_STACKS;
pub use pool::NativeStacks;
pub(super) use roots::mark_words;
pub use roots::{Root, Roots};
pub(super) use run::{NativeFrame, Unwound};
pub use socket::Socket;
pub(crate) use stack::panic_text;

use super::cx::Unwind;
use super::program::NativeId;
use crate::bytecode::{FuncId, Function, Instr, Op, RegClass};
use crate::heap::RTypeId;
use crate::syscall::SystemCall;

/// A native function that may block. It reads its arguments from the [`Cx`], and gives its results to it.
pub type Body = Rc<dyn Fn(&mut Cx<'_>) -> Result<(), Unwind>>;

/// Slots of a value in the frame of a native.
pub(super) const SCRATCH: u16 = crate::heap::MAX_SLOTS as u16;

/// What a native function asks of the machine.
pub(super) enum Request {
    /// To wait; registers are those of its frame.
    System(SystemCall),
    /// To call a function, with its closure or 0. The results will lie behind the header of the window above its frame.
    Call { func: FuncId, closure: u64, args: Vec<u64> },
    /// To let others run if its slice is spent, and to collect garbage if it is time.
    Checkpoint,
    /// To stop the panic that passes through it.
    Recover,
}

/// The register of a stub's frame that holds the ticket.
pub(super) fn ticket_register(f: &Function) -> u16 {
    f.results + f.params
}

/// The first of the registers of a stub's frame that hold a value which is sent or received.
pub(super) fn scratch_register(f: &Function) -> u16 {
    ticket_register(f) + 2
}

/// Where in the code of a stub its `RunNative` is.
const RUN: usize = 1;

/// Gives a stub its code. `sig` is the native's type, receiver included.
pub fn write_stub(f: &mut Function, native: NativeId, sig: RTypeId) {
    let ticket = ticket_register(f);
    f.regs = ticket + 2 + SCRATCH;
    let mut classes = std::mem::take(&mut f.classes).into_vec();
    classes.truncate(usize::from(ticket));
    classes.resize(usize::from(f.regs), RegClass::Scalar);
    f.classes = classes.into();
    f.code = vec![
        Instr::wide(Op::LoadInt, ticket, 0),
        Instr::wide(Op::RunNative, ticket, native.0),
        Instr::ext(sig.0, 0, 0),
        Instr::wide(Op::Jump, 0, -3i32 as u32),
    ];
}
