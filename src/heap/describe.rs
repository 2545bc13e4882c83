//! From the shape of a type to its descriptor: sizes, offsets, register cells, pointer map, equality.
//!
//! The rules are Go's on amd64: a struct is aligned as its most aligned field and padded to its alignment;
//! a struct that ends in a field of size zero gets one more byte before padding, so that a pointer
//! to that field stays inside the object.

use smallvec::{SmallVec, smallvec};

use super::layout::{LayoutId, Span};
use super::rtype::{
    Cell, CellKind, ChanDir, Equality, FieldDef, IfaceWord, KeyPath, Kind, MAX_SLOTS, MapInfo, Piece,
    PieceKind, RField, RType, RTypeId, RTypes, Shape, TypeDef,
};

/// Sizes stop growing here: no memory holds such a value, and sums of a few sizes do not overflow.
const TOO_LARGE: u64 = 1 << 56;

/// The descriptor of `def`. The types it contains (not those it points to) must be filled.
pub(super) fn describe(types: &mut RTypes, id: RTypeId, def: TypeDef) -> RType {
    let mut ty = RType::blank(id);
    ty.name = def.name;
    ty.pkg_path = def.pkg_path;
    ty.named = def.named;
    let reflected = ty.named && &*ty.name == "reflect.Value" && &*ty.pkg_path == "reflect";
    match def.shape {
        Shape::Basic(kind) => basic(&mut ty, kind),
        Shape::Pointer(elem) => {
            pointer_shaped(&mut ty, Kind::Pointer, Equality::Bytes);
            ty.elem = elem;
        }
        Shape::Map(key, elem) => {
            pointer_shaped(&mut ty, Kind::Map, Equality::Never);
            ty.key = key;
            ty.elem = elem;
        }
        Shape::Chan(dir, elem) => {
            pointer_shaped(&mut ty, Kind::Chan, Equality::Bytes);
            ty.dir = dir;
            ty.elem = elem;
        }
        Shape::Func { params, results, variadic } => {
            pointer_shaped(&mut ty, Kind::Func, Equality::Never);
            ty.params = params.into();
            ty.results = results.into();
            ty.variadic = variadic;
        }
        Shape::Slice(elem) => {
            let cells = &[(0, CellKind::Ptr), (8, CellKind::W), (16, CellKind::W)];
            flat(&mut ty, Kind::Slice, 24, 8, cells, Equality::Never);
            ty.layout = LayoutId::SLICE;
            ty.elem = elem;
        }
        Shape::Interface(mut methods) => {
            let cells = &[(0, CellKind::IfaceType), (8, CellKind::IfaceData)];
            flat(&mut ty, Kind::Interface, 16, 8, cells, Equality::Iface);
            ty.layout = LayoutId::IFACE;
            methods.sort_by(|a, b| types.name_text(a.name).cmp(types.name_text(b.name)));
            ty.iface_methods = methods.into();
        }
        Shape::Array(elem, len) => array(&mut ty, types, elem, len),
        Shape::Struct(fields) => structure(&mut ty, types, fields),
    }
    if reflected {
        ty.eq = Equality::Fields;
        ty.pieces = Box::new([Piece { off: 0, size: ty.size as u32, kind: PieceKind::Reflected }]);
    }
    ty
}

/// A type of one or more register cells that has no parts of other types.
fn flat(ty: &mut RType, kind: Kind, size: u64, align: u8, cells: &[(u32, CellKind)], eq: Equality) {
    ty.kind = kind;
    ty.size = size;
    ty.align = align;
    ty.slots = cells.len() as u16;
    ty.cells = cells.iter().map(|&(off, kind)| Cell { off, kind }).collect();
    ty.eq = eq;
    ty.dir = ChanDir::Both;
}

fn pointer_shaped(ty: &mut RType, kind: Kind, eq: Equality) {
    flat(ty, kind, 8, 8, &[(0, CellKind::Ptr)], eq);
    ty.layout = LayoutId::PTR;
    ty.iface_word = IfaceWord::Pointer;
}

