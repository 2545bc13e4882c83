//! Diagnostics as text.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

use super::draw::draw;
use super::{Code, Diagnostic, Severity};
use crate::source::{Origin, SourceMap, Span};

/// How diagnostics are printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// As Go's compiler prints them: `file:line:col: message`, further lines indented by a tab.
    Go,
    /// Drawn into the source text, with help; the first ten errors.
    Teach,
    /// One line each, with severity and code.
    Short,
    /// One JSON object a line.
    Json,
}

impl Format {
    /// The name that `--diag=` takes.
    pub fn name(self) -> &'static str {
        match self {
            Format::Go => "go",
            Format::Teach => "teach",
            Format::Short => "short",
            Format::Json => "json",
        }
    }

    /// The format by the name that `--diag=` takes.
    pub fn from_name(name: &str) -> Option<Format> {
        match name {
            "go" => Some(Format::Go),
            "teach" => Some(Format::Teach),
            "short" => Some(Format::Short),
            "json" => Some(Format::Json),
            _ => None,
        }
    }
}

/// What the terminal can show; only drawing depends on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Style {
    /// Whether to use colours.
    pub color: bool,
    /// Whether to draw with ASCII only.
    pub ascii: bool,
}

/// How many errors are drawn before the rest is only counted.
const DRAWN: usize = 10;

/// Bytes of a text in a diagnostic beyond which it is cut: the name of a megabyte that is undefined helps nobody.
const LONGEST: usize = 4_096;

/// Prints diagnostics in the order of the text, each once.
pub fn render(
    src: &SourceMap,
    diags: &[Diagnostic],
    format: Format,
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut sorted: Vec<&Diagnostic> = diags.iter().collect();
    // The files stay in the order in which the first errors of them are given, behind what is in no file.
    // What comments say to come from elsewhere counts as a file of its own.
    let file_of = |diag: &Diagnostic| {
        let pos = diag.span.lo;
        src.file_of(pos).map(|file| (file.id, file.line_directive_at(pos)))
    };
    let mut files = HashMap::from([(None, 0)]);
    for diag in &sorted {
        let next = files.len();
        files.entry(file_of(diag)).or_insert(next);
    }
    // What the go command says of packages is in the order in which it loads them.
    if format != Format::Go || !sorted.iter().all(|diag| Code::OF_LOADING.contains(&diag.code)) {
        sorted.sort_by_key(|diag| (files.get(&file_of(diag)), diag.span.lo));
    }
    let mut seen = HashSet::new();
    sorted.retain(|diag| seen.insert((diag.span.lo, diag.message.as_str())));
    let sorted: Vec<Cow<'_, Diagnostic>> = sorted.into_iter().map(cut).collect();
    match format {
        Format::Go => sorted.iter().try_for_each(|diag| go(src, diag, out)),
        Format::Short => sorted.iter().try_for_each(|diag| short(src, diag, out)),
        Format::Json => sorted.iter().try_for_each(|diag| json(src, diag, out)),
        Format::Teach => teach(src, &sorted, style, out),
    }
}

/// The diagnostic with its texts cut to a length that can be read.
fn cut(diag: &Diagnostic) -> Cow<'_, Diagnostic> {
    let texts = |diag: &Diagnostic| {
        let labels = diag.labels.iter().map(|label| label.text.len());
        labels.chain(diag.notes.iter().chain(&diag.help).map(String::len)).max()
    };
    if diag.message.len().max(texts(diag).unwrap_or(0)) <= LONGEST {
        return Cow::Borrowed(diag);
    }
    let mut diag = diag.clone();
    let shorten = |text: &mut String| {
        if text.len() > LONGEST {
            text.truncate(text.floor_char_boundary(LONGEST));
            text.push('…');
        }
    };
    shorten(&mut diag.message);
    diag.labels.iter_mut().for_each(|label| shorten(&mut label.text));
    diag.notes.iter_mut().chain(&mut diag.help).for_each(shorten);
    Cow::Owned(diag)
}

/// The first column that Go's compiler cannot keep with a place: from there on it knows the line only.
const NO_COLUMN: u32 = 255;

/// The place of an error as Go's compiler says it, which leaves out columns that it does not know.
fn go_place(src: &SourceMap, span: Span) -> String {
    let origin = src.origin(span.lo);
    match origin {
        Some(Origin { name, line, col: Some(NO_COLUMN..) }) => format!("{name}:{line}: "),
        _ => place(src, span),
    }
}

