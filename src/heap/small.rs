//! Small pieces of the interpreter's own memory: nodes of syntax trees, entries of tables, stacks of goroutines.
//!
//! Rust says how large a piece is when it gives it back, so a piece needs no header; and a thread has its own pieces, so
//! there is no lock. What is new comes out of a chunk, one piece behind the other; what was given back is in a list of
//! its size, and is taken first. A piece may be given back by another thread than took it. When a thread ends, everybody
//! gets what it has.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::ptr;
use std::sync::{Mutex, MutexGuard};

#[cfg(all(target_os = "linux", target_env = "gnu"))]
use super::huge_pages;

/// Sizes are rounded up to multiples of this, which is what they are aligned to as well.
pub(super) const STEP: usize = 16;
/// The largest piece.
pub(super) const MOST: usize = 512;
const CLASSES: usize = MOST / STEP;
/// What is asked of the system at once.
const CHUNK: usize = 32 << 10;

/// Whether memory like this is a small piece. Nobody asks for no bytes at all.
#[inline]
pub(super) fn is_small(layout: Layout) -> bool {
    layout.size() <= MOST && layout.align() <= STEP
}

/// Whether pieces of two sizes are the same.
#[inline]
pub(super) fn same(one: usize, other: usize) -> bool {
    class(one) == class(other)
}

/// A piece of `size` bytes; null if the system has none.
#[inline]
pub(super) fn take(size: usize) -> *mut u8 {
    let class = class(size);
    // SAFETY: this thread has its pool to itself, and nothing that is called here comes back.
    let piece = POOL.try_with(|own| unsafe {
        let own = &mut *own.0.get();
        own.take(class).unwrap_or_else(|| take_from_others(own, class))
    });
    piece.unwrap_or_else(|_| left().pool.take_or_ask(class))
}

/// Gives a piece back.
///
/// # Safety
///
/// It was [taken](take) with this size, and is not used any more.
#[inline]
pub(super) unsafe fn give(piece: *mut u8, size: usize) {
    let class = class(size);
    // SAFETY: as above; the piece is free, by the caller's promise.
    let given = POOL.try_with(|own| unsafe { (*own.0.get()).give(piece, class) });
    if given.is_err() {
        // SAFETY: the same.
        unsafe { left().pool.give(piece, class) };
    }
}

#[inline]
fn class(size: usize) -> usize {
    size.wrapping_sub(1) / STEP
}

/// A piece that nobody uses. The smallest has room for both.
struct Free {
    next: *mut Free,
    /// Of the first piece of a list that a thread has left behind: the first of another such list.
    list: *mut Free,
}

/// What a thread has.
struct Pool {
    free: [*mut Free; CLASSES],
    /// What is left of the chunk.
    at: *mut u8,
    left: usize,
}

// SAFETY: all that the pointers point to belongs to the pool alone.
unsafe impl Send for Pool {}

struct Own(UnsafeCell<Pool>);

thread_local! {
    static POOL: Own = const { Own(UnsafeCell::new(Pool::EMPTY)) };
}

/// What threads have left behind.
struct Left {
    /// For each size, the first of the lists: taking over what a thread has takes no longer when that is much.
    lists: [*mut Free; CLASSES],
    /// What threads use that are about to end, whose own pool is gone.
    pool: Pool,
}

// SAFETY: as for a pool.
unsafe impl Send for Left {}

static LEFT: Mutex<Left> = Mutex::new(Left { lists: [ptr::null_mut(); CLASSES], pool: Pool::EMPTY });

fn left() -> MutexGuard<'static, Left> {
    LEFT.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

impl Left {
    /// Takes a list; null if there is none.
    fn take(&mut self, class: usize) -> *mut Free {
        let list = self.lists[class];
        if !list.is_null() {
            // SAFETY: the first piece of a list knows the next list.
            self.lists[class] = unsafe { (*list).list };
        }
        list
    }

