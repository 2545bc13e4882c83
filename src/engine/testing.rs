//! The program that runs the tests of a package: its test files, and a main package that lists what is in them.
//!
//! Files of the package `p` that end in `_test` belong to it while it is tested; those of `p_test` are a package of their own,
//! which imports it. Both are handed to the checker as packages that are there already, under their import paths; the main
//! package is text that is written here.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::builder::Builder;
use crate::ast::{Decl, ExprKind, FuncDecl, NodeIds, TopItem};
use crate::check::import::PackageText;
use crate::host::reason;
use crate::parser::{Mode, parse_file};
use crate::source::{Packages, SourceMap, Tags, package_files, test_files};

/// The name of the file that lists the tests.
const MAIN: &str = "_testmain.go";

/// The tests of a package.
pub struct Tests {
    /// The import path.
    pub path: String,
    /// Whether there are test files.
    pub any: bool,
    packages: Vec<PackageText>,
    main: String,
}

/// What test files declare.
#[derive(Default)]
struct Found {
    tests: Vec<(bool, String)>,
    benchmarks: Vec<(bool, String)>,
    fuzz: Vec<(bool, String)>,
    examples: Vec<Example>,
    main: Option<bool>,
    /// A mistake in a signature.
    wrong: Option<String>,
}

struct Example {
    external: bool,
    name: String,
    output: String,
    unordered: bool,
}

impl Tests {
    /// Reads the test files of a directory; `tags`: build tags that hold.
    ///
    /// # Errors
    /// A message: a file cannot be read, there are no Go files, or a test has a wrong signature.
    pub fn of(dir: &Path, tags: &[String]) -> Result<Tests, String> {
        let tags = Tags::new(tags.to_vec());
        let failed = |path: &Path, error: &std::io::Error| format!("{}: {}", path.display(), reason(error));
        let shown = if dir == Path::new(".") { Path::new("") } else { dir };
        let list = |files: std::io::Result<Vec<PathBuf>>| -> Result<Vec<(String, Vec<u8>)>, String> {
            let files = files.map_err(|error| failed(dir, &error))?;
            let read = files.into_iter().map(|file| {
                let text = std::fs::read(&file).map_err(|error| failed(&file, &error))?;
                let name = file.file_name().map(|name| shown.join(name)).unwrap_or(file);
                let name = if shown.as_os_str().is_empty() { Path::new(".").join(name) } else { name };
                Ok((name.display().to_string(), text))
            });
            read.collect()
        };
        let (mut files, tests) = (list(package_files(dir, &tags))?, list(test_files(dir, &tags))?);
        if files.is_empty() && tests.is_empty() {
            return Err(format!("no Go files in {}", dir.display()));
        }
        let packages = Packages::for_dir(dir, &tags).unwrap_or_default();
        let path = packages.path_of(dir).unwrap_or_else(|| "command-line-arguments".to_owned());
        let (mut found, mut external, any) = (Found::default(), Vec::new(), !tests.is_empty());
        for (name, text) in tests {
            let other = found.read(&name, &text);
            if other {
                external.push((name, text));
            } else {
                files.push((name, text));
            }
        }
        if let Some(wrong) = found.wrong {
            return Err(wrong);
        }
        // What is in the external files comes after what is in the package's own.
        found.tests.sort_by_key(|(external, _)| *external);
        found.benchmarks.sort_by_key(|(external, _)| *external);
        found.fuzz.sort_by_key(|(external, _)| *external);
        found.examples.sort_by_key(|example| example.external);
        let main = found.main_text(&path, !files.is_empty(), !external.is_empty());
        let package = |path: String, files| PackageText {
            path,
            dir: Some(dir.to_path_buf()),
            files,
            ..PackageText::default()
        };
        let mut packages = Vec::new();
        if !external.is_empty() {
            packages.push(package(format!("{path}_test"), external));
        }
        if !files.is_empty() {
            packages.push(PackageText { tested: true, ..package(path.clone(), files) });
        }
        Ok(Tests { path, any, packages, main })
    }

    /// Makes the tests the program.
    #[must_use]
    pub fn program(&self, builder: Builder, dir: &Path) -> Builder {
        builder.file(MAIN, self.main.as_str()).directory(dir).packages(self.packages.clone())
    }
}

