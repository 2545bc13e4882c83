//! The handlers of system calls.
//!
//! [`Core`] carries out nearly all of them, without that the interpreter is left ([`Kernel`]); those that need the loader,
//! or every coroutine at once, are carried out by the [`Scheduler`] outside.

use std::ptr::NonNull;

use super::core::{Broken, Core};
use super::records::Answered;
use super::run::{End, Loader, Scheduler};
use super::timers;
use crate::event::Kind;
use crate::host::Direction;
use crate::source::Span;
use crate::syscall::{Entry, SystemCall, TaskCall, TaskId, TimerAction, WaitKey, WaitReason};
use crate::vm::{Kernel, Machine, Script, State, Step};

/// What `runtime.GC` costs of the budget.
const COLLECT_COST: u32 = 1000;

impl Kernel for Core {
    fn system_call(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        self.take_back(m);
        let next = self.carry_out(m);
        self.lend(m);
        next
    }

    fn park(&mut self, m: &mut Machine, reason: WaitReason) -> Option<NonNull<Script>> {
        self.take_back(m);
        let next = self.block(m, reason);
        self.lend(m);
        next
    }

    fn done(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        self.take_back(m);
        let next = self.end(m);
        self.lend(m);
        next
    }
}

impl Core {
    /// Carries out `Machine::call`. Who goes on, as [`Kernel`] says.
    fn carry_out(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        let id = self.current;
        let task = self.tasks.get_mut(id);
        let mut until = None;
        // Field by field: a copy of the whole would wait for the stores of its parts.
        let reason = match m.call {
            SystemCall::Send { chan, value } => {
                m.queue_send(&mut task.script, chan, value);
                WaitReason::ChanSend
            }
            SystemCall::Recv { chan, value, ok } => {
                m.queue_recv(&mut task.script, chan, value, ok);
                WaitReason::ChanReceive
            }
            SystemCall::Select { func, table, dst } => m.queue_select(&mut task.script, func, table, dst),
            SystemCall::Forever(reason) => reason,
            SystemCall::Sleep(nanos) => {
                let when = self.now(m).saturating_add(nanos);
                self.tasks.get_mut(id).timer = self.timers.sleep(when, id);
                self.look_soon(m);
                until = Some(when);
                WaitReason::Sleep
            }
            SystemCall::Acquire { key, reason } => {
                task.waits_at = key;
                m.conc.enqueue_word(key, &raw mut task.script);
                reason
            }
            SystemCall::AcquireStack { ticket } => {
                if self.acquire_stack(m, ticket) {
                    return self.go_on(m);
                }
                WaitReason::NativeStack
            }
            SystemCall::Yield => {
                m.tell_again(id, &task.script, Kind::Yield);
                m.advance(&mut task.script);
                self.push(m, id);
                return self.switch(m);
            }
            SystemCall::Go(entry) => {
                if let Some(text) = self.is_full() {
                    m.stop(Step::Fatal(text));
                    return None;
                }
                if let Some(value) = self.refuses(m, id) {
                    self.broken = Some(Broken::Refused(value));
                    m.stop(Step::Turn);
                    return None;
                }
                self.spawn(m, id, entry);
                return self.go_on(m);
            }
            SystemCall::WaitIo { handle, direction } => {
                m.retry(&mut task.script);
                task.waits_at = WaitKey { addr: handle.0, tag: u32::from(direction == Direction::Write) };
                m.natives.io.enqueue(handle, direction, id);
                self.look_soon(m);
                WaitReason::Io
            }
            SystemCall::Offload => {
                m.retry(&mut task.script);
                if self.offload(m) {
                    return self.go_on(m);
                }
                self.look_soon(m);
                WaitReason::Helper
            }
            SystemCall::WaitSignal => {
                m.retry(&mut task.script);
                self.outside.signalled = Some(id);
                WaitReason::Signal
            }
            SystemCall::Close(handle) => {
                let errno = self.close(m, handle);
                return self.answer(m, errno as u64);
            }
            SystemCall::SetDeadline { handle, read, write, when } => {
                self.set_deadlines(m, handle, [read, write], when);
                self.look_soon(m);
                return self.go_on(m);
            }
            SystemCall::StartTimer(mut spec) => {
                match &mut spec.action {
                    TimerAction::Send { chan, .. } => m.mark_timer_chan(*chan),
                    TimerAction::Call(call) => self.on_behalf(m, call),
                    TimerAction::Interrupt(_) | TimerAction::Expire { .. } => {}
                }
                let timer = self.timers.start(spec);
                if let Some(watch) = &mut m.conc.watch {
                    watch.start_timer(timers::number(timer), spec.when);
                }
                self.look_soon(m);
                return self.answer(m, timer);
            }
            SystemCall::StopTimer(timer) => {
                let was = self.timers.stop(timer);
                if let Some(watch) = &mut m.conc.watch {
                    watch.tell(Kind::StopTimer { timer: timers::number(timer), pending: was });
                }
                return self.answer(m, u64::from(was));
            }
            SystemCall::NewCoroutine { closure, object } => {
                let mut script = Script::empty();
                let func = m.closure_func(closure);
                m.spawn_call(&mut script, func, closure);
                let number = self.coroutines.add(script, object);
                m.number_coroutine(object, Some(number));
                return self.answer(m, object);
            }
            SystemCall::Resume(number) => {
                if !self.coroutines.resume(number, &mut task.script, &mut task.on_top) {
                    return self.answer(m, 0);
                }
                return Some(NonNull::from(&mut task.script));
            }
            SystemCall::Suspend(number) => {
                let is_innermost = task.on_top.innermost() == Some(number);
                return if is_innermost { self.suspend(m, number) } else { self.answer(m, 0) };
            }
            SystemCall::SuspendStack(number) => {
                let lies_here = self.coroutines.on_top(task.on_top).any(|on_top| on_top == number);
                return if lies_here { self.suspend(m, number) } else { self.answer(m, 0) };
            }
            SystemCall::Within(level) => {
                let number = self.coroutines.on_top(task.on_top).nth(level as usize);
                return self.answer(m, number.map_or(0, |number| self.coroutines.object(number)));
            }
            SystemCall::Place { skip } => {
                let place = m.place_above(&task.script, skip);
                return self.answer(m, place);
            }
            SystemCall::Task(call) => match self.task_call(m, call) {
                Answered::Goes(next) => return next,
                Answered::Waits(reason) => reason,
            },
            SystemCall::Describe { .. } | SystemCall::Collect | SystemCall::Make | SystemCall::Stacks(_) => {
                m.stop(Step::Yield(m.call));
                return None;
            }
        };
        if m.is_watched() {
            let task = self.tasks.get(id);
            m.tell_block(id, &task.script, reason, until);
        }
        self.tasks.get_mut(id).waits_why = reason;
        self.block(m, reason)
    }

