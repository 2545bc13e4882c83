//! From values of Rust to values of the program.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use super::{IntoValue, Mismatch};
use crate::heap::{Kind, RTypeId};
use crate::vm::{Raw, Values, Words};

/// A value of one word.
fn word<'m>(ty: RTypeId, word: u64) -> Raw<'m> {
    Raw::new(ty, std::iter::once(word).collect())
}

/// A value in an interface of type `ty`, by the type that it has of its own.
fn in_interface<'m, T: IntoValue>(
    values: &mut Values<'m>,
    ty: RTypeId,
    value: T,
) -> Result<Raw<'m>, Mismatch> {
    let dynamic = T::dynamic_type(values);
    if dynamic == RTypeId::NIL || !values.implements(dynamic, ty) {
        return Err(Mismatch::types::<T>(values, ty));
    }
    let raw = value.into_value(values, dynamic)?;
    Ok(values.boxed(ty, &raw)?)
}

macro_rules! integers {
    ($($t:ident $dynamic:ident;)*) => { $(
        impl IntoValue for $t {
            fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
                let rtype = values.ty(ty);
                let misfit = || Mismatch::new(format!("{self} does not fit into Go's {}", values.ty(ty).name));
                let bits = 8 * rtype.size as u32;
                if rtype.kind.is_signed() {
                    let n = i64::try_from(self).map_err(|_| misfit())?;
                    let shift = 64 - bits;
                    return if n << shift >> shift == n { Ok(word(ty, n as u64)) } else { Err(misfit()) };
                }
                if rtype.kind.is_unsigned() {
                    let n = u64::try_from(self).map_err(|_| misfit())?;
                    let shift = 64 - bits;
                    return if n << shift >> shift == n { Ok(word(ty, n)) } else { Err(misfit()) };
                }
                match rtype.kind {
                    Kind::Interface => in_interface(values, ty, self),
                    _ => Err(Mismatch::types::<$t>(values, ty)),
                }
            }

            fn dynamic_type(values: &Values<'_>) -> RTypeId {
                values.host_types().$dynamic
            }

            integers!(@bytes $t);
        }
    )* };
    (@bytes u8) => {
        fn as_bytes(bytes: &[u8]) -> Option<&[u8]> {
            Some(bytes)
        }
    };
    (@bytes $t:ident) => {};
}

integers! {
    i8 int; i16 int; i32 int; i64 int; isize int;
    u8 int; u16 int; u32 int; u64 uint64; usize uint64;
}

impl IntoValue for f64 {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::Float64 => Ok(word(ty, self.to_bits())),
            Kind::Interface => in_interface(values, ty, self),
            _ => Err(Mismatch::types::<f64>(values, ty)),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().float64
    }
}

impl IntoValue for f32 {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::Float32 => Ok(word(ty, u64::from(self.to_bits()))),
            Kind::Float64 => Ok(word(ty, f64::from(self).to_bits())),
            Kind::Interface => in_interface(values, ty, f64::from(self)),
            _ => Err(Mismatch::types::<f32>(values, ty)),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().float64
    }
}

impl IntoValue for bool {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::Bool => Ok(word(ty, u64::from(self))),
            Kind::Interface => in_interface(values, ty, self),
            _ => Err(Mismatch::types::<bool>(values, ty)),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().bool
    }
}

impl IntoValue for char {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        u32::from(self).into_value(values, ty)
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().int
    }
}

impl IntoValue for Duration {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        self.as_nanos().min(i64::MAX as u128).try_into().unwrap_or(i64::MAX).into_value(values, ty)
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().int
    }
}

impl IntoValue for &str {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::String => Ok(Raw::new(ty, values.new_string(self.as_bytes())?.into_iter().collect())),
            Kind::Interface => in_interface(values, ty, self),
            _ => Err(Mismatch::types::<&str>(values, ty)),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().string
    }
}

impl IntoValue for String {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        self.as_str().into_value(values, ty)
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        values.host_types().string
    }
}

/// A slice, array or string of so many values.
fn list<'m, T: IntoValue, L>(
    values: &mut Values<'m>,
    ty: RTypeId,
    items: impl ExactSizeIterator<Item = T>,
) -> Result<Raw<'m>, Mismatch> {
    let (kind, elem, len) = (values.ty(ty).kind, values.ty(ty).elem, items.len() as u64);
    let cell = match kind {
        Kind::Slice => values.new_slice(elem, len)?[0],
        Kind::Array if values.ty(ty).len == len => values.new_cell(ty)?,
        Kind::Array => {
            return Err(Mismatch::new(format!("{len} elements do not go into Go's {}", values.ty(ty).name)));
        }
        _ => return Err(Mismatch::types::<L>(values, ty)),
    };
    let size = values.ty(elem).size;
    for (i, item) in items.enumerate() {
        let made = item.into_value(values, elem).map_err(|m| m.within(format!("element {i}")))?;
        values.store(cell + i as u64 * size, &made);
    }
    if kind == Kind::Slice {
        return Ok(Raw::new(ty, [cell, len, len].into_iter().collect()));
    }
    Ok(values.load(ty, cell)?)
}

/// Bytes, if they are bytes and the program wants such.
fn bytes<'m, T: IntoValue>(
    values: &mut Values<'m>,
    ty: RTypeId,
    all: &[T],
) -> Result<Option<Raw<'m>>, Mismatch> {
    let rtype = values.ty(ty);
    if rtype.kind == Kind::Slice
        && values.ty(rtype.elem).kind == Kind::Uint8
        && let Some(bytes) = T::as_bytes(all)
    {
        return Ok(Some(Raw::new(ty, values.new_bytes(bytes)?.into_iter().collect())));
    }
    Ok(None)
}

