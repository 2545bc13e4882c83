//! Interned names.
//!
//! The interner is one table for the process: symbols can be compared, hashed and copied as integers, and
//! their text lives as long as the process. Reading a symbol's text takes no lock, interning takes one.

use std::fmt;
use std::hash::BuildHasher;
use std::sync::{LazyLock, Mutex, OnceLock};

use hashbrown::{DefaultHashBuilder, HashTable};

/// An interned string: equal symbols are equal texts.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Symbol(u32);

/// Texts by symbol number. Chunk `c` holds the numbers from `2^c - 1` on, so no chunk ever moves and a reader
/// needs no lock.
static CHUNKS: [OnceLock<Box<[OnceLock<&'static str>]>>; 32] = [const { OnceLock::new() }; 32];

static INTERNER: LazyLock<Mutex<Interner>> = LazyLock::new(|| {
    let mut interner = Interner { table: HashTable::new(), hasher: DefaultHashBuilder::default() };
    for text in sym::TEXTS {
        interner.intern(text);
    }
    Mutex::new(interner)
});

struct Interner {
    table: HashTable<Entry>,
    hasher: DefaultHashBuilder,
}

/// What the table knows of a symbol.
struct Entry {
    /// Half of the text's hash, so that a table that grows need not read all texts.
    hash: u32,
    number: u32,
    text: &'static str,
}

impl Entry {
    /// The hash that the table uses, from half of the text's.
    fn bucket(hash: u32) -> u64 {
        u64::from(hash) | u64::from(hash) << 32
    }
}

/// The chunk that holds number `n`, and the index in it.
fn place(n: u32) -> (usize, usize) {
    let m = u64::from(n) + 1;
    let chunk = m.ilog2();
    (chunk as usize, (m - (1 << chunk)) as usize)
}

impl Interner {
    fn intern(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text) as u32;
        let bucket = Entry::bucket(hash);
        if let Some(entry) = self.table.find(bucket, |entry| entry.hash == hash && entry.text == text) {
            return entry.number;
        }
        let n = self.table.len() as u32;
        let text: &'static str = Box::leak(Box::<str>::from(text));
        let (chunk, index) = place(n);
        let slots =
            CHUNKS[chunk].get_or_init(|| std::iter::repeat_with(OnceLock::new).take(1 << chunk).collect());
        // Numbers are handed out once, under the lock, so the slot is empty.
        let _ = slots[index].set(text);
        let entry = Entry { hash, number: n, text };
        self.table.insert_unique(bucket, entry, |entry| Entry::bucket(entry.hash));
        n
    }
}

impl Symbol {
    /// The symbol of `text`.
    pub fn intern(text: &str) -> Symbol {
        // A panic while the lock is held can only be an allocation failure; the table is still sound.
        let mut interner = INTERNER.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        Symbol(interner.intern(text))
    }

    /// The text of the symbol.
    pub fn as_str(self) -> &'static str {
        if (self.0 as usize) < sym::TEXTS.len() {
            return sym::TEXTS[self.0 as usize];
        }
        let (chunk, index) = place(self.0);
        CHUNKS[chunk].get().and_then(|slots| slots[index].get()).copied().unwrap_or("")
    }

    /// A dense number, from 0; for tables indexed by symbol.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether the name starts with an upper-case letter, which is what exports it.
    pub fn is_exported(self) -> bool {
        self.as_str().chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether this is the blank identifier `_`.
    pub fn is_blank(self) -> bool {
        self == sym::BLANK
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

macro_rules! symbols {
    ($($name:ident = $number:literal $text:literal,)*) => {
        /// Symbols that the interpreter itself needs to recognise.
        pub mod sym {
            use super::Symbol;
            /// The texts of the constants, by number.
            pub(super) const TEXTS: &[&str] = &[$($text),*];
            $(#[doc = concat!("`", $text, "`")] pub const $name: Symbol = Symbol($number);)*
        }
    };
}

symbols! {
    EMPTY = 0 "",
    BLANK = 1 "_",
    MAIN = 2 "main",
    INIT = 3 "init",
    IOTA = 4 "iota",
    DOT = 5 ".",
    NIL = 6 "nil",
    TRUE = 7 "true",
    FALSE = 8 "false",
    ERROR = 9 "error",
    COMPARABLE = 10 "comparable",
    ANY = 11 "any",
    AT_IMPORT = 12 "atImport",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_texts_are_one_symbol() {
        let symbols: Vec<Symbol> = (0..5000).map(|i| Symbol::intern(&format!("name{i}"))).collect();
        for (i, symbol) in symbols.iter().enumerate() {
            assert_eq!(symbol.as_str(), format!("name{i}"));
            assert_eq!(*symbol, Symbol::intern(&format!("name{i}")));
        }
    }

    #[test]
    fn constants_have_their_numbers() {
        for (n, text) in sym::TEXTS.iter().enumerate() {
            assert_eq!(Symbol::intern(text).index(), n);
        }
    }
}
