//! [`Value`]: a value of any type.

use super::from::concrete;
use super::into::{nil, pairs};
use super::{FromValue, IntoValue, Mismatch};
use crate::heap::{Kind, RTypeId};
use crate::vm::coroutine::Root;
use crate::vm::{Raw, Values};

/// Parts of parts of parts: deeper than that, a value is refused. It may contain itself.
const DEPTH: usize = 64;

/// A value of any type of the program, copied.
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// Nil of any type.
    #[default]
    Nil,
    /// A `bool`.
    Bool(bool),
    /// A signed integer of any width.
    Int(i64),
    /// An unsigned integer of any width.
    Uint(u64),
    /// A float of any width.
    Float(f64),
    /// A complex number: real and imaginary part.
    Complex(f64, f64),
    /// A string, which need not be UTF-8.
    Text(Vec<u8>),
    /// A slice or an array.
    List(Vec<Value>),
    /// A map, in the order in which the program ranges over it.
    Map(Vec<(Value, Value)>),
    /// A struct: the names and values of its exported fields.
    Struct(Vec<(String, Value)>),
    /// A pointer, function or channel that is not nil: itself, not a copy of what is behind it.
    Kept(Root),
}

impl PartialEq for Value {
    fn eq(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Nil, Value::Nil) => true,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Uint(a), Value::Uint(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a == b,
            (Value::Complex(a, x), Value::Complex(b, y)) => a == b && x == y,
            (Value::Text(a), Value::Text(b)) => a == b,
            (Value::List(a), Value::List(b)) => a == b,
            (Value::Map(a), Value::Map(b)) => a == b,
            (Value::Struct(a), Value::Struct(b)) => a == b,
            (Value::Kept(a), Value::Kept(b)) => a.same(b),
            (
                Value::Nil
                | Value::Bool(_)
                | Value::Int(_)
                | Value::Uint(_)
                | Value::Float(_)
                | Value::Complex(..)
                | Value::Text(_)
                | Value::List(_)
                | Value::Map(_)
                | Value::Struct(_)
                | Value::Kept(_),
                _,
            ) => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.into())
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Value {
        Value::Int(n)
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Float(x)
    }
}

impl From<bool> for Value {
    fn from(b: bool) -> Value {
        Value::Bool(b)
    }
}

impl FromValue for Value {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        copy(values, raw, DEPTH)
    }
}

fn too_deep() -> Mismatch {
    Mismatch::new(format!("a value with more than {DEPTH} levels"))
}

fn copy<'m>(values: &mut Values<'m>, raw: &Raw<'m>, depth: usize) -> Result<Value, Mismatch> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err(too_deep());
    };
    let Some(raw) = concrete(values, raw) else { return Ok(Value::Nil) };
    let ty = values.ty(raw.ty());
    let (kind, elem, key, len) = (ty.kind, ty.elem, ty.key, ty.len);
    let word = raw.words().first().copied().unwrap_or(0);
    Ok(match kind {
        Kind::Bool => Value::Bool(word != 0),
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => Value::Int(word as i64),
        Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
            Value::Uint(word)
        }
        Kind::Float32 => Value::Float(f64::from(f32::from_bits(word as u32))),
        Kind::Float64 => Value::Float(f64::from_bits(word)),
        Kind::Complex64 => {
            let part = |i: usize| f64::from(f32::from_bits(raw.words()[i] as u32));
            Value::Complex(part(0), part(1))
        }
        Kind::Complex128 => {
            let part = |i: usize| f64::from_bits(raw.words()[i]);
            Value::Complex(part(0), part(1))
        }
        Kind::String => Value::Text(values.bytes(raw.words()).to_vec()),
        Kind::Slice | Kind::Array => {
            if kind == Kind::Slice && word == 0 {
                return Ok(Value::Nil);
            }
            let (first, n) =
                if kind == Kind::Slice { (word, raw.words()[1]) } else { (values.in_memory(&raw)?, len) };
            let size = values.ty(elem).size;
            let mut list = Vec::with_capacity(n as usize);
            for i in 0..n {
                let part = values.load(elem, first + i * size)?;
                list.push(copy(values, &part, depth).map_err(|m| m.within(format!("element {i}")))?);
            }
            Value::List(list)
        }
        Kind::Map if word == 0 => Value::Nil,
        Kind::Map => {
            let mut map = Vec::new();
            for (k, v) in values.map_entries(word)? {
                let (k, v) = (values.load(key, k)?, values.load(elem, v)?);
                map.push((copy(values, &k, depth)?, copy(values, &v, depth)?));
            }
            Value::Map(map)
        }
        Kind::Struct => {
            let mut fields = Vec::new();
            for i in 0..values.ty(raw.ty()).fields.len() {
                let field = &values.ty(raw.ty()).fields[i];
                if field.exported {
                    let name = field.name.to_string();
                    let part = values.field(&raw, i)?;
                    let value = copy(values, &part, depth).map_err(|m| m.within(format!("field {name}")))?;
                    fields.push((name, value));
                }
            }
            Value::Struct(fields)
        }
        Kind::Pointer | Kind::Func | Kind::Chan | Kind::UnsafePointer if word == 0 => Value::Nil,
        Kind::Pointer | Kind::Func | Kind::Chan | Kind::UnsafePointer => Value::Kept(values.keep(&raw)),
        Kind::Interface => unreachable!("an interface holds no interface"),
    })
}

