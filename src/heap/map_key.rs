//! The ways in which a map hashes, compares and stores keys: one per width of word, strings, and anything else.
//!
//! Invariant: keys that are equal by `is_at` have equal hashes under the same seed.

use super::equal::{self, equal_strings};
use super::hash;
use super::mem;
use super::rtype::{Piece, PieceKind, RTypeId, RTypes};

/// Slots of a key in register form, at most; its memory form is no longer, but for a byte of padding.
pub(super) const KEY_WORDS: usize = 20;

/// A key to search for.
pub(super) trait Key: Copy {
    /// Whether keys of this type are numbers, so that they can be places in an index.
    const NUMBERS: bool = false;
    /// The key as such a number.
    fn number(self) -> u64 {
        u64::MAX
    }
    /// The number of another key of the same type, at `addr`.
    ///
    /// # Safety
    /// As for `is_at`.
    unsafe fn number_at(self, _addr: u64) -> u64 {
        u64::MAX
    }
    /// Its hash.
    fn hash(self, seed: u64) -> u32;
    /// The hash of another key of the same type, at `addr`.
    ///
    /// # Safety
    /// As for `is_at`.
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32;
    /// Whether the entry's key, at `addr`, equals this one.
    ///
    /// # Safety
    /// `addr` is the address of a live key of the map's key type.
    unsafe fn is_at(self, addr: u64) -> bool;
    /// Stores the key into a new entry.
    ///
    /// # Safety
    /// As for `is_at`.
    unsafe fn store(self, addr: u64);
    /// Replaces an equal key by this one, where that makes a difference (+0 and -0).
    ///
    /// # Safety
    /// As for `is_at`.
    unsafe fn refresh(self, _addr: u64) {}
}

macro_rules! word_key {
    ($name:ident, $ty:ty) => {
        /// A key of one word, in register form.
        #[derive(Clone, Copy)]
        pub(super) struct $name(pub u64);

        impl Key for $name {
            const NUMBERS: bool = true;

            #[inline(always)]
            fn number(self) -> u64 {
                u64::from(self.0 as $ty)
            }
            #[inline(always)]
            unsafe fn number_at(self, addr: u64) -> u64 {
                // SAFETY: the address of a key of this width.
                u64::from(unsafe { mem::load::<$ty>(addr) })
            }
            #[inline(always)]
            fn hash(self, seed: u64) -> u32 {
                hash::word(seed, self.number()) as u32
            }
            #[inline(always)]
            unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
                // SAFETY: the address of a key of this width.
                hash::word(seed, unsafe { self.number_at(addr) }) as u32
            }
            #[inline(always)]
            unsafe fn is_at(self, addr: u64) -> bool {
                // SAFETY: the address of a key of this width.
                unsafe { mem::load::<$ty>(addr) == self.0 as $ty }
            }
            #[inline(always)]
            unsafe fn store(self, addr: u64) {
                // SAFETY: as above.
                unsafe { mem::store(addr, self.0 as $ty) }
            }
        }
    };
}

word_key!(Word1, u8);
word_key!(Word2, u16);
word_key!(Word4, u32);
word_key!(Word8, u64);

/// A string key, by its two slots.
#[derive(Clone, Copy)]
pub(super) struct StrKey(pub [u64; 2]);

impl Key for StrKey {
    #[inline(always)]
    fn hash(self, seed: u64) -> u32 {
        // SAFETY: keys are live strings, as whoever made the `Map` handle and passes the slots promises.
        hash::bytes(seed, unsafe { mem::bytes(self.0[0], self.0[1]) }) as u32
    }
    #[inline(always)]
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        // SAFETY: the address of a live string.
        StrKey(unsafe { mem::load(addr) }).hash(seed)
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: the entry holds a string key.
        unsafe { equal_strings(self.0, mem::load(addr)) }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: as above.
        unsafe { mem::store(addr, self.0) }
    }
}

/// An array or struct of two words that are all that counts, in register form.
#[derive(Clone, Copy)]
pub(super) struct PairKey(pub [u64; 2]);

impl Key for PairKey {
    #[inline(always)]
    fn hash(self, seed: u64) -> u32 {
        hash::pair(seed, self.0[0], self.0[1]) as u32
    }
    #[inline(always)]
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        // SAFETY: the address of a key of two words.
        PairKey(unsafe { mem::load(addr) }).hash(seed)
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: as above.
        unsafe { mem::load::<u64>(addr) == self.0[0] && mem::load::<u64>(addr + 8) == self.0[1] }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: as above.
        unsafe {
            mem::store(addr, self.0[0]);
            mem::store(addr + 8, self.0[1]);
        }
    }
}

/// An array or struct whose bytes are all that counts, by its address.
#[derive(Clone, Copy)]
pub(super) struct PlainKey {
    pub addr: u64,
    pub size: u32,
}

impl PlainKey {
    #[inline(always)]
    fn at(self, addr: u64) -> PlainKey {
        PlainKey { addr, ..self }
    }
}

