//! Comments `//go:...` by which Go's compiler is told something about a declaration: those that stand before none.
//!
//! In: where such comments are, and the tree of their file. Out: the places of those that Go does not accept. None of
//! them says anything to phasync, but a constraint `//go:build` that comes too late would leave its file in the program
//! without a word.

use crate::ast::{Decl, File, TopItem};
use crate::lexer::{Kind, Token};
use crate::source::{self, Pos, Span};

/// The comments that stand in the wrong place.
#[derive(Debug, Default)]
pub(super) struct Misplaced {
    /// Those that Go's parser finds, and what it says.
    pub(super) by_parser: Vec<(Span, &'static str)>,
    /// Those before a declaration which they can't speak of: Go looks for them when all else is right.
    pub(super) late: Vec<(Span, &'static str)>,
}

/// What is said about a comment that stands in the wrong place.
const MISPLACED: &str = "misplaced compiler directive";

/// Programs cannot import package unsafe.
const LINKNAME: &str = "//go:linkname only allowed in Go files that import \"unsafe\"";

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
            found.by_parser.push((place, MISPLACED));
            continue;
        }
        let mut said = text.slice(place).split_whitespace();
        let verb = said.next().unwrap_or_default();
        match (verb, said.count()) {
            ("go:linkname", 1 | 2) => found.late.push((place, LINKNAME)),
            ("go:linkname", 3..) => {
                found.by_parser.push((place, "usage: //go:linkname localname [linkname]"))
            }
            ("go:embed", 0) => found.by_parser.push((place, "usage: //go:embed pattern...")),
            _ => {}
        }
        let of_file = verb == "go:build";
        let of_function = OF_FUNCTIONS.contains(&verb);
        match next(tree, comment.lo) {
            _ if !of_file && !of_function => {}
            Next::Package if of_file => {}
            Next::Function if of_function => {}
            Next::Package | Next::Function | Next::Other => found.late.push((place, MISPLACED)),
            Next::Nothing => found.by_parser.push((place, MISPLACED)),
        }
    }
    found
}

/// Looks at the comments `//go:...` of a file whose tree is not known: for those inside of braces, and at its end.
pub(super) fn misplaced_among(
    text: &source::File,
    tokens: &[Token],
    comments: &[Span],
) -> Vec<(Span, &'static str)> {
    let mut found = Vec::new();
    let mut braces = 0_usize;
    let mut tokens = tokens.iter().filter(|token| token.kind != Kind::Semi).peekable();
    for &comment in comments {
        while let Some(token) = tokens.next_if(|token| token.span.lo < comment.lo) {
            match token.kind.unmarked() {
                Kind::LBrace => braces += 1,
                Kind::RBrace => braces = braces.saturating_sub(1),
                _ => {}
            }
        }
        let place = Span::new(comment.lo + 2, comment.hi);
        let verb = text.slice(place).split_whitespace().next().unwrap_or_default();
        let known = verb == "go:build" || OF_FUNCTIONS.contains(&verb);
        if known && (braces > 0 || tokens.peek().is_none()) {
            found.push((place, MISPLACED));
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
