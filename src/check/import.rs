//! Finding the packages that are imported.

use crate::diag::{Code, Diagnostic};
use crate::source::{
    Behaviour, FileId, ImportError, Location, Mistaken, Packages, SourceMap, Span, Tags, Wrong, embed,
    package_files, why_empty,
};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A package that was found.
#[derive(Debug)]
pub enum FoundPackage {
    /// One of the standard library; the checker has it from the index.
    Std,
    /// One whose text is here.
    Text(PackageText),
}

/// The text of a package that is not of the standard library.
#[derive(Clone, Debug, Default)]
pub struct PackageText {
    /// Its import path, which identifies it: a relative import has another one.
    pub path: String,
    /// Its directory, for the imports of its own files; none if it is not on disk.
    pub dir: Option<PathBuf>,
    /// Its files: the name that diagnostics show, and the text.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether functions without body are natives of the host.
    pub natives: bool,
    /// Whether it is being tested: then it may be imported though it is a program.
    pub tested: bool,
}

/// What finds packages by import path.
pub trait Loader {
    /// The package that `import` leads to in a file of `from_dir`; `None`: a file without a place on disk.
    fn load(&mut self, import: &str, from_dir: Option<&Path>) -> Result<FoundPackage, ImportError>;
    /// The import path of the package in a directory, if that lies in the program's module.
    fn path_of(&self, _dir: &Path) -> Option<String> {
        None
    }
    /// The version of the language that the package in a directory is written in, if that is known.
    fn language(&self, _dir: &Path) -> Option<(u32, u32)> {
        None
    }
    /// The paths of the packages, beside those of the standard library, that a script may use without importing them.
    fn implicit(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The loader for programs on disk: the standard library, the directories of the program's module, and what the host adds.
#[derive(Debug, Default)]
pub struct DiskLoader {
    packages: Packages,
    tags: Tags,
    host: Vec<PackageText>,
}

impl DiskLoader {
    /// A loader for a program whose main package lies in `dir`; without one, of the standard library only. A
    /// `go.mod` that can't be read is left out of account.
    pub fn new(dir: Option<&Path>, tags: &Tags) -> DiskLoader {
        let packages = dir.and_then(|dir| Packages::for_dir(dir, tags).ok());
        DiskLoader { packages: packages.unwrap_or_default(), tags: tags.clone(), host: Vec::new() }
    }

    /// Adds packages of the host. They come before all others but those of the standard library.
    #[must_use]
    pub fn with_host(mut self, host: Vec<PackageText>) -> DiskLoader {
        self.host = host;
        self
    }
}

impl DiskLoader {
    /// How the module's programs behave, if there is one.
    pub fn behaviour(&self) -> Option<&Behaviour> {
        self.packages.behaviour()
    }

    /// Adds the file that says which modules there are to the sources, if something is wrong in it, and says what.
    pub fn mistakes(&self, sources: &mut SourceMap) -> Vec<Diagnostic> {
        let Some(Mistaken { file, text, wrong }) = self.packages.mistaken() else { return Vec::new() };
        let id = sources.add(shown_name(file), text.as_bytes().to_vec());
        let all = sources.file(id).span();
        let byte = |at: usize| all.hi.min(all.lo.saturating_add(u32::try_from(at).unwrap_or(u32::MAX)));
        let place = |at: &Range<usize>| Span { lo: byte(at.start), hi: byte(at.end) };
        let diags = wrong
            .iter()
            .map(|Wrong { at, message }| Diagnostic::error(Code::InvalidModule, place(at), message.clone()));
        diags.collect()
    }
}

impl Loader for DiskLoader {
    fn path_of(&self, dir: &Path) -> Option<String> {
        self.packages.path_of(dir)
    }

    fn language(&self, dir: &Path) -> Option<(u32, u32)> {
        self.packages.language(dir)
    }

    fn implicit(&self) -> Vec<String> {
        self.host.iter().filter(|package| package.natives).map(|package| package.path.clone()).collect()
    }

    fn load(&mut self, import: &str, from_dir: Option<&Path>) -> Result<FoundPackage, ImportError> {
        if let Some(package) = self.host.iter().find(|package| package.path == import) {
            return Ok(FoundPackage::Text(package.clone()));
        }
        let from_path = from_dir.and_then(|dir| self.packages.path_of(dir)).unwrap_or_default();
        let (dir, path) = match self.packages.locate(import, &from_path, from_dir)? {
            Location::Std(_) => return Ok(FoundPackage::Std),
            Location::Dir { dir, path } => (dir, path),
        };
        let unreadable = |error: std::io::Error| ImportError {
            message: format!("could not import {import} ({error})"),
            help: None,
            invalid: false,
        };
        let mut files = Vec::new();
        for file in package_files(&dir, &self.tags).map_err(unreadable)? {
            let text = fs::read(&file).map_err(unreadable)?;
            files.push((shown_name(&file), text));
        }
        if files.is_empty() {
            return Err(ImportError {
                message: format!("{} in {}", why_empty(&dir), dir.display()),
                help: None,
                invalid: false,
            });
        }
        Ok(FoundPackage::Text(PackageText { path, dir: Some(dir), files, natives: false, tested: false }))
    }
}

/// A file's name relative to the current directory, if it lies below.
fn shown_name(file: &Path) -> String {
    let here = env::current_dir().and_then(fs::canonicalize).ok();
    let short = here.as_ref().and_then(|here| file.strip_prefix(here).ok());
    short.unwrap_or(file).display().to_string()
}

/// Adds a file of a package in a directory to the sources, with the files that it embeds, and what is wrong with those.
pub fn add_source(
    sources: &mut SourceMap,
    name: String,
    text: Vec<u8>,
    dir: Option<&Path>,
) -> (FileId, Vec<Diagnostic>) {
    let Some((text, mistakes)) = dir.and_then(|dir| embed(&text, dir)) else {
        return (sources.add(name, text), Vec::new());
    };
    let id = sources.add(name, text);
    let base = sources.file(id).span().lo;
    let diags = mistakes.into_iter().map(|(at, message)| {
        let at = base + at as u32;
        // Missing files are like missing packages; the rest is a matter of the language.
        let missing = message.starts_with("pattern ");
        let code = if missing { Code::InvalidImport } else { Code::InvalidDeclaration };
        Diagnostic::error(code, Span { lo: at, hi: at }, message)
    });
    (id, diags.collect())
}
