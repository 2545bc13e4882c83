//! [`NativeCx`]: what a native function sees of the machine.
//!
//! Invariants
//! - The arguments and results of the call lie in `window`, results first, in register form. The two cursors only move
//!   forward; reading past the parameters is a bug of the native, and panics.
//! - No collection runs while a native runs, so every address that it reads from its arguments, or allocates, stays
//!   good until it returns. Bytes of strings never change, so they are lent for the whole call.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::bytecode::FuncId;
use crate::event::{Kind, ObjectKind};
use crate::heap::{
    Finalizers, Heap, LayoutId, OutOfMemory, PtrKind, RType, RTypeId, RTypes, WeakPointers, mem,
};
use crate::host::{Answer, Direction, Errno, Handle, Host, Job, READER_GONE};
use crate::native::convert::{FromValue, IntoResults, Mismatch};
use crate::syscall::Choice;
use crate::vm::Raw;
use crate::vm::bounds::Bounds;
use crate::vm::coroutine::Roots;
use crate::vm::io::{Attempt, IO_COST, Io};
use crate::vm::kept::Kept;
use crate::vm::memory::Mem;
use crate::vm::script::StackLimit;
use crate::vm::wait::Conc;
use crate::vm::{Captures, Halves, NativeId, Program, Wanted};

/// What a native throws instead of returning.
#[derive(Clone, Debug)]
pub struct Unwind(pub(crate) Box<Thrown>);

/// The reasons for which a native does not return.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum Thrown {
    /// A `runtime.Error`; its text is "runtime error: " and this.
    Runtime(String),
    /// An index or bound out of range; the text follows when the instruction is known.
    Bounds(Box<Bounds>),
    /// A `runtime.Error` whose text is this.
    Plain(String),
    /// `*runtime.TypeAssertionError` with this text.
    TypeAssertion(String),
    /// `panic(nil)`
    NilPanic,
    /// `panic("...")` with a plain string.
    Text(String),
    /// `panic(v)` with the interface value of these words.
    Value(u64, u64),
    /// `runtime.Goexit()`
    Goexit,
    /// `fatal error: ...`; nothing can recover it.
    Fatal(String),
    /// `os.Exit`
    Exit(i32),
    /// What a native coroutine is told to give to its caller, because this passes through it: a panic with this text, which
    /// it may stop, or the end of its task, which it may not.
    Passing {
        /// The panic's text, or what ends the task.
        text: String,
        /// Whether it is a panic.
        stoppable: bool,
    },
}

impl Thrown {
    /// The panic of a send on a closed channel.
    pub fn send_on_closed() -> Thrown {
        Thrown::Plain(super::panics::SEND_ON_CLOSED.into())
    }

    /// The panic of an index that is out of range.
    pub fn index_out_of_range(index: u64, len: u64) -> Thrown {
        Thrown::Bounds(Box::new(Bounds::Index { index, len }))
    }
}

impl From<OutOfMemory> for Unwind {
    fn from(_: OutOfMemory) -> Unwind {
        Unwind(Box::new(Thrown::Fatal("out of memory".into())))
    }
}

impl From<Thrown> for Unwind {
    fn from(thrown: Thrown) -> Unwind {
        Unwind(Box::new(thrown))
    }
}

/// A slice in register form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct SliceRef {
    /// Address of the first element; 0 for a nil slice.
    pub addr: u64,
    /// Elements.
    pub len: u64,
    /// Elements up to the end of the array.
    pub cap: u64,
}

/// An interface value in register form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iface {
    /// The dynamic type; [`RTypeId::NIL`] for a nil interface.
    pub ty: RTypeId,
    /// The data word: see `heap::IfaceWord`.
    pub word: u64,
}

/// What a native function sees of the machine.
///
/// Arguments are read in declared order, results written in declared order; a value of several slots is one read.
pub struct NativeCx<'a> {
    /// The native's number, and its type.
    native: (u32, RTypeId),
    window: &'a mut [u64],
    results: usize,
    arg: usize,
    ret: usize,
    heap: &'a mut Heap,
    program: &'a mut Program,
    host: &'a mut dyn Host,
    state: &'a mut NativeState,
    conc: &'a mut Conc,
}

