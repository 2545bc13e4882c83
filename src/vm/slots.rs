//! The memory of stacks: slots of coroutines.
//!
//! A processor that does not know yet whether a load reads what an earlier store writes compares the low twelve bits of their
//! addresses first. If the load of the next handler's address looked like the store of a result that is still being computed
//! (a float at the end of a chain of sums, say), it would wait for it, and a loop could take twice its time. So the main
//! goroutine, in which most programs compute, has a stack that lies *apart*: the table of handlers begins a page, and the
//! stack begins where, in its page, the table would end.

use std::alloc::{Layout, alloc, dealloc, realloc};

use super::exec::TABLE_BYTES;

const PAGE: usize = 4096;
/// Slots of a stack that lies apart.
pub(super) const APART: usize = 2048;
/// Where in a page such a stack begins.
const OFFSET: usize = TABLE_BYTES.next_multiple_of(64) % PAGE;

fn layout(slots: usize) -> Option<Layout> {
    Layout::array::<u64>(slots.max(1)).ok()
}

fn layout_apart() -> Layout {
    Layout::from_size_align(OFFSET + APART * 8, PAGE).expect("a few pages")
}

/// So many slots; none if there is no memory.
pub(super) fn allocate(slots: usize) -> Option<*mut u64> {
    // SAFETY: the size is not zero.
    let stack = unsafe { alloc(layout(slots)?).cast::<u64>() };
    (!stack.is_null()).then_some(stack)
}

/// [`APART`] slots that lie apart; none if there is no memory.
pub(super) fn allocate_apart() -> Option<*mut u64> {
    // SAFETY: the size is not zero; the slots lie behind the offset.
    unsafe {
        let page = alloc(layout_apart());
        (!page.is_null()).then(|| page.add(OFFSET).cast())
    }
}

/// Moves the first slots of a stack that lies apart to one of `slots` slots. If there is no memory, nothing has happened.
///
/// # Safety
/// It is from [`allocate_apart`].
pub(super) unsafe fn leave_apart(stack: *mut u64, slots: usize) -> Option<*mut u64> {
    let new = allocate(slots)?;
    // SAFETY: so many slots are in both.
    unsafe {
        std::ptr::copy_nonoverlapping(stack, new, slots.min(APART));
        free(stack, APART, true);
    }
    Some(new)
}

/// Gives a stack that does not lie apart another size. If there is no memory, nothing has happened.
///
/// # Safety
/// It is from [`allocate`] or `resize`, and has `old` slots.
pub(super) unsafe fn resize(stack: *mut u64, old: usize, slots: usize) -> Option<*mut u64> {
    let (old, new) = (layout(old)?, layout(slots)?);
    // SAFETY: it was allocated with that layout; sizes are not zero.
    let stack = unsafe { realloc(stack.cast(), old, new.size()).cast::<u64>() };
    (!stack.is_null()).then_some(stack)
}

/// Frees a stack.
///
/// # Safety
/// It has so many slots, and nobody uses it any more.
pub(super) unsafe fn free(stack: *mut u64, slots: usize, apart: bool) {
    // SAFETY: the layouts are those that they were allocated with.
    unsafe {
        match layout(slots) {
            _ if apart => dealloc(stack.byte_sub(OFFSET).cast(), layout_apart()),
            Some(layout) => dealloc(stack.cast(), layout),
            None => {}
        }
    }
}
