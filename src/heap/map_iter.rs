//! Iterating over a map while it changes.
//!
//! Invariants
//! - An iterator goes through the positions that the entry array has when it begins, from a random one to the end, then from 0
//!   to that one. So every entry that is there throughout is produced once, a deleted one is not produced, one that is added
//!   may or may not be: Go's rule. And it ends, whatever is added meanwhile. The random number comes from the heap's own
//!   sequence: same seed, same order.
//! - When a map's entries are packed anew, positions change. An *epoch* object, made when the first
//!   iterator starts, is then given a successor and the dead bits of the old table: an iterator that holds an old epoch
//!   follows the chain and subtracts from its position the dead entries before it. The chain points forward only, so it
//!   lives no longer than the slowest iterator.
//! - An iterator is four register slots (pointer, pointer, word, word) and may be copied.

use super::OutOfMemory;
use super::gc::Heap;
use super::layout::LayoutId;
use super::map::Map;
use super::map_table::Header;
use super::mem;

/// An epoch: the next one, and the dead bits of the table that it belonged to (0 if there were none dead).
#[derive(Clone, Copy)]
#[repr(C)]
struct Epoch {
    next: u64,
    bits: u64,
}

/// An iteration over a map in progress, in its four slots: map and epoch (pointers), the next position and how many at the
/// beginning are left for the end, and where it goes on with those.
#[derive(Clone, Copy, Debug)]
pub struct MapIter {
    map: u64,
    epoch: u64,
    pos: u32,
    start: u32,
    end: u32,
}

impl MapIter {
    /// Begins an iteration; also over a nil map.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn new(heap: &mut Heap, map: Map) -> Result<MapIter, OutOfMemory> {
        let mut iter = MapIter { map: map.slot(), epoch: 0, pos: 0, start: 0, end: 0 };
        if map.is_empty() {
            // Entries that are added to an empty map need not be produced.
            iter.map = 0;
            return Ok(iter);
        }
        if map.header().epoch == 0 {
            map.header_mut().epoch = new_epoch(heap)?;
        }
        let h = map.header();
        iter.epoch = h.epoch;
        if h.used > 1 {
            iter.start = (heap.next_random() % u64::from(h.used)) as u32;
        }
        (iter.pos, iter.end) = (iter.start, h.used);
        Ok(iter)
    }

    /// The iterator in four register slots.
    ///
    /// # Safety
    /// They come from [`slots`](Self::slots), and roots have held the first two since.
    #[inline(always)]
    pub unsafe fn from_slots(slots: [u64; 4]) -> MapIter {
        let [map, epoch, at, end] = slots;
        MapIter { map, epoch, pos: at as u32, start: (at >> 32) as u32, end: end as u32 }
    }

    /// The register slots: two pointers, two words.
    #[inline(always)]
    pub fn slots(self) -> [u64; 4] {
        [self.map, self.epoch, u64::from(self.start) << 32 | u64::from(self.pos), u64::from(self.end)]
    }

    /// The addresses of the next key and value, valid until the map is next changed.
    #[inline]
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Option<(u64, u64)> {
        if self.map == 0 {
            return None;
        }
        // SAFETY: the slots hold a live map, by `from_slots`.
        let map = unsafe { Map::from_slot(self.map) };
        let h = map.header();
        if self.epoch != h.epoch {
            self.catch_up();
        }
        loop {
            if let Some(entry) = next_live(h, self.pos, self.end.min(h.used)) {
                self.pos = entry + 1;
                let addr = h.entry(entry);
                return Some((addr, addr + u64::from(h.val_off)));
            }
            if self.start == 0 {
                return None;
            }
            (self.pos, self.start, self.end) = (0, 0, self.start);
        }
    }

    /// Follows the epochs to the present one.
    #[cold]
    fn catch_up(&mut self) {
        loop {
            // SAFETY: epochs are alive through the iterator, and each keeps the next.
            let epoch = unsafe { mem::load::<Epoch>(self.epoch) };
            if epoch.next == 0 {
                return;
            }
            if epoch.bits != 0 {
                self.pos -= ones_below(epoch.bits, self.pos);
                self.start -= ones_below(epoch.bits, self.start);
                self.end -= ones_below(epoch.bits, self.end);
            }
            self.epoch = epoch.next;
        }
    }
}

/// The first live entry in `[from, limit)`.
#[inline(always)]
fn next_live(h: &Header, from: u32, limit: u32) -> Option<u32> {
    if h.count == u64::from(h.used) {
        return (from < limit).then_some(from);
    }
    let mut at = from;
    while at < limit {
        let live = !h.dead_word(at >> 6) >> (at & 63);
        if live != 0 {
            let found = at + live.trailing_zeros();
            return (found < limit).then_some(found);
        }
        at = (at | 63) + 1;
    }
    None
}

/// How many bits are set below position `pos`. The bits end with a word of their number, since a position may lie
/// behind them (entries at the end of the array may have been given up).
fn ones_below(bits: u64, pos: u32) -> u32 {
    // SAFETY: made by `next_epoch`: a count of words, and that many words.
    unsafe {
        let words = mem::load::<u64>(bits);
        let (whole, rest) = (u64::from(pos >> 6), pos & 63);
        let mut ones = 0;
        for i in 0..whole.min(words) {
            ones += mem::load::<u64>(bits + 8 + i * 8).count_ones();
        }
        if whole < words && rest > 0 {
            ones += (mem::load::<u64>(bits + 8 + whole * 8) & ((1 << rest) - 1)).count_ones();
        }
        ones
    }
}

fn new_epoch(heap: &mut Heap) -> Result<u64, OutOfMemory> {
    heap.alloc(LayoutId::PTR, size_of::<Epoch>() as u64)
}

/// The epoch of a map after its entries, now described by `h`, have been packed; 0 if nobody iterates.
pub(super) fn next_epoch(heap: &mut Heap, h: &Header) -> Result<u64, OutOfMemory> {
    if h.epoch == 0 {
        return Ok(0);
    }
    let next = new_epoch(heap)?;
    let mut bits = 0;
    if h.count != u64::from(h.used) {
        let words = u64::from(h.used.div_ceil(64));
        bits = heap.alloc_noscan(8 + words * 8)?;
        // SAFETY: a new object of that size, and the dead bits of `used` entries.
        unsafe {
            mem::store(bits, words);
            mem::copy(bits + 8, h.dead(), words * 8);
        }
    }
    // SAFETY: the map keeps its epoch alive.
    unsafe { mem::store(h.epoch, Epoch { next, bits }) };
    Ok(next)
}
