//! Numbers, texts and lists of texts in one `[]byte`, which both halves of the package can make and read: numbers of 16 bits and
//! lengths of 32, the highest byte first.

/// Reads what the language's half has written. What is missing is 0 or empty.
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        taken
    }

    pub(super) fn number(&mut self) -> u16 {
        self.take(2).iter().fold(0, |n, &byte| n << 8 | u16::from(byte))
    }

    fn length(&mut self) -> usize {
        self.take(4).iter().fold(0, |n, &byte| n << 8 | usize::from(byte))
    }

    pub(super) fn text(&mut self) -> &'b [u8] {
        let n = self.length();
        self.take(n)
    }

    pub(super) fn texts(&mut self) -> Vec<&'b [u8]> {
        let n = self.length().min(self.0.len());
        (0..n).map(|_| self.text()).collect()
    }
}

/// Writes for the language's half.
#[derive(Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, n: u16) {
        self.0.extend(n.to_be_bytes());
    }

    fn length(&mut self, n: usize) {
        self.0.extend((n as u32).to_be_bytes());
    }

    pub(super) fn text(&mut self, text: &[u8]) {
        self.length(text.len());
        self.0.extend(text);
    }

    pub(super) fn texts<T: AsRef<[u8]>>(&mut self, texts: impl IntoIterator<Item = T>) {
        let at = self.0.len();
        self.length(0);
        let mut n: u32 = 0;
        for text in texts {
            self.text(text.as_ref());
            n += 1;
        }
        self.0[at..at + 4].copy_from_slice(&n.to_be_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};

    #[test]
    fn what_is_written_is_read() {
        let mut out = Writer::default();
        out.number(0x0304);
        out.text(b"name");
        out.texts([&b"a"[..], b"", b"bc"]);
        let mut reader = Reader(&out.0);
        assert_eq!(reader.number(), 0x0304);
        assert_eq!(reader.text(), b"name");
        assert_eq!(reader.texts(), [&b"a"[..], b"", b"bc"]);
        assert_eq!((reader.number(), reader.text(), reader.texts().len()), (0, &b""[..], 0));
    }

    #[test]
    fn what_is_cut_short_is_read_as_far_as_it_goes() {
        assert_eq!(Reader(&[0, 0, 0, 9, 1]).text(), [1]);
        assert_eq!(Reader(&[0xff, 0xff, 0xff, 0xff]).texts().len(), 0);
    }
}
