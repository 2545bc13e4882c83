//! What the bytes of a block are: literals and repetitions, and how often each symbol of the format is needed for them.

use super::codes::{DISTANCES, DISTS, END, LENGTH_SYMBOLS, LENGTHS, LITERALS, dist_symbol};

/// The longest repetition that one token may be.
pub const LONGEST: usize = 258;
/// The shortest repetition of the format.
const SHORTEST: usize = 3;

/// A literal, or a repetition.
#[derive(Clone, Copy)]
pub struct Token {
    /// The byte of a literal, the length of a repetition.
    pub value: u16,
    /// 0 for a literal.
    pub dist: u16,
}

/// The tokens of a block, and how often each symbol occurs in them.
pub struct Tokens {
    pub list: Vec<Token>,
    /// Literals and lengths. The end of the block counts once.
    pub literals: [u16; LITERALS],
    pub distances: [u16; DISTANCES],
}

impl Tokens {
    /// No tokens, with room for so many.
    pub fn new(room: usize) -> Tokens {
        let mut literals = [0; LITERALS];
        literals[END] = 1;
        Tokens { list: Vec::with_capacity(room), literals, distances: [0; DISTANCES] }
    }

    /// Tokens as [`Tokens::store`] has written them.
    pub fn load(bytes: &[u8], room: usize) -> Tokens {
        let mut tokens = Tokens::new(room);
        for &[a, b, c, d] in bytes.as_chunks().0 {
            let (value, dist) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
            match dist {
                0 => tokens.literal(value as u8),
                _ => tokens.part(usize::from(value), usize::from(dist)),
            }
        }
        tokens
    }

    /// Writes the tokens to where there is room for four bytes each.
    pub fn store(&self, bytes: &mut [u8]) {
        for (four, token) in bytes.as_chunks_mut().0.iter_mut().zip(&self.list) {
            let ([a, b], [c, d]) = (token.value.to_le_bytes(), token.dist.to_le_bytes());
            *four = [a, b, c, d];
        }
    }

    pub fn clear(&mut self) {
        self.list.clear();
        self.literals.fill(0);
        self.literals[END] = 1;
        self.distances.fill(0);
    }

    #[inline]
    pub fn literal(&mut self, byte: u8) {
        self.list.push(Token { value: u16::from(byte), dist: 0 });
        self.literals[usize::from(byte)] += 1;
    }

    #[inline]
    pub fn literals(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.literal(byte);
        }
    }

    /// A repetition that is not longer than a token may be.
    #[inline]
    pub fn part(&mut self, len: usize, dist: usize) {
        self.list.push(Token { value: len as u16, dist: dist as u16 });
        self.literals[END + 1 + usize::from(LENGTH_SYMBOLS[(len - SHORTEST) & 255])] += 1;
        self.distances[dist_symbol(dist - 1)] += 1;
    }

    /// A repetition of any length, in parts of which none is too short.
    #[inline]
    pub fn repetition(&mut self, mut len: usize, dist: usize) {
        while len > LONGEST {
            let part = if len > LONGEST + SHORTEST { LONGEST } else { LONGEST - SHORTEST };
            self.part(part, dist);
            len -= part;
        }
        self.part(len, dist);
    }

    /// Bits beside the codes: the exact lengths and distances.
    pub fn extra_bits(&self) -> usize {
        let sum = |counts: &[u16], table: &[(u16, u8)]| -> usize {
            counts.iter().zip(table).map(|(&n, row)| usize::from(n) * usize::from(row.1)).sum()
        };
        sum(&self.literals[END + 1..], &LENGTHS) + sum(&self.distances, &DISTS)
    }

    /// About how many bits the tokens take with codes made for them, where the end of the block may be one more token.
    /// The rounding of each step decides what is written, so it is done in single precision and in this order.
    pub fn estimate(&self, ended: bool) -> usize {
        let total = self.list.len() + usize::from(ended);
        let mut bits = 0.0;
        if total > 0 {
            let share = 1.0 / total as f32;
            bits = entropy(bits, &self.literals[..END], share);
            // The end of the block.
            bits += 15.0;
            bits = entropy(bits, &self.literals[END + 1..], share);
        }
        let repetitions: usize = self.literals[END + 1..].iter().map(|&n| usize::from(n)).sum();
        if repetitions > 0 {
            bits = entropy(bits, &self.distances, 1.0 / repetitions as f32);
        }
        bits as usize + self.extra_bits()
    }
}

/// Adds to `bits` what so many of each symbol take, each of which has this share in the whole.
fn entropy(bits: f32, counts: &[u16], share: f32) -> f32 {
    counts.iter().filter(|&&n| n > 0).fold(bits, |bits, &n| {
        let n = f32::from(n);
        bits + (-rough_log2(n * share)).clamp(1.0, 15.0) * n
    })
}

/// The logarithm by exponent and a parabola through the mantissa.
fn rough_log2(value: f32) -> f32 {
    let bits = value.to_bits();
    let exponent = ((bits >> 23 & 255) as i32 - 128) as f32;
    let mantissa = f32::from_bits((bits & 0x807f_ffff) + (127 << 23));
    exponent + ((-0.344_848_43 * mantissa + 2.024_665_8) * mantissa - 0.674_877_6)
}
