//! Marking: from the roots, along the pointer maps, with an explicit stack.
//!
//! Invariants
//! - An object is marked before it is pushed, so it is pushed at most once; the stacks together
//!   never hold more entries than there are objects and started regions, however deep the graph is.
//! - An object is scanned by its header: low 32 bits the layout, high 32 bits how many words to scan. Words behind
//!   those (a tail without pointers) are not looked at.

use hashbrown::HashMap;

use super::closure;
use super::coroutine;
use super::layout::{LayoutId, PtrMap};
use super::mem;
use super::rtype::RTypes;
use super::space::Space;

/// Regions longer than this many words are scanned in pieces, so that the stack of a wide object stays short.
const PIECE: u64 = 2048;
/// How many objects are being fetched into the cache while another is scanned.
const AHEAD: usize = 8;

/// A stretch of memory still to be scanned.
struct Region {
    addr: u64,
    words: u64,
    layout: LayoutId,
}

/// Looks out, while there is marking, for function values.
///
/// A closure in the heap is known by its first word alone. So another object whose first word is the number of a function may be
/// taken for a closure of it: what is found may be too much, never too little.
#[derive(Debug, Default)]
pub struct Lookout {
    /// The functions of closures without captures, by the addresses of these.
    statics: HashMap<u64, u32>,
    /// By function: whether closures of it in the heap are looked for.
    captured: Vec<bool>,
    /// What has been found, each function once.
    found: Vec<u32>,
}

impl Lookout {
    /// Looks for the static closures at these addresses, and for closures with captures of the functions for which that is true.
    pub fn new(statics: HashMap<u64, u32>, captured: Vec<bool>) -> Lookout {
        Lookout { statics, captured, found: Vec::new() }
    }
}

/// Takes the roots of a collection, and does the marking.
pub struct Marker<'h> {
    space: &'h mut Space,
    types: &'h RTypes,
    /// Headers of objects that are marked and not yet scanned.
    stack: Vec<u64>,
    regions: Vec<Region>,
    /// See [`Marker::count_root_bytes`].
    root_bytes: u64,
    lookout: Option<Lookout>,
    /// See [`Marker::reached`].
    coroutines: Vec<u32>,
}