/// `file:line:col: `, or nothing for a place in no file.
fn place(src: &SourceMap, span: Span) -> String {
    src.origin(span.lo).map_or(String::new(), |origin| format!("{origin}: "))
}

fn go(src: &SourceMap, diag: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
    let warning = match diag.severity {
        Severity::Error => "",
        // What `go vet` finds it says as it is.
        Severity::Warning if diag.code.is_of_vet() => "",
        Severity::Warning => "warning: ",
        Severity::Fatal => "fatal error: ",
    };
    let mut lines = diag.message.lines();
    let first = lines.next().unwrap_or("");
    // That packages import each other is not said by Go's compiler, but by the go command, which names no place.
    let place = match diag.code {
        Code::ImportCycle | Code::NoMainPackage | Code::SeveralPackages => String::new(),
        // Go's linker misses a symbol.
        Code::NoMain => "runtime.main_main·f: ".into(),
        // Nor does it name a line of a file that it can't place.
        Code::BuildLine => src
            .origin(diag.span.lo)
            .map_or(String::new(), |origin| format!("{}: ", origin.name.trim_start_matches("./"))),
        // The go command's, too: it leads to a package that may not be imported, and writes names in another way.
        Code::MissingPackage | Code::ClosedPackage | Code::Head => {
            for way in diag.notes.iter().filter(|note| note.starts_with("package ")) {
                write!(out, "{way}\n\t")?;
            }
            place(src, diag.span).trim_start_matches("./").to_owned()
        }
        code if code.is_of_vet() => place(src, diag.span),
        _ => go_place(src, diag.span),
    };
    writeln!(out, "{place}{warning}{first}")?;
    for line in lines {
        let indent = if line.starts_with('\t') { "" } else { "\t" };
        writeln!(out, "{indent}{line}")?;
    }
    for label in diag.labels.iter().filter(|label| label.in_go) {
        writeln!(out, "\t{}{}", self::place(src, label.span), label.text)?;
    }
    Ok(())
}

fn severity(diag: &Diagnostic) -> &'static str {
    match diag.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Fatal => "fatal",
    }
}

fn short(src: &SourceMap, diag: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
    let message = diag.message.replace('\n', " ").replace('\t', "");
    writeln!(out, "{}{}[{}]: {message}", place(src, diag.span), severity(diag), diag.code.as_str())
}

fn teach(
    src: &SourceMap,
    diags: &[Cow<'_, Diagnostic>],
    style: Style,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (mut errors, mut hidden) = (0, 0);
    for diag in diags {
        if diag.is_error() {
            errors += 1;
            if errors > DRAWN {
                hidden += 1;
                continue;
            }
        }
        draw(src, diag, style, out)?;
    }
    match hidden {
        0 => Ok(()),
        1 => writeln!(out, "... and 1 more error (--diag=go prints all)"),
        _ => writeln!(out, "... and {hidden} more errors (--diag=go prints all)"),
    }
}

/// A string as a JSON literal.
pub fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c < ' ' => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The members of an object that say where a span is; nothing for a place in no file.
fn json_place(src: &SourceMap, span: Span) -> String {
    let Some((file, line, col)) = src.lookup(span.lo) else { return String::new() };
    let (end_line, end_col) = file.line_col(span.hi);
    let name = quote(&file.name);
    format!("\"file\":{name},\"line\":{line},\"col\":{col},\"end_line\":{end_line},\"end_col\":{end_col},")
}

fn json(src: &SourceMap, diag: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
    write!(
        out,
        "{{{}\"severity\":\"{}\",\"code\":\"{}\",\"message\":{}",
        json_place(src, diag.span),
        severity(diag),
        diag.code.as_str(),
        quote(&diag.message)
    )?;
    if !diag.labels.is_empty() {
        let labels = diag
            .labels
            .iter()
            .map(|label| format!("{{{}\"text\":{}}}", json_place(src, label.span), quote(&label.text)));
        write!(out, ",\"labels\":[{}]", labels.collect::<Vec<_>>().join(","))?;
    }
    if let Some(help) = &diag.help {
        write!(out, ",\"help\":{}", quote(help))?;
    }
    if !diag.notes.is_empty() {
        let notes: Vec<String> = diag.notes.iter().map(|note| quote(note)).collect();
        write!(out, ",\"notes\":[{}]", notes.join(","))?;
    }
    writeln!(out, "}}")
}
