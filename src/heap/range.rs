//! The reserved address range: a stretch of address space, most of it not backed by memory.
//!
//! Invariants
//! - `base` is a multiple of [`BLOCK`]; `[base, base + committed)` is readable and writable, the rest of the
//!   reservation is not accessible.
//! - Pages that were never written, or were given back by [`Range::release`], read as zero.

use super::OutOfMemory;

/// log2 of [`BLOCK`].
pub(super) const BLOCK_SHIFT: u32 = 16;
/// Bytes of a block, the unit in which memory is given to size classes and large objects.
pub(super) const BLOCK: u64 = 1 << BLOCK_SHIFT;

/// What is reserved if the system allows it, and the least that makes sense.
const LARGEST: u64 = 256 << 30;
const SMALLEST: u64 = 256 << 20;
/// Where the heap begins if that address is free, as in Go: addresses that a program prints look as they do there, and
/// are the same in each run.
const WISH: u64 = 0xc0_0000_0000;
/// A heap that has become this large is given huge pages: fewer faults, and fewer misses while marking.
const HUGE_FROM: u64 = 4 << 20;
const HUGE_PAGE: u64 = 2 << 20;

/// A reserved range of addresses; dropping it unmaps it.
pub(super) struct Range {
    mapping: *mut libc::c_void,
    mapped: usize,
    /// First usable address.
    pub base: u64,
    reserved: u64,
    committed: u64,
}

impl Range {
    /// Reserves as much address space as the system grants, or nothing if that is too little to be useful.
    pub fn reserve() -> Option<Range> {
        let mut bytes = LARGEST;
        while bytes >= SMALLEST {
            let mapped = (bytes + BLOCK) as usize;
            let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE;
            // SAFETY: a new anonymous mapping at a free address touches nothing of ours; the wish is no demand.
            let mapping =
                unsafe { libc::mmap(WISH as *mut libc::c_void, mapped, libc::PROT_NONE, flags, -1, 0) };
            if mapping != libc::MAP_FAILED {
                let base = (mapping as u64).next_multiple_of(BLOCK);
                return Some(Range { mapping, mapped, base, reserved: bytes, committed: 0 });
            }
            bytes /= 2;
        }
        None
    }

    /// Makes the first `bytes` of the range usable.
    pub fn commit(&mut self, bytes: u64) -> Result<(), OutOfMemory> {
        if bytes <= self.committed {
            return Ok(());
        }
        if bytes > self.reserved {
            return Err(OutOfMemory);
        }
        // Committing ahead saves system calls and costs nothing: pages get memory when touched.
        let mut ahead = bytes.max(self.committed + (self.committed / 4).clamp(1 << 20, 256 << 20));
        if ahead > HUGE_FROM {
            // What does not fill a huge page at the end of what is committed gets small ones, and keeps them.
            ahead = ahead.next_multiple_of(HUGE_PAGE);
        }
        let ahead = ahead.next_multiple_of(BLOCK).min(self.reserved);
        if ahead > bytes && self.protect(ahead) {
            return Ok(());
        }
        if self.protect(bytes) { Ok(()) } else { Err(OutOfMemory) }
    }

    fn protect(&mut self, upto: u64) -> bool {
        let start = (self.base + self.committed) as *mut libc::c_void;
        let len = (upto - self.committed) as usize;
        // SAFETY: [committed, upto) lies inside our own reservation and holds nothing yet.
        let done = unsafe { libc::mprotect(start, len, libc::PROT_READ | libc::PROT_WRITE) } == 0;
        if done {
            if upto > HUGE_FROM {
                // SAFETY: as above; the advice changes no contents, and may be refused.
                unsafe { libc::madvise(start, len, libc::MADV_HUGEPAGE) };
            }
            self.committed = upto;
        }
        done
    }

    /// Gives the memory behind `[offset, offset + len)` back to the system; it reads as zero afterwards. False
    /// if the system did not take it: the contents are then unchanged.
    pub fn release(&self, offset: u64, len: u64) -> bool {
        debug_assert!(offset + len <= self.committed);
        // SAFETY: the block manager calls this for committed blocks without live objects.
        unsafe {
            libc::madvise((self.base + offset) as *mut libc::c_void, len as usize, libc::MADV_DONTNEED) == 0
        }
    }
}

impl Drop for Range {
    fn drop(&mut self) {
        // SAFETY: the mapping is ours, and the heap that pointed into it is gone.
        unsafe { libc::munmap(self.mapping, self.mapped) };
    }
}
