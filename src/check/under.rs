//! Type sets: what all types of a type parameter have in common.

use super::Checker;
use crate::types::{Basic, BasicInfo, Dir, Incomparable, Type, TypeId};

impl Checker {
    /// Whether `f` holds for the type, or for each term of a type parameter's type set. `f` gets the
    /// type and its underlying type; `None` if the type set has no specific types.
    pub(super) fn for_all(
        &mut self,
        t: TypeId,
        mut f: impl FnMut(&mut Checker, TypeId, Option<TypeId>) -> bool,
    ) -> bool {
        let Some(p) = self.tt.as_tparam(t) else {
            let under = self.tt.under(t);
            return f(self, t, Some(under));
        };
        let iface = self.tt.bound_iface(p);
        match &iface.terms {
            None => f(self, t, None),
            // Nobody can be such a type, so there is none to ask.
            Some(terms) if terms.is_empty() => f(self, t, None),
            Some(terms) => terms.iter().all(|term| {
                let under = self.tt.under(term.ty);
                f(self, term.ty, Some(under))
            }),
        }
    }

    /// The underlying type that all types of the type set share (for channels, the most restricted
    /// direction), or why there is none.
    pub(super) fn common_under(&mut self, t: TypeId) -> Result<TypeId, String> {
        self.common_under_if(t, |_, _, _| Ok(()))
    }

    /// As [`Checker::common_under`], with a condition on each type.
    pub(super) fn common_under_if(
        &mut self,
        t: TypeId,
        mut cond: impl FnMut(&mut Checker, TypeId, Option<TypeId>) -> Result<(), String>,
    ) -> Result<TypeId, String> {
        let mut common: Option<(TypeId, TypeId)> = None;
        let mut error = None;
        self.for_all(t, |c, t, u| {
            let mut step = || -> Result<(), String> {
                cond(c, t, u)?;
                let Some(u) = u else { return Err("no specific type".to_string()) };
                let Some((ct, cu)) = common else {
                    common = Some((t, u));
                    return Ok(());
                };
                if let (Type::Chan(dir1, elem1), Type::Chan(dir2, elem2)) =
                    (c.tt.get(cu).clone(), c.tt.get(u).clone())
                {
                    if !c.tt.identical(elem1, elem2) {
                        return Err(format!(
                            "channels {} and {} have different element types",
                            c.ts(ct),
                            c.ts(t)
                        ));
                    }
                    if dir1 != dir2 {
                        if dir1 == Dir::Both {
                            common = Some((t, u));
                        } else if dir2 != Dir::Both {
                            return Err(format!(
                                "channels {} and {} have conflicting directions",
                                c.ts(ct),
                                c.ts(t)
                            ));
                        }
                    }
                    return Ok(());
                }
                if !c.tt.identical(cu, u) {
                    return Err(format!("{} and {} have different underlying types", c.ts(ct), c.ts(t)));
                }
                Ok(())
            };
            match step() {
                Ok(()) => true,
                Err(e) => {
                    error = Some(e);
                    false
                }
            }
        });
        match (error, common) {
            (Some(e), _) => Err(e),
            (None, Some((_, u))) => Ok(u),
            (None, None) => Err("no specific type".to_string()),
        }
    }

    pub(super) fn is_boolean(&mut self, t: TypeId) -> bool {
        self.tt.is(t, BasicInfo::BOOLEAN)
    }

    pub(super) fn is_integer(&mut self, t: TypeId) -> bool {
        self.tt.is(t, BasicInfo::INTEGER)
    }

    pub(super) fn is_numeric(&mut self, t: TypeId) -> bool {
        self.tt.is(t, BasicInfo::NUMERIC)
    }

    pub(super) fn is_string(&mut self, t: TypeId) -> bool {
        self.tt.is(t, BasicInfo::STRING)
    }

    pub(super) fn all_integer(&mut self, t: TypeId) -> bool {
        self.tt.all(t, BasicInfo::INTEGER)
    }

    pub(super) fn all_boolean(&mut self, t: TypeId) -> bool {
        self.tt.all(t, BasicInfo::BOOLEAN)
    }

    pub(super) fn all_numeric(&mut self, t: TypeId) -> bool {
        self.tt.all(t, BasicInfo::NUMERIC)
    }

    pub(super) fn all_string(&mut self, t: TypeId) -> bool {
        self.tt.all(t, BasicInfo::STRING)
    }

    /// Whether constants can have the type.
    pub(super) fn is_const_type(&mut self, t: TypeId) -> bool {
        self.tt.is(t, BasicInfo::CONST)
    }

    /// Whether it is a slice of bytes or runes.
    pub(super) fn is_bytes_or_runes(&mut self, t: TypeId) -> bool {
        match self.tt.under_shape(t) {
            Type::Slice(e) => matches!(self.tt.basic(e), Some(Basic::Uint8 | Basic::Int32)),
            _ => false,
        }
    }

    /// Why values of a type can't be compared, in Go's words; empty if the kind of type says it.
    pub(super) fn incomparable_cause(&mut self, t: TypeId) -> String {
        if let Type::Slice(_) | Type::Func(_) | Type::Map(..) = self.tt.under_shape(t) {
            return format!("{} can only be compared to nil", self.composite_kind(t).unwrap_or(""));
        }
        match self.tt.comparable_why(t, true) {
            Ok(()) | Err(Incomparable::Kind) => String::new(),
            Err(Incomparable::Field(f)) => format!("struct containing {} cannot be compared", self.ts(f)),
            Err(Incomparable::Array(t)) => format!("{} cannot be compared", self.ts(t)),
            Err(Incomparable::EmptyTypeSet) => "empty type set".to_string(),
            Err(Incomparable::TypeSet) => "incomparable types in type set".to_string(),
        }
    }
}
