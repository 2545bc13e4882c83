//! The native half of package encoding/binary: numbers as bytes in an order, and values of fixed size by their run-time
//! types.
//!
//! Invariant: what is an error, or needs a method of the program's own order, is left to the half in the language.

use super::buffer::appended;
use super::{Done, Iface, Mem, NativeCx, NativeResult, Row, Thrown, Unwind};
use crate::heap::{IfaceWord, Kind, RTypeId, RTypes};

/// The functions without body of `stdlib/encoding/binary`.
pub const TABLE: &[Row] = &[
    ("encoding/binary.bigEndian.AppendUint16", append_number::<2, true>),
    ("encoding/binary.bigEndian.AppendUint32", append_number::<4, true>),
    ("encoding/binary.bigEndian.AppendUint64", append_number::<8, true>),
    ("encoding/binary.bigEndian.PutUint16", put_number::<2, true>),
    ("encoding/binary.bigEndian.PutUint32", put_number::<4, true>),
    ("encoding/binary.bigEndian.PutUint64", put_number::<8, true>),
    ("encoding/binary.bigEndian.Uint16", number::<2, true>),
    ("encoding/binary.bigEndian.Uint32", number::<4, true>),
    ("encoding/binary.bigEndian.Uint64", number::<8, true>),
    ("encoding/binary.littleEndian.AppendUint16", append_number::<2, false>),
    ("encoding/binary.littleEndian.AppendUint32", append_number::<4, false>),
    ("encoding/binary.littleEndian.AppendUint64", append_number::<8, false>),
    ("encoding/binary.littleEndian.PutUint16", put_number::<2, false>),
    ("encoding/binary.littleEndian.PutUint32", put_number::<4, false>),
    ("encoding/binary.littleEndian.PutUint64", put_number::<8, false>),
    ("encoding/binary.littleEndian.Uint16", number::<2, false>),
    ("encoding/binary.littleEndian.Uint32", number::<4, false>),
    ("encoding/binary.littleEndian.Uint64", number::<8, false>),
    ("encoding/binary.AppendUvarint", append_uvarint),
    ("encoding/binary.PutUvarint", put_uvarint),
    ("encoding/binary.Uvarint", uvarint),
    ("encoding/binary.appendPlain", append_plain),
    ("encoding/binary.decodePlain", decode_plain),
    ("encoding/binary.plainSize", plain_size),
];

/// The bytes of a number, lowest first or highest first.
#[inline]
fn to_bytes<const N: usize, const BIG: bool>(n: u64) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(&n.to_le_bytes()[..N]);
    if BIG {
        bytes.reverse();
    }
    bytes
}

#[inline]
fn from_bytes(bytes: &[u8], big: bool) -> u64 {
    let mut word = [0; 8];
    word[..bytes.len()].copy_from_slice(bytes);
    if big { u64::from_be_bytes(word) >> (64 - 8 * bytes.len()) } else { u64::from_le_bytes(word) }
}

/// The panic of `b[n-1]`.
#[cold]
fn too_short(n: usize, len: u64) -> Unwind {
    Thrown::index_out_of_range(n as u64 - 1, len).into()
}

fn number<const N: usize, const BIG: bool>(cx: &mut NativeCx<'_>) -> NativeResult {
    let b = cx.bytes();
    match b.get(..N) {
        Some(bytes) => cx.ret_uint(from_bytes(bytes, BIG)),
        None => return Err(too_short(N, b.len() as u64)),
    }
    Ok(Done)
}

fn put_number<const N: usize, const BIG: bool>(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, n) = (cx.slice(), cx.uint());
    if b.len < N as u64 {
        return Err(too_short(N, b.len));
    }
    cx.mem().bytes_mut(b.addr, N as u64).copy_from_slice(&to_bytes::<N, BIG>(n));
    Ok(Done)
}

fn append_number<const N: usize, const BIG: bool>(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, n) = (cx.slice(), cx.uint());
    let to = appended(cx, b, &to_bytes::<N, BIG>(n))?;
    cx.ret_slice(to);
    Ok(Done)
}

/// `func Uvarint(buf []byte) (uint64, int)`
fn uvarint(cx: &mut NativeCx<'_>) -> NativeResult {
    const LONGEST: usize = 10;
    let b = cx.bytes();
    let (mut n, mut read) = (0u64, 0i64);
    for (i, &byte) in b.iter().enumerate() {
        if i == LONGEST || i == LONGEST - 1 && (2..0x80).contains(&byte) {
            // It does not fit 64 bits; as many bytes were looked at.
            (n, read) = (0, -(i as i64 + 1));
            break;
        }
        n |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            read = i as i64 + 1;
            break;
        }
    }
    cx.ret_uint(if read == 0 { 0 } else { n });
    cx.ret_int(read);
    Ok(Done)
}

