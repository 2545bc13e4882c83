//! The standard library: text that is part of the executable, with an index made when it was built.
//!
//! Nothing here parses. A declaration is found by its name, and comes as a file and a range of bytes; the range
//! parses by itself. Files get their place in the [`SourceMap`] when the first declaration is taken from them.

use super::{FileId, SourceMap, Span};
use hashbrown::HashMap;

#[cfg(debug_assertions)]
#[path = "../../build/std_index.rs"]
mod std_index;

include!(concat!(env!("OUT_DIR"), "/std_index.rs"));

/// A package of the standard library.
#[derive(Debug)]
pub struct StdPackage {
    /// Its import path.
    pub path: &'static str,
    /// The name in its package clauses.
    pub name: &'static str,
    /// Its files.
    pub files: &'static [StdFile],
    /// Its declarations, file by file, in the order of the text.
    pub decls: &'static [StdDecl],
    /// The names in the declarations.
    spans: &'static [StdName],
    /// Names at package level and the numbers of their declarations, sorted by their texts.
    names: &'static [(StdName, u32)],
    /// The numbers of the methods, sorted by the base types of their receivers.
    methods: &'static [u32],
}

/// A name, as the bytes of its file that it is: thousands of addresses would have to be relocated whenever the executable starts.
type StdName = (u32, u32);

/// A file of the standard library.
#[derive(Debug)]
pub struct StdFile {
    /// The name that diagnostics and traces show.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    /// Name (empty if it is left out) and path of each import.
    pub imports: &'static [(&'static str, &'static str)],
}

/// What kind of declaration it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StdDeclKind {
    /// `const`
    Const,
    /// `type`
    Type,
    /// `var`
    Var,
    /// `func`, methods too
    Func,
}

/// A top-level declaration: a group in parentheses is one.
#[derive(Debug)]
pub struct StdDecl {
    /// Its kind.
    pub kind: StdDeclKind,
    /// Index of its file in [`StdPackage::files`].
    pub file: u32,
    /// Offset of its keyword in the file.
    pub lo: u32,
    /// Offset after its last byte.
    pub hi: u32,
    /// The names that it declares: where they begin among those of the package, and how many they are.
    names: (u32, u32),
    receiver: StdName,
    /// Whether the receiver is a pointer.
    pub pointer: bool,
}

impl StdDecl {
    /// Whether it is a method.
    pub fn is_method(&self) -> bool {
        self.receiver != (0, 0)
    }
}

