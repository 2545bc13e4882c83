//! Type sets: core types, and whether a type implements an interface or satisfies a constraint.
//!
//! Failures come as the text that Go puts behind its message, so that every caller says the same.

use super::Checker;
use crate::types::{
    Interface, Lookup, Member, MemberKind, PkgId, Qualifier, Signature, Subst, Term, Type, TypeId,
    TypeParamId,
};
use std::rc::Rc;

/// How two method signatures are compared: identical, or unifiable while types are inferred.
pub(super) type SameSignature<'a> = &'a mut dyn FnMut(&mut Checker, TypeId, TypeId) -> bool;

/// What keeps a type from having a method.
enum Fault {
    NotFound,
    /// A method whose name differs only in case.
    WrongName(Member),
    Unexported,
    WrongSignature(TypeId),
    Ambiguous,
    PointerReceiver,
    Field,
}

impl Checker {
    /// The underlying type of a type, or the common one of a type parameter's type set.
    pub(super) fn core_type(&mut self, t: TypeId) -> Option<TypeId> {
        self.common_under(t).ok()
    }

    /// The single term of a type parameter's constraint (`true`), or a term of the common underlying type of
    /// several; it has a tilde if any of them has.
    pub(super) fn core_term(&mut self, p: TypeParamId) -> Option<(Term, bool)> {
        let terms = self.tt.bound_iface(p).terms.clone()?;
        if let [single] = *terms {
            return Some((single, true));
        }
        let ty = self.core_type(self.tt.tparam_type(p))?;
        Some((Term { tilde: terms.iter().any(|term| term.tilde), ty }, false))
    }

    /// Whether `v` implements the interface `t`; with `constraint`, whether it satisfies it as a constraint. If not,
    /// `cause` is the whole reason: `T does not implement I (missing method M)`.
    pub(super) fn implements(
        &mut self,
        v: TypeId,
        t: TypeId,
        constraint: bool,
        cause: Option<&mut String>,
    ) -> bool {
        match self.implements_why(v, t, constraint) {
            Ok(()) => true,
            Err(why) => {
                if let Some(cause) = cause {
                    *cause = why;
                }
                false
            }
        }
    }

    fn implements_why(&mut self, v: TypeId, t: TypeId, constraint: bool) -> Result<(), String> {
        let (v_under, t_under) = (self.tt.under(v), self.tt.under(t));
        if v_under.is_invalid() || t_under.is_invalid() {
            return Ok(());
        }
        if let Type::Pointer(base) = *self.tt.get(v_under)
            && self.tt.under(base).is_invalid()
        {
            return Ok(());
        }
        let verb = if constraint { "satisfy" } else { "implement" };
        let Some(wanted) = self.tt.iface(t) else {
            let (vs, ts) = (self.ts(v), self.ts(t));
            let detail = if self.tt.is_interface_ptr(t) {
                self.interface_ptr_error(t)
            } else {
                format!("{ts} is not an interface")
            };
            return Err(format!("{vs} does not {verb} {ts} ({detail})"));
        };
        if wanted.is_empty() {
            return Ok(());
        }
        let own = self.tt.iface(v);
        if own.as_ref().is_some_and(|own| own.has_empty_type_set()) {
            return Ok(());
        }
        if wanted.has_empty_type_set() {
            return Err(format!("cannot {verb} {} (empty type set)", self.ts(t)));
        }
        let identical: SameSignature = &mut |checker, a, b| checker.tt.identical(a, b);
        if let Some(missing) = self.missing_method_with(v, t, true, identical) {
            return Err(format!("{} does not {verb} {} {}", self.ts(v), self.ts(t), missing));
        }
        if let Some(terms) = &wanted.terms {
            match &own {
                // Every type that the interface stands for must be in the set.
                Some(own) => {
                    if !self.tt.terms_subset(own.terms.as_deref(), Some(terms)) {
                        return Err(format!("{} does not {verb} {}", self.ts(v), self.ts(t)));
                    }
                }
                None => {
                    if !self.tt.terms_include(terms, v) {
                        let detail = self.not_in_set(v, t, &wanted, terms);
                        return Err(format!("{} does not {verb} {} ({detail})", self.ts(v), self.ts(t)));
                    }
                }
            }
        }
        let comparable = !wanted.comparable
            || self.tt.comparable_why(v, false).is_ok()
            || (constraint && self.tt.comparable_why(v, true).is_ok());
        if comparable { Ok(()) } else { Err(format!("{} does not {verb} comparable", self.ts(v))) }
    }

