//! The native half of hashes and checksums: what they do with whole blocks. What is written, and kept until there is a
//! block, is the language's business (`stdlib/crypto/internal/block`).

mod aes;
mod constants;
mod sums;

use super::{Done, Mem, NativeCx, NativeResult, Row, SliceRef};
use constants::{MD5, SHA256, SHA512};

/// The functions without body of `stdlib/crypto` and `stdlib/hash`.
pub const TABLE: &[Row] = &[
    ("crypto/aes.decrypt", aes::decrypt),
    ("crypto/aes.encrypt", aes::encrypt),
    ("crypto/aes.expand", aes::expand),
    ("crypto/cipher.ghash", aes::ghash),
    ("crypto/internal/block.Keccak", keccak),
    ("crypto/internal/block.MD5", md5),
    ("crypto/internal/block.SHA1", sha1),
    ("crypto/internal/block.SHA256", sha256),
    ("crypto/internal/block.SHA512", sha512),
    ("hash/adler32.update", sums::adler32),
    ("hash/crc32.update", sums::crc32),
    ("hash/crc64.update", sums::crc64),
];

/// The state of a hash, an array of words in memory.
fn words<const N: usize>(mem: Mem, state: SliceRef) -> [u32; N] {
    std::array::from_fn(|i| mem.u32(state.addr + 4 * i as u64))
}

/// Adds to the state of a hash.
fn put<const N: usize>(mem: Mem, state: SliceRef, value: [u32; N]) {
    for (i, word) in (0..).zip(value) {
        mem.set_u32(state.addr + 4 * i, word);
    }
}

/// Four bytes, the lowest first or last.
fn word(bytes: &[u8], big: bool) -> u32 {
    let bytes = bytes.try_into().expect("four bytes");
    if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) }
}

/// `func MD5(h []uint32, p []byte)`: h has 4 words, p whole blocks.
fn md5(cx: &mut NativeCx<'_>) -> NativeResult {
    const SHIFTS: [[u32; 4]; 4] = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 3);
    let mem = cx.mem();
    let mut h: [u32; 4] = words(mem, state);
    for block in data.chunks_exact(64) {
        let x: [u32; 16] = std::array::from_fn(|i| word(&block[4 * i..4 * i + 4], false));
        let [mut a, mut b, mut c, mut d] = h;
        for i in 0..64 {
            let (f, g) = match i >> 4 {
                0 => (b & c | !b & d, i),
                1 => (d & b | !d & c, 5 * i + 1),
                2 => (b ^ c ^ d, 3 * i + 5),
                _ => (c ^ (b | !d), 7 * i),
            };
            let f = f.wrapping_add(a).wrapping_add(MD5[i]).wrapping_add(x[g & 15]);
            (a, d, c, b) = (d, c, b, b.wrapping_add(f.rotate_left(SHIFTS[i >> 4][i & 3])));
        }
        for (sum, part) in h.iter_mut().zip([a, b, c, d]) {
            *sum = sum.wrapping_add(part);
        }
    }
    put(mem, state, h);
    Ok(Done)
}

/// `func SHA1(h []uint32, p []byte)`: h has 5 words, p whole blocks.
fn sha1(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 3);
    let mem = cx.mem();
    let mut h: [u32; 5] = words(mem, state);
    let mut w = [0u32; 80];
    for block in data.chunks_exact(64) {
        for i in 0..16 {
            w[i] = word(&block[4 * i..4 * i + 4], true);
        }
        for i in 16..80 {
            w[i] = (w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]).rotate_left(1);
        }
        let [mut a, mut b, mut c, mut d, mut e] = h;
        for (i, w) in w.iter().enumerate() {
            let (f, k) = match i / 20 {
                0 => (b & c | !b & d, 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => (b & c | b & d | c & d, 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6u32),
            };
            let t = a.rotate_left(5).wrapping_add(f).wrapping_add(e).wrapping_add(k).wrapping_add(*w);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, t);
        }
        for (sum, part) in h.iter_mut().zip([a, b, c, d, e]) {
            *sum = sum.wrapping_add(part);
        }
    }
    put(mem, state, h);
    Ok(Done)
}

