//! Run-time type descriptors: one [`RType`] per Go type serves interfaces, `%T`, fmt, maps, equality,
//! the collector, reflect and json.
//!
//! Invariants
//! - Identical Go types have equal [`RTypeId`]s, so a type test is an integer comparison. The compiler
//!   sees to it; this table does not intern.
//! - `RTypeId::NIL` (0) is the type of a nil interface and describes nothing.
//! - Ids are handed out by [`RTypes::reserve`] and filled by [`RTypes::define`], so that recursive types can
//!   name each other. A type must be filled before a type that *contains* it (field, array element) is
//!   defined; pointers, slices, maps, channels and functions only name theirs.
//! - Sizes, alignments and offsets are Go's on amd64; `cells` has one entry per register slot, in order.

use hashbrown::HashMap;
use std::cell::OnceCell;
use std::rc::Rc;

use super::layout::{LayoutId, Layouts};

/// Names an [`RType`] in [`RTypes`]; the first word of an interface value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord, Default)]
pub struct RTypeId(pub u32);

impl RTypeId {
    /// The dynamic type of a nil interface.
    pub const NIL: RTypeId = RTypeId(0);

    /// The id held by the type word of an interface.
    pub fn from_word(word: u64) -> RTypeId {
        RTypeId(word as u32)
    }

    /// The type word of an interface with this dynamic type.
    pub fn word(self) -> u64 {
        u64::from(self.0)
    }
}

/// Names a method: an exported name, or an unexported one of one package. See [`RTypes::method_name`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct NameId(pub u32);

/// The kinds of types, numbered as in Go's package reflect.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Bool = 1,
    Int,
    Int8,
    Int16,
    Int32,
    Int64,
    Uint,
    Uint8,
    Uint16,
    Uint32,
    Uint64,
    Uintptr,
    Float32,
    Float64,
    Complex64,
    Complex128,
    Array,
    Chan,
    Func,
    Interface,
    Map,
    Pointer,
    Slice,
    String,
    Struct,
    UnsafePointer,
}

impl Kind {
    /// A signed integer kind.
    pub fn is_signed(self) -> bool {
        matches!(self, Kind::Int | Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64)
    }

    /// An unsigned integer kind, `uintptr` included.
    pub fn is_unsigned(self) -> bool {
        matches!(self, Kind::Uint | Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 | Kind::Uintptr)
    }

    /// Whether a value of this kind is one word that is no pointer.
    pub fn is_scalar(self) -> bool {
        self == Kind::Bool
            || self.is_signed()
            || self.is_unsigned()
            || matches!(self, Kind::Float32 | Kind::Float64)
    }

    /// Whether a value of this kind is one pointer to something of the collector's: its interface data word
    /// is the value itself.
    pub fn is_pointer_shaped(self) -> bool {
        matches!(self, Kind::Pointer | Kind::UnsafePointer | Kind::Map | Kind::Chan | Kind::Func)
    }
}

/// Direction of a channel type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChanDir {
    /// `<-chan T`
    Recv,
    /// `chan<- T`
    Send,
    /// `chan T`
    Both,
}

/// How a register slot is loaded from and stored to memory.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CellKind {
    /// Signed, sign-extended on load.
    I8,
    /// Signed, sign-extended on load.
    I16,
    /// Signed, sign-extended on load.
    I32,
    /// Unsigned, zero-extended on load; also bool.
    U8,
    /// Unsigned, zero-extended on load.
    U16,
    /// Unsigned, zero-extended on load; also the bits of a float32.
    U32,
    /// 64 bits that are no pointer.
    W,
    /// A pointer.
    Ptr,
    /// The type word of an interface; the next cell is its data word.
    IfaceType,
    /// The data word of an interface.
    IfaceData,
}

impl CellKind {
    /// Bytes in memory.
    pub fn size(self) -> u64 {
        match self {
            CellKind::I8 | CellKind::U8 => 1,
            CellKind::I16 | CellKind::U16 => 2,
            CellKind::I32 | CellKind::U32 => 4,
            CellKind::W | CellKind::Ptr | CellKind::IfaceType | CellKind::IfaceData => 8,
        }
    }
}

/// One register slot of a type's register form, and where its memory form keeps it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Cell {
    /// Offset in the memory form, in bytes.
    pub off: u32,
    /// Width, sign and nature.
    pub kind: CellKind,
}

