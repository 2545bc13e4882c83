//! The tables and the standard library agree: each row is a function without body, and each function without body in a
//! package that has rows is a row.

use std::collections::BTreeSet;
use std::path::Path;

/// The functions without body under `dir`, by the names that the tables use.
fn bodiless(dir: &Path, package: &str, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(dir).expect("a folder of the standard library") {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            bodiless(&path, &if package.is_empty() { name } else { format!("{package}/{name}") }, names);
        } else if name.ends_with(".pgo") {
            let text = std::fs::read_to_string(&path).expect("text");
            let signatures = text.lines().filter_map(|line| line.strip_prefix("func "));
            names.extend(signatures.filter_map(without_body).map(|function| format!("{package}.{function}")));
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

fn package(name: &str) -> &str {
    let path = name.rfind('/').map_or(0, |at| at + 1);
    &name[..name[path..].find('.').map_or(name.len(), |dot| path + dot)]
}

#[test]
fn every_function_without_body_is_a_row_and_the_other_way_round() {
    let mut declared = BTreeSet::new();
    bodiless(&Path::new(env!("CARGO_MANIFEST_DIR")).join("stdlib"), "", &mut declared);
    let rows: BTreeSet<String> = super::all().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(rows.len(), super::all().count(), "a name has two rows");
    let packages: BTreeSet<&str> = rows.iter().map(|name| package(name)).collect();
    let expected: BTreeSet<String> =
        declared.iter().filter(|name| packages.contains(package(name))).cloned().collect();
    let missing: Vec<_> = expected.difference(&rows).collect();
    let unknown: Vec<_> = rows.difference(&declared).collect();
    assert!(missing.is_empty(), "without a row: {missing:?}");
    assert!(unknown.is_empty(), "rows of no function: {unknown:?}");
}
