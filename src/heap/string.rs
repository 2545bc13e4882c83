//! Strings: immutable bytes, by convention UTF-8.
//!
//! Invariants
//! - A string is a pointer and a length; if the length is 0 the pointer is 0 (so that none points past its object)
//!   or into something alive.
//! - Bytes are never written to after the string is made; substrings share them.

use super::OutOfMemory;
use super::equal::equal_strings;
use super::gc::Heap;
use super::mem;

/// What an invalid byte decodes to, `utf8.RuneError`.
pub const RUNE_ERROR: i32 = 0xFFFD;
/// More than any machine has: a longer string is out of memory, before its length overflows.
const MAX_LEN: u64 = 1 << 47;

/// All strings of one ASCII character.
static ASCII: [u8; 128] = {
    let mut table = [0; 128];
    let mut i = 0;
    while i < 128 {
        table[i] = i as u8;
        i += 1;
    }
    table
};

/// A string, as two register slots.
#[derive(Clone, Copy, Debug)]
pub struct Str {
    ptr: u64,
    len: u64,
}

impl Str {
    /// `""`
    pub const EMPTY: Str = Str { ptr: 0, len: 0 };

    /// The string in two register slots.
    ///
    /// # Safety
    /// They are those of a live string, which a root holds for as long as the handle, and what is
    /// borrowed from it, is used.
    #[inline(always)]
    pub unsafe fn from_slots(ptr: u64, len: u64) -> Str {
        Str { ptr, len }
    }

