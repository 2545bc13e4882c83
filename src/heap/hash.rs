//! Hashing of words and bytes: folded multiplication, seeded per heap.
//!
//! Invariant: hashes are used for finding only; no order, no output and no schedule depends on one.

/// Odd constants with bits spread evenly (the fraction of pi).
const K0: u64 = 0x243F_6A88_85A3_08D3;
const K1: u64 = 0x1319_8A2E_0370_7345;
const K2: u64 = 0xA409_3822_299F_31D1;

/// Both halves of the product, folded together: every input bit reaches every output bit.
#[inline(always)]
fn fold(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// The hash of one word. Two multiplications: after one, the hashes of equidistant words (which keys
/// often are) have a structure that makes them collide far more often than chance would.
#[inline(always)]
pub(super) fn word(seed: u64, x: u64) -> u64 {
    fold(fold(x ^ seed, K0), K1)
}

/// The bits of a small number, such as that of a type, all over a word.
#[inline(always)]
pub(super) fn spread(x: u64) -> u64 {
    x.wrapping_mul(K2)
}

/// Adds a word to a hash.
#[inline(always)]
pub(super) fn mix(hash: u64, x: u64) -> u64 {
    fold(hash ^ x, K1)
}

/// The hash of bytes.
#[inline]
pub(super) fn bytes(seed: u64, data: &[u8]) -> u64 {
    let len = data.len();
    let (lo, hi) = match len {
        17.. => return long(seed, data),
        8..=16 => (read8(data, 0), read8(data, len - 8)),
        4..=7 => (read4(data, 0), read4(data, len - 4)),
        1..=3 => (u64::from(data[0]), u64::from(data[len / 2]) << 8 | u64::from(data[len - 1])),
        0 => (0, 0),
    };
    fold(fold(lo ^ seed, hi ^ K2.rotate_left(len as u32)), K1)
}

/// The hash of two words, which is that of their bytes.
#[inline(always)]
pub(super) fn pair(seed: u64, lo: u64, hi: u64) -> u64 {
    fold(fold(lo ^ seed, hi ^ K2.rotate_left(16)), K1)
}

#[inline(never)]
fn long(seed: u64, data: &[u8]) -> u64 {
    let mut hash = fold(seed, K0 ^ data.len() as u64);
    let mut at = 0;
    while at + 16 < data.len() {
        hash = fold(read8(data, at) ^ hash, read8(data, at + 8) ^ K1);
        at += 16;
    }
    let at = data.len() - 16;
    fold(fold(read8(data, at) ^ hash, read8(data, at + 8) ^ K2), K1)
}

#[inline(always)]
fn read8(data: &[u8], at: usize) -> u64 {
    data[at..].first_chunk().map_or(0, |&chunk| u64::from_le_bytes(chunk))
}

#[inline(always)]
fn read4(data: &[u8], at: usize) -> u64 {
    data[at..].first_chunk().map_or(0, |&chunk| u64::from(u32::from_le_bytes(chunk)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::tests::times;
    use std::collections::HashSet;

    /// How many different values the low ten bits of 1,024 hashes take; 647 are expected of a random function.
    fn spread(hash: impl Fn(u64) -> u64) -> usize {
        (0..1024).map(|i| hash(i) & 1023).collect::<HashSet<u64>>().len()
    }

    #[test]
    fn low_bits_spread_whatever_the_seed() {
        for seed in (0..times(200, 1)).map(|i| i.wrapping_mul(0x9E37_79B9_7F4A_7C15)) {
            for stride in [1, 2, 3, 7, 8, 10, 64, 100, 1000, 4096, 65_536, 1 << 32, 1 << 40, 1 << 53] {
                let found = spread(|i| word(seed, i.wrapping_mul(stride)));
                assert!(found > 580, "seed {seed:x}, stride {stride}: {found}");
            }
            for (prefix, suffix) in [("", ""), ("k", ""), ("key-", ""), ("a longer key, number ", " of all")]
            {
                let found = spread(|i| bytes(seed, format!("{prefix}{i}{suffix}").as_bytes()));
                assert!(found > 580, "seed {seed:x}, prefix {prefix}: {found}");
            }
        }
    }

    #[test]
    fn every_byte_and_the_length_count() {
        let mut seen = HashSet::new();
        for len in 0..80 {
            let mut data = vec![7u8; len];
            assert!(seen.insert(bytes(0x5851_F42D_4C95_7F2D, &data)), "{len}");
            for i in 0..len {
                data[i] ^= 1;
                assert!(seen.insert(bytes(0x5851_F42D_4C95_7F2D, &data)), "{len} {i}");
                data[i] ^= 1;
            }
        }
    }
}
