//! Channels, select, locks: what can be done without waiting.
//!
//! Invariant: at most one of the queues of a channel has waiters (but for selects that wait on both sides of it); a
//! receiver waits only while the buffer is empty, a sender only while it is full. So whoever can go on hands over to, or
//! takes over from, the longest waiter directly.

use crate::bytecode::{FuncId, Instr, NO_REG};
use crate::event::ObjectKind;
use crate::heap::{Chan, RTypeId, WaitQueue, mem};
use crate::syscall::{SystemCall, WaitReason};
use crate::vm::cx::Thrown;
use crate::vm::machine::Machine;
use crate::vm::panics;
use crate::vm::pass::grant_rw;
use crate::vm::wait::Conc;

use super::calls::Called;
use super::data;

/// The channel of a timer: it has room for one time, but looks unbuffered.
pub(in crate::vm) const TIMER_CHAN: u32 = 1 << 31;

/// Where a `sync.WaitGroup` counts what was added: behind its fields, where Go has nothing.
pub(crate) const GROUP_ADDED: u64 = 12;

/// How the memory of a lock names the goroutine that holds it: by its number, in 31 bits, not zero.
#[inline(always)]
pub(crate) fn owner(goroutine: u64) -> u32 {
    (goroutine as u32 & 0x7FFF_FFFF).max(1)
}

/// What came of a send or receive.
pub(in crate::vm) enum Sent {
    /// It is done; of a receive, whether the value was sent.
    Done(bool),
    /// The task must wait.
    Wait,
    /// The channel is nil.
    Never,
}

/// `make(chan T, size)` at a site, given the channel's type.
pub(super) fn make_chan(m: &mut Machine, ty: RTypeId, size: u64, site: u16) -> Result<u64, Thrown> {
    let elem = m.program.rtypes.get(m.program.rtypes.get(ty).elem);
    if size.checked_mul(elem.size.max(1)).is_none_or(|bytes| bytes > 1 << 47) {
        return Err(panics::plain("makechan: size out of range"));
    }
    m.chan_count = (m.chan_count + 1) & !TIMER_CHAN;
    let chan = Chan::make(&mut m.heap, elem, size, m.chan_count, site)?.slot();
    if m.is_watched() {
        m.tell_made(chan, ty);
    }
    Ok(chan)
}

/// So many words are copied one by one.
const FEW: u16 = 8;

#[inline(always)]
unsafe fn copy_slots(from: *const u64, to: *mut u64, n: u16) {
    // SAFETY: the caller names registers of two different tasks, or disjoint ones.
    unsafe {
        if n <= FEW {
            mem::copy_each(to as u64, from as u64, usize::from(n));
        } else {
            std::ptr::copy_nonoverlapping(from, to, usize::from(n));
        }
    }
}

/// What there is to do for the send or receive of one word.
pub(super) enum Quick {
    /// Hand the word over to the only receiver that waits, or take it from the only sender that waits.
    Meet,
    /// The same with the first of several.
    MeetFirst,
    /// Put it into the buffer, or take it from there.
    Buffer,
    /// Wait, as the only one.
    Wait,
    /// Wait behind others.
    WaitBehind,
    /// It is not as simple as that.
    Ask,
}

#[inline(always)]
fn meet(waiting: WaitQueue) -> Quick {
    if waiting.head == waiting.tail { Quick::Meet } else { Quick::MeetFirst }
}

#[inline(always)]
fn wait(before: WaitQueue) -> Quick {
    if before.head == 0 { Quick::Wait } else { Quick::WaitBehind }
}

/// What there is to do to send a value of one slot (`quick` is 1 slot, or none has so many: see `Machine::quick`).
///
/// # Safety
/// As for [`send`].
#[inline(always)]
pub(super) unsafe fn sending(chan: u64, t: Instr, quick: u16) -> Quick {
    if chan == 0 || t.ext_n() != quick {
        return Quick::Ask;
    }
    // SAFETY: a live channel.
    let ch = unsafe { Chan::from_slot(chan) };
    let waiting = ch.recvq();
    if waiting.head != 0 {
        meet(waiting)
    } else if ch.is_closed() {
        Quick::Ask
    } else if ch.is_full() {
        wait(ch.sendq())
    } else if ch.elem_size() == 8 {
        Quick::Buffer
    } else {
        Quick::Ask
    }
}

