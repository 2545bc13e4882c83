//! Where an import path leads: into the standard library, or to a directory of a module on disk.
//!
//! The rules are those of the `go` command, except that nothing is downloaded: `go.mod` names the module, packages lie in the
//! directories below it; `replace` and `go.work` lead to other directories, a `vendor` folder holds copies; what else is required
//! is looked for among the modules that the go command has downloaded before. `internal` directories are open only to
//! their surroundings.

use super::modfile::Wrong;
use super::module::{self, Module, Replaced, Root, Work};
use super::{StdPackage, Tags, package_files};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Finds packages for the program in one directory.
#[derive(Clone, Debug, Default)]
pub struct Packages {
    module: Option<Module>,
    /// The modules that packages are taken from, the longest path first.
    roots: Vec<Root>,
    /// Where there are copies of all packages that the modules need.
    vendor: Option<Vendor>,
    tags: Tags,
    mistaken: Option<Mistaken>,
    behaviour: Option<Behaviour>,
}

/// What a module, or a workspace, says about how its programs behave: see [`godebug`](super::godebug).
#[derive(Clone, Debug)]
pub struct Behaviour {
    /// The version of the language with which they are made.
    pub go: (u32, u32),
    /// Settings: names and values.
    pub settings: Vec<(String, String)>,
}

/// A `go.mod` or `go.work` in which something is wrong: there are no packages then.
#[derive(Clone, Debug)]
pub struct Mistaken {
    /// The path.
    pub file: PathBuf,
    /// The text.
    pub text: String,
    /// What is wrong.
    pub wrong: Vec<Wrong>,
}

/// A folder with copies of packages.
#[derive(Clone, Debug)]
struct Vendor {
    dir: PathBuf,
    modules: Vec<(String, Option<(u32, u32)>)>,
}

/// Where a package is.
#[derive(Clone, Debug)]
pub enum Location {
    /// In the standard library.
    Std(&'static StdPackage),
    /// In a directory; `path` is its import path, which identifies it.
    Dir {
        /// The directory.
        dir: PathBuf,
        /// The full import path.
        path: String,
    },
}

/// Why an import leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    /// The message, in the words of the `go` command.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Whether the path can be that of no package: then the compiler finds it, and goes on; what is missing ends the work before
    /// it begins.
    pub invalid: bool,
}

/// The version of the language in which a module is written that does not say so.
const UNSAID: (u32, u32) = (1, 16);

impl Packages {
    /// A finder without a module: only the standard library and relative paths.
    pub fn std_only() -> Packages {
        Packages::default()
    }

