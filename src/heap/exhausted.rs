//! The allocator of the interpreter's own memory, for programs that want to end as Go's do when there is no more of it.
//!
//! The heap of the program asks the system itself, and tells what it does not get as [`OutOfMemory`](super::OutOfMemory); the
//! tables and stacks of goroutines come from here. Rust aborts when it gets nothing, with a signal that looks like a crash.

use std::alloc::{GlobalAlloc, Layout, System};

#[cfg(all(target_os = "linux", target_env = "gnu"))]
use super::huge_pages;
use super::small;

/// The system's allocator, but when there is no memory left the process says so in Go's words, and ends with Go's status 2.
///
/// To be set with `#[global_allocator]` by a program, not by a library.
pub struct OrExit;

impl OrExit {
    /// Has every thread allocate from the process's own arena, which grows by large steps, of huge pages when it has become
    /// large. The GNU library would give the interpreter's thread one of its own, whose every new page it asks the kernel for.
    /// To be called before there are threads.
    pub fn share_one_arena(&self) {
        #[cfg(all(target_os = "linux", target_env = "gnu"))]
        {
            // SAFETY: sets a parameter of the allocator.
            unsafe { libc::mallopt(libc::M_ARENA_MAX, 1) };
            huge_pages::watch();
        }
    }
}

// SAFETY: memory is the system's allocator's or a small piece, which is told by its layout; what is not there is not
// returned.
unsafe impl GlobalAlloc for OrExit {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if small::is_small(layout) {
            return there(small::take(layout.size()));
        }
        // SAFETY: the caller's promise.
        given(unsafe { System.alloc(layout) }, layout.size())
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if small::is_small(layout) {
            let piece = there(small::take(layout.size()));
            // SAFETY: it is as large as that.
            unsafe { piece.write_bytes(0, layout.size()) };
            return piece;
        }
        // SAFETY: the caller's promise.
        given(unsafe { System.alloc_zeroed(layout) }, layout.size())
    }

    #[inline]
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise; what is small was taken as such.
        unsafe {
            if small::is_small(layout) {
                small::give(ptr, layout.size())
            } else {
                System.dealloc(ptr, layout)
            }
        }
    }

    #[inline]
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let was_small = small::is_small(layout);
        if was_small && small::same(layout.size(), size) {
            return ptr;
        }
        if !was_small && (size > small::MOST || layout.align() > small::STEP) {
            // SAFETY: the caller's promise.
            return given(unsafe { System.realloc(ptr, layout, size) }, size);
        }
        // SAFETY: the caller's promise: the size is right for the alignment, and both are as large as what is copied.
        unsafe {
            let new = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            new.copy_from_nonoverlapping(ptr, layout.size().min(size));
            self.dealloc(ptr, layout);
            new
        }
    }
}

/// What the system gave.
#[inline]
fn given(ptr: *mut u8, size: usize) -> *mut u8 {
    let ptr = there(ptr);
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    huge_pages::allocated(ptr, size);
    ptr
}

#[inline]
fn there(ptr: *mut u8) -> *mut u8 {
    if ptr.is_null() {
        exhausted();
    }
    ptr
}

#[cold]
#[inline(never)]
fn exhausted() -> ! {
    const WORDS: &[u8] = b"fatal error: out of memory\n";
    // SAFETY: writes a constant and ends the process; nothing that either needs is in use.
    unsafe {
        libc::write(libc::STDERR_FILENO, WORDS.as_ptr().cast(), WORDS.len());
        libc::_exit(2)
    }
}
