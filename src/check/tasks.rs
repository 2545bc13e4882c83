//! What scripts have beyond Go: `go` where an expression may stand, the names `Task` and `await`, and functions of package
//! phasync whose types hang on those of their arguments.
//!
//! Invariants
//! - Nothing is reserved: `Task` and `await` are looked up behind everything that a program declares, the predeclared names
//!   included.
//! - Calls of `await` and `phasync.Go` have rules of their own: the first gives what its task gives, the second is `go`.
//! - A function that is typed by its arguments otherwise is a *family* of ordinary functions of package phasync, of which the first
//!   argument chooses one. What is recorded is that one: nobody but the checker knows of families.
//! - There are members for functions with up to four results. A call with one that has more (`Wide`) is compiled like `go`: the function
//!   puts its results into an object.
//! - `Outcome[T]` is the type of parameters that take a task that gives a `T`, a `T` and an error, or nothing (T is `struct{}`).

use super::Checker;
use super::expr::ExprUse;
use super::info::{Selection, SelectionKind};
use super::object::ObjectKind;
use super::operand::{OpMode, Operand};
use crate::ast::{Call, Expr, ExprKind, Ident, expr_string};
use crate::diag::Code;
use crate::parser::Mode;
use crate::source::{Span, Symbol};
use crate::types::PkgId;
use crate::types::{NamedId, ObjId, Type, TypeId};

/// The import path of the package that tasks are of.
pub const PATH: &str = "phasync";
/// The names that scripts have beyond Go's predeclared ones.
pub const SCRIPT_NAMES: [&str; 2] = ["Task", "await"];
/// That of coroutines.
const CORO: &str = "coro";

/// What of the first argument chooses the member of a family.
#[derive(Clone, Copy)]
enum Choice {
    /// How many results the function has.
    Results,
    /// Whether the function has a result: then it is the function itself.
    Result,
    /// How many results the function has, and whether the last is an error.
    Fallible,
}

/// The families: the package, the name that programs use, and the beginning of the names of the other members. What is chosen by
/// nothing (no results, no parameters) is the function itself.
const FAMILIES: &[(&str, &str, &str, Choice)] = &[
    (PATH, "Run", "run", Choice::Results),
    (PATH, "Try", "try", Choice::Fallible),
    (PATH, "(*Scope).Go", "go", Choice::Results),
    (PATH, "Service", "service", Choice::Results),
    (PATH, "After", "after", Choice::Results),
    (PATH, "FromContext", "fromContext", Choice::Results),
    (PATH, "Protect", "protect", Choice::Results),
    (CORO, "New", "new", Choice::Result),
];

/// The families of package phasync that take a function with any number of results.
const WIDE: [(&str, Wide); 7] = [
    ("Run", Wide::Run),
    ("Protect", Wide::Protect),
    ("Try", Wide::Try),
    ("FromContext", Wide::FromContext),
    ("Service", Wide::Service),
    ("After", Wide::After),
    ("(*Scope).Go", Wide::ScopeGo),
];

/// The functions of package phasync that start a task and give its handle, methods of scopes too; and the beginning of the names of
/// the other members of their families.
const STARTERS: [(&str, &str); 3] = [("Go", "go"), ("Service", "service"), ("After", "after")];

/// Whether a name is that of a member of a family.
fn is_member(name: &str, beginning: &str) -> bool {
    name.strip_prefix(beginning).is_some_and(|shape| shape.starts_with(|c: char| c.is_ascii_digit()))
}

/// The beginning of the names of the other members of a family, for who lists them: of a function, or of a method of `receiver`.
pub fn family_members(path: &str, receiver: &str, name: &str) -> Option<&'static str> {
    let is = |base: &str| match base.strip_prefix("(*Scope).") {
        Some(method) => receiver == "Scope" && method == name,
        None => receiver.is_empty() && base == name,
    };
    FAMILIES.iter().find(|(of, base, ..)| *of == path && is(base)).map(|&(_, _, beginning, _)| beginning)
}

