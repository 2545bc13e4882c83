//! Stacks as text: which functions a coroutine is in, and where.

use super::go_runtime;
use super::machine::Machine;
use super::script::{AFTER_DEFER, Frame, Script};
use crate::bytecode::{FuncFlags, FuncId, Function, Instr};
use crate::source::Span;

/// One line of a trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceLine {
    /// The function, as Go prints it: `main.(*T).m`.
    pub function: String,
    /// Where it is.
    pub span: Span,
    /// It has parameters.
    pub params: bool,
}

impl Machine {
    /// The frames of a coroutine, innermost first, wrappers left out; at most `limit`, half of them from each end.
    pub fn trace(&self, s: &Script, limit: usize) -> Vec<TraceLine> {
        let mut lines = Vec::new();
        let total = s.frames().count();
        for (i, frame) in s.frames().enumerate() {
            if total > limit && i >= limit / 2 && i < total - limit / 2 {
                if i == limit / 2 {
                    let function = format!("...{} frames elided...", total - limit / 2 * 2);
                    lines.push(TraceLine { function, span: Span::NONE, params: false });
                }
                continue;
            }
            let f = self.program.function(frame.func);
            if f.flags.has_any(FuncFlags::WRAPPER | FuncFlags::RECORDS) {
                continue;
            }
            let at = stands_at(s, &frame, f, i == 0);
            lines.extend(self.visible(f, at, f.span_at(at)));
        }
        lines
    }

    /// The functions, innermost first, whose code the instruction at `at` of `f` is, which stands at `span`; no wrappers.
    fn visible<'m>(&'m self, f: &'m Function, at: usize, span: Span) -> impl Iterator<Item = TraceLine> + 'm {
        let mut inside = span;
        let parts = f.in_place_at(at).map(|part| (self.program.function(part.func), part.call));
        let all =
            parts.chain([(f, Span::NONE)]).map(move |(f, call)| (f, std::mem::replace(&mut inside, call)));
        let shown = move |f: &Function, outermost: &Function| {
            std::ptr::eq(f, outermost) || !f.flags.has(FuncFlags::WRAPPER)
        };
        all.filter(move |(part, _)| shown(part, f)).map(|(f, span)| TraceLine {
            function: f.name.clone(),
            span,
            params: f.params > 0,
        })
    }

    /// The functions that a coroutine is in, innermost first, wrappers too, and the position in each.
    pub(super) fn all_places<'m>(&'m self, s: &'m Script) -> impl Iterator<Item = (FuncId, Span)> + 'm {
        s.frames().enumerate().flat_map(move |(i, frame)| {
            let f = self.program.function(frame.func);
            let at = stands_at(s, &frame, f, i == 0);
            let parts = f.in_place_at(at).map(|part| (part.func, Some(part.call)));
            // Each part stands where the one inside it is called.
            let mut inside = None;
            parts.chain([(frame.func, None)]).map(move |(func, call)| {
                let span = inside.take().unwrap_or_else(|| f.span_near(at));
                inside = call;
                (func, span)
            })
        })
    }

    /// The number of the place where the innermost frame stands, wrappers left out: the function's number and one in the high half,
    /// in the low half the instruction, how many functions made in place to pass over, and a bit that is set, so that one less
    /// is the same place. 0 if there is no such frame.
    pub(crate) fn place_number(&self, s: &Script) -> u64 {
        self.place_among(s, FuncFlags::WRAPPER)
    }

    /// The same of the frame that is `skip` levels above, where functions made in place have frames, too, and those of Go's
    /// runtime.
    pub(crate) fn place_above(&self, s: &Script, mut skip: u32) -> u64 {
        for (i, frame) in s.frames().enumerate() {
            if std::ptr::eq(frame.pc, AFTER_DEFER.as_ptr()) {
                let between = s.between_panic(s.offset(frame.base));
                if let Some(&found) = between.get(skip as usize) {
                    return go_runtime::place(found);
                }
                skip -= between.len() as u32;
            }
            let f = self.program.function(frame.func);
            if f.flags.has(FuncFlags::WRAPPER) {
                continue;
            }
            let at = stands_at(s, &frame, f, i == 0);
            let levels = self.visible(f, at, Span::NONE).count() as u32;
            if skip < levels {
                return place(frame.func, at, skip);
            }
            skip -= levels;
        }
        let bottom = go_runtime::bottom(self.natives.goroutine == 1);
        bottom.get(skip as usize).map_or(0, |&found| go_runtime::place(found))
    }

