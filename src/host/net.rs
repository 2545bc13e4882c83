//! Sockets: made, bound, connected, asked. None of this blocks.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags};
use rustix::net::{
    AddressFamily, RecvFlags, Shutdown, SocketAddrAny, SocketAddrUnix, SocketType, bind, connect,
    getpeername, getsockname, listen, recvfrom, sendto, sockopt,
};

use super::handles::{Handles, Kind, QUIET, number};
use super::{Address, Direction, Errno, Handle, SocketKind, SocketOption};
use crate::reactor::Reactor;

/// Connections that wait to be accepted, at most; the system may allow fewer.
const BACKLOG: i32 = 4096;

/// How long a connection is idle before the system asks whether the peer is still there, and between its questions.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

fn family(address: &Address) -> Result<AddressFamily, Errno> {
    match address {
        Address::Inet(SocketAddr::V4(_)) => Ok(AddressFamily::INET),
        Address::Inet(SocketAddr::V6(_)) => Ok(AddressFamily::INET6),
        Address::Unix(_) => Ok(AddressFamily::UNIX),
        Address::None => Err(libc::EAFNOSUPPORT),
    }
}

/// The address as the system has it.
fn system(address: &Address) -> Result<SocketAddrAny, Errno> {
    match address {
        Address::Inet(address) => Ok((*address).into()),
        Address::Unix(path) => {
            let unix = match path.split_first() {
                None => Err(rustix::io::Errno::INVAL),
                #[cfg(target_os = "linux")]
                Some((b'@', name)) => SocketAddrUnix::new_abstract_name(name),
                Some(_) => SocketAddrUnix::new(path.as_slice()),
            };
            unix.map(Into::into).map_err(number)
        }
        Address::None => Err(libc::EINVAL),
    }
}

/// The address as programs have it.
fn ours(address: SocketAddrAny) -> Address {
    if let Ok(address) = SocketAddr::try_from(address.clone()) {
        return Address::Inet(address);
    }
    match SocketAddrUnix::try_from(address) {
        Ok(unix) => {
            #[cfg(target_os = "linux")]
            if let Some(name) = unix.abstract_name() {
                return Address::Unix([b"@", name].concat());
            }
            Address::Unix(unix.path_bytes().unwrap_or_default().to_vec())
        }
        Err(_) => Address::None,
    }
}

/// A socket that does not block and is not inherited.
fn socket(family: AddressFamily, kind: SocketType) -> Result<OwnedFd, Errno> {
    #[cfg(not(target_vendor = "apple"))]
    {
        use rustix::net::{SocketFlags, socket_with};
        socket_with(family, kind, SocketFlags::CLOEXEC | SocketFlags::NONBLOCK, None).map_err(number)
    }
    #[cfg(target_vendor = "apple")]
    {
        let fd = rustix::net::socket(family, kind, None).map_err(number)?;
        quiet(&fd).map_err(number)?;
        Ok(fd)
    }
}

/// Makes a descriptor not block, and not be inherited.
#[cfg(target_vendor = "apple")]
fn quiet(fd: &OwnedFd) -> Result<(), rustix::io::Errno> {
    rustix::io::ioctl_fionbio(fd, true)?;
    rustix::io::fcntl_setfd(fd, rustix::io::FdFlags::CLOEXEC)
}

fn accept_quiet(fd: BorrowedFd<'_>) -> Result<(OwnedFd, Option<SocketAddrAny>), rustix::io::Errno> {
    #[cfg(not(target_vendor = "apple"))]
    {
        use rustix::net::{SocketFlags, acceptfrom_with};
        acceptfrom_with(fd, SocketFlags::CLOEXEC | SocketFlags::NONBLOCK)
    }
    #[cfg(target_vendor = "apple")]
    {
        let (fd, peer) = rustix::net::acceptfrom(fd)?;
        quiet(&fd)?;
        Ok((fd, peer))
    }
}

