//! Deferred calls, panics, recover and Goexit.
//!
//! A panic does not take frames away. The unwinder runs the deferred calls on top of the frame that panicked, innermost
//! frame first; when one of them has recovered, the stack is cut back to the frame that owns the deferred call, which
//! goes on at its function's `defer_exit`: that runs what else it has deferred, and returns.
//!
//! Invariants
//! - `defers` is ordered by owner, the innermost frame last, and within a frame by time. All owners are live frames.
//! - `panics` is ordered by time: the last is the one that is being unwound. Earlier ones were being unwound when a
//!   deferred call panicked in turn (or are being recovered right now).
//! - `natives` is ordered by frame, the innermost last. One whose frame lies above the owner of the next deferred call is told
//!   to unwind before that runs.
//! - `recover` gives the value of the last panic, in the function that the unwinder called for it, and nowhere else.
//!   `runtime.Goexit` is an entry of `panics` that recover does not see.

use smallvec::SmallVec;

use super::coroutine::{NativeFrame, Unwound};
use super::cx::Thrown;
use super::exec;
use super::go_runtime;
use super::inspect::PanicCause;
use super::machine::{Machine, Step};
use super::panics;
use super::script::{AFTER_DEFER, Script, frame_flags};
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, Instr, Stands};
use crate::heap::{Kind, Marker, RTypeId, Str, closure, equal_strings, mem};

/// What follows the messages of a nil dereference.
const SIGNAL: &str = "[signal SIGSEGV: segmentation violation]";

/// A deferred call: a closure without parameters.
#[derive(Clone, Copy)]
struct Deferred {
    /// Offset of the frame that owns it.
    frame: u32,
    closure: u64,
}

/// A panic, or a Goexit, that is being unwound.
struct Panic {
    /// The value, as an interface.
    ty: u64,
    word: u64,
    goexit: bool,
    recovered: bool,
    /// Offset of the frame that panicked, and its instruction.
    raised: u32,
    stands: Stands,
    /// Offset of the innermost frame that may have open-coded defers outstanding.
    searched: u32,
    at: *const Instr,
    /// Offset of the frame of the deferred call that runs for it, and of that call's owner.
    running: u32,
    owner: u32,
    /// What its `Error` or `String` method gave, once nobody can recover it any more.
    text: Option<Vec<u8>>,
    /// A run-time error for a nil dereference prints one line more.
    signal: bool,
    /// What it is about, for reports.
    cause: Option<Box<PanicCause>>,
    /// What Go's runtime has between the frame that panicked and what it calls.
    between: &'static [u8],
}

/// The deferred calls and panics of a coroutine.
#[derive(Default)]
pub(super) struct Unwinding {
    /// Most coroutines never defer more calls at a time, and find them where the rest is.
    defers: SmallVec<[Deferred; 4]>,
    panics: Vec<Panic>,
    /// The native coroutines that have been started and are not over.
    natives: Vec<NativeFrame>,
    /// While the texts of the panics are collected before the program dies: where that stands.
    asking: Option<Asking>,
}

/// The texts of panics are being collected, the newest first.
#[derive(Clone, Copy)]
struct Asking {
    /// Which one is being asked.
    index: usize,
    /// How many there were when nobody could recover them any more. Those behind are panics of the methods.
    count: usize,
}

impl Unwinding {
    /// Forgets everything, for another life. Whether it is worth keeping.
    pub(super) fn retire(&mut self) -> bool {
        self.defers.clear();
        self.panics.clear();
        self.natives.clear();
        self.asking = None;
        self.defers.capacity() <= 16 && self.panics.capacity() == 0 && self.natives.capacity() == 0
    }

    /// Whether the last thing that happened is a Goexit.
    pub(super) fn is_goexit(&self) -> bool {
        self.panics.last().is_some_and(|p| p.goexit)
    }

    pub(super) fn roots(&self, marker: &mut Marker<'_>) {
        for d in &self.defers {
            marker.pointer(d.closure);
        }
        for p in &self.panics {
            marker.iface(p.ty, p.word);
        }
    }
}

impl Script {
    /// Where the frame at `offset` panicked, if it did.
    pub(super) fn panicked_at(&self, offset: u32) -> Option<*const Instr> {
        self.unwinding.as_ref()?.panics.iter().rev().find(|p| p.raised == offset).map(|p| p.at)
    }

