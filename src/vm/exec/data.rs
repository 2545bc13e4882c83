//! Values between registers and memory; slices and strings.

use std::cmp::Ordering;

use crate::bytecode::{Instr, room, slice_flags};
use crate::heap::{OutOfMemory, RType, RTypeId, SliceError, Str, mem, slice, string};
use crate::vm::bounds::Bounds;
use crate::vm::cx::Thrown;
use crate::vm::machine::Machine;
use crate::vm::panics;

impl From<OutOfMemory> for Thrown {
    fn from(_: OutOfMemory) -> Thrown {
        panics::out_of_memory()
    }
}

impl From<crate::native::Unwind> for Thrown {
    fn from(unwind: crate::native::Unwind) -> Thrown {
        *unwind.0
    }
}

/// Loads a value in register form; not for indirect types.
///
/// # Safety
/// `addr` holds a live value of the type; `dst` is the first of enough registers.
#[inline]
pub(super) unsafe fn load_cells(ty: &RType, addr: u64, dst: *mut u64) {
    if ty.words {
        // SAFETY: as below.
        return unsafe { mem::copy_each(dst as u64, addr, ty.cells.len()) };
    }
    for (i, cell) in ty.cells.iter().enumerate() {
        // SAFETY: a cell of a live value; one register per cell.
        unsafe { *dst.add(i) = mem::load_cell(cell.kind, addr + u64::from(cell.off)) };
    }
}

/// Stores a value from register form; not for indirect types.
///
/// # Safety
/// As for [`load_cells`].
#[inline]
pub(super) unsafe fn store_cells(ty: &RType, addr: u64, src: *const u64) {
    if ty.words {
        // SAFETY: as below.
        return unsafe { mem::copy_each(addr, src as u64, ty.cells.len()) };
    }
    for (i, cell) in ty.cells.iter().enumerate() {
        // SAFETY: a cell of a live value; one register per cell.
        unsafe { mem::store_cell(cell.kind, addr + u64::from(cell.off), *src.add(i)) };
    }
}

/// Loads a value of any type: one of an indirect type is copied into a cell of its own.
///
/// # Safety
/// As for [`load_cells`].
#[inline]
pub(super) unsafe fn load_value(
    m: &mut Machine,
    ty: RTypeId,
    addr: u64,
    dst: *mut u64,
) -> Result<(), Thrown> {
    let ty = m.program.rtypes.get(ty);
    // SAFETY: the caller's promise; a new cell has the type's size.
    unsafe {
        if ty.indirect {
            let cell = m.heap.alloc(ty.layout, ty.size)?;
            mem::copy(cell, addr, ty.size);
            *dst = cell;
        } else {
            load_cells(ty, addr, dst);
        }
    }
    Ok(())
}

/// Stores a value of any type.
///
/// # Safety
/// As for [`load_cells`].
#[inline]
pub(in crate::vm) unsafe fn store_value(m: &Machine, ty: RTypeId, addr: u64, src: *const u64) {
    let ty = m.program.rtypes.get(ty);
    // SAFETY: the caller's promise; the register of an indirect value is the address of its cell.
    unsafe { if ty.indirect { mem::copy(addr, *src, ty.size) } else { store_cells(ty, addr, src) } }
}

/// Writes the zero value of a type to registers.
///
/// # Safety
/// `dst` is the first of as many registers as the type has slots.
pub(super) unsafe fn zero_value(m: &mut Machine, ty: RTypeId, dst: *mut u64) -> Result<(), Thrown> {
    let ty = m.program.rtypes.get(ty);
    // SAFETY: the caller's promise.
    unsafe {
        if ty.indirect {
            *dst = m.heap.alloc(ty.layout, ty.size)?;
        } else {
            zero_slots(dst, ty.slots);
        }
    }
    Ok(())
}

/// Zeroes registers; most often it is one or two.
///
/// # Safety
/// `dst` is the first of `n`.
#[inline(always)]
pub(super) unsafe fn zero_slots(dst: *mut u64, n: u16) {
    // SAFETY: the caller's promise.
    unsafe {
        match n {
            0 => {}
            1 => *dst = 0,
            2 => dst.cast::<[u64; 2]>().write([0; 2]),
            3 => dst.cast::<[u64; 3]>().write([0; 3]),
            4..=8 => {
                // The two may overlap.
                dst.cast::<[u64; 4]>().write([0; 4]);
                dst.add(usize::from(n) - 4).cast::<[u64; 4]>().write([0; 4]);
            }
            _ => std::ptr::write_bytes(dst, 0, usize::from(n)),
        }
    }
}

