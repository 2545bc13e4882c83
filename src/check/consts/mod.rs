//! Constant values and their arithmetic, exact as the Go specification asks for.
//!
//! In: literal texts and constant operands. Out: [`ConstValue`]s, and the texts that diagnostics show for them.
//!
//! * [`ConstValue::from_literal`] reads a literal.
//! * [`ConstValue::unary`], [`ConstValue::binary`], [`ConstValue::shift`], [`ConstValue::compare`] compute.
//! * [`ConstValue::represent`] converts to a basic kind with its rounding, or says that it can't.
//! * [`ConstValue::to_int`], `to_float`, `to_complex` change the kind when the value allows it.
//! * `Display` prints what Go prints in messages (`18446744073709551616`, `1e+100`, a long string cut short).
//!
//! Invariants: integers that fit an `i64` are always `Int::Small`; fractions are in lowest terms; reals whose
//! numerator or denominator would pass [`MAX_RATIONAL_BITS`] bits are floats of [`PRECISION`] bits, as in Go.
//! Division by zero, and operators that a kind does not have, give `None`; nothing here panics.

mod bigfloat;
mod convert;
mod format;
mod literal;
mod ops;
mod real;
mod value;

#[cfg(test)]
mod tests;

pub use bigfloat::{BigFloat, PRECISION};
pub use convert::Repr;
pub use format::quote;
pub use literal::{LiteralError, MAX_LITERAL_LEN};
pub use real::{MAX_RATIONAL_BITS, Real};
pub use value::{ConstKind, ConstValue, Int};
