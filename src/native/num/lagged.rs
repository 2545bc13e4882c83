//! How the source of math/rand starts from a seed.

use super::lagged_table::COOKED;

/// How many numbers the generator remembers.
pub const STATE_LEN: usize = 607;

/// The modulus of the seeds: 2**31 - 1.
const MODULUS: i64 = (1 << 31) - 1;

/// Fills the state for a seed: three numbers of Lehmer's generator (48271 x mod 2**31 - 1) for each number, upon a state of
/// the generator far from its start.
pub fn fill_state(state: &mut [i64; STATE_LEN], seed: i64) {
    let mut x = seed % MODULUS;
    if x < 0 {
        x += MODULUS;
    }
    if x == 0 {
        x = 89_482_311;
    }
    let mut next = || {
        x = 48_271 * x % MODULUS;
        x
    };
    for _ in 0..20 {
        next();
    }
    for (number, cooked) in state.iter_mut().zip(&COOKED) {
        *number = next() << 40 ^ next() << 20 ^ next() ^ *cooked as i64;
    }
}

#[cfg(test)]
mod tests {
    use super::{STATE_LEN, fill_state};

    /// What rand.New(rand.NewSource(seed)).Int63() gives first in Go.
    #[test]
    fn first_numbers() {
        let mut state = [0; STATE_LEN];
        for (seed, first) in [(1, 5_577_006_791_947_779_410), (42, 3_440_579_354_231_278_675)] {
            fill_state(&mut state, seed);
            let sum = state[333].wrapping_add(state[606]);
            assert_eq!(sum & i64::MAX, first);
        }
    }
}
