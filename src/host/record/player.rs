//! The host that repeats.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::wire::{Bytes, Wire};
use super::{About, Call, MAGIC, Sum, digest};
use crate::host::{
    Address, Answer, Direction, Errno, Fact, Handle, Host, IoEvent, Job, JobId, Request, SIGNALLED,
    SignalUse, SocketKind, SocketOption, Spawn,
};

/// What is read.
struct Log {
    bytes: Vec<u8>,
    at: usize,
    /// The recording has all that was written of it.
    whole: bool,
    /// Entries that were read.
    entries: u64,
    clock: i64,
    /// Why the answers come to an end.
    failed: Option<String>,
    /// The status with which the run was ended from outside, where the recording ends.
    stopped: Option<i32>,
    interrupt: Arc<AtomicBool>,
}

impl Log {
    /// The next answer to this call; nothing if the recording has none, which ends the run.
    fn answer<T: Wire>(&mut self, call: Call, wanted: Option<u32>) -> Option<T> {
        if self.failed.is_some() || self.stopped.is_some() {
            return None;
        }
        let mut from = Bytes(&self.bytes[self.at..]);
        let Some(tag) = from.byte() else {
            return self.fail(format!("it is cut off, after {} entries", self.entries));
        };
        let then = Call::of(tag);
        if then == Some(Call::End) {
            let status = i32::get(&mut from);
            return match status {
                // A signal may come at any place; that it did so here is as good as can be told.
                Some(status) if status > SIGNALLED && self.whole => self.stop(status),
                _ => self.differs(format!("the run ended here, and now it {}", call.words())),
            };
        }
        if then != Some(call) {
            if let Some(status) = self.ends_from_outside() {
                return self.stop(status);
            }
            let then = then.map_or("does something unknown", Call::words);
            return self.differs(format!("it {then} here, and now it {}", call.words()));
        }
        if let Some(wanted) = wanted {
            match u32::get(&mut from) {
                None => return self.cut(),
                Some(digest) if digest != wanted => {
                    return self.differs(format!("it {} here, but something else", call.words()));
                }
                Some(_) => {}
            }
        }
        match T::get(&mut from) {
            Some(answer) => {
                self.at = self.bytes.len() - from.0.len();
                self.entries += 1;
                Some(answer)
            }
            None => self.cut(),
        }
    }

    /// The status of a run that a signal has ended here, if nothing but the writing out of what was printed came after.
    fn ends_from_outside(&self) -> Option<i32> {
        let mut from = Bytes(&self.bytes[self.at..]);
        let mut call = Call::of(from.byte()?)?;
        while call == Call::Flush {
            u32::get(&mut from)?;
            Result::<(), Errno>::get(&mut from)?.ok()?;
            call = Call::of(from.byte()?)?;
        }
        i32::get(&mut from).filter(|&status| call == Call::End && self.whole && status > SIGNALLED)
    }

    fn stop<T>(&mut self, status: i32) -> Option<T> {
        self.stopped = Some(status);
        self.interrupt.store(true, Ordering::Relaxed);
        None
    }

    fn cut<T>(&mut self) -> Option<T> {
        self.fail(format!("entry {} is cut off or damaged", self.entries + 1))
    }

    fn differs<T>(&mut self, what: String) -> Option<T> {
        self.fail(format!("the program does not do what it did: {what} (entry {})", self.entries + 1))
    }

    fn fail<T>(&mut self, why: String) -> Option<T> {
        self.failed = Some(why);
        self.interrupt.store(true, Ordering::Relaxed);
        None
    }
}

/// Whether the sum at the end of a recording is that of what stands before it.
fn is_whole(bytes: &[u8]) -> bool {
    let Some((before, stated)) = bytes.len().checked_sub(Sum::SIZE).map(|at| bytes.split_at(at)) else {
        return false;
    };
    let mut sum = Sum::new();
    sum.add(before);
    stated == sum.0.to_le_bytes()
}

/// A recording that is being played: for who starts the run, and wants to know if it was the same.
pub struct Playback(Rc<RefCell<Log>>);

