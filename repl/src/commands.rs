//! The commands.

use std::io::{self, IsTerminal, Read, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender};
use std::time::Duration;

use crate::args::{self, Args, Command, From};
use crate::closed;
use crate::noticing::{Noticed, Noticing};
use phasync::engine::recording::{About, Player, Recorder, Recording};
use phasync::engine::watch::{JsonTrace, Listener, TextTrace};
use phasync::engine::{
    Builder, Checked, End, Engine, Format, Host, StdHost, Style, Tests, documentation, reason,
};

/// Exit status of errors before the program ran.
const REFUSED: u8 = 1;
/// Exit status of a wrong command line.
const USAGE: u8 = 2;

/// Does what the command line says; gives the exit status.
pub fn main() -> u8 {
    // Its options are those of go test, and are understood there.
    if std::env::args_os().nth(1).is_some_and(|arg| arg == "test") {
        let rest: Vec<String> =
            std::env::args_os().skip(2).map(|arg| arg.to_string_lossy().into_owned()).collect();
        if matches!(rest.first().map(String::as_str), Some("--help" | "-help" | "-h")) {
            return print(crate::test::HELP);
        }
        return crate::test::main(&rest, style(), terminal_format);
    }
    let mut args = match args::parse(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(args::Refused(message)) => {
            eprintln!("phasync: {message}");
            if message.ends_with(args::NOT_BUILT) {
                return USAGE;
            }
            eprintln!("{}; phasync --help tells more", args::usage());
            return USAGE;
        }
    };
    (args.config.diag, args.config.style) = (format(&args), style());
    match args.command {
        Command::Help(text) => print(text),
        Command::Version => print(concat!("phasync ", env!("CARGO_PKG_VERSION"), "\n")),
        Command::Repl => crate::interactive::run(&args.config),
        Command::Run | Command::Check | Command::Vet | Command::Dis | Command::Trace => match load(&args) {
            Ok(Loaded { builder, text, recording, trace }) => {
                let mut program = builder.check();
                match checked(&args, &mut program) {
                    Some(status) => end_with(program, status),
                    None => execute(&args, program, text, recording, &trace),
                }
            }
            Err(message) => refuse(&message),
        },
        Command::Doc => doc(&args),
        Command::Replay => replay(&args).unwrap_or_else(|message| refuse(&message)),
    }
}

/// Says why there is nothing to run.
fn refuse(message: &str) -> u8 {
    eprintln!("phasync: {message}");
    REFUSED
}

/// How diagnostics and reports are printed.
fn format(args: &Args) -> Format {
    terminal_format(args.format)
}

