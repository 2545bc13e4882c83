//! [`Checked`]: a program that has been read and checked.

use std::rc::Rc;

use super::builder::Builder;
use super::code::Code;
use super::run::Engine;
use crate::bytecode::FuncId;
use crate::check::{self, Checker};
use crate::compile::{self, Parts};
use crate::diag::{Diagnostic, Format, Style, render};
use crate::host::fingerprint;
use crate::source::SourceMap;
use crate::vet;
use crate::vm::Program;

/// A program that has been read and checked.
pub struct Checked {
    builder: Builder,
    checker: Checker,
    program: Option<Rc<check::Program>>,
    diags: Vec<Diagnostic>,
}

impl Checked {
    pub(super) fn new(
        builder: Builder,
        checker: Checker,
        program: Option<check::Program>,
        diags: Vec<Diagnostic>,
    ) -> Checked {
        let mut checked = Checked { builder, checker, program: program.map(Rc::new), diags };
        let checker = checked.program.as_ref().map(|_| &checked.checker);
        checked.diags.extend(checked.builder.natives.check(checker));
        checked
    }

    /// Adds the error that a program without a main function cannot be run by itself. What another program calls, or what
    /// is only checked, needs none.
    pub fn require_main(&mut self) {
        if !self.has_errors()
            && let Some(program) = &self.program
        {
            self.diags.extend(self.checker.missing_main(program));
        }
    }

    /// Looks the program over, if it has no errors, for what compiles but is hardly meant: with the checks of `go vet` that
    /// `wanted` says, by their names ([`vet_checks`](super::vet_checks)). What is found are warnings; gives their number. The
    /// program is then only good for printing them.
    pub fn vet(&mut self, wanted: impl Fn(&str) -> bool) -> usize {
        if self.has_errors() {
            return 0;
        }
        let Some(program) = self.program.take() else { return 0 };
        let origin = self.builder.origin();
        let found = vet::vet(&mut self.checker, &program, &origin, &self.builder.tested_paths(), wanted);
        let count = found.len();
        self.diags.extend(found);
        count
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

    /// Writes errors and warnings.
    ///
    /// # Errors
    /// `out` fails.
    pub fn render(&self, format: Format, style: Style, out: &mut dyn std::io::Write) -> std::io::Result<()> {
        render(&self.checker.sources, &self.diags, format, style, out)
    }

    /// A number that changes with the text of the program, or of what it uses of the library: whether a recording belongs to it.
    pub fn fingerprint(&self) -> u64 {
        let texts = self.checker.sources.files().iter().map(|file| file.text.as_bytes());
        fingerprint(texts)
    }

    /// Makes the program ready to run.
    ///
    /// # Errors
    /// It has errors.
    pub fn start(mut self) -> Result<Engine, Refused> {
        match self.program.take() {
            Some(program) if !self.has_errors() => {
                let natives = std::mem::take(&mut self.builder.natives);
                let host = self.builder.take_host();
                let config = &self.builder.config;
                let code = Code::new(self.checker, compile::State::new(), (config.diag, config.style));
                let listener = self.builder.listener.take();
                let config = &self.builder.config;
                let mut engine = Engine::new(config, host, listener, natives, code, program, self.diags);
                engine.scheduler.machine.set_settings(std::mem::take(&mut self.builder.settings));
                for handler in std::mem::take(&mut self.builder.on_main) {
                    engine.scheduler.machine.hooks.handle_main(handler);
                }
                Ok(engine)
            }
            Some(_) | None => Err(Refused { sources: self.checker.sources, diags: self.diags }),
        }
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
        std::mem::take(&mut self.builder.natives).bind(&mut tables);
        let mut state = compile::State::new();
        state.start(&mut tables, program, Parts::All);
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

/// A program that cannot run.
pub struct Refused {
    sources: SourceMap,
    diags: Vec<Diagnostic>,
}

impl Refused {
    pub(super) fn new(sources: SourceMap, diags: Vec<Diagnostic>) -> Refused {
        Refused { sources, diags }
    }

    /// Errors and warnings.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diags
    }

    /// The texts that diagnostics refer to.
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }
}

impl std::fmt::Display for Refused {
    /// All diagnostics, a line each: `file:line:col: message`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut text = Vec::new();
        // A vector takes everything.
        let _ = render(&self.sources, &self.diags, Format::Go, Style::default(), &mut text);
        f.write_str(String::from_utf8_lossy(&text).trim_end())
    }
}

impl std::fmt::Debug for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self}")
    }
}

impl std::error::Error for Refused {}
