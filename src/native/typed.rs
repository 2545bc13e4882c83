//! Rust functions with arguments and results, as natives.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use super::convert::{FromValue, GoResults, GoType, IntoResults, signature};
use super::{Done, NativeCx, NativeResult, Thrown};
use crate::vm::coroutine::Cx;
use crate::vm::{HostFn, Unwind};

/// A Rust function that a program can call, and that does not wait: `Fn(A, B, ...) -> R`.
pub trait PlainFunction<Args>: 'static {
    /// The function, as the machine calls it.
    #[doc(hidden)]
    fn into_host_fn(self) -> HostFn;
}

/// A Rust function that a program can call, and that may wait: `Fn(&mut Cx, A, B, ...) -> Result<R, Unwind>`.
pub trait BlockingFunction<Args>: 'static {
    /// The function, as the machine calls it.
    #[doc(hidden)]
    fn into_host_fn(self) -> HostFn;
}

/// Calls a function of the host whose panic is one of the program.
fn guarded<R>(call: impl FnOnce() -> R) -> Result<R, Unwind> {
    catch_unwind(AssertUnwindSafe(call)).map_err(|payload| {
        let text = crate::vm::coroutine::panic_text(&*payload);
        Thrown::Text(text.to_string()).into()
    })
}

macro_rules! functions {
    ($(($($t:ident $i:tt)*))*) => { $(
        #[allow(non_snake_case, unused_mut, unused_variables)]
        impl<Function, R, $($t),*> PlainFunction<($($t,)*)> for Function
        where
            Function: Fn($($t),*) -> R + 'static,
            R: IntoResults,
            $($t: FromValue,)*
        {
            fn into_host_fn(self) -> HostFn {
                HostFn::Plain(Rc::new(move |cx: &mut NativeCx<'_>| -> NativeResult {
                    $( let $t = cx.typed_arg::<$t>($i)?; )*
                    let results = guarded(|| self($($t),*))?;
                    cx.typed_results(results)?;
                    Ok(Done)
                }))
            }
        }

        #[allow(non_snake_case, unused_variables)]
        impl<Function, R, $($t),*> BlockingFunction<($($t,)*)> for Function
        where
            Function: Fn(&mut Cx<'_>, $($t),*) -> Result<R, Unwind> + 'static,
            R: IntoResults,
            $($t: FromValue,)*
        {
            fn into_host_fn(self) -> HostFn {
                HostFn::Blocking(Rc::new(move |cx: &mut Cx<'_>| {
                    $( let $t = cx.arg::<$t>($i)?; )*
                    let results = self(cx, $($t),*)?;
                    cx.set_results(results)
                }))
            }
        }
    )* };
}

functions! {
    () (A 0) (A 0 B 1) (A 0 B 1 C 2) (A 0 B 1 C 2 D 3) (A 0 B 1 C 2 D 3 E 4) (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6) (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
}

/// The Go type of a plain function.
pub fn plain_signature<F: PlainSignature<Args>, Args>(_: &F) -> String {
    F::text()
}

/// The Go type of a blocking function.
pub fn blocking_signature<F: BlockingSignature<Args>, Args>(_: &F) -> String {
    F::text()
}

/// A plain function all of whose types have a Go type.
pub trait PlainSignature<Args> {
    #[doc(hidden)]
    fn text() -> String;
}

/// A blocking function all of whose types have a Go type.
pub trait BlockingSignature<Args> {
    #[doc(hidden)]
    fn text() -> String;
}

macro_rules! signatures {
    ($(($($t:ident)*))*) => { $(
        impl<Function, R, $($t),*> PlainSignature<($($t,)*)> for Function
        where
            Function: Fn($($t),*) -> R,
            R: GoResults,
            $($t: GoType,)*
        {
            fn text() -> String {
                signature(&[$($t::go_type()),*], &R::go_results())
            }
        }

        impl<Function, R, $($t),*> BlockingSignature<($($t,)*)> for Function
        where
            Function: Fn(&mut Cx<'_>, $($t),*) -> Result<R, Unwind>,
            R: GoResults,
            $($t: GoType,)*
        {
            fn text() -> String {
                signature(&[$($t::go_type()),*], &R::go_results())
            }
        }
    )* };
}

signatures! { () (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) (A B C D E F G) (A B C D E F G H) }
