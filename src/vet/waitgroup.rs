//! `waitgroup`: `wg.Add` as the first thing that a goroutine does, when `wg.Wait` may be through already.

use super::pass::Pass;
use crate::ast::*;
use crate::diag::Code;
use crate::source::Span;

/// Looks for goroutines that count themselves.
pub fn run(pass: &mut Pass<'_>) {
    let mut starts = Starts { pass };
    for file in starts.pass.files() {
        walk_file(&mut starts, &file);
    }
}

struct Starts<'p, 'c> {
    pass: &'p mut Pass<'c>,
}

impl Starts<'_, '_> {
    /// What is called by `go`.
    fn started(&mut self, e: &Expr) {
        let ExprKind::Call(start) = &e.kind else { return };
        let ExprKind::FuncLit(body) = &start.fun.kind else { return };
        let Some(Stmt { kind: StmtKind::Expr(first), .. }) = body.body.stmts.first() else { return };
        let ExprKind::Call(call) = &first.kind else { return };
        let Some(callee) = self.pass.callee(call) else { return };
        if self.pass.is(&callee, "sync", Some("WaitGroup"), "Add") {
            self.pass.report_with_help(
                Code::AddInGoroutine,
                Span::new(call.lparen, call.rparen),
                "WaitGroup.Add called from inside new goroutine",
                "Wait can return before this Add: move it before `go`, or start the function with wg.Go",
            );
        }
    }
}

impl Visitor for Starts<'_, '_> {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Go(e) = &stmt.kind {
            self.started(e);
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let ExprKind::Go(e) = &expr.kind {
            self.started(e);
        }
        walk_expr(self, expr);
    }
}
