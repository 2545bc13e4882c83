//! The interpreter: one function, a *handler*, for each opcode.
//!
//! A handler does the work of one instruction, reads the next one and jumps to its handler. The state of the machine that
//! every instruction needs travels in the six arguments, so it stays in machine registers from handler to handler; a
//! handler saves nothing that it does not use. (One `match` in a loop was here before: the compiler shares the registers
//! of a function among all of its arms, and the cold ones made the hot ones spill.)
//!
//! A jump to the next handler is a call in tail position with the caller's own signature, which LLVM turns into a jump
//! when it optimises. Where it does not ([`THREADED`] is false), and where a handler has nothing to jump to, the handler
//! returns, and [`run`] starts the next one. `scripts/tail-calls` looks at the machine code.
//!
//! Invariants
//! - `pc` is the instruction that is being executed; jumps are relative to the instruction behind it and its extension
//!   words. `base` is register 0 of the innermost frame. Both are written to the [`Script`] whenever anything outside of
//!   the handlers may look ([`Exec::save`]).
//! - Operands name registers of the frame, jumps lead to instructions, and table indices are in range: the verifier has
//!   seen it. So no handler checks them again.
//! - A pointer in a register is 0 or the address of a live object of its static type: the checker's word.
//! - Nothing is collected inside of handlers: [`Exec::spend`] leaves them for that, at calls and back-edges only.
//!
//! The handlers are in `ops`; what is longer than an instruction should be is in a file by concept beside it.

mod arith;
mod calls;
mod conc;
mod data;
mod iface;
mod io;
mod maps;
mod ops;
mod print;

pub(super) use calls::push_frame;
pub(crate) use conc::{GROUP_ADDED, owner};
pub(super) use conc::{Sent, TIMER_CHAN, chan_ready, close as close_chan, recv, send};
pub(super) use data::store_value;

use std::ptr::NonNull;

use super::cx::Thrown;
use super::machine::{Machine, Step, stack_overflow};
use super::panics;
use super::script::{Script, State};
use crate::bytecode::{Instr, Op};
use crate::heap::{OutOfMemory, RTypeId, Uncomparable};
use crate::syscall::{SystemCall, WaitReason};

/// Whether a handler jumps to the next one, instead of returning to [`run`]. Needs an optimising build; one with debug
/// assertions counts every instruction in `run`.
const THREADED: bool = cfg!(phasync_threaded);

/// The code of an opcode: `pc`, `base`, what is left of the budget, the machine, the coroutine, and the instruction at `pc`.
/// When it returns, all of that is in the coroutine and the machine, and `Machine::step` says why, if it is not only to go on.
type Handler = unsafe fn(*const Instr, *mut u64, i64, &mut Machine, *mut Script, Instr);

/// The handlers of all opcodes. They begin a page: see [`slots`](super::slots).
#[repr(align(4096))]
struct Handlers([Handler; Op::ALL.len()]);

/// How many bytes the table of handlers takes.
pub(super) const TABLE_BYTES: usize = Op::ALL.len() * size_of::<Handler>();

macro_rules! table {
    ($($name:ident)*) => {
        /// The handlers, in the order of the table of opcodes.
        static HANDLERS: Handlers = Handlers([$( ops::$name ),*]);
    };
}
crate::bytecode::each_opcode!(table);

/// The handler of an instruction.
///
/// # Safety
/// It is an instruction, not an extension word, that the verifier has accepted.
#[inline(always)]
unsafe fn handler(i: Instr) -> Handler {
    debug_assert!(usize::from(i.op_number()) < HANDLERS.0.len());
    // SAFETY: the number is that of an opcode.
    unsafe { *HANDLERS.0.get_unchecked(usize::from(i.op_number())) }
}

