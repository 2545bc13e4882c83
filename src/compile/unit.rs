//! The compiler between functions: what has been numbered, described and is still to be compiled.

use hashbrown::{HashMap, HashSet};
use std::rc::Rc;

use super::builtin::{Intrinsic, intrinsic_named};
use super::call::Found;
use super::frame::{ExitCodes, classes_of, exit};
use super::reflect::Passage;
use crate::ast::*;
use crate::bytecode::{FRAME_HEADER, FuncFlags, FuncId, NO_REG, RegClass};
use crate::check::object::{FuncSig, ObjectKind};
use crate::check::{Checker, Info, SelectionKind};
use crate::heap::{LayoutId, NameId, PtrKind, RTypeId, RTypes};
use crate::source::{Span, Symbol};
use crate::types::{ObjId, PkgId, Signature, Subst, Type, TypeId, TypeTable};
use crate::vm::{GlobalId, NativeId, Program};

/// What a function is made from.
#[derive(Clone)]
pub(super) enum Source {
    /// A declared function or method, with its type arguments.
    Decl { obj: ObjId, targs: Rc<[TypeId]> },
    /// A native as a function with code.
    Native { obj: ObjId, targs: Rc<[TypeId]> },
    /// A native that may wait.
    Blocking { obj: ObjId, native: NativeId },
    /// A method called through an interface: the receiver is the interface's data word.
    Entry { recv: TypeId, found: Found, sig: Rc<Signature>, pkg: PkgId },
    /// A method with its receiver as the first parameter, where that is not what is declared.
    Expr { recv: TypeId, found: Found, sig: Rc<Signature>, pkg: PkgId },
    /// The initialiser of a variable of a standard package.
    VarInit { obj: ObjId },
    /// Initialises packages, or runs the script or `main`, or both.
    Main(Start),
}

/// What a function that starts a program does.
#[derive(Clone)]
pub(super) struct Start {
    pub(super) program: Rc<crate::check::Program>,
    pub(super) parts: Parts,
    /// The global in which an entry of a session marks its steps as they are done.
    pub(super) marks: Option<u32>,
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
    pub(super) entries: HashMap<(TypeId, Symbol, PkgId), (FuncId, Option<ObjId>)>,
    /// What reflection gives as methods, likewise.
    pub(super) exprs: HashMap<(TypeId, Symbol, PkgId), (FuncId, Option<ObjId>)>,
    /// Functions that others of the same type have replaced.
    pub(super) rebound: HashMap<ObjId, ObjId>,
    pub(super) sources: HashMap<FuncId, Source>,
    pub(super) rtypes: HashMap<TypeId, RTypeId>,
    /// The other way round.
    pub(super) types: HashMap<RTypeId, TypeId>,
    pub(super) passages: HashMap<Passage, FuncId>,
    pub(super) filled: HashSet<TypeId>,
    pub(super) queue: Vec<TypeId>,
    pub(super) dynamic: HashSet<TypeId>,
    globals: HashMap<ObjId, u32>,
    intrinsics: HashMap<ObjId, Option<Intrinsic>>,
    natives: HashMap<ObjId, Option<NativeId>>,
    native_receivers: HashMap<u32, TypeId>,
    closure_layouts: HashMap<Vec<RegClass>, LayoutId>,
    /// The functions that calls can be made of in place, as far as anybody has asked.
    pub(super) small: HashMap<FuncId, Option<Rc<super::small::Small>>>,
    /// Functions may be put in the place of others, as in interactive sessions.
    pub(super) session: bool,
    /// Which parameters of functions get away.
    pub(super) escaping: super::growth::Known,
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

