//! The commands.

use std::io::{self, IsTerminal, Read, Write};

use crate::args::{self, Args, Command, From};
use crate::closed;
use phasync::engine::watch::{JsonTrace, Listener, TextTrace};
use phasync::engine::{Builder, Checked, End, Engine, Format, StdHost, Style, reason};

/// Exit status of errors before the program ran.
const REFUSED: u8 = 1;
/// Exit status of a wrong command line.
const USAGE: u8 = 2;

/// Does what the command line says; gives the exit status.
pub fn main() -> u8 {
    let mut args = match args::parse(std::env::args_os().skip(1)) {
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
    (args.config.diag, args.config.style) = (format(&args), style());
    match args.command {
        Command::Help(text) => print(text),
        Command::Version => print(concat!("phasync ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Repl => crate::interactive::run(&args.config),
        Command::Run | Command::Check | Command::Dis | Command::Trace => match load(&args) {
            Ok(program) => execute(&args, program.check()),
            Err(message) => {
                eprintln!("phasync: {message}");
                REFUSED
            }
        },
    }
}

/// How diagnostics and reports are printed.
fn format(args: &Args) -> Format {
    args.format.unwrap_or(if io::stderr().is_terminal() { Format::Teach } else { Format::Go })
}

/// What the terminal can show.
fn style() -> Style {
    let dumb = std::env::var_os("TERM").is_some_and(|t| t == "dumb");
    let color = io::stderr().is_terminal() && !dumb && std::env::var_os("NO_COLOR").is_none();
    Style { color, ascii: dumb }
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

/// The program that comes in at standard input, whatever its bytes are.
fn read_stdin() -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    io::stdin().read_to_end(&mut text)?;
    Ok(text)
}

/// Reads the program.
fn load(args: &Args) -> Result<Builder, String> {
    let mut host = StdHost::new(args.script.clone());
    if closed::stdout_was_closed() {
        host = host.without_stdout();
    }
    host.catch_signals().map_err(|error| format!("signals: {}", reason(&error)))?;
    let traced = matches!(args.command, Command::Trace);
    if traced && args.output.is_none() {
        // In the trace, what the program writes is an event like any other.
        host = host.with_stdout(io::sink());
    }
    let mut builder = Engine::builder().config(args.config.clone()).host(Box::new(host));
    if traced {
        builder = builder.listener(tracer(args)?);
    }
    match &args.from {
        None => Err("no file (phasync --help tells more)".to_string()),
        Some(From::Text(text)) => Ok(builder.file("-e", text.as_str()).directory(".")),
        Some(From::Path(path)) if path == "-" => {
            let text = read_stdin().map_err(|e| format!("standard input: {}", reason(&e)))?;
            Ok(builder.file("-", text).directory("."))
        }
        Some(From::Path(path)) => {
            args.more.iter().try_fold(builder.path(path)?, |builder, more| builder.path(more))
        }
    }
}

/// Writes what happens as the command line says.
fn tracer(args: &Args) -> Result<Box<dyn Listener>, String> {
    let out: Box<dyn Write> = match &args.output {
        None => Box::new(io::BufWriter::new(io::stdout())),
        Some(path) => {
            let file = std::fs::File::create(path).map_err(|e| format!("{path}: {}", reason(&e)))?;
            Box::new(io::BufWriter::new(file))
        }
    };
    Ok(if args.json { Box::new(JsonTrace::new(out)) } else { Box::new(TextTrace::new(out)) })
}

fn execute(args: &Args, mut program: Checked) -> u8 {
    if matches!(args.command, Command::Run | Command::Trace) {
        program.require_main();
    }
    if !program.diagnostics().is_empty() {
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = program.render(args.config.diag, args.config.style, &mut text);
        let _ = io::stderr().write_all(&text);
    }
    if program.has_errors() {
        return REFUSED;
    }
    match args.command {
        Command::Check => 0,
        Command::Dis => dis(program),
        Command::Run | Command::Trace | Command::Help(_) | Command::Version | Command::Repl => {
            match program.start() {
                Ok(engine) => run(engine),
                Err(refused) => {
                    eprintln!("phasync: {refused}");
                    REFUSED
                }
            }
        }
    }
}

fn run(mut engine: Engine) -> u8 {
    let end = engine.run();
    // The process ends: giving back every object one by one would only take time.
    std::mem::forget(engine);
    if let End::Refused(message) = &end {
        eprintln!("phasync: {message}");
    }
    end.status() as u8
}

fn dis(program: Checked) -> u8 {
    let mut text = String::new();
    let result = program.compile_all(|tables, id, sources| {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&tables.disassemble(id, sources));
    });
    if let Err(error) = result {
        eprintln!("phasync: internal compiler error: {}", error.message);
        return REFUSED;
    }
    print(&text)
}