/// Runs the coroutine, and those that the scheduler puts in its place, until one stops.
///
/// # Safety
/// `s` is a coroutine of `m` with at least one frame, all of verified functions of its program.
pub(super) unsafe fn run(m: &mut Machine, s: *mut Script) -> Step {
    m.running = s;
    #[cfg(not(phasync_threaded))]
    let mut before = None;
    loop {
        // SAFETY: `running` is such a coroutine: `s`, or what the scheduler answered. The invariants above.
        unsafe {
            let s = m.running;
            let (pc, base, budget) = ((*s).pc, (*s).base, m.budget);
            #[cfg(debug_assertions)]
            {
                m.coverage[(*pc).op() as usize] += 1;
            }
            #[cfg(not(phasync_threaded))]
            if let Some(pairs) = &mut m.pairs {
                let op = (*pc).op();
                pairs.count(before.replace(op), op);
            }
            let i = *pc;
            handler(i)(pc, base, budget, m, s, i);
        }
        if let Some(step) = m.step.take() {
            return step;
        }
    }
}

/// How the work of an instruction ends.
pub(super) enum Flow {
    /// The next instruction follows behind the extension words.
    Next,
    /// The next instruction is at `pc`.
    Here,
    /// Everything is saved; `run` goes on, or returns `Machine::step`.
    Leave,
}

/// What an instruction throws. The commonest are apart, and nothing is made of them before they leave the handler: so
/// handlers that can throw nothing else need no stack frame.
pub(super) enum Trap {
    /// The dereference of nil.
    Nil,
    /// Integer division by zero.
    Divide,
    /// An index, and the length that it is not below.
    Index(u64, u64),
    /// A comparison of values of this type.
    Uncomparable(RTypeId),
    /// What is in `Machine::thrown`.
    Kept,
    /// Anything else.
    Thrown(Thrown),
}

impl From<Uncomparable> for Trap {
    fn from(Uncomparable(ty): Uncomparable) -> Trap {
        Trap::Uncomparable(ty)
    }
}

impl From<Thrown> for Trap {
    fn from(thrown: Thrown) -> Trap {
        Trap::Thrown(thrown)
    }
}

impl From<OutOfMemory> for Trap {
    fn from(error: OutOfMemory) -> Trap {
        Trap::Thrown(error.into())
    }
}

/// [`Flow`], or what the instruction throws.
pub(super) type Outcome = Result<Flow, Trap>;

/// The state of the machine while one instruction is executed. It never has an address: every method is inlined, and what
/// is called out of line gets its parts by value, so that they stay in machine registers.
pub(super) struct Exec<'a> {
    pc: *const Instr,
    base: *mut u64,
    budget: i64,
    m: &'a mut Machine,
    s: *mut Script,
    i: Instr,
    /// Extension words of the instruction.
    ext: usize,
}

/// Goes on with the instruction at `pc`.
///
/// # Safety
/// The invariants at the head of this file.
#[inline(always)]
unsafe fn go(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe {
        if THREADED {
            let i = *pc;
            handler(i)(pc, base, budget, m, s, i)
        } else {
            save(pc, base, budget, m, s);
        }
    }
}

/// # Safety
/// `s` is the running coroutine.
#[inline(always)]
unsafe fn save(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe {
        (*s).pc = pc;
        (*s).base = base;
    }
    m.budget = budget;
}

/// The instruction at `pc` throws.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw(
    pc: *const Instr,
    base: *mut u64,
    budget: i64,
    m: &mut Machine,
    s: *mut Script,
    thrown: Thrown,
) {
    // SAFETY: the caller's promise; nobody else has the coroutine while it is raised into.
    unsafe {
        save(pc, base, budget, m, s);
        m.step = m.raise(&mut *s, thrown);
    }
}

/// The instruction at `pc` dereferences nil.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw_nil(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe { throw(pc, base, budget, m, s, panics::nil_dereference()) }
}

/// The instruction at `pc` divides by zero.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw_divide(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe { throw(pc, base, budget, m, s, panics::divide()) }
}

