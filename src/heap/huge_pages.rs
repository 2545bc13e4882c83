//! Huge pages for the interpreter's own memory: stacks of goroutines, tables, syntax trees.
//!
//! A page is given when it is first touched, which costs the kernel about as long as starting two goroutines; a huge page is
//! five hundred of them at once. The GNU library takes memory for what is small from one stretch that it enlarges, and gives
//! what is large a mapping of its own. Both are advised to be huge, once they are so large that what a last, half empty page
//! wastes is little. The advice is ignored where huge pages are switched off.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes of a huge page. Where it is something else, the advice still holds.
const HUGE_PAGE: usize = 2 << 20;
const PAGE: usize = 4096;
/// What most programs need, in small pages.
const SMALL: usize = HUGE_PAGE / 2;
/// What is allocated at once and is as large is advised by itself; the library is told to give it a mapping of its own.
const LARGE: usize = 2 << 20;
/// So many bytes that are free at the end of the stretch stay there.
const KEPT: usize = 64 << 20;
/// How far beyond [`END`] an address may be and still lie in the stretch. Mappings lie much farther away.
const REACH: usize = 1 << 42;

/// Where the stretch ended when it was looked at last; what lies behind has not been advised.
static END: AtomicUsize = AtomicUsize::new(usize::MAX);

/// Begins to watch the stretch, which may grow by so much before it is advised.
pub(super) fn watch() {
    END.store(end() + SMALL, Ordering::Relaxed);
}

/// So many bytes have been allocated here.
#[inline]
pub(super) fn allocated(at: *mut u8, size: usize) {
    if (at as usize).wrapping_sub(END.load(Ordering::Relaxed)) < REACH {
        grown();
    } else if size >= LARGE {
        advise(at as usize, at as usize + size);
    }
}

/// The stretch has been enlarged.
#[cold]
#[inline(never)]
fn grown() {
    let (known, end) = (END.load(Ordering::Relaxed), end());
    if end <= known {
        return;
    }
    // A huge page is given only where the whole of one is there when it is touched first, so the stretch is to end where one does:
    // the library adds this to what it needs, which is mostly less than a page, and rounds up to pages. Small steps leave no
    // room for tables, which grow by doubling, and are better off in mappings.
    let step = (end + 2 * HUGE_PAGE) / HUGE_PAGE * HUGE_PAGE - end - PAGE;
    // SAFETY: sets parameters of the allocator, within an int.
    unsafe {
        libc::mallopt(libc::M_TOP_PAD, step as libc::c_int);
        libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE as libc::c_int);
        // What is given back would come again in small pages.
        libc::mallopt(libc::M_TRIM_THRESHOLD, KEPT as libc::c_int);
    }
    advise(known, end);
    END.store(end, Ordering::Relaxed);
}

/// Advises what lies in `[from, to)`, but for parts of pages at both ends.
fn advise(from: usize, to: usize) {
    let from = from.next_multiple_of(PAGE);
    let to = to - to % PAGE;
    if from < to {
        // SAFETY: the pages belong to the allocator; the advice changes no contents, and may be refused.
        unsafe { libc::madvise(from as *mut libc::c_void, to - from, libc::MADV_HUGEPAGE) };
    }
}

fn end() -> usize {
    // SAFETY: asks only.
    unsafe { libc::sbrk(0) as usize }
}
