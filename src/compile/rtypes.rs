//! Types as run-time descriptors, and their methods, as far as the code that is compiled needs them.

use std::rc::Rc;

use super::call::{Found, FoundKind};
use super::unit::{Source, Unit};
use crate::bytecode::{FuncFlags, FuncId};
use crate::heap::{ChanDir, FieldDef, Kind, NameId, RIfaceMethod, RTypeId, Shape, TypeDef};
use crate::source::{Span, Symbol};
use crate::types::{Basic, Dir, PkgId, Signature, Subst, Type, TypeId};

impl<'u> Unit<'u> {
    /// The run-time type of a type, described.
    pub(super) fn rtype(&mut self, t: TypeId) -> RTypeId {
        let t = self.chk.tt.canon(t);
        if let Some(&id) = self.st.rtypes.get(&t)
            && self.st.filled.contains(&t)
        {
            return id;
        }
        let id = self.fill(t);
        // What is only named by others is described once it is safe: nothing that contains it is in progress.
        while let Some(t) = self.st.queue.pop() {
            if !self.st.filled.contains(&t) {
                self.fill(t);
            }
        }
        id
    }

    /// The id of a type that need not be described yet.
    pub(super) fn rtype_ref(&mut self, t: TypeId) -> RTypeId {
        let t = self.chk.tt.canon(t);
        if let Some(&id) = self.st.rtypes.get(&t) {
            return id;
        }
        let id = self.program.rtypes.reserve();
        self.st.rtypes.insert(t, id);
        self.st.types.insert(id, t);
        self.st.queue.push(t);
        id
    }

    /// The type that a run-time type describes.
    pub(super) fn type_of(&mut self, id: RTypeId) -> TypeId {
        match self.st.types.get(&id) {
            Some(&t) => t,
            None => {
                self.bug(Span::NONE, "a run-time type that the compiler did not make");
                TypeId::EMPTY_INTERFACE
            }
        }
    }

    pub(super) fn is_filled(&self, t: TypeId) -> bool {
        self.st.filled.contains(&t)
    }

    pub(super) fn mark_filled(&mut self, t: TypeId) {
        self.st.filled.insert(t);
    }

    /// Gives a type, and the types that its values contain, their methods: its values become interface values.
    pub(super) fn make_dynamic(&mut self, t: TypeId) {
        let mut work = vec![self.chk.tt.canon(t)];
        while let Some(t) = work.pop() {
            if !self.st.dynamic.insert(t) {
                continue;
            }
            match self.chk.tt.under_shape(t) {
                Type::Pointer(e) | Type::Slice(e) | Type::Array(e, _) | Type::Chan(_, e) => work.push(e),
                Type::Map(k, e) => work.extend([k, e]),
                Type::Struct(fields) => work.extend(fields.iter().map(|f| f.ty)),
                _ => {}
            }
            for next in &mut work {
                *next = self.chk.tt.canon(*next);
            }
            self.add_methods(t);
        }
    }

    /// Comparing values may compare interfaces inside: their types are dynamic where they were made.
    pub(super) fn make_comparable(&mut self, t: TypeId) {
        self.rtype(t);
    }

    /// Gives a type its methods, also if it had others before.
    pub(super) fn add_methods(&mut self, t: TypeId) {
        if matches!(self.chk.tt.under_shape(t), Type::Interface(_)) {
            return;
        }
        let base = match self.chk.tt.get(t) {
            Type::Pointer(e) => *e,
            _ => t,
        };
        self.resolve_methods(base);
        let set = self.chk.tt.method_set(t);
        if set.is_empty() {
            return;
        }
        let id = self.rtype(t);
        let mut methods = Vec::with_capacity(set.len());
        for entry in set.iter() {
            let Some((found, sig)) = self.method_entry(entry) else { continue };
            // Generic methods are in no interface, and reflection doesn't see them.
            if !sig.tparams.is_empty() {
                continue;
            }
            let sig_ty = self.chk.tt.func(sig.params.clone(), sig.results.clone(), sig.variadic);
            let sig_id = self.rtype(sig_ty);
            let func = self.iface_entry(t, entry.name, entry.pkg, found, sig);
            let name = self.method_name(entry.name, entry.pkg);
            methods.push(crate::heap::RMethod { name, sig: sig_id, func: func.0 });
        }
        self.program.rtypes.renew_methods(id, methods);
    }

