//! Sleeping tasks and timers.
//!
//! What is pending lies in slots, and a heap of their deadlines knows which comes first. A slot knows its place in the heap, so
//! that stopping a timer, which most timers come to, costs no search.
//!
//! Invariants
//! - What is pending is ordered by deadline, then by creation (or by the last Reset): the order in which it fires.
//! - A timer that has fired for the last time, or was stopped, is forgotten. Its slot is used again, its number is not.

use crate::syscall::{TaskId, TimerAction, TimerSpec};

/// So many nodes of the heap lie below each: fewer levels than with two, and they lie together.
const BELOW: usize = 4;

/// What names something pending: its number above its slot. 0 is nothing.
pub(super) type Id = u64;

/// The number of a timer for people: timers and sleeps are counted from 1.
pub(super) fn number(id: Id) -> u64 {
    id >> 32
}

/// What is due at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// A sleeping task.
    Wake(TaskId),
    /// A timer.
    Timer(Id),
}

/// A deadline in the heap. `sequence` grows, and decides between equal times.
#[derive(Clone, Copy)]
struct Node {
    when: i64,
    sequence: u64,
    slot: u32,
}

impl Node {
    fn is_before(&self, other: &Node) -> bool {
        (self.when, self.sequence) < (other.when, other.sequence)
    }
}

struct Slot {
    /// The place in the heap; the next free slot if it is free.
    at: u32,
    /// The last number that it had.
    number: u32,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Free,
    Wake(TaskId),
    Timer { action: TimerAction, period: i64 },
}

/// All that is pending.
#[derive(Default)]
pub(super) struct Timers {
    heap: Vec<Node>,
    /// The first is none.
    slots: Vec<Slot>,
    free: u32,
    sequence: u64,
    /// The number that was given last to a timer.
    last: u32,
}

impl Timers {
    pub fn is_empty(&self) -> bool {
        self.heap.is_empty()
    }

    fn insert(&mut self, when: i64, number: u32, what: What) -> Id {
        self.sequence += 1;
        if self.slots.is_empty() {
            self.slots.push(Slot { at: 0, number: 0, what: What::Free });
        }
        let at = self.heap.len() as u32;
        let slot = match self.free {
            0 => {
                self.slots.push(Slot { at, number, what });
                (self.slots.len() - 1) as u32
            }
            free => {
                let slot = &mut self.slots[free as usize];
                self.free = slot.at;
                *slot = Slot { at, number, what };
                free
            }
        };
        self.heap.push(Node { when, sequence: self.sequence, slot });
        self.rise(at as usize);
        u64::from(number) << 32 | u64::from(slot)
    }

    /// Puts a node that may come before those above it where it belongs.
    fn rise(&mut self, mut at: usize) {
        let node = self.heap[at];
        while at > 0 {
            let above = (at - 1) / BELOW;
            if !node.is_before(&self.heap[above]) {
                break;
            }
            self.put(at, self.heap[above]);
            at = above;
        }
        self.put(at, node);
    }

    /// Puts a node that may come after those below it where it belongs.
    fn sink(&mut self, mut at: usize) {
        let node = self.heap[at];
        loop {
            let first = at * BELOW + 1;
            let below = first..(first + BELOW).min(self.heap.len());
            let Some(least) = below.reduce(|a, b| if self.heap[b].is_before(&self.heap[a]) { b } else { a })
            else {
                break;
            };
            if !self.heap[least].is_before(&node) {
                break;
            }
            self.put(at, self.heap[least]);
            at = least;
        }
        self.put(at, node);
    }

    fn put(&mut self, at: usize, node: Node) {
        self.heap[at] = node;
        self.slots[node.slot as usize].at = at as u32;
    }

    /// Takes the node at a place out of the heap, and frees its slot.
    fn remove(&mut self, at: usize) {
        let slot = self.heap[at].slot;
        self.release(slot);
        let Some(last) = self.heap.pop() else { return };
        if at < self.heap.len() {
            self.put(at, last);
            self.rise(at);
            self.sink(self.slots[last.slot as usize].at as usize);
        }
    }

