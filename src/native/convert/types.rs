//! The Go type that a Rust type is declared as, where the host gives no signature.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::time::Duration;

use super::{ScriptError, Value};
use crate::native::handle::{Chan, Func};

/// A Rust type with a Go type of its own.
pub trait GoType {
    /// The Go type, as a program writes it.
    fn go_type() -> String;
}

/// A Rust type that stands for the parameters of a function: a tuple.
pub trait GoParams {
    /// The Go types, in order.
    fn go_params() -> Vec<String>;
}

/// A Rust type that stands for the results of a function.
pub trait GoResults {
    /// The Go types, in order.
    fn go_results() -> Vec<String>;
}

/// `func(params) results`
pub(crate) fn signature(params: &[String], results: &[String]) -> String {
    let params = params.join(", ");
    match results {
        [] => format!("func({params})"),
        [one] => format!("func({params}) {one}"),
        several => format!("func({params}) ({})", several.join(", ")),
    }
}

macro_rules! names {
    ($($t:ty => $name:literal;)*) => { $(
        impl GoType for $t {
            fn go_type() -> String {
                $name.into()
            }
        }
    )* };
}

names! {
    i8 => "int8"; i16 => "int16"; i32 => "int32"; i64 => "int"; isize => "int";
    u8 => "uint8"; u16 => "uint16"; u32 => "uint32"; u64 => "uint64"; usize => "uint";
    f32 => "float32"; f64 => "float64"; bool => "bool"; char => "rune";
    String => "string"; &str => "string"; Duration => "time.Duration"; Value => "any"; ScriptError => "error";
}

impl<T: GoType> GoType for Vec<T> {
    fn go_type() -> String {
        format!("[]{}", T::go_type())
    }
}

impl<T: GoType> GoType for &[T] {
    fn go_type() -> String {
        format!("[]{}", T::go_type())
    }
}

impl<T: GoType, const N: usize> GoType for [T; N] {
    fn go_type() -> String {
        format!("[{N}]{}", T::go_type())
    }
}

impl<K: GoType, V: GoType, S> GoType for HashMap<K, V, S> {
    fn go_type() -> String {
        format!("map[{}]{}", K::go_type(), V::go_type())
    }
}

impl<K: GoType, V: GoType> GoType for BTreeMap<K, V> {
    fn go_type() -> String {
        format!("map[{}]{}", K::go_type(), V::go_type())
    }
}

impl<T: GoType> GoType for Option<T> {
    fn go_type() -> String {
        format!("*{}", T::go_type())
    }
}

impl<T: GoType> GoType for Chan<T> {
    fn go_type() -> String {
        format!("chan {}", T::go_type())
    }
}

impl<A: GoParams, R: GoResults> GoType for Func<A, R> {
    fn go_type() -> String {
        signature(&A::go_params(), &R::go_results())
    }
}

impl<T: GoType> GoResults for T {
    fn go_results() -> Vec<String> {
        vec![T::go_type()]
    }
}

impl<T: GoResults, E: Display> GoResults for Result<T, E> {
    fn go_results() -> Vec<String> {
        let mut all = T::go_results();
        all.push("error".into());
        all
    }
}

macro_rules! tuples {
    ($(($($t:ident)*))*) => { $(
        impl<$($t: GoType),*> GoParams for ($($t,)*) {
            fn go_params() -> Vec<String> {
                vec![$($t::go_type()),*]
            }
        }

        impl<$($t: GoType),*> GoResults for ($($t,)*) {
            fn go_results() -> Vec<String> {
                vec![$($t::go_type()),*]
            }
        }
    )* };
}

tuples! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }
