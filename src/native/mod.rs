//! The native half of the standard library: a file per package, over the cores in [`text`].

pub mod text;
