//! Slices, arrays and strings.

use crate::heap::{RTypeId, Str, mem, slice};
use crate::vm::exec::data;
use crate::vm::panics;

// `R(a) = slice(b)[R(c)]`, and `slice(a)[R(b)] = R(c)`.
macro_rules! elem {
    ($e:ident, $t:ty, $as:ty) => {{
        let address = $e.element($e.b(), $e.c(), size_of::<$t>() as u64)?;
        $e.set($e.a(), mem::load::<$t>(address) as $as as u64);
    }};
}
macro_rules! set_elem {
    ($e:ident, $t:ty) => {{
        let address = $e.element($e.a(), $e.b(), size_of::<$t>() as u64)?;
        mem::store::<$t>(address, $e.r($e.c()) as $t);
    }};
}

handlers! { e;
    // ---- slices, arrays, strings -----------------------------------------------------------------------------
    ElemI8 { elem!(e, i8, i64); }
    ElemI16 { elem!(e, i16, i64); }
    ElemI32 { elem!(e, i32, i64); }
    ElemU8 { elem!(e, u8, u64); }
    ElemU16 { elem!(e, u16, u64); }
    ElemU32 { elem!(e, u32, u64); }
    Elem { elem!(e, u64, u64); }
    ElemConst {
        let address = e.element_at(e.b(), u64::from(e.c()), 8)?;
        e.set(e.a(), mem::load(address));
    }
    ElemSum {
        let address = e.element_at(e.b(), e.r(e.c()).wrapping_add(e.ext(0).0), 8)?;
        e.set(e.a(), mem::load(address));
    }
    ElemConstU8 {
        let address = e.element_at(e.b(), u64::from(e.c()), 1)?;
        e.set(e.a(), u64::from(mem::load::<u8>(address)));
    }
    ElemSumU8 {
        let address = e.element_at(e.b(), e.r(e.c()).wrapping_add(e.ext(0).0), 1)?;
        e.set(e.a(), u64::from(mem::load::<u8>(address)));
    }
    Elem2 {
        let address = e.element(e.b(), e.c(), 16)?;
        mem::copy_words::<2>(e.at(e.a()) as u64, address);
    }
    Elem3 {
        let address = e.element(e.b(), e.c(), 24)?;
        mem::copy_words::<3>(e.at(e.a()) as u64, address);
    }
    ElemAddr { e.set(e.a(), e.element(e.b(), e.c(), e.ext(0).0)?); }
    SetElem8 { set_elem!(e, u8); }
    SetElem16 { set_elem!(e, u16); }
    SetElem32 { set_elem!(e, u32); }
    SetElem { set_elem!(e, u64); }
    SetElemPtr { set_elem!(e, u64); }
    AddElem {
        let address = e.element(e.a(), e.b(), 8)?;
        mem::store(address, mem::load::<u64>(address).wrapping_add(e.r(e.c())));
    }
    AddElemImm {
        let address = e.element(e.a(), e.b(), 8)?;
        mem::store(address, mem::load::<i64>(address).wrapping_add(i64::from(e.c() as i16)));
    }
    SetElem2 {
        let address = e.element(e.a(), e.b(), 16)?;
        mem::copy_words::<2>(address, e.at(e.c()) as u64);
    }
    SetElem3 {
        let address = e.element(e.a(), e.b(), 24)?;
        mem::copy_words::<3>(address, e.at(e.c()) as u64);
    }
    CheckIndex {
        let (index, len) = (e.r(e.a()), e.r(e.b()));
        if index >= len {
            return Err(Trap::Index(index, len));
        }
    }
    ArrayElem { e.set(e.a(), mem::load(e.array_element(e.b(), e.c(), 8)?)); }
    ArrayElemU8 { e.set(e.a(), u64::from(mem::load::<u8>(e.array_element(e.b(), e.c(), 1)?))); }
    ArrayElemI32 { e.set(e.a(), mem::load::<i32>(e.array_element(e.b(), e.c(), 4)?) as i64 as u64); }
    SetArrayElem {
        let address = e.array_element(e.a(), e.b(), 8)?;
        mem::store(address, e.r(e.c()));
    }
    SetArrayElem8 {
        let address = e.array_element(e.a(), e.b(), 1)?;
        mem::store(address, e.r(e.c()) as u8);
    }
    SetArrayElem32 {
        let address = e.array_element(e.a(), e.b(), 4)?;
        mem::store(address, e.r(e.c()) as u32);
    }
    ArrayElemAddr { e.set(e.a(), e.array_element(e.b(), e.c(), e.ext(1).0)?); }
    SliceSlice {
        let old = e.triple(e.b());
        let new = data::slice_slice(old, e.at(e.c()), e.ext(0))?;
        e.set_triple(e.a(), new);
    }
    SliceString {
        let new = data::slice_string(e.pair(e.b()), e.at(e.c()), e.ext(0))?;
        e.set_pair(e.a(), new);
    }
    SliceArray {
        let array = e.non_nil(e.b())?;
        let new = data::slice_array(array, e.ext(1).0, e.at(e.c()), e.ext(0))?;
        e.set_triple(e.a(), new);
    }
    MakeSlice {
        let (len, cap) = (e.r(e.b()), e.r(e.c()));
        let new = data::make_slice(e.m, RTypeId(e.ext(0).ext_id()), len, cap)?;
        e.set_triple(e.a(), new);
        e.pace();
    }
    AppendWord {
        let ([address, len, cap], value) = (e.triple(e.b()), e.r(e.c()));
        if len < cap {
            mem::store(address + len * 8, value);
            e.set_triple(e.a(), [address, len + 1, cap]);
        } else {
            return e.rest(append_word);
        }
    }
    AppendPair {
        let [address, len, cap] = e.triple(e.b());
        if len < cap {
            mem::copy_words::<2>(address + len * 16, e.at(e.c()) as u64);
            e.set_triple(e.a(), [address, len + 1, cap]);
        } else {
            return e.rest(append_pair);
        }
    }
    AppendByte {
        let ([address, len, cap], value) = (e.triple(e.b()), e.r(e.c()));
        if len < cap {
            mem::store(address + len, value as u8);
            e.set_triple(e.a(), [address, len + 1, cap]);
        } else {
            return e.rest(append_byte);
        }
    }
    AppendWordMem {
        let at = e.non_nil(e.a())? + u64::from(e.c());
        let [address, len, cap] = mem::load_words(at);
        if len < cap {
            mem::store(address + len * 8, e.r(e.b()));
            mem::store(at + 8, len + 1);
        } else {
            return e.rest(append_word_mem);
        }
    }
    AppendPairMem {
        let at = e.non_nil(e.a())? + u64::from(e.c());
        let [address, len, cap] = mem::load_words(at);
        if len < cap {
            mem::copy_words::<2>(address + len * 16, e.at(e.b()) as u64);
            mem::store(at + 8, len + 1);
        } else {
            return e.rest(append_pair_mem);
        }
    }
    AppendByteMem {
        let at = e.non_nil(e.a())? + u64::from(e.c());
        let [address, len, cap] = mem::load_words(at);
        if len < cap {
            mem::store(address + len, e.r(e.b()) as u8);
            mem::store(at + 8, len + 1);
        } else {
            return e.rest(append_byte_mem);
        }
    }
    AppendValueMem {
        let at = e.non_nil(e.a())? + u64::from(e.c());
        let ty = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id()));
        let [address, len, cap] = mem::load_words(at);
        if !ty.words || len >= cap {
            return e.rest(append_value_mem);
        }
        mem::copy_each(address + len * ty.size, e.at(e.b()) as u64, ty.cells.len());
        mem::store(at + 8, len + 1);
    }
    AppendStringMem {
        let at = e.non_nil(e.a())? + u64::from(e.c());
        let ([address, len, cap], [from, count]) = (mem::load_words(at), e.pair(e.b()));
        let new_len = len + count;
        if count > mem::SHORT || new_len > cap {
            return e.rest(append_string_mem);
        }
        mem::copy_short(address + len, from, count);
        mem::store(at + 8, new_len);
    }
    AppendRoom {
        let ([address, len, cap], more) = (e.triple(e.b()), u64::from(e.c()));
        if more == 0 || len + more > cap {
            return e.rest(append_room);
        }
        e.set_triple(e.a(), [address, len, cap]);
    }
    AppendValues {
        let ([address, len, cap], t) = (e.triple(e.b()), e.ext(0));
        let ty = e.m.program.rtypes.get(RTypeId(t.ext_id()));
        if !ty.words || t.ext_aux() != 1 || len >= cap {
            return e.rest(append_values);
        }
        mem::copy_each(address + len * ty.size, e.at(e.c()) as u64, usize::from(t.ext_n()));
        e.set_triple(e.a(), [address, len + 1, cap]);
    }
    AppendSlice {
        let old = e.triple(e.b());
        let new = data::append_slice(e.m, RTypeId(e.ext(0).ext_id()), old, e.pair(e.c()));
        let new = (new)?;
        e.set_triple(e.a(), new);
        e.pace();
    }
    AppendString {
        let ([address, len, cap], [from, count]) = (e.triple(e.b()), e.pair(e.c()));
        let new_len = len + count;
        if count > mem::SHORT || new_len > cap {
            return e.rest(append_string);
        }
        mem::copy_short(address + len, from, count);
        e.set_triple(e.a(), [address, new_len, cap]);
    }
    CopySlice {
        let size = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id())).size;
        e.set(e.a(), data::copy_slice(size, e.pair(e.b()), e.pair(e.c())));
    }
    CopyString { e.set(e.a(), data::copy_slice(1, e.pair(e.b()), e.pair(e.c()))); }
    ClearSlice {
        let size = e.m.program.rtypes.get(RTypeId(e.ext(0).ext_id())).size;
        let [address, len] = e.pair(e.a());
        if len * size > 0 {
            mem::zero(address, len * size);
        }
    }
    SliceToArray {
        let ([address, len], want) = (e.pair(e.b()), e.ext(0).0);
        if len < want {
            return Err(panics::slice_to_array(len, want).into());
        }
        e.set(e.a(), address);
    }
    // ---- strings ---------------------------------------------------------------------------------------------
    Concat {
        let (x, y) = (e.pair(e.b()), e.pair(e.c()));
        let new = data::concat(e.m, x, y)?;
        e.set_pair(e.a(), new);
        e.pace();
    }
    ConcatN {
        let (parts, n) = (e.at(e.b()), e.c());
        let new = data::concat_many(e.m, parts, n)?;
        e.set_pair(e.a(), new);
        e.pace();
    }
    BytesToString {
        let [address, len] = e.pair(e.b());
        let new = Str::new(&mut e.m.heap, mem::bytes(address, len))?;
        e.at(e.a()).cast::<[u64; 2]>().write([new.ptr(), new.len()]);
        e.pace();
    }
    StringToBytes {
        let [address, len] = e.pair(e.b());
        let cap = if e.c() == 1 { len } else { slice::rounded_capacity(len, 1, false) };
        let new = (Str::from_slots(address, len).to_bytes(&mut e.m.heap, cap))?;
        e.at(e.a()).cast::<[u64; 3]>().write([new, len, cap]);
        e.pace();
    }
    RunesToString {
        let [address, len] = e.pair(e.b());
        let new = data::runes_to_string(e.m, address, len)?;
        e.set_pair(e.a(), new);
        e.pace();
    }
    StringToRunes {
        let [address, len] = e.pair(e.b());
        let string = Str::from_slots(address, len);
        let count = string.rune_count();
        let cap = if e.c() == 1 { count } else { slice::rounded_capacity(count, 4, false) };
        let new = string.to_runes(&mut e.m.heap, cap)?;
        e.at(e.a()).cast::<[u64; 3]>().write([new, count, cap]);
        e.pace();
    }
    RuneToString {
        let new = {
            let rune = e.r(e.b()) as i64;
            Str::from_rune(&mut e.m.heap, rune)?
        };
        e.at(e.a()).cast::<[u64; 2]>().write([new.ptr(), new.len()]);
        e.pace();
    }
    RangeString {
        let ([address, len], at) = (e.pair(e.b()), e.r(e.a()));
        if at >= len {
            return e.jump(i32::from(e.c() as i16));
        } else {
            let (rune, width) = data::next_rune(address, len, at);
            *e.at(e.a()).add(1) = rune;
            *e.at(e.a()).add(2) = at + width;
        }
    }
}

