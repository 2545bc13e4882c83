//! Indices and bounds out of range: what was given, and Go's texts about it.

use crate::bytecode::slice_flags;

/// What is out of range. Words of registers: whether one is signed, the compiled function knows
/// (`Function::unsigned`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// `x[index]`
    Index { index: u64, len: u64 },
    /// `x[lo:hi:max]`; `limit` is the capacity or length that must not be exceeded, `of` the word for it.
    Slice { lo: u64, hi: u64, max: Option<u64>, limit: u64, of: &'static str },
    /// `[want]T(x)` of a slice of another length.
    Convert { len: u64, want: u64 },
}

impl Bounds {
    /// Go's text behind "runtime error: ". `unsigned` says which operands are unsigned, as
    /// [`slice_flags`](crate::bytecode::slice_flags); an index is `LO`.
    pub(super) fn text(&self, unsigned: u16) -> String {
        let number = |word: u64, flag: u16| match unsigned & flag {
            0 => i128::from(word as i64),
            _ => i128::from(word),
        };
        match *self {
            Bounds::Index { index, len } => match number(index, slice_flags::LO) {
                index @ ..0 => format!("index out of range [{index}]"),
                index => format!("index out of range [{index}] with length {len}"),
            },
            Bounds::Slice { lo, hi, max, limit, of } => {
                let max = max.map(|max| number(max, slice_flags::MAX));
                slice(number(lo, slice_flags::LO), number(hi, slice_flags::HI), max, i128::from(limit), of)
            }
            Bounds::Convert { len, want } => format!(
                "cannot convert slice with length {len} to array or pointer to array with length {want}"
            ),
        }
    }
}

/// The text about `x[lo:hi:max]`: the first bound, from the last one on, that is not in order.
fn slice(lo: i128, hi: i128, max: Option<i128>, limit: i128, of: &str) -> String {
    let (top, colons) = match max {
        Some(max) => (max, "::"),
        None => (hi, ":"),
    };
    let what = if top < 0 {
        format!("[{colons}{top}]")
    } else if top > limit {
        format!("[{colons}{top}] with {of} {limit}")
    } else {
        match max {
            Some(_) if hi < 0 => format!("[:{hi}:]"),
            Some(max) if hi > max => format!("[:{hi}:{max}]"),
            Some(_) if lo < 0 => format!("[{lo}::]"),
            Some(_) => format!("[{lo}:{hi}:]"),
            None if lo < 0 => format!("[{lo}:]"),
            None => format!("[{lo}:{hi}]"),
        }
    };
    format!("slice bounds out of range {what}")
}
