//! The handlers of system calls.

use super::listener::Event;
use super::run::{End, Loader, Scheduler};
use crate::syscall::{Entry, SystemCall, TaskId, TimerAction, WaitReason};
use crate::task::{Origin, State};
use crate::vm::Script;

/// What `runtime.GC` costs of the budget.
const COLLECT_COST: u32 = 1000;

impl Scheduler {
    /// Answers a system call of the running task: whether the task goes on at once.
    ///
    /// # Errors
    /// The run has ended.
    #[inline]
    pub(super) fn handle(&mut self, id: TaskId, call: SystemCall, loader: &dyn Loader) -> Result<bool, End> {
        match call {
            SystemCall::Send { chan, value } => {
                self.machine.queue_send(&self.tasks.get(id).script, id, chan, value);
                self.block(id, WaitReason::ChanSend);
            }
            SystemCall::Recv { chan, value, ok, .. } => {
                self.machine.queue_recv(&self.tasks.get(id).script, id, chan, value, ok);
                self.block(id, WaitReason::ChanReceive);
            }
            SystemCall::Select { func, table, dst } => {
                let script = &self.tasks.get(id).script;
                let reason = if self.machine.queue_select(script, id, func, table, dst) {
                    WaitReason::Select
                } else {
                    WaitReason::SelectNoCases
                };
                self.block(id, reason);
            }
            SystemCall::Forever(reason) => self.block(id, reason),
            SystemCall::Yield => {
                self.go_on(id);
                self.take_arrivals();
                self.policy.push(id);
            }
            SystemCall::Go(entry) => {
                self.spawn(id, entry);
                self.go_on(id);
                return Ok(true);
            }
            SystemCall::Sleep(nanos) => {
                let when = self.now().saturating_add(nanos);
                self.timers.sleep(when, id);
                self.block(id, WaitReason::Sleep);
            }
            SystemCall::Acquire { key, reason } => {
                self.machine.conc.enqueue_word(key, id);
                self.block(id, reason);
            }
            SystemCall::StartTimer(spec) => {
                if let TimerAction::Send { chan, .. } = spec.action {
                    self.machine.mark_timer_chan(chan);
                }
                let timer = self.timers.start(spec);
                self.answer(id, timer);
                return Ok(true);
            }
            SystemCall::StopTimer(timer) => {
                let was = self.timers.stop(timer);
                self.answer(id, u64::from(was));
                return Ok(true);
            }
            SystemCall::NewCoroutine(closure) => {
                let mut script = Script::empty();
                let func = self.machine.closure_func(closure);
                self.machine.spawn_call(&mut script, func, closure);
                let number = self.coroutines.add(script);
                self.answer(id, u64::from(number));
                return Ok(true);
            }
            SystemCall::Resume(number) => {
                match self.coroutines.take(number) {
                    Some(script) => {
                        let task = self.tasks.get_mut(id);
                        let outer = std::mem::replace(&mut task.script, script);
                        task.below.push(outer, number);
                    }
                    None => self.answer(id, 0),
                }
                return Ok(true);
            }
            SystemCall::Suspend => {
                self.go_on(id);
                let task = self.tasks.get_mut(id);
                // Only package iter calls this, inside of coroutines.
                if let Some((outer, number)) = task.below.pop() {
                    let inner = std::mem::replace(&mut task.script, outer);
                    self.coroutines.put(number, inner);
                    self.answer(id, 1);
                }
                return Ok(true);
            }
            SystemCall::Place { skip } => {
                let place = self.machine.place_number(&self.tasks.get(id).script, skip);
                self.answer(id, place);
                return Ok(true);
            }
            SystemCall::Describe { place } => {
                self.describe(id, place, loader);
                return Ok(true);
            }
            SystemCall::Collect => {
                self.go_on(id);
                // Work worth a good part of a slice: who collects in a loop must not do so 20,000 times before others run.
                self.machine.charge(COLLECT_COST);
                return match self.collect() {
                    Some(end) => Err(end),
                    None => Ok(true),
                };
            }
        }
        Ok(false)
    }

    /// Moves a task on behind the instruction at which it stands.
    #[inline]
    fn go_on(&mut self, id: TaskId) {
        self.machine.advance(&mut self.tasks.get_mut(id).script);
    }

    #[inline]
    fn block(&mut self, id: TaskId, reason: WaitReason) {
        self.tasks.get_mut(id).state = State::Blocked(reason);
        if self.listener.is_some() {
            self.tell(Event::Block(id, reason));
        }
    }

    /// Writes the answer of a native, which goes on.
    fn answer(&mut self, id: TaskId, word: u64) {
        let script = &mut self.tasks.get_mut(id).script;
        self.machine.answer(script, 0, word);
        self.machine.advance(script);
    }

    /// The innermost segment of a task has ended: if there is one below, that goes on.
    pub(super) fn leave_segment(&mut self, id: TaskId) -> bool {
        let task = self.tasks.get_mut(id);
        let Some((outer, number)) = task.below.pop() else { return false };
        task.script = outer;
        self.coroutines.remove(number);
        self.answer(id, 0);
        true
    }

    /// Answers what lies at a place: function, file, line.
    fn describe(&mut self, id: TaskId, place: u64, loader: &dyn Loader) {
        let line = self.machine.place_of(place);
        let function = line.as_ref().map_or("", |line| &line.function);
        let located = line.as_ref().map(|line| loader.locate(line.span)).unwrap_or_default();
        let (file, number) = located.rsplit_once(':').unwrap_or((&located, "0"));
        let script = &mut self.tasks.get_mut(id).script;
        self.machine.answer_text(script, 0, function);
        self.machine.answer_text(script, 2, file);
        self.machine.answer(script, 4, number.parse().unwrap_or(0));
        self.machine.advance(script);
    }

    fn spawn(&mut self, parent: TaskId, entry: Entry) {
        let (func, span) = self.machine.place(&self.tasks.get(parent).script);
        let number = self.tasks.get(parent).number;
        let child = self.tasks.add(Origin { parent: number, func, span });
        self.machine.natives.goroutines = self.tasks.live();
        if let Some((new, old)) = self.tasks.pair(child, parent) {
            self.machine.spawn(&mut new.script, &old.script, entry);
        }
        self.machine.conc.arrivals.push(child);
        if self.listener.is_some() {
            self.tell(Event::Spawn { parent, child });
        }
    }
}
