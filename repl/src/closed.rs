//! Whether standard output was closed when the process started.
//!
//! Rust's runtime opens closed standard descriptors as the null device before `main`, so that no file is mistaken for
//! one of them; from then on everything that a script prints would vanish without an error. A descriptor that is the
//! null device says nothing: that is also what one gets who asks for it. So the question is asked before the runtime
//! starts, by a function that the loader calls.

use std::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether descriptor 1 was closed when the process started. On systems without such a hook: no.
pub fn stdout_was_closed() -> bool {
    CLOSED.load(Ordering::Relaxed)
}

#[cfg(unix)]
extern "C" fn look() {
    // SAFETY: `fcntl` with F_GETFD only reads a flag, and may be given any number.
    let closed = unsafe { libc::fcntl(libc::STDOUT_FILENO, libc::F_GETFD) } == -1;
    CLOSED.store(closed, Ordering::Relaxed);
}

// SAFETY: the section is the list of functions that are called before `main`. This one takes no arguments (those that
// some loaders pass are ignored) and touches nothing but a descriptor's flag and an atomic.
#[cfg(unix)]
#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__DATA,__mod_init_func"))]
#[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".init_array"))]
static LOOK: extern "C" fn() = look;
