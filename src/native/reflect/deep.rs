//! `reflect.DeepEqual`.
//!
//! Invariant: a native has Rust's stack, so what is nested deeper than [`MAX_DEPTH`] is left to the half in the language.

use std::collections::HashSet;

use crate::heap::{Equality, Heap, IfaceWord, Kind, MapError, OutOfMemory, RTypeId, RTypes};
use crate::native::{Done, Iface, Mem, NativeCx, NativeResult, Row};

pub const TABLE: &[Row] = &[("reflect.deepPlain", deep_plain)];

/// How deep values may be nested here.
const MAX_DEPTH: u32 = 400;

// What the half in the language is told.
const DIFFER: i64 = 0;
const EQUAL: i64 = 1;
const UNKNOWN: i64 = 2;

/// Why it is not known whether two values are equal.
enum Failed {
    Memory(OutOfMemory),
    TooDeep,
}

impl From<OutOfMemory> for Failed {
    fn from(error: OutOfMemory) -> Failed {
        Failed::Memory(error)
    }
}

struct Comparison<'a> {
    types: &'a RTypes,
    heap: &'a mut Heap,
    mem: Mem,
    /// What is being compared, or was, and lies at two addresses: it is taken to be equal when it is met again.
    open: HashSet<(u64, u64, RTypeId)>,
    work: u64,
}

/// `func deepPlain(x, y any) int`: 0 they differ, 1 they are equal, 2 it is not known.
fn deep_plain(cx: &mut NativeCx<'_>) -> NativeResult {
    let (x, y) = (cx.iface(), cx.iface());
    let mem = cx.mem();
    let (heap, types) = cx.heap_and_types();
    let mut comparison = Comparison { types, heap, mem, open: HashSet::new(), work: 0 };
    let equal = comparison.held(x, y, 0);
    let work = comparison.work;
    cx.charge(work);
    cx.ret_int(match equal {
        Ok(true) => EQUAL,
        Ok(false) => DIFFER,
        Err(Failed::TooDeep) => UNKNOWN,
        Err(Failed::Memory(error)) => return Err(error.into()),
    });
    Ok(Done)
}