/// What Go sets on connections: small writes go out at once, and dead peers are noticed. Connections inherit it from the
/// socket that accepts them, so it costs nothing per connection.
fn tune(fd: BorrowedFd<'_>) {
    // A system that lacks one of these has a slower or more patient connection.
    let _ = sockopt::set_tcp_nodelay(fd, true);
    let _ = sockopt::set_socket_keepalive(fd, true);
    #[cfg(target_os = "linux")]
    {
        let _ = sockopt::set_tcp_keepidle(fd, KEEP_ALIVE);
        let _ = sockopt::set_tcp_keepintvl(fd, KEEP_ALIVE);
        let _ = sockopt::set_tcp_keepcnt(fd, 9);
    }
}

/// A socket that listens at an address, or for messages is bound to it.
pub(super) fn listen_at(
    handles: &mut Handles,
    reactor: &Reactor,
    kind: SocketKind,
    address: &Address,
) -> Result<Handle, Errno> {
    let family = family(address)?;
    let fd = socket(family, kind.system())?;
    if family == AddressFamily::INET6 {
        // "Any address" is any of both families.
        let any = matches!(address, Address::Inet(SocketAddr::V6(v6)) if v6.ip().is_unspecified());
        sockopt::set_ipv6_v6only(&fd, !any).map_err(number)?;
    }
    if kind == SocketKind::Stream && family != AddressFamily::UNIX {
        sockopt::set_socket_reuseaddr(&fd, true).map_err(number)?;
        tune(fd.as_fd());
    }
    if kind == SocketKind::Datagram && family != AddressFamily::UNIX {
        sockopt::set_socket_broadcast(&fd, true).map_err(number)?;
    }
    bind(&fd, &system(address)?).map_err(number)?;
    if kind != SocketKind::Datagram {
        listen(&fd, BACKLOG).map_err(number)?;
    }
    handles.add_polled(reactor, fd, Kind::Socket, true)
}

/// Begins to connect. `local` is the address to connect from, if that matters.
pub(super) fn connect_to(
    handles: &mut Handles,
    reactor: &Reactor,
    kind: SocketKind,
    local: &Address,
    to: &Address,
) -> Result<Handle, Errno> {
    let fd = socket(family(to)?, kind.system())?;
    if *local != Address::None {
        bind(&fd, &system(local)?).map_err(number)?;
    }
    if kind == SocketKind::Stream && matches!(to, Address::Inet(_)) {
        tune(fd.as_fd());
    }
    let connected = match connect(&fd, &system(to)?) {
        Ok(()) => true,
        Err(rustix::io::Errno::INPROGRESS | rustix::io::Errno::INTR) => false,
        Err(error) => return Err(number(error)),
    };
    let kind = if kind == SocketKind::Stream { Kind::Stream } else { Kind::Socket };
    handles.add_polled(reactor, fd, kind, connected)
}

/// Whether a connection that was begun is there.
pub(super) fn connected(handles: &mut Handles, handle: Handle) -> Result<(), Errno> {
    if !handles.is_ready(handle, Direction::Write)? {
        return Err(libc::EAGAIN);
    }
    match sockopt::socket_error(handles.fd(handle)?) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) | Err(error) => Err(number(error)),
    }
}

/// Takes a connection that waits to be accepted, and its peer's address.
pub(super) fn accept(
    handles: &mut Handles,
    reactor: &Reactor,
    handle: Handle,
) -> Result<(Handle, Address), Errno> {
    loop {
        match handles.attempt(handle, Direction::Read, accept_quiet) {
            Ok((fd, peer)) => {
                let peer = peer.map_or(Address::None, ours);
                let unix = !matches!(peer, Address::Inet(_));
                let packets = unix && sockopt::socket_type(&fd) == Ok(SocketType::SEQPACKET);
                let kind = if packets { Kind::Socket } else { Kind::Stream };
                return Ok((handles.add_polled(reactor, fd, kind, true)?, peer));
            }
            // Who wanted to connect has given up.
            Err(libc::ECONNABORTED) => {}
            Err(errno) => return Err(errno),
        }
    }
}

/// Takes a message, and its sender's address.
pub(super) fn receive_from(
    handles: &mut Handles,
    handle: Handle,
    buffer: &mut [u8],
) -> Result<(usize, Address), Errno> {
    let receive = |fd: BorrowedFd<'_>| recvfrom(fd, &mut *buffer, RecvFlags::empty());
    let (n, _, from) = handles.attempt(handle, Direction::Read, receive)?;
    Ok((n, from.map_or(Address::None, ours)))
}

