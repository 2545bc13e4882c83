//! The bytecode: what `compile` emits and `vm` executes.
//!
//! In: nothing. Out: opcodes and instructions, functions, the effects of each instruction on registers, disassembly and
//! verification. Invariant: `opcodes.rs` is the only list of opcodes; all else derives from it.

#[macro_use]
mod flags;
pub mod disasm;
pub mod effects;
mod function;
mod instr;
mod opcodes;
pub mod verify;

pub use function::{
    FuncFlags, FuncId, Function, InPlace, NO_REG, OpenSite, Outstanding, RegClass, SelectCase, SelectTable,
    Stands,
};
pub use instr::Instr;
pub(crate) use opcodes::each_opcode;
pub use opcodes::{FRAME_HEADER, Op, PrintKind, Role, ThrowCode, data_word, room, slice_flags};