impl Comparison<'_> {
    /// What two interfaces hold.
    fn held(&mut self, x: Iface, y: Iface, depth: u32) -> Result<bool, Failed> {
        if x.ty != y.ty || x.ty == RTypeId::NIL {
            return Ok(x.ty == y.ty);
        }
        let t = self.types.get(x.ty);
        match t.iface_word {
            IfaceWord::Boxed => self.values(x.ty, x.word, y.word, 1, depth),
            IfaceWord::Pointer => self.references(x.ty, x.word, y.word, depth),
            IfaceWord::Scalar => Ok(match t.kind {
                Kind::Float32 => f32::from_bits(x.word as u32) == f32::from_bits(y.word as u32),
                Kind::Float64 => f64::from_bits(x.word) == f64::from_bits(y.word),
                _ => x.word == y.word,
            }),
        }
    }

    /// Two pointers, maps, channels or functions.
    fn references(&mut self, ty: RTypeId, a: u64, b: u64, depth: u32) -> Result<bool, Failed> {
        let t = self.types.get(ty);
        match t.kind {
            Kind::Func => Ok(a == 0 && b == 0),
            Kind::Pointer | Kind::Map if a == b => Ok(true),
            Kind::Pointer | Kind::Map if a == 0 || b == 0 => Ok(false),
            Kind::Pointer => Ok(self.is_met(t.elem, ty, a, b) || self.values(t.elem, a, b, 1, depth)?),
            Kind::Map => self.maps(ty, a, b, depth),
            _ => Ok(a == b),
        }
    }

    /// Whether what lies at these addresses was met before. What cannot lead back to itself need not be remembered.
    fn is_met(&mut self, elem: RTypeId, ty: RTypeId, a: u64, b: u64) -> bool {
        leads_on(self.types, elem) && !self.open.insert((a, b, ty))
    }

    /// `count` values of a type, one behind the other.
    fn values(&mut self, ty: RTypeId, a: u64, b: u64, count: u64, depth: u32) -> Result<bool, Failed> {
        let t = self.types.get(ty);
        self.work += count;
        if depth > MAX_DEPTH || self.work > u64::from(u32::MAX) {
            return Err(Failed::TooDeep);
        }
        if count == 0 || t.size == 0 && !leads_on(self.types, ty) {
            return Ok(true);
        }
        // Numbers, and what is made of them, are equal as they lie there.
        if t.eq == Equality::Bytes && !leads_on(self.types, ty) {
            let bytes = count * t.size;
            return Ok(self.mem.bytes(a, bytes) == self.mem.bytes(b, bytes));
        }
        for i in 0..count {
            if !self.value(ty, a + i * t.size, b + i * t.size, depth)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn value(&mut self, ty: RTypeId, a: u64, b: u64, depth: u32) -> Result<bool, Failed> {
        let (types, mem) = (self.types, self.mem);
        let t = types.get(ty);
        match t.kind {
            Kind::Array => self.values(t.elem, a, b, t.len, depth + 1),
            Kind::Struct => {
                for f in &t.fields {
                    if !self.values(f.ty, a + f.off, b + f.off, 1, depth + 1)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Kind::Slice => {
                let (x, y) = (mem.slice(a), mem.slice(b));
                if (x.addr == 0) != (y.addr == 0) || x.len != y.len {
                    return Ok(false);
                }
                let same = x.addr == y.addr || self.is_met(t.elem, ty, x.addr, y.addr);
                Ok(same || self.values(t.elem, x.addr, y.addr, x.len, depth + 1)?)
            }
            Kind::Interface => self.held(mem.iface(a), mem.iface(b), depth + 1),
            Kind::Pointer | Kind::Map | Kind::Func | Kind::Chan | Kind::UnsafePointer => {
                self.references(ty, mem.u64(a), mem.u64(b), depth + 1)
            }
            // Numbers and strings; they can always be compared.
            _ => Ok(mem.equal(types, ty, a, b).unwrap_or(false)),
        }
    }

    fn maps(&mut self, ty: RTypeId, a: u64, b: u64, depth: u32) -> Result<bool, Failed> {
        let t = self.types.get(ty);
        if self.mem.map_len(a) != self.mem.map_len(b) {
            return Ok(false);
        }
        if self.is_met(t.elem, ty, a, b) {
            return Ok(true);
        }
        for (key, value) in self.mem.map_entries(self.heap, a)? {
            // A NaN is no key of any map.
            let (Some(_), Some(other)) = (self.map_get(ty, a, key)?, self.map_get(ty, b, key)?) else {
                return Ok(false);
            };
            if !self.values(t.elem, value, other, 1, depth + 1)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Where the value of the key that lies at `key` lies in a map, if it has one.
    fn map_get(&self, ty: RTypeId, map: u64, key: u64) -> Result<Option<u64>, Failed> {
        let k = self.types.get(self.types.get(ty).key);
        let found = if k.indirect {
            self.mem.map_get(self.heap, self.types, ty, map, &[key])
        } else {
            let cell = |c: &crate::heap::Cell| self.mem.cell(c.kind, key + u64::from(c.off));
            let words: Vec<u64> = k.cells.iter().map(cell).collect();
            self.mem.map_get(self.heap, self.types, ty, map, &words)
        };
        match found {
            Ok(addr) => Ok((addr != 0).then_some(addr)),
            // Not known: the half in the language panics.
            Err(MapError::OutOfMemory) => Err(Failed::Memory(OutOfMemory)),
            Err(_) => Err(Failed::TooDeep),
        }
    }
}

/// Whether values of a type have parts that lie elsewhere, or are functions, which are never equal.
fn leads_on(types: &RTypes, ty: RTypeId) -> bool {
    let t = types.get(ty);
    match t.kind {
        Kind::Array => leads_on(types, t.elem),
        Kind::Struct => t.fields.iter().any(|f| leads_on(types, f.ty)),
        Kind::Slice
        | Kind::Pointer
        | Kind::Map
        | Kind::Func
        | Kind::Chan
        | Kind::Interface
        | Kind::UnsafePointer => true,
        _ => false,
    }
}
