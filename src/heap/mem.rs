//! Reading and writing memory by address: the conversions between the register form and the memory form.
//!
//! An address is a `u64` as registers hold it. Every function here is unsafe for one reason: the
//! address must be that of live memory of at least the stated size, suitably aligned for the access
//! (the memory form aligns every cell to its size). Bytes that Go code can reach are always
//! initialised, because the allocator hands out zeroed memory.

use super::rtype::{Cell, CellKind};

/// Reads a `T`.
///
/// # Safety
/// `addr` is aligned for `T` and lies in live memory with `size_of::<T>()` bytes behind it; any bit pattern is a
/// valid `T`.
#[inline(always)]
pub unsafe fn load<T: Copy>(addr: u64) -> T {
    // SAFETY: the caller's promise.
    unsafe { (addr as *const T).read() }
}

/// Reads so many words, each by itself.
///
/// The words of strings, slices and interfaces are often written one by one shortly before all are read. A processor
/// hands a word on from a write that has not reached the cache, but lets a wider read wait until several writes have; so
/// the compiler must not make one read of them.
///
/// # Safety
/// As for [`load`] with a `[u64; N]`.
#[inline(always)]
pub unsafe fn load_words<const N: usize>(addr: u64) -> [u64; N] {
    // SAFETY: the caller's promise, word by word.
    std::array::from_fn(|i| unsafe { (addr as *const u64).add(i).read_volatile() })
}

/// Copies so many words, each by itself, see [`load_words`].
///
/// # Safety
/// As for [`load`] and [`store`] with a `[u64; N]`, and the two do not overlap.
#[inline(always)]
pub unsafe fn copy_words<const N: usize>(to: u64, from: u64) {
    // SAFETY: the caller's promise.
    unsafe { copy_each(to, from, N) }
}

/// [`copy_words`] of a number that is not known before.
///
/// # Safety
/// As there.
#[inline(always)]
pub unsafe fn copy_each(to: u64, from: u64, n: usize) {
    for i in 0..n {
        // SAFETY: the caller's promise, word by word.
        unsafe { (to as *mut u64).add(i).write((from as *const u64).add(i).read_volatile()) };
    }
}

/// The most bytes that [`copy_short`] copies.
pub const SHORT: u64 = 16;

/// Copies at most [`SHORT`] bytes, without a call.
///
/// # Safety
/// Live memory on both sides; the two may overlap.
#[inline(always)]
pub unsafe fn copy_short(to: u64, from: u64, count: u64) {
    // The first and the last bytes, which overlap where there are fewer than twice as many; all are read before any is
    // written.
    macro_rules! ends {
        ($t:ty) => {{
            let last = count - size_of::<$t>() as u64;
            // SAFETY: the caller's promise; both parts lie within the bytes.
            unsafe {
                let (a, b) =
                    (((from as *const $t).read_unaligned()), (((from + last) as *const $t).read_unaligned()));
                (to as *mut $t).write_unaligned(a);
                ((to + last) as *mut $t).write_unaligned(b);
            }
        }};
    }
    match count {
        8.. => ends!(u64),
        4.. => ends!(u32),
        2.. => ends!(u16),
        1 => ends!(u8),
        0 => {}
    }
}

/// Writes a `T`.
///
/// # Safety
/// As for [`load`], and nothing else refers to the memory as immutable.
#[inline(always)]
pub unsafe fn store<T: Copy>(addr: u64, value: T) {
    // SAFETY: the caller's promise.
    unsafe { (addr as *mut T).write(value) }
}

/// Reads one cell into its register form.
///
/// # Safety
/// `addr` is the address of a live cell of this kind.
#[inline(always)]
pub unsafe fn load_cell(kind: CellKind, addr: u64) -> u64 {
    // SAFETY: the cell is live and aligned to its size, by the caller's promise.
    unsafe {
        match kind {
            CellKind::I8 => load::<i8>(addr) as i64 as u64,
            CellKind::I16 => load::<i16>(addr) as i64 as u64,
            CellKind::I32 => load::<i32>(addr) as i64 as u64,
            CellKind::U8 => u64::from(load::<u8>(addr)),
            CellKind::U16 => u64::from(load::<u16>(addr)),
            CellKind::U32 => u64::from(load::<u32>(addr)),
            CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => load::<u64>(addr),
        }
    }
}

