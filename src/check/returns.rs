//! Terminating statements: whether control can reach the end of a function body.
//!
//! The rules are those of the specification's section of that name. Only the checker knows which calls are calls
//! of the builtin `panic`, so it hands that question in.

use crate::ast::{Block, BranchKind, CaseClause, Expr, Stmt, StmtKind};
use crate::source::Symbol;

/// Whether a function body ends in a terminating statement. `is_panic` tells of a call expression whether it calls
/// the builtin `panic`.
pub fn is_terminating(body: &Block, is_panic: &dyn Fn(&Expr) -> bool) -> bool {
    list(&body.stmts, is_panic)
}

/// The same for any list of statements.
fn list(stmts: &[Stmt], is_panic: &dyn Fn(&Expr) -> bool) -> bool {
    // Empty statements at the end, as after a stray semicolon, do not count.
    stmts
        .iter()
        .rfind(|stmt| !matches!(stmt.kind, StmtKind::Empty))
        .is_some_and(|last| terminates(last, None, is_panic))
}

fn terminates(stmt: &Stmt, label: Option<Symbol>, is_panic: &dyn Fn(&Expr) -> bool) -> bool {
    match &stmt.kind {
        // A statement with a syntax error has been reported; it shall not cause a second error.
        StmtKind::Bad => true,
        StmtKind::Return(_) => true,
        StmtKind::Branch { kind, .. } => match kind {
            BranchKind::Goto | BranchKind::Fallthrough => true,
            BranchKind::Break | BranchKind::Continue => false,
        },
        StmtKind::Expr(expr) => is_panic(expr.unparen()),
        StmtKind::Block(block) => is_terminating(block, is_panic),
        StmtKind::If(node) => node.otherwise.as_ref().is_some_and(|otherwise| {
            is_terminating(&node.then, is_panic) && terminates(otherwise, None, is_panic)
        }),
        StmtKind::Switch(node) => clauses(&node.clauses, label, is_panic),
        StmtKind::TypeSwitch(node) => clauses(&node.clauses, label, is_panic),
        StmtKind::Select(node) => node
            .clauses
            .iter()
            .all(|clause| list(&clause.body, is_panic) && !breaks_out(&clause.body, label, true)),
        StmtKind::For(node) => node.cond.is_none() && !breaks_out(&node.body.stmts, label, true),
        StmtKind::Labeled { label, stmt } => terminates(stmt, Some(label.name), is_panic),
        StmtKind::Empty
        | StmtKind::Decl(_)
        | StmtKind::Send(_)
        | StmtKind::IncDec { .. }
        | StmtKind::Assign(_)
        | StmtKind::Go(_)
        | StmtKind::Defer(_)
        | StmtKind::Range(_) => false,
    }
}

/// Whether a switch terminates: it has a default, and every clause terminates without a way out.
fn clauses(clauses: &[CaseClause], label: Option<Symbol>, is_panic: &dyn Fn(&Expr) -> bool) -> bool {
    clauses.iter().any(|clause| clause.exprs.is_none())
        && clauses.iter().all(|clause| list(&clause.body, is_panic) && !breaks_out(&clause.body, label, true))
}

/// Whether a `break` in `stmts` leaves the statement that is labeled `label`. `implicit`: one without label does.
fn breaks_out(stmts: &[Stmt], label: Option<Symbol>, implicit: bool) -> bool {
    stmts.iter().any(|stmt| has_break(stmt, label, implicit))
}

fn has_break(stmt: &Stmt, label: Option<Symbol>, implicit: bool) -> bool {
    match &stmt.kind {
        StmtKind::Branch { kind: BranchKind::Break, label: None } => implicit,
        StmtKind::Branch { kind: BranchKind::Break, label: Some(target) } => Some(target.name) == label,
        StmtKind::Block(block) => breaks_out(&block.stmts, label, implicit),
        StmtKind::If(node) => {
            breaks_out(&node.then.stmts, label, implicit)
                || node.otherwise.as_ref().is_some_and(|otherwise| has_break(otherwise, label, implicit))
        }
        StmtKind::Labeled { stmt, .. } => has_break(stmt, label, implicit),
        // Inside these, a `break` without label is theirs.
        StmtKind::Switch(node) => label_breaks(&node.clauses, label),
        StmtKind::TypeSwitch(node) => label_breaks(&node.clauses, label),
        StmtKind::Select(node) => {
            label.is_some() && node.clauses.iter().any(|clause| breaks_out(&clause.body, label, false))
        }
        StmtKind::For(node) => label.is_some() && breaks_out(&node.body.stmts, label, false),
        StmtKind::Range(node) => label.is_some() && breaks_out(&node.body.stmts, label, false),
        StmtKind::Bad
        | StmtKind::Empty
        | StmtKind::Decl(_)
        | StmtKind::Expr(_)
        | StmtKind::Send(_)
        | StmtKind::IncDec { .. }
        | StmtKind::Assign(_)
        | StmtKind::Go(_)
        | StmtKind::Defer(_)
        | StmtKind::Return(_)
        | StmtKind::Branch { .. } => false,
    }
}

fn label_breaks(clauses: &[CaseClause], label: Option<Symbol>) -> bool {
    label.is_some() && clauses.iter().any(|clause| breaks_out(&clause.body, label, false))
}
