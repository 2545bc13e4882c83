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

/// A task waits at a wait word, among other things for a Go channel to be ready.
#[derive(Clone, Copy, Debug)]
struct Attending {
    word: u64,
    chan: u64,
    sends: bool,
}

/// Those who wait for Go channels to be ready, in the order in which they came.
#[derive(Debug, Default)]
pub struct Attendance(Vec<Attending>);

impl Attendance {
    /// Whoever waits at the wait word wants to know when the channel is ready. The word and the channel are of a task that waits.
    pub fn add(&mut self, word: u64, chan: u64, sends: bool) {
        self.0.push(Attending { word, chan, sends });
    }

    /// Whether anyone waits for this channel.
    pub fn has(&self, chan: u64) -> bool {
        self.0.iter().any(|one| one.chan == chan)
    }

    /// Whoever waits at the wait word does not want to know any more.
    pub fn remove(&mut self, word: u64) {
        self.0.retain(|one| one.word != word);
    }

    /// Whether there are any.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Conc {
    /// Whether to receive from the channel, or to send to it, would not wait. A channel that a program has, or 0.
    pub fn chan_is_ready(&self, chan: u64, sends: bool) -> bool {
        // SAFETY: natives have channels from their arguments.
        unsafe { chan_ready(chan, sends) }
    }

    /// Wakes those who wait for a channel that is ready now. Whether there were any.
    pub(crate) fn wake_attending(&mut self) -> bool {
        let mut any = false;
        for i in 0..self.attendance.0.len() {
            let Attending { word, chan, sends } = self.attendance.0[i];
            // SAFETY: the task that waits at the word, or has been woken and not removed it, holds it and the channel.
            any |= unsafe { chan_ready(chan, sends) } && self.wake_first(word).is_some();
        }
        any
    }
}
