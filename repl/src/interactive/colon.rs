//! The commands that begin with a colon.

use std::fs;
use std::time::Instant;

use phasync::engine::{Kind, Outcome};

use super::machine::{After, Machine};

/// What a command does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Action {
    Help,
    Type,
    Doc,
    Vars,
    Tasks,
    Stop,
    Time,
    Dis,
    Load,
    Reset,
    Quit,
}

/// A row of [`COMMANDS`].
pub struct Command {
    pub name: &'static str,
    /// What stands behind it; empty if nothing does.
    pub operand: &'static str,
    pub help: &'static str,
    pub action: Action,
    /// Whether what stands behind it is code, which may go on over several lines.
    pub takes_code: bool,
}

const fn row(
    name: &'static str,
    operand: &'static str,
    help: &'static str,
    action: Action,
    takes_code: bool,
) -> Command {
    Command { name, operand, help, action, takes_code }
}

/// The commands.
pub const COMMANDS: [Command; 11] = [
    row("help", "", "this list", Action::Help, false),
    row("type", "EXPR", "the type of an expression, which is not evaluated", Action::Type, true),
    row(
        "doc",
        "NAME",
        "documentation: fmt, strings.Builder, len, or what you have declared",
        Action::Doc,
        false,
    ),
    row("vars", "", "what you have declared; what is old and still used is marked", Action::Vars, false),
    row("tasks", "", "goroutines: what they do, and where they were started", Action::Tasks, false),
    row("stop", "N", "end goroutine N; its deferred calls run", Action::Stop, false),
    row("time", "CODE", "run code, and say how long it took", Action::Time, true),
    row(
        "dis",
        "CODE",
        "bytecode of a function, by its name, or of code, which is not run",
        Action::Dis,
        true,
    ),
    row("load", "FILE", "run a file as one entry", Action::Load, false),
    row("reset", "", "forget everything and begin anew", Action::Reset, false),
    row("quit", "", "leave (or Ctrl-D)", Action::Quit, false),
];

/// The command that a word means: its name, or the beginning of one name only.
pub fn command(word: &str) -> Result<&'static Command, String> {
    if let Some(exact) = COMMANDS.iter().find(|command| command.name == word) {
        return Ok(exact);
    }
    let mut meant = COMMANDS.iter().filter(|command| !word.is_empty() && command.name.starts_with(word));
    match (meant.next(), meant.next()) {
        (Some(command), None) => Ok(command),
        (Some(first), Some(second)) => Err(format!(":{word} may be :{} or :{}", first.name, second.name)),
        (None, _) => Err(format!("there is no command :{word}; :help lists those that there are")),
    }
}

/// A command's word, and what stands behind it.
pub fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    match text.split_once(char::is_whitespace) {
        Some((word, rest)) => (word, rest.trim()),
        None => (text, ""),
    }
}

const EDITING: &str = "
An entry is Go: declarations, statements or an expression, whose value is shown. Standard packages need no import.
Everything may be declared again. Input that is not complete goes on in the next line; Ctrl-C gives it up, and stops code
that runs. Goroutines go on while the prompt waits. Tab completes, the up arrow and Ctrl-R find earlier entries.
";

impl Machine {
    /// Carries out a command, given without its colon.
    pub(super) fn colon(&mut self, text: &str) -> After {
        let (word, operand) = split(text);
        let command = match command(word) {
            Ok(command) => command,
            Err(message) => return self.refuse(&message),
        };
        if operand.is_empty() && !command.operand.is_empty() {
            return self.refuse(&format!(":{} {}: {}", command.name, command.operand, command.help));
        }
        let good = match command.action {
            Action::Help => self.help(),
            Action::Type => match self.session.type_of(operand) {
                Some(text) => self.answer(&format!("{text}\n")),
                None => {
                    self.report();
                    false
                }
            },
            Action::Doc => match self.session.doc(operand) {
                Some(text) => self.answer(&text),
                None => return self.refuse(&format!("nothing is known of {operand}")),
            },
            Action::Vars => return self.vars(),
            Action::Tasks => self.tasks(),
            Action::Stop => {
                let number = operand.parse().ok();
                if !number.is_some_and(|number| self.session.stop_task(number)) {
                    return self.refuse(&format!("there is no goroutine {operand}; :tasks lists them"));
                }
                true
            }
            Action::Time => return self.time(operand),
            Action::Dis => match self.session.disassemble(operand) {
                Some(Ok(text)) => self.answer(&text),
                Some(Err(message)) => return self.refuse(&message),
                None => {
                    self.report();
                    false
                }
            },
            Action::Load => return self.load(operand),
            Action::Reset => self.reset(),
            Action::Quit => return After::Quit,
        };
        After::Next { good }
    }

