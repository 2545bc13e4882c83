//! The trace as text: a line for each event, a lane for each goroutine.
//!
//! ```text
//!  step  time  where         │ main                │ worker#1
//!     4    0s  bank.pgo:8:2  │ go worker#1         │
//!     5    0s  bank.pgo:9:2  │ waits: 1 -> a       │
//! ```
//!
//! A lane belongs to a goroutine from its start to its end, and then to another: a line with the names stands wherever lanes
//! have changed hands. A line has one event, so its text may run on over the lanes to its right.

use std::collections::{HashMap, VecDeque};
use std::io::Write;

use super::cast::Cast;
use crate::event::{Describe, Event, Kind, Listener};
use crate::syscall::WaitReason;

/// Characters of a lane.
const WIDTH: usize = 24;
/// Goroutines beyond this many share the last lane, and are named in it.
const LANES: usize = 8;
/// Events beyond this many are forgotten: what they cause is only told with their numbers.
const REMEMBERED: usize = 100_000;
/// Characters of a printed text that are shown.
const PRINTED: usize = 60;

/// Something that happened.
struct Past {
    task: u64,
    words: String,
    /// What it sent.
    value: Option<String>,
}

/// Writes events as text.
pub struct TextTrace {
    out: Box<dyn Write>,
    cast: Cast,
    /// The goroutine of each lane.
    lanes: Vec<Option<u64>>,
    /// A lane has changed hands: the names must be written again.
    changed: bool,
    /// The widest place so far.
    places: usize,
    last_time: Option<i64>,
    /// What happened lately, and may be the cause of something.
    past: HashMap<u64, Past>,
    order: VecDeque<u64>,
}

impl TextTrace {
    /// A trace that is written to `out`.
    pub fn new(out: Box<dyn Write>) -> TextTrace {
        TextTrace {
            out,
            cast: Cast::default(),
            lanes: Vec::new(),
            changed: false,
            places: 16,
            last_time: None,
            past: HashMap::new(),
            order: VecDeque::new(),
        }
    }

    /// The lane of a goroutine.
    fn lane(&mut self, task: u64) -> usize {
        if let Some(at) = self.lanes.iter().position(|&lane| lane == Some(task)) {
            return at;
        }
        let at = match self.lanes.iter().position(Option::is_none) {
            Some(free) => free,
            None if self.lanes.len() < LANES => {
                self.lanes.push(None);
                self.lanes.len() - 1
            }
            None => return LANES - 1,
        };
        self.lanes[at] = Some(task);
        self.changed = true;
        at
    }

