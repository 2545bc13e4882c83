//! Reports: why everyone waits, what a panic of a channel or wait group is about, and who is left when main has returned.
//!
//! In: what the scheduler knows ([`Stuck`]), and the [`Source`]. Out: a [`Diagnostic`] with a label at each place that takes part,
//! the wait graph as a note, and what to do about it as help. `hints` finds out what each waiting means.

use std::io::Write;

use super::cast::task_name;
use super::hints;
use super::source::Source;
use crate::diag::{Code, Diagnostic, Format, Style, render};
use crate::event::ObjectKind;
use crate::sched::{Stuck, Waiting};
use crate::source::{Origin, SourceMap, Span};
use crate::syscall::WaitReason;
use crate::vm::{DeedKind, ObjectState, PanicCause};

/// Goroutines that get a label of their own.
const LABELS: usize = 8;
/// Edges of the wait graph that are shown besides the first path.
const EDGES: usize = 6;

/// Makes reports.
pub struct Reporter<'r> {
    /// All texts.
    pub map: &'r SourceMap,
    /// What they say.
    pub source: &'r Source,
    /// How to print.
    pub format: Format,
    /// What the terminal can show.
    pub style: Style,
}

impl Reporter<'_> {
    /// Why everyone waits: what is to follow Go's first line.
    pub fn deadlock(&self, stuck: &Stuck) -> String {
        let Some(first) = stuck.tasks.first() else { return String::new() };
        let scene = Scene { stuck, source: self.source, map: self.map };
        let mut diag = Diagnostic::fatal(Code::Deadlock, first.span, "all goroutines are asleep - deadlock!");
        scene.label_all(&mut diag, stuck.tasks.iter().enumerate());
        hints::add(&scene, &mut diag);
        for line in scene.graph() {
            diag = diag.with_note(line);
        }
        self.print(&diag)
    }

    /// Who is left when main has returned.
    pub fn leaks(&self, stuck: &Stuck) -> String {
        let Some(first) = stuck.tasks.first() else { return String::new() };
        let scene = Scene { stuck, source: self.source, map: self.map };
        let forever = scene.forever();
        let count = stuck.tasks.len() + stuck.more;
        let (were, goroutines) = if count == 1 { ("was", "goroutine") } else { ("were", "goroutines") };
        let text = format!("{count} {goroutines} {were} left when main returned");
        let mut diag = Diagnostic::fatal(Code::Leak, first.span, text);
        for (at, task) in stuck.tasks.iter().enumerate().take(LABELS) {
            let name = scene.name(at);
            let what = match task.reason {
                None => format!("{name} was still running"),
                Some(WaitReason::Sleep) => format!("{name} was still asleep"),
                Some(_) if forever[at] => format!("{name} is blocked for ever: it {}", scene.waits(task)),
                Some(_) => format!("{name} still {}", scene.waits(task)),
            };
            diag = diag.with_label(task.span, what);
            if !task.started.is_none() {
                diag = diag.with_label(task.started, format!("{name} was started here"));
            }
        }
        if count > LABELS {
            diag = diag.with_note(format!("... and {} more", count - LABELS));
        }
        hints::add_leaks(&scene, &forever, &mut diag);
        format!("{}\n{}", diag.message, self.print(&diag))
    }

    /// What a panic is about.
    pub fn panicked(&self, cause: &PanicCause, name: &dyn Fn(u64) -> Option<(String, u32)>) -> String {
        let diag = match *cause {
            PanicCause::Closed { made, closed, by } => {
                let who = match name(by) {
                    Some((function, ordinal)) => task_name(&function, ordinal),
                    None => format!("goroutine {by}, which has ended"),
                };
                let ch = self.source.made_into(made).unwrap_or("the channel");
                let text = format!("{ch} was closed here first, by {who}");
                let mut diag = Diagnostic::fatal(Code::ClosedChannel, closed, "").with_label(closed, text);
                if !made.is_none() {
                    diag = diag.with_label(made, format!("{ch} is made here"));
                }
                diag.with_help("one goroutine should close a channel, once, after the last value was sent")
            }
            PanicCause::Negative { at, added, done } => {
                let wg = self.source.op_at(at).map_or("the wait group", |op| &op.text);
                let times = if done == 1 { "once".to_owned() } else { format!("{done} times") };
                let text = format!("{wg}.Done was called {times}, but only {added} added in all");
                let mut diag = Diagnostic::fatal(Code::NegativeCounter, at, "").with_label(at, text);
                let place = self.source.op_at(at).and_then(|op| self.source.place_of(op));
                for op in
                    place.into_iter().flat_map(|place| self.source.ops_on(place)).filter(|op| op.span != at)
                {
                    match op.kind {
                        super::OpKind::Add => diag = diag.with_label(op.span, "added here"),
                        super::OpKind::Done => diag = diag.with_label(op.span, "done here"),
                        _ => {}
                    }
                }
                diag.with_help(format!("{wg}.Add once for each {wg}.Done, before the goroutine starts"))
            }
        };
        self.print(&diag)
    }

    /// The labels, help and notes, drawn or as lines.
    fn print(&self, diag: &Diagnostic) -> String {
        let mut out = Vec::new();
        // Writing to a vector does not fail.
        let _ = match self.format {
            Format::Teach | Format::Json => {
                render(self.map, std::slice::from_ref(diag), self.format, self.style, &mut out)
            }
            Format::Go | Format::Short => self.lines(diag, &mut out),
        };
        String::from_utf8_lossy(&out).into_owned()
    }

    /// A label a line, and its place below it, as Go prints traces.
    fn lines(&self, diag: &Diagnostic, out: &mut Vec<u8>) -> std::io::Result<()> {
        if !diag.message.is_empty() {
            writeln!(out)?;
        }
        for label in &diag.labels {
            match self.map.origin(label.span.lo) {
                Some(Origin { name, line, .. }) => writeln!(out, "{}\n\t{name}:{line}", label.text)?,
                None => writeln!(out, "{}", label.text)?,
            }
        }
        for note in &diag.notes {
            writeln!(out, "{note}")?;
        }
        match &diag.help {
            Some(help) => writeln!(out, "help: {help}"),
            None => Ok(()),
        }
    }
}