fn basic(ty: &mut RType, kind: Kind) {
    let scalar = |ty: &mut RType, size: u8, cell, eq| {
        flat(ty, kind, u64::from(size), size, &[(0, cell)], eq);
        ty.iface_word = IfaceWord::Scalar;
    };
    match kind {
        Kind::Bool | Kind::Uint8 => scalar(ty, 1, CellKind::U8, Equality::Bytes),
        Kind::Int8 => scalar(ty, 1, CellKind::I8, Equality::Bytes),
        Kind::Int16 => scalar(ty, 2, CellKind::I16, Equality::Bytes),
        Kind::Uint16 => scalar(ty, 2, CellKind::U16, Equality::Bytes),
        Kind::Int32 => scalar(ty, 4, CellKind::I32, Equality::Bytes),
        Kind::Uint32 => scalar(ty, 4, CellKind::U32, Equality::Bytes),
        Kind::Int | Kind::Int64 | Kind::Uint | Kind::Uint64 | Kind::Uintptr => {
            scalar(ty, 8, CellKind::W, Equality::Bytes);
        }
        Kind::Float32 => scalar(ty, 4, CellKind::U32, Equality::Float32),
        Kind::Float64 => scalar(ty, 8, CellKind::W, Equality::Float64),
        Kind::Complex64 => {
            flat(ty, kind, 8, 4, &[(0, CellKind::U32), (4, CellKind::U32)], Equality::Complex64);
        }
        Kind::Complex128 => {
            flat(ty, kind, 16, 8, &[(0, CellKind::W), (8, CellKind::W)], Equality::Complex128);
        }
        Kind::String => {
            flat(ty, kind, 16, 8, &[(0, CellKind::Ptr), (8, CellKind::W)], Equality::String);
            ty.layout = LayoutId::STRING;
        }
        Kind::UnsafePointer => pointer_shaped(ty, kind, Equality::Bytes),
        Kind::Array
        | Kind::Chan
        | Kind::Func
        | Kind::Interface
        | Kind::Map
        | Kind::Pointer
        | Kind::Slice
        | Kind::Struct => {
            debug_assert!(false, "{kind:?} is not a basic kind");
        }
    }
}

/// Slots of a type when it is laid out inside a larger one: more than the maximum counts as one too many.
fn flat_slots(ty: &RType) -> u64 {
    if ty.indirect { MAX_SLOTS + 1 } else { u64::from(ty.slots) }
}

/// Settles the register form of a composite whose parts have been summed up.
fn set_slots(ty: &mut RType, slots: u64, cells: Vec<Cell>) {
    if slots > MAX_SLOTS {
        ty.slots = 1;
        ty.indirect = true;
    } else {
        ty.slots = slots as u16;
        ty.words = cells.iter().enumerate().all(|(i, c)| c.kind.size() == 8 && c.off == 8 * i as u32);
        ty.cells = cells.into();
    }
}

fn array(ty: &mut RType, types: &mut RTypes, elem: RTypeId, len: u64) {
    let e = types.get(elem);
    ty.kind = Kind::Array;
    ty.elem = elem;
    ty.len = len;
    ty.size = e.size.saturating_mul(len).min(TOO_LARGE);
    ty.align = e.align;
    ty.eq = match e.eq {
        Equality::Never => Equality::Never,
        Equality::Bytes => Equality::Bytes,
        Equality::Float32
        | Equality::Float64
        | Equality::Complex64
        | Equality::Complex128
        | Equality::String
        | Equality::Iface
        | Equality::Fields
        | Equality::Elems => Equality::Elems,
    };
    let slots = flat_slots(e).saturating_mul(len);
    let mut cells = Vec::new();
    if slots <= MAX_SLOTS && slots > 0 {
        for i in 0..len {
            let base = (i * e.size) as u32;
            cells.extend(e.cells.iter().map(|c| Cell { off: base + c.off, kind: c.kind }));
        }
    }
    let part =
        Span { off: 0, layout: e.layout, count: if e.has_pointers() { repeats(types, e, len) } else { 0 } };
    let size = ty.size;
    ty.layout = types.layouts.compose(size, &[part]);
    set_slots(ty, slots, cells);
}

/// How often an array of `len` elements of type `e` repeats the layout of `e` (which, if `e` is itself an
/// array, may describe less than one `e`).
fn repeats(types: &RTypes, e: &RType, len: u64) -> u64 {
    e.size.saturating_mul(len) / types.layouts.get(e.layout).elem_size
}

