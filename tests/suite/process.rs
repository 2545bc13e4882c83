//! Finding the test files and running the executable on them, each with a time limit.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::opcodes;

/// The executable under test.
pub const PHASYNC: &str = env!("CARGO_BIN_EXE_phasync");

/// A test that runs longer than this has failed, and is killed.
const LIMIT: Duration = Duration::from_secs(20);
/// With a collection at every safepoint some, which compute with large numbers, take minutes.
const STRESSED_LIMIT: Duration = Duration::from_secs(600);

/// What a finished process left behind.
pub struct Output {
    /// Standard output, whole.
    pub stdout: String,
    /// Standard error, whole.
    pub stderr: String,
    /// The exit status; `None` when a signal ended the process.
    pub status: Option<i32>,
}

/// The top folder of the project.
pub fn root() -> PathBuf {
    let repl = Path::new(env!("CARGO_MANIFEST_DIR"));
    repl.parent().unwrap_or(repl).to_path_buf()
}

/// All `.go` and `.pgo` files below `folder` (relative to the project), sorted by name.
pub fn programs(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(dir) = open.pop() {
        let Ok(entries) = fs::read_dir(&dir) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ext| ext == "go" || ext == "pgo") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The test's name: the path below `folder`'s parent, without the extension.
pub fn test_name(path: &Path) -> String {
    let root = root();
    let below = path.strip_prefix(root.join("tests")).or_else(|_| path.strip_prefix(&root));
    below.unwrap_or(path).with_extension("").display().to_string()
}

/// The text of the file beside `path` that has the extension `ext`, if there is one.
pub fn beside(path: &Path, ext: &str) -> Option<String> {
    let bytes = fs::read(path.with_extension(ext)).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Where a process runs, and what it reads.
pub struct Input<'a> {
    /// Its working directory.
    pub dir: &'a Path,
    /// Its standard input.
    pub stdin: &'a [u8],
}

/// Runs `phasync ARGS FILE SCRIPT_ARGS` in the file's folder, with `stdin` as standard input.
///
/// # Errors
/// When the process cannot be started, or runs longer than [`LIMIT`].
pub fn phasync(args: &[&str], file: &Path, script_args: &[String], stdin: &str) -> Result<Output, String> {
    let name = file.file_name().and_then(|name| name.to_str()).ok_or("a test file has a name")?;
    let dir = file.parent().ok_or("a test file lies in a folder")?;
    let rest = script_args.iter().map(String::as_str);
    let all: Vec<&str> = args.iter().copied().chain([name]).chain(rest).collect();
    phasync_with(&all, Input { dir, stdin: stdin.as_bytes() })
}

/// Runs `phasync ARGS`.
///
/// # Errors
/// When the process cannot be started, or runs longer than [`LIMIT`].
pub fn phasync_with(args: &[&str], from: Input) -> Result<Output, String> {
    phasync_where(args, from, None)
}

/// Runs `phasync ARGS`, with the modules in a folder as those that the go command has downloaded.
///
/// # Errors
/// When the process cannot be started, or runs longer than [`LIMIT`].
pub fn phasync_where(args: &[&str], from: Input, modules: Option<&Path>) -> Result<Output, String> {
    let mut child = Command::new(PHASYNC)
        .envs(modules.map(|dir| ("GOMODCACHE", dir)))
        .args(args)
        .current_dir(from.dir)
        .env("NO_COLOR", "1")
        .env(opcodes::LOG, opcodes::log())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("cannot start {PHASYNC}: {e}"))?;
    let input = child.stdin.take();
    let bytes = from.stdin.to_owned();
    // A script that does not read its input closes the pipe: that is no failure of the test.
    thread::spawn(move || input.map(|mut pipe| pipe.write_all(&bytes)));
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let limit = if crate::run::stressed() { STRESSED_LIMIT } else { LIMIT };
    let deadline = Instant::now() + limit;
    let (Some(stdout), Some(stderr)) = (finish(&stdout, deadline), finish(&stderr, deadline)) else {
        kill(&mut child);
        return Err(format!("still running after {} s", limit.as_secs()));
    };
    let status = wait(&mut child, deadline).map_err(|e| e.to_string())?;
    Ok(Output { stdout, stderr, status: status.code() })
}

/// Reads a pipe to its end on a thread of its own, so that neither pipe can block the other.
fn collect(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is what the script printed.
            let _: io::Result<usize> = pipe.read_to_end(&mut bytes);
        }
        // Nobody listens any more when the test has timed out.
        let _: Result<(), _> = sender.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    receiver
}

fn finish(receiver: &mpsc::Receiver<String>, deadline: Instant) -> Option<String> {
    receiver.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok()
}

/// Waits for a process whose pipes are closed; it may still be running, so it too has a limit.
fn wait(child: &mut Child, deadline: Instant) -> io::Result<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if Instant::now() > deadline {
            kill(child);
            return Err(io::Error::other("closed its output and went on running"));
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn kill(child: &mut Child) {
    // It may have ended meanwhile; there is nothing else to do about a failure here.
    let _: io::Result<()> = child.kill();
    let _: io::Result<ExitStatus> = child.wait();
}

/// Describes where two texts first differ, with the line's number, or `None` when they are equal.
pub fn difference(what: &str, want: &str, got: &str) -> Option<String> {
    if want == got {
        return None;
    }
    let (mut left, mut right) = (want.split('\n'), got.split('\n'));
    for number in 1.. {
        let (want, got) = (left.next(), right.next());
        if want != got {
            let show = |line: Option<&str>| line.map_or("(end)".to_owned(), |l| format!("{l:?}"));
            return Some(format!("{what}, line {number}:\n  want {}\n  got  {}\n", show(want), show(got)));
        }
        if want.is_none() {
            break;
        }
    }
    None
}
