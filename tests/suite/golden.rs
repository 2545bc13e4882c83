//! Golden dumps: a source beside the text that a stage makes of it.
//!
//! `tests/lex/x.go` + `x.tokens`, `tests/parse/x.{go,pgo}` + `x.ast`, and `x.diag` for what is drawn. With
//! `PHASYNC_BLESS=1` in the environment the goldens are written instead of compared. A stage with another dump
//! adds a line to [`trials`].

use std::fs;
use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};
use phasync::ast::{self, NodeIds};
use phasync::diag::{Format, Style, render};
use phasync::lexer;
use phasync::parser::{Mode, parse_file};
use phasync::source::{FileId, SourceMap};

/// The tests of all dumps.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    trials.extend(goldens("lex", "tokens", tokens));
    trials.extend(goldens("parse", "ast", tree));
    trials.extend(goldens("diag", "teach", |map, file| drawn(map, file, Format::Teach)));
    trials.extend(goldens("diag", "short", |map, file| drawn(map, file, Format::Short)));
    trials.extend(goldens("diag", "json", |map, file| drawn(map, file, Format::Json)));
    trials
}

/// A test for each source in `tests/{folder}`: `dump` of it must equal the file with the same name and the
/// extension `extension`.
pub fn goldens(
    folder: &str,
    extension: &'static str,
    dump: fn(&mut SourceMap, FileId) -> String,
) -> Vec<Trial> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests").join(folder);
    let Ok(entries) = fs::read_dir(&root) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "go" || e == "pgo"));
    paths.sort();
    let trial = |path: PathBuf| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Trial::test(format!("{folder}::{stem}.{extension}"), move || check(&path, extension, dump))
    };
    paths.into_iter().map(trial).collect()
}

fn check(path: &Path, extension: &str, dump: fn(&mut SourceMap, FileId) -> String) -> Result<(), Failed> {
    let mut map = SourceMap::new();
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let file = map.add(name, fs::read(path)?);
    let got = dump(&mut map, file);
    let golden = path.with_extension(extension);
    if std::env::var_os("PHASYNC_BLESS").is_some() {
        fs::write(golden, got)?;
        return Ok(());
    }
    let wanted = fs::read_to_string(&golden).map_err(|_| "no golden: run with PHASYNC_BLESS=1")?;
    if got == wanted {
        return Ok(());
    }
    let line = got.lines().zip(wanted.lines()).take_while(|(got, wanted)| got == wanted).count();
    let show = |text: &str| text.lines().nth(line).unwrap_or("(end)").to_owned();
    Err(format!("{}:{}\n got    {}\n wanted {}", golden.display(), line + 1, show(&got), show(&wanted))
        .into())
}

fn tokens(map: &mut SourceMap, file: FileId) -> String {
    lexer::dump(map.file(file))
}

fn tree(map: &mut SourceMap, file: FileId) -> String {
    let mut ids = NodeIds::new();
    let mode = Mode::of(&map.file(file).name);
    let parsed = parse_file(map, file, &mut ids, mode);
    let mut text = ast::dump(&parsed.file, map.file(file)).into_bytes();
    // A vector takes everything.
    let _ = render(map, &parsed.diags, Format::Go, Style::default(), &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

fn drawn(map: &mut SourceMap, file: FileId, format: Format) -> String {
    let mut ids = NodeIds::new();
    let mode = Mode::of(&map.file(file).name);
    let parsed = parse_file(map, file, &mut ids, mode);
    let mut text = Vec::new();
    let _ = render(map, &parsed.diags, format, Style::default(), &mut text);
    String::from_utf8_lossy(&text).into_owned()
}