/// `func SHA256(h []uint32, p []byte)`: h has 8 words, p whole blocks.
fn sha256(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 3);
    let mem = cx.mem();
    let mut h: [u32; 8] = words(mem, state);
    let mut w = [0u32; 64];
    for block in data.chunks_exact(64) {
        for i in 0..16 {
            w[i] = word(&block[4 * i..4 * i + 4], true);
        }
        for i in 16..64 {
            let (x, y) = (w[i - 15], w[i - 2]);
            let s0 = x.rotate_right(7) ^ x.rotate_right(18) ^ x >> 3;
            let s1 = y.rotate_right(17) ^ y.rotate_right(19) ^ y >> 10;
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut i] = h;
        for (k, w) in SHA256.iter().zip(&w) {
            let t1 = i
                .wrapping_add(e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25))
                .wrapping_add(e & f ^ !e & g)
                .wrapping_add(*k)
                .wrapping_add(*w);
            let t2 = (a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22))
                .wrapping_add(a & b ^ a & c ^ b & c);
            (i, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (sum, part) in h.iter_mut().zip([a, b, c, d, e, f, g, i]) {
            *sum = sum.wrapping_add(part);
        }
    }
    put(mem, state, h);
    Ok(Done)
}

/// `func SHA512(h []uint64, p []byte)`: h has 8 words, p whole blocks of 128 bytes.
fn sha512(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 3);
    let mem = cx.mem();
    let mut h: [u64; 8] = std::array::from_fn(|i| mem.u64(state.addr + 8 * i as u64));
    let mut w = [0u64; 80];
    for block in data.chunks_exact(128) {
        for i in 0..16 {
            w[i] = u64::from_be_bytes(block[8 * i..8 * i + 8].try_into().expect("eight bytes"));
        }
        for i in 16..80 {
            let (x, y) = (w[i - 15], w[i - 2]);
            let s0 = x.rotate_right(1) ^ x.rotate_right(8) ^ x >> 7;
            let s1 = y.rotate_right(19) ^ y.rotate_right(61) ^ y >> 6;
            w[i] = w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1);
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut i] = h;
        for (k, w) in SHA512.iter().zip(&w) {
            let t1 = i
                .wrapping_add(e.rotate_right(14) ^ e.rotate_right(18) ^ e.rotate_right(41))
                .wrapping_add(e & f ^ !e & g)
                .wrapping_add(*k)
                .wrapping_add(*w);
            let t2 = (a.rotate_right(28) ^ a.rotate_right(34) ^ a.rotate_right(39))
                .wrapping_add(a & b ^ a & c ^ b & c);
            (i, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(t1), c, b, a, t1.wrapping_add(t2));
        }
        for (sum, part) in h.iter_mut().zip([a, b, c, d, e, f, g, i]) {
            *sum = sum.wrapping_add(part);
        }
    }
    for (i, word) in (0..).zip(h) {
        mem.set_u64(state.addr + 8 * i, word);
    }
    Ok(Done)
}

/// `func Keccak(a []uint64)`: the permutation of 25 words, 24 rounds.
fn keccak(cx: &mut NativeCx<'_>) -> NativeResult {
    let state = cx.slice();
    cx.charge(32);
    let mem = cx.mem();
    let mut a: [u64; 25] = std::array::from_fn(|i| mem.u64(state.addr + 8 * i as u64));
    // The constants of the rounds are bits of a shift register.
    let mut register = 1u8;
    for _ in 0..24 {
        let c: [u64; 5] = std::array::from_fn(|x| a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20]);
        for (i, word) in a.iter_mut().enumerate() {
            *word ^= c[(i + 4) % 5] ^ c[(i + 1) % 5].rotate_left(1);
        }
        let (mut x, mut y, mut lane) = (1, 0, a[1]);
        for t in 0..24u32 {
            (x, y) = (y, (2 * x + 3 * y) % 5);
            let next = a[x + 5 * y];
            a[x + 5 * y] = lane.rotate_left((t + 1) * (t + 2) / 2 % 64);
            lane = next;
        }
        for row in a.chunks_exact_mut(5) {
            let old: [u64; 5] = std::array::from_fn(|i| row[i]);
            for (i, word) in row.iter_mut().enumerate() {
                *word = old[i] ^ !old[(i + 1) % 5] & old[(i + 2) % 5];
            }
        }
        for j in 0..7 {
            if register & 1 == 1 {
                a[0] ^= 1 << ((1 << j) - 1);
            }
            register = (register << 1) ^ if register & 0x80 == 0 { 0 } else { 0x71 };
        }
    }
    for (i, word) in (0..).zip(a) {
        mem.set_u64(state.addr + 8 * i, word);
    }
    Ok(Done)
}
