//! The facade: from source text to a finished run. The only file that knows all rooms.
//!
//! ```text
//! text --lexer, parser--> syntax trees --check--> typed program --compile (a function when it is first called)--> bytecode
//!      --vm, sched--> a run
//! ```

use std::path::Path;
use std::rc::Rc;

use crate::ast::NodeIds;
use crate::bytecode::FuncId;
use crate::check::import::DiskLoader;
use crate::check::{self, Checker};
use crate::compile;
use crate::diag::Diagnostic;
use crate::heap::{HeapConfig, RTypeId};
use crate::host::Host;
use crate::parser::{Mode, parse_file};
use crate::sched::{End, Loader, Order, Scheduler, SchedulerConfig};
use crate::source::{SourceMap, Span};
use crate::types::TypeId;
use crate::vm::{Machine, MachineConfig, Program};

/// How programs run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seed of every choice: ready cases of a select, the start of a range over a map.
    pub seed: u64,
    /// The order of the ready queue.
    pub order: Order,
    /// Time advances only when nothing is ready, and then jumps to the next timer.
    pub virtual_time: bool,
    /// Back-edges and calls after which a goroutine lets others run; none: it never does.
    pub preempt: Option<u32>,
    /// Bytes that the heap, and any stack, may have.
    pub max_memory: Option<u64>,
    /// Goroutines that may live at once.
    pub max_tasks: Option<u32>,
    /// Nanoseconds after which the run is stopped.
    pub timeout: Option<i64>,
    /// Collect garbage at every safepoint: finds mistakes in the machine.
    pub gc_stress: bool,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            seed: 1,
            order: Order::default(),
            virtual_time: false,
            preempt: Some(20_000),
            max_memory: None,
            max_tasks: None,
            timeout: None,
            gc_stress: false,
        }
    }
}

/// A file of a program: its name, as messages show it, and its text.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name; one that ends in `.go` is Go and nothing else.
    pub name: String,
    /// The text.
    pub text: Vec<u8>,
}

/// A program that has been read and checked.
pub struct Session {
    checker: Checker,
    program: Option<check::Program>,
    diags: Vec<Diagnostic>,
}

impl Session {
    /// Reads and checks the files of a main package. Imports are looked for in the module around `dir`.
    pub fn load(inputs: Vec<Input>, dir: Option<&Path>) -> Session {
        let mut sources = SourceMap::new();
        let mut nodes = NodeIds::new();
        let mut diags = Vec::new();
        let mut trees = Vec::new();
        for input in inputs {
            let mode = Mode::of(&input.name);
            let file = sources.add(input.name, input.text);
            let parsed = parse_file(&sources, file, &mut nodes, mode);
            diags.extend(parsed.diags);
            trees.push(Rc::new(parsed.file));
        }
        let mut checker = Checker::new(sources, nodes, Some(Box::new(DiskLoader::new(dir))));
        let mut program = None;
        // A tree with syntax errors is not checked: most of what would be found follows from them.
        if check::can_check(&diags) {
            let checkable = !diags.iter().any(Diagnostic::is_error);
            checker.diags = std::mem::take(&mut diags);
            program = Some(checker.check_program(trees, dir)).filter(|_| checkable);
            diags = std::mem::take(&mut checker.diags);
        }
        Session { checker, program, diags }
    }

    /// Errors and warnings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diags
    }

    /// Whether the program cannot run.
    pub fn has_errors(&self) -> bool {
        self.diags.iter().any(Diagnostic::is_error)
    }

    /// The texts that diagnostics refer to.
    pub fn sources(&self) -> &SourceMap {
        &self.checker.sources
    }

    /// Runs the program to its end. A program with errors is refused.
    pub fn run(self, config: &Config, host: Box<dyn Host>) -> End {
        let Some((mut scheduler, mut code, start)) = self.prepare(config, host) else {
            return End::Refused("the program has errors".into());
        };
        let end = scheduler.run(start, &mut code);
        // What cannot be written any more has been reported where it was written.
        let _ = scheduler.machine.host.flush();
        // The process ends: giving back every object one by one would only take time. A fuzzer's process goes on.
        if !cfg!(fuzzing) {
            std::mem::forget(scheduler);
            std::mem::forget(code);
        }
        end
    }

    fn prepare(mut self, config: &Config, host: Box<dyn Host>) -> Option<(Scheduler, Code, FuncId)> {
        if self.has_errors() {
            return None;
        }
        let mut heap = HeapConfig { stress: config.gc_stress, ..HeapConfig::default() };
        let mut machine_config = MachineConfig { seed: config.seed, ..MachineConfig::default() };
        if let Some(limit) = config.max_memory {
            heap.max_bytes = Some(limit);
            machine_config.max_stack = machine_config.max_stack.min((limit / 8) as usize);
        }
        machine_config.heap = heap;
        match config.preempt {
            Some(slice) => machine_config.slice = slice,
            None => machine_config.preempt = false,
        }
        let mut machine = Machine::new(host, machine_config);
        machine.deadline = config.timeout.map(|nanos| machine.host.mono().saturating_add(nanos));
        let mut state = compile::State::new();
        let start = state.start(&mut machine.program, self.program.take()?);
        let scheduler = Scheduler::new(
            machine,
            SchedulerConfig {
                order: config.order,
                seed: config.seed,
                virtual_time: config.virtual_time,
                max_tasks: config.max_tasks,
            },
        );
        Some((scheduler, Code { checker: self.checker, state }, start))
    }

    /// Compiles everything that the program's own packages reach, without running anything, and hands each function to
    /// `each`.
    ///
    /// # Errors
    /// What could not be compiled.
    pub fn compile_all(
        mut self,
        mut each: impl FnMut(&Program, FuncId, &SourceMap),
    ) -> Result<(), compile::CompileError> {
        let Some(program) = self.program.take() else { return Ok(()) };
        let mut tables = Program::new();
        let mut state = compile::State::new();
        state.start(&mut tables, program);
        // The standard library is left out.
        while let Some(next) = state.pending(&tables).into_iter().find(|&id| self.is_own(&tables, id)) {
            state.compile(&mut self.checker, &mut tables, next)?;
        }
        for id in 0..tables.function_count() as u32 {
            let id = FuncId(id);
            if tables.function(id).is_compiled() {
                each(&tables, id, &self.checker.sources);
            }
        }
        Ok(())
    }

    /// Whether a function is written in a file of the program, or has no place at all.
    fn is_own(&self, tables: &Program, id: FuncId) -> bool {
        let span = tables.function(id).span;
        span.is_none()
            || self
                .checker
                .sources
                .file_of(span.lo)
                .is_some_and(|f| !f.name.starts_with("stdlib/") && !f.name.starts_with('$'))
    }
}

/// The compiler with its checker, as the scheduler sees it.
struct Code {
    checker: Checker,
    state: compile::State,
}

impl Code {
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

    fn locate(&self, span: Span) -> String {
        match self.checker.sources.lookup(span.lo) {
            Some((file, line, _)) => format!("{}:{line}", file.name),
            None => "?".to_string(),
        }
    }
}
