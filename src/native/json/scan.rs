//! Where a JSON value ends.

/// How deep arrays and objects may be nested.
const MAX_DEPTH: usize = 10000;

/// Passes blanks.
#[inline]
pub fn space(data: &[u8], mut at: usize) -> usize {
    while matches!(data.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

/// The end of the value that begins at `at`; nothing if it is none, or does not end.
pub fn value(data: &[u8], mut at: usize) -> Option<usize> {
    // The arrays (false) and objects (true) that are open.
    let mut open: Vec<bool> = Vec::new();
    loop {
        // A value begins.
        match *data.get(at)? {
            bracket @ (b'{' | b'[') => {
                let object = bracket == b'{';
                if open.len() == MAX_DEPTH {
                    return None;
                }
                at = space(data, at + 1);
                if data.get(at) != Some(if object { &b'}' } else { &b']' }) {
                    open.push(object);
                    if object {
                        at = key(data, at)?;
                    }
                    continue;
                }
                at += 1;
            }
            b'"' => at = string(data, at)?,
            b't' => at = literal(data, at, b"true")?,
            b'f' => at = literal(data, at, b"false")?,
            b'n' => at = literal(data, at, b"null")?,
            _ => at = number(data, at)?,
        }
        // And ends.
        loop {
            let Some(&object) = open.last() else { return Some(at) };
            at = space(data, at);
            match (*data.get(at)?, object) {
                (b',', true) => {
                    at = key(data, space(data, at + 1))?;
                    break;
                }
                (b',', false) => {
                    at = space(data, at + 1);
                    break;
                }
                (b'}', true) | (b']', false) => {
                    at += 1;
                    open.pop();
                }
                _ => return None,
            }
        }
    }
}

/// Passes the name of a member, the colon, and blanks.
fn key(data: &[u8], at: usize) -> Option<usize> {
    if data.get(at) != Some(&b'"') {
        return None;
    }
    let at = space(data, string(data, at)?);
    (data.get(at) == Some(&b':')).then(|| space(data, at + 1))
}

/// Passes a string.
pub fn string(data: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        match *data.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => match *data.get(at + 1)? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => at += 2,
                b'u' => {
                    let digits = data.get(at + 2..at + 6)?;
                    if !digits.iter().all(u8::is_ascii_hexdigit) {
                        return None;
                    }
                    at += 6;
                }
                _ => return None,
            },
            c if c < b' ' => return None,
            _ => at += 1,
        }
    }
}

fn literal(data: &[u8], at: usize, text: &[u8]) -> Option<usize> {
    data[at..].starts_with(text).then(|| at + text.len())
}

fn digits(data: &[u8], mut at: usize) -> Option<usize> {
    let start = at;
    while data.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    (at > start).then_some(at)
}

/// Passes a number.
pub fn number(data: &[u8], mut at: usize) -> Option<usize> {
    if data.get(at) == Some(&b'-') {
        at += 1;
    }
    at = if data.get(at) == Some(&b'0') { at + 1 } else { digits(data, at)? };
    if data.get(at) == Some(&b'.') {
        at = digits(data, at + 1)?;
    }
    if matches!(data.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(data.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        at = digits(data, at)?;
    }
    Some(at)
}
