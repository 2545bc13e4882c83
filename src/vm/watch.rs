//! Telling what happens to those who watch a run.
//!
//! In: the machine and the scheduler tell [`Watch`] what they do, on their slow paths; the quick paths are not taken while
//! someone watches (see `Machine::quick`). Out: [`Event`]s, each with its step and with the step that caused it.
//!
//! Invariants
//! - Nothing here changes anything that a program, or the scheduler, looks at.
//! - An operation is told before it is carried out: whoever it wakes is woken by the last event told.
//! - `blocked` has exactly the tasks that wait; `ready` those that will run, with what made them ready.

use std::collections::{HashMap, VecDeque};

use super::machine::Machine;
use super::memory::Mem;
use super::script::Script;
use crate::bytecode::{FuncFlags, FuncId};
use crate::event::{Event, Kind, Object, ObjectKind};
use crate::heap::{Chan, RTypeId};
use crate::host::{Handle, IoEvent};
use crate::source::Span;
use crate::syscall::{SystemCall, TaskId, WaitReason};

/// A task that waits.
struct Blocked {
    /// Its number.
    number: u64,
    reason: WaitReason,
    /// The step at which it began to.
    step: u64,
    object: Option<Object>,
    /// The objects of a select.
    among: Vec<Object>,
    func: FuncId,
    span: Span,
}

/// Collects events, from the beginning of a run.
pub struct Watch {
    /// Events that nobody has taken yet.
    events: Vec<Event>,
    /// The last step.
    step: u64,
    /// The last step that was not a wake-up: what is woken now is woken by it.
    cause: u64,
    /// The scheduler's clock.
    time: i64,
    /// The task whose turn it is: its number (0 between turns), and where it stands.
    task: u64,
    place: (FuncId, Span),
    blocked: HashMap<TaskId, Blocked>,
    ready: HashMap<TaskId, u64>,
    /// Channels by id: the steps that sent what is in the buffer.
    buffered: HashMap<u64, VecDeque<u64>>,
    /// The step at which a channel was closed.
    closed: HashMap<u64, u64>,
    /// What is not a channel, by address.
    words: HashMap<u64, Object>,
    /// What is open, by its handle.
    handles: HashMap<Handle, Object>,
    used: HashMap<ObjectKind, u64>,
    /// Timers: the step that started each.
    timers: HashMap<u64, u64>,
    /// What the current task is about to send, should it have to wait.
    value: Option<String>,
}

impl Default for Watch {
    fn default() -> Watch {
        Watch {
            events: Vec::new(),
            step: 0,
            cause: 0,
            time: 0,
            task: 0,
            place: (FuncId(0), Span::NONE),
            blocked: HashMap::new(),
            ready: HashMap::new(),
            buffered: HashMap::new(),
            closed: HashMap::new(),
            words: HashMap::new(),
            handles: HashMap::new(),
            used: HashMap::new(),
            timers: HashMap::new(),
            value: None,
        }
    }
}

impl Watch {
    /// Takes the events that have happened since this was last called.
    pub fn take(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }

    // ---- telling ---------------------------------------------------------------------------------------------------

    fn event(&self, kind: Kind) -> Event {
        let (func, span) = self.place;
        Event { step: 0, time: self.time, task: self.task, kind, object: None, func, span, cause: 0, peer: 0 }
    }

    fn push(&mut self, event: Event) -> u64 {
        self.step += 1;
        if !matches!(event.kind, Kind::Wake { .. }) {
            self.cause = self.step;
        }
        self.events.push(Event { step: self.step, ..event });
        self.step
    }

