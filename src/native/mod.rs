//! The native half of the standard library: a file per package, over the cores in [`text`] and [`num`].
//!
//! A function without a body in `stdlib/<pkg>` is bound to the row of its name in the table of `src/native/<pkg>.rs`:
//!
//! ```text
//! pub const TABLE: &[Row] = &[
//!     ("strings.Index", index),
//!     ("sync.(*Mutex).Lock", mutex_lock),
//! ];
//! ```
//!
//! Names are the import path, a dot, and the name; for methods the receiver as Go's traces print it. A native reads its
//! arguments in order (`cx.str()`, `cx.int()`), writes its results in order (`cx.ret_int(..)`), and gives back
//! `Ok(Done)`; it blocks by returning a system call, and panics by returning what [`NativeCx::throw`] makes. It never
//! calls the scheduler, and nothing is collected while it runs.

mod big;
mod binary;
mod bits;
mod buffer;
mod bufio;
mod bytes;
#[cfg(test)]
mod complete;
pub mod convert;
mod coroutine;
mod fill;
mod finalizers;
mod flate;
pub(crate) mod fmt;
mod gob;
pub mod handle;
mod hash;
mod image;
mod json;
mod math;
mod net;
pub mod num;
mod os;
mod phasync;
mod poll;
mod rand;
mod reflect;
mod regexp;
mod rt;
mod runtime;
mod signal;
mod slog;
mod strconv;
mod strings;
mod suffix;
mod sync;
mod syscall;
pub mod text;
mod time;
#[cfg(feature = "tls")]
mod tls;
#[cfg(not(feature = "tls"))]
#[path = "tls/absent.rs"]
mod tls;
pub mod typed;
mod unicode;
mod values;
mod xml;

pub use crate::syscall::SystemCall;
pub use crate::vm::{Iface, Mem, NativeCx, SliceRef, Thrown, Unwind};
pub use handle::{Chan, Func};

/// What a native that did not throw came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NativeOutcome {
    /// The results are written.
    Done,
    /// The goroutine must wait, or needs the scheduler; when it goes on, the call is over and the scheduler has written
    /// the results that the system call says.
    Block(SystemCall),
}

pub use NativeOutcome::{Block, Done};

/// What a native gives back.
pub type NativeResult = Result<NativeOutcome, Unwind>;

/// A native function.
pub type NativeFn = fn(&mut NativeCx<'_>) -> NativeResult;

/// A row of a table: the name of the function without body, and what implements it.
pub type Row = (&'static str, NativeFn);

/// In the row of a function of which the compiler makes an instruction, wherever it is used.
fn instruction(cx: &mut NativeCx<'_>) -> NativeResult {
    Err(cx.fatal("an instruction was called as a native"))
}

/// All tables. A new file adds its line here.
const TABLES: &[&[Row]] = &[
    big::TABLE,
    binary::TABLE,
    bits::TABLE,
    buffer::TABLE,
    bufio::TABLE,
    bytes::TABLE,
    coroutine::TABLE,
    finalizers::TABLE,
    flate::TABLE,
    fmt::TABLE,
    gob::TABLE,
    hash::TABLE,
    image::TABLE,
    json::TABLE,
    json::WIRE,
    math::TABLE,
    net::TABLE,
    os::TABLE,
    phasync::TABLE,
    poll::TABLE,
    rand::TABLE,
    reflect::TABLES[0],
    reflect::TABLES[1],
    reflect::TABLES[2],
    reflect::TABLES[3],
    reflect::TABLES[4],
    regexp::TABLE,
    rt::TABLE,
    runtime::TABLE,
    signal::TABLE,
    slog::TABLE,
    strconv::TABLE,
    strings::TABLE,
    suffix::TABLE,
    sync::TABLE,
    syscall::TABLE,
    time::TABLE,
    tls::TABLE,
    unicode::TABLE,
    values::TABLE,
    xml::TABLE,
];

/// The native of this name.
pub fn find(name: &str) -> Option<Row> {
    TABLES.iter().flat_map(|table| table.iter()).find(|(n, _)| *n == name).copied()
}

/// All natives.
#[cfg(test)]
pub fn all() -> impl Iterator<Item = &'static Row> {
    TABLES.iter().flat_map(|table| table.iter())
}
