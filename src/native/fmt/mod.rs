//! The core of package `fmt`: values of any type as text, by their run-time types.
//!
//! In: a format or a kind of printing, the operands as interfaces. Out: text. Methods of operands (`Error`, `String`,
//! `GoString`, `Format`) are script code, which a native does not call. So text is made in one of three modes:
//! - *fast*: gives up at the first operand that has such a method; most prints end here;
//! - *collect*: goes through all operands and lists the method calls that are needed, in order;
//! - *render*: goes through them again, and takes what the calls gave from a list.
//!
//! A fourth, *plain*, is for those who watch a run, and must not change it.
//!
//! Between the last two, the half of the package that is written in the language makes the calls. Invariant: collect and
//! render walk the same way, so that the n-th call's answer is the n-th that is asked for.

mod methods;
mod number;
mod print;
mod scan;
mod sorted;
mod spec;
mod text;
mod values;

use smallvec::SmallVec;

use super::{Done, NativeCx, NativeResult, Row};
use crate::heap::{Heap, RTypeId, RTypes};
use crate::vm::{Iface, Mem};
use print::{Answer, Mode, Printer};

/// The natives of package fmt.
pub const TABLE: &[Row] = &[
    ("fmt.fast", fast),
    ("fmt.fastError", fast_error),
    ("fmt.stdout", stdout),
    ("fmt.collect", collect),
    ("fmt.render", render),
    ("fmt.unpack", unpack),
    ("fmt.isNil", is_nil),
    ("fmt.write", write),
    ("fmt.scanPlain", scan::scan_plain),
];

/// How operands are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// By a format.
    Printf,
    /// With spaces between operands that are no strings.
    Print,
    /// With spaces between all operands, and a newline.
    Println,
    /// One value for a person who has entered an expression: strings quoted, fields named.
    Show,
}

impl Kind {
    fn of(n: i64) -> Kind {
        match n {
            0 => Kind::Printf,
            1 => Kind::Print,
            4 => Kind::Show,
            _ => Kind::Println,
        }
    }
}

/// What `%v` prints of the value of type `ty` in memory at `addr`, if its methods are left out.
pub(crate) fn plain(heap: &mut Heap, types: &RTypes, mem: Mem, ty: RTypeId, addr: u64) -> String {
    let mut p = Printer::new(heap, types, mem, Mode::Plain, Vec::new());
    p.plain(ty, addr);
    String::from_utf8_lossy(&p.t.out).into_owned()
}

/// The operands that all natives here begin with: `kind int, format string, a []any`. A kind of 3 is `Errorf`.
struct Operands<'a> {
    kind: Kind,
    /// `%w` is meant.
    wraps: bool,
    format: &'a [u8],
    args: Args,
}

/// Operands; few calls have more than these.
type Args = SmallVec<[Iface; 8]>;

fn operands<'a>(cx: &mut NativeCx<'a>) -> Operands<'a> {
    let n = cx.int();
    let kind = if n == 3 { Kind::Printf } else { Kind::of(n) };
    let format = cx.str();
    let args = cx.slice();
    let mem = cx.mem();
    let args = (0..args.len).map(|i| mem.iface(args.addr + 16 * i)).collect();
    Operands { kind, wraps: n == 3, format, args }
}

fn run(p: &mut Printer<'_>, o: &Operands<'_>) {
    p.wraps = o.wraps;
    let (format, args) = (o.format, &o.args[..]);
    match o.kind {
        Kind::Printf => p.printf(format, args),
        Kind::Print => p.print(args),
        Kind::Println => p.println(args),
        Kind::Show => p.show(args),
    }
}

/// Makes the text if no method is needed for it, and if nobody interrupts it: then it can be made again. Whether it gave up.
fn at_once(cx: &mut NativeCx<'_>, mem: Mem, o: &Operands<'_>) -> (Vec<u8>, bool) {
    let (heap, types, interrupt) = cx.for_long_work();
    let mut p = Printer::new(heap, types, mem, Mode::Fast, Vec::new());
    p.interrupt = Some(interrupt);
    run(&mut p, o);
    let (out, gave_up, interrupted) = (p.t.out, p.gave_up, p.interrupted);
    // The machine looks for interrupts when the slice is spent.
    cx.charge(if interrupted { u64::from(u32::MAX) } else { out.len() as u64 / 8 });
    (out, gave_up)
}

/// `func fast(kind int, format string, a []any) (text string, ok bool)`
fn fast(cx: &mut NativeCx<'_>) -> NativeResult {
    let o = operands(cx);
    let mem = cx.mem();
    let (out, gave_up) = at_once(cx, mem, &o);
    if gave_up {
        cx.ret_str_raw(0, 0);
    } else {
        cx.ret_str(&out)?;
    }
    cx.ret_bool(!gave_up);
    Ok(Done)
}

