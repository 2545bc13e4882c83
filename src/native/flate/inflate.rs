//! Decompression. One call goes on as far as input and room last; between calls the state is an array of words, and less
//! than a byte of input that was read but not used.

use super::super::{Done, NativeCx, NativeResult};
use super::codes::{DISTANCES, DISTS, END, LENGTHS, LITERALS, MOST_BITS, ORDER, fixed_literals};

/// The words of the state; `stdlib/compress/flate/inflate.pgo` has them in the same order.
const BITS: u64 = 0;
const COUNT: u64 = 1;
const PHASE: u64 = 2;
const LAST: u64 = 3;
const LEFT: u64 = 4;
const DIST: u64 = 5;
const CODES: u64 = 6;

/// Where the decoder is.
const HEADER: u64 = 0;
const STORED: u64 = 1;
const FIXED: u64 = 2;
const DYNAMIC: u64 = 3;
const OVER: u64 = 4;

/// Why a call came to its end, as numbers of the language half.
#[derive(Clone, Copy)]
enum Stop {
    Input = 0,
    Room = 1,
    End = 2,
    Corrupt = 3,
}

/// `func inflate(state []uint64, lens, buf []byte, pos int, in []byte) (used, end, stop int)`: writes into buf from pos
/// on, where what is before pos is what came before.
pub fn inflate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (state, lens, buf, pos, input) = (cx.slice(), cx.slice(), cx.slice(), cx.uint() as usize, cx.bytes());
    let mem = cx.mem();
    let word = |i: u64| mem.u64(state.addr + 8 * i);
    let mut d = Decoder {
        bits: word(BITS),
        count: word(COUNT) as u32,
        phase: word(PHASE),
        last: word(LAST) != 0,
        left: word(LEFT) as usize,
        dist: word(DIST) as usize,
        literals: word(CODES) as usize,
        lens: mem.bytes_mut(lens.addr, lens.len),
        out: mem.bytes_mut(buf.addr, buf.len),
        pos,
        input,
        at: 0,
    };
    let Err(stop) = d.run();
    // Whole bytes that were not used go back.
    let back = (d.count / 8) as usize;
    d.at -= back;
    d.count %= 8;
    d.bits &= (1 << d.count) - 1;
    let (used, end) = (d.at, d.pos);
    let words = [
        d.bits,
        u64::from(d.count),
        d.phase,
        u64::from(d.last),
        d.left as u64,
        d.dist as u64,
        d.literals as u64,
    ];
    for (i, word) in (0..).zip(words) {
        mem.set_u64(state.addr + 8 * i, word);
    }
    cx.charge((used + (end - pos)) as u64 >> 3);
    cx.ret_int(used as i64);
    cx.ret_int(end as i64);
    cx.ret_int(stop as i64);
    Ok(Done)
}

struct Decoder<'a> {
    bits: u64,
    count: u32,
    phase: u64,
    last: bool,
    /// What is left of a stored block or of a copy, and from how far back the copy comes.
    left: usize,
    dist: usize,
    /// How many of the lengths are of literals.
    literals: usize,
    lens: &'a mut [u8],
    out: &'a mut [u8],
    pos: usize,
    input: &'a [u8],
    at: usize,
}

enum Never {}

