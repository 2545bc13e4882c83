//! Weak pointers: objects of one word, *handles*, that hold an address until its object is dead.
//!
//! Invariant: for an address there is at most one handle while its object lives, so handles are equal if what they were made of is. A
//! handle that nobody refers to is forgotten; the table keeps neither it nor the object alive.

use hashbrown::HashMap;

use super::mark::Marker;
use super::{Heap, OutOfMemory, mem};

/// The handles of a program, by the address that they hold.
#[derive(Debug, Default)]
pub struct WeakPointers(HashMap<u64, u64>);

impl WeakPointers {
    /// The handle of an address, which is not 0.
    ///
    /// # Errors
    /// Out of memory.
    pub fn handle(&mut self, heap: &mut Heap, addr: u64) -> Result<u64, OutOfMemory> {
        if let Some(&handle) = self.0.get(&addr) {
            return Ok(handle);
        }
        let handle = heap.alloc_noscan(8)?;
        // SAFETY: a new object of one word.
        unsafe { mem::store(handle, addr) };
        self.0.insert(addr, handle);
        Ok(handle)
    }

    /// Clears those whose objects are dead: all that is reachable is marked, and no object that a finalizer revives.
    pub fn settle(&mut self, marker: &Marker<'_>) {
        self.0.retain(|&addr, &mut handle| {
            if !marker.is_marked(handle) {
                return false;
            }
            let lives = marker.is_marked(addr);
            if !lives {
                // SAFETY: the handle is alive.
                unsafe { mem::store(handle, 0u64) };
            }
            lives
        });
    }
}
