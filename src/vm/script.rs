//! A script coroutine: bytecode frames in one growable register stack.
//!
//! Invariants
//! - The stack is `[stack, limit)`, in slots. A frame is a header of three slots, then its registers; `base` is register
//!   0 of the innermost frame. Header: `base[-3]` is the function's number (low half) and [flags](frame_flags) (high half),
//!   `base[-2]` the distance down to the caller's `base` (0 for the first frame), `base[-1]` the address of the
//!   instruction where the caller goes on.
//! - `pc` is the next instruction of the innermost frame. While the coroutine waits, `pc` is the instruction that waits;
//!   who answers moves it on ([`Script::advance`]). Null means the first instruction of the frame's function, whose code
//!   has only just been made.
//! - Frames lie in the stack without gaps that matter: the registers of a frame that are at or above the window of the
//!   call it is executing are dead.
//! - Nothing points into a stack except wait nodes of its own waiting task, whose stack only moves where these are told:
//!   see `slim`.

use std::alloc::{Layout, handle_alloc_error};

use super::program::CallEntry;
use super::slots;
use super::unwind::Unwinding;
use crate::bytecode::{FRAME_HEADER, FuncId, Instr, Op};
use crate::syscall::{TaskId, WaitReason};

/// Flags in a frame's header.
pub(super) mod frame_flags {
    /// The unwinder called this frame: `recover` works in it.
    pub const UNWOUND: u64 = 1 << 32;
    /// The unwinder has made records of its open-coded defers: it never goes on where it was.
    pub const RECORDED: u64 = 1 << 33;
}

/// Code that is not part of any function.
pub(super) static END_TASK: [Instr; 1] = [Instr::new(Op::EndTask, 0, 0, 0)];
pub(super) static COMPILE: [Instr; 1] = [Instr::new(Op::Compile, 0, 0, 0)];
pub(super) static AFTER_DEFER: [Instr; 1] = [Instr::new(Op::AfterDefer, 0, 0, 0)];

/// Slots of a header.
const HEADER: usize = FRAME_HEADER as usize;

/// The stack may not become larger than this many slots (512 MB).
pub(super) const MAX_SLOTS: usize = 64 << 20;

/// How large a stack may become. Programs set it in bytes of Go's stacks, of which these take other numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct StackLimit {
    /// Registers.
    pub slots: usize,
    /// What they stand for, for the message.
    pub bytes: u64,
    /// The registers that the host allows.
    allowed: usize,
}

impl StackLimit {
    /// What Go allows on machines of 64 bits.
    const USUAL: u64 = 1_000_000_000;

    /// The limit before the program sets one.
    pub fn new(allowed: usize) -> StackLimit {
        StackLimit { slots: allowed, bytes: StackLimit::USUAL, allowed }
    }

    /// Sets the limit; never beyond that of the host.
    pub fn set(&mut self, bytes: u64) {
        let slots = u128::from(bytes) * MAX_SLOTS as u128 / u128::from(StackLimit::USUAL);
        self.slots = usize::try_from(slots).unwrap_or(usize::MAX).min(self.allowed);
        self.bytes = bytes;
    }
}

/// A script coroutine.
///
/// `pc` and `base` do not lie side by side: the compiler would load them as one vector, and keep them as one for the whole
/// interpreter loop.
#[repr(C)]
pub struct Script {
    pub(super) base: *mut u64,
    pub(super) stack: *mut u64,
    pub(super) limit: *mut u64,
    /// Deferred calls and panics; most coroutines never have any.
    pub(super) unwinding: Option<Box<Unwinding>>,
    /// Whether the stack lies apart: see [`slots`].
    apart: bool,
    /// Whether there may be frames that give variables of the library their first values.
    pub(super) initialises: bool,
    pub(super) pc: *const Instr,
    /// While the coroutine does not run: the instruction with which it goes on, which is behind the one at `pc` if it waits.
    pub(super) after: *const Instr,
    /// Whose it is.
    pub owner: Owner,
}

