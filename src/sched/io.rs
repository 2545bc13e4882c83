//! Sockets, files and signals: who waits for them, and what each poll brings.
//!
//! Invariants
//! - A task that waits for the outside is in one place: in the queue of a handle, or the owner of a job, or the one that
//!   waits for signals. Whoever wakes it knows only that trying again is worth while.
//! - What has happened outside is taken only at polls: between two passes over the ready queue, and when nothing is ready.

use std::collections::HashMap;

use super::core::Core;
use super::run::Scheduler;
use crate::event::Kind;
use crate::host::{Answer, Direction, Handle, IoEvent, JobId};
use crate::syscall::{NEVER, TaskId, TimerAction, TimerSpec};
use crate::vm::Machine;

/// Nanoseconds in which what one end of a connection has sent arrives at the other end in the same program.
const TRANSIT: i64 = 200_000;

impl Outside {
    /// A task does not wait for its job any more, which goes on: nobody will ask for its answer.
    pub fn forget_job(&mut self, task: TaskId) {
        self.jobs.retain(|_, &mut owner| owner != task);
    }
}

/// What the scheduler knows of the outside.
#[derive(Default)]
pub(super) struct Outside {
    /// The tasks that wait for helpers.
    jobs: HashMap<JobId, TaskId>,
    /// The task that waits for signals.
    pub signalled: Option<TaskId>,
    /// Whether the last wait has polled, so that the next pass need not.
    pub polled: bool,
    events: Vec<IoEvent>,
}

impl Scheduler {
    /// The poll at the beginning of a pass.
    pub(super) fn poll_between(&mut self) {
        self.close_dropped();
        if !std::mem::take(&mut self.core.outside.polled) && self.core.is_outside_pending(&self.machine) {
            self.poll_outside(Some(0));
        }
    }

    /// In virtual time, before it jumps: whether anything can still come from outside. If the ends that tasks wait for are
    /// all the program's own, what they have sent arrives at once.
    pub(super) fn outside_comes_first(&mut self) -> bool {
        let handles = self.machine.natives.io.awaited();
        let outside = !self.core.outside.jobs.is_empty() || self.machine.host.reaches_outside(&handles);
        self.poll_outside(Some(if outside || handles.is_empty() { 0 } else { TRANSIT }));
        outside
    }

    /// Takes what has happened outside; waits so long for it, or without end.
    pub(super) fn poll_outside(&mut self, wait: Option<i64>) {
        let mut events = std::mem::take(&mut self.core.outside.events);
        self.machine.host.poll(wait, &mut events);
        for event in events.drain(..) {
            self.core.happened(&mut self.machine, event);
        }
        self.core.outside.events = events;
    }

    /// Closes what natives have dropped.
    pub(super) fn close_dropped(&mut self) {
        for handle in self.machine.natives.io.take_dropped() {
            self.core.close(&mut self.machine, handle);
        }
    }

    /// Closes what nothing in the program refers to any more.
    pub(super) fn close_unreachable(&mut self) {
        for handle in self.machine.heap.take_dead_resources() {
            // It may have been closed by the program long ago, and then this fails.
            self.core.close(&mut self.machine, Handle(handle));
        }
    }
}

impl Core {
    /// Whether anything that happens outside could make a task ready.
    #[inline]
    pub(super) fn is_outside_pending(&self, m: &Machine) -> bool {
        self.is_outside_busy(m) || m.natives.io.wants_signals
    }

    /// The same, of what is sure to come, or asked for: not of signals.
    #[inline]
    pub(super) fn is_outside_busy(&self, m: &Machine) -> bool {
        m.natives.io.waiting() > 0 || !self.outside.jobs.is_empty()
    }

    fn happened(&mut self, m: &mut Machine, event: IoEvent) {
        if let Some(watch) = &mut m.conc.watch {
            watch.outside(&event);
        }
        match event {
            IoEvent::Ready { handle, read, write } => {
                for (direction, _) in
                    [(Direction::Read, read), (Direction::Write, write)].into_iter().filter(|d| d.1)
                {
                    self.wake_waiters(m, handle, direction, true);
                }
            }
            IoEvent::Done(job, answer) => {
                if let Some(task) = self.outside.jobs.remove(&job) {
                    m.natives.io.keep_answer(self.tasks.get(task).number(), answer);
                    self.wake(m, task, true);
                }
            }
            IoEvent::Signal(signal) => {
                m.natives.io.signals.push_back(signal);
                if let Some(task) = self.outside.signalled.take() {
                    self.wake(m, task, true);
                }
            }
        }
    }

    /// Wakes all who wait for a direction of a handle; `told` as for [`wake`](Self::wake).
    fn wake_waiters(&mut self, m: &mut Machine, handle: Handle, direction: Direction, told: bool) {
        while let Some(task) = m.natives.io.take_waiter(handle, direction) {
            self.wake(m, task, told);
        }
        for word in m.natives.io.attending(handle, direction) {
            m.conc.wake_first(word);
        }
    }

    /// Has the job done that the native of the current task has put down. Whether the task goes on at once: if nobody else
    /// could run while a helper does it, it is done here.
    pub(super) fn offload(&mut self, m: &mut Machine) -> bool {
        let number = self.current_task().number();
        let Some(mut job) = m.natives.io.offered.take() else { return true };
        let alone = self.is_idle(m) && self.timers.is_empty() && !self.is_outside_pending(m);
        if alone || job.is_quick() {
            match m.host.perform(job) {
                Ok(answer) => {
                    m.natives.io.keep_answer(number, answer);
                    return true;
                }
                Err(back) => job = back,
            }
        }
        match m.host.submit(job) {
            Ok(job) => {
                self.outside.jobs.insert(job, self.current);
                false
            }
            Err(errno) => {
                m.natives.io.keep_answer(number, Answer::Failed(errno));
                true
            }
        }
    }

    /// Sets the deadlines for reading and writing.
    pub(super) fn set_deadlines(&mut self, m: &mut Machine, handle: Handle, which: [bool; 2], when: i64) {
        let expired = when <= self.now(m);
        for (direction, _) in
            [Direction::Read, Direction::Write].into_iter().zip(which).filter(|(_, set)| *set)
        {
            let timer = if expired || when == NEVER {
                0
            } else {
                let action = TimerAction::Expire { handle, direction };
                self.timers.start(TimerSpec { when, period: 0, action })
            };
            let old = m.natives.io.set_deadline(handle, direction, timer, expired);
            self.timers.stop(old);
            if expired {
                self.wake_waiters(m, handle, direction, false);
            }
        }
    }

    /// A deadline has come.
    pub(super) fn expire(&mut self, m: &mut Machine, handle: Handle, direction: Direction) {
        m.natives.io.set_deadline(handle, direction, 0, true);
        self.wake_waiters(m, handle, direction, true);
    }

    /// Closes what is open, and wakes who waits for it. Gives the error number, 0 for none.
    pub(super) fn close(&mut self, m: &mut Machine, handle: Handle) -> i32 {
        if let Err(errno) = m.host.close(handle) {
            return errno;
        }
        if let Some(watch) = &mut m.conc.watch {
            let object = watch.handle(handle);
            watch.tell_of(Kind::Close, object);
        }
        for direction in [Direction::Read, Direction::Write] {
            self.wake_waiters(m, handle, direction, true);
        }
        for timer in m.natives.io.forget(handle) {
            self.timers.stop(timer);
        }
        0
    }
}
