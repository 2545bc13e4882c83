//! Where an import path leads: into the standard library, or to a directory of the module on disk.
//!
//! The rules are those of the `go` command for a module without downloaded dependencies: `go.mod` names the
//! module, packages lie in the directories below it, `replace` directives may lead to other directories, and
//! `internal` directories are open only to their surroundings.

use super::StdPackage;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A module on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The directory of `go.mod`.
    pub root: PathBuf,
    /// The module path.
    pub path: String,
    /// Module paths that `replace` leads to directories.
    pub replaced: Vec<(String, PathBuf)>,
    /// Module paths that `require` names.
    pub required: Vec<String>,
    /// The version of the language that it is written in: major and minor number.
    pub go: Option<(u32, u32)>,
}

/// Finds packages for the program in one directory.
#[derive(Clone, Debug, Default)]
pub struct Packages {
    module: Option<Module>,
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

impl Packages {
    /// A finder without a module: only the standard library and relative paths.
    pub fn std_only() -> Packages {
        Packages::default()
    }

    /// The finder for a program in `dir`: its module is that of the nearest `go.mod` in `dir` or above.
    pub fn for_dir(dir: &Path) -> io::Result<Packages> {
        let dir = fs::canonicalize(if dir.as_os_str().is_empty() { Path::new(".") } else { dir })?;
        for root in dir.ancestors() {
            match fs::read_to_string(root.join("go.mod")) {
                Ok(text) => return Ok(Packages { module: Module::parse(root, &text) }),
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(Packages::default())
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
            self.module.as_ref().and_then(|module| module.dir_of(import))
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

    /// The import path of a directory of the module.
    pub fn path_of(&self, dir: &Path) -> Option<String> {
        let module = self.module.as_ref()?;
        let dir = fs::canonicalize(dir).ok()?;
        let below = dir.strip_prefix(&module.root).ok()?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        if parts.is_empty() {
            Some(module.path.clone())
        } else {
            Some(format!("{}/{}", module.path, parts.join("/")))
        }
    }

    fn missing(&self, import: &str) -> ImportError {
        let first = import.split('/').next().unwrap_or(import);
        if let Some(module) = &self.module
            && (import == module.path || import.starts_with(&format!("{}/", module.path)))
        {
            let mut error = ImportError::new(format!("package {import} is not in {}", module.root.display()));
            error.help = Some("a package is a directory with .go or .pgo files below that of go.mod".into());
            return error;
        }
        // As in the go command, a first element with a dot means a module from the network.
        if first.contains('.') && !import.starts_with('.') {
            let mut error = ImportError::new(match &self.module {
                Some(_) => format!("no required module provides package {import}"),
                None => format!("no required module provides package {import}: go.mod file not found"),
            });
            error.help = Some("phasync does not download modules; put the package under your go.mod, or name its directory in a replace directive".into());
            return error;
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

    fn invalid(message: String) -> ImportError {
        ImportError { message, help: None, invalid: true }
    }
}

impl Module {
    /// Reads a `go.mod`; none without a module path.
    pub fn parse(root: &Path, text: &str) -> Option<Module> {
        let mut module = Module {
            root: root.to_path_buf(),
            path: String::new(),
            replaced: Vec::new(),
            required: Vec::new(),
            go: None,
        };
        let mut block = String::new();
        for line in text.lines() {
            let line = line.split("//").next().unwrap_or("").trim();
            let mut words: Vec<String> = line.split_whitespace().map(unquoted).collect();
            match words.as_slice() {
                [] => continue,
                [close] if close == ")" => {
                    block.clear();
                    continue;
                }
                [keyword, open] if open == "(" => {
                    block = keyword.clone();
                    continue;
                }
                _ => {}
            }
            let keyword = if block.is_empty() { words.remove(0) } else { block.clone() };
            match (keyword.as_str(), words.as_slice()) {
                ("module", [path, ..]) => module.path = path.clone(),
                ("go", [version, ..]) => module.go = language_version(version),
                ("require", [path, ..]) => module.required.push(path.clone()),
                ("replace", [path, .., target])
                    if words.iter().any(|word| word == "=>")
                        && (target.starts_with("./")
                            || target.starts_with("../")
                            || target.starts_with('/')) =>
                {
                    module.replaced.push((path.clone(), root.join(target)));
                }
                _ => {}
            }
        }
        (!module.path.is_empty()).then_some(module)
    }

    /// The directory of an import path, if it exists.
    fn dir_of(&self, import: &str) -> Option<PathBuf> {
        let below = |prefix: &str, root: &Path| {
            let rest = import.strip_prefix(prefix)?;
            match rest.strip_prefix('/') {
                Some(rest) => Some(root.join(rest)),
                None => rest.is_empty().then(|| root.to_path_buf()),
            }
        };
        let replaced = self.replaced.iter().filter_map(|(path, root)| below(path, root));
        replaced.chain(below(&self.path, &self.root)).find(|dir| dir.is_dir())
    }
}

/// The numbers of `1.22`, `1.22.1` or `1.23rc1`.
fn language_version(text: &str) -> Option<(u32, u32)> {
    let (major, rest) = text.split_once('.')?;
    let minor = &rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())];
    Some((major.parse().ok()?, minor.parse().ok()?))
}

fn unquoted(word: &str) -> String {
    word.trim_matches(['"', '`']).to_string()
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
    // `./a` has its dot by right; elements that say nothing are refused.
    let relative = import.strip_prefix("./").unwrap_or(import);
    if !import.starts_with('.') && relative.split('/').any(|part| matches!(part, "" | "." | "..")) {
        let parts = relative.split('/').filter(|part| !matches!(*part, "" | "."));
        let clean: Vec<&str> = parts.collect();
        return Err(ImportError::invalid(format!(
            "could not import {import} (non-canonical import path {import:?} (should be {:?}))",
            clean.join("/")
        )));
    }
    Ok(())
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

/// The source files of a package directory, sorted: `.go` and `.pgo` files that are no tests and that the platform
/// does not exclude by name or by a `//go:build` line.
pub fn package_files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    files(dir, false)
}

/// The test files of a package directory, sorted.
pub fn test_files(dir: &Path) -> io::Result<Vec<PathBuf>> {
    files(dir, true)
}

fn files(dir: &Path, tests: bool) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let source = path.extension().is_some_and(|extension| extension == "go" || extension == "pgo");
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        let stem = match stem.strip_suffix("_test") {
            Some(stem) if tests => stem,
            None if !tests => stem,
            _ => continue,
        };
        if source && path.is_file() && name_fits(stem) && constraint_fits(&path)? {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The platforms that file names can end in; ours are left out of the refusal.
const SYSTEMS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "illumos",
    "ios",
    "js",
    "linux",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
];
const MACHINES: &[&str] = &[
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64", "ppc64le",
    "riscv64", "s390x", "wasm",
];

/// Whether a build tag holds here.
fn tag_holds(tag: &str) -> bool {
    let version = tag.strip_prefix("go1.").is_some_and(|minor| minor.parse::<u32>().is_ok());
    version
        || tag == "phasync"
        || tag == std::env::consts::OS
        || (tag == "darwin" && cfg!(target_os = "macos"))
        || (tag == "amd64" && cfg!(target_arch = "x86_64"))
        || (tag == "arm64" && cfg!(target_arch = "aarch64"))
        || (tag == "unix" && cfg!(unix))
}

fn name_fits(stem: &str) -> bool {
    if stem.starts_with(['_', '.']) {
        return false;
    }
    let mut parts = stem.split('_').skip(1).collect::<Vec<_>>();
    if let Some(last) = parts.pop() {
        if MACHINES.contains(&last) {
            let system = parts.pop().filter(|part| SYSTEMS.contains(part));
            return tag_holds(last) && system.is_none_or(tag_holds);
        }
        if SYSTEMS.contains(&last) {
            return tag_holds(last);
        }
    }
    true
}

/// Whether the `//go:build` line of a file, if there is one, holds.
fn constraint_fits(path: &Path) -> io::Result<bool> {
    let bytes = fs::read(path)?;
    for line in bytes.split(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(line);
        let line = line.trim();
        if let Some(expression) = line.strip_prefix("//go:build ") {
            return Ok(evaluate(expression));
        }
        if !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!") {
            break;
        }
    }
    Ok(true)
}

/// The value of a build expression: tags, `!`, `&&`, `||`, parentheses. A malformed one does not exclude a file.
fn evaluate(expression: &str) -> bool {
    let spaced = ["!", "(", ")", "&&", "||"]
        .iter()
        .fold(expression.to_string(), |text, op| text.replace(op, &format!(" {op} ")));
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let value = any_of(&mut rest, 0);
    value.filter(|_| rest.is_empty()).unwrap_or(true)
}

fn any_of(rest: &mut &[&str], depth: usize) -> Option<bool> {
    let mut value = all_of(rest, depth)?;
    while let ["||", more @ ..] = *rest {
        *rest = more;
        value |= all_of(rest, depth)?;
    }
    Some(value)
}

fn all_of(rest: &mut &[&str], depth: usize) -> Option<bool> {
    let mut value = one_of(rest, depth)?;
    while let ["&&", more @ ..] = *rest {
        *rest = more;
        value &= one_of(rest, depth)?;
    }
    Some(value)
}

fn one_of(rest: &mut &[&str], depth: usize) -> Option<bool> {
    const MAX_DEPTH: usize = 100;
    let [first, more @ ..] = *rest else { return None };
    *rest = more;
    match *first {
        _ if depth > MAX_DEPTH => None,
        "!" => one_of(rest, depth + 1).map(|value| !value),
        "(" => {
            let value = any_of(rest, depth + 1)?;
            let [")", more @ ..] = *rest else { return None };
            *rest = more;
            Some(value)
        }
        ")" | "&&" | "||" => None,
        tag => Some(tag_holds(tag)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_file_names_the_module_and_its_replacements() {
        let text = "module \"example.com/m\" // mine\n\ngo 1.27\n\nrequire (\n\ta.b/c v1.2.3\n\td.e/f v0.0.0 // indirect\n)\nreplace a.b/c => ../c\nreplace (\n\td.e/f v0.0.0 => ./f\n\tg.h/i => j.k/l v1.0.0\n)\n";
        let module = Module::parse(Path::new("/m"), text).unwrap();
        assert_eq!(module.path, "example.com/m");
        assert_eq!(module.required, ["a.b/c", "d.e/f"]);
        let replaced: Vec<_> =
            module.replaced.iter().map(|(path, dir)| (path.as_str(), dir.as_path())).collect();
        assert_eq!(replaced, [("a.b/c", Path::new("/m/../c")), ("d.e/f", Path::new("/m/./f"))]);
        assert_eq!(Module::parse(Path::new("/m"), "go 1.20\n"), None);
    }

    #[test]
    fn internal_packages_belong_to_their_surroundings() {
        assert_eq!(internal_parent("a/b/internal/c"), Some("a/b"));
        assert_eq!(internal_parent("internal/c"), Some(""));
        assert_eq!(internal_parent("a/internal"), Some("a"));
        assert_eq!(internal_parent("a/internals/b"), None);
    }

    #[test]
    fn build_expressions_are_evaluated() {
        assert!(evaluate("go1.18 && !windows"));
        assert!(evaluate("(ignore || unix) && !(js && wasm)"));
        assert!(!evaluate("ignore"));
        assert!(evaluate("&& broken"));
        assert!(!name_fits("file_windows"));
        assert!(name_fits("file_unknown"));
        assert!(name_fits("windows"));
        assert_eq!(name_fits("file_linux_amd64"), cfg!(all(target_os = "linux", target_arch = "x86_64")));
    }

    #[test]
    fn paths_that_lead_nowhere_say_so() {
        let packages = Packages::std_only();
        let message = |path: &str| packages.locate(path, "main", None).unwrap_err().message;
        assert_eq!(message("foo/bar"), "package foo/bar is not in std");
        assert_eq!(message(""), "invalid import path (empty string)");
        assert_eq!(message("a b"), "invalid import path (invalid character ' ')");
        assert_eq!(message("/a"), "could not import /a (import path cannot be absolute path)");
        assert_eq!(message("a.com/b"), "no required module provides package a.com/b: go.mod file not found");
        // What can be no path is the compiler's affair, and hides nothing else.
        let invalid = |path: &str| packages.locate(path, "main", None).unwrap_err().invalid;
        assert!(invalid("") && invalid("a b") && invalid("/a") && !invalid("foo/bar") && !invalid("a.com/b"));
    }

    #[test]
    fn test_files_are_no_files_of_the_package() {
        let dir = std::env::temp_dir().join(format!("phasync-packages-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        for name in ["a.go", "a_test.go", "b_windows_test.go", "c_linux.go", "_d_test.go", "e_test.txt"] {
            fs::write(dir.join(name), "package p\n").unwrap();
        }
        let names = |files: Vec<PathBuf>| -> Vec<String> {
            files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        let (files, tests) = (names(package_files(&dir).unwrap()), names(test_files(&dir).unwrap()));
        fs::remove_dir_all(&dir).unwrap();
        assert_eq!(files.first().map(String::as_str), Some("a.go"));
        assert!(files.iter().all(|name| !name.ends_with("_test.go")));
        assert_eq!(tests, ["a_test.go"]);
    }
}
