//! How programs run.

use crate::diag::{Format, Style};
use crate::heap::HeapConfig;
use crate::host::Host;
use crate::sched::{Order, Scheduler, SchedulerConfig};
use crate::syscall::DEFAULT_SEED;
use crate::vm::{Machine, MachineConfig};

/// How programs run.
#[derive(Clone, Debug)]
pub struct Config {
    /// Seed of every choice: ready cases of a select, the start of a range over a map, `math/rand` without a seed of its
    /// own. Without it choices are the same in each run, and `math/rand` gets its numbers from the host.
    pub seed: Option<u64>,
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
    /// How deaths are explained.
    pub diag: Format,
    /// What the terminal can show.
    pub style: Style,
    /// Name the goroutines that are left when main returns.
    pub leaks: bool,
    /// Write down where time is spent: see [`Engine::flame`](super::Engine::flame).
    pub profile: bool,
    /// Count instructions, and which follows which: see [`Engine::op_counts`](super::Engine::op_counts).
    pub profile_ops: bool,
    /// Build tags that hold, beside those of the platform.
    pub tags: Vec<String>,
    /// Collect garbage at every safepoint: finds mistakes in the machine.
    pub gc_stress: bool,
}

impl Default for Config {
    fn default() -> Self {
        Config {
            seed: None,
            order: Order::default(),
            virtual_time: false,
            preempt: Some(20_000),
            max_memory: None,
            max_tasks: None,
            timeout: None,
            diag: Format::Go,
            style: Style::default(),
            leaks: false,
            profile: false,
            profile_ops: false,
            tags: Vec::new(),
            gc_stress: false,
        }
    }
}

impl Config {
    /// A scheduler without tasks, and its machine without functions, that behave so.
    pub(super) fn scheduler(&self, host: Box<dyn Host>) -> Scheduler {
        let mut heap = HeapConfig { stress: self.gc_stress, ..HeapConfig::default() };
        let mut machine_config = MachineConfig { seed: self.seed, ..MachineConfig::default() };
        if let Some(limit) = self.max_memory {
            heap.max_bytes = Some(limit);
            machine_config.max_stack = machine_config.max_stack.min((limit / 8) as usize);
        }
        machine_config.heap = heap;
        match self.preempt {
            Some(slice) => machine_config.slice = slice,
            None => machine_config.preempt = false,
        }
        let mut machine = Machine::new(host, machine_config);
        machine.deadline = self.timeout.map(|nanos| machine.host.mono().saturating_add(nanos));
        let (order, seed, virtual_time, max_tasks) =
            (self.order, self.seed.unwrap_or(DEFAULT_SEED), self.virtual_time, self.max_tasks);
        let (leaks, profile, profile_ops) = (self.leaks, self.profile, self.profile_ops);
        Scheduler::new(
            machine,
            SchedulerConfig { order, seed, virtual_time, max_tasks, leaks, profile, profile_ops },
        )
    }
}
