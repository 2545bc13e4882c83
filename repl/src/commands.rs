//! The commands.

use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use crate::args::{self, Args, Command, From};
use crate::closed;
use phasync::diag::{Format, Style};
use phasync::engine::{Input, Session, Watcher};
use phasync::event::Listener;
use phasync::host::{StdHost, Tee, reason};
use phasync::report::{JsonTrace, TextTrace};
use phasync::sched::End;

/// Exit status of errors before the program ran.
const REFUSED: u8 = 1;
/// Exit status of a wrong command line.
const USAGE: u8 = 2;

/// Does what the command line says; gives the exit status.
pub fn main() -> u8 {
    let args = match args::parse(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(args::Refused(message)) => {
            eprintln!("phasync: {message}");
            if message.ends_with(args::NOT_BUILT) {
                return USAGE;
            }
            eprintln!("usage: phasync [run] [options] FILE [arguments]; phasync --help tells more");
            return USAGE;
        }
    };
    match args.command {
        Command::Help(text) => print(text),
        Command::Version => print(concat!("phasync ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Run | Command::Check | Command::Dis | Command::Trace => match load(&args) {
            Ok(session) => execute(args, session),
            Err(message) => {
                eprintln!("phasync: {message}");
                REFUSED
            }
        },
    }
}

/// Prints to standard output.
fn print(text: &str) -> u8 {
    if closed::stdout_was_closed() {
        eprintln!("phasync: standard output is closed");
        return REFUSED;
    }
    match io::stdout().write_all(text.as_bytes()) {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("phasync: standard output: {}", reason(&error));
            REFUSED
        }
    }
}

/// Reads the program and checks it.
fn load(args: &Args) -> Result<Session, String> {
    match &args.from {
        None => Err("no file (phasync --help tells more)".to_string()),
        Some(From::Text(text)) => {
            let input = Input { name: "-e".into(), text: text.clone().into_bytes() };
            Ok(Session::load(vec![input], Some(Path::new("."))))
        }
        Some(From::Path(path)) if path == "-" => {
            let mut text = Vec::new();
            io::stdin().read_to_end(&mut text).map_err(|e| format!("standard input: {}", reason(&e)))?;
            Ok(Session::load(vec![Input { name: "-".into(), text }], Some(Path::new("."))))
        }
        Some(From::Path(path)) => {
            let mut names = vec![PathBuf::from(path)];
            let dir = if Path::new(path).is_dir() {
                names = phasync::source::package_files(Path::new(path))
                    .map_err(|e| format!("{path}: {}", reason(&e)))?;
                if names.is_empty() {
                    return Err(format!("{path}: no .go or .pgo files in this directory"));
                }
                PathBuf::from(path)
            } else {
                names.extend(args.more.iter().map(PathBuf::from));
                match Path::new(path).parent() {
                    Some(dir) if !dir.as_os_str().is_empty() => dir.to_path_buf(),
                    _ => PathBuf::from("."),
                }
            };
            let mut inputs = Vec::new();
            for name in names {
                let shown = name.display().to_string();
                let text = std::fs::read(&name).map_err(|e| format!("{shown}: {}", reason(&e)))?;
                inputs.push(Input { name: shown, text });
            }
            Ok(Session::load(inputs, Some(&dir)))
        }
    }
}

fn execute(mut args: Args, session: Session) -> u8 {
    let to_terminal = io::stderr().is_terminal();
    let format = args.format.unwrap_or(if to_terminal { Format::Teach } else { Format::Go });
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    let style =
        Style { color: to_terminal && !dumb && std::env::var_os("NO_COLOR").is_none(), ascii: dumb };
    (args.config.diag, args.config.style) = (format, style);
    if !session.diagnostics().is_empty() {
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = phasync::diag::render(session.sources(), session.diagnostics(), format, style, &mut text);
        let _ = io::stderr().write_all(&text);
    }
    if session.has_errors() {
        return REFUSED;
    }
    match args.command {
        Command::Check => 0,
        Command::Dis => dis(session),
        Command::Trace => match trace(args, session) {
            Ok(status) => status,
            Err(message) => {
                eprintln!("phasync: {message}");
                REFUSED
            }
        },
        Command::Run | Command::Help(_) | Command::Version => {
            let mut host = StdHost::new(args.script);
            if closed::stdout_was_closed() {
                host = host.without_stdout();
            }
            let end = session.run(&args.config, Box::new(host));
            if let End::Refused(message) = &end {
                eprintln!("phasync: {message}");
            }
            end.status() as u8
        }
    }
}

/// Runs a program and prints what happens.
fn trace(args: Args, session: Session) -> Result<u8, String> {
    let out: Box<dyn Write> = match &args.output {
        None => Box::new(io::BufWriter::new(io::stdout())),
        Some(path) => {
            let file = std::fs::File::create(path).map_err(|e| format!("{path}: {}", reason(&e)))?;
            Box::new(io::BufWriter::new(file))
        }
    };
    // In the trace itself, what the program writes is an event like any other.
    let host = Tee::new(Box::new(StdHost::new(args.script)), args.output.is_some());
    let written = Some(host.written());
    let listener: Box<dyn Listener> =
        if args.json { Box::new(JsonTrace::new(out)) } else { Box::new(TextTrace::new(out)) };
    let end = session.run_watched(&args.config, Box::new(host), Some(Watcher { listener, written }));
    if let End::Refused(message) = &end {
        eprintln!("phasync: {message}");
    }
    Ok(end.status() as u8)
}

fn dis(session: Session) -> u8 {
    let mut text = String::new();
    let result = session.compile_all(|program, id, sources| {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&program.disassemble(id, sources));
    });
    if let Err(error) = result {
        eprintln!("phasync: internal compiler error: {}", error.message);
        return REFUSED;
    }
    print(&text)
}
