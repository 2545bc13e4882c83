//! The tasks, who is ready, who is next: what system calls work on.
//!
//! Invariants
//! - A task is either in the ready queue, or current, or named by a wait node or a timer, never twice.
//! - Who becomes ready goes to the end of the ready queue at once: behind all who were there, before the task that made it
//!   ready, if that is preempted.
//! - Who is next is decided in one place, the policy, inside of the interpreter as outside; what must happen now
//!   and then (timers, interrupts) happens outside, after at most so many turns as `turns` says.

use super::io::Outside;
use super::policy::Policy;
use super::records::Records;
use super::run::SchedulerConfig;
use super::timers::Timers;
use crate::bytecode::FuncId;
use crate::event::Kind;
use crate::syscall::TaskId;
use crate::task::{Coroutines, Task, Tasks};
use crate::vm::{Machine, Ready, State};

/// Turns after which the scheduler looks for Ctrl-C and at the time limit.
const TURNS: u32 = 1_024;
/// A pass with fewer turns than that is not over: looking at the clock would cost more than the turns.
const SHORT: u32 = 64;

/// Why a task that has its turn must panic instead of going on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Broken {
    /// The channel that it sends to was closed.
    Send,
    /// Something is to be raised in it.
    Interrupted,
    /// It may not start a task: this is raised, an interface.
    Refused([u64; 2]),
}

/// What system calls work on.
pub(super) struct Core {
    pub tasks: Tasks,
    pub policy: Policy,
    pub timers: Timers,
    pub coroutines: Coroutines,
    pub outside: Outside,
    pub config: SchedulerConfig,
    /// Whose turn it is.
    pub current: TaskId,
    /// The task whose turn it is cannot simply go on: it must panic.
    pub broken: Option<Broken>,
    /// Goroutine 1, unless it has ended.
    pub main: Option<TaskId>,
    /// Turns until the scheduler has to look around; while the machine has them on loan, it knows better.
    pub turns: u32,
    /// Whether the machine has the turns on loan.
    lends: bool,
    /// Turns that tasks have had, here and in the machine.
    pub total_turns: u64,
    /// Nanoseconds of virtual time.
    pub virtual_now: i64,
    /// Tasks with records.
    pub records: Records,
    /// Whether the turns of tasks are measured.
    pub measures: bool,
}

impl Core {
    pub fn new(config: SchedulerConfig) -> Core {
        Core {
            tasks: Tasks::new(),
            policy: Policy::new(config.order, config.seed),
            timers: Timers::default(),
            coroutines: Coroutines::default(),
            outside: Outside::default(),
            config,
            current: TaskId(0),
            broken: None,
            main: None,
            turns: 0,
            lends: false,
            total_turns: 0,
            virtual_now: 0,
            records: Records::default(),
            measures: false,
        }
    }

    /// Nanoseconds of the clock that sleeping and timers go by.
    pub fn now(&self, m: &Machine) -> i64 {
        match m.natives.virtual_now {
            Some(now) => now,
            None if self.config.virtual_time => self.virtual_now,
            None => m.host.mono(),
        }
    }

    /// Whether time jumps to the next timer when every goroutine waits: always, or while a test wants it.
    pub fn is_virtual(&self, m: &Machine) -> bool {
        self.config.virtual_time || m.natives.virtual_now.is_some()
    }

    /// The task whose turn it is.
    #[inline]
    pub fn current_task(&mut self) -> &mut Task {
        self.tasks.get_mut(self.current)
    }

    /// Begins the turn of a task. Whether it can go on; if not, it is `broken`.
    #[inline]
    pub fn begin(&mut self, m: &mut Machine, id: TaskId) -> bool {
        self.turns -= 1;
        self.total_turns += 1;
        if self.is_overdue() {
            self.turns = 0;
        }
        if self.measures {
            self.measure(m, id);
        }
        self.current = id;
        let time = if !m.is_watched() {
            0
        } else if self.is_virtual(m) {
            self.now(m)
        } else {
            m.host.glance()
        };
        let task = self.tasks.get_mut(id);
        m.begin_turn(&mut task.script);
        let goes_on = task.state() == State::Ready;
        if goes_on {
            m.advance(&mut task.script);
        }
        if m.is_watched() {
            m.tell_run(id, task.number(), &task.script, time);
        }
        if m.hooks.is_active() {
            m.hooks.enter(task.number());
        }
        goes_on || self.begin_other(m, id)
    }

