//! Maps: an index over an insertion-ordered array of entries, all in memory of the collector's.
//!
//! Invariants
//! - The *table* object holds, one after the other: `cap` entries (key, value; in memory form, padded like a
//!   struct), one dead bit per entry, and `mask + 1` index slots. Only the entries are scanned.
//! - Entries `[0, used)` have been inserted; of those, `count` are alive, the dead have their bit set and are
//!   zeroed. The last of the used entries is alive. Bits at and above `used` are clear.
//! - An index slot is 0, or the entry's number plus one in the bits of `mask`, and the other bits of its hash in the others.
//!   Probing is linear; deletion shifts back, so a search ends at the first 0. At most five eighths of the slots are
//!   taken, so that an entry's number fits. Maps of at most [`SMALL`] entries have no index (`mask` is 0) and are searched in order.
//! - An index is *dense* while every key is a number of at most `mask`: then the slot is the key, there is nothing to hash or
//!   to compare, and keys that are near each other share cache lines. The first key above `mask` turns it into a hashed one, where
//!   it lies; a new table begins dense when the keys allow it. So no more than one index is made over between two tables.
//! - Iteration goes by position, so it depends on no hash and no address. When the entries are packed anew, the
//!   *epoch* that iterators hold says which positions disappeared; see `map_iter.rs`.

use std::mem::MaybeUninit;

use super::OutOfMemory;
use super::equal::{self, Uncomparable};
use super::gc::Heap;
use super::layout::LayoutId;
use super::map_iter;
use super::map_key::{
    FloatKey, IfaceKey, KEY_WORDS, Key, MemKey, PairKey, PiecesKey, PlainKey, StrKey, Word1, Word2, Word4,
    Word8,
};
use super::map_table::{
    Header, PATH_FLOAT64, PATH_IFACE, PATH_MEM, PATH_PACKED, PATH_PAIR, PATH_PIECES, PATH_PLAIN,
    PATH_PLAIN_INDIRECT, PATH_STR, SLOT,
};
use super::mem;
use super::rtype::{CellKind, KeyPath, MapInfo, RType, RTypeId, RTypes};

/// Maps of at most this many entries are searched without hashing.
const SMALL: u64 = 8;
/// The first table of a map made without a size.
const FIRST: u64 = 4;
/// Slots of the smallest index.
const FIRST_INDEX: u64 = 32;
/// Entry numbers must fit 32 bits.
const MAX_ENTRIES: u64 = 1 << 31;
/// Why a map operation failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MapError {
    /// `assignment to entry in nil map`
    NilMap,
    /// `hash of unhashable type T`
    Unhashable(RTypeId),
    /// `hash of unhashable type: T`, which is what Go says when the map that is searched has no entries.
    Unsearchable(RTypeId),
    /// There is no memory left.
    OutOfMemory,
}

impl From<Uncomparable> for MapError {
    fn from(Uncomparable(ty): Uncomparable) -> MapError {
        MapError::Unhashable(ty)
    }
}

impl From<OutOfMemory> for MapError {
    fn from(_: OutOfMemory) -> MapError {
        MapError::OutOfMemory
    }
}

/// A map, possibly nil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Map(pub(super) *mut Header);

/// Runs `$body` with `$key` bound to the key in register slots `$slots`, as the map's path demands.
macro_rules! with_key {
    ($map:expr, $heap:expr, $types:expr, $slots:expr, |$key:ident| $body:expr) => {
        match $map.path() {
            8 => {
                let $key = Word8($slots[0]);
                $body
            }
            4 => {
                let $key = Word4($slots[0]);
                $body
            }
            2 => {
                let $key = Word2($slots[0]);
                $body
            }
            1 => {
                let $key = Word1($slots[0]);
                $body
            }
            PATH_STR => {
                let $key = StrKey([$slots[0], $slots[1]]);
                $body
            }
            PATH_PAIR => {
                let $key = PairKey([$slots[0], $slots[1]]);
                $body
            }
            PATH_PLAIN => {
                let $key = PlainKey { addr: $slots.as_ptr() as u64, size: $map.header().key_size };
                $body
            }
            PATH_PLAIN_INDIRECT => {
                let $key = PlainKey { addr: $slots[0], size: $map.header().key_size };
                $body
            }
            PATH_FLOAT64 => {
                let $key = FloatKey { bits: $slots[0], nan: u64::from($map.header().used) };
                $body
            }
            PATH_IFACE => {
                let $key = $map.iface_key($heap, $types, [$slots[0], $slots[1]])?;
                $body
            }
            PATH_PACKED => {
                let mut buffer = KeyBuffer::uninit();
                let h = $map.header();
                let ty = $types.get($types.get(h.rtype).key);
                let $key = PlainKey { addr: key_memory(ty, $slots, &mut buffer), size: h.key_size };
                $body
            }
            PATH_PIECES => {
                let mut buffer = KeyBuffer::uninit();
                let h = $map.header();
                let ty = $types.get($types.get(h.rtype).key);
                let $key = PiecesKey {
                    pieces: &ty.pieces,
                    addr: key_memory(ty, $slots, &mut buffer),
                    size: h.key_size,
                    nan: u64::from(h.used),
                };
                $body
            }
            _ => {
                let mut buffer = KeyBuffer::uninit();
                let $key = $map.mem_key($heap, $types, $slots, &mut buffer)?;
                $body
            }
        }
    };
}

