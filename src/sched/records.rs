//! Tasks of which programs have records: tasks with handles, tasks in scopes, and whoever has asked for its own.
//!
//! What a record means, who is told of an ending and what is done about a panic is decided in package phasync, in the language.
//! Here is what only the scheduler can do: start such a task, call the record's hook in it when it has ended, wait for it, and
//! *interrupt* it, which is to raise a value in it where it waits.
//!
//! Invariants
//! - The task of a record that has not ended is live, and `place` names it.
//! - Whoever is interrupted is in no queue but the ready queue afterwards. What it had been given and not yet used has been given
//!   to the next in line: see `vm::pass`.
//! - `urgent` holds tasks that go on before everyone in the ready queue, the last first. While it is not empty, or anyone is
//!   overdue, `turns` is 0 whenever a task runs, so that each switch is decided in the loop outside of the interpreter.

use std::collections::VecDeque;
use std::ptr::NonNull;

use super::core::{Broken, Core};
use super::run::{End, Loader, Scheduler};
use crate::host::{Direction, Handle};
use crate::syscall::{Question, TaskCall, TaskId, WaitKey, WaitReason};
use crate::vm::{Abandoned, Ending, Machine, Record, Script, State, Step, Thrown, record_flags};

/// Who goes on out of turn.
#[derive(Default)]
pub(super) struct Records {
    /// Those who go on first.
    urgent: Vec<TaskId>,
    /// Records of tasks that are to be interrupted where they wait next.
    overdue: Vec<u64>,
    /// Those who wait until nobody is ready.
    idle: VecDeque<TaskId>,
    /// Alarms that have gone off, and whose values are to be raised before what is pending.
    rung: Vec<u64>,
    /// If turns are measured: the record of the task whose turn it is, and since when.
    pub(super) measured: Option<(Record, i64)>,
}

/// What came of a call.
pub(super) enum Answered {
    /// The coroutine that goes on.
    Goes(Option<NonNull<Script>>),
    /// The caller waits.
    Waits(WaitReason),
}

impl Core {
    /// Carries out what package phasync asks for.
    pub(super) fn task_call(&mut self, m: &mut Machine, call: TaskCall) -> Answered {
        Answered::Goes(match call {
            TaskCall::Current => {
                let record = self.current_task().record;
                self.answer(m, record)
            }
            TaskCall::Adopt(record) => {
                self.adopt(m, self.current, Record(record));
                self.adopt_main(m, Record(record));
                self.go_on(m)
            }
            TaskCall::Start { record, closure, now } => {
                let child = self.start(m, Record(record), closure);
                if now { self.run_first(m, child) } else { self.queue_new(m, child) }
            }
            TaskCall::Await(record) => return self.wait_for(m, Record(record)),
            TaskCall::Interrupt(record) => {
                let record = Record(record);
                if record.has_ended() {
                    return Answered::Goes(self.go_on(m));
                }
                if record.task() == self.current {
                    self.records.overdue.push(record.0);
                    self.turns = 0;
                } else {
                    self.interrupt(m, record);
                }
                self.go_on(m)
            }
            TaskCall::Ask { .. } | TaskCall::Over => {
                // Who knows the source answers.
                m.stop(Step::Yield(m.call));
                None
            }
            TaskCall::Panicking(record) => {
                let task = if record == 0 { self.current } else { Record(record).task() };
                let value = m.panic_value(&self.tasks.get(task).script);
                m.answer(&mut self.current_task().script, 1, value[1]);
                self.answer(m, value[0])
            }
            TaskCall::Count => {
                let (ready, started) = (self.ready(m) as u64, self.tasks.total());
                m.answer(&mut self.current_task().script, 1, started);
                self.answer(m, ready)
            }
            TaskCall::Others => {
                let others = self.others(m);
                self.answer(m, others)
            }
            TaskCall::WaitIdle => {
                self.records.idle.push_back(self.current);
                return Answered::Waits(WaitReason::Idle);
            }
        })
    }