    /// A new string with these bytes.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn new(heap: &mut Heap, bytes: &[u8]) -> Result<Str, OutOfMemory> {
        match *bytes {
            [] => Ok(Str::EMPTY),
            [b] if b.is_ascii() => Ok(Str { ptr: &raw const ASCII[usize::from(b)] as u64, len: 1 }),
            _ => {
                let ptr = heap.alloc_noscan(bytes.len() as u64)?;
                // SAFETY: a new object of that many bytes.
                unsafe { mem::bytes_mut(ptr, bytes.len() as u64).copy_from_slice(bytes) };
                Ok(Str { ptr, len: bytes.len() as u64 })
            }
        }
    }

    /// A constant, which lives as long as the heap.
    pub fn new_static(heap: &mut Heap, bytes: &[u8]) -> Str {
        if bytes.is_empty() {
            return Str::EMPTY;
        }
        let ptr = heap.alloc_static(bytes.len() as u64);
        // SAFETY: new static memory of at least that many bytes.
        unsafe { mem::bytes_mut(ptr, bytes.len() as u64).copy_from_slice(bytes) };
        Str { ptr, len: bytes.len() as u64 }
    }

    /// First register slot.
    #[inline(always)]
    pub fn ptr(self) -> u64 {
        self.ptr
    }

    /// Second register slot: the length in bytes.
    #[inline(always)]
    pub fn len(self) -> u64 {
        self.len
    }

    /// `""`?
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    /// The bytes.
    #[inline(always)]
    pub fn bytes(&self) -> &[u8] {
        // SAFETY: the handle is of a live string, and those are never written to.
        unsafe { mem::bytes(self.ptr, self.len) }
    }

    /// `s[low:high]`; the bounds have been checked.
    #[inline(always)]
    pub fn substring(self, low: u64, high: u64) -> Str {
        debug_assert!(low <= high && high <= self.len);
        if low == high { Str::EMPTY } else { Str { ptr: self.ptr + low, len: high - low } }
    }

    /// The concatenation of `parts`. If all but one are empty, that one itself.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn concat(heap: &mut Heap, parts: impl Iterator<Item = Str> + Clone) -> Result<Str, OutOfMemory> {
        let (mut len, mut filled, mut last) = (0u64, 0, Str::EMPTY);
        for part in parts.clone().filter(|p| p.len > 0) {
            len = len.saturating_add(part.len);
            filled += 1;
            last = part;
        }
        if filled <= 1 {
            return Ok(last);
        }
        if len > MAX_LEN {
            return Err(OutOfMemory);
        }
        let ptr = heap.alloc_noscan(len)?;
        let mut at = ptr;
        for part in parts {
            // SAFETY: the parts are live; the new object has room for all of them.
            unsafe { mem::copy_apart(at, part.ptr, part.len) };
            at += part.len;
        }
        Ok(Str { ptr, len })
    }

    /// `string(rune)`: the character in UTF-8; `"\uFFFD"` for what is none.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn from_rune(heap: &mut Heap, rune: i64) -> Result<Str, OutOfMemory> {
        let mut buffer = [0; 4];
        let len = encode_rune(i32::try_from(rune).unwrap_or(RUNE_ERROR), &mut buffer);
        Str::new(heap, &buffer[..len])
    }

    /// `string([]rune)`
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn from_runes(heap: &mut Heap, runes: &[i32]) -> Result<Str, OutOfMemory> {
        let mut buffer = [0; 4];
        let len: usize = runes.iter().map(|&r| encode_rune(r, &mut buffer)).sum();
        if len == 0 {
            return Ok(Str::EMPTY);
        }
        let ptr = heap.alloc_noscan(len as u64)?;
        // SAFETY: a new object of `len` bytes.
        let out = unsafe { mem::bytes_mut(ptr, len as u64) };
        let mut at = 0;
        for &rune in runes {
            let n = encode_rune(rune, &mut buffer);
            out[at..at + n].copy_from_slice(&buffer[..n]);
            at += n;
        }
        Ok(Str { ptr, len: len as u64 })
    }

    /// `[]rune(s)`: the address of the runes, with room for `cap`, which are at least as many.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn to_runes(self, heap: &mut Heap, cap: u64) -> Result<u64, OutOfMemory> {
        if cap == 0 {
            return Ok(Heap::zero_object());
        }
        let ptr = heap.alloc_noscan(cap * 4)?;
        let (mut at, mut out) = (0, ptr);
        while at < self.len {
            let (rune, width) = decode_rune(self.bytes(), at as usize);
            // SAFETY: the new object has room for all runes.
            unsafe { mem::store(out, rune) };
            out += 4;
            at += width as u64;
        }
        Ok(ptr)
    }

    /// `[]byte(s)`: the address of a copy of the bytes, with room for `cap`, which are at least as many.
    ///
    /// # Errors
    /// [`OutOfMemory`]
    pub fn to_bytes(self, heap: &mut Heap, cap: u64) -> Result<u64, OutOfMemory> {
        let ptr = heap.alloc_noscan(cap)?;
        // SAFETY: the string is live, and the new object at least as long.
        unsafe { mem::copy(ptr, self.ptr, self.len) };
        Ok(ptr)
    }

    /// How many steps `range` takes over the string.
    pub fn rune_count(self) -> u64 {
        let bytes = self.bytes();
        if bytes.is_ascii() {
            return self.len;
        }
        let (mut at, mut count) = (0, 0);
        while at < bytes.len() {
            at += decode_rune(bytes, at).1;
            count += 1;
        }
        count
    }
}

impl PartialEq for Str {
    #[inline(always)]
    fn eq(&self, other: &Str) -> bool {
        // SAFETY: the handles are of live strings.
        unsafe { equal_strings([self.ptr, self.len], [other.ptr, other.len]) }
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Str) -> std::cmp::Ordering {
        self.bytes().cmp(other.bytes())
    }
}

/// The rune at `at`, which is less than the length, and its width in bytes; `(RUNE_ERROR, 1)` if there is
/// no valid encoding. This is the step of `range` over a string.
#[inline]
pub fn decode_rune(bytes: &[u8], at: usize) -> (i32, usize) {
    let first = bytes[at];
    if first < 0x80 {
        return (i32::from(first), 1);
    }
    decode_multibyte(bytes, at, first)
}