handler! { #[inline(never)] e; append_word for AppendWord {
    let (len, value) = (e.triple(e.b())[1], e.r(e.c()));
    if !data::grow_registers(e.m, e.ext(0), e.at(e.b()), e.at(e.a()), e.at(0)) {
        return Err(Trap::Kept);
    }
    mem::store(e.r(e.a()) + len * 8, value);
    e.pace();
} }

handler! { #[inline(never)] e; append_room for AppendRoom {
    let old = e.triple(e.b());
    let new = data::room(e.m, e.ext(0), old, u64::from(e.c()), e.at(0));
    let new = (new)?;
    e.set_triple(e.a(), new);
    e.pace();
} }

handler! { #[inline(never)] e; append_values for AppendValues {
    let old = e.triple(e.b());
    let t = e.ext(0);
    let ty = RTypeId(t.ext_id());
    let new = data::append_values(e.m, ty, old, e.at(e.c()), t.ext_n(), t.ext_aux());
    let new = (new)?;
    e.set_triple(e.a(), new);
    e.pace();
} }

handler! { #[inline(never)] e; append_pair for AppendPair {
    let len = e.triple(e.b())[1];
    if !data::grow_registers(e.m, e.ext(0), e.at(e.b()), e.at(e.a()), e.at(0)) {
        return Err(Trap::Kept);
    }
    mem::copy_words::<2>(e.r(e.a()) + len * 16, e.at(e.c()) as u64);
    e.pace();
} }

