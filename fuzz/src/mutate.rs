//! Changes to an input that keep it a text: tokens and lines are moved, doubled, removed, or taken from the seeds.
//! Every third change is libFuzzer's own, of bytes.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;
use std::{env, fs};

use libfuzzer_sys::fuzzer_mutate;

/// Words at which a change aims more often than chance would.
const WORDS: &str = "break case chan const continue default defer else fallthrough for func go goto if import \
    interface map package range return select struct switch type var int int8 uint8 int64 uint64 uintptr float64 \
    complex128 string bool byte rune error any comparable nil true false iota append cap clear close complex copy \
    delete imag len make max min new panic print println real recover unsafe.Pointer unsafe.Sizeof(x) main init _ x \
    T + - * / % & | ^ << >> &^ += &^= && || <- ++ -- == < > = ! ~ != <= >= := ... ( ) [ ] { } , ; . : 0 1 -1 0x7f \
    255 256 1e308 1e1000 0i 1i 0x1p-2 9223372036854775807 18446744073709551616 0b12 0o8 08 1_ 'a' '\\n' '\\xff' \
    \"\" \"\\xff\" \"%v\" `a` // /* */ [...]int []int{1} map[string]int{} struct{} interface{} func() chan<- <-chan \
    [T any] T[int] x.(type) \u{e4} \u{1F600} \u{feff} \0";

/// Operators that stand where another of their line stands, and often have operands of the same types.
const OPERATORS: [&str; 7] = [
    "+ - * / % & | ^ &^",
    "<< >>",
    "== != < <= > >=",
    "&& ||",
    "= += -= *= /= %= &= |= ^= &^= <<= >>=",
    "++ --",
    "break continue",
];

/// Numbers at which things change.
const NUMBERS: &str = "0 1 2 3 7 8 15 16 17 31 32 33 63 64 65 100 127 128 255 256 1000 32767 32768 65535 65536 1<<31-1 \
    1<<31 1<<32 1<<62 1<<63-1 -1 -1<<63 -128 1e9 0.5 1e300 1e-320";

/// A generator of chance that needs nothing (xorshift).
struct Chance(u64);

impl Chance {
    fn new(seed: u32) -> Chance {
        Chance(u64::from(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`; 0 if there is none.
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if n == 0 { 0 } else { (self.0 >> 11) as usize % n }
    }
}

/// Lines of the seeds, from the folder that `PHASYNC_FUZZ_SEEDS` names.
fn lines() -> &'static [Vec<u8>] {
    static LINES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    LINES.get_or_init(|| {
        let mut lines = Vec::new();
        if let Some(folder) = env::var_os("PHASYNC_FUZZ_SEEDS") {
            collect(Path::new(&folder), &mut lines);
        }
        lines.sort();
        lines.dedup();
        lines
    })
}

/// Lines of all files in a folder and those in it.
fn collect(folder: &Path, lines: &mut Vec<Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(&path, lines);
        } else if let Ok(text) = fs::read(&path) {
            let long = text.split_inclusive(|&b| b == b'\n').filter(|line| (4..200).contains(&line.len()));
            lines.extend(long.map(<[u8]>::to_vec));
        }
    }
}

/// The end of the token-like piece that starts at `at`.
fn piece(text: &[u8], at: usize) -> usize {
    let class = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | 0x80.. => 1,
        b' ' | b'\t' => 2,
        b'(' | b')' | b'[' | b']' | b'{' | b'}' | b',' | b';' | b'\n' | b'"' | b'\'' | b'`' => 0,
        _ => 3,
    };
    let first = class(text[at]);
    let same = text[at..].iter().take_while(|&&b| class(b) == first).count();
    at + if first == 0 { 1 } else { same.max(1) }
}

fn pieces(text: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = piece(text, at);
        all.push(at..end);
        at = end;
    }
    all
}

fn line_ranges(text: &[u8]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive(|&b| b == b'\n') {
        all.push(at..at + line.len());
        at += line.len();
    }
    all
}

/// Up to `most` neighbours out of some ranges, as one.
fn run(ranges: &[Range<usize>], most: usize, chance: &mut Chance) -> Range<usize> {
    if ranges.is_empty() {
        return 0..0;
    }
    let first = chance.below(ranges.len());
    let last = (first + chance.below(most)).min(ranges.len() - 1);
    ranges[first].start..ranges[last].end
}

/// Changes the input in `data[..size]`; gives its new size.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut chance = Chance::new(seed);
    if size == 0 || chance.below(3) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let mut text = data[..size].to_vec();
    for _ in 0..=chance.below(4) {
        change(&mut text, &mut chance);
    }
    let size = text.len().min(max_size).min(data.len());
    data[..size].copy_from_slice(&text[..size]);
    size
}

