//! [`Heap`]: allocation, and when and how to collect.
//!
//! Invariants
//! - Objects never move. An object with pointers is preceded by its header (see `mark.rs`); one without has none.
//! - Memory is handed out zeroed. [`Heap::alloc`] never collects: the VM asks
//!   [`should_collect`](Heap::should_collect) at safepoints and calls [`collect`](Heap::collect) with precise roots.
//! - A run is zeroed memory for objects of one class; its bytes were counted as allocated when it was taken. No run
//!   outlives a collection.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::OutOfMemory;
use super::blocks::{Blocks, Run};
use super::layout::LayoutId;
use super::mark::Marker;
use super::mem;
use super::plain::Plain;
use super::range::Range;
use super::rtype::RTypes;
use super::size_class::{CLASSES, MAX_SMALL, MAX_TINY, SIZES, class_of, tiny_class};
use super::space::Space;

/// A collection is not worth its while before this many bytes have been allocated.
const MIN_TRIGGER: u64 = 4 << 20;
/// Near the memory limit, at least this much is allocated between two collections.
const MIN_HEADROOM: u64 = 1 << 20;
/// Bytes of a header.
pub(super) const HEADER: u64 = 8;
/// More than any machine has; keeps size computations from overflowing.
const MAX_BYTES: u64 = 1 << 47;

/// What there is to know of a type to allocate its values: worked out once, it is part of an instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Small {
    /// The class of sizes.
    pub class: u16,
    /// Bytes of the objects of that class.
    pub size: u16,
    /// The word before an object that the collector looks into; 0 for one without pointers, which has none.
    pub header: u64,
}

impl Small {
    /// For values of a type with this layout; none if they are empty or too large.
    pub fn of(layout: LayoutId, bytes: u64) -> Option<Small> {
        let (all, header) =
            if layout.has_pointers() { (bytes + HEADER, header(layout, bytes)) } else { (bytes, 0) };
        (1..=MAX_TINY).contains(&bytes).then_some(())?;
        (all <= MAX_TINY).then(|| {
            let class = tiny_class(all);
            Small { class: class as u16, size: SIZES[class] as u16, header }
        })
    }

    /// Whether there is such a class, of such a size.
    pub fn is_class(class: u16, size: u16) -> bool {
        SIZES.get(usize::from(class)) == Some(&u32::from(size))
    }
}

/// All values of size zero live here, and it is never written to.
static ZERO_OBJECT: u64 = 0;

/// How to set up a heap.
#[derive(Clone, Debug)]
pub struct HeapConfig {
    /// Collect at every safepoint that follows an allocation, and poison freed memory: finds missing roots.
    pub stress: bool,
    /// Fill freed memory with a pattern.
    pub poison: bool,
    /// One allocation of Rust's allocator per object, for sanitizers.
    pub plain: bool,
    /// Live bytes may not exceed this.
    pub max_bytes: Option<u64>,
    /// Allocate this much, in percent of the live bytes and the roots, before collecting (Go's `GOGC`); 0 turns
    /// collecting off.
    pub gc_percent: u32,
    /// Decides where map iterations start.
    pub seed: u64,
}

impl Default for HeapConfig {
    fn default() -> Self {
        HeapConfig {
            stress: false,
            poison: cfg!(debug_assertions),
            plain: cfg!(phasync_plain_heap) || cfg!(miri),
            max_bytes: None,
            gc_percent: 100,
            seed: 0,
        }
    }
}

/// Counters of a heap.
#[derive(Clone, Copy, Debug, Default)]
pub struct HeapStats {
    /// Collections so far.
    pub collections: u64,
    /// Bytes that the last collection found alive.
    pub live_bytes: u64,
    /// Bytes handed out since the heap was made (counted run by run).
    pub allocated_bytes: u64,
    /// Bytes that are alive, as far as is known: what the last collection found, and what was handed out since.
    pub bytes_in_use: u64,
    /// Objects handed out since the heap was made.
    pub allocated_objects: u64,
    /// Objects found dead since then.
    pub freed_objects: u64,
    /// With so many bytes in use there is the next collection.
    pub next_collection: u64,
    /// The most bytes there have been before a collection: what the one before had found alive, and what was handed out since.
    pub peak_bytes: u64,
}