impl StdPackage {
    /// The package with an import path.
    pub fn find(path: &str) -> Option<&'static StdPackage> {
        let packages = StdPackage::all();
        let index = packages.binary_search_by(|package| package.path.cmp(path)).ok()?;
        Some(&packages[index])
    }

    /// All packages, sorted by path.
    pub fn all() -> &'static [StdPackage] {
        #[cfg(debug_assertions)]
        if let Some(packages) = from_disk::packages() {
            return packages;
        }
        PACKAGES
    }

    /// The package that a script means by a name that it has not imported.
    pub fn for_script(name: &str) -> Option<&'static StdPackage> {
        match name {
            "rand" => StdPackage::find("math/rand"),
            "template" => StdPackage::find("text/template"),
            "scanner" => StdPackage::find("text/scanner"),
            _ => StdPackage::all()
                .iter()
                .filter(|p| p.name == name && !p.path.contains("internal"))
                .min_by_key(|p| p.path.len()),
        }
    }

    /// The declaration of a name at package level.
    pub fn decl(&self, name: &str) -> Option<&'static StdDecl> {
        let decls = self.all_decls();
        let text = |&(name, decl): &(StdName, u32)| self.name(&decls[decl as usize], name);
        let at = self.names.binary_search_by(|entry| text(entry).cmp(name)).ok()?;
        // Of several with one name, which only `init` may have, the first.
        let first = self.names[..at].iter().rposition(|entry| text(entry) != name).map_or(0, |at| at + 1);
        Some(&decls[self.names[first].1 as usize])
    }

    /// Whether a package-level name exists.
    pub fn declares(&self, name: &str) -> bool {
        self.decl(name).is_some()
    }

    /// All names at package level, sorted.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.names.iter().map(|&(name, decl)| self.name(&self.decls[decl as usize], name))
    }

    /// The names that a declaration declares; of a method, the method's.
    pub fn names_of(
        &self,
        decl: &StdDecl,
    ) -> impl ExactSizeIterator<Item = &'static str> + DoubleEndedIterator {
        let (first, count) = (decl.names.0 as usize, decl.names.1 as usize);
        self.spans[first..first + count].iter().map(|&name| self.name(decl, name))
    }

    /// The base type of a method's receiver; empty if it is none.
    pub fn receiver_of(&self, decl: &StdDecl) -> &'static str {
        self.name(decl, decl.receiver)
    }

    fn name(&self, decl: &StdDecl, (lo, hi): StdName) -> &'static str {
        &self.file_of(decl).text[lo as usize..hi as usize]
    }

    /// The declarations of the methods of a type.
    pub fn methods_of(&self, type_name: &str) -> impl Iterator<Item = &'static StdDecl> + use<> {
        let decls = self.all_decls();
        let receiver = |index: u32| self.receiver_of(&decls[index as usize]);
        let first = self.methods.partition_point(|&index| receiver(index) < type_name);
        let last = self.methods.partition_point(|&index| receiver(index) <= type_name);
        self.methods[first..last].iter().map(move |&index| &decls[index as usize])
    }

    /// The comment above the package clause that has one.
    pub fn doc(&self) -> String {
        let docs = self.files.iter().map(|file| {
            let clause = file.text.find("\npackage ").map_or(0, |at| at + 1);
            comment_before(file.text, clause)
        });
        docs.max_by_key(String::len).unwrap_or_default()
    }

    /// The text of a declaration, and the comment above it.
    pub fn text_of(&self, decl: &StdDecl) -> (&'static str, String) {
        let text = self.file_of(decl).text;
        (&text[decl.lo as usize..decl.hi as usize], comment_before(text, decl.lo as usize))
    }

    /// The file that holds a declaration of this package.
    pub fn file_of(&self, decl: &StdDecl) -> &'static StdFile {
        let files: &'static [StdFile] = self.files;
        &files[decl.file as usize]
    }

    fn all_decls(&self) -> &'static [StdDecl] {
        self.decls
    }
}

/// The library as it is on disk, for those who write it: with `PHASYNC_STDLIB=stdlib` a debug build takes it from that
/// folder, and an edit costs no compilation. It lives as long as the process, as the text in the executable does.
#[cfg(debug_assertions)]
mod from_disk {
    use super::{StdDecl, StdDeclKind, StdFile, StdPackage, std_index};
    use std::path::Path;
    use std::sync::OnceLock;

    pub fn packages() -> Option<&'static [StdPackage]> {
        static PACKAGES: OnceLock<Option<Vec<StdPackage>>> = OnceLock::new();
        let read = || {
            let folder = std::env::var_os("PHASYNC_STDLIB")?;
            match std_index::read(Path::new(&folder)) {
                Ok(packages) => Some(packages.into_iter().map(package).collect()),
                Err(error) => panic!("PHASYNC_STDLIB={}: {error}", folder.display()),
            }
        };
        PACKAGES.get_or_init(read).as_deref()
    }

    fn package(read: std_index::Package) -> StdPackage {
        let std_index::Package { path, name, files, decls: read, names, methods } = read;
        let short = |(lo, hi): std_index::Name| (lo as u32, hi as u32);
        let (mut decls, mut spans) = (Vec::new(), Vec::new());
        for (file, read) in read {
            let names = (spans.len() as u32, read.names.len() as u32);
            spans.extend(read.names.iter().copied().map(short));
            decls.push(decl(file as u32, &read, names, short(read.receiver)));
        }
        let names: Vec<_> = names.into_iter().map(|(name, decl)| (short(name), decl as u32)).collect();
        StdPackage {
            path: path.leak(),
            name: name.leak(),
            files: files.into_iter().map(file).collect::<Vec<_>>().leak(),
            decls: decls.leak(),
            spans: spans.leak(),
            names: names.leak(),
            methods: methods.into_iter().map(|number| number as u32).collect::<Vec<_>>().leak(),
        }
    }

    fn file(read: std_index::File) -> StdFile {
        let imports = read.imports.into_iter().map(|(name, path)| (&*name.leak(), &*path.leak()));
        StdFile {
            name: read.shown.leak(),
            text: read.text.leak(),
            imports: imports.collect::<Vec<(&str, &str)>>().leak(),
        }
    }

    fn decl(file: u32, read: &std_index::Decl, names: (u32, u32), receiver: (u32, u32)) -> StdDecl {
        let kind = match read.kind {
            "Const" => StdDeclKind::Const,
            "Type" => StdDeclKind::Type,
            "Var" => StdDeclKind::Var,
            _ => StdDeclKind::Func,
        };
        let (lo, hi) = (read.lo as u32, read.hi as u32);
        StdDecl { kind, file, lo, hi, names, receiver, pointer: read.pointer }
    }
}

