//! Equality and hashing of any comparable value in memory form, by its run-time type.
//!
//! Invariants
//! - `a == b` as Go defines it: IEEE comparison of floats (NaN differs from itself, +0 equals -0), blank fields do not
//!   count, parts are compared in order until two differ.
//! - Equal values have equal hashes.
//! - No recursion: values nest without bound through interfaces, so what is still to be compared lies on
//!   a list (which is on the heap only when it is long).

use smallvec::SmallVec;

use super::hash;
use super::mem;
use super::rtype::{Equality, IfaceWord, Kind, Piece, PieceKind, RType, RTypeId, RTypes};

/// An interface held a value of this type, which is not comparable. Go's texts: `comparing uncomparable type T` and, of
/// a map key, `hash of unhashable type T`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Uncomparable(pub RTypeId);

/// Whether the values at `a` and `b`, both of type `ty`, are equal.
///
/// # Errors
/// [`Uncomparable`] if two interfaces inside have the same dynamic type, and that is not comparable.
///
/// # Safety
/// Both are addresses of live values of type `ty`.
pub unsafe fn equal(types: &RTypes, ty: RTypeId, a: u64, b: u64) -> Result<bool, Uncomparable> {
    let mut todo = SmallVec::<[(RTypeId, u64, u64, u64); 8]>::new();
    let mut next = Some((ty, a, b, 1));
    while let Some((ty, a, b, count)) = next {
        let t = types.get(ty);
        if count > 1 {
            todo.push((ty, a + t.size, b + t.size, count - 1));
        }
        // SAFETY: a and b hold values of type t; each arm reads as many bytes as such a value has.
        let same = unsafe {
            match t.eq {
                Equality::Never => return Err(Uncomparable(ty)),
                Equality::Bytes => mem::bytes(a, t.size) == mem::bytes(b, t.size),
                Equality::Float32 => mem::load::<f32>(a) == mem::load::<f32>(b),
                Equality::Float64 => mem::load::<f64>(a) == mem::load::<f64>(b),
                Equality::Complex64 => mem::load::<[f32; 2]>(a) == mem::load::<[f32; 2]>(b),
                Equality::Complex128 => mem::load::<[f64; 2]>(a) == mem::load::<[f64; 2]>(b),
                Equality::String => equal_strings(mem::load(a), mem::load(b)),
                Equality::Iface => match compare_words(types, mem::load(a), mem::load(b))? {
                    Words::Equal => true,
                    Words::Differ => false,
                    Words::Boxes(ty, a, b) => {
                        todo.push((ty, a, b, 1));
                        true
                    }
                },
                Equality::Fields if !t.pieces.is_empty() => equal_pieces(&t.pieces, a, b),
                Equality::Fields => {
                    for f in t.fields.iter().rev().filter(|f| &*f.name != "_") {
                        todo.push((f.ty, a + f.off, b + f.off, 1));
                    }
                    true
                }
                Equality::Elems => {
                    if t.len > 0 {
                        todo.push((t.elem, a, b, t.len));
                    }
                    true
                }
            }
        };
        if !same {
            return Ok(false);
        }
        next = todo.pop();
    }
    Ok(true)
}

/// Whether two interface values, given by type and data words, are equal.
///
/// # Errors
/// As for [`equal`].
///
/// # Safety
/// The words are those of live interface values.
#[inline]
pub unsafe fn equal_ifaces(types: &RTypes, a: [u64; 2], b: [u64; 2]) -> Result<bool, Uncomparable> {
    match compare_words(types, a, b)? {
        Words::Equal => Ok(true),
        Words::Differ => Ok(false),
        // SAFETY: the data words of a boxed type are addresses of values of the type.
        Words::Boxes(ty, a, b) => unsafe { equal(types, ty, a, b) },
    }
}

/// What the words of two interface values say about their equality.
enum Words {
    Equal,
    Differ,
    Boxes(RTypeId, u64, u64),
}

#[inline]
fn compare_words(types: &RTypes, a: [u64; 2], b: [u64; 2]) -> Result<Words, Uncomparable> {
    if a[0] != b[0] {
        return Ok(Words::Differ);
    }
    let id = RTypeId::from_word(a[0]);
    if id == RTypeId::NIL {
        return Ok(Words::Equal);
    }
    let t = types.get(id);
    if t.eq == Equality::Never {
        return Err(Uncomparable(id));
    }
    let same = match t.iface_word {
        IfaceWord::Scalar => equal_scalars(t, a[1], b[1]),
        IfaceWord::Pointer => a[1] == b[1],
        IfaceWord::Boxed => return Ok(Words::Boxes(id, a[1], b[1])),
    };
    Ok(if same { Words::Equal } else { Words::Differ })
}