    /// The current task writes to standard output, or to standard error.
    pub(crate) fn output(&mut self, stderr: bool, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes).into_owned();
        self.tell(Kind::Output { stderr, text });
    }

    /// Something that the current task does.
    pub(crate) fn tell(&mut self, kind: Kind) -> u64 {
        let event = self.event(kind);
        self.push(event)
    }

    /// Something that the current task does to an object.
    pub(crate) fn tell_of(&mut self, kind: Kind, object: Object) -> u64 {
        let event = Event { object: Some(object), ..self.event(kind) };
        self.push(event)
    }

    /// Where the current task stands.
    pub(crate) fn stands(&mut self, place: (FuncId, Span)) {
        self.place = place;
    }

    // ---- turns -----------------------------------------------------------------------------------------------------

    /// What time it is.
    pub(crate) fn set_time(&mut self, time: i64) {
        self.time = time;
    }

    /// A task has its turn.
    pub(crate) fn begin(&mut self, id: TaskId, number: u64, place: (FuncId, Span)) {
        (self.task, self.place) = (number, place);
        let cause = self.ready.remove(&id).unwrap_or(0);
        let event = Event { cause, ..self.event(Kind::Run) };
        self.push(event);
    }

    /// The current task is ready again, for this reason of its own.
    pub(crate) fn again(&mut self, id: TaskId, kind: Kind) {
        let step = self.tell(kind);
        self.ready.insert(id, step);
    }

    /// No task has its turn: what happens now, the scheduler does.
    pub(crate) fn between(&mut self) {
        (self.task, self.place) = (0, (FuncId(0), Span::NONE));
    }

    /// The current task (or a timer) has started another.
    pub(crate) fn spawn(&mut self, id: TaskId, child: u64, entry: FuncId, ordinal: u32) {
        let event = Event { peer: child, ..self.event(Kind::Spawn { entry, ordinal }) };
        let step = self.push(event);
        self.ready.insert(id, step);
    }

    /// The current task waits, at `object` if that is one thing.
    pub(crate) fn block(&mut self, id: TaskId, kind: Kind, object: Option<Object>) {
        let event = Event { object, ..self.event(kind) };
        let (number, func, span) = (event.task, event.func, event.span);
        let Kind::Block { reason, ref among, .. } = event.kind else { return };
        let among = among.clone();
        let step = self.push(event);
        self.blocked.insert(id, Blocked { number, reason, step, object, among, func, span });
        self.value = None;
    }

    /// A task that waited is ready, because of the last event. Of a select, `chosen` is the number of the channel, and the
    /// case.
    pub(crate) fn woken(&mut self, id: TaskId, chosen: Option<(u64, u32)>, closed: bool) {
        self.woken_by(id, chosen, closed, self.cause);
    }

    fn woken_by(&mut self, id: TaskId, chosen: Option<(u64, u32)>, closed: bool, cause: u64) {
        let Some(blocked) = self.blocked.remove(&id) else { return };
        let case = chosen.map(|(_, case)| case);
        let chosen = chosen.and_then(|(chan, _)| blocked.among.iter().find(|o| o.id == chan).copied());
        let object = chosen.or(blocked.object);
        let event = Event {
            task: blocked.number,
            object,
            func: blocked.func,
            span: blocked.span,
            cause,
            peer: self.task,
            ..self.event(Kind::Wake { reason: blocked.reason, case, closed })
        };
        let step = self.push(event);
        self.ready.insert(id, step);
    }

    /// A task is ready: unless whoever woke it has told so, that is told now.
    pub(crate) fn arrived(&mut self, id: TaskId) {
        let Some(blocked) = self.blocked.get(&id) else { return };
        // Who sleeps has seen to its waking itself.
        let cause = if blocked.reason == WaitReason::Sleep { blocked.step } else { 0 };
        self.woken_by(id, None, false, cause);
    }

    // ---- timers ----------------------------------------------------------------------------------------------------

    /// The current task has started a timer.
    pub(crate) fn start_timer(&mut self, timer: u64, when: i64) {
        let step = self.tell(Kind::StartTimer { timer, when });
        self.timers.insert(timer, step);
    }

    /// A timer fires; what it does follows.
    pub(crate) fn fire(&mut self, timer: u64) {
        self.between();
        let cause = self.timers.get(&timer).copied().unwrap_or(0);
        let event = Event { cause, ..self.event(Kind::Fire { timer }) };
        self.push(event);
    }

    // ---- objects ---------------------------------------------------------------------------------------------------

    /// What is not a channel, by the address of its queue.
    pub(crate) fn word(&mut self, kind: ObjectKind, addr: u64) -> Object {
        if let Some(&known) = self.words.get(&addr) {
            return known;
        }
        let count = self.used.entry(kind).or_default();
        *count += 1;
        let object = Object { kind, id: *count, span: self.place.1 };
        self.words.insert(addr, object);
        object
    }

    /// What is open.
    pub(crate) fn handle(&mut self, handle: Handle) -> Object {
        if let Some(&known) = self.handles.get(&handle) {
            return known;
        }
        let count = self.used.entry(ObjectKind::Handle).or_default();
        *count += 1;
        let object = Object { kind: ObjectKind::Handle, id: *count, span: self.place.1 };
        self.handles.insert(handle, object);
        object
    }

    /// Something has happened outside.
    pub(crate) fn outside(&mut self, event: &IoEvent) {
        self.between();
        match *event {
            IoEvent::Ready { handle, read, write } => {
                let object = self.handle(handle);
                self.tell_of(Kind::Ready { read, write }, object);
            }
            IoEvent::Done(..) => {
                self.tell(Kind::Helped);
            }
            IoEvent::Signal(signal) => {
                self.tell(Kind::Signal(signal));
            }
        }
    }

    /// Whether so much has been told that it should be given to the listener.
    pub(crate) fn is_full(&self) -> bool {
        self.events.len() >= FULL
    }

    /// Forgets objects that a collection has found dead: their addresses may be used again.
    pub(crate) fn forget(&mut self, survived: impl Fn(u64) -> bool) {
        self.words.retain(|&addr, _| survived(addr));
    }
}

