//! The scheduler: which task runs next, who waits for what, and what time it is.
//!
//! In: tasks whose coroutines yield system calls. Out: a run, and how it [`End`]ed. The order of everything is that of
//! the language's normative rules: one thread, one ready queue, first in first out; wake-ups in the arrival order of the
//! waiters; who is woken owns what it waited for; due timers in the order of deadline and creation.
//!
//! | file | concept |
//! |---|---|
//! | `core` | the tasks, who is ready, who is next |
//! | `run` | the loop: run a task, see why it stopped |
//! | `calls` | the handlers of system calls |
//! | `io` | sockets, files and signals: who waits for them, and what each poll brings |
//! | `native` | who gets a native stack |
//! | `records` | tasks of which programs have records: tasks with handles, and those in scopes |
//! | `policy` | the only place that decides an order |
//! | `timers` | sleeping tasks and timers, due in order |
//! | `stuck` | what is known of tasks that nobody can wake |
//! | `costs` | what a run has cost |
//! | `report` | what is printed of deadlocks and uncaught panics |
//! | `session` | what a host that goes on does to tasks |

mod belonging;
mod calls;
mod core;
mod costs;
mod io;
mod native;
mod policy;
mod records;
mod report;
mod run;
mod session;
mod stuck;
mod timers;

pub use policy::Order;
pub use run::{End, Loader, Progress, Scheduler, SchedulerConfig};
pub use session::{Main, TaskView};
pub use stuck::{Stuck, Waiting};