    /// The current task waits.
    #[inline]
    fn block(&mut self, m: &mut Machine, reason: WaitReason) -> Option<NonNull<Script>> {
        self.tasks.get_mut(self.current).set_state(State::Blocked(reason));
        if m.stacks.witness == self.current {
            self.holder_parks(m);
        }
        self.switch(m)
    }

    /// The current task's innermost segment has ended.
    fn end(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        if self.leave_segment(m) {
            return Some(self.script());
        }
        if self.main == Some(self.current) {
            // That may be the end of the program.
            m.stop(Step::Done);
            return None;
        }
        if self.current_task().record != 0 && self.settle(m) {
            return Some(self.script());
        }
        self.remove(m);
        self.switch(m)
    }

    /// The coroutine of the task whose turn it is.
    #[inline]
    pub(super) fn script(&mut self) -> NonNull<Script> {
        NonNull::from(&mut self.tasks.get_mut(self.current).script)
    }

    /// The next task has its turn, if that can be decided here.
    #[inline]
    pub(super) fn switch(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        if m.hooks.is_active() {
            m.hooks.leave();
        }
        // The same happens outside, where what was told is given away.
        let full = m.conc.watch.as_ref().is_some_and(|watch| watch.is_full());
        if self.turns > 0
            && !full
            && let Some(id) = self.next_ready(m)
        {
            return self.hand_over(m, id);
        }
        m.stop(Step::Turn);
        None
    }

    /// A task has its turn.
    #[inline]
    fn hand_over(&mut self, m: &mut Machine, id: TaskId) -> Option<NonNull<Script>> {
        if self.begin(m, id) {
            return Some(self.script());
        }
        m.stop(Step::Turn);
        None
    }

    /// The current task goes on behind the instruction at which it stands.
    #[inline]
    pub(super) fn go_on(&mut self, m: &mut Machine) -> Option<NonNull<Script>> {
        let script = &mut self.tasks.get_mut(self.current).script;
        m.advance(script);
        Some(NonNull::from(script))
    }

    /// Writes the answer of a native, which goes on.
    pub(super) fn answer(&mut self, m: &mut Machine, word: u64) -> Option<NonNull<Script>> {
        let script = &mut self.tasks.get_mut(self.current).script;
        m.answer(script, 0, word);
        m.advance(script);
        Some(NonNull::from(script))
    }

    /// The innermost segment of the current task has ended: if there is one below, that goes on.
    pub(super) fn leave_segment(&mut self, m: &mut Machine) -> bool {
        let task = self.tasks.get_mut(self.current);
        let Some(number) = self.coroutines.leave(&mut task.script, &mut task.on_top) else { return false };
        self.end_coroutine(m, number);
        self.answer(m, 0);
        true
    }

    /// A coroutine has ended.
    pub(super) fn end_coroutine(&mut self, m: &mut Machine, number: u32) {
        m.number_coroutine(self.coroutines.remove(number), None);
    }

    /// Suspends a coroutine that lies on the current task, with those on top of it. They go on with result 1.
    fn suspend(&mut self, m: &mut Machine, number: u32) -> Option<NonNull<Script>> {
        let task = self.tasks.get_mut(self.current);
        m.answer(&mut task.script, 0, 1);
        m.advance(&mut task.script);
        self.coroutines.suspend(number, &mut task.script, &mut task.on_top);
        self.answer(m, 1)
    }

