//! The loop: run a task, see why it stopped.
//!
//! Invariants
//! - A task is either in the ready queue, or running, or named by a wait node or a timer, never twice.
//! - Between two tasks the list of arrivals is empty: those who became ready are in the queue, in order, before the
//!   task that made them ready (if it was preempted) and behind all who were there.

use super::listener::{Event, Listener};
use super::policy::{Order, Policy};
use super::timers::{Due, Timers};
use crate::bytecode::FuncId;
use crate::host::READER_GONE;
use crate::source::Span;
use crate::syscall::{TaskId, TimerAction};
use crate::task::{Coroutines, Origin, State, Tasks};
use crate::vm::{Machine, Step, Thrown};

/// Turns of tasks after which the scheduler itself looks for Ctrl-C and at the clock.
const TURNS: u32 = 1_024;

/// How a scheduler behaves.
#[derive(Clone, Debug, Default)]
pub struct SchedulerConfig {
    /// The order of the ready queue.
    pub order: Order,
    /// Seed of a random order.
    pub seed: u64,
    /// Whether time jumps to the next timer when everyone waits.
    pub virtual_time: bool,
    /// Tasks that may live at once.
    pub max_tasks: Option<u32>,
}

/// What the scheduler asks of those who know the source.
pub trait Loader {
    /// Makes the code of a function that is about to be called for the first time. Gives the functions, without
    /// parameters, that must be called before it (initialisers of variables that it mentions), in order.
    ///
    /// # Errors
    /// A message; the program cannot go on.
    fn compile(&mut self, machine: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String>;
    /// Fills `Program::well_known`.
    ///
    /// # Errors
    /// As above.
    fn well_known(&mut self, machine: &mut Machine) -> Result<(), String>;
    /// `file:line` of a position, for traces.
    fn locate(&self, span: Span) -> String;
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// `main` returned.
    Returned,
    /// `os.Exit`
    Exit(i32),
    /// A panic that nobody recovered, a deadlock or another fatal error; it has been reported on standard error.
    Died,
    /// Ctrl-C
    Interrupted,
    /// A function could not be compiled, or the last output was lost.
    Refused(String),
}

impl End {
    /// The exit status of the process.
    pub fn status(&self) -> i32 {
        match self {
            End::Returned => 0,
            End::Exit(status) => *status,
            End::Died => 2,
            End::Refused(_) => 1,
            End::Interrupted => 130,
        }
    }
}

/// The scheduler.
pub struct Scheduler {
    /// The machine that runs the tasks.
    pub machine: Machine,
    pub(super) tasks: Tasks,
    pub(super) policy: Policy,
    pub(super) timers: Timers,
    pub(super) coroutines: Coroutines,
    pub(super) config: SchedulerConfig,
    /// Who watches.
    pub listener: Option<Box<dyn Listener>>,
    /// Nanoseconds of virtual time.
    now: i64,
    main: Option<TaskId>,
    pub(super) main_gone: bool,
}

impl Scheduler {
    /// A scheduler without tasks.
    pub fn new(machine: Machine, config: SchedulerConfig) -> Scheduler {
        let policy = Policy::new(config.order, config.seed);
        Scheduler {
            machine,
            tasks: Tasks::new(),
            policy,
            timers: Timers::default(),
            coroutines: Coroutines::default(),
            config,
            listener: None,
            now: 0,
            main: None,
            main_gone: false,
        }
    }

    #[inline]
    pub(super) fn tell(&mut self, event: Event) {
        if let Some(listener) = &mut self.listener {
            listener.event(event);
        }
    }

    /// Nanoseconds of the clock that sleeping and timers go by.
    pub(super) fn now(&self) -> i64 {
        if self.config.virtual_time { self.now } else { self.machine.host.mono() }
    }

    /// Runs a function without parameters as goroutine 1 until it returns, or the program ends in another way. Tasks that
    /// are still there when it returns are dropped.
    pub fn run(&mut self, func: FuncId, loader: &mut dyn Loader) -> End {
        let origin = Origin { parent: 0, func, span: Span::NONE };
        let id = self.tasks.add(origin);
        self.machine.spawn_call(&mut self.tasks.get_mut(id).script, func, 0);
        self.tasks.get_mut(id).state = State::Ready;
        self.main = Some(id);
        self.main_gone = false;
        self.machine.natives.goroutines = self.tasks.live();
        self.machine.natives.virtual_now = self.config.virtual_time.then_some(self.now);
        self.policy.push(id);
        let end = self.serve(loader);
        #[cfg(debug_assertions)]
        self.machine.save_coverage();
        // What the host has kept back may turn out to be lost.
        match (self.machine.host.flush(), &end) {
            (Err(error), End::Returned | End::Exit(0)) => {
                if error.kind() == std::io::ErrorKind::BrokenPipe {
                    return End::Exit(READER_GONE);
                }
                End::Refused(format!("standard output: {error}"))
            }
            _ => end,
        }
    }

