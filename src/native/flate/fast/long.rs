//! Levels 4 to 6: beside the table of places with the same four bytes, one of those with the same seven, which promise
//! longer repetitions.

use super::super::text::{place4, place7};
use super::super::tokens::Tokens;
use super::table::{Newest, Two};
use super::{Found, Text, WINDOW};

const SIZE: usize = 1 << 15;
const BITS: u32 = SIZE.trailing_zeros();
/// How many bytes at the beginning of a repetition may differ where a longer one is looked for by its end.
const SLACK: usize = 2;
/// Level 5 is content with repetitions from this length on.
const CONTENT: usize = 30;

/// Level 4: one place for each hash.
pub fn find_near(
    text: &Text<'_>,
    mut short: Newest<'_, SIZE>,
    mut long: Newest<'_, SIZE>,
    tokens: &mut Tokens,
) {
    let (mut to, mut written) = (text.start, text.start);
    let mut word = text.eight(to);
    'text: loop {
        let mut next = to;
        let from = loop {
            to = next;
            next = to + 1 + ((to - written) >> 6);
            if next > text.limit {
                break 'text;
            }
            let old_short = short.replace(place4(word, BITS), text.entry(to));
            let old_long = long.replace(place7(word, BITS), text.entry(to));
            if let Some(from) = text.is_again(old_long, to, word) {
                break from;
            }
            let ahead = text.eight(next);
            if let Some(from) = text.is_again(old_short, to, word) {
                match text.is_again(long.get(place7(ahead, BITS)), next, ahead) {
                    // Compared with as far from the beginning of the text as it is from here, as in Go.
                    Some(later) if text.measure(next - later, next) > text.measure(from, to) => {
                        to = next;
                        break later;
                    }
                    _ => break from,
                }
            }
            word = ahead;
        };
        let len = text.measure(from, to);
        let found = text.emit(Found { from, to, len }, written, tokens);
        written = found.to + found.len;
        to = written;
        if next >= to {
            to = next + 1;
        }
        if to >= text.limit {
            if to + 8 < text.bytes.len() {
                let word = text.eight(to);
                short.put(place4(word, BITS), text.entry(to));
                long.put(place7(word, BITS), text.entry(to));
            }
            break;
        }
        for at in (next..to - 1).step_by(3) {
            let word = text.eight(at);
            long.put(place7(word, BITS), text.entry(at));
            long.put(place7(word >> 8, BITS), text.entry(at + 1));
            short.put(place4(word >> 8, BITS), text.entry(at + 1));
        }
        let before = text.eight(to - 1);
        short.put(place4(before, BITS), text.entry(to - 1));
        long.put(place7(before, BITS), text.entry(to - 1));
        word = before >> 8;
    }
    text.finish(written, tokens);
}

/// The tables of levels 5 and 6.
struct Tables<'a> {
    short: Newest<'a, SIZE>,
    long: Two<'a, SIZE>,
}

impl Tables<'_> {
    #[inline(always)]
    fn add(&mut self, word: u64, entry: u32) {
        self.short.put(place4(word, BITS), entry);
        self.long.push(place7(word, BITS), entry);
    }
}

/// The longer of two repetitions, the first if they are equally long.
fn longer(found: Found, other: Found) -> Found {
    if other.len > found.len { other } else { found }
}

/// Looks at a place, of which the tables get to know, and the next: a repetition whose length may not be known yet, which
/// 0 stands for. Level 6 looks, with `repeat`, whether the last repetition goes on behind the next byte, too.
#[inline(always)]
fn look(
    text: &Text<'_>,
    tables: &mut Tables<'_>,
    (to, word): (usize, u64),
    (next, ahead): (usize, u64),
    repeat: Option<usize>,
) -> Option<Found> {
    let old_short = tables.short.replace(place4(word, BITS), text.entry(to));
    let old_long = tables.long.push(place7(word, BITS), text.entry(to));
    let measured = |from, to| Found { from, to, len: text.measure_part(from, to) };
    if let Some(from) = text.near(old_long.newest, to, WINDOW) {
        let before = text.is_again(old_long.before, to, word);
        if text.four(from) == word as u32 {
            tables.add(ahead, text.entry(next));
            return Some(match before {
                Some(before) => longer(measured(from, to), measured(before, to)),
                None => Found { from, to, len: 0 },
            });
        }
        if let Some(from) = before {
            tables.add(ahead, text.entry(next));
            return Some(Found { from, to, len: 0 });
        }
    }
    let from = text.is_again(old_short, to, word)?;
    let mut found = measured(from, to);
    let old_long = tables.long.push(place7(ahead, BITS), text.entry(next));
    tables.short.put(place4(ahead, BITS), text.entry(next));
    if let Some(repeat) = repeat {
        let from = to + 1 - repeat;
        if text.four(from) == (word >> 8) as u32 {
            let other = measured(from, to + 1);
            if other.len > found.len {
                return Some(other);
            }
        }
    }
    if let Some(from) = text.near(old_long.newest, next, WINDOW) {
        if text.four(from) == ahead as u32 {
            let other = measured(from, next);
            if repeat.is_none() && other.len > found.len {
                return Some(other);
            }
            found = longer(found, other);
        }
        if let Some(from) = text.is_again(old_long.before, next, ahead) {
            found = longer(found, measured(from, next));
        }
    }
    Some(found)
}

