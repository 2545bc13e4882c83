//! Levels 1 and 2: a table of the newest places with the same five bytes, to which about every other place is added.

use super::super::text::place5;
use super::super::tokens::Tokens;
use super::table::Newest;
use super::{Found, Text, WINDOW};

/// With `WITHIN`, places within repetitions are added, too.
pub fn find<const N: usize, const WITHIN: bool>(
    text: &Text<'_>,
    mut table: Newest<'_, N>,
    tokens: &mut Tokens,
) {
    let hash = |word| place5(word, Newest::<N>::BITS);
    let (mut to, mut written) = (text.start, text.start);
    let mut word = text.eight(to);
    'text: loop {
        let mut next;
        let mut from = loop {
            next = to + 2 + ((to - written) >> 5);
            if next > text.limit {
                break 'text;
            }
            let ahead = text.eight(next);
            let old = table.replace(hash(word), text.entry(to));
            if let Some(from) = text.is_again(old, to, word) {
                table.put(hash(ahead), text.entry(next));
                break from;
            }
            (to, word) = (next, ahead);
            next += 1;
            let old = table.replace(hash(word), text.entry(to));
            if let Some(from) = text.is_again(old, to, word) {
                if !WITHIN {
                    // One place too far, as in Go.
                    table.put(hash(word), text.entry(next));
                }
                break from;
            }
            (to, word) = (next, word >> 8);
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
                break 'text;
            }
            if WITHIN {
                for at in (to - found.len + 2..to - 5).step_by(7) {
                    let word = text.eight(at);
                    table.put(hash(word), text.entry(at));
                    table.put(hash(word >> 16), text.entry(at + 2));
                    table.put(hash(word >> 32), text.entry(at + 4));
                }
            }
            let before = text.eight(to - 2);
            table.put(hash(before), text.entry(to - 2));
            if WITHIN {
                table.put(hash(before >> 8), text.entry(to - 1));
            }
            word = before >> 16;
            let old = table.replace(hash(word), text.entry(to));
            match text.near(old, to, WINDOW + 1).filter(|&from| text.four(from) == word as u32) {
                Some(again) => from = again,
                None => break,
            }
        }
        (to, word) = (to + 1, word >> 8);
    }
    text.finish(written, tokens);
}
