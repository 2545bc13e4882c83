//! `printf`: formats and arguments that do not fit each other.
//!
//! [`wrappers`] finds out which functions print, [`format`] reads formats, [`matching`] says which types a verb takes;
//! here the calls are looked at.

mod format;
mod matching;
mod wrappers;

use format::{Operation, literal_offset, parse};
use matching::{Takes, Verb, verb};
use wrappers::{Kind, Printers};

use super::pass::{Pass, is_stringer};
use super::within;
use crate::ast::*;
use crate::diag::Code;
use crate::source::{Pos, Span};
use crate::types::ObjId;
use crate::types::{Type, TypeId};

/// The version since which a format that is no constant is reported.
const NON_CONSTANT: (u32, u32) = (1, 24);

/// Looks at the calls of printing functions.
pub fn run(pass: &mut Pass<'_>) {
    let printers = Printers::find(pass);
    let mut calls = Calls { pass, printers, methods: Vec::new() };
    for file in calls.pass.files() {
        walk_file(&mut calls, &file);
    }
}

struct Calls<'p, 'c> {
    pass: &'p mut Pass<'c>,
    printers: Printers,
    /// The methods around the place that is looked at: body and object.
    methods: Vec<(Pos, Pos, ObjId)>,
}

impl Visitor for Calls<'_, '_> {
    fn visit_decl(&mut self, decl: &Decl) {
        if let Decl::Func(func) = decl
            && let Some(obj) = self.pass.chk.info.def_of(func.name.id)
        {
            self.methods.push((func.span.lo, func.span.hi, obj));
            walk_decl(self, decl);
            self.methods.pop();
            return;
        }
        walk_decl(self, decl);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if let ExprKind::Call(call) = &expr.kind
            && let Some(callee) = self.pass.callee(call)
            && let Some(kind) = self.printers.kind(self.pass, &callee)
        {
            let name = self.pass.full_name(&callee);
            match kind {
                Kind::Print => self.print(expr.span, call, callee.sig, &name),
                Kind::Printf | Kind::Errorf => self.printf(kind, expr.span, call, callee.sig, &name),
            }
        }
        walk_expr(self, expr);
    }
}

/// `1 arg`, `2 args`
fn count(n: usize) -> String {
    if n == 1 { "1 arg".to_owned() } else { format!("{n} args") }
}

impl Calls<'_, '_> {
    fn report(&mut self, at: Span, message: String) {
        self.pass.report(Code::WrongFormat, at, message);
    }

    /// A call of a function like `Print` or `Println`.
    fn print(&mut self, span: Span, call: &Call, sig: TypeId, name: &str) {
        let Some(sig) = self.pass.signature(sig) else { return };
        if !sig.variadic || !matching::is_any_slice(self.pass, sig.params[sig.params.len() - 1]) {
            return;
        }
        let first = sig.params.len() - 1;
        let Some(args) = call.args.get(first..).filter(|args| !args.is_empty()) else { return };
        if first == 0
            && let ExprKind::Selector(node) = &args[0].kind
            && node.x.as_ident().is_some_and(|x| x.name.as_str() == "os")
            && node.sel.name.as_str().starts_with("Std")
        {
            let text = self.pass.text(args[0].span).to_owned();
            self.report(span, format!("{name} does not take io.Writer but has first arg {text}"));
        }
        if let Some(text) = self.pass.const_string(&args[0])
            && let Some(directive) = format::directive_in(text.strip_suffix('%').unwrap_or(&text))
        {
            self.report(span, format!("{name} call has possible Printf formatting directive {directive}"));
        }
        if name.ends_with("ln")
            && let Some(text) = self.pass.const_string(&args[args.len() - 1])
            && text.ends_with('\n')
        {
            self.report(span, format!("{name} arg list ends with redundant newline"));
        }
        for arg in args {
            let text = self.pass.spaced(arg);
            if self.is_function(arg) {
                self.report(span, format!("{name} arg {text} is a func value, not called"));
            }
            if let Some(method) = self.calls_itself(arg) {
                self.report(span, format!("{name} arg {text} causes recursive call to {method} method"));
            }
        }
    }