    /// What Go's runtime has between the frame at `offset`, which panicked, and what is called for that.
    pub(super) fn between_panic(&self, offset: u32) -> &'static [u8] {
        let panics = self.unwinding.iter().flat_map(|u| u.panics.iter().rev());
        panics.into_iter().find(|p| p.raised == offset).map_or(&[], |p| p.between)
    }

    /// The deferred calls of the frame at `offset`, the last first.
    pub(super) fn deferred_by(&self, offset: u32) -> impl Iterator<Item = u64> + '_ {
        let defers = self.unwinding.iter().flat_map(|u| u.defers.iter().rev());
        defers.filter(move |d| d.frame == offset && d.closure != 0).map(|d| d.closure)
    }

    /// What the last panic is about.
    pub(crate) fn panic_cause(&self) -> Option<&PanicCause> {
        self.unwinding.as_ref()?.panics.last()?.cause.as_deref()
    }

    fn unwinding(&mut self) -> &mut Unwinding {
        self.unwinding.get_or_insert_default()
    }

    /// The native of the frame that begins at `offset` has been started.
    pub(super) fn push_native(&mut self, native: NativeFrame) {
        self.unwinding().natives.push(native);
    }

    /// The innermost native is over.
    pub(super) fn pop_native(&mut self) {
        self.unwinding().natives.pop();
    }

    /// The innermost native that has been started.
    pub(super) fn last_native(&self) -> Option<NativeFrame> {
        self.unwinding.as_ref()?.natives.last().copied()
    }

    /// Whether native coroutines have been started in it that are not over.
    pub fn holds_natives(&self) -> bool {
        self.unwinding.as_ref().is_some_and(|unwinding| !unwinding.natives.is_empty())
    }

    /// The number of the native whose frame begins at `offset`, if it has been started.
    pub(super) fn native_at(&self, offset: u32) -> Option<u32> {
        let natives = &self.unwinding.as_ref()?.natives;
        natives.iter().rev().find(|native| native.frame == offset).map(|native| native.id)
    }

    /// The panic that is being unwound has been recovered for the frame at `offset`: all panics since then are over. Whether a
    /// Goexit among them goes on.
    fn cut_panics(&mut self, offset: u32) -> bool {
        let u = self.unwinding();
        u.panics.pop();
        let mut goexit = false;
        while u.panics.last().is_some_and(|p| p.raised >= offset) {
            goexit |= u.panics.pop().is_some_and(|p| p.goexit);
        }
        u.defers.retain(|d| d.frame <= offset);
        goexit
    }

    /// The native of the frame at `offset` has stopped the panic, and goes on at `pc`. Whether a Goexit passes through it.
    pub(super) fn cut_to(&mut self, offset: u32, pc: *const Instr) -> bool {
        let goexit = self.cut_panics(offset);
        self.base = self.at(offset);
        self.pc = pc;
        goexit
    }

    /// `defer closure()` in the frame at `offset`.
    pub(super) fn defer(&mut self, offset: u32, closure: u64) {
        let defers = &mut self.unwinding().defers;
        let deferred = Deferred { frame: offset, closure };
        // Only the body of a range over a function defers for a frame that is not the innermost.
        if defers.last().is_none_or(|last| last.frame <= offset) {
            return defers.push(deferred);
        }
        let at = defers.iter().rposition(|d| d.frame <= offset).map_or(0, |i| i + 1);
        defers.insert(at, deferred);
    }

    /// Takes the last deferred call of the frame at `offset`.
    #[inline]
    pub(super) fn take_deferred(&mut self, offset: u32) -> Option<u64> {
        let defers = &mut self.unwinding.as_mut()?.defers;
        match defers.last() {
            Some(d) if d.frame == offset => defers.pop().map(|d| d.closure),
            Some(_) | None => None,
        }
    }

    /// Whether the innermost frame (which is about to call `recover`) was called by the unwinder, directly or through
    /// wrappers, for the last panic; if so, the panic's value, and the panic is over.
    pub(super) fn recover(&mut self, machine: &Machine) -> [u64; 2] {
        const NOTHING: [u64; 2] = [0, 0];
        let Some(unwinding) = &self.unwinding else { return NOTHING };
        let Some(panic) = unwinding.panics.last() else { return NOTHING };
        if panic.goexit || panic.recovered {
            return NOTHING;
        }
        let running = panic.running;
        let wrapper = |f: FuncId| machine.program.function(f).flags.has(FuncFlags::WRAPPER);
        for (i, frame) in self.frames().enumerate() {
            // The caller of recover is no wrapper (`defer recover()` recovers nothing); between it and the frame
            // that the unwinder called there are only wrappers.
            if wrapper(frame.func) != (i > 0) {
                return NOTHING;
            }
            if frame.flags & frame_flags::UNWOUND != 0 {
                if self.offset(frame.base) != running {
                    return NOTHING;
                }
                break;
            }
        }
        let panic = self.unwinding().panics.last_mut().expect("it was there above");
        panic.recovered = true;
        [panic.ty, panic.word]
    }
}

