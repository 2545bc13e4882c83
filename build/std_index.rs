//! Indexes the standard library: which declarations each file under `stdlib/` holds, and where.
//!
//! The interpreter parses a declaration of the library only when a program reaches it, so it has to know the names
//! and the byte ranges beforehand. The scan relies on what every formatted file has: a top-level declaration starts
//! with its keyword in column 0, and nothing else does outside of brackets, comments and raw strings. A test of
//! the library parses every range by itself, so a file that is laid out otherwise can't slip in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Finds the source files below `dir`, by the import path of their package.
fn collect(root: &Path, dir: &Path, packages: &mut BTreeMap<String, Vec<PathBuf>>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, packages)?;
        } else if path.extension().is_some_and(|extension| extension == "pgo") {
            let folder = dir.strip_prefix(root).unwrap_or(dir);
            packages.entry(slashes(folder)).or_default().push(path);
        }
    }
    Ok(())
}

fn slashes(path: &Path) -> String {
    let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}

/// Reads all packages under `stdlib`, sorted by path.
pub fn read(stdlib: &Path) -> io::Result<Vec<Package>> {
    let mut packages: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    if stdlib.is_dir() {
        collect(stdlib, stdlib, &mut packages)?;
    }
    packages
        .into_iter()
        .map(|(path, mut files)| {
            files.sort();
            read_package(stdlib, path, files)
        })
        .collect()
}

fn read_package(stdlib: &Path, path: String, paths: Vec<PathBuf>) -> io::Result<Package> {
    let mut name = path.rsplit('/').next().unwrap_or(&path).to_string();
    let (mut files, mut decls) = (Vec::new(), Vec::new());
    for (number, file) in paths.into_iter().enumerate() {
        let text = fs::read_to_string(&file)?;
        let scan = scan(&text);
        if let Some(package) = scan.package {
            name = package;
        }
        let shown = format!("stdlib/{}", slashes(file.strip_prefix(stdlib).unwrap_or(&file)));
        files.push(File { shown, text, imports: scan.imports });
        decls.extend(scan.decls.into_iter().map(|decl| (number, decl)));
    }
    let (mut names, mut methods) = (Vec::new(), Vec::new());
    for (number, (file, decl)) in decls.iter().enumerate() {
        let decl: &Decl = decl;
        if decl.receiver == NONE {
            let text = |name: &Name| files[*file].text[name.0..name.1].to_string();
            // The checker resolves names; nothing would name it, so it would never run.
            if decl.kind == "Func" && decl.names.iter().any(|name| text(name) == "init") {
                let message =
                    "a package of the library has no func init: what is to run on import is called atImport";
                return Err(io::Error::other(format!("{}: {message}", files[*file].shown)));
            }
            let named = decl.names.iter().map(|&name| (text(&name), (name, number)));
            names.extend(named.filter(|(name, _)| name != "_"));
        } else {
            methods.push((files[*file].text[decl.receiver.0..decl.receiver.1].to_string(), number));
        }
    }
    // By their texts, which are not written into the index: what names addresses would have to be relocated when the
    // executable starts.
    names.sort();
    methods.sort();
    let names = names.into_iter().map(|(_, name)| name).collect();
    let methods = methods.into_iter().map(|(_, number)| number).collect();
    Ok(Package { path, name, files, decls, names, methods })
}

/// A package: all its files, and what they declare.
pub struct Package {
    pub path: String,
    pub name: String,
    pub files: Vec<File>,
    /// Each with the number of its file.
    pub decls: Vec<(usize, Decl)>,
    /// Names at package level and the numbers of their declarations, sorted by their texts.
    pub names: Vec<(Name, usize)>,
    /// The numbers of the methods, sorted by the base types of their receivers.
    pub methods: Vec<usize>,
}

/// A file of a package.
pub struct File {
    /// The name that diagnostics and traces show.
    pub shown: String,
    pub text: String,
    /// Name (or nothing) and path of each import.
    pub imports: Vec<(String, String)>,
}

/// What a file declares.
#[derive(Default)]
struct Scan {
    package: Option<String>,
    /// Name (or nothing) and path.
    imports: Vec<(String, String)>,
    decls: Vec<Decl>,
}

/// A name, as the bytes of its file that it is.
pub type Name = (usize, usize);

/// No name.
const NONE: Name = (0, 0);

/// A declaration.
pub struct Decl {
    /// `Const`, `Type`, `Var` or `Func`.
    pub kind: &'static str,
    pub names: Vec<Name>,
    /// The base type of a method's receiver.
    pub receiver: Name,
    pub pointer: bool,
    pub lo: usize,
    pub hi: usize,
}

fn scan(text: &str) -> Scan {
    let tokens = tokens(text);
    let starts: Vec<usize> = (0..tokens.len())
        .filter(|&i| {
            let token = &tokens[i];
            let column_0 = token.lo == 0 || text.as_bytes()[token.lo - 1] == b'\n';
            let keyword = matches!(token.text, "package" | "import" | "const" | "type" | "var" | "func");
            column_0 && token.depth == 0 && keyword
        })
        .collect();
    let mut scan = Scan::default();
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(tokens.len());
        let body = &tokens[start + 1..end];
        let kind = match tokens[start].text {
            "package" => {
                scan.package = body.first().map(|token| token.text.to_string());
                continue;
            }
            "import" => {
                imports(body, &mut scan.imports);
                continue;
            }
            "const" => "Const",
            "type" => "Type",
            "var" => "Var",
            _ => "Func",
        };
        let last = tokens[start..end].iter().rev().find(|token| token.text != "\n");
        let hi = last.map_or(tokens[start].hi, |token| token.hi);
        let (names, receiver, pointer) = if kind == "Func" { func(body) } else { (specs(body), NONE, false) };
        scan.decls.push(Decl { kind, names, receiver, pointer, lo: tokens[start].lo, hi });
    }
    scan
}

