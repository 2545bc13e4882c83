//! The natives of package syscall that files and processes by name do not share with package os: descriptors, limits, and what
//! the system says at once. Those give their numbers in a slice, and an error number, 0 for none.

use super::os::{self, answer};
use super::poll::{self, settle};
use super::{Block, Done, NativeCx, NativeResult, Row};
use crate::host::{Answer, Errno, Fact, FileJob, Handle, Job, NameJob, Request};
use crate::syscall::SystemCall;

/// The functions without body of `stdlib/syscall` that are here.
pub const TABLE: &[Row] = &[
    ("os.descriptor", descriptor),
    ("phasync.descriptor", descriptor),
    ("runtime/debug.descriptor", descriptor),
    ("os.setBlocking", set_blocking),
    ("net.descriptor", descriptor),
    ("net.duplicate", duplicate),
    ("net.setBlocking", set_blocking),
    ("syscall.access", access),
    ("syscall.becomeSession", |cx| request(cx, Request::NewSession)),
    ("syscall.changeDirTo", |cx| {
        let handle = os::file(cx);
        request(cx, Request::ChangeDir(handle))
    }),
    ("syscall.chtimes", os::chtimes),
    ("syscall.closeHandle", poll::close),
    ("syscall.descriptor", descriptor),
    ("syscall.duplicate", duplicate),
    ("syscall.fchmod", os::file_chmod),
    ("syscall.fchown", fchown),
    ("syscall.flock", flock),
    ("syscall.fsync", os::sync),
    ("syscall.ftruncate", os::truncate),
    ("syscall.groupOf", |cx| {
        let process = cx.int();
        request(cx, Request::Group(process))
    }),
    ("syscall.groups", |cx| request(cx, Request::Groups)),
    ("syscall.limit", |cx| {
        let resource = int32(cx);
        request(cx, Request::Limit(resource))
    }),
    ("syscall.makeNode", make_node),
    ("syscall.memory", |cx| request(cx, Request::Memory)),
    ("syscall.nice", |cx| {
        let (which, who) = (int32(cx), cx.int());
        request(cx, Request::Nice { which, who })
    }),
    ("syscall.openFile", os::open),
    ("syscall.openPipe", |cx| {
        let flags = int32(cx);
        request(cx, Request::Pipe { flags })
    }),
    ("syscall.pause", |cx| {
        let nanos = cx.int();
        Ok(Block(SystemCall::Sleep(nanos)))
    }),
    ("syscall.readFile", os::read),
    ("syscall.readReady", read_ready),
    ("syscall.readWaiting", read_waiting),
    ("syscall.removeDir", |cx| by_name(cx, |path| NameJob::RemoveDir { path })),
    ("syscall.rename", rename),
    ("syscall.seek", os::seek),
    ("syscall.setBlocking", set_blocking),
    ("syscall.setGroup", |cx| {
        let (process, group) = (cx.int(), cx.int());
        request(cx, Request::SetGroup { process, group })
    }),
    ("syscall.setInherited", |cx| {
        let (handle, inherited) = (os::file(cx), cx.bool());
        request(cx, Request::SetInherited { handle, inherited })
    }),
    ("syscall.setLimit", |cx| {
        let (resource, current, maximum) = (int32(cx), cx.uint(), cx.uint());
        request(cx, Request::SetLimit { resource, current, maximum })
    }),
    ("syscall.setNice", |cx| {
        let (which, who, nice) = (int32(cx), cx.int(), int32(cx));
        request(cx, Request::SetNice { which, who, nice })
    }),
    ("syscall.spawn", os::spawn),
    ("syscall.statHandle", os::file_stat),
    ("syscall.statfs", |cx| {
        let path = cx.str();
        numbers(cx, || Job::Name(NameJob::Statfs { path: path.to_vec() }))
    }),
    ("syscall.statfsHandle", |cx| {
        let handle = os::file(cx);
        numbers(cx, || Job::File(handle, FileJob::Statfs))
    }),
    ("syscall.thread", |cx| request(cx, Request::Thread)),
    ("syscall.ticks", |cx| request(cx, Request::Times)),
    ("syscall.umask", |cx| {
        let mask = cx.uint() as u32;
        request(cx, Request::Umask(mask))
    }),
    ("syscall.unlink", |cx| by_name(cx, |path| NameJob::Unlink { path })),
    ("syscall.uname", |cx| {
        let fields = cx.host().fact(&Fact::Uname);
        os::ret_text(cx, fields)
    }),
    ("syscall.usage", |cx| {
        let who = int32(cx);
        request(cx, Request::Usage(who))
    }),
    ("syscall.waitFor", |cx| {
        let (process, options) = (cx.int(), int32(cx));
        numbers(cx, || Job::WaitFor { process, options })
    }),
    ("syscall.wall", |cx| {
        let (seconds, nanos) = cx.wall();
        cx.ret_int(seconds);
        cx.ret_int(i64::from(nanos));
        Ok(Done)
    }),
    ("syscall.writeFile", os::write),
    ("syscall.writeReady", write_ready),
    ("syscall.writeStream", os::write_stream),
    ("syscall.writeWaiting", write_waiting),
];

