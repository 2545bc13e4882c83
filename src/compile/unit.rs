//! The compiler between functions: what has been numbered, described and is still to be compiled.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::analyze::{self, Analysis, Body, Shapes};
use super::builtin::{Intrinsic, intrinsic_named};
use super::call::{Found, FoundKind};
use super::frame::{ExitCodes, Gen, Key, Var, classes_of, exit};
use super::func::{Builder, Reg};
use super::place::Place;
use super::reflect::Passage;
use crate::ast::*;
use crate::bytecode::{FuncFlags, FuncId, Function, Op, RegClass};
use crate::check::object::{FuncSig, Object, ObjectKind};
use crate::check::{Checker, Info, Last};
use crate::heap::{LayoutId, NameId, PtrKind, RTypeId, RTypes};
use crate::source::{Span, Symbol};
use crate::types::{ObjId, PkgId, Signature, Subst, Type, TypeId, TypeTable};
use crate::vm::{NativeId, Program};

/// What a function is made from.
#[derive(Clone)]
enum Source {
    /// A declared function or method, with its type arguments.
    Decl { obj: ObjId, targs: Rc<[TypeId]> },
    /// A native as a function with code.
    Native { obj: ObjId, targs: Rc<[TypeId]> },
    /// A native that may wait.
    Blocking { obj: ObjId, native: NativeId },
    /// A method called through an interface: the receiver is the interface's data word.
    Entry { recv: TypeId, found: Found, sig: Rc<Signature>, pkg: PkgId },
    /// The initialiser of a variable of a standard package.
    VarInit { obj: ObjId },
    /// Initialises packages, or runs the script or `main`, or both.
    Main(Start),
}

/// What a function that starts a program does.
#[derive(Clone)]
struct Start {
    program: Rc<crate::check::Program>,
    parts: Parts,
    /// The global in which an entry of a session marks its steps as they are done.
    marks: Option<u32>,
}

/// The parts of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Initialises all packages.
    Init,
    /// Runs the script, or `main`.
    Main,
    /// One after the other.
    All,
}

/// What the compiler remembers from one function to the next.
#[derive(Default)]
pub struct State {
    pub(super) funcs: HashMap<(ObjId, Rc<[TypeId]>), FuncId>,
    /// What interfaces call, with the declared method that it is made from.
    entries: HashMap<(TypeId, Symbol, PkgId), (FuncId, Option<ObjId>)>,
    /// Functions that others of the same type have replaced.
    pub(super) rebound: HashMap<ObjId, ObjId>,
    sources: HashMap<FuncId, Source>,
    rtypes: HashMap<TypeId, RTypeId>,
    /// The other way round.
    types: HashMap<RTypeId, TypeId>,
    pub(super) passages: HashMap<Passage, FuncId>,
    filled: HashSet<TypeId>,
    queue: Vec<TypeId>,
    pub(super) dynamic: HashSet<TypeId>,
    globals: HashMap<ObjId, u32>,
    intrinsics: HashMap<ObjId, Option<Intrinsic>>,
    natives: HashMap<ObjId, Option<NativeId>>,
    native_receivers: HashMap<u32, TypeId>,
    closure_layouts: HashMap<Vec<RegClass>, LayoutId>,
    exit_codes: i32,
    /// Initialisers of the variables that the function mentions which is being compiled, as far as they are waiting.
    inits: Vec<FuncId>,
    /// Initialisers that nobody has been told to run, by variable.
    waiting: HashMap<ObjId, FuncId>,
    errors: Vec<CompileError>,
}

/// The compiler at work.
pub(super) struct Unit<'u> {
    pub(super) chk: &'u mut Checker,
    pub(super) program: &'u mut Program,
    pub(super) st: &'u mut State,
}

/// Something that the compiler cannot do, or should not have met.
#[derive(Clone, Debug)]
pub struct CompileError {
    /// Where.
    pub span: Span,
    /// What.
    pub message: String,
    /// Whether the program asks for more than there is room for, as a variable of many gigabytes does. Everything else
    /// is a mistake of the checker or of the compiler.
    pub is_limit: bool,
}

impl State {
    /// A compiler that has seen nothing.
    pub fn new() -> State {
        State::default()
    }

    /// The function that initialises all packages, or runs the program, or both.
    pub fn start(&mut self, program: &mut Program, start: Rc<crate::check::Program>, parts: Parts) -> FuncId {
        self.start_with(program, Start { program: start, parts, marks: None })
    }

    /// The function that runs an entry of a session; `marks` is the global that tells which steps were done.
    pub(super) fn start_marked(
        &mut self,
        program: &mut Program,
        start: Rc<crate::check::Program>,
        marks: Option<u32>,
    ) -> FuncId {
        self.start_with(program, Start { program: start, parts: Parts::All, marks })
    }

    fn start_with(&mut self, program: &mut Program, start: Start) -> FuncId {
        let id = program.declare("runtime.main".into(), 0, 0, FuncFlags::WRAPPER, [].into(), Span::NONE);
        self.sources.insert(id, Source::Main(start));
        id
    }

    /// Compiles a function that is about to run. Gives the functions that must run to their ends before it, in order.
    pub fn compile(
        &mut self,
        chk: &mut Checker,
        program: &mut Program,
        func: FuncId,
    ) -> Result<Vec<FuncId>, CompileError> {
        let mut unit = Unit { chk, program, st: self };
        unit.compile(func);
        let mut inits = Vec::new();
        unit.order_inits(&mut inits);
        match self.take_error() {
            Some(error) => Err(error),
            None => Ok(inits),
        }
    }

    /// What went wrong, if something did.
    pub(super) fn take_error(&mut self) -> Option<CompileError> {
        let last = self.errors.pop();
        self.errors.clear();
        last
    }