impl Machine {
    /// Throws into the coroutine, whose `pc` is at the instruction that throws. Gives nothing if it goes on (in a
    /// deferred call), else why it can't.
    #[cold]
    #[inline(never)]
    pub(super) fn raise(&mut self, s: &mut Script, thrown: Thrown) -> Option<Step> {
        self.drop_unstarted(s);
        let cause = self.panic_cause(s, &thrown);
        let signal = matches!(&thrown, Thrown::Runtime(text) if text == panics::NIL_DEREFERENCE);
        let between = go_runtime::between(&thrown);
        let (ty, word) = match thrown {
            Thrown::Exit(status) => return Some(Step::Exit(status)),
            Thrown::Fatal(text) => return Some(Step::Fatal(text)),
            Thrown::Goexit => {
                self.begin_goexit(s);
                return self.unwind(s);
            }
            // The machine needs to know whether the value has a method that tells its text.
            Thrown::Value(ty, word) if self.program.well_known.string != RTypeId::NIL => (ty, word),
            error => {
                if self.program.well_known.string == RTypeId::NIL {
                    self.pending = Some((error, self.raises));
                    return Some(Step::WellKnown);
                }
                match self.error_value(s, error) {
                    Ok(words) => words,
                    Err(step) => return Some(step),
                }
            }
        };
        if ty == 0 && !signal && !self.panics_with_nil {
            return self.raise(s, Thrown::NilPanic);
        }
        self.begin(s, ty, word, false, signal);
        if let Some(panic) = s.unwinding().panics.last_mut() {
            panic.cause = cause;
            panic.between = between;
        }
        self.unwind(s)
    }

    /// The interface value of a run-time error.
    fn error_value(&mut self, s: &Script, error: Thrown) -> Result<(u64, u64), Step> {
        let known = self.program.well_known;
        let (ty, text) = match error {
            Thrown::Bounds(bounds) => (known.bounds_error, bounds.text(self.unsigned_operands(s))),
            Thrown::Runtime(text) => (known.error_string, text),
            Thrown::Plain(text) => (known.plain_error, text),
            Thrown::TypeAssertion(text) => (known.type_assertion_error, text),
            Thrown::Text(text) => (known.string, text),
            Thrown::NilPanic => (known.panic_nil_error, String::new()),
            // Nothing passes any more: a native has kept it.
            Thrown::Passing { text, .. } => (known.string, text),
            Thrown::Value(..) | Thrown::Goexit | Thrown::Fatal(_) | Thrown::Exit(_) => {
                unreachable!("raise has dealt with them")
            }
        };
        let oom = |_| Step::Fatal("out of memory".into());
        let string = Str::new(&mut self.heap, text.as_bytes()).map_err(oom)?;
        // All of them are a box, or a pointer to a struct, that begins with the string.
        let object = self.heap.alloc(crate::heap::LayoutId::STRING, 16).map_err(oom)?;
        // SAFETY: a new object of 16 bytes.
        unsafe { mem::store(object, [string.ptr(), string.len()]) };
        Ok((ty.word(), object))
    }

    /// Which operands of the instruction at `pc` are unsigned.
    fn unsigned_operands(&self, s: &Script) -> u16 {
        // SAFETY: the header of the innermost frame names its function.
        let function = self.program.function(FuncId(unsafe { *s.base.sub(3) } as u32));
        let offset = (s.pc as usize).wrapping_sub(function.code.as_ptr() as usize);
        function.unsigned_at(offset / size_of::<Instr>())
    }

