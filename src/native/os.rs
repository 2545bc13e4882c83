//! The natives of packages os and syscall. What can fail gives an error number of the system, 0 for none.
//!
//! What has to do with files is a [`Job`]: the native puts it down and blocks; when it is done, the native is called again with
//! the same arguments, and finds the answer.

use std::io;

use super::{Block, Done, NativeCx, NativeResult, Row, SliceRef};
use crate::host::{Answer, Errno, Fact, FileJob, Handle, Job, PathJob, ProcessId, Spawn, errno};
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/os`.
pub const TABLE: &[Row] = &[
    ("os.exit", exit),
    ("os.Getegid", getegid),
    ("os.Geteuid", geteuid),
    ("os.Getgid", getgid),
    ("os.Getpid", getpid),
    ("os.Getppid", getppid),
    ("os.Getuid", getuid),
    ("os.args", args),
    ("os.chdir", chdir),
    ("os.chmod", chmod),
    ("os.chown", chown),
    ("os.chtimes", chtimes),
    ("os.executable", executable),
    ("os.fileChmod", file_chmod),
    ("os.fileStat", file_stat),
    ("os.hostname", hostname),
    ("internal/rt.Kill", kill),
    ("os.link", link),
    ("os.mkdir", mkdir),
    ("os.open", open),
    ("os.place", place),
    ("os.read", read),
    ("os.readDir", read_dir),
    ("os.readFile", read_file),
    ("os.readlink", readlink),
    ("os.remove", remove),
    ("os.rename", rename),
    ("os.seek", seek),
    ("os.spawn", spawn),
    ("os.stat", stat),
    ("os.symlink", symlink),
    ("os.sync", sync),
    ("os.truncate", truncate),
    ("os.wait", wait),
    ("os.workingDir", working_dir),
    ("os.write", write),
    ("os.writeFile", write_file),
    ("os.writeStream", write_stream),
    ("syscall.Exit", exit),
    ("syscall.Getegid", getegid),
    ("syscall.Geteuid", geteuid),
    ("syscall.Getgid", getgid),
    ("syscall.Getpid", getpid),
    ("syscall.Getppid", getppid),
    ("syscall.Getuid", getuid),
    ("syscall.chdir", chdir),
    ("syscall.chmod", chmod),
    ("syscall.chown", chown),
    ("syscall.environ", environ),
    ("syscall.errorText", error_text),
    ("syscall.exec", exec),
    ("syscall.linkFile", link),
    ("syscall.mkdir", mkdir),
    ("syscall.readlink", readlink),
    ("syscall.statFile", stat),
    ("syscall.symlink", symlink),
    ("syscall.workingDir", working_dir),
];

/// The answer to a job, or the native waits for it.
macro_rules! answer {
    ($cx:expr, $job:expr) => {
        match $cx.answer_to(|| $job) {
            Some(answer) => answer,
            None => return Ok(Block(SystemCall::Offload)),
        }
    };
}
pub(super) use answer;

fn exit(cx: &mut NativeCx<'_>) -> NativeResult {
    let status = cx.int();
    Err(cx.exit(status as i32))
}

fn args(cx: &mut NativeCx<'_>) -> NativeResult {
    let args: Vec<String> = cx.host().args().to_vec();
    cx.ret_strs(args.iter().map(|arg| arg.as_bytes()))?;
    Ok(Done)
}

fn environ(cx: &mut NativeCx<'_>) -> NativeResult {
    let environ = cx.host().environ();
    cx.ret_strs(environ.iter().map(|variable| variable.as_bytes()))?;
    Ok(Done)
}

/// `func errorText(errno int) string`: the system's words, without a capital.
fn error_text(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.int();
    let text = match i32::try_from(number) {
        Ok(number @ 1..=133) => io::Error::from_raw_os_error(number).to_string(),
        Ok(_) | Err(_) => format!("errno {number}"),
    };
    // Rust appends the number.
    let mut text = text.split(" (os error").next().unwrap_or_default().as_bytes().to_vec();
    if let [first, second, ..] = &mut text[..]
        && second.is_ascii_lowercase()
    {
        first.make_ascii_lowercase();
    }
    cx.ret_str(&text)?;
    Ok(Done)
}

// ---- the process -------------------------------------------------------------------------------------------------------

/// A number of the process, or -1.
fn id(cx: &mut NativeCx<'_>, which: ProcessId) -> NativeResult {
    let number = cx.host().fact(&Fact::Id(which)).ok();
    let number = number.and_then(|text| std::str::from_utf8(&text).ok()?.parse().ok());
    cx.ret_int(number.unwrap_or(-1));
    Ok(Done)
}

fn getpid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::Own)
}

fn getppid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::Parent)
}

fn getuid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::User)
}

fn geteuid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::EffectiveUser)
}

fn getgid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::Group)
}

fn getegid(cx: &mut NativeCx<'_>) -> NativeResult {
    id(cx, ProcessId::EffectiveGroup)
}

/// Writes a text and an error number as results.
pub(super) fn ret_text(cx: &mut NativeCx<'_>, text: Result<Vec<u8>, Errno>) -> NativeResult {
    match text {
        Ok(text) => {
            cx.ret_str(&text)?;
            cx.ret_int(0);
        }
        Err(errno) => {
            cx.ret_str_raw(0, 0);
            cx.ret_int(i64::from(errno));
        }
    }
    Ok(Done)
}

fn hostname(cx: &mut NativeCx<'_>) -> NativeResult {
    let name = cx.host().fact(&Fact::Hostname);
    ret_text(cx, name)
}

fn chdir(cx: &mut NativeCx<'_>) -> NativeResult {
    let dir = cx.str();
    let result = cx.host().change_dir(dir);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

fn working_dir(cx: &mut NativeCx<'_>) -> NativeResult {
    let dir = cx.host().fact(&Fact::WorkingDir);
    ret_text(cx, dir)
}

fn executable(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.host().fact(&Fact::Executable);
    ret_text(cx, path)
}

// ---- other programs ---------------------------------------------------------------------------------------------------

/// The next argument, a `[]string`.
pub(super) fn strings(cx: &mut NativeCx<'_>) -> Vec<Vec<u8>> {
    let (slice, mem) = (cx.slice(), cx.mem());
    (0..slice.len).map(|i| mem.str(slice.addr + 16 * i).to_vec()).collect()
}

/// `func spawn(path string, args, env []string, dir string, stdin, stdout, stderr int, group bool) (pid, errno int)`: a
/// stream of -1 is none, a directory without a name is that of the program.
pub(super) fn spawn(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, args, environ, dir) = (cx.str().to_vec(), strings(cx), strings(cx), cx.str());
    let mut stream = || u64::try_from(cx.int()).ok().map(Handle);
    let streams = [stream(), stream(), stream()];
    let group = cx.bool();
    let dir = (!dir.is_empty()).then(|| dir.to_vec());
    let started = cx.host().spawn(&Spawn { path, args, environ, dir, streams, group });
    cx.ret_int(started.map_or(-1, i64::from));
    cx.ret_int(started.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func exec(path string, args, env []string) (errno int)`
