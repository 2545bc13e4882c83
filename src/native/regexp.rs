//! The native half of package regexp: the search.
//!
//! A program is a `[]uint32` that `stdlib/regexp/prog.pgo` makes, so it lives and dies with the Regexp that holds it:
//!
//! ```text
//! instructions  start  flags  instruction 0 (op, out, a, b)  instruction 1 ...  pairs of runes: first and last
//! ```
//!
//! Short texts are searched by backtracking with a bit for each instruction and position, so that none is tried twice;
//! long ones by going through the text once with a list of threads in order of priority (Pike's machine). Both take time
//! proportional to the size of the program times the length of the text, and both give the same match.

use super::text::utf8;
use super::{Done, Mem, NativeCx, NativeResult, Row, SliceRef};

/// The functions without body of `stdlib/regexp`.
pub const TABLE: &[Row] = &[("regexp.searchBytes", search_bytes), ("regexp.searchString", search_string)];

/// Words before the first instruction, and words of an instruction.
const HEAD: usize = 3;
const WORDS: usize = 4;
/// The flag of a program whose matches are the longest of the leftmost ones.
const LONGEST: u32 = 1;
/// The flag of a program that matches at the beginning of the text only.
const ANCHORED: u32 = 2;
/// How many bits backtracking may take.
const MOST_BITS: usize = 1 << 18;

/// What an instruction does; the numbers are those of `prog.pgo`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Op {
    Fail,
    Match,
    /// On to `out`, or else to `a`.
    Alt,
    /// Notes the position as number `a`.
    Capture,
    /// On if the conditions `a` hold here.
    Empty,
    /// A rune of one of the `b` pairs from `a` on.
    Runes,
    /// The rune `a`.
    Rune,
    Any,
    AnyNotNewline,
}

/// The ops by their numbers.
const OPS: [Op; 9] =
    [Op::Fail, Op::Match, Op::Alt, Op::Capture, Op::Empty, Op::Runes, Op::Rune, Op::Any, Op::AnyNotNewline];

/// The conditions of [`Op::Empty`].
const BEGIN_LINE: u32 = 1;
const END_LINE: u32 = 2;
const BEGIN_TEXT: u32 = 4;
const END_TEXT: u32 = 8;
const WORD_BOUNDARY: u32 = 16;
const NO_WORD_BOUNDARY: u32 = 32;

#[derive(Clone, Copy)]
struct Inst {
    op: Op,
    out: u32,
    a: u32,
    b: u32,
}

/// `func searchString(prog []uint32, s string, pos int, caps []int) bool`
fn search_string(cx: &mut NativeCx<'_>) -> NativeResult {
    let prog = cx.slice();
    let text = cx.str();
    search(cx, prog, text)
}

/// `func searchBytes(prog []uint32, s []byte, pos int, caps []int) bool`
fn search_bytes(cx: &mut NativeCx<'_>) -> NativeResult {
    let prog = cx.slice();
    let text = cx.bytes();
    search(cx, prog, text)
}

/// Looks for a match from `pos` on and fills `caps`, as far as there is room, with the positions of the groups; -1 where a
/// group has none.
fn search(cx: &mut NativeCx<'_>, prog: SliceRef, text: &[u8]) -> NativeResult {
    let pos = cx.uint() as usize;
    let caps = cx.slice();
    if prog.len == 0 {
        // The zero Regexp has none, where Go's has a nil pointer.
        return Err(cx.throw("invalid memory address or nil pointer dereference"));
    }
    let mem = cx.mem();
    let prog = Prog::read(mem, prog);
    let mut found = vec![-1i64; caps.len as usize];
    let work = (text.len() - pos.min(text.len()) + 1) as u64 * 2 + prog.insts.len() as u64;
    cx.charge(work >> 2);
    let matched = pos <= text.len() && prog.search(text, pos, &mut found);
    if matched {
        for (i, &at) in found.iter().enumerate() {
            mem.set_i64(caps.addr + 8 * i as u64, at);
        }
    }
    cx.ret_bool(matched);
    Ok(Done)
}

struct Prog {
    insts: Vec<Inst>,
    pairs: Vec<(u32, u32)>,
    start: u32,
    flags: u32,
}

