//! Helper threads that do [`Job`]s.
//!
//! Invariants
//! - Answers are taken only by [`Pool::finished`], and those that are there then come in the order of submission.
//! - Two lanes: work with disks, which a few threads share, and work that may wait for anybody (name servers, the other ends
//!   of named pipes), which gets threads as it needs them. So nobody's endless wait keeps a file from being read.
//! - Threads are started when there is work and none is idle; they end with the pool.

use std::collections::VecDeque;
use std::fs::File;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::JobId;
use super::jobs::{self, Answer, Job, Outcome};
use crate::reactor::Waker;

/// Threads that work with disks, at most.
const DISK_THREADS: usize = 4;
/// Threads that wait, at most.
const WAITING_THREADS: usize = 64;
/// Bytes of a helper's stack.
const STACK: usize = 256 << 10;

/// A job with the open file that it is about.
struct Work {
    id: JobId,
    job: Job,
    file: Option<Arc<File>>,
}

/// Threads and the work that they share.
#[derive(Default)]
struct Lane {
    state: Mutex<LaneState>,
    work: Condvar,
}

#[derive(Default)]
struct LaneState {
    queue: VecDeque<Work>,
    threads: usize,
    idle: usize,
    closed: bool,
}

struct Shared {
    disks: Lane,
    waits: Lane,
    done: Mutex<Vec<(JobId, Outcome)>>,
    waker: Arc<Waker>,
}

/// The helper threads of a host.
pub(super) struct Pool {
    shared: Arc<Shared>,
    outstanding: usize,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // A helper that panicked left nothing half done under a lock.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Pool {
    /// A pool without threads; whoever finishes a job wakes the reactor.
    pub fn new(waker: Arc<Waker>) -> Pool {
        let shared = Shared { disks: Lane::default(), waits: Lane::default(), done: Mutex::default(), waker };
        Pool { shared: Arc::new(shared), outstanding: 0 }
    }

    /// Hands a job to a helper, one of those that wait if it is known to wait.
    pub fn submit(&mut self, id: JobId, job: Job, file: Option<Arc<File>>, waits: bool) {
        self.outstanding += 1;
        let lane = if waits { Which::Waits } else { Which::Disks };
        enqueue(&self.shared, lane, Work { id, job, file });
    }

    /// The jobs that are done, in the order of submission.
    pub fn finished(&mut self) -> Vec<(JobId, Outcome)> {
        if self.outstanding == 0 {
            return Vec::new();
        }
        let mut done = std::mem::take(&mut *lock(&self.shared.done));
        self.outstanding -= done.len();
        done.sort_by_key(|(id, _)| *id);
        done
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for lane in [&self.shared.disks, &self.shared.waits] {
            lock(&lane.state).closed = true;
            lane.work.notify_all();
        }
    }
}

#[derive(Clone, Copy)]
enum Which {
    Disks,
    Waits,
}

impl Shared {
    fn lane(&self, which: Which) -> (&Lane, usize) {
        match which {
            Which::Disks => (&self.disks, DISK_THREADS),
            Which::Waits => (&self.waits, WAITING_THREADS),
        }
    }
}

/// Queues work, and starts a thread if none is idle and there may be more.
fn enqueue(shared: &Arc<Shared>, which: Which, work: Work) {
    let (lane, limit) = shared.lane(which);
    let mut state = lock(&lane.state);
    state.queue.push_back(work);
    if state.queue.len() > state.idle && state.threads < limit {
        let own = shared.clone();
        let builder = thread::Builder::new().name("phasync helper".into()).stack_size(STACK);
        match builder.spawn(move || serve(&own, which)) {
            Ok(_) => state.threads += 1,
            // Those that are there will come to it. If there are none, the job fails as the thread did.
            Err(error) if state.threads == 0 => {
                if let Some(work) = state.queue.pop_back() {
                    finish(shared, work.id, Outcome::Answer(Answer::Failed(super::errno(&error))));
                }
            }
            Err(_) => {}
        }
    }
    lane.work.notify_one();
}

/// A helper's life.
fn serve(shared: &Arc<Shared>, which: Which) {
    let (lane, _) = shared.lane(which);
    let mut state = lock(&lane.state);
    loop {
        if state.closed {
            return;
        }
        let Some(work) = state.queue.pop_front() else {
            state.idle += 1;
            state = lane.work.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
            continue;
        };
        drop(state);
        if matches!(which, Which::Disks) && work.job.may_wait() {
            enqueue(shared, Which::Waits, work);
        } else {
            let outcome = jobs::perform(&work.job, work.file.as_ref());
            finish(shared, work.id, outcome);
        }
        state = lock(&lane.state);
    }
}

fn finish(shared: &Shared, id: JobId, outcome: Outcome) {
    let mut done = lock(&shared.done);
    done.push((id, outcome));
    if done.len() == 1 {
        shared.waker.wake();
    }
}
