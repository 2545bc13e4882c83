//! The predeclared names, in one table. The checker enters them as the first objects, in this order,
//! so their [`ObjId`]s are fixed.

use super::{ObjId, TypeId};

/// A predeclared function.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are Go's own")]
pub enum Builtin {
    Append,
    Cap,
    Clear,
    Close,
    Complex,
    Copy,
    Delete,
    Imag,
    Len,
    Make,
    Max,
    Min,
    New,
    Panic,
    Print,
    Println,
    Real,
    Recover,
}

/// Where a call of a predeclared function may stand, if it is not a conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallUse {
    /// Its result must be used.
    Expression,
    /// It may be a statement.
    Statement,
}

/// A row of [`BUILTINS`].
pub struct BuiltinRow {
    /// Which function.
    pub id: Builtin,
    /// Its name.
    pub name: &'static str,
    /// The least number of arguments.
    pub args: usize,
    /// Whether more arguments are allowed.
    pub variadic: bool,
    /// Where it may stand.
    pub usage: CallUse,
    /// Its signature, and what it does, for people.
    pub doc: &'static str,
}

const fn row(
    id: Builtin,
    name: &'static str,
    args: usize,
    variadic: bool,
    usage: CallUse,
    doc: &'static str,
) -> BuiltinRow {
    BuiltinRow { id, name, args, variadic, usage, doc }
}

/// The predeclared functions.
pub const BUILTINS: [BuiltinRow; 18] = [
    row(
        Builtin::Append,
        "append",
        1,
        true,
        CallUse::Expression,
        "func append(slice []T, elems ...T) []T\nThe slice with the elements behind its own; a new array if the old one has no room.",
    ),
    row(
        Builtin::Cap,
        "cap",
        1,
        false,
        CallUse::Expression,
        "func cap(v) int\nHow many elements the slice, array or channel buffer has room for.",
    ),
    row(
        Builtin::Clear,
        "clear",
        1,
        false,
        CallUse::Statement,
        "func clear(m)\nDeletes all entries of a map; sets all elements of a slice to zero.",
    ),
    row(
        Builtin::Close,
        "close",
        1,
        false,
        CallUse::Statement,
        "func close(ch chan<- T)\nSays that nothing more will be sent. Receivers get what is left, then zero values.",
    ),
    row(
        Builtin::Complex,
        "complex",
        2,
        false,
        CallUse::Expression,
        "func complex(r, i float) complex\nThe complex number of these parts.",
    ),
    row(
        Builtin::Copy,
        "copy",
        2,
        false,
        CallUse::Statement,
        "func copy(dst, src []T) int\nCopies elements, as many as both slices have, and gives their number. The source may be a string.",
    ),
    row(
        Builtin::Delete,
        "delete",
        2,
        false,
        CallUse::Statement,
        "func delete(m map[K]V, key K)\nRemoves the key from the map, if it is there.",
    ),
    row(
        Builtin::Imag,
        "imag",
        1,
        false,
        CallUse::Expression,
        "func imag(c complex) float\nThe imaginary part.",
    ),
    row(
        Builtin::Len,
        "len",
        1,
        false,
        CallUse::Expression,
        "func len(v) int\nHow many elements a slice, array, map or channel holds; how many bytes a string.",
    ),
    row(
        Builtin::Make,
        "make",
        1,
        true,
        CallUse::Expression,
        "func make(T, size ...int) T\nA new slice (length, capacity), map or channel (buffer).",
    ),
    row(
        Builtin::Max,
        "max",
        1,
        true,
        CallUse::Expression,
        "func max(x T, y ...T) T\nThe largest of numbers or strings.",
    ),
    row(
        Builtin::Min,
        "min",
        1,
        true,
        CallUse::Expression,
        "func min(x T, y ...T) T\nThe smallest of numbers or strings.",
    ),
    row(
        Builtin::New,
        "new",
        1,
        false,
        CallUse::Expression,
        "func new(T) *T\nThe address of a new variable, zero or with the given value.",
    ),
    row(
        Builtin::Panic,
        "panic",
        1,
        false,
        CallUse::Statement,
        "func panic(v any)\nStops the goroutine: its deferred calls run, and the program dies unless one of them recovers.",
    ),
    row(
        Builtin::Print,
        "print",
        0,
        true,
        CallUse::Statement,
        "func print(args ...)\nWrites to standard error. For bootstrapping; fmt.Print is what you want.",
    ),
    row(
        Builtin::Println,
        "println",
        0,
        true,
        CallUse::Statement,
        "func println(args ...)\nAs print, with spaces and a newline.",
    ),
    row(Builtin::Real, "real", 1, false, CallUse::Expression, "func real(c complex) float\nThe real part."),
    row(
        Builtin::Recover,
        "recover",
        0,
        false,
        CallUse::Statement,
        "func recover() any\nIn a deferred function: stops a panic, and gives its value; nil if there is none.",
    ),
];

impl Builtin {
    /// The function's row in the table.
    pub fn row(self) -> &'static BuiltinRow {
        &BUILTINS[self as usize]
    }
}

/// The predeclared type names.
pub const TYPES: [(&str, TypeId); 22] = [
    ("error", TypeId::ERROR),
    ("comparable", TypeId::COMPARABLE),
    ("any", TypeId::ANY),
    ("byte", TypeId::BYTE),
    ("rune", TypeId::RUNE),
    ("bool", TypeId::BOOL),
    ("int", TypeId::INT),
    ("int8", TypeId::INT8),
    ("int16", TypeId::INT16),
    ("int32", TypeId::INT32),
    ("int64", TypeId::INT64),
    ("uint", TypeId::UINT),
    ("uint8", TypeId::UINT8),
    ("uint16", TypeId::UINT16),
    ("uint32", TypeId::UINT32),
    ("uint64", TypeId::UINT64),
    ("uintptr", TypeId::UINTPTR),
    ("float32", TypeId::FLOAT32),
    ("float64", TypeId::FLOAT64),
    ("complex64", TypeId::COMPLEX64),
    ("complex128", TypeId::COMPLEX128),
    ("string", TypeId::STRING),
];

/// The object of `error`.
pub const ERROR: ObjId = ObjId(0);
/// The object of `comparable`.
pub const COMPARABLE: ObjId = ObjId(1);
/// The object of `any`.
pub const ANY: ObjId = ObjId(2);
/// The object of `byte`.
pub const BYTE: ObjId = ObjId(3);
/// The object of `rune`.
pub const RUNE: ObjId = ObjId(4);
/// The object of `iota`.
pub const IOTA: ObjId = ObjId(TYPES.len() as u32 + 2);
