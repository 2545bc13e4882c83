//! The memory of stacks: slots of coroutines.
//!
//! A processor that does not know yet whether a load reads what an earlier store writes compares the low twelve bits of their
//! addresses first. If the load of the next handler's address looked like the store of a result that is still being computed
//! (a float at the end of a chain of sums, say), it would wait for it, and a loop could take twice its time. So the main
//! goroutine, in which most programs compute, has a stack that lies *apart*: the table of handlers begins a page, and the
//! stack begins where, in its page, the table would end.
//!
//! Large stacks that nobody uses are kept for others that grow so far: the system would have to clear their pages again, one
//! at a time, and that takes longer than the calls that fill them.

use std::alloc::{Layout, alloc, dealloc, realloc};
use std::cell::RefCell;

use super::exec::TABLE_BYTES;

const PAGE: usize = 4096;
/// Slots of a stack that lies apart.
pub(super) const APART: usize = 2048;
/// Where in a page such a stack begins.
const OFFSET: usize = TABLE_BYTES.next_multiple_of(64) % PAGE;

/// A stack with fewer slots is not kept.
pub(super) const LARGE: usize = 1 << 15;
/// So many slots are kept at most.
const MOST_KEPT: usize = 16 << 20;

/// A stack that nobody uses.
struct Spare {
    stack: *mut u64,
    slots: usize,
    /// It has been kept since the last collection.
    fresh: bool,
}

impl Drop for Spare {
    fn drop(&mut self) {
        // SAFETY: nobody else has it, and it does not lie apart.
        unsafe { release(self.stack, self.slots) }
    }
}

thread_local! {
    static SPARES: RefCell<Vec<Spare>> = const { RefCell::new(Vec::new()) };
}

/// The smallest spare stack that has enough slots and not too many, and how many it has.
pub(super) fn take_spare(least: usize, most: usize) -> Option<(*mut u64, usize)> {
    if least < LARGE {
        return None;
    }
    let take = |kept: &mut Vec<Spare>| {
        let fitting = kept.iter().enumerate().filter(|(_, spare)| (least..=most).contains(&spare.slots));
        let (at, _) = fitting.min_by_key(|(_, spare)| spare.slots)?;
        Some(std::mem::ManuallyDrop::new(kept.swap_remove(at)))
    };
    // When the thread ends, there is none.
    let spare = SPARES.try_with(|kept| take(&mut kept.borrow_mut())).ok()??;
    Some((spare.stack, spare.slots))
}

/// Gives the spare stacks back that were not asked for since the last call.
pub(super) fn forget_spares() {
    let _ = SPARES.try_with(|kept| kept.borrow_mut().retain_mut(|spare| std::mem::take(&mut spare.fresh)));
}

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
    // SAFETY: the layout is the one that it was allocated with.
    unsafe {
        if apart {
            return dealloc(stack.byte_sub(OFFSET).cast(), layout_apart());
        }
        if !(LARGE..=MOST_KEPT).contains(&slots) {
            return release(stack, slots);
        }
    }
    let spare = Spare { stack, slots, fresh: true };
    let _ = SPARES.try_with(|kept| {
        let mut kept = kept.borrow_mut();
        kept.push(spare);
        let mut total: usize = kept.iter().map(|spare| spare.slots).sum();
        while total > MOST_KEPT {
            let smallest = (0..kept.len()).min_by_key(|&at| kept[at].slots).unwrap_or(0);
            total -= kept.swap_remove(smallest).slots;
        }
    });
}

/// Gives the memory of a stack back.
///
/// # Safety
/// As for [`free`]; it does not lie apart.
unsafe fn release(stack: *mut u64, slots: usize) {
    if let Some(layout) = layout(slots) {
        // SAFETY: the layout is the one that it was allocated with.
        unsafe { dealloc(stack.cast(), layout) }
    }
}
