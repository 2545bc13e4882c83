//! [`Values`]: values of a program, as Rust code makes and takes them apart.
//!
//! A value is its words in register form and its type: a [`Raw`]. Invariants
//! - The words belong to the type: they come from registers whose static type it is, from memory of such, or from here. Rust
//!   code outside of this crate can only get a `Raw` from here, and give it back.
//! - Nothing is collected while somebody has a [`Values`], so a `Raw` is good as long as that. The lifetime sees to it, and
//!   is invariant, so that values of two programs do not mix.

use std::marker::PhantomData;

use super::coroutine::{Root, Roots};
use super::cx::{Iface, NativeCx};
use super::machine::Machine;
use super::program::Program;
use crate::bytecode::FuncId;
use crate::heap::{
    Chan, Heap, Kind, Map, MapError, MapIter, OutOfMemory, RType, RTypeId, RTypes, SliceError, iface, mem,
    slice,
};

/// The words of a value: few, mostly.
#[derive(Clone, Default)]
pub(crate) struct Words {
    few: [u64; 4],
    len: u8,
    /// All of them, if they are more than few.
    many: Vec<u64>,
}

impl Words {
    /// Appends a word.
    pub fn push(&mut self, word: u64) {
        if !self.many.is_empty() {
            self.many.push(word);
        } else if let Some(place) = self.few.get_mut(usize::from(self.len)) {
            *place = word;
            self.len += 1;
        } else {
            self.many.extend(self.few);
            self.many.push(word);
        }
    }

    /// So many zeros.
    pub fn zeros(n: usize) -> Words {
        let mut words = Words::default();
        if n > words.few.len() {
            words.many.resize(n, 0);
        } else {
            words.len = n as u8;
        }
        words
    }

    fn as_mut(&mut self) -> &mut [u64] {
        if self.many.is_empty() { &mut self.few[..usize::from(self.len)] } else { &mut self.many }
    }
}

impl std::ops::Deref for Words {
    type Target = [u64];
    fn deref(&self) -> &[u64] {
        if self.many.is_empty() { &self.few[..usize::from(self.len)] } else { &self.many }
    }
}

impl Extend<u64> for Words {
    fn extend<I: IntoIterator<Item = u64>>(&mut self, words: I) {
        words.into_iter().for_each(|word| self.push(word));
    }
}

impl FromIterator<u64> for Words {
    fn from_iter<I: IntoIterator<Item = u64>>(iter: I) -> Words {
        let mut words = Words::default();
        words.extend(iter);
        words
    }
}

/// A value of a program, while nothing of the program runs.
#[derive(Clone)]
pub struct Raw<'m> {
    ty: RTypeId,
    words: Words,
    brand: PhantomData<fn(&'m ()) -> &'m ()>,
}

impl Raw<'_> {
    /// A value in register form.
    pub(crate) fn new(ty: RTypeId, words: Words) -> Self {
        Raw { ty, words, brand: PhantomData }
    }

    /// Its static type, as the program says it.
    pub fn ty(&self) -> RTypeId {
        self.ty
    }

    /// Its register form.
    pub(crate) fn words(&self) -> &[u64] {
        &self.words
    }
}

/// The types that values of Rust become where the program says `any` or `error`.
#[derive(Clone, Copy, Debug, Default)]
pub struct HostTypes {
    /// `bool`
    pub bool: RTypeId,
    /// `int`
    pub int: RTypeId,
    /// `uint64`
    pub uint64: RTypeId,
    /// `float64`
    pub float64: RTypeId,
    /// `complex128`
    pub complex128: RTypeId,
    /// `string`
    pub string: RTypeId,
    /// `[]byte`
    pub bytes: RTypeId,
    /// `[]any`
    pub list: RTypeId,
    /// `map[any]any`
    pub map: RTypeId,
    /// `map[string]any`
    pub fields: RTypeId,
    /// `*errors.errorString`: a pointer to its text.
    pub error: RTypeId,
}

/// Access to the values of a program.
pub struct Values<'m> {
    heap: &'m mut Heap,
    program: &'m mut Program,
    roots: &'m mut Roots,
    /// How deep the value is nested that is being made.
    pub(crate) depth: usize,
    brand: PhantomData<fn(&'m ()) -> &'m ()>,
}

impl Machine {
    /// Access to the values of the program, while nothing of it runs.
    pub fn values(&mut self) -> Values<'_> {
        Values {
            heap: &mut self.heap,
            program: &mut self.program,
            roots: &mut self.natives.roots,
            depth: 0,
            brand: PhantomData,
        }
    }
}