/// Whether two scalars in register form are equal.
fn equal_scalars(t: &RType, a: u64, b: u64) -> bool {
    match t.eq {
        Equality::Float32 => f32::from_bits(a as u32) == f32::from_bits(b as u32),
        Equality::Float64 => f64::from_bits(a) == f64::from_bits(b),
        Equality::Never
        | Equality::Bytes
        | Equality::Complex64
        | Equality::Complex128
        | Equality::String
        | Equality::Iface
        | Equality::Fields
        | Equality::Elems => a == b,
    }
}

/// Whether two strings, given by pointer and length, are equal.
///
/// # Safety
/// Both are live.
#[inline(always)]
pub unsafe fn equal_strings(a: [u64; 2], b: [u64; 2]) -> bool {
    // SAFETY: the caller's promise.
    a[1] == b[1] && (a[0] == b[0] || unsafe { equal_bytes(a[0], b[0], a[1]) })
}

/// Whether `len` bytes at two addresses are equal. Short ones, as keys mostly are, are compared in place by two
/// overlapping loads; the library's `memcmp` is for the long ones.
///
/// # Safety
/// Both ranges are live.
#[inline(always)]
pub(super) unsafe fn equal_bytes(a: u64, b: u64, len: u64) -> bool {
    // SAFETY: each load lies within the `len` bytes.
    unsafe {
        if len >= 8 {
            let (last_a, last_b) = (a + len - 8, b + len - 8);
            load_unaligned::<u64>(a) == load_unaligned::<u64>(b)
                && load_unaligned::<u64>(last_a) == load_unaligned::<u64>(last_b)
                && (len <= 16 || mem::bytes(a + 8, len - 16) == mem::bytes(b + 8, len - 16))
        } else if len >= 4 {
            let (last_a, last_b) = (a + len - 4, b + len - 4);
            load_unaligned::<u32>(a) == load_unaligned::<u32>(b)
                && load_unaligned::<u32>(last_a) == load_unaligned::<u32>(last_b)
        } else {
            (0..len).all(|i| mem::load::<u8>(a + i) == mem::load::<u8>(b + i))
        }
    }
}

/// Reads a `T` at any address.
///
/// # Safety
/// The bytes are live.
#[inline(always)]
unsafe fn load_unaligned<T: Copy>(addr: u64) -> T {
    // SAFETY: the caller's promise.
    unsafe { (addr as *const T).read_unaligned() }
}

/// Whether two values are equal, given by their pieces.
///
/// # Safety
/// `a` and `b` are addresses of live values that have these pieces.
#[inline(always)]
pub(super) unsafe fn equal_pieces(pieces: &[Piece], a: u64, b: u64) -> bool {
    // SAFETY: the caller's promise.
    pieces.iter().all(|piece| unsafe { equal_piece(*piece, a, b) })
}

/// Whether a piece of two values is equal.
///
/// # Safety
/// `a` and `b` are addresses of live values of which this is a piece.
#[inline(always)]
unsafe fn equal_piece(piece: Piece, a: u64, b: u64) -> bool {
    let (a, b) = (a + u64::from(piece.off), b + u64::from(piece.off));
    // SAFETY: the caller's promise.
    unsafe {
        match piece.kind {
            PieceKind::Bytes => equal_bytes(a, b, u64::from(piece.size)),
            PieceKind::Float32 => mem::load::<f32>(a) == mem::load::<f32>(b),
            PieceKind::Float64 => mem::load::<f64>(a) == mem::load::<f64>(b),
            PieceKind::String => equal_strings(mem::load(a), mem::load(b)),
            PieceKind::Reflected => reflected(a) == reflected(b),
        }
    }
}

/// What is compared of a `reflect.Value`: its words, but of a pointer, map, channel or function that is no variable the value itself
/// instead of where that lies. (In Go such a value lies in the word.)
///
/// # Safety
/// `addr` is the address of a live value, which lies as `stdlib/reflect` has it: the type, whose second word is its kind; the address;
/// the flags.
unsafe fn reflected(addr: u64) -> [u64; 3] {
    /// The flags of what is not just a value: a method, a variable.
    const NO_VALUE: u64 = 0b1100;
    // SAFETY: the caller's promise.
    unsafe {
        let words @ [ty, at, flags] = mem::load::<[u64; 3]>(addr);
        if ty == 0 || at == 0 || flags & NO_VALUE != 0 {
            return words;
        }
        let kind = mem::load::<u64>(ty + 8);
        let in_word = [Kind::Pointer, Kind::UnsafePointer, Kind::Map, Kind::Chan, Kind::Func];
        if in_word.iter().any(|&k| k as u64 == kind) { [ty, mem::load(at), flags] } else { words }
    }
}