impl Playback {
    /// Whether the run, which has ended with this status, was the one that was recorded. Gives the status that it had then.
    ///
    /// # Errors
    /// It was not, and why.
    pub fn verdict(&self, status: i32) -> Result<i32, String> {
        let mut log = self.0.borrow_mut();
        if let Some(why) = log.failed.take() {
            return Err(why);
        }
        if let Some(status) = log.stopped {
            return Ok(status);
        }
        let mut from = Bytes(&log.bytes[log.at..]);
        let then = from.byte();
        let recorded = i32::get(&mut from);
        match (then.map(Call::of), recorded) {
            _ if !log.whole && then.is_some() => Err("it is damaged".to_owned()),
            (None, _) => Err(format!("it is cut off, after {} entries", log.entries)),
            (Some(Some(Call::End)), Some(recorded)) if recorded == status => Ok(status),
            (Some(Some(Call::End)), Some(recorded)) => Err(format!(
                "the program does not do what it did: its status was {recorded}, and is {status}"
            )),
            (Some(Some(Call::End)), None) => Err("its end is cut off".to_owned()),
            (Some(Some(call)), _) => {
                Err(format!("the program does not do what it did: it ends, and then it {}", call.words()))
            }
            (Some(None), _) => Err(format!("entry {} is damaged", log.entries + 1)),
        }
    }
}

/// A host that gives the answers of a recording.
pub struct Player {
    /// Where what the program prints is shown.
    screen: Box<dyn Host>,
    log: Rc<RefCell<Log>>,
}

impl Player {
    /// Opens a recording. What the program prints is printed by `screen`, which is asked for nothing else but the arguments, and
    /// for the flag by which the run is interrupted.
    ///
    /// # Errors
    /// It is no recording, or too short to say of what.
    pub fn open(bytes: Vec<u8>, screen: Box<dyn Host>) -> Result<(About, Player, Playback), String> {
        let (about, at) = Player::about(&bytes)?;
        let whole = is_whole(&bytes);
        let interrupt = screen.interrupt();
        let log = Log { bytes, at, whole, entries: 0, clock: 0, failed: None, stopped: None, interrupt };
        let log = Rc::new(RefCell::new(log));
        Ok((about, Player { screen, log: log.clone() }, Playback(log)))
    }

    /// What a recording was made of, and where its entries begin.
    ///
    /// # Errors
    /// As for [`open`](Self::open).
    pub fn about(bytes: &[u8]) -> Result<(About, usize), String> {
        let mut from = Bytes(bytes.strip_prefix(MAGIC).ok_or_else(|| {
            if MAGIC.starts_with(bytes) && !bytes.is_empty() {
                "it is cut off at its beginning"
            } else {
                "it is no recording"
            }
        })?);
        let about = About::get(&mut from).ok_or("it is cut off at its beginning")?;
        Ok((about, bytes.len() - from.0.len()))
    }

    fn answer<T: Wire>(&self, call: Call, digest: u32) -> Option<T> {
        self.log.borrow_mut().answer(call, Some(digest))
    }

    /// The answer of a call that may fail; if there is none, it fails.
    fn result<T: Wire>(&self, call: Call, digest: u32) -> Result<T, Errno> {
        self.answer(call, digest).unwrap_or(Err(libc::EIO))
    }

    fn io(&self, call: Call, digest: u32) -> io::Result<()> {
        self.result(call, digest).map_err(io::Error::from_raw_os_error)
    }

    /// The same for what is read into a buffer.
    fn fill(&self, call: Call, digest: u32, buffer: &mut [u8]) -> Result<usize, Errno> {
        let bytes: Vec<u8> = self.result(call, digest)?;
        self.copy(&bytes, buffer)
    }

    fn copy(&self, bytes: &[u8], buffer: &mut [u8]) -> Result<usize, Errno> {
        let Some(place) = buffer.get_mut(..bytes.len()) else {
            self.log.borrow_mut().cut::<()>();
            return Err(libc::EIO);
        };
        place.copy_from_slice(bytes);
        Ok(bytes.len())
    }
}

impl Host for Player {
    fn write_stdout(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.io(Call::WriteStdout, digest(bytes))?;
        // Whether it can be shown now is not what the program learns.
        let _ = self.screen.write_stdout(bytes);
        Ok(())
    }

