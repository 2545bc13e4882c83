//! Expressions: the dispatcher, operators, and the forms without a file of their own.

use super::Checker;
use super::operand::{OpMode, Operand, Src};
use super::untyped::unsigned_bits;
use crate::ast::expr_string;
use crate::ast::{BasicLit, Expr, ExprKind, FuncLit, LitKind, TypeAssert, Unary, UnaryOp};
use crate::check::consts::{ConstKind, ConstValue, LiteralError};
use crate::diag::Code;
use crate::source::Span;
use crate::types::{BasicInfo, Dir, Type, TypeId};
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
    pub(super) fn target_of(&mut self, t: TypeId, desc: impl FnOnce() -> String) -> Option<Target> {
        match self.tt.get(t) {
            Type::Func(_) => Some(Target { sig: t, desc: desc() }),
            Type::TypeParam(_) => {
                let sig = self.core_type(t)?;
                matches!(self.tt.get(sig), Type::Func(_)).then(|| Target { sig, desc: desc() })
            }
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
            ExprKind::Slice(node) => self.slice_expr(x, node),
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
            ExprKind::Go(call) => self.go_expr(x, e, call),
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
                .map(|(i, &t)| Checker::described(t, nth(i + 1, "function result"), e.place()))
                .collect();
            return (list, false);
        }
        if allow_comma_ok && matches!(x.mode, OpMode::MapIndex | OpMode::CommaOk) {
            let ok = Checker::described(
                TypeId::UNTYPED_BOOL,
                "ok value of (comma, ok) expression".to_string(),
                e.place(),
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
        let older = match (lit.kind, text.as_bytes()) {
            (LitKind::Rune | LitKind::String, _) => None,
            (_, text) if text.len() > 2 && text.contains(&b'_') => Some("underscore in numeric literal"),
            (_, [b'0', b'b' | b'B', _, ..]) => Some("binary literal"),
            (_, [b'0', b'o' | b'O', _, ..]) => Some("0o/0O-style octal literal"),
            (LitKind::Float | LitKind::Imag, [b'0', b'x' | b'X', _, ..]) => {
                Some("hexadecimal floating-point literal")
            }
            (_, _) => None,
        };
        if let Some(what) = older {
            self.since(13, e.place(), |_| what.to_string());
        }
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
                self.err(Code::InvalidLiteral, e.place(), message);
            }
            // The lexer may have said what is wrong with it.
            Err(LiteralError::Malformed)
                if self.diags.iter().any(|d| e.span.lo <= d.span.lo && d.span.lo <= e.span.hi) => {}
            Err(LiteralError::Malformed) => {
                self.err(Code::InvalidLiteral, e.place(), format!("malformed constant: {text}"));
            }
        }
    }

    fn func_lit(&mut self, x: &mut Operand, lit: &Rc<FuncLit>) {
        let mut sig = self.signature(None, &[], &lit.ty);
        sig.tparams = self.env.tparams.clone();
        x.become_value();
        x.ty = sig.ty;
        let sig = Rc::new(sig);
        self.lit_sigs.insert(lit.id, sig.clone());
        let decl = self.env.decl.or_else(|| self.statements_decl());
        let (iota, lit) = (self.env.iota.clone(), lit.clone());
        self.later(move |c| c.func_body(decl, sig, &lit.body, iota));
    }

    fn type_assert<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, node: &'a TypeAssert) {
        let Some(ty) = &node.ty else {
            let message = "invalid syntax tree: use of .(type) outside type switch";
            self.err(Code::Syntax, e.place(), message);
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
        self.err(Code::InvalidAssertion, e.place(), message);
    }

    fn star<'a>(&mut self, x: &mut Operand<'a>, inner: &'a Expr) {
        self.expr_or_type(x, inner, false);
        match x.mode {
            OpMode::Invalid => {}
            OpMode::TypeExpr => {
                self.valid_var_type(inner.place(), x.ty);
                x.ty = self.tt.pointer(x.ty);
            }
            OpMode::Nil | OpMode::Builtin(_) => {
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
                if self.is_sealed(under) {
                    problem = Some("cannot indirect");
                }
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
                x.become_value();
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
                self.err(Code::InvalidOperation, e.place(), message);
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
        x.become_value();
    }

    /// Reports an operator that the operand's type does not have.
    pub(super) fn has_operator(&mut self, x: &mut Operand, op: &str, needs: BasicInfo) -> bool {
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
