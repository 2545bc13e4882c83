//! Coroutines inside a task: those of packages iter and coro.
//!
//! A task is a stack of coroutine segments, of which the innermost runs. Resuming a coroutine puts it on top of the task
//! that resumes it; when it suspends itself or ends, what was below goes on. The scheduler's queues know nothing of it: if
//! the innermost segment waits, the whole task waits.
//!
//! Invariant: a coroutine is either suspended, and then its segment is here, or on top of exactly one task, which then
//! keeps its number beside the segment below.

use crate::vm::Script;

/// The suspended coroutines of a program, by number.
#[derive(Default)]
pub struct Coroutines {
    places: Vec<Option<Script>>,
    free: Vec<u32>,
}

impl Coroutines {
    /// A new suspended coroutine; its number.
    pub fn add(&mut self, script: Script) -> u32 {
        match self.free.pop() {
            Some(id) => {
                self.places[id as usize] = Some(script);
                id
            }
            None => {
                self.places.push(Some(script));
                self.places.len() as u32 - 1
            }
        }
    }

    /// Takes a suspended coroutine to run it; nothing if it runs already or has ended.
    pub fn take(&mut self, id: u32) -> Option<Script> {
        self.places.get_mut(id as usize)?.take()
    }

    /// Puts a coroutine back that has suspended itself.
    pub fn put(&mut self, id: u32, script: Script) {
        self.places[id as usize] = Some(script);
    }

    /// Gives the number of a coroutine that has ended free.
    pub fn remove(&mut self, id: u32) {
        self.free.push(id);
    }

    /// All suspended coroutines.
    pub fn iter(&self) -> impl Iterator<Item = &Script> {
        self.places.iter().flatten()
    }
}

/// The segments below the one that runs, the outermost first, each with the number of the coroutine above it.
#[derive(Default)]
pub struct Below(Option<Box<Vec<(Script, u32)>>>);

impl Below {
    /// Puts what ran until now below coroutine `above`.
    pub fn push(&mut self, script: Script, above: u32) {
        self.0.get_or_insert_default().push((script, above));
    }

    /// Takes the segment that goes on when the one above it stops, and the number of that.
    pub fn pop(&mut self) -> Option<(Script, u32)> {
        self.0.as_mut()?.pop()
    }

    /// The numbers of the coroutines that run, innermost first.
    pub fn numbers(&self) -> impl Iterator<Item = u32> {
        self.0.iter().flat_map(|below| below.iter().rev().map(|&(_, number)| number))
    }

    /// Whether the task's first segment runs.
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|below| below.is_empty())
    }

    /// The segments, innermost first.
    pub fn iter(&self) -> impl Iterator<Item = &Script> {
        self.0.iter().flat_map(|below| below.iter().rev().map(|(script, _)| script))
    }
}
