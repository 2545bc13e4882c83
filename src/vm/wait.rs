//! Waiting tasks: the nodes of the queues of channels and wait words, and the hand-over of values.
//!
//! Invariants
//! - A waiting task has one node in each queue that it waits in (several for a select), tied into a ring by `sibling`.
//! - A node names registers of its task by address. The task does not run while it has nodes, so its stack stays where it
//!   is. Taking a node out of its queue (waking the task) frees the whole ring.
//! - A node that is not in use is its own sibling, and no case of a select: most that wait wait for one thing.
//! - Node 0 is no node. Queues are doubly linked lists; that of a wait word is a ring whose head the word holds.
//! - Who is woken owns what it waited for: the value has been copied, the lock is already its own.

use super::exec::TIMER_CHAN;
use super::script::Script;
use super::watch::Watch;
use std::collections::VecDeque;

use crate::heap::{Chan, RTypeId, WaitQueue, mem};
use crate::syscall::{Arrivals, Choice, TaskId, WaitKey};

/// In `WaitNode::case`: not a select.
const NO_CASE: u32 = u32::MAX;
/// In `WaitNode::case`, at the head of a queue of senders: no task, but a value that has been returned to its channel.
const RETURNED: u32 = u32::MAX - 1;

/// One place in one queue. As large as a line of the cache, and found by a shift.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct WaitNode {
    next: u32,
    prev: u32,
    sibling: u32,
    pub task: TaskId,
    /// The channel, or the address of the wait word.
    place: u64,
    /// Where the value is, or is to go.
    pub value: *mut u64,
    /// Where `ok` is to go; null if nowhere.
    pub ok: *mut u64,
    /// Where the number of the chosen case is to go; only of a select.
    dst: *mut u64,
    /// The coroutine of the task, if it waits for one thing only, and nobody had to be asked.
    script: *mut Script,
    /// The case of a select; the tag of a wait word.
    case: u32,
    /// How the lock is to name its owner once the task has it; only of a wait word.
    owner: u32,
    kind: NodeKind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    Recv,
    Send,
    Word,
}

/// What whoever wakes a task must know of it.
pub(super) struct Taken {
    pub task: TaskId,
    /// Where the value is, or is to go.
    pub value: *mut u64,
    /// Where `ok` is to go; null if nowhere.
    pub ok: *mut u64,
    /// The case of a select.
    case: u32,
}

/// Queues, arrivals, choices: what opcodes and natives of concurrency work on.
pub struct Conc {
    nodes: Vec<WaitNode>,
    free: u32,
    /// The coroutine of the first task that has become ready, if it was taken from the queue of a channel: the machine can
    /// switch to it without the scheduler. Null if there is none, and while there are arrivals.
    pub(super) woken: *mut Script,
    /// Tasks that have become ready.
    pub arrivals: Arrivals,
    /// Tasks that must panic with "send on closed channel" when they next run, in the order in which they arrived.
    broken_sends: VecDeque<TaskId>,
    /// Chooses among the ready cases of a select.
    pub choice: Choice,
    /// Who is told, if someone watches.
    pub(crate) watch: Option<Box<Watch>>,
    /// Tasks that were woken by the closing of a channel, and have been given nothing, in the order in which they arrived.
    emptied: VecDeque<TaskId>,
    /// Values that have been returned to their channels, by the number of their node.
    returned: Vec<Returned>,
    /// The one that has been taken last; whoever took it copies it.
    taken: Option<Returned>,
}

/// A value that has been returned to its channel.
struct Returned {
    node: u32,
    chan: u64,
    elem: RTypeId,
    words: Box<[u64]>,
}

impl Conc {
    pub(super) fn new(seed: u64) -> Conc {
        let none = WaitNode {
            next: 0,
            prev: 0,
            sibling: 0,
            task: TaskId(0),
            place: 0,
            value: std::ptr::null_mut(),
            ok: std::ptr::null_mut(),
            dst: std::ptr::null_mut(),
            script: std::ptr::null_mut(),
            case: NO_CASE,
            owner: 0,
            kind: NodeKind::Word,
        };
        Conc {
            nodes: vec![none],
            free: 0,
            woken: std::ptr::null_mut(),
            arrivals: Arrivals::default(),
            broken_sends: VecDeque::new(),
            choice: Choice::new(seed),
            watch: None,
            emptied: VecDeque::new(),
            returned: Vec::new(),
            taken: None,
        }
    }