/// So many events are kept before the listener is given them, as soon as a turn ends.
const FULL: usize = 4_096;
/// As much of a value's text as is told.
const SHOWN: usize = 60;

/// The first characters of a text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}...", &text[..at]),
        None => text.to_owned(),
    }
}

impl Machine {
    /// Has the machine tell what happens, or no longer.
    pub fn set_watch(&mut self, watch: Option<Watch>) {
        // No value has so many slots: every operation on a channel goes the long way, which tells.
        self.quick = if watch.is_some() { u16::MAX } else { 1 };
        self.conc.watch = watch.map(Box::new);
    }

    /// Notes where the running coroutine stands, whose state has been saved. For those who are about to tell something.
    #[cold]
    #[inline(never)]
    pub(super) fn stand(&mut self) {
        // SAFETY: the running coroutine, which nobody else has while the machine works for it.
        let place = self.place_in_program(unsafe { &*self.running });
        if let Some(watch) = &mut self.conc.watch {
            watch.stands(place);
        }
    }

    /// Where a coroutine is: the innermost function of the program's own, and the position in it; if there is none, in the
    /// library. Of wrappers, those count that stand for something in the source: the calls of `defer` and `go`.
    pub(crate) fn place_in_program(&self, s: &Script) -> (FuncId, Span) {
        let mut innermost = None;
        for (func, span) in self.all_places(s).filter(|(_, span)| !span.is_none()) {
            if !self.program.function(func).flags.has(FuncFlags::LIBRARY) {
                return (func, span);
            }
            innermost.get_or_insert((func, span));
        }
        innermost.unwrap_or((FuncId(0), Span::NONE))
    }

    /// A channel as an object.
    pub(crate) fn chan_object(&self, chan: Chan) -> Object {
        let id = u64::from(chan.id() & !super::exec::TIMER_CHAN);
        Object { kind: ObjectKind::Chan, id, span: self.program.site_at(chan.site()) }
    }

    /// The text of a value in registers, cut short.
    ///
    /// # Safety
    /// `src` is the first register of a live value of the type.
    unsafe fn shown(&mut self, ty: RTypeId, src: *const u64) -> String {
        let t = self.program.rtypes.get(ty);
        let mut memory = vec![0u64; (t.size as usize).div_ceil(8).max(1)];
        let addr = memory.as_mut_ptr() as u64;
        // SAFETY: the caller's promise; the memory has the type's size.
        unsafe { super::exec::store_value(self, ty, addr, src) };
        cut(&crate::native::fmt::plain(&mut self.heap, &self.program.rtypes, Mem(()), ty, addr))
    }

    /// A task has its turn.
    #[cold]
    pub(crate) fn tell_run(&mut self, id: TaskId, number: u64, s: &Script, time: i64) {
        let place = self.place_in_program(s);
        if let Some(watch) = &mut self.conc.watch {
            watch.set_time(time);
            watch.begin(id, number, place);
        }
    }

