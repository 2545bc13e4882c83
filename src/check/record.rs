//! Recording what expressions are, and giving untyped ones their final type.
//!
//! An untyped expression is recorded with its untyped kind first. When its context decides on a type,
//! the tree is walked down again and the type recorded where the untyped kind was.

use super::Checker;
use super::info::Mode;
use super::operand::{OpMode, Operand, Src};
use crate::ast::{Expr, ExprKind, NodeId, expr_string};
use crate::check::consts::ConstValue;
use crate::diag::Code;
use crate::types::TypeId;

fn mode_of(mode: OpMode) -> Mode {
    match mode {
        OpMode::Invalid => Mode::None,
        OpMode::NoValue => Mode::NoValue,
        OpMode::Builtin(id) => Mode::Builtin(id),
        OpMode::TypeExpr => Mode::TypeExpr,
        OpMode::Const => Mode::Const,
        OpMode::Variable => Mode::Variable,
        OpMode::MapIndex => Mode::MapIndex,
        OpMode::Value => Mode::Value,
        OpMode::Nil => Mode::Nil,
        OpMode::CommaOk => Mode::CommaOk,
    }
}

impl Checker {
    /// Records an operand for its expression.
    pub(super) fn record(&mut self, x: &Operand) {
        let Src::Expr(e) = x.src else { return };
        let ty = match x.mode {
            OpMode::Invalid => TypeId::INVALID,
            OpMode::NoValue => TypeId::UNIT,
            _ => x.ty,
        };
        let val = if x.mode == OpMode::Const { x.val.clone() } else { None };
        self.record_as(e.id, x.mode, ty, val);
    }

    pub(super) fn record_as(&mut self, node: NodeId, mode: OpMode, ty: TypeId, val: Option<ConstValue>) {
        let ty = self.tt.canon(ty);
        self.info.set_type(node, ty);
        self.info.set_mode(node, mode_of(mode));
        if mode == OpMode::Const {
            self.info.set_const(node, val);
        }
    }

    /// Records a type expression.
    pub(super) fn record_type(&mut self, node: NodeId, ty: TypeId) {
        self.record_as(node, OpMode::TypeExpr, ty, None);
    }

    /// Records that both values of a comma-ok expression are used.
    pub(super) fn record_comma_ok(&mut self, e: &Expr, value: TypeId, ok: TypeId) {
        if value.is_invalid() || ok.is_invalid() {
            return;
        }
        let ok = self.tt.default_type(ok);
        let pair = self.tt.tuple(&[value, ok]);
        let pair = self.tt.canon(pair);
        let mut e = e;
        loop {
            self.info.set_type(e.id, pair);
            match &e.kind {
                ExprKind::Paren(inner) => e = inner,
                _ => break,
            }
        }
    }

    /// Gives an untyped expression a type. Unless it is `last`, another untyped kind is possible.
    pub(super) fn update_expr_type(&mut self, e: &Expr, ty: TypeId, last: bool) {
        let old = self.info.raw_ty(e.id);
        if !self.tt.is_untyped(old) {
            return;
        }
        let is_const = self.info.mode(e.id) == Mode::Const;
        match &e.kind {
            ExprKind::Paren(x) => self.update_expr_type(x, ty, last),
            // The operands of a constant expression are never computed at run time.
            ExprKind::Unary(node) if !is_const => self.update_expr_type(&node.x, ty, last),
            ExprKind::Binary(node) if !is_const => {
                if node.op.is_comparison() {
                    // The result says nothing about the operands.
                } else if node.op.is_shift() {
                    self.update_expr_type(&node.x, ty, last);
                } else {
                    self.update_expr_type(&node.x, ty, last);
                    self.update_expr_type(&node.y, ty, last);
                }
            }
            _ => {}
        }
        if !last && self.tt.is_untyped(ty) {
            self.info.set_type(e.id, self.tt.canon(ty));
            return;
        }
        // From here on the type is decided; converting the value below comes back here, and stops.
        self.info.set_type(e.id, self.tt.canon(ty));
        if self.shift_lhs.remove(&e.id) && !self.all_integer(ty) {
            let text = expr_string(e);
            let ts = self.ts(ty);
            self.err(
                Code::InvalidShift,
                e.place(),
                format!("invalid operation: shifted operand {text} (type {ts}) must be integer"),
            );
            return;
        }
        if is_const {
            let mut c = Operand {
                mode: OpMode::Const,
                ty: old,
                val: self.info.const_val(e.id).cloned(),
                src: Src::Expr(e),
            };
            self.convert_untyped(&mut c, ty);
            if c.is_valid() {
                self.info.set_const(e.id, c.val);
            }
        }
    }

    /// Replaces the recorded value of an untyped constant.
    pub(super) fn update_expr_val(&mut self, x: &Operand) {
        if let Src::Expr(e) = x.src
            && x.mode == OpMode::Const
        {
            let mut e = e;
            loop {
                self.info.set_const(e.id, x.val.clone());
                match &e.kind {
                    ExprKind::Paren(inner) => e = inner,
                    _ => break,
                }
            }
        }
    }
}
