//! Files in older versions of the language, and what these do not have.

use super::Checker;
use crate::diag::Code;
use crate::source::{FileId, Pos, Span, build_language};

/// The version of the language that gave each round of a loop variables of its own.
const PER_ROUND: u32 = 22;

/// The version that files are in about which nothing else is known: the one that this checker is for.
const NEWEST: u32 = 27;

/// A build line can set a file back to this version, but not to one before.
const LEAST_BY_BUILD_LINE: u32 = 21;

/// A file in an older version of the language.
#[derive(Debug)]
pub(super) struct OldFile {
    span: Span,
    /// What comes behind `1.`.
    version: u32,
    /// Who says so, as messages tell it.
    said_by: String,
}

impl Checker {
    /// Says in which version of the language a file of Go is, by its module and by its build line.
    pub fn set_language(&mut self, file: FileId, of_module: Option<(u32, u32)>) {
        let file = self.sources.file(file);
        let by_line = build_language(file.text.as_bytes()).map(|(_, minor)| minor);
        let of_module = of_module.map(|(_, minor)| minor);
        let version = by_line.map(|minor| minor.max(LEAST_BY_BUILD_LINE)).or(of_module).unwrap_or(NEWEST);
        if version >= NEWEST {
            return;
        }
        let said_by = if by_line == Some(version) {
            format!("file declares //go:build go1.{version}")
        } else {
            format!("-lang was set to go1.{}; check go.mod", of_module.unwrap_or(NEWEST))
        };
        self.old_files.push(OldFile { span: file.span(), version, said_by });
    }

    fn old_file(&self, pos: Pos) -> Option<&OldFile> {
        self.old_files.iter().find(|file| (file.span.lo..=file.span.hi).contains(&pos))
    }

    /// Whether the rounds of a loop at a position share its variables.
    pub fn rounds_share(&self, pos: Pos) -> bool {
        !self.has_version(pos, PER_ROUND)
    }

    /// Whether a position is in Go 1.`minor` or later.
    pub(super) fn has_version(&self, pos: Pos, minor: u32) -> bool {
        self.old_file(pos).is_none_or(|file| file.version >= minor)
    }

    /// What messages put behind something that came later than the version at a position: which version it asks for.
    pub(super) fn requires(&self, pos: Pos, minor: u32) -> String {
        let said_by = self.old_file(pos).map_or("", |file| &file.said_by);
        format!("requires go1.{minor} or later ({said_by})")
    }

    /// Reports something that came with Go 1.`minor` where the language is older; true where it is not.
    pub(super) fn since(&mut self, minor: u32, at: Span, what: impl FnOnce(&mut Checker) -> String) -> bool {
        if self.has_version(at.lo, minor) {
            return true;
        }
        let message = format!("{} {}", what(self), self.requires(at.lo, minor));
        self.err(Code::TooNew, at, message);
        false
    }
}