/// What there is to do to receive a value of one slot; `quick` as for [`sending`].
///
/// # Safety
/// As for [`recv`].
#[inline(always)]
pub(super) unsafe fn receiving(chan: u64, t: Instr, quick: u16) -> Quick {
    // To wait for a signal, a value without slots, is the same.
    if chan == 0 || t.ext_n() != quick && (t.ext_n() != 0 || quick != 1) {
        return Quick::Ask;
    }
    // SAFETY: a live channel.
    let ch = unsafe { Chan::from_slot(chan) };
    let waiting = ch.sendq();
    if ch.is_empty() {
        if waiting.head != 0 {
            if t.ext_n() == 0 { Quick::Ask } else { meet(waiting) }
        } else if ch.is_closed() {
            Quick::Ask
        } else {
            wait(ch.recvq())
        }
    } else if ch.elem_size() == 8 && waiting.head == 0 {
        Quick::Buffer
    } else {
        Quick::Ask
    }
}

/// What there is to do to send a value of several slots, or of none; `quick` as for [`sending`]. What goes into a buffer has to
/// be asked for.
///
/// # Safety
/// As for [`send`].
#[inline(always)]
pub(super) unsafe fn sending_several(chan: u64, t: Instr, quick: u16) -> Quick {
    if chan == 0 || quick != 1 || t.ext_n() == 1 || t.ext_n() > FEW {
        return Quick::Ask;
    }
    // SAFETY: a live channel.
    let ch = unsafe { Chan::from_slot(chan) };
    let waiting = ch.recvq();
    if waiting.head != 0 {
        meet(waiting)
    } else if ch.is_full() && !ch.is_closed() {
        wait(ch.sendq())
    } else {
        Quick::Ask
    }
}

/// What there is to do to receive a value of several slots, or of none; `quick` as for [`sending`].
///
/// # Safety
/// As for [`recv`].
#[inline(always)]
pub(super) unsafe fn receiving_several(chan: u64, t: Instr, quick: u16) -> Quick {
    if chan == 0 || quick != 1 || t.ext_n() == 1 || t.ext_n() > FEW {
        return Quick::Ask;
    }
    // SAFETY: a live channel.
    let ch = unsafe { Chan::from_slot(chan) };
    let waiting = ch.sendq();
    if !ch.is_empty() {
        Quick::Ask
    } else if waiting.head != 0 {
        meet(waiting)
    } else if ch.is_closed() {
        Quick::Ask
    } else {
        wait(ch.recvq())
    }
}

/// Hands a word over to a receiver, the `only` one or the one that waits longest. Whether that was simple enough.
///
/// # Safety
/// A live channel at which someone waits to receive a value of one slot.
#[inline(always)]
pub(super) unsafe fn hand_over(conc: &mut Conc, chan: u64, value: u64, only: bool) -> bool {
    // SAFETY: the receiver's registers have room for the value, and for whether it was sent.
    let deliver = |to: *mut u64, ok: *mut u64| unsafe {
        *to = value;
        if !ok.is_null() {
            *ok = 1;
        }
    };
    // SAFETY: the caller's promise.
    unsafe { take(conc, Chan::from_slot(chan), false, only, deliver) }
}

/// Takes a word from a sender, the `only` one or the one that waits longest. Whether that was simple enough.
///
/// # Safety
/// A live channel without buffer, or with an empty one, at which someone waits to send a value of one slot.
#[inline(always)]
pub(super) unsafe fn take_over(conc: &mut Conc, chan: u64, dst: *mut u64, only: bool) -> bool {
    // SAFETY: the sender's register holds the value; the rest is the caller's promise.
    unsafe { take(conc, Chan::from_slot(chan), true, only, |from, _| *dst = *from) }
}