    /// The finder for a program in `dir`: its module is that of the nearest `go.mod` in `dir` or above.
    pub fn for_dir(dir: &Path, tags: &Tags) -> io::Result<Packages> {
        let dir = fs::canonicalize(if dir.as_os_str().is_empty() { Path::new(".") } else { dir })?;
        for root in dir.ancestors() {
            match fs::read_to_string(root.join("go.mod")) {
                Ok(text) => {
                    let found = match Module::parse(root, &text) {
                        Ok(module) => Packages::of(module, tags.clone()),
                        Err(wrong) => Err(Mistaken { file: root.join("go.mod"), text, wrong }),
                    };
                    return Ok(found.unwrap_or_else(|mistaken| Packages {
                        tags: tags.clone(),
                        mistaken: Some(mistaken),
                        ..Packages::default()
                    }));
                }
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Packages { tags: tags.clone(), ..Packages::default() })
    }

    fn of(module: Module, tags: Tags) -> Result<Packages, Mistaken> {
        let (mut top, mut work, mut worked) = (module.root.clone(), Work::default(), vec![module.clone()]);
        if let Some(file) = Work::file(&module.root)
            && let (Some(root), Ok(text)) = (file.parent(), fs::read_to_string(&file))
        {
            let parsed = match Work::parse(root, &text) {
                Ok(parsed) => parsed,
                Err(wrong) => return Err(Mistaken { file, text, wrong }),
            };
            let used: Vec<PathBuf> =
                parsed.used.iter().filter_map(|dir| fs::canonicalize(dir).ok()).collect();
            // A module that a workspace does not name stands alone.
            if used.contains(&module.root) {
                worked = used.iter().filter_map(|dir| Module::read(dir)).collect();
                (top, work) = (root.to_path_buf(), parsed);
            }
        }
        let (go, settings) = match work.used.is_empty() {
            true => (module.go, module.settings.clone()),
            false => (work.go, work.settings.clone()),
        };
        let behaviour = Some(Behaviour { go: go.unwrap_or(UNSAID), settings });
        let dir = top.join("vendor");
        let vendors = module.go.is_some_and(|go| go >= (1, 14)) && dir.is_dir();
        let vendor = vendors.then(|| Vendor { modules: module::vendored(&dir), dir });
        let mut roots: Vec<Root> = worked
            .iter()
            .map(|module| Root {
                path: module.path.clone(),
                version: None,
                dir: Some(module.root.clone()),
                go: module.go,
            })
            .collect();
        if vendor.is_none() {
            roots.extend(module::chosen(&worked, &work, module::cache().as_deref()));
        }
        roots.sort_by(|a, b| b.path.len().cmp(&a.path.len()).then_with(|| a.path.cmp(&b.path)));
        Ok(Packages { module: Some(module), behaviour, roots, vendor, tags, mistaken: None })
    }

    /// The file that says which modules there are, if something is wrong in it.
    pub fn mistaken(&self) -> Option<&Mistaken> {
        self.mistaken.as_ref()
    }

    /// The module, if there is one.
    pub fn module(&self) -> Option<&Module> {
        self.module.as_ref()
    }

    /// Where `import` leads in a file of the program's package `from_path` in the directory `from_dir`. (Files of
    /// the standard library import only from there: [`StdPackage::find`].)
    pub fn locate(
        &self,
        import: &str,
        from_path: &str,
        from_dir: Option<&Path>,
    ) -> Result<Location, ImportError> {
        check_path(import)?;
        if let Some(package) = StdPackage::find(import) {
            // The library's own internals are closed to programs.
            if internal_parent(import).is_some() {
                return Err(ImportError::new(format!("use of internal package {import} not allowed")));
            }
            return Ok(Location::Std(package));
        }
        let dir = if import.starts_with("./") || import.starts_with("../") || matches!(import, "." | "..") {
            from_dir.map(|dir| dir.join(import)).filter(|dir| dir.is_dir())
        } else {
            self.dir_of(import)
        };
        let Some(dir) = dir else { return Err(self.missing(import)) };
        if let Some(parent) = internal_parent(import)
            && from_path != parent
            && !from_path.strip_prefix(parent).is_some_and(|rest| parent.is_empty() || rest.starts_with('/'))
        {
            return Err(ImportError::new(format!("use of internal package {import} not allowed")));
        }
        let path = if import.starts_with('.') { dir.display().to_string() } else { import.to_string() };
        Ok(Location::Dir { dir, path })
    }

    /// The import path of a directory of a module.
    pub fn path_of(&self, dir: &Path) -> Option<String> {
        let dir = fs::canonicalize(dir).ok()?;
        let path = |below: &Path| -> String {
            below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
        };
        if let Some(below) = self.vendor.as_ref().and_then(|vendor| dir.strip_prefix(&vendor.dir).ok()) {
            return Some(path(below));
        }
        let root = self.root_of(&dir)?;
        let below = path(dir.strip_prefix(root.dir.as_ref()?).ok()?);
        Some(if below.is_empty() { root.path.clone() } else { format!("{}/{below}", root.path) })
    }

    /// The module that a directory is in.
    fn root_of(&self, dir: &Path) -> Option<&Root> {
        let length = |root: &&Root| root.dir.as_ref().map(|dir| dir.components().count());
        self.roots
            .iter()
            .filter(|root| root.dir.as_ref().is_some_and(|top| dir.starts_with(top)))
            .max_by_key(length)
    }

    /// The version of the language that the package in a directory is written in: what its module says, or else 1.16.
    pub fn language(&self, dir: &Path) -> Option<(u32, u32)> {
        let dir = fs::canonicalize(dir).ok()?;
        if let Some(vendor) = &self.vendor
            && let Ok(below) = dir.strip_prefix(&vendor.dir)
        {
            let of = |(path, _): &&(String, _)| below.starts_with(path);
            let module = vendor.modules.iter().filter(of).max_by_key(|(path, _)| path.len());
            return Some(module.and_then(|&(_, go)| go).unwrap_or(UNSAID));
        }
        Some(self.root_of(&dir)?.go.unwrap_or(UNSAID))
    }

    /// How the module's programs behave.
    pub fn behaviour(&self) -> Option<&Behaviour> {
        self.behaviour.as_ref()
    }

    /// The directory of an import path, if it exists.
    fn dir_of(&self, import: &str) -> Option<PathBuf> {
        let mut empty = None;
        let mut take = |dir: PathBuf| {
            if !dir.is_dir() {
                return None;
            }
            if package_files(&dir, &self.tags).is_ok_and(|files| !files.is_empty()) {
                return Some(dir);
            }
            // What has no such files at all is no package, just a directory.
            if has_go_files(&dir) {
                empty.get_or_insert(dir);
            }
            None
        };
        for root in &self.roots {
            let Some(top) = &root.dir else { continue };
            let Some(rest) = below(&root.path, import) else { continue };
            let dir = if rest.is_empty() { top.clone() } else { top.join(rest) };
            // A folder with a go.mod of its own is no part of the module.
            let own = dir.ancestors().take_while(|dir| *dir != top).all(|dir| !dir.join("go.mod").exists());
            if let Some(dir) = own.then(|| take(dir)).flatten() {
                return Some(dir);
            }
        }
        let copied = self.vendor.as_ref().and_then(|vendor| take(vendor.dir.join(import)));
        copied.or(empty)
    }

    fn missing(&self, import: &str) -> ImportError {
        // As in the go command, a first element with a dot means a module from the network.
        let far =
            import.split('/').next().is_some_and(|first| first.contains('.')) && !import.starts_with('.');
        if far {
            let own = self.module.as_ref().is_some_and(|module| below(&module.path, import).is_some());
            let Some(module) = &self.module else {
                let message = format!(
                    "no required module provides package {import}: go.mod file not found in current directory or any \
                     parent directory; see 'go help modules'"
                );
                return ImportError::new(message)
                    .with_help("put the program into a module: a directory with a go.mod");
            };
            if self.vendor.is_some() {
                return ImportError::new(format!(
                    "cannot find module providing package {import}: import lookup disabled by -mod=vendor\n\t\
                     (Go version in go.mod is at least 1.14 and vendor directory exists.)"
                ));
            }
            let root = self.roots.iter().find(|root| below(&root.path, import).is_some());
            if let Some(Root { path, version: Some(version), dir: None, .. }) = root {
                if let Some(dir) = module.replacement(path, version) {
                    let message = format!("{path}@{version}: replacement directory {dir} does not exist");
                    return ImportError::new(message);
                }
                let message = format!("{path}@{version}: module lookup disabled by GOPROXY=off");
                return ImportError::new(message).with_help(
                    "phasync downloads nothing: go mod download does, or go mod vendor beside go.mod",
                );
            }
            let replaced = module.replaced.iter().find(|with| below(&with.path, import).is_some());
            if let Some(Replaced { path, .. }) =
                replaced.filter(|with| self.roots.iter().all(|root| root.path != with.path))
            {
                return ImportError::new(format!(
                    "module {path} provides package {import} and is replaced but not required; to add it:\n\t\
                     go get {path}"
                ));
            }
            let message =
                format!("no required module provides package {import}; to add it:\n\tgo get {import}");
            return ImportError::new(message).with_help(if own {
                "a package is a directory with .go or .pgo files below that of go.mod"
            } else {
                "phasync does not download modules; put the package under your go.mod, or name its directory in a replace directive"
            });
        }
        if import.starts_with('.') {
            return ImportError::new(format!(
                "{import:?} is relative, but relative import paths are not supported in module mode"
            ));
        }
        // Packages of Go's library that phasync does not need.
        let parent = internal_parent(import);
        if parent.is_some_and(|parent| parent.is_empty() || StdPackage::find(parent).is_some()) {
            return ImportError::new(format!("use of internal package {import} not allowed"));
        }
        let mut error = ImportError::new(format!("package {import} is not in std"));
        let near = nearest(import);
        error.help = near.map(|path| format!("did you mean {path:?}?"));
        error
    }
}

impl ImportError {
    fn new(message: String) -> ImportError {
        ImportError { message, help: None, invalid: false }
    }

