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
    let text = match block {
        // One without an end says nothing.
        true => comment.strip_suffix("*/")?.get(OPENING..)?,
        false => comment[OPENING..].trim_end_matches('\r'),
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(comment: &str, starts_line: bool) -> Option<Result<LineDirective, (u32, String)>> {
        line_directive(comment, 100, starts_line, None, "own.go")
    }

    fn said(
        from: u32,
        name: &str,
        line: u32,
        col: Option<u32>,
    ) -> Option<Result<LineDirective, (u32, String)>> {
        Some(Ok(LineDirective { from, name: name.to_owned(), line, col }))
    }

    #[test]
    fn comments_name_file_line_and_column() {
        assert_eq!(read("//line a.y:7", true), said(113, "a.y", 7, None));
        assert_eq!(read("//line a.y:7:3\r", true), said(116, "a.y", 7, Some(3)));
        assert_eq!(read("/*line a.y:7:3*/", false), said(116, "a.y", 7, Some(3)));
        assert_eq!(read("//line :7:3", true), said(112, "own.go", 7, Some(3)));
        assert_eq!(read("//line :7", true), said(110, "", 7, None));
        assert_eq!(read("//line C:\\a:b:7", true), said(116, "C:\\a:b", 7, None));
    }

    #[test]
    fn other_comments_say_nothing() {
        for comment in ["//line", "//lines a:1", "//line a", "/*line*/", "/*line */", "/*line a*/"] {
            assert_eq!(read(comment, true), None, "{comment}");
        }
        assert_eq!(read("//line a:1", false), None);
        for open in ["/*line ", "/*line x", "/*line a:1", "/*line a:1*", "/*line é"] {
            assert_eq!(read(open, true), None, "{open}");
        }
    }

    #[test]
    fn numbers_that_are_none_are_told_with_their_place() {
        let wrong = |at, message: &str| Some(Err((at, message.to_owned())));
        assert_eq!(read("//line a:x", true), wrong(109, "invalid line number: x"));
        assert_eq!(read("//line a:0", true), wrong(109, "invalid line number: 0"));
        assert_eq!(read("//line a:0:5", true), wrong(109, "invalid line number: 0"));
        assert_eq!(read("//line a:5:0", true), wrong(111, "invalid column number: 0"));
        assert_eq!(read("/*line :é*/", true), wrong(108, "invalid line number: é"));
        assert_eq!(read("//line a:99999999999", true), wrong(109, "invalid line number: 99999999999"));
    }
}
