//! A compiled function, and what functions of one program share.

use super::{Instr, Op};
use crate::source::Span;

/// The number of a function of the program: an index into `Code::functions`. Numbers are given when a function is first
/// mentioned; its code is made when it is first called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FuncId(pub u32);

/// What a register of a function holds, the same for the whole function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum RegClass {
    /// A number, a boolean, an interface's type word: the collector does not look at it.
    Scalar,
    /// An address, or 0.
    Pointer,
    /// An interface's data word; the register before it holds the type word.
    IfaceData,
}

/// One case of a `select` statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectCase {
    /// True for a send.
    pub send: bool,
    /// The register of the channel.
    pub chan: u16,
    /// The registers of the value sent, or where the received value goes.
    pub value: u16,
    /// Slots of the element type.
    pub slots: u16,
    /// Receive: where the `ok` goes (`NO_REG` when it is not wanted).
    pub ok: u16,
    /// The element type's `RTypeId`.
    pub elem: u32,
    /// The case's position in the source.
    pub span: Span,
}

/// No register.
pub const NO_REG: u16 = u16::MAX;

/// The table of one `select` statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectTable {
    pub cases: Box<[SelectCase]>,
    pub has_default: bool,
    /// Several cases may be about one channel and direction: then it is by chance which of them waits in front of the others.
    pub repeats: bool,
}

bitflags_lite! {
    /// Properties of a function.
    pub struct FuncFlags {
        /// Invisible to `recover` and to traces: promoted methods, method values, interface thunks, deferred-call thunks.
        WRAPPER = 1;
        /// Has `Defer` instructions, so `defer_exit` is set and the result registers are live throughout.
        DEFERS = 2;
        /// The closure's address is in the register after the parameters on entry.
        CLOSURE = 4;
        /// Runs a native coroutine: see `vm::coroutine`.
        NATIVE = 8;
        /// Belongs to the standard library: who asks where a program is wants to know the place in the program's own files.
        LIBRARY = 16;
        /// Of a file of the program that may use what scripts have beyond Go.
        SCRIPT = 32;
        /// Is not preempted: of a package whose state is never seen half changed.
        ATOMIC = 64;
        /// Of the packages that keep the tasks' records: not shown in traces.
        RECORDS = 128;
        /// Gives a variable of the library its first value: nobody else has a turn before it has.
        INIT = 256;
    }
}

/// A part of a function's code that is another function's: the compiler made the call in place.
#[derive(Clone, Copy, Debug)]
pub struct InPlace {
    /// The first instruction.
    pub from: u32,
    /// Behind the last one.
    pub to: u32,
    /// Whose code it is.
    pub func: FuncId,
    /// Where it is called.
    pub call: Span,
}

/// A deferred call that a function's own code makes at its ends. When a panic leaves the function, the unwinder makes
/// records of those that are outstanding, as [`Op::Defer`] would have: of a closure in a register, or one to be made.
#[derive(Clone, Debug)]
pub struct OpenSite {
    /// Where it is outstanding, ascending.
    pub outstanding: Vec<Outstanding>,
    /// The function and the layout of a closure to be made.
    pub makes: Option<(FuncId, u32)>,
    /// The first register that it captures, or the register that holds the closure.
    pub base: u16,
    /// How many it captures.
    pub n: u16,
}

/// A part of the code in which a call is outstanding.
#[derive(Clone, Copy, Debug)]
pub struct Outstanding {
    /// The first instruction.
    pub from: u32,
    /// Behind the last one.
    pub to: u32,
    /// There the call is made.
    pub is_made: bool,
}

/// How a frame stands at an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It is executing it.
    At,
    /// It has not executed it yet.
    InFront,
    /// It has called from the one in front of it.
    Calls,
}

