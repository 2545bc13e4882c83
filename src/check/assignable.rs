//! Which values can be assigned and converted to which types.

use super::Checker;
use super::operand::Operand;
use crate::check::consts::ConstValue;
use crate::diag::Code;
use crate::types::{Basic, BasicInfo, Dir, Type, TypeId};

/// Why an assignment fails, if there is more to say than that it does.
pub(super) type Cause<'c> = Option<&'c mut String>;

fn explain(cause: &mut Cause, line: impl FnOnce() -> String) {
    if let Some(cause) = cause {
        let line = line();
        **cause = if cause.is_empty() { line } else { format!("{line}\n\t{cause}") };
    }
}

impl Checker {
    /// Whether an operand can be assigned to a variable of type `t`. `cause` may get an explanation if
    /// not.
    pub(super) fn assignable(&mut self, x: &Operand, t: TypeId, mut cause: Cause) -> bool {
        if !x.is_valid() || t.is_invalid() || x.ty.is_invalid() || self.tt.identical(x.ty, t) {
            return true;
        }
        let v = x.ty;
        if self.task_assignable(v, t) {
            return true;
        }
        let (vu, tu) = (self.tt.under(v), self.tt.under(t));
        let (vp, tp) = (self.tt.is_tparam(v), self.tt.is_tparam(t));
        if self.tt.is_untyped(vu) {
            if tp {
                return self.for_all(t, |c, term, u| u.is_some() && c.implicit_type(x, term).is_ok());
            }
            return self.implicit_type(x, t).is_ok();
        }
        let both_named = self.tt.has_name(v) && self.tt.has_name(t);
        if self.tt.identical(vu, tu) && !both_named && !vp && !tp {
            return !self.is_sealed(vu);
        }
        if matches!(self.tt.get(tu), Type::Interface(_)) || self.tt.is_interface_ptr(tu) {
            let (named, interface) = (self.tt.unalias(v), self.tt.unalias(t));
            if self.implements(named, interface, false, cause.as_deref_mut()) {
                return true;
            }
            if !vp {
                return false;
            }
            if let Some(cause) = &mut cause {
                cause.clear();
            }
        }
        if matches!(self.tt.get(vu), Type::Interface(_)) && !vp && self.implements(t, v, false, None) {
            explain(&mut cause, || "need type assertion".to_string());
            return false;
        }
        if let (&Type::Chan(Dir::Both, velem), &Type::Chan(_, telem)) = (self.tt.get(vu), self.tt.get(tu))
            && self.tt.identical(velem, telem)
        {
            return !self.tt.has_name(v) || !self.tt.has_name(t);
        }
        if !vp && !tp {
            return false;
        }
        if tp && !self.tt.has_name(v) {
            return self.for_all(t, |c, term, u| {
                if u.is_none() {
                    return false;
                }
                let ok = c.assignable(x, term, cause.as_deref_mut());
                if !ok {
                    let text = (c.ts(x.ty), c.ts(term), c.unaliased(t));
                    explain(&mut cause, || format!("cannot assign {} to {} (in {})", text.0, text.1, text.2));
                }
                ok
            });
        }
        if vp && !self.tt.has_name(t) {
            let mut x = x.clone();
            return self.for_all(v, |c, term, u| {
                if u.is_none() {
                    return false;
                }
                x.ty = term;
                let ok = c.assignable(&x, t, cause.as_deref_mut());
                if !ok {
                    let text = (c.ts(term), c.unaliased(v), c.ts(t));
                    explain(&mut cause, || format!("cannot assign {} (in {}) to {}", text.0, text.1, text.2));
                }
                ok
            });
        }
        false
    }

    fn const_convertible(&mut self, x: &Operand, t: TypeId) -> Option<Option<ConstValue>> {
        let basic = self.tt.basic(t)?;
        if x.val.is_none() {
            return Some(None);
        }
        if let Ok(v) = self.represent(x, basic) {
            return Some(v);
        }
        if self.is_integer(x.ty) && basic.is(BasicInfo::STRING) {
            return Some(Checker::const_int(x).and_then(|v| v.int_to_string()));
        }
        None
    }