/// The bits of a float for hashing: the same for both zeros, `nan` for all NaNs.
#[inline(always)]
pub(super) fn float_bits(x: f64, nan: u64) -> u64 {
    if x.is_nan() {
        nan
    } else if x == 0.0 {
        0
    } else {
        x.to_bits()
    }
}

/// Adds the pieces of the value at `addr` to a hash.
///
/// # Safety
/// It is the address of a live value that has these pieces.
#[inline(always)]
unsafe fn add_pieces(pieces: &[Piece], hash: u64, addr: u64, nan: u64) -> u64 {
    pieces.iter().fold(hash, |h, piece| {
        let a = addr + u64::from(piece.off);
        // SAFETY: the caller's promise.
        unsafe {
            match piece.kind {
                PieceKind::Bytes if piece.size == 8 => hash::mix(h, load_unaligned(a)),
                PieceKind::Bytes => hash::bytes(h, mem::bytes(a, u64::from(piece.size))),
                PieceKind::Float32 => hash::mix(h, float_bits(f64::from(mem::load::<f32>(a)), nan)),
                PieceKind::Float64 => hash::mix(h, float_bits(mem::load(a), nan)),
                PieceKind::String => {
                    let [ptr, len] = mem::load::<[u64; 2]>(a);
                    hash::bytes(h, mem::bytes(ptr, len))
                }
                PieceKind::Reflected => reflected(a).into_iter().fold(h, hash::mix),
            }
        }
    })
}

/// The hash of the value at `addr`, which has these pieces; as for [`hash`].
///
/// # Safety
/// It is the address of a live value that has them.
#[inline(always)]
pub(super) unsafe fn hash_pieces(pieces: &[Piece], seed: u64, addr: u64, nan: u64) -> u64 {
    // SAFETY: the caller's promise.
    hash::mix(unsafe { add_pieces(pieces, seed, addr, nan) }, 0)
}

/// The hash of the value at `addr` of type `ty`. NaNs, which equal nothing, hash to a value that depends on
/// `nan`, so that many of them do not collide.
///
/// # Errors
/// [`Uncomparable`] if an interface inside holds a value that is not comparable.
///
/// # Safety
/// `addr` is the address of a live value of type `ty`.
pub(super) unsafe fn hash(
    types: &RTypes,
    seed: u64,
    ty: RTypeId,
    addr: u64,
    nan: u64,
) -> Result<u64, Uncomparable> {
    let float = |x: f64| float_bits(x, nan);
    let mut todo = SmallVec::<[(RTypeId, u64, u64); 8]>::new();
    let mut next = Some((ty, addr, 1));
    let mut h = seed;
    while let Some((ty, a, count)) = next {
        let t = types.get(ty);
        if count > 1 {
            todo.push((ty, a + t.size, count - 1));
        }
        // SAFETY: a holds a value of type t; each arm reads as many bytes as such a value has.
        unsafe {
            match t.eq {
                Equality::Never => return Err(Uncomparable(ty)),
                Equality::Bytes => h = hash::bytes(h, mem::bytes(a, t.size)),
                Equality::Float32 => h = hash::mix(h, float(f64::from(mem::load::<f32>(a)))),
                Equality::Float64 => h = hash::mix(h, float(mem::load(a))),
                Equality::Complex64 => {
                    let [re, im] = mem::load::<[f32; 2]>(a);
                    h = hash::mix(hash::mix(h, float(f64::from(re))), float(f64::from(im)));
                }
                Equality::Complex128 => {
                    let [re, im] = mem::load::<[f64; 2]>(a);
                    h = hash::mix(hash::mix(h, float(re)), float(im));
                }
                Equality::String => {
                    let [ptr, len] = mem::load::<[u64; 2]>(a);
                    h = hash::bytes(h, mem::bytes(ptr, len));
                }
                Equality::Iface => {
                    let [ty, word] = mem::load::<[u64; 2]>(a);
                    h = hash::mix(h, ty);
                    let id = RTypeId::from_word(ty);
                    let t = types.get(id);
                    match (t.iface_word, t.eq) {
                        (_, Equality::Never) => return Err(Uncomparable(id)),
                        // The nil type counts as an empty struct: nothing is read.
                        (IfaceWord::Boxed, _) => todo.push((id, word, 1)),
                        (IfaceWord::Scalar, Equality::Float64) => {
                            h = hash::mix(h, float(f64::from_bits(word)))
                        }
                        (IfaceWord::Scalar, Equality::Float32) => {
                            h = hash::mix(h, float(f64::from(f32::from_bits(word as u32))));
                        }
                        (IfaceWord::Scalar | IfaceWord::Pointer, _) => h = hash::mix(h, word),
                    }
                }
                Equality::Fields if !t.pieces.is_empty() => h = add_pieces(&t.pieces, h, a, nan),
                Equality::Fields => {
                    for f in t.fields.iter().rev().filter(|f| &*f.name != "_") {
                        todo.push((f.ty, a + f.off, 1));
                    }
                }
                Equality::Elems => {
                    if t.len > 0 {
                        todo.push((t.elem, a, t.len));
                    }
                }
            }
        }
        next = todo.pop();
    }
    // One more step: the bits of the last part must reach all others too.
    Ok(hash::mix(h, 0))
}

