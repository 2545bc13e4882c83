//! The host that records.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::wire::Wire;
use super::{About, Call, MAGIC, Sum, digest};
use crate::host::{
    Address, Answer, Direction, Errno, Fact, Handle, Host, IoEvent, Job, JobId, Request, SignalUse,
    SocketKind, SocketOption, Spawn, errno,
};

/// What is written down.
struct Log {
    out: Box<dyn Write>,
    /// An entry that is being made.
    entry: Vec<u8>,
    /// Of what was written.
    sum: Sum,
    /// The last time that the clock showed.
    clock: i64,
    /// Nothing could be written any more.
    failed: Option<io::Error>,
}

impl Log {
    fn write(&mut self, bytes: &[u8]) {
        self.sum.add(bytes);
        if self.failed.is_none()
            && let Err(error) = self.out.write_all(bytes)
        {
            self.failed = Some(error);
        }
    }

    fn flush(&mut self) {
        if self.failed.is_none()
            && let Err(error) = self.out.flush()
        {
            self.failed = Some(error);
        }
    }

    fn entry(&mut self, call: Call, digest: Option<u32>, answer: &impl Wire) {
        let mut entry = std::mem::take(&mut self.entry);
        entry.clear();
        entry.push(call as u8);
        if let Some(digest) = digest {
            digest.put(&mut entry);
        }
        answer.put(&mut entry);
        self.write(&entry);
        self.entry = entry;
    }
}

/// A recording that is being made: for who begins and ends the run.
#[derive(Clone)]
pub struct Recording(Rc<RefCell<Log>>);

impl Recording {
    /// Says what is recorded. Once, before the run.
    pub fn begin(&self, about: &About) {
        let mut head = MAGIC.to_vec();
        about.put(&mut head);
        self.0.borrow_mut().write(&head);
    }

    /// The run has ended with this status.
    ///
    /// # Errors
    /// Something of the recording could not be written.
    pub fn finish(&self, status: i32) -> io::Result<()> {
        let mut log = self.0.borrow_mut();
        log.entry(Call::End, None, &status);
        let sum = log.sum.0.to_le_bytes();
        log.write(&sum);
        log.flush();
        log.failed.take().map_or(Ok(()), Err)
    }
}

/// A host that is another one, and writes down what the program learns from it.
pub struct Recorder {
    inner: Box<dyn Host>,
    log: Recording,
}

impl Recorder {
    /// Records what the program learns from `inner`. The recording, which must be [begun](Recording::begin) before the run and
    /// [finished](Recording::finish) after it, goes to `out`.
    pub fn new(inner: Box<dyn Host>, out: Box<dyn Write>) -> (Recorder, Recording) {
        let log = Log { out, entry: Vec::new(), sum: Sum::new(), clock: 0, failed: None };
        let log = Recording(Rc::new(RefCell::new(log)));
        (Recorder { inner, log: log.clone() }, log)
    }

    /// Writes an answer down, and gives it.
    fn note<T: Wire>(&self, call: Call, digest: u32, answer: T) -> T {
        self.log.0.borrow_mut().entry(call, Some(digest), &answer);
        answer
    }

    fn note_io(&self, call: Call, digest: u32, answer: io::Result<()>) -> io::Result<()> {
        let told: Result<(), Errno> = answer.as_ref().map(|&()| ()).map_err(errno);
        self.note(call, digest, told).and(Ok(())).or(answer)
    }
}

/// What was read, of a buffer.
fn bytes_of(result: &Result<usize, Errno>, buffer: &[u8]) -> Result<Vec<u8>, Errno> {
    result.map(|n| buffer[..n.min(buffer.len())].to_vec())
}

