//! Work with names and open files that programs ask the system for directly, in its own terms.

use std::fs::File;
use std::io;

use rustix::fs::{self, Access, CWD, FileType, FlockOperation, Gid, Mode, StatFs, Uid};

use super::handles::number;
use super::jobs::{Answer, PathBytes, as_path, done};

/// Work with a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NameJob {
    /// Whether the process may use a file so; `mode` as for access(2). [`Answer::Done`].
    Access { path: PathBytes, mode: u32 },
    /// Makes a special file; kind and permissions as in stat(2). [`Answer::Done`].
    Make { path: PathBytes, mode: u32, device: u64 },
    /// The fields of statfs(2). [`Answer::Numbers`].
    Statfs { path: PathBytes },
    /// Removes a file. [`Answer::Done`].
    Unlink { path: PathBytes },
    /// Removes an empty directory. [`Answer::Done`].
    RemoveDir { path: PathBytes },
    /// Gives a file another name, of which an empty directory may be bereft. [`Answer::Done`].
    Rename { from: PathBytes, to: PathBytes },
}

/// Does a job.
pub(super) fn perform(job: &NameJob) -> Answer {
    done(match job {
        NameJob::Access { path, mode } => access(path, *mode),
        NameJob::Make { path, mode, device } => make(path, *mode, *device),
        NameJob::Statfs { path } => return statfs_answer(fs::statfs(as_path(path))),
        NameJob::Unlink { path } => fs::unlink(as_path(path)).map_err(Into::into),
        NameJob::RemoveDir { path } => fs::rmdir(as_path(path)).map_err(Into::into),
        NameJob::Rename { from, to } => fs::rename(as_path(from), as_path(to)).map_err(Into::into),
    })
}

fn access(path: &[u8], mode: u32) -> io::Result<()> {
    if mode > 7 {
        return Err(io::Error::from_raw_os_error(libc::EINVAL));
    }
    Ok(fs::access(as_path(path), Access::from_bits_retain(mode as _))?)
}

#[cfg(not(target_vendor = "apple"))]
fn make(path: &[u8], mode: u32, device: u64) -> io::Result<()> {
    // Without a kind it is an ordinary file.
    let kind = if mode & libc::S_IFMT == 0 { libc::S_IFREG } else { mode };
    let permissions = Mode::from_bits_retain(mode & !libc::S_IFMT);
    Ok(fs::mknodat(CWD, as_path(path), FileType::from_raw_mode(kind), permissions, device)?)
}

#[cfg(target_vendor = "apple")]
fn make(_: &[u8], _: u32, _: u64) -> io::Result<()> {
    Err(io::Error::from_raw_os_error(libc::ENOSYS))
}

/// Sets the owner of an open file.
pub(super) fn chown(file: &File, user: i64, group: i64) -> io::Result<()> {
    let id = |id: i64| u32::try_from(id).ok();
    Ok(fs::fchown(file, id(user).map(Uid::from_raw), id(group).map(Gid::from_raw))?)
}

/// Locks an open file, or gives the lock back.
pub(super) fn lock(file: &File, operation: i32) -> Answer {
    let operation = match operation {
        libc::LOCK_SH => FlockOperation::LockShared,
        libc::LOCK_EX => FlockOperation::LockExclusive,
        libc::LOCK_UN => FlockOperation::Unlock,
        _ => match operation ^ libc::LOCK_NB {
            libc::LOCK_SH => FlockOperation::NonBlockingLockShared,
            libc::LOCK_EX => FlockOperation::NonBlockingLockExclusive,
            libc::LOCK_UN => FlockOperation::NonBlockingUnlock,
            _ => return Answer::Failed(libc::EINVAL),
        },
    };
    loop {
        match fs::flock(file, operation) {
            Err(rustix::io::Errno::INTR) => {}
            result => return done(result.map_err(Into::into)),
        }
    }
}

/// What statfs(2) says: kind, sizes, counts, the words of the file system's number (unknown here), length of names, flags.
#[cfg(target_os = "linux")]
pub(super) fn statfs_answer(result: Result<StatFs, rustix::io::Errno>) -> Answer {
    match result {
        Ok(of) => {
            let counts = [of.f_blocks, of.f_bfree, of.f_bavail, of.f_files, of.f_ffree].map(|n| n as i64);
            let mut numbers = vec![of.f_type, of.f_bsize];
            numbers.extend(counts);
            numbers.extend([of.f_namelen, of.f_frsize, of.f_flags]);
            Answer::Numbers(numbers)
        }
        Err(error) => Answer::Failed(number(error)),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn statfs_answer(_: Result<StatFs, rustix::io::Errno>) -> Answer {
    Answer::Failed(libc::ENOSYS)
}
