//! The reactor: which file descriptors can be read or written.
//!
//! In: descriptors with a token each. Out: at each [`poll`](Reactor::poll) the tokens of those that have become ready.
//! Invariants
//! - It knows descriptors and tokens only, never a value and never a task.
//! - Readiness is told when it *begins* (edge-triggered): who was told reads or writes until the system says that it would
//!   block, or loses the news.
//! - A descriptor is registered once, for both directions, and leaves the reactor by being closed: the system forgets it
//!   then, without a call, if no other descriptor leads to the same.

use std::io;
use std::os::fd::{AsRawFd, BorrowedFd};
use std::time::Duration;

use mio::unix::SourceFd;
use mio::{Events, Interest, Poll, Token};

/// Events taken from the system at a time.
const BATCH: usize = 1024;

/// What the reactor has to say of a descriptor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Readiness {
    /// The token with which it was registered.
    pub token: usize,
    /// It can be read, or its end has come, or it has failed.
    pub read: bool,
    /// It can be written, or has failed.
    pub write: bool,
    /// No more will come after what can be read now.
    pub ended: bool,
}

/// Waits for descriptors.
pub struct Reactor {
    poll: Poll,
    events: Events,
}

/// Ends a [`Reactor::poll`] from another thread.
pub struct Waker(mio::Waker);

impl Waker {
    /// The reactor's next poll, or that which waits now, reports the waker's token.
    pub fn wake(&self) {
        // It fails only when the reactor is gone, and then nobody waits.
        let _ = self.0.wake();
    }
}

impl Reactor {
    /// A reactor without descriptors.
    ///
    /// # Errors
    /// What the system says; most likely that there are no descriptors left.
    pub fn new() -> io::Result<Reactor> {
        Ok(Reactor { poll: Poll::new()?, events: Events::with_capacity(BATCH) })
    }

    /// Watches a descriptor, which must not block, until it is closed.
    ///
    /// # Errors
    /// What the system says; EPERM for what is always ready, such as regular files.
    pub fn register(&self, fd: BorrowedFd<'_>, token: usize) -> io::Result<()> {
        let both = Interest::READABLE | Interest::WRITABLE;
        self.poll.registry().register(&mut SourceFd(&fd.as_raw_fd()), Token(token), both)
    }

    /// Watches a descriptor no longer, which is about to be closed while others lead to the same.
    pub fn deregister(&self, fd: BorrowedFd<'_>) {
        // What is not registered need not be forgotten.
        let _ = self.poll.registry().deregister(&mut SourceFd(&fd.as_raw_fd()));
    }

    /// Something that ends a poll from another thread, and is reported with this token. There can be one.
    ///
    /// # Errors
    /// What the system says.
    pub fn waker(&self, token: usize) -> io::Result<Waker> {
        mio::Waker::new(self.poll.registry(), Token(token)).map(Waker)
    }

    /// Waits until some descriptor becomes ready, at most so long (without end if there is no time), and hands each that
    /// did to `each`, in the system's order.
    pub fn poll(&mut self, wait: Option<Duration>, mut each: impl FnMut(Readiness)) {
        loop {
            // A signal ends the wait early, and so does a failure, which has no cause that could be cured here.
            if self.poll.poll(&mut self.events, wait).is_err() {
                return;
            }
            let mut count = 0;
            for event in &self.events {
                count += 1;
                each(Readiness {
                    token: event.token().0,
                    read: event.is_readable() || event.is_read_closed() || event.is_error(),
                    write: event.is_writable() || event.is_write_closed() || event.is_error(),
                    ended: event.is_read_closed() || event.is_error(),
                });
            }
            // A full batch: there may be more. All that is ready now belongs to the same poll.
            if count < BATCH || wait.is_none_or(|wait| !wait.is_zero()) {
                return;
            }
        }
    }
}