/// [`hand_over`] of so many slots, at most [`FEW`].
///
/// # Safety
/// As there; the value is in registers from `src`.
#[inline(always)]
pub(super) unsafe fn hand_over_several(
    conc: &mut Conc,
    chan: u64,
    src: *const u64,
    slots: u16,
    only: bool,
) -> bool {
    // SAFETY: as there.
    let deliver = |to: *mut u64, ok: *mut u64| unsafe {
        copy_slots(src, to, slots);
        if !ok.is_null() {
            *ok = 1;
        }
    };
    // SAFETY: the caller's promise.
    unsafe { take(conc, Chan::from_slot(chan), false, only, deliver) }
}

/// [`take_over`] of so many slots, at most [`FEW`].
///
/// # Safety
/// As there.
#[inline(always)]
pub(super) unsafe fn take_over_several(
    conc: &mut Conc,
    chan: u64,
    dst: *mut u64,
    slots: u16,
    only: bool,
) -> bool {
    // SAFETY: as there.
    unsafe { take(conc, Chan::from_slot(chan), true, only, |from, _| copy_slots(from, dst, slots)) }
}

/// # Safety
/// Someone waits there.
#[inline(always)]
unsafe fn take(
    conc: &mut Conc,
    chan: Chan,
    send: bool,
    only: bool,
    deliver: impl FnOnce(*mut u64, *mut u64),
) -> bool {
    if only {
        // SAFETY: the caller's promise.
        return unsafe { conc.take_only(chan, send, deliver) };
    }
    let taken = conc.take_plain(chan, send);
    if let Some(taken) = &taken {
        deliver(taken.value, taken.ok);
    }
    taken.is_some()
}

/// `ch <- v`; `t` is the element type's extension word.
///
/// # Safety
/// `chan` is a live channel of such elements or nil, `src` the first register of a value.
#[inline]
pub(in crate::vm) unsafe fn send(
    m: &mut Machine,
    chan: u64,
    t: Instr,
    src: *const u64,
) -> Result<Sent, Thrown> {
    if chan == 0 {
        return Ok(Sent::Never);
    }
    // SAFETY: the caller's promise.
    unsafe {
        let ch = Chan::from_slot(chan);
        if ch.is_closed() {
            return Err(panics::plain(panics::SEND_ON_CLOSED));
        }
        if m.is_watched() {
            m.tell_sending(ch, RTypeId(t.ext_id()), src);
        }
        if let Some(receiver) = m.conc.take_receiver(ch) {
            copy_slots(src, receiver.value, t.ext_n());
            return Ok(Sent::Done(true));
        }
        if ch.len() < ch.cap() {
            let at = ch.push();
            data::store_value(m, RTypeId(t.ext_id()), at, src);
            return Ok(Sent::Done(true));
        }
        Ok(Sent::Wait)
    }
}

/// [`send`], apart from its handler. If it must wait, the system call is in `Machine::call`; what it throws is in
/// `Machine::thrown`. `value` is the register of `src`.
///
/// # Safety
/// As for [`send`].
#[inline(never)]
pub(super) unsafe fn send_or_ask(
    m: &mut Machine,
    chan: u64,
    t: Instr,
    src: *const u64,
    value: u16,
) -> Called {
    // SAFETY: the caller's promise.
    match unsafe { send(m, chan, t, src) } {
        Ok(Sent::Done(_)) => return Called::Done,
        Ok(Sent::Wait) => m.call = SystemCall::Send { chan, value },
        Ok(Sent::Never) => m.call = SystemCall::Forever(WaitReason::ChanSendNil),
        Err(thrown) => {
            m.thrown = Some(thrown);
            return Called::Throw;
        }
    }
    Called::Block
}

/// `<-ch`
///
/// # Safety
/// As for [`send`]; `dst` is the first register for the value.
#[inline]
pub(in crate::vm) unsafe fn recv(
    m: &mut Machine,
    chan: u64,
    t: Instr,
    dst: *mut u64,
) -> Result<Sent, Thrown> {
    if chan == 0 {
        return Ok(Sent::Never);
    }
    // SAFETY: the caller's promise.
    unsafe {
        let ch = Chan::from_slot(chan);
        let ty = RTypeId(t.ext_id());
        if m.is_watched() {
            m.tell_receiving(ch);
        }
        if !ch.is_empty() && !m.conc.has_returned(ch) {
            data::load_value(m, ty, ch.front(), dst)?;
            ch.pop();
            // There was no room: the longest waiting sender's value moves up.
            if let Some(sender) = m.conc.take_sender(ch) {
                let at = ch.push();
                data::store_value(m, ty, at, sender.value);
            }
            return Ok(Sent::Done(true));
        }
        if let Some(sender) = m.conc.take_sender(ch) {
            copy_slots(sender.value, dst, t.ext_n());
            return Ok(Sent::Done(true));
        }
        if ch.is_closed() {
            data::zero_value(m, ty, dst)?;
            return Ok(Sent::Done(false));
        }
        Ok(Sent::Wait)
    }
}

