//! The ready queue: coroutines whose tasks can go on, first in, first out.
//!
//! It lies in the machine, not in the scheduler, so that a task that waits can hand its turn to the next one without that the
//! interpreter is left. It is intrusive: each coroutine in it names the one behind it, so becoming ready allocates nothing and
//! cannot fail.
//!
//! Invariant: a coroutine is in the queue at most once, and stays where it is while it is in it.

use std::ptr::NonNull;

use super::script::Script;
use crate::syscall::TaskId;

/// The ready queue.
pub struct Ready {
    first: *mut Script,
    /// Has no meaning when there is no first.
    last: *mut Script,
    /// How many there are: each task that waits for the clock asks.
    len: u32,
}

impl Default for Ready {
    fn default() -> Ready {
        Ready { first: std::ptr::null_mut(), last: std::ptr::null_mut(), len: 0 }
    }
}

impl Ready {
    /// Puts a coroutine at the end of the queue.
    ///
    /// # Safety
    /// That of a live task, which is in no queue.
    #[inline(always)]
    pub(crate) unsafe fn push(&mut self, s: *mut Script) {
        // SAFETY: the caller's promise; the last one is live, as whatever is in the queue.
        unsafe {
            (*s).owner.behind = std::ptr::null_mut();
            if self.first.is_null() {
                self.first = s;
            } else {
                (*self.last).owner.behind = s;
            }
        }
        self.last = s;
        self.len += 1;
    }

    /// The same for the scheduler, whose tasks stay where they are and leave the queue before they end.
    #[inline]
    pub(crate) fn enter(&mut self, s: &mut Script) {
        // SAFETY: that is what the scheduler sees to.
        unsafe { self.push(s) }
    }

    /// The task of a coroutine that was in the queue; none of null.
    #[inline]
    pub(crate) fn task_of(s: *const Script) -> Option<TaskId> {
        // SAFETY: whatever is in the queue is live, and whoever takes it out asks at once.
        if s.is_null() { None } else { Some(unsafe { (*s).owner.task }) }
    }

    /// The first coroutine, null if there is none.
    #[inline(always)]
    pub(crate) fn first(&self) -> *mut Script {
        self.first
    }

    /// Takes the first coroutine, null if there is none.
    #[inline(always)]
    pub(crate) fn pop(&mut self) -> *mut Script {
        let s = self.first;
        if !s.is_null() {
            // SAFETY: whatever is in the queue is live.
            self.first = unsafe { (*s).owner.behind };
            self.len -= 1;
        }
        s
    }

    /// Takes a coroutine out of the queue, wherever it is. Whether it was in it.
    pub(crate) fn remove(&mut self, gone: *const Script) -> bool {
        let mut rest = std::mem::take(self);
        let mut found = false;
        while let Some(s) = NonNull::new(rest.pop()) {
            if std::ptr::eq(s.as_ptr(), gone) {
                found = true;
            } else {
                // SAFETY: it has just been in the queue.
                unsafe { self.push(s.as_ptr()) };
            }
        }
        found
    }

    /// How many there are.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether there is none.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.first.is_null()
    }
}
