//! A session whose input is no terminal: no prompt, errors to standard error.
//!
//! After each entry goroutines run until they all wait; then the next one is read. So the same input gives the same output,
//! unless clocks have a say.

use std::io::{self, BufRead, IsTerminal, Write};
use std::string::FromUtf8Error;
use std::sync::mpsc;
use std::thread;

use phasync::engine::{Config, Format, Scan, Style, is_program, reason};

use super::above::Above;
use super::assist::goes_on;
use super::machine::{After, Bell, Look, Machine, Names, Requests, complain};
use super::pump;

/// Exit status of a session in which something went wrong.
const BAD: u8 = 1;
/// Of longer texts the parser is not asked about each line.
const LONG: usize = 64 << 10;

/// Runs a session from standard input; gives the exit status.
pub fn run(config: &Config) -> u8 {
    let (pump, pump_thread) = match pump::start(Above::default()) {
        Ok(started) => started,
        Err(error) => return complain("no thread for output", &error),
    };
    let style = Style { color: false, ascii: false };
    let format = if io::stderr().is_terminal() { Format::Teach } else { Format::Go };
    let look = Look { format, style, interactive: false };
    let bell = Bell::default();
    let mut machine = match Machine::new(config, look, pump, Names::default(), bell.clone()) {
        Ok(machine) => machine,
        Err(error) => return complain("no session", &error),
    };
    let (lines, input) = mpsc::channel();
    let lines = Requests::new(lines, bell);
    // It ends with standard input, or with the process.
    let reader = thread::Builder::new().name("phasync input".into()).spawn(move || {
        let mut stdin = io::stdin().lock();
        let mut line = Vec::new();
        while stdin.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
            let end = line.iter().rposition(|&b| b != b'\n' && b != b'\r').map_or(0, |at| at + 1);
            line.truncate(end);
            if !lines.send(String::from_utf8(std::mem::take(&mut line))) {
                return;
            }
        }
    });
    if let Err(error) = reader {
        return complain("no thread for input", &error);
    }
    let End(status) = serve(&mut machine, &input);
    let status = status.unwrap_or(if machine.died_behind() { BAD } else { 0 });
    drop(machine);
    // It prints what is left.
    match pump_thread.join() {
        Ok(Err(error)) if status == 0 => {
            let _ = writeln!(io::stderr(), "phasync: standard output: {}", reason(&error));
            BAD
        }
        _ => status,
    }
}

/// How a session ended: with this status, unless nothing went wrong in its entries.
struct End(Option<u8>);

/// A line of input, if it is text.
type Line = Result<String, FromUtf8Error>;

/// An entry of which more lines may come.
#[derive(Default)]
struct Entry {
    text: String,
    scan: Scan,
    /// It begins with a package clause: it goes on to the end of the input, or to the next command.
    program: bool,
}

impl Entry {
    /// Adds a line; whether more are to come.
    fn add(&mut self, line: &str) -> bool {
        self.text.push_str(line);
        self.text.push('\n');
        if self.program {
            return true;
        }
        self.scan.line(line);
        if self.text.len() > LONG && self.scan.is_open() {
            return true;
        }
        self.program = is_program(&self.text);
        self.program || goes_on(&self.text, true)
    }
}

fn serve(machine: &mut Machine, input: &mpsc::Receiver<Line>) -> End {
    let mut status = None;
    let mut entry = Entry::default();
    let mut next = None;
    loop {
        let line = match next.take() {
            Some(line) => line,
            None => match machine.wait_for(input) {
                Some(Ok(line)) => line,
                Some(Err(error)) => {
                    // With it goes the entry that it belongs to.
                    (entry, status) = (Entry::default(), Some(BAD));
                    machine.note(&format!("input that is no text: {error}\n"));
                    continue;
                }
                None => break,
            },
        };
        if entry.program && line.starts_with(':') {
            next = Some(line);
        } else if entry.add(&line) {
            continue;
        }
        match carry_out(machine, std::mem::take(&mut entry)) {
            Carried::Well => {}
            Carried::Badly => status = Some(BAD),
            Carried::Quit => return End(status),
            Carried::Exit(exit) => return End(Some(exit)),
        }
    }
    if let Some(exit) = machine.exited() {
        return End(Some(exit));
    }
    match carry_out(machine, entry) {
        Carried::Well | Carried::Quit => End(status),
        Carried::Badly => End(Some(BAD)),
        Carried::Exit(exit) => End(Some(exit)),
    }
}

/// What came of an entry.
enum Carried {
    Well,
    Badly,
    /// The session was left.
    Quit,
    /// It ends with this status.
    Exit(u8),
}

fn carry_out(machine: &mut Machine, entry: Entry) -> Carried {
    match machine.request(&entry.text) {
        After::Next { good } => {
            machine.settle();
            match machine.exited() {
                Some(exit) => Carried::Exit(exit),
                None if good => Carried::Well,
                None => Carried::Badly,
            }
        }
        After::Quit => Carried::Quit,
        After::Exit(exit) => Carried::Exit(exit),
    }
}
