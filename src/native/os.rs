//! The natives of packages os and syscall. What can fail gives an error number of the system, 0 for none.

use std::fs::{self, DirBuilder};
use std::io::{self, SeekFrom};
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::files::{Errno, errno};
use super::{Done, NativeCx, NativeResult, Row, SliceRef, Unwind};

/// The functions without body of `stdlib/os`.
pub const TABLE: &[Row] = &[
    ("os.Exit", exit),
    ("os.Getegid", getegid),
    ("os.Geteuid", geteuid),
    ("os.Getgid", getgid),
    ("os.Getpid", getpid),
    ("os.Getppid", getppid),
    ("os.Getuid", getuid),
    ("os.args", args),
    ("os.chdir", chdir),
    ("os.chmod", chmod),
    ("os.closeFile", close),
    ("os.executable", executable),
    ("os.fileStat", file_stat),
    ("os.hostname", hostname),
    ("os.link", link),
    ("os.mkdir", mkdir),
    ("os.open", open),
    ("os.read", read),
    ("os.readDir", read_dir),
    ("os.readlink", readlink),
    ("os.remove", remove),
    ("os.rename", rename),
    ("os.seek", seek),
    ("os.symlink", symlink),
    ("os.sync", sync),
    ("os.truncate", truncate),
    ("os.workingDir", working_dir),
    ("os.write", write),
    ("syscall.environ", environ),
    ("syscall.errorText", error_text),
];

const STDIN: i64 = 0;
const STDOUT: i64 = 1;
const STDERR: i64 = 2;

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

fn getpid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(i64::from(std::process::id()));
    Ok(Done)
}

fn getppid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(i64::from(std::os::unix::process::parent_id()));
    Ok(Done)
}

/// A line of numbers in the process's status file, such as `Uid:` (real, effective, ...).
fn status_number(name: &str, place: usize) -> i64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().nth(place)?.parse().ok()).unwrap_or(-1)
}

fn getuid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(status_number("Uid:", 0));
    Ok(Done)
}

fn geteuid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(status_number("Uid:", 1));
    Ok(Done)
}

fn getgid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(status_number("Gid:", 0));
    Ok(Done)
}

fn getegid(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.ret_int(status_number("Gid:", 1));
    Ok(Done)
}

/// Writes a text and an error number as results.
fn ret_text(cx: &mut NativeCx<'_>, text: io::Result<Vec<u8>>) -> NativeResult {
    match text {
        Ok(text) => {
            cx.ret_str(&text)?;
            cx.ret_int(0);
        }
        Err(error) => {
            cx.ret_str_raw(0, 0);
            cx.ret_int(i64::from(errno(&error)));
        }
    }
    Ok(Done)
}

fn hostname(cx: &mut NativeCx<'_>) -> NativeResult {
    let name = fs::read("/proc/sys/kernel/hostname").or_else(|_| fs::read("/etc/hostname"));
    ret_text(cx, name.map(|name| name.trim_ascii().to_vec()))
}

fn working_dir(cx: &mut NativeCx<'_>) -> NativeResult {
    ret_text(cx, std::env::current_dir().map(|dir| dir.into_os_string().into_vec()))
}

fn executable(cx: &mut NativeCx<'_>) -> NativeResult {
    ret_text(cx, std::env::current_exe().map(|path| path.into_os_string().into_vec()))
}

// ---- files -------------------------------------------------------------------------------------------------------------

/// The next argument, a path.
fn path(cx: &mut NativeCx<'_>) -> PathBuf {
    if cfg!(fuzzing) {
        // Programs that nobody wrote must not touch anybody's files: there are none here.
        cx.str();
        return PathBuf::from("/dev/null/fuzz");
    }
    Path::new(std::ffi::OsStr::from_bytes(cx.str())).to_owned()
}

/// Writes the error number of what gives nothing else.
fn ret_status(cx: &mut NativeCx<'_>, result: io::Result<()>) -> NativeResult {
    cx.ret_int(result.map_or_else(|error| i64::from(errno(&error)), |()| 0));
    Ok(Done)
}

