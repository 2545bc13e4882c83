//! The natives of package image/png: the filters of rows.

use super::{Done, NativeCx, NativeResult, Row};

/// The functions without body of `stdlib/image`.
pub const TABLE: &[Row] = &[("image/png.filter", filter)];

/// The filters in the order in which they are tried; of those that are as good the first is taken.
const TRIED: [Filter; 5] = [Filter::Up, Filter::Paeth, Filter::None, Filter::Sub, Filter::Average];

/// What is taken off each byte. The numbers are those of the format.
#[derive(Clone, Copy, PartialEq)]
enum Filter {
    None = 0,
    Sub = 1,
    Up = 2,
    Average = 3,
    Paeth = 4,
}

/// That of the three neighbours, to the left, above, and above to the left, which is nearest to a plane through them.
fn paeth(left: u8, up: u8, corner: u8) -> u8 {
    let [a, b, c] = [left, up, corner].map(i32::from);
    let [to_left, to_up, to_corner] = [(b - c).abs(), (a - c).abs(), (a + b - 2 * c).abs()];
    if to_left <= to_up && to_left <= to_corner {
        left
    } else if to_up <= to_corner {
        up
    } else {
        corner
    }
}

impl Filter {
    /// Filters a row, of whose pixels each has `step` bytes, below another one.
    fn apply(self, out: &mut [u8], row: &[u8], above: &[u8], step: usize) {
        let guess = |i: usize| {
            let (left, corner) = if i < step { (0, 0) } else { (row[i - step], above[i - step]) };
            match self {
                Filter::None => 0,
                Filter::Sub => left,
                Filter::Up => above[i],
                Filter::Average => ((u16::from(left) + u16::from(above[i])) / 2) as u8,
                Filter::Paeth => paeth(left, above[i], corner),
            }
        };
        for (i, byte) in out.iter_mut().enumerate() {
            *byte = row[i].wrapping_sub(guess(i));
        }
    }
}

/// How far the bytes, with signs, are from zero.
fn weight(bytes: &[u8]) -> u64 {
    bytes.iter().map(|&byte| u64::from((byte as i8).unsigned_abs())).sum()
}

/// `func filter(out, row, above []byte, step int)`: writes the number of the filter that leaves the smallest numbers, and the row
/// as it leaves it.
fn filter(cx: &mut NativeCx<'_>) -> NativeResult {
    let (out, row, above, step) = (cx.slice(), cx.bytes(), cx.bytes(), cx.int() as usize);
    cx.charge(row.len() as u64);
    let (head, best) = cx.mem().bytes_mut(out.addr, out.len).split_at_mut(1);
    let mut least = u64::MAX;
    let mut tried = vec![0; row.len()];
    for filter in TRIED {
        filter.apply(&mut tried, row, above, step);
        let weight = weight(&tried);
        if weight < least {
            least = weight;
            head[0] = filter as u8;
            best.copy_from_slice(&tried);
        }
    }
    Ok(Done)
}
