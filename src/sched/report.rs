//! What is printed of uncaught panics, fatal errors and deadlocks: Go's texts.

use super::run::{Loader, Scheduler};
use crate::host::{FileJob, Job};
use crate::source::Span;
use crate::syscall::{Stacks, TaskId};
use crate::vm::{Record, State, TRAP};

/// Frames of a trace; Go elides the middle of longer ones.
const FRAMES: usize = 100;
/// Calls of a goroutine in a profile.
const PLACES: usize = 32;
/// Goroutines that a report lists.
const GOROUTINES: usize = 100;

/// How fatal errors begin that are the program's own: it has misused a lock.
const MISUSE: &str = "sync: ";

impl Scheduler {
    /// `panic: ...` and the trace of the task that died.
    pub(super) fn report_panic(&mut self, id: TaskId, loader: &dyn Loader) {
        let mut text = self.machine.panic_message(&self.core.tasks.get(id).script);
        text.push(b'\n');
        if let Some(cause) = self.core.tasks.get(id).script.panic_cause() {
            let explained = loader.panicked(cause, &|number| self.task_name(number));
            if !explained.is_empty() {
                text.extend_from_slice(explained.as_bytes());
                text.push(b'\n');
            }
        }
        let mut trace = String::new();
        self.goroutine(id, "running", &|span| loader.locate(span), &mut trace);
        self.origins(id, &mut trace);
        text.extend_from_slice(trace.as_bytes());
        self.print_last(text);
    }

    /// The function that the goroutine of this number runs, and the so-manieth it is of those that do; nothing if it has ended.
    fn task_name(&self, number: u64) -> Option<(String, u32)> {
        let (_, task) = self.core.tasks.iter().find(|(_, task)| task.number() == number)?;
        let function = self.machine.runs(&task.script);
        Some((self.machine.program.function(function).name.clone(), task.origin.ordinal))
    }

    /// The stacks on which the panic of a task was raised first, if that was in other tasks, and what was suppressed by it.
    fn origins(&self, id: TaskId, text: &mut String) {
        let task = self.core.tasks.get(id);
        if task.record == 0 {
            return;
        }
        let value = self.machine.panic_value(&task.script);
        let mut record = Record(task.record);
        text.push_str(&record.notes(value));
        while let from @ 1.. = record.raised() {
            record = Record(from);
            if record.value() != value {
                return;
            }
            text.push('\n');
            text.push_str(&record.trace());
            text.push_str(&record.notes(value));
        }
    }

    /// `fatal error: ...` and the trace.
    pub(super) fn report_fatal(&mut self, id: TaskId, error: &str, loader: &dyn Loader) {
        let mut text = String::new();
        if error == "stack overflow" {
            let limit = self.machine.natives.stack.bytes;
            text.push_str(&format!("runtime: goroutine stack exceeds {limit}-byte limit\n"));
        } else if error.starts_with(MISUSE) {
            // What was panicking, too: Go tells of that when it is not its runtime that is in trouble.
            let panics = self.machine.panic_message(&self.core.tasks.get(id).script);
            text.push_str(&String::from_utf8_lossy(&panics));
            if !panics.is_empty() {
                text.push('\t');
            }
        }
        if error != TRAP {
            text.push_str("fatal error: ");
        }
        text.push_str(&format!("{error}\n\n"));
        self.goroutine(id, "running", &|span| loader.locate(span), &mut text);
        self.print_last(text.into_bytes());
    }

    /// Everyone waits, and nobody can wake them.
    pub fn report_deadlock(&mut self, loader: &dyn Loader) {
        let nobody = self.core.tasks.iter().next().is_none();
        let mut text = String::from(if self.main_gone && nobody {
            "fatal error: no goroutines (main called runtime.Goexit) - deadlock!\n"
        } else {
            "fatal error: all goroutines are asleep - deadlock!\n"
        });
        text.push_str(&loader.deadlock(&self.stuck()));
        self.all_goroutines(loader, &mut text);
        self.print_last(text.into_bytes());
    }

    /// The goroutines that live, each behind an empty line.
    fn all_goroutines(&self, loader: &dyn Loader, text: &mut String) {
        let mut waiting: Vec<(u64, TaskId)> =
            self.core.tasks.iter().map(|(id, t)| (t.number(), id)).collect();
        waiting.sort_unstable();
        for (i, &(_, id)) in waiting.iter().enumerate() {
            if i == GOROUTINES {
                text.push_str(&format!("\n...{} more goroutines...\n", waiting.len() - i));
                break;
            }
            text.push('\n');
            self.goroutine(id, self.doing(id), &|span| loader.locate(span), text);
        }
    }

