//! Which package variables tasks can still come to use, when everyone waits: a variable that no code mentions which can still
//! run holds nothing that a task can reach.
//!
//! Code that can still run: what comes after the place where a frame stands, and all of each function that such code mentions, or
//! of which a value is reachable. Functions without code are asked about ([`Uses`]), and so is what others may call by the methods
//! of a value.
//!
//! Invariant: what is not found here will never be used by any task; what is found may not be used either. Variables of the
//! library are always counted as used, since it is a whole that nobody has looked through.

use hashbrown::HashMap;

use super::program::{GlobalId, Program};
use super::script::{AFTER_DEFER, COMPILE, Frame, Script};
use crate::bytecode::effects::successors;
use crate::bytecode::{FuncFlags, FuncId, Function, Op};
use crate::heap::{Lookout, Marker};

/// What the source says of the use of package variables.
pub trait Uses {
    /// The package variables of the program: those of packages outside of the library.
    fn variables(&self) -> Vec<GlobalId>;
    /// Those that a function that has no code yet may use, itself or through what it calls.
    fn of(&self, func: FuncId) -> Vec<GlobalId>;
    /// Those that may be used by whoever has a value of the program, through its methods.
    fn of_methods(&self) -> Vec<GlobalId>;
}

/// What tasks can come to.
pub(super) struct Reach<'p> {
    program: &'p Program,
    uses: &'p dyn Uses,
    /// By function: whether it may be called.
    functions: Vec<bool>,
    /// By package variable: whether it may be used.
    globals: Vec<bool>,
    /// Variables that have been found, and were not told of.
    news: Vec<GlobalId>,
    /// Functions that have been found, and were not looked through.
    todo: Vec<FuncId>,
}

impl<'p> Reach<'p> {
    /// No task has been looked at.
    pub fn new(program: &'p Program, uses: &'p dyn Uses) -> Reach<'p> {
        let mut reach = Reach {
            program,
            uses,
            functions: vec![false; program.function_count()],
            globals: vec![true; program.globals().len()],
            news: Vec::new(),
            todo: Vec::new(),
        };
        for variable in uses.variables() {
            reach.globals[variable.0 as usize] = false;
        }
        reach
    }

    /// Whether a variable may be used, as far as is known.
    pub fn has(&self, variable: GlobalId) -> bool {
        self.globals[variable.0 as usize]
    }

    /// What the marker has to look out for.
    pub fn lookout(&self) -> Lookout {
        let statics: HashMap<u64, u32> = self.program.static_closures().collect();
        let is_closure = |id| self.program.function(FuncId(id as u32)).flags.has(FuncFlags::CLOSURE);
        Lookout::new(statics, (0..self.functions.len()).map(is_closure).collect())
    }

    /// Takes what a coroutine will do.
    pub fn script(&mut self, s: &Script) {
        for frame in s.frames() {
            self.frame(&frame);
        }
    }

    fn frame(&mut self, frame: &Frame) {
        let f = self.program.function(frame.func);
        let beginning = frame.pc.is_null() || std::ptr::eq(frame.pc, COMPILE.as_ptr());
        if beginning || !f.is_compiled() {
            return self.function(frame.func);
        }
        let mut starts = Vec::new();
        // A frame that the unwinder has called from goes on at `defer_exit`, if at all.
        if !std::ptr::eq(frame.pc, AFTER_DEFER.as_ptr()) {
            starts.push((frame.pc as usize).wrapping_sub(f.code.as_ptr() as usize) / 8);
        }
        if f.flags.has(FuncFlags::DEFERS) {
            starts.push(f.defer_exit as usize);
        }
        f.open.iter().filter_map(|site| site.makes).for_each(|(func, _)| self.function(func));
        self.code(f, starts);
    }

    /// Takes the code of a function from some places on.
    fn code(&mut self, f: &Function, mut todo: Vec<usize>) {
        let mut seen = vec![false; f.code.len()];
        while let Some(at) = todo.pop() {
            if at >= seen.len() || std::mem::replace(&mut seen[at], true) {
                continue;
            }
            // These name variables and functions, and no others do; what is called through a value is found as a value.
            let i = f.code[at];
            if matches!(i.op(), Op::GlobalAddr | Op::LoadGlobal) {
                self.variable(GlobalId(i.bc()));
            } else if matches!(i.op(), Op::Call | Op::TailCall | Op::Go | Op::LoadFunc | Op::MakeClosure) {
                self.function(FuncId(i.bc()));
            }
            successors(f, at, |next| todo.push(next));
        }
    }

    fn function(&mut self, func: FuncId) {
        if !std::mem::replace(&mut self.functions[func.0 as usize], true) {
            self.todo.push(func);
        }
    }

    fn variable(&mut self, variable: GlobalId) {
        if !std::mem::replace(&mut self.globals[variable.0 as usize], true) {
            self.news.push(variable);
        }
    }

    /// Looks through all functions that have been found. Gives the variables that this has added.
    fn spread(&mut self) -> Vec<GlobalId> {
        while let Some(func) = self.todo.pop() {
            let f = self.program.function(func);
            if f.is_compiled() {
                // Where deferred calls are left for is come to by a panic only.
                self.code(f, vec![0, f.defer_exit as usize]);
            } else {
                self.uses.of(func).into_iter().for_each(|variable| self.variable(variable));
            }
        }
        std::mem::take(&mut self.news)
    }

    /// Marks what tasks can reach through package variables, after all other roots have been named. `coroutines` marks what the
    /// coroutines hold that have been reached since it was called last, and shows them to this; it says whether there were any.
    pub fn mark(
        &mut self,
        marker: &mut Marker<'_>,
        mut coroutines: impl FnMut(&mut Self, &mut Marker<'_>) -> bool,
    ) {
        self.uses.of_methods().into_iter().for_each(|variable| self.variable(variable));
        loop {
            for variable in self.spread() {
                let cell = self.program.global_cell(variable);
                // SAFETY: the cell holds initialised memory of the layout.
                unsafe { marker.region(cell.addr(), cell.bytes(), cell.layout()) };
            }
            let found = marker.found();
            found.into_iter().for_each(|func| self.function(FuncId(func)));
            let resumable = coroutines(self, marker);
            if self.todo.is_empty() && self.news.is_empty() && !resumable {
                return;
            }
        }
    }
}
