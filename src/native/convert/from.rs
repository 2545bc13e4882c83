//! From values of the program to values of Rust.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, Hash};
use std::time::Duration;

use super::{FromValue, Mismatch};
use crate::heap::Kind;
use crate::vm::{Raw, Values};

/// The value itself, or what the interface holds. Nothing for a nil interface.
pub(super) fn concrete<'m>(values: &Values<'m>, raw: &Raw<'m>) -> Option<Raw<'m>> {
    match values.ty(raw.ty()).kind {
        Kind::Interface => values.unbox(raw),
        _ => Some(raw.clone()),
    }
}

/// As `concrete`, for types that have no counterpart of nil.
fn present<'m, T>(values: &Values<'m>, raw: &Raw<'m>) -> Result<(Raw<'m>, Kind), Mismatch> {
    let Some(raw) = concrete(values, raw) else { return Err(Mismatch::types::<T>(values, raw.ty())) };
    let kind = values.ty(raw.ty()).kind;
    Ok((raw, kind))
}

macro_rules! integers {
    ($($t:ident)*) => { $(
        impl FromValue for $t {
            fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
                let (raw, kind) = present::<$t>(values, raw)?;
                let word = raw.words().first().copied().unwrap_or(0);
                let made = if kind.is_signed() {
                    $t::try_from(word as i64).map_err(|_| (word as i64).to_string())
                } else if kind.is_unsigned() {
                    $t::try_from(word).map_err(|_| word.to_string())
                } else {
                    return Err(Mismatch::types::<$t>(values, raw.ty()));
                };
                made.map_err(|n| Mismatch::new(format!("{n} does not fit into Rust's {}", stringify!($t))))
            }

            integers!(@bytes $t);
        }
    )* };
    (@bytes u8) => {
        fn from_bytes(bytes: &[u8]) -> Option<Vec<u8>> {
            Some(bytes.to_vec())
        }
    };
    (@bytes $t:ident) => {};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize }

impl FromValue for f64 {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let (raw, kind) = present::<f64>(values, raw)?;
        match kind {
            Kind::Float64 => Ok(f64::from_bits(raw.words()[0])),
            Kind::Float32 => Ok(f64::from(f32::from_bits(raw.words()[0] as u32))),
            _ => Err(Mismatch::types::<f64>(values, raw.ty())),
        }
    }
}

impl FromValue for f32 {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let (raw, kind) = present::<f32>(values, raw)?;
        match kind {
            Kind::Float32 => Ok(f32::from_bits(raw.words()[0] as u32)),
            _ => Err(Mismatch::types::<f32>(values, raw.ty())),
        }
    }
}

impl FromValue for bool {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let (raw, kind) = present::<bool>(values, raw)?;
        match kind {
            Kind::Bool => Ok(raw.words()[0] != 0),
            _ => Err(Mismatch::types::<bool>(values, raw.ty())),
        }
    }
}

impl FromValue for char {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let n = u32::from_value(values, raw)?;
        char::from_u32(n).ok_or_else(|| Mismatch::new(format!("{n:#x} is no Rust char")))
    }
}

impl FromValue for Duration {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let nanos = i64::from_value(values, raw)?;
        let nanos = u64::try_from(nanos).map_err(|_| Mismatch::new("a Rust Duration is not negative"))?;
        Ok(Duration::from_nanos(nanos))
    }
}

impl FromValue for String {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let (raw, kind) = present::<String>(values, raw)?;
        match kind {
            Kind::String => String::from_utf8(values.bytes(raw.words()).to_vec())
                .map_err(|_| Mismatch::new("the string is not UTF-8 (Vec<u8> takes any)")),
            _ => Err(Mismatch::types::<String>(values, raw.ty())),
        }
    }
}

