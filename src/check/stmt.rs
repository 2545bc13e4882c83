//! Statements and function bodies.

use super::Checker;
use super::consts::ConstValue;
use super::expr::ExprUse;
use super::object::*;
use super::operand::{OpMode, Operand};
use crate::ast::expr_string;
use crate::ast::{AssignOp, Block, CommClause, Expr, ExprKind, If, Select, Stmt, StmtKind, UnaryOp};
use crate::diag::Code;
use crate::source::Span;
use std::rc::Rc;

impl Checker {
    /// Checks the body of a function.
    pub(super) fn func_body(
        &mut self,
        decl: Option<DeclId>,
        sig: Rc<FuncSig>,
        body: &Block,
        iota: Option<ConstValue>,
    ) {
        let outer = self.env.clone();
        let locals = std::mem::take(&mut self.locals);
        self.env.decl = decl;
        if let Some(decl) = decl {
            // Bodies of the standard library are checked on demand, from anywhere.
            self.env.pkg = self.decls[decl.0 as usize].pkg;
        }
        self.env.scope = sig.scope;
        self.env.tparams = sig.tparams.clone();
        self.env.iota = iota;
        self.env.errpos = None;
        self.env.in_tparams = false;
        self.env.in_alias = false;
        self.env.script_top = None;
        let has_results = !sig.results.is_empty();
        self.env.sig = Some(sig);
        for stmt in &body.stmts {
            self.stmt(stmt);
        }
        for diag in super::labels::check_branches(&self.sources, body) {
            self.report(diag);
        }
        if has_results {
            let panics = &self.panics;
            let terminates = super::returns::is_terminating(body, &|e| panics.contains(&e.id));
            if !terminates {
                self.err(Code::MissingReturn, Span::new(body.rbrace, body.rbrace + 1), "missing return");
            }
        }
        self.report_unused();
        self.locals = locals;
        self.env = outer;
    }

    /// Reports the local variables of a function that are never used.
    pub(super) fn report_unused(&mut self) {
        let mut unused: Vec<ObjId> = std::mem::take(&mut self.locals);
        unused.retain(|&v| !self.obj(v).used);
        unused.sort_by_key(|&v| self.obj(v).span.lo);
        for v in unused {
            let (name, span) = (self.obj(v).name, self.obj(v).span);
            self.soft(Code::UnusedVariable, span, format!("declared and not used: {name}"));
        }
    }

    pub(super) fn stmts(&mut self, list: &[Stmt]) {
        for stmt in list {
            self.stmt(stmt);
        }
    }

    fn block(&mut self, block: &Block) {
        let outer = self.open_scope();
        self.stmts(&block.stmts);
        self.env.scope = outer;
    }

    pub(super) fn simple_stmt(&mut self, stmt: Option<&Stmt>) {
        if let Some(stmt) = stmt {
            self.stmt(stmt);
        }
    }

    /// Checks a statement. Function literals in it are checked before what it declares is in scope.
    pub(super) fn stmt(&mut self, stmt: &Stmt) {
        let top = self.delayed.len();
        self.stmt_inner(stmt);
        self.process_delayed(top);
    }

