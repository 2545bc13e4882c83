//! Assignments: single and multiple, declarations with `:=`, results of functions.

use super::Checker;
use super::expr::Target;
use super::object::*;
use super::operand::{OpMode, Operand, Src};
use super::untyped::Misfit;
use crate::ast::expr_string;
use crate::ast::{Expr, ExprKind};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, sym};
use crate::types::{Type, TypeId};

impl Checker {
    /// Checks that an operand can be assigned to a variable of type `t`, and gives an untyped one its
    /// type. `t` is absent for the blank identifier.
    pub(super) fn assignment(&mut self, x: &mut Operand, t: Option<TypeId>, context: &str) {
        self.single_value(x);
        match x.mode {
            OpMode::Invalid => return,
            OpMode::Const
            | OpMode::Variable
            | OpMode::MapIndex
            | OpMode::Value
            | OpMode::Nil
            | OpMode::CommaOk => {}
            OpMode::NoValue | OpMode::Builtin(_) | OpMode::TypeExpr => {
                let ts = t.map(|t| self.ts(t)).unwrap_or_default();
                let message = format!("cannot assign {} to {ts} in {context}", self.os(x));
                self.err(Code::NotAssignable, x.span(), message);
                x.invalidate();
                return;
            }
        }
        if self.tt.is_untyped(x.ty) {
            let target = match t {
                None if x.is_nil() => {
                    self.err(Code::NotAssignable, x.span(), format!("use of untyped nil in {context}"));
                    x.invalidate();
                    return;
                }
                None => self.tt.default_type(x.ty),
                Some(t) if !x.is_nil() && self.tt.is_interface(t) => self.tt.default_type(x.ty),
                Some(t) => t,
            };
            match self.implicit_type(x, target) {
                Ok((ty, val)) => self.settle(x, ty, val),
                Err(misfit) => {
                    let mut message =
                        format!("cannot use {} as {} value in {context}", self.os(x), self.ts(target));
                    let code = match misfit {
                        Misfit::Truncated => {
                            message.push_str(" (truncated)");
                            Code::ConstantOverflow
                        }
                        Misfit::Overflow => {
                            message.push_str(" (overflows)");
                            Code::ConstantOverflow
                        }
                        Misfit::Kind => Code::NotAssignable,
                    };
                    self.err(code, x.span(), message);
                    x.invalidate();
                    return;
                }
            }
        }
        if let Type::Func(sig) = self.tt.get(x.ty)
            && !sig.tparams.is_empty()
        {
            let target = t.and_then(|t| self.target_of(t, || context.to_string()));
            self.non_generic(target.as_ref(), x);
            if !x.is_valid() {
                return;
            }
        }
        let Some(t) = t else { return };
        if self.tt.identical(x.ty, t) {
            return;
        }
        let mut cause = String::new();
        if !self.assignable(x, t, Some(&mut cause)) {
            let message = format!("cannot use {} as {} value in {context}", self.os(x), self.ts(t));
            let message = if cause.is_empty() { message } else { format!("{message}: {cause}") };
            let code = if self.tt.is_interface(t) { Code::NotImplemented } else { Code::NotAssignable };
            self.err(code, x.span(), message);
            x.invalidate();
        }
    }

    /// Initialises a variable, which takes the operand's type if it has none.
    pub(super) fn init_var(&mut self, v: ObjId, x: &mut Operand, context: &str) {
        let declared = self.obj(v).shown;
        if !x.is_valid() || x.ty.is_invalid() || declared.is_some_and(TypeId::is_invalid) {
            if declared.is_none() {
                self.set_obj_type(v, TypeId::INVALID);
            }
            x.invalidate();
            return;
        }
        let ty = match declared {
            Some(ty) => ty,
            None => {
                if x.ty == TypeId::UNTYPED_NIL {
                    self.err(Code::NotAssignable, x.span(), format!("use of untyped nil in {context}"));
                    self.set_obj_type(v, TypeId::INVALID);
                    x.invalidate();
                    return;
                }
                let ty = self.tt.default_type(x.ty);
                self.set_obj_type(v, ty);
                ty
            }
        };
        self.assignment(x, Some(ty), context);
    }

