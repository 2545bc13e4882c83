//! Calls that are not on the fast path: natives, closures, frames that the machine itself pushes.

use crate::bytecode::{FRAME_HEADER, FuncId, Instr};
use crate::heap::{Heap, LayoutId, RTypeId, closure, mem};
use crate::native::NativeOutcome;
use crate::vm::cx::{NativeCx, Thrown};
use crate::vm::machine::{Machine, Step, stack_overflow};
use crate::vm::script::Script;

/// What a native has done.
pub(super) enum Called {
    /// Everything.
    Done,
    /// It yields `Machine::call`.
    Block,
    /// It throws `Machine::thrown`.
    Throw,
}

/// Calls native `id`; its window, at register `window`, holds results and arguments by the function type `ty`.
///
/// # Safety
/// The window lies in the frame at `base`.
#[inline(never)]
pub(super) unsafe fn native(m: &mut Machine, id: u32, ty: RTypeId, window: *mut u64) -> Called {
    if m.profile.is_some() {
        // SAFETY: the caller's promise.
        return unsafe { measured_native(m, id, ty, window) };
    }
    // SAFETY: as above.
    unsafe { call_native(m, id, ty, window) }
}

/// The same, while time is measured.
#[cold]
unsafe fn measured_native(m: &mut Machine, id: u32, ty: RTypeId, window: *mut u64) -> Called {
    let began = m.begins();
    // SAFETY: as above.
    let called = unsafe { call_native(m, id, ty, window) };
    m.ends(began, None);
    called
}

#[inline(always)]
unsafe fn call_native(m: &mut Machine, id: u32, ty: RTypeId, window: *mut u64) -> Called {
    let (results, params) = m.program.signature_slots(ty);
    // SAFETY: the caller's promise, and the verifier's.
    let window =
        unsafe { std::slice::from_raw_parts_mut(window, usize::from(results) + usize::from(params)) };
    let function = m.program.native_fn(id);
    let mut cx = NativeCx::new(
        (id, ty),
        window,
        usize::from(results),
        &mut m.heap,
        &mut m.program,
        &mut *m.host,
        &mut m.natives,
        &mut m.conc,
    );
    match function(&mut cx) {
        Ok(NativeOutcome::Done) => Called::Done,
        Ok(NativeOutcome::Block(call)) => {
            m.call = call;
            Called::Block
        }
        Err(unwind) => {
            m.thrown = Some(unwind.into());
            Called::Throw
        }
    }
}

/// A new closure.
///
/// # Safety
/// `from` is the first of `n` registers to capture; the layout describes such a closure.
pub(in crate::vm) unsafe fn make_closure(
    heap: &mut Heap,
    func: u32,
    layout: u32,
    from: *const u64,
    n: u16,
) -> Result<u64, Thrown> {
    let made = closure::make(heap, LayoutId(layout), func, u64::from(n))?;
    // SAFETY: the closure has room for `n` captures.
    unsafe {
        match n {
            1 => closure::set_capture(made, 0, *from),
            2 => mem::store::<[u64; 2]>(closure::capture_addr(made, 0), from.cast::<[u64; 2]>().read()),
            _ => mem::copy(closure::capture_addr(made, 0), from as u64, 8 * u64::from(n)),
        }
    }
    Ok(made)
}

/// Pushes a frame that the machine itself calls, above all registers of the innermost one; it returns to `ret`. Gives nothing, or
/// why it could not.
///
/// # Safety
/// `func` is a function of the program that takes these parameters; `window` is at or above the registers in use.
#[allow(clippy::too_many_arguments)]
pub(in crate::vm) unsafe fn push_frame(
    m: &Machine,
    s: &mut Script,
    window: u16,
    func: FuncId,
    closure: u64,
    params: &[u64],
    ret: *const Instr,
    flags: u64,
) -> Option<Step> {
    // SAFETY: the caller's promise; the stack is grown to hold the frame.
    unsafe {
        let entry = *m.program.entries().add(func.0 as usize);
        let distance = usize::from(window) + usize::from(FRAME_HEADER);
        let mut new = s.base.add(distance);
        if new.add(usize::from(entry.regs)) > s.limit {
            if s.grow(new, usize::from(entry.regs), m.natives.stack.slots).is_err() {
                return Some(stack_overflow());
            }
            new = s.base.add(distance);
        }
        *new.sub(3) = u64::from(func.0) | flags;
        *new.sub(2) = distance as u64;
        *new.sub(1) = ret as u64;
        let results = usize::from(entry.results);
        for (i, &word) in params.iter().enumerate() {
            *new.add(results + i) = word;
        }
        if let Ok(own) = usize::try_from(entry.closure) {
            *new.add(own) = closure;
        }
        s.base = new;
        s.pc = entry.code;
    }
    None
}

/// Calls a deferred closure on top of the innermost frame, which stands at the instruction that runs what else is deferred.
///
/// # Safety
/// `closure` is a live closure without parameters.
pub(super) unsafe fn deferred(m: &mut Machine, s: &mut Script, closure: u64) {
    // SAFETY: the header of the innermost frame names its function; the new frame begins above its registers.
    unsafe {
        let (func, current) = (FuncId(closure::func(closure)), *s.base.sub(3) as u32);
        let regs = (*m.program.entries().add(current as usize)).regs;
        m.step = push_frame(m, s, regs, func, closure, &[], s.pc, 0);
    }
    m.charge(1);
    if m.budget < 0 && m.step.is_none() {
        m.step = m.checkpoint_in(s);
    }
}