/// A resource outside the heap (socket, file) that dies with its object.
struct Resource {
    object: u64,
    id: u64,
}

/// Memory for Go values.
pub struct Heap {
    /// Per class: objects without header, objects with.
    runs: [[Run; CLASSES]; 2],
    space: Space,
    config: HeapConfig,
    /// Bytes handed out since the last collection, and how many may be before the next.
    allocated: u64,
    trigger: u64,
    /// Memory outside the heap that the last collection looked through.
    root_bytes: u64,
    stats: HeapStats,
    hash_seed: u64,
    random: u64,
    mark_stack: Vec<u64>,
    resources: Vec<Resource>,
    dead_resources: Vec<u64>,
    /// Bytes that the program wants to have alive at most.
    soft_limit: Option<u64>,
    statics: Vec<Box<[u64]>>,
    static_free: (u64, u64),
}

impl Heap {
    /// An empty heap. Touches next to no memory until something is allocated.
    pub fn new(config: HeapConfig) -> Heap {
        let range = if config.plain { None } else { Range::reserve() };
        let space = match range {
            Some(range) => {
                Space::Blocks(Box::new(Blocks::new(range, config.poison || config.stress, config.stress)))
            }
            None => Space::Plain(Plain::default()),
        };
        let empty = || [const { Run { start: 0, end: 0 } }; CLASSES];
        let mut heap = Heap {
            runs: [empty(), empty()],
            space,
            allocated: 0,
            trigger: 0,
            root_bytes: 0,
            stats: HeapStats::default(),
            // Protects from chosen keys; nothing that a program can observe depends on it.
            hash_seed: RandomState::new().build_hasher().finish(),
            random: config.seed,
            config,
            mark_stack: Vec::new(),
            resources: Vec::new(),
            dead_resources: Vec::new(),
            soft_limit: None,
            statics: Vec::new(),
            static_free: (0, 0),
        };
        heap.set_trigger();
        heap
    }

    /// A zeroed object of `bytes` bytes that holds elements of the given layout; `bytes` may be 0.
    ///
    /// # Errors
    /// [`OutOfMemory`] if the system has no more, or the limit does not allow an object of this size.
    #[inline]
    pub fn alloc(&mut self, layout: LayoutId, bytes: u64) -> Result<u64, OutOfMemory> {
        match self.alloc_at_hand(layout, bytes) {
            Some(at) => Ok(at),
            None => self.alloc_slow(layout, if layout.has_pointers() { bytes } else { 0 }, bytes),
        }
    }

    /// A zeroed object of `bytes` bytes of which only the first `scanned` hold elements of the layout; the collector
    /// does not look at the rest. `scanned` is a multiple of 8.
    ///
    /// # Errors
    /// As for [`alloc`](Self::alloc).
    #[inline]
    pub fn alloc_prefix(&mut self, layout: LayoutId, scanned: u64, bytes: u64) -> Result<u64, OutOfMemory> {
        let size = bytes + HEADER;
        if bytes.wrapping_sub(1) < MAX_TINY - HEADER
            && let Some(at) = self.take_at_hand(1, size)
        {
            // SAFETY: a free object of this size.
            unsafe { mem::store(at, header(layout, scanned)) };
            return Ok(at + HEADER);
        }
        self.alloc_slow(layout, scanned, bytes)
    }

    /// A zeroed object as [`alloc`](Self::alloc) gives it, if there is one at hand. Nothing that decides about a collection
    /// changes.
    #[inline(always)]
    pub fn alloc_at_hand(&mut self, layout: LayoutId, bytes: u64) -> Option<u64> {
        if !layout.has_pointers() {
            return if bytes.wrapping_sub(1) < MAX_TINY { self.take_at_hand(0, bytes) } else { None };
        }
        if bytes.wrapping_sub(1) >= MAX_TINY - HEADER {
            return None;
        }
        let at = self.take_at_hand(1, bytes + HEADER)?;
        // SAFETY: a free object of this size.
        unsafe { mem::store(at, header(layout, bytes)) };
        Some(at + HEADER)
    }

