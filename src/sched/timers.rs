//! Sleeping tasks and timers.
//!
//! Invariants
//! - What is pending is ordered by deadline, then by creation (or by the last Reset): the order in which it fires.
//! - A timer that has fired for the last time, or was stopped, is forgotten. Numbers are not used again.

use std::collections::BTreeMap;

use hashbrown::HashMap;

use crate::syscall::{TaskId, TimerAction, TimerSpec};

/// Deadline in nanoseconds, then a number that grows.
pub(super) type Key = (i64, u64);

/// What is due at some time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// A sleeping task.
    Wake(TaskId),
    /// The timer of this number.
    Timer(u64),
}

struct Timer {
    action: TimerAction,
    period: i64,
    key: Key,
}

/// All that is pending.
#[derive(Default)]
pub(super) struct Timers {
    pending: BTreeMap<Key, Due>,
    timers: HashMap<u64, Timer>,
    sequence: u64,
    last: u64,
}

impl Timers {
    pub fn is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    fn insert(&mut self, when: i64, due: Due) -> Key {
        self.sequence += 1;
        let key = (when, self.sequence);
        self.pending.insert(key, due);
        key
    }

    /// Wakes a task at `when`; its place, by which it can be forgotten.
    pub fn sleep(&mut self, when: i64, task: TaskId) -> Key {
        self.insert(when, Due::Wake(task))
    }

    /// Forgets that a task sleeps.
    pub fn forget_sleeper(&mut self, task: TaskId, key: Key) {
        if self.pending.get(&key) == Some(&Due::Wake(task)) {
            self.pending.remove(&key);
        }
    }

    /// A new timer; its number.
    pub fn start(&mut self, spec: TimerSpec) -> u64 {
        self.last += 1;
        let id = self.last;
        let key = self.insert(spec.when, Due::Timer(id));
        self.timers.insert(id, Timer { action: spec.action, period: spec.period, key });
        id
    }

    /// Stops a timer. Whether it was still to fire.
    pub fn stop(&mut self, id: u64) -> bool {
        self.timers.remove(&id).is_some_and(|timer| self.pending.remove(&timer.key).is_some())
    }

    /// The deadline that comes first.
    pub fn first(&self) -> Option<i64> {
        self.pending.keys().next().map(|key| key.0)
    }

    /// The first deadline of something that counts: a sleeping task, or a timer of which `counts` says that it does.
    pub fn first_counting(&self, counts: impl Fn(&TimerAction) -> bool) -> Option<i64> {
        let counts = |due: &Due| match due {
            Due::Wake(_) => true,
            Due::Timer(id) => counts(&self.timers[id].action),
        };
        self.pending.iter().find(|(_, due)| counts(due)).map(|(key, _)| key.0)
    }

    /// Takes what is due first, if it is due at `now`; a timer with a period is set for the next time.
    pub fn take_due(&mut self, now: i64) -> Option<(Due, Option<TimerAction>)> {
        let (&key, &due) = self.pending.first_key_value()?;
        if key.0 > now {
            return None;
        }
        self.pending.remove(&key);
        let Due::Timer(id) = due else { return Some((due, None)) };
        let &Timer { action, period, .. } = self.timers.get(&id)?;
        if period > 0 {
            // Ticks that were missed are dropped.
            let next = key.0 + period * (1 + (now - key.0) / period);
            let key = self.insert(next, due);
            self.timers.insert(id, Timer { action, period, key });
        } else {
            self.timers.remove(&id);
        }
        Some((due, Some(action)))
    }

    /// Every address that timers keep alive: not their channels, since a time that nobody can receive need not be sent.
    pub fn addresses(&self, mut each: impl FnMut(u64)) {
        for timer in self.timers.values() {
            match timer.action {
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
        self.timers.values().filter_map(|timer| match timer.action {
            TimerAction::Interrupt(alarm) => Some(alarm),
            TimerAction::Send { .. } | TimerAction::Call(_) | TimerAction::Expire { .. } => None,
        })
    }

    /// Forgets the timers whose channel is gone. To be called after each collection.
    pub fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        let pending = &mut self.pending;
        self.timers.retain(|_, timer| match timer.action {
            TimerAction::Send { chan, .. } if !survived(chan) => {
                pending.remove(&timer.key);
                false
            }
            TimerAction::Send { .. }
            | TimerAction::Call(_)
            | TimerAction::Interrupt(_)
            | TimerAction::Expire { .. } => true,
        });
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
        assert_eq!(timers.pending.len(), 1);
        timers.forget_unreachable(|_| false);
        assert!(timers.is_empty() && timers.timers.is_empty());
    }
}
