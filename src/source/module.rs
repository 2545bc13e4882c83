//! Modules: what `go.mod` and `go.work` say, and which version of each module a program is made with.

use super::modfile::{self, Whose, Wrong, language_version};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// A module on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Module {
    /// The directory of `go.mod`.
    pub root: PathBuf,
    /// The module path.
    pub path: String,
    /// What `replace` says.
    pub replaced: Vec<Replaced>,
    /// Module paths that `require` names, and their versions.
    pub required: Vec<(String, String)>,
    /// The version of the language that it is written in: major and minor number.
    pub go: Option<(u32, u32)>,
    /// What `godebug` says: names and values.
    pub settings: Vec<(String, String)>,
}

/// A module that another takes the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The path.
    pub path: String,
    /// The only version of which that is so.
    pub version: Option<String>,
    /// What takes its place.
    pub by: Place,
}

/// Where a module is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a directory.
    Dir(PathBuf),
    /// Among those that the go command has downloaded, under this path and version.
    Cache(String, String),
}

/// What `go.work` says.
#[derive(Clone, Debug, Default)]
pub struct Work {
    /// The directories of the modules that are worked at.
    pub used: Vec<PathBuf>,
    /// What `replace` says.
    pub replaced: Vec<Replaced>,
    /// The version of the language that programs are made with.
    pub go: Option<(u32, u32)>,
    /// What `godebug` says: names and values.
    pub settings: Vec<(String, String)>,
}

/// A module that packages are taken from.
#[derive(Clone, Debug)]
pub struct Root {
    /// The module path, with which the import paths of its packages begin.
    pub path: String,
    /// The version; none of a module that is worked at.
    pub version: Option<String>,
    /// The directory; none if it is not there.
    pub dir: Option<PathBuf>,
    /// The version of the language.
    pub go: Option<(u32, u32)>,
}

impl Module {
    /// Reads the `go.mod` of a directory, if it can be read and is right.
    pub fn read(root: &Path) -> Option<Module> {
        Module::parse(root, &fs::read_to_string(root.join("go.mod")).ok()?).ok()
    }

    /// Understands the `go.mod` of a module that is worked at.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(root: &Path, text: &str) -> Result<Module, Vec<Wrong>> {
        modfile::module(root, text, Whose::Own)
    }
}

impl Work {
    /// The `go.work` that a directory is under the influence of.
    pub fn file(dir: &Path) -> Option<PathBuf> {
        match env::var_os("GOWORK") {
            Some(off) if off == "off" => None,
            Some(file) if !file.is_empty() => Some(PathBuf::from(file)),
            _ => dir.ancestors().map(|dir| dir.join("go.work")).find(|file| file.is_file()),
        }
    }

    /// Understands the `go.work` of a directory.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(root: &Path, text: &str) -> Result<Work, Vec<Wrong>> {
        modfile::work(root, text)
    }
}

/// The modules that a program is made with, beside those that are worked at: of each the newest version that any of
/// them requires. What a module that is worked at requires is the version of the go command's choice already, since Go
/// 1.17.
pub fn chosen(worked: &[Module], work: &Work, cache: Option<&Path>) -> Vec<Root> {
    let own: BTreeSet<&str> = worked.iter().map(|module| module.path.as_str()).collect();
    let replaced: Vec<&Replaced> =
        work.replaced.iter().chain(worked.iter().flat_map(|module| &module.replaced)).collect();
    let mut open: VecDeque<(String, String)> =
        worked.iter().flat_map(|module| module.required.iter().cloned()).collect();
    let complete = worked.iter().all(|module| module.go.is_some_and(|go| go >= (1, 17)));
    let fixed: BTreeSet<String> = open.iter().filter(|_| complete).map(|(path, _)| path.clone()).collect();
    let mut versions: BTreeMap<String, Root> = BTreeMap::new();
    let mut listed = open.len();
    while let Some((path, version)) = open.pop_front() {
        let led_to = listed == 0;
        listed = listed.saturating_sub(1);
        let known = versions.get(&path).and_then(|root| root.version.as_deref());
        if own.contains(path.as_str())
            || (led_to && fixed.contains(&path))
            || known.is_some_and(|known| compare(known, &version) != Ordering::Less)
        {
            continue;
        }
        let exact = replaced.iter().find(|with| with.path == path && with.version.as_ref() == Some(&version));
        let any = || replaced.iter().find(|with| with.path == path && with.version.is_none());
        let place = match exact.or_else(any) {
            Some(with) => with.by.clone(),
            None => Place::Cache(path.clone(), version.clone()),
        };
        let (dir, text) = place.find(cache);
        let module = text.and_then(|text| modfile::module(Path::new(""), &text, Whose::Dependency).ok());
        let go = module.as_ref().and_then(|module| module.go);
        open.extend(module.into_iter().flat_map(|module| module.required));
        versions.insert(path.clone(), Root { path, version: Some(version), dir, go });
    }
    versions.into_values().collect()
}

