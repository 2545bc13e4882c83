//! Calls from the host: callees, results, and why a call does not return.

use super::run::Engine;
use crate::bytecode::FuncId;
use crate::heap::RTypeId;
use crate::native::convert::{FromResults, Results};
use crate::vm::Machine;
use crate::vm::coroutine::Root;

/// Why a call has not given its results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallError {
    /// The main package has no function of this name.
    NoFunction(String),
    /// A function, argument or result does not go with the Rust types.
    Mismatch(String),
    /// The function, or another goroutine, panicked, and nobody recovered. That goroutine is gone.
    Panic {
        /// What it panicked with: `panic: ...`, and what Go prints behind it.
        message: String,
        /// The message and the trace, as a program prints them.
        report: String,
    },
    /// Every goroutine waits, and nobody can wake them.
    Deadlock {
        /// What a program prints.
        report: String,
    },
    /// The function called `runtime.Goexit`.
    Exited,
    /// The program called `os.Exit`.
    Exit(i32),
    /// Ctrl-C, or whatever else interrupts the host.
    Interrupted,
    /// The call has ended already, or another one has begun.
    Over,
    /// A mistake in phasync.
    Internal(String),
}

impl CallError {
    /// What a report on a panic or fatal error says.
    pub(super) fn died(report: String) -> CallError {
        let message = report.split("\n\ngoroutine ").next().unwrap_or_default().trim_end().to_string();
        CallError::Panic { message, report }
    }
}

impl std::fmt::Display for CallError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CallError::NoFunction(name) => write!(f, "the main package has no function {name}"),
            CallError::Mismatch(text) | CallError::Internal(text) => f.write_str(text),
            CallError::Panic { message, .. } => f.write_str(message),
            CallError::Deadlock { .. } => f.write_str("all goroutines are asleep - deadlock!"),
            CallError::Exited => f.write_str("the function called runtime.Goexit"),
            CallError::Exit(status) => write!(f, "the program called os.Exit({status})"),
            CallError::Interrupted => f.write_str("interrupted"),
            CallError::Over => f.write_str("the call has ended"),
        }
    }
}

impl std::error::Error for CallError {}

impl Engine {
    /// Function, closure and type of a function value.
    pub(super) fn callee(&mut self, f: &Root) -> Result<(FuncId, u64, RTypeId), CallError> {
        let machine = &mut self.scheduler.machine;
        let Some(raw) = machine.values().kept(f) else {
            return Err(CallError::Mismatch("a function of another program".into()));
        };
        let (closure, ty) = (raw.words()[0], raw.ty());
        if closure == 0 {
            return Err(CallError::Mismatch("a call of a nil function".into()));
        }
        Ok((machine.closure_func(closure), closure, ty))
    }
}

/// The results of a call, and what those that are errors say.
pub(super) struct Texts {
    kept: Vec<Root>,
    texts: Vec<Option<String>>,
}

impl Texts {
    /// Keeps the results of a function of this type.
    pub fn new(machine: &mut Machine, sig: RTypeId, words: &[u64]) -> Texts {
        let types = machine.program.rtypes.get(sig).results.clone();
        let mut at = 0;
        let mut kept = Vec::with_capacity(types.len());
        for &ty in &types {
            let slots = usize::from(machine.program.rtypes.get(ty).slots);
            kept.push(machine.natives.roots.keep(ty, &words[at..at + slots]));
            at += slots;
        }
        Texts { kept, texts: Vec::new() }
    }

    /// The function and receiver that tell what the next error says; nothing if all is known.
    pub fn next(&mut self, machine: &mut Machine) -> Option<(FuncId, u64)> {
        while let Some(root) = self.kept.get(self.texts.len()) {
            if let Some(error) = machine.error_of(root)
                && let Some(func) = machine.values().error_method(error)
            {
                return Some((func, error.word));
            }
            self.texts.push(None);
        }
        None
    }

    /// That has been told, in register form.
    pub fn answer(&mut self, machine: &mut Machine, words: &[u64]) {
        let text = if words.len() == 2 { machine.values().bytes(words).to_vec() } else { Vec::new() };
        self.texts.push(Some(String::from_utf8_lossy(&text).into_owned()));
    }
}

/// The results as values of Rust.
pub(super) fn take_results<R: FromResults>(machine: &mut Machine, texts: &Texts) -> Result<R, CallError> {
    let results = Results { kept: &texts.kept, texts: &texts.texts };
    R::from_results(&mut machine.values(), results)
        .map_err(|mismatch| CallError::Mismatch(mismatch.to_string()))
}
