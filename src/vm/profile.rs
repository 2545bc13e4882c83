//! Where a program spends its time: samples of the stacks of its coroutines.
//!
//! The clock is read at safepoints, which come more often while a program is profiled: part of each slice is put aside, as for a
//! collection, so the schedule is the same. If enough time has passed, it is written down for the stack that stands there. The
//! safepoints are some hundred calls and back-edges apart, now more, now fewer, whoever makes them, so that a stack is met as
//! often as it takes part of the time. What native functions, the collector and the compiler take is measured. Time in which
//! everyone waits belongs to nobody.

use std::collections::HashMap;

use super::machine::Machine;
use super::script::Script;
use crate::bytecode::FuncId;
#[cfg(not(phasync_threaded))]
use crate::bytecode::Op;
use crate::syscall::{Choice, TaskId};

/// Calls and back-edges until the clock is read: at least so many, and fewer than twice as many.
const QUANTUM: i64 = 256;
/// Nanoseconds between two samples.
const INTERVAL: i64 = 50_000;
/// Nanoseconds that are worth writing down for a native function.
const NATIVE: i64 = 500;
/// Frames of a stack that are told apart: so many at its beginning, and so many at its end.
const FRAMES: usize = 128;

/// What time is spent in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Spot {
    /// A task: its number. The beginning of each stack.
    Task(u64),
    /// A function, at an instruction.
    At(FuncId, u32),
    /// Frames that were left out, because there are too many.
    Elided,
    /// The collector.
    Collector,
    /// The compiler, which makes code when a function is first called.
    Compiler,
}

/// A spot, in what was called from another.
#[derive(Debug)]
pub struct Node {
    /// The node of the caller; of the beginning of a stack, itself.
    pub caller: u32,
    /// The spot.
    pub spot: Spot,
    /// Nanoseconds that were spent there, without what was called from there.
    pub nanos: i64,
}

/// What has been found out.
#[derive(Debug)]
pub struct Profile {
    /// The spots; callers come before what they call.
    pub nodes: Vec<Node>,
    /// The function that each task began with.
    pub tasks: HashMap<u64, FuncId>,
    index: HashMap<(u32, Spot), u32>,
    /// Until when all time has been written down.
    last: i64,
    /// How long it takes to write down a stack, in nanoseconds.
    cost: i64,
    /// When the clock is read next is left to chance.
    chance: Choice,
    stack: Vec<Spot>,
}

impl Profile {
    fn node(&mut self, caller: Option<u32>, spot: Spot) -> u32 {
        let nodes = &mut self.nodes;
        *self.index.entry((caller.unwrap_or(u32::MAX), spot)).or_insert_with(|| {
            let n = nodes.len() as u32;
            nodes.push(Node { caller: caller.unwrap_or(n), spot, nanos: 0 });
            n
        })
    }

    /// Writes down so much time for the stack, innermost spot first.
    fn spent(&mut self, nanos: i64) {
        let mut at = None;
        let mut stack = std::mem::take(&mut self.stack);
        while let Some(spot) = stack.pop() {
            at = Some(self.node(at, spot));
        }
        self.stack = stack;
        if let Some(at) = at {
            self.nodes[at as usize].nanos += nanos;
        }
    }
}

impl Machine {
    /// Begins to write down where time is spent.
    pub(crate) fn set_profile(&mut self) {
        self.profile = Some(Box::new(Profile {
            nodes: Vec::new(),
            tasks: HashMap::new(),
            index: HashMap::new(),
            last: self.host.glance(),
            cost: 0,
            chance: Choice::new(0),
            stack: Vec::new(),
        }));
        self.part_slices(QUANTUM);
    }

    /// What has been written down.
    pub(crate) fn profile(&self) -> Option<&Profile> {
        self.profile.as_deref()
    }

    /// Another coroutine may have the next turn: it spends what this one has left before the clock is read.
    #[inline]
    pub(crate) fn carry_over(&mut self) {
        if self.profile.is_some() {
            self.part_slices(self.budget.clamp(0, 2 * QUANTUM));
        }
    }

    /// A safepoint in the running coroutine: writes down where it is if that is due, and puts part of what is left of its budget
    /// aside again.
    pub(super) fn sample_if_due(&mut self) {
        let Some(profile) = &mut self.profile else { return };
        let part = QUANTUM + i64::from(profile.chance.below(QUANTUM as u32));
        let part = self.budget.min(part);
        self.aside += self.budget - part;
        self.budget = part;
        // Deep stacks are not looked at so often that nothing else is done.
        let now = self.host.glance();
        let passed = now - profile.last;
        if passed >= INTERVAL.max(20 * profile.cost) {
            self.sample(None, passed);
            let end = self.host.glance();
            if let Some(profile) = &mut self.profile {
                (profile.last, profile.cost) = (end, end - now);
            }
        }
    }

    /// When something begins that is measured; nothing if that is not asked for.
    #[inline]
    pub(crate) fn begins(&self) -> Option<i64> {
        if self.profile.is_some() { Some(self.host.glance()) } else { None }
    }

