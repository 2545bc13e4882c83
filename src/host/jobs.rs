//! Work that may block: what a [`Job`] is, and how one is done.
//!
//! A job is plain data, and so is its [`Answer`]: a recording can hold both. [`perform`] does a job wherever it is called,
//! on a helper thread or, when no goroutine could run meanwhile, at once.

use std::ffi::OsStr;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::net::{IpAddr, ToSocketAddrs};
#[cfg(not(target_vendor = "apple"))]
use std::os::fd::AsRawFd;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::os::unix::fs::{DirBuilderExt, FileExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;

use super::names::{self, NameJob};
use super::{Errno, Handle, errno};

/// A path, as the system has it: bytes.
pub type PathBytes = Vec<u8>;

/// Work that may block.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Job {
    /// Opens a file; flags and mode are those of open(2). [`Answer::Opened`].
    Open { path: PathBytes, flags: i32, mode: u32 },
    /// Something with an open file.
    File(Handle, FileJob),
    /// Something with what has a name.
    Path(PathJob),
    /// Something with a name that programs ask the system for directly.
    Name(NameJob),
    /// Asks the system for the addresses of a host. [`Answer::Addresses`].
    LookupHost(String),
    /// Waits until a process that the program has started ends. [`Answer::Number`], its status as the system puts it.
    Wait(u32),
    /// Waits for processes that the program has started, as wait4(2) does. [`Answer::Numbers`]: which one, and its status.
    WaitFor { process: i64, options: i32 },
}

/// Work with an open file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FileJob {
    /// Reads up to so many bytes, at an offset or where the last read ended. [`Answer::Bytes`].
    Read { len: usize, at: Option<u64> },
    /// Writes all bytes. [`Answer::Done`].
    Write { bytes: Vec<u8>, at: Option<u64> },
    /// Sets where the next read or write begins; `whence` as for lseek(2). [`Answer::Number`], from the start.
    Seek { offset: i64, whence: i32 },
    /// Sets the size. [`Answer::Done`].
    Truncate { size: u64 },
    /// Waits until the file is on the disk. [`Answer::Done`].
    Sync,
    /// Describes the file. [`Answer::Stat`].
    Stat,
    /// Sets the permissions. [`Answer::Done`].
    Chmod { mode: u32 },
    /// Gives a path that leads to the open file, wherever it has been moved meanwhile: what is in an open directory can be named
    /// by it. [`Answer::Bytes`].
    Place,
    /// Sets the owner; -1 leaves one as it is. [`Answer::Done`].
    Chown { user: i64, group: i64 },
    /// Locks it against others, as flock(2) does. [`Answer::Done`].
    Lock { operation: i32 },
    /// The fields of statfs(2). [`Answer::Numbers`].
    Statfs,
}

