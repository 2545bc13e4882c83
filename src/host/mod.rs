//! What a host gives to a program: standard streams, arguments, environment, clock, randomness, sockets and files.
//!
//! In: what a program asks of the outside. Out: answers, and at each [`Host::poll`] what has happened meanwhile. Invariants
//! - Everything that enters a run from outside enters through [`Host`], so that a run can be repeated: who wraps a host sees
//!   the bytes of each read, each accept, the events of each poll, the answers of helpers, signals and clocks.
//! - Nothing here waits, but for `poll` and for [`Host::perform`], which is asked only when nobody could run meanwhile.
//! - What is asked and answered is plain data; nothing refers to values of the program.
//!
//! | file | concept |
//! |---|---|
//! | `process` | the host of a process: streams and clocks; it puts the other parts together |
//! | `memory` | a host for tests |
//! | `output` | what a program has written, for who embeds it |
//! | `handles`, `net` | what is open, and whether it may be ready; sockets |
//! | `jobs`, `pool` | work that may block, and the threads that do it |
//! | `stdin`, `signals` | standard input by a thread; signals |
//! | `children` | other programs that it runs |
//! | `facts`, `request` | what the system says about itself, processes and limits |
//! | `descriptors` | descriptors as programs see them that work with them directly |
//! | `names` | work with names and open files that programs ask the system for directly |
//! | `record` | recording what enters, and repeating it |

mod children;
mod descriptors;
mod facts;
mod handles;
mod jobs;
mod memory;
mod names;
mod net;
mod output;
mod pool;
mod process;
mod record;
mod request;
mod signals;
mod stdin;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use children::Spawn;
pub use jobs::{Answer, FileJob, FileStat, Job, PathBytes, PathJob};
pub use memory::MemoryHost;
pub use names::NameJob;
pub use output::Output;
pub use process::StdHost;
pub use record::{About, Playback, Player, Recorder, Recording, fingerprint};
pub use request::Request;

pub use crate::reactor::Waker;

/// What shells add to the number of the signal that ended a process.
pub const SIGNALLED: i32 = 128;

/// Exit status of a program that wrote to a pipe that nobody reads any more: what a shell shows for the signal SIGPIPE.
pub const READER_GONE: i32 = SIGNALLED + 13;

/// What the system says about an error, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text[..at].to_lowercase(),
        None => text,
    }
}

/// An error number of the system.
pub type Errno = i32;

/// The error number of a failure.
pub fn errno(error: &io::Error) -> Errno {
    let number = error.raw_os_error().unwrap_or(match error.kind() {
        io::ErrorKind::InvalidInput => libc::EINVAL,
        io::ErrorKind::WouldBlock => libc::EAGAIN,
        io::ErrorKind::BrokenPipe => libc::EPIPE,
        io::ErrorKind::WriteZero => libc::ENOSPC,
        io::ErrorKind::Interrupted => libc::EINTR,
        _ => libc::EIO,
    });
    if number == 0 { libc::EIO } else { number }
}

/// Names something that a program has open, and never anything else, also after it is closed: a place in the host's table,
/// and how often that was used before.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct Handle(pub u64);

impl Handle {
    /// Standard input.
    pub const STDIN: Handle = Handle(0);
    /// Standard output.
    pub const STDOUT: Handle = Handle(1);
    /// Standard error.
    pub const STDERR: Handle = Handle(2);
    /// Generations are counted modulo this and one more, so that a handle is a positive `int`.
    const GENERATIONS: u32 = 0x7FFF_FFFF;

    fn new(place: usize, generation: u32) -> Handle {
        Handle(u64::from(generation) << 32 | place as u64)
    }

    /// The place in the table: small numbers.
    pub fn place(self) -> usize {
        self.0 as u32 as usize
    }

    /// How often the place was used before.
    pub fn generation(self) -> u32 {
        (self.0 >> 32) as u32
    }
}

/// Names a job: they count up.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct JobId(pub u64);

/// Which way bytes go.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Direction {
    /// To the program; of a socket that listens: accepting.
    Read,
    /// From the program; of a connection that was begun: that it is there.
    Write,
}

/// Where a socket is.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Address {
    /// Nowhere, or nobody knows.
    #[default]
    None,
    /// An address of the internet.
    Inet(SocketAddr),
    /// A path; one that begins with `@` names no file.
    Unix(Vec<u8>),
}

/// What a socket carries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SocketKind {
    /// A stream of bytes: TCP.
    Stream,
    /// Messages: UDP.
    Datagram,
    /// Messages that come in order over a connection: Unix sockets have that.
    Packets,
}