fn structure(ty: &mut RType, types: &mut RTypes, defs: Vec<FieldDef>) {
    ty.kind = Kind::Struct;
    let (mut off, mut slots) = (0u64, 0u64);
    let (mut cells, mut parts, mut fields) = (Vec::new(), Vec::new(), Vec::with_capacity(defs.len()));
    let (mut comparable, mut bytes, mut packed) = (true, true, 0u64);
    let last = defs.len().wrapping_sub(1);
    for (i, def) in defs.into_iter().enumerate() {
        let f = types.get(def.ty);
        ty.align = ty.align.max(f.align);
        off = off.next_multiple_of(u64::from(f.align));
        comparable &= f.comparable();
        bytes &= f.eq == Equality::Bytes && &*def.name != "_";
        packed = packed.saturating_add(f.size);
        if f.has_pointers() {
            parts.push(Span { off, layout: f.layout, count: repeats(types, f, 1) });
        }
        let slot = slots.min(MAX_SLOTS) as u16;
        slots += flat_slots(f);
        if slots <= MAX_SLOTS {
            cells.extend(f.cells.iter().map(|c| Cell { off: off as u32 + c.off, kind: c.kind }));
        }
        let exported = def.name.chars().next().is_some_and(char::is_uppercase);
        let (size, field_off) = (f.size, off);
        fields.push(RField {
            name: def.name,
            pkg: def.pkg,
            ty: def.ty,
            off: field_off,
            slot,
            tag: def.tag,
            embedded: def.embedded,
            exported,
        });
        off = (off + size).min(TOO_LARGE);
        if i == last && size == 0 && off > 0 {
            off += 1;
        }
    }
    ty.size = off.next_multiple_of(u64::from(ty.align));
    ty.fields = fields.into();
    ty.eq = if !comparable {
        Equality::Never
    } else if bytes && packed == ty.size {
        Equality::Bytes
    } else {
        Equality::Fields
    };
    if ty.eq == Equality::Fields {
        ty.pieces = pieces(types, &ty.fields).unwrap_or_default();
    }
    let size = ty.size;
    ty.layout = types.layouts.compose(size, &parts);
    set_slots(ty, slots, cells);
}

/// As many pieces as a loop over them is quicker than a walk over the fields.
const MAX_PIECES: usize = 12;

/// The pieces of a value of type `f` at `off`; nothing if they do not describe it.
fn pieces_of(f: &RType, off: u64) -> Option<SmallVec<[Piece; MAX_PIECES]>> {
    let off = u32::try_from(off).ok()?;
    let piece =
        |at: u32, size: u64, kind| Some(Piece { off: off + at, size: u32::try_from(size).ok()?, kind });
    Some(match f.eq {
        Equality::Bytes if f.size == 0 => smallvec![],
        Equality::Bytes => smallvec![piece(0, f.size, PieceKind::Bytes)?],
        Equality::String => smallvec![piece(0, 16, PieceKind::String)?],
        Equality::Float32 => smallvec![piece(0, 4, PieceKind::Float32)?],
        Equality::Float64 => smallvec![piece(0, 8, PieceKind::Float64)?],
        Equality::Complex64 => smallvec![piece(0, 4, PieceKind::Float32)?, piece(4, 4, PieceKind::Float32)?],
        Equality::Complex128 => smallvec![piece(0, 8, PieceKind::Float64)?, piece(8, 8, PieceKind::Float64)?],
        Equality::Fields if !f.pieces.is_empty() => {
            f.pieces.iter().map(|inner| Piece { off: off + inner.off, ..*inner }).collect()
        }
        Equality::Fields | Equality::Elems | Equality::Iface | Equality::Never => return None,
    })
}

/// The pieces of a struct; those that lie side by side and are compared by their bytes are one.
fn pieces(types: &RTypes, fields: &[RField]) -> Option<Box<[Piece]>> {
    let mut all: Vec<Piece> = Vec::new();
    for field in fields.iter().filter(|field| &*field.name != "_") {
        for piece in pieces_of(types.get(field.ty), field.off)? {
            match all.last_mut() {
                Some(last)
                    if (last.kind, piece.kind) == (PieceKind::Bytes, PieceKind::Bytes)
                        && last.off + last.size == piece.off =>
                {
                    last.size += piece.size;
                }
                _ => all.push(piece),
            }
        }
    }
    (all.len() <= MAX_PIECES).then(|| all.into())
}

