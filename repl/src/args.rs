//! The command line.

use lexopt::prelude::*;
use phasync::engine::{COUNTS_OPS, Config, Format, Order, vet_checks};
use std::ffi::OsString;
use std::path::Path;

/// What is to be done.
pub enum Command {
    /// Run a program.
    Run,
    /// Check it only.
    Check,
    /// Look it over for what is hardly meant.
    Vet,
    /// Print its bytecode.
    Dis,
    /// Run it, and print what happens.
    Trace,
    /// Open an interactive session.
    Repl,
    /// Print documentation.
    Doc,
    /// Repeat a run that was recorded.
    Replay,
    /// Print this help and succeed.
    Help(&'static str),
    /// Print the version.
    Version,
}

/// Where the program comes from.
pub enum From {
    /// A file, a directory, or `-` for standard input.
    Path(String),
    /// The text itself.
    Text(String),
}

/// A command line, understood.
pub struct Args {
    pub command: Command,
    pub from: Option<From>,
    /// Further files of the package (`check` and `vet` only).
    pub more: Vec<String>,
    /// `vet`: the checks, if not all.
    pub checks: Option<Vec<String>>,
    /// What the program gets as `os.Args`, its own name first.
    pub script: Vec<String>,
    /// How diagnostics are printed, if the user says so.
    pub format: Option<Format>,
    pub config: Config,
    /// `trace`: print JSON.
    pub json: bool,
    /// `trace`: where to print it.
    pub output: Option<String>,
    /// `replay`: print what happens.
    pub trace: bool,
    /// Where to draw where time was spent.
    pub profile: Option<String>,
    /// Say on standard error what the run has cost.
    pub stats: bool,
    /// Where to record the run.
    pub record: Option<String>,
}

/// How the message about a command that is still to come ends.
pub const NOT_BUILT: &str = "is not built yet";

/// The commands, each with a line of help. Those that are not there yet have none.
pub const COMMANDS: &[(&str, Option<&str>)] = &[
    ("run", Some(RUN)),
    ("check", Some(CHECK)),
    ("vet", Some(VET)),
    ("dis", Some(DIS)),
    ("repl", Some(REPL)),
    ("test", Some(crate::test::HELP)),
    ("fmt", None),
    ("doc", Some(DOC)),
    ("trace", Some(TRACE)),
    ("replay", Some(REPLAY)),
    ("step", None),
    ("explore", None),
    ("bench", None),
    ("info", None),
    ("explain", None),
];

/// The general help.
pub const USAGE: &str = "\
usage: phasync [run] [options] FILE [arguments]    run a script or a Go program
       phasync -e CODE [arguments]                 run the text CODE
       phasync check [options] FILE...             look for errors only
       phasync vet [options] FILE...               look for what compiles but is hardly meant
       phasync test [options] [DIR...]             run the tests of packages, as go test does
       phasync dis [options] FILE                  print the bytecode
       phasync trace [options] FILE [arguments]    run, and print what happens
       phasync [repl] [options]                    open an interactive session
       phasync replay [--trace] RECORDING          repeat a run that was recorded
       phasync doc NAME                            print the documentation of a name

FILE is a .pgo or .go file, a directory with a package, or - for standard input.

options:
  --seed=N|random      seed of every choice: select, range over maps, math/rand
  --virtual-time       time jumps to the next timer when everything waits
  --sched=ORDER        order of the ready queue: fifo (default), lifo, random
  --preempt=N|off      back-edges and calls before a goroutine lets others run (default 20000)
  --max-memory=SIZE    most bytes of the heap and of a stack: 64MB, 1GB
  --max-tasks=N        most goroutines at once
  --timeout=TIME       stop the program after so long: 500ms, 2s, 1m
  --tags=TAG,...       build tags that hold; those of the platform, purego and appengine do anyway
  --leaks              name the goroutines that are left when main returns
  --stats              say what the run has cost: collections, memory, goroutines
  --profile[=PATH]     draw where time was spent, as a flame graph (profile.svg; stacks as text: NAME.folded)
  --profile-ops        count instructions and pairs of them; not in a release build
  --record=PATH        write down what enters the run, for phasync replay
  --diag=FORMAT        diagnostics as go, teach, short or json
  --help, --version
";

const REPL: &str = "usage: phasync [repl] [options]

Opens an interactive session, in which declarations, statements and expressions are carried out as they are entered. :help
there tells more. From a file or pipe entries are read without a prompt; status 1 if one of them went wrong.
`phasync --help` lists the options.
";
const DOC: &str = "\
usage: phasync doc NAME

Prints the documentation of a package (fmt, encoding/json), of something that a package declares
(phasync.Gather, strings.Builder.Len), or of what needs no package (len, await).
";
const RUN: &str = "usage: phasync [run] [options] FILE [arguments]\n\nRuns a script or a Go program. `phasync --help` lists the options.\n";
const CHECK: &str = "usage: phasync check [--diag=go|teach|short|json] FILE...\n\nLooks for errors without running anything. Status 1 if there are some.\n";
const VET: &str = "\
usage: phasync vet [--checks=NAME,...] [--diag=go|teach|short|json] FILE...

Looks for what compiles but is hardly meant, without running anything; says what go vet says. FILE may be
a directory with a package. Status 1 if something was found, or if the program has errors.