/// The next argument, an `int` that the system has in 32 bits: what does not fit is nothing that it knows.
fn int32(cx: &mut NativeCx<'_>) -> i32 {
    i32::try_from(cx.int()).unwrap_or(i32::MIN)
}

fn ret_numbers(cx: &mut NativeCx<'_>, numbers: Result<Vec<i64>, Errno>) -> NativeResult {
    cx.ret_ints(numbers.as_deref().unwrap_or_default())?;
    cx.ret_int(numbers.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// Asks for something that never waits.
fn request(cx: &mut NativeCx<'_>, request: Request) -> NativeResult {
    let numbers = cx.host().request(&request);
    ret_numbers(cx, numbers)
}

/// `func descriptor(fd int) (numbers []int, errno int)`: a handle, and how it is read and written.
fn descriptor(cx: &mut NativeCx<'_>) -> NativeResult {
    let descriptor = cx.int();
    request(cx, Request::Descriptor(descriptor))
}

/// `func setBlocking(handle int, blocking bool) (numbers []int, errno int)`
fn set_blocking(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, blocking) = (os::file(cx), cx.bool());
    request(cx, Request::SetBlocking { handle, blocking })
}

/// Does a job that gives numbers.
fn numbers(cx: &mut NativeCx<'_>, job: impl FnOnce() -> Job) -> NativeResult {
    let answer = answer!(cx, job());
    let numbers = os::value(answer, |answer| match answer {
        Answer::Numbers(numbers) => Some(numbers),
        _ => None,
    });
    ret_numbers(cx, numbers)
}

/// `func(name string) (errno int)`
fn by_name(cx: &mut NativeCx<'_>, job: impl FnOnce(Vec<u8>) -> NameJob) -> NativeResult {
    let path = cx.str();
    os::status(cx, || Job::Name(job(path.to_vec())))
}

/// `func access(name string, mode uint32) (errno int)`
fn access(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, mode) = (cx.str(), cx.uint() as u32);
    os::status(cx, || Job::Name(NameJob::Access { path: path.to_vec(), mode }))
}

/// `func makeNode(name string, mode uint32, device int) (errno int)`
fn make_node(cx: &mut NativeCx<'_>) -> NativeResult {
    let (path, mode, device) = (cx.str(), cx.uint() as u32, cx.uint());
    os::status(cx, || Job::Name(NameJob::Make { path: path.to_vec(), mode, device }))
}

/// `func rename(from, to string) (errno int)`
fn rename(cx: &mut NativeCx<'_>) -> NativeResult {
    let (from, to) = (cx.str(), cx.str());
    os::status(cx, || Job::Name(NameJob::Rename { from: from.to_vec(), to: to.to_vec() }))
}

/// `func fchown(handle, user, group int) (errno int)`
fn fchown(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, user, group) = (os::file(cx), cx.int(), cx.int());
    os::status(cx, || Job::File(handle, FileJob::Chown { user, group }))
}

/// `func flock(handle, how int) (errno int)`
fn flock(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, operation) = (os::file(cx), int32(cx));
    os::status(cx, || Job::File(handle, FileJob::Lock { operation }))
}

/// `func duplicate(handle, to, flags int) (numbers []int, errno int)`: at the lowest descriptor if `to` is negative.
fn duplicate(cx: &mut NativeCx<'_>) -> NativeResult {
    let (of, to, flags) = (os::file(cx), cx.int(), int32(cx));
    request(cx, Request::Duplicate { of, to: (to >= 0).then_some(to), flags })
}

/// `func readWaiting(handle int, b []byte) (n, errno int)`: of the reactor's, waits until something is there.
fn read_waiting(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, b) = (os::file(cx), cx.slice());
    let result = cx.read_into(handle, b);
    settle(cx, result.map(|n| [n]))
}

/// `func writeWaiting(handle int, b []byte) (n, errno int)`: some of the bytes.
fn write_waiting(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, b) = (os::file(cx), cx.slice());
    let result = cx.write_from(handle, b);
    settle(cx, result.map(|n| [n]))
}

fn ret_count(cx: &mut NativeCx<'_>, result: Result<usize, Errno>) -> NativeResult {
    cx.ret_uint(result.map_or(0, |n| n as u64));
    cx.ret_int(result.map_or_else(i64::from, |_| 0));
    Ok(Done)
}

/// `func readReady(handle int, b []byte) (n, errno int)`: as `readWaiting`, but gives EAGAIN if nothing is there.
fn read_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, b) = (os::file(cx), cx.slice());
    let buffer = cx.mem().bytes_mut(b.addr, b.len);
    let result = cx.host().read(handle, buffer);
    ret_count(cx, result)
}

/// `func writeReady(handle int, b []byte) (n, errno int)`
fn write_ready(cx: &mut NativeCx<'_>) -> NativeResult {
    let (handle, bytes): (Handle, _) = (os::file(cx), cx.bytes());
    let result = cx.host().write(handle, bytes);
    ret_count(cx, result)
}
