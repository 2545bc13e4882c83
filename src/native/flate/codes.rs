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

/// The last row of a table that is not more than each value from `first` on.
const fn symbols<const N: usize>(table: &[(u16, u8); N], first: u16) -> [u8; 256] {
    let mut symbols = [0; 256];
    let (mut symbol, mut i) = (0, 0);
    while i < 256 {
        while symbol + 1 < N && table[symbol + 1].0 <= first + i as u16 {
            symbol += 1;
        }
        symbols[i] = symbol as u8;
        i += 1;
    }
    symbols
}

/// The row of [`LENGTHS`] for each length from 3 on.
pub const LENGTH_SYMBOLS: [u8; 256] = symbols(&LENGTHS, 3);
/// The row of [`DISTS`] for each distance from 1 to 256.
const DIST_SYMBOLS: [u8; 256] = symbols(&DISTS, 1);

/// The row of [`DISTS`] for a distance, given less one. From 256 on, a symbol is as far from the last as it is for a
/// distance of which that is 128 times.
#[inline]
pub fn dist_symbol(less_one: usize) -> usize {
    match DIST_SYMBOLS.get(less_one) {
        Some(&symbol) => usize::from(symbol),
        None => usize::from(DIST_SYMBOLS[(less_one >> 7) & 255]) + 14,
    }
}

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

#[cfg(test)]
mod tests {
    use super::{DISTS, LENGTH_SYMBOLS, LENGTHS, dist_symbol};

    #[test]
    fn symbols_are_the_last_rows_that_are_not_more() {
        for len in 3..=258 {
            let row = LENGTHS.iter().rposition(|row| row.0 <= len).unwrap();
            assert_eq!(usize::from(LENGTH_SYMBOLS[usize::from(len) - 3]), row, "length {len}");
        }
        for dist in 1..=32768 {
            let row = DISTS.iter().rposition(|row| row.0 <= dist).unwrap();
            assert_eq!(dist_symbol(usize::from(dist) - 1), row, "distance {dist}");
        }
    }
}
