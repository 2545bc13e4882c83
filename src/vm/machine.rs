//! [`Machine`]: the state that all coroutines share, and how one is resumed.

use std::ptr::NonNull;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use smallvec::SmallVec;

use super::coroutine::{NativeStacks, mark_words};
use super::cx::{NativeState, Thrown};
use super::exec::{self, TIMER_CHAN};
use super::hooks::Hooks;
use super::kernel::Kernel;
use super::liveness::LivenessCache;
#[cfg(not(phasync_threaded))]
use super::profile::Pairs;
use super::profile::Profile;
use super::program::{GlobalId, Program};
use super::reach::{Reach, Uses};
use super::script::{MAX_SLOTS, Script, StackLimit};
use super::slim::Grown;
use super::slots;
use super::wait::Conc;
use crate::bytecode::{FuncFlags, FuncId, Op, Stands};
use crate::heap::{Chan, Heap, HeapConfig, Marker, RTypeId, Str, coroutine, mem};
use crate::host::Host;
use crate::source::godebug_value;
use crate::syscall::{DEFAULT_SEED, Entry, SystemCall, TaskId, WaitReason};

/// Why a coroutine has stopped running.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// It asks for something; it stands at the instruction that does.
    Yield(SystemCall),
    /// The coroutine that ran last has yielded a system call, which the kernel has carried out; whose turn it is now has to be
    /// decided outside.
    Turn,
    /// Its budget is spent; it can go on any time.
    Preempted,
    /// Memory should be collected; then it goes on with what is left of its budget.
    Collect,
    /// Its function has returned, or it called Goexit and its deferred calls have run.
    Done,
    /// It is about to run a function that has no code yet; it goes on when that is there.
    Compile(FuncId),
    /// It is about to throw an error whose types `Program::well_known` does not know yet.
    WellKnown,
    /// It panicked, and nobody recovered: whether the program dies of it has to be decided.
    Unrecovered,
    /// It panicked, and nobody recovered; what the panics say is known.
    Panicked,
    /// `fatal error: ...`: the program ends, without deferred calls.
    Fatal(String),
    /// `os.Exit`
    Exit(i32),
    /// Ctrl-C
    Interrupted,
}

/// How a machine behaves.
#[derive(Clone, Debug)]
pub struct MachineConfig {
    /// Back-edges and calls of the source that a coroutine may spend at a stretch.
    pub slice: u32,
    /// Whether a coroutine whose slice is spent must let others run.
    pub preempt: bool,
    /// Seed of all choices, and of the numbers that programs ask for; without it those come from the host.
    pub seed: Option<u64>,
    /// The heap's configuration.
    pub heap: HeapConfig,
    /// Registers that one stack may have at most.
    pub max_stack: usize,
}

impl Default for MachineConfig {
    fn default() -> Self {
        MachineConfig {
            slice: 20_000,
            preempt: true,
            seed: None,
            heap: HeapConfig::default(),
            max_stack: MAX_SLOTS,
        }
    }
}

