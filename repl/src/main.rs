//! The command `phasync`.

use phasync::ast::NodeIds;
use phasync::check::Checker;
use phasync::check::import::DiskLoader;
use phasync::diag::{Diagnostic, Severity};
use phasync::parser::{Mode, parse_file};
use phasync::source::SourceMap;
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

fn main() -> ExitCode {
    // Syntax trees may be deep: the stages that walk them recurse.
    let worker = std::thread::Builder::new().stack_size(512 << 20).spawn(run);
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(code)) => code,
        Ok(Err(_)) | Err(_) => ExitCode::from(2),
    }
}

fn run() -> ExitCode {
    let files: Vec<String> =
        std::env::args().skip(1).filter(|a| a != "check" && !a.starts_with("--")).collect();
    if files.is_empty() {
        eprintln!("usage: phasync check FILE...");
        return ExitCode::from(2);
    }
    let mut sources = SourceMap::new();
    let mut nodes = NodeIds::new();
    let mut diags: Vec<Diagnostic> = Vec::new();
    let mut trees = Vec::new();
    for name in &files {
        let bytes = match std::fs::read(name) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("phasync: {name}: {error}");
                return ExitCode::from(1);
            }
        };
        let file = sources.add(name.clone(), bytes);
        let parsed = parse_file(&sources, file, &mut nodes, Mode::of(name));
        diags.extend(parsed.diags);
        trees.push(Rc::new(parsed.file));
    }
    if diags.is_empty() {
        let dir = Path::new(&files[0]).parent().map(Path::to_path_buf);
        let loader = DiskLoader::new(dir.as_deref());
        let mut checker = Checker::new(sources, nodes, Some(Box::new(loader)));
        checker.check_program(trees, dir.as_deref());
        diags = std::mem::take(&mut checker.diags);
        sources = std::mem::take(&mut checker.sources);
    }
    for diag in &diags {
        print_go(&sources, diag);
    }
    if diags.iter().any(|d| d.severity == Severity::Error) { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

fn place(sources: &SourceMap, pos: u32) -> String {
    match sources.lookup(pos) {
        Some((file, line, col)) => format!("{}:{line}:{col}", file.name),
        None => "-".to_string(),
    }
}

fn print_go(sources: &SourceMap, diag: &Diagnostic) {
    println!("{}: {}", place(sources, diag.span.lo), diag.message);
    for label in diag.labels.iter().filter(|l| l.in_go) {
        println!("\t{}: {}", place(sources, label.span.lo), label.text);
    }
}
