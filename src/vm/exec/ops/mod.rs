//! The handlers of the opcodes, by concept. Every opcode of the table has one here, of its own name.
//!
//! Whatever a handler does stands in its block, of which `e` is the [`Exec`](super::Exec). A block that ends goes on with the
//! next instruction; otherwise it returns where to go on, or what is thrown.

/// Defines handlers: `handlers! { e; Name { ... } ... }`.
macro_rules! handlers {
    ($e:ident; $( $(#[$attribute:meta])* $name:ident $body:block )*) => {
        $( handler! { $(#[$attribute])* $e; $name for $name $body } )*
    };
}

/// Defines a handler of an opcode; one that is not in the table does the rest of the work of the one that is (see
/// [`Exec::rest`](super::Exec::rest)).
macro_rules! handler {
    ($(#[$attribute:meta])* $e:ident; $name:ident for $op:ident $body:block) => {
        $(#[$attribute])*
        #[allow(non_snake_case, unreachable_code, unused_unsafe, unused_variables)]
        pub(in crate::vm::exec) unsafe fn $name(
            pc: *const crate::bytecode::Instr,
            base: *mut u64,
            budget: i64,
            m: &mut crate::vm::Machine,
            s: *mut crate::vm::Script,
            i: crate::bytecode::Instr,
        ) {
            #[allow(unused_imports)]
            use crate::vm::exec::{Exec, Flow, Outcome, Trap};

            /// # Safety
            /// The invariants of the interpreter.
            #[inline(always)]
            unsafe fn body($e: &mut Exec<'_>) -> Outcome {
                // SAFETY: operands, jumps and tables are in range: the verifier has seen it. Registers are slots of the
                // frame at `base`, and addresses in them are those of live objects of the right type and size.
                unsafe { $body };
                Ok(Flow::Next)
            }

            const EXT: usize = crate::bytecode::Op::EXT_WORDS[crate::bytecode::Op::$op as usize] as usize;
            let mut exec = Exec { pc, base, budget, m, s, i, ext: EXT };
            // SAFETY: the caller's promise.
            unsafe {
                let outcome = body(&mut exec);
                exec.finish(outcome);
            }
        }
    };
}

mod conc;
mod dynamic;
mod flow;
mod io;
mod memory;
mod moves;
mod number;
mod sequence;

pub(super) use conc::*;
pub(super) use dynamic::*;
pub(super) use flow::*;
pub(super) use io::*;
pub(super) use memory::*;
pub(super) use moves::*;
pub(super) use number::*;
pub(super) use sequence::*;