/// A compiled function.
///
/// Registers: `0..results` are the results, then `params` slots of parameters (receiver first), then, for a closure, its
/// own address, then the rest, `regs` in all, windows of calls included.
#[derive(Debug)]
pub struct Function {
    /// As traces print it: `main.f`, `main.(*T).m`, `main.f.func1`.
    pub name: String,
    /// The code; before the first call just `[Compile]`.
    pub code: Vec<Instr>,
    /// Result slots.
    pub results: u16,
    /// Parameter slots, the receiver's included.
    pub params: u16,
    /// All registers of the frame (not counting the frame header).
    pub regs: u16,
    pub flags: FuncFlags,
    /// The class of each register, `regs` long once compiled; before, the classes of results and parameters.
    pub classes: Box<[RegClass]>,
    /// Position of code: (first instruction index, span), ascending.
    pub lines: Vec<(u32, Span)>,
    /// Instructions whose index, or whose bounds, have an unsigned type of 64 bits: (instruction index, operands as
    /// [`slice_flags`](super::slice_flags); an index is `LO`), ascending. Only the texts of panics need to know.
    pub unsigned: Vec<(u32, u16)>,
    /// Parts of the code that are those of other functions, called in place; inner ones before those around them.
    pub in_place: Box<[InPlace]>,
    /// Where the code goes on after a recovered panic: runs the remaining deferred calls and returns.
    pub defer_exit: u32,
    /// The deferred calls that the code makes itself, in the order in which they are deferred.
    pub open: Box<[OpenSite]>,
    pub selects: Vec<SelectTable>,
    /// Where the function is declared.
    pub span: Span,
}

impl Function {
    /// The code of every function that is not compiled yet.
    pub fn stub() -> Vec<Instr> {
        vec![Instr::new(Op::Compile, 0, 0, 0)]
    }
    /// The open-coded calls that are outstanding where a frame stands; `pc` need not be in this function.
    pub fn outstanding(&self, pc: *const Instr, stands: Stands) -> impl Iterator<Item = &OpenSite> {
        let at = (pc as usize).wrapping_sub(self.code.as_ptr() as usize) / size_of::<Instr>();
        // Where a frame goes on is the instruction itself if that calls what has been deferred.
        let behind = stands == Stands::Calls && self.code.get(at).is_some_and(|i| i.op() != Op::RunDefers);
        let at = at - usize::from(behind && at > 0);
        let covers = move |part: &Outstanding| {
            let is_in_front = stands == Stands::InFront && part.is_made && at == part.to as usize;
            is_in_front || (part.from as usize..part.to as usize).contains(&at)
        };
        self.open.iter().filter(move |site| site.outstanding.iter().any(covers))
    }
    /// Whether the code has been made.
    pub fn is_compiled(&self) -> bool {
        self.code.first().is_none_or(|i| i.op() != Op::Compile)
    }
    /// The source position of the instruction at `pc`.
    pub fn span_at(&self, pc: usize) -> Span {
        let i = self.lines.partition_point(|&(start, _)| start as usize <= pc);
        if i == 0 { self.span } else { self.lines[i - 1].1 }
    }
    /// The source position of the instruction at `pc`, or of the first behind it that has one: what is done on entry has none.
    pub fn span_near(&self, pc: usize) -> Span {
        let at = self.span_at(pc);
        if !at.is_none() {
            return at;
        }
        let mut behind = self.lines.iter().filter(|&&(start, _)| start as usize > pc).map(|&(_, span)| span);
        behind.find(|span| !span.is_none()).unwrap_or(Span::NONE)
    }
    /// The functions whose code, made in place, has the instruction at `pc`; innermost first.
    pub fn in_place_at(&self, pc: usize) -> impl Iterator<Item = &InPlace> {
        self.in_place.iter().filter(move |part| (part.from as usize..part.to as usize).contains(&pc))
    }
    /// Which operands of the instruction at `pc` are unsigned numbers of 64 bits.
    pub fn unsigned_at(&self, pc: usize) -> u16 {
        let found = self.unsigned.binary_search_by_key(&pc, |&(at, _)| at as usize);
        found.map_or(0, |i| self.unsigned[i].1)
    }
}
