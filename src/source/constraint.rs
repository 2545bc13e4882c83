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
        let (mut old, mut undecided) = (true, true);
        let mut head = Head::of(bytes);
        for (_, line) in head.by_ref() {
            if let Some(expression) = build_expression(&line) {
                // A malformed one does not exclude a file: what is wrong with it is said when it is read.
                return evaluate(expression, |tag| self.holds(tag)).unwrap_or(true);
            }
            if let Some(words) = line.strip_prefix("//").and_then(|line| line.trim().strip_prefix("+build "))
            {
                // Lines of the old form count when an empty line follows them.
                undecided &= self.any_word(words);
            } else if line.is_empty() {
                old = undecided;
            }
        }
        old && !head.lines.any(|line| line.trim_ascii() == b"import \"C\"")
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
}

/// The lines before a package clause: those of comments `//` and empty ones, without the blanks around them.
struct Head<'t> {
    lines: std::slice::Split<'t, u8, fn(&u8) -> bool>,
    /// Where the next line begins.
    at: usize,
    /// Whether a comment `/*` is open.
    comment: bool,
    done: bool,
}

impl<'t> Head<'t> {
    fn of(bytes: &'t [u8]) -> Head<'t> {
        let is_newline: fn(&u8) -> bool = |&byte| byte == b'\n';
        Head { lines: bytes.split(is_newline), at: 0, comment: false, done: false }
    }
}

impl Iterator for Head<'_> {
    /// Where the line begins, and its text.
    type Item = (usize, String);

    fn next(&mut self) -> Option<(usize, String)> {
        while !self.done {
            let line = self.lines.next()?;
            let start = self.at;
            self.at += line.len() + 1;
            let text = String::from_utf8_lossy(line);
            let mut text = text.trim_start_matches('\u{feff}').trim();
            if self.comment {
                let Some((_, rest)) = text.split_once("*/") else { continue };
                (self.comment, text) = (false, rest.trim());
            } else if text.is_empty() || text.starts_with("//") {
                return Some((start, text.to_owned()));
            }
            while let Some(rest) = text.strip_prefix("/*") {
                match rest.split_once("*/") {
                    Some((_, rest)) => text = rest.trim(),
                    None => (self.comment, text) = (true, ""),
                }
            }
            self.done = !text.is_empty() && !text.starts_with("//") && !text.starts_with("#!");
        }
        None
    }
}

/// What a line `//go:build` says, if it is one.
fn build_expression(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("//go:build")?;
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then_some(rest.trim())
}

/// What the go command does not understand in the lines `//go:build` of a file, and where the line is.
pub fn wrong_build_line(text: &str) -> Option<(usize, String)> {
    let mut first = None;
    for (at, line) in Head::of(text.as_bytes()) {
        let Some(expression) = build_expression(&line) else { continue };
        if first.is_some() {
            return Some((at, "multiple //go:build comments".into()));
        }
        first = Some((at, evaluate(expression, |_| true).err()));
    }
    let (at, error) = first?;
    error.map(|error| (at, format!("parsing //go:build line: {error}")))
}

/// Why a directory makes no package, in the words of the go command.
pub fn why_empty(dir: &Path) -> &'static str {
    let stems: Vec<String> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| matches!(path.extension().and_then(|ext| ext.to_str()), Some("go" | "pgo")))
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .collect();
    if stems.is_empty() {
        "no Go files"
    } else if stems.iter().all(|stem| stem.ends_with("_test")) {
        "no non-test Go files"
    } else {
        "build constraints exclude all Go files"
    }
}

/// The value of a build expression: tags, `!`, `&&`, `||`, parentheses. An error is what is wrong with it.
fn evaluate(expression: &str, holds: impl Fn(&str) -> bool) -> Result<bool, String> {
    let mut build = BuildExpression { rest: expression, token: "", holds, depth: 0 };
    let value = build.any_of()?;
    if build.token.is_empty() { Ok(value) } else { Err(format!("unexpected token {}", build.token)) }
}

/// Reads a build expression. Each method begins before its first token and ends at the one behind it.
struct BuildExpression<'t, H> {
    rest: &'t str,
    token: &'t str,
    holds: H,
    depth: usize,
}

impl<H: Fn(&str) -> bool> BuildExpression<'_, H> {
    fn any_of(&mut self) -> Result<bool, String> {
        let mut value = self.all_of()?;
        while self.token == "||" {
            value |= self.all_of()?;
        }
        Ok(value)
    }

    fn all_of(&mut self) -> Result<bool, String> {
        let mut value = self.one_of()?;
        while self.token == "&&" {
            value &= self.one_of()?;
        }
        Ok(value)
    }

    fn one_of(&mut self) -> Result<bool, String> {
        self.next()?;
        if self.token != "!" {
            return self.operand();
        }
        self.next()?;
        if self.token == "!" {
            return Err("double negation not allowed".into());
        }
        self.operand().map(|value| !value)
    }

    fn operand(&mut self) -> Result<bool, String> {
        const MAX_DEPTH: usize = 100;
        const END: &str = "unexpected end of expression";
        match self.token {
            "(" if self.depth > MAX_DEPTH => Err("build expression too large".into()),
            "(" => {
                self.depth += 1;
                let missing = || "missing close paren".to_string();
                let value = self.any_of().map_err(|error| if error == END { missing() } else { error })?;
                self.depth -= 1;
                if self.token != ")" {
                    return Err(missing());
                }
                self.next()?;
                Ok(value)
            }
            "" => Err(END.into()),
            ")" | "&&" | "||" => Err(format!("unexpected token {}", self.token)),
            tag => {
                let value = (self.holds)(tag);
                self.next()?;
                Ok(value)
            }
        }
    }

    /// Goes to the next token, which is empty at the end.
    fn next(&mut self) -> Result<(), String> {
        self.rest = self.rest.trim_start_matches([' ', '\t']);
        let in_tag = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
        let length = match self.rest.chars().next() {
            None => 0,
            Some('(' | ')' | '!') => 1,
            Some('&') if self.rest.starts_with("&&") => 2,
            Some('|') if self.rest.starts_with("||") => 2,
            Some(c) if in_tag(c) => self.rest.find(|c| !in_tag(c)).unwrap_or(self.rest.len()),
            Some(c) => return Err(format!("invalid syntax at {c}")),
        };
        (self.token, self.rest) = self.rest.split_at(length);
        Ok(())
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
            let value = |expression: &str| evaluate(expression, |tag| view.holds(tag));
            assert_eq!(value("go1.18 && !windows"), Ok(true));
            assert_eq!(value("(ignore || unix) && !(js && wasm)"), Ok(true));
            assert_eq!(value("ignore"), Ok(false));
            assert_eq!(value("go1.99"), Ok(false));
            assert_eq!(value("mine && purego"), Ok(true));
            assert_eq!(value("goexperiment.jsonv2 && !goexperiment.other"), Ok(true));
            assert_eq!(value("&& broken"), Err("unexpected token &&".into()));
            assert_eq!(value("(mine"), Err("missing close paren".into()));
            assert_eq!(value("(mine ||"), Err("missing close paren".into()));
            assert_eq!(value("mine purego"), Err("unexpected token purego".into()));
            assert_eq!(value("!!mine"), Err("double negation not allowed".into()));
            assert_eq!(value("mine & purego"), Err("invalid syntax at &".into()));
            assert_eq!(value(""), Err("unexpected end of expression".into()));
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