fn exec(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, args, environ) = (cx.str().to_vec(), strings(cx), strings(cx));
    let streams = [Handle::STDIN, Handle::STDOUT, Handle::STDERR].map(Some);
    let errno = cx.host().exec(&Spawn { path, args, environ, dir: None, streams, group: false });
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

/// `func wait(pid int) (status, errno int)`
fn wait(cx: &mut NativeCx<'_>) -> NativeResult {
    let process = cx.uint() as u32;
    let answer = answer!(cx, Job::Wait(process));
    let status =
        value(answer, |answer| if let Answer::Number(status) = answer { Some(status) } else { None });
    cx.ret_int(status.map_or(0, |status| status as i64));
    cx.ret_int(status.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func Kill(pid, signal int) (errno int)`
fn kill(cx: &mut NativeCx<'_>) -> NativeResult {
    let (process, signal) = (cx.int(), cx.int() as i32);
    // It may be the last that this process does.
    cx.host().show();
    let result = cx.host().send_signal(process, signal);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

// ---- files -------------------------------------------------------------------------------------------------------------

/// The error number of an answer that gives nothing else than the one that `value` takes out of it.
pub(super) fn value<T>(answer: Answer, value: impl FnOnce(Answer) -> Option<T>) -> Result<T, Errno> {
    match answer {
        Answer::Failed(errno) | Answer::Cut(errno) => Err(errno),
        answer => value(answer).ok_or(libc::EIO),
    }
}

pub(super) fn done(answer: Answer) -> Option<()> {
    (answer == Answer::Done).then_some(())
}

pub(super) fn bytes(answer: Answer) -> Option<Vec<u8>> {
    if let Answer::Bytes(bytes) = answer { Some(bytes) } else { None }
}

/// Does what gives nothing but an error number.
pub(super) fn status(cx: &mut NativeCx<'_>, job: impl FnOnce() -> Job) -> NativeResult {
    let result = value(answer!(cx, job()), done);
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

/// The next argument, an open file.
pub(super) fn file(cx: &mut NativeCx<'_>) -> Handle {
    Handle(cx.uint())
}

/// The next argument, an offset: none if it is negative.
pub(super) fn offset(cx: &mut NativeCx<'_>) -> Option<u64> {
    u64::try_from(cx.int()).ok()
}

fn mkdir(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, mode) = (cx.str(), cx.uint() as u32);
    status(cx, || Job::Path(PathJob::Mkdir { path: path.to_vec(), mode }))
}

fn remove(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.str();
    status(cx, || Job::Path(PathJob::Remove { path: path.to_vec() }))
}

fn rename(cx: &mut NativeCx<'_>) -> NativeResult {
    let (from, to) = (cx.str(), cx.str());
    status(cx, || Job::Path(PathJob::Rename { from: from.to_vec(), to: to.to_vec() }))
}

fn chmod(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, mode) = (cx.str(), cx.uint() as u32);
    status(cx, || Job::Path(PathJob::Chmod { path: path.to_vec(), mode }))
}

/// `func place(fd int) (path string, errno int)`
fn place(cx: &mut NativeCx<'_>) -> NativeResult {
    let file = file(cx);
    let path = value(answer!(cx, Job::File(file, FileJob::Place)), bytes);
    ret_text(cx, path)
}

/// `func chown(name string, uid, gid int, follow bool) (errno int)`
fn chown(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, user, group, follow) = (cx.str(), cx.int(), cx.int(), cx.bool());
    status(cx, || Job::Path(PathJob::Chown { path: path.to_vec(), user, group, follow }))
}

/// `func chtimes(name string, accessed bool, asec, ansec int64, modified bool, msec, mnsec int64) (errno int)`
pub(super) fn chtimes(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.str();
    let mut time = || {
        let (set, seconds, nanos) = (cx.bool(), cx.int(), cx.int() as u32);
        set.then_some((seconds, nanos))
    };
    let (accessed, modified) = (time(), time());
    status(cx, || Job::Path(PathJob::Chtimes { path: path.to_vec(), accessed, modified }))
}

fn symlink(cx: &mut NativeCx<'_>) -> NativeResult {
    let (target, path) = (cx.str(), cx.str());
    status(cx, || Job::Path(PathJob::Symlink { target: target.to_vec(), path: path.to_vec() }))
}

fn link(cx: &mut NativeCx<'_>) -> NativeResult {
    let (from, to) = (cx.str(), cx.str());
    status(cx, || Job::Path(PathJob::Link { from: from.to_vec(), to: to.to_vec() }))
}

fn readlink(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.str();
    let target = value(answer!(cx, Job::Path(PathJob::Readlink { path: path.to_vec() })), bytes);
    cx.ret_str(target.as_deref().unwrap_or_default())?;
    cx.ret_int(target.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func stat(name string, follow bool) (dev, ino ... errno)`: the fields of syscall.Stat_t.
fn stat(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, follow) = (cx.str(), cx.bool());
    let answer = answer!(cx, Job::Path(PathJob::Stat { path: path.to_vec(), follow }));
    ret_stat(cx, answer)
}

/// `func fileStat(fd int) (dev, ino ... errno)`: as `stat`.
pub(super) fn file_stat(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = file(cx);
    if handle == Handle::STDOUT {
        cx.host().show();
    }
    let answer = answer!(
        cx,
        match handle {
            Handle::STDIN | Handle::STDOUT | Handle::STDERR => {
                let path = format!("/proc/self/fd/{}", handle.place()).into_bytes();
                Job::Path(PathJob::Stat { path, follow: true })
            }
            _ => Job::File(handle, FileJob::Stat),
        }
    );
    ret_stat(cx, answer)
}

fn ret_stat(cx: &mut NativeCx<'_>, answer: Answer) -> NativeResult {
    let stat = value(answer, |answer| if let Answer::Stat(stat) = answer { Some(stat) } else { None });
    let words = match &stat {
        Ok(stat) => [
            stat.device,
            stat.inode,
            stat.links,
            u64::from(stat.mode),
            u64::from(stat.owner.0),
            u64::from(stat.owner.1),
            stat.special,
            stat.size,
            stat.blocks.0,
            stat.blocks.1,
            stat.accessed.0 as u64,
            stat.accessed.1 as u64,
            stat.modified.0 as u64,
            stat.modified.1 as u64,
            stat.changed.0 as u64,
            stat.changed.1 as u64,
        ],
        Err(_) => [0; 16],
    };
    for word in words {
        cx.ret_uint(word);
    }
    cx.ret_int(stat.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func readDir(name string) (names []string, modes []uint32, errno int)`
fn read_dir(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.str();
    let listed =
        value(answer!(cx, Job::Path(PathJob::ReadDir { path: path.to_vec() })), |answer| match answer {
            Answer::Entries(entries) => Some(entries),
            _ => None,
        });
    let (entries, errno) = match listed {
        Ok(entries) => (entries, 0),
        Err(errno) => (Vec::new(), errno),
    };
    cx.charge(entries.len() as u64);
    cx.ret_strs(entries.iter().map(|(name, _)| name.as_slice()))?;
    let len = entries.len() as u64;
    let addr = cx.heap().alloc_noscan(len * 4)?;
    for (at, (_, mode)) in (addr..).step_by(4).zip(&entries) {
        cx.mem().set_u32(at, *mode);
    }
    cx.ret_slice(SliceRef { addr, len, cap: len });
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

/// `func open(name string, flag int, perm uint32) (fd int, waits bool, errno int)`: `waits` if the file is read and written
/// like a socket.
pub(super) fn open(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, flags, mode) = (cx.str(), cx.int() as i32, cx.uint() as u32);
    let answer = answer!(cx, Job::Open { path: path.to_vec(), flags, mode });
    let opened = value(answer, |answer| match answer {
        Answer::Opened { handle, waits } => Some((handle, waits)),
        _ => None,
    });
    let (handle, waits, errno) = match opened {
        Ok((handle, waits)) => (handle.0 as i64, waits, 0),
        Err(errno) => (-1, false, errno),
    };
    cx.ret_int(handle);
    cx.ret_bool(waits);
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

/// `func readFile(name string) (b []byte, opened bool, errno int)`
fn read_file(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = cx.str();
    let most = cx.most_memory();
    let answer = answer!(cx, Job::Path(PathJob::ReadFile { path: path.to_vec(), most }));
    let opened = !matches!(answer, Answer::Failed(_));
    let text = value(answer, bytes);
    cx.ret_bytes(text.as_deref().unwrap_or_default())?;
    cx.ret_bool(opened);
    cx.ret_int(text.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func writeFile(name string, b []byte, perm uint32) (opened bool, errno int)`
fn write_file(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, text, mode) = (cx.str(), cx.bytes(), cx.uint() as u32);
    let job = || Job::Path(PathJob::WriteFile { path: path.to_vec(), bytes: text.to_vec(), mode });
    let answer = answer!(cx, job());
    cx.ret_bool(!matches!(answer, Answer::Failed(_)));
    cx.ret_int(value(answer, done).map_or_else(i64::from, |()| 0));
    Ok(Done)
}

/// `func read(fd int, b []byte, at int64) (n, errno int)`: at an offset, or where the last one ended if that is negative.
pub(super) fn read(cx: &mut NativeCx<'_>) -> NativeResult {
    let (file, b, at) = (file(cx), cx.slice(), offset(cx));
    let answer = answer!(cx, Job::File(file, FileJob::Read { len: b.len as usize, at }));
    let result = value(answer, bytes);
    if let Ok(text) = &result {
        cx.charge(text.len() as u64 >> 6);
        cx.mem().bytes_mut(b.addr, b.len)[..text.len()].copy_from_slice(text);
    }
    cx.ret_uint(result.as_ref().map_or(0, |text| text.len() as u64));
    cx.ret_int(result.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func write(fd int, b []byte, at int64) (errno int)`: all of it, or an error.
pub(super) fn write(cx: &mut NativeCx<'_>) -> NativeResult {
    let (file, text, at) = (file(cx), cx.bytes(), offset(cx));
    status(cx, || Job::File(file, FileJob::Write { bytes: text.to_vec(), at }))
}

/// `func writeStream(fd int, b []byte) (n, errno int)`: to standard output or standard error.
pub(super) fn write_stream(cx: &mut NativeCx<'_>) -> NativeResult {
    let (stream, text) = (file(cx), cx.bytes());
    cx.charge(text.len() as u64 >> 6);
    let result = match stream {
        Handle::STDOUT => cx.write_stdout(text)?,
        Handle::STDERR => cx.write_stderr(text),
        _ => Err(io::Error::from_raw_os_error(libc::EBADF)),
    };
    cx.ret_uint(if result.is_ok() { text.len() as u64 } else { 0 });
    cx.ret_int(result.map_or_else(|error| i64::from(errno(&error)), |()| 0));
    Ok(Done)
}

/// `func seek(fd int, offset int64, whence int) (at int64, errno int)`
pub(super) fn seek(cx: &mut NativeCx<'_>) -> NativeResult {
    let (file, offset, whence) = (file(cx), cx.int(), cx.int() as i32);
    let answer = answer!(cx, Job::File(file, FileJob::Seek { offset, whence }));
    let at = value(answer, |answer| if let Answer::Number(at) = answer { Some(at) } else { None });
    cx.ret_uint(*at.as_ref().unwrap_or(&0));
    cx.ret_int(at.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

pub(super) fn truncate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (file, size) = (file(cx), cx.int());
    match u64::try_from(size) {
        Ok(size) => status(cx, || Job::File(file, FileJob::Truncate { size })),
        Err(_) => {
            cx.ret_int(i64::from(libc::EINVAL));
            Ok(Done)
        }
    }
}

pub(super) fn sync(cx: &mut NativeCx<'_>) -> NativeResult {
    let file = file(cx);
    status(cx, || Job::File(file, FileJob::Sync))
}

/// `func fileChmod(fd int, mode uint32) (errno int)`
pub(super) fn file_chmod(cx: &mut NativeCx<'_>) -> NativeResult {
    let (file, mode) = (file(cx), cx.uint() as u32);
    status(cx, || Job::File(file, FileJob::Chmod { mode }))
}
