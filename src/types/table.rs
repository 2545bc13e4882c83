//! The table of all types: interning and canonical forms.

use super::display::Alias;
use super::interface::OpenIface;
use super::*;
use crate::source::Symbol;
use hashbrown::{DefaultHashBuilder, HashMap, HashSet, HashTable};
use std::hash::BuildHasher;
use std::rc::Rc;

/// A package, by number. The table is [`TypeTable::pkgs`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct PkgId(pub u32);

impl PkgId {
    /// No package: predeclared names, and exported fields and methods (whose package is immaterial).
    pub const UNIVERSE: PkgId = PkgId(0);
}

/// What the name of a type needs to know of its package.
#[derive(Clone, Debug)]
pub struct PkgInfo {
    /// The import path.
    pub path: Rc<str>,
    /// The name after `package`.
    pub name: Symbol,
}

/// A type parameter's data.
#[derive(Clone, Debug)]
pub struct TypeParamData {
    /// Its name.
    pub name: Symbol,
    /// The object that declares it.
    pub obj: ObjId,
    /// Its constraint, as written; [`TypeId::INVALID`] until it is resolved.
    pub bound: TypeId,
    /// Its position in its list.
    pub index: u32,
    /// Where it is declared, if its name is that of something predeclared: messages say so.
    pub place: Option<Rc<str>>,
}

/// All types of a program. Types are never removed.
pub struct TypeTable {
    pub(super) types: Vec<Type>,
    pub(super) canon: Vec<TypeId>,
    /// Whether a type parameter occurs in the type, so that substitution can skip it.
    pub(super) generic: Vec<bool>,
    pub(super) index: HashTable<TypeId>,
    pub(super) hasher: DefaultHashBuilder,
    pub(super) named: Vec<Named>,
    pub(super) instances: HashMap<(NamedId, Rc<[TypeId]>), TypeId>,
    /// The type of tasks, once a program mentions it.
    pub(super) task: Option<NamedId>,
    pub(super) tparams: Vec<TypeParamData>,
    pub(super) tparam_types: Vec<TypeId>,
    pub(super) aliases: HashMap<TypeId, Alias>,
    pub(super) alias_instances: HashMap<(ObjId, Rc<[TypeId]>), TypeId>,
    /// Instances whose right-hand sides are being made, the outermost first, and how many have been made since the
    /// first of them.
    pub(super) expanding: Vec<NamedId>,
    pub(super) expanded: u32,
    pub(super) tuple_names: HashMap<TypeId, Rc<[Symbol]>>,
    pub(super) named_tuples: HashMap<(TypeId, Rc<[Symbol]>), TypeId>,
    pub(super) open: HashMap<TypeId, OpenIface>,
    pub(super) method_sets: HashMap<TypeId, Rc<[MethodEntry]>>,
    /// Packages whose names others have to which the program's imports lead.
    pub(super) homonyms: HashSet<&'static str>,
    /// Types whose names denote others now.
    pub(super) shadowed: HashSet<NamedId>,
    /// The packages that types belong to. The first is the universe.
    pub pkgs: Vec<PkgInfo>,
}

impl Default for TypeTable {
    fn default() -> Self {
        Self::new()
    }
}

