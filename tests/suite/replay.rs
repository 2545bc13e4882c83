//! Recording and replaying: what is replayed is what was recorded, and what cannot be replayed is an error.
//!
//! Each program of `tests/replay` is recorded, with the folder of the test as its argument, and replayed when what it read is
//! gone. Those of `tests/replay/seeds` fail under some seeds: a failure that was found is replayed.

use std::fs;
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use libtest_mimic::{Failed, Trial};

use crate::process::{Input, Output, PHASYNC, beside, difference, phasync_with, programs, test_name};

/// All tests.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for path in programs("tests/replay") {
        let name = test_name(&path);
        let check: fn(&Path) -> Result<(), Failed> =
            if name.starts_with("replay/seeds/") { failure } else { same };
        trials.push(Trial::test(name, move || check(&path)));
    }
    let echo = || crate::process::root().join("tests/replay/echo_server.go");
    trials.push(Trial::test("replay/cut_off", move || cut_off(&echo())));
    trials.push(Trial::test("replay/damaged", move || damaged(&echo())));
    trials.push(Trial::test("replay/changed_program", changed_program));
    trials.push(Trial::test("replay/text_of_the_command_line", text_of_the_command_line));
    trials.push(Trial::test("replay/ended_by_a_signal", ended_by_a_signal));
    trials.push(Trial::test("replay/traced", move || traced(&echo())));
    trials
}

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Result<Folder, Failed> {
        let name = format!("replay-{}-{}", std::process::id(), name.replace('/', "-"));
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&dir)?;
        Ok(Folder(dir))
    }

    fn run(&self, args: &[&str], stdin: &str) -> Result<Output, Failed> {
        let out = phasync_with(args, Input { dir: &self.0, stdin: stdin.as_bytes() })?;
        if out.stderr.contains("panicked at") {
            return Err(format!("phasync panicked:\n{}", out.stderr).into());
        }
        Ok(out)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What cannot be removed is below cargo's folder.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn equal(then: &Output, now: &Output) -> Result<(), Failed> {
    let differs = difference("standard output", &then.stdout, &now.stdout)
        .or_else(|| difference("standard error", &then.stderr, &now.stderr))
        .or_else(|| {
            (then.status != now.status).then(|| format!("status {:?}, then {:?}", then.status, now.status))
        });
    differs.map_or(Ok(()), |wrong| Err(wrong.into()))
}

/// The path of a program as an argument.
fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}

fn same(path: &Path) -> Result<(), Failed> {
    let folder = Folder::new(&test_name(path))?;
    let stdin = beside(path, "stdin").unwrap_or_default();
    fs::create_dir(folder.0.join("in"))?;
    let then = folder.run(&["run", "--record=rec", text(path), "in"], &stdin)?;
    if then.stdout.is_empty() {
        return Err(format!("it printed nothing:\n{}", then.stderr).into());
    }
    fs::remove_dir(folder.0.join("in"))?;
    for _ in 0..2 {
        equal(&then, &folder.run(&["replay", "rec"], "other input")?)?;
    }
    Ok(())
}

/// Looks for a seed under which the program fails, and repeats that failure.
fn failure(path: &Path) -> Result<(), Failed> {
    let folder = Folder::new(&test_name(path))?;
    let (mut failed, mut passed) = (0, 0);
    for seed in 1..=30 {
        let seed = format!("--seed={seed}");
        let then = folder.run(&["--sched=random", &seed, "--record=rec", text(path)], "")?;
        if then.status == Some(0) {
            passed += 1;
        } else {
            failed += 1;
        }
        equal(&then, &folder.run(&["replay", "rec"], "")?)?;
    }
    if failed == 0 || passed == 0 {
        return Err(format!("{failed} of 30 seeds fail, {passed} pass").into());
    }
    Ok(())
}

/// A recording of a program.
fn recorded(folder: &Folder, path: &Path) -> Result<(Output, Vec<u8>), Failed> {
    let then = folder.run(&["run", "--record=rec", text(path)], "")?;
    Ok((then, fs::read(folder.0.join("rec"))?))
}

fn cut_off(path: &Path) -> Result<(), Failed> {
    let folder = Folder::new("cut_off")?;
    let (_, bytes) = recorded(&folder, path)?;
    let step = (bytes.len() / 40).max(1);
    for len in (0..bytes.len()).step_by(step).chain([bytes.len() - 1]) {
        fs::write(folder.0.join("cut"), &bytes[..len])?;
        let out = folder.run(&["replay", "cut"], "")?;
        let told = out.stderr.contains("phasync: cut: it is") || out.stderr.contains("cut off");
        if out.status != Some(1) || !told {
            return Err(format!("cut after {len}: status {:?}\n{}", out.status, out.stderr).into());
        }
    }
    Ok(())
}

