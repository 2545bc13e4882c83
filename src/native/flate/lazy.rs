//! Levels 7 to 9: all places with the same four bytes are chained, and a repetition is only written when the next place
//! has no longer one.

use super::blocks::{Blocks, STORED};
use super::codes::{DISTS, END, LENGTH_SYMBOLS, LENGTHS, LITERALS, MOST_BITS, dist_symbol};
use super::huffman::Code;
use super::text::{PRIME4, same};
use super::tokens::{LONGEST, Tokens};

/// How far back a repetition may be, and how much is looked at; the first half goes when that is done.
pub const WINDOW: usize = 1 << 15;
pub const ROOM: usize = 2 * WINDOW;
/// The shortest repetition that is worth it.
const SHORTEST: usize = 4;
/// How many tokens a block has at most.
pub const TOKENS: usize = 1 << 15;
const HEADS: usize = 1 << 17;
/// Bytes of the tables.
pub const TABLE: usize = 4 * (HEADS + WINDOW);
/// What there must be ahead unless nothing follows.
const AHEAD: usize = SHORTEST + LONGEST;
/// Places count from 1 on, and are counted anew before this.
const MOST_PLACES: usize = 1 << 28;
/// How many bytes of a repetition may differ from what was found at its end.
const SLACK: usize = 2;
/// What a repetition costs beside extra bits, and what it must save.
const COST: i64 = 3;
const GAIN: i64 = 4;

/// How hard a level tries.
struct Effort {
    /// From which length on it is content with the last place, and with any.
    lazy: usize,
    nice: usize,
    /// How many places it looks at.
    tries: usize,
}

impl Effort {
    fn of(level: i64) -> Effort {
        let (lazy, nice, tries) = match level {
            7 => (12, 16, 24),
            8 => (30, 40, 64),
            _ => (258, 258, 1024),
        };
        Effort { lazy, nice, tries }
    }
}

/// What is remembered from one call to the next, beside tables and tokens.
#[derive(Clone, Copy)]
pub struct Place {
    /// What comes next; all before has tokens, except perhaps the byte just before.
    pub index: usize,
    pub pending: bool,
    /// Where the block begins, if its beginning is still there.
    pub block: Option<usize>,
    /// What was found at the place before; a length below [`SHORTEST`] if nothing.
    pub len: usize,
    pub dist: usize,
    /// The place in a chain that comes after the last that was added, as the tables have it.
    pub chain: usize,
    /// What the tables have for the first byte.
    pub first: usize,
    /// Literals since the last repetition, up to 16 bits.
    pub literals: u16,
}

impl Place {
    pub const START: Place = Place {
        index: 0,
        pending: false,
        block: Some(0),
        len: SHORTEST - 1,
        dist: 0,
        chain: 0,
        first: 1,
        literals: 0,
    };
}

/// The work of one call. In the tables, `first + i` stands for the place `i`, so that 0 stands for none, and what has
/// left the window is less than `first`.
pub struct Lazy<'a> {
    effort: Effort,
    text: &'a [u8],
    heads: &'a mut [[u8; 4]; HEADS],
    chains: &'a mut [[u8; 4]; WINDOW],
    pub tokens: Tokens,
    pub place: Place,
    /// Where four bytes no longer begin.
    most: usize,
    /// The bits of literals, if repetitions have to be worth it.
    prices: Option<[u8; 256]>,
    flush: bool,
}

