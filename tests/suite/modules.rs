//! Programs of several modules: `tests/modules`.
//!
//! A folder a program: its own module is in `main`, and beside it what that needs: other modules, a `go.work`, in `cache` what the
//! go command would have downloaded. The goldens lie beside the folder and bear its name; they come from Go.

use std::path::Path;

use libtest_mimic::Trial;

use crate::process::root;
use crate::spec;

/// One test a program.
pub fn trials() -> Vec<Trial> {
    let entries = std::fs::read_dir(root().join("tests/modules")).into_iter().flatten().flatten();
    let mut folders: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    let name =
        |folder: &Path| format!("modules/{}", folder.file_name().unwrap_or_default().to_string_lossy());
    folders
        .into_iter()
        .map(|folder| {
            Trial::test(name(&folder), move || {
                spec::check_folder(&folder, &folder.join("main"), Some(&folder.join("cache")))
            })
        })
        .collect()
}
