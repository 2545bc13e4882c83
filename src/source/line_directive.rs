//! Comments `//line` and `/*line`: what text that was generated from other text says of where it comes from.

/// The largest line or column that can be named.
const MOST: u32 = 1 << 30;

/// What is said of the text behind such a comment, up to the next one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineDirective {
    /// Offset in the file of the first byte that it speaks of.
    pub from: u32,
    /// The file as the comment names it; empty for none.
    pub name: String,
    /// Line of the first byte, from 1.
    pub line: u32,
    /// Column of the first byte, from 1; without it columns are unknown up to the next comment.
    pub col: Option<u32>,
}

/// Reads a comment, given from its slashes on and without the line's end; `at` is its offset in the file, `starts_line`
/// whether it stands at the start of a line. `last` is the directive before it, whose file is meant where there are only
/// line and column.
///
/// Gives nothing for other comments, and for a number that cannot be one where in the comment it starts, and a message.
pub fn line_directive(
    comment: &str,
    at: u32,
    starts_line: bool,
    last: Option<&LineDirective>,
    own_name: &str,
) -> Option<Result<LineDirective, (u32, String)>> {
    const OPENING: usize = "//line ".len();
    let block = comment.starts_with("/*");
    if !(comment[2..].starts_with("line ") && (block || starts_line)) {
        return None;
    }
    let text =
        if block { &comment[OPENING..comment.len() - 2] } else { comment[OPENING..].trim_end_matches('\r') };
    let (before, last_number) = text.rsplit_once(':')?;
    let wrong = |place: usize, what: &str| {
        Some(Err((at + (OPENING + place) as u32, format!("invalid {what} number: {}", &text[place..]))))
    };
    let Some(number) = digits(last_number) else { return wrong(before.len() + 1, "line") };
    let two = before.rsplit_once(':').and_then(|(name, line)| Some((name, digits(line)?)));
    let (name, line, col) = match two {
        Some((name, line)) => (name, line, Some(number)),
        None => (before, number, None),
    };
    let in_range = |number: u64| u32::try_from(number).ok().filter(|number| (1..=MOST).contains(number));
    let col = match col.map(in_range) {
        Some(None) => return wrong(before.len() + 1, "column"),
        Some(col) => col,
        None => None,
    };
    let Some(line) = in_range(line) else {
        let place = name.len() + 1;
        let end = text[place..].find(':').map_or(text.len(), |i| place + i);
        let message = format!("invalid line number: {}", &text[place..end]);
        return Some(Err((at + (OPENING + place) as u32, message)));
    };
    let name = match (name, col) {
        ("", Some(_)) => last.map_or(own_name, |last| &last.name),
        _ => name,
    };
    let from = at + comment.len() as u32 + u32::from(!block);
    Some(Ok(LineDirective { from, name: name.to_owned(), line, col }))
}

/// A number without a sign.
fn digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
