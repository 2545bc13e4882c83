//! Interface values: type word and data word.
//!
//! Invariants
//! - The type word is a [`RTypeId`]; 0 is the nil interface, and its data word is 0.
//! - The data word holds what the type's [`IfaceWord`] says. A box is never written to after it is made, so
//!   copies of an interface share it.

use super::OutOfMemory;
use super::gc::Heap;
use super::mem;
use super::rtype::{IfaceWord, RType};

/// The data word for a value of type `ty` in register form.
///
/// # Errors
/// [`OutOfMemory`]
///
/// # Safety
/// `slots` is the register form of a value of type `ty`.
#[inline]
pub unsafe fn box_slots(heap: &mut Heap, ty: &RType, slots: &[u64]) -> Result<u64, OutOfMemory> {
    match ty.iface_word {
        IfaceWord::Scalar | IfaceWord::Pointer => Ok(slots[0]),
        // The cell of an indirect value is not written to once it is shared: it is the box.
        IfaceWord::Boxed if ty.indirect => Ok(slots[0]),
        IfaceWord::Boxed if ty.size == 0 => Ok(0),
        IfaceWord::Boxed => {
            let addr = heap.alloc(ty.layout, ty.size)?;
            // SAFETY: a new object of the type's size.
            unsafe { mem::store_slots(&ty.cells, addr, slots) };
            Ok(addr)
        }
    }
}

/// The data word for a value of type `ty` in memory form at `addr`, which is copied.
///
/// # Errors
/// [`OutOfMemory`]
///
/// # Safety
/// `addr` is the address of a live value of type `ty`.
pub unsafe fn box_memory(heap: &mut Heap, ty: &RType, addr: u64) -> Result<u64, OutOfMemory> {
    match ty.iface_word {
        // SAFETY: a live value of the type has its cell at `addr`.
        IfaceWord::Scalar | IfaceWord::Pointer => Ok(unsafe { mem::load_cell(ty.cells[0].kind, addr) }),
        IfaceWord::Boxed if ty.size == 0 => Ok(0),
        IfaceWord::Boxed => {
            let copy = heap.alloc(ty.layout, ty.size)?;
            // SAFETY: both hold `size` bytes.
            unsafe { mem::copy(copy, addr, ty.size) };
            Ok(copy)
        }
    }
}

/// The register form of the value that the data word of an interface with dynamic type `ty` stands for.
///
/// # Safety
/// `word` is such a data word, and live; `slots` has room for `ty.slots` slots.
#[inline]
pub unsafe fn unbox_slots(ty: &RType, word: u64, slots: &mut [u64]) {
    match ty.iface_word {
        IfaceWord::Scalar | IfaceWord::Pointer => slots[0] = word,
        IfaceWord::Boxed if ty.indirect => slots[0] = word,
        // SAFETY: the box holds a value of the type; a type of size zero has no cells.
        IfaceWord::Boxed => unsafe { mem::load_slots(&ty.cells, word, slots) },
    }
}

/// Stores the value that a data word stands for in memory form at `dst`.
///
/// # Safety
/// As for [`unbox_slots`]; `dst` has room for a value of the type.
pub unsafe fn unbox_memory(ty: &RType, word: u64, dst: u64) {
    match ty.iface_word {
        // SAFETY: `dst` is a cell of the type.
        IfaceWord::Scalar | IfaceWord::Pointer => unsafe { mem::store_cell(ty.cells[0].kind, dst, word) },
        // SAFETY: the box holds a value of the type.
        IfaceWord::Boxed if ty.size > 0 => unsafe { mem::copy(dst, word, ty.size) },
        IfaceWord::Boxed => {}
    }
}
