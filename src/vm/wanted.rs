//! What reflection asks the compiler for while a program runs: types that the program does not mention, and functions that
//! pass on a call whose types are not known before.

use std::rc::Rc;

use crate::heap::{ChanDir, FieldDef, NameId, RTypeId};

/// A thing to make. The answer is a number: of a type, or of a function.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// `*T`
    Pointer(RTypeId),
    /// `[]T`
    Slice(RTypeId),
    /// `[n]T`
    Array(RTypeId, u64),
    /// `map[K]V`
    Map(RTypeId, RTypeId),
    /// `chan T`
    Chan(ChanDir, RTypeId),
    /// `func(params) results`
    Func {
        /// Parameter types; the last is a slice type if variadic.
        params: Vec<RTypeId>,
        /// Result types.
        results: Vec<RTypeId>,
        /// Ends in `...T`.
        variadic: bool,
    },
    /// A struct type.
    Struct(Vec<FieldDef>),
    /// The methods of a type, whose values are about to become interface values. The answer means nothing.
    Methods(RTypeId),
    /// The struct type in which a call of a function type keeps its arguments, then its results.
    Frame(RTypeId),
    /// For a function type F: a function `func(f F, frame *Frame)` that calls f.
    Caller(RTypeId),
    /// For a method's name and function type: a function `func(x any, frame *Frame)` that calls the method of what x holds.
    MethodCaller(NameId, RTypeId),
    /// For a function type F: the function of a closure of type F that captures a `func(frame *Frame)`, and calls that.
    Maker(RTypeId),
    /// For `func(c0 chan<- T0, v0 T0, c1 <-chan T1 ...) (chosen int, ok bool, r1 T1 ...)`: a function `func(frame *Frame)`
    /// that does a select with a case for each channel, to send what follows it or to receive, by the direction of its
    /// type; with a default if that is said.
    Select(RTypeId, bool),
    /// The function that the method expression of a type and a method is; its first parameter is the receiver.
    Method(RTypeId, NameId),
    /// A generic function of package reflect for a type argument.
    Instance(Rc<str>, RTypeId),
}
