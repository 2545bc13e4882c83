//! Which arguments a verb takes.

use std::collections::HashSet;

use super::super::pass::Pass;
use crate::ast::Expr;
use crate::types::{Basic, Type, TypeId};

/// A set of kinds of arguments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Takes(u16);

impl Takes {
    /// Booleans.
    pub const BOOL: Takes = Takes(1);
    /// Integers.
    pub const INT: Takes = Takes(2);
    /// Runes and bytes.
    pub const RUNE: Takes = Takes(4);
    /// Strings, and what gives one.
    pub const STRING: Takes = Takes(8);
    /// Floating-point numbers.
    pub const FLOAT: Takes = Takes(16);
    /// Complex numbers.
    pub const COMPLEX: Takes = Takes(32);
    /// Pointers, and what is printed as one.
    pub const POINTER: Takes = Takes(64);
    /// Errors, and nothing else.
    pub const ERROR: Takes = Takes(128);
    /// Everything.
    pub const ANY: Takes = Takes(u16::MAX);

    const fn or(self, other: Takes) -> Takes {
        Takes(self.0 | other.0)
    }

    /// Whether the sets have something in common.
    pub fn contains(self, of: Takes) -> bool {
        self.0 & of.0 != 0
    }
}

/// A verb.
#[derive(Debug)]
pub struct Verb {
    letter: char,
    /// The flags that it knows.
    pub flags: &'static str,
    /// What it takes.
    pub takes: Takes,
}

const fn row(letter: char, flags: &'static str, takes: Takes) -> Verb {
    Verb { letter, flags, takes }
}

const NUMBER: &str = " -+.0";
const SHARP: &str = " -+.0#";
const INTEGER: Takes = Takes::INT.or(Takes::POINTER);
const REAL: Takes = Takes::FLOAT.or(Takes::COMPLEX);
const CHARACTER: Takes = Takes::RUNE.or(Takes::INT);

/// All verbs.
const VERBS: [Verb; 22] = [
    row('%', "", Takes(0)),
    row('b', SHARP, INTEGER.or(REAL)),
    row('c', "-", CHARACTER),
    row('d', NUMBER, INTEGER),
    row('e', SHARP, REAL),
    row('E', SHARP, REAL),
    row('f', SHARP, REAL),
    row('F', SHARP, REAL),
    row('g', SHARP, REAL),
    row('G', SHARP, REAL),
    row('o', SHARP, INTEGER),
    row('O', SHARP, INTEGER),
    row('p', "-#", Takes::POINTER),
    row('q', SHARP, Takes::RUNE.or(Takes::STRING)),
    row('s', NUMBER, Takes::STRING),
    row('t', "-", Takes::BOOL),
    row('T', "-", Takes::ANY),
    row('U', "-#", CHARACTER),
    row('v', SHARP, Takes::ANY),
    row('w', SHARP, Takes::ERROR),
    row('x', SHARP, CHARACTER.or(Takes::STRING).or(Takes::POINTER).or(REAL)),
    row('X', SHARP, CHARACTER.or(Takes::STRING).or(Takes::POINTER).or(REAL)),
];

/// The verb of a letter.
pub fn verb(letter: char) -> Option<&'static Verb> {
    VERBS.iter().find(|verb| verb.letter == letter)
}

/// Whether a type has no methods to ask for: `any`.
pub fn is_any_slice(pass: &mut Pass<'_>, t: TypeId) -> bool {
    match pass.chk.tt.under_shape(t) {
        Type::Slice(elem) => pass.chk.tt.canon(elem) == TypeId::EMPTY_INTERFACE,
        _ => false,
    }
}

/// Whether values of a type may have the method `Format(fmt.State, rune)`; those in an interface may.
pub fn is_formatter(pass: &mut Pass<'_>, t: TypeId) -> bool {
    if pass.chk.tt.is_interface(t) && !pass.chk.tt.is_tparam(t) {
        return true;
    }
    let Some(sig) = pass.method(t, "Format") else { return false };
    let [state, letter] = *sig.params else { return false };
    let state = pass.chk.tt.as_named(state).map(|id| pass.chk.tt.named(id));
    let is_state =
        state.is_some_and(|named| named.name.as_str() == "State" && *pass.path(named.pkg) == *"fmt");
    is_state && pass.chk.tt.canon(letter) == TypeId::INT32
}

/// Whether a value of a type is an error.
fn is_error(pass: &mut Pass<'_>, t: TypeId) -> bool {
    pass.gives_text(t, "Error")
}

fn gives_string(pass: &mut Pass<'_>, t: TypeId) -> bool {
    t != TypeId::UNTYPED_NIL && (is_error(pass, t) || pass.gives_text(t, "String"))
}

