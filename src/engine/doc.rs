//! Documentation of names, from the comments above their declarations.

use super::inspect::Kind;
use super::session::Session;
use crate::check::object::{ObjId, ObjectKind};
use crate::check::tasks;
use crate::source::{Span, StdDecl, StdDeclKind, StdPackage, comment_before};
use crate::types::universe::BUILTINS;

/// What is known of a name: a package of the standard library (by name or path), something that it declares (`strings.Cut`,
/// `strings.Builder.Len`), or what is predeclared.
///
/// # Errors
/// Nothing is known of it: the text says what of it is known.
pub fn documentation(name: &str) -> Result<String, String> {
    let name = name.trim();
    let package_meant = |name: &str| StdPackage::find(name).or_else(|| StdPackage::for_script(name));
    if let Some(package) = package_meant(name) {
        return Ok(package_doc(package));
    }
    if let Some((first, rest)) = name.split_once('.')
        && let Some(package) = package_meant(first)
    {
        return std_doc(package, rest).ok_or_else(|| missing(package, rest));
    }
    predeclared_doc(name).ok_or_else(|| format!("nothing is known of {name}"))
}

impl Session {
    /// What is known of a name: a declaration of the session, or else what [`documentation`] knows.
    pub fn doc(&mut self, name: &str) -> Option<String> {
        let name = name.trim();
        if let Some(package) = self.package_meant(name) {
            return Some(package_doc(package));
        }
        if let Some(obj) = self.find(name) {
            let of_package = name.split_once('.').and_then(|(first, rest)| {
                let package = self.package_meant(first)?;
                std_doc(package, rest)
            });
            return match of_package {
                Some(doc) => Some(doc),
                None => self.session_doc(obj),
            };
        }
        predeclared_doc(name)
    }

    /// The standard package of a name or path, unless the name denotes something else.
    fn package_meant(&mut self, name: &str) -> Option<&'static StdPackage> {
        let names = self.code.checker.session_names();
        match names.iter().find(|(n, _)| n.as_str() == name) {
            Some(&(_, obj)) => match self.code.checker.obj(obj).kind {
                ObjectKind::PkgName { imported, .. } => {
                    StdPackage::find(&self.code.checker.package(imported).path)
                }
                _ => None,
            },
            None => StdPackage::find(name).or_else(|| StdPackage::for_script(name)),
        }
    }

    /// The declaration of something that was entered, with the comment above it.
    fn session_doc(&mut self, obj: ObjId) -> Option<String> {
        let (kind, ty) = self.describe(obj)?;
        let checker = &self.code.checker;
        let name = checker.obj(obj).name;
        let span = checker.obj(obj).span;
        let mut doc = match kind {
            Kind::Func => match checker.func_decl(obj) {
                Some(decl) => {
                    let end = decl.body.as_ref().map_or(decl.span.hi, |body| body.span.lo);
                    checker.sources.text(Span::new(decl.span.lo, end)).trim_end().to_string()
                }
                None => format!("func {name}{ty}"),
            },
            Kind::Type => format!("type {name} {ty}"),
            Kind::Const => format!("const {name} {ty}"),
            Kind::Var => format!("var {name} {ty}"),
        };
        doc.push('\n');
        if let Some((file, line, _)) = checker.sources.lookup(span.lo) {
            let start = file.line_starts()[line as usize - 1] as usize;
            doc.push_str(&comment_before(&file.text, start));
        }
        let named = checker.tt.as_named(checker.obj(obj).ty).filter(|_| kind == Kind::Type);
        let methods = named.map_or(&[][..], |named| checker.tt.methods(named));
        for method in methods {
            let Some(decl) = checker.func_decl(method.obj) else { continue };
            let end = decl.body.as_ref().map_or(decl.span.hi, |body| body.span.lo);
            doc.push_str(checker.sources.text(Span::new(decl.span.lo, end)).trim_end());
            doc.push('\n');
        }
        Some(doc)
    }
}

/// What is predeclared: by Go, or for scripts.
fn predeclared_doc(name: &str) -> Option<String> {
    if let Some(row) = BUILTINS.iter().find(|row| row.name == name) {
        return Some(format!("{}\n", row.doc));
    }
    let first = name.split('.').next().unwrap_or_default();
    let package = StdPackage::find(tasks::PATH).filter(|_| tasks::SCRIPT_NAMES.contains(&first))?;
    std_doc(package, name)
}

/// The documentation of something that a package declares: `Name` or `Type.Method`.
fn std_doc(package: &StdPackage, name: &str) -> Option<String> {
    let (decl, of_type) = match name.split_once('.') {
        Some((ty, method)) => (package.methods_of(ty).find(|d| only_name(package, d) == Some(method))?, None),
        None => (package.decl(name)?, Some(name)),
    };
    let (text, comment) = package.text_of(decl);
    let mut doc = match decl.kind {
        StdDeclKind::Func => signatures(package, decl),
        StdDeclKind::Type => without_hidden_fields(text),
        StdDeclKind::Const | StdDeclKind::Var => text.to_string(),
    };
    doc.push('\n');
    if !comment.is_empty() {
        doc.push('\n');
        doc.push_str(&comment);
    }
    if let (StdDeclKind::Type, Some(ty)) = (decl.kind, of_type) {
        let exported = package.methods_of(ty).filter(|d| package.names_of(d).all(is_exported));
        let methods: Vec<&str> = exported.map(|d| signature(package.text_of(d).0)).collect();
        if !methods.is_empty() {
            doc.push('\n');
        }
        for method in methods {
            doc.push_str(method);
            doc.push('\n');
        }
    }
    Some(doc)
}

