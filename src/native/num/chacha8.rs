//! The ChaCha stream cipher with 8 rounds, as the C2SP chacha8rand specification lays its output out.

/// Computes the four blocks at `counter` for a key of 32 bytes. The blocks are interleaved word by word: word w of block b
/// is the 32-bit word 4w + b of the result, which is given in 64-bit words, the lower half first. Only the key is added to
/// the result of the rounds, and the words 14 and 15 of each block's start are 0.
pub fn blocks(key: &[u64; 4], counter: u32) -> [u64; 32] {
    const CONSTANTS: [u32; 4] = [0x6170_7865, 0x3320_646e, 0x7962_2d32, 0x6b20_6574];
    let mut words = [0u32; 64];
    for block in 0..4 {
        let mut start = [0u32; 16];
        start[..4].copy_from_slice(&CONSTANTS);
        for (i, k) in key.iter().enumerate() {
            start[4 + 2 * i] = *k as u32;
            start[5 + 2 * i] = (*k >> 32) as u32;
        }
        start[12] = counter.wrapping_add(block as u32);
        let mut s = start;
        for _ in 0..4 {
            quarter(&mut s, 0, 4, 8, 12);
            quarter(&mut s, 1, 5, 9, 13);
            quarter(&mut s, 2, 6, 10, 14);
            quarter(&mut s, 3, 7, 11, 15);
            quarter(&mut s, 0, 5, 10, 15);
            quarter(&mut s, 1, 6, 11, 12);
            quarter(&mut s, 2, 7, 8, 13);
            quarter(&mut s, 3, 4, 9, 14);
        }
        for (i, word) in s.iter().enumerate() {
            let key = if (4..12).contains(&i) { start[i] } else { 0 };
            words[4 * i + block] = word.wrapping_add(key);
        }
    }
    std::array::from_fn(|i| u64::from(words[2 * i]) | u64::from(words[2 * i + 1]) << 32)
}

/// The quarter round.
fn quarter(s: &mut [u32; 16], a: usize, b: usize, c: usize, d: usize) {
    s[a] = s[a].wrapping_add(s[b]);
    s[d] = (s[d] ^ s[a]).rotate_left(16);
    s[c] = s[c].wrapping_add(s[d]);
    s[b] = (s[b] ^ s[c]).rotate_left(12);
    s[a] = s[a].wrapping_add(s[b]);
    s[d] = (s[d] ^ s[a]).rotate_left(8);
    s[c] = s[c].wrapping_add(s[d]);
    s[b] = (s[b] ^ s[c]).rotate_left(7);
}
