//! How much memory the frames of a deep recursion keep besides their registers.
//!
//! Large variables, and those whose addresses are taken, have cells on the heap, where Go has them in the frame. So a recursion
//! that never ends would take ten times the memory that Go allows it before its registers are too many. When a large stack is to
//! grow, the cells are added up. What a function could make it need not have made, so the heap must really be that large, too.

use std::collections::HashMap;

use super::{Machine, Script};
use crate::bytecode::{FuncId, Function, Op};
use crate::heap::RTypeId;

/// Stacks with fewer slots have few frames.
const LARGE: usize = 4 << 20;
/// Cells with fewer bytes do not weigh more than the frame itself.
const COUNTED: u64 = 64;

impl Machine {
    /// Whether the frames of the coroutine and their cells have more bytes than a stack may have.
    pub(super) fn is_too_deep(&self, s: &Script) -> bool {
        let slots = s.capacity();
        let are_too_many = |cells: u64| cells.saturating_add(8 * slots as u64) > self.natives.stack.bytes;
        // There are no more than the heap holds, which is known without counting.
        slots >= LARGE && are_too_many(self.heap.stats().bytes_in_use) && are_too_many(self.cells(s))
    }

    /// The bytes of the cells that the functions of its frames make, each as often as the function is entered.
    fn cells(&self, s: &Script) -> u64 {
        let mut known = HashMap::new();
        s.frames()
            .map(|frame| *known.entry(frame.func).or_insert_with(|| self.cells_of(frame.func)))
            .fold(0, u64::saturating_add)
    }

    fn cells_of(&self, func: FuncId) -> u64 {
        let f: &Function = self.program.function(func);
        let (mut at, mut sum) = (0, 0);
        while let Some(i) = f.code.get(at) {
            let op = i.op();
            let bytes = match op {
                Op::New | Op::Clone => self.program.rtypes.get(RTypeId(f.code[at + 1].ext_id())).size,
                Op::NewPlain | Op::NewScanned => u64::from(i.c()),
                _ => 0,
            };
            if bytes >= COUNTED {
                sum += bytes;
            }
            at += 1 + usize::from(Op::EXT_WORDS[op as usize]);
        }
        sum
    }
}