impl Decoder<'_> {
    fn refill(&mut self) {
        while self.count <= 56 && self.at < self.input.len() {
            self.bits |= u64::from(self.input[self.at]) << self.count;
            self.at += 1;
            self.count += 8;
        }
    }

    /// The next bits, which `refill` may have to bring.
    fn take(&mut self, n: u32) -> Result<usize, Stop> {
        if self.count < n {
            self.refill();
            if self.count < n {
                return Err(Stop::Input);
            }
        }
        let value = self.bits & ((1 << n) - 1);
        self.bits >>= n;
        self.count -= n;
        Ok(value as usize)
    }

    /// Does all of `part` or, if the input does not suffice, nothing.
    fn whole<T>(&mut self, part: impl FnOnce(&mut Self) -> Result<T, Stop>) -> Result<T, Stop> {
        let (bits, count, at) = (self.bits, self.count, self.at);
        let result = part(self);
        if matches!(result, Err(Stop::Input)) {
            (self.bits, self.count, self.at) = (bits, count, at);
        }
        result
    }

    fn run(&mut self) -> Result<Never, Stop> {
        loop {
            match self.phase {
                HEADER if self.last => self.phase = OVER,
                HEADER => self.phase = self.whole(Self::header)?,
                STORED => self.stored()?,
                FIXED => {
                    let literals = Table::new(&fixed_literals()).ok_or(Stop::Corrupt)?;
                    let distances = Table::new(&[5; 32]).ok_or(Stop::Corrupt)?;
                    self.symbols(&literals, &distances)?;
                }
                DYNAMIC => {
                    let n = self.literals;
                    let literals = Table::new(&self.lens[..n]).ok_or(Stop::Corrupt)?;
                    let distances = Table::new(&self.lens[n..]).ok_or(Stop::Corrupt)?;
                    self.symbols(&literals, &distances)?;
                }
                _ => return Err(Stop::End),
            }
        }
    }

    /// Reads the header of a block; gives the phase of the block.
    fn header(&mut self) -> Result<u64, Stop> {
        let last = self.take(1)? != 0;
        let phase = match self.take(2)? {
            0 => {
                let spare = self.count % 8;
                self.take(spare)?;
                let (len, check) = (self.take(16)?, self.take(16)?);
                if len != check ^ 0xffff {
                    return Err(Stop::Corrupt);
                }
                self.left = len;
                STORED
            }
            1 => FIXED,
            2 => {
                self.code_lengths()?;
                DYNAMIC
            }
            _ => return Err(Stop::Corrupt),
        };
        self.last = last;
        Ok(phase)
    }

    fn code_lengths(&mut self) -> Result<(), Stop> {
        let (literals, distances, n) = (self.take(5)? + 257, self.take(5)? + 1, self.take(4)? + 4);
        if literals > LITERALS || distances > DISTANCES {
            return Err(Stop::Corrupt);
        }
        let mut of_lengths = [0; 19];
        for &symbol in &ORDER[..n] {
            of_lengths[symbol] = self.take(3)? as u8;
        }
        let table = Table::new(&of_lengths).ok_or(Stop::Corrupt)?;
        let mut lens = [0; LITERALS + DISTANCES];
        let mut i = 0;
        while i < literals + distances {
            let (value, times) = match self.symbol(&table)? {
                16 if i == 0 => return Err(Stop::Corrupt),
                16 => (lens[i - 1], self.take(2)? + 3),
                17 => (0, self.take(3)? + 3),
                18 => (0, self.take(7)? + 11),
                n => (n as u8, 1),
            };
            if i + times > literals + distances {
                return Err(Stop::Corrupt);
            }
            lens[i..i + times].fill(value);
            i += times;
        }
        self.lens.fill(0);
        self.lens[..i].copy_from_slice(&lens[..i]);
        // Behind the distances there are none: their lengths are 0.
        self.literals = literals;
        if Table::new(&self.lens[..literals]).is_none() || Table::new(&self.lens[literals..]).is_none() {
            return Err(Stop::Corrupt);
        }
        Ok(())
    }

    fn stored(&mut self) -> Result<(), Stop> {
        while self.left > 0 {
            if self.pos == self.out.len() {
                return Err(Stop::Room);
            }
            if self.count >= 8 {
                self.out[self.pos] = self.bits as u8;
                self.bits >>= 8;
                self.count -= 8;
                self.pos += 1;
                self.left -= 1;
                continue;
            }
            let n = self.left.min(self.out.len() - self.pos).min(self.input.len() - self.at);
            if n == 0 {
                return Err(Stop::Input);
            }
            self.out[self.pos..self.pos + n].copy_from_slice(&self.input[self.at..self.at + n]);
            self.pos += n;
            self.at += n;
            self.left -= n;
        }
        self.phase = HEADER;
        Ok(())
    }

    fn symbol(&mut self, table: &Table) -> Result<usize, Stop> {
        self.refill();
        let (symbol, n) = table.find(self.bits).ok_or(Stop::Corrupt)?;
        if n > self.count {
            return Err(Stop::Input);
        }
        self.bits >>= n;
        self.count -= n;
        Ok(usize::from(symbol))
    }

    /// Copies what is left of a copy.
    fn copy(&mut self) -> Result<(), Stop> {
        let n = self.left.min(self.out.len() - self.pos);
        let from = self.pos - self.dist;
        if self.dist >= n {
            self.out.copy_within(from..from + n, self.pos);
        } else {
            for i in 0..n {
                self.out[self.pos + i] = self.out[from + i];
            }
        }
        self.pos += n;
        self.left -= n;
        if self.left > 0 { Err(Stop::Room) } else { Ok(()) }
    }

    fn symbols(&mut self, literals: &Table, distances: &Table) -> Result<(), Stop> {
        self.copy()?;
        loop {
            if self.pos == self.out.len() {
                return Err(Stop::Room);
            }
            let symbol = self.whole(|d| {
                let symbol = d.symbol(literals)?;
                if symbol <= END {
                    return Ok(symbol);
                }
                let &(base, extra) = LENGTHS.get(symbol - END - 1).ok_or(Stop::Corrupt)?;
                let len = usize::from(base) + d.take(u32::from(extra))?;
                let dist = d.symbol(distances)?;
                let &(base, extra) = DISTS.get(dist).ok_or(Stop::Corrupt)?;
                d.dist = usize::from(base) + d.take(u32::from(extra))?;
                d.left = len;
                Ok(symbol)
            })?;
            if symbol < END {
                self.out[self.pos] = symbol as u8;
                self.pos += 1;
            } else if symbol == END {
                self.phase = HEADER;
                return Ok(());
            } else if self.dist > self.pos {
                self.left = 0;
                return Err(Stop::Corrupt);
            } else {
                self.copy()?;
            }
        }
    }
}

