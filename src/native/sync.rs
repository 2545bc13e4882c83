//! The natives of package sync. The types lie in memory as `stdlib/sync` declares them; each has a *wait word*, the
//! head of the queue of waiting goroutines.
//!
//! Invariants
//! - A lock in memory names its owner; see [`owner`].
//! - Waiting is first come, first served, and who is woken owns the lock already: nobody can take it in between.
//! - Of an `RWMutex`, readers that come after a waiting writer wait behind it.

use super::{Block, Done, NativeCx, NativeResult, Row, instruction};
use crate::event::{Kind, ObjectKind};
use crate::syscall::{SystemCall, WaitKey, WaitReason};

/// The functions without body of `stdlib/sync`.
pub const TABLE: &[Row] = &[
    ("sync.(*Mutex).Lock", instruction),
    ("sync.(*Mutex).Unlock", instruction),
    ("sync.(*RWMutex).Lock", instruction),
    ("sync.(*RWMutex).RLock", instruction),
    ("sync.(*RWMutex).RUnlock", instruction),
    ("sync.(*RWMutex).Unlock", instruction),
    ("sync.(*WaitGroup).Add", instruction),
    ("sync.(*WaitGroup).Done", instruction),
    ("sync.(*WaitGroup).Wait", instruction),
    ("sync.(*notifyList).wait", notify_wait),
    ("sync.(*notifyList).wakeAll", notify_all),
    ("sync.(*notifyList).wakeOne", notify_one),
];

fn acquire(addr: u64, tag: u32, reason: WaitReason) -> NativeResult {
    Ok(Block(SystemCall::Acquire { key: WaitKey { addr, tag }, reason }))
}

// ---- notifyList: the next ticket uint32, the next ticket to be notified uint32, wait word ----------------------------------

/// `func (l *notifyList) wait(ticket uint32)`
fn notify_wait(cx: &mut NativeCx<'_>) -> NativeResult {
    let list = cx.non_nil()?;
    let ticket = cx.uint() as u32;
    if (ticket.wrapping_sub(cx.mem().u32(list + 4)) as i32) < 0 {
        return Ok(Done);
    }
    acquire(list + 8, ticket, WaitReason::Cond)
}

/// `func (l *notifyList) wakeOne()`: notifies the oldest ticket.
fn notify_one(cx: &mut NativeCx<'_>) -> NativeResult {
    let list = cx.non_nil()?;
    let next = cx.mem().u32(list + 4);
    if next != cx.mem().u32(list) {
        cx.mem().set_u32(list + 4, next.wrapping_add(1));
        cx.tell(Kind::Notify { all: false }, ObjectKind::Cond, list + 8);
        cx.conc().wake_tag(list + 8, next);
    }
    Ok(Done)
}

/// `func (l *notifyList) wakeAll()`
fn notify_all(cx: &mut NativeCx<'_>) -> NativeResult {
    let list = cx.non_nil()?;
    let last = cx.mem().u32(list);
    cx.mem().set_u32(list + 4, last);
    cx.tell(Kind::Notify { all: true }, ObjectKind::Cond, list + 8);
    while cx.conc().wake_first(list + 8).is_some() {}
    Ok(Done)
}