impl IntoValue for Value {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        if values.ty(ty).kind == Kind::Interface {
            let dynamic = self.own_type(values);
            return match dynamic {
                None => nil(values, ty),
                Some(dynamic) if values.implements(dynamic, ty) => {
                    let raw = self.into_value(values, dynamic)?;
                    Ok(values.boxed(ty, &raw)?)
                }
                Some(_) => Err(Mismatch::types::<Value>(values, ty)),
            };
        }
        if values.depth >= DEPTH {
            return Err(too_deep());
        }
        values.depth += 1;
        let made = self.make(values, ty);
        values.depth -= 1;
        made
    }

    fn dynamic_type(_: &Values<'_>) -> RTypeId {
        RTypeId::NIL
    }
}

impl Value {
    /// Makes a value of a type that is no interface.
    fn make<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        match self {
            Value::Nil => nil(values, ty),
            Value::Bool(b) => b.into_value(values, ty),
            Value::Int(n) => n.into_value(values, ty),
            Value::Uint(n) => n.into_value(values, ty),
            Value::Float(x) if values.ty(ty).kind == Kind::Float32 => (x as f32).into_value(values, ty),
            Value::Float(x) => x.into_value(values, ty),
            Value::Complex(re, im) => {
                let words = match values.ty(ty).kind {
                    Kind::Complex128 => [re.to_bits(), im.to_bits()],
                    Kind::Complex64 => [u64::from((re as f32).to_bits()), u64::from((im as f32).to_bits())],
                    _ => return Err(Mismatch::types::<Value>(values, ty)),
                };
                Ok(Raw::new(ty, words.into_iter().collect()))
            }
            Value::Text(bytes) if values.ty(ty).kind == Kind::String => {
                Ok(Raw::new(ty, values.new_string(&bytes)?.into_iter().collect()))
            }
            Value::Text(bytes) => bytes.into_value(values, ty),
            Value::List(list) => list.into_value(values, ty),
            Value::Map(map) => pairs(values, ty, map),
            Value::Struct(fields) => pairs(values, ty, fields),
            Value::Kept(root) => root.into_value(values, ty),
        }
    }

    /// The type that it becomes where the program says `any`.
    fn own_type(&self, values: &Values<'_>) -> Option<RTypeId> {
        let types = values.host_types();
        Some(match self {
            Value::Nil => return None,
            Value::Bool(_) => types.bool,
            Value::Int(_) => types.int,
            Value::Uint(_) => types.uint64,
            Value::Float(_) => types.float64,
            Value::Complex(..) => types.complex128,
            Value::Text(_) => types.string,
            Value::List(_) => types.list,
            Value::Map(_) => types.map,
            Value::Struct(_) => types.fields,
            Value::Kept(root) => root.ty(),
        })
    }
}

impl FromValue for Root {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        Ok(values.keep(raw))
    }
}

impl IntoValue for Root {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        let Some(raw) = values.kept(&self) else { return Err(Mismatch::new("a value of another program")) };
        if raw.ty() == ty {
            return Ok(raw);
        }
        if values.ty(ty).kind == Kind::Interface && values.ty(raw.ty()).kind != Kind::Interface {
            if values.implements(raw.ty(), ty) {
                return Ok(values.boxed(ty, &raw)?);
            }
            let (have, want) = (&values.ty(raw.ty()).name, &values.ty(ty).name);
            return Err(Mismatch::new(format!("Go's {have} does not implement {want}")));
        }
        let (have, want) = (&values.ty(raw.ty()).name, &values.ty(ty).name);
        Err(Mismatch::new(format!("Go's {have} is not {want}")))
    }

    fn dynamic_type(_: &Values<'_>) -> RTypeId {
        RTypeId::NIL
    }
}
