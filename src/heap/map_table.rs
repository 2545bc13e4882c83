//! The object behind a map, and its table: entries, dead bits, index. The invariants are those of `map.rs`.

use super::layout::LayoutId;
use super::map_key::Key;
use super::mem;
use super::rtype::{CellKind, RTypeId};

/// `path` of a header: how keys are hashed and compared. Word keys have their width here.
pub(super) const PATH_STR: u8 = 16;
pub(super) const PATH_MEM: u8 = 17;
pub(super) const PATH_PLAIN: u8 = 18;
pub(super) const PATH_PLAIN_INDIRECT: u8 = 19;
pub(super) const PATH_IFACE: u8 = 20;
pub(super) const PATH_FLOAT64: u8 = 21;
pub(super) const PATH_PIECES: u8 = 22;
pub(super) const PATH_PACKED: u8 = 23;
pub(super) const PATH_PAIR: u8 = 24;

/// Bytes of an index slot.
pub(super) const SLOT: u64 = 4;

/// The map object.
#[derive(Clone, Copy)]
#[repr(C)]
pub(super) struct Header {
    /// The table; 0 before the first insertion. Scanned.
    pub table: u64,
    /// See `map_iter.rs`; 0 if nobody iterates. Scanned.
    pub epoch: u64,
    pub count: u64,
    pub used: u32,
    pub cap: u32,
    /// First index slot, inside the table.
    pub index: u64,
    pub mask: u32,
    /// Whether the keys are the places of the index.
    pub dense: bool,
    pub rtype: RTypeId,
    pub entry_size: u32,
    pub val_off: u32,
    /// Bytes of a plain key.
    pub key_size: u32,
    pub layout: LayoutId,
    pub path: u8,
    pub val_cell: Option<CellKind>,
}

impl Header {
    /// The address of an entry.
    #[inline(always)]
    pub fn entry(&self, entry: u32) -> u64 {
        self.table + u64::from(entry) * u64::from(self.entry_size)
    }

    /// The address of the dead bits, which end where the index begins.
    #[inline(always)]
    pub fn dead(&self) -> u64 {
        self.index - u64::from(self.cap).div_ceil(64) * 8
    }

    /// The word of dead bits for entries `64 * i` and up.
    #[inline(always)]
    pub fn dead_word(&self, i: u32) -> u64 {
        // SAFETY: callers name entries below `cap`, whose bits are inside the table.
        unsafe { mem::load(self.dead() + u64::from(i) * 8) }
    }

    /// Whether an entry has been deleted.
    #[inline(always)]
    pub fn is_dead(&self, entry: u32) -> bool {
        self.dead_word(entry >> 6) >> (entry & 63) & 1 != 0
    }

    pub fn set_dead(&mut self, entry: u32, dead: bool) {
        let bit = 1 << (entry & 63);
        let word = self.dead_word(entry >> 6);
        let word = if dead { word | bit } else { word & !bit };
        // SAFETY: as for `dead_word`.
        unsafe { mem::store(self.dead() + u64::from(entry >> 6) * 8, word) };
    }

    /// The entry of a key, by looking at all of them.
    #[inline(always)]
    pub fn find_small<K: Key>(&self, key: K) -> Option<u32> {
        let dead = if u64::from(self.used) == self.count { 0 } else { self.dead_word(0) };
        let mut addr = self.table;
        for entry in 0..self.used {
            // SAFETY: entries below `used` are live keys, or dead and not looked at.
            if unsafe { key.is_at(addr) } && dead >> entry & 1 == 0 {
                return Some(entry);
            }
            addr += u64::from(self.entry_size);
        }
        None
    }

    /// The entry of a key that is its own place in the index.
    #[inline(always)]
    pub fn find_dense<K: Key>(&self, key: K) -> Option<u32> {
        let place = key.number();
        if place > u64::from(self.mask) { None } else { self.slot(place as u32).checked_sub(1) }
    }

    /// The entry of a key with this hash, and its index slot.
    #[inline(always)]
    pub fn find_indexed<K: Key>(&self, key: K, hash: u32) -> Option<(u32, u32)> {
        let mut slot = hash & self.mask;
        loop {
            let word = self.slot(slot);
            if word == 0 {
                return None;
            }
            if (word ^ hash) & !self.mask == 0 {
                let entry = (word & self.mask) - 1;
                // SAFETY: the index names live entries only.
                if unsafe { key.is_at(self.entry(entry)) } {
                    return Some((entry, slot));
                }
            }
            slot = (slot + 1) & self.mask;
        }
    }

    #[inline(always)]
    fn slot(&self, slot: u32) -> u32 {
        // SAFETY: `slot` has been masked, so it lies in the index.
        unsafe { mem::load(self.index + u64::from(slot) * SLOT) }
    }

    #[inline(always)]
    pub fn set_slot(&mut self, slot: u32, word: u32) {
        // SAFETY: as for `slot`.
        unsafe { mem::store(self.index + u64::from(slot) * SLOT, word) };
    }

    /// Enters an entry that is not there yet, by its hash.
    #[inline(always)]
    pub fn add_to_index(&mut self, hash: u32, entry: u32) {
        let mut slot = hash & self.mask;
        while self.slot(slot) != 0 {
            slot = (slot + 1) & self.mask;
        }
        self.set_slot(slot, hash & !self.mask | (entry + 1));
    }

    /// Empties a slot, and moves back those behind it that would not be found any more. `hash_of` gives the hash of a live
    /// entry's key. (That of a NaN it does not know any more; nobody looks for one.)
    pub fn remove_from_index(&mut self, mut hole: u32, hash_of: impl Fn(u64) -> u32) {
        let mut slot = hole;
        loop {
            slot = (slot + 1) & self.mask;
            let word = self.slot(slot);
            if word == 0 {
                return self.set_slot(hole, 0);
            }
            let home = hash_of(self.entry((word & self.mask) - 1)) & self.mask;
            if slot.wrapping_sub(home) & self.mask >= slot.wrapping_sub(hole) & self.mask {
                self.set_slot(hole, word);
                hole = slot;
            }
        }
    }
}
