//! The trace for programs: one JSON object a line. `docs/watching.md` says what the members mean.

use std::fmt::Write as _;
use std::io::Write;

use super::cast::Cast;
use crate::diag::quote;
use crate::event::{Describe, Event, Kind, Listener, Object};

/// Writes events as JSON.
pub struct JsonTrace {
    out: Box<dyn Write>,
    cast: Cast,
}

impl JsonTrace {
    /// A trace that is written to `out`.
    pub fn new(out: Box<dyn Write>) -> JsonTrace {
        JsonTrace { out, cast: Cast::default() }
    }

    fn object(&self, object: &Object) -> String {
        let name = quote(self.cast.object(object));
        format!("{{\"kind\":\"{}\",\"id\":{},\"name\":{name}}}", object.kind.name(), object.id)
    }

    /// The members that only some kinds have, each with a comma before it.
    fn details(&self, kind: &Kind, program: &dyn Describe) -> String {
        match kind {
            Kind::Spawn { entry, ordinal } => {
                format!(",\"entry\":{},\"ordinal\":{ordinal}", quote(&program.function(*entry)))
            }
            Kind::Block { reason, value, among, until } => {
                let mut text = format!(",\"reason\":{}", quote(reason.text()));
                if let Some(value) = value {
                    text += &format!(",\"value\":{}", quote(value));
                }
                if !among.is_empty() {
                    let among: Vec<String> = among.iter().map(|object| self.object(object)).collect();
                    text += &format!(",\"among\":[{}]", among.join(","));
                }
                if let Some(until) = until {
                    text += &format!(",\"until\":{until}");
                }
                text
            }
            Kind::Wake { reason, case, closed } => {
                let reason = format!(",\"reason\":{}", quote(reason.text()));
                let case = case.map_or(String::new(), |case| format!(",\"case\":{case}"));
                let closed = if *closed { ",\"closed\":true" } else { "" };
                format!("{reason}{case}{closed}")
            }
            Kind::Panic(text) => format!(",\"text\":{}", quote(text)),
            Kind::Make { ty, cap } => format!(",\"type\":{},\"cap\":{cap}", quote(ty)),
            Kind::Send { value } => format!(",\"value\":{}", quote(value)),
            Kind::Receive { open } => format!(",\"open\":{open}"),
            Kind::Select { case, ready } => {
                let case = case.map_or("null".to_owned(), |case| case.to_string());
                format!(",\"case\":{case},\"ready\":{ready}")
            }
            Kind::Lock { read } | Kind::Unlock { read } => format!(",\"read\":{read}"),
            Kind::Add { by, count } => format!(",\"by\":{by},\"count\":{count}"),
            Kind::Notify { all } => format!(",\"all\":{all}"),
            Kind::StartTimer { timer, when } => format!(",\"timer\":{timer},\"when\":{when}"),
            Kind::StopTimer { timer, pending } => format!(",\"timer\":{timer},\"pending\":{pending}"),
            Kind::Fire { timer } => format!(",\"timer\":{timer}"),
            Kind::Output { stderr, text } => {
                let stream = if *stderr { "stderr" } else { "stdout" };
                format!(",\"stream\":\"{stream}\",\"text\":{}", quote(text))
            }
            Kind::Collect { live } => format!(",\"live\":{live}"),
            Kind::Ready { read, write } => format!(",\"read\":{read},\"write\":{write}"),
            Kind::Signal(signal) => format!(",\"signal\":{signal}"),
            Kind::Run | Kind::Yield | Kind::Preempt | Kind::Finish | Kind::Close | Kind::Helped => {
                String::new()
            }
        }
    }
}

impl Listener for JsonTrace {
    fn event(&mut self, event: &Event, program: &dyn Describe) {
        self.cast.meet(event, program);
        let Event { step, time, task, kind, object, func, span, cause, peer } = event;
        let mut line = format!("{{\"step\":{step},\"time\":{time},\"task\":{task}");
        // Writing to a string does not fail.
        if *task != 0 {
            let _ = write!(line, ",\"name\":{}", quote(&self.cast.task(*task)));
        }
        let _ = write!(line, ",\"kind\":\"{}\"", kind.name());
        if let Some(object) = object {
            let _ = write!(line, ",\"object\":{}", self.object(object));
        }
        if let Some(place) = program.place(*span) {
            let file = quote(&place.file);
            let func = quote(&program.function(*func));
            let _ = write!(
                line,
                ",\"file\":{file},\"line\":{},\"col\":{},\"func\":{func}",
                place.line, place.col
            );
        }
        for (member, value) in [("cause", cause), ("peer", peer)] {
            if *value != 0 {
                let _ = write!(line, ",\"{member}\":{value}");
            }
        }
        line += &self.details(kind, program);
        line.push_str("}\n");
        // A reader who has gone away is nobody's concern.
        let _ = self.out.write_all(line.as_bytes());
    }

    fn pause(&mut self) {
        // As above.
        let _ = self.out.flush();
    }
}
