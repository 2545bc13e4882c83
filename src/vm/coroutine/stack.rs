//! A stack for Rust functions: the only user of the crate `generator`.
//!
//! Invariants
//! - A stack is never dropped while a function is suspended on it: the crate would unwind that by a panic. It is told to
//!   throw first ([`Message::Throw`]), and dropped when it is idle.
//! - No panic crosses from a stack to who resumes it: what panics is caught on the stack itself.
//! - A function that asks for something has [`RESERVE`] bytes left, or is refused: what the machine does on its stack does not
//!   overflow it, for then it would be left half done.
//! - A stack that has overflowed is not used again; what lay on it is lost, and never dropped.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use generator::{Gn, LocalGenerator};

use super::cx::{Cx, Lent};
use super::{Body, Request};
use crate::vm::cx::{Thrown, Unwind};

/// Bytes of a stack; only those that are touched take memory.
pub const STACK_BYTES: usize = 512 << 10;

/// Bytes of it that the machine needs for what it does on behalf of a function; most of all for taking nested values apart.
const RESERVE: usize = 192 << 10;

/// About where the stack on which this is called is used up to.
#[inline(never)]
pub(super) fn stack_pointer() -> usize {
    let here = 0u8;
    std::hint::black_box(&raw const here) as usize
}

/// What a stack is resumed with.
pub(super) enum Message {
    /// Run this function; the stack is idle.
    Start(Body, Lent),
    /// What was requested has been done.
    Go(Lent),
    /// The request has failed: pass this up.
    Throw(Lent, Unwind),
    /// Give the stack back; it is idle.
    Quit,
}

/// What a stack stops with.
pub(super) enum Stop {
    /// The function needs something.
    Request(Request),
    /// The function is over; the stack is idle.
    Over(Result<(), Unwind>),
}

/// The stack is too small for what ran on it.
#[derive(Debug)]
pub(super) struct Overflow;

/// What runs Rust functions that can be suspended in straight-line code.
pub(super) trait NativeStack {
    /// Lets what is on the stack run until it stops.
    ///
    /// # Errors
    /// The stack has overflowed, and must be dropped.
    fn resume(&mut self, message: Message) -> Result<Stop, Overflow>;
}

/// A new idle stack; nothing if the system has none left.
pub(super) fn new_stack() -> Option<Box<dyn NativeStack>> {
    // Miri cannot switch stacks.
    #[cfg(miri)]
    let stack = super::thread::ThreadStack::new()?;
    #[cfg(not(miri))]
    let stack = GeneratorStack::new()?;
    Some(Box::new(stack))
}

/// A stack of the crate `generator`, on which functions run one after the other.
#[cfg_attr(miri, allow(dead_code))]
pub(super) struct GeneratorStack {
    generator: LocalGenerator<'static, Message, Stop>,
}

impl GeneratorStack {
    /// A new idle stack; nothing if the system has none left.
    pub fn new() -> Option<GeneratorStack> {
        let words = STACK_BYTES / size_of::<usize>();
        let make = || {
            Gn::<Message>::new_scoped_opt_local(words, |mut scope| {
                let first = scope.get_yield();
                serve(first, &mut |stop| {
                    scope.yield_with(stop);
                    scope.get_yield()
                })
            })
        };
        // The crate panics when the system refuses memory.
        catch_unwind(AssertUnwindSafe(make)).ok().map(|generator| GeneratorStack { generator })
    }
}

impl NativeStack for GeneratorStack {
    fn resume(&mut self, message: Message) -> Result<Stop, Overflow> {
        match catch_unwind(AssertUnwindSafe(|| self.generator.raw_send(Some(message)))) {
            Ok(stop) => Ok(stop.unwrap_or(Stop::Over(Ok(())))),
            // Everything else has been caught on the stack.
            Err(_) => Err(Overflow),
        }
    }
}

impl Drop for GeneratorStack {
    fn drop(&mut self) {
        // Only idle stacks are dropped, and those that have overflowed, which have nothing to say.
        if !self.generator.is_done() {
            let _ = self.resume(Message::Quit);
        }
    }
}

/// The life of a stack: one function after the other. `exchange` stops with something, and gives what the stack is resumed
/// with.
pub(super) fn serve(mut message: Option<Message>, exchange: &mut dyn FnMut(Stop) -> Option<Message>) -> Stop {
    let floor = stack_pointer().saturating_sub(STACK_BYTES - RESERVE);
    while let Some(Message::Start(body, lent)) = message {
        let mut suspend = |request| match exchange(Stop::Request(request)) {
            Some(Message::Go(lent)) => Ok(lent),
            Some(Message::Throw(lent, unwind)) => Err((lent, unwind)),
            Some(Message::Start(..) | Message::Quit) | None => {
                unreachable!("a suspended function is answered")
            }
        };
        let mut cx = Cx::new(lent, &mut suspend, floor);
        let result = match catch_unwind(AssertUnwindSafe(|| body(&mut cx))) {
            Ok(result) => cx.over(result),
            Err(payload) => Err(cx.panicked(&*payload)),
        };
        drop(body);
        message = exchange(Stop::Over(result));
    }
    Stop::Over(Ok(()))
}

/// The text of a Rust panic.
pub(crate) fn panic_text(payload: &(dyn Any + Send)) -> &str {
    match payload.downcast_ref::<String>() {
        Some(text) => text,
        None => payload.downcast_ref::<&str>().copied().unwrap_or("a panic without text"),
    }
}

/// What becomes of a Rust panic with this text: a panic of the program.
pub(super) fn panic_value(text: &str) -> Unwind {
    Thrown::Text(text.to_string()).into()
}
