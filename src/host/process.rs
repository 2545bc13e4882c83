//! The host of a process: its streams, clocks, sockets, files and signals.
//!
//! Invariants
//! - Descriptors 0 to 2 are shared with the shell and never made non-blocking: standard input is read by a thread, standard
//!   output is kept back off a terminal and written before waiting, before standard error, and on every way out.
//! - What is needed for input and output (the reactor, threads, a pipe for signals) is made when it is first needed.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use super::handles::{Handles, Kind, number};
use super::jobs::{self, Outcome};
use super::pool::Pool;
use super::signals::Signals;
use super::stdin::Stdin;
use super::{
    Address, Answer, Direction, Errno, Fact, Handle, Host, IoEvent, Job, JobId, Request, SignalUse,
    SocketKind, SocketOption, Spawn, children, errno, net,
};
use crate::reactor::{Reactor, Waker};

/// Standard output is kept back up to so many bytes.
const BUFFER: usize = 32 << 10;

/// Tokens of what is no handle.
const WAKE: usize = usize::MAX - 1;
const SIGNAL: usize = usize::MAX - 2;

/// The process's own streams, clocks, sockets and files.
pub struct StdHost {
    out: Vec<u8>,
    pub(super) buffered: bool,
    /// Standard output cannot be written to, though the descriptor may be open.
    pub(super) closed: bool,
    /// Streams that the program has closed.
    pub(super) gone: [bool; 3],
    /// Output that had been accepted could not be written.
    pub(super) lost: Option<io::Error>,
    /// What a pipe that standard output was made to lead to could not take yet. The program itself may be its reader, so it is
    /// not waited for.
    pub(super) stuck: Option<Vec<u8>>,
    args: Vec<String>,
    /// By which names the program starts itself once more, and what this executable is told then.
    again: Option<(Vec<String>, Vec<String>)>,
    start: Instant,
    interrupt: Arc<AtomicBool>,
    /// Streams of an embedder, in place of the process's own.
    own: OwnStreams,
    pub(super) stdin: Stdin,
    signals: Signals,
    pub(super) handles: Handles,
    waiting: Option<Waiting>,
    last_job: u64,
}

/// Streams of an embedder, in place of the process's own.
#[derive(Default)]
struct OwnStreams {
    stdin: Option<Box<dyn Read>>,
    stdout: Option<Box<dyn Write>>,
    stderr: Option<Box<dyn Write>>,
}

/// What is there once something can be waited for.
struct Waiting {
    reactor: Reactor,
    waker: Arc<Waker>,
    pool: Pool,
}

impl StdHost {
    /// A host with these arguments, the first of which is the script's name.
    pub fn new(args: Vec<String>) -> StdHost {
        let interrupt = Arc::<AtomicBool>::default();
        StdHost {
            out: Vec::new(),
            buffered: !io::stdout().is_terminal(),
            closed: false,
            gone: [false; 3],
            lost: None,
            stuck: None,
            args,
            again: None,
            start: Instant::now(),
            signals: Signals::new(interrupt.clone()),
            interrupt,
            own: OwnStreams::default(),
            stdin: Stdin::new(),
            handles: Handles::default(),
            waiting: None,
            last_job: 0,
        }
    }

    /// The host of a process that was started without a standard output: writing fails, whatever has become of the
    /// descriptor since.
    pub fn without_stdout(mut self) -> StdHost {
        self.closed = true;
        self
    }

    /// The same with these arguments, the first of which is the script's name.
    #[must_use]
    pub fn with_args(mut self, args: Vec<String>) -> StdHost {
        self.args = args;
        self
    }

    /// The program can start itself once more by these names, which are no programs (`os.Executable` gives the first): this
    /// executable is started then, with these arguments before those of the program.
    pub fn again(&mut self, names: Vec<String>, arguments: Vec<String>) {
        self.again = Some((names, arguments));
    }

    /// Standard input comes from `input`. It is read when the program reads, on the thread that runs the program: what it waits
    /// for, everything waits for.
    #[must_use]
    pub fn with_stdin(mut self, input: impl Read + 'static) -> StdHost {
        self.own.stdin = Some(Box::new(input));
        self
    }

    /// Standard output goes to `output`, at once.
    #[must_use]
    pub fn with_stdout(mut self, output: impl Write + 'static) -> StdHost {
        self.own.stdout = Some(Box::new(output));
        self.buffered = false;
        self
    }