/// What the data word of an interface holds for a type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum IfaceWord {
    /// The register form of a bool, integer or float.
    Scalar,
    /// The pointer itself (pointer, map, channel, function).
    Pointer,
    /// The address of an immutable box with the memory form; 0 for types of size zero.
    Boxed,
}

/// How two values in memory form are compared, and hashed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Equality {
    /// The type is not comparable (slice, map, function, or contains one).
    Never,
    /// Byte by byte: no padding, floats, strings or interfaces inside.
    Bytes,
    /// IEEE comparison.
    Float32,
    /// IEEE comparison.
    Float64,
    /// Two IEEE comparisons.
    Complex64,
    /// Two IEEE comparisons.
    Complex128,
    /// Length and contents.
    String,
    /// Dynamic type and value; may fail at run time.
    Iface,
    /// Field by field, blank fields left out.
    Fields,
    /// Element by element.
    Elems,
}

/// A part of a struct's memory that is compared as a whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it begins.
    pub off: u32,
    /// Its bytes.
    pub size: u32,
    /// How it is compared.
    pub kind: PieceKind,
}

/// How a [`Piece`] is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceKind {
    /// Byte by byte.
    Bytes,
    /// As a float32.
    Float32,
    /// As a float64.
    Float64,
    /// As a string.
    String,
    /// As a `reflect.Value`: see `equal.rs`.
    Reflected,
}

/// How map operations treat a key type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum KeyPath {
    /// A bool, integer, pointer or channel key: one register slot, compared as `width` bytes of it.
    Word {
        /// Bytes in memory: 1, 2, 4 or 8.
        width: u8,
    },
    /// A string key: two slots.
    Str,
    /// An array or struct whose bytes are all that counts: it lies in the slots as in memory, or they hold its address.
    Plain {
        /// Its bytes.
        size: u32,
        /// Whether the slot holds its address.
        indirect: bool,
    },
    /// A float64.
    Float64,
    /// An interface: two slots.
    Iface,
    /// The same, but that its parts are smaller than slots, so that it has to be brought into memory form.
    Packed {
        /// Its bytes.
        size: u32,
    },
    /// A struct that is described by its pieces.
    Pieces {
        /// Its bytes.
        size: u32,
    },
    /// Any other comparable key, given by the address of its memory form.
    Mem,
}

/// A field of a struct type.
#[derive(Clone, Debug)]
pub struct RField {
    /// Its name; the type's name for an embedded field.
    pub name: Rc<str>,
    /// Import path of the package that declares it, for unexported names; else empty.
    pub pkg: Rc<str>,
    /// Its type.
    pub ty: RTypeId,
    /// Offset in the memory form, in bytes.
    pub off: u64,
    /// First slot in the register form of the struct (meaningless if the struct is indirect).
    pub slot: u16,
    /// The tag, or empty.
    pub tag: Rc<str>,
    /// Embedded?
    pub embedded: bool,
    /// Whether the name begins with an upper-case letter.
    pub exported: bool,
}

/// A method of a type, as found in its method set.
#[derive(Clone, Copy, Debug)]
pub struct RMethod {
    /// Its name.
    pub name: NameId,
    /// Its type, a function type without the receiver.
    pub sig: RTypeId,
    /// The function to call with the receiver as first argument; the compiler's id, compiled on first call.
    pub func: u32,
}

/// A method that an interface type asks for.
#[derive(Clone, Copy, Debug)]
pub struct RIfaceMethod {
    /// Its name.
    pub name: NameId,
    /// Its type, a function type.
    pub sig: RTypeId,
}

/// What map operations need to know of a map type; worked out at the first `make`.
#[derive(Clone, Copy, Debug)]
pub struct MapInfo {
    /// The map's key type.
    pub key: RTypeId,
    /// The map's element type.
    pub elem: RTypeId,
    /// Which family of operations serves the key.
    pub path: KeyPath,
    /// Offset of the value inside an entry; the key is at 0.
    pub val_off: u32,
    /// Bytes from entry to entry.
    pub entry_size: u32,
    /// Pointer map of one entry.
    pub entry_layout: LayoutId,
    /// How a value of a single register slot is loaded and stored; none for all others, indirect ones included.
    pub val_cell: Option<CellKind>,
}

