//! Coroutines inside a task: those of packages iter, coro and sched.
//!
//! A task is a stack of coroutine segments, of which the innermost runs. Resuming a coroutine puts it on top of the task
//! that resumes it; when it suspends itself or ends, what was below goes on. The scheduler's queues know nothing of it: if
//! the innermost segment waits, the whole task waits. A coroutine may be suspended together with those that run on top of it;
//! they go on together.
//!
//! Invariants
//! - A coroutine is suspended, and then its segment is here; or on top of another one that is, and lies with that; or on top of
//!   exactly one task, which then keeps its number beside the segment below.
//! - Each has an object in the program's memory, which holds its number, until it has ended. A suspended one whose object nobody
//!   refers to can never go on.

use crate::vm::Script;

/// The coroutines of a program, by number.
#[derive(Default)]
pub struct Coroutines {
    places: Vec<Place>,
    free: Vec<u32>,
}

#[derive(Default)]
struct Place {
    /// The address of its object; 0: the number is free.
    object: u64,
    /// What goes on when it is resumed; nothing while it runs, or lies on top of another.
    suspended: Option<Suspended>,
}

/// A coroutine that is suspended.
pub struct Suspended {
    /// Its segment.
    pub script: Script,
    /// The coroutines that were suspended with it, the outermost first, each with its number.
    pub above: Vec<(Script, u32)>,
}

impl Coroutines {
    /// A new suspended coroutine, and its object; its number.
    pub fn add(&mut self, script: Script, object: u64) -> u32 {
        let place = Place { object, suspended: Some(Suspended { script, above: Vec::new() }) };
        match self.free.pop() {
            Some(id) => {
                self.places[id as usize] = place;
                id
            }
            None => {
                self.places.push(place);
                self.places.len() as u32 - 1
            }
        }
    }

    /// Takes a suspended coroutine to run it; nothing if it runs already or has ended.
    pub fn take(&mut self, id: u32) -> Option<Suspended> {
        self.places.get_mut(id as usize)?.suspended.take()
    }

    /// Puts a coroutine back that has suspended itself.
    pub fn put(&mut self, id: u32, suspended: Suspended) {
        self.places[id as usize].suspended = Some(suspended);
    }

    /// Gives the number of a coroutine that has ended free. Gives its object, which is one of no coroutine any more.
    pub fn remove(&mut self, id: u32) -> u64 {
        self.free.push(id);
        std::mem::take(&mut self.places[id as usize]).object
    }

    /// The object of a coroutine that has not ended.
    pub fn object(&self, id: u32) -> u64 {
        self.places[id as usize].object
    }

    /// A coroutine that is suspended.
    pub fn suspended(&self, id: u32) -> Option<&Suspended> {
        self.places.get(id as usize)?.suspended.as_ref()
    }

    /// The objects of suspended coroutines that cannot just be forgotten, because native code lies on their stacks.
    pub fn held(&self) -> impl Iterator<Item = u64> {
        let holds = |suspended: &Suspended| suspended.segments().any(Script::holds_natives);
        let held = move |place: &&Place| place.suspended.as_ref().is_some_and(holds);
        self.places.iter().filter(held).map(|place| place.object)
    }

    /// Forgets suspended coroutines that nobody can resume any more. To be called after each collection.
    pub fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        for id in 0..self.places.len() {
            let place = &mut self.places[id];
            if place.object == 0 || survived(place.object) {
                continue;
            }
            if let Some(suspended) = place.suspended.take() {
                for number in suspended.above.iter().map(|&(_, number)| number).chain([id as u32]) {
                    self.remove(number);
                }
            }
        }
    }
}

impl Suspended {
    /// Its segments, the outermost first.
    pub fn segments(&self) -> impl Iterator<Item = &Script> {
        std::iter::once(&self.script).chain(self.above.iter().map(|(script, _)| script))
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
