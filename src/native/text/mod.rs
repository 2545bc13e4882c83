//! Text as Go's standard library understands it: the cores behind the natives of strings, bytes, strconv,
//! unicode and utf8, and behind fmt.
//!
//! In: byte slices (strings need not be valid UTF-8; an invalid byte reads as U+FFFD of width 1) and code
//! points as `i32`, Go's `rune`, of which any value may come. Out: positions (`None` for not found), spans or
//! new bytes. Nothing here knows of the heap, of registers or of panics: every function is total.

pub mod calendar;
pub mod change;
pub mod float;
pub mod int;
mod layout;
pub mod moment;
pub mod parse_float;
pub mod quote;
pub mod search;
pub mod split;
pub mod unicode;
mod unicode_tables;
pub mod utf8;
#[cfg(test)]
mod vectors;