/// An option of a socket.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SocketOption {
    /// Whether small writes go out at once.
    NoDelay(bool),
    /// Whether the system asks idle peers if they are still there.
    KeepAlive(bool),
    /// ... how often, in seconds.
    KeepAlivePeriod(u64),
    /// How many seconds closing waits for what was not yet sent; 0 drops it and resets the connection; none: in the
    /// background.
    Linger(Option<u64>),
    /// Bytes of the system's buffers.
    ReadBuffer(usize),
    /// See `ReadBuffer`.
    WriteBuffer(usize),
}

/// What a signal shall do.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SignalUse {
    /// What it does in a program that says nothing.
    Default,
    /// Be an event.
    Deliver,
    /// Nothing.
    Ignore,
}

/// The numbers of a process.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ProcessId {
    /// Its own.
    Own,
    /// That of who started it.
    Parent,
    /// Whose it is.
    User,
    /// As whom it acts.
    EffectiveUser,
    /// See `User`.
    Group,
    /// See `EffectiveUser`.
    EffectiveGroup,
}

/// What a program may ask of the system itself.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Fact {
    /// The directory in which relative paths begin.
    WorkingDir,
    /// The path of the executable.
    Executable,
    /// The name of the machine.
    Hostname,
    /// The fields of uname(2), each followed by a zero byte.
    Uname,
    /// A number of the process, in decimal.
    Id(ProcessId),
    /// A file of the time zone database, by its name or absolute path.
    Zone(Vec<u8>),
}

/// Something that has happened outside.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum IoEvent {
    /// What is open may be read or written now; trying shows.
    Ready {
        /// What.
        handle: Handle,
        /// It may be read.
        read: bool,
        /// It may be written.
        write: bool,
    },
    /// A job is done.
    Done(JobId, Answer),
    /// A signal has come that the program wants.
    Signal(i32),
}

