//! Methods that interface calls have found, for call sites that meet more types than their inline caches hold.
//!
//! Invariant: what is in the table is what the types' method tables say; [`MethodCache::forget`] comes after every change.

use crate::bytecode::Instr;

/// As many as the types and methods that a program calls by turns; a power of two.
const ENTRIES: usize = 256;

/// Which function a method is for a type.
#[derive(Clone, Copy)]
struct Found {
    /// The method's name and the signature's type, as in the call's first extension word.
    called: u64,
    /// The type.
    ty: u32,
    func: u32,
}

/// Of a type that there is not.
const EMPTY: Found = Found { called: 0, ty: u32::MAX, func: 0 };

/// The methods found last, by type and method.
pub(super) struct MethodCache {
    found: Box<[Found; ENTRIES]>,
}

impl Default for MethodCache {
    fn default() -> MethodCache {
        MethodCache { found: Box::new([EMPTY; ENTRIES]) }
    }
}

impl MethodCache {
    /// Where the method of the type is, if it is in the table.
    #[inline(always)]
    fn place(ty: u32, called: Instr) -> usize {
        // Types and names are numbered one after the other.
        (ty ^ called.ext_id().wrapping_mul(31)) as usize % ENTRIES
    }

    /// The function, if it was found before.
    #[inline(always)]
    pub(super) fn get(&self, ty: u32, called: Instr) -> Option<u32> {
        let found = &self.found[MethodCache::place(ty, called)];
        (found.ty == ty && found.called == called.0).then_some(found.func)
    }

    /// Keeps what was found.
    pub(super) fn put(&mut self, ty: u32, called: Instr, func: u32) {
        self.found[MethodCache::place(ty, called)] = Found { called: called.0, ty, func };
    }

    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        *self.found = [EMPTY; ENTRIES];
    }
}
