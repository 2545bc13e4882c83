//! What the machine knows for package phasync of channels and their halves: which halves nobody refers to any more, and who waits
//! for Go channels without wanting anything of them.
//!
//! Invariants
//! - No address here keeps its object alive. After each collection those of objects that are gone are forgotten, but that a half
//!   was there is remembered for as long as what it was a half of.
//! - Nothing is told of a half when it is found to be gone, which depends on when memory is collected, but when everyone waits.

use super::exec::chan_ready;
use super::wait::Conc;
use crate::heap::mem;

/// The halves of channels that programs have made.
#[derive(Debug, Default)]
pub struct Halves(Vec<Half>);

#[derive(Debug)]
struct Half {
    /// Its address; 0 when it is gone.
    half: u64,
    /// The address of what it is a half of: of a word that holds the closure to call.
    orphan: u64,
    /// The argument.
    which: u64,
    /// If the other half has been given away as a Go channel: that channel, or 0. It is closed instead of the call when nothing
    /// else is left.
    chan: u64,
}

/// What is to be done because a half is gone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Abandoned {
    /// Call the closure with the argument.
    Call(u64, u64),
    /// Close the Go channel, to which nobody can send any more.
    Close(u64),
}

impl Halves {
    /// A half has been made.
    pub fn add(&mut self, half: u64, orphan: u64, which: u64) {
        self.0.push(Half { half, orphan, which, chan: 0 });
    }

    /// The half `which` has been given away as a Go channel: it counts as there for as long as that is. The other half still may
    /// be found to be gone, if `closes`: then that is told by closing the channel.
    pub fn give_away(&mut self, orphan: u64, which: u64, chan: u64, closes: bool) {
        self.0.retain(|half| half.orphan != orphan || half.which != which);
        let other = self.0.iter_mut().rfind(|half| half.orphan == orphan);
        if let Some(other) = other.filter(|_| closes) {
            other.chan = chan;
        }
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets what is gone. To be called after each collection.
    pub(super) fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        self.0.retain_mut(|half| {
            if half.half != 0 && !survived(half.half) {
                half.half = 0;
            }
            if half.orphan != 0 && !survived(half.orphan) {
                half.orphan = 0;
            }
            if half.chan != 0 && !survived(half.chan) {
                half.chan = 0;
            }
            half.orphan != 0 || half.chan != 0
        });
    }

    /// What is to be done because halves are gone, in the order in which they were made. To be asked after a collection; each half
    /// is told of once.
    pub fn take_abandoned(&mut self) -> Vec<Abandoned> {
        let gone = self.0.extract_if(.., |half| half.half == 0);
        gone.map(|half| match half.orphan {
            0 => Abandoned::Close(half.chan),
            // SAFETY: it has outlived the last collection, and its first word is a closure.
            orphan => Abandoned::Call(unsafe { mem::load::<u64>(orphan) }, half.which),
        })
        .collect()
    }
}

/// What a task can wait for, among other things, that does not tell it when it is ready.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attended {
    /// A Go channel: to receive, or to send.
    Chan(u64, bool),
    /// A `sync.Mutex`.
    Mutex(u64),
    /// A `sync.RWMutex`: for writing.
    RwWrite(u64),
    /// The same for reading.
    RwRead(u64),
    /// A `sync.WaitGroup`.
    Group(u64),
    /// A `sync.Cond` that was signalled so often before.
    Signal(u64, u32),
}

/// Where a `sync.Cond` counts how often it was signalled.
pub const SIGNALS: u64 = 28;

impl Attended {
    /// Whether waiting for it would not wait.
    ///
    /// # Safety
    /// It is alive.
    unsafe fn is_ready(self) -> bool {
        // The words are where `native/sync.rs` has them.
        // SAFETY: the caller's promise.
        unsafe {
            match self {
                Attended::Chan(chan, sends) => chan_ready(chan, sends),
                Attended::Mutex(lock) => mem::load::<i32>(lock) == 0,
                Attended::RwWrite(lock) => mem::load::<i32>(lock) == 0 && mem::load::<i32>(lock + 16) == 0,
                Attended::RwRead(lock) => mem::load::<i32>(lock) == 0 && mem::load::<u32>(lock + 8) == 0,
                Attended::Group(group) => mem::load::<i64>(group) == 0,
                Attended::Signal(cond, before) => mem::load::<u32>(cond + SIGNALS) != before,
            }
        }
    }
}

/// Those who wait for what does not tell them, by their wait words, in the order in which they came.
#[derive(Debug, Default)]
pub struct Attendance(Vec<(u64, Attended)>);

impl Attendance {
    /// Whoever waits at the wait word wants to know when something is ready. The word and that are of a task that waits.
    pub fn add(&mut self, word: u64, what: Attended) {
        self.0.push((word, what));
    }

    /// Whether anyone waits for this channel.
    pub fn has(&self, chan: u64) -> bool {
        self.0.iter().any(|(_, what)| matches!(*what, Attended::Chan(one, _) if one == chan))
    }

    /// Whoever waits at the wait word does not want to know any more.
    pub fn remove(&mut self, word: u64) {
        self.0.retain(|&(one, _)| one != word);
    }

    /// Whether there are any.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Conc {
    /// Whether something is ready that a program has: a channel may be 0, the rest may not.
    pub fn is_ready(&self, what: Attended) -> bool {
        // SAFETY: natives have it from their arguments.
        unsafe { what.is_ready() }
    }

    /// Wakes those who wait for what is ready now. Whether there were any.
    pub(crate) fn wake_attending(&mut self) -> bool {
        let mut any = false;
        for i in 0..self.attendance.0.len() {
            let (word, what) = self.attendance.0[i];
            // SAFETY: the task that waits at the word, or has been woken and not removed it, holds the word and that.
            any |= unsafe { what.is_ready() } && self.wake_first(word).is_some();
        }
        any
    }
}
