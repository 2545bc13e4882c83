//! A pseudo-terminal with `phasync` in it, and what a person would see on its screen.
//!
//! Nothing here sleeps: every step waits until the screen shows what it must, and fails when that takes too long.

use std::io::{Read, Write};
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use libtest_mimic::Failed;
use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};

use crate::process::PHASYNC;

/// What the screen does not show after so long it will never show.
const LIMIT: Duration = Duration::from_secs(30);
/// A screen on which nothing scrolls away.
const ROWS: u16 = 2_000;
const COLUMNS: u16 = 160;

/// A terminal and the session in it.
pub struct Terminal {
    pty: Arc<Pty>,
    child: Child,
    screen: vt100::Parser,
    bytes: Receiver<Vec<u8>>,
    /// The row on which the prompt is.
    row: u16,
}

impl Terminal {
    /// Starts `phasync ARGS`, with `home` as its home directory, and waits for the prompt.
    pub fn start(args: &[&str], home: &std::path::Path) -> Result<Terminal, Failed> {
        Terminal::with_rows(ROWS, args, home)
    }

    /// The same, with a screen of so many rows.
    pub fn with_rows(rows: u16, args: &[&str], home: &std::path::Path) -> Result<Terminal, Failed> {
        let (pty, pts) = open()?;
        pty.resize(Size::new(rows, COLUMNS))?;
        let child = Command::new(PHASYNC)
            .args(args)
            .env("TERM", "xterm-256color")
            .env("HOME", home)
            .env_remove("XDG_STATE_HOME")
            .env_remove("NO_COLOR")
            .current_dir(home)
            .spawn(pts)?;
        let pty = Arc::new(pty);
        // As a real terminal, it takes no more than it can show.
        let (sender, bytes) = sync_channel(4);
        let reader = pty.clone();
        thread::spawn(move || {
            let mut buffer = [0; 16 << 10];
            // It ends when the session does.
            while let Ok(n @ 1..) = (&*reader).read(&mut buffer) {
                if sender.send(buffer[..n].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = vt100::Parser::new(rows, COLUMNS, 0);
        let mut terminal = Terminal { pty, child, screen, bytes, row: 0 };
        terminal.prompt(1)?;
        Ok(terminal)
    }

    /// Sends keys.
    pub fn keys(&mut self, keys: &str) -> Result<(), Failed> {
        Ok((&*self.pty).write_all(keys.as_bytes())?)
    }

    /// Text as a terminal sends what is pasted.
    pub fn paste(&mut self, text: &str) -> Result<(), Failed> {
        self.keys(&format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")))
    }

    /// The text of a row.
    pub fn row(&self, row: u16) -> String {
        let text = self.screen.screen().contents_between(row, 0, row, COLUMNS);
        text.trim_end().to_string()
    }

    /// The row that the cursor is on.
    pub fn cursor_row(&self) -> u16 {
        self.screen.screen().cursor_position().0
    }

    /// Everything from a row to the one before the cursor's.
    pub fn above(&self, from: u16) -> String {
        let mut text = String::new();
        for row in from..self.cursor_row() {
            text.push_str(&self.row(row));
            text.push('\n');
        }
        text
    }

    /// Waits until the screen is as it should be.
    pub fn wait(&mut self, what: &str, good: impl Fn(&Terminal) -> bool) -> Result<(), Failed> {
        let deadline = Instant::now() + LIMIT;
        loop {
            // What is there already, but not without end.
            for bytes in self.bytes.try_iter().take(16) {
                self.screen.process(&bytes);
            }
            if good(self) {
                return Ok(());
            }
            if Instant::now() >= deadline {
                return Err(self.failure(&format!("no {what}")));
            }
            match self.bytes.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) => return Err(self.failure(&format!("no {what}"))),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(self.failure(&format!("no {what}: the session has ended")));
                }
            }
        }
    }

    /// Waits for an empty prompt with this number.
    pub fn prompt(&mut self, number: u32) -> Result<(), Failed> {
        self.wait(&format!("prompt [{number}]>"), |t| t.is_at_prompt(number))?;
        self.row = self.cursor_row();
        Ok(())
    }

    fn is_at_prompt(&self, number: u32) -> bool {
        let prompt = format!("[{number}]>");
        let column = prompt.len() as u16 + 1;
        let row = self.cursor_row();
        self.screen.screen().cursor_position() == (row, column) && self.row(row) == prompt
    }

    /// Waits until a prompt with this number is drawn, though output that goes on may follow at once: what is read ends
    /// anywhere in it, so the screen is looked at whenever a prompt may have been drawn.
    pub fn prompt_amid_output(&mut self, number: u32) -> Result<(), Failed> {
        let deadline = Instant::now() + LIMIT;
        let mut drawn = false;
        while !drawn {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                return Err(self.failure(&format!("no prompt [{number}]> amid output")));
            };
            for piece in bytes.split_inclusive(|&b| b == b' ') {
                self.screen.process(piece);
                drawn = drawn || self.is_at_prompt(number);
            }
        }
        Ok(())
    }

    /// Enters a text, each of its lines with the return key, and waits for the prompt with this number; what was printed.
    pub fn enter(&mut self, text: &str, next: u32) -> Result<String, Failed> {
        let from = self.row + text.lines().count().max(1) as u16;
        self.keys(&format!("{}\r", text.replace('\n', "\r")))?;
        // The prompt of before is not the next one.
        self.wait("end of the line", |t| t.cursor_row() >= from)?;
        self.prompt(next)?;
        Ok(self.above(from))
    }

    /// The row of the last prompt.
    pub fn prompt_row(&self) -> u16 {
        self.row
    }

    /// Waits for the end of the session; its exit status.
    pub fn ended(&mut self) -> Result<Option<i32>, Failed> {
        let deadline = Instant::now() + LIMIT;
        while Instant::now() < deadline {
            // The reader sees the end of the terminal when the session ends.
            match self.bytes.recv_timeout(Duration::from_millis(20)) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
            }
            if let Some(status) = self.child.try_wait()? {
                return Ok(status.code());
            }
        }
        Err(self.failure("the session does not end"))
    }

    /// A failure, with what the screen shows.
    pub fn failure(&self, what: &str) -> Failed {
        let first = self.cursor_row().saturating_sub(60);
        let mut shown = format!("{what}; the screen:\n");
        for row in first..=self.cursor_row() + 3 {
            shown.push_str(&format!("| {}\n", self.row(row)));
        }
        shown.into()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // It has ended, unless the test has failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
