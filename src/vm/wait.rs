//! Waiting tasks: the nodes of the queues of channels and wait words, and the hand-over of values.
//!
//! Invariants
//! - A waiting task has one node in each queue that it waits in (several for a select), tied into a ring by `sibling`.
//! - A node names registers of its task by address. The task does not run while it has nodes, so its stack stays where it
//!   is, unless a collection makes it smaller and says where it lies then. Taking a node out of its queue (waking the task) frees the whole ring.
//! - A node that is not in use is its own sibling, and no case of a select: most that wait wait for one thing.
//! - Node 0 is no node. Queues are doubly linked lists; that of a wait word is a ring whose head the word holds.
//! - Who is woken owns what it waited for: the value has been copied, the lock is already its own.

mod moved;
mod words;

pub(super) use moved::Moved;

use super::exec::TIMER_CHAN;
use super::halves::Attendance;
use super::ready::Ready;
use super::script::{Script, State};
use super::watch::Watch;
use crate::heap::{Chan, RTypeId, WaitQueue, mem};
use crate::syscall::{Choice, TaskId};

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
    /// The case of a select; the tag of a wait word.
    case: u32,
    /// The channel, or the address of the wait word.
    place: u64,
    /// Where the value is, or is to go.
    pub value: *mut u64,
    /// Where `ok` is to go; null if nowhere.
    pub ok: *mut u64,
    /// Where the number of the chosen case is to go; only of a select.
    dst: *mut u64,
    /// The coroutine of the task; null if it is none, but a value that has been returned.
    script: *mut Script,
    kind: NodeKind,
}

const _: () = assert!(size_of::<WaitNode>() == 64);

impl WaitNode {
    /// No node.
    const NONE: WaitNode = WaitNode {
        next: 0,
        prev: 0,
        sibling: 0,
        case: NO_CASE,
        place: 0,
        value: std::ptr::null_mut(),
        ok: std::ptr::null_mut(),
        dst: std::ptr::null_mut(),
        script: std::ptr::null_mut(),
        kind: NodeKind::Word,
    };

    fn task(&self) -> TaskId {
        task_of(self.script)
    }
}

