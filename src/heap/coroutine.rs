//! Objects that stand for suspended coroutines: one word, the number of the coroutine.
//!
//! Invariant: the collector tells who marks of each such object that it reaches ([`Marker::reached`](super::mark::Marker::reached)),
//! so that what lies on the coroutine's stack is marked then, and not before.

use super::layout::LayoutId;
use super::{Heap, OutOfMemory, mem};

/// The number of no coroutine.
pub const NONE: u32 = u32::MAX;

/// A new object, of no coroutine.
///
/// # Errors
/// Out of memory.
pub fn make(heap: &mut Heap) -> Result<u64, OutOfMemory> {
    let object = heap.alloc(LayoutId::COROUTINE, 8)?;
    // SAFETY: a new object of one word.
    unsafe { set_number(object, NONE) };
    Ok(object)
}

/// The number of its coroutine.
///
/// # Safety
/// A live object that [`make`] has made.
pub unsafe fn number(object: u64) -> u32 {
    // SAFETY: see above.
    unsafe { mem::load::<u64>(object) as u32 }
}

/// It is the object of this coroutine from now on.
///
/// # Safety
/// A live object that [`make`] has made.
pub unsafe fn set_number(object: u64, number: u32) {
    // SAFETY: see above.
    unsafe { mem::store(object, u64::from(number)) };
}
