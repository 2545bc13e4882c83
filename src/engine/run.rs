//! [`Engine`]: a program that is ready to run, and a host that runs it.

use std::marker::PhantomData;
use std::rc::Rc;

use super::call::{CallError, take_results};
use super::code::Code;
use super::config::Config;
use super::natives::Natives;
use crate::bytecode::FuncId;
use crate::check;
use crate::compile::Parts;
use crate::diag::Diagnostic;
use crate::event::Listener;
use crate::heap::RTypeId;
use crate::host::Host;
use crate::native::Func;
use crate::native::convert::{FromResults, FromValue, IntoArgs};
use crate::report::Flame;
use crate::sched::{End, Loader, Main, Progress, Scheduler};
use crate::source::SourceMap;
use crate::vm::{Raw, Switch, TaskLocals};

use super::builder::Builder;

/// Whether instructions can be counted: in a release build they cannot, since that would cost time even when it is off.
pub const COUNTS_OPS: bool = cfg!(not(phasync_threaded));

/// A program that is ready to run.
///
/// [`run`](Self::run) runs it to its end, as the command does. A host with a loop of its own [starts](Self::start) it and lets
/// it run a number of turns at a time, by [`step`](Self::step). [`call`](Self::call) calls one function; that needs neither, but
/// goes together with both: goroutines that wait or are ready go on whenever anything runs.
pub struct Engine {
    pub(super) scheduler: Scheduler,
    pub(super) code: Code,
    program: Rc<check::Program>,
    diags: Vec<Diagnostic>,
    initialised: bool,
    /// Whether the host's types are known to the machine.
    typed: bool,
    /// The call that is being made.
    pub(super) calling: Option<Calling>,
    calls: u64,
}

/// A call that has begun.
pub(super) struct Calling {
    number: u64,
    /// The type of the function.
    sig: RTypeId,
    /// The main goroutine while it is not: see `swap_main`.
    main: Option<Main>,
    /// The results are there, and their texts are asked for.
    results: Option<super::call::Texts>,
}

/// A call that a host makes step by step: see [`Engine::begin`]. It gives `R`.
pub struct Call<R> {
    number: u64,
    gives: PhantomData<fn() -> R>,
}

/// How far a call has come.
#[derive(Debug, PartialEq)]
pub enum Called<R> {
    /// There is more to do.
    Running,
    /// Every goroutine waits; until this time of the host's clock, in nanoseconds, if nothing happens before.
    Waiting(Option<i64>),
    /// It has returned.
    Done(R),
}

