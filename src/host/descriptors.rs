//! Descriptors as programs see them that work with them directly. They are the system's, but only those that the program has
//! opened: what the host itself has open is not there for them.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;

use rustix::io::{FdFlags, fcntl_dupfd_cloexec, fcntl_setfd};

use super::handles::{Handles, Open, number};
use super::jobs::may_be_polled;
use super::process::StdHost;
use super::request::{Access, Request};
use super::stdin::Stdin;
use super::{Direction, Errno, Handle, Host, errno, request};
use crate::reactor::Reactor;

/// Descriptors from this one on are no streams.
const FIRST: i32 = 3;

/// The limit of how many descriptors there are.
const DESCRIPTORS: i32 = rustix::process::Resource::Nofile as i32;

/// Sets whether programs that are started get a descriptor.
fn inherit(fd: impl AsFd, inherited: bool) -> Result<(), Errno> {
    fcntl_setfd(fd, if inherited { FdFlags::empty() } else { FdFlags::CLOEXEC }).map_err(number)
}

impl Handles {
    /// Adds a descriptor that leads to the same as what is open.
    fn add_copy(&mut self, reactor: &Reactor, of: Handle, fd: OwnedFd) -> Result<Handle, Errno> {
        let (kind, blocking) = match self.get(of)? {
            Open::File { waits, .. } => {
                let waits = *waits;
                return self.add_file(Arc::new(File::from(fd)), waits);
            }
            Open::Polled { kind, blocks, shared, .. } => {
                *shared = true;
                (*kind, *blocks)
            }
        };
        let copy = self.add_polled(reactor, fd, kind, true)?;
        if let Open::Polled { blocks, shared, .. } = self.get(copy)? {
            (*blocks, *shared) = (blocking, true);
        }
        Ok(copy)
    }

    /// One more descriptor of what is open, the lowest free one from this one on.
    fn copy(&mut self, handle: Handle, lowest: i32) -> Result<OwnedFd, Errno> {
        match self.get(handle)? {
            Open::File { file, .. } => fcntl_dupfd_cloexec(&**file, lowest),
            Open::Polled { fd, .. } => fcntl_dupfd_cloexec(fd, lowest),
        }
        .map_err(number)
    }

    /// Forgets that a descriptor would block: the system is asked once more.
    fn try_again(&mut self, handle: Handle) {
        if let Ok(Open::Polled { ready, .. }) = self.get(handle) {
            *ready |= Direction::Read.bit() | Direction::Write.bit();
        }
    }
}

impl StdHost {
    pub(super) fn answer(&mut self, request: &Request) -> Result<Vec<i64>, Errno> {
        match *request {
            Request::Descriptor(descriptor) => {
                let (handle, access) = self.lookup(descriptor)?;
                Ok(vec![handle.0 as i64, access as i64])
            }
            Request::Pipe { flags } => self.raw_pipe(flags),
            Request::Duplicate { of, to, flags } => {
                let inherited = flags & libc::O_CLOEXEC == 0;
                let copy = match to {
                    None => self.duplicate(of, FIRST)?,
                    Some(to @ 0..3) => return self.replace_stream(of, to).map(|()| vec![to]),
                    Some(to) => self.duplicate_to(of, to)?,
                };
                self.set_inherited(copy, inherited)?;
                Ok(vec![copy.0 as i64])
            }
            Request::SetBlocking { handle, blocking } => {
                // Of others nothing is to be set: those of the streams are shared with who started the program.
                if let Ok(Open::Polled { blocks, .. }) = self.open_at(handle)? {
                    *blocks = blocking;
                }
                Ok(Vec::new())
            }
            Request::SetInherited { handle, inherited } => {
                self.set_inherited(handle, inherited).map(|()| Vec::new())
            }
            Request::ChangeDir(handle) => {
                let file = self.file(handle).ok_or(libc::EBADF)?;
                rustix::process::fchdir(&*file).map(|()| Vec::new()).map_err(number)
            }
            Request::Limit(DESCRIPTORS) | Request::SetLimit { resource: DESCRIPTORS, .. } => {
                // The limit is raised once, and not again after the program has set it.
                self.open()?;
                request::ask(request)
            }
            _ => request::ask(request),
        }
    }

    /// What is open under a handle, nothing for a stream.
    fn open_at(&mut self, handle: Handle) -> Result<Result<&mut Open, ()>, Errno> {
        if handle.place() < FIRST as usize {
            return Ok(Err(()));
        }
        self.handles.get(handle).map(Ok)
    }

    fn lookup(&mut self, descriptor: i64) -> Result<(Handle, Access), Errno> {
        if let stream @ 0..3 = descriptor {
            if self.gone[stream as usize] {
                return Err(libc::EBADF);
            }
            return Ok((Handle(stream as u64), Access::Stream));
        }
        let handle = self.handles.at(descriptor).ok_or(libc::EBADF)?;
        let access = match self.handles.get(handle)? {
            Open::File { .. } => Access::File,
            Open::Polled { blocks: true, .. } => Access::Waits,
            Open::Polled { blocks: false, .. } => Access::Tries,
        };
        if access == Access::Tries {
            self.handles.try_again(handle);
        }
        Ok((handle, access))
    }

