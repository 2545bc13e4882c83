//! The natives of package internal/rt that look at a value of any type: what errors, sort and context need of it.

use super::{Done, Iface, Mem, NativeCx, NativeResult, Row, SliceRef, Thrown, Unwind};
use crate::heap::{CellKind, IfaceWord, Kind, RType, RTypeId, RTypes};

/// The functions without body of `stdlib/internal/rt` that are here.
pub const TABLE: &[Row] = &[
    ("internal/rt.AsTarget", as_target),
    ("internal/rt.CheckAsTarget", check_as_target),
    ("internal/rt.Comparable", comparable),
    ("internal/rt.PointedKind", pointed_kind),
    ("internal/rt.SameType", same_type),
    ("internal/rt.SliceLen", slice_len),
    ("internal/rt.SliceRotate", slice_rotate),
    ("internal/rt.SliceSwap", slice_swap),
    ("internal/rt.SortInts", sort_ints),
    ("internal/rt.SortStrings", sort_strings),
    ("internal/rt.StoreBytes", store_bytes),
    ("internal/rt.StoreComplex", store_complex),
    ("internal/rt.StoreString", store_string),
    ("internal/rt.StoreWord", store_word),
    ("internal/rt.TypeOrder", type_order),
    ("internal/rt.TypeString", type_string),
    ("internal/rt.ZeroLike", zero_like),
];

fn comparable(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let comparable = cx.rtype(x.ty).comparable();
    cx.ret_bool(comparable);
    Ok(Done)
}

fn same_type(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.iface(), cx.iface());
    cx.ret_bool(x.ty == y.ty);
    Ok(Done)
}

fn zero_like(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let (heap, types) = cx.heap_and_types();
    let ty = types.get(x.ty);
    let word = match (ty.kind, ty.iface_word) {
        (Kind::Pointer, _) => {
            let elem = types.get(ty.elem);
            heap.alloc(elem.layout, elem.size)?
        }
        (_, IfaceWord::Boxed) if ty.size > 0 => heap.alloc(ty.layout, ty.size)?,
        (_, IfaceWord::Boxed | IfaceWord::Scalar | IfaceWord::Pointer) => 0,
    };
    cx.ret_iface(Iface { ty: x.ty, word });
    Ok(Done)
}

/// `func PointedKind(x any) int`: the numbers are those of the constants beside it.
fn pointed_kind(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let types = cx.rtypes();
    let ty = types.get(x.ty);
    let kind = if x.ty == RTypeId::NIL || ty.kind != Kind::Pointer {
        0
    } else {
        let elem = types.get(ty.elem);
        match elem.kind {
            Kind::Bool
            | Kind::Int
            | Kind::Int8
            | Kind::Int16
            | Kind::Int32
            | Kind::Int64
            | Kind::Uint
            | Kind::Uint8
            | Kind::Uint16
            | Kind::Uint32
            | Kind::Uint64
            | Kind::Uintptr
            | Kind::Float32
            | Kind::Float64
            | Kind::Complex64
            | Kind::Complex128 => elem.kind as i64,
            Kind::String => 17,
            Kind::Slice if types.get(elem.elem).kind == Kind::Uint8 => 18,
            Kind::Slice
            | Kind::Array
            | Kind::Chan
            | Kind::Func
            | Kind::Interface
            | Kind::Map
            | Kind::Pointer
            | Kind::Struct
            | Kind::UnsafePointer => 19,
        }
    };
    cx.ret_int(kind);
    Ok(Done)
}

/// The next argument, an interface that holds a pointer which must not be nil, as the pointer and the type that it points
/// to.
fn pointer<'c>(cx: &'c mut NativeCx<'_>) -> Result<(u64, &'c RType), Unwind> {
    let x = cx.iface();
    if x.word == 0 {
        return Err(cx.throw("invalid memory address or nil pointer dereference"));
    }
    let types = cx.rtypes();
    Ok((x.word, types.get(types.get(x.ty).elem)))
}

fn store_word(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, ty) = pointer(cx)?;
    let (ty, mem) = (ty.clone(), cx.mem());
    let word = cx.uint();
    store(mem, &ty, word, addr);
    Ok(Done)
}