/// `func fastError(format string, a []any) (text string, wrapped int, ok bool)`: as `fast`, for `Errorf`; the operand of `%w`, -1 if
/// there is none. Not ok if there are several.
fn fast_error(cx: &mut NativeCx<'_>) -> NativeResult {
    let format = cx.str();
    let list = cx.slice();
    let mem = cx.mem();
    let args: Args = (0..list.len).map(|i| mem.iface(list.addr + 16 * i)).collect();
    let (heap, types, interrupt) = cx.for_long_work();
    let mut p = Printer::new(heap, types, mem, Mode::Fast, Vec::new());
    (p.interrupt, p.wraps) = (Some(interrupt), true);
    p.printf(format, &args);
    let (out, wrapped, interrupted) = (p.t.out, p.wrapped, p.interrupted);
    let ok = !p.gave_up && wrapped.len() <= 1;
    cx.charge(if interrupted { u64::from(u32::MAX) } else { out.len() as u64 / 8 });
    cx.ret_str(if ok { &out } else { &[] })?;
    cx.ret_int(wrapped.first().copied().unwrap_or(-1));
    cx.ret_bool(ok);
    Ok(Done)
}

/// `func stdout(kind int, format string, a []any) (n int, status int)`: prints to standard output; status 1: nothing was
/// done, because methods are needed; 2: the write failed.
fn stdout(cx: &mut NativeCx<'_>) -> NativeResult {
    if !cx.stdout_is_standard() {
        cx.ret_int(0);
        cx.ret_int(1);
        return Ok(Done);
    }
    let o = operands(cx);
    let mem = cx.mem();
    let (out, gave_up) = at_once(cx, mem, &o);
    let (n, status) = if gave_up {
        (0, 1)
    } else {
        match cx.write_stdout(&out)? {
            Ok(()) => (out.len() as i64, 0),
            Err(_) => (0, 2),
        }
    };
    cx.ret_int(n);
    cx.ret_int(status);
    Ok(Done)
}

/// `func collect(kind int, format string, a []any) (calls []any, how []int, wrapped []int)`: the method calls that are
/// needed, how each is to be made, and the operands of `%w`.
///
/// `how` packs: bits 0 to 1 the method (0 Error, 1 String, 2 GoString, 3 Format), bits 2 to 6 the flags `+-# 0`,
/// bit 7 whether there is a width, bit 8 whether there is a precision, bits 9 to 29 the verb, then 16 bits each of width
/// and precision.
fn collect(cx: &mut NativeCx<'_>) -> NativeResult {
    let o = operands(cx);
    let mem = cx.mem();
    let (heap, types) = cx.heap_and_types();
    let mut p = Printer::new(heap, types, mem, Mode::Collect, Vec::new());
    run(&mut p, &o);
    let (calls, wrapped, failed) = (p.calls, p.wrapped, p.out_of_memory);
    if failed {
        return Err(crate::heap::OutOfMemory.into());
    }
    let values: Vec<Iface> = calls.iter().map(|c| c.value).collect();
    let how: Vec<i64> = calls.iter().map(|c| c.how).collect();
    cx.ret_ifaces(&values)?;
    cx.ret_ints(&how)?;
    cx.ret_ints(&wrapped)?;
    Ok(Done)
}

/// `func render(kind int, format string, a []any, texts []string, raw []bool) string`: the text, with what the calls
/// gave; a raw answer is taken as it is, another is formatted as a string.
fn render(cx: &mut NativeCx<'_>) -> NativeResult {
    let o = operands(cx);
    let texts = cx.slice();
    let raw = cx.slice();
    let mem = cx.mem();
    let answers = (0..texts.len)
        .map(|i| Answer { text: mem.str(texts.addr + 16 * i).to_vec(), raw: mem.u8(raw.addr + i) != 0 })
        .collect();
    let (heap, types) = cx.heap_and_types();
    let mut p = Printer::new(heap, types, mem, Mode::Render, answers);
    run(&mut p, &o);
    let out = p.t.out;
    cx.charge(out.len() as u64 / 8);
    cx.ret_str(&out)?;
    Ok(Done)
}

/// `func unpack(how int) (verb rune, flags int, width, prec int)`: what `collect` packed, taken apart.
fn unpack(cx: &mut NativeCx<'_>) -> NativeResult {
    let how = cx.int();
    cx.ret_int((how >> 9) & 0x1F_FFFF);
    cx.ret_int((how >> 2) & 0x7F);
    cx.ret_int((how >> 30) & 0xFFFF);
    cx.ret_int((how >> 46) & 0xFFFF);
    Ok(Done)
}

/// `func isNil(v any) bool`: whether the operand is a nil pointer.
fn is_nil(cx: &mut NativeCx<'_>) -> NativeResult {
    let v = cx.iface();
    let nil = v.ty.0 != 0 && cx.rtype(v.ty).kind == crate::heap::Kind::Pointer && v.word == 0;
    cx.ret_bool(nil);
    Ok(Done)
}

/// `func write(s string) bool`: writes to standard output; false if that is not what `os.Stdout` is, or failed.
fn write(cx: &mut NativeCx<'_>) -> NativeResult {
    let s = cx.str();
    let done = cx.stdout_is_standard() && cx.write_stdout(s)?.is_ok();
    cx.ret_bool(done);
    Ok(Done)
}
