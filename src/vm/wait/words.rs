//! Wait words: how tasks wait for locks, wait groups, conditions and other objects than channels.
//!
//! A wait word is a `uint32` of the object that holds the first node of a ring, 0 if nobody waits. Programs copy such objects,
//! though they should not: at the copy nobody waits, which the node says, since it names the word.

use super::{Conc, NO_CASE, NodeKind, WaitNode};
use crate::heap::mem;
use crate::syscall::{TaskId, WaitKey};
use crate::vm::exec::owner;
use crate::vm::script::Script;

impl Conc {
    /// The first node of those who wait at a wait word, 0 if nobody does.
    #[inline]
    fn first_at(&self, addr: u64) -> u32 {
        // SAFETY: a wait word that the caller has the object of.
        let head: u32 = unsafe { mem::load(addr) };
        match self.nodes.get(head as usize) {
            Some(node) if node.place == addr && node.kind == NodeKind::Word => head,
            Some(_) | None => 0,
        }
    }

    /// Queues a task at a wait word; the node's number.
    pub(crate) fn enqueue_word(&mut self, key: WaitKey, script: *mut Script) -> u32 {
        let n = self.insert(WaitNode { place: key.addr, script, case: key.tag, ..WaitNode::NONE });
        self.link_word(key.addr, n);
        n
    }

    /// Queues the running task at a wait word, without a tag, as far as that needs no function calls. Whether it is done.
    ///
    /// # Safety
    /// `s` is the running coroutine; the word belongs to a live object.
    #[inline(always)]
    pub(in crate::vm) unsafe fn enqueue_word_plain(&mut self, addr: u64, s: *mut Script) -> bool {
        let n = self.free;
        if n == 0 {
            return false;
        }
        // SAFETY: the caller's promise.
        let head: u32 = unsafe { mem::load(addr) };
        let (next, prev) = if head == 0 {
            (n, n)
        } else {
            let Some(first) = self.nodes.get_mut(head as usize) else { return false };
            if first.place != addr {
                return false;
            }
            let last = std::mem::replace(&mut first.prev, n);
            let Some(last_node) = self.nodes.get_mut(last as usize) else { return false };
            last_node.next = n;
            (head, last)
        };
        let Some(node) = self.nodes.get_mut(n as usize) else { return false };
        debug_assert!(node.sibling == n && node.case == NO_CASE);
        self.free = node.next;
        (node.next, node.prev) = (next, prev);
        node.case = 0;
        node.place = addr;
        node.script = s;
        node.kind = NodeKind::Word;
        if head == 0 {
            // SAFETY: as above.
            unsafe { mem::store(addr, n) };
        }
        true
    }

    /// Puts node `n` at the end of a ring.
    fn link_word(&mut self, addr: u64, n: u32) {
        let head = self.first_at(addr);
        let (next, prev) = if head == 0 { (n, n) } else { (head, self.node(head).prev) };
        *self.node(n) = WaitNode { next, prev, sibling: n, ..*self.node(n) };
        self.node(prev).next = n;
        self.node(next).prev = n;
        if head == 0 {
            // SAFETY: as above.
            unsafe { mem::store(addr, n) };
        }
    }

    /// Queues a task at a wait word whose waker gives it a word, at `to`: a register of the task.
    pub(in crate::vm) fn enqueue_for_word(&mut self, key: WaitKey, script: *mut Script, to: *mut u64) {
        let n = self.enqueue_word(key, script);
        self.node(n).value = to;
    }

    /// Wakes the task that waits longest at a wait word, and gives it a word.
    pub(in crate::vm) fn wake_with(&mut self, addr: u64, word: u64) -> Option<TaskId> {
        let head = self.first_at(addr);
        if head == 0 {
            return None;
        }
        let to = self.node(head).value;
        // SAFETY: a register of the waiting task.
        unsafe { *to = word };
        let woken = self.wake_node(head);
        // SAFETY: it is alive.
        Some(unsafe { (*woken).owner.task })
    }

    /// The tag of the task that waits longest at a wait word.
    pub(crate) fn first_tag(&mut self, addr: u64) -> Option<u32> {
        let head = self.first_at(addr);
        if head == 0 { None } else { Some(self.node(head).case) }
    }

    /// Wakes the task that waits longest at a wait word; it owns what it waited for. How a lock [names](owner) it, if there was
    /// one.
    #[inline]
    pub(crate) fn wake_first(&mut self, addr: u64) -> Option<u32> {
        let head = self.first_at(addr);
        if head == 0 {
            return None;
        }
        let woken = self.wake_node(head);
        // SAFETY: it is alive.
        Some(owner(unsafe { (*woken).owner.number }))
    }

    /// The same as far as that needs no function calls, while nobody watches: who was woken.
    ///
    /// # Safety
    /// The word belongs to a live object.
    #[inline(always)]
    pub(in crate::vm) unsafe fn wake_first_plain(&mut self, addr: u64) -> Option<*mut Script> {
        // SAFETY: the caller's promise.
        let n: u32 = unsafe { mem::load(addr) };
        let free = self.free;
        let node = self.nodes.get_mut(n as usize)?;
        if node.place != addr || node.kind != NodeKind::Word {
            return None;
        }
        let (next, prev, script) = (node.next, node.prev, node.script);
        if next == n {
            // SAFETY: as above.
            unsafe { mem::store(addr, 0u32) };
        } else {
            self.nodes.get_mut(next as usize)?.prev = prev;
            self.nodes.get_mut(prev as usize)?.next = next;
            // SAFETY: as above.
            unsafe { mem::store(addr, next) };
        }
        let node = self.nodes.get_mut(n as usize)?;
        node.next = free;
        node.case = NO_CASE;
        node.place = 0;
        self.free = n;
        // SAFETY: who waited is alive, and in no queue now.
        unsafe { self.arrive(script) };
        Some(script)
    }

    /// Wakes the task of a node of a wait word.
    fn wake_node(&mut self, n: u32) -> *mut Script {
        let WaitNode { next, prev, place, script, .. } = *self.node(n);
        if next == n {
            // SAFETY: the wait word is live: it belongs to an object that the waiting task holds.
            unsafe { mem::store(place, 0u32) };
        } else {
            self.node(next).prev = prev;
            self.node(prev).next = next;
            // SAFETY: as above.
            unsafe {
                if mem::load::<u32>(place) == n {
                    mem::store(place, next);
                }
            }
        }
        self.release(n);
        // SAFETY: who waited is alive, and in no queue now.
        unsafe { self.arrive(script) };
        if let Some(watch) = &mut self.watch {
            // SAFETY: as above.
            watch.woken(unsafe { (*script).owner.task }, None, false);
        }
        script
    }

    /// Wakes the task that waits at a wait word with this tag. Whether there was one.
    pub(crate) fn wake_tag(&mut self, addr: u64, tag: u32) -> bool {
        let head = self.first_at(addr);
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

    /// Takes a task out of the queue of a wait word.
    pub(crate) fn forget_at_word(&mut self, addr: u64, task: TaskId) {
        let head = self.first_at(addr);
        let mut at = head;
        while at != 0 {
            if self.node(at).task() == task {
                return self.forget_ring(at);
            }
            at = self.node(at).next;
            if at == head {
                return;
            }
        }
    }
}
