//! A snapshot of a session's names: what completion goes by while goroutines run.
//!
//! Invariant: it is plain data, so that another thread can have it.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::session::Session;
use crate::check::object::ObjectKind;
use crate::lexer::KEYWORDS;
use crate::source::StdPackage;
use crate::types::universe::{BUILTINS, TYPES};
use crate::types::{Type, TypeId};

/// A name of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A variable or constant, with the number of its type in [`Symbols::types`].
    Value(u32),
    /// A function, or a type.
    Other,
    /// A package, with its import path.
    Package(String),
}

/// A field or method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The number of a field's type.
    pub ty: Option<u32>,
}

/// The names of a session.
#[derive(Clone, Debug, Default)]
pub struct Symbols {
    /// By name.
    pub names: BTreeMap<String, Name>,
    /// The fields and methods of types, by number.
    pub types: HashMap<u32, Vec<Member>>,
}

/// How many fields a chain of selectors may have, one after the other, to be completed.
const DEPTH: usize = 4;

impl Symbols {
    /// What a text could go on with at its end: where the word begins, and what it could be.
    pub fn complete(&self, text: &str) -> (usize, Vec<String>) {
        let in_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let start = text
            .rfind(|c: char| !in_word(c))
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let chain = &text[start..];
        let Some((path, prefix)) = chain.rsplit_once('.') else {
            return (start, self.names_with(chain));
        };
        let at = start + path.len() + 1;
        let mut found: Vec<String> =
            self.members(path).into_iter().filter(|name| name.starts_with(prefix)).collect();
        found.sort();
        found.dedup();
        (at, found)
    }

    /// All names that begin so.
    fn names_with(&self, prefix: &str) -> Vec<String> {
        if prefix.is_empty() {
            return Vec::new();
        }
        let keywords = KEYWORDS.iter().copied();
        let builtins = BUILTINS.iter().map(|row| row.name).chain(TYPES.iter().map(|(name, _)| *name));
        let constants = ["true", "false", "nil", "iota"].into_iter();
        let packages = StdPackage::all().iter().filter(|p| !p.path.contains("internal")).map(|p| p.name);
        let fixed = keywords.chain(builtins).chain(constants).chain(packages).map(str::to_string);
        let mut found: Vec<String> =
            fixed.chain(self.names.keys().cloned()).filter(|name| name.starts_with(prefix)).collect();
        found.sort();
        found.dedup();
        found
    }

    /// What stands behind the dot of a chain of selectors.
    fn members(&self, path: &str) -> Vec<String> {
        let mut parts = path.split('.');
        let Some(first) = parts.next() else { return Vec::new() };
        let rest: Vec<&str> = parts.collect();
        let package = match self.names.get(first) {
            Some(Name::Value(ty)) => return self.members_of(*ty, &rest),
            Some(Name::Package(path)) => StdPackage::find(path),
            Some(Name::Other) => None,
            None => StdPackage::for_script(first),
        };
        match package {
            Some(package) if rest.is_empty() => {
                let exported =
                    package.names().filter(|name| name.chars().next().is_some_and(char::is_uppercase));
                exported.map(str::to_string).collect()
            }
            _ => Vec::new(),
        }
    }

    fn members_of(&self, ty: u32, path: &[&str]) -> Vec<String> {
        let Some(members) = self.types.get(&ty) else { return Vec::new() };
        match path.split_first() {
            None => members.iter().map(|member| member.name.clone()).collect(),
            Some((name, rest)) => match members.iter().find(|member| member.name == *name) {
                Some(Member { ty: Some(ty), .. }) => self.members_of(*ty, rest),
                _ => Vec::new(),
            },
        }
    }
}

impl Session {
    /// The names of the session as they are now.
    pub fn symbols(&mut self) -> Symbols {
        let mut symbols = Symbols::default();
        let mut open: Vec<TypeId> = Vec::new();
        for (name, obj) in self.code.checker.session_names() {
            let checker = &mut self.code.checker;
            let known = match checker.obj(obj).kind {
                ObjectKind::Var(_) | ObjectKind::Const(_) => {
                    let ty = checker.obj_type(obj);
                    open.push(ty);
                    Name::Value(ty.0)
                }
                ObjectKind::Func(_)
                | ObjectKind::TypeName { .. }
                | ObjectKind::Builtin(_)
                | ObjectKind::Nil => Name::Other,
                ObjectKind::PkgName { imported, .. } => {
                    Name::Package(checker.package(imported).path.to_string())
                }
            };
            symbols.names.insert(name.to_string(), known);
        }
        for _ in 0..DEPTH {
            for ty in std::mem::take(&mut open) {
                if let Entry::Vacant(place) = symbols.types.entry(ty.0) {
                    place.insert(self.members(ty, &mut open));
                }
            }
        }
        symbols
    }

    /// The fields and methods of a type; the types of its fields are appended to `open`.
    fn members(&mut self, ty: TypeId, open: &mut Vec<TypeId>) -> Vec<Member> {
        let checker = &mut self.code.checker;
        let own = checker.session_package();
        let base = match *checker.tt.get(ty) {
            Type::Pointer(elem) => elem,
            _ => ty,
        };
        if let Some(named) = checker.tt.as_named(base) {
            let obj = checker.tt.named(named).obj;
            checker.resolve(obj);
        }
        let mut members = Vec::new();
        let (mut levels, mut seen) = (vec![base], vec![base]);
        while let Some(level) = levels.pop() {
            let Type::Struct(fields) = checker.tt.under_shape(level) else { continue };
            for field in fields.iter() {
                let visible = field.name.is_exported() || Some(field.pkg) == own;
                let canonical = checker.tt.canon(field.ty);
                if visible && !members.iter().any(|m: &Member| m.name == field.name.as_str()) {
                    members.push(Member { name: field.name.to_string(), ty: Some(canonical.0) });
                    open.push(canonical);
                }
                let embedded = match *checker.tt.get(canonical) {
                    Type::Pointer(elem) => elem,
                    _ => canonical,
                };
                if field.embedded && !seen.contains(&embedded) {
                    seen.push(embedded);
                    levels.push(embedded);
                }
            }
        }
        let methods_of = if checker.tt.is_interface(base) { base } else { checker.tt.pointer(base) };
        for method in checker.tt.method_set(methods_of).iter() {
            if method.name.is_exported() || Some(method.pkg) == own {
                members.push(Member { name: method.name.to_string(), ty: None });
            }
        }
        members
    }
}