fn decode_multibyte(bytes: &[u8], at: usize, first: u8) -> (i32, usize) {
    // The second byte's range excludes overlong forms, surrogates, and what is above U+10FFFF.
    let (width, low, high) = match first {
        0xC2..=0xDF => (2, 0x80, 0xBF),
        0xE0 => (3, 0xA0, 0xBF),
        0xED => (3, 0x80, 0x9F),
        0xE1..=0xEF => (3, 0x80, 0xBF),
        0xF0 => (4, 0x90, 0xBF),
        0xF4 => (4, 0x80, 0x8F),
        0xF1..=0xF3 => (4, 0x80, 0xBF),
        _ => return (RUNE_ERROR, 1),
    };
    let Some(rest) = bytes.get(at + 1..at + width) else { return (RUNE_ERROR, 1) };
    if rest[0] < low || rest[0] > high || rest[1..].iter().any(|b| !(0x80..=0xBF).contains(b)) {
        return (RUNE_ERROR, 1);
    }
    let lead = i32::from(first) & (0x7F >> width);
    (rest.iter().fold(lead, |rune, &b| rune << 6 | i32::from(b & 0x3F)), width)
}

/// Writes the UTF-8 form of a rune, of [`RUNE_ERROR`] if it is none; returns its length.
#[inline]
pub fn encode_rune(rune: i32, out: &mut [u8; 4]) -> usize {
    let c = u32::try_from(rune).ok().and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER);
    c.encode_utf8(out).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::HeapConfig;
    use crate::heap::tests::times;

    #[test]
    fn decoding_agrees_with_the_standard_library() {
        // Every sequence of up to four bytes from those that matter at the borders.
        let edges =
            [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1];
        let edges = [&edges[..], &[0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF]].concat();
        let n = edges.len();
        for i in (0..n * n * n * n).step_by(times(1, 5003) as usize) {
            let data = [edges[i % n], edges[i / n % n], edges[i / n / n % n], edges[i / n / n / n]];
            let (rune, width) = decode_rune(&data, 0);
            match (1..=4).find_map(|w| std::str::from_utf8(&data[..w]).ok()) {
                Some(s) => {
                    let c = s.chars().next().unwrap();
                    assert_eq!((rune, width), (c as i32, c.len_utf8()), "{data:x?}");
                }
                None => assert_eq!((rune, width), (RUNE_ERROR, 1), "{data:x?}"),
            }
            for cut in 1..4 {
                let (_, width) = decode_rune(&data[..cut], 0);
                assert!(width <= cut);
            }
        }
    }

    #[test]
    fn runes_go_there_and_back() {
        let mut heap = Heap::new(HeapConfig::default());
        let s = Str::new(&mut heap, "aé€😀\u{10FFFF}".as_bytes()).unwrap();
        let count = s.rune_count();
        let ptr = s.to_runes(&mut heap, count).unwrap();
        // SAFETY: `count` runes.
        let runes: Vec<i32> = (0..count).map(|i| unsafe { mem::load(ptr + i * 4) }).collect();
        assert_eq!(runes, [0x61, 0xE9, 0x20AC, 0x1F600, 0x10FFFF]);
        assert_eq!(Str::from_runes(&mut heap, &runes).unwrap(), s);
        let bad = Str::from_runes(&mut heap, &[-1, 0xD800, 0x110000]).unwrap();
        assert_eq!(bad.bytes(), "\u{FFFD}\u{FFFD}\u{FFFD}".as_bytes());
        assert_eq!(Str::from_rune(&mut heap, 1 << 40).unwrap().bytes(), "\u{FFFD}".as_bytes());
        let broken = Str::new(&mut heap, b"a\xff\xe2\x82b").unwrap();
        assert_eq!(broken.rune_count(), 5);
    }

    #[test]
    fn concatenation_shares_when_it_can() {
        let mut heap = Heap::new(HeapConfig::default());
        let a = Str::new(&mut heap, b"one").unwrap();
        let b = Str::new(&mut heap, b"two").unwrap();
        assert_eq!(Str::concat(&mut heap, [a, Str::EMPTY, b].into_iter()).unwrap().bytes(), b"onetwo");
        assert_eq!(Str::concat(&mut heap, [Str::EMPTY, a].into_iter()).unwrap().ptr(), a.ptr());
        assert_eq!(Str::concat(&mut heap, std::iter::empty()).unwrap().len(), 0);
        assert_eq!(a.substring(1, 3).bytes(), b"ne");
        assert_eq!(a.substring(3, 3).ptr(), 0);
        assert!(a < b && Str::EMPTY < a);
    }
}
