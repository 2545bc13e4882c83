//! The line editor's thread: reads entries, and waits for each to be carried out.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

use phasync::engine::{Config, Format, Style};
use rustyline::Editor;
use rustyline::config::{BellStyle, ColorMode, CompletionType};
use rustyline::error::ReadlineError;
use rustyline::history::FileHistory;

use super::above::Above;
use super::assist::Assist;
use super::machine::{After, Bell, Look, Machine, Names, Requests, complain};
use super::pump::{self, Out, ToPump};

/// Entries that are remembered.
const HISTORY: usize = 5_000;

/// What the editor is told when it may read the next entry.
struct Ready {
    /// The entry's number.
    number: u32,
}

type LineEditor = Editor<Assist, FileHistory>;

/// Runs a session at a terminal; gives the exit status.
pub fn run(config: &Config) -> u8 {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty());
    let color = !dumb && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let names = Names::default();
    let above = Above::default();
    let mut editor = match line_editor(names.clone(), color, above.clone()) {
        Ok(editor) => editor,
        Err(error) => return complain("the terminal", &error),
    };
    let started = match editor.create_external_printer() {
        Ok(printer) => above.start(Box::new(printer)),
        // A terminal that cannot draw: it has no line above which to print.
        Err(_) => Ok(()),
    };
    if let Err(error) = started {
        return complain("no thread for output", &error);
    }
    let (pump, pump_thread) = match pump::start(above.clone()) {
        Ok(started) => started,
        Err(error) => return complain("no thread for output", &error),
    };
    let style = Style { color: color && io::stderr().is_terminal(), ascii: dumb };
    let look = Look { format: Format::Teach, style, interactive: true };
    let bell = Bell::default();
    let mut machine = match Machine::new(config, look, pump.clone(), names, bell.clone()) {
        Ok(machine) => machine,
        Err(error) => return complain("no session", &error),
    };
    let (lines, requests) = mpsc::channel();
    let (ready, readies) = mpsc::channel();
    let edit = thread::Builder::new().name("phasync editor".into()).spawn(move || {
        // When this thread ends, so does the way of its lines to the machine.
        edit(editor, &above, &Requests::new(lines, bell), &readies);
    });
    if let Err(error) = edit {
        return complain("no thread for the line editor", &error);
    }
    machine.tell(concat!("phasync ", env!("CARGO_PKG_VERSION"), "  (:help lists commands, :quit leaves)\n"));
    let status = serve(&mut machine, &pump, &requests, &ready);
    drop((machine, pump));
    // It prints what is left.
    let _ = pump_thread.join();
    status
}

/// Carries out requests until the session ends; gives the exit status.
fn serve(machine: &mut Machine, pump: &ToPump, requests: &Receiver<String>, ready: &Sender<Ready>) -> u8 {
    machine.request("");
    loop {
        let (ready, number) = (ready.clone(), machine.next_number());
        // The editor may be gone; then there are no more requests either.
        let _ = pump.send(Out::Edit(Box::new(move || drop(ready.send(Ready { number })))));
        let text = machine.wait_for(requests);
        let _ = pump.send(Out::LineEnded);
        let Some(text) = text else { return 0 };
        match machine.request(&text) {
            After::Next { .. } => machine.settle(),
            After::Quit => return 0,
            After::Exit(status) => return status,
        }
    }
}

fn line_editor(names: Names, color: bool, above: Above) -> rustyline::Result<LineEditor> {
    let config = rustyline::Config::builder()
        .max_history_size(HISTORY)?
        .history_ignore_dups(true)?
        .completion_type(CompletionType::List)
        .completion_show_all_if_ambiguous(true)
        .bell_style(BellStyle::None)
        // The helper decides on colours, and draws the prompt in any case.
        .color_mode(ColorMode::Forced)
        .tab_stop(4)
        .enable_signals(false)
        .build();
    let mut editor = Editor::with_config(config)?;
    editor.set_helper(Some(Assist::new(names, color, above)));
    if let Some(file) = history_file() {
        // There is none before the first session.
        let _ = editor.load_history(&file);
    }
    Ok(editor)
}

/// Where entries are remembered from one session to the next.
fn history_file() -> Option<PathBuf> {
    let state = std::env::var_os("XDG_STATE_HOME").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let home = || Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state"));
    Some(state.or_else(home)?.join("phasync/history"))
}

fn edit(mut editor: LineEditor, above: &Above, lines: &Requests<String>, readies: &Receiver<Ready>) {
    let history = history_file();
    if let Some(dir) = history.as_ref().and_then(|file| file.parent()) {
        // Without it nothing is remembered.
        let _ = std::fs::create_dir_all(dir);
    }
    while let Ok(Ready { number }) = readies.recv() {
        let text = loop {
            if let Some(assist) = editor.helper() {
                assist.begin();
            }
            let read = editor.readline(&format!("[{number}]> "));
            match read {
                Ok(text) => break text,
                Err(ReadlineError::Interrupted) => above.begin(),
                Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::InvalidData => {
                    // The line is edited no more, and the pump does not print yet.
                    let _ = io::stderr().write_all(b"\r\ninput that is no text\r\n");
                    above.begin();
                }
                // The end of input, or a terminal that is gone.
                Err(_) => return above.end(),
            }
        };
        above.end();
        if !text.trim().is_empty() && editor.add_history_entry(text.trim_end()).unwrap_or(false) {
            // A history that cannot be written is no reason to stop.
            let _ = history.as_ref().map(|file| editor.append_history(file));
        }
        if !lines.send(text) {
            return;
        }
    }
}
