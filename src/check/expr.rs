//! Expressions: the dispatcher, operators, and the forms without a file of their own.

use super::Checker;
use super::expr_string::expr_string;
use super::operand::{OpMode, Operand, Src};
use super::untyped::unsigned_bits;
use crate::ast::{BasicLit, Binary, BinaryOp, Expr, ExprKind, FuncLit, LitKind, TypeAssert, Unary, UnaryOp};
use crate::check::consts::{ConstKind, ConstValue, LiteralError};
use crate::diag::Code;
use crate::source::Span;
use crate::types::{Basic, BasicInfo, Dir, Type, TypeId};
use std::rc::Rc;

/// Whether an expression may stand as a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum ExprUse {
    /// A conversion.
    Conversion,
    /// Its value must be used.
    Expression,
    /// A call or receive.
    Statement,
}

/// The function type that an expression is assigned to, from which a generic function's type arguments
/// can be inferred.
pub(super) struct Target {
    /// The function type.
    pub sig: TypeId,
    /// What is assigned to.
    pub desc: String,
}

impl Checker {
    /// The target for a value of type `t`, if that is a function type.
    pub(super) fn target_of(&self, t: TypeId, desc: impl FnOnce() -> String) -> Option<Target> {
        match self.tt.get(t) {
            Type::Func(_) => Some(Target { sig: t, desc: desc() }),
            Type::Named(id) => {
                let mut rhs = self.tt.named(*id).rhs?;
                for _ in 0..8 {
                    match self.tt.get(rhs) {
                        Type::Func(_) => return Some(Target { sig: rhs, desc: desc() }),
                        Type::Named(next) => rhs = self.tt.named(*next).rhs?,
                        _ => return None,
                    }
                }
                None
            }
            _ => None,
        }
    }

