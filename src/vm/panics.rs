//! Run-time errors: their texts, which are Go's, and how values that nobody recovered are printed.

use super::bounds::Bounds;
use super::cx::Thrown;
use super::program::Program;
use crate::bytecode::ThrowCode;
use crate::heap::{Kind, NameId, RType, RTypeId, mem};
use crate::native::text::float::append_float;

/// The text of a send on a closed channel.
pub(super) const SEND_ON_CLOSED: &str = "send on closed channel";
/// The text of closing a channel twice.
pub(super) const CLOSE_OF_CLOSED: &str = "close of closed channel";
/// The text of a wait group's counter below zero.
pub(super) const NEGATIVE_COUNTER: &str = "sync: negative WaitGroup counter";

/// The error of an `Op::Throw`.
#[cold]
pub(super) fn thrown(code: u16, b: u64, c: u64) -> Thrown {
    if code == ThrowCode::RangePanicked as u16 {
        return runtime("range function recovered a loop body panic and did not resume panicking");
    }
    if code == ThrowCode::NilReceiver as u16 {
        // SAFETY: the operands are a string constant of the program.
        return plain(&String::from_utf8_lossy(unsafe { mem::bytes(b, c) }));
    }
    debug_assert_eq!(code, ThrowCode::RangeState as u16);
    runtime(match b as i64 {
        1 => "range function continued iteration after function for loop body returned false",
        2 => "range function continued iteration after whole loop exit",
        _ => "range function continued iteration after loop body panic",
    })
}

#[cold]
pub(super) fn runtime(text: &str) -> Thrown {
    Thrown::Runtime(text.into())
}

#[cold]
pub(super) fn plain(text: &str) -> Thrown {
    Thrown::Plain(text.into())
}

#[cold]
pub(super) fn out_of_memory() -> Thrown {
    Thrown::Fatal("out of memory".into())
}

#[cold]
pub(super) fn nil_dereference() -> Thrown {
    runtime(NIL_DEREFERENCE)
}

/// The text of a nil dereference, which Go follows with a line about the signal.
pub(crate) const NIL_DEREFERENCE: &str = "invalid memory address or nil pointer dereference";

#[cold]
pub(super) fn divide() -> Thrown {
    runtime("integer divide by zero")
}

#[cold]
pub(super) fn negative_shift() -> Thrown {
    runtime("negative shift amount")
}

#[cold]
pub(super) fn index(index: u64, len: u64) -> Thrown {
    Thrown::Bounds(Box::new(Bounds::Index { index, len }))
}

#[cold]
pub(super) fn slice_bounds(bounds: Bounds) -> Thrown {
    Thrown::Bounds(Box::new(bounds))
}

#[cold]
pub(super) fn slice_to_array(len: u64, want: u64) -> Thrown {
    Thrown::Bounds(Box::new(Bounds::Convert { len, want }))
}

/// `x.(T)` of an interface of static type `iface` that holds `dynamic` instead of `wanted`.
#[cold]
pub(super) fn wrong_type(program: &Program, iface: RTypeId, dynamic: RTypeId, wanted: RTypeId) -> Thrown {
    let types = &program.rtypes;
    let (i, w) = (&types.get(iface).name, types.get(wanted));
    if dynamic == RTypeId::NIL {
        return Thrown::TypeAssertion(format!("interface conversion: {i} is nil, not {}", w.name));
    }
    let d = types.get(dynamic);
    let mut text = format!("interface conversion: {i} is {}, not {}", d.name, w.name);
    if d.name == w.name {
        text.push_str(if declaring_package(d) == declaring_package(w) {
            " (types from different scopes)"
        } else {
            " (types from different packages)"
        });
    }
    Thrown::TypeAssertion(text)
}

/// The import path of the package that a type belongs to: that of a struct without a name is the one of its fields that
/// are not exported.
fn declaring_package(ty: &RType) -> &str {
    let unexported = ty.fields.iter().find(|field| !field.exported).filter(|_| !ty.named);
    unexported.map_or(&ty.pkg_path, |field| &field.pkg)
}

/// `x.(I)` of a nil interface, or of one that lacks a method.
#[cold]
pub(super) fn not_implemented(
    program: &Program,
    dynamic: RTypeId,
    wanted: RTypeId,
    missing: Option<NameId>,
) -> Thrown {
    let types = &program.rtypes;
    let wanted = &types.get(wanted).name;
    match missing {
        None => Thrown::TypeAssertion(format!("interface conversion: interface is nil, not {wanted}")),
        Some(name) => Thrown::TypeAssertion(format!(
            "interface conversion: {} is not {wanted}: missing method {}",
            types.get(dynamic).name,
            types.name_text(name)
        )),
    }
}

/// How Go prints a panic value that is neither error nor Stringer, byte by byte.
pub(super) fn value_text(program: &Program, ty: u64, word: u64) -> Vec<u8> {
    let t = program.rtypes.get(RTypeId::from_word(ty));
    if RTypeId::from_word(ty) == RTypeId::NIL || t.kind != Kind::String {
        return scalar_text(program, ty, word).into_bytes();
    }
    // SAFETY: the data word of a string is the address of a box with a live string.
    let text = indented(unsafe {
        let [ptr, len] = mem::load::<[u64; 2]>(word);
        mem::bytes(ptr, len)
    });
    // `string` itself is predeclared; a named string type prints with its name.
    if t.pkg_path.is_empty() && t.named {
        return text;
    }
    [t.name.as_bytes(), b"(\"", &text, b"\")"].concat()
}

