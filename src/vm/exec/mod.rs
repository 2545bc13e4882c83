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
mod state;

pub(super) use calls::{make_closure, push_frame};
pub(crate) use conc::owner;
pub(super) use conc::{GROUP_ADDED, Sent, TIMER_CHAN, chan_ready, close as close_chan, recv, send};
pub(super) use data::store_value;
use state::Exec;

use std::ptr::NonNull;

use super::cx::Thrown;
use super::machine::{Machine, Step, stack_overflow};
use super::panics;
use super::script::{Memory, Script, State};
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
    // SAFETY: nobody else has the coroutine.
    m.step = m.checkpoint_in(unsafe { &mut *s });
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
        if m.is_too_deep(&*s) {
            m.step = Some(stack_overflow());
            return;
        }
        match (*s).grow(top, 0, m.natives.stack.slots) {
            Ok(memory) => m.has_grown(&*s, matches!(memory, Memory::Fresh)),
            Err(_) => m.step = Some(stack_overflow()),
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
