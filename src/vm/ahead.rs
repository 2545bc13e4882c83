//! What a waiting coroutine is going to do to channels and locks, and where it has taken a lock: read off its code.
//!
//! In: a coroutine that does not run. Out: [`Deed`]s, nearest first. For reports, which nobody waits for: who could have woken
//! whom. The code is walked from where each frame stands, both ways at each jump, and each instruction once; of the registers
//! those are known that are alive, and what is computed from them by moves, loads and the addresses of fields and elements.
//! Memory is taken as it is now. So an operation may be overlooked, if its operand is not known; and one may be listed that will
//! never be executed: what is read off here are hints.
//!
//! Invariant: only addresses that are alive in the coroutine, or were loaded through such, are looked into. (A value that may be
//! old, because it is read out of a register that is not alive any more, is only compared.)

use std::collections::HashSet;
use std::rc::Rc;

use super::liveness;
use super::machine::Machine;
use super::program::{GlobalId, NativeId, Program};
use super::script::{Frame, Script};
use crate::bytecode::effects::{Signatures, effects, successors};
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, Function, Instr, Op};
use crate::heap::{closure, mem};
use crate::source::Span;

/// An operation on a channel, lock or wait group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What is done.
    pub kind: DeedKind,
    /// To what: the address of a channel, or of a wait word.
    pub addr: u64,
    /// Where, in the program's own files if it is called from there.
    pub span: Span,
}

/// What can be done to a channel, lock or wait group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeedKind {
    /// Send to it.
    Send,
    /// Receive from it.
    Receive,
    /// Close it.
    Close,
    /// Lock it.
    Lock,
    /// Unlock it.
    Unlock,
    /// Make the counter smaller.
    Done,
    /// Wait for it.
    Wait,
    /// Wake who waits for it.
    Notify,
}

/// Instructions that are looked at for one coroutine.
const STEPS: u32 = 10_000;
/// Calls within calls that are followed.
const DEPTH: usize = 5;

/// What a register holds.
#[derive(Clone, Debug)]
enum Value {
    /// A word; `live`: if it is an address, it may be looked into.
    Word { word: u64, live: bool },
    /// A closure that the code would make: its function and captures.
    Closure(Rc<(FuncId, Vec<Option<Value>>)>),
}

type Known = Option<Value>;

impl Machine {
    /// What a waiting coroutine will do once it goes on, as far as can be seen; nearest first.
    pub(crate) fn ahead(&self, s: &Script) -> Vec<Deed> {
        let mut walk = Walk::new(&self.program);
        for (i, frame) in s.frames().enumerate() {
            let f = self.program.function(frame.func);
            let next = if i == 0 { s.after } else { frame.pc };
            if let Some(at) = position(f, next) {
                let alive = liveness::alive_at(&self.program, f, at);
                let regs = (0..usize::from(f.regs)).map(|r| {
                    // SAFETY: a register of the frame, below the window of its call.
                    (alive[r] && r < frame.window)
                        .then(|| Value::Word { word: unsafe { *frame.base.add(r) }, live: true })
                });
                walk.function(frame.func, at, regs.collect(), None);
            }
            for closure in s.deferred_by(s.offset(frame.base)) {
                walk.call(Value::Word { word: closure, live: true }, &[], None);
            }
        }
        walk.deeds
    }

    /// Where the coroutine has taken the lock with this wait word, if one of its frames did.
    pub(crate) fn locked_at(&self, s: &Script, addr: u64) -> Option<Span> {
        s.frames().enumerate().find_map(|(i, frame)| self.locked_in(s, &frame, i == 0, addr))
    }

    /// ... in this frame. Registers that the function writes at most once hold what they held then.
    fn locked_in(&self, s: &Script, frame: &Frame, innermost: bool, addr: u64) -> Option<Span> {
        let f = self.program.function(frame.func);
        let now = position(f, frame.pc)?;
        let alive =
            liveness::alive_at(&self.program, f, position(f, if innermost { s.after } else { frame.pc })?);
        let mut written = vec![0u32; usize::from(f.regs)];
        for at in instructions(f) {
            effects(
                f,
                at,
                &self.program,
                |_| {},
                |(first, n)| {
                    for r in first..first.saturating_add(n) {
                        if let Some(count) = written.get_mut(usize::from(r)) {
                            *count += 1;
                        }
                    }
                },
            );
        }
        let pinned: Vec<Known> = (0..usize::from(f.regs))
            .map(|r| {
                // SAFETY: a register of the frame, below the window of its call.
                (written[r] <= 1 && r < frame.window)
                    .then(|| Value::Word { word: unsafe { *frame.base.add(r) }, live: alive[r] })
            })
            .collect();
        let mut walk = Walk { pinned: Some((frame.func, pinned.clone())), ..Walk::new(&self.program) };
        walk.function(frame.func, 0, pinned, None);
        let locks = walk.placed.iter().filter(|(deed, _)| deed.kind == DeedKind::Lock && deed.addr == addr);
        // The last before the instruction at which the frame stands; in a loop it may stand behind that.
        let stands = if innermost { now } else { now.saturating_sub(1) };
        let before = locks.clone().filter(|(_, at)| *at < stands).max_by_key(|(_, at)| *at);
        before.or_else(|| locks.max_by_key(|(_, at)| *at)).map(|(deed, _)| deed.span)
    }
}