    pub(super) fn adopt(&mut self, m: &Machine, id: TaskId, record: Record) {
        let task = self.tasks.get_mut(id);
        task.record = record.0;
        record.set_place(id.0);
        record.set_id(task.number());
        debug_assert!(!record.has_ended() && m.heap.contains(record.0));
    }

    /// The main goroutine has a record as soon as anyone has: panics that nobody has awaited are raised there in the end.
    fn adopt_main(&mut self, m: &mut Machine, like: Record) {
        let Some(main) = self.main.filter(|&main| self.tasks.get(main).record == 0) else { return };
        if let Some(record) = m.new_record(like) {
            self.adopt(m, main, record);
        }
    }

    /// A new task with a record, ready.
    fn start(&mut self, m: &mut Machine, record: Record, closure: u64) -> TaskId {
        let parent = self.tasks.get(self.current);
        let (number, place) = (parent.number(), m.user_place_number(&parent.script));
        record.set_spawned(place);
        let child = self.tasks.add(m.closure_func(closure), number, place);
        m.natives.goroutines = self.tasks.live();
        m.spawn_call(&mut self.tasks.get_mut(child).script, m.closure_func(closure), closure);
        m.natives.captures.inherit(number, self.tasks.get(child).number());
        self.adopt(m, child, record);
        child
    }

    /// A new task goes to the tail of the queue.
    fn queue_new(&mut self, m: &mut Machine, child: TaskId) -> Option<NonNull<Script>> {
        self.push(m, child);
        self.tell_start(m, child);
        self.go_on(m)
    }

    /// A new task runs at once, and its parent before everyone else.
    fn run_first(&mut self, m: &mut Machine, child: TaskId) -> Option<NonNull<Script>> {
        let parent = self.current;
        m.advance(&mut self.tasks.get_mut(parent).script);
        self.tell_start(m, child);
        self.records.urgent.push(parent);
        // The turn that begins uses it up.
        self.turns = 1;
        self.begin(m, child);
        Some(self.script())
    }

    /// The current task has started another.
    fn tell_start(&mut self, m: &mut Machine, child: TaskId) {
        if m.is_watched() {
            let task = self.tasks.get(child);
            let what = (m.runs(&task.script), task.origin.ordinal);
            m.tell_spawn(Some(&self.tasks.get(self.current).script), child, task.number(), what);
        }
    }

    fn wait_for(&mut self, m: &mut Machine, target: Record) -> Answered {
        let me = Record(self.current_task().record);
        m.answer(&mut self.current_task().script, 0, 0);
        if target.has_ended() {
            return Answered::Goes(self.go_on(m));
        }
        let mut at = target.0;
        while at != 0 {
            if at == me.0 {
                return Answered::Goes(self.answer(m, target.0));
            }
            at = Record(at).waits_for();
        }
        me.set_waits_for(target.0);
        let key = WaitKey { addr: target.waiters(), tag: 0 };
        self.current_task().waits_at = key;
        m.conc.enqueue_word(key, self.tasks.script(self.current));
        Answered::Waits(WaitReason::Await)
    }

    /// Whether nobody goes on out of turn, now or when nobody is ready.
    pub(super) fn is_nobody_held_back(&self) -> bool {
        self.records.urgent.is_empty() && self.records.idle.is_empty()
    }

    /// The next task that has its turn, if any is ready.
    pub(super) fn next_task(&mut self, m: &mut Machine) -> Option<TaskId> {
        if let Some(id) = self.records.urgent.pop() {
            if !self.records.urgent.is_empty() {
                self.turns = 1;
            }
            return Some(id);
        }
        self.next_ready(m)
    }

    /// Nobody is ready: whoever waits for that is, the first.
    pub(super) fn wake_idle(&mut self, m: &mut Machine) -> bool {
        if !self.is_idle(m) {
            return false;
        }
        let Some(id) = self.records.idle.pop_front() else { return false };
        self.wake(m, id, false);
        true
    }

    /// Wakes those who wait for a Go channel that is ready now. Whether there were any.
    pub(super) fn wake_attending(&mut self, m: &mut Machine) -> bool {
        !m.conc.attendance.is_empty() && m.conc.wake_attending()
    }

    // ---- interrupting ----

