//! Text to tokens.
//!
//! In: the text of a file, or a part of it. Out: [`Token`]s, with the semicolons that Go inserts at line ends, and
//! diagnostics for what is no token. Invariants: a mistake in a literal still gives a token of its kind, so the
//! parser goes on; the last token of a file is a semicolon if the line needs one; tokens do not overlap, and
//! their spans lie on character boundaries.
//!
//! Syntax that depends on more than a line end (which brace opens a body, which bracket opens type parameters)
//! is marked by [`mark`], one top-level item at a time.

mod brackets;
mod dump;
mod literal;
mod marks;
mod scan;
mod token;
mod unicode;

pub use brackets::{Brackets, Mates};
pub use dump::dump;
pub use marks::{Marks, mark};
pub use scan::Lexer;
pub use token::{KEYWORDS, Kind, Token};
pub use unicode::{is_digit, is_letter};
