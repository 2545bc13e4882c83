//! What a deadlock means, and what to do about it: for each kind of mistake that beginners make, the labels and the help.

use super::deadlock::Scene;
use super::source::{FuncNo, OpKind};
use crate::diag::Diagnostic;
use crate::event::ObjectKind;
use crate::sched::Waiting;
use crate::source::Span;
use crate::syscall::WaitReason;
use crate::vm::{DeedKind, ObjectState};

/// Labels that point at operations in the source.
const MENTIONED: usize = 4;

/// Adds to the report of a deadlock what is to be known of the first goroutines that wait.
pub(super) fn add(scene: &Scene<'_>, diag: &mut Diagnostic) {
    let mut help = Vec::new();
    let mut told = Vec::new();
    if let Some(text) = crossed(scene) {
        help.push(text);
    }
    for (at, task) in scene.stuck.tasks.iter().enumerate() {
        let mut hint = Hint { scene, at, task, diag, help: &mut help };
        match task.reason {
            Some(WaitReason::ChanReceiveNil | WaitReason::ChanSendNil) => hint.nil(),
            Some(_) => {
                for &(object, sends) in &task.awaits {
                    if told.contains(&(object, sends)) {
                        continue;
                    }
                    told.push((object, sends));
                    match scene.stuck.objects[object].object.kind {
                        ObjectKind::Chan if task.awaits.len() > 1 => hint.case(object, sends),
                        ObjectKind::Chan => hint.channel(object, sends),
                        ObjectKind::Mutex | ObjectKind::RwMutex => hint.lock(object),
                        ObjectKind::WaitGroup => hint.group(object),
                        ObjectKind::Cond => hint.condition(object),
                        ObjectKind::Handle | ObjectKind::Other => {}
                    }
                }
            }
            None => {}
        }
    }
    help.dedup();
    if !help.is_empty() {
        diag.help = Some(help.join("; "));
    }
}

/// Adds to the report of goroutines that are left what is to be known of those that wait for ever.
pub(super) fn add_leaks(scene: &Scene<'_>, forever: &[bool], diag: &mut Diagnostic) {
    let mut told = Vec::new();
    for (task, _) in scene.stuck.tasks.iter().zip(forever).filter(|(_, forever)| **forever) {
        for &(object, sends) in &task.awaits {
            if told.contains(&(object, sends)) {
                continue;
            }
            told.push((object, sends));
            let facts = &scene.stuck.objects[object];
            let Some(place) = scene.source.place_made(facts.object.span) else { continue };
            let wanted = |kind: OpKind| match sends {
                true => matches!(kind, OpKind::Receive | OpKind::Range),
                false => matches!(kind, OpKind::Send | OpKind::Close),
            };
            let last = scene.source.ops_on(place).filter(|op| wanted(op.kind)).last();
            if let Some(op) = last {
                let name = scene.object(object, task);
                let who = &scene.source.funcs[op.func].name;
                let what = match op.kind {
                    OpKind::Close => format!("{name} is closed here, in {who}"),
                    OpKind::Send => format!("the last send on {name}, in {who}"),
                    _ => format!("{who} has stopped receiving from {name}"),
                };
                diag.labels.push(crate::diag::Label { span: op.span, text: what, in_go: false });
            }
        }
    }
}

/// Two goroutines that wait for each other: what each would do for the other, if it did not wait first.
fn crossed(scene: &Scene<'_>) -> Option<String> {
    let tasks = &scene.stuck.tasks;
    for (a, task) in tasks.iter().enumerate() {
        let [(x, sends)] = task.awaits[..] else { continue };
        for (b, kind, span) in scene.stuck.helpers(a, x, sends) {
            let [(y, other)] = tasks[b].awaits[..] else { continue };
            let back = scene.stuck.helpers(b, y, other).into_iter().find(|&(who, ..)| who == a);
            let Some((_, back_kind, back_span)) = back.filter(|_| a < b && x != y) else { continue };
            let (first, second) = (scene.name(a), scene.name(b));
            let (x, y) = (scene.object(x, task), scene.object(y, &tasks[b]));
            if kind == DeedKind::Unlock && back_kind == DeedKind::Unlock {
                return Some(format!(
                    "{first} holds {y} and wants {x}, {second} holds {x} and wants {y}: lock them in the same order everywhere"
                ));
            }
            let chan = |object: usize| scene.stuck.objects[object].object.kind == ObjectKind::Chan;
            let chans = chan(task.awaits[0].0) && chan(tasks[b].awaits[0].0);
            let (second_would, end) = match (chans, sends, other) {
                (true, true, true) => (format!("from {x}"), "each sends first"),
                (true, false, false) => (format!("would {}", scene.deed(kind, &x)), "each receives first"),
                _ => (format!("would {}", scene.deed(kind, &x)), "each waits for the other"),
            };
            return Some(format!(
                "{first} would {} at {}, {second} {second_would} at {}: {end}",
                scene.deed(back_kind, &y),
                scene.line(back_span),
                scene.line(span),
            ));
        }
    }
    None
}

