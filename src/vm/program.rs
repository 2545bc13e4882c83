//! What all functions of a program share: the tables that the compiler fills and the machine reads.
//!
//! Invariants
//! - Ids are indices and never change their meaning; tables only grow.
//! - The bytes of a string constant, the words of a global and the static closure of a function never move.
//! - `entries[i]` always describes the code of `functions[i]`: the code of a function changes only through
//!   [`Program::define`].

use hashbrown::HashMap;
use std::rc::Rc;

use crate::bytecode::disasm::{Names, disassemble};
use crate::bytecode::{FuncFlags, FuncId, Function, Instr, Op, RegClass};
use crate::heap::{LayoutId, NameId, RTypeId, RTypes};
use crate::native::{self, NativeCx, NativeFn, NativeResult};
use crate::source::{SourceMap, Span};

use super::coroutine::Body;
use super::methods::MethodCache;
use super::script::COMPILE;
use super::values::HostTypes;

/// The number of a package-level variable (or of any other cell that lives as long as the program).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GlobalId(pub u32);

/// The number of a native function in [`Program`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NativeId(pub u32);

/// A cell outside the heap; a root of the collector.
#[derive(Debug)]
pub struct Global {
    words: Box<[u64]>,
    layout: LayoutId,
    bytes: u64,
}

impl Global {
    /// Address of its memory form.
    pub fn addr(&self) -> u64 {
        self.words.as_ptr() as u64
    }
    /// Pointer map of its contents.
    pub fn layout(&self) -> LayoutId {
        self.layout
    }
    /// Size in bytes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// What a call needs to know of its callee, in one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct CallEntry {
    pub code: *const Instr,
    /// The register that holds the closure, behind results and parameters; in a function without one -1, where the
    /// frame's header holds what is written after it.
    pub closure: i32,
    /// Registers of the frame.
    pub regs: u16,
    pub results: u16,
}

impl CallEntry {
    fn of(f: &Function) -> CallEntry {
        // A goroutine may have been started, but not run yet, when another makes the function's code: what it stands at
        // must outlive the stub.
        let code = if f.is_compiled() { f.code.as_ptr() } else { COMPILE.as_ptr() };
        let window = i32::from(f.results) + i32::from(f.params);
        let closure = if i32::from(f.regs) > window { window } else { -1 };
        CallEntry { code, closure, regs: f.regs, results: f.results }
    }

    /// The registers that hold results and parameters.
    pub(super) fn window(self) -> usize {
        usize::try_from(self.closure).unwrap_or(usize::from(self.regs))
    }
}

/// The run-time types and names that the machine itself makes values of. The compiler fills them when the machine first
/// needs one (see `Exit::WellKnown`); [`RTypeId::NIL`] until then.
#[derive(Clone, Copy, Debug)]
pub struct WellKnown {
    /// `string`
    pub string: RTypeId,
    /// `runtime.errorString`, of kind string: an error whose text is "runtime error: " and the string.
    pub error_string: RTypeId,
    /// `runtime.boundsError`, of kind string: as `errorString`, of an index or length out of range.
    pub bounds_error: RTypeId,
    /// `runtime.plainError`, of kind string: an error whose text is the string.
    pub plain_error: RTypeId,
    /// `*runtime.TypeAssertionError`: points to a struct whose first word is the text, a string.
    pub type_assertion_error: RTypeId,
    /// `*runtime.PanicNilError`: points to an empty struct or one without meaning.
    pub panic_nil_error: RTypeId,
    /// The method name `Error`.
    pub error_method: Option<NameId>,
    /// The method name `String`.
    pub string_method: Option<NameId>,
    /// The type `func() string`.
    pub func_string: RTypeId,
}