/// What a report is about, with names.
pub(super) struct Scene<'s> {
    pub stuck: &'s Stuck,
    pub source: &'s Source,
    pub map: &'s SourceMap,
}

impl Scene<'_> {
    /// A goroutine by index.
    pub fn name(&self, task: usize) -> String {
        let task = &self.stuck.tasks[task];
        task_name(&task.function, task.ordinal)
    }

    /// An object by index: the variable in which it is, or as `task` writes it.
    pub fn object(&self, object: usize, task: &Waiting) -> String {
        let facts = &self.stuck.objects[object];
        let written = || self.source.op_at(task.span).map(|op| op.text.clone());
        let made = self.source.object_name(&facts.object);
        let name =
            if facts.object.kind == ObjectKind::Chan { made.or_else(written) } else { written().or(made) };
        name.unwrap_or_else(|| match facts.object.kind {
            ObjectKind::Chan => "a channel".to_owned(),
            ObjectKind::Mutex | ObjectKind::RwMutex => "a lock".to_owned(),
            ObjectKind::WaitGroup => "a wait group".to_owned(),
            ObjectKind::Cond => "a condition".to_owned(),
            ObjectKind::Handle | ObjectKind::Other => "something".to_owned(),
        })
    }

    /// `file:line` of a span.
    pub fn at(&self, span: Span) -> String {
        match self.map.lookup(span.lo) {
            Some((file, line, _)) => format!("{}:{line}", file.name),
            None => "?".to_owned(),
        }
    }

    /// The line of a span, as it is referred to from near by.
    pub fn line(&self, span: Span) -> String {
        self.map.lookup(span.lo).map_or("?".to_owned(), |(_, line, _)| format!("line {line}"))
    }

    /// A channel's buffer and where it was made, in parentheses.
    fn origin(&self, object: usize) -> String {
        let facts = &self.stuck.objects[object];
        match facts.state {
            ObjectState::Chan { timer: true, .. } => " (a timer's channel)".to_owned(),
            ObjectState::Chan { cap, .. } => {
                let buffer = if cap == 0 { "unbuffered".to_owned() } else { format!("buffer of {cap}") };
                let span = facts.object.span;
                let made =
                    if span.is_none() { String::new() } else { format!(", made at {}", self.at(span)) };
                format!(" ({buffer}{made})")
            }
            ObjectState::Group { count, added } => {
                format!(" (its counter is {count}: {added} added, {} done)", added as i64 - count)
            }
            ObjectState::Lock { .. } | ObjectState::Other => String::new(),
        }
    }

    /// What a goroutine waits for: `waits to send on a (unbuffered, made at bank.pgo:4)`.
    pub fn waits(&self, task: &Waiting) -> String {
        let Some(reason) = task.reason else { return "can run".to_owned() };
        let [(object, _)] = task.awaits[..] else {
            return match reason {
                WaitReason::Select => {
                    let among: Vec<String> =
                        task.awaits.iter().map(|&(object, sends)| self.case(object, sends, task)).collect();
                    format!("waits in select {}", among.join(" or "))
                }
                WaitReason::SelectNil => {
                    "waits for ever in a select, all of whose channels are nil".to_owned()
                }
                WaitReason::SelectNoCases => "waits for ever in a select without cases".to_owned(),
                WaitReason::ChanReceiveNil | WaitReason::ChanSendNil => {
                    let ch = self.source.op_at(task.span).map_or("a channel", |op| &op.text);
                    let what = if reason == WaitReason::ChanSendNil { "send on" } else { "receive from" };
                    format!("waits for ever to {what} {ch}, which is nil")
                }
                _ => format!("waits: {}", reason.text()),
            };
        };
        let (name, origin) = (self.object(object, task), self.origin(object));
        match reason {
            WaitReason::ChanSend => format!("waits to send on {name}{origin}"),
            WaitReason::ChanReceive => format!("waits to receive from {name}{origin}"),
            WaitReason::Mutex | WaitReason::RwWrite => format!("waits to lock {name}"),
            WaitReason::RwRead => format!("waits to lock {name} for reading"),
            WaitReason::WaitGroup => format!("waits for {name}{origin}"),
            WaitReason::Cond => format!("waits for {name} to be signalled"),
            WaitReason::Select => format!("waits in select {}", self.case(object, task.awaits[0].1, task)),
            WaitReason::ChanReceiveNil
            | WaitReason::ChanSendNil
            | WaitReason::SelectNil
            | WaitReason::SelectNoCases
            | WaitReason::Sleep
            | WaitReason::Semaphore
            | WaitReason::Io
            | WaitReason::Helper
            | WaitReason::Signal
            | WaitReason::NativeStack
            | WaitReason::Await
            | WaitReason::Scope
            | WaitReason::Idle
            | WaitReason::Flag
            | WaitReason::Permit
            | WaitReason::Group
            | WaitReason::AnyOf => format!("waits: {}", reason.text()),
        }
    }

    fn case(&self, object: usize, sends: bool, task: &Waiting) -> String {
        let what = if sends { "to send on" } else { "to receive from" };
        format!("{what} {}{}", self.object(object, task), self.origin(object))
    }

    /// A label for each goroutine; those that wait at the same place for the same thing share one.
    fn label_all<'t>(&self, diag: &mut Diagnostic, tasks: impl Iterator<Item = (usize, &'t Waiting)>) {
        let mut groups: Vec<(Span, String, Vec<usize>)> = Vec::new();
        for (at, task) in tasks {
            let waits = self.waits(task);
            match groups.iter_mut().find(|(span, text, _)| *span == task.span && *text == waits) {
                Some((_, _, group)) => group.push(at),
                None => groups.push((task.span, waits, vec![at])),
            }
        }
        let hidden: usize = groups.iter().skip(LABELS).map(|(_, _, group)| group.len()).sum();
        for (span, waits, group) in groups.into_iter().take(LABELS) {
            let who = match &group[..] {
                [only] => self.name(*only),
                [first, second] => format!("each of {} and {}", self.name(*first), self.name(*second)),
                [first, rest @ ..] => format!("each of {} and {} others", self.name(*first), rest.len()),
                [] => continue,
            };
            diag.labels.push(crate::diag::Label { span, text: format!("{who} {waits}"), in_go: false });
        }
        match hidden + self.stuck.more {
            0 => {}
            1 => diag.notes.push("... and one more goroutine waits".to_owned()),
            more => diag.notes.push(format!("... and {more} more goroutines wait")),
        }
    }

    /// The tasks that nobody who can still run, or will be woken by the clock, can wake, not even by way of others.
    pub fn forever(&self) -> Vec<bool> {
        let tasks = &self.stuck.tasks;
        let mut forever: Vec<bool> =
            tasks.iter().map(|t| t.reason.is_some_and(|reason| reason != WaitReason::Sleep)).collect();
        loop {
            let saved = (0..tasks.len()).find(|&at| {
                forever[at]
                    && tasks[at].awaits.iter().any(|&(object, sends)| {
                        let timer =
                            matches!(self.stuck.objects[object].state, ObjectState::Chan { timer: true, .. });
                        timer || self.stuck.helpers(at, object, sends).iter().any(|&(by, ..)| !forever[by])
                    })
            });
            match saved {
                Some(at) => forever[at] = false,
                None => return forever,
            }
        }
    }

    /// The wait graph: who waits for whom, at what.
    fn graph(&self) -> Vec<String> {
        let tasks = &self.stuck.tasks;
        let next = |at: usize| {
            let task = &tasks[at];
            task.awaits.iter().find_map(|&(object, sends)| {
                let helpers = self.stuck.helpers(at, object, sends);
                helpers.first().map(|&(by, ..)| (object, by))
            })
        };
        let mut lines = Vec::new();
        let mut shown = vec![false; tasks.len()];
        // Of those that wait at one place for one goroutine, the first stands for all.
        let mut edges: Vec<(Span, Option<(usize, usize)>)> = Vec::new();
        for start in 0..tasks.len() {
            let edge = (tasks[start].span, next(start));
            let again = shown[start] || edges.contains(&edge);
            if again || lines.len() > EDGES || tasks[start].awaits.is_empty() {
                continue;
            }
            let mut path = self.name(start);
            let mut at = start;
            while !std::mem::replace(&mut shown[at], true) {
                edges.push((tasks[at].span, next(at)));
                match next(at) {
                    Some((object, by)) => {
                        path += &format!(" ──{}──> {}", self.object(object, &tasks[at]), self.name(by));
                        at = by;
                    }
                    None => {
                        if let Some(&(object, _)) = tasks[at].awaits.first() {
                            path += &format!(" ──{}──> nobody", self.object(object, &tasks[at]));
                        }
                        break;
                    }
                }
            }
            lines.push(path);
        }
        let first = |(i, line): (usize, String)| {
            if i == 0 { format!("wait graph:  {line}") } else { format!("             {line}") }
        };
        lines.into_iter().enumerate().map(first).collect()
    }

    /// What a deed is called, of a goroutine: `receive from b`.
    pub fn deed(&self, kind: DeedKind, object: &str) -> String {
        match kind {
            DeedKind::Send => format!("send on {object}"),
            DeedKind::Receive => format!("receive from {object}"),
            DeedKind::Close => format!("close {object}"),
            DeedKind::Lock => format!("lock {object}"),
            DeedKind::Unlock => format!("unlock {object}"),
            DeedKind::Done => format!("call {object}.Done"),
            DeedKind::Wait => format!("wait for {object}"),
            DeedKind::Notify => format!("signal {object}"),
        }
    }
}
