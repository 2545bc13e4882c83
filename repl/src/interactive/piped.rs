//! A session whose input is no terminal: no prompt, errors to standard error.
//!
//! After each entry goroutines run until they all wait; then the next one is read. So the same input gives the same output,
//! unless clocks have a say.

use std::io::{self, BufRead, IsTerminal};
use std::sync::mpsc;
use std::thread;

use phasync::engine::{Config, Format, Style, is_program};

use super::above::Above;
use super::assist::goes_on;
use super::machine::{After, Bell, Look, Machine, Names, Requests, complain};
use super::pump;

/// Exit status of a session in which something went wrong.
const BAD: u8 = 1;

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
        for line in io::stdin().lock().lines() {
            let Ok(line) = line else { return };
            if !lines.send(line) {
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

fn serve(machine: &mut Machine, input: &mpsc::Receiver<String>) -> u8 {
    let mut status = 0;
    let mut text = String::new();
    let mut next = None;
    loop {
        let line = match next.take() {
            Some(line) => Some(line),
            None => machine.wait_for(input),
        };
        let Some(line) = line else { break };
        // A program goes on to the end of the input, or to the next command.
        let is_command = line.starts_with(':') && !text.is_empty() && is_program(&text);
        if is_command {
            next = Some(line);
        } else {
            text.push_str(&line);
            text.push('\n');
            if goes_on(&text, true) || is_program(&text) {
                continue;
            }
        }
        match carry_out(machine, &mut text) {
            Ok(good) => status = if good { status } else { BAD },
            Err(quit) => return quit,
        }
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
            Ok(good)
        }
        After::Quit(status) => Err(status),
    }
}