    /// The function that the method expression of a type and a method is: the method itself, if it is declared with this
    /// receiver.
    pub(super) fn method_func(&mut self, t: TypeId, name: NameId) -> Option<FuncId> {
        let t = self.chk.tt.canon(t);
        let base = match self.chk.tt.get(t) {
            Type::Pointer(e) => *e,
            _ => t,
        };
        self.resolve_methods(base);
        let set = self.chk.tt.method_set(t);
        let entry = set.iter().find(|entry| self.method_name(entry.name, entry.pkg) == name)?;
        let (found, sig) = self.method_entry(entry)?;
        let mut of = None;
        if let FoundKind::Declared { obj, ptr_recv, owner } = found.kind {
            if found.path.is_empty() && ptr_recv == (t != owner) {
                let targs = self.targs_of(owner);
                return Some(self.func(obj, targs));
            }
            of = Some(obj);
        }
        let key = (t, entry.name, entry.pkg);
        if let Some(&(id, made_from)) = self.st.exprs.get(&key)
            && made_from == of
        {
            return Some(id);
        }
        let mut params = vec![t];
        params.extend(sig.params.iter().copied());
        let full = self.method_of(t, entry.name);
        let results = sig.results.to_vec();
        let id = self.declare(full, &params, &results, FuncFlags::WRAPPER, Span::NONE);
        self.st.exprs.insert(key, (id, of));
        self.st.sources.insert(id, Source::Expr { recv: t, found, sig, pkg: entry.pkg });
        Some(id)
    }

    /// A method set's entry as something to call, and its signature without receiver.
    fn method_entry(&mut self, entry: &crate::types::MethodEntry) -> Option<(Found, Rc<Signature>)> {
        use crate::types::MethodSource;
        let owner = self.chk.tt.canon(entry.recv);
        let (kind, ty) = match entry.source {
            MethodSource::Declared { obj, ptr_recv } => {
                let targs = self.targs_of(owner);
                let ty = self.chk.obj_type(obj);
                let ty = match self.chk.func_sig(obj) {
                    Some(sig) if !targs.is_empty() => {
                        let subst = Subst::new(&sig.tparams, &targs);
                        self.chk.tt.subst(ty, &subst)
                    }
                    _ => ty,
                };
                (FoundKind::Declared { obj, ptr_recv, owner }, ty)
            }
            MethodSource::Interface(i) => {
                let Type::Interface(iface) = self.chk.tt.under_shape(owner) else { return None };
                let m = iface.methods.get(i as usize)?;
                let name = self.method_name(entry.name, entry.pkg);
                (FoundKind::Iface { name }, m.sig)
            }
        };
        let Type::Func(sig) = self.chk.tt.under_shape(ty) else { return None };
        Some((Found { path: entry.path.clone().into(), kind }, sig))
    }

    /// The function that an interface call of the method runs: its receiver is the data word.
    pub(super) fn iface_entry(
        &mut self,
        t: TypeId,
        name: Symbol,
        pkg: PkgId,
        found: Found,
        sig: Rc<Signature>,
    ) -> FuncId {
        let of = match found.kind {
            FoundKind::Declared { obj, .. } => Some(obj),
            FoundKind::Iface { .. } => None,
        };
        if let Some(&(id, made_from)) = self.st.entries.get(&(t, name, pkg))
            && made_from == of
        {
            return id;
        }
        let rt = self.rtype(t);
        let one_word = self.program.rtypes.get(rt).iface_word != crate::heap::IfaceWord::Boxed;
        if let FoundKind::Declared { obj, ptr_recv, owner } = found.kind
            && found.path.is_empty()
            && one_word
            && ptr_recv == (t != owner)
        {
            let targs = self.targs_of(owner);
            let id = self.func(obj, targs);
            self.st.entries.insert((t, name, pkg), (id, of));
            return id;
        }
        // A pointer to anything stands for the data word; traced as what it is.
        let word = if one_word { t } else { self.chk.tt.pointer(t) };
        let mut params = vec![word];
        params.extend(sig.params.iter().copied());
        let full = format!("{}.{name}", self.chk.tt.runtime_string(t));
        let results = sig.results.to_vec();
        let id = self.declare(full, &params, &results, FuncFlags::WRAPPER, Span::NONE);
        self.st.entries.insert((t, name, pkg), (id, of));
        self.st.sources.insert(id, Source::Entry { recv: t, found, sig, pkg });
        id
    }
}

