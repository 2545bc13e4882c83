//! Arguments and results: several values at once.

use std::fmt::Display;

use super::{FromValue, IntoValue, Mismatch};
use crate::heap::RTypeId;
use crate::vm::coroutine::Root;
use crate::vm::{Raw, Values, Words};

/// An `error` of the program.
#[derive(Clone, Debug)]
pub struct ScriptError {
    text: String,
    value: Root,
}

impl ScriptError {
    /// What its method `Error` says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The error itself, to give it back to the program.
    pub fn value(&self) -> &Root {
        &self.value
    }
}

impl Display for ScriptError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for ScriptError {}

/// What a call has given, still as values of the program.
#[derive(Clone, Copy)]
pub struct Results<'a> {
    /// One for each result.
    pub(crate) kept: &'a [Root],
    /// What those that are errors say.
    pub(crate) texts: &'a [Option<String>],
}

impl<'a> Results<'a> {
    fn one<'m, T: FromValue>(&self, values: &mut Values<'m>, i: usize) -> Result<T, Mismatch> {
        let Some(raw) = values.kept(&self.kept[i]) else {
            return Err(Mismatch::new("a value of another program"));
        };
        T::from_value(values, &raw).map_err(|m| m.in_result(i))
    }

    fn count(&self, want: usize) -> Result<(), Mismatch> {
        let have = self.kept.len();
        if have == want { Ok(()) } else { Err(Mismatch::new(format!("{have} results instead of {want}"))) }
    }

    /// The last result, which is of type `error`, and the others.
    fn split_error(self, values: &Values<'_>) -> Result<(Results<'a>, Option<ScriptError>), Mismatch> {
        let Some((last, kept)) = self.kept.split_last() else {
            return Err(Mismatch::new("no result is an error"));
        };
        if !is_error(values, last.ty()) {
            let problem = format!("the last result is Go's {}, not error", values.ty(last.ty()).name);
            return Err(Mismatch::new(problem));
        }
        let (text, texts) = match self.texts.split_last() {
            Some((text, texts)) => (text.clone(), texts),
            None => (None, self.texts),
        };
        let error = text.map(|text| ScriptError { text, value: last.clone() });
        Ok((Results { kept, texts }, error))
    }
}

/// Whether a type is `error`: an interface with just the method Error.
pub(crate) fn is_error(values: &Values<'_>, ty: RTypeId) -> bool {
    let methods = &values.ty(ty).iface_methods;
    methods.len() == 1 && &**values.types().name_text(methods[0].name) == "Error"
}

/// A Rust type that the results of a call can become: nothing, one value, a tuple; `Result` if the last is an error.
pub trait FromResults: Sized {
    /// Takes results apart.
    ///
    /// # Errors
    /// They do not go with the Rust type.
    fn from_results(values: &mut Values<'_>, results: Results<'_>) -> Result<Self, Mismatch>;
}

impl<T: FromValue> FromResults for T {
    fn from_results(values: &mut Values<'_>, results: Results<'_>) -> Result<Self, Mismatch> {
        results.count(1)?;
        results.one(values, 0)
    }
}

impl<T: FromResults> FromResults for Result<T, ScriptError> {
    fn from_results(values: &mut Values<'_>, results: Results<'_>) -> Result<Self, Mismatch> {
        match results.split_error(values)? {
            (_, Some(error)) => Ok(Err(error)),
            (rest, None) => Ok(Ok(T::from_results(values, rest)?)),
        }
    }
}

/// A Rust type that the results of a function of the host can have.
pub trait IntoResults: Sized {
    /// Makes results of these types, in register form one after the other.
    ///
    /// # Errors
    /// They do not go with the types.
    #[doc(hidden)]
    fn into_results(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch>;
}

/// Values in register form, one after the other.
#[derive(Default)]
pub struct MadeWords(Words);

impl MadeWords {
    fn push(&mut self, raw: &Raw<'_>) {
        self.0.extend(raw.words().iter().copied());
    }

    pub(crate) fn words(&self) -> &[u64] {
        &self.0
    }
}

fn wanted(types: &[RTypeId], have: usize) -> Result<(), Mismatch> {
    let want = types.len();
    if have == want { Ok(()) } else { Err(Mismatch::new(format!("{have} values instead of {want}"))) }
}

impl<T: IntoValue> IntoResults for T {
    fn into_results(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch> {
        wanted(types, 1)?;
        let mut made = MadeWords::default();
        made.push(&self.into_value(values, types[0]).map_err(|m| m.in_result(0))?);
        Ok(made)
    }
}

impl<T: IntoResults, E: Display> IntoResults for Result<T, E> {
    fn into_results(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch> {
        let Some((&last, rest)) = types.split_last() else {
            return Err(Mismatch::new("an error, but the function has no results"));
        };
        if !is_error(values, last) {
            let problem = format!("an error, but the last result is Go's {}", values.ty(last).name);
            return Err(Mismatch::new(problem));
        }
        match self {
            Ok(results) => {
                let mut made = results.into_results(values, rest)?;
                made.0.extend([0, 0]);
                Ok(made)
            }
            Err(error) => {
                let mut made = MadeWords::default();
                for &ty in rest {
                    let zero = values.zero(ty)?;
                    made.push(&zero);
                }
                let error = values.new_error(last, &error.to_string())?;
                made.push(&error);
                Ok(made)
            }
        }
    }
}

/// A Rust type that the arguments of a call can have: a tuple.
pub trait IntoArgs: Sized {
    /// Makes arguments of these types, in register form one after the other.
    ///
    /// # Errors
    /// They do not go with the types.
    #[doc(hidden)]
    fn into_args(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch>;
}

macro_rules! tuples {
    ($(($($t:ident $i:tt)*))*) => { $(
        #[allow(non_snake_case, unused)]
        impl<$($t: IntoValue),*> IntoArgs for ($($t,)*) {
            fn into_args(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch> {
                let ($($t,)*) = self;
                wanted(types, 0 $(+ { let _ = $i; 1 })*)?;
                let mut made = MadeWords::default();
                $( made.push(&$t.into_value(values, types[$i]).map_err(|m| m.in_argument($i))?); )*
                Ok(made)
            }
        }

        #[allow(non_snake_case, unused)]
        impl<$($t: IntoValue),*> IntoResults for ($($t,)*) {
            fn into_results(self, values: &mut Values<'_>, types: &[RTypeId]) -> Result<MadeWords, Mismatch> {
                let ($($t,)*) = self;
                wanted(types, 0 $(+ { let _ = $i; 1 })*)?;
                let mut made = MadeWords::default();
                $( made.push(&$t.into_value(values, types[$i]).map_err(|m| m.in_result($i))?); )*
                Ok(made)
            }
        }

        #[allow(unused)]
        impl<$($t: FromValue),*> FromResults for ($($t,)*) {
            fn from_results(values: &mut Values<'_>, results: Results<'_>) -> Result<Self, Mismatch> {
                results.count(0 $(+ { let _ = $i; 1 })*)?;
                Ok(($(results.one::<$t>(values, $i)?,)*))
            }
        }
    )* };
}

tuples! {
    () (A 0) (A 0 B 1) (A 0 B 1 C 2) (A 0 B 1 C 2 D 3) (A 0 B 1 C 2 D 3 E 4) (A 0 B 1 C 2 D 3 E 4 F 5)
    (A 0 B 1 C 2 D 3 E 4 F 5 G 6) (A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7)
}