/// Writes a number (`otherwise` if it failed) and the error number.
fn ret_number(cx: &mut NativeCx<'_>, result: Result<i64, Errno>, otherwise: i64) -> NativeResult {
    let (number, errno) = result.map_or_else(|errno| (otherwise, errno), |number| (number, 0));
    cx.ret_int(number);
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

fn chdir(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = path(cx);
    ret_status(cx, std::env::set_current_dir(path))
}

fn mkdir(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = path(cx);
    let mode = cx.uint() as u32;
    ret_status(cx, DirBuilder::new().mode(mode).create(path))
}

fn remove(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = path(cx);
    let is_dir = fs::symlink_metadata(&path).map(|file| file.is_dir());
    let result = is_dir.and_then(|dir| if dir { fs::remove_dir(&path) } else { fs::remove_file(&path) });
    ret_status(cx, result)
}

fn rename(cx: &mut NativeCx<'_>) -> NativeResult {
    let (from, to) = (path(cx), path(cx));
    // The system would replace an empty directory; Go refuses.
    if fs::symlink_metadata(&to).is_ok_and(|file| file.is_dir()) && fs::symlink_metadata(&from).is_ok() {
        return ret_status(cx, Err(io::Error::from_raw_os_error(libc::EEXIST)));
    }
    ret_status(cx, fs::rename(from, to))
}

fn chmod(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = path(cx);
    let mode = cx.uint() as u32;
    ret_status(cx, fs::set_permissions(path, fs::Permissions::from_mode(mode)))
}

fn symlink(cx: &mut NativeCx<'_>) -> NativeResult {
    let (target, name) = (path(cx), path(cx));
    ret_status(cx, std::os::unix::fs::symlink(target, name))
}

fn link(cx: &mut NativeCx<'_>) -> NativeResult {
    let (from, to) = (path(cx), path(cx));
    ret_status(cx, fs::hard_link(from, to))
}

fn readlink(cx: &mut NativeCx<'_>) -> NativeResult {
    let target = fs::read_link(path(cx));
    ret_text(cx, target.map(|target| target.into_os_string().into_vec()))
}

/// `func fileStat(fd int, name string, follow bool) (size int64, mode uint32, sec, nsec int64, device, inode uint64, errno
/// int)`
fn file_stat(cx: &mut NativeCx<'_>) -> NativeResult {
    let fd = cx.int();
    let name = path(cx);
    let follow = cx.bool();
    let result = match fd {
        STDIN..=STDERR => fs::metadata(format!("/proc/self/fd/{fd}")).map_err(|error| errno(&error)),
        0.. => cx.state().files.metadata(fd),
        _ if follow => fs::metadata(name).map_err(|error| errno(&error)),
        _ => fs::symlink_metadata(name).map_err(|error| errno(&error)),
    };
    let words = match &result {
        Ok(file) => [
            file.size(),
            u64::from(file.mode()),
            file.mtime() as u64,
            file.mtime_nsec() as u64,
            file.dev(),
            file.ino(),
        ],
        Err(_) => [0; 6],
    };
    for word in words {
        cx.ret_uint(word);
    }
    cx.ret_int(result.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func readDir(name string) (names []string, modes []uint32, errno int)`
fn read_dir(cx: &mut NativeCx<'_>) -> NativeResult {
    // The mode of what vanishes meanwhile is 0.
    let entry = |entry: io::Result<fs::DirEntry>| {
        entry.map(|entry| (entry.file_name(), entry.metadata().map_or(0, |file| file.mode())))
    };
    let listed =
        fs::read_dir(path(cx)).and_then(|entries| entries.map(entry).collect::<io::Result<Vec<_>>>());
    let (mut entries, errno) = match listed {
        Ok(entries) => (entries, 0),
        Err(error) => (Vec::new(), errno(&error)),
    };
    entries.sort();
    cx.charge(entries.len() as u64);
    cx.ret_strs(entries.iter().map(|(name, _)| name.as_bytes()))?;
    let len = entries.len() as u64;
    let addr = cx.heap().alloc_noscan(len * 4)?;
    for (at, (_, mode)) in (addr..).step_by(4).zip(&entries) {
        cx.mem().set_u32(at, *mode);
    }
    cx.ret_slice(SliceRef { addr, len, cap: len });
    cx.ret_int(i64::from(errno));
    Ok(Done)
}

/// `func open(name string, flag int, perm uint32) (fd, errno int)`
fn open(cx: &mut NativeCx<'_>) -> NativeResult {
    let path = path(cx);
    let (flags, mode) = (cx.int() as i32, cx.uint() as u32);
    let result = cx.state().files.open(&path, flags, mode);
    ret_number(cx, result, -1)
}

/// `func read(fd int, b []byte) (n, errno int)`
fn read(cx: &mut NativeCx<'_>) -> NativeResult {
    let (fd, b) = (cx.int(), cx.slice());
    let buffer = cx.mem().bytes_mut(b.addr, b.len);
    cx.charge(b.len >> 6);
    let result = match fd {
        STDIN => cx.host().read_stdin(buffer).map_err(|error| errno(&error)),
        STDOUT | STDERR => Err(libc::EBADF),
        _ => cx.state().files.read(fd, buffer),
    };
    ret_number(cx, result.map(|n| n as i64), 0)
}

/// `func write(fd int, b []byte) (n, errno int)`
fn write(cx: &mut NativeCx<'_>) -> NativeResult {
    let fd = cx.int();
    let bytes = cx.bytes();
    cx.charge(bytes.len() as u64 >> 6);
    let result = match fd {
        STDIN => Err(libc::EBADF),
        STDOUT => cx.write_stdout(bytes)?.map_err(|error| errno(&error)),
        STDERR => cx.host().write_stderr(bytes).map_err(|error| errno(&error)),
        _ => cx.state().files.write(fd, bytes),
    };
    ret_number(cx, result.map(|()| bytes.len() as i64), 0)
}

/// `func seek(fd int, offset int64, whence int) (at int64, errno int)`
fn seek(cx: &mut NativeCx<'_>) -> NativeResult {
    let (fd, offset, whence) = (cx.int(), cx.int(), cx.int());
    let to = match whence {
        0 => u64::try_from(offset).map(SeekFrom::Start).map_err(|_| libc::EINVAL),
        1 => Ok(SeekFrom::Current(offset)),
        2 => Ok(SeekFrom::End(offset)),
        _ => Err(libc::EINVAL),
    };
    let result = match fd {
        STDIN | STDOUT | STDERR => Err(libc::ESPIPE),
        _ => to.and_then(|to| cx.state().files.seek(fd, to)),
    };
    ret_number(cx, result.map(|at| at as i64), 0)
}

/// Does something with a file that gives nothing.
fn with_file(
    cx: &mut NativeCx<'_>,
    fd: i64,
    act: impl FnOnce(&mut super::files::Files) -> Result<(), Errno>,
) -> Result<super::NativeOutcome, Unwind> {
    let result = if (STDIN..=STDERR).contains(&fd) { Err(libc::EINVAL) } else { act(&mut cx.state().files) };
    cx.ret_int(result.map_or_else(i64::from, |()| 0));
    Ok(Done)
}

fn truncate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (fd, size) = (cx.int(), cx.int());
    with_file(cx, fd, |files| files.truncate(fd, u64::try_from(size).map_err(|_| libc::EINVAL)?))
}

fn sync(cx: &mut NativeCx<'_>) -> NativeResult {
    let fd = cx.int();
    with_file(cx, fd, |files| files.sync(fd))
}

/// `func closeFile(fd int) (errno int)`: a stream is closed for the program only.
fn close(cx: &mut NativeCx<'_>) -> NativeResult {
    let fd = cx.int();
    if (STDIN..=STDERR).contains(&fd) {
        cx.ret_int(0);
        return Ok(Done);
    }
    with_file(cx, fd, |files| files.close(fd))
}