    /// The numbers of the places of a coroutine that is not running, innermost first, and those of Go's runtime below them.
    pub(crate) fn places(&self, s: &Script, is_main: bool, limit: usize) -> Vec<u64> {
        let mut places = Vec::new();
        for (i, frame) in s.frames().enumerate() {
            let f = self.program.function(frame.func);
            if !f.flags.has(FuncFlags::WRAPPER) {
                let at = stands_at(s, &frame, f, i == 0);
                let levels = self.visible(f, at, Span::NONE).count() as u32;
                places.extend((0..levels).map(|level| place(frame.func, at, level)));
            }
            if places.len() >= limit {
                break;
            }
        }
        places.extend(go_runtime::bottom(is_main).iter().map(|&found| go_runtime::place(found)));
        places.truncate(limit);
        places
    }

    /// The same of the innermost frame that is of the program, or of a package that does not keep the tasks' records.
    pub(crate) fn user_place_number(&self, s: &Script) -> u64 {
        self.place_among(s, FuncFlags::WRAPPER | FuncFlags::RECORDS)
    }

    /// The same of the program's own code; 0 if there is none.
    pub(crate) fn program_place_number(&self, s: &Script) -> u64 {
        self.place_among(s, FuncFlags::WRAPPER | FuncFlags::LIBRARY)
    }

    fn place_among(&self, s: &Script, but: FuncFlags) -> u64 {
        for (i, frame) in s.frames().enumerate() {
            let f = self.program.function(frame.func);
            if !f.flags.has_any(but) {
                return place(frame.func, stands_at(s, &frame, f, i == 0), 0);
            }
        }
        0
    }

    /// The functions that a coroutine is in, innermost first, and the instruction in each; no wrappers.
    pub(super) fn instructions<'m>(&'m self, s: &'m Script) -> impl Iterator<Item = (FuncId, u32)> + 'm {
        s.frames().enumerate().filter_map(move |(i, frame)| {
            let f = self.program.function(frame.func);
            let shown = !f.flags.has(FuncFlags::WRAPPER);
            shown.then(|| (frame.func, stands_at(s, &frame, f, i == 0) as u32))
        })
    }

    /// The function and source position of an instruction.
    pub(crate) fn instruction(&self, func: FuncId, at: u32) -> (&str, Span) {
        let f = self.program.function(func);
        let at = (at as usize).min(f.code.len());
        (&self.whose(f, at).name, f.span_near(at))
    }

    /// The function and source position of a place that [`place_number`](Self::place_number) gave.
    pub(crate) fn place_of(&self, number: u64) -> Option<TraceLine> {
        let func = (number >> 32).checked_sub(1)?;
        if func >= self.program.function_count() as u64 {
            return None;
        }
        let f = self.program.function(FuncId(func as u32));
        let low = number as u32;
        if low == 0 {
            // Where the function begins, not its first statement.
            return Some(TraceLine { function: f.name.clone(), span: f.span, params: f.params > 0 });
        }
        let (at, level) = ((low >> (LEVEL_BITS + 1)) as usize, (low >> 1 & LEVELS) as usize);
        let at = at.min(f.code.len());
        self.visible(f, at, f.span_near(at)).nth(level)
    }

    /// The function whose code an instruction of `f` is.
    fn whose<'m>(&'m self, f: &'m Function, at: usize) -> &'m Function {
        f.in_place_at(at).next().map_or(f, |part| self.program.function(part.func))
    }

    /// The function of a place that is not 0.
    pub(crate) fn function_of(&self, number: u64) -> FuncId {
        FuncId(((number >> 32) as u32).saturating_sub(1))
    }
}

/// Bits of a place's number for the functions made in place that it passes over.
const LEVEL_BITS: u32 = 4;
const LEVELS: u32 = (1 << LEVEL_BITS) - 1;

/// The number of a place.
fn place(func: FuncId, at: usize, level: u32) -> u64 {
    let low = (at as u32) << (LEVEL_BITS + 1) | level.min(LEVELS) << 1 | 1;
    (u64::from(func.0) + 1) << 32 | u64::from(low)
}

/// Which instruction of its function a frame stands at. The return address of a call is behind it.
fn stands_at(s: &Script, frame: &Frame, f: &Function, innermost: bool) -> usize {
    if frame.pc.is_null() {
        return 0;
    }
    // A frame that the unwinder called from stands where it panicked.
    let called = std::ptr::eq(frame.pc, AFTER_DEFER.as_ptr());
    let panicked = called.then(|| s.panicked_at(s.offset(frame.base))).flatten();
    let pc = panicked.unwrap_or(frame.pc);
    let at = (pc as usize).wrapping_sub(f.code.as_ptr() as usize) / size_of::<Instr>();
    let at = if innermost || panicked.is_some() { at } else { at.saturating_sub(1) };
    at.min(f.code.len())
}
