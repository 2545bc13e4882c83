//! Coroutines inside a task: those of packages iter, coro and sched.
//!
//! A task is a stack of coroutine segments, of which the innermost runs. Resuming a coroutine puts it on top of the task
//! that resumes it; when it suspends itself or ends, what was below goes on. The scheduler's queues know nothing of it: if
//! the innermost segment waits, the whole task waits. A coroutine may be suspended together with those that run on top of it;
//! they go on together.
//!
//! Invariants
//! - A coroutine is suspended; or lies on top of another one that is, and goes on with that; or lies on top of exactly one task.
//! - Its place holds its own segment; but while it lies on a task, the one that is below it. So to resume a coroutine, or to
//!   suspend it, is to exchange two segments: nothing is allocated.
//! - Each has an object in the program's memory, which holds its number, until it has ended. A suspended one whose object nobody
//!   refers to can never go on.

use crate::vm::Script;

/// The number of no coroutine.
const NONE: u32 = u32::MAX;

/// The coroutines of a program, by number.
#[derive(Default)]
pub struct Coroutines {
    places: Vec<Place>,
    free: Vec<u32>,
}

struct Place {
    /// The address of its object; 0: the number is free.
    object: u64,
    /// Its segment, or the one below it.
    script: Script,
    /// While it lies on top of another one: that.
    outer: u32,
    /// While it is suspended: the innermost of those that go on with it, which may be itself.
    innermost: u32,
}

impl Default for Place {
    fn default() -> Place {
        Place { object: 0, script: Script::empty(), outer: NONE, innermost: NONE }
    }
}

/// The coroutines that lie on a task: the number of the innermost one.
#[derive(Clone, Copy)]
pub struct OnTop(u32);

impl Default for OnTop {
    fn default() -> OnTop {
        OnTop(NONE)
    }
}

impl OnTop {
    /// The coroutine in which the task runs, if it runs in one.
    pub fn innermost(self) -> Option<u32> {
        (self.0 != NONE).then_some(self.0)
    }
}

impl Coroutines {
    /// A new suspended coroutine, and its object; its number.
    pub fn add(&mut self, script: Script, object: u64) -> u32 {
        let id = self.free.pop().unwrap_or_else(|| {
            self.places.push(Place::default());
            self.places.len() as u32 - 1
        });
        self.places[id as usize] = Place { object, script, outer: NONE, innermost: id };
        id
    }

    /// Puts a suspended coroutine, with those that go on with it, on top of a task whose innermost segment is `runs`. False
    /// if it runs already, or has ended.
    pub fn resume(&mut self, id: u32, runs: &mut Script, on_top: &mut OnTop) -> bool {
        let Some(place) = self.places.get_mut(id as usize).filter(|place| place.innermost != NONE) else {
            return false;
        };
        let innermost = std::mem::replace(&mut place.innermost, NONE);
        place.outer = std::mem::replace(&mut on_top.0, innermost);
        exchange(runs, &mut self.places[innermost as usize].script);
        let mut above = innermost;
        while above != id {
            // What is below the task's segments sinks to the outermost.
            let outer = self.places[above as usize].outer;
            if let Ok([above, outer]) = self.places.get_disjoint_mut([above as usize, outer as usize]) {
                std::mem::swap(&mut above.script, &mut outer.script);
            }
            above = outer;
        }
        true
    }

    /// Takes a coroutine, which lies on a task whose innermost segment is `runs`, off it, with those on top of it.
    pub fn suspend(&mut self, id: u32, runs: &mut Script, on_top: &mut OnTop) {
        let innermost = on_top.0;
        while on_top.0 != NONE {
            let number = on_top.0;
            let place = &mut self.places[number as usize];
            exchange(runs, &mut place.script);
            on_top.0 = place.outer;
            if number == id {
                place.innermost = innermost;
                break;
            }
        }
    }

