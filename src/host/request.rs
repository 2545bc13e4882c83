//! What a program asks of the system at once: about processes and limits, and about what its descriptors lead to.

use std::fs;

use rustix::process::{self, Pid, Resource, Rlimit};

use super::handles::number;
use super::{Errno, Handle, errno};

/// A question or order to the system that never waits. The answer is a list of numbers.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Request {
    /// Sets the permissions that new files do not get; gives those before.
    Umask(u32),
    /// The limit of a resource, and how far it may be raised.
    Limit(i32),
    /// Sets them.
    SetLimit { resource: i32, current: u64, maximum: u64 },
    /// What processes have used, as getrusage(2) says it: times are seconds and microseconds.
    Usage(i32),
    /// What times(2) says: of the process in user and system mode, of its children, and since some start.
    Times,
    /// The fields of sysinfo(2).
    Memory,
    /// The further groups of the user.
    Groups,
    /// The process group of a process, 0: of this one.
    Group(i64),
    /// Puts a process into a group.
    SetGroup { process: i64, group: i64 },
    /// Begins a session; gives its number.
    NewSession,
    /// How nice a process, group or user is.
    Nice { which: i32, who: i64 },
    /// Sets that.
    SetNice { which: i32, who: i64, nice: i32 },
    /// The number of the thread that runs the program.
    Thread,
    /// What a descriptor leads to: a handle, and how it is read and written ([`Access`]).
    Descriptor(i64),
    /// Opens a pipe of descriptors with these flags of open(2): both handles.
    Pipe { flags: i32 },
    /// Makes another descriptor of the same, the lowest one or the given one: its handle.
    Duplicate { of: Handle, to: Option<i64>, flags: i32 },
    /// Sets whether who reads or writes a descriptor waits.
    SetBlocking { handle: Handle, blocking: bool },
    /// Sets whether programs that are started get a descriptor.
    SetInherited { handle: Handle, inherited: bool },
    /// Goes to an open directory.
    ChangeDir(Handle),
}

/// How a descriptor is read and written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// It is one of the three streams.
    Stream = 0,
    /// By jobs.
    File = 1,
    /// By the reactor, and who reads or writes waits.
    Waits = 2,
    /// By the reactor, and who reads or writes does not wait.
    Tries = 3,
}

/// The number of a process or group that may be 0, which is none.
fn pid(raw: i64) -> Result<Option<Pid>, Errno> {
    let raw = i32::try_from(raw).ok().filter(|raw| *raw >= 0).ok_or(libc::ESRCH)?;
    Ok(Pid::from_raw(raw))
}

/// Whose priority it is, as for getpriority(2).
const PRIORITY_OF_PROCESS: i32 = 0;
const PRIORITY_OF_GROUP: i32 = 1;
const PRIORITY_OF_USER: i32 = 2;

/// The resources that can be limited, by their numbers.
const RESOURCES: [Resource; 10] = [
    Resource::Cpu,
    Resource::Fsize,
    Resource::Data,
    Resource::Stack,
    Resource::Core,
    Resource::Rss,
    Resource::Nproc,
    Resource::Nofile,
    Resource::Memlock,
    Resource::As,
];

fn resource(which: i32) -> Result<Resource, Errno> {
    RESOURCES.iter().copied().find(|resource| *resource as i32 == which).ok_or(libc::EINVAL)
}

/// Answers what concerns no descriptor.
///
/// # Errors
/// What the system says; ENOSYS for what it lacks.
pub(super) fn ask(request: &Request) -> Result<Vec<i64>, Errno> {
    let nothing = |()| Vec::new();
    match *request {
        Request::Umask(mask) => {
            let before = process::umask(rustix::fs::Mode::from_bits_retain((mask & 0o777) as _));
            Ok(vec![i64::from(before.bits())])
        }
        Request::Limit(which) => {
            let Rlimit { current, maximum } = process::getrlimit(resource(which)?);
            Ok([current, maximum].map(|limit| limit.unwrap_or(u64::MAX) as i64).to_vec())
        }
        Request::SetLimit { resource: which, current, maximum } => {
            let [current, maximum] = [current, maximum].map(|limit| (limit != u64::MAX).then_some(limit));
            let limit = Rlimit { current, maximum };
            process::setrlimit(resource(which)?, limit).map(nothing).map_err(number)
        }
        Request::Usage(who) => usage(who),
        Request::Times => times(),
        Request::Memory => memory(),
        Request::Groups => {
            let groups = process::getgroups().map_err(number)?;
            Ok(groups.iter().map(|group| i64::from(group.as_raw())).collect())
        }
        Request::Group(process) => {
            let group = process::getpgid(pid(process)?).map_err(number)?;
            Ok(vec![i64::from(group.as_raw_nonzero().get())])
        }
        Request::SetGroup { process, group } => {
            // Without a group it is that of the process.
            let group = pid(group).map_err(|_| libc::EINVAL)?;
            if group.is_none() && process < 0 {
                return Err(libc::EINVAL);
            }
            process::setpgid(pid(process)?, group).map(nothing).map_err(number)
        }
        Request::NewSession => {
            let session = process::setsid().map_err(number)?;
            Ok(vec![i64::from(session.as_raw_nonzero().get())])
        }
        Request::Nice { which, who } => {
            let nice = match which {
                PRIORITY_OF_PROCESS => process::getpriority_process(pid(who)?),
                PRIORITY_OF_GROUP => process::getpriority_pgrp(pid(who)?),
                PRIORITY_OF_USER => process::getpriority_user(rustix::fs::Uid::from_raw(who as u32)),
                _ => return Err(libc::EINVAL),
            };
            Ok(vec![i64::from(nice.map_err(number)?)])
        }
        Request::SetNice { which, who, nice } => {
            let done = match which {
                PRIORITY_OF_PROCESS => process::setpriority_process(pid(who)?, nice),
                PRIORITY_OF_GROUP => process::setpriority_pgrp(pid(who)?, nice),
                PRIORITY_OF_USER => process::setpriority_user(rustix::fs::Uid::from_raw(who as u32), nice),
                _ => return Err(libc::EINVAL),
            };
            done.map(nothing).map_err(number)
        }
        Request::Thread => thread(),
        Request::Descriptor(_)
        | Request::Pipe { .. }
        | Request::Duplicate { .. }
        | Request::SetBlocking { .. }
        | Request::SetInherited { .. }
        | Request::ChangeDir(_) => Err(libc::ENOSYS),
    }
}