/// Compares two strings, given by address and length.
///
/// # Safety
/// Both are live.
#[inline]
pub(super) unsafe fn compare(x: [u64; 2], y: [u64; 2]) -> Ordering {
    // SAFETY: the caller's promise.
    unsafe { mem::bytes(x[0], x[1]).cmp(mem::bytes(y[0], y[1])) }
}

/// What a slicing instruction was given: lo, hi and max, with those left out filled in.
#[inline(always)]
unsafe fn bounds(at: *const u64, ext: Instr, len: u64) -> (u64, u64, Option<u64>) {
    let flags = ext.ext_n();
    // SAFETY: the operands are three registers (two for strings, which never have a max).
    unsafe {
        let lo = if flags & slice_flags::LO != 0 { *at } else { 0 };
        let hi = if flags & slice_flags::HI != 0 { *at.add(1) } else { len };
        let max = if flags & slice_flags::MAX != 0 { Some(*at.add(2)) } else { None };
        (lo, hi, max)
    }
}

#[inline(always)]
fn cut(
    [addr, cap]: [u64; 2],
    (lo, hi, max): (u64, u64, Option<u64>),
    elem_size: u64,
    of: &'static str,
) -> Result<[u64; 3], Thrown> {
    let top = max.unwrap_or(cap);
    if lo <= hi && hi <= top && top <= cap {
        // A slice without capacity keeps its base pointer, so that none points past its object.
        let addr = if lo == top { addr } else { addr + lo * elem_size };
        return Ok([addr, hi - lo, top - lo]);
    }
    Err(panics::slice_bounds(Bounds::Slice { lo, hi, max, limit: cap, of }))
}

/// `s[lo:hi:max]` of a slice.
///
/// # Safety
/// `at` is the first of three registers.
#[inline]
pub(super) unsafe fn slice_slice(
    [addr, len, cap]: [u64; 3],
    at: *const u64,
    ext: Instr,
) -> Result<[u64; 3], Thrown> {
    // SAFETY: the caller's promise.
    let bounds = unsafe { bounds(at, ext, len) };
    cut([addr, cap], bounds, u64::from(ext.ext_id()), "capacity")
}

/// `a[lo:hi:max]` of an array of `len` elements.
///
/// # Safety
/// `at` is the first of three registers.
#[inline]
pub(super) unsafe fn slice_array(
    addr: u64,
    len: u64,
    at: *const u64,
    ext: Instr,
) -> Result<[u64; 3], Thrown> {
    // SAFETY: the caller's promise.
    let bounds = unsafe { bounds(at, ext, len) };
    cut([addr, len], bounds, u64::from(ext.ext_id()), "length")
}

/// `s[lo:hi]` of a string.
///
/// # Safety
/// `at` is the first of two registers.
#[inline]
pub(super) unsafe fn slice_string(
    [addr, len]: [u64; 2],
    at: *const u64,
    ext: Instr,
) -> Result<[u64; 2], Thrown> {
    // SAFETY: the caller's promise.
    let (lo, hi, _) = unsafe { bounds(at, ext, len) };
    if lo <= hi && hi <= len {
        return Ok(if lo == hi { [0, 0] } else { [addr + lo, hi - lo] });
    }
    Err(panics::slice_bounds(Bounds::Slice { lo, hi, max: None, limit: len, of: "length" }))
}

/// `make([]T, len, cap)`
pub(super) fn make_slice(m: &mut Machine, elem: RTypeId, len: u64, cap: u64) -> Result<[u64; 3], Thrown> {
    let ty = m.program.rtypes.get(elem);
    match slice::make(&mut m.heap, ty.layout, ty.size, len, cap) {
        Ok(addr) => Ok([addr, len, cap]),
        Err(SliceError::OutOfMemory) => Err(panics::out_of_memory()),
        Err(SliceError::OutOfRange) => {
            // Go looks at the length first.
            let too_long = (len as i64) < 0 || len.checked_mul(ty.size).is_none_or(|b| b > 1 << 48);
            Err(panics::runtime(if too_long {
                "makeslice: len out of range"
            } else {
                "makeslice: cap out of range"
            }))
        }
    }
}