/// Room for the memory form of a key. Nobody reads its padding.
type KeyBuffer = MaybeUninit<[u64; KEY_WORDS]>;

/// The address of a key's memory form: the one it has, or one that is made in the buffer.
fn key_memory(ty: &RType, slots: &[u64], buffer: &mut KeyBuffer) -> u64 {
    if ty.indirect {
        return slots[0];
    }
    if ty.words {
        return slots.as_ptr() as u64;
    }
    let addr = buffer.as_mut_ptr() as u64;
    // SAFETY: the memory form of at most 16 slots fits the buffer.
    unsafe { mem::store_slots(&ty.cells, addr, slots) };
    addr
}

impl Map {
    /// `make(map[K]V, hint)`
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn make(heap: &mut Heap, rtype: RTypeId, info: &MapInfo, hint: u64) -> Result<Map, OutOfMemory> {
        if info.entry_size == u32::MAX {
            return Err(OutOfMemory);
        }
        let addr = heap.alloc_prefix(LayoutId::PTR, 16, size_of::<Header>() as u64)?;
        let map = Map(addr as *mut Header);
        let (path, key_size) = match info.path {
            KeyPath::Word { width } => (width, 0),
            KeyPath::Str => (PATH_STR, 0),
            KeyPath::Plain { size: 16, indirect: false } => (PATH_PAIR, 16),
            KeyPath::Plain { size, indirect: false } => (PATH_PLAIN, size),
            KeyPath::Plain { size, indirect: true } => (PATH_PLAIN_INDIRECT, size),
            KeyPath::Float64 => (PATH_FLOAT64, 0),
            KeyPath::Iface => (PATH_IFACE, 0),
            KeyPath::Packed { size } => (PATH_PACKED, size),
            KeyPath::Pieces { size } => (PATH_PIECES, size),
            KeyPath::Mem => (PATH_MEM, 0),
        };
        // SAFETY: a new object of the header's size.
        unsafe {
            map.0.write(Header {
                table: 0,
                epoch: 0,
                count: 0,
                used: 0,
                cap: 0,
                index: 0,
                mask: 0,
                dense: false,
                rtype,
                entry_size: info.entry_size,
                val_off: info.val_off,
                key_size,
                layout: info.entry_layout,
                path,
                val_cell: info.val_cell,
            });
        }
        // A size that no memory could hold is taken for no hint, as in Go.
        if hint > 0 && hint < MAX_ENTRIES && u64::from(info.entry_size) * hint < 1 << 40 {
            match path {
                8 => map.rebuild(heap, hint, Word8(0))?,
                4 => map.rebuild(heap, hint, Word4(0))?,
                2 => map.rebuild(heap, hint, Word2(0))?,
                1 => map.rebuild(heap, hint, Word1(0))?,
                _ => map.rebuild(heap, hint, StrKey([0, 0]))?,
            }
        }
        Ok(map)
    }

    /// The map in a register slot.
    ///
    /// # Safety
    /// `slot` is 0 or the address of a live map that a root holds for as long as the handle is used. The key slots
    /// given to its methods hold live values of its key type.
    #[inline(always)]
    pub unsafe fn from_slot(slot: u64) -> Map {
        Map(slot as *mut Header)
    }

    /// The register slot: its address, 0 for nil.
    #[inline(always)]
    pub fn slot(self) -> u64 {
        self.0 as u64
    }

    /// `m == nil`
    #[inline(always)]
    pub fn is_nil(self) -> bool {
        self.0.is_null()
    }

