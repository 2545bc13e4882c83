//! Other programs that a program runs: starting one and sending signals to it. That one ends is waited for by a job
//! ([`Job::Wait`](super::Job::Wait)).

use std::ffi::OsStr;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};

use super::handles::{Handles, number};
use super::{Answer, Errno, Fact, Handle, PathBytes, errno, facts};

/// A program to be started.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Spawn {
    /// Its file.
    pub path: PathBytes,
    /// Its arguments, the first of which is its name.
    pub args: Vec<Vec<u8>>,
    /// Its environment, as `NAME=value`.
    pub environ: Vec<Vec<u8>>,
    /// The directory in which it starts, if not that of the program.
    pub dir: Option<PathBytes>,
    /// Its standard input, output and error; none is closed at once, as if it were empty.
    pub streams: [Option<Handle>; 3],
    /// Whether it is the first of a process group of its own.
    pub group: bool,
}

impl Spawn {
    /// The same with the executable of this process, and these arguments before the others.
    ///
    /// # Errors
    /// What the system says when it is asked for the executable.
    pub fn of_this_executable(&self, arguments: &[String]) -> Result<Spawn, Errno> {
        let mut spawn = self.clone();
        spawn.path = facts::ask(&Fact::Executable)?;
        let before = arguments.iter().map(|argument| argument.clone().into_bytes());
        spawn.args.splice(self.args.len().min(1)..self.args.len().min(1), before);
        Ok(spawn)
    }
}

impl Handles {
    /// What a child reads or writes in place of a handle: the same, and blocking.
    fn for_child(&mut self, handle: Handle) -> Result<Stdio, Errno> {
        if handle.place() <= Handle::STDERR.place() {
            return Ok(Stdio::inherit());
        }
        if let Some(file) = self.file(handle) {
            return Ok(file.try_clone().map_err(|error| errno(&error))?.into());
        }
        let fd: OwnedFd = self.fd(handle)?.try_clone_to_owned().map_err(|error| errno(&error))?;
        rustix::io::ioctl_fionbio(&fd, false).map_err(number)?;
        Ok(fd.into())
    }

    /// Starts a program; gives the number of its process.
    ///
    /// # Errors
    /// What the system says.
    pub fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        Ok(self.command(spawn)?.spawn().map_err(|error| errno(&error))?.id())
    }

    /// Becomes a program; gives what the system says if that cannot be.
    pub fn exec(&mut self, spawn: &Spawn) -> Errno {
        self.command(spawn).map_or_else(|errno| errno, |mut command| errno(&command.exec()))
    }

    fn command(&mut self, spawn: &Spawn) -> Result<Command, Errno> {
        let text = |bytes: &[u8]| OsStr::from_bytes(bytes).to_owned();
        // Without a slash it would be looked for.
        let path =
            if spawn.path.contains(&b'/') { spawn.path.clone() } else { [b"./", &spawn.path[..]].concat() };
        let mut command = Command::new(text(&path));
        if let [name, args @ ..] = &spawn.args[..] {
            command.arg0(text(name)).args(args.iter().map(|arg| text(arg)));
        }
        command.env_clear();
        for variable in &spawn.environ {
            // The first character belongs to the name, whatever it is.
            let at = variable.iter().skip(1).position(|&byte| byte == b'=');
            if let Some(at) = at {
                command.env(text(&variable[..=at]), text(&variable[at + 2..]));
            }
        }
        if let Some(dir) = &spawn.dir {
            command.current_dir(text(dir));
        }
        if spawn.group {
            command.process_group(0);
        }
        let mut streams = [Stdio::null(), Stdio::null(), Stdio::null()];
        for (stream, (handle, own)) in streams.iter_mut().zip(spawn.streams.iter().zip(0..)) {
            *stream = match handle {
                None => Stdio::null(),
                Some(handle) if *handle == Handle(own) => Stdio::inherit(),
                Some(Handle::STDIN) => Stdio::from(duplicate(std::io::stdin())?),
                Some(Handle::STDOUT) => Stdio::from(duplicate(std::io::stdout())?),
                Some(Handle::STDERR) => Stdio::from(duplicate(std::io::stderr())?),
                Some(handle) => self.for_child(*handle)?,
            };
        }
        let [stdin, stdout, stderr] = streams;
        command.stdin(stdin).stdout(stdout).stderr(stderr);
        Ok(command)
    }
}

fn duplicate(stream: impl std::os::fd::AsFd) -> Result<OwnedFd, Errno> {
    stream.as_fd().try_clone_to_owned().map_err(|error| errno(&error))
}

/// Sends a signal; 0 only asks whether the process is there.
pub(super) fn send_signal(process: i64, signal: i32) -> Result<(), Errno> {
    let process = i32::try_from(process).map_err(|_| libc::ESRCH)?;
    // A negative number is that of a group, 0 is that of the process. All processes there are get none from here.
    let pid = Pid::from_raw(process.checked_abs().ok_or(libc::ESRCH)?);
    let group = process <= 0;
    if process == -1 {
        return Err(libc::EPERM);
    }
    if signal == 0 {
        return match pid {
            None => rustix::process::test_kill_current_process_group(),
            Some(pid) if group => rustix::process::test_kill_process_group(pid),
            Some(pid) => rustix::process::test_kill_process(pid),
        }
        .map_err(number);
    }
    let signal = Signal::from_named_raw(signal).ok_or(libc::EINVAL)?;
    match pid {
        None => rustix::process::kill_current_process_group(signal),
        Some(pid) if group => rustix::process::kill_process_group(pid, signal),
        Some(pid) => kill_process(pid, signal),
    }
    .map_err(number)
}

/// Waits for a child as wait4(2) does; gives its number, 0 if none is there yet, and its status.
pub(super) fn wait_for(process: i64, options: i32) -> Answer {
    let options = WaitOptions::from_bits_retain(options as u32);
    let Some(number_of) = i32::try_from(process).ok().and_then(i32::checked_abs) else {
        return Answer::Failed(libc::ESRCH);
    };
    loop {
        let found = match Pid::from_raw(number_of) {
            _ if process == -1 => rustix::process::wait(options),
            Some(group) if process < 0 => rustix::process::waitpgid(group, options),
            // None is the group of this process.
            pid => waitpid(pid, options),
        };
        return match found {
            Ok(Some((pid, status))) => {
                Answer::Numbers(vec![i64::from(pid.as_raw_nonzero().get()), i64::from(status.as_raw())])
            }
            Ok(None) => Answer::Numbers(vec![0, 0]),
            Err(rustix::io::Errno::INTR) => continue,
            Err(error) => Answer::Failed(number(error)),
        };
    }
}

/// Waits until a child ends; gives its status as the system puts it.
pub(super) fn wait(process: u32) -> Answer {
    let Some(pid) = i32::try_from(process).ok().and_then(Pid::from_raw) else {
        return Answer::Failed(libc::ECHILD);
    };
    loop {
        match waitpid(Some(pid), WaitOptions::empty()) {
            Ok(Some((_, status))) => return Answer::Number(status.as_raw() as u64),
            Ok(None) | Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Answer::Failed(number(error)),
        }
    }
}
