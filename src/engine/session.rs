//! An interactive session: entries are compiled against everything that was entered before, and nothing is executed twice.
//!
//! In: the text of an entry ([`Session::submit`]), and turns to run it with ([`Session::step`]). Out: diagnostics, or an
//! [`Outcome`]. The host writes what programs print. Invariants
//! - At most one entry runs. Goroutines that entries have started go on while none does.
//! - Whatever happens to an entry, or to a goroutine, the session is as good as before: a refused entry leaves nothing behind; a
//!   panic ends the goroutine that panicked and no other; an interrupt or a deadlock ends the entry, whose deferred calls run.
//! - What an entry declares can be named when it has ended, as far as it was executed.

use std::io;
use std::rc::Rc;
use std::sync::atomic::Ordering;

use super::builder::Builder;
use super::checked::Refused;
use super::code::Code;
use crate::ast::NodeIds;
use crate::check::Checker;
use crate::check::echo::Echo;
use crate::check::import::DiskLoader;
use crate::check::object::ObjId;
use crate::check::session::Entry;
use crate::compile::{self, Started};
use crate::diag::{Diagnostic, Format, Style, render};
use crate::host::Host;
use crate::parser::{Mode, parse_file};
use crate::sched::{End, Progress, Scheduler};
use crate::source::SourceMap;

/// A value that an entry shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its type, as the source spells it.
    pub ty: String,
    /// Its text.
    pub text: String,
}

/// How an entry ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It ran to its end, and shows these values.
    Done(Vec<Shown>),
    /// It names something that is no value: this text says what.
    Named(String),
    /// It panicked, or met a fatal error; that has been reported on standard error.
    Died,
    /// It waited for what nobody could do any more; that has been reported on standard error.
    Deadlock,
    /// It was interrupted.
    Interrupted,
    /// It called `os.Exit`.
    Exit(i32),
    /// Something in it could not be compiled: a bug.
    Refused(String),
}

/// What [`Session::step`] has come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// There is more to do.
    Running,
    /// Everyone waits; until this time of the host's clock, in nanoseconds, if nothing happens before.
    Waiting(Option<i64>),
    /// The entry has ended.
    Ended(Outcome),
    /// A goroutine called `os.Exit` while no entry ran.
    Exit(i32),
}

/// An entry that runs.
struct Running {
    entry: Entry,
    started: Started,
    /// It is being ended: with what.
    ending: Option<Outcome>,
}

/// A session.
pub struct Session {
    pub(super) code: Code,
    pub(super) scheduler: Scheduler,
    running: Option<Running>,
    diags: Vec<Diagnostic>,
    /// What the entry that ended last has shadowed.
    pub(super) shadowed: Vec<ObjId>,
    /// Nanoseconds that an entry may take.
    timeout: Option<i64>,
    /// Whether a goroutine has died that was no entry's main one.
    died_behind: bool,
}

impl Session {
    /// A session in which nothing was entered yet.
    pub(super) fn open(mut builder: Builder) -> Result<Session, Refused> {
        let dir = builder.dir();
        let loader = DiskLoader::new(dir, &builder.tags()).with_host(builder.natives.packages());
        let mut checker = Checker::new(SourceMap::new(), NodeIds::new(), Some(Box::new(loader)));
        let hosted = checker.begin_session(dir);
        let mut diags = std::mem::take(&mut checker.diags);
        diags.extend(builder.natives.check(Some(&checker)));
        if diags.iter().any(Diagnostic::is_error) {
            return Err(Refused::new(checker.sources, diags));
        }
        let host = builder.take_host();
        let mut scheduler = builder.config.scheduler(host);
        scheduler.set_listener(builder.listener.take());
        scheduler.kept = Some(String::new());
        scheduler.machine.deadline = None;
        let diag = (builder.config.diag, builder.config.style);
        let mut code = Code::new(checker, compile::State::new(), diag);
        if !builder.natives.is_empty() {
            code.host_types(&mut scheduler.machine);
        }
        std::mem::take(&mut builder.natives).bind(&mut scheduler.machine.program);
        let timeout = builder.config.timeout;
        let mut session = Session {
            code,
            scheduler,
            running: None,
            diags,
            shadowed: Vec::new(),
            timeout,
            died_behind: false,
        };
        // The packages of the host are initialised before anything else.
        if hosted && session.submit("", "") {
            session.run();
        }
        Ok(session)
    }