    fn stmt_inner(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Bad | StmtKind::Empty | StmtKind::Branch { .. } => {}
            StmtKind::Decl(decl) => self.decl_stmt(decl),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::Expr(e) => self.expr_stmt(e),
            StmtKind::Send(send) => {
                let (mut ch, mut val) = (Operand::invalid(), Operand::invalid());
                self.expr(None, &mut ch, &send.chan);
                self.generic_expr(&mut val, &send.value, None);
                if !ch.is_valid() || !val.is_valid() {
                    return;
                }
                if let Some(elem) = self.chan_elem(send.chan.place(), &ch, false) {
                    self.assignment(&mut val, Some(elem), "send");
                }
            }
            StmtKind::IncDec { x: e, inc, .. } => {
                let mut x = Operand::invalid();
                self.expr(None, &mut x, e);
                if !x.is_valid() {
                    return;
                }
                if !self.all_numeric(x.ty) {
                    let op = if *inc { "++" } else { "--" };
                    let message = format!(
                        "invalid operation: {}{op} (non-numeric type {})",
                        expr_string(e),
                        self.ts(x.ty)
                    );
                    self.err(Code::InvalidOperation, e.place(), message);
                    return;
                }
                self.assign_operand(e, &mut x, "assignment");
            }
            StmtKind::Assign(node) => match node.op {
                AssignOp::Assign => self.assign_vars(&node.lhs, &node.rhs),
                AssignOp::Define => self.short_var_decl(node.op_span, &node.lhs, &node.rhs),
                AssignOp::Op(op) => {
                    let ([lhs], [rhs]) = (node.lhs.as_slice(), node.rhs.as_slice()) else {
                        let message = format!(
                            "assignment operation {}= requires single-valued expressions",
                            op.as_str()
                        );
                        self.err(Code::WrongCount, node.lhs[0].place(), message);
                        return;
                    };
                    let mut x = Operand::invalid();
                    self.binary(&mut x, None, lhs, rhs, op);
                    self.assign_operand(lhs, &mut x, "assignment");
                }
            },
            StmtKind::Go(call) => self.suspended_call("go", call),
            StmtKind::Defer(call) => self.suspended_call("defer", call),
            StmtKind::Return(values) => self.return_stmt(stmt.span, values),
            StmtKind::Block(block) => self.block(block),
            StmtKind::If(node) => self.if_stmt(node),
            StmtKind::Switch(node) => self.switch_stmt(node),
            StmtKind::TypeSwitch(node) => self.type_switch(node),
            StmtKind::Select(node) => self.select_stmt(node),
            StmtKind::For(node) => {
                let outer = self.open_scope();
                self.simple_stmt(node.init.as_ref());
                if let Some(cond) = &node.cond {
                    self.condition(cond, "for");
                }
                self.simple_stmt(node.post.as_ref());
                self.block(&node.body);
                self.env.scope = outer;
            }
            StmtKind::Range(node) => self.range_stmt(stmt.span, node),
        }
    }

    pub(super) fn range_body(&mut self, body: &Block) {
        self.block(body);
    }

    fn expr_stmt(&mut self, e: &Expr) {
        let mut x = Operand::invalid();
        let usage = self.raw_expr(None, &mut x, e, None, false);
        let (code, what) = match x.mode {
            OpMode::Builtin(_) => (Code::NotAnExpression, "must be called"),
            OpMode::TypeExpr => (Code::NotAnExpression, "is not an expression"),
            OpMode::Invalid => return,
            _ if usage == ExprUse::Statement => return,
            _ => (Code::UnusedResult, "is not used"),
        };
        let message = format!("{} {what}", self.os(&x));
        self.err(code, x.span(), message);
    }

    fn suspended_call(&mut self, keyword: &str, call: &Expr) {
        if !matches!(call.kind, ExprKind::Call(_)) {
            let message = format!("expression in {keyword} must be function call");
            self.err(Code::InvalidStatement, call.place(), message);
            self.use_expr(call);
            return;
        }
        let mut x = Operand::invalid();
        let usage = self.raw_expr(None, &mut x, call, None, false);
        let what = match usage {
            _ if !x.is_valid() => return,
            ExprUse::Conversion => "requires function call, not conversion",
            ExprUse::Expression => "discards result of",
            ExprUse::Statement => return,
        };
        let message = format!("{keyword} {what} {}", self.os(&x));
        self.err(Code::InvalidStatement, x.span(), message);
    }

    fn return_stmt(&mut self, at: Span, values: &[Expr]) {
        let Some(sig) = self.env.sig.clone() else {
            // The top level of a script: a bare return ends it.
            if let Some(first) = values.first() {
                self.use_exprs(values);
                self.err(Code::WrongCount, first.place(), "too many return values");
            }
            return;
        };
        if values.is_empty() && !sig.results.is_empty() && sig.named_results {
            self.check_bare_return(at, &sig.results);
        } else if !sig.results.is_empty() || !values.is_empty() {
            if sig.results.is_empty() {
                self.no_results(values);
                return;
            }
            if values.is_empty() {
                let want: Vec<_> = sig.results.iter().map(|&r| self.shown(r)).collect();
                let message = format!(
                    "not enough return values\n\thave ()\n\twant {}",
                    self.types_summary(&want, false, false)
                );
                self.err(Code::WrongCount, at, message);
                return;
            }
            self.init_vars(&sig.results, values, Some(at));
        }
    }

    /// Reports values that a function without results returns.
    fn no_results(&mut self, values: &[Expr]) {
        let list = self.expr_list(values);
        if list.iter().any(|x| !x.is_valid()) {
            return;
        }
        let have: Vec<_> = list.iter().map(|x| x.ty).collect();
        let at = values[0].place();
        let message =
            format!("too many return values\n\thave {}\n\twant ()", self.types_summary(&have, false, false));
        self.err(Code::WrongCount, at, message);
    }

    pub(super) fn condition(&mut self, cond: &Expr, keyword: &str) {
        let mut x = Operand::invalid();
        self.expr(None, &mut x, cond);
        if x.is_valid() && !self.all_boolean(x.ty) {
            let message = format!("non-boolean condition in {keyword} statement");
            self.err(Code::Mismatched, cond.place(), message);
        }
    }

    fn if_stmt(&mut self, node: &If) {
        let outer = self.open_scope();
        self.simple_stmt(node.init.as_ref());
        self.condition(&node.cond, "if");
        self.block(&node.then);
        if let Some(otherwise) = &node.otherwise {
            self.stmt(otherwise);
        }
        self.env.scope = outer;
    }

    fn select_stmt(&mut self, node: &Select) {
        let mut default: Option<&CommClause> = None;
        for clause in node.clauses.iter().filter(|c| c.comm.is_none()) {
            match default {
                Some(first) => {
                    let message = format!("multiple defaults (first at {})", self.place(first.span.lo));
                    self.err(Code::DuplicateCase, clause.span, message);
                }
                None => default = Some(clause),
            }
        }
        for clause in &node.clauses {
            let valid = match clause.comm.as_ref().map(|c| &c.kind) {
                None | Some(StmtKind::Send(_)) => true,
                Some(StmtKind::Assign(assign)) => matches!(assign.rhs.as_slice(), [one] if is_receive(one)),
                Some(StmtKind::Expr(e)) => is_receive(e),
                Some(_) => false,
            };
            if !valid {
                if let Some(comm) = &clause.comm
                    && !matches!(comm.kind, StmtKind::Bad)
                {
                    let message = "select case must be send or receive (possibly with assignment)";
                    let at = match &comm.kind {
                        StmtKind::Expr(e) => Span::at(e.op_pos()),
                        _ => comm.span,
                    };
                    self.err(Code::InvalidStatement, at, message);
                }
                continue;
            }
            let outer = self.open_scope();
            self.simple_stmt(clause.comm.as_ref());
            self.stmts(&clause.body);
            self.env.scope = outer;
        }
    }
}

fn is_receive(e: &Expr) -> bool {
    matches!(&e.unparen().kind, ExprKind::Unary(node) if node.op == UnaryOp::Recv)
}
