//! Functions and channels of the program, as Rust code keeps them.

use std::marker::PhantomData;

use super::convert::{FromValue, IntoValue, Mismatch};
use crate::heap::{Kind, RTypeId};
use crate::vm::coroutine::Root;
use crate::vm::{Raw, Values};

/// A function of the program, which takes arguments `A`, a tuple, and gives `R`. The Rust types are checked when it is
/// called.
pub struct Func<A, R> {
    root: Root,
    types: PhantomData<fn(A) -> R>,
}

/// A channel of the program. The Rust type is checked when something is sent or received.
pub struct Chan<T> {
    root: Root,
    types: PhantomData<fn(T) -> T>,
}

impl<A, R> Func<A, R> {
    /// The function itself.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Whether it is nil.
    pub fn is_nil(&self) -> bool {
        self.root.words()[0] == 0
    }
}

impl<T> Chan<T> {
    /// The channel itself.
    pub fn root(&self) -> &Root {
        &self.root
    }

    /// Whether it is nil.
    pub fn is_nil(&self) -> bool {
        self.root.words()[0] == 0
    }
}

impl<A, R> Clone for Func<A, R> {
    fn clone(&self) -> Self {
        Func { root: self.root.clone(), types: PhantomData }
    }
}

impl<T> Clone for Chan<T> {
    fn clone(&self) -> Self {
        Chan { root: self.root.clone(), types: PhantomData }
    }
}

/// Keeps a value of this kind.
fn keep<'m, T>(values: &mut Values<'m>, raw: &Raw<'m>, kind: Kind) -> Result<Root, Mismatch> {
    let inner =
        if values.ty(raw.ty()).kind == Kind::Interface { values.unbox(raw) } else { Some(raw.clone()) };
    match inner {
        Some(raw) if values.ty(raw.ty()).kind == kind => Ok(values.keep(&raw)),
        Some(_) | None => Err(Mismatch::types::<T>(values, raw.ty())),
    }
}

impl<A, R> FromValue for Func<A, R> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        Ok(Func { root: keep::<Self>(values, raw, Kind::Func)?, types: PhantomData })
    }
}

impl<T> FromValue for Chan<T> {
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch> {
        Ok(Chan { root: keep::<Self>(values, raw, Kind::Chan)?, types: PhantomData })
    }
}

impl<A, R> IntoValue for Func<A, R> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        self.root.into_value(values, ty)
    }

    fn dynamic_type(_: &Values<'_>) -> RTypeId {
        RTypeId::NIL
    }
}

impl<T> IntoValue for Chan<T> {
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch> {
        self.root.into_value(values, ty)
    }

    fn dynamic_type(_: &Values<'_>) -> RTypeId {
        RTypeId::NIL
    }
}