impl Prog {
    fn read(mem: Mem, words: SliceRef) -> Prog {
        let word = |i: usize| mem.u32(words.addr + 4 * i as u64);
        let count = word(0) as usize;
        let inst = |i: usize| {
            let at = HEAD + WORDS * i;
            Inst { op: OPS[word(at) as usize], out: word(at + 1), a: word(at + 2), b: word(at + 3) }
        };
        let pairs = HEAD + WORDS * count;
        Prog {
            insts: (0..count).map(inst).collect(),
            pairs: (pairs..words.len as usize).step_by(2).map(|i| (word(i), word(i + 1))).collect(),
            start: word(1),
            flags: word(2),
        }
    }

    fn longest(&self) -> bool {
        self.flags & LONGEST != 0
    }

    fn anchored(&self) -> bool {
        self.flags & ANCHORED != 0
    }

    fn search(&self, text: &[u8], pos: usize, caps: &mut [i64]) -> bool {
        if self.anchored() && pos != 0 {
            return false;
        }
        if self.insts.len() * (text.len() - pos + 1) <= MOST_BITS {
            Backtracker::new(self, text, pos).search(caps)
        } else {
            Pike::new(self, text, caps.len()).search(pos, caps)
        }
    }

    /// The bytes that a match can begin with; none if one can be empty.
    fn first_bytes(&self) -> Option<ByteSet> {
        let mut first = ByteSet([false; 256]);
        let mut seen = vec![false; self.insts.len()];
        let mut todo = vec![self.start];
        while let Some(at) = todo.pop() {
            if std::mem::replace(&mut seen[at as usize], true) {
                continue;
            }
            let inst = self.insts[at as usize];
            match inst.op {
                Op::Fail => {}
                Op::Match => return None,
                Op::Alt => todo.extend([inst.out, inst.a]),
                Op::Capture | Op::Empty => todo.push(inst.out),
                Op::Rune => first.add(inst.a, inst.a),
                Op::Runes => {
                    let pairs = &self.pairs[inst.a as usize..][..inst.b as usize];
                    pairs.iter().for_each(|&(low, high)| first.add(low, high));
                }
                Op::Any | Op::AnyNotNewline => first.add(0, u32::MAX),
            }
        }
        Some(first)
    }

    /// Whether an instruction that takes a rune takes this one.
    fn takes(&self, inst: Inst, rune: u32) -> bool {
        match inst.op {
            Op::Any => true,
            Op::AnyNotNewline => rune != u32::from(b'\n'),
            Op::Rune => rune == inst.a,
            Op::Runes => {
                let pairs = &self.pairs[inst.a as usize..][..inst.b as usize];
                let at = pairs.partition_point(|&(_, last)| last < rune);
                pairs.get(at).is_some_and(|&(first, _)| first <= rune)
            }
            Op::Fail | Op::Match | Op::Alt | Op::Capture | Op::Empty => false,
        }
    }
}

/// A set of bytes.
struct ByteSet([bool; 256]);

impl ByteSet {
    /// Adds what the encodings of these runes begin with: of those beyond ASCII, any byte that none of ASCII is.
    fn add(&mut self, low: u32, high: u32) {
        self.0[low.min(0x80) as usize..(high.min(0x7F) + 1) as usize].fill(true);
        if high >= 0x80 {
            self.0[0x80..].fill(true);
        }
    }
}

fn rune_at(text: &[u8], pos: usize) -> Option<(u32, usize)> {
    if pos >= text.len() {
        return None;
    }
    let (rune, width) = utf8::decode(&text[pos..]);
    Some((rune as u32, width))
}

fn is_word(byte: Option<&u8>) -> bool {
    byte.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_')
}

/// Whether the conditions hold between the bytes before `pos` and those behind.
fn holds(conditions: u32, text: &[u8], pos: usize) -> bool {
    let before = pos.checked_sub(1).and_then(|at| text.get(at));
    let behind = text.get(pos);
    let at_word = is_word(before) != is_word(behind);
    let mut here = if at_word { WORD_BOUNDARY } else { NO_WORD_BOUNDARY };
    match before {
        None => here |= BEGIN_TEXT | BEGIN_LINE,
        Some(b'\n') => here |= BEGIN_LINE,
        Some(_) => {}
    }
    match behind {
        None => here |= END_TEXT | END_LINE,
        Some(b'\n') => here |= END_LINE,
        Some(_) => {}
    }
    conditions & !here == 0
}

/// Where a match may begin, from `pos` on.
fn next_start(first: Option<&ByteSet>, text: &[u8], pos: usize) -> Option<usize> {
    match first {
        None => (pos <= text.len()).then_some(pos),
        Some(set) => text.get(pos..)?.iter().position(|&b| set.0[usize::from(b)]).map(|at| pos + at),
    }
}

