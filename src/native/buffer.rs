//! Bytes that are appended to what a program holds: the methods of `bytes.Buffer` that write, `strings.Builder.WriteRune`,
//! and `utf8.AppendRune`.
//!
//! Invariant: capacities grow as those of `append` in the language do, since programs can see them.

use super::text::utf8;
use super::{Done, Iface, NativeCx, NativeResult, Row, SliceRef, Unwind};
use crate::heap::{RTypeId, slice};

/// The functions without body of `stdlib/bytes/buffer.pgo` and others that append.
pub const TABLE: &[Row] = &[
    ("bytes.(*Buffer).Write", write),
    ("bytes.(*Buffer).WriteByte", write_byte),
    ("bytes.(*Buffer).WriteRune", write_rune),
    ("bytes.(*Buffer).WriteString", write_string),
    ("strings.(*Builder).WriteRune", builder_write_rune),
    ("unicode/utf8.AppendRune", append_rune),
];

const NO_ERROR: Iface = Iface { ty: RTypeId::NIL, word: 0 };

/// Where the fields of a `bytes.Buffer` lie; the slice is at its start.
const POS: u64 = 24;
const LAST: u64 = 32;
/// The least capacity of a Buffer that is written to.
const FIRST_SIZE: u64 = 64;

/// `append(dst, bytes...)`
pub fn appended(cx: &mut NativeCx<'_>, dst: SliceRef, bytes: &[u8]) -> Result<SliceRef, Unwind> {
    let len = dst.len + bytes.len() as u64;
    let mem = cx.mem();
    let to = if len <= dst.cap {
        SliceRef { len, ..dst }
    } else {
        let Some(cap) = slice::grown_capacity(dst.cap, len, 1, false) else {
            return Err(cx.throw("growslice: len out of range"));
        };
        let addr = cx.heap().alloc_noscan(cap)?;
        if dst.len > 0 {
            mem.copy(addr, dst.addr, dst.len);
        }
        SliceRef { addr, len, cap }
    };
    if !bytes.is_empty() {
        // What is appended may be part of the slice itself.
        mem.copy(to.addr + dst.len, bytes.as_ptr() as u64, bytes.len() as u64);
        cx.charge(bytes.len() as u64 >> 6);
    }
    Ok(to)
}

/// The next argument, a `*bytes.Buffer`, with room for `n` more bytes behind its slice.
#[inline]
fn buffer_with_room(cx: &mut NativeCx<'_>, buffer: u64, n: u64) -> Result<SliceRef, Unwind> {
    let mem = cx.mem();
    let buf = mem.slice(buffer);
    mem.set_i64(buffer + LAST, 0);
    if n <= buf.cap - buf.len { Ok(buf) } else { reserved(cx, buffer, buf, n) }
}

/// Makes room in a Buffer: moves what is unread to its start, or to where there is twice the room.
#[cold]
fn reserved(cx: &mut NativeCx<'_>, buffer: u64, mut buf: SliceRef, n: u64) -> Result<SliceRef, Unwind> {
    let mem = cx.mem();
    let mut pos = mem.u64(buffer + POS);
    if pos != 0 && pos == buf.len {
        (buf.len, pos) = (0, 0);
    }
    let unread = buf.len - pos;
    if n > buf.cap - buf.len {
        if buf.addr == 0 && n <= FIRST_SIZE {
            let addr = cx.heap().alloc_noscan(FIRST_SIZE)?;
            buf = SliceRef { addr, len: 0, cap: FIRST_SIZE };
        } else if n + unread <= buf.cap / 2 {
            // Moving is cheaper than growing; not when less than half would be free.
            mem.copy(buf.addr, buf.addr + pos, unread);
            buf.len = unread;
        } else {
            let cap = slice::rounded_capacity((buf.len + n).max(2 * (buf.cap - pos)), 1, false);
            let addr = cx.heap().alloc_noscan(cap)?;
            if unread > 0 {
                mem.copy(addr, buf.addr + pos, unread);
            }
            cx.charge(unread >> 6);
            buf = SliceRef { addr, len: unread, cap };
        }
        pos = 0;
    }
    mem.set_u64(buffer + POS, pos);
    mem.set_u64(buffer, buf.addr);
    mem.set_u64(buffer + 8, buf.len);
    mem.set_u64(buffer + 16, buf.cap);
    Ok(buf)
}

/// Puts bytes behind what a Buffer holds.
#[inline]
fn push(cx: &mut NativeCx<'_>, buffer: u64, bytes: &[u8]) -> Result<(), Unwind> {
    let n = bytes.len() as u64;
    let buf = buffer_with_room(cx, buffer, n)?;
    let mem = cx.mem();
    if n > 0 {
        mem.copy(buf.addr + buf.len, bytes.as_ptr() as u64, n);
        cx.charge(n >> 6);
    }
    mem.set_u64(buffer + 8, buf.len + n);
    Ok(())
}

fn write(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buffer, bytes) = (cx.non_nil()?, cx.bytes());
    push(cx, buffer, bytes)?;
    cx.ret_uint(bytes.len() as u64);
    cx.ret_iface(NO_ERROR);
    Ok(Done)
}

fn write_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buffer, bytes) = (cx.non_nil()?, cx.str());
    push(cx, buffer, bytes)?;
    cx.ret_uint(bytes.len() as u64);
    cx.ret_iface(NO_ERROR);
    Ok(Done)
}

fn write_byte(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buffer, byte) = (cx.non_nil()?, cx.uint() as u8);
    let buf = buffer_with_room(cx, buffer, 1)?;
    let mem = cx.mem();
    mem.set_u8(buf.addr + buf.len, byte);
    mem.set_u64(buffer + 8, buf.len + 1);
    cx.ret_iface(NO_ERROR);
    Ok(Done)
}

fn write_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buffer, r) = (cx.non_nil()?, cx.rune());
    let mut room = [0; 4];
    let text = utf8::encode(r, &mut room);
    // As Go does it, which shows in the capacity.
    if text.len() > 1 {
        buffer_with_room(cx, buffer, 4)?;
    }
    push(cx, buffer, text)?;
    cx.ret_uint(text.len() as u64);
    cx.ret_iface(NO_ERROR);
    Ok(Done)
}

/// A Builder is the address of itself, once it is used, and the slice.
fn builder_write_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (builder, r) = (cx.non_nil()?, cx.rune());
    let mem = cx.mem();
    match mem.u64(builder) {
        0 => mem.set_u64(builder, builder),
        itself if itself == builder => {}
        _ => return Err(cx.panic_str("strings: illegal use of non-zero Builder copied by value")),
    }
    let mut room = [0; 4];
    let text = utf8::encode(r, &mut room);
    let to = appended(cx, mem.slice(builder + 8), text)?;
    mem.set_u64(builder + 8, to.addr);
    mem.set_u64(builder + 16, to.len);
    mem.set_u64(builder + 24, to.cap);
    cx.ret_uint(text.len() as u64);
    cx.ret_iface(NO_ERROR);
    Ok(Done)
}

fn append_rune(cx: &mut NativeCx<'_>) -> NativeResult {
    let (dst, r) = (cx.slice(), cx.rune());
    let mut room = [0; 4];
    let to = appended(cx, dst, utf8::encode(r, &mut room))?;
    cx.ret_slice(to);
    Ok(Done)
}
