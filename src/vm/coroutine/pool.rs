//! The pool of native stacks: who has one, and who waits in line for one.
//!
//! A stack costs two pages and two mappings of the kernel, of which a process may have some 65,000. So there are few to
//! begin with, and more only when that is the only way on: when the holders of all wait, and someone else wants one. That is
//! decided by the scheduler, who knows who waits; here is what it needs.
//!
//! Invariants
//! - `active` has one entry for each stack that is in use; its number and one are in the ticket register of its frame.
//! - Nobody waits in line while a stack is free.
//! - Who is woken owns a stack, or has been refused one; the ticket says so.

use super::stack::{GeneratorStack, NativeStack};
use crate::heap::RTypeId;
use crate::syscall::{TaskId, WaitKey};
use crate::vm::wait::Conc;

/// Stacks that there may be before anybody has to wait.
const FIRST: u32 = 64;

/// The most stacks that there may be at once. Each is two mappings of the kernel.
pub const MAX_STACKS: u32 = 16_000;

/// Idle stacks that are kept.
const KEPT: usize = 64;

/// A native coroutine.
pub(super) struct Active {
    /// Its stack; not here while the function runs.
    pub stack: Option<Box<dyn NativeStack>>,
    /// Whether its function has been started.
    pub started: bool,
    /// Whose it is.
    pub task: TaskId,
    /// The type of the value that its scratch registers hold, or will hold when it is woken.
    pub scratch: RTypeId,
    /// The channel that it receives from into its scratch registers; 0 if it does not.
    pub receives: u64,
}

/// All native coroutines of a program.
pub struct NativeStacks {
    idle: Vec<Box<dyn NativeStack>>,
    active: Vec<Option<Active>>,
    free: Vec<u32>,
    in_use: u32,
    limit: u32,
    max: u32,
    /// The queue of tasks that wait for a stack, as `Conc` has it.
    line: Box<u32>,
    /// While there is a line: a task that has a stack and does not wait. For the scheduler.
    pub(crate) witness: TaskId,
}

impl Default for NativeStacks {
    fn default() -> Self {
        NativeStacks {
            idle: Vec::new(),
            active: Vec::new(),
            free: Vec::new(),
            in_use: 0,
            limit: FIRST,
            max: MAX_STACKS,
            line: Box::default(),
            witness: TaskId::NONE,
        }
    }
}

impl NativeStacks {
    /// In the ticket register: there is no stack, and will be none.
    pub(in crate::vm) const REFUSED: u64 = u64::MAX;

    /// A number for a new coroutine of `task`, with a stack; nothing if there is none free.
    pub(crate) fn take(&mut self, task: TaskId) -> Option<u32> {
        if self.in_use >= self.limit {
            return None;
        }
        let stack = match self.idle.pop() {
            Some(stack) => stack,
            None => match GeneratorStack::new() {
                Some(stack) => Box::new(stack),
                None => {
                    // The system has no more: so this is how many there may be.
                    (self.limit, self.max) = (self.in_use, self.in_use);
                    return None;
                }
            },
        };
        self.in_use += 1;
        let active = Active { stack: Some(stack), started: false, task, scratch: RTypeId::NIL, receives: 0 };
        Some(match self.free.pop() {
            Some(id) => {
                self.active[id as usize] = Some(active);
                id
            }
            None => {
                self.active.push(Some(active));
                self.active.len() as u32 - 1
            }
        })
    }

    /// Allows twice as many stacks; whether there may be more now.
    pub(crate) fn grow(&mut self) -> bool {
        let more = (2 * self.limit).min(self.max);
        let grown = more > self.limit;
        self.limit = more;
        grown
    }

    /// The most that there may ever be.
    pub(super) fn max(&self) -> u32 {
        self.max
    }

    /// Whether anybody waits in line.
    #[inline]
    pub fn has_line(&self) -> bool {
        *self.line != 0
    }

    /// Where those who wait in line wait.
    pub(crate) fn line(&self) -> WaitKey {
        WaitKey { addr: &raw const *self.line as u64, tag: 0 }
    }

    /// The tasks that have stacks, some of them more than once.
    pub(crate) fn holders(&self) -> impl Iterator<Item = TaskId> {
        self.active.iter().flatten().map(|active| active.task)
    }

    /// A coroutine by its number.
    pub(super) fn get(&mut self, id: u32) -> Option<&mut Active> {
        self.active.get_mut(id as usize)?.as_mut()
    }

    /// A coroutine that is not over.
    pub(super) fn any(&self) -> Option<u32> {
        self.active.iter().position(Option::is_some).map(|id| id as u32)
    }

    /// The type of the value in the scratch registers of a coroutine.
    pub(in crate::vm) fn scratch(&self, id: u32) -> RTypeId {
        self.active[id as usize].as_ref().map_or(RTypeId::NIL, |active| active.scratch)
    }

    /// The coroutine is over. Its stack is kept for the next one, if it is given back.
    pub(super) fn release(&mut self, id: u32, stack: Option<Box<dyn NativeStack>>) {
        self.active[id as usize] = None;
        self.free.push(id);
        self.in_use -= 1;
        if let Some(stack) = stack
            && self.idle.len() < KEPT
        {
            self.idle.push(stack);
        }
    }

    /// Gives stacks, as far as there are some, to those who wait longest.
    pub(crate) fn serve_line(&mut self, conc: &mut Conc) {
        while self.has_line()
            && let Some(id) = self.take(TaskId(0))
        {
            let (addr, ticket) = (self.line().addr, u64::from(id) + 1);
            let Some(task) = conc.wake_with(addr, ticket) else { break };
            if let Some(active) = self.get(id) {
                active.task = task;
            }
            self.witness = task;
        }
    }

    /// Refuses a stack to all who wait.
    pub(crate) fn refuse_line(&mut self, conc: &mut Conc) {
        while conc.wake_with(self.line().addr, Self::REFUSED).is_some() {}
    }
}