/// Seven bits a byte, the lowest first: the bytes, and how many.
fn varint(mut n: u64) -> ([u8; 10], usize) {
    let (mut bytes, mut len) = ([0; 10], 0);
    while n >= 0x80 {
        bytes[len] = n as u8 | 0x80;
        n >>= 7;
        len += 1;
    }
    bytes[len] = n as u8;
    (bytes, len + 1)
}

/// `func AppendUvarint(buf []byte, x uint64) []byte`
fn append_uvarint(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, n) = (cx.slice(), cx.uint());
    let (bytes, len) = varint(n);
    let to = appended(cx, b, &bytes[..len])?;
    cx.ret_slice(to);
    Ok(Done)
}

/// `func PutUvarint(buf []byte, x uint64) int`: what there is room for is written before it panics.
fn put_uvarint(cx: &mut NativeCx<'_>) -> NativeResult {
    let (b, n) = (cx.slice(), cx.uint());
    let (bytes, len) = varint(n);
    let fits = (b.len as usize).min(len);
    if fits > 0 {
        cx.mem().bytes_mut(b.addr, fits as u64).copy_from_slice(&bytes[..fits]);
    }
    if fits < len {
        return Err(Thrown::index_out_of_range(b.len, b.len).into());
    }
    cx.ret_uint(len as u64);
    Ok(Done)
}

/// How many bytes a value of a type takes; nothing if that is not the same for all.
fn size_of(types: &RTypes, ty: RTypeId) -> Option<u64> {
    let t = types.get(ty);
    match t.kind {
        Kind::Bool
        | Kind::Int8
        | Kind::Uint8
        | Kind::Int16
        | Kind::Uint16
        | Kind::Int32
        | Kind::Uint32
        | Kind::Int64
        | Kind::Uint64
        | Kind::Float32
        | Kind::Float64
        | Kind::Complex64
        | Kind::Complex128 => Some(t.size),
        Kind::Array => size_of(types, t.elem)?.checked_mul(t.len),
        Kind::Struct => t.fields.iter().try_fold(0u64, |sum, f| sum.checked_add(size_of(types, f.ty)?)),
        _ => None,
    }
}

/// A value that an interface holds, or points to.
struct Data {
    ty: RTypeId,
    /// Where it lies; or its register form, if it lies nowhere.
    at: Result<u64, u64>,
    count: u64,
}

/// What is to be written: what the interface holds, points to, or the elements of the slice that is. Nothing if it is nil.
fn data(types: &RTypes, mem: Mem, x: Iface) -> Option<Data> {
    let mut t = types.get(x.ty);
    let mut at = if t.iface_word == IfaceWord::Boxed { Ok(x.word) } else { Err(x.word) };
    if t.kind == Kind::Pointer {
        if x.word == 0 {
            return None;
        }
        (t, at) = (types.get(t.elem), Ok(x.word));
    }
    if t.kind == Kind::Slice {
        let slice = at.map(|addr| mem.slice(addr)).ok()?;
        return Some(Data { ty: t.elem, at: Ok(slice.addr), count: slice.len });
    }
    (x.ty != RTypeId::NIL).then_some(Data { ty: t.id, at, count: 1 })
}

/// `func plainSize(data any, target bool) int`: how many bytes what data holds or points to takes; -1 if it has no fixed size, or
/// cannot be read to and shall be.
fn plain_size(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, target) = (cx.iface(), cx.bool());
    let (mem, types) = (cx.mem(), cx.rtypes());
    let fits = !target || matches!(types.get(x.ty).kind, Kind::Pointer | Kind::Slice);
    let data = data(types, mem, x).filter(|_| fits);
    let size = data.and_then(|d| size_of(types, d.ty)?.checked_mul(d.count));
    let size = size.map_or(-1, |n| n as i64);
    cx.ret_int(size);
    Ok(Done)
}

/// `func appendPlain(buf []byte, big bool, data any) []byte`: data has a fixed size.
fn append_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buf, big, x) = (cx.slice(), cx.bool(), cx.iface());
    let (mem, types) = (cx.mem(), cx.rtypes());
    let mut out = Vec::new();
    if let Some(d) = data(types, mem, x) {
        match d.at {
            Ok(addr) => Writer { types, mem, big, out: &mut out }.values(d.ty, addr, d.count),
            Err(word) => put_word(&mut out, word, types.get(d.ty).size as usize, big),
        }
    }
    cx.charge(out.len() as u64 >> 4);
    let to = appended(cx, buf, &out)?;
    cx.ret_slice(to);
    Ok(Done)
}

#[inline]
fn put_word(out: &mut Vec<u8>, word: u64, size: usize, big: bool) {
    let bytes = word.to_le_bytes();
    let at = out.len();
    out.extend_from_slice(&bytes[..size]);
    if big {
        out[at..].reverse();
    }
}

struct Writer<'a> {
    types: &'a RTypes,
    mem: Mem,
    big: bool,
    out: &'a mut Vec<u8>,
}

