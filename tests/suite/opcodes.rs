//! Every opcode is executed by some test: one that none executes could do anything.
//!
//! Debug builds of the executable append the names of the opcodes that a run executed to the file that [`LOG`] names; all
//! tests of a whole run share one, and what stands in it is compared with the table at the end.

use std::collections::HashSet;
use std::path::PathBuf;

use libtest_mimic::{Arguments, Trial};
use phasync::bytecode::Op;

/// The variable that names the file.
pub const LOG: &str = "PHASYNC_OPCODES";

/// What no program of the command executes: a place holder; a check that only bytecode written by hand uses, and the start
/// of a host's function that waits, both of which the library's own tests execute.
const EXEMPT: [Op; 3] = [Op::Nop, Op::CheckIndex, Op::RunNative];

/// The file of this run of the tests.
pub fn log() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("opcodes-{}", std::process::id()))
}

/// The test that follows all others; none, if those were not all, or the executable does not count.
pub fn trials(args: &Arguments) -> Vec<Trial> {
    let whole = args.filter.is_none() && args.skip.is_empty() && !args.list && !args.ignored;
    if !whole || !cfg!(debug_assertions) {
        return Vec::new();
    }
    vec![Trial::test("opcodes/every_opcode_is_executed", || {
        let text = std::fs::read_to_string(log())?;
        std::fs::remove_file(log())?;
        let executed: HashSet<&str> = text.lines().collect();
        let never: Vec<&str> = Op::ALL
            .iter()
            .filter(|op| !EXEMPT.contains(op))
            .map(|op| op.info().name)
            .filter(|name| !executed.contains(name))
            .collect();
        if never.is_empty() { Ok(()) } else { Err(format!("no test executes {}", never.join(", ")).into()) }
    })]
}
