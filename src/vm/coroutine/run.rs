//! The instruction `RunNative`, and the unwinding of natives.

use super::NativeStacks;
use super::cx::Lent;
use super::stack::{Message, NativeStack, Overflow, Stop};
use super::{RUN, Request, scratch_register, ticket_register};
use crate::bytecode::{FuncFlags, FuncId, Instr};
use crate::heap::RTypeId;
use crate::syscall::SystemCall;
use crate::vm::cx::{Iface, Thrown, Unwind};
use crate::vm::exec;
use crate::vm::machine::{Machine, Step};
use crate::vm::program::NativeId;
use crate::vm::script::Script;

/// How the machine goes on after `RunNative`.
enum Flow {
    /// At `pc`.
    Go,
    /// It waits for the answer to this, and executes the instruction again then.
    Yield(SystemCall),
    /// It stops for this reason; the instruction is executed again when it goes on.
    Stop(Step),
}

/// What became of a native that was told to unwind.
pub(in crate::vm) enum Unwound {
    /// It is over, and what it was told passes on.
    Gone,
    /// It is over, and has thrown something else.
    Threw(Thrown),
    /// It has stopped the panic, and goes on.
    Stopped,
}

/// Where a native coroutine is on the register stack.
#[derive(Clone, Copy)]
pub(in crate::vm) struct NativeFrame {
    /// Offset of its frame.
    pub frame: u32,
    /// Its number.
    pub id: u32,
}

impl Machine {
    /// Executes `RunNative`: runs the native of the innermost frame, a stub's, until it waits, calls, or is over. Whether it
    /// waits for an answer to `call`; if not, the coroutine stands where to go on, unless there is a `step`.
    #[inline(never)]
    pub(in crate::vm) fn run_native_until_it_yields(&mut self, s: &mut Script) -> bool {
        match self.run_native(s) {
            Flow::Go => false,
            Flow::Yield(call) => {
                self.call = call;
                true
            }
            Flow::Stop(step) => {
                self.stop(step);
                false
            }
        }
    }

    fn run_native(&mut self, s: &mut Script) -> Flow {
        // SAFETY: the coroutine stands at a `RunNative`, whose ticket register belongs to the frame.
        let (ticket_at, native, sig) =
            unsafe { (s.reg((*s.pc).a()), (*s.pc).bc(), RTypeId((*s.pc.add(1)).ext_id())) };
        // SAFETY: as above.
        let id = match unsafe { *ticket_at } {
            // SAFETY: as above.
            0 => return Flow::Yield(SystemCall::AcquireStack { ticket: unsafe { (*s.pc).a() } }),
            NativeStacks::REFUSED => {
                let text = format!(
                    "{} native functions wait at once: there are no more native stacks",
                    self.stacks.max()
                );
                return self.native_throws(s, Thrown::Text(text));
            }
            ticket => (ticket - 1) as u32,
        };
        let frame = s.offset(s.base);
        let mut message = if s.native_at(frame).is_some() {
            Message::Go(Lent::new(self, Some(s), frame, id, sig))
        } else {
            s.push_native(NativeFrame { frame, id });
            if let Some(active) = self.stacks.get(id) {
                active.started = true;
            }
            let Some(body) = self.program.blocking(NativeId(native)) else {
                unreachable!("the compiler makes stubs of blocking natives only");
            };
            Message::Start(body, Lent::new(self, Some(s), frame, id, sig))
        };
        loop {
            let stop = self.resume_native(id, message);
            match stop {
                Ok(Stop::Request(Request::System(call))) => return Flow::Yield(call),
                Ok(Stop::Request(Request::Call { func, closure, args })) => {
                    self.charge(1);
                    return match self.call_above(s, func, closure, &args) {
                        Some(step) => Flow::Stop(step),
                        None => Flow::Go,
                    };
                }
                Ok(Stop::Request(Request::Checkpoint)) => {
                    if let Some(step) = self.checkpoint_in(s) {
                        return Flow::Stop(step);
                    }
                }
                // Nothing passes through it: it has kept an old one.
                Ok(Stop::Request(Request::Recover)) => {}
                Ok(Stop::Over(Ok(()))) => {
                    self.native_is_over(s, id, ticket_at);
                    s.leave_frame();
                    return Flow::Go;
                }
                Ok(Stop::Over(Err(unwind))) => {
                    self.native_is_over(s, id, ticket_at);
                    let thrown = match *unwind.0 {
                        Thrown::Passing { text, .. } => Thrown::Text(text),
                        thrown => thrown,
                    };
                    return self.native_throws(s, thrown);
                }
                Err(Overflow) => {
                    let name = self.function_at(s, frame);
                    self.native_is_over(s, id, ticket_at);
                    return self.native_throws(s, overflow(&name));
                }
            }
            message = Message::Go(Lent::new(self, Some(s), frame, id, sig));
        }
    }

