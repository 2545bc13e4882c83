//! Values in memory: read, written, copied, compared, put into interfaces.

use super::types::type_id;
use crate::heap::{IfaceWord, RTypeId, slice};
use crate::native::{Done, Iface, NativeCx, NativeResult, Row, SliceRef};

pub const TABLE: &[Row] = &[
    ("reflect.address", address),
    ("reflect.alloc", alloc),
    ("reflect.bitsAt", bits_at),
    ("reflect.chanSize", chan_size),
    ("reflect.copyValues", copy_values),
    ("reflect.entry", entry),
    ("reflect.equalAt", equal_at),
    ("reflect.grownCap", grown_cap),
    ("reflect.ifaceAt", iface_at),
    ("reflect.offset", offset),
    ("reflect.pack", pack),
    ("reflect.pointerAt", pointer_at),
    ("reflect.setBits", set_bits),
    ("reflect.setIface", set_iface),
    ("reflect.setPointer", set_pointer),
    ("reflect.setSlice", set_slice),
    ("reflect.setString", set_string),
    ("reflect.sliceAt", slice_at),
    ("reflect.stringAt", string_at),
    ("reflect.unpack", unpack),
    ("reflect.zeroValue", zero_value),
];

/// `func unpack(x any) *byte`: where the value in x lies; what lies in the interface itself is copied.
fn unpack(cx: &mut NativeCx<'_>) -> NativeResult {
    let x = cx.iface();
    let (mem, (heap, types)) = (cx.mem(), cx.heap_and_types());
    let ty = types.get(x.ty);
    let addr = match ty.iface_word {
        IfaceWord::Boxed => x.word,
        IfaceWord::Scalar | IfaceWord::Pointer => {
            let addr = heap.alloc(ty.layout, ty.size)?;
            mem.set_cell(ty.cells[0].kind, addr, x.word);
            addr
        }
    };
    cx.ret_ptr(addr);
    Ok(Done)
}

/// `func pack(id int, p *byte, share bool) any`: an interface with the value; whether nobody can write to its memory.
fn pack(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, addr, share) = (type_id(cx), cx.ptr(), cx.bool());
    let (mem, (heap, types)) = (cx.mem(), cx.heap_and_types());
    let ty = types.get(id);
    let word = match ty.iface_word {
        IfaceWord::Boxed if share => addr,
        _ => mem.box_value(heap, ty, addr)?,
    };
    let word = if ty.size == 0 { 0 } else { word };
    cx.ret_iface(Iface { ty: id, word });
    Ok(Done)
}

/// `func alloc(id, n int) *byte`: new memory for n values.
fn alloc(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, n) = (type_id(cx), cx.uint());
    let addr = cx.new_array(id, n)?;
    cx.ret_ptr(addr);
    Ok(Done)
}

/// `func grownCap(id, c, n int) int`: the capacity of a slice that had c when it needs room for n elements of the type.
fn grown_cap(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, old, new) = (type_id(cx), cx.uint(), cx.uint());
    let ty = cx.rtype(id);
    // What no memory could hold is refused when it is made.
    let cap = slice::grown_capacity(old, new, ty.size, ty.layout.has_pointers()).unwrap_or(new);
    cx.ret_uint(cap);
    Ok(Done)
}

/// `func bitsAt(id int, p *byte) uint64`: a value of one register.
fn bits_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, addr) = (type_id(cx), cx.ptr());
    let bits = cx.mem().cell(cx.rtype(id).cells[0].kind, addr);
    cx.ret_uint(bits);
    Ok(Done)
}

/// `func setBits(id int, p *byte, bits uint64)`
fn set_bits(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, addr, bits) = (type_id(cx), cx.ptr(), cx.uint());
    cx.mem().set_cell(cx.rtype(id).cells[0].kind, addr, bits);
    Ok(Done)
}

/// `func stringAt(p *byte) string`
fn string_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, mem) = (cx.ptr(), cx.mem());
    cx.ret_str_raw(mem.u64(addr), mem.u64(addr + 8));
    Ok(Done)
}