    /// Raises what is pending in a task that does not run, unless that is to be put off.
    fn interrupt(&mut self, m: &mut Machine, record: Record) {
        if record.flags() & record_flags::PROTECTED == 0 {
            self.raise_in(m, record);
        }
    }

    /// Raises what is to be raised in a task that does not run, if it stands where it may wait; otherwise it is overdue.
    fn raise_in(&mut self, m: &mut Machine, record: Record) {
        let id = record.task();
        let overdue = match self.tasks.get(id).state() {
            State::Blocked(reason) => {
                self.unqueue(m, id, reason);
                self.tasks.get_mut(id).set_state(State::Interrupted);
                self.push(m, id);
                false
            }
            // What was sent cannot be taken back: the task has to know that it was.
            State::Ready if m.has_sent(&self.tasks.get(id).script) => true,
            State::Ready => {
                let task = self.tasks.get_mut(id);
                task.set_state(State::Interrupted);
                m.pass_on(&task.script, task.waits_at, task.waits_why);
                false
            }
            State::Preempted => {
                let task = self.tasks.get_mut(id);
                let may = m.stands_at_back_edge(&task.script);
                if may {
                    task.set_state(State::Interrupted);
                }
                !may
            }
            State::BrokenSend => true,
            State::Interrupted | State::Free => false,
        };
        if overdue && !self.records.overdue.contains(&record.0) {
            self.records.overdue.push(record.0);
        }
    }

    /// Whether anyone is to be interrupted where it waits next.
    #[inline]
    pub(super) fn is_overdue(&self) -> bool {
        !self.records.overdue.is_empty()
    }

    /// Interrupts those who stand where they may wait now.
    pub(super) fn interrupt_overdue(&mut self, m: &mut Machine) {
        for record in std::mem::take(&mut self.records.overdue).into_iter().map(Record) {
            if record.has_ended() {
                continue;
            }
            if self.rings(m, record).is_some() {
                self.raise_in(m, record);
            } else if record.pending()[0] != 0 {
                self.interrupt(m, record);
            }
        }
    }

    /// An alarm goes off: its value is raised in its task, unless something else is already. Whoever waits with a limit wants that
    /// also while other things are put off.
    pub(super) fn alarm(&mut self, m: &mut Machine, alarm: u64) {
        let record = m.alarm(alarm).task;
        let put_off = record.flags() & record_flags::PROTECTED != 0;
        if record.has_ended() || record.pending()[0] != 0 && !put_off {
            return;
        }
        self.records.rung.push(alarm);
        self.raise_in(m, record);
    }

    /// The place in `rung` of an alarm of this task.
    fn rings(&mut self, m: &Machine, record: Record) -> Option<usize> {
        self.records.rung.retain(|&alarm| !m.alarm(alarm).is_off);
        self.records.rung.iter().position(|&alarm| m.alarm(alarm).task == record)
    }

    /// What is to be raised in the current task.
    pub(super) fn take_pending(&mut self, m: &Machine) -> Thrown {
        let record = Record(self.current_task().record);
        record.set_waits_for(0);
        let [ty, word] = match self.rings(m, record) {
            Some(i) => m.alarm(self.records.rung.remove(i)).value,
            None => {
                let value = record.pending();
                record.set_pending([0, 0]);
                value
            }
        };
        Thrown::Value(ty, word)
    }

    /// The addresses that the scheduler has of what programs have given it, for the collector.
    pub(super) fn record_addresses(&self, m: &Machine) -> impl Iterator<Item = u64> {
        let limits = m.natives.limits;
        let of_tasks = self.tasks.iter().map(|(_, task)| task.record);
        let of_limits = [limits.refusal, limits.tasks.1, limits.memory];
        of_tasks.chain(self.records.rung.iter().copied()).chain(of_limits)
    }

    /// What is raised in the task that runs because more memory is alive than the program wants to have.
    pub(super) fn excess(&self, m: &mut Machine) -> Option<[u64; 2]> {
        let is_over = m.heap.is_over_soft_limit();
        let was_told = std::mem::replace(&mut m.natives.limits.told, is_over);
        (is_over && !was_told && m.natives.limits.memory != 0).then(|| m.iface_at(m.natives.limits.memory))
    }

