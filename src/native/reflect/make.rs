//! What the compiler makes while the program runs: asking for it, and functions as values.

use super::types::type_id;
use crate::heap::{ChanDir, FieldDef, RTypeId};
use crate::native::{Block, Done, NativeCx, NativeResult, Row, SystemCall, Unwind};
use crate::vm::Wanted;

pub const TABLE: &[Row] = &[
    ("reflect.asCaller", as_value),
    ("reflect.asMethodCaller", as_value),
    ("reflect.asChanCall", as_value),
    ("reflect.asMakeChan", as_value),
    ("reflect.asSelect", as_value),
    ("reflect.asUnsafe", as_value),
    ("reflect.bind", bind),
    ("reflect.function", function),
    ("reflect.want", want),
    ("reflect.wantFunc", want_func),
    ("reflect.wantInstance", want_instance),
    ("reflect.wantMethod", want_method),
    ("reflect.wantMethodCaller", want_method_caller),
    ("reflect.wantStruct", want_struct),
];

fn ask(cx: &mut NativeCx<'_>, wanted: Wanted) -> NativeResult {
    cx.state().wanted = Some(wanted);
    Ok(Block(SystemCall::Make))
}

/// `func want(what, a, b int) int`; the half in the language has the same numbers.
fn want(cx: &mut NativeCx<'_>) -> NativeResult {
    let (what, id, other) = (cx.int(), type_id(cx), cx.uint());
    let wanted = match what {
        0 => Wanted::Pointer(id),
        1 => Wanted::Slice(id),
        2 => Wanted::Array(id, other),
        3 => Wanted::Map(id, RTypeId(other as u32)),
        4 => Wanted::Chan(
            match other {
                1 => ChanDir::Recv,
                2 => ChanDir::Send,
                _ => ChanDir::Both,
            },
            id,
        ),
        5 => Wanted::Methods(id),
        6 => Wanted::Frame(id),
        7 => Wanted::Caller(id),
        8 => Wanted::Maker(id),
        _ => Wanted::Select(id, other != 0),
    };
    ask(cx, wanted)
}

/// The next argument, a `[]int` of types.
fn type_ids(cx: &mut NativeCx<'_>) -> Vec<RTypeId> {
    let (slice, mem) = (cx.slice(), cx.mem());
    (0..slice.len).map(|i| RTypeId(mem.u64(slice.addr + 8 * i) as u32)).collect()
}

/// The next argument, a `[]string`.
fn strings(cx: &mut NativeCx<'_>) -> Vec<std::rc::Rc<str>> {
    let (slice, mem) = (cx.slice(), cx.mem());
    let text = |i| String::from_utf8_lossy(mem.str(slice.addr + 16 * i)).into();
    (0..slice.len).map(text).collect()
}

/// `func wantFunc(types []int, in int, variadic bool) int`: parameters, then results.
fn want_func(cx: &mut NativeCx<'_>) -> NativeResult {
    let (mut params, n, variadic) = (type_ids(cx), cx.uint() as usize, cx.bool());
    let results = params.split_off(n.min(params.len()));
    ask(cx, Wanted::Func { params, results, variadic })
}

/// `func wantStruct(names, pkgs, tags []string, types []int, embedded []bool) int`
fn want_struct(cx: &mut NativeCx<'_>) -> NativeResult {
    let (names, pkgs, tags, types) = (strings(cx), strings(cx), strings(cx), type_ids(cx));
    let (embedded, mem) = (cx.slice(), cx.mem());
    let parts = names.into_iter().zip(pkgs).zip(tags.into_iter().zip(types)).enumerate();
    let fields = parts.map(|(i, ((name, pkg), (tag, ty)))| FieldDef {
        name,
        pkg,
        ty,
        tag,
        embedded: mem.u8(embedded.addr + i as u64) != 0,
    });
    let fields = fields.collect();
    ask(cx, Wanted::Struct(fields))
}

/// `func wantMethodCaller(name, pkg string, sig int) int`
fn want_method_caller(cx: &mut NativeCx<'_>) -> NativeResult {
    let (name, pkg, sig) = (cx.str(), cx.str(), type_id(cx));
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let name = cx.program().rtypes.method_name(&text(name), &text(pkg));
    ask(cx, Wanted::MethodCaller(name, sig))
}

/// `func wantMethod(recv int, name, pkg string) int`
fn want_method(cx: &mut NativeCx<'_>) -> NativeResult {
    let (recv, name, pkg) = (type_id(cx), cx.str(), cx.str());
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let name = cx.program().rtypes.method_name(&text(name), &text(pkg));
    ask(cx, Wanted::Method(recv, name))
}

/// `func wantInstance(name string, elem int) int`
fn want_instance(cx: &mut NativeCx<'_>) -> NativeResult {
    let (name, elem) = (cx.str(), type_id(cx));
    let name = String::from_utf8_lossy(name).into();
    ask(cx, Wanted::Instance(name, elem))
}

/// `func function(number int) *byte`: a function as a value.
fn function(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.uint() as u32;
    let closure = cx.function_value(number);
    cx.ret_ptr(closure);
    Ok(Done)
}

/// `func bind(number int, f func(frame *byte)) *byte`: the closure of a function that captures f.
fn bind(cx: &mut NativeCx<'_>) -> NativeResult {
    let (number, f) = (cx.uint(), cx.ptr());
    let closure = cx.new_closure(number as u32, f)?;
    cx.ret_ptr(closure);
    Ok(Done)
}

/// `func as...(f *byte) func(...)` or an `unsafe.Pointer`: the value is the same, its type another.
fn as_value(cx: &mut NativeCx<'_>) -> Result<crate::native::NativeOutcome, Unwind> {
    let f = cx.ptr();
    cx.ret_ptr(f);
    Ok(Done)
}
