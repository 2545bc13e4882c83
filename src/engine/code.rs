//! The compiler with its checker, as the scheduler sees it.

use std::cell::OnceCell;

use crate::bytecode::FuncId;
use crate::check::Checker;
use crate::compile;
use crate::diag::{Format, Style};
use crate::event::{Object, Place};
use crate::heap::RTypeId;
use crate::report;
use crate::sched::{Loader, Stuck};
use crate::source::Span;
use crate::types::TypeId;
use crate::vm::{Machine, PanicCause};

/// The compiler with its checker, as the scheduler sees it.
pub(super) struct Code {
    pub(super) checker: Checker,
    pub(super) state: compile::State,
    diag: (Format, Style),
    /// What the source says about channels and locks, once somebody has asked.
    source: OnceCell<report::Source>,
}

impl Code {
    /// The compiler of a checked program; `diag` is how deaths are explained.
    pub(super) fn new(checker: Checker, state: compile::State, diag: (Format, Style)) -> Code {
        Code { checker, state, diag, source: OnceCell::new() }
    }

    fn reporter(&self) -> report::Reporter<'_> {
        let (format, style) = self.diag;
        report::Reporter { map: &self.checker.sources, source: self.source(), format, style }
    }

    fn source(&self) -> &report::Source {
        self.source.get_or_init(|| report::Source::read(&self.checker))
    }

    /// Compiles a function; gives the initialisers that must run before it.
    fn make(&mut self, machine: &mut Machine, func: FuncId) -> Result<Vec<FuncId>, String> {
        let result = self.state.compile(&mut self.checker, &mut machine.program, func);
        // An error in the library is the cause of whatever the compiler stumbled over.
        if let Some(error) = self.checker.diags.iter().find(|d| d.is_error()) {
            let at = self.locate(error.span);
            return Err(format!("{at}: internal error in the standard library: {}", error.message));
        }
        let inits = result.map_err(|error| {
            let at = self.locate(error.span);
            format!("{at}: internal compiler error: {}", error.message)
        })?;
        Ok(inits)
    }

    fn dynamic(&mut self, machine: &mut Machine, t: TypeId) -> RTypeId {
        self.state.dynamic_type(&mut self.checker, &mut machine.program, t)
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
        self.make(machine, func)
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

    fn place(&self, span: Span) -> Option<Place> {
        let (file, line, col) = self.checker.sources.lookup(span.lo)?;
        Some(Place { file: file.name.clone(), line, col })
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