/// What natives and the machine tell each other.
#[derive(Debug, Default)]
pub struct NativeState {
    /// Work done by natives and not yet taken from the budget.
    pub charged: u64,
    /// Live goroutines, for `runtime.NumGoroutine`.
    pub goroutines: u32,
    /// How large stacks may become.
    pub stack: StackLimit,
    /// Sequences that `iter.Pull` has turned around and that have not ended: to Go, each is a goroutine.
    pub pulled: i64,
    /// The program ends because nobody reads its standard output any more.
    pub reader_gone: bool,
    /// The program has said what SIGPIPE is to do: it is told, then, when nobody reads its standard output any more.
    pub handles_pipes: bool,
    /// Where the program wants to have what is said about its end, besides standard error.
    pub crash_output: Option<Handle>,
    /// The number of the running goroutine.
    pub goroutine: u64,
    /// Who waits for sockets and files, and what jobs have given.
    pub io: Io,
    /// Nanoseconds of the scheduler's clock when it is virtual; else nothing.
    pub virtual_now: Option<i64>,
    /// What the clock on the wall shows, in nanoseconds since 1970, when the virtual clock shows zero; if a test has set it.
    pub virtual_wall: Option<i64>,
    /// Values that Rust code keeps.
    pub roots: Roots,
    /// What natives keep of their own.
    pub kept: Kept,
    /// Halves of channels of package phasync.
    pub halves: Halves,
    /// What is to be called when objects are dead.
    pub finalizers: Finalizers,
    /// Pointers that do not keep objects alive.
    pub weak: WeakPointers,
    /// What tasks print, if that is captured.
    pub captures: Captures,
    /// What the program does not allow itself.
    pub limits: Limits,
    /// In which ways the program behaves as in older versions of Go, as `GODEBUG` writes it; the environment may say otherwise.
    pub settings: String,
    /// Where programs that ask for chance get it, if the run was given a seed; else from the host.
    pub random: Option<Choice>,
    /// What [`SystemCall::Make`](crate::syscall::SystemCall::Make) shall make.
    pub wanted: Option<Wanted>,
    /// Raised by Ctrl-C: natives with much to do give up what can be done again.
    pub interrupt: Arc<AtomicBool>,
}

/// What a program does not allow itself. What is raised then is an interface of the program, here by its address, 0 for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// What is raised where any task is started.
    pub refusal: u64,
    /// What is raised where a task is started while so many live.
    pub tasks: (u32, u64),
    /// What is raised when more memory is alive than [`Heap::set_soft_limit`] says.
    pub memory: u64,
    /// That was raised, and not less was alive since.
    pub told: bool,
}

/// What the clock on the wall shows when virtual time begins: 2009-11-10 23:00:00 UTC, as in Go's playground, so that every
/// run of a program is the same run.
const VIRTUAL_START: i64 = 1_257_894_000;

impl NativeState {
    /// The state at the start of a run with this seed.
    pub(super) fn new(seed: Option<u64>) -> NativeState {
        // Another sequence than that of the choices, which must not tell what a program will draw.
        NativeState { random: seed.map(|seed| Choice::new(seed.rotate_left(32))), ..NativeState::default() }
    }

    /// Seconds since 1970 and nanoseconds of the wall clock, which virtual time moves.
    pub fn wall(&self, host: &dyn Host) -> (i64, u32) {
        match self.virtual_now {
            Some(now) => {
                let nanos = self.virtual_wall.unwrap_or(VIRTUAL_START * 1_000_000_000).saturating_add(now);
                (nanos.div_euclid(1_000_000_000), nanos.rem_euclid(1_000_000_000) as u32)
            }
            None => host.wall(),
        }
    }
}

