//! The allocator of the interpreter's own memory, for programs that want to end as Go's do when there is no more of it.
//!
//! The heap of the program asks the system itself, and tells what it does not get as [`OutOfMemory`](super::OutOfMemory); the
//! tables and stacks of goroutines come from here. Rust aborts when it gets nothing, with a signal that looks like a crash.

use std::alloc::{GlobalAlloc, Layout, System};

#[cfg(all(target_os = "linux", target_env = "gnu"))]
use super::huge_pages;

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

// SAFETY: the system's allocator does it all; what it does not give is not returned.
unsafe impl GlobalAlloc for OrExit {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        given(unsafe { System.alloc(layout) }, layout.size())
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise.
        given(unsafe { System.alloc_zeroed(layout) }, layout.size())
    }

    #[inline]
    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(ptr, layout) }
    }

    #[inline]
    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller's promise.
        given(unsafe { System.realloc(ptr, layout, size) }, size)
    }
}

#[inline]
fn given(ptr: *mut u8, size: usize) -> *mut u8 {
    if ptr.is_null() {
        exhausted();
    }
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    huge_pages::allocated(ptr, size);
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
