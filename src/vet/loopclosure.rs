//! `loopclosure`: a variable of a loop in a function that runs when the loop has gone on.
//!
//! Since Go 1.22 each iteration has variables of its own, so, as in `go vet`, only modules that say an older version in
//! their `go.mod` are looked at. Only the last statement of a body is: behind it nothing waits for the function.

use super::pass::Pass;
use crate::ast::*;
use crate::diag::Code;
use crate::types::ObjId;

/// The version that gave each iteration its own variables.
const PER_ITERATION: (u32, u32) = (1, 22);

/// Looks for captured loop variables.
pub fn run(pass: &mut Pass<'_>) {
    if pass.go.is_none_or(|go| go >= PER_ITERATION) {
        return;
    }
    let mut loops = Loops { pass };
    for file in loops.pass.files() {
        walk_file(&mut loops, &file);
    }
}

struct Loops<'p, 'c> {
    pass: &'p mut Pass<'c>,
}

impl Visitor for Loops<'_, '_> {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        let mut vars: Vec<&Expr> = Vec::new();
        let body = match &stmt.kind {
            StmtKind::Range(node) => {
                vars.extend(node.key.iter().chain(&node.value));
                Some(&node.body)
            }
            StmtKind::For(node) => {
                match node.post.as_ref().map(|post| &post.kind) {
                    Some(StmtKind::Assign(assign)) => vars.extend(&assign.lhs),
                    Some(StmtKind::IncDec { x, .. }) => vars.push(x),
                    Some(_) | None => {}
                }
                Some(&node.body)
            }
            _ => None,
        };
        let objects: Vec<ObjId> = vars.iter().filter_map(|e| self.object(e)).collect();
        if let Some(body) = body
            && !objects.is_empty()
        {
            self.last(&body.stmts, &objects);
        }
        walk_stmt(self, stmt);
    }
}

impl Loops<'_, '_> {
    fn object(&self, e: &Expr) -> Option<ObjId> {
        let ident = e.as_ident()?;
        self.pass.chk.info.def_of(ident.id).or_else(|| self.pass.chk.info.use_of(ident.id))
    }

    /// Looks at what runs last in a list of statements.
    fn last(&mut self, stmts: &[Stmt], vars: &[ObjId]) {
        let Some(last) = stmts.last() else { return };
        match &last.kind {
            StmtKind::If(node) => {
                self.last(&node.then.stmts, vars);
                if let Some(otherwise) = &node.otherwise {
                    self.last(std::slice::from_ref(otherwise), vars);
                }
            }
            StmtKind::Block(block) => self.last(&block.stmts, vars),
            StmtKind::For(node) => self.last(&node.body.stmts, vars),
            StmtKind::Range(node) => self.last(&node.body.stmts, vars),
            StmtKind::Switch(node) => node.clauses.iter().for_each(|c| self.last(&c.body, vars)),
            StmtKind::TypeSwitch(node) => node.clauses.iter().for_each(|c| self.last(&c.body, vars)),
            StmtKind::Select(node) => node.clauses.iter().for_each(|c| self.last(&c.body, vars)),
            StmtKind::Go(e) | StmtKind::Defer(e) => {
                if let ExprKind::Call(call) = &e.kind
                    && let ExprKind::FuncLit(func) = &call.fun.kind
                {
                    let mut uses = Uses { pass: self.pass, vars };
                    uses.visit_block(&func.body);
                }
            }
            _ => {}
        }
    }
}

struct Uses<'p, 'c, 'v> {
    pass: &'p mut Pass<'c>,
    vars: &'v [ObjId],
}

impl Visitor for Uses<'_, '_, '_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if let Some(ident) = expr.as_ident()
            && let Some(obj) = self.pass.chk.info.use_of(ident.id)
            && self.vars.contains(&obj)
        {
            let message = format!("loop variable {} captured by func literal", ident.name);
            self.pass.report(Code::LoopVariable, expr.span, message);
        }
        walk_expr(self, expr);
    }
}
