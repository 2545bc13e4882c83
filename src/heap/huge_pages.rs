//! Huge pages for the interpreter's own memory: stacks of goroutines, tables, syntax trees.
//!
//! A page is given when it is first touched, which costs the kernel about as long as starting two goroutines; a huge page is
//! five hundred of them at once. Pieces lie in stretches of our own ([`chunk`]). The GNU library takes memory for what is not large
//! from one stretch that it enlarges, and gives what is large a mapping of its own. All are advised to be huge, once they are so
//! large that what a last, half empty page wastes is little. The advice is ignored where huge pages are switched off.

use std::ptr;
use std::sync::Mutex;
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

/// Memory for pieces, of which the first chunks have been given. Only what is touched is there.
struct Stretch {
    next: usize,
    end: usize,
    /// From here on there are huge pages.
    huge: usize,
}

/// Addresses that are asked for at once.
const STRETCH: usize = 64 << 20;

static STRETCH_OF_CHUNKS: Mutex<Stretch> = Mutex::new(Stretch { next: 0, end: 0, huge: 0 });

/// New memory for pieces, aligned for any of them; null if the system has none. `size` divides a huge page, and is always the same.
pub(super) fn chunk(size: usize) -> *mut u8 {
    let mut stretch = STRETCH_OF_CHUNKS.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    if stretch.next == stretch.end {
        // Only the first one begins with small pages: a program that needs more needs much.
        let small = if stretch.end == 0 { SMALL } else { 0 };
        let wanted = STRETCH + HUGE_PAGE;
        let (access, kind) = (
            libc::PROT_READ | libc::PROT_WRITE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE,
        );
        // SAFETY: asks for new memory.
        let at = unsafe { libc::mmap(ptr::null_mut(), wanted, access, kind, -1, 0) };
        if at == libc::MAP_FAILED {
            return ptr::null_mut();
        }
        let huge = (at as usize + small).next_multiple_of(HUGE_PAGE);
        *stretch = Stretch { next: huge - small, end: huge - small + STRETCH, huge };
    }
    if stretch.next == stretch.huge {
        advise(stretch.huge, stretch.end);
    }
    let chunk = stretch.next;
    stretch.next += size;
    chunk as *mut u8
}

/// Begins to watch the stretch, which may grow by so much before it is advised.
pub(super) fn watch() {
    // What is as large as the tokens of a long file belongs into the stretch, where others use the memory after it.
    // SAFETY: sets a parameter of the allocator.
    unsafe { libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE as libc::c_int) };
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
