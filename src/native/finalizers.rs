//! The natives of packages runtime and weak that have to do with the end of objects: finalizers, cleanups, weak pointers.

use super::{Block, Done, NativeCx, NativeResult, Row, SystemCall, Unwind};
use crate::heap::{IfaceWord, Kind, RType, RTypeId};
use crate::vm::{Iface, Wanted};

/// The functions without body.
pub const TABLE: &[Row] = &[
    ("runtime.addCleanup", add_cleanup),
    ("runtime.addressOf", same),
    ("runtime.asCaller", as_caller),
    ("runtime.checkCleanup", check_cleanup),
    ("runtime.checkFinalizer", check_finalizer),
    ("runtime.endCalls", end_calls),
    ("runtime.finalizing", finalizing),
    ("runtime.frameFor", frame_for),
    ("runtime.nextCall", next_call),
    ("runtime.setFinalizer", set_finalizer),
    ("runtime.stopCleanup", stop_cleanup),
    ("runtime.wantCaller", want_caller),
    ("runtime.wantFrame", want_frame),
    ("weak.handleOf", handle_of),
    ("weak.valueOf", value_of),
];

/// The same word, as a value of another type.
fn same(cx: &mut NativeCx<'_>) -> NativeResult {
    let word = cx.word();
    cx.ret_word(word);
    Ok(Done)
}

// ---- finalizers ----------------------------------------------------------------------------------------------------

/// What Go says of an argument that it does not take.
fn refuse(cx: &NativeCx<'_>, text: impl std::fmt::Display) -> Unwind {
    cx.fatal(format!("runtime.SetFinalizer: {text}"))
}

/// `func checkFinalizer(obj, finalizer any) bool`: whether there is something to be done. What Go refuses is a fatal error.
fn check_finalizer(cx: &mut NativeCx<'_>) -> NativeResult {
    let (obj, finalizer) = (cx.iface(), cx.iface());
    let in_heap = check_object(cx, obj)?;
    if in_heap && finalizer.ty != RTypeId::NIL {
        check_function(cx, obj.ty, finalizer.ty)?;
    }
    cx.ret_bool(in_heap);
    Ok(Done)
}

/// Whether the object is one of the heap; others are never dead.
fn check_object(cx: &mut NativeCx<'_>, obj: Iface) -> Result<bool, Unwind> {
    if obj.ty == RTypeId::NIL {
        return Err(refuse(cx, "first argument is nil"));
    }
    let ty = cx.rtype(obj.ty);
    if ty.kind != Kind::Pointer {
        return Err(refuse(cx, format_args!("first argument is {}, not pointer", ty.name)));
    }
    if obj.word == 0 {
        return Err(refuse(cx, "pointer not in allocated block"));
    }
    /// Go puts smaller objects without pointers side by side, and takes the address of any.
    const TINY: u64 = 16;
    let elem = cx.rtype(ty.elem);
    let tiny = elem.size < TINY && !elem.has_pointers();
    let Some(object) = cx.heap().object_at(obj.word) else { return Ok(false) };
    if object != obj.word && !tiny {
        return Err(refuse(cx, "pointer not at beginning of allocated block"));
    }
    Ok(true)
}

fn check_function(cx: &NativeCx<'_>, obj: RTypeId, finalizer: RTypeId) -> Result<(), Unwind> {
    let (object, function) = (cx.rtype(obj), cx.rtype(finalizer));
    if function.kind != Kind::Func {
        return Err(refuse(cx, format_args!("second argument is {}, not a function", function.name)));
    }
    let cannot =
        |why| refuse(cx, format_args!("cannot pass {} to finalizer {}{why}", object.name, function.name));
    if function.variadic {
        return Err(cannot(" because dotdotdot"));
    }
    let &[param] = &function.params[..] else { return Err(cannot("")) };
    let to = cx.rtype(param);
    // Pointers that have neither name nor methods are assignable to those that have.
    let plain = |ty: &RType| !ty.named && ty.methods.is_empty();
    let fits = match to.kind {
        Kind::Pointer => param == obj || to.elem == object.elem && (plain(to) || plain(object)),
        Kind::Interface => cx.rtypes().implements(obj, param).is_ok(),
        _ => false,
    };
    if fits { Ok(()) } else { Err(cannot("")) }
}

/// `func wantCaller(f any) int`: the number of a function that calls such functions as f with the address of a frame.
fn want_caller(cx: &mut NativeCx<'_>) -> NativeResult {
    let wanted = Wanted::Caller(cx.iface().ty);
    cx.state().wanted = Some(wanted);
    Ok(Block(SystemCall::Make))
}

/// `func wantFrame(f any) int`: the type of that frame.
fn want_frame(cx: &mut NativeCx<'_>) -> NativeResult {
    let wanted = Wanted::Frame(cx.iface().ty);
    cx.state().wanted = Some(wanted);
    Ok(Block(SystemCall::Make))
}

/// `func asCaller(number int) func(f, frame *byte)`: the function of that number.
fn as_caller(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.uint() as u32;
    let function = cx.function_value(number);
    cx.ret_ptr(function);
    Ok(Done)
}

