//! `lostcancel`: the cancel function of a context that is thrown away, or not used on some way out.

use std::collections::HashMap;

use super::flow::{Block, Graph, Node};
use super::pass::{Callee, Pass};
use crate::ast::{self, *};
use crate::check::object::{ObjId, ObjectKind, VarKind};
use crate::diag::Code;
use crate::source::Span;
use crate::types::universe::Builtin;

/// Functions of package context whose second result must be called.
const MAKERS: [&str; 6] =
    ["WithCancel", "WithCancelCause", "WithDeadline", "WithDeadlineCause", "WithTimeout", "WithTimeoutCause"];

/// Functions and methods of the library that never return.
const NEVER_RETURN: [(&str, Option<&str>, &[&str]); 4] = [
    ("os", None, &["Exit"]),
    ("runtime", None, &["Goexit"]),
    ("log", None, &["Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"]),
    ("log", Some("Logger"), &["Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"]),
];

/// Looks for cancel functions that are lost.
pub fn run(pass: &mut Pass<'_>) {
    let mut functions = Functions { pass, returns: HashMap::new() };
    for file in functions.pass.files() {
        walk_file(&mut functions, &file);
    }
}

struct Functions<'p, 'c> {
    pass: &'p mut Pass<'c>,
    /// Whether the functions of the program that were asked for return. One that is being looked at counts as one.
    returns: HashMap<ObjId, bool>,
}

impl Visitor for Functions<'_, '_> {
    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Func(func) = decl
            && let Some(body) = &func.body
        {
            // When main returns the program ends, contexts and all.
            let main = func.recv.is_none()
                && func.name.name.as_str() == "main"
                && self.pass.chk.package(self.pass.pkg).name.as_str() == "main";
            if !main {
                self.function(body, &func.ty);
            }
        }
        walk_decl(self, decl);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let ExprKind::FuncLit(func) = &expr.kind {
            self.function(&func.body, &func.ty);
        }
        walk_expr(self, expr);
    }
}

/// A variable that holds a cancel function, and where it gets it.
struct Cancel {
    var: ObjId,
    at: Span,
}

impl Functions<'_, '_> {
    fn function(&mut self, body: &ast::Block, ty: &FuncType) {
        let mut found = Cancels { pass: self.pass, found: Vec::new() };
        found.visit_block(body);
        let cancels = found.found;
        if cancels.is_empty() {
            return;
        }
        let graph = Graph::of(body, &mut |call| self.can_return(call));
        for cancel in cancels {
            let results = ty.results.iter().flat_map(|field| &field.names);
            let is_result =
                results.into_iter().any(|name| self.pass.chk.info.def_of(name.id) == Some(cancel.var));
            let uses = Uses { pass: self.pass, var: cancel.var, is_result, found: false };
            let Some(lost) = way_out(&graph, &cancel, uses) else { continue };
            let name = self.pass.chk.obj(cancel.var).name;
            let line = self.pass.chk.sources.lookup(cancel.at.lo).map_or(0, |(_, line, _)| line);
            self.pass.report_with_help(
                Code::LostCancel,
                cancel.at,
                format!("the {name} function is not used on all paths (possible context leak)"),
                "`defer` the call right behind the line that makes the context",
            );
            self.pass.report(
                Code::LostCancel,
                lost,
                format!(
                    "this return statement may be reached without using the {name} var defined on line {line}"
                ),
            );
        }
    }

    /// Whether a call can return.
    fn can_return(&mut self, call: &Call) -> bool {
        if self.pass.calls_builtin(call, Builtin::Panic) {
            return false;
        }
        match self.pass.callee(call) {
            Some(callee) => !self.is_listed(&callee) && self.body_returns(&callee),
            None => true,
        }
    }

    fn is_listed(&self, callee: &Callee) -> bool {
        NEVER_RETURN
            .iter()
            .any(|(path, recv, names)| names.iter().any(|name| self.pass.is(callee, path, *recv, name)))
    }

    /// Whether a function of the program has a way out.
    fn body_returns(&mut self, callee: &Callee) -> bool {
        let Some(obj) = callee.obj else { return true };
        if let Some(&known) = self.returns.get(&obj) {
            return known;
        }
        self.returns.insert(obj, true);
        if self.pass.chk.package(callee.pkg).std {
            return true;
        }
        let Some(decl) = self.pass.chk.func_decl(obj) else { return true };
        let Some(body) = &decl.body else { return true };
        let graph = Graph::of(body, &mut |call| self.can_return(call));
        let live = graph.live();
        let leaves = |block: &Block<'_>| block.nodes.iter().any(|node| node.leaves().is_some());
        let returns = graph.blocks.iter().zip(live).any(|(block, live)| live && leaves(block));
        self.returns.insert(obj, returns);
        returns
    }
}