/// The index of an instruction of a function; nothing if it is another's (or none's).
fn position(f: &Function, pc: *const Instr) -> Option<usize> {
    let at = (pc as usize).wrapping_sub(f.code.as_ptr() as usize) / size_of::<Instr>();
    (f.is_compiled() && at < f.code.len()).then_some(at)
}

/// The indices of a function's instructions.
fn instructions(f: &Function) -> impl Iterator<Item = usize> + '_ {
    let next = |&at: &usize| Some(at + 1 + usize::from(f.code.get(at)?.op().info().ext));
    std::iter::successors(Some(0), next).take_while(|&at| at < f.code.len())
}

/// The walk.
struct Walk<'p> {
    program: &'p Program,
    left: u32,
    deeds: Vec<Deed>,
    /// Each deed with the instruction of the first function at which it is done.
    placed: Vec<(Deed, usize)>,
    /// Functions that are being walked through, outermost first.
    calls: Vec<FuncId>,
    /// The instruction of the first function that is being looked at.
    at: usize,
    /// Registers of the first function that hold the same whenever they hold anything.
    pinned: Option<(FuncId, Vec<Known>)>,
}

impl<'p> Walk<'p> {
    fn new(program: &'p Program) -> Walk<'p> {
        Walk {
            program,
            left: STEPS,
            deeds: Vec::new(),
            placed: Vec::new(),
            calls: Vec::new(),
            at: 0,
            pinned: None,
        }
    }

    /// Walks through a function from an instruction on. `place` is where it was called from, if it belongs to the library.
    fn function(&mut self, func: FuncId, start: usize, regs: Vec<Known>, place: Option<Span>) {
        let f = self.program.function(func);
        if !f.is_compiled() || self.calls.len() > DEPTH || self.calls.contains(&func) {
            return;
        }
        self.calls.push(func);
        let mut seen = HashSet::new();
        let mut open = vec![(start, regs)];
        let mut late = Vec::new();
        while let Some((at, mut regs)) = open.pop() {
            if self.left == 0 || !seen.insert(at) {
                continue;
            }
            self.left -= 1;
            if self.calls.len() == 1 {
                self.at = at;
            }
            let library = f.flags.has(FuncFlags::LIBRARY) || f.span_at(at).is_none();
            let span = place.filter(|_| library).unwrap_or_else(|| f.span_at(at));
            self.instruction(f, at, &mut regs, span, &mut late);
            // The instruction that follows is looked at first.
            let mut next = Vec::new();
            successors(f, at, |to| next.push(to));
            for to in next.into_iter().rev().filter(|to| *to < f.code.len()) {
                open.push((to, regs.clone()));
            }
        }
        for (closure, span) in late.into_iter().rev() {
            self.call(closure, &[], Some(span));
        }
        self.calls.pop();
    }

    /// Walks through what a function value calls.
    fn call(&mut self, callee: Value, args: &[Known], place: Option<Span>) {
        let func = match &callee {
            // SAFETY: a live closure, by the static types.
            &Value::Word { word, live: true } if word != 0 => FuncId(unsafe { closure::func(word) }),
            Value::Word { .. } => return,
            Value::Closure(made) => made.0,
        };
        self.enter(func, Some(callee), args, place);
    }

    fn enter(&mut self, func: FuncId, closure: Known, args: &[Known], place: Option<Span>) {
        let f = self.program.function(func);
        let mut regs = vec![None; usize::from(f.regs)];
        for (i, arg) in args.iter().enumerate().take(usize::from(f.params)) {
            regs[usize::from(f.results) + i] = arg.clone();
        }
        if let Some(own) = regs.get_mut(usize::from(f.results) + usize::from(f.params)) {
            *own = closure;
        }
        self.function(func, 0, regs, place);
    }

    fn deed(&mut self, kind: DeedKind, addr: Option<u64>, offset: u64, span: Span) {
        if let Some(addr) = addr.filter(|&addr| addr != 0) {
            let deed = Deed { kind, addr: addr + offset, span };
            self.deeds.push(deed);
            self.placed.push((deed, self.at));
        }
    }

    /// One instruction: what it does to the registers that are known, and what it is about.
    fn instruction(
        &mut self,
        f: &Function,
        at: usize,
        regs: &mut [Known],
        span: Span,
        late: &mut Vec<(Value, Span)>,
    ) {
        let i = f.code[at];
        let (op, a, b, c) = (i.op(), i.a(), i.b(), i.c());
        let ext = |k: usize| f.code.get(at + 1 + k).copied().unwrap_or(Instr(0));
        let get = |r: u16| regs.get(usize::from(r)).cloned().flatten();
        let word = |r: u16| match get(r) {
            Some(Value::Word { word, .. }) => Some(word),
            Some(Value::Closure(_)) | None => None,
        };
        let args = |from: u16, n: u16| (0..n).map(|k| get(from + k)).collect::<Vec<Known>>();
        let base = a + FRAME_HEADER;
        let mut set: Vec<(u16, Known)> = Vec::new();
        match op {
            // ---- what computes addresses ----
            Op::Move => set.push((a, get(b))),
            Op::Move2 => set.extend((0..2).map(|k| (a + k, get(b + k)))),
            Op::Move3 => set.extend((0..3).map(|k| (a + k, get(b + k)))),
            Op::MoveN => set.extend((0..c).map(|k| (a + k, get(b + k)))),
            Op::LoadInt => set.push((a, Some(scalar(i.bc() as i32 as i64 as u64)))),
            Op::GlobalAddr => {
                let addr = self.program.global_cell(GlobalId(i.bc())).addr();
                set.push((a, Some(Value::Word { word: addr, live: true })));
            }
            Op::LoadGlobal => {
                let addr = self.program.global_cell(GlobalId(i.bc())).addr();
                set.push((a, load(&Some(Value::Word { word: addr, live: true }), 0)));
            }
            Op::LoadFunc => set.push((a, Some(Value::Closure(Rc::new((FuncId(i.bc()), Vec::new())))))),
            Op::FieldAddr => set.push((a, offset(get(b), u64::from(c)))),
            Op::FieldAddrWide => set.push((a, offset(get(b), ext(0).0))),
            Op::Load => set.push((a, load(&get(b), u64::from(c)))),
            Op::Load2 => set.extend((0..2).map(|k| (a + k, load(&get(b), u64::from(c) + 8 * u64::from(k))))),
            Op::Load3 => set.extend((0..3).map(|k| (a + k, load(&get(b), u64::from(c) + 8 * u64::from(k))))),
            Op::ElemAddr | Op::Elem => {
                let size = if op == Op::Elem { 8 } else { ext(0).0 };
                let addr = match (word(b + 1), word(c)) {
                    (Some(len), Some(index)) if index < len => offset(get(b), index * size),
                    _ => None,
                };
                set.push((a, if op == Op::Elem { load(&addr, 0) } else { addr }));
            }
            Op::ElemConst | Op::ElemSum => {
                let index = match op {
                    Op::ElemConst => Some(u64::from(c)),
                    _ => word(c).map(|index| index.wrapping_add(ext(0).0)),
                };
                let addr = match (word(b + 1), index) {
                    (Some(len), Some(index)) if index < len => offset(get(b), index * 8),
                    _ => None,
                };
                set.push((a, load(&addr, 0)));
            }
            Op::ArrayElem | Op::ArrayElemAddr => {
                let size = if op == Op::ArrayElem { 8 } else { ext(1).0 };
                let addr =
                    word(c).filter(|&index| index < ext(0).0).and_then(|index| offset(get(b), index * size));
                set.push((a, if op == Op::ArrayElem { load(&addr, 0) } else { addr }));
            }
            Op::AddImm => set.push((a, word(b).map(|x| scalar(x.wrapping_add(c as i16 as i64 as u64))))),
            Op::AddInt => {
                set.push((a, word(b).zip(word(c)).map(|(x, y)| scalar(x.wrapping_add(y)))));
            }
            Op::LoadCapture | Op::LoadCapture2 | Op::LoadCapture3 | Op::LoadCaptureN => {
                let own = get(b);
                let n = match op {
                    Op::LoadCapture => 1,
                    Op::LoadCapture2 => 2,
                    Op::LoadCapture3 => 3,
                    _ => ext(0).ext_n(),
                };
                set.extend((0..n).map(|k| (a + k, capture(&own, c + k))));
            }
            Op::MakeClosure => {
                let (from, n) = (ext(0).0 as u16, (ext(0).0 >> 16) as u16);
                let made = (FuncId(i.bc()), args(from, n));
                set.push((a, Some(Value::Closure(Rc::new(made)))));
            }
            // ---- what reports are about ----
            Op::Send => self.deed(DeedKind::Send, word(a), 0, span),
            Op::Recv | Op::RecvOk | Op::RecvLoop => self.deed(DeedKind::Receive, word(b), 0, span),
            Op::CloseChan => self.deed(DeedKind::Close, word(a), 0, span),
            Op::Select => {
                let cases = f.selects.get(usize::from(b)).map_or(&[][..], |table| &table.cases[..]);
                for case in cases {
                    let kind = if case.send { DeedKind::Send } else { DeedKind::Receive };
                    self.deed(kind, word(case.chan), 0, case.span);
                }
            }
            Op::MutexLock => self.deed(DeedKind::Lock, word(a), 4, span),
            Op::MutexUnlock => self.deed(DeedKind::Unlock, word(a), 4, span),
            Op::RwLock | Op::RwRLock => self.deed(DeedKind::Lock, word(a), 8, span),
            Op::RwUnlock | Op::RwRUnlock => self.deed(DeedKind::Unlock, word(a), 8, span),
            Op::WaitGroupWait => self.deed(DeedKind::Wait, word(a), 8, span),
            Op::WaitGroupAdd => {
                let removes = word(b).is_none_or(|n| (n as i64) < 0);
                self.deed(DeedKind::Done, word(a).filter(|_| removes), 8, span);
            }
            // ---- calls ----
            Op::Call => {
                let (results, params) = Signatures::function(self.program, i.bc());
                let args = args(base + results, params);
                self.enter(FuncId(i.bc()), None, &args, Some(span));
            }
            Op::TailCall => {
                let (results, params) = Signatures::function(self.program, i.bc());
                let args = args(results, params);
                self.enter(FuncId(i.bc()), None, &args, Some(span));
            }
            Op::CallClosure => {
                let (results, params) = self.program.signature(ext(0).ext_id());
                let args = args(base + results, params);
                if let Some(callee) = get(b) {
                    self.call(callee, &args, Some(span));
                }
            }
            Op::CallNative => {
                let (results, _) = self.program.signature(ext(0).ext_id());
                if let Some((kind, offset)) = native(self.program.native_name(NativeId(i.bc()))) {
                    self.deed(kind, word(base + results), offset, span);
                }
            }
            Op::Defer => {
                if let Some(closure) = get(a) {
                    late.push((closure, span));
                }
            }
            _ => {}
        }
        // Whatever else it writes is not known any more.
        effects(
            f,
            at,
            self.program,
            |_| {},
            |(first, n)| {
                for r in first..first.saturating_add(n) {
                    if let Some(reg) = regs.get_mut(usize::from(r)) {
                        *reg = None;
                    }
                }
            },
        );
        for (r, value) in set {
            if let Some(reg) = regs.get_mut(usize::from(r)) {
                *reg = value;
            }
        }
        if let (Some((func, pinned)), [only]) = (&self.pinned, &self.calls[..])
            && func == only
        {
            for (reg, pin) in regs.iter_mut().zip(pinned) {
                if pin.is_some() {
                    *reg = pin.clone();
                }
            }
        }
    }
}

/// What a native of package sync is about: the deed, and where the wait word lies in its receiver.
fn native(name: &str) -> Option<(DeedKind, u64)> {
    Some(match name {
        "sync.(*Mutex).Lock" => (DeedKind::Lock, 4),
        "sync.(*Mutex).Unlock" => (DeedKind::Unlock, 4),
        "sync.(*RWMutex).Lock" | "sync.(*RWMutex).RLock" => (DeedKind::Lock, 8),
        "sync.(*RWMutex).Unlock" | "sync.(*RWMutex).RUnlock" => (DeedKind::Unlock, 8),
        "sync.(*WaitGroup).Done" => (DeedKind::Done, 8),
        "sync.(*WaitGroup).Wait" => (DeedKind::Wait, 8),
        "sync.(*notifyList).wakeAll" | "sync.(*notifyList).wakeOne" => (DeedKind::Notify, 8),
        _ => return None,
    })
}

fn scalar(word: u64) -> Value {
    Value::Word { word, live: false }
}

/// The word at `by` bytes behind an address.
fn load(addr: &Known, by: u64) -> Known {
    match addr {
        // SAFETY: the address of a live object, or into one, which the static type of the instruction's operand says is long
        // enough.
        &Some(Value::Word { word, live: true }) if word != 0 => {
            Some(Value::Word { word: unsafe { mem::load(word + by) }, live: true })
        }
        _ => None,
    }
}

/// An address and `by` bytes more.
fn offset(addr: Known, by: u64) -> Known {
    match addr {
        Some(Value::Word { word, live }) if word != 0 => Some(Value::Word { word: word + by, live }),
        _ => None,
    }
}

/// Captured slot `i` of a closure.
fn capture(closure: &Known, i: u16) -> Known {
    match closure {
        // SAFETY: a live closure, which by the code of its function has such a capture.
        &Some(Value::Word { word, live: true }) if word != 0 => {
            Some(Value::Word { word: unsafe { closure::capture(word, u64::from(i)) }, live: true })
        }
        Some(Value::Closure(made)) => made.1.get(usize::from(i)).cloned().flatten(),
        _ => None,
    }
}
