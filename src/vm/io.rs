//! Who waits for sockets, files and signals; reading, writing and accepting as opcodes and natives do it.
//!
//! Invariants
//! - An operation is tried first; only if it would block does the coroutine yield a system call, and when it is woken it
//!   tries again. So readiness may be told too often, but never too seldom: whoever is told wakes all who wait, in the order in
//!   which they came.
//! - What is known of a handle here belongs to its generation: a place of the host's table that is used again begins anew.

use std::cell::RefCell;
use std::collections::VecDeque;

use hashbrown::HashMap;
use std::rc::Rc;

use crate::heap::mem;
use crate::host::{Address, Answer, Direction, Errno, Handle, Host, Job};
use crate::syscall::{SystemCall, TaskId};

/// What an operation on the outside costs of the budget: about what the system's call takes, in steps of a loop.
pub(crate) const IO_COST: i64 = 100;

/// In place of an error number: the deadline has passed.
pub const TIMED_OUT: i64 = -1;

/// What came of an operation: its value, the error number (or [`TIMED_OUT`]), or that it must wait.
pub enum Attempt<T> {
    /// It is done.
    Done(T),
    /// It failed.
    Failed(i64),
    /// It would block.
    Wait(SystemCall),
}

impl<T> Attempt<T> {
    /// Changes the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Attempt<U> {
        match self {
            Attempt::Done(value) => Attempt::Done(change(value)),
            Attempt::Failed(errno) => Attempt::Failed(errno),
            Attempt::Wait(call) => Attempt::Wait(call),
        }
    }
}

/// One direction of one handle.
#[derive(Default)]
struct Side {
    waiters: VecDeque<TaskId>,
    /// The wait words of those who wait for it among other things.
    attending: Vec<u64>,
    /// The timer of the deadline; 0 if there is none.
    timer: u64,
    /// The deadline has passed.
    expired: bool,
}

#[derive(Default)]
struct Entry {
    generation: u32,
    read: Side,
    write: Side,
}

impl Side {
    fn is_awaited(&self) -> bool {
        !self.waiters.is_empty() || !self.attending.is_empty()
    }
}

impl Entry {
    fn side(&mut self, direction: Direction) -> &mut Side {
        match direction {
            Direction::Read => &mut self.read,
            Direction::Write => &mut self.write,
        }
    }
}

/// What natives, the machine and the scheduler know of input and output.
#[derive(Default)]
pub struct Io {
    /// By place in the host's table.
    entries: Vec<Entry>,
    waiting: usize,
    /// The job that a native wants to have done, with [`SystemCall::Offload`].
    pub offered: Option<Job>,
    /// The answers of jobs, by the number of the goroutine that will ask.
    answers: HashMap<u64, Answer>,
    /// Handles that Rust code has dropped, to be closed by the scheduler.
    dropped: Rc<RefCell<Vec<Handle>>>,
    /// Signals that have come and were not yet taken.
    pub signals: VecDeque<i32>,
    /// Whether the program wants any signal.
    pub wants_signals: bool,
}

/// When this is dropped, the scheduler closes the handle before anything waits.
pub(super) struct Dropped {
    handle: Handle,
    list: Rc<RefCell<Vec<Handle>>>,
}

impl Drop for Dropped {
    fn drop(&mut self) {
        self.list.borrow_mut().push(self.handle);
    }
}

impl std::fmt::Debug for Io {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Io").field("waiting", &self.waiting).finish_non_exhaustive()
    }
}

impl Io {
    /// The entry of a handle, as new if its place was used by another.
    fn entry(&mut self, handle: Handle) -> &mut Entry {
        let place = handle.place();
        if place >= self.entries.len() {
            self.entries.resize_with(place + 1, Entry::default);
        }
        let entry = &mut self.entries[place];
        if entry.generation != handle.generation() {
            debug_assert!(entry.read.waiters.is_empty() && entry.write.waiters.is_empty());
            *entry = Entry { generation: handle.generation(), ..Entry::default() };
        }
        entry
    }