/// The map operations' view of a map type: its entries are `struct { key K; value V }`, padded.
pub(super) fn map_info(types: &mut RTypes, map: RTypeId) -> MapInfo {
    let (key, elem) = (types.get(map).key, types.get(map).elem);
    let (k, v) = (types.get(key), types.get(elem));
    let path = match (k.eq, k.kind) {
        (Equality::Bytes, kind) if kind != Kind::Struct && kind != Kind::Array => {
            KeyPath::Word { width: k.size as u8 }
        }
        (Equality::String, _) => KeyPath::Str,
        (Equality::Float64, _) => KeyPath::Float64,
        (Equality::Iface, _) => KeyPath::Iface,
        (Equality::Bytes, _) if k.size > 0 && u32::try_from(k.size).is_ok() => {
            let size = k.size as u32;
            match k.indirect || k.words {
                true => KeyPath::Plain { size, indirect: k.indirect },
                false => KeyPath::Packed { size },
            }
        }
        (Equality::Fields, _) if !k.pieces.is_empty() && u32::try_from(k.size).is_ok() => {
            KeyPath::Pieces { size: k.size as u32 }
        }
        (
            Equality::Never
            | Equality::Bytes
            | Equality::Float32
            | Equality::Complex64
            | Equality::Complex128
            | Equality::Fields
            | Equality::Elems,
            _,
        ) => KeyPath::Mem,
    };
    let val_cell = match *v.cells {
        [cell] => Some(cell.kind),
        _ => None,
    };
    let align = u64::from(k.align.max(v.align));
    let val_off = k.size.next_multiple_of(u64::from(v.align));
    let entry_size = (val_off + v.size).next_multiple_of(align).max(1);
    let mut parts = Vec::new();
    for (off, part) in [(0, k), (val_off, v)] {
        if part.has_pointers() {
            parts.push(Span { off, layout: part.layout, count: repeats(types, part, 1) });
        }
    }
    let entry_layout = types.layouts.compose(entry_size, &parts);
    // Too large for any memory: `Map::make` refuses it.
    let entry_size = u32::try_from(entry_size).unwrap_or(u32::MAX);
    MapInfo { key, elem, path, val_off: val_off as u32, entry_size, entry_layout, val_cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::layout::PtrMap;

    fn add(types: &mut RTypes, shape: Shape) -> RTypeId {
        types.add(TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape })
    }

    fn fields(types: &[RTypeId]) -> Shape {
        let def = |&ty| FieldDef { name: "F".into(), pkg: "".into(), ty, tag: "".into(), embedded: false };
        Shape::Struct(types.iter().map(def).collect())
    }

    #[test]
    fn structs_are_laid_out_as_go_does() {
        let mut t = RTypes::new();
        let byte = add(&mut t, Shape::Basic(Kind::Uint8));
        let int = add(&mut t, Shape::Basic(Kind::Int));
        let text = add(&mut t, Shape::Basic(Kind::String));
        let empty = add(&mut t, fields(&[]));
        let s = add(&mut t, fields(&[byte, int, byte, text, byte]));
        let ty = t.get(s);
        assert_eq!((ty.size, ty.align, ty.slots), (48, 8, 6));
        assert_eq!(ty.fields.iter().map(|f| f.off).collect::<Vec<_>>(), [0, 8, 16, 24, 40]);
        assert_eq!(ty.fields.iter().map(|f| f.slot).collect::<Vec<_>>(), [0, 1, 2, 3, 5]);
        assert_eq!(t.layouts.get(ty.layout).map, PtrMap::Words { ptrs: 0b1000, ifaces: 0 });
        let tail = add(&mut t, fields(&[int, empty]));
        assert_eq!(t.get(tail).size, 16);
        assert_eq!((t.get(empty).size, t.get(empty).slots), (0, 0));
    }

    #[test]
    fn large_values_are_indirect() {
        let mut t = RTypes::new();
        let int = add(&mut t, Shape::Basic(Kind::Int));
        let a16 = add(&mut t, Shape::Array(int, 16));
        let a17 = add(&mut t, Shape::Array(int, 17));
        assert_eq!((t.get(a16).slots, t.get(a16).indirect), (16, false));
        assert_eq!((t.get(a17).slots, t.get(a17).indirect), (1, true));
        let outer = add(&mut t, fields(&[a16, int]));
        assert!(t.get(outer).indirect);
        let huge = add(&mut t, Shape::Array(a17, 1 << 50));
        assert!(t.get(huge).indirect);
    }

    #[test]
    fn equality_follows_the_parts() {
        let mut t = RTypes::new();
        let byte = add(&mut t, Shape::Basic(Kind::Uint8));
        let int = add(&mut t, Shape::Basic(Kind::Int));
        let f64 = add(&mut t, Shape::Basic(Kind::Float64));
        let slice = add(&mut t, Shape::Slice(int));
        let eq = |t: &mut RTypes, parts: &[RTypeId]| {
            let s = add(t, fields(parts));
            t.get(s).eq
        };
        assert_eq!(eq(&mut t, &[int, int]), Equality::Bytes);
        assert_eq!(eq(&mut t, &[byte, int]), Equality::Fields);
        assert_eq!(eq(&mut t, &[int, f64]), Equality::Fields);
        assert_eq!(eq(&mut t, &[int, slice]), Equality::Never);
        let arr = add(&mut t, Shape::Array(f64, 3));
        assert_eq!(t.get(arr).eq, Equality::Elems);
    }

    #[test]
    fn map_entries_are_padded_structs() {
        let mut t = RTypes::new();
        let byte = add(&mut t, Shape::Basic(Kind::Uint8));
        let text = add(&mut t, Shape::Basic(Kind::String));
        let m = add(&mut t, Shape::Map(byte, text));
        let info = t.map_info(m);
        assert_eq!((info.val_off, info.entry_size), (8, 24));
        assert_eq!(info.path, KeyPath::Word { width: 1 });
        assert_eq!(t.layouts.get(info.entry_layout).map, PtrMap::Words { ptrs: 0b10, ifaces: 0 });
        let word = add(&mut t, Shape::Basic(Kind::Int));
        let row = add(&mut t, Shape::Array(word, 3));
        let rows = add(&mut t, Shape::Map(row, text));
        assert!(matches!(t.map_info(rows).path, KeyPath::Plain { size: 24, .. }));
        let bytes = add(&mut t, Shape::Array(byte, 3));
        let by_bytes = add(&mut t, Shape::Map(bytes, word));
        assert_eq!(t.map_info(by_bytes).path, KeyPath::Packed { size: 3 });
        let pair = add(&mut t, fields(&[text, word]));
        let by_pair = add(&mut t, Shape::Map(pair, word));
        assert_eq!(t.map_info(by_pair).path, KeyPath::Pieces { size: 24 });
    }

    #[test]
    fn structs_are_compared_by_pieces() {
        let mut t = RTypes::new();
        let [byte, float, text] =
            [Kind::Uint8, Kind::Float64, Kind::String].map(|kind| add(&mut t, Shape::Basic(kind)));
        let field = |name: &str, ty| FieldDef {
            name: name.into(),
            pkg: "".into(),
            ty,
            tag: "".into(),
            embedded: false,
        };
        let inner = add(
            &mut t,
            Shape::Struct(vec![field("a", byte), field("_", byte), field("b", byte), field("c", byte)]),
        );
        let outer = add(&mut t, Shape::Struct(vec![field("x", inner), field("y", float), field("z", text)]));
        let found: Vec<_> =
            t.get(outer).pieces.iter().map(|piece| (piece.off, piece.size, piece.kind)).collect();
        use PieceKind::{Bytes, Float64, String};
        assert_eq!(found, [(0, 1, Bytes), (2, 2, Bytes), (8, 8, Float64), (16, 16, String)]);
        let any = add(
            &mut t,
            Shape::Struct(vec![field("x", inner), field("y", outer), field("z", outer), field("w", outer)]),
        );
        assert!(t.get(any).pieces.is_empty(), "too many");
    }
}
