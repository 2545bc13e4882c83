//! The natives of package sync. The types lie in memory as `stdlib/sync` declares them; each has a *wait word*, the
//! head of the queue of waiting goroutines.
//!
//! Invariants
//! - A lock in memory names its owner; see [`owner`].
//! - Waiting is first come, first served, and who is woken owns the lock already: nobody can take it in between.
//! - Of an `RWMutex`, readers that come after a waiting writer wait behind it.

use super::{Block, Done, NativeCx, NativeResult, Row, Unwind};
use crate::event::{Kind, ObjectKind};
use crate::syscall::{SystemCall, WaitKey, WaitReason};
use crate::vm::{GROUP_ADDED, owner};

/// The functions without body of `stdlib/sync`.
pub const TABLE: &[Row] = &[
    ("sync.(*Mutex).Lock", mutex_lock),
    ("sync.(*Mutex).TryLock", mutex_try_lock),
    ("sync.(*Mutex).Unlock", mutex_unlock),
    ("sync.(*RWMutex).Lock", rw_lock),
    ("sync.(*RWMutex).RLock", rw_rlock),
    ("sync.(*RWMutex).RUnlock", rw_runlock),
    ("sync.(*RWMutex).TryLock", rw_try_lock),
    ("sync.(*RWMutex).TryRLock", rw_try_rlock),
    ("sync.(*RWMutex).Unlock", rw_unlock),
    ("sync.(*WaitGroup).Add", group_add),
    ("sync.(*WaitGroup).Done", group_done),
    ("sync.(*WaitGroup).Wait", group_wait),
    ("sync.(*notifyList).add", notify_add),
    ("sync.(*notifyList).wait", notify_wait),
    ("sync.(*notifyList).wakeAll", notify_all),
    ("sync.(*notifyList).wakeOne", notify_one),
];

fn acquire(addr: u64, tag: u32, reason: WaitReason) -> NativeResult {
    Ok(Block(SystemCall::Acquire { key: WaitKey { addr, tag }, reason }))
}

/// How a lock names the running goroutine as its owner.
fn me(cx: &mut NativeCx<'_>) -> u32 {
    owner(cx.state().goroutine)
}

// ---- Mutex: state int32 (the owner when locked), wait word ---------------------------------------------------------------------

fn mutex_lock(cx: &mut NativeCx<'_>) -> NativeResult {
    let mutex = cx.non_nil()?;
    if cx.mem().i32(mutex) != 0 {
        return acquire(mutex + 4, 0, WaitReason::Mutex);
    }
    let me = me(cx);
    cx.mem().set_u32(mutex, me);
    cx.tell(Kind::Lock { read: false }, ObjectKind::Mutex, mutex + 4);
    Ok(Done)
}

fn mutex_try_lock(cx: &mut NativeCx<'_>) -> NativeResult {
    let mutex = cx.non_nil()?;
    let (free, me) = (cx.mem().i32(mutex) == 0, me(cx));
    if free {
        cx.mem().set_u32(mutex, me);
        cx.tell(Kind::Lock { read: false }, ObjectKind::Mutex, mutex + 4);
    }
    cx.ret_bool(free);
    Ok(Done)
}

fn mutex_unlock(cx: &mut NativeCx<'_>) -> NativeResult {
    let mutex = cx.non_nil()?;
    if cx.mem().i32(mutex) == 0 {
        return Err(cx.fatal("sync: unlock of unlocked mutex"));
    }
    cx.tell(Kind::Unlock { read: false }, ObjectKind::Mutex, mutex + 4);
    let next = cx.conc().wake_first(mutex + 4).unwrap_or(0);
    cx.mem().set_u32(mutex, next);
    Ok(Done)
}

// ---- RWMutex: at 0 an int32 (the writer that holds the lock), at 8 the wait word, at 16 an int32 (how many readers do) -----

/// Where an `RWMutex` counts its readers.
const READERS: u64 = 16;

const READER: u32 = 0;
const WRITER: u32 = 1;

fn rw_lock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    if cx.mem().i32(lock) != 0 || cx.mem().i32(lock + READERS) != 0 {
        return acquire(lock + 8, WRITER, WaitReason::RwWrite);
    }
    let me = me(cx);
    cx.mem().set_u32(lock, me);
    cx.tell(Kind::Lock { read: false }, ObjectKind::RwMutex, lock + 8);
    Ok(Done)
}

fn rw_try_lock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    let free = cx.mem().i32(lock) == 0 && cx.mem().i32(lock + READERS) == 0;
    let me = me(cx);
    if free {
        cx.mem().set_u32(lock, me);
        cx.tell(Kind::Lock { read: false }, ObjectKind::RwMutex, lock + 8);
    }
    cx.ret_bool(free);
    Ok(Done)
}

