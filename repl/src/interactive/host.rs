//! The host of a session: output goes to the pump, and input comes from the terminal while an entry runs.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use phasync::engine::world::{
    Address, Answer, Direction, Errno, Handle, IoEvent, Job, JobId, SignalUse, SocketKind, SocketOption,
    Spawn, Waker,
};
use phasync::engine::{Host, StdHost};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::pump::{Out, Stream, ToPump};

/// Output is kept back up to so many bytes.
const BUFFER: usize = 8 << 10;
/// How often the terminal is looked at while a program waits for what is typed, in nanoseconds.
const LOOK: i64 = 10_000_000;
/// The signal of Ctrl-C.
const INTERRUPT: i32 = signal_hook::consts::SIGINT;

/// What the threads of a session share.
#[derive(Clone, Default)]
pub struct Shared {
    /// Raised by Ctrl-C while code runs.
    pub interrupt: Arc<AtomicBool>,
    /// Whether an entry runs: the terminal is its own then.
    pub foreground: Arc<AtomicBool>,
}

impl Shared {
    /// Has the flag raised by Ctrl-C from now on.
    ///
    /// # Errors
    /// What the system says.
    pub fn catch_interrupts(&self) -> io::Result<()> {
        signal_hook::flag::register(INTERRUPT, self.interrupt.clone())?;
        Ok(())
    }
}

/// What a session's programs see of the world.
pub struct SessionHost {
    /// Everything but standard streams.
    inner: StdHost,
    shared: Shared,
    pump: ToPump,
    /// Whether output is kept back for a while: not if a person waits for it.
    buffered: bool,
    kept: Vec<u8>,
    /// Whether standard input is the terminal; otherwise entries come from it, and programs find its end.
    terminal: bool,
    /// Whether a program has asked for input that was not there.
    wants_input: bool,
    /// Whether a program has asked for Ctrl-C.
    wants_interrupts: bool,
}

impl SessionHost {
    /// A host that prints through the pump, for a person at a terminal or not.
    pub fn new(pump: ToPump, shared: Shared, terminal: bool) -> SessionHost {
        let mut inner = StdHost::new(vec!["phasync".into()]);
        // Ctrl-C ends a poll. Without it, it is noticed a little later.
        let _ = inner.use_signal(INTERRUPT, SignalUse::Deliver);
        SessionHost {
            inner,
            shared,
            pump,
            buffered: !terminal,
            kept: Vec::new(),
            terminal,
            wants_input: false,
            wants_interrupts: false,
        }
    }

    /// What ends a poll from another thread.
    ///
    /// # Errors
    /// What the system says.
    pub fn waker(&mut self) -> io::Result<Arc<Waker>> {
        self.inner.waker()
    }

    fn send(&mut self, out: Out) -> io::Result<()> {
        // The pump ends with the session.
        self.pump.send(out).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }

    /// Whether the program that runs may read a line from the terminal without waiting.
    fn has_input(&self) -> bool {
        let at_once = Timespec { tv_sec: 0, tv_nsec: 0 };
        self.shared.foreground.load(Ordering::Relaxed)
            && poll(&mut [PollFd::new(&io::stdin(), PollFlags::IN)], Some(&at_once)).is_ok_and(|n| n > 0)
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

    fn show(&mut self) {
        // Without a session there is nobody to see it.
        let _ = self.flush();
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let text = std::mem::take(&mut self.kept);
        self.send(Out::Text(Stream::Output, text))
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if !self.terminal {
            return Ok(0);
        }
        self.flush()?;
        if !self.has_input() {
            self.wants_input = true;
            return Err(io::ErrorKind::WouldBlock.into());
        }
        // Without a buffer in between, which would hide from the next look what it has read ahead.
        let n = rustix::io::read(io::stdin(), buffer)?;
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

    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        // The pump is there as long as the session.
        let _ = self.flush();
        let end = wait.map(|nanos| self.inner.mono().saturating_add(nanos));
        loop {
            let start = self.inner.mono();
            let mut left = end.map(|end| (end - start).max(0));
            let looks = self.wants_input && self.shared.foreground.load(Ordering::Relaxed);
            if looks {
                left = Some(left.map_or(LOOK, |left| left.min(LOOK)));
            }
            if self.shared.interrupt.load(Ordering::Relaxed) {
                left = Some(0);
            }
            let before = events.len();
            self.inner.poll(left, events);
            if !self.wants_interrupts {
                events.retain(|event| *event != IoEvent::Signal(INTERRUPT));
            }
            if self.wants_input && self.has_input() {
                self.wants_input = false;
                events.push(IoEvent::Ready { handle: Handle::STDIN, read: true, write: false });
            }
            let now = self.inner.mono();
            let whole = left.is_some_and(|left| left > 0 && now - start >= left);
            // It goes on only if nothing has ended the wait but that the terminal was to be looked at.
            if !looks || !whole || events.len() > before || end.is_some_and(|end| now >= end) {
                return;
            }
        }
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.shared.interrupt.clone()
    }

    fn random(&mut self) -> u64 {
        self.inner.random()
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.inner.read(handle, buffer)
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        self.inner.write(handle, bytes)
    }

    fn accept(&mut self, handle: Handle) -> Result<(Handle, Address), Errno> {
        self.inner.accept(handle)
    }

    fn listen(&mut self, kind: SocketKind, address: &Address) -> Result<Handle, Errno> {
        self.inner.listen(kind, address)
    }

    fn connect(&mut self, kind: SocketKind, local: &Address, to: &Address) -> Result<Handle, Errno> {
        self.inner.connect(kind, local, to)
    }

    fn connected(&mut self, handle: Handle) -> Result<(), Errno> {
        self.inner.connected(handle)
    }

    fn receive_from(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<(usize, Address), Errno> {
        self.inner.receive_from(handle, buffer)
    }

    fn send_to(&mut self, handle: Handle, bytes: &[u8], to: &Address) -> Result<usize, Errno> {
        self.inner.send_to(handle, bytes, to)
    }

    fn ready(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        self.inner.ready(handle, direction)
    }

    fn shutdown(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        self.inner.shutdown(handle, direction)
    }

    fn addresses(&mut self, handle: Handle) -> Result<(Address, Address), Errno> {
        self.inner.addresses(handle)
    }

    fn set_option(&mut self, handle: Handle, option: SocketOption) -> Result<(), Errno> {
        self.inner.set_option(handle, option)
    }

    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        self.inner.pipe()
    }

    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        self.inner.close(handle)
    }

    fn submit(&mut self, job: Job) -> Result<JobId, Errno> {
        self.inner.submit(job)
    }

    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        self.inner.perform(job)
    }

    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        self.inner.reaches_outside(handles)
    }

    fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        // What the program has written stands before what the other one writes.
        let _ = self.flush();
        self.inner.spawn(spawn)
    }

    fn send_signal(&mut self, process: i64, signal: i32) -> Result<(), Errno> {
        self.inner.send_signal(process, signal)
    }

    fn use_signal(&mut self, signal: i32, usage: SignalUse) -> Result<(), Errno> {
        if signal == INTERRUPT {
            // Ctrl-C ends the entry, whatever the program does with it.
            self.wants_interrupts = usage == SignalUse::Deliver;
            return Ok(());
        }
        self.inner.use_signal(signal, usage)
    }
}
