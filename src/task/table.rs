//! The task table.
//!
//! Invariants
//! - Tasks lie in chunks that never move, and are reused, youngest first, after they have ended; a free task keeps its
//!   stack if that is small, so that starting a goroutine need not allocate.
//! - Numbers (`Task::number`) count from 1 in the order of creation and are not reused.

use super::segments::OnTop;
use crate::bytecode::FuncId;
use crate::syscall::{TaskId, WaitKey, WaitReason};
use crate::vm::{Owner, Script, State};

/// Tasks per chunk.
const CHUNK: usize = 128;

/// Where a task was started.
#[derive(Clone, Copy, Debug)]
pub struct Origin {
    /// Number of the task that started it; 0 for the first.
    pub parent: u64,
    /// The number of the place of the `go` statement, 0 if there is none: see `Machine::place_of`.
    pub place: u64,
    /// It is the so-manieth task that runs its function, from 1.
    pub ordinal: u32,
}

/// A task.
pub struct Task {
    /// Its coroutine: the innermost segment.
    pub script: Script,
    /// The coroutines that lie on it.
    pub on_top: OnTop,
    /// Where it was started.
    pub origin: Origin,
    /// The address of its record, or 0: see [`record`](super::record).
    pub record: u64,
    /// While it waits at a wait word: which one. While it waits for what is open: its handle, and which way.
    pub waits_at: WaitKey,
    /// Why it waits, if nobody but the scheduler has decided that it does.
    pub waits_why: WaitReason,
    /// While it sleeps: what names that among the timers.
    pub timer: u64,
    next_free: u32,
}

impl Task {
    fn free() -> Task {
        let origin = Origin { parent: 0, place: 0, ordinal: 0 };
        Task {
            script: Script::empty(),
            on_top: OnTop::default(),
            origin,
            record: 0,
            waits_at: WaitKey { addr: 0, tag: 0 },
            waits_why: WaitReason::Await,
            timer: 0,
            next_free: NONE,
        }
    }

    /// Its number, as programs and traces see it.
    #[inline(always)]
    pub fn number(&self) -> u64 {
        self.script.owner.number
    }

    /// What it is doing.
    #[inline(always)]
    pub fn state(&self) -> State {
        self.script.owner.state
    }

    /// Says what it is doing.
    #[inline(always)]
    pub fn set_state(&mut self, state: State) {
        self.script.owner.state = state;
    }
}

const NONE: u32 = u32::MAX;

/// All tasks.
pub struct Tasks {
    chunks: Vec<Box<[Task; CHUNK]>>,
    free: u32,
    used: u32,
    live: u32,
    last_number: u64,
    /// How many tasks have run each function.
    started: Vec<u32>,
}

impl Default for Tasks {
    fn default() -> Self {
        Tasks::new()
    }
}

impl Tasks {
    /// An empty table.
    pub fn new() -> Tasks {
        Tasks { chunks: Vec::new(), free: NONE, used: 0, live: 0, last_number: 0, started: Vec::new() }
    }

    /// A new task that will run function `entry`, ready, its coroutine still to be set up. It was started by task `parent` (0 if
    /// by none) at the place of this number.
    pub fn add(&mut self, entry: FuncId, parent: u64, place: u64) -> TaskId {
        let index = entry.0 as usize;
        if index >= self.started.len() {
            self.started.resize(index + 1, 0);
        }
        self.started[index] += 1;
        let origin = Origin { parent, place, ordinal: self.started[index] };
        let id = if self.free != NONE {
            let id = self.free;
            self.free = self.get(TaskId(id)).next_free;
            id
        } else {
            let id = self.used;
            if id as usize == self.chunks.len() * CHUNK {
                self.grow();
            }
            self.used += 1;
            id
        };
        self.live += 1;
        self.last_number += 1;
        let number = self.last_number;
        let task = self.get_mut(TaskId(id));
        task.script.owner = Owner::new(number, TaskId(id));
        task.origin = origin;
        TaskId(id)
    }

    /// Adds a chunk. Apart from [`add`](Self::add), whose stack frame would else have room for all of it, page by page.
    #[cold]
    #[inline(never)]
    fn grow(&mut self) {
        self.chunks.push(Box::new(std::array::from_fn(|_| Task::free())));
    }

    /// Gives the place of an ended task free.
    pub fn remove(&mut self, id: TaskId) {
        let free = self.free;
        let task = self.get_mut(id);
        task.script.retire();
        task.set_state(State::Free);
        task.record = 0;
        task.next_free = free;
        self.free = id.0;
        self.live -= 1;
    }

    /// A task by id.
    #[inline(always)]
    pub fn get(&self, id: TaskId) -> &Task {
        &self.chunks[id.0 as usize / CHUNK][id.0 as usize % CHUNK]
    }

    /// A task by id.
    #[inline(always)]
    pub fn get_mut(&mut self, id: TaskId) -> &mut Task {
        &mut self.chunks[id.0 as usize / CHUNK][id.0 as usize % CHUNK]
    }

    /// Two different tasks.
    #[inline]
    pub fn pair(&mut self, a: TaskId, b: TaskId) -> Option<(&mut Task, &Task)> {
        let (ca, ia) = (a.0 as usize / CHUNK, a.0 as usize % CHUNK);
        let (cb, ib) = (b.0 as usize / CHUNK, b.0 as usize % CHUNK);
        if ca == cb {
            let [x, y] = self.chunks[ca].get_disjoint_mut([ia, ib]).ok()?;
            Some((x, y))
        } else {
            let [x, y] = self.chunks.get_disjoint_mut([ca, cb]).ok()?;
            Some((&mut x[ia], &y[ib]))
        }
    }

    /// The coroutine of a task, which stays where it is as long as the task lives.
    #[inline(always)]
    pub fn script(&mut self, id: TaskId) -> *mut Script {
        &raw mut self.get_mut(id).script
    }

    /// All live tasks, in the order of their places.
    pub fn iter(&self) -> impl Iterator<Item = (TaskId, &Task)> {
        let used = self.used as usize;
        let all = self.chunks.iter().flat_map(|chunk| chunk.iter()).take(used).enumerate();
        all.filter(|(_, t)| t.state() != State::Free).map(|(i, t)| (TaskId(i as u32), t))
    }

    /// How many tasks have been started that run this function.
    pub fn started(&self, entry: FuncId) -> u32 {
        self.started.get(entry.0 as usize).copied().unwrap_or(0)
    }

    /// All live tasks, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (TaskId, &mut Task)> {
        let used = self.used as usize;
        let all = self.chunks.iter_mut().flat_map(|chunk| chunk.iter_mut()).take(used).enumerate();
        all.filter(|(_, t)| t.state() != State::Free).map(|(i, t)| (TaskId(i as u32), t))
    }

    /// How many have been live at once, at most: places are reused before there are new ones.
    pub fn peak(&self) -> u32 {
        self.used
    }

    /// How many have ever been started.
    pub fn total(&self) -> u64 {
        self.last_number
    }

    /// How many are live.
    pub fn live(&self) -> u32 {
        self.live
    }
}
