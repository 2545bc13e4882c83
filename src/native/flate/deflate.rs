//! Compression: repetitions are found by chains of places with the same four bytes, and each block is written as is, with
//! the fixed code or one of its own, whatever is shortest.

use super::super::{Done, NativeCx, NativeResult};
use super::codes::{DISTANCES, DISTS, END, LENGTHS, LITERALS, MOST_BITS, ORDER, codes, fixed_literals};

/// How far back a repetition may be, how long, and how short it is worth it.
const WINDOW: usize = 1 << 15;
const LONGEST: usize = 258;
const SHORTEST: usize = 4;
const HASH_BITS: u32 = 15;
/// How many literals and repetitions a block has at most, and how many bytes.
const TOKENS: usize = 1 << 14;
const STORED: usize = 65535;

/// How hard each level tries: how many places it looks at, of which length on it is content, and below which it looks
/// whether the next place has a longer one.
const LEVELS: [(usize, usize, usize); 10] = [
    (0, 0, 0),
    (4, 16, 0),
    (6, 32, 0),
    (12, 64, 0),
    (16, 64, 8),
    (24, 64, 16),
    (64, 128, 32),
    (128, 192, 64),
    (512, 258, 258),
    (1024, 258, 258),
];

/// `func deflate(level int, buf []byte, start int, bits uint64, count int) (out []byte, rest uint64, n int)`: compresses
/// buf from start on, where what is before is what came before; level -2 looks for no repetitions. Bits that make no
/// byte are given back.
pub fn deflate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (level, buf, start) = (cx.int(), cx.bytes(), cx.uint() as usize);
    let mut out = Writer { bits: cx.uint(), count: cx.uint() as u32, out: Vec::new() };
    if level == 0 {
        for part in buf[start..].chunks(STORED) {
            out.stored(part);
        }
    } else {
        let tokens = find(buf, start, LEVELS[level.max(0) as usize]);
        let mut at = start;
        for part in tokens.chunks(TOKENS) {
            let len: usize = part.iter().map(|token| token.len()).sum();
            out.block(part, &buf[at..at + len]);
            at += len;
        }
    }
    cx.charge((buf.len() - start) as u64);
    let Writer { bits, count, out } = out;
    cx.ret_bytes(&out)?;
    cx.ret_uint(bits);
    cx.ret_int(i64::from(count));
    Ok(Done)
}

/// A literal, or a repetition.
#[derive(Clone, Copy)]
struct Token {
    /// The byte of a literal, the length of a repetition.
    value: u16,
    /// 0 for a literal.
    dist: u16,
}

impl Token {
    fn len(self) -> usize {
        if self.dist == 0 { 1 } else { usize::from(self.value) }
    }
}

/// The places with the same four bytes, the nearest first.
struct Chains {
    head: Vec<u32>,
    prev: Vec<u32>,
}

impl Chains {
    fn add(&mut self, buf: &[u8], at: usize) {
        let Some(four) = buf.get(at..at + SHORTEST) else { return };
        let four = u32::from_le_bytes(four.try_into().expect("four bytes"));
        let place = (four.wrapping_mul(0x9e37_79b1) >> (32 - HASH_BITS)) as usize;
        self.prev[at % WINDOW] = self.head[place];
        self.head[place] = at as u32 + 1;
    }

    /// The longest repetition at a place that was added, longer than `least`.
    fn longest(
        &self,
        buf: &[u8],
        at: usize,
        least: usize,
        tries: usize,
        enough: usize,
    ) -> Option<(usize, usize)> {
        let most = (buf.len() - at).min(LONGEST);
        let (mut best, mut found) = (least.max(SHORTEST - 1), None);
        let mut next = self.prev[at % WINDOW] as usize;
        for _ in 0..tries {
            let Some(place) = next.checked_sub(1).filter(|place| place + WINDOW > at && *place < at) else {
                break;
            };
            if best < most && buf[place + best] == buf[at + best] {
                let same = buf[place..].iter().zip(&buf[at..at + most]).take_while(|(a, b)| a == b).count();
                if same > best {
                    (best, found) = (same, Some((same, at - place)));
                    if same >= enough {
                        break;
                    }
                }
            }
            let before = self.prev[place % WINDOW] as usize;
            if before >= next {
                break;
            }
            next = before;
        }
        found
    }
}

