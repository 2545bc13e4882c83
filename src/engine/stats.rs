//! [`Stats`]: what a run has cost.

use std::fmt;

use super::run::Engine;

/// What a run has cost: memory, collections, goroutines. Times are of the wall clock, in nanoseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stats {
    /// Collections of garbage. While one runs, nothing else does.
    pub collections: u64,
    /// How long the longest of them took.
    pub longest_pause: u64,
    /// How long all of them took.
    pub total_pause: u64,
    /// How long the engine has been there.
    pub elapsed: u64,
    /// Bytes of the heap that the last collection has found alive.
    pub live_bytes: u64,
    /// The most bytes that there have been at once, alive or not yet collected.
    pub peak_bytes: u64,
    /// Bytes that have been handed out, all told.
    pub allocated_bytes: u64,
    /// Goroutines that have been started.
    pub goroutines: u64,
    /// The most goroutines that have lived at once.
    pub peak_goroutines: u32,
    /// Turns that goroutines have had: how often one has begun to run, or gone on.
    pub turns: u64,
}

impl Engine {
    /// What the run has cost so far.
    ///
    /// ```
    /// # use phasync::engine::Engine;
    /// let text = "ch := make(chan int); for i := range 3 { go func() { ch <- i }() }; for range 3 { <-ch }";
    /// let mut engine = Engine::builder().file("three.pgo", text).build().unwrap();
    /// engine.run();
    /// let stats = engine.stats();
    /// assert_eq!((stats.goroutines, stats.peak_goroutines), (4, 4));
    /// ```
    pub fn stats(&self) -> Stats {
        let (heap, run) = (self.scheduler.machine.heap.stats(), self.scheduler.costs());
        Stats {
            collections: heap.collections,
            longest_pause: run.longest_pause,
            total_pause: run.total_pause,
            elapsed: run.elapsed,
            live_bytes: heap.live_bytes,
            peak_bytes: heap.peak_bytes,
            allocated_bytes: heap.allocated_bytes,
            goroutines: run.tasks,
            peak_goroutines: run.peak_tasks,
            turns: run.turns,
        }
    }
}

impl fmt::Display for Stats {
    /// Three lines for a reader.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ms = |nanos: u64| nanos as f64 / 1e6;
        let mb = |bytes: u64| bytes as f64 / 1e6;
        let share =
            if self.elapsed == 0 { 0.0 } else { 100.0 * self.total_pause as f64 / self.elapsed as f64 };
        let of_collections = if self.collections == 1 { "collection" } else { "collections" };
        writeln!(
            f,
            "time: {:.1} ms, {share:.1} % of it in {} {of_collections} ({:.2} ms, the longest {:.2} ms)",
            ms(self.elapsed),
            self.collections,
            ms(self.total_pause),
            ms(self.longest_pause),
        )?;
        writeln!(
            f,
            "heap: at most {:.1} MB, {:.1} MB alive at the last collection, {:.1} MB handed out",
            mb(self.peak_bytes),
            mb(self.live_bytes),
            mb(self.allocated_bytes),
        )?;
        writeln!(
            f,
            "goroutines: {} started, at most {} at once, {} turns",
            self.goroutines, self.peak_goroutines, self.turns,
        )
    }
}