fn imports(body: &[Token], out: &mut Vec<(String, String)>) {
    let mut name = String::new();
    for token in body {
        match token.text.as_bytes().first() {
            Some(b'"' | b'`') => {
                let path = token.text.trim_matches(['"', '`']).to_string();
                out.push((std::mem::take(&mut name), path));
            }
            Some(b'(' | b')' | b';' | b'\n') | None => {}
            Some(_) => name = token.text.to_string(),
        }
    }
}

/// Name of a function, its receiver's base type, and whether the receiver is a pointer.
fn func(body: &[Token]) -> (Vec<Name>, Name, bool) {
    let mut receiver = NONE;
    let mut pointer = false;
    let mut rest = body;
    if body.first().is_some_and(|token| token.text == "(") {
        let close = body.iter().position(|token| token.text == ")" && token.depth == 0).unwrap_or(0);
        // The base type is the last name before the type parameters.
        let inside = &body[1..close.max(1)];
        let brackets = inside.iter().position(|token| token.text == "[").unwrap_or(inside.len());
        if let Some(base) = inside[..brackets].iter().rev().find(|token| token.is_name()) {
            receiver = base.range();
        }
        pointer = inside.iter().any(|token| token.text == "*");
        rest = &body[close + 1..];
    }
    (rest.first().map(Token::range).into_iter().collect(), receiver, pointer)
}

/// The names that a `const`, `type` or `var` declaration declares.
fn specs(body: &[Token]) -> Vec<Name> {
    let mut names = Vec::new();
    if body.first().is_none_or(|token| token.text != "(") {
        name_list(body, &mut names);
        return names;
    }
    let mut starts = true;
    for (i, token) in body.iter().enumerate().skip(1) {
        if token.depth != 1 {
            continue;
        }
        if matches!(token.text, "\n" | ";") {
            starts = true;
        } else if starts {
            name_list(&body[i..], &mut names);
            starts = false;
        }
    }
    names
}

/// The names at the start of a specification: `a, b, c`.
fn name_list(tokens: &[Token], names: &mut Vec<Name>) {
    let mut rest = tokens;
    while let [name, more @ ..] = rest {
        if !name.is_name() {
            return;
        }
        names.push(name.range());
        match more {
            [comma, more @ ..] if comma.text == "," => rest = more,
            _ => return,
        }
    }
}

/// A token, as far as the index needs them: names and numbers, literals, single punctuation characters, and the
/// line ends that end a statement.
struct Token<'a> {
    text: &'a str,
    lo: usize,
    hi: usize,
    /// How many brackets are open around it; both brackets of a pair have the depth outside.
    depth: usize,
}

impl Token<'_> {
    fn range(&self) -> Name {
        (self.lo, self.hi)
    }

    fn is_name(&self) -> bool {
        self.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let bytes = text.as_bytes();
    let mut tokens: Vec<Token> = Vec::new();
    let mut depth = 0usize;
    let mut i = 0;
    while i < bytes.len() {
        let lo = i;
        match bytes[i] {
            b'\n' => {
                i += 1;
                let ends = tokens.last().is_some_and(|last| {
                    matches!(last.text, ")" | "]" | "}") || {
                        let first = last.text.as_bytes()[0];
                        first.is_ascii_alphanumeric()
                            || first >= 0x80
                            || matches!(first, b'_' | b'"' | b'`' | b'\'')
                    }
                });
                if ends {
                    tokens.push(Token { text: "\n", lo, hi: i, depth });
                }
                continue;
            }
            b' ' | b'\t' | b'\r' => {
                i += 1;
                continue;
            }
            b'/' if bytes.get(i + 1) == Some(&b'/') => {
                i = text[i..].find('\n').map_or(bytes.len(), |n| i + n);
                continue;
            }
            b'/' if bytes.get(i + 1) == Some(&b'*') => {
                i = text[i + 2..].find("*/").map_or(bytes.len(), |n| i + n + 4);
                continue;
            }
            b'`' => i = text[i + 1..].find('`').map_or(bytes.len(), |n| i + n + 2),
            quote @ (b'"' | b'\'') => {
                i += 1;
                while i < bytes.len() && bytes[i] != quote && bytes[i] != b'\n' {
                    i += if bytes[i] == b'\\' { 2 } else { 1 };
                }
                i = (i + 1).min(bytes.len());
            }
            byte if byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80 => {
                while i < bytes.len()
                    && (bytes[i].is_ascii_alphanumeric() || bytes[i] == b'_' || bytes[i] >= 0x80)
                {
                    i += 1;
                }
            }
            b'(' | b'[' | b'{' => {
                i += 1;
                tokens.push(Token { text: &text[lo..i], lo, hi: i, depth });
                depth += 1;
                continue;
            }
            b')' | b']' | b'}' => {
                i += 1;
                depth = depth.saturating_sub(1);
            }
            _ => i += 1,
        }
        tokens.push(Token { text: &text[lo..i], lo, hi: i, depth });
    }
    tokens
}
