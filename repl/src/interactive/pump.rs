//! The output's thread: text goes to the terminal as it is, or above the line that is being edited.
//!
//! Invariants
//! - Everything is printed in the order in which it was sent.
//! - While a line is edited, text is printed in whole lines. What has no newline yet waits for it, or for the end of editing.
//! - The pump never waits for the line editor longer than a line is edited, so it is always there for the code that runs.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{Receiver, SendError, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::above::Above;

/// Messages that may wait for the pump; who sends more waits too.
const WAITING: usize = 64;
/// Text that is gathered to be printed in one go, at most.
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
    /// A line is edited from now on: all before it is printed, and the cursor at the start of a line. To be called then.
    Edit(Box<dyn FnOnce() + Send>),
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

/// Starts the pump, which prints above the line that is being edited while there is one. The thread ends when all ways to it
/// are gone, and gives what went wrong with standard output first, if anything did.
///
/// # Errors
/// There is no thread.
pub fn start(above: Above) -> io::Result<(ToPump, JoinHandle<io::Result<()>>)> {
    let (sender, receiver) = sync_channel(WAITING);
    // What goes elsewhere is not printed above anything.
    let shows = [io::stdout().is_terminal(), io::stderr().is_terminal()];
    let pump = Pump { above, shows, held: Vec::new(), column: 0, failed: None };
    let thread = thread::Builder::new().name("phasync output".into()).spawn(move || pump.run(&receiver))?;
    Ok((ToPump(sender), thread))
}

struct Pump {
    above: Above,
    /// Whether standard output and standard error are shown by the terminal.
    shows: [bool; 2],
    /// Text that waits for the end of its line.
    held: Vec<u8>,
    /// Bytes since the last newline that was printed directly.
    column: usize,
    /// What went wrong with standard output first.
    failed: Option<io::Error>,
}

impl Pump {
    fn run(mut self, receiver: &Receiver<Out>) -> io::Result<()> {
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
                Out::LineEnded => {
                    self.column = 0;
                    self.release();
                }
                Out::Edit(start) => {
                    self.release();
                    self.end_line();
                    self.above.begin();
                    start();
                }
            }
            next = next.or_else(|| receiver.recv().ok());
        }
        self.release();
        self.failed.map_or(Ok(()), Err)
    }

    fn text(&mut self, stream: Stream, text: Vec<u8>) {
        if !self.shows[stream as usize] {
            return self.direct(stream, &text);
        }
        if !self.above.is_editing() {
            self.release();
            return self.direct(stream, &text);
        }
        self.held.extend(text);
        let Some(end) = self.held.iter().rposition(|&b| b == b'\n') else { return };
        let rest = self.held.split_off(end + 1);
        if self.above.put(&mut self.held) {
            self.held = rest;
        } else {
            self.held.extend(rest);
            self.release();
        }
    }

    /// Prints what waited for the editor, or for the end of its line.
    fn release(&mut self) {
        let mut text = self.above.left();
        text.append(&mut self.held);
        if !text.is_empty() {
            self.direct(Stream::Output, &text);
        }
    }

    fn direct(&mut self, stream: Stream, text: &[u8]) {
        let written = match stream {
            Stream::Output => print(io::stdout().lock(), text),
            Stream::Error => print(io::stderr().lock(), text),
        };
        match (written, text.iter().rposition(|&b| b == b'\n')) {
            (Ok(()), Some(at)) => self.column = text.len() - at - 1,
            (Ok(()), None) => self.column += text.len(),
            // A terminal that is gone is noticed by the line editor. Where standard error went, nobody could be told.
            (Err(error), _) if matches!(stream, Stream::Output) => {
                self.failed.get_or_insert(error);
            }
            (Err(_), _) => {}
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