    fn serve(&mut self, loader: &mut dyn Loader) -> End {
        let mut pass = 1usize;
        let mut turns = 0u32;
        loop {
            // Tasks that hand over before their slice is spent never meet the machine's own check.
            turns = turns.wrapping_add(1);
            if turns.is_multiple_of(TURNS)
                && let Some(end) = self.stopped()
            {
                return end;
            }
            let Some(id) = self.policy.next() else {
                match self.idle(loader) {
                    Some(end) => return end,
                    None => continue,
                }
            };
            if let Some(end) = self.run_task(id, loader) {
                return end;
            }
            pass -= 1;
            if pass == 0 {
                if !self.timers.is_empty() && !self.config.virtual_time {
                    self.fire_due();
                }
                pass = self.policy.len().max(1);
            }
        }
    }

    /// The end of a run that has been interrupted or has no time left.
    #[cold]
    fn stopped(&mut self) -> Option<End> {
        if self.machine.interrupted() {
            return Some(End::Interrupted);
        }
        let late = self.machine.deadline.is_some_and(|at| self.machine.host.mono() >= at);
        late.then(|| {
            // There is nowhere else to report a failure to.
            let _ = self.machine.host.write_stderr(b"fatal error: time limit exceeded\n");
            End::Died
        })
    }

    /// Runs one task until it stops being the one that runs.
    #[inline]
    fn run_task(&mut self, id: TaskId, loader: &mut dyn Loader) -> Option<End> {
        self.machine.new_slice();
        let task = self.tasks.get_mut(id);
        self.machine.natives.goroutine = task.number;
        let broken = task.state == State::BrokenSend;
        task.state = State::Ready;
        if self.listener.is_some() {
            self.tell(Event::Run(id));
        }
        let mut step = None;
        if broken {
            let closed = Thrown::Plain("send on closed channel".into());
            step = self.machine.throw_into(&mut self.tasks.get_mut(id).script, closed);
        }
        loop {
            let now = match step.take() {
                Some(step) => step,
                None => self.machine.resume(&mut self.tasks.get_mut(id).script),
            };
            match now {
                Step::Yield(call) => match self.handle(id, call, loader) {
                    Ok(true) => continue,
                    Ok(false) => {
                        self.take_arrivals();
                        return None;
                    }
                    Err(end) => return Some(end),
                },
                Step::Preempted => {
                    self.tell(Event::Preempt(id));
                    self.take_arrivals();
                    self.policy.push(id);
                    return None;
                }
                Step::Done => {
                    if self.leave_segment(id) {
                        continue;
                    }
                    self.take_arrivals();
                    return self.finish(id);
                }
                Step::Collect => {
                    if let Some(end) = self.collect() {
                        return Some(end);
                    }
                }
                // Another goroutine may have come first, after this one was started.
                Step::Compile(func) if self.machine.program.function(func).is_compiled() => {}
                Step::Compile(func) => match loader.compile(&mut self.machine, func) {
                    Err(message) => return Some(End::Refused(message)),
                    Ok(before) if before.is_empty() => {}
                    Ok(before) => {
                        step = self.machine.call_first(&mut self.tasks.get_mut(id).script, &before);
                    }
                },
                Step::WellKnown => {
                    if let Err(message) = loader.well_known(&mut self.machine) {
                        return Some(End::Refused(message));
                    }
                }
                Step::Panicked => {
                    self.tell(Event::Panic(id));
                    self.report_panic(id, loader);
                    return Some(End::Died);
                }
                Step::Fatal(text) => {
                    self.report_fatal(id, &text, loader);
                    return Some(End::Died);
                }
                Step::Exit(status) => return Some(End::Exit(status)),
                Step::Interrupted => return Some(End::Interrupted),
            }
        }
    }

    /// Puts those who have become ready into the queue.
    #[inline]
    pub(super) fn take_arrivals(&mut self) {
        if !self.machine.conc.arrivals.is_empty() {
            self.queue_arrivals();
        }
    }