    /// Lets a native run on its stack until it stops.
    fn resume_native(&mut self, id: u32, message: Message) -> Result<Stop, Overflow> {
        let Some(mut stack) = self.stacks.get(id).and_then(|active| active.stack.take()) else {
            unreachable!("a native that runs is not resumed");
        };
        let stop = stack.resume(message);
        // A stack that has overflowed is dropped here.
        if stop.is_ok()
            && let Some(active) = self.stacks.get(id)
        {
            active.stack = Some(stack);
        }
        stop
    }

    /// The function of a native has returned: its stack is free for the next one.
    fn native_is_over(&mut self, s: &mut Script, id: u32, ticket: *mut u64) {
        s.pop_native();
        // SAFETY: the register of its frame, which is still there.
        unsafe { *ticket = 0 };
        let stack = self.stacks.get(id).and_then(|active| active.stack.take());
        self.give_back(id, stack);
    }

    /// Gives a stack back: who waits longest gets one.
    fn give_back(&mut self, id: u32, stack: Option<Box<dyn NativeStack>>) {
        self.stacks.release(id, stack);
        self.stacks.serve_line(&mut self.conc);
    }

    /// Throws in the frame of a native.
    fn native_throws(&mut self, s: &mut Script, thrown: Thrown) -> Flow {
        match self.raise(s, thrown) {
            Some(step) => Flow::Stop(step),
            None => Flow::Go,
        }
    }

    /// Calls a function on top of the frame of a native, which then executes its `RunNative` again.
    fn call_above(&mut self, s: &mut Script, func: FuncId, closure: u64, args: &[u64]) -> Option<Step> {
        // SAFETY: the header of the innermost frame names its function.
        let regs = self.program.function(FuncId(unsafe { *s.base.sub(3) } as u32)).regs;
        // SAFETY: the new frame begins above all registers of the innermost one, and the arguments have been made for the
        // function's type.
        unsafe { exec::push_frame(self, s, regs, func, closure, args, s.pc, 0) }
    }

    /// Tells the innermost native of the coroutine to unwind, because a panic or a Goexit passes through it.
    pub(in crate::vm) fn unwind_native(&mut self, s: &mut Script) -> Unwound {
        let Some(NativeFrame { frame, id }) = s.last_native() else { return Unwound::Gone };
        let base = s.at(frame);
        // SAFETY: the header of a live frame, which is a stub's.
        let function = self.program.function(FuncId(unsafe { *base.sub(3) } as u32));
        let (ticket, name, code) = (ticket_register(function), function.name.clone(), function.code.as_ptr());
        // SAFETY: a stub's code, and its ticket register.
        let (pc, ticket) = unsafe { (code.add(RUN), base.add(usize::from(ticket))) };
        let sig = RTypeId(function.code[RUN + 1].ext_id());
        loop {
            let passing = Unwind::from(self.passing(s));
            let lent = Lent::new(self, Some(s), frame, id, sig);
            let unwound = match self.resume_native(id, Message::Throw(lent, passing)) {
                Ok(Stop::Request(Request::Recover)) => {
                    if !s.cut_to(frame, pc) {
                        return Unwound::Stopped;
                    }
                    // It has stopped a panic of a deferred call that ran because of a Goexit.
                    self.begin_goexit(s);
                    continue;
                }
                Ok(Stop::Request(_)) => unreachable!("a native that must unwind is refused all requests"),
                Ok(Stop::Over(Ok(()))) => Unwound::Gone,
                Ok(Stop::Over(Err(unwind))) => match *unwind.0 {
                    Thrown::Passing { .. } => Unwound::Gone,
                    thrown => Unwound::Threw(thrown),
                },
                Err(Overflow) => Unwound::Threw(overflow(&name)),
            };
            self.native_is_over(s, id, ticket);
            return unwound;
        }
    }

    /// The channel from which the native of the innermost frame has received a value that it has not seen yet, the value's type,
    /// and where it is.
    pub(in crate::vm) fn native_has_received(&mut self, s: &Script) -> Option<(u64, RTypeId, *const u64)> {
        let NativeFrame { id, .. } = s.last_native().filter(|native| native.frame == s.offset(s.base))?;
        let active = self.stacks.get(id).filter(|active| active.receives != 0)?;
        let (chan, elem) = (active.receives, active.scratch);
        // SAFETY: the header of the innermost frame names its function.
        let function = self.program.function(FuncId(unsafe { *s.base.sub(3) } as u32));
        let value = scratch_register(function);
        // SAFETY: registers of the frame: the one before the value says whether there is one, or the channel was closed.
        let received = unsafe { *s.reg(value - 1) } != 0;
        received.then(|| (chan, elem, s.reg(value).cast_const()))
    }