/// One goroutine that waits.
struct Hint<'h, 's> {
    scene: &'h Scene<'s>,
    at: usize,
    task: &'h Waiting,
    diag: &'h mut Diagnostic,
    help: &'h mut Vec<String>,
}

impl Hint<'_, '_> {
    fn label(&mut self, span: Span, text: impl Into<String>) {
        if !span.is_none() && !self.diag.labels.iter().any(|label| label.span == span) {
            self.diag.labels.push(crate::diag::Label { span, text: text.into(), in_go: false });
        }
    }

    fn help(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !self.help.contains(&text) {
            self.help.push(text);
        }
    }

    /// A nil channel: where the variable is declared.
    fn nil(&mut self) {
        let Some(op) = self.scene.source.op_at(self.task.span) else { return };
        let name = op.text.clone();
        if let Some(declared) = self.scene.source.declaration(op) {
            self.label(declared, format!("{name} is declared here, and never made"));
        }
        self.help(format!("{name} = make(chan ...) before it is used"));
    }

    /// A lock: who holds it, and since where.
    fn lock(&mut self, object: usize) {
        let name = self.scene.object(object, self.task);
        let ObjectState::Lock { owner, readers } = self.scene.stuck.objects[object].state else { return };
        let holder = self.scene.stuck.tasks.iter().enumerate().find(|(_, task)| task.number == owner);
        match holder {
            Some((at, task)) => {
                let since = task.holds.iter().find(|(held, _)| *held == object).and_then(|(_, span)| *span);
                let who = self.scene.name(at);
                if let Some(span) = since.filter(|span| *span != self.task.span) {
                    self.label(span, format!("{who} has locked {name} here"));
                }
                if at != self.at {
                    if since.is_none() {
                        self.forgotten(&name);
                    }
                    return;
                }
                match since.filter(|span| *span != self.task.span) {
                    Some(span) => {
                        let line = self.scene.line(span);
                        self.help(format!(
                            "{name} is already locked by this goroutine, at {line}: Go's mutexes are not re-entrant"
                        ));
                    }
                    None => {
                        self.help(format!(
                            "{name} is already locked by this goroutine, and Go's mutexes are not re-entrant"
                        ));
                        self.forgotten(&name);
                    }
                }
            }
            None if owner > 0 => {
                self.diag.notes.push(format!(
                    "{name} was locked by goroutine {owner}, which has ended without unlocking it"
                ));
                self.forgotten(&name);
            }
            None if readers > 0 => {
                self.diag.notes.push(format!("{name} is locked for reading, by {readers}"));
            }
            None => {}
        }
    }

    /// Functions that lock something and have a way out on which they do not unlock it.
    fn forgotten(&mut self, name: &str) {
        let source = self.scene.source;
        let Some(place) = source.op_at(self.task.span).and_then(|op| source.place_of(op)) else { return };
        let mut open: Vec<(FuncNo, Span)> = Vec::new();
        for op in source.ops_on(place) {
            match op.kind {
                OpKind::Lock => open.push((op.func, op.span)),
                OpKind::Unlock if op.deferred => open.retain(|(func, _)| *func != op.func),
                _ => {}
            }
        }
        for (func, lock) in open {
            let unlock = source
                .ops_on(place)
                .find(|op| op.kind == OpKind::Unlock && op.func == func && op.span.lo > lock.lo);
            let function = &source.funcs[func];
            let early = function
                .returns
                .iter()
                .copied()
                .find(|span| span.lo > lock.lo && unlock.is_none_or(|unlock| span.lo < unlock.span.lo));
            match (early, unlock) {
                (Some(span), _) => {
                    let text = format!("returns here with {name} locked");
                    self.label(lock, format!("locked here, in {}", function.name));
                    self.label(span, text);
                }
                (None, None) => {
                    self.label(lock, format!("locked here, and {} never unlocks it", function.name));
                }
                (None, Some(_)) => continue,
            }
            self.help(format!("defer {name}.Unlock() right after {name}.Lock()"));
        }
    }

    /// A wait group: who could have called Done.
    fn group(&mut self, object: usize) {
        let name = self.scene.object(object, self.task);
        let helpers = self.scene.stuck.helpers(self.at, object, false);
        let others: Vec<_> = helpers.iter().filter(|(at, ..)| *at != self.at).collect();
        for &&(at, _, span) in others.iter().take(MENTIONED) {
            let text = format!("{} would call {name}.Done here", self.scene.name(at));
            self.label(span, text);
        }
        if !others.is_empty() {
            return;
        }
        if let Some(&(_, _, span)) = helpers.first() {
            let line = self.scene.line(span);
            self.help(format!("{name}.Done at {line} comes after {name}.Wait in the same goroutine"));
            return;
        }
        self.diag.notes.push(format!("no goroutine that is left calls {name}.Done"));
        let source = self.scene.source;
        let Some(place) = source.op_at(self.task.span).and_then(|op| source.place_of(op)) else { return };
        let spans = |kind: OpKind| source.ops_on(place).filter(move |op| op.kind == kind);
        for op in spans(OpKind::Add).take(MENTIONED) {
            self.label(op.span, "added here");
        }
        // The goroutines that were started, and end without Done, or may do so.
        for (number, function) in source.funcs.iter().enumerate() {
            if function.started.is_empty() {
                continue;
            }
            let inside = |func: FuncNo| func == number || source.funcs[func].outer == Some(number);
            let done = spans(OpKind::Done).find(|op| inside(op.func));
            match done {
                None if spans(OpKind::Add)
                    .any(|op| Some(op.func) == function.outer.or(source.func_at(function.started[0]))) =>
                {
                    let end = Span::at(function.span.hi.saturating_sub(1));
                    self.label(end, format!("a goroutine ends here without {name}.Done"));
                }
                Some(op) if !op.deferred => {
                    for &span in function.returns.iter().filter(|span| span.lo < op.span.lo) {
                        self.label(span, format!("returns here without {name}.Done"));
                    }
                }
                _ => {}
            }
        }
        self.help(format!("defer {name}.Done() first in each goroutine"));
    }

