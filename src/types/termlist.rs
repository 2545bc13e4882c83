//! Sets of types written as unions of terms `T` and `~T`.
//!
//! `None` is the set of all types; an empty list is the empty set. Lists have no redundant terms.

use super::*;

/// A union of terms; `None` stands for all types.
pub type TermList = Option<Vec<Term>>;

impl TypeTable {
    fn terms_disjoint(&mut self, x: Term, y: Term) -> bool {
        let a = if y.tilde { self.under(x.ty) } else { x.ty };
        let b = if x.tilde { self.under(y.ty) } else { y.ty };
        !self.identical(a, b)
    }

    /// Whether every type of `x` is in `y`.
    pub fn term_subset(&mut self, x: Term, y: Term) -> bool {
        !self.terms_disjoint(x, y) && (!x.tilde || y.tilde)
    }

    /// Whether two terms have types in common.
    pub fn terms_overlap(&mut self, x: Term, y: Term) -> bool {
        !self.terms_disjoint(x, y)
    }

    /// Whether a term's set contains the type.
    pub fn term_includes(&mut self, term: Term, t: TypeId) -> bool {
        let u = if term.tilde { self.under(t) } else { t };
        // To who does not know what tasks are, they are no pointers.
        self.identical(term.ty, u) && (u == t || !self.is_handle(u))
    }

    /// Whether a set contains the type.
    pub fn terms_include(&mut self, terms: &[Term], t: TypeId) -> bool {
        terms.iter().any(|&term| self.term_includes(term, t))
    }

    /// Whether one set is part of another.
    pub fn terms_subset(&mut self, xs: Option<&[Term]>, ys: Option<&[Term]>) -> bool {
        let Some(ys) = ys else { return true };
        let Some(xs) = xs else { return false };
        xs.iter().all(|&x| ys.iter().any(|&y| self.term_subset(x, y)))
    }

    /// Adds a term to a list unless it is covered; drops those that it covers.
    pub(super) fn terms_add(&mut self, list: &mut Vec<Term>, term: Term) {
        if list.iter().any(|&other| self.term_subset(term, other)) {
            return;
        }
        let mut kept = Vec::with_capacity(list.len() + 1);
        for &other in list.iter() {
            if !self.term_subset(other, term) {
                kept.push(other);
            }
        }
        kept.push(term);
        *list = kept;
    }

    pub(super) fn terms_intersect(&mut self, xs: TermList, ys: TermList) -> TermList {
        let (xs, ys) = match (xs, ys) {
            (None, other) | (other, None) => return other,
            (Some(xs), Some(ys)) => (xs, ys),
        };
        let mut out = Vec::new();
        for &x in &xs {
            for &y in &ys {
                if !self.terms_disjoint(x, y) {
                    // Both describe the same underlying type: the tilde survives only if both have it.
                    let both = if x.tilde && !y.tilde { y } else { x };
                    self.terms_add(&mut out, both);
                }
            }
        }
        Some(out)
    }
}