    fn begin(&mut self, s: &mut Script, ty: u64, word: u64, goexit: bool, signal: bool) {
        let (raised, at) = (s.offset(s.base), s.pc);
        s.unwinding().panics.push(Panic {
            stands: self.raises,
            searched: raised,
            ty,
            word,
            goexit,
            recovered: false,
            raised,
            at,
            running: 0,
            owner: 0,
            text: None,
            signal,
            cause: None,
            between: if goexit { go_runtime::between(&Thrown::Goexit) } else { &[] },
        });
    }

    /// A Goexit begins where the coroutine stands.
    pub(super) fn begin_goexit(&mut self, s: &mut Script) {
        self.begin(s, 0, 0, true, false);
    }

    /// What a native is told that the panic passes through.
    pub(super) fn passing(&self, s: &Script) -> Thrown {
        let panic = s.unwinding.as_ref().and_then(|u| u.panics.last());
        let stoppable = panic.is_some_and(|p| !p.goexit);
        let text = match panic {
            Some(p) if stoppable => panics::plain_text(&self.program, p.ty, p.word),
            Some(_) | None => "the goroutine exits".into(),
        };
        Thrown::Passing { text, stoppable }
    }

    /// Makes records of the open-coded defers of the innermost frame that has some outstanding, unless one within it has
    /// records already, or is a native that has still to be told.
    fn record_open(&mut self, s: &mut Script) -> Result<(), Thrown> {
        let u = s.unwinding();
        let recorded = u.defers.last().map_or(0, |d| d.frame);
        let Some((from, innermost)) = u.panics.last().map(|p| (p.searched, p.stands)) else { return Ok(()) };
        let mut made: SmallVec<[u64; 8]> = SmallVec::new();
        // A native may stop the panic, and then those that have called it go on as they are.
        let native = s.last_native().map(|native| native.frame);
        let mut searched = from;
        // Those above have been searched, and so has this one unless it has just panicked.
        for frame in s.frames_from(from) {
            if native.is_some_and(|native| s.offset(frame.base) <= native) {
                break;
            }
            searched = s.offset(frame.base);
            let f = self.program.function(frame.func);
            if !f.open.is_empty() && frame.flags & frame_flags::RECORDED == 0 {
                let stands = if frame.window == usize::MAX { innermost } else { Stands::Calls };
                for site in f.outstanding(frame.pc, stands) {
                    // SAFETY: the frame is alive, and has written the operands of what it has deferred.
                    made.push(unsafe {
                        let words = frame.base.add(usize::from(site.base));
                        match site.makes {
                            None => *words,
                            Some((func, layout)) => {
                                exec::make_closure(&mut self.heap, func.0, layout, words, site.n)?
                            }
                        }
                    });
                }
                // SAFETY: the header of a live frame begins with its function and flags.
                unsafe { *frame.base.sub(3) |= frame_flags::RECORDED };
            }
            if !made.is_empty() || searched <= recorded {
                break;
            }
        }
        made.into_iter().for_each(|closure| s.defer(searched, closure));
        if let Some(panic) = s.unwinding().panics.last_mut() {
            panic.searched = searched;
        }
        Ok(())
    }

    /// Tells natives to unwind and calls the next deferred function, or ends the coroutine.
    fn unwind(&mut self, s: &mut Script) -> Option<Step> {
        loop {
            if let Err(Thrown::Fatal(text)) = self.record_open(s) {
                return Some(Step::Fatal(text));
            }
            let Some(native) = s.last_native() else { break };
            if s.unwinding().defers.last().is_some_and(|d| d.frame >= native.frame) {
                break;
            }
            match self.unwind_native(s) {
                Unwound::Gone => {}
                Unwound::Threw(thrown) => return self.raise(s, thrown),
                Unwound::Stopped => return None,
            }
        }
        let top = s.offset(s.base);
        let u = s.unwinding();
        let Some(deferred) = u.defers.pop() else {
            if u.panics.last().is_some_and(|p| p.goexit) {
                return Some(Step::Done);
            }
            if u.asking.is_some() {
                return Some(self.panicked_while_asked(s));
            }
            return Some(Step::Unrecovered);
        };
        let panic = u.panics.last_mut().expect("unwinding without a panic");
        panic.owner = deferred.frame;
        if deferred.closure == 0 {
            return self.raise(s, panics::nil_dereference());
        }
        // SAFETY: a closure is the address of a closure, by the static types.
        let func = unsafe { closure::func(deferred.closure) };
        let step = self.push_unwound(s, FuncId(func), deferred.closure, &[]);
        let running = s.offset(s.base);
        debug_assert!(running > top || step.is_some());
        if let Some(p) = s.unwinding().panics.last_mut() {
            p.running = running;
        }
        step
    }

