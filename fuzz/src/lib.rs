//! What the fuzzers do with one input: a function for each stage. The sanitizer, a panic or libFuzzer's clock end the
//! process where something is wrong.

mod host;
mod mutate;
mod natives;

use std::sync::atomic::{AtomicU64, Ordering};

use phasync::ast::{self, NodeIds};
use phasync::diag::{Diagnostic, Format, Style, render};
use phasync::engine::{Builder, Checked, Config, End, Engine, Order};
use phasync::lexer;
use phasync::parser::{Mode, parse_file};
use phasync::source::SourceMap;

pub use mutate::{crossover, mutate};

/// Longer inputs only take time.
const MAX_INPUT: usize = 64 << 10;

/// Some bits that follow from the input: what is not in the text (the mode, the order of tasks) is taken from them.
fn bits(data: &[u8]) -> u64 {
    data.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
        >> 20
}

/// The file's name: Go, or Go with scripts.
fn name(data: &[u8]) -> &'static str {
    if bits(data) & 1 == 0 { "fuzz.go" } else { "fuzz.pgo" }
}

/// Draws diagnostics in one of the formats: in all of them it takes longer than what is tested.
fn draw(map: &SourceMap, diags: &[Diagnostic], data: &[u8]) {
    let formats = [Format::Go, Format::Teach, Format::Short, Format::Json];
    // A vector takes everything.
    let _ = render(
        map,
        diags,
        formats[(bits(data) >> 8) as usize % formats.len()],
        Style::default(),
        &mut Vec::new(),
    );
}

/// The lexer: every token, with the text that it names.
pub fn lexer(data: &[u8]) {
    if data.len() > MAX_INPUT {
        return;
    }
    let mut map = SourceMap::new();
    let file = map.add(name(data), data);
    lexer::dump(map.file(file));
}

/// The parser, the tree's dump, and the messages.
pub fn parser(data: &[u8]) {
    if data.len() > MAX_INPUT {
        return;
    }
    let mut map = SourceMap::new();
    let file = map.add(name(data), data);
    let parsed = parse_file(&map, file, &mut NodeIds::new(), Mode::of(name(data)));
    ast::dump(&parsed.file, map.file(file));
    draw(&map, &parsed.diags, data);
}

fn load(builder: Builder, data: &[u8]) -> Checked {
    let program = builder.file(name(data), data).check();
    draw(program.sources(), program.diagnostics(), data);
    program
}

/// The checker; what it accepts is compiled.
pub fn checker(data: &[u8]) {
    if data.len() > MAX_INPUT {
        return;
    }
    let program = load(Engine::builder(), data);
    if !program.has_errors()
        && let Err(error) = program.compile_all(|_, _, _| ())
        && !error.is_limit
    {
        panic!("the compiler refuses what the checker accepts: {}", error.message);
    }
}

/// Nanoseconds that a program may take, by a clock that goes on with every question for the time (see `host`).
const TIMEOUT: i64 = 200_000_000;

/// Back-edges and calls that stand for a millisecond of that clock, whatever they took.
const STEPS_PER_MS: u32 = 2_000;

/// Tells at every power of two how many of the inputs were programs, and ran: what does not run finds little.
fn count(ran: bool) {
    static ALL: AtomicU64 = AtomicU64::new(0);
    static RAN: AtomicU64 = AtomicU64::new(0);
    let all = ALL.fetch_add(1, Ordering::Relaxed) + 1;
    let ran = RAN.fetch_add(u64::from(ran), Ordering::Relaxed) + u64::from(ran);
    if all.is_power_of_two() && all >= 1024 {
        eprintln!("#{all}: {ran} inputs were programs that ran");
    }
}

/// What a program must not say: all else that it can do goes to its host, but this is the whole process's.
const FORBIDDEN: &[u8] = b"Chdir";

/// The whole way: the program runs, with limits, in a world of its own (see `host`).
pub fn program(data: &[u8]) {
    if data.len() > MAX_INPUT {
        return;
    }
    let bits = bits(data);
    // A collection at every safepoint takes time with every goroutine: then there are few, and the clock is read often.
    let stress = bits & 8 == 0;
    let slice = if bits & 4 == 0 && !stress { 20_000 } else { 50 };
    let config = Config {
        seed: Some(bits),
        order: if bits & 2 == 0 { Order::Fifo } else { Order::Random },
        virtual_time: true,
        preempt: Some(slice),
        max_memory: Some(64 << 20),
        max_tasks: Some(if stress { 50 } else { 1_000 }),
        timeout: Some(TIMEOUT),
        gc_stress: stress,
    };
    let host = host::FuzzHost::new(i64::from(slice) * 1_000_000 / i64::from(STEPS_PER_MS));
    let builder = natives::with_host(Engine::builder().config(config).host(Box::new(host)));
    let program = load(builder, data);
    let runs = !program.has_errors() && !data.windows(FORBIDDEN.len()).any(|word| word == FORBIDDEN);
    count(runs);
    if !runs {
        return;
    }
    if let Ok(mut engine) = program.start()
        && let End::Refused(message) = engine.run()
    {
        assert!(!message.contains("internal"), "{message}");
    }
}