/// The shape of a type: what the compiler must say to have it described.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Bool, a number, String or UnsafePointer.
    Basic(Kind),
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
    /// An interface, with its flattened methods.
    Interface(Vec<RIfaceMethod>),
    /// A struct, with its fields in order.
    Struct(Vec<FieldDef>),
}

/// A field as given to [`RTypes::define`].
#[derive(Clone, Debug)]
pub struct FieldDef {
    /// Its name; the type's name for an embedded field; `_` if blank.
    pub name: Rc<str>,
    /// Import path of the declaring package for unexported names; else empty.
    pub pkg: Rc<str>,
    /// Its type, already filled.
    pub ty: RTypeId,
    /// The tag, or empty.
    pub tag: Rc<str>,
    /// Embedded?
    pub embedded: bool,
}

/// A type as given to [`RTypes::define`].
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// The text of `%T`: `main.T`, `[]int`, `map[string]main.T`.
    pub name: Rc<str>,
    /// Import path of the declaring package of a named type; else empty.
    pub pkg_path: Rc<str>,
    /// Declared with a name (predeclared types included).
    pub named: bool,
    /// What it is made of.
    pub shape: Shape,
}

/// Everything that is known of a type at run time.
#[derive(Clone, Debug)]
pub struct RType {
    /// Its own id.
    pub id: RTypeId,
    /// Kind of the underlying type.
    pub kind: Kind,
    /// The text of `%T`.
    pub name: Rc<str>,
    /// Import path of the declaring package of a named type; else empty.
    pub pkg_path: Rc<str>,
    /// Declared with a name.
    pub named: bool,
    /// Bytes of the memory form.
    pub size: u64,
    /// Alignment of the memory form, in bytes.
    pub align: u8,
    /// Slots of the register form; 1 for an indirect type, 0 for a type of size zero.
    pub slots: u16,
    /// The register form is the address of a cell with the memory form (more than [`MAX_SLOTS`] slots).
    pub indirect: bool,
    /// One per slot of the register form; empty for an indirect type.
    pub cells: Box<[Cell]>,
    /// Whether the cells are words and nothing lies between them: then the memory form is the register form.
    pub words: bool,
    /// Pointer map of the memory form. For arrays it is that of the element (objects repeat it).
    pub layout: LayoutId,
    /// What an interface's data word holds.
    pub iface_word: IfaceWord,
    /// How values are compared.
    pub eq: Equality,
    /// Element type of pointer, slice, array, map, channel; else `NIL`.
    pub elem: RTypeId,
    /// Key type of a map; else `NIL`.
    pub key: RTypeId,
    /// Length of an array; else 0.
    pub len: u64,
    /// Direction of a channel; `Both` otherwise.
    pub dir: ChanDir,
    /// Fields of a struct.
    pub fields: Box<[RField]>,
    /// For [`Equality::Fields`]: what is compared, one after the other, in structs inside too. Empty where that does not
    /// describe it: an interface or a longer array is among the fields.
    pub pieces: Box<[Piece]>,
    /// Parameters of a function type.
    pub params: Box<[RTypeId]>,
    /// Results of a function type.
    pub results: Box<[RTypeId]>,
    /// Whether a function type is variadic.
    pub variadic: bool,
    /// Method set, sorted by name as reflect has it. Empty for interfaces.
    pub methods: Box<[RMethod]>,
    /// What an interface type asks for, sorted by name.
    pub iface_methods: Box<[RIfaceMethod]>,
    /// Positions in `methods`, sorted by `NameId`.
    by_name: Box<[(NameId, u32)]>,
    /// Methods that the type had, in a session, before others took their names: interfaces that were checked with them call
    /// them still.
    old_methods: Vec<RMethod>,
    map: OnceCell<MapInfo>,
}

/// The methods by which values are printed.
pub const TEXT_METHODS: [&str; 4] = ["Error", "String", "GoString", "Format"];

/// More slots than this and a type is kept in a heap cell instead of registers.
pub const MAX_SLOTS: u64 = 16;

impl RType {
    /// Whether `==` is defined on the type (interfaces included, though they may panic).
    pub fn comparable(&self) -> bool {
        self.eq != Equality::Never
    }