    /// The local variable that an expression names, if it is only a name.
    pub(super) fn assigned_var(&self, lhs: &Expr) -> Option<ObjId> {
        let ExprKind::Ident(ident) = &lhs.unparen().kind else { return None };
        let obj = self.lookup(ident.name)?;
        self.obj(obj).is_var().then_some(obj)
    }

    /// Checks the left side of an assignment: its type, `None` for the blank identifier. `Err` if it was
    /// reported.
    fn lhs_var(&mut self, lhs: &Expr) -> Result<Option<TypeId>, ()> {
        if Checker::is_blank(lhs.unparen()) {
            return Ok(None);
        }
        // Being assigned to is no use.
        let var = self.assigned_var(lhs);
        let used = var.map(|v| self.obj(v).used);
        let mut x = Operand::invalid();
        self.expr(None, &mut x, lhs);
        if let (Some(v), Some(used)) = (var, used) {
            self.objs[v.0 as usize].used = used;
        }
        if !x.is_valid() || x.ty.is_invalid() {
            return Err(());
        }
        if matches!(x.mode, OpMode::Variable | OpMode::MapIndex) {
            return Ok(Some(x.ty));
        }
        let text = self.src_str(&x);
        if let ExprKind::Selector(node) = &lhs.unparen().kind {
            let mut of = Operand::invalid();
            self.expr(None, &mut of, &node.x);
            if of.mode == OpMode::MapIndex {
                self.err(
                    Code::NotAddressable,
                    x.span(),
                    format!("cannot assign to struct field {text} in map"),
                );
                return Err(());
            }
        }
        let message = format!("cannot assign to {text} (neither addressable nor a map index expression)");
        self.err(Code::NotAddressable, x.span(), message);
        Err(())
    }

    /// Assigns an operand to a left side.
    pub(super) fn assign_operand(&mut self, lhs: &Expr, x: &mut Operand, context: &str) {
        match self.lhs_var(lhs) {
            Err(()) => x.invalidate(),
            Ok(t) => {
                let context = if t.is_none() && context == "assignment" {
                    "assignment to _ identifier"
                } else {
                    context
                };
                self.assignment(x, t, context);
            }
        }
    }

    fn assign_expr(&mut self, lhs: &Expr, rhs: &Expr, context: &str) {
        match self.lhs_var(lhs) {
            Err(()) => {
                self.use_expr(rhs);
            }
            Ok(t) => {
                // Go does not look into type parameters here.
                let target =
                    t.filter(|&t| !self.tt.is_tparam(t)).and_then(|t| self.target_of(t, || expr_string(lhs)));
                let mut x = Operand::invalid();
                self.expr(target.as_ref(), &mut x, rhs);
                let context = if t.is_none() && context == "assignment" {
                    "assignment to _ identifier"
                } else {
                    context
                };
                self.assignment(&mut x, t, context);
            }
        }
    }

    /// The types of a list, for messages about its length: `(number, string)`.
    pub(super) fn types_summary(&mut self, list: &[TypeId], variadic: bool, dots: bool) -> String {
        let mut out = String::from("(");
        for (i, &t) in list.iter().enumerate() {
            if i > 0 {
                out.push_str(", ");
            }
            let last = i + 1 == list.len();
            let text = if t.is_invalid() {
                "unknown type".to_string()
            } else if self.tt.is_untyped(t) {
                if self.is_numeric(t) { "number".to_string() } else { self.ts(t).replace("untyped ", "") }
            } else {
                self.ts(t)
            };
            match *self.tt.get(t) {
                Type::Slice(elem) if last && variadic => {
                    out.push_str("...");
                    out.push_str(&self.ts(elem));
                }
                _ => {
                    out.push_str(&text);
                    if last && dots {
                        out.push_str("...");
                    }
                }
            }
        }
        out.push(')');
        out
    }

    fn count_mismatch(&mut self, rhs: &[Expr], l: usize, r: usize) {
        let Some(first) = rhs.first() else { return };
        let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
        let (vars, vals) = (count(l, "variable"), count(r, "value"));
        let message = match (&first.unparen().kind, rhs.len()) {
            (ExprKind::Call(call), 1) => {
                format!("assignment mismatch: {vars} but {} returns {vals}", expr_string(&call.fun))
            }
            _ => format!("assignment mismatch: {vars} but {vals}"),
        };
        self.err(Code::WrongCount, first.place(), message);
    }

