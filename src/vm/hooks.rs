//! What a host keeps with tasks: values of its own, and handlers that are told of switches.
//!
//! Invariants
//! - Handlers and values are kept under a task's number, which is never used again, and are gone when the task has ended: a value
//!   is dropped then, once, after the handlers were told.
//! - A handler is told `Enter` and `Leave` in turn, beginning with the next switch after it was set, and `Finish` once, last.
//!   Between `Enter` and `Leave` (or `Finish`) nothing else runs.
//! - As long as there is any handler the machine gets no turns on loan, so that every switch is decided where it can be told.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What happens to a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Switch {
    /// It runs from now on.
    Enter,
    /// It does not run any more: it waits, or others have their turn.
    Leave,
    /// It has ended, and will not be heard of again. There was no `Leave` for its last turn; a task that ends without having run
    /// was not entered, either.
    Finish,
}

/// What a host keeps with a task: a value of each type. Values are dropped when the task has ended, whichever way it does, and at the
/// latest with the engine.
///
/// ```
/// # use phasync::engine::{Cx, Engine};
/// struct Visits(u32);
///
/// let mut engine = Engine::builder()
///     .blocking("host.Visit", |cx: &mut Cx| {
///         let visits = cx.locals().get_or_insert_with(|| Visits(0));
///         visits.0 += 1;
///         Ok(visits.0)
///     })
///     .file("visit.pgo", r#"
///         func Run() string {
///             other := go host.Visit()
///             return fmt.Sprint(host.Visit(), host.Visit(), await(other))
///         }"#)
///     .build()
///     .unwrap();
/// assert_eq!(engine.call::<_, String>("Run", ()).unwrap(), "1 2 1");
/// ```
pub struct TaskLocals {
    number: u64,
    values: HashMap<TypeId, Box<dyn Any>>,
}

impl std::fmt::Debug for TaskLocals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TaskLocals")
            .field("number", &self.number)
            .field("values", &self.values.len())
            .finish_non_exhaustive()
    }
}

impl TaskLocals {
    fn new(number: u64) -> TaskLocals {
        TaskLocals { number, values: HashMap::new() }
    }

    /// The task's number, as traces and `Task.ID` have it; it is not used again.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Keeps a value. Gives the one of this type that was kept before.
    pub fn insert<T: 'static>(&mut self, value: T) -> Option<T> {
        let old = self.values.insert(TypeId::of::<T>(), Box::new(value))?;
        old.downcast().ok().map(|old| *old)
    }

    /// The value of this type.
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.values.get(&TypeId::of::<T>())?.downcast_ref()
    }

    /// The value of this type, to be changed.
    pub fn get_mut<T: 'static>(&mut self) -> Option<&mut T> {
        self.values.get_mut(&TypeId::of::<T>())?.downcast_mut()
    }

    /// The value of this type, which is made if there is none.
    pub fn get_or_insert_with<T: 'static>(&mut self, make: impl FnOnce() -> T) -> &mut T {
        let value = self.values.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(make()));
        value.downcast_mut().expect("a value lies under its own type")
    }

    /// Takes the value of this type back: it is not dropped with the task.
    pub fn remove<T: 'static>(&mut self) -> Option<T> {
        self.values.remove(&TypeId::of::<T>())?.downcast().ok().map(|value| *value)
    }
}

/// Is told of the switches of a task; false: it does not want to hear more.
pub(crate) type Handler = Box<dyn FnMut(&mut TaskLocals, Switch) -> bool>;

/// A handler, and who else has it: one for main tasks belongs to all of them.
type Shared = Rc<RefCell<Handler>>;

/// What is kept with one task.
struct Kept {
    locals: TaskLocals,
    handlers: Vec<Shared>,
}

/// What is kept with the tasks of a program.
#[derive(Default)]
pub struct Hooks {
    tasks: HashMap<u64, Kept>,
    /// Handlers that every main task gets.
    main: Vec<Shared>,
    /// The tasks that have handlers.
    handled: usize,
    /// The task that was entered, and neither left nor finished; 0 for none.
    inside: u64,
}

impl Hooks {
    /// Whether any task has handlers.
    #[inline(always)]
    pub(crate) fn is_active(&self) -> bool {
        self.handled > 0
    }

    /// What is kept with a task that is alive.
    pub(crate) fn locals(&mut self, number: u64) -> &mut TaskLocals {
        &mut self.kept(number).locals
    }

    fn kept(&mut self, number: u64) -> &mut Kept {
        let new = || Kept { locals: TaskLocals::new(number), handlers: Vec::new() };
        self.tasks.entry(number).or_insert_with(new)
    }

    /// Sets a handler for a task that is alive. If that is the one that runs, it has been entered already.
    pub(crate) fn handle(&mut self, number: u64, runs: bool, handler: Handler) {
        self.share(number, Rc::new(RefCell::new(handler)));
        if runs {
            self.inside = number;
        }
    }

    fn share(&mut self, number: u64, handler: Shared) {
        let handlers = &mut self.kept(number).handlers;
        handlers.push(handler);
        if handlers.len() == 1 {
            self.handled += 1;
        }
    }

    /// Sets a handler for every task that will be the main one.
    pub(crate) fn handle_main(&mut self, handler: Handler) {
        self.main.push(Rc::new(RefCell::new(handler)));
    }

    /// A task is the main one from now on; it has not run yet.
    pub(crate) fn begin_main(&mut self, number: u64) {
        for handler in self.main.clone() {
            self.share(number, handler);
        }
    }

    /// A task runs.
    #[cold]
    pub(crate) fn enter(&mut self, number: u64) {
        self.leave();
        self.inside = number;
        self.tell(number, Switch::Enter);
    }

    /// Whoever runs does not any more.
    #[cold]
    pub(crate) fn leave(&mut self) {
        let number = std::mem::take(&mut self.inside);
        if number != 0 {
            self.tell(number, Switch::Leave);
        }
    }

    /// A task has ended.
    #[inline]
    pub(crate) fn finish(&mut self, number: u64) {
        if !self.tasks.is_empty() {
            self.finish_kept(number);
        }
    }

    #[cold]
    fn finish_kept(&mut self, number: u64) {
        if self.inside == number {
            self.inside = 0;
        }
        self.tell(number, Switch::Finish);
        if let Some(kept) = self.tasks.remove(&number)
            && !kept.handlers.is_empty()
        {
            self.forget_handled();
        }
    }

    /// A task has no handlers any more.
    fn forget_handled(&mut self) {
        self.handled -= 1;
        if self.handled == 0 {
            self.inside = 0;
        }
    }

    fn tell(&mut self, number: u64, switch: Switch) {
        let Some(kept) = self.tasks.get_mut(&number) else { return };
        if kept.handlers.is_empty() {
            return;
        }
        let Kept { locals, handlers } = kept;
        handlers.retain(|handler| handler.borrow_mut()(locals, switch));
        if handlers.is_empty() {
            self.forget_handled();
        }
    }
}

impl Drop for Hooks {
    /// All tasks end with the program, the oldest first.
    fn drop(&mut self) {
        let mut numbers: Vec<u64> = self.tasks.keys().copied().collect();
        numbers.sort_unstable();
        numbers.into_iter().for_each(|number| self.finish(number));
    }
}
