//! `for ... range`.

use super::Checker;
use super::object::*;
use super::operand::{OpMode, Operand};
use crate::ast::expr_string;
use crate::ast::{ExprKind, Range};
use crate::diag::Code;
use crate::source::{Pos, Span, sym};
use crate::types::{BasicInfo, Dir, Type, TypeId};

/// What a range gives in each round.
struct Rounds {
    key: Option<TypeId>,
    value: Option<TypeId>,
}

impl Checker {
    pub(super) fn range_stmt(&mut self, at: Span, node: &Range) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, &node.x);
        let mut key = None;
        let mut value = None;
        let mut failed = !x.is_valid();
        if x.is_valid() {
            match self.rounds(x.ty, x.span().lo) {
                Err(cause) => {
                    let message = format!("cannot range over {}", self.os(&x));
                    let message = if cause.is_empty() { message } else { format!("{message}: {cause}") };
                    self.err(Code::InvalidRange, x.span(), message);
                    failed = true;
                }
                Ok(rounds) => {
                    (key, value) = (rounds.key, rounds.value);
                    if let (None, Some(k)) = (key, &node.key) {
                        let message = format!("range over {} permits no iteration variables", self.os(&x));
                        self.err(Code::InvalidRange, k.place(), message);
                    } else if let (None, Some(v)) = (value, &node.value) {
                        let message =
                            format!("range over {} permits only one iteration variable", self.os(&x));
                        self.err(Code::InvalidRange, v.place(), message);
                    } else if let Some(extra) = node.extra {
                        let message = "range clause permits at most two iteration variables";
                        self.err(Code::InvalidRange, extra, message);
                    }
                }
            }
        }
        let outer = self.open_scope();
        let over_int = x.is_valid() && self.is_integer(x.ty);
        if node.define {
            self.range_define(at, node, [key, value], over_int, failed, &mut x);
        } else if node.key.is_some() {
            for (lhs, t) in [(&node.key, key), (&node.value, value)] {
                let Some(lhs) = lhs else { continue };
                // As in Go, what cannot be assigned is not even looked at.
                let Some(t) = t else { continue };
                if over_int {
                    self.assign_operand(lhs, &mut x, "range clause");
                    if x.is_valid() && !self.is_integer(x.ty) {
                        let message = format!("cannot use iteration variable of type {}", self.ts(x.ty));
                        self.err(Code::InvalidRange, lhs.place(), message);
                    }
                } else {
                    let mut y = Checker::typed_value(t, lhs);
                    self.assign_operand(lhs, &mut y, "assignment");
                }
            }
        } else if over_int {
            self.assignment(&mut x, None, "range clause");
        }
        if x.is_valid() && self.tt.is_untyped(x.ty) && self.tt.is(x.ty, BasicInfo::STRING) {
            self.convert_untyped(&mut x, TypeId::STRING);
        }
        self.range_body(&node.body);
        self.env.scope = outer;
    }

    fn range_define<'a>(
        &mut self,
        at: Span,
        node: &'a Range,
        types: [Option<TypeId>; 2],
        over_int: bool,
        failed: bool,
        x: &mut Operand<'a>,
    ) {
        let mut vars: Vec<ObjId> = Vec::new();
        for (lhs, t) in [&node.key, &node.value].into_iter().zip(types) {
            let Some(lhs) = lhs else { continue };
            let v = match &lhs.kind {
                ExprKind::Ident(ident) => {
                    let v = self.new_var(VarKind::Local, ident.name, ident.span, None);
                    self.info.set_def(ident.id, v);
                    if !ident.name.is_blank() {
                        vars.push(v);
                    }
                    v
                }
                _ => {
                    let message = format!("invalid syntax tree: cannot declare {}", expr_string(lhs));
                    self.err(Code::InvalidDeclaration, lhs.place(), message);
                    self.new_var(VarKind::Local, sym::BLANK, lhs.place(), None)
                }
            };
            match t.filter(|t| !t.is_invalid()) {
                None => {
                    self.set_obj_type(v, TypeId::INVALID);
                    self.objs[v.0 as usize].used = true;
                }
                Some(_) if over_int => self.init_var(v, x, "range clause"),
                Some(t) => {
                    let mut y = Checker::typed_value(t, lhs);
                    self.init_var(v, &mut y, "assignment");
                }
            }
            let t = self.shown(v);
            self.record_as(lhs.id, OpMode::Variable, t, None);
        }
        if vars.is_empty() && !failed {
            self.err(Code::InvalidDeclaration, at, "no new variables on left side of :=");
        }
        for v in vars {
            if self.declare(self.env.scope, None, v) {
                self.locals.push(v);
            }
        }
    }

    /// Key and value types of ranging over a type; `Err` with the cause if that is not possible.
    fn rounds(&mut self, t: TypeId, at: Pos) -> Result<Rounds, String> {
        let u = self.common_under_if(t, |c, t, u| match u.map(|u| c.tt.get(u)) {
            Some(Type::Chan(Dir::Send, _)) => Err(format!("receive from send-only channel {}", c.ts(t))),
            _ => Ok(()),
        })?;
        let both = |key, value| Ok(Rounds { key: Some(key), value: Some(value) });
        let base = match *self.tt.get(u) {
            Type::Pointer(base) => {
                let base = self.tt.under(base);
                if !matches!(self.tt.get(base), Type::Array(..)) {
                    return Err(String::new());
                }
                base
            }
            _ => u,
        };
        match self.tt.get(base).clone() {
            Type::Basic(b) if b.is(BasicInfo::STRING) => both(TypeId::INT, TypeId::RUNE),
            Type::Basic(b) if b.is(BasicInfo::INTEGER) && !self.has_version(at, 22) => {
                Err(self.requires(at, 22))
            }
            Type::Basic(b) if b.is(BasicInfo::INTEGER) => Ok(Rounds { key: Some(t), value: None }),
            Type::Array(elem, _) | Type::Slice(elem) => both(TypeId::INT, elem),
            Type::Map(key, elem) => both(key, elem),
            Type::Chan(_, elem) => Ok(Rounds { key: Some(elem), value: None }),
            Type::Func(_) if !self.has_version(at, 23) => Err(self.requires(at, 23)),
            Type::Func(sig) => {
                let bad = |cause: &str| Err(format!("func must be func(yield func(...) bool): {cause}"));
                let [yield_type] = *sig.params else { return bad("wrong argument count") };
                if !sig.results.is_empty() {
                    return bad("unexpected results");
                }
                let yields = match self.common_under(yield_type) {
                    Ok(u) => u,
                    Err(cause) => return bad(&format!("in yield type, {cause}")),
                };
                let Type::Func(yields) = self.tt.get(yields).clone() else {
                    return bad("argument is not func");
                };
                if yields.params.len() > 2 {
                    return bad("yield func has too many parameters");
                }
                let [result] = *yields.results else { return bad("yield func does not return bool") };
                if !self.tt.identical(result, TypeId::BOOL) {
                    return if self.is_boolean(result) {
                        bad("yield func returns user-defined boolean, not bool")
                    } else {
                        bad("yield func does not return bool")
                    };
                }
                if yields.variadic {
                    let text = self.ts(yield_type);
                    return Err(format!("yield func of type {text} cannot be variadic"));
                }
                Ok(Rounds { key: yields.params.first().copied(), value: yields.params.get(1).copied() })
            }
            _ => Err(String::new()),
        }
    }
}