fn damaged(path: &Path) -> Result<(), Failed> {
    let folder = Folder::new("damaged")?;
    let (_, bytes) = recorded(&folder, path)?;
    let step = (bytes.len() / 60).max(1);
    for at in (0..bytes.len()).step_by(step) {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x15;
        fs::write(folder.0.join("bad"), &bytes)?;
        let out = folder.run(&["replay", "bad"], "")?;
        if out.status != Some(1) || !out.stderr.contains("phasync: bad: ") {
            return Err(format!("byte {at}: status {:?}\n{}", out.status, out.stderr).into());
        }
    }
    Ok(())
}

/// A run that polls the outside, and that Ctrl-C ends while it computes, with output that is kept back.
fn ended_by_a_signal() -> Result<(), Failed> {
    let folder = Folder::new("signal")?;
    let program = r#"
go func() {
	for i := 0; ; i++ {
		time.Sleep(time.Millisecond)
		fmt.Println("tick", i)
		if i == 9 {
			fmt.Fprintln(os.Stderr, "now")
		}
	}
}()
for {
}
"#;
    fs::write(folder.0.join("busy.pgo"), program)?;
    let mut child = Command::new(PHASYNC)
        .args(["run", "--record", "busy.rec", "busy.pgo"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut now = [0; 4];
    child.stderr.as_mut().ok_or("no standard error")?.read_exact(&mut now)?;
    Command::new("kill").args(["-INT", &child.id().to_string()]).status()?;
    let out = child.wait_with_output()?;
    // A replay tells of the signal as shells do.
    let status = out.status.code().or(out.status.signal().map(|signal| 128 + signal));
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let stderr = text(&now) + &text(&out.stderr);
    let then = Output { stdout: text(&out.stdout), stderr, status };
    let now = folder.run(&["replay", "busy.rec"], "")?;
    if status != Some(130) {
        return Err(format!("status {status:?}").into());
    }
    equal(&then, &now)
}

fn changed_program() -> Result<(), Failed> {
    let folder = Folder::new("changed")?;
    fs::write(folder.0.join("p.pgo"), "fmt.Println(1)")?;
    recorded(&folder, Path::new("p.pgo"))?;
    fs::write(folder.0.join("p.pgo"), "fmt.Println(2)")?;
    let out = folder.run(&["replay", "rec"], "")?;
    let told = out.stderr == "phasync: rec: the program has changed since it was recorded\n";
    if out.status != Some(1) || !told || !out.stdout.is_empty() {
        return Err(format!("status {:?}\n{}{}", out.status, out.stdout, out.stderr).into());
    }
    fs::write(folder.0.join("other"), "no recording")?;
    let out = folder.run(&["replay", "other"], "")?;
    if out.status != Some(1) || out.stderr != "phasync: other: it is no recording\n" {
        return Err(format!("status {:?}\n{}", out.status, out.stderr).into());
    }
    Ok(())
}

fn text_of_the_command_line() -> Result<(), Failed> {
    let folder = Folder::new("text")?;
    let code = "fmt.Println(os.Args, time.Now().UnixNano())";
    let then = folder.run(&["--record=rec", "-e", code, "a", "--b"], "")?;
    equal(&then, &folder.run(&["replay", "rec"], "")?)?;
    let then = folder.run(&["--record=rec", "-"], code)?;
    equal(&then, &folder.run(&["replay", "rec"], "")?)
}

/// A replay can be watched, and is the same; so is the trace of the run that was recorded.
fn traced(path: &Path) -> Result<(), Failed> {
    let folder = Folder::new("traced")?;
    let (then, _) = recorded(&folder, path)?;
    let first = folder.run(&["replay", "--trace", "--json", "--output=one", "rec"], "")?;
    equal(&then, &first)?;
    folder.run(&["replay", "--trace", "--json", "--output=two", "rec"], "")?;
    let (one, two) = (fs::read_to_string(folder.0.join("one"))?, fs::read_to_string(folder.0.join("two"))?);
    if !one.contains("\"kind\":\"spawn\"") {
        return Err("there is no trace".into());
    }
    difference("the trace", &one, &two).map_or(Ok(()), |wrong| Err(wrong.into()))
}
