//! Which pointer registers are alive where: the collector's view of frames.
//!
//! A register is a root iff it can be read, before it is written, on some way from the frame's `pc` on. That is worked out
//! per function by a backward pass over its bytecode, the first time the collector meets a frame of it.
//!
//! Invariants
//! - Only registers of class Pointer and IfaceData count. What is alive has been written, because the compiler assigns
//!   before it reads on every path; so stale contents of dead registers are never looked at.
//! - A function that defers can leave any instruction that may panic for `defer_exit`; what is alive there is alive at
//!   such instructions.
//! - The registers at and above the window of the call that a frame is executing are not alive in it: the results are not
//!   written yet, and the arguments belong to the callee.

use super::coroutine::{NativeStacks, mark_words, scratch_register};
use super::program::Program;
use super::script::{AFTER_DEFER, COMPILE, Script, frame_flags};
use crate::bytecode::effects::{effects, successors};
use crate::bytecode::{FuncFlags, FuncId, Function, Op, RegClass, Stands};
use crate::heap::Marker;

/// Live registers before each instruction of one function.
struct Liveness {
    /// 64-bit words of a set.
    words: usize,
    /// One set per code word.
    sets: Vec<u64>,
    /// Where the code was when the sets were made: a function that is compiled anew is analysed anew.
    code: usize,
}

/// The analyses made so far, by function.
#[derive(Default)]
pub(super) struct LivenessCache {
    functions: Vec<Option<Liveness>>,
}

impl LivenessCache {
    /// Reports the roots of a coroutine.
    pub(super) fn roots(
        &mut self,
        program: &Program,
        stacks: &NativeStacks,
        s: &Script,
        marker: &mut Marker<'_>,
    ) {
        if let Some(unwinding) = &s.unwinding {
            unwinding.roots(marker);
        }
        for frame in s.frames() {
            let f = program.function(frame.func);
            if f.flags.has(FuncFlags::NATIVE)
                && let Some(id) = s.native_at(s.offset(frame.base))
            {
                let ty = stacks.scratch(id);
                let n = usize::from(program.rtypes.get(ty).slots);
                // SAFETY: the scratch registers hold a value of the type, or zeros.
                let words = unsafe {
                    std::slice::from_raw_parts(frame.base.add(usize::from(scratch_register(f))), n)
                };
                mark_words(&program.rtypes, ty, words, marker);
            }
            let live = self.of(program, frame.func, f);
            let code = f.code.as_ptr() as usize;
            // Where a frame begins, its function may or may not have code yet.
            let beginning = frame.pc.is_null() || std::ptr::eq(frame.pc, COMPILE.as_ptr());
            let at = if beginning { 0 } else { (frame.pc as usize).wrapping_sub(code) / 8 };
            // A frame that the unwinder has called from does not go on where it was, but at `defer_exit` if at all.
            let left = std::ptr::eq(frame.pc, AFTER_DEFER.as_ptr());
            debug_assert!(left || at < f.code.len(), "{}: pc outside of the code", f.name);
            let set = if left { &[][..] } else { &live.sets[at * live.words..(at + 1) * live.words] };
            // A call that is being executed can panic, and the frame goes on at `defer_exit` then. Not so while what the
            // function needs is initialised, above a frame that has done nothing yet, and whose registers hold anything.
            let exit = (f.flags.has(FuncFlags::DEFERS) && frame.window != usize::MAX && at != 0)
                .then(|| &live.sets[f.defer_exit as usize * live.words..][..live.words]);
            // What deferred calls will need that are open-coded: a panic can make them at any time.
            let stands = if frame.window == usize::MAX { Stands::At } else { Stands::Calls };
            if !f.open.is_empty() && frame.flags & frame_flags::RECORDED == 0 {
                for site in f.outstanding(frame.pc, stands) {
                    for reg in usize::from(site.base)..usize::from(site.base + site.n) {
                        // SAFETY: the operands of what is outstanding have been written.
                        unsafe { mark_register(f, frame.base, reg, marker) };
                    }
                }
            }
            for i in 0..live.words {
                let mut bits = set.get(i).copied().unwrap_or(0) | exit.map_or(0, |set| set[i]);
                while bits != 0 {
                    let reg = i * 64 + bits.trailing_zeros() as usize;
                    bits &= bits - 1;
                    if reg >= frame.window {
                        break;
                    }
                    // SAFETY: the register belongs to the frame, and has been written, because it is alive.
                    unsafe { mark_register(f, frame.base, reg, marker) };
                }
            }
        }
    }

    fn of(&mut self, program: &Program, id: FuncId, f: &Function) -> &Liveness {
        let index = id.0 as usize;
        if self.functions.len() <= index {
            self.functions.resize_with(index + 1, || None);
        }
        let code = f.code.as_ptr() as usize;
        if self.functions[index].as_ref().is_some_and(|l| l.code != code) {
            self.functions[index] = None;
        }
        self.functions[index].get_or_insert_with(|| analyse(program, f, false))
    }
}