/// Work with what has a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum PathJob {
    /// Describes a file, or where a link leads if `follow` is set. [`Answer::Stat`].
    Stat { path: PathBytes, follow: bool },
    /// Sets permissions. [`Answer::Done`].
    Chmod { path: PathBytes, mode: u32 },
    /// Sets the owner; -1 leaves one as it is. [`Answer::Done`].
    Chown { path: PathBytes, user: i64, group: i64, follow: bool },
    /// Sets the times of last access and change, each seconds and nanoseconds since 1970; none leaves one as it is.
    /// [`Answer::Done`].
    Chtimes { path: PathBytes, accessed: Option<(i64, u32)>, modified: Option<(i64, u32)> },
    /// Lists a directory, in the order of the names. [`Answer::Entries`].
    ReadDir { path: PathBytes },
    /// Makes a directory. [`Answer::Done`].
    Mkdir { path: PathBytes, mode: u32 },
    /// Removes a file or an empty directory. [`Answer::Done`].
    Remove { path: PathBytes },
    /// Gives a file another name. [`Answer::Done`].
    Rename { from: PathBytes, to: PathBytes },
    /// Makes a hard link. [`Answer::Done`].
    Link { from: PathBytes, to: PathBytes },
    /// Makes a symbolic link. [`Answer::Done`].
    Symlink { target: PathBytes, path: PathBytes },
    /// Says where a symbolic link leads. [`Answer::Bytes`].
    Readlink { path: PathBytes },
    /// Reads a whole file, of so many bytes at most. [`Answer::Bytes`], or [`Answer::Cut`] if it could be opened, but not read.
    ReadFile { path: PathBytes, most: u64 },
    /// Makes a file of these bytes, with these permissions if it was not there. [`Answer::Done`], or [`Answer::Cut`].
    WriteFile { path: PathBytes, bytes: Vec<u8>, mode: u32 },
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done.
    Done,
    /// It could not be done.
    Failed(Errno),
    /// It began well (the file was opened) and failed then.
    Cut(Errno),
    /// A number.
    Number(u64),
    /// Several numbers.
    Numbers(Vec<i64>),
    /// Bytes.
    Bytes(Vec<u8>),
    /// An open file, and whether it is waited for like a socket (pipes, terminals) or by jobs (what lies on a disk).
    Opened { handle: Handle, waits: bool },
    /// A description.
    Stat(FileStat),
    /// Names and modes.
    Entries(Vec<(PathBytes, u32)>),
    /// Addresses; none if the name is not known.
    Addresses(Vec<IpAddr>),
}

/// What the system knows of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileStat {
    /// Bytes.
    pub size: u64,
    /// Kind and permissions, as in stat(2).
    pub mode: u32,
    /// Seconds and nanoseconds since 1970 of the last change.
    pub modified: (i64, i64),
    /// With `inode`, the file's identity.
    pub device: u64,
    /// See `device`.
    pub inode: u64,
    /// How many names the file has.
    pub links: u64,
    /// Whose it is: user and group.
    pub owner: (u32, u32),
    /// Which device it is, if it is one.
    pub special: u64,
    /// The best size of a block to read and write, and how many of 512 bytes it takes up.
    pub blocks: (u64, u64),
    /// As `modified`, of the last time it was read.
    pub accessed: (i64, i64),
    /// As `modified`, of the last change of what is said here.
    pub changed: (i64, i64),
}

impl From<&Metadata> for FileStat {
    fn from(file: &Metadata) -> FileStat {
        FileStat {
            size: file.size(),
            mode: file.mode(),
            modified: (file.mtime(), file.mtime_nsec()),
            device: file.dev(),
            inode: file.ino(),
            links: file.nlink(),
            owner: (file.uid(), file.gid()),
            special: file.rdev(),
            blocks: (file.blksize(), file.blocks()),
            accessed: (file.atime(), file.atime_nsec()),
            changed: (file.ctime(), file.ctime_nsec()),
        }
    }
}

impl Job {
    /// The open file that the job works on.
    pub fn file(&self) -> Option<Handle> {
        match self {
            Job::File(file, _) => Some(*file),
            Job::Open { .. }
            | Job::Path(_)
            | Job::Name(_)
            | Job::LookupHost(_)
            | Job::Wait(_)
            | Job::WaitFor { .. } => None,
        }
    }

    /// Whether the job never blocks, so that handing it to another thread would only cost time.
    pub fn is_quick(&self) -> bool {
        matches!(self, Job::File(_, FileJob::Seek { .. } | FileJob::Place))
    }

    /// Whether it certainly waits for something else than a disk.
    pub(super) fn waits_for_others(&self) -> bool {
        match self {
            Job::LookupHost(_) | Job::Wait(_) => true,
            Job::WaitFor { options, .. } => options & libc::WNOHANG == 0,
            Job::File(_, FileJob::Lock { operation }) => operation & libc::LOCK_NB == 0,
            Job::File(..) | Job::Open { .. } | Job::Path(_) | Job::Name(_) => false,
        }
    }