    /// Puts a list, or nothing.
    ///
    /// # Safety
    ///
    /// Its pieces have the size of this class, and nobody uses them.
    unsafe fn give(&mut self, list: *mut Free, class: usize) {
        if !list.is_null() {
            // SAFETY: a free piece has room for this.
            unsafe { (*list).list = self.lists[class] };
            self.lists[class] = list;
        }
    }
}

/// A piece of what threads have left behind, or else of a new chunk.
#[cold]
#[inline(never)]
fn take_from_others(own: &mut Pool, class: usize) -> *mut u8 {
    own.free[class] = left().take(class);
    own.take_or_ask(class)
}

impl Drop for Own {
    fn drop(&mut self) {
        let own = self.0.get_mut();
        let mut left = left();
        for (class, list) in own.free.iter_mut().enumerate() {
            // SAFETY: a list of pieces of this size, and nobody else has it.
            unsafe { left.give(std::mem::replace(list, ptr::null_mut()), class) };
        }
        while own.left > 0 {
            let size = own.left.min(MOST);
            own.left -= size;
            // SAFETY: the rest of a chunk is a multiple of pieces, and nobody has it; one is a list without a next.
            unsafe {
                let piece = own.at.add(own.left).cast::<Free>();
                (*piece).next = ptr::null_mut();
                left.give(piece, size / STEP - 1);
            }
        }
    }
}

/// Memory for many pieces; null if the system has none.
fn new_chunk() -> *mut u8 {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        let chunk = huge_pages::chunk(CHUNK);
        if !chunk.is_null() {
            return chunk;
        }
    }
    const NEW: Layout = match Layout::from_size_align(CHUNK, STEP) {
        Ok(layout) => layout,
        Err(_) => panic!("a chunk has a layout"),
    };
    // SAFETY: the size is not zero.
    unsafe { System.alloc(NEW) }
}

impl Pool {
    const EMPTY: Pool = Pool { free: [ptr::null_mut(); CLASSES], at: ptr::null_mut(), left: 0 };

    /// A piece of what is there.
    #[inline]
    fn take(&mut self, class: usize) -> Option<*mut u8> {
        let head = self.free[class];
        if !head.is_null() {
            // SAFETY: a piece in a list is free, and starts with the next one's address.
            self.free[class] = unsafe { (*head).next };
            return Some(head.cast());
        }
        let size = (class + 1) * STEP;
        if size > self.left {
            return None;
        }
        let piece = self.at;
        // SAFETY: so much is left.
        self.at = unsafe { piece.add(size) };
        self.left -= size;
        Some(piece)
    }

    /// A piece of what is there, or else of a new chunk; null if the system has none.
    fn take_or_ask(&mut self, class: usize) -> *mut u8 {
        if let Some(piece) = self.take(class) {
            return piece;
        }
        // The rest of the chunk is a piece, too.
        if self.left > 0 {
            // SAFETY: as when a thread ends.
            unsafe { self.give(self.at, self.left / STEP - 1) };
        }
        self.at = new_chunk();
        if self.at.is_null() {
            self.left = 0;
            return self.at;
        }
        self.left = CHUNK;
        self.take(class).unwrap_or(ptr::null_mut())
    }