/// Sends a message.
pub(super) fn send_to(
    handles: &mut Handles,
    handle: Handle,
    bytes: &[u8],
    to: &Address,
) -> Result<usize, Errno> {
    let to = system(to)?;
    handles.attempt(handle, Direction::Write, |fd| sendto(fd, bytes, QUIET, &to))
}

/// The addresses of both ends.
pub(super) fn addresses(handles: &mut Handles, handle: Handle) -> Result<(Address, Address), Errno> {
    let fd = handles.fd(handle)?;
    let local = getsockname(fd).map_err(number)?;
    let peer = getpeername(fd).ok().flatten();
    Ok((ours(local), peer.map_or(Address::None, ours)))
}

/// Whether any of the handles is connected to what is not the program's own.
pub(super) fn reach_outside(handles: &Handles, asked: &[Handle]) -> bool {
    let mut locals = HashSet::new();
    let mut peers = Vec::new();
    for (handle, fd, kind) in handles.polled() {
        let is_asked = asked.contains(&handle);
        match kind {
            Kind::Pipe | Kind::Socket => {}
            Kind::Device if is_asked => return true,
            Kind::Device => {}
            Kind::Stream => {
                locals.extend(getsockname(fd).map(ours));
                if is_asked {
                    peers.push(getpeername(fd).ok().flatten().map_or(Address::None, ours));
                }
            }
        }
    }
    asked.contains(&Handle::STDIN) || peers.iter().any(|peer| !locals.contains(peer))
}

/// Whether an operation in one direction would not block: asked of the system, which knows better than what the reactor has said.
pub(super) fn ready(handles: &mut Handles, handle: Handle, direction: Direction) -> Result<(), Errno> {
    let flags = match direction {
        Direction::Read => PollFlags::IN,
        Direction::Write => PollFlags::OUT,
    };
    handles.attempt(handle, direction, |fd| {
        let mut fds = [PollFd::from_borrowed_fd(fd, flags)];
        let count = rustix::event::poll(&mut fds, Some(&rustix::event::Timespec::default()))?;
        if count == 0 { Err(rustix::io::Errno::AGAIN) } else { Ok(()) }
    })
}

/// Ends one direction of a connection.
pub(super) fn shutdown(handles: &mut Handles, handle: Handle, direction: Direction) -> Result<(), Errno> {
    let how = match direction {
        Direction::Read => Shutdown::Read,
        Direction::Write => Shutdown::Write,
    };
    rustix::net::shutdown(handles.fd(handle)?, how).map_err(number)
}

/// Sets an option of a socket.
pub(super) fn set_option(handles: &mut Handles, handle: Handle, option: SocketOption) -> Result<(), Errno> {
    let fd = handles.fd(handle)?;
    match option {
        SocketOption::NoDelay(on) => sockopt::set_tcp_nodelay(fd, on),
        SocketOption::KeepAlive(on) => sockopt::set_socket_keepalive(fd, on),
        SocketOption::KeepAlivePeriod(seconds) => {
            let period = Duration::from_secs(seconds);
            #[cfg(target_os = "linux")]
            let result = sockopt::set_tcp_keepidle(fd, period).and(sockopt::set_tcp_keepintvl(fd, period));
            #[cfg(not(target_os = "linux"))]
            let result = sockopt::set_tcp_keepintvl(fd, period);
            result
        }
        SocketOption::Linger(seconds) => sockopt::set_socket_linger(fd, seconds.map(Duration::from_secs)),
        SocketOption::ReadBuffer(bytes) => sockopt::set_socket_recv_buffer_size(fd, bytes),
        SocketOption::WriteBuffer(bytes) => sockopt::set_socket_send_buffer_size(fd, bytes),
    }
    .map_err(number)
}

impl SocketKind {
    fn system(self) -> SocketType {
        match self {
            SocketKind::Stream => SocketType::STREAM,
            SocketKind::Datagram => SocketType::DGRAM,
            SocketKind::Packets => SocketType::SEQPACKET,
        }
    }
}
