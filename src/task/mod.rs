//! Tasks: what the scheduler knows of each coroutine.
//!
//! In: coroutines. Out: a table of [`Task`]s by [`TaskId`]. Invariant: a task is in exactly one state; a task that waits
//! has the reason for it.

mod segments;
mod table;

pub use segments::Coroutines;
pub use table::{Task, Tasks};