/// Writes one cell from its register form.
///
/// # Safety
/// `addr` is the address of a live cell of this kind.
#[inline(always)]
pub unsafe fn store_cell(kind: CellKind, addr: u64, value: u64) {
    // SAFETY: the cell is live and aligned to its size, by the caller's promise.
    unsafe {
        match kind {
            CellKind::I8 | CellKind::U8 => store(addr, value as u8),
            CellKind::I16 | CellKind::U16 => store(addr, value as u16),
            CellKind::I32 | CellKind::U32 => store(addr, value as u32),
            CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => store(addr, value),
        }
    }
}

/// Reads a whole value into registers, one slot per cell.
///
/// # Safety
/// `addr` is the address of a live value whose type has these cells, and `slots` is at least as long as `cells`.
#[inline]
pub unsafe fn load_slots(cells: &[Cell], addr: u64, slots: &mut [u64]) {
    for (slot, cell) in slots.iter_mut().zip(cells) {
        // SAFETY: a cell of a live value is live.
        *slot = unsafe { load_cell(cell.kind, addr + u64::from(cell.off)) };
    }
}

/// Writes a whole value from registers, one slot per cell. Padding is left as it is.
///
/// # Safety
/// As for [`load_slots`].
#[inline]
pub unsafe fn store_slots(cells: &[Cell], addr: u64, slots: &[u64]) {
    for (&slot, cell) in slots.iter().zip(cells) {
        // SAFETY: a cell of a live value is live.
        unsafe { store_cell(cell.kind, addr + u64::from(cell.off), slot) };
    }
}

/// Copies memory, pointers or not; the ranges may overlap. The one bulk entry, where a write barrier would go.
///
/// # Safety
/// Both ranges are live.
#[inline(always)]
pub unsafe fn copy(dst: u64, src: u64, bytes: u64) {
    // SAFETY: the caller's promise; `copy` allows overlap.
    unsafe { std::ptr::copy(src as *const u8, dst as *mut u8, bytes as usize) }
}

/// Copies memory without pointers to other memory. A few bytes, as parts of strings often have, by two overlapping words.
///
/// # Safety
/// Both ranges are live, and do not overlap.
#[inline(always)]
pub unsafe fn copy_apart(dst: u64, src: u64, bytes: u64) {
    #[inline(always)]
    unsafe fn both_ends<T: Copy>(dst: u64, src: u64, bytes: u64) {
        let last = bytes - size_of::<T>() as u64;
        // SAFETY: each word lies within the bytes.
        unsafe {
            let (head, tail) =
                ((src as *const T).read_unaligned(), ((src + last) as *const T).read_unaligned());
            (dst as *mut T).write_unaligned(head);
            ((dst + last) as *mut T).write_unaligned(tail);
        }
    }
    // SAFETY: the caller's promise.
    unsafe {
        match bytes {
            17.. => std::ptr::copy_nonoverlapping(src as *const u8, dst as *mut u8, bytes as usize),
            8.. => both_ends::<u64>(dst, src, bytes),
            4.. => both_ends::<u32>(dst, src, bytes),
            2.. => both_ends::<u16>(dst, src, bytes),
            1 => both_ends::<u8>(dst, src, bytes),
            0 => {}
        }
    }
}

/// Zeroes memory.
///
/// # Safety
/// The range is live.
#[inline(always)]
pub unsafe fn zero(addr: u64, bytes: u64) {
    // SAFETY: the caller's promise.
    unsafe { std::ptr::write_bytes(addr as *mut u8, 0, bytes as usize) }
}

/// The bytes at `addr`, which may be nil if `len` is 0.
///
/// # Safety
/// The range is live, stays so for `'a`, and is not written to meanwhile.
#[inline(always)]
pub unsafe fn bytes<'a>(addr: u64, len: u64) -> &'a [u8] {
    if len == 0 {
        return &[];
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts(addr as *const u8, len as usize) }
}

/// The bytes at `addr`, to be written.
///
/// # Safety
/// The range is live, stays so for `'a`, and nothing else refers to it meanwhile.
#[inline(always)]
pub unsafe fn bytes_mut<'a>(addr: u64, len: u64) -> &'a mut [u8] {
    if len == 0 {
        return &mut [];
    }
    // SAFETY: the caller's promise.
    unsafe { std::slice::from_raw_parts_mut(addr as *mut u8, len as usize) }
}