/// What a list of these becomes where the program says `any`.
fn list_type<T: IntoValue>(values: &Values<'_>) -> RTypeId {
    if T::as_bytes(&[]).is_some() { values.host_types().bytes } else { values.host_types().list }
}

impl<T: IntoValue> IntoValue for Vec<T> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        if values.ty(ty).kind == Kind::Interface {
            return in_interface(values, ty, self);
        }
        match bytes(values, ty, &self)? {
            Some(made) => Ok(made),
            None => list::<T, Vec<T>>(values, ty, self.into_iter()),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        list_type::<T>(values)
    }
}

impl<T: IntoValue, const N: usize> IntoValue for [T; N] {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        Vec::from(self).into_value(values, ty)
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        list_type::<T>(values)
    }
}

impl<T: IntoValue + Clone> IntoValue for &[T] {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        if values.ty(ty).kind == Kind::Interface {
            return in_interface(values, ty, self);
        }
        match bytes(values, ty, self)? {
            Some(made) => Ok(made),
            None => list::<T, &[T]>(values, ty, self.iter().cloned()),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        list_type::<T>(values)
    }
}

/// A map, or a struct by the names of its fields. Entries are inserted in the order of their keys, where they have one: the
/// order in which the program ranges over the map shall not depend on Rust's hashes.
fn entries<'m, K: IntoValue, V: IntoValue, M>(
    values: &mut Values<'m>,
    ty: RTypeId,
    all: impl ExactSizeIterator<Item = (K, V)>,
) -> Result<Raw<'m>, Mismatch> {
    let (kind, key, elem) = (values.ty(ty).kind, values.ty(ty).key, values.ty(ty).elem);
    match kind {
        Kind::Map => {
            let map = values.new_map(ty, all.len())?;
            let mut made = Vec::with_capacity(all.len());
            for (k, v) in all {
                let k = k.into_value(values, key).map_err(|m| m.within("key"))?;
                made.push((k, v));
            }
            if values.ty(key).kind == Kind::String {
                made.sort_by(|(a, _), (b, _)| values.bytes(a.words()).cmp(values.bytes(b.words())));
            } else {
                made.sort_by(|(a, _), (b, _)| a.words().cmp(b.words()));
            }
            for (k, v) in made {
                let v = v.into_value(values, elem).map_err(|m| m.within("value"))?;
                values.map_set(map, &k, &v)?;
            }
            Ok(word(ty, map))
        }
        Kind::Struct => {
            let types: Vec<RTypeId> = values.ty(ty).fields.iter().map(|field| field.ty).collect();
            let mut fields = Vec::with_capacity(types.len());
            for &ty in &types {
                fields.push(values.zero(ty)?);
            }
            for (k, v) in all {
                let string = values.host_types().string;
                let name = k.into_value(values, string).map_err(|_| Mismatch::types::<M>(values, ty))?;
                let name = String::from_utf8_lossy(values.bytes(name.words())).into_owned();
                let place =
                    values.ty(ty).fields.iter().position(|field| *field.name == name && field.exported);
                let Some(place) = place else {
                    let problem = format!("Go's {} has no exported field {name}", values.ty(ty).name);
                    return Err(Mismatch::new(problem));
                };
                let made = v.into_value(values, types[place]);
                fields[place] = made.map_err(|m| m.within(format!("field {name}")))?;
            }
            Ok(values.new_struct(ty, &fields)?)
        }
        _ => Err(Mismatch::types::<M>(values, ty)),
    }
}

/// What a map with such keys becomes where the program says `any`.
fn map_type<K: IntoValue>(values: &Values<'_>) -> RTypeId {
    let types = values.host_types();
    if K::dynamic_type(values) == types.string { types.fields } else { types.map }
}

impl<K: IntoValue, V: IntoValue, S> IntoValue for HashMap<K, V, S> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::Interface => in_interface(values, ty, self),
            _ => entries::<K, V, Self>(values, ty, self.into_iter()),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        map_type::<K>(values)
    }
}

impl<K: IntoValue, V: IntoValue> IntoValue for BTreeMap<K, V> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match values.ty(ty).kind {
            Kind::Interface => in_interface(values, ty, self),
            _ => entries::<K, V, Self>(values, ty, self.into_iter()),
        }
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        map_type::<K>(values)
    }
}

/// The fields of a struct of any type, or the entries of a map, in order.
pub(super) fn pairs<'m, K: IntoValue, V: IntoValue>(
    values: &mut Values<'m>,
    ty: RTypeId,
    all: Vec<(K, V)>,
) -> Result<Raw<'m>, Mismatch> {
    entries::<K, V, super::Value>(values, ty, all.into_iter())
}

/// Nil, for types that have it.
pub(super) fn nil<'m>(values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
    match values.ty(ty).kind {
        Kind::Pointer | Kind::Interface | Kind::Slice | Kind::Map | Kind::Chan | Kind::Func => {
            Ok(Raw::new(ty, Words::zeros(usize::from(values.ty(ty).slots))))
        }
        _ => Err(Mismatch::new(format!("Go's {} has no nil", values.ty(ty).name))),
    }
}

impl<T: IntoValue> IntoValue for Option<T> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        let Some(value) = self else { return nil(values, ty) };
        if values.ty(ty).kind != Kind::Pointer {
            return value.into_value(values, ty);
        }
        let elem = values.ty(ty).elem;
        let made = value.into_value(values, elem)?;
        let cell = values.new_cell(elem)?;
        values.store(cell, &made);
        Ok(word(ty, cell))
    }

    fn dynamic_type(values: &Values<'_>) -> RTypeId {
        T::dynamic_type(values)
    }
}
