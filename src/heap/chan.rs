//! Channels as passive data: a ring of elements and the ends of two queues.
//!
//! Invariants
//! - `len <= cap`; the buffer holds `cap` elements in memory form, those not in use are zero.
//! - The queues are lists that the scheduler keeps elsewhere; here are only the ids of their ends, 0 for
//!   none. Nothing in this file wakes anybody.
//! - A closed channel has no waiters any more; the tails of its queues hold by whom and where it was closed.

use super::OutOfMemory;
use super::gc::Heap;
use super::layout::LayoutId;
use super::mem;
use super::rtype::{RType, RTypeId};

/// The ends of a queue of waiting tasks, as the scheduler numbers its wait nodes; 0 is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
#[repr(C, align(8))]
pub struct WaitQueue {
    /// Who waits longest.
    pub head: u32,
    /// Who came last.
    pub tail: u32,
}

#[repr(C)]
struct Header {
    /// The only word that is scanned: the buffer, 0 if `cap` is 0.
    buffer: u64,
    len: u64,
    cap: u64,
    head: u64,
    elem_size: u32,
    elem: RTypeId,
    recvq: WaitQueue,
    sendq: WaitQueue,
    id: u32,
    site: u16,
    closed: bool,
}

/// A channel; never nil.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chan(*mut Header);

impl Chan {
    /// A new channel of `cap` elements of type `elem`. `id`, and `site`, where it is made, are for reports; the heap makes
    /// nothing of them.
    ///
    /// # Errors
    /// [`OutOfMemory`], also for a buffer larger than any memory.
    pub fn make(heap: &mut Heap, elem: &RType, cap: u64, id: u32, site: u16) -> Result<Chan, OutOfMemory> {
        let bytes = cap.checked_mul(elem.size).ok_or(OutOfMemory)?;
        let buffer = if bytes == 0 { 0 } else { heap.alloc(elem.layout, bytes)? };
        let addr = heap.alloc_prefix(LayoutId::PTR, 8, size_of::<Header>() as u64)?;
        let header = Header {
            buffer,
            len: 0,
            cap,
            head: 0,
            elem_size: u32::try_from(elem.size).map_err(|_| OutOfMemory)?,
            elem: elem.id,
            recvq: WaitQueue::default(),
            sendq: WaitQueue::default(),
            id,
            site,
            closed: false,
        };
        let chan = Chan(addr as *mut Header);
        // SAFETY: a new object of the header's size.
        unsafe { chan.0.write(header) };
        Ok(chan)
    }

    /// The channel in a register slot.
    ///
    /// # Safety
    /// `slot` is the address of a live channel, not nil, that a root holds for as long as the handle is used.
    #[inline(always)]
    pub unsafe fn from_slot(slot: u64) -> Chan {
        Chan(slot as *mut Header)
    }

    /// The register slot: its address.
    #[inline(always)]
    pub fn slot(self) -> u64 {
        self.0 as u64
    }

    /// Elements in the buffer.
    #[inline(always)]
    pub fn len(self) -> u64 {
        // SAFETY (here and below): a handle is of a live channel, by `from_slot` and `make`.
        unsafe { (*self.0).len }
    }

    /// No element in the buffer.
    #[inline(always)]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Size of the buffer in elements.
    #[inline(always)]
    pub fn cap(self) -> u64 {
        // SAFETY: as for `len`.
        unsafe { (*self.0).cap }
    }

    /// No room in the buffer; always so for an unbuffered channel.
    #[inline(always)]
    pub fn is_full(self) -> bool {
        self.len() == self.cap()
    }

    /// Whether it has been closed.
    #[inline(always)]
    pub fn is_closed(self) -> bool {
        // SAFETY: as for `len`.
        unsafe { (*self.0).closed }
    }

    /// Marks it closed, by the goroutine of this number, at this site. To be called once those who waited are gone. If there
    /// are values that were returned to it, the site is not kept.
    pub fn close(self, by: u32, site: u16) {
        debug_assert!(self.recvq().head == 0);
        self.set_recvq(WaitQueue { head: 0, tail: by });
        if self.sendq().head == 0 {
            self.set_sendq(WaitQueue { head: 0, tail: u32::from(site) });
        }
        // SAFETY: as for `len`.
        unsafe { (*self.0).closed = true }
    }

    /// The number of the goroutine that closed it, and the site; nothing while it is open.
    pub fn closed_by(self) -> Option<(u32, u16)> {
        let site = if self.sendq().head == 0 { self.sendq().tail as u16 } else { 0 };
        self.is_closed().then(|| (self.recvq().tail, site))
    }

    /// Where it was made: the site given to [`make`](Self::make).
    pub fn site(self) -> u16 {
        // SAFETY: as for `len`.
        unsafe { (*self.0).site }
    }

    /// Its element type.
    #[inline(always)]
    pub fn elem(self) -> RTypeId {
        // SAFETY: as for `len`.
        unsafe { (*self.0).elem }
    }

    /// Bytes of an element.
    #[inline(always)]
    pub fn elem_size(self) -> u32 {
        // SAFETY: as for `len`.
        unsafe { (*self.0).elem_size }
    }

    /// The number given to [`make`](Self::make).
    #[inline(always)]
    pub fn id(self) -> u32 {
        // SAFETY: as for `len`.
        unsafe { (*self.0).id }
    }