    /// A call of a function like `Printf`.
    fn printf(&mut self, kind: Kind, span: Span, call: &Call, sig: TypeId, name: &str) {
        let Some(sig) = self.pass.signature(sig) else { return };
        let Some(at) = sig.params.len().checked_sub(2).filter(|&at| sig.variadic && at < call.args.len())
        else {
            return;
        };
        let arg = &call.args[at];
        let Some(text) = self.pass.const_string(arg) else {
            if at + 1 == call.args.len() && self.pass.go.is_none_or(|go| go >= NON_CONSTANT) {
                self.report(arg.span, format!("non-constant format string in call to {name}"));
            }
            return;
        };
        let first = at + 1;
        if !text.contains('%') {
            if let Some(extra) = call.args.get(first) {
                self.report(extra.span, format!("{name} call has arguments but no formatting directives"));
            }
            return;
        }
        let operations = match parse(&text, first) {
            Ok(operations) => operations,
            Err(problem) => {
                self.report(arg.span, format!("{name} {problem}"));
                return;
            }
        };
        let mut used = first;
        for op in &operations {
            let place = place_of(op, arg);
            // One error for a format is enough.
            if op.verb == 'w' && kind != Kind::Errorf {
                self.report(place, format!("{name} does not support error-wrapping directive %w"));
                return;
            }
            if !(Operand { calls: self, call, first, name, op, at: place, used: &mut used }).fits() {
                return;
            }
        }
        let indexed = operations.iter().any(|op| op.indexed);
        if indexed || call.ellipsis.is_some() && used + 1 >= call.args.len() {
            return;
        }
        if used < call.args.len() {
            let (wanted, given) = (count(used - first), count(call.args.len() - first));
            self.report(span, format!("{name} call needs {wanted} but has {given}"));
        }
    }

    /// Whether an argument is a function that somebody forgot to call. One of a named type may have methods.
    fn is_function(&self, arg: &Expr) -> bool {
        matches!(self.pass.chk.tt.get(self.pass.chk.info.ty(arg.id)), Type::Func(_))
    }

    /// The method `String` or `Error` around an argument, if that is its receiver.
    fn calls_itself(&mut self, arg: &Expr) -> Option<String> {
        let ty = self.pass.ty(arg);
        if ty.is_invalid() || matching::is_formatter(self.pass, ty) {
            return None;
        }
        let around = |&&(lo, hi, _): &&(Pos, Pos, ObjId)| within(arg.span.lo, lo, hi);
        let here = self.methods.iter().find(around).map(|&(_, _, obj)| obj)?;
        let mut method = None;
        for name in ["String", "Error"] {
            if let Some((Some(obj), sig)) = self.pass.method_of(ty, name)
                && obj == here
            {
                method = Some((name, sig));
                break;
            }
        }
        let (name, sig) = method?;
        if !self.pass.signature(sig).is_some_and(|sig| is_stringer(&sig)) {
            return None;
        }
        let arg = match &arg.kind {
            ExprKind::Unary(node) if node.op == UnaryOp::Addr => &node.x,
            _ => arg,
        };
        let recv = self.pass.chk.func_sig(here)?.recv?;
        if self.pass.variable(arg) != Some(recv) {
            return None;
        }
        let recv = self.pass.chk.obj_type(recv);
        let (owner, pointer) = self.pass.chk.tt.deref(recv);
        let star = if pointer { "*" } else { "" };
        Some(format!("({star}{}).{name}", self.pass.type_name(owner)))
    }
}