  --checks=NAME,...    only these checks:
                       copylocks     a mutex or wait group that is copied
                       loopclosure   a loop variable in a function that runs later (modules before go 1.22)
                       lostcancel    the cancel function of a context that is not called
                       printf        a format and arguments that do not fit each other
                       unreachable   code that is never reached
                       unusedresult  a call that only gives a result, which is thrown away
                       waitgroup     WaitGroup.Add inside the goroutine that is waited for
";
const TRACE: &str = "\
usage: phasync trace [options] FILE [arguments]

Runs a program, and prints what happens: a line for each event, a lane for each goroutine, and in
brackets the step that brought an event about. Exit status: the program's own.

  --json               print an object for each event (docs/watching.md has the members)
  --output=PATH        print the trace to a file; the program's output is printed as usual

`phasync --help` lists the options for running.
";
const REPLAY: &str = "\
usage: phasync replay [--trace [--json] [--output=PATH]] RECORDING

Repeats a run that was recorded with --record: the program gets the same input, times, connections and
files, and prints the same. Nothing but the program's text is read from outside. Exit status: that of
the recorded run; 1 if the recording is damaged, or does not fit the program.

  --trace              print what happens, as phasync trace does
";
const DIS: &str =
    "usage: phasync dis FILE\n\nPrints the bytecode of the program's functions, with source lines.\n";

/// Why a command line is refused.
pub struct Refused(pub String);

impl std::convert::From<lexopt::Error> for Refused {
    fn from(error: lexopt::Error) -> Self {
        Refused(error.to_string())
    }
}

/// How the command that the process was asked for is used: a line.
pub fn usage() -> &'static str {
    let name = std::env::args_os().nth(1);
    let known = COMMANDS.iter().find(|(known, _)| name.as_deref().is_some_and(|name| name == *known));
    let help = known.and_then(|(_, help)| *help).unwrap_or(USAGE);
    help.lines().find(|line| line.starts_with("usage: ")).unwrap_or_default()
}