    /// The function object's number, for calling it from outside.
    pub fn function_of(&mut self, chk: &mut Checker, program: &mut Program, obj: ObjId) -> FuncId {
        Unit { chk, program, st: self }.func(obj, [].into())
    }

    /// The run-time type of a type, with its methods.
    pub fn dynamic_type(&mut self, chk: &mut Checker, program: &mut Program, t: TypeId) -> RTypeId {
        let mut unit = Unit { chk, program, st: self };
        unit.make_dynamic(t);
        unit.rtype(t)
    }

    /// The run-time type of a type.
    pub fn described_type(&mut self, chk: &mut Checker, program: &mut Program, t: TypeId) -> RTypeId {
        Unit { chk, program, st: self }.rtype(t)
    }

    /// All functions that have been declared and not compiled.
    pub fn pending(&self, program: &Program) -> Vec<FuncId> {
        let mut ids: Vec<FuncId> =
            self.sources.keys().copied().filter(|&id| !program.function(id).is_compiled()).collect();
        ids.sort();
        ids
    }
}

impl<'u> Unit<'u> {
    pub(super) fn info(&self) -> &Info {
        &self.chk.info
    }

    pub(super) fn info_ref(&self) -> &Info {
        &self.chk.info
    }

    pub(super) fn types(&mut self) -> &mut TypeTable {
        &mut self.chk.tt
    }

    pub(super) fn rtypes(&mut self) -> &mut RTypes {
        &mut self.program.rtypes
    }

    /// Something that must not happen: the function is not run.
    pub(super) fn bug(&mut self, span: Span, message: &str) {
        self.st.errors.push(CompileError { span, message: message.to_string(), is_limit: false });
    }

    /// The program asks for too much: the function is not run.
    pub(super) fn limit(&mut self, span: Span, message: &str) {
        self.st.errors.push(CompileError { span, message: message.to_string(), is_limit: true });
    }

    pub(super) fn string(&mut self, bytes: &[u8]) -> u32 {
        self.program.string(bytes)
    }

    /// What the file or package of a function says of it.
    fn file_flags(&self, pkg: PkgId, span: Span) -> FuncFlags {
        let package = self.chk.package(pkg);
        if package.std && !package.path.is_empty() {
            let atomic = matches!(&*package.path, "phasync" | "coro" | "sched");
            return if atomic { FuncFlags::LIBRARY | FuncFlags::ATOMIC } else { FuncFlags::LIBRARY };
        }
        let go = self.chk.sources.lookup(span.lo).is_some_and(|(file, ..)| file.name.ends_with(".go"));
        if go { FuncFlags::default() } else { FuncFlags::SCRIPT }
    }

    pub(super) fn exit_codes(&mut self) -> ExitCodes {
        let first = exit::FIRST_TARGET + self.st.exit_codes;
        self.st.exit_codes += 2;
        ExitCodes { on_break: first, on_continue: first + 1 }
    }

    // ---- objects ----

    pub(super) fn obj_type(&mut self, obj: ObjId) -> TypeId {
        self.chk.obj_type(obj)
    }

    pub(super) fn lit_sig(&self, lit: NodeId) -> Option<Rc<FuncSig>> {
        self.chk.lit_sig(lit)
    }

    pub(super) fn is_var(&self, obj: ObjId) -> bool {
        self.chk.obj(obj).is_var()
    }

    pub(super) fn is_package_var(&self, obj: ObjId) -> bool {
        self.chk.obj(obj).is_package_var()
    }

    pub(super) fn is_func(&self, obj: ObjId) -> bool {
        matches!(self.chk.obj(obj).kind, ObjectKind::Func(_))
    }

    /// The name of a function as natives and traces have it: `strings.Index`, `sync.(*Mutex).Lock`.
    pub(super) fn full_name(&mut self, obj: ObjId) -> String {
        let (name, pkg) = (self.chk.obj(obj).name, self.chk.obj(obj).pkg);
        let path = self.chk.tt.pkg(pkg).path.to_string();
        let path = if path.is_empty() { "main".to_string() } else { path };
        let recv = self.chk.func_sig(obj).and_then(|sig| sig.recv);
        let Some(recv) = recv else { return format!("{path}.{name}") };
        let t = self.chk.obj_type(recv);
        let (star, base) = match self.chk.tt.get(t) {
            Type::Pointer(e) => (true, *e),
            _ => (false, t),
        };
        let base = match self.chk.tt.as_named(base) {
            Some(id) => {
                let named = self.chk.tt.named(id);
                let generic = if named.tparams.is_empty() { "" } else { "[...]" };
                format!("{}{generic}", named.name)
            }
            None => String::new(),
        };
        if star { format!("{path}.(*{base}).{name}") } else { format!("{path}.{base}.{name}") }
    }

    /// The instruction that a standard function is, if it is one.
    pub(super) fn intrinsic_of(&mut self, obj: ObjId) -> Option<Intrinsic> {
        if let Some(&known) = self.st.intrinsics.get(&obj) {
            return known;
        }
        let found = if self.is_func(obj) && self.chk.package(self.chk.obj(obj).pkg).std {
            intrinsic_named(&self.full_name(obj))
        } else {
            None
        };
        self.st.intrinsics.insert(obj, found);
        found
    }

    /// The native that a function without body is, if it does not wait: those that may are called as functions.
    pub(super) fn native_of(&mut self, obj: ObjId) -> Option<u32> {
        self.native(obj).filter(|&native| !self.program.is_blocking(native)).map(|native| native.0)
    }