/// What the forms of a function are that has rules of its own, for who lists them.
pub fn other_forms(path: &str, receiver: &str, name: &str) -> Option<&'static str> {
    match (path, receiver, name) {
        (PATH, "", "Go") => {
            Some("and Go(f, args...) for any function f, which gives a Task[R...] with f's results")
        }
        (PATH, "", "await") => Some("and await(t) for any Task[R...], which gives its results"),
        (_, _, _) => None,
    }
}

/// Whether there are more forms of a function than members of its family, for who lists them.
pub fn takes_any_number(path: &str, receiver: &str, name: &str) -> bool {
    path == PATH && WIDE.iter().any(|(base, _)| base_is(base, name, receiver == "Scope"))
}

/// Whether a function or method of this name is the first of a family.
fn base_is(base: &str, name: &str, is_method: bool) -> bool {
    match base.strip_prefix("(*Scope).") {
        Some(method) => is_method && method == name,
        None => !is_method && base == name,
    }
}

impl Checker {
    /// The object of a name that scripts have beyond Go, if that is what an identifier means that nothing declares.
    pub(super) fn script_name(&mut self, ident: &Ident) -> Option<ObjId> {
        let name = ident.name.as_str();
        if !SCRIPT_NAMES.contains(&name) || !self.is_script_text(ident.span) {
            return None;
        }
        self.phasync_object(ident.name)
    }

    /// Whether a place is in a file that may use what scripts have beyond Go.
    fn is_script_text(&self, at: Span) -> bool {
        self.scripts.contains(&self.env.pkg)
            || self.sources.lookup(at.lo).is_some_and(|(file, ..)| Mode::of(&file.name) == Mode::Pgo)
    }

    /// An object of package phasync.
    pub fn phasync_object(&mut self, name: Symbol) -> Option<ObjId> {
        self.member_of(PATH, name)
    }

    /// An object of a package of the library.
    fn member_of(&mut self, path: &str, name: Symbol) -> Option<ObjId> {
        let package = self.import_std(path)?;
        let scope = self.package(package).scope;
        self.scopes.get(scope).get(name)
    }

    /// A defined type has been entered: if it is that of tasks, the table of types has to know.
    pub(super) fn note_task(&mut self, pkg: PkgId, name: Symbol, id: NamedId) {
        if name.as_str() == "Task" && &*self.package(pkg).path == PATH {
            self.tt.set_task(id);
        }
    }

    /// Whether a program asks how long tasks run: the scheduler has to measure that from the beginning then.
    pub fn asks_for_task_stats(&self) -> bool {
        let methods = self.tt.task().map_or(&[][..], |task| self.tt.methods(task));
        methods.iter().any(|method| method.name.as_str() == "Stats" && self.obj(method.obj).shown.is_some())
    }

    /// Whether values with this underlying type are handles of tasks, into which the text that is checked may not look.
    pub(super) fn is_sealed(&mut self, under: TypeId) -> bool {
        self.tt.is_handle(under) && &*self.package(self.env.pkg).path != PATH
    }

    /// Makes sure that the type of tasks is known.
    fn need_task(&mut self) {
        if let Some(obj) = self.phasync_object(Symbol::intern("Task")) {
            self.resolve_here(obj);
        }
    }

    /// `Task[R...]`, if the type that stands before the brackets is that of tasks.
    pub(super) fn task_instance(&mut self, x: &Expr, args: &[Expr]) -> Option<TypeId> {
        if !self.names_task(x) {
            return None;
        }
        self.typ(x);
        let results: Vec<TypeId> = args.iter().map(|arg| self.var_type(arg)).collect();
        if results.iter().any(|t| t.is_invalid()) {
            return Some(TypeId::INVALID);
        }
        Some(self.tt.task_type(&results))
    }

    /// Whether an expression names the type of tasks.
    fn names_task(&mut self, x: &Expr) -> bool {
        let obj = match &x.kind {
            ExprKind::Ident(ident) => match self.lookup(ident.name) {
                Some(obj) => Some(obj),
                None => self.script_name(ident),
            },
            ExprKind::Selector(node) if node.sel.name.as_str() == "Task" => {
                let ExprKind::Ident(ident) = &node.x.kind else { return false };
                let package = match self.lookup(ident.name) {
                    Some(obj) => Some(obj),
                    None => self.implicit_import(ident),
                };
                match package.map(|p| self.obj(p).kind.clone()) {
                    Some(ObjectKind::PkgName { imported, .. }) => {
                        self.package_member(imported, node.sel.name)
                    }
                    Some(_) | None => None,
                }
            }
            _ => None,
        };
        let Some(obj) = obj else { return false };
        if self.obj(obj).name.as_str() != "Task" || &*self.package(self.obj(obj).pkg).path != PATH {
            return false;
        }
        self.resolve_here(obj);
        let ty = self.shown(obj);
        self.tt.as_named(ty).is_some_and(|id| self.tt.is_task(id))
    }

