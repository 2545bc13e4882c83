//! Checksums.

use super::super::{Done, NativeCx, NativeResult};

/// `func update(crc uint32, tab []uint32, p []byte) uint32`
pub fn crc32(cx: &mut NativeCx<'_>) -> NativeResult {
    let (mut crc, table, data) = (cx.uint() as u32, cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 4);
    let mem = cx.mem();
    let table: [u32; 256] = std::array::from_fn(|i| mem.u32(table.addr + 4 * i as u64));
    for byte in data {
        crc = table[usize::from(crc as u8 ^ byte)] ^ crc >> 8;
    }
    cx.ret_uint(u64::from(crc));
    Ok(Done)
}

/// `func updateIEEE(crc uint32, p []byte) uint32`: with the polynomial that everybody uses.
pub fn crc32_ieee(cx: &mut NativeCx<'_>) -> NativeResult {
    let (crc, data) = (cx.uint() as u32, cx.bytes());
    cx.charge(data.len() as u64 >> 7);
    let mut sum = crc32fast::Hasher::new_with_initial(crc);
    sum.update(data);
    cx.ret_uint(u64::from(sum.finalize()));
    Ok(Done)
}

/// `func update(crc uint64, tab []uint64, p []byte) uint64`
pub fn crc64(cx: &mut NativeCx<'_>) -> NativeResult {
    let (mut crc, table, data) = (cx.uint(), cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 4);
    let mem = cx.mem();
    let table: [u64; 256] = std::array::from_fn(|i| mem.u64(table.addr + 8 * i as u64));
    for byte in data {
        crc = table[usize::from(crc as u8 ^ byte)] ^ crc >> 8;
    }
    cx.ret_uint(crc);
    Ok(Done)
}

/// `func update(sum uint32, p []byte) uint32`
pub fn adler32(cx: &mut NativeCx<'_>) -> NativeResult {
    /// The largest prime below 2^16, and how many bytes can be added before a sum overflows.
    const MOD: u32 = 65521;
    const MOST: usize = 5552;
    let (sum, data) = (cx.uint() as u32, cx.bytes());
    cx.charge(data.len() as u64 >> 5);
    let (mut a, mut b) = (sum & 0xffff, sum >> 16);
    for part in data.chunks(MOST) {
        for byte in part {
            a += u32::from(*byte);
            b += a;
        }
        (a, b) = (a % MOD, b % MOD);
    }
    cx.ret_uint(u64::from(b << 16 | a));
    Ok(Done)
}

/// `func mix(hash, prime uint64, data []byte) uint64`
pub fn fnv1(cx: &mut NativeCx<'_>) -> NativeResult {
    fnv(cx, |hash, prime, byte| hash.wrapping_mul(prime) ^ byte)
}

/// `func mixA(hash, prime uint64, data []byte) uint64`
pub fn fnv1a(cx: &mut NativeCx<'_>) -> NativeResult {
    fnv(cx, |hash, prime, byte| (hash ^ byte).wrapping_mul(prime))
}

fn fnv(cx: &mut NativeCx<'_>, step: impl Fn(u64, u64, u64) -> u64) -> NativeResult {
    let (hash, prime, data) = (cx.uint(), cx.uint(), cx.bytes());
    cx.charge(data.len() as u64 >> 4);
    let hash = data.iter().fold(hash, |hash, &byte| step(hash, prime, u64::from(byte)));
    cx.ret_uint(hash);
    Ok(Done)
}

/// `func words(state uint64, b []byte) uint64`: takes whole words into the state; the language mixes the rest likewise.
pub fn maphash(cx: &mut NativeCx<'_>) -> NativeResult {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    const ADDED: u64 = 0xd6e8_feb8_6659_fd93;
    let (state, data) = (cx.uint(), cx.bytes());
    cx.charge(data.len() as u64 >> 6);
    let state = data.as_chunks().0.iter().fold(state, |state, word| {
        let product = u128::from(state ^ u64::from_le_bytes(*word)) * u128::from(FACTOR);
        (product >> 64) as u64 ^ product as u64 ^ ADDED
    });
    cx.ret_uint(state);
    Ok(Done)
}
