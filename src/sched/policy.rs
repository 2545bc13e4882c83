//! The policy: the only place that decides which of several ready tasks runs next.
//!
//! Choices among the ready cases of a select come from the same seed, but from a sequence of their own
//! ([`Choice`] in the machine), because they are made inside the interpreter loop.

use std::collections::VecDeque;

use crate::syscall::Choice;
use crate::vm::{Ready, Script};

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

/// The order in which the ready queue is served.
pub struct Policy {
    order: Order,
    choice: Choice,
    /// What has been taken out of the queue to choose from it; nothing if it is served in its own order.
    pool: VecDeque<*mut Script>,
}

impl Policy {
    /// Nobody has been chosen yet.
    pub fn new(order: Order, seed: u64) -> Policy {
        Policy { order, choice: Choice::new(!seed), pool: VecDeque::new() }
    }

    /// Whether the first of the queue is always the next.
    #[inline]
    pub fn is_fifo(&self) -> bool {
        self.order == Order::Fifo
    }

    /// Takes the coroutine that runs next; null if none is ready.
    #[inline]
    pub fn next(&mut self, ready: &mut Ready) -> *mut Script {
        if self.is_fifo() { ready.pop() } else { self.choose(ready).unwrap_or(std::ptr::null_mut()) }
    }

    #[cold]
    fn choose(&mut self, ready: &mut Ready) -> Option<*mut Script> {
        while !ready.is_empty() {
            self.pool.push_back(ready.pop());
        }
        match self.order {
            Order::Lifo => self.pool.pop_back(),
            Order::Random if self.pool.len() > 1 => {
                let at = self.choice.below(self.pool.len() as u32) as usize;
                // The last one takes its place: any order is as good, and this costs the same however many there are.
                self.pool.swap_remove_back(at)
            }
            // Where there is nothing to choose nothing is drawn.
            Order::Random | Order::Fifo => self.pool.pop_front(),
        }
    }

    /// Takes a coroutine out, if it is ready.
    pub fn remove(&mut self, ready: &mut Ready, gone: *const Script) {
        if !ready.remove(gone) {
            self.pool.retain(|&ready| !std::ptr::eq(ready, gone));
        }
    }

    /// Whether none is ready.
    #[inline]
    pub fn is_empty(&self, ready: &Ready) -> bool {
        ready.is_empty() && self.pool.is_empty()
    }

    /// How many are ready.
    #[inline]
    pub fn len(&self, ready: &Ready) -> usize {
        ready.len() + self.pool.len()
    }
}