/// A Huffman code: codes of up to [`FAST`] bits by one look, longer ones bit by bit.
struct Table {
    /// Symbol and length for the next bits, length 0 where none is so short.
    fast: Vec<(u16, u8)>,
    /// How many codes each length has, and the symbols in the order of their codes.
    counts: [u16; MOST_BITS + 1],
    symbols: Vec<u16>,
}

const FAST: u32 = 9;

impl Table {
    /// The code with these lengths; none if there is none. A code may be empty, or a single one of one bit.
    fn new(lengths: &[u8]) -> Option<Table> {
        let mut counts = [0u16; MOST_BITS + 1];
        for &n in lengths {
            counts[usize::from(n)] += 1;
        }
        counts[0] = 0;
        let (mut left, mut used) = (1i32, 0);
        let mut offsets = [0u16; MOST_BITS + 2];
        for n in 1..=MOST_BITS {
            left = 2 * left - i32::from(counts[n]);
            if left < 0 {
                return None;
            }
            used += counts[n];
            offsets[n + 1] = offsets[n] + counts[n];
        }
        if left > 0 && used != 0 && !(used == 1 && counts[1] == 1) {
            return None;
        }
        let mut symbols = vec![0; usize::from(used)];
        let mut next = offsets;
        for (symbol, &n) in (0..).zip(lengths) {
            if n > 0 {
                symbols[usize::from(next[usize::from(n)])] = symbol;
                next[usize::from(n)] += 1;
            }
        }
        let mut fast = vec![(0, 0); 1 << FAST];
        for ((symbol, &n), code) in (0..).zip(lengths).zip(super::codes::codes(lengths)) {
            if n > 0 && u32::from(n) <= FAST {
                for place in (usize::from(code)..1 << FAST).step_by(1 << n) {
                    fast[place] = (symbol, n);
                }
            }
        }
        Some(Table { fast, counts, symbols })
    }

    /// The symbol that the bits begin with, and its length; more than there are bits if these do not suffice.
    fn find(&self, bits: u64) -> Option<(u16, u32)> {
        let (symbol, n) = self.fast[(bits & ((1 << FAST) - 1)) as usize];
        if n > 0 {
            return Some((symbol, u32::from(n)));
        }
        let (mut code, mut first, mut index) = (0i32, 0i32, 0i32);
        for n in 1..=MOST_BITS {
            code |= (bits >> (n - 1) & 1) as i32;
            let count = i32::from(self.counts[n]);
            if code - count < first {
                return Some((self.symbols[(index + code - first) as usize], n as u32));
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}