/// The task of a coroutine, as the machine must know it to switch without the scheduler. What a coroutine inside of another
/// has here counts only while it is the one that runs.
#[derive(Clone, Copy)]
pub struct Owner {
    /// Its number, as programs and traces see it.
    pub number: u64,
    /// Its place in the task table.
    pub task: TaskId,
    /// What it is doing.
    pub state: State,
    /// Who is behind it in the ready queue.
    pub(super) behind: *mut Script,
}

/// What a task is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Not in use.
    Free,
    /// In the ready queue, or running.
    Ready,
    /// Waits.
    Blocked(WaitReason),
    /// Ready, and will panic with "send on closed channel" instead of going on.
    BrokenSend,
    /// Ready, and will panic with what is pending in its record instead of going on.
    Interrupted,
    /// Ready; it has spent its slice, so it does not stand where a task may wait.
    Preempted,
}

/// Where a stack has grown to.
pub(super) enum Memory {
    /// What had been kept.
    Kept,
    /// What the system has given.
    Fresh,
}

/// The stack would be larger than it may.
#[derive(Debug)]
pub(super) struct StackOverflow;

impl Owner {
    /// A new task that can run.
    pub fn new(number: u64, task: TaskId) -> Owner {
        Owner { number, task, state: State::Ready, behind: std::ptr::null_mut() }
    }
}

impl Default for Script {
    fn default() -> Self {
        Script::empty()
    }
}

impl Script {
    /// A coroutine without a stack, to be [started](Self::start).
    pub fn empty() -> Script {
        let null = std::ptr::null_mut();
        Script {
            stack: null,
            limit: null,
            base: null,
            pc: std::ptr::null(),
            after: std::ptr::null(),
            unwinding: None,
            apart: false,
            initialises: false,
            owner: Owner { number: 0, task: TaskId::NONE, state: State::Free, behind: null.cast() },
        }
    }

    /// A coroutine with a stack of this size that cannot run, to tell it from others.
    #[cfg(test)]
    pub(crate) fn sized(slots: usize) -> Script {
        let mut script = Script::empty();
        script.stack = slots::allocate(slots).unwrap();
        // SAFETY: one past the end of the stack.
        script.limit = unsafe { script.stack.add(slots) };
        script
    }

    /// Slots that the stack has.
    pub fn capacity(&self) -> usize {
        // The difference of two addresses, null for an empty one.
        (self.limit as usize - self.stack as usize) / 8
    }

    /// Sets up the first frame of a call of `entry` with these results-and-parameters registers; the stack of an
    /// earlier life is used again if it is large enough and not much too large.
    pub(super) fn start(&mut self, func: FuncId, entry: CallEntry, closure: u64, window: &[u64]) {
        let wanted = HEADER + usize::from(entry.regs);
        let have = self.capacity();
        if have < wanted || have > (4 * wanted).max(64) {
            self.free();
            let stack = slots::allocate(wanted);
            let stack = stack.unwrap_or_else(|| handle_alloc_error(Layout::new::<[u64; 64]>()));
            self.stack = stack;
            // SAFETY: one past the end of the new stack.
            self.limit = unsafe { stack.add(wanted) };
        }
        // SAFETY: the stack has room for a header and the registers of the function, of which `window` is the beginning
        // (results and parameters), followed by the closure's own register if the function has one.
        unsafe {
            self.base = self.stack.add(HEADER);
            *self.base.sub(3) = u64::from(func.0);
            *self.base.sub(2) = 0;
            *self.base.sub(1) = END_TASK.as_ptr() as u64;
            std::ptr::copy_nonoverlapping(window.as_ptr(), self.base, window.len());
            if usize::from(entry.regs) > window.len() {
                *self.base.add(window.len()) = closure;
            }
        }
        self.pc = entry.code;
        self.after = entry.code;
    }

