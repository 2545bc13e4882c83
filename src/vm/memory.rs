//! The program's memory as natives see it.

use super::cx::{Iface, SliceRef};
use crate::heap::{CellKind, Heap, OutOfMemory, RType, RTypeId, RTypes, equal, mem};

/// Memory by address, for natives, which know from the types what lies where.
///
/// Addresses come from arguments of the running native, from memory read through them, or from the heap's allocator;
/// the types say how far they extend. With any other address, the program's memory is at stake.
#[derive(Clone, Copy)]
pub struct Mem(pub(super) ());

macro_rules! accessors {
    ($($load:ident $store:ident $t:ty;)*) => { $(
        /// The value at an address, which is aligned for it.
        #[inline(always)]
        pub fn $load(self, addr: u64) -> $t {
            // SAFETY: the type's contract: live memory, as the static types of the program say.
            unsafe { mem::load(addr) }
        }
        /// Writes a value at an address, which is aligned for it.
        #[inline(always)]
        pub fn $store(self, addr: u64, value: $t) {
            // SAFETY: as for loads.
            unsafe { mem::store(addr, value) }
        }
    )* };
}

impl Mem {
    accessors! {
        u8 set_u8 u8;
        u16 set_u16 u16;
        u32 set_u32 u32;
        u64 set_u64 u64;
        i8 set_i8 i8;
        i16 set_i16 i16;
        i32 set_i32 i32;
        i64 set_i64 i64;
        f32 set_f32 f32;
        f64 set_f64 f64;
    }

    /// A string in memory form.
    #[inline]
    pub fn str<'a>(self, addr: u64) -> &'a [u8] {
        self.bytes(self.u64(addr), self.u64(addr + 8))
    }

    /// A slice in memory form.
    #[inline]
    pub fn slice(self, addr: u64) -> SliceRef {
        SliceRef { addr: self.u64(addr), len: self.u64(addr + 8), cap: self.u64(addr + 16) }
    }

    /// An interface in memory form.
    #[inline]
    pub fn iface(self, addr: u64) -> Iface {
        Iface { ty: RTypeId::from_word(self.u64(addr)), word: self.u64(addr + 8) }
    }

    /// Bytes, to be read while the native runs.
    #[inline]
    pub fn bytes<'a>(self, addr: u64, len: u64) -> &'a [u8] {
        // SAFETY: the type's contract; nothing is collected while a native runs.
        unsafe { mem::bytes(addr, len) }
    }

    /// Bytes, to be written while the native runs and nothing else borrows them.
    #[inline]
    pub fn bytes_mut<'a>(self, addr: u64, len: u64) -> &'a mut [u8] {
        // SAFETY: as above.
        unsafe { mem::bytes_mut(addr, len) }
    }

    /// The data word of an interface that holds a copy of the value of type `ty` at `addr`, which is boxed.
    ///
    /// # Errors
    /// Out of memory.
    pub fn box_value(self, heap: &mut Heap, ty: &RType, addr: u64) -> Result<u64, OutOfMemory> {
        // SAFETY: the type's contract.
        unsafe { crate::heap::iface::box_memory(heap, ty, addr) }
    }

    /// `len` of a map, nil included.
    pub fn map_len(self, map: u64) -> u64 {
        // SAFETY: the type's contract: the word is a map.
        unsafe { crate::heap::Map::from_slot(map) }.len()
    }

    /// Where the value of a key, given in register form, lies in a map of a type; 0 if it has none for it.
    ///
    /// # Errors
    /// The key cannot be compared.
    pub fn map_get(
        self,
        heap: &Heap,
        types: &RTypes,
        ty: RTypeId,
        map: u64,
        key: &[u64],
    ) -> Result<u64, crate::heap::MapError> {
        // SAFETY: the type's contract: the word is a map.
        unsafe { crate::heap::Map::from_slot(map) }.get(heap, types, ty, key)
    }

    /// The addresses of key and value of each entry of a map, nil included.
    ///
    /// # Errors
    /// Out of memory.
    pub fn map_entries(self, heap: &mut Heap, map: u64) -> Result<Vec<(u64, u64)>, OutOfMemory> {
        // SAFETY: the type's contract: the word is a map.
        let map = unsafe { crate::heap::Map::from_slot(map) };
        let mut entries = Vec::with_capacity(map.len() as usize);
        if !map.is_nil() {
            let mut iter = crate::heap::MapIter::new(heap, map)?;
            while let Some(entry) = iter.next() {
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// A new map of a type of which there has been one before; nothing if there was none.
    ///
    /// # Errors
    /// Out of memory.
    pub fn another_map(
        self,
        heap: &mut Heap,
        types: &RTypes,
        ty: RTypeId,
    ) -> Result<Option<u64>, OutOfMemory> {
        let info = types.known_map_info(ty);
        info.map(|info| Ok(crate::heap::Map::make(heap, ty, &info, 0)?.slot())).transpose()
    }

    /// Where the value of a key, given in register form, lies in a map, which gets an entry if it has none for it. The
    /// address is good until the map is changed.
    ///
    /// # Errors
    /// Out of memory, or that the key cannot be compared.
    pub fn map_place(
        self,
        heap: &mut Heap,
        types: &RTypes,
        map: u64,
        key: &[u64],
    ) -> Result<u64, crate::heap::MapError> {
        // SAFETY: the type's contract: the word is a map.
        unsafe { crate::heap::Map::from_slot(map) }.insert(heap, types, key)
    }

    /// A slice with these elements, moved to where there is room for `len`.
    ///
    /// # Errors
    /// Out of memory; so is what is too long for any.
    pub fn grow_slice(
        self,
        heap: &mut Heap,
        elem: &RType,
        slice: SliceRef,
        len: u64,
    ) -> Result<SliceRef, OutOfMemory> {
        let SliceRef { addr, len: old, cap } = slice;
        // SAFETY: the type's contract: a live slice of such elements.
        let grown = unsafe { crate::heap::slice::grow(heap, elem.layout, elem.size, (addr, old, cap), len) };
        let (addr, cap) = grown.map_err(|_| OutOfMemory)?;
        Ok(SliceRef { addr, len: old, cap })
    }

    /// The register form of the cell at an address.
    #[inline]
    pub fn cell(self, kind: CellKind, addr: u64) -> u64 {
        // SAFETY: the type's contract.
        unsafe { mem::load_cell(kind, addr) }
    }

    /// Writes a cell from its register form.
    #[inline]
    pub fn set_cell(self, kind: CellKind, addr: u64, word: u64) {
        // SAFETY: the type's contract.
        unsafe { mem::store_cell(kind, addr, word) }
    }

    /// Whether two values of a type are equal.
    ///
    /// # Errors
    /// The type that is not comparable, inside of both.
    pub fn equal(self, types: &RTypes, ty: RTypeId, a: u64, b: u64) -> Result<bool, RTypeId> {
        // SAFETY: the type's contract.
        unsafe { equal(types, ty, a, b) }.map_err(|error| error.0)
    }

    /// Copies memory; the ranges may overlap.
    #[inline]
    pub fn copy(self, dst: u64, src: u64, bytes: u64) {
        // SAFETY: the type's contract, for both ranges.
        unsafe { mem::copy(dst, src, bytes) }
    }
}