    /// Reads, checks and starts an entry. `name` is what diagnostics and traces call it; one that ends in `.go` is Go and
    /// nothing else. Whether it was accepted: then [`step`](Self::step) runs it; errors and warnings are in
    /// [`diagnostics`](Self::diagnostics). While an entry runs, no other is accepted.
    pub fn submit(&mut self, name: &str, text: &str) -> bool {
        if self.running.is_some() {
            return false;
        }
        let Some(entry) = self.check(name, text) else { return false };
        self.scheduler.measure_turns(self.code.checker.asks_for_task_stats());
        self.code.forget_source();
        let started = self.code.state.entry(&mut self.code.checker, &mut self.scheduler.machine, &entry);
        let machine = &mut self.scheduler.machine;
        // Whoever was to be interrupted has ended.
        machine.host.interrupt().store(false, Ordering::Relaxed);
        machine.deadline = self.timeout.map(|nanos| machine.host.mono().saturating_add(nanos));
        self.scheduler.start(started.func);
        self.running = Some(Running { entry, started, ending: None });
        true
    }

    /// Checks an entry, which is then to be run or withdrawn.
    pub(super) fn check(&mut self, name: &str, text: &str) -> Option<Entry> {
        let checker = &mut self.code.checker;
        let file = checker.sources.add(name, text);
        let parsed = parse_file(&checker.sources, file, &mut checker.nodes, Mode::of(name));
        let checkable = crate::check::can_check(&parsed.diags);
        checker.diags = parsed.diags;
        let entry = if checkable { checker.check_entry(Rc::new(parsed.file)) } else { None };
        self.diags = std::mem::take(&mut checker.diags);
        entry
    }