    /// What an event is, in the words of its goroutine.
    fn words(&self, event: &Event) -> String {
        let object = event.object.as_ref().map_or("", |object| self.cast.object(object));
        let peer = if event.peer == 0 { String::new() } else { self.cast.task(event.peer) };
        match &event.kind {
            Kind::Spawn { .. } if event.task == 0 => format!("starts {peer}"),
            Kind::Spawn { .. } => format!("go {peer}"),
            Kind::Run => "runs".to_owned(),
            Kind::Block { reason, value, among, until } => match reason {
                WaitReason::ChanSend => format!("waits: {object} <- {}", value.as_deref().unwrap_or("_")),
                WaitReason::ChanReceive => format!("waits: <-{object}"),
                WaitReason::Select => {
                    let among: Vec<&str> = among.iter().map(|object| self.cast.object(object)).collect();
                    format!("waits: select of {}", among.join(", "))
                }
                WaitReason::Sleep => {
                    format!("sleeps until {}", until.map_or(String::new(), clock))
                }
                WaitReason::Mutex | WaitReason::RwWrite => format!("waits: {object}.Lock()"),
                WaitReason::RwRead => format!("waits: {object}.RLock()"),
                WaitReason::WaitGroup | WaitReason::Cond => format!("waits: {object}.Wait()"),
                WaitReason::ChanReceiveNil
                | WaitReason::ChanSendNil
                | WaitReason::SelectNil
                | WaitReason::SelectNoCases
                | WaitReason::Semaphore
                | WaitReason::Await
                | WaitReason::Scope
                | WaitReason::Idle
                | WaitReason::Flag
                | WaitReason::Permit
                | WaitReason::Group
                | WaitReason::AnyOf => format!("waits: {}", reason.text()),
                WaitReason::Io => format!("waits: {object}"),
                WaitReason::Helper => "waits: a helper works".to_owned(),
                WaitReason::Signal => "waits: a signal".to_owned(),
                WaitReason::NativeStack => "waits: a native stack".to_owned(),
            },
            Kind::Wake { reason, case, closed } => self.done(event, *reason, *case, *closed, object),
            Kind::Yield => "yields".to_owned(),
            Kind::Preempt => "has used its slice".to_owned(),
            Kind::Finish => "ends".to_owned(),
            Kind::Panic(text) => text.clone(),
            Kind::Make { ty, cap: 0 } => format!("{object} = make({ty})"),
            Kind::Make { ty, cap } => format!("{object} = make({ty}, {cap})"),
            Kind::Send { value } if peer.is_empty() => format!("{object} <- {value}"),
            Kind::Send { value } => format!("{object} <- {value}, to {peer}"),
            Kind::Receive { open: true } => format!("<-{object}: {}", self.value(event.cause)),
            Kind::Receive { open: false } => format!("<-{object}: closed"),
            Kind::Close => format!("close({object})"),
            Kind::Select { case: None, .. } => "select: default".to_owned(),
            Kind::Select { case: Some(case), ready: 1 } => format!("select: case {case}"),
            Kind::Select { case: Some(case), ready } => {
                format!("select: case {case}, of {ready} that are ready")
            }
            Kind::Lock { read: false } => format!("{object}.Lock()"),
            Kind::Lock { read: true } => format!("{object}.RLock()"),
            Kind::Unlock { read: false } => format!("{object}.Unlock()"),
            Kind::Unlock { read: true } => format!("{object}.RUnlock()"),
            Kind::Add { by: -1, count } => format!("{object}.Done(): {count}"),
            Kind::Add { by, count } => format!("{object}.Add({by}): {count}"),
            Kind::Notify { all: false } => format!("{object}.Signal()"),
            Kind::Notify { all: true } => format!("{object}.Broadcast()"),
            Kind::StartTimer { timer, when } => format!("timer {timer} is set to {}", clock(*when)),
            Kind::StopTimer { timer, pending: true } => format!("timer {timer} is stopped"),
            Kind::StopTimer { timer, pending: false } => format!("timer {timer} had fired"),
            Kind::Fire { timer } => format!("timer {timer} fires"),
            Kind::Ready { read: true, write: false } => format!("{object} can be read"),
            Kind::Ready { read: false, write: true } => format!("{object} can be written"),
            Kind::Ready { .. } => format!("{object} is ready"),
            Kind::Helped => "a helper is done".to_owned(),
            Kind::Signal(signal) => format!("signal {signal} has come"),
            Kind::Output { stderr: false, text } => format!("prints {:?}", cut(text)),
            Kind::Output { stderr: true, text } => format!("prints to standard error {:?}", cut(text)),
            Kind::Collect { .. } => "memory is collected".to_owned(),
        }
    }

    /// What has been done for a goroutine that waited.
    fn done(
        &self,
        event: &Event,
        reason: WaitReason,
        case: Option<u32>,
        closed: bool,
        object: &str,
    ) -> String {
        match reason {
            WaitReason::ChanReceive if closed => format!("<-{object}: closed"),
            WaitReason::ChanReceive => format!("<-{object}: {}", self.value(event.cause)),
            WaitReason::ChanSend if closed => format!("must panic: {object} is closed"),
            WaitReason::ChanSend => "is rid of its value".to_owned(),
            WaitReason::Select => format!("select: case {}, {object}", case.unwrap_or(0)),
            WaitReason::Sleep => "has slept".to_owned(),
            WaitReason::Mutex | WaitReason::RwWrite => format!("{object}.Lock()"),
            WaitReason::RwRead => format!("{object}.RLock()"),
            WaitReason::WaitGroup | WaitReason::Cond => format!("{object}.Wait() is over"),
            WaitReason::ChanReceiveNil
            | WaitReason::ChanSendNil
            | WaitReason::SelectNil
            | WaitReason::SelectNoCases
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
            | WaitReason::AnyOf => "is ready".to_owned(),
        }
    }

    /// Why: what stands behind the words.
    fn why(&self, event: &Event) -> String {
        match (event.cause, self.past.get(&event.cause), &event.kind) {
            (0, ..) => String::new(),
            (step, Some(past), Kind::Wake { .. } | Kind::Receive { .. }) if past.task != 0 => {
                format!("  [{step}] {}: {}", self.cast.task(past.task), past.words)
            }
            (step, Some(past), Kind::Wake { .. } | Kind::Receive { .. }) => {
                format!("  [{step}] {}", past.words)
            }
            (step, ..) => format!("  [{step}]"),
        }
    }