impl Engine {
    /// What a host says before a program runs.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(super) fn new(
        config: &Config,
        host: Box<dyn Host>,
        listener: Option<Box<dyn Listener>>,
        natives: Natives,
        code: Code,
        program: Rc<check::Program>,
        diags: Vec<Diagnostic>,
    ) -> Engine {
        let mut scheduler = config.scheduler(host);
        scheduler.set_listener(listener);
        scheduler.measure_turns(code.checker.asks_for_task_stats());
        let typed = natives.is_empty();
        natives.bind(&mut scheduler.machine.program);
        let mut engine = Engine {
            scheduler,
            code,
            program,
            diags,
            initialised: false,
            typed: false,
            calling: None,
            calls: 0,
        };
        if !typed {
            engine.learn_types();
        }
        engine
    }

    /// Makes known to the machine what values of Rust become.
    fn learn_types(&mut self) {
        if !self.typed {
            self.typed = true;
            self.code.host_types(&mut self.scheduler.machine);
        }
    }

    /// Warnings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diags
    }

    /// The texts that diagnostics refer to.
    pub fn sources(&self) -> &SourceMap {
        &self.code.checker.sources
    }

    // ---- the program -----------------------------------------------------------------------------------------------

    /// Runs the program, script or `main`, to its end. What it dies of is reported on standard error. Goroutines that are still
    /// there stay where they are.
    pub fn run(&mut self) -> End {
        let start = self.main_function();
        self.code.is_whole = true;
        let end = self.scheduler.run(start, &mut self.code);
        self.code.is_whole = false;
        end
    }

    /// Where the program has spent its time, if its [configuration](Config::profile) says that this is to be found out.
    pub fn flame(&self) -> Option<Flame> {
        let machine = &self.scheduler.machine;
        let place = |span| Loader::place(&self.code, span);
        machine.profile().map(|profile| Flame::new(profile, machine, place))
    }

    /// How often which instruction was executed, and which has followed which, if its [configuration](Config::profile_ops) says
    /// that this is to be counted; nothing in an executable that [cannot](COUNTS_OPS).
    pub fn op_counts(&self) -> Option<String> {
        self.scheduler.machine.op_counts()
    }

    /// Begins the program, script or `main`: [`step`](Self::step) runs it.
    pub fn start(&mut self) {
        let start = self.main_function();
        self.scheduler.start(start);
    }

    fn main_function(&mut self) -> FuncId {
        let parts = if self.initialised { Parts::Main } else { Parts::All };
        self.initialised = true;
        self.code.state.start(&mut self.scheduler.machine.program, self.program.clone(), parts)
    }

    /// Lets goroutines run for at most so many turns; a turn ends when a goroutine waits, or has used up its slice. Does not
    /// wait itself. What the program dies of is reported on standard error.
    ///
    /// ```
    /// # use phasync::engine::{Engine, End, Progress};
    /// let text = "n := 0; func Count() int { return n }; for { n++; runtime.Gosched() }";
    /// let mut engine = Engine::builder().file("count.pgo", text).build().unwrap();
    /// engine.start();
    /// assert_eq!(engine.step(10), Progress::Running);
    /// // The others take their turns while a function is called: one before it.
    /// assert_eq!(engine.call::<_, i64>("Count", ()).unwrap(), 11);
    /// ```
    pub fn step(&mut self, turns: u32) -> Progress {
        let progress = self.scheduler.step(&mut self.code, turns);
        match progress {
            Progress::Deadlock => self.scheduler.report_deadlock(&self.code),
            Progress::Ended(_) => self.show_output(),
            Progress::Running | Progress::Waiting(_) => {}
        }
        progress
    }

    /// Waits as [`step`](Self::step) or [`poll`](Self::poll) said.
    pub fn wait(&mut self, until: Option<i64>) {
        self.scheduler.wait(until);
    }

    // ---- tasks -----------------------------------------------------------------------------------------------------

    /// What the host keeps with the task of this number; nothing if no such task is alive.
    pub fn locals(&mut self, task: u64) -> Option<&mut TaskLocals> {
        self.scheduler.has_task(task).then(|| self.scheduler.machine.hooks.locals(task))
    }

    /// Sets a handler that is told of the switches of the task of this number, as [`Cx::on_switch`](crate::engine::Cx::on_switch)
    /// does. Whether such a task is alive.
    pub fn on_switch(
        &mut self,
        task: u64,
        handler: impl FnMut(&mut TaskLocals, Switch) -> bool + 'static,
    ) -> bool {
        let is_alive = self.scheduler.has_task(task);
        if is_alive {
            self.scheduler.machine.hooks.handle(task, false, Box::new(handler));
        }
        is_alive
    }

    // ---- calls -----------------------------------------------------------------------------------------------------

    /// A function of the main package.
    ///
    /// # Errors
    /// There is none of that name, or it has type parameters.
    pub fn function<A, R>(&mut self, name: &str) -> Result<Func<A, R>, CallError> {
        self.learn_types();
        let (func, ty) = self.code.function(&mut self.scheduler.machine, name)?;
        let closure = self.scheduler.machine.program.static_closure(func);
        let raw = Raw::new(ty, std::iter::once(closure).collect());
        let mut values = self.scheduler.machine.values();
        Func::from_value(&mut values, &raw).map_err(|mismatch| CallError::Mismatch(mismatch.to_string()))
    }

    /// Calls a function of the main package, and runs the program until it returns. Package variables are initialised before,
    /// if that has not happened.
    ///
    /// # Errors
    /// There is no such function; it panics, waits for ever ...; the Rust types do not go with the Go types.
    ///
    /// ```
    /// # use phasync::engine::Engine;
    /// # use std::collections::HashMap;
    /// let mut engine = Engine::builder()
    ///     .file("count.pgo", r#"
    ///         func Count(words []string) (map[string]int, error) {
    ///             if len(words) == 0 { return nil, errors.New("no words") }
    ///             n := map[string]int{}
    ///             for _, w := range words { n[w]++ }
    ///             return n, nil
    ///         }"#)
    ///     .build()
    ///     .unwrap();
    /// type Counted = Result<HashMap<String, u32>, phasync::engine::ScriptError>;
    /// let counted: Counted = engine.call("Count", (vec!["a", "b", "a"],)).unwrap();
    /// assert_eq!(counted.unwrap()["a"], 2);
    /// let counted: Counted = engine.call("Count", (Vec::<String>::new(),)).unwrap();
    /// assert_eq!(counted.unwrap_err().text(), "no words");
    /// ```
    pub fn call<A: IntoArgs, R: FromResults>(&mut self, name: &str, args: A) -> Result<R, CallError> {
        let f = self.function::<A, R>(name)?;
        self.call_func(&f, args)
    }

    /// Calls a function value.
    ///
    /// # Errors
    /// As for [`call`](Self::call).
    pub fn call_func<A: IntoArgs, R: FromResults>(
        &mut self,
        f: &Func<A, R>,
        args: A,
    ) -> Result<R, CallError> {
        let call = self.begin(f, args)?;
        loop {
            match self.poll(&call, u32::MAX)? {
                Called::Running => {}
                Called::Waiting(until) => self.wait(until),
                Called::Done(results) => return Ok(results),
            }
        }
    }

    /// Begins a call; [`poll`](Self::poll) runs it. There is one at a time: one that was not polled to its end is given up, its
    /// deferred calls run.
    ///
    /// # Errors
    /// As for [`call`](Self::call).
    pub fn begin<A: IntoArgs, R: FromResults>(
        &mut self,
        f: &Func<A, R>,
        args: A,
    ) -> Result<Call<R>, CallError> {
        self.learn_types();
        self.give_up();
        self.initialise()?;
        let (func, closure, sig) = self.callee(f.root())?;
        let machine = &mut self.scheduler.machine;
        let types = machine.program.rtypes.get(sig).params.clone();
        let args = args.into_args(&mut machine.values(), &types);
        let args = args.map_err(|mismatch| CallError::Mismatch(mismatch.to_string()))?;
        let main = self.scheduler.swap_main(None);
        self.scheduler.start_call(func, closure, args.words());
        self.scheduler.begin_main();
        self.calls += 1;
        self.calling = Some(Calling { number: self.calls, sig, main, results: None });
        Ok(Call { number: self.calls, gives: PhantomData })
    }

    /// Lets goroutines run for at most so many turns, or until the call has returned.
    ///
    /// # Errors
    /// As for [`call`](Self::call); the call has ended then.
    pub fn poll<R: FromResults>(&mut self, call: &Call<R>, turns: u32) -> Result<Called<R>, CallError> {
        if self.calling.as_ref().is_none_or(|calling| calling.number != call.number) {
            return Err(CallError::Over);
        }
        let kept = self.scheduler.kept.replace(String::new());
        let progress = self.scheduler.step(&mut self.code, turns);
        let ended = self.settle(progress);
        self.scheduler.kept = kept;
        match ended {
            Ok(Called::Running) => Ok(Called::Running),
            Ok(Called::Waiting(until)) => Ok(Called::Waiting(until)),
            Ok(Called::Done(texts)) => {
                self.end_call();
                take_results(&mut self.scheduler.machine, &texts).map(Called::Done)
            }
            Err(error) => {
                self.end_call();
                Err(error)
            }
        }
    }

    /// The main goroutine is the program's again.
    fn end_call(&mut self) {
        if let Some(calling) = self.calling.take() {
            self.scheduler.drop_main();
            self.scheduler.swap_main(calling.main);
        }
        self.show_output();
    }

    /// Lets the host write out what it has kept back. That it is lost is found out by the next who writes.
    fn show_output(&mut self) {
        let _ = self.scheduler.machine.host.flush();
    }

    /// Ends a call that was not polled to its end.
    fn give_up(&mut self) {
        if self.calling.is_some() {
            self.drain();
            self.end_call();
        }
    }

    /// Initialises package variables, and runs `init` functions, unless that was done.
    fn initialise(&mut self) -> Result<(), CallError> {
        if std::mem::replace(&mut self.initialised, true) {
            return Ok(());
        }
        let program = self.program.clone();
        let init = self.code.state.start(&mut self.scheduler.machine.program, program, Parts::Init);
        let kept = self.scheduler.kept.replace(String::new());
        self.scheduler.start(init);
        let result = loop {
            let progress = self.scheduler.step(&mut self.code, u32::MAX);
            match self.settle_main(progress) {
                Ok(Called::Running) => {}
                Ok(Called::Waiting(until)) => self.scheduler.wait(until),
                Ok(Called::Done(())) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.scheduler.kept = kept;
        result
    }

    /// What a step of a call comes to: when its function has returned, its results are kept, and errors among them are asked
    /// what they say, one after the other, by calls of their own.
    fn settle(&mut self, progress: Progress) -> Result<Called<super::call::Texts>, CallError> {
        match self.settle_main(progress)? {
            Called::Running => return Ok(Called::Running),
            Called::Waiting(until) => return Ok(Called::Waiting(until)),
            Called::Done(()) => {}
        }
        let words = self.scheduler.results.take();
        let Some(calling) = &mut self.calling else { return Err(CallError::Over) };
        let machine = &mut self.scheduler.machine;
        let texts = match &mut calling.results {
            Some(texts) => {
                texts.answer(machine, &words.unwrap_or_default());
                texts
            }
            None => match words {
                Some(words) => calling.results.insert(super::call::Texts::new(machine, calling.sig, &words)),
                None => return Err(CallError::Exited),
            },
        };
        match texts.next(machine) {
            Some((func, word)) => {
                self.scheduler.start_call(func, 0, &[word]);
                Ok(Called::Running)
            }
            None => calling.results.take().map(Called::Done).ok_or(CallError::Over),
        }
    }

    /// What a step of the main goroutine comes to. If it cannot go on, it is ended.
    fn settle_main(&mut self, progress: Progress) -> Result<Called<()>, CallError> {
        let end = match progress {
            Progress::Running => return Ok(Called::Running),
            Progress::Waiting(until) => return Ok(Called::Waiting(until)),
            Progress::Deadlock => {
                self.scheduler.report_deadlock(&self.code);
                let report = self.take_report();
                self.drain();
                return Err(CallError::Deadlock { report });
            }
            Progress::Ended(end) => end,
        };
        match end {
            End::Returned => Ok(Called::Done(())),
            End::Died => {
                let report = self.take_report();
                self.scheduler.drop_current();
                self.drain();
                Err(CallError::died(report))
            }
            End::Exit(status) => {
                self.scheduler.drop_main();
                Err(CallError::Exit(status))
            }
            End::Interrupted | End::Signal(_) => {
                self.scheduler.drop_main();
                Err(CallError::Interrupted)
            }
            End::Refused(message) => {
                self.scheduler.drop_main();
                Err(CallError::Internal(message))
            }
        }
    }

    fn take_report(&mut self) -> String {
        self.scheduler.kept.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Ends the main goroutine, if it is still there: its deferred calls run, as far as they need not wait.
    fn drain(&mut self) {
        self.scheduler.stop_main();
        while self.scheduler.has_main() {
            match self.scheduler.step(&mut self.code, u32::MAX) {
                Progress::Running => {}
                Progress::Waiting(_) | Progress::Deadlock | Progress::Ended(_) => self.scheduler.drop_main(),
            }
        }
        self.take_report();
    }
}
