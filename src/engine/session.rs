//! A program from its text to the end of its run.

use std::path::Path;
use std::rc::Rc;

use super::code::Code;
use super::config::Config;
use crate::ast::NodeIds;
use crate::bytecode::FuncId;
use crate::check::import::DiskLoader;
use crate::check::{self, Checker};
use crate::compile;
use crate::diag::Diagnostic;
use crate::event::Listener;
use crate::heap::HeapConfig;
use crate::host::{Host, Written};
use crate::parser::{Mode, parse_file};
use crate::sched::{End, Scheduler, SchedulerConfig};
use crate::source::SourceMap;
use crate::vm::{Machine, MachineConfig, Program};

/// A file of a program: its name, as messages show it, and its text.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name; one that ends in `.go` is Go and nothing else.
    pub name: String,
    /// The text.
    pub text: Vec<u8>,
}

/// Who is told what happens in a run.
pub struct Watcher {
    /// Who is told.
    pub listener: Box<dyn Listener>,
    /// What the program writes, if a [`Tee`](crate::host::Tee) keeps it.
    pub written: Option<Written>,
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
        self.run_watched(config, host, None)
    }

    /// Runs the program to its end, and tells a listener what happens; also what is written, if that is kept for it.
    pub fn run_watched(self, config: &Config, host: Box<dyn Host>, watcher: Option<Watcher>) -> End {
        let Some((mut scheduler, mut code, start)) = self.prepare(config, host) else {
            return End::Refused("the program has errors".into());
        };
        if let Some(Watcher { listener, written }) = watcher {
            scheduler.set_listener(Some(listener), written);
        }
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
                leaks: config.leaks,
            },
        );
        Some((scheduler, Code::new(self.checker, state, (config.diag, config.style)), start))
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
