//! The machine: registers, frames and the interpreter loop.
//!
//! One of the two rooms with unsafe code.

mod cx;
mod program;

pub use cx::{Iface, Mem, NativeCx, SliceRef, Thrown, Unwind};
pub use program::{Global, GlobalId, NativeId, Program, WellKnown};