/// `func setString(p *byte, s string)`
fn set_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, (ptr, len), mem) = (cx.ptr(), cx.str_raw(), cx.mem());
    mem.set_u64(addr, ptr);
    mem.set_u64(addr + 8, len);
    Ok(Done)
}

/// `func sliceAt(p *byte) (base *byte, n, c int)`
fn slice_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    let slice = cx.mem().slice(addr);
    cx.ret_slice(slice);
    Ok(Done)
}

/// `func setSlice(p, base *byte, n, c int)`
fn set_slice(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    let SliceRef { addr: base, len, cap } = cx.slice();
    let mem = cx.mem();
    mem.set_u64(addr, base);
    mem.set_u64(addr + 8, len);
    mem.set_u64(addr + 16, cap);
    Ok(Done)
}

/// `func ifaceAt(p *byte) any`
fn iface_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    let iface = cx.mem().iface(addr);
    cx.ret_iface(iface);
    Ok(Done)
}

/// `func setIface(p *byte, x any)`
fn set_iface(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, x, mem) = (cx.ptr(), cx.iface(), cx.mem());
    mem.set_u64(addr, x.ty.word());
    mem.set_u64(addr + 8, x.word);
    Ok(Done)
}

/// `func pointerAt(p *byte) *byte`
fn pointer_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    let pointer = cx.mem().u64(addr);
    cx.ret_ptr(pointer);
    Ok(Done)
}

/// `func setPointer(p, to *byte)`
fn set_pointer(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, to) = (cx.ptr(), cx.ptr());
    cx.mem().set_u64(addr, to);
    Ok(Done)
}

/// `func offset(p *byte, n int) *byte`: n bytes behind p; values of size zero lie nowhere.
fn offset(cx: &mut NativeCx<'_>) -> NativeResult {
    let (addr, n) = (cx.ptr(), cx.uint());
    cx.ret_ptr(if addr == 0 { 0 } else { addr + n });
    Ok(Done)
}

/// `func address(p *byte) uintptr`
fn address(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    cx.ret_uint(addr);
    Ok(Done)
}

/// `func entry(f *byte) uintptr`
fn entry(cx: &mut NativeCx<'_>) -> NativeResult {
    let closure = cx.ptr();
    let place = if closure == 0 { 0 } else { cx.entry(closure) };
    cx.ret_uint(place);
    Ok(Done)
}

/// `func copyValues(id int, to, from *byte, n int)`; the values may overlap.
fn copy_values(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, to, from, n) = (type_id(cx), cx.ptr(), cx.ptr(), cx.uint());
    let bytes = cx.rtype(id).size * n;
    if bytes > 0 {
        cx.mem().copy(to, from, bytes);
        cx.charge(bytes >> 6);
    }
    Ok(Done)
}

/// `func zeroValue(id int, p *byte)`
fn zero_value(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, addr) = (type_id(cx), cx.ptr());
    let size = cx.rtype(id).size;
    cx.mem().bytes_mut(addr, size).fill(0);
    Ok(Done)
}

/// `func chanSize(c *byte) (n, c int)`: values in a channel, and its room.
fn chan_size(cx: &mut NativeCx<'_>) -> NativeResult {
    let chan = cx.ptr();
    let (len, cap) = cx.values().chan_len_cap(chan);
    cx.ret_uint(len);
    cx.ret_uint(cap);
    Ok(Done)
}

/// `func equalAt(id int, p, q *byte) bool`: as `==`.
fn equal_at(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, a, b) = (type_id(cx), cx.ptr(), cx.ptr());
    let equal = if cx.rtype(id).size == 0 { Ok(true) } else { cx.mem().equal(cx.rtypes(), id, a, b) };
    match equal {
        Ok(equal) => cx.ret_bool(equal),
        Err(ty) => return Err(uncomparable(cx, ty)),
    }
    Ok(Done)
}

fn uncomparable(cx: &NativeCx<'_>, ty: RTypeId) -> crate::native::Unwind {
    cx.throw(format!("comparing uncomparable type {}", cx.rtype(ty).name))
}
