//! What happened in a run, told to people.
//!
//! In: [`Event`](crate::event::Event)s, and what the scheduler knows when a run has come to its end. Out: text: the trace,
//! a lane for each goroutine or an object a line, and reports of deadlocks and of goroutines that are left, with names and places
//! from the source. Nothing here is asked before somebody reads the answer.
//!
//! | file | concept |
//! |---|---|
//! | `source` | what the source says about channels, locks and those who use them |
//! | `cast` | the names of goroutines and objects |
//! | `lanes` | the trace as text |
//! | `json` | the trace for programs |
//! | `flame` | where time was spent, as a picture |
//! | `deadlock`, `hints` | reports of those who wait for ever, and what it means |

mod cast;
mod deadlock;
mod flame;
mod hints;
mod json;
mod lanes;
mod source;

pub use deadlock::Reporter;
pub use flame::Flame;
pub use json::JsonTrace;
pub use lanes::TextTrace;
pub use source::{OpKind, Source};

use crate::event::{Object, ObjectKind};

impl Source {
    /// The variable, field or element that an object is in, as it is written.
    pub fn object_name(&self, object: &Object) -> Option<String> {
        match object.kind {
            ObjectKind::Chan => self.made_into(object.span).map(str::to_owned),
            ObjectKind::Mutex
            | ObjectKind::RwMutex
            | ObjectKind::WaitGroup
            | ObjectKind::Cond
            | ObjectKind::Handle
            | ObjectKind::Other => self.op_at(object.span).map(|op| op.text.clone()),
        }
    }
}
