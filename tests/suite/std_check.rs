//! Every declaration and body of the standard library passes the checker, which programs only ask about what they
//! reach.

use libtest_mimic::{Failed, Trial};
use phasync::ast::NodeIds;
use phasync::check::Checker;
use phasync::check::import::DiskLoader;
use phasync::diag::{Format, render};
use phasync::source::{SourceMap, StdPackage};

/// A trial for each package.
pub fn trials() -> Vec<Trial> {
    StdPackage::all()
        .iter()
        .map(|package| {
            let name = format!("std_check/{}", package.path.replace('/', "_"));
            Trial::test(name, || check(package.path))
        })
        .collect()
}

fn check(path: &str) -> Result<(), Failed> {
    let mut checker = Checker::new(SourceMap::new(), NodeIds::new(), Some(Box::new(DiskLoader::default())));
    checker.check_std(path);
    if checker.diags.is_empty() {
        return Ok(());
    }
    let mut text = Vec::new();
    render(&checker.sources, &checker.diags, Format::Go, Default::default(), &mut text)?;
    Err(String::from_utf8_lossy(&text).into_owned().into())
}