    /// The native that a function without body is.
    fn native(&mut self, obj: ObjId) -> Option<NativeId> {
        if let Some(&known) = self.st.natives.get(&obj) {
            return known;
        }
        let native = match self.chk.func_decl(obj) {
            Some(decl) if decl.body.is_none() => {
                let name = self.full_name(obj);
                let native = self.program.native(&name);
                if native.is_none() {
                    self.bug(decl.span, &format!("the native function {name} is missing"));
                }
                native
            }
            _ => None,
        };
        if let Some(native) = native
            && let Some(recv) = self.chk.func_sig(obj).and_then(|sig| sig.recv)
        {
            let t = self.chk.obj_type(recv);
            self.st.native_receivers.insert(native.0, t);
        }
        self.st.natives.insert(obj, native);
        native
    }

    pub(super) fn native_receiver(&self, native: u32) -> Option<TypeId> {
        self.st.native_receivers.get(&native).copied()
    }

    /// The type arguments of a method's receiver.
    pub(super) fn targs_of(&mut self, owner: TypeId) -> Rc<[TypeId]> {
        match self.chk.tt.as_named(owner) {
            // The type arguments of tasks are those of nothing that is compiled.
            Some(id) if self.chk.tt.is_task(id) => [].into(),
            Some(id) => self.chk.tt.named(id).targs.clone(),
            None => [].into(),
        }
    }

    /// Makes sure that the methods of a type of a standard package are known.
    pub(super) fn resolve_methods(&mut self, t: TypeId) {
        if let Some(id) = self.chk.tt.as_named(t) {
            let obj = self.chk.tt.named(id).obj;
            self.chk.resolve(obj);
        }
    }

    pub(super) fn method_name(&mut self, name: Symbol, pkg: PkgId) -> NameId {
        let exported = name.as_str().chars().next().is_some_and(char::is_uppercase);
        let path = if exported { "".to_string() } else { self.chk.tt.pkg(pkg).path.to_string() };
        self.program.rtypes.method_name(name.as_str(), &path)
    }

    // ---- functions ----

    /// Gives a number to a function that is compiled right away.
    pub(super) fn declare(
        &mut self,
        name: String,
        params: &[TypeId],
        results: &[TypeId],
        flags: FuncFlags,
        span: Span,
    ) -> FuncId {
        let mut classes = Vec::new();
        let mut n_results = 0;
        for (i, &t) in results.iter().chain(params).enumerate() {
            let id = self.rtype(t);
            classes.extend(classes_of(self.program.rtypes.get(id)));
            if i + 1 == results.len() {
                n_results = classes.len() as u16;
            }
        }
        let n_params = classes.len() as u16 - n_results;
        self.program.declare(name, n_results, n_params, flags, classes.into(), span)
    }

    /// The number of a declared function or method for these type arguments.
    pub(super) fn func(&mut self, obj: ObjId, targs: Rc<[TypeId]>) -> FuncId {
        let obj = self.st.current(obj);
        if let Some(&id) = self.st.funcs.get(&(obj, targs.clone())) {
            return id;
        }
        let native = self.native(obj);
        let (params, results, _) = self.decl_types(obj, &targs);
        let name = {
            let base = self.full_name(obj);
            if targs.is_empty() || base.contains("[...]") { base } else { format!("{base}[...]") }
        };
        let span = self.chk.obj(obj).span;
        let (flags, source) = match native {
            Some(native) if self.program.is_blocking(native) => {
                (FuncFlags::NATIVE, Source::Blocking { obj, native })
            }
            Some(_) => (FuncFlags::WRAPPER, Source::Native { obj, targs: targs.clone() }),
            None => (FuncFlags::default(), Source::Decl { obj, targs: targs.clone() }),
        };
        let id = self.declare(name, &params, &results, flags, span);
        self.st.funcs.insert((obj, targs), id);
        self.st.sources.insert(id, source);
        id
    }

    /// Parameter types (receiver first), result types and substitution of a declared function.
    fn decl_types(&mut self, obj: ObjId, targs: &[TypeId]) -> (Vec<TypeId>, Vec<TypeId>, Subst) {
        let Some(sig) = self.chk.func_sig(obj) else { return (Vec::new(), Vec::new(), Subst::default()) };
        let subst = if targs.is_empty() { Subst::default() } else { Subst::new(&sig.tparams, targs) };
        let mut types = |objs: &mut dyn Iterator<Item = ObjId>| -> Vec<TypeId> {
            objs.map(|o| {
                let t = self.chk.obj_type(o);
                let t = self.chk.tt.subst(t, &subst);
                self.chk.tt.canon(t)
            })
            .collect()
        };
        let params = types(&mut sig.recv.iter().chain(sig.params.iter()).copied());
        let results = types(&mut sig.results.iter().copied());
        (params, results, subst)
    }

    /// The global of a package variable.
    pub(super) fn global(&mut self, obj: ObjId) -> u32 {
        if let Some(&id) = self.st.globals.get(&obj) {
            if let Some(&init) = self.st.waiting.get(&obj) {
                self.st.inits.push(init);
            }
            return id;
        }
        let t = self.chk.obj_type(obj);
        let rt = self.rtype(t);
        let rt = self.program.rtypes.get(rt);
        let (bytes, layout) = (rt.size, rt.layout);
        // As much as Go's linker takes.
        let bytes = if bytes > 2 << 30 {
            let span = self.chk.obj(obj).span;
            self.limit(span, "a variable of more than 2 GB");
            8
        } else {
            bytes
        };
        let id = self.program.global(bytes, layout).0;
        self.st.globals.insert(obj, id);
        if self.chk.obj(obj).name.as_str() == "Stdout"
            && &*self.chk.tt.pkg(self.chk.obj(obj).pkg).path == "os"
        {
            self.program.stdout = Some(crate::vm::GlobalId(id));
        }
        // Variables of standard packages are initialised when a function that mentions them is first compiled.
        let pkg = self.chk.obj(obj).pkg;
        if self.chk.package(pkg).std
            && let Some((spec, _, group)) = self.chk.var_init(obj)
            && !spec.values.is_empty()
        {
            for &other in group.iter() {
                if other != obj {
                    self.global(other);
                }
            }
            let name = format!("{}.init", self.chk.tt.pkg(pkg).path);
            let init = self.declare(name, &[], &[], FuncFlags::WRAPPER, self.chk.obj(obj).span);
            self.st.sources.insert(init, Source::VarInit { obj });
            self.st.waiting.insert(obj, init);
            self.st.inits.push(init);
        }
        id
    }