/// Whether an argument is taken.
///
/// # Errors
/// It is not; the text tells more, in parentheses, if there is more to tell.
pub fn matches(pass: &mut Pass<'_>, takes: Takes, arg: &Expr) -> Result<(), String> {
    let ty = pass.ty(arg);
    if takes == Takes::ANY || ty.is_invalid() {
        return Ok(());
    }
    let mut matcher = Matcher { pass, takes, seen: HashSet::new(), reason: String::new() };
    if matcher.matches(ty, true) { Ok(()) } else { Err(matcher.reason) }
}

struct Matcher<'p, 'c> {
    pass: &'p mut Pass<'c>,
    takes: Takes,
    seen: HashSet<TypeId>,
    reason: String,
}

impl Matcher<'_, '_> {
    fn matches(&mut self, t: TypeId, top: bool) -> bool {
        let takes = self.takes;
        if takes == Takes::ERROR {
            return is_error(self.pass, t);
        }
        if is_formatter(self.pass, t) || takes.contains(Takes::STRING) && gives_string(self.pass, t) {
            return true;
        }
        if self.pass.chk.tt.is_tparam(t) {
            return self.parameter(t, top);
        }
        let under = self.pass.chk.tt.underlying(t);
        // Every way round goes through a defined type.
        if self.pass.chk.tt.as_named(t).is_some() && !self.seen.insert(under) {
            return true;
        }
        match self.pass.chk.tt.get(under).clone() {
            Type::Func(_) => takes == Takes::POINTER,
            Type::Map(key, elem) => {
                takes == Takes::POINTER || self.matches(key, false) && self.matches(elem, false)
            }
            Type::Chan(..) => takes.contains(Takes::POINTER),
            Type::Array(elem, _) => self.is_bytes(elem) || self.matches(elem, false),
            Type::Slice(elem) => self.is_bytes(elem) || takes == Takes::POINTER || self.matches(elem, false),
            Type::Pointer(elem) => self.pointer(elem, top),
            Type::Struct(fields) => fields.iter().all(|field| {
                // Methods of fields that are not exported are not called.
                self.matches(field.ty, false)
                    && !(takes.contains(Takes::STRING)
                        && !field.name.is_exported()
                        && gives_string(self.pass, field.ty))
            }),
            Type::Basic(basic) => self.basic(basic),
            Type::Interface(_)
            | Type::Invalid
            | Type::Named(_)
            | Type::Tuple(_)
            | Type::TypeParam(_)
            | Type::Union(_) => true,
        }
    }

    /// Bytes are printed as a string.
    fn is_bytes(&mut self, elem: TypeId) -> bool {
        self.takes.contains(Takes::STRING) && self.pass.chk.tt.underlying(elem) == TypeId::UINT8
    }

    fn pointer(&mut self, elem: TypeId, top: bool) -> bool {
        if self.takes == Takes::POINTER || self.pass.chk.tt.is_tparam(elem) {
            return true;
        }
        match self.pass.chk.tt.under_shape(elem) {
            // At top level fmt prints what it points to.
            Type::Struct(_) | Type::Array(..) | Type::Slice(_) | Type::Map(..) => {
                let under = self.pass.chk.tt.underlying(elem);
                top && self.matches(under, false)
            }
            _ => self.takes.contains(Takes::POINTER),
        }
    }

    /// A type parameter: all types of its constraint must do.
    fn parameter(&mut self, t: TypeId, top: bool) -> bool {
        if !self.seen.insert(t) {
            return true;
        }
        let terms = self.pass.chk.tt.iface(t).and_then(|iface| iface.terms.clone());
        let Some(terms) = terms else { return false };
        let outermost = self.seen.len() == 1;
        for term in terms.iter() {
            if !self.matches(term.ty, top) {
                if outermost {
                    let tilde = if term.tilde { "~" } else { "" };
                    self.reason = format!(" (contains {tilde}{})", self.pass.type_name(term.ty));
                }
                return false;
            }
        }
        true
    }

    fn basic(&self, basic: Basic) -> bool {
        let is = match basic {
            Basic::Bool | Basic::UntypedBool => Takes::BOOL,
            Basic::Int
            | Basic::Int8
            | Basic::Int16
            | Basic::Int64
            | Basic::Uint
            | Basic::Uint16
            | Basic::Uint32
            | Basic::Uint64
            | Basic::Uintptr
            | Basic::UntypedInt => Takes::INT,
            Basic::Int32 | Basic::Uint8 | Basic::UntypedRune => Takes::INT.or(Takes::RUNE),
            Basic::Float32 | Basic::Float64 | Basic::UntypedFloat => Takes::FLOAT,
            Basic::Complex64 | Basic::Complex128 | Basic::UntypedComplex => Takes::COMPLEX,
            Basic::String | Basic::UntypedString => Takes::STRING,
            Basic::UnsafePointer => Takes::POINTER.or(Takes::INT),
            Basic::UntypedNil => return false,
        };
        self.takes.contains(is)
    }
}
