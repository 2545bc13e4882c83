//! The heap: memory for Go values, the collector, run-time types, and the passive data structures
//! (strings, slices, maps, interfaces, closures, channels) that live in it.
//!
//! One of the two rooms with unsafe code. What the others may rely on, and what they must keep to:
//!
//! - **Addresses.** An object is named by its address, a `u64` as registers hold it; 0 is nil. Objects never
//!   move. Interior pointers keep their object alive; a pointer one past the end never exists.
//! - **Liveness.** Allocation never collects. [`Heap::collect`] frees whatever its roots do not reach, so an
//!   address is good until the next collection, or as long as a root holds it. Handles ([`Map`], [`Chan`],
//!   [`Str`], [`MapIter`]) are made from register slots by unsafe constructors that demand exactly this; their
//!   methods are safe.
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
//! | `finalizers`, `weak` | what is called when objects are dead; pointers that do not keep them alive |
//! | `string`, `slice`, `iface`, `closure`, `chan` | passive data |
//! | `map`, `map_table`, `map_key`, `map_iter` | maps: operations; the table; kinds of keys; iteration |
//! | `equal`, `hash` | `==` and hashing by run-time type |
//! | `exhausted`, `small`, `huge_pages` | the interpreter's own memory: the allocator of the process |

mod blocks;
mod chan;
pub mod closure;
pub mod coroutine;
mod describe;
mod equal;
mod exhausted;
mod finalizers;
mod gc;
mod hash;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod huge_pages;
pub mod iface;
mod layout;
mod map;
mod map_iter;
mod map_key;
mod map_table;
#[cfg(test)]
mod map_tests;
mod mark;
pub mod mem;
mod plain;
mod range;
mod rtype;
mod size_class;
pub mod slice;
mod small;
mod space;
pub mod string;
#[cfg(test)]
pub(crate) mod tests;
mod type_order;
mod weak;

pub use chan::{Chan, WaitQueue};
pub use equal::{Uncomparable, equal, equal_ifaces, equal_strings};
pub use exhausted::OrExit;
pub use finalizers::{DueCall, Finalizers};
pub use gc::{Heap, HeapConfig, HeapStats, Small};
pub use layout::{Layout, LayoutId, Layouts, PtrKind, PtrMap, Span};
pub use map::{Map, MapError};
pub use map_iter::MapIter;
pub use mark::{Lookout, Marker};
pub use rtype::{
    Cell, CellKind, ChanDir, Equality, FieldDef, IfaceWord, KeyPath, Kind, MAX_SLOTS, MapInfo, NameId,
    RField, RIfaceMethod, RMethod, RType, RTypeId, RTypes, Shape, TypeDef,
};

pub use slice::SliceError;
pub use string::Str;
pub use weak::WeakPointers;

/// The system has no memory left, or the limit does not allow an allocation: Go's `fatal error: out of memory`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

impl std::fmt::Display for OutOfMemory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("out of memory")
    }
}

impl std::error::Error for OutOfMemory {}