impl Module {
    /// The directory that takes the place of a module, as `go.mod` names it.
    pub fn replacement(&self, path: &str, version: &str) -> Option<String> {
        let of =
            |with: &&Replaced| with.path == path && with.version.as_ref().is_none_or(|only| only == version);
        match &self.replaced.iter().find(of)?.by {
            Place::Dir(dir) => {
                // Not by the parts of the path: a dot among them is written, too.
                let dir = dir.to_string_lossy();
                let written =
                    dir.strip_prefix(&*self.root.to_string_lossy()).and_then(|dir| dir.strip_prefix('/'));
                Some(written.unwrap_or(&dir).to_owned())
            }
            Place::Cache(..) => None,
        }
    }
}

impl Place {
    /// The directory, if it exists, and the `go.mod` of the module.
    fn find(&self, cache: Option<&Path>) -> (Option<PathBuf>, Option<String>) {
        let dir = match self {
            Place::Dir(dir) => dir.clone(),
            Place::Cache(path, version) => {
                let Some(cache) = cache else { return (None, None) };
                let (path, version) = (escaped(path), escaped(version));
                let dir = cache.join(format!("{path}@{version}"));
                if !dir.is_dir() {
                    let file = cache.join(format!("cache/download/{path}/@v/{version}.mod"));
                    return (None, fs::read_to_string(file).ok());
                }
                dir
            }
        };
        let text = fs::read_to_string(dir.join("go.mod")).ok();
        (fs::canonicalize(&dir).ok().filter(|dir| dir.is_dir()), text)
    }
}

/// Where the go command keeps the modules that it has downloaded.
pub fn cache() -> Option<PathBuf> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if let Some(dir) = set("GOMODCACHE") {
        return Some(dir.into());
    }
    let path = set("GOPATH").and_then(|path| env::split_paths(&path).next());
    Some(path.or_else(|| set("HOME").map(|home| Path::new(&home).join("go")))?.join("pkg/mod"))
}

/// A path or version as it is written in file names, which may not distinguish capital letters.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_uppercase() {
            out.push('!');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The modules of a `vendor` folder, with the version of the language of each, from its `modules.txt`.
pub fn vendored(dir: &Path) -> Vec<(String, Option<(u32, u32)>)> {
    let text = fs::read_to_string(dir.join("modules.txt")).unwrap_or_default();
    let mut modules: Vec<(String, Option<(u32, u32)>)> = Vec::new();
    for line in text.lines() {
        if let Some(notes) = line.strip_prefix("## ") {
            let go = notes.split(';').find_map(|note| note.trim().strip_prefix("go "));
            if let (Some((_, version)), Some(go)) = (modules.last_mut(), go) {
                *version = language_version(go.trim());
            }
        } else if let Some(module) = line.strip_prefix("# ") {
            modules.extend(module.split_whitespace().next().map(|path| (path.to_owned(), None)));
        }
    }
    modules
}