    /// The initialisers that must run before the function that was compiled, in order: those that one of them needs come
    /// before it.
    fn order_inits(&mut self, order: &mut Vec<FuncId>) {
        for init in std::mem::take(&mut self.st.inits) {
            let Some(Source::VarInit { obj }) = self.st.sources.get(&init) else { continue };
            let obj = *obj;
            // Nobody else waits for it from now on, not even those that it needs itself.
            if self.st.waiting.remove(&obj).is_some() {
                self.compile(init);
                self.order_inits(order);
                order.push(init);
            }
        }
    }

    /// The layout of a closure with captured slots of these classes.
    pub(super) fn closure_layout(&mut self, classes: &[RegClass]) -> LayoutId {
        if let Some(&id) = self.st.closure_layouts.get(classes) {
            return id;
        }
        let mut ptrs = Vec::new();
        for (i, class) in classes.iter().enumerate() {
            let off = 8 * (i as u64 + 1);
            match class {
                RegClass::Scalar => {}
                RegClass::Pointer => ptrs.push((off, PtrKind::Ptr)),
                RegClass::IfaceData => ptrs.push((off - 8, PtrKind::Iface)),
            }
        }
        let id = self.program.rtypes.layouts.define(8 * (classes.len() as u64 + 1), &ptrs);
        self.st.closure_layouts.insert(classes.to_vec(), id);
        id
    }

    // ---- run-time types ----

    /// The run-time type of a type, described.
    pub(super) fn rtype(&mut self, t: TypeId) -> RTypeId {
        let t = self.chk.tt.canon(t);
        if let Some(&id) = self.st.rtypes.get(&t)
            && self.st.filled.contains(&t)
        {
            return id;
        }
        let id = self.fill(t);
        // What is only named by others is described once it is safe: nothing that contains it is in progress.
        while let Some(t) = self.st.queue.pop() {
            if !self.st.filled.contains(&t) {
                self.fill(t);
            }
        }
        id
    }

    /// The id of a type that need not be described yet.
    pub(super) fn rtype_ref(&mut self, t: TypeId) -> RTypeId {
        let t = self.chk.tt.canon(t);
        if let Some(&id) = self.st.rtypes.get(&t) {
            return id;
        }
        let id = self.program.rtypes.reserve();
        self.st.rtypes.insert(t, id);
        self.st.types.insert(id, t);
        self.st.queue.push(t);
        id
    }

    /// The type that a run-time type describes.
    pub(super) fn type_of(&mut self, id: RTypeId) -> TypeId {
        match self.st.types.get(&id) {
            Some(&t) => t,
            None => {
                self.bug(Span::NONE, "a run-time type that the compiler did not make");
                TypeId::EMPTY_INTERFACE
            }
        }
    }

    pub(super) fn is_filled(&self, t: TypeId) -> bool {
        self.st.filled.contains(&t)
    }

    pub(super) fn mark_filled(&mut self, t: TypeId) {
        self.st.filled.insert(t);
    }

    /// Gives a type, and the types that its values contain, their methods: its values become interface values.
    pub(super) fn make_dynamic(&mut self, t: TypeId) {
        let mut work = vec![self.chk.tt.canon(t)];
        while let Some(t) = work.pop() {
            if !self.st.dynamic.insert(t) {
                continue;
            }
            match self.chk.tt.under_shape(t) {
                Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => work.push(e),
                Type::Map(k, e) => work.extend([k, e]),
                Type::Struct(fields) => work.extend(fields.iter().map(|f| f.ty)),
                _ => {}
            }
            for next in &mut work {
                *next = self.chk.tt.canon(*next);
            }
            self.add_methods(t);
        }
    }

    /// Comparing values may compare interfaces inside: their types are dynamic where they were made.
    pub(super) fn make_comparable(&mut self, t: TypeId) {
        self.rtype(t);
    }

    /// Gives a type its methods, also if it had others before.
    pub(super) fn add_methods(&mut self, t: TypeId) {
        if matches!(self.chk.tt.under_shape(t), Type::Interface(_)) {
            return;
        }
        let base = match self.chk.tt.get(t) {
            Type::Pointer(e) => *e,
            _ => t,
        };
        self.resolve_methods(base);
        let set = self.chk.tt.method_set(t);
        if set.is_empty() {
            return;
        }
        let id = self.rtype(t);
        let mut methods = Vec::with_capacity(set.len());
        for entry in set.iter() {
            let Some((found, sig)) = self.method_entry(entry) else { continue };
            let sig_ty = self.chk.tt.func(sig.params.clone(), sig.results.clone(), sig.variadic);
            let sig_id = self.rtype(sig_ty);
            let func = self.iface_entry(t, entry.name, entry.pkg, found, sig);
            let name = self.method_name(entry.name, entry.pkg);
            methods.push(crate::heap::RMethod { name, sig: sig_id, func: func.0 });
        }
        self.program.rtypes.renew_methods(id, methods);
    }

