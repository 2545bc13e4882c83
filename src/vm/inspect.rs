//! What waiting tasks wait at, and what is known of that: for reports.

use std::collections::HashMap;

use super::cx::Thrown;
use super::exec::{GROUP_ADDED, TIMER_CHAN};
use super::machine::Machine;
use super::panics;
use super::script::Script;
use super::wait::Conc;
use crate::bytecode::{FuncFlags, FuncId, Instr, Op};
use crate::event::{Object, ObjectKind};
use crate::heap::{Chan, mem};
use crate::source::Span;
use crate::syscall::{TaskId, WaitReason};

/// One thing at which a task waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Awaited {
    /// The address of a channel, or of a wait word.
    pub addr: u64,
    /// It waits to send.
    pub sends: bool,
}

/// What is known of an object at which tasks wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Which. Its span is none if it is not a channel.
    pub object: Object,
    /// The address by which [`Awaited`] and [`Deed`](super::Deed) name it.
    pub addr: u64,
    /// What its state is.
    pub state: ObjectState,
}

/// The state of an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectState {
    /// A channel.
    Chan {
        /// The size of its buffer.
        cap: u64,
        /// A timer sends to it.
        timer: bool,
    },
    /// A lock.
    Lock {
        /// The number of the goroutine that holds it, 0 if none does.
        owner: u64,
        /// How many read.
        readers: u64,
    },
    /// A wait group.
    Group {
        /// Its counter.
        count: i64,
        /// What was added to it since it was last zero.
        added: u64,
    },
    /// Nothing is known.
    Other,
}

/// What a panic was about: a channel that is closed, or a wait group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanicCause {
    /// A channel was closed, or sent to, after it had been closed.
    Closed {
        /// Where it was made.
        made: Span,
        /// Where it was closed first.
        closed: Span,
        /// By the goroutine of this number.
        by: u64,
    },
    /// The counter of a wait group became negative.
    Negative {
        /// The call of Add or Done.
        at: Span,
        /// What was added to it in all.
        added: u64,
        /// How often Done was called, or how much else was taken off.
        done: u64,
    },
}

impl Conc {
    /// What each waiting task waits at, but for those that sleep or wait for the outside.
    pub(crate) fn waiting(&self) -> HashMap<TaskId, Vec<Awaited>> {
        let mut waiting: HashMap<TaskId, Vec<Awaited>> = HashMap::new();
        for (task, addr, sends) in self.live_nodes() {
            waiting.entry(task).or_default().push(Awaited { addr, sends });
        }
        waiting
    }
}

impl Machine {
    /// What is known of an object at which a task waits for this reason.
    pub(crate) fn facts(&self, addr: u64, reason: WaitReason) -> Facts {
        let kind = ObjectKind::of(reason);
        // SAFETY: a task waits there: the channel, or the object of the wait word, is alive, and its type, by the reason, has
        // these words.
        unsafe {
            let (object, state) = match kind {
                ObjectKind::Chan => {
                    let chan = Chan::from_slot(addr);
                    let timer = chan.id() & TIMER_CHAN != 0;
                    (self.chan_object(chan), ObjectState::Chan { cap: chan.cap(), timer })
                }
                ObjectKind::Mutex => {
                    let owner = u64::from(mem::load::<u32>(addr - 4));
                    (nameless(kind), ObjectState::Lock { owner, readers: 0 })
                }
                ObjectKind::RwMutex => {
                    let (owner, readers) = (mem::load::<u32>(addr - 8), mem::load::<u32>(addr + 8));
                    (nameless(kind), ObjectState::Lock { owner: owner.into(), readers: readers.into() })
                }
                ObjectKind::WaitGroup => {
                    let group = addr - 8;
                    let (count, added) = (mem::load(group), mem::load::<u32>(group + GROUP_ADDED));
                    (nameless(kind), ObjectState::Group { count, added: added.into() })
                }
                ObjectKind::Cond | ObjectKind::Handle | ObjectKind::Other => {
                    (nameless(kind), ObjectState::Other)
                }
            };
            Facts { object, addr, state }
        }
    }

    /// The function that a coroutine runs: the outermost that stands in the source.
    pub(crate) fn runs(&self, s: &Script) -> FuncId {
        let all: Vec<FuncId> = s.frames().map(|frame| frame.func).collect();
        let written = |id: &&FuncId| !self.program.function(**id).flags.has(FuncFlags::WRAPPER);
        *all.iter().rev().find(written).or(all.last()).unwrap_or(&FuncId(0))
    }

    /// What the panic is about that a coroutine raises at the instruction at which it stands. (Later what it is about may be gone.)
    pub(super) fn panic_cause(&self, s: &Script, thrown: &Thrown) -> Option<Box<PanicCause>> {
        let known = match thrown {
            Thrown::Plain(text) => matches!(&text[..], panics::SEND_ON_CLOSED | panics::CLOSE_OF_CLOSED),
            Thrown::Text(text) => text == panics::NEGATIVE_COUNTER,
            _ => false,
        };
        if !known || s.pc.is_null() {
            return None;
        }
        // SAFETY: the coroutine stands at the instruction that panics, whose operand is a live channel, or a wait group.
        unsafe {
            let (i, func) = (*s.pc, self.program.function(FuncId(*s.base.sub(3) as u32)));
            let operand = *s.reg(i.a());
            match i.op() {
                Op::Send | Op::CloseChan => {
                    let chan = Chan::from_slot(operand);
                    let (by, site) = chan.closed_by()?;
                    let (made, closed) = (self.program.site_at(chan.site()), self.program.site_at(site));
                    Some(Box::new(PanicCause::Closed { made, closed, by: by.into() }))
                }
                Op::WaitGroupAdd => {
                    let (count, added) = (mem::load::<i64>(operand), mem::load::<u32>(operand + GROUP_ADDED));
                    let at = (s.pc as usize).wrapping_sub(func.code.as_ptr() as usize) / size_of::<Instr>();
                    let done = (i64::from(added) - count).max(0) as u64;
                    Some(Box::new(PanicCause::Negative { at: func.span_at(at), added: added.into(), done }))
                }
                _ => None,
            }
        }
    }
}

fn nameless(kind: ObjectKind) -> Object {
    Object { kind, id: 0, span: Span::NONE }
}
