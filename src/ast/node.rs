//! What all nodes share.

use crate::source::{Span, Symbol};

/// Number of an expression, identifier or clause, for tables beside the tree.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The counter that node numbers come from.
#[derive(Debug, Default)]
pub struct NodeIds {
    next: u32,
}

impl NodeIds {
    /// A counter from 0.
    pub fn new() -> NodeIds {
        NodeIds::default()
    }

    /// A fresh number.
    pub fn fresh(&mut self) -> NodeId {
        let id = NodeId(self.next);
        self.next += 1;
        id
    }

    /// How many numbers were handed out: the length that a table needs.
    pub fn len(&self) -> usize {
        self.next as usize
    }

    /// Whether no number was handed out.
    pub fn is_empty(&self) -> bool {
        self.next == 0
    }
}

/// An identifier where it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ident {
    /// Its number. An identifier that is an expression has that expression's number.
    pub id: NodeId,
    /// Its name.
    pub name: Symbol,
    /// Where.
    pub span: Span,
}

/// The longest path from a node down to a leaf, in nodes; leaves have 1.
pub type Height = u16;

/// The greatest height that the parser builds: beyond it there is an error, so that walking and dropping a tree
/// can recurse.
pub const MAX_DEPTH: Height = 10_000;
