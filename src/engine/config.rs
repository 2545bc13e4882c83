//! How programs run.

use crate::diag::{Format, Style};
use crate::sched::Order;

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
    /// How deaths are explained.
    pub diag: Format,
    /// What the terminal can show.
    pub style: Style,
    /// Name the goroutines that are left when main returns.
    pub leaks: bool,
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
            diag: Format::Go,
            style: Style::default(),
            leaks: false,
            gc_stress: false,
        }
    }
}
