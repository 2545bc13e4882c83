//! A diagnostic drawn into the source text, with ariadne.
//!
//! ariadne gets an excerpt, never a whole file: the lines from the first label to the last, or a part of one
//! line if lines are long. So drawing costs the same in a file of any size, and here is the one place that
//! clamps spans, on which ariadne would panic or give up.

use std::io::{self, Write};
use std::ops::Range;

use ariadne::{CharSet, Color, Config, IndexType, Label, Report, ReportKind, Source};

use super::render::Style;
use super::{Diagnostic, Severity};
use crate::source::{File, SourceMap, Span};

/// Lines longer than this many bytes are cut.
const LONG_LINE: usize = 400;
/// How much of a long line is shown on each side of a label, in bytes.
const AROUND: usize = 60;
/// Labels that are further apart than this many lines are not drawn together.
const MAX_LINES: u32 = 60;

/// A part of a file.
struct Excerpt<'s> {
    file: &'s File,
    /// Bytes of the file that are shown.
    shown: Range<usize>,
    /// Number of the first shown line, from 1.
    line: u32,
}

impl Excerpt<'_> {
    /// Empty lines that stand for those before the first, so that ariadne counts right. (It has an offset for
    /// the purpose, which the numbers beside the lines do not heed.)
    fn padding(&self) -> usize {
        self.line as usize - 1
    }

    /// The place of a span in the excerpt: whole characters of one line, at least one where there is one. None
    /// for spans outside.
    fn locate(&self, span: Span) -> Option<Range<usize>> {
        let text = &self.file.text;
        let start = text.floor_char_boundary(self.file.offset(span.lo));
        if !self.file.contains(span.lo) || start < self.shown.start || start > self.shown.end {
            return None;
        }
        let end = text.ceil_char_boundary(self.file.offset(span.hi)).clamp(start, self.shown.end);
        let line_end = text[start..end].find('\n').map_or(end, |at| start + at);
        let end = if line_end > start {
            line_end
        } else {
            let next = text[start..self.shown.end].chars().next().filter(|&c| c != '\n');
            start + next.map_or(0, char::len_utf8)
        };
        let place = |offset: usize| offset - self.shown.start + self.padding();
        Some(place(start)..place(end))
    }
}

/// What to show of the file in which the diagnostic is.
fn excerpt<'s>(file: &'s File, diag: &Diagnostic) -> Excerpt<'s> {
    let (line, _) = file.line_col(diag.span.lo);
    let (mut first, mut last) = (line, line);
    for label in diag.labels.iter().filter(|label| file.contains(label.span.lo)) {
        let (line, _) = file.line_col(label.span.lo);
        if line.abs_diff(first).max(line.abs_diff(last)) <= MAX_LINES {
            (first, last) = (first.min(line), last.max(line));
        }
    }
    let starts = file.line_starts();
    let end_of = |line: u32| starts.get(line as usize).map_or(file.text.len(), |&start| start as usize);
    let start_of = |line: u32| starts.get(line as usize - 1).map_or(0, |&start| start as usize);
    if (first..=last).all(|line| end_of(line) - start_of(line) <= LONG_LINE) {
        return Excerpt { file, shown: start_of(first)..end_of(last), line: first };
    }
    let at = file.offset(diag.span.lo);
    let from = file.text.floor_char_boundary(at.saturating_sub(AROUND).max(start_of(line)));
    let to = file.text.ceil_char_boundary((at + AROUND).min(end_of(line)));
    Excerpt { file, shown: from..to, line }
}

/// Draws one diagnostic.
pub fn draw(src: &SourceMap, diag: &Diagnostic, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let (kind, color) = match diag.severity {
        Severity::Error => (ReportKind::Error, Color::Red),
        Severity::Warning => (ReportKind::Warning, Color::Yellow),
        Severity::Fatal => (ReportKind::Error, Color::Red),
    };
    let Some(file) = src.file_of(diag.span.lo) else {
        let name = if diag.is_error() { "error" } else { "warning" };
        return writeln!(out, "{name}: {}", diag.message);
    };
    let excerpt = excerpt(file, diag);
    let name = file.name.clone();
    let at = excerpt.locate(diag.span).unwrap_or(0..0);
    let charset = if style.ascii { CharSet::Ascii } else { CharSet::Unicode };
    let config = Config::default()
        .with_index_type(IndexType::Byte)
        .with_color(style.color)
        .with_char_set(charset)
        .with_tab_width(4);
    let (title, more) = diag.message.split_once('\n').unwrap_or((&diag.message, ""));
    let mut report = Report::build(kind, (name.clone(), at.clone()))
        .with_config(config)
        .with_code(diag.code.as_str())
        .with_message(title);
    let fatal = diag.severity == Severity::Fatal;
    if !fatal {
        let label = Label::new((name.clone(), at)).with_color(color).with_message(diag.code.title());
        report = report.with_label(label);
    }
    for line in more.lines() {
        report = report.with_note(line.trim_start());
    }
    let (line, col) = file.line_col(diag.span.lo);
    if excerpt.shown.end - excerpt.shown.start < file.line_text(line).len() {
        report = report.with_note(format!("line {line} is long: this is its part around column {col}"));
    }
    for label in &diag.labels {
        match excerpt.locate(label.span) {
            Some(at) => {
                let drawn = Label::new((name.clone(), at)).with_color(Color::Blue).with_message(&label.text);
                report = report.with_label(drawn);
            }
            None => {
                let place = src.lookup(label.span.lo);
                let place = place.map_or(String::new(), |(file, l, c)| format!("{}:{l}:{c}: ", file.name));
                report = report.with_note(format!("{place}{}", label.text));
            }
        }
    }
    if let Some(help) = &diag.help {
        report = report.with_help(help);
    }
    for note in &diag.notes {
        report = report.with_note(note);
    }
    let mut text = "\n".repeat(excerpt.padding());
    text.push_str(&file.text[excerpt.shown.clone()]);
    let mut drawn = Vec::new();
    report.finish().write((name, Source::from(text)), &mut drawn)?;
    // Of a death the headline has been printed.
    let headline = if fatal { drawn.iter().position(|&b| b == b'\n').map_or(0, |at| at + 1) } else { 0 };
    out.write_all(&drawn[headline..])
}
