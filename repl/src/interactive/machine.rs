//! The machine's side of a session: entries and commands are carried out, and goroutines go on between them.

use std::io::{self, Write};
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, Sender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use phasync::engine::world::Waker;
use phasync::engine::{Config, Engine, Format, Outcome, Session, Style, Symbols, Turn};

use super::host::{SessionHost, Shared};
use super::pump::ToPump;

/// How long goroutines may run between two looks at requests, or between two flushes of what an entry prints: as many turns
/// as fit, at least one.
const BETWEEN: Duration = Duration::from_millis(2);
/// The most turns that are tried: a turn that has been short so far may print to a slow terminal.
const TURNS: u32 = 32;
/// How long goroutines may run on behind an entry, before the prompt.
const BEHIND: Duration = Duration::from_millis(5);
/// How many turns they have without a terminal: a number, so that equal input has equal output.
const TURNS_BEHIND: u32 = 64;

/// The names that completion goes by, as they were after the last entry.
pub type Names = Arc<Mutex<Arc<Symbols>>>;

/// What became of a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum After {
    /// It was carried out, or refused: then `good` is false.
    Next { good: bool },
    /// The session is left.
    Quit,
    /// The session ends with this status.
    Exit(u8),
}

/// A session with its surroundings.
pub struct Machine {
    pub(super) session: Session,
    config: Config,
    pump: ToPump,
    shared: Shared,
    bell: Bell,
    names: Names,
    /// How diagnostics are drawn.
    format: Format,
    style: Style,
    /// Whether a person is at the other end.
    interactive: bool,
    /// How many entries there were.
    count: u32,
    /// How many turns are run at once.
    turns: u32,
    exited: Option<u8>,
    /// Whether a goroutine has died in a session before this one.
    died_behind: bool,
}

/// How a session looks.
#[derive(Clone, Copy)]
pub struct Look {
    pub format: Format,
    pub style: Style,
    /// Whether a person is at the other end.
    pub interactive: bool,
}

impl Machine {
    /// A session that prints through the pump and publishes its names. Requests ring the bell.
    ///
    /// # Errors
    /// What the system says.
    pub fn new(config: &Config, look: Look, pump: ToPump, names: Names, bell: Bell) -> io::Result<Machine> {
        let shared = Shared::default();
        shared.catch_interrupts()?;
        let session = open(config, &pump, &shared, &bell, look)?;
        Ok(Machine {
            session,
            config: config.clone(),
            pump,
            shared,
            bell,
            names,
            format: look.format,
            style: look.style,
            interactive: look.interactive,
            count: 0,
            turns: 1,
            exited: None,
            died_behind: false,
        })
    }

    /// The number that the next entry gets.
    pub fn next_number(&self) -> u32 {
        self.count + 1
    }

    /// Lets goroutines run until a request comes; nothing when there will be no more.
    pub fn wait_for<T>(&mut self, requests: &Receiver<T>) -> Option<T> {
        while self.exited.is_none() {
            // What is there is taken at once: how far goroutines have come does not depend on clocks then.
            match requests.try_recv() {
                Ok(request) => return Some(request),
                Err(TryRecvError::Empty) => {}
                Err(TryRecvError::Disconnected) => return None,
            }
            let turn = self.step();
            // The pump is there as long as the session.
            let _ = self.session.host().flush();
            if let Turn::Waiting(until) = turn {
                // Who sends a request wakes the poll.
                self.session.wait(until);
            }
        }
        None
    }

    /// Lets goroutines run for a while: as many turns as have fitted before.
    fn step(&mut self) -> Turn {
        let start = Instant::now();
        let turn = self.session.step(self.turns);
        match start.elapsed() {
            took if took > BETWEEN => self.turns = (self.turns / 2).max(1),
            took if took < BETWEEN / 4 => self.turns = (self.turns * 2).min(TURNS),
            _ => {}
        }
        self.left(&turn);
        turn
    }

    /// A goroutine has called `os.Exit` while no entry ran: for a person the session goes on.
    fn left(&mut self, turn: &Turn) {
        match turn {
            Turn::Exit(status) if self.interactive => {
                self.note(&format!("a goroutine called os.Exit({status})\n"));
            }
            Turn::Exit(status) => self.exited = Some(*status as u8),
            Turn::Running | Turn::Waiting(_) | Turn::Ended(_) => {}
        }
    }

    /// Whether a goroutine has died behind an entry.
    pub fn died_behind(&self) -> bool {
        self.died_behind || self.session.died_behind()
    }

    /// The status with which the session ends, because a goroutine has called `os.Exit` behind an entry.
    pub fn exited(&self) -> Option<u8> {
        self.exited
    }

    /// Lets goroutines run until they all wait, though not for long.
    pub fn settle(&mut self) {
        if self.interactive {
            let start = Instant::now();
            while start.elapsed() < BEHIND && !matches!(self.step(), Turn::Waiting(_)) {}
        } else {
            let turn = self.session.step(TURNS_BEHIND);
            self.left(&turn);
        }
        let _ = self.session.host().flush();
    }

