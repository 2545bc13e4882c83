//! The natives of package net: sockets. What can fail gives an error number of the system, 0 for none.
//!
//! An address is a path (of a Unix socket, else empty) and the three words of `vm::io::address_words`.

use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::poll::{handle, settle};
use super::{Block, Done, NativeCx, NativeResult, Row};
use crate::host::{Address, Answer, Direction, Job, SocketKind, SocketOption};
use crate::syscall::SystemCall;
use crate::vm::{Attempt, address_words};

/// The functions without body of `stdlib/net`.
pub const TABLE: &[Row] = &[
    ("net.addresses", addresses),
    ("net.connect", connect),
    ("net.connected", connected),
    ("net.listen", listen),
    ("net.lookupHost", lookup_host),
    ("net.receiveFrom", receive_from),
    ("net.sendTo", send_to),
    ("net.setOption", set_option),
];

/// The next arguments, an address.
fn address(cx: &mut NativeCx<'_>) -> Address {
    let path = cx.str();
    let (hi, lo, port) = (cx.uint(), cx.uint(), cx.uint());
    if !path.is_empty() {
        return Address::Unix(path.to_vec());
    }
    let ip = Ipv6Addr::from_bits(u128::from(hi) << 64 | u128::from(lo));
    let (family, zone) = (port >> 16 & 3, (port >> 32) as u32);
    match (family, ip.to_ipv4_mapped()) {
        (1, Some(v4)) => Address::Inet(SocketAddr::V4(SocketAddrV4::new(v4, port as u16))),
        (2, _) => Address::Inet(SocketAddr::V6(SocketAddrV6::new(ip, port as u16, 0, zone))),
        (_, _) => Address::None,
    }
}

/// Writes the next results, an address.
fn ret_address(cx: &mut NativeCx<'_>, address: &Address) -> Result<(), super::Unwind> {
    match address {
        Address::Unix(path) => cx.ret_str(path)?,
        Address::Inet(_) | Address::None => cx.ret_str_raw(0, 0),
    }
    for word in address_words(address) {
        cx.ret_word(word);
    }
    Ok(())
}

/// The next argument, one of the kinds of `stdlib/net`.
fn kind(cx: &mut NativeCx<'_>) -> SocketKind {
    match cx.int() {
        0 => SocketKind::Stream,
        1 => SocketKind::Datagram,
        _ => SocketKind::Packets,
    }
}

/// `func listen(kind int, path string, hi, lo, port uint64) (handle, errno int)`
fn listen(cx: &mut NativeCx<'_>) -> NativeResult {
    let (kind, address) = (kind(cx), address(cx));
    let result = cx.host().listen(kind, &address);
    cx.ret_uint(result.map_or(0, |handle| handle.0));
    cx.ret_int(result.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func connect(kind int, lpath string, lhi, llo, lport uint64, path string, hi, lo, port uint64) (handle, errno int)`
fn connect(cx: &mut NativeCx<'_>) -> NativeResult {
    let (kind, local, to) = (kind(cx), address(cx), address(cx));
    let result = cx.host().connect(kind, &local, &to);
    cx.ret_uint(result.map_or(0, |handle| handle.0));
    cx.ret_int(result.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func connected(handle int) (errno int)`: waits until the connection is there, or cannot be made.
fn connected(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = handle(cx);
    let result = cx.attempt(handle, Direction::Write, |host| host.connected(handle));
    settle(cx, result.map(|()| []))
}

/// `func addresses(handle int) (lpath string, lhi, llo, lport uint64, path string, hi, lo, port uint64, errno int)`
fn addresses(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = handle(cx);
    let (local, peer, errno) = match cx.host().addresses(handle) {
        Ok((local, peer)) => (local, peer, 0),
        Err(errno) => (Address::None, Address::None, errno),
    };
    ret_address(cx, &local)?;
    ret_address(cx, &peer)?;
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

/// `func receiveFrom(handle int, b []byte) (n int, path string, hi, lo, port uint64, errno int)`
fn receive_from(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, b) = (handle(cx), cx.slice());
    let buffer = cx.mem().bytes_mut(b.addr, b.len);
    let result = cx.attempt(handle, Direction::Read, |host| host.receive_from(handle, buffer));
    let (n, from, errno) = match result {
        Attempt::Done((n, from)) => (n, from, 0),
        Attempt::Failed(errno) => (0, Address::None, errno),
        Attempt::Wait(call) => return Ok(Block(call)),
    };
    cx.ret_uint(n as u64);
    ret_address(cx, &from)?;
    cx.ret_int(errno);
    Ok(Done)
}

/// `func sendTo(handle int, b []byte, path string, hi, lo, port uint64) (n, errno int)`
fn send_to(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, bytes, to) = (handle(cx), cx.bytes(), address(cx));
    let result = cx.attempt(handle, Direction::Write, |host| host.send_to(handle, bytes, &to));
    settle(cx, result.map(|n| [n as u64]))
}

/// `func setOption(handle, option, value int) (errno int)`: the options are the constants of `stdlib/net`.
fn set_option(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, option, value) = (handle(cx), cx.int(), cx.int());
    let amount = u64::try_from(value).ok();
    let option = match option {
        0 => SocketOption::NoDelay(value != 0),
        1 => SocketOption::KeepAlive(value != 0),
        2 => SocketOption::KeepAlivePeriod(amount.unwrap_or(0)),
        3 => SocketOption::Linger(amount),
        4 => SocketOption::ReadBuffer(amount.unwrap_or(0) as usize),
        _ => SocketOption::WriteBuffer(amount.unwrap_or(0) as usize),
    };
    let result = cx.host().set_option(handle, option);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

/// `func lookupHost(name string) (addresses []string, errno int)`: none if the name is not known.
fn lookup_host(cx: &mut NativeCx<'_>) -> NativeResult {
    let name = cx.str();
    let job = || Job::LookupHost(String::from_utf8_lossy(name).into_owned());
    let Some(answer) = cx.answer_to(job) else { return Ok(Block(SystemCall::Offload)) };
    let (addresses, errno) = match answer {
        Answer::Addresses(addresses) => (addresses, 0),
        Answer::Failed(errno) => (Vec::new(), errno),
        _ => (Vec::new(), libc::EIO),
    };
    let texts: Vec<String> = addresses.iter().map(IpAddr::to_string).collect();
    cx.ret_strs(texts.iter().map(String::as_bytes))?;
    cx.ret_int(i64::from(errno));
    Ok(Done)
}
