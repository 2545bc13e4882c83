//! Source text: files, byte positions and spans, interned names.
//!
//! In: the text of files. Out: a [`SourceMap`] in which every byte of every file has one global 32-bit
//! position, so that a [`Span`] of eight bytes says both where and in which file. Invariant: position 0 belongs
//! to no file, and the ranges of two files neither overlap nor touch.

mod constraint;
mod embed;
mod language;
mod line_directive;
mod map;
mod modfile;
mod module;
mod packages;
mod settings;
mod span;
mod stdlib;
mod symbol;

pub use constraint::{Tags, package_files, test_files, why_empty, wrong_build_line};
pub use embed::{Mistake, embed};
pub use language::build_language;
pub use line_directive::{LineDirective, line_directive};
pub use map::{File, FileId, Origin, SourceMap};
pub use modfile::Wrong;
pub use module::Module;
pub use packages::{Behaviour, ImportError, Location, Mistaken, Packages};
pub use settings::{DebugLine, debug_lines, godebug, godebug_value};
pub use span::{Pos, Span};
pub use stdlib::{StdDecl, StdDeclKind, StdFile, StdPackage, StdSources, comment_before};
pub use symbol::{Symbol, sym};
