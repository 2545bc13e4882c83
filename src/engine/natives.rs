//! Functions of the host: Rust functions that programs see as functions of packages.
//!
//! A package of the host is Go text, like any other; its functions without body are the host's. So the checker treats them
//! like all others, and diagnostics and traces show where they are declared.

use std::collections::BTreeMap;

use crate::check::Checker;
use crate::check::import::PackageText;
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, StdPackage};
use crate::vm::{HostFn, Program};

/// The packages and functions of a host.
#[derive(Default)]
pub(super) struct Natives {
    packages: BTreeMap<String, Package>,
    functions: Vec<(String, HostFn)>,
    problems: Vec<String>,
}

#[derive(Default)]
struct Package {
    /// Declarations for functions whose signature the host has given.
    declared: String,
    /// Files that the host has given.
    files: Vec<String>,
}

impl Natives {
    /// Adds a file of a package.
    pub fn file(&mut self, path: &str, text: &str) {
        self.packages.entry(path.into()).or_default().files.push(text.into());
    }

    /// Adds a function, `path.Name`, and declares it if there is a signature, `func(int) string`; otherwise a file of the
    /// package does.
    pub fn function(&mut self, name: &str, signature: Option<&str>, function: HostFn) {
        let Some((path, short)) = split(name) else {
            return self.problems.push(format!("{name}: a function of the host is named path.Name"));
        };
        let package = self.packages.entry(path.into()).or_default();
        if let Some(signature) = signature {
            match signature.trim().strip_prefix("func") {
                Some(rest) => package.declared.push_str(&format!("func {short}{rest}\n")),
                None => self.problems.push(format!("{name}: {signature:?} is no function type")),
            }
        }
        self.functions.push((name.into(), function));
    }

    /// Whether the functions are those that the packages declare; `checker` has read the packages, if they could be read.
    pub fn check(&self, checker: Option<&Checker>) -> Vec<Diagnostic> {
        let mut problems: Vec<(Span, String)> =
            self.problems().into_iter().map(|problem| (Span::NONE, problem)).collect();
        if let Some(checker) = checker {
            let declared = checker.natives();
            for (name, span) in &declared {
                if !self.functions.iter().any(|(have, _)| have == name) {
                    problems.push((*span, format!("the host has no function {name}")));
                }
            }
            // Packages that the program does not import are not read.
            for (name, _) in self.functions.iter().filter(|(name, _)| checker.has_natives_of(name)) {
                if !declared.iter().any(|(have, _)| have == name) {
                    problems
                        .push((Span::NONE, format!("{name}: no package of the host declares this function")));
                }
            }
        }
        let diag = |(span, text)| Diagnostic::error(Code::InvalidDeclaration, span, text);
        problems.into_iter().map(diag).collect()
    }

    /// What the host has got wrong, before anything is checked.
    fn problems(&self) -> Vec<String> {
        let mut problems = self.problems.clone();
        for path in self.packages.keys() {
            if StdPackage::find(path).is_some() {
                problems.push(format!("{path}: a package of the standard library"));
            }
        }
        problems
    }

    /// The packages, as the checker imports them.
    pub fn packages(&self) -> Vec<PackageText> {
        let text = |(path, package): (&String, &Package)| {
            let mut files = Vec::new();
            if !package.declared.is_empty() || package.files.is_empty() {
                files.push((format!("$host/{path}/natives.go"), package.generated(path)));
            }
            for (i, file) in package.files.iter().enumerate() {
                files.push((format!("$host/{path}/{i}.go"), file.clone().into_bytes()));
            }
            PackageText { path: path.clone(), dir: None, files, natives: true, tested: false }
        };
        self.packages.iter().map(text).collect()
    }

    /// Makes the functions natives of a program.
    pub fn bind(self, program: &mut Program) {
        for (name, function) in self.functions {
            program.add_host_fn(&name, function);
        }
    }

    /// Whether there are any.
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty()
    }
}

impl Package {
    /// The file with the declarations of functions whose signature the host has given.
    fn generated(&self, path: &str) -> Vec<u8> {
        let mut text = format!("package {}\n", package_name(path));
        for import in imports(&self.declared) {
            text.push_str(&format!("import {import:?}\n"));
        }
        text.push_str(&self.declared);
        text.into_bytes()
    }
}

/// `a/b.C`: the path and the name.
fn split(name: &str) -> Option<(&str, &str)> {
    let slash = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name[slash..].find('.')? + slash;
    let (path, short) = (&name[..dot], &name[dot + 1..]);
    (!path.is_empty() && !short.is_empty()).then_some((path, short))
}

/// The last part of an import path.
fn package_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The standard packages whose names stand before a dot.
fn imports(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('.') {
        let before = &text[..at];
        let begin = before.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        let word = &before[begin..];
        let package = StdPackage::all()
            .iter()
            .filter(|package| package.name == word && !package.path.contains("internal"))
            .min_by_key(|package| package.path.len());
        if let Some(package) = package
            && !found.contains(&package.path)
        {
            found.push(package.path);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_behind_the_path() {
        assert_eq!(split("host.Fetch"), Some(("host", "Fetch")));
        assert_eq!(split("example.com/host.Fetch"), Some(("example.com/host", "Fetch")));
        assert_eq!(split("host.(*Conn).Read"), Some(("host", "(*Conn).Read")));
        assert_eq!(split("Fetch"), None);
        assert_eq!(split(".Fetch"), None);
    }

    #[test]
    fn signatures_bring_their_imports() {
        assert_eq!(imports("func F(d time.Duration, r io.Reader, ...int)"), ["time", "io"]);
    }
}
