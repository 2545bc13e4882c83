//! What compiles but is hardly meant: the checks of `go vet`, for `phasync vet`.
//!
//! In: a checked program without errors. Out: findings as [`Diagnostic`]s, in the words and at the places of `go vet`.
//! One file a check; each walks the files of the package and asks the checker's tables ([`pass::Pass`]). What a check
//! takes from the library (which functions print, which types hold a lock) stands in a table at its top, because the
//! types of this library are not made of the same fields as Go's.

mod copylocks;
mod flow;
mod loopclosure;
mod lostcancel;
mod pass;
mod printf;
mod unreachable;
mod unusedresult;
mod waitgroup;

use crate::check::object::PkgId;
use crate::check::{Checker, Program};
use crate::diag::Diagnostic;
use crate::source::Pos;
use pass::Pass;

/// A check: its name, as `go vet` has it, and what it does.
type Check = (&'static str, fn(&mut Pass<'_>));

/// All checks.
const CHECKS: [Check; 7] = [
    ("copylocks", copylocks::run),
    ("loopclosure", loopclosure::run),
    ("lostcancel", lostcancel::run),
    ("printf", printf::run),
    ("unreachable", unreachable::run),
    ("unusedresult", unusedresult::run),
    ("waitgroup", waitgroup::run),
];

/// The names of the checks.
pub fn names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

/// Where a program comes from, as far as it matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The import path of the main package, which messages have before its types; none for files by themselves.
    pub path: Option<String>,
    /// The version in the `go` line of its module: major and minor number.
    pub go: Option<(u32, u32)>,
}

/// Looks the packages of a program that have one of the paths over with the checks that `wanted` says; the main package,
/// if there are no paths. Those of each come in the order of the source.
pub fn vet(
    checker: &mut Checker,
    program: &Program,
    origin: &Origin,
    paths: &[&str],
    wanted: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let all: Vec<PkgId> = program.packages.iter().map(|package| package.pkg).collect();
    let Some(&main) = all.last() else { return Vec::new() };
    let chosen = if paths.is_empty() {
        let path = origin.path.as_deref().unwrap_or("command-line-arguments");
        checker.tt.set_pkg_path(main, path);
        vec![main]
    } else {
        all.iter().copied().filter(|&pkg| paths.contains(&&*checker.package(pkg).path)).collect()
    };
    let mut found = Vec::new();
    for pkg in chosen {
        let mut pass = Pass::new(checker, pkg, all.clone(), origin.go);
        for (name, run) in CHECKS {
            if wanted(name) {
                run(&mut pass);
            }
        }
        let mut own = pass.into_findings();
        own.sort_by_key(|diag| diag.span.lo);
        found.extend(own);
    }
    found
}

/// Whether a position lies in a span that begins and ends so.
fn within(at: Pos, from: Pos, to: Pos) -> bool {
    from <= at && at < to
}
