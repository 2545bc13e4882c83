//! `phasync test -json`: what tests print, as the events of `go tool test2json`.
//!
//! Lines that tell of tests begin with a marker, which the tests put there if they are told to (`-test.v=test2json`), so
//! that nothing that a test prints is taken for one.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Before a line that tells of a test.
const MARK: u8 = 0x16;
/// Around what a test says of an error.
const ERROR: (u8, u8) = (0x0F, 0x0E);

/// The events of one package, written as they come.
#[derive(Clone)]
pub struct Events(Arc<Mutex<State>>);

struct State {
    package: String,
    /// The test that is running, empty between tests.
    test: String,
    /// The last line, as far as it was printed.
    line: Vec<u8>,
    /// The last lines: that there are no tests (1), and behind it that they have passed (2).
    none: u8,
    /// What is printed belongs to an error.
    error: bool,
    /// The end of a test is told when it is clear that nothing follows that belongs to it.
    over: Option<(String, &'static str, Option<f64>)>,
}

impl Events {
    /// Those of a package, before it begins.
    pub fn new(package: &str) -> Events {
        let (test, line) = (String::new(), Vec::new());
        let state = State { package: package.to_owned(), test, line, none: 0, error: false, over: None };
        Events(Arc::new(Mutex::new(state)))
    }

    /// Tells that the package begins.
    pub fn begin(&self) {
        self.with(|state| state.event("start", None, ""));
    }

    /// Whether there were no tests to run.
    pub fn ran_none(&self) -> bool {
        self.with(|state| state.none == 2)
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        f(&mut state)
    }

    /// Text of the package itself.
    pub fn text(&self, text: &str) {
        self.with(|state| {
            state.settle();
            state.test.clear();
            state.output(text.as_bytes(), text.starts_with("FAIL\t").then_some("frame"));
        });
    }