    /// Puts a piece into its list.
    ///
    /// # Safety
    ///
    /// It has the size of this class, and nobody uses it.
    #[inline]
    unsafe fn give(&mut self, piece: *mut u8, class: usize) {
        let piece = piece.cast::<Free>();
        // SAFETY: the piece is as large as this, aligned, and free.
        unsafe { (*piece).next = self.free[class] };
        self.free[class] = piece;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::heap::exhausted::OrExit;
    use std::thread;

    fn layout(size: usize, align: usize) -> Layout {
        Layout::from_size_align(size, align).expect("a layout")
    }

    /// Fills memory with something that depends on its address, and says whether it is still there.
    struct Filled(*mut u8, Layout);

    impl Filled {
        fn byte(&self, i: usize) -> u8 {
            (self.0 as usize / 16 + i) as u8
        }

        fn new(layout: Layout) -> Filled {
            // SAFETY: the layouts of the tests have sizes.
            let filled = Filled(unsafe { OrExit.alloc(layout) }, layout);
            assert_eq!(filled.0 as usize % layout.align(), 0);
            for i in 0..layout.size() {
                // SAFETY: it is as large as that.
                unsafe { filled.0.add(i).write(filled.byte(i)) };
            }
            filled
        }

        fn is_whole(&self) -> bool {
            // SAFETY: it is as large as that, and was filled.
            (0..self.1.size()).all(|i| unsafe { self.0.add(i).read() } == self.byte(i))
        }

        fn free(self) {
            assert!(self.is_whole());
            // SAFETY: it comes from there, with this layout.
            unsafe { OrExit.dealloc(self.0, self.1) };
        }
    }

    #[test]
    fn pieces_of_all_sizes_do_not_overlap() {
        let sizes = (1..=MOST + 40).flat_map(|size| [1, 2, 8, 16, 64].map(|align| layout(size, align)));
        let all: Vec<Filled> = sizes.map(Filled::new).collect();
        let (odd, even): (Vec<_>, Vec<_>) = all.into_iter().enumerate().partition(|(i, _)| i % 2 == 1);
        odd.into_iter().for_each(|(_, filled)| filled.free());
        let again: Vec<Filled> = (1..=MOST).rev().map(|size| Filled::new(layout(size, 8))).collect();
        even.into_iter().for_each(|(_, filled)| filled.free());
        again.into_iter().for_each(Filled::free);
    }

    #[test]
    fn what_was_given_back_is_taken_first() {
        let first = Filled::new(layout(40, 8));
        let address = first.0;
        first.free();
        let second = Filled::new(layout(48, 8));
        assert_eq!(second.0, address);
        second.free();
    }

    #[test]
    fn memory_grows_and_shrinks_over_the_limit_of_small_pieces() {
        for align in [1, 16, 64] {
            let sizes = [1, 16, 17, 300, MOST, MOST + 1, 100_000, MOST + 1, MOST, 33, 1];
            let mut at = layout(1, align);
            // SAFETY: as above; each size is that of the layout which goes with the memory, and so much is written.
            unsafe {
                let mut memory = OrExit.alloc_zeroed(at);
                assert_eq!(memory.read(), 0);
                for (step, size) in sizes.into_iter().enumerate() {
                    let mark = step as u8;
                    memory.write_bytes(mark, at.size());
                    memory = OrExit.realloc(memory, at, size);
                    assert_eq!(memory as usize % align, 0);
                    let kept = at.size().min(size);
                    assert!((0..kept).all(|i| memory.add(i).read() == mark));
                    at = layout(size, align);
                }
                OrExit.dealloc(memory, at);
            }
        }
    }

    #[test]
    fn zeroed_memory_is_zero_though_it_was_used() {
        for size in [16, 100, MOST, MOST + 1] {
            Filled::new(layout(size, 8)).free();
            // SAFETY: as above.
            unsafe {
                let memory = OrExit.alloc_zeroed(layout(size, 8));
                assert!((0..size).all(|i| memory.add(i).read() == 0));
                OrExit.dealloc(memory, layout(size, 8));
            }
        }
    }

    #[test]
    fn pieces_outlive_their_thread_and_go_to_others() {
        let rounds = if cfg!(miri) { 3 } else { 100 };
        for _ in 0..rounds {
            let made = thread::spawn(|| {
                let pieces = (0..200).map(|i| Filled::new(layout(1 + i * 7 % MOST, 8)));
                let (kept, given): (Vec<_>, Vec<_>) = pieces.enumerate().partition(|(i, _)| i % 3 == 0);
                given.into_iter().for_each(|(_, filled)| filled.free());
                kept.into_iter().map(|(_, filled)| (filled.0 as usize, filled.1)).collect::<Vec<_>>()
            });
            let others: Vec<Filled> = (0..200).map(|i| Filled::new(layout(1 + i * 5 % MOST, 8))).collect();
            for (address, layout) in made.join().expect("no panic") {
                Filled(address as *mut u8, layout).free();
            }
            others.into_iter().for_each(Filled::free);
        }
    }
}
