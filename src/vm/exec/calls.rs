//! Calls that are not on the fast path: natives, closures, frames that the machine itself pushes.

use crate::bytecode::{FRAME_HEADER, FuncId, Instr};
use crate::heap::{LayoutId, closure};
use crate::native::{NativeOutcome, Unwind};
use crate::vm::cx::{NativeCx, Thrown};
use crate::vm::machine::{Machine, Step, stack_overflow};
use crate::vm::script::Script;

/// Calls native `id`; its window holds results and arguments.
#[inline]
pub(super) fn native(
    m: &mut Machine,
    id: u32,
    window: &mut [u64],
    results: u16,
) -> Result<NativeOutcome, Unwind> {
    let function = m.program.native_fn(id);
    let mut cx = NativeCx::new(
        window,
        usize::from(results),
        &mut m.heap,
        &mut m.program,
        &mut *m.host,
        &mut m.natives,
        &mut m.conc,
    );
    function(&mut cx)
}

/// A new closure.
///
/// # Safety
/// `from` is the first of `n` registers to capture; the layout describes such a closure.
pub(super) unsafe fn make_closure(
    m: &mut Machine,
    func: u32,
    layout: u32,
    from: *const u64,
    n: u16,
) -> Result<u64, Thrown> {
    let made = closure::make(&mut m.heap, LayoutId(layout), func, u64::from(n))?;
    for i in 0..usize::from(n) {
        // SAFETY: the closure has room for `n` captures.
        unsafe { closure::set_capture(made, i as u64, *from.add(i)) };
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
        if new.add(entry.regs as usize) > s.limit {
            if s.grow(new, entry.regs as usize, m.config.max_stack).is_err() {
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
        let own = results + usize::from(entry.params);
        if entry.regs as usize > own {
            *new.add(own) = closure;
        }
        s.base = new;
        s.pc = entry.code;
    }
    None
}