    /// Whether it may wait for something else than a disk: a name server, the other end of a named pipe. Asks the system
    /// what a path leads to.
    pub(super) fn may_wait(&self) -> bool {
        let path = match self {
            _ if self.waits_for_others() => return true,
            Job::LookupHost(_) | Job::Wait(_) | Job::WaitFor { .. } | Job::File(..) | Job::Name(_) => {
                return false;
            }
            Job::Open { path, .. } => path,
            Job::Path(job) => match job {
                PathJob::ReadFile { path, .. } | PathJob::WriteFile { path, .. } => path,
                PathJob::Stat { .. }
                | PathJob::Chmod { .. }
                | PathJob::Chown { .. }
                | PathJob::Chtimes { .. }
                | PathJob::ReadDir { .. }
                | PathJob::Mkdir { .. }
                | PathJob::Remove { .. }
                | PathJob::Rename { .. }
                | PathJob::Link { .. }
                | PathJob::Symlink { .. }
                | PathJob::Readlink { .. } => return false,
            },
        };
        fs::metadata(as_path(path)).is_ok_and(|file| !file.is_file() && !file.is_dir())
    }
}

/// What came of a job, before open files have handles.
pub(super) enum Outcome {
    /// All but open files.
    Answer(Answer),
    /// An open file.
    File(File),
}

pub(super) fn as_path(path: &[u8]) -> &Path {
    Path::new(OsStr::from_bytes(path))
}

pub(super) fn done(result: io::Result<()>) -> Answer {
    result.map_or_else(|error| Answer::Failed(errno(&error)), |()| Answer::Done)
}

fn stat(result: io::Result<Metadata>) -> Answer {
    match result {
        Ok(file) => Answer::Stat(FileStat::from(&file)),
        Err(error) => Answer::Failed(errno(&error)),
    }
}

fn bytes(result: io::Result<Vec<u8>>) -> Answer {
    result.map_or_else(|error| Answer::Failed(errno(&error)), Answer::Bytes)
}

/// Does a job. `file` is the open file that [`Job::file`] names.
pub(super) fn perform(job: &Job, file: Option<&Arc<File>>) -> Outcome {
    Outcome::Answer(match job {
        Job::Open { path, flags, mode } => match open(as_path(path), *flags, *mode) {
            Ok(file) => return Outcome::File(file),
            Err(error) => Answer::Failed(errno(&error)),
        },
        Job::File(_, job) => match file {
            Some(file) => on_file(job, file),
            None => Answer::Failed(libc::EBADF),
        },
        Job::Path(job) => on_path(job),
        Job::Name(job) => names::perform(job),
        Job::LookupHost(name) => lookup(name),
        Job::Wait(process) => super::children::wait(*process),
        Job::WaitFor { process, options } => super::children::wait_for(*process, *options),
    })
}

fn on_file(job: &FileJob, mut file: &File) -> Answer {
    match job {
        FileJob::Read { len, at } => {
            let mut buffer = vec![0; *len];
            let result = match at {
                Some(at) => read_at(file, &mut buffer, *at),
                None => retry(|| file.read(&mut buffer)),
            };
            bytes(result.map(|n| {
                buffer.truncate(n);
                buffer
            }))
        }
        FileJob::Write { bytes, at } => done(match at {
            Some(at) => file.write_all_at(bytes, *at),
            None => file.write_all(bytes),
        }),
        FileJob::Seek { offset, whence } => match seek(file, *offset, *whence) {
            Ok(at) => Answer::Number(at),
            Err(error) => Answer::Failed(errno(&error)),
        },
        FileJob::Truncate { size } => done(file.set_len(*size)),
        FileJob::Sync => done(file.sync_all()),
        FileJob::Stat => stat(file.metadata()),
        FileJob::Chmod { mode } => done(file.set_permissions(fs::Permissions::from_mode(*mode))),
        FileJob::Place => bytes(place(file)),
        FileJob::Chown { user, group } => done(names::chown(file, *user, *group)),
        FileJob::Lock { operation } => names::lock(file, *operation),
        FileJob::Statfs => names::statfs_answer(rustix::fs::fstatfs(file)),
    }
}