/// Understands a command line, without the program's name.
pub fn parse(args: impl Iterator<Item = OsString>) -> Result<Args, Refused> {
    let mut out = Args {
        command: Command::Run,
        from: None,
        more: Vec::new(),
        checks: None,
        script: Vec::new(),
        format: None,
        config: Config::default(),
        json: false,
        output: None,
        trace: false,
        profile: None,
        stats: false,
        record: None,
    };
    let mut parser = lexopt::Parser::from_args(args);
    let mut named: Option<&'static str> = None;
    while let Some(arg) = parser.next()? {
        match arg {
            Long("help") | Short('h') => {
                out.command = Command::Help(named.unwrap_or(USAGE));
                return Ok(out);
            }
            Long("version") | Short('V') => {
                out.command = Command::Version;
                return Ok(out);
            }
            Short('e') => {
                out.from = Some(From::Text(text(parser.value()?)?));
                out.script = vec!["-e".into()];
                rest(&mut parser, &mut out.script)?;
                break;
            }
            Long("diag") => {
                let name = text(parser.value()?)?;
                let format = Format::from_name(&name)
                    .ok_or_else(|| Refused(format!("--diag={name}: go, teach, short or json")))?;
                out.format = Some(format);
            }
            Long("seed") => {
                let value = text(parser.value()?)?;
                out.config.seed = Some(match value.as_str() {
                    "random" => random_seed(),
                    n => n.parse().map_err(|_| Refused(format!("--seed={n}: a number, or random")))?,
                });
            }
            Long("trace") if matches!(out.command, Command::Replay) => out.trace = true,
            Long("record") if matches!(out.command, Command::Run | Command::Trace) => {
                out.record = Some(text(parser.value()?)?);
            }
            Long("json") if matches!(out.command, Command::Trace | Command::Replay) => out.json = true,
            Long("output") if matches!(out.command, Command::Trace | Command::Replay) => {
                out.output = Some(text(parser.value()?)?);
            }
            Long("checks") if matches!(out.command, Command::Vet) => {
                let list = text(parser.value()?)?;
                let names: Vec<String> = list.split(',').map(str::to_owned).collect();
                if let Some(name) =
                    names.iter().find(|name| !vet_checks().any(|known| known == name.as_str()))
                {
                    let known: Vec<&str> = vet_checks().collect();
                    return Err(Refused(format!("--checks={name}: the checks are {}", known.join(", "))));
                }
                out.checks = Some(names);
            }
            Long("leaks") => out.config.leaks = true,
            Long("tags") => {
                let list = text(parser.value()?)?;
                out.config.tags = list.split([',', ' ']).map(str::to_owned).collect();
            }
            Long("stats") if matches!(out.command, Command::Run | Command::Trace | Command::Replay) => {
                out.stats = true;
            }
            Long("profile-ops") if !COUNTS_OPS => {
                return Err(Refused(
                    "--profile-ops: a release build does not count instructions, a debug build does".into(),
                ));
            }
            Long("profile-ops") => out.config.profile_ops = true,
            Long("profile") => {
                let path = parser.optional_value().map(text).transpose()?;
                out.profile = Some(path.unwrap_or_else(|| "profile.svg".to_owned()));
                out.config.profile = true;
            }
            Long("virtual-time") => out.config.virtual_time = true,
            Long("gc-stress") => out.config.gc_stress = true,
            Long("sched") => {
                let name = text(parser.value()?)?;
                out.config.order = match name.as_str() {
                    "fifo" => Order::Fifo,
                    "lifo" => Order::Lifo,
                    "random" => Order::Random,
                    _ => return Err(Refused(format!("--sched={name}: fifo, lifo or random"))),
                };
            }
            Long("preempt") => {
                let value = text(parser.value()?)?;
                out.config.preempt = match value.as_str() {
                    "off" => None,
                    n => match n.parse() {
                        Ok(n) if n > 0 => Some(n),
                        _ => return Err(Refused(format!("--preempt={n}: a number above 0, or off"))),
                    },
                };
            }
            Long("max-memory") => out.config.max_memory = Some(size(&text(parser.value()?)?)?),
            Long("max-tasks") => {
                let value = text(parser.value()?)?;
                out.config.max_tasks =
                    Some(value.parse().map_err(|_| Refused(format!("--max-tasks={value}: a number")))?);
            }
            Long("timeout") => out.config.timeout = Some(duration(&text(parser.value()?)?)?),
            Value(value) => {
                let value = text(value)?;
                if named.is_none() {
                    match COMMANDS.iter().find(|(name, _)| *name == value) {
                        Some((name, Some(help))) => {
                            named = Some(help);
                            out.command = match *name {
                                "check" => Command::Check,
                                "vet" => Command::Vet,
                                "dis" => Command::Dis,
                                "trace" => Command::Trace,
                                "repl" => Command::Repl,
                                "doc" => Command::Doc,
                                "replay" => Command::Replay,
                                _ => Command::Run,
                            };
                            continue;
                        }
                        Some((name, None)) => {
                            return Err(Refused(format!("{name} {NOT_BUILT}")));
                        }
                        None => named = Some(RUN),
                    }
                }
                if let Command::Repl = out.command {
                    return Err(Refused(format!(
                        "repl takes no file: {value} (:load {value} in the session runs it)"
                    )));
                }
                if let Command::Check | Command::Vet = out.command {
                    match out.from {
                        None => out.from = Some(From::Path(value)),
                        Some(_) => out.more.push(value),
                    }
                    continue;
                }
                out.script = vec![value.clone()];
                out.from = Some(From::Path(value));
                rest(&mut parser, &mut out.script)?;
                break;
            }
            arg => return Err(arg.unexpected().into()),
        }
    }
    if named.is_none() && out.from.is_none() {
        out.command = Command::Repl;
    }
    complete(&out)?;
    Ok(out)
}