    fn set_inherited(&mut self, handle: Handle, inherited: bool) -> Result<(), Errno> {
        match self.open_at(handle)? {
            Ok(Open::Polled { fd, .. }) => inherit(fd, inherited),
            Ok(Open::File { file, .. }) => inherit(&**file, inherited),
            // Those who are started get these in any case.
            Err(()) => Ok(()),
        }
    }

    fn raw_pipe(&mut self, flags: i32) -> Result<Vec<i64>, Errno> {
        if flags & !(libc::O_CLOEXEC | libc::O_NONBLOCK) != 0 {
            return Err(libc::EINVAL);
        }
        let (reader, writer) = self.pipe()?;
        for end in [reader, writer] {
            if let Open::Polled { blocks, .. } = self.handles.get(end)? {
                *blocks = flags & libc::O_NONBLOCK == 0;
            }
            self.set_inherited(end, flags & libc::O_CLOEXEC == 0)?;
        }
        Ok(vec![reader.0 as i64, writer.0 as i64])
    }

    /// Another descriptor of the same, the lowest from this one on.
    fn duplicate(&mut self, of: Handle, lowest: i32) -> Result<Handle, Errno> {
        if of.place() < FIRST as usize {
            if self.has_own(of.place() as i64) {
                return Err(libc::ENOSYS);
            }
            let _ = self.flush();
            let copy = match of {
                Handle::STDIN => fcntl_dupfd_cloexec(io::stdin(), lowest),
                Handle::STDOUT => fcntl_dupfd_cloexec(io::stdout(), lowest),
                _ => fcntl_dupfd_cloexec(io::stderr(), lowest),
            };
            let file = File::from(copy.map_err(number)?);
            let waits = may_be_polled(&file);
            return self.handles.add_file(Arc::new(file), waits);
        }
        let copy = self.handles.copy(of, lowest)?;
        let (handles, reactor) = self.open()?;
        handles.add_copy(reactor, of, copy)
    }

    /// The same at a given descriptor, in place of what was there.
    fn duplicate_to(&mut self, of: Handle, to: i64) -> Result<Handle, Errno> {
        let lowest = i32::try_from(to).ok().filter(|to| *to >= FIRST).ok_or(libc::EBADF)?;
        // What cannot be duplicated must not have closed the other.
        self.open_at(of)?.ok();
        if let Some(there) = self.handles.at(to) {
            if there == of {
                return Ok(of);
            }
            self.close(there)?;
        }
        let copy = self.duplicate(of, lowest).map_err(|errno| match errno {
            libc::EINVAL => libc::EBADF,
            errno => errno,
        })?;
        if copy.place() as i64 != to {
            // The host itself has something there, or a helper that is still at work.
            self.close(copy)?;
            return Err(libc::EBUSY);
        }
        Ok(copy)
    }

    /// Makes a stream lead to what is open.
    fn replace_stream(&mut self, of: Handle, stream: i64) -> Result<(), Errno> {
        if of == Handle(stream as u64) {
            return Ok(());
        }
        if self.has_own(stream) {
            return Err(libc::ENOSYS);
        }
        let fd = match self.file(of) {
            Some(file) => file.as_fd().try_clone_to_owned().map_err(|error| errno(&error))?,
            None => return Err(libc::EBADF),
        };
        self.lead_to(stream, fd)?;
        self.gone[stream as usize] = false;
        if stream == 1
            && let Ok(Open::Polled { .. }) = self.handles.get(of)
        {
            self.stuck = Some(Vec::new());
        }
        Ok(())
    }

    fn lead_to(&mut self, stream: i64, fd: OwnedFd) -> Result<(), Errno> {
        // What was written before goes where it was meant to.
        let _ = self.flush();
        if stream == 1 && self.stuck.as_ref().is_some_and(|stuck| !stuck.is_empty()) {
            return Err(libc::EAGAIN);
        }
        match stream {
            0 => {
                self.stdin = Stdin::new();
                rustix::stdio::dup2_stdin(fd)
            }
            1 => {
                let done = rustix::stdio::dup2_stdout(fd);
                (self.closed, self.lost, self.stuck) = (false, None, None);
                self.buffered = !io::stdout().is_terminal();
                done
            }
            _ => rustix::stdio::dup2_stderr(fd),
        }
        .map_err(number)
    }

    /// Writes to standard output as much as it takes, and keeps the rest.
    pub(super) fn write_stuck(&mut self, mut bytes: Vec<u8>) -> io::Result<()> {
        let mut written = 0;
        let result = loop {
            if written == bytes.len() {
                break Ok(());
            }
            match rustix::io::write(io::stdout(), &bytes[written..]) {
                Ok(n) => written += n,
                Err(rustix::io::Errno::INTR) => {}
                Err(rustix::io::Errno::AGAIN) => break Ok(()),
                Err(error) => break Err(error.into()),
            }
        };
        bytes.drain(..written);
        self.stuck = Some(bytes);
        result
    }

    /// Closes a stream. Its descriptor is not used for anything else but by duplication.
    pub(super) fn close_stream(&mut self, stream: usize) -> Result<(), Errno> {
        if self.gone[stream] {
            return Err(libc::EBADF);
        }
        if !self.has_own(stream as i64) {
            let nowhere = File::options().read(true).write(true).open("/dev/null");
            self.lead_to(stream as i64, nowhere.map_err(|error| errno(&error))?.into())?;
        }
        self.gone[stream] = true;
        Ok(())
    }
}