    /// Something that was measured has ended, which was done for the running coroutine: `within` says what it was, if it has no
    /// frame.
    #[inline]
    pub(crate) fn ends(&mut self, began: Option<i64>, within: Option<Spot>) {
        if let Some(began) = began {
            self.measured(began, within);
        }
    }

    #[cold]
    fn measured(&mut self, began: i64, within: Option<Spot>) {
        let now = self.host.glance();
        if now - began < NATIVE {
            return;
        }
        self.sample(within, now - began);
        let end = self.host.glance();
        if let Some(profile) = &mut self.profile {
            profile.last += end - began;
        }
    }

    /// Writes down time for the stack of the running coroutine.
    fn sample(&mut self, within: Option<Spot>, nanos: i64) {
        let Some(mut profile) = self.profile.take() else { return };
        if !self.running.is_null() {
            // SAFETY: the coroutine that has, or last had, its turn; tasks stay where they are.
            let s = unsafe { &*self.running };
            profile.stack.extend(within);
            self.spots(s, &mut profile);
            profile.spent(nanos);
        }
        self.profile = Some(profile);
    }

    /// Appends the stack of a coroutine, innermost frame first, and its task.
    fn spots(&self, s: &Script, profile: &mut Profile) {
        let begin = profile.stack.len();
        let mut first = FuncId(0);
        let mut left_out = false;
        for (func, at) in self.instructions(s) {
            first = func;
            if profile.stack.len() - begin < 2 * FRAMES {
                profile.stack.push(Spot::At(func, at));
                continue;
            }
            // Of a deep stack the outermost frames move up.
            left_out = true;
            profile.stack.remove(begin + FRAMES);
            profile.stack.push(Spot::At(func, at));
        }
        if left_out {
            profile.stack.insert(begin + FRAMES, Spot::Elided);
        }
        if s.owner.task != TaskId::NONE && profile.stack.len() > begin {
            profile.stack.push(Spot::Task(s.owner.number));
            profile.tasks.entry(s.owner.number).or_insert(first);
        }
    }

    /// The time until now belongs to nobody.
    pub(crate) fn skip_time(&mut self) {
        let now = self.host.glance();
        if let Some(profile) = &mut self.profile {
            profile.last = now;
        }
    }
}

/// How often which instruction has followed which.
///
/// Only executables whose interpreter is a loop count: where a handler jumps to the next one, there is no place for it that
/// would cost nothing.
#[cfg(not(phasync_threaded))]
pub(super) struct Pairs(Vec<u64>);

#[cfg(not(phasync_threaded))]
impl Pairs {
    const OPS: usize = Op::ALL.len();

    fn new() -> Pairs {
        Pairs(vec![0; (Self::OPS + 1) * Self::OPS])
    }

    /// An instruction is executed; `before`: the one before it, in the same stretch.
    #[inline]
    pub(super) fn count(&mut self, before: Option<Op>, op: Op) {
        let row = before.map_or(0, |before| before as usize + 1);
        self.0[row * Self::OPS + op as usize] += 1;
    }
}

/// How often instructions, alone and in pairs, have been executed: the commonest, with how often of a hundred.
#[cfg(not(phasync_threaded))]
fn histogram(title: &str, mut counts: Vec<(String, u64)>, all: u64) -> String {
    use std::fmt::Write as _;
    const LINES: usize = 40;
    counts.retain(|&(_, n)| n > 0);
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut text = format!("{title}, of {all}:\n");
    for (name, n) in counts.iter().take(LINES) {
        let _ = writeln!(text, "{n:14} {:5.1} %  {name}", 100.0 * *n as f64 / all as f64);
    }
    text
}

impl Machine {
    /// Begins to count instructions, if this executable can.
    pub(crate) fn count_ops(&mut self) {
        #[cfg(not(phasync_threaded))]
        {
            self.pairs = Some(Box::new(Pairs::new()));
        }
    }

    /// What has been counted, as text.
    pub(crate) fn op_counts(&self) -> Option<String> {
        #[cfg(not(phasync_threaded))]
        if let Some(pairs) = &self.pairs {
            let name = |op: usize| Op::ALL[op].info().name;
            let rows: Vec<&[u64]> = pairs.0.chunks(Pairs::OPS).collect();
            let alone: Vec<(String, u64)> = (0..Pairs::OPS)
                .map(|op| (name(op).to_owned(), rows.iter().map(|row| row[op]).sum()))
                .collect();
            let mut both = Vec::new();
            for (first, row) in rows.iter().skip(1).enumerate() {
                let row = row.iter().enumerate().filter(|(_, n)| **n > 0);
                both.extend(row.map(|(second, &n)| (format!("{} {}", name(first), name(second)), n)));
            }
            let all = alone.iter().map(|(_, n)| n).sum();
            return Some(histogram("instructions", alone, all) + &histogram("pairs", both, all));
        }
        None
    }
}
