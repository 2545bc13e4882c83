//! Records of tasks, as package phasync has them in memory; scopes; and alarms.
//!
//! Invariant: the offsets are those of the types `task`, `Scope` and `alarm` of `stdlib/phasync`, whose comments name them.
//! An address that a program has passed to a native of that package is one of a live object of that type.

use super::machine::Machine;
use crate::heap::{Str, closure, mem};
use crate::syscall::TaskId;

/// How a task stands, as its record says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(i32)]
pub enum Ending {
    /// It has not ended.
    Alive = 0,
    /// Its function has returned, or called Goexit.
    Returned = 1,
    /// It panicked.
    Panicked = 2,
}

/// What the program says of a task when it starts it.
pub mod record_flags {
    /// There is a handle: its panic waits for whoever awaits it.
    pub const KEPT: u32 = 1;
    /// Nothing is raised in it now.
    pub const PROTECTED: u32 = 2;
    /// It was started by a statement of a file that is Go and nothing else: the program dies of its panic.
    pub const GO: u32 = 4;
}

/// The record of a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Record(pub u64);

const WAITERS: u64 = 0;
const ENDING: u64 = 4;
const PLACE: u64 = 8;
const FLAGS: u64 = 12;
const ID: u64 = 16;
const PARENT: u64 = 24;
const SCOPE: u64 = 32;
const WAITS_FOR: u64 = 40;
const PENDING: u64 = 48;
const VALUE: u64 = 64;
const HOOK: u64 = 80;
const NEXT: u64 = 88;
const PREV: u64 = 96;
const TRACE: u64 = 104;
const RAISED: u64 = 120;
const SPAWNED: u64 = 128;
const VARS: u64 = 136;
const HOME: u64 = 144;
const CANCELLED: u64 = 152;
const NOTES: u64 = 160;
const NOTED: u64 = 176;
const RAN: u64 = 192;
const TURNS: u64 = 200;

const SCOPE_OVER: u64 = 4;
const SCOPE_LIVE: u64 = 8;
const SCOPE_FIRST: u64 = 16;
const SCOPE_LAST: u64 = 24;
const SCOPE_UP: u64 = 32;
const SCOPE_REFUSAL: u64 = 40;

/// An alarm: a value that a timer raises in a task.
#[derive(Clone, Copy, Debug)]
pub struct Alarm {
    /// The record of the task.
    pub task: Record,
    /// The value, an interface.
    pub value: [u64; 2],
    /// Nobody waits for it any more.
    pub is_off: bool,
}

