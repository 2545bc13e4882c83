//! Which files of a directory make its package: names and `//go:build` lines say where a file belongs.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The build tags that hold beside those of the platform.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tags(Vec<String>);

impl Tags {
    /// The tags that the user names.
    pub fn new(tags: Vec<String>) -> Tags {
        Tags(tags)
    }

    /// Whether a tag holds; `machine`: whether those of the machine may.
    fn holds(&self, tag: &str, machine: bool) -> bool {
        let version = tag
            .strip_prefix("go1.")
            .is_some_and(|minor| minor.parse::<u32>().is_ok_and(|minor| minor <= NEWEST));
        version
            // Libraries leave unsafe code and assembly out where these hold.
            || matches!(tag, "phasync" | "purego" | "appengine")
            // The experiment that was one before encoding/json/v2 was in the library.
            || tag == "goexperiment.jsonv2"
            || tag == std::env::consts::OS
            || (tag == "darwin" && cfg!(target_os = "macos"))
            || (machine && tag == MACHINE)
            || (tag == "unix" && cfg!(unix))
            || self.0.iter().any(|known| known == tag)
    }
}

/// Go's name of the machine.
const MACHINE: &str = if cfg!(target_arch = "x86_64") {
    "amd64"
} else if cfg!(target_arch = "aarch64") {
    "arm64"
} else {
    std::env::consts::ARCH
};

/// The newest version of the language that is known here: its minor number.
const NEWEST: u32 = 27;

/// The source files of a package directory, sorted: `.go` and `.pgo` files that are no tests and that the platform
/// does not exclude by name or by a `//go:build` line.
pub fn package_files(dir: &Path, tags: &Tags) -> io::Result<Vec<PathBuf>> {
    files(dir, false, tags)
}

/// The test files of a package directory, sorted.
pub fn test_files(dir: &Path, tags: &Tags) -> io::Result<Vec<PathBuf>> {
    files(dir, true, tags)
}