/// The order of semantic versions.
fn compare(a: &str, b: &str) -> Ordering {
    let parts = |version: &str| {
        let version = version.split('+').next().unwrap_or("").trim_start_matches('v').to_owned();
        let (core, pre) = match version.split_once('-') {
            Some((core, pre)) => (core.to_owned(), Some(pre.to_owned())),
            None => (version, None),
        };
        let numbers: Vec<u64> = core.split('.').map(|part| part.parse().unwrap_or(0)).collect();
        (numbers, pre)
    };
    let ((a, a_pre), (b, b_pre)) = (parts(a), parts(b));
    a.cmp(&b).then_with(|| match (a_pre, b_pre) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) => {
            let (mut a, mut b) = (a.split('.'), b.split('.'));
            loop {
                match (a.next(), b.next()) {
                    (None, None) => break Ordering::Equal,
                    (None, _) => break Ordering::Less,
                    (_, None) => break Ordering::Greater,
                    (Some(a), Some(b)) => {
                        // Numbers come before words.
                        let order = match (a.parse::<u64>(), b.parse::<u64>()) {
                            (Ok(a), Ok(b)) => a.cmp(&b),
                            (Ok(_), Err(_)) => Ordering::Less,
                            (Err(_), Ok(_)) => Ordering::Greater,
                            (Err(_), Err(_)) => a.cmp(b),
                        };
                        if order != Ordering::Equal {
                            break order;
                        }
                    }
                }
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_file_names_the_module_and_its_replacements() {
        let text = "module \"example.com/m\" // mine\n\ngo 1.27\n\nrequire (\n\ta.b/c v1.2.3\n\td.e/f v0.0.0 // indirect\n)\nreplace a.b/c => ../c\nreplace (\n\td.e/f v0.0.0 => ./f\n\tg.h/i => j.k/l v1.0.0\n)\n";
        let module = Module::parse(Path::new("/m"), text).unwrap();
        assert_eq!(module.path, "example.com/m");
        let required: Vec<_> =
            module.required.iter().map(|(path, version)| (path.as_str(), version.as_str())).collect();
        assert_eq!(required, [("a.b/c", "v1.2.3"), ("d.e/f", "v0.0.0")]);
        let replaced = |path: &str, version: Option<&str>, by| Replaced {
            path: path.into(),
            version: version.map(Into::into),
            by,
        };
        let expected = [
            replaced("a.b/c", None, Place::Dir("/m/../c".into())),
            replaced("d.e/f", Some("v0.0.0"), Place::Dir("/m/./f".into())),
            replaced("g.h/i", None, Place::Cache("j.k/l".into(), "v1.0.0".into())),
        ];
        assert_eq!(module.replaced, expected);
        assert!(Module::parse(Path::new("/m"), "go 1.20\n").is_err());
    }

    #[test]
    fn versions_are_ordered() {
        let ascending = [
            "v0.0.0-20190101000000-abcdefabcdef",
            "v0.0.0-20200101000000-000000000000",
            "v0.9.0",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-alpha.beta",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0",
            "v1.2.0",
            "v1.10.0+incompatible",
            "v2.0.0",
        ];
        for (i, a) in ascending.iter().enumerate() {
            for (j, b) in ascending.iter().enumerate() {
                assert_eq!(compare(a, b), i.cmp(&j), "{a} {b}");
            }
        }
        assert_eq!(escaped("github.com/BurntSushi/toml"), "github.com/!burnt!sushi/toml");
    }

    #[test]
    fn a_list_of_what_is_vendored_tells_languages() {
        let dir = env::temp_dir().join(format!("phasync-vendor-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let text = "# a.b/c v1.2.3\n## explicit; go 1.18\na.b/c\na.b/c/d\n# e.f/g v0.1.0 => ./g\n## explicit\ne.f/g\n# h.i/j v2.0.0\nh.i/j\n";
        fs::write(dir.join("modules.txt"), text).unwrap();
        let modules = vendored(&dir);
        fs::remove_dir_all(&dir).unwrap();
        let shown: Vec<_> = modules.iter().map(|(path, go)| (path.as_str(), *go)).collect();
        assert_eq!(shown, [("a.b/c", Some((1, 18))), ("e.f/g", None), ("h.i/j", None)]);
    }
}