    fn return_mismatch(&mut self, at: Span, lhs: &[ObjId], rhs: &[Operand]) {
        let (l, r) = (lhs.len(), rhs.len());
        let (at, qualifier) = if r > l {
            (rhs[l].span(), "too many")
        } else if r > 0 {
            (rhs[r - 1].span(), "not enough")
        } else {
            (at, "not enough")
        };
        let have: Vec<TypeId> = rhs.iter().map(|x| x.ty).collect();
        let want: Vec<TypeId> = lhs.iter().map(|&v| self.shown(v)).collect();
        let message = format!(
            "{qualifier} return values\n\thave {}\n\twant {}",
            self.types_summary(&have, false, false),
            self.types_summary(&want, false, false)
        );
        self.err(Code::WrongCount, at, message);
    }

    fn invalidate_vars(&mut self, vars: &[ObjId]) {
        for &v in vars {
            if self.obj(v).shown.is_none() {
                self.set_obj_type(v, TypeId::INVALID);
            }
        }
    }

    fn is_call(e: &Expr) -> bool {
        matches!(e.unparen().kind, ExprKind::Call(_))
    }

    /// Initialises variables with expressions. `returns` is where the return statement is if the
    /// variables are a function's results.
    pub(super) fn init_vars(&mut self, lhs: &[ObjId], rhs: &[Expr], returns: Option<Span>) {
        let context = if returns.is_some() {
            "return statement"
        } else if lhs.len() > 1 {
            "multiple assignment"
        } else {
            "assignment"
        };
        if lhs.len() == rhs.len() && !(rhs.len() == 1 && Checker::is_call(&rhs[0])) {
            for (&v, e) in lhs.iter().zip(rhs) {
                let target = self.init_target(v, returns.is_some());
                let mut x = Operand::invalid();
                self.expr(target.as_ref(), &mut x, e);
                self.init_var(v, &mut x, context);
            }
            return;
        }
        let [one] = rhs else {
            if self.use_exprs(rhs) {
                match returns {
                    Some(at) => {
                        let list = self.expr_list(rhs);
                        self.return_mismatch(at, lhs, &list);
                    }
                    None => self.count_mismatch(rhs, lhs.len(), rhs.len()),
                }
            }
            self.invalidate_vars(lhs);
            return;
        };
        let (mut values, comma_ok) = self.multi_expr(one, lhs.len() == 2 && returns.is_none());
        if values.len() == lhs.len() {
            for (&v, x) in lhs.iter().zip(&mut values) {
                self.init_var(v, x, context);
            }
            if comma_ok && values[0].is_valid() && values[1].is_valid() {
                self.record_comma_ok(one, values[0].ty, values[1].ty);
            }
            return;
        }
        if values.first().is_none_or(Operand::is_valid) {
            match returns {
                Some(at) => self.return_mismatch(at, lhs, &values),
                None => self.count_mismatch(rhs, lhs.len(), values.len()),
            }
        }
        self.invalidate_vars(lhs);
    }

    fn init_target(&mut self, v: ObjId, is_result: bool) -> Option<Target> {
        let t = self.obj(v).shown?;
        let name = self.obj(v).name;
        self.target_of(t, || {
            if is_result && name == sym::EMPTY { "result variable".to_string() } else { name.to_string() }
        })
    }