/// The lines of a comment that end right above the line that begins at `at`, without their slashes.
pub fn comment_before(text: &str, at: usize) -> String {
    let lines: Vec<&str> = text[..at].lines().rev().take_while(|line| line.starts_with("//")).collect();
    let mut comment = String::new();
    for line in lines.iter().rev() {
        let line = line.trim_start_matches('/');
        comment.push_str(line.strip_prefix(' ').unwrap_or(line));
        comment.push('\n');
    }
    comment
}

/// Which files of the standard library have a place in a source map.
#[derive(Debug, Default)]
pub struct StdSources {
    ids: HashMap<&'static str, FileId>,
}

impl StdSources {
    /// None yet.
    pub fn new() -> StdSources {
        StdSources::default()
    }

    /// The place of a file in `map`, which must always be the same map.
    pub fn file(&mut self, map: &mut SourceMap, file: &'static StdFile) -> FileId {
        *self.ids.entry(file.name).or_insert_with(|| map.add_static(file.name, file.text))
    }

    /// The place of a declaration's text in `map`.
    pub fn span(&mut self, map: &mut SourceMap, package: &StdPackage, decl: &StdDecl) -> (FileId, Span) {
        let id = self.file(map, package.file_of(decl));
        let base = map.file(id).base;
        (id, Span::new(base + decl.lo, base + decl.hi))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_found_by_path() {
        for package in StdPackage::all() {
            assert!(std::ptr::eq(StdPackage::find(package.path).unwrap(), package));
        }
        assert!(StdPackage::find("no/such/package").is_none());
    }

    #[test]
    fn every_name_finds_its_declaration() {
        for package in StdPackage::all() {
            for decl in package.decls {
                let text = &package.file_of(decl).text[decl.lo as usize..decl.hi as usize];
                for name in package.names_of(decl) {
                    assert!(text.contains(name), "{}: {text}", package.path);
                    if !decl.is_method() && !matches!(name, "_" | "init") {
                        assert!(
                            std::ptr::eq(package.decl(name).unwrap(), decl),
                            "{}.{name} is declared twice",
                            package.path
                        );
                    }
                }
                if decl.is_method() {
                    let receiver = package.receiver_of(decl);
                    assert!(package.methods_of(receiver).any(|method| std::ptr::eq(method, decl)));
                }
            }
        }
    }

    #[cfg(debug_assertions)]
    #[test]
    fn a_package_with_an_init_function_is_refused() {
        let folder = std::env::temp_dir().join(format!("phasync-std-index-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("p")).expect("the folder can be made");
        let read = |text: &str| {
            std::fs::write(folder.join("p/p.pgo"), text).expect("the file can be written");
            super::std_index::read(&folder).map(|packages| packages.len()).map_err(|error| error.to_string())
        };
        let method = read("package p\n\ntype T int\n\nfunc (T) init() {}\n\nfunc atImport() {}\n");
        let function = read("package p\n\nvar x int\n\nfunc init() { x = 1 }\n");
        std::fs::remove_dir_all(&folder).expect("the folder can be removed");
        assert_eq!(method, Ok(1));
        let message = function.expect_err("the function would never run");
        assert!(
            message.starts_with("stdlib/p/p.pgo: a package of the library has no func init"),
            "{message}"
        );
    }
}
