//! What package fmt can read at once: numbers and words whose text is all there.

use super::{Done, NativeCx, NativeResult};

/// Digits that fit whatever they are.
const MOST_DIGITS: usize = 18;

/// Where the spaces end that a text begins with; none if a newline is among them that is no space here, or what is not ASCII.
fn spaces(text: &[u8], newlines: bool) -> Option<usize> {
    for (i, &byte) in text.iter().enumerate() {
        match byte {
            b'\n' | b'\r' if !newlines => return None,
            b'\t'..=b'\r' | b' ' => {}
            0x80.. => return None,
            _ => return Some(i),
        }
    }
    None
}

/// Where the bytes from `from` on end that `is_part` takes; none if there is nothing behind them and the text is not whole, or
/// something that is not ASCII.
fn end(text: &[u8], from: usize, whole: bool, is_part: impl Fn(u8) -> bool) -> Option<usize> {
    match text[from..].iter().position(|&byte| !is_part(byte)) {
        Some(n) => (text[from + n] < 0x80).then_some(from + n),
        None => whole.then_some(text.len()),
    }
}

/// `func scanInt(text string, prefixes, newlines, whole bool) (used, n int)`
pub(super) fn scan_int(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.str();
    let (prefixes, newlines, whole) = (cx.bool(), cx.bool(), cx.bool());
    let (used, n) = int(text, prefixes, newlines, whole).unwrap_or((0, 0));
    cx.charge(used as u64 >> 2);
    cx.ret_int(used as i64);
    cx.ret_int(n);
    Ok(Done)
}

fn int(text: &[u8], prefixes: bool, newlines: bool, whole: bool) -> Option<(usize, i64)> {
    let sign = spaces(text, newlines)?;
    let digits = sign + usize::from(matches!(text[sign], b'+' | b'-'));
    let to = end(text, digits, whole, |byte| byte.is_ascii_digit())?;
    if !(1..=MOST_DIGITS).contains(&(to - digits)) {
        return None;
    }
    if prefixes {
        let behind = text.get(to).copied().unwrap_or(b' ');
        let zero = text[digits] == b'0' && (to - digits > 1 || behind.is_ascii_alphabetic());
        if zero || behind == b'_' {
            return None;
        }
    }
    let n = text[digits..to].iter().fold(0, |n, digit| n * 10 + i64::from(digit - b'0'));
    Some((to, if text[sign] == b'-' { -n } else { n }))
}

/// `func scanToken(text string, numbers, newlines, whole bool) (from, to int)`
pub(super) fn scan_token(cx: &mut NativeCx<'_>) -> NativeResult {
    let text = cx.str();
    let (numbers, newlines, whole) = (cx.bool(), cx.bool(), cx.bool());
    let (from, to) = token(text, numbers, newlines, whole).unwrap_or((0, 0));
    cx.charge(to as u64 >> 2);
    cx.ret_int(from as i64);
    cx.ret_int(to as i64);
    Ok(Done)
}

fn token(text: &[u8], numbers: bool, newlines: bool, whole: bool) -> Option<(usize, usize)> {
    let from = spaces(text, newlines)?;
    if !numbers {
        let to = end(text, from, whole, |byte| byte.is_ascii() && !matches!(byte, b'\t'..=b'\r' | b' '))?;
        return Some((from, to));
    }
    let is_part = |byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-' | b'e' | b'E');
    let to = end(text, from, whole, is_part)?;
    let behind = text.get(to).copied().unwrap_or(b' ');
    (to > from && !behind.is_ascii_alphabetic() && behind != b'_').then_some((from, to))
}
