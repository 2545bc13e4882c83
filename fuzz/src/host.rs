//! The world of a fuzzed program: a little input that comes in pieces, output that is thrown away, pipes in memory, a disk on
//! which no file is found, and a clock that waits for nobody. Nothing of it is the machine's.
//!
//! The clock goes on by the time of the processor that is spent, and by a fixed step whenever it is asked. The machine asks at
//! the end of every slice, so that a time limit is a limit of slices too, and a program that goes round and round does not take
//! its time.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::time::{ClockId, clock_gettime};

use phasync::engine::Host;
use phasync::engine::world::{Answer, Errno, Handle, IoEvent, Job, JobId};

const ENOENT: Errno = 2;
const EBADF: Errno = 9;
const EAGAIN: Errno = 11;
const EPIPE: Errno = 32;

/// What standard input has.
const INPUT: &[u8] = b"3 4.5 word\n-1 0x10 true\n\n1 2 3 4 5\n\"quoted\" \xff last";

/// Bytes that a pipe holds.
const PIPE: usize = 48;

/// The place of the first pipe's handles; the handles of a pipe follow one another, the end to read first.
const FIRST: u64 = 3;

/// A pipe in memory.
#[derive(Default)]
struct Pipe {
    bytes: VecDeque<u8>,
    /// The end to read, the end to write.
    closed: [bool; 2],
}

pub struct FuzzHost {
    start: i64,
    /// Nanoseconds that were not spent: those that were waited for, and a step for every question.
    ahead: Cell<i64>,
    step: i64,
    interrupt: Arc<AtomicBool>,
    input: &'static [u8],
    /// Attempts to read and jobs: every second one has to wait.
    asked: u64,
    jobs: Vec<JobId>,
    pipes: Vec<Pipe>,
}

/// Nanoseconds that the process has had of the processor: other processes do not change what a program can do in its time.
fn spent() -> i64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec * 1_000_000_000 + time.tv_nsec
}

impl FuzzHost {
    /// A world whose clock goes on by `step` nanoseconds whenever it is asked.
    pub fn new(step: i64) -> Self {
        FuzzHost {
            start: spent(),
            ahead: Cell::new(0),
            step,
            interrupt: Arc::default(),
            input: INPUT,
            asked: 0,
            jobs: Vec::new(),
            pipes: Vec::new(),
        }
    }

    /// Whether this attempt has to wait.
    fn waits(&mut self) -> bool {
        self.asked += 1;
        self.asked % 2 == 0
    }

    /// The pipe with this end, which must be open: 0 to read, 1 to write.
    fn pipe_of(&mut self, handle: Handle, end: usize) -> Result<&mut Pipe, Errno> {
        let place = handle.0.checked_sub(FIRST).ok_or(EBADF)?;
        let pipe = self.pipes.get_mut((place / 2) as usize).filter(|pipe| !pipe.closed[end]).ok_or(EBADF)?;
        if place % 2 == end as u64 { Ok(pipe) } else { Err(EBADF) }
    }
}

impl Host for FuzzHost {
    fn write_stdout(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    /// The machine reports its own mistakes here.
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("internal error") && !text.contains("internal compiler error"), "{text}");
        Ok(())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.waits() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let n = buffer.len().min(self.input.len()).min(7);
        let (now, later) = self.input.split_at(n);
        buffer[..n].copy_from_slice(now);
        self.input = later;
        Ok(n)
    }
    fn args(&self) -> &[String] {
        &[]
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        (1_700_000_000, 0)
    }
    fn mono(&self) -> i64 {
        self.ahead.set(self.ahead.get().saturating_add(self.step));
        (spent() - self.start).saturating_add(self.ahead.get())
    }
    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        events.push(IoEvent::Ready { handle: Handle::STDIN, read: true, write: false });
        events.extend(self.jobs.drain(..).map(|id| IoEvent::Done(id, Answer::Failed(ENOENT))));
        for (place, pipe) in (FIRST..).step_by(2).zip(&self.pipes) {
            let read = !pipe.bytes.is_empty() || pipe.closed[1];
            let write = pipe.bytes.len() < PIPE || pipe.closed[0];
            events.push(IoEvent::Ready { handle: Handle(place), read, write: false });
            events.push(IoEvent::Ready { handle: Handle(place + 1), read: false, write });
        }
        self.ahead.set(self.ahead.get().saturating_add(wait.unwrap_or(0).max(0)));
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }
    fn random(&mut self) -> u64 {
        4
    }
    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        let pipe = self.pipe_of(handle, 0)?;
        if pipe.bytes.is_empty() && !pipe.closed[1] && !buffer.is_empty() {
            return Err(EAGAIN);
        }
        let n = buffer.len().min(pipe.bytes.len());
        for (to, byte) in buffer.iter_mut().zip(pipe.bytes.drain(..n)) {
            *to = byte;
        }
        Ok(n)
    }
    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        let pipe = self.pipe_of(handle, 1)?;
        if pipe.closed[0] {
            return Err(EPIPE);
        }
        match bytes.len().min(PIPE - pipe.bytes.len()) {
            0 if !bytes.is_empty() => Err(EAGAIN),
            n => {
                pipe.bytes.extend(&bytes[..n]);
                Ok(n)
            }
        }
    }
    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        let place = FIRST + 2 * self.pipes.len() as u64;
        self.pipes.push(Pipe::default());
        Ok((Handle(place), Handle(place + 1)))
    }
    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        let end = usize::from(handle.0 % 2 != FIRST % 2);
        self.pipe_of(handle, end)?.closed[end] = true;
        Ok(())
    }
    fn submit(&mut self, _: Job) -> Result<JobId, Errno> {
        self.asked += 1;
        let id = JobId(self.asked);
        self.jobs.push(id);
        Ok(id)
    }
    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        if self.waits() { Err(job) } else { Ok(Answer::Failed(ENOENT)) }
    }
    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        handles.contains(&Handle::STDIN)
    }
}