/// Refuses a command that lacks something, or is told what it cannot do.
fn complete(args: &Args) -> Result<(), Refused> {
    let lacks = match args.command {
        Command::Run | Command::Check | Command::Vet | Command::Dis | Command::Trace => "no file",
        Command::Doc => "no name",
        Command::Replay => "no recording",
        Command::Help(_) | Command::Version => return Ok(()),
        Command::Repl => {
            let without = [
                ("--record", args.record.is_some()),
                ("--profile", args.profile.is_some()),
                ("--stats", args.stats),
            ];
            return match without.iter().find(|(_, is_set)| *is_set) {
                Some((flag, _)) => Err(Refused(format!("{flag}: only for a program; there is no file"))),
                None => Ok(()),
            };
        }
    };
    if args.from.is_none() {
        return Err(Refused(lacks.to_owned()));
    }
    // What is written must not take the place of the program.
    let written = [("--record", &args.record), ("--output", &args.output), ("--profile", &args.profile)];
    for (flag, path) in written {
        if let Some(path) = path
            && is_program(path, args)
        {
            return Err(Refused(format!("{flag}={path}: that is a program")));
        }
    }
    Ok(())
}

/// Whether there is a program in a file already: by its name, or because it is the one that is meant.
fn is_program(path: &str, args: &Args) -> bool {
    let path = Path::new(path);
    let Ok(full) = path.canonicalize() else { return false };
    let same = |from: &From| matches!(from, From::Path(from) if Path::new(from).canonicalize().is_ok_and(|from| from == full));
    full.is_file() && path.extension().is_some_and(|ext| ext == "go" || ext == "pgo")
        || args.from.as_ref().is_some_and(same)
}

/// The command line that runs the same program in the same way, whatever is printed of it.
pub fn again(args: &Args) -> Vec<String> {
    let Config { order, virtual_time, preempt, max_memory, max_tasks, timeout, leaks, gc_stress, .. } =
        args.config;
    let mut line = vec!["run".to_owned(), format!("--diag={}", args.config.diag.name())];
    // A seed that was chosen by chance must not be chosen again.
    line.extend(args.config.seed.map(|seed| format!("--seed={seed}")));
    line.push(match order {
        Order::Fifo => "--sched=fifo".to_owned(),
        Order::Lifo => "--sched=lifo".to_owned(),
        Order::Random => "--sched=random".to_owned(),
    });
    line.push(preempt.map_or("--preempt=off".to_owned(), |slice| format!("--preempt={slice}")));
    line.extend(max_memory.map(|bytes| format!("--max-memory={bytes}")));
    line.extend(max_tasks.map(|tasks| format!("--max-tasks={tasks}")));
    line.extend(timeout.map(|nanos| format!("--timeout={}ms", nanos as f64 / 1e6)));
    for (flag, is_set) in [("--virtual-time", virtual_time), ("--leaks", leaks), ("--gc-stress", gc_stress)] {
        line.extend(is_set.then(|| flag.to_owned()));
    }
    match &args.from {
        Some(From::Text(text)) => line.extend(["-e".to_owned(), text.clone()]),
        Some(From::Path(path)) => line.push(path.clone()),
        None => {}
    }
    line.extend(args.script.iter().skip(1).cloned());
    line
}

/// Everything that is left belongs to the program.
fn rest(parser: &mut lexopt::Parser, to: &mut Vec<String>) -> Result<(), Refused> {
    for arg in parser.raw_args()? {
        to.push(text(arg)?);
    }
    Ok(())
}

fn text(arg: OsString) -> Result<String, Refused> {
    arg.into_string().map_err(|arg| Refused(format!("{}: not UTF-8", arg.to_string_lossy())))
}

fn random_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish()
}

/// `64MB`
fn size(s: &str) -> Result<u64, Refused> {
    let at = s.find(|c: char| !c.is_ascii_digit()).unwrap_or(s.len());
    let unit = match s[at..].to_ascii_uppercase().as_str() {
        "" | "B" => 1,
        "K" | "KB" | "KIB" => 1 << 10,
        "M" | "MB" | "MIB" => 1 << 20,
        "G" | "GB" | "GIB" => 1 << 30,
        _ => return Err(Refused(format!("--max-memory={s}: a size such as 64MB"))),
    };
    s[..at]
        .parse::<u64>()
        .ok()
        .and_then(|n| n.checked_mul(unit))
        .ok_or_else(|| Refused(format!("--max-memory={s}: a size such as 64MB")))
}

/// `500ms`, `2s`, `1m`; nanoseconds.
fn duration(s: &str) -> Result<i64, Refused> {
    let at = s.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(s.len());
    let unit = match &s[at..] {
        "ms" => 1e6,
        "s" | "" => 1e9,
        "m" => 60e9,
        "h" => 3600e9,
        _ => return Err(Refused(format!("--timeout={s}: a time such as 2s"))),
    };
    match s[..at].parse::<f64>() {
        Ok(n) => Ok((n * unit) as i64),
        Err(_) => Err(Refused(format!("--timeout={s}: a time such as 2s"))),
    }
}
