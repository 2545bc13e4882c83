//! The packages of JSON: values of plain types are written and read here, by their run-time types, and texts are checked.
//!
//! What only the half in the language can do (methods of values, errors) is left to it: the encoder leaves *holes*, values
//! with the places where their texts belong, in order; the decoder leaves the texts that methods shall read, and gives up at
//! whatever is an error, so that the other half does the whole value again and says what is wrong. That is possible because
//! reading a value twice gives what reading it once gives.
//!
//! What a type is to JSON, the half in the language works out when it first meets it; it is passed as tables ([`Types`]).
//! The two versions of the package have tables of their own, and are told apart by flags.

mod decode;
mod encode;
mod scan;
mod text;
mod wire;

pub use wire::TABLE as WIRE;

use super::{Done, Mem, NativeCx, NativeResult, Row, SliceRef};
use crate::heap::RTypeId;

/// The functions without body of `stdlib/encoding/json/v2`.
pub const TABLE: &[Row] = &[
    ("encoding/json/v2.decodePlain", decode::decode_plain),
    ("encoding/json/v2.encodePlain", encode::encode_plain),
    ("encoding/json/v2.typeNumber", type_number),
];

// What a type is; the half in the language has the same numbers.
const PLAIN: u8 = 1;
const HOLE: u8 = 2;
/// A hole where the value is a variable.
const HOLE_OF_VARIABLE: u8 = 3;
/// `json.Number`
const NUMBER: u8 = 4;
/// A slice of bytes, as base64.
const BYTES: u8 = 5;
/// A flag: there are holes in values of the type.
const HOLED: u8 = 0x80;

// Of a field.
const OMIT_EMPTY: u64 = 1;
const QUOTED: u64 = 2;
const OMIT_ZERO: u64 = 4;

/// How deep values may be nested here.
const MAX_DEPTH: i64 = 1000;

/// What the half in the language knows of types.
struct Types<'a> {
    /// By the number of a type.
    classes: &'a [u8],
    /// By the number of a type: its pointer type; of a struct, where its fields are described.
    pointers: SliceRef,
    structs: SliceRef,
    /// Of each struct: the number of its fields; then for each: where its name lies in `names`, its length, flags, type, the
    /// number of offsets, and these; between two of them lies a pointer. Where that of the next field begins is clear then.
    layout: SliceRef,
    names: &'a [u8],
    mem: Mem,
}

/// One field of a struct.
struct Field<'a> {
    name: &'a [u8],
    flags: u64,
    ty: RTypeId,
    /// Where its offsets begin, and how many there are.
    path: u64,
    steps: u64,
    /// Where the description of the next field begins.
    next: u64,
}

impl<'a> Types<'a> {
    fn read(cx: &mut NativeCx<'a>) -> Types<'a> {
        Types {
            classes: cx.bytes(),
            pointers: cx.slice(),
            structs: cx.slice(),
            layout: cx.slice(),
            names: cx.bytes(),
            mem: cx.mem(),
        }
    }

    #[inline]
    fn class(&self, ty: RTypeId) -> u8 {
        self.classes.get(ty.0 as usize).copied().unwrap_or(0) & !HOLED
    }

    /// Whether there may be holes in values of the type.
    fn holed(&self, ty: RTypeId) -> bool {
        self.classes.get(ty.0 as usize).copied().unwrap_or(HOLED) & HOLED != 0
    }

    fn word(&self, of: SliceRef, i: u64) -> u64 {
        if i < of.len { self.mem.u64(of.addr + 8 * i) } else { 0 }
    }

    fn pointer_to(&self, ty: RTypeId) -> RTypeId {
        RTypeId(self.word(self.pointers, u64::from(ty.0)) as u32)
    }

    /// The number of fields, and where the first is described.
    fn fields(&self, ty: RTypeId) -> (u64, u64) {
        let at = self.word(self.structs, u64::from(ty.0));
        (self.word(self.layout, at), at + 1)
    }

    fn field(&self, at: u64) -> Field<'a> {
        let word = |i| self.word(self.layout, at + i);
        let (start, len, steps) = (word(0) as usize, word(1) as usize, word(4));
        let name = self.names.get(start..start + len).unwrap_or_default();
        Field { name, flags: word(2), ty: RTypeId(word(3) as u32), path: at + 5, steps, next: at + 5 + steps }
    }
}

/// The next argument, a `reflect.Value`: its type, where it lies, and whether it is a variable.
fn value(cx: &mut NativeCx<'_>) -> (RTypeId, u64, bool) {
    const VARIABLE: u64 = 8;
    let (ty, addr, flag) = (cx.ptr(), cx.ptr(), cx.uint());
    let id = if ty == 0 { 0 } else { cx.mem().u64(ty) };
    (RTypeId(id as u32), addr, flag & VARIABLE != 0)
}

/// `func typeNumber(t reflect.Type) int`: the number is the first field of what the interface holds.
fn type_number(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.iface().word;
    let id = if word == 0 { 0 } else { cx.mem().u64(word) };
    cx.ret_uint(id);
    Ok(Done)
}

/// Appends a string, without escapes for HTML.
pub fn append_text(out: &mut Vec<u8>, s: &[u8]) {
    text::quote(out, s, text::Escapes { html: false, js: true });
}

/// The result `append(dst, bytes...)`.
fn append(cx: &mut NativeCx<'_>, dst: SliceRef, bytes: &[u8]) -> NativeResult {
    cx.charge(bytes.len() as u64 >> 6);
    let len = dst.len + bytes.len() as u64;
    let mem = cx.mem();
    let to = if len <= dst.cap {
        SliceRef { len, ..dst }
    } else {
        let cap = len.max(dst.cap * 2);
        let addr = cx.heap().alloc_noscan(cap)?;
        mem.copy(addr, dst.addr, dst.len);
        SliceRef { addr, len, cap }
    };
    if !bytes.is_empty() {
        mem.bytes_mut(to.addr + dst.len, bytes.len() as u64).copy_from_slice(bytes);
    }
    cx.ret_slice(to);
    Ok(Done)
}
