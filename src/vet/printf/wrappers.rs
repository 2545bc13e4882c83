//! Which functions print: those of the library, and those of the program that hand format and arguments on to one.

use std::collections::HashMap;

use super::super::pass::{Callee, Pass};
use super::matching::is_any_slice;
use crate::ast::*;
use crate::diag::Code;
use crate::source::Span;
use crate::types::ObjId;
use crate::types::TypeId;

/// What a printing function is like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `fmt.Print`
    Print,
    /// `fmt.Printf`
    Printf,
    /// `fmt.Errorf`
    Errorf,
}

/// The printing functions of the library: package, type of the receiver, names. Those that end in f take a format.
const LIBRARY: [(&str, Option<&str>, &[&str]); 5] = [
    (
        "fmt",
        None,
        &[
            "Append", "Appendf", "Appendln", "Errorf", "Fprint", "Fprintf", "Fprintln", "Print", "Printf",
            "Println", "Sprint", "Sprintf", "Sprintln",
        ],
    ),
    (
        "log",
        None,
        &["Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "Print", "Printf", "Println"],
    ),
    (
        "log",
        Some("Logger"),
        &["Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "Print", "Printf", "Println"],
    ),
    ("testing", Some("common"), &["Error", "Errorf", "Fatal", "Fatalf", "Log", "Logf", "Skip", "Skipf"]),
    ("testing", Some("TB"), &["Error", "Errorf", "Fatal", "Fatalf", "Log", "Logf", "Skip", "Skipf"]),
];

/// The printing functions of a program.
pub struct Printers {
    wrappers: HashMap<ObjId, Kind>,
}

impl Printers {
    /// Looks through the functions of the program. What is wrong with those of the package itself is reported.
    pub fn find(pass: &mut Pass<'_>) -> Printers {
        let mut printers = Printers { wrappers: HashMap::new() };
        let mut candidates: Vec<Candidate> = Vec::new();
        for pkg in pass.packages.clone() {
            for (obj, decl) in pass.functions(pkg) {
                candidates.extend(Candidate::of(pass, obj, &decl, pkg == pass.pkg));
            }
        }
        // One may hand on to another one: until nothing new is found.
        loop {
            let before = printers.wrappers.len();
            for candidate in &candidates {
                if !printers.wrappers.contains_key(&candidate.obj)
                    && let Some(kind) = candidate.kind(pass, &printers)
                {
                    printers.wrappers.insert(candidate.obj, kind);
                }
            }
            if printers.wrappers.len() == before {
                break;
            }
        }
        for candidate in candidates.iter().filter(|candidate| candidate.own) {
            candidate.report(pass, &printers);
        }
        printers
    }

    /// What a function is like, if it prints.
    pub fn kind(&self, pass: &Pass<'_>, callee: &Callee) -> Option<Kind> {
        if let Some(kind) = callee.obj.and_then(|obj| self.wrappers.get(&obj)) {
            return Some(*kind);
        }
        let name = callee.name.as_str();
        let listed = LIBRARY
            .iter()
            .any(|(path, recv, names)| names.contains(&name) && pass.is(callee, path, *recv, name));
        if !listed {
            return None;
        }
        Some(match name {
            "Errorf" if *pass.path(callee.pkg) == *"fmt" => Kind::Errorf,
            _ if name.ends_with('f') => Kind::Printf,
            _ => Kind::Print,
        })
    }
}

/// A call whose last argument is the function's own list of arguments.
struct Forward {
    callee: Callee,
    span: Span,
    /// The function's format is handed on before the list.
    with_format: bool,
    /// The list is followed by `...`.
    spread: bool,
    args: usize,
}

/// A function whose last parameter is a list of any values.
struct Candidate {
    obj: ObjId,
    /// Whether it is one of the package that is looked over.
    own: bool,
    forwards: Vec<Forward>,
}

impl Candidate {
    fn of(pass: &mut Pass<'_>, obj: ObjId, decl: &FuncDecl, own: bool) -> Option<Candidate> {
        let body = decl.body.as_ref()?;
        let sig = pass.chk.func_sig(obj)?;
        let ty = pass.chk.obj_type(obj);
        let shape = pass.signature(ty)?;
        if !shape.variadic || !is_any_slice(pass, shape.params[shape.params.len() - 1]) {
            return None;
        }
        let args = *sig.params.last()?;
        let format = sig.params.len().checked_sub(2).map(|at| sig.params[at]);
        let format = format.filter(|&format| pass.chk.obj(format).ty == TypeId::STRING);
        let mut body_of = Body { pass, args, format, changed: false, forwards: Vec::new() };
        body_of.visit_block(body);
        let Body { changed, forwards, .. } = body_of;
        (!changed).then_some(Candidate { obj, own, forwards })
    }

    /// What the function is like, if it hands its arguments on to one that prints.
    fn kind(&self, pass: &Pass<'_>, printers: &Printers) -> Option<Kind> {
        self.forwards.iter().filter(|forward| forward.spread).find_map(|forward| {
            let kind = printers.kind(pass, &forward.callee)?;
            (kind == Kind::Print || forward.with_format).then_some(kind)
        })
    }

    /// Reports lists that are handed on as one value.
    fn report(&self, pass: &mut Pass<'_>, printers: &Printers) {
        for forward in self.forwards.iter().filter(|forward| !forward.spread) {
            let Some(kind) = printers.kind(pass, &forward.callee) else { continue };
            if kind != Kind::Print && !forward.with_format {
                continue;
            }
            let takes = pass.signature(forward.callee.sig).map_or(0, |sig| sig.params.len());
            if forward.args <= takes {
                let like = if kind == Kind::Print { "print" } else { "printf" };
                let message = format!("missing ... in args forwarded to {like}-like function");
                pass.report(Code::WrongFormat, forward.span, message);
            }
        }
    }
}

/// The body of a candidate.
struct Body<'p, 'c> {
    pass: &'p mut Pass<'c>,
    args: ObjId,
    format: Option<ObjId>,
    /// Format or list are assigned to, or have their address taken.
    changed: bool,
    forwards: Vec<Forward>,
}

impl Body<'_, '_> {
    fn is(&self, e: &Expr, var: Option<ObjId>) -> bool {
        var.is_some() && self.pass.variable(e) == var
    }

    fn is_either(&self, e: &Expr) -> bool {
        self.is(e, Some(self.args)) || self.is(e, self.format)
    }
}

impl Visitor for Body<'_, '_> {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Assign(assign) = &stmt.kind {
            self.changed |= assign.lhs.iter().any(|e| self.is_either(e));
        }
        walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Unary(node) if node.op == UnaryOp::Addr => self.changed |= self.is_either(&node.x),
            ExprKind::Call(call) => {
                if let [before @ .., last] = &*call.args
                    && self.is(last, Some(self.args))
                    && let Some(callee) = self.pass.callee(call)
                {
                    let with_format = before.last().is_some_and(|e| self.is(e, self.format));
                    let spread = call.ellipsis.is_some();
                    let args = call.args.len();
                    self.forwards.push(Forward { callee, span: expr.span, with_format, spread, args });
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}
