//! Writes the index of the standard library as a Rust file, for the executable.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use super::std_index::{self, Decl, File, Name, Package};

/// Writes the index of all packages under `stdlib` as a Rust file.
pub fn generate(stdlib: &Path, out: &Path) -> io::Result<()> {
    let mut code = String::from("pub(super) static PACKAGES: &[StdPackage] = &[\n");
    for package in std_index::read(stdlib)? {
        write_package(&mut code, stdlib, &package);
    }
    code.push_str("];\n");
    // An unchanged file keeps its time stamp, so nothing is compiled again.
    if fs::read_to_string(out).is_ok_and(|old| old == code) {
        return Ok(());
    }
    fs::write(out, code)
}

fn write_package(code: &mut String, stdlib: &Path, package: &Package) {
    let Package { path, name, files, decls, names, methods } = package;
    let (mut rows, mut spans) = (String::new(), Vec::<Name>::new());
    for (file, Decl { kind, names, receiver, pointer, lo, hi }) in decls {
        let (first, count) = (spans.len(), names.len());
        spans.extend(names);
        let _ = writeln!(
            rows,
            "StdDecl {{ kind: StdDeclKind::{kind}, file: {file}, lo: {lo}, hi: {hi}, names: ({first}, {count}), receiver: {receiver:?}, pointer: {pointer} }},"
        );
    }
    let _ = writeln!(code, "StdPackage {{ path: {path:?}, name: {name:?}, files: &[");
    for File { shown, text: _, imports } in files {
        // The name begins with that of the folder.
        let path = stdlib.with_file_name(shown).display().to_string();
        let _ = writeln!(
            code,
            "StdFile {{ name: {shown:?}, text: include_str!({path:?}), imports: &{imports:?} }},"
        );
    }
    let _ = writeln!(
        code,
        "], decls: &[\n{rows}], spans: &{spans:?}, names: &{names:?}, methods: &{methods:?} }},"
    );
}