    /// `len(m)`
    #[inline(always)]
    pub fn len(self) -> u64 {
        // SAFETY: a handle that is not nil is of a live map, by `from_slot`; so in all of this file.
        if self.is_nil() { 0 } else { unsafe { (*self.0).count } }
    }

    /// `len(m) == 0`
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The map's type; not for nil.
    pub fn rtype(self) -> RTypeId {
        self.header().rtype
    }

    /// The address of the value for a key in register form, or 0. Valid until the map is next changed. `ty` is the
    /// map's type, which a nil map does not know.
    ///
    /// # Errors
    /// [`MapError::Unhashable`] or [`MapError::Unsearchable`] if an interface in the key holds something that is not
    /// comparable.
    #[inline]
    pub fn get(self, heap: &Heap, types: &RTypes, ty: RTypeId, key: &[u64]) -> Result<u64, MapError> {
        if self.is_empty() {
            return Map::search_nothing(heap, types, ty, key).map(|()| 0);
        }
        Ok(with_key!(self, heap, types, key, |key| self.lookup(heap, key)))
    }

    /// How a value of one register slot is loaded and stored; none for other values, and for a nil map.
    #[inline(always)]
    pub fn value_cell(self) -> Option<CellKind> {
        if self.is_nil() { None } else { self.header().val_cell }
    }

    /// Whether the keys are words of 8 bytes; not so of a nil map.
    #[inline(always)]
    pub fn is_word8(self) -> bool {
        !self.is_nil() && self.path() == 8
    }

    /// [`get`](Self::get) for a map whose keys are words of 8 bytes (int, uint, pointers ...).
    #[inline(always)]
    pub fn get_word8(self, heap: &Heap, key: u64) -> u64 {
        if self.is_nil() { 0 } else { self.lookup(heap, Word8(key)) }
    }

    /// [`get`](Self::get) for a map with string keys.
    #[inline(always)]
    pub fn get_str(self, heap: &Heap, ptr: u64, len: u64) -> u64 {
        if self.is_nil() { 0 } else { self.lookup(heap, StrKey([ptr, len])) }
    }

    /// The address of the value for a key in register form; the entry is made, with a zero value, if there is none.
    /// Valid until the map is next changed.
    ///
    /// # Errors
    /// [`MapError`]
    #[inline]
    pub fn insert(self, heap: &mut Heap, types: &RTypes, key: &[u64]) -> Result<u64, MapError> {
        if self.is_nil() {
            return Err(MapError::NilMap);
        }
        with_key!(self, heap, types, key, |key| self.entry(heap, key))
    }

    /// [`insert`](Self::insert) for a map whose keys are words of 8 bytes.
    ///
    /// # Errors
    /// [`MapError`]
    #[inline(always)]
    pub fn insert_word8(self, heap: &mut Heap, key: u64) -> Result<u64, MapError> {
        if self.is_nil() { Err(MapError::NilMap) } else { self.entry(heap, Word8(key)) }
    }

    /// [`insert`](Self::insert) for a map with string keys.
    ///
    /// # Errors
    /// [`MapError`]
    #[inline(always)]
    pub fn insert_str(self, heap: &mut Heap, ptr: u64, len: u64) -> Result<u64, MapError> {
        if self.is_nil() { Err(MapError::NilMap) } else { self.entry(heap, StrKey([ptr, len])) }
    }

    /// What a search without an entry to find comes to: a key that cannot be hashed is an error all the same.
    #[cold]
    #[inline(never)]
    fn search_nothing(heap: &Heap, types: &RTypes, map: RTypeId, slots: &[u64]) -> Result<(), MapError> {
        let ty = types.get(types.get(map).key);
        let mut buffer = KeyBuffer::uninit();
        let addr = key_memory(ty, slots, &mut buffer);
        // SAFETY: the memory form of a live key, by `from_slot`.
        let hash = unsafe { equal::hash(types, heap.hash_seed(), ty.id, addr, 0) };
        hash.map(|_| ()).map_err(|Uncomparable(ty)| MapError::Unsearchable(ty))
    }

    /// `delete(m, key)` for a map of type `ty`
    ///
    /// # Errors
    /// As for [`get`](Self::get).
    pub fn delete(self, heap: &Heap, types: &RTypes, ty: RTypeId, key: &[u64]) -> Result<(), MapError> {
        if self.is_empty() {
            return Map::search_nothing(heap, types, ty, key);
        }
        with_key!(self, heap, types, key, |key| self.remove(heap, key));
        Ok(())
    }

