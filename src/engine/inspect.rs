//! What a session tells of itself without running anything: types, declarations, goroutines, bytecode.

use super::session::Session;
use crate::bytecode::FuncId;
use crate::check::echo::Echo;
use crate::check::object::{ObjId, ObjectKind};
use crate::check::session::Standing;
use crate::compile;
use crate::sched::TaskView;
use crate::source::{StdPackage, Symbol};
use crate::types::TypeId;
use crate::vm::Program;

/// What kind of thing a name denotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A variable.
    Var,
    /// A constant.
    Const,
    /// A function.
    Func,
    /// A type.
    Type,
}

/// A declaration of an earlier entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub name: String,
    /// Its type or signature.
    pub ty: String,
    /// Whether its name denotes something else now.
    pub old: bool,
    /// Who refers to it still, if it is old.
    pub used_by: Vec<String>,
}

impl Session {
    /// The type of an expression, or what a name denotes. Nothing if it is refused: see [`diagnostics`](Self::diagnostics).
    pub fn type_of(&mut self, text: &str) -> Option<String> {
        let mut entry = self.check(":type", text)?;
        let echo = std::mem::take(&mut entry.echo);
        self.code.checker.withdraw(entry);
        let list = |types: Vec<TypeId>| {
            let texts: Vec<String> =
                types.into_iter().map(|t| self.code.checker.session_type_text(t)).collect();
            match texts.as_slice() {
                [one] => one.clone(),
                several => format!("({})", several.join(", ")),
            }
        };
        Some(match echo {
            Echo::Nothing => "no value".to_string(),
            Echo::Quiet(types) | Echo::Values(types) => list(types),
            Echo::Text(text) => text,
        })
    }

    /// What was declared, in order. Functions that others have replaced are left out, and so is what is old and not used.
    pub fn declarations(&mut self) -> Vec<Declaration> {
        let declared = self.code.checker.declared().to_vec();
        let mut list = Vec::new();
        for known in declared {
            let old = match known.standing {
                Standing::Visible => false,
                Standing::Shadowed => true,
                Standing::Replaced => continue,
            };
            let users = if old { self.code.checker.users(known.obj) } else { Vec::new() };
            if old && users.is_empty() {
                continue;
            }
            let Some((kind, ty)) = self.describe(known.obj) else { continue };
            let mut used_by: Vec<String> = users.into_iter().map(|user| self.user_name(user)).collect();
            used_by.dedup();
            list.push(Declaration { kind, name: known.name.to_string(), ty, old, used_by });
        }
        list
    }

    /// What the entry that ended last has shadowed, and who refers to it still: names, and users of each.
    pub fn still_used(&mut self) -> Vec<(String, Vec<String>)> {
        let shadowed = std::mem::take(&mut self.shadowed);
        let mut list = Vec::new();
        for obj in shadowed {
            let users = self.code.checker.users(obj);
            let mut names: Vec<String> = users.into_iter().map(|user| self.user_name(user)).collect();
            names.dedup();
            if !names.is_empty() {
                list.push((self.code.checker.obj(obj).name.to_string(), names));
            }
        }
        list
    }

    fn user_name(&mut self, user: Option<ObjId>) -> String {
        let Some(obj) = user else { return "a function literal".to_string() };
        let name = self.code.checker.obj(obj).name;
        let recv = self.code.checker.func_sig(obj).and_then(|sig| sig.recv);
        match recv {
            Some(recv) => {
                let ty = self.code.checker.obj_type(recv);
                let ty = self.code.checker.session_type_text(ty);
                format!("{}.{name}", ty.trim_start_matches('*'))
            }
            None => name.to_string(),
        }
    }

    /// The kind of an object, and its type as a declaration has it.
    pub(super) fn describe(&mut self, obj: ObjId) -> Option<(Kind, String)> {
        let checker = &mut self.code.checker;
        checker.resolve(obj);
        let shown = checker.obj(obj).shown?;
        Some(match checker.obj(obj).kind {
            ObjectKind::Var(_) => (Kind::Var, checker.session_type_text(shown)),
            ObjectKind::Const(_) => (Kind::Const, checker.session_type_text(shown)),
            ObjectKind::Func(_) => {
                let text = checker.session_type_text(shown);
                (Kind::Func, text.strip_prefix("func").unwrap_or(&text).to_string())
            }
            ObjectKind::TypeName { .. } => {
                let text = checker.type_text(shown);
                let name = checker.session_type_text(shown);
                let rest = text.strip_prefix(&format!("type {name} ")).unwrap_or(&text);
                (Kind::Type, rest.to_string())
            }
            ObjectKind::PkgName { .. } | ObjectKind::Builtin(_) | ObjectKind::Nil => return None,
        })
    }

    /// All goroutines, the oldest first.
    pub fn tasks(&self) -> Vec<TaskView> {
        self.scheduler.task_views(&self.code)
    }

    /// What a name of the session, or a qualified name, denotes: a function or method after the last dot.
    pub(super) fn find(&mut self, name: &str) -> Option<ObjId> {
        let parts: Vec<&str> = name.split('.').collect();
        let (first, rest) = parts.split_first()?;
        let names = self.code.checker.session_names();
        let known = names.iter().find(|(n, _)| n.as_str() == *first).map(|&(_, obj)| obj);
        let package = match known {
            Some(obj) => match self.code.checker.obj(obj).kind {
                ObjectKind::PkgName { imported, fake: false } => {
                    Some(self.code.checker.package(imported).path.to_string())
                }
                _ => None,
            },
            None => StdPackage::for_script(first).map(|package| package.path.to_string()),
        };
        let (mut obj, rest) = match (package, rest.split_first()) {
            (Some(path), Some((member, rest))) => (self.code.checker.std_member(&path, member)?, rest),
            (Some(_), None) => return None,
            (None, _) => (known?, rest),
        };
        for name in rest {
            let checker = &mut self.code.checker;
            let ty = checker.obj_type(obj);
            let named = checker.tt.as_named(ty)?;
            let name = Symbol::intern(name);
            obj = checker.tt.methods(named).iter().find(|m| m.name == name)?.obj;
        }
        Some(obj)
    }

    /// The bytecode of a function or method, by its name, or of an entry, which is not run. Nothing if it is refused.
    pub fn disassemble(&mut self, text: &str) -> Option<Result<String, String>> {
        // Tables of their own: what is compiled here is not run.
        let (mut tables, mut state) = (Program::new(), compile::State::new());
        let text = text.trim();
        let function =
            self.find(text).filter(|&f| matches!(self.code.checker.obj(f).kind, ObjectKind::Func(_)));
        let checker = &mut self.code.checker;
        let mut first = 0;
        let result = match function {
            Some(obj) => {
                let func = state.function_of(checker, &mut tables, obj);
                first = func.0;
                state.compile(checker, &mut tables, func)
            }
            None => {
                let entry = self.check(":dis", text)?;
                let checker = &mut self.code.checker;
                let func = state.entry_only(&mut tables, &entry);
                let result = state.compile(checker, &mut tables, func);
                checker.withdraw(entry);
                result
            }
        };
        if let Err(error) = result {
            return Some(Err(error.message));
        }
        let mut listing = String::new();
        for id in (first..tables.function_count() as u32).map(FuncId) {
            let f = tables.function(id);
            // Without the calls of the parts of an entry.
            if f.is_compiled() && f.name != "runtime.main" {
                if !listing.is_empty() {
                    listing.push('\n');
                }
                listing.push_str(&tables.disassemble(id, self.sources()));
            }
        }
        Some(Ok(listing))
    }
}