    /// Whether the memory form holds pointers.
    pub fn has_pointers(&self) -> bool {
        self.layout.has_pointers()
    }

    /// The method of this name in the method set.
    pub fn method(&self, name: NameId) -> Option<&RMethod> {
        let at = self.by_name.binary_search_by_key(&name, |&(n, _)| n).ok()?;
        Some(&self.methods[self.by_name[at].1 as usize])
    }

    /// The method that an interface calls by this name and signature.
    pub fn method_called(&self, name: NameId, sig: RTypeId) -> Option<&RMethod> {
        let method = self.method(name);
        if method.is_some_and(|m| m.sig == sig) || self.old_methods.is_empty() {
            return method;
        }
        self.old_methods.iter().rev().find(|m| m.name == name && m.sig == sig).or(method)
    }

    /// The map operations' view of this type, if it is a map type that has been made; see [`RTypes::map_info`].
    pub(super) fn map_info_cell(&self) -> &OnceCell<MapInfo> {
        &self.map
    }
}

/// All run-time types and pointer layouts of a program.
#[derive(Debug)]
pub struct RTypes {
    table: Vec<RType>,
    /// Pointer maps, also for objects that have no Go type.
    pub layouts: Layouts,
    names: Vec<(Rc<str>, Rc<str>)>,
    name_ids: HashMap<(Rc<str>, Rc<str>), NameId>,
    /// The ids of [`TEXT_METHODS`], which are asked for at each print.
    text_methods: [Option<NameId>; 4],
    /// For the collector: by type id, whether the data word of an interface is followed.
    traced: Vec<bool>,
}

impl Default for RTypes {
    fn default() -> Self {
        RTypes::new()
    }
}

impl RTypes {
    /// The table, with nothing but the nil type.
    pub fn new() -> RTypes {
        let mut types = RTypes {
            table: Vec::new(),
            layouts: Layouts::new(),
            names: Vec::new(),
            name_ids: HashMap::new(),
            text_methods: [None; 4],
            traced: Vec::new(),
        };
        types.reserve();
        types
    }

    /// A new id, to be filled by [`define`](Self::define). Until then it describes an empty struct.
    pub fn reserve(&mut self) -> RTypeId {
        let id = RTypeId(self.table.len() as u32);
        self.table.push(RType::blank(id));
        self.traced.push(false);
        id
    }

    /// Fills a reserved id: derives size, slots, cells, pointer map and equality from the shape.
    pub fn define(&mut self, id: RTypeId, def: TypeDef) {
        let ty = super::describe::describe(self, id, def);
        self.traced[id.0 as usize] = ty.iface_word != IfaceWord::Scalar;
        self.table[id.0 as usize] = ty;
    }

    /// [`reserve`](Self::reserve) and [`define`](Self::define) in one step.
    pub fn add(&mut self, def: TypeDef) -> RTypeId {
        let id = self.reserve();
        self.define(id, def);
        id
    }

    /// Sets the method set of a type, in any order.
    pub fn set_methods(&mut self, id: RTypeId, mut methods: Vec<RMethod>) {
        methods.sort_by(|a, b| self.names[a.name.0 as usize].cmp(&self.names[b.name.0 as usize]));
        let mut by_name: Vec<_> = methods.iter().enumerate().map(|(i, m)| (m.name, i as u32)).collect();
        by_name.sort_unstable();
        let ty = &mut self.table[id.0 as usize];
        ty.methods = methods.into();
        ty.by_name = by_name.into();
    }

    /// Sets the method set of a type that may have had another one: methods that are not in it any more, but for those that
    /// others of the same name and signature replace, can still be called by interfaces.
    pub fn renew_methods(&mut self, id: RTypeId, methods: Vec<RMethod>) {
        let ty = &mut self.table[id.0 as usize];
        let replaced = |old: &RMethod| methods.iter().any(|m| m.name == old.name && m.sig == old.sig);
        let gone: Vec<RMethod> = ty.methods.iter().filter(|m| !replaced(m)).copied().collect();
        ty.old_methods.retain(|m| !replaced(m));
        ty.old_methods.extend(gone);
        self.set_methods(id, methods);
    }

    /// Lets interfaces call a method that the type does not have any more.
    pub fn keep_method(&mut self, id: RTypeId, method: RMethod) {
        let old = &mut self.table[id.0 as usize].old_methods;
        if !old.iter().any(|m| m.name == method.name && m.sig == method.sig) {
            old.push(method);
        }
    }