    /// A case of a select.
    fn case(&mut self, object: usize, sends: bool) {
        if self.scene.stuck.helpers(self.at, object, sends).iter().all(|(at, ..)| *at == self.at) {
            let name = self.scene.object(object, self.task);
            let what = if sends { "receives from" } else { "sends on" };
            self.diag.notes.push(format!("no other goroutine that is left {what} {name}"));
        }
    }

    /// A condition: who could have signalled it.
    fn condition(&mut self, object: usize) {
        if self.scene.stuck.helpers(self.at, object, false).iter().all(|(at, ..)| *at == self.at) {
            let name = self.scene.object(object, self.task);
            self.diag
                .notes
                .push(format!("no other goroutine that is left calls {name}.Signal or {name}.Broadcast"));
        }
    }

    /// A channel: who could have sent or received.
    fn channel(&mut self, object: usize, sends: bool) {
        let name = self.scene.object(object, self.task);
        let helpers = self.scene.stuck.helpers(self.at, object, sends);
        let others = helpers.iter().any(|(at, ..)| *at != self.at);
        if others {
            return;
        }
        let ObjectState::Chan { cap, .. } = self.scene.stuck.objects[object].state else { return };
        if let Some(&(_, kind, span)) = helpers.first() {
            let line = self.scene.line(span);
            let own = self.scene.map.text(self.task.span);
            if sends {
                let made = self.scene.map.text(self.scene.stuck.objects[object].object.span);
                let more = match made.strip_suffix(')') {
                    Some(made) if cap == 0 && !made.contains([',', '\n']) => format!("{made}, 1)"),
                    _ => "a larger buffer".to_owned(),
                };
                self.label(span, "the only receive");
                self.help(format!(
                    "`{own}` waits for a receiver, but the only receive ({line}) comes after it in the same goroutine: start the receiver with `go` first, or use {more}"
                ));
            } else {
                let what = if kind == DeedKind::Close { "close" } else { "send" };
                self.label(span, format!("the only {what}"));
                self.help(format!(
                    "`{own}` waits for a sender, but the only {what} ({line}) comes after it in the same goroutine: start the sender with `go` first"
                ));
            }
            return;
        }
        let what = if sends { "receives from" } else { "sends on" };
        self.diag.notes.push(format!("no goroutine that is left {what} {name}"));
        let source = self.scene.source;
        let facts = &self.scene.stuck.objects[object];
        let written = || source.op_at(self.task.span).and_then(|op| source.place_of(op));
        let Some(place) = source.place_made(facts.object.span).or_else(written) else { return };
        let mentioned: Vec<_> = source
            .ops_on(place)
            .filter(|op| match sends {
                true => matches!(op.kind, OpKind::Receive | OpKind::Range),
                false => op.kind == OpKind::Send,
            })
            .cloned()
            .collect();
        for op in mentioned.iter().take(MENTIONED) {
            let did = if sends { "received" } else { "sent" };
            let ended = self.ended(op.func);
            self.label(op.span, format!("{did} here{ended}"));
        }
        if sends || self.scene.source.op_at(self.task.span).is_none_or(|op| op.kind != OpKind::Range) {
            return;
        }
        let closed = source.ops_on(place).any(|op| op.kind == OpKind::Close);
        if closed {
            self.help(format!("the loop ends only when {name} is closed"));
        } else {
            self.help(format!(
                "the loop ends only when {name} is closed: close({name}) once all values are sent"
            ));
        }
    }

    /// What became of the goroutines that run a function, if they have ended.
    fn ended(&self, func: FuncNo) -> String {
        let function = &self.scene.source.funcs[func];
        if function.started.is_empty() {
            return String::new();
        }
        let known = self.scene.stuck.started.iter().find(|(name, _)| {
            let name = name.rsplit('/').next().unwrap_or(name);
            name.strip_prefix("main.") == Some(&function.name)
        });
        match known {
            Some((_, &(started, 0))) if function.outer.is_none() => match started {
                1 => ", by a goroutine that has ended".to_owned(),
                _ => format!(", by {started} goroutines, which have all ended"),
            },
            Some(_) | None => ", by a goroutine".to_owned(),
        }
    }
}
