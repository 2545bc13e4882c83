//! What is to be called when objects are dead: finalizers and cleanups.
//!
//! Invariants
//! - No address here keeps its object alive, but what is to be called is a root, with all that it holds.
//! - What an object with a finalizer refers to is kept alive for the finalizer, the object itself is not: so of objects that refer to
//!   each other the first comes first, and the next when that is gone; a ring of them is never found dead. (This is Go's rule.)
//! - Whether an object is dead is decided once in a collection, when all else is marked. A finalizer's object lives once more then.
//!   A cleanup is called when there is nothing left of its object.
//! - Finalizers wait to be called in the reverse order in which they were set, cleanups in the order of their objects, those of one
//!   address in the reverse order. (Go promises nothing; this is what its programs see.)

use std::cmp::Reverse;
use std::collections::{BTreeMap, VecDeque};

use hashbrown::HashMap;

use super::mark::Marker;

/// A call that is due: of a closure with an interface value, whose words these are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DueCall {
    /// The closure, a `func(any)`.
    pub closure: u64,
    /// Its argument: a finalizer's object, or nil.
    pub object: (u64, u64),
}

#[derive(Debug)]
struct Finalizer {
    /// The type word of the pointer to the object.
    ty: u64,
    closure: u64,
    /// Grows with each.
    number: u64,
}

#[derive(Debug)]
struct Cleanup {
    addr: u64,
    closure: u64,
}

/// All finalizers and cleanups of a program.
#[derive(Debug, Default)]
pub struct Finalizers {
    /// By the address of the object.
    finalizers: HashMap<u64, Finalizer>,
    /// By number.
    cleanups: BTreeMap<u64, Cleanup>,
    due: VecDeque<DueCall>,
    last: u64,
    /// The closure that makes the calls that are due, until there are none.
    runner: u64,
    /// Whether it is under way.
    runs: bool,
}

impl Finalizers {
    /// Whether there is nothing to be marked, nor to be looked for.
    pub fn is_empty(&self) -> bool {
        self.finalizers.is_empty() && self.cleanups.is_empty() && self.due.is_empty()
    }

    /// Sets what is called with the object at `addr`, by a pointer of type `ty`, when that is dead. False if there is something
    /// already.
    pub fn set(&mut self, addr: u64, ty: u64, closure: u64) -> bool {
        if self.finalizers.contains_key(&addr) {
            return false;
        }
        self.last += 1;
        self.finalizers.insert(addr, Finalizer { ty, closure, number: self.last });
        true
    }

    /// Nothing is called any more with the object at `addr`.
    pub fn unset(&mut self, addr: u64) {
        self.finalizers.remove(&addr);
    }

    /// Sets what is called, besides all else, when the object into which `addr` points is gone. The number tells it from others.
    pub fn add_cleanup(&mut self, addr: u64, closure: u64) -> u64 {
        self.last += 1;
        self.cleanups.insert(self.last, Cleanup { addr, closure });
        self.last
    }

    /// The cleanup of this number is not called, unless it is due already.
    pub fn stop_cleanup(&mut self, number: u64) {
        self.cleanups.remove(&number);
    }

    /// The closure that makes the calls, without captures or arguments.
    pub fn set_runner(&mut self, closure: u64) {
        self.runner = closure;
    }

    /// The closure that has to be called now, because calls are due and nobody makes them: it is under way from now on.
    pub fn start_runner(&mut self) -> Option<u64> {
        let starts = !self.runs && !self.due.is_empty();
        self.runs |= starts;
        starts.then_some(self.runner)
    }

    /// The calls are not made any more, because there are none or because one of them has ended that.
    pub fn runner_ends(&mut self) {
        self.runs = false;
    }

    /// Whether calls are being made.
    pub fn is_running(&self) -> bool {
        self.runs
    }

    /// The next call that is due.
    pub fn next_due(&mut self) -> Option<DueCall> {
        self.due.pop_front()
    }

    /// Marks what will be called, and what is kept for it; all other roots have been named.
    pub fn mark(&self, marker: &mut Marker<'_>) {
        for call in &self.due {
            marker.pointer(call.closure);
            marker.iface(call.object.0, call.object.1);
        }
        for cleanup in self.cleanups.values() {
            marker.pointer(cleanup.closure);
        }
        for (&addr, finalizer) in &self.finalizers {
            marker.pointer(finalizer.closure);
            marker.contents(addr);
        }
    }

    /// Finds out what is dead. All that is reachable is marked, and so will that be to which something is done yet.
    pub fn settle(&mut self, marker: &mut Marker<'_>) {
        let mut dead: Vec<_> = self.finalizers.extract_if(|&addr, _| !marker.is_marked(addr)).collect();
        dead.sort_unstable_by_key(|(_, finalizer)| Reverse(finalizer.number));
        for (addr, Finalizer { ty, closure, .. }) in dead {
            marker.pointer(addr);
            self.due.push_back(DueCall { closure, object: (ty, addr) });
        }
        let mut dead: Vec<_> =
            self.cleanups.extract_if(.., |_, cleanup| !marker.is_marked(cleanup.addr)).collect();
        let mut first = HashMap::new();
        for (number, cleanup) in &dead {
            first.entry(marker.object_at(cleanup.addr)).or_insert(*number);
        }
        dead.sort_by_key(|(number, cleanup)| {
            (first[&marker.object_at(cleanup.addr)], cleanup.addr, Reverse(*number))
        });
        self.due.extend(
            dead.into_iter().map(|(_, cleanup)| DueCall { closure: cleanup.closure, object: (0, 0) }),
        );
    }
}