    fn release(&mut self, slot: u32) {
        let freed = &mut self.slots[slot as usize];
        freed.what = What::Free;
        freed.at = self.free;
        self.free = slot;
    }

    /// Wakes a task at `when`; by what it gives that can be forgotten.
    pub fn sleep(&mut self, when: i64, task: TaskId) -> Id {
        self.insert(when, 0, What::Wake(task))
    }

    /// Forgets that a task sleeps.
    pub fn forget_sleeper(&mut self, task: TaskId, id: Id) {
        if let Some(slot) = self.slots.get(id as u32 as usize)
            && matches!(slot.what, What::Wake(sleeper) if sleeper == task)
        {
            self.remove(slot.at as usize);
        }
    }

    /// A new timer.
    pub fn start(&mut self, spec: TimerSpec) -> Id {
        self.last = self.last.wrapping_add(1).max(1);
        self.insert(spec.when, self.last, What::Timer { action: spec.action, period: spec.period })
    }

    /// Stops a timer. Whether it was still to fire.
    pub fn stop(&mut self, id: Id) -> bool {
        let Some(slot) = self.slots.get(id as u32 as usize) else { return false };
        let pending = matches!(slot.what, What::Timer { .. }) && u64::from(slot.number) == number(id);
        if pending {
            self.remove(slot.at as usize);
        }
        pending
    }

    /// The deadline that comes first.
    pub fn first(&self) -> Option<i64> {
        self.heap.first().map(|node| node.when)
    }

    /// The first deadline of something that counts: a sleeping task, or a timer of which `counts` says that it does.
    pub fn first_counting(&self, counts: impl Fn(&TimerAction) -> bool) -> Option<i64> {
        let counts = |node: &&Node| match &self.slots[node.slot as usize].what {
            What::Wake(_) => true,
            What::Timer { action, .. } => counts(action),
            What::Free => false,
        };
        let first = self.heap.first()?;
        if counts(&first) {
            return Some(first.when);
        }
        self.heap.iter().filter(counts).map(|node| node.when).min()
    }

    /// Takes what is due first, if it is due at `now`; a timer with a period is set for the next time.
    pub fn take_due(&mut self, now: i64) -> Option<(Due, Option<TimerAction>)> {
        let &Node { when, slot: place, .. } = self.heap.first()?;
        if when > now {
            return None;
        }
        let slot = &self.slots[place as usize];
        let id = u64::from(slot.number) << 32 | u64::from(place);
        match slot.what {
            What::Wake(task) => {
                self.remove(0);
                Some((Due::Wake(task), None))
            }
            What::Timer { action, period } if period > 0 => {
                self.sequence += 1;
                let first = &mut self.heap[0];
                // Ticks that were missed are dropped.
                first.when += period * (1 + (now - when) / period);
                first.sequence = self.sequence;
                self.sink(0);
                Some((Due::Timer(id), Some(action)))
            }
            What::Timer { action, .. } => {
                self.remove(0);
                Some((Due::Timer(id), Some(action)))
            }
            What::Free => None,
        }
    }

    fn actions(&self) -> impl Iterator<Item = TimerAction> {
        self.heap.iter().filter_map(|node| match self.slots[node.slot as usize].what {
            What::Timer { action, .. } => Some(action),
            What::Wake(_) | What::Free => None,
        })
    }

    /// Every address that timers keep alive: not their channels, since a time that nobody can receive need not be sent.
    pub fn addresses(&self, mut each: impl FnMut(u64)) {
        for action in self.actions() {
            match action {
                TimerAction::Send { loc, .. } => each(loc),
                TimerAction::Call(call) => {
                    [call.closure, call.starter, call.scope].into_iter().for_each(&mut each)
                }
                TimerAction::Interrupt(alarm) => each(alarm),
                TimerAction::Expire { .. } => {}
            }
        }
    }

    /// The alarms that are set.
    pub fn alarms(&self) -> impl Iterator<Item = u64> {
        self.actions().filter_map(|action| match action {
            TimerAction::Interrupt(alarm) => Some(alarm),
            TimerAction::Send { .. } | TimerAction::Call(_) | TimerAction::Expire { .. } => None,
        })
    }

