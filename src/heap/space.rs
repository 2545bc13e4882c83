//! Where objects come from: blocks in the reserved range, or single allocations.

use super::OutOfMemory;
use super::blocks::Blocks;
use super::gc::HEADER;
use super::plain::Plain;

/// The source of a heap's objects, chosen when the heap is made.
pub(super) enum Space {
    /// The real thing.
    Blocks(Box<Blocks>),
    /// One allocation per object.
    Plain(Plain),
}

impl Space {
    /// See [`Blocks::mark`].
    #[inline(always)]
    pub fn mark(&mut self, addr: u64) -> Option<u64> {
        match self {
            Space::Blocks(blocks) => blocks.mark(addr),
            Space::Plain(plain) => plain.mark(addr),
        }
    }

    /// See [`Blocks::is_marked`].
    pub fn is_marked(&self, addr: u64) -> bool {
        match self {
            Space::Blocks(blocks) => blocks.is_marked(addr),
            Space::Plain(plain) => plain.is_marked(addr),
        }
    }

    /// Where the object begins that `addr` points into, with its header if it has one, and whether it has one; nothing outside of
    /// the heap.
    fn slot_of(&self, addr: u64) -> Option<(u64, bool)> {
        match self {
            Space::Blocks(blocks) => blocks.slot_of(addr),
            Space::Plain(plain) => plain.slot_of(addr),
        }
    }

    /// The address of the header of the object that `addr` points into, if that is in the heap and has one.
    pub fn header_of(&self, addr: u64) -> Option<u64> {
        self.slot_of(addr).filter(|&(_, scan)| scan).map(|(slot, _)| slot)
    }

    /// The address of the object that `addr` points into, if that is in the heap.
    pub fn object_at(&self, addr: u64) -> Option<u64> {
        self.slot_of(addr).map(|(slot, scan)| if scan { slot + HEADER } else { slot })
    }

    /// Whether the object at `addr`, which lies in the heap, is there after a sweep.
    pub fn survived(&self, addr: u64) -> bool {
        match self {
            Space::Blocks(blocks) => blocks.is_marked(addr),
            Space::Plain(plain) => plain.survived(addr),
        }
    }

    /// See [`Blocks::begin_marking`].
    pub fn begin_marking(&mut self) {
        match self {
            Space::Blocks(blocks) => blocks.begin_marking(),
            Space::Plain(plain) => plain.begin_marking(),
        }
    }

    /// See [`Blocks::sweep`].
    pub fn sweep(&mut self) -> (u64, u64) {
        match self {
            Space::Blocks(blocks) => blocks.sweep(),
            Space::Plain(plain) => plain.sweep(),
        }
    }

    /// An object that does not fit a size class.
    pub fn alloc_large(&mut self, bytes: u64, scan: bool) -> Result<u64, OutOfMemory> {
        match self {
            Space::Blocks(blocks) => blocks.alloc_large(bytes, scan),
            Space::Plain(plain) => plain.alloc(bytes, scan),
        }
    }

    /// Whether `addr` is an address of this space's.
    pub fn contains(&self, addr: u64) -> bool {
        match self {
            Space::Blocks(blocks) => blocks.contains(addr),
            Space::Plain(plain) => plain.contains(addr),
        }
    }
}
