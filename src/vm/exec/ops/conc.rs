//! Channels, select, locks, sleep, and the ends of coroutines.

use crate::bytecode::{FuncId, NO_REG};
use crate::event::ObjectKind;
use crate::heap::{Chan, RTypeId, coroutine, mem};
use crate::syscall::{SystemCall, WaitKey, WaitReason};
use crate::vm::exec::{Exec, Flow, Outcome, calls, conc, print};

handlers! { e;
    // ---- channels and select ---------------------------------------------------------------------------------
    MakeChan {
        let (ty, size) = (RTypeId(e.ext(0).ext_id()), e.r(e.b()));
        e.save_if_watched();
        let made = conc::make_chan(e.m, ty, size, e.c())?;
        e.set(e.a(), made);
        e.pace();
    }
    // These only look what there is to do: so they need no stack frame.
    Send {
        return match conc::sending(e.r(e.a()), e.ext(0), e.m.quick) {
            conc::Quick::Meet => e.rest(send_meet),
            conc::Quick::MeetFirst => e.rest(send_meet_first),
            conc::Quick::Buffer => e.rest(send_buffer),
            conc::Quick::Wait => e.rest(send_wait),
            conc::Quick::WaitBehind => e.rest(send_wait_behind),
            conc::Quick::Ask => e.rest(send_several),
        };
    }
    Recv {
        return match conc::receiving(e.r(e.b()), e.ext(0), e.m.quick) {
            conc::Quick::Meet => e.rest(recv_meet),
            conc::Quick::MeetFirst => e.rest(recv_meet_first),
            conc::Quick::Buffer => e.rest(recv_buffer),
            conc::Quick::Wait => e.rest(recv_wait),
            conc::Quick::WaitBehind => e.rest(recv_wait_behind),
            conc::Quick::Ask => e.rest(recv_several),
        };
    }
    RecvOk {
        return match conc::receiving(e.r(e.b()), e.ext(0), e.m.quick) {
            conc::Quick::Meet => e.rest(recv_ok_meet),
            conc::Quick::MeetFirst => e.rest(recv_ok_meet_first),
            conc::Quick::Buffer => e.rest(recv_ok_buffer),
            conc::Quick::Wait => e.rest(recv_ok_wait),
            conc::Quick::WaitBehind => e.rest(recv_ok_wait_behind),
            conc::Quick::Ask => e.rest(recv_ok_several),
        };
    }
    RecvLoop {
        return match conc::receiving(e.r(e.b()), e.ext(0), e.m.quick) {
            conc::Quick::Meet => e.rest(recv_loop_meet),
            conc::Quick::MeetFirst => e.rest(recv_loop_meet_first),
            conc::Quick::Buffer => e.rest(recv_loop_buffer),
            conc::Quick::Wait => e.rest(recv_loop_wait),
            conc::Quick::WaitBehind => e.rest(recv_loop_wait_behind),
            conc::Quick::Ask => e.rest(recv_loop_several),
        };
    }
    CloseChan {
        e.save_if_watched();
        conc::close(e.m, e.r(e.a()), e.b())?;
        e.pace();
    }
    ChanLen { e.set(e.a(), conc::chan_len(e.r(e.b()))); }
    ChanCap { e.set(e.a(), conc::chan_cap(e.r(e.b()))); }
    Select {
        let func = FuncId(e.func());
        e.save_if_watched();
        match conc::select(e.m, func, e.b(), e.base)? {
            Some(chosen) => e.set(e.a(), chosen as u64),
            None => return e.yields(SystemCall::Select { func, table: e.b(), dst: e.a() }),
        }
    }
    // ---- goroutines and synchronisation ----------------------------------------------------------------------
    MutexLock {
        let mutex = e.non_nil(e.a())?;
        if mem::load::<i32>(mutex) != 0 {
            return e.rest(lock_wait);
        }
        mem::store(mutex, conc::owner(e.m.natives.goroutine));
        if e.m.is_watched() {
            return e.rest(locked);
        }
    }
    MutexUnlock {
        let mutex = e.non_nil(e.a())?;
        if mem::load::<i32>(mutex) == 0 || e.m.is_watched() {
            return e.rest(unlock);
        }
        if mem::load::<u32>(mutex + 4) != 0 {
            return e.rest(unlock_wake);
        }
        mem::store(mutex, 0i32);
    }
    RwLock {
        let lock = e.non_nil(e.a())?;
        if mem::load::<i32>(lock) != 0 || mem::load::<i32>(lock + conc::READERS) != 0 {
            let key = WaitKey { addr: lock + 8, tag: conc::WRITER };
            return e.yields(SystemCall::Acquire { key, reason: WaitReason::RwWrite });
        }
        mem::store(lock, conc::owner(e.m.natives.goroutine));
        if e.m.is_watched() {
            return e.rest(rw_locked);
        }
    }
    RwUnlock {
        let lock = e.non_nil(e.a())?;
        if mem::load::<i32>(lock) == 0 || mem::load::<u32>(lock + 8) != 0 || e.m.is_watched() {
            return e.rest(rw_unlock);
        }
        mem::store(lock, 0i32);
    }
    RwRLock {
        let lock = e.non_nil(e.a())?;
        if mem::load::<i32>(lock) != 0 || mem::load::<u32>(lock + 8) != 0 {
            let key = WaitKey { addr: lock + 8, tag: conc::READER };
            return e.yields(SystemCall::Acquire { key, reason: WaitReason::RwRead });
        }
        mem::store(lock + conc::READERS, mem::load::<i32>(lock + conc::READERS) + 1);
        if e.m.is_watched() {
            return e.rest(rw_rlocked);
        }
    }
    RwRUnlock {
        let lock = e.non_nil(e.a())?;
        let readers = mem::load::<i32>(lock + conc::READERS);
        if readers == 0 || mem::load::<u32>(lock + 8) != 0 || e.m.is_watched() {
            return e.rest(rw_runlock);
        }
        mem::store(lock + conc::READERS, readers - 1);
    }
    WaitGroupAdd {
        let (group, n) = (e.non_nil(e.a())?, e.r(e.b()) as i64);
        let count = mem::load::<i64>(group).wrapping_add(n);
        if count <= 0 || n > 0 || e.m.is_watched() {
            return e.rest(group_add);
        }
        mem::store(group, count);
    }
    WaitGroupWait {
        let group = e.non_nil(e.a())?;
        if mem::load::<i64>(group) != 0 {
            return e.rest(group_wait);
        }
    }
    Sleep {
        let nanos = e.r(e.a()) as i64;
        if nanos > 0 {
            return e.yields(SystemCall::Sleep(nanos));
        }
    }
    Yield { return e.yield_turn(); }
    Resume {
        let number = coroutine::number(e.non_nil(e.b())?);
        return e.yields(SystemCall::Resume(number));
    }
    Suspend {
        let number = coroutine::number(e.non_nil(e.b())?);
        return e.yields(SystemCall::Suspend(number));
    }
    Print {
        e.save_if_watched();
        print::print(e.m, e.a(), e.at(e.b()));
    }
    EndTask { return e.done(); }
    AfterDefer {
        e.save();
        e.m.step = e.m.after_defer(e.s());
        return Ok(Flow::Leave);
    }
}

