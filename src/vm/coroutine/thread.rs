//! Stacks under Miri, which cannot switch stacks: threads.
//!
//! Invariant: of a thread and who resumes it, one waits for the other. So nothing is used by two threads at once.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::stack::{Message, NativeStack, Overflow, Stop, serve};

/// What goes to another thread.
struct Moved<T>(T);

// SAFETY: whoever sends waits then, by the invariant; the channel orders what the two do.
unsafe impl<T> Send for Moved<T> {}

/// A thread, on which functions run one after the other.
pub(super) struct ThreadStack {
    messages: Sender<Moved<Message>>,
    stops: Receiver<Moved<Stop>>,
    thread: Option<JoinHandle<()>>,
}

impl ThreadStack {
    /// A new idle stack; nothing if the system has no more threads.
    pub fn new() -> Option<ThreadStack> {
        let (messages, inbox) = channel();
        let (outbox, stops) = channel();
        let next = move || inbox.recv().ok().map(|moved: Moved<Message>| moved.0);
        let life = move || {
            let first = next();
            serve(first, &mut |stop| {
                outbox.send(Moved(stop)).ok()?;
                next()
            });
        };
        let thread = Some(thread::Builder::new().spawn(life).ok()?);
        Some(ThreadStack { messages, stops, thread })
    }
}

impl NativeStack for ThreadStack {
    fn resume(&mut self, message: Message) -> Result<Stop, Overflow> {
        // A thread that has quit hears nothing, and says nothing.
        let _ = self.messages.send(Moved(message));
        Ok(self.stops.recv().map_or(Stop::Over(Ok(())), |moved| moved.0))
    }
}

impl Drop for ThreadStack {
    fn drop(&mut self) {
        let _ = self.resume(Message::Quit);
        if let Some(thread) = self.thread.take() {
            // It catches every panic.
            let _ = thread.join();
        }
    }
}
