//! Magnitudes of a few words, which most are: their arithmetic needs no numbers of num-bigint.

use smallvec::SmallVec;

use crate::native::{NativeCx, Unwind};

/// A magnitude: the lowest word first. The highest is not zero, but for results that are still to be trimmed.
pub type Words = SmallVec<[u64; 8]>;

/// Products of two magnitudes of so many words are made word by word.
pub const FEW: usize = 24;

/// The next argument, a magnitude.
pub fn words(cx: &mut NativeCx<'_>) -> Words {
    let words = cx.slice();
    let mem = cx.mem();
    (0..words.len).map(|i| mem.u64(words.addr + 8 * i)).collect()
}

/// Writes the next result, a magnitude whose highest words may be zero.
pub fn ret_words(cx: &mut NativeCx<'_>, value: &[u64]) -> Result<(), Unwind> {
    let len = value.iter().rposition(|&word| word != 0).map_or(0, |last| last + 1);
    let words: SmallVec<[i64; 8]> = value[..len].iter().map(|&word| word as i64).collect();
    cx.ret_ints(&words)
}

/// The number, if it has no more than two words.
pub fn small(x: &[u64]) -> Option<u128> {
    match *x {
        [] => Some(0),
        [low] => Some(u128::from(low)),
        [low, high] => Some(u128::from(low) | u128::from(high) << 64),
        _ => None,
    }
}

/// The words of a number, which may be zero.
pub fn of(x: u128) -> [u64; 2] {
    [x as u64, (x >> 64) as u64]
}

pub fn sum(x: &[u64], y: &[u64]) -> Words {
    let (long, short) = if x.len() < y.len() { (y, x) } else { (x, y) };
    let mut out = Words::with_capacity(long.len() + 1);
    let mut carry = false;
    for (i, &word) in long.iter().enumerate() {
        let (with, first) = word.overflowing_add(short.get(i).copied().unwrap_or(0));
        let (with, second) = with.overflowing_add(u64::from(carry));
        carry = first | second;
        out.push(with);
    }
    if carry {
        out.push(1);
    }
    out
}

/// x - y, where x is at least y.
pub fn difference(x: &[u64], y: &[u64]) -> Words {
    let mut borrow = false;
    let word = |(i, &word): (usize, &u64)| {
        let (less, first) = word.overflowing_sub(y.get(i).copied().unwrap_or(0));
        let (less, second) = less.overflowing_sub(u64::from(borrow));
        borrow = first | second;
        less
    };
    x.iter().enumerate().map(word).collect()
}

pub fn product(x: &[u64], y: &[u64]) -> Words {
    let mut out = Words::from_elem(0, x.len() + y.len());
    for (i, &a) in x.iter().enumerate() {
        let mut carry = 0;
        for (j, &b) in y.iter().enumerate() {
            let all = u128::from(a) * u128::from(b) + u128::from(out[i + j]) + u128::from(carry);
            (out[i + j], carry) = (all as u64, (all >> 64) as u64);
        }
        out[i + y.len()] = carry;
    }
    out
}

/// x / y and what that leaves, if it is easy: y has one word, or both have no more than two.
pub fn quotient(x: &[u64], y: &[u64]) -> Option<(Words, Words)> {
    if let (Some(x), Some(y)) = (small(x), small(y)) {
        return Some((Words::from_slice(&of(x / y)), Words::from_slice(&of(x % y))));
    }
    if x.len() < y.len() {
        return Some((Words::new(), Words::from_slice(x)));
    }
    let &[divisor] = y else { return None };
    let mut out = Words::from_elem(0, x.len());
    let mut rest = 0;
    for i in (0..x.len()).rev() {
        let all = u128::from(rest) << 64 | u128::from(x[i]);
        (out[i], rest) = ((all / u128::from(divisor)) as u64, (all % u128::from(divisor)) as u64);
    }
    Some((out, Words::from_slice(&[rest])))
}

pub fn shifted_left(x: &[u64], n: usize) -> Words {
    let (whole, bits) = (n / 64, n % 64);
    let mut out = Words::from_elem(0, whole);
    let mut carry = 0;
    for &word in x {
        out.push(word << bits | carry);
        carry = if bits == 0 { 0 } else { word >> (64 - bits) };
    }
    out.push(carry);
    out
}

pub fn shifted_right(x: &[u64], n: u64) -> Words {
    let (whole, bits) = (n / 64, n % 64);
    let x = usize::try_from(whole).ok().and_then(|whole| x.get(whole..)).unwrap_or(&[]);
    let above = |i: usize| x.get(i + 1).map_or(0, |&word| if bits == 0 { 0 } else { word << (64 - bits) });
    x.iter().enumerate().map(|(i, &word)| word >> bits | above(i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigUint;

    fn number(words: &[u64]) -> BigUint {
        BigUint::new(words.iter().flat_map(|&word| [word as u32, (word >> 32) as u32]).collect())
    }

    /// Magnitudes with words of all kinds, reproducible.
    fn magnitudes() -> Vec<Words> {
        let mut state = 1u64;
        let mut next = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            match state >> 61 {
                0 => 0,
                1 => u64::MAX,
                2 => 1 << 63,
                _ => state,
            }
        };
        let mut all = vec![Words::new()];
        for len in 1..7 {
            for _ in 0..12 {
                let mut words: Words = (0..len).map(|_| next()).collect();
                if words[len - 1] == 0 {
                    words[len - 1] = 1;
                }
                all.push(words);
            }
        }
        all
    }

    #[test]
    fn results_are_those_of_num_bigint() {
        let all = magnitudes();
        for x in &all {
            let a = number(x);
            for n in [0, 1, 63, 64, 65, 200] {
                assert_eq!(number(&shifted_left(x, n)), &a << n);
                assert_eq!(number(&shifted_right(x, n as u64)), &a >> n);
            }
            for y in &all {
                let b = number(y);
                assert_eq!(number(&sum(x, y)), &a + &b);
                assert_eq!(number(&product(x, y)), &a * &b);
                if a >= b {
                    assert_eq!(number(&difference(x, y)), &a - &b);
                }
                if !y.is_empty()
                    && let Some((q, r)) = quotient(x, y)
                {
                    assert_eq!((number(&q), number(&r)), (&a / &b, &a % &b));
                }
            }
        }
    }
}