    /// Whether the deadline of a direction has passed.
    #[inline]
    pub fn is_expired(&self, handle: Handle, direction: Direction) -> bool {
        self.entries.get(handle.place()).is_some_and(|entry| {
            let expired = match direction {
                Direction::Read => entry.read.expired,
                Direction::Write => entry.write.expired,
            };
            expired && entry.generation == handle.generation()
        })
    }

    /// Queues a task that must wait.
    pub fn enqueue(&mut self, handle: Handle, direction: Direction, task: TaskId) {
        self.entry(handle).side(direction).waiters.push_back(task);
        self.waiting += 1;
    }

    /// Takes the task that waits longest for a direction of a handle.
    pub fn take_waiter(&mut self, handle: Handle, direction: Direction) -> Option<TaskId> {
        let entry = self.entries.get_mut(handle.place())?;
        if entry.generation != handle.generation() {
            return None;
        }
        let task = entry.side(direction).waiters.pop_front()?;
        self.waiting -= 1;
        Some(task)
    }

    /// A task does not wait any more.
    pub fn forget_waiter(&mut self, handle: Handle, direction: Direction, task: TaskId) {
        let waiters = &mut self.entry(handle).side(direction).waiters;
        if let Some(at) = waiters.iter().position(|&waiter| waiter == task) {
            waiters.remove(at);
            self.waiting -= 1;
        }
    }

    /// Whoever waits at a wait word wants to know when a direction of a handle may be ready, until it says that it does not.
    pub fn attend(&mut self, handle: Handle, direction: Direction, word: u64) {
        self.entry(handle).side(direction).attending.push(word);
        self.waiting += 1;
    }

    /// Whoever waits at a wait word does not want to know any more.
    pub fn unattend(&mut self, word: u64) {
        if self.waiting == 0 {
            return;
        }
        for side in self.entries.iter_mut().flat_map(|entry| [&mut entry.read, &mut entry.write]) {
            let before = side.attending.len();
            side.attending.retain(|&one| one != word);
            self.waiting -= before - side.attending.len();
        }
    }

    /// The wait words of those who wait for a direction of a handle among other things.
    pub fn attending(&self, handle: Handle, direction: Direction) -> Vec<u64> {
        let entry = self.entries.get(handle.place()).filter(|entry| entry.generation == handle.generation());
        entry.map_or_else(Vec::new, |entry| match direction {
            Direction::Read => entry.read.attending.clone(),
            Direction::Write => entry.write.attending.clone(),
        })
    }

    /// How many tasks wait for handles.
    #[inline]
    pub fn waiting(&self) -> usize {
        self.waiting
    }

    /// The handles that tasks wait for.
    pub fn awaited(&self) -> Vec<Handle> {
        let awaited = self.entries.iter().enumerate();
        let awaited = awaited.filter(|(_, e)| e.read.is_awaited() || e.write.is_awaited());
        awaited.map(|(place, e)| Handle(u64::from(e.generation) << 32 | place as u64)).collect()
    }

    /// Whether a task waits for a direction of a handle.
    pub fn is_awaited(&self, handle: Handle, direction: Direction) -> bool {
        self.entries.get(handle.place()).is_some_and(|entry| {
            let side = match direction {
                Direction::Read => &entry.read,
                Direction::Write => &entry.write,
            };
            entry.generation == handle.generation() && side.is_awaited()
        })
    }

    /// Sets whether the deadline of a direction has passed, and the timer of the new one (0: none). Gives the timer of the
    /// one before, to be stopped.
    pub fn set_deadline(&mut self, handle: Handle, direction: Direction, timer: u64, expired: bool) -> u64 {
        let side = self.entry(handle).side(direction);
        side.expired = expired;
        std::mem::replace(&mut side.timer, timer)
    }