impl TypeTable {
    /// The names of the methods of all interfaces that there are.
    pub fn interface_methods(&self) -> impl Iterator<Item = Symbol> + '_ {
        let interfaces =
            self.types.iter().filter_map(|t| if let Type::Interface(i) = t { Some(i) } else { None });
        interfaces.flat_map(|interface| interface.methods.iter().map(|method| method.name))
    }

    /// A table with the predeclared types. The objects of `error` and `comparable` are named by
    /// [`universe`].
    pub fn new() -> Self {
        let mut table = TypeTable {
            types: Vec::with_capacity(1024),
            canon: Vec::with_capacity(1024),
            generic: Vec::with_capacity(1024),
            index: HashTable::with_capacity(1024),
            hasher: DefaultHashBuilder::default(),
            named: Vec::new(),
            instances: HashMap::new(),
            task: None,
            tparams: Vec::new(),
            tparam_types: Vec::new(),
            aliases: HashMap::new(),
            alias_instances: HashMap::new(),
            expanding: Vec::new(),
            expanded: 0,
            tuple_names: HashMap::new(),
            named_tuples: HashMap::new(),
            open: HashMap::new(),
            method_sets: HashMap::new(),
            homonyms: HashSet::new(),
            shadowed: HashSet::new(),
            pkgs: vec![PkgInfo { path: "".into(), name: Symbol::intern("") }],
        };
        table.intern(Type::Invalid);
        for basic in Basic::ALL {
            table.intern(Type::Basic(basic));
        }
        let empty = table.intern(Type::Interface(Rc::new(Interface {
            methods: [].into(),
            terms: None,
            comparable: false,
            decl: None,
        })));
        assert_eq!(empty, TypeId::EMPTY_INTERFACE);
        let any = table.new_alias(Symbol::intern("any"), PkgId::UNIVERSE, universe::ANY, [].into(), empty);
        assert_eq!(any, TypeId::ANY);
        let byte = table.new_alias(
            Symbol::intern("byte"),
            PkgId::UNIVERSE,
            universe::BYTE,
            [].into(),
            TypeId::UINT8,
        );
        assert_eq!(byte, TypeId::BYTE);
        let rune = table.new_alias(
            Symbol::intern("rune"),
            PkgId::UNIVERSE,
            universe::RUNE,
            [].into(),
            TypeId::INT32,
        );
        assert_eq!(rune, TypeId::RUNE);
        let unit = table.intern(Type::Tuple([].into()));
        assert_eq!(unit, TypeId::UNIT);
        // The canonical []uint8 must not take the place of a fixed id: reserve the spelled one first.
        table.push(Type::Slice(TypeId::BYTE), TypeId::INVALID, false);
        let (_, error) =
            table.new_named(Symbol::intern("error"), PkgId::UNIVERSE, universe::ERROR, None, [].into());
        assert_eq!(error, TypeId::ERROR);
        let (_, comparable) = table.new_named(
            Symbol::intern("comparable"),
            PkgId::UNIVERSE,
            universe::COMPARABLE,
            None,
            [].into(),
        );
        assert_eq!(comparable, TypeId::COMPARABLE);
        let bytes = table.intern(Type::Slice(TypeId::UINT8));
        table.canon[TypeId::BYTES.0 as usize] = bytes;
        table.enter(TypeId::BYTES);

        let string_result = table.func([].into(), [TypeId::STRING].into(), false);
        let method = IMethod { name: Symbol::intern("Error"), pkg: PkgId::UNIVERSE, sig: string_result };
        let error_type = table.intern(Type::Interface(Rc::new(Interface {
            methods: [method].into(),
            terms: None,
            comparable: false,
            decl: None,
        })));
        table.set_rhs(NamedId(0), error_type);
        let comparable_type = table.intern(Type::Interface(Rc::new(Interface {
            methods: [].into(),
            terms: None,
            comparable: true,
            decl: None,
        })));
        table.set_rhs(NamedId(1), comparable_type);
        table
    }

    /// The shape of a type.
    pub fn get(&self, t: TypeId) -> &Type {
        &self.types[t.0 as usize]
    }

    /// The canonical id: identical types have the same one.
    pub fn canon(&self, t: TypeId) -> TypeId {
        self.canon[t.0 as usize]
    }

    /// Whether two types are identical.
    pub fn identical(&self, a: TypeId, b: TypeId) -> bool {
        a == b || self.canon(a) == self.canon(b)
    }

    /// Whether a type parameter occurs in the type.
    pub fn is_parameterized(&self, t: TypeId) -> bool {
        self.generic[t.0 as usize]
    }

    /// The id of a shape. The canonical form is entered too if the shape is spelled otherwise.
    pub fn intern(&mut self, shape: Type) -> TypeId {
        let hash = self.hasher.hash_one(&shape);
        let types = &self.types;
        if let Some(&id) = self.index.find(hash, |&id| types[id.0 as usize] == shape) {
            return id;
        }
        let canonical = match self.canonical_shape(&shape) {
            Some(other) => self.intern(other),
            None => TypeId(self.types.len() as u32),
        };
        let generic = self.shape_is_generic(&shape);
        let id = self.push(shape, canonical, generic);
        self.enter(id);
        id
    }

    fn enter(&mut self, id: TypeId) {
        let hash = self.hasher.hash_one(&self.types[id.0 as usize]);
        let (types, hasher) = (&self.types, &self.hasher);
        self.index.insert_unique(hash, id, |&id| hasher.hash_one(&types[id.0 as usize]));
    }

    pub(super) fn push(&mut self, shape: Type, canonical: TypeId, generic: bool) -> TypeId {
        let id = TypeId(self.types.len() as u32);
        self.types.push(shape);
        self.canon.push(canonical);
        self.generic.push(generic);
        id
    }

    fn canonical_list(&self, list: &Rc<[TypeId]>) -> Option<Rc<[TypeId]>> {
        if list.iter().all(|&t| self.canon(t) == t) {
            None
        } else {
            Some(list.iter().map(|&t| self.canon(t)).collect())
        }
    }

    /// The canonical form of a shape, if the shape is not canonical itself.
    fn canonical_shape(&self, shape: &Type) -> Option<Type> {
        let c = |t: TypeId| self.canon(t);
        match shape {
            Type::Invalid | Type::Basic(_) | Type::Named(_) | Type::TypeParam(_) => None,
            Type::Pointer(t) => (c(*t) != *t).then(|| Type::Pointer(c(*t))),
            Type::Slice(t) => (c(*t) != *t).then(|| Type::Slice(c(*t))),
            Type::Array(t, n) => (c(*t) != *t).then(|| Type::Array(c(*t), *n)),
            Type::Map(k, v) => (c(*k) != *k || c(*v) != *v).then(|| Type::Map(c(*k), c(*v))),
            Type::Chan(d, t) => (c(*t) != *t).then(|| Type::Chan(*d, c(*t))),
            Type::Struct(fields) => fields
                .iter()
                .any(|f| c(f.ty) != f.ty)
                .then(|| Type::Struct(fields.iter().map(|f| Field { ty: c(f.ty), ..f.clone() }).collect())),
            Type::Func(sig) => {
                let params = self.canonical_list(&sig.params);
                let results = self.canonical_list(&sig.results);
                (params.is_some() || results.is_some() || sig.names.is_some()).then(|| {
                    Type::Func(Rc::new(Signature {
                        params: params.unwrap_or_else(|| sig.params.clone()),
                        results: results.unwrap_or_else(|| sig.results.clone()),
                        variadic: sig.variadic,
                        tparams: sig.tparams.clone(),
                        names: None,
                    }))
                })
            }
            Type::Interface(i) => {
                let methods = i.methods.iter().any(|m| c(m.sig) != m.sig);
                let terms = i.terms.as_ref().is_some_and(|ts| ts.iter().any(|t| c(t.ty) != t.ty));
                (methods || terms || i.decl.is_some()).then(|| {
                    Type::Interface(Rc::new(Interface {
                        methods: i.methods.iter().map(|m| IMethod { sig: c(m.sig), ..m.clone() }).collect(),
                        terms: i
                            .terms
                            .as_ref()
                            .map(|ts| ts.iter().map(|t| Term { ty: c(t.ty), ..*t }).collect()),
                        comparable: i.comparable,
                        decl: None,
                    }))
                })
            }
            Type::Tuple(list) => self.canonical_list(list).map(Type::Tuple),
            Type::Union(terms) => terms
                .iter()
                .any(|t| c(t.ty) != t.ty)
                .then(|| Type::Union(terms.iter().map(|t| Term { ty: c(t.ty), ..*t }).collect())),
        }
    }

    fn shape_is_generic(&self, shape: &Type) -> bool {
        let g = |t: &TypeId| self.generic[t.0 as usize];
        match shape {
            Type::Invalid | Type::Basic(_) => false,
            Type::TypeParam(_) => true,
            Type::Named(id) => {
                let named = self.named(*id);
                named.targs.iter().any(g) || (named.origin.is_none() && !named.outer.is_empty())
            }
            Type::Pointer(t) | Type::Slice(t) | Type::Array(t, _) | Type::Chan(_, t) => g(t),
            Type::Map(k, v) => g(k) || g(v),
            Type::Struct(fields) => fields.iter().any(|f| g(&f.ty)),
            Type::Func(sig) => {
                sig.params.iter().any(g) || sig.results.iter().any(g) || !sig.tparams.is_empty()
            }
            Type::Interface(i) => {
                i.methods.iter().any(|m| g(&m.sig))
                    || i.terms.as_ref().is_some_and(|ts| ts.iter().any(|t| g(&t.ty)))
                    || i.decl.as_ref().is_some_and(|d| d.embeds.iter().any(g))
            }
            Type::Tuple(list) => list.iter().any(g),
            Type::Union(terms) => terms.iter().any(|t| g(&t.ty)),
        }
    }

    /// `*t`
    pub fn pointer(&mut self, t: TypeId) -> TypeId {
        self.intern(Type::Pointer(t))
    }

    /// `[]t`
    pub fn slice(&mut self, t: TypeId) -> TypeId {
        self.intern(Type::Slice(t))
    }

    /// A tuple; of one element, the element itself.
    pub fn tuple(&mut self, list: &[TypeId]) -> TypeId {
        match list {
            [one] => *one,
            _ => self.intern(Type::Tuple(list.into())),
        }
    }

    /// A tuple whose elements have names: the results of a call. The names are spelling only.
    pub fn named_tuple(&mut self, list: &[TypeId], names: &[Symbol]) -> TypeId {
        let plain = self.tuple(list);
        let names: Rc<[Symbol]> = names.into();
        if let Some(&t) = self.named_tuples.get(&(plain, names.clone())) {
            return t;
        }
        let (shape, canon, generic) =
            (self.get(plain).clone(), self.canon(plain), self.is_parameterized(plain));
        let t = self.push(shape, canon, generic);
        self.tuple_names.insert(t, names.clone());
        self.named_tuples.insert((plain, names), t);
        t
    }

    /// A function type without names.
    pub fn func(&mut self, params: Rc<[TypeId]>, results: Rc<[TypeId]>, variadic: bool) -> TypeId {
        self.intern(Type::Func(Rc::new(Signature {
            params,
            results,
            variadic,
            tparams: [].into(),
            names: None,
        })))
    }

    /// Adds a package.
    pub fn add_pkg(&mut self, path: &str, name: Symbol) -> PkgId {
        self.pkgs.push(PkgInfo { path: path.into(), name });
        PkgId(self.pkgs.len() as u32 - 1)
    }

    /// Gives a package another path, which texts with paths have from then on.
    pub fn set_pkg_path(&mut self, id: PkgId, path: &str) {
        self.pkgs[id.0 as usize].path = path.into();
    }

    /// A package's path and name.
    pub fn pkg(&self, id: PkgId) -> &PkgInfo {
        &self.pkgs[id.0 as usize]
    }

    /// Adds a type parameter whose constraint is set later by [`TypeTable::set_bound`].
    pub fn new_tparam(&mut self, name: Symbol, obj: ObjId, index: u32) -> (TypeParamId, TypeId) {
        let id = TypeParamId(self.tparams.len() as u32);
        self.tparams.push(TypeParamData { name, obj, bound: TypeId::INVALID, index, place: None });
        let ty = self.intern(Type::TypeParam(id));
        self.tparam_types.push(ty);
        (id, ty)
    }

    /// Sets a type parameter's constraint.
    pub fn set_bound(&mut self, p: TypeParamId, bound: TypeId) {
        self.tparams[p.0 as usize].bound = bound;
    }

    /// Says where a type parameter is declared that has the name of something predeclared.
    pub fn set_tparam_place(&mut self, p: TypeParamId, place: Rc<str>) {
        self.tparams[p.0 as usize].place = Some(place);
    }

    /// A type parameter's data.
    pub fn tparam(&self, p: TypeParamId) -> &TypeParamData {
        &self.tparams[p.0 as usize]
    }

    /// The type that a type parameter is.
    pub fn tparam_type(&self, p: TypeParamId) -> TypeId {
        self.tparam_types[p.0 as usize]
    }
}
