//! What a program has open: sockets, pipes and files, by handle.
//!
//! Invariants
//! - Handles 0 to 2 are the streams of the host and never in the table. A place is the number of the descriptor, so that
//!   programs see the system's; it counts its generations, so a handle names one thing for ever.
//! - What is polled never blocks, and is registered with the reactor until it is closed. `ready` is what the reactor has
//!   said and the system has not yet contradicted: an operation is tried only if it may succeed, without a call otherwise.
//! - After a short read of a stream socket nothing is left to read, and the reactor tells when more comes: the call that
//!   would only say so is saved. Not so once its end has been told, for that is told only once.

use std::fs::File;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd};
use std::sync::Arc;

use rustix::net::SendFlags;

use super::{Direction, Errno, FileJob, Handle, Job};
use crate::reactor::{Reactor, Readiness};

/// How sockets are written: that nobody reads any more is an error, and no signal.
#[cfg(not(target_vendor = "apple"))]
pub(super) const QUIET: SendFlags = SendFlags::NOSIGNAL;
#[cfg(target_vendor = "apple")]
pub(super) const QUIET: SendFlags = SendFlags::empty();

/// Places that the streams of the host take.
const STREAMS: usize = 3;

const READABLE: u8 = 1;
const WRITABLE: u8 = 2;
const ENDED: u8 = 4;

/// How something open is read and written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A connection: bytes in both directions.
    Stream,
    /// A socket that listens, or sends and receives messages.
    Socket,
    /// One end of a pipe whose other end the program has.
    Pipe,
    /// A named pipe, terminal or other device.
    Device,
}

/// Something open, and how it is worked with.
pub(super) enum Open {
    /// By the reactor.
    Polled {
        fd: OwnedFd,
        kind: Kind,
        ready: u8,
        /// A program that reads or writes the descriptor itself waits, as if the system blocked.
        blocks: bool,
        /// Other descriptors lead to the same, so that the system does not forget it with this one.
        shared: bool,
    },
    /// By jobs.
    File {
        file: Arc<File>,
        /// It is none that lies on a disk, and may keep who reads it waiting.
        waits: bool,
    },
}

#[derive(Default)]
struct Place {
    generation: u32,
    open: Option<Open>,
}

/// The table of open things.
#[derive(Default)]
pub(super) struct Handles {
    places: Vec<Place>,
}

/// The number of an error of the system.
pub(super) fn number(error: rustix::io::Errno) -> Errno {
    error.raw_os_error()
}

impl Handles {
    /// What is open under a handle.
    ///
    /// # Errors
    /// EBADF if nothing is.
    pub fn get(&mut self, handle: Handle) -> Result<&mut Open, Errno> {
        let place = self.places.get_mut(handle.place().wrapping_sub(STREAMS)).ok_or(libc::EBADF)?;
        if place.generation != handle.generation() {
            return Err(libc::EBADF);
        }
        place.open.as_mut().ok_or(libc::EBADF)
    }

    /// The handle of what has this descriptor now.
    pub fn at(&self, descriptor: i64) -> Option<Handle> {
        let index = usize::try_from(descriptor).ok()?.checked_sub(STREAMS)?;
        let place = self.places.get(index).filter(|place| place.open.is_some())?;
        Some(Handle::new(index + STREAMS, place.generation))
    }

    fn insert(
        &mut self,
        descriptor: i32,
        open: impl FnOnce(usize) -> Result<Open, Errno>,
    ) -> Result<Handle, Errno> {
        // The streams' descriptors are never free.
        let place = usize::try_from(descriptor).map_err(|_| libc::EBADF)?;
        let index = place.checked_sub(STREAMS).ok_or(libc::EBADF)?;
        let open = open(place)?;
        if index >= self.places.len() {
            self.places.resize_with(index + 1, Place::default);
        }
        self.places[index].open = Some(open);
        Ok(Handle::new(place, self.places[index].generation))
    }

    /// Adds something that does not block. If it is connected (or listens), it is tried before the reactor has spoken.
    ///
    /// # Errors
    /// The reactor does not take it; it is closed then.
    pub fn add_polled(
        &mut self,
        reactor: &Reactor,
        fd: OwnedFd,
        kind: Kind,
        connected: bool,
    ) -> Result<Handle, Errno> {
        self.insert(fd.as_raw_fd(), |token| {
            reactor.register(fd.as_fd(), token).map_err(|error| super::errno(&error))?;
            let ready = if connected { READABLE | WRITABLE } else { 0 };
            Ok(Open::Polled { fd, kind, ready, blocks: false, shared: false })
        })
    }

    /// Adds a file, which jobs work with; `waits` if it is none that lies on a disk.
    pub fn add_file(&mut self, file: Arc<File>, waits: bool) -> Result<Handle, Errno> {
        self.insert(file.as_raw_fd(), |_| Ok(Open::File { file, waits }))
    }

    /// The file of a handle.
    pub fn file(&mut self, handle: Handle) -> Option<Arc<File>> {
        match self.get(handle) {
            Ok(Open::File { file, .. }) => Some(file.clone()),
            Ok(Open::Polled { .. }) | Err(_) => None,
        }
    }

