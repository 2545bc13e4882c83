//! Who gets a native stack.
//!
//! There are few stacks to begin with. Who finds none free waits in line, if a holder can still go on: that one may give its
//! stack back. When all holders wait, there may be twice as many; when there are as many as there may ever be, who wants one
//! is refused, and panics.
//!
//! Invariant: while somebody waits in line, the *witness* is a task with a stack that does not wait. So something has to be
//! decided only when the witness itself parks, and all other switches cost one comparison.

use super::core::Core;
use crate::syscall::TaskId;
use crate::vm::{Machine, State};

impl Core {
    /// Takes a stack for the current task, whose frame has the ticket register. Whether it goes on at once; otherwise it waits
    /// in line.
    pub(super) fn acquire_stack(&mut self, m: &mut Machine, ticket: u16) -> bool {
        let id = self.current;
        loop {
            if m.grant_stack(&mut self.tasks.get_mut(id).script, id, ticket) {
                return true;
            }
            match self.running_holder(m) {
                Some(holder) => {
                    m.queue_for_stack(&mut self.tasks.get_mut(id).script, ticket, holder);
                    return false;
                }
                None if m.stacks.grow() => {}
                None => {
                    m.refuse_stack(&mut self.tasks.get_mut(id).script, ticket);
                    return true;
                }
            }
        }
    }

    /// The current task is the witness, and parks.
    #[cold]
    pub(super) fn holder_parks(&mut self, m: &mut Machine) {
        if !m.stacks.has_line() {
            m.stacks.witness = TaskId::NONE;
        } else if let Some(holder) = self.running_holder(m) {
            m.stacks.witness = holder;
        } else if m.stacks.grow() {
            m.stacks.serve_line(&mut m.conc);
        } else {
            m.stacks.refuse_line(&mut m.conc);
        }
    }

    /// A task that has a stack and does not wait, other than the current one.
    fn running_holder(&self, m: &Machine) -> Option<TaskId> {
        let waits = |task: TaskId| matches!(self.tasks.get(task).state(), State::Blocked(_));
        m.stacks.holders().find(|&task| task != self.current && !waits(task))
    }
}