    fn queue_arrivals(&mut self) {
        let Scheduler { machine, tasks, policy, listener, .. } = self;
        let mut i = 0;
        while let Some(id) = machine.conc.arrivals.get(i) {
            i += 1;
            let task = tasks.get_mut(id);
            match task.state {
                State::New => task.state = State::Ready,
                State::Blocked(_) if machine.conc.broken_sends.contains(&id) => {
                    task.state = State::BrokenSend
                }
                State::Blocked(_) => {
                    task.state = State::Ready;
                    machine.advance(&mut task.script);
                }
                State::Ready | State::BrokenSend | State::Free => {
                    debug_assert!(false, "a task that does not wait was woken");
                }
            }
            policy.push(id);
            if let Some(listener) = listener {
                listener.event(Event::Wake(id));
            }
        }
        machine.conc.arrivals.clear();
        machine.conc.broken_sends.clear();
    }

    /// Removes a task whose function has returned.
    fn finish(&mut self, id: TaskId) -> Option<End> {
        self.tell(Event::Finish(id));
        let goexit = self.machine.ended_by_goexit(&self.tasks.get(id).script);
        self.tasks.remove(id);
        self.machine.natives.goroutines = self.tasks.live();
        if self.main == Some(id) {
            if !goexit {
                return Some(End::Returned);
            }
            // The others go on; when they are done, that is a deadlock.
            self.main = None;
            self.main_gone = true;
        }
        None
    }

    /// Nothing is ready: waits for the next timer. Gives the end of the run if there is nothing to wait for.
    #[cold]
    fn idle(&mut self, loader: &mut dyn Loader) -> Option<End> {
        loop {
            if self.machine.interrupted() {
                return Some(End::Interrupted);
            }
            let machine = &self.machine;
            let Some(when) = self.timers.first_counting(|chan| machine.chan_has_receivers(chan)) else {
                self.report_deadlock(loader);
                return Some(End::Died);
            };
            if self.config.virtual_time {
                self.now = self.now.max(when);
                self.machine.natives.virtual_now = Some(self.now);
            } else {
                let now = self.now();
                let next = self.timers.first().unwrap_or(when);
                if now < next {
                    if self.machine.deadline.is_some_and(|at| now >= at) {
                        let _ = self.machine.host.write_stderr(b"fatal error: time limit exceeded\n");
                        return Some(End::Died);
                    }
                    self.machine.host.wait(next - now);
                }
            }
            self.fire_due();
            if !self.policy.is_empty() {
                return None;
            }
        }
    }

    /// Fires what is due, in order.
    fn fire_due(&mut self) {
        let now = self.now();
        while let Some((due, action)) = self.timers.take_due(now) {
            match (due, action) {
                (Due::Wake(task), _) => self.machine.conc.arrivals.push(task),
                (Due::Timer(_), Some(TimerAction::Send { chan, loc })) => {
                    let (sec, nsec) = self.machine.natives.wall(&*self.machine.host);
                    self.machine.send_time(chan, loc, (sec, nsec), now);
                }
                (Due::Timer(_), Some(TimerAction::Call(closure))) => {
                    let func = self.machine.closure_func(closure);
                    let id = self.tasks.add(Origin { parent: 0, func, span: Span::NONE });
                    self.machine.spawn_call(&mut self.tasks.get_mut(id).script, func, closure);
                    self.machine.natives.goroutines = self.tasks.live();
                    self.machine.conc.arrivals.push(id);
                }
                (Due::Timer(_), None) => {}
            }
            self.take_arrivals();
        }
    }

    /// Collects garbage. Gives the end of the run if more is alive than may be.
    pub(super) fn collect(&mut self) -> Option<End> {
        // Those who have been woken must stand behind the instructions that were answered.
        self.take_arrivals();
        let (tasks, timers, coroutines) = (&self.tasks, &self.timers, &self.coroutines);
        let result = self.machine.collect(
            |each| {
                for (_, task) in tasks.iter() {
                    each(&task.script);
                    task.below.iter().for_each(&mut *each);
                }
                coroutines.iter().for_each(each);
            },
            |marker| timers.addresses(|addr| marker.pointer(addr)),
        );
        let heap = &self.machine.heap;
        self.timers.forget_unreachable(|chan| heap.survived(chan));
        self.tell(Event::Collect);
        if result.is_err() {
            let _ = self.machine.host.write_stderr(b"fatal error: out of memory\n");
            return Some(End::Died);
        }
        None
    }
}