    /// Whether [`breaks`](Self::breaks) may be true for any task.
    #[inline]
    pub(crate) fn breaks_any(&self) -> bool {
        !self.broken_sends.is_empty() || !self.emptied.is_empty()
    }

    /// Whether a task that has become ready was woken by the closing of a channel, and has been given nothing; it is asked
    /// once, in the order of arrival.
    #[inline]
    pub(crate) fn is_emptied(&mut self, task: TaskId) -> bool {
        self.emptied.pop_front_if(|&mut first| first == task).is_some()
    }

    /// Whether a task that has become ready must panic with "send on closed channel"; it is asked once, in the
    /// order of arrival.
    #[inline]
    pub(crate) fn breaks(&mut self, task: TaskId) -> bool {
        self.broken_sends.pop_front_if(|&mut first| first == task).is_some()
    }

    /// A task has become ready.
    #[inline]
    fn arrive(&mut self, task: TaskId) {
        self.settle();
        self.arrivals.push(task);
    }

    /// Puts the task that was woken last onto the list of arrivals.
    #[inline]
    pub(crate) fn settle(&mut self) {
        if !self.woken.is_null() {
            // SAFETY: it waited a moment ago, and has not run since: its task has not ended.
            let task = unsafe { (*self.woken).owner.task };
            self.woken = std::ptr::null_mut();
            self.arrivals.push(task);
        }
    }

    #[inline]
    fn node(&mut self, n: u32) -> &mut WaitNode {
        &mut self.nodes[n as usize]
    }

    #[inline]
    fn insert(&mut self, node: WaitNode) -> u32 {
        let n = self.free;
        if n != 0 {
            self.free = self.node(n).next;
            *self.node(n) = node;
            return n;
        }
        self.nodes.push(node);
        (self.nodes.len() - 1) as u32
    }

    #[inline]
    fn release(&mut self, n: u32) {
        let free = self.free;
        let node = self.node(n);
        node.next = free;
        node.sibling = n;
        node.case = NO_CASE;
        node.script = std::ptr::null_mut();
        self.free = n;
    }

    /// Queues `task` at a channel. `value`, `ok` and `dst` are registers of the task's innermost frame.
    #[inline]
    #[allow(clippy::too_many_arguments)]
    pub(super) fn enqueue(
        &mut self,
        chan: Chan,
        send: bool,
        task: TaskId,
        value: *mut u64,
        ok: *mut u64,
        case: Option<(u32, *mut u64)>,
        ring: u32,
    ) -> u32 {
        let (case, dst) = case.unwrap_or((NO_CASE, std::ptr::null_mut()));
        let kind = if send { NodeKind::Send } else { NodeKind::Recv };
        let queue = if send { chan.sendq() } else { chan.recvq() };
        let place = chan.slot();
        let n = self.insert(WaitNode {
            next: 0,
            prev: queue.tail,
            sibling: 0,
            task,
            place,
            value,
            ok,
            dst,
            script: std::ptr::null_mut(),
            case,
            owner: 0,
            kind,
        });
        if ring == 0 {
            self.node(n).sibling = n;
        } else {
            let after = self.node(ring).sibling;
            self.node(n).sibling = after;
            self.node(ring).sibling = n;
        }
        let head = if queue.tail == 0 {
            n
        } else {
            self.node(queue.tail).next = n;
            queue.head
        };
        let queue = WaitQueue { head, tail: n };
        if send {
            chan.set_sendq(queue)
        } else {
            chan.set_recvq(queue)
        }
        n
    }