fn find(buf: &[u8], start: usize, (tries, enough, lazy): (usize, usize, usize)) -> Vec<Token> {
    let mut tokens = Vec::with_capacity((buf.len() - start) / 4);
    let literal = |at: usize| Token { value: u16::from(buf[at]), dist: 0 };
    if tries == 0 {
        return (start..buf.len()).map(literal).collect();
    }
    let mut chains = Chains { head: vec![0; 1 << HASH_BITS], prev: vec![0; WINDOW] };
    for at in start.saturating_sub(WINDOW)..start {
        chains.add(buf, at);
    }
    let mut at = start;
    let mut ahead = None;
    while at < buf.len() {
        let found = match ahead.take() {
            Some(found) => Some(found),
            None => {
                chains.add(buf, at);
                chains.longest(buf, at, 0, tries, enough)
            }
        };
        let Some((len, dist)) = found else {
            tokens.push(literal(at));
            at += 1;
            continue;
        };
        if len < lazy && at + 1 < buf.len() {
            chains.add(buf, at + 1);
            if let Some(better) = chains.longest(buf, at + 1, len, tries, enough) {
                tokens.push(literal(at));
                at += 1;
                ahead = Some(better);
                continue;
            }
            for i in at + 2..at + len {
                chains.add(buf, i);
            }
        } else {
            for i in at + 1..at + len {
                chains.add(buf, i);
            }
        }
        tokens.push(Token { value: len as u16, dist: dist as u16 });
        at += len;
    }
    tokens
}

/// The last row of a table whose first number is not more.
fn symbol_of(table: &[(u16, u8)], value: u16) -> usize {
    table.partition_point(|row| row.0 <= value) - 1
}

struct Writer {
    bits: u64,
    count: u32,
    out: Vec<u8>,
}

impl Writer {
    fn put(&mut self, value: u32, n: u32) {
        self.bits |= u64::from(value) << self.count;
        self.count += n;
        while self.count >= 8 {
            self.out.push(self.bits as u8);
            self.bits >>= 8;
            self.count -= 8;
        }
    }

    fn stored(&mut self, data: &[u8]) {
        self.put(0, 3);
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
        let len = data.len() as u16;
        self.out.extend_from_slice(&len.to_le_bytes());
        self.out.extend_from_slice(&(!len).to_le_bytes());
        self.out.extend_from_slice(data);
    }

    fn block(&mut self, tokens: &[Token], data: &[u8]) {
        let (mut literals, mut distances) = ([0u32; LITERALS], [0u32; DISTANCES]);
        literals[END] = 1;
        let mut extra = 0;
        for token in tokens {
            if token.dist == 0 {
                literals[usize::from(token.value)] += 1;
            } else {
                let (l, d) = (symbol_of(&LENGTHS, token.value), symbol_of(&DISTS, token.dist));
                literals[END + 1 + l] += 1;
                distances[d] += 1;
                extra += u32::from(LENGTHS[l].1) + u32::from(DISTS[d].1);
            }
        }
        let price = |counts: &[u32], lengths: &[u8]| -> u32 {
            counts.iter().zip(lengths).map(|(count, &n)| count * u32::from(n)).sum()
        };
        let fixed = fixed_literals();
        let fixed_price = extra + price(&literals, &fixed) + price(&distances, &[5; DISTANCES]);
        // Decoders want two codes for literals, and one for distances, at least.
        let mut counted = literals;
        if tokens.is_empty() {
            counted[0] = 1;
        } else if counted.iter().filter(|&&n| n > 0).count() < 2 {
            counted[usize::from(counted[0] > 0)] = 1;
        }
        let own_literals = lengths(&counted, MOST_BITS);
        if distances.iter().all(|&n| n == 0) {
            distances[0] = 1;
        }
        let own_distances = lengths(&distances, MOST_BITS);
        let header = Header::new(&own_literals, &own_distances);
        let own_price =
            extra + price(&literals, &own_literals) + price(&distances, &own_distances) + header.price();
        let stored_price = (data.len() as u32 + 4) * 8 + 7;
        if data.len() <= STORED && stored_price < fixed_price.min(own_price) {
            self.stored(data);
        } else if fixed_price <= own_price {
            self.put(0b010, 3);
            self.tokens(tokens, &fixed, &[5; DISTANCES]);
        } else {
            self.put(0b100, 3);
            header.write(self);
            self.tokens(tokens, &own_literals, &own_distances);
        }
    }

    fn tokens(&mut self, tokens: &[Token], literals: &[u8], distances: &[u8]) {
        let (literal_codes, distance_codes) = (codes(literals), codes(distances));
        for token in tokens {
            if token.dist == 0 {
                let i = usize::from(token.value);
                self.put(u32::from(literal_codes[i]), u32::from(literals[i]));
                continue;
            }
            let l = symbol_of(&LENGTHS, token.value);
            self.put(u32::from(literal_codes[END + 1 + l]), u32::from(literals[END + 1 + l]));
            self.put(u32::from(token.value - LENGTHS[l].0), u32::from(LENGTHS[l].1));
            let d = symbol_of(&DISTS, token.dist);
            self.put(u32::from(distance_codes[d]), u32::from(distances[d]));
            self.put(u32::from(token.dist - DISTS[d].0), u32::from(DISTS[d].1));
        }
        self.put(u32::from(literal_codes[END]), u32::from(literals[END]));
    }
}