    /// The value that an event has sent.
    fn value(&self, step: u64) -> &str {
        self.past.get(&step).and_then(|past| past.value.as_deref()).unwrap_or("_")
    }

    /// Remembers an event that may be the cause of another.
    fn remember(&mut self, event: &Event) {
        let value = match &event.kind {
            Kind::Send { value } => Some(value.clone()),
            Kind::Block { value, .. } => value.clone(),
            Kind::Run | Kind::Output { .. } | Kind::Finish => return,
            _ => None,
        };
        self.past.insert(event.step, Past { task: event.task, words: self.words(event), value });
        self.order.push_back(event.step);
        if self.order.len() > REMEMBERED
            && let Some(old) = self.order.pop_front()
        {
            self.past.remove(&old);
        }
    }

    fn line(&mut self, event: &Event, program: &dyn Describe) {
        let place = program.place(event.span);
        let place =
            place.map_or(String::new(), |place| format!("{}:{}:{}", place.file, place.line, place.col));
        if place.chars().count() > self.places {
            self.places = place.chars().count();
            self.changed = true;
        }
        let lane = if event.task == 0 { 0 } else { self.lane(event.task) };
        let time = if self.last_time == Some(event.time) { String::new() } else { clock(event.time) };
        self.last_time = Some(event.time);
        if std::mem::take(&mut self.changed) {
            let mut names = format!(" step {:>9}  {:places$} ", "time", "where", places = self.places);
            for task in &self.lanes {
                let name = task.map_or(String::new(), |task| self.cast.task(task));
                names += &format!("│ {:width$}", name, width = WIDTH - 2);
            }
            self.write(&names);
        }
        let mut text = format!("{:>5} {time:>9}  {place:places$} ", event.step, places = self.places);
        for i in 0..self.lanes.len().min(lane) {
            let bar = if self.lanes[i].is_some() { "│" } else { " " };
            text += &format!("{bar}{:width$}", "", width = WIDTH - 1);
        }
        let words = format!("{}{}", self.words(event), self.why(event));
        if event.task == 0 {
            // What the scheduler does is done in no lane.
            return self.write(&format!("{text}* {words}"));
        }
        // Whoever shares a lane is named.
        let named = self.lanes.get(lane) != Some(&Some(event.task));
        let name = if named { format!("{}: ", self.cast.task(event.task)) } else { String::new() };
        let mut words = format!("│ {name}{words}");
        // The bars of the lanes to the right, as far as the words do not reach.
        for i in lane + 1..self.lanes.len() {
            let from = (i - lane) * WIDTH;
            let length = words.chars().count();
            if length < from {
                words += &" ".repeat(from - length);
                words += if self.lanes[i].is_some() { "│" } else { " " };
            }
        }
        self.write(&(text + &words));
    }

    fn write(&mut self, line: &str) {
        // A reader who has gone away is nobody's concern.
        let _ = writeln!(self.out, "{}", line.trim_end());
    }
}

/// The beginning of a text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(PRINTED) {
        Some((at, _)) => format!("{}...", &text[..at]),
        None => text.to_owned(),
    }
}

/// A time since the beginning.
fn clock(nanos: i64) -> String {
    let (value, unit) = match nanos {
        ..1_000 => return format!("{nanos}ns"),
        1_000..1_000_000 => (nanos as f64 / 1e3, "µs"),
        1_000_000..1_000_000_000 => (nanos as f64 / 1e6, "ms"),
        1_000_000_000.. => (nanos as f64 / 1e9, "s"),
    };
    let digits = format!("{value:.3}");
    format!("{}{unit}", digits.trim_end_matches('0').trim_end_matches('.'))
}

impl Listener for TextTrace {
    fn event(&mut self, event: &Event, program: &dyn Describe) {
        self.cast.meet(event, program);
        self.line(event, program);
        self.remember(event);
        if event.kind == Kind::Finish
            && let Some(lane) = self.lanes.iter_mut().find(|lane| **lane == Some(event.task))
        {
            *lane = None;
        }
    }

    fn pause(&mut self) {
        // As in `write`.
        let _ = self.out.flush();
    }
}
