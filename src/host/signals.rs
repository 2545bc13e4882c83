//! Signals: they raise flags and wake the reactor, and are taken at its next poll.
//!
//! Invariants
//! - What ends a program by default (interrupt, termination, hang-up) raises the interrupt flag at once, so that a loop that
//!   never waits stops too; when it comes a second time before the first was answered, the process ends.
//! - A signal that the program wants does neither; it is an event like others.
//! - What Go's programs do not notice unless they ask for it does nothing; nor do an interrupt and a hang-up that whoever
//!   started the process has made it ignore (`nohup`, a shell's job in the background).

use std::collections::HashMap;
use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::low_level::{pipe, unregister};
use signal_hook::{SigId, flag};

use super::SignalUse;

/// The signals that end a program unless it says otherwise, and that leave time to write out what it has printed.
const STOPPING: [i32; 4] = [libc::SIGINT, libc::SIGTERM, libc::SIGHUP, libc::SIGQUIT];
/// The signals that the system ends a process by, but that do nothing to a program of Go.
const UNNOTICED: [i32; 3] = [libc::SIGUSR1, libc::SIGUSR2, libc::SIGALRM];

struct Watched {
    raised: Arc<AtomicBool>,
    /// While set, the signal does what it does in any process.
    by_default: Arc<AtomicBool>,
    wanted: bool,
    /// The actions that stop the program, while they are there.
    stopping: Vec<SigId>,
}

/// The signals of a process.
pub(super) struct Signals {
    interrupt: Arc<AtomicBool>,
    stopped_by: Arc<AtomicUsize>,
    watched: HashMap<i32, Watched>,
    /// Those that were ignored when the process began.
    ignored: Vec<i32>,
    pipe: Option<(UnixStream, UnixStream)>,
}

/// Which of the signals that stay ignored are, now. Where the system does not say it in a file, none.
fn ignored_now() -> Vec<i32> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
    [libc::SIGHUP, libc::SIGINT].into_iter().filter(|signal| mask >> (signal - 1) & 1 != 0).collect()
}

impl Signals {
    /// Nothing is watched yet. `interrupt` is raised by what stops the program.
    pub fn new(interrupt: Arc<AtomicBool>) -> Signals {
        Signals {
            interrupt,
            stopped_by: Arc::default(),
            watched: HashMap::new(),
            ignored: Vec::new(),
            pipe: None,
        }
    }

    /// Takes the signals that end a program, so that it can end in order.
    ///
    /// # Errors
    /// What the system says.
    pub fn catch_stopping(&mut self) -> io::Result<()> {
        self.ignored = ignored_now();
        for signal in UNNOTICED {
            flag::register(signal, Arc::default())?;
        }
        STOPPING.into_iter().try_for_each(|signal| self.set(signal, SignalUse::Default))
    }

    /// The signal that has raised the interrupt flag, if one did.
    pub fn stopped_by(&self) -> Option<i32> {
        match self.stopped_by.load(Ordering::Relaxed) {
            0 => None,
            signal => i32::try_from(signal).ok(),
        }
    }

    /// What can be read when a signal has come; nothing before the first is watched.
    pub fn fd(&self) -> Option<BorrowedFd<'_>> {
        self.pipe.as_ref().map(|(receiver, _)| receiver.as_fd())
    }

    /// Says what a signal shall do.
    ///
    /// # Errors
    /// What the system says; some signals cannot be caught.
    pub fn set(&mut self, signal: i32, usage: SignalUse) -> io::Result<()> {
        if !self.watched.contains_key(&signal) {
            if usage == SignalUse::Default && !self.stops(signal) {
                return Ok(());
            }
            let watched = self.watch(signal)?;
            self.watched.insert(signal, watched);
        }
        let stops = usage == SignalUse::Default && self.stops(signal);
        let unnoticed = UNNOTICED.contains(&signal) || self.ignored.contains(&signal);
        let Some(watched) = self.watched.get_mut(&signal) else { return Ok(()) };
        watched.wanted = usage == SignalUse::Deliver;
        let by_default = usage == SignalUse::Default && !stops && !unnoticed;
        watched.by_default.store(by_default, Ordering::Relaxed);
        if stops && watched.stopping.is_empty() {
            // In this order: the second one finds the flag raised.
            watched.stopping = vec![
                flag::register_conditional_default(signal, self.interrupt.clone())?,
                flag::register_usize(signal, self.stopped_by.clone(), signal as usize)?,
                flag::register(signal, self.interrupt.clone())?,
            ];
        } else if !stops {
            watched.stopping.drain(..).for_each(|id| {
                unregister(id);
            });
        }
        Ok(())
    }

    /// Whether the signal ends the program unless that says otherwise.
    fn stops(&self, signal: i32) -> bool {
        STOPPING.contains(&signal) && !self.ignored.contains(&signal)
    }

    fn watch(&mut self, signal: i32) -> io::Result<Watched> {
        let (_, sender) = match &self.pipe {
            Some(pipe) => pipe,
            None => {
                let (receiver, sender) = UnixStream::pair()?;
                receiver.set_nonblocking(true)?;
                self.pipe.insert((receiver, sender))
            }
        };
        let (raised, by_default) = (Arc::<AtomicBool>::default(), Arc::<AtomicBool>::default());
        flag::register_conditional_default(signal, by_default.clone())?;
        flag::register(signal, raised.clone())?;
        // Last, so that who is woken finds the flags raised.
        pipe::register(signal, sender.try_clone()?)?;
        Ok(Watched { raised, by_default, wanted: false, stopping: Vec::new() })
    }

    /// The wanted signals that have come, in the order of their numbers.
    pub fn take(&mut self) -> Vec<i32> {
        if let Some((receiver, _)) = &mut self.pipe {
            let mut bytes = [0; 64];
            while matches!(receiver.read(&mut bytes), Ok(1..)) {}
        }
        let mut signals = Vec::new();
        for (&signal, watched) in &self.watched {
            if !watched.raised.swap(false, Ordering::AcqRel) {
                continue;
            }
            if watched.wanted {
                signals.push(signal);
            } else if !watched.stopping.is_empty() {
                // The handler raises the flag, too, but perhaps only after it has woken us.
                self.stopped_by.store(signal as usize, Ordering::Relaxed);
                self.interrupt.store(true, Ordering::Relaxed);
            }
        }
        signals.sort_unstable();
        signals
    }
}
