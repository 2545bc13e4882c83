//! Questions about types.
//!
//! `is_*` ask about the type itself (never true of a type parameter); `all_*` ask about every type of
//! a type parameter's type set, and about the type itself otherwise.

use super::*;
use hashbrown::HashMap;

/// Why values of a type cannot be compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Incomparable {
    /// The kind of type says it.
    Kind,
    /// A struct has a field of this type.
    Field(TypeId),
    /// An array of such elements.
    Array(TypeId),
    /// An interface or type parameter with an empty type set.
    EmptyTypeSet,
    /// An interface or type parameter with incomparable types in its type set.
    TypeSet,
}

/// How deep a type is followed when it is asked whether it can be compared.
const DEPTH: usize = 200;

impl TypeTable {
    /// The basic type that underlies a type.
    pub fn basic(&mut self, t: TypeId) -> Option<Basic> {
        let under = self.under(t);
        match self.get(under) {
            Type::Basic(b) => Some(*b),
            _ => None,
        }
    }

    /// Whether the underlying type is basic with the given property.
    pub fn is(&mut self, t: TypeId, info: BasicInfo) -> bool {
        self.basic(t).is_some_and(|b| b.is(info))
    }

    /// Whether it is an untyped kind.
    pub fn is_untyped(&self, t: TypeId) -> bool {
        matches!(self.get(t), Type::Basic(b) if b.is_untyped())
    }

    /// Whether every type in its type set is basic with the given property.
    pub fn all(&mut self, t: TypeId, info: BasicInfo) -> bool {
        if let Some(p) = self.as_tparam(t) {
            let iface = self.bound_iface(p);
            return match &iface.terms {
                Some(terms) => !terms.is_empty() && terms.iter().all(|term| self.is(term.ty, info)),
                None => false,
            };
        }
        self.is(t, info)
    }

    /// The type parameter that a type is.
    pub fn as_tparam(&self, t: TypeId) -> Option<TypeParamId> {
        match self.get(t) {
            Type::TypeParam(p) => Some(*p),
            _ => None,
        }
    }

    /// Whether it is a type parameter.
    pub fn is_tparam(&self, t: TypeId) -> bool {
        matches!(self.get(t), Type::TypeParam(_))
    }

    /// Whether the underlying type is an interface (type parameters are not).
    pub fn is_interface(&mut self, t: TypeId) -> bool {
        let under = self.under(t);
        matches!(self.get(under), Type::Interface(_))
    }

    /// Whether the underlying type is a pointer to an interface or to a type parameter.
    pub fn is_interface_ptr(&mut self, t: TypeId) -> bool {
        let under = self.under(t);
        match *self.get(under) {
            Type::Pointer(base) => self.is_interface(base) || self.is_tparam(base),
            _ => false,
        }
    }

    /// Whether the type has a name: predeclared, defined, or a type parameter.
    pub fn has_name(&self, t: TypeId) -> bool {
        matches!(self.get(t), Type::Basic(_) | Type::Named(_) | Type::TypeParam(_))
    }

    /// Whether it is a generic type without type arguments.
    pub fn is_generic(&self, t: TypeId) -> bool {
        if let Some(alias) = self.aliases.get(&t) {
            return !alias.tparams.is_empty() && alias.targs.is_empty();
        }
        matches!(self.get(t), Type::Named(id) if self.named_is_generic(*id))
    }

    /// Whether nil is a value of the type.
    pub fn has_nil(&mut self, t: TypeId) -> bool {
        match self.under_shape(t) {
            Type::Basic(b) => b == Basic::UnsafePointer || b == Basic::UntypedNil,
            Type::Pointer(_)
            | Type::Slice(_)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Func(_)
            | Type::Interface(_) => true,
            Type::TypeParam(p) => {
                let iface = self.bound_iface(p);
                match &iface.terms {
                    Some(terms) => !terms.is_empty() && terms.iter().all(|term| self.has_nil(term.ty)),
                    None => false,
                }
            }
            Type::Invalid
            | Type::Named(_)
            | Type::Array(..)
            | Type::Struct(_)
            | Type::Tuple(_)
            | Type::Union(_) => false,
        }
    }

    /// Whether `==` is defined on values of the type (it may still panic for interfaces).
    pub fn comparable(&mut self, t: TypeId) -> bool {
        self.comparable_why(t, true).is_ok()
    }

    /// As [`TypeTable::comparable`], with the reason. Unless `dynamic`, interfaces must be strictly
    /// comparable: `==` never panics.
    pub fn comparable_why(&mut self, t: TypeId, dynamic: bool) -> Result<(), Incomparable> {
        self.comparable_at(t, dynamic, &mut Vec::new())
    }