    /// Why a type is not among the terms of a constraint.
    fn not_in_set(&mut self, v: TypeId, t: TypeId, wanted: &Interface, terms: &[Term]) -> String {
        for &term in terms {
            let under = self.tt.under(term.ty);
            if !term.tilde
                && self.tt.identical(term.ty, under)
                && self.tt.term_includes(Term { tilde: true, ..term }, v)
            {
                return format!("possibly missing ~ for {} in {}", self.ts(term.ty), self.ts(t));
            }
        }
        let (vs, ts) = (self.ts(v), self.ts(t));
        if self.mentions(wanted, v) {
            return format!("{ts} mentions {vs}, but {vs} is not in the type set of {ts}");
        }
        let mut list = String::new();
        for (i, &term) in terms.iter().enumerate() {
            if i > 0 {
                list.push_str(" | ");
            }
            self.tt.write_term(&mut list, term, Qualifier::Path);
        }
        format!("{vs} missing in {list}")
    }

    /// Whether an element of an interface is spelled as this type, if only to be cut away by another element.
    fn mentions(&mut self, interface: &Interface, v: TypeId) -> bool {
        let Some(decl) = interface.decl.clone() else { return false };
        decl.embeds.iter().any(|&embed| {
            let shape = match self.tt.get(embed).clone() {
                Type::Named(_) => Type::Invalid,
                shape => shape,
            };
            match shape {
                Type::Interface(inner) => self.mentions(&inner, v),
                Type::Union(terms) => terms.iter().any(|term| self.tt.identical(term.ty, v)),
                _ => self.tt.identical(embed, v),
            }
        })
    }

    /// Whether `v` lacks a method of the interface `t`; `cause` is the reason in parentheses: `(missing method M)`.
    /// Unless `is_static`, an interface `v` need not have a method (its dynamic type may), but one that it has must
    /// fit.
    pub(super) fn missing_method(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        cause: Option<&mut String>,
    ) -> bool {
        let identical: SameSignature = &mut |checker, a, b| checker.tt.identical(a, b);
        match self.missing_method_with(v, t, is_static, identical) {
            None => false,
            Some(missing) => {
                if let Some(cause) = cause {
                    *cause = missing;
                }
                true
            }
        }
    }

    /// Why `v` lacks a method of the interface `t`: the reason in parentheses, of the first method. `same` compares
    /// signatures.
    pub(super) fn missing_method_with(
        &mut self,
        v: TypeId,
        t: TypeId,
        is_static: bool,
        same: SameSignature,
    ) -> Option<String> {
        let wanted = self.tt.iface(t)?;
        let own = self.tt.iface(v);
        for method in wanted.methods.iter() {
            let fault = match &own {
                Some(own) => {
                    match own.methods.iter().find(|m| m.name == method.name && m.pkg == method.pkg) {
                        None if !is_static => None,
                        None => Some(Fault::NotFound),
                        Some(found) if !same(self, found.sig, method.sig) => {
                            Some(Fault::WrongSignature(found.sig))
                        }
                        Some(_) => None,
                    }
                }
                None => self.method_fault(v, method.pkg, method.name, method.sig, same),
            };
            if let Some(fault) = fault {
                // A field whose type could not be made out may have had the method.
                if self.embeds_invalid(v, &mut Vec::new()) {
                    return None;
                }
                return Some(self.fault_text(v, t, method.name.as_str(), method.sig, fault));
            }
        }
        None
    }

    /// Whether a type is a struct, or points to one, with an embedded field whose type is invalid.
    fn embeds_invalid(&mut self, t: TypeId, seen: &mut Vec<TypeId>) -> bool {
        let mut under = self.tt.under(t);
        if let Type::Pointer(base) = *self.tt.get(under) {
            under = self.tt.under(base);
        }
        let Type::Struct(fields) = self.tt.get(under).clone() else { return false };
        if seen.contains(&under) {
            return false;
        }
        seen.push(under);
        fields.iter().any(|f| f.embedded && (f.ty.is_invalid() || self.embeds_invalid(f.ty, seen)))
    }

