//! Tables of places, by hashes.

/// The newest place for each hash.
pub struct Newest<'a, const N: usize>(&'a mut [[u8; 4]; N]);

impl<'a, const N: usize> Newest<'a, N> {
    /// How many bits a hash has.
    pub const BITS: u32 = N.trailing_zeros();

    pub fn new(table: &'a mut [u8]) -> Newest<'a, N> {
        Newest(table.as_chunks_mut().0.try_into().expect("the size of the table"))
    }

    #[inline(always)]
    pub fn get(&self, hash: usize) -> u32 {
        u32::from_le_bytes(self.0[hash])
    }

    #[inline(always)]
    pub fn put(&mut self, hash: usize, entry: u32) {
        self.0[hash] = entry.to_le_bytes();
    }

    /// Puts an entry; gives what was there.
    #[inline(always)]
    pub fn replace(&mut self, hash: usize, entry: u32) -> u32 {
        u32::from_le_bytes(std::mem::replace(&mut self.0[hash], entry.to_le_bytes()))
    }
}

/// The two newest places for each hash.
pub struct Two<'a, const N: usize>(&'a mut [[u8; 8]; N]);

/// The newest place, and that before it.
#[derive(Clone, Copy)]
pub struct Pair {
    pub newest: u32,
    pub before: u32,
}

impl<'a, const N: usize> Two<'a, N> {
    /// How many bits a hash has.
    pub const BITS: u32 = N.trailing_zeros();

    pub fn new(table: &'a mut [u8]) -> Two<'a, N> {
        Two(table.as_chunks_mut().0.try_into().expect("the size of the table"))
    }

    #[inline(always)]
    pub fn get(&self, hash: usize) -> Pair {
        let both = u64::from_le_bytes(self.0[hash]);
        Pair { newest: both as u32, before: (both >> 32) as u32 }
    }

    /// Adds an entry; gives what was there.
    #[inline(always)]
    pub fn push(&mut self, hash: usize, entry: u32) -> Pair {
        let old = self.get(hash);
        self.0[hash] = (u64::from(old.newest) << 32 | u64::from(entry)).to_le_bytes();
        old
    }
}
