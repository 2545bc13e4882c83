//! What a host that goes on does to tasks: the main goroutine of a call is stopped while others go on.
//!
//! Invariant: a task that is stopped or dropped is in no queue afterwards, but for the ready queue if it has deferred calls to
//! run.

use super::run::Scheduler;
use crate::syscall::TaskId;
use crate::vm::{State, Step, Thrown};

impl Scheduler {
    /// Whether the main goroutine is still there.
    pub fn has_main(&self) -> bool {
        self.core.main.is_some()
    }

    /// Makes another goroutine the main one, or none; gives the one that was.
    pub fn swap_main(&mut self, other: Option<Main>) -> Option<Main> {
        let main = self.core.main.map(|id| Main { id, number: self.core.tasks.get(id).number() });
        // The other may have ended meanwhile.
        let there = |main: &Main| {
            let task = self.core.tasks.get(main.id);
            task.state() != State::Free && task.number() == main.number
        };
        self.core.main = other.filter(there).map(|main| main.id);
        main
    }

    /// Ends the main goroutine in order: its deferred calls run, as with `runtime.Goexit`; it is gone when they are done.
    pub fn stop_main(&mut self) {
        let Some(id) = self.core.main else { return };
        self.take_out(id);
        loop {
            let task = self.core.tasks.get_mut(id);
            match self.machine.throw_into(&mut task.script, Thrown::Goexit) {
                // A deferred call runs first.
                None => {
                    task.set_state(State::Ready);
                    self.machine.retry(&mut task.script);
                    self.core.policy.push(id);
                    return;
                }
                Some(Step::Done) if !task.below.is_empty() => {
                    task.leave_segment();
                }
                Some(_) => return self.drop_task(id),
            }
        }
    }

    /// Ends the main goroutine at once. Natives still return.
    pub fn drop_main(&mut self) {
        if let Some(id) = self.core.main {
            self.take_out(id);
            self.drop_task(id);
        }
    }

    /// Removes the task that ran last, which can not go on: it panicked, or has ended the program.
    pub fn drop_current(&mut self) {
        let id = self.core.current;
        if self.core.tasks.get(id).state() != State::Free {
            self.take_out(id);
            self.drop_task(id);
        }
    }

    fn drop_task(&mut self, id: TaskId) {
        let task = self.core.tasks.get_mut(id);
        self.machine.drop_natives(&mut task.script);
        while let Some((outer, _)) = task.below.pop() {
            task.script = outer;
            self.machine.drop_natives(&mut task.script);
        }
        self.core.tasks.remove(id);
        self.machine.natives.goroutines = self.core.tasks.live();
        if self.core.main == Some(id) {
            self.core.main = None;
        }
    }

    /// Takes a task out of whatever queue it is in.
    fn take_out(&mut self, id: TaskId) {
        self.core.take_arrivals(&mut self.machine);
        self.core.policy.remove(id);
        if let State::Blocked(reason) = self.core.tasks.get(id).state() {
            self.core.unqueue(&mut self.machine, id, reason);
        }
        self.core.tasks.get_mut(id).set_state(State::Ready);
    }
}

/// A main goroutine that is not the main one for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Main {
    id: TaskId,
    number: u64,
}
