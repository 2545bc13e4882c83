//! The predeclared basic types and the untyped kinds of constants.

/// A basic type. The order is fixed: it is also the order of the first [`TypeId`](super::TypeId)s.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs, reason = "the names are Go's own")]
pub enum Basic {
    Bool,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    String,
    UnsafePointer,
    UntypedBool,
    UntypedInt,
    UntypedRune,
    UntypedFloat,
    UntypedComplex,
    UntypedString,
    UntypedNil,
}

/// Properties of a basic type, as a bit set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct BasicInfo(u8);

impl BasicInfo {
    /// `bool` and untyped boolean.
    pub const BOOLEAN: BasicInfo = BasicInfo(1);
    /// Every integer type, and untyped integers and runes.
    pub const INTEGER: BasicInfo = BasicInfo(2);
    /// Unsigned integers.
    pub const UNSIGNED: BasicInfo = BasicInfo(4);
    /// Floating-point types.
    pub const FLOAT: BasicInfo = BasicInfo(8);
    /// Complex types.
    pub const COMPLEX: BasicInfo = BasicInfo(16);
    /// Strings.
    pub const STRING: BasicInfo = BasicInfo(32);
    /// Untyped kinds.
    pub const UNTYPED: BasicInfo = BasicInfo(64);
    /// Integer, float or complex.
    pub const NUMERIC: BasicInfo = BasicInfo(2 | 8 | 16);
    /// Types with `<`.
    pub const ORDERED: BasicInfo = BasicInfo(2 | 8 | 32);
    /// Types that constants can have.
    pub const CONST: BasicInfo = BasicInfo(1 | 2 | 8 | 16 | 32);
    /// Operands of `+`.
    pub const NUMERIC_OR_STRING: BasicInfo = BasicInfo(2 | 8 | 16 | 32);
    /// Integer or float.
    pub const INTEGER_OR_FLOAT: BasicInfo = BasicInfo(2 | 8);

    /// Whether the two sets have a property in common.
    pub fn any(self, of: BasicInfo) -> bool {
        self.0 & of.0 != 0
    }
}

impl Basic {
    /// All basic types, in order.
    pub const ALL: [Basic; 25] = [
        Basic::Bool,
        Basic::Int,
        Basic::Int8,
        Basic::Int16,
        Basic::Int32,
        Basic::Int64,
        Basic::Uint,
        Basic::Uint8,
        Basic::Uint16,
        Basic::Uint32,
        Basic::Uint64,
        Basic::Uintptr,
        Basic::Float32,
        Basic::Float64,
        Basic::Complex64,
        Basic::Complex128,
        Basic::String,
        Basic::UnsafePointer,
        Basic::UntypedBool,
        Basic::UntypedInt,
        Basic::UntypedRune,
        Basic::UntypedFloat,
        Basic::UntypedComplex,
        Basic::UntypedString,
        Basic::UntypedNil,
    ];

    /// The name as Go prints it.
    pub fn name(self) -> &'static str {
        match self {
            Basic::Bool => "bool",
            Basic::Int => "int",
            Basic::Int8 => "int8",
            Basic::Int16 => "int16",
            Basic::Int32 => "int32",
            Basic::Int64 => "int64",
            Basic::Uint => "uint",
            Basic::Uint8 => "uint8",
            Basic::Uint16 => "uint16",
            Basic::Uint32 => "uint32",
            Basic::Uint64 => "uint64",
            Basic::Uintptr => "uintptr",
            Basic::Float32 => "float32",
            Basic::Float64 => "float64",
            Basic::Complex64 => "complex64",
            Basic::Complex128 => "complex128",
            Basic::String => "string",
            Basic::UnsafePointer => "unsafe.Pointer",
            Basic::UntypedBool => "untyped bool",
            Basic::UntypedInt => "untyped int",
            Basic::UntypedRune => "untyped rune",
            Basic::UntypedFloat => "untyped float",
            Basic::UntypedComplex => "untyped complex",
            Basic::UntypedString => "untyped string",
            Basic::UntypedNil => "untyped nil",
        }
    }

    /// The properties of the type.
    pub fn info(self) -> BasicInfo {
        let untyped = BasicInfo::UNTYPED.0;
        match self {
            Basic::Bool => BasicInfo::BOOLEAN,
            Basic::Int | Basic::Int8 | Basic::Int16 | Basic::Int32 | Basic::Int64 => BasicInfo::INTEGER,
            Basic::Uint | Basic::Uint8 | Basic::Uint16 | Basic::Uint32 | Basic::Uint64 | Basic::Uintptr => {
                BasicInfo(BasicInfo::INTEGER.0 | BasicInfo::UNSIGNED.0)
            }
            Basic::Float32 | Basic::Float64 => BasicInfo::FLOAT,
            Basic::Complex64 | Basic::Complex128 => BasicInfo::COMPLEX,
            Basic::String => BasicInfo::STRING,
            Basic::UnsafePointer => BasicInfo(0),
            Basic::UntypedBool => BasicInfo(BasicInfo::BOOLEAN.0 | untyped),
            Basic::UntypedInt | Basic::UntypedRune => BasicInfo(BasicInfo::INTEGER.0 | untyped),
            Basic::UntypedFloat => BasicInfo(BasicInfo::FLOAT.0 | untyped),
            Basic::UntypedComplex => BasicInfo(BasicInfo::COMPLEX.0 | untyped),
            Basic::UntypedString => BasicInfo(BasicInfo::STRING.0 | untyped),
            Basic::UntypedNil => BasicInfo(untyped),
        }
    }

    /// Whether the type has the given property.
    pub fn is(self, info: BasicInfo) -> bool {
        self.info().any(info)
    }

    /// Whether this is one of the untyped kinds.
    pub fn is_untyped(self) -> bool {
        self >= Basic::UntypedBool
    }
}