#[cfg(not(target_vendor = "apple"))]
#[allow(clippy::unnecessary_wraps)] // others ask the system
fn place(file: &File) -> io::Result<Vec<u8>> {
    Ok(format!("/proc/self/fd/{}", file.as_raw_fd()).into_bytes())
}

#[cfg(target_vendor = "apple")]
fn place(file: &File) -> io::Result<Vec<u8>> {
    Ok(rustix::fs::getpath(file)?.into_bytes())
}

/// Calls again what a signal has interrupted.
fn retry<T>(mut call: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// Reads at an offset until the buffer is full or the file ends.
fn read_at(file: &File, buffer: &mut [u8], at: u64) -> io::Result<usize> {
    let mut n = 0;
    while n < buffer.len() {
        match retry(|| file.read_at(&mut buffer[n..], at + n as u64)) {
            Ok(0) => break,
            Ok(more) => n += more,
            Err(_) if n > 0 => break,
            Err(error) => return Err(error),
        }
    }
    Ok(n)
}

fn seek(mut file: &File, offset: i64, whence: i32) -> io::Result<u64> {
    let invalid = || io::Error::from_raw_os_error(libc::EINVAL);
    file.seek(match whence {
        libc::SEEK_SET => SeekFrom::Start(u64::try_from(offset).map_err(|_| invalid())?),
        libc::SEEK_CUR => SeekFrom::Current(offset),
        libc::SEEK_END => SeekFrom::End(offset),
        _ => return Err(invalid()),
    })
}

/// The flags of open(2) that mean the same for all files.
const AS_GIVEN: i32 = libc::O_SYNC | libc::O_DIRECTORY | libc::O_NOFOLLOW | libc::O_NONBLOCK | libc::O_NOCTTY;

/// Opens a file; `flags` and `mode` are those of open(2).
fn open(path: &Path, flags: i32, mode: u32) -> io::Result<File> {
    let access = flags & libc::O_ACCMODE;
    let (read, write) = (access != libc::O_WRONLY, access != libc::O_RDONLY);
    let append = flags & libc::O_APPEND != 0;
    OpenOptions::new()
        .read(read)
        .write(write && !append)
        .append(write && append)
        .truncate(write && !append && flags & libc::O_TRUNC != 0)
        .create(write && flags & libc::O_CREAT != 0)
        .create_new(write && flags & libc::O_CREAT != 0 && flags & libc::O_EXCL != 0)
        .mode(mode)
        .custom_flags(flags & (AS_GIVEN | if write { 0 } else { libc::O_CREAT | libc::O_EXCL }))
        .open(path)
}

fn on_path(job: &PathJob) -> Answer {
    match job {
        PathJob::Stat { path, follow: true } => stat(fs::metadata(as_path(path))),
        PathJob::Stat { path, follow: false } => stat(fs::symlink_metadata(as_path(path))),
        PathJob::Chmod { path, mode } => {
            done(fs::set_permissions(as_path(path), fs::Permissions::from_mode(*mode)))
        }
        PathJob::Chown { path, user, group, follow } => done(chown(as_path(path), *user, *group, *follow)),
        PathJob::Chtimes { path, accessed, modified } => done(chtimes(as_path(path), *accessed, *modified)),
        PathJob::ReadDir { path } => match list(as_path(path)) {
            Ok(entries) => Answer::Entries(entries),
            Err(error) => Answer::Failed(errno(&error)),
        },
        PathJob::Mkdir { path, mode } => done(DirBuilder::new().mode(*mode).create(as_path(path))),
        PathJob::Remove { path } => done(remove(as_path(path))),
        PathJob::Rename { from, to } => done(rename(as_path(from), as_path(to))),
        PathJob::Link { from, to } => done(fs::hard_link(as_path(from), as_path(to))),
        PathJob::Symlink { target, path } => done(std::os::unix::fs::symlink(as_path(target), as_path(path))),
        PathJob::Readlink { path } => {
            bytes(fs::read_link(as_path(path)).map(|target| target.into_os_string().into_vec()))
        }
        PathJob::ReadFile { path, most } => read_file(as_path(path), *most),
        PathJob::WriteFile { path, bytes, mode } => write_file(as_path(path), bytes, *mode),
    }
}

fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir(path) } else { fs::remove_file(path) }
}

