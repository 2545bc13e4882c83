//! Output whose errors are told at the end: who produces it goes on.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

/// What went wrong first.
#[derive(Clone, Default)]
pub struct Noticed(Rc<RefCell<Option<io::Error>>>);

impl Noticed {
    /// Takes it.
    pub fn first(&self) -> Option<io::Error> {
        self.0.borrow_mut().take()
    }
}

/// A writer whose errors are noticed.
pub struct Noticing<W> {
    to: W,
    noticed: Noticed,
}

impl<W: Write> Noticing<W> {
    /// What is written goes to `to`; what goes wrong, to `noticed`.
    pub fn new(to: W, noticed: &Noticed) -> Noticing<W> {
        Noticing { to, noticed: noticed.clone() }
    }

    fn notice<T>(&self, result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && error.kind() != io::ErrorKind::Interrupted
        {
            let copy = error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error);
            self.noticed.0.borrow_mut().get_or_insert(copy);
        }
        result
    }
}

impl<W: Write> Write for Noticing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let result = self.to.write(bytes);
        self.notice(result)
    }

    fn flush(&mut self) -> io::Result<()> {
        let result = self.to.flush();
        self.notice(result)
    }
}