    /// Queues the running task, which waits for nothing else, at a channel, as far as that needs no function calls. Whether
    /// it is done.
    ///
    /// # Safety
    /// `s` is the running coroutine; `value` and `ok` are registers of its frame, or null.
    #[inline(always)]
    pub(super) unsafe fn enqueue_plain(
        &mut self,
        chan: Chan,
        send: bool,
        s: *mut Script,
        value: *mut u64,
        ok: *mut u64,
    ) -> bool {
        let n = self.free;
        let queue = if send { chan.sendq() } else { chan.recvq() };
        if n == 0 || queue.tail != 0 {
            return false;
        }
        let Some(node) = self.nodes.get_mut(n as usize) else { return false };
        debug_assert!(node.sibling == n && node.case == NO_CASE);
        self.free = node.next;
        node.next = 0;
        node.prev = 0;
        node.script = s;
        // SAFETY: the caller's promise.
        node.task = unsafe { (*s).owner.task };
        node.place = chan.slot();
        node.value = value;
        node.ok = ok;
        let queue = WaitQueue { head: n, tail: n };
        if send {
            node.kind = NodeKind::Send;
            chan.set_sendq(queue);
        } else {
            node.kind = NodeKind::Recv;
            chan.set_recvq(queue);
        }
        true
    }

    /// Takes node `n` out of its queue.
    fn unlink(&mut self, n: u32) {
        let WaitNode { next, prev, place, kind, .. } = *self.node(n);
        if kind == NodeKind::Word {
            // SAFETY: the wait word is live: it belongs to an object that the waiting task holds.
            let head: u32 = unsafe { mem::load(place) };
            let new = if next == n {
                0
            } else {
                self.node(next).prev = prev;
                self.node(prev).next = next;
                if head == n { next } else { head }
            };
            // SAFETY: as above.
            unsafe { mem::store(place, new) };
            return;
        }
        // SAFETY: a waiting task holds the channels that it waits at.
        let chan = unsafe { Chan::from_slot(place) };
        let mut queue = if kind == NodeKind::Send { chan.sendq() } else { chan.recvq() };
        if prev == 0 {
            queue.head = next
        } else {
            self.node(prev).next = next
        }
        if next == 0 {
            queue.tail = prev
        } else {
            self.node(next).prev = prev
        }
        if kind == NodeKind::Send { chan.set_sendq(queue) } else { chan.set_recvq(queue) }
    }

    /// Takes the longest waiting node of a queue, and with it all others of its task, and makes the task ready. If it
    /// waits in a select, the chosen case is written.
    #[inline]
    fn take(&mut self, n: u32) -> WaitNode {
        let node = *self.node(n);
        self.unlink(n);
        if node.sibling != n {
            self.drop_siblings(n, node.sibling);
        }
        self.release(n);
        if node.case == RETURNED {
            let at = self.returned.iter().position(|value| value.node == n);
            self.taken = at.map(|at| self.returned.swap_remove(at));
        } else if node.case != NO_CASE && node.kind != NodeKind::Word {
            // SAFETY: `dst` is a register of the waiting task.
            unsafe { *node.dst = u64::from(node.case) };
        }
        node
    }

    #[cold]
    fn drop_siblings(&mut self, n: u32, mut at: u32) {
        while at != n {
            let next = self.node(at).sibling;
            self.unlink(at);
            self.release(at);
            at = next;
        }
    }

    /// Takes the receiver that waits longest, if there is one, and makes it ready. The caller copies the value.
    #[inline(always)]
    pub(super) fn take_receiver(&mut self, chan: Chan) -> Option<Taken> {
        let node = self.take_head(chan, chan.recvq(), false)?;
        if !node.ok.is_null() {
            // SAFETY: `ok` is a register of the waiting task.
            unsafe { *node.ok = 1 };
        }
        self.arrive(node.task);
        self.tell_woken(chan, &node, false);
        Some(node)
    }

    /// Takes the sender that waits longest, if there is one, and makes it ready. The caller copies the value before
    /// anything else happens.
    #[inline(always)]
    pub(super) fn take_sender(&mut self, chan: Chan) -> Option<Taken> {
        let node = self.take_head(chan, chan.sendq(), true)?;
        if node.task != TaskId::NONE {
            self.arrive(node.task);
            self.tell_woken(chan, &node, false);
        }
        Some(node)
    }

    /// Tells those who watch that a task goes on that waited at a channel.
    #[inline(always)]
    fn tell_woken(&mut self, chan: Chan, node: &Taken, closed: bool) {
        if let Some(watch) = &mut self.watch {
            let chosen = (node.case != NO_CASE).then_some((u64::from(chan.id() & !TIMER_CHAN), node.case));
            watch.woken(node.task, chosen, closed);
        }
    }

