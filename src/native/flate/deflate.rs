//! Compression, a block at a time. What a writer remembers from one call to the next is an array of words, the lengths of
//! the codes of a block that is not ended, tables, and, on the highest levels, tokens.
//!
//! Every bit is as Go's package writes it, as programs print how long something is when compressed, and hashes of it.

use super::super::{Done, Mem, NativeCx, NativeResult, SliceRef};
use super::blocks::{Blocks, STORED};
use super::codes::LITERALS;
use super::fast;
use super::huffman::Code;
use super::lazy::{self, Lazy, Place};
use super::output::Output;
use super::tokens::Tokens;

/// The words of the state, all zeros at first. Levels 1 to 6 have `BASE` behind those of all levels, which the language
/// half knows by its number; levels 7 to 9 have the rest.
const BITS: u64 = 0;
const COUNT: u64 = 1;
const HEADER: u64 = 2;
const ONLY_LITERALS: u64 = 3;
const BASE: u64 = 4;
const INDEX: u64 = 5;
const PENDING: u64 = 6;
const BLOCK: u64 = 7;
const LEN: u64 = 8;
const DIST: u64 = 9;
const CHAIN: u64 = 10;
const FIRST: u64 = 11;
const SINCE: u64 = 12;
const TOKENS: u64 = 13;

/// With what bytes are compressed, by numbers of the language half.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// More follows, and the buffer is full.
    Full,
    /// All must be readable.
    Flush,
    /// Nothing follows.
    Close,
    /// They count as written.
    Learn,
}

/// From fewer bytes than this on, levels 1 to 6 look for no repetitions, and from so few on, for no code.
const SMALL: usize = 128;
const TINY: usize = 32;
/// So much is there of the text, with the block, before its beginning goes, where that matters.
const HISTORY: usize = 5 * STORED;

/// `func deflate(level int, state []uint64, lens, table, tokens, buf []byte, start int, rest []byte, how int) (out []byte,
/// portions []int, kept int)`: compresses buf from start on, where what is before is what came before. The result begins
/// with what is left of the last one; portions of it, whose ends are given, are to be written. What is kept of buf is moved
/// to its beginning.
///
/// Without a table, the bytes are the first and the last.
pub fn deflate(cx: &mut NativeCx<'_>) -> NativeResult {
    let level = cx.int();
    let (state, lens, table, tokens, buf) = (cx.slice(), cx.slice(), cx.slice(), cx.slice(), cx.slice());
    let (start, rest) = (cx.uint() as usize, cx.bytes());
    let how = match cx.int() {
        0 => How::Full,
        1 => How::Flush,
        2 => How::Close,
        _ => How::Learn,
    };
    let mem = cx.mem();
    let bytes = |slice: SliceRef| mem.bytes_mut(slice.addr, slice.len);
    let mut state = State { mem, addr: state.addr };
    let (lens, buf) = (bytes(lens), bytes(buf));
    cx.charge((buf.len() - start) as u64);
    let mut blocks = state.blocks(level, lens, rest);
    let mut scratch = vec![];
    let table = if table.len > 0 {
        bytes(table)
    } else if level > 6 || level > 0 && (buf.len() >= SMALL || how == How::Learn) {
        scratch = vec![0; table_len(level)];
        &mut scratch
    } else {
        &mut scratch
    };
    let kept = match level {
        ..=0 => plain(level, buf, how, &mut blocks),
        1..=6 => quick(level, &mut state, table, (buf, start), how, &mut blocks),
        _ => thorough(level, &mut state, (table, bytes(tokens)), buf, how, &mut blocks),
    };
    match how {
        How::Flush => blocks.flush(),
        How::Close => blocks.close(),
        How::Full | How::Learn => {}
    }
    state.keep(&blocks, lens);
    cx.ret_bytes(&blocks.out.bytes)?;
    cx.ret_ints(&blocks.out.portions)?;
    cx.ret_int(kept as i64);
    Ok(Done)
}

/// `func tableLen(level int) int`: how many bytes the tables of a level have.
pub fn table_size(cx: &mut NativeCx<'_>) -> NativeResult {
    let level = cx.int();
    cx.ret_int(table_len(level) as i64);
    Ok(Done)
}

fn table_len(level: i64) -> usize {
    match level {
        ..=0 => 0,
        1..=6 => fast::table_len(level),
        _ => lazy::TABLE,
    }
}

/// Levels without repetitions.
fn plain(level: i64, buf: &[u8], how: How, blocks: &mut Blocks) -> usize {
    match (buf, level) {
        ([], _) => {}
        (_, 0) => blocks.stored(buf),
        _ => blocks.literal_block(buf, how != How::Full),
    }
    0
}