fn rename(from: &Path, to: &Path) -> io::Result<()> {
    // The system would replace an empty directory; Go refuses. Another name of the directory itself may be meant to be another
    // way to write it.
    if let Ok(there) = fs::symlink_metadata(to)
        && there.is_dir()
        && let Ok(file) = fs::symlink_metadata(from)
        && (from.as_os_str() == to.as_os_str() || (there.dev(), there.ino()) != (file.dev(), file.ino()))
    {
        return Err(io::Error::from_raw_os_error(libc::EEXIST));
    }
    fs::rename(from, to)
}

fn chown(path: &Path, user: i64, group: i64, follow: bool) -> io::Result<()> {
    let id = |id: i64| u32::try_from(id).ok();
    if follow {
        std::os::unix::fs::chown(path, id(user), id(group))
    } else {
        std::os::unix::fs::lchown(path, id(user), id(group))
    }
}

fn chtimes(path: &Path, accessed: Option<(i64, u32)>, modified: Option<(i64, u32)>) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, Timespec, Timestamps, UTIME_OMIT, utimensat};
    let spec = |time: Option<(i64, u32)>| match time {
        Some((seconds, nanos)) => Timespec { tv_sec: seconds, tv_nsec: nanos.into() },
        None => Timespec { tv_sec: 0, tv_nsec: UTIME_OMIT },
    };
    let times = Timestamps { last_access: spec(accessed), last_modification: spec(modified) };
    Ok(utimensat(CWD, path, &times, AtFlags::empty())?)
}

/// The names and modes in a directory. The mode of what vanishes meanwhile is 0.
fn list(path: &Path) -> io::Result<Vec<(PathBytes, u32)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(path)? {
        let entry = entry?;
        entries.push((entry.file_name().into_vec(), entry.metadata().map_or(0, |file| file.mode())));
    }
    entries.sort();
    Ok(entries)
}

fn read_file(path: &Path, most: u64) -> Answer {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) => return Answer::Failed(errno(&error)),
    };
    let mut text = Vec::new();
    match file.take(most.saturating_add(1)).read_to_end(&mut text) {
        Ok(n) if n as u64 > most => Answer::Cut(libc::ENOMEM),
        Ok(_) => Answer::Bytes(text),
        Err(error) => Answer::Cut(errno(&error)),
    }
}

fn write_file(path: &Path, bytes: &[u8], mode: u32) -> Answer {
    match open(path, libc::O_WRONLY | libc::O_CREAT | libc::O_TRUNC, mode) {
        Ok(mut file) => match file.write_all(bytes) {
            Ok(()) => Answer::Done,
            Err(error) => Answer::Cut(errno(&error)),
        },
        Err(error) => Answer::Failed(errno(&error)),
    }
}

fn lookup(name: &str) -> Answer {
    match (name, 0).to_socket_addrs() {
        Ok(found) => {
            let mut addresses: Vec<IpAddr> = Vec::new();
            for address in found.map(|address| address.ip()) {
                if !addresses.contains(&address) {
                    addresses.push(address);
                }
            }
            Answer::Addresses(addresses)
        }
        // The resolver's errors have no numbers of the system: the name is not known, or nobody could be asked.
        Err(error) => match error.raw_os_error() {
            Some(number) => Answer::Failed(number),
            None => Answer::Addresses(Vec::new()),
        },
    }
}

/// Whether an open file is waited for like a socket, if the reactor takes it: everything but what lies on a disk.
pub(super) fn may_be_polled(file: &File) -> bool {
    file.metadata().is_ok_and(|file| {
        let kind = file.file_type();
        kind.is_fifo() || kind.is_char_device() || kind.is_socket()
    })
}
