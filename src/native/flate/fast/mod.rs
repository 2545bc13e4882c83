//! Levels 1 to 6: tables tell for the hash of some bytes where they were last, and what is found there is mostly taken as
//! it is. Levels differ in what the tables have, in which places are added, and in how soon steps become longer where
//! nothing is found.
//!
//! In the tables, `base + i` stands for the place `i` of the text. Zeros, and what an earlier text has left, are farther
//! from any place than a repetition may be.

mod both;
mod long;
mod sparse;
mod table;

use super::text::same;
use super::tokens::Tokens;
use table::{Newest, Two};

/// How far back a repetition may be.
pub const WINDOW: usize = 1 << 15;
/// What stands for the first place at first, and beyond what it is counted anew.
pub const BASE: usize = 65535;
const MOST_BASE: usize = 1 << 30;
/// So few bytes are only remembered.
const SHORT: usize = 13;
/// Repetitions do not begin in the last bytes.
const MARGIN: usize = 11;
/// What is measured of a repetition at once, behind its first four bytes.
const MEASURED: usize = 254;

/// Bytes of the tables of a level.
pub fn table_len(level: i64) -> usize {
    match level {
        1 => 4 << 15,
        2 => 4 << 17,
        3 => 8 << 16,
        4 => (4 << 15) + (4 << 15),
        _ => (4 << 15) + (8 << 15),
    }
}

/// Whether what is found depends on where the text begins, beyond what may be repeated.
pub fn depends_on_start(level: i64) -> bool {
    level == 4
}

/// Makes tokens of the text from `start` on, where what is before came before; none if nothing is repeated.
pub fn find(level: i64, bytes: &[u8], start: usize, base: usize, table: &mut [u8], tokens: &mut Tokens) {
    if bytes.len() - start < SHORT {
        return;
    }
    let text = Text { bytes, start, base: base as u32, limit: bytes.len() - MARGIN };
    match level {
        1 => sparse::find::<{ 1 << 15 }, false>(&text, Newest::new(table), tokens),
        2 => sparse::find::<{ 1 << 17 }, true>(&text, Newest::new(table), tokens),
        3 => both::find(&text, Two::new(table), tokens),
        4 => {
            let (short, long) = table.split_at_mut(4 << 15);
            long::find_near(&text, Newest::new(short), Newest::new(long), tokens);
        }
        _ => {
            let (short, long) = table.split_at_mut(4 << 15);
            let (short, long) = (Newest::new(short), Two::new(long));
            match level {
                5 => long::find::<false>(&text, short, long, tokens),
                _ => long::find::<true>(&text, short, long, tokens),
            }
        }
    }
}

/// Counts places anew if they have become too many: what stands for the first one.
pub fn rebase(base: usize, table: &mut [u8]) -> usize {
    if base <= MOST_BASE {
        return base;
    }
    for entry in table.as_chunks_mut().0 {
        *entry = u32::from_le_bytes(*entry).saturating_sub((base - BASE) as u32).to_le_bytes();
    }
    BASE
}

/// The text, and what stands for its places in the tables.
struct Text<'a> {
    bytes: &'a [u8],
    start: usize,
    base: u32,
    /// No repetition is looked for behind this.
    limit: usize,
}

/// A repetition: from where to where, and how long.
#[derive(Clone, Copy)]
struct Found {
    from: usize,
    to: usize,
    len: usize,
}

impl Text<'_> {
    #[inline(always)]
    fn four(&self, at: usize) -> u32 {
        u32::from_le_bytes(*self.bytes[at..].first_chunk().expect("four bytes"))
    }

    #[inline(always)]
    fn eight(&self, at: usize) -> u64 {
        u64::from_le_bytes(*self.bytes[at..].first_chunk().expect("eight bytes"))
    }

    #[inline(always)]
    fn entry(&self, at: usize) -> u32 {
        self.base + at as u32
    }

    /// The place of an entry that is less than so far before `to`.
    #[inline(always)]
    fn near(&self, entry: u32, to: usize, far: usize) -> Option<usize> {
        let dist = self.entry(to).wrapping_sub(entry) as usize;
        (dist < far).then(|| to - dist)
    }

    /// The place of an entry, if a repetition of these four bytes may come from there.
    #[inline(always)]
    fn is_again(&self, entry: u32, to: usize, four: u64) -> Option<usize> {
        self.near(entry, to, WINDOW).filter(|&from| self.four(from) == four as u32)
    }

    /// How long the repetition is of which four bytes are known.
    #[inline]
    fn measure(&self, from: usize, to: usize) -> usize {
        4 + same(&self.bytes[to + 4..], &self.bytes[from + 4..])
    }

    /// Like [`Text::measure`], up to the longest of the format.
    #[inline]
    fn measure_part(&self, from: usize, to: usize) -> usize {
        let end = (to + 4 + MEASURED).min(self.bytes.len());
        4 + same(&self.bytes[to + 4..end], &self.bytes[from + 4..])
    }

    /// Writes a repetition, which begins as early as it can, and the literals before it; gives what was written.
    #[inline]
    fn emit(&self, found: Found, written: usize, tokens: &mut Tokens) -> Found {
        let Found { mut from, mut to, mut len } = found;
        while from > 0 && to > written && self.bytes[from - 1] == self.bytes[to - 1] {
            (from, to, len) = (from - 1, to - 1, len + 1);
        }
        tokens.literals(&self.bytes[written..to]);
        tokens.repetition(len, to - from);
        Found { from, to, len }
    }

    /// Writes what is left, unless there was no repetition.
    fn finish(&self, written: usize, tokens: &mut Tokens) {
        if !tokens.list.is_empty() {
            tokens.literals(&self.bytes[written..]);
        }
    }
}
