//! Blocks: the address range divided into 64 KB blocks, each given to one size class or to a large object.
//!
//! Invariants
//! - Every block below `top` has a [`Meta`]; those above read as zero.
//! - A small block holds objects of one size, all with headers (`scan`) or all without. A large object starts at the
//!   beginning of its first block; the blocks after it are `Tail`s that know the distance to it.
//! - One mark bit per object, kept outside the blocks (64 words per block), so that marking does not touch the objects'
//!   cache lines nor sweeping the objects at all: an object is free iff its bit was clear when the last collection
//!   ended and no run has handed it out since.
//! - A block whose `dirty` flag is off reads as zero everywhere.
//! - `spans` holds exactly the maximal runs of free blocks below `top` (between collections: what is left of them).

use std::collections::BTreeSet;

use super::OutOfMemory;
use super::mem;
use super::range::{BLOCK, BLOCK_SHIFT, Range};
use super::size_class::{CLASSES, SIZES, index, magic, per_block};

/// Mark words per block: one bit for each of up to 4,096 objects of 16 bytes.
const MARK_WORDS: usize = 64;
/// How much of a block is made ready at once: zeroing that much keeps it in the first-level cache.
const RUN_BYTES: u64 = 8 << 10;
/// What freed memory is filled with when poisoning is on.
const POISON: u8 = 0xDB;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Free,
    Small,
    Large,
    Tail,
}

/// What is known of a block.
#[derive(Clone, Copy)]
struct Meta {
    /// Small: multiplier to divide by the object size.
    magic: u32,
    /// Small: object size in bytes. Large: length in blocks. Tail: distance to the first block.
    size: u32,
    state: State,
    class: u8,
    /// Objects have headers.
    scan: bool,
    /// Does not read as zero.
    dirty: bool,
}

const FREE: Meta = Meta { magic: 0, size: 0, state: State::Free, class: 0, scan: false, dirty: false };

/// Where a size class allocates.
#[derive(Clone, Default)]
struct Cursor {
    /// The block in use, and the first object of it not yet looked at.
    block: Option<(u32, u32)>,
    /// Blocks with room, as the last collection found them; taken from the end.
    partial: Vec<u32>,
}

/// Zeroed memory for consecutive objects of one class.
pub(super) struct Run {
    pub start: u64,
    pub end: u64,
}

/// The block manager.
pub(super) struct Blocks {
    range: Range,
    /// Bytes below `top`.
    used: u64,
    meta: Vec<Meta>,
    marks: Vec<u64>,
    cursors: [Vec<Cursor>; 2],
    /// Free runs of blocks as (length, first block).
    spans: BTreeSet<(u32, u32)>,
    poison: bool,
    /// Runs of a single object, so that every allocation is seen.
    single: bool,
}

impl Blocks {
    pub fn new(range: Range, poison: bool, single: bool) -> Blocks {
        let cursors = || vec![Cursor::default(); CLASSES];
        Blocks {
            range,
            used: 0,
            meta: Vec::new(),
            marks: Vec::new(),
            cursors: [cursors(), cursors()],
            spans: BTreeSet::new(),
            poison,
            single,
        }
    }

    /// The next run of free objects of a class, zeroed.
    pub fn refill(&mut self, class: usize, scan: bool) -> Result<Run, OutOfMemory> {
        let size = SIZES[class];
        loop {
            if let Some((block, from)) = self.cursors[usize::from(scan)][class].block
                && let Some((first, mut end)) = self.free_objects(block, from, per_block(size))
            {
                let most = if self.single { 1 } else { (RUN_BYTES as u32 / size).max(1) };
                end = end.min(first + most);
                self.cursors[usize::from(scan)][class].block = Some((block, end));
                let base = self.range.base + (u64::from(block) << BLOCK_SHIFT);
                let run = Run {
                    start: base + u64::from(first) * u64::from(size),
                    end: base + u64::from(end) * u64::from(size),
                };
                if self.meta[block as usize].dirty {
                    // SAFETY: the run lies in a committed block of this class, and its objects are free.
                    unsafe { mem::zero(run.start, run.end - run.start) };
                }
                return Ok(run);
            }
            let cursor = &mut self.cursors[usize::from(scan)][class];
            let block = match cursor.partial.pop() {
                Some(block) => {
                    self.meta[block as usize].dirty = true;
                    block
                }
                None => {
                    let block = self.take_blocks(1)?;
                    let meta = &mut self.meta[block as usize];
                    let dirty = meta.dirty;
                    *meta = Meta {
                        magic: magic(size),
                        size,
                        state: State::Small,
                        class: class as u8,
                        scan,
                        dirty,
                    };
                    block
                }
            };
            self.cursors[usize::from(scan)][class].block = Some((block, 0));
        }
    }

    /// The first maximal run `[first, end)` of unmarked objects at or after `from`.
    fn free_objects(&self, block: u32, from: u32, count: u32) -> Option<(u32, u32)> {
        let bits = &self.marks[block as usize * MARK_WORDS..][..MARK_WORDS];
        let first = next_bit(bits, from, count, false)?;
        Some((first, next_bit(bits, first, count, true).unwrap_or(count)))
    }