fn store_complex(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, ty) = pointer(cx)?;
    let single = ty.kind == Kind::Complex64;
    let (re, im) = (cx.float(), cx.float());
    let mem = cx.mem();
    if single {
        mem.set_f32(addr, re as f32);
        mem.set_f32(addr + 4, im as f32);
    } else {
        mem.set_f64(addr, re);
        mem.set_f64(addr + 8, im);
    }
    Ok(Done)
}

fn store_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, _) = pointer(cx)?;
    let (ptr, len) = cx.str_raw();
    cx.mem().set_u64(addr, ptr);
    cx.mem().set_u64(addr + 8, len);
    Ok(Done)
}

fn store_bytes(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, _) = pointer(cx)?;
    let slice = cx.slice();
    let mem = cx.mem();
    mem.set_u64(addr, slice.addr);
    mem.set_u64(addr + 8, slice.len);
    mem.set_u64(addr + 16, slice.cap);
    Ok(Done)
}

fn type_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let name = cx.rtype(x.ty).name.clone();
    cx.ret_str(name.as_bytes())?;
    Ok(Done)
}

/// `func TypeOrder(x, y any) int`
fn type_order(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.iface().ty, cx.iface().ty);
    let order = cx.rtypes().by_place(x, y);
    cx.ret_int(order as i64);
    Ok(Done)
}

/// Whether a type has the method `Error() string`.
fn is_error(types: &RTypes, ty: &RType) -> bool {
    ty.methods.iter().any(|method| {
        let sig = types.get(method.sig);
        &**types.name_text(method.name) == "Error"
            && sig.params.is_empty()
            && matches!(*sig.results, [result] if &*types.get(result).name == "string")
    })
}

fn check_as_target(cx: &mut NativeCx<'_>) -> NativeResult {
    let target = cx.iface();
    let types = cx.rtypes();
    let ty = types.get(target.ty);
    let elem = types.get(ty.elem);
    let wrong = if target.ty == RTypeId::NIL {
        "errors: target cannot be nil"
    } else if ty.kind != Kind::Pointer || target.word == 0 {
        "errors: target must be a non-nil pointer"
    } else if elem.kind != Kind::Interface && !is_error(types, elem) {
        "errors: *target must be interface or implement error"
    } else {
        ""
    };
    cx.ret_str(wrong.as_bytes())?;
    Ok(Done)
}

fn as_target(cx: &mut NativeCx<'_>) -> NativeResult {
    let (err, target) = (cx.iface(), cx.iface());
    let (mem, types) = (cx.mem(), cx.rtypes());
    let elem = types.get(types.get(target.ty).elem);
    let fits = if elem.kind == Kind::Interface {
        let fits = types.implements(err.ty, elem.id).is_ok();
        if fits {
            mem.set_u64(target.word, err.ty.word());
            mem.set_u64(target.word + 8, err.word);
        }
        fits
    } else {
        let fits = err.ty == elem.id;
        if fits {
            store(mem, elem, err.word, target.word);
        }
        fits
    };
    cx.ret_bool(fits);
    Ok(Done)
}

/// Stores the value that the data word of an interface stands for at an address.
pub(super) fn store(mem: Mem, ty: &RType, word: u64, addr: u64) {
    match ty.iface_word {
        IfaceWord::Pointer => mem.set_u64(addr, word),
        IfaceWord::Scalar => match ty.cells[0].kind {
            CellKind::I8 | CellKind::U8 => mem.set_u8(addr, word as u8),
            CellKind::I16 | CellKind::U16 => mem.set_u16(addr, word as u16),
            CellKind::I32 | CellKind::U32 => mem.set_u32(addr, word as u32),
            CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => {
                mem.set_u64(addr, word)
            }
        },
        IfaceWord::Boxed => {
            if ty.size > 0 {
                mem.copy(addr, word, ty.size);
            }
        }
    }
}

/// The slice in an interface, and its elements' type.
///
/// # Errors
/// The panic of reflection on what is not a slice.
fn slice_of<'c>(cx: &'c NativeCx<'_>, x: Iface) -> Result<(SliceRef, &'c RType), Unwind> {
    let ty = cx.rtype(x.ty);
    if x.ty == RTypeId::NIL || ty.kind != Kind::Slice {
        let kind = if x.ty == RTypeId::NIL { "zero" } else { kind_name(ty.kind) };
        return Err(Thrown::Plain(format!("reflect: call of Swapper on {kind} Value")).into());
    }
    Ok((cx.mem().slice(x.word), cx.rtype(ty.elem)))
}