/// The index and the length in `Machine::trap` do not go together.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw_index(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    let [index, len] = m.trap;
    // SAFETY: the caller's promise.
    unsafe { throw(pc, base, budget, m, s, panics::index(index, len)) }
}

/// Values of the type whose number is in `Machine::trap` cannot be compared.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw_uncomparable(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    let thrown = iface::uncomparable(m, RTypeId(m.trap[0] as u32));
    // SAFETY: the caller's promise.
    unsafe { throw(pc, base, budget, m, s, thrown) }
}

/// The instruction at `pc` throws what is in `Machine::thrown`.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn throw_kept(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    if let Some(thrown) = m.thrown.take() {
        // SAFETY: the caller's promise.
        unsafe { throw(pc, base, budget, m, s, thrown) }
    }
}

/// The budget is spent, or memory should be collected; `pc` is the instruction to go on with.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn checkpoint(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe { save(pc, base, budget, m, s) };
    // SAFETY: the header of the innermost frame names its function.
    m.step = m.checkpoint_in(unsafe { *base.sub(3) as u32 });
}

/// Makes room for a frame that ends at `top`, then executes the call at `pc` again.
///
/// # Safety
/// As for [`go`].
#[cold]
#[inline(never)]
unsafe fn grow(
    pc: *const Instr,
    base: *mut u64,
    budget: i64,
    m: &mut Machine,
    s: *mut Script,
    top: *mut u64,
) {
    // SAFETY: the caller's promise; nobody else has the coroutine.
    unsafe {
        save(pc, base, budget, m, s);
        if (*s).grow(top, 0, m.config.max_stack).is_err() {
            m.step = Some(stack_overflow());
        }
    }
}

/// Yields the system call in `Machine::call`: the kernel answers with the coroutine that goes on. `after` is the instruction
/// behind the one that waits.
///
/// # Safety
/// As for [`go`].
#[inline(never)]
unsafe fn yields(
    pc: *const Instr,
    base: *mut u64,
    budget: i64,
    m: &mut Machine,
    s: *mut Script,
    after: *const Instr,
) {
    // SAFETY: the caller's promise.
    unsafe {
        save(pc, base, budget, m, s);
        (*s).after = after;
    }
    if let Some(next) = m.system_call() {
        // SAFETY: the kernel answers with coroutines of this machine.
        unsafe { go_with(m, next) }
    }
}

/// The running coroutine has queued itself, and the kernel has to say whose turn it is.
///
/// # Safety
/// As for [`go`]; everything is saved, but what is left of the budget.
#[inline(never)]
unsafe fn parked(m: &mut Machine, budget: i64, reason: WaitReason) {
    m.budget = budget;
    if let Some(next) = m.park(reason) {
        // SAFETY: the kernel answers with coroutines of this machine.
        unsafe { go_with(m, next) }
    }
}

/// The coroutine has returned from its first frame.
///
/// # Safety
/// As for [`go`].
#[inline(never)]
unsafe fn done(pc: *const Instr, base: *mut u64, budget: i64, m: &mut Machine, s: *mut Script) {
    // SAFETY: the caller's promise.
    unsafe { save(pc, base, budget, m, s) };
    if let Some(next) = m.done() {
        // SAFETY: as above.
        unsafe { go_with(m, next) }
    }
}

/// Goes on with another coroutine.
///
/// # Safety
/// It is one of this machine, and nobody else has it.
#[inline(always)]
unsafe fn go_with(m: &mut Machine, next: NonNull<Script>) {
    let s = next.as_ptr();
    m.running = s;
    // SAFETY: the caller's promise. (What a waker has stored to `pc` is the same, and would have to be waited for.)
    unsafe {
        debug_assert_eq!((*s).pc, (*s).after);
        go((*s).after, (*s).base, m.budget, m, s)
    }
}