fn files(dir: &Path, tests: bool, tags: &Tags) -> io::Result<Vec<PathBuf>> {
    let (mut sources, mut assembly) = (Vec::new(), false);
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let Some(stem) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
        match extension {
            Some("s") => {
                let here = View { tags, machine: true };
                assembly |= here.name_fits(stem) && here.constraint_fits(&path)?;
            }
            Some("go" | "pgo") if stem.ends_with("_test") == tests && path.is_file() => sources.push(path),
            _ => {}
        }
    }
    // There is no assembly here: a package with some for this machine is taken as on one for which it has none.
    let view = View { tags, machine: !assembly };
    let mut files = Vec::new();
    for path in sources {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        if view.name_fits(stem.strip_suffix("_test").unwrap_or(&stem)) && view.constraint_fits(&path)? {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The systems and machines that file names can end in.
const SYSTEMS: &[&str] = &[
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];
const MACHINES: &[&str] = &[
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "armbe",
    "arm64",
    "arm64be",
    "loong64",
    "mips",
    "mipsle",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];

/// How the files of a directory are looked at.
#[derive(Clone, Copy)]
struct View<'a> {
    tags: &'a Tags,
    /// Whether tags of the machine hold.
    machine: bool,
}

impl View<'_> {
    fn holds(self, tag: &str) -> bool {
        self.tags.holds(tag, self.machine)
    }

    fn name_fits(self, stem: &str) -> bool {
        if stem.starts_with(['_', '.']) {
            return false;
        }
        let mut parts = stem.split('_').skip(1).collect::<Vec<_>>();
        if let Some(last) = parts.pop() {
            if MACHINES.contains(&last) {
                let system = parts.pop().filter(|part| SYSTEMS.contains(part));
                return self.holds(last) && system.is_none_or(|system| self.holds(system));
            }
            if SYSTEMS.contains(&last) {
                return self.holds(last);
            }
        }
        true
    }

    /// Whether what a file says of the platforms that it is for holds, and it needs no C.
    fn constraint_fits(self, path: &Path) -> io::Result<bool> {
        let bytes = fs::read(path)?;
        Ok(self.text_fits(&bytes))
    }

    fn text_fits(self, bytes: &[u8]) -> bool {
        let (mut old, mut undecided, mut comment) = (true, true, false);
        let mut lines = bytes.split(|&b| b == b'\n').map(|line| line.trim_ascii());
        for line in lines.by_ref() {
            let line = String::from_utf8_lossy(line);
            let mut line = line.trim_start_matches('\u{feff}').trim();
            if comment {
                let Some((_, rest)) = line.split_once("*/") else { continue };
                (comment, line) = (false, rest.trim());
            } else if let Some(expression) = line.strip_prefix("//go:build ") {
                return self.evaluate(expression);
            } else if let Some(words) =
                line.strip_prefix("//").and_then(|line| line.trim().strip_prefix("+build "))
            {
                // Lines of the old form count when an empty line follows them.
                undecided &= self.any_word(words);
                continue;
            } else if line.is_empty() {
                old = undecided;
            }
            while let Some(rest) = line.strip_prefix("/*") {
                match rest.split_once("*/") {
                    Some((_, rest)) => line = rest.trim(),
                    None => (comment, line) = (true, ""),
                }
            }
            if !line.is_empty() && !line.starts_with("//") && !line.starts_with("#!") {
                break;
            }
        }
        old && !lines.any(|line| line == b"import \"C\"")
    }

    /// The value of a line of the old form: one of its words holds, which is when all of its parts do.
    fn any_word(self, words: &str) -> bool {
        words.split_whitespace().any(|word| {
            word.split(',').all(|part| match part.strip_prefix('!') {
                Some(tag) => !self.holds(tag),
                None => self.holds(part),
            })
        })
    }

    /// The value of a build expression: tags, `!`, `&&`, `||`, parentheses. A malformed one does not exclude a file.
    fn evaluate(self, expression: &str) -> bool {
        let spaced = ["!", "(", ")", "&&", "||"]
            .iter()
            .fold(expression.to_string(), |text, op| text.replace(op, &format!(" {op} ")));
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut rest = words.as_slice();
        let value = self.any_of(&mut rest, 0);
        value.filter(|_| rest.is_empty()).unwrap_or(true)
    }

    fn any_of(self, rest: &mut &[&str], depth: usize) -> Option<bool> {
        let mut value = self.all_of(rest, depth)?;
        while let ["||", more @ ..] = *rest {
            *rest = more;
            value |= self.all_of(rest, depth)?;
        }
        Some(value)
    }

    fn all_of(self, rest: &mut &[&str], depth: usize) -> Option<bool> {
        let mut value = self.one_of(rest, depth)?;
        while let ["&&", more @ ..] = *rest {
            *rest = more;
            value &= self.one_of(rest, depth)?;
        }
        Some(value)
    }

    fn one_of(self, rest: &mut &[&str], depth: usize) -> Option<bool> {
        const MAX_DEPTH: usize = 100;
        let [first, more @ ..] = *rest else { return None };
        *rest = more;
        match *first {
            _ if depth > MAX_DEPTH => None,
            "!" => self.one_of(rest, depth + 1).map(|value| !value),
            "(" => {
                let value = self.any_of(rest, depth + 1)?;
                let [")", more @ ..] = *rest else { return None };
                *rest = more;
                Some(value)
            }
            ")" | "&&" | "||" => None,
            tag => Some(self.holds(tag)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with<T>(test: impl FnOnce(View<'_>) -> T) -> T {
        test(View { tags: &Tags::new(vec!["mine".into()]), machine: true })
    }

    #[test]
    fn build_expressions_are_evaluated() {
        with(|view| {
            assert!(view.evaluate("go1.18 && !windows"));
            assert!(view.evaluate("(ignore || unix) && !(js && wasm)"));
            assert!(!view.evaluate("ignore"));
            assert!(!view.evaluate("go1.99"));
            assert!(view.evaluate("mine && purego"));
            assert!(view.evaluate("goexperiment.jsonv2 && !goexperiment.other"));
            assert!(view.evaluate("&& broken"));
            assert!(!view.name_fits("file_windows"));
            assert!(view.name_fits("file_unknown"));
            assert!(view.name_fits("windows"));
            let here = cfg!(all(target_os = "linux", target_arch = "x86_64"));
            assert_eq!(view.name_fits("file_linux_amd64"), here);
        });
    }

    #[test]
    fn what_stands_before_the_package_clause_decides() {
        let fits = |text: &str| with(|view| view.text_fits(text.as_bytes()));
        assert!(!fits("/* one */ /* two\n*/\n//go:build windows\n\npackage p\n"));
        assert!(fits("package p\n//go:build windows\n"));
        assert!(!fits("// +build windows\n\npackage p\n"));
        assert!(fits("// +build windows\npackage p\n"));
        assert!(fits("//+build windows linux,!mine mine\n// +build !js\n\npackage p\n"));
        assert!(!fits("// +build mine\n// +build js\n\npackage p\n"));
        assert!(fits("//go:build mine\n// +build js\n\npackage p\n"));
        assert!(!fits("package p\n\nimport \"C\"\n"));
    }

    #[test]
    fn test_files_are_no_files_of_the_package() {
        let dir = std::env::temp_dir().join(format!("phasync-packages-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        for name in ["a.go", "a_test.go", "b_windows_test.go", "c_linux.go", "_d_test.go", "e_test.txt"] {
            fs::write(dir.join(name), "package p\n").unwrap();
        }
        let (tags, foreign) = (Tags::default(), format!("f_{MACHINE}.go"));
        let names = |files: Vec<PathBuf>| -> Vec<String> {
            files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        let (files, tests) = (package_files(&dir, &tags).unwrap(), test_files(&dir, &tags).unwrap());
        // Where there is assembly, files for the machine are left out.
        fs::write(dir.join(&foreign), "package p\nfunc f()\n").unwrap();
        let with_machine = names(package_files(&dir, &tags).unwrap());
        fs::write(dir.join(format!("f_{MACHINE}.s")), "").unwrap();
        let with_assembly = names(package_files(&dir, &tags).unwrap());
        fs::remove_dir_all(&dir).unwrap();
        let (files, tests) = (names(files), names(tests));
        assert_eq!(files.first().map(String::as_str), Some("a.go"));
        assert!(files.iter().all(|name| !name.ends_with("_test.go")));
        assert_eq!(tests, ["a_test.go"]);
        assert!(with_machine.contains(&foreign));
        assert_eq!(with_assembly, files);
    }
}
