//! [`Output`]: what a program has written, for who embeds it.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;

/// Bytes in memory that a program writes and its embedder takes. Clones are the same bytes.
#[derive(Clone, Debug, Default)]
pub struct Output(Rc<RefCell<Vec<u8>>>);

impl Output {
    /// Nothing has been written.
    pub fn new() -> Output {
        Output::default()
    }

    /// Takes what has been written since the last time.
    pub fn take(&self) -> Vec<u8> {
        self.0.take()
    }

    /// As [`take`](Self::take), as text; what is not UTF-8 becomes U+FFFD.
    pub fn take_text(&self) -> String {
        String::from_utf8_lossy(&self.take()).into_owned()
    }
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