    /// Carries out an entry, or a command that begins with a colon.
    pub fn request(&mut self, text: &str) -> After {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return After::Next { good: true };
        }
        let after = match trimmed.strip_prefix(':') {
            Some(command) => self.colon(command),
            None => self.entry(text),
        };
        self.publish_names();
        after
    }

    /// Carries out an entry.
    pub fn entry(&mut self, text: &str) -> After {
        self.count += 1;
        let name = format!("[{}]", self.count);
        self.submit(&name, text)
    }

    /// Carries out a text that has a name of its own.
    pub(super) fn submit(&mut self, name: &str, text: &str) -> After {
        let accepted = self.session.submit(name, text);
        self.report();
        if !accepted {
            return After::Next { good: false };
        }
        let outcome = self.run();
        self.show(outcome)
    }

    /// Runs what was submitted to its end.
    pub(super) fn run(&mut self) -> Outcome {
        self.shared.foreground.store(true, Ordering::Relaxed);
        let outcome = loop {
            match self.step() {
                Turn::Running => {
                    let _ = self.session.host().flush();
                }
                Turn::Waiting(until) => self.session.wait(until),
                Turn::Ended(outcome) => break outcome,
                Turn::Exit(status) => break Outcome::Exit(status),
            }
        };
        self.shared.foreground.store(false, Ordering::Relaxed);
        outcome
    }

    /// Shows how an entry ended.
    fn show(&mut self, outcome: Outcome) -> After {
        for (name, users) in self.session.still_used() {
            let uses = if users.len() == 1 { "uses" } else { "use" };
            self.note(&format!("note: {} still {uses} the old {name}\n", users.join(", ")));
        }
        match outcome {
            Outcome::Done(values) => {
                for value in values {
                    let text = cut(&value.text);
                    let line = if self.style.color {
                        format!("\x1b[2m{} =\x1b[0m {text}\n", value.ty)
                    } else {
                        format!("{} = {text}\n", value.ty)
                    };
                    self.tell(&line);
                }
            }
            Outcome::Named(text) => self.tell(&format!("{text}\n")),
            Outcome::Interrupted => {
                if self.interactive {
                    // Behind the ^C that the terminal has shown.
                    self.tell("\n");
                }
                self.note("interrupted\n");
                return if self.interactive { After::Next { good: false } } else { After::Exit(130) };
            }
            Outcome::Exit(status) if !self.interactive => return After::Exit(status as u8),
            Outcome::Exit(status) => {
                self.note(&format!("exit status {status} (the session goes on; :quit leaves it)\n"));
            }
            Outcome::Died | Outcome::Deadlock | Outcome::Refused(_) => return After::Next { good: false },
        }
        After::Next { good: true }
    }

    /// Draws the errors and warnings of what was entered last.
    pub(super) fn report(&mut self) {
        if self.session.diagnostics().is_empty() {
            return;
        }
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = self.session.render(self.format, self.style, &mut text);
        let _ = self.session.host().write_stderr(&text);
    }

    /// Prints what the session answers.
    pub(super) fn tell(&mut self, text: &str) {
        let _ = self.session.host().write_stdout(text.as_bytes());
        let _ = self.session.host().flush();
    }

    /// Prints a remark: to standard error, where it is in nobody's way.
    pub(super) fn note(&mut self, text: &str) {
        let text =
            if self.style.color { format!("\x1b[2m{}\x1b[0m\n", text.trim_end()) } else { text.to_string() };
        let _ = self.session.host().write_stderr(text.as_bytes());
    }

    /// Begins anew; whether it could.
    pub(super) fn reset(&mut self) -> bool {
        let look = Look { format: self.format, style: self.style, interactive: self.interactive };
        match open(&self.config, &self.pump, &self.shared, &self.bell, look) {
            Ok(session) => {
                self.died_behind = self.died_behind();
                self.session = session;
                true
            }
            Err(error) => {
                self.note(&format!("{}\n", phasync::engine::reason(&error)));
                false
            }
        }
    }

    fn publish_names(&mut self) {
        if self.interactive {
            let symbols = Arc::new(self.session.symbols());
            *self.names.lock().unwrap_or_else(PoisonError::into_inner) = symbols;
        }
    }
}

/// A value's text is shown up to so many bytes.
const LONG: usize = 4_000;

fn cut(text: &str) -> String {
    if text.len() <= LONG {
        return text.to_string();
    }
    let end = text.floor_char_boundary(LONG);
    format!("{}... ({} bytes in all)", &text[..end], text.len())
}

/// Ends the machine's waiting from another thread.
#[derive(Clone, Default)]
pub struct Bell(Arc<Mutex<Option<Arc<Waker>>>>);

impl Bell {
    /// Someone has a request, or will never have one again.
    pub fn ring(&self) {
        if let Some(waker) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            waker.wake();
        }
    }

    fn set(&self, waker: Arc<Waker>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(waker);
    }
}

/// The way of requests to the machine.
pub struct Requests<T> {
    sender: Option<Sender<T>>,
    bell: Bell,
}

impl<T> Requests<T> {
    /// Requests through the channel, to a machine that hears the bell.
    pub fn new(sender: Sender<T>, bell: Bell) -> Requests<T> {
        Requests { sender: Some(sender), bell }
    }

    /// Sends one; whether anyone listens.
    pub fn send(&self, request: T) -> bool {
        let sent = self.sender.as_ref().is_some_and(|sender| sender.send(request).is_ok());
        self.bell.ring();
        sent
    }
}

impl<T> Drop for Requests<T> {
    fn drop(&mut self) {
        // That there will be no more is heard when the bell rings.
        self.sender = None;
        self.bell.ring();
    }
}

fn open(config: &Config, pump: &ToPump, shared: &Shared, bell: &Bell, look: Look) -> io::Result<Session> {
    let mut host = SessionHost::new(pump.clone(), shared.clone(), look.interactive);
    bell.set(host.waker()?);
    let config = Config { diag: look.format, style: look.style, ..config.clone() };
    let builder = Engine::builder().config(config).host(Box::new(host)).directory(".");
    builder.session().map_err(|refused| io::Error::other(refused.to_string()))
}

/// Prints to standard error what has gone wrong outside of any session.
pub fn complain(what: &str, error: &dyn std::error::Error) -> u8 {
    let _ = writeln!(io::stderr(), "phasync: {what}: {error}");
    1
}
