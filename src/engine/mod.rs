//! The facade: from source text to a finished run. The only room that knows all others.
//!
//! ```text
//! text --lexer, parser--> syntax trees --check--> typed program --compile (a function when it is first called)--> bytecode
//!      --vm, sched--> a run
//! ```
//!
//! | file | concept |
//! |---|---|
//! | `config` | how programs run |
//! | `session` | a program from its text to the end of its run |
//! | `interactive` | a session of entries |
//! | `inspect`, `doc`, `symbols` | what a session tells of itself: types, goroutines, bytecode; documentation; its names |
//! | `code` | the compiler, as the scheduler asks for code |

mod code;
mod config;
mod doc;
mod inspect;
mod interactive;
mod session;
mod symbols;
#[cfg(test)]
mod tests;

pub use config::Config;
pub use inspect::{Declaration, Kind};
pub use interactive::{Interactive, Outcome, Shown, Turn};
pub use session::{Input, Session};
pub use symbols::{Member, Name, Symbols};