impl Exec<'_> {
    // ---- operands ------------------------------------------------------------------------------------------------

    // The instruction is in a register: `a` and `c` are shifted out of it. What lies in its middle would have to be cut out, too;
    // it is read from the code. Were all of them, there would be more loads than the processor has ports for.

    #[inline(always)]
    fn a(&self) -> u16 {
        self.i.a()
    }
    #[inline(always)]
    fn b(&self) -> u16 {
        let k = if cfg!(target_endian = "big") { 1 } else { 2 };
        // SAFETY: the third of the four parts of the instruction at `pc`.
        unsafe { *self.pc.cast::<u16>().add(k) }
    }
    #[inline(always)]
    fn c(&self) -> u16 {
        self.i.c()
    }
    #[inline(always)]
    fn bc(&self) -> u32 {
        self.i.bc()
    }
    /// Extension word `k`.
    #[inline(always)]
    unsafe fn ext(&self, k: usize) -> Instr {
        // SAFETY: the instruction has so many, by the table of opcodes.
        unsafe { *self.pc.add(1 + k) }
    }
    /// The instruction behind this one.
    #[inline(always)]
    unsafe fn next(&self) -> *const Instr {
        // SAFETY: functions do not end with an instruction that goes on behind itself.
        unsafe { self.pc.add(1 + self.ext) }
    }

    // ---- registers -----------------------------------------------------------------------------------------------

    /// The address of register `x`.
    #[inline(always)]
    unsafe fn at(&self, x: u16) -> *mut u64 {
        // SAFETY: a register of the frame.
        unsafe { self.base.add(usize::from(x)) }
    }
    #[inline(always)]
    unsafe fn r(&self, x: u16) -> u64 {
        // SAFETY: as above.
        unsafe { *self.at(x) }
    }
    #[inline(always)]
    unsafe fn set(&self, x: u16, value: u64) {
        // SAFETY: as above.
        unsafe { *self.at(x) = value }
    }
    #[inline(always)]
    unsafe fn pair(&self, x: u16) -> [u64; 2] {
        // SAFETY: as above.
        unsafe { [self.r(x), *self.at(x).add(1)] }
    }
    #[inline(always)]
    unsafe fn set_pair(&self, x: u16, value: [u64; 2]) {
        // SAFETY: as above.
        unsafe { self.at(x).cast::<[u64; 2]>().write(value) }
    }
    #[inline(always)]
    unsafe fn triple(&self, x: u16) -> [u64; 3] {
        // SAFETY: as above.
        unsafe { self.at(x).cast::<[u64; 3]>().read() }
    }
    #[inline(always)]
    unsafe fn set_triple(&self, x: u16, value: [u64; 3]) {
        // SAFETY: as above.
        unsafe { self.at(x).cast::<[u64; 3]>().write(value) }
    }
    #[inline(always)]
    unsafe fn f(&self, x: u16) -> f64 {
        // SAFETY: as above.
        f64::from_bits(unsafe { self.r(x) })
    }
    #[inline(always)]
    unsafe fn f32(&self, x: u16) -> f32 {
        // SAFETY: as above.
        f32::from_bits(unsafe { self.r(x) } as u32)
    }
    /// The function of the frame.
    #[inline(always)]
    unsafe fn func(&self) -> u32 {
        // SAFETY: the header of the frame.
        unsafe { *self.base.sub(3) as u32 }
    }
    /// The coroutine. Its `pc` and `base` may be old: see [`save`](Self::save).
    #[inline(always)]
    #[allow(clippy::mut_from_ref)]
    unsafe fn s<'s>(&self) -> &'s mut Script {
        // SAFETY: nobody else has the running coroutine, and no handler keeps this across another call.
        unsafe { &mut *self.s }
    }

    // ---- checks --------------------------------------------------------------------------------------------------

    /// The pointer in register `x`, which must not be nil.
    #[inline(always)]
    unsafe fn non_nil(&self, x: u16) -> Result<u64, Trap> {
        // SAFETY: a register of the frame.
        match unsafe { self.r(x) } {
            0 => Err(Trap::Nil),
            address => Ok(address),
        }
    }
    /// The address of an element of the slice at register `slice`.
    #[inline(always)]
    unsafe fn element(&self, slice: u16, index: u16, size: u64) -> Result<u64, Trap> {
        // SAFETY: registers of the frame.
        unsafe { self.element_at(slice, self.r(index), size) }
    }
    /// The same for an index that is in no register.
    #[inline(always)]
    unsafe fn element_at(&self, slice: u16, index: u64, size: u64) -> Result<u64, Trap> {
        // SAFETY: registers of the frame.
        let [address, len] = unsafe { self.pair(slice) };
        if index >= len {
            return Err(Trap::Index(index, len));
        }
        Ok(address.wrapping_add(index.wrapping_mul(size)))
    }
    /// The address of an element of the array in the cell at register `array`; its length is extension word 0.
    #[inline(always)]
    unsafe fn array_element(&self, array: u16, index: u16, size: u64) -> Result<u64, Trap> {
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
    fn pace(&mut self) {
        if self.m.heap.should_collect() && self.budget >= 0 {
            self.m.aside += self.budget;
            self.budget = 0;
        }
    }

    // ---- control -------------------------------------------------------------------------------------------------

    /// Writes the state to where everyone can see it.
    #[inline(always)]
    unsafe fn save(&mut self) {
        // SAFETY: the running coroutine.
        unsafe { save(self.pc, self.base, self.budget, self.m, self.s) }
    }
    /// Writes the state to where those look who tell what happens, if someone watches.
    #[inline(always)]
    unsafe fn save_if_watched(&mut self) {
        if self.m.is_watched() {
            // SAFETY: as above.
            unsafe { self.save() }
        }
    }
    /// Stops the coroutine at this instruction.
    #[inline(always)]
    unsafe fn leave(&mut self, step: Step) -> Outcome {
        // SAFETY: as above.
        unsafe { self.save() };
        self.m.stop(step);
        Ok(Flow::Leave)
    }
    /// Yields a system call at this instruction.
    #[inline(always)]
    unsafe fn yields(&mut self, call: SystemCall) -> Outcome {
        self.m.call = call;
        // SAFETY: as below.
        unsafe { self.yields_call() }
    }
    /// Yields `Machine::call` at this instruction.
    #[inline(always)]
    unsafe fn yields_call(&mut self) -> Outcome {
        // SAFETY: the invariants at the head of this file.
        unsafe { yields(self.pc, self.base, self.budget, self.m, self.s, self.next()) };
        Ok(Flow::Leave)
    }
    /// Parks the coroutine at this instruction: it has queued itself. If the machine may, it hands the turn to the next one
    /// without asking the kernel.
    #[inline(always)]
    unsafe fn park(&mut self, reason: WaitReason) -> Outcome {
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
    unsafe fn yield_turn(&mut self) -> Outcome {
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
    unsafe fn may_hand_over(&self) -> bool {
        let next = self.m.conc.ready.first();
        // SAFETY: what is in the queue is live.
        self.m.lent > 0 && !next.is_null() && unsafe { matches!((*next).owner.state, State::Ready) }
    }
    /// The first coroutine that is ready has its turn; there is one.
    #[inline(always)]
    unsafe fn hand_over(&mut self) -> Outcome {
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
    unsafe fn rest(&mut self, handler: Handler) -> Outcome {
        // SAFETY: nothing has been done yet.
        unsafe { handler(self.pc, self.base, self.budget, self.m, self.s, self.i) };
        Ok(Flow::Leave)
    }
    /// The coroutine has returned from its first frame.
    #[inline(always)]
    unsafe fn done(&mut self) -> Outcome {
        // SAFETY: as above.
        unsafe { done(self.pc, self.base, self.budget, self.m, self.s) };
        Ok(Flow::Leave)
    }
    /// A jump.
    #[inline(always)]
    unsafe fn jump(&mut self, by: i32) -> Outcome {
        // SAFETY: jumps lead to instructions of the function.
        self.pc = unsafe { self.next().offset(by as isize) };
        Ok(Flow::Here)
    }
    /// A jump by operand `c`.
    #[inline(always)]
    unsafe fn jump_if(&mut self, condition: bool) -> Outcome {
        if condition {
            // SAFETY: as above.
            return unsafe { self.jump(i32::from(self.c() as i16)) };
        }
        Ok(Flow::Next)
    }
    /// A back-edge by operand `c`.
    #[inline(always)]
    unsafe fn loop_if(&mut self, condition: bool) -> Outcome {
        if condition {
            // SAFETY: as above.
            return unsafe { self.back_edge(i32::from(self.c() as i16)) };
        }
        Ok(Flow::Next)
    }
    /// A jump that spends one of the budget.
    #[inline(always)]
    unsafe fn back_edge(&mut self, by: i32) -> Outcome {
        // SAFETY: as above.
        unsafe {
            self.pc = self.next().offset(by as isize);
            self.spend()
        }
    }
    /// Goes on at `pc`, after one of the budget is spent: a safepoint.
    #[inline(always)]
    unsafe fn spend(&mut self) -> Outcome {
        self.budget -= 1;
        if self.budget < 0 {
            // SAFETY: the invariants at the head of this file.
            unsafe { checkpoint(self.pc, self.base, self.budget, self.m, self.s) };
            return Ok(Flow::Leave);
        }
        Ok(Flow::Here)
    }
    /// Enters function `func` with the window at register `window`; it returns behind this instruction.
    #[inline(always)]
    unsafe fn enter(&mut self, window: u16, func: u32, closure: Option<u64>) -> Outcome {
        let window = usize::from(window) + 3;
        // SAFETY: functions have entries; a frame fits between `new` and the limit, or the stack grows before anything
        // is written.
        unsafe {
            let entry = &*self.m.program.entries().add(func as usize);
            let (regs, new) = (entry.regs as usize, self.base.add(window));
            if new.add(regs) > (*self.s).limit {
                grow(self.pc, self.base, self.budget, self.m, self.s, new.add(regs));
                return Ok(Flow::Leave);
            }
            *new.sub(3) = u64::from(func);
            *new.sub(2) = window as u64;
            *new.sub(1) = self.next() as u64;
            if let Some(closure) = closure {
                let own = usize::from(entry.results) + usize::from(entry.params);
                if regs > own {
                    *new.add(own) = closure;
                }
            }
            self.base = new;
            self.pc = entry.code;
            self.spend()
        }
    }
    /// Goes on as function `func` in the innermost frame, which keeps its caller, and what the unwinder knows of it.
    #[inline(always)]
    unsafe fn go_on_as(&mut self, func: u32) -> Outcome {
        // SAFETY: functions have entries; the frame fits below the limit, or the stack grows before anything is written.
        unsafe {
            let entry = &*self.m.program.entries().add(func as usize);
            let top = self.base.add(entry.regs as usize);
            if top > (*self.s).limit {
                grow(self.pc, self.base, self.budget, self.m, self.s, top);
                return Ok(Flow::Leave);
            }
            // The low half of the header's first word.
            self.base.sub(3).cast::<u32>().write(func);
            self.pc = entry.code;
            self.spend()
        }
    }
    /// Returns to the caller.
    #[inline(always)]
    unsafe fn ret(&mut self) -> Outcome {
        // SAFETY: the header of the frame.
        unsafe {
            self.pc = *self.base.sub(1) as *const Instr;
            self.base = self.base.sub(*self.base.sub(2) as usize);
        }
        Ok(Flow::Here)
    }
    /// The end of every handler.
    #[inline(always)]
    unsafe fn finish(self, outcome: Outcome) {
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
