//! What a host gives to a program: standard streams, arguments, environment, clock, randomness.
//!
//! Invariant: everything that enters a run from outside enters through [`Host`], so that a run can be repeated.

mod tee;

pub use tee::{Tee, Written};

use std::io::{self, IsTerminal, Read, Write};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Exit status of a program that wrote to a pipe that nobody reads any more: what a shell shows for the signal SIGPIPE.
pub const READER_GONE: i32 = 128 + 13;

/// What the system says about an error, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_lowercase(),
        None => text,
    }
}

/// The outside world, as a program sees it.
pub trait Host {
    /// Writes to standard output; may keep it back until [`flush`](Self::flush).
    ///
    /// # Errors
    /// What the system says.
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Writes to standard error at once, after what standard output still keeps.
    ///
    /// # Errors
    /// What the system says.
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Writes out what standard output keeps back. Called before waiting and on every way out.
    ///
    /// # Errors
    /// What the system says.
    fn flush(&mut self) -> io::Result<()>;
    /// Reads from standard input; 0 bytes mean its end.
    ///
    /// # Errors
    /// What the system says.
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize>;
    /// The script's name and arguments, `os.Args`.
    fn args(&self) -> &[String];
    /// The environment, as `NAME=value`.
    fn environ(&self) -> Vec<String>;
    /// Seconds since 1970 and nanoseconds of the wall clock.
    fn wall(&self) -> (i64, u32);
    /// Nanoseconds of a clock that only goes forward.
    fn mono(&self) -> i64;
    /// Waits so long, or until the interrupt flag is raised.
    fn wait(&mut self, nanos: i64);
    /// Raised by Ctrl-C.
    fn interrupt(&self) -> Arc<AtomicBool>;
    /// Random bits from the system, for programs that ask for chance (`math/rand` without a seed).
    fn random(&mut self) -> u64;
}

/// The process's own streams and clocks.
pub struct StdHost {
    out: Vec<u8>,
    buffered: bool,
    /// Standard output cannot be written to, though the descriptor may be open.
    closed: bool,
    /// Output that had been accepted could not be written.
    lost: Option<io::Error>,
    args: Vec<String>,
    start: Instant,
    interrupt: Arc<AtomicBool>,
}

/// Standard output is kept back up to so many bytes.
const BUFFER: usize = 32 << 10;

impl StdHost {
    /// A host with these arguments, the first of which is the script's name.
    pub fn new(args: Vec<String>) -> StdHost {
        StdHost {
            out: Vec::new(),
            buffered: !io::stdout().is_terminal(),
            closed: false,
            lost: None,
            args,
            start: Instant::now(),
            interrupt: Arc::default(),
        }
    }

    /// The host of a process that was started without a standard output: writing fails, whatever has become of the
    /// descriptor since.
    pub fn without_stdout(mut self) -> StdHost {
        self.closed = true;
        self
    }

    /// Writes everything to standard output, without a buffer in between.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.closed {
            return Err(io::Error::from_raw_os_error(libc::EBADF));
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }
}

impl Host for StdHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        if !self.buffered {
            return self.write_all(bytes);
        }
        if self.out.len() + bytes.len() > BUFFER {
            self.flush()?;
        }
        if bytes.len() >= BUFFER {
            return self.write_all(bytes);
        }
        self.out.extend_from_slice(bytes);
        Ok(())
    }

    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        // A closed standard output must not keep messages from standard error.
        let _ = self.flush();
        io::stderr().lock().write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut out = std::mem::take(&mut self.out);
        if !out.is_empty()
            && let Err(error) = self.write_all(&out)
        {
            self.lost = Some(error);
        }
        out.clear();
        self.out = out;
        // Whoever handed the bytes over was told that all was well: so this is said at every flush from now on.
        match &self.lost {
            Some(error) => {
                Err(error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error))
            }
            None => Ok(()),
        }
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.flush()?;
        io::stdin().lock().read(buffer)
    }

    fn args(&self) -> &[String] {
        &self.args
    }

    fn environ(&self) -> Vec<String> {
        std::env::vars_os().map(|(k, v)| format!("{}={}", k.to_string_lossy(), v.to_string_lossy())).collect()
    }

    fn wall(&self) -> (i64, u32) {
        match SystemTime::now().duration_since(UNIX_EPOCH) {
            Ok(since) => (since.as_secs() as i64, since.subsec_nanos()),
            Err(before) => (-(before.duration().as_secs() as i64), 0),
        }
    }

    fn mono(&self) -> i64 {
        self.start.elapsed().as_nanos() as i64
    }

    fn wait(&mut self, nanos: i64) {
        let _ = self.flush();
        // Short enough that Ctrl-C is answered at once; the reactor will wait for signals itself.
        std::thread::sleep(Duration::from_nanos(nanos.clamp(0, 20_000_000) as u64));
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn random(&mut self) -> u64 {
        use std::hash::{BuildHasher, Hasher, RandomState};
        RandomState::new().build_hasher().finish()
    }
}

/// A host for tests: streams in memory, a clock that stands still until someone waits.
#[derive(Default)]
pub struct MemoryHost {
    /// What was written to standard output.
    pub stdout: Vec<u8>,
    /// What was written to standard error.
    pub stderr: Vec<u8>,
    /// What standard input still holds.
    pub stdin: Vec<u8>,
    /// `os.Args`.
    pub args: Vec<String>,
    /// The clock, in nanoseconds.
    pub now: i64,
    interrupt: Arc<AtomicBool>,
}

impl Host for MemoryHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.extend_from_slice(bytes);
        Ok(())
    }
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stderr.extend_from_slice(bytes);
        Ok(())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = buffer.len().min(self.stdin.len());
        buffer[..n].copy_from_slice(&self.stdin[..n]);
        self.stdin.drain(..n);
        Ok(n)
    }
    fn args(&self) -> &[String] {
        &self.args
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        (self.now / 1_000_000_000, (self.now % 1_000_000_000) as u32)
    }
    fn mono(&self) -> i64 {
        self.now
    }
    fn wait(&mut self, nanos: i64) {
        self.now += nanos.max(0);
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }
    fn random(&mut self) -> u64 {
        4
    }
}
