//! `unusedresult`: calls of functions without effect, whose result is thrown away.

use super::pass::{Pass, is_stringer};
use crate::ast::*;
use crate::diag::Code;
use crate::source::Span;
use crate::types::TypeId;

/// Functions that do nothing but give a result, by the path of their package.
const FUNCTIONS: [(&str, &[&str]); 6] = [
    ("context", &["WithCancel", "WithDeadline", "WithTimeout", "WithValue"]),
    ("errors", &["New"]),
    ("fmt", &["Append", "Appendf", "Appendln", "Errorf", "Sprint", "Sprintf", "Sprintln"]),
    ("maps", &["All", "Clone", "Collect", "Equal", "EqualFunc", "Keys", "Values"]),
    (
        "slices",
        &[
            "All",
            "AppendSeq",
            "Backward",
            "BinarySearch",
            "BinarySearchFunc",
            "Chunk",
            "Clip",
            "Clone",
            "Collect",
            "Compact",
            "CompactFunc",
            "Compare",
            "CompareFunc",
            "Concat",
            "Contains",
            "ContainsFunc",
            "Delete",
            "DeleteFunc",
            "Equal",
            "EqualFunc",
            "Grow",
            "Index",
            "IndexFunc",
            "Insert",
            "IsSorted",
            "IsSortedFunc",
            "Max",
            "MaxFunc",
            "Min",
            "MinFunc",
            "Repeat",
            "Replace",
            "Sorted",
            "SortedFunc",
            "SortedStableFunc",
            "Values",
        ],
    ),
    ("sort", &["Reverse"]),
];

/// Methods `func() string` that do nothing but give a text.
const METHODS: [&str; 2] = ["Error", "String"];

/// Looks for results that are thrown away.
pub fn run(pass: &mut Pass<'_>) {
    let mut calls = Calls { pass };
    for file in calls.pass.files() {
        walk_file(&mut calls, &file);
    }
}

struct Calls<'p, 'c> {
    pass: &'p mut Pass<'c>,
}

impl Visitor for Calls<'_, '_> {
    fn visit_stmt(&mut self, stmt: &Stmt) {
        if let StmtKind::Expr(x) = &stmt.kind
            && let ExprKind::Call(call) = &x.unparen().kind
        {
            self.call(call, x.unparen().span);
        }
        walk_stmt(self, stmt);
    }
}

impl Calls<'_, '_> {
    fn call(&mut self, call: &Call, at: Span) {
        let Some(callee) = self.pass.callee(call) else { return };
        let name = callee.name.as_str();
        let what = match callee.recv {
            Some((owner, ptr)) => {
                let stringer = self.pass.signature(callee.sig).is_some_and(|sig| is_stringer(&sig));
                if !stringer || !METHODS.contains(&name) {
                    return;
                }
                let recv =
                    if owner == TypeId::ERROR { "error".to_owned() } else { self.pass.type_name(owner) };
                format!("({}{recv}).{name}", if ptr { "*" } else { "" })
            }
            None => {
                let path = self.pass.path(callee.pkg);
                let listed = FUNCTIONS.iter().any(|(of, names)| **of == *path && names.contains(&name));
                if !listed {
                    return;
                }
                format!("{path}.{name}")
            }
        };
        self.pass.report(Code::ResultDropped, at, format!("result of {what} call not used"));
    }
}