    /// Whether a job reads or writes something open that is none of the files that lie on a disk.
    pub fn may_wait(&mut self, job: &Job) -> bool {
        match job {
            Job::File(handle, FileJob::Read { .. } | FileJob::Write { .. }) => {
                matches!(self.get(*handle), Ok(Open::File { waits: true, .. }))
            }
            _ => false,
        }
    }

    /// The descriptor of what is polled.
    ///
    /// # Errors
    /// EBADF if the handle is not open, ENOTSOCK if it is a file.
    pub fn fd(&mut self, handle: Handle) -> Result<BorrowedFd<'_>, Errno> {
        match self.get(handle)? {
            Open::Polled { fd, .. } => Ok(OwnedFd::as_fd(fd)),
            Open::File { .. } => Err(libc::ENOTSOCK),
        }
    }

    /// Closes a handle.
    ///
    /// # Errors
    /// EBADF if it is not open.
    pub fn close(&mut self, reactor: Option<&Reactor>, handle: Handle) -> Result<(), Errno> {
        if let (Open::Polled { fd, shared: true, .. }, Some(reactor)) = (self.get(handle)?, reactor) {
            reactor.deregister(OwnedFd::as_fd(fd));
        }
        let place = &mut self.places[handle.place() - STREAMS];
        place.open = None;
        place.generation = place.generation.wrapping_add(1) & Handle::GENERATIONS;
        Ok(())
    }

    /// Notes what the reactor says; the handle that it speaks of, if it is still open.
    pub fn note(&mut self, news: Readiness) -> Option<Handle> {
        let place = self.places.get_mut(news.token.wrapping_sub(STREAMS))?;
        let Some(Open::Polled { ready, .. }) = place.open.as_mut() else { return None };
        for (is, bits) in [(news.read, READABLE), (news.write, WRITABLE), (news.ended, ENDED | READABLE)] {
            if is {
                *ready |= bits;
            }
        }
        Some(Handle::new(news.token, place.generation))
    }

    /// Tries an operation on what is polled, unless it is known that it would block.
    ///
    /// # Errors
    /// What the system says; EAGAIN if it would block.
    pub fn attempt<T>(
        &mut self,
        handle: Handle,
        direction: Direction,
        mut operation: impl FnMut(BorrowedFd<'_>) -> Result<T, rustix::io::Errno>,
    ) -> Result<T, Errno> {
        let Open::Polled { fd, ready, .. } = self.get(handle)? else { return Err(libc::ENOTSOCK) };
        let bit = direction.bit();
        if *ready & bit == 0 {
            return Err(libc::EAGAIN);
        }
        loop {
            match operation(fd.as_fd()) {
                Ok(value) => return Ok(value),
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::AGAIN) => {
                    *ready &= !bit;
                    return Err(libc::EAGAIN);
                }
                Err(error) => return Err(number(error)),
            }
        }
    }

    /// Reads some bytes; 0 at the end.
    ///
    /// # Errors
    /// What the system says; EAGAIN if nothing is there.
    pub fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        let n = self.attempt(handle, Direction::Read, |fd| rustix::io::read(fd, &mut *buffer))?;
        if n > 0
            && n < buffer.len()
            && let Open::Polled { kind: Kind::Stream, ready, .. } = self.get(handle)?
            && *ready & ENDED == 0
        {
            *ready &= !READABLE;
        }
        Ok(n)
    }

    /// Writes some of the bytes.
    ///
    /// # Errors
    /// What the system says; EAGAIN if there is no room.
    pub fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        let Open::Polled { kind, .. } = self.get(handle)? else { return Err(libc::ENOTSOCK) };
        let kind = *kind;
        self.attempt(handle, Direction::Write, |fd| match kind {
            Kind::Stream | Kind::Socket => rustix::net::send(fd, bytes, QUIET),
            Kind::Pipe | Kind::Device => rustix::io::write(fd, bytes),
        })
    }

    /// Whether the reactor has said that something can be read or written (or has failed).
    ///
    /// # Errors
    /// EBADF if the handle is not open.
    pub fn is_ready(&mut self, handle: Handle, direction: Direction) -> Result<bool, Errno> {
        match self.get(handle)? {
            Open::Polled { ready, .. } => Ok(*ready & direction.bit() != 0),
            Open::File { .. } => Ok(true),
        }
    }
}

impl Handles {
    /// Everything that is polled: handle, descriptor and kind.
    pub fn polled(&self) -> impl Iterator<Item = (Handle, BorrowedFd<'_>, Kind)> {
        self.places.iter().enumerate().filter_map(|(index, place)| match &place.open {
            Some(Open::Polled { fd, kind, .. }) => {
                Some((Handle::new(index + STREAMS, place.generation), fd.as_fd(), *kind))
            }
            Some(Open::File { .. }) | None => None,
        })
    }
}

impl Direction {
    /// Its bit in what is ready.
    pub(super) fn bit(self) -> u8 {
        match self {
            Direction::Read => READABLE,
            Direction::Write => WRITABLE,
        }
    }
}
