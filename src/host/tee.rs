//! A host that keeps a copy of what the program writes, for those who watch.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::Host;

/// What a program has written and nobody has taken yet: whether to standard error, and the bytes.
pub type Written = Rc<RefCell<Vec<(bool, Vec<u8>)>>>;

/// A host that is another one, but keeps a copy of what is written.
pub struct Tee {
    inner: Box<dyn Host>,
    written: Written,
    /// Whether standard output is written, too. Standard error always is.
    through: bool,
}

impl Tee {
    /// Keeps a copy of what is written to `inner`; without `through` standard output goes nowhere else.
    pub fn new(inner: Box<dyn Host>, through: bool) -> Tee {
        Tee { inner, written: Written::default(), through }
    }

    /// Where it is kept.
    pub fn written(&self) -> Written {
        self.written.clone()
    }
}

impl Host for Tee {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written.borrow_mut().push((false, bytes.to_vec()));
        if self.through { self.inner.write_stdout(bytes) } else { Ok(()) }
    }
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.written.borrow_mut().push((true, bytes.to_vec()));
        self.inner.write_stderr(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.inner.read_stdin(buffer)
    }
    fn args(&self) -> &[String] {
        self.inner.args()
    }
    fn environ(&self) -> Vec<String> {
        self.inner.environ()
    }
    fn wall(&self) -> (i64, u32) {
        self.inner.wall()
    }
    fn mono(&self) -> i64 {
        self.inner.mono()
    }
    fn wait(&mut self, nanos: i64) {
        self.inner.wait(nanos);
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.inner.interrupt()
    }
    fn random(&mut self) -> u64 {
        self.inner.random()
    }
}
