//! Codes for symbols that occur so often.

use super::codes::{MOST_BITS, codes};

/// The bits of a symbol, the first lowest.
#[derive(Clone, Copy, Default)]
pub struct Symbol {
    pub bits: u16,
    /// 0 for a symbol that has no code.
    pub len: u8,
}

/// A code of `N` symbols.
#[derive(Clone)]
pub struct Code<const N: usize>(pub [Symbol; N]);

impl<const N: usize> Code<N> {
    /// The code with these lengths, of which there may be more than are wanted.
    pub fn from_lengths(lengths: &[u8]) -> Code<N> {
        let mut code = Code([Symbol::default(); N]);
        for ((symbol, &len), bits) in code.0.iter_mut().zip(lengths).zip(codes(lengths)) {
            *symbol = Symbol { bits, len };
        }
        code
    }

    /// The best code with at most `most` bits a symbol.
    pub fn best(counts: &[u16], most: usize) -> Code<N> {
        let mut lengths = [0; N];
        best_lengths(counts, most, &mut lengths);
        Code::from_lengths(&lengths)
    }

    /// The lengths, as far as there is room.
    pub fn lengths(&self, to: &mut [u8]) {
        for (len, symbol) in to.iter_mut().zip(&self.0) {
            *len = symbol.len;
        }
    }

    /// How many bits so many of each symbol take. Symbols without code count nothing.
    pub fn price(&self, counts: &[u16]) -> usize {
        counts.iter().zip(&self.0).map(|(&n, symbol)| usize::from(n) * usize::from(symbol.len)).sum()
    }

    /// Whether all that occur have a code.
    pub fn covers(&self, counts: &[u16]) -> bool {
        counts.iter().zip(&self.0).all(|(&n, symbol)| n == 0 || symbol.len > 0)
    }
}

/// The lengths of the best code, by merging packages (Larmore and Hirschberg, 1990).
///
/// On each level, packages of two items of the level below are merged with the symbols, the rarest first. What is among
/// the first `2n - 2` items of the top level, by itself or in packages, gets a bit for each time it is there. Where a
/// package and a symbol weigh the same, the package comes first; of equal symbols the first has the longer code. Both
/// decide which of several best codes it is.
fn best_lengths(counts: &[u16], most: usize, lengths: &mut [u8]) {
    let mut order: Vec<(u16, u16)> =
        (0..).zip(counts).filter(|(_, n)| **n > 0).map(|(symbol, &n)| (n, symbol)).collect();
    let n = order.len();
    if n <= 2 {
        for (_, symbol) in order {
            lengths[usize::from(symbol)] = 1;
        }
        return;
    }
    order.sort_unstable();
    let most = most.min(n - 1);
    let items = 2 * n - 2;
    // Of each level, which items are symbols, as bits by level.
    let mut symbols = vec![0u16; items];
    let (mut below, mut level) = (Vec::<u32>::new(), Vec::<u32>::with_capacity(items));
    for number in 0..most {
        level.clear();
        let mut packages = below.as_chunks::<2>().0.iter().map(|[a, b]| a + b).peekable();
        let mut leaves = order.iter().map(|leaf| u32::from(leaf.0)).peekable();
        for marks in &mut symbols {
            let package = packages.peek();
            let item = if leaves.peek().is_some_and(|leaf| package.is_none_or(|package| leaf < package)) {
                *marks |= 1 << number;
                leaves.next()
            } else {
                packages.next()
            };
            match item {
                Some(item) => level.push(item),
                None => break,
            }
        }
        std::mem::swap(&mut below, &mut level);
    }
    let mut taken = items;
    for number in (0..most).rev() {
        let leaves = symbols[..taken].iter().filter(|&&marks| marks & 1 << number != 0).count();
        for leaf in &order[..leaves] {
            lengths[usize::from(leaf.1)] += 1;
        }
        taken = 2 * (taken - leaves);
    }
    debug_assert!(lengths.iter().all(|&len| usize::from(len) <= MOST_BITS));
}

#[cfg(test)]
mod tests {
    use super::best_lengths;

    fn lengths<const N: usize>(counts: [u16; N], most: usize) -> [u8; N] {
        let mut lengths = [0; N];
        best_lengths(&counts, most, &mut lengths);
        lengths
    }

    #[test]
    fn codes_are_best_and_not_too_long() {
        assert_eq!(lengths([0, 7, 0], 15), [0, 1, 0]);
        assert_eq!(lengths([3, 0, 1], 15), [1, 0, 1]);
        assert_eq!(lengths([1, 1, 2, 4, 8], 15), [4, 4, 3, 2, 1]);
        assert_eq!(lengths([1, 1, 2, 4, 8], 3), [3, 3, 3, 3, 1]);
        assert_eq!(lengths([5, 5, 5, 5], 7), [2; 4]);
    }
}