    /// The task whose turn it is, whose coroutine is `s`, lets others run.
    pub(crate) fn tell_again(&mut self, id: TaskId, s: &Script, kind: Kind) {
        if self.is_watched() {
            let place = self.place_in_program(s);
            if let Some(watch) = &mut self.conc.watch {
                watch.stands(place);
                watch.again(id, kind);
            }
        }
    }

    /// A task was started, which runs a function as the so-manieth: by the task whose turn it is, whose coroutine is `parent`, or
    /// by a timer.
    #[cold]
    pub(crate) fn tell_spawn(
        &mut self,
        parent: Option<&Script>,
        child: TaskId,
        number: u64,
        (entry, ordinal): (FuncId, u32),
    ) {
        let place = parent.map_or((FuncId(0), Span::NONE), |s| self.place_in_program(s));
        if let Some(watch) = &mut self.conc.watch {
            watch.stands(place);
            watch.spawn(child, number, entry, ordinal);
        }
    }

    /// The task whose turn it is, whose coroutine is `s`, dies of a panic.
    pub(crate) fn tell_panic(&mut self, s: &Script) {
        if self.is_watched() {
            let place = self.place_in_program(s);
            let text = String::from_utf8_lossy(&self.panic_message(s)).into_owned();
            if let Some(watch) = &mut self.conc.watch {
                watch.stands(place);
                watch.tell(Kind::Panic(text.lines().next().unwrap_or_default().to_owned()));
            }
        }
    }

    /// A select goes on with this case, one of so many that are ready; none: with its default.
    #[cold]
    pub(super) fn tell_select(&mut self, case: Option<u32>, ready: u32) {
        self.stand();
        if let Some(watch) = &mut self.conc.watch {
            watch.tell(Kind::Select { case, ready });
        }
    }

    /// The running coroutine prints to standard error.
    #[cold]
    pub(super) fn tell_printed(&mut self, bytes: &[u8]) {
        self.stand();
        if let Some(watch) = &mut self.conc.watch {
            watch.output(true, bytes);
        }
    }

    /// A channel has been made.
    #[cold]
    pub(super) fn tell_made(&mut self, chan: u64, ty: RTypeId) {
        self.stand();
        // SAFETY: a new channel.
        let chan = unsafe { Chan::from_slot(chan) };
        let object = self.chan_object(chan);
        let ty = self.program.rtypes.get(ty).name.to_string();
        if let Some(watch) = &mut self.conc.watch {
            watch.tell_of(Kind::Make { ty, cap: chan.cap() }, object);
        }
    }

    /// The running coroutine is about to send, if it need not wait.
    ///
    /// # Safety
    /// `src` is the first register of a live value of the type.
    #[cold]
    pub(super) unsafe fn tell_sending(&mut self, chan: Chan, ty: RTypeId, src: *const u64) {
        if chan.is_closed() {
            return;
        }
        self.stand();
        // SAFETY: the caller's promise.
        let value = unsafe { self.shown(ty, src) };
        let object = self.chan_object(chan);
        let receiver = self.conc.first_receiver(chan);
        let Some(watch) = &mut self.conc.watch else { return };
        let peer = receiver.and_then(|id| watch.blocked.get(&id)).map_or(0, |blocked| blocked.number);
        if receiver.is_none() && chan.is_full() {
            watch.value = Some(value);
            return;
        }
        let event = Event { object: Some(object), peer, ..watch.event(Kind::Send { value }) };
        let step = watch.push(event);
        if receiver.is_none() {
            watch.buffered.entry(object.id).or_default().push_back(step);
        }
    }

    /// The running coroutine is about to receive, if it need not wait.
    #[cold]
    pub(super) fn tell_receiving(&mut self, chan: Chan) {
        self.stand();
        let object = self.chan_object(chan);
        let sender = self.conc.first_sender(chan);
        let Some(watch) = &mut self.conc.watch else { return };
        let sender =
            sender.and_then(|id| watch.blocked.get(&id)).map(|blocked| (blocked.step, blocked.number));
        let (cause, peer, open) = if !chan.is_empty() {
            let buffer = watch.buffered.entry(object.id).or_default();
            let cause = buffer.pop_front().unwrap_or(0);
            // There was no room: the value of the sender that waits moves up.
            buffer.extend(sender.map(|(step, _)| step));
            (cause, 0, true)
        } else if let Some((step, number)) = sender {
            (step, number, true)
        } else if chan.is_closed() {
            (watch.closed.get(&object.id).copied().unwrap_or(0), 0, false)
        } else {
            return;
        };
        let event = Event { object: Some(object), cause, peer, ..watch.event(Kind::Receive { open }) };
        watch.push(event);
    }

