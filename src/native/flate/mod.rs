//! The native half of package compress/flate (RFC 1951): from bytes to bytes, as far as there are some. Buffers, and
//! what a reader or writer remembers from one call to the next, are the language's (`stdlib/compress/flate`).
//!
//! ```text
//! bytes -- fast, lazy (repetitions) --> tokens -- blocks (huffman, header: which codes) --> output: bits, bytes
//! ```

mod blocks;
mod codes;
mod deflate;
mod fast;
mod header;
mod huffman;
mod inflate;
mod lazy;
mod output;
mod text;
mod tokens;

use super::Row;

/// The functions without body of `stdlib/compress/flate`.
pub const TABLE: &[Row] = &[
    ("compress/flate.deflate", deflate::deflate),
    ("compress/flate.inflate", inflate::inflate),
    ("compress/flate.tableLen", deflate::table_size),
];
