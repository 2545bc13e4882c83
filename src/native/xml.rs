//! The natives of package encoding/xml: runs of bytes that mean themselves.

use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/encoding/xml`.
pub const TABLE: &[Row] = &[("encoding/xml.run", run)];

/// The kinds of bytes, as bits. The language has the same.
const NAME: u8 = 1 << 0;
const ASCII_NAME: u8 = 1 << 1;
const SPACE: u8 = 1 << 2;
const TEXT: u8 = 1 << 3;
const CHARACTERS: u8 = 1 << 4;
const UNESCAPED: u8 = 1 << 5;

/// Of what kinds each byte is.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut i = 0;
    while i < 256 {
        let byte = i as u8;
        if byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b':' | b'.' | b'-') {
            kinds[i] |= NAME | ASCII_NAME;
        }
        if !byte.is_ascii() {
            kinds[i] |= NAME;
        }
        if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
            kinds[i] |= SPACE;
        }
        if !matches!(byte, b'<' | b'&' | b'\r' | b']' | b'>' | b'"' | b'\'') {
            kinds[i] |= TEXT;
        }
        if matches!(byte, b'\t' | b'\r' | b'\n' | b' '..=0x7f) {
            kinds[i] |= CHARACTERS;
        }
        if matches!(byte, b' '..=0x7f) && !matches!(byte, b'<' | b'&' | b'>' | b'"' | b'\'') {
            kinds[i] |= UNESCAPED;
        }
        i += 1;
    }
    kinds
};

/// `func run(b []byte, kind uint8) int`: how many bytes b begins with that are of the kind.
fn run(cx: &mut NativeCx<'_>) -> NativeResult {
    let (bytes, kind) = (cx.bytes(), cx.uint() as u8);
    let length = bytes.iter().position(|&byte| KINDS[usize::from(byte)] & kind == 0).unwrap_or(bytes.len());
    cx.charge(length as u64 >> 5);
    cx.ret_int(length as i64);
    Ok(Done)
}