    fn with_help(mut self, help: &str) -> ImportError {
        self.help = Some(help.into());
        self
    }

    fn invalid(message: String) -> ImportError {
        ImportError { message, help: None, invalid: true }
    }
}

/// Whether a directory has files of the language, of whatever platform, tests among them.
fn has_go_files(dir: &Path) -> bool {
    let is_go = |path: &Path| matches!(path.extension().and_then(|ext| ext.to_str()), Some("go" | "pgo"));
    fs::read_dir(dir).is_ok_and(|entries| entries.flatten().any(|entry| is_go(&entry.path())))
}

/// What is left of an import path behind the path of a module, if it is one of its packages.
fn below<'a>(module: &str, import: &'a str) -> Option<&'a str> {
    let rest = import.strip_prefix(module)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}

/// Refuses what can't be an import path.
fn check_path(import: &str) -> Result<(), ImportError> {
    let bad =
        |c: char| c.is_control() || c.is_whitespace() || "!\"#$%&'()*,:;<=>?[\\]^`{|}\u{fffd}".contains(c);
    if import.is_empty() {
        return Err(ImportError::invalid("invalid import path (empty string)".into()));
    }
    if let Some(c) = import.chars().find(|&c| bad(c)) {
        let shown = match c {
            '\'' => "'\\''".to_string(),
            c => format!("{c:?}"),
        };
        return Err(ImportError::invalid(format!("invalid import path (invalid character {shown})")));
    }
    if import.starts_with('/') {
        return Err(ImportError::invalid(format!(
            "could not import {import} (import path cannot be absolute path)"
        )));
    }
    // Relative paths have their dots by right.
    let relative = import.split('/').next().is_some_and(|first| matches!(first, "." | ".."));
    match malformed(import) {
        Some(why) if !relative => Err(ImportError::new(format!("malformed import path {import:?}: {why}"))),
        _ => Ok(()),
    }
}

