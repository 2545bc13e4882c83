//! The native half of hashes and checksums: what they do with whole blocks. What is written, and kept until there is a
//! block, is the language's business (`stdlib/crypto/internal/block`).

mod aes;
mod bytes;
mod constants;
mod sums;

use super::{Done, Mem, NativeCx, NativeResult, Row, SliceRef};
use constants::MD5;

/// The functions without body of `stdlib/crypto` and `stdlib/hash`.
pub const TABLE: &[Row] = &[
    ("crypto/internal/fips140/aes.cbcDecrypt", aes::cbc_decrypt),
    ("crypto/internal/fips140/aes.cbcEncrypt", aes::cbc_encrypt),
    ("crypto/internal/fips140/aes.counter", aes::counter),
    ("crypto/internal/fips140/aes.decrypt", aes::decrypt),
    ("crypto/internal/fips140/aes.encrypt", aes::encrypt),
    ("crypto/internal/fips140/aes.gcmCounter", aes::gcm_counter),
    ("crypto/internal/fips140/aes/gcm.Hash", aes::ghash),
    ("crypto/internal/fips140/alias.InexactOverlap", bytes::inexact_overlap),
    ("crypto/internal/fips140/alias.AnyOverlap", bytes::any_overlap),
    ("crypto/internal/block.Keccak", keccak),
    ("crypto/internal/block.MD5", md5),
    ("crypto/internal/block.SHA1", sha1),
    ("crypto/internal/block.SHA256", sha256),
    ("crypto/internal/block.SHA512", sha512),
    ("crypto/subtle.compare", bytes::compare),
    ("crypto/subtle.xor", bytes::xor),
    ("hash/adler32.update", sums::adler32),
    ("hash/crc32.update", sums::crc32),
    ("hash/crc32.updateIEEE", sums::crc32_ieee),
    ("hash/crc64.update", sums::crc64),
    ("hash/fnv.mix", sums::fnv1),
    ("hash/fnv.mixA", sums::fnv1a),
    ("hash/maphash.words", sums::maphash),
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
    cx.charge(data.len() as u64 >> 5);
    let mem = cx.mem();
    let mut h: [u32; 5] = words(mem, state);
    sha1::block_api::compress(&mut h, data.as_chunks().0);
    put(mem, state, h);
    Ok(Done)
}

/// `func SHA256(h []uint32, p []byte)`: h has 8 words, p whole blocks.
fn sha256(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 5);
    let mem = cx.mem();
    let mut h: [u32; 8] = words(mem, state);
    sha2::block_api::compress256(&mut h, data.as_chunks().0);
    put(mem, state, h);
    Ok(Done)
}

/// `func SHA512(h []uint64, p []byte)`: h has 8 words, p whole blocks of 128 bytes.
fn sha512(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, data) = (cx.slice(), cx.bytes());
    cx.charge(data.len() as u64 >> 4);
    let mem = cx.mem();
    let mut h: [u64; 8] = std::array::from_fn(|i| mem.u64(state.addr + 8 * i as u64));
    sha2::block_api::compress512(&mut h, data.as_chunks().0);
    for (i, word) in (0..).zip(h) {
        mem.set_u64(state.addr + 8 * i, word);
    }
    Ok(Done)
}

/// The places of the lanes on the way round that Keccak moves them, and by how much it turns each.
const ROUND_TRIP: [(usize, u32); 24] = {
    let mut way = [(0, 0); 24];
    let (mut x, mut y, mut t) = (1, 0, 0);
    while t < 24 {
        (x, y) = (y, (2 * x + 3 * y) % 5);
        way[t] = (x + 5 * y, (t as u32 + 1) * (t as u32 + 2) / 2 % 64);
        t += 1;
    }
    way
};

/// The constants of Keccak's rounds: bits of a shift register.
const ROUNDS: [u64; 24] = {
    let mut constants = [0; 24];
    let (mut register, mut i) = (1u8, 0);
    while i < 24 {
        let mut j = 0;
        while j < 7 {
            if register & 1 == 1 {
                constants[i] ^= 1 << ((1u64 << j) - 1);
            }
            register = (register << 1) ^ if register & 0x80 == 0 { 0 } else { 0x71 };
            j += 1;
        }
        i += 1;
    }
    constants
};

/// `func Keccak(a []uint64)`: the permutation of 25 words, 24 rounds.
fn keccak(cx: &mut NativeCx<'_>) -> NativeResult {
    let state = cx.slice();
    cx.charge(8);
    let mem = cx.mem();
    let mut a: [u64; 25] = std::array::from_fn(|i| mem.u64(state.addr + 8 * i as u64));
    for constant in ROUNDS {
        let c: [u64; 5] = std::array::from_fn(|x| a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20]);
        let d: [u64; 5] = std::array::from_fn(|x| c[(x + 4) % 5] ^ c[(x + 1) % 5].rotate_left(1));
        for row in a.as_chunks_mut::<5>().0 {
            for (word, d) in row.iter_mut().zip(d) {
                *word ^= d;
            }
        }
        let mut lane = a[1];
        for (place, turn) in ROUND_TRIP {
            (a[place], lane) = (lane.rotate_left(turn), a[place]);
        }
        for row in a.as_chunks_mut::<5>().0 {
            let [p, q, r, s, t] = *row;
            *row = [p ^ !q & r, q ^ !r & s, r ^ !s & t, s ^ !t & p, t ^ !p & q];
        }
        a[0] ^= constant;
    }
    for (i, word) in (0..).zip(a) {
        mem.set_u64(state.addr + 8 * i, word);
    }
    Ok(Done)
}
