//! One diagnostic.

use super::Code;
use crate::source::Span;

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, PartialOrd, Ord)]
pub enum Severity {
    /// The program can't run.
    Error,
    /// The program runs.
    Warning,
    /// The program has run, and died: of this only the labels, help and notes are printed, below what was printed of its
    /// death.
    Fatal,
}

/// Another place that belongs to a diagnostic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What to say about it.
    pub text: String,
    /// Whether Go prints it too, as an indented line with a position of its own; other labels are only drawn.
    pub in_go: bool,
}

/// Something to tell the author of the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What kind of mistake it is.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// The message, in Go's words where Go has some. Lines after the first are printed indented by a tab.
    pub message: String,
    /// Where; Go's format prints its start.
    pub span: Span,
    /// Other places.
    pub labels: Vec<Label>,
    /// What to do about it; only drawn.
    pub help: Option<String>,
    /// More to know; only drawn.
    pub notes: Vec<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            message: message.into(),
            span,
            labels: Vec::new(),
            help: None,
            notes: Vec::new(),
        }
    }

    /// A warning.
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, span, message) }
    }

    /// What is to be said about the death of a program.
    pub fn fatal(code: Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic { severity: Severity::Fatal, ..Diagnostic::error(code, span, message) }
    }

    /// Adds a place that is only drawn.
    pub fn with_label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into(), in_go: false });
        self
    }

    /// Adds a place that Go prints too, as `\tfile:line:col: text` (`other declaration of x`).
    pub fn with_related(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into(), in_go: true });
        self
    }

    /// Says what to do about it.
    pub fn with_help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help = Some(text.into());
        self
    }

    /// Adds more to know.
    pub fn with_note(mut self, text: impl Into<String>) -> Diagnostic {
        self.notes.push(text.into());
        self
    }

    /// Whether the grammar does not allow the text, so that there is no tree that is worth checking. Such messages say
    /// what they are.
    pub fn is_syntax_error(&self) -> bool {
        self.message.starts_with("syntax error")
    }

    /// Whether it keeps the program from running.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