/// Whether a reader can have the lock at once: no writer holds it or waits for it.
fn readable(cx: &NativeCx<'_>, lock: u64) -> bool {
    cx.mem().i32(lock) == 0 && cx.mem().u32(lock + 8) == 0
}

fn rw_rlock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    if !readable(cx, lock) {
        return acquire(lock + 8, READER, WaitReason::RwRead);
    }
    let readers = cx.mem().i32(lock + READERS);
    cx.mem().set_i32(lock + READERS, readers + 1);
    cx.tell(Kind::Lock { read: true }, ObjectKind::RwMutex, lock + 8);
    Ok(Done)
}

fn rw_try_rlock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    let free = readable(cx, lock);
    if free {
        let readers = cx.mem().i32(lock + READERS);
        cx.mem().set_i32(lock + READERS, readers + 1);
        cx.tell(Kind::Lock { read: true }, ObjectKind::RwMutex, lock + 8);
    }
    cx.ret_bool(free);
    Ok(Done)
}

fn rw_runlock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    let readers = cx.mem().i32(lock + READERS);
    if readers == 0 {
        return Err(cx.fatal("sync: RUnlock of unlocked RWMutex"));
    }
    cx.mem().set_i32(lock + READERS, readers - 1);
    cx.tell(Kind::Unlock { read: true }, ObjectKind::RwMutex, lock + 8);
    grant(cx, lock);
    Ok(Done)
}

fn rw_unlock(cx: &mut NativeCx<'_>) -> NativeResult {
    let lock = cx.non_nil()?;
    if cx.mem().i32(lock) == 0 {
        return Err(cx.fatal("sync: Unlock of unlocked RWMutex"));
    }
    cx.mem().set_i32(lock, 0);
    cx.tell(Kind::Unlock { read: false }, ObjectKind::RwMutex, lock + 8);
    grant(cx, lock);
    Ok(Done)
}

/// Gives the lock to those who wait longest, as far as they can have it together.
fn grant(cx: &mut NativeCx<'_>, lock: u64) {
    while cx.mem().i32(lock) == 0 {
        let readers = cx.mem().i32(lock + READERS);
        match cx.conc().first_tag(lock + 8) {
            Some(READER) => {
                cx.mem().set_i32(lock + READERS, readers + 1);
                cx.conc().wake_first(lock + 8);
            }
            Some(_) if readers == 0 => {
                let writer = cx.conc().wake_first(lock + 8).unwrap_or(0);
                cx.mem().set_u32(lock, writer);
            }
            Some(_) | None => return,
        }
    }
}

// ---- WaitGroup: counter int64, wait word, what was added uint32 -------------------------------------------------------------------------------

fn group_change(cx: &mut NativeCx<'_>, group: u64, by: i64) -> Result<(), Unwind> {
    let old = cx.mem().i64(group);
    let count = old.wrapping_add(by);
    cx.mem().set_i64(group, count);
    if by > 0 {
        let added = if old == 0 { 0 } else { cx.mem().u32(group + GROUP_ADDED) };
        cx.mem().set_u32(group + GROUP_ADDED, added.wrapping_add(by as u32));
    }
    cx.tell(Kind::Add { by, count }, ObjectKind::WaitGroup, group + 8);
    if count < 0 {
        return Err(cx.panic_str("sync: negative WaitGroup counter"));
    }
    if count == 0 {
        while cx.conc().wake_first(group + 8).is_some() {}
    }
    Ok(())
}

fn group_add(cx: &mut NativeCx<'_>) -> NativeResult {
    let group = cx.non_nil()?;
    let by = cx.int();
    group_change(cx, group, by)?;
    Ok(Done)
}

fn group_done(cx: &mut NativeCx<'_>) -> NativeResult {
    let group = cx.non_nil()?;
    group_change(cx, group, -1)?;
    Ok(Done)
}

fn group_wait(cx: &mut NativeCx<'_>) -> NativeResult {
    let group = cx.non_nil()?;
    if cx.mem().i64(group) == 0 {
        return Ok(Done);
    }
    acquire(group + 8, 0, WaitReason::WaitGroup)
}

// ---- notifyList: the next ticket uint32, the next ticket to be notified uint32, wait word ----------------------------------

/// `func (l *notifyList) add() uint32`: a ticket. It is drawn before the lock of a `Cond` is given up, so that a signal in
/// between is not lost.
fn notify_add(cx: &mut NativeCx<'_>) -> NativeResult {
    let list = cx.non_nil()?;
    let ticket = cx.mem().u32(list);
    cx.mem().set_u32(list, ticket.wrapping_add(1));
    cx.ret_uint(u64::from(ticket));
    Ok(Done)
}

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