/// The name of a declaration that declares one.
fn only_name(package: &StdPackage, decl: &StdDecl) -> Option<&'static str> {
    let mut names = package.names_of(decl);
    names.next().filter(|_| names.len() == 0)
}

/// Most lines for the forms of a function.
const MAX_FORMS: usize = 5;

/// The signature of a function; of one that is typed by its arguments, that of each form, or of the first few.
fn signatures(package: &StdPackage, decl: &StdDecl) -> String {
    let own = signature(package.text_of(decl).0);
    let Some(name) = only_name(package, decl) else { return own.to_string() };
    let receiver = package.receiver_of(decl);
    if let Some(forms) = tasks::other_forms(package.path, receiver, name) {
        return format!("{own}\n// {forms}");
    }
    let Some(beginning) = tasks::family_members(package.path, receiver, name) else { return own.to_string() };
    let mut lines = vec![own.to_string()];
    let members = package.decls.iter().filter(|other| other.kind == StdDeclKind::Func);
    for member in members.filter(|other| package.receiver_of(other) == receiver) {
        let Some(other) = only_name(package, member) else { continue };
        let shape = other.strip_prefix(beginning).unwrap_or_default();
        if shape.starts_with(|c: char| c.is_ascii_digit()) {
            lines.push(signature(package.text_of(member).0).replacen(other, name, 1));
        }
    }
    if lines.len() > MAX_FORMS {
        let more = lines.len() - MAX_FORMS;
        lines.truncate(MAX_FORMS);
        lines.push(match tasks::takes_any_number(package.path, receiver, name) {
            true => "// and so on: for functions with any number of results".to_string(),
            false => format!("// and {more} more forms, for functions with other parameters and results"),
        });
    } else if tasks::takes_any_number(package.path, receiver, name) {
        lines.push("// and so on: for functions with any number of results".to_string());
    }
    lines.join("\n")
}

/// The text of a type without the fields that only its package sees.
fn without_hidden_fields(text: &str) -> String {
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default();
    if !first.ends_with("struct {") {
        return text.to_string();
    }
    let (mut kept, mut comment, mut hidden) = (String::from(first), String::new(), false);
    let mut inside = false; // of a field that is kept
    for line in lines {
        let field = line.strip_prefix('\t');
        match field.and_then(|field| field.chars().next()) {
            Some('/') => comment = format!("{comment}\n{line}"),
            Some('\t' | ' ' | '}' | ')') if inside => kept = format!("{kept}\n{line}"),
            Some('\t' | ' ' | '}' | ')') => {}
            Some(c) if c.is_uppercase() || c == '*' => {
                kept = format!("{kept}{comment}\n{line}");
                comment.clear();
                inside = true;
            }
            Some(_) => {
                (hidden, inside) = (true, false);
                comment.clear();
            }
            None => comment.clear(),
        }
    }
    match (hidden, kept == first) {
        (true, true) => format!("{first}\n\t// fields that only the package sees\n}}"),
        (true, false) => format!("{kept}\n\t// and fields that only the package sees\n}}"),
        (false, _) => text.to_string(),
    }
}

/// Says what a package does not have.
fn missing(package: &StdPackage, name: &str) -> String {
    let path = package.path;
    match name.split_once('.') {
        Some((ty, method)) if package.declares(ty) => {
            let names = package.methods_of(ty).flat_map(|d| package.names_of(d)).filter(|n| is_exported(n));
            let names: Vec<&str> = names.collect();
            match names.is_empty() {
                true => format!("{path}.{ty} has no methods"),
                false => format!("{path}.{ty} has no method {method}; it has {}", names.join(", ")),
            }
        }
        Some(_) | None => format!("package {path} has no {name}; phasync doc {path} lists what it has"),
    }
}

/// The first line of a function's text, without the brace of its body: the library is formatted so.
fn signature(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.trim_end().trim_end_matches('{').trim_end()
}

fn is_exported(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_uppercase)
}

/// A package: its comment, then what it exports, a line each.
fn package_doc(package: &StdPackage) -> String {
    let mut doc = format!("package {} // import \"{}\"\n\n{}\n", package.name, package.path, package.doc());
    for decl in package.decls {
        if decl.is_method() {
            continue;
        }
        let exported: Vec<&str> = package.names_of(decl).filter(|name| is_exported(name)).collect();
        let Some(first) = exported.first() else { continue };
        let line = match decl.kind {
            StdDeclKind::Func => signature(package.text_of(decl).0).to_string(),
            StdDeclKind::Type if exported.len() == 1 => {
                let text = package.text_of(decl).0;
                let line = text.lines().next().unwrap_or_default();
                if line.ends_with('{') { format!("{line} ... }}") } else { line.to_string() }
            }
            StdDeclKind::Type => format!("type {}", exported.join(", ")),
            StdDeclKind::Const if exported.len() > 4 => {
                format!("const {first} ... // {} constants", exported.len())
            }
            StdDeclKind::Const => format!("const {}", exported.join(", ")),
            StdDeclKind::Var => format!("var {}", exported.join(", ")),
        };
        doc.push_str(&line);
        doc.push('\n');
    }
    doc
}