/// Levels 1 to 6.
fn quick(
    level: i64,
    state: &mut State,
    table: &mut [u8],
    (mut buf, mut start): (&mut [u8], usize),
    how: How,
    blocks: &mut Blocks,
) -> usize {
    let mut base = match state.word(BASE) {
        0 => fast::BASE,
        base => fast::rebase(base as usize, table),
    };
    let ended = how != How::Full;
    let len = buf.len() - start;
    if len == 0 {
        return start;
    }
    if ended && how != How::Learn && len < SMALL {
        match len {
            ..=TINY => blocks.stored(&buf[start..]),
            _ => blocks.literal_block(&buf[start..], true),
        }
        // What came before is forgotten.
        state.set(BASE, (base + fast::WINDOW + buf.len()) as u64);
        return 0;
    }
    let keeps = fast::depends_on_start(level);
    if keeps && buf.len() > HISTORY {
        let gone = start - fast::WINDOW;
        buf.copy_within(gone.., 0);
        let end = buf.len() - gone;
        buf = &mut buf[..end];
        (start, base) = (fast::WINDOW, base + gone);
    }
    let mut tokens = Tokens::new(len);
    fast::find(level, buf, start, base, table, &mut tokens);
    let (count, block) = (tokens.list.len(), &buf[start..]);
    if how == How::Learn {
        // Only the tables are wanted.
    } else if count == 0 {
        blocks.stored(block);
    } else if count > len - (len >> 4) {
        blocks.literal_block(block, ended);
    } else {
        blocks.block(&tokens, Some(block), ended);
    }
    let gone = if keeps { 0 } else { buf.len().saturating_sub(fast::WINDOW) };
    buf.copy_within(gone.., 0);
    state.set(BASE, (base + gone) as u64);
    buf.len() - gone
}

/// Levels 7 to 9.
fn thorough(
    level: i64,
    state: &mut State,
    (table, room): (&mut [u8], &mut [u8]),
    buf: &mut [u8],
    how: How,
    blocks: &mut Blocks,
) -> usize {
    let count = 4 * state.word(TOKENS) as usize;
    let tokens = Tokens::load(&room[..count], buf.len().min(lazy::TOKENS));
    let mut lazy = Lazy::new(level, buf, table, tokens, state.place());
    match how {
        How::Full => lazy.run(false, blocks),
        How::Flush | How::Close => lazy.run(true, blocks),
        How::Learn => lazy.learn(),
    }
    let gone = if lazy.slide() { lazy::WINDOW } else { 0 };
    lazy.tokens.store(room);
    state.set(TOKENS, lazy.tokens.list.len() as u64);
    state.set_place(lazy.place);
    buf.copy_within(gone.., 0);
    buf.len() - gone
}

/// The words that a writer remembers.
struct State {
    mem: Mem,
    addr: u64,
}

impl State {
    fn word(&self, i: u64) -> u64 {
        self.mem.u64(self.addr + 8 * i)
    }

    fn set(&mut self, i: u64, word: u64) {
        self.mem.set_u64(self.addr + 8 * i, word);
    }

    fn blocks(&self, level: i64, lens: &[u8], rest: &[u8]) -> Blocks {
        let mut bytes = Vec::with_capacity(STORED / 4);
        bytes.extend_from_slice(rest);
        let header = self.word(HEADER) as usize;
        let lens = if header > 0 { lens } else { &[] };
        let (literals, distances) = lens.split_at(lens.len().min(LITERALS));
        Blocks {
            out: Output::new(self.word(BITS), self.word(COUNT) as u32, bytes),
            literals: Code::from_lengths(literals),
            distances: Code::from_lengths(distances),
            header,
            only_literals: self.word(ONLY_LITERALS) != 0,
            reserve: match level {
                ..=0 => 10,
                1..=6 => 7,
                _ => 8,
            },
        }
    }

    fn keep(&mut self, blocks: &Blocks, lens: &mut [u8]) {
        self.set(BITS, blocks.out.bits);
        self.set(COUNT, u64::from(blocks.out.count));
        self.set(HEADER, blocks.header as u64);
        self.set(ONLY_LITERALS, u64::from(blocks.only_literals));
        if blocks.header > 0 {
            let (literals, distances) = lens.split_at_mut(LITERALS);
            blocks.literals.lengths(literals);
            blocks.distances.lengths(distances);
        }
    }

    fn place(&self) -> Place {
        if self.word(FIRST) == 0 {
            return Place::START;
        }
        let size = |i| self.word(i) as usize;
        Place {
            index: size(INDEX),
            pending: self.word(PENDING) != 0,
            block: size(BLOCK).checked_sub(1),
            len: size(LEN),
            dist: size(DIST),
            chain: size(CHAIN),
            first: size(FIRST),
            literals: self.word(SINCE) as u16,
        }
    }

    fn set_place(&mut self, place: Place) {
        self.set(INDEX, place.index as u64);
        self.set(PENDING, u64::from(place.pending));
        self.set(BLOCK, place.block.map_or(0, |block| block as u64 + 1));
        self.set(LEN, place.len as u64);
        self.set(DIST, place.dist as u64);
        self.set(CHAIN, place.chain as u64);
        self.set(FIRST, place.first as u64);
        self.set(SINCE, u64::from(place.literals));
    }
}
