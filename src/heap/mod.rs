//! The heap: memory for Go values, the collector, run-time types, and the passive data structures
//! (strings, slices, maps, interfaces, closures, channels) that live in it.
//!
//! One of the two rooms with unsafe code. What the others may rely on, and what they must keep to:
//!
//! - **Addresses.** An object is named by its address, a `u64` as registers hold it; 0 is nil. Objects never
//!   move. Interior pointers keep their object alive; a pointer one past the end never exists.
//! - **Liveness.** Allocation never collects. [`Heap::collect`] frees whatever its roots do not reach, so an address
//!   is good until the next collection, or as long as a root holds it. Handles (maps, channels ...) are
//!   made from register slots by unsafe constructors that demand exactly this; their methods are safe.
//! - **Types.** The checker has proved what each slot holds, the bytecode preserves it, and nothing here
//!   checks it again.
//!
//! | file | concept |
//! |---|---|
//! | `rtype`, `describe`, `layout` | run-time types, how they are laid out, where their pointers are |
//! | `gc` | [`Heap`]: allocation, pacing, collection |
//! | `range`, `blocks`, `size_class`, `plain`, `space` | where memory comes from |
//! | `mark` | tracing |
//! | `mem` | register form and memory form |

mod blocks;
mod describe;
mod gc;
mod layout;
mod mark;
pub mod mem;
mod plain;
mod range;
mod rtype;
mod size_class;
mod space;
#[cfg(test)]
mod tests;

pub use gc::{Heap, HeapConfig, HeapStats};
pub use layout::{Layout, LayoutId, Layouts, PtrKind, PtrMap, Span};
pub use mark::Marker;
pub use rtype::{
    Cell, CellKind, ChanDir, Equality, FieldDef, IfaceWord, KeyPath, Kind, MAX_SLOTS, MapInfo, NameId,
    RField, RIfaceMethod, RMethod, RType, RTypeId, RTypes, Shape, TypeDef,
};

/// The system has no memory left, or the limit does not allow an allocation: Go's `fatal error: out of memory`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

impl std::fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("out of memory")
    }
}

impl std::error::Error for OutOfMemory {}