    /// Something is thrown into a coroutine that may stand in a native that has a stack, but has not been started.
    pub(in crate::vm) fn drop_unstarted(&mut self, s: &mut Script) {
        // SAFETY: the header of the innermost frame names its function.
        let function = self.program.function(FuncId(unsafe { *s.base.sub(3) } as u32));
        if !function.flags.has(FuncFlags::NATIVE) || s.native_at(s.offset(s.base)).is_some() {
            return;
        }
        // Behind its first instruction, which writes the ticket.
        let at = (s.pc as usize).wrapping_sub(function.code.as_ptr() as usize) / size_of::<Instr>();
        if at < RUN || at >= function.code.len() {
            return;
        }
        let ticket = s.reg(ticket_register(function));
        // SAFETY: a register of the frame, which has been written.
        let id = unsafe { *ticket };
        if id != 0 && id != NativeStacks::REFUSED {
            // SAFETY: as above.
            unsafe { *ticket = 0 };
            let id = (id - 1) as u32;
            let stack = self.stacks.get(id).and_then(|active| active.stack.take());
            self.give_back(id, stack);
        }
    }

    /// Tells all natives to unwind: the machine goes.
    pub(in crate::vm) fn end_natives(&mut self) {
        while let Some(id) = self.stacks.any() {
            self.end_native(id);
        }
    }

    /// Tells the natives of a coroutine that is dropped to unwind.
    pub(crate) fn drop_natives(&mut self, s: &mut Script) {
        if s.has_frames() {
            self.drop_unstarted(s);
        }
        while let Some(native) = s.last_native() {
            s.pop_native();
            self.end_native(native.id);
            self.stacks.serve_line(&mut self.conc);
        }
    }

    /// Tells a native to unwind. Its frame is not there any more.
    fn end_native(&mut self, id: u32) {
        if self.stacks.get(id).is_some_and(|active| active.started) {
            let lent = Lent::new(self, None, 0, id, RTypeId::NIL);
            let end = Thrown::Passing { text: "the program has ended".into(), stoppable: false };
            // Whatever comes of it, nobody is there to hear it.
            let _ = self.resume_native(id, Message::Throw(lent, end.into()));
        }
        let stack = self.stacks.get(id).and_then(|active| active.stack.take());
        self.stacks.release(id, stack);
    }

    // ---- for `Cx` ---------------------------------------------------------------------------------------------------

    /// Whether the running task should let others run, or garbage be collected.
    pub(super) fn is_due(&self) -> bool {
        self.budget < 0 || self.heap.should_collect()
    }

    /// The name of the function whose frame begins there.
    pub(super) fn function_at(&self, s: &Script, frame: u32) -> String {
        // SAFETY: the header of a live frame names its function.
        self.program.function(FuncId(unsafe { *s.at(frame).sub(3) } as u32)).name.clone()
    }

    /// Makes room for so many slots from the innermost frame on.
    pub(super) fn make_room(&self, s: &mut Script, frame: u32, slots: usize) -> Result<(), Unwind> {
        let left = (s.limit as usize - s.at(frame) as usize) / 8;
        if left < slots && s.grow(s.at(frame), slots, self.natives.stack.slots).is_err() {
            return Err(Thrown::Fatal("stack overflow".into()).into());
        }
        Ok(())
    }

    /// The error that a value is, if it is of type `error` and not nil.
    pub(crate) fn error_of(&self, root: &super::Root) -> Option<Iface> {
        let ty = self.program.rtypes.get(root.ty());
        let is_error = ty.iface_methods.len() == 1
            && &**self.program.rtypes.name_text(ty.iface_methods[0].name) == "Error"
            && ty.slots == 2;
        let words = root.words();
        (is_error && words[0] != 0).then(|| Iface { ty: RTypeId::from_word(words[0]), word: words[1] })
    }

    /// Nanoseconds of the clock that sleeping and timers go by.
    pub(super) fn now(&self) -> i64 {
        self.natives.virtual_now.unwrap_or_else(|| self.host.mono())
    }
}

pub(super) fn overflow(name: &str) -> Thrown {
    Thrown::Text(format!("native function {name}: stack overflow"))
}