impl NativeCx<'_> {
    /// Access to the values of the program.
    pub fn values(&mut self) -> Values<'_> {
        let (heap, program, roots) = self.parts();
        Values { heap, program, roots, depth: 0, brand: PhantomData }
    }
}

impl<'m> Values<'m> {
    /// All types of the program.
    pub fn types(&self) -> &RTypes {
        &self.program.rtypes
    }

    /// A type of the program.
    pub fn ty(&self, ty: RTypeId) -> &RType {
        self.program.rtypes.get(ty)
    }

    /// What values of Rust become where the program does not say what it wants.
    pub(crate) fn host_types(&self) -> HostTypes {
        self.program.host_types
    }

    /// Keeps a value for as long as Rust code wants.
    pub fn keep(&mut self, value: &Raw<'m>) -> Root {
        self.roots.keep(value.ty, value.words())
    }

    /// The value that was kept; nothing if it was kept of another program.
    pub fn kept(&self, root: &Root) -> Option<Raw<'m>> {
        self.roots.owns(root).then(|| Raw::new(root.ty(), root.words().iter().copied().collect()))
    }

    /// The bytes of a string, given by its two words, or of a `[]byte`, by the first two of its three.
    pub(crate) fn bytes(&self, words: &[u64]) -> &[u8] {
        // SAFETY: the type's contract: a live string or slice of bytes.
        unsafe { mem::bytes(words[0], words[1]) }
    }

    /// A new string: its words.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_string(&mut self, text: &[u8]) -> Result<[u64; 2], OutOfMemory> {
        if text.is_empty() {
            return Ok([0, 0]);
        }
        let addr = self.heap.alloc_noscan(text.len() as u64)?;
        // SAFETY: a new object of so many bytes.
        unsafe { mem::bytes_mut(addr, text.len() as u64) }.copy_from_slice(text);
        Ok([addr, text.len() as u64])
    }

    /// A new slice of `len` zero elements: its words.
    ///
    /// # Errors
    /// Out of memory; so is what is too long for any memory.
    pub(crate) fn new_slice(&mut self, elem: RTypeId, len: u64) -> Result<[u64; 3], OutOfMemory> {
        let ty = self.program.rtypes.get(elem);
        match slice::make(self.heap, ty.layout, ty.size, len, len) {
            Ok(addr) => Ok([addr, len, len]),
            Err(SliceError::OutOfMemory | SliceError::OutOfRange) => Err(OutOfMemory),
        }
    }

    /// A new `[]byte`: its words.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_bytes(&mut self, bytes: &[u8]) -> Result<[u64; 3], OutOfMemory> {
        let addr = self.heap.alloc_noscan(bytes.len() as u64)?;
        let len = bytes.len() as u64;
        // SAFETY: a new object of so many bytes.
        unsafe { mem::bytes_mut(addr, len) }.copy_from_slice(bytes);
        Ok([addr, len, len])
    }

    /// New memory for a value of the type, all zero.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_cell(&mut self, ty: RTypeId) -> Result<u64, OutOfMemory> {
        let ty = self.program.rtypes.get(ty);
        self.heap.alloc(ty.layout, ty.size)
    }

    /// The zero value of a type.
    ///
    /// # Errors
    /// Out of memory.
    pub fn zero(&mut self, ty: RTypeId) -> Result<Raw<'m>, OutOfMemory> {
        let rtype = self.program.rtypes.get(ty);
        let (indirect, mut words) = (rtype.indirect, Words::zeros(usize::from(rtype.slots)));
        if indirect {
            words.as_mut()[0] = self.new_cell(ty)?;
        }
        Ok(Raw::new(ty, words))
    }

    /// Reads a value from memory.
    ///
    /// # Errors
    /// Out of memory: large values are copied.
    pub(crate) fn load(&mut self, ty: RTypeId, addr: u64) -> Result<Raw<'m>, OutOfMemory> {
        let rtype = self.program.rtypes.get(ty);
        let mut words = Words::zeros(usize::from(rtype.slots));
        // SAFETY: the type's contract: a live value at `addr`; the new cell has its size; one slot for each cell.
        unsafe {
            if rtype.indirect {
                let cell = self.heap.alloc(rtype.layout, rtype.size)?;
                mem::copy(cell, addr, rtype.size);
                words.as_mut()[0] = cell;
            } else {
                mem::load_slots(&rtype.cells, addr, words.as_mut());
            }
        }
        Ok(Raw::new(ty, words))
    }

    /// Writes a value to memory.
    pub(crate) fn store(&mut self, addr: u64, value: &Raw<'m>) {
        let (rtype, words) = (self.program.rtypes.get(value.ty), value.words());
        // SAFETY: the type's contract: memory for a value at `addr`; an indirect value is the address of a live cell.
        unsafe {
            if rtype.indirect {
                mem::copy(addr, words[0], rtype.size);
            } else if rtype.size > 0 {
                mem::store_slots(&rtype.cells, addr, words);
            }
        }
    }

    /// The address of an array in memory.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn in_memory(&mut self, array: &Raw<'m>) -> Result<u64, OutOfMemory> {
        if self.ty(array.ty).indirect {
            return Ok(array.words[0]);
        }
        let cell = self.new_cell(array.ty)?;
        self.store(cell, array);
        Ok(cell)
    }

    /// A `string` with this text.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn string_value(&mut self, text: &str) -> Result<Raw<'m>, OutOfMemory> {
        let words = self.new_string(text.as_bytes())?;
        Ok(Raw::new(self.host_types().string, words.into_iter().collect()))
    }

    /// Field `i` of a struct value.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn field(&mut self, value: &Raw<'m>, i: usize) -> Result<Raw<'m>, OutOfMemory> {
        let rtype = self.program.rtypes.get(value.ty);
        let field = &rtype.fields[i];
        let (ty, off, first) = (field.ty, field.off, usize::from(field.slot));
        if rtype.indirect {
            return self.load(ty, value.words[0] + off);
        }
        let slots = usize::from(self.program.rtypes.get(ty).slots);
        Ok(Raw::new(ty, value.words[first..first + slots].iter().copied().collect()))
    }

    /// A struct value of all its fields.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_struct(&mut self, ty: RTypeId, fields: &[Raw<'m>]) -> Result<Raw<'m>, OutOfMemory> {
        let rtype = self.program.rtypes.get(ty);
        let mut words = Words::default();
        if rtype.indirect {
            let offsets: Vec<u64> = rtype.fields.iter().map(|f| f.off).collect();
            let cell = self.new_cell(ty)?;
            for (off, value) in offsets.into_iter().zip(fields) {
                self.store(cell + off, value);
            }
            words.push(cell);
        } else {
            words.extend(fields.iter().flat_map(|field| field.words().iter().copied()));
        }
        Ok(Raw::new(ty, words))
    }

    /// A new map with room for so many entries.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_map(&mut self, ty: RTypeId, entries: usize) -> Result<u64, OutOfMemory> {
        let info = self.program.rtypes.map_info(ty);
        Ok(Map::make(self.heap, ty, &info, entries as u64)?.slot())
    }

    /// Sets an entry of a map.
    ///
    /// # Errors
    /// Out of memory, or that the key cannot be compared.
    pub(crate) fn map_set(&mut self, map: u64, key: &Raw<'m>, value: &Raw<'m>) -> Result<(), MapError> {
        // SAFETY: the type's contract: a live map.
        let map = unsafe { Map::from_slot(map) };
        let addr = map.insert(self.heap, &self.program.rtypes, key.words())?;
        self.store(addr, value);
        Ok(())
    }

    /// Where the value of a key lies in a map of type `ty`, valid until the map is changed; 0 if there is none.
    ///
    /// # Errors
    /// The key cannot be compared.
    pub(crate) fn map_get(&mut self, ty: RTypeId, map: u64, key: &Raw<'m>) -> Result<u64, MapError> {
        // SAFETY: the type's contract: a live map or nil.
        unsafe { Map::from_slot(map) }.get(self.heap, &self.program.rtypes, ty, key.words())
    }

    /// Removes an entry of a map of type `ty`.
    ///
    /// # Errors
    /// The key cannot be compared.
    pub(crate) fn map_delete(&mut self, ty: RTypeId, map: u64, key: &Raw<'m>) -> Result<(), MapError> {
        // SAFETY: as above.
        unsafe { Map::from_slot(map) }.delete(self.heap, &self.program.rtypes, ty, key.words())
    }

    /// Removes all entries of a map.
    pub(crate) fn map_clear(&mut self, map: u64) {
        // SAFETY: as above.
        unsafe { Map::from_slot(map) }.clear();
    }

    /// How many entries a map has.
    pub(crate) fn map_len(&self, map: u64) -> u64 {
        // SAFETY: as above.
        unsafe { Map::from_slot(map) }.len()
    }

    /// How many values are in a channel, and how many it has room for; of a nil channel none.
    pub(crate) fn chan_len_cap(&self, chan: u64) -> (u64, u64) {
        if chan == 0 {
            return (0, 0);
        }
        // SAFETY: the type's contract: a live channel.
        let chan = unsafe { Chan::from_slot(chan) };
        (chan.len(), chan.cap())
    }

    /// Where the keys and values of a map lie.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn map_entries(&mut self, map: u64) -> Result<Vec<(u64, u64)>, OutOfMemory> {
        // SAFETY: the type's contract: a live map or nil.
        let map = unsafe { Map::from_slot(map) };
        let mut entries = Vec::with_capacity(map.len() as usize);
        if !map.is_nil() {
            let mut iter = MapIter::new(self.heap, map)?;
            while let Some(entry) = iter.next() {
                entries.push(entry);
            }
        }
        Ok(entries)
    }

    /// What an interface holds; nothing if it is nil.
    pub(crate) fn unbox(&self, value: &Raw<'m>) -> Option<Raw<'m>> {
        let ty = RTypeId::from_word(value.words[0]);
        if ty == RTypeId::NIL {
            return None;
        }
        let rtype = self.program.rtypes.get(ty);
        let mut words = Words::zeros(usize::from(rtype.slots));
        // SAFETY: the type's contract: the data word belongs to the dynamic type.
        unsafe { iface::unbox_slots(rtype, value.words[1], words.as_mut()) };
        Some(Raw::new(ty, words))
    }

    /// An interface of type `ty` that holds a value.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn boxed(&mut self, ty: RTypeId, value: &Raw<'m>) -> Result<Raw<'m>, OutOfMemory> {
        let rtype = self.program.rtypes.get(value.ty);
        // SAFETY: the type's contract.
        let word = unsafe { iface::box_slots(self.heap, rtype, value.words())? };
        Ok(Raw::new(ty, [value.ty.word(), word].into_iter().collect()))
    }

    /// A value of the interface type `ty`, which is `error`, with this text.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn new_error(&mut self, ty: RTypeId, text: &str) -> Result<Raw<'m>, OutOfMemory> {
        let words = self.new_string(text.as_bytes())?;
        let dynamic = self.program.host_types.error;
        let cell = self.heap.alloc(crate::heap::LayoutId::STRING, 16)?;
        // SAFETY: a new object of 16 bytes.
        unsafe { mem::store(cell, words) };
        Ok(Raw::new(ty, [dynamic.word(), cell].into_iter().collect()))
    }

    /// Whether a value of the dynamic type fits into the interface type.
    pub(crate) fn implements(&self, dynamic: RTypeId, iface: RTypeId) -> bool {
        self.program.rtypes.implements(dynamic, iface).is_ok()
    }

    /// The function behind the method `Error` of an error value.
    pub(crate) fn error_method(&self, error: Iface) -> Option<FuncId> {
        let name = self.program.rtypes.find_method_name("Error", "")?;
        self.program.rtypes.get(error.ty).method(name).map(|method| FuncId(method.func))
    }

    /// The object of package internal/poll in a value of package net, and its handle: behind interfaces and pointers, the first
    /// field of the first field ... Nothing if there is none, or it is closed.
    ///
    /// # Errors
    /// Out of memory.
    pub(crate) fn socket(&mut self, value: &Raw<'m>) -> Result<Option<(Raw<'m>, u64)>, OutOfMemory> {
        // No type of package net is nested so deep; other types may contain pointers to themselves.
        const DEPTH: usize = 8;
        let mut value = value.clone();
        let mut behind = None;
        for _ in 0..DEPTH {
            let ty = self.ty(value.ty);
            if ty.name.as_ref() == "poll.FD" && ty.pkg_path.as_ref() == "internal/poll" {
                let handle = self.field(&value, 0)?.words[0];
                return Ok(behind.filter(|_| handle as i64 >= 0).map(|object| (object, handle)));
            }
            let (kind, elem) = (ty.kind, ty.elem);
            value = match kind {
                Kind::Interface => match self.unbox(&value) {
                    Some(inner) => inner,
                    None => return Ok(None),
                },
                Kind::Pointer if value.words[0] != 0 => {
                    behind = Some(value.clone());
                    self.load(elem, value.words[0])?
                }
                Kind::Struct if !ty.fields.is_empty() => self.field(&value, 0)?,
                _ => return Ok(None),
            };
        }
        Ok(None)
    }

    /// The element type of a channel that is not nil.
    pub(crate) fn chan_elem(&self, chan: u64) -> RTypeId {
        // SAFETY: the type's contract: a live channel.
        unsafe { Chan::from_slot(chan) }.elem()
    }
}