handler! { #[inline(never)] e; send_meet for Send {
    let (chan, value) = (e.r(e.a()), e.r(e.b()));
    if !conc::hand_over(&mut e.m.conc, chan, value, true) {
        return e.rest(send);
    }
} }
handler! { #[inline(never)] e; send_meet_first for Send {
    let (chan, value) = (e.r(e.a()), e.r(e.b()));
    if !conc::hand_over(&mut e.m.conc, chan, value, false) {
        return e.rest(send);
    }
} }
handler! { #[inline(never)] e; send_buffer for Send {
    mem::store(Chan::from_slot(e.r(e.a())).push(), e.r(e.b()));
} }
// A task that waits for one thing puts itself into the queue.
handler! { #[inline(never)] e; send_wait for Send {
    let (chan, value, ok) = (e.r(e.a()), e.at(e.b()), std::ptr::null_mut());
    if e.m.conc.enqueue_first(Chan::from_slot(chan), true, e.s, value, ok) {
        return e.park(WaitReason::ChanSend);
    }
    return e.rest(send);
} }
handler! { #[inline(never)] e; send_wait_behind for Send {
    let (chan, value, ok) = (e.r(e.a()), e.at(e.b()), std::ptr::null_mut());
    if e.m.conc.enqueue_plain(Chan::from_slot(chan), true, e.s, value, ok) {
        return e.park(WaitReason::ChanSend);
    }
    return e.rest(send);
} }
// Values of several slots, or of none.
handler! { #[inline(never)] e; send_several for Send {
    let (chan, t, value) = (e.r(e.a()), e.ext(0), e.at(e.b()));
    let what = conc::sending_several(chan, t, e.m.quick);
    match what {
        conc::Quick::Meet | conc::Quick::MeetFirst => {
            let only = matches!(what, conc::Quick::Meet);
            if !conc::hand_over_several(&mut e.m.conc, chan, value, t.ext_n(), only) {
                return e.rest(send);
            }
        }
        conc::Quick::Wait | conc::Quick::WaitBehind => {
            if e.m.conc.enqueue_plain(Chan::from_slot(chan), true, e.s, value, std::ptr::null_mut()) {
                return e.park(WaitReason::ChanSend);
            }
            return e.rest(send);
        }
        _ => return e.rest(send),
    }
} }
handler! { #[inline(never)] e; send for Send {
    let (chan, t, value) = (e.r(e.a()), e.ext(0), e.b());
    e.save_if_watched();
    match conc::send_or_ask(e.m, chan, t, e.at(value), value) {
        calls::Called::Done => {}
        calls::Called::Block => return e.yields_call(),
        calls::Called::Throw => return Err(Trap::Kept),
    }
} }