/// The outside world, as a program sees it.
///
/// A host without sockets, files or signals leaves out the methods that have a body.
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
    /// Writes out what standard output keeps back, where somebody may look at it while the program computes; called again and
    /// again. What fails is said by the next [`flush`](Self::flush).
    fn show(&mut self) {}
    /// Writes out what standard output keeps back. Called before waiting and on every way out.
    ///
    /// # Errors
    /// What the system says.
    fn flush(&mut self) -> io::Result<()>;
    /// Reads from standard input; 0 bytes mean its end.
    ///
    /// # Errors
    /// What the system says; `WouldBlock` if nothing is there: a poll will report [`Handle::STDIN`].
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize>;
    /// The script's name and arguments, `os.Args`.
    fn args(&self) -> &[String];
    /// The environment, as `NAME=value`.
    fn environ(&self) -> Vec<String>;
    /// Seconds since 1970 and nanoseconds of the wall clock.
    fn wall(&self) -> (i64, u32);
    /// Nanoseconds of a clock that only goes forward.
    fn mono(&self) -> i64;
    /// About what [`mono`](Self::mono) gives, for who watches: it is not part of the run, and not recorded.
    fn glance(&self) -> i64 {
        self.mono()
    }
    /// Appends what has happened. If nothing has, waits so many nanoseconds for it (0: not at all), without end if there is no
    /// number, or until the interrupt flag is raised. Before it waits, it writes out what standard output keeps back.
    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>);
    /// Raised by Ctrl-C.
    fn interrupt(&self) -> Arc<AtomicBool>;
    /// Random bits from the system, for programs that ask for chance (`math/rand` without a seed).
    fn random(&mut self) -> u64;

    /// Reads some bytes from a connection, pipe or terminal; 0 at its end.
    ///
    /// # Errors
    /// What the system says; EAGAIN if nothing is there: a poll will report the handle. EBADF if it is not open.
    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        let _ = (handle, buffer);
        Err(libc::ENOSYS)
    }
    /// Writes some of the bytes to a connection, pipe or terminal.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        let _ = (handle, bytes);
        Err(libc::ENOSYS)
    }
    /// Takes a connection from a socket that listens, and the address of its peer.
    ///
    /// # Errors
    /// As for [`read`](Self::read); EMFILE when the process has no descriptors left.
    fn accept(&mut self, handle: Handle) -> Result<(Handle, Address), Errno> {
        let _ = handle;
        Err(libc::ENOSYS)
    }
    /// Opens a socket that listens at an address, or one for messages that is bound to it.
    ///
    /// # Errors
    /// What the system says.
    fn listen(&mut self, kind: SocketKind, address: &Address) -> Result<Handle, Errno> {
        let _ = (kind, address);
        Err(libc::ENOSYS)
    }
    /// Begins to connect, from `local` if that is an address.
    ///
    /// # Errors
    /// What the system says.
    fn connect(&mut self, kind: SocketKind, local: &Address, to: &Address) -> Result<Handle, Errno> {
        let _ = (kind, local, to);
        Err(libc::ENOSYS)
    }
    /// Whether a connection that was begun is there.
    ///
    /// # Errors
    /// Why it could not be made; EAGAIN while it is being made: a poll will report that the handle can be written.
    fn connected(&mut self, handle: Handle) -> Result<(), Errno> {
        let _ = handle;
        Err(libc::ENOSYS)
    }
    /// Takes a message, and the address of its sender. What does not fit into the buffer is lost.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    fn receive_from(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<(usize, Address), Errno> {
        let _ = (handle, buffer);
        Err(libc::ENOSYS)
    }
    /// Sends a message.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    fn send_to(&mut self, handle: Handle, bytes: &[u8], to: &Address) -> Result<usize, Errno> {
        let _ = (handle, bytes, to);
        Err(libc::ENOSYS)
    }
    /// Whether reading (accepting) or writing would not block; the end and errors count as what can be read.
    ///
    /// # Errors
    /// As for [`read`](Self::read): EAGAIN if it would block.
    fn ready(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        let _ = (handle, direction);
        Err(libc::ENOSYS)
    }
    /// Ends one direction of a connection.
    ///
    /// # Errors
    /// What the system says.
    fn shutdown(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        let _ = (handle, direction);
        Err(libc::ENOSYS)
    }
    /// The address of a socket, and of its peer.
    ///
    /// # Errors
    /// What the system says.
    fn addresses(&mut self, handle: Handle) -> Result<(Address, Address), Errno> {
        let _ = handle;
        Err(libc::ENOSYS)
    }
    /// Sets an option of a socket.
    ///
    /// # Errors
    /// What the system says.
    fn set_option(&mut self, handle: Handle, option: SocketOption) -> Result<(), Errno> {
        let _ = (handle, option);
        Err(libc::ENOSYS)
    }
    /// Opens a pipe: the end to read, and the end to write.
    ///
    /// # Errors
    /// What the system says.
    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        Err(libc::ENOSYS)
    }
    /// Closes what is open. Its handle is not used again.
    ///
    /// # Errors
    /// EBADF if it is not open.
    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        let _ = handle;
        Err(libc::EBADF)
    }
    /// Begins work that may block; a poll will report that it is done.
    ///
    /// # Errors
    /// It cannot be begun.
    fn submit(&mut self, job: Job) -> Result<JobId, Errno> {
        let _ = job;
        Err(libc::ENOSYS)
    }
    /// Does work at once, if it does not wait for others than a disk; else gives it back, to be submitted.
    ///
    /// # Errors
    /// The job, which must be submitted.
    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        Err(job)
    }
    /// Whether any of these handles can become ready by what others than the program do: not if the other end is the
    /// program's own, and not a socket that listens, of which nobody knows whether anyone will ever come.
    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        !handles.is_empty()
    }
    /// Says what a signal shall do.
    ///
    /// # Errors
    /// What the system says.
    fn use_signal(&mut self, signal: i32, usage: SignalUse) -> Result<(), Errno> {
        let _ = (signal, usage);
        Err(libc::ENOSYS)
    }
    /// What the system says about itself.
    ///
    /// # Errors
    /// What it says if it cannot be told.
    fn fact(&mut self, fact: &Fact) -> Result<Vec<u8>, Errno> {
        facts::ask(fact)
    }
    /// Makes another directory the one in which relative paths begin.
    ///
    /// # Errors
    /// What the system says.
    fn change_dir(&mut self, dir: &[u8]) -> Result<(), Errno> {
        facts::change_dir(dir)
    }
    /// Asks the system for something that never waits.
    ///
    /// # Errors
    /// What the system says.
    fn request(&mut self, request: &Request) -> Result<Vec<i64>, Errno> {
        request::ask(request)
    }
    /// Starts another program; gives the number of its process. [`Job::Wait`] waits for its end.
    ///
    /// # Errors
    /// What the system says.
    fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        let _ = spawn;
        Err(libc::ENOSYS)
    }
    /// Becomes another program; gives why that cannot be. What is recorded has no end then, so recordings refuse it.
    fn exec(&mut self, spawn: &Spawn) -> Errno {
        let _ = spawn;
        libc::ENOSYS
    }
    /// Sends a signal to a process; 0 only asks whether it is there.
    ///
    /// # Errors
    /// What the system says.
    fn send_signal(&mut self, process: i64, signal: i32) -> Result<(), Errno> {
        let _ = (process, signal);
        Err(libc::ENOSYS)
    }
    /// The signal that has raised the interrupt flag, if it was one.
    fn stopped_by(&self) -> Option<i32> {
        None
    }
}
