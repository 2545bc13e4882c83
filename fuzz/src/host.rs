//! The world of a fuzzed program: no input, output that is thrown away, a clock that waits for nobody.
//!
//! The clock goes on by itself, and by a fixed step whenever it is asked. The machine asks at the end of every slice, so
//! that a time limit is a limit of slices too, and a program that goes round and round does not take its time.

use std::cell::Cell;

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use phasync::engine::Host;
use phasync::engine::world::IoEvent;

pub struct FuzzHost {
    start: Instant,
    /// Nanoseconds that were not spent: those that were waited for, and a step for every question.
    ahead: Cell<i64>,
    step: i64,
    interrupt: Arc<AtomicBool>,
}

impl FuzzHost {
    /// A world whose clock goes on by `step` nanoseconds whenever it is asked.
    pub fn new(step: i64) -> Self {
        FuzzHost { start: Instant::now(), ahead: Cell::new(0), step, interrupt: Arc::default() }
    }
}

impl Host for FuzzHost {
    fn write_stdout(&mut self, _: &[u8]) -> io::Result<()> {
        Ok(())
    }
    /// The machine reports its own mistakes here.
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("internal error") && !text.contains("internal compiler error"), "{text}");
        Ok(())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }
    fn args(&self) -> &[String] {
        &[]
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        (1_700_000_000, 0)
    }
    fn mono(&self) -> i64 {
        self.ahead.set(self.ahead.get().saturating_add(self.step));
        (self.start.elapsed().as_nanos() as i64).saturating_add(self.ahead.get())
    }
    fn poll(&mut self, wait: Option<i64>, _: &mut Vec<IoEvent>) {
        self.ahead.set(self.ahead.get().saturating_add(wait.unwrap_or(0).max(0)));
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }
    fn random(&mut self) -> u64 {
        4
    }
}