    fn method_fault(
        &mut self,
        v: TypeId,
        pkg: PkgId,
        name: crate::source::Symbol,
        sig: TypeId,
        same: SameSignature,
    ) -> Option<Fault> {
        match self.tt.lookup(v, false, pkg, name) {
            Lookup::Ambiguous => Some(Fault::Ambiguous),
            Lookup::NeedsPointer => Some(Fault::PointerReceiver),
            Lookup::NotFound => Some(match self.tt.lookup_fold(v, false, pkg, name).found() {
                Some(member) if member.kind != MemberKind::Field => {
                    if self.method_name(&member) == name {
                        Fault::Unexported
                    } else {
                        Fault::WrongName(member)
                    }
                }
                Some(_) | None => Fault::NotFound,
            }),
            Lookup::Found(member) => {
                if member.kind == MemberKind::Field {
                    return Some(Fault::Field);
                }
                let found = self.member_type(&member);
                (!same(self, found, sig)).then_some(Fault::WrongSignature(found))
            }
        }
    }

    fn method_name(&mut self, member: &Member) -> crate::source::Symbol {
        match member.kind {
            MemberKind::Method { obj, .. } => self.obj(obj).name,
            MemberKind::IfaceMethod(index) => match self.tt.iface(member.recv) {
                Some(iface) => iface.methods[index as usize].name,
                None => crate::source::sym::EMPTY,
            },
            MemberKind::Field => crate::source::sym::EMPTY,
        }
    }

    fn fault_text(&mut self, v: TypeId, t: TypeId, name: &str, sig: TypeId, fault: Fault) -> String {
        let here = Qualifier::Local(self.env.pkg);
        match fault {
            Fault::NotFound => {
                let pointer = [v, t].into_iter().find(|&t| self.tt.is_interface_ptr(t));
                match pointer {
                    Some(t) => format!("({})", self.interface_ptr_error(t)),
                    None => format!("(missing method {name})"),
                }
            }
            Fault::WrongName(member) => {
                let found = self.member_type(&member);
                let found_name = self.method_name(&member);
                let have = self.method_string(found_name.as_str(), found, here);
                let want = self.method_string(name, sig, here);
                format!("(missing method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            Fault::Unexported => format!("(unexported method {name})"),
            Fault::WrongSignature(found) => {
                let mut have = self.method_string(name, found, here);
                let mut want = self.method_string(name, sig, here);
                if have == want {
                    // Types of the same name from different packages: the paths tell them apart.
                    have = self.method_string(name, found, Qualifier::Path);
                    want = self.method_string(name, sig, Qualifier::Path);
                }
                if have == want {
                    return format!("(wrong type for method {name})");
                }
                format!("(wrong type for method {name})\n\t\thave {have}\n\t\twant {want}")
            }
            Fault::Ambiguous => format!("(ambiguous selector {}.{name})", self.ts(v)),
            Fault::PointerReceiver => format!("(method {name} has pointer receiver)"),
            Fault::Field => format!("({}.{name} is a field, not a method)", self.ts(v)),
        }
    }

    /// A method as messages compare it: name and signature, without parameter names.
    fn method_string(&self, name: &str, sig: TypeId, qualifier: Qualifier) -> String {
        let mut out = name.to_string();
        if let Type::Func(sig) = self.tt.get(sig) {
            let sig: &Rc<Signature> = sig;
            self.tt.write_signature(&mut out, sig, qualifier);
        }
        out
    }

    /// Whether type arguments satisfy the constraints of their parameters: else the index of the first that does
    /// not, and why.
    pub(super) fn verify(
        &mut self,
        tparams: &[TypeParamId],
        targs: &[TypeId],
    ) -> Result<(), (usize, String)> {
        let subst = Subst::new(tparams, targs);
        for (i, (&p, &targ)) in tparams.iter().zip(targs).enumerate() {
            let bound = self.constraint_of(p);
            let bound = self.tt.subst(bound, &subst);
            self.implements_why(targ, bound, true).map_err(|cause| (i, cause))?;
        }
        Ok(())
    }

    /// The constraint of a type parameter as an interface type: one that is written as a type or union is wrapped.
    pub(super) fn constraint_of(&mut self, p: TypeParamId) -> TypeId {
        let bound = self.tt.tparam(p).bound;
        if bound.is_invalid() || self.tt.is_interface(bound) || self.tt.is_tparam(bound) {
            return bound;
        }
        let decl = crate::types::IfaceDecl { methods: [].into(), embeds: [bound].into(), implicit: true };
        self.tt.interface(decl)
    }
}
