//! The files of a program.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::{LineDirective, Pos, Span};

/// A file of a [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct FileId(pub u32);

/// One file: its name, its text, and the range of positions that it takes.
#[derive(Debug)]
pub struct File {
    /// Its number in the map.
    pub id: FileId,
    /// Its name as diagnostics print it.
    pub name: String,
    /// Its text. A byte that is not UTF-8 stands here as one [`File::PLACEHOLDER`], so that offsets stay those
    /// of the file on disk.
    pub text: Cow<'static, str>,
    /// Offsets of the bytes that were not UTF-8.
    pub invalid: Vec<u32>,
    /// Whether the text did not fit into the position space, and was left out.
    pub too_large: bool,
    /// Position of the first byte.
    pub base: Pos,
    /// Offsets of the first bytes of lines, made on first use.
    lines: OnceCell<Vec<u32>>,
    /// What comments say of where the text comes from, in its order.
    line_directives: OnceCell<Vec<LineDirective>>,
    /// The current directory when the file was added.
    here: Option<Rc<Path>>,
}

/// Where a piece of text comes from, as its comments `//line` tell; without any, where it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin<'f> {
    /// The file, as diagnostics print it.
    pub name: Cow<'f, str>,
    /// The line, from 1.
    pub line: u32,
    /// The byte column, from 1, if it is known.
    pub col: Option<u32>,
}

impl fmt::Display for Origin<'_> {
    /// `file:line:col`, or `file:line`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.name, self.line)?;
        self.col.map_or(Ok(()), |col| write!(f, ":{col}"))
    }
}

impl File {
    /// What stands in [`File::text`] for a byte that is not UTF-8.
    pub const PLACEHOLDER: u8 = 0x7f;

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span { lo: self.base, hi: self.base + self.text.len() as u32 }
    }

    /// Whether `pos` lies in this file; its end counts.
    pub fn contains(&self, pos: Pos) -> bool {
        self.base <= pos && pos <= self.span().hi
    }

    /// The byte offset of a position, clamped to the text.
    pub fn offset(&self, pos: Pos) -> usize {
        (pos.saturating_sub(self.base) as usize).min(self.text.len())
    }

    /// Offsets of the first bytes of all lines; there is at least one line.
    pub fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let newlines = memchr::memchr_iter(b'\n', self.text.as_bytes());
            std::iter::once(0).chain(newlines.map(|i| i as u32 + 1)).collect()
        })
    }

    /// Line and byte column of a position, both from 1.
    pub fn line_col(&self, pos: Pos) -> (u32, u32) {
        let offset = self.offset(pos) as u32;
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start <= offset);
        (line as u32, offset - starts[line - 1] + 1)
    }

    /// Keeps what the comments of the whole text say; only the first call counts.
    pub(crate) fn set_line_directives(&self, found: Vec<LineDirective>) {
        let _ = self.line_directives.set(found);
    }

    /// The number of the last comment that speaks of where `pos` comes from, from 1; 0 if there is none.
    pub fn line_directive_at(&self, pos: Pos) -> usize {
        let Some(directives) = self.line_directives.get() else { return 0 };
        let offset = self.offset(pos) as u32;
        directives.partition_point(|directive| directive.from <= offset)
    }

    /// Where a position comes from.
    pub fn origin(&self, pos: Pos) -> Origin<'_> {
        let (line, col) = self.line_col(pos);
        let at = self.line_directive_at(pos);
        if at == 0 {
            return Origin { name: Cow::Borrowed(&self.name), line, col: Some(col) };
        }
        let directive = &self.line_directives.get().expect("it has the comment at this position")[at - 1];
        let (first_line, first_col) = self.line_col(self.base + directive.from);
        let col =
            directive.col.map(|begins| if line == first_line { begins + (col - first_col) } else { col });
        let name = match (directive.name.as_str(), Path::new(&self.name).parent()) {
            (name, Some(dir)) if !name.is_empty() && name != self.name => clean(&dir.join(name)),
            (name, _) => name.to_owned(),
        };
        Origin { name: Cow::Owned(name), line: directive.line + (line - first_line), col }
    }

    /// The path from the root of the file system of where a position comes from, if this file is on disk; else its name.
    pub fn origin_path(&self, pos: Pos) -> String {
        let name = self.origin(pos).name;
        let on_disk = self.here.as_ref().filter(|here| here.join(&self.name).is_file());
        match on_disk {
            // As Go says of a comment without a name.
            _ if name.is_empty() => "??".to_owned(),
            Some(here) => clean(&here.join(&*name)),
            None => name.into_owned(),
        }
    }

    /// The text of line `line` (from 1) without its line end; empty when there is no such line.
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.line_starts();
        let Some(&start) = (line as usize).checked_sub(1).and_then(|i| starts.get(i)) else { return "" };
        let end = starts.get(line as usize).map_or(self.text.len(), |&e| e as usize - 1);
        self.text[start as usize..end].trim_end_matches('\r')
    }

    /// The text of a span, clamped to the file and to whole characters.
    pub fn slice(&self, span: Span) -> &str {
        let lo = self.text.floor_char_boundary(self.offset(span.lo));
        let hi = self.text.ceil_char_boundary(self.offset(span.hi));
        self.text.get(lo..hi).unwrap_or("")
    }
}

