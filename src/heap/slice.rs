//! Slices: pointer, length, capacity; and how they grow.
//!
//! Invariants
//! - `len <= cap`; a slice of capacity 0 has a pointer that lies inside something, never past its end.
//! - Capacities after `append` are those of real Go: its growth formula, rounded up to its allocator's
//!   size classes. Programs print them, so they are part of the language as spoken.

use super::OutOfMemory;
use super::gc::Heap;
use super::layout::LayoutId;
use super::mem;

/// Go's limit on the bytes of one allocation (48-bit addresses).
const MAX_ALLOC: u64 = 1 << 48;
/// Below this capacity a slice doubles.
const DOUBLE_BELOW: u64 = 256;
/// The largest size that Go's allocator serves from a size class.
const MAX_CLASS: u64 = 32768;
/// Objects with pointers above this size carry a header of 8 bytes in Go's allocator.
const HEADER_ABOVE: u64 = 512;
/// Go's allocator rounds larger sizes up to this.
const PAGE: u64 = 8192;

/// The object sizes of Go's allocator, in bytes.
static GO_SIZES: [u16; 66] = [
    8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416,
    448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200,
    3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336,
    16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672,
];

/// Why a slice could not be made or grown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SliceError {
    /// The length or capacity is negative, or no memory could hold it: Go's `len out of range` panics.
    OutOfRange,
    /// There is no memory left.
    OutOfMemory,
}

impl From<OutOfMemory> for SliceError {
    fn from(_: OutOfMemory) -> SliceError {
        SliceError::OutOfMemory
    }
}

/// What Go's allocator would make of a request for `size` bytes.
fn round_up(size: u64, pointers: bool) -> u64 {
    let header = if pointers && size > HEADER_ABOVE { 8 } else { 0 };
    if size > MAX_CLASS - 8 {
        return size.next_multiple_of(PAGE);
    }
    let wanted = size + header;
    let class = GO_SIZES.partition_point(|&s| u64::from(s) < wanted);
    GO_SIZES.get(class).map_or(MAX_CLASS, |&s| u64::from(s)) - header
}

/// The capacity that Go's allocator has for `len` elements.
pub fn rounded_capacity(len: u64, elem_size: u64, pointers: bool) -> u64 {
    if len == 0 || elem_size == 0 { len } else { round_up(len * elem_size, pointers) / elem_size }
}

/// The capacity that Go gives a slice of `old_cap` elements when `append` needs room for `new_len`.
/// Nothing if no memory could hold it.
pub fn grown_capacity(old_cap: u64, new_len: u64, elem_size: u64, pointers: bool) -> Option<u64> {
    if elem_size == 0 {
        return Some(new_len);
    }
    let cap = if new_len > old_cap.saturating_mul(2) {
        new_len
    } else if old_cap < DOUBLE_BELOW {
        old_cap * 2
    } else {
        let mut cap = old_cap;
        while cap < new_len {
            cap += (cap + 3 * DOUBLE_BELOW) >> 2;
        }
        cap
    };
    let bytes = cap.checked_mul(elem_size).filter(|&b| b <= MAX_ALLOC)?;
    Some(round_up(bytes, pointers) / elem_size)
}

/// `make([]T, len, cap)`: the address of `cap` zeroed elements. The lengths are register forms of Go's `int`.
///
/// # Errors
/// [`SliceError::OutOfRange`] if `len > cap`, or one is negative or beyond any memory.
pub fn make(
    heap: &mut Heap,
    layout: LayoutId,
    elem_size: u64,
    len: u64,
    cap: u64,
) -> Result<u64, SliceError> {
    match cap.checked_mul(elem_size) {
        Some(bytes) if bytes <= MAX_ALLOC && len <= cap && cap <= i64::MAX as u64 => {
            Ok(heap.alloc(layout, bytes)?)
        }
        Some(_) | None => Err(SliceError::OutOfRange),
    }
}

