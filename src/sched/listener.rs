//! Hooks for those who watch a run: tracing, stepping, the monitor.
//!
//! Invariant: a listener changes nothing. With one attached the schedule is the same, step for step.

use crate::syscall::{TaskId, WaitReason};

/// Something that happened to a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A task was started.
    Spawn { parent: TaskId, child: TaskId },
    /// A task begins to run, or goes on.
    Run(TaskId),
    /// A task waits.
    Block(TaskId, WaitReason),
    /// A task that waited is ready again.
    Wake(TaskId),
    /// A task has spent its slice.
    Preempt(TaskId),
    /// A task has ended.
    Finish(TaskId),
    /// A task panicked, and nobody recovered.
    Panic(TaskId),
    /// Memory was collected.
    Collect,
}

/// Is told what happens.
pub trait Listener {
    /// Something happened.
    fn event(&mut self, event: Event);
}