/// All files of a program, in one space of positions.
///
/// Files are shared (`Rc`), so a stage may keep one while others are added.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<Rc<File>>,
    /// The current directory when the first file was added that is not part of the executable.
    here: Option<Rc<Path>>,
}

impl SourceMap {
    /// A map without files.
    pub fn new() -> SourceMap {
        SourceMap::default()
    }

    /// Adds a file whose bytes were read from somewhere; they need not be UTF-8.
    pub fn add(&mut self, name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> FileId {
        if self.here.is_none() {
            self.here = std::env::current_dir().ok().map(Into::into);
        }
        match String::from_utf8(bytes.into()) {
            Ok(text) => self.insert(name.into(), Cow::Owned(text), Vec::new()),
            Err(error) => {
                let (text, invalid) = mend(error.into_bytes());
                self.insert(name.into(), Cow::Owned(text), invalid)
            }
        }
    }

    /// Adds a file whose text is part of the executable.
    pub fn add_static(&mut self, name: impl Into<String>, text: &'static str) -> FileId {
        self.insert(name.into(), Cow::Borrowed(text), Vec::new())
    }

    fn insert(&mut self, name: String, text: Cow<'static, str>, invalid: Vec<u32>) -> FileId {
        let id = FileId(self.files.len() as u32);
        let base = self.files.last().map_or(1, |file| file.span().hi + 1);
        // Room for the end position of this file and for the base of the next.
        let too_large = text.len() as u64 + u64::from(base) + 2 > u64::from(u32::MAX);
        let (text, invalid) = if too_large { (Cow::Borrowed(""), Vec::new()) } else { (text, invalid) };
        let here = self.here.clone().filter(|_| matches!(text, Cow::Owned(_)));
        self.files.push(Rc::new(File {
            id,
            name,
            text,
            invalid,
            too_large,
            base,
            lines: OnceCell::new(),
            line_directives: OnceCell::new(),
            here,
        }));
        id
    }

    /// All files, in the order in which they were added.
    pub fn files(&self) -> &[Rc<File>] {
        &self.files
    }

    /// A file by its number.
    pub fn file(&self, id: FileId) -> &Rc<File> {
        &self.files[id.0 as usize]
    }

    /// The file that holds a position; none for positions that no file holds.
    pub fn file_of(&self, pos: Pos) -> Option<&Rc<File>> {
        let after = self.files.partition_point(|file| file.base <= pos);
        self.files.get(after.checked_sub(1)?).filter(|file| file.contains(pos))
    }

    /// File, line and byte column (both from 1) of a position; none for positions that no file holds.
    pub fn lookup(&self, pos: Pos) -> Option<(&File, u32, u32)> {
        let file = self.file_of(pos)?;
        let (line, col) = file.line_col(pos);
        Some((file, line, col))
    }

    /// Where a position comes from, see [`Origin`]; none for positions that no file holds.
    pub fn origin(&self, pos: Pos) -> Option<Origin<'_>> {
        Some(self.file_of(pos)?.origin(pos))
    }

    /// The text of a span; empty for spans in no file.
    pub fn text(&self, span: Span) -> &str {
        self.file_of(span.lo).map_or("", |file| file.slice(span))
    }
}

/// The path without needless `.`, and without `..` where it says what it leaves.
fn clean(path: &Path) -> String {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(clean.components().next_back(), Some(Component::Normal(_))) => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean.display().to_string()
}

/// Replaces each byte that is not UTF-8 by a placeholder, and gives the offsets of those bytes.
fn mend(mut bytes: Vec<u8>) -> (String, Vec<u32>) {
    let mut invalid = Vec::new();
    let mut start = 0;
    while let Err(error) = std::str::from_utf8(&bytes[start..]) {
        let at = start + error.valid_up_to();
        let len = error.error_len().unwrap_or(bytes.len() - at);
        for (i, byte) in bytes.iter_mut().enumerate().skip(at).take(len) {
            *byte = File::PLACEHOLDER;
            if invalid.len() < u32::MAX as usize {
                invalid.push(i as u32);
            }
        }
        start = at + len;
    }
    // The loop has just replaced everything that could make this fail.
    (String::from_utf8_lossy(&bytes).into_owned(), invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_of_two_files() {
        let mut map = SourceMap::new();
        let a = map.add("a.go", "one\ntwo\n");
        let b = map.add("b.go", "x");
        let base = map.file(b).base;
        assert_eq!(map.lookup(map.file(a).base + 4).map(|(f, l, c)| (f.id, l, c)), Some((a, 2, 1)));
        assert_eq!(map.lookup(base).map(|(f, l, c)| (f.id, l, c)), Some((b, 1, 1)));
        assert!(map.lookup(0).is_none());
        assert!(map.lookup(base + 10).is_none());
    }

    #[test]
    fn bytes_that_are_not_utf8_keep_offsets() {
        let mut map = SourceMap::new();
        let id = map.add("a.go", b"a\xffb\xc3".to_vec());
        assert_eq!(map.file(id).text, "a\x7fb\x7f");
        assert_eq!(map.file(id).invalid, [1, 3]);
    }
}
