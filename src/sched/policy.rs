//! The policy: the only place that decides which of several ready tasks runs next.
//!
//! Choices among the ready cases of a select come from the same seed, but from a sequence of their own
//! ([`Choice`] in the machine), because they are made inside the interpreter loop.

use std::collections::VecDeque;

use crate::syscall::{Choice, TaskId};

/// In which order ready tasks run.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// First in, first out: the language's rule.
    #[default]
    Fifo,
    /// Last in, first out.
    Lifo,
    /// Any, by the seed.
    Random,
}

/// The ready queue, and the order in which it is served.
pub struct Policy {
    ready: VecDeque<TaskId>,
    order: Order,
    choice: Choice,
}

impl Policy {
    /// An empty queue.
    pub fn new(order: Order, seed: u64) -> Policy {
        Policy { ready: VecDeque::new(), order, choice: Choice::new(!seed) }
    }

    /// A task has become ready.
    #[inline]
    pub fn push(&mut self, task: TaskId) {
        self.ready.push_back(task);
    }

    /// The task that runs next.
    #[inline]
    pub fn next(&mut self) -> Option<TaskId> {
        match self.order {
            Order::Fifo => self.ready.pop_front(),
            Order::Lifo => self.ready.pop_back(),
            Order::Random => {
                let n = self.ready.len() as u32;
                // Where there is nothing to choose nothing is drawn: the machine may have gone on by itself.
                if n <= 1 {
                    return self.ready.pop_front();
                }
                let at = self.choice.below(n) as usize;
                self.ready.remove(at)
            }
        }
    }

    /// Takes a task out of the queue, if it is in it.
    pub fn remove(&mut self, task: TaskId) {
        self.ready.retain(|&ready| ready != task);
    }

    /// How many are ready.
    #[inline]
    pub fn len(&self) -> usize {
        self.ready.len()
    }

    /// Whether none is ready.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.ready.is_empty()
    }
}
