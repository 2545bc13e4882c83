//! Maps. The extension word of map instructions is `map rtype:32 | key slots:16 | value slots:16`.

use crate::bytecode::Instr;
use crate::heap::{CellKind, LayoutId, Map, MapError, MapIter, RTypeId, mem};
use crate::vm::cx::Thrown;
use crate::vm::machine::Machine;
use crate::vm::panics;

use super::data;

fn failed(m: &Machine, error: MapError) -> Thrown {
    match error {
        MapError::NilMap => panics::plain("assignment to entry in nil map"),
        MapError::OutOfMemory => panics::out_of_memory(),
        MapError::Unsearchable(ty) => {
            panics::plain(&format!("hash of unhashable type: {}", m.program.rtypes.get(ty).name))
        }
        MapError::Unhashable(ty) => {
            panics::runtime(&format!("hash of unhashable type {}", m.program.rtypes.get(ty).name))
        }
    }
}

/// `make(map[K]V, hint)`. Apart, because handlers that have something in memory cannot jump to the next.
#[inline(never)]
pub(super) fn make(m: &mut Machine, ext: Instr, hint: u64) -> Result<u64, Thrown> {
    let ty = RTypeId(ext.ext_id());
    let info = m.program.rtypes.map_info(ty);
    let hint = if (hint as i64) < 0 { 0 } else { hint };
    Ok(Map::make(&mut m.heap, ty, &info, hint)?.slot())
}

#[inline(always)]
fn value_type(m: &Machine, ext: Instr) -> RTypeId {
    m.program.rtypes.get(RTypeId(ext.ext_id())).elem
}

/// Loads the value at `addr`, or the zero value if that is 0.
///
/// # Safety
/// `addr` is 0 or the address of a live value of the map; `dst` the first of enough registers.
#[inline]
unsafe fn load(m: &mut Machine, ext: Instr, addr: u64, dst: *mut u64) -> Result<(), Thrown> {
    let ty = value_type(m, ext);
    let t = m.program.rtypes.get(ty);
    // SAFETY: the caller's promise.
    unsafe {
        match addr {
            0 => data::zero_value(m, ty, dst),
            _ if t.words => {
                mem::copy_each(dst as u64, addr, t.cells.len());
                Ok(())
            }
            _ => data::load_value(m, ty, addr, dst),
        }
    }
}

/// Loads the value at `addr`, or the zero value if that is 0: at once, if it takes one register.
///
/// # Safety
/// As for [`load`]; the address is of a value of `map`.
#[inline(always)]
unsafe fn load_from(m: &mut Machine, ext: Instr, map: Map, addr: u64, dst: *mut u64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        match map.value_cell() {
            Some(kind) => {
                *dst = if addr == 0 { 0 } else { mem::load_cell(kind, addr) };
                Ok(())
            }
            None => load(m, ext, addr, dst),
        }
    }
}

/// Stores a value at `addr`.
///
/// # Safety
/// `addr` is the address of a value of `map`, `value` the first of its registers.
#[inline(always)]
unsafe fn store_into(m: &Machine, ext: Instr, map: Map, addr: u64, value: *const u64) {
    // SAFETY: the caller's promise.
    unsafe {
        match map.value_cell() {
            Some(kind) => mem::store_cell(kind, addr, *value),
            None => data::store_value(m, value_type(m, ext), addr, value),
        }
    }
}

/// [`get`] for string keys.
///
/// # Safety
/// As for [`get`].
#[inline]
pub(super) unsafe fn get_string(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: [u64; 2],
    dst: *mut u64,
) -> Result<bool, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let map = Map::from_slot(map);
        let addr = map.get_str(&m.heap, key[0], key[1]);
        load_from(m, ext, map, addr, dst)?;
        Ok(addr != 0)
    }
}

/// `m[k]`; whether the key is there.
///
/// # Safety
/// `map` is a live map or nil, `key` the first register of a key, `dst` the first of the value's.
#[inline]
pub(super) unsafe fn get(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: *const u64,
    dst: *mut u64,
) -> Result<bool, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let key = std::slice::from_raw_parts(key, usize::from(ext.ext_n()));
        let map = Map::from_slot(map);
        let addr = match map.get(&m.heap, &m.program.rtypes, RTypeId(ext.ext_id()), key) {
            Ok(addr) => addr,
            Err(error) => return Err(failed(m, error)),
        };
        load_from(m, ext, map, addr, dst)?;
        Ok(addr != 0)
    }
}

/// [`get`] for integer keys.
///
/// # Safety
/// As for [`get`].
#[inline(always)]
pub(super) unsafe fn get_int(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: *const u64,
    dst: *mut u64,
) -> Result<bool, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let handle = Map::from_slot(map);
        if handle.is_word8() {
            let addr = handle.get_word8(&m.heap, *key);
            if handle.value_cell() == Some(CellKind::W) {
                *dst = if addr == 0 { 0 } else { mem::load(addr) };
            } else {
                load_from(m, ext, handle, addr, dst)?;
            }
            return Ok(addr != 0);
        }
        get(m, ext, map, key, dst)
    }
}