    /// The innermost segment of a task has ended: what is below it takes its place. The number of the coroutine that it was;
    /// nothing if it was the task's own.
    pub fn leave(&mut self, runs: &mut Script, on_top: &mut OnTop) -> Option<u32> {
        let number = on_top.innermost()?;
        let place = &mut self.places[number as usize];
        exchange(runs, &mut place.script);
        on_top.0 = place.outer;
        Some(number)
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

    /// The coroutines that lie on a task, the innermost first.
    pub fn on_top(&self, on_top: OnTop) -> impl Iterator<Item = u32> {
        std::iter::successors(on_top.innermost(), |&number| {
            OnTop(self.places[number as usize].outer).innermost()
        })
    }

    /// The segments of a task below the innermost one, from there outwards.
    pub fn below(&self, on_top: OnTop) -> impl Iterator<Item = &Script> {
        self.on_top(on_top).map(|number| &self.places[number as usize].script)
    }

    /// If the coroutine is suspended: what goes on when it is resumed, itself included, innermost first.
    pub fn suspended(&self, id: u32) -> impl Iterator<Item = (u32, &Script)> {
        let innermost = self.places.get(id as usize).map_or(NONE, |place| place.innermost);
        let numbers = self.on_top(OnTop(innermost)).scan(false, move |over, number| {
            let is_over = std::mem::replace(over, number == id);
            (!is_over).then_some(number)
        });
        numbers.map(|number| (number, &self.places[number as usize].script))
    }

    /// The objects of suspended coroutines that cannot just be forgotten, because native code lies on their stacks.
    pub fn held(&self) -> impl Iterator<Item = u64> {
        let holds = |id: &u32| self.suspended(*id).any(|(_, script)| script.holds_natives());
        (0..self.places.len() as u32).filter(holds).map(|id| self.object(id))
    }

    /// Forgets suspended coroutines that nobody can resume any more. To be called after each collection.
    pub fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        for id in 0..self.places.len() as u32 {
            let object = self.object(id);
            if object == 0 || survived(object) {
                continue;
            }
            let forgotten: Vec<u32> = self.suspended(id).map(|(number, _)| number).collect();
            for number in forgotten {
                self.remove(number);
            }
        }
    }
}

/// Puts another segment on top of a task; what it was goes on later. Whose it is, it keeps.
fn exchange(runs: &mut Script, other: &mut Script) {
    other.owner = runs.owner;
    std::mem::swap(runs, other);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coroutines_go_on_together() {
        let mut all = Coroutines::default();
        let (mut runs, mut on_top) = (Script::sized(100), OnTop::default());
        let (a, b, c) =
            (all.add(Script::sized(101), 1), all.add(Script::sized(102), 2), all.add(Script::sized(103), 3));
        let is = |runs: &Script, all: &Coroutines, on_top: OnTop, segments: &[usize]| {
            let found: Vec<usize> =
                std::iter::once(runs).chain(all.below(on_top)).map(Script::capacity).collect();
            assert_eq!(found, segments);
        };
        for id in [a, b, c] {
            assert!(all.resume(id, &mut runs, &mut on_top));
            assert!(!all.resume(id, &mut runs, &mut on_top), "it runs already");
        }
        is(&runs, &all, on_top, &[103, 102, 101, 100]);
        all.suspend(b, &mut runs, &mut on_top);
        is(&runs, &all, on_top, &[101, 100]);
        assert_eq!(
            all.suspended(b).map(|(number, script)| (number, script.capacity())).collect::<Vec<_>>(),
            [(c, 103), (b, 102)]
        );
        assert!(!all.resume(c, &mut runs, &mut on_top), "it goes on with the other one");
        all.suspend(a, &mut runs, &mut on_top);
        is(&runs, &all, on_top, &[100]);
        // The other way round.
        assert!(all.resume(b, &mut runs, &mut on_top));
        is(&runs, &all, on_top, &[103, 102, 100]);
        assert!(all.resume(a, &mut runs, &mut on_top));
        is(&runs, &all, on_top, &[101, 103, 102, 100]);
        assert_eq!(all.leave(&mut runs, &mut on_top), Some(a));
        assert_eq!(all.remove(a), 1);
        is(&runs, &all, on_top, &[103, 102, 100]);
        all.suspend(b, &mut runs, &mut on_top);
        all.forget_unreachable(|_| false);
        assert!(!all.resume(b, &mut runs, &mut on_top), "it is forgotten");
        assert_eq!((all.leave(&mut runs, &mut on_top), runs.capacity()), (None, 100));
    }
}
