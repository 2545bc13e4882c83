//! Blocks: whether one is written as it is, with the fixed codes, with codes of its own, or goes on with those of the block
//! before it.
//!
//! A block with codes of its own is not ended at once. If the next tokens take no more bits with the same codes than new
//! codes and their header would, they are written behind it, and it stays one block for who reads it.

use super::codes::{
    DISTANCES, DISTS, END, LENGTH_SYMBOLS, LENGTHS, LITERALS, MOST_BITS, dist_symbol, fixed_literals,
};
use super::header::Header;
use super::huffman::Code;
use super::output::Output;
use super::tokens::Tokens;

/// How many bytes a block has at most that is written as it is.
pub const STORED: usize = 65535;
/// With fewer tokens than this, the fixed codes may be best.
const FEW: usize = 250;
/// About how many bits the header of a code for literals takes.
const USUAL_HEADER: usize = 70 * 8;
/// Literals are not looked at closely unless there are more than this.
const SOME: usize = 1024;

/// What writes blocks.
pub struct Blocks {
    pub out: Output,
    pub literals: Code<LITERALS>,
    pub distances: Code<DISTANCES>,
    /// How many bits the header of the block took that is not ended; 0 if there is none.
    pub header: usize,
    /// The codes of that block have no lengths and distances.
    pub only_literals: bool,
    /// New codes are taken to cost this much more than is estimated: a part of two to this power.
    pub reserve: u32,
}

impl Blocks {
    /// Ends the block that is not ended.
    fn end_open(&mut self) {
        if self.header > 0 {
            self.end_block();
        }
    }

    fn end_block(&mut self) {
        let end = self.literals.0[END];
        self.out.put(end.bits, end.len);
        self.header = 0;
    }

    /// Writes bytes as they are.
    pub fn stored(&mut self, bytes: &[u8]) {
        self.end_open();
        self.out.put(0, 3);
        self.out.flush();
        let len = bytes.len() as u16;
        self.out.put(len, 16);
        self.out.put(!len, 16);
        self.out.put_bytes(bytes);
    }

    /// Writes an empty block up to a whole byte, so that all before it can be read.
    pub fn flush(&mut self) {
        self.stored(&[]);
    }

    /// Writes the end: an empty block with the fixed codes.
    pub fn close(&mut self) {
        self.end_open();
        self.out.put(0b011, 10);
        self.out.flush();
    }

    /// Writes tokens. `bytes` is what they stand for, if that is at hand and not more than [`STORED`]; `ended` tells that the block ends with them.
    pub fn block(&mut self, tokens: &Tokens, bytes: Option<&[u8]>, ended: bool) {
        let fits = self.literals.covers(&tokens.literals) && self.distances.covers(&tokens.distances);
        if self.header > 0 && self.only_literals {
            self.end_block();
            self.only_literals = false;
        } else if self.header > 0 && !fits {
            self.end_block();
        }
        let mut distances = tokens.distances;
        if distances.iter().all(|&n| n == 0) {
            // Decoders want a code for distances, even if there are none.
            distances[0] = 1;
        }
        let extra = if bytes.is_some() || self.header > 0 { tokens.extra_bits() } else { 0 };
        let few = tokens.list.len() + usize::from(ended) < FEW;
        // Nothing is longer than what is not at hand.
        let as_is = |price: usize| bytes.filter(|bytes| stored_price(bytes) <= price);
        let fixed_price = || {
            let fixed = Code::<LITERALS>::from_lengths(&fixed_literals());
            let distances: usize = distances.iter().map(|&n| 5 * usize::from(n)).sum();
            3 + fixed.price(&tokens.literals) + distances + extra
        };
        if self.header > 0 {
            let fresh = self.header + tokens.estimate(ended);
            let fresh = fresh + usize::from(self.literals.0[END].len) + (fresh >> self.reserve);
            let same = self.literals.price(&tokens.literals) + self.distances.price(&distances) + extra;
            if fresh < same {
                self.end_block();
            }
            let price = fresh.min(same);
            let fixed = few && fixed_price() + 7 < price;
            if let Some(bytes) = as_is(price) {
                return self.stored(bytes);
            }
            if fixed {
                return self.fixed(tokens);
            }
        }
        if self.header == 0 {
            self.literals = Code::best(&tokens.literals, MOST_BITS);
            self.distances = Code::best(&distances, MOST_BITS);
            let header = self.own_header();
            let price = header.price
                + self.literals.price(&tokens.literals)
                + self.distances.price(&distances)
                + extra;
            let fixed = few.then(fixed_price).filter(|fixed| *fixed <= price);
            if let Some(bytes) = as_is(fixed.unwrap_or(price)) {
                return self.stored(bytes);
            }
            if fixed.is_some() {
                return self.fixed(tokens);
            }
            header.write(&mut self.out);
            self.header = header.price;
            self.only_literals = false;
        }
        write(&mut self.out, tokens, &self.literals, &self.distances);
        if ended {
            self.end_block();
        }
    }

