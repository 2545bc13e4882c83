//! What a run has cost, besides the heap.

use super::run::Scheduler;

/// How long collections have kept tasks from running, in nanoseconds of the host's clock.
pub(super) struct Pauses {
    longest: u64,
    total: u64,
    /// When the scheduler was made.
    began: i64,
}

impl Pauses {
    /// None so far.
    pub fn new(now: i64) -> Pauses {
        Pauses { longest: 0, total: 0, began: now }
    }

    /// One more.
    pub fn add(&mut self, nanos: i64) {
        let nanos = nanos.max(0) as u64;
        self.longest = self.longest.max(nanos);
        self.total += nanos;
    }
}

/// What a run has cost, besides the heap. Times in nanoseconds of the host's clock.
#[derive(Clone, Copy, Debug)]
pub struct Costs {
    /// How long the longest collection took.
    pub longest_pause: u64,
    /// How long all of them took.
    pub total_pause: u64,
    /// Since the scheduler was made.
    pub elapsed: u64,
    /// Tasks that have been started.
    pub tasks: u64,
    /// The most that have lived at once.
    pub peak_tasks: u32,
    /// Turns that tasks have had.
    pub turns: u64,
}

impl Scheduler {
    /// What the run has cost so far.
    pub fn costs(&self) -> Costs {
        Costs {
            longest_pause: self.pauses.longest,
            total_pause: self.pauses.total,
            elapsed: (self.machine.host.glance() - self.pauses.began).max(0) as u64,
            tasks: self.core.tasks.total(),
            peak_tasks: self.core.tasks.peak(),
            turns: self.core.total_turns,
        }
    }
}
