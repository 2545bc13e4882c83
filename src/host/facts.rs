//! What the system says about itself, and where a program is.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::Path;

use super::{Errno, Fact, ProcessId, errno};

/// Where systems keep the time zone database.
const ZONE_FOLDERS: [&str; 4] =
    ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"];

/// A file of the database is much smaller.
const ZONE_FILE_LIMIT: u64 = 1 << 20;

/// Asks the system.
pub(super) fn ask(fact: &Fact) -> Result<Vec<u8>, Errno> {
    let answer = match fact {
        Fact::WorkingDir => env::current_dir().map(|dir| dir.into_os_string().into_vec()),
        Fact::Executable => env::current_exe().map(|path| path.into_os_string().into_vec()),
        Fact::Hostname => {
            let name = fs::read("/proc/sys/kernel/hostname").or_else(|_| fs::read("/etc/hostname"));
            name.map(|name| name.trim_ascii().to_vec())
        }
        Fact::Uname => Ok(uname()),
        Fact::Id(which) => id(*which),
        Fact::Zone(name) => zone(Path::new(OsStr::from_bytes(name))),
    };
    answer.map_err(|error| errno(&error))
}

/// The name and version of the system, and of the machine.
fn uname() -> Vec<u8> {
    let name = rustix::system::uname();
    let mut fields = vec![name.sysname(), name.nodename(), name.release(), name.version(), name.machine()];
    #[cfg(target_os = "linux")]
    fields.push(name.domainname());
    fields.iter().flat_map(|field| field.to_bytes_with_nul()).copied().collect()
}

/// A number of the process.
fn id(which: ProcessId) -> io::Result<Vec<u8>> {
    let (name, place) = match which {
        ProcessId::Own => return Ok(std::process::id().to_string().into_bytes()),
        ProcessId::Parent => return Ok(std::os::unix::process::parent_id().to_string().into_bytes()),
        ProcessId::User => ("Uid:", 0),
        ProcessId::EffectiveUser => ("Uid:", 1),
        ProcessId::Group => ("Gid:", 0),
        ProcessId::EffectiveGroup => ("Gid:", 1),
    };
    // A line of numbers in the process's status file: real, effective, ...
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().nth(place));
    number.map(|number| number.as_bytes().to_vec()).ok_or_else(|| io::Error::from_raw_os_error(libc::ENOSYS))
}

/// Goes to another directory.
pub(super) fn change_dir(dir: &[u8]) -> Result<(), Errno> {
    env::set_current_dir(Path::new(OsStr::from_bytes(dir))).map_err(|error| errno(&error))
}

/// A file of the time zone database, by name or absolute path.
fn zone(name: &Path) -> io::Result<Vec<u8>> {
    let read = |path: &Path| -> io::Result<Vec<u8>> {
        let file = fs::metadata(path)?;
        if !file.is_file() || file.len() > ZONE_FILE_LIMIT {
            return Err(io::Error::from_raw_os_error(libc::ENOENT));
        }
        fs::read(path)
    };
    if name.is_absolute() {
        return read(name);
    }
    let found = ZONE_FOLDERS.iter().find_map(|folder| read(&Path::new(folder).join(name)).ok());
    found.ok_or_else(|| io::Error::from_raw_os_error(libc::ENOENT))
}