    /// The running coroutine closes a channel.
    #[cold]
    pub(super) fn tell_closing(&mut self, chan: Chan) {
        self.stand();
        let object = self.chan_object(chan);
        if let Some(watch) = &mut self.conc.watch {
            let step = watch.tell_of(Kind::Close, object);
            watch.closed.insert(object.id, step);
        }
    }

    /// A timer sends the time.
    #[cold]
    pub(super) fn tell_time_sent(&mut self, chan: Chan) {
        let object = self.chan_object(chan);
        let waits = self.conc.first_receiver(chan).is_some();
        if let Some(watch) = &mut self.conc.watch
            && !waits
            && !chan.is_full()
        {
            let step = watch.step;
            watch.buffered.entry(object.id).or_default().push_back(step);
        }
    }

    // What is told is made here: handlers that had it in their own memory could not jump to the next.

    /// The running coroutine locks what lies at the address.
    #[cold]
    #[inline(never)]
    pub(super) fn tell_lock(&mut self, read: bool, object: ObjectKind, addr: u64) {
        self.tell_word(Kind::Lock { read }, object, addr);
    }

    /// It unlocks it.
    #[cold]
    #[inline(never)]
    pub(super) fn tell_unlock(&mut self, read: bool, object: ObjectKind, addr: u64) {
        self.tell_word(Kind::Unlock { read }, object, addr);
    }

    /// It adds to a wait group, which then counts so many.
    #[cold]
    #[inline(never)]
    pub(super) fn tell_add(&mut self, by: i64, count: i64, addr: u64) {
        self.tell_word(Kind::Add { by, count }, ObjectKind::WaitGroup, addr);
    }

    fn tell_word(&mut self, kind: Kind, object: ObjectKind, addr: u64) {
        self.stand();
        if let Some(watch) = &mut self.conc.watch {
            let object = watch.word(object, addr);
            watch.tell_of(kind, object);
        }
    }

    /// The channels at which the running coroutine, which has yielded `Machine::call`, is about to wait.
    fn awaited(&self, s: &Script) -> Vec<Chan> {
        let (func, table) = match self.call {
            // SAFETY: not nil, and held by a register of the coroutine.
            SystemCall::Send { chan, .. } | SystemCall::Recv { chan, .. } => unsafe {
                return vec![Chan::from_slot(chan)];
            },
            SystemCall::Select { func, table, .. } => (func, table),
            _ => return Vec::new(),
        };
        let cases = &self.program.function(func).selects[usize::from(table)].cases;
        // SAFETY: registers of the select's cases are registers of the frame, and hold live channels, or nil.
        let chans = cases.iter().map(|case| unsafe { *s.reg(case.chan) }).filter(|&chan| chan != 0);
        // SAFETY: as above.
        chans.map(|chan| unsafe { Chan::from_slot(chan) }).collect()
    }

    /// The task whose turn it is waits for this reason; it has yielded `Machine::call`.
    #[cold]
    pub(crate) fn tell_block(&mut self, id: TaskId, s: &Script, reason: WaitReason, until: Option<i64>) {
        let place = self.place_in_program(s);
        let word = match self.call {
            SystemCall::Acquire { key, .. } => Some(key.addr),
            _ => None,
        };
        let handle = match self.call {
            SystemCall::WaitIo { handle, .. } => Some(handle),
            _ => None,
        };
        let among: Vec<Object> = self.awaited(s).into_iter().map(|chan| self.chan_object(chan)).collect();
        let Some(watch) = &mut self.conc.watch else { return };
        watch.stands(place);
        let object = match (&among[..], word) {
            _ if handle.is_some() => handle.map(|handle| watch.handle(handle)),
            (&[only], _) => Some(only),
            (_, Some(addr)) => Some(watch.word(ObjectKind::of(reason), addr)),
            _ => None,
        };
        let among = if reason == WaitReason::Select { among } else { Vec::new() };
        let value = watch.value.take().filter(|_| reason == WaitReason::ChanSend);
        watch.block(id, Kind::Block { reason, value, among, until }, object);
    }
}
