//! `unreachable`: code behind a `return`, `panic` or endless loop.
//!
//! As in `go vet` this goes by the form of the statements alone. A label that a `goto` names is reachable.

use std::collections::{HashMap, HashSet};

use super::pass::Pass;
use crate::ast::*;
use crate::diag::Code;
use crate::source::{Span, Symbol};
use crate::types::universe::Builtin;

/// Looks for unreachable code.
pub fn run(pass: &mut Pass<'_>) {
    let mut bodies = Bodies { pass, found: Vec::new() };
    for file in bodies.pass.files() {
        bodies.statements(file.items.iter().filter_map(|item| match item {
            TopItem::Stmt(stmt) => Some(stmt),
            TopItem::Decl(_) => None,
        }));
        walk_file(&mut bodies, &file);
    }
    let found = bodies.found;
    for span in found {
        pass.report(Code::Unreachable, span, "unreachable code");
    }
}

struct Bodies<'p, 'c> {
    pass: &'p Pass<'c>,
    found: Vec<Span>,
}

impl Bodies<'_, '_> {
    fn statements<'a>(&mut self, stmts: impl Iterator<Item = &'a Stmt> + Clone) {
        let mut dead = Dead {
            pass: self.pass,
            labels: HashMap::new(),
            broken: HashSet::new(),
            gotos: HashSet::new(),
            target: None,
            reachable: true,
            found: Vec::new(),
        };
        stmts.clone().for_each(|stmt| dead.jumps_of(stmt));
        stmts.for_each(|stmt| dead.stmt(stmt));
        self.found.append(&mut dead.found);
    }
}

impl Visitor for Bodies<'_, '_> {
    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Func(func) = decl
            && let Some(body) = &func.body
        {
            self.statements(body.stmts.iter());
        }
        walk_decl(self, decl);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let ExprKind::FuncLit(func) = &expr.kind {
            self.statements(func.body.stmts.iter());
        }
        walk_expr(self, expr);
    }
}

/// A statement that `break` can leave, by its place.
type Breakable = Span;

struct Dead<'p, 'c> {
    pass: &'p Pass<'c>,
    /// The statements with labels.
    labels: HashMap<Symbol, Breakable>,
    /// What a `break` leaves.
    broken: HashSet<Breakable>,
    /// The labels that a `goto` names.
    gotos: HashSet<Symbol>,
    /// What a `break` without label leaves.
    target: Option<Breakable>,
    reachable: bool,
    found: Vec<Span>,
}

impl Dead<'_, '_> {
    /// Collects the labels and jumps of statements.
    fn jumps(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|stmt| self.jumps_of(stmt));
    }

    fn jumps_in(&mut self, stmt: &Stmt, bodies: &mut dyn Iterator<Item = &[Stmt]>) {
        let outer = self.target.replace(stmt.span);
        bodies.for_each(|body| self.jumps(body));
        self.target = outer;
    }

    fn jumps_of(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Block(block) => self.jumps(&block.stmts),
            StmtKind::Labeled { label, stmt } => {
                self.labels.insert(label.name, stmt.span);
                self.jumps_of(stmt);
            }
            StmtKind::Branch { kind: BranchKind::Goto, label: Some(label) } => {
                self.gotos.insert(label.name);
            }
            StmtKind::Branch { kind: BranchKind::Break, label } => {
                let left = match label {
                    Some(label) => self.labels.get(&label.name).copied(),
                    None => self.target,
                };
                self.broken.extend(left);
            }
            StmtKind::If(node) => {
                self.jumps(&node.then.stmts);
                if let Some(otherwise) = &node.otherwise {
                    self.jumps_of(otherwise);
                }
            }
            StmtKind::For(node) => self.jumps_in(stmt, &mut [&*node.body.stmts].into_iter()),
            StmtKind::Range(node) => self.jumps_in(stmt, &mut [&*node.body.stmts].into_iter()),
            StmtKind::Switch(node) => self.jumps_in(stmt, &mut node.clauses.iter().map(|c| &*c.body)),
            StmtKind::TypeSwitch(node) => self.jumps_in(stmt, &mut node.clauses.iter().map(|c| &*c.body)),
            StmtKind::Select(node) => self.jumps_in(stmt, &mut node.clauses.iter().map(|c| &*c.body)),
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
            | StmtKind::Branch { .. } => {}
        }
    }

    fn list(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Labeled { label, .. } = &stmt.kind
            && self.gotos.contains(&label.name)
        {
            self.reachable = true;
        }
        if !self.reachable && !matches!(stmt.kind, StmtKind::Empty) {
            self.found.push(stmt.span);
            // One report for all that follows.
            self.reachable = true;
        }
        match &stmt.kind {
            StmtKind::Bad
            | StmtKind::Empty
            | StmtKind::Decl(_)
            | StmtKind::Send(_)
            | StmtKind::IncDec { .. }
            | StmtKind::Assign(_)
            | StmtKind::Go(_)
            | StmtKind::Defer(_) => {}
            StmtKind::Return(_) | StmtKind::Branch { .. } => self.reachable = false,
            StmtKind::Expr(x) => {
                if let ExprKind::Call(call) = &x.kind
                    && self.pass.calls_builtin(call, Builtin::Panic)
                {
                    self.reachable = false;
                }
            }
            StmtKind::Block(block) => self.list(&block.stmts),
            StmtKind::Labeled { stmt, .. } => self.stmt(stmt),
            StmtKind::If(node) => {
                self.list(&node.then.stmts);
                match &node.otherwise {
                    Some(otherwise) => {
                        let then = std::mem::replace(&mut self.reachable, true);
                        self.stmt(otherwise);
                        self.reachable |= then;
                    }
                    None => self.reachable = true,
                }
            }
            StmtKind::For(node) => {
                self.list(&node.body.stmts);
                self.reachable = node.cond.is_some() || self.broken.contains(&stmt.span);
            }
            StmtKind::Range(node) => {
                self.list(&node.body.stmts);
                self.reachable = true;
            }
            StmtKind::Switch(node) => self.clauses(stmt, &node.clauses),
            StmtKind::TypeSwitch(node) => self.clauses(stmt, &node.clauses),
            StmtKind::Select(node) => {
                // Without a default it waits until one of the clauses is taken.
                let any = self.any_end(&mut node.clauses.iter().map(|clause| &*clause.body));
                self.reachable = any || self.broken.contains(&stmt.span);
            }
        }
    }

    fn clauses(&mut self, stmt: &Stmt, clauses: &[CaseClause]) {
        let any = self.any_end(&mut clauses.iter().map(|clause| &*clause.body));
        let exhaustive = clauses.iter().any(|clause| clause.exprs.is_none());
        self.reachable = any || !exhaustive || self.broken.contains(&stmt.span);
    }

    /// Whether the end of one of the clauses can be reached. All are looked at.
    fn any_end(&mut self, clauses: &mut dyn Iterator<Item = &[Stmt]>) -> bool {
        let mut any = false;
        for body in clauses {
            self.reachable = true;
            self.list(body);
            any |= self.reachable;
        }
        any
    }
}
