//! Function values: the address of a closure.
//!
//! Invariant: word 0 is the function's id, the captured slots follow in register form. A function without captures has
//! one static closure, so that it costs no allocation.

use super::OutOfMemory;
use super::gc::Heap;
use super::layout::LayoutId;
use super::mem;

/// A closure of `func` with room for `captures` slots, which are zero. The layout describes the
/// whole closure, the function's word included ([`Layouts::define`](super::Layouts::define)).
///
/// # Errors
/// [`OutOfMemory`]
#[inline]
pub fn make(heap: &mut Heap, layout: LayoutId, func: u32, captures: u64) -> Result<u64, OutOfMemory> {
    let addr = heap.alloc(layout, 8 + captures * 8)?;
    // SAFETY: a new object of at least 8 bytes.
    unsafe { mem::store(addr, u64::from(func)) };
    Ok(addr)
}

/// The closure of a function without captures; to be made once per function.
pub fn make_static(heap: &mut Heap, func: u32) -> u64 {
    let addr = heap.alloc_static(8);
    // SAFETY: 8 new bytes.
    unsafe { mem::store(addr, u64::from(func)) };
    addr
}

/// The function of a closure.
///
/// # Safety
/// `closure` is the address of a live closure.
#[inline(always)]
pub unsafe fn func(closure: u64) -> u32 {
    // SAFETY: word 0 of a closure.
    unsafe { mem::load::<u64>(closure) as u32 }
}

/// The address of captured slot `i`.
#[inline(always)]
pub fn capture_addr(closure: u64, i: u16) -> u64 {
    closure + 8 + u64::from(i) * 8
}

/// Captured slot `i`.
///
/// # Safety
/// `closure` is the address of a live closure with more than `i` captures.
#[inline(always)]
pub unsafe fn capture(closure: u64, i: u64) -> u64 {
    // SAFETY: the captures follow word 0.
    unsafe { mem::load(closure + 8 + i * 8) }
}

/// Sets captured slot `i`.
///
/// # Safety
/// As for [`capture`].
#[inline(always)]
pub unsafe fn set_capture(closure: u64, i: u64, value: u64) {
    // SAFETY: the captures follow word 0.
    unsafe { mem::store(closure + 8 + i * 8, value) }
}
