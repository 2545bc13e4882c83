//! Bits on their way out.

/// From how many bytes on the buffer goes to the writer, and how many bits become bytes at once.
const ENOUGH: usize = 246;
const AT_ONCE: u32 = 48;

/// Bits and bytes that were written. Writers see in which portions bytes come to them, and parts of files are made of
/// these, so they are those of Go.
pub struct Output {
    pub bits: u64,
    pub count: u32,
    pub bytes: Vec<u8>,
    /// Where the portions end.
    pub portions: Vec<i64>,
    sent: usize,
}

impl Output {
    /// Goes on where bits were left, and bytes that belong to the next portion.
    pub fn new(bits: u64, count: u32, bytes: Vec<u8>) -> Output {
        Output { bits, count, bytes, portions: Vec::new(), sent: 0 }
    }

    /// Writes the lowest `n` bits of a value that has no others, at most 16.
    #[inline]
    pub fn put(&mut self, value: u16, n: u8) {
        self.bits |= u64::from(value) << self.count;
        self.count += u32::from(n);
        if self.count >= AT_ONCE {
            self.move_bytes(AT_ONCE / 8);
        }
    }

    /// Like [`Output::put`], where [`Output::make_room`] is called often enough.
    #[inline]
    pub fn put_within(&mut self, value: u16, n: u8) {
        self.bits |= u64::from(value) << self.count;
        self.count += u32::from(n);
    }

    /// Makes bytes of all bits that fill some.
    #[inline]
    pub fn make_room(&mut self) {
        self.move_bytes(self.count / 8);
    }

    #[inline]
    fn move_bytes(&mut self, n: u32) {
        self.bytes.extend_from_slice(&self.bits.to_le_bytes()[..n as usize]);
        self.bits >>= 8 * n;
        self.count -= 8 * n;
        if self.bytes.len() - self.sent >= ENOUGH {
            self.send();
        }
    }

    /// Ends a portion.
    fn send(&mut self) {
        if self.bytes.len() > self.sent {
            self.sent = self.bytes.len();
            self.portions.push(self.sent as i64);
        }
    }

    /// Fills the last byte with zeros; all goes to the writer.
    pub fn flush(&mut self) {
        self.bytes.extend_from_slice(&self.bits.to_le_bytes()[..self.count.div_ceil(8) as usize]);
        (self.bits, self.count) = (0, 0);
        self.send();
    }

    /// Writes bytes behind bits that fill theirs.
    pub fn put_bytes(&mut self, bytes: &[u8]) {
        debug_assert!(self.count.is_multiple_of(8));
        self.flush();
        self.bytes.extend_from_slice(bytes);
        self.send();
    }
}
