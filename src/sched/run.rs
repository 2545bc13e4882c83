//! The loop: run a task, see why it stopped.

use super::core::{Broken, Core};
use super::costs::Pauses;
use super::policy::Order;
use super::stuck::Stuck;
use super::timers::{self, Due};
use crate::bytecode::FuncId;
use crate::event::{Describe, Kind, Listener, Object, Place};
use crate::host::{READER_GONE, SIGNALLED, reason};
use crate::source::Span;
use crate::syscall::TimerAction;
use crate::vm::{Held, Machine, PanicCause, Program, Spot, State, Step, Thrown, Uses, Wanted, Watch};

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
    /// Name the tasks that are left when the main one returns.
    pub leaks: bool,
    /// Write down where time is spent.
    pub profile: bool,
    /// Count instructions.
    pub profile_ops: bool,
}

/// What the scheduler asks of those who know the source.
pub trait Loader {
    /// Makes the code of a function that is about to be called for the first time. Gives the functions, without
    /// parameters, that must be called before it (initialisers of variables that it mentions), in order.
    ///
    /// # Errors
    /// A message; the program cannot go on.
    fn compile(&mut self, machine: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String>;
    /// Makes a type or function that reflection wants: its number.
    ///
    /// # Errors
    /// As above.
    fn make(&mut self, machine: &mut Machine, wanted: &Wanted) -> Result<u64, String>;
    /// Fills `Program::well_known`.
    ///
    /// # Errors
    /// As above.
    fn well_known(&mut self, machine: &mut Machine) -> Result<(), String>;
    /// What the source says of the use of package variables; nothing if not only the program's own code may use them.
    fn uses(&self) -> Option<&dyn Uses> {
        None
    }
    /// Where a span begins; none for what no file holds.
    fn place(&self, span: Span) -> Option<Place> {
        let _ = span;
        None
    }
    /// The variable, field or element that an object is in: see [`Describe::object`].
    fn object(&self, object: &Object) -> Option<String> {
        let _ = object;
        None
    }
    /// The text of a span.
    fn text(&self, span: Span) -> String {
        let _ = span;
        String::new()
    }
    /// What is to be said about tasks that nobody can wake, between Go's first line and the traces; lines, or nothing.
    fn deadlock(&self, stuck: &Stuck) -> String {
        let _ = stuck;
        String::new()
    }
    /// What is to be said about a panic, likewise. `name` knows the functions of the goroutines that are left, and the so-manieth
    /// each is of those that run it.
    fn panicked(&self, cause: &PanicCause, name: &dyn Fn(u64) -> Option<(String, u32)>) -> String {
        let _ = (cause, name);
        String::new()
    }
    /// What is to be said about tasks that are left when the main goroutine has returned; lines, or nothing.
    fn leaks(&self, stuck: &Stuck) -> String {
        let _ = stuck;
        String::new()
    }
    /// `file:line` of a position, the file with its whole path if it is on disk: for the program itself.
    fn locate_whole(&self, span: Span) -> String {
        self.locate(span)
    }
    /// `file:line` of a position, for traces.
    fn locate(&self, span: Span) -> String {
        self.place(span).map_or_else(|| "?".to_owned(), |place| format!("{}:{}", place.file, place.line))
    }
}

/// The program and who knows its source, together.
struct View<'v> {
    program: &'v Program,
    loader: &'v dyn Loader,
}

impl Describe for View<'_> {
    fn place(&self, span: Span) -> Option<Place> {
        self.loader.place(span)
    }

    fn function(&self, func: FuncId) -> String {
        self.program.function(func).name.clone()
    }

    fn object(&self, object: &Object) -> Option<String> {
        self.loader.object(object)
    }

    fn text(&self, span: Span) -> String {
        self.loader.text(span)
    }
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
    /// A signal ends it, by its number. All that was printed is written; the process is to die of the signal.
    Signal(i32),
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
            End::Signal(signal) => SIGNALLED + signal,
        }
    }
}

/// How far [`Scheduler::step`] has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Running,
    /// Everyone waits; until this time of the host's clock, in nanoseconds, if nothing happens outside before.
    Waiting(Option<i64>),
    /// Everyone waits, and nobody can wake them.
    Deadlock,
    /// The run has ended.
    Ended(End),
}

