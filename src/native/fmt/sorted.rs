//! The order in which the entries of a map are printed: by key, as Go sorts them.

use std::cmp::Ordering;

use crate::heap::{CellKind, Kind, RTypeId, RTypes};
use crate::vm::Mem;

/// The positions of the entries (addresses of key and value), sorted by key.
pub(super) fn order(types: &RTypes, mem: Mem, key: RTypeId, entries: &[(u64, u64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by(|&a, &b| compare(types, mem, key, entries[a].0, entries[b].0, 0));
    order
}

/// Compares two values of a type in memory. Numbers by value with NaN first, strings by bytes, false before true,
/// pointers and channels by address, structs and arrays part by part, interfaces by type and then by value.
fn compare(types: &RTypes, mem: Mem, ty: RTypeId, a: u64, b: u64, depth: u32) -> Ordering {
    let t = types.get(ty);
    match t.kind {
        k if k.is_signed() => signed(mem, t.cells[0].kind, a).cmp(&signed(mem, t.cells[0].kind, b)),
        Kind::Bool => mem.u8(a).cmp(&mem.u8(b)),
        k if k.is_unsigned() => unsigned(mem, t.cells[0].kind, a).cmp(&unsigned(mem, t.cells[0].kind, b)),
        Kind::Float32 => floats(f64::from(mem.f32(a)), f64::from(mem.f32(b))),
        Kind::Float64 => floats(mem.f64(a), mem.f64(b)),
        Kind::Complex64 => floats(f64::from(mem.f32(a)), f64::from(mem.f32(b)))
            .then_with(|| floats(f64::from(mem.f32(a + 4)), f64::from(mem.f32(b + 4)))),
        Kind::Complex128 => {
            floats(mem.f64(a), mem.f64(b)).then_with(|| floats(mem.f64(a + 8), mem.f64(b + 8)))
        }
        Kind::String => mem.str(a).cmp(mem.str(b)),
        Kind::Struct => t
            .fields
            .iter()
            .map(|f| compare(types, mem, f.ty, a + f.off, b + f.off, depth + 1))
            .find(|o| o.is_ne())
            .unwrap_or(Ordering::Equal),
        Kind::Array => {
            let size = types.get(t.elem).size;
            (0..t.len)
                .map(|i| compare(types, mem, t.elem, a + i * size, b + i * size, depth + 1))
                .find(|o| o.is_ne())
                .unwrap_or(Ordering::Equal)
        }
        Kind::Interface => {
            let (x, y) = (mem.iface(a), mem.iface(b));
            match (x.ty.0, y.ty.0) {
                (0, 0) => Ordering::Equal,
                (0, _) => Ordering::Less,
                (_, 0) => Ordering::Greater,
                _ if x.ty != y.ty => types.by_place(x.ty, y.ty),
                _ => words(types, mem, x.ty, x.word, y.word, depth),
            }
        }
        _ => mem.u64(a).cmp(&mem.u64(b)),
    }
}

/// Compares the data words of two interfaces of the same dynamic type.
fn words(types: &RTypes, mem: Mem, ty: RTypeId, x: u64, y: u64, depth: u32) -> Ordering {
    let t = types.get(ty);
    match t.iface_word {
        crate::heap::IfaceWord::Boxed => compare(types, mem, ty, x, y, depth + 1),
        crate::heap::IfaceWord::Pointer => x.cmp(&y),
        crate::heap::IfaceWord::Scalar => match t.kind {
            k if k.is_signed() => (x as i64).cmp(&(y as i64)),
            Kind::Float32 => floats(f64::from(f32::from_bits(x as u32)), f64::from(f32::from_bits(y as u32))),
            Kind::Float64 => floats(f64::from_bits(x), f64::from_bits(y)),
            _ => x.cmp(&y),
        },
    }
}

fn floats(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or_else(|| b.is_nan().cmp(&a.is_nan()))
}

fn signed(mem: Mem, cell: CellKind, at: u64) -> i64 {
    match cell {
        CellKind::I8 => mem.i8(at).into(),
        CellKind::I16 => mem.i16(at).into(),
        CellKind::I32 => mem.i32(at).into(),
        _ => mem.i64(at),
    }
}

fn unsigned(mem: Mem, cell: CellKind, at: u64) -> u64 {
    match cell {
        CellKind::U8 => mem.u8(at).into(),
        CellKind::U16 => mem.u16(at).into(),
        CellKind::U32 => mem.u32(at).into(),
        _ => mem.u64(at),
    }
}