/// Moves the `len` elements at `ptr` to where there is room for `new_len`: the new address and capacity. The old
/// elements stay as they are, since other slices may share them.
///
/// # Errors
/// [`SliceError::OutOfRange`] if the length overflows.
///
/// # Safety
/// `ptr` is the address of `len` live elements of the given layout and size, in an array of `cap`.
pub unsafe fn grow(
    heap: &mut Heap,
    layout: LayoutId,
    elem_size: u64,
    (ptr, len, cap): (u64, u64, u64),
    new_len: u64,
) -> Result<(u64, u64), SliceError> {
    if new_len > i64::MAX as u64 {
        return Err(SliceError::OutOfRange);
    }
    let new_cap =
        grown_capacity(cap, new_len, elem_size, layout.has_pointers()).ok_or(SliceError::OutOfRange)?;
    let addr = heap.alloc(layout, new_cap * elem_size)?;
    // SAFETY: `len` live elements, by the caller's promise, and the new array is longer.
    unsafe { mem::copy(addr, ptr, len * elem_size) };
    Ok((addr, new_cap))
}

/// `copy(dst, src)` of `count` elements; overlapping is allowed.
///
/// # Safety
/// Both are addresses of at least `count` live elements of this size.
#[inline]
pub unsafe fn copy_elements(dst: u64, src: u64, count: u64, elem_size: u64) {
    // SAFETY: the caller's promise.
    unsafe { mem::copy(dst, src, count * elem_size) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::HeapConfig;

    #[test]
    fn capacities_are_those_of_go() {
        let table = include_str!("slice_capacities.txt");
        let mut rows = 0;
        for line in table.lines().filter(|l| !l.starts_with('#')) {
            let words: Vec<&str> = line.split(' ').collect();
            let number = |i: usize| words[i].parse::<u64>().unwrap();
            let (old, added) = (number(2), number(3));
            let cap = grown_capacity(old, old + added, number(0), words[1] == "true");
            assert_eq!(cap, Some(number(4)), "{line}");
            rows += 1;
        }
        assert!(rows > 500);
    }

    #[test]
    fn impossible_lengths_are_refused() {
        let mut heap = Heap::new(HeapConfig::default());
        let make =
            |heap: &mut Heap, len: i64, cap: i64| make(heap, LayoutId::NONE, 8, len as u64, cap as u64);
        assert_eq!(make(&mut heap, -1, -1), Err(SliceError::OutOfRange));
        assert_eq!(make(&mut heap, 2, 1), Err(SliceError::OutOfRange));
        assert_eq!(make(&mut heap, 0, i64::MAX), Err(SliceError::OutOfRange));
        // Miri itself ends where memory does.
        if !cfg!(miri) {
            assert_eq!(make(&mut heap, 0, 1 << 44), Err(SliceError::OutOfMemory));
        }
        assert!(make(&mut heap, 0, 0).is_ok());
        assert_eq!(grown_capacity(1 << 60, (1 << 60) + 1, 16, false), None);
        assert_eq!(grown_capacity(5, 6, 0, false), Some(6));
    }

    #[test]
    fn growing_keeps_the_elements() {
        let mut heap = Heap::new(HeapConfig::default());
        let (mut ptr, mut cap) = (Heap::zero_object(), 0);
        for i in 0..1000u64 {
            if i == cap {
                // SAFETY: i live elements of 8 bytes.
                (ptr, cap) = unsafe { grow(&mut heap, LayoutId::NONE, 8, (ptr, i, cap), i + 1) }.unwrap();
            }
            // SAFETY: i < cap.
            unsafe { mem::store(ptr + i * 8, i) };
        }
        // SAFETY: 1000 elements have been stored.
        assert!((0..1000).all(|i| unsafe { mem::load::<u64>(ptr + i * 8) } == i));
        assert!(cap >= 1000);
    }
}
