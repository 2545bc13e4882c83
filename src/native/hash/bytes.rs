//! What package crypto/subtle does with slices, and which of them share memory.

use super::super::{Done, NativeCx, NativeResult, SliceRef};

/// `func xor(dst, x, y []byte)`: all of the same length; dst may be x or y, or shares nothing with them.
pub fn xor(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, mut x, mut y) = (cx.slice(), cx.slice(), cx.slice());
    cx.charge(dst.len >> 6);
    let mem = cx.mem();
    if dst.addr == y.addr {
        (x, y) = (y, x);
    }
    if dst.addr != x.addr {
        mem.copy(dst.addr, x.addr, dst.len);
    }
    let to = mem.bytes_mut(dst.addr, dst.len);
    if y.addr == dst.addr {
        to.fill(0);
        return Ok(Done);
    }
    for (byte, with) in to.iter_mut().zip(mem.bytes(y.addr, dst.len)) {
        *byte ^= with;
    }
    Ok(Done)
}

/// `func compare(x, y []byte) byte`: bits in which the slices, of the same length, differ somewhere.
pub fn compare(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.bytes(), cx.bytes());
    cx.charge(x.len() as u64 >> 6);
    let differing = x.iter().zip(y).fold(0, |bits, (x, y)| bits | (x ^ y));
    cx.ret_uint(u64::from(differing));
    Ok(Done)
}

fn overlap(x: SliceRef, y: SliceRef) -> bool {
    x.len > 0 && y.len > 0 && x.addr < y.addr + y.len && y.addr < x.addr + x.len
}

/// `func AnyOverlap(x, y []byte) bool`: whether the slices share memory.
pub fn any_overlap(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.slice(), cx.slice());
    cx.ret_bool(overlap(x, y));
    Ok(Done)
}

/// `func InexactOverlap(x, y []byte) bool`: whether the slices share memory, but do not begin at the same byte.
pub fn inexact_overlap(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.slice(), cx.slice());
    cx.ret_bool(overlap(x, y) && x.addr != y.addr);
    Ok(Done)
}
