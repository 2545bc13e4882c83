//! The interactive session: `phasync` without arguments.
//!
//! ```text
//! editor thread        line --> machine thread: entries, goroutines      pump thread: output
//!  rustyline      <-- reply ---  `phasync::engine::Session`  -- text, reply --> terminal
//! ```
//!
//! Three threads, because a line editor blocks its thread, and printing above an edited line may block too: while the user is in
//! a history search nothing is printed. Invariants
//! - Output and replies go through the pump in order: when the editor hears that an entry has ended, all that it printed is on
//!   the terminal.
//! - While a line is edited, whole lines are printed above it, and nothing else is.
//! - Ctrl-C at the prompt clears the line. While code runs it is a signal, which ends the entry.
//!
//! | file | concept |
//! |---|---|
//! | `editor` | the line editor's thread |
//! | `assist` | completion, highlighting, where input ends |
//! | `machine` | the machine's thread: requests, and goroutines between them |
//! | `colon` | the commands that begin with a colon |
//! | `pump` | the output's thread |
//! | `above` | output above the line that is being edited |
//! | `host` | what programs see of the world |
//! | `piped` | a session whose input is no terminal |

mod above;
mod assist;
mod colon;
mod editor;
mod host;
mod machine;
mod piped;
mod pump;
#[cfg(test)]
mod tests;

use std::io::{self, IsTerminal};

use phasync::engine::Config;

/// Runs a session; gives the exit status. To be called on the thread with the large stack.
pub fn run(config: &Config) -> u8 {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        editor::run(config)
    } else {
        piped::run(config)
    }
}