/// A place where the function is left although nothing behind the assignment has used the variable.
fn way_out(graph: &Graph<'_>, cancel: &Cancel, mut uses: Uses<'_, '_>) -> Option<Span> {
    let is_it = |node: &Node<'_>| match node {
        Node::Stmt(stmt) => stmt.span == cancel.at,
        Node::Spec(spec) => spec.span == cancel.at,
        Node::Expr(_) | Node::End(_) => false,
    };
    let (block, at) =
        graph.blocks.iter().find_map(|block| Some((block, block.nodes.iter().position(is_it)?)))?;
    let rest = &block.nodes[at + 1..];
    if uses.any(rest) {
        return None;
    }
    if let Some(left) = rest.last().and_then(Node::leaves) {
        return Some(left);
    }
    let mut seen = vec![false; graph.blocks.len()];
    let mut open: Vec<usize> = block.next.iter().rev().copied().collect();
    while let Some(at) = open.pop() {
        let block = &graph.blocks[at];
        if std::mem::replace(&mut seen[at], true) || uses.any(&block.nodes) {
            continue;
        }
        if let Some(left) = block.nodes.last().and_then(Node::leaves) {
            return Some(left);
        }
        open.extend(block.next.iter().rev());
    }
    None
}

/// Collects the assignments of cancel functions in a body, not in the functions inside.
struct Cancels<'p, 'c> {
    pass: &'p mut Pass<'c>,
    found: Vec<Cancel>,
}

impl Visitor for Cancels<'_, '_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if !matches!(expr.kind, ExprKind::FuncLit(_)) {
            walk_expr(self, expr);
        }
    }

    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Var(group) = decl {
            for spec in &group.specs {
                self.assigned(spec.names.get(1), &spec.values, spec.span);
            }
        }
        walk_decl(self, decl);
    }

    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Assign(assign) = &stmt.kind {
            let second = assign.lhs.get(1).and_then(Expr::as_ident);
            self.assigned(second, &assign.rhs, stmt.span);
        }
        walk_stmt(self, stmt);
    }
}

impl Cancels<'_, '_> {
    fn assigned(&mut self, second: Option<&Ident>, values: &[Expr], at: Span) {
        let maker = values.iter().find_map(|value| self.maker(value));
        let (Some(maker), Some(ident)) = (maker, second) else { return };
        if ident.name.is_blank() {
            let message = format!(
                "the cancel function returned by context.{maker} should be called, not discarded, to avoid a context leak"
            );
            self.pass.report(Code::LostCancel, ident.span, message);
            return;
        }
        let info = &self.pass.chk.info;
        let Some(var) = info.def_of(ident.id).or_else(|| info.use_of(ident.id)) else { return };
        // What lives longer than the function is somebody else's business.
        let object = self.pass.chk.obj(var);
        if !matches!(object.kind, ObjectKind::Var(VarKind::Package)) {
            self.found.push(Cancel { var, at });
        }
    }

    /// The function of package context that is called, if it makes a cancel function.
    fn maker(&self, value: &Expr) -> Option<&'static str> {
        let ExprKind::Call(call) = &value.kind else { return None };
        let ExprKind::Selector(node) = &call.fun.kind else { return None };
        let pkg = self.pass.chk.info.package(node.x.as_ident()?.id)?;
        let name = MAKERS.into_iter().find(|name| *name == node.sel.name.as_str())?;
        (*self.pass.path(pkg) == *"context").then_some(name)
    }
}

/// Finds out whether nodes use a variable.
struct Uses<'p, 'c> {
    pass: &'p Pass<'c>,
    var: ObjId,
    /// It is a result of the function, which a `return` without values uses.
    is_result: bool,
    found: bool,
}

impl Uses<'_, '_> {
    fn any(&mut self, nodes: &[Node<'_>]) -> bool {
        self.found = false;
        for node in nodes {
            match node {
                Node::Stmt(stmt) => self.visit_stmt(stmt),
                Node::Expr(e) => self.visit_expr(e),
                Node::Spec(spec) => spec.values.iter().for_each(|value| self.visit_expr(value)),
                Node::End(_) => {}
            }
        }
        self.found
    }
}

impl Visitor for Uses<'_, '_> {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Return(values) = &stmt.kind {
            self.found |= self.is_result && values.is_empty();
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let Some(ident) = expr.as_ident() {
            self.found |= self.pass.chk.info.use_of(ident.id) == Some(self.var);
        }
        walk_expr(self, expr);
    }
}