    fn answer(&mut self, text: &str) -> bool {
        self.tell(text);
        true
    }

    fn refuse(&mut self, message: &str) -> After {
        self.note(&format!("{message}\n"));
        After::Next { good: false }
    }

    fn help(&mut self) -> bool {
        let mut text = String::new();
        for command in &COMMANDS {
            let usage = format!(":{} {}", command.name, command.operand);
            text.push_str(&format!("{usage:<12} {}\n", command.help));
        }
        text.push_str(EDITING);
        self.answer(&text)
    }

    fn vars(&mut self) -> After {
        let mut good = true;
        for known in self.session.declarations() {
            let mut line = match known.kind {
                Kind::Var => format!("{} {}", known.name, known.ty),
                Kind::Const => format!("const {} {}", known.name, known.ty),
                Kind::Func => format!("func {}{}", known.name, known.ty),
                Kind::Type => format!("type {} {}", known.name, known.ty),
            };
            let has_value = matches!(known.kind, Kind::Var | Kind::Const);
            if known.old {
                line.push_str(&format!("    // old: used by {}", known.used_by.join(", ")));
            } else if has_value && self.session.submit(":vars", &known.name) {
                match self.run() {
                    Outcome::Done(values) => {
                        for value in values {
                            line.push_str(&format!(" = {}", value.text));
                        }
                    }
                    Outcome::Named(text) => {
                        line = text.replacen(" constant", &format!(" constant {}", known.name), 1);
                    }
                    Outcome::Interrupted => return After::Next { good: false },
                    Outcome::Died | Outcome::Deadlock | Outcome::Exit(_) | Outcome::Refused(_) => {
                        good = false
                    }
                }
            }
            self.tell(&format!("{line}\n"));
        }
        After::Next { good }
    }

    fn tasks(&mut self) -> bool {
        let mut text = String::new();
        for task in self.session.tasks() {
            text.push_str(&format!("{:>4}  {:<22}", task.number, task.state));
            if let Some((function, place)) = task.at {
                text.push_str(&format!("  in {function} at {place}"));
            }
            if let Some(place) = task.started {
                text.push_str(&format!(", started at {place}"));
            }
            text.push('\n');
        }
        if text.is_empty() {
            text.push_str("no goroutines\n");
        }
        self.answer(&text)
    }

    fn time(&mut self, code: &str) -> After {
        let start = Instant::now();
        let after = self.entry(code);
        if let After::Next { .. } = after {
            self.tell(&format!("took {}\n", duration(start.elapsed().as_secs_f64())));
        }
        after
    }

    fn load(&mut self, file: &str) -> After {
        let file = match file.strip_prefix("~/").zip(std::env::var("HOME").ok()) {
            Some((rest, home)) => format!("{home}/{rest}"),
            None => file.to_string(),
        };
        match fs::read_to_string(&file) {
            Ok(text) => self.submit(&file, &text),
            Err(error) => self.refuse(&format!("{file}: {}", phasync::engine::reason(&error))),
        }
    }
}

/// A time in the unit that fits it.
fn duration(seconds: f64) -> String {
    if seconds < 1e-3 {
        format!("{:.1} µs", seconds * 1e6)
    } else if seconds < 1.0 {
        format!("{:.1} ms", seconds * 1e3)
    } else {
        format!("{seconds:.2} s")
    }
}
