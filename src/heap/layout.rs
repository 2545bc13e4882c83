//! Pointer maps: which words of an object the collector follows.
//!
//! Invariants
//! - A [`Layout`] describes one *element*; an object that holds an array of elements repeats it from
//!   its first byte. `LayoutId::NONE` has no pointers, and its objects are never looked into.
//! - Every pointer word lies at a multiple of 8, so a layout with pointers has a size that is a multiple of 8.
//! - Layouts are interned: equal layouts have equal ids, and an id never changes its meaning.
//! - The nesting of [`Span`]s is bounded: a span that repeats at least twice doubles the size of its
//!   parent, and one that occurs once is spliced into it. Following spans recursively is therefore safe.

use hashbrown::HashMap;

/// Names a [`Layout`] in [`Layouts`]; object headers store it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct LayoutId(pub u32);

impl LayoutId {
    /// No pointers at all.
    pub const NONE: LayoutId = LayoutId(0);
    /// One pointer: cells of pointer, map, channel and function type, and arrays of them.
    pub const PTR: LayoutId = LayoutId(1);
    /// A string in memory form: pointer, length.
    pub const STRING: LayoutId = LayoutId(2);
    /// A slice in memory form: pointer, length, capacity.
    pub const SLICE: LayoutId = LayoutId(3);
    /// An interface in memory form: run-time type, data word.
    pub const IFACE: LayoutId = LayoutId(4);

    /// The object of a coroutine: its number.
    pub const COROUTINE: LayoutId = LayoutId(5);

    /// Whether objects of this layout must be scanned.
    pub fn has_pointers(self) -> bool {
        self != LayoutId::NONE
    }
}

/// What the collector finds at an offset.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PtrKind {
    /// The address of an object, of something static, or nil.
    Ptr,
    /// Two words, a run-time type and a data word that is followed only if the type says that it is a pointer.
    Iface,
}

/// Part of a large element: `count` repetitions of a smaller layout from byte `off` on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Span {
    /// Offset of the first repetition, in bytes.
    pub off: u64,
    /// What is repeated; never `NONE`.
    pub layout: LayoutId,
    /// How often.
    pub count: u64,
}

/// Where the pointers of one element are.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum PtrMap {
    /// An element of at most 64 words: bit *i* stands for word *i*.
    Words {
        /// Words that hold a pointer.
        ptrs: u64,
        /// First words (the type) of interface values.
        ifaces: u64,
    },
    /// A larger element, by its parts.
    Spans(Box<[Span]>),
    /// The object of a coroutine, which the collector tells of when it reaches it. Never part of another.
    Coroutine,
}

/// The pointer map of one element.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Layout {
    /// Size of the element in bytes, a multiple of 8.
    pub elem_size: u64,
    /// Its pointers.
    pub map: PtrMap,
}

/// All layouts of a program.
#[derive(Debug)]
pub struct Layouts {
    table: Vec<Layout>,
    ids: HashMap<Layout, LayoutId>,
}

impl Default for Layouts {
    fn default() -> Self {
        Layouts::new()
    }
}

impl Layouts {
    /// The table with the predefined layouts.
    pub fn new() -> Layouts {
        let mut layouts = Layouts { table: Vec::new(), ids: HashMap::new() };
        for (words, ptrs, ifaces) in [(1, 0, 0), (1, 1, 0), (2, 1, 0), (3, 1, 0), (2, 0, 1)] {
            layouts.intern(Layout { elem_size: words * 8, map: PtrMap::Words { ptrs, ifaces } });
        }
        layouts.intern(Layout { elem_size: 8, map: PtrMap::Coroutine });
        debug_assert_eq!(layouts.table.len(), LayoutId::COROUTINE.0 as usize + 1);
        layouts
    }

    /// The layout named by `id`.
    pub fn get(&self, id: LayoutId) -> &Layout {
        &self.table[id.0 as usize]
    }

    /// The layout of an element of `elem_size` bytes with pointers at the given byte offsets
    /// (closures, and whatever the VM builds that has no Go type).
    pub fn define(&mut self, elem_size: u64, ptrs: &[(u64, PtrKind)]) -> LayoutId {
        let parts: Vec<Span> = ptrs
            .iter()
            .map(|&(off, kind)| {
                let layout = match kind {
                    PtrKind::Ptr => LayoutId::PTR,
                    PtrKind::Iface => LayoutId::IFACE,
                };
                Span { off, layout, count: 1 }
            })
            .collect();
        self.compose(elem_size, &parts)
    }

