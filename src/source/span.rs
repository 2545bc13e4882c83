//! Positions and spans.

/// A byte position in the space that all files of a [`SourceMap`](super::SourceMap) share; 0 is "nowhere".
pub type Pos = u32;

/// A half-open range of byte positions, `lo..hi`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// Position of the first byte.
    pub lo: Pos,
    /// Position after the last byte.
    pub hi: Pos,
}

impl Span {
    /// The span of things that no source text stands for.
    pub const NONE: Span = Span { lo: 0, hi: 0 };

    /// The span `lo..hi`.
    pub fn new(lo: Pos, hi: Pos) -> Span {
        Span { lo, hi }
    }

    /// The empty span at `pos`.
    pub fn at(pos: Pos) -> Span {
        Span { lo: pos, hi: pos }
    }

    /// The smallest span that covers `self` and `other`; [`Span::NONE`] covers nothing.
    pub fn to(self, other: Span) -> Span {
        if self.is_none() {
            other
        } else if other.is_none() {
            self
        } else {
            Span { lo: self.lo.min(other.lo), hi: self.hi.max(other.hi) }
        }
    }

    /// Whether this is the span of something without source text.
    pub fn is_none(self) -> bool {
        self.lo == 0
    }

    /// Number of bytes.
    pub fn len(self) -> u32 {
        self.hi.saturating_sub(self.lo)
    }

    /// Whether the span covers no byte.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `pos` is one of the covered bytes.
    pub fn contains(self, pos: Pos) -> bool {
        self.lo <= pos && pos < self.hi
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.lo, self.hi)
    }
}