    /// What a goroutine that has not its turn is doing, in Go's words.
    fn doing(&self, id: TaskId) -> &'static str {
        match self.core.tasks.get(id).state() {
            State::Blocked(reason) => reason.text(),
            State::Ready | State::BrokenSend | State::Interrupted | State::Preempted | State::Free => {
                "runnable"
            }
        }
    }

    /// What the program is told of the stacks of goroutines: of all but the caller, whose own it tells itself.
    pub(super) fn stacks(&self, what: Stacks, loader: &dyn Loader) -> String {
        let locate = |span| loader.locate_whole(span);
        let mut text = String::new();
        if what != Stacks::Places {
            self.creator(self.core.current, &locate, &mut text);
        }
        if what == Stacks::Creator {
            return text;
        }
        let mut others: Vec<(u64, TaskId)> = self.core.tasks.iter().map(|(id, t)| (t.number(), id)).collect();
        others.sort_unstable();
        for (number, id) in others {
            let script = &self.core.tasks.get(id).script;
            // The machine's own are not the program's concern.
            let machines =
                self.machine.program.function(self.machine.runs(script)).name.starts_with("runtime.");
            if id == self.core.current || machines {
                continue;
            }
            if what == Stacks::Others {
                text.push('\n');
                self.goroutine(id, self.doing(id), &locate, &mut text);
            } else {
                let places = self.machine.places(script, number == 1, PLACES);
                let places: Vec<String> = places.iter().map(u64::to_string).collect();
                text.push_str(&places.join(" "));
                text.push('\n');
            }
        }
        text
    }

    /// What Go prints when it is told to quit: where everybody is.
    pub(super) fn report_quit(&mut self, loader: &dyn Loader) {
        let mut text = String::from("SIGQUIT: quit\n");
        self.all_goroutines(loader, &mut text);
        self.print_last(text.into_bytes());
    }

    /// The main goroutine has returned, and others are left.
    pub(super) fn report_leaks(&mut self, loader: &dyn Loader) {
        let text = loader.leaks(&self.stuck());
        self.print(text.as_bytes());
    }

    /// One goroutine with its trace.
    pub(super) fn goroutine(
        &self,
        id: TaskId,
        state: &str,
        locate: &dyn Fn(Span) -> String,
        out: &mut String,
    ) {
        let task = self.core.tasks.get(id);
        out.push_str(&format!("goroutine {} [{state}]:\n", task.number()));
        for line in self.machine.trace(&task.script, FRAMES) {
            if line.span == Span::NONE && line.function.starts_with("...") {
                out.push_str(&format!("{}\n", line.function));
            } else {
                let args = if line.params { "..." } else { "" };
                out.push_str(&format!("{}({args})\n\t{}\n", line.function, locate(line.span)));
            }
        }
        self.creator(id, locate, out);
    }

    /// The function that has started a goroutine, and where.
    fn creator(&self, id: TaskId, locate: &dyn Fn(Span) -> String, out: &mut String) {
        let task = self.core.tasks.get(id);
        if let Some(creator) = self.machine.place_of(task.origin.place) {
            out.push_str(&format!(
                "created by {} in goroutine {}\n\t{}\n",
                creator.function,
                task.origin.parent,
                locate(creator.span)
            ));
        }
    }

    /// Prints a report, and with what status the process ends; or keeps it for a host that goes on.
    pub(super) fn print_last(&mut self, mut text: Vec<u8>) {
        if let Some(file) = self.machine.natives.crash_output {
            let host = &mut self.machine.host;
            let job = Job::File(file, FileJob::Write { bytes: text.clone(), at: None });
            // Nobody could be told if it goes wrong.
            if host.perform(job).is_err() {
                let _ = host.write(file, &text);
            }
        }
        if self.kept.is_none() {
            text.extend_from_slice(b"exit status 2\n");
        }
        self.print(&text);
    }

    /// Prints a report, or keeps it for a host that goes on.
    fn print(&mut self, text: &[u8]) {
        if let Some(kept) = &mut self.kept {
            return kept.push_str(&String::from_utf8_lossy(text));
        }
        // A closed standard error is nobody's concern.
        let _ = self.machine.host.write_stderr(text);
    }
}
