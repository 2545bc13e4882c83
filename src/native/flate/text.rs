//! Text in which repetitions are looked for.

/// Multipliers that spread four, five and seven bytes over the bits of a word. Which places meet in a table, and so what
/// is found, depends on them.
pub const PRIME4: u32 = 2_654_435_761;
const PRIME5: u64 = 889_523_592_379;
const PRIME7: u64 = 58_295_818_150_454_627;

/// The place of the first four bytes in a table with so many bits.
#[inline(always)]
pub fn place4(word: u64, bits: u32) -> usize {
    ((word as u32).wrapping_mul(PRIME4) >> (32 - bits)) as usize
}

/// The place of the first five bytes.
#[inline(always)]
pub fn place5(word: u64, bits: u32) -> usize {
    ((word << 24).wrapping_mul(PRIME5) >> (64 - bits)) as usize
}

/// The place of the first seven bytes.
#[inline(always)]
pub fn place7(word: u64, bits: u32) -> usize {
    ((word << 8).wrapping_mul(PRIME7) >> (64 - bits)) as usize
}

/// How many bytes are the same from the beginning on; `a` is not longer than `b`.
#[inline]
pub fn same(a: &[u8], b: &[u8]) -> usize {
    let b = &b[..a.len()];
    let ((eights_a, rest_a), (eights_b, rest_b)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (i, (x, y)) in eights_a.iter().zip(eights_b).enumerate() {
        let differ = u64::from_le_bytes(*x) ^ u64::from_le_bytes(*y);
        if differ != 0 {
            return 8 * i + (differ.trailing_zeros() / 8) as usize;
        }
    }
    8 * eights_a.len() + rest_a.iter().zip(rest_b).take_while(|(x, y)| x == y).count()
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn bytes_are_the_same_up_to_the_first_difference() {
        let a: Vec<u8> = (0..40).collect();
        for differ in 0..40 {
            let mut b = a.clone();
            b[differ] += 1;
            for len in 0..=40 {
                assert_eq!(same(&a[..len], &b), differ.min(len));
            }
        }
    }
}