impl<'h> Marker<'h> {
    pub(super) fn new(space: &'h mut Space, types: &'h RTypes, stack: Vec<u64>) -> Marker<'h> {
        Marker {
            space,
            types,
            stack,
            regions: Vec::new(),
            root_bytes: 0,
            lookout: None,
            coroutines: Vec::new(),
        }
    }

    /// A root that is a pointer: the address of an object or into one; nil and static addresses are ignored.
    #[inline(always)]
    pub fn pointer(&mut self, addr: u64) {
        if self.lookout.is_some() {
            self.look(addr);
        }
        self.edge::<false>(addr);
    }

    /// A pointer, in an object or a root. `LOOKS`: somebody looks for function values.
    #[inline(always)]
    fn edge<const LOOKS: bool>(&mut self, addr: u64) {
        if LOOKS {
            self.look(addr);
        }
        if let Some(header) = self.space.mark(addr) {
            self.stack.push(header);
        }
    }

    /// Looks whether it is a function value that is looked for.
    #[cold]
    fn look(&mut self, addr: u64) {
        let Some(lookout) = &mut self.lookout else { return };
        if let Some(func) = lookout.statics.remove(&addr) {
            lookout.found.push(func);
        } else if addr.is_multiple_of(8) && addr != 0 && self.space.contains(addr) {
            // SAFETY: objects are aligned and have at least a word.
            let func = unsafe { closure::func(addr) };
            if let Some(wanted @ true) = lookout.captured.get_mut(func as usize) {
                *wanted = false;
                lookout.found.push(func);
            }
        }
    }

    /// From now on function values are looked for.
    pub fn look_out(&mut self, lookout: Lookout) {
        self.lookout = Some(lookout);
    }

    /// Scans what is reachable from the roots so far. Gives the functions of which values were found, each once.
    pub fn found(&mut self) -> Vec<u32> {
        self.drain::<true>();
        self.lookout.as_mut().map(|lookout| std::mem::take(&mut lookout.found)).unwrap_or_default()
    }

    /// Scans what is reachable from the roots so far. Gives the numbers of the coroutines whose objects were reached, each once.
    pub fn reached(&mut self) -> Vec<u32> {
        match self.lookout {
            Some(_) => self.drain::<true>(),
            None => self.drain::<false>(),
        }
        std::mem::take(&mut self.coroutines)
    }

    /// No function values are looked for any more.
    pub fn look_away(&mut self) {
        self.lookout = None;
    }

    /// Whether the object that `addr` points into has been reached so far. True for addresses outside of the heap.
    pub fn is_marked(&self, addr: u64) -> bool {
        self.space.is_marked(addr)
    }

    /// Scans what the object at `addr` refers to, as if that were roots. It is not marked itself. Nothing to do outside of the heap,
    /// or if it is marked already.
    pub fn contents(&mut self, addr: u64) {
        if self.is_marked(addr) {
            return;
        }
        if let Some(header) = self.space.header_of(addr) {
            // SAFETY: the header of an object that was alive until now.
            let word = unsafe { mem::load::<u64>(header) };
            self.regions.push(Region { addr: header + 8, words: word >> 32, layout: LayoutId(word as u32) });
        }
    }

    /// The address of the object that `addr` points into; `addr` outside of the heap.
    pub fn object_at(&self, addr: u64) -> u64 {
        self.space.object_at(addr).unwrap_or(addr)
    }

    /// A root that is an interface value, by its two words.
    #[inline]
    pub fn iface(&mut self, type_word: u64, data_word: u64) {
        if self.types.traced().get(type_word as usize) == Some(&true) {
            self.pointer(data_word);
        }
    }

    /// Roots in memory outside the heap: `bytes` at `addr` hold elements of this layout (globals).
    ///
    /// # Safety
    /// The range is live memory that holds initialised elements of the layout.
    pub unsafe fn region(&mut self, addr: u64, bytes: u64, layout: LayoutId) {
        if layout.has_pointers() {
            self.root_bytes += bytes;
            self.regions.push(Region { addr, words: bytes / 8, layout });
        }
    }

    /// Tells the pacing that `bytes` of memory outside the heap had to be looked through for roots (stacks of
    /// coroutines, globals). A program with a million stacks and little else would otherwise collect all the time.
    #[inline]
    pub fn count_root_bytes(&mut self, bytes: u64) {
        self.root_bytes += bytes;
    }

    /// Scans until nothing is left. Returns the (empty) stack, for the next collection, and the bytes of roots.
    pub(super) fn finish(mut self) -> (Vec<u64>, u64) {
        self.drain::<false>();
        (self.stack, self.root_bytes)
    }

    /// Scans until nothing is left.
    #[inline]
    fn drain<const LOOKS: bool>(&mut self) {
        // A small queue between the stack and the scan gives the prefetches time to arrive.
        let mut queue = [0u64; AHEAD];
        let (mut at, mut queued) = (0, 0);
        loop {
            // Regions come last: the next piece of a wide object waits until what the piece before it has led to is scanned.
            if self.stack.is_empty()
                && let Some(region) = self.regions.pop()
            {
                self.scan::<LOOKS>(region);
            }
            let next = self.stack.pop().unwrap_or(0);
            if next != 0 {
                prefetch(next);
                queued += 1;
            } else if queued == 0 {
                if self.regions.is_empty() {
                    break;
                }
                continue;
            }
            let header = std::mem::replace(&mut queue[at], next);
            at = (at + 1) % AHEAD;
            if header != 0 {
                queued -= 1;
                // SAFETY: `mark` returned it: the header of a live object, which says how far it extends.
                let word = unsafe { mem::load::<u64>(header) };
                let layout = LayoutId(word as u32);
                self.scan::<LOOKS>(Region { addr: header + 8, words: word >> 32, layout });
            }
        }
    }

    #[inline]
    fn scan<const LOOKS: bool>(&mut self, Region { addr, mut words, layout }: Region) {
        let types = self.types;
        let element = types.layouts.get(layout);
        let elem_words = element.elem_size / 8;
        match &element.map {
            &PtrMap::Words { ptrs, ifaces } => {
                if words > PIECE {
                    let piece = PIECE - PIECE % elem_words;
                    self.regions.push(Region { addr: addr + piece * 8, words: words - piece, layout });
                    words = piece;
                }
                // From the end to the beginning, so that the stack gives the first pointer back first: objects
                // made in order are then visited in order.
                // Most objects are one element: no division for those.
                let mut left = element.elem_size;
                if words != elem_words {
                    left *= words / elem_words;
                }
                let mut at = addr + left;
                while left > 0 {
                    left -= element.elem_size;
                    at -= element.elem_size;
                    let mut bits = ifaces;
                    while bits != 0 {
                        let word = 63 - bits.leading_zeros();
                        let value = at + u64::from(word) * 8;
                        // SAFETY: [addr, addr + 8 * words) belongs to a live object or root, and holds elements
                        // of this layout; its pointer words are always valid, or zero.
                        let (ty, data) = unsafe { (mem::load::<u64>(value), mem::load(value + 8)) };
                        if types.traced().get(ty as usize) == Some(&true) {
                            self.edge::<LOOKS>(data);
                        }
                        bits ^= 1 << word;
                    }
                    let mut bits = ptrs;
                    while bits != 0 {
                        let word = 63 - bits.leading_zeros();
                        // SAFETY: as above.
                        self.edge::<LOOKS>(unsafe { mem::load(at + u64::from(word) * 8) });
                        bits ^= 1 << word;
                    }
                }
            }
            // SAFETY: a live object of this layout.
            PtrMap::Coroutine => self.coroutines.push(unsafe { coroutine::number(addr) }),
            PtrMap::Spans(spans) => {
                if words < elem_words {
                    return;
                }
                if words > elem_words {
                    let rest = Region { addr: addr + element.elem_size, words: words - elem_words, layout };
                    self.regions.push(rest);
                }
                for span in spans {
                    let words = span.count * types.layouts.get(span.layout).elem_size / 8;
                    self.regions.push(Region { addr: addr + span.off, words, layout: span.layout });
                }
            }
        }
    }
}

#[inline(always)]
fn prefetch(addr: u64) {
    #[cfg(all(target_arch = "x86_64", not(miri)))]
    // SAFETY: a prefetch has no effect on memory, whatever the address.
    unsafe {
        std::arch::x86_64::_mm_prefetch::<{ std::arch::x86_64::_MM_HINT_T0 }>(addr as *const i8);
    }
    #[cfg(not(all(target_arch = "x86_64", not(miri))))]
    let _ = addr;
}