    /// Checks several expressions; a single call may give several operands.
    pub(super) fn expr_list<'a>(&mut self, list: &'a [Expr]) -> Vec<Operand<'a>> {
        if let [one] = list {
            return self.multi_expr(one, false).0;
        }
        list.iter()
            .map(|e| {
                let mut x = Operand::invalid();
                self.expr(None, &mut x, e);
                x
            })
            .collect()
    }

    /// Checks `lhs = rhs`.
    pub(super) fn assign_vars(&mut self, lhs: &[Expr], rhs: &[Expr]) {
        let context = if lhs.len() > 1 { "multiple assignment" } else { "assignment" };
        if lhs.len() == rhs.len() && !(rhs.len() == 1 && Checker::is_call(&rhs[0])) {
            for (l, r) in lhs.iter().zip(rhs) {
                self.assign_expr(l, r, context);
            }
            return;
        }
        let [one] = rhs else {
            let ok_lhs = self.use_lhs(lhs);
            let ok_rhs = self.use_exprs(rhs);
            if ok_lhs && ok_rhs {
                self.count_mismatch(rhs, lhs.len(), rhs.len());
            }
            return;
        };
        let (mut values, comma_ok) = self.multi_expr(one, lhs.len() == 2);
        if values.len() == lhs.len() {
            for (l, x) in lhs.iter().zip(&mut values) {
                self.assign_operand(l, x, context);
            }
            if comma_ok && values[0].is_valid() && values[1].is_valid() {
                self.record_comma_ok(one, values[0].ty, values[1].ty);
            }
            return;
        }
        if values.first().is_none_or(Operand::is_valid) {
            self.count_mismatch(rhs, lhs.len(), values.len());
        }
        self.use_lhs(lhs);
    }

    /// Checks `lhs := rhs`; `at` is the operator.
    pub(super) fn short_var_decl(&mut self, at: Span, lhs: &[Expr], rhs: &[Expr]) {
        let top = self.delayed.len();
        let kind = if self.at_script_top() { VarKind::Package } else { VarKind::Local };
        let scope = if self.at_script_top() { self.package(self.env.pkg).scope } else { self.env.scope };
        let mut vars: Vec<ObjId> = Vec::with_capacity(lhs.len());
        let mut new: Vec<ObjId> = Vec::new();
        let mut seen = Vec::new();
        let mut failed = false;
        for e in lhs {
            let dummy = |c: &mut Checker| c.new_var(kind, sym::BLANK, e.place(), None);
            let ExprKind::Ident(ident) = &e.kind else {
                self.use_lhs(std::slice::from_ref(e));
                let message = format!("non-name {} on left side of :=", expr_string(e));
                self.err(Code::InvalidDeclaration, e.place(), message);
                failed = true;
                let v = dummy(self);
                vars.push(v);
                continue;
            };
            if !ident.name.is_blank() {
                if seen.contains(&ident.name) {
                    let message = format!("{} repeated on left side of :=", ident.name);
                    self.err(Code::Redeclared, e.place(), message);
                    failed = true;
                    let v = dummy(self);
                    vars.push(v);
                    continue;
                }
                seen.push(ident.name);
                if let Some(old) = self.scopes.get(scope).get(ident.name) {
                    self.info.set_use(ident.id, old);
                    if self.obj(old).is_var() {
                        vars.push(old);
                    } else {
                        self.err(Code::NotAddressable, e.place(), format!("cannot assign to {}", ident.name));
                        failed = true;
                        let v = dummy(self);
                        vars.push(v);
                    }
                    continue;
                }
            }
            let v = self.new_var(kind, ident.name, ident.span, None);
            self.info.set_def(ident.id, v);
            vars.push(v);
            if !ident.name.is_blank() {
                new.push(v);
            }
        }
        self.init_vars(&vars, rhs, None);
        for (e, &v) in lhs.iter().zip(&vars) {
            let t = self.shown(v);
            self.record_as(e.id, OpMode::Variable, t, None);
        }
        self.process_delayed(top);
        if new.is_empty() && !failed {
            self.err(Code::InvalidDeclaration, at, "no new variables on left side of :=");
            return;
        }
        for v in new {
            self.declare_local(None, v);
        }
    }

    /// Reports a result parameter that an inner declaration hides at a bare return.
    pub(super) fn check_bare_return(&mut self, at: Span, results: &[ObjId]) {
        for &r in results {
            let name = self.obj(r).name;
            if let Some(alt) = self.lookup(name)
                && alt != r
                && !name.is_blank()
            {
                let ts = self.ts(self.shown(r));
                let diag = Diagnostic::error(
                    Code::WrongCount,
                    at,
                    format!("result parameter {name} not in scope at return"),
                )
                .with_related(self.obj(alt).span, format!("inner declaration of var {name} {ts}"));
                self.report(diag);
            }
        }
    }

    /// An operand with the text of an expression and a given type.
    pub(super) fn typed_value<'a>(ty: TypeId, e: &'a Expr) -> Operand<'a> {
        Operand::value(ty, Src::Expr(e))
    }
}