/// The scheduler.
pub struct Scheduler {
    /// The machine that runs the tasks.
    pub machine: Machine,
    pub(super) core: Core,
    pub(super) main_gone: bool,
    /// Where reports of panics and deadlocks go; standard error, if it is nowhere. With it, the main goroutine may end by
    /// Goexit without that the others must do something.
    pub kept: Option<String>,
    /// What the function of the main goroutine has given, in register form; nothing if it has ended otherwise.
    pub results: Option<Vec<u64>>,
    listener: Option<Box<dyn Listener>>,
    pub(super) pauses: Pauses,
}

impl Scheduler {
    /// A scheduler without tasks.
    pub fn new(mut machine: Machine, config: SchedulerConfig) -> Scheduler {
        if config.profile {
            machine.set_profile();
        }
        if config.profile_ops {
            machine.count_ops();
        }
        let pauses = Pauses::new(machine.host.glance());
        Scheduler {
            machine,
            core: Core::new(config),
            main_gone: false,
            kept: None,
            results: None,
            listener: None,
            pauses,
        }
    }

    /// Sets who watches.
    pub fn set_listener(&mut self, listener: Option<Box<dyn Listener>>) {
        self.machine.set_watch(listener.is_some().then(Watch::default));
        self.listener = listener;
    }

    /// Sets whether it is measured how long tasks run; they switch more slowly then.
    pub fn measure_turns(&mut self, on: bool) {
        self.core.measures = on;
    }

    /// Gives those who watch what has happened.
    fn deliver(&mut self, loader: &dyn Loader) {
        let (Some(listener), Some(watch)) = (&mut self.listener, &mut self.machine.conc.watch) else {
            return;
        };
        let events = watch.take();
        let view = View { program: &self.machine.program, loader };
        events.iter().for_each(|event| listener.event(event, &view));
    }

    /// Nothing will happen for a while.
    fn pause(&mut self, loader: &dyn Loader) {
        self.deliver(loader);
        if let Some(listener) = &mut self.listener {
            listener.pause();
        }
    }

    /// Runs a function without parameters as goroutine 1 until it returns, or the program ends in another way. Tasks that
    /// are still there when it returns are dropped.
    pub fn run(&mut self, func: FuncId, loader: &mut dyn Loader) -> End {
        self.start(func);
        let end = loop {
            match self.step(loader, u32::MAX) {
                Progress::Running => {}
                Progress::Waiting(until) => self.wait(until),
                Progress::Deadlock => {
                    self.report_deadlock(loader);
                    break End::Died;
                }
                Progress::Ended(end) => break end,
            }
        };
        if self.core.config.leaks && end == End::Returned {
            self.report_leaks(loader);
        }
        #[cfg(debug_assertions)]
        self.machine.save_coverage();
        let end = match (end, self.machine.host.stopped_by()) {
            (End::Interrupted, Some(libc::SIGQUIT)) => {
                self.report_quit(loader);
                End::Died
            }
            (End::Interrupted, Some(signal)) => End::Signal(signal),
            (End::Exit(READER_GONE), _) if self.machine.natives.reader_gone => End::Signal(libc::SIGPIPE),
            (end, _) => end,
        };
        // What the host has kept back may turn out to be lost.
        match (self.machine.host.flush(), &end) {
            (Err(error), End::Returned | End::Exit(0)) => {
                if error.kind() == std::io::ErrorKind::BrokenPipe && !self.machine.natives.handles_pipes {
                    return End::Signal(libc::SIGPIPE);
                }
                End::Refused(format!("standard output: {}", reason(&error)))
            }
            _ => end,
        }
    }

    /// Makes a function without parameters the main goroutine: the run ends when it returns.
    pub fn start(&mut self, func: FuncId) {
        self.start_call(func, 0, &[]);
        self.begin_main();
    }

    /// The main goroutine, which has not run yet, gets what the host has for main goroutines.
    pub fn begin_main(&mut self) {
        if let Some(id) = self.core.main {
            self.machine.hooks.begin_main(self.core.tasks.get(id).number());
        }
    }

    /// Whether a task of this number is alive.
    pub fn has_task(&self, number: u64) -> bool {
        self.core.tasks.iter().any(|(_, task)| task.number() == number)
    }

