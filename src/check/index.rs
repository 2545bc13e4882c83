//! Index and slice expressions.

use super::Checker;
use super::operand::{OpMode, Operand};
use crate::ast::{Expr, Index, SliceExpr};
use crate::diag::Code;
use crate::source::Span;
use crate::types::{BasicInfo, Type, TypeId};

/// What indexing a type gives.
#[derive(Clone, Copy)]
struct Indexed {
    key: Option<TypeId>,
    elem: TypeId,
    /// The length, if it is known.
    len: Option<u64>,
    mode: OpMode,
}

impl Checker {
    /// Checks `x[i]`. True: `x` is a generic function, and the indices are type arguments that are still
    /// to be looked at.
    pub(super) fn index_expr<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, node: &'a Index) -> bool {
        self.expr_or_type(x, &node.x, true);
        match x.mode {
            OpMode::Invalid => {
                self.use_exprs(&node.indices);
                return false;
            }
            OpMode::TypeExpr => {
                x.invalidate();
                let t = self.var_type(e);
                if !t.is_invalid() {
                    x.mode = OpMode::TypeExpr;
                    x.ty = t;
                }
                return false;
            }
            OpMode::Value => {
                if let Type::Func(sig) = self.tt.get(x.ty)
                    && !sig.tparams.is_empty()
                {
                    return true;
                }
            }
            _ => {}
        }
        self.non_generic(None, x);
        if !x.is_valid() || !self.is_complete(x.ty) {
            x.invalidate();
            return false;
        }
        let found = self.indexed(x);
        let Some(found) = found else {
            let message = format!("cannot index {}", self.os(x));
            self.err(Code::InvalidIndex, Span::at(node.lbrack), message);
            self.use_exprs(&node.indices);
            x.invalidate();
            return false;
        };
        if let Some(extra) = node.indices.get(1) {
            self.err(Code::InvalidIndex, extra.place(), "invalid operation: more than one index");
        }
        let index = &node.indices[0];
        match found.key {
            Some(key) => {
                let mut k = Operand::invalid();
                self.generic_expr(&mut k, index, None);
                self.assignment(&mut k, Some(key), "map index");
            }
            None => {
                self.index(index, found.len);
            }
        }
        x.mode = found.mode;
        x.ty = found.elem;
        x.val = None;
        false
    }

    fn indexed(&mut self, x: &Operand) -> Option<Indexed> {
        if !self.tt.is_tparam(x.ty) {
            let under = self.tt.under(x.ty);
            return self.indexed_one(x, under);
        }
        let mut all: Option<Indexed> = None;
        let ok = self.for_all(x.ty, |c, _, u| {
            let Some(one) = u.and_then(|u| c.indexed_one(x, u)) else { return false };
            match &mut all {
                None => all = Some(one),
                Some(all) => {
                    let same_key = match (all.key, one.key) {
                        (None, None) => true,
                        (Some(a), Some(b)) => c.tt.identical(a, b),
                        _ => false,
                    };
                    if !same_key || !c.tt.identical(all.elem, one.elem) {
                        return false;
                    }
                    if let Some(n) = one.len {
                        all.len = Some(all.len.map_or(n, |m| m.min(n)));
                    }
                    if one.mode == OpMode::Value {
                        all.mode = OpMode::Value;
                    }
                }
            }
            true
        });
        if ok { all } else { None }
    }

    fn indexed_one(&mut self, x: &Operand, under: TypeId) -> Option<Indexed> {
        let of_array = if x.mode == OpMode::Variable { OpMode::Variable } else { OpMode::Value };
        match *self.tt.get(under) {
            Type::Basic(b) if b.is(BasicInfo::STRING) => {
                let len = if x.is_const() {
                    x.val.as_ref().and_then(|v| v.as_bytes()).map(|b| b.len() as u64)
                } else {
                    None
                };
                Some(Indexed { key: None, elem: TypeId::BYTE, len, mode: OpMode::Value })
            }
            Type::Array(elem, len) => Some(Indexed { key: None, elem, len: Some(len), mode: of_array }),
            Type::Pointer(base) => {
                let base = self.tt.under(base);
                match *self.tt.get(base) {
                    Type::Array(elem, len) => {
                        Some(Indexed { key: None, elem, len: Some(len), mode: OpMode::Variable })
                    }
                    _ => None,
                }
            }
            Type::Slice(elem) => Some(Indexed { key: None, elem, len: None, mode: OpMode::Variable }),
            Type::Map(key, elem) => Some(Indexed { key: Some(key), elem, len: None, mode: OpMode::MapIndex }),
            _ => None,
        }
    }

    /// Checks an index; `limit` is the first value that is too large. Gives a constant's value.
    pub(super) fn index(&mut self, e: &Expr, limit: Option<u64>) -> (TypeId, Option<u64>) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if !self.valid_index(&mut x, "index", false) {
            return (TypeId::INVALID, None);
        }
        if !x.is_const() {
            return (x.ty, None);
        }
        if x.val.is_none() {
            // Why it has no value has been said.
            return (TypeId::INVALID, None);
        }
        let Some(v) = Checker::const_int(&x).and_then(|v| v.as_u64()) else { return (x.ty, None) };
        if let Some(limit) = limit
            && v >= limit
        {
            let message = format!("invalid argument: index {v} out of bounds [0:{limit}]");
            self.err(Code::InvalidIndex, x.span(), message);
            return (TypeId::INVALID, None);
        }
        (x.ty, Some(v))
    }

    /// Whether an operand can be an index or a size; reports it if not.
    pub(super) fn valid_index(&mut self, x: &mut Operand, what: &str, allow_negative: bool) -> bool {
        if !x.is_valid() {
            return false;
        }
        self.convert_untyped(x, TypeId::INT);
        if !x.is_valid() {
            return false;
        }
        if !self.all_integer(x.ty) {
            let message = format!("invalid argument: {what} {} must be integer", self.os(x));
            self.err(Code::InvalidIndex, x.span(), message);
            return false;
        }
        if x.is_const()
            && let Some(val) = &x.val
        {
            if !allow_negative && val.sign() == Some(-1) {
                let message = format!("invalid argument: {what} {} must not be negative", self.os(x));
                self.err(Code::InvalidIndex, x.span(), message);
                return false;
            }
            if Checker::const_int(x).and_then(|v| v.as_i64()).is_none() {
                let message = format!("invalid argument: {what} {} overflows int", self.os(x));
                self.err(Code::InvalidIndex, x.span(), message);
                return false;
            }
        }
        true
    }

    pub(super) fn slice_expr<'a>(&mut self, x: &mut Operand<'a>, node: &'a SliceExpr) {
        self.expr(None, x, &node.x);
        let indices = [node.lo.as_ref(), node.hi.as_ref(), node.max.as_ref()];
        if !x.is_valid() {
            for i in indices.into_iter().flatten() {
                self.use_expr(i);
            }
            return;
        }
        let mut len: Option<u64> = None;
        let Some(shape) = self.sliced(x) else {
            x.invalidate();
            return;
        };
        match *self.tt.get(shape) {
            Type::Basic(_) => {
                if node.three {
                    let at = node.max.as_ref().map_or(Span::at(node.rbrack), Expr::place);
                    self.err(Code::InvalidIndex, at, "invalid operation: 3-index slice of string");
                    x.invalidate();
                    return;
                }
                if x.is_const() {
                    len = x.val.as_ref().and_then(|v| v.as_bytes()).map(|b| b.len() as u64);
                }
                if self.tt.is_untyped(x.ty) {
                    // The operand itself becomes a string too.
                    self.update_expr_type(&node.x, TypeId::STRING, true);
                    x.ty = TypeId::STRING;
                }
            }
            Type::Array(elem, n) => {
                len = Some(n);
                if x.mode != OpMode::Variable {
                    let message = format!("cannot slice unaddressable value {}", self.os(x));
                    self.err(Code::NotAddressable, x.span(), message);
                    x.invalidate();
                    return;
                }
                x.ty = self.tt.slice(elem);
            }
            Type::Pointer(base) => {
                let base = self.tt.under(base);
                if let Type::Array(elem, n) = *self.tt.get(base) {
                    len = Some(n);
                    x.ty = self.tt.slice(elem);
                }
            }
            _ => {}
        }
        x.become_value();
        let mut values: [Option<u64>; 3] = [None; 3];
        for (i, index) in indices.iter().enumerate() {
            values[i] = match index {
                Some(index) => self.index(index, len.map(|n| n.saturating_add(1))).1,
                None if i == 0 => Some(0),
                None => len,
            };
        }
        'outer: for i in 0..2 {
            let Some(a) = values[i].filter(|&a| a > 0) else { continue };
            for j in i + 1..3 {
                if let (Some(b), Some(at)) = (values[j], indices[j])
                    && b < a
                {
                    self.err(Code::InvalidIndex, at.place(), format!("invalid slice indices: {b} < {a}"));
                    break 'outer;
                }
            }
        }
    }

    /// The common underlying type of what is sliced; reports it if there is none that can be sliced.
    fn sliced(&mut self, x: &Operand) -> Option<TypeId> {
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut has_string = false;
        let mut error = None;
        self.for_all(x.ty, |c, t, u| {
            let Some(mut u) = u else {
                error = Some(format!("cannot slice {}: no specific type in {}", c.os(x), c.ts(x.ty)));
                return false;
            };
            if c.is_string(u) {
                u = TypeId::BYTES;
                has_string = true;
            }
            match common {
                None => common = Some((t, u)),
                Some((ct, cu)) if !c.tt.identical(cu, u) => {
                    error = Some(format!(
                        "cannot slice {}: {} and {} have different underlying types",
                        c.os(x),
                        c.ts(ct),
                        c.ts(t)
                    ));
                    return false;
                }
                Some(_) => {}
            }
            true
        });
        if let Some(message) = error {
            self.err(Code::InvalidOperation, x.span(), message);
            // As in Go's compiler, what may be a string is sliced as one all the same.
            if !has_string {
                return None;
            }
        }
        let (_, mut u) = common?;
        if has_string {
            u = if self.tt.is_tparam(x.ty) { TypeId::STRING } else { self.tt.under(x.ty) };
        }
        let ok = match *self.tt.get(u) {
            Type::Basic(b) => b.is(BasicInfo::STRING),
            Type::Array(..) | Type::Slice(_) => true,
            Type::Pointer(base) => {
                if !self.is_complete(base) {
                    return None;
                }
                matches!(self.tt.under_shape(base), Type::Array(..))
            }
            _ => false,
        };
        if !ok {
            let message = format!("cannot slice {}", self.os(x));
            self.err(Code::InvalidOperation, x.span(), message);
            return None;
        }
        Some(u)
    }
}