/// Looks for a longer repetition by the bytes that come behind one.
#[inline(always)]
fn look_behind(text: &Text<'_>, tables: &Tables<'_>, found: Found, all: bool) -> Found {
    let end = found.to + found.len;
    if end >= text.limit || !all && found.len >= CONTENT {
        return found;
    }
    let pair = tables.long.get(place7(text.eight(end), BITS));
    // Where it would come from, by an entry for the end, and from how far back.
    let start = |entry: u32, len: usize| {
        let place = i64::from(entry) - i64::from(text.base);
        (place - len as i64 + SLACK as i64, (found.to + len) as i64 - place)
    };
    let better = |entry: u32, found: Found, to: usize| {
        let (from, dist) = start(entry, found.len);
        if from < 0 || dist <= 0 || dist >= WINDOW as i64 {
            return found;
        }
        let from = from as usize;
        longer(found, Found { from, to, len: same_from(text, from, to) })
    };
    let to = found.to + SLACK;
    let first = better(pair.newest, found, to);
    if all && start(pair.newest, found.len).1 < WINDOW as i64 {
        better(pair.before, first, to)
    } else {
        first
    }
}

/// How many bytes are the same at two places.
fn same_from(text: &Text<'_>, from: usize, to: usize) -> usize {
    super::same(&text.bytes[to..], &text.bytes[from..])
}

/// Levels 5 and 6: two places for each hash of seven bytes. With `HARD`, for level 6, more places are added and looked at.
pub fn find<const HARD: bool>(
    text: &Text<'_>,
    short: Newest<'_, SIZE>,
    long: Two<'_, SIZE>,
    tokens: &mut Tokens,
) {
    let mut tables = Tables { short, long };
    let (mut to, mut written) = (text.start, text.start);
    let mut word = text.eight(to);
    let mut repeat = 1;
    'text: loop {
        let mut next = to;
        let mut found = loop {
            to = next;
            next = to + 1 + ((to - written) >> if HARD { 7 } else { 6 });
            if next > text.limit {
                break 'text;
            }
            let ahead = text.eight(next);
            if let Some(found) = look(text, &mut tables, (to, word), (next, ahead), HARD.then_some(repeat)) {
                break found;
            }
            word = ahead;
        };
        if found.len == 0 || found.len == 4 + super::MEASURED {
            found.len = text.measure(found.from, found.to);
        }
        let found = text.emit(look_behind(text, &tables, found, HARD), written, tokens);
        repeat = found.to - found.from;
        written = found.to + found.len;
        to = written;
        if next >= to {
            to = next + 1;
        }
        if HARD {
            let rest = to >= text.limit;
            if rest {
                for at in (next + 1..text.bytes.len() - 8).step_by(2) {
                    tables.add(text.eight(at), text.entry(at));
                }
                break;
            }
            for at in (next + 1..to - 1).step_by(2) {
                let word = text.eight(at);
                tables.add(word, text.entry(at));
                tables.long.push(place7(word >> 8, BITS), text.entry(at + 1));
            }
            word = text.eight(to);
        } else {
            if to >= text.limit {
                break;
            }
            add_within(text, &mut tables, to - found.len + 1, to - 1);
            let before = text.eight(to - 1);
            tables.add(before, text.entry(to - 1));
            word = before >> 8;
        }
    }
    text.finish(written, tokens);
}

/// Adds places of a repetition as level 5 does: each third, and two at its beginning.
fn add_within(text: &Text<'_>, tables: &mut Tables<'_>, start: usize, end: usize) {
    if start >= end {
        return;
    }
    let word = text.eight(start);
    tables.add(word, text.entry(start));
    tables.long.push(place7(word >> 8, BITS), text.entry(start + 1));
    tables.short.put(place4(word >> 16, BITS), text.entry(start + 2));
    for at in (start + 4..end).step_by(3) {
        let word = text.eight(at);
        tables.long.push(place7(word, BITS), text.entry(at));
        tables.short.put(place4(word >> 8, BITS), text.entry(at + 1));
    }
}