    /// Changes the number.
    pub fn set_id(self, id: u32) {
        // SAFETY: as for `len`.
        unsafe { (*self.0).id = id }
    }

    /// The queue of receivers.
    #[inline(always)]
    pub fn recvq(self) -> WaitQueue {
        // SAFETY: as for `len`.
        unsafe { (*self.0).recvq }
    }

    /// Sets the queue of receivers.
    #[inline(always)]
    pub fn set_recvq(self, queue: WaitQueue) {
        // SAFETY: as for `len`.
        unsafe { (*self.0).recvq = queue }
    }

    /// The queue of senders.
    #[inline(always)]
    pub fn sendq(self) -> WaitQueue {
        // SAFETY: as for `len`.
        unsafe { (*self.0).sendq }
    }

    /// Sets the queue of senders.
    #[inline(always)]
    pub fn set_sendq(self, queue: WaitQueue) {
        // SAFETY: as for `len`.
        unsafe { (*self.0).sendq = queue }
    }

    /// Adds an element at the end and returns its address, where the caller stores its memory form at once.
    /// The channel is not full.
    #[inline]
    pub fn push(self) -> u64 {
        debug_assert!(!self.is_full());
        // SAFETY: as for `len`.
        unsafe {
            let at = (*self.0).head + (*self.0).len;
            (*self.0).len += 1;
            self.element(if at >= (*self.0).cap { at - (*self.0).cap } else { at })
        }
    }

    /// The address of the first element. The channel is not empty.
    #[inline]
    pub fn front(self) -> u64 {
        debug_assert!(!self.is_empty());
        // SAFETY: as for `len`.
        self.element(unsafe { (*self.0).head })
    }

    /// Removes the first element, which has been read, and clears its place so that it holds nothing alive.
    #[inline]
    pub fn pop(self) {
        let front = self.front();
        // SAFETY: as for `len`; the element lies in the buffer.
        unsafe {
            if (*self.0).elem_size == 8 {
                mem::store(front, 0u64);
            } else if (*self.0).buffer != 0 {
                mem::zero(front, u64::from((*self.0).elem_size));
            }
            (*self.0).len -= 1;
            let head = (*self.0).head + 1;
            (*self.0).head = if head == (*self.0).cap { 0 } else { head };
        }
    }

    /// The address of element `i` of the ring; that of the zero object for elements of size zero.
    #[inline(always)]
    fn element(self, i: u64) -> u64 {
        // SAFETY: as for `len`.
        unsafe {
            let buffer = (*self.0).buffer;
            if buffer == 0 { Heap::zero_object() } else { buffer + i * u64::from((*self.0).elem_size) }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;
    use crate::heap::tests::{fastrand, times};
    use crate::heap::{HeapConfig, Kind, RTypes, Shape, TypeDef};

    #[test]
    fn the_ring_is_a_queue() {
        let (mut heap, mut types) = (Heap::new(HeapConfig::default()), RTypes::new());
        let def = |shape| TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape };
        let byte = types.add(def(Shape::Basic(Kind::Uint8)));
        let text = types.add(def(Shape::Basic(Kind::String)));
        for (elem, cap) in [(byte, 1), (byte, 7), (text, 3), (text, 64)] {
            let chan = Chan::make(&mut heap, types.get(elem), cap, 9, 7).unwrap();
            assert_eq!((chan.id(), chan.site(), chan.elem(), chan.cap()), (9, 7, elem, cap));
            let (mut model, mut random) = (VecDeque::new(), fastrand(cap));
            for step in 0..times(5000, 200) {
                if random() % 2 == 0 && !chan.is_full() {
                    // SAFETY: an element has at least one byte.
                    unsafe { mem::store(chan.push(), step as u8) };
                    model.push_back(step as u8);
                } else if !chan.is_empty() {
                    // SAFETY: as above.
                    assert_eq!(unsafe { mem::load::<u8>(chan.front()) }, model.pop_front().unwrap());
                    chan.pop();
                }
                assert_eq!(chan.len(), model.len() as u64);
            }
        }
    }

    #[test]
    fn only_what_is_in_the_buffer_stays_alive() {
        let (mut heap, mut types) = (Heap::new(HeapConfig::default()), RTypes::new());
        let def = |shape| TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape };
        let ptr = types.reserve();
        types.define(ptr, def(Shape::Pointer(ptr)));
        let chan = Chan::make(&mut heap, types.get(ptr), 2, 0, 0).unwrap();
        let live = |heap: &mut Heap| {
            // SAFETY: the channel is all that is used again.
            unsafe { heap.collect(&types, |m| m.pointer(chan.slot())) }.unwrap();
            heap.stats().live_bytes
        };
        let empty = live(&mut heap);
        let object = heap.alloc_noscan(1000).unwrap();
        // SAFETY: a pointer element.
        unsafe { mem::store(chan.push(), object) };
        assert!(live(&mut heap) >= empty + 1000);
        chan.pop();
        assert_eq!(live(&mut heap), empty);
        chan.set_recvq(WaitQueue { head: 1, tail: 2 });
        assert_eq!((chan.recvq(), chan.sendq()), (WaitQueue { head: 1, tail: 2 }, WaitQueue::default()));
        chan.set_recvq(WaitQueue::default());
        assert!(!chan.is_closed() && chan.closed_by().is_none());
        chan.close(3, 4);
        assert_eq!((chan.is_closed(), chan.closed_by()), (true, Some((3, 4))));
    }
}