/// Replaces a name, a number or an operator by another: what was a program is likely to stay one.
fn alter(text: &mut Vec<u8>, chance: &mut Chance) {
    let all = pieces(text);
    let of_kind = |kind: fn(u8) -> bool| -> Vec<&Range<usize>> {
        all.iter().filter(|piece| kind(text[piece.start])).collect()
    };
    let (at, new): (Range<usize>, Vec<u8>) = match chance.below(4) {
        0 => {
            let numbers = of_kind(|b| b.is_ascii_digit());
            let Some(&at) = numbers.get(chance.below(numbers.len())) else { return };
            let words: Vec<&str> = NUMBERS.split_ascii_whitespace().collect();
            (at.clone(), words[chance.below(words.len())].as_bytes().to_vec())
        }
        1 | 2 => {
            let names = of_kind(|b| b.is_ascii_alphabetic() || b == b'_');
            let Some(&at) = names.get(chance.below(names.len())) else { return };
            (at.clone(), text[names[chance.below(names.len())].clone()].to_vec())
        }
        _ => {
            let same = |piece: &Range<usize>| {
                let word = std::str::from_utf8(&text[piece.clone()]).ok()?;
                OPERATORS.iter().find(|line| line.split(' ').any(|operator| operator == word))
            };
            let operators: Vec<_> = all.iter().filter_map(|piece| Some((piece, same(piece)?))).collect();
            let Some(&(at, line)) = operators.get(chance.below(operators.len())) else { return };
            let words: Vec<&str> = line.split(' ').collect();
            (at.clone(), words[chance.below(words.len())].as_bytes().to_vec())
        }
    };
    text.splice(at, new);
}

fn change(text: &mut Vec<u8>, chance: &mut Chance) {
    let whole_lines = chance.below(3) == 0;
    let ranges = if whole_lines { line_ranges(text) } else { pieces(text) };
    let from = run(&ranges, if whole_lines { 4 } else { 8 }, chance);
    let to = run(&ranges, 1, chance);
    let words: Vec<&str> = WORDS.split_ascii_whitespace().collect();
    match chance.below(10) {
        0 => drop(text.drain(from)),
        1 => {
            let copy = text[from].to_vec();
            drop(text.splice(to.start..to.start, copy));
        }
        2 => {
            let copy = text[from].to_vec();
            drop(text.splice(to, copy));
        }
        3 => {
            let word = words[chance.below(words.len())];
            drop(text.splice(to, word.bytes()));
        }
        4 => {
            let word = words[chance.below(words.len())];
            drop(text.splice(to.start..to.start, word.bytes()));
        }
        5 if !lines().is_empty() => {
            let at = run(&line_ranges(text), 1, chance).start;
            let line = &lines()[chance.below(lines().len())];
            drop(text.splice(at..at, line.iter().copied()));
        }
        // Deep nesting finds recursion without a bound.
        6 if chance.below(8) == 0 => {
            let copy = text[from].to_vec();
            let copies = copy.repeat(1 + chance.below(4_000 / copy.len().max(1)));
            drop(text.splice(to.start..to.start, copies));
        }
        7..=9 => alter(text, chance),
        _ => {
            let new: Vec<u8> = text[to.clone()].to_vec();
            let old = text[from.clone()].to_vec();
            if from.end <= to.start {
                text.splice(to, old);
                text.splice(from, new);
            } else {
                text.splice(from, new);
            }
        }
    }
}

/// Lines of one input between lines of another; gives the size.
pub fn crossover(a: &[u8], b: &[u8], out: &mut [u8], seed: u32) -> usize {
    let mut chance = Chance::new(seed);
    let mut text = a.to_vec();
    let at = run(&line_ranges(a), 1, &mut chance).start;
    let part = run(&line_ranges(b), 12, &mut chance);
    text.splice(at..at, b[part].iter().copied());
    let size = text.len().min(out.len());
    out[..size].copy_from_slice(&text[..size]);
    size
}