/// `func frameFor(frame int, finalizer, obj any) (f, frame *byte)`: a function as a word, and a new frame in which obj is its argument.
fn frame_for(cx: &mut NativeCx<'_>) -> NativeResult {
    let (ty, finalizer, obj) = (RTypeId(cx.uint() as u32), cx.iface(), cx.iface());
    let param = cx.rtype(finalizer.ty).params[0];
    let takes_interface = cx.rtype(param).kind == Kind::Interface;
    debug_assert_eq!(cx.rtype(finalizer.ty).iface_word, IfaceWord::Pointer);
    let (frame, mem) = (cx.new_array(ty, 1)?, cx.mem());
    if takes_interface {
        mem.set_u64(frame, obj.ty.word());
        mem.set_u64(frame + 8, obj.word);
    } else {
        mem.set_u64(frame, obj.word);
    }
    cx.ret_ptr(finalizer.word);
    cx.ret_ptr(frame);
    Ok(Done)
}

/// `func setFinalizer(obj any, call func(any), makeCalls func())`; there is none if call is nil.
fn set_finalizer(cx: &mut NativeCx<'_>) -> NativeResult {
    let (obj, call, runner) = (cx.iface(), cx.ptr(), cx.ptr());
    let finalizers = &mut cx.state().finalizers;
    if call == 0 {
        finalizers.unset(obj.word);
        return Ok(Done);
    }
    finalizers.set_runner(runner);
    if !finalizers.set(obj.word, obj.ty.word(), call) {
        return Err(refuse(cx, "finalizer already set"));
    }
    Ok(Done)
}

// ---- cleanups ------------------------------------------------------------------------------------------------------

/// `func checkCleanup(ptr *byte, like, arg any)`: panics if the argument, of the type to which like points, keeps the object alive,
/// as far as Go sees it.
fn check_cleanup(cx: &mut NativeCx<'_>) -> NativeResult {
    let (ptr, like, arg) = (cx.ptr(), cx.iface(), cx.iface());
    let static_type = cx.rtype(cx.rtype(like.ty).elem);
    if !matches!(static_type.kind, Kind::Pointer | Kind::UnsafePointer) {
        return Ok(Done);
    }
    let never = |what| format!("runtime.AddCleanup: ptr is {what} arg, cleanup will never run");
    if ptr == arg.word {
        return Err(cx.panic_str(never("equal to")));
    }
    let object = cx.heap().object_at(ptr);
    if object.is_some() && object == cx.heap().object_at(arg.word) {
        return Err(cx.panic_str(never("within")));
    }
    Ok(Done)
}

/// `func addCleanup(ptr *byte, call func(any), makeCalls func()) uint64`: its number.
fn add_cleanup(cx: &mut NativeCx<'_>) -> NativeResult {
    let (ptr, call, runner) = (cx.ptr(), cx.ptr(), cx.ptr());
    let number = if cx.heap().contains(ptr) {
        let finalizers = &mut cx.state().finalizers;
        finalizers.set_runner(runner);
        finalizers.add_cleanup(ptr, call)
    } else {
        0
    };
    cx.ret_uint(number);
    Ok(Done)
}

/// `func stopCleanup(number uint64)`
fn stop_cleanup(cx: &mut NativeCx<'_>) -> NativeResult {
    let number = cx.uint();
    cx.state().finalizers.stop_cleanup(number);
    Ok(Done)
}

// ---- the calls -----------------------------------------------------------------------------------------------------

/// `func finalizing() bool`: whether finalizers or cleanups are being called, or about to be.
fn finalizing(cx: &mut NativeCx<'_>) -> NativeResult {
    let running = cx.state().finalizers.is_running();
    cx.ret_bool(running);
    Ok(Done)
}

/// `func nextCall() (call func(any), obj any)`: what is to be called next; nil if there is nothing.
fn next_call(cx: &mut NativeCx<'_>) -> NativeResult {
    let due = cx.state().finalizers.next_due();
    let (closure, (ty, word)) = due.map_or((0, (0, 0)), |due| (due.closure, due.object));
    cx.ret_ptr(closure);
    cx.ret_iface(Iface { ty: RTypeId::from_word(ty), word });
    Ok(Done)
}

/// `func endCalls()`: nobody makes the calls any more.
fn end_calls(cx: &mut NativeCx<'_>) -> NativeResult {
    cx.state().finalizers.runner_ends();
    Ok(Done)
}

// ---- weak pointers -------------------------------------------------------------------------------------------------

/// `func handleOf[T any](p *T) *uintptr`: the handle of a pointer.
fn handle_of(cx: &mut NativeCx<'_>) -> NativeResult {
    let addr = cx.ptr();
    let handle = if addr == 0 { 0 } else { cx.weak_handle(addr)? };
    cx.ret_ptr(handle);
    Ok(Done)
}

/// `func valueOf[T any](handle *uintptr) *T`: the pointer again, nil if its object is dead.
fn value_of(cx: &mut NativeCx<'_>) -> NativeResult {
    let handle = cx.ptr();
    let addr = if handle == 0 { 0 } else { cx.mem().u64(handle) };
    cx.ret_ptr(addr);
    Ok(Done)
}