    /// Calls a function on top of the innermost frame; it returns to `AfterDefer`.
    fn push_unwound(&mut self, s: &mut Script, func: FuncId, closure: u64, params: &[u64]) -> Option<Step> {
        // SAFETY: the header of the innermost frame names its function.
        let current = unsafe { *s.base.sub(3) } as u32;
        let window = self.program.function(FuncId(current)).regs;
        // SAFETY: the new frame begins above all registers of the innermost one.
        unsafe {
            exec::push_frame(
                self,
                s,
                window,
                func,
                closure,
                params,
                AFTER_DEFER.as_ptr(),
                frame_flags::UNWOUND,
            )
        }
    }

    /// A function that the unwinder called has returned.
    pub(super) fn after_defer(&mut self, s: &mut Script) -> Option<Step> {
        let u = s.unwinding();
        let panic = u.panics.last().expect("AfterDefer runs while a panic is unwound");
        // The frame stands where it panicked, as far as traces go.
        let at = panic.at;
        // While a method is asked, more panics than at its start mean that this was a deferred call within it.
        if let Some(asking) = u.asking
            && u.panics.len() == asking.count
        {
            s.pc = at;
            return self.take_text(s, asking);
        }
        if !panic.recovered {
            s.pc = at;
            return self.unwind(s);
        }
        let owner = panic.owner;
        // Panics of frames that are cut off are over; a Goexit among them goes on.
        let goexit = s.cut_panics(owner);
        s.base = s.at(owner);
        // SAFETY: the owner is a live frame of this function.
        let func = FuncId(unsafe { *s.base.sub(3) } as u32);
        let function = self.program.function(func);
        // SAFETY: `defer_exit` is the index of an instruction, as the verifier has seen.
        s.pc = unsafe { function.code.as_ptr().add(function.defer_exit as usize) };
        if goexit {
            self.begin_goexit(s);
            return self.unwind(s);
        }
        None
    }

    /// Nobody recovered, and the program dies of it: what the panics say.
    pub(crate) fn tell_panics(&mut self, s: &mut Script) -> Option<Step> {
        let count = s.unwinding().panics.len();
        self.ask_texts(s, Asking { index: count, count })
    }

    /// The value of the last panic of a coroutine, which nobody recovered, as an interface.
    pub(crate) fn panic_value(&self, s: &Script) -> [u64; 2] {
        let panic = s.unwinding.as_ref().and_then(|u| u.panics.last());
        panic.map_or([0, 0], |p| [p.ty, p.word])
    }

    /// Whether the second of these panics has the very value of the first one, which is told only once: Go compares where
    /// the values lie, so numbers of more than a byte are the same ones only if they have been recovered.
    fn is_told_again(&self, panics: &[Panic]) -> bool {
        let [first, second, ..] = panics else { return false };
        if first.goexit || second.goexit || first.ty != second.ty {
            return false;
        }
        match self.program.rtypes.get(RTypeId::from_word(first.ty)).kind {
            // SAFETY: the data word of a string is the address of a box with a live string.
            Kind::String => unsafe {
                let [a, b] = [first, second].map(|panic| mem::load::<[u64; 2]>(panic.word));
                a == b || self.is_constant_error(first.ty, a) && equal_strings(a, b)
            },
            kind => first.word == second.word && (first.recovered || first.word < 256 || !kind.is_scalar()),
        }
    }

    /// Whether a value of this type and text is an error of the runtime that Go has once, and does not put together.
    ///
    /// # Safety
    /// The text is live.
    unsafe fn is_constant_error(&self, ty: u64, [ptr, len]: [u64; 2]) -> bool {
        let known = &self.program.well_known;
        // SAFETY: the caller's promise.
        let text = unsafe { mem::bytes(ptr, len) };
        [known.error_string, known.plain_error].contains(&RTypeId::from_word(ty))
            && !text.windows(6).any(|part| part == b" type ")
    }

