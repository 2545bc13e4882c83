//! Open files, by numbers of our own.
//!
//! Invariants
//! - Numbers 0 to 2 are the streams of the host and never in the table; others count from 3.
//! - A number is free again when its file is closed; the lowest free one is taken first, as the system does.
//! - Every failure is an error number of the system.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// An error number of the system.
pub type Errno = i32;

/// The number of the first file.
const FIRST: usize = 3;

/// The error number of a failure.
pub fn errno(error: &io::Error) -> Errno {
    let number = error.raw_os_error().unwrap_or(match error.kind() {
        io::ErrorKind::InvalidInput => libc::EINVAL,
        io::ErrorKind::BrokenPipe => libc::EPIPE,
        io::ErrorKind::WriteZero => libc::ENOSPC,
        io::ErrorKind::Interrupted => libc::EINTR,
        _ => libc::EIO,
    });
    if number == 0 { libc::EIO } else { number }
}

/// The files that a program has open.
#[derive(Debug, Default)]
pub struct Files {
    table: Vec<Option<File>>,
}

impl Files {
    /// Opens a file; `flags` and `mode` are those of open(2).
    ///
    /// # Errors
    /// What the system says; EINVAL for a path with a zero byte.
    pub fn open(&mut self, path: &Path, flags: i32, mode: u32) -> Result<i64, Errno> {
        let access = flags & libc::O_ACCMODE;
        let (read, write) = (access != libc::O_WRONLY, access != libc::O_RDONLY);
        let append = flags & libc::O_APPEND != 0;
        let file = OpenOptions::new()
            .read(read)
            .write(write && !append)
            .append(write && append)
            .truncate(write && !append && flags & libc::O_TRUNC != 0)
            .create(write && flags & libc::O_CREAT != 0)
            .create_new(write && flags & libc::O_CREAT != 0 && flags & libc::O_EXCL != 0)
            .mode(mode)
            .custom_flags(flags & (libc::O_SYNC | if write { 0 } else { libc::O_CREAT | libc::O_EXCL }))
            .open(path)
            .map_err(|e| errno(&e))?;
        let place = match self.table.iter().position(Option::is_none) {
            Some(place) => place,
            None => {
                self.table.push(None);
                self.table.len() - 1
            }
        };
        self.table[place] = Some(file);
        Ok((place + FIRST) as i64)
    }

    fn file(&mut self, fd: i64) -> Result<&mut File, Errno> {
        let place = usize::try_from(fd).ok().and_then(|fd| fd.checked_sub(FIRST));
        place.and_then(|place| self.table.get_mut(place)?.as_mut()).ok_or(libc::EBADF)
    }

    /// Reads some bytes; 0 at the end.
    ///
    /// # Errors
    /// What the system says; EBADF for a number that is not open.
    pub fn read(&mut self, fd: i64, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.file(fd)?.read(buffer).map_err(|e| errno(&e))
    }

    /// Writes all bytes.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    pub fn write(&mut self, fd: i64, bytes: &[u8]) -> Result<(), Errno> {
        self.file(fd)?.write_all(bytes).map_err(|e| errno(&e))
    }

    /// Moves to another place: where that is.
    ///
    /// # Errors
    /// As for [`read`](Self::read); EINVAL for a place before the start.
    pub fn seek(&mut self, fd: i64, to: SeekFrom) -> Result<u64, Errno> {
        self.file(fd)?.seek(to).map_err(|e| errno(&e))
    }

    /// What the system knows of a file.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    pub fn metadata(&mut self, fd: i64) -> Result<Metadata, Errno> {
        self.file(fd)?.metadata().map_err(|e| errno(&e))
    }

    /// Sets the size.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    pub fn truncate(&mut self, fd: i64, size: u64) -> Result<(), Errno> {
        self.file(fd)?.set_len(size).map_err(|e| errno(&e))
    }

    /// Waits until all is on the disk.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    pub fn sync(&mut self, fd: i64) -> Result<(), Errno> {
        self.file(fd)?.sync_all().map_err(|e| errno(&e))
    }

    /// Closes a file.
    ///
    /// # Errors
    /// EBADF for a number that is not open.
    pub fn close(&mut self, fd: i64) -> Result<(), Errno> {
        self.file(fd)?;
        self.table[fd as usize - FIRST] = None;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_number_is_taken_first_and_closed_ones_are_bad() {
        let mut files = Files::default();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert_eq!(files.open(&path, libc::O_RDONLY, 0), Ok(3));
        assert_eq!(files.open(&path, libc::O_RDONLY, 0), Ok(4));
        assert_eq!(files.close(3), Ok(()));
        assert_eq!(files.close(3), Err(libc::EBADF));
        assert_eq!(files.read(3, &mut [0]), Err(libc::EBADF));
        assert_eq!(files.open(&path, libc::O_RDONLY, 0), Ok(3));
        assert_eq!(files.read(1, &mut [0]), Err(libc::EBADF));
        assert_eq!(files.open(Path::new("no such file"), libc::O_RDONLY, 0), Err(libc::ENOENT));
        assert_eq!(files.open(&path, libc::O_CREAT | libc::O_EXCL | libc::O_WRONLY, 0), Err(libc::EEXIST));
    }
}
