//! Values of Rust and values of the program.
//!
//! [`FromValue`] takes a value of the program apart, [`IntoValue`] makes one of a type that the program has declared. What is
//! passed is copied; only functions, channels and [`Root`](crate::engine::Root)s stay the program's own. The types are
//! checked when a value is passed, and a [`Mismatch`] says which part of which value does not go with which type.
//!
//! | Rust | Go |
//! |---|---|
//! | `i8` ... `i64`, `isize`, `u8` ... `u64`, `usize` | every integer type; what does not fit is a mismatch |
//! | `f32`, `f64` | `float32`, `float64` |
//! | `bool`, `char` | `bool`, `rune` |
//! | `String`, `&str` | `string` |
//! | `Vec<T>`, `[T; N]`, `&[T]` | slices and arrays; `Vec<u8>` also of strings |
//! | `HashMap<K, V>`, `BTreeMap<K, V>` | maps; structs, by the names of their exported fields |
//! | `Option<T>` | pointers, and whatever else may be nil |
//! | `Duration` | `time.Duration` |
//! | [`Func<A, R>`](crate::engine::Func), [`Chan<T>`](crate::engine::Chan) | functions, channels |
//! | [`Value`] | everything |
//! | tuples; `Result<T, E>` | several results; `(T, error)` |
//!
//! | file | concept |
//! |---|---|
//! | `from`, `into` | values |
//! | `results` | arguments and results |
//! | `types` | the Go type that a Rust type is declared as |
//! | `value` | [`Value`], a value of any type |

mod from;
mod into;
mod results;
mod types;
mod value;

use crate::heap::{MapError, OutOfMemory, RTypeId};
use crate::vm::{Raw, Thrown, Unwind, Values};

pub use results::{FromResults, IntoArgs, IntoResults, Results, ScriptError};
pub(crate) use types::signature;
pub use types::{GoResults, GoType};
pub use value::Value;

/// A Rust type that values of the program can become.
pub trait FromValue: Sized {
    /// Takes a value apart.
    ///
    /// # Errors
    /// The value's type, or the value itself, has no counterpart in the Rust type.
    fn from_value<'m>(values: &mut Values<'m>, raw: &Raw<'m>) -> Result<Self, Mismatch>;

    /// All bytes at once, for bytes.
    #[doc(hidden)]
    fn from_bytes(_: &[u8]) -> Option<Vec<Self>> {
        None
    }
}

/// A Rust type whose values can become values of the program.
pub trait IntoValue: Sized {
    /// Makes a value of this type of the program.
    ///
    /// # Errors
    /// The value has no counterpart in the program's type.
    fn into_value<'m>(self, values: &mut Values<'m>, ty: RTypeId) -> Result<Raw<'m>, Mismatch>;

    /// The type that it becomes where the program says `any`.
    #[doc(hidden)]
    fn dynamic_type(values: &Values<'_>) -> RTypeId;

    /// All bytes at once, for bytes.
    #[doc(hidden)]
    fn as_bytes(_: &[Self]) -> Option<&[u8]> {
        None
    }
}

/// Why a value could not be passed between Rust and the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The outermost part first: `argument 2`, `element 5`, `field Name`.
    place: Vec<String>,
    /// What is wrong there.
    problem: String,
    out_of_memory: bool,
}

impl Mismatch {
    /// A mismatch with this text.
    pub fn new(problem: impl Into<String>) -> Mismatch {
        Mismatch { place: Vec::new(), problem: problem.into(), out_of_memory: false }
    }

    /// A Go type that does not go with a Rust type.
    pub(crate) fn types<T>(values: &Values<'_>, ty: RTypeId) -> Mismatch {
        let rust = short_name(std::any::type_name::<T>());
        Mismatch::new(format!("Go's {} does not go with Rust's {rust}", values.ty(ty).name))
    }

    /// The same, in a part of what it is in now.
    #[must_use]
    pub fn within(mut self, part: impl Into<String>) -> Mismatch {
        self.place.insert(0, part.into());
        self
    }

    pub(crate) fn in_argument(self, i: usize) -> Mismatch {
        self.within(format!("argument {}", i + 1))
    }

    pub(crate) fn in_result(self, i: usize) -> Mismatch {
        self.within(format!("result {}", i + 1))
    }

    /// The panic that it is in the program, in this function.
    pub(crate) fn thrown(&self, function: &str) -> Unwind {
        if self.out_of_memory {
            return Unwind::from(OutOfMemory);
        }
        Thrown::Text(format!("{function}: {self}")).into()
    }
}

impl std::fmt::Display for Mismatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for part in &self.place {
            write!(f, "{part}: ")?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for Mismatch {}

impl From<OutOfMemory> for Mismatch {
    fn from(_: OutOfMemory) -> Mismatch {
        Mismatch { place: Vec::new(), problem: "out of memory".into(), out_of_memory: true }
    }
}

impl From<MapError> for Mismatch {
    fn from(error: MapError) -> Mismatch {
        match error {
            MapError::OutOfMemory => OutOfMemory.into(),
            MapError::NilMap => Mismatch::new("an entry of a nil map"),
            MapError::Unhashable(_) | MapError::Unsearchable(_) => {
                Mismatch::new("a key that cannot be compared")
            }
        }
    }
}

/// `alloc::string::String` without the modules.
fn short_name(name: &str) -> String {
    let mut out = String::new();
    for part in name.split_inclusive(|c: char| !c.is_alphanumeric() && c != '_' && c != ':') {
        out.push_str(part.rsplit("::").next().unwrap_or(part));
    }
    out
}