    /// Standard error goes to `output`, at once.
    #[must_use]
    pub fn with_stderr(mut self, output: impl Write + 'static) -> StdHost {
        self.own.stderr = Some(Box::new(output));
        self
    }

    /// Whether a stream is one of the embedder, and no descriptor.
    pub(super) fn has_own(&self, stream: i64) -> bool {
        match stream {
            0 => self.own.stdin.is_some(),
            1 => self.own.stdout.is_some(),
            _ => self.own.stderr.is_some(),
        }
    }

    /// What was lost of standard output: whoever handed the bytes over was told that all was well, so this is said again and again.
    fn lost(&self) -> io::Result<()> {
        match &self.lost {
            Some(error) => {
                Err(error.raw_os_error().map_or_else(|| error.kind().into(), io::Error::from_raw_os_error))
            }
            None => Ok(()),
        }
    }

    /// An open file; a pipe or device, which can be asked what it is; or a stream of the process, of which all that was written has
    /// been written out. Streams that the host gave are no files.
    pub(super) fn file(&mut self, handle: Handle) -> Option<Arc<File>> {
        let copy = match handle {
            Handle::STDIN if self.own.stdin.is_none() => io::stdin().as_fd().try_clone_to_owned(),
            Handle::STDOUT if self.own.stdout.is_none() => {
                // What fails is said again by the next write.
                let _ = self.flush();
                io::stdout().as_fd().try_clone_to_owned()
            }
            Handle::STDERR if self.own.stderr.is_none() => io::stderr().as_fd().try_clone_to_owned(),
            _ => match self.handles.file(handle) {
                None => self.handles.fd(handle).ok()?.try_clone_to_owned(),
                file => return file,
            },
        };
        Some(Arc::new(File::from(copy.ok()?)))
    }

    /// Writes everything to standard output, without a buffer in between.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some(out) = &mut self.own.stdout {
            out.write_all(bytes)?;
            return out.flush();
        }
        if self.closed || self.gone[1] {
            return Err(io::Error::from_raw_os_error(libc::EBADF));
        }
        if let Some(mut stuck) = self.stuck.take() {
            stuck.extend_from_slice(bytes);
            return self.write_stuck(stuck);
        }
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// Lets Ctrl-C, SIGTERM and SIGHUP raise the interrupt flag and end any waiting, for a process that is the program's own.
    ///
    /// # Errors
    /// What the system says.
    pub fn catch_signals(&mut self) -> io::Result<()> {
        self.signals.catch_stopping()
    }

    /// What ends a poll from another thread.
    ///
    /// # Errors
    /// What the system says.
    pub fn waker(&mut self) -> io::Result<Arc<Waker>> {
        Ok(self.waiting().map_err(io::Error::from_raw_os_error)?.waker.clone())
    }

    /// The reactor and the helpers, made now if they are not there.
    fn waiting(&mut self) -> Result<&mut Waiting, Errno> {
        if self.waiting.is_none() {
            allow_many_descriptors();
            let reactor = Reactor::new().map_err(|error| errno(&error))?;
            let waker = Arc::new(reactor.waker(WAKE).map_err(|error| errno(&error))?);
            if let Some(fd) = self.signals.fd() {
                reactor.register(fd, SIGNAL).map_err(|error| errno(&error))?;
            }
            self.waiting = Some(Waiting { reactor, pool: Pool::new(waker.clone()), waker });
        }
        self.waiting.as_mut().ok_or(libc::EMFILE)
    }

    /// The table of handles and the reactor.
    pub(super) fn open(&mut self) -> Result<(&mut Handles, &Reactor), Errno> {
        self.waiting()?;
        let reactor = self.waiting.as_ref().map(|waiting| &waiting.reactor);
        Ok((&mut self.handles, reactor.ok_or(libc::EMFILE)?))
    }

    /// Gives an opened file a handle.
    fn admit(&mut self, outcome: Outcome) -> Answer {
        let file = match outcome {
            Outcome::Answer(answer) => return answer,
            Outcome::File(file) => file,
        };
        match self.admit_file(file) {
            Ok((handle, waits)) => Answer::Opened { handle, waits },
            Err(errno) => Answer::Failed(errno),
        }
    }

    fn admit_file(&mut self, file: File) -> Result<(Handle, bool), Errno> {
        if jobs::may_be_polled(&file) {
            let again: OwnedFd = file.try_clone().map_err(|error| errno(&error))?.into();
            rustix::io::ioctl_fionbio(&again, true).map_err(number)?;
            let (handles, reactor) = self.open()?;
            match handles.add_polled(reactor, again, Kind::Device, true) {
                Ok(handle) => return Ok((handle, true)),
                // A device that is always ready, such as /dev/null.
                Err(libc::EPERM) => {}
                Err(errno) => return Err(errno),
            }
        }
        Ok((self.handles.add_file(Arc::new(file), false)?, false))
    }
}