    fn resolve_here(&mut self, obj: ObjId) {
        if self.obj(obj).shown.is_none() {
            self.obj_decl(obj);
        }
    }

    /// Checks `go f(x)` as an expression: its type is that of a task that gives f's results.
    pub(super) fn go_expr<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, call: &'a Expr) {
        if !matches!(call.kind, ExprKind::Call(_)) {
            self.err(Code::InvalidStatement, call.place(), "expression in go must be function call");
            self.use_expr(call);
            return;
        }
        let mut result = Operand::invalid();
        let usage = self.raw_expr(None, &mut result, call, None, false);
        if !result.is_valid() {
            return;
        }
        let builtin = match &call.kind {
            ExprKind::Call(c) if matches!(self.info.mode(c.fun.id), super::Mode::Builtin(_)) => Some(&c.fun),
            _ => None,
        };
        let message = match usage {
            ExprUse::Conversion => {
                format!("go requires function call, not conversion {}", self.os(&result))
            }
            _ if let Some(fun) = builtin => {
                let fun = expr_string(fun);
                format!("built-in {fun} has no task: call it in a function, go func() {{ … }}()")
            }
            ExprUse::Expression => format!("go discards result of {}", self.os(&result)),
            ExprUse::Statement => String::new(),
        };
        if !message.is_empty() {
            self.err(Code::InvalidStatement, result.span(), message);
            return;
        }
        let results: Vec<TypeId> = match (&result.mode, self.tt.get(result.ty).clone()) {
            (OpMode::NoValue, _) => Vec::new(),
            (_, Type::Tuple(list)) => list.to_vec(),
            (_, _) => vec![result.ty],
        };
        *x = Operand::of(e);
        x.become_value();
        x.ty = self.task_of(&results);
    }

    /// The type of a task that gives these results.
    pub(super) fn task_of(&mut self, results: &[TypeId]) -> TypeId {
        self.need_task();
        self.tt.task_type(results)
    }

    /// What the only argument of await gives when it ends, if it is a task.
    pub(super) fn awaited(&self, args: &[Operand]) -> Option<Vec<TypeId>> {
        let [task] = args else { return None };
        self.tt.task_results(task.ty).filter(|_| task.is_valid()).map(<[TypeId]>::to_vec)
    }

    /// The function of package phasync that is called, if it is one, and whether it is a method.
    fn callee(&self, fun: &Expr) -> Option<(ObjId, bool)> {
        let fun = fun.unparen();
        let (callee, is_method) = match &fun.kind {
            ExprKind::Ident(ident) => (self.info.use_of(ident.id)?, false),
            ExprKind::Selector(node) => match self.info.selection(fun.id) {
                Some(Selection { kind: SelectionKind::Method { obj, .. }, .. }) => (*obj, true),
                Some(_) | None => (self.info.use_of(node.sel.id)?, false),
            },
            _ => return None,
        };
        (&*self.package(self.obj(callee).pkg).path == PATH).then_some((callee, is_method))
    }

    /// Whether a function that is called is one that has rules of its own.
    pub fn task_form(&self, fun: &Expr) -> Option<TaskForm> {
        let (callee, is_method) = self.callee(fun)?;
        let name = self.obj(callee).name.as_str();
        match name {
            "Go" if !is_method => return Some(TaskForm::Go),
            "await" if !is_method => return Some(TaskForm::Await),
            _ => {}
        }
        // The function itself, though it is given one with results: there is no member for so many.
        let &(_, wide) = WIDE.iter().find(|(base, _)| base_is(base, name, is_method))?;
        let given = self.info.ty(fun.unparen().id);
        let Type::Func(sig) = self.tt.get(given) else { return None };
        let Type::Func(last) = self.tt.get(*sig.params.last()?) else { return None };
        (!last.results.is_empty()).then_some(TaskForm::Wide(wide))
    }

    /// Whether an expression calls a function of package phasync that starts a task and gives its handle.
    pub fn starts_task(&self, e: &Expr) -> bool {
        let ExprKind::Call(call) = &e.unparen().kind else { return false };
        let Some((callee, _)) = self.callee(&call.fun) else { return false };
        let name = self.obj(callee).name.as_str();
        STARTERS.iter().any(|starter| name == starter.0 || is_member(name, starter.1))
    }

    // ---- assignment and unification ----

    /// Whether a value of type `v` can be assigned to type `t` by the rules for tasks; nothing if they say nothing.
    pub(super) fn task_assignable(&mut self, v: TypeId, t: TypeId) -> bool {
        if let (&Type::Slice(ve), &Type::Slice(te)) = (self.tt.get(v), self.tt.get(t)) {
            return self.outcome_type(te).is_some() && self.task_assignable(ve, te);
        }
        let Some(results) = self.tt.task_results(v).map(<[TypeId]>::to_vec) else { return false };
        if self.tt.task_results(t).is_some_and(<[TypeId]>::is_empty) {
            return true;
        }
        match (self.outcome_type(t), self.outcome_of(&results)) {
            (Some(want), Some(have)) => self.tt.identical(want, have),
            (_, _) => false,
        }
    }

    /// What `Outcome[T]` and a type of tasks have to be unified in: the T of either. Nothing if these are not such types.
    pub(super) fn outcome_pair(&mut self, x: TypeId, y: TypeId) -> Option<Option<(TypeId, TypeId)>> {
        let (outcome, task) = match (self.outcome_type(x), self.outcome_type(y)) {
            (Some(outcome), None) => (outcome, y),
            (None, Some(outcome)) => (outcome, x),
            (_, _) => return None,
        };
        let results = self.tt.task_results(task)?.to_vec();
        Some(self.outcome_of(&results).map(|have| (outcome, have)))
    }

    /// The T of `Outcome[T]`.
    fn outcome_type(&self, t: TypeId) -> Option<TypeId> {
        let id = self.tt.as_named(t)?;
        let named = self.tt.named(id);
        named.origin?;
        if named.name.as_str() != "Outcome" || &*self.package(named.pkg).path != PATH {
            return None;
        }
        named.targs.first().copied()
    }

    /// The T of which a task that gives these results is an outcome.
    fn outcome_of(&mut self, results: &[TypeId]) -> Option<TypeId> {
        match *results {
            [] => Some(self.tt.intern(Type::Struct([].into()))),
            [t] => Some(t),
            [t, error] => self.tt.identical(error, TypeId::ERROR).then_some(t),
            [..] => None,
        }
    }

    // ---- families ----

    /// Whether a call is of a family, whose member the arguments will choose.
    pub(super) fn family(&self, fun: &Expr) -> Option<Family> {
        let obj = match &fun.kind {
            ExprKind::Ident(ident) => self.info.use_of(ident.id)?,
            ExprKind::Selector(node) => match self.info.selection(fun.id) {
                Some(Selection { kind: SelectionKind::Method { obj, .. }, .. }) => *obj,
                Some(_) | None => self.info.use_of(node.sel.id)?,
            },
            _ => return None,
        };
        let object = self.obj(obj);
        let ObjectKind::Func(info) = &object.kind else { return None };
        let path = &*self.package(object.pkg).path;
        if path != PATH && path != CORO {
            return None;
        }
        let name = object.name.as_str();
        let is_method = info.is_method;
        FAMILIES.iter().position(|(of, base, ..)| *of == path && base_is(base, name, is_method)).map(Family)
    }

    /// Puts the member that the first argument chooses into the place of the function that was called. The new type of the
    /// function; nothing if it stays.
    pub(super) fn choose_member(&mut self, family: Family, call: &Call, args: &[Operand]) -> Option<TypeId> {
        let fun = &call.fun;
        let (path, base, prefix, choice) = FAMILIES[family.0];
        let nth = usize::from(matches!(base, "After" | "FromContext"));
        let first = args.get(nth)?;
        let shape = match choice {
            Choice::Results | Choice::Result | Choice::Fallible => {
                let under = self.tt.under(first.ty);
                let Type::Func(sig) = self.tt.get(under).clone() else { return None };
                let results = sig.results.len();
                let fails = sig.results.last().is_some_and(|&t| self.tt.identical(t, TypeId::ERROR));
                match choice {
                    Choice::Fallible if fails => format!("{}e", results - 1),
                    Choice::Result if results > 0 => return None,
                    Choice::Result => return self.take_member(fun, base, path, &format!("{prefix}0")),
                    Choice::Fallible | Choice::Results => results.to_string(),
                }
            }
        };
        if shape == "0" {
            return None;
        }
        match self.take_member(fun, base, path, &format!("{prefix}{shape}")) {
            None if path == PATH => self.wide_type(base, call, nth, args),
            member => member,
        }
    }

    /// The type of a function of a family when it is given a function with more results than its members are for: then it has a rule
    /// of its own.
    fn wide_type(&mut self, base: &str, call: &Call, nth: usize, args: &[Operand]) -> Option<TypeId> {
        let own = self.info.ty(call.fun.id);
        let Type::Func(own) = self.tt.get(own).clone() else { return None };
        let given = self.tt.under(args.get(nth)?.ty);
        let Type::Func(sig) = self.tt.get(given).clone() else { return None };
        // Arguments that are the results of one call are not for these.
        if !sig.params.is_empty() || args.len() != own.params.len() || args.len() != call.args.len() {
            return None;
        }
        let mut params = own.params.to_vec();
        params[nth] = given;
        let results = match base {
            "Run" | "Protect" | "FromContext" => sig.results.to_vec(),
            "Try" => {
                let mut results = sig.results.to_vec();
                if !self.tt.identical(*results.last()?, TypeId::ERROR) {
                    results.push(TypeId::ERROR);
                }
                results
            }
            _ => vec![self.task_of(&sig.results)],
        };
        Some(self.tt.func(params.into(), results.into(), false))
    }

    /// Puts a member of a family into the place of the function that was called.
    fn take_member(&mut self, fun: &Expr, base: &str, path: &str, name: &str) -> Option<TypeId> {
        let name = Symbol::intern(name);
        match &fun.kind {
            ExprKind::Selector(_) if base.starts_with('(') => {
                let selection = self.info.selection(fun.id)?.clone();
                let named = self.tt.as_named(self.tt.deref(selection.owner).0)?;
                let method = self.tt.methods(named).iter().find(|m| m.name == name).copied()?;
                self.resolve_here(method.obj);
                let ty = self.shown(method.obj);
                let kind = SelectionKind::Method { obj: method.obj, ptr_recv: method.ptr_recv };
                let canon = self.tt.canon(ty);
                self.info.set_selection(fun.id, Selection { kind, ty: canon, ..selection });
                Some(ty)
            }
            ExprKind::Ident(_) | ExprKind::Selector(_) => {
                let member = self.member_of(path, name)?;
                self.resolve_here(member);
                let ty = self.shown(member);
                let node = match &fun.kind {
                    ExprKind::Selector(node) => node.sel.id,
                    ExprKind::Ident(ident) => ident.id,
                    _ => return None,
                };
                self.info.set_use(node, member);
                if let Some(selection) = self.info.selection(fun.id).cloned() {
                    let kind = SelectionKind::Qualified(member);
                    let canon = self.tt.canon(ty);
                    self.info.set_selection(fun.id, Selection { kind, ty: canon, ..selection });
                }
                Some(ty)
            }
            _ => None,
        }
    }
}

/// A function of package phasync whose calls are checked and compiled by rules of their own, since it takes anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaskForm {
    /// `phasync.Go(f, args...)`: a task that calls f with the arguments.
    Go,
    /// `await(t)`: gives what t gives.
    Await,
    /// A function that is given another one with more results than there are members of its family for.
    Wide(Wide),
}

/// The functions that are given functions with any number of results.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wide {
    Run,
    Protect,
    Try,
    FromContext,
    Service,
    After,
    ScopeGo,
}

/// A family of functions.
#[derive(Clone, Copy)]
pub(super) struct Family(usize);