/// The state that all coroutines share.
pub struct Machine {
    /// The program's tables.
    pub program: Program,
    /// Memory.
    pub heap: Heap,
    /// The outside world.
    pub host: Box<dyn Host>,
    /// Queues, who is ready, choices.
    pub conc: Conc,
    /// What natives and the machine tell each other.
    pub natives: NativeState,
    /// What is left of the running coroutine's slice; below 0 it is spent.
    pub(super) budget: i64,
    /// What a coroutine gets for its turn: so much of its slice at once, and so much put aside.
    slice: [i64; 2],
    /// Part of the budget that has been put aside so that the next safepoint stops: see [`Machine::checkpoint`].
    pub(super) aside: i64,
    pub(super) config: MachineConfig,
    pub(super) pending: Option<(Thrown, Stands)>,
    /// `panic(nil)` panics with nil, and not with an error that says so.
    pub(super) panics_with_nil: bool,
    /// How the coroutine stands at its instruction that is thrown into.
    pub(super) raises: Stands,
    /// Why the handlers have returned, if they shall not go on.
    pub(super) step: Option<Step>,
    /// The index and the length of a failed check.
    pub(super) trap: [u64; 2],
    /// What a native throws.
    pub(super) thrown: Option<Thrown>,
    /// The system call that the running coroutine yields.
    pub(crate) call: SystemCall,
    /// Turns that the kernel has lent: so often may a task that waits hand its turn to the first of the ready queue. See
    /// [`Kernel`].
    pub(crate) lent: u32,
    /// An operation on a channel may take a quick path if its value has so many slots: one; or more than any value has, while
    /// someone watches, because quick paths do not tell.
    pub(super) quick: u16,
    /// The coroutine that the handlers run.
    pub(super) running: *mut Script,
    kernel: Option<NonNull<dyn Kernel>>,
    pub(super) chan_count: u32,
    /// Native coroutines.
    pub stacks: NativeStacks,
    /// What the host keeps with tasks.
    pub hooks: Hooks,
    liveness: LivenessCache,
    /// The stack that has grown last.
    pub(super) grown: Grown,
    /// Where time is spent, if that is written down.
    pub(super) profile: Option<Box<Profile>>,
    /// Which types implement which interfaces, as far as was asked.
    implements: hashbrown::HashMap<(RTypeId, RTypeId), bool>,
    interrupt: Arc<AtomicBool>,
    /// When, on the host's clock, the program has run long enough.
    pub deadline: Option<i64>,
    /// How often which instruction has followed which, if that is counted.
    #[cfg(not(phasync_threaded))]
    pub(super) pairs: Option<Box<Pairs>>,
    /// For the test that every opcode is executed: how often each was.
    #[cfg(debug_assertions)]
    pub coverage: Box<[u64]>,
}

impl Machine {
    /// A machine without functions.
    pub fn new(host: Box<dyn Host>, config: MachineConfig) -> Machine {
        let interrupt = host.interrupt();
        let seed = config.seed.unwrap_or(DEFAULT_SEED);
        let heap = Heap::new(HeapConfig { seed, ..config.heap.clone() });
        Machine {
            program: Program::new(),
            heap,
            host,
            conc: Conc::new(seed),
            natives: NativeState {
                interrupt: interrupt.clone(),
                stack: StackLimit::new(config.max_stack),
                ..NativeState::new(config.seed)
            },
            budget: i64::from(config.slice),
            slice: [i64::from(config.slice), 0],
            aside: 0,
            config,
            pending: None,
            panics_with_nil: false,
            raises: Stands::At,
            step: None,
            trap: [0; 2],
            thrown: None,
            call: SystemCall::Yield,
            lent: 0,
            quick: 1,
            running: std::ptr::null_mut(),
            kernel: None,
            chan_count: 0,
            stacks: NativeStacks::default(),
            hooks: Hooks::default(),
            liveness: LivenessCache::default(),
            grown: Grown::default(),
            profile: None,
            implements: hashbrown::HashMap::new(),
            interrupt,
            deadline: None,
            #[cfg(not(phasync_threaded))]
            pairs: None,
            #[cfg(debug_assertions)]
            coverage: vec![0; crate::bytecode::Op::ALL.len()].into(),
        }
    }

    /// Gives the coroutine that runs next a whole slice.
    #[inline]
    pub fn new_slice(&mut self) {
        [self.budget, self.aside] = self.slice;
    }

    /// From each slice puts aside what is more than `first`.
    pub(super) fn part_slices(&mut self, first: i64) {
        let whole = i64::from(self.config.slice);
        self.slice = [whole.min(first), (whole - first).max(0)];
    }

    /// The coroutine has its turn: a whole slice.
    #[inline(always)]
    pub(super) fn give_turn(&mut self, s: *mut Script) {
        self.running = s;
        self.new_slice();
        // SAFETY: a coroutine of a live task.
        self.natives.goroutine = unsafe { (*s).owner.number };
    }

    /// Ends the slice at the next call or back-edge.
    pub(crate) fn cut_slice(&mut self) {
        [self.budget, self.aside] = [0, 0];
    }

