//! The heap: memory for Go values, the collector, run-time types, and the passive data structures
//! (strings, slices, maps, interfaces, closures, channels) that live in it.

mod describe;
mod layout;
mod rtype;

pub use layout::{Layout, LayoutId, Layouts, PtrKind, PtrMap, Span};
pub use rtype::{
    Cell, CellKind, ChanDir, Equality, FieldDef, IfaceWord, KeyPath, Kind, MAX_SLOTS, MapInfo, NameId,
    RField, RIfaceMethod, RMethod, RType, RTypeId, RTypes, Shape, TypeDef,
};
