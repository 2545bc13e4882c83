//! Registers that lie elsewhere now.

use std::collections::HashMap;

use crate::vm::script::Script;
use crate::vm::wait::Conc;

/// A stack that has moved.
pub(in crate::vm) struct Moved {
    /// The coroutine whose it is.
    pub script: *mut Script,
    /// Where it began, and how many slots it had.
    pub before: *mut u64,
    pub slots: usize,
    /// Where it begins.
    pub now: *mut u64,
}

impl Conc {
    /// Stacks of waiting tasks have moved: their nodes name the registers where these lie now.
    pub(in crate::vm) fn have_moved(&mut self, moved: Vec<Moved>) {
        if moved.is_empty() {
            return;
        }
        let moved: HashMap<*mut Script, Moved> = moved.into_iter().map(|each| (each.script, each)).collect();
        // Those that are free name nothing that is still used.
        for node in &mut self.nodes {
            let Some(moved) = moved.get(&node.script) else { continue };
            for register in [&mut node.value, &mut node.ok, &mut node.dst] {
                let offset = (*register as usize).wrapping_sub(moved.before as usize);
                if offset < 8 * moved.slots {
                    *register = moved.now.wrapping_byte_add(offset);
                }
            }
        }
    }
}