impl Default for WellKnown {
    fn default() -> Self {
        WellKnown {
            string: RTypeId::NIL,
            error_string: RTypeId::NIL,
            bounds_error: RTypeId::NIL,
            plain_error: RTypeId::NIL,
            type_assertion_error: RTypeId::NIL,
            panic_nil_error: RTypeId::NIL,
            error_method: None,
            string_method: None,
            func_string: RTypeId::NIL,
        }
    }
}

/// The tables of a program.
pub struct Program {
    functions: Vec<Box<Function>>,
    entries: Vec<CallEntry>,
    /// One word per function, its id: the closure of a function without captures. Boxed, so that addresses stay.
    closures: Vec<Option<Box<u64>>>,
    strings: Vec<Box<[u8]>>,
    string_ids: HashMap<Box<[u8]>, u32>,
    globals: Vec<Global>,
    natives: Vec<Native>,
    native_ids: HashMap<Rc<str>, NativeId>,
    /// Slots of results and parameters by function type, worked out on first use.
    signatures: std::cell::RefCell<Vec<Option<(u16, u16)>>>,
    /// Positions by number less one, and numbers by position; see [`Program::site`].
    sites: Vec<Span>,
    site_numbers: HashMap<Span, u16>,
    /// Run-time types and method names.
    pub rtypes: RTypes,
    /// What was found of them.
    pub(super) methods: MethodCache,
    /// What the machine itself makes values of.
    pub well_known: WellKnown,
    /// The variable `os.Stdout`, once the program mentions it.
    pub stdout: Option<GlobalId>,
    /// What values of Rust become.
    pub host_types: HostTypes,
}

/// A native function.
struct Native {
    call: NativeFn,
    name: Rc<str>,
    host: Option<HostFn>,
}