impl Found {
    /// Notes what a file declares; whether it is of the external package.
    fn read(&mut self, name: &str, text: &[u8]) -> bool {
        let (mut sources, mut nodes) = (SourceMap::new(), NodeIds::new());
        let id = sources.add(name.to_owned(), text.to_vec());
        let file = parse_file(&sources, id, &mut nodes, Mode::of(name)).file;
        let external = file.package.is_some_and(|package| package.name.as_str().ends_with("_test"));
        for item in &file.items {
            let TopItem::Decl(Decl::Func(f)) = item else { continue };
            if f.recv.is_some() {
                continue;
            }
            let name = f.name.name.as_str();
            let mut take = |prefix: &str, kind: &str, param: &str| {
                if !is_test(name, prefix) {
                    return false;
                }
                if !takes(f, kind) {
                    let line = sources.lookup(f.span.lo).map_or(String::new(), |(file, line, column)| {
                        format!("{}:{line}:{column}: ", file.name)
                    });
                    self.wrong.get_or_insert(format!(
                        "{line}wrong signature for {name}, must be: func {name}({param} *testing.{kind})"
                    ));
                    return false;
                }
                true
            };
            if name == "TestMain" && takes(f, "M") {
                self.main = Some(external);
            } else if take("Test", "T", "t") {
                self.tests.push((external, name.to_owned()));
            } else if take("Benchmark", "B", "b") {
                self.benchmarks.push((external, name.to_owned()));
            } else if take("Fuzz", "F", "f") {
                self.fuzz.push((external, name.to_owned()));
            } else if is_test(name, "Example")
                && f.ty.params.is_empty()
                && f.ty.results.is_empty()
                && let Some(body) = &f.body
                && let Some((output, unordered)) = output_of(sources.text(body.span))
            {
                self.examples.push(Example { external, name: name.to_owned(), output, unordered });
            }
        }
        external
    }

    /// The main package.
    fn main_text(&self, path: &str, inner: bool, external: bool) -> String {
        let package = |external: bool| if external { "_xtest" } else { "_test" };
        let used = |external: bool| {
            let lists = [&self.tests, &self.benchmarks, &self.fuzz];
            lists.iter().any(|list| list.iter().any(|(of, _)| *of == external))
                || self.examples.iter().any(|example| example.external == external)
                || self.main == Some(external)
        };
        let mut out = String::from("package main\n\nimport (\n\t\"os\"\n");
        if self.main.is_some() {
            out.push_str("\t\"reflect\"\n");
        }
        out.push_str("\t\"regexp\"\n\t\"testing\"\n");
        for (there, of, path) in [(inner, false, path.to_owned()), (external, true, format!("{path}_test"))] {
            if there {
                let name = if used(of) { package(of) } else { "_" };
                let _ = writeln!(out, "\t{name} {path:?}");
            }
        }
        out.push_str(")\n\n");
        for (name, kind, list) in [
            ("tests", "InternalTest", &self.tests),
            ("benchmarks", "InternalBenchmark", &self.benchmarks),
            ("fuzzTargets", "InternalFuzzTarget", &self.fuzz),
        ] {
            let _ = writeln!(out, "var {name} = []testing.{kind}{{");
            for (external, name) in list {
                let _ = writeln!(out, "\t{{{name:?}, {}.{name}}},", package(*external));
            }
            out.push_str("}\n\n");
        }
        out.push_str("var examples = []testing.InternalExample{\n");
        for Example { external, name, output, unordered } in &self.examples {
            let _ = writeln!(
                out,
                "\t{{{name:?}, {}.{name}, {}, {unordered}}},",
                package(*external),
                quoted(output)
            );
        }
        let _ = write!(
            out,
            "}}\n\ntype deps struct{{}}\n\nfunc (deps) MatchString(pat, str string) (bool, error) {{ return regexp.MatchString(pat, str) }}\n\n\
             func (deps) ImportPath() string {{ return {path:?} }}\n"
        );
        out.push_str(
            "\nfunc main() {\n\tm := testing.MainStart(deps{}, tests, benchmarks, fuzzTargets, examples)\n",
        );
        match self.main {
            Some(external) => {
                let _ = writeln!(
                    out,
                    "\t{}.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))",
                    package(external)
                );
            }
            None => out.push_str("\tos.Exit(m.Run())\n"),
        }
        out.push_str("}\n");
        out
    }
}