    /// The package variables that have been mentioned.
    pub(super) fn globals(&self) -> impl Iterator<Item = (ObjId, GlobalId)> + '_ {
        self.globals.iter().map(|(&obj, &id)| (obj, GlobalId(id)))
    }

    /// A package variable, if it has been mentioned.
    pub(super) fn global_of(&self, obj: ObjId) -> Option<GlobalId> {
        self.globals.get(&obj).copied().map(GlobalId)
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
    pub(super) fn file_flags(&self, pkg: PkgId, span: Span) -> FuncFlags {
        let package = self.chk.package(pkg);
        if package.std && !package.path.is_empty() {
            return match &*package.path {
                "phasync" | "coro" | "sched" => FuncFlags::LIBRARY | FuncFlags::ATOMIC | FuncFlags::RECORDS,
                "context" | "sync" | "sync/atomic" | "unique" => FuncFlags::LIBRARY | FuncFlags::ATOMIC,
                _ => FuncFlags::LIBRARY,
            };
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

    /// The declared function, or method, that a call's operand names.
    pub(super) fn called_function(&self, fun: &Expr) -> Option<ObjId> {
        let fun = fun.unparen();
        let info = &self.chk.info;
        match &fun.kind {
            ExprKind::Ident(id) => info.use_of(id.id),
            ExprKind::Selector(s) => match info.selection(fun.id).map(|s| s.kind) {
                Some(SelectionKind::Method { obj, .. } | SelectionKind::Qualified(obj)) => Some(obj),
                Some(_) => None,
                None => info.use_of(s.sel.id),
            },
            // With type arguments.
            ExprKind::Index(node) => self.called_function(&node.x),
            _ => None,
        }
    }

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
        self.member(&path, t, name)
    }

    /// The name of a method that a type has from a field, or of a method of an interface, as [`full_name`](Self::full_name) has it.
    pub(super) fn method_of(&mut self, t: TypeId, name: Symbol) -> String {
        let base = match self.chk.tt.get(t) {
            Type::Pointer(e) => *e,
            _ => t,
        };
        let pkg = self.chk.tt.as_named(base).map(|id| self.chk.tt.named(id).pkg);
        let path = pkg.map_or(String::new(), |pkg| self.chk.tt.pkg(pkg).path.to_string());
        self.member(if path.is_empty() { "main" } else { &path }, t, name)
    }

    /// `path.T.name` or `path.(*T).name`.
    fn member(&mut self, path: &str, t: TypeId, name: Symbol) -> String {
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

    /// What the panic says when a method of values is called through a nil pointer.
    pub(super) fn nil_receiver_text(&mut self, method: ObjId) -> String {
        let name = self.full_name(method);
        let recv = self.chk.func_sig(method).and_then(|sig| sig.recv).map(|recv| self.chk.obj_type(recv));
        let named = recv.and_then(|t| self.chk.tt.as_named(t));
        let base = named.map_or(String::new(), |id| {
            let named = self.chk.tt.named(id);
            format!("{}{}", named.name, if named.tparams.is_empty() { "" } else { "[...]" })
        });
        format!("value method {name} called using nil *{base} pointer")
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
        if classes.len() >= usize::from(NO_REG - FRAME_HEADER) {
            self.limit(span, super::TOO_LARGE);
            (classes, n_results) = (Vec::new(), 0);
        }
        let n_params = classes.len() as u16 - n_results;
        self.program.declare(name, n_results, n_params, flags, classes.into(), span)
    }

    /// The number of a declared function or method for these type arguments.
    pub(super) fn func(&mut self, obj: ObjId, targs: Rc<[TypeId]>) -> FuncId {
        self.func_named(obj, targs, None)
    }

    /// The same, by a name of its own if it has one.
    pub(super) fn func_named(&mut self, obj: ObjId, targs: Rc<[TypeId]>, name: Option<String>) -> FuncId {
        let obj = self.st.current(obj);
        if let Some(&id) = self.st.funcs.get(&(obj, targs.clone())) {
            return id;
        }
        let native = self.native(obj);
        let (params, results, _) = self.decl_types(obj, &targs);
        let name = name.unwrap_or_else(|| {
            let base = self.full_name(obj);
            if targs.is_empty() || base.contains("[...]") { base } else { format!("{base}[...]") }
        });
        let span = self.chk.obj(obj).span;
        let (flags, source) = match native {
            Some(native) if self.program.is_blocking(native) => {
                (FuncFlags::NATIVE, Source::Blocking { obj, native })
            }
            Some(_) => (FuncFlags::WRAPPER, Source::Native { obj, targs: targs.clone() }),
            // What it is of has to be known before it is compiled: a goroutine may be started with it.
            None => {
                (self.file_flags(self.chk.obj(obj).pkg, span), Source::Decl { obj, targs: targs.clone() })
            }
        };
        let id = self.declare(name, &params, &results, flags, span);
        self.st.funcs.insert((obj, targs), id);
        self.st.sources.insert(id, source);
        id
    }

    /// Parameter types (receiver first), result types and substitution of a declared function.
    pub(super) fn decl_types(&mut self, obj: ObjId, targs: &[TypeId]) -> (Vec<TypeId>, Vec<TypeId>, Subst) {
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
            self.program.stdout = Some(GlobalId(id));
        }
        // Variables of standard packages are initialised when a function that mentions them is first compiled.
        let pkg = self.chk.obj(obj).pkg;
        if self.chk.package(pkg).std
            && let Some((spec, _, group)) = self.chk.var_init(obj)
            && !spec.values.is_empty()
        {
            // One call that gives several variables their values is made once: for the first of them.
            let first = group.first().copied().unwrap_or(obj);
            for &other in group.iter().filter(|&&other| other != obj) {
                self.global(other);
            }
            if obj != first {
                return id;
            }
            let name = format!("{}.init", self.chk.tt.pkg(pkg).path);
            let flags = FuncFlags::WRAPPER | FuncFlags::INIT;
            let init = self.declare(name, &[], &[], flags, self.chk.obj(obj).span);
            self.st.sources.insert(init, Source::VarInit { obj });
            self.st.waiting.insert(obj, init);
            self.st.waiting.extend(group.iter().map(|&other| (other, init)));
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
                let group = self.chk.var_init(obj).map(|(_, _, group)| group);
                for other in group.iter().flat_map(|group| group.iter()) {
                    self.st.waiting.remove(other);
                }
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
}