impl<'a> Lazy<'a> {
    /// `table` has [`TABLE`] bytes.
    pub fn new(level: i64, text: &'a [u8], table: &'a mut [u8], tokens: Tokens, place: Place) -> Lazy<'a> {
        let (heads, chains) = table.as_chunks_mut().0.split_at_mut(HEADS);
        Lazy {
            effort: Effort::of(level),
            text,
            heads: heads.try_into().expect("the size of the table"),
            chains: chains.try_into().expect("the size of the table"),
            tokens,
            place,
            most: 0,
            prices: None,
            flush: false,
        }
    }

    /// Adds the text as what came before.
    pub fn learn(&mut self) {
        for at in 0..(self.text.len() + 1).saturating_sub(SHORTEST) {
            self.add(at);
        }
        self.place.index = self.text.len();
        self.place.block = Some(self.text.len());
    }

    /// Lets the first half of the window go, if the place is near its end; whether it was so.
    pub fn slide(&mut self) -> bool {
        let place = &mut self.place;
        if place.index < ROOM - AHEAD {
            return false;
        }
        place.index -= WINDOW;
        place.block = place.block.and_then(|block| block.checked_sub(WINDOW));
        place.first += WINDOW;
        if place.first > MOST_PLACES {
            let less = place.first - 1;
            place.first = 1;
            place.chain = place.chain.saturating_sub(less);
            for entry in self.heads.iter_mut().chain(self.chains.iter_mut()) {
                *entry = u32::from_le_bytes(*entry).saturating_sub(less as u32).to_le_bytes();
            }
        }
        true
    }

    fn four(&self, at: usize) -> usize {
        let four = self.text[at..].first_chunk().expect("four bytes");
        (u32::from_le_bytes(*four).wrapping_mul(PRIME4) >> (32 - HEADS.trailing_zeros())) as usize
    }

    /// Adds a place to its chain; what comes after it there.
    fn add(&mut self, at: usize) -> usize {
        let head = &mut self.heads[self.four(at)];
        let before = std::mem::replace(head, ((self.place.first + at) as u32).to_le_bytes());
        self.chains[at % WINDOW] = before;
        u32::from_le_bytes(before) as usize
    }

    /// Adds the present place, if there are four bytes.
    fn add_here(&mut self) {
        if self.place.index < self.most {
            self.place.chain = self.add(self.place.index);
        }
    }

    fn literal(&mut self, at: usize, blocks: &mut Blocks) {
        self.tokens.literal(self.text[at]);
        self.spill(blocks);
    }

    /// Writes the tokens if there are enough.
    fn spill(&mut self, blocks: &mut Blocks) {
        if self.tokens.list.len() == TOKENS {
            self.write(blocks);
        }
    }

    fn write(&mut self, blocks: &mut Blocks) {
        let bytes = self.place.block.and_then(|block| self.text.get(block..self.place.index));
        let bytes = bytes.filter(|bytes| bytes.len() <= STORED);
        self.place.block = Some(self.place.index);
        blocks.block(&self.tokens, bytes, self.flush);
        self.tokens.clear();
    }

    /// The longest repetition at the present place, of those whose places the chain has from `near` on.
    fn longest(&self, near: usize, ahead: usize) -> Option<(usize, usize)> {
        let (at, most) = (self.place.index, ahead.min(LONGEST));
        let here = &self.text[at..at + most];
        let least = at.saturating_sub(WINDOW);
        let nice = self.effort.nice.min(most);
        let (mut best, mut found, mut gain) = (SHORTEST - 1, None, GAIN);
        let mut place = near;
        for _ in 0..self.effort.tries {
            if self.text[place + best] == here[best] {
                let len = same(here, &self.text[place..]);
                if len > best && self.is_worth(&here[..len], at - place, &mut gain) {
                    (best, found) = (len, Some((len, at - place)));
                    if len >= nice {
                        break;
                    }
                }
            }
            if place <= least {
                break;
            }
            let next = u32::from_le_bytes(self.chains[place % WINDOW]) as usize;
            match next.checked_sub(self.place.first) {
                Some(next) if next >= least => place = next,
                _ => break,
            }
        }
        found
    }

    /// Whether a repetition saves more bits than the best so far, which `gain` keeps.
    fn is_worth(&self, bytes: &[u8], dist: usize, gain: &mut i64) -> bool {
        let Some(prices) = &self.prices else { return true };
        let literals: i64 = bytes.iter().map(|&byte| i64::from(prices[usize::from(byte)])).sum();
        // The distance is one more than it should be here, as in Go.
        let dist = DISTS[dist_symbol(dist)].1;
        let len = LENGTHS[usize::from(LENGTH_SYMBOLS[bytes.len() - 3])].1;
        let saved = literals - i64::from(dist) - COST - i64::from(len);
        let better = saved > *gain;
        if better {
            *gain = saved;
        }
        better
    }

    /// Looks whether the last place with the bytes at the end of a repetition, which begins before the present place, has
    /// a longer one. What does not belong to that becomes literals.
    fn extend(&mut self, (len, dist): (usize, usize), ahead: usize, blocks: &mut Blocks) -> (usize, usize) {
        let start = self.place.index - 1;
        if len >= LONGEST - SLACK || start + len >= self.most {
            return (len, dist);
        }
        let head = u32::from_le_bytes(self.heads[self.four(start + len)]) as usize;
        let least = self.place.index.saturating_sub(WINDOW);
        let Some(from) = head.checked_sub(self.place.first + len).filter(|from| *from > least + SLACK) else {
            return (len, dist);
        };
        if start - from == dist {
            return (len, dist);
        }
        let end = start + ahead.min(LONGEST + SLACK);
        let mut longer = same(&self.text[start + SLACK..end], &self.text[from + SLACK..]);
        if longer <= len {
            return (len, dist);
        }
        for i in (0..SLACK).rev() {
            if longer >= LONGEST || self.text[start + i] != self.text[from + i] {
                for at in start..=start + i {
                    self.literal(at, blocks);
                    self.place.index += 1;
                    self.add_here();
                }
                break;
            }
            longer += 1;
        }
        (longer, start - from)
    }

    /// Makes tokens of the text, up to its end if nothing follows, and writes those that are enough for a block.
    pub fn run(&mut self, flush: bool, blocks: &mut Blocks) {
        self.flush = flush;
        let end = self.text.len();
        let rest = &self.text[self.place.index..];
        if self.effort.tries > 100 && !rest.is_empty() {
            self.prices = Some(literal_prices(&rest[..rest.len().min(TOKENS)]));
        }
        self.most = (end + 1).saturating_sub(SHORTEST);
        loop {
            let ahead = end - self.place.index;
            if ahead < AHEAD && !flush || ahead == 0 {
                break;
            }
            self.step(ahead, blocks);
        }
        if !flush {
            return;
        }
        if std::mem::take(&mut self.place.pending) {
            self.tokens.literal(self.text[end - 1]);
        }
        if !self.tokens.list.is_empty() {
            self.write(blocks);
        }
    }

    fn step(&mut self, ahead: usize, blocks: &mut Blocks) {
        self.add_here();
        let (len, dist) = (self.place.len, self.place.dist);
        (self.place.len, self.place.dist) = (SHORTEST - 1, 0);
        let least = self.place.index.saturating_sub(WINDOW);
        let near = self.place.chain.checked_sub(self.place.first).filter(|near| *near >= least);
        if let Some(near) = near
            && ahead > len
            && len < self.effort.lazy
            && let Some(found) = self.longest(near, ahead)
        {
            (self.place.len, self.place.dist) = found;
        }
        if len >= SHORTEST && self.place.len <= len {
            let (len, dist) = self.extend((len, dist), ahead, blocks);
            self.tokens.part(len, dist);
            let after = self.place.index + len - 1;
            for at in self.place.index + 1..after.min(self.most) {
                self.add(at);
            }
            self.place.index = after;
            self.place.pending = false;
            self.place.len = SHORTEST - 1;
            self.spill(blocks);
            self.place.literals = 0;
            return;
        }
        if self.place.len >= SHORTEST {
            self.place.literals = 0;
        }
        if self.place.pending {
            self.place.literals = self.place.literals.wrapping_add(1);
            self.literal(self.place.index - 1, blocks);
            self.place.index += 1;
            self.skip(blocks);
        } else {
            self.place.index += 1;
            self.place.pending = true;
        }
    }

    /// Where there were only literals for long, makes literals of the next bytes without looking.
    fn skip(&mut self, blocks: &mut Blocks) {
        let Some(over) = usize::from(self.place.literals).checked_sub(self.effort.tries + 1) else { return };
        for _ in 0..=(over + 1) >> 6 {
            if self.place.index >= self.text.len() - 1 {
                break;
            }
            self.literal(self.place.index - 1, blocks);
            self.add_here();
            self.place.index += 1;
        }
        self.tokens.literal(self.text[self.place.index - 1]);
        self.place.pending = false;
        self.spill(blocks);
    }
}

/// How many bits each byte takes as a literal with a code for this text; those that do not occur, one.
fn literal_prices(text: &[u8]) -> [u8; 256] {
    let mut counts = [0; END];
    for &byte in text {
        counts[usize::from(byte)] += 1;
    }
    let code = Code::<LITERALS>::best(&counts, MOST_BITS);
    std::array::from_fn(|byte| code.0[byte].len.max(1))
}
