//! Finding the packages that are imported.

use std::borrow::Cow;

/// The text of a package.
#[derive(Debug)]
pub struct PackageText {
    /// Whether it is part of the standard library.
    pub std: bool,
    /// Its files: name and text.
    pub files: Vec<(String, Cow<'static, str>)>,
}

/// What finds packages by import path. `from` is the directory of the importing file.
pub trait Loader {
    /// The package, or what is wrong, in Go's words (`package foo/bar is not in std`).
    fn load(&mut self, path: &str, from: &str) -> Result<PackageText, String>;
}