    /// A zeroed object of the size and kind, as [`alloc`](Self::alloc) gives it, if there is one at hand.
    ///
    /// # Safety
    /// `class` and `size` are those of a [`Small`] whose header is `header`.
    #[inline(always)]
    pub unsafe fn alloc_scanned(&mut self, class: u16, size: u16, header: u64) -> Option<u64> {
        // SAFETY: the caller's promise.
        let at = unsafe { self.take_next(1, class, size)? };
        // SAFETY: a free object with room for the header.
        unsafe { mem::store(at, header) };
        Some(at + HEADER)
    }

    /// The same for one without pointers, and so without a header.
    ///
    /// # Safety
    /// As for [`alloc_scanned`](Self::alloc_scanned).
    #[inline(always)]
    pub unsafe fn alloc_plain(&mut self, class: u16, size: u16) -> Option<u64> {
        // SAFETY: the caller's promise.
        unsafe { self.take_next(0, class, size) }
    }

    /// The next object of a run.
    ///
    /// # Safety
    /// There is such a class, of such a size.
    #[inline(always)]
    unsafe fn take_next(&mut self, scanned: usize, class: u16, size: u16) -> Option<u64> {
        debug_assert_eq!(SIZES[usize::from(class)], u32::from(size));
        // SAFETY: there is such a class.
        let run = unsafe { self.runs[scanned].get_unchecked_mut(usize::from(class)) };
        let at = run.start;
        if at >= run.end {
            return None;
        }
        run.start = at + u64::from(size);
        Some(at)
    }

    /// The next free object of so many bytes, if there is one in the run of its class.
    #[inline(always)]
    fn take_at_hand(&mut self, scanned: usize, size: u64) -> Option<u64> {
        let class = tiny_class(size);
        let run = &mut self.runs[scanned][class];
        let at = run.start;
        if at >= run.end {
            return None;
        }
        run.start = at + u64::from(SIZES[class]);
        Some(at)
    }

    /// A zeroed object with the layout and the size of another, all of which is scanned.
    ///
    /// # Errors
    /// As for [`alloc`](Self::alloc).
    pub fn alloc_like(&mut self, object: u64) -> Result<u64, OutOfMemory> {
        // SAFETY: an object whose memory is scanned has its header before it.
        let header: u64 = unsafe { mem::load(object - HEADER) };
        self.alloc(LayoutId(header as u32), 8 * (header >> 32))
    }

    /// A zeroed object without pointers.
    ///
    /// # Errors
    /// As for [`alloc`](Self::alloc).
    #[inline]
    pub fn alloc_noscan(&mut self, bytes: u64) -> Result<u64, OutOfMemory> {
        self.alloc(LayoutId::NONE, bytes)
    }

    #[cold]
    fn alloc_slow(&mut self, layout: LayoutId, scanned: u64, bytes: u64) -> Result<u64, OutOfMemory> {
        if bytes == 0 {
            return Ok(Heap::zero_object());
        }
        let scan = layout.has_pointers();
        if bytes > MAX_BYTES || scanned / 8 > u64::from(u32::MAX) {
            return Err(OutOfMemory);
        }
        let size = if scan { bytes + HEADER } else { bytes };
        let at = if size <= MAX_SMALL && matches!(self.space, Space::Blocks(_)) {
            self.take_run(class_of(size), scan)?
        } else {
            if self.config.max_bytes.is_some_and(|max| self.stats.live_bytes + size > max) {
                return Err(OutOfMemory);
            }
            let at = self.space.alloc_large(size, scan)?;
            self.count(size);
            self.stats.allocated_objects += 1;
            at
        };
        if scan {
            // SAFETY: `at` is a new object with room for the header.
            unsafe { mem::store(at, header(layout, scanned)) };
            return Ok(at + HEADER);
        }
        Ok(at)
    }

