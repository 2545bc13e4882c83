//! Level 3: a table of the two newest places with the same five bytes, of which the longer repetition is taken.

use super::super::text::place5;
use super::super::tokens::Tokens;
use super::table::{Pair, Two};
use super::{Found, Text, WINDOW};

const SIZE: usize = 1 << 16;
/// How far back a repetition is looked for: less than it may be, as it may begin a little earlier.
const FAR: usize = WINDOW - 4;

/// Where a repetition comes from that is found in the midst of the text.
fn choose(text: &Text<'_>, pair: Pair, to: usize, word: u64) -> Option<usize> {
    let is_again = |from: &usize| text.four(*from) == word as u32;
    let newest = text.near(pair.newest, to, FAR + 1)?;
    if !is_again(&newest) {
        return text.near(pair.before, to, FAR).filter(is_again);
    }
    match text.near(pair.before, to, FAR + 1).filter(is_again) {
        Some(before) if text.measure(before, to) > text.measure(newest, to) => Some(before),
        _ => Some(newest),
    }
}

/// Where a repetition comes from that begins where one has ended.
fn go_on(text: &Text<'_>, pair: Pair, to: usize, word: u64) -> Option<usize> {
    let is_again = |from: &usize| text.four(*from) == word as u32;
    let newest = text.near(pair.newest, to, FAR)?;
    Some(newest).filter(is_again).or_else(|| text.near(pair.before, to, FAR).filter(is_again))
}

pub fn find(text: &Text<'_>, mut table: Two<'_, SIZE>, tokens: &mut Tokens) {
    let hash = |word| place5(word, Two::<SIZE>::BITS);
    let (mut to, mut written) = (text.start, text.start);
    let mut word = text.eight(to);
    'text: loop {
        let mut next = to;
        let mut from = loop {
            to = next;
            next = to + 1 + ((to - written) >> 7);
            if next > text.limit {
                break 'text;
            }
            let pair = table.push(hash(word), text.entry(to));
            if let Some(from) = choose(text, pair, to, word) {
                break from;
            }
            word = text.eight(next);
        };
        loop {
            let len = text.measure(from, to);
            let found = text.emit(Found { from, to, len }, written, tokens);
            written = found.to + found.len;
            to = written;
            if next >= to {
                to = next + 1;
            }
            if to >= text.limit {
                let end = found.from + found.len;
                if end + 8 < text.bytes.len() {
                    table.push(hash(text.eight(end)), text.entry(end));
                }
                break 'text;
            }
            for at in (to - found.len + 2..to - 5).step_by(6) {
                table.push(hash(text.eight(at)), text.entry(at));
            }
            let before = text.eight(to - 2);
            table.push(hash(before), text.entry(to - 2));
            table.push(hash(before >> 8), text.entry(to - 1));
            word = before >> 16;
            let pair = table.push(hash(word), text.entry(to));
            match go_on(text, pair, to, word) {
                Some(again) => from = again,
                None => break,
            }
        }
        (to, word) = (to + 1, word >> 8);
    }
    text.finish(written, tokens);
}
