//! [`Kernel`]: the scheduler, as the machine sees it.

use std::ptr::NonNull;

use super::machine::Machine;
use super::script::Script;
use crate::syscall::WaitReason;

/// Who carries out the system calls of coroutines without that the interpreter is left: a switch from one coroutine to the
/// next is then a call and a few stores.
///
/// It can lend the machine turns (`Machine::lent`). Then a task that waits for something simple, or yields, hands its turn to the
/// first of the [ready queue](super::Ready) directly: nothing but a few stores. The kernel lends only while that is what it would
/// decide, and learns of it when it is asked next.
pub trait Kernel {
    /// The running coroutine, which stands at the instruction that yields
    /// `machine.call`, asks for something. Gives the coroutine
    /// that goes on: the same one, which has its answer then and stands behind the instruction, or another. Gives nothing if
    /// the interpreter must be left, and has told the machine why ([`Machine::stop`](Machine::stop)).
    fn system_call(&mut self, machine: &mut Machine) -> Option<NonNull<Script>>;
    /// The running coroutine waits, and has put itself into the queue of what it waits for already. Gives
    /// the coroutine that goes on, as above.
    fn park(&mut self, machine: &mut Machine, reason: WaitReason) -> Option<NonNull<Script>>;
    /// The running coroutine has returned from its first frame. Gives the coroutine that goes on, as above.
    fn done(&mut self, machine: &mut Machine) -> Option<NonNull<Script>>;
}
