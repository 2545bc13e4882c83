//! Maps of any type, by the addresses of keys and values.

use super::types::type_id;
use crate::heap::MapError;
use crate::native::{Done, NativeCx, NativeResult, Row, Unwind};

pub const TABLE: &[Row] = &[
    ("reflect.makeMap", make_map),
    ("reflect.mapClear", map_clear),
    ("reflect.mapDelete", map_delete),
    ("reflect.mapGet", map_get),
    ("reflect.mapKeys", map_keys),
    ("reflect.mapLen", map_len),
    ("reflect.mapSet", map_set),
    ("reflect.mapUnequal", map_unequal),
];

fn failed(cx: &NativeCx<'_>, error: MapError) -> Unwind {
    match error {
        MapError::NilMap => crate::native::Thrown::Plain("assignment to entry in nil map".into()).into(),
        MapError::OutOfMemory => crate::heap::OutOfMemory.into(),
        MapError::Unsearchable(ty) => {
            crate::native::Thrown::Plain(format!("hash of unhashable type: {}", cx.rtype(ty).name)).into()
        }
        MapError::Unhashable(ty) => cx.throw(format!("hash of unhashable type {}", cx.rtype(ty).name)),
    }
}

/// `func makeMap(id, n int) *byte`
fn make_map(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, n) = (type_id(cx), cx.uint() as usize);
    let map = cx.values().new_map(id, n)?;
    cx.ret_ptr(map);
    Ok(Done)
}

/// `func mapLen(m *byte) int`
fn map_len(cx: &mut NativeCx<'_>) -> NativeResult {
    let map = cx.ptr();
    let len = cx.values().map_len(map);
    cx.ret_uint(len);
    Ok(Done)
}

/// `func mapGet(id int, m, key *byte) *byte`: where the value lies; nil if there is none. Its type may have size zero: then
/// it is where the key lies.
fn map_get(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, map, key) = (type_id(cx), cx.ptr(), cx.ptr());
    let key_type = cx.rtype(id).key;
    let mut values = cx.values();
    let key = values.load(key_type, key)?;
    match values.map_get(id, map, &key) {
        Ok(addr) => cx.ret_ptr(addr),
        Err(error) => return Err(failed(cx, error)),
    }
    Ok(Done)
}

/// `func mapSet(id int, m, key, value *byte)`
fn map_set(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, map, key, value) = (type_id(cx), cx.ptr(), cx.ptr(), cx.ptr());
    let (key_type, elem) = (cx.rtype(id).key, cx.rtype(id).elem);
    let mut values = cx.values();
    let (key, value) = (values.load(key_type, key)?, values.load(elem, value)?);
    values.map_set(map, &key, &value).map_err(|error| failed(cx, error))?;
    Ok(Done)
}

/// `func mapDelete(id int, m, key *byte)`
fn map_delete(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, map, key) = (type_id(cx), cx.ptr(), cx.ptr());
    let key_type = cx.rtype(id).key;
    let mut values = cx.values();
    let key = values.load(key_type, key)?;
    values.map_delete(id, map, &key).map_err(|error| failed(cx, error))?;
    Ok(Done)
}

/// `func mapUnequal(id int, m *byte) (keys, values *byte, n int)`: copies of the entries whose keys equal nothing.
fn map_unequal(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, map) = (type_id(cx), cx.ptr());
    let (key, elem) = (cx.rtype(id).key, cx.rtype(id).elem);
    let mut entries = cx.values().map_entries(map)?;
    cx.charge(entries.len() as u64);
    let mut values = cx.values();
    let mut found = Vec::new();
    for (at, value) in entries.drain(..) {
        let searched = values.load(key, at)?;
        if matches!(values.map_get(id, map, &searched), Ok(0)) {
            found.push((at, value));
        }
    }
    let (keys, held) = (cx.new_array(key, found.len() as u64)?, cx.new_array(elem, found.len() as u64)?);
    let (key_size, size, mem) = (cx.rtype(key).size, cx.rtype(elem).size, cx.mem());
    for (i, (at, value)) in (0..).zip(&found) {
        mem.copy(keys + i * key_size, *at, key_size);
        if size > 0 {
            mem.copy(held + i * size, *value, size);
        }
    }
    cx.ret_ptr(keys);
    cx.ret_ptr(held);
    cx.ret_int(found.len() as i64);
    Ok(Done)
}

/// `func mapClear(m *byte)`
fn map_clear(cx: &mut NativeCx<'_>) -> NativeResult {
    let map = cx.ptr();
    cx.values().map_clear(map);
    Ok(Done)
}

/// `func mapKeys(id int, m *byte) (keys *byte, n int)`: copies of the keys, one behind the other, in the order of a range.
fn map_keys(cx: &mut NativeCx<'_>) -> NativeResult {
    let (id, map) = (type_id(cx), cx.ptr());
    let key = cx.rtype(id).key;
    let entries = cx.values().map_entries(map)?;
    let base = cx.new_array(key, entries.len() as u64)?;
    let (size, mem) = (cx.rtype(key).size, cx.mem());
    for (i, (addr, _)) in entries.iter().enumerate() {
        if size > 0 {
            mem.copy(base + i as u64 * size, *addr, size);
        }
    }
    cx.charge(entries.len() as u64);
    cx.ret_ptr(base);
    cx.ret_int(entries.len() as i64);
    Ok(Done)
}