macro_rules! reads {
    ($($(#[$doc:meta])* $name:ident: $ty:ty = $at:expr;)*) => {
        $($(#[$doc])*
        pub fn $name(self) -> $ty {
            // SAFETY: a live record.
            unsafe { mem::load::<$ty>(self.0 + $at) }
        })*
    };
}

macro_rules! writes {
    ($($(#[$doc:meta])* $name:ident: $ty:ty = $at:expr;)*) => {
        $($(#[$doc])*
        pub fn $name(self, value: $ty) {
            // SAFETY: a live record.
            unsafe { mem::store(self.0 + $at, value) }
        })*
    };
}

impl Record {
    reads! {
        /// The place of the task in the scheduler's table.
        place: u32 = PLACE;
        /// [`record_flags`]
        flags: u32 = FLAGS;
        /// The record of the task that started it.
        parent: u64 = PARENT;
        /// The scope of what it starts, or 0.
        scope: u64 = SCOPE;
        /// The scope that it belongs to, or 0.
        home: u64 = HOME;
        /// The record of the task that it awaits, or 0.
        waits_for: u64 = WAITS_FOR;
        /// What is to be raised in it, an interface.
        pending: [u64; 2] = PENDING;
        /// What it panicked with.
        value: [u64; 2] = VALUE;
        /// The closure that is called in it when it has ended.
        hook: u64 = HOOK;
        /// The record of the task whose panic it has raised again.
        raised: u64 = RAISED;
        /// What is raised in it when it is cancelled, or 0.
        cancelled: u64 = CANCELLED;
        /// Nanoseconds for which it has run, in turns that have ended, if that is measured.
        ran: i64 = RAN;
        /// How many turns it has had.
        turns: i64 = TURNS;
        vars: u64 = VARS;
        ending_word: i32 = ENDING;
    }

    writes! {
        /// Sets its place in the scheduler's table.
        set_place: u32 = PLACE;
        /// Sets [`record_flags`].
        set_flags: u32 = FLAGS;
        /// Sets its number.
        set_id: u64 = ID;
        /// Sets the record of the task that started it.
        set_parent: u64 = PARENT;
        /// Sets the record of the task that it awaits, or 0.
        set_waits_for: u64 = WAITS_FOR;
        /// Sets what is to be raised in it, an interface.
        set_pending: [u64; 2] = PENDING;
        /// Sets what it panicked with.
        set_value: [u64; 2] = VALUE;
        /// Sets the place where it was started, as `runtime.place` numbers them.
        set_spawned: u64 = SPAWNED;
        /// Sets for how long it has run.
        set_ran: i64 = RAN;
        /// Sets how many turns it has had.
        set_turns: i64 = TURNS;
        set_scope: u64 = SCOPE;
        set_home: u64 = HOME;
        set_hook: u64 = HOOK;
        set_next: u64 = NEXT;
        set_prev: u64 = PREV;
        set_ending_word: i32 = ENDING;
    }

    /// The task in the scheduler's table, while it has not ended.
    pub fn task(self) -> TaskId {
        TaskId(self.place())
    }

    /// Whether it has ended.
    pub fn has_ended(self) -> bool {
        self.ending_word() != Ending::Alive as i32
    }

    /// It has ended.
    pub fn end(self, ending: Ending) {
        self.set_ending_word(ending as i32);
    }

    /// The wait word of those who await it.
    pub fn waiters(self) -> u64 {
        self.0 + WAITERS
    }

    /// The stack on which it panicked, as text.
    pub fn trace(self) -> String {
        // SAFETY: a live record; the string is live with it.
        unsafe {
            let [ptr, len] = mem::load::<[u64; 2]>(self.0 + TRACE);
            String::from_utf8_lossy(mem::bytes(ptr, len)).into_owned()
        }
    }

    /// What was suppressed by its panic with this value, as text.
    pub fn notes(self, value: [u64; 2]) -> String {
        // SAFETY: as above.
        unsafe {
            if mem::load::<[u64; 2]>(self.0 + NOTED) != value {
                return String::new();
            }
            let [ptr, len] = mem::load::<[u64; 2]>(self.0 + NOTES);
            String::from_utf8_lossy(mem::bytes(ptr, len)).into_owned()
        }
    }

    /// Makes it a task of a scope: the last.
    pub fn enter(self, scope: u64) {
        self.set_scope(scope);
        self.set_home(scope);
        // SAFETY: a live scope, and live scopes above it.
        unsafe {
            let last = mem::load::<u64>(scope + SCOPE_LAST);
            self.set_prev(last);
            match last {
                0 => mem::store(scope + SCOPE_FIRST, self.0),
                last => Record(last).set_next(self.0),
            }
            mem::store(scope + SCOPE_LAST, self.0);
            let mut at = scope;
            while at != 0 {
                let live = mem::load::<u64>(at + SCOPE_LIVE);
                mem::store(at + SCOPE_LIVE, live + 1);
                // A scope that has tasks counts as one of the scope above.
                if live > 0 {
                    break;
                }
                at = mem::load::<u64>(at + SCOPE_UP);
            }
        }
    }
}

impl Machine {
    /// The record of a task that is started without one: like its parent's, in the same scope.
    pub(crate) fn new_record(&mut self, parent: Record) -> Option<Record> {
        let record = Record(self.heap.alloc_like(parent.0).ok()?);
        record.set_hook(parent.hook());
        Some(record)
    }

    /// Sets the stack on which the task panicked.
    pub(crate) fn set_trace(&mut self, record: Record, text: &str) {
        if let Ok(text) = Str::new(&mut self.heap, text.as_bytes()) {
            // SAFETY: a live record.
            unsafe { mem::store(record.0 + TRACE, [text.ptr(), text.len()]) };
        }
    }

    /// A record, after those above it that say nothing any more have been left out of the chain of parents.
    pub(crate) fn living(&self, record: Record) -> Record {
        loop {
            let parent = Record(record.parent());
            if parent.0 == 0 || !parent.has_ended() || parent.vars() != 0 {
                return record;
            }
            record.set_parent(parent.parent());
        }
    }

    /// Lets the coroutine, which has ended, call the hook of the record.
    pub(crate) fn call_hook(&mut self, s: &mut super::Script, record: Record) {
        let hook = record.hook();
        // SAFETY: the hook is a closure, by its static type.
        let func = crate::bytecode::FuncId(unsafe { closure::func(hook) });
        self.spawn_with(s, func, hook, &[record.0]);
    }

    /// What an alarm says.
    pub(crate) fn alarm(&self, alarm: u64) -> Alarm {
        // SAFETY: the scheduler holds live alarms.
        unsafe {
            Alarm {
                task: Record(mem::load::<u64>(alarm)),
                value: mem::load::<[u64; 2]>(alarm + 8),
                is_off: mem::load::<u8>(alarm + 24) != 0,
            }
        }
    }

    /// The scope of what a task starts, or 0, and the address of what is raised if it may start nothing, or 0.
    pub(crate) fn scope_of(&self, record: Record) -> (u64, u64) {
        let mut at = record.scope();
        // SAFETY: a live scope, and live scopes above it.
        unsafe {
            // A task of the library may have outlived the scope in which it was started.
            while at != 0 && mem::load::<u32>(at + SCOPE_OVER) != 0 {
                at = mem::load::<u64>(at + SCOPE_UP);
            }
            let is_closed = at != 0 && mem::load::<u64>(at + SCOPE_REFUSAL) != 0;
            (at, if is_closed { at + SCOPE_REFUSAL } else { 0 })
        }
    }

    /// The scopes to which the task of a record belongs, innermost first.
    pub(crate) fn scopes_around(&self, record: Record) -> Vec<u64> {
        let mut around = Vec::new();
        let mut at = record.home();
        while at != 0 {
            around.push(at);
            // SAFETY: a live scope.
            at = unsafe { mem::load::<u64>(at + SCOPE_UP) };
        }
        around
    }

    /// The first scope that is neither over nor closed, from this one upwards; 0 if there is none.
    pub(crate) fn open_scope(&self, scope: u64) -> u64 {
        let mut at = scope;
        // SAFETY: a live scope, and live scopes above it.
        unsafe {
            while at != 0
                && (mem::load::<u32>(at + SCOPE_OVER) != 0 || mem::load::<u64>(at + SCOPE_REFUSAL) != 0)
            {
                at = mem::load::<u64>(at + SCOPE_UP);
            }
        }
        at
    }

    /// The interface that lies at an address that a program has given the scheduler.
    pub(crate) fn iface_at(&self, addr: u64) -> [u64; 2] {
        // SAFETY: the address of an interface in a live object, by the static types of package phasync.
        unsafe { mem::load::<[u64; 2]>(addr) }
    }
}