/// The name of a kind, as reflect prints it.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Bool => "bool",
        Kind::Int => "int",
        Kind::Int8 => "int8",
        Kind::Int16 => "int16",
        Kind::Int32 => "int32",
        Kind::Int64 => "int64",
        Kind::Uint => "uint",
        Kind::Uint8 => "uint8",
        Kind::Uint16 => "uint16",
        Kind::Uint32 => "uint32",
        Kind::Uint64 => "uint64",
        Kind::Uintptr => "uintptr",
        Kind::Float32 => "float32",
        Kind::Float64 => "float64",
        Kind::Complex64 => "complex64",
        Kind::Complex128 => "complex128",
        Kind::Array => "array",
        Kind::Chan => "chan",
        Kind::Func => "func",
        Kind::Interface => "interface",
        Kind::Map => "map",
        Kind::Pointer => "ptr",
        Kind::Slice => "slice",
        Kind::String => "string",
        Kind::Struct => "struct",
        Kind::UnsafePointer => "unsafe.Pointer",
    }
}

fn slice_len(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let (slice, _) = slice_of(cx, x)?;
    cx.ret_int(slice.len as i64);
    Ok(Done)
}

fn slice_swap(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, i, j) = (cx.iface(), cx.uint(), cx.uint());
    let (slice, elem) = slice_of(cx, x)?;
    if i >= slice.len || j >= slice.len {
        return Err(cx.panic_str("reflect: slice index out of range"));
    }
    let mem = cx.mem();
    let (a, b) = (slice.addr + i * elem.size, slice.addr + j * elem.size);
    if elem.size == 8 && elem.align == 8 {
        let (at_a, at_b) = (mem.u64(a), mem.u64(b));
        mem.set_u64(a, at_b);
        mem.set_u64(b, at_a);
    } else if a != b {
        mem.bytes_mut(a, elem.size).swap_with_slice(mem.bytes_mut(b, elem.size));
    }
    Ok(Done)
}

fn slice_rotate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, lo, mid, hi) = (cx.iface(), cx.uint(), cx.uint(), cx.uint());
    let (slice, elem) = slice_of(cx, x)?;
    let size = elem.size;
    if lo > mid || mid > hi || hi > slice.len {
        return Err(cx.panic_str("reflect: slice index out of range"));
    }
    if size > 0 {
        let range = cx.mem().bytes_mut(slice.addr + lo * size, (hi - lo) * size);
        range.rotate_left(((mid - lo) * size) as usize);
        cx.charge(((hi - lo) * size) >> 6);
    }
    Ok(Done)
}

/// What sorting costs, in steps of a loop of the program.
fn charge_sort(cx: &mut NativeCx<'_>, len: u64) {
    cx.charge((len * u64::from(len.max(1).ilog2())) >> 2);
}

fn sort_ints(cx: &mut NativeCx<'_>) -> NativeResult {
    let (slice, mem) = (cx.slice(), cx.mem());
    let mut numbers: Vec<i64> = (0..slice.len).map(|i| mem.i64(slice.addr + 8 * i)).collect();
    numbers.sort_unstable();
    for (i, number) in (0..slice.len).zip(numbers) {
        mem.set_i64(slice.addr + 8 * i, number);
    }
    charge_sort(cx, slice.len);
    Ok(Done)
}

fn sort_strings(cx: &mut NativeCx<'_>) -> NativeResult {
    let (slice, mem) = (cx.slice(), cx.mem());
    let string = |i| (mem.u64(slice.addr + 16 * i), mem.u64(slice.addr + 16 * i + 8));
    let mut strings: Vec<(u64, u64)> = (0..slice.len).map(string).collect();
    strings.sort_unstable_by(|a, b| mem.bytes(a.0, a.1).cmp(mem.bytes(b.0, b.1)));
    for (i, (addr, len)) in (0..slice.len).zip(strings) {
        mem.set_u64(slice.addr + 16 * i, addr);
        mem.set_u64(slice.addr + 16 * i + 8, len);
    }
    charge_sort(cx, slice.len);
    Ok(Done)
}