/// A function of the host.
#[derive(Clone)]
pub enum HostFn {
    /// One that does not wait.
    Plain(Rc<dyn Fn(&mut NativeCx<'_>) -> NativeResult>),
    /// One that may: it runs on a stack of its own.
    Blocking(Body),
}

/// What the machine calls for a native that is a plain function of the host.
fn call_host(cx: &mut NativeCx<'_>) -> NativeResult {
    let native = cx.native();
    match cx.program().host_fn(native) {
        Some(HostFn::Plain(f)) => f(cx),
        Some(HostFn::Blocking(_)) | None => {
            Err(cx.fatal("a native function that may wait was called at once"))
        }
    }
}

impl Default for Program {
    fn default() -> Self {
        Program::new()
    }
}

impl Program {
    /// An empty program.
    pub fn new() -> Program {
        Program {
            functions: Vec::new(),
            entries: Vec::new(),
            closures: Vec::new(),
            strings: Vec::new(),
            string_ids: HashMap::new(),
            globals: Vec::new(),
            natives: Vec::new(),
            native_ids: HashMap::new(),
            signatures: std::cell::RefCell::default(),
            sites: Vec::new(),
            site_numbers: HashMap::new(),
            rtypes: RTypes::new(),
            methods: MethodCache::default(),
            well_known: WellKnown::default(),
            stdout: None,
            host_types: HostTypes::default(),
        }
    }

    /// Gives a number to a function that will be compiled when it is first called. `classes` are those of its results
    /// and parameters, `results + params` long.
    pub fn declare(
        &mut self,
        name: String,
        results: u16,
        params: u16,
        flags: FuncFlags,
        classes: Box<[RegClass]>,
        span: Span,
    ) -> FuncId {
        debug_assert_eq!(classes.len(), usize::from(results) + usize::from(params));
        let id = FuncId(self.functions.len() as u32);
        // The closure's own register is there before the code is, and before it is known whether it is needed.
        let regs = results + params + 1;
        let mut all = classes.into_vec();
        all.resize(usize::from(regs), RegClass::Pointer);
        let function = Box::new(Function {
            name,
            code: Function::stub(),
            results,
            params,
            regs,
            flags,
            classes: all.into(),
            lines: Vec::new(),
            unsigned: Vec::new(),
            in_place: [].into(),
            defer_exit: 0,
            open: [].into(),
            selects: Vec::new(),
            span,
        });
        self.entries.push(CallEntry::of(&function));
        self.functions.push(function);
        self.closures.push(None);
        id
    }

    /// Installs the compiled form of a declared function. Results, parameters and flags are as declared (further flags
    /// may be set). Frames that stand in the old code do not exist: those about to execute `Compile` stand in
    /// [`COMPILE`].
    pub fn define(&mut self, id: FuncId, function: Function) {
        let slot = &mut self.functions[id.0 as usize];
        debug_assert_eq!(
            (slot.results, slot.params),
            (function.results, function.params),
            "{}",
            function.name
        );
        debug_assert_eq!(function.classes.len(), usize::from(function.regs), "{}", function.name);
        **slot = function;
        self.entries[id.0 as usize] = CallEntry::of(slot);
        #[cfg(debug_assertions)]
        self.verify(id);
    }

    /// Declares and defines in one step.
    pub fn add(&mut self, function: Function) -> FuncId {
        let id = FuncId(self.functions.len() as u32);
        let function = Box::new(function);
        self.entries.push(CallEntry::of(&function));
        self.functions.push(function);
        self.closures.push(None);
        #[cfg(debug_assertions)]
        self.verify(id);
        id
    }

    /// A function by its number.
    pub fn function(&self, id: FuncId) -> &Function {
        &self.functions[id.0 as usize]
    }

    /// How many functions there are.
    pub fn function_count(&self) -> usize {
        self.functions.len()
    }

    /// The number of the string constant with these bytes.
    pub fn string(&mut self, bytes: &[u8]) -> u32 {
        if let Some(&id) = self.string_ids.get(bytes) {
            return id;
        }
        let id = self.strings.len() as u32;
        self.strings.push(bytes.into());
        self.string_ids.insert(bytes.into(), id);
        id
    }

    /// The bytes of a string constant.
    pub fn string_bytes(&self, id: u32) -> &[u8] {
        &self.strings[id as usize]
    }

    /// A new zeroed global of so many bytes (memory form) with this pointer map.
    pub fn global(&mut self, bytes: u64, layout: LayoutId) -> GlobalId {
        let id = GlobalId(self.globals.len() as u32);
        let words = vec![0u64; (bytes.div_ceil(8)).max(1) as usize].into_boxed_slice();
        self.globals.push(Global { words, layout, bytes });
        id
    }

    /// A global by its number.
    pub fn global_cell(&self, id: GlobalId) -> &Global {
        &self.globals[id.0 as usize]
    }

    /// All globals.
    pub(super) fn globals(&self) -> &[Global] {
        &self.globals
    }

    /// The native that implements the bodyless function `name` (`strings.Index`, `sync.(*Mutex).Lock`), if there is one.
    pub fn native(&mut self, name: &str) -> Option<NativeId> {
        if let Some(&id) = self.native_ids.get(name) {
            return Some(id);
        }
        let (name, function) = native::find(name)?;
        Some(self.add_native(name, function))
    }

    /// Adds a native that no table has.
    pub fn add_native(&mut self, name: &str, function: NativeFn) -> NativeId {
        self.insert_native(Native { call: function, name: name.into(), host: None })
    }

    /// Adds a native of the host.
    pub fn add_host_fn(&mut self, name: &str, function: HostFn) -> NativeId {
        self.insert_native(Native { call: call_host, name: name.into(), host: Some(function) })
    }

    fn insert_native(&mut self, native: Native) -> NativeId {
        let id = NativeId(self.natives.len() as u32);
        self.native_ids.insert(native.name.clone(), id);
        self.natives.push(native);
        id
    }

    /// The number of a site: a position in the source that a value remembers, because it was made there, or closed. Numbers fit
    /// into an operand of an instruction; when there are too many, it is 0, which stands for none.
    pub fn site(&mut self, span: Span) -> u16 {
        if let Some(&number) = self.site_numbers.get(&span) {
            return number;
        }
        let Ok(number) = u16::try_from(self.sites.len() + 1) else { return 0 };
        self.sites.push(span);
        self.site_numbers.insert(span, number);
        number
    }

    /// The position of the site of this number; none for 0.
    pub fn site_at(&self, number: u16) -> Span {
        let index = usize::from(number).checked_sub(1);
        index.and_then(|index| self.sites.get(index)).copied().unwrap_or(Span::NONE)
    }

    /// The name of a native.
    pub fn native_name(&self, id: NativeId) -> &str {
        &self.natives[id.0 as usize].name
    }

    /// The function of the host that a native is, if it is one.
    pub(super) fn host_fn(&self, id: NativeId) -> Option<HostFn> {
        self.natives[id.0 as usize].host.clone()
    }

    /// Whether a native may wait, so that it needs a stack of its own and is called through a stub.
    pub fn is_blocking(&self, id: NativeId) -> bool {
        matches!(self.natives[id.0 as usize].host, Some(HostFn::Blocking(_)))
    }

    /// The function of a native that may wait.
    pub(super) fn blocking(&self, id: NativeId) -> Option<Body> {
        match &self.natives[id.0 as usize].host {
            Some(HostFn::Blocking(body)) => Some(body.clone()),
            Some(HostFn::Plain(_)) | None => None,
        }
    }

    /// The function of a native.
    #[inline(always)]
    pub(super) fn native_fn(&self, id: u32) -> NativeFn {
        self.natives[id as usize].call
    }

    /// Refuses bytecode that the machine could not run safely: a mistake of the compiler.
    #[cfg(debug_assertions)]
    fn verify(&self, id: FuncId) {
        let tables = crate::bytecode::verify::Tables {
            functions: self.functions.len(),
            natives: self.natives.len(),
            strings: self.strings.len(),
            globals: self.globals.len(),
            rtypes: self.rtypes.len(),
            is_size_class: crate::heap::Small::is_class,
        };
        let function = self.function(id);
        if let Err(problem) = crate::bytecode::verify::verify(function, tables, self) {
            panic!("the compiler made bytecode that is not valid: {problem}");
        }
        if let Some(r) = super::liveness::read_before_written(self, function) {
            panic!(
                "the compiler made bytecode that is not valid: {} reads r{r} before it is written",
                function.name
            );
        }
    }

    /// The bytecode of a function as text, with source lines.
    pub fn disassemble(&self, id: FuncId, sources: &SourceMap) -> String {
        disassemble(self.function(id), &Listing { program: self, sources })
    }

    /// What calls need, by function number.
    #[inline(always)]
    pub(super) fn entries(&self) -> *const CallEntry {
        self.entries.as_ptr()
    }

    /// Where the code of a function begins.
    pub(super) fn entry_code(&self, id: FuncId) -> *const Instr {
        self.entries[id.0 as usize].code
    }

    /// The static closure of a function without captures.
    pub fn static_closure(&mut self, id: FuncId) -> u64 {
        let closure = self.closures[id.0 as usize].get_or_insert_with(|| Box::new(u64::from(id.0)));
        &raw const **closure as u64
    }

    /// The closures without captures that have been made: address and function.
    pub(super) fn static_closures(&self) -> impl Iterator<Item = (u64, u32)> + '_ {
        let made = self.closures.iter().enumerate();
        made.filter_map(|(func, closure)| Some((&raw const **closure.as_ref()? as u64, func as u32)))
    }

    /// Slots of results and parameters of a function type.
    #[inline]
    pub fn signature_slots(&self, ty: RTypeId) -> (u16, u16) {
        if let Some(&Some(slots)) = self.signatures.borrow().get(ty.0 as usize) {
            return slots;
        }
        self.measure_signature(ty)
    }

    #[cold]
    fn measure_signature(&self, ty: RTypeId) -> (u16, u16) {
        let sum = |types: &[RTypeId]| types.iter().map(|&t| self.rtypes.get(t).slots).sum();
        let rtype = self.rtypes.get(ty);
        let slots = (sum(&rtype.results), sum(&rtype.params));
        let mut table = self.signatures.borrow_mut();
        if table.len() <= ty.0 as usize {
            table.resize(ty.0 as usize + 1, None);
        }
        table[ty.0 as usize] = Some(slots);
        slots
    }

    /// Makes the code that mentions one of the functions on the left mean the one on the right, which has the same type, and
    /// interfaces look their methods up anew. Function values stay what they are, and so do calls that are under way.
    pub fn rebind(&mut self, functions: &HashMap<FuncId, FuncId>) {
        self.methods.forget();
        for function in self.functions.iter().filter(|function| function.is_compiled()) {
            let code = function.code.as_ptr() as *mut Instr;
            let mut pc = 0;
            while let Some(&instr) = function.code.get(pc) {
                let op = instr.op();
                let len = 1 + usize::from(op.info().ext);
                let change = match op {
                    Op::Call | Op::TailCall | Op::Go | Op::LoadFunc => {
                        functions.get(&FuncId(instr.bc())).map(|new| (pc, Instr::wide(op, instr.a(), new.0)))
                    }
                    _ => None,
                };
                let cache = if op == Op::CallIface { pc + 2..pc + len } else { 0..0 };
                for (at, word) in change.into_iter().chain(cache.map(|at| (at, Instr::NO_TYPE))) {
                    // SAFETY: a word of the function's code, which is only read through raw pointers, and not while nothing
                    // runs; what it replaces has the same form.
                    unsafe { code.add(at).write(word) };
                }
                pc += len;
            }
        }
    }

    /// Writes which function a method is for a type into the inline cache of a call site, where it has room.
    ///
    /// # Safety
    /// `at` is the address of a `CallIface` in the code of one of the functions.
    #[inline]
    pub(super) unsafe fn write_cache(at: *const Instr, ty: u32, func: u32) {
        for place in 2..2 + Instr::CACHED_TYPES {
            // SAFETY: the code is owned by a `Function` in a `Box` whose code is only read through raw pointers while it runs;
            // the word is data, and no other thread looks at it.
            unsafe {
                let place = (at as *mut Instr).add(place);
                if *place == Instr::NO_TYPE {
                    place.write(Instr(u64::from(ty) | u64::from(func) << 32));
                    return;
                }
            }
        }
    }
}

/// The names that a listing shows.
struct Listing<'p> {
    program: &'p Program,
    sources: &'p SourceMap,
}

impl Names for Listing<'_> {
    fn function(&self, id: u32) -> String {
        self.program.function(FuncId(id)).name.clone()
    }
    fn native(&self, id: u32) -> String {
        self.program.native_name(NativeId(id)).into()
    }
    fn string(&self, id: u32) -> String {
        let text = String::from_utf8_lossy(self.program.string_bytes(id));
        text.chars().take(40).collect()
    }
    fn rtype(&self, id: u32) -> String {
        if (id as usize) < self.program.rtypes.len() {
            self.program.rtypes.get(RTypeId(id)).name.to_string()
        } else {
            format!("type {id}")
        }
    }
    fn method(&self, id: u32) -> String {
        self.program.rtypes.name_text(NameId(id)).to_string()
    }
    fn line(&self, span: Span) -> Option<(u32, String)> {
        let (file, line, _) = self.sources.lookup(span.lo)?;
        Some((line, file.line_text(line).into()))
    }
}

impl crate::bytecode::effects::Signatures for Program {
    fn function(&self, id: u32) -> (u16, u16) {
        let f = &self.functions[id as usize];
        (f.results, f.params)
    }
    fn signature(&self, rtype: u32) -> (u16, u16) {
        self.signature_slots(RTypeId(rtype))
    }
}
