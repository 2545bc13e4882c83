//! What the go command says of a program whose packages cannot all be loaded. It loads them before anything is compiled:
//! depth first, the imports of a package by their paths and not by their places in the text. What is wrong with a package
//! is said behind what it imports, and of each only what was found first. A package that does not exist is one as well.

use super::Checker;
use super::object::PkgId;
use crate::ast::{ImportSpec, string_value};
use crate::diag::{Code, Diagnostic};
use crate::source::{FileId, Pos};
use std::collections::{BTreeMap, HashMap, HashSet};

struct Loading<'a> {
    checker: &'a Checker,
    main: PkgId,
    /// What is to be said of imports, by where they start.
    of_imports: HashMap<Pos, Vec<&'a Diagnostic>>,
    /// What is to be said of the heads of files.
    of_heads: HashMap<FileId, Vec<&'a Diagnostic>>,
    /// The packages that are being loaded, outermost first, with the path and the file by which they are imported.
    way: Vec<(PkgId, String, String)>,
    met: HashSet<PkgId>,
    missing: HashSet<String>,
    /// What is wrong with packages that are there.
    wrong: HashMap<PkgId, Diagnostic>,
    told: Vec<Diagnostic>,
}

impl Checker {
    /// The errors of these codes, all of loading, as the go command says them.
    pub(super) fn told_at_loading(&self, main: PkgId, codes: &[Code]) -> Vec<Diagnostic> {
        let mut of_imports: HashMap<Pos, Vec<&Diagnostic>> = HashMap::new();
        let mut of_heads: HashMap<FileId, Vec<&Diagnostic>> = HashMap::new();
        for diag in self.diags.iter().filter(|diag| codes.contains(&diag.code)) {
            if !matches!(diag.code, Code::Head | Code::BuildLine) {
                of_imports.entry(diag.span.lo).or_default().push(diag);
            } else if let Some(file) = self.sources.file_of(diag.span.lo) {
                of_heads.entry(file.id).or_default().push(diag);
            }
        }
        let mut loading = Loading {
            checker: self,
            main,
            of_imports,
            of_heads,
            way: Vec::new(),
            met: HashSet::new(),
            missing: HashSet::new(),
            wrong: HashMap::new(),
            told: Vec::new(),
        };
        loading.package(main, self.main_path(), String::new());
        loading.told
    }
}

impl Loading<'_> {
    fn package(&mut self, pkg: PkgId, path: String, from: String) {
        self.met.insert(pkg);
        self.way.push((pkg, path, from));
        let files = self.checker.package(pkg).files.clone();
        let mut imports = BTreeMap::new();
        for spec in files.iter().flat_map(|file| &file.imports) {
            let path = String::from_utf8_lossy(&string_value(spec.path.raw.as_str())).into_owned();
            imports.entry(path).or_insert(spec);
        }
        for (path, spec) in imports {
            self.import(pkg, path, spec);
        }
        self.way.pop();
        let mut heads = Vec::new();
        for file in files.iter() {
            heads.extend(self.of_heads.remove(&file.id).into_iter().flatten().cloned());
        }
        let wrong = self.wrong.remove(&pkg);
        self.told.extend(if heads.is_empty() { wrong.into_iter().collect() } else { heads });
    }

    fn import(&mut self, pkg: PkgId, path: String, spec: &ImportSpec) {
        let known = self.missing.contains(&path);
        for diag in self.of_imports.remove(&spec.span.lo).unwrap_or_default() {
            match diag.code {
                Code::ClosedPackage => {
                    let mut diag = diag.clone();
                    for note in diag.notes.iter_mut().filter(|note| note.starts_with("package ")) {
                        *note = self.way_here();
                    }
                    self.wrong.entry(pkg).or_insert(diag);
                }
                Code::MissingPackage if !known => {
                    self.missing.insert(path.clone());
                    self.told.push(diag.clone());
                }
                _ => {}
            }
        }
        let Some(found) = self.checker.imported_at.get(&spec.span.lo) else { return };
        let found = match found {
            Some(key) => self.checker.by_path.get(key).copied(),
            None => Some(self.main),
        };
        let Some(imported) = found else { return };
        let file = self.checker.sources.file_of(spec.span.lo).map_or("", |file| &file.name);
        let file = file.rsplit('/').next().unwrap_or(file).to_string();
        if self.way.iter().any(|(on_the_way, ..)| *on_the_way == imported) {
            let mut message = format!("package {}", self.way[0].1);
            for (_, path, from) in &self.way[1..] {
                message.push_str(&format!("\n\timports {path} from {from}"));
            }
            message.push_str(&format!("\n\timports {path} from {file}: import cycle not allowed"));
            let diag = Diagnostic::error(Code::ImportCycle, spec.path_span, message);
            self.wrong.entry(imported).or_insert(diag);
        } else if !self.met.contains(&imported) {
            self.package(imported, path, file);
        }
    }

    /// The way by which imports have led to the package that is being loaded.
    fn way_here(&self) -> String {
        let imports = self.way[1..].iter().map(|(_, path, _)| format!("\n\timports {path}"));
        format!("package {}{}", self.way[0].1, imports.collect::<String>())
    }
}
