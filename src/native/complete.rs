//! The tables and the standard library agree: each row is a function without body, and each function without body is a
//! row, if its file has rows at all.

use std::collections::BTreeSet;
use std::path::Path;

/// The functions without body of each file under `dir`, by the names that the tables use.
fn bodiless(dir: &Path, package: &str, files: &mut Vec<BTreeSet<String>>) {
    for entry in std::fs::read_dir(dir).expect("a folder of the standard library") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            bodiless(&path, &if package.is_empty() { name } else { format!("{package}/{name}") }, files);
        } else if name.ends_with(".pgo") {
            let text = std::fs::read_to_string(&path).expect("text");
            let signatures = text.lines().filter_map(|line| line.strip_prefix("func "));
            let names = signatures.filter_map(without_body).map(|function| format!("{package}.{function}"));
            files.push(names.collect());
        }
    }
}

/// The name of the function, if the line is all of it.
fn without_body(signature: &str) -> Option<String> {
    let plain = signature.replace("interface{}", "any").replace("struct{}", "any");
    if plain.contains('{') || plain.ends_with(['(', ',']) {
        return None;
    }
    let (receiver, rest) = match plain.strip_prefix('(') {
        Some(method) => method.split_once(") ")?,
        None => ("", plain.as_str()),
    };
    let name = rest.split(['(', '[']).next()?;
    let receiver = receiver.rsplit(' ').next()?.split('[').next()?;
    Some(match receiver.strip_prefix('*') {
        Some(pointed) => format!("(*{pointed}).{name}"),
        None if receiver.is_empty() => name.to_owned(),
        None => format!("{receiver}.{name}"),
    })
}

#[test]
fn every_function_without_body_is_a_row_and_the_other_way_round() {
    let mut files = Vec::new();
    bodiless(&Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib"), "", &mut files);
    let rows: BTreeSet<String> = super::all().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rows.len(), super::all().count(), "a name has two rows");
    let begun = files.iter().filter(|names| !names.is_disjoint(&rows));
    let missing: Vec<_> = begun.flatten().filter(|name| !rows.contains(*name)).collect();
    let unknown: Vec<_> = rows.iter().filter(|row| !files.iter().any(|names| names.contains(*row))).collect();
    assert!(missing.is_empty(), "without a row: {missing:?}");
    assert!(unknown.is_empty(), "rows of no function: {unknown:?}");
}