    /// Nobody recovered: collects the texts of the panics from their `Error` and `String` methods, one by one, by
    /// calling those on top of the stack.
    fn ask_texts(&mut self, s: &mut Script, asking: Asking) -> Option<Step> {
        for index in (0..asking.index).rev() {
            let u = s.unwinding();
            u.asking = Some(Asking { index, ..asking });
            let (ty, word) = (u.panics[index].ty, u.panics[index].word);
            if u.panics[index].goexit || index > 0 && self.is_told_again(&s.unwinding().panics[index - 1..]) {
                continue;
            }
            match self.text_method(ty) {
                Some(func) => {
                    // The method cannot recover the panic that it tells about.
                    if let Some(last) = s.unwinding().panics.last_mut() {
                        last.running = 0;
                    }
                    return self.push_unwound(s, func, 0, &[word]);
                }
                None => {
                    let text = panics::value_text(&self.program, ty, word);
                    s.unwinding().panics[index].text = Some(text);
                }
            }
        }
        Some(Step::Panicked)
    }

    /// A method that should have told the text of a panic panicked itself.
    fn panicked_while_asked(&self, s: &mut Script) -> Step {
        let mut text = String::from("panic while printing panic value: ");
        if let Some(panic) = s.unwinding().panics.last() {
            if panic.ty == self.program.well_known.string.word() {
                text.push_str(&String::from_utf8_lossy(&panics::value_text(
                    &self.program,
                    panic.ty,
                    panic.word,
                )));
            } else {
                text.push_str("type ");
                text.push_str(&self.program.rtypes.get(RTypeId::from_word(panic.ty)).name);
            }
            if panic.signal {
                text.push('\n');
                text.push_str(SIGNAL);
            }
        }
        Step::Fatal(text)
    }

    /// The function behind `Error() string` or `String() string` of a type.
    fn text_method(&self, ty: u64) -> Option<FuncId> {
        let known = &self.program.well_known;
        let rtype = self.program.rtypes.get(RTypeId::from_word(ty));
        [known.error_method, known.string_method].into_iter().flatten().find_map(|name| {
            let method = rtype.method(name)?;
            (method.sig == known.func_string).then_some(FuncId(method.func))
        })
    }

    fn take_text(&mut self, s: &mut Script, asking: Asking) -> Option<Step> {
        // SAFETY: the header of the innermost frame names its function.
        let current = FuncId(unsafe { *s.base.sub(3) } as u32);
        let window = self.program.function(current).regs + FRAME_HEADER;
        // SAFETY: the method's two results, a live string, lie where its frame began.
        let bytes = unsafe {
            let at = s.base.add(usize::from(window));
            mem::bytes(*at, *at.add(1))
        };
        let text = panics::indented(bytes);
        if let Some(p) = s.unwinding().panics.get_mut(asking.index) {
            p.text = Some(text);
        }
        self.ask_texts(s, asking)
    }

    /// What Go prints of the panics of a coroutine that died of them, without the trace.
    pub fn panic_message(&self, s: &Script) -> Vec<u8> {
        let mut out = Vec::new();
        let Some(u) = &s.unwinding else { return out };
        let panics = &u.panics;
        for (i, p) in panics.iter().enumerate() {
            if i > 0 && self.is_told_again(&panics[i - 1..]) {
                continue;
            }
            if i > 0 && !panics[i - 1].goexit {
                out.push(b'\t');
            }
            if p.goexit {
                continue;
            }
            out.extend_from_slice(b"panic: ");
            match &p.text {
                Some(text) => out.extend_from_slice(text),
                None => out.extend_from_slice(&panics::value_text(&self.program, p.ty, p.word)),
            }
            if p.recovered && self.is_told_again(&panics[i..]) {
                out.extend_from_slice(b" [recovered, repanicked]");
            } else if p.recovered {
                out.extend_from_slice(b" [recovered]");
            }
            out.push(b'\n');
        }
        if panics.iter().any(|p| p.signal) {
            out.extend_from_slice(SIGNAL.as_bytes());
            out.push(b'\n');
        }
        out
    }
}