handler! { #[inline(never)] e; lock_wait for MutexLock {
    let mutex = e.r(e.a());
    if e.m.lent > 0 && e.m.conc.enqueue_word_plain(mutex + 4, e.s) {
        return e.park(WaitReason::Mutex);
    }
    let key = WaitKey { addr: mutex + 4, tag: 0 };
    return e.yields(SystemCall::Acquire { key, reason: WaitReason::Mutex });
} }
handler! { #[inline(never)] e; unlock_wake for MutexUnlock {
    let mutex = e.r(e.a());
    let Some(next) = e.m.conc.wake_first_plain(mutex + 4) else { return e.rest(unlock) };
    mem::store(mutex, conc::owner((*next).owner.number));
} }
handler! { #[inline(never)] e; unlock for MutexUnlock {
    let mutex = e.r(e.a());
    e.save_if_watched();
    conc::mutex_unlock(e.m, mutex)?;
} }
handler! { #[inline(never)] e; locked for MutexLock {
    let mutex = e.r(e.a());
    e.save_if_watched();
    e.m.tell_lock(false, ObjectKind::Mutex, mutex + 4);
} }
handler! { #[inline(never)] e; rw_locked for RwLock {
    let lock = e.r(e.a());
    e.save_if_watched();
    e.m.tell_lock(false, ObjectKind::RwMutex, lock + 8);
} }
handler! { #[inline(never)] e; rw_rlocked for RwRLock {
    let lock = e.r(e.a());
    e.save_if_watched();
    e.m.tell_lock(true, ObjectKind::RwMutex, lock + 8);
} }
handler! { #[inline(never)] e; rw_unlock for RwUnlock {
    let lock = e.r(e.a());
    e.save_if_watched();
    conc::rw_unlock(e.m, lock)?;
} }
handler! { #[inline(never)] e; rw_runlock for RwRUnlock {
    let lock = e.r(e.a());
    e.save_if_watched();
    conc::rw_runlock(e.m, lock)?;
} }
handler! { #[inline(never)] e; group_add for WaitGroupAdd {
    let (group, n) = (e.r(e.a()), e.r(e.b()) as i64);
    e.save_if_watched();
    conc::wait_group_add(e.m, group, n)?;
} }
handler! { #[inline(never)] e; group_wait for WaitGroupWait {
    let group = e.r(e.a());
    if e.m.lent > 0 && e.m.conc.enqueue_word_plain(group + 8, e.s) {
        return e.park(WaitReason::WaitGroup);
    }
    let key = WaitKey { addr: group + 8, tag: 0 };
    return e.yields(SystemCall::Acquire { key, reason: WaitReason::WaitGroup });
} }

