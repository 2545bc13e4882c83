//! Binary operators: arithmetic, comparisons, shifts.

use super::Checker;
use super::operand::{Operand, Src};
use crate::ast::expr_string;
use crate::ast::{Binary, BinaryOp, Expr};
use crate::check::consts::ConstValue;
use crate::diag::Code;
use crate::source::Span;
use crate::types::{Basic, BasicInfo, Type, TypeId};

/// Constant strings have so many bytes at most, as Go's compiler has it.
const MAX_STRING: usize = 2_000_000_000;

impl Checker {
    /// Checks a binary operation. `whole` is absent for the operation in an assignment such as `x += y`.
    pub(super) fn binary<'a>(
        &mut self,
        x: &mut Operand<'a>,
        whole: Option<(&'a Expr, &'a Binary)>,
        lhs: &'a Expr,
        rhs: &'a Expr,
        op: BinaryOp,
    ) {
        let mut y = Operand::invalid();
        self.expr(None, x, lhs);
        self.expr(None, &mut y, rhs);
        if !x.is_valid() {
            return;
        }
        if !y.is_valid() {
            x.invalidate();
            x.src = y.src;
            return;
        }
        let op_span = whole.map_or(lhs.place(), |(_, node)| node.op_span);
        let src = whole.map(|(e, _)| e);
        if op.is_shift() {
            self.shift(x, &mut y, src, op, op_span);
            return;
        }
        self.match_types(x, &mut y);
        if !x.is_valid() {
            return;
        }
        if op.is_comparison() {
            self.comparison(x, &mut y, op, false);
            return;
        }
        if !self.tt.identical(x.ty, y.ty) {
            if !x.ty.is_invalid() && !y.ty.is_invalid() {
                let (xs, ys) = (self.ts(x.ty), self.ts(y.ty));
                let text = match src {
                    Some(e) => expr_string(e),
                    None => format!("{} {}= {}", expr_string(lhs), op.as_str(), expr_string(rhs)),
                };
                let message = format!("invalid operation: {text} (mismatched types {xs} and {ys})");
                self.err(Code::Mismatched, x.span(), message);
            }
            x.invalidate();
            return;
        }
        let needs = match op {
            BinaryOp::Add => BasicInfo::NUMERIC_OR_STRING,
            BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div => BasicInfo::NUMERIC,
            BinaryOp::LogAnd | BinaryOp::LogOr => BasicInfo::BOOLEAN,
            _ => BasicInfo::INTEGER,
        };
        if !self.has_operator(x, op.as_str(), needs) {
            return;
        }
        if matches!(op, BinaryOp::Div | BinaryOp::Rem) {
            let whole_number = x.is_const() || self.all_integer(x.ty);
            if (whole_number && Checker::is_const_zero(&y)) || self.underflows(x, &y) {
                self.err(Code::DivisionByZero, y.span(), "invalid operation: division by zero");
                x.invalidate();
                return;
            }
        }
        if x.is_const() && y.is_const() {
            let (Some(a), Some(b)) = (&x.val, &y.val) else {
                x.val = None;
                return;
            };
            if let (ConstValue::Str(a), ConstValue::Str(b)) = (a, b)
                && op == BinaryOp::Add
                && a.len() + b.len() > MAX_STRING
            {
                let len = a.len() + b.len();
                let message = format!("constant string too long ({len} bytes > {MAX_STRING} bytes)");
                self.err(Code::ConstantOverflow, op_span, message);
                x.val = None;
                return;
            }
            let integers = self.tt.is(x.ty, BasicInfo::INTEGER);
            x.val = a.binary(op, b, integers);
            if let Some(e) = src {
                x.src = Src::Expr(e);
            }
            self.overflow(x, op_span);
            return;
        }
        x.become_value();
    }

    /// Converts untyped operands to each other's types where that is possible.
    pub(super) fn match_types(&mut self, x: &mut Operand, y: &mut Operand) {
        if !self.may_convert(x, y) {
            return;
        }
        self.convert_untyped(x, y.ty);
        if !x.is_valid() {
            return;
        }
        self.convert_untyped(y, x.ty);
        if !y.is_valid() {
            x.invalidate();
        }
    }

    fn may_convert(&mut self, x: &Operand, y: &Operand) -> bool {
        if !self.tt.is_untyped(x.ty) && !self.tt.is_untyped(y.ty) {
            return false;
        }
        // Two untyped operands of the same kind need nothing.
        if x.ty == y.ty && !x.is_nil() {
            return false;
        }
        if self.all_numeric(x.ty) != self.all_numeric(y.ty) {
            return false;
        }
        if self.tt.is_interface(x.ty) || self.tt.is_interface(y.ty) {
            return true;
        }
        if self.all_boolean(x.ty) != self.all_boolean(y.ty) || self.all_string(x.ty) != self.all_string(y.ty)
        {
            return false;
        }
        if x.is_nil() {
            return self.tt.has_nil(y.ty);
        }
        if y.is_nil() {
            return self.tt.has_nil(x.ty);
        }
        !self.is_pointer(x.ty) && !self.is_pointer(y.ty)
    }

    fn is_pointer(&mut self, t: TypeId) -> bool {
        matches!(self.tt.under_shape(t), Type::Pointer(_))
    }

    /// Checks a comparison; the result is an untyped boolean. In a switch, `x` is the case's value.
    pub(super) fn comparison(&mut self, x: &mut Operand, y: &mut Operand, op: BinaryOp, in_switch: bool) {
        if x.ty.is_invalid() || y.ty.is_invalid() {
            x.invalidate();
            return;
        }
        let op = if in_switch { BinaryOp::Eq } else { op };
        let (code, at_y, cause) = match self.comparison_error(x, y, op) {
            None => {
                if x.is_const() && y.is_const() {
                    x.val = match (&x.val, &y.val) {
                        (Some(a), Some(b)) => a.compare(op, b).map(ConstValue::from),
                        _ => None,
                    };
                } else {
                    x.become_value();
                    for o in [&*x, &*y] {
                        if let Some(e) = o.expr() {
                            let t = self.tt.default_type(o.ty);
                            self.update_expr_type(e, t, true);
                        }
                    }
                }
                x.ty = TypeId::UNTYPED_BOOL;
                return;
            }
            Some(error) => error,
        };
        let bad = if at_y { &*y } else { &*x };
        let cause = cause.unwrap_or_else(|| {
            let of_param = self.tt.is_tparam(x.ty) || self.tt.is_tparam(y.ty);
            if of_param {
                let bad = if self.tt.is_tparam(x.ty) { bad } else { &*y };
                format!("type parameter {} cannot use operator {}", self.ts(bad.ty), op.as_str())
            } else {
                let what = self.composite_kind(bad.ty).map_or_else(|| self.ts(bad.ty), str::to_string);
                format!("operator {} not defined on {what}", op.as_str())
            }
        });
        let (xs, ys) = (self.src_str(x), self.src_str(y));
        if in_switch {
            self.err(code, x.span(), format!("invalid case {xs} in switch on {ys} ({cause})"));
        } else {
            let at = if at_y { y.span() } else { x.span() };
            self.err(code, at, format!("invalid operation: {xs} {} {ys} ({cause})", op.as_str()));
        }
        x.invalidate();
    }

    /// What is wrong with a comparison: the code, whether the second operand is to blame, the cause if
    /// it is not the plain one.
    fn comparison_error(
        &mut self,
        x: &Operand,
        y: &Operand,
        op: BinaryOp,
    ) -> Option<(Code, bool, Option<String>)> {
        if !self.assignable(x, y.ty, None) && !self.assignable(y, x.ty, None) {
            let cause = format!("mismatched types {} and {}", self.ts(x.ty), self.ts(y.ty));
            return Some((Code::Mismatched, true, Some(cause)));
        }
        if matches!(op, BinaryOp::Eq | BinaryOp::Ne) {
            if x.is_nil() || y.is_nil() {
                let t = if x.is_nil() { y.ty } else { x.ty };
                if t == TypeId::UNTYPED_NIL || !self.tt.has_nil(t) {
                    return Some((Code::InvalidOperation, true, None));
                }
                return None;
            }
            for (o, at_y) in [(x, false), (y, true)] {
                if !self.tt.comparable(o.ty) {
                    let cause = self.incomparable_cause(o.ty);
                    return Some((Code::NotComparable, at_y, (!cause.is_empty()).then_some(cause)));
                }
            }
            return None;
        }
        for (o, at_y) in [(x, false), (y, true)] {
            if !self.tt.all(o.ty, BasicInfo::ORDERED) {
                return Some((Code::InvalidOperation, at_y, None));
            }
        }
        None
    }

    fn shift<'a>(
        &mut self,
        x: &mut Operand<'a>,
        y: &mut Operand<'a>,
        e: Option<&'a Expr>,
        op: BinaryOp,
        op_span: Span,
    ) {
        let int = if x.is_const() { Checker::const_int(x) } else { None };
        let unknown = x.is_const() && x.val.is_none();
        if !(self.all_integer(x.ty) || self.tt.is_untyped(x.ty) && (int.is_some() || unknown)) {
            let message = format!("invalid operation: shifted operand {} must be integer", self.os(x));
            self.err(Code::InvalidShift, x.span(), message);
            x.invalidate();
            return;
        }
        if y.is_const() {
            let count = Checker::const_int(y);
            if count.as_ref().is_some_and(|c| c.sign() == Some(-1)) {
                let message = format!("invalid operation: negative shift count {}", self.os(y));
                self.err(Code::InvalidShift, y.span(), message);
                x.invalidate();
                return;
            }
            if self.tt.is_untyped(y.ty) {
                // The value must fit; the type stays open, so that the count gets its own default.
                self.representable(y, Basic::Uint);
                if !y.is_valid() {
                    x.invalidate();
                    return;
                }
                if !self.is_integer(y.ty) || !x.is_const() {
                    self.convert_untyped(y, TypeId::UINT);
                }
            } else if !self.all_integer(y.ty) && !x.is_const() {
                let message = format!("invalid operation: shift count {} must be integer", self.os(y));
                self.err(Code::InvalidShift, y.span(), message);
                x.invalidate();
                return;
            }
        } else if self.all_integer(y.ty) {
            if !self.tt.all(y.ty, BasicInfo::UNSIGNED)
                && !self.since(13, y.span(), |c| format!("invalid operation: signed shift count {}", c.os(y)))
            {
                x.invalidate();
                return;
            }
            if self.tt.is_untyped(y.ty) {
                self.convert_untyped(y, TypeId::UINT);
                if !y.is_valid() {
                    x.invalidate();
                    return;
                }
            }
        } else if self.tt.is_untyped(y.ty) {
            self.convert_untyped(y, TypeId::UINT);
            if !y.is_valid() {
                x.invalidate();
                return;
            }
        } else {
            let message = format!("invalid operation: shift count {} must be integer", self.os(y));
            self.err(Code::InvalidShift, y.span(), message);
            x.invalidate();
            return;
        }
        if x.is_const() {
            if y.is_const() {
                let (Some(value), Some(_)) = (&int, &y.val) else {
                    x.val = None;
                    if !self.is_integer(x.ty) {
                        x.ty = TypeId::UNTYPED_INT;
                    }
                    return;
                };
                // Enough to express the smallest float64.
                const BOUND: u64 = 1023 - 1 + 52;
                let count = Checker::const_int(y).and_then(|v| v.as_u64());
                let Some(count) = count.filter(|&c| c <= BOUND) else {
                    let message = format!("invalid operation: invalid shift count {}", self.os(y));
                    self.err(Code::InvalidShift, y.span(), message);
                    x.invalidate();
                    return;
                };
                if !self.is_integer(x.ty) {
                    x.ty = TypeId::UNTYPED_INT;
                }
                x.val = value.shift(op == BinaryOp::Shl, count as u32);
                if let Some(e) = e {
                    x.src = Src::Expr(e);
                }
                self.overflow(x, op_span);
                return;
            }
            if self.tt.is_untyped(x.ty) {
                // The left operand takes the type that it would have without the shift: its context
                // decides later.
                if let Some(node) = x.node() {
                    self.shift_lhs.insert(node);
                }
                x.become_value();
                return;
            }
        }
        if !self.all_integer(x.ty) {
            let message = format!("invalid operation: shifted operand {} must be integer", self.os(x));
            self.err(Code::InvalidShift, x.span(), message);
            x.invalidate();
            return;
        }
        x.become_value();
    }
}
