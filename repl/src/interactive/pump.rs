//! The output's thread: text goes to the terminal as it is, or above the line that is being edited.
//!
//! Invariants
//! - Everything is printed in the order in which it was sent.
//! - While a line is edited, text is printed in whole lines. What has no newline yet waits for it, or for the end of editing.
//! - The pump never waits for the line editor longer than a line is edited, so it is always there for the code that runs.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, SendError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustyline::ExternalPrinter;

/// Messages that may wait for the pump; who sends more waits too.
const WAITING: usize = 64;
/// Text that is printed above the edited line at once, at most, so that keys are heard in between.
const AT_ONCE: usize = 16 << 10;

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Output,
    /// Standard error.
    Error,
}

/// What is sent to the pump.
pub enum Out {
    /// Text to print.
    Text(Stream, Vec<u8>),
    /// The cursor is at the start of a line: the user has ended one.
    LineEnded,
    /// To be called when all before it is printed, and the cursor at the start of a line.
    Then(Box<dyn FnOnce() + Send>),
}

/// The way to the pump.
#[derive(Clone)]
pub struct ToPump(SyncSender<Out>);

impl ToPump {
    /// Sends something; waits while the pump is far behind.
    ///
    /// # Errors
    /// The pump is gone.
    pub fn send(&self, out: Out) -> Result<(), SendError<Out>> {
        self.0.send(out)
    }
}

/// Whether a line is being edited.
#[derive(Clone, Default)]
pub struct Editing(Arc<(Mutex<bool>, Condvar)>);

impl Editing {
    fn lock(&self) -> MutexGuard<'_, bool> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says whether a line is being edited from now on.
    pub fn set(&self, editing: bool) {
        *self.lock() = editing;
        self.0.1.notify_all();
    }

    fn get(&self) -> bool {
        *self.lock()
    }

    /// Something may have changed for who waits.
    fn nudge(&self) {
        let _guard = self.lock();
        self.0.1.notify_all();
    }

    /// Waits for a change, not for long.
    fn wait(&self) {
        let guard = self.lock();
        // Whoever wakes or whether the time is over, the caller looks again.
        drop(self.0.1.wait_timeout(guard, Duration::from_millis(100)));
    }
}

/// Starts the pump. `printer` prints above the line that is being edited. The thread ends when all ways to it are gone.
///
/// # Errors
/// There is no thread.
pub fn start(
    printer: Option<Box<dyn ExternalPrinter + Send>>,
    editing: Editing,
) -> io::Result<(ToPump, JoinHandle<()>)> {
    let (sender, receiver) = sync_channel(WAITING);
    let above = printer.map(|printer| Above::start(printer, editing.clone())).transpose()?;
    let pump = Pump { above, editing, held: Vec::new(), column: 0 };
    let thread = thread::Builder::new().name("phasync output".into()).spawn(move || pump.run(&receiver))?;
    Ok((ToPump(sender), thread))
}

/// The thread that prints above the edited line: the line editor takes one text at a time, and none while it is busy.
struct Above(SyncSender<String>);

impl Above {
    fn start(mut printer: Box<dyn ExternalPrinter + Send>, editing: Editing) -> io::Result<Above> {
        let (sender, receiver) = sync_channel::<String>(1);
        thread::Builder::new().name("phasync printer".into()).spawn(move || {
            for text in receiver {
                // Without a terminal there is nothing to print to.
                let _ = printer.print(text);
                editing.nudge();
            }
        })?;
        Ok(Above(sender))
    }
}

struct Pump {
    above: Option<Above>,
    editing: Editing,
    /// Text that waits for the end of its line.
    held: Vec<u8>,
    /// Bytes since the last newline that was printed directly.
    column: usize,
}

impl Pump {
    fn run(mut self, receiver: &Receiver<Out>) {
        let mut next = receiver.recv().ok();
        while let Some(out) = next.take() {
            match out {
                Out::Text(stream, mut text) => {
                    // What is there already is printed in one go.
                    while text.len() < AT_ONCE {
                        match receiver.try_recv() {
                            Ok(Out::Text(other, more)) if other == stream => text.extend(more),
                            Ok(other) => {
                                next = Some(other);
                                break;
                            }
                            Err(_) => break,
                        }
                    }
                    self.text(stream, text);
                }
                Out::LineEnded => self.column = 0,
                Out::Then(call) => {
                    self.release();
                    self.end_line();
                    call();
                }
            }
            next = next.or_else(|| receiver.recv().ok());
        }
        self.release();
    }

    fn text(&mut self, stream: Stream, text: Vec<u8>) {
        if !self.editing.get() || self.above.is_none() {
            self.release();
            return self.direct(stream, &text);
        }
        self.held.extend(text);
        let Some(end) = self.held.iter().rposition(|&b| b == b'\n') else { return };
        let rest = self.held.split_off(end + 1);
        let lines = std::mem::replace(&mut self.held, rest);
        let lines = String::from_utf8_lossy(&lines).into_owned();
        let mut lines = lines.as_str();
        while !lines.is_empty() {
            let limit = lines.floor_char_boundary(AT_ONCE);
            let end = if lines.len() > limit {
                lines[..limit].rfind('\n').map_or(limit, |at| at + 1)
            } else {
                lines.len()
            };
            let (now, later) = lines.split_at(end);
            self.print_above(now);
            lines = later;
        }
    }

    /// Prints whole lines above the line that is being edited, or directly if it is not edited any more.
    fn print_above(&mut self, lines: &str) {
        let Some(above) = &self.above else { return };
        let mut text = lines.to_string();
        while self.editing.get() {
            match above.0.try_send(text) {
                Ok(()) => return,
                Err(TrySendError::Full(back) | TrySendError::Disconnected(back)) => text = back,
            }
            self.editing.wait();
        }
        self.direct(Stream::Output, text.as_bytes());
    }

    /// Prints what waited for the end of its line.
    fn release(&mut self) {
        if !self.held.is_empty() {
            let held = std::mem::take(&mut self.held);
            self.direct(Stream::Output, &held);
        }
    }

    fn direct(&mut self, stream: Stream, text: &[u8]) {
        let written = match stream {
            Stream::Output => print(io::stdout().lock(), text),
            Stream::Error => print(io::stderr().lock(), text),
        };
        // A terminal that is gone is noticed by the line editor.
        if written.is_ok() {
            match text.iter().rposition(|&b| b == b'\n') {
                Some(at) => self.column = text.len() - at - 1,
                None => self.column += text.len(),
            }
        }
    }

    /// The next prompt begins a line.
    fn end_line(&mut self) {
        if self.column > 0 {
            self.direct(Stream::Output, b"\n");
        }
    }
}

fn print(mut to: impl Write, text: &[u8]) -> io::Result<()> {
    to.write_all(text)?;
    to.flush()
}
