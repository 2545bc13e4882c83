//! What belongs where: the record that a new task gets from the one on whose behalf it is started, who may start none, and who is
//! left when the program is shut down.
//!
//! Invariant: what the library starts for itself belongs to no scope, but knows the one in which it was started; functions of the
//! program that it calls belong there.

use std::collections::{HashMap, HashSet};

use super::core::Core;
use super::run::{End, Loader, Scheduler};
use crate::bytecode::{FuncFlags, FuncId};
use crate::syscall::{TaskId, TimedCall, WaitReason};
use crate::task::Task;
use crate::vm::{Machine, Record, Script, State, record_flags};

/// What a task gets from the one on whose behalf it was started.
struct Heir {
    /// The scope of what it starts, or 0.
    scope: u64,
    /// Its panic kills the program, as in Go.
    by_go: bool,
    /// It belongs to the scope, which waits for it.
    enters: bool,
}

/// Whether a file that is Go and nothing else starts `func`: the innermost code of the program says so, or, where the library
/// is alone, the function itself.
fn is_by_go(m: &Machine, s: &Script, func: FuncId) -> bool {
    let place = m.program_place_number(s);
    let func = if place == 0 { func } else { m.function_of(place) };
    !m.program.function(func).flags.has(FuncFlags::SCRIPT)
}

/// Whether what a function starts is an affair of the library. What package sync starts is not: it calls the program's functions.
fn is_of_library(m: &Machine, func: FuncId) -> bool {
    let function = m.program.function(func);
    function.flags.has(FuncFlags::LIBRARY) && !function.name.starts_with("sync.")
}

impl Core {
    /// A goroutine that a `go` statement starts in a task with a record gets one as well, in the same scope.
    #[cold]
    pub(super) fn inherit(&mut self, m: &mut Machine, parent: TaskId, child: TaskId, func: FuncId) {
        let task = self.tasks.get(parent);
        let old = Record(task.record);
        let spawned = m.user_place_number(&task.script);
        let of_library = is_of_library(m, m.function_of(m.place_number(&task.script)));
        let heir = Heir {
            scope: m.scope_of(old).0,
            by_go: is_by_go(m, &task.script, func),
            // It is the library's own affair, but what programs do in it is theirs.
            enters: !of_library || !is_of_library(m, func),
        };
        let Some(record) = self.endow(m, old, child, heir) else { return };
        record.set_spawned(spawned);
    }

    /// Gives a new task a record, of which `old` is the parent.
    fn endow(&mut self, m: &mut Machine, old: Record, child: TaskId, heir: Heir) -> Option<Record> {
        let record = m.new_record(old)?;
        if heir.by_go {
            record.set_flags(record_flags::GO);
        }
        record.set_parent(m.living(old).0);
        if heir.scope != 0 && heir.enters {
            record.enter(heir.scope);
        } else {
            record.set_scope(heir.scope);
        }
        self.adopt(m, child, record);
        Some(record)
    }

    /// Notes for what is set to be called later on whose behalf that is: the current task's.
    pub(super) fn on_behalf(&self, m: &Machine, call: &mut TimedCall) {
        let task = self.tasks.get(self.current);
        if task.record != 0 {
            call.starter = task.record;
            call.scope = Record(task.record).scope();
            call.by_go = is_by_go(m, &task.script, m.closure_func(call.closure));
        }
    }

    /// Starts the task of a timer. It belongs to where the timer was set, unless that is over.
    pub(super) fn start_timed(&mut self, m: &mut Machine, call: TimedCall) {
        let func = m.closure_func(call.closure);
        let child = self.start_task(m, func, call.closure, &[]);
        if call.starter == 0 {
            return;
        }
        let heir =
            Heir { scope: m.open_scope(call.scope), by_go: call.by_go, enters: !is_of_library(m, func) };
        if let Some(record) = self.endow(m, Record(call.starter), child, heir) {
            let mut above = record.parent();
            while above != 0 && Record(above).has_ended() {
                above = Record(above).parent();
            }
            if above != 0 && !m.natives.captures.is_empty() {
                let starter = self.tasks.get(Record(above).task()).number();
                m.natives.captures.inherit(starter, self.tasks.get(child).number());
            }
        }
    }

