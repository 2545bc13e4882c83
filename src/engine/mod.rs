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
//! | `code` | the compiler, as the scheduler asks for code |

mod code;
mod config;
mod session;

pub use config::Config;
pub use session::{Input, Session, Watcher};