    /// A method set's entry as something to call, and its signature without receiver.
    fn method_entry(&mut self, entry: &crate::types::MethodEntry) -> Option<(Found, Rc<Signature>)> {
        use crate::types::MethodSource;
        let owner = self.chk.tt.canon(entry.recv);
        let (kind, ty) = match entry.source {
            MethodSource::Declared { obj, ptr_recv } => {
                let targs = self.targs_of(owner);
                let ty = self.chk.obj_type(obj);
                let ty = match self.chk.func_sig(obj) {
                    Some(sig) if !targs.is_empty() => {
                        let subst = Subst::new(&sig.tparams, &targs);
                        self.chk.tt.subst(ty, &subst)
                    }
                    _ => ty,
                };
                (FoundKind::Declared { obj, ptr_recv, owner }, ty)
            }
            MethodSource::Interface(i) => {
                let Type::Interface(iface) = self.chk.tt.under_shape(owner) else { return None };
                let m = iface.methods.get(i as usize)?;
                let name = self.method_name(entry.name, entry.pkg);
                (FoundKind::Iface { name }, m.sig)
            }
        };
        let Type::Func(sig) = self.chk.tt.under_shape(ty) else { return None };
        Some((Found { path: entry.path.clone().into(), kind }, sig))
    }

    /// The function that an interface call of the method runs: its receiver is the data word.
    pub(super) fn iface_entry(
        &mut self,
        t: TypeId,
        name: Symbol,
        pkg: PkgId,
        found: Found,
        sig: Rc<Signature>,
    ) -> FuncId {
        let of = match found.kind {
            FoundKind::Declared { obj, .. } => Some(obj),
            FoundKind::Iface { .. } => None,
        };
        if let Some(&(id, made_from)) = self.st.entries.get(&(t, name, pkg))
            && made_from == of
        {
            return id;
        }
        let rt = self.rtype(t);
        let one_word = self.program.rtypes.get(rt).iface_word != crate::heap::IfaceWord::Boxed;
        if let FoundKind::Declared { obj, ptr_recv, owner } = found.kind
            && found.path.is_empty()
            && one_word
            && ptr_recv == (t != owner)
        {
            let targs = self.targs_of(owner);
            let id = self.func(obj, targs);
            self.st.entries.insert((t, name, pkg), (id, of));
            return id;
        }
        // A pointer to anything stands for the data word; traced as what it is.
        let word = if one_word { t } else { self.chk.tt.pointer(t) };
        let mut params = vec![word];
        params.extend(sig.params.iter().copied());
        let full = format!("{}.{name}", self.chk.tt.runtime_string(t));
        let results = sig.results.to_vec();
        let id = self.declare(full, &params, &results, FuncFlags::WRAPPER, Span::NONE);
        self.st.entries.insert((t, name, pkg), (id, of));
        self.st.sources.insert(id, Source::Entry { recv: t, found, sig, pkg });
        id
    }

    // ---- compiling ----

    fn compile(&mut self, func: FuncId) {
        let Some(source) = self.st.sources.get(&func).cloned() else {
            return self.bug(Span::NONE, "a function without source");
        };
        match source {
            Source::Decl { obj, targs } => self.compile_decl(func, obj, &targs),
            Source::Native { obj, targs } => self.compile_native(func, obj, &targs),
            Source::Entry { recv, found, sig, pkg } => self.compile_entry(func, recv, &found, &sig, pkg),
            Source::VarInit { obj } => self.compile_var_init(func, obj),
            Source::Blocking { obj, native } => self.compile_blocking(func, obj, native),
            Source::Main(start) => self.compile_start(func, &start),
        }
    }

