//! Size classes: which object sizes blocks are divided into.
//!
//! Invariants
//! - Sizes are multiples of 8 and ascend: by 8 up to 80 bytes, by an eighth to a third above, and so that little of
//!   a block is left over.
//! - Dividing an offset inside a block by a size is exact when done by multiplication: see [`index`].

use super::range::BLOCK;

/// How many classes there are.
pub(super) const CLASSES: usize = SIZES.len();

/// Bytes of an object of each class, header included where there is one.
pub(super) static SIZES: [u32; 44] = [
    16, 24, 32, 40, 48, 56, 64, 72, 80, 96, 112, 128, 144, 160, 192, 224, 256, 288, 320, 384, 448, 512, 576,
    640, 768, 896, 1032, 1280, 1536, 1816, 2048, 2520, 3120, 3640, 4096, 5456, 6552, 8192, 9360, 10920,
    13104, 16384, 21840, 32768,
];

/// The largest size that shares a block with others.
pub(super) const MAX_SMALL: u64 = 32768;
/// The largest size that the first table covers.
pub(super) const MAX_TINY: u64 = 1032;

/// Class by size in units of 8 bytes, rounded up, for sizes up to [`MAX_TINY`].
static TINY: [u8; MAX_TINY as usize / 8 + 1] = {
    let mut table = [0; MAX_TINY as usize / 8 + 1];
    let mut units = 0;
    let mut class = 0;
    while units < table.len() {
        if units * 8 > SIZES[class] as usize {
            class += 1;
        }
        table[units] = class as u8;
        units += 1;
    }
    table
};

/// The class for objects of `size` bytes, `size` at most [`MAX_TINY`].
#[inline(always)]
pub(super) fn tiny_class(size: u64) -> usize {
    debug_assert!(size <= MAX_TINY);
    // SAFETY: the table has an entry for each such size; and no class that is none.
    let class = unsafe { *TINY.get_unchecked((size as usize).div_ceil(8)) } as usize;
    // SAFETY: as above.
    unsafe { std::hint::assert_unchecked(class < SIZES.len()) };
    class
}

/// The class for objects of `size` bytes, `size` at most [`MAX_SMALL`].
pub(super) fn class_of(size: u64) -> usize {
    if size <= MAX_TINY { tiny_class(size) } else { SIZES.partition_point(|&s| u64::from(s) < size) }
}

/// The multiplier that replaces a division by `size`: see [`index`].
pub(super) const fn magic(size: u32) -> u32 {
    ((1u64 << 32) / size as u64) as u32 + 1
}

/// Which object of its block the byte at offset `off` belongs to: `off / size`.
///
/// Exact because `off < 2^16` and the multiplier exceeds `2^32 / size` by at most 1, so that the error stays below
/// `2^16 / 2^32`, less than the distance `1 / size` to the next quotient.
#[inline(always)]
pub(super) fn index(off: u64, magic: u32) -> u64 {
    (off * u64::from(magic)) >> 32
}

/// How many objects of `size` bytes a block holds.
pub(super) fn per_block(size: u32) -> u32 {
    BLOCK as u32 / size
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::tests::times;

    #[test]
    fn classes_fit_and_are_the_smallest_that_do() {
        for size in (1..=MAX_SMALL).step_by(times(1, 61) as usize) {
            let class = class_of(size);
            assert!(u64::from(SIZES[class]) >= size);
            assert!(class == 0 || u64::from(SIZES[class - 1]) < size);
        }
    }

    #[test]
    fn multiplication_divides_exactly() {
        for size in SIZES {
            assert!(size % 8 == 0);
            for off in (0..BLOCK).step_by(times(1, 509) as usize) {
                assert_eq!(index(off, magic(size)), off / u64::from(size));
            }
        }
    }
}
