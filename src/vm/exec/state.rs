//! What the block of a handler works with: operands, registers, checks, and the ways on.

use super::*;
use crate::heap::mem;

/// The state of the machine while one instruction is executed. It never has an address: every method is inlined, and what
/// is called out of line gets its parts by value, so that they stay in machine registers.
pub(in crate::vm::exec) struct Exec<'a> {
    pub(super) pc: *const Instr,
    pub(super) base: *mut u64,
    pub(super) budget: i64,
    pub(super) m: &'a mut Machine,
    pub(super) s: *mut Script,
    pub(super) i: Instr,
    /// Extension words of the instruction.
    pub(super) ext: usize,
}

impl Exec<'_> {
    // ---- operands ------------------------------------------------------------------------------------------------

    // The instruction is in a register: `a` and `c` are shifted out of it. What lies in its middle would have to be cut out, too;
    // it is read from the code. Were all of them, there would be more loads than the processor has ports for.

    #[inline(always)]
    pub(super) fn a(&self) -> u16 {
        self.i.a()
    }
    #[inline(always)]
    pub(super) fn b(&self) -> u16 {
        let k = if cfg!(target_endian = "big") { 1 } else { 2 };
        // SAFETY: the third of the four parts of the instruction at `pc`.
        unsafe { *self.pc.cast::<u16>().add(k) }
    }
    #[inline(always)]
    pub(super) fn c(&self) -> u16 {
        self.i.c()
    }
    #[inline(always)]
    pub(super) fn bc(&self) -> u32 {
        self.i.bc()
    }
    /// Extension word `k`.
    #[inline(always)]
    pub(super) unsafe fn ext(&self, k: usize) -> Instr {
        // SAFETY: the instruction has so many, by the table of opcodes.
        unsafe { *self.pc.add(1 + k) }
    }
    /// The instruction behind this one.
    #[inline(always)]
    pub(super) unsafe fn next(&self) -> *const Instr {
        // SAFETY: functions do not end with an instruction that goes on behind itself.
        unsafe { self.pc.add(1 + self.ext) }
    }

    // ---- registers -----------------------------------------------------------------------------------------------

    /// The address of register `x`.
    #[inline(always)]
    pub(super) unsafe fn at(&self, x: u16) -> *mut u64 {
        // SAFETY: a register of the frame.
        unsafe { self.base.add(usize::from(x)) }
    }
    #[inline(always)]
    pub(super) unsafe fn r(&self, x: u16) -> u64 {
        // SAFETY: as above.
        unsafe { *self.at(x) }
    }
    #[inline(always)]
    pub(super) unsafe fn set(&self, x: u16, value: u64) {
        // SAFETY: as above.
        unsafe { *self.at(x) = value }
    }
    #[inline(always)]
    pub(super) unsafe fn pair(&self, x: u16) -> [u64; 2] {
        // SAFETY: as above.
        unsafe { mem::load_words(self.at(x) as u64) }
    }
    #[inline(always)]
    pub(super) unsafe fn set_pair(&self, x: u16, value: [u64; 2]) {
        // SAFETY: as above.
        unsafe { self.at(x).cast::<[u64; 2]>().write(value) }
    }
    #[inline(always)]
    pub(super) unsafe fn triple(&self, x: u16) -> [u64; 3] {
        // SAFETY: as above.
        unsafe { mem::load_words(self.at(x) as u64) }
    }
    #[inline(always)]
    pub(super) unsafe fn set_triple(&self, x: u16, value: [u64; 3]) {
        // SAFETY: as above.
        unsafe { self.at(x).cast::<[u64; 3]>().write(value) }
    }
    #[inline(always)]
    pub(super) unsafe fn f(&self, x: u16) -> f64 {
        // SAFETY: as above.
        f64::from_bits(unsafe { self.r(x) })
    }
    #[inline(always)]
    pub(super) unsafe fn f32(&self, x: u16) -> f32 {
        // SAFETY: as above.
        f32::from_bits(unsafe { self.r(x) } as u32)
    }
    /// The function of the frame.
    #[inline(always)]
    pub(super) unsafe fn func(&self) -> u32 {
        // SAFETY: the header of the frame.
        unsafe { *self.base.sub(3) as u32 }
    }
    /// The coroutine. Its `pc` and `base` may be old: see [`save`](Self::save).
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    pub(super) unsafe fn s<'s>(&self) -> &'s mut Script {
        // SAFETY: nobody else has the running coroutine, and no handler keeps this across another call.
        unsafe { &mut *self.s }
    }

    // ---- checks --------------------------------------------------------------------------------------------------

    /// The pointer in register `x`, which must not be nil.
    #[inline(always)]
    pub(super) unsafe fn non_nil(&self, x: u16) -> Result<u64, Trap> {
        // SAFETY: a register of the frame.
        match unsafe { self.r(x) } {
            0 => Err(Trap::Nil),
            address => Ok(address),
        }
    }
    /// The address of an element of the slice at register `slice`.
    #[inline(always)]
    pub(super) unsafe fn element(&self, slice: u16, index: u16, size: u64) -> Result<u64, Trap> {
        // SAFETY: registers of the frame.
        unsafe { self.element_at(slice, self.r(index), size) }
    }
    /// The same for an index that is in no register.
    #[inline(always)]
    pub(super) unsafe fn element_at(&self, slice: u16, index: u64, size: u64) -> Result<u64, Trap> {
        // SAFETY: registers of the frame.
        let [address, len] = unsafe { self.pair(slice) };
        if index >= len {
            return Err(Trap::Index(index, len));
        }
        Ok(address.wrapping_add(index.wrapping_mul(size)))
    }
    /// The address of an element of the array in the cell at register `array`; its length is extension word 0.
    #[inline(always)]
    pub(super) unsafe fn array_element(&self, array: u16, index: u16, size: u64) -> Result<u64, Trap> {
        // SAFETY: registers of the frame; an extension word.
        let (address, index, len) = unsafe { (self.non_nil(array)?, self.r(index), self.ext(0).0) };
        if index >= len {
            return Err(Trap::Index(index, len));
        }
        Ok(address + index * size)
    }
    /// Something was allocated. If memory should be collected, the rest of the budget is put aside, so that the next
    /// safepoint stops.
    #[inline(always)]
    pub(super) fn pace(&mut self) {
        if self.m.heap.should_collect() && self.budget >= 0 {
            self.m.aside += self.budget;
            self.budget = 0;
        }
    }

    // ---- control -------------------------------------------------------------------------------------------------

    /// Writes the state to where everyone can see it.
    #[inline(always)]
    pub(super) unsafe fn save(&mut self) {
        // SAFETY: the running coroutine.
        unsafe { save(self.pc, self.base, self.budget, self.m, self.s) }
    }
    /// Writes the state to where those look who tell what happens, if someone watches.
    #[inline(always)]
    pub(super) unsafe fn save_if_watched(&mut self) {
        if self.m.is_watched() {
            // SAFETY: as above.
            unsafe { self.save() }
        }
    }
    /// Stops the coroutine at this instruction.
    #[inline(always)]
    pub(super) unsafe fn leave(&mut self, step: Step) -> Outcome {
        // SAFETY: as above.
        unsafe { self.save() };
        self.m.stop(step);
        Ok(Flow::Leave)
    }
    /// Yields a system call at this instruction.
    #[inline(always)]
    pub(super) unsafe fn yields(&mut self, call: SystemCall) -> Outcome {
        self.m.call = call;
        // SAFETY: as below.
        unsafe { self.yields_call() }
    }
    /// Yields `Machine::call` at this instruction.
    #[inline(always)]
    pub(super) unsafe fn yields_call(&mut self) -> Outcome {
        // SAFETY: the invariants at the head of this file.
        unsafe { yields(self.pc, self.base, self.budget, self.m, self.s, self.next()) };
        Ok(Flow::Leave)
    }
    /// Parks the coroutine at this instruction: it has queued itself. If the machine may, it hands the turn to the next one
    /// without asking the kernel.
    #[inline(always)]
    pub(super) unsafe fn park(&mut self, reason: WaitReason) -> Outcome {
        // SAFETY: the invariants at the head of this file.
        unsafe {
            let after = self.next();
            (*self.s).base = self.base;
            (*self.s).pc = self.pc;
            (*self.s).after = after;
            (*self.s).owner.state = State::Blocked(reason);
            if self.may_hand_over() {
                return self.hand_over();
            }
            parked(self.m, self.budget, reason);
        }
        Ok(Flow::Leave)
    }
    /// The coroutine goes behind all that are ready, and goes on behind this instruction when it has its turn.
    #[inline(always)]
    pub(super) unsafe fn yield_turn(&mut self) -> Outcome {
        // SAFETY: as above; the running coroutine is in no queue.
        unsafe {
            if !self.may_hand_over() {
                self.m.call = SystemCall::Yield;
                return self.yields_call();
            }
            let after = self.next();
            (*self.s).base = self.base;
            (*self.s).pc = after;
            (*self.s).after = after;
            self.m.conc.ready.push(self.s);
            self.hand_over()
        }
    }
    /// Whether the turn can go to the first coroutine that is ready without asking the kernel.
    #[inline(always)]
    pub(super) unsafe fn may_hand_over(&self) -> bool {
        let next = self.m.conc.ready.first();
        // SAFETY: what is in the queue is live.
        self.m.lent > 0 && !next.is_null() && unsafe { matches!((*next).owner.state, State::Ready) }
    }
    /// The first coroutine that is ready has its turn; there is one.
    #[inline(always)]
    pub(super) unsafe fn hand_over(&mut self) -> Outcome {
        // SAFETY: it is of this machine, and nobody else has it.
        unsafe {
            let next = self.m.conc.ready.pop();
            self.m.lent -= 1;
            self.m.give_turn(next);
            self.s = next;
            self.base = (*next).base;
            self.pc = (*next).after;
            self.budget = self.m.budget;
        }
        Ok(Flow::Here)
    }
    /// Leaves the work to another handler of the same opcode: one that needs a stack frame, which this one does not.
    #[inline(always)]
    pub(super) unsafe fn rest(&mut self, handler: Handler) -> Outcome {
        // SAFETY: nothing has been done yet.
        unsafe { handler(self.pc, self.base, self.budget, self.m, self.s, self.i) };
        Ok(Flow::Leave)
    }
    /// The coroutine has returned from its first frame.
    #[inline(always)]
    pub(super) unsafe fn done(&mut self) -> Outcome {
        // SAFETY: as above.
        unsafe { done(self.pc, self.base, self.budget, self.m, self.s) };
        Ok(Flow::Leave)
    }
    /// A jump.
    #[inline(always)]
    pub(super) unsafe fn jump(&mut self, by: i32) -> Outcome {
        // SAFETY: jumps lead to instructions of the function.
        self.pc = unsafe { self.next().offset(by as isize) };
        Ok(Flow::Here)
    }
    /// A jump by operand `c`.
    #[inline(always)]
    pub(super) unsafe fn jump_if(&mut self, condition: bool) -> Outcome {
        if condition {
            // SAFETY: as above.
            return unsafe { self.jump(i32::from(self.c() as i16)) };
        }
        Ok(Flow::Next)
    }
    /// A back-edge by operand `c`.
    #[inline(always)]
    pub(super) unsafe fn loop_if(&mut self, condition: bool) -> Outcome {
        if condition {
            // SAFETY: as above.
            return unsafe { self.back_edge(i32::from(self.c() as i16)) };
        }
        Ok(Flow::Next)
    }
    /// A jump that spends one of the budget.
    #[inline(always)]
    pub(super) unsafe fn back_edge(&mut self, by: i32) -> Outcome {
        // SAFETY: as above.
        unsafe {
            self.pc = self.next().offset(by as isize);
            self.spend()
        }
    }
    /// Goes on at `pc`, after one of the budget is spent: a safepoint.
    #[inline(always)]
    pub(super) unsafe fn spend(&mut self) -> Outcome {
        self.budget -= 1;
        if self.budget < 0 {
            // SAFETY: the invariants at the head of this file.
            unsafe { checkpoint(self.pc, self.base, self.budget, self.m, self.s) };
            return Ok(Flow::Leave);
        }
        Ok(Flow::Here)
    }
    /// Enters function `func`, or its closure in register `closure`, with the window at register `window`; it returns behind
    /// this instruction.
    #[inline(always)]
    pub(super) unsafe fn enter(&mut self, window: u16, func: u32, closure: Option<u16>) -> Outcome {
        let window = usize::from(window) + 3;
        // SAFETY: functions have entries; the header lies in the caller's frame, behind what is in use, and the new frame fits
        // between `new` and the limit, or the stack grows before anything is written to it.
        unsafe {
            let new = self.base.add(window);
            // What is written as soon as it is known takes no processor register any longer: there are just enough.
            *new.sub(2) = window as u64;
            *new.sub(3) = u64::from(func);
            let entry = &*self.m.program.entries().add(func as usize);
            let top = new.add(usize::from(entry.regs));
            if top > (*self.s).limit {
                grow(self.pc, self.base, self.budget, self.m, self.s, top);
                return Ok(Flow::Leave);
            }
            if let Some(closure) = closure {
                *new.offset(entry.closure as isize) = self.r(closure);
            }
            *new.sub(1) = self.next() as u64;
            self.base = new;
            self.pc = entry.code;
            self.spend()
        }
    }
    /// Goes on as function `func` in the innermost frame, which keeps its caller, and what the unwinder knows of it.
    #[inline(always)]
    pub(super) unsafe fn go_on_as(&mut self, func: u32) -> Outcome {
        // SAFETY: functions have entries; the frame fits below the limit, or the stack grows before anything is written.
        unsafe {
            let entry = &*self.m.program.entries().add(func as usize);
            let top = self.base.add(usize::from(entry.regs));
            if top > (*self.s).limit {
                grow(self.pc, self.base, self.budget, self.m, self.s, top);
                return Ok(Flow::Leave);
            }
            // The low half of the header's first word.
            self.base.sub(3).cast::<u32>().write(func);
            self.pc = entry.code;
            Ok(Flow::Here)
        }
    }
    /// Returns to the caller.
    #[inline(always)]
    pub(super) unsafe fn ret(&mut self) -> Outcome {
        // SAFETY: the header of the frame.
        unsafe {
            self.pc = *self.base.sub(1) as *const Instr;
            self.base = self.base.sub(*self.base.sub(2) as usize);
        }
        Ok(Flow::Here)
    }
    /// The end of every handler.
    #[inline(always)]
    pub(super) unsafe fn finish(self, outcome: Outcome) {
        // SAFETY: the invariants at the head of this file.
        unsafe {
            match outcome {
                Ok(Flow::Next) => go(self.next(), self.base, self.budget, self.m, self.s),
                Ok(Flow::Here) => go(self.pc, self.base, self.budget, self.m, self.s),
                Ok(Flow::Leave) => {}
                Err(Trap::Nil) => throw_nil(self.pc, self.base, self.budget, self.m, self.s),
                Err(Trap::Divide) => throw_divide(self.pc, self.base, self.budget, self.m, self.s),
                Err(Trap::Index(index, len)) => {
                    self.m.trap = [index, len];
                    throw_index(self.pc, self.base, self.budget, self.m, self.s);
                }
                Err(Trap::Uncomparable(ty)) => {
                    self.m.trap[0] = u64::from(ty.0);
                    throw_uncomparable(self.pc, self.base, self.budget, self.m, self.s);
                }
                Err(Trap::Kept) => throw_kept(self.pc, self.base, self.budget, self.m, self.s),
                Err(Trap::Thrown(thrown)) => throw(self.pc, self.base, self.budget, self.m, self.s, thrown),
            }
        }
    }
}