    pub(super) fn generator<'b>(
        &'b mut self,
        name: String,
        pkg: PkgId,
        subst: Subst,
        facts: Analysis,
        long: bool,
    ) -> Gen<'b, 'u> {
        Gen {
            unit: self,
            b: Builder::new(long),
            subst: Rc::new(subst),
            facts: Rc::new(facts),
            vars: HashMap::new(),
            targets: Vec::new(),
            labels: HashMap::new(),
            pending_label: None,
            fallthrough: None,
            hoisted: Vec::new(),
            results: [].into(),
            named_results: [].into(),
            name,
            literals: Rc::default(),
            closure: None,
            own_labels: HashSet::new(),
            has_defer_ahead: false,
            defer_exit: 0,
            body_of: None,
            params: 0,
            long_jumps: long,
            pkg,
        }
    }

    fn analysis(&mut self, subst: &Subst, sig: Option<&FuncSig>, body: Body<'_>) -> Analysis {
        let chk = &mut *self.chk;
        // The walk only reads the tables; types are looked at through the table of types, which may grow.
        let info = std::mem::take(&mut chk.info);
        let facts = {
            let objs = std::mem::take(&mut chk.objs);
            let is_local = |o: ObjId| {
                let obj = &objs[o.0 as usize];
                obj.is_var() && !obj.is_package_var()
            };
            let mut shapes = ShapesOf { info: &info, objs: &objs, tt: &mut chk.tt, subst };
            let params: Vec<ObjId> = match sig {
                Some(sig) => sig.recv.iter().chain(sig.params.iter()).copied().collect(),
                None => Vec::new(),
            };
            let results: Vec<ObjId> = match sig {
                Some(sig) if sig.named_results => sig.results.to_vec(),
                _ => Vec::new(),
            };
            let facts = analyze::analyze(&info, &is_local, &mut shapes, &params, &results, body);
            chk.objs = objs;
            facts
        };
        chk.info = info;
        facts
    }

    fn compile_decl(&mut self, func: FuncId, obj: ObjId, targs: &Rc<[TypeId]>) {
        self.chk.ensure_body(obj);
        let (Some(decl), Some(sig)) = (self.chk.func_decl(obj), self.chk.func_sig(obj)) else {
            return self.bug(Span::NONE, "a function without declaration");
        };
        let Some(body) = &decl.body else { return self.bug(decl.span, "a function without body") };
        let (params, results, subst) = self.decl_types(obj, targs);
        let pkg = self.chk.obj(obj).pkg;
        let name = self.program.function(func).name.clone();
        for long in [false, true] {
            let facts = self.analysis(&subst, Some(&sig), Body::Block(body));
            let mut g = self.generator(name.clone(), pkg, subst.clone(), facts, long);
            g.b.at(decl.span);
            let first = g.begin(&params, &results, false);
            let defers = g.facts.defers(None);
            g.function(&sig, body, first, defers);
            if g.install(func, FuncFlags::default(), decl.name.span) {
                break;
            }
        }
    }

    fn compile_native(&mut self, func: FuncId, obj: ObjId, targs: &Rc<[TypeId]>) {
        let (params, results, subst) = self.decl_types(obj, targs);
        let (pkg, span) = (self.chk.obj(obj).pkg, self.chk.obj(obj).span);
        let Some(native) = self.native_of(obj) else { return };
        let t = self.chk.obj_type(obj);
        let t = self.chk.tt.subst(t, &subst);
        let Type::Func(sig) = self.chk.tt.under_shape(t) else { return };
        let recv = self.native_receiver(native);
        let intrinsic = self.intrinsic_of(obj);
        let name = self.program.function(func).name.clone();
        let mut g = self.generator(name, pkg, subst, Analysis::default(), false);
        g.b.at(span);
        let first = g.begin(&params, &results, false);
        if let Some(i) = intrinsic {
            g.intrinsic_body(i, first);
        } else {
            let skip = recv.map_or(0, |t| g.slots(t));
            let rest: Vec<TypeId> = params[usize::from(recv.is_some())..].to_vec();
            g.forward(
                &super::call::Callee::Native(native),
                &sig,
                recv.map(|t| (t, Some(first))),
                first + skip,
                &rest,
            );
        }
        g.install(func, FuncFlags::WRAPPER, span);
    }

    /// The stub of a native that may wait.
    fn compile_blocking(&mut self, func: FuncId, obj: ObjId, native: NativeId) {
        let (params, results, _) = self.decl_types(obj, &[]);
        let sig = self.chk.tt.func(params.into(), results.into(), false);
        let sig = self.rtype(sig);
        let declared = self.program.function(func);
        let mut stub = Function {
            name: declared.name.clone(),
            code: Vec::new(),
            results: declared.results,
            params: declared.params,
            regs: 0,
            flags: FuncFlags::NATIVE,
            classes: declared.classes.clone(),
            lines: Vec::new(),
            defer_exit: 0,
            selects: Vec::new(),
            jump_tables: Vec::new(),
            unsigned: Vec::new(),
            span: declared.span,
        };
        crate::vm::coroutine::write_stub(&mut stub, native, sig);
        self.program.define(func, stub);
    }

    fn compile_entry(&mut self, func: FuncId, recv: TypeId, found: &Found, sig: &Signature, pkg: PkgId) {
        let rt = self.rtype(recv);
        let one_word = self.program.rtypes.get(rt).iface_word != crate::heap::IfaceWord::Boxed;
        let word = if one_word { recv } else { self.chk.tt.pointer(recv) };
        let mut params = vec![word];
        params.extend(sig.params.iter().copied());
        let results = sig.results.to_vec();
        let name = self.program.function(func).name.clone();
        let mut g = self.generator(name, pkg, Subst::default(), Analysis::default(), false);
        let first = g.begin(&params, &results, false);
        let rest = params[1..].to_vec();
        if one_word {
            g.method_wrapper(found, sig, Place::Reg(first), recv, first + 1, &rest);
        } else {
            // An empty value has no box.
            let place =
                if g.rtype(recv).size == 0 { Place::Reg(first) } else { Place::Mem { ptr: first, off: 0 } };
            g.method_wrapper(found, sig, place, recv, first + 1, &rest);
        }
        g.install(func, FuncFlags::WRAPPER, Span::NONE);
    }

    fn compile_var_init(&mut self, func: FuncId, obj: ObjId) {
        let Some((spec, index, group)) = self.chk.var_init(obj) else { return };
        let pkg = self.chk.obj(obj).pkg;
        let value = &spec.values[if group.is_empty() { index } else { 0 }];
        let facts = self.analysis(&Subst::default(), None, Body::Expr(value));
        let mut g = self.generator("init".into(), pkg, Subst::default(), facts, false);
        g.b.at(spec.span);
        g.begin(&[], &[], false);
        let lhs: Vec<ObjId> = if group.is_empty() { vec![obj] } else { group.to_vec() };
        g.initialize(&lhs, value);
        g.b.op(Op::Return, 0, 0, 0);
        g.install(func, FuncFlags::WRAPPER, spec.span);
    }

    fn compile_start(&mut self, func: FuncId, start: &Start) {
        let Start { program, parts, marks } = start;
        // A function for each package's initialisation keeps each small, and named as traces show it.
        let mut calls = Vec::new();
        let packages = if *parts == Parts::Main { &[][..] } else { &program.packages };
        for (number, package) in packages.iter().enumerate() {
            let marks = marks.filter(|_| number + 1 == packages.len());
            for (step, init) in package.vars.iter().enumerate() {
                let value = init.value();
                let facts = self.analysis(&Subst::default(), None, Body::Expr(value));
                let Some(&first) = init.lhs.first() else { continue };
                let pkg = self.chk.obj(first).pkg;
                let id = self.declare("main.init".into(), &[], &[], FuncFlags::default(), value.span);
                let mut g = self.generator("main.init".into(), pkg, Subst::default(), facts, false);
                g.b.at(value.span);
                g.begin(&[], &[], false);
                g.initialize(&init.lhs, value);
                g.mark(marks, step);
                g.b.op(Op::Return, 0, 0, 0);
                g.install(id, FuncFlags::default(), value.span);
                calls.push(id);
            }
            for &f in &package.inits {
                calls.push(self.func(f, [].into()));
            }
        }
        if *parts != Parts::Init {
            if let (Some(last), false) = (program.packages.last(), program.script.is_empty()) {
                calls.push(self.compile_script(last.pkg, program, *marks));
            }
            if let Some(main) = program.main {
                calls.push(self.func(main, [].into()));
            }
        }
        let mut g = self.generator(
            "runtime.main".into(),
            PkgId::UNIVERSE,
            Subst::default(),
            Analysis::default(),
            false,
        );
        g.begin(&[], &[], false);
        let window = g.b.alloc(&[RegClass::Scalar; crate::bytecode::FRAME_HEADER as usize]);
        for id in calls {
            g.b.op_wide(Op::Call, window, id.0, None);
        }
        g.b.op(Op::Return, 0, 0, 0);
        g.install(func, FuncFlags::WRAPPER, Span::NONE);
    }

    /// The statements of a script, as the function `main.main`.
    fn compile_script(&mut self, pkg: PkgId, script: &crate::check::Program, marks: Option<u32>) -> FuncId {
        let items: Vec<&TopItem> = script.script_items().collect();
        let span = script.script.first().map_or(Span::NONE, |f| f.span);
        let id = self.declare("main.main".into(), &[], &[], FuncFlags::default(), span);
        for long in [false, true] {
            let facts = self.analysis(&Subst::default(), None, Body::Items(&items));
            let mut g = self.generator("main.main".into(), pkg, Subst::default(), facts, long);
            g.begin(&[], &[], false);
            g.script(&items, script, marks);
            if g.install(id, FuncFlags::default(), span) {
                break;
            }
        }
        id
    }
}