/// The start behind a rune.
fn step(text: &[u8], pos: usize) -> usize {
    pos + rune_at(text, pos).map_or(1, |(_, width)| width)
}

/// What a backtracker is still to do.
enum Job {
    /// Try an instruction at a position.
    Try { inst: u32, pos: usize },
    /// Take back what a capture has noted.
    Restore { slot: usize, old: i64 },
}

struct Backtracker<'a> {
    prog: &'a Prog,
    text: &'a [u8],
    base: usize,
    /// A bit for each position and instruction, as far as positions have been come to: a match that is near costs little, however
    /// long the text is.
    visited: Vec<u64>,
    jobs: Vec<Job>,
    caps: Vec<i64>,
}

impl<'a> Backtracker<'a> {
    fn new(prog: &'a Prog, text: &'a [u8], base: usize) -> Self {
        Backtracker { prog, text, base, visited: Vec::new(), jobs: Vec::new(), caps: Vec::new() }
    }

    fn search(&mut self, caps: &mut [i64]) -> bool {
        let first = self.prog.first_bytes();
        let mut pos = self.base;
        while let Some(start) = next_start(first.as_ref(), self.text, pos) {
            if self.try_at(start, caps) {
                return true;
            }
            if self.prog.anchored() {
                break;
            }
            pos = step(self.text, start);
        }
        false
    }

    /// Whether this is the first time at the instruction and position.
    fn visit(&mut self, inst: u32, pos: usize) -> bool {
        let n = (pos - self.base) * self.prog.insts.len() + inst as usize;
        let (word, bit) = (n / 64, 1 << (n % 64));
        if word >= self.visited.len() {
            self.visited.resize(word + 1, 0);
        }
        let new = self.visited[word] & bit == 0;
        self.visited[word] |= bit;
        new
    }

    fn try_at(&mut self, start: usize, best: &mut [i64]) -> bool {
        let longest = self.prog.longest();
        let mut caps = std::mem::take(&mut self.caps);
        caps.clear();
        caps.resize(best.len(), -1);
        let matched = self.run(start, longest, &mut caps, best);
        self.caps = caps;
        matched
    }

    /// Follows all ways from a start, the preferred one first.
    fn run(&mut self, start: usize, longest: bool, caps: &mut [i64], best: &mut [i64]) -> bool {
        let mut end = None;
        self.jobs.clear();
        self.jobs.push(Job::Try { inst: self.prog.start, pos: start });
        while let Some(job) = self.jobs.pop() {
            let (mut at, mut pos) = match job {
                Job::Try { inst, pos } => (inst, pos),
                Job::Restore { slot, old } => {
                    caps[slot] = old;
                    continue;
                }
            };
            while self.visit(at, pos) {
                let inst = self.prog.insts[at as usize];
                match inst.op {
                    Op::Fail => break,
                    Op::Match => {
                        if end.is_none_or(|end| longest && pos > end) {
                            end = Some(pos);
                            best.copy_from_slice(caps);
                            note(best, 0, start);
                            note(best, 1, pos);
                        }
                        if !longest || pos == self.text.len() {
                            return true;
                        }
                        break;
                    }
                    Op::Alt => {
                        self.jobs.push(Job::Try { inst: inst.a, pos });
                        at = inst.out;
                    }
                    Op::Capture => {
                        if let Some(slot) = caps.get_mut(inst.a as usize) {
                            self.jobs.push(Job::Restore { slot: inst.a as usize, old: *slot });
                            *slot = pos as i64;
                        }
                        at = inst.out;
                    }
                    Op::Empty => {
                        if !holds(inst.a, self.text, pos) {
                            break;
                        }
                        at = inst.out;
                    }
                    Op::Runes | Op::Rune | Op::Any | Op::AnyNotNewline => {
                        let Some((rune, width)) = rune_at(self.text, pos) else { break };
                        if !self.prog.takes(inst, rune) {
                            break;
                        }
                        at = inst.out;
                        pos += width;
                    }
                }
            }
        }
        end.is_some()
    }
}

fn note(caps: &mut [i64], slot: usize, pos: usize) {
    if let Some(at) = caps.get_mut(slot) {
        *at = pos as i64;
    }
}

/// Threads in order of priority: instructions that take a rune or match, and what was captured on the way.
struct Threads {
    /// Where an instruction stands in `list`, if it does.
    place: Vec<u32>,
    list: Vec<u32>,
    caps: Vec<i64>,
}