/// The slice with room for `more` elements, its length already counting them. The old one if there was room.
#[inline(never)]
pub(super) fn grow(m: &mut Machine, elem: RTypeId, old: [u64; 3], more: u64) -> Result<[u64; 3], Thrown> {
    let [addr, len, cap] = old;
    let new_len = len.saturating_add(more);
    if new_len <= cap {
        return Ok([addr, new_len, cap]);
    }
    let ty = m.program.rtypes.get(elem);
    // SAFETY: the slice holds `len` live elements of the type.
    match unsafe { slice::grow(&mut m.heap, ty.layout, ty.size, (addr, len, cap), new_len) } {
        Ok((addr, cap)) => Ok([addr, new_len, cap]),
        Err(SliceError::OutOfMemory) => Err(panics::out_of_memory()),
        Err(SliceError::OutOfRange) => Err(panics::runtime("growslice: len out of range")),
    }
}

/// The same for the first elements of a slice that Go may keep on the stack: `t` is the extension word of the instruction,
/// `frame` its first register.
///
/// # Safety
/// The aux part of `t` names a register of the frame.
#[inline(never)]
unsafe fn grow_first(
    m: &mut Machine,
    t: Instr,
    old: [u64; 3],
    more: u64,
    frame: *mut u64,
) -> Result<[u64; 3], Thrown> {
    // SAFETY: the caller's promise.
    let [addr, len, cap] = unsafe { room(m, t, old, more, frame)? };
    grow(m, RTypeId(t.ext_id()), [addr, len, cap], more)
}

/// [`grow_first`] for one element more: from the registers at `from` to those at `to`. Whether there was memory; if not, what that
/// throws is in `Machine::thrown`. (Handlers that had the results in memory of their own could not jump on.)
///
/// # Safety
/// As for [`grow_first`]; `from` and `to` are registers of the frame, with a slice and for one.
#[inline(never)]
pub(super) unsafe fn grow_registers(
    m: &mut Machine,
    t: Instr,
    from: *const u64,
    to: *mut u64,
    frame: *mut u64,
) -> bool {
    // SAFETY: the caller's promise.
    unsafe {
        match grow_first(m, t, mem::load_words(from as u64), 1, frame) {
            Ok(grown) => {
                to.cast::<[u64; 3]>().write(grown);
                true
            }
            Err(thrown) => {
                m.thrown = Some(thrown);
                false
            }
        }
    }
}

/// The slice with room for `more` elements, if the instruction says that it is to have some that Go has on the stack;
/// with none to come, as it is when Go moves it to the heap.
///
/// # Safety
/// As for [`grow_first`].
pub(super) unsafe fn room(
    m: &mut Machine,
    t: Instr,
    old: [u64; 3],
    more: u64,
    frame: *mut u64,
) -> Result<[u64; 3], Thrown> {
    let [addr, len, cap] = old;
    let (aux, ty) = (t.ext_aux(), RTypeId(t.ext_id()));
    let new_len = len.saturating_add(more);
    let (size, layout) = {
        let ty = m.program.rtypes.get(ty);
        (ty.size, ty.layout)
    };
    if aux == room::HEAP || size == 0 {
        return Ok(old);
    }
    let most = room::BYTES / size;
    if more == 0 {
        // SAFETY: the caller's promise.
        let made = unsafe { *frame.add(usize::from(aux - 1)) } != 0;
        let cut = slice::rounded_capacity(len, size, layout.has_pointers());
        return Ok(if made && cap == most { [addr, len, cut.min(cap)] } else { old });
    }
    if new_len <= cap || new_len > most {
        return Ok(old);
    }
    let new_cap = if aux == room::STEPS {
        slice::rounded_capacity(new_len, size, layout.has_pointers())
    } else {
        // SAFETY: the caller's promise.
        let made = unsafe { &mut *frame.add(usize::from(aux - 1)) };
        if *made != 0 || len != 0 {
            return Ok(old);
        }
        *made = 1;
        most
    };
    let new =
        slice::make(&mut m.heap, layout, size, new_cap, new_cap).map_err(|_| panics::out_of_memory())?;
    // SAFETY: the slice holds `len` live elements, and there is room for more.
    unsafe { slice::copy_elements(new, addr, len, size) };
    Ok([new, len, new_cap])
}

