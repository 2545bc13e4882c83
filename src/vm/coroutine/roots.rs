//! Values that Rust code keeps: [`Root`].
//!
//! Invariant: what a root holds is alive as long as the root is. Objects do not move, so the words of a root never change, and
//! the collector only needs to know which roots there still are.

use std::rc::{Rc, Weak};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::heap::{CellKind, Marker, RTypeId, RTypes};

/// A value of a program, kept alive for Rust code. Clones are the same value.
#[derive(Clone)]
pub struct Root(Rc<Kept>);

struct Kept {
    /// Which table it belongs to.
    owner: u64,
    ty: RTypeId,
    words: Box<[u64]>,
}

impl std::fmt::Debug for Root {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Root").field("type", &self.0.ty).finish_non_exhaustive()
    }
}

impl Root {
    /// The value's type.
    pub fn ty(&self) -> RTypeId {
        self.0.ty
    }

    /// The value in register form.
    pub(crate) fn words(&self) -> &[u64] {
        &self.0.words
    }

    /// Whether two roots are the same words of the same type: the same function, channel, pointer.
    pub fn same(&self, other: &Root) -> bool {
        let (a, b) = (&self.0, &other.0);
        (a.owner, a.ty, &a.words) == (b.owner, b.ty, &b.words)
    }
}

/// The roots of a machine.
#[derive(Debug)]
pub struct Roots {
    owner: u64,
    kept: Vec<Weak<Kept>>,
    /// How many there may be before those that are gone are forgotten.
    tidy_at: usize,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kept").field("type", &self.ty).finish_non_exhaustive()
    }
}

impl Default for Roots {
    fn default() -> Self {
        static OWNERS: AtomicU64 = AtomicU64::new(0);
        Roots { owner: OWNERS.fetch_add(1, Ordering::Relaxed), kept: Vec::new(), tidy_at: 64 }
    }
}

impl Roots {
    /// Keeps a value, given in register form.
    pub(crate) fn keep(&mut self, ty: RTypeId, words: &[u64]) -> Root {
        if self.kept.len() >= self.tidy_at {
            self.kept.retain(|kept| kept.strong_count() > 0);
            self.tidy_at = (2 * self.kept.len()).max(64);
        }
        let kept = Rc::new(Kept { owner: self.owner, ty, words: words.into() });
        self.kept.push(Rc::downgrade(&kept));
        Root(kept)
    }

    /// Whether the root is one of this machine: values of another one mean nothing here.
    pub(crate) fn owns(&self, root: &Root) -> bool {
        root.0.owner == self.owner
    }

    /// Tells the collector of all values that are still kept.
    pub(in crate::vm) fn mark(&mut self, types: &RTypes, marker: &mut Marker<'_>) {
        self.kept.retain(|kept| match kept.upgrade() {
            Some(kept) => {
                mark_words(types, kept.ty, &kept.words, marker);
                true
            }
            None => false,
        });
    }
}

/// Tells the collector what a value in register form refers to.
pub(in crate::vm) fn mark_words(types: &RTypes, ty: RTypeId, words: &[u64], marker: &mut Marker<'_>) {
    let ty = types.get(ty);
    if ty.indirect {
        words.iter().for_each(|&cell| marker.pointer(cell));
    }
    let mut before = 0;
    for (cell, &word) in ty.cells.iter().zip(words) {
        match cell.kind {
            CellKind::Ptr => marker.pointer(word),
            CellKind::IfaceData => marker.iface(before, word),
            CellKind::IfaceType
            | CellKind::W
            | CellKind::I8
            | CellKind::I16
            | CellKind::I32
            | CellKind::U8
            | CellKind::U16
            | CellKind::U32 => {}
        }
        before = word;
    }
}