    fn comparable_at(
        &mut self,
        t: TypeId,
        dynamic: bool,
        seen: &mut Vec<TypeId>,
    ) -> Result<(), Incomparable> {
        // What is being looked at, or was found to be fine, adds nothing; the rest ends the search.
        if seen.contains(&t) {
            return Ok(());
        }
        if !matches!(self.get(t), Type::Basic(_)) {
            seen.push(t);
        }
        match self.under_shape(t) {
            Type::Invalid | Type::Pointer(_) | Type::Chan(..) | Type::Named(_) => Ok(()),
            Type::Basic(b) => {
                if b == Basic::UntypedNil {
                    Err(Incomparable::Kind)
                } else {
                    Ok(())
                }
            }
            Type::Struct(fields) => {
                for f in fields.iter() {
                    if self.comparable_at(f.ty, dynamic, seen).is_err() {
                        return Err(Incomparable::Field(f.ty));
                    }
                }
                Ok(())
            }
            Type::Array(elem, _) => {
                self.comparable_at(elem, dynamic, seen).map_err(|_| Incomparable::Array(t))
            }
            Type::Interface(_) if dynamic => Ok(()),
            Type::Interface(_) | Type::TypeParam(_) => {
                let Some(iface) = self.iface(t) else { return Ok(()) };
                match &iface.terms {
                    None if iface.comparable => Ok(()),
                    None => Err(Incomparable::TypeSet),
                    Some(terms) if terms.is_empty() => Err(Incomparable::EmptyTypeSet),
                    Some(terms) => {
                        for term in terms.iter() {
                            self.comparable_at(term.ty, false, seen).map_err(|_| Incomparable::TypeSet)?;
                        }
                        Ok(())
                    }
                }
            }
            Type::Slice(_) | Type::Map(..) | Type::Func(_) | Type::Tuple(_) | Type::Union(_) => {
                Err(Incomparable::Kind)
            }
        }
    }

    /// The type that an untyped value gets where nothing else decides.
    pub fn default_type(&self, t: TypeId) -> TypeId {
        match self.get(t) {
            Type::Basic(Basic::UntypedBool) => TypeId::BOOL,
            Type::Basic(Basic::UntypedInt) => TypeId::INT,
            Type::Basic(Basic::UntypedRune) => TypeId::RUNE,
            Type::Basic(Basic::UntypedFloat) => TypeId::FLOAT64,
            Type::Basic(Basic::UntypedComplex) => TypeId::COMPLEX128,
            Type::Basic(Basic::UntypedString) => TypeId::STRING,
            _ => t,
        }
    }

    /// The base of a pointer type (not of a defined one), and whether it is one.
    pub fn deref(&self, t: TypeId) -> (TypeId, bool) {
        match *self.get(t) {
            Type::Pointer(base) => (base, true),
            _ => (t, false),
        }
    }

    /// The size of a value in bytes, without padding; type parameters count as nothing. Saturates.
    pub fn rough_size(&mut self, t: TypeId) -> u64 {
        self.rough_size_at(t, 0, &mut HashMap::new())
    }

    fn rough_size_at(&mut self, t: TypeId, depth: usize, known: &mut HashMap<TypeId, u64>) -> u64 {
        if depth > DEPTH {
            return 0;
        }
        if let Some(&size) = known.get(&t) {
            return size;
        }
        let size = match self.under_shape(t) {
            Type::Invalid | Type::Named(_) | Type::TypeParam(_) | Type::Union(_) | Type::Tuple(_) => 0,
            Type::Basic(basic) => match basic {
                Basic::Bool | Basic::Int8 | Basic::Uint8 => 1,
                Basic::Int16 | Basic::Uint16 => 2,
                Basic::Int32 | Basic::Uint32 | Basic::Float32 => 4,
                Basic::Complex128 | Basic::String => 16,
                _ => 8,
            },
            Type::Pointer(_) | Type::Map(..) | Type::Chan(..) | Type::Func(_) => 8,
            Type::Interface(_) => 16,
            Type::Slice(_) => 24,
            Type::Array(elem, len) => self.rough_size_at(elem, depth + 1, known).saturating_mul(len),
            Type::Struct(fields) => {
                let mut sum = 0u64;
                for f in fields.iter() {
                    sum = sum.saturating_add(self.rough_size_at(f.ty, depth + 1, known));
                }
                sum
            }
        };
        known.insert(t, size);
        size
    }

    /// Whether two types are identical if struct tags are ignored.
    pub fn identical_ignoring_tags(&mut self, a: TypeId, b: TypeId) -> bool {
        if self.identical(a, b) {
            return true;
        }
        let (a, b) = (self.without_tags(a, 0), self.without_tags(b, 0));
        self.identical(a, b)
    }

    fn without_tags(&mut self, t: TypeId, depth: usize) -> TypeId {
        if depth > DEPTH {
            return t;
        }
        let depth = depth + 1;
        match self.get(t).clone() {
            Type::Struct(fields) => {
                let fields = fields
                    .iter()
                    .map(|f| Field { ty: self.without_tags(f.ty, depth), tag: "".into(), ..f.clone() })
                    .collect();
                self.intern(Type::Struct(fields))
            }
            Type::Pointer(e) => {
                let e = self.without_tags(e, depth);
                self.pointer(e)
            }
            Type::Slice(e) => {
                let e = self.without_tags(e, depth);
                self.slice(e)
            }
            Type::Array(e, n) => {
                let e = self.without_tags(e, depth);
                self.intern(Type::Array(e, n))
            }
            Type::Map(k, v) => {
                let (k, v) = (self.without_tags(k, depth), self.without_tags(v, depth));
                self.intern(Type::Map(k, v))
            }
            Type::Chan(dir, e) => {
                let e = self.without_tags(e, depth);
                self.intern(Type::Chan(dir, e))
            }
            Type::Func(sig) => {
                let params: Vec<TypeId> = sig.params.iter().map(|&p| self.without_tags(p, depth)).collect();
                let results: Vec<TypeId> = sig.results.iter().map(|&p| self.without_tags(p, depth)).collect();
                self.func(params.into(), results.into(), sig.variadic)
            }
            Type::Invalid
            | Type::Basic(_)
            | Type::Named(_)
            | Type::Interface(_)
            | Type::Tuple(_)
            | Type::TypeParam(_)
            | Type::Union(_) => t,
        }
    }
}