    /// Checks an expression. With `allow_generic` the result may be a generic type or function that is
    /// not instantiated. `hint` is the element type of the composite literal around.
    pub(super) fn raw_expr<'a>(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
        allow_generic: bool,
    ) -> ExprUse {
        *x = Operand::of(e);
        let usage = self.expr_inner(target, x, e, hint);
        x.src = Src::Expr(e);
        if !allow_generic {
            self.non_generic(target, x);
        }
        self.record(x);
        usage
    }

    /// Reports a generic type or function that is not instantiated, unless `target` tells how.
    pub(super) fn non_generic(&mut self, target: Option<&Target>, x: &mut Operand) {
        if !x.is_valid() || x.mode == OpMode::NoValue {
            return;
        }
        let what = match self.tt.get(x.ty) {
            Type::Func(sig) if !sig.tparams.is_empty() => {
                if target.is_some() {
                    self.instantiate_for_target(target, x, None);
                    return;
                }
                "function"
            }
            _ if self.tt.is_generic(x.ty) => "type",
            _ => return,
        };
        let message = format!("cannot use generic {what} {} without instantiation", self.src_str(x));
        self.err(Code::InvalidTypeArguments, x.span(), message);
        x.invalidate();
        x.ty = TypeId::INVALID;
    }

    fn expr_inner<'a>(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        e: &'a Expr,
        hint: Option<TypeId>,
    ) -> ExprUse {
        match &e.kind {
            ExprKind::Bad => {}
            ExprKind::Ident(ident) => self.ident(x, e, ident, false),
            ExprKind::BasicLit(lit) => self.basic_lit(x, e, lit),
            ExprKind::FuncLit(lit) => self.func_lit(x, lit),
            ExprKind::CompositeLit(lit) => self.composite_lit(x, e, lit, hint),
            ExprKind::Paren(inner) => {
                let usage = self.raw_expr(None, x, inner, None, false);
                return usage;
            }
            ExprKind::Selector(node) => self.selector(x, e, node, false),
            ExprKind::Index(node) => {
                if self.index_expr(x, e, node) {
                    self.instantiate_for_target(target, x, Some(node));
                }
            }
            ExprKind::Slice(node) => self.slice_expr(x, e, node),
            ExprKind::TypeAssert(node) => self.type_assert(x, e, node),
            ExprKind::Call(node) => return self.call_expr(x, e, node),
            ExprKind::Star(inner) => self.star(x, inner),
            ExprKind::Unary(node) => {
                self.unary(x, e, node);
                if node.op == UnaryOp::Recv {
                    return ExprUse::Statement;
                }
            }
            ExprKind::Binary(node) => {
                self.binary(x, Some((e, node)), &node.x, &node.y, node.op);
            }
            ExprKind::ArrayType(_)
            | ExprKind::StructType(_)
            | ExprKind::FuncType(_)
            | ExprKind::InterfaceType(_)
            | ExprKind::MapType(_)
            | ExprKind::ChanType(_) => {
                x.ty = self.typ(e);
                x.mode = OpMode::TypeExpr;
            }
            ExprKind::Go(call) => {
                let at = Span::at(e.span.lo);
                self.err(Code::Unsupported, at, "go cannot be used as an expression yet: use a go statement");
                self.use_expr(call);
            }
        }
        if x.is_valid() { ExprUse::Expression } else { ExprUse::Statement }
    }

    /// Checks an expression that must be a single value.
    pub(super) fn expr<'a>(&mut self, target: Option<&Target>, x: &mut Operand<'a>, e: &'a Expr) {
        self.raw_expr(target, x, e, None, false);
        self.exclude(x, false);
        self.single_value(x);
    }

    /// As [`Checker::expr`]; the result may be a generic function that is not instantiated.
    pub(super) fn generic_expr<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, hint: Option<TypeId>) {
        self.raw_expr(None, x, e, hint, true);
        self.exclude(x, false);
        self.single_value(x);
    }

    /// Checks an expression that may have several values. With `allow_comma_ok`, a comma-ok form gives
    /// two; the second result tells.
    pub(super) fn multi_expr<'a>(&mut self, e: &'a Expr, allow_comma_ok: bool) -> (Vec<Operand<'a>>, bool) {
        let mut x = Operand::invalid();
        self.raw_expr(None, &mut x, e, None, false);
        self.exclude(&mut x, false);
        if x.is_valid()
            && let Type::Tuple(types) = self.tt.get(x.ty).clone()
        {
            let list = types
                .iter()
                .enumerate()
                .map(|(i, &t)| Checker::described(t, nth(i + 1, "function result"), e.span))
                .collect();
            return (list, false);
        }
        if allow_comma_ok && matches!(x.mode, OpMode::MapIndex | OpMode::CommaOk) {
            let ok = Checker::described(
                TypeId::UNTYPED_BOOL,
                "ok value of (comma, ok) expression".to_string(),
                e.span,
            );
            return (vec![x, ok], true);
        }
        (vec![x], false)
    }

    /// Checks an expression or a type.
    pub(super) fn expr_or_type<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, allow_generic: bool) {
        self.raw_expr(None, x, e, None, allow_generic);
        if x.mode == OpMode::NoValue {
            let xs = self.os(x);
            self.err(Code::NotAnExpression, x.span(), format!("{xs} used as value or type"));
            x.invalidate();
        }
        self.single_value(x);
    }

    /// Refuses what is not a value; `types_too` allows types.
    pub(super) fn exclude(&mut self, x: &mut Operand, types_too: bool) {
        let tail = match x.mode {
            OpMode::NoValue => "used as value",
            OpMode::Builtin(_) => "must be called",
            OpMode::TypeExpr if !types_too => "is not an expression",
            _ => return,
        };
        let message = format!("{} {tail}", self.os(x));
        self.err(Code::NotAnExpression, x.span(), message);
        x.invalidate();
    }

    /// Refuses a call with several results.
    pub(super) fn single_value(&mut self, x: &mut Operand) {
        if x.mode == OpMode::Value && matches!(self.tt.get(x.ty), Type::Tuple(_)) {
            let message = format!("multiple-value {} in single-value context", self.os(x));
            self.err(Code::WrongCount, x.span(), message);
            x.invalidate();
        }
    }

    /// Checks expressions whose values do not matter any more, so that what they use counts as used.
    /// Reports whether they are free of errors.
    pub(super) fn use_exprs(&mut self, list: &[Expr]) -> bool {
        let mut ok = true;
        for e in list {
            ok &= self.use_expr(e);
        }
        ok
    }

    /// As [`Checker::use_exprs`], for one expression.
    pub(super) fn use_expr(&mut self, e: &Expr) -> bool {
        if Checker::is_blank(e.unparen()) {
            return true;
        }
        let mut x = Operand::invalid();
        self.raw_expr(None, &mut x, e, None, true);
        x.is_valid()
    }

    /// As [`Checker::use_exprs`], for left sides of assignments: a variable there is not used.
    pub(super) fn use_lhs(&mut self, list: &[Expr]) -> bool {
        let mut ok = true;
        for e in list {
            let var = self.assigned_var(e);
            let used = var.map(|v| self.obj(v).used);
            ok &= self.use_expr(e);
            if let (Some(v), Some(used)) = (var, used) {
                self.objs[v.0 as usize].used = used;
            }
        }
        ok
    }

    fn basic_lit<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, lit: &BasicLit) {
        let text = lit.raw.as_str();
        let (ty, kind) = match lit.kind {
            LitKind::Int => (TypeId::UNTYPED_INT, LitKind::Int),
            LitKind::Float => (TypeId::UNTYPED_FLOAT, LitKind::Float),
            LitKind::Imag => (TypeId::UNTYPED_COMPLEX, LitKind::Imag),
            LitKind::Rune => (TypeId::UNTYPED_RUNE, LitKind::Rune),
            LitKind::String => (TypeId::UNTYPED_STRING, LitKind::String),
        };
        match ConstValue::from_literal(kind, text) {
            Ok(val) => {
                x.val = Some(val);
                x.ty = ty;
                x.mode = OpMode::Const;
                x.src = Src::Expr(e);
                self.overflow(x, Span::at(e.span.lo));
            }
            Err(LiteralError::TooLong) => {
                let message = format!("excessively long constant: {}... ({} chars)", &text[..10], text.len());
                self.err(Code::InvalidLiteral, e.span, message);
            }
            // The lexer may have said what is wrong with it.
            Err(LiteralError::Malformed)
                if self.diags.iter().any(|d| e.span.lo <= d.span.lo && d.span.lo <= e.span.hi) => {}
            Err(LiteralError::Malformed) => {
                self.err(Code::InvalidLiteral, e.span, format!("malformed constant: {text}"));
            }
        }
    }

    fn func_lit(&mut self, x: &mut Operand, lit: &Rc<FuncLit>) {
        let mut sig = self.signature(None, &[], &lit.ty);
        sig.tparams = self.env.tparams.clone();
        x.mode = OpMode::Value;
        x.ty = sig.ty;
        let sig = Rc::new(sig);
        self.lit_sigs.insert(lit.id, sig.clone());
        let (decl, iota, lit) = (self.env.decl, self.env.iota.clone(), lit.clone());
        self.later(move |c| c.func_body(decl, sig, &lit.body, iota));
    }

    fn type_assert<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, node: &'a TypeAssert) {
        let Some(ty) = &node.ty else {
            // The parser has said that this is only allowed in a type switch.
            self.use_expr(&node.x);
            return;
        };
        self.expr(None, x, &node.x);
        if !x.is_valid() {
            return;
        }
        if self.tt.is_tparam(x.ty) {
            let message = format!(
                "invalid operation: cannot use type assertion on type parameter value {}",
                self.os(x)
            );
            self.err(Code::InvalidAssertion, x.span(), message);
            x.invalidate();
            return;
        }
        if !self.tt.is_interface(x.ty) {
            let message = format!("invalid operation: {} is not an interface", self.os(x));
            self.err(Code::InvalidAssertion, x.span(), message);
            x.invalidate();
            return;
        }
        let t = self.var_type(ty);
        if t.is_invalid() || !self.is_complete(t) {
            x.invalidate();
            return;
        }
        self.check_assertion(e, x, t, false);
        x.mode = OpMode::CommaOk;
        x.ty = t;
    }

    /// Reports an assertion of a type that the interface value can't have.
    pub(super) fn check_assertion(&mut self, e: &Expr, x: &Operand, t: TypeId, in_switch: bool) {
        if self.tt.is_interface(t) {
            return;
        }
        let mut cause = String::new();
        if !self.missing_method(t, x.ty, false, Some(&mut cause)) {
            return;
        }
        let (es, ts) = (expr_string(e), self.ts(t));
        let message = if in_switch {
            format!(
                "impossible type switch case: {es}\n\t{} cannot have dynamic type {ts} {cause}",
                self.os(x)
            )
        } else {
            format!("impossible type assertion: {es}\n\t{ts} does not implement {} {cause}", self.ts(x.ty))
        };
        self.err(Code::InvalidAssertion, e.span, message);
    }

    fn star<'a>(&mut self, x: &mut Operand<'a>, inner: &'a Expr) {
        self.expr_or_type(x, inner, false);
        match x.mode {
            OpMode::Invalid => {}
            OpMode::TypeExpr => {
                self.valid_var_type(inner.span, x.ty);
                x.ty = self.tt.pointer(x.ty);
            }
            OpMode::Nil => {
                let message = format!("invalid operation: cannot indirect {}", self.os(x));
                self.err(Code::InvalidOperation, x.span(), message);
                x.invalidate();
            }
            _ => {
                let under = self.tt.under(x.ty);
                if under.is_invalid() {
                    x.invalidate();
                    return;
                }
                let mut base: Option<TypeId> = None;
                let mut problem = None;
                self.for_all(x.ty, |c, _, u| {
                    let Some(Type::Pointer(b)) = u.map(|u| c.tt.get(u).clone()) else {
                        problem = Some("cannot indirect");
                        return false;
                    };
                    if base.is_some_and(|base| !c.tt.identical(base, b)) {
                        problem = Some("identical");
                        return false;
                    }
                    base = Some(b);
                    true
                });
                match (problem, base) {
                    (None, Some(base)) => {
                        if !self.is_complete(base) {
                            x.invalidate();
                            return;
                        }
                        x.mode = OpMode::Variable;
                        x.ty = base;
                    }
                    (problem, _) => {
                        let xs = self.os(x);
                        let message = if problem == Some("identical") {
                            format!("invalid operation: pointers of {xs} must have identical base types")
                        } else {
                            format!("invalid operation: cannot indirect {xs}")
                        };
                        self.err(Code::InvalidOperation, x.span(), message);
                        x.invalidate();
                    }
                }
            }
        }
    }

    fn unary<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, node: &'a Unary) {
        self.expr(None, x, &node.x);
        if node.op == UnaryOp::Addr {
            x.src = Src::Expr(node.x.unparen());
        }
        if !x.is_valid() {
            return;
        }
        let mut op = node.op;
        match op {
            UnaryOp::Addr => {
                let literal = matches!(node.x.unparen().kind, ExprKind::CompositeLit(_));
                if !literal && x.mode != OpMode::Variable {
                    let message = format!("invalid operation: cannot take address of {}", self.os(x));
                    self.err(Code::NotAddressable, x.span(), message);
                    x.invalidate();
                    return;
                }
                x.mode = OpMode::Value;
                x.ty = self.tt.pointer(x.ty);
                return;
            }
            UnaryOp::Recv => {
                let at = x.span();
                match self.chan_elem(at, x, true) {
                    Some(elem) if self.is_complete(elem) => {
                        x.mode = OpMode::CommaOk;
                        x.ty = elem;
                        self.env.has_call_or_recv = true;
                    }
                    _ => x.invalidate(),
                }
                return;
            }
            UnaryOp::Tilde => {
                let message = if self.all_integer(x.ty) {
                    "cannot use ~ outside of interface or type constraint (use ^ for bitwise complement)"
                } else {
                    "cannot use ~ outside of interface or type constraint"
                };
                self.err(Code::InvalidOperation, e.span, message);
                if !self.all_integer(x.ty) {
                    x.invalidate();
                    return;
                }
                op = UnaryOp::BitNot;
            }
            UnaryOp::Plus | UnaryOp::Neg | UnaryOp::Not | UnaryOp::BitNot => {}
        }
        let needs = match op {
            UnaryOp::Plus | UnaryOp::Neg => BasicInfo::NUMERIC,
            UnaryOp::Not => BasicInfo::BOOLEAN,
            _ => BasicInfo::INTEGER,
        };
        if !self.has_operator(x, op.as_str(), needs) {
            return;
        }
        if x.mode == OpMode::Const {
            let Some(val) = &x.val else { return };
            let bits = self.tt.basic(x.ty).and_then(unsigned_bits);
            x.val = val.unary(op, bits);
            x.src = Src::Expr(e);
            self.overflow(x, Span::at(e.span.lo));
            return;
        }
        x.mode = OpMode::Value;
    }

    /// Reports an operator that the operand's type does not have.
    fn has_operator(&mut self, x: &mut Operand, op: &str, needs: BasicInfo) -> bool {
        if self.tt.all(x.ty, needs) {
            return true;
        }
        let message = format!("invalid operation: operator {op} not defined on {}", self.os(x));
        self.err(Code::InvalidOperation, x.span(), message);
        x.invalidate();
        false
    }

    /// The element type of a channel operand that is received from or sent to.
    pub(super) fn chan_elem(&mut self, at: Span, x: &Operand, recv: bool) -> Option<TypeId> {
        let found = self.common_under_if(x.ty, |c, t, u| {
            let Some(u) = u else { return Err("no specific channel type".to_string()) };
            match *c.tt.get(u) {
                Type::Chan(Dir::Send, _) if recv => Err(format!("send-only channel {}", c.ts(t))),
                Type::Chan(Dir::Recv, _) if !recv => Err(format!("receive-only channel {}", c.ts(t))),
                Type::Chan(..) => Ok(()),
                _ => Err(format!("non-channel {}", c.ts(t))),
            }
        });
        let cause = match found {
            Ok(u) => match *self.tt.get(u) {
                Type::Chan(_, elem) => return Some(elem),
                _ => return None,
            },
            Err(cause) => cause,
        };
        let xs = self.os(x);
        let verb = if recv { "receive from" } else { "send to" };
        let message = if self.tt.is_tparam(x.ty) {
            format!("invalid operation: cannot {verb} {xs}: {cause}")
        } else {
            format!("invalid operation: cannot {verb} {cause} {xs}")
        };
        self.err(Code::InvalidChannelUse, at, message);
        None
    }

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
        let op_span = whole.map_or(lhs.span, |(_, node)| node.op_span);
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
            let integers = self.tt.is(x.ty, BasicInfo::INTEGER);
            x.val = a.binary(op, b, integers);
            if let Some(e) = src {
                x.src = Src::Expr(e);
            }
            self.overflow(x, op_span);
            return;
        }
        x.mode = OpMode::Value;
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
                    x.mode = OpMode::Value;
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
            } else if !self.all_integer(y.ty) {
                let message = format!("invalid operation: shift count {} must be integer", self.os(y));
                self.err(Code::InvalidShift, y.span(), message);
                x.invalidate();
                return;
            }
        } else if self.all_integer(y.ty) {
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
                x.mode = OpMode::Value;
                return;
            }
        }
        if !self.all_integer(x.ty) {
            let message = format!("invalid operation: shifted operand {} must be integer", self.os(x));
            self.err(Code::InvalidShift, x.span(), message);
            x.invalidate();
            return;
        }
        x.mode = OpMode::Value;
    }

    /// A constant's value as a key that is equal for equal values of different kinds (`1`, `1.0`).
    pub(super) fn const_key(val: &ConstValue) -> ConstValue {
        if let Some(int) = val.to_int() {
            return int;
        }
        match val.kind() {
            ConstKind::Float => val.as_f64().and_then(ConstValue::from_f64).unwrap_or_else(|| val.clone()),
            _ => val.clone(),
        }
    }
}

/// `1st what`, `2nd what`, ...
fn nth(n: usize, what: &str) -> String {
    let ext = match n {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    };
    format!("{n}{ext} {what}")
}
