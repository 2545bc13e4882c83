//! The version of the language that a file's `//go:build` line asks for.

/// A version: 1 and what comes behind the point.
pub type Version = (u32, u32);

/// The least version for which a file's `//go:build` line holds, if it holds for none before.
pub fn build_language(text: &[u8]) -> Option<Version> {
    let expression = build_line(text)?;
    let spaced =
        ["!", "(", ")", "&&", "||"].iter().fold(expression, |text, op| text.replace(op, &format!(" {op} ")));
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let implied = any_of(&mut rest, 0)?;
    implied.if_true.filter(|_| rest.is_empty()).map(|minor| (1, minor))
}

/// The expression of the `//go:build` line, which stands before the package clause.
fn build_line(text: &[u8]) -> Option<String> {
    let mut in_comment = false;
    for line in text.split(|&b| b == b'\n') {
        let line = String::from_utf8_lossy(line);
        let mut line = line.trim_start_matches('\u{feff}').trim();
        if in_comment {
            let Some((_, rest)) = line.split_once("*/") else { continue };
            (in_comment, line) = (false, rest.trim());
        } else if let Some(expression) = line.strip_prefix("//go:build ") {
            return Some(expression.to_string());
        }
        while let Some(rest) = line.strip_prefix("/*") {
            match rest.split_once("*/") {
                Some((_, rest)) => line = rest.trim(),
                None => (in_comment, line) = (true, ""),
            }
        }
        if !line.is_empty() && !line.starts_with("//") {
            return None;
        }
    }
    None
}

/// The versions that follow from an expression: from its being true, and from its being false.
#[derive(Clone, Copy)]
struct Implied {
    if_true: Option<u32>,
    if_false: Option<u32>,
}

fn any_of(rest: &mut &[&str], depth: usize) -> Option<Implied> {
    let mut all = all_of(rest, depth)?;
    while let ["||", more @ ..] = *rest {
        *rest = more;
        let one = all_of(rest, depth)?;
        all = Implied { if_true: all.if_true.min(one.if_true), if_false: all.if_false.max(one.if_false) };
    }
    Some(all)
}

fn all_of(rest: &mut &[&str], depth: usize) -> Option<Implied> {
    let mut all = one_of(rest, depth)?;
    while let ["&&", more @ ..] = *rest {
        *rest = more;
        let one = one_of(rest, depth)?;
        all = Implied { if_true: all.if_true.max(one.if_true), if_false: all.if_false.min(one.if_false) };
    }
    Some(all)
}

fn one_of(rest: &mut &[&str], depth: usize) -> Option<Implied> {
    const MAX_DEPTH: usize = 100;
    let [first, more @ ..] = *rest else { return None };
    *rest = more;
    match *first {
        _ if depth > MAX_DEPTH => None,
        "!" => {
            one_of(rest, depth + 1).map(|inner| Implied { if_true: inner.if_false, if_false: inner.if_true })
        }
        "(" => {
            let inner = any_of(rest, depth + 1)?;
            let [")", more @ ..] = *rest else { return None };
            *rest = more;
            Some(inner)
        }
        ")" | "&&" | "||" => None,
        tag => {
            let minor =
                if tag == "go1" { Some(0) } else { tag.strip_prefix("go1.").and_then(|n| n.parse().ok()) };
            Some(Implied { if_true: minor, if_false: None })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_version_for_which_a_line_holds() {
        let of = |line: &str| {
            build_language(format!("// Text.\n\n/* a\nb */ {line}\n{line}\n\npackage p\n").as_bytes())
        };
        assert_eq!(of("//go:build go1.21"), Some((1, 21)));
        assert_eq!(of("//go:build linux && go1.20"), Some((1, 20)));
        assert_eq!(of("//go:build go1.18 && (go1.20 || go1.22)"), Some((1, 20)));
        assert_eq!(of("//go:build !(go1.18)"), None);
        assert_eq!(of("//go:build !(!go1.18 || !linux)"), Some((1, 18)));
        assert_eq!(of("//go:build linux || go1.20"), None);
        assert_eq!(of("// +build go1.20"), None);
        assert_eq!(build_language(b"package p\n//go:build go1.20\n"), None);
    }
}