/// What the analysis asks about types.
struct ShapesOf<'a> {
    info: &'a Info,
    objs: &'a [Object],
    tt: &'a mut TypeTable,
    subst: &'a Subst,
}

impl ShapesOf<'_> {
    fn shape(&mut self, e: &Expr) -> Type {
        let t = self.info.ty(e.id);
        self.shape_of(t)
    }

    fn shape_of(&mut self, t: TypeId) -> Type {
        let t = if self.subst.is_empty() { t } else { self.tt.subst(t, self.subst) };
        self.tt.under_shape(t)
    }

    /// Register slots of a type, counted up to one more than fit.
    fn slots(&mut self, t: TypeId, depth: u32) -> u64 {
        let limit = crate::heap::MAX_SLOTS + 1;
        if depth > 64 {
            return limit;
        }
        match self.shape_of(t) {
            Type::Struct(fields) => {
                let mut n = 0;
                for f in fields.iter() {
                    n += self.slots(f.ty, depth + 1);
                    if n >= limit {
                        return limit;
                    }
                }
                n
            }
            Type::Array(elem, len) => {
                if len == 0 {
                    return 0;
                }
                self.slots(elem, depth + 1).saturating_mul(len).min(limit)
            }
            Type::Slice(_) => 3,
            Type::Interface(_) => 2,
            Type::Basic(crate::types::Basic::String) => 2,
            Type::Basic(crate::types::Basic::Complex64 | crate::types::Basic::Complex128) => 2,
            _ => 1,
        }
    }
}

impl Shapes for ShapesOf<'_> {
    fn is_func(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Func(_))
    }
    fn is_array(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Array(..))
    }
    fn is_pointer(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Pointer(_))
    }
    fn is_type_param(&mut self, t: TypeId) -> bool {
        matches!(self.tt.get(t), Type::TypeParam(_))
    }
    fn is_indirect_var(&mut self, v: ObjId) -> bool {
        let t = self.objs[v.0 as usize].ty;
        self.slots(t, 0) > crate::heap::MAX_SLOTS
    }
}

/// The labels that statements declare, literals inside them left out.
pub(super) fn labels_in(body: &Block) -> HashSet<Symbol> {
    let mut finder = Labels(HashSet::new());
    finder.visit_block(body);
    finder.0
}

struct Labels(HashSet<Symbol>);

impl Visitor for Labels {
    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_stmt(&mut self, s: &Stmt) {
        if let StmtKind::Labeled { label, .. } = &s.kind {
            self.0.insert(label.name);
        }
        walk_stmt(self, s);
    }
}

impl Gen<'_, '_> {
    /// The body of a declared function or literal, whose parameters begin at `first`.
    pub(super) fn function(&mut self, sig: &FuncSig, body: &Block, first: Reg, defers: bool) {
        self.has_defer_ahead = defers;
        self.own_labels = labels_in(body);
        self.named_results =
            sig.results.iter().map(|&r| if sig.named_results { Some(r) } else { None }).collect();
        let mut at = first;
        for &p in sig.recv.iter().chain(sig.params.iter()) {
            let t = self.obj_ty(p);
            let n = self.slots(t);
            let var = if self.is_indirect(t) {
                // The caller gave a cell of our own.
                Var::Cell(at)
            } else if self.in_cell(p, t) {
                let cell = self.b.pointer();
                self.new_object(cell, t);
                self.store_mem(cell, 0, at, t);
                Var::Cell(cell)
            } else {
                Var::Reg(at)
            };
            self.vars.insert(Key::Obj(p), var);
            at += n;
        }
        let mut at = 0;
        for &r in sig.results.iter() {
            let t = self.obj_ty(r);
            let n = self.slots(t);
            if sig.named_results {
                let var = if self.in_cell(r, t) {
                    let cell = self.b.pointer();
                    self.new_object(cell, t);
                    Var::Cell(cell)
                } else {
                    Var::Reg(at)
                };
                self.vars.insert(Key::Obj(r), var);
            }
            if defers && self.is_indirect(t) {
                self.new_object(at, t);
            } else if sig.named_results || defers {
                self.b.zero(at, n);
            }
            at += n;
        }
        self.block(body);
        self.b.at(Span::at(body.rbrace));
        self.leave();
        self.finish_defers();
    }