    /// Begins the turn of a task that does not just go on. Whether it goes on at all.
    #[cold]
    pub(super) fn begin_other(&mut self, m: &mut Machine, id: TaskId) -> bool {
        let task = self.tasks.get_mut(id);
        let state = task.state();
        task.set_state(State::Ready);
        self.broken = match state {
            State::BrokenSend => Some(Broken::Send),
            State::Interrupted => Some(Broken::Interrupted),
            State::Ready | State::Preempted | State::Blocked(_) | State::Free => {
                debug_assert_eq!(state, State::Preempted);
                m.advance(&mut task.script);
                if task.record != 0 && self.records.overdue.contains(&task.record) {
                    self.turns = 0;
                    // In a loop whose calls and back-edges divide a slice, it would end at the same call each time.
                    m.cut_slice();
                }
                None
            }
        };
        self.broken.is_none()
    }

    /// Takes a task that waits out of the queue in which it does.
    pub(super) fn unqueue(&mut self, m: &mut Machine, id: TaskId, reason: WaitReason) {
        let task = self.tasks.get(id);
        let (key, timer) = (task.waits_at, task.timer);
        match reason {
            WaitReason::ChanReceive | WaitReason::ChanSend | WaitReason::Select => {
                m.unqueue_at_channels(&task.script, id);
            }
            WaitReason::Sleep => self.timers.forget_sleeper(id, timer),
            WaitReason::Mutex
            | WaitReason::RwRead
            | WaitReason::RwWrite
            | WaitReason::WaitGroup
            | WaitReason::Cond
            | WaitReason::Semaphore
            | WaitReason::Await
            | WaitReason::Scope
            | WaitReason::Flag
            | WaitReason::Permit
            | WaitReason::Group
            | WaitReason::AnyOf => {
                let addr = m.wait_word(&task.script).unwrap_or(key.addr);
                m.conc.forget_at_word(addr, id);
                if reason == WaitReason::RwWrite {
                    m.readers_go_on(addr);
                }
            }
            WaitReason::NativeStack => m.conc.forget(id),
            WaitReason::Io => {
                let direction = if key.tag == 0 { Direction::Read } else { Direction::Write };
                m.natives.io.forget_waiter(Handle(key.addr), direction, id);
            }
            WaitReason::Helper => self.outside.forget_job(id),
            WaitReason::Signal => self.outside.signalled = None,
            WaitReason::Idle => self.records.idle.retain(|&idle| idle != id),
            WaitReason::ChanReceiveNil
            | WaitReason::ChanSendNil
            | WaitReason::SelectNil
            | WaitReason::SelectNoCases => {}
        }
    }

    // ---- measuring ----

    /// A turn of a task begins: the one before it has ended.
    #[cold]
    pub(super) fn measure(&mut self, m: &Machine, id: TaskId) {
        let now = self.now(m);
        self.end_measure(now);
        let record = Record(self.tasks.get(id).record);
        if record.0 != 0 {
            record.set_turns(record.turns() + 1);
            self.records.measured = Some((record, now));
        }
    }

    /// Nobody runs for a while.
    pub(super) fn pause_measure(&mut self, m: &Machine) {
        if self.records.measured.is_some() {
            self.end_measure(self.now(m));
        }
    }

    /// A turn that is measured has ended.
    fn end_measure(&mut self, now: i64) {
        if let Some((record, since)) = self.records.measured.take() {
            record.set_ran(record.ran() + now - since);
        }
    }

    // ---- endings ----

    /// The current task's function has returned: if it has a record with a hook that was not called yet, it goes on with that.
    pub(super) fn settle(&mut self, m: &mut Machine) -> bool {
        let task = self.current_task();
        let record = Record(task.record);
        if record.has_ended() {
            return false;
        }
        record.end(Ending::Returned);
        self.ended(m, record)
    }