    /// The same, with its closure, or 0, and the arguments in register form.
    pub fn start_call(&mut self, func: FuncId, closure: u64, args: &[u64]) {
        let core = &mut self.core;
        let id = core.tasks.add(func, 0, 0);
        let task = core.tasks.get_mut(id);
        self.machine.spawn_main(&mut task.script, func, closure, args);
        task.set_state(State::Ready);
        self.results = None;
        core.main = Some(id);
        self.main_gone = false;
        let (number, ordinal) = (task.number(), task.origin.ordinal);
        self.machine.natives.goroutines = core.tasks.live();
        self.machine.natives.virtual_now = core.config.virtual_time.then_some(core.virtual_now);
        core.push(&mut self.machine, id);
        if self.machine.is_watched() {
            self.machine.tell_spawn(None, id, number, (func, ordinal));
        }
    }

    /// Runs for at most so many turns of tasks. Never waits.
    pub fn step(&mut self, loader: &mut dyn Loader, limit: u32) -> Progress {
        let mut left = limit;
        // What is left of an earlier pass was not of this limit.
        self.core.turns = 0;
        loop {
            if self.core.turns == 0 {
                self.core.interrupt_overdue(&mut self.machine);
                if let Some(end) = self.stopped() {
                    self.pause(loader);
                    return Progress::Ended(end);
                }
                if left == 0 {
                    return Progress::Running;
                }
                if !self.core.is_virtual(&self.machine)
                    && let Some(end) = self.fire_due()
                {
                    return Progress::Ended(end);
                }
                self.poll_between();
                self.core.wake_attending(&mut self.machine);
                self.core.new_pass(&self.machine);
                self.core.turns = self.core.turns.min(left);
                if limit != u32::MAX {
                    left -= self.core.turns;
                }
            }
            let Some(id) = self.core.next_task(&mut self.machine) else {
                match self.idle(loader) {
                    Some(progress) => {
                        self.pause(loader);
                        return progress;
                    }
                    None => continue,
                }
            };
            self.core.begin(&mut self.machine, id);
            let end = self.turn(loader);
            self.deliver(loader);
            if let Some(end) = end {
                if self.machine.hooks.is_active() {
                    self.machine.hooks.leave();
                }
                self.pause(loader);
                return Progress::Ended(end);
            }
        }
    }

    /// The end of a run that has been interrupted or has no time left.
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

    /// Runs the task whose turn has begun, and those that follow it, until something has to be decided here.
    fn turn(&mut self, loader: &mut dyn Loader) -> Option<End> {
        let mut step = None;
        loop {
            if let Some(broken) = self.core.broken.take() {
                let thrown = match broken {
                    Broken::Send => Thrown::send_on_closed(),
                    Broken::Interrupted => self.core.take_pending(&self.machine),
                    Broken::Refused([ty, word]) => Thrown::Value(ty, word),
                };
                step = self.machine.throw_into(&mut self.core.current_task().script, thrown);
                if step.is_none() {
                    self.machine.retry(&mut self.core.current_task().script);
                }
            }
            let now = match step.take() {
                Some(step) => step,
                None => {
                    let script = self.core.script();
                    self.core.lend(&mut self.machine);
                    let step = self.machine.resume(script, &mut self.core);
                    self.core.take_back(&mut self.machine);
                    step
                }
            };
            match now {
                // A task that has just been given its turn must panic.
                Step::Turn if self.core.broken.is_some() => {}
                Step::Turn => return None,
                Step::Yield(call) => {
                    if let Err(end) = self.handle(call, loader) {
                        return Some(end);
                    }
                }
                Step::Preempted => {
                    let id = self.core.current;
                    let task = self.core.current_task();
                    task.set_state(State::Preempted);
                    self.machine.retry(&mut task.script);
                    self.machine.tell_again(id, &self.core.tasks.get(id).script, Kind::Preempt);
                    if self.machine.hooks.is_active() {
                        self.machine.hooks.leave();
                    }
                    self.core.push(&mut self.machine, id);
                    self.core.end_pass_soon(&self.machine);
                    return None;
                }
                Step::Done => {
                    if self.core.leave_segment(&mut self.machine) || self.settle() {
                        continue;
                    }
                    return self.finish();
                }
                Step::Collect => {
                    if let Some(end) = self.collect(None) {
                        return Some(end);
                    }
                    self.core.broken = self.core.excess(&mut self.machine).map(Broken::Refused);
                }
                // Another goroutine may have come first, after this one was started.
                Step::Compile(func) if self.machine.program.function(func).is_compiled() => {}
                Step::Compile(func) => match self.compile(func, loader) {
                    Err(message) => return Some(End::Refused(message)),
                    Ok(before) if before.is_empty() => {}
                    Ok(before) => {
                        step = self.machine.call_first(&mut self.core.current_task().script, &before);
                    }
                },
                Step::WellKnown => {
                    if let Err(message) = loader.well_known(&mut self.machine) {
                        return Some(End::Refused(message));
                    }
                }
                Step::Unrecovered => step = self.unrecovered(loader),
                Step::Panicked => {
                    let id = self.core.current;
                    self.machine.tell_panic(&self.core.tasks.get(id).script);
                    self.report_panic(id, loader);
                    return Some(End::Died);
                }
                Step::Fatal(text) => {
                    self.report_fatal(self.core.current, &text, loader);
                    return Some(End::Died);
                }
                Step::Exit(status) => return Some(End::Exit(status)),
                Step::Interrupted => return Some(End::Interrupted),
            }
        }
    }

