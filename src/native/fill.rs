//! New strings and byte slices whose length is known before their bytes are written.

use super::{NativeCx, SliceRef, Unwind};
use crate::heap::Str;

/// Room for the bytes of a new string, filled from its start.
pub struct Filler<'a> {
    rest: &'a mut [u8],
}

impl Filler<'_> {
    /// Writes the next bytes. What does not fit is left out: the caller has counted.
    #[inline]
    pub fn push(&mut self, bytes: &[u8]) {
        debug_assert!(bytes.len() <= self.rest.len(), "more bytes than were announced");
        let len = bytes.len().min(self.rest.len());
        let (place, rest) = std::mem::take(&mut self.rest).split_at_mut(len);
        place.copy_from_slice(&bytes[..len]);
        self.rest = rest;
    }
}

/// Writes the next result, a new string of `len` bytes that `fill` writes.
///
/// # Errors
/// Out of memory.
pub fn ret_str(cx: &mut NativeCx<'_>, len: u64, fill: impl FnOnce(&mut Filler<'_>)) -> Result<(), Unwind> {
    if len == 0 {
        cx.ret_str_raw(0, 0);
        return Ok(());
    }
    let addr = alloc(cx, len, fill)?;
    cx.ret_str_raw(addr, len);
    Ok(())
}

/// Writes the next result, a new `[]byte` of `len` bytes that `fill` writes; not nil, also when empty.
///
/// # Errors
/// Out of memory.
pub fn ret_bytes(cx: &mut NativeCx<'_>, len: u64, fill: impl FnOnce(&mut Filler<'_>)) -> Result<(), Unwind> {
    let addr = alloc(cx, len, fill)?;
    cx.ret_slice(SliceRef { addr, len, cap: len });
    Ok(())
}

/// Go's limit on the bytes of one allocation (48-bit addresses).
const MAX_ALLOC: u64 = 1 << 48;

fn alloc(cx: &mut NativeCx<'_>, len: u64, fill: impl FnOnce(&mut Filler<'_>)) -> Result<u64, Unwind> {
    if len > MAX_ALLOC {
        return Err(cx.throw("makeslice: len out of range"));
    }
    let addr = cx.heap().alloc_noscan(len)?;
    fill(&mut Filler { rest: cx.mem().bytes_mut(addr, len) });
    cx.charge(len >> 6);
    Ok(addr)
}

/// Writes the next result, a string with these bytes; a single ASCII character needs no memory.
///
/// # Errors
/// Out of memory.
#[inline]
pub fn ret_short_str(cx: &mut NativeCx<'_>, bytes: &[u8]) -> Result<(), Unwind> {
    let s = Str::new(cx.heap(), bytes)?;
    cx.ret_str_raw(s.ptr(), s.len());
    Ok(())
}

/// Writes the next result, a position as Go has it: -1 for none.
#[inline]
pub fn ret_position(cx: &mut NativeCx<'_>, position: Option<usize>) {
    cx.ret_int(position.map_or(-1, |at| at as i64));
}
