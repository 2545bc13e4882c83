//! Types as run-time descriptors.

use std::rc::Rc;

use super::unit::Unit;
use crate::heap::{ChanDir, FieldDef, Kind, RIfaceMethod, RTypeId, Shape, TypeDef};
use crate::types::{Basic, Dir, PkgId, Type, TypeId};

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
