//! What stands before a block that has codes of its own: their lengths, which are coded themselves.

use super::codes::{END, ORDER};
use super::huffman::Code;
use super::output::Output;

/// The symbols of lengths that are repeated: the last one, and zero.
const AGAIN: u8 = 16;
const ZEROS: u8 = 17;
const MANY_ZEROS: u8 = 18;

/// The lengths of the codes of a block.
pub struct Header {
    literals: usize,
    distances: usize,
    /// Symbols for lengths and repetitions of lengths, with their extra bits.
    symbols: Vec<(u8, u8, u8)>,
    code: Code<19>,
    /// How many lengths of `code` are written.
    written: usize,
    /// How many bits all takes.
    pub price: usize,
}

impl Header {
    /// The header for codes of which all behind the last that occurs is left out.
    pub fn new(literals: &[u8], distances: &[u8]) -> Header {
        let used = |lengths: &[u8], least: usize| {
            lengths.iter().rposition(|&n| n > 0).map_or(least, |last| (last + 1).max(least))
        };
        let (literals, distances) = (&literals[..used(literals, END + 1)], &distances[..used(distances, 1)]);
        let all = [literals, distances].concat();
        let mut symbols = Vec::with_capacity(all.len());
        for run in all.chunk_by(|a, b| a == b) {
            pack(run[0], run.len(), &mut symbols);
        }
        let mut counts = [0; 19];
        for &(symbol, ..) in &symbols {
            counts[usize::from(symbol)] += 1;
        }
        let code = Code::best(&counts, 7);
        let written = ORDER.iter().rposition(|&i| counts[i] > 0).map_or(4, |last| (last + 1).max(4));
        let extra: usize = symbols.iter().map(|symbol| usize::from(symbol.2)).sum();
        let price = 17 + 3 * written + code.price(&counts) + extra;
        Header { literals: literals.len(), distances: distances.len(), symbols, code, written, price }
    }

    /// Writes the header of a block that is not the last.
    pub fn write(&self, out: &mut Output) {
        out.put(0b100, 3);
        out.put((self.literals - 257) as u16, 5);
        out.put((self.distances - 1) as u16, 5);
        out.put((self.written - 4) as u16, 4);
        for &i in &ORDER[..self.written] {
            out.put(u16::from(self.code.0[i].len), 3);
        }
        for &(symbol, value, extra) in &self.symbols {
            let code = self.code.0[usize::from(symbol)];
            out.put(code.bits, code.len);
            out.put(u16::from(value), extra);
        }
    }
}

/// Adds the symbols for so many times the same length.
fn pack(len: u8, mut count: usize, symbols: &mut Vec<(u8, u8, u8)>) {
    if len == 0 {
        while count >= 11 {
            let run = count.min(138);
            symbols.push((MANY_ZEROS, (run - 11) as u8, 7));
            count -= run;
        }
        if count >= 3 {
            symbols.push((ZEROS, (count - 3) as u8, 3));
            count = 0;
        }
    } else {
        symbols.push((len, 0, 0));
        count -= 1;
        while count >= 3 {
            let run = count.min(6);
            symbols.push((AGAIN, (run - 3) as u8, 2));
            count -= run;
        }
    }
    symbols.extend(std::iter::repeat_n((len, 0, 0), count));
}
