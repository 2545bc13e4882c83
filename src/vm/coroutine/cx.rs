//! [`Cx`]: what a native function that may block sees.
//!
//! Invariants
//! - A `Cx` is used on the native stack that it was made on, and only while its function runs: then nothing else uses the
//!   machine. What the machine lends ([`Lent`]) is renewed at every request.
//! - Addresses of objects do not live across a request: the words of values go into registers of the frame, arguments of a
//!   call, or roots.

use std::ptr::NonNull;
use std::time::Duration;

use super::roots::Root;
use super::{Request, SCRATCH, stack};
use crate::bytecode::{FRAME_HEADER, FuncId, Instr};
use crate::heap::{RTypeId, closure};
use crate::native::convert::{FromResults, FromValue, IntoArgs, IntoResults, IntoValue, Mismatch, Results};
use crate::native::{Chan, Func};
use crate::syscall::{Entry, SystemCall, WaitReason};
use crate::vm::cx::{Iface, Thrown, Unwind};
use crate::vm::exec;
use crate::vm::hooks::{Switch, TaskLocals};
use crate::vm::machine::Machine;
use crate::vm::script::Script;
use crate::vm::values::{Raw, Values, Words};

/// What the machine lends to a native while it runs.
#[derive(Clone, Copy)]
pub(super) struct Lent {
    machine: NonNull<Machine>,
    /// The coroutine with the native's frame; none if the machine is about to go.
    script: Option<NonNull<Script>>,
    /// Where the frame begins, as an offset.
    frame: u32,
    /// The number of the native coroutine.
    id: u32,
    /// The native's type.
    sig: RTypeId,
}

impl Lent {
    pub fn new(
        machine: &mut Machine,
        script: Option<&mut Script>,
        frame: u32,
        id: u32,
        sig: RTypeId,
    ) -> Lent {
        Lent { machine: NonNull::from(machine), script: script.map(NonNull::from), frame, id, sig }
    }
}

/// Requests that a function may make in vain after one has failed; then it is stopped by a Rust panic of its own.
const PATIENCE: u32 = 1000;

/// How a request is made: what the machine lends anew, or why the request failed.
type Suspend<'a> = dyn FnMut(Request) -> Result<Lent, (Lent, Unwind)> + 'a;

/// What a native function that may block sees of its task.
///
/// Every method that may wait, or let script code run, gives an [`Unwind`] if the task must end or a panic passes through.
/// Give it back to your caller (`?`): all further calls fail, too. Values of the program that are needed after such a call are
/// kept as [`Func`], [`Chan`] or [`Root`]; everything else has been copied.
pub struct Cx<'a> {
    lent: Lent,
    suspend: &'a mut Suspend<'a>,
    /// Why the function must end.
    failed: Option<Unwind>,
    refused: u32,
    /// Who has used the stack further down than that is refused.
    floor: usize,
}