/// `append(s, v...)` for `count` values in consecutive registers, `slots` each.
///
/// # Safety
/// `src` is the first of `count * slots` registers with values of the type.
pub(super) unsafe fn append_values(
    m: &mut Machine,
    elem: RTypeId,
    old: [u64; 3],
    src: *const u64,
    slots: u16,
    count: u16,
) -> Result<[u64; 3], Thrown> {
    let new = grow(m, elem, old, u64::from(count))?;
    let size = m.program.rtypes.get(elem).size;
    for k in 0..usize::from(count) {
        // SAFETY: `grow` made room for the values.
        unsafe {
            let addr = new[0] + (old[1] + k as u64) * size;
            if size > 0 {
                store_value(m, elem, addr, src.add(k * usize::from(slots)));
            }
        }
    }
    Ok(new)
}

/// Lengthens the slice at `at` by one element, which is still to be written, and gives the element's address.
///
/// # Safety
/// A live slice of this element type.
pub(super) unsafe fn grow_in_memory(m: &mut Machine, elem: RTypeId, at: u64) -> Result<u64, Thrown> {
    // SAFETY: the caller's promise.
    let old: [u64; 3] = unsafe { mem::load_words(at) };
    let new = grow(m, elem, old, 1)?;
    // SAFETY: as above.
    unsafe { mem::store(at, new) };
    Ok(new[0] + old[1] * m.program.rtypes.get(elem).size)
}

/// `append(s, t...)`, `t` given by address and length.
///
/// # Safety
/// Both hold live elements of the type.
pub(super) unsafe fn append_slice(
    m: &mut Machine,
    elem: RTypeId,
    old: [u64; 3],
    [from, count]: [u64; 2],
) -> Result<[u64; 3], Thrown> {
    if count == 0 {
        return Ok(old);
    }
    let new = grow(m, elem, old, count)?;
    let size = m.program.rtypes.get(elem).size;
    m.natives.charged += count * size / 1024;
    if size > 0 {
        // SAFETY: `grow` made room; the ranges may overlap.
        unsafe { mem::copy(new[0] + old[1] * size, from, count * size) };
    }
    Ok(new)
}

/// `copy(dst, src)`: how many elements.
///
/// # Safety
/// Both hold live elements of this size.
pub(super) unsafe fn copy_slice(size: u64, dst: [u64; 2], src: [u64; 2]) -> u64 {
    let count = dst[1].min(src[1]);
    if count * size > 0 {
        // SAFETY: the caller's promise.
        unsafe { mem::copy(dst[0], src[0], count * size) };
    }
    count
}

/// `x + y`
///
/// # Safety
/// Both are live.
#[inline(never)]
pub(super) unsafe fn concat(m: &mut Machine, x: [u64; 2], y: [u64; 2]) -> Result<[u64; 2], Thrown> {
    // SAFETY: the caller's promise.
    let parts = unsafe { [Str::from_slots(x[0], x[1]), Str::from_slots(y[0], y[1])] };
    let joined = Str::concat(&mut m.heap, parts.into_iter())?;
    Ok([joined.ptr(), joined.len()])
}

/// The concatenation of `n` strings in registers from `parts` on.
///
/// # Safety
/// All are live.
#[inline(never)]
pub(super) unsafe fn concat_many(m: &mut Machine, parts: *const u64, n: u16) -> Result<[u64; 2], Thrown> {
    // SAFETY: the caller's promise.
    let parts = unsafe { std::slice::from_raw_parts(parts.cast::<[u64; 2]>(), usize::from(n)) };
    // SAFETY: as above.
    let parts = parts.iter().map(|part| unsafe { Str::from_slots(part[0], part[1]) });
    let joined = Str::concat(&mut m.heap, parts)?;
    Ok([joined.ptr(), joined.len()])
}

/// `string([]rune)`
///
/// # Safety
/// There are `len` live runes at `addr`.
pub(super) unsafe fn runes_to_string(m: &mut Machine, addr: u64, len: u64) -> Result<[u64; 2], Thrown> {
    // SAFETY: the caller's promise.
    let runes: &[i32] =
        if len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(addr as *const i32, len as usize) } };
    let s = Str::from_runes(&mut m.heap, runes)?;
    Ok([s.ptr(), s.len()])
}

/// The rune at position `at` of a string, as its register holds it, and its width.
///
/// # Safety
/// The string is live, and `at` below its length.
#[inline]
pub(super) unsafe fn next_rune(addr: u64, len: u64, at: u64) -> (u64, u64) {
    // SAFETY: the caller's promise.
    let bytes = unsafe { mem::bytes(addr, len) };
    let (rune, width) = string::decode_rune(bytes, at as usize);
    (i64::from(rune) as u64, width as u64)
}
