//! The command `phasync`.

mod args;
mod closed;
mod commands;
mod events;
mod interactive;
mod noticing;
mod test;

use std::process::ExitCode;

// The sanitizer has an allocator of its own, and tests with it ask for more than there is.
#[cfg(not(phasync_plain_heap))]
#[global_allocator]
static ALLOCATOR: phasync::engine::OrExit = phasync::engine::OrExit;

fn main() -> ExitCode {
    #[cfg(not(phasync_plain_heap))]
    ALLOCATOR.share_one_arena();
    // Syntax trees may be deep, and the stages that walk them recurse: they get a stack that is large enough for any. The
    // process ends from there: taking that stack down takes as long as a short program.
    let worker = std::thread::Builder::new()
        .stack_size(1 << 30)
        .spawn(|| -> () { std::process::exit(i32::from(commands::main())) });
    match worker.map(std::thread::JoinHandle::join) {
        // It panicked.
        Ok(_) => ExitCode::from(2),
        Err(error) => {
            eprintln!("phasync: no thread for the program: {error}");
            ExitCode::from(2)
        }
    }
}
