//! The settings of `GODEBUG`: in which ways a program asks the library to behave as in older versions of Go.
//!
//! Where the environment says nothing, the version in the main module's `go.mod` decides, and `godebug` lines there and
//! `//go:debug` lines in the main package do. Files without a module have the newest version's.

use super::language::Version;
use std::ops::Range;

/// A setting that a version of Go has changed: its name, the version (what comes behind `1.`), and what it was before.
const CHANGED: &[(&str, u32, &str)] = &[
    ("cryptocustomrand", 26, "1"),
    ("httpcookiemaxnum", 24, "0"),
    ("httplaxcontentlength", 22, "1"),
    ("httpmuxgo121", 22, "1"),
    ("httpservecontentkeepheaders", 23, "1"),
    ("httpservecontentmaxranges", 26, "1"),
    ("panicnil", 21, "1"),
    ("randseednop", 24, "0"),
    ("rsa1024min", 24, "0"),
    ("tlssha1", 25, "1"),
    ("tracebacklabels", 27, "0"),
    ("urlmaxqueryparams", 24, "0"),
    ("urlstrictcolons", 26, "0"),
    ("x509negativeserial", 23, "1"),
    ("x509rsacrt", 24, "0"),
    ("x509sha256skid", 25, "0"),
    ("x509usepolicies", 24, "0"),
];

/// Settings that have always been what they are, or that mean nothing here.
const OTHERS: &[&str] = &[
    "allowmultiplevcs",
    "containermaxprocs",
    "dataindependenttiming",
    "decoratemappings",
    "embedfollowsymlinks",
    "execerrdot",
    "fips140",
    "fips140ems",
    "gocachehash",
    "gocachetest",
    "gocacheverify",
    "gotestjsonbuildtext",
    "htmlmetacontenturlescape",
    "http2client",
    "http2debug",
    "http2server",
    "installgoroot",
    "jstmpllitinterp",
    "multipartmaxheaders",
    "multipartmaxparts",
    "multipathtcp",
    "netdns",
    "netedns0",
    "randautoseed",
    "tarinsecurepath",
    "tlsmaxrsasize",
    "tlsmlkem",
    "tlssecpmlkem",
    "updatemaxprocs",
    "winreadlinkvolume",
    "winsymlink",
    "x509sslcertoverrideplatform",
    "x509usefallbackroots",
    "zipinsecurepath",
];

/// Older programs behave as in this version.
const OLDEST: u32 = 20;

/// What a `//go:debug` line says, and where it stands in its file; or what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebugLine {
    /// The bytes of the line's comment.
    pub at: Range<usize>,
    /// A name and a value, or a message in the words of the go command.
    pub said: Result<(String, String), String>,
}

/// The `//go:debug` lines in front of a file's package clause.
pub fn debug_lines(text: &[u8]) -> Vec<DebugLine> {
    let (mut found, mut at, mut in_comment) = (Vec::new(), 0, false);
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        let from = at;
        at += line.len();
        let line = String::from_utf8_lossy(line);
        let shown = line.trim();
        if in_comment {
            in_comment = !shown.contains("*/");
        } else if let Some(rest) = line.trim_end().strip_prefix("//go:debug")
            && (rest.is_empty() || rest.contains([' ', '\t']))
        {
            // Go looks no further than to the first blank.
            let said = rest.split_once([' ', '\t']).map_or("", |(_, said)| said.trim());
            found.push(DebugLine { at: from..from + line.trim_end().len(), said: setting(said) });
        } else if shown.starts_with("/*") {
            in_comment = !shown.contains("*/");
        } else if !shown.is_empty() && !shown.starts_with("//") {
            break;
        }
    }
    found
}

fn setting(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("invalid //go:debug: missing key=value")?;
    let is_known = |name: &str| name == "default" || OTHERS.contains(&name) || changed(name).is_some();
    if !is_known(name) {
        return Err(format!("invalid //go:debug: unknown //go:debug setting {name:?}"));
    }
    Ok((name.to_owned(), value.to_owned()))
}

fn changed(name: &str) -> Option<&'static (&'static str, u32, &'static str)> {
    CHANGED.iter().find(|setting| setting.0 == name)
}

/// The settings of a program, as `GODEBUG` writes them: the main module's language, if there is one, and what is said
/// explicitly, the most important last.
pub fn godebug(language: Option<Version>, said: &[(String, String)]) -> String {
    let default = said.iter().rev().find(|(name, _)| name == "default");
    let by_default =
        default.and_then(|(_, version)| version.strip_prefix("go1.")?.split('.').next()?.parse().ok());
    let version = by_default.or(language.map(|(_, minor)| minor)).map(|minor: u32| minor.max(OLDEST));
    let old = CHANGED.iter().filter(|setting| version.is_some_and(|version| version < setting.1));
    let old = old.map(|(name, _, value)| format!("{name}={value}"));
    let said =
        said.iter().filter(|(name, _)| name != "default").map(|(name, value)| format!("{name}={value}"));
    old.chain(said).collect::<Vec<_>>().join(",")
}

/// The value of a setting, by texts of which the later ones are more important.
pub fn godebug_value<'t>(texts: &[&'t str], name: &str) -> Option<&'t str> {
    let words = texts.iter().rev().flat_map(|text| text.rsplit(','));
    words.filter_map(|word| word.trim().split_once('=')).find(|word| word.0 == name).map(|word| word.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_once() {
        let names: Vec<&str> =
            CHANGED.iter().map(|setting| setting.0).chain(OTHERS.iter().copied()).collect();
        assert!(names.iter().enumerate().all(|(i, name)| !names[..i].contains(name)));
    }

    #[test]
    fn versions_and_lines_say_what_holds() {
        let said = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(godebug(None, &[]), "");
        assert_eq!(godebug(Some((1, 27)), &[said("panicnil", "1")]), "panicnil=1");
        assert!(godebug(Some((1, 16)), &[]).contains("panicnil=1,randseednop=0"));
        assert!(!godebug(Some((1, 21)), &[]).contains("panicnil"));
        assert!(godebug(Some((1, 27)), &[said("default", "go1.20.3")]).starts_with("cryptocustomrand=1"));
        assert_eq!(godebug_value(&["a=1,b=2,a=3", ""], "a"), Some("3"));
        assert_eq!(godebug_value(&["a=1", "b=1, a=2"], "a"), Some("2"));
    }

    #[test]
    fn lines_stand_in_front_of_the_package_clause() {
        let text = b"// x\n\n//go:debug panicnil=1\n/* a\n//go:debug x=1\n*/\n//go:debug nosuch=2\n//go:debugged\npackage p\n//go:debug a=1\n";
        let lines = debug_lines(text);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].said, Ok(("panicnil".to_owned(), "1".to_owned())));
        assert_eq!(lines[0].at, 6..27);
        assert!(lines[1].said.is_err());
    }
}