    /// Makes the code of a function.
    fn compile(&mut self, func: FuncId, loader: &mut dyn Loader) -> Result<Vec<FuncId>, String> {
        let began = self.machine.begins();
        let before = loader.compile(&mut self.machine, func);
        self.machine.ends(began, Some(Spot::Compiler));
        before
    }

    /// Removes the current task, whose function has returned.
    fn finish(&mut self) -> Option<End> {
        let goexit = self.machine.ended_by_goexit(&self.core.current_task().script);
        let main = self.core.main == Some(self.core.current);
        if main && !goexit && self.results.is_none() {
            self.results = Some(self.machine.results_of(&self.core.current_task().script));
        }
        self.core.remove(&mut self.machine);
        if main {
            self.core.main = None;
            if !goexit || self.kept.is_some() {
                return Some(End::Returned);
            }
            // The others go on; when they are done, that is a deadlock.
            self.main_gone = true;
        }
        None
    }

    /// When the first of what is pending comes due that can wake anyone.
    pub(super) fn next_timer(&self) -> Option<i64> {
        let machine = &self.machine;
        self.core.timers.first_counting(|action| match *action {
            TimerAction::Call(_) | TimerAction::Interrupt(_) => true,
            TimerAction::Send { chan, .. } => machine.chan_has_receivers(chan),
            TimerAction::Expire { handle, direction } => machine.natives.io.is_awaited(handle, direction),
        })
    }

    /// Nothing is ready. Virtual time jumps to the next timer; otherwise says for what there is to wait.
    #[cold]
    fn idle(&mut self, loader: &dyn Loader) -> Option<Progress> {
        if self.machine.interrupted() {
            return Some(Progress::Ended(End::Interrupted));
        }
        self.core.pause_measure(&self.machine);
        self.close_dropped();
        if self.core.wake_attending(&mut self.machine) || self.core.wake_idle(&mut self.machine) {
            return None;
        }
        let when = self.next_timer();
        let outside = self.core.is_outside_pending(&self.machine);
        if when.is_none() && !outside {
            match self.end_halves(loader) {
                Ok(true) => return None,
                Ok(false) => return Some(Progress::Deadlock),
                Err(end) => return Some(Progress::Ended(end)),
            }
        }
        if !self.core.is_virtual(&self.machine) {
            if let Some(end) = self.fire_due() {
                return Some(Progress::Ended(end));
            }
        } else if let Some(when) = when {
            let comes_first = outside && self.outside_comes_first();
            if self.core.is_idle(&self.machine) && !comes_first {
                let now = self.core.now(&self.machine).max(when);
                self.core.virtual_now = now;
                self.machine.natives.virtual_now = Some(now);
                return self.fire_due().map(Progress::Ended);
            }
        }
        if !self.core.is_idle(&self.machine) {
            return None;
        }
        // Who comes back looks at the clock and outside first.
        self.core.turns = 0;
        let timer = if self.core.is_virtual(&self.machine) { None } else { self.core.timers.first() };
        Some(Progress::Waiting(timer))
    }

    /// Waits for the host's clock, or for something to happen outside.
    pub fn wait(&mut self, until: Option<i64>) {
        let next = until.into_iter().chain(self.machine.deadline).min();
        let wait = next.map(|next| next - self.machine.host.mono());
        if wait.is_none_or(|wait| wait > 0) {
            self.poll_outside(wait);
            self.core.outside.polled = true;
            self.machine.skip_time();
        }
    }

