//! The index of the standard library is exact: every declared range is one declaration that parses by itself.

use libtest_mimic::Trial;
use phasync::ast::{Decl, NodeIds, TopItem};
use phasync::parser::{Mode, parse_file, parse_range};
use phasync::source::{SourceMap, StdDeclKind, StdPackage};

/// The names that a declaration declares, and what kind it is.
fn declared(decl: &Decl) -> Option<(StdDeclKind, Vec<&'static str>)> {
    Some(match decl {
        Decl::Bad(_) | Decl::Import(_) => return None,
        Decl::Const(group) => (
            StdDeclKind::Const,
            group.specs.iter().flat_map(|spec| &spec.names).map(|n| n.name.as_str()).collect(),
        ),
        Decl::Var(group) => (
            StdDeclKind::Var,
            group.specs.iter().flat_map(|spec| &spec.names).map(|n| n.name.as_str()).collect(),
        ),
        Decl::Type(group) => {
            (StdDeclKind::Type, group.specs.iter().map(|spec| spec.name.name.as_str()).collect())
        }
        Decl::Func(func) => (StdDeclKind::Func, vec![func.name.name.as_str()]),
    })
}

fn decls(items: &[TopItem]) -> impl Iterator<Item = &Decl> {
    items.iter().filter_map(|item| match item {
        TopItem::Decl(decl) => Some(decl),
        TopItem::Stmt(_) => None,
    })
}

/// The test, as one trial.
pub fn trials() -> Vec<Trial> {
    vec![Trial::test("std_index/every_declaration_parses_by_itself", || {
        every_declaration_parses_by_itself();
        Ok(())
    })]
}

fn every_declaration_parses_by_itself() {
    for package in StdPackage::all() {
        for (number, file) in package.files.iter().enumerate() {
            let mut sources = SourceMap::new();
            let id = sources.add_static(file.name, file.text);
            let whole = parse_file(&sources, id, &mut NodeIds::new(), Mode::Pgo);
            assert!(whole.diags.is_empty(), "{}: {:?}", file.name, whole.diags);
            let wanted: Vec<_> = decls(&whole.file.items).filter_map(declared).collect();
            let mut found = Vec::new();
            for decl in package.decls.iter().filter(|decl| decl.file as usize == number) {
                let range = decl.lo as usize..decl.hi as usize;
                let part = parse_range(&sources, id, range.clone(), &mut NodeIds::new());
                let text = &file.text[range];
                assert!(part.diags.is_empty(), "{}: {text}: {:?}", file.name, part.diags);
                let of_part: Vec<_> = decls(&part.file.items).filter_map(declared).collect();
                assert_eq!(
                    of_part,
                    [(decl.kind, package.names_of(decl).collect::<Vec<_>>())],
                    "{}: {text}",
                    file.name
                );
                found.extend(of_part);
            }
            assert_eq!(found, wanted, "{}", file.name);
        }
    }
}
