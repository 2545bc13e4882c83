//! What is known of tasks that wait, when nobody can wake them any more: data, for those who make a report of it.

use std::collections::HashMap;

use super::run::Scheduler;
use crate::bytecode::FuncId;
use crate::event::ObjectKind;
use crate::source::Span;
use crate::syscall::{TaskId, WaitReason};
use crate::vm::State;
use crate::vm::{Awaited, Deed, DeedKind, Facts, ObjectState, owner};

/// Tasks that are looked at.
const TASKS: usize = 100;

/// Tasks that are left, and what they wait at.
#[derive(Debug, Default)]
pub struct Stuck {
    /// The tasks, by number, the first ones if there are many.
    pub tasks: Vec<Waiting>,
    /// How many more there are.
    pub more: usize,
    /// What they wait at.
    pub objects: Vec<Facts>,
    /// How many tasks have run each function, and how many of them are left.
    pub started: HashMap<String, (u32, u32)>,
}

/// A task that is left.
#[derive(Debug)]
pub struct Waiting {
    /// Its number.
    pub number: u64,
    /// The function that it runs, as traces print it.
    pub function: String,
    /// It is the so-manieth that runs this function.
    pub ordinal: u32,
    /// What it waits for; none: it could run.
    pub reason: Option<WaitReason>,
    /// Where it stands, in the program's own files.
    pub span: Span,
    /// What it waits at: objects by index, and whether it waits to send.
    pub awaits: Vec<(usize, bool)>,
    /// What it would do to these objects if it went on, nearest first.
    pub ahead: Vec<(DeedKind, usize, Span)>,
    /// The locks among the objects that it holds, and where it has taken them, if that can be seen.
    pub holds: Vec<(usize, Option<Span>)>,
    /// Where it was started.
    pub started: Span,
}

impl Stuck {
    /// The tasks, by index, that could end the waiting of task `waiter` at object `object`, and where: as the code
    /// that lies before them says, or because they hold the lock.
    pub fn helpers(&self, waiter: usize, object: usize, sends: bool) -> Vec<(usize, DeedKind, Span)> {
        let lock = matches!(self.objects[object].object.kind, ObjectKind::Mutex | ObjectKind::RwMutex);
        let mut found = Vec::new();
        for (at, task) in self.tasks.iter().enumerate() {
            if lock {
                if let Some((_, span)) = task.holds.iter().find(|(held, _)| *held == object) {
                    found.push((at, DeedKind::Unlock, span.unwrap_or(task.span)));
                }
                continue;
            }
            let wanted = |kind: DeedKind| match self.objects[object].object.kind {
                ObjectKind::Chan if sends => kind == DeedKind::Receive,
                ObjectKind::Chan => matches!(kind, DeedKind::Send | DeedKind::Close),
                ObjectKind::WaitGroup => kind == DeedKind::Done,
                ObjectKind::Cond | ObjectKind::Handle | ObjectKind::Other => kind == DeedKind::Notify,
                ObjectKind::Mutex | ObjectKind::RwMutex => false,
            };
            let deed = task.ahead.iter().find(|(kind, of, _)| *of == object && wanted(*kind));
            if let Some(&(kind, _, span)) = deed {
                found.push((at, kind, span));
            }
        }
        // Others first: what a task does itself comes after its waiting.
        found.sort_by_key(|(at, ..)| *at == waiter);
        found
    }
}

impl Scheduler {
    /// What is known of the tasks that are left.
    pub fn stuck(&self) -> Stuck {
        let (machine, tasks) = (&self.machine, &self.core.tasks);
        let mut ids: Vec<(u64, TaskId)> = tasks.iter().map(|(id, task)| (task.number(), id)).collect();
        ids.sort_unstable();
        let more = ids.len().saturating_sub(TASKS);
        let mut stuck = Stuck { more, ..Stuck::default() };
        for function in (0..machine.program.function_count() as u32).map(FuncId) {
            let started = tasks.started(function);
            if started > 0 {
                stuck.started.entry(machine.program.function(function).name.clone()).or_default().0 +=
                    started;
            }
        }
        for &(_, id) in &ids {
            let function = machine.runs(&tasks.get(id).script);
            let name = &machine.program.function(function).name;
            if let Some((_, left)) = stuck.started.get_mut(name) {
                *left += 1;
            }
        }
        let waiting = machine.conc.waiting();
        let mut numbers: HashMap<u64, usize> = HashMap::new();
        let mut deeds: Vec<Vec<Deed>> = Vec::new();
        for &(number, id) in ids.iter().take(TASKS) {
            let task = tasks.get(id);
            let reason = match task.state() {
                State::Blocked(reason) => Some(reason),
                State::Ready | State::BrokenSend | State::Interrupted | State::Preempted | State::Free => {
                    None
                }
            };
            let mut awaits = Vec::new();
            for &Awaited { addr, sends } in waiting.get(&id).into_iter().flatten() {
                let Some(reason) = reason else { continue };
                let object = *numbers.entry(addr).or_insert_with(|| {
                    stuck.objects.push(machine.facts(addr, reason));
                    stuck.objects.len() - 1
                });
                awaits.push((object, sends));
            }
            deeds.push(machine.ahead(&task.script));
            stuck.tasks.push(Waiting {
                number,
                function: machine.program.function(machine.runs(&task.script)).name.clone(),
                ordinal: task.origin.ordinal,
                reason,
                span: machine.place_in_program(&task.script).1,
                awaits,
                ahead: Vec::new(),
                holds: Vec::new(),
                started: machine.place_of(task.origin.place).map_or(Span::NONE, |line| line.span),
            });
        }
        for ((waiting, deeds), &(_, id)) in stuck.tasks.iter_mut().zip(deeds).zip(&ids) {
            let known = |deed: &Deed| numbers.get(&deed.addr).map(|&object| (deed.kind, object, deed.span));
            waiting.ahead = deeds.iter().filter_map(known).collect();
            for (object, facts) in stuck.objects.iter().enumerate() {
                if let ObjectState::Lock { owner: holder, .. } = facts.state
                    && holder == u64::from(owner(waiting.number))
                {
                    let at = machine.locked_at(&tasks.get(id).script, facts.addr);
                    waiting.holds.push((object, at));
                }
            }
        }
        stuck
    }
}
