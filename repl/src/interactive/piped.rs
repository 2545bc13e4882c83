//! A session whose input is no terminal: no prompt, errors to standard error.
//!
//! After each entry goroutines run until they all wait; then the next one is read. So the same input gives the same output,
//! unless clocks have a say.

use std::io::{self, BufRead, IsTerminal};
use std::string::FromUtf8Error;
use std::sync::mpsc;
use std::thread;

use phasync::engine::{Config, Format, Scan, Style, is_program};

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
    let status = serve(&mut machine, &input);
    drop(machine);
    // It prints what is left.
    let _ = pump_thread.join();
    status
}

/// A line of input, if it is text.
type Line = Result<String, FromUtf8Error>;

fn serve(machine: &mut Machine, input: &mpsc::Receiver<Line>) -> u8 {
    let mut status = 0;
    let mut text = String::new();
    let mut scan = Scan::default();
    let mut next = None;
    loop {
        let line = match next.take() {
            Some(line) => line,
            None => match machine.wait_for(input) {
                Some(Ok(line)) => line,
                Some(Err(error)) => {
                    // With it goes the entry that it belongs to.
                    (text, scan, status) = (String::new(), Scan::default(), BAD);
                    machine.note(&format!("input that is no text: {error}\n"));
                    continue;
                }
                None => break,
            },
        };
        // A program goes on to the end of the input, or to the next command.
        let is_command = line.starts_with(':') && !text.is_empty() && is_program(&text);
        if is_command {
            next = Some(line);
        } else {
            text.push_str(&line);
            text.push('\n');
            scan.line(&line);
            let surely = text.len() > LONG && scan.is_open();
            if surely || goes_on(&text, true) || is_program(&text) {
                continue;
            }
        }
        scan = Scan::default();
        match carry_out(machine, &mut text) {
            Ok(good) => status = if good { status } else { BAD },
            Err(quit) => return quit,
        }
    }
    if let Some(status) = machine.exited() {
        return status;
    }
    match carry_out(machine, &mut text) {
        Ok(true) => status,
        Ok(false) => BAD,
        Err(quit) => quit,
    }
}

/// Carries out an entry; whether it went well, or the status with which the session ends.
fn carry_out(machine: &mut Machine, text: &mut String) -> Result<bool, u8> {
    let text = std::mem::take(text);
    match machine.request(&text) {
        After::Next { good } => {
            machine.settle();
            machine.exited().map_or(Ok(good), Err)
        }
        After::Quit(status) => Err(status),
    }
}
