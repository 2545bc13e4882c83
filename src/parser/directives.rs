//! Comments `//go:...` by which Go's compiler is told something about a declaration: those that stand before none.
//!
//! In: where such comments are, and the tree of their file. Out: the places of those that Go does not accept. None of
//! them says anything to phasync, but a constraint `//go:build` that comes too late would leave its file in the program
//! without a word.

use crate::ast::{Decl, File, TopItem};
use crate::source::{self, Pos, Span};

/// The comments that stand in the wrong place.
#[derive(Debug, Default)]
pub(super) struct Misplaced {
    /// Those that Go's parser finds.
    pub(super) by_parser: Vec<Span>,
    /// Those before a declaration which they can't speak of: Go looks for them when all else is right.
    pub(super) late: Vec<Span>,
}

/// What functions can be told.
const OF_FUNCTIONS: [&str; 8] = [
    "go:noescape",
    "go:norace",
    "go:nosplit",
    "go:noinline",
    "go:nocheckptr",
    "go:registerparams",
    "go:uintptrkeepalive",
    "go:uintptrescapes",
];

/// What follows a comment, as far as it matters.
enum Next {
    Package,
    Function,
    /// Something else that is declared.
    Other,
    Nothing,
}

/// Looks at the comments `//go:...` of a file.
pub(super) fn misplaced(text: &source::File, tree: &File, comments: &[Span]) -> Misplaced {
    let mut found = Misplaced::default();
    for &comment in comments {
        // Go's place is behind the slashes.
        let place = Span::new(comment.lo + 2, comment.hi);
        let before = &text.text[..text.offset(comment.lo)];
        let line = before.rsplit('\n').next().unwrap_or_default();
        if !line.trim_ascii().is_empty() {
            found.by_parser.push(place);
            continue;
        }
        let said = text.slice(place);
        let verb = said.split_whitespace().next().unwrap_or_default();
        let of_file = verb == "go:build";
        let of_function = OF_FUNCTIONS.contains(&verb);
        match next(tree, comment.lo) {
            _ if !of_file && !of_function => {}
            Next::Package if of_file => {}
            Next::Function if of_function => {}
            Next::Package | Next::Function | Next::Other => found.late.push(place),
            Next::Nothing => found.by_parser.push(place),
        }
    }
    found
}

/// What stands behind a position that a comment there would speak of.
fn next(tree: &File, at: Pos) -> Next {
    if at < tree.package_pos {
        return Next::Package;
    }
    let mut decls = tree.items.iter().filter_map(|item| match item {
        TopItem::Decl(decl) => Some(decl),
        TopItem::Stmt(_) => None,
    });
    let behind = decls.find(|decl| decl.span().hi > at);
    let inside = behind.is_some_and(|decl| decl.span().lo <= at);
    let in_group = |parens: bool, last: Option<Span>| {
        // Before the parenthesis the comment would be about all of them; behind it, about the next one.
        let there = if inside { last.is_some_and(|last| at < last.lo) } else { !parens };
        if there { Next::Other } else { Next::Nothing }
    };
    match behind {
        Some(Decl::Func(_)) if !inside => Next::Function,
        Some(Decl::Import(group)) => in_group(group.parens, group.specs.last().map(|spec| spec.span)),
        Some(Decl::Const(group) | Decl::Var(group)) => {
            in_group(group.parens, group.specs.last().map(|spec| spec.span))
        }
        Some(Decl::Type(group)) => in_group(group.parens, group.specs.last().map(|spec| spec.span)),
        Some(Decl::Func(_) | Decl::Bad(_)) | None => Next::Nothing,
    }
}