    // ---- refusing ----

    /// What is to be raised in a task that starts another by a `go` statement; nothing if it may.
    #[cold]
    fn refused(&self, m: &Machine, parent: TaskId) -> Option<[u64; 2]> {
        let task = self.tasks.get(parent);
        let of_library = is_of_library(m, m.function_of(m.place_number(&task.script)));
        let closed = match task.record {
            0 => 0,
            record => m.scope_of(Record(record)).1,
        };
        let limits = m.natives.limits;
        let full = if self.tasks.live() >= limits.tasks.0 { limits.tasks.1 } else { 0 };
        let at = [closed, limits.refusal, full].into_iter().find(|&at| at != 0)?;
        // What the library starts it needs in order to come to an end.
        (!of_library).then(|| m.iface_at(at))
    }

    /// The same, as long as it is known to be nothing.
    #[inline]
    pub(super) fn refuses(&self, m: &Machine, parent: TaskId) -> Option<[u64; 2]> {
        let limits = &m.natives.limits;
        let may = self.tasks.get(parent).record == 0 && limits.refusal == 0 && limits.tasks.1 == 0;
        if may { None } else { self.refused(m, parent) }
    }

    /// How many tasks there are that could end while the current one does not, but for those that the library has started.
    pub(super) fn others(&self, m: &Machine) -> u64 {
        let counts = |task: &Task| {
            task.origin.parent == 0
                || !is_of_library(m, m.function_of(task.origin.place)) && task.origin.place != 0
        };
        let bound = self.bound_to_current(m);
        self.tasks.iter().filter(|&(id, task)| !bound.contains(&id) && counts(task)).count() as u64
    }

    /// The current task, those who wait for its end, for the end of one of those, or for a scope in which there is one; and
    /// tasks whose function has returned.
    fn bound_to_current(&self, m: &Machine) -> HashSet<TaskId> {
        let limited: HashSet<u64> = self.timers.alarms().map(|alarm| m.alarm(alarm).task.0).collect();
        // Who waits for what: by the address of a record or of a scope.
        let mut waiters: HashMap<u64, Vec<TaskId>> = HashMap::new();
        let mut bound = HashSet::from([self.current]);
        for (id, task) in self.tasks.iter() {
            let record = Record(task.record);
            // Who waits with a limit goes on in any case.
            if record.0 == 0 || limited.contains(&record.0) {
                continue;
            }
            if record.has_ended() {
                bound.insert(id);
            } else if task.state() == State::Blocked(WaitReason::Await) {
                waiters.entry(record.waits_for()).or_default().push(id);
            } else if task.state() == State::Blocked(WaitReason::Scope) {
                waiters.entry(task.waits_at.addr).or_default().push(id);
            }
        }
        let mut new = vec![self.current];
        while let Some(id) = new.pop() {
            let record = Record(self.tasks.get(id).record);
            if record.0 == 0 {
                continue;
            }
            for end in m.scopes_around(record).into_iter().chain([record.0]) {
                // Nobody needs to be asked twice.
                for waiter in waiters.remove(&end).unwrap_or_default() {
                    if bound.insert(waiter) {
                        new.push(waiter);
                    }
                }
            }
        }
        bound
    }
}

impl Scheduler {
    /// Whether nothing can happen any more unless the current task does something.
    pub(super) fn is_over(&mut self, loader: &dyn Loader) -> Result<bool, End> {
        let waits = self.core.is_idle(&self.machine)
            && self.core.is_nobody_held_back()
            && !self.core.wake_attending(&mut self.machine)
            && self.next_timer().is_none()
            && !self.core.is_outside_busy(&self.machine);
        Ok(waits && !self.end_halves(loader)?)
    }
}
