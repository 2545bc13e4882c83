//! phasync: the Go language, interpreted.
//!
//! ```text
//! text --lexer, parser--> ast --check--> typed program --compile--> bytecode --vm, task, sched--> a run
//! ```
//!
//! [`engine`] is the facade, and all that a program which embeds phasync sees: `docs/embedding.md` is its guide.
//! `ARCHITECTURE.md` has a paragraph for each room.
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
//! | host, embedder | the world that a program sees ([`Host`](engine::Host)); the Rust program that runs it |
//! | native | a function written in Rust: of the library, or of the embedder |
//! | native coroutine | a native that may wait: Rust code on a native stack, with a frame on the task's register stack |
//! | native stack, ticket | where Rust code runs that can be suspended; the number by which a frame knows its native coroutine |
//! | request | what a native coroutine asks of the machine: a system call, a call of the program, a checkpoint |
//! | root | a value of the program that Rust code keeps alive |
//! | unwind | what a request gives when the task must end or a panic passes through; the native hands it up |
//! | handle | the number of something open: a socket, a pipe, a file |

// What a program that embeds phasync uses, and all that the command uses.
pub mod engine;

// As tests, fuzzers and benchmarks of single rooms see them.
#[doc(hidden)]
pub mod ast;
#[doc(hidden)]
pub mod bytecode;
#[doc(hidden)]
pub mod check;
#[doc(hidden)]
pub mod diag;
#[doc(hidden)]
pub mod heap;
#[doc(hidden)]
pub mod lexer;
#[doc(hidden)]
pub mod parser;
#[doc(hidden)]
pub mod source;

mod compile;
mod event;
mod host;
mod native;
mod reactor;
mod report;
mod sched;
mod syscall;
mod task;
mod types;
mod vet;
mod vm;

/// The examples of `docs/embedding.md`, which are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../docs/embedding.md")]
struct EmbeddingDocs;