/// Where a directive stands: in the literal, if the format is one.
fn place_of(op: &Operation, format: &Expr) -> Span {
    let ExprKind::BasicLit(lit) = &format.kind else { return format.span };
    let offset = |of: usize| literal_offset(lit.raw.as_str(), of);
    match (offset(op.start), offset(op.end)) {
        (Some(lo), Some(hi)) => Span::new(format.span.lo + lo as u32, format.span.lo + hi as u32),
        _ => format.span,
    }
}

/// One directive of a format, and the call that it is in.
struct Operand<'o, 'p, 'c> {
    calls: &'o mut Calls<'p, 'c>,
    call: &'o Call,
    /// The index of the first argument behind the format.
    first: usize,
    name: &'o str,
    op: &'o Operation,
    at: Span,
    /// The index behind the last argument that a directive has taken.
    used: &'o mut usize,
}

impl Operand<'_, '_, '_> {
    fn report(&mut self, what: String) -> bool {
        let (name, text) = (self.name, &self.op.text);
        self.calls.report(self.at, format!("{name} format {text} {what}"));
        false
    }

    /// Checks the directive; false if something was reported, or nothing more can be said.
    fn fits(&mut self) -> bool {
        let known = verb(self.op.verb);
        if !self.may_format_itself(known) {
            let Some(known) = known else {
                return self.report(format!("has unknown verb {}", self.op.verb));
            };
            if let Some(flag) = self.op.flags.chars().find(|&flag| flag != '0' && !known.flags.contains(flag))
            {
                return self.report(format!("has unrecognized flag {flag}"));
            }
        }
        for &at in &self.op.stars {
            if !self.has_argument(at) {
                return false;
            }
            let arg = &self.call.args[at];
            if let Err(reason) = matching::matches(self.calls.pass, Takes::INT, arg) {
                let text = self.calls.pass.spaced(arg);
                return self.report(format!("uses non-int {text}{reason} as argument of *"));
            }
            *self.used = (*self.used).max(at + 1);
        }
        let Some(at) = self.op.arg else { return true };
        *self.used = (*self.used).max(at + 1);
        if !self.has_argument(at) {
            return false;
        }
        let arg = &self.call.args[at];
        let text = self.calls.pass.spaced(arg);
        let verb = self.op.verb;
        if self.calls.is_function(arg) && verb != 'p' && verb != 'T' {
            return self.report(format!("arg {text} is a func value, not called"));
        }
        let takes = known.map_or(Takes::ANY, |known| known.takes);
        if let Err(reason) = matching::matches(self.calls.pass, takes, arg) {
            let ty = self.calls.pass.shown_ty(arg);
            let ty = self.calls.pass.type_name(ty);
            return self.report(format!("has arg {text} of wrong type {ty}{reason}"));
        }
        let calls_methods = !self.op.flags.contains('#') || matches!(verb, 'q' | 'x' | 'X');
        if takes.contains(Takes::STRING)
            && verb != 'T'
            && calls_methods
            && let Some(method) = self.calls.calls_itself(arg)
        {
            return self.report(format!("with arg {text} causes recursive {method} method call"));
        }
        true
    }

    /// Whether the argument may have a method `Format`, which decides about verbs and flags.
    fn may_format_itself(&mut self, known: Option<&Verb>) -> bool {
        if known.is_some_and(|known| known.takes == Takes::ERROR) {
            return false;
        }
        let arg = self.op.arg.and_then(|at| self.call.args.get(at));
        arg.is_some_and(|arg| {
            let ty = self.calls.pass.ty(arg);
            matching::is_formatter(self.calls.pass, ty)
        })
    }

    /// Whether there is an argument of this index that can be looked at.
    fn has_argument(&mut self, at: usize) -> bool {
        let given = self.call.args.len();
        if at + 1 < given {
            return true;
        }
        if self.call.ellipsis.is_some() {
            return false;
        }
        if at < given {
            return true;
        }
        let (wanted, has) = (at + 1 - self.first, count(given - self.first));
        self.report(format!("reads arg #{wanted}, but call has {has}"))
    }
}