    /// Forgets the timers whose channel is gone. To be called after each collection.
    pub fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        let (mut kept, before) = (0, self.heap.len());
        for at in 0..before {
            let node = self.heap[at];
            match self.slots[node.slot as usize].what {
                What::Timer { action: TimerAction::Send { chan, .. }, .. } if !survived(chan) => {
                    self.release(node.slot);
                }
                _ => {
                    self.put(kept, node);
                    kept += 1;
                }
            }
        }
        if kept == 0 {
            // So many slots may never be needed again.
            *self = Timers { sequence: self.sequence, last: self.last, ..Timers::default() };
            return;
        }
        if kept == before {
            return;
        }
        self.heap.truncate(kept);
        // From the last one that has something below it, each comes where it belongs.
        for at in (0..kept.div_ceil(BELOW)).rev() {
            self.sink(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syscall::TimedCall;

    #[test]
    fn due_in_order_of_deadline_then_creation() {
        let mut timers = Timers::default();
        for (when, task) in [(20, 1), (10, 2), (20, 3), (10, 4)] {
            timers.sleep(when, TaskId(task));
        }
        let mut order = Vec::new();
        while let Some((Due::Wake(task), _)) = timers.take_due(20) {
            order.push(task.0);
        }
        assert_eq!(order, [2, 4, 1, 3]);
    }

    #[test]
    fn stopped_timers_do_not_fire_and_tickers_do_again() {
        let mut timers = Timers::default();
        let action = TimerAction::Call(TimedCall { closure: 8, starter: 0, scope: 0, by_go: false });
        let once = timers.start(TimerSpec { when: 5, period: 0, action });
        let often = timers.start(TimerSpec { when: 6, period: 10, action });
        assert!(timers.stop(once));
        assert!(!timers.stop(once));
        assert_eq!(timers.take_due(5), None);
        assert_eq!(timers.take_due(37), Some((Due::Timer(often), Some(action))));
        assert_eq!(timers.first(), Some(46));
        assert!(timers.stop(often));
        for chan in [16, 32] {
            timers.start(TimerSpec { when: 5, period: 0, action: TimerAction::Send { chan, loc: 0 } });
        }
        timers.forget_unreachable(|chan| chan == 32);
        assert_eq!(timers.heap.len(), 1);
        timers.forget_unreachable(|_| false);
        assert!(timers.is_empty() && timers.actions().next().is_none());
    }

    #[test]
    fn the_heap_agrees_with_a_list_that_is_searched() {
        let action = TimerAction::Call(TimedCall { closure: 8, starter: 0, scope: 0, by_go: false });
        let (mut timers, mut random) = (Timers::default(), 1u64);
        let mut list: Vec<(i64, usize, Id)> = Vec::new();
        for step in 0..20_000 {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (what, value) = ((random >> 33) % 5, (random >> 40) as i64 % 1000);
            match what {
                0..=1 => {
                    let id = timers.start(TimerSpec { when: value, period: 0, action });
                    assert!(list.iter().all(|&(_, _, other)| other != id));
                    list.push((value, step, id));
                }
                2 if !list.is_empty() => {
                    let (_, _, id) = list.swap_remove(value as usize % list.len());
                    assert!(timers.stop(id) && !timers.stop(id));
                }
                3 => {
                    let first = list.iter().min().copied();
                    let due = timers.take_due(i64::MAX).map(|(due, _)| due);
                    assert_eq!(due, first.map(|(_, _, id)| Due::Timer(id)));
                    list.retain(|&entry| Some(entry) != first);
                }
                _ if step % 97 == 0 => {
                    timers.start(TimerSpec {
                        when: 5,
                        period: 0,
                        action: TimerAction::Send { chan: 16, loc: 0 },
                    });
                    timers.forget_unreachable(|_| false);
                }
                _ => {}
            }
            assert_eq!(timers.first(), list.iter().min().map(|entry| entry.0));
        }
    }
}