impl Key for PlainKey {
    #[inline(always)]
    fn hash(self, seed: u64) -> u32 {
        // SAFETY: the memory of a live key, as for strings.
        hash::bytes(seed, unsafe { mem::bytes(self.addr, u64::from(self.size)) }) as u32
    }
    #[inline(always)]
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        self.at(addr).hash(seed)
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: both are keys of this size.
        unsafe { equal::equal_bytes(self.addr, addr, u64::from(self.size)) }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: as above.
        unsafe { mem::copy(addr, self.addr, u64::from(self.size)) }
    }
}

/// A float64 key.
#[derive(Clone, Copy)]
pub(super) struct FloatKey {
    pub bits: u64,
    /// What NaNs are hashed by: nobody finds them again, so they are only to be apart.
    pub nan: u64,
}

impl Key for FloatKey {
    #[inline(always)]
    fn hash(self, seed: u64) -> u32 {
        hash::word(seed, equal::float_bits(f64::from_bits(self.bits), self.nan)) as u32
    }
    #[inline(always)]
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        // SAFETY: the address of a live key.
        FloatKey { bits: unsafe { mem::load(addr) }, nan: addr }.hash(seed)
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: as above.
        unsafe { mem::load::<f64>(addr) == f64::from_bits(self.bits) }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: as above.
        unsafe { mem::store(addr, self.bits) }
    }
    #[inline(always)]
    unsafe fn refresh(self, addr: u64) {
        // SAFETY: as above.
        unsafe { self.store(addr) }
    }
}

/// An interface key, by its two slots; hashed beforehand, which finds out whether it can be.
#[derive(Clone, Copy)]
pub(super) struct IfaceKey<'t> {
    pub types: &'t RTypes,
    pub ty: RTypeId,
    pub words: [u64; 2],
    /// Whether another key is equal if its words are.
    pub is_word: bool,
    pub hash: u32,
}

impl Key for IfaceKey<'_> {
    #[inline(always)]
    fn hash(self, _seed: u64) -> u32 {
        self.hash
    }
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        // SAFETY: the address of a live key. It has been hashed before, so it can be.
        unsafe { equal::hash_words(self.types, seed, self.ty, mem::load(addr), addr) }.unwrap_or(0) as u32
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: both are live keys.
        unsafe {
            let words = mem::load::<[u64; 2]>(addr);
            // Word by word: the slots may just have been written so.
            words[0] == self.words[0]
                && if self.is_word {
                    words[1] == self.words[1]
                } else {
                    equal::equal_words(self.types, self.words, words)
                }
        }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: the entry holds an interface.
        unsafe { mem::store(addr, self.words) }
    }
    #[inline(always)]
    unsafe fn refresh(self, addr: u64) {
        // SAFETY: as above.
        unsafe { self.store(addr) }
    }
}

/// A struct, by the address of its memory form and what of it is compared.
#[derive(Clone, Copy)]
pub(super) struct PiecesKey<'t> {
    pub pieces: &'t [Piece],
    pub addr: u64,
    pub size: u32,
    /// As of a float key.
    pub nan: u64,
}

impl Key for PiecesKey<'_> {
    #[inline(always)]
    fn hash(self, seed: u64) -> u32 {
        // SAFETY: the memory of a live key, as for strings.
        unsafe { equal::hash_pieces(self.pieces, seed, self.addr, self.nan) as u32 }
    }
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        PiecesKey { addr, nan: addr, ..self }.hash(seed)
    }
    #[inline(always)]
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: both are live keys.
        unsafe { equal::equal_pieces(self.pieces, self.addr, addr) }
    }
    #[inline(always)]
    unsafe fn store(self, addr: u64) {
        // SAFETY: both have this size.
        unsafe { mem::copy(addr, self.addr, u64::from(self.size)) }
    }
    #[inline(always)]
    unsafe fn refresh(self, addr: u64) {
        let is_float = |piece: &Piece| matches!(piece.kind, PieceKind::Float32 | PieceKind::Float64);
        if self.pieces.iter().any(is_float) {
            // SAFETY: as above.
            unsafe { self.store(addr) }
        }
    }
}

/// Any other key, by the address of its memory form; hashed beforehand, which finds out whether it can be.
#[derive(Clone, Copy)]
pub(super) struct MemKey<'t> {
    pub types: &'t RTypes,
    pub ty: RTypeId,
    pub addr: u64,
    pub hash: u32,
}

impl Key for MemKey<'_> {
    fn hash(self, _seed: u64) -> u32 {
        self.hash
    }
    unsafe fn hash_at(self, seed: u64, addr: u64) -> u32 {
        // SAFETY: the address of a live key. It has been hashed before, so it can be.
        unsafe { equal::hash(self.types, seed, self.ty, addr, addr) }.unwrap_or(0) as u32
    }
    unsafe fn is_at(self, addr: u64) -> bool {
        // SAFETY: both are live keys. Comparing cannot fail: whatever was hashed is comparable.
        unsafe { equal::equal(self.types, self.ty, self.addr, addr) == Ok(true) }
    }
    unsafe fn store(self, addr: u64) {
        // SAFETY: both have the size of the key type.
        unsafe { mem::copy(addr, self.addr, self.types.get(self.ty).size) }
    }
    unsafe fn refresh(self, addr: u64) {
        // SAFETY: as above.
        unsafe { self.store(addr) }
    }
}