    /// Converts an operand to type `t`, or reports that it can't be.
    pub(super) fn conversion(&mut self, x: &mut Operand, t: TypeId) {
        let is_const = x.is_const();
        let mut cause = String::new();
        let ok;
        if is_const && self.is_const_type(t) {
            match self.const_convertible(x, t) {
                Some(v) => {
                    x.val = v;
                    ok = true;
                }
                None => {
                    if self.is_integer(x.ty) && self.is_integer(t) {
                        let val = x.val.as_ref().map(ToString::to_string).unwrap_or_default();
                        let message = format!("constant {val} overflows {}", self.ts(t));
                        self.err(Code::ConstantOverflow, x.span(), message);
                        x.invalidate();
                        return;
                    }
                    // What is said of it then shows the integer that it is.
                    if self.is_integer(t)
                        && let Some(int) = x.val.as_ref().and_then(ConstValue::to_int)
                    {
                        x.val = Some(int);
                    }
                    ok = false;
                }
            }
        } else if is_const && self.tt.is_tparam(t) {
            ok = self.for_all(t, |c, term, u| {
                let Some(u) = u else {
                    cause = format!("{} does not contain specific types", c.ts(t));
                    return false;
                };
                if c.is_string(x.ty) && c.is_bytes_or_runes(u) {
                    return true;
                }
                if c.const_convertible(x, u).is_none() {
                    cause = if c.is_integer(x.ty) && c.is_integer(u) {
                        let val = x.val.as_ref().map(ToString::to_string).unwrap_or_default();
                        format!("constant {val} overflows {} (in {})", c.ts(u), c.ts(t))
                    } else {
                        format!("cannot convert {} to type {} (in {})", c.os(x), c.ts(term), c.ts(t))
                    };
                    return false;
                }
                true
            });
            x.become_value();
        } else {
            ok = self.convertible(x, t, Some(&mut cause));
            if ok {
                x.become_value();
            }
        }
        if !ok {
            let message = format!("cannot convert {} to type {}", self.os(x), self.ts(t));
            let message = if cause.is_empty() { message } else { format!("{message}: {cause}") };
            self.err(Code::InvalidConversion, x.span(), message);
            x.invalidate();
            return;
        }
        if self.tt.is_untyped(x.ty) {
            let mut last = t;
            if x.ty == TypeId::UNTYPED_NIL {
                // nil takes the type that it is converted to.
            } else if self.tt.is_interface(t) || is_const && !self.is_const_type(t) {
                last = self.tt.default_type(x.ty);
            } else if x.is_const() && self.is_integer(x.ty) && self.all_string(t) {
                last = x.ty;
            }
            if let Some(e) = x.expr() {
                self.update_expr_type(e, last, true);
            }
        }
        x.ty = t;
    }

    /// Whether a value can be converted to type `t`.
    pub(super) fn convertible(&mut self, x: &Operand, t: TypeId, mut cause: Cause) -> bool {
        if self.assignable(x, t, cause.as_deref_mut()) {
            return true;
        }
        let v = x.ty;
        let (vu, tu) = (self.tt.under(v), self.tt.under(t));
        let (vp, tp) = (self.tt.is_tparam(v), self.tt.is_tparam(t));
        if !vp && !tp && self.tt.identical_ignoring_tags(vu, tu) {
            return !self.is_sealed(vu);
        }
        if let (&Type::Pointer(vb), &Type::Pointer(tb)) = (self.tt.get(v), self.tt.get(t)) {
            let (vbu, tbu) = (self.tt.under(vb), self.tt.under(tb));
            if !self.tt.is_tparam(vb) && !self.tt.is_tparam(tb) && self.tt.identical_ignoring_tags(vbu, tbu) {
                return !self.is_sealed(vbu);
            }
        }
        let number = BasicInfo::INTEGER_OR_FLOAT;
        if self.tt.is(vu, number) && self.tt.is(tu, number) {
            return true;
        }
        if self.tt.is(vu, BasicInfo::COMPLEX) && self.tt.is(tu, BasicInfo::COMPLEX) {
            return true;
        }
        if self.is_string(tu) && (self.is_integer(vu) || self.is_bytes_or_runes(vu)) {
            return true;
        }
        if self.is_string(vu) && self.is_bytes_or_runes(tu) {
            return true;
        }
        // Values of unsafe.Pointer come from package reflect; what they point to stays hidden.
        let is = |c: &Checker, u: TypeId, basic: Basic| matches!(c.tt.get(u), &Type::Basic(b) if b == basic);
        if is(self, vu, Basic::UnsafePointer)
            && (is(self, tu, Basic::Uintptr) || is(self, tu, Basic::UnsafePointer))
        {
            return true;
        }
        if let &Type::Slice(elem) = self.tt.get(vu) {
            let (array, minor, what) = match *self.tt.get(tu) {
                Type::Pointer(base) => (self.tt.under(base), 17, "array pointer"),
                _ => (tu, 20, "array"),
            };
            if let &Type::Array(aelem, _) = self.tt.get(array)
                && self.tt.identical(elem, aelem)
            {
                let here = x.span().lo;
                if self.has_version(here, minor) {
                    return true;
                }
                let requires = self.requires(here, minor);
                explain(&mut cause, || format!("conversion of slice to {what} {requires}"));
                return false;
            }
        }
        if !vp && !tp {
            return false;
        }
        if vp {
            let mut x = x.clone();
            return self.for_all(v, |c, vterm, u| {
                if u.is_none() {
                    return false;
                }
                x.ty = vterm;
                if !tp {
                    let ok = c.convertible(&x, t, cause.as_deref_mut());
                    if !ok {
                        let s = (c.ts(vterm), c.unaliased(v), c.ts(t));
                        explain(&mut cause, || {
                            format!("cannot convert {} (in {}) to type {}", s.0, s.1, s.2)
                        });
                    }
                    return ok;
                }
                c.for_all(t, |c, tterm, u| {
                    if u.is_none() {
                        return false;
                    }
                    let ok = c.convertible(&x, tterm, cause.as_deref_mut());
                    if !ok {
                        let s = (c.ts(vterm), c.unaliased(v), c.ts(tterm), c.unaliased(t));
                        explain(&mut cause, || {
                            format!("cannot convert {} (in {}) to type {} (in {})", s.0, s.1, s.2, s.3)
                        });
                    }
                    ok
                })
            });
        }
        self.for_all(t, |c, tterm, u| {
            if u.is_none() {
                return false;
            }
            let ok = c.convertible(x, tterm, cause.as_deref_mut());
            if !ok {
                let s = (c.ts(x.ty), c.ts(tterm), c.unaliased(t));
                explain(&mut cause, || format!("cannot convert {} to type {} (in {})", s.0, s.1, s.2));
            }
            ok
        })
    }
}