    /// The handle has been closed. Gives the timers of its deadlines.
    pub fn forget(&mut self, handle: Handle) -> [u64; 2] {
        match self.entries.get_mut(handle.place()) {
            Some(entry) if entry.generation == handle.generation() => {
                self.waiting -= entry.read.attending.len() + entry.write.attending.len();
                entry.read.attending.clear();
                entry.write.attending.clear();
                [std::mem::take(&mut entry.read.timer), std::mem::take(&mut entry.write.timer)]
            }
            Some(_) | None => [0, 0],
        }
    }

    /// Keeps the answer of a job for the goroutine of this number.
    pub fn keep_answer(&mut self, goroutine: u64, answer: Answer) {
        self.answers.insert(goroutine, answer);
    }

    /// Takes the answer of the job that the goroutine of this number has waited for.
    #[inline]
    pub fn take_answer(&mut self, goroutine: u64) -> Option<Answer> {
        if self.answers.is_empty() { None } else { self.answers.remove(&goroutine) }
    }

    /// Rust code owns a handle.
    pub(super) fn closes_when_dropped(&self, handle: Handle) -> Dropped {
        Dropped { handle, list: self.dropped.clone() }
    }

    /// The handles that Rust code has dropped since the last time.
    #[inline]
    pub fn take_dropped(&self) -> Vec<Handle> {
        if self.dropped.borrow().is_empty() { Vec::new() } else { self.dropped.take() }
    }

    /// Tries an operation in one direction.
    pub fn attempt<T>(
        &self,
        handle: Handle,
        direction: Direction,
        operation: impl FnOnce() -> Result<T, Errno>,
    ) -> Attempt<T> {
        if self.is_expired(handle, direction) {
            return Attempt::Failed(TIMED_OUT);
        }
        match operation() {
            Ok(value) => Attempt::Done(value),
            Err(libc::EAGAIN) => Attempt::Wait(SystemCall::WaitIo { handle, direction }),
            Err(errno) => Attempt::Failed(i64::from(errno)),
        }
    }

    /// Reads into memory: how many bytes.
    pub(crate) fn read(&self, host: &mut dyn Host, handle: Handle, addr: u64, len: u64) -> Attempt<u64> {
        // SAFETY: the slice that the caller reads into is live, of bytes, and nobody else looks at it during the call.
        let buffer = unsafe { mem::bytes_mut(addr, len) };
        self.attempt(handle, Direction::Read, || {
            match handle {
                Handle::STDIN => host.read_stdin(buffer).map_err(|error| crate::host::errno(&error)),
                _ => host.read(handle, buffer),
            }
            .map(|n| n as u64)
        })
    }

    /// Writes from memory: how many bytes.
    pub(crate) fn write(&self, host: &mut dyn Host, handle: Handle, addr: u64, len: u64) -> Attempt<u64> {
        // SAFETY: the slice that the caller writes is live and of bytes.
        let bytes = unsafe { mem::bytes(addr, len) };
        self.attempt(handle, Direction::Write, || host.write(handle, bytes).map(|n| n as u64))
    }

    /// Accepts a connection: its handle, and the words of its peer's address.
    pub(crate) fn accept(&self, host: &mut dyn Host, handle: Handle) -> Attempt<(Handle, [u64; 3])> {
        let accept = || host.accept(handle).map(|(handle, peer)| (handle, address_words(&peer)));
        self.attempt(handle, Direction::Read, accept)
    }
}

/// An address of the internet in three words: the sixteen bytes of the IP address, high and low, both big-endian, that of
/// version 4 mapped into version 6; and port, 1 << 16 for version 4, 1 << 17 for version 6, and the zone << 32. All zero if it is
/// none.
pub fn address_words(address: &Address) -> [u64; 3] {
    let Address::Inet(address) = address else { return [0; 3] };
    let (ip, family, zone) = match address {
        std::net::SocketAddr::V4(v4) => (v4.ip().to_ipv6_mapped(), 1 << 16, 0),
        std::net::SocketAddr::V6(v6) => (*v6.ip(), 1 << 17, v6.scope_id()),
    };
    let bits = ip.to_bits();
    [(bits >> 64) as u64, bits as u64, u64::from(address.port()) | family | u64::from(zone) << 32]
}
