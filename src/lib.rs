//! phasync: the Go language, interpreted.
//!
//! ```text
//! text --lexer, parser--> ast --check--> typed program --compile--> bytecode --vm, task, sched--> a run
//! ```
//!
//! [`engine`] is the facade. `ARCHITECTURE.md` has a paragraph for each room.
//!
//! # Words
//!
//! | word | meaning |
//! |---|---|
//! | token, span | the smallest piece of text with a meaning; a range of byte positions |
//! | slot, register | eight bytes; a slot of a frame, named by an operand |
//! | register form, memory form | how a value lies in registers, and in memory (Go's layout) |
//! | frame, window | the registers of one call; the part of the caller's registers that becomes the callee's frame |
//! | coroutine | something that can be resumed, and yields system calls: bytecode frames on a stack of their own |
//! | task | a coroutine as the scheduler sees it: with a number, a state and a reason for waiting |
//! | system call | what a coroutine asks the scheduler for when it cannot go on |
//! | ready queue | the tasks that can run, in order |
//! | park, waiter, wait reason | to stop until woken; who has parked; for what |
//! | resume | to let a coroutine go on, with the answer to its system call |
//! | safepoint | an instruction at which memory may be collected: calls, back-edges, suspensions |
//! | budget | back-edges and calls that a task may spend before others run |

pub mod ast;
pub mod bytecode;
pub mod check;
pub mod compile;
pub mod diag;
pub mod engine;
pub mod event;
pub mod heap;
pub mod host;
pub mod lexer;
pub mod native;
pub mod parser;
pub mod report;
pub mod sched;
pub mod source;
pub mod syscall;
pub mod task;
pub mod types;
pub mod vm;
