//! Text above the line that is being edited: the line editor takes it whenever it draws its prompt.
//!
//! The line editor has a way to print from outside, but what it was given and has not printed when a line ends, it prints with
//! the next line: too late, behind what the entry has printed. So it is given only a nudge that draws the prompt anew, and the
//! text itself is put before the prompt as it is drawn. Invariants
//! - A text is printed once: by who takes it, the editor while it edits, or the pump otherwise.
//! - A nudge that comes late, or twice, shows nothing: it moves the cursor up and down again.
//! - It is given to the editor when the prompt stands there, so not while the terminal is about to change hands.
//! - Nobody waits for the thread that nudges for longer than a moment: it may be stuck for as long as a line is edited.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustyline::ExternalPrinter;

/// Bytes that the editor is given at once, at most, so that keys are heard in between.
const AT_ONCE: usize = 16 << 10;
/// Bytes that may wait for the editor; who has more waits too.
const WAITING: usize = 256 << 10;
/// How long the end of a nudge is waited for. It takes that long only if the nudge is stuck, and then it is in nobody's way.
const MOMENT: Duration = Duration::from_millis(50);
/// A nudge. Outside of the editor, at the start of a row, it shows nothing either.
const NUDGE: &str = "\x1b[A\n";

/// What the pump, the editor and the one who nudges share.
#[derive(Clone, Default)]
pub struct Above(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    /// Whether a line is being edited, or about to be.
    editing: bool,
    /// Whether the prompt has been drawn: the editor has the terminal.
    drawn: bool,
    /// Changes of `editing`, and of `text`.
    changes: u64,
    /// Text for above the line, in whole lines.
    text: Vec<u8>,
    /// The editor is being nudged.
    nudging: bool,
    /// The nudge has been waited for in vain: it will not be heard before a line is edited again.
    stuck: bool,
}

impl Above {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.0.1.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts the thread that nudges the editor.
    ///
    /// # Errors
    /// There is no thread.
    pub fn start(&self, printer: Box<dyn ExternalPrinter + Send>) -> io::Result<()> {
        let above = self.clone();
        thread::Builder::new().name("phasync nudge".into()).spawn(move || above.nudge(printer))?;
        Ok(())
    }

    fn nudge(&self, mut printer: Box<dyn ExternalPrinter + Send>) {
        loop {
            let mut state = self.lock();
            while !state.drawn || state.text.is_empty() {
                state = self.wait(state);
            }
            let seen = state.changes;
            (state.nudging, state.stuck) = (true, false);
            drop(state);
            // Without a terminal there is nothing to print to.
            let _ = printer.print(NUDGE.into());
            let mut state = self.lock();
            state.nudging = false;
            self.0.1.notify_all();
            while state.changes == seen {
                state = self.wait(state);
            }
        }
    }

    /// A line will be edited, or edited anew: the terminal is the editor's.
    pub fn begin(&self) {
        self.set(true);
    }

    /// The line has ended. What waited for the editor is the pump's now.
    pub fn end(&self) {
        self.set(false);
    }

    fn set(&self, editing: bool) {
        let mut state = self.lock();
        state.editing = editing;
        state.drawn = false;
        state.changes += 1;
        self.0.1.notify_all();
    }

    /// Whether a line is being edited.
    pub fn is_editing(&self) -> bool {
        self.lock().editing
    }

    /// Has whole lines printed above the line that is being edited. Waits while the editor is far behind. Whether they will
    /// be: otherwise no line is edited any more, and `lines` is as it was.
    pub fn put(&self, lines: &mut Vec<u8>) -> bool {
        let mut state = self.lock();
        while state.editing && state.text.len() >= WAITING {
            state = self.wait(state);
        }
        if !state.editing {
            return false;
        }
        if state.text.is_empty() {
            state.changes += 1;
            self.0.1.notify_all();
        }
        state.text.append(lines);
        true
    }

    /// What the editor prints before the prompt that it draws. To be called by the editor alone.
    pub fn take(&self) -> Vec<u8> {
        let mut state = self.lock();
        state.drawn = true;
        if state.text.is_empty() {
            return Vec::new();
        }
        let end = match state.text.get(..AT_ONCE) {
            Some(first) => first.iter().rposition(|&b| b == b'\n').map_or(AT_ONCE, |at| at + 1),
            None => state.text.len(),
        };
        let rest = state.text.split_off(end);
        state.changes += 1;
        self.0.1.notify_all();
        std::mem::replace(&mut state.text, rest)
    }

    /// What the editor has left when the line has ended. To be called by the pump before it prints anything itself.
    pub fn left(&self) -> Vec<u8> {
        let mut state = self.lock();
        if state.nudging && !state.stuck {
            let nudged = self.0.1.wait_timeout_while(state, MOMENT, |state| state.nudging);
            state = nudged.unwrap_or_else(PoisonError::into_inner).0;
            state.stuck = state.nudging;
        }
        std::mem::take(&mut state.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_taken_once_in_order() {
        let above = Above::default();
        assert!(!above.put(&mut b"nobody edits\n".to_vec()));
        above.begin();
        for i in 0..3_000 {
            assert!(above.put(&mut format!("line {i:04}\n").into_bytes()));
        }
        let first = above.take();
        assert!(first.len() <= AT_ONCE && first.ends_with(b"\n"));
        above.end();
        let mut all = first;
        all.extend(above.left());
        let lines: Vec<String> = (0..3_000).map(|i| format!("line {i:04}")).collect();
        assert!(String::from_utf8(all).expect("text").lines().eq(lines));
        assert!(above.left().is_empty() && above.take().is_empty());
    }

    /// A printer that no editor listens to.
    struct Deaf(std::sync::mpsc::Receiver<()>);

    impl ExternalPrinter for Deaf {
        fn print(&mut self, _: String) -> rustyline::Result<()> {
            // Until the test is over.
            let _ = self.0.recv();
            Ok(())
        }
    }

    #[test]
    fn a_nudge_that_is_stuck_is_waited_for_once() {
        let above = Above::default();
        let (end, wait) = std::sync::mpsc::channel();
        above.start(Box::new(Deaf(wait))).expect("a thread");
        above.begin();
        assert!(above.take().is_empty());
        assert!(above.put(&mut b"line\n".to_vec()));
        while !above.lock().nudging {
            thread::yield_now();
        }
        above.end();
        assert_eq!(above.left(), b"line\n");
        assert!(above.lock().stuck);
        let start = std::time::Instant::now();
        for _ in 0..100 {
            assert!(above.left().is_empty());
        }
        assert!(start.elapsed() < 50 * MOMENT);
        drop(end);
    }

    #[test]
    fn a_long_line_is_cut() {
        let above = Above::default();
        above.begin();
        assert!(above.put(&mut vec![b'x'; AT_ONCE + 5]));
        assert_eq!((above.take().len(), above.take().len()), (AT_ONCE, 5));
    }
}