/// What the go command does not like about a path that the compiler would take.
fn malformed(import: &str) -> Option<String> {
    // What Windows has devices called, whatever follows behind a dot.
    const DEVICES: [&str; 22] = [
        "con", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "prn", "aux", "nul",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    ];
    if import.starts_with('-') {
        return Some("leading dash".into());
    }
    if import.contains("//") {
        return Some("double slash".into());
    }
    if import.ends_with('/') {
        return Some("trailing slash".into());
    }
    for part in import.split('/') {
        if part.chars().all(|c| c == '.') {
            return Some(format!("invalid path element {part:?}"));
        }
        if part.ends_with('.') {
            return Some("trailing dot in path element".into());
        }
        if let Some(c) = part.chars().find(|&c| !(c.is_ascii_alphanumeric() || "-._~+@".contains(c))) {
            return Some(format!("invalid char {c:?}"));
        }
        let short = part.split('.').next().unwrap_or(part);
        if DEVICES.iter().any(|device| device.eq_ignore_ascii_case(short)) {
            return Some(format!("{short:?} disallowed as path element component on Windows"));
        }
        let digits = short.trim_end_matches(|c: char| c.is_ascii_digit());
        if digits.len() < short.len() && digits.ends_with('~') {
            return Some("trailing tilde and digits in path element".into());
        }
    }
    None
}

/// The path of the tree that may import an internal package; empty for everything.
fn internal_parent(path: &str) -> Option<&str> {
    let mut at = None;
    let mut start = 0;
    for part in path.split('/') {
        if part == "internal" {
            at = Some(start);
        }
        start += part.len() + 1;
    }
    at.map(|start| path[..start].trim_end_matches('/'))
}

/// The standard package whose path or last element is meant most likely.
fn nearest(import: &str) -> Option<&'static str> {
    let last = import.rsplit('/').next().unwrap_or(import);
    let by_name = StdPackage::all().iter().find(|package| package.name == last);
    by_name.map(|package| package.path).filter(|path| internal_parent(path).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn internal_packages_belong_to_their_surroundings() {
        assert_eq!(internal_parent("a/b/internal/c"), Some("a/b"));
        assert_eq!(internal_parent("internal/c"), Some(""));
        assert_eq!(internal_parent("a/internal"), Some("a"));
        assert_eq!(internal_parent("a/internals/b"), None);
    }

    #[test]
    fn paths_that_lead_nowhere_say_so() {
        let packages = Packages::std_only();
        let message = |path: &str| packages.locate(path, "main", None).unwrap_err().message;
        assert_eq!(message("foo/bar"), "package foo/bar is not in std");
        assert_eq!(message(""), "invalid import path (empty string)");
        assert_eq!(message("a b"), "invalid import path (invalid character ' ')");
        assert_eq!(message("/a"), "could not import /a (import path cannot be absolute path)");
        assert_eq!(message("a/../b"), "malformed import path \"a/../b\": invalid path element \"..\"");
        assert_eq!(
            message("a.com/b"),
            "no required module provides package a.com/b: go.mod file not found in current directory or any parent directory; see 'go help modules'"
        );
        // What can be no path is the compiler's affair, and hides nothing else.
        let invalid = |path: &str| packages.locate(path, "main", None).unwrap_err().invalid;
        assert!(invalid("") && invalid("a b") && invalid("/a") && !invalid("foo/bar") && !invalid("a.com/b"));
    }
}
