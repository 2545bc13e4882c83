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