impl Host for Recorder {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        let answer = self.inner.write_stdout(bytes);
        self.note_io(Call::WriteStdout, digest(bytes), answer)
    }

    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        let answer = self.inner.write_stderr(bytes);
        self.note_io(Call::WriteStderr, digest(bytes), answer)
    }

    fn show(&mut self) {
        self.inner.show();
    }

    fn flush(&mut self) -> io::Result<()> {
        let answer = self.inner.flush();
        let answer = self.note_io(Call::Flush, 0, answer);
        // Called on every way out, and what is written by then should be there.
        self.log.0.borrow_mut().flush();
        answer
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let answer = self.inner.read_stdin(buffer);
        let told = bytes_of(&answer.as_ref().map(|&n| n).map_err(errno), buffer);
        self.note(Call::ReadStdin, digest(buffer.len()), told).map_or(answer, |bytes| Ok(bytes.len()))
    }

    fn args(&self) -> &[String] {
        // They are in the command line, which the recording has.
        self.inner.args()
    }

    fn environ(&self) -> Vec<String> {
        self.note(Call::Environ, 0, self.inner.environ())
    }

    fn wall(&self) -> (i64, u32) {
        self.note(Call::Wall, 0, self.inner.wall())
    }

    fn mono(&self) -> i64 {
        let now = self.inner.mono();
        let mut log = self.log.0.borrow_mut();
        let passed = now.wrapping_sub(log.clock);
        log.clock = now;
        log.entry(Call::Mono, None, &passed);
        now
    }

    fn glance(&self) -> i64 {
        self.inner.glance()
    }

    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        if wait != Some(0) {
            self.log.0.borrow_mut().flush();
        }
        let before = events.len();
        self.inner.poll(wait, events);
        let news = events[before..].to_vec();
        self.note(Call::Poll, digest(wait), news);
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.inner.interrupt()
    }

    fn random(&mut self) -> u64 {
        let answer = self.inner.random();
        self.note(Call::Random, 0, answer)
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        let answer = self.inner.read(handle, buffer);
        let told = bytes_of(&answer, buffer);
        self.note(Call::Read, digest((handle, buffer.len())), told).map(|bytes| bytes.len())
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        let answer = self.inner.write(handle, bytes);
        self.note(Call::Write, digest((handle, bytes)), answer)
    }

    fn accept(&mut self, handle: Handle) -> Result<(Handle, Address), Errno> {
        let answer = self.inner.accept(handle);
        self.note(Call::Accept, digest(handle), answer)
    }

    fn listen(&mut self, kind: SocketKind, address: &Address) -> Result<Handle, Errno> {
        let answer = self.inner.listen(kind, address);
        self.note(Call::Listen, digest((kind, address)), answer)
    }

    fn connect(&mut self, kind: SocketKind, local: &Address, to: &Address) -> Result<Handle, Errno> {
        let answer = self.inner.connect(kind, local, to);
        self.note(Call::Connect, digest((kind, local, to)), answer)
    }

    fn connected(&mut self, handle: Handle) -> Result<(), Errno> {
        let answer = self.inner.connected(handle);
        self.note(Call::Connected, digest(handle), answer)
    }

    fn receive_from(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<(usize, Address), Errno> {
        let answer = self.inner.receive_from(handle, buffer);
        let told = answer.map(|(n, from)| (buffer[..n.min(buffer.len())].to_vec(), from));
        let told = self.note(Call::ReceiveFrom, digest((handle, buffer.len())), told);
        told.map(|(bytes, from)| (bytes.len(), from))
    }

    fn send_to(&mut self, handle: Handle, bytes: &[u8], to: &Address) -> Result<usize, Errno> {
        let answer = self.inner.send_to(handle, bytes, to);
        self.note(Call::SendTo, digest((handle, bytes, to)), answer)
    }

    fn ready(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        let answer = self.inner.ready(handle, direction);
        self.note(Call::Ready, digest((handle, direction)), answer)
    }

    fn shutdown(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        let answer = self.inner.shutdown(handle, direction);
        self.note(Call::Shutdown, digest((handle, direction)), answer)
    }

    fn addresses(&mut self, handle: Handle) -> Result<(Address, Address), Errno> {
        let answer = self.inner.addresses(handle);
        self.note(Call::Addresses, digest(handle), answer)
    }

    fn set_option(&mut self, handle: Handle, option: SocketOption) -> Result<(), Errno> {
        let answer = self.inner.set_option(handle, option);
        self.note(Call::SetOption, digest((handle, option)), answer)
    }

    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        let answer = self.inner.pipe();
        self.note(Call::Pipe, 0, answer)
    }

    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        let answer = self.inner.close(handle);
        self.note(Call::Close, digest(handle), answer)
    }

    fn submit(&mut self, job: Job) -> Result<JobId, Errno> {
        let digest = digest(&job);
        let answer = self.inner.submit(job);
        self.note(Call::Submit, digest, answer)
    }

    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        let digest = digest(&job);
        let answer = self.inner.perform(job);
        self.note(Call::Perform, digest, answer.as_ref().ok().cloned());
        answer
    }

    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        let answer = self.inner.reaches_outside(handles);
        self.note(Call::ReachesOutside, digest(handles), answer)
    }

    fn use_signal(&mut self, signal: i32, usage: SignalUse) -> Result<(), Errno> {
        let answer = self.inner.use_signal(signal, usage);
        self.note(Call::UseSignal, digest((signal, usage)), answer)
    }

    fn stopped_by(&self) -> Option<i32> {
        self.inner.stopped_by()
    }

    fn fact(&mut self, fact: &Fact) -> Result<Vec<u8>, Errno> {
        let answer = self.inner.fact(fact);
        self.note(Call::Fact, digest(fact), answer)
    }

    fn request(&mut self, request: &Request) -> Result<Vec<i64>, Errno> {
        let answer = self.inner.request(request);
        self.note(Call::Request, digest(request), answer)
    }

    fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        let answer = self.inner.spawn(spawn);
        self.note(Call::Spawn, digest(spawn), answer)
    }

    fn send_signal(&mut self, process: i64, signal: i32) -> Result<(), Errno> {
        let answer = self.inner.send_signal(process, signal);
        self.note(Call::SendSignal, digest((process, signal)), answer)
    }

    fn change_dir(&mut self, dir: &[u8]) -> Result<(), Errno> {
        let answer = self.inner.change_dir(dir);
        self.note(Call::ChangeDir, digest(dir), answer)
    }
}
