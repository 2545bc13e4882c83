//! The natives of package reflect: what its half in the language needs to know of types, and to do with memory.
//!
//! A value of reflection is always in memory: a pointer to its memory form, of which the types here say what it is. Types
//! are passed as the numbers of run-time types. What natives cannot do, the compiler makes while the program runs (see
//! [`Wanted`](crate::vm::Wanted)).

mod deep;
mod make;
mod maps;
mod types;
mod values;

use super::Row;

/// The functions without body of `stdlib/reflect`.
pub const TABLES: [&[Row]; 5] = [deep::TABLE, make::TABLE, maps::TABLE, types::TABLE, values::TABLE];