    /// Takes a new run of the class, if the present one is used up, and the first object of it.
    fn take_run(&mut self, class: usize, scan: bool) -> Result<u64, OutOfMemory> {
        let run = &self.runs[usize::from(scan)][class];
        if run.start >= run.end
            && let Space::Blocks(blocks) = &mut self.space
        {
            let fresh = blocks.refill(class, scan)?;
            self.count(fresh.end - fresh.start);
            self.stats.allocated_objects += (fresh.end - fresh.start) / u64::from(SIZES[class]);
            self.runs[usize::from(scan)][class] = fresh;
        }
        let run = &mut self.runs[usize::from(scan)][class];
        let at = run.start;
        run.start += u64::from(SIZES[class]);
        Ok(at)
    }

    fn count(&mut self, bytes: u64) {
        self.allocated += bytes;
        self.stats.allocated_bytes += bytes;
    }

    /// The address of every value of size zero.
    pub fn zero_object() -> u64 {
        &raw const ZERO_OBJECT as u64
    }

    /// Zeroed memory, a multiple of 8 bytes, that lives as long as the heap and is not looked into by the collector:
    /// constant strings, closures without captures, globals (whose pointers the VM gives as roots).
    pub fn alloc_static(&mut self, bytes: u64) -> u64 {
        const CHUNK: u64 = 16 << 10;
        let bytes = bytes.next_multiple_of(8);
        if bytes == 0 {
            return Heap::zero_object();
        }
        let (mut at, mut end) = self.static_free;
        if end - at < bytes {
            let size = bytes.max(CHUNK);
            let mut chunk = vec![0u64; size as usize / 8].into_boxed_slice();
            at = chunk.as_mut_ptr() as u64;
            end = at + size;
            self.statics.push(chunk);
        }
        self.static_free = (at + bytes, end);
        at
    }

    /// Whether enough has been allocated that the VM should collect at its next safepoint.
    #[inline(always)]
    pub fn should_collect(&self) -> bool {
        self.allocated > self.trigger
    }

    /// How many bytes may be alive.
    pub fn max_bytes(&self) -> u64 {
        self.config.max_bytes.unwrap_or(u64::MAX)
    }

    /// So much memory beside the heap may be freed by a collection: the next comes as much sooner.
    pub fn count_beside(&mut self, bytes: u64) {
        self.trigger = self.trigger.saturating_sub(bytes);
    }

