//! The names of goroutines and objects, learnt from the events.

use std::collections::HashMap;

use crate::bytecode::FuncId;
use crate::event::{Describe, Event, Kind, Object};

/// How a goroutine is called: `main`, and the others by the function that they run and how many did before: `worker#3`.
/// `function` is its name as traces print it.
pub fn task_name(function: &str, ordinal: u32) -> String {
    // The path of a package's import is long, and what stands before the last slash says little.
    let short = function.rsplit('/').next().unwrap_or(function);
    let short = short.strip_prefix("main.").unwrap_or(short);
    match (function, ordinal) {
        ("main.main" | "runtime.main", 1) => "main".to_owned(),
        _ => format!("{short}#{ordinal}"),
    }
}

/// A longer text is no name.
const NAME: usize = 40;

/// The names of those who take part in a run.
#[derive(Default)]
pub(super) struct Cast {
    tasks: HashMap<u64, String>,
    objects: HashMap<Object, String>,
    /// How many objects have a name.
    named: HashMap<String, u32>,
}

impl Cast {
    /// Learns from an event who is there.
    pub fn meet(&mut self, event: &Event, program: &dyn Describe) {
        if let Kind::Spawn { entry, ordinal } = event.kind {
            self.tasks.insert(event.peer, Cast::name(entry, ordinal, program));
        }
        let among = match &event.kind {
            Kind::Block { among, .. } => &among[..],
            _ => &[],
        };
        for object in event.object.iter().chain(among) {
            if !self.objects.contains_key(object) {
                let name = self.christen(object, event, program);
                self.objects.insert(*object, name);
            }
        }
    }

    fn name(entry: FuncId, ordinal: u32, program: &dyn Describe) -> String {
        task_name(&program.function(entry), ordinal)
    }

    fn christen(&mut self, object: &Object, event: &Event, program: &dyn Describe) -> String {
        let by_id = || format!("{}#{}", object.kind.name(), object.id);
        let name = program.object(object).or_else(|| {
            // What the library makes is called by how it was asked to: `time.After(d)`.
            let text = program.text(event.span);
            let asked = matches!(event.kind, Kind::Make { .. }) && object.span != event.span;
            (asked && text.len() <= NAME && !text.contains('\n')).then_some(text)
        });
        let Some(name) = name.filter(|name| !name.is_empty()) else { return by_id() };
        let count = self.named.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name}#{count}") }
    }

    /// A goroutine by its number.
    pub fn task(&self, number: u64) -> String {
        self.tasks.get(&number).cloned().unwrap_or_else(|| format!("goroutine {number}"))
    }

    /// An object that has been met.
    pub fn object(&self, object: &Object) -> &str {
        self.objects.get(object).map_or("?", |name| name)
    }
}

#[cfg(test)]
mod tests {
    use super::task_name;

    #[test]
    fn goroutines_are_called_by_what_they_run() {
        for (function, ordinal, name) in [
            ("runtime.main", 1, "main"),
            ("main.main", 1, "main"),
            ("main.worker", 3, "worker#3"),
            ("main.main.func1", 1, "main.func1#1"),
            ("main.(*Pool).run", 2, "(*Pool).run#2"),
            ("example.com/mod/queue.serve", 1, "queue.serve#1"),
        ] {
            assert_eq!(task_name(function, ordinal), name);
        }
    }
}
