//! Constants and untyped values: which types they can have.

use super::Checker;
use super::operand::{OpMode, Operand, Src};
use crate::ast::{BinaryOp, Expr, ExprKind, UnaryOp};
use crate::check::consts::{ConstKind, ConstValue, PRECISION, Repr};
use crate::diag::Code;
use crate::source::Span;
use crate::types::{Basic, BasicInfo, Type, TypeId};

/// Why a value does not fit a type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Misfit {
    /// A fraction for an integer type.
    Truncated,
    /// Out of range.
    Overflow,
    /// Another kind of value.
    Kind,
}

/// What a basic type asks of a constant; `None` for types without constants.
pub(super) fn repr_of(basic: Basic) -> Option<Repr> {
    Some(match basic {
        Basic::Bool | Basic::UntypedBool => Repr::Bool,
        Basic::String | Basic::UntypedString => Repr::Str,
        Basic::Int | Basic::Int64 => Repr::Signed(64),
        Basic::Int8 => Repr::Signed(8),
        Basic::Int16 => Repr::Signed(16),
        Basic::Int32 => Repr::Signed(32),
        Basic::Uint | Basic::Uint64 | Basic::Uintptr => Repr::Unsigned(64),
        Basic::Uint8 => Repr::Unsigned(8),
        Basic::Uint16 => Repr::Unsigned(16),
        Basic::Uint32 => Repr::Unsigned(32),
        Basic::Float32 => Repr::Float32,
        Basic::Float64 => Repr::Float64,
        Basic::Complex64 => Repr::Complex64,
        Basic::Complex128 => Repr::Complex128,
        Basic::UntypedInt | Basic::UntypedRune => Repr::UntypedInt,
        Basic::UntypedFloat => Repr::UntypedFloat,
        Basic::UntypedComplex => Repr::UntypedComplex,
        Basic::UnsafePointer | Basic::UntypedNil => return None,
    })
}

/// The number of bits of an unsigned type, for the complement of constants.
pub(super) fn unsigned_bits(basic: Basic) -> Option<u32> {
    match repr_of(basic) {
        Some(Repr::Unsigned(bits)) => Some(bits),
        _ => None,
    }
}

impl Checker {
    /// The larger of two untyped kinds, if both are numeric or they are the same.
    pub(super) fn max_untyped(&mut self, a: TypeId, b: TypeId) -> Option<TypeId> {
        if a == b {
            return Some(a);
        }
        (self.is_numeric(a) && self.is_numeric(b)).then(|| a.max(b))
    }

    /// A constant's value as one of a basic type.
    pub(super) fn represent(&mut self, x: &Operand, basic: Basic) -> Result<Option<ConstValue>, Misfit> {
        let Some(val) = &x.val else { return Ok(None) };
        if let Some(repr) = repr_of(basic)
            && let Some(v) = val.represent(repr)
        {
            return Ok(Some(v));
        }
        if self.is_numeric(x.ty) && basic.is(BasicInfo::NUMERIC) {
            if !self.is_integer(x.ty) && basic.is(BasicInfo::INTEGER) {
                return Err(Misfit::Truncated);
            }
            return Err(Misfit::Overflow);
        }
        Err(Misfit::Kind)
    }

    /// Checks that a constant fits a basic type, and rounds it.
    pub(super) fn representable(&mut self, x: &mut Operand, basic: Basic) {
        self.representable_as(x, basic, TypeId::of(basic));
    }

    fn representable_as(&mut self, x: &mut Operand, basic: Basic, spelled: TypeId) {
        match self.represent(x, basic) {
            Ok(v) => x.val = v,
            Err(misfit) => {
                self.misfit_error(x, spelled, misfit);
                x.invalidate();
            }
        }
    }

    fn misfit_error(&mut self, x: &Operand, target: TypeId, misfit: Misfit) {
        let (xs, ts) = (self.os(x), self.ts(target));
        let (code, message) = match misfit {
            Misfit::Truncated => (Code::ConstantOverflow, format!("{xs} truncated to {ts}")),
            Misfit::Overflow => (Code::ConstantOverflow, format!("{xs} overflows {ts}")),
            Misfit::Kind => (Code::InvalidConversion, format!("cannot convert {xs} to type {ts}")),
        };
        self.err(code, x.span(), message);
    }

    /// Checks the result of constant arithmetic: it must fit its type, or the limit for untyped ones.
    pub(super) fn overflow(&mut self, x: &mut Operand, at: Span) {
        let Some(val) = &x.val else {
            self.err(Code::ConstantOverflow, at, "constant result is not representable");
            return;
        };
        if !self.tt.is_untyped(x.ty) {
            if let Some(basic) = self.tt.basic(x.ty) {
                let under = self.tt.under(x.ty);
                // Of the predeclared aliases the messages use the names.
                let spelled =
                    if matches!(under, TypeId::BYTE | TypeId::RUNE) { under } else { TypeId::of(basic) };
                self.representable_as(x, basic, spelled);
            }
            return;
        }
        if let Some(int) = val.as_int()
            && int.bit_len() > PRECISION
        {
            let op = match &x.src {
                Src::Expr(e) => op_name(e),
                Src::None | Src::Text(..) => "",
            };
            self.err(Code::ConstantOverflow, at, format!("constant {op}overflow"));
            x.val = None;
        }
    }

