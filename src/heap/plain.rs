//! The plain object source: every object is an allocation of Rust's allocator.
//!
//! For AddressSanitizer and Miri, which then see each object's bounds and the end of its life, and for systems that
//! do not grant a large address range. Slow: finding an object by an interior pointer is a tree search.
//!
//! Invariant: `objects` holds exactly the live allocations by their first address, and each was made with
//! `layout(size)`.

use std::alloc::{Layout, alloc_zeroed, dealloc};
use std::collections::BTreeMap;

use super::OutOfMemory;

struct Object {
    size: u64,
    scan: bool,
    marked: bool,
}

/// The table of objects.
#[derive(Default)]
pub(super) struct Plain {
    objects: BTreeMap<u64, Object>,
}

/// An object has at least a word, as in blocks: the marker reads the first of any.
fn layout(size: u64) -> Result<Layout, OutOfMemory> {
    let size = usize::try_from(size).map_err(|_| OutOfMemory)?.max(8);
    Layout::from_size_align(size, 8).map_err(|_| OutOfMemory)
}

impl Plain {
    /// A zeroed object of `size` bytes, header included; `size` is not 0.
    pub fn alloc(&mut self, size: u64, scan: bool) -> Result<u64, OutOfMemory> {
        debug_assert!(size > 0);
        // SAFETY: the layout's size is not zero.
        let addr = unsafe { alloc_zeroed(layout(size)?) } as u64;
        if addr == 0 {
            return Err(OutOfMemory);
        }
        self.objects.insert(addr, Object { size, scan, marked: false });
        Ok(addr)
    }

    pub fn begin_marking(&mut self) {
        for object in self.objects.values_mut() {
            object.marked = false;
        }
    }

    /// See `Blocks::mark`.
    pub fn mark(&mut self, addr: u64) -> Option<u64> {
        let (&start, object) = self.objects.range_mut(..=addr).next_back()?;
        if addr - start >= object.size || object.marked {
            return None;
        }
        object.marked = true;
        object.scan.then_some(start)
    }

    /// See `Blocks::is_marked`.
    pub fn is_marked(&self, addr: u64) -> bool {
        match self.objects.range(..=addr).next_back() {
            Some((start, object)) if addr - start < object.size => object.marked,
            Some(_) | None => true,
        }
    }

    /// See `Blocks::slot_of`.
    pub fn slot_of(&self, addr: u64) -> Option<(u64, bool)> {
        let (&start, object) = self.objects.range(..=addr).next_back()?;
        (addr - start < object.size).then_some((start, object.scan))
    }

    /// Whether the object at `addr` is there after a sweep.
    pub fn survived(&self, addr: u64) -> bool {
        self.objects.range(..=addr).next_back().is_some_and(|(start, object)| addr - start < object.size)
    }

    /// Frees what is not marked. Returns the live bytes and objects.
    pub fn sweep(&mut self) -> (u64, u64) {
        self.objects.retain(|&addr, object| {
            if !object.marked {
                release(addr, object.size);
            }
            object.marked
        });
        (self.objects.values().map(|o| o.size).sum(), self.objects.len() as u64)
    }

    pub fn contains(&self, addr: u64) -> bool {
        self.objects.range(..=addr).next_back().is_some_and(|(start, o)| addr - start < o.size)
    }
}

fn release(addr: u64, size: u64) {
    if let Ok(layout) = layout(size) {
        // SAFETY: by the invariant, `addr` was allocated with this layout and is forgotten by the caller.
        unsafe { dealloc(addr as *mut u8, layout) }
    }
}

impl Drop for Plain {
    fn drop(&mut self) {
        for (&addr, object) in &self.objects {
            release(addr, object.size);
        }
    }
}
