//! Passing on what a task had been given that will not use it, because it is interrupted before it goes on.
//!
//! Invariants
//! - A task that has been woken and has not gone on yet stands at the instruction at which it waited, and its operands are what
//!   they were: the compiler receives a channel's values into registers other than the channel's.
//! - A value goes to the receiver that waits longest, or back to the front of its channel, behind what has been returned to it
//!   before. There it counts for neither `len` nor `cap`.

use super::machine::Machine;
use super::script::Script;
use crate::bytecode::{FuncId, Instr, Op};
use crate::heap::{Chan, RTypeId, mem};
use crate::syscall::{TaskId, WaitKey, WaitReason};

impl Machine {
    /// The function of the innermost frame.
    fn innermost(&self, s: &Script) -> FuncId {
        // SAFETY: the header of the innermost frame names its function.
        FuncId(unsafe { *s.base.sub(3) } as u32)
    }

    /// Passes on what a task that has been woken was given: `key` and `why` say at which wait word it waited, if it did.
    pub(crate) fn pass_on(&mut self, s: &Script, key: WaitKey, why: WaitReason) {
        if !s.is_answered() {
            return;
        }
        // SAFETY: the coroutine stands at an instruction with its extension words; its operands are registers of the frame, and
        // hold what their types say.
        unsafe {
            let i = *s.pc;
            match i.op() {
                Op::Recv | Op::RecvOk | Op::RecvLoop => {
                    let ext = *s.pc.add(1);
                    self.return_value(*s.reg(i.b()), ext, s.reg(i.a()));
                }
                Op::Select => {
                    let func = self.innermost(s);
                    let table = &self.program.function(func).selects[usize::from(i.b())];
                    let chosen = *s.reg(i.a()) as usize;
                    if let Some(case) = table.cases.get(chosen)
                        && !case.send
                    {
                        let ext = Instr::ext(case.elem, case.slots, 0);
                        let (chan, value) = (*s.reg(case.chan), case.value);
                        self.return_value(chan, ext, s.reg(value));
                    }
                }
                Op::MutexLock => self.release(*s.reg(i.a()) + 4, WaitReason::Mutex),
                Op::CallNative | Op::RwLock | Op::RwRLock => self.release(key.addr, why),
                Op::RunNative => {
                    if let Some((chan, elem, value)) = self.native_has_received(s) {
                        let slots = self.program.rtypes.get(elem).slots;
                        self.return_value(chan, Instr::ext(elem.0, slots, 0), value);
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a task that has been woken waited to send, and has done so.
    pub(crate) fn has_sent(&self, s: &Script) -> bool {
        if !s.is_answered() {
            return false;
        }
        // SAFETY: as above.
        unsafe {
            let i = *s.pc;
            match i.op() {
                Op::Send => true,
                Op::Select => {
                    let table = &self.program.function(self.innermost(s)).selects[usize::from(i.b())];
                    table.cases.get(*s.reg(i.a()) as usize).is_some_and(|case| case.send)
                }
                _ => false,
            }
        }
    }

    /// Gives a value back to its channel, from registers.
    ///
    /// # Safety
    /// A live channel, and registers that hold a value of its element type, which `ext` is the extension word of.
    unsafe fn return_value(&mut self, chan: u64, ext: Instr, value: *const u64) {
        // SAFETY: the caller's promise.
        unsafe {
            let chan = Chan::from_slot(chan);
            let n = usize::from(ext.ext_n());
            if let Some(receiver) = self.conc.take_receiver(chan) {
                std::ptr::copy(value, receiver.value, n);
            } else {
                let words = std::slice::from_raw_parts(value, n);
                self.conc.put_back(chan, RTypeId(ext.ext_id()), words);
            }
        }
    }

    /// Gives up a lock or permit that was granted at the wait word at `addr`.
    ///
    /// # Safety
    /// The address of a wait word of such an object.
    unsafe fn release(&mut self, addr: u64, why: WaitReason) {
        let conc = &mut self.conc;
        // SAFETY: the objects lie in memory as their natives say.
        unsafe {
            match why {
                WaitReason::Mutex => {
                    let next = conc.wake_first(addr).unwrap_or(0);
                    mem::store(addr - 4, next);
                }
                WaitReason::RwWrite => {
                    mem::store(addr - 8, 0i32);
                    grant_rw(conc, addr - 8);
                }
                WaitReason::RwRead => {
                    let readers = mem::load::<i32>(addr + 8);
                    mem::store(addr + 8, readers - 1);
                    grant_rw(conc, addr - 8);
                }
                WaitReason::Permit if conc.wake_first(addr).is_none() => {
                    let free = mem::load::<i64>(addr + 8);
                    mem::store(addr + 8, free + 1);
                }
                _ => {}
            }
        }
    }

    /// A writer does not wait any more for the lock with the wait word at `addr`: readers may have waited behind it.
    pub(crate) fn readers_go_on(&mut self, addr: u64) {
        // SAFETY: the task that has waited there holds the lock's object.
        unsafe { grant_rw(&mut self.conc, addr - 8) }
    }

    /// The wait word at which a task waits, if it waits at an instruction of its own.
    pub(crate) fn wait_word(&self, s: &Script) -> Option<u64> {
        // SAFETY: the coroutine stands at the instruction at which it waits; its operand is a live object.
        unsafe {
            let i = *s.pc;
            match i.op() {
                Op::MutexLock => Some(*s.reg(i.a()) + 4),
                Op::WaitGroupWait => Some(*s.reg(i.a()) + 8),
                _ => None,
            }
        }
    }

    /// Takes a task that waits at channels out of their queues.
    pub(crate) fn unqueue_at_channels(&mut self, s: &Script, task: TaskId) {
        // SAFETY: the coroutine stands at the instruction at which it waits; channels in its operands are live.
        let chan = unsafe {
            let i = *s.pc;
            match i.op() {
                Op::Recv | Op::RecvOk | Op::RecvLoop => Some((*s.reg(i.b()), false)),
                Op::Send => Some((*s.reg(i.a()), true)),
                Op::Select => {
                    let table = &self.program.function(self.innermost(s)).selects[usize::from(i.b())];
                    let case = table.cases.iter().find(|case| *s.reg(case.chan) != 0);
                    case.map(|case| (*s.reg(case.chan), case.send))
                }
                _ => None,
            }
        };
        match chan {
            // SAFETY: as above.
            Some((chan, send)) => self.conc.forget_at_channel(unsafe { Chan::from_slot(chan) }, send, task),
            None => self.conc.forget(task),
        }
    }

    /// Whether a coroutine that has spent its slice stands at a back-edge, not where a function begins.
    pub(crate) fn stands_at_back_edge(&self, s: &Script) -> bool {
        let f = self.program.function(self.innermost(s));
        let at = (s.pc as usize).wrapping_sub(f.code.as_ptr() as usize) / size_of::<Instr>();
        if at != 0 {
            return at < f.code.len();
        }
        // The first instruction may be that of a loop.
        let mut pc = 0;
        let mut found = false;
        while pc < f.code.len() {
            crate::bytecode::effects::successors(f, pc, |to| found |= to == 0);
            pc += 1 + usize::from(f.code[pc].op().info().ext);
        }
        found
    }
}

/// Gives an `RWMutex` to those who wait longest for it, as far as they can have it together: see `native::sync`.
///
/// # Safety
/// The address of a live `RWMutex`.
pub(super) unsafe fn grant_rw(conc: &mut super::wait::Conc, lock: u64) {
    const READER: u32 = 0;
    // SAFETY: the caller's promise.
    unsafe {
        while mem::load::<i32>(lock) == 0 {
            let readers = mem::load::<i32>(lock + 16);
            match conc.first_tag(lock + 8) {
                Some(READER) => {
                    mem::store(lock + 16, readers + 1);
                    conc.wake_first(lock + 8);
                }
                Some(_) if readers == 0 => {
                    let owner = conc.wake_first(lock + 8).unwrap_or(0);
                    mem::store(lock, owner);
                }
                Some(_) | None => return,
            }
        }
    }
}