    /// Memory for a large object of `bytes`, header included; zeroed.
    pub fn alloc_large(&mut self, bytes: u64, scan: bool) -> Result<u64, OutOfMemory> {
        let count = u32::try_from(bytes.div_ceil(BLOCK)).map_err(|_| OutOfMemory)?;
        let first = self.take_blocks(count)?;
        for i in 0..count {
            let meta = &mut self.meta[(first + i) as usize];
            if meta.dirty {
                let addr = self.range.base + (u64::from(first + i) << BLOCK_SHIFT);
                // SAFETY: a committed block that was free.
                unsafe { mem::zero(addr, BLOCK) };
            }
            let (state, size) = if i == 0 { (State::Large, count) } else { (State::Tail, i) };
            *meta = Meta { magic: 0, size, state, class: 0, scan, dirty: true };
        }
        Ok(self.range.base + (u64::from(first) << BLOCK_SHIFT))
    }

    /// Takes `count` adjacent blocks: the smallest free span that holds them, or new ones.
    fn take_blocks(&mut self, count: u32) -> Result<u32, OutOfMemory> {
        if let Some(&(len, first)) = self.spans.range((count, 0)..).next() {
            self.spans.remove(&(len, first));
            if len > count {
                self.spans.insert((len - count, first + count));
            }
            return Ok(first);
        }
        let first = self.meta.len() as u64;
        let top = first + u64::from(count);
        if top > u64::from(u32::MAX) {
            return Err(OutOfMemory);
        }
        self.range.commit(top << BLOCK_SHIFT)?;
        self.meta.resize(top as usize, FREE);
        self.marks.resize(top as usize * MARK_WORDS, 0);
        self.used = top << BLOCK_SHIFT;
        Ok(first as u32)
    }

    /// Starts a collection: forgets what is being allocated from, and all marks.
    pub fn begin_marking(&mut self) {
        for cursor in self.cursors.iter_mut().flatten() {
            cursor.block = None;
            cursor.partial.clear();
        }
        for (block, meta) in self.meta.iter().enumerate() {
            // Free blocks and tails have no marks.
            let words = match meta.state {
                State::Small => per_block(meta.size).div_ceil(64) as usize,
                State::Large => 1,
                State::Free | State::Tail => 0,
            };
            self.marks[block * MARK_WORDS..][..words].fill(0);
        }
    }

    /// Marks the object that `addr` points into. If that was not yet done and the object has a header, returns the
    /// address of the header. Addresses outside the range belong to nobody and are ignored.
    #[inline(always)]
    pub fn mark(&mut self, addr: u64) -> Option<u64> {
        let off = addr.wrapping_sub(self.range.base);
        if off >= self.used {
            return None;
        }
        let mut block = (off >> BLOCK_SHIFT) as usize;
        let mut meta = &self.meta[block];
        let mut i = 0;
        if meta.state == State::Small {
            i = index(off & (BLOCK - 1), meta.magic);
        } else if meta.state == State::Tail {
            block -= meta.size as usize;
            meta = &self.meta[block];
        }
        debug_assert!(meta.state != State::Free, "a root or an object points into a free block: {addr:#x}");
        let word = &mut self.marks[block * MARK_WORDS + (i >> 6) as usize];
        let bit = 1 << (i & 63);
        let new = *word & bit == 0;
        *word |= bit;
        let header = self.range.base + ((block as u64) << BLOCK_SHIFT) + i * u64::from(meta.size);
        (new && meta.scan).then_some(header)
    }

    /// Whether the object that `addr` points into is marked. True for addresses outside the range.
    pub fn is_marked(&self, addr: u64) -> bool {
        let off = addr.wrapping_sub(self.range.base);
        if off >= self.used {
            return true;
        }
        let block = (off >> BLOCK_SHIFT) as usize;
        let meta = &self.meta[block];
        let (block, bit) = match meta.state {
            State::Small => (block, index(off & (BLOCK - 1), meta.magic)),
            State::Large => (block, 0),
            State::Tail => (block - meta.size as usize, 0),
            State::Free => return false,
        };
        self.marks[block * MARK_WORDS + (bit >> 6) as usize] >> (bit & 63) & 1 != 0
    }

    /// Where the object begins that `addr` points into, with its header if it has one, and whether it has one.
    pub fn slot_of(&self, addr: u64) -> Option<(u64, bool)> {
        let off = addr.wrapping_sub(self.range.base);
        if off >= self.used {
            return None;
        }
        let block = (off >> BLOCK_SHIFT) as usize;
        let meta = &self.meta[block];
        let (first, i) = match meta.state {
            State::Small => (block, index(off & (BLOCK - 1), meta.magic)),
            State::Large => (block, 0),
            State::Tail => (block - meta.size as usize, 0),
            State::Free => return None,
        };
        let slot = self.range.base + ((first as u64) << BLOCK_SHIFT) + i * u64::from(meta.size);
        Some((slot, self.meta[first].scan))
    }