/// The task of a waiting coroutine; none of null.
#[inline(always)]
fn task_of(s: *const Script) -> TaskId {
    // SAFETY: who waits is alive.
    if s.is_null() { TaskId::NONE } else { unsafe { (*s).owner.task } }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum NodeKind {
    Recv,
    Send,
    Word,
}

/// What whoever wakes a task must know of it.
pub(super) struct Taken {
    /// Its coroutine; null if what was taken is a value that had been returned to its channel.
    script: *mut Script,
    /// Where the value is, or is to go.
    pub value: *mut u64,
    /// Where `ok` is to go; null if nowhere.
    pub ok: *mut u64,
    /// The case of a select.
    case: u32,
}

/// Queues, who is ready, choices: what opcodes and natives of concurrency work on.
pub struct Conc {
    nodes: Vec<WaitNode>,
    free: u32,
    /// Tasks that can go on.
    pub ready: Ready,
    /// Chooses among the ready cases of a select.
    pub choice: Choice,
    /// Who is told, if someone watches.
    pub(crate) watch: Option<Box<Watch>>,
    /// Values that have been returned to their channels, by the number of their node.
    returned: Vec<Returned>,
    /// Those who wait for Go channels to be ready.
    pub attendance: Attendance,
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
        Conc {
            nodes: vec![WaitNode::NONE],
            free: 0,
            ready: Ready::default(),
            choice: Choice::new(seed),
            watch: None,
            returned: Vec::new(),
            attendance: Attendance::default(),
            taken: None,
        }
    }

    /// A task that waited can go on.
    ///
    /// # Safety
    /// Its coroutine, which is in no queue any more.
    #[inline(always)]
    pub(crate) unsafe fn arrive(&mut self, s: *mut Script) {
        // SAFETY: the caller's promise.
        unsafe {
            debug_assert!(
                matches!((*s).owner.state, State::Blocked(_)),
                "a task that does not wait was woken"
            );
            // It stands where it waited until it has its turn: so who interrupts it knows what it has been given.
            (*s).owner.state = State::Ready;
            self.ready.push(s);
        }
    }

    /// The same for the scheduler, whose tasks stay where they are and are in one queue at most.
    #[inline]
    pub(crate) fn wake(&mut self, s: &mut Script) {
        // SAFETY: that is what the scheduler sees to.
        unsafe { self.arrive(s) }
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
        node.place = 0;
        self.free = n;
    }

    /// Queues the task of a coroutine at a channel. `value`, `ok` and `dst` are registers of its innermost frame.
    #[inline]
    #[allow(clippy::too_many_arguments)]
    pub(super) fn enqueue(
        &mut self,
        chan: Chan,
        send: bool,
        script: *mut Script,
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
            case,
            place,
            value,
            ok,
            dst,
            script,
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
        if n == 0 {
            return false;
        }
        if queue.tail != 0 {
            let Some(last) = self.nodes.get_mut(queue.tail as usize) else { return false };
            last.next = n;
        }
        let Some(node) = self.nodes.get_mut(n as usize) else { return false };
        debug_assert!(node.sibling == n && node.case == NO_CASE);
        self.free = node.next;
        node.next = 0;
        node.prev = queue.tail;
        node.script = s;
        node.place = chan.slot();
        node.value = value;
        node.ok = ok;
        let queue = WaitQueue { head: if queue.tail == 0 { n } else { queue.head }, tail: n };
        if send {
            node.kind = NodeKind::Send;
            chan.set_sendq(queue);
        } else {
            node.kind = NodeKind::Recv;
            chan.set_recvq(queue);
        }
        true
    }

    /// The same where nobody waits in the queue.
    ///
    /// # Safety
    /// As for [`enqueue_plain`](Self::enqueue_plain).
    #[inline(always)]
    pub(super) unsafe fn enqueue_first(
        &mut self,
        chan: Chan,
        send: bool,
        s: *mut Script,
        value: *mut u64,
        ok: *mut u64,
    ) -> bool {
        let n = self.free;
        if n == 0 {
            return false;
        }
        // SAFETY: the first free node, which nobody else refers to.
        let node = unsafe { &mut *self.known(n) };
        debug_assert!(node.sibling == n && node.case == NO_CASE);
        self.free = node.next;
        node.next = 0;
        node.prev = 0;
        node.script = s;
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
        // SAFETY: who waited is alive, and in no queue now.
        unsafe { self.arrive(node.script) };
        self.tell_woken(chan, &node, false);
        Some(node)
    }

    /// Takes the sender that waits longest, if there is one, and makes it ready. The caller copies the value before
    /// anything else happens.
    #[inline(always)]
    pub(super) fn take_sender(&mut self, chan: Chan) -> Option<Taken> {
        let node = self.take_head(chan, chan.sendq(), true)?;
        if !node.script.is_null() {
            // SAFETY: as above.
            unsafe { self.arrive(node.script) };
            self.tell_woken(chan, &node, false);
        }
        Some(node)
    }

    /// Tells those who watch that a task goes on that waited at a channel.
    #[inline(always)]
    fn tell_woken(&mut self, chan: Chan, node: &Taken, closed: bool) {
        if let Some(watch) = &mut self.watch {
            let chosen = (node.case != NO_CASE).then_some((u64::from(chan.id() & !TIMER_CHAN), node.case));
            watch.woken(task_of(node.script), chosen, closed);
        }
    }

    /// The task that waits longest to receive from a channel.
    pub(super) fn first_receiver(&self, chan: Chan) -> Option<TaskId> {
        self.first_of(chan.recvq())
    }

    /// The task that waits longest to send to a channel.
    pub(super) fn first_sender(&self, chan: Chan) -> Option<TaskId> {
        self.first_of(chan.sendq())
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
        nodes.map(|(node, _)| (node.task(), node.place, node.kind == NodeKind::Send))
    }

    fn first_of(&self, queue: WaitQueue) -> Option<TaskId> {
        (queue.head != 0).then(|| self.nodes[queue.head as usize].task())
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
            (node.next, Taken { script: node.script, value: node.value, ok: node.ok, case: NO_CASE });
        if node.sibling != n || node.case != NO_CASE {
            return Some(self.take_select(n));
        }
        node.next = free;
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

    /// Takes the only sender (or receiver) that waits, as [`take_plain`](Self::take_plain) does, after `deliver` has been
    /// told where its value and its `ok` are, or are to go.
    ///
    /// # Safety
    /// Someone waits there.
    #[inline(always)]
    pub(super) unsafe fn take_only(
        &mut self,
        chan: Chan,
        send: bool,
        deliver: impl FnOnce(*mut u64, *mut u64),
    ) -> bool {
        let n = if send { chan.sendq() } else { chan.recvq() }.head;
        // SAFETY: the node of whoever waits, which only the queue refers to.
        let node = unsafe { &mut *self.known(n) };
        if node.sibling != n || node.case != NO_CASE {
            return false;
        }
        deliver(node.value, node.ok);
        node.next = self.free;
        self.free = n;
        let none = WaitQueue::default();
        if send {
            chan.set_sendq(none)
        } else {
            chan.set_recvq(none)
        }
        // SAFETY: who waited is alive, and in no queue now; with this case it is a task.
        unsafe { self.arrive(node.script) };
        true
    }

    /// A node that is known to be there.
    ///
    /// # Safety
    /// `n` is the number of a node.
    #[inline(always)]
    unsafe fn known(&mut self, n: u32) -> *mut WaitNode {
        debug_assert!(n != 0 && (n as usize) < self.nodes.len());
        // SAFETY: the caller's promise.
        unsafe { self.nodes.as_mut_ptr().add(n as usize) }
    }

    /// Takes the sender (or receiver) that waits longest, if it waits for nothing else, and makes it ready; that needs no
    /// function calls.
    #[inline(always)]
    pub(super) fn take_plain(&mut self, chan: Chan, send: bool) -> Option<Taken> {
        let queue = if send { chan.sendq() } else { chan.recvq() };
        let n = queue.head;
        let free = self.free;
        let node = self.nodes.get_mut(n as usize)?;
        if node.sibling != n || node.case != NO_CASE {
            return None;
        }
        let next = node.next;
        let taken = Taken { script: node.script, value: node.value, ok: node.ok, case: NO_CASE };
        let queue = if next == 0 {
            node.next = free;
            WaitQueue::default()
        } else {
            let second = self.nodes.get_mut(next as usize)?;
            second.prev = 0;
            // The first one is still there.
            self.nodes.get_mut(n as usize)?.next = free;
            WaitQueue { head: next, tail: queue.tail }
        };
        self.free = n;
        if send {
            chan.set_sendq(queue)
        } else {
            chan.set_recvq(queue)
        }
        // SAFETY: who waited is alive, and in no queue now; with this case it is a task.
        unsafe { self.arrive(taken.script) };
        Some(taken)
    }

    /// Takes a node of a select.
    #[cold]
    fn take_select(&mut self, n: u32) -> Taken {
        let node = self.take(n);
        Taken { script: node.script, value: node.value, ok: node.ok, case: node.case }
    }

    /// Takes a receiver of a channel that is being closed; the caller writes the zero value.
    pub(super) fn take_closed_receiver(&mut self, chan: Chan) -> Option<Taken> {
        let node = self.take_head(chan, chan.recvq(), false)?;
        // SAFETY: as above. It has been given nothing, so it may stand behind the instruction at once.
        unsafe {
            self.arrive(node.script);
            (*node.script).advance();
        }
        self.tell_woken(chan, &node, true);
        if !node.ok.is_null() {
            // SAFETY: as above.
            unsafe { *node.ok = 0 };
        }
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
                // SAFETY: as above.
                unsafe {
                    self.arrive(node.script);
                    (*node.script).owner.state = State::BrokenSend;
                }
                self.tell_woken(chan, &node, true);
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
        let n = self.insert(WaitNode {
            next,
            prev,
            place: chan.slot(),
            value,
            case: RETURNED,
            kind: NodeKind::Send,
            ..WaitNode::NONE
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
        while at != 0 && self.node(at).task() != task {
            at = self.node(at).next;
        }
        if at != 0 {
            self.forget_ring(at);
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
        let is_of = |(n, node): &(usize, &WaitNode)| !unused[*n] && node.task() == task;
        let found: Vec<usize> = self.nodes.iter().enumerate().filter(is_of).map(|(n, _)| n).collect();
        for n in found {
            self.unlink(n as u32);
            self.release(n as u32);
        }
    }
}