impl Unit<'_> {
    /// Describes a type and everything that its values contain; what they only point to is put off.
    pub(super) fn fill(&mut self, t: TypeId) -> RTypeId {
        let t = self.chk.tt.canon(t);
        let id = self.rtype_ref(t);
        if self.is_filled(t) {
            return id;
        }
        let shape = match self.chk.tt.under_shape(t) {
            Type::Basic(b) => Shape::Basic(kind(b)),
            Type::Pointer(e) => Shape::Pointer(self.rtype_ref(e)),
            Type::Slice(e) => Shape::Slice(self.rtype_ref(e)),
            Type::Array(e, n) => Shape::Array(self.fill(e), n),
            Type::Map(k, e) => Shape::Map(self.rtype_ref(k), self.rtype_ref(e)),
            Type::Chan(dir, e) => {
                let dir = match dir {
                    Dir::Both => ChanDir::Both,
                    Dir::Send => ChanDir::Send,
                    Dir::Recv => ChanDir::Recv,
                };
                Shape::Chan(dir, self.rtype_ref(e))
            }
            Type::Struct(fields) => Shape::Struct(
                fields
                    .iter()
                    .map(|f| FieldDef {
                        name: f.name.as_str().into(),
                        pkg: self.pkg_path(f.pkg),
                        ty: self.fill(f.ty),
                        tag: f.tag.clone(),
                        embedded: f.embedded,
                    })
                    .collect(),
            ),
            Type::Func(sig) => Shape::Func {
                params: sig.params.iter().map(|&p| self.rtype_ref(p)).collect(),
                results: sig.results.iter().map(|&r| self.rtype_ref(r)).collect(),
                variadic: sig.variadic,
            },
            Type::Interface(iface) => Shape::Interface(
                iface
                    .methods
                    .iter()
                    .map(|m| RIfaceMethod {
                        name: self.method_name(m.name, m.pkg),
                        sig: self.rtype_ref(m.sig),
                    })
                    .collect(),
            ),
            // A call without results in a place that wants a type: nothing.
            Type::Tuple(_) | Type::Invalid | Type::TypeParam(_) | Type::Union(_) | Type::Named(_) => {
                Shape::Struct(Vec::new())
            }
        };
        let (named, pkg) = match self.chk.tt.get(t) {
            Type::Named(n) => (true, self.chk.tt.named(*n).pkg),
            Type::Basic(_) => (true, PkgId::UNIVERSE),
            _ => (false, PkgId::UNIVERSE),
        };
        let name = self.chk.tt.runtime_string(t);
        let pkg_path = self.pkg_path(pkg);
        self.mark_filled(t);
        self.program.rtypes.define(id, TypeDef { name: name.into(), pkg_path, named, shape });
        id
    }

    fn pkg_path(&mut self, pkg: PkgId) -> Rc<str> {
        if pkg == PkgId::UNIVERSE { "".into() } else { self.chk.tt.pkg(pkg).path.clone() }
    }
}

fn kind(b: Basic) -> Kind {
    match b {
        Basic::Bool | Basic::UntypedBool => Kind::Bool,
        Basic::Int | Basic::UntypedInt => Kind::Int,
        Basic::Int8 => Kind::Int8,
        Basic::Int16 => Kind::Int16,
        Basic::Int32 | Basic::UntypedRune => Kind::Int32,
        Basic::Int64 => Kind::Int64,
        Basic::Uint => Kind::Uint,
        Basic::Uint8 => Kind::Uint8,
        Basic::Uint16 => Kind::Uint16,
        Basic::Uint32 => Kind::Uint32,
        Basic::Uint64 => Kind::Uint64,
        Basic::Uintptr => Kind::Uintptr,
        Basic::Float32 => Kind::Float32,
        Basic::Float64 | Basic::UntypedFloat => Kind::Float64,
        Basic::Complex64 => Kind::Complex64,
        Basic::Complex128 | Basic::UntypedComplex => Kind::Complex128,
        Basic::String | Basic::UntypedString => Kind::String,
        Basic::UnsafePointer | Basic::UntypedNil => Kind::UnsafePointer,
    }
}
