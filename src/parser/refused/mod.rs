//! Reading a file that the grammar refuses, for the sake of its errors.
//!
//! In: the tokens of a file, and what kind of file it is. Out: the errors that Go's compiler gives about it, all of
//! them, word for word. A generated parser can say which tokens it would have accepted, but Go's messages, and what it
//! reports after the first one, come from a parser written by hand: from the function that meets the wrong token, and
//! from the tokens at which it goes on. This is such a parser that builds nothing. (Before it there was a repair of
//! the tokens around an error, after which the grammar was asked again: the first message was mostly Go's, the whole
//! list only in six of ten files.)
//!
//! Invariants: only refused files come here, so nothing in it costs time when a program is right. It never decides
//! whether a file is right: that is the grammar's business. Every loop consumes a token or ends, and the depth of the
//! recursion is limited.

mod decl;
mod expr;
mod param;
mod reader;
mod stmt;
mod text;
mod types;

use crate::diag::Diagnostic;
use crate::lexer::Token;
use crate::source::{File, Pos, Span};
use reader::Reader;
use std::ops::Range;

/// After so many errors the rest of a file is not read: it is no program.
pub(super) const MAX_ERRORS: usize = 500;

/// What is to be read.
pub struct Refused<'f> {
    /// The file that the tokens are of.
    pub file: &'f File,
    /// All its tokens, marked as far as the grammar came.
    pub tokens: &'f [Token],
    /// Whether it is a script, where statements may stand outside functions.
    pub script: bool,
    /// Whether `go` may stand in expressions.
    pub pgo: bool,
    /// Whether there are errors already: then the end of the text is no surprise.
    pub has_errors: bool,
}

/// What is found in such a file.
pub struct Errors {
    /// The errors.
    pub errors: Vec<Diagnostic>,
    /// The position behind which nothing was read, if Go gives up there.
    pub stopped: Option<Pos>,
    /// Text without which there would not be an error that is no syntax error, at its beginning. Go's parser drops it, and its checker
    /// reads on.
    pub superfluous: Vec<Span>,
    /// Whether the text ends too early, which is no error because of another one before: Go's checker reads what there is.
    pub cut_short: bool,
    /// The tokens, braces included, of bodies of functions without an error in them, but for those inside of others.
    pub clean_bodies: Vec<Range<usize>>,
}

impl Refused<'_> {
    /// The errors.
    pub fn errors(&self) -> Errors {
        let mut reader = Reader::new(self);
        if self.script {
            reader.script();
        } else if !reader.go_file() {
            let stopped = reader.span().lo;
            return reader.into_errors(Some(stopped));
        }
        reader.into_errors(None)
    }
}
