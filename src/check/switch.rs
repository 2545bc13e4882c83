//! Switches over values and over types.

use super::Checker;
use super::object::*;
use super::operand::{OpMode, Operand, Src};
use crate::ast::{BinaryOp, CaseClause, Expr, ExprKind, Switch, TypeSwitch};
use crate::check::consts::{ConstKind, ConstValue};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use crate::types::TypeId;
use hashbrown::HashMap;

impl Checker {
    fn multiple_defaults(&mut self, clauses: &[CaseClause]) {
        let mut first: Option<&CaseClause> = None;
        for clause in clauses.iter().filter(|c| c.exprs.is_none()) {
            match first {
                Some(first) => {
                    let message = format!("multiple defaults (first at {})", self.place(first.span.lo));
                    self.err(Code::DuplicateCase, clause.span, message);
                }
                None => first = Some(clause),
            }
        }
    }

    pub(super) fn switch_stmt(&mut self, node: &Switch) {
        let outer = self.open_scope();
        self.simple_stmt(node.init.as_ref());
        let mut x = Operand::invalid();
        match &node.tag {
            Some(tag) => {
                self.expr(None, &mut x, tag);
                self.assignment(&mut x, None, "switch expression");
                if x.is_valid() && !self.tt.comparable(x.ty) && !self.tt.has_nil(x.ty) {
                    let message =
                        format!("cannot switch on {} ({} is not comparable)", self.os(&x), self.ts(x.ty));
                    self.err(Code::NotComparable, x.span(), message);
                    x.invalidate();
                }
            }
            None => {
                let at = node.clauses.first().map_or(Span::at(node.rbrace), |c| Span::at(c.span.lo));
                x.mode = OpMode::Const;
                x.ty = TypeId::BOOL;
                x.val = Some(true.into());
                x.src = Src::Text("true".into(), at);
            }
        }
        self.multiple_defaults(&node.clauses);
        let mut seen: HashMap<ConstValue, Vec<(TypeId, Span)>> = HashMap::new();
        for clause in &node.clauses {
            for e in clause.exprs.as_deref().unwrap_or_default() {
                self.case_value(&mut x, e, &mut seen);
            }
            let inner = self.open_scope();
            self.stmts(&clause.body);
            self.env.scope = inner;
        }
        self.env.scope = outer;
    }

    fn case_value<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        seen: &mut HashMap<ConstValue, Vec<(TypeId, Span)>>,
    ) {
        let mut v = Operand::invalid();
        self.expr(None, &mut v, e);
        if !x.is_valid() || !v.is_valid() {
            return;
        }
        self.convert_untyped(&mut v, x.ty);
        if !v.is_valid() {
            return;
        }
        let mut result = v.clone();
        let mut tag = x.clone();
        self.comparison(&mut result, &mut tag, BinaryOp::Eq, true);
        if !result.is_valid() || !v.is_const() {
            return;
        }
        let Some(val) = &v.val else { return };
        // Like Go's compiler, look at numbers and strings only.
        if !matches!(val.kind(), ConstKind::Int | ConstKind::Float | ConstKind::Str) {
            return;
        }
        let ty = self.tt.canon(v.ty);
        let earlier = seen.entry(Checker::const_key(val)).or_default();
        if let Some(&(_, at)) = earlier.iter().find(|(t, _)| *t == ty) {
            let message = format!("duplicate case {} in expression switch", self.os(&v));
            let diag =
                Diagnostic::error(Code::DuplicateCase, v.span(), message).with_related(at, "previous case");
            self.report(diag);
            return;
        }
        earlier.push((ty, Span::at(e.op_pos())));
    }

    fn is_nil_expr(&self, e: &Expr) -> bool {
        match &e.unparen().kind {
            ExprKind::Ident(ident) => {
                self.lookup(ident.name).is_some_and(|o| matches!(self.obj(o).kind, ObjectKind::Nil))
            }
            _ => false,
        }
    }

    pub(super) fn type_switch(&mut self, node: &TypeSwitch) {
        let outer = self.open_scope();
        self.simple_stmt(node.init.as_ref());
        let mut bind = node.bind;
        if let Some(name) = bind
            && name.name.is_blank()
        {
            self.err(Code::InvalidDeclaration, name.span, "no new variable on left side of :=");
            bind = None;
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, &node.x);
        if x.is_valid() {
            if self.tt.is_tparam(x.ty) {
                let message = format!("cannot use type switch on type parameter value {}", self.os(&x));
                self.err(Code::InvalidAssertion, x.span(), message);
                x.invalidate();
            } else if !self.tt.is_interface(x.ty) {
                let message = format!("{} is not an interface", self.os(&x));
                self.err(Code::InvalidAssertion, x.span(), message);
                x.invalidate();
            }
        }
        self.multiple_defaults(&node.clauses);
        let mut seen: Vec<(Option<TypeId>, Span)> = Vec::new();
        let mut vars: Vec<ObjId> = Vec::new();
        for clause in &node.clauses {
            let list = clause.exprs.as_deref().unwrap_or_default();
            let t = self.case_types(&x, list, &mut seen);
            let inner = self.open_scope();
            if let Some(name) = bind {
                let v = self.new_var(VarKind::Local, name.name, name.span, Some(t));
                self.declare(self.env.scope, None, v);
                self.info.set_implicit(clause.id, v);
                vars.push(v);
            }
            self.stmts(&clause.body);
            self.env.scope = inner;
        }
        if let Some(name) = bind
            && !vars.iter().any(|&v| self.obj(v).used)
        {
            self.soft(Code::UnusedVariable, name.span, format!("{} declared and not used", name.name));
        }
        self.env.scope = outer;
    }

    /// Checks the types of a case; gives the type of its variable.
    fn case_types(&mut self, x: &Operand, list: &[Expr], seen: &mut Vec<(Option<TypeId>, Span)>) -> TypeId {
        let mut single = None;
        for e in list {
            let t = if self.is_nil_expr(e) {
                let mut dummy = Operand::invalid();
                self.expr(None, &mut dummy, e);
                None
            } else {
                let t = self.var_type(e);
                if t.is_invalid() {
                    single = Some(t);
                    continue;
                }
                Some(t)
            };
            single = t;
            let canon = t.map(|t| self.tt.canon(t));
            let here = e.place();
            if let Some(&(_, at)) = seen.iter().find(|(other, _)| *other == canon) {
                let text = t.map_or("nil".to_string(), |t| self.ts(t));
                let diag = Diagnostic::error(
                    Code::DuplicateCase,
                    e.place(),
                    format!("duplicate case {text} in type switch"),
                )
                .with_related(at, "previous case");
                self.report(diag);
                continue;
            }
            seen.push((canon, here));
            if let Some(t) = t
                && x.is_valid()
            {
                self.check_assertion(e, x, t, true);
            }
        }
        match (list, single) {
            ([_], Some(t)) => t,
            _ if x.is_valid() => x.ty,
            _ => TypeId::INVALID,
        }
    }
}