/// The same for values that are no strings.
fn scalar_text(program: &Program, ty: u64, word: u64) -> String {
    let id = RTypeId::from_word(ty);
    if id == RTypeId::NIL {
        return "nil".into();
    }
    let t = program.rtypes.get(id);
    let predeclared = t.pkg_path.is_empty() && t.named;
    let wrap = |text: String| if predeclared { text } else { format!("{}({text})", t.name) };
    // Complex numbers bring their parentheses.
    let named_complex = |text: String| if predeclared { text } else { format!("{}{text}", t.name) };
    match t.kind {
        Kind::Bool => wrap((word != 0).to_string()),
        Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => wrap((word as i64).to_string()),
        Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr => {
            wrap(word.to_string())
        }
        Kind::Float32 => wrap(float32_text(f32::from_bits(word as u32))),
        Kind::Float64 => wrap(float_text(f64::from_bits(word))),
        Kind::Complex64 => {
            // SAFETY: the data word of a complex64 is the address of a box of 8 bytes.
            let [re, im] = unsafe { mem::load::<[f32; 2]>(word) };
            named_complex(complex_text(&float32_text(re), &float32_text(im)))
        }
        Kind::Complex128 => {
            // SAFETY: the data word of a complex128 is the address of a box of 16 bytes.
            let [re, im] = unsafe { mem::load::<[f64; 2]>(word) };
            named_complex(complex_text(&float_text(re), &float_text(im)))
        }
        Kind::Array
        | Kind::Chan
        | Kind::Func
        | Kind::Interface
        | Kind::Map
        | Kind::Pointer
        | Kind::Slice
        | Kind::String
        | Kind::Struct
        | Kind::UnsafePointer => format!("({}) {:#x}", t.name, word),
    }
}

/// What a panic value says, as far as that is known without calling its methods.
pub(super) fn plain_text(program: &Program, ty: u64, word: u64) -> String {
    let (known, id) = (&program.well_known, RTypeId::from_word(ty));
    let errors =
        [known.string, known.error_string, known.bounds_error, known.plain_error, known.type_assertion_error];
    if id == RTypeId::NIL || word == 0 || !errors.contains(&id) && id != program.host_types.error {
        return String::from_utf8_lossy(&value_text(program, ty, word)).into_owned();
    }
    // SAFETY: the data word of all of these is the address of a live string, or of a struct that begins with one.
    let text = unsafe {
        let [ptr, len] = mem::load::<[u64; 2]>(word);
        String::from_utf8_lossy(mem::bytes(ptr, len)).into_owned()
    };
    let runtime = id == known.error_string || id == known.bounds_error;
    if runtime { format!("runtime error: {text}") } else { text }
}

/// Text of several lines in a panic message: all but the first are indented.
pub(super) fn indented(text: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = text.split(|&b| b == b'\n').collect();
    lines.join(&b"\n\t"[..])
}

/// A float64 as `print` and panics write it: the shortest digits that give it back.
pub(super) fn float_text(x: f64) -> String {
    shortest(x, &scientific(x, 64))
}

/// A float32 as `print` and panics write it.
pub(super) fn float32_text(x: f32) -> String {
    shortest(f64::from(x), &scientific(f64::from(x), 32))
}

/// The shortest digits that give the absolute value back, as package strconv finds them.
fn scientific(x: f64, bits: u32) -> String {
    let mut text = Vec::new();
    append_float(&mut text, x.abs(), b'e', -1, bits);
    String::from_utf8_lossy(&text).into_owned()
}

/// Go's form of the number `x` with the digits of `scientific` (`1.25e-7`), which are its absolute value's.
fn shortest(x: f64, scientific: &str) -> String {
    if x.is_nan() {
        return "NaN".into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "+Inf".into() } else { "-Inf".into() };
    }
    let sign = if x.is_sign_negative() { "-" } else { "" };
    let (digits, exp) = scientific.split_once('e').unwrap_or((scientific, "0"));
    let exp: i32 = exp.parse().unwrap_or(0);
    if !(-4..6).contains(&exp) {
        let exp_sign = if exp < 0 { '-' } else { '+' };
        return format!("{sign}{digits}e{exp_sign}{:02}", exp.abs());
    }
    let digits = digits.replace('.', "");
    let whole = usize::try_from(exp + 1).unwrap_or(0);
    if whole == 0 {
        return format!(
            "{sign}0.{:0>width$}",
            digits,
            width = digits.len() + exp.unsigned_abs() as usize - 1
        );
    }
    if whole >= digits.len() {
        return format!("{sign}{digits:0<whole$}");
    }
    format!("{sign}{}.{}", &digits[..whole], &digits[whole..])
}

/// A complex number as `print` and panics write it, given the texts of its parts.
pub(super) fn complex_text(re: &str, im: &str) -> String {
    let plus = if im.starts_with(['+', '-']) { "" } else { "+" };
    format!("({re}{plus}{im}i)")
}