    fn ended(&mut self, m: &mut Machine, record: Record) -> bool {
        if self.measures {
            self.end_measure(self.now(m));
        }
        record.set_waits_for(0);
        self.records.overdue.retain(|&other| other != record.0);
        self.records.rung.retain(|&alarm| m.alarm(alarm).task != record);
        if record.hook() == 0 {
            record.set_pending([0, 0]);
            return false;
        }
        m.call_hook(&mut self.current_task().script, record);
        true
    }
}

impl Scheduler {
    /// Everyone waits, for nothing that could come: ends the halves of channels whose other half no task can reach. Whether there
    /// were any.
    pub(super) fn end_halves(&mut self, loader: &dyn Loader) -> Result<bool, End> {
        if self.machine.natives.halves.is_empty() {
            return Ok(false);
        }
        if let Some(end) = self.collect(loader.uses()) {
            return Err(end);
        }
        let abandoned = self.machine.natives.halves.take_abandoned();
        for &what in &abandoned {
            match what {
                Abandoned::Call(closure, which) => {
                    let func = self.machine.closure_func(closure);
                    self.core.start_task(&mut self.machine, func, closure, &[which]);
                }
                Abandoned::Close(chan) => self.machine.close_chan(chan),
            }
        }
        Ok(!abandoned.is_empty())
    }

    /// Answers a question about a task.
    pub(super) fn ask(&mut self, record: u64, what: Question, loader: &dyn Loader) {
        let id = Record(record).task();
        let task = self.core.tasks.get(id);
        let text = match what {
            Question::Function => {
                self.machine.trace(&task.script, usize::MAX).pop().map(|line| line.function)
            }
            Question::Waits => match task.state() {
                State::Blocked(reason) => Some(reason.text().to_string()),
                State::Free | State::Ready | State::BrokenSend | State::Interrupted | State::Preempted => {
                    None
                }
            },
            Question::Stack => {
                let mut text = String::new();
                self.goroutine(id, "alive", &|span| loader.locate(span), &mut text);
                Some(text)
            }
            Question::State => {
                let state = if id == self.core.current {
                    1
                } else {
                    2 * u64::from(!self.machine.is_fresh(&task.script))
                };
                let script = &mut self.core.current_task().script;
                self.machine.answer(script, 0, state);
                return self.machine.advance(script);
            }
        };
        let script = &mut self.core.current_task().script;
        self.machine.answer_text(script, 0, &text.unwrap_or_default());
        self.machine.advance(script);
    }

    /// The current task's function has returned. Whether the task goes on, with its record's hook.
    pub(super) fn settle(&mut self) -> bool {
        let task = self.core.current_task();
        if task.record == 0 || Record(task.record).has_ended() {
            return false;
        }
        if self.core.main == Some(self.core.current) {
            let script = &self.core.current_task().script;
            if self.machine.ended_by_goexit(script) {
                return false;
            }
            self.results = Some(self.machine.results_of(script));
        }
        self.core.settle(&mut self.machine)
    }

    /// The current task panicked, and nobody recovered. If its record's hook has to deal with that, the task goes on with it;
    /// otherwise the program dies.
    pub(super) fn unrecovered(&mut self, loader: &dyn Loader) -> Option<Step> {
        let id = self.core.current;
        let task = self.core.tasks.get(id);
        let record = Record(task.record);
        // Cancellation is nothing to die of, whoever started it.
        let [_, value] = self.machine.panic_value(&task.script);
        let is_cancelled = task.record != 0 && record.cancelled() != 0 && value == record.cancelled();
        let keeps = task.record != 0
            && self.core.main != Some(id)
            && !record.has_ended()
            && (is_cancelled || record.flags() & record_flags::GO == 0)
            && (record.flags() & record_flags::KEPT != 0 || record.home() != 0);
        if !keeps {
            return self.machine.tell_panics(&mut self.core.current_task().script);
        }
        let value = self.machine.panic_value(&task.script);
        let mut text = String::new();
        self.goroutine(id, "panicked", &|span| loader.locate(span), &mut text);
        self.machine.set_trace(record, &text);
        record.set_value(value);
        record.end(Ending::Panicked);
        self.core.ended(&mut self.machine, record);
        None
    }
}