    /// Collects: `roots` names every pointer from outside the heap. Objects that are not reachable from
    /// those are freed.
    ///
    /// # Errors
    /// [`OutOfMemory`] if more is alive than the limit allows; the collection itself is complete.
    ///
    /// # Safety
    /// `roots` reports every address of an object that will be used again.
    pub unsafe fn collect(
        &mut self,
        types: &RTypes,
        roots: impl FnOnce(&mut Marker<'_>),
    ) -> Result<(), OutOfMemory> {
        self.stats.allocated_objects -= self.at_hand().1;
        for run in self.runs.iter_mut().flatten() {
            *run = Run { start: 0, end: 0 };
        }
        self.stats.peak_bytes = self.stats().peak_bytes;
        self.space.begin_marking();
        let mut marker = Marker::new(&mut self.space, types, std::mem::take(&mut self.mark_stack));
        roots(&mut marker);
        (self.mark_stack, self.root_bytes) = marker.finish();
        self.mark_stack.shrink_to(1 << 16);
        let (space, dead) = (&self.space, &mut self.dead_resources);
        self.resources.retain(|resource| {
            let alive = space.is_marked(resource.object);
            if !alive {
                dead.push(resource.id);
            }
            alive
        });
        let objects;
        (self.stats.live_bytes, objects) = self.space.sweep();
        self.stats.freed_objects = self.stats.allocated_objects - objects;
        self.stats.collections += 1;
        self.allocated = 0;
        self.set_trigger();
        match self.config.max_bytes {
            Some(max) if self.stats.live_bytes > max => Err(OutOfMemory),
            Some(_) | None => Ok(()),
        }
    }

    fn set_trigger(&mut self) {
        let live = self.stats.live_bytes;
        self.trigger = if self.config.stress {
            0
        } else if self.config.gc_percent == 0 {
            u64::MAX
        } else {
            let work = live + self.root_bytes;
            (work / 100).saturating_mul(u64::from(self.config.gc_percent)).max(MIN_TRIGGER)
        };
        for max in self.config.max_bytes.into_iter().chain(self.soft_limit) {
            self.trigger = self.trigger.min(max.saturating_sub(live).max(MIN_HEADROOM));
        }
    }

    /// Sets how many bytes the program wants to have alive at most; more are allocated nevertheless, but a collection comes soon.
    pub fn set_soft_limit(&mut self, bytes: Option<u64>) {
        self.soft_limit = bytes;
        self.set_trigger();
    }

    /// Whether the last collection has found more alive than the program wants to have.
    pub fn is_over_soft_limit(&self) -> bool {
        self.soft_limit.is_some_and(|max| self.stats.live_bytes > max)
    }

    /// Sets Go's `GOGC` value; 0 turns collecting off. Returns the previous one.
    pub fn set_gc_percent(&mut self, percent: u32) -> u32 {
        let previous = std::mem::replace(&mut self.config.gc_percent, percent);
        self.set_trigger();
        previous
    }

    /// Whether the object at `addr`, which was in the heap, has outlived the collection that has just been made. For what
    /// refers to objects without keeping them alive; nothing may have been allocated since.
    pub fn survived(&self, addr: u64) -> bool {
        self.space.survived(addr)
    }

    /// Ties the resource `id` to the object at `object`: once that is found dead, `id` appears in
    /// [`take_dead_resources`](Self::take_dead_resources).
    pub fn register_resource(&mut self, object: u64, id: u64) {
        self.resources.push(Resource { object, id });
    }

    /// The resources whose objects have died since the last call.
    pub fn take_dead_resources(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.dead_resources)
    }

    /// The address of the object that `addr` points into, if that is in the collected heap.
    pub fn object_at(&self, addr: u64) -> Option<u64> {
        self.space.object_at(addr)
    }

    /// Whether `addr` points into the collected heap (static memory and nil do not).
    pub fn contains(&self, addr: u64) -> bool {
        self.space.contains(addr)
    }

    /// Counters.
    pub fn stats(&self) -> HeapStats {
        let now = self.stats.live_bytes + self.allocated;
        let (bytes, objects) = self.at_hand();
        HeapStats {
            peak_bytes: self.stats.peak_bytes.max(now),
            bytes_in_use: now - bytes,
            allocated_objects: self.stats.allocated_objects - objects,
            next_collection: self.stats.live_bytes.saturating_add(self.trigger),
            ..self.stats
        }
    }

    /// What lies in the runs and has not been given to anyone: bytes and objects.
    fn at_hand(&self) -> (u64, u64) {
        let left = self.runs.iter().flat_map(|runs| runs.iter().zip(SIZES));
        left.fold((0, 0), |(bytes, objects), (run, size)| {
            let free = run.end.saturating_sub(run.start);
            (bytes + free, objects + free / u64::from(size))
        })
    }

    /// Bytes taken from the system for objects.
    pub fn footprint(&self) -> u64 {
        match &self.space {
            Space::Blocks(blocks) => blocks.footprint(),
            Space::Plain(_) => self.stats.live_bytes + self.allocated,
        }
    }

    /// The seed of all hashing in this heap.
    #[inline(always)]
    pub(super) fn hash_seed(&self) -> u64 {
        self.hash_seed
    }

    /// The next number of the heap's own sequence, which depends on nothing but the configured seed.
    pub(super) fn next_random(&mut self) -> u64 {
        // SplitMix64.
        self.random = self.random.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.random ^ (self.random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

/// The header of an object: its layout, and how many words of it are scanned.
#[inline(always)]
fn header(layout: LayoutId, scanned: u64) -> u64 {
    debug_assert!(scanned.is_multiple_of(8) && scanned / 8 <= u64::from(u32::MAX));
    u64::from(layout.0) | (scanned / 8) << 32
}
