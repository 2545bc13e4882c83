//! The host of a session: output goes to the pump.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use phasync::host::{Host, StdHost};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::pump::{Out, Stream, ToPump};

/// Output is kept back up to so many bytes.
const BUFFER: usize = 8 << 10;
/// How often a read of standard input looks whether it has been interrupted.
const LOOK: Timespec = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };

/// What a session's programs see of the world.
pub struct SessionHost {
    /// Clocks, arguments, environment.
    inner: StdHost,
    interrupt: Arc<AtomicBool>,
    pump: ToPump,
    /// Whether output is kept back for a while: not if a person waits for it.
    buffered: bool,
    kept: Vec<u8>,
}

impl SessionHost {
    /// A host that prints through the pump and is interrupted by the flag.
    pub fn new(pump: ToPump, interrupt: Arc<AtomicBool>, buffered: bool) -> SessionHost {
        let inner = StdHost::new(vec!["phasync".into()]);
        SessionHost { inner, interrupt, pump, buffered, kept: Vec::new() }
    }

    fn send(&mut self, out: Out) -> io::Result<()> {
        // The pump ends with the session.
        self.pump.send(out).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

impl Host for SessionHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.kept.extend_from_slice(bytes);
        if !self.buffered || self.kept.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.flush()?;
        self.send(Out::Text(Stream::Error, bytes.to_vec()))
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let text = std::mem::take(&mut self.kept);
        self.send(Out::Text(Stream::Output, text))
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.flush()?;
        let stdin = io::stdin();
        loop {
            if self.interrupt.load(Ordering::Relaxed) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let ready = poll(&mut [PollFd::new(&stdin, PollFlags::IN)], Some(&LOOK));
            match ready {
                Ok(0) | Err(rustix::io::Errno::INTR) => {}
                Ok(_) => break,
                Err(error) => return Err(error.into()),
            }
        }
        let n = stdin.lock().read(buffer)?;
        // The terminal has shown the end of the line that the user has typed.
        self.send(Out::LineEnded)?;
        Ok(n)
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
        // The pump is there as long as the session.
        let _ = self.flush();
        self.inner.wait(nanos);
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn random(&mut self) -> u64 {
        self.inner.random()
    }
}
