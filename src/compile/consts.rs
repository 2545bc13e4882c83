//! Constants in register form.

use super::frame::{BasicExt, Gen};
use super::func::Reg;
use crate::bytecode::Op;
use crate::check::consts::ConstValue;
use crate::source::Span;
use crate::types::{Basic, Type, TypeId};

/// The one-slot register form of a constant as a value of a basic type; none for strings and complex numbers.
pub(super) fn bits(v: &ConstValue, basic: Basic) -> Option<u64> {
    match v {
        ConstValue::Bool(b) => Some(u64::from(*b)),
        ConstValue::Str(_) => None,
        // A complex constant may be recorded as the integer or float that it equals.
        _ if basic.is_complex() => None,
        ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_) => {
            if basic == Basic::Float32 {
                return Some(u64::from(v.as_f32()?.to_bits()));
            }
            if basic.is_float() {
                return Some(v.as_f64()?.to_bits());
            }
            let int = v.to_int()?;
            int.as_i64().map(|i| i as u64).or_else(|| int.as_u64())
        }
    }
}

impl Gen<'_, '_> {
    /// `dst` = a constant as a value of type `t`.
    pub(super) fn constant(&mut self, dst: Reg, v: &ConstValue, t: TypeId) {
        let basic = match self.shape(t) {
            Type::Basic(b) => b,
            Type::Interface(_) => {
                // An untyped constant that was recorded with the interface it becomes: its default type.
                let from = match v {
                    ConstValue::Bool(_) => TypeId::BOOL,
                    ConstValue::Str(_) => TypeId::STRING,
                    ConstValue::Int(_) => TypeId::INT,
                    ConstValue::Float(_) => TypeId::FLOAT64,
                    ConstValue::Complex(_) => TypeId::COMPLEX128,
                };
                let sp = self.b.sp;
                let src = self.temp(from);
                self.constant(src, v, from);
                self.make_iface(dst, src, from);
                self.b.sp = sp;
                return;
            }
            _ => Basic::Int,
        };
        match v {
            ConstValue::Str(s) => {
                let index = self.unit.string(s);
                self.b.op_wide(Op::LoadString, dst, index, None);
            }
            _ if basic.is_complex() => {
                let (re, im) = v.as_complex().unwrap_or_default();
                if basic == Basic::Complex64 {
                    self.b.constant(dst, u64::from((re as f32).to_bits()));
                    self.b.constant(dst + 1, u64::from((im as f32).to_bits()));
                } else {
                    self.b.constant(dst, re.to_bits());
                    self.b.constant(dst + 1, im.to_bits());
                }
            }
            v => match bits(v, basic) {
                Some(bits) => self.b.constant(dst, bits),
                None => self.unit.bug(Span::NONE, "a constant without a register form"),
            },
        }
    }
}