/// Whether all that counts of two equal interface values of this type is in their words.
#[inline(always)]
pub(super) fn is_word(t: &RType) -> bool {
    match t.iface_word {
        IfaceWord::Scalar => t.eq == Equality::Bytes,
        IfaceWord::Pointer => t.eq != Equality::Never,
        IfaceWord::Boxed => false,
    }
}

/// The hash of an interface value of type `iface`, given by its words; not the same as that of [`hash`].
///
/// # Errors
/// As for [`hash`].
///
/// # Safety
/// The words are those of a live interface value.
#[inline(always)]
pub(super) unsafe fn hash_words(
    types: &RTypes,
    seed: u64,
    iface: RTypeId,
    [ty, word]: [u64; 2],
    nan: u64,
) -> Result<u64, Uncomparable> {
    let t = types.get(RTypeId::from_word(ty));
    if is_word(t) {
        return Ok(hash::word(seed ^ hash::spread(ty), word));
    }
    // SAFETY: the caller's promise.
    unsafe { hash_box(types, t, seed, iface, [ty, word], nan) }
}

/// [`hash_words`] where there is more to look at than the words.
///
/// # Safety
/// As for that; `t` is the dynamic type.
#[inline(never)]
unsafe fn hash_box(
    types: &RTypes,
    t: &RType,
    seed: u64,
    iface: RTypeId,
    words: [u64; 2],
    nan: u64,
) -> Result<u64, Uncomparable> {
    // SAFETY: the data word of a string is the address of its two words; else the memory of the value.
    unsafe {
        if t.eq == Equality::String {
            let [ptr, len] = mem::load::<[u64; 2]>(words[1]);
            return Ok(hash::bytes(seed, mem::bytes(ptr, len)));
        }
        hash(types, seed, iface, words.as_ptr() as u64, nan)
    }
}