/// The format that was said, or that goes with where diagnostics are printed.
fn terminal_format(said: Option<Format>) -> Format {
    said.unwrap_or(if io::stderr().is_terminal() { Format::Teach } else { Format::Go })
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

/// The world of the process, for a program.
fn world(args: &Args) -> Result<StdHost, String> {
    let mut host = StdHost::new(args.script.clone());
    if let (Command::Run, Some(From::Path(path))) = (&args.command, &args.from)
        && path != "-"
        && let Ok(full) = std::path::absolute(path)
    {
        let full = full.display().to_string();
        host.again(vec![full.clone(), path.clone()], vec!["run".into(), full]);
    }
    if closed::stdout_was_closed() {
        host = host.without_stdout();
    }
    host.catch_signals().map_err(|error| format!("signals: {}", reason(&error)))?;
    if traces(args) && args.output.is_none() {
        // In the trace, what the program writes is an event like any other.
        host = host.with_stdout(io::sink());
    }
    Ok(host)
}

/// Whether what happens is printed.
fn traces(args: &Args) -> bool {
    matches!(args.command, Command::Trace) || args.trace
}

/// A program that was read.
struct Loaded {
    builder: Builder,
    /// Its text, if it is in no file.
    text: Option<Vec<u8>>,
    /// The recording that is made of its run.
    recording: Option<Recording>,
    trace: Noticed,
}

/// Reads the program.
fn load(args: &Args) -> Result<Loaded, String> {
    let text = match &args.from {
        Some(From::Text(text)) => Some(text.clone().into_bytes()),
        Some(From::Path(path)) if path == "-" => {
            Some(read_stdin().map_err(|e| format!("standard input: {}", reason(&e)))?)
        }
        Some(From::Path(_)) | None => None,
    };
    let mut host: Box<dyn Host> = Box::new(world(args)?);
    let mut recording = None;
    if let Some(path) = &args.record {
        let file = std::fs::File::create(path).map_err(|e| format!("{path}: {}", reason(&e)))?;
        let (recorder, made) = Recorder::new(host, Box::new(io::BufWriter::new(file)));
        (host, recording) = (Box::new(recorder), Some(made));
    }
    let trace = Noticed::default();
    Ok(Loaded { builder: builder(args, host, text.clone(), &trace)?, text, recording, trace })
}

/// The program and how it runs. `text` is the program if it is in no file; `trace` notices what goes wrong with a trace.
fn builder(
    args: &Args,
    host: Box<dyn Host>,
    text: Option<Vec<u8>>,
    trace: &Noticed,
) -> Result<Builder, String> {
    let mut builder = Engine::builder().config(args.config.clone()).host(host);
    if traces(args) {
        builder = builder.listener(tracer(args, trace)?);
    }
    match (&args.from, text) {
        (None, _) => Err("no file (phasync --help tells more)".to_string()),
        (Some(From::Text(_)), Some(text)) => Ok(builder.file("-e", text).directory(".")),
        (Some(From::Text(text)), None) => Ok(builder.file("-e", text.as_str()).directory(".")),
        (Some(From::Path(_)), Some(text)) => Ok(builder.file("-", text).directory(".")),
        (Some(From::Path(path)), None) => {
            // What tests a package is looked over with it.
            if matches!(args.command, Command::Vet)
                && args.more.is_empty()
                && let Ok(tests) = Tests::of(path.as_ref(), &args.config.tags)
                && tests.any
            {
                return Ok(tests.program(builder, path.as_ref()));
            }
            args.more.iter().try_fold(builder.path(path)?, |builder, more| builder.path(more))
        }
    }
}

/// Writes what happens as the command line says.
fn tracer(args: &Args, noticed: &Noticed) -> Result<Box<dyn Listener>, String> {
    let to: Box<dyn Write> = match &args.output {
        None => Box::new(io::stdout()),
        Some(path) => Box::new(std::fs::File::create(path).map_err(|e| format!("{path}: {}", reason(&e)))?),
    };
    let out = Box::new(io::BufWriter::new(Noticing::new(to, noticed)));
    Ok(if args.json { Box::new(JsonTrace::new(out)) } else { Box::new(TextTrace::new(out)) })
}

/// Prints what was found in a program; gives the status if it cannot run, or need not.
fn checked(args: &Args, program: &mut Checked) -> Option<u8> {
    if matches!(args.command, Command::Run | Command::Trace | Command::Replay) {
        program.require_main();
    }
    let found = match (&args.command, &args.checks) {
        (Command::Vet, None) => program.vet(|_| true),
        (Command::Vet, Some(checks)) => program.vet(|name| checks.iter().any(|check| check == name)),
        _ => 0,
    };
    if !program.diagnostics().is_empty() {
        let mut text = Vec::new();
        // Writing to memory does not fail.
        let _ = program.render(args.config.diag, args.config.style, &mut text);
        let _ = io::stderr().write_all(&text);
    }
    if program.has_errors() || found > 0 {
        return Some(REFUSED);
    }
    matches!(args.command, Command::Check | Command::Vet).then_some(0)
}

fn execute(
    args: &Args,
    program: Checked,
    text: Option<Vec<u8>>,
    recording: Option<Recording>,
    trace: &Noticed,
) -> u8 {
    if matches!(args.command, Command::Dis) {
        return dis(program);
    }
    if let Some(recording) = &recording {
        recording.begin(&about(args, &program, text));
    }
    let (end, mut missing) = match start(program, args, trace) {
        Ok(ended) => ended,
        Err(message) => return refuse(&message),
    };
    explain(&end);
    let status = end.status();
    if let Some(recording) = recording
        && let Err(error) = recording.finish(status)
    {
        eprintln!("phasync: the recording: {}", reason(&error));
        missing = true;
    }
    if let End::Signal(signal) = end {
        // Whoever waits for the process is to see what ended it. Where that cannot be, the status tells.
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
    if missing && status == 0 { REFUSED } else { status as u8 }
}

/// How long a program that should stop may be inside of a function of the library, or of the system.
const INSIDE: Duration = Duration::from_secs(1);

/// Ends the process unless what is given is dropped soon after so many nanoseconds: a program whose time is over stops between
/// two instructions, but an instruction may take long.
fn end_late(timeout: i64) -> Sender<()> {
    let (running, ended) = std::sync::mpsc::channel();
    let latest = Duration::from_nanos(timeout.max(0) as u64) + INSIDE;
    // Without the thread the program goes on until the instruction is over.
    let _ = std::thread::Builder::new().spawn(move || {
        if ended.recv_timeout(latest) == Err(RecvTimeoutError::Timeout) {
            eprintln!("fatal error: time limit exceeded");
            std::process::exit(2);
        }
    });
    running
}

/// Runs a program to its end. Says also whether something that was to be written about it could not be.
fn start(program: Checked, args: &Args, trace: &Noticed) -> Result<(End, bool), String> {
    let mut engine = program.start().map_err(|refused| refused.to_string())?;
    let running = args.config.timeout.map(end_late);
    let end = engine.run();
    drop(running);
    let mut missing = false;
    if args.stats {
        eprint!("{}", engine.stats());
    }
    if let Some(counts) = engine.op_counts() {
        eprint!("{counts}");
    }
    if let Some(path) = &args.profile
        && let Some(flame) = engine.flame()
    {
        let title = args.script.first().map_or("profile", String::as_str);
        let text = if path.ends_with(".folded") { flame.folded() } else { flame.svg(title) };
        if let Err(error) = std::fs::write(path, text) {
            eprintln!("phasync: {path}: {}", reason(&error));
            missing = true;
        }
    }
    end_with(engine, ());
    // Whoever closes a pipe has seen enough.
    if let Some(error) = trace.first()
        && error.kind() != io::ErrorKind::BrokenPipe
    {
        eprintln!("phasync: the trace: {}", reason(&error));
        missing = true;
    }
    Ok((end, missing))
}

/// The process ends: giving back everything that a program consists of would only take time.
fn end_with<T, S>(program: T, status: S) -> S {
    std::mem::forget(program);
    status
}

/// Says why the run came to an end, if that was not said.
fn explain(end: &End) {
    if let End::Refused(message) = end {
        eprintln!("phasync: {message}");
    }
}

/// What a recording has to know in order to repeat this run.
fn about(args: &Args, program: &Checked, text: Option<Vec<u8>>) -> About {
    About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        command: args::again(args),
        text,
        fingerprint: program.fingerprint(),
        style: (args.config.style.color, args.config.style.ascii),
    }
}

/// Repeats a run that was recorded.
fn replay(args: &Args) -> Result<u8, String> {
    let Some(From::Path(path)) = &args.from else {
        return Err("no recording (phasync replay --help)".into());
    };
    let bytes = std::fs::read(path).map_err(|e| format!("{path}: {}", reason(&e)))?;
    let wrong = |why: String| format!("{path}: {why}");
    let (about, _) = Player::about(&bytes).map_err(wrong)?;
    if about.version != env!("CARGO_PKG_VERSION") {
        return Err(wrong(format!("it was made by phasync {}", about.version)));
    }
    let recorded = args::parse(about.command.iter().map(Into::into));
    let mut recorded = recorded.map_err(|args::Refused(why)| wrong(format!("its command line: {why}")))?;
    recorded.config.diag = recorded.format.unwrap_or(Format::Go);
    recorded.config.style = Style { color: about.style.0, ascii: about.style.1 };
    recorded.command = Command::Replay;
    (recorded.trace, recorded.json) = (args.trace, args.json);
    recorded.output.clone_from(&args.output);
    let screen = world(&recorded)?;
    let (about, player, playback) = Player::open(bytes, Box::new(screen)).map_err(wrong)?;
    let trace = Noticed::default();
    let mut program = builder(&recorded, Box::new(player), about.text, &trace).map_err(wrong)?.check();
    if program.fingerprint() != about.fingerprint {
        return Err(wrong("the program has changed since it was recorded".into()));
    }
    match checked(&recorded, &mut program) {
        Some(status) => Ok(end_with(program, status)),
        None => {
            let (end, missing) = start(program, args, &trace)?;
            let status = playback.verdict(end.status()).map_err(wrong)?;
            explain(&end);
            Ok(if missing && status == 0 { REFUSED } else { status as u8 })
        }
    }
}

/// Prints the documentation of a name.
fn doc(args: &Args) -> u8 {
    let Some(From::Path(name)) = &args.from else {
        return refuse("no name (phasync doc --help)");
    };
    match documentation(name) {
        Ok(text) => print(&text),
        Err(message) => refuse(&message),
    }
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
