//! Scopes: which object a name denotes where.
//!
//! A name enters its scope when its declaration has been checked, and function literals are checked at
//! the end of the statement that they stand in: so a search needs no positions.

use crate::source::Symbol;
use crate::types::ObjId;
use hashbrown::HashMap;

/// A scope, by number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct ScopeId(pub u32);

/// A block of names. Invariant: at most one of the two tables is in use; small scopes are searched from
/// the front.
#[derive(Debug, Default)]
pub struct Scope {
    /// The scope around it; none for the universe.
    pub parent: Option<ScopeId>,
    small: Vec<(Symbol, ObjId)>,
    large: HashMap<Symbol, ObjId>,
}

/// Scopes with more names than this are hashed.
const SMALL: usize = 12;

impl Scope {
    /// The object that the scope itself has under a name.
    pub fn get(&self, name: Symbol) -> Option<ObjId> {
        if self.large.is_empty() {
            self.small.iter().find(|(n, _)| *n == name).map(|&(_, o)| o)
        } else {
            self.large.get(&name).copied()
        }
    }

    /// Enters an object, or replaces it.
    pub fn set(&mut self, name: Symbol, obj: ObjId) {
        if self.large.is_empty() {
            if let Some(entry) = self.small.iter_mut().find(|(n, _)| *n == name) {
                entry.1 = obj;
                return;
            }
            if self.small.len() < SMALL {
                self.small.push((name, obj));
                return;
            }
            self.large = self.small.drain(..).collect();
        }
        self.large.insert(name, obj);
    }

    /// All names, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (Symbol, ObjId)> + '_ {
        self.small.iter().copied().chain(self.large.iter().map(|(&n, &o)| (n, o)))
    }
}

/// All scopes of a program.
#[derive(Debug, Default)]
pub struct Scopes {
    list: Vec<Scope>,
}

impl Scopes {
    /// A new scope inside another.
    pub fn open(&mut self, parent: Option<ScopeId>) -> ScopeId {
        self.list.push(Scope { parent, ..Scope::default() });
        ScopeId(self.list.len() as u32 - 1)
    }

    /// A scope.
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.list[id.0 as usize]
    }

    /// A scope, to change.
    pub fn get_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.list[id.0 as usize]
    }

    /// Searches a scope and those around it; also gives the scope that has the name.
    pub fn lookup(&self, mut id: ScopeId, name: Symbol) -> Option<(ScopeId, ObjId)> {
        loop {
            let scope = self.get(id);
            if let Some(obj) = scope.get(name) {
                return Some((id, obj));
            }
            id = scope.parent?;
        }
    }
}