impl<'a> NativeCx<'a> {
    /// The view of one call.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn new(
        native: (u32, RTypeId),
        window: &'a mut [u64],
        results: usize,
        heap: &'a mut Heap,
        program: &'a mut Program,
        host: &'a mut dyn Host,
        state: &'a mut NativeState,
        conc: &'a mut Conc,
    ) -> NativeCx<'a> {
        NativeCx { native, window, results, arg: results, ret: 0, heap, program, host, state, conc }
    }

    /// The number of the native.
    pub(super) fn native(&self) -> NativeId {
        NativeId(self.native.0)
    }

    /// The type of the native: a function type, whose first parameter is the receiver of a method.
    pub fn signature(&self) -> RTypeId {
        self.native.1
    }

    // ---- arguments -------------------------------------------------------------------------------------------------

    /// The next slot of the arguments, whatever it is.
    #[inline]
    pub fn word(&mut self) -> u64 {
        let word = self.window[self.arg];
        self.arg += 1;
        word
    }

    /// The next argument, a signed integer of any width.
    #[inline]
    pub fn int(&mut self) -> i64 {
        self.word() as i64
    }

    /// The next argument, an unsigned integer of any width.
    #[inline]
    pub fn uint(&mut self) -> u64 {
        self.word()
    }

    /// The next argument, a bool.
    #[inline]
    pub fn bool(&mut self) -> bool {
        self.word() != 0
    }

    /// The next argument, a rune.
    #[inline]
    pub fn rune(&mut self) -> i32 {
        self.word() as i32
    }

    /// The next argument, a float64.
    #[inline]
    pub fn float(&mut self) -> f64 {
        f64::from_bits(self.word())
    }

    /// The next argument, a float32.
    #[inline]
    pub fn float32(&mut self) -> f32 {
        f32::from_bits(self.word() as u32)
    }

    /// The next argument, a pointer, map, channel or function; 0 for nil.
    #[inline]
    pub fn ptr(&mut self) -> u64 {
        self.word()
    }

    /// The next argument, a pointer that must not be nil.
    ///
    /// # Errors
    /// The panic of a nil dereference.
    #[inline]
    pub fn non_nil(&mut self) -> Result<u64, Unwind> {
        match self.word() {
            0 => Err(self.throw("invalid memory address or nil pointer dereference")),
            ptr => Ok(ptr),
        }
    }

    /// How many bytes the heap may have.
    pub fn most_memory(&self) -> u64 {
        self.heap.max_bytes()
    }

    /// The next argument, a string, by its bytes.
    #[inline]
    pub fn str(&mut self) -> &'a [u8] {
        let (addr, len) = self.str_raw();
        // SAFETY: the argument is a live string, whose bytes never change, and nothing is collected during the call.
        unsafe { mem::bytes(addr, len) }
    }

    /// The next argument, a string, as address and length.
    #[inline]
    pub fn str_raw(&mut self) -> (u64, u64) {
        (self.word(), self.word())
    }

    /// The next argument, a slice.
    #[inline]
    pub fn slice(&mut self) -> SliceRef {
        SliceRef { addr: self.word(), len: self.word(), cap: self.word() }
    }

    /// The next argument, a `[]byte`, to be read. Don't write to the same slice while the bytes are borrowed.
    #[inline]
    pub fn bytes(&mut self) -> &'a [u8] {
        let s = self.slice();
        // SAFETY: the argument is a live slice of bytes; nothing is collected during the call, and only this native runs.
        unsafe { mem::bytes(s.addr, s.len) }
    }

    /// The next argument, an interface.
    #[inline]
    pub fn iface(&mut self) -> Iface {
        Iface { ty: RTypeId::from_word(self.word()), word: self.word() }
    }

    // ---- results ---------------------------------------------------------------------------------------------------

    /// Writes the next slot of the results, whatever it is.
    #[inline]
    pub fn ret_word(&mut self, word: u64) {
        debug_assert!(self.ret < self.results, "the native writes more results than it has");
        self.window[self.ret] = word;
        self.ret += 1;
    }

    /// Writes the next result, a signed integer in the range of its type.
    #[inline]
    pub fn ret_int(&mut self, value: i64) {
        self.ret_word(value as u64);
    }

    /// Writes the next result, an unsigned integer in the range of its type.
    #[inline]
    pub fn ret_uint(&mut self, value: u64) {
        self.ret_word(value);
    }

    /// Writes the next result, a bool.
    #[inline]
    pub fn ret_bool(&mut self, value: bool) {
        self.ret_word(u64::from(value));
    }

    /// Writes the next result, a float64.
    #[inline]
    pub fn ret_float(&mut self, value: f64) {
        self.ret_word(value.to_bits());
    }

    /// Writes the next result, a float32.
    #[inline]
    pub fn ret_float32(&mut self, value: f32) {
        self.ret_word(u64::from(value.to_bits()));
    }

    /// Writes the next result, a pointer, map, channel or function.
    #[inline]
    pub fn ret_ptr(&mut self, ptr: u64) {
        self.ret_word(ptr);
    }

    /// Writes the next result, a new string with these bytes.
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_str(&mut self, bytes: &[u8]) -> Result<(), Unwind> {
        let (addr, len) = self.new_str(bytes)?;
        self.ret_str_raw(addr, len);
        Ok(())
    }

    /// Writes the next result, a string that is there already (an argument, or part of one).
    #[inline]
    pub fn ret_str_raw(&mut self, addr: u64, len: u64) {
        self.ret_word(addr);
        self.ret_word(len);
    }

    /// Writes the next result, the part `at..at + len` of a string argument, without copying. Both lie within it.
    #[inline]
    pub fn ret_substr(&mut self, of: &[u8], at: usize, len: usize) {
        debug_assert!(at + len <= of.len());
        if len == 0 {
            self.ret_str_raw(0, 0);
        } else {
            self.ret_str_raw(of.as_ptr() as u64 + at as u64, len as u64);
        }
    }

    /// Writes the next result, a slice that is there already.
    #[inline]
    pub fn ret_slice(&mut self, s: SliceRef) {
        self.ret_word(s.addr);
        self.ret_word(s.len);
        self.ret_word(s.cap);
    }

    /// Writes the next result, a new `[]byte` with these bytes (not nil, also when empty).
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_bytes(&mut self, bytes: &[u8]) -> Result<(), Unwind> {
        let addr = self.heap.alloc_noscan(bytes.len() as u64)?;
        // SAFETY: a new object of so many bytes.
        unsafe { mem::bytes_mut(addr, bytes.len() as u64).copy_from_slice(bytes) };
        let len = bytes.len() as u64;
        self.ret_slice(SliceRef { addr, len, cap: len });
        Ok(())
    }

    /// Writes the next result, a new `[]string`.
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_strs<'s>(&mut self, parts: impl IntoIterator<Item = &'s [u8]>) -> Result<(), Unwind> {
        let mut words = Vec::new();
        for part in parts {
            words.push(self.new_str(part)?);
        }
        self.ret_str_list(&words)
    }

    /// Writes the next result, a new `[]string` of strings that are there already: addresses and lengths.
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_str_list(&mut self, parts: &[(u64, u64)]) -> Result<(), Unwind> {
        let len = parts.len() as u64;
        let addr = self.heap.alloc(LayoutId::STRING, len * 16)?;
        for (i, &(ptr, n)) in parts.iter().enumerate() {
            // SAFETY: the new object has room for `len` strings.
            unsafe { mem::store(addr + i as u64 * 16, [ptr, n]) };
        }
        self.ret_slice(SliceRef { addr, len, cap: len });
        Ok(())
    }

    /// Writes the next result, a new `[]any`.
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_ifaces(&mut self, values: &[Iface]) -> Result<(), Unwind> {
        let len = values.len() as u64;
        let addr = self.heap.alloc(LayoutId::IFACE, len * 16)?;
        for (i, v) in values.iter().enumerate() {
            // SAFETY: the new object has room for `len` interfaces.
            unsafe { mem::store(addr + i as u64 * 16, [v.ty.word(), v.word]) };
        }
        self.ret_slice(SliceRef { addr, len, cap: len });
        Ok(())
    }

    /// Writes the next result, a new `[]int`.
    ///
    /// # Errors
    /// Out of memory.
    pub fn ret_ints(&mut self, values: &[i64]) -> Result<(), Unwind> {
        let len = values.len() as u64;
        let addr = self.heap.alloc_noscan(len * 8)?;
        for (i, &v) in values.iter().enumerate() {
            // SAFETY: the new object has room for `len` words.
            unsafe { mem::store(addr + i as u64 * 8, v) };
        }
        self.ret_slice(SliceRef { addr, len, cap: len });
        Ok(())
    }

    /// Writes the next result, an interface.
    #[inline]
    pub fn ret_iface(&mut self, value: Iface) {
        self.ret_word(value.ty.word());
        self.ret_word(value.word);
    }

    // ---- the machine -----------------------------------------------------------------------------------------------

    /// A new string; address and length.
    ///
    /// # Errors
    /// Out of memory.
    pub fn new_str(&mut self, bytes: &[u8]) -> Result<(u64, u64), Unwind> {
        if bytes.is_empty() {
            return Ok((0, 0));
        }
        let addr = self.heap.alloc_noscan(bytes.len() as u64)?;
        // SAFETY: a new object of so many bytes.
        unsafe { mem::bytes_mut(addr, bytes.len() as u64).copy_from_slice(bytes) };
        Ok((addr, bytes.len() as u64))
    }

    /// New memory for so many values of a type, all zero.
    ///
    /// # Errors
    /// Out of memory; so is what is too large for any.
    pub fn new_array(&mut self, elem: RTypeId, n: u64) -> Result<u64, Unwind> {
        let ty = self.program.rtypes.get(elem);
        let made = crate::heap::slice::make(self.heap, ty.layout, ty.size, n, n);
        made.map_err(|_| OutOfMemory.into())
    }

    /// The handle of a weak pointer to an address, which is not 0.
    ///
    /// # Errors
    /// Out of memory.
    pub fn weak_handle(&mut self, addr: u64) -> Result<u64, Unwind> {
        Ok(self.state.weak.handle(self.heap, addr)?)
    }

    /// The object of a new coroutine, which has no number yet.
    ///
    /// # Errors
    /// Out of memory.
    pub fn new_coroutine(&mut self) -> Result<u64, Unwind> {
        Ok(crate::heap::coroutine::make(self.heap)?)
    }

    /// The next argument, the object of a coroutine, by the number of that; one that no coroutine has if it has ended.
    ///
    /// # Errors
    /// It is nil.
    pub fn coroutine(&mut self) -> Result<u32, Unwind> {
        let object = self.non_nil()?;
        // SAFETY: natives of package coroutine get the objects that were made for it.
        Ok(unsafe { crate::heap::coroutine::number(object) })
    }

    /// A closure of the function of this number that captures a pointer.
    ///
    /// # Errors
    /// Out of memory.
    pub fn new_closure(&mut self, func: u32, captured: u64) -> Result<u64, Unwind> {
        let layout = self.program.rtypes.layouts.define(16, &[(8, PtrKind::Ptr)]);
        let closure = crate::heap::closure::make(self.heap, layout, func, 1)?;
        // SAFETY: a new closure with one capture.
        unsafe { crate::heap::closure::set_capture(closure, 0, captured) };
        Ok(closure)
    }

    /// The function of this number, which captures nothing, as a value.
    pub fn function_value(&mut self, func: u32) -> u64 {
        self.program.static_closure(FuncId(func))
    }

    /// The place at which a function that is not nil begins.
    pub fn entry(&self, closure: u64) -> u64 {
        // SAFETY: the address of a closure, by the static types of package reflect.
        (u64::from(unsafe { crate::heap::closure::func(closure) }) + 1) << 32
    }

    /// Access to memory by address.
    #[inline]
    pub fn mem(&self) -> Mem {
        Mem(())
    }

    /// The heap.
    pub fn heap(&mut self) -> &mut Heap {
        self.heap
    }

    /// The heap, to allocate, and the run-time types, to know what.
    pub fn heap_and_types(&mut self) -> (&mut Heap, &RTypes) {
        (self.heap, &self.program.rtypes)
    }

    /// The heap, the tables of the program, and what is kept.
    pub(super) fn parts(&mut self) -> (&mut Heap, &mut Program, &mut Roots) {
        (self.heap, self.program, &mut self.state.roots)
    }

    /// The heap and the run-time types, and the flag that Ctrl-C raises.
    pub fn for_long_work(&mut self) -> (&mut Heap, &RTypes, &AtomicBool) {
        (self.heap, &self.program.rtypes, &self.state.interrupt)
    }

    /// The name of the function of a closure, as traces have it; empty for nil.
    pub fn func_name(&self, closure: u64) -> String {
        if closure == 0 {
            return String::new();
        }
        // SAFETY: the address of a closure, by the static types.
        let func = unsafe { crate::heap::closure::func(closure) };
        self.program.function(crate::bytecode::FuncId(func)).name.clone()
    }

    /// Run-time types and method names.
    pub fn rtypes(&self) -> &RTypes {
        &self.program.rtypes
    }

    /// One run-time type.
    pub fn rtype(&self, id: RTypeId) -> &RType {
        self.program.rtypes.get(id)
    }

    /// The tables of the program.
    pub fn program(&mut self) -> &mut Program {
        self.program
    }

    /// The outside world.
    pub fn host(&mut self) -> &mut dyn Host {
        self.host
    }

    /// Tries an operation on what is open in one direction.
    pub fn attempt<T>(
        &mut self,
        handle: Handle,
        direction: Direction,
        operation: impl FnOnce(&mut dyn Host) -> Result<T, Errno>,
    ) -> Attempt<T> {
        self.charge(IO_COST as u64);
        let host = &mut *self.host;
        self.state.io.attempt(handle, direction, || operation(host))
    }

    /// Reads from what is open into a slice of bytes: how many.
    pub fn read_into(&mut self, handle: Handle, bytes: SliceRef) -> Attempt<u64> {
        self.charge(IO_COST as u64);
        self.state.io.read(self.host, handle, bytes.addr, bytes.len)
    }

    /// Writes a slice of bytes to what is open: how many.
    pub fn write_from(&mut self, handle: Handle, bytes: SliceRef) -> Attempt<u64> {
        self.charge(IO_COST as u64);
        self.state.io.write(self.host, handle, bytes.addr, bytes.len)
    }

    /// Accepts a connection: its handle, and the words of its peer's address.
    pub fn accept(&mut self, handle: Handle) -> Attempt<(Handle, [u64; 3])> {
        self.charge(IO_COST as u64);
        self.state.io.accept(self.host, handle)
    }

    /// Waits until reading (accepting) or writing would not block.
    pub fn ready(&mut self, handle: Handle, direction: Direction) -> Attempt<()> {
        self.charge(IO_COST as u64);
        self.state.io.attempt(handle, direction, || self.host.ready(handle, direction))
    }

    /// The answer to a job that may block. If there is none, the native must give back [`SystemCall::Offload`], and is
    /// called again when the job is done.
    ///
    /// [`SystemCall::Offload`]: crate::syscall::SystemCall::Offload
    pub fn answer_to(&mut self, job: impl FnOnce() -> Job) -> Option<Answer> {
        let answer = self.state.io.take_answer(self.state.goroutine);
        if answer.is_none() {
            self.charge(IO_COST as u64);
            self.state.io.offered = Some(job());
        }
        answer
    }

    /// Whether `os.Stdout`, if the program mentions it, is still the process's standard output.
    pub fn stdout_is_standard(&self) -> bool {
        let Some(global) = self.program.stdout else { return true };
        let file: u64 = self.mem().u64(self.program.global_cell(global).addr());
        // A file begins with its descriptor.
        file != 0 && self.mem().u64(file) == 1
    }

    /// What natives and the machine tell each other.
    pub fn state(&mut self) -> &mut NativeState {
        self.state
    }

    /// The queues of waiting tasks, for natives that wake.
    pub(crate) fn conc(&mut self) -> &mut Conc {
        self.conc
    }

    /// Tells those who watch what is done to the object whose queue is at `addr`.
    #[inline]
    pub(crate) fn tell(&mut self, kind: Kind, object: ObjectKind, addr: u64) {
        if let Some(watch) = &mut self.conc.watch {
            let object = watch.word(object, addr);
            watch.tell_of(kind, object);
        }
    }

    /// Takes work from the budget of the goroutine: one for about as much as a step of a loop in the language does.
    #[inline]
    pub fn charge(&mut self, work: u64) {
        self.state.charged += work;
    }

    /// Nanoseconds of the clock that sleeping and timers go by.
    pub fn now(&self) -> i64 {
        self.state.virtual_now.unwrap_or_else(|| self.host.mono())
    }

    /// Seconds since 1970 and nanoseconds of the wall clock, which virtual time moves.
    pub fn wall(&self) -> (i64, u32) {
        self.state.wall(&*self.host)
    }

    /// Argument number `i`, counted from 0, as a value of Rust.
    ///
    /// # Errors
    /// A panic that names the mismatch, if the Rust type does not go with the declared one.
    pub fn typed_arg<T: FromValue>(&mut self, i: usize) -> Result<T, Unwind> {
        let (types, sig) = (&self.program.rtypes, self.program.rtypes.get(self.signature()));
        let slots =
            |list: &[RTypeId]| -> usize { list.iter().map(|&t| usize::from(types.get(t).slots)).sum() };
        let Some(&ty) = sig.params.get(i) else {
            return Err(self.panic_str(format!("the native function has no argument {i}")));
        };
        let first = self.results + slots(&sig.params[..i]);
        let words = self.window[first..first + usize::from(types.get(ty).slots)].iter().copied().collect();
        T::from_value(&mut self.values(), &Raw::new(ty, words)).map_err(|m| self.mismatch(&m.in_argument(i)))
    }

    /// Writes all results, as values of Rust.
    ///
    /// # Errors
    /// As for [`typed_arg`](Self::typed_arg).
    pub fn typed_results<R: IntoResults>(&mut self, results: R) -> Result<(), Unwind> {
        let types = self.program.rtypes.get(self.signature()).results.clone();
        let made = results.into_results(&mut self.values(), &types).map_err(|m| self.mismatch(&m))?;
        self.window[..self.results].copy_from_slice(made.words());
        Ok(())
    }

    fn mismatch(&self, mismatch: &Mismatch) -> Unwind {
        mismatch.thrown(self.program.native_name(self.native()))
    }

    /// A panic with a run-time error: "runtime error: " and the text.
    #[cold]
    pub fn throw(&self, text: impl Into<String>) -> Unwind {
        Thrown::Runtime(text.into()).into()
    }

    /// A panic with a plain string, as Go's library panics.
    #[cold]
    pub fn panic_str(&self, text: impl Into<String>) -> Unwind {
        Thrown::Text(text.into()).into()
    }

    /// A fatal error, which nothing recovers: "fatal error: " and the text.
    #[cold]
    pub fn fatal(&self, text: impl Into<String>) -> Unwind {
        Thrown::Fatal(text.into()).into()
    }

    /// Writes to standard output. A program whose reader has gone ends, as one that dies of the signal does, unless it has said
    /// what that signal is to do.
    pub fn write_stdout(&mut self, bytes: &[u8]) -> Result<std::io::Result<()>, Unwind> {
        if !self.state.captures.is_empty() && self.state.captures.take(self.state.goroutine, bytes) {
            return Ok(Ok(()));
        }
        if let Some(watch) = &mut self.conc.watch {
            watch.output(false, bytes);
        }
        match self.host.write_stdout(bytes) {
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe && !self.state.handles_pipes => {
                self.state.reader_gone = true;
                Err(self.exit(READER_GONE))
            }
            result => Ok(result),
        }
    }

    /// Writes to standard error.
    ///
    /// # Errors
    /// What the system says.
    pub fn write_stderr(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        if let Some(watch) = &mut self.conc.watch {
            watch.output(true, bytes);
        }
        self.host.write_stderr(bytes)
    }

    /// Ends the program with this status.
    #[cold]
    pub fn exit(&self, status: i32) -> Unwind {
        Thrown::Exit(status).into()
    }
}
