//! A snapshot of a session's names: what completion goes by while goroutines run.
//!
//! Invariant: it is plain data, so that another thread can have it.

use std::collections::{BTreeMap, HashMap};

use super::interactive::Interactive;
use crate::check::object::ObjectKind;
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

impl Interactive {
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
                if !symbols.types.contains_key(&ty.0) {
                    let members = self.members(ty, &mut open);
                    symbols.types.insert(ty.0, members);
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