/// Reports what is in a register, if it is a root.
///
/// # Safety
/// The register of the frame of `f` at `base` has been written; if it holds the data of an interface, so has the one before.
unsafe fn mark_register(f: &Function, base: *const u64, reg: usize, marker: &mut Marker<'_>) {
    // SAFETY: the caller's promise.
    unsafe {
        let value = *base.add(reg);
        match f.classes[reg] {
            RegClass::Pointer => marker.pointer(value),
            RegClass::IfaceData => marker.iface(*base.add(reg - 1), value),
            RegClass::Scalar => {}
        }
    }
}

/// Instructions that cannot panic, for functions that defer.
fn cannot_panic(op: Op) -> bool {
    matches!(
        op,
        Op::Nop
            | Op::Move
            | Op::Move2
            | Op::Move3
            | Op::MoveN
            | Op::LoadInt
            | Op::LoadConst
            | Op::LoadString
            | Op::Zero
            | Op::GlobalAddr
            | Op::LoadGlobal
            | Op::LoadFunc
            | Op::LoadCapture
            | Op::LoadCapture2
            | Op::LoadCapture3
            | Op::LoadCaptureN
            | Op::New
            | Op::NewPlain
            | Op::NewScanned
            | Op::Jump
            | Op::FrameToken
    )
}

/// Which registers of a function, scalars too, may be read before they are written from the instruction at `at` on.
pub(super) fn alive_at(program: &Program, f: &Function, at: usize) -> Vec<bool> {
    let live = analyse(program, f, true);
    let set = &live.sets[at * live.words..(at + 1) * live.words];
    (0..usize::from(f.regs)).map(|r| set[r / 64] >> (r % 64) & 1 != 0).collect()
}

/// The analysis of a function: of registers that are no scalars, or of all.
fn analyse(program: &Program, f: &Function, all: bool) -> Liveness {
    let words = usize::from(f.regs).div_ceil(64).max(1);
    let len = f.code.len();
    let mut sets = vec![0u64; words * len];
    let mask: Vec<u64> = {
        let mut mask = vec![0; words];
        for (r, class) in f.classes.iter().enumerate() {
            if all || *class != RegClass::Scalar {
                mask[r / 64] |= 1 << (r % 64);
            }
        }
        mask
    };
    if !f.is_compiled() {
        // Nothing has run: the parameters are there, and the closure behind them if there is one.
        let closure = usize::from(f.flags.has(FuncFlags::CLOSURE));
        for r in usize::from(f.results)..usize::from(f.results + f.params) + closure {
            sets[r / 64] |= 1 << (r % 64) & mask[r / 64];
        }
        return Liveness { words, sets, code: f.code.as_ptr() as usize };
    }
    let mut starts = Vec::new();
    let mut pc = 0;
    while pc < len {
        starts.push(pc);
        pc += 1 + usize::from(f.code[pc].op().info().ext);
    }
    let defers = f.flags.has(FuncFlags::DEFERS);
    let mut changed = true;
    while changed {
        changed = false;
        for &pc in starts.iter().rev() {
            let mut live = vec![0u64; words];
            let mut join = |at: usize| {
                if at < len {
                    for (w, &s) in live.iter_mut().zip(&sets[at * words..(at + 1) * words]) {
                        *w |= s;
                    }
                }
            };
            successors(f, pc, &mut join);
            let exceptional = defers && !cannot_panic(f.code[pc].op());
            let mut reads: Vec<(u16, u16)> = Vec::new();
            let mut writes: Vec<(u16, u16)> = Vec::new();
            effects(f, pc, program, |r| reads.push(r), |w| writes.push(w));
            for (first, n) in writes {
                for r in usize::from(first)..usize::from(first) + usize::from(n) {
                    if let Some(w) = live.get_mut(r / 64) {
                        *w &= !(1 << (r % 64));
                    }
                }
            }
            if exceptional {
                let at = f.defer_exit as usize;
                for (w, &s) in live.iter_mut().zip(&sets[at * words..(at + 1) * words]) {
                    *w |= s;
                }
            }
            for (first, n) in reads {
                for r in usize::from(first)..usize::from(first) + usize::from(n) {
                    if let Some(w) = live.get_mut(r / 64) {
                        *w |= 1 << (r % 64);
                    }
                }
            }
            for ((w, &m), s) in live.iter_mut().zip(&mask).zip(&mut sets[pc * words..(pc + 1) * words]) {
                *w &= m;
                changed |= *w != *s;
                *s = *w;
            }
        }
    }
    Liveness { words, sets, code: f.code.as_ptr() as usize }
}

/// A register that is no scalar, and is not filled by the caller, but may be read before it is written: what lies there is nothing to
/// collect by.
#[cfg(debug_assertions)]
pub(super) fn read_before_written(program: &Program, f: &Function) -> Option<usize> {
    let live = analyse(program, f, false);
    let closure = u16::from(f.flags.has(FuncFlags::CLOSURE));
    let filled = usize::from(f.results)..usize::from(f.results + f.params + closure);
    (0..usize::from(f.regs)).find(|r| live.sets[r / 64] >> (r % 64) & 1 != 0 && !filled.contains(r))
}
