//! The world of a fuzzed program: no input, output that is thrown away, a clock that waits for nobody.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use phasync::host::{Host, IoEvent};

pub struct FuzzHost {
    start: Instant,
    /// Nanoseconds that were waited for, and not spent.
    waited: i64,
    interrupt: Arc<AtomicBool>,
}

impl Default for FuzzHost {
    fn default() -> Self {
        FuzzHost { start: Instant::now(), waited: 0, interrupt: Arc::default() }
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
        (self.start.elapsed().as_nanos() as i64).saturating_add(self.waited)
    }
    fn poll(&mut self, wait: Option<i64>, _: &mut Vec<IoEvent>) {
        self.waited = self.waited.saturating_add(wait.unwrap_or(0).max(0));
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }
    fn random(&mut self) -> u64 {
        4
    }
}