impl Threads {
    fn new(insts: usize) -> Self {
        Threads { place: vec![0; insts], list: Vec::new(), caps: Vec::new() }
    }

    fn clear(&mut self) {
        self.list.clear();
        self.caps.clear();
    }

    fn has(&self, inst: u32) -> bool {
        self.list.get(self.place[inst as usize] as usize) == Some(&inst)
    }

    fn insert(&mut self, inst: u32) {
        self.place[inst as usize] = self.list.len() as u32;
        self.list.push(inst);
    }
}

struct Pike<'a> {
    prog: &'a Prog,
    text: &'a [u8],
    slots: usize,
    jobs: Vec<Job>,
}

impl<'a> Pike<'a> {
    fn new(prog: &'a Prog, text: &'a [u8], slots: usize) -> Self {
        // A thread needs its start and its end even if nobody asks for them.
        Pike { prog, text, slots: slots.max(2), jobs: Vec::new() }
    }

    fn search(&mut self, pos: usize, found: &mut [i64]) -> bool {
        let longest = self.prog.longest();
        let first = self.prog.first_bytes();
        let mut now = Threads::new(self.prog.insts.len());
        let mut next = Threads::new(self.prog.insts.len());
        let mut best: Option<Vec<i64>> = None;
        let mut pos = pos;
        let mut caps = vec![-1i64; self.slots];
        loop {
            if now.list.is_empty() {
                if best.is_some() || self.prog.anchored() && pos != 0 {
                    break;
                }
                match next_start(first.as_ref(), self.text, pos) {
                    Some(start) => pos = start,
                    None => break,
                }
            }
            if best.is_none() && (pos == 0 || !self.prog.anchored()) {
                caps.fill(-1);
                caps[0] = pos as i64;
                self.add(&mut now, self.prog.start, pos, &mut caps);
            }
            let rune = rune_at(self.text, pos);
            next.clear();
            for i in 0..now.list.len() {
                let inst = self.prog.insts[now.list[i] as usize];
                let at = i * self.slots;
                if inst.op == Op::Match {
                    let thread = &now.caps[at..at + self.slots];
                    let better = match &best {
                        None => true,
                        // Threads of less priority have been cut off.
                        Some(best) => {
                            !longest || thread[0] < best[0] || thread[0] == best[0] && pos as i64 > best[1]
                        }
                    };
                    if better {
                        let mut thread = thread.to_vec();
                        thread[1] = pos as i64;
                        best = Some(thread);
                    }
                    if longest {
                        continue;
                    }
                    // All behind it has less priority.
                    break;
                }
                if longest && best.as_ref().is_some_and(|best| best[0] < now.caps[at]) {
                    continue;
                }
                if let Some((rune, width)) = rune
                    && self.prog.takes(inst, rune)
                {
                    caps.copy_from_slice(&now.caps[at..at + self.slots]);
                    self.add(&mut next, inst.out, pos + width, &mut caps);
                }
            }
            std::mem::swap(&mut now, &mut next);
            let Some((_, width)) = rune else { break };
            pos += width;
        }
        let Some(best) = best else { return false };
        let n = found.len();
        found.copy_from_slice(&best[..n]);
        true
    }

    /// Adds a thread with all that it reaches without taking a rune.
    fn add(&mut self, threads: &mut Threads, inst: u32, pos: usize, caps: &mut [i64]) {
        self.jobs.clear();
        self.jobs.push(Job::Try { inst, pos });
        while let Some(job) = self.jobs.pop() {
            let mut at = match job {
                Job::Try { inst, .. } => inst,
                Job::Restore { slot, old } => {
                    caps[slot] = old;
                    continue;
                }
            };
            while !threads.has(at) {
                threads.insert(at);
                threads.caps.extend_from_slice(caps);
                let inst = self.prog.insts[at as usize];
                match inst.op {
                    Op::Alt => {
                        self.jobs.push(Job::Try { inst: inst.a, pos });
                        at = inst.out;
                    }
                    Op::Capture => {
                        let slot = inst.a as usize;
                        if slot < caps.len() {
                            self.jobs.push(Job::Restore { slot, old: caps[slot] });
                            caps[slot] = pos as i64;
                        }
                        at = inst.out;
                    }
                    Op::Empty => {
                        if !holds(inst.a, self.text, pos) {
                            break;
                        }
                        at = inst.out;
                    }
                    Op::Fail | Op::Match | Op::Runes | Op::Rune | Op::Any | Op::AnyNotNewline => break,
                }
            }
        }
    }
}