    /// The layout of an element made of parts (a struct by its fields, an array by its one run). Parts
    /// without pointers may be given; they are dropped.
    pub fn compose(&mut self, elem_size: u64, parts: &[Span]) -> LayoutId {
        let mut spans = Vec::new();
        for &part in parts {
            if part.layout.has_pointers() && part.count > 0 {
                self.splice(part, &mut spans);
            }
        }
        // A part that fills the whole element *is* the element: `[n]T` in memory is n times T.
        match *spans.as_slice() {
            [] => return LayoutId::NONE,
            [Span { off: 0, layout, count }] if self.get(layout).elem_size * count == elem_size => {
                return layout;
            }
            _ => {}
        }
        debug_assert!(elem_size.is_multiple_of(8), "pointers are aligned, so are structs that hold them");
        let map = if elem_size <= 64 * 8 { self.words(&spans) } else { PtrMap::Spans(spans.into()) };
        self.intern(Layout { elem_size, map })
    }

    /// Adds `part`, taking apart a single large element into its own spans.
    fn splice(&self, part: Span, out: &mut Vec<Span>) {
        match &self.get(part.layout).map {
            PtrMap::Spans(inner) if part.count == 1 => {
                out.extend(inner.iter().map(|s| Span { off: s.off + part.off, ..*s }));
            }
            PtrMap::Words { .. } | PtrMap::Spans(_) | PtrMap::Coroutine => out.push(part),
        }
    }

    /// The bit map of a small element; all its parts are small too.
    fn words(&self, spans: &[Span]) -> PtrMap {
        let (mut ptrs, mut ifaces) = (0, 0);
        for span in spans {
            let inner = self.get(span.layout);
            if let PtrMap::Words { ptrs: p, ifaces: i } = inner.map {
                for n in 0..span.count {
                    let shift = (span.off + n * inner.elem_size) / 8;
                    ptrs |= p << shift;
                    ifaces |= i << shift;
                }
            }
        }
        PtrMap::Words { ptrs, ifaces }
    }

    fn intern(&mut self, layout: Layout) -> LayoutId {
        // The predefined ids are pushed in order even where two would be equal.
        if let Some(&id) = self.ids.get(&layout) {
            return id;
        }
        let id = LayoutId(self.table.len() as u32);
        self.ids.insert(layout.clone(), id);
        self.table.push(layout);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn predefined_layouts_are_found_again() {
        let mut layouts = Layouts::new();
        assert_eq!(layouts.define(8, &[(0, PtrKind::Ptr)]), LayoutId::PTR);
        assert_eq!(layouts.define(24, &[(0, PtrKind::Ptr)]), LayoutId::SLICE);
        assert_eq!(layouts.define(16, &[(0, PtrKind::Iface)]), LayoutId::IFACE);
        assert_eq!(layouts.define(24, &[]), LayoutId::NONE);
    }

    #[test]
    fn arrays_repeat_their_element() {
        let mut layouts = Layouts::new();
        let strings = Span { off: 0, layout: LayoutId::STRING, count: 1000 };
        assert_eq!(layouts.compose(16_000, &[strings]), LayoutId::STRING);
        let mixed = layouts.compose(32, &[Span { off: 8, layout: LayoutId::PTR, count: 3 }]);
        assert_eq!(layouts.get(mixed).map, PtrMap::Words { ptrs: 0b1110, ifaces: 0 });
    }

    #[test]
    fn large_elements_keep_spans_and_splice_single_parts() {
        let mut layouts = Layouts::new();
        let big = layouts.compose(8008, &[Span { off: 8, layout: LayoutId::PTR, count: 1000 }]);
        let outer = layouts.compose(
            8024,
            &[Span { off: 0, layout: LayoutId::IFACE, count: 1 }, Span { off: 16, layout: big, count: 1 }],
        );
        let PtrMap::Spans(spans) = &layouts.get(outer).map else { panic!("spans expected") };
        assert_eq!(spans[1], Span { off: 24, layout: LayoutId::PTR, count: 1000 });
    }
}
