//! The codes of the format: which symbols there are for lengths and distances, and Huffman codes.

/// The symbol of the end of a block, and how many symbols for literals and lengths, and for distances, there are.
pub const END: usize = 256;
pub const LITERALS: usize = 286;
pub const DISTANCES: usize = 30;
/// How many bits a code may have.
pub const MOST_BITS: usize = 15;
/// The order in which lengths of the codes for lengths of codes are written.
pub const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// The least length of each symbol from 257 on, and its extra bits.
pub const LENGTHS: [(u16, u8); 29] = {
    let mut table = [(0, 0); 29];
    let (mut base, mut i) = (3, 0);
    while i < 28 {
        let extra = if i < 8 { 0 } else { (i - 4) / 4 };
        table[i] = (base, extra as u8);
        base += 1 << extra;
        i += 1;
    }
    table[28] = (258, 0);
    table
};

/// The least distance of each symbol, and its extra bits.
pub const DISTS: [(u16, u8); DISTANCES] = {
    let mut table = [(0, 0); DISTANCES];
    let (mut base, mut i) = (1u32, 0);
    while i < DISTANCES {
        let extra = if i < 4 { 0 } else { (i - 2) / 2 };
        table[i] = (base as u16, extra as u8);
        base += 1 << extra;
        i += 1;
    }
    table
};

/// The lengths of the fixed code for literals.
pub fn fixed_literals() -> [u8; 288] {
    std::array::from_fn(|i| match i {
        0..=143 => 8,
        144..=255 => 9,
        256..=279 => 7,
        _ => 8,
    })
}

/// The codes that belong to lengths, with their first bit lowest.
pub fn codes(lengths: &[u8]) -> Vec<u16> {
    let mut count = [0u16; MOST_BITS + 1];
    for &n in lengths {
        count[usize::from(n)] += 1;
    }
    count[0] = 0;
    let mut next = [0u16; MOST_BITS + 2];
    for i in 1..=MOST_BITS {
        next[i + 1] = (next[i] + count[i]) << 1;
    }
    let reversed = |&n: &u8| {
        if n == 0 {
            return 0;
        }
        let code = next[usize::from(n)];
        next[usize::from(n)] += 1;
        code.reverse_bits() >> (16 - u16::from(n))
    };
    lengths.iter().map(reversed).collect()
}