    /// Lets the machine switch by itself to the first who is ready, as long as that is what would be decided here, nobody
    /// watches or wants to be told of switches, and no native waits for a stack.
    #[inline]
    pub fn lend(&mut self, m: &mut Machine) {
        let is_told = m.is_observed() || m.hooks.is_active() || self.measures;
        self.lends = self.policy.is_fifo() && !is_told && m.stacks.witness == TaskId::NONE;
        m.lent = if self.lends { self.turns } else { 0 };
    }

    /// The machine asks, or has stopped: what it has decided meanwhile.
    #[inline]
    pub fn take_back(&mut self, m: &mut Machine) {
        if self.lends {
            self.lends = false;
            self.total_turns += u64::from(self.turns.saturating_sub(m.lent));
            self.turns = m.lent;
        }
        m.lent = 0;
        m.carry_over();
        self.current = m.current_task();
    }

    /// Begins a pass: as many turns as there are ready tasks, if anything waits for the clock or the outside.
    pub fn new_pass(&mut self, m: &Machine) {
        self.turns = TURNS;
        self.look_soon(m);
    }

    /// Whether anyone waits for what the clock or the outside will bring.
    fn looks_out(&self, m: &Machine) -> bool {
        !self.timers.is_empty() && !self.is_virtual(m) || self.is_outside_pending(m)
    }

    /// Something waits for the clock or the outside now: the pass is not longer than the queue.
    pub fn look_soon(&mut self, m: &Machine) {
        if self.looks_out(m) {
            self.end_pass_after(m, SHORT);
        }
    }

    /// The pass is not longer than the queue, or than so many turns if they are more.
    fn end_pass_after(&mut self, m: &Machine, turns: u32) {
        self.turns = self.turns.min((self.ready(m) as u32).max(turns));
    }

    /// A task has used a whole slice: the pass ends with the queue.
    pub fn end_pass_soon(&mut self, m: &Machine) {
        if self.looks_out(m) {
            self.end_pass_after(m, 0);
        }
    }

    /// Whether no task is ready.
    #[inline]
    pub fn is_idle(&self, m: &Machine) -> bool {
        self.policy.is_empty(&m.conc.ready)
    }

    /// How many tasks are ready.
    pub fn ready(&self, m: &Machine) -> usize {
        self.policy.len(&m.conc.ready)
    }

    /// A new task can run, or one that ran.
    #[inline]
    pub fn push(&mut self, m: &mut Machine, id: TaskId) {
        m.conc.ready.enter(&mut self.tasks.get_mut(id).script);
    }

    /// A task that waited can go on; `told` says whether that is because of what those who watch were told last.
    #[inline]
    pub fn wake(&mut self, m: &mut Machine, id: TaskId, told: bool) {
        if let Some(watch) = &mut m.conc.watch {
            if told { watch.woken(id, None, false) } else { watch.arrived(id) }
        }
        m.conc.wake(&mut self.tasks.get_mut(id).script);
    }

    /// The next task that has its turn by the policy.
    #[inline]
    pub fn next_ready(&mut self, m: &mut Machine) -> Option<TaskId> {
        let next = self.policy.next(&mut m.conc.ready);
        Ready::task_of(next)
    }

    /// What is said instead of starting one more task, if as many are alive as may be.
    #[inline]
    pub fn is_full(&self) -> Option<String> {
        let max = self.config.max_tasks?;
        (self.tasks.live() >= max).then(|| format!("too many goroutines: at most {max} may live at once"))
    }

    /// Starts a task that no other has started: it calls a closure with these arguments, in register form.
    pub fn start_task(&mut self, m: &mut Machine, func: FuncId, closure: u64, args: &[u64]) -> TaskId {
        let id = self.tasks.add(func, 0, 0);
        let task = self.tasks.get_mut(id);
        m.spawn_with(&mut task.script, func, closure, args);
        if m.is_watched() {
            m.tell_spawn(None, id, task.number(), (func, task.origin.ordinal));
        }
        m.natives.goroutines = self.tasks.live();
        self.push(m, id);
        id
    }

    /// Removes the current task, whose function has returned.
    pub fn remove(&mut self, m: &mut Machine) {
        let id = self.current;
        if let Some(watch) = &mut m.conc.watch {
            watch.tell(Kind::Finish);
            watch.between();
        }
        if !m.natives.captures.is_empty() {
            m.natives.captures.remove(self.tasks.get(id).number());
        }
        self.records.measured = None;
        m.hooks.finish(self.tasks.get(id).number());
        self.tasks.remove(id);
        m.natives.goroutines = self.tasks.live();
    }
}
