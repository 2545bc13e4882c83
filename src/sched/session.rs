//! What a host that goes on does to tasks: the main goroutine of a call or an entry is stopped while others go on, and all are
//! listed.
//!
//! Invariant: a task that is stopped or dropped is in no queue afterwards, but for the ready queue if it has deferred calls to
//! run.

use super::run::{Loader, Scheduler};
use crate::syscall::TaskId;
use crate::vm::{State, Step, Thrown};

/// A task, as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// Its number.
    pub number: u64,
    /// What it does: `running`, or what it waits for.
    pub state: &'static str,
    /// The function that it is in, and where; nothing before it has run.
    pub at: Option<(String, String)>,
    /// Where it was started; nothing for the main goroutine of an entry and for calls of timers.
    pub started: Option<String>,
}

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

    /// Whether the task that ran last is the main goroutine.
    pub fn main_ran_last(&self) -> bool {
        self.core.main == Some(self.core.current)
    }

    /// Ends the main goroutine in order: its deferred calls run, as with `runtime.Goexit`; it is gone when they are done. Whether
    /// it is gone at once.
    pub fn stop_main(&mut self) -> bool {
        self.core.main.is_none_or(|id| self.stop(id))
    }

    /// Ends the task of this number in the same way. Whether there is one.
    pub fn stop_task(&mut self, number: u64) -> bool {
        let found = self.core.tasks.iter().find(|(_, task)| task.number() == number).map(|(id, _)| id);
        if let Some(id) = found {
            self.stop(id);
        }
        found.is_some()
    }

    fn stop(&mut self, id: TaskId) -> bool {
        self.take_out(id);
        loop {
            let task = self.core.tasks.get_mut(id);
            match self.machine.throw_into(&mut task.script, Thrown::Goexit) {
                // A deferred call runs first.
                None => {
                    task.set_state(State::Ready);
                    self.machine.retry(&mut task.script);
                    self.core.push(&mut self.machine, id);
                    return false;
                }
                step => {
                    let coroutines = &mut self.core.coroutines;
                    if matches!(step, Some(Step::Done))
                        && let Some(number) = coroutines.leave(&mut task.script, &mut task.on_top)
                    {
                        self.core.end_coroutine(&mut self.machine, number);
                        continue;
                    }
                    self.drop_task(id);
                    return true;
                }
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

    /// Puts the task that was interrupted back into the queue. It stands at a safepoint.
    pub fn resume_current(&mut self) {
        let id = self.core.current;
        let task = self.core.tasks.get_mut(id);
        if task.state() == State::Ready {
            self.machine.retry(&mut task.script);
            let script = self.core.tasks.script(id);
            self.core.policy.remove(&mut self.machine.conc.ready, script);
            self.core.push(&mut self.machine, id);
        }
    }

    fn drop_task(&mut self, id: TaskId) {
        let task = self.core.tasks.get_mut(id);
        self.machine.drop_natives(&mut task.script);
        while let Some(number) = self.core.coroutines.leave(&mut task.script, &mut task.on_top) {
            self.machine.drop_natives(&mut task.script);
            let object = self.core.coroutines.remove(number);
            self.machine.number_coroutine(object, None);
        }
        self.machine.hooks.finish(self.core.tasks.get(id).number());
        self.core.tasks.remove(id);
        self.machine.natives.goroutines = self.core.tasks.live();
        if self.core.main == Some(id) {
            self.core.main = None;
        }
    }

    /// Takes a task out of whatever queue it is in.
    fn take_out(&mut self, id: TaskId) {
        let script = self.core.tasks.script(id);
        self.core.policy.remove(&mut self.machine.conc.ready, script);
        if let State::Blocked(reason) = self.core.tasks.get(id).state() {
            self.core.unqueue(&mut self.machine, id, reason);
            // What it was brought, but has not taken.
            let _ = self.machine.natives.io.take_answer(self.core.tasks.get(id).number());
        }
        self.core.tasks.get_mut(id).set_state(State::Ready);
    }

    /// All tasks, the oldest first.
    pub fn task_views(&self, loader: &dyn Loader) -> Vec<TaskView> {
        let mut views: Vec<TaskView> = self
            .core
            .tasks
            .iter()
            .map(|(_, task)| {
                let state = match task.state() {
                    State::Blocked(reason) => reason.text(),
                    State::Ready
                    | State::BrokenSend
                    | State::Interrupted
                    | State::Preempted
                    | State::Free => "running",
                };
                let frame = self.machine.trace(&task.script, 1).into_iter().next();
                let started = self.machine.place_of(task.origin.place).map(|line| loader.locate(line.span));
                let at = frame.map(|line| (line.function, loader.locate(line.span)));
                TaskView { number: task.number(), state, at, started }
            })
            .collect();
        views.sort_by_key(|view| view.number);
        views
    }
}

/// A main goroutine that is not the main one for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Main {
    id: TaskId,
    number: u64,
}