/// The size of the numbers that a value of this type is made of, without anything between; nothing if it is made of others.
fn part_size(kind: Kind, size: u64) -> Option<usize> {
    match kind {
        Kind::Bool | Kind::Array | Kind::Struct => None,
        Kind::Complex64 | Kind::Complex128 => Some(size as usize / 2),
        _ => Some(size as usize),
    }
}

impl Writer<'_> {
    fn values(&mut self, ty: RTypeId, addr: u64, count: u64) {
        let t = self.types.get(ty);
        if let Some(part) = part_size(t.kind, t.size) {
            let bytes = if count == 0 { &[] } else { self.mem.bytes(addr, t.size * count) };
            let at = self.out.len();
            self.out.extend_from_slice(bytes);
            if self.big {
                turn(&mut self.out[at..], part);
            }
            return;
        }
        for i in 0..count {
            let addr = addr + i * t.size;
            match t.kind {
                Kind::Bool => self.out.push(u8::from(self.mem.u8(addr) != 0)),
                Kind::Array => self.values(t.elem, addr, t.len),
                _ => {
                    for f in &t.fields {
                        if &*f.name == "_" {
                            let blank = size_of(self.types, f.ty).unwrap_or(0) as usize;
                            self.out.resize(self.out.len() + blank, 0);
                        } else {
                            self.values(f.ty, addr + f.off, 1);
                        }
                    }
                }
            }
        }
    }
}

/// Turns the bytes of each number around.
fn turn(bytes: &mut [u8], part: usize) {
    match part {
        2 => bytes.chunks_exact_mut(2).for_each(<[u8]>::reverse),
        4 => bytes.chunks_exact_mut(4).for_each(<[u8]>::reverse),
        8 => bytes.chunks_exact_mut(8).for_each(<[u8]>::reverse),
        _ => {}
    }
}

/// `func decodePlain(buf []byte, big bool, data any) bool`: writes to what data points to, or the elements of the slice that it
/// is, which takes no more bytes than there are. False, and nothing is written, if there are fields that cannot be set.
fn decode_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (buf, big, x) = (cx.bytes(), cx.bool(), cx.iface());
    let (mem, types) = (cx.mem(), cx.rtypes());
    let target = data(types, mem, x).filter(|d| can_be_set(types, d.ty));
    let done = match target {
        Some(Data { ty, at: Ok(addr), count }) => {
            // What is read may be what is written to.
            Reader { types, mem, big, rest: &buf.to_vec() }.values(ty, addr, count);
            true
        }
        _ => false,
    };
    cx.charge(buf.len() as u64 >> 4);
    cx.ret_bool(done);
    Ok(Done)
}

/// Whether package reflect can set all fields but blank ones.
fn can_be_set(types: &RTypes, ty: RTypeId) -> bool {
    let t = types.get(ty);
    match t.kind {
        Kind::Array => can_be_set(types, t.elem),
        Kind::Struct => t.fields.iter().all(|f| &*f.name == "_" || f.exported && can_be_set(types, f.ty)),
        _ => true,
    }
}

struct Reader<'a> {
    types: &'a RTypes,
    mem: Mem,
    big: bool,
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, n: u64) -> &'a [u8] {
        let (taken, rest) = self.rest.split_at((n as usize).min(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn values(&mut self, ty: RTypeId, addr: u64, count: u64) {
        let t = self.types.get(ty);
        if let Some(part) = part_size(t.kind, t.size) {
            let bytes = self.take(t.size * count);
            if !bytes.is_empty() {
                let to = self.mem.bytes_mut(addr, bytes.len() as u64);
                to.copy_from_slice(bytes);
                if self.big {
                    turn(to, part);
                }
            }
            return;
        }
        for i in 0..count {
            let addr = addr + i * t.size;
            match t.kind {
                Kind::Bool => {
                    let set = self.take(1).first().is_some_and(|&b| b != 0);
                    self.mem.set_u8(addr, u8::from(set));
                }
                Kind::Array => self.values(t.elem, addr, t.len),
                _ => {
                    for f in &t.fields {
                        if &*f.name == "_" {
                            let blank = size_of(self.types, f.ty).unwrap_or(0);
                            self.take(blank);
                        } else {
                            self.values(f.ty, addr + f.off, 1);
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_their_bytes_say_in_both_orders() {
        for n in [0u64, 1, 0x0102, 0x0102_0304, 0x0102_0304_0506_0708, u64::MAX] {
            assert_eq!(from_bytes(&to_bytes::<8, true>(n), true), n);
            assert_eq!(from_bytes(&to_bytes::<8, false>(n), false), n);
            assert_eq!(from_bytes(&to_bytes::<4, true>(n), true), n & 0xFFFF_FFFF);
            assert_eq!(from_bytes(&to_bytes::<2, true>(n), false), u64::from((n as u16).swap_bytes()));
        }
    }
}