    /// Ends a collection: frees blocks without marked objects, lists those with room. Returns the live bytes and objects.
    pub fn sweep(&mut self) -> (u64, u64) {
        let (mut live, mut objects) = (0, 0);
        self.spans.clear();
        let mut free_from = None;
        // Free and dirty already at the previous collection: [unused, block).
        let mut unused = 0;
        let mut block = 0;
        while block < self.meta.len() {
            let meta = self.meta[block];
            let len = if meta.state == State::Large { meta.size as usize } else { 1 };
            if meta.state != State::Free || !meta.dirty {
                self.release(unused, block);
                unused = block + len;
            }
            let free = match meta.state {
                State::Free => true,
                State::Small => {
                    let count = per_block(meta.size);
                    let bits = &self.marks[block * MARK_WORDS..][..count.div_ceil(64) as usize];
                    let marked: u32 = bits.iter().map(|w| w.count_ones()).sum();
                    live += u64::from(marked) * u64::from(meta.size);
                    objects += u64::from(marked);
                    if self.poison {
                        self.poison_unmarked(block);
                    }
                    if marked == 0 {
                        self.meta[block] = Meta { dirty: true, ..FREE };
                    } else if marked < count {
                        self.meta[block].dirty = true;
                        self.cursors[usize::from(meta.scan)][usize::from(meta.class)]
                            .partial
                            .push(block as u32);
                    }
                    marked == 0
                }
                State::Large => {
                    let marked = self.marks[block * MARK_WORDS] & 1;
                    live += marked * ((len as u64) << BLOCK_SHIFT);
                    objects += marked;
                    if marked == 0 {
                        self.meta[block..block + len].fill(Meta { dirty: true, ..FREE });
                        if self.poison {
                            let addr = self.range.base + ((block as u64) << BLOCK_SHIFT);
                            // SAFETY: committed blocks, and the only object in them is dead.
                            unsafe { mem::bytes_mut(addr, (len as u64) << BLOCK_SHIFT).fill(POISON) };
                        }
                    }
                    marked == 0
                }
                State::Tail => {
                    debug_assert!(false, "tails are skipped with their head");
                    false
                }
            };
            match (free, free_from) {
                (true, None) => free_from = Some(block),
                (false, Some(from)) => {
                    self.spans.insert(((block - from) as u32, from as u32));
                    free_from = None;
                }
                (true, Some(_)) | (false, None) => {}
            }
            block += len;
        }
        self.release(unused, block);
        if let Some(from) = free_from {
            // What is free and clean at the end of the range has as good as never been used.
            while block > from && !self.meta[block - 1].dirty {
                block -= 1;
            }
            self.meta.truncate(block);
            self.marks.truncate(block * MARK_WORDS);
            self.used = (block as u64) << BLOCK_SHIFT;
            if block > from {
                self.spans.insert(((block - from) as u32, from as u32));
            }
        }
        for cursor in self.cursors.iter_mut().flatten() {
            // Taken from the end: lowest addresses first.
            cursor.partial.reverse();
        }
        (live, objects)
    }

    /// Gives the memory of free blocks `[from, to)` back to the system.
    fn release(&mut self, from: usize, to: usize) {
        let (offset, len) = ((from as u64) << BLOCK_SHIFT, ((to - from) as u64) << BLOCK_SHIFT);
        if from < to && self.range.release(offset, len) {
            self.meta[from..to].iter_mut().for_each(|meta| meta.dirty = false);
        }
    }

    fn poison_unmarked(&self, block: usize) {
        let size = u64::from(self.meta[block].size);
        let bits = &self.marks[block * MARK_WORDS..][..MARK_WORDS];
        for i in 0..u64::from(per_block(size as u32)) {
            if bits[(i >> 6) as usize] >> (i & 63) & 1 == 0 {
                let addr = self.range.base + ((block as u64) << BLOCK_SHIFT) + i * size;
                // SAFETY: an object slot of a committed block, and nothing reachable points to it. Most were free
                // before, and need not be filled again.
                unsafe {
                    if mem::load::<[u8; 16]>(addr) != [POISON; 16] {
                        mem::bytes_mut(addr, size).fill(POISON);
                    }
                }
            }
        }
    }

    /// Whether `addr` lies in the range.
    pub fn contains(&self, addr: u64) -> bool {
        addr.wrapping_sub(self.range.base) < self.used
    }

    /// Bytes taken from the system for blocks that are in use or not yet given back.
    pub fn footprint(&self) -> u64 {
        self.meta.iter().filter(|m| m.state != State::Free || m.dirty).count() as u64 * BLOCK
    }
}

/// The first position in `[from, count)` whose bit equals `value`.
fn next_bit(bits: &[u64], from: u32, count: u32, value: bool) -> Option<u32> {
    let flip = if value { 0 } else { u64::MAX };
    let mut at = from;
    while at < count {
        let word = (bits[(at >> 6) as usize] ^ flip) >> (at & 63);
        if word != 0 {
            let found = at + word.trailing_zeros();
            return (found < count).then_some(found);
        }
        at = (at | 63) + 1;
    }
    None
}