    /// Grows the stack so that it has room for `slots` more from `top` on.
    #[cold]
    #[inline(never)]
    pub(super) fn grow(&mut self, top: *mut u64, slots: usize, max: usize) -> Result<Memory, StackOverflow> {
        let used = (top as usize - self.stack as usize) / 8;
        let wanted = used + slots;
        if wanted > max {
            return Err(StackOverflow);
        }
        let size = (wanted + wanted / 2).max(2 * self.capacity()).max(64).min(max.max(wanted));
        let base = self.base as usize - self.stack as usize;
        let (stack, size, memory) = match slots::take_spare(size, max) {
            Some((stack, size)) => {
                // SAFETY: the spare one is larger, and nobody uses it; the old one is not used any more.
                unsafe {
                    std::ptr::copy_nonoverlapping(self.stack, stack, self.capacity());
                    slots::free(self.stack, self.capacity(), std::mem::take(&mut self.apart));
                }
                (stack, size, Memory::Kept)
            }
            None => (self.resized(size)?, size, Memory::Fresh),
        };
        self.stack = stack;
        // SAFETY: within the new stack, or one past its end.
        unsafe {
            self.limit = stack.add(size);
            self.base = stack.byte_add(base);
        }
        Ok(memory)
    }

    /// Gives the stack so many slots, fewer than it has, and keeps the first of them. Whether there was memory for it.
    ///
    /// # Safety
    /// The frames need no more than those that are kept, and nothing that is used again points to where they are.
    pub(super) unsafe fn shrink(&mut self, kept: usize, size: usize) -> bool {
        debug_assert!(kept <= size && size <= self.capacity());
        if self.apart {
            return false;
        }
        let Some(stack) = slots::allocate(size) else { return false };
        let base = self.base as usize - self.stack as usize;
        // SAFETY: so many slots are in both, and the base among them or one past.
        unsafe {
            std::ptr::copy_nonoverlapping(self.stack, stack, kept);
            slots::free(self.stack, self.capacity(), false);
            self.stack = stack;
            self.limit = stack.add(size);
            self.base = stack.byte_add(base);
        }
        true
    }

    /// Gives the first frame, which is the only one, exactly the room that it needs.
    pub(super) fn fit(&mut self, regs: usize) -> Result<(), StackOverflow> {
        let size = HEADER + regs;
        if self.apart && size <= self.capacity() {
            return Ok(());
        }
        let stack = self.resized(size)?;
        self.stack = stack;
        // SAFETY: one past the end of the new stack, and the first frame's registers.
        unsafe {
            self.limit = stack.add(size);
            self.base = stack.add(HEADER);
        }
        Ok(())
    }

    /// The memory of the stack with another size.
    fn resized(&mut self, size: usize) -> Result<*mut u64, StackOverflow> {
        // SAFETY: the stack has that capacity, and was allocated in that way.
        let stack = unsafe {
            if self.apart {
                slots::leave_apart(self.stack, size)
            } else {
                slots::resize(self.stack, self.capacity(), size)
            }
        };
        let stack = stack.ok_or(StackOverflow)?;
        self.apart = false;
        Ok(stack)
    }

    /// Moves the stack, which has one frame, to where it lies apart (see [`slots`]), if there is memory.
    pub(super) fn move_apart(&mut self) {
        let used = self.capacity();
        if self.apart || used > slots::APART {
            return;
        }
        let Some(stack) = slots::allocate_apart() else { return };
        // SAFETY: the old stack has so many slots, and the new one more; one past its end.
        unsafe {
            std::ptr::copy_nonoverlapping(self.stack, stack, used);
            self.free();
            self.stack = stack;
            self.limit = stack.add(slots::APART);
            self.base = stack.add(HEADER);
        }
        self.apart = true;
    }

    /// Where the innermost frame begins, as an offset in slots.
    #[inline]
    pub(super) fn offset(&self, base: *mut u64) -> u32 {
        ((base as usize - self.stack as usize) / 8) as u32
    }

    /// The base at an offset.
    #[inline]
    pub(super) fn at(&self, offset: u32) -> *mut u64 {
        // SAFETY: offsets come from `offset`, and the stack does not shrink below live frames.
        unsafe { self.stack.add(offset as usize) }
    }

    /// Moves on behind the instruction at which the coroutine waited.
    #[inline]
    pub(super) fn advance(&mut self) {
        self.pc = self.after;
    }

    /// The coroutine will not go on behind the instruction at which it stands, but execute it again.
    pub(super) fn retry(&mut self) {
        self.after = self.pc;
    }

