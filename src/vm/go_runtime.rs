//! Functions of Go's runtime that programs find in stacks, and that are nowhere here: a program that counts the frames
//! between a deferred call and what panicked counts them, too.

use super::cx::Thrown;
use super::panics;

/// Such a function: its name, its file in Go's tree, and the line.
pub(crate) type RuntimeFrame = (&'static str, &'static str, u32);

/// All of them. A place's number names one by its index here.
static FRAMES: [RuntimeFrame; 20] = [
    ("runtime.goexit", "runtime/asm_amd64.s", 1264),
    ("runtime.main", "runtime/proc.go", 302),
    ("runtime.gopanic", "runtime/panic.go", 859),
    ("runtime.Goexit", "runtime/panic.go", 694),
    ("runtime.panicBounds64", "runtime/panic.go", 236),
    ("runtime.panicBounds", "runtime/asm_amd64.s", 1622),
    ("runtime.panicmem", "runtime/panic.go", 336),
    ("runtime.sigpanic", "runtime/signal_unix.go", 931),
    ("runtime.panicdivide", "runtime/panic.go", 315),
    ("runtime.panicshift", "runtime/panic.go", 307),
    ("runtime.panicdottypeE", "runtime/iface.go", 293),
    ("runtime.panicnildottype", "runtime/iface.go", 309),
    ("runtime.efaceeq", "runtime/alg.go", 324),
    ("runtime.nilinterhash", "runtime/alg.go", 191),
    ("runtime.mapassign", "internal/runtime/maps/runtime.go", 163),
    ("runtime.chansend", "runtime/chan.go", 226),
    ("runtime.chansend1", "runtime/chan.go", 161),
    ("runtime.closechan", "runtime/chan.go", 416),
    ("runtime.panicmakeslicelen", "runtime/slice.go", 30),
    ("runtime.makeslice", "runtime/slice.go", 112),
];

/// What is below the outermost function of a goroutine.
pub(super) fn bottom(main: bool) -> &'static [u8] {
    if main { &[1, 0] } else { &[0] }
}

/// What is between a deferred call and the frame that threw.
pub(super) fn between(thrown: &Thrown) -> &'static [u8] {
    match thrown {
        Thrown::Goexit => &[3],
        Thrown::Bounds(_) => &[2, 4, 5],
        Thrown::TypeAssertion(text) if text.contains("interface is nil") => &[2, 11],
        Thrown::TypeAssertion(_) => &[2, 10],
        Thrown::Runtime(text) | Thrown::Plain(text) => between_error(text),
        Thrown::NilPanic
        | Thrown::Text(_)
        | Thrown::Value(..)
        | Thrown::Fatal(_)
        | Thrown::Exit(_)
        | Thrown::Passing { .. } => &[2],
    }
}

fn between_error(text: &str) -> &'static [u8] {
    let known: [(&str, &'static [u8]); 9] = [
        (panics::NIL_DEREFERENCE, &[2, 6, 7]),
        ("integer divide", &[2, 8]),
        ("negative shift", &[2, 9]),
        ("comparing uncomparable", &[2, 12]),
        ("hash of unhashable", &[2, 13, 14]),
        ("assignment to entry in nil map", &[2, 14]),
        (panics::SEND_ON_CLOSED, &[2, 15, 16]),
        ("close of", &[2, 17]),
        ("makeslice", &[2, 18, 19]),
    ];
    known.iter().find(|(start, _)| text.starts_with(start)).map_or(&[2], |(_, frames)| frames)
}

/// The number of the place that one of them is, as those of the program's functions.
pub(super) fn place(frame: u8) -> u64 {
    (u64::from(frame) + 1) << 1 | 1
}

/// The function of such a number.
pub(crate) fn at(number: u64) -> Option<RuntimeFrame> {
    FRAMES.get(usize::try_from(number >> 1).ok()?.checked_sub(1)?).copied()
}