    /// `clear(m)`. Keeps the memory.
    pub fn clear(self) {
        if self.is_empty() && (self.is_nil() || self.header().used == 0) {
            return;
        }
        let h = self.header_mut();
        // SAFETY: the table holds `used` entries, the dead bits from `dead` on, and the index behind those.
        unsafe {
            mem::zero(h.table, u64::from(h.used) * u64::from(h.entry_size));
            let index_slots = if h.mask == 0 { 0 } else { u64::from(h.mask) + 1 };
            mem::zero(h.dead(), h.index - h.dead() + index_slots * SLOT);
        }
        h.count = 0;
        h.used = 0;
    }

    #[inline(always)]
    pub(super) fn header(&self) -> &Header {
        // SAFETY: see `len`. No method holds this reference while it writes through another.
        unsafe { &*self.0 }
    }

    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    pub(super) fn header_mut(&self) -> &mut Header {
        // SAFETY: see `len`. Handles are copies, but the methods of one run to their end before another's begin,
        // and none holds two references.
        unsafe { &mut *self.0 }
    }

    #[inline(always)]
    fn path(self) -> u8 {
        self.header().path
    }

    /// Brings a key into memory form and hashes it. In place, because what a function gives back in memory is read before
    /// it has arrived.
    #[inline(always)]
    fn mem_key<'t>(
        self,
        heap: &Heap,
        types: &'t RTypes,
        slots: &[u64],
        buffer: &mut KeyBuffer,
    ) -> Result<MemKey<'t>, Uncomparable> {
        let h = self.header();
        let ty = types.get(types.get(h.rtype).key);
        let addr = key_memory(ty, slots, buffer);
        // SAFETY: the memory form of a live key.
        let hash = unsafe { equal::hash(types, heap.hash_seed(), ty.id, addr, u64::from(h.used)) }?;
        Ok(MemKey { types, ty: ty.id, addr, hash: hash as u32 })
    }

    /// Hashes an interface key.
    #[inline(always)]
    fn iface_key<'t>(
        self,
        heap: &Heap,
        types: &'t RTypes,
        words: [u64; 2],
    ) -> Result<IfaceKey<'t>, Uncomparable> {
        let h = self.header();
        let ty = types.get(h.rtype).key;
        let is_word = equal::is_word(types.get(RTypeId::from_word(words[0])));
        // SAFETY: the words of a live key.
        let hash = unsafe { equal::hash_words(types, heap.hash_seed(), ty, words, u64::from(h.used)) }?;
        Ok(IfaceKey { types, ty, words, is_word, hash: hash as u32 })
    }

    /// The address of the value for `key`, or 0.
    #[inline(always)]
    fn lookup<K: Key>(self, heap: &Heap, key: K) -> u64 {
        let h = self.header();
        let found = if K::NUMBERS && h.dense {
            h.find_dense(key)
        } else if h.mask == 0 {
            h.find_small(key)
        } else {
            h.find_indexed(key, key.hash(heap.hash_seed())).map(|(entry, _)| entry)
        };
        found.map_or(0, |entry| h.entry(entry) + u64::from(h.val_off))
    }

    #[inline(always)]
    fn entry<K: Key>(self, heap: &mut Heap, key: K) -> Result<u64, MapError> {
        let h = self.header();
        let (found, hash) = if K::NUMBERS && h.dense {
            (h.find_dense(key), 0)
        } else if h.mask == 0 {
            (h.find_small(key), 0)
        } else {
            let hash = key.hash(heap.hash_seed());
            (h.find_indexed(key, hash).map(|(entry, _)| entry), hash)
        };
        match found {
            Some(entry) => {
                let addr = h.entry(entry);
                // SAFETY: the address of a live entry.
                unsafe { key.refresh(addr) };
                Ok(addr + u64::from(h.val_off))
            }
            None => self.append(heap, key, hash),
        }
    }

    /// Adds an entry for a key that is not there.
    #[inline(never)]
    fn append<K: Key>(self, heap: &mut Heap, key: K, mut hash: u32) -> Result<u64, MapError> {
        let h = self.header();
        if h.used == h.cap {
            // Mostly alive: grow; else packing makes room for as many again as are moved.
            let (cap, count) = (u64::from(h.cap), h.count);
            let wanted = if count * 2 > cap { cap * 2 } else { cap }.max(FIRST);
            if wanted > MAX_ENTRIES {
                return Err(MapError::OutOfMemory);
            }
            self.rebuild(heap, wanted, key)?;
            hash = key.hash(heap.hash_seed());
        } else if K::NUMBERS && h.dense && key.number() > u64::from(h.mask) {
            self.hash_index(heap, key);
            hash = key.hash(heap.hash_seed());
        }
        let h = self.header_mut();
        let entry = h.used;
        let addr = h.entry(entry);
        // SAFETY: entry `used` is inside the table, and unused.
        unsafe { key.store(addr) };
        if K::NUMBERS && h.dense {
            h.set_slot(key.number() as u32, entry + 1);
        } else if h.mask != 0 {
            h.add_to_index(hash, entry);
        }
        h.used += 1;
        h.count += 1;
        Ok(addr + u64::from(h.val_off))
    }

    fn remove<K: Key>(self, heap: &Heap, key: K) {
        let h = self.header_mut();
        let found = if K::NUMBERS && h.dense {
            h.find_dense(key).inspect(|_| h.set_slot(key.number() as u32, 0))
        } else if h.mask == 0 {
            h.find_small(key)
        } else {
            h.find_indexed(key, key.hash(heap.hash_seed())).map(|(entry, slot)| {
                // SAFETY: the address of a live key of this map.
                h.remove_from_index(slot, |addr| unsafe { key.hash_at(heap.hash_seed(), addr) });
                entry
            })
        };
        let Some(entry) = found else { return };
        h.count -= 1;
        // SAFETY: the entry lies in the table.
        unsafe { mem::zero(h.entry(entry), u64::from(h.entry_size)) };
        h.set_dead(entry, true);
        while h.used > 0 && h.is_dead(h.used - 1) {
            h.used -= 1;
            h.set_dead(h.used, false);
        }
    }

    /// Makes a dense index one of hashes.
    #[cold]
    fn hash_index<K: Key>(self, heap: &Heap, key: K) {
        let h = self.header_mut();
        if h.count > 0 {
            // SAFETY: the index has that many slots.
            unsafe { mem::zero(h.index, (u64::from(h.mask) + 1) * SLOT) };
        }
        h.dense = false;
        for entry in 0..h.used {
            if !h.is_dead(entry) {
                // SAFETY: a live entry of this map.
                h.add_to_index(unsafe { key.hash_at(heap.hash_seed(), h.entry(entry)) }, entry);
            }
        }
    }

    /// Moves the live entries, in order, to a new table for at least `wanted` entries. `key` is the one that comes next.
    #[cold]
    fn rebuild<K: Key>(self, heap: &mut Heap, wanted: u64, key: K) -> Result<(), OutOfMemory> {
        let (mut cap, mut slots) = (wanted, 0);
        if wanted > SMALL {
            slots = FIRST_INDEX;
            while slots / 8 * 5 < wanted {
                slots *= 2;
            }
            cap = slots / 8 * 5;
        }
        let old = *self.header();
        let size = u64::from(old.entry_size);
        let entries = (cap * size).next_multiple_of(8);
        let dead_bytes = cap.div_ceil(64) * 8;
        let bytes = entries + dead_bytes + slots * SLOT;
        let table = if old.layout.has_pointers() {
            heap.alloc_prefix(old.layout, entries, bytes)?
        } else {
            heap.alloc_noscan(bytes)?
        };
        let epoch = map_iter::next_epoch(heap, &old)?;
        let h = self.header_mut();
        *h = Header {
            table,
            epoch,
            used: old.count as u32,
            cap: cap as u32,
            index: table + entries + dead_bytes,
            mask: slots.saturating_sub(1) as u32,
            ..old
        };
        if old.count == u64::from(old.used) {
            // SAFETY: both tables hold that many entries.
            unsafe { mem::copy(table, old.table, old.count * size) };
        } else {
            let live = (0..old.used).filter(|&e| !old.is_dead(e));
            for (to, from) in live.enumerate() {
                // SAFETY: as above.
                unsafe { mem::copy(h.entry(to as u32), old.entry(from), size) };
            }
        }
        let (used, mask) = (h.used, u64::from(h.mask));
        // SAFETY: `used` live entries, all of them moved here.
        let number_of = |h: &Header, entry| unsafe { key.number_at(h.entry(entry)) };
        h.dense = K::NUMBERS
            && mask != 0
            && key.number() <= mask
            && (0..used).all(|entry| number_of(h, entry) <= mask);
        if h.dense {
            for entry in 0..used {
                h.set_slot(number_of(h, entry) as u32, entry + 1);
            }
        } else if mask != 0 {
            for entry in 0..used {
                // SAFETY: as above.
                h.add_to_index(unsafe { key.hash_at(heap.hash_seed(), h.entry(entry)) }, entry);
            }
        }
        Ok(())
    }
}