    fn write_stderr(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.io(Call::WriteStderr, digest(bytes))?;
        let _ = self.screen.write_stderr(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.screen.flush();
        self.io(Call::Flush, 0)
    }

    fn read_stdin(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.fill(Call::ReadStdin, digest(buffer.len()), buffer).map_err(io::Error::from_raw_os_error)
    }

    fn args(&self) -> &[String] {
        self.screen.args()
    }

    fn environ(&self) -> Vec<String> {
        self.answer(Call::Environ, 0).unwrap_or_default()
    }

    fn wall(&self) -> (i64, u32) {
        self.answer(Call::Wall, 0).unwrap_or_default()
    }

    fn mono(&self) -> i64 {
        let mut log = self.log.borrow_mut();
        let passed: i64 = log.answer(Call::Mono, None).unwrap_or(0);
        log.clock = log.clock.wrapping_add(passed);
        log.clock
    }

    fn glance(&self) -> i64 {
        self.log.borrow().clock
    }

    fn poll(&mut self, wait: Option<i64>, events: &mut Vec<IoEvent>) {
        if wait != Some(0) {
            let _ = self.screen.flush();
        }
        events.extend(self.answer::<Vec<IoEvent>>(Call::Poll, digest(wait)).unwrap_or_default());
    }

    fn interrupt(&self) -> Arc<AtomicBool> {
        self.screen.interrupt()
    }

    fn random(&mut self) -> u64 {
        self.answer(Call::Random, 0).unwrap_or_default()
    }

    fn read(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.fill(Call::Read, digest((handle, buffer.len())), buffer)
    }

    fn write(&mut self, handle: Handle, bytes: &[u8]) -> Result<usize, Errno> {
        self.result(Call::Write, digest((handle, bytes)))
    }

    fn accept(&mut self, handle: Handle) -> Result<(Handle, Address), Errno> {
        self.result(Call::Accept, digest(handle))
    }

    fn listen(&mut self, kind: SocketKind, address: &Address) -> Result<Handle, Errno> {
        self.result(Call::Listen, digest((kind, address)))
    }

    fn connect(&mut self, kind: SocketKind, local: &Address, to: &Address) -> Result<Handle, Errno> {
        self.result(Call::Connect, digest((kind, local, to)))
    }

    fn connected(&mut self, handle: Handle) -> Result<(), Errno> {
        self.result(Call::Connected, digest(handle))
    }

    fn receive_from(&mut self, handle: Handle, buffer: &mut [u8]) -> Result<(usize, Address), Errno> {
        let (bytes, from): (Vec<u8>, Address) =
            self.result(Call::ReceiveFrom, digest((handle, buffer.len())))?;
        Ok((self.copy(&bytes, buffer)?, from))
    }

    fn send_to(&mut self, handle: Handle, bytes: &[u8], to: &Address) -> Result<usize, Errno> {
        self.result(Call::SendTo, digest((handle, bytes, to)))
    }

    fn ready(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        self.result(Call::Ready, digest((handle, direction)))
    }

    fn shutdown(&mut self, handle: Handle, direction: Direction) -> Result<(), Errno> {
        self.result(Call::Shutdown, digest((handle, direction)))
    }

    fn addresses(&mut self, handle: Handle) -> Result<(Address, Address), Errno> {
        self.result(Call::Addresses, digest(handle))
    }

    fn set_option(&mut self, handle: Handle, option: SocketOption) -> Result<(), Errno> {
        self.result(Call::SetOption, digest((handle, option)))
    }

    fn pipe(&mut self) -> Result<(Handle, Handle), Errno> {
        self.result(Call::Pipe, 0)
    }

    fn close(&mut self, handle: Handle) -> Result<(), Errno> {
        self.result(Call::Close, digest(handle))
    }

    fn submit(&mut self, job: Job) -> Result<JobId, Errno> {
        self.result(Call::Submit, digest(&job))
    }

    fn perform(&mut self, job: Job) -> Result<Answer, Job> {
        match self.answer::<Option<Answer>>(Call::Perform, digest(&job)) {
            Some(Some(answer)) => Ok(answer),
            Some(None) => Err(job),
            None => Ok(Answer::Failed(libc::EIO)),
        }
    }

    fn reaches_outside(&mut self, handles: &[Handle]) -> bool {
        self.answer(Call::ReachesOutside, digest(handles)).unwrap_or_default()
    }

    fn use_signal(&mut self, signal: i32, usage: SignalUse) -> Result<(), Errno> {
        self.result(Call::UseSignal, digest((signal, usage)))
    }

    fn fact(&mut self, fact: &Fact) -> Result<Vec<u8>, Errno> {
        self.result(Call::Fact, digest(fact))
    }

    fn request(&mut self, request: &Request) -> Result<Vec<i64>, Errno> {
        self.result(Call::Request, digest(request))
    }

    fn spawn(&mut self, spawn: &Spawn) -> Result<u32, Errno> {
        self.result(Call::Spawn, digest(spawn))
    }

    fn send_signal(&mut self, process: i64, signal: i32) -> Result<(), Errno> {
        self.result(Call::SendSignal, digest((process, signal)))
    }

    fn change_dir(&mut self, dir: &[u8]) -> Result<(), Errno> {
        self.result(Call::ChangeDir, digest(dir))
    }
}