#[cfg(target_os = "linux")]
fn thread() -> Result<Vec<i64>, Errno> {
    Ok(vec![i64::from(rustix::thread::gettid().as_raw_nonzero().get())])
}

#[cfg(not(target_os = "linux"))]
fn thread() -> Result<Vec<i64>, Errno> {
    Err(libc::ENOSYS)
}

#[cfg(target_os = "linux")]
fn memory() -> Result<Vec<i64>, Errno> {
    let info = rustix::system::sysinfo();
    let words = [info.totalram, info.freeram, info.sharedram, info.bufferram, info.totalswap, info.freeswap];
    let mut numbers = vec![info.uptime];
    numbers.extend(info.loads.iter().chain(&words).map(|word| *word as i64));
    numbers.push(i64::from(info.procs));
    numbers.extend([info.totalhigh as i64, info.freehigh as i64, i64::from(info.mem_unit)]);
    Ok(numbers)
}

#[cfg(not(target_os = "linux"))]
fn memory() -> Result<Vec<i64>, Errno> {
    Err(libc::ENOSYS)
}

/// Clock ticks of a second in the files of /proc, and for times(2).
const TICKS: i64 = 100;

/// The numbers of a `stat` file of /proc behind the name of the program, the third field of proc(5) first.
fn stat_fields(path: &str) -> Result<Vec<i64>, Errno> {
    let text = fs::read_to_string(path).map_err(|error| errno(&error))?;
    let (_, fields) = text.rsplit_once(')').ok_or(libc::ENOSYS)?;
    Ok(fields.split_whitespace().map(|field| field.parse().unwrap_or(0)).collect())
}

fn times() -> Result<Vec<i64>, Errno> {
    let fields = stat_fields("/proc/self/stat")?;
    let field = |at: usize| fields.get(at - 3).copied().unwrap_or(0);
    let now = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    let since = now.tv_sec * TICKS + now.tv_nsec * TICKS / 1_000_000_000;
    Ok(vec![field(14), field(15), field(16), field(17), since])
}

/// A number behind a name in a file of /proc, 0 if there is none.
fn named(text: &str, name: &str) -> i64 {
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// What the process, its children or the thread have used. The system says it in files of /proc, the times in clock ticks: so
/// the whole time comes from the clock that counts it, and is divided as the ticks are.
fn usage(who: i32) -> Result<Vec<i64>, Errno> {
    use rustix::time::{ClockId, clock_gettime};
    let (folder, clock) = match who {
        libc::RUSAGE_SELF | libc::RUSAGE_CHILDREN => ("/proc/self", ClockId::ProcessCPUTime),
        1 => ("/proc/thread-self", ClockId::ThreadCPUTime),
        _ => return Err(libc::EINVAL),
    };
    let fields = stat_fields(&format!("{folder}/stat"))?;
    let field = |at: usize| fields.get(at - 3).copied().unwrap_or(0);
    if who == libc::RUSAGE_CHILDREN {
        let mut numbers = vec![0; 18];
        for (at, ticks) in [(0, field(16)), (2, field(17))] {
            (numbers[at], numbers[at + 1]) = (ticks / TICKS, ticks % TICKS * (1_000_000 / TICKS));
        }
        (numbers[8], numbers[9]) = (field(11), field(13));
        return Ok(numbers);
    }
    let read = |name: &str| fs::read_to_string(format!("{folder}/{name}")).unwrap_or_default();
    let (status, io) = (read("status"), read("io"));
    let now = clock_gettime(clock);
    let micros = now.tv_sec * 1_000_000 + now.tv_nsec / 1000;
    let (user, system) = (field(14), field(15));
    let user = if user + system == 0 {
        micros
    } else {
        (i128::from(micros) * i128::from(user) / i128::from(user + system)) as i64
    };
    let (user, system) = (user, micros - user);
    Ok(vec![
        user / 1_000_000,
        user % 1_000_000,
        system / 1_000_000,
        system % 1_000_000,
        named(&status, "VmHWM:"),
        0,
        0,
        0,
        field(10),
        field(12),
        0,
        named(&io, "read_bytes:") / 512,
        named(&io, "write_bytes:") / 512,
        0,
        0,
        0,
    ]
    .into_iter()
    .chain([named(&status, "voluntary_ctxt_switches:"), named(&status, "nonvoluntary_ctxt_switches:")])
    .collect())
}