    /// The descriptor of `id`.
    #[inline]
    pub fn get(&self, id: RTypeId) -> &RType {
        &self.table[id.0 as usize]
    }

    /// How many types there are, the nil type included.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    /// Never: the nil type is always there.
    pub fn is_empty(&self) -> bool {
        self.table.is_empty()
    }

    /// By type id, whether the data word of an interface is a pointer to follow.
    pub(super) fn traced(&self) -> &[bool] {
        &self.traced
    }

    /// The id of a method name, if some type or interface has it. As [`method_name`](Self::method_name).
    pub fn find_method_name(&self, name: &str, pkg: &str) -> Option<NameId> {
        self.name_ids.get(&(Rc::from(name), Rc::from(pkg))).copied()
    }

    /// The ids of the names in [`TEXT_METHODS`], of those that some type or interface has.
    #[inline]
    pub fn text_methods(&self) -> [Option<NameId>; 4] {
        self.text_methods
    }

    /// The id of a method name. `pkg` is the import path for an unexported name, and empty for an exported one.
    pub fn method_name(&mut self, name: &str, pkg: &str) -> NameId {
        let key: (Rc<str>, Rc<str>) = (name.into(), pkg.into());
        if let Some(&id) = self.name_ids.get(&key) {
            return id;
        }
        let id = NameId(self.names.len() as u32);
        if let Some(at) = TEXT_METHODS.iter().position(|&n| n == name && pkg.is_empty()) {
            self.text_methods[at] = Some(id);
        }
        self.names.push(key.clone());
        self.name_ids.insert(key, id);
        id
    }

    /// The text of a method name.
    pub fn name_text(&self, name: NameId) -> &Rc<str> {
        &self.names[name.0 as usize].0
    }

    /// The import path of the package that an unexported method name belongs to; else empty.
    pub fn name_package(&self, name: NameId) -> &Rc<str> {
        &self.names[name.0 as usize].1
    }

    /// Whether a method name is exported.
    pub fn name_exported(&self, name: NameId) -> bool {
        self.names[name.0 as usize].1.is_empty()
    }

    /// Whether a value of dynamic type `id` may be stored in an interface of type `iface`; if not, the first
    /// method, by name, that it lacks.
    ///
    /// # Errors
    /// The missing method, or one whose type differs.
    pub fn implements(&self, id: RTypeId, iface: RTypeId) -> Result<(), NameId> {
        let ty = self.get(id);
        for wanted in &self.get(iface).iface_methods {
            match ty.method(wanted.name) {
                Some(m) if m.sig == wanted.sig => {}
                Some(_) | None => return Err(wanted.name),
            }
        }
        Ok(())
    }

    /// What the map operations need of a map type. The key and element types must be filled.
    pub fn map_info(&mut self, map: RTypeId) -> MapInfo {
        if let Some(info) = self.get(map).map_info_cell().get() {
            return *info;
        }
        let info = super::describe::map_info(self, map);
        *self.get(map).map_info_cell().get_or_init(|| info)
    }

    /// [`map_info`](Self::map_info) of a type of which there has been a map.
    pub fn known_map_info(&self, map: RTypeId) -> Option<MapInfo> {
        self.get(map).map_info_cell().get().copied()
    }
}

impl RType {
    /// What a reserved id stands for before it is filled: an empty struct.
    pub(super) fn blank(id: RTypeId) -> RType {
        RType {
            id,
            kind: Kind::Struct,
            name: "".into(),
            pkg_path: "".into(),
            named: false,
            size: 0,
            align: 1,
            slots: 0,
            indirect: false,
            cells: Box::default(),
            words: false,
            layout: LayoutId::NONE,
            iface_word: IfaceWord::Boxed,
            eq: Equality::Bytes,
            elem: RTypeId::NIL,
            key: RTypeId::NIL,
            len: 0,
            dir: ChanDir::Both,
            fields: Box::default(),
            pieces: Box::default(),
            params: Box::default(),
            results: Box::default(),
            variadic: false,
            methods: Box::default(),
            iface_methods: Box::default(),
            by_name: Box::default(),
            old_methods: Vec::new(),
            map: OnceCell::new(),
        }
    }
}
