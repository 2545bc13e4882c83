//! The type of tasks: `Task`, of which there are instances for any number of type arguments.
//!
//! Invariants
//! - `Task` is declared by package phasync without type parameters. `Task` alone is any task; `Task[R...]` is a task that gives
//!   these results. All have the same underlying type, a pointer, and the same methods.

use super::{NamedId, Type, TypeId, TypeTable};

impl TypeTable {
    /// Says which defined type is that of tasks.
    pub fn set_task(&mut self, id: NamedId) {
        self.task = Some(id);
    }

    /// The defined type that is that of tasks, once it is known.
    pub fn task(&self) -> Option<NamedId> {
        self.task
    }

    /// Whether a defined type is that of tasks, or an instance of it.
    pub fn is_task(&self, id: NamedId) -> bool {
        self.task == Some(self.origin(id))
    }

    /// Whether a type is the pointer that tasks and their outcomes are. Outside of package phasync these are converted to nothing
    /// else: what one gives would be taken for what another gives.
    pub fn is_handle(&mut self, under: TypeId) -> bool {
        let (Some(task), Type::Pointer(_)) = (self.task, self.get(under)) else { return false };
        let task = self.named_type(task);
        let handle = self.under(task);
        !handle.is_invalid() && self.identical(under, handle)
    }

    /// What the tasks of a type give, if it is a type of tasks; nothing for `Task` alone.
    pub fn task_results(&self, t: TypeId) -> Option<&[TypeId]> {
        let id = self.as_named(t)?;
        self.is_task(id).then(|| &*self.named(id).targs)
    }

    /// The type of tasks that give these results. `Task` is known.
    pub fn task_type(&mut self, results: &[TypeId]) -> TypeId {
        match self.task {
            Some(task) if results.is_empty() => self.named_type(task),
            Some(task) => self.instance(task, results),
            None => TypeId::INVALID,
        }
    }
}
