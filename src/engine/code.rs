//! The compiler with its checker, as the scheduler sees it.

use std::cell::OnceCell;

use super::call::CallError;
use crate::bytecode::FuncId;
use crate::check::Checker;
use crate::compile;
use crate::diag::{Format, Style};
use crate::event::{Object, Place};
use crate::heap::RTypeId;
use crate::report;
use crate::sched::{Loader, Stuck};
use crate::source::{Origin, Span};
use crate::types::{Type, TypeId};
use crate::vm::{GlobalId, HostTypes, Machine, PanicCause, Uses, Wanted};

/// The compiler with its checker, as the scheduler sees it.
pub(super) struct Code {
    pub(super) checker: Checker,
    pub(super) state: compile::State,
    diag: (Format, Style),
    /// What the source says about channels and locks, once somebody has asked.
    source: OnceCell<report::Source>,
    /// The program runs to its end by itself: nobody calls its functions from outside.
    pub(super) is_whole: bool,
}

impl Code {
    /// The compiler of a checked program; `diag` is how deaths are explained.
    pub(super) fn new(checker: Checker, state: compile::State, diag: (Format, Style)) -> Code {
        Code { checker, state, diag, source: OnceCell::new(), is_whole: false }
    }

    /// There is more source than before.
    pub(super) fn forget_source(&mut self) {
        self.source.take();
    }

    fn reporter(&self) -> report::Reporter<'_> {
        let (format, style) = self.diag;
        report::Reporter { map: &self.checker.sources, source: self.source(), format, style }
    }

    fn source(&self) -> &report::Source {
        self.source.get_or_init(|| report::Source::read(&self.checker))
    }

    /// Compiles a function; gives the initialisers that must run before it.
    fn code_of(&mut self, machine: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String> {
        let result = self.state.compile(&mut self.checker, &mut machine.program, func);
        self.told(result)
    }

    /// What the compiler gave, or what went wrong, in words.
    fn told<T>(&self, result: Result<T, compile::CompileError>) -> Result<T, String> {
        // An error in the library is the cause of whatever the compiler stumbled over.
        if let Some(error) = self.checker.diags.iter().find(|d| d.is_error()) {
            let at = self.locate(error.span);
            return Err(format!("{at}: internal error in the standard library: {}", error.message));
        }
        result.map_err(|error| {
            let at = self.locate(error.span);
            let what = if error.is_limit { "" } else { "internal compiler error: " };
            format!("{at}: {what}{}", error.message)
        })
    }

    fn dynamic(&mut self, machine: &mut Machine, t: TypeId) -> RTypeId {
        self.state.dynamic_type(&mut self.checker, &mut machine.program, t)
    }

    /// Function and type of a function of the main package.
    pub(super) fn function(
        &mut self,
        machine: &mut Machine,
        name: &str,
    ) -> Result<(FuncId, RTypeId), CallError> {
        let missing = || CallError::NoFunction(name.to_string());
        let obj = self.checker.main_member(name).ok_or_else(missing)?;
        let Some(sig) = self.checker.func_sig(obj) else { return Err(missing()) };
        if !sig.tparams.is_empty() {
            return Err(CallError::Mismatch(format!("{name} has type parameters")));
        }
        let func = self.state.function_of(&mut self.checker, &mut machine.program, obj);
        let ty = self.checker.obj_type(obj);
        Ok((func, self.state.described_type(&mut self.checker, &mut machine.program, ty)))
    }

    /// Makes known to the machine what values of Rust become.
    pub(super) fn host_types(&mut self, machine: &mut Machine) {
        let tt = &mut self.checker.tt;
        let list = tt.slice(TypeId::ANY);
        let map = tt.intern(Type::Map(TypeId::ANY, TypeId::ANY));
        let fields = tt.intern(Type::Map(TypeId::STRING, TypeId::ANY));
        let mut known = HostTypes {
            bool: self.dynamic(machine, TypeId::BOOL),
            int: self.dynamic(machine, TypeId::INT),
            uint64: self.dynamic(machine, TypeId::UINT64),
            float64: self.dynamic(machine, TypeId::FLOAT64),
            complex128: self.dynamic(machine, TypeId::COMPLEX128),
            string: self.dynamic(machine, TypeId::STRING),
            bytes: self.dynamic(machine, TypeId::BYTES),
            list: self.dynamic(machine, list),
            map: self.dynamic(machine, map),
            fields: self.dynamic(machine, fields),
            error: RTypeId::NIL,
        };
        if let Some(obj) = self.checker.std_member("errors", "errorString") {
            let error = self.checker.obj_type(obj);
            let error = self.checker.tt.pointer(error);
            known.error = self.dynamic(machine, error);
        }
        machine.program.host_types = known;
    }

    /// A type that package runtime declares.
    fn runtime_type(&mut self, name: &str) -> Result<TypeId, String> {
        match self.checker.std_member("runtime", name) {
            Some(obj) => Ok(self.checker.obj_type(obj)),
            None => Err(format!("internal error: package runtime has no type {name}")),
        }
    }
}