    fn spawn(&mut self, m: &mut Machine, parent: TaskId, entry: Entry) {
        let task = self.tasks.get(parent);
        let (number, place) = (task.number(), m.place_number(&task.script));
        let child = self.tasks.add(entry.func, number, place);
        m.natives.goroutines = self.tasks.live();
        if let Some((new, old)) = self.tasks.pair(child, parent) {
            m.spawn(&mut new.script, &old.script, entry);
            if old.record != 0 {
                self.inherit(m, parent, child, entry.func);
            }
        }
        if !m.natives.captures.is_empty() {
            m.natives.captures.inherit(number, self.tasks.get(child).number());
        }
        self.push(m, child);
        if m.is_watched() {
            let task = self.tasks.get(child);
            let (number, ordinal) = (task.number(), task.origin.ordinal);
            m.tell_spawn(Some(&self.tasks.get(parent).script), child, number, (entry.func, ordinal));
        }
    }
}

impl Scheduler {
    /// Answers a system call of the current task that the core leaves to us; the task goes on.
    ///
    /// # Errors
    /// The run has ended.
    pub(super) fn handle(&mut self, call: SystemCall, loader: &mut dyn Loader) -> Result<(), End> {
        match call {
            SystemCall::Task(TaskCall::Ask { record, what }) => self.ask(record, what, loader),
            SystemCall::Task(TaskCall::Over) => {
                let over = self.is_over(loader)?;
                let script = &mut self.core.current_task().script;
                self.machine.answer(script, 0, u64::from(over));
                self.machine.advance(script);
            }
            SystemCall::Describe { place, whole } => self.describe(place, whole, loader),
            SystemCall::Stacks(stacks) => {
                let text = self.stacks(stacks, loader);
                let script = &mut self.core.current_task().script;
                self.machine.answer_text(script, 0, &text);
                self.machine.advance(script);
            }
            SystemCall::Make => {
                let made = match self.machine.natives.wanted.take() {
                    Some(wanted) => loader.make(&mut self.machine, &wanted).map_err(End::Refused)?,
                    None => 0,
                };
                let script = &mut self.core.current_task().script;
                self.machine.answer(script, 0, made);
                self.machine.advance(script);
            }
            SystemCall::Collect => {
                self.machine.advance(&mut self.core.current_task().script);
                // Work worth a good part of a slice: who collects in a loop must not do so 20,000 times before others run.
                self.machine.charge(COLLECT_COST);
                if let Some(end) = self.collect(None) {
                    return Err(end);
                }
            }
            SystemCall::Send { .. }
            | SystemCall::Recv { .. }
            | SystemCall::Select { .. }
            | SystemCall::Forever(_)
            | SystemCall::Sleep(_)
            | SystemCall::Acquire { .. }
            | SystemCall::AcquireStack { .. }
            | SystemCall::Yield
            | SystemCall::Go(_)
            | SystemCall::WaitIo { .. }
            | SystemCall::Offload
            | SystemCall::WaitSignal
            | SystemCall::Close(_)
            | SystemCall::SetDeadline { .. }
            | SystemCall::StartTimer(_)
            | SystemCall::StopTimer(_)
            | SystemCall::NewCoroutine { .. }
            | SystemCall::Resume(_)
            | SystemCall::Suspend(_)
            | SystemCall::SuspendStack(_)
            | SystemCall::Within(_)
            | SystemCall::Task(_)
            | SystemCall::Place { .. } => unreachable!("the core carries these out"),
        }
        Ok(())
    }

    /// Answers what lies at a place: function, file (`whole`: with its path from the root), line, and whether the function
    /// has parameters.
    fn describe(&mut self, place: u64, whole: bool, loader: &dyn Loader) {
        let line = self.machine.place_of(place);
        let of_runtime = crate::vm::runtime_frame(place);
        let function = of_runtime.map_or("", |(function, ..)| function);
        let function = line.as_ref().map_or(function, |line| &line.function);
        let params = line.as_ref().is_some_and(|line| line.params);
        let locate = |span| if whole { loader.locate_whole(span) } else { loader.locate(span) };
        let located = match (&line, of_runtime) {
            // The compiler has made it.
            (Some(line), _) if line.span == Span::NONE => "<autogenerated>:1".to_owned(),
            (Some(line), _) => locate(line.span),
            (None, Some((_, file, line))) => format!("/usr/local/go/src/{file}:{line}"),
            (None, None) => String::new(),
        };
        let (file, number) = located.rsplit_once(':').unwrap_or((&located, "0"));
        let script = &mut self.core.current_task().script;
        self.machine.answer_text(script, 0, function);
        self.machine.answer_text(script, 2, file);
        self.machine.answer(script, 4, number.parse().unwrap_or(0));
        self.machine.answer(script, 5, u64::from(params));
        self.machine.advance(script);
    }
}