handler! { #[inline(never)] e; recv_meet for Recv {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, true) {
        return e.rest(recv);
    }
} }
handler! { #[inline(never)] e; recv_meet_first for Recv {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, false) {
        return e.rest(recv);
    }
} }
handler! { #[inline(never)] e; recv_buffer for Recv {
    let chan = Chan::from_slot(e.r(e.b()));
    e.set(e.a(), mem::load(chan.front()));
    chan.pop();
} }
handler! { #[inline(never)] e; recv_wait for Recv {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), std::ptr::null_mut());
    if e.m.conc.enqueue_first(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv);
} }
handler! { #[inline(never)] e; recv_wait_behind for Recv {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), std::ptr::null_mut());
    if e.m.conc.enqueue_plain(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv);
} }
handler! { #[inline(never)] e; recv_several for Recv {
    match receive_several(e, NO_REG) {
        Some(Several::Done) => {},
        Some(Several::Wait) => return e.park(WaitReason::ChanReceive),
        None => return e.rest(recv),
    }
} }
handler! { #[inline(never)] e; recv for Recv { return receive(e, NO_REG); } }

handler! { #[inline(never)] e; recv_ok_meet for RecvOk {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, true) {
        return e.rest(recv_ok);
    }
    e.set(e.c(), 1);
} }
handler! { #[inline(never)] e; recv_ok_meet_first for RecvOk {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, false) {
        return e.rest(recv_ok);
    }
    e.set(e.c(), 1);
} }
handler! { #[inline(never)] e; recv_ok_buffer for RecvOk {
    let chan = Chan::from_slot(e.r(e.b()));
    e.set(e.a(), mem::load(chan.front()));
    chan.pop();
    e.set(e.c(), 1);
} }
handler! { #[inline(never)] e; recv_ok_wait for RecvOk {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), e.at(e.c()));
    if e.m.conc.enqueue_first(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv_ok);
} }
handler! { #[inline(never)] e; recv_ok_wait_behind for RecvOk {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), e.at(e.c()));
    if e.m.conc.enqueue_plain(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv_ok);
} }
handler! { #[inline(never)] e; recv_ok_several for RecvOk {
    match receive_several(e, e.c()) {
        Some(Several::Done) => e.set(e.c(), 1),
        Some(Several::Wait) => return e.park(WaitReason::ChanReceive),
        None => return e.rest(recv_ok),
    }
} }
handler! { #[inline(never)] e; recv_ok for RecvOk { return receive(e, e.c()); } }

handler! { #[inline(never)] e; recv_loop_meet for RecvLoop {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, true) {
        return e.rest(recv_loop);
    }
    return received(e);
} }
handler! { #[inline(never)] e; recv_loop_meet_first for RecvLoop {
    let (chan, value) = (e.r(e.b()), e.at(e.a()));
    if !conc::take_over(&mut e.m.conc, chan, value, false) {
        return e.rest(recv_loop);
    }
    return received(e);
} }
handler! { #[inline(never)] e; recv_loop_buffer for RecvLoop {
    let chan = Chan::from_slot(e.r(e.b()));
    e.set(e.a(), mem::load(chan.front()));
    chan.pop();
    return received(e);
} }
handler! { #[inline(never)] e; recv_loop_wait for RecvLoop {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), e.at(e.c()));
    if e.m.conc.enqueue_first(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv_loop);
} }
handler! { #[inline(never)] e; recv_loop_wait_behind for RecvLoop {
    let (chan, value, ok) = (e.r(e.b()), e.at(e.a()), e.at(e.c()));
    if e.m.conc.enqueue_plain(Chan::from_slot(chan), false, e.s, value, ok) {
        return e.park(WaitReason::ChanReceive);
    }
    return e.rest(recv_loop);
} }
handler! { #[inline(never)] e; recv_loop_several for RecvLoop {
    match receive_several(e, e.c()) {
        Some(Several::Done) => return received(e),
        Some(Several::Wait) => return e.park(WaitReason::ChanReceive),
        None => return e.rest(recv_loop),
    }
} }
handler! { #[inline(never)] e; recv_loop for RecvLoop { return receive(e, e.c()); } }

/// A `RecvLoop` has received what was sent: does what the `LoopTrue` behind it would do.
///
/// # Safety
/// The instruction is a `RecvLoop`.
#[inline(always)]
unsafe fn received(e: &mut Exec<'_>) -> Outcome {
    // SAFETY: the verifier has seen that a `LoopTrue` follows, whose jump leads to an instruction.
    unsafe {
        e.set(e.c(), 1);
        e.pc = e.next();
        let by = i32::from((*e.pc).c() as i16);
        e.pc = e.pc.add(1).offset(by as isize);
        e.spend()
    }
}

/// What came of receiving a value of several slots, or of none.
enum Several {
    /// It is there.
    Done,
    /// The task has queued itself.
    Wait,
}

/// Receives a value of several slots, or of none, as far as that is simple; whether it was sent will go to register `ok`, if
/// that is one and the task must wait.
///
/// # Safety
/// As for [`receive`].
#[inline(always)]
unsafe fn receive_several(e: &mut Exec<'_>, ok: u16) -> Option<Several> {
    // SAFETY: a live channel or nil, and registers of the frame.
    unsafe {
        let (chan, t, value) = (e.r(e.b()), e.ext(0), e.at(e.a()));
        let what = conc::receiving_several(chan, t, e.m.quick);
        match what {
            conc::Quick::Meet | conc::Quick::MeetFirst => {
                let only = matches!(what, conc::Quick::Meet);
                let done = conc::take_over_several(&mut e.m.conc, chan, value, t.ext_n(), only);
                done.then_some(Several::Done)
            }
            conc::Quick::Wait | conc::Quick::WaitBehind => {
                let ok = if ok == NO_REG { std::ptr::null_mut() } else { e.at(ok) };
                let queued = e.m.conc.enqueue_plain(Chan::from_slot(chan), false, e.s, value, ok);
                queued.then_some(Several::Wait)
            }
            _ => None,
        }
    }
}

/// `<-ch`; whether the value was sent goes to register `ok`, if that is one.
///
/// # Safety
/// The instruction is a `Recv`, `RecvOk` or `RecvLoop`.
#[inline(always)]
unsafe fn receive(e: &mut Exec<'_>, ok: u16) -> Outcome {
    // SAFETY: a live channel or nil, and registers of the frame.
    unsafe {
        let (chan, t, value) = (e.r(e.b()), e.ext(0), e.at(e.a()));
        e.save_if_watched();
        match conc::recv(e.m, chan, t, value)? {
            conc::Sent::Done(sent) if ok != NO_REG => e.set(ok, u64::from(sent)),
            conc::Sent::Done(_) => {}
            conc::Sent::Wait => return e.yields(SystemCall::Recv { chan, value: e.a(), ok }),
            conc::Sent::Never => return e.yields(SystemCall::Forever(WaitReason::ChanReceiveNil)),
        }
        Ok(Flow::Next)
    }
}