    /// Tells how the package came out.
    pub fn end(&self, action: &str, seconds: f64, of_build: Option<&str>) {
        self.with(|state| {
            state.settle();
            let mut more = format!(",\"Elapsed\":{}", rounded(seconds));
            if let Some(build) = of_build {
                let _ = write!(more, ",\"FailedBuild\":{}", quoted(build.as_bytes()));
            }
            state.event(action, None, &more);
        });
    }
}

/// Tells what building a package printed, and that it failed.
pub fn build_failed(build: &str, text: &str) {
    let build = quoted(build.as_bytes());
    for line in text.split_inclusive('\n') {
        let line = quoted(line.as_bytes());
        put(&format!("{{\"ImportPath\":{build},\"Action\":\"build-output\",\"Output\":{line}}}"));
    }
    put(&format!("{{\"ImportPath\":{build},\"Action\":\"build-fail\"}}"));
}

impl Write for Events {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.with(|state| {
            for &byte in bytes {
                if byte == MARK && !state.line.is_empty() {
                    state.flush_line();
                }
                state.line.push(byte);
                if byte == b'\n' {
                    state.flush_line();
                }
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl State {
    /// Tells the end of a test, and what of a line there is.
    fn settle(&mut self) {
        self.flush_line();
        self.finish();
    }

    fn finish(&mut self) {
        if let Some((test, action, seconds)) = self.over.take() {
            let more = seconds.map_or(String::new(), |s| format!(",\"Elapsed\":{}", rounded(s)));
            self.event(action, Some(&test), &more);
        }
    }

    fn flush_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        match line.split_first() {
            None => {}
            Some((&MARK, frame)) => self.frame(frame),
            Some(_) => {
                let kind = match (self.error, line.contains(&ERROR.0)) {
                    (true, _) => Some("error-continue"),
                    (false, true) => Some("error"),
                    (false, false) => None,
                };
                self.error = kind.is_some() && !line.contains(&ERROR.1);
                self.none = u8::from(line == b"testing: warning: no tests to run\n");
                let text: Vec<u8> =
                    line.iter().copied().filter(|byte| ![ERROR.0, ERROR.1].contains(byte)).collect();
                self.output(&text, kind);
            }
        }
    }

    fn frame(&mut self, line: &[u8]) {
        let text = String::from_utf8_lossy(line).into_owned();
        let rest = |prefix: &str| text.strip_prefix(prefix).map(|rest| rest.trim_end().to_owned());
        self.finish();
        self.none = if self.none == 1 && line == b"PASS\n" { 2 } else { 0 };
        if let Some(name) = rest("=== RUN   ") {
            self.test = name;
            self.event("run", Some(&self.test), "");
        } else if let Some(name) = rest("=== CONT  ") {
            self.test = name;
            self.event("cont", Some(&self.test), "");
        } else if let Some(name) = rest("=== NAME  ") {
            self.test = name;
            return;
        } else if let Some(name) = rest("=== PAUSE ") {
            self.test = name;
            self.output(line, Some("frame"));
            self.event("pause", Some(&self.test), "");
            return;
        } else if let Some(attribute) = rest("=== ATTR  ") {
            let mut parts = attribute.splitn(3, ' ').map(str::to_owned);
            self.test = parts.next().unwrap_or_default();
            let mut more = String::new();
            for name in ["Key", "Value"] {
                let part = parts.next().unwrap_or_default();
                let _ = write!(more, ",\"{name}\":{}", quoted(part.as_bytes()));
            }
            self.event("attr", Some(&self.test), &more);
        } else if let Some((action, name, seconds)) = result(text.trim_end()) {
            self.test = name.clone();
            self.output(line, Some("frame"));
            self.over = Some((name, action, seconds));
            return;
        } else if matches!(text.trim_end(), "PASS" | "FAIL") {
            self.test.clear();
        }
        self.output(line, Some("frame"));
    }

    fn output(&self, text: &[u8], kind: Option<&str>) {
        let mut more = format!(",\"Output\":{}", quoted(text));
        if let Some(kind) = kind {
            let _ = write!(more, ",\"OutputType\":\"{kind}\"");
        }
        let test = (!self.test.is_empty()).then_some(self.test.as_str());
        self.event("output", test, &more);
    }

    fn event(&self, action: &str, test: Option<&str>, more: &str) {
        let test = test.map_or(String::new(), |test| format!(",\"Test\":{}", quoted(test.as_bytes())));
        let package = quoted(self.package.as_bytes());
        put(&format!("{{\"Time\":\"{}\",\"Action\":\"{action}\",\"Package\":{package}{test}{more}}}", now()));
    }
}

/// How a test came out, if a line says so: `--- PASS: Name (0.00s)`.
fn result(line: &str) -> Option<(&'static str, String, Option<f64>)> {
    let rest = line.trim_start().strip_prefix("--- ")?;
    let (word, rest) = rest.split_once(": ")?;
    let action = match word {
        "PASS" => "pass",
        "FAIL" => "fail",
        "SKIP" => "skip",
        "BENCH" => "bench",
        _ => return None,
    };
    match rest.rsplit_once(" (") {
        Some((name, seconds)) => {
            Some((action, name.to_owned(), seconds.strip_suffix("s)").and_then(|s| s.parse().ok())))
        }
        None => Some((action, rest.to_owned(), None)),
    }
}

fn put(line: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}

/// Seconds as JSON has them, in thousandths.
fn rounded(seconds: f64) -> f64 {
    (seconds * 1000.0).round() / 1000.0
}

/// A text as a string of JSON; what is no UTF-8 becomes U+FFFD.
fn quoted(text: &[u8]) -> String {
    let mut out = String::from("\"");
    for c in String::from_utf8_lossy(text).chars() {
        let _ = match c {
            '"' | '\\' => write!(out, "\\{c}"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            '\u{8}' => write!(out, "\\b"),
            '\u{c}' => write!(out, "\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => write!(out, "\\u{:04x}", u32::from(c)),
            c if c < ' ' => write!(out, "\\u{:04x}", u32::from(c)),
            c => write!(out, "{c}"),
        };
    }
    out.push('"');
    out
}

/// The time as RFC 3339 has it.
fn now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    let (days, rest) = (since.as_secs() / 86400, since.as_secs() % 86400);
    let (year, month, day) = date(days as i64);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:09}Z", since.subsec_nanos())
}

/// The date so many days after the first of 1970, in years that begin in March.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1)
}