/// Raises the limit of open descriptors as far as the process may, as Go does: servers need more than shells give.
fn allow_many_descriptors() {
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current != maximum {
        // If it is refused, the limit stays as it was.
        let _ = setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum });
    }
}

impl StdHost {
    /// The program to be started; in the place of those that stand for this one, this one.
    fn known<'s>(&self, spawn: &'s Spawn) -> Result<Cow<'s, Spawn>, Errno> {
        match &self.again {
            Some((names, arguments)) if names.iter().any(|name| spawn.path == name.as_bytes()) => {
                Ok(Cow::Owned(spawn.of_this_executable(arguments)?))
            }
            _ => Ok(Cow::Borrowed(spawn)),
        }
    }
}

impl Host for StdHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        if !self.buffered || self.gone[1] {
            return self.write_all(bytes);
        }
        // After what was lost nothing is taken any more.
        self.lost()?;
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
        if self.gone[2] {
            return Err(io::Error::from_raw_os_error(libc::EBADF));
        }
        match &mut self.own.stderr {
            Some(err) => err.write_all(bytes).and_then(|()| err.flush()),
            None => io::stderr().lock().write_all(bytes),
        }
    }

    fn show(&mut self) {
        if !self.out.is_empty() {
            let _ = self.flush();
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut out = std::mem::take(&mut self.out);
        if (!out.is_empty() || self.stuck.as_ref().is_some_and(|stuck| !stuck.is_empty()))
            && let Err(error) = self.write_all(&out)
        {
            self.lost = Some(error);
        }
        out.clear();
        self.out = out;
        self.lost()
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if let Some(input) = &mut self.own.stdin {
            return input.read(buffer);
        }
        if self.gone[0] {
            return Err(io::Error::from_raw_os_error(libc::EBADF));
        }
        let waker = self.waiting().map_err(io::Error::from_raw_os_error)?.waker.clone();
        self.stdin.read(buffer, &waker)
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

    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        let mut wait = wait.map(|nanos| Duration::from_nanos(nanos.max(0) as u64));
        if wait != Some(Duration::ZERO) {
            // Who waits has shown what it has to say. That it is lost is found out by the next who writes.
            let _ = self.flush();
            // The flag is raised before the pipe is written, so a signal that comes after this ends the wait.
            if self.interrupt.load(Ordering::Relaxed) {
                wait = Some(Duration::ZERO);
            }
        }
        let Ok(_) = self.waiting() else {
            // Without a reactor nothing but the clock can be waited for.
            std::thread::sleep(wait.unwrap_or(Duration::from_millis(20)).min(Duration::from_millis(20)));
            return;
        };
        let Some(Waiting { reactor, pool, .. }) = &mut self.waiting else { return };
        let (handles, signals) = (&mut self.handles, &mut self.signals);
        let (mut woken, mut signalled) = (false, false);
        reactor.poll(wait, |news| match news.token {
            WAKE => woken = true,
            SIGNAL => signalled = true,
            _ => {
                if let Some(handle) = handles.note(news) {
                    events.push(IoEvent::Ready { handle, read: news.read, write: news.write });
                }
            }
        });
        if signalled {
            events.extend(signals.take().into_iter().map(IoEvent::Signal));
        }
        if woken {
            if self.stdin.news() {
                events.push(IoEvent::Ready { handle: Handle::STDIN, read: true, write: false });
            }
            for (id, outcome) in pool.finished() {
                let answer = self.admit(outcome);
                events.push(IoEvent::Done(id, answer));
            }
        }
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }

    fn random(&mut self) -> u64 {
        use std::hash::{BuildHasher, Hasher, RandomState};
        RandomState::new().build_hasher().finish()
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.handles.read(handle, buffer)
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        self.handles.write(handle, bytes)
    }

    fn accept(&mut self, handle: Handle) -> Result<(Handle, Address), Errno> {
        let (handles, reactor) = self.open()?;
        net::accept(handles, reactor, handle)
    }

    fn listen(&mut self, kind: SocketKind, address: &Address) -> Result<Handle, Errno> {
        let (handles, reactor) = self.open()?;
        net::listen_at(handles, reactor, kind, address)
    }

    fn connect(&mut self, kind: SocketKind, local: &Address, to: &Address) -> Result<Handle, Errno> {
        let (handles, reactor) = self.open()?;
        net::connect_to(handles, reactor, kind, local, to)
    }

    fn connected(&mut self, handle: Handle) -> Result<(), Errno> {
        net::connected(&mut self.handles, handle)
    }

    fn receive_from(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<(usize, Address), Errno> {
        net::receive_from(&mut self.handles, handle, buffer)
    }

    fn send_to(&mut self, handle: Handle, bytes: &[u8], to: &Address) -> Result<usize, Errno> {
        net::send_to(&mut self.handles, handle, bytes, to)
    }

    fn ready(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        net::ready(&mut self.handles, handle, direction)
    }

    fn shutdown(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        net::shutdown(&mut self.handles, handle, direction)
    }

    fn addresses(&mut self, handle: Handle) -> Result<(Address, Address), Errno> {
        net::addresses(&mut self.handles, handle)
    }

    fn set_option(&mut self, handle: Handle, option: SocketOption) -> Result<(), Errno> {
        net::set_option(&mut self.handles, handle, option)
    }

    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        let (reader, writer) = io::pipe().map_err(|error| errno(&error))?;
        let (reader, writer) = (OwnedFd::from(reader), OwnedFd::from(writer));
        rustix::io::ioctl_fionbio(&reader, true).map_err(number)?;
        rustix::io::ioctl_fionbio(&writer, true).map_err(number)?;
        let (handles, reactor) = self.open()?;
        let reader = handles.add_polled(reactor, reader, Kind::Pipe, true)?;
        match handles.add_polled(reactor, writer, Kind::Pipe, true) {
            Ok(writer) => Ok((reader, writer)),
            Err(errno) => {
                handles.close(None, reader)?;
                Err(errno)
            }
        }
    }

    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        if handle.place() <= Handle::STDERR.place() {
            return self.close_stream(handle.place());
        }
        let reactor = self.waiting.as_ref().map(|waiting| &waiting.reactor);
        self.handles.close(reactor, handle)
    }

    fn submit(&mut self, job: Job) -> Result<JobId, Errno> {
        let file = job.file().and_then(|file| self.file(file));
        self.last_job += 1;
        let id = JobId(self.last_job);
        let waits = job.waits_for_others() || self.handles.may_wait(&job);
        self.waiting()?.pool.submit(id, job, file, waits);
        Ok(id)
    }

    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        if !job.is_quick() && (job.may_wait() || self.handles.may_wait(&job)) {
            return Err(job);
        }
        let file = job.file().and_then(|file| self.file(file));
        let outcome = jobs::perform(&job, file.as_ref());
        Ok(self.admit(outcome))
    }

    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        net::reach_outside(&self.handles, handles)
    }

    fn use_signal(&mut self, signal: i32, usage: SignalUse) -> Result<(), Errno> {
        let had_pipe = self.signals.fd().is_some();
        self.signals.set(signal, usage).map_err(|error| errno(&error))?;
        if !had_pipe && let (Some(fd), Some(waiting)) = (self.signals.fd(), &self.waiting) {
            waiting.reactor.register(fd, SIGNAL).map_err(|error| errno(&error))?;
        }
        Ok(())
    }

    fn fact(&mut self, fact: &Fact) -> Result<Vec<u8>, Errno> {
        match (&self.again, fact) {
            (Some((names, _)), Fact::Executable) if !names.is_empty() => Ok(names[0].clone().into_bytes()),
            _ => super::facts::ask(fact),
        }
    }

    fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        // What the program has written stands before what the other one writes.
        let _ = self.flush();
        let spawn = self.known(spawn)?;
        self.handles.spawn(&spawn)
    }

    fn exec(&mut self, spawn: &Spawn) -> Errno {
        let _ = self.flush();
        self.known(spawn).map_or_else(|errno| errno, |spawn| self.handles.exec(&spawn))
    }

    fn request(&mut self, request: &Request) -> Result<Vec<i64>, Errno> {
        self.answer(request)
    }

    fn send_signal(&mut self, process: i64, signal: i32) -> Result<(), Errno> {
        children::send_signal(process, signal)
    }

    fn stopped_by(&self) -> Option<i32> {
        self.signals.stopped_by()
    }
}
