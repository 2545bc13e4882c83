//! Interfaces: boxing, type tests, method lookup, equality.

use crate::bytecode::Instr;
use crate::heap::{IfaceWord, NameId, RType, RTypeId, Uncomparable, equal_ifaces};
use crate::heap::{equal as equal_mem, iface as boxes};
use crate::vm::cx::Thrown;
use crate::vm::machine::Machine;
use crate::vm::panics;

use super::data;

/// The data word for a value in registers.
///
/// # Safety
/// `src` is the first of `slots` registers with a value of type `ty`.
#[inline]
pub(super) unsafe fn make(m: &mut Machine, ty: RTypeId, src: *const u64, slots: u16) -> Result<u64, Thrown> {
    let ty = m.program.rtypes.get(ty);
    // SAFETY: the caller's promise.
    unsafe {
        if ty.iface_word != IfaceWord::Boxed {
            return Ok(*src);
        }
        let slots = std::slice::from_raw_parts(src, usize::from(slots));
        Ok(boxes::box_slots(&mut m.heap, ty, slots)?)
    }
}

/// The value behind a data word, into registers.
///
/// # Safety
/// `word` is the data word of a live interface value with dynamic type `ty`; `dst` the first of enough registers.
#[inline]
pub(super) unsafe fn unbox(ty: &RType, word: u64, dst: *mut u64) {
    // SAFETY: the caller's promise; an indirect value is its cell, which is never written to.
    unsafe {
        if ty.iface_word != IfaceWord::Boxed || ty.indirect {
            *dst = word;
        } else {
            data::load_cells(ty, word, dst);
        }
    }
}

/// Whether an interface with this type word is not nil and implements `iface`.
#[inline]
pub(super) fn implements(m: &mut Machine, dynamic: u64, iface: RTypeId) -> bool {
    dynamic != 0 && m.implements(RTypeId::from_word(dynamic), iface)
}

/// Go's panic unless an interface with this type word is not nil and implements `iface`.
pub(super) fn must_implement(m: &mut Machine, dynamic: u64, iface: RTypeId) -> Result<(), Thrown> {
    if implements(m, dynamic, iface) {
        return Ok(());
    }
    let dynamic = RTypeId::from_word(dynamic);
    let missing =
        if dynamic == RTypeId::NIL { None } else { m.program.rtypes.implements(dynamic, iface).err() };
    Err(panics::not_implemented(&m.program, dynamic, iface, missing))
}

/// The function that implements a method for a dynamic type; `called` has the method's name and the signature's type.
#[cold]
pub(super) fn find_method(m: &Machine, dynamic: u64, called: Instr) -> Option<u32> {
    let sig = RTypeId((called.0 >> 32) as u32);
    let ty = m.program.rtypes.get(RTypeId::from_word(dynamic));
    ty.method_called(NameId(called.ext_id()), sig).map(|method| method.func)
}

/// The panic of a comparison of values of this type.
#[cold]
pub(super) fn uncomparable(m: &Machine, ty: RTypeId) -> Thrown {
    panics::runtime(&format!("comparing uncomparable type {}", m.program.rtypes.get(ty).name))
}

/// `x == y` for interfaces.
///
/// # Safety
/// Both are live.
pub(super) unsafe fn equal(m: &Machine, x: [u64; 2], y: [u64; 2]) -> Result<bool, Uncomparable> {
    // SAFETY: the caller's promise.
    unsafe { equal_ifaces(&m.program.rtypes, x, y) }
}

/// `x == y` for values in memory.
///
/// # Safety
/// Both addresses hold live values of the type.
pub(super) unsafe fn equal_memory(m: &Machine, ty: RTypeId, x: u64, y: u64) -> Result<bool, Uncomparable> {
    // SAFETY: the caller's promise.
    unsafe { equal_mem(&m.program.rtypes, ty, x, y) }
}

/// `x == y` for values in registers: they are written to memory form side by side, and compared there.
///
/// # Safety
/// Both are the first of `slots` registers with values of the type, which is not indirect.
#[inline(never)]
pub(super) unsafe fn equal_values(
    m: &Machine,
    ty: RTypeId,
    x: *const u64,
    y: *const u64,
    slots: u16,
) -> Result<bool, Uncomparable> {
    debug_assert!(slots <= 16);
    let rtype = m.program.rtypes.get(ty);
    // A type of at most 16 slots is larger only by padding and by blank or zero-sized parts.
    let words = rtype.size.div_ceil(8) as usize;
    let (mut small, mut large);
    let buffer: &mut [u64] = if words <= 32 {
        small = [0u64; 64];
        &mut small[..2 * words]
    } else {
        large = vec![0u64; 2 * words];
        &mut large
    };
    let at = buffer.as_mut_ptr() as u64;
    // SAFETY: the buffer has room for two values.
    unsafe {
        let second = at + 8 * words as u64;
        data::store_cells(rtype, at, x);
        data::store_cells(rtype, second, y);
        equal_memory(m, ty, at, second)
    }
}