/// `close(ch)` at a site: receivers get the zero value, senders panic.
///
/// # Safety
/// `chan` is a live channel or nil.
pub(in crate::vm) unsafe fn close(m: &mut Machine, chan: u64, site: u16) -> Result<(), Thrown> {
    if chan == 0 {
        return Err(panics::plain("close of nil channel"));
    }
    // SAFETY: the caller's promise; a waiting receiver's registers have room for an element.
    unsafe {
        let ch = Chan::from_slot(chan);
        if ch.is_closed() {
            return Err(panics::plain(panics::CLOSE_OF_CLOSED));
        }
        if m.is_watched() {
            m.tell_closing(ch);
        }
        while let Some(receiver) = m.conc.take_closed_receiver(ch) {
            data::zero_value(m, ch.elem(), receiver.value)?;
        }
        m.conc.break_senders(ch);
        ch.close(m.natives.goroutine as u32, site);
    }
    Ok(())
}

/// `len(ch)`
///
/// # Safety
/// `chan` is a live channel or nil.
pub(super) unsafe fn chan_len(chan: u64) -> u64 {
    if chan == 0 {
        return 0;
    }
    // SAFETY: the caller's promise.
    let ch = unsafe { Chan::from_slot(chan) };
    if ch.id() & TIMER_CHAN != 0 { 0 } else { ch.len() }
}

/// `cap(ch)`
///
/// # Safety
/// `chan` is a live channel or nil.
pub(super) unsafe fn chan_cap(chan: u64) -> u64 {
    if chan == 0 {
        return 0;
    }
    // SAFETY: the caller's promise.
    let ch = unsafe { Chan::from_slot(chan) };
    if ch.id() & TIMER_CHAN != 0 { 0 } else { ch.cap() }
}

/// Whether to send to the channel, or to receive from it, would not wait. A nil channel is never ready.
///
/// # Safety
/// `chan` is a live channel or nil.
#[inline(always)]
pub(in crate::vm) unsafe fn chan_ready(chan: u64, send: bool) -> bool {
    if chan == 0 {
        return false;
    }
    // SAFETY: the caller's promise.
    let ch = unsafe { Chan::from_slot(chan) };
    if send {
        ch.is_closed() || ch.recvq().head != 0 || ch.len() < ch.cap()
    } else {
        ch.is_closed() || ch.sendq().head != 0 || !ch.is_empty()
    }
}

/// `select`: executes one of the cases that can go on, chosen by the seeded generator; -1 for default; nothing if the task
/// must wait.
///
/// # Safety
/// `base` is the frame of a function with such a table.
pub(super) unsafe fn select(
    m: &mut Machine,
    func: FuncId,
    table: u16,
    base: *mut u64,
) -> Result<Option<i64>, Thrown> {
    let selects = &m.program.function(func).selects;
    let table: *const _ = &selects[usize::from(table)];
    // SAFETY: tables of functions stay where they are while the function runs, and nothing below changes functions.
    let table: &crate::bytecode::SelectTable = unsafe { &*table };
    // SAFETY: case registers are registers of the frame.
    let reg = |r: u16| unsafe { base.add(usize::from(r)) };
    // SAFETY: as above; a live channel or nil.
    let is_ready = |c: &crate::bytecode::SelectCase| unsafe { chan_ready(*reg(c.chan), c.send) };
    let count = table.cases.iter().filter(|c| is_ready(c)).count() as u32;
    if count == 0 {
        if table.has_default && m.is_watched() {
            m.tell_select(None, 0);
        }
        return Ok(table.has_default.then_some(-1));
    }
    let chosen = if count == 1 { 0 } else { m.conc.choice.below(count) };
    let Some((n, case)) = table.cases.iter().enumerate().filter(|(_, c)| is_ready(c)).nth(chosen as usize)
    else {
        return Ok(None);
    };
    if m.is_watched() {
        m.tell_select(Some(n as u32), count);
    }
    let t = Instr::ext(case.elem, case.slots, 0);
    // SAFETY: as above; a ready case does not wait.
    unsafe {
        let chan = *reg(case.chan);
        let outcome =
            if case.send { send(m, chan, t, reg(case.value))? } else { recv(m, chan, t, reg(case.value))? };
        if let Sent::Done(ok) = outcome
            && !case.send
            && case.ok != NO_REG
        {
            *reg(case.ok) = u64::from(ok);
        }
    }
    Ok(Some(n as i64))
}

