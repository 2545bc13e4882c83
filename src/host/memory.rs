//! A host for tests.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::{Host, IoEvent};

/// A host for tests: streams in memory, a clock that stands still until someone waits.
#[derive(Default)]
pub struct MemoryHost {
    /// What was written to standard output.
    pub stdout: Vec<u8>,
    /// What was written to standard error.
    pub stderr: Vec<u8>,
    /// What standard input still holds.
    pub stdin: Vec<u8>,
    /// `os.Args`.
    pub args: Vec<String>,
    /// The clock, in nanoseconds.
    pub now: i64,
    interrupt: Arc<AtomicBool>,
}

impl Host for MemoryHost {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stdout.extend_from_slice(bytes);
        Ok(())
    }
    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stderr.extend_from_slice(bytes);
        Ok(())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = buffer.len().min(self.stdin.len());
        buffer[..n].copy_from_slice(&self.stdin[..n]);
        self.stdin.drain(..n);
        Ok(n)
    }
    fn args(&self) -> &[String] {
        &self.args
    }
    fn environ(&self) -> Vec<String> {
        Vec::new()
    }
    fn wall(&self) -> (i64, u32) {
        (self.now / 1_000_000_000, (self.now % 1_000_000_000) as u32)
    }
    fn mono(&self) -> i64 {
        self.now
    }
    fn poll(&mut self, wait: Option<i64>, _events: &mut Vec<IoEvent>) {
        self.now += wait.unwrap_or(0).max(0);
    }
    fn interrupt(&self) -> Arc<AtomicBool> {
        self.interrupt.clone()
    }
    fn random(&mut self) -> u64 {
        4
    }
}