    /// Puts the innermost frame where it will go on, if it still stands where it waited; and back. Whether these differ.
    pub(crate) fn swap_position(&mut self) -> bool {
        let differ = !self.pc.is_null() && !self.after.is_null() && !std::ptr::eq(self.pc, self.after);
        if differ {
            std::mem::swap(&mut self.pc, &mut self.after);
        }
        differ
    }

    /// Whether it has been woken and has not gone on yet: it stands at the instruction at which it waited.
    pub(super) fn is_answered(&self) -> bool {
        !std::ptr::eq(self.pc, self.after)
    }

    /// Whether it runs a function.
    pub(super) fn has_frames(&self) -> bool {
        !self.base.is_null()
    }

    /// Returns from the innermost frame, whose results are in its first registers.
    pub(super) fn leave_frame(&mut self) {
        // SAFETY: the header of a live frame says where its caller goes on, and where that one's frame is.
        unsafe {
            self.pc = *self.base.sub(1) as *const Instr;
            self.base = self.base.sub(*self.base.sub(2) as usize);
        }
    }

    /// A register of the innermost frame.
    #[inline]
    pub(super) fn reg(&self, r: u16) -> *mut u64 {
        // SAFETY: the verifier has seen that operands are registers of the frame.
        unsafe { self.base.add(usize::from(r)) }
    }

    /// The frames, innermost first.
    pub(super) fn frames(&self) -> Frames<'_> {
        Frames { script: self, base: self.base, pc: self.pc, window: usize::MAX, done: self.base.is_null() }
    }

    /// The same from the frame at `offset` on; where it stands is only said if it is the innermost.
    pub(super) fn frames_from(&self, offset: u32) -> Frames<'_> {
        let base = self.at(offset);
        if base == self.base {
            return self.frames();
        }
        Frames { script: self, base, pc: std::ptr::null(), window: 0, done: false }
    }

    fn free(&mut self) {
        if !self.stack.is_null() {
            // SAFETY: it was allocated in that way, and is not used any more.
            unsafe { slots::free(self.stack, self.capacity(), self.apart) };
        }
        self.apart = false;
        let null = std::ptr::null_mut();
        (self.stack, self.limit, self.base) = (null, null, null);
    }

    /// Forgets all frames, keeping the stack and the room for deferred calls for another life. What is large is given back.
    pub fn retire(&mut self) {
        if self.unwinding.as_mut().is_some_and(|unwinding| !unwinding.retire()) {
            self.unwinding = None;
        }
        self.pc = std::ptr::null();
        self.initialises = false;
        if self.capacity() > 256 {
            self.free();
        }
        self.base = std::ptr::null_mut();
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        self.free();
    }
}

/// One frame, as [`Script::frames`] gives it.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub func: FuncId,
    pub flags: u64,
    pub base: *mut u64,
    /// The next instruction; of all but the innermost frame, the one behind the call (or the call itself, for
    /// `RunDefers`). Null at the very beginning of a function.
    pub pc: *const Instr,
    /// Registers from here on are not the frame's any more.
    pub window: usize,
}

/// Walks the frames of a coroutine, innermost first.
pub(super) struct Frames<'s> {
    script: &'s Script,
    base: *mut u64,
    pc: *const Instr,
    window: usize,
    done: bool,
}

impl Iterator for Frames<'_> {
    type Item = Frame;

    fn next(&mut self) -> Option<Frame> {
        if self.done {
            return None;
        }
        debug_assert!(self.base >= self.script.stack && self.base <= self.script.limit);
        // SAFETY: `base` is the base of a live frame, whose header says where the caller's is.
        unsafe {
            let word = *self.base.sub(3);
            let frame = Frame {
                func: FuncId(word as u32),
                flags: word & !0xFFFF_FFFF,
                base: self.base,
                pc: self.pc,
                window: self.window,
            };
            let delta = *self.base.sub(2) as usize;
            self.pc = *self.base.sub(1) as *const Instr;
            self.window = delta.saturating_sub(HEADER);
            self.done = delta == 0;
            self.base = self.base.sub(delta);
            Some(frame)
        }
    }
}