    /// Fires what is due, in order.
    /// Gives the end of the run if a timer may not start its task.
    fn fire_due(&mut self) -> Option<End> {
        if self.core.timers.is_empty() {
            return None;
        }
        let now = self.core.now(&self.machine);
        let (core, machine) = (&mut self.core, &mut self.machine);
        // Read once for all that fire now: they have one monotonic time, too.
        let mut wall = None;
        while let Some((due, action)) = core.timers.take_due(now) {
            if let Some(watch) = &mut machine.conc.watch {
                watch.set_time(now);
                watch.between();
                if let Due::Timer(timer) = due {
                    watch.fire(timers::number(timer));
                }
            }
            match (due, action) {
                (Due::Wake(task), _) => core.wake(machine, task, false),
                (Due::Timer(_), Some(TimerAction::Send { chan, loc })) => {
                    let wall = *wall.get_or_insert_with(|| machine.natives.wall(&*machine.host));
                    machine.send_time(chan, loc, wall, now);
                }
                (Due::Timer(_), Some(TimerAction::Call(call))) => {
                    if let Some(text) = core.is_full() {
                        // There is nowhere else to report a failure to.
                        let _ = machine.host.write_stderr(format!("fatal error: {text}\n").as_bytes());
                        return Some(End::Died);
                    }
                    core.start_timed(machine, call);
                }
                (Due::Timer(_), Some(TimerAction::Interrupt(alarm))) => core.alarm(machine, alarm),
                (Due::Timer(_), Some(TimerAction::Expire { handle, direction })) => {
                    core.expire(machine, handle, direction);
                }
                (Due::Timer(_), None) => {}
            }
        }
        None
    }

    /// Collects garbage. Gives the end of the run if more is alive than may be. For `uses` see [`Machine::collect`].
    pub(super) fn collect(&mut self, uses: Option<&dyn Uses>) -> Option<End> {
        let began = self.machine.host.glance();
        let end = self.collect_now(uses);
        self.pauses.add(self.machine.host.glance() - began);
        end
    }

    /// Makes the stacks of tasks that do not run small, unless coroutines are on them.
    fn slim(&mut self) {
        let current = self.core.current;
        let others = self
            .core
            .tasks
            .iter_mut()
            .filter(|(id, task)| *id != current && task.on_top.innermost().is_none());
        self.machine.slim(others.map(|(_, task)| &mut task.script));
    }

    fn collect_now(&mut self, uses: Option<&dyn Uses>) -> Option<End> {
        self.slim();
        let began = self.machine.begins();
        let records: Vec<u64> = self.core.record_addresses(&self.machine).collect();
        let current = self.core.current;
        let Core { tasks, timers, coroutines, .. } = &mut self.core;
        let numbers = tasks.iter().flat_map(|(_, task)| coroutines.on_top(task.on_top));
        let running: Vec<u64> = numbers.map(|number| coroutines.object(number)).collect();
        let result = self.machine.collect(
            |each| {
                for (id, task) in tasks.iter_mut() {
                    each(&task.script);
                    // Who has been woken holds what it waits at, and what it has been given.
                    let woken = task.state() == State::Ready && id != current;
                    if woken && task.script.swap_position() {
                        each(&task.script);
                        task.script.swap_position();
                    }
                    coroutines.below(task.on_top).for_each(&mut *each);
                }
            },
            |number, each| {
                for (above, script) in coroutines.suspended(number) {
                    each(Held::Script(script));
                    each(Held::Object(coroutines.object(above)));
                }
            },
            |marker| {
                running.iter().for_each(|&object| marker.pointer(object));
                coroutines.held().for_each(|object| marker.pointer(object));
                timers.addresses(|addr| marker.pointer(addr));
                records.iter().for_each(|&record| marker.pointer(record));
            },
            uses,
        );
        let heap = &self.machine.heap;
        timers.forget_unreachable(|chan| heap.survived(chan));
        coroutines.forget_unreachable(|object| heap.survived(object));
        self.machine.ends(began, Some(Spot::Collector));
        self.close_unreachable();
        let heap = &self.machine.heap;
        if let Some(watch) = &mut self.machine.conc.watch {
            watch.forget(|addr| !heap.contains(addr) || heap.survived(addr));
            watch.tell(Kind::Collect { live: heap.stats().live_bytes });
        }
        if result.is_err() {
            self.print_last("fatal error: out of memory\n".into());
            return Some(End::Died);
        }
        // Where no more tasks may live, the calls wait for a later collection.
        if self.core.is_full().is_none()
            && let Some(runner) = self.machine.natives.finalizers.start_runner()
        {
            let func = self.machine.closure_func(runner);
            self.core.start_task(&mut self.machine, func, runner, &[]);
        }
        None
    }
}