/// Whether two interface values, both of which have been hashed, are equal.
///
/// # Safety
/// The words are those of live interface values.
#[inline]
pub(super) unsafe fn equal_words(types: &RTypes, a: [u64; 2], b: [u64; 2]) -> bool {
    if a[0] != b[0] {
        return false;
    }
    let t = types.get(RTypeId::from_word(a[0]));
    if is_word(t) {
        return a[1] == b[1];
    }
    // SAFETY: the caller's promise; the data word of a string is the address of its two words.
    unsafe {
        if t.eq == Equality::String {
            return equal_strings(mem::load(a[1]), mem::load(b[1]));
        }
        equal_ifaces(types, a, b) == Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::tests::times;
    use crate::heap::{FieldDef, Heap, HeapConfig, Kind, Shape, TypeDef, iface};

    fn add(types: &mut RTypes, shape: Shape) -> RTypeId {
        types.add(TypeDef { name: "T".into(), pkg_path: "".into(), named: false, shape })
    }

    fn field(name: &str, ty: RTypeId) -> FieldDef {
        FieldDef { name: name.into(), pkg: "".into(), ty, tag: "".into(), embedded: false }
    }

    #[test]
    fn strings_of_every_length_compare_byte_by_byte() {
        let a: Vec<u8> = (0..100).collect();
        for len in 0..times(100, 20) {
            let mut b = a.clone();
            // SAFETY (here and below): live bytes.
            let eq = |b: &[u8]| unsafe { equal_strings([a.as_ptr() as u64, len], [b.as_ptr() as u64, len]) };
            assert!(eq(&b));
            for i in 0..len as usize {
                b[i] ^= 0x80;
                assert!(!eq(&b), "{len} {i}");
                b[i] ^= 0x80;
            }
        }
    }

    #[test]
    fn structs_compare_field_by_field() {
        let mut types = RTypes::new();
        let byte = add(&mut types, Shape::Basic(Kind::Uint8));
        let float = add(&mut types, Shape::Basic(Kind::Float64));
        let s = add(&mut types, Shape::Struct(vec![field("a", byte), field("_", byte), field("b", float)]));
        let eq = |a: &[u64; 2], b: &[u64; 2]| {
            let (a, b) = (a.as_ptr() as u64, b.as_ptr() as u64);
            // SAFETY: two words hold such a struct.
            unsafe {
                let same = equal(&types, s, a, b).unwrap();
                assert!(!same || hash(&types, 5, s, a, 0) == hash(&types, 5, s, b, 0));
                same
            }
        };
        let one = 1.0f64.to_bits();
        // Blank field and padding differ.
        assert!(eq(&[0x1234_5607, one], &[0x7654_3207, one]));
        assert!(!eq(&[7, one], &[8, one]));
        assert!(eq(&[7, 0.0f64.to_bits()], &[7, (-0.0f64).to_bits()]));
        assert!(!eq(&[7, f64::NAN.to_bits()], &[7, f64::NAN.to_bits()]));
    }

    #[test]
    fn interfaces_compare_types_then_values() {
        let (mut types, mut heap) = (RTypes::new(), Heap::new(HeapConfig::default()));
        let int = add(&mut types, Shape::Basic(Kind::Int));
        let other = add(&mut types, Shape::Basic(Kind::Int));
        let float = add(&mut types, Shape::Basic(Kind::Float64));
        let func = add(&mut types, Shape::Func { params: vec![], results: vec![], variadic: false });
        let slice = add(&mut types, Shape::Slice(int));
        let any = add(&mut types, Shape::Interface(vec![]));
        let pair = add(&mut types, Shape::Struct(vec![field("a", any), field("b", any)]));
        // SAFETY (here and below): words of live interface values.
        let eq = |a, b| unsafe { equal_ifaces(&types, a, b) };
        assert_eq!(eq([0, 0], [0, 0]), Ok(true));
        assert_eq!(eq([int.word(), 5], [int.word(), 5]), Ok(true));
        assert_eq!(eq([int.word(), 5], [other.word(), 5]), Ok(false));
        assert_eq!(eq([int.word(), 5], [0, 0]), Ok(false));
        let nan = [float.word(), f64::NAN.to_bits()];
        assert_eq!(eq(nan, nan), Ok(false));
        assert_eq!(eq([func.word(), 1], [func.word(), 1]), Err(Uncomparable(func)));
        assert_eq!(eq([func.word(), 1], [slice.word(), 1]), Ok(false));
        // Parts are compared in order: the first difference hides what cannot be compared.
        let mut boxed = |a: [u64; 2], b: [u64; 2]| {
            // SAFETY: the register form of the struct.
            let word = unsafe { iface::box_slots(&mut heap, types.get(pair), &[a, b].concat()) };
            [pair.word(), word.unwrap()]
        };
        let x = boxed([int.word(), 1], [func.word(), 0]);
        let y = boxed([int.word(), 2], [func.word(), 0]);
        let z = boxed([int.word(), 1], [func.word(), 0]);
        assert_eq!(eq(x, y), Ok(false));
        assert_eq!(eq(x, z), Err(Uncomparable(func)));
    }

    #[test]
    fn values_nested_without_bound_do_not_overflow_the_stack() {
        let (mut types, mut heap) = (RTypes::new(), Heap::new(HeapConfig::default()));
        let any = add(&mut types, Shape::Interface(vec![]));
        let node = add(&mut types, Shape::Struct(vec![field("next", any)]));
        let mut chain = || {
            let mut value = [0, 0];
            for _ in 0..times(300_000, 300) {
                // SAFETY: the register form of the struct.
                let word = unsafe { iface::box_slots(&mut heap, types.get(node), &value) };
                value = [node.word(), word.unwrap()];
            }
            value
        };
        let (a, b) = (chain(), chain());
        // SAFETY: live interface values.
        unsafe {
            assert_eq!(equal_ifaces(&types, a, b), Ok(true));
            let (pa, pb) = (a.as_ptr() as u64, b.as_ptr() as u64);
            assert_eq!(hash(&types, 1, any, pa, 0), hash(&types, 1, any, pb, 0));
        }
    }
}
