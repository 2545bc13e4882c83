//! Recording what enters a run from outside, and repeating it.
//!
//! A [`Recorder`] is a host that is another one, and writes down each answer that the program gets. A [`Player`] is a host that
//! gives these answers again: it opens nothing, connects to nothing and waits for nothing; what the program prints is printed.
//! Since everything else in a run is decided by the program, the seed and the options, the run is the same.
//!
//! A recording is the line [`MAGIC`], the [`About`], and entries, each a call: its kind, a digest of its arguments, and the
//! answer. The digest is how a player notices that the program asks for something else than it did. The last entry is the
//! end of the run with its status; a sum of all bytes before it follows. Without them the recording was cut off or damaged.
//!
//! Invariant: whatever bytes a recording has, playing it gives answers or an error, never a panic.
//!
//! | file | concept |
//! |---|---|
//! | `wire` | answers as bytes |
//! | `recorder` | the host that records |
//! | `player` | the host that repeats |

mod player;
mod recorder;
mod wire;

use std::hash::{Hash, Hasher};

pub use player::{Playback, Player};
pub use recorder::{Recorder, Recording};
use wire::{Bytes, Wire};

/// How a recording begins: what it is, and the version of its format.
const MAGIC: &[u8] = b"phasync recording 1\n";

/// What a recording was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The version of phasync.
    pub version: String,
    /// The command line, without the program's name.
    pub command: Vec<String>,
    /// The text of the program, if it is in no file.
    pub text: Option<Vec<u8>>,
    /// A number that changes with the program's text.
    pub fingerprint: u64,
    /// How reports are drawn: in color, with ASCII characters only. They are part of what was printed.
    pub style: (bool, bool),
}

impl Wire for About {
    fn put(&self, out: &mut Vec<u8>) {
        self.version.put(out);
        self.command.put(out);
        self.text.put(out);
        self.fingerprint.put(out);
        self.style.put(out);
    }

    fn get(from: &mut Bytes<'_>) -> Option<About> {
        Some(About {
            version: Wire::get(from)?,
            command: Wire::get(from)?,
            text: Wire::get(from)?,
            fingerprint: Wire::get(from)?,
            style: Wire::get(from)?,
        })
    }
}

macro_rules! calls {
    ($($name:ident = $tag:literal, $words:literal;)*) => {
        /// What was asked of a host.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        enum Call {
            $($name = $tag,)*
        }

        impl Call {
            /// The call of this tag.
            fn of(tag: u8) -> Option<Call> {
                match tag {
                    $($tag => Some(Call::$name),)*
                    _ => None,
                }
            }

            /// What the program does, in words.
            fn words(self) -> &'static str {
                match self {
                    $(Call::$name => $words,)*
                }
            }
        }
    };
}

calls! {
    WriteStdout = 1, "writes to standard output";
    WriteStderr = 2, "writes to standard error";
    Flush = 3, "writes out what was printed";
    ReadStdin = 4, "reads from standard input";
    Environ = 6, "asks for the environment";
    Wall = 7, "asks for the time";
    Mono = 8, "looks at the clock";
    Poll = 9, "waits for the outside";
    Random = 10, "asks for chance";
    Read = 11, "reads";
    Write = 12, "writes";
    Accept = 13, "accepts a connection";
    Listen = 14, "listens";
    Connect = 15, "connects";
    Connected = 16, "looks if a connection is there";
    ReceiveFrom = 17, "receives a message";
    SendTo = 18, "sends a message";
    Shutdown = 19, "ends a direction of a connection";
    Addresses = 20, "asks for the address of a socket";
    SetOption = 21, "sets an option of a socket";
    Pipe = 22, "opens a pipe";
    Close = 23, "closes";
    Submit = 24, "begins work with a file or name";
    Perform = 25, "works with a file or name";
    ReachesOutside = 26, "asks who is at the other end";
    UseSignal = 27, "says what a signal shall do";
    Fact = 28, "asks about the system";
    ChangeDir = 29, "changes its directory";
    End = 30, "ends";
    Ready = 31, "asks if it would wait";
    Spawn = 32, "starts a program";
    SendSignal = 33, "sends a signal to a process";
    Request = 34, "makes a system call";
}

/// A digest of a call's arguments; the same in every run of the same version.
fn digest(arguments: impl Hash) -> u32 {
    let mut hasher = Fnv(0xCBF2_9CE4_8422_2325);
    arguments.hash(&mut hasher);
    let whole = hasher.finish();
    (whole ^ (whole >> 32)) as u32
}

/// FNV-1a, eight bytes at a time where there are so many.
struct Fnv(u64);

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.write_u64(word.iter().rev().fold(0, |sum, &byte| sum << 8 | u64::from(byte)));
        }
        for &byte in words.remainder() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        }
    }

    fn write_u64(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 29;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A sum of bytes, as they come.
#[derive(Clone, Copy)]
struct Sum(u64);

impl Sum {
    const SIZE: usize = size_of::<u64>();

    fn new() -> Sum {
        Sum(0xCBF2_9CE4_8422_2325)
    }

    fn add(&mut self, bytes: &[u8]) {
        self.0 =
            bytes.iter().fold(self.0, |sum, &byte| (sum ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3));
    }
}

/// A number that changes with any of these bytes.
pub fn fingerprint<'a>(texts: impl Iterator<Item = &'a [u8]>) -> u64 {
    let mut hasher = Fnv(0xCBF2_9CE4_8422_2325);
    texts.for_each(|text| text.hash(&mut hasher));
    hasher.finish()
}
