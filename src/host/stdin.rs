//! Standard input, read by a thread of its own.
//!
//! Descriptor 0 is shared with the shell, so it is never made non-blocking, and reading it may take for ever.
//!
//! Invariant: the thread reads only when a program has asked and nothing was left; what it reads beyond what was asked for
//! is kept for the next time.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::Errno;
use crate::reactor::Waker;

/// Bytes that are read at once.
const CHUNK: usize = 64 << 10;

#[derive(Default)]
struct State {
    asked: bool,
    /// What the thread has brought: bytes (none: the end), or a failure.
    brought: Option<Result<Vec<u8>, Errno>>,
}

struct Shared {
    state: Mutex<State>,
    asked: Condvar,
    news: AtomicBool,
    waker: Arc<Waker>,
}

/// The reader of standard input.
pub(super) struct Stdin {
    shared: Option<Arc<Shared>>,
    kept: Vec<u8>,
    at: usize,
}

impl Stdin {
    /// Nothing is read yet, and there is no thread.
    pub fn new() -> Stdin {
        Stdin { shared: None, kept: Vec::new(), at: 0 }
    }

    /// Reads what is there; [`io::ErrorKind::WouldBlock`] if nothing is, and then the thread has been asked and will wake
    /// the reactor.
    pub fn read(&mut self, buffer: &mut [u8], waker: &Arc<Waker>) -> io::Result<usize> {
        if self.at == self.kept.len() {
            let shared = match &self.shared {
                Some(shared) => shared,
                None => self.shared.insert(start(waker)?),
            };
            let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
            match state.brought.take() {
                Some(Ok(bytes)) => (self.kept, self.at) = (bytes, 0),
                Some(Err(errno)) => return Err(io::Error::from_raw_os_error(errno)),
                None => {
                    state.asked = true;
                    shared.asked.notify_one();
                    return Err(io::ErrorKind::WouldBlock.into());
                }
            }
        }
        let n = buffer.len().min(self.kept.len() - self.at);
        buffer[..n].copy_from_slice(&self.kept[self.at..self.at + n]);
        self.at += n;
        Ok(n)
    }

    /// Whether the thread has brought something since this was last asked.
    pub fn news(&self) -> bool {
        self.shared.as_ref().is_some_and(|shared| shared.news.swap(false, Ordering::AcqRel))
    }
}

fn start(waker: &Arc<Waker>) -> io::Result<Arc<Shared>> {
    let shared = Arc::new(Shared {
        state: Mutex::default(),
        asked: Condvar::new(),
        news: AtomicBool::new(false),
        waker: waker.clone(),
    });
    let own = shared.clone();
    thread::Builder::new().name("phasync stdin".into()).stack_size(256 << 10).spawn(move || serve(&own))?;
    Ok(shared)
}

fn serve(shared: &Shared) {
    let mut buffer = vec![0; CHUNK];
    loop {
        let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
        while !state.asked {
            state = shared.asked.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        let result = loop {
            match rustix::io::read(rustix::stdio::stdin(), &mut *buffer) {
                Err(rustix::io::Errno::INTR) => {}
                result => break result,
            }
        };
        let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.asked = false;
        state.brought = Some(result.map(|n| buffer[..n].to_vec()).map_err(|error| error.raw_os_error()));
        shared.news.store(true, Ordering::Release);
        shared.waker.wake();
    }
}