    /// Where a recovered panic goes on.
    fn finish_defers(&mut self) {
        if self.has_defer_ahead {
            self.defer_exit = self.b.here();
            self.b.op(Op::RunDefers, 0, 0, 0);
            self.load_results();
            self.b.op(Op::Return, 0, 0, 0);
        }
    }

    /// Gives the code to the function; false if it must be made again with long jumps.
    pub(super) fn install(mut self, func: FuncId, flags: FuncFlags, span: Span) -> bool {
        self.b.finish();
        if self.b.overflow.registers {
            self.unit.limit(span, "the function is too large: it needs more than 65,000 registers");
        }
        if self.b.overflow.jumps && !self.long_jumps {
            return false;
        }
        let (results, params) = {
            let f = self.unit.program.function(func);
            (f.results, f.params)
        };
        let mut flags = flags | self.unit.file_flags(self.pkg, span);
        if self.has_defer_ahead {
            flags |= FuncFlags::DEFERS;
        }
        let function = Function {
            name: self.name.clone(),
            results,
            params,
            regs: self.b.classes.len() as u16,
            flags,
            classes: std::mem::take(&mut self.b.classes).into(),
            lines: std::mem::take(&mut self.b.lines),
            unsigned: std::mem::take(&mut self.b.unsigned),
            defer_exit: self.defer_exit,
            selects: std::mem::take(&mut self.b.selects),
            jump_tables: std::mem::take(&mut self.b.jump_tables),
            code: std::mem::take(&mut self.b.code),
            span,
        };
        self.unit.program.define(func, function);
        true
    }

    /// Initialises package variables with the value of an expression.
    pub(super) fn initialize(&mut self, lhs: &[ObjId], value: &Expr) {
        if let [var] = lhs {
            let t = self.obj_ty(*var);
            let r = self.value_as(value, t);
            let place = Place::Global(self.unit.global(*var));
            return self.store(&place, t, r);
        }
        let parts = self.tuple(value.unparen());
        for (&var, (src, from)) in lhs.iter().zip(parts) {
            let t = self.obj_ty(var);
            let sp = self.b.sp;
            let v = self.temp(t);
            self.convert_assign(v, src, from, t);
            let place = Place::Global(self.unit.global(var));
            self.store(&place, t, v);
            self.b.sp = sp;
        }
    }

    /// The statements and variable declarations of a script, in order.
    fn script(&mut self, items: &[&TopItem], script: &crate::check::Program, marks: Option<u32>) {
        self.has_defer_ahead = self.facts.defers(None);
        let mut labels = Labels(HashSet::new());
        for item in items {
            if let TopItem::Stmt(s) = item {
                labels.visit_stmt(s);
            }
        }
        self.own_labels = labels.0;
        let last = script.session.as_ref().map_or(Last::Run, |session| session.last);
        let first_step = script.steps() - items.len();
        for (number, item) in items.iter().enumerate() {
            match item {
                TopItem::Stmt(Stmt { kind: StmtKind::Expr(e), .. })
                    if last != Last::Run && number + 1 == items.len() =>
                {
                    if last == Last::Show {
                        self.echo(e);
                    }
                }
                TopItem::Stmt(s) => self.stmt(s),
                TopItem::Decl(decl @ Decl::Var(_)) => self.top_decl(decl),
                TopItem::Decl(_) => {}
            }
            self.mark(marks, first_step + number);
        }
        self.leave();
        self.finish_defers();
    }

    /// `var` at the top level of a script: initialised where it stands.
    fn top_decl(&mut self, decl: &Decl) {
        let Decl::Var(group) = decl else { return };
        for spec in &group.specs {
            let before = self.b.at(spec.span);
            let vars: Vec<Option<ObjId>> = spec.names.iter().map(|n| self.unit.info().def_of(n.id)).collect();
            if spec.values.is_empty() {
                vars.iter().flatten().for_each(|&v| self.declare_zero(v));
            } else if spec.values.len() == vars.len() {
                for (var, value) in vars.iter().zip(&spec.values) {
                    let sp = self.b.sp;
                    match var {
                        Some(var) => self.initialize(&[*var], value),
                        None => {
                            self.value(value);
                        }
                    }
                    self.b.sp = sp;
                }
            } else {
                let sp = self.b.sp;
                let parts = self.tuple(spec.values[0].unparen());
                for (var, (src, from)) in vars.iter().zip(parts) {
                    let Some(var) = var else { continue };
                    let t = self.obj_ty(*var);
                    let v = self.temp(t);
                    self.convert_assign(v, src, from, t);
                    let place = Place::Global(self.unit.global(*var));
                    self.store(&place, t, v);
                }
                self.b.sp = sp;
            }
            self.b.at(before);
        }
    }

    /// The body of a function that is an instruction.
    fn intrinsic_body(&mut self, i: Intrinsic, first: Reg) {
        match i {
            Intrinsic::Unary(op) => self.b.op(op, 0, first, 0),
            Intrinsic::Binary2(op) => self.b.op(op, 0, first, first + 1),
            Intrinsic::Same => self.b.mov(0, first, 1),
            Intrinsic::Plain(op) => self.b.op(op, 0, 0, 0),
            Intrinsic::Operand(op) | Intrinsic::Receiver(op) => self.b.op(op, first, 0, 0),
            Intrinsic::ReceiverArg(op) => self.b.op(op, first, first + 1, 0),
            Intrinsic::Done => {
                let n = self.imm(-1);
                self.b.op(Op::WaitGroupAdd, first, n, 0);
            }
        }
        self.b.op(Op::Return, 0, 0, 0);
    }
}