/// The address of the value of `m[k]`; there is an entry then, with a zero value, if there was none.
///
/// # Safety
/// As for [`get`].
#[inline(always)]
pub(super) unsafe fn entry(m: &mut Machine, ext: Instr, map: u64, key: *const u64) -> Result<u64, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let key = std::slice::from_raw_parts(key, usize::from(ext.ext_n()));
        match Map::from_slot(map).insert(&mut m.heap, &m.program.rtypes, key) {
            Ok(addr) => Ok(addr),
            Err(error) => Err(failed(m, error)),
        }
    }
}

/// [`entry`] for integer keys.
///
/// # Safety
/// As for [`get`].
#[inline(always)]
pub(super) unsafe fn entry_int(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: *const u64,
) -> Result<u64, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let handle = Map::from_slot(map);
        if handle.is_word8() {
            return match handle.insert_word8(&mut m.heap, *key) {
                Ok(addr) => Ok(addr),
                Err(error) => Err(failed(m, error)),
            };
        }
        entry(m, ext, map, key)
    }
}

/// [`entry`] for string keys. Apart, because the key is in memory meanwhile, and handlers must not have anything there.
///
/// # Safety
/// As for [`get`].
#[inline(never)]
pub(super) unsafe fn entry_string(m: &mut Machine, map: u64, key: [u64; 2]) -> Result<u64, Thrown> {
    // SAFETY: the caller's promise.
    match unsafe { Map::from_slot(map) }.insert_str(&mut m.heap, key[0], key[1]) {
        Ok(addr) => Ok(addr),
        Err(error) => Err(failed(m, error)),
    }
}

/// `m[k] = v`
///
/// # Safety
/// As for [`get`].
#[inline]
pub(super) unsafe fn set(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: *const u64,
    value: *const u64,
) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let addr = entry(m, ext, map, key)?;
        store_into(m, ext, Map::from_slot(map), addr, value);
        Ok(())
    }
}

/// `m[k] = v` for integer keys.
///
/// # Safety
/// As for [`get`].
#[inline(always)]
pub(super) unsafe fn set_int(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: *const u64,
    value: *const u64,
) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let addr = entry_int(m, ext, map, key)?;
        store_into(m, ext, Map::from_slot(map), addr, value);
        Ok(())
    }
}

/// `m[k] = v` for string keys.
///
/// # Safety
/// As for [`get`].
#[inline(always)]
pub(super) unsafe fn set_string(
    m: &mut Machine,
    ext: Instr,
    map: u64,
    key: [u64; 2],
    value: *const u64,
) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let addr = entry_string(m, map, key)?;
        store_into(m, ext, Map::from_slot(map), addr, value);
        Ok(())
    }
}

/// `delete(m, k)`
///
/// # Safety
/// As for [`get`].
pub(super) unsafe fn delete(m: &mut Machine, ext: Instr, map: u64, key: *const u64) -> Result<(), Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let key = std::slice::from_raw_parts(key, usize::from(ext.ext_n()));
        let ty = RTypeId(ext.ext_id());
        Map::from_slot(map).delete(&m.heap, &m.program.rtypes, ty, key).map_err(|e| failed(m, e))
    }
}

/// A new iterator: an object that holds the iterator's four slots.
///
/// # Safety
/// `map` is a live map or nil.
pub(super) unsafe fn iterate(m: &mut Machine, map: u64) -> Result<u64, Thrown> {
    // SAFETY: the caller's promise; a new object of 32 bytes.
    unsafe {
        let iter = MapIter::new(&mut m.heap, Map::from_slot(map))?;
        let object = m.heap.alloc_prefix(LayoutId::PTR, 16, 32)?;
        mem::store(object, iter.slots());
        Ok(object)
    }
}

/// The next entry into registers from `dst`: key, then value. Whether there was one.
///
/// # Safety
/// `iter` is a live iterator object over a map of the type; `dst` the first of enough registers.
#[inline(never)]
pub(super) unsafe fn next(m: &mut Machine, ext: Instr, iter: u64, dst: *mut u64) -> Result<bool, Thrown> {
    // SAFETY: the caller's promise.
    unsafe {
        let mut it = MapIter::from_slots(mem::load(iter));
        let entry = it.next();
        mem::store(iter, it.slots());
        let Some((key, value)) = entry else { return Ok(false) };
        let ty = m.program.rtypes.get(RTypeId(ext.ext_id()));
        let (key_ty, value_ty) = (ty.key, ty.elem);
        data::load_value(m, key_ty, key, dst)?;
        data::load_value(m, value_ty, value, dst.add(usize::from(ext.ext_n())))?;
        Ok(true)
    }
}
