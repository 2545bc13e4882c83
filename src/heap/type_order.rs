//! The order of types by where Go's linker puts what describes them.

use std::cmp::Ordering;

use super::{Kind, RType, RTypeId, RTypes};

impl RTypes {
    /// The order of types by address, as Go has it, where values of different types are sorted: its linker lays out at first
    /// types without a name, by their texts, then the others by the size of what describes them, and of one size those of
    /// package main before what is predeclared.
    pub fn by_place(&self, x: RTypeId, y: RTypeId) -> Ordering {
        let (t, u) = (self.get(x), self.get(y));
        let order = match (t.named, u.named) {
            (false, false) => t.name.cmp(&u.name),
            (true, true) => {
                let origin = |t: &RType| (t.pkg_path.is_empty(), &*t.pkg_path != "main");
                let name = |t: &RType| (t.pkg_path.clone(), t.name.clone());
                (descriptor_size(t), origin(t))
                    .cmp(&(descriptor_size(u), origin(u)))
                    .then_with(|| predeclared_place(t).cmp(&predeclared_place(u)))
                    .then_with(|| name(t).cmp(&name(u)))
            }
            (named, _) => named.cmp(&!named),
        };
        order.then_with(|| x.cmp(&y))
    }
}

/// Bytes of what describes a named type at run time in Go: a common part, one of its kind and one of its methods.
fn descriptor_size(t: &RType) -> usize {
    let of_kind = match t.kind {
        Kind::Array => 24,
        Kind::Chan => 16,
        Kind::Pointer => 8,
        Kind::Struct => 32 + 24 * t.fields.len(),
        _ => 0,
    };
    48 + of_kind + 16 + 16 * t.methods.len()
}

/// In which order Go's linker meets the predeclared types; 0 for others.
fn predeclared_place(t: &RType) -> usize {
    const ORDER: [Kind; 17] = [
        Kind::String,
        Kind::Int8,
        Kind::Uint8,
        Kind::Int16,
        Kind::Uint16,
        Kind::Int32,
        Kind::Uint32,
        Kind::Int64,
        Kind::Uint64,
        Kind::Int,
        Kind::Uint,
        Kind::Uintptr,
        Kind::Complex64,
        Kind::Complex128,
        Kind::Float32,
        Kind::Float64,
        Kind::Bool,
    ];
    let place = ORDER.iter().position(|&kind| kind == t.kind && t.pkg_path.is_empty());
    place.map_or(0, |place| place + 1)
}