handler! { #[inline(never)] e; append_word_mem for AppendWordMem {
    let at = e.r(e.a()) + u64::from(e.c());
    let added = data::grow_in_memory(e.m, RTypeId(e.ext(0).ext_id()), at);
    let added = (added)?;
    mem::store(added, e.r(e.b()));
    e.pace();
} }

handler! { #[inline(never)] e; append_pair_mem for AppendPairMem {
    let at = e.r(e.a()) + u64::from(e.c());
    let added = data::grow_in_memory(e.m, RTypeId(e.ext(0).ext_id()), at);
    let added = (added)?;
    mem::copy_words::<2>(added, e.at(e.b()) as u64);
    e.pace();
} }

handler! { #[inline(never)] e; append_byte_mem for AppendByteMem {
    let at = e.r(e.a()) + u64::from(e.c());
    let added = data::grow_in_memory(e.m, RTypeId(e.ext(0).ext_id()), at);
    let added = (added)?;
    mem::store(added, e.r(e.b()) as u8);
    e.pace();
} }

handler! { #[inline(never)] e; append_value_mem for AppendValueMem {
    let (at, ty) = (e.r(e.a()) + u64::from(e.c()), RTypeId(e.ext(0).ext_id()));
    let added = data::grow_in_memory(e.m, ty, at);
    let added = (added)?;
    if e.m.program.rtypes.get(ty).size > 0 {
        data::store_value(e.m, ty, added, e.at(e.b()));
    }
    e.pace();
} }

handler! { #[inline(never)] e; append_string_mem for AppendStringMem {
    let at = e.r(e.a()) + u64::from(e.c());
    let new = data::append_slice(e.m, RTypeId(e.ext(0).ext_id()), mem::load_words(at), e.pair(e.b()));
    let new = (new)?;
    mem::store(at, new);
    e.pace();
} }

handler! { #[inline(never)] e; append_string for AppendString {
    let old = e.triple(e.b());
    let new = data::append_slice(e.m, RTypeId(e.ext(0).ext_id()), old, e.pair(e.c()));
    let new = (new)?;
    e.set_triple(e.a(), new);
    e.pace();
} }

handler! { #[inline(never)] e; append_byte for AppendByte {
    let (len, value) = (e.triple(e.b())[1], e.r(e.c()));
    if !data::grow_registers(e.m, e.ext(0), e.at(e.b()), e.at(e.a()), e.at(0)) {
        return Err(Trap::Kept);
    }
    mem::store(e.r(e.a()) + len, value as u8);
    e.pace();
} }