impl Loader for Code {
    fn compile(&mut self, machine: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String> {
        self.code_of(machine, func)
    }

    fn make(&mut self, machine: &mut Machine, wanted: &Wanted) -> Result<u64, String> {
        let made = self.state.make(&mut self.checker, &mut machine.program, wanted);
        self.told(made)
    }

    fn well_known(&mut self, machine: &mut Machine) -> Result<(), String> {
        let error_string = self.runtime_type("errorString")?;
        let bounds_error = self.runtime_type("boundsError")?;
        let plain_error = self.runtime_type("plainError")?;
        let assertion = self.runtime_type("TypeAssertionError")?;
        let nil_panic = self.runtime_type("PanicNilError")?;
        let assertion = self.checker.tt.pointer(assertion);
        let nil_panic = self.checker.tt.pointer(nil_panic);
        let func_string = self.checker.tt.func([].into(), [TypeId::STRING].into(), false);
        let mut known = machine.program.well_known;
        known.string = self.dynamic(machine, TypeId::STRING);
        known.error_string = self.dynamic(machine, error_string);
        known.bounds_error = self.dynamic(machine, bounds_error);
        known.plain_error = self.dynamic(machine, plain_error);
        known.type_assertion_error = self.dynamic(machine, assertion);
        known.panic_nil_error = self.dynamic(machine, nil_panic);
        known.func_string = self.dynamic(machine, func_string);
        known.error_method = Some(machine.program.rtypes.method_name("Error", ""));
        known.string_method = Some(machine.program.rtypes.method_name("String", ""));
        machine.program.well_known = known;
        Ok(())
    }

    fn uses(&self) -> Option<&dyn Uses> {
        self.is_whole.then_some(self as &dyn Uses)
    }

    fn place(&self, span: Span) -> Option<Place> {
        let (file, line, col) = self.checker.sources.lookup(span.lo)?;
        Some(Place { file: file.name.clone(), line, col })
    }

    fn locate(&self, span: Span) -> String {
        let origin = self.checker.sources.origin(span.lo);
        origin.map_or("?".to_owned(), |Origin { name, line, .. }| format!("{name}:{line}"))
    }

    fn locate_whole(&self, span: Span) -> String {
        let Some(file) = self.checker.sources.file_of(span.lo) else { return "?".to_owned() };
        format!("{}:{}", file.origin_path(span.lo), file.origin(span.lo).line)
    }

    fn deadlock(&self, stuck: &Stuck) -> String {
        self.reporter().deadlock(stuck)
    }

    fn panicked(&self, cause: &PanicCause, name: &dyn Fn(u64) -> Option<(String, u32)>) -> String {
        self.reporter().panicked(cause, name)
    }

    fn leaks(&self, stuck: &Stuck) -> String {
        self.reporter().leaks(stuck)
    }

    fn text(&self, span: Span) -> String {
        self.checker.sources.text(span).to_owned()
    }

    fn object(&self, object: &Object) -> Option<String> {
        self.source().object_name(object)
    }
}

impl Uses for Code {
    fn variables(&self) -> Vec<GlobalId> {
        self.state.variables(&self.checker)
    }

    fn of(&self, func: FuncId) -> Vec<GlobalId> {
        self.state.uses(&self.checker, func)
    }

    fn of_methods(&self) -> Vec<GlobalId> {
        self.state.uses_of_methods(&self.checker)
    }
}