    /// Errors and warnings of the entry that was submitted last.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diags
    }

    /// The texts that diagnostics refer to.
    pub fn sources(&self) -> &SourceMap {
        &self.code.checker.sources
    }

    /// Writes errors and warnings of the entry that was submitted last.
    ///
    /// # Errors
    /// `out` fails.
    pub fn render(&self, format: Format, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
        render(self.sources(), &self.diags, format, style, out)
    }

    /// The outside world.
    pub fn host(&mut self) -> &mut dyn Host {
        &mut *self.scheduler.machine.host
    }

    /// Whether an entry runs.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Runs for at most so many turns of goroutines. Never waits.
    pub fn step(&mut self, turns: u32) -> Turn {
        let progress = self.scheduler.step(&mut self.code, turns);
        self.print_report();
        match progress {
            Progress::Running | Progress::Waiting(_) | Progress::Deadlock if self.is_over() => self.finish(),
            Progress::Running => Turn::Running,
            Progress::Waiting(until) => Turn::Waiting(until),
            Progress::Deadlock if self.running.is_some() => {
                self.scheduler.report_deadlock(&self.code);
                self.print_report();
                self.end(Outcome::Deadlock)
            }
            Progress::Deadlock => Turn::Waiting(None),
            Progress::Ended(end) => self.ended(end),
        }
    }

    /// Prints what the scheduler says of a panic, fatal error or deadlock.
    fn print_report(&mut self) {
        let report = self.scheduler.kept.as_mut().map(std::mem::take).unwrap_or_default();
        if !report.is_empty() {
            // A closed standard error is nobody's concern.
            let _ = self.scheduler.machine.host.write_stderr(report.as_bytes());
        }
    }

    /// Runs the entry that was submitted to its end, waiting where it waits.
    pub fn run(&mut self) -> Outcome {
        loop {
            match self.step(u32::MAX) {
                Turn::Running => {}
                Turn::Waiting(until) => self.wait(until),
                Turn::Ended(outcome) => return outcome,
                Turn::Exit(status) => return Outcome::Exit(status),
            }
        }
    }

    /// Whether a goroutine has died of a panic, which was reported, that was not the main one of an entry.
    pub fn died_behind(&self) -> bool {
        self.died_behind
    }

    /// Waits where [`step`](Self::step) says that everyone waits: until this time of the host's clock, or until something
    /// happens outside.
    pub fn wait(&mut self, until: Option<i64>) {
        self.scheduler.wait(until);
    }

    /// Ends a goroutine, whose deferred calls run. Whether there is one of this number.
    pub fn stop_task(&mut self, number: u64) -> bool {
        self.scheduler.stop_task(number)
    }

    /// Whether the main goroutine of the entry that runs is gone.
    fn is_over(&self) -> bool {
        self.running.is_some() && !self.scheduler.has_main()
    }

    /// The scheduler has stopped: the entry has ended, or something has happened to a goroutine.
    fn ended(&mut self, end: End) -> Turn {
        let is_main = self.running.is_some() && self.scheduler.main_ran_last();
        match end {
            End::Returned => self.finish(),
            End::Interrupted | End::Signal(_) => {
                self.host().interrupt().store(false, Ordering::Relaxed);
                self.scheduler.resume_current();
                self.end(Outcome::Interrupted)
            }
            End::Exit(status) => {
                self.scheduler.drop_current();
                match self.running {
                    Some(_) => {
                        self.scheduler.drop_main();
                        self.end(Outcome::Exit(status))
                    }
                    None => Turn::Exit(status),
                }
            }
            End::Died | End::Refused(_) => {
                self.scheduler.drop_current();
                if let End::Refused(message) = &end {
                    let text = format!("phasync: {message}\n");
                    // A closed standard error is nobody's concern.
                    let _ = self.host().write_stderr(text.as_bytes());
                }
                match end {
                    End::Refused(message) if is_main => self.end(Outcome::Refused(message)),
                    _ if is_main => self.end(Outcome::Died),
                    _ => {
                        self.died_behind = true;
                        Turn::Running
                    }
                }
            }
        }
    }

    /// Ends the entry that runs, if one does. When it is being ended already, it is not waited for any more.
    fn end(&mut self, outcome: Outcome) -> Turn {
        let Some(running) = &mut self.running else { return Turn::Running };
        if running.ending.is_some() {
            self.scheduler.drop_main();
        }
        let running = self.running.as_mut();
        if let Some(running) = running {
            running.ending.get_or_insert(outcome);
        }
        if self.scheduler.stop_main() { self.finish() } else { Turn::Running }
    }

    /// The main goroutine of the entry is gone.
    fn finish(&mut self) -> Turn {
        let Some(Running { entry, started, ending }) = self.running.take() else { return Turn::Running };
        let machine = &mut self.scheduler.machine;
        machine.deadline = None;
        let marks = machine.global_bytes(started.marks);
        let whole = ending.is_none();
        self.shadowed =
            self.code.checker.publish(&entry, |step| whole || marks.get(step).is_some_and(|&done| done != 0));
        // Lost output has nowhere to be reported to.
        let _ = machine.host.flush();
        Turn::Ended(ending.unwrap_or_else(|| self.shown(entry.echo)))
    }

    /// What an entry shows that has run to its end.
    fn shown(&mut self, echo: Echo) -> Outcome {
        let types = match echo {
            Echo::Nothing | Echo::Quiet(_) => return Outcome::Done(Vec::new()),
            Echo::Text(text) => return Outcome::Named(text),
            Echo::Values(types) => types,
        };
        let machine = &mut self.scheduler.machine;
        let shown = self.code.state.shown(&mut self.code.checker, &mut machine.program);
        let texts = shown.map(|global| machine.global_strings(global)).unwrap_or_default();
        let checker = &self.code.checker;
        let values = types.into_iter().zip(texts).map(|(ty, mut text)| {
            let ty = checker.session_type_text(ty);
            if ty == "rune"
                && let Some(c) = text.parse().ok().and_then(char::from_u32).filter(|c| !c.is_control())
            {
                text.push_str(&format!(" {c:?}"));
            }
            Shown { ty, text }
        });
        Outcome::Done(values.collect())
    }
}