    /// The type that an untyped value has where `target` is expected, and a constant's value in it.
    pub(super) fn implicit_type(
        &mut self,
        x: &Operand,
        target: TypeId,
    ) -> Result<(TypeId, Option<ConstValue>), Misfit> {
        if !x.is_valid() || !self.tt.is_untyped(x.ty) || target.is_invalid() {
            return Ok((x.ty, None));
        }
        if self.tt.is_untyped(target) {
            return self.max_untyped(x.ty, target).map(|t| (t, None)).ok_or(Misfit::Kind);
        }
        if x.is_nil() {
            return if self.tt.has_nil(target) { Ok((target, None)) } else { Err(Misfit::Kind) };
        }
        match self.tt.under_shape(target) {
            Type::Basic(basic) => {
                if x.is_const() {
                    let v = self.represent(x, basic)?;
                    return Ok((target, v));
                }
                // Results of comparisons and of shifts that wait for their type.
                let fits = match self.tt.basic(x.ty) {
                    Some(Basic::UntypedBool) => basic.is(BasicInfo::BOOLEAN),
                    Some(
                        Basic::UntypedInt | Basic::UntypedRune | Basic::UntypedFloat | Basic::UntypedComplex,
                    ) => basic.is(BasicInfo::NUMERIC),
                    Some(Basic::UntypedString) => basic.is(BasicInfo::STRING),
                    _ => false,
                };
                if fits { Ok((target, None)) } else { Err(Misfit::Kind) }
            }
            Type::TypeParam(_) => {
                let fits = self.for_all(target, |c, _, u| u.is_some_and(|u| c.implicit_type(x, u).is_ok()));
                if fits { Ok((target, None)) } else { Err(Misfit::Kind) }
            }
            Type::Interface(_) => {
                let empty = self.tt.iface(target).is_none_or(|i| i.is_empty());
                if empty { Ok((self.tt.default_type(x.ty), None)) } else { Err(Misfit::Kind) }
            }
            Type::Invalid
            | Type::Named(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Array(..)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Struct(_)
            | Type::Func(_)
            | Type::Tuple(_)
            | Type::Union(_) => Err(Misfit::Kind),
        }
    }

    /// Gives an untyped operand a type, or reports that it can't have it.
    pub(super) fn convert_untyped(&mut self, x: &mut Operand, target: TypeId) {
        match self.implicit_type(x, target) {
            Err(misfit) => {
                let shown = if self.tt.is_tparam(target) { target } else { self.tt.under(target) };
                self.misfit_error(x, shown, misfit);
                x.invalidate();
            }
            Ok((ty, val)) => self.settle(x, ty, val),
        }
    }

    /// Applies the result of [`Checker::implicit_type`].
    pub(super) fn settle(&mut self, x: &mut Operand, ty: TypeId, val: Option<ConstValue>) {
        if val.is_some() {
            x.val = val;
            self.update_expr_val(x);
        }
        if ty != x.ty {
            x.ty = ty;
            if let Some(e) = x.expr() {
                self.update_expr_type(e, ty, false);
            }
        }
    }

    /// Whether a constant complex division has a divisor so small that its square is zero.
    pub(super) fn underflows(&mut self, x: &Operand, y: &Operand) -> bool {
        let zero_square = |part: Option<ConstValue>| {
            part.and_then(|part| part.binary(BinaryOp::Mul, &part, false))
                .is_none_or(|square| square.is_zero())
        };
        let Some(divisor) = y.val.as_ref().filter(|_| x.is_const()) else { return false };
        self.tt.is(x.ty, BasicInfo::COMPLEX) && zero_square(divisor.real()) && zero_square(divisor.imag())
    }

    /// Whether a constant operand is a number equal to zero.
    pub(super) fn is_const_zero(x: &Operand) -> bool {
        x.mode == OpMode::Const && x.val.as_ref().is_some_and(ConstValue::is_zero)
    }

    /// The value of a constant as an integer, if it is one.
    pub(super) fn const_int(x: &Operand) -> Option<ConstValue> {
        let v = x.val.as_ref()?.to_int()?;
        (v.kind() == ConstKind::Int).then_some(v)
    }
}

/// The name of an operation that may overflow, with a space.
fn op_name(e: &Expr) -> &'static str {
    use crate::ast::BinaryOp;
    match &e.kind {
        ExprKind::Unary(node) if node.op == UnaryOp::BitNot => "bitwise complement ",
        ExprKind::Binary(node) => match node.op {
            BinaryOp::Add => "addition ",
            BinaryOp::Sub => "subtraction ",
            BinaryOp::Xor => "bitwise XOR ",
            BinaryOp::Mul => "multiplication ",
            BinaryOp::Shl => "shift ",
            _ => "",
        },
        _ => "",
    }
}
