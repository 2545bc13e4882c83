//! The native half of package compress/flate (RFC 1951): from bytes to bytes, as far as there are some. Buffers, and
//! what a reader or writer remembers from one call to the next, are the language's (`stdlib/compress/flate`).

mod codes;
mod deflate;
mod inflate;

use super::Row;

/// The functions without body of `stdlib/compress/flate`.
pub const TABLE: &[Row] =
    &[("compress/flate.deflate", deflate::deflate), ("compress/flate.inflate", inflate::inflate)];
