//! Whether a constant has a value of a basic type, and which after rounding.

use super::real::Real;
use super::value::{ConstKind, ConstValue, Int};
use std::rc::Rc;

/// What a basic type asks of a constant. (`Basic` of the type table maps to it; an untyped rune is an
/// `UntypedInt` here.)
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repr {
    /// `bool` and untyped bool.
    Bool,
    /// `string` and untyped string.
    Str,
    /// `int8` to `int64`, `int`: the number of bits.
    Signed(u32),
    /// `uint8` to `uint64`, `uint`, `uintptr`: the number of bits.
    Unsigned(u32),
    /// `float32`
    Float32,
    /// `float64`
    Float64,
    /// `complex64`
    Complex64,
    /// `complex128`
    Complex128,
    /// Untyped int and untyped rune.
    UntypedInt,
    /// Untyped float.
    UntypedFloat,
    /// Untyped complex.
    UntypedComplex,
}

impl ConstValue {
    /// The value as one of that type: of the type's kind, floats rounded to its precision. `None` when the type
    /// can't represent it (a fraction as integer, an overflow, a string as number, ...).
    pub fn represent(&self, repr: Repr) -> Option<ConstValue> {
        match repr {
            Repr::Bool => (self.kind() == ConstKind::Bool).then(|| self.clone()),
            Repr::Str => (self.kind() == ConstKind::Str).then(|| self.clone()),
            Repr::Signed(bits) => {
                self.to_int().filter(|v| v.as_int().is_some_and(|int| fits_signed(int, bits)))
            }
            Repr::Unsigned(bits) => self
                .to_int()
                .filter(|v| v.as_int().is_some_and(|int| int.sign() >= 0 && int.bit_len() <= bits as u64)),
            Repr::UntypedInt => self.to_int(),
            Repr::UntypedFloat => self.to_float(),
            Repr::UntypedComplex => self.to_complex(),
            Repr::Float32 => self.rounded_float(round32),
            Repr::Float64 => self.rounded_float(round64),
            Repr::Complex64 => self.rounded_complex(round32),
            Repr::Complex128 => self.rounded_complex(round64),
        }
    }

    fn rounded_float(&self, round: fn(&Real) -> Option<Real>) -> Option<ConstValue> {
        match self.to_float()? {
            ConstValue::Float(real) => Some(ConstValue::Float(Rc::new(round(&real)?))),
            ConstValue::Bool(_) | ConstValue::Str(_) | ConstValue::Int(_) | ConstValue::Complex(_) => None,
        }
    }

    fn rounded_complex(&self, round: fn(&Real) -> Option<Real>) -> Option<ConstValue> {
        let (re, im) = self.parts()?;
        Some(ConstValue::from_parts(round(&re)?, round(&im)?))
    }
}

fn round32(real: &Real) -> Option<Real> {
    Real::from_f64(f64::from(real.to_f32()?))
}

fn round64(real: &Real) -> Option<Real> {
    Real::from_f64(real.to_f64()?)
}

fn fits_signed(int: &Int, bits: u32) -> bool {
    let Some(value) = int.as_i64() else { return false };
    let spare = 64 - bits.clamp(1, 64);
    (value << spare) >> spare == value
}