    /// Tells those who watch that the tasks on the list of arrivals, from this place on, are ready because of what was told last.
    #[inline]
    pub(crate) fn tell_arrivals(&mut self, from: usize) {
        if let Some(watch) = &mut self.watch {
            let mut at = from;
            while let Some(task) = self.arrivals.get(at) {
                watch.woken(task, None, false);
                at += 1;
            }
        }
    }

    /// The task that waits longest to receive from a channel.
    pub(super) fn first_receiver(&self, chan: Chan) -> Option<TaskId> {
        self.task_of(chan.recvq().head)
    }

    /// The task that waits longest to send to a channel.
    pub(super) fn first_sender(&self, chan: Chan) -> Option<TaskId> {
        self.task_of(chan.sendq().head)
    }

    /// The nodes that are in a queue: the task, the channel or wait word, and whether it waits to send.
    pub(super) fn live_nodes(&self) -> impl Iterator<Item = (TaskId, u64, bool)> + '_ {
        let mut free = vec![false; self.nodes.len()];
        let mut at = self.free;
        while at != 0 {
            free[at as usize] = true;
            at = self.nodes[at as usize].next;
        }
        let nodes = self.nodes.iter().zip(free).skip(1).filter(|(_, free)| !free);
        nodes.map(|(node, _)| (node.task, node.place, node.kind == NodeKind::Send))
    }

    fn task_of(&self, n: u32) -> Option<TaskId> {
        (n != 0).then(|| self.nodes[n as usize].task)
    }

    /// Takes the first node of a queue of `chan`, and the others of its task.
    #[inline(always)]
    fn take_head(&mut self, chan: Chan, queue: WaitQueue, send: bool) -> Option<Taken> {
        let n = queue.head;
        if n == 0 {
            return None;
        }
        let free = self.free;
        let node = self.node(n);
        let (next, taken) =
            (node.next, Taken { task: node.task, value: node.value, ok: node.ok, case: NO_CASE });
        if node.sibling != n || node.case != NO_CASE {
            return Some(self.take_select(n));
        }
        node.next = free;
        node.script = std::ptr::null_mut();
        self.free = n;
        let queue = if next == 0 {
            WaitQueue::default()
        } else {
            self.node(next).prev = 0;
            WaitQueue { head: next, tail: queue.tail }
        };
        if send {
            chan.set_sendq(queue)
        } else {
            chan.set_recvq(queue)
        }
        Some(taken)
    }

    /// Takes the only sender (or receiver) that waits, if there is just one and it has queued itself, and makes it ready;
    /// that needs no function calls.
    #[inline(always)]
    pub(super) fn take_plain(&mut self, chan: Chan, send: bool) -> Option<Taken> {
        let queue = if send { chan.sendq() } else { chan.recvq() };
        if queue.head != queue.tail {
            return None;
        }
        let n = queue.head;
        let free = self.free;
        let node = self.nodes.get_mut(n as usize)?;
        if node.script.is_null() {
            return None;
        }
        if self.woken.is_null() && self.arrivals.is_empty() {
            self.woken = node.script;
        } else if !self.woken.is_null() || !self.arrivals.try_push(node.task) {
            return None;
        }
        node.script = std::ptr::null_mut();
        node.next = free;
        self.free = n;
        let taken = Taken { task: node.task, value: node.value, ok: node.ok, case: NO_CASE };
        if send {
            chan.set_sendq(WaitQueue::default())
        } else {
            chan.set_recvq(WaitQueue::default())
        }
        Some(taken)
    }

    /// Takes a node of a select.
    #[cold]
    fn take_select(&mut self, n: u32) -> Taken {
        let node = self.take(n);
        Taken { task: node.task, value: node.value, ok: node.ok, case: node.case }
    }

    /// Takes a receiver of a channel that is being closed; the caller writes the zero value.
    pub(super) fn take_closed_receiver(&mut self, chan: Chan) -> Option<Taken> {
        let node = self.take_head(chan, chan.recvq(), false)?;
        self.arrive(node.task);
        self.tell_woken(chan, &node, true);
        if !node.ok.is_null() {
            // SAFETY: as above.
            unsafe { *node.ok = 0 };
        }
        self.emptied.push_back(node.task);
        Some(node)
    }

    /// Wakes all senders of a channel that is being closed: they panic.
    pub(super) fn break_senders(&mut self, chan: Chan) {
        // What has been returned to the channel was sent before it was closed.
        let mut last = 0;
        let mut at = chan.sendq().head;
        while at != 0 && self.node(at).case == RETURNED {
            (last, at) = (at, self.node(at).next);
        }
        let kept =
            if last == 0 { WaitQueue::default() } else { WaitQueue { head: chan.sendq().head, tail: last } };
        if at != 0 {
            self.node(at).prev = 0;
            chan.set_sendq(WaitQueue { head: at, tail: chan.sendq().tail });
            while let Some(node) = self.take_head(chan, chan.sendq(), true) {
                self.arrive(node.task);
                self.tell_woken(chan, &node, true);
                self.broken_sends.push_back(node.task);
            }
        }
        if last != 0 {
            self.node(last).next = 0;
        }
        chan.set_sendq(kept);
    }

    /// Whether the first in the queue of a channel's senders is a value that has been returned to it.
    #[inline]
    pub(super) fn has_returned(&mut self, chan: Chan) -> bool {
        let head = chan.sendq().head;
        head != 0 && self.node(head).case == RETURNED
    }

    /// Puts a value that its receiver will not use back to the front of its channel, behind others of that kind.
    pub(super) fn put_back(&mut self, chan: Chan, elem: RTypeId, words: &[u64]) {
        let mut words: Box<[u64]> = words.into();
        let value = words.as_mut_ptr();
        let mut prev = 0;
        let mut next = chan.sendq().head;
        while next != 0 && self.node(next).case == RETURNED {
            (prev, next) = (next, self.node(next).next);
        }
        let null = std::ptr::null_mut();
        let n = self.insert(WaitNode {
            next,
            prev,
            sibling: 0,
            task: TaskId::NONE,
            place: chan.slot(),
            value,
            ok: null,
            dst: null,
            script: std::ptr::null_mut(),
            case: RETURNED,
            owner: 0,
            kind: NodeKind::Send,
        });
        self.node(n).sibling = n;
        let mut queue = chan.sendq();
        if prev == 0 {
            queue.head = n;
        } else {
            self.node(prev).next = n;
        }
        if next == 0 {
            queue.tail = n;
        } else {
            self.node(next).prev = n;
        }
        chan.set_sendq(queue);
        self.returned.push(Returned { node: n, chan: chan.slot(), elem, words });
    }

    /// The values that have been returned to channels, for the collector.
    pub(super) fn returned(&self) -> impl Iterator<Item = (RTypeId, &[u64])> {
        self.returned.iter().map(|value| (value.elem, &*value.words))
    }

    /// Forgets the values of channels that are gone. To be called after each collection.
    pub(super) fn forget_unreachable(&mut self, survived: impl Fn(u64) -> bool) {
        let gone = |value: &Returned| !survived(value.chan);
        let nodes: Vec<u32> =
            self.returned.iter().filter(|value| gone(value)).map(|value| value.node).collect();
        self.returned.retain(|value| !gone(value));
        for n in nodes {
            self.release(n);
        }
    }

    /// Takes a task out of the queue of a channel at which it waits, and out of those of all its other cases.
    pub(crate) fn forget_at_channel(&mut self, chan: Chan, send: bool, task: TaskId) {
        let mut at = if send { chan.sendq().head } else { chan.recvq().head };
        while at != 0 && self.node(at).task != task {
            at = self.node(at).next;
        }
        if at != 0 {
            self.forget_ring(at);
        }
    }

    /// Takes a task out of the queue of a wait word.
    pub(crate) fn forget_at_word(&mut self, addr: u64, task: TaskId) {
        // SAFETY: the wait word is in memory that the task holds.
        let head: u32 = unsafe { mem::load(addr) };
        let mut at = head;
        while at != 0 {
            if self.node(at).task == task {
                return self.forget_ring(at);
            }
            at = self.node(at).next;
            if at == head {
                return;
            }
        }
    }

    fn forget_ring(&mut self, n: u32) {
        let sibling = self.node(n).sibling;
        self.unlink(n);
        if sibling != n {
            self.drop_siblings(n, sibling);
        }
        self.release(n);
    }

    /// Takes a task out of all queues without waking it. Looks at every node.
    pub(crate) fn forget(&mut self, task: TaskId) {
        let mut unused = vec![false; self.nodes.len()];
        let mut free = self.free;
        unused[0] = true;
        while free != 0 {
            unused[free as usize] = true;
            free = self.node(free).next;
        }
        let is_of = |(n, node): &(usize, &WaitNode)| !unused[*n] && node.task == task;
        let found: Vec<usize> = self.nodes.iter().enumerate().filter(is_of).map(|(n, _)| n).collect();
        for n in found {
            self.unlink(n as u32);
            self.release(n as u32);
        }
    }

    /// Queues a task at a wait word; the node's number. `owner` is how the lock is to name it as its owner.
    pub(crate) fn enqueue_word(&mut self, key: WaitKey, task: TaskId, owner: u32) -> u32 {
        let null = std::ptr::null_mut();
        let n = self.insert(WaitNode {
            next: 0,
            prev: 0,
            sibling: 0,
            task,
            place: key.addr,
            value: null,
            ok: null,
            dst: null,
            script: std::ptr::null_mut(),
            case: key.tag,
            owner,
            kind: NodeKind::Word,
        });
        // SAFETY: the wait word is in memory that the task holds.
        let head: u32 = unsafe { mem::load(key.addr) };
        let (next, prev) = if head == 0 { (n, n) } else { (head, self.node(head).prev) };
        *self.node(n) = WaitNode { next, prev, sibling: n, ..*self.node(n) };
        self.node(prev).next = n;
        self.node(next).prev = n;
        if head == 0 {
            // SAFETY: as above.
            unsafe { mem::store(key.addr, n) };
        }
        n
    }

    /// Queues a task at a wait word whose waker gives it a word, at `to`: a register of the task.
    pub(super) fn enqueue_for_word(&mut self, key: WaitKey, task: TaskId, to: *mut u64) {
        let n = self.enqueue_word(key, task, 0);
        self.node(n).value = to;
    }

    /// Wakes the task that waits longest at a wait word, and gives it a word.
    pub(super) fn wake_with(&mut self, addr: u64, word: u64) -> Option<TaskId> {
        // SAFETY: a wait word that the caller has the object of.
        let head: u32 = unsafe { mem::load(addr) };
        if head == 0 {
            return None;
        }
        let node = self.take(head);
        // SAFETY: a register of the waiting task.
        unsafe { *node.value = word };
        self.arrive(node.task);
        Some(node.task)
    }

    /// The tag of the task that waits longest at a wait word.
    pub(crate) fn first_tag(&mut self, addr: u64) -> Option<u32> {
        // SAFETY: a wait word that the caller has the object of.
        let head: u32 = unsafe { mem::load(addr) };
        if head == 0 { None } else { Some(self.node(head).case) }
    }

    /// Wakes the task that waits longest at a wait word; it owns what it waited for. How a lock names it, if there was one.
    pub(crate) fn wake_first(&mut self, addr: u64) -> Option<u32> {
        // SAFETY: as above.
        let head: u32 = unsafe { mem::load(addr) };
        if head == 0 {
            return None;
        }
        Some(self.wake_node(head))
    }

    /// Wakes the task of a node of a wait word; how a lock names it.
    fn wake_node(&mut self, n: u32) -> u32 {
        let node = self.take(n);
        self.arrive(node.task);
        if let Some(watch) = &mut self.watch {
            watch.woken(node.task, None, false);
        }
        node.owner
    }

    /// Wakes the task that waits at a wait word with this tag. Whether there was one.
    pub(crate) fn wake_tag(&mut self, addr: u64, tag: u32) -> bool {
        // SAFETY: as above.
        let head: u32 = unsafe { mem::load(addr) };
        let mut at = head;
        while at != 0 {
            if self.node(at).case == tag {
                self.wake_node(at);
                return true;
            }
            at = self.node(at).next;
            if at == head {
                break;
            }
        }
        false
    }
}
