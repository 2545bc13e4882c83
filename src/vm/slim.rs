//! Stacks become small again. A coroutine that has called itself deeply and waits now, near the beginning of its stack, gives most
//! of it back at a collection: to those who grow next, or to the system.
//!
//! Collections come sooner where stacks grow: those of coroutines that wait count as if they had been allocated in the heap. That of
//! who is growing does not count yet: nothing would come of it, and all its frames would be scanned.

use super::machine::Machine;
use super::script::Script;
use super::slots::LARGE;
use super::wait::Moved;
use crate::bytecode::FuncFlags;

/// Stacks with fewer slots stay as they are.
const WORTHWHILE: usize = 1 << 9;
/// A stack is made smaller of which at most one part in so many is in use,
const PARTS: usize = 8;
/// and becomes so many times as large as what is.
const ROOM: usize = 2;

/// The stack that has grown last, as far as nobody had it before.
#[derive(Clone, Copy, Default)]
pub(super) struct Grown {
    /// The goroutine whose it is.
    goroutine: u64,
    bytes: u64,
}

impl Machine {
    /// The stack of a coroutine has grown to new memory, or to some that was kept.
    pub(super) fn has_grown(&mut self, s: &Script, fresh: bool) {
        if s.capacity() < LARGE {
            return;
        }
        if self.grown.goroutine != s.owner.number {
            self.heap.count_beside(self.grown.bytes);
        }
        let bytes = if fresh { 8 * s.capacity() as u64 } else { 0 };
        self.grown = Grown { goroutine: s.owner.number, bytes };
    }

    /// Makes those stacks of coroutines smaller that are much larger than they have to be. None of them runs, nor has anything but
    /// frames of its own on its stack.
    pub(crate) fn slim<'s>(&mut self, scripts: impl Iterator<Item = &'s mut Script>) {
        let moved: Vec<Moved> = scripts.filter_map(|s| self.slim_one(s)).collect();
        self.conc.have_moved(moved);
    }

    fn slim_one(&self, s: &mut Script) -> Option<Moved> {
        let have = s.capacity();
        let stress = self.config.heap.stress;
        if !s.has_frames() || have < WORTHWHILE && !stress {
            return None;
        }
        // Under stress they move as often as they can.
        let (most, room) = if stress { (have, 1) } else { (have / PARTS, ROOM) };
        // Each frame has all its registers: it uses those again that lie above the window of its call.
        let mut used = 0;
        for frame in s.frames() {
            let function = self.program.function(frame.func);
            used = used.max(s.offset(frame.base) as usize + usize::from(function.regs));
            let is_innermost = frame.window == usize::MAX;
            let waits_elsewhere = !function.is_compiled() || function.flags.has(FuncFlags::NATIVE);
            if used > most || is_innermost && waits_elsewhere {
                return None;
            }
        }
        let (before, size) = (s.stack, room * used);
        // SAFETY: the registers of all frames lie in the first slots.
        let is_done = unsafe { s.shrink(used, size) };
        is_done.then_some(Moved { script: s, before, slots: have, now: s.stack })
    }
}