/// A text as a literal of Go.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for byte in text.bytes() {
        let _ = match byte {
            b'"' | b'\\' => write!(out, "\\{}", char::from(byte)),
            b' '..=b'~' => write!(out, "{}", char::from(byte)),
            _ => write!(out, "\\x{byte:02x}"),
        };
    }
    out.push('"');
    out
}

/// Whether a name is the prefix, or goes on with what is no lower-case letter.
fn is_test(name: &str, prefix: &str) -> bool {
    name.strip_prefix(prefix).is_some_and(|rest| !rest.starts_with(char::is_lowercase))
}

/// Whether a function has one parameter, a pointer to something of that name, and gives nothing.
fn takes(f: &FuncDecl, kind: &str) -> bool {
    let [param] = f.ty.params.as_slice() else { return false };
    if !f.ty.results.is_empty() || param.names.len() > 1 || !f.type_params.is_empty() {
        return false;
    }
    let ExprKind::Star(to) = &param.ty.kind else { return false };
    match &to.kind {
        ExprKind::Ident(ident) => ident.name.as_str() == kind,
        ExprKind::Selector(selector) => selector.sel.name.as_str() == kind,
        _ => false,
    }
}

/// What an example is to print, and whether in any order: the last comment in its body says it.
fn output_of(body: &str) -> Option<(String, bool)> {
    let comment = last_comment(body)?;
    let text = comment.trim_start();
    let lower = text.to_ascii_lowercase();
    let unordered = lower.starts_with("unordered");
    let rest = lower.strip_prefix("unordered").map_or(lower.as_str(), str::trim_start);
    let rest = rest.strip_prefix("output:")?;
    let output = &text[text.len() - rest.len()..];
    // Blanks before the text are left out, and a first line that is empty.
    let output = output.trim_start_matches([' ', '\t']);
    let output = output.strip_prefix('\n').unwrap_or(output);
    Some((output.to_owned(), unordered))
}

/// The text of the last group of comments. A group ends at an empty line, at code, and, if it began behind code, with
/// its line.
fn last_comment(body: &str) -> Option<String> {
    let bytes = body.as_bytes();
    let mut at = 0;
    // The comments of the last group; whether the next comment begins another; whether there is code on the line.
    let mut group: Vec<&str> = Vec::new();
    let (mut over, mut behind) = (false, false);
    while at < bytes.len() {
        let rest = &body[at..];
        let length = match bytes[at] {
            b'/' if rest.starts_with("//") || rest.starts_with("/*") => {
                let (close, extra) = if rest.starts_with("//") { ("\n", 0) } else { ("*/", 2) };
                let length = rest[2..].find(close).map_or(rest.len(), |n| n + 2 + extra);
                if std::mem::take(&mut over) {
                    group.clear();
                }
                group.push(&rest[..length]);
                at += length;
                continue;
            }
            b'\n' => {
                let next = rest[1..].trim_start_matches([' ', '\t', '\r']);
                over |= behind || next.starts_with('\n');
                behind = false;
                at += 1;
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                at += 1;
                continue;
            }
            quote @ (b'"' | b'\'') => {
                let mut n = 1;
                while n < rest.len() && rest.as_bytes()[n] != quote {
                    n += if rest.as_bytes()[n] == b'\\' { 2 } else { 1 };
                }
                n + 1
            }
            b'`' => rest[1..].find('`').map_or(rest.len(), |n| n + 2),
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        (over, behind) = (true, true);
        at += length.min(rest.len());
    }
    if group.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    for comment in group {
        if let Some(line) = comment.strip_prefix("//") {
            lines.push(line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned());
        } else {
            let inner = comment.strip_prefix("/*").unwrap_or(comment);
            let inner = inner.strip_suffix("*/").unwrap_or(inner);
            lines.extend(inner.split('\n').map(|line| line.trim_end().to_owned()));
        }
    }
    // Empty lines at both ends say nothing, and of several in a row one is left.
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    let text = lines.join("\n");
    Some(text.trim_matches('\n').to_owned() + "\n")
}
