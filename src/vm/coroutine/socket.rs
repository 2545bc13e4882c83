//! [`Socket`]: connections of native functions, and what they do with them.
//!
//! Invariants
//! - An operation is tried, as script code does it; if it would block, the native waits for the reactor and tries again.
//! - A socket that a native has opened is closed when it is dropped, wherever that happens: dropping only notes the handle, and
//!   the scheduler closes it before anything waits.

use std::io;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::Duration;

use super::Request;
use super::cx::Cx;
use super::roots::Root;
use crate::host::{Address, Direction, Handle, Host, SocketKind};
use crate::native::convert::{FromValue, Mismatch};
use crate::syscall::{NEVER, SystemCall};
use crate::vm::cx::Unwind;
use crate::vm::io::{Attempt, Dropped, IO_COST, TIMED_OUT};
use crate::vm::values::{Raw, Values};

/// A connection, or a socket that listens. A function of the host opens one by [`Cx::connect`], [`Cx::listen`] and
/// [`Cx::accept`], and it is closed when the last clone is dropped; or it is given one as an argument, where the program passes a
/// `net.Conn`, `net.Listener` or what else of package net has a socket, and then it remains the program's to close.
#[derive(Clone)]
pub struct Socket {
    handle: Handle,
    owner: Owner,
}

/// Nobody looks at what is kept: it only lives as long as the socket.
#[derive(Clone)]
enum Owner {
    /// The native: whoever drops the last clone closes it.
    Native { _kept: Rc<Dropped> },
    /// The program: the object that would close it when it is collected.
    Program { _kept: Root },
}

impl std::fmt::Debug for Socket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let owner = match self.owner {
            Owner::Native { .. } => "native",
            Owner::Program { .. } => "program",
        };
        f.debug_struct("Socket").field("handle", &self.handle).field("owner", &owner).finish()
    }
}

impl FromValue for Socket {
    /// Looks for the socket in what package net declares: an interface that holds a pointer to a struct, whose first field, or the
    /// first of that, is the `*poll.FD`.
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        match values.socket(raw)? {
            Some((object, handle)) => {
                Ok(Socket { handle: Handle(handle), owner: Owner::Program { _kept: values.keep(&object) } })
            }
            None => Err(Mismatch::types::<Self>(values, raw.ty())),
        }
    }
}

fn failure(errno: i64) -> io::Error {
    match errno {
        TIMED_OUT => io::ErrorKind::TimedOut.into(),
        errno => io::Error::from_raw_os_error(errno as i32),
    }
}

fn inet(address: Address) -> io::Result<SocketAddr> {
    match address {
        Address::Inet(address) => Ok(address),
        Address::Unix(_) | Address::None => Err(io::ErrorKind::AddrNotAvailable.into()),
    }
}

impl Cx<'_> {
    /// Tries something until it need not wait.
    fn attempt<T>(
        &mut self,
        handle: Handle,
        direction: Direction,
        mut operation: impl FnMut(&mut dyn Host) -> Result<T, i32>,
    ) -> Result<io::Result<T>, Unwind> {
        loop {
            self.charge(IO_COST as u32)?;
            let machine = self.machine();
            let (io, host) = (&machine.natives.io, &mut *machine.host);
            match io.attempt(handle, direction, || operation(host)) {
                Attempt::Done(value) => return Ok(Ok(value)),
                Attempt::Failed(errno) => return Ok(Err(failure(errno))),
                Attempt::Wait(call) => self.request(Request::System(call))?,
            }
        }
    }

    fn own(&mut self, handle: Handle) -> Socket {
        Socket {
            handle,
            owner: Owner::Native { _kept: Rc::new(self.machine().natives.io.closes_when_dropped(handle)) },
        }
    }

    /// Connects to an address, by TCP.
    ///
    /// # Errors
    /// See [`Cx`]; inside, what the system says.
    pub fn connect(&mut self, to: SocketAddr) -> Result<io::Result<Socket>, Unwind> {
        self.charge(IO_COST as u32)?;
        let to = Address::Inet(to);
        let socket = match self.machine().host.connect(SocketKind::Stream, &Address::None, &to) {
            Ok(handle) => self.own(handle),
            Err(errno) => return Ok(Err(failure(errno.into()))),
        };
        let handle = socket.handle;
        let connected = self.attempt(handle, Direction::Write, |host| host.connected(handle))?;
        Ok(connected.map(|()| socket))
    }

    /// Listens at an address, for TCP; port 0: one that is free.
    ///
    /// # Errors
    /// See [`Cx`]; inside, what the system says.
    pub fn listen(&mut self, at: SocketAddr) -> Result<io::Result<Socket>, Unwind> {
        self.charge(IO_COST as u32)?;
        let opened = self.machine().host.listen(SocketKind::Stream, &Address::Inet(at));
        Ok(opened.map(|handle| self.own(handle)).map_err(|errno| failure(errno.into())))
    }

    /// Waits for a connection.
    ///
    /// # Errors
    /// See [`Cx`]; inside, what the system says, [`io::ErrorKind::TimedOut`] when the deadline has passed.
    pub fn accept(&mut self, listener: &Socket) -> Result<io::Result<Socket>, Unwind> {
        let handle = listener.handle;
        let accepted = self.attempt(handle, Direction::Read, |host| host.accept(handle))?;
        Ok(accepted.map(|(handle, _)| self.own(handle)))
    }

    /// Reads some bytes, at most as many as the buffer has room for; 0 at the end.
    ///
    /// # Errors
    /// As for [`accept`](Self::accept).
    pub fn read(&mut self, socket: &Socket, buffer: &mut [u8]) -> Result<io::Result<usize>, Unwind> {
        let handle = socket.handle;
        self.attempt(handle, Direction::Read, |host| host.read(handle, buffer))
    }

    /// Writes all bytes.
    ///
    /// # Errors
    /// As for [`accept`](Self::accept).
    pub fn write(&mut self, socket: &Socket, mut bytes: &[u8]) -> Result<io::Result<()>, Unwind> {
        let handle = socket.handle;
        while !bytes.is_empty() {
            match self.attempt(handle, Direction::Write, |host| host.write(handle, bytes))? {
                Ok(n) => bytes = &bytes[n..],
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }

    /// From when on what is done with a socket fails instead of waiting: so long from now, or never.
    ///
    /// # Errors
    /// See [`Cx`].
    pub fn set_deadline(&mut self, socket: &Socket, time: Option<Duration>) -> Result<(), Unwind> {
        self.charge(IO_COST as u32)?;
        let when = match time {
            None => NEVER,
            Some(time) => {
                let nanos = i64::try_from(time.as_nanos()).unwrap_or(i64::MAX);
                self.now().saturating_add(nanos)
            }
        };
        let handle = socket.handle;
        self.request(Request::System(SystemCall::SetDeadline { handle, read: true, write: true, when }))
    }

    /// Where a socket is, and where its peer is.
    ///
    /// # Errors
    /// What the system says.
    pub fn addresses(&mut self, socket: &Socket) -> io::Result<(SocketAddr, Option<SocketAddr>)> {
        let found = self.machine().host.addresses(socket.handle);
        let (local, peer) = found.map_err(|errno| failure(errno.into()))?;
        Ok((inet(local)?, inet(peer).ok()))
    }
}