impl<'a> Cx<'a> {
    pub(super) fn new(lent: Lent, suspend: &'a mut Suspend<'a>, floor: usize) -> Cx<'a> {
        Cx { lent, suspend, failed: None, refused: 0, floor }
    }

    /// What the result of the function comes to: it cannot hide that it must end.
    pub(super) fn over(&mut self, result: Result<(), Unwind>) -> Result<(), Unwind> {
        match (result, self.failed.take()) {
            (Ok(()), Some(unwind)) => Err(unwind),
            (result, _) => result,
        }
    }

    /// The function has panicked in Rust.
    pub(super) fn panicked(&mut self, payload: &(dyn std::any::Any + Send)) -> Unwind {
        match self.failed.take() {
            // It was stopped because it would not stop.
            Some(unwind) if payload.is::<Impatient>() => unwind,
            Some(_) | None => stack::panic_value(stack::panic_text(payload)),
        }
    }

    // ---- the machine -----------------------------------------------------------------------------------------------

    pub(super) fn machine(&mut self) -> &mut Machine {
        // SAFETY: the function runs, so the machine is lent to it, and nobody else uses it; the borrow ends with `self`'s.
        unsafe { self.lent.machine.as_mut() }
    }

    /// The machine, and the coroutine with the frame. Only where a request may be made, so that the frame is there.
    fn parts(&mut self) -> (&mut Machine, &mut Script) {
        let mut script = self.lent.script.expect("no request is made while the machine goes");
        // SAFETY: as above; the coroutine is not part of the machine.
        unsafe { (self.lent.machine.as_mut(), script.as_mut()) }
    }

    /// Register `r` of the frame.
    fn register(&mut self, r: u16) -> *mut u64 {
        let frame = self.lent.frame;
        // SAFETY: callers name registers of the frame.
        unsafe { self.parts().1.at(frame).add(usize::from(r)) }
    }

    fn registers(&mut self, r: u16, n: u16) -> Words {
        let from = self.register(r);
        // SAFETY: callers name registers of the frame, or of the window above it, which have been written.
        (0..usize::from(n)).map(|i| unsafe { *from.add(i) }).collect()
    }

    fn set_registers(&mut self, r: u16, words: &[u64]) {
        let to = self.register(r);
        // SAFETY: callers name registers of the frame; words do not lie in it.
        unsafe { std::ptr::copy_nonoverlapping(words.as_ptr(), to, words.len()) };
    }

    /// The register of the `ok` of a receive; the scratch registers follow.
    fn ok_register(&mut self) -> u16 {
        let sig = self.lent.sig;
        let (results, params) = self.machine().program.signature_slots(sig);
        results + params + 1
    }

    /// Says what the scratch registers hold, or will.
    fn set_scratch(&mut self, ty: RTypeId) {
        let id = self.lent.id;
        if let Some(active) = self.machine().stacks.get(id) {
            active.scratch = ty;
        }
    }

    /// Makes a request.
    pub(super) fn request(&mut self, request: Request) -> Result<(), Unwind> {
        match (self.suspend)(request) {
            Ok(lent) => {
                self.lent = lent;
                Ok(())
            }
            Err((lent, unwind)) => {
                self.lent = lent;
                self.failed = Some(unwind.clone());
                Err(unwind)
            }
        }
    }

    /// Before every request: fails if an earlier one has, lets others run if the slice is spent, and collects garbage if it
    /// is time.
    fn begin(&mut self) -> Result<(), Unwind> {
        if let Some(unwind) = &self.failed {
            let unwind = unwind.clone();
            self.refused += 1;
            if self.refused > PATIENCE && !std::thread::panicking() {
                std::panic::resume_unwind(Box::new(Impatient));
            }
            return Err(unwind);
        }
        if std::thread::panicking() {
            // A destructor: the stack must not be left now.
            return Err(Thrown::Text("a native function panicked".into()).into());
        }
        self.check_stack()?;
        if self.machine().is_due() {
            return self.request(Request::Checkpoint);
        }
        Ok(())
    }

    /// Fails if the function has used so much of its stack that what it asks for might overflow it.
    fn check_stack(&mut self) -> Result<(), Unwind> {
        if stack::stack_pointer() >= self.floor {
            return Ok(());
        }
        let name = match self.lent.script {
            Some(_) => {
                let frame = self.lent.frame;
                let (machine, script) = self.parts();
                machine.function_at(script, frame)
            }
            None => String::new(),
        };
        Err(super::run::overflow(&name).into())
    }

    fn mismatch(&mut self, mismatch: &Mismatch) -> Unwind {
        let frame = self.lent.frame;
        let (machine, script) = self.parts();
        let name = machine.function_at(script, frame);
        mismatch.thrown(&name)
    }

    // ---- arguments and results -------------------------------------------------------------------------------------

    /// The argument number `i`, counted from 0.
    ///
    /// # Errors
    /// A panic of the program that names the mismatch, if the Rust type does not go with the declared one.
    pub fn arg<T: FromValue>(&mut self, i: usize) -> Result<T, Unwind> {
        if let Some(unwind) = &self.failed {
            return Err(unwind.clone());
        }
        self.check_stack()?;
        let sig = self.lent.sig;
        let types = &self.machine().program.rtypes;
        let sig = types.get(sig);
        let slots = |list: &[RTypeId]| -> u16 { list.iter().map(|&t| types.get(t).slots).sum() };
        let Some(&ty) = sig.params.get(i) else {
            return Err(Thrown::Text(format!("the native function has no argument {i}")).into());
        };
        let (first, n) = (slots(&sig.results) + slots(&sig.params[..i]), types.get(ty).slots);
        let raw = Raw::new(ty, self.registers(first, n));
        let made = T::from_value(&mut self.machine().values(), &raw);
        made.map_err(|mismatch| self.mismatch(&mismatch.in_argument(i)))
    }

    /// Sets the results of the function.
    ///
    /// # Errors
    /// As for [`arg`](Self::arg).
    pub fn set_results<R: IntoResults>(&mut self, results: R) -> Result<(), Unwind> {
        if let Some(unwind) = &self.failed {
            return Err(unwind.clone());
        }
        self.check_stack()?;
        let sig = self.lent.sig;
        let types = self.machine().program.rtypes.get(sig).results.clone();
        let made = results.into_results(&mut self.machine().values(), &types);
        let made = made.map_err(|mismatch| self.mismatch(&mismatch))?;
        self.set_registers(0, made.words());
        Ok(())
    }

    // ---- what may wait ---------------------------------------------------------------------------------------------

    /// Goes to the tail of the ready queue.
    ///
    /// # Errors
    /// See [`Cx`].
    pub fn yield_now(&mut self) -> Result<(), Unwind> {
        self.begin()?;
        self.request(Request::System(SystemCall::Yield))
    }

    /// Sleeps. No time at all: goes on at once.
    ///
    /// # Errors
    /// See [`Cx`].
    pub fn sleep(&mut self, time: Duration) -> Result<(), Unwind> {
        self.begin()?;
        match i64::try_from(time.as_nanos()).unwrap_or(i64::MAX) {
            0 => Ok(()),
            nanos => self.request(Request::System(SystemCall::Sleep(nanos))),
        }
    }

    /// Receives from a channel; nothing when it is closed and empty.
    ///
    /// # Errors
    /// See [`Cx`]; a panic of the program if the Rust type does not go with the element type.
    pub fn recv<T: FromValue>(&mut self, chan: &Chan<T>) -> Result<Option<T>, Unwind> {
        self.begin()?;
        let Some((addr, elem)) = self.channel(chan.root())? else {
            self.request(Request::System(SystemCall::Forever(WaitReason::ChanReceiveNil)))?;
            unreachable!("nobody wakes who waits for ever");
        };
        let slots = self.machine().program.rtypes.get(elem).slots;
        let ok = self.ok_register();
        let value = ok + 1;
        self.set_registers(value, &[0; SCRATCH as usize]);
        let to = self.register(value);
        // SAFETY: a live channel with elements of this type; the scratch registers have room for one.
        match unsafe { exec::recv(self.machine(), addr, Instr::ext(elem.0, slots, 0), to) } {
            Ok(exec::Sent::Done(received)) => self.set_registers(ok, &[u64::from(received)]),
            Ok(exec::Sent::Wait) => {
                self.set_scratch(elem);
                let waited = self.request(Request::System(SystemCall::Recv { chan: addr, value, ok }));
                self.set_scratch(RTypeId::NIL);
                waited?;
            }
            Ok(exec::Sent::Never) => unreachable!("the channel is not nil"),
            Err(thrown) => return Err(thrown.into()),
        }
        if self.registers(ok, 1)[0] == 0 {
            return Ok(None);
        }
        let raw = Raw::new(elem, self.registers(value, slots));
        let made = T::from_value(&mut self.machine().values(), &raw);
        made.map(Some).map_err(|mismatch| self.mismatch(&mismatch))
    }

    /// Sends to a channel.
    ///
    /// # Errors
    /// See [`Cx`]; the panic of a send on a closed channel; a panic of the program if the Rust type does not go with the element
    /// type.
    pub fn send<T: IntoValue>(&mut self, chan: &Chan<T>, value: T) -> Result<(), Unwind> {
        self.begin()?;
        let Some((addr, elem)) = self.channel(chan.root())? else {
            return self.request(Request::System(SystemCall::Forever(WaitReason::ChanSendNil)));
        };
        let made = value.into_value(&mut self.machine().values(), elem).map(|raw| raw.words().to_vec());
        let words = made.map_err(|mismatch| self.mismatch(&mismatch))?;
        let register = self.ok_register() + 1;
        self.set_registers(register, &words);
        let from = self.register(register);
        let slots = words.len() as u16;
        // SAFETY: as in `recv`.
        match unsafe { exec::send(self.machine(), addr, Instr::ext(elem.0, slots, 0), from) } {
            Ok(exec::Sent::Done(_)) => Ok(()),
            Ok(exec::Sent::Wait) => {
                self.set_scratch(elem);
                let sent = self.request(Request::System(SystemCall::Send { chan: addr, value: register }));
                self.set_scratch(RTypeId::NIL);
                sent
            }
            Ok(exec::Sent::Never) => unreachable!("the channel is not nil"),
            Err(thrown) => Err(thrown.into()),
        }
    }

    /// Calls a function of the program, and waits until it returns.
    ///
    /// # Errors
    /// See [`Cx`]; what the function panics with; the panic of a call of nil; a panic that names the mismatch, if a Rust type does
    /// not go with the declared one.
    pub fn call<A: IntoArgs, R: FromResults>(&mut self, f: &Func<A, R>, args: A) -> Result<R, Unwind> {
        self.begin()?;
        let (closure, func, sig) = self.function(f.root())?;
        let args = self.arguments(sig, args)?;
        self.request(Request::Call { func, closure, args })?;
        let types = self.machine().program.rtypes.get(sig).results.clone();
        let kept = self.take_results(&types);
        let texts = self.error_texts(&kept)?;
        let results = Results { kept: &kept, texts: &texts };
        let made = R::from_results(&mut self.machine().values(), results);
        made.map_err(|mismatch| self.mismatch(&mismatch))
    }

    /// What the host keeps with the task that calls: values of its own, which are dropped when the task has ended.
    pub fn locals(&mut self) -> &mut TaskLocals {
        let number = self.task_number();
        self.machine().hooks.locals(number)
    }

    /// The number of the task that calls; of who ran last, if the machine is about to go.
    fn task_number(&mut self) -> u64 {
        match self.lent.script {
            // SAFETY: it has the native's frame, so it is live.
            Some(script) => unsafe { script.as_ref().owner.number },
            None => self.machine().natives.goroutine,
        }
    }

    /// Sets a handler that is told whenever the task that calls is left, entered again, or has ended; until it says false. It gets
    /// what is kept with the task, and runs between two turns: it must be quick, and must not panic. While there are handlers,
    /// every switch takes longer.
    ///
    /// ```
    /// # use phasync::engine::{Cx, Engine, Switch};
    /// # use std::{cell::RefCell, rc::Rc};
    /// let told = Rc::new(RefCell::new(Vec::new()));
    /// let log = told.clone();
    /// let mut engine = Engine::builder()
    ///     .virtual_time(true)
    ///     .blocking("host.Watch", move |cx: &mut Cx| {
    ///         let log = log.clone();
    ///         cx.on_switch(move |task, switch| {
    ///             log.borrow_mut().push((task.number(), switch));
    ///             true
    ///         });
    ///         Ok(())
    ///     })
    ///     .file("watch.pgo", "func Run() { host.Watch(); time.Sleep(time.Second) }")
    ///     .build()
    ///     .unwrap();
    /// engine.call::<_, ()>("Run", ()).unwrap();
    /// let task = told.borrow()[0].0;
    /// assert_eq!(*told.borrow(), [(task, Switch::Leave), (task, Switch::Enter), (task, Switch::Finish)]);
    /// ```
    pub fn on_switch(&mut self, handler: impl FnMut(&mut TaskLocals, Switch) -> bool + 'static) {
        let number = self.task_number();
        let machine = self.machine();
        machine.hooks.handle(number, true, Box::new(handler));
        // From the next switch on each is decided where it can be told.
        machine.lent = 0;
    }

    /// Starts a goroutine that calls a function of the program, and goes on.
    ///
    /// # Errors
    /// As for [`call`](Self::call).
    pub fn go<A: IntoArgs, R>(&mut self, f: &Func<A, R>, args: A) -> Result<(), Unwind> {
        self.begin()?;
        let (closure, func, sig) = self.function(f.root())?;
        let args = self.arguments(sig, args)?;
        let window = self.window();
        let (results, params) = self.machine().program.signature_slots(sig);
        let (frame, first) = (self.lent.frame, window + FRAME_HEADER + results);
        let (machine, script) = self.parts();
        machine.make_room(script, frame, usize::from(first) + usize::from(params))?;
        self.set_registers(window + FRAME_HEADER, &vec![0; usize::from(results)]);
        self.set_registers(first, &args);
        self.request(Request::System(SystemCall::Go(Entry { func, closure, window })))
    }

    /// Takes work off the slice of the task: one for about as much as a step of a loop in the language does. Others may run
    /// meanwhile, and Ctrl-C is heard; a function that computes for long calls this now and then.
    ///
    /// # Errors
    /// See [`Cx`].
    pub fn charge(&mut self, work: u32) -> Result<(), Unwind> {
        self.machine().charge(work);
        self.begin()
    }

    // ---- panics ----------------------------------------------------------------------------------------------------

    /// A panic of the program with this text, to be given to the caller.
    pub fn panic(&self, text: impl Into<String>) -> Unwind {
        Thrown::Text(text.into()).into()
    }

    /// Stops the panic that has made a call fail, as `recover` does: its text, and the function goes on as if nothing had
    /// happened.
    ///
    /// # Errors
    /// The same one, if it is no panic that passes through: the task must end (Goexit, cancellation, the end of the program),
    /// or the function has only made it itself.
    pub fn recover(&mut self, unwind: Unwind) -> Result<String, Unwind> {
        let Thrown::Passing { text, stoppable: true } = &*unwind.0 else { return Err(unwind) };
        if self.failed.is_none() || std::thread::panicking() {
            return Err(unwind);
        }
        let text = text.clone();
        (self.failed, self.refused) = (None, 0);
        self.request(Request::Recover)?;
        Ok(text)
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    /// Does something with the values of the program. Nothing of the program runs meanwhile.
    ///
    /// # Panics
    /// Too little of the native stack is left.
    pub fn with_values<T>(&mut self, f: impl FnOnce(&mut Values<'_>) -> T) -> T {
        assert!(self.check_stack().is_ok(), "a native function has used up its stack");
        f(&mut self.machine().values())
    }

    /// Nanoseconds of the clock that sleeping and timers go by.
    pub fn now(&mut self) -> i64 {
        self.machine().now()
    }

    // ---- parts of the above ----------------------------------------------------------------------------------------

    fn word(&mut self, root: &Root) -> Result<u64, Unwind> {
        let owned = self.machine().natives.roots.owns(root);
        if !owned {
            return Err(Thrown::Text("a value of another program".into()).into());
        }
        Ok(root.words()[0])
    }

    /// Address and element type of a channel that is not nil.
    fn channel(&mut self, root: &Root) -> Result<Option<(u64, RTypeId)>, Unwind> {
        let addr = self.word(root)?;
        Ok((addr != 0).then(|| (addr, self.machine().values().chan_elem(addr))))
    }

    /// Closure, function and type of a function value.
    fn function(&mut self, root: &Root) -> Result<(u64, FuncId, RTypeId), Unwind> {
        let closure = self.word(root)?;
        if closure == 0 {
            return Err(Thrown::Runtime(crate::vm::panics::NIL_DEREFERENCE.into()).into());
        }
        // SAFETY: a root of a function type holds a live closure.
        let func = FuncId(unsafe { closure::func(closure) });
        Ok((closure, func, root.ty()))
    }

    fn arguments<A: IntoArgs>(&mut self, sig: RTypeId, args: A) -> Result<Vec<u64>, Unwind> {
        let types = self.machine().program.rtypes.get(sig).params.clone();
        let made = args.into_args(&mut self.machine().values(), &types).map(|made| made.words().to_vec());
        made.map_err(|mismatch| self.mismatch(&mismatch))
    }

    /// The first register above the frame, where the window of a call begins.
    fn window(&mut self) -> u16 {
        self.ok_register() + 1 + SCRATCH
    }

    /// The results that lie in the window above the frame.
    fn take_results(&mut self, types: &[RTypeId]) -> Vec<Root> {
        let mut at = self.window() + FRAME_HEADER;
        let mut kept = Vec::with_capacity(types.len());
        for &ty in types {
            let slots = self.machine().program.rtypes.get(ty).slots;
            let words = self.registers(at, slots);
            kept.push(self.machine().natives.roots.keep(ty, &words));
            at += slots;
        }
        kept
    }

    /// The texts of those results that are errors.
    fn error_texts(&mut self, kept: &[Root]) -> Result<Vec<Option<String>>, Unwind> {
        let mut texts = Vec::with_capacity(kept.len());
        for root in kept {
            texts.push(match self.machine().error_of(root) {
                Some(error) => Some(self.error_text(error)?),
                None => None,
            });
        }
        Ok(texts)
    }

    /// What the method `Error` of an error says.
    fn error_text(&mut self, error: Iface) -> Result<String, Unwind> {
        let Some(func) = self.machine().values().error_method(error) else { return Ok(String::new()) };
        self.request(Request::Call { func, closure: 0, args: vec![error.word] })?;
        let at = self.window() + FRAME_HEADER;
        let words = self.registers(at, 2);
        Ok(String::from_utf8_lossy(self.machine().values().bytes(&words)).into_owned())
    }
}

/// What a function that does not stop is stopped with.
struct Impatient;
