//! What tasks print, if the program wants to have it itself.
//!
//! Invariants
//! - A task is named by its number. Whoever prints into a capture is in the table; tasks that such a task starts are, too.
//! - A capture that has ended gives what still comes to the one around it, at last to standard output.

use std::collections::HashMap;

/// The captures of a program, and whose output goes where.
#[derive(Debug, Default)]
pub struct Captures {
    of: HashMap<u64, usize>,
    list: Vec<Capture>,
}

#[derive(Debug)]
struct Capture {
    /// What was printed; nothing once it has ended.
    text: Option<Vec<u8>>,
    /// The capture around it.
    outer: Option<usize>,
}

impl Captures {
    /// Whether no output is captured.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// What a task prints from now on is captured. The number of the capture.
    pub fn begin(&mut self, task: u64) -> usize {
        let outer = self.of.get(&task).copied();
        self.list.push(Capture { text: Some(Vec::new()), outer });
        self.of.insert(task, self.list.len() - 1);
        self.list.len() - 1
    }

    /// The capture has ended, in the task that has begun it: what was printed.
    pub fn end(&mut self, task: u64, capture: usize) -> Vec<u8> {
        let Some(ended) = self.list.get_mut(capture) else { return Vec::new() };
        let text = ended.text.take().unwrap_or_default();
        match ended.outer {
            Some(outer) => self.of.insert(task, outer),
            None => self.of.remove(&task),
        };
        self.forget();
        text
    }

    /// A task has started another.
    #[inline]
    pub fn inherit(&mut self, parent: u64, child: u64) {
        if let Some(&capture) = self.of.get(&parent) {
            self.of.insert(child, capture);
        }
    }

    /// A task has ended.
    #[inline]
    pub fn remove(&mut self, task: u64) {
        if self.of.remove(&task).is_some() {
            self.forget();
        }
    }

    /// Forgets captures that have ended, if nobody prints into any.
    fn forget(&mut self) {
        if self.of.is_empty() && self.list.iter().all(|capture| capture.text.is_none()) {
            self.list.clear();
        }
    }

    /// Takes what a task prints, if that is captured. Whether it is.
    pub fn take(&mut self, task: u64, bytes: &[u8]) -> bool {
        let mut at = self.of.get(&task).copied();
        while let Some(capture) = at {
            match &mut self.list[capture] {
                Capture { text: Some(text), .. } => {
                    text.extend_from_slice(bytes);
                    return true;
                }
                Capture { text: None, outer } => at = *outer,
            }
        }
        false
    }
}