/// The lengths of codes, as they are written before a block.
struct Header {
    literals: usize,
    distances: usize,
    /// Symbols for lengths and repetitions of lengths, with their extra bits.
    symbols: Vec<(u8, u8, u8)>,
    lengths: Vec<u8>,
    written: usize,
}

impl Header {
    fn new(literals: &[u8], distances: &[u8]) -> Header {
        let used = |lengths: &[u8], least: usize| {
            lengths.iter().rposition(|&n| n > 0).map_or(least, |last| (last + 1).max(least))
        };
        let (nl, nd) = (used(literals, END + 1), used(distances, 1));
        let all: Vec<u8> = literals[..nl].iter().chain(&distances[..nd]).copied().collect();
        let mut symbols = Vec::new();
        let mut i = 0;
        while i < all.len() {
            let n = all[i];
            let run = all[i..].iter().take_while(|&&m| m == n).count();
            i += match (n, run) {
                (0, 3..=10) => {
                    symbols.push((17, run as u8 - 3, 3));
                    run
                }
                (0, 11..) => {
                    let run = run.min(138);
                    symbols.push((18, (run - 11) as u8, 7));
                    run
                }
                (_, 4..) if n > 0 => {
                    let run = run.min(7);
                    symbols.push((n, 0, 0));
                    symbols.push((16, run as u8 - 4, 2));
                    run
                }
                _ => {
                    symbols.push((n, 0, 0));
                    1
                }
            };
        }
        let mut counts = [0; 19];
        for (symbol, ..) in &symbols {
            counts[usize::from(*symbol)] += 1;
        }
        if counts.iter().filter(|&&n| n > 0).count() < 2 {
            counts[usize::from(counts[0] > 0)] += 1;
        }
        let lengths = lengths(&counts, 7);
        let written = ORDER.iter().rposition(|&i| lengths[i] > 0).map_or(4, |last| (last + 1).max(4));
        Header { literals: nl, distances: nd, symbols, lengths, written }
    }

    fn price(&self) -> u32 {
        let symbols = self
            .symbols
            .iter()
            .map(|&(s, _, extra)| u32::from(self.lengths[usize::from(s)]) + u32::from(extra));
        14 + 3 * self.written as u32 + symbols.sum::<u32>()
    }

    fn write(&self, out: &mut Writer) {
        out.put(self.literals as u32 - 257, 5);
        out.put(self.distances as u32 - 1, 5);
        out.put(self.written as u32 - 4, 4);
        for &i in &ORDER[..self.written] {
            out.put(u32::from(self.lengths[i]), 3);
        }
        let codes = codes(&self.lengths);
        for &(symbol, value, extra) in &self.symbols {
            let i = usize::from(symbol);
            out.put(u32::from(codes[i]), u32::from(self.lengths[i]));
            out.put(u32::from(value), u32::from(extra));
        }
    }
}

/// The lengths of the best codes of at most `most` bits for symbols that occur so often.
fn lengths(counts: &[u32], most: usize) -> Vec<u8> {
    let mut order: Vec<usize> = (0..counts.len()).filter(|&i| counts[i] > 0).collect();
    order.sort_by_key(|&i| counts[i]);
    let mut out = vec![0; counts.len()];
    let n = order.len();
    if n < 2 {
        for i in order {
            out[i] = 1;
        }
        return out;
    }
    // Two queues: leaves in order, and nodes, which come in order.
    let mut weight: Vec<u64> = order.iter().map(|&i| u64::from(counts[i])).collect();
    let mut parent = vec![0; 2 * n - 1];
    let (mut leaf, mut node) = (0, n);
    for new in n..2 * n - 1 {
        let mut total = 0;
        for _ in 0..2 {
            let child = if leaf < n && (node == new || weight[leaf] <= weight[node]) {
                leaf += 1;
                leaf - 1
            } else {
                node += 1;
                node - 1
            };
            total += weight[child];
            parent[child] = new;
        }
        weight.push(total);
    }
    let mut depth = vec![0usize; 2 * n - 1];
    let mut numbers = vec![0usize; most + 1];
    for i in (0..2 * n - 2).rev() {
        depth[i] = depth[parent[i]] + 1;
        if i < n {
            numbers[depth[i].min(most)] += 1;
        }
    }
    // Where codes were too long, others become longer until all fit.
    let mut total: usize = (1..=most).map(|i| numbers[i] << (most - i)).sum();
    while total > 1 << most {
        numbers[most] -= 1;
        let i = (1..most).rev().find(|&i| numbers[i] > 0).expect("there are shorter codes");
        numbers[i] -= 1;
        numbers[i + 1] += 2;
        total -= 1;
    }
    let mut rarest = order.into_iter();
    for (len, &number) in numbers.iter().enumerate().rev() {
        for i in rarest.by_ref().take(number) {
            out[i] = len as u8;
        }
    }
    out
}