/// Where elements lie: the first, how many, how far apart.
fn elements<'m>(values: &Values<'m>, raw: &Raw<'m>, kind: Kind) -> Option<(u64, u64)> {
    match kind {
        Kind::Slice => Some((raw.words()[0], raw.words()[1])),
        Kind::Array => Some((0, values.ty(raw.ty()).len)),
        _ => None,
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let (raw, kind) = present::<Vec<T>>(values, raw)?;
        let elem = values.ty(raw.ty()).elem;
        let bytes = kind == Kind::String || kind == Kind::Slice && values.ty(elem).kind == Kind::Uint8;
        if bytes && let Some(all) = T::from_bytes(values.bytes(raw.words())) {
            return Ok(all);
        }
        let Some((first, len)) = elements(values, &raw, kind) else {
            return Err(Mismatch::types::<Vec<T>>(values, raw.ty()));
        };
        // An array in registers, or in a cell, is put where elements have addresses.
        let first = if kind == Kind::Array { values.in_memory(&raw)? } else { first };
        let size = values.ty(elem).size;
        let mut out = Vec::with_capacity(len as usize);
        for i in 0..len {
            let part = values.load(elem, first + i * size)?;
            let made = T::from_value(values, &part).map_err(|m| m.within(format!("element {i}")))?;
            out.push(made);
        }
        Ok(out)
    }
}

impl<T: FromValue, const N: usize> FromValue for [T; N] {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let all = Vec::<T>::from_value(values, raw)?;
        let len = all.len();
        all.try_into().map_err(|_| Mismatch::new(format!("{len} elements instead of {N}")))
    }
}

/// The entries of a map, or the exported fields of a struct by name.
fn entries<'m, K: FromValue, V: FromValue, T>(
    values: &mut Values<'m>,
    raw: &Raw<'m>,
    mut each: impl FnMut(K, V),
) -> Result<(), Mismatch> {
    let (raw, kind) = present::<T>(values, raw)?;
    match kind {
        Kind::Map => {
            let (key, elem) = (values.ty(raw.ty()).key, values.ty(raw.ty()).elem);
            for (k, v) in values.map_entries(raw.words()[0])? {
                let (k, v) = (values.load(key, k)?, values.load(elem, v)?);
                let key = K::from_value(values, &k).map_err(|m| m.within("key"))?;
                let value = V::from_value(values, &v).map_err(|m| m.within("value"))?;
                each(key, value);
            }
            Ok(())
        }
        Kind::Struct => {
            for i in 0..values.ty(raw.ty()).fields.len() {
                let field = &values.ty(raw.ty()).fields[i];
                if !field.exported {
                    continue;
                }
                let name = field.name.clone();
                let text = values.string_value(&name)?;
                let key = K::from_value(values, &text)?;
                let part = values.field(&raw, i)?;
                let value = V::from_value(values, &part).map_err(|m| m.within(format!("field {name}")))?;
                each(key, value);
            }
            Ok(())
        }
        _ => Err(Mismatch::types::<T>(values, raw.ty())),
    }
}

impl<K: FromValue + Eq + Hash, V: FromValue, S: BuildHasher + Default> FromValue for HashMap<K, V, S> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let mut map = HashMap::default();
        entries::<K, V, Self>(values, raw, |key, value| {
            map.insert(key, value);
        })?;
        Ok(map)
    }
}

impl<K: FromValue + Ord, V: FromValue> FromValue for BTreeMap<K, V> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let mut map = BTreeMap::new();
        entries::<K, V, Self>(values, raw, |key, value| {
            map.insert(key, value);
        })?;
        Ok(map)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        let Some(raw) = concrete(values, raw) else { return Ok(None) };
        match values.ty(raw.ty()).kind {
            Kind::Pointer => {
                let elem = values.ty(raw.ty()).elem;
                match raw.words()[0] {
                    0 => Ok(None),
                    addr => {
                        let pointee = values.load(elem, addr)?;
                        T::from_value(values, &pointee).map(Some)
                    }
                }
            }
            Kind::Slice | Kind::Map | Kind::Func | Kind::Chan if raw.words()[0] == 0 => Ok(None),
            _ => T::from_value(values, &raw).map(Some),
        }
    }
}