    /// The same, for the scheduler.
    #[inline]
    pub(crate) fn begin_turn(&mut self, s: &mut Script) {
        self.give_turn(s);
    }

    /// The task whose turn it is. There is one.
    #[inline]
    pub(crate) fn current_task(&self) -> TaskId {
        // SAFETY: the coroutine that has, or last had, its turn; tasks stay where they are.
        unsafe { (*self.running).owner.task }
    }

    /// Takes work that was done for the running coroutine off its slice.
    pub(crate) fn charge(&mut self, work: u32) {
        self.budget -= i64::from(work);
    }

    /// Runs a coroutine, and those that the kernel puts in its place, until one stops.
    #[inline]
    pub fn resume<'k>(&mut self, mut s: NonNull<Script>, kernel: &'k mut (dyn Kernel + 'k)) -> Step {
        // SAFETY: the kernel gives a coroutine that nobody else has; this borrow ends before the handlers begin.
        let script = unsafe { s.as_mut() };
        if script.pc.is_null()
            && let Some(step) = self.enter(script)
        {
            return step;
        }
        if let Some((thrown, stands)) = self.pending.take()
            && let Some(step) = self.raise_where_it(stands, script, thrown)
        {
            return step;
        }
        // SAFETY: only the lifetime changes: the handlers do not have the kernel when this returns.
        let kernel = unsafe {
            std::mem::transmute::<&'k mut (dyn Kernel + 'k), &'static mut (dyn Kernel + 'static)>(kernel)
        };
        self.kernel = Some(NonNull::from(kernel));
        // SAFETY: the coroutine's frames are of functions of this program that the verifier has accepted.
        let step = unsafe { exec::run(self, s.as_ptr()) };
        self.kernel = None;
        step
    }

    /// Yields the system call `call` of the running coroutine to the kernel; who goes on. Nothing if `step` says why nobody
    /// does.
    #[inline]
    pub(super) fn system_call(&mut self) -> Option<NonNull<Script>> {
        let mut kernel = self.kernel?;
        // SAFETY: `resume` has lent the kernel for as long as the handlers run; nothing else uses it meanwhile.
        unsafe { kernel.as_mut() }.system_call(self)
    }

    /// The running coroutine waits, and is in the queue of what it waits for. Who goes on, as above.
    #[inline]
    pub(super) fn park(&mut self, reason: WaitReason) -> Option<NonNull<Script>> {
        let mut kernel = self.kernel?;
        // SAFETY: as above.
        unsafe { kernel.as_mut() }.park(self, reason)
    }

    /// The running coroutine has returned from its first frame. Who goes on, as above.
    #[inline]
    pub(super) fn done(&mut self) -> Option<NonNull<Script>> {
        let mut kernel = self.kernel?;
        // SAFETY: as above.
        unsafe { kernel.as_mut() }.done(self)
    }

    /// Makes the handlers return with this step. For the kernel.
    #[inline]
    pub(crate) fn stop(&mut self, step: Step) {
        debug_assert!(self.step.is_none());
        // There is none while handlers run: no need to look for something to drop.
        std::mem::forget(self.step.replace(step));
    }

    /// Starts the function of the innermost frame, whose code has just been made.
    #[cold]
    fn enter(&mut self, s: &mut Script) -> Option<Step> {
        // SAFETY: the header of the innermost frame.
        let func = FuncId(unsafe { *s.base.sub(3) } as u32);
        let function = self.program.function(func);
        if !function.is_compiled() {
            return Some(Step::Fatal(format!("{} was not compiled", function.name)));
        }
        let (regs, code) = (usize::from(function.regs), function.code.as_ptr());
        let used = (s.limit as usize - s.base as usize) / 8;
        if used < regs {
            let exact = s.offset(s.base) == 3;
            let grown =
                if exact { s.fit(regs) } else { s.grow(s.base, regs, self.natives.stack.slots).map(|_| ()) };
            if grown.is_err() {
                return Some(stack_overflow());
            }
        }
        s.pc = code;
        None
    }

    /// Makes a coroutine whose innermost frame is about to start its function call the functions of `before` first, in
    /// order. Gives nothing, or why it cannot.
    pub(crate) fn call_first(&mut self, s: &mut Script, before: &[FuncId]) -> Option<Step> {
        if let Some(step) = self.enter(s) {
            return Some(step);
        }
        s.initialises = true;
        // The last one lies deepest, and returns to the function itself; each returns to the start of the one before.
        for &func in before.iter().rev() {
            // SAFETY: the header of the innermost frame names its function.
            let current = FuncId(unsafe { *s.base.sub(3) } as u32);
            let (window, ret) = (self.program.function(current).regs, s.pc);
            // SAFETY: the frame begins above all registers of the innermost one; initialisers have no parameters.
            let step = unsafe { exec::push_frame(self, s, window, func, 0, &[], ret, 0) };
            if step.is_some() {
                return step;
            }
        }
        None
    }

    /// Sets up `s` to run a new goroutine; the arguments are in the frame of `parent`.
    #[inline]
    pub fn spawn(&mut self, s: &mut Script, parent: &Script, entry: Entry) {
        // SAFETY: the verifier has seen that the window lies within the frame, results and parameters included.
        unsafe {
            let called = *self.program.entries().add(entry.func.0 as usize);
            let window = parent.reg(entry.window).add(3);
            s.start(entry.func, called, entry.closure, std::slice::from_raw_parts(window, called.window()));
        }
    }

    /// Sets up `s` to call a function without parameters, or a closure of such.
    pub fn spawn_call(&mut self, s: &mut Script, func: FuncId, closure: u64) {
        self.spawn_with(s, func, closure, &[]);
    }

    /// Sets up `s` to call a function, with its closure or 0, with all its arguments in register form.
    pub fn spawn_with(&mut self, s: &mut Script, func: FuncId, closure: u64, args: &[u64]) {
        // SAFETY: functions have entries.
        let called = unsafe { *self.program.entries().add(func.0 as usize) };
        let results = usize::from(called.results);
        let mut window = vec![0; called.window()];
        window[results..results + args.len()].copy_from_slice(args);
        s.start(func, called, closure, &window);
    }

    /// The same for the main goroutine, in which most programs compute.
    pub(crate) fn spawn_main(&mut self, s: &mut Script, func: FuncId, closure: u64, args: &[u64]) {
        self.spawn_with(s, func, closure, args);
        s.move_apart();
    }

    /// What the first function of a coroutine that is done has given, in register form.
    pub(crate) fn results_of(&self, s: &Script) -> Vec<u64> {
        // SAFETY: only the first frame is left; its first registers hold the results.
        unsafe {
            let results = self.program.function(FuncId(*s.base.sub(3) as u32)).results;
            (0..usize::from(results)).map(|i| *s.base.add(i)).collect()
        }
    }

    /// The function of a closure that a program made.
    pub(crate) fn closure_func(&self, addr: u64) -> FuncId {
        // SAFETY: timers are given closures, by the static types of package time.
        FuncId(unsafe { crate::heap::closure::func(addr) })
    }

    /// Moves a coroutine on behind the instruction at which it waited.
    #[inline]
    pub fn advance(&self, s: &mut Script) {
        s.advance();
    }

    /// Says in which ways the program behaves as in older versions of Go; what the environment says of that comes first.
    pub fn set_settings(&mut self, settings: String) {
        let environ = self.host.environ();
        let said = environ.iter().find_map(|variable| variable.strip_prefix("GODEBUG="));
        self.panics_with_nil = godebug_value(&[&settings, said.unwrap_or("")], "panicnil") == Some("1");
        self.natives.settings = settings;
    }

    /// A coroutine that has spent its slice, or waits for the outside, goes on at the instruction at which it stands.
    pub(crate) fn retry(&self, s: &mut Script) {
        s.retry();
    }

    /// Throws into a coroutine that stands at an instruction, instead of answering it.
    pub(crate) fn throw_into(&mut self, s: &mut Script, thrown: Thrown) -> Option<Step> {
        self.raise_where_it(if s.is_answered() { Stands::At } else { Stands::InFront }, s, thrown)
    }

    fn raise_where_it(&mut self, stands: Stands, s: &mut Script, thrown: Thrown) -> Option<Step> {
        self.raises = stands;
        let step = self.raise(s, thrown);
        self.raises = Stands::At;
        step
    }

    /// Writes result `i` of the native at which the coroutine waits.
    pub(crate) fn answer(&mut self, s: &mut Script, i: u16, word: u64) {
        // SAFETY: the coroutine stands at a `CallNative` whose window, at `a`, has such a result; or at an instruction whose
        // result goes to `a`.
        unsafe {
            let at = *s.pc;
            let first = if at.op_number() == Op::CallNative as u16 { at.a() + 3 } else { at.a() };
            *s.reg(first + i) = word;
        }
    }

    /// Writes results `i` and `i + 1` of the native at which the coroutine waits: a new string, empty if there is no memory
    /// for it.
    pub(crate) fn answer_text(&mut self, s: &mut Script, i: u16, text: &str) {
        let (ptr, len) = match Str::new(&mut self.heap, text.as_bytes()) {
            Ok(string) => (string.ptr(), string.len()),
            Err(_) => (0, 0),
        };
        self.answer(s, i, ptr);
        self.answer(s, i + 1, len);
    }

    /// Queues a task that has yielded a Send or Recv.
    #[inline]
    pub(crate) fn queue_send(&mut self, s: &mut Script, chan: u64, value: u16) {
        // SAFETY: the channel is not nil, and held by a register of the task.
        let chan = unsafe { Chan::from_slot(chan) };
        self.conc.enqueue(chan, true, s, s.reg(value), std::ptr::null_mut(), None, 0);
    }

    /// See [`queue_send`](Self::queue_send).
    #[inline]
    pub(crate) fn queue_recv(&mut self, s: &mut Script, chan: u64, value: u16, ok: u16) {
        // SAFETY: as above.
        let chan = unsafe { Chan::from_slot(chan) };
        let ok = if ok == crate::bytecode::NO_REG { std::ptr::null_mut() } else { s.reg(ok) };
        self.conc.enqueue(chan, false, s, s.reg(value), ok, None, 0);
    }

    /// Gives a stack to the task, which wants one for the native of its innermost frame, and goes on. Whether there was one.
    pub(crate) fn grant_stack(&mut self, s: &mut Script, task: TaskId, ticket: u16) -> bool {
        let Some(id) = self.stacks.take(task) else { return false };
        // SAFETY: a register of the frame.
        unsafe { *s.reg(ticket) = u64::from(id) + 1 };
        true
    }

    /// Refuses a stack to the task, which goes on: it will panic.
    pub(crate) fn refuse_stack(&mut self, s: &mut Script, ticket: u16) {
        // SAFETY: a register of the frame.
        unsafe { *s.reg(ticket) = NativeStacks::REFUSED };
    }

    /// Puts the task in line for a stack; `holder` has one, and does not wait.
    pub(crate) fn queue_for_stack(&mut self, s: &mut Script, ticket: u16, holder: TaskId) {
        self.conc.enqueue_for_word(self.stacks.line(), s, s.reg(ticket));
        self.stacks.witness = holder;
    }

    /// Queues a task at all channels of its select that are not nil, and gives what it waits for.
    pub(crate) fn queue_select(&mut self, s: &mut Script, func: FuncId, table: u16, dst: u16) -> WaitReason {
        let table = &self.program.function(func).selects[usize::from(table)];
        let mut order: SmallVec<[usize; 8]> = SmallVec::new();
        if table.repeats {
            order.extend(0..table.cases.len());
            for i in (1..order.len()).rev() {
                order.swap(i, self.conc.choice.below(i as u32 + 1) as usize);
            }
        }
        let mut ring = 0;
        for n in 0..table.cases.len() {
            let i = order.get(n).copied().unwrap_or(n);
            let case = &table.cases[i];
            if !case.send {
                // A collection may come between the end of the wait and the jump to the case: for all that it knows then, every
                // receive case has written its registers.
                // SAFETY: registers of the select's cases are registers of the frame.
                unsafe { std::ptr::write_bytes(s.reg(case.value), 0, usize::from(case.slots)) };
            }
            // SAFETY: as above.
            let chan = unsafe { *s.reg(case.chan) };
            if chan == 0 {
                continue;
            }
            let ok = if case.ok == crate::bytecode::NO_REG { std::ptr::null_mut() } else { s.reg(case.ok) };
            // SAFETY: not nil, and held by the register.
            let chan = unsafe { Chan::from_slot(chan) };
            let choice = Some((i as u32, s.reg(dst)));
            ring = self.conc.enqueue(chan, case.send, s, s.reg(case.value), ok, choice, ring);
        }
        match ring {
            0 if table.cases.is_empty() => WaitReason::SelectNoCases,
            0 => WaitReason::SelectNil,
            _ => WaitReason::Select,
        }
    }

    /// Whether someone is told what happens.
    #[inline(always)]
    pub(crate) fn is_watched(&self) -> bool {
        self.conc.watch.is_some()
    }

    /// Whether someone wants to know more than the program does.
    #[inline(always)]
    pub(crate) fn is_observed(&self) -> bool {
        self.is_watched() || self.profile.is_some()
    }

    /// Whether a task waits to receive from the channel.
    pub(crate) fn chan_has_receivers(&self, chan: u64) -> bool {
        // SAFETY: timers hold live channels.
        unsafe { Chan::from_slot(chan) }.recvq().head != 0 || self.conc.attendance.has(chan)
    }

    /// Closes a live channel, unless that has been done.
    pub(crate) fn close_chan(&mut self, chan: u64) {
        // SAFETY: as above. What fails is only to close it twice.
        let _ = unsafe { exec::close_chan(self, chan, 0) };
    }

    /// Makes a channel look unbuffered, though it has room for one time.
    pub(crate) fn mark_timer_chan(&mut self, chan: u64) {
        // SAFETY: as above.
        let chan = unsafe { Chan::from_slot(chan) };
        chan.set_id(chan.id() | TIMER_CHAN);
    }

    /// Sends the time to a timer's channel, unless a time lies in it that nobody has received. A `time.Time` is three
    /// words, as in Go: flag, seconds since 1885 and nanoseconds; monotonic nanoseconds; location.
    pub(crate) fn send_time(&mut self, chan: u64, loc: u64, (sec, nsec): (i64, u32), mono: i64) {
        let time = time_words((sec, nsec), mono, loc);
        // SAFETY: timers hold live channels, whose elements are of type `time.Time`.
        unsafe {
            let chan = Chan::from_slot(chan);
            if self.is_watched() {
                self.tell_time_sent(chan);
            }
            if let Some(receiver) = self.conc.take_receiver(chan) {
                receiver.value.cast::<[u64; 3]>().write(time);
            } else if !chan.is_full() {
                mem::store(chan.push(), time);
            }
        }
    }

    /// Whether a coroutine has not run yet.
    pub(crate) fn is_fresh(&self, s: &Script) -> bool {
        let mut frames = s.frames();
        let first = frames.next();
        let at_start = |frame: super::script::Frame| {
            let code = self.program.entry_code(frame.func);
            std::ptr::eq(frame.pc, code)
        };
        first.is_some_and(at_start) && frames.next().is_none()
    }

    /// Whether a coroutine that is done has ended by Goexit.
    pub(crate) fn ended_by_goexit(&self, s: &Script) -> bool {
        s.unwinding.as_ref().is_some_and(|u| u.is_goexit())
    }

    /// The budget is below zero, or part of it has been put aside because something should happen at a safepoint.
    /// What counts as spent does not depend on the latter, so that a collection changes no schedule.
    #[cold]
    #[inline(never)]
    pub(super) fn checkpoint(&mut self) -> Option<Step> {
        self.budget += self.aside;
        self.aside = 0;
        if self.budget < 0 {
            self.budget = i64::from(self.config.slice);
            self.host.show();
            if self.interrupt.load(Ordering::Relaxed) {
                return Some(Step::Interrupted);
            }
            if self.deadline.is_some_and(|at| self.host.mono() >= at) {
                return Some(Step::Fatal("time limit exceeded".into()));
            }
            if self.config.preempt {
                return Some(Step::Preempted);
            }
        }
        self.sample_if_due();
        self.heap.should_collect().then_some(Step::Collect)
    }

    /// Types have other methods now.
    pub fn forget_methods(&mut self) {
        self.implements.clear();
    }

    /// The same in the innermost function of a coroutine, where that may not be preempted; but who called it is, then.
    pub(super) fn checkpoint_in(&mut self, s: &mut Script) -> Option<Step> {
        let step = self.checkpoint();
        if step == Some(Step::Preempted) && self.is_atomic(s) {
            self.budget = 0;
            return self.heap.should_collect().then_some(Step::Collect);
        }
        step
    }

    /// Whether others must not see what the coroutine is at: it is in a function of a package whose state is never seen half
    /// changed, or gives a variable of the library its first value. The function that mentions the variable counts as compiled
    /// by then, so others would take it as it is.
    #[cold]
    fn is_atomic(&self, s: &mut Script) -> bool {
        let flags = |func: FuncId| self.program.function(func).flags;
        let mut frames = s.frames();
        let innermost = frames.next();
        if innermost
            .as_ref()
            .is_some_and(|frame| flags(frame.func).has_any(FuncFlags::ATOMIC | FuncFlags::INIT))
        {
            return true;
        }
        let initialises = s.initialises && frames.any(|frame| flags(frame.func).has(FuncFlags::INIT));
        s.initialises = initialises;
        initialises
    }

    /// Whether values of a type may be stored in an interface.
    #[inline]
    pub(super) fn implements(&mut self, ty: RTypeId, iface: RTypeId) -> bool {
        let types = &self.program.rtypes;
        *self.implements.entry((ty, iface)).or_insert_with(|| types.implements(ty, iface).is_ok())
    }

    /// Whether Ctrl-C has been pressed.
    pub fn interrupted(&self) -> bool {
        self.interrupt.load(Ordering::Relaxed)
    }

    /// Collects. `scripts` gives the coroutines of all tasks, `suspended` those that go on when a suspended one is resumed, by its
    /// number, and the objects of these; `more` what else is held. With `uses`, halves of channels count as gone that
    /// are only in variables that no coroutine can come to use; the variables keep what is in them.
    ///
    /// # Errors
    /// More is alive than the limit allows.
    pub(crate) fn collect(
        &mut self,
        scripts: impl FnOnce(&mut dyn FnMut(&Script)),
        suspended: impl Fn(u32, &mut dyn FnMut(Held<'_>)),
        more: impl FnOnce(&mut Marker<'_>),
        uses: Option<&dyn Uses>,
    ) -> Result<(), crate::heap::OutOfMemory> {
        slots::forget_spares();
        let (program, liveness, stacks) = (&self.program, &mut self.liveness, &self.stacks);
        let mut scan = |s: &Script, marker: &mut Marker<'_>| {
            marker.count_root_bytes(8 * s.capacity() as u64);
            liveness.roots(program, stacks, s, marker);
        };
        let conc = &mut self.conc;
        let NativeState { roots, halves, finalizers, weak, .. } = &mut self.natives;
        let mut reach = uses.map(|uses| Reach::new(program, uses));
        // SAFETY: what a program can still use is reachable from its globals, its coroutines and the timers.
        unsafe {
            self.heap.collect(&program.rtypes, |marker| {
                let mut later = Vec::new();
                if let Some(reach) = &reach {
                    marker.look_out(reach.lookout());
                }
                for (id, global) in program.globals().iter().enumerate() {
                    if reach.as_ref().is_none_or(|reach| reach.has(GlobalId(id as u32))) {
                        // SAFETY: the cell holds initialised memory of the layout.
                        marker.region(global.addr(), global.bytes(), global.layout());
                    } else {
                        later.push(global);
                    }
                }
                scripts(&mut |s| {
                    scan(s, marker);
                    if let Some(reach) = &mut reach {
                        reach.script(s);
                    }
                });
                roots.mark(&program.rtypes, marker);
                for (elem, words) in conc.returned() {
                    mark_words(&program.rtypes, elem, words, marker);
                }
                more(marker);
                // What a suspended coroutine holds counts as soon as somebody can resume it.
                let mut coroutines = |mut reach: Option<&mut Reach<'_>>, marker: &mut Marker<'_>| {
                    let reached = marker.reached();
                    for &number in &reached {
                        suspended(number, &mut |held| match held {
                            Held::Object(object) => marker.pointer(object),
                            Held::Script(s) => {
                                scan(s, marker);
                                if let Some(reach) = &mut reach {
                                    reach.script(s);
                                }
                            }
                        });
                    }
                    !reached.is_empty()
                };
                if let Some(mut reach) = reach {
                    reach.mark(marker, |reach, marker| coroutines(Some(reach), marker));
                    halves.forget_unreachable(|addr| marker.is_marked(addr));
                    marker.look_away();
                }
                for global in later {
                    // SAFETY: as above.
                    marker.region(global.addr(), global.bytes(), global.layout());
                }
                while coroutines(None, marker) {}
                if !finalizers.is_empty() {
                    finalizers.mark(marker);
                    while coroutines(None, marker) {}
                }
                // A weak pointer is nil before a finalizer gets its object.
                weak.settle(marker);
                if !finalizers.is_empty() {
                    finalizers.settle(marker);
                    while coroutines(None, marker) {}
                }
            })
        }?;
        let heap = &self.heap;
        conc.forget_unreachable(|chan| heap.survived(chan));
        self.natives.halves.forget_unreachable(|addr| heap.survived(addr));
        Ok(())
    }

    /// Gives the object of a coroutine its number, or says that it is one of none any more.
    pub(crate) fn number_coroutine(&mut self, object: u64, number: Option<u32>) {
        // SAFETY: the scheduler holds objects of coroutines that have not ended, which the collector knows.
        unsafe { coroutine::set_number(object, number.unwrap_or(coroutine::NONE)) };
    }

    /// Adds the opcodes that were executed to the file that the variable `PHASYNC_OPCODES` names: the tests want
    /// every opcode to be executed by some test.
    #[cfg(debug_assertions)]
    pub(crate) fn save_coverage(&self) {
        use std::io::Write;
        let Some(path) = std::env::var_os("PHASYNC_OPCODES") else { return };
        let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
        if let Ok(mut file) = file {
            let executed = self.coverage.iter().zip(crate::bytecode::Op::ALL).filter(|(n, _)| **n > 0);
            let names: String = executed.map(|(_, op)| format!("{}\n", op.info().name)).collect();
            // Who asked for it sees that lines are missing.
            let _ = file.write_all(names.as_bytes());
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        self.end_natives();
    }
}

/// A `time.Time` with a monotonic reading.
pub(crate) fn time_words((sec, nsec): (i64, u32), mono: i64, loc: u64) -> [u64; 3] {
    /// Seconds from 1885 to 1970.
    const SINCE_1885: i64 = (1969 - 1884) * 365 * 86400 + 20 * 86400;
    let seconds = (sec + SINCE_1885) as u64;
    [1 << 63 | seconds << 30 | u64::from(nsec), mono as u64, loc]
}

/// What a coroutine holds that can be resumed.
pub(crate) enum Held<'a> {
    /// A segment.
    Script(&'a Script),
    /// The address of an object.
    Object(u64),
}

/// What a program says that dies of [`runtime.Breakpoint`](https://pkg.go.dev/runtime#Breakpoint); no "fatal error".
pub const TRAP: &str = "SIGTRAP: trace trap";

/// The recursion is too deep.
#[cold]
pub(super) fn stack_overflow() -> Step {
    Step::Fatal("stack overflow".into())
}