/// Where a `sync.RWMutex` counts its readers, and the tags of those who wait at its wait word: see `native::sync`.
pub(super) const READERS: u64 = 16;
pub(super) const READER: u32 = 0;
pub(super) const WRITER: u32 = 1;

/// Gives up a `sync.RWMutex` that was locked for writing.
///
/// # Safety
/// `lock` is the address of a live `RWMutex`.
pub(super) unsafe fn rw_unlock(m: &mut Machine, lock: u64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        if mem::load::<i32>(lock) == 0 {
            return Err(Thrown::Fatal("sync: Unlock of unlocked RWMutex".into()));
        }
        mem::store(lock, 0i32);
        if m.is_watched() {
            m.tell_unlock(false, ObjectKind::RwMutex, lock + 8);
        }
        grant_rw(&mut m.conc, lock);
    }
    Ok(())
}

/// Gives up a `sync.RWMutex` that was locked for reading.
///
/// # Safety
/// `lock` is the address of a live `RWMutex`.
pub(super) unsafe fn rw_runlock(m: &mut Machine, lock: u64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let readers = mem::load::<i32>(lock + READERS);
        if readers == 0 {
            return Err(Thrown::Fatal("sync: RUnlock of unlocked RWMutex".into()));
        }
        mem::store(lock + READERS, readers - 1);
        if m.is_watched() {
            m.tell_unlock(true, ObjectKind::RwMutex, lock + 8);
        }
        grant_rw(&mut m.conc, lock);
    }
    Ok(())
}

/// Unlocks a `sync.Mutex` (an `int32`: its [owner], 0 when it is unlocked; and a wait word): the longest waiter owns it
/// then.
///
/// # Safety
/// `mutex` is the address of a live mutex.
pub(super) unsafe fn mutex_unlock(m: &mut Machine, mutex: u64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        if mem::load::<i32>(mutex) == 0 {
            return Err(Thrown::Fatal("sync: unlock of unlocked mutex".into()));
        }
        if m.is_watched() {
            m.tell_unlock(false, ObjectKind::Mutex, mutex + 4);
        }
        let next = m.conc.wake_first(mutex + 4).unwrap_or(0);
        mem::store(mutex, next);
    }
    Ok(())
}

/// Adds to a `sync.WaitGroup` (an `int64` counter; a wait word; and a `uint32`, what was added to the counter since it was
/// last zero, for reports); at zero all waiters go on.
///
/// # Safety
/// `group` is the address of a live wait group.
pub(super) unsafe fn wait_group_add(m: &mut Machine, group: u64, n: i64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let old = mem::load::<i64>(group);
        // Go's counter has 32 bits.
        let count = i64::from(old.wrapping_add(n) as i32);
        mem::store(group, count);
        if n > 0 {
            let added = if old == 0 { 0 } else { mem::load::<u32>(group + GROUP_ADDED) };
            mem::store(group + GROUP_ADDED, added.wrapping_add(n as u32));
        }
        if m.is_watched() {
            m.tell_add(n, count, group + 8);
        }
        if count < 0 {
            return Err(Thrown::Text(panics::NEGATIVE_COUNTER.into()));
        }
        if count == 0 {
            while m.conc.wake_first(group + 8).is_some() {}
        }
    }
    Ok(())
}