    /// The header of the codes.
    fn own_header(&self) -> Header {
        let (mut literals, mut distances) = ([0; LITERALS], [0; DISTANCES]);
        self.literals.lengths(&mut literals);
        self.distances.lengths(&mut distances);
        Header::new(&literals, &distances)
    }

    /// Writes tokens with the fixed codes.
    fn fixed(&mut self, tokens: &Tokens) {
        self.end_open();
        self.out.put(0b010, 3);
        let literals = Code::from_lengths(&fixed_literals());
        write(&mut self.out, tokens, &literals, &Code::from_lengths(&[5; DISTANCES]));
        let end = literals.0[END];
        self.out.put(end.bits, end.len);
    }

    /// Writes bytes as literals, or as they are if that is not much longer.
    pub fn literal_block(&mut self, bytes: &[u8], ended: bool) {
        let mut counts = [0u16; END + 1];
        for &byte in bytes {
            counts[usize::from(byte)] += 1;
        }
        if bytes.len() > SOME && is_even(&counts[..END], bytes.len()) {
            return self.stored(bytes);
        }
        counts[END] = 1;
        let fresh = Code::<LITERALS>::best(&counts, MOST_BITS);
        let price = fresh.price(&counts) + if self.header > 0 { self.header } else { USUAL_HEADER };
        let price = price + (price >> self.reserve);
        if stored_price(bytes) <= price {
            return self.stored(bytes);
        }
        let counts = &counts[..END];
        if self.header > 0 && (!self.literals.covers(counts) || price < self.literals.price(counts)) {
            self.end_block();
        }
        if self.header == 0 {
            self.literals = fresh;
            let mut lengths = [0; END + 1];
            self.literals.lengths(&mut lengths);
            let header = Header::new(&lengths, &[1]);
            header.write(&mut self.out);
            self.header = header.price;
            self.only_literals = true;
        }
        let (threes, last) = bytes.split_at((bytes.len() - 1) / 3 * 3);
        for part in threes.as_chunks::<3>().0 {
            self.out.make_room();
            for &byte in part {
                let symbol = self.literals.0[usize::from(byte)];
                self.out.put_within(symbol.bits, symbol.len);
            }
        }
        // What was put without looking may be enough.
        self.out.put(0, 0);
        for &byte in last {
            let symbol = self.literals.0[usize::from(byte)];
            self.out.put(symbol.bits, symbol.len);
        }
        if ended {
            self.end_block();
            self.only_literals = false;
        }
    }
}

/// How many bits a block takes that is written as it is.
fn stored_price(bytes: &[u8]) -> usize {
    (bytes.len() + 5) * 8
}

/// Whether all bytes occur about as often, so that no code makes them shorter.
fn is_even(counts: &[u16], len: usize) -> bool {
    let mean = len as f64 / 256.0;
    let spread: f64 = counts.iter().map(|&n| (f64::from(n) - mean) * (f64::from(n) - mean)).sum();
    spread < (2 * len) as f64
}

/// Writes tokens, without the end of the block.
fn write(out: &mut Output, tokens: &Tokens, literals: &Code<LITERALS>, distances: &Code<DISTANCES>) {
    for token in &tokens.list {
        if token.dist == 0 {
            let symbol = literals.0[usize::from(token.value & 255)];
            out.put(symbol.bits, symbol.len);
            continue;
        }
        let len = usize::from(LENGTH_SYMBOLS[usize::from(token.value - 3) & 255]);
        let symbol = literals.0[END + 1 + len];
        out.put(symbol.bits, symbol.len);
        out.put(token.value - LENGTHS[len].0, LENGTHS[len].1);
        let dist = dist_symbol(usize::from(token.dist) - 1);
        let symbol = distances.0[dist];
        out.put(symbol.bits, symbol.len);
        out.put(token.dist - DISTS[dist].0, DISTS[dist].1);
    }
}
